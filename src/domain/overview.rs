//! Figures of a base and of the city: who is resident, since when, and how that moved over months.
//!
//! "Resident" is read off residencies, and off the terms of desks and offices that were handed over: an organization
//! is resident on a day that one of them contains. Two that meet or overlap are one stay.

use std::collections::BTreeMap;

use crate::day::{Day, DaySpan};

/// A stretch of days on which an organization had at least one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay<K> {
    /// Whose.
    pub of: K,
    /// From when to when; without an end while it lasts.
    pub days: DaySpan,
}

/// Joins terms to stays, each organization for itself, in order of organization and first day.
#[must_use]
pub fn stays<K: Copy + Ord>(terms: impl IntoIterator<Item = (K, DaySpan)>) -> Vec<Stay<K>> {
    let mut by: BTreeMap<K, Vec<DaySpan>> = BTreeMap::new();
    for (of, days) in terms {
        by.entry(of).or_default().push(days);
    }
    let mut stays: Vec<Stay<K>> = Vec::new();
    for (of, mut terms) in by {
        terms.sort_by_key(|term| term.from());
        let mut open: Option<DaySpan> = None;
        for term in terms {
            open = match open {
                None => Some(term),
                Some(stay) if stay.to().is_none_or(|to| term.from() <= to.plus(1)) => Some(joined(stay, term)),
                Some(stay) => {
                    stays.push(Stay { of, days: stay });
                    Some(term)
                }
            };
        }
        stays.extend(open.map(|days| Stay { of, days }));
    }
    stays
}

fn joined(stay: DaySpan, term: DaySpan) -> DaySpan {
    let to = match (stay.to(), term.to()) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ => None,
    };
    // The stay begins first, so its later end is never before its start.
    DaySpan::new(stay.from(), to).unwrap_or(stay)
}

/// A month's movements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    /// Stays that began in it.
    pub moved_in: usize,
    /// Stays whose last day was in it.
    pub moved_out: usize,
    /// Organizations resident on its last day, or today while it lasts.
    pub residents: usize,
}

/// The months up to the present one, oldest first.
#[must_use]
pub fn months<K: Copy + Ord>(stays: &[Stay<K>], today: Day, count: u32) -> Vec<Month> {
    let this = first_of_month(today);
    (0..count)
        .rev()
        .filter_map(|back| {
            let first = months_before(this, back)?;
            let last = first.plus_months(1).plus(-1).min(today);
            let within = |day: Day| first <= day && day <= last;
            let mut residents: Vec<K> =
                stays.iter().filter(|stay| stay.days.contains(last)).map(|stay| stay.of).collect();
            residents.dedup();
            Some(Month {
                first,
                moved_in: stays.iter().filter(|stay| within(stay.days.from())).count(),
                moved_out: stays.iter().filter(|stay| stay.days.to().is_some_and(within)).count(),
                residents: residents.len(),
            })
        })
        .collect()
}

fn first_of_month(day: Day) -> Day {
    use chrono::Datelike;
    Day::new(day.year(), day.date().month(), 1).unwrap_or(day)
}

fn months_before(first: Day, back: u32) -> Option<Day> {
    use chrono::Datelike;
    let month = i64::from(first.year()) * 12 + i64::from(first.date().month0()) - i64::from(back);
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    Day::new(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)
}

/// Whole months from the first day to the present one.
#[must_use]
pub fn months_between(from: Day, to: Day) -> u32 {
    use chrono::Datelike;
    let months =
        i64::from(to.year() - from.year()) * 12 + i64::from(to.date().month()) - i64::from(from.date().month());
    let whole = if to.date().day() < from.date().day() { months - 1 } else { months };
    u32::try_from(whole).unwrap_or(0)
}

/// From which month of its stay on an organization counts as growing and as mature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stages {
    /// Growing (成长期).
    pub growing: u32,
    /// Mature (成熟期).
    pub mature: u32,
}

impl Stages {
    /// 0 just begun, 1 growing, 2 mature.
    #[must_use]
    pub const fn of(self, months: u32) -> u8 {
        if months >= self.mature {
            2
        } else if months >= self.growing {
            1
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }
    fn span(from: &str, to: Option<&str>) -> DaySpan {
        DaySpan::new(day(from), to.map(day)).unwrap()
    }

    #[test]
    fn terms_that_meet_are_one_stay() {
        let joined = stays([
            (1, span("2026-03-01", Some("2026-05-31"))),
            (1, span("2026-06-01", None)),
            (2, span("2026-01-01", Some("2026-01-31"))),
            (2, span("2026-02-02", Some("2026-02-10"))),
        ]);
        assert_eq!(
            joined,
            [
                Stay { of: 1, days: span("2026-03-01", None) },
                Stay { of: 2, days: span("2026-01-01", Some("2026-01-31")) },
                Stay { of: 2, days: span("2026-02-02", Some("2026-02-10")) },
            ]
        );
        let inside = stays([(1, span("2026-03-01", Some("2026-05-31"))), (1, span("2026-04-01", Some("2026-04-02")))]);
        assert_eq!(inside, [Stay { of: 1, days: span("2026-03-01", Some("2026-05-31")) }]);
    }

    #[test]
    fn months_count_stays_and_heads() {
        let stays = stays([
            (1, span("2026-09-10", None)),
            (2, span("2026-10-01", Some("2026-10-20"))),
            (3, span("2026-11-23", None)),
            (3, span("2025-01-01", Some("2026-10-31"))),
        ]);
        let rows = months(&stays, day("2026-11-23"), 3);
        let row =
            |first: &str, moved_in, moved_out, residents| Month { first: day(first), moved_in, moved_out, residents };
        assert_eq!(rows, [row("2026-09-01", 1, 0, 2), row("2026-10-01", 1, 2, 2), row("2026-11-01", 1, 0, 2)]);
        assert_eq!(months(&stays, day("2026-02-28"), 2)[0].first, day("2026-01-01"));
        assert_eq!(months(&stays, day("2026-01-05"), 2)[0].first, day("2025-12-01"));
    }

    #[test]
    fn whole_months() {
        assert_eq!(months_between(day("2026-01-31"), day("2026-02-28")), 0);
        assert_eq!(months_between(day("2026-01-15"), day("2026-02-15")), 1);
        assert_eq!(months_between(day("2025-11-24"), day("2026-11-23")), 11);
        assert_eq!(months_between(day("2026-11-24"), day("2026-11-23")), 0);
        let stages = Stages { growing: 6, mature: 14 };
        assert_eq!([5, 6, 13, 14].map(|months| stages.of(months)), [0, 1, 1, 2]);
    }
}
