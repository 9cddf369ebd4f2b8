//! Whole tables, some rows at a time in the order of their keys.

use std::{collections::BTreeSet, ops::Bound};

use surrealdb::types::{RecordId, RecordIdKey, RecordIdKeyRange, SurrealValue, Value};

use crate::db::{Db, DbError};

/// Rows read at a time.
const BATCH: i64 = 1_000;

/// A table being read from its first row to its last.
pub struct Rows<'a> {
    db: &'a Db,
    table: String,
    after: Option<RecordIdKey>,
    done: bool,
}

impl<'a> Rows<'a> {
    /// From the first row on.
    pub fn of(db: &'a Db, table: impl Into<String>) -> Self {
        Self { db, table: table.into(), after: None, done: false }
    }

    /// The next rows as they are stored; none after the last.
    pub async fn next_raw(&mut self) -> Result<Option<Vec<(RecordId, Value)>>, DbError> {
        if self.done {
            return Ok(None);
        }
        let rows: Vec<Value> = match &self.after {
            None => {
                let sql = "SELECT * FROM type::table($table) ORDER BY id LIMIT $limit";
                let binds = [("table", Value::String(self.table.clone())), ("limit", Value::from_int(BATCH))];
                self.db.select("check_first", sql, binds).await?
            }
            Some(last) => {
                let range = RecordIdKeyRange { start: Bound::Excluded(last.clone()), end: Bound::Unbounded };
                let rows = RecordId::new(self.table.as_str(), RecordIdKey::Range(Box::new(range)));
                let binds = [("rows", Value::RecordId(rows)), ("limit", Value::from_int(BATCH))];
                self.db.select("check_next", "SELECT * FROM $rows LIMIT $limit", binds).await?
            }
        };
        self.done = (rows.len() as i64) < BATCH;
        let rows: Vec<(RecordId, Value)> = rows.into_iter().filter_map(|row| Some((id_of(&row)?, row))).collect();
        self.after = rows.last().map(|(id, _)| id.key.clone());
        Ok((!rows.is_empty()).then_some(rows))
    }

    /// The next rows as a type; a row that does not fit it comes with its record and the reason.
    pub async fn next<T: SurrealValue>(&mut self) -> Result<Option<Vec<Result<T, (RecordId, String)>>>, DbError> {
        let Some(rows) = self.next_raw().await? else { return Ok(None) };
        Ok(Some(
            rows.into_iter().map(|(id, row)| T::from_value(row).map_err(|error| (id, error.to_string()))).collect(),
        ))
    }
}

fn id_of(row: &Value) -> Option<RecordId> {
    match row {
        Value::Object(object) => match object.get("id") {
            Some(Value::RecordId(id)) => Some(id.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// All tables of the database.
pub async fn tables(db: &Db) -> Result<Vec<String>, DbError> {
    #[derive(SurrealValue)]
    struct Info {
        tables: Vec<Table>,
    }
    #[derive(SurrealValue)]
    struct Table {
        name: String,
    }
    let info: Option<Info> = db.find("check_tables", "INFO FOR DB STRUCTURE", []).await?;
    Ok(info.map(|info| info.tables.into_iter().map(|table| table.name).collect()).unwrap_or_default())
}

/// Those of some records that are there, as text.
pub async fn present(db: &Db, records: &BTreeSet<String>, ids: Vec<Value>) -> Result<BTreeSet<String>, DbError> {
    if records.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found: Vec<RecordId> =
        db.select("check_present", "SELECT VALUE id FROM $ids", [("ids", Value::Array(ids.into()))]).await?;
    Ok(found.iter().map(shown).collect())
}

/// A record as the log would show it.
pub fn shown(record: &RecordId) -> String {
    let key = match &record.key {
        RecordIdKey::String(key) => key.clone(),
        RecordIdKey::Number(key) => key.to_string(),
        other => format!("{other:?}"),
    };
    format!("{}:{key}", record.table.as_str())
}
