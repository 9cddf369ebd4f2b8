//! Periodic reports (定期报告) of residents: what they did in a month or a quarter, on the form of their base
//! (domain facts 5.1).
//!
//! The form is the one that held when the report was asked for; what is set later changes nothing of it.

use crate::{
    application::reason,
    assessment::Stamp,
    code::Code,
    day::{Day, Moment},
    id::{BaseId, OrganizationId, ProgressReportId, ResidencyId},
    refusal::{FieldFault, Refusal},
    residency::care::Said,
};

mod clock;
mod course;
pub mod form;
mod lifecycle;
mod period;

pub use clock::{ReportClock, ReportTimes, clock, counts_from};
pub use course::{ReportCourse, ReportEdition, ReportFile, ReportGap, ReportPassage, ReportReturn};
pub use form::{ReportAnswer, ReportFigure, ReportQuestion, ReportQuestionKind};
pub use lifecycle::{LIFECYCLE, ReportAction, ReportCycle, ReportOwner, ReportState};
pub use period::{BadPeriod, ReportPeriod};

/// How far back a period may be reported on: as far as assessments look.
const MAX_DAYS_BACK: i64 = 3 * 366;
/// How far ahead the base may set a day: longer than the longest period, with time to spare.
const MAX_DAYS_AHEAD: i64 = 180;
/// Things that are missing, at most; as many as a form has questions.
const MAX_GAPS: usize = 40;
/// Versions of a report at most: one row holds them all.
const MAX_EDITIONS: usize = 10;

/// A report as the rules see it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressReport {
    /// Which.
    pub id: ProgressReportId,
    /// In which base.
    pub base: BaseId,
    /// Whose.
    pub organization: OrganizationId,
    /// Of which residency.
    pub residency: ResidencyId,
    /// On what.
    pub period: ReportPeriod,
    /// The last day for handing it in, as it was told.
    pub due: Day,
    /// The form, as it stood when the report was asked for.
    pub form: Vec<ReportQuestion>,
    /// Where it stands.
    pub state: ReportState,
    /// How it went.
    pub course: ReportCourse,
}

/// What is wrong with asking for the reports of a period, where a base has its residents report over a cycle.
#[must_use]
pub fn cannot_open(period: ReportPeriod, cycle: ReportCycle, today: Day) -> Option<FieldFault> {
    let earliest = today.plus(-MAX_DAYS_BACK);
    if period.first() > today {
        Some(FieldFault::new("period", Code::PeriodAhead))
    } else if period.first() < earliest {
        Some(FieldFault::new("period", Code::DayTooEarly).with("min", earliest.to_string()))
    } else if period.cycle() != cycle {
        Some(FieldFault::new("period", Code::OtherCycle).with("cycle", cycle.as_str()))
    } else {
        None
    }
}

/// The day whose rules say over what a base has its residents report: the last day of the period, or today while it
/// runs. So what is set later changes nothing of a period that is over.
#[must_use]
pub fn ruled_on(period: ReportPeriod, today: Day) -> Day {
    period.last().min(today)
}

/// Whether a residency that began and ended on these days has to report on a period.
#[must_use]
pub fn is_due_from(period: ReportPeriod, began: Option<Day>, ends: Day) -> bool {
    began.is_some_and(|began| began <= period.last()) && ends >= period.first()
}

impl ProgressReport {
    /// A new one.
    #[must_use]
    pub fn begun(
        id: ProgressReportId,
        base: BaseId,
        (organization, residency): (OrganizationId, ResidencyId),
        (period, due): (ReportPeriod, Day),
        form: Vec<ReportQuestion>,
        at: Moment,
    ) -> Self {
        let state = LIFECYCLE.initial;
        let passages = vec![ReportPassage { state, day: at.today() }];
        let course = ReportCourse { passages, ..ReportCourse::default() };
        Self { id, base, organization, residency, period, due, form, state, course }
    }

    /// The numbers that it counts with: what was accepted stands until something else is.
    #[must_use]
    pub fn figures(&self) -> Vec<ReportFigure> {
        self.course.editions.last().map(|of| form::figures(&self.form, &of.answers)).unwrap_or_default()
    }

