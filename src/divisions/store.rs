//! Rows of divisions.

use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::db::{self, Civil, Db, DbError, Read, Tx};

/// A division as stored; the record's key is the code.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct DivisionRow {
    /// Code: 6, 9 or 12 digits.
    pub code: String,
    /// Name.
    pub name: String,
    /// `city`, `county`, `township`, `village`.
    pub level: String,
    /// Kind, such as 旗 or 苏木.
    pub r#type: String,
    /// Code of the division above.
    pub parent: String,
    /// First day of validity, if known.
    pub first: Option<Civil>,
    /// Last day of validity.
    pub last: Option<Civil>,
}

/// Record of a division.
#[must_use]
pub fn record(code: &str) -> RecordId {
    RecordId::new("division", code)
}

/// A division.
pub async fn find(db: &Db, code: &str) -> Result<Option<DivisionRow>, DbError> {
    db.find_record("division", record(code)).await
}

/// Divisions directly below one.
pub async fn below(db: &Db, parent: &str) -> Result<Vec<DivisionRow>, DbError> {
    let mut rows: Vec<DivisionRow> = db
        .select(
            "divisions_below",
            // Not `$parent`: the engine has a value of that name, and then no index serves.
            "SELECT * FROM division WHERE parent = $above",
            [("above", Value::String(parent.to_owned()))],
        )
        .await?;
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(rows)
}

/// Several divisions by their codes.
pub async fn named(db: &Db, codes: &[String]) -> Result<Vec<DivisionRow>, DbError> {
    db.read(of_codes(codes)).await
}

/// The read of [`named`]; none when there are no codes.
#[must_use]
pub fn of_codes(codes: &[String]) -> Option<Read<DivisionRow>> {
    if codes.is_empty() {
        return None;
    }
    let ids: Vec<Value> = codes.iter().map(|code| Value::RecordId(record(code))).collect();
    Some(Read::new("divisions_named", "SELECT * FROM $ids").bind("ids", Value::Array(ids.into())))
}

/// All divisions, for matching the names of a spreadsheet: some 1,500 rows in one read.
pub async fn all(db: &Db) -> Result<Vec<DivisionRow>, DbError> {
    db.read(every()).await
}

/// The read of [`all`].
#[must_use]
pub fn every() -> Read<DivisionRow> {
    Read::new("divisions_all", "SELECT * FROM division")
}

/// Adds divisions to a transaction.
pub fn insert(tx: &mut Tx, rows: Vec<DivisionRow>) {
    let rows: Vec<Value> = rows.into_iter().map(|row| db::with_id(record(&row.code), row)).collect();
    tx.insert_all("division", rows);
}

/// Whether six digits are a registration authority: a division of ours or one above it, or the
/// ministry, which registers under the code of the whole country.
pub async fn is_authority(db: &Db, code: &str) -> Result<bool, DbError> {
    Ok(code == "100000" || find(db, code).await?.is_some() || !below(db, code).await?.is_empty())
}
