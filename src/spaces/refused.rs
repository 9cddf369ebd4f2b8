//! What a person hears when a space is taken: what blocks and when, in days; what else would do;
//! and who has it, but only for those who may see that.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts},
    claim::{self, Alternative, Attributes, Blocked, Candidate, Claim, Purpose, Request, Resource, ResourceId},
    day::{Day, DaySpan, Instant, Moment},
    id::{OrganizationId, SpaceId},
    interval::Interval,
    refusal::{Code, Refusal},
    space::layout::natural,
};
use serde_json::{Value, json};

use super::{
    rules::TermRules,
    store::{self, SpaceRow},
    store_terms,
};
use crate::{
    claims::{self, service::Family},
    fault::Fault,
    house::House,
    http::Caller,
};

/// Spaces that are weighed as alternatives, the nearest first; each costs a part of a read.
const CANDIDATES: usize = 24;
/// Alternatives that are offered.
const OFFERED: usize = 5;

/// A request that may have been refused, with all that was read for it.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The space.
    pub space: &'a SpaceRow,
    /// The family of the space.
    pub family: &'a Family,
    /// The days.
    pub days: DaySpan,
    /// For whom, as the text of a typed identifier.
    pub holder: String,
    /// What for.
    pub purpose: Purpose,
    /// The claim that the request replaces.
    pub own: Option<domain::id::ClaimId>,
    /// Whether other spaces are offered.
    pub offer: bool,
    /// The base's rules.
    pub rules: &'a TermRules,
    /// The moment of the decision.
    pub at: Moment,
}

/// Puts a refusal into the words of days and places; other refusals stay as they are.
///
/// # Errors
/// When something cannot be read.
pub async fn explained(house: &House, by: &Caller, asked: &Asked<'_>, refusal: Refusal) -> Result<Refusal, Fault> {
    if refusal.code != Code::Taken {
        return Ok(refusal);
    }
    let request = Request {
        resource: asked.space.id.0.into(),
        interval: asked.days.to_interval(asked.at.zone),
        units: 1,
        holder: asked.holder.clone(),
        purpose: asked.purpose,
        buffer_exempt: true,
    };
    let own: Vec<_> = asked.own.into_iter().collect();
    let (policy, now) = (&asked.rules.rules.policy, asked.at.now);
    let decided = claim::decide(&request, &asked.family.resources, &asked.family.claims, policy, now, &own);
    let Err(blocked) = decided else { return Ok(refusal) };
    let mut refusal = in_days(Refusal::state(Code::Taken), &blocked, asked.at);
    let code = match code_of(house, asked.space, &blocked.resource).await? {
        Some(code) => code,
        None => asked.space.code.clone(),
    };
    refusal = refusal.with("space_code", code);
    if by.can(Action::AllocationsRead, &Facts::of_base(asked.space.base.0)).is_none() {
        refusal = refusal.with("holders", holders(house, asked.family, &blocked, asked.at).await?);
    }
    if asked.offer {
        refusal = refusal.with("alternatives", offers(house, asked, &request).await?);
    }
    Ok(refusal)
}

/// The same values as the core gives, with days for instants: a term begins and ends with a day.
fn in_days(refusal: Refusal, blocked: &Blocked, at: Moment) -> Refusal {
    let mut refusal = refusal.with("resource", blocked.resource.as_str());
    if let Some(interval) = blocked.interval {
        let (from, to) = days(interval, at);
        refusal = refusal.with("from", from.to_string()).with("to", to.map(|day| day.to_string()));
    }
    if let Some(free) = blocked.free_from {
        refusal = refusal.with("free_from", first_whole_day(free, at).to_string());
    }
    let purposes: Vec<&str> = blocked.purposes.iter().map(|purpose| purpose.as_str()).collect();
    refusal.with("purposes", purposes)
}

/// First and last day that an interval touches; no last one when it has no end.
fn days(interval: Interval, at: Moment) -> (Day, Option<Day>) {
    let last = interval.to() - chrono::TimeDelta::milliseconds(1);
    (Day::of(interval.from(), at.zone), (!interval.is_open()).then(|| Day::of(last, at.zone)))
}

