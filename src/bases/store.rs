//! Rows of bases.

use domain::{access::Reached, id::BaseId};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Db, DbError, Read, Rec, rid};

/// A base as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct BaseRow {
    /// Identifier.
    pub id: Rec<BaseId>,
    /// Code, such as `B03`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// `city` or `banner`.
    pub level: String,
    /// Code of its division.
    pub division: String,
    /// The record is an assumption of the demo data, not a fact.
    pub assumed: bool,
    /// All further particulars, see `api::BaseDetails`.
    pub details: Json,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// All bases, in order of their codes: a prefecture has some dozen, a province some 150.
pub async fn all(db: &Db) -> Result<Vec<BaseRow>, DbError> {
    db.read(every()).await
}

/// The read of [`all`].
#[must_use]
pub fn every() -> Read<BaseRow> {
    Read::new("bases_all", "SELECT * FROM base ORDER BY code")
}

/// A base by its identifier.
#[must_use]
pub fn one(id: BaseId) -> Read<BaseRow> {
    Read::new("base", "SELECT * FROM $id").bind("id", rid(id))
}

/// A base.
pub async fn find(db: &Db, id: BaseId) -> Result<Option<BaseRow>, DbError> {
    db.read_one(one(id)).await
}

/// The base with a code.
pub async fn find_by_code(db: &Db, code: &str) -> Result<Option<BaseRow>, DbError> {
    db.find("base_by_code", "SELECT * FROM base WHERE code = $code", [("code", Value::String(code.to_owned()))]).await
}

/// Bases within a caller's reach, in order of their codes.
pub async fn within(db: &Db, reach: &Reached) -> Result<Vec<BaseRow>, DbError> {
    db.read(reached(reach)).await
}

/// The read of [`within`]; none when nothing is.
#[must_use]
pub fn reached(reach: &Reached) -> Option<Read<BaseRow>> {
    match reach {
        Reached::Nothing => None,
        Reached::All => Some(every()),
        Reached::Within { bases, .. } if bases.is_empty() => None,
        Reached::Within { bases, .. } => {
            let ids: Vec<Value> = bases.iter().map(|id| Value::RecordId(rid(*id))).collect();
            let read = Read::new("bases_within", "SELECT * FROM $ids").bind("ids", Value::Array(ids.into()));
            Some(read.tidied(|rows| rows.sort_by(|a, b| a.code.cmp(&b.code))))
        }
    }
}
