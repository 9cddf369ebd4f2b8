//! Rows of divisions and of days that differ from the plain week.

use domain::{day::Day, workday::DayMark};
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::db::{Civil, Db, DbError, Text, Tx, rid_of};

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

/// A day that differs from Monday to Friday, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct WorkDayRow {
    /// The day.
    pub date: Civil,
    /// Off, or worked to make up.
    pub kind: Text<DayMark>,
    /// Why.
    pub name: String,
    /// Only in this division.
    pub division: Option<String>,
    /// Import that brought it.
    pub import: Option<String>,
}

/// Record of a division.
#[must_use]
pub fn record(code: &str) -> RecordId {
    RecordId::new("division", code)
}

/// Record of a day.
#[must_use]
pub fn day_record(date: Day, division: Option<&str>) -> RecordId {
    rid_of("work_day", vec![Value::String(date.to_string()), Value::String(division.unwrap_or_default().to_owned())])
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
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Value> = codes.iter().map(|code| Value::RecordId(record(code))).collect();
    db.select("divisions_named", "SELECT * FROM $ids", [("ids", Value::Array(ids.into()))]).await
}

/// All divisions, for matching the names of a spreadsheet: some 1,500 rows in one read.
pub async fn all(db: &Db) -> Result<Vec<DivisionRow>, DbError> {
    db.select("divisions_all", "SELECT * FROM division", []).await
}

/// All days that differ from the plain week, in order.
pub async fn work_days(db: &Db) -> Result<Vec<WorkDayRow>, DbError> {
    let mut rows: Vec<WorkDayRow> = db.select("work_days", "SELECT * FROM work_day", []).await?;
    rows.sort_by_key(|row| row.date);
    Ok(rows)
}

/// Adds divisions to a transaction.
pub fn insert(tx: &mut Tx, rows: Vec<DivisionRow>) {
    let rows: Vec<Value> = rows.into_iter().map(|row| with_id(record(&row.code), row)).collect();
    tx.insert_all("division", rows);
}

/// Adds days to a transaction.
pub fn insert_days(tx: &mut Tx, rows: Vec<WorkDayRow>) {
    let rows: Vec<Value> =
        rows.into_iter().map(|row| with_id(day_record(row.date.0, row.division.as_deref()), row)).collect();
    tx.insert_all("work_day", rows);
}

fn with_id(id: RecordId, row: impl SurrealValue) -> Value {
    let mut value = row.into_value();
    if let Value::Object(object) = &mut value {
        object.insert("id".to_owned(), Value::RecordId(id));
    }
    value
}

/// Whether six digits are a registration authority: a division of ours or one above it, or the
/// ministry, which registers under the code of the whole country.
pub async fn is_authority(db: &Db, code: &str) -> Result<bool, DbError> {
    Ok(code == "100000" || find(db, code).await?.is_some() || !below(db, code).await?.is_empty())
}