    fn to(&self, action: ReportAction, at: Moment) -> Result<Self, Refusal> {
        let state = LIFECYCLE.next(self.state, action)?;
        let mut after = Self { state, ..self.clone() };
        if state != self.state {
            after.course.passages.push(ReportPassage { state, day: at.today() });
        }
        Ok(after)
    }
}

/// The organization writes its report down as far as it goes.
///
/// # Errors
/// `wrong_state`; bad answers.
pub fn draft(of: &ProgressReport, answers: &[ReportAnswer], at: Moment) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Draft, at)?;
    let faults = form::check_answers(&of.form, answers, false);
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.course.answers = form::tidy(&of.form, answers);
    Ok(after)
}

/// The organization hands its report in. It is never too late for that; `late` is by how many days it is.
///
/// # Errors
/// `wrong_state`; bad answers, and all that is missing.
pub fn submit(
    of: &ProgressReport,
    answers: &[ReportAnswer],
    (stamp, late): (Stamp, Option<i64>),
    at: Moment,
) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Submit, at)?;
    let faults = form::check_answers(&of.form, answers, true);
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.course.answers = form::tidy(&of.form, answers);
    after.course.submitted = Some(stamp);
    if of.course.editions.is_empty() {
        after.course.late = of.course.late.max(late);
    }
    Ok(after)
}

/// The base accepts it; `files` are what is attached.
///
/// # Errors
/// `wrong_state`; too long a comment.
pub fn accept(
    of: &ProgressReport,
    comment: Option<&str>,
    files: Vec<ReportFile>,
    (by, at): (&str, Moment),
) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Accept, at)?;
    let comment = comment.map(str::trim).filter(|text| !text.is_empty()).map(|text| reason("comment", text));
    let comment = comment.transpose().map_err(|fault| Refusal::fields(vec![fault]))?;
    // What is handed in has its stamp; the table leads there no other way.
    let submitted = of.course.submitted.clone().ok_or_else(|| Refusal::state(Code::WrongState))?;
    let accepted = Stamp { by: by.to_owned(), on: at.today(), on_paper: false };
    let answers = of.course.answers.clone();
    after.course.editions.push(ReportEdition { answers, files, submitted, accepted, comment, reopened: None });
    after.course.returned = None;
    Ok(after)
}

/// The day that the base names, or the one that its rules suggest; a day that was told is not moved nearer.
fn named(of: &ProgressReport, asked: Option<Day>, suggested: Day, at: Moment) -> Result<Day, FieldFault> {
    let (today, latest) = (at.today(), at.today().plus(MAX_DAYS_AHEAD));
    match asked {
        Some(day) if day < today => Err(FieldFault::new("due", Code::DayTooEarly).with("min", today.to_string())),
        Some(day) if day > latest => Err(FieldFault::new("due", Code::DayTooLate).with("max", latest.to_string())),
        day => Ok(day.unwrap_or(suggested).max(of.due)),
    }
}

fn check_gaps(of: &ProgressReport, gaps: &[ReportGap]) -> Result<Vec<ReportGap>, Vec<FieldFault>> {
    if gaps.is_empty() {
        return Err(vec![FieldFault::new("gaps", Code::Required)]);
    }
    if gaps.len() > MAX_GAPS {
        return Err(vec![FieldFault::new("gaps", Code::TooMany).with("max", MAX_GAPS)]);
    }
    let (mut kept, mut faults) = (Vec::new(), Vec::new());
    for (n, gap) in gaps.iter().enumerate() {
        if gap.question.as_ref().is_some_and(|key| of.form.iter().all(|question| question.key() != key)) {
            faults.push(FieldFault::new(format!("gaps[{n}].question"), Code::NotFound));
        }
        match reason(&format!("gaps[{n}].text"), &gap.text) {
            Ok(text) => kept.push(ReportGap { question: gap.question.clone(), text }),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(kept) } else { Err(faults) }
}

/// The base gives it back with all that is missing, to be handed in again by a new day.
///
/// # Errors
/// `wrong_state`; nothing that is missing, a question that is not asked, a bad day.
pub fn send_back(
    of: &ProgressReport,
    gaps: &[ReportGap],
    (asked, suggested): (Option<Day>, Day),
    (by, at): (&str, Moment),
) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Return, at)?;
    match (check_gaps(of, gaps), named(of, asked, suggested, at)) {
        (Ok(gaps), Ok(due)) => {
            after.course.returned = Some(ReportReturn { gaps, by: by.to_owned(), on: at.today() });
            after.course.submitted = None;
            after.due = due;
            Ok(after)
        }
        (gaps, due) => Err(Refusal::fields(gaps.err().into_iter().flatten().chain(due.err()).collect())),
    }
}

