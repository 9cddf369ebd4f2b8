//! Help with being registered (登记) or recorded (备案): a case from the asking to what is done after the certificate
//! (domain facts 2.11).
//!
//! The checklists are those that held when the case was accepted, or granted; what is set later changes nothing of
//! them.

use crate::{
    application::reason,
    code::Code,
    credit_code,
    criteria::Requirement,
    day::{Day, Moment},
    id::{BaseId, FilingId, OrganizationId},
    organization::{Kind, MAX_NAME, MAX_SHORT},
    refusal::{FieldFault, Refusal},
    residency::{AgreementSide, care::Said},
};

mod clock;
mod course;
mod lifecycle;

pub use clock::{FilingClock, FilingDays, FilingTimes, clock, days, median};
pub use course::{FilingCare, FilingCourse, FilingGrant, FilingPaper, FilingPassage, FilingSupplement, NameCheck};
pub use lifecycle::{FilingAction, FilingOwner, FilingState, FilingType, LIFECYCLE, PaperState};

/// How far back something may be noted that was done at the authority's desk.
const MAX_DAYS_BACK: i64 = 366;
/// The longest time that an authority gives for a supplement.
const MAX_DAYS_AHEAD: i64 = 366;

/// A case as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// Which.
    pub id: FilingId,
    /// Who helps.
    pub base: BaseId,
    /// Who is helped.
    pub organization: OrganizationId,
    /// What it is to become; a wish until it is accepted.
    pub wanted: FilingType,
    /// Where it stands.
    pub state: FilingState,
    /// How it went.
    pub course: FilingCourse,
}

/// Who does something, and when.
pub type Doer<'a> = (&'a str, Moment);

/// What may become of an organization: nothing that it is already.
#[must_use]
pub fn cannot_become(kind: Kind, live: bool, wanted: FilingType) -> Option<FieldFault> {
    match (kind, wanted) {
        _ if !live => Some(FieldFault::new("organization", Code::WrongState)),
        (Kind::PreRegistration, _) => None,
        (Kind::Recorded, FilingType::Recorded) => Some(FieldFault::new("wanted", Code::RegisteredAlready)),
        (Kind::Recorded, _) => None,
        _ => Some(FieldFault::new("organization", Code::RegisteredAlready)),
    }
}

/// Why an action that leads on is not possible: the organization has become something else since help was asked for,
/// by another case, by an edit or by its end. A recorded one that is to be registered is as it was.
#[must_use]
pub fn cannot_go_on(of: &Filing, action: FilingAction, kind: Kind, live: bool) -> Option<Code> {
    let wanted = match action {
        // What it is to become is decided only then; who is recorded may be registered.
        FilingAction::Accept => FilingType::Association,
        FilingAction::File | FilingAction::Grant | FilingAction::Resume => of.wanted,
        _ => return None,
    };
    // Who was entered as what it is to become may still have its case granted, by the number that it bears.
    if live && action == FilingAction::Grant && kind == of.wanted.kind() {
        return None;
    }
    cannot_become(kind, live, wanted).map(|_| if live { Code::RegisteredMeanwhile } else { Code::DissolvedMeanwhile })
}

/// Whether an action is one of those that fit the state, and nothing else is in its way, as [`cannot_go_on`] says.
///
/// # Errors
/// `wrong_state`; what is in the way.
pub fn goes_on(of: &Filing, action: FilingAction, in_the_way: Option<Code>) -> Result<(), Refusal> {
    LIFECYCLE.next(of.state, action)?;
    in_the_way.map_or(Ok(()), |code| Err(Refusal::state(code)))
}

fn only(fault: FieldFault) -> Refusal {
    Refusal::fields(vec![fault])
}

fn optional(path: &str, text: Option<&str>, faults: &mut Vec<FieldFault>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    reason(path, text).map_err(|fault| faults.push(fault)).ok()
}

fn short(path: &str, text: &str, max: usize, faults: &mut Vec<FieldFault>) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        faults.push(FieldFault::new(path, Code::Required));
    } else if text.chars().count() > max {
        faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
    }
    text
}

impl Filing {
    /// A new case of an organization that is of a kind, and lives or does not.
    ///
    /// # Errors
    /// No words about what is wanted; as [`cannot_become`].
    pub fn asked(
        id: FilingId,
        (base, organization): (BaseId, OrganizationId),
        wanted: FilingType,
        (text, kind, live): (&str, Kind, bool),
        (side, by, at): (AgreementSide, &str, Moment),
    ) -> Result<Self, Refusal> {
        let mut faults: Vec<FieldFault> = cannot_become(kind, live, wanted).into_iter().collect();
        let text = reason("text", text).map_err(|fault| faults.push(fault)).unwrap_or_default();
        if !faults.is_empty() {
            return Err(Refusal::fields(faults));
        }
        let state = LIFECYCLE.initial;
        let course = FilingCourse {
            wish: Some(Said::new(text, by, at).noted_for(side)),
            passages: vec![FilingPassage { state, day: at.today() }],
            ..FilingCourse::default()
        };
        Ok(Self { id, base, organization, wanted, state, course })
    }

