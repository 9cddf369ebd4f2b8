//! Half-open stretches of time: the end is the first instant that no longer belongs to them, so
//! that what ends at ten and what starts at ten do not touch.

use chrono::{DateTime, TimeDelta};

use crate::{code::Code, day::Instant, refusal::Refusal};

/// A stretch of time `[from, to)`, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    from: Instant,
    to: Instant,
}

impl Interval {
    /// The end of what has no end: 9999-12-31T00:00:00Z. A real instant, because a row with an
    /// empty end would fall out of every index on it.
    pub const OPEN_END: Instant = DateTime::from_timestamp(253_402_214_400, 0).expect("within the calendar");

    /// From `from` up to but not including `to`; nothing ends later than [`Self::OPEN_END`].
    ///
    /// # Errors
    /// `empty_interval` when the end is not after the start.
    pub fn new(from: Instant, to: Instant) -> Result<Self, Refusal> {
        let to = to.min(Self::OPEN_END);
        if from < to { Ok(Self { from, to }) } else { Err(Refusal::rule(Code::EmptyInterval)) }
    }
    /// From `from` without an end.
    ///
    /// # Errors
    /// `empty_interval` when it would start at the end of time.
    pub fn open(from: Instant) -> Result<Self, Refusal> {
        Self::new(from, Self::OPEN_END)
    }
    /// The first instant.
    #[must_use]
    pub const fn from(self) -> Instant {
        self.from
    }
    /// The first instant after it.
    #[must_use]
    pub const fn to(self) -> Instant {
        self.to
    }
    /// Whether it has no end.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.to == Self::OPEN_END
    }
    /// How long it is.
    #[must_use]
    pub fn length(self) -> TimeDelta {
        self.to - self.from
    }
    /// Whether the two share an instant.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
    /// Whether the instant lies in it.
    #[must_use]
    pub fn contains(self, instant: Instant) -> bool {
        self.from <= instant && instant < self.to
    }
    /// Whether all of `other` lies in it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }
    /// What the two share.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to)).ok()
    }
    /// What is left without `other`, in order: nothing, one piece or two.
    #[must_use]
    pub fn subtract(self, other: Self) -> Vec<Self> {
        if !self.overlaps(other) {
            return vec![self];
        }
        [Self::new(self.from, other.from), Self::new(other.to, self.to)].into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests;
