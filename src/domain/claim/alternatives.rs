//! What else would do: other resources for a request that was blocked, ranked with reasons.

use std::cmp::Reverse;

use super::{Blocked, Claim, Policy, Request, Resource, ResourceId, decide};
use crate::{day::Instant, interval::Interval, words::words};

words! {
    /// How an alternative serves the requested time.
    pub enum Availability {
        /// Free from the first to the last instant asked for.
        WholeTerm = "whole_term",
        /// Free at first, taken before the end.
        Until = "until",
        /// Taken at first; free later for as long as was asked.
        Later = "later",
    }
    /// What an alternative has in common with what was asked for.
    pub enum Likeness {
        /// On the same floor.
        SameFloor = "same_floor",
        /// Of the same kind.
        SameKind = "same_kind",
    }
}

/// What a resource is like; as a wish, what it should be like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    /// The floor, as the text of a typed identifier.
    pub floor: Option<String>,
    /// The kind, such as a desk or a meeting room.
    pub kind: Option<String>,
    /// How many people fit; as a wish, how many must fit.
    pub seats: Option<u32>,
}

/// A resource that may be offered instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The resource.
    pub id: ResourceId,
    /// The resource with its wholes and parts, as [`decide`] takes them.
    pub family: Vec<Resource>,
    /// The claims on them.
    pub claims: Vec<Claim>,
    /// What it is like.
    pub attributes: Attributes,
}

/// An offer, with why it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The resource.
    pub resource: ResourceId,
    /// How it serves the requested time.
    pub availability: Availability,
    /// The time that it can be had for.
    pub interval: Interval,
    /// What it has in common with what was asked for.
    pub likeness: Vec<Likeness>,
}

/// The best candidates instead of what was asked for, the best first.
///
/// Free for the whole term comes before free until, before free later; then the same kind, the
/// same floor, the longer or earlier time, the fewest spare seats, and the identifier so that
/// equal offers keep their order. Too few seats, too small a capacity and never free are left out.
#[must_use]
pub fn alternatives(
    request: &Request,
    wish: &Attributes,
    candidates: &[Candidate],
    policy: &Policy,
    now: Instant,
    limit: usize,
) -> Vec<Alternative> {
    let others = candidates.iter().filter(|candidate| candidate.id != request.resource);
    let fitting = others.filter_map(|candidate| Some((spare_seats(wish, &candidate.attributes)?, candidate)));
    let mut offers: Vec<_> =
        fitting.filter_map(|(spare, candidate)| Some((spare, offer(request, wish, candidate, policy, now)?))).collect();
    offers.sort_by(|(a_spare, a), (b_spare, b)| rank(*a_spare, a).cmp(&rank(*b_spare, b)));
    offers.into_iter().take(limit).map(|(_, offer)| offer).collect()
}

/// How many seats would stay empty; `None` when too few fit. Without a number on either side
/// nothing is spare and nothing too few.
fn spare_seats(wish: &Attributes, has: &Attributes) -> Option<u32> {
    wish.seats.zip(has.seats).map_or(Some(0), |(wanted, seats)| seats.checked_sub(wanted))
}

fn offer(request: &Request, wish: &Attributes, at: &Candidate, policy: &Policy, now: Instant) -> Option<Alternative> {
    let asked = Request { resource: at.id.clone(), ..request.clone() };
    let (availability, interval) = match decide(&asked, &at.family, &at.claims, policy, now, &[]) {
        Ok(_) => (Availability::WholeTerm, request.interval),
        Err(blocked) => partly(&asked, policy, &blocked)?,
    };
    let same = |wanted: &Option<String>, has: &Option<String>| wanted.is_some() && wanted == has;
    let floor = same(&wish.floor, &at.attributes.floor).then_some(Likeness::SameFloor);
    let kind = same(&wish.kind, &at.attributes.kind).then_some(Likeness::SameKind);
    let likeness = floor.into_iter().chain(kind).collect();
    Some(Alternative { resource: at.id.clone(), availability, interval, likeness })
}

/// The time before what blocks, or else the time after it.
fn partly(request: &Request, policy: &Policy, blocked: &Blocked) -> Option<(Availability, Interval)> {
    let gap = if request.buffer_exempt { chrono::TimeDelta::zero() } else { policy.gap() };
    let wanted = request.interval;
    let until = blocked.interval?.from().checked_sub_signed(gap)?;
    if let Ok(before) = Interval::new(wanted.from(), until) {
        return Some((Availability::Until, before));
    }
    let from = blocked.free_from?;
    let to = if wanted.is_open() { Interval::OPEN_END } else { from.checked_add_signed(wanted.length())? };
    Some((Availability::Later, Interval::new(from, to).ok()?))
}

type Rank<'a> = (Availability, bool, bool, Reverse<Instant>, Instant, u32, &'a ResourceId);

fn rank(spare: u32, offer: &Alternative) -> Rank<'_> {
    // "Until" offers all start alike, so the later end is the longer time; the others all have
    // the length asked for, so the earlier end is the earlier time and the end must not count.
    let until = offer.availability == Availability::Until;
    let end = if until { offer.interval.to() } else { Interval::OPEN_END };
    let unlike = |likeness| !offer.likeness.contains(&likeness);
    let (kind, floor) = (unlike(Likeness::SameKind), unlike(Likeness::SameFloor));
    (offer.availability, kind, floor, Reverse(end), offer.interval.from(), spare, &offer.resource)
}

#[cfg(test)]
mod tests;
