//! A space becomes part of another one, or stands by itself again: a desk that went to another room.
//!
//! What one claims of a part takes the whole, so a space that moves takes its claims along: its
//! resource and those of its parts get other wholes, and their claims another root. Nothing may then
//! be taken twice. Both roots are guarded, so whoever gives away something of either side at the same
//! moment decides again on what is written here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use domain::{
    claim::{self, Claim, Policy, Request, Resource, ResourceId},
    code::Code,
    id::SpaceId,
    refusal::{FieldFault, Refusal},
};

use super::{
    service::{MAX_DEPTH, ancestors, resource},
    store::{self, SpaceRow},
};
use crate::{
    claims::{
        service::{Family, roots},
        store::{ClaimRow, ResourceRow, resource_record},
    },
    db::Tx,
    fault::Fault,
    house::House,
};

/// Roots that a move has to do with: of the space, and of what it becomes part of.
///
/// # Errors
/// `not_found` at `parent`.
pub async fn roots_of(house: &House, id: SpaceId, whole: Option<SpaceId>) -> Result<Vec<ResourceId>, Fault> {
    let mut found = roots(&house.db, &[id.into()]).await?;
    if let Some(whole) = whole {
        let of_whole = roots(&house.db, &[whole.into()]).await;
        found.extend(of_whole.map_err(|_| Refusal::field("parent", Code::NotFound))?);
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Adds to a transaction all that a move changes besides the space's own row.
///
/// # Errors
/// At `parent`: `not_found` for one of another base, `out_of_range` where parts of parts go too deep or
/// round in a circle, `parts_meet` where something would be taken twice.
pub async fn prepare(
    house: &House,
    tx: &mut Tx,
    row: &SpaceRow,
    whole: Option<SpaceId>,
    guarded: &[ResourceId],
) -> Result<(), Fault> {
    let spaces = house.db.read(store::spaces(row.base.0)).await?;
    let resources = resources_after(&spaces, row.id.0, whole)?;
    let mut families = Vec::new();
    for root in guarded {
        // All claims, past ones too: they follow their resource.
        families.push(Family::read(&house.db, root, DateTime::UNIX_EPOCH).await?);
    }
    fits(house, &spaces, &families, &resources)?;
    let moved: BTreeSet<&ResourceId> = resources.keys().collect();
    for family in &families {
        // A root that moves is written anyway, by its version.
        if !moved.contains(&family.root()) {
            family.guard(&house.db, tx);
        }
        for before in family.members().iter().filter(|member| moved.contains(&member.key())) {
            if let Some(after) = resources.get(&before.key()) {
                let after = ResourceRow { version: before.version + 1, ..ResourceRow::new(after, &before.kind) };
                tx.replace_record(resource_record(&before.key()), before.version, after);
            }
        }
        for before in family.claim_rows() {
            if let Some(after) = resources.get(&ResourceId::new(before.resource.clone())) {
                let root = after.root.to_string();
                tx.replace(
                    before.id.0,
                    before.version,
                    ClaimRow { root, version: before.version + 1, ..before.clone() },
                );
            }
        }
    }
    Ok(())
}

/// The resources of the space and of its parts as they are after the move.
fn resources_after(
    spaces: &[SpaceRow],
    id: SpaceId,
    whole: Option<SpaceId>,
) -> Result<BTreeMap<ResourceId, Resource>, Refusal> {
    let mut wholes: BTreeMap<SpaceId, SpaceId> =
        spaces.iter().filter_map(|row| Some((row.id.0, row.parent?.0))).collect();
    let within = |space: SpaceId, wholes: &BTreeMap<SpaceId, SpaceId>| {
        std::iter::successors(Some(space), |space| wholes.get(space).copied()).take(MAX_DEPTH + 1).any(|at| at == id)
    };
    let moved: Vec<SpaceId> = spaces.iter().map(|row| row.id.0).filter(|space| within(*space, &wholes)).collect();
    match whole {
        Some(whole) if !spaces.iter().any(|row| row.id.0 == whole) => {
            return Err(Refusal::field("parent", Code::NotFound));
        }
        Some(whole) => wholes.insert(id, whole),
        None => wholes.remove(&id),
    };
    let deep =
        || Refusal::fields(vec![FieldFault::new("parent", Code::OutOfRange).with("min", 0).with("max", MAX_DEPTH)]);
    moved
        .into_iter()
        .map(|space| {
            let above = ancestors(space, &wholes).filter(|above| !above.contains(&space)).ok_or_else(deep)?;
            Ok((space.into(), resource(space, &above)))
        })
        .collect()
}

/// Nothing of what moves meets anything else where it comes to.
fn fits(
    house: &House,
    spaces: &[SpaceRow],
    families: &[Family],
    moved: &BTreeMap<ResourceId, Resource>,
) -> Result<(), Refusal> {
    let members: Vec<Resource> = families
        .iter()
        .flat_map(|family| &family.resources)
        .map(|member| moved.get(&member.id).unwrap_or(member).clone())
        .collect();
    let claims: Vec<Claim> = families.iter().flat_map(|family| family.claims.clone()).collect();
    let now = house.now();
    let policy = Policy { pending_blocks: true, ..Policy::default() };
    for claim in claims.iter().filter(|claim| moved.contains_key(&claim.resource) && claim.blocks(&policy, now)) {
        if claim.interval.to() <= now {
            continue;
        }
        let request = Request {
            resource: claim.resource.clone(),
            interval: claim.interval,
            units: claim.units,
            holder: claim.holder.clone(),
            purpose: claim.purpose,
            buffer_exempt: true,
        };
        if claim::decide(&request, &members, &claims, &policy, now, &[claim.id]).is_err() {
            let code =
                spaces.iter().find(|row| ResourceId::from(row.id.0) == claim.resource).map(|row| row.code.clone());
            let fault = FieldFault::new("parent", Code::PartsMeet).with("value", code.unwrap_or_default());
            return Err(Refusal::fields(vec![fault]));
        }
    }
    Ok(())
}
