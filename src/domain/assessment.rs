//! Assessments (考核) of residents: a sheet, what the organization, the base and perhaps an expert give, the grade, an
//! appeal (domain facts 1.11 and 2.2).
//!
//! The sheet is the one that held when the round began; what is set later changes nothing of it.

use crate::{
    application::reason,
    code::Code,
    day::{Day, DaySpan, Moment},
    id::{AccountId, AssessmentId, AssessmentRoundId, BaseId, OrganizationId, ResidencyId},
    refusal::{FieldFault, Refusal},
    residency::{AgreementSide, care::Said},
};

mod clock;
mod course;
mod lifecycle;
pub mod sheet;

pub use clock::{AssessmentClock, AssessmentTimes, clock};
pub use course::{Appeal, AppealAnswer, AssessmentCourse, AssessmentPassage, AssessmentResult, Breach, Column, Stamp};
pub use lifecycle::{AssessmentAction, AssessmentCycle, AssessmentGrade, AssessmentOwner, AssessmentState, LIFECYCLE};
pub use sheet::{AssessmentSheet, IndicatorScore};

/// How far an assessment looks back: longer than the longest cycle, with time to spare.
const MAX_DAYS_BACK: i64 = 3 * 366;
/// A round's title.
const MAX_TITLE: usize = 60;

/// An assessment as the rules see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Which.
    pub id: AssessmentId,
    /// In which round.
    pub round: AssessmentRoundId,
    /// In which base.
    pub base: BaseId,
    /// Whose.
    pub organization: OrganizationId,
    /// Of which residency.
    pub residency: ResidencyId,
    /// The expert who is asked.
    pub expert: Option<AccountId>,
    /// The last day for the self score, as it was told.
    pub self_by: Day,
    /// Where it stands.
    pub state: AssessmentState,
    /// How it went.
    pub course: AssessmentCourse,
}

/// What a round is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its title.
    pub title: String,
    /// What it looks back on.
    pub cycle: AssessmentCycle,
    /// From when to when.
    pub period: DaySpan,
}

/// All faults of what a round is to be.
///
/// # Errors
/// No title, a time that is not over two days in order, begins too long ago or ends in the future.
pub fn plan(title: &str, cycle: AssessmentCycle, first: Day, last: Day, at: Moment) -> Result<Planned, Refusal> {
    let mut faults = Vec::new();
    let title = title.trim();
    if title.is_empty() {
        faults.push(FieldFault::new("title", Code::Required));
    } else if title.chars().count() > MAX_TITLE {
        faults.push(FieldFault::new("title", Code::TooLong).with("max", MAX_TITLE));
    }
    let earliest = at.today().plus(-MAX_DAYS_BACK);
    if first < earliest {
        faults.push(FieldFault::new("first", Code::DayTooEarly).with("min", earliest.to_string()));
    }
    if last < first {
        faults.push(FieldFault::new("last", Code::DayTooEarly).with("min", first.to_string()));
    } else if last > at.today() {
        // What has not happened yet is not assessed.
        faults.push(FieldFault::new("last", Code::DayTooLate).with("max", at.today().to_string()));
    }
    match DaySpan::new(first, Some(last)) {
        Ok(period) if faults.is_empty() => Ok(Planned { title: title.to_owned(), cycle, period }),
        _ => Err(Refusal::fields(faults)),
    }
}

fn tidy(scores: &[IndicatorScore]) -> Vec<IndicatorScore> {
    let note =
        |note: &Option<String>| note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    let mut all: Vec<IndicatorScore> =
        scores.iter().map(|of| IndicatorScore { note: note(&of.note), ..of.clone() }).collect();
    all.sort_by_key(|of| of.indicator);
    all
}

fn comment(faults: &mut Vec<FieldFault>, text: Option<&str>, needed: bool) -> Option<String> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None if needed => {
            faults.push(FieldFault::new("comment", Code::Required));
            None
        }
        None => None,
        Some(text) => reason("comment", text).map_err(|fault| faults.push(fault)).ok(),
    }
}

