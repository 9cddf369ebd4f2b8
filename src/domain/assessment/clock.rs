//! The clock of an assessment: who has to do what by when.

use super::{Assessment, AssessmentAction, AssessmentOwner, AssessmentState, LIFECYCLE};
use crate::{
    day::Day,
    lifecycle,
    refusal::Refusal,
    workday::{Deadline, WorkCalendar},
};

/// What the rules of a base say about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssessmentTimes {
    /// Working days for the self score.
    pub own: u32,
    /// Working days for scoring and concluding.
    pub conclude: u32,
    /// Working days for an appeal.
    pub appeal: u32,
    /// Working days for answering it.
    pub answer: u32,
}

/// A clock that runs.
pub type AssessmentClock = lifecycle::Clock<AssessmentAction, AssessmentOwner>;

/// The clock that runs today.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(
    of: &Assessment,
    today: Day,
    times: impl Fn(Day) -> AssessmentTimes,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<AssessmentClock>, Refusal> {
    use AssessmentOwner::{Base, City, Organization};
    let (action, owner) = match of.state {
        AssessmentState::SelfScoring => (AssessmentAction::HandIn, Organization),
        AssessmentState::Scoring => (AssessmentAction::Conclude, Base),
        AssessmentState::Concluded if of.course.appeal.is_none() => (AssessmentAction::Appeal, Organization),
        AssessmentState::Appealed => (AssessmentAction::Uphold, City),
        AssessmentState::Concluded | AssessmentState::Cancelled => return Ok(None),
    };
    let rule = LIFECYCLE.step(of.state, action).and_then(|step| step.deadline);
    let (Some(from), Some(rule)) = (of.since(of.state), rule) else { return Ok(None) };
    let times = times(from);
    let days = match action {
        AssessmentAction::HandIn => times.own,
        AssessmentAction::Conclude => times.conclude,
        AssessmentAction::Appeal => times.appeal,
        _ => times.answer,
    };
    let counted = rule.due(calendar, from, Some(days), path, &[])?;
    // A day that the organization was told moves out at most.
    let told = match action {
        AssessmentAction::HandIn => Some(of.self_by),
        AssessmentAction::Appeal => of.course.result.as_ref().map(|result| result.appeal_by),
        _ => None,
    };
    let due = told.map_or(counted.due, |told| told.max(counted.due));
    let clock = AssessmentClock { action, owner, from, deadline: Deadline { due, ..counted } };
    // An appeal is a chance, not a duty: once it is gone nobody has to do anything.
    let gone = action == AssessmentAction::Appeal && !clock.deadline.provisional && clock.deadline.due < today;
    Ok((!gone).then_some(clock))
}
