//! Who has to do what by when, and whose days have passed.

use super::{Filing, FilingAction, FilingOwner, FilingPassage, FilingState, LIFECYCLE, lifecycle::working};
use crate::{
    day::Day,
    lifecycle,
    refusal::Refusal,
    setting,
    workday::{DayKind, Period, Roll, WorkCalendar},
};

/// What the rules of a base say about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilingTimes {
    /// Working days in which the base looks at something.
    pub look: u32,
    /// Days that the authority has for a registration.
    pub register: u32,
    /// Working days that the authority has for a recording.
    pub record: u32,
}

/// A clock that runs.
pub type FilingClock = lifecycle::Clock<FilingAction, FilingOwner>;

/// What the authority has asked for and has not got yet, and since when.
fn pending(of: &Filing) -> Option<(Day, Option<Day>)> {
    let with = |passage: &&FilingPassage| matches!(passage.state, FilingState::Filed | FilingState::Supplement);
    let last = of.course.passages.iter().rev().find(with)?;
    (last.state == FilingState::Supplement).then(|| (last.day, of.course.supplements.last().and_then(|of| of.due)))
}

/// The clock that runs.
///
/// A day that the authority has named for a supplement runs until it is handed in again, whoever has the papers.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(
    of: &Filing,
    times: impl Fn(Day) -> FilingTimes,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<FilingClock>, Refusal> {
    let Some(from) = of.since() else { return Ok(None) };
    let named = pending(of).and_then(|(asked, due)| Some((asked, due?)));
    let given = |from: Day, due: Day| {
        let days = u32::try_from(from.days_until(due)).unwrap_or_default();
        let period = Period { days, kind: DayKind::Natural, roll: Roll::None };
        calendar.deadline(from, period, path, &[])
    };
    let (action, owner) = match of.state {
        FilingState::Asked => (FilingAction::Accept, FilingOwner::Base),
        FilingState::Reviewing => (FilingAction::File, FilingOwner::Base),
        FilingState::Filed => (FilingAction::Grant, FilingOwner::Authority),
        FilingState::Preparing | FilingState::Supplement => {
            // Nobody is hurried but by the authority.
            let Some((from, due)) = named else { return Ok(None) };
            let (action, owner) = (FilingAction::Submit, FilingOwner::Organization);
            return Ok(Some(FilingClock { action, owner, from, deadline: given(from, due)? }));
        }
        _ => return Ok(None),
    };
    let times = times(from);
    let recording = of.wanted.is_recording();
    let (rule, days) = match (LIFECYCLE.step(of.state, action).and_then(|step| step.deadline), owner) {
        (Some(_), FilingOwner::Authority) if recording => (working(10, setting::RECORD_DAYS), times.record),
        (Some(rule), FilingOwner::Authority) => (rule, times.register),
        (Some(rule), _) => (rule, times.look),
        (None, _) => return Ok(None),
    };
    let counted = rule.due(calendar, from, Some(days), path, &[])?;
    Ok(Some(match named {
        Some((asked, due)) if due < counted.due => {
            FilingClock { action, owner, from: asked, deadline: given(asked, due)? }
        }
        _ => FilingClock { action, owner, from, deadline: counted },
    }))
}

/// Whose days have passed, in calendar days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FilingDays {
    /// At the organization: papers, supplements.
    pub organization: i64,
    /// At the base: accepting, looking at the papers.
    pub base: i64,
    /// At the authority.
    pub authority: i64,
}

impl FilingDays {
    /// All together.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.organization + self.base + self.authority
    }
}

/// Whose days have passed until today. A day counts for who had it when it began; what is decided counts for nobody.
#[must_use]
pub fn days(passages: &[FilingPassage], today: Day) -> FilingDays {
    let mut all = FilingDays::default();
    let ends = passages.iter().skip(1).map(|next| next.day).chain([today]);
    for (passage, end) in passages.iter().zip(ends) {
        let days = passage.day.days_until(end).max(0);
        match passage.state.owner() {
            Some(FilingOwner::Organization) => all.organization += days,
            Some(FilingOwner::Base) => all.base += days,
            Some(FilingOwner::Authority) => all.authority += days,
            None => {}
        }
    }
    all
}

/// The middle of some numbers, the lower of two; none of none.
#[must_use]
pub fn median(mut of: Vec<i64>) -> Option<i64> {
    of.sort_unstable();
    of.get(of.len().saturating_sub(1) / 2).copied()
}
