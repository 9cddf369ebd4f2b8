//! Civil days, apart from instants: a deadline is a day and ends with it, wherever the clock is.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    code::Code,
    interval::Interval,
    refusal::{FieldFault, Refusal},
};

/// An instant; the database and the wire speak UTC only.
pub type Instant = DateTime<chrono::Utc>;

/// A day of the civil calendar, `YYYY-MM-DD`, from 1900-01-01 to 9999-12-31.
///
/// The limits keep all arithmetic far from where `chrono` would panic, and catch a year typed with
/// two or five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// The text is not a day of the calendar as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day of the calendar as YYYY-MM-DD, years 1900 to 9999")]
pub struct BadDay;

impl BadDay {
    /// The reason.
    #[must_use]
    pub const fn code(self) -> Code {
        Code::BadDay
    }
    /// As the fault of the field at `path`.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> FieldFault {
        FieldFault::new(path, self.code())
    }
}

impl From<BadDay> for Refusal {
    fn from(bad: BadDay) -> Self {
        Self::rule(bad.code())
    }
}

impl Day {
    /// The first day that can be written.
    pub const MIN: Self = Self(NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day of the calendar"));
    /// The last day that can be written.
    pub const MAX: Self = Self(NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar"));

    /// From year, month and day of the month; `None` when there is no such day within the limits.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_date)
    }
    /// From a date of `chrono`; `None` outside the limits.
    #[must_use]
    pub fn from_date(date: NaiveDate) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&date).then_some(Self(date))
    }
    /// As a date of `chrono`.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }
    /// The year, 1900 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }
    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }
    /// `days` later, or earlier when negative; stops at the limits.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        self.checked_plus(days).unwrap_or(if days < 0 { Self::MIN } else { Self::MAX })
    }
    /// `days` later, or earlier when negative; `None` past the limits.
    #[must_use]
    pub fn checked_plus(self, days: i64) -> Option<Self> {
        self.0.checked_add_signed(chrono::TimeDelta::try_days(days)?).and_then(Self::from_date)
    }
    /// The matching day `months` later, or the last day of that month when it has no such day
    /// (Civil Code art. 202); stops at the limit.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).and_then(Self::from_date).unwrap_or(Self::MAX)
    }
    /// Days from this day to `other`: 1 for tomorrow, negative when `other` is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }
    /// The instant at which the day begins in a zone.
    #[must_use]
    pub fn starts_at(self, zone: FixedOffset) -> Instant {
        (self.0.and_time(NaiveTime::MIN) - zone).and_utc()
    }
    /// The instant at which the day is over in a zone, which is when the next begins.
    #[must_use]
    pub fn ends_at(self, zone: FixedOffset) -> Instant {
        // By the length of a day and not by the next day: the last day has no next one.
        self.starts_at(zone) + chrono::TimeDelta::days(1)
    }
    /// The day that it is at an instant in a zone; instants past the limits count as the limit.
    #[must_use]
    pub fn of(instant: Instant, zone: FixedOffset) -> Self {
        let utc = instant.naive_utc();
        match utc.year() {
            ..1899 => Self::MIN,
            10_000.. => Self::MAX,
            _ => Self((utc + zone).date().clamp(Self::MIN.0, Self::MAX.0)),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Day {
    type Err = BadDay;
    /// Ten characters exactly: `chrono` alone would also take `2026-1-5` and `+2026-01-05`.
    fn from_str(text: &str) -> Result<Self, BadDay> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(BadDay);
        }
        let number =
            |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok()).ok_or(BadDay);
        let year = i32::try_from(number(0..4)?).map_err(|_| BadDay)?;
        Self::new(year, number(5..7)?, number(8..10)?).ok_or(BadDay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
crate::openapi::text_type!(Day, "date");

/// First and last day, both included; without a last day it is open-ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaySpan {
    from: Day,
    to: Option<Day>,
}

impl DaySpan {
    /// The last day a span can begin, so that in every zone it begins before [`Interval::OPEN_END`].
    const LAST_START: Day = Day(NaiveDate::from_ymd_opt(9999, 12, 30).expect("a day of the calendar"));

    /// From the first to the last day.
    ///
    /// # Errors
    /// `empty_interval` when the last day is before the first, `day_too_late` when it begins past
    /// 9999-12-30.
    pub fn new(from: Day, to: Option<Day>) -> Result<Self, Refusal> {
        if to.is_some_and(|to| to < from) {
            return Err(Refusal::rule(Code::EmptyInterval));
        }
        if from > Self::LAST_START {
            return Err(Refusal::rule(Code::DayTooLate).with("max", Self::LAST_START.to_string()));
        }
        Ok(Self { from, to })
    }
    /// The first day.
    #[must_use]
    pub const fn from(self) -> Day {
        self.from
    }
    /// The last day, `None` when open-ended.
    #[must_use]
    pub const fn to(self) -> Option<Day> {
        self.to
    }
    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
    /// The instants in it, half-open: from the start of the first day to the end of the last.
    #[must_use]
    pub fn to_interval(self, zone: FixedOffset) -> Interval {
        let end = self.to.map_or(Interval::OPEN_END, |to| to.ends_at(zone));
        Interval::new(self.from.starts_at(zone), end).expect("the last day is not before the first, checked by `new`")
    }
}

/// The present moment where the institution is; read once at the edge and handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub now: Instant,
    /// The institution's zone, a setting.
    pub zone: FixedOffset,
}

impl Moment {
    /// The civil day that it is.
    #[must_use]
    pub fn today(self) -> Day {
        Day::of(self.now, self.zone)
    }
}

#[cfg(test)]
mod tests;
