//! What a verb answers when it does not do what was asked.

use std::time::Duration;

use domain::refusal::Refusal;
use serde_json::Value;

use crate::db::{Conflicting, DbError};

/// A verb's "no", with all that its answer needs.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database says no.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The caller's copy is old; `current` is the newer view.
    #[error("changed since it was read")]
    Stale {
        /// The view as it is now.
        current: Box<Value>,
    },
    /// Come again later.
    #[error("{code} for {after:?}", code = code.as_str())]
    Later {
        /// Why.
        code: domain::code::Code,
        /// When.
        after: Duration,
    },
    /// A file could not be written or read.
    #[error("file store: {0}")]
    Files(#[from] std::io::Error),
}

impl Conflicting for Fault {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Db(error) if error.is_conflict())
    }
}
