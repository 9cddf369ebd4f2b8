//! Rows of days that differ from the plain week.

use domain::{day::Day, workday::DayMark};
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::db::{self, Civil, Db, DbError, Read, Text, Tx, rid_of};

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

/// Record of a day.
#[must_use]
pub fn record(date: Day, division: Option<&str>) -> RecordId {
    rid_of("work_day", vec![Value::String(date.to_string()), Value::String(division.unwrap_or_default().to_owned())])
}

/// All days that differ from the plain week, in order.
pub async fn all(db: &Db) -> Result<Vec<WorkDayRow>, DbError> {
    db.read(every()).await
}

/// The read of [`all`].
#[must_use]
pub fn every() -> Read<WorkDayRow> {
    Read::new("work_days", "SELECT * FROM work_day").tidied(|rows| rows.sort_by_key(|row: &WorkDayRow| row.date))
}

/// Adds days to a transaction.
pub fn insert(tx: &mut Tx, rows: Vec<WorkDayRow>) {
    let rows: Vec<Value> =
        rows.into_iter().map(|row| db::with_id(record(row.date.0, row.division.as_deref()), row)).collect();
    tx.insert_all("work_day", rows);
}
