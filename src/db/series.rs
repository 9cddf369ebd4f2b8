//! Numbers that people read: series without gaps, each number given once.

use surrealdb::types::{RecordId, SurrealValue};

use super::{Db, DbError, Tx, error::STALE};

/// The last number of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SurrealValue)]
pub struct CounterRow {
    /// The last number that was given.
    pub last: i64,
}

/// The number that comes next in a series, not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    series: String,
    last: i64,
}

impl Next {
    /// Reads it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(db: &Db, series: &str) -> Result<Self, DbError> {
        let record = RecordId::new("counter", series.to_owned());
        let last = db.find_record::<CounterRow>("counter", record).await?.map_or(0, |row| row.last);
        Ok(Self { series: series.to_owned(), last })
    }

    /// The number.
    #[must_use]
    pub fn number(&self) -> i64 {
        self.last + 1
    }

    /// Takes it within a transaction; who takes it at the same moment conflicts.
    pub fn take(&self, tx: &mut Tx) {
        let record = RecordId::new("counter", self.series.clone());
        let (id, seen, next) = (tx.bind(record), tx.bind(self.last), tx.bind(self.number()));
        tx.run(&format!("IF ({id}.last ?? 0) != {seen} {{ THROW '{STALE}' }}"));
        tx.run(&format!("UPSERT {id} SET last = {next} RETURN NONE"));
    }
}
