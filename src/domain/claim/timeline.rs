//! Sweeping over claims: how many units are in use at each instant.
//!
//! Time kept free between neighbours is counted as a tail of each claim. A tail on one side only
//! is exact: two claims with the tail `gap` meet just when less than `gap` lies between them,
//! whichever comes first, and two neighbours on one unit never count as two.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::Claim;
use crate::{day::Instant, interval::Interval};

/// A claim with the units that it takes and the time that it takes them, its tail included.
struct Entry<'a> {
    claim: &'a Claim,
    taken: Interval,
    units: u64,
}

/// The units in use over time.
pub(super) struct Timeline<'a> {
    entries: Vec<Entry<'a>>,
    /// Units in use from each instant on, until the next one.
    levels: BTreeMap<Instant, u64>,
}

/// An interval with the time that must stay free after it.
pub(super) fn lengthened(interval: Interval, gap: TimeDelta) -> Interval {
    let end = interval.to().checked_add_signed(gap).unwrap_or(Interval::OPEN_END);
    Interval::new(interval.from(), end).unwrap_or(interval)
}

impl<'a> Timeline<'a> {
    pub(super) fn new(claims: impl Iterator<Item = (&'a Claim, u64)>, gap: TimeDelta) -> Self {
        let entries: Vec<_> =
            claims.map(|(claim, units)| Entry { claim, taken: lengthened(claim.interval, gap), units }).collect();
        let mut changes: BTreeMap<Instant, (u64, u64)> = BTreeMap::new();
        for Entry { taken, units, .. } in &entries {
            changes.entry(taken.from()).or_default().0 += units;
            changes.entry(taken.to()).or_default().1 += units;
        }
        // Half-open: what ends at an instant makes room for what starts at it.
        let levels = changes.into_iter().scan(0, |level, (at, (more, less))| {
            *level = *level + more - less;
            Some((at, *level))
        });
        Self { levels: levels.collect(), entries }
    }

    /// The stretches with a level, from the first claim on, in order.
    fn stretches(&self) -> impl Iterator<Item = (Interval, u64)> {
        let ends = self.levels.keys().skip(1).copied().chain([Interval::OPEN_END]);
        self.levels.iter().zip(ends).filter_map(|((from, level), to)| Some((Interval::new(*from, to).ok()?, *level)))
    }

    /// The stretches in which more than `room` units are in use, neighbours joined.
    fn full(&self, room: u64) -> Vec<Interval> {
        let mut full: Vec<Interval> = Vec::new();
        for (stretch, _) in self.stretches().filter(|(_, level)| *level > room) {
            match full.last_mut() {
                Some(last) if last.to() == stretch.from() => {
                    *last = Interval::new(last.from(), stretch.to()).unwrap_or(*last);
                }
                _ => full.push(stretch),
            }
        }
        full
    }

    /// The first stretch of the wanted time that is full.
    pub(super) fn first_full(&self, wanted: Interval, room: u64) -> Option<Interval> {
        self.full(room).into_iter().find_map(|full| full.intersection(wanted))
    }

    /// The most units in use at once in the wanted time.
    pub(super) fn peak(&self, wanted: Interval) -> u64 {
        let levels = self.stretches().filter(|(stretch, _)| stretch.overlaps(wanted)).map(|(_, level)| level);
        levels.max().unwrap_or(0)
    }

    /// The claims that take part in filling the wanted time.
    pub(super) fn claims_when_full(&self, wanted: Interval, room: u64) -> Vec<&'a Claim> {
        let full: Vec<Interval> = self.full(room).into_iter().filter_map(|full| full.intersection(wanted)).collect();
        let filling = self.entries.iter().filter(|entry| full.iter().any(|full| full.overlaps(entry.taken)));
        filling.map(|entry| entry.claim).collect()
    }

    /// The earliest start from the wanted one on at which the wanted length fits; never, when
    /// something without an end is in the way.
    pub(super) fn free_from(&self, wanted: Interval, gap: TimeDelta, room: u64) -> Option<Instant> {
        let length = wanted.length();
        let mut start = wanted.from();
        for full in self.full(room) {
            // Without an end itself, it has to come after everything.
            let fits = !wanted.is_open() && moved(start, length, gap).is_some_and(|moved| moved.to() <= full.from());
            if fits {
                break;
            }
            start = start.max(full.to());
        }
        let within_time = start < Interval::OPEN_END;
        let whole = wanted.is_open() || moved(start, length, TimeDelta::zero()).is_some_and(|m| m.length() == length);
        (within_time && whole).then_some(start)
    }
}

/// The wanted length from another start, with its tail.
fn moved(start: Instant, length: TimeDelta, gap: TimeDelta) -> Option<Interval> {
    let interval = Interval::new(start, start.checked_add_signed(length)?).ok()?;
    Some(lengthened(interval, gap))
}
