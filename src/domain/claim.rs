//! The reservation core: who may have a scarce thing from when to when.
//!
//! A desk, a seat of a course and an hour of a mentor are all a [`Resource`] with a capacity, and
//! whoever takes some of it holds a [`Claim`]. The one decision is made over the claims that the
//! transaction has read; the transaction then writes the guard of the resource's root, so that of
//! two writers one reads again.

use std::{collections::BTreeSet, fmt};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    code::Code,
    day::Instant,
    id::{ClaimId, IntakeId, SpaceId},
    interval::Interval,
    refusal::Refusal,
    words::words,
};

mod alternatives;
mod timeline;

pub use alternatives::{Alternative, Attributes, Availability, Candidate, Likeness, alternatives};
use timeline::Timeline;

words! {
    /// What a claim is for; a refusal may name it to anyone.
    pub enum Purpose {
        /// An organization's term in a space.
        Term = "term",
        /// The space is closed.
        Closure = "closure",
        /// A booking of hours or days.
        Booking = "booking",
        /// A seat of a course or an event.
        Seat = "seat",
        /// Hours of a mentor.
        Hours = "hours",
        /// A place of an intake.
        Place = "place",
    }
}

/// Names a resource: the identifier of the space, course run or mentor that it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ResourceId(String);

impl ResourceId {
    /// From the text of a typed identifier.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<SpaceId> for ResourceId {
    fn from(space: SpaceId) -> Self {
        Self(space.to_string())
    }
}

impl From<IntakeId> for ResourceId {
    fn from(intake: IntakeId) -> Self {
        Self(intake.to_string())
    }
}

/// Something scarce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// What it is.
    pub id: ResourceId,
    /// The outermost whole, itself when it is part of nothing; its guard serializes the writers
    /// of the whole family.
    pub root: ResourceId,
    /// The wholes that it is part of, in any order.
    pub ancestors: Vec<ResourceId>,
    /// How many units can be taken at once: 1 for a room or desk, the seats of a course.
    pub capacity: u32,
}

impl Resource {
    /// A thing that is part of nothing.
    #[must_use]
    pub fn whole(id: ResourceId, capacity: u32) -> Self {
        Self { root: id.clone(), id, ancestors: Vec::new(), capacity }
    }
    /// A part of this thing.
    #[must_use]
    pub fn part(&self, id: ResourceId, capacity: u32) -> Self {
        let ancestors = std::iter::once(&self.id).chain(&self.ancestors).cloned().collect();
        Self { id, root: self.root.clone(), ancestors, capacity }
    }
}

/// How firm a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimState {
    /// Kept for someone who has been offered it; at `until` it is free again.
    Held {
        /// The first instant at which it no longer blocks.
        until: Instant,
    },
    /// Asked for, not yet approved.
    Pending,
    /// Taken.
    Active,
    /// Given up, refused or cancelled; kept as history.
    Released,
}

/// Someone has, or asks for, some of a resource for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which claim.
    pub id: ClaimId,
    /// Of what.
    pub resource: ResourceId,
    /// From when to when.
    pub interval: Interval,
    /// How many units.
    pub units: u32,
    /// Who, as the text of a typed identifier.
    pub holder: String,
    /// What for.
    pub purpose: Purpose,
    /// How firm.
    pub state: ClaimState,
}

impl Claim {
    /// Whether it stands in anyone's way at `now`.
    #[must_use]
    pub fn blocks(&self, policy: &Policy, now: Instant) -> bool {
        match self.state {
            ClaimState::Held { until } => now < until,
            ClaimState::Pending => policy.pending_blocks,
            ClaimState::Active => true,
            ClaimState::Released => false,
        }
    }
}

/// The base's rules for a resource, from its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy {
    /// Whether a request that waits for approval already blocks others.
    pub pending_blocks: bool,
    /// Time to set up before a claim.
    pub buffer_before: TimeDelta,
    /// Time to clear up after a claim.
    pub buffer_after: TimeDelta,
    /// Whether clearing up after one and setting up for the next follow each other; otherwise
    /// they happen at the same time and the longer one counts.
    pub buffers_stack: bool,
}

impl Policy {
    /// The shortest time between two neighbours.
    #[must_use]
    pub fn gap(&self) -> TimeDelta {
        let (before, after) = (self.buffer_before.max(TimeDelta::zero()), self.buffer_after.max(TimeDelta::zero()));
        if self.buffers_stack { before.checked_add(&after).unwrap_or(TimeDelta::MAX) } else { before.max(after) }
    }
}

/// What someone wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Of what.
    pub resource: ResourceId,
    /// From when to when.
    pub interval: Interval,
    /// How many units.
    pub units: u32,
    /// Who, as the text of a typed identifier.
    pub holder: String,
    /// What for.
    pub purpose: Purpose,
    /// The role that asks needs no time before or after, such as maintenance.
    pub buffer_exempt: bool,
}

impl Request {
    /// The claim that a granted request becomes.
    #[must_use]
    pub fn claim(&self, id: ClaimId, state: ClaimState) -> Claim {
        Claim {
            id,
            resource: self.resource.clone(),
            interval: self.interval,
            units: self.units,
            holder: self.holder.clone(),
            purpose: self.purpose,
            state,
        }
    }
}

