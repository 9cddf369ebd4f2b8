//! What can go wrong in the database, told apart once and only here.
//!
//! The engine types only some of its errors; a broken unique index arrives as an internal error
//! with nothing but a message. The wording is parsed in this file alone, and a test pins it.

use surrealdb::types::QueryError;

/// What went wrong in the database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// Another writer was first; nothing was applied, the whole decision may be made again.
    #[error("conflict with another writer")]
    Conflict,
    /// A record or a unique key exists already. `what` is the index or the record's table.
    #[error("already there: {what}")]
    Duplicate {
        /// Index or table name.
        what: String,
    },
    /// A row that must be there is not.
    #[error("missing: {0}")]
    Missing(String),
    /// Overloaded or timed out; nothing was applied.
    #[error("busy: {0}")]
    Busy(String),
    /// The connection broke while committing: unknown whether it was applied. Never retried blindly.
    #[error("outcome unknown: {0}")]
    Unknown(String),
    /// What is stored cannot be read as what it should be.
    #[error("corrupt: {0}")]
    Corrupt(String),
    /// The disk refused: full, read-only or failing.
    #[error("storage: {0}")]
    Storage(String),
    /// Anything else the engine says.
    #[error("database: {0}")]
    Engine(String),
}

impl DbError {
    /// Whether deciding and writing again may help.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict)
    }
}

/// The word that our own transactions throw when they are done later than anybody waits for them.
pub(super) const LATE: &str = "fuhua:late";

/// The word that our own transactions throw when a row is no longer what was read.
pub const STALE: &str = "fuhua:stale";

impl From<surrealdb::Error> for DbError {
    fn from(error: surrealdb::Error) -> Self {
        let text = error.message();
        if matches!(error.query_details(), Some(QueryError::TransactionConflict))
            || text.contains("This transaction can be retried")
            || text.contains(STALE)
        {
            return Self::Conflict;
        }
        if matches!(error.query_details(), Some(QueryError::TimedOut { .. })) || text.contains(LATE) {
            return Self::Busy(text.to_owned());
        }
        if error.is_already_exists() {
            return Self::Duplicate { what: record_table(text).unwrap_or_default() };
        }
        if let Some(index) = text.strip_prefix("Database index `").and_then(|rest| rest.split('`').next()) {
            return Self::Duplicate { what: index.to_owned() };
        }
        if error.is_connection() {
            return Self::Unknown(text.to_owned());
        }
        let lower = text.to_lowercase();
        if [
            "no space left",
            "read-only file system",
            "input/output error",
            "disk quota",
            "storage full",
            "file too large",
        ]
        .iter()
        .any(|sign| lower.contains(sign))
        {
            return Self::Storage(text.to_owned());
        }
        if error.is_serialization() {
            return Self::Corrupt(text.to_owned());
        }
        Self::Engine(text.to_owned())
    }
}

/// The table in "Database record `table:key` already exists".
fn record_table(text: &str) -> Option<String> {
    let record = text.split('`').nth(1)?;
    Some(record.split(':').next()?.to_owned())
}