    fn to(&self, action: FilingAction, on: Day) -> Result<Self, Refusal> {
        let state = LIFECYCLE.next(self.state, action)?;
        let mut after = Self { state, ..self.clone() };
        if state != self.state {
            // What was typed in later than what is said now was done by then.
            for passage in &mut after.course.passages {
                passage.day = passage.day.min(on);
            }
            after.course.passages.push(FilingPassage { state, day: on });
        }
        Ok(after)
    }

    /// The day on which the state began that it is in.
    #[must_use]
    pub fn since(&self) -> Option<Day> {
        self.course.passages.last().map(|passage| passage.day)
    }

    /// A day on which something was done elsewhere: not before help was asked for, and not in the future. Steps may
    /// have been typed in later than they were taken.
    fn done_on(&self, on: Option<Day>, at: Moment) -> Result<Day, FieldFault> {
        let today = at.today();
        let asked = self.course.passages.first().map_or(today, |passage| passage.day);
        let earliest = asked.max(today.plus(-MAX_DAYS_BACK));
        match on.unwrap_or(today) {
            on if on > today => Err(FieldFault::new("on", Code::DayTooLate).with("max", today.to_string())),
            on if on < earliest => Err(FieldFault::new("on", Code::DayTooEarly).with("min", earliest.to_string())),
            on => Ok(on),
        }
    }

    fn paper(&mut self, key: &str) -> Result<&mut FilingPaper, Refusal> {
        let found = self.course.papers.iter_mut().find(|paper| paper.key == key);
        found.ok_or_else(|| Refusal::field("paper", Code::NotFound))
    }
}

/// The base takes a case on: what it is to become, where it is handed to, and the checklist of that day.
///
/// # Errors
/// `wrong_state`; what an organization of its `kind` cannot become; no authority, too long.
pub fn accept(
    of: &Filing,
    wanted: FilingType,
    authority: &str,
    (papers, kind): (&[Requirement], Kind),
    at: Moment,
) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::Accept, at.today())?;
    let mut faults: Vec<FieldFault> = cannot_become(kind, true, wanted).into_iter().collect();
    let authority = short("authority", authority, MAX_SHORT, &mut faults);
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.wanted = wanted;
    after.course.authority = Some(authority);
    after.course.papers = papers.iter().map(FilingPaper::asked).collect();
    Ok(after)
}

/// The organization marks a paper as ready, or as missing again.
///
/// # Errors
/// `wrong_state`; an unknown paper; `checked_already` when the base has decided on it.
pub fn mark(of: &Filing, paper: &str, ready: bool, at: Moment) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::Mark, at.today())?;
    let found = after.paper(paper)?;
    if matches!(found.state, PaperState::Checked | PaperState::NotNeeded) {
        return Err(Refusal::state(Code::CheckedAlready));
    }
    found.state = if ready { PaperState::Ready } else { PaperState::Missing };
    Ok(after)
}

/// The base finds a paper in order, missing or wrong (why), or not needed (why).
///
/// # Errors
/// `wrong_state`; an unknown paper; no reason where there has to be one.
pub fn check(
    of: &Filing,
    paper: &str,
    found: PaperState,
    note: Option<&str>,
    (by, at): Doer<'_>,
) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::Check, at.today())?;
    let mut faults = Vec::new();
    if found == PaperState::Ready {
        faults.push(FieldFault::new("found", Code::NotOneOf).with("allowed", "checked, missing, not_needed"));
    }
    let text = optional("note", note, &mut faults);
    if text.is_none() && faults.is_empty() && found != PaperState::Checked {
        faults.push(FieldFault::new("note", Code::Required));
    }
    if let Err(unknown) = after.paper(paper) {
        faults.extend(unknown.fields);
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let of = after.paper(paper)?;
    of.state = found;
    of.note = text.map(|text| Said::new(text, by, at));
    Ok(after)
}

