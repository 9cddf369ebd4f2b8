//! Two organizations change places on one day.

use std::collections::BTreeSet;

use super::{
    Allocation, AllocationAction, AllocationState, Change, ClaimChange, LIFECYCLE, NewIds, Place, Rules, keep, usable,
    within,
};
use crate::{
    code::Code,
    day::{Day, DaySpan, Moment},
    refusal::Refusal,
};

/// One of the two: what it has now and what the rules need to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its allocation.
    pub allocation: Allocation,
    /// Its space.
    pub place: Place,
    /// Whether the organization is admitted and has not left.
    pub organization_live: bool,
}

/// On which day, and the identifiers of the new allocations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwapRequest {
    /// The first day in the other's space.
    pub day: Day,
    /// For the first side's organization in the second side's space.
    pub first: NewIds,
    /// For the second side's organization in the first side's space.
    pub second: NewIds,
}

/// Ends both allocations the day before and begins two new ones, each organization in the
/// other's space for what is left of its own term.
///
/// Up to today the old ones are ended and the new ones occupied at once. A day to come leaves
/// them occupied to the shorter term, which then expires, and reserves the new ones.
///
/// # Errors
/// `wrong_state`, `same_space`, a bad `day` as field, `organization_not_live`,
/// `space_not_assignable`, and `taken` when what is left of one term runs into something in the
/// other space.
pub fn swap(a: &Side, b: &Side, request: &SwapRequest, rules: &Rules, at: Moment) -> Result<Change, Refusal> {
    let day = request.day;
    let mut ended = [AllocationState::Ended; 2];
    for (side, state) in [a, b].into_iter().zip(&mut ended) {
        let next = LIFECYCLE.next(side.allocation.state, AllocationAction::Swap)?;
        *state = if day <= at.today() { next } else { side.allocation.state };
    }
    if a.allocation.space == b.allocation.space {
        return Err(Refusal::rule(Code::SameSpace));
    }
    // The old terms keep a day each and the new ones have one.
    let terms = [a.allocation.term, b.allocation.term];
    let begun = terms.iter().map(|term| term.from().plus(1)).fold(rules.earliest(at), Day::max);
    let left = terms.iter().filter_map(|term| term.to()).fold(Day::MAX, Day::min);
    within("day", day, begun, left)?;
    usable(&a.place, a.organization_live)?;
    usable(&b.place, b.organization_live)?;

    let old = [a.allocation.claim, b.allocation.claim];
    let mut change = Change::default();
    for (side, state) in [a, b].into_iter().zip(ended) {
        let term = DaySpan::new(side.allocation.term.from(), Some(day.plus(-1)))?;
        let interval = term.to_interval(at.zone);
        change.claims.push(ClaimChange::Resize { claim: side.allocation.claim, interval });
        change.updated.push(Allocation { term, state, ..side.allocation.clone() });
    }
    let state = if day <= at.today() { AllocationState::Occupied } else { LIFECYCLE.initial };
    let mut guards = BTreeSet::new();
    let mut new = Vec::new();
    for (mover, into, NewIds { allocation: id, claim }) in [(a, b, request.first), (b, a, request.second)] {
        let term = DaySpan::new(day, mover.allocation.term.to())?;
        let (space, organization) = (into.place.space, mover.allocation.organization);
        let born = Allocation { id, space, organization, term, state, claim };
        // The first new claim counts for the second: the two spaces may be a whole and its part.
        let claims: Vec<_> = into.place.claims.iter().chain(&new).cloned().collect();
        let (kept, guard) = keep(&born, term, &into.place, &claims, rules, at, &old)?;
        guards.insert(guard);
        new.push(kept);
        change.created.push(born);
    }
    change.claims.extend(new.into_iter().map(ClaimChange::Create));
    Ok(Change { guards, ..change })
}

#[cfg(test)]
mod tests;