/// The request fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The resource whose guard the transaction writes.
    pub root: ResourceId,
    /// The most units in use at once in that time, this request included; time kept free between
    /// neighbours counts as use.
    pub peak: u32,
}

/// The request does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// `taken`, `over_capacity`, `no_units`, or `not_found` for a resource outside the family.
    pub code: Code,
    /// The resource of the claim that blocks first: the one asked for, a whole of it or a part.
    pub resource: ResourceId,
    /// The claims that block. For the house only: who holds them is not the asker's to know.
    pub claims: BTreeSet<ClaimId>,
    /// What those claims are for, which may be told.
    pub purposes: BTreeSet<Purpose>,
    /// The first stretch of the requested time in which it does not fit.
    pub interval: Option<Interval>,
    /// The earliest start, not before the requested one, at which the same length and units fit.
    pub free_from: Option<Instant>,
}

impl Blocked {
    fn outright(code: Code, resource: &ResourceId) -> Self {
        let (claims, purposes) = (BTreeSet::new(), BTreeSet::new());
        Self { code, resource: resource.clone(), claims, purposes, interval: None, free_from: None }
    }
}

impl From<Blocked> for Refusal {
    /// Without the claims: whose they are may not be the asker's to know.
    fn from(blocked: Blocked) -> Self {
        let mut refusal = match blocked.code {
            Code::Taken => Self::state(Code::Taken),
            Code::NotFound => Self::missing(),
            code => Self::rule(code),
        };
        refusal = refusal.with("resource", blocked.resource.as_str());
        if let Some(interval) = blocked.interval {
            refusal = refusal.with("from", interval.from().to_rfc3339()).with("to", interval.to().to_rfc3339());
        }
        if let Some(free_from) = blocked.free_from {
            refusal = refusal.with("free_from", free_from.to_rfc3339());
        }
        if !blocked.purposes.is_empty() {
            let purposes: Vec<_> = blocked.purposes.iter().map(|purpose| purpose.as_str()).collect();
            refusal = refusal.with("purposes", purposes);
        }
        refusal
    }
}

/// Whether a request fits among the existing claims.
///
/// `family` is the resource with the wholes that it is part of and the parts that it has; a claim
/// on any of those takes the resource as a whole, whatever its units, and siblings do not matter.
/// `existing` may hold more than the family's claims. `excluding` are claims that this request
/// replaces: itself when it is edited, never the other dates of its series.
///
/// # Errors
/// [`Blocked`] with what is in the way and when it would fit.
pub fn decide(
    request: &Request,
    family: &[Resource],
    existing: &[Claim],
    policy: &Policy,
    now: Instant,
    excluding: &[ClaimId],
) -> Result<Grant, Blocked> {
    let id = &request.resource;
    let resource =
        family.iter().find(|member| member.id == *id).ok_or_else(|| Blocked::outright(Code::NotFound, id))?;
    if request.units == 0 {
        return Err(Blocked::outright(Code::NoUnits, id));
    }
    if request.units > resource.capacity {
        return Err(Blocked::outright(Code::OverCapacity, id));
    }
    let gap = if request.buffer_exempt { TimeDelta::zero() } else { policy.gap() };
    let blocking = existing.iter().filter(|claim| claim.blocks(policy, now) && !excluding.contains(&claim.id));
    let weighed = blocking.filter_map(|claim| Some((claim, weight(claim, resource, family)?)));
    let timeline = Timeline::new(weighed, gap);
    let wanted = timeline::lengthened(request.interval, gap);
    let room = u64::from(resource.capacity - request.units);
    let Some(interval) = timeline.first_full(wanted, room) else {
        // What is used leaves room for the units, so the sum is at most the capacity.
        let used = u32::try_from(timeline.peak(wanted)).unwrap_or(resource.capacity);
        return Ok(Grant { root: resource.root.clone(), peak: used + request.units });
    };
    let claims = timeline.claims_when_full(wanted, room);
    let first = claims.iter().filter(|claim| timeline::lengthened(claim.interval, gap).overlaps(interval));
    let first = first.min_by_key(|claim| (claim.interval, claim.id));
    Err(Blocked {
        code: Code::Taken,
        resource: first.map_or_else(|| id.clone(), |claim| claim.resource.clone()),
        claims: claims.iter().map(|claim| claim.id).collect(),
        purposes: claims.iter().map(|claim| claim.purpose).collect(),
        interval: Some(interval),
        free_from: timeline.free_from(request.interval, gap, room),
    })
}

/// How many units of the resource a claim takes, `None` when it has nothing to do with it.
fn weight(claim: &Claim, resource: &Resource, family: &[Resource]) -> Option<u64> {
    if claim.resource == resource.id {
        return Some(u64::from(claim.units));
    }
    let whole = resource.ancestors.contains(&claim.resource);
    let part = || family.iter().any(|member| member.id == claim.resource && member.ancestors.contains(&resource.id));
    (whole || part()).then_some(u64::from(resource.capacity))
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
