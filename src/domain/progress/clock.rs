//! The clock of a report: who has to do what by when.

use super::{LIFECYCLE, ProgressReport, ReportAction, ReportOwner, ReportPeriod, ReportState};
use crate::{
    day::Day,
    lifecycle,
    refusal::Refusal,
    workday::{Deadline, WorkCalendar},
};

/// What the rules of a base say about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportTimes {
    /// Working days for handing in, after the end of the period.
    pub due: u32,
    /// Working days for looking at it.
    pub check: u32,
}

/// A clock that runs.
pub type ReportClock = lifecycle::Clock<ReportAction, ReportOwner>;

/// From when the days for handing in count: the end of the period, or the day on which the report was asked for, so
/// that nobody is late by being asked late.
#[must_use]
pub fn counts_from(period: ReportPeriod, asked: Day) -> Day {
    period.last().max(asked)
}

/// The clock that runs.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(
    of: &ProgressReport,
    times: impl Fn(Day) -> ReportTimes,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<ReportClock>, Refusal> {
    let rule = |action| LIFECYCLE.step(of.state, action).and_then(|step| step.deadline);
    let counted = |action, from, days| rule(action).map(|rule| rule.due(calendar, from, Some(days), path, &[]));
    let Some(since) = of.course.passages.last().map(|passage| passage.day) else { return Ok(None) };
    let (action, owner, from, deadline) = match of.state {
        ReportState::Open => {
            // By the rules of the day on which it was asked for; a day that was told moves out at most.
            let asked = of.course.passages.first().map_or(since, |passage| passage.day);
            let from = counts_from(of.period, asked);
            let Some(counted) = counted(ReportAction::Submit, from, times(asked).due).transpose()? else {
                return Ok(None);
            };
            let due = of.due.max(counted.due);
            (ReportAction::Submit, ReportOwner::Organization, from, Deadline { due, ..counted })
        }
        // The base has named the day.
        ReportState::Returned | ReportState::Correcting => {
            let fixed =
                Deadline { due: of.due, nominal: of.due, provisional: false, skipped: Vec::new(), made_up: Vec::new() };
            (ReportAction::Submit, ReportOwner::Organization, since, fixed)
        }
        ReportState::Submitted => {
            let Some(counted) = counted(ReportAction::Accept, since, times(since).check).transpose()? else {
                return Ok(None);
            };
            (ReportAction::Accept, ReportOwner::Base, since, counted)
        }
        ReportState::Accepted | ReportState::Waived => return Ok(None),
    };
    Ok(Some(ReportClock { action, owner, from, deadline }))
}
