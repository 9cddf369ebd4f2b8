//! Removal (清退): announced with its grounds, heard if the organization wants that, decided by the city (domain
//! facts 2.2).

use serde::{Deserialize, Serialize};

use super::{
    AgreementSide, Exit, ExitKind, RemovalGround, RemovalOutcome, Residency, ResidencyAction, WarningOutcome,
    care::{Said, WarningEnd},
    room_for,
};
use crate::{
    application::reason,
    code::Code,
    day::{Day, Moment},
    refusal::{FieldFault, Refusal},
};

/// A hearing (听证).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Hearing {
    /// What the organization says when it asks for it.
    pub asked: Said,
    /// What was said there; none while it was not held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub held: Option<Said>,
}

/// How a removal came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RemovalEnd {
    /// How.
    pub outcome: RemovalOutcome,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// A removal that is announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Removal {
    /// Its grounds.
    pub grounds: Vec<RemovalGround>,
    /// The facts, in words.
    pub notice: Said,
    /// The day until which the organization was told that it may ask for a hearing.
    pub hear_by: Day,
    /// The hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub hearing: Option<Hearing>,
    /// How it came out; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub end: Option<RemovalEnd>,
}

/// Announces a removal. `hear_by` is the last day for asking to be heard.
///
/// # Errors
/// `wrong_state`; no ground, no facts.
pub fn propose(
    residency: &Residency,
    (grounds, text): (&[RemovalGround], &str),
    hear_by: Day,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::ProposeRemoval)?;
    room_for(residency.proceedings.removals.len())?;
    let mut faults = Vec::new();
    let mut grounds = grounds.to_vec();
    grounds.sort_unstable();
    grounds.dedup();
    if grounds.is_empty() {
        faults.push(FieldFault::new("grounds", Code::Required));
    }
    let text = reason("text", text).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let mut after = residency.to(state, at);
    let notice = Said::new(text, by, at);
    after.proceedings.removals.push(Removal { grounds, notice, hear_by, hearing: None, end: None });
    Ok(after)
}

/// The open removal; the table leads to where one is asked for no other way than through it.
fn open(after: &mut Residency) -> Result<&mut Removal, Refusal> {
    let missing = Refusal::state(Code::WrongState).with("state", after.state.as_str());
    after.proceedings.removals.last_mut().filter(|of| of.end.is_none()).ok_or(missing)
}

/// Why no hearing can be asked for. `due` is the last day for it.
#[must_use]
pub fn cannot_ask(of: &Removal, due: Day, at: Moment) -> Option<Code> {
    match &of.hearing {
        Some(_) => Some(Code::HearingAsked),
        None => (due < at.today()).then_some(Code::TimeOver),
    }
}

/// The organization wants to be heard.
///
/// # Errors
/// `wrong_state`; as [`cannot_ask`]; no words.
pub fn ask_hearing(
    residency: &Residency,
    text: &str,
    due: Day,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::AskHearing)?;
    let mut after = residency.to(state, at);
    let of = open(&mut after)?;
    if let Some(code) = cannot_ask(of, due, at) {
        return Err(Refusal::state(code).with("due", due.to_string()));
    }
    let text = reason("text", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    of.hearing = Some(Hearing { asked: Said::new(text, by, at).noted_for(side), held: None });
    Ok(after)
}

/// Why there is no hearing to be noted.
#[must_use]
pub fn cannot_hear(of: &Removal) -> Option<Code> {
    match &of.hearing {
        None => Some(Code::HearingNotAsked),
        Some(hearing) => hearing.held.as_ref().map(|_| Code::HearingHeld),
    }
}

/// It was heard; what was said there.
///
/// # Errors
/// `wrong_state`; as [`cannot_hear`]; no words.
pub fn hear(residency: &Residency, text: &str, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Hear)?;
    let mut after = residency.to(state, at);
    let of = open(&mut after)?;
    if let Some(code) = cannot_hear(of) {
        return Err(Refusal::state(code));
    }
    let text = reason("text", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    if let Some(hearing) = &mut of.hearing {
        hearing.held = Some(Said::new(text, by, at));
    }
    Ok(after)
}

/// Why it cannot be decided on yet: who asked to be heard is heard, and who has not asked may still. `due` is the last
/// day for asking, none while a calendar may still move it.
#[must_use]
pub fn cannot_remove(of: &Removal, due: Option<Day>, at: Moment) -> Option<Code> {
    match (&of.hearing, due) {
        (Some(hearing), _) => hearing.held.is_none().then_some(Code::HearingAwaited),
        (None, Some(due)) => (at.today() <= due).then_some(Code::HearingOpen),
        (None, None) => Some(Code::CalendarOpen),
    }
}

/// The city removes it; its last day is today.
///
/// # Errors
/// `wrong_state`; as [`cannot_remove`]; no reason.
pub fn remove(
    residency: &Residency,
    why: &str,
    due: Option<Day>,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Remove)?;
    let mut after = residency.to(state, at);
    let of = open(&mut after)?;
    if let Some(code) = cannot_remove(of, due, at) {
        let refusal = Refusal::state(code);
        return Err(match due {
            Some(due) => refusal.with("due", due.to_string()),
            None => refusal,
        });
    }
    let why = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    of.end =
        Some(RemovalEnd { outcome: RemovalOutcome::Removed, reason: why.clone(), by: by.to_owned(), on: at.today() });
    Ok(after.leaving(Exit::new(ExitKind::Removed, at.today(), Some(why), (AgreementSide::Base, by), at)))
}

/// The city lets it stay, and a warning that was open is over with that.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn spare(residency: &Residency, why: &str, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Spare)?;
    let mut after = residency.to(state, at);
    let reason = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    let (by, on) = (by.to_owned(), at.today());
    open(&mut after)?.end = Some(RemovalEnd { outcome: RemovalOutcome::Spared, reason, by: by.clone(), on });
    if let Some(warning) = after.proceedings.warnings.last_mut() {
        warning.end.get_or_insert(WarningEnd { outcome: WarningOutcome::Dropped, by, on });
    }
    Ok(after)
}
