//! Nothing is given twice, and terms, closures and claims say the same.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use domain::{
    allocation::AllocationState,
    claim::{self, Claim, ClaimState, Policy, Request, Resource, ResourceId},
    day::Day,
    id::{ClaimId, OrganizationId},
};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    claims::store::{self as claims, ClaimRow, ResourceRow},
    db::DbError,
    house::House,
    spaces::{
        store::{AllocationRow, ClosureRow},
        store_terms,
    },
};

type Tell<'a> = &'a mut (dyn FnMut(Finding) + Send);

/// I1: no overlapping active claims beyond a resource's capacity, its wholes and parts counted.
/// Each claim must still be granted if it were asked for now among all the others.
pub async fn capacity(house: &House, tell: Tell<'_>) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "resource");
    while let Some(batch) = rows.next::<ResourceRow>().await? {
        for row in batch {
            let row = match row {
                Ok(row) => row,
                Err((id, why)) => {
                    tell(Finding::new("claims", store::shown(&id), why));
                    continue;
                }
            };
            if row.key().as_str() == row.root {
                family(house, &row.resource(), tell).await?;
            }
        }
    }
    Ok(())
}

async fn family(house: &House, root: &Resource, tell: Tell<'_>) -> Result<(), DbError> {
    let reads = (claims::claims(&root.id, DateTime::UNIX_EPOCH), claims::family(&root.id));
    let (all, members) = house.db.read(reads).await?;
    if all.is_empty() {
        return Ok(());
    }
    let members: Vec<Resource> = members.iter().map(ResourceRow::resource).collect();
    let mut active: Vec<Claim> = Vec::new();
    for row in &all {
        match row.claim() {
            Ok(claim) if claim.state == ClaimState::Active => active.push(claim),
            Ok(_) => {}
            Err(error) => tell(Finding::new("claims", row.id.0, error)),
        }
    }
    // In the order of their beginnings, each among those that overlap it alone: years of use leave
    // many thousands on one building, and all against all would take hours.
    active.sort_by_key(|claim| (claim.interval.from(), claim.id));
    let related = related(&members);
    let nobody = Vec::new();
    let mut open: Vec<&Claim> = Vec::new();
    for (at, claim) in active.iter().enumerate() {
        open.retain(|other| other.interval.to() > claim.interval.from());
        let kin = related.get(&claim.resource).unwrap_or(&nobody);
        let later = active[at..].iter().take_while(|other| other.interval.from() < claim.interval.to());
        let around = open.iter().copied().chain(later).filter(|other| kin.iter().any(|kin| kin.id == other.resource));
        let around: Vec<Claim> = around.cloned().collect();
        open.push(claim);
        let request = Request {
            resource: claim.resource.clone(),
            interval: claim.interval,
            units: claim.units,
            holder: claim.holder.clone(),
            purpose: claim.purpose,
            buffer_exempt: true,
        };
        let granted = claim::decide(&request, kin, &around, &Policy::default(), house.now(), &[claim.id]);
        if let Err(blocked) = granted {
            let others: Vec<String> = blocked.claims.iter().map(ToString::to_string).collect();
            let what = format!("{} on {} {}", blocked.code.as_str(), claim.resource, others.join(" "));
            tell(Finding::new("claims", claim.id, what.trim_end()));
        }
    }
    Ok(())
}

/// Of each resource: itself, its wholes and its parts; no other claim has to do with one on it.
fn related(members: &[Resource]) -> BTreeMap<ResourceId, Vec<Resource>> {
    let kin = |a: &Resource, b: &Resource| a.id == b.id || a.ancestors.contains(&b.id) || b.ancestors.contains(&a.id);
    let of = |one: &Resource| members.iter().filter(|other| kin(one, other)).cloned().collect();
    members.iter().map(|member| (member.id.clone(), of(member))).collect()
}

