//! How a clock is shown: what it waits for, and how it was counted.

use domain::{
    application::{Clock, Turn},
    day::Day,
    id::BaseId,
    lifecycle,
    workday::{Deadline, SkipReason},
};
use poem_openapi::{
    Object,
    types::{ParseFromJSON, ToJSON},
};

use super::checks::Ground;
use crate::fault::Fault;

/// A clock: what has to be done, by whom, by when, and how that was counted.
#[derive(Debug, Clone, Object)]
pub struct ClockView {
    /// What has to be done.
    pub action: String,
    /// Who has to do it.
    pub owner: Turn,
    /// From when it counts; that day itself does not.
    pub from: Day,
    /// The day with whose end it ends.
    pub due: Day,
    /// Working days that are left, today not counted; negative when it is over.
    pub days_left: i64,
    /// It is over; not while a calendar may still move its day.
    pub overdue: bool,
    /// Counted partly over days whose arrangement is not published yet.
    pub provisional: bool,
    /// A day that was given by hand instead of counted.
    pub given: bool,
    /// Days that did not count.
    pub skipped: Vec<SkippedDay>,
    /// Weekend days that counted.
    pub made_up: Vec<Day>,
}

/// A clock of what a base and an organization have to do with each other.
#[derive(Debug, Clone, Object)]
pub struct RunningClock<A: ParseFromJSON + ToJSON + Send + Sync, O: ParseFromJSON + ToJSON + Send + Sync> {
    /// What has to be done, or may be.
    pub action: A,
    /// Who has to do it.
    pub owner: O,
    /// From when it counts; that day itself does not.
    pub from: Day,
    /// The day with whose end it ends.
    pub due: Day,
    /// Working days that are left, today not counted; negative when it is over.
    pub days_left: i64,
    /// It is over; not while a calendar may still move its day.
    pub overdue: bool,
    /// Counted partly over days whose arrangement is not published yet.
    pub provisional: bool,
}

impl<A: ParseFromJSON + ToJSON + Send + Sync, O: ParseFromJSON + ToJSON + Send + Sync> RunningClock<A, O> {
    /// As it stands today in a base.
    ///
    /// # Errors
    /// More days than the calendar counts.
    pub fn of(ground: &Ground, base: BaseId, clock: lifecycle::Clock<A, O>) -> Result<Self, Fault> {
        let overdue = clock.late(ground.today()).is_some();
        let lifecycle::Clock { action, owner, from, deadline: Deadline { due, provisional, .. } } = clock;
        Ok(Self { action, owner, from, due, days_left: ground.days_left(base, due)?, overdue, provisional })
    }
}

/// A day that did not count.
#[derive(Debug, Clone, Object)]
pub struct SkippedDay {
    /// The day.
    pub date: Day,
    /// Why not: `weekend`, `holiday`, `local_holiday`, `paused`.
    pub why: SkipReason,
}

pub(super) fn clock_view(ground: &Ground, base: BaseId, clock: Clock) -> Result<ClockView, Fault> {
    let due = clock.deadline.due;
    Ok(ClockView {
        action: clock.action.as_str().to_owned(),
        owner: clock.owner,
        from: clock.from,
        due,
        days_left: ground.days_left(base, due)?,
        overdue: due < ground.today() && !clock.deadline.provisional,
        provisional: clock.deadline.provisional,
        given: clock.given,
        skipped: clock.deadline.skipped.into_iter().map(|(date, why)| SkippedDay { date, why }).collect(),
        made_up: clock.deadline.made_up,
    })
}