/// A column as somebody writes it down.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Written {
    /// The scores.
    pub scores: Vec<IndicatorScore>,
    /// A word on the whole.
    pub comment: Option<String>,
}

impl Assessment {
    /// A new one.
    #[must_use]
    pub fn begun(
        id: AssessmentId,
        (round, base): (AssessmentRoundId, BaseId),
        (organization, residency): (OrganizationId, ResidencyId),
        expert: Option<AccountId>,
        self_by: Day,
        at: Moment,
    ) -> Self {
        let state = LIFECYCLE.initial;
        let passages = vec![AssessmentPassage { state, day: at.today() }];
        let course = AssessmentCourse { passages, ..AssessmentCourse::default() };
        Self { id, round, base, organization, residency, expert, self_by, state, course }
    }

    /// Whether it is still to be carried through.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, AssessmentState::Concluded | AssessmentState::Cancelled)
    }

    fn to(&self, action: AssessmentAction, at: Moment) -> Result<Self, Refusal> {
        let state = LIFECYCLE.next(self.state, action)?;
        let mut after = Self { state, ..self.clone() };
        if state != self.state {
            after.course.passages.push(AssessmentPassage { state, day: at.today() });
        }
        Ok(after)
    }

    fn since(&self, state: AssessmentState) -> Option<Day> {
        self.course.passages.iter().rfind(|passage| passage.state == state).map(|passage| passage.day)
    }
}

/// The organization writes its self score down as far as it goes, or hands it in.
///
/// # Errors
/// `wrong_state`; bad scores; what is missing, when it is handed in.
pub fn score_self(
    of: &Assessment,
    sheet: &AssessmentSheet,
    written: &Written,
    hand_in: Option<Stamp>,
    at: Moment,
) -> Result<Assessment, Refusal> {
    let action = if hand_in.is_some() { AssessmentAction::HandIn } else { AssessmentAction::Draft };
    let mut after = of.to(action, at)?;
    let mut faults = sheet::check_scores(sheet, &written.scores, (hand_in.is_some(), false));
    let comment = comment(&mut faults, written.comment.as_deref(), false);
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.course.own = Column { scores: tidy(&written.scores), comment, handed_in: hand_in };
    Ok(after)
}

/// The base goes on without a self score, once the time for it is over. `due` is none while a calendar may still move
/// it.
///
/// # Errors
/// `wrong_state`; `day_too_early`, `calendar_open`.
pub fn go_on(of: &Assessment, due: Option<Day>, at: Moment) -> Result<Assessment, Refusal> {
    let after = of.to(AssessmentAction::GoOn, at)?;
    match due {
        Some(due) if due < at.today() => Ok(after),
        Some(due) => Err(Refusal::state(Code::DayTooEarly).with("min", due.plus(1).to_string())),
        None => Err(Refusal::state(Code::CalendarOpen)),
    }
}

/// The base gives the self score back, to be handed in again by `self_by`.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn send_back(of: &Assessment, why: &str, self_by: Day, (by, at): (&str, Moment)) -> Result<Assessment, Refusal> {
    let mut after = of.to(AssessmentAction::SendBack, at)?;
    if let Some(code) = cannot_undo(of) {
        return Err(Refusal::state(code));
    }
    let text = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    after.course.own.handed_in = None;
    after.course.returned = Some(Said::new(text, by, at));
    // A day that was told is not moved nearer.
    after.self_by = self_by.max(of.self_by);
    Ok(after)
}

fn check_breaches(sheet: &AssessmentSheet, breaches: &[Breach]) -> Vec<FieldFault> {
    if breaches.len() > sheet.vetoes.len() {
        return vec![FieldFault::new("breaches", Code::TooMany).with("max", sheet.vetoes.len())];
    }
    let mut faults = Vec::new();
    for (n, breach) in breaches.iter().enumerate() {
        let known = usize::try_from(breach.veto).is_ok_and(|veto| veto < sheet.vetoes.len());
        if !known {
            faults.push(FieldFault::new(format!("breaches[{n}].veto"), Code::NotFound));
        } else if breaches.iter().take(n).any(|before| before.veto == breach.veto) {
            faults.push(FieldFault::new(format!("breaches[{n}].veto"), Code::TwiceInList));
        }
        faults.extend(reason(&format!("breaches[{n}].reason"), &breach.reason).err());
    }
    faults
}