/// What a term or a closure says of its claim.
struct Said {
    claim: ClaimId,
    live: bool,
    resource: String,
    holder: Option<String>,
    source: String,
    /// The last day of one that was given back: its claim ends with it, today perhaps.
    last: Option<Day>,
}

async fn agree(house: &House, invariant: &'static str, said: Vec<Said>, tell: Tell<'_>) -> Result<(), DbError> {
    let ids: Vec<ClaimId> = said.iter().map(|said| said.claim).collect();
    let rows: BTreeMap<ClaimId, ClaimRow> = claims::find_all(&house.db, &ids).await?;
    for said in said {
        // One that is missing is a link that leads nowhere, and found there.
        let Some(row) = rows.get(&said.claim) else { continue };
        let mut wrong = Vec::new();
        // A term that ran out, or was given back, leaves its claim as it is: it ended, or ends, with it.
        let ends = said.last.map_or(house.now(), |last| last.ends_at(house.zone).max(house.now()));
        let blocks = row.live && row.to.0 > ends;
        if (said.live && !row.live) || (!said.live && blocks) {
            wrong.push(format!("is {}, its claim is not", if said.live { "live" } else { "over" }));
        }
        if row.resource != said.resource {
            wrong.push(format!("is of {}, its claim of {}", said.resource, row.resource));
        }
        if said.holder.as_ref().is_some_and(|holder| *holder != row.holder) {
            wrong.push(format!("its claim is held by {}", row.holder));
        }
        for what in wrong {
            tell(Finding::new(invariant, &said.source, what));
        }
    }
    Ok(())
}

/// Each term has its claim; one that is over has let go of it; I6: nobody who is dissolved has a
/// term to come.
pub async fn terms(house: &House, tell: Tell<'_>) -> Result<(), DbError> {
    let (mut rows, today) = (Rows::of(&house.db, "allocation"), house.today());
    while let Some(batch) = rows.next::<AllocationRow>().await? {
        let mut said = Vec::new();
        let to_come = batch.iter().flatten().filter(|row| row.is_live() && row.ends.0 >= today);
        let holders: BTreeSet<OrganizationId> = to_come.map(|row| row.organization.0).collect();
        let holders = store_terms::holders(&holders.into_iter().collect::<Vec<_>>());
        let rows_of_holders = house.db.read(holders).await?;
        let dissolved: BTreeSet<OrganizationId> =
            rows_of_holders.iter().filter(|row| !row.live).map(|row| row.id.0).collect();
        for row in batch {
            let row = match row {
                Ok(row) => row,
                Err((id, why)) => {
                    tell(Finding::new("terms", store::shown(&id), why));
                    continue;
                }
            };
            if row.is_live() && row.ends.0 >= today && dissolved.contains(&row.organization.0) {
                tell(Finding::new("terms", row.id.0, format!("{} is dissolved", row.organization.0)));
            }
            said.push(Said {
                claim: row.claim.0,
                live: row.is_live(),
                resource: row.space.0.to_string(),
                holder: Some(row.organization.0.to_string()),
                source: row.id.0.to_string(),
                last: row.last.filter(|_| row.state.0 == AllocationState::Ended).map(|day| day.0),
            });
        }
        agree(house, "terms", said, tell).await?;
    }
    Ok(())
}

/// Each closure has its claim.
pub async fn closures(house: &House, tell: Tell<'_>) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "closure");
    while let Some(batch) = rows.next::<ClosureRow>().await? {
        let mut said = Vec::new();
        for row in batch {
            match row {
                Ok(row) => said.push(Said {
                    claim: row.claim.0,
                    live: row.live,
                    resource: row.space.0.to_string(),
                    holder: None,
                    source: row.id.0.to_string(),
                    last: None,
                }),
                Err((id, why)) => tell(Finding::new("closures", store::shown(&id), why)),
            }
        }
        agree(house, "closures", said, tell).await?;
    }
    Ok(())
}
