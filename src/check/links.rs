//! Every link leads somewhere, and every code names one thing.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sha2::{Digest, Sha256};
use surrealdb::types::{RecordId, Value};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::db::{Db, DbError};

/// Fields that no two rows of a table share.
const CODES: &[(&str, &str)] = &[
    ("account", "login"),
    ("base", "code"),
    ("organization", "identity_key"),
    ("space", "code_key"),
    ("application", "number"),
    ("application", "open_key"),
    ("review_sheet", "seat"),
    ("objection", "number"),
    ("residency", "live_key"),
    ("agreement", "number"),
    ("assessment", "seat"),
    ("progress_report", "seat"),
    ("filing", "live"),
    ("certificate", "number"),
    ("certificate", "code"),
    ("certificate", "live_key"),
];

/// Every link in every row of every table: the scope of a role, the space of a term, all of them.
pub async fn all(db: &Db, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    for table in store::tables(db).await? {
        let mut rows = Rows::of(db, table);
        while let Some(batch) = rows.next_raw().await? {
            let mut links: Vec<(String, RecordId)> = Vec::new();
            for (id, row) in &batch {
                if let Value::Object(object) = row {
                    for (field, value) in object.iter().filter(|(field, _)| *field != "id") {
                        collect(&format!("{} {field}", store::shown(id)), value, &mut links);
                    }
                }
            }
            let wanted: BTreeMap<String, &RecordId> = links.iter().map(|(_, id)| (store::shown(id), id)).collect();
            let ids = wanted.values().map(|id| Value::RecordId((*id).clone())).collect();
            let names: BTreeSet<String> = wanted.into_keys().collect();
            let present = store::present(db, &names, ids).await?;
            for (from, to) in &links {
                if !present.contains(&store::shown(to)) {
                    tell(Finding::new("links", from, format!("leads to {}, which is not there", store::shown(to))));
                }
            }
        }
    }
    Ok(())
}

fn collect(from: &str, value: &Value, links: &mut Vec<(String, RecordId)>) {
    match value {
        Value::RecordId(id) => links.push((from.to_owned(), id.clone())),
        Value::Array(items) => items.iter().for_each(|item| collect(from, item, links)),
        Value::Object(object) => object.iter().for_each(|(_, item)| collect(from, item, links)),
        _ => {}
    }
}

/// Codes are unique: read from the rows, not from the index that should keep them so.
pub async fn codes(db: &Db, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    for (table, field) in CODES {
        // Sixteen bytes a code, whatever its length.
        let mut seen: HashSet<[u8; 16]> = HashSet::new();
        let mut rows = Rows::of(db, *table);
        while let Some(batch) = rows.next_raw().await? {
            for (id, row) in batch {
                let Value::Object(object) = row else { continue };
                let Some(Value::String(code)) = object.get(*field) else { continue };
                let digest = Sha256::digest(code.as_bytes());
                let mut short = [0; 16];
                short.copy_from_slice(&digest[..16]);
                if !seen.insert(short) {
                    tell(Finding::new("codes", store::shown(&id), format!("{field} {code} is another's too")));
                }
            }
        }
    }
    Ok(())
}