/// The base has the name looked at.
///
/// # Errors
/// `wrong_state`; no name; a name that may not be used without the reason.
pub fn check_name(
    of: &Filing,
    name: &str,
    passed: bool,
    note: Option<&str>,
    (by, at): Doer<'_>,
) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::CheckName, at.today())?;
    let mut faults = Vec::new();
    let name = short("name", name, MAX_NAME, &mut faults);
    let note = optional("note", note, &mut faults);
    if !passed && note.is_none() && !faults.iter().any(|fault| fault.path == "note") {
        faults.push(FieldFault::new("note", Code::Required));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.course.name_check = Some(NameCheck { name, passed, note, by: by.to_owned(), on: at.today() });
    Ok(after)
}

/// Keys of the papers that are missing.
#[must_use]
pub fn missing(of: &Filing) -> Vec<&str> {
    let missing = of.course.papers.iter().filter(|paper| paper.state == PaperState::Missing);
    missing.map(|paper| paper.key.as_str()).collect()
}

/// Why it cannot be given to the base to look at.
#[must_use]
pub fn cannot_submit(of: &Filing) -> Option<Code> {
    (!missing(of).is_empty()).then_some(Code::PapersMissing)
}

/// Why it cannot be handed to the authority: papers that are not checked, a name that was not looked at or may not be
/// used. A recorded one keeps its name, and a recording has no name check.
#[must_use]
pub fn cannot_file(of: &Filing) -> Option<Code> {
    let open = |paper: &FilingPaper| !matches!(paper.state, PaperState::Checked | PaperState::NotNeeded);
    if of.course.papers.iter().any(open) {
        Some(Code::PapersUnchecked)
    } else {
        let passed = of.course.name_check.as_ref().is_some_and(|check| check.passed);
        (!of.wanted.is_recording() && !passed).then_some(Code::NameUnchecked)
    }
}

/// The papers are given to the base to look at.
///
/// # Errors
/// `wrong_state`; `papers_missing` with all that are.
pub fn submit(of: &Filing, at: Moment) -> Result<Filing, Refusal> {
    let after = of.to(FilingAction::Submit, at.today())?;
    match cannot_submit(of) {
        Some(code) => Err(Refusal::state(code).with("papers", missing(of))),
        None => Ok(after),
    }
}

/// The base gives it back: what is wrong, and every paper that is wrong at once.
///
/// # Errors
/// `wrong_state`; unknown papers; no reason.
pub fn send_back(of: &Filing, why: &str, papers: &[String], by: Doer<'_>) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::SendBack, by.1.today())?;
    after.course.returned = Some(once_more(&mut after, ("reason", why), papers, by)?);
    Ok(after)
}

/// Papers are asked for once more.
fn once_more(
    of: &mut Filing,
    (path, text): (&str, &str),
    papers: &[String],
    (by, at): Doer<'_>,
) -> Result<Said, Refusal> {
    let mut faults = Vec::new();
    for (n, key) in papers.iter().enumerate() {
        if !of.course.papers.iter().any(|paper| paper.key == *key) {
            faults.push(FieldFault::new(format!("papers[{n}]"), Code::NotFound));
        }
    }
    let said = reason(path, text).map(|text| Said::new(text, by, at)).map_err(|fault| faults.push(fault));
    match said {
        Ok(said) if faults.is_empty() => {
            for paper in of.course.papers.iter_mut().filter(|paper| papers.contains(&paper.key)) {
                paper.state = PaperState::Missing;
                paper.note = Some(said.clone());
            }
            Ok(said)
        }
        _ => Err(Refusal::fields(faults)),
    }
}

/// It is handed to the authority.
///
/// # Errors
/// `wrong_state`; as [`cannot_file`]; a day that cannot be.
pub fn file(of: &Filing, on: Option<Day>, at: Moment) -> Result<Filing, Refusal> {
    LIFECYCLE.next(of.state, FilingAction::File)?;
    if let Some(code) = cannot_file(of) {
        return Err(Refusal::state(code));
    }
    of.to(FilingAction::File, of.done_on(on, at).map_err(only)?)
}

/// The authority asks for more, perhaps by a day.
///
/// # Errors
/// `wrong_state`; unknown papers, no words, days that cannot be.
pub fn ask_more(
    of: &Filing,
    text: &str,
    papers: &[String],
    (on, due): (Option<Day>, Option<Day>),
    by: Doer<'_>,
) -> Result<Filing, Refusal> {
    LIFECYCLE.next(of.state, FilingAction::AskMore)?;
    let mut faults = Vec::new();
    let day = of.done_on(on, by.1).map_err(|fault| faults.push(fault)).unwrap_or(by.1.today());
    let latest = day.plus(MAX_DAYS_AHEAD);
    match due {
        Some(due) if due < day => faults.push(FieldFault::new("due", Code::DayTooEarly).with("min", day.to_string())),
        Some(due) if due > latest => {
            faults.push(FieldFault::new("due", Code::DayTooLate).with("max", latest.to_string()));
        }
        _ => {}
    }
    let mut after = of.to(FilingAction::AskMore, day)?;
    match once_more(&mut after, ("text", text), papers, by) {
        Ok(said) if faults.is_empty() => after.course.supplements.push(FilingSupplement { said, due }),
        Ok(_) => return Err(Refusal::fields(faults)),
        Err(refusal) => {
            faults.extend(refusal.fields);
            return Err(Refusal::fields(faults));
        }
    }
    Ok(after)
}

