//! Which places an organization has: read from the rows of allocations and spaces, which the room of
//! spaces owns and writes. Nothing is written from here.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{BaseId, OrganizationId, SpaceId};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{Db, DbError, Read, Rec, rid};

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
    organization: Rec<OrganizationId>,
    space: Rec<SpaceId>,
    state: String,
}
#[derive(Debug, SurrealValue)]
struct Space {
    id: Rec<SpaceId>,
    base: Rec<BaseId>,
    code: String,
}

/// The places of some organizations, reserved ones too, by base and code: two reads for a whole page.
pub async fn of(
    db: &Db,
    organizations: impl IntoIterator<Item = OrganizationId>,
) -> Result<BTreeMap<OrganizationId, Vec<Place>>, DbError> {
    let organizations: Vec<Value> = organizations.into_iter().map(|id| Value::RecordId(rid(id))).collect();
    if organizations.is_empty() {
        return Ok(BTreeMap::new());
    }
    // All terms, past ones too: a handful in an organization's life.
    let sql = "SELECT organization, space, state FROM allocation WHERE organization IN $organizations";
    let read = Read::new("organizations_terms", sql).bind("organizations", Value::Array(organizations.into()));
    let mut terms: Vec<Term> = db.read(read).await?;
    terms.retain(|term| matches!(term.state.as_str(), "reserved" | "occupied"));
    let ids: BTreeSet<SpaceId> = terms.iter().map(|term| term.space.0).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Value> = ids.into_iter().map(|id| Value::RecordId(rid(id))).collect();
    let read = Read::new("organizations_spaces", "SELECT id, base, code FROM $ids");
    let spaces: Vec<Space> = db.read(read.bind("ids", Value::Array(ids.into()))).await?;
    let spaces: BTreeMap<SpaceId, Space> = spaces.into_iter().map(|space| (space.id.0, space)).collect();
    let mut places: BTreeMap<OrganizationId, Vec<Place>> = BTreeMap::new();
    for term in terms {
        let Some(space) = spaces.get(&term.space.0) else { continue };
        let of = places.entry(term.organization.0).or_default();
        of.push(Place { base: space.base.0, code: space.code.clone() });
    }
    for of in places.values_mut() {
        of.sort_by(|a, b| (a.base, &a.code).cmp(&(b.base, &b.code)));
        // One that goes on in the same room has two terms there.
        of.dedup();
    }
    Ok(places)
}
