//! The time that a report looks back on: a calendar month or a calendar quarter, written `2026-09` or `2026-Q3`.

use std::{fmt, str::FromStr};

use super::ReportCycle;
use crate::day::{Day, DaySpan};

/// A calendar month or quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportPeriod {
    first: Day,
    last: Day,
    cycle: ReportCycle,
}

/// The text is neither a month nor a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a period such as 2026-09 or 2026-Q3")]
pub struct BadPeriod;

impl ReportCycle {
    /// Months of a period.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
        }
    }
}

fn month_of(day: Day) -> u32 {
    use chrono::Datelike;
    day.date().month()
}

impl ReportPeriod {
    /// The period of a cycle in which a day lies.
    #[must_use]
    pub fn of(cycle: ReportCycle, day: Day) -> Self {
        let months = cycle.months();
        let month = (month_of(day) - 1) / months * months + 1;
        Self::begun(cycle, day.year(), month).unwrap_or(Self { first: day, last: day, cycle })
    }
    fn begun(cycle: ReportCycle, year: i32, month: u32) -> Option<Self> {
        let first = Day::new(year, month, 1)?;
        // The last month of all ends on the last of all days.
        let next = first.plus_months(cycle.months());
        let last = if next == Day::MAX { Day::MAX } else { next.plus(-1) };
        Some(Self { first, last, cycle })
    }
    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Day {
        self.first
    }
    /// Its last day.
    #[must_use]
    pub const fn last(self) -> Day {
        self.last
    }
    /// Whether it is a month or a quarter.
    #[must_use]
    pub const fn cycle(self) -> ReportCycle {
        self.cycle
    }
    /// Its days.
    ///
    /// # Panics
    /// Never: a period begins before it ends, and before the last of all days.
    #[must_use]
    pub fn days(self) -> DaySpan {
        DaySpan::new(self.first, Some(self.last)).expect("a period begins before it ends")
    }
    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.cycle, self.first.plus(-1))
    }
}

impl fmt::Display for ReportPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = month_of(self.first);
        match self.cycle {
            ReportCycle::Month => write!(f, "{:04}-{month:02}", self.first.year()),
            ReportCycle::Quarter => write!(f, "{:04}-Q{}", self.first.year(), (month - 1) / 3 + 1),
        }
    }
}

impl FromStr for ReportPeriod {
    type Err = BadPeriod;
    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let (year, rest) = text.split_once('-').ok_or(BadPeriod)?;
        let digits = |part: &str, length: usize| {
            let shape = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if shape { part.parse::<u32>().map_err(|_| BadPeriod) } else { Err(BadPeriod) }
        };
        let year = i32::try_from(digits(year, 4)?).map_err(|_| BadPeriod)?;
        match rest.strip_prefix('Q') {
            Some(quarter) => match digits(quarter, 1)? {
                n @ 1..=4 => Self::begun(ReportCycle::Quarter, year, n * 3 - 2).ok_or(BadPeriod),
                _ => Err(BadPeriod),
            },
            None => Self::begun(ReportCycle::Month, year, digits(rest, 2)?).ok_or(BadPeriod),
        }
    }
}

impl serde::Serialize for ReportPeriod {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for ReportPeriod {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
crate::openapi::text_type!(ReportPeriod, "period");

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> ReportPeriod {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_a_whole_month_or_quarter() {
        let of = |text: &str| {
            let of = period(text);
            (of.first().to_string(), of.last().to_string(), of.cycle(), of.to_string())
        };
        let wanted = |first: &str, last: &str, cycle, text: &str| (first.into(), last.into(), cycle, text.into());
        assert_eq!(of("2026-Q3"), wanted("2026-07-01", "2026-09-30", ReportCycle::Quarter, "2026-Q3"));
        assert_eq!(of("2026-Q4"), wanted("2026-10-01", "2026-12-31", ReportCycle::Quarter, "2026-Q4"));
        assert_eq!(of("2024-02"), wanted("2024-02-01", "2024-02-29", ReportCycle::Month, "2024-02"));
        assert_eq!(of("2026-12"), wanted("2026-12-01", "2026-12-31", ReportCycle::Month, "2026-12"));
        assert_eq!(period("9999-12").last(), Day::MAX);
        assert_eq!(period("9999-Q4").days().to(), Some(Day::MAX));
        assert_eq!(period("2026-Q1").before(), period("2025-Q4"));
        assert_eq!(period("2026-01").before(), period("2025-12"));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "", "2026", "2026-13", "2026-00", "2026-1", "2026-Q0", "2026-Q5", "2026-q1", "26-01", "2026-Q12", "+026-01",
        ] {
            assert_eq!(text.parse::<ReportPeriod>(), Err(BadPeriod), "{text}");
        }
    }

    #[test]
    fn each_day_lies_in_its_period() {
        let mut day: Day = "2024-01-01".parse().unwrap();
        while day.year() < 2027 {
            for cycle in ReportCycle::ALL {
                let of = ReportPeriod::of(*cycle, day);
                assert!(of.days().contains(day), "{of} {day}");
                assert_eq!(period(&of.to_string()), of);
                assert_eq!(of.before().last().plus(1), of.first());
            }
            day = day.plus(1);
        }
    }
}
