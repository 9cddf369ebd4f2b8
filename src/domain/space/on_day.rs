//! How spaces stand on a day: closed, occupied, reserved, free, or shared by the hour.
//!
//! A whole and its parts take each other: a desk in a room that is given away as a whole is
//! occupied too, and a room of which one desk is given away is no longer free.

use std::collections::BTreeMap;

use crate::{
    allocation::AllocationState,
    day::{Day, DaySpan},
    id::{AllocationId, ClosureId, SpaceId},
    words::words,
};

words! {
    /// How a space stands on a day.
    pub enum SpaceState {
        /// It can be given to an organization.
        Free = "free",
        /// Decided for an organization, not yet handed over.
        Reserved = "reserved",
        /// An organization has it.
        Occupied = "occupied",
        /// Closed.
        Closed = "closed",
        /// Not given for terms: booked by the hour, or an open area.
        Shared = "shared",
    }
}

/// A space as far as its state needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which space.
    pub space: SpaceId,
    /// What it is part of.
    pub whole: Option<SpaceId>,
    /// Whether it is given for terms.
    pub assignable: bool,
}

/// A term in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Which allocation.
    pub allocation: AllocationId,
    /// Of which space.
    pub space: SpaceId,
    /// Its days.
    pub days: DaySpan,
    /// Where the allocation stands.
    pub state: AllocationState,
}

impl Term {
    /// What the term makes of its space on its days; nothing when it was cancelled.
    #[must_use]
    pub const fn makes(&self) -> Option<SpaceState> {
        match self.state {
            AllocationState::Reserved => Some(SpaceState::Reserved),
            AllocationState::Occupied | AllocationState::Ended => Some(SpaceState::Occupied),
            AllocationState::Cancelled => None,
        }
    }
}

/// A time in which a space is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Which closure.
    pub closure: ClosureId,
    /// Of which space.
    pub space: SpaceId,
    /// Its days.
    pub days: DaySpan,
}

/// A space on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnDay {
    /// How it stands.
    pub state: SpaceState,
    /// The term that makes it so, of the space itself or of its whole.
    pub term: Option<AllocationId>,
    /// The closure that makes it so, of the space itself or of its whole.
    pub closure: Option<ClosureId>,
    /// The next term to come of the space itself.
    pub next: Option<AllocationId>,
}

/// Spaces as they stand on a day, in the order given.
#[must_use]
pub fn on_day(spaces: &[Standing], terms: &[Term], closures: &[Closed], day: Day) -> Vec<OnDay> {
    let wholes = wholes(spaces);
    let mut own: BTreeMap<SpaceId, (SpaceState, AllocationId)> = BTreeMap::new();
    let mut next: BTreeMap<SpaceId, (Day, AllocationId)> = BTreeMap::new();
    for term in terms {
        let Some(state) = term.makes() else { continue };
        if term.days.contains(day) {
            let mark = own.entry(term.space).or_insert((state, term.allocation));
            *mark = (*mark).max((state, term.allocation));
        } else if day < term.days.from() {
            let coming = next.entry(term.space).or_insert((term.days.from(), term.allocation));
            *coming = (*coming).min((term.days.from(), term.allocation));
        }
    }
    let shut: BTreeMap<SpaceId, ClosureId> = closures
        .iter()
        .filter(|closed| closed.days.contains(day))
        .map(|closed| (closed.space, closed.closure))
        .collect();
    // What a part does to its wholes: they are no longer free as a whole. A closed corner does not
    // close the room.
    let mut partly: BTreeMap<SpaceId, SpaceState> = BTreeMap::new();
    for (space, (state, _)) in &own {
        for whole in up(*space, &wholes).skip(1) {
            let mark = partly.entry(whole).or_insert(*state);
            *mark = (*mark).max(*state);
        }
    }
    let one = |standing: &Standing| {
        let closure = up(standing.space, &wholes).find_map(|space| shut.get(&space)).copied();
        let terms = up(standing.space, &wholes).filter_map(|space| own.get(&space)).copied();
        // Of equals the innermost, which comes first.
        let term = terms.reduce(|inner, outer| if outer.0 > inner.0 { outer } else { inner });
        let taken = term.map(|(state, _)| state).max(partly.get(&standing.space).copied());
        let state = match (closure, taken) {
            (Some(_), _) => SpaceState::Closed,
            (None, Some(state)) if standing.assignable || term.is_some() => state,
            _ if standing.assignable => SpaceState::Free,
            _ => SpaceState::Shared,
        };
        let next = next.get(&standing.space).map(|(_, allocation)| *allocation);
        OnDay { state, term: term.map(|(_, allocation)| allocation), closure, next }
    };
    spaces.iter().map(one).collect()
}

