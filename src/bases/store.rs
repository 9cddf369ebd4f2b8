//! Rows of bases.

use domain::{access::Reached, id::BaseId};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Db, DbError, Rec, rid};

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
    db.select("bases_all", "SELECT * FROM base ORDER BY code", []).await
}

/// A base.
pub async fn find(db: &Db, id: BaseId) -> Result<Option<BaseRow>, DbError> {
    db.find_record("base", rid(id)).await
}

/// The base with a code.
pub async fn find_by_code(db: &Db, code: &str) -> Result<Option<BaseRow>, DbError> {
    db.find("base_by_code", "SELECT * FROM base WHERE code = $code", [("code", Value::String(code.to_owned()))]).await
}

/// Bases within a caller's reach, in order of their codes.
pub async fn within(db: &Db, reach: &Reached) -> Result<Vec<BaseRow>, DbError> {
    match reach {
        Reached::Nothing => Ok(Vec::new()),
        Reached::All => all(db).await,
        Reached::Within { bases, .. } if bases.is_empty() => Ok(Vec::new()),
        Reached::Within { bases, .. } => {
            let ids: Vec<Value> = bases.iter().map(|id| Value::RecordId(rid(*id))).collect();
            let mut rows: Vec<BaseRow> =
                db.select("bases_within", "SELECT * FROM $ids", [("ids", Value::Array(ids.into()))]).await?;
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            Ok(rows)
        }
    }
}
