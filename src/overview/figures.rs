//! From rows to figures; no reads here.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    allocation::AllocationState,
    day::{Day, DaySpan},
    id::{AllocationId, BaseId, OrganizationId},
    overview::{Stages, Stay, months_between, stays},
    space::on_day::{Closed, SpaceState, Standing, Term, on_day},
};

use super::store::{ClosureRow, SpaceRow, TermRow};
use crate::residencies::store::ResidencyRow;

/// How the spaces of a base stand on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Given for terms at all.
    pub assignable: i64,
    /// Handed over to somebody.
    pub occupied: i64,
    /// Decided, not yet handed over.
    pub reserved: i64,
    /// Closed.
    pub closed: i64,
    /// Nobody has it, and it is not closed.
    pub free: i64,
    /// Occupied ones whose term ends soon.
    pub expiring: i64,
}

/// Something that waits for somebody.
#[derive(Debug, Clone)]
pub struct Due<'a> {
    /// The term.
    pub term: &'a TermRow,
    /// Its day.
    pub day: Day,
}

/// Counts of each base on a day: by the rules of the plan, so that the two cannot disagree.
#[must_use]
pub fn counts(
    spaces: &[SpaceRow],
    terms: &[TermRow],
    closures: &[ClosureRow],
    today: Day,
    soon: Day,
) -> BTreeMap<BaseId, Counts> {
    let standings: Vec<Standing> = spaces
        .iter()
        .map(|row| Standing { space: row.id.0, whole: row.parent.map(|whole| whole.0), assignable: row.assignable })
        .collect();
    let standing_terms: Vec<Term> = terms
        .iter()
        .filter_map(|row| {
            Some(Term { allocation: row.id.0, space: row.space.0, days: row.days()?, state: row.state.0 })
        })
        .collect();
    let closed: Vec<Closed> = closures
        .iter()
        .filter_map(|row| {
            let days = DaySpan::new(row.first.0, row.last.map(|last| last.0)).ok()?;
            Some(Closed { closure: row.id.0, space: row.space.0, days })
        })
        .collect();
    let states = on_day(&standings, &standing_terms, &closed, today);
    let ending: BTreeSet<AllocationId> = terms
        .iter()
        .filter(|term| term.last.is_some_and(|last| today <= last.0 && last.0 <= soon))
        .map(|term| term.id.0)
        .collect();
    let mut all: BTreeMap<BaseId, Counts> = BTreeMap::new();
    for (space, state) in spaces.iter().zip(&states).filter(|(space, _)| space.assignable) {
        let at = all.entry(space.base.0).or_default();
        at.assignable += 1;
        match state.state {
            SpaceState::Occupied => {
                at.occupied += 1;
                at.expiring += i64::from(state.term.is_some_and(|term| ending.contains(&term)));
            }
            SpaceState::Reserved => at.reserved += 1,
            SpaceState::Closed => at.closed += 1,
            SpaceState::Free | SpaceState::Shared => at.free += 1,
        }
    }
    all
}

/// The stays of the organizations of a base, or of all bases: by an agreement, or by a place alone.
#[must_use]
pub fn stays_of<'a>(
    terms: impl Iterator<Item = &'a TermRow>,
    residencies: impl Iterator<Item = &'a ResidencyRow>,
) -> Vec<Stay<OrganizationId>> {
    let placed = terms.filter(|term| term.handed_over()).filter_map(|term| Some((term.organization.0, term.days()?)));
    let agreed = residencies.filter_map(|row| {
        let days = DaySpan::new(row.began?.0, row.ended.map(|day| day.0)).ok()?;
        Some((row.organization.0, days))
    });
    stays(placed.chain(agreed))
}

/// An organization as a blade of the meadow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blade {
    /// Which.
    pub organization: OrganizationId,
    /// Whole months of its present stay.
    pub months: u32,
    /// 0 just begun, 1 growing, 2 mature.
    pub stage: u8,
}

/// The residents of today with the length of their stay.
#[must_use]
pub fn blades(stays: &[Stay<OrganizationId>], today: Day, stages: Stages) -> Vec<Blade> {
    stays
        .iter()
        .filter(|stay| stay.days.contains(today))
        .map(|stay| {
            let months = months_between(stay.days.from(), today);
            Blade { organization: stay.of, months, stage: stages.of(months) }
        })
        .collect()
}

/// Occupied terms that end between today and `soon`, the earliest first.
#[must_use]
pub fn expiring(terms: &[TermRow], today: Day, soon: Day) -> Vec<Due<'_>> {
    let mut due: Vec<Due<'_>> = terms
        .iter()
        .filter(|term| term.state.0 == AllocationState::Occupied)
        .filter_map(|term| term.last.map(|last| Due { term, day: last.0 }))
        .filter(|due| today <= due.day && due.day <= soon)
        .collect();
    due.sort_by_key(|due| (due.day, due.term.id));
    due
}

/// Reserved terms that have begun: the keys have not been handed over.
#[must_use]
pub fn to_hand_over(terms: &[TermRow], today: Day) -> Vec<Due<'_>> {
    let mut due: Vec<Due<'_>> = terms
        .iter()
        .filter(|term| term.state.0 == AllocationState::Reserved && term.first.0 <= today)
        .map(|term| Due { term, day: term.first.0 })
        .collect();
    due.sort_by_key(|due| (due.day, due.term.id));
    due
}
