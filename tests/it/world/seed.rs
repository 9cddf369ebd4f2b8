//! What every world begins with, from the files in `tests/data`.

use std::collections::BTreeMap;

use domain::id::{BaseId, OrganizationId};
use fuhua::{
    bases::store::BaseRow,
    db::{At, Rec, Text, Tx, rid},
    divisions::store::{self as divisions, DivisionRow},
    house::House,
};

/// Townships whose villages are worth having in a world: all of Hailar's.
const FULL_BANNER: &str = "150702";

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = crate::world::root().join("tests/data").join(file);
    csv::Reader::from_path(path).expect("a file").deserialize().map(|row| row.expect("a row")).collect()
}

/// Fills the house; returns the bases by code.
pub async fn fill(house: &House) -> BTreeMap<String, BaseId> {
    let mut tx = Tx::new();
    divisions::insert(&mut tx, rows("divisions.csv").into_iter().filter(wanted).map(division).collect());
    fuhua::workdays::store::insert(&mut tx, rows("workdays.csv").into_iter().map(work_day).collect());
    let mut bases = BTreeMap::new();
    for row in rows("bases.csv") {
        let base = base(house, &row);
        bases.insert(base.code.clone(), base.id.0);
        tx.insert(base.id.0, base);
    }
    house.db.commit(tx).await.expect("the seed");
    bases
}

/// The prefecture, its banners, and one banner down to the villages: enough for every rule, and fast.
fn wanted(row: &BTreeMap<String, String>) -> bool {
    row["code"].len() == 6 || row["code"].starts_with(FULL_BANNER)
}

fn division(row: BTreeMap<String, String>) -> DivisionRow {
    DivisionRow {
        code: row["code"].clone(),
        name: row["name"].clone(),
        level: row["level"].clone(),
        r#type: row["type"].clone(),
        parent: row["parent"].clone(),
        first: None,
        last: None,
    }
}

fn work_day(row: BTreeMap<String, String>) -> fuhua::workdays::store::WorkDayRow {
    fuhua::workdays::store::WorkDayRow {
        date: Text(super::day(&row["date"])),
        kind: Text(row["kind"].parse().expect("off or work")),
        name: row["name"].clone(),
        division: None,
        import: None,
    }
}

fn base(house: &House, row: &BTreeMap<String, String>) -> BaseRow {
    BaseRow {
        id: Rec(house.chance.id(house.now())),
        code: row["code"].clone(),
        short_name: row["name"].chars().take(4).collect(),
        name: row["name"].clone(),
        level: if row["level"] == "city" { "city" } else { "banner" }.to_owned(),
        division: row["division"].clone(),
        assumed: row["level"] != "city",
        details: serde_json::json!({}),
        version: 1,
        created_at: house.now().into(),
        updated_at: house.now().into(),
    }
}

/// A live organization as a raw row.
pub async fn organization(house: &House, id: OrganizationId, base: BaseId, name: &str) {
    let mut tx = Tx::new();
    let (id, name) = (tx.bind(rid(id)), tx.bind(name.to_owned()));
    let (base, now) = (tx.bind(rid(base)), tx.bind(At(house.now())));
    tx.run(&format!(
        "CREATE ONLY {id} CONTENT {{ name: {name}, kind: 'association', home_base: {base}, division: '150702',
         live: true, search: {name}, sort_key: {name}, hosts: [], resident: false, details: {{}}, version: 1,
         created_at: {now}, updated_at: {now} }} RETURN NONE"
    ));
    house.db.commit(tx).await.expect("an organization");
}

/// Every table of the schema's files.
pub fn tables() -> Vec<String> {
    let folder = crate::world::root().join("schema/tables");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).expect("schema/tables").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a file of tables");
        let defined = text.lines().filter_map(|line| line.strip_prefix("DEFINE TABLE "));
        names.extend(defined.filter_map(|rest| rest.split_whitespace().next()).map(str::to_owned));
    }
    names.sort();
    names
}