/// The base scores, as far as it goes. That points taken off need their reason is asked for when the grade is given.
///
/// # Errors
/// `wrong_state`; bad scores, unknown points that fail the whole.
pub fn score(
    of: &Assessment,
    sheet: &AssessmentSheet,
    written: &Written,
    breaches: &[Breach],
    at: Moment,
) -> Result<Assessment, Refusal> {
    let mut after = of.to(AssessmentAction::Score, at)?;
    let mut faults = sheet::check_scores(sheet, &written.scores, (false, false));
    let comment = comment(&mut faults, written.comment.as_deref(), false);
    faults.extend(check_breaches(sheet, breaches));
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let trimmed = |of: &Breach| Breach { veto: of.veto, reason: of.reason.trim().to_owned() };
    after.course.base = Column { scores: tidy(&written.scores), comment, handed_in: None };
    after.course.breaches = breaches.iter().map(trimmed).collect();
    after.course.breaches.sort_by_key(|of| of.veto);
    Ok(after)
}

/// Why the expert's column cannot be written: none is asked, or it is handed in.
#[must_use]
pub fn cannot_evaluate(of: &Assessment) -> Option<Code> {
    if of.expert.is_none() {
        Some(Code::NotFound)
    } else {
        of.course.expert.handed_in.as_ref().map(|_| Code::DeliveredAlready)
    }
}

/// The expert scores as far as it goes, or hands in.
///
/// # Errors
/// `wrong_state`; as [`cannot_evaluate`]; bad scores, points taken off without a reason, what is missing.
pub fn evaluate(
    of: &Assessment,
    sheet: &AssessmentSheet,
    written: &Written,
    hand_in: Option<Stamp>,
    at: Moment,
) -> Result<Assessment, Refusal> {
    let action = if hand_in.is_some() { AssessmentAction::Deliver } else { AssessmentAction::Evaluate };
    let mut after = of.to(action, at)?;
    if let Some(code) = cannot_evaluate(of) {
        return Err(Refusal::state(code));
    }
    let whole = hand_in.is_some();
    let mut faults = sheet::check_scores(sheet, &written.scores, (whole, whole));
    let comment = comment(&mut faults, written.comment.as_deref(), false);
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.course.expert = Column { scores: tidy(&written.scores), comment, handed_in: hand_in };
    Ok(after)
}

/// The base goes on without the expert, whose share goes to the others.
///
/// # Errors
/// `wrong_state`; as [`cannot_evaluate`]; no reason.
pub fn excuse(of: &Assessment, why: &str, (by, at): (&str, Moment)) -> Result<Assessment, Refusal> {
    let mut after = of.to(AssessmentAction::Excuse, at)?;
    if let Some(code) = cannot_evaluate(of) {
        return Err(Refusal::state(code));
    }
    let text = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    after.expert = None;
    after.course.expert = Column::default();
    after.course.excused = Some(Said::new(text, by, at));
    Ok(after)
}

/// Why the base cannot take it out of the city's hands: the city has had it scored again.
#[must_use]
pub fn cannot_undo(of: &Assessment) -> Option<Code> {
    of.course.appeal.as_ref().map(|_| Code::CityDecided)
}

/// Why no grade can be given yet.
#[must_use]
pub fn cannot_conclude(of: &Assessment, sheet: &AssessmentSheet) -> Option<Code> {
    if !sheet::check_scores(sheet, &of.course.base.scores, (true, true)).is_empty() {
        Some(Code::BaseScoreOpen)
    } else if of.expert.is_some() && of.course.expert.handed_in.is_none() {
        Some(Code::ExpertScoreOpen)
    } else {
        None
    }
}

