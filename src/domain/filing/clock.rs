//! Who has to do what by when, and whose days have passed.

use super::{Filing, FilingAction, FilingOwner, FilingPassage, FilingState, LIFECYCLE, lifecycle::working};
use crate::{
    day::Day,
    refusal::Refusal,
    setting,
    workday::{DayKind, Deadline, Roll, WorkCalendar},
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingClock {
    /// What has to be done.
    pub action: FilingAction,
    /// Who has to do it.
    pub owner: FilingOwner,
    /// The day from which it counts; that day itself does not.
    pub from: Day,
    /// By when, and how that was counted.
    pub deadline: Deadline,
}

/// The clock that runs.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(
    of: &Filing,
    times: impl Fn(Day) -> FilingTimes,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<FilingClock>, Refusal> {
    let Some(FilingPassage { day: from, .. }) = of.course.passages.last().copied() else { return Ok(None) };
    let made = |action, owner, deadline| Some(FilingClock { action, owner, from, deadline });
    let (action, owner) = match of.state {
        FilingState::Asked => (FilingAction::Accept, FilingOwner::Base),
        FilingState::Reviewing => (FilingAction::File, FilingOwner::Base),
        FilingState::Filed => (FilingAction::Grant, FilingOwner::Authority),
        FilingState::Supplement => {
            // The authority names the day, where there is one.
            let due = of.course.supplements.last().and_then(|of| of.due);
            let Some(due) = due else { return Ok(None) };
            let days = u32::try_from(from.days_until(due)).unwrap_or_default();
            let period = crate::workday::Period { days, kind: DayKind::Natural, roll: Roll::None };
            let deadline = calendar.deadline(from, period, path, &[])?;
            return Ok(made(FilingAction::File, FilingOwner::Organization, deadline));
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
    Ok(made(action, owner, rule.due(calendar, from, Some(days), path, &[])?))
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
