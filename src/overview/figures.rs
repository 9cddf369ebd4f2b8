//! From rows to figures; no reads here.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
    overview::{Stages, Stay, months_between, stays},
};
use surrealdb::types::RecordId;

use super::store::{ClosureRow, TermRow};

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

/// Counts of each base on a day, in one pass over the rows.
#[must_use]
pub fn counts(
    assignable: &[(BaseId, i64)],
    terms: &[TermRow],
    closures: &[ClosureRow],
    today: Day,
    soon: Day,
) -> BTreeMap<BaseId, Counts> {
    let mut all: BTreeMap<BaseId, Counts> =
        assignable.iter().map(|(base, n)| (*base, Counts { assignable: *n, free: *n, ..Counts::default() })).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for term in terms.iter().filter(|term| term.days().is_some_and(|days| days.contains(today))) {
        let at = all.entry(term.base.0).or_default();
        let fresh = match term.state.as_str() {
            "occupied" => {
                at.occupied += 1;
                at.expiring += i64::from(term.last.is_some_and(|last| last.0 <= soon));
                taken.insert(key(&term.space))
            }
            "reserved" => {
                at.reserved += 1;
                taken.insert(key(&term.space))
            }
            _ => false,
        };
        at.free -= i64::from(fresh);
    }
    for closure in closures.iter().filter(|closure| closure.first.0 <= today) {
        if taken.insert(key(&closure.space)) {
            let at = all.entry(closure.base.0).or_default();
            at.closed += 1;
            at.free -= 1;
        }
    }
    for at in all.values_mut() {
        at.free = at.free.max(0);
    }
    all
}

fn key(record: &RecordId) -> String {
    format!("{:?}", record.key)
}

/// The stays of the organizations of a base, or of all bases.
#[must_use]
pub fn stays_of<'a>(terms: impl Iterator<Item = &'a TermRow>) -> Vec<Stay<OrganizationId>> {
    stays(terms.filter(|term| term.handed_over()).filter_map(|term| Some((term.organization.0, term.days()?))))
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
        .filter(|term| term.state == "occupied")
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
        .filter(|term| term.state == "reserved" && term.first.0 <= today)
        .map(|term| Due { term, day: term.first.0 })
        .collect();
    due.sort_by_key(|due| (due.day, due.term.id));
    due
}