fn said(why: &str, by: &str, at: Moment) -> Result<Said, FieldFault> {
    reason("reason", why).map(|text| Said::new(text, by, at))
}

/// Why the base cannot do without it any more: one was accepted.
#[must_use]
pub fn cannot_waive(of: &ProgressReport) -> Option<Code> {
    (!of.course.editions.is_empty()).then_some(Code::AcceptedBefore)
}

/// The base does without it.
///
/// # Errors
/// `wrong_state`; as [`cannot_waive`]; no reason.
pub fn waive(of: &ProgressReport, why: &str, (by, at): (&str, Moment)) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Waive, at)?;
    if let Some(code) = cannot_waive(of) {
        return Err(Refusal::state(code));
    }
    after.course.waived = Some(said(why, by, at).map_err(|fault| Refusal::fields(vec![fault]))?);
    after.course.required = None;
    Ok(after)
}

/// The base wants it after all, by `suggested` at the earliest.
///
/// # Errors
/// `wrong_state`; no reason, a bad day.
pub fn require(
    of: &ProgressReport,
    why: &str,
    (asked, suggested): (Option<Day>, Day),
    (by, at): (&str, Moment),
) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Require, at)?;
    let (why, due) = explained(of, why, (asked, suggested), (by, at))?;
    after.course.required = Some(why);
    after.course.waived = None;
    after.due = due;
    Ok(after)
}

fn explained(
    of: &ProgressReport,
    why: &str,
    (asked, suggested): (Option<Day>, Day),
    (by, at): (&str, Moment),
) -> Result<(Said, Day), Refusal> {
    match (said(why, by, at), named(of, asked, suggested, at)) {
        (Ok(why), Ok(due)) => Ok((why, due)),
        (why, due) => Err(Refusal::fields(why.err().into_iter().chain(due.err()).collect())),
    }
}

/// Why it cannot be opened again: it was put right so often already.
#[must_use]
pub fn cannot_reopen(of: &ProgressReport) -> Option<Code> {
    (of.course.editions.len() >= MAX_EDITIONS).then_some(Code::CorrectedOften)
}

/// What was accepted has to be put right; it stays readable as it is.
///
/// # Errors
/// `wrong_state`; as [`cannot_reopen`]; no reason, a bad day.
pub fn reopen(
    of: &ProgressReport,
    why: &str,
    due: (Option<Day>, Day),
    (by, at): (&str, Moment),
) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Reopen, at)?;
    if let Some(code) = cannot_reopen(of) {
        return Err(Refusal::state(code));
    }
    let (why, due) = explained(of, why, due, (by, at))?;
    if let Some(edition) = after.course.editions.last_mut() {
        edition.reopened = Some(why);
    }
    after.course.submitted = None;
    after.due = due;
    Ok(after)
}

/// Why nothing can be left as it is: nothing was accepted.
#[must_use]
pub fn cannot_keep(of: &ProgressReport) -> Option<Code> {
    of.course.editions.is_empty().then_some(Code::NotAcceptedBefore)
}

/// What was accepted stays as it is, and what was written since is dropped.
///
/// # Errors
/// `wrong_state`; as [`cannot_keep`].
pub fn keep(of: &ProgressReport, at: Moment) -> Result<ProgressReport, Refusal> {
    let mut after = of.to(ReportAction::Keep, at)?;
    let code = || Refusal::state(Code::NotAcceptedBefore);
    let edition = of.course.editions.last().ok_or_else(code)?;
    after.course.answers = edition.answers.clone();
    after.course.submitted = Some(edition.submitted.clone());
    after.course.returned = None;
    Ok(after)
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