/// How many of the spaces that are given for terms stand how on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Given for terms at all.
    pub assignable: u32,
    /// Occupied.
    pub occupied: u32,
    /// Reserved.
    pub reserved: u32,
    /// Closed.
    pub closed: u32,
}

impl Tally {
    /// What is left.
    #[must_use]
    pub const fn free(&self) -> u32 {
        self.assignable - self.occupied - self.reserved - self.closed
    }

    fn count(&mut self, state: SpaceState) {
        self.assignable += 1;
        match state {
            SpaceState::Occupied => self.occupied += 1,
            SpaceState::Reserved => self.reserved += 1,
            SpaceState::Closed => self.closed += 1,
            SpaceState::Free | SpaceState::Shared => {}
        }
    }
}

/// Counts the spaces that are given for terms.
#[must_use]
pub fn tally(spaces: &[Standing], states: &[OnDay]) -> Tally {
    let mut tally = Tally::default();
    for (_, state) in spaces.iter().zip(states).filter(|(standing, _)| standing.assignable) {
        tally.count(state.state);
    }
    tally
}

/// The same for each of `days` days from `from` on, in one pass over the terms.
#[must_use]
pub fn tallies(spaces: &[Standing], terms: &[Term], closures: &[Closed], from: Day, days: usize) -> Vec<Tally> {
    let wholes = wholes(spaces);
    let place: BTreeMap<SpaceId, usize> =
        spaces.iter().enumerate().map(|(at, standing)| (standing.space, at)).collect();
    let mut parts: BTreeMap<SpaceId, Vec<SpaceId>> = BTreeMap::new();
    for standing in spaces {
        for whole in up(standing.space, &wholes).skip(1) {
            parts.entry(whole).or_default().push(standing.space);
        }
    }
    let mut states = vec![vec![SpaceState::Free; days]; spaces.len()];
    let mut mark = |space: SpaceId, span: DaySpan, state: SpaceState| {
        let Some(line) = place.get(&space).and_then(|at| states.get_mut(*at)) else { return };
        let first = usize::try_from(from.days_until(span.from()).max(0)).unwrap_or(days).min(days);
        let after = span.to().map_or(i64::MAX, |to| from.days_until(to).saturating_add(1));
        let after = usize::try_from(after.max(0)).unwrap_or(days).min(days);
        for slot in line.get_mut(first..after.max(first)).into_iter().flatten() {
            *slot = (*slot).max(state);
        }
    };
    for term in terms {
        let Some(state) = term.makes() else { continue };
        let family = parts.get(&term.space).into_iter().flatten().copied();
        for space in up(term.space, &wholes).chain(family) {
            mark(space, term.days, state);
        }
    }
    for closed in closures {
        let family = parts.get(&closed.space).into_iter().flatten().copied();
        for space in std::iter::once(closed.space).chain(family) {
            mark(space, closed.days, SpaceState::Closed);
        }
    }
    (0..days)
        .map(|day| {
            let mut tally = Tally::default();
            for (_, line) in spaces.iter().zip(&states).filter(|(standing, _)| standing.assignable) {
                tally.count(line.get(day).copied().unwrap_or(SpaceState::Free));
            }
            tally
        })
        .collect()
}

fn wholes(spaces: &[Standing]) -> BTreeMap<SpaceId, SpaceId> {
    spaces.iter().filter_map(|standing| Some((standing.space, standing.whole?))).collect()
}

/// The space and the wholes around it, from the inside out. Bounded, should a circle ever be stored.
fn up(space: SpaceId, wholes: &BTreeMap<SpaceId, SpaceId>) -> impl Iterator<Item = SpaceId> {
    std::iter::successors(Some(space), |space| wholes.get(space).copied()).take(8)
}

#[cfg(test)]
mod tests;
