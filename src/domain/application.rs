//! An application (入驻申请) for a place in a base: written, handed in, sent back once for all that is
//! missing, accepted, checked (domain facts 1.8 and 2.1).
//!
//! The clocks run for whoever has to act: the base from the day it was handed in, the applicant from the
//! day it was sent back. While the applicant has it, the base's clock stands still.

use serde::{Deserialize, Serialize};

use crate::{
    code::Code,
    day::{Day, DaySpan, Moment},
    id::{ApplicationId, BaseId, IntakeId, OrganizationId},
    intake::ApplicantKind,
    refusal::{FieldFault, Refusal},
    workday::{Deadline, WorkCalendar},
};

pub mod eligibility;
pub mod form;
mod lifecycle;

pub use lifecycle::{ApplicationAction, ApplicationState, LIFECYCLE, Turn};

/// Things that one request for correction may list.
const MAX_ITEMS: usize = 50;
/// A thing that is missing, a reason.
pub const MAX_TEXT: usize = 500;
/// The longest time for putting right, in days: a slip of the year otherwise.
const MAX_CORRECTION_DAYS: i64 = 120;

/// A state and the day on which it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The state.
    pub state: ApplicationState,
    /// Since when.
    pub day: Day,
}

/// What is missing or wrong, told all at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct CorrectionItem {
    /// The field of the form, or the mark of the document, that it is about; about the whole when left out.
    #[serde(default)]
    pub about: Option<String>,
    /// What is missing or wrong.
    pub text: String,
}

/// A request to put an application right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Everything that is missing.
    pub items: Vec<CorrectionItem>,
    /// A day that the base has given instead of the one that the rule gives; never an earlier one.
    pub until: Option<Day>,
    /// The day that the applicant was told. A rule or a calendar that changes later moves it out at most.
    #[serde(default)]
    pub told: Option<Day>,
}

/// An application as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Which.
    pub id: ApplicationId,
    /// To which intake.
    pub intake: IntakeId,
    /// Of which base.
    pub base: BaseId,
    /// Whose.
    pub organization: OrganizationId,
    /// What the applicant was when it was begun.
    pub kind: ApplicantKind,
    /// Where it stands.
    pub state: ApplicationState,
    /// The states that it has been in, the present one last.
    pub passages: Vec<Passage>,
    /// The last request to put it right.
    pub correction: Option<Correction>,
}

/// What the rules of a base say about time, each as days from its setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// For finding it complete.
    pub accept: u32,
    /// For putting it right.
    pub correction: u32,
    /// For the first check.
    pub check: u32,
    /// From the first check to the decision on its review.
    pub review: u32,
    /// For answering an objection.
    pub objection: u32,
    /// For issuing the agreement.
    pub sign: u32,
}

/// A clock that runs, or stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// What has to be done.
    pub action: ApplicationAction,
    /// Who has to do it.
    pub owner: Turn,
    /// The day from which it counts; that day itself does not.
    pub from: Day,
    /// By when, and how that was counted.
    pub deadline: Deadline,
    /// A day that was given by hand instead of counted.
    pub given: bool,
}

impl Application {
    /// A new draft.
    #[must_use]
    pub fn begin(
        id: ApplicationId,
        (intake, base): (IntakeId, BaseId),
        (organization, kind): (OrganizationId, ApplicantKind),
        at: Moment,
    ) -> Self {
        let state = LIFECYCLE.initial;
        let passages = vec![Passage { state, day: at.today() }];
        Self { id, intake, base, organization, kind, state, passages, correction: None }
    }

    /// Whether nothing more can happen but what is kept for later steps.
    #[must_use]
    pub fn is_open(&self) -> bool {
        use ApplicationState::{Forfeited, Lapsed, Refused, Rejected, Signed, Withdrawn};
        // What is signed goes on as a residency; who leaves may apply again.
        !matches!(self.state, Refused | Rejected | Withdrawn | Lapsed | Forfeited | Signed)
    }

    fn passed_to(&self, state: ApplicationState, at: Moment) -> Self {
        let mut after = Self { state, ..self.clone() };
        // A form may be saved a thousand times; a passage is one only into another state.
        if state != self.state {
            after.passages.push(Passage { state, day: at.today() });
        }
        after
    }

    fn since(&self, state: ApplicationState, first: bool) -> Option<Day> {
        let mut found = self.passages.iter().filter(|passage| passage.state == state);
        if first { found.next() } else { found.next_back() }.map(|passage| passage.day)
    }

    /// The states with their days, as the clocks count: only the first time that it was sent back stops the
    /// base's clock, since all that is missing is told at once (pattern of 行政许可法 art. 32).
    fn history(&self) -> Vec<(ApplicationState, Day)> {
        let mut sent_back = 0;
        self.passages
            .iter()
            .map(|passage| {
                sent_back += usize::from(passage.state == ApplicationState::Correction);
                let again = passage.state == ApplicationState::Correction && sent_back > 1;
                (if again { ApplicationState::Submitted } else { passage.state }, passage.day)
            })
            .collect()
    }