/// What would come out now, as far as it is scored.
#[must_use]
pub fn outcome(of: &Assessment, sheet: &AssessmentSheet) -> (Option<i64>, i64, Option<i64>, i64, AssessmentGrade) {
    let course = &of.course;
    let own = course.own.handed_in.as_ref().map(|_| sheet::total(&course.own.scores));
    let base = sheet::total(&course.base.scores);
    // Before he hands in, nobody counts with what he has written so far.
    let delivered = of.expert.and(course.expert.handed_in.as_ref());
    let expert = delivered.map(|_| sheet::total(&course.expert.scores));
    let total = sheet.weighted(own.unwrap_or_default(), base, expert);
    (own, base, expert, total, sheet.grade(total, !course.breaches.is_empty()))
}

/// The base gives the grade, with a word to it; `appeal_by` is the last day for an appeal.
///
/// # Errors
/// `wrong_state`; as [`cannot_conclude`]; no word.
pub fn conclude(
    of: &Assessment,
    sheet: &AssessmentSheet,
    text: &str,
    appeal_by: Day,
    (by, at): (&str, Moment),
) -> Result<Assessment, Refusal> {
    let mut after = of.to(AssessmentAction::Conclude, at)?;
    if let Some(code) = cannot_conclude(of, sheet) {
        let left = sheet::check_scores(sheet, &of.course.base.scores, (true, true)).len();
        return Err(Refusal::state(code).with("left", left));
    }
    let comment = reason("comment", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    let (own, base, expert, total, grade) = outcome(of, sheet);
    let (by, on) = (by.to_owned(), at.today());
    after.course.result = Some(AssessmentResult { own, base, expert, total, grade, comment, by, on, appeal_by });
    Ok(after)
}

/// Why there is no appeal: one was made before, or the time is over. `due` is none while a calendar may still move it.
#[must_use]
pub fn cannot_appeal(of: &Assessment, due: Option<Day>, at: Moment) -> Option<Code> {
    if of.course.appeal.is_some() {
        Some(Code::AppealedAlready)
    } else {
        due.filter(|due| *due < at.today()).map(|_| Code::TimeOver)
    }
}

/// The organization does not agree.
///
/// # Errors
/// `wrong_state`; as [`cannot_appeal`]; no words.
pub fn appeal(
    of: &Assessment,
    text: &str,
    due: Option<Day>,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<Assessment, Refusal> {
    let mut after = of.to(AssessmentAction::Appeal, at)?;
    if let Some(code) = cannot_appeal(of, due, at) {
        return Err(match due {
            Some(due) => Refusal::state(code).with("due", due.to_string()),
            None => Refusal::state(code),
        });
    }
    let text = reason("text", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    // What is concluded has a result; the table leads there no other way.
    let against = of.course.result.clone().ok_or_else(|| Refusal::state(Code::WrongState))?;
    let said = Said::new(text, by, at).noted_for(side);
    after.course.appeal = Some(Appeal { said, answer: None, against });
    Ok(after)
}

/// The city answers an appeal: the grade stays, or it is scored again. What the expert handed in stands.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn answer(of: &Assessment, upheld: bool, why: &str, (by, at): (&str, Moment)) -> Result<Assessment, Refusal> {
    let action = if upheld { AssessmentAction::Uphold } else { AssessmentAction::Reopen };
    let mut after = of.to(action, at)?;
    let text = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    let answer = Said::new(text, by, at);
    if let Some(appeal) = &mut after.course.appeal {
        appeal.answer = Some(AppealAnswer { upheld, answer });
    }
    if !upheld {
        // What the expert gave may be what was wrong; he hands in again.
        after.course.result = None;
        after.course.expert.handed_in = None;
    }
    Ok(after)
}

/// It is not carried through.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn cancel(of: &Assessment, why: &str, (by, at): (&str, Moment)) -> Result<Assessment, Refusal> {
    let mut after = of.to(AssessmentAction::Cancel, at)?;
    if let Some(code) = cannot_undo(of) {
        return Err(Refusal::state(code));
    }
    let text = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    after.course.cancelled = Some(Said::new(text, by, at));
    Ok(after)
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