fn first_whole_day(free: Instant, at: Moment) -> Day {
    let day = Day::of(free, at.zone);
    if day.starts_at(at.zone) == free { day } else { day.plus(1) }
}

async fn code_of(house: &House, asked: &SpaceRow, resource: &ResourceId) -> Result<Option<String>, Fault> {
    let Ok(id) = resource.as_str().parse::<SpaceId>() else { return Ok(None) };
    if id == asked.id.0 {
        return Ok(Some(asked.code.clone()));
    }
    Ok(store::find_space(&house.db, id).await?.map(|row| row.code))
}

/// Who is in the way, for those who may see it.
async fn holders(house: &House, family: &Family, blocked: &Blocked, at: Moment) -> Result<Value, Fault> {
    let claims: Vec<&Claim> = family
        .claims
        .iter()
        .filter(|claim| claim.purpose == Purpose::Term && blocked.claims.contains(&claim.id))
        .collect();
    let ids: Vec<OrganizationId> = claims.iter().filter_map(|claim| claim.holder.parse().ok()).collect();
    let rows = house.db.read(store_terms::holders(&ids)).await?;
    let names: BTreeMap<String, String> = rows.into_iter().map(|row| (row.id.0.to_string(), row.name)).collect();
    let one = |claim: &&Claim| {
        let (from, to) = days(claim.interval, at);
        json!({
            "organization": claim.holder,
            "name": names.get(&claim.holder),
            "from": from.to_string(),
            "to": to.map(|day| day.to_string()),
        })
    };
    Ok(claims.iter().map(one).collect())
}

/// Other spaces of the same kind in the base, the same floor first.
async fn offers(house: &House, asked: &Asked<'_>, request: &Request) -> Result<Value, Fault> {
    let mut others: Vec<SpaceRow> = house
        .db
        .read(store::spaces(asked.space.base.0))
        .await?
        .into_iter()
        .filter(|row| row.assignable && row.kind == asked.space.kind && row.id != asked.space.id)
        .collect();
    others.sort_by_cached_key(|row| (row.floor != asked.space.floor, natural(&row.code)));
    others.truncate(CANDIDATES);
    let ids: Vec<ResourceId> = others.iter().map(|row| row.id.0.into()).collect();
    let roots = claims::service::roots(&house.db, &ids).await?;
    let mut families: BTreeMap<&ResourceId, (Vec<Resource>, Vec<Claim>)> = BTreeMap::new();
    for root in &roots {
        if !families.contains_key(root) {
            let family = Family::read(&house.db, root, request.interval.from()).await?;
            families.insert(root, (family.resources, family.claims));
        }
    }
    let candidates: Vec<Candidate> = others
        .iter()
        .zip(&roots)
        .map(|(row, root)| {
            let (family, claims) = families.get(root).cloned().unwrap_or_default();
            Candidate { id: row.id.0.into(), family, claims, attributes: attributes(row) }
        })
        .collect();
    let policy = &asked.rules.rules.policy;
    let best = claim::alternatives(request, &attributes(asked.space), &candidates, policy, asked.at.now, OFFERED);
    let floors = house.db.read(store::floors(asked.space.base.0)).await?;
    let one = |offer: &Alternative| {
        let row = others.iter().find(|row| ResourceId::from(row.id.0) == offer.resource)?;
        let floor = floors.iter().find(|floor| floor.id == row.floor);
        let (from, to) = days(offer.interval, asked.at);
        Some(json!({
            "space": row.id.0.to_string(),
            "code": row.code,
            "floor": floor.map(|floor| &floor.name),
            "availability": offer.availability.as_str(),
            "from": from.to_string(),
            "to": to.map(|day| day.to_string()),
            "likeness": offer.likeness.iter().map(|like| like.as_str()).collect::<Vec<_>>(),
        }))
    };
    Ok(best.iter().filter_map(one).collect())
}

fn attributes(row: &SpaceRow) -> Attributes {
    Attributes {
        floor: Some(row.floor.0.to_string()),
        kind: Some(row.kind.0.as_str().to_owned()),
        seats: u32::try_from(row.seats).ok(),
    }
}