/// It is registered or recorded. Whether the number is one is asked of the organization's rules.
///
/// # Errors
/// `wrong_state`; no number, a day that cannot be.
pub fn grant(
    of: &Filing,
    (number, on): (&str, Option<Day>),
    was_recorded: bool,
    care: &[Requirement],
    (by, at): Doer<'_>,
) -> Result<Filing, Refusal> {
    LIFECYCLE.next(of.state, FilingAction::Grant)?;
    let mut faults = Vec::new();
    let number = short("number", number, MAX_SHORT, &mut faults);
    let number = if of.wanted.is_recording() { number } else { credit_code::normalize(&number).0 };
    let on = of.done_on(on, at).map_err(|fault| faults.push(fault)).ok();
    let Some(on) = on.filter(|_| faults.is_empty()) else { return Err(Refusal::fields(faults)) };
    let mut after = of.to(FilingAction::Grant, on)?;
    after.course.grant = Some(FilingGrant { number, on, was_recorded, by: by.to_owned() });
    after.course.care = care.iter().map(FilingCare::asked).collect();
    Ok(after)
}

/// The authority refuses.
///
/// # Errors
/// `wrong_state`; no reason, a day that cannot be.
pub fn refuse(of: &Filing, why: &str, on: Option<Day>, (by, at): Doer<'_>) -> Result<Filing, Refusal> {
    LIFECYCLE.next(of.state, FilingAction::Refuse)?;
    let mut faults = Vec::new();
    let said = reason("reason", why).map_err(|fault| faults.push(fault)).ok();
    let on = of.done_on(on, at).map_err(|fault| faults.push(fault)).ok();
    let (Some(text), Some(on)) = (said, on) else { return Err(Refusal::fields(faults)) };
    let mut after = of.to(FilingAction::Refuse, on)?;
    after.course.refused = Some(Said { on, ..Said::new(text, by, at) });
    Ok(after)
}

/// It is prepared once more after a refusal; what was found of the papers stands.
///
/// # Errors
/// `wrong_state`.
pub fn resume(of: &Filing, at: Moment) -> Result<Filing, Refusal> {
    of.to(FilingAction::Resume, at.today())
}

/// One of the things to be done afterwards is done, or is not after all.
///
/// # Errors
/// `wrong_state`; an unknown thing; a note that is too long.
pub fn care(of: &Filing, key: &str, done: bool, note: Option<&str>, (by, at): Doer<'_>) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::Care, at.today())?;
    let mut faults = Vec::new();
    let text = optional("note", note, &mut faults).unwrap_or_default();
    match after.course.care.iter_mut().find(|of| of.key == key) {
        None => faults.push(FieldFault::new("key", Code::NotFound)),
        Some(of) => of.done = done.then(|| Said::new(text, by, at)),
    }
    if faults.is_empty() { Ok(after) } else { Err(Refusal::fields(faults)) }
}

/// Why it cannot be closed: something is still to be done afterwards.
#[must_use]
pub fn cannot_close(of: &Filing) -> Option<Code> {
    of.course.care.iter().any(|of| of.done.is_none()).then_some(Code::CareOpen)
}

/// It is done.
///
/// # Errors
/// `wrong_state`; as [`cannot_close`].
pub fn close(of: &Filing, at: Moment) -> Result<Filing, Refusal> {
    let after = of.to(FilingAction::Close, at.today())?;
    match cannot_close(of) {
        Some(code) => Err(Refusal::state(code)),
        None => Ok(after),
    }
}

/// The organization does not want it any more.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn withdraw(of: &Filing, why: &str, (side, by, at): (AgreementSide, &str, Moment)) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::Withdraw, at.today())?;
    let text = reason("reason", why).map_err(only)?;
    after.course.ended = Some(Said::new(text, by, at).noted_for(side));
    Ok(after)
}

/// The base does not go on with it.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn drop(of: &Filing, why: &str, (by, at): Doer<'_>) -> Result<Filing, Refusal> {
    let mut after = of.to(FilingAction::Drop, at.today())?;
    let text = reason("reason", why).map_err(only)?;
    after.course.ended = Some(Said::new(text, by, at));
    Ok(after)
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
