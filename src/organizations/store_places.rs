//! Which places an organization has: read from the rows of allocations and spaces, which the room of
//! spaces owns and writes. Nothing is written from here.

use domain::id::{BaseId, OrganizationId, SpaceId};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{Db, DbError, Rec, rid};

/// A place that an organization has or will have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The base.
    pub base: BaseId,
    /// Code of the room or desk.
    pub code: String,
}

#[derive(Debug, SurrealValue)]
struct Term {
    space: Rec<SpaceId>,
    state: String,
}
#[derive(Debug, SurrealValue)]
struct Space {
    id: Rec<SpaceId>,
    base: Rec<BaseId>,
    code: String,
}

/// The places of an organization, reserved ones too, by base and code.
pub async fn of(db: &Db, organization: OrganizationId) -> Result<Vec<Place>, DbError> {
    // All terms, past ones too: a handful in an organization's life.
    let terms: Vec<Term> = db
        .select(
            "organizations_terms",
            "SELECT space, state FROM allocation WHERE organization = $organization",
            [("organization", Value::RecordId(rid(organization)))],
        )
        .await?;
    let mut ids: Vec<SpaceId> = terms
        .into_iter()
        .filter(|term| matches!(term.state.as_str(), "reserved" | "occupied"))
        .map(|term| term.space.0)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Value> = ids.into_iter().map(|id| Value::RecordId(rid(id))).collect();
    let spaces: Vec<Space> = db
        .select("organizations_spaces", "SELECT id, base, code FROM $ids", [("ids", Value::Array(ids.into()))])
        .await?;
    let mut places: Vec<Place> =
        spaces.into_iter().map(|space| Place { base: space.base.0, code: space.code }).collect();
    places.sort_by(|a, b| (a.base, &a.code).cmp(&(b.base, &b.code)));
    Ok(places)
}
