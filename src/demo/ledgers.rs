//! The ledgers that every base begins with, brought in as a person would.

use domain::{id::ImportId, import::ImportKind};
use serde_json::json;
use sheets::map::Overrides;

use super::words::WORDS;
use crate::{
    db::{DbError, Tx},
    fault::Fault,
    house::House,
    http::Caller,
    imports::{
        jobs,
        service::{self, Brought},
        setup,
    },
    journal::{Acting, Draft},
};

const DIVISIONS: &[u8] = include_bytes!("../../schema/seed/base/divisions.csv");
const WORKDAYS: &[u8] = include_bytes!("../../schema/seed/base/workdays.csv");
const BASES: &[u8] = include_bytes!("../../schema/seed/demo/bases.csv");
const ORGANIZATIONS: &[u8] = include_bytes!("../../schema/seed/demo/organizations.xlsx");
const SPACES: &[u8] = include_bytes!("../../schema/seed/demo/spaces.xlsx");

fn by(house: &House) -> Acting {
    Acting::program("demo", house.now())
}

/// The real divisions.
pub async fn divisions(house: &House) -> Result<(), Fault> {
    let outcome = setup::import_divisions(house, DIVISIONS, "divisions.csv", &by(house), false).await?;
    sound("divisions", &outcome)
}

/// The lists are part of the program, so a fault in one is a fault of the program.
fn sound(list: &str, outcome: &setup::Outcome) -> Result<(), Fault> {
    match outcome.faults.first() {
        None => Ok(()),
        Some(fault) => Err(DbError::Corrupt(format!("{list}: row {}: {}", fault.row, fault.code.as_str())).into()),
    }
}

/// The bases, and some invented particulars. All but the city's park are an assumption.
pub async fn bases(house: &House) -> Result<(), Fault> {
    let acting = by(house);
    sound("bases", &setup::import_bases(house, BASES, "bases.csv", &acting, false).await?)?;
    let mut tx = Tx::new();
    for before in crate::bases::store::all(&house.db).await? {
        let mut after = before.clone();
        after.assumed = before.level != "city";
        if let Some(details) = WORDS.bases.get(&before.code) {
            after.details = serde_json::to_value(details).unwrap_or_default();
        }
        after.version += 1;
        tx.replace(after.id.0, before.version, after.clone());
        tx.journal(
            Draft::new(after.id.0, "bases.edit", &acting)
                .values(json!({"name": after.name}))
                .change(Some(json!({"assumed": before.assumed})), Some(json!({"assumed": after.assumed}))),
        );
    }
    Ok(house.db.commit(tx).await?)
}

/// The work calendar, the organizations and the spaces, through the same check and commit as a clerk's files.
pub async fn spreadsheets(house: &House, by: &Caller) -> Result<(), Fault> {
    for (kind, name, bytes) in [
        (ImportKind::Workdays, "workdays.csv", WORKDAYS),
        (ImportKind::Organizations, "organizations.xlsx", ORGANIZATIONS),
        (ImportKind::Spaces, "spaces.xlsx", SPACES),
    ] {
        let (base, acting) = service::scope(by, kind, None)?;
        let brought = Brought {
            kind,
            base,
            file_name: name.to_owned(),
            stored: house.blobs.put(bytes).await?,
            mapping: Overrides::new(),
            header_row: None,
            replaces: false,
        };
        let id: ImportId = service::bring(house, &acting, brought).await?.id.0;
        jobs::run(house, id).await?;
        service::commit(house, by, id).await?;
        jobs::run(house, id).await?;
    }
    Ok(())
}