    /// The clock that runs now. `times` gives the days of the base's settings as they were on a day: the rule
    /// under which something was handed in holds for it to the end.
    ///
    /// # Errors
    /// A period that the calendar cannot count.
    pub fn clock(
        &self,
        times: impl Fn(Day) -> Times,
        calendar: &WorkCalendar,
        path: &[&str],
    ) -> Result<Option<Clock>, Refusal> {
        use ApplicationAction::{Accept, ClearObjection, Conclude, Convene, Offer, Pass, Propose, Resubmit};
        use ApplicationState::{Accepted, Approved, Correction, Disputed, Passed, Reviewed, Reviewing, Submitted};
        let (action, owner, from) = match self.state {
            // Counted from the first day that the base had it; the days of correction do not count.
            Submitted => (Accept, Turn::Base, self.since(Submitted, true)),
            Correction => (Resubmit, Turn::Applicant, self.since(Correction, false)),
            Accepted => (Pass, Turn::Base, self.since(Accepted, false)),
            // One period from the first check to the decision: a review that is called off and held again does
            // not begin it anew.
            Passed => (Convene, Turn::Base, self.since(Passed, true)),
            Reviewing => (Conclude, Turn::Panel, self.since(Passed, true)),
            Reviewed => (Propose, Turn::City, self.since(Passed, true)),
            Disputed => (ClearObjection, Turn::City, self.since(Disputed, false)),
            Approved => (Offer, Turn::Base, self.since(Approved, false)),
            _ => return Ok(None),
        };
        let (Some(from), Some(step)) = (from, LIFECYCLE.step(self.state, action)) else { return Ok(None) };
        let times = times(from);
        let days = match action {
            Accept => times.accept,
            Resubmit => times.correction,
            Pass => times.check,
            ClearObjection => times.objection,
            Offer => times.sign,
            _ => times.review,
        };
        let Some(rule) = step.deadline else { return Ok(None) };
        let correction = self.correction.as_ref().filter(|_| action == Resubmit);
        let given = correction.and_then(|correction| correction.until);
        let deadline = match given {
            Some(due) => Deadline { due, nominal: due, provisional: false, skipped: Vec::new(), made_up: Vec::new() },
            None => {
                let counted = rule.due(calendar, from, Some(days), path, &self.history())?;
                let told = correction.and_then(|correction| correction.told);
                Deadline { due: told.map_or(counted.due, |told| told.max(counted.due)), ..counted }
            }
        };
        Ok(Some(Clock { action, owner, from, deadline, given: given.is_some() }))
    }

    /// The days in which the base's clock stood still.
    #[must_use]
    pub fn pauses(&self) -> Vec<DaySpan> {
        let history = self.history();
        let rule =
            LIFECYCLE.step(ApplicationState::Submitted, ApplicationAction::Accept).and_then(|step| step.deadline);
        rule.map(|rule| rule.pauses(&history)).unwrap_or_default()
    }
}

/// Saves the form: nothing but the state is asked here.
///
/// # Errors
/// `wrong_state`.
pub fn save(application: &Application, at: Moment) -> Result<Application, Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::Save)?;
    Ok(application.passed_to(state, at))
}

/// Hands it in; `missing` is what [`form::missing`] says of it.
///
/// # Errors
/// `wrong_state`, `intake_not_open`, every missing field.
pub fn submit(
    application: &Application,
    intake: &crate::intake::Intake,
    missing: Vec<FieldFault>,
    at: Moment,
) -> Result<Application, Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::Submit)?;
    intake.takes(at.today())?;
    complete(missing)?;
    Ok(application.passed_to(state, at))
}

fn complete(missing: Vec<FieldFault>) -> Result<(), Refusal> {
    if missing.is_empty() { Ok(()) } else { Err(Refusal::fields(missing)) }
}

/// Sends it back for all that is missing; [`tell`] says until when.
///
/// # Errors
/// `wrong_state`; nothing listed, texts that are empty or too long.
pub fn ask_correction(
    application: &Application,
    asked: Vec<CorrectionItem>,
    at: Moment,
) -> Result<Application, Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::AskCorrection)?;
    let mut faults = Vec::new();
    if asked.is_empty() {
        faults.push(FieldFault::new("items", Code::Required));
    }
    if asked.len() > MAX_ITEMS {
        faults.push(FieldFault::new("items", Code::TooMany).with("max", MAX_ITEMS));
    }
    let mut items = Vec::with_capacity(asked.len());
    for (n, item) in asked.into_iter().enumerate() {
        let text = reason(&format!("items[{n}].text"), &item.text).map_err(|fault| faults.push(fault));
        let about = item.about.map(|about| about.trim().to_owned()).filter(|about| !about.is_empty());
        if about.as_ref().is_some_and(|about| about.chars().count() > 60) {
            faults.push(FieldFault::new(format!("items[{n}].about"), Code::TooLong).with("max", 60));
        }
        items.push(CorrectionItem { about, text: text.unwrap_or_default() });
    }
    complete(faults)?;
    let correction = Correction { items, until: None, told: None };
    Ok(Application { correction: Some(correction), ..application.passed_to(state, at) })
}

/// Tells the applicant until when: the day that the rule gives, or a later one.
///
/// # Errors
/// `day_too_early` or `day_too_late` at `until`.
pub fn tell(mut asked: Application, by_rule: Day, until: Option<Day>, at: Moment) -> Result<Application, Refusal> {
    let max = at.today().plus(MAX_CORRECTION_DAYS).max(by_rule);
    match until {
        Some(day) if day < by_rule => {
            let fault = FieldFault::new("until", Code::DayTooEarly).with("min", by_rule.to_string());
            return Err(Refusal::fields(vec![fault]));
        }
        Some(day) if day > max => {
            return Err(Refusal::fields(vec![FieldFault::new("until", Code::DayTooLate).with("max", max.to_string())]));
        }
        _ => {}
    }
    if let Some(correction) = &mut asked.correction {
        (correction.until, correction.told) = (until, Some(until.unwrap_or(by_rule)));
    }
    Ok(asked)
}

/// Hands in what was missing. The intake may be over by now: it was handed in in time once.
///
/// # Errors
/// `wrong_state`; `time_over` with the day; every missing field.
pub fn resubmit(
    application: &Application,
    due: Option<Day>,
    missing: Vec<FieldFault>,
    at: Moment,
) -> Result<Application, Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::Resubmit)?;
    if let Some(due) = due.filter(|due| *due < at.today()) {
        return Err(Refusal::state(Code::TimeOver).with("due", due.to_string()));
    }
    complete(missing)?;
    Ok(application.passed_to(state, at))
}

/// Finds it complete.
///
/// # Errors
/// `wrong_state`.
pub fn accept(application: &Application, at: Moment) -> Result<Application, Refusal> {
    Ok(application.passed_to(LIFECYCLE.next(application.state, ApplicationAction::Accept)?, at))
}

/// Lets it pass the first check.
///
/// # Errors
/// `wrong_state`; `checks_open` with the rules that are failed or not known yet.
pub fn pass(application: &Application, findings: &[eligibility::Finding], at: Moment) -> Result<Application, Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::Pass)?;
    let open: Vec<&str> = findings.iter().filter(|found| !found.is_passed()).map(|found| found.rule.as_str()).collect();
    if open.is_empty() {
        Ok(application.passed_to(state, at))
    } else {
        Err(Refusal::state(Code::ChecksOpen).with("rules", open))
    }
}

/// A step of its review, whose conditions are [`crate::review`]'s.
///
/// # Errors
/// `wrong_state`.
pub fn advance(application: &Application, action: ApplicationAction, at: Moment) -> Result<Application, Refusal> {
    Ok(application.passed_to(LIFECYCLE.next(application.state, action)?, at))
}

/// Ends it at the first check, with reasons that the applicant reads.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn refuse(application: &Application, why: &str, at: Moment) -> Result<(Application, String), Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::Refuse)?;
    let why = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    Ok((application.passed_to(state, at), why))
}

/// The applicant takes it back.
///
/// # Errors
/// `wrong_state`.
pub fn withdraw(application: &Application, at: Moment) -> Result<Application, Refusal> {
    Ok(application.passed_to(LIFECYCLE.next(application.state, ApplicationAction::Withdraw)?, at))
}

/// Ends what was not handed in or put right in time; `last` is the last day that it had.
///
/// # Errors
/// `wrong_state`; `day_too_early` while there is time.
pub fn lapse(application: &Application, last: Option<Day>, at: Moment) -> Result<Application, Refusal> {
    let state = LIFECYCLE.next(application.state, ApplicationAction::Lapse)?;
    match last {
        Some(last) if last < at.today() => Ok(application.passed_to(state, at)),
        Some(last) => Err(Refusal::state(Code::DayTooEarly).with("min", last.plus(1).to_string())),
        None => Err(Refusal::state(Code::CalendarOpen)),
    }
}

/// A text that has to be there.
pub(crate) fn reason(path: &str, text: &str) -> Result<String, FieldFault> {
    let text = text.trim();
    if text.is_empty() {
        Err(FieldFault::new(path, Code::Required))
    } else if text.chars().count() > MAX_TEXT {
        Err(FieldFault::new(path, Code::TooLong).with("max", MAX_TEXT))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod props;
#[cfg(test)]
pub(crate) mod tests;
