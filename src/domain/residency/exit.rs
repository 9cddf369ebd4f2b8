//! How a residency ends: announced or run out, a checklist, a word of each side.

use serde::{Deserialize, Serialize};

use super::{AgreementSide, ExitItem, ExitKind, ExitOutcome, Residency, ResidencyAction, ResidencyState};
use crate::{
    application::reason,
    code::Code,
    day::{Day, Moment},
    refusal::{FieldFault, Refusal},
};

/// A settled point of the exit checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The point.
    pub item: ExitItem,
    /// How it was settled.
    pub outcome: ExitOutcome,
    /// What there is to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who settled it.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// A side's word that everything is handed back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// Whose word.
    pub party: AgreementSide,
    /// Who gave it.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// It was signed on paper, and the base noted it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_paper: bool,
}

/// How a residency ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Why.
    pub kind: ExitKind,
    /// The day on which leaving was announced, or the time found to be over.
    pub told_on: Day,
    /// By whom.
    pub told_by: String,
    /// For which side.
    pub side: AgreementSide,
    /// Its last day.
    pub last: Day,
    /// The reason that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What is settled.
    #[serde(default)]
    pub checked: Vec<Checked>,
    /// Who has confirmed.
    #[serde(default)]
    pub confirmed: Vec<Confirmed>,
}

impl Exit {
    /// One that begins today; `by` is who says so, for which side.
    pub(super) fn new(
        kind: ExitKind,
        last: Day,
        reason: Option<String>,
        (side, by): (AgreementSide, &str),
        at: Moment,
    ) -> Self {
        let (told_on, told_by) = (at.today(), by.to_owned());
        Self { kind, told_on, told_by, side, last, reason, checked: Vec::new(), confirmed: Vec::new() }
    }
    /// Points that are not settled yet.
    pub fn open_items(&self) -> impl Iterator<Item = ExitItem> {
        ExitItem::ALL.iter().copied().filter(|item| self.checked.iter().all(|of| of.item != *item))
    }
    /// Whether a side has confirmed.
    #[must_use]
    pub fn has(&self, party: AgreementSide) -> bool {
        self.confirmed.iter().any(|of| of.party == party)
    }
}

/// Announces leaving. `notice` is how many days it takes; the base may agree to fewer. `by` is who says so, for which
/// side.
///
/// # Errors
/// `wrong_state`; a last day that is too soon or after the agreed one; no reason.
pub fn give_notice(
    residency: &Residency,
    last: Day,
    why: &str,
    notice: Option<u32>,
    (side, by): (AgreementSide, &str),
    at: Moment,
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::GiveNotice)?;
    let mut faults = Vec::new();
    let until = residency.until();
    // The end that was agreed from the start needs no notice, and what is over can only end now.
    let min = at.today().plus(i64::from(notice.unwrap_or(0))).min(until.max(at.today()));
    if last < min {
        faults.push(FieldFault::new("last", Code::DayTooEarly).with("min", min.to_string()));
    }
    let max = until.max(at.today());
    if last > max {
        faults.push(FieldFault::new("last", Code::DayTooLate).with("max", max.to_string()));
    }
    let why = reason("reason", why).map_err(|fault| faults.push(fault)).ok();
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let exit = Exit::new(ExitKind::Withdrawn, last, why, (side, by), at);
    Ok(residency.to(state, at).leaving(exit))
}

/// The agreed time is over.
///
/// # Errors
/// `wrong_state`; `day_too_early` while it runs.
pub fn expire(residency: &Residency, by: &str, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Expire)?;
    let last = residency.until();
    if at.today() <= last {
        return Err(Refusal::state(Code::DayTooEarly).with("min", last.plus(1).to_string()));
    }
    let exit = Exit::new(ExitKind::Expired, last, None, (AgreementSide::Base, by), at);
    Ok(residency.to(state, at).leaving(exit))
}

/// Why a notice cannot be taken back: it was no notice, the last day is past, something is handed back, or it was given
/// while something else was open, to which the way back does not lead.
#[must_use]
pub fn cannot_retract(residency: &Residency, at: Moment) -> Option<Code> {
    let exit = residency.exit.as_ref()?;
    let before = residency.passages.iter().rev().nth(1).map(|passage| passage.state);
    match exit.kind {
        ExitKind::Expired => Some(Code::TermOver),
        ExitKind::Graduated | ExitKind::Removed => Some(Code::CityDecided),
        ExitKind::Withdrawn if exit.last < at.today() => Some(Code::TimeOver),
        ExitKind::Withdrawn if !exit.checked.is_empty() => Some(Code::HandbackBegun),
        ExitKind::Withdrawn => before.filter(|state| *state != ResidencyState::Active).map(|_| Code::LeftFromElsewhere),
    }
}

/// Takes the notice back.
///
/// # Errors
/// `wrong_state`; as [`cannot_retract`].
pub fn retract(residency: &Residency, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Retract)?;
    let exit = residency.exit()?;
    if let Some(code) = cannot_retract(residency, at) {
        return Err(Refusal::state(code).with("due", exit.last.to_string()));
    }
    Ok(Residency { exit: None, ..residency.to(state, at) })
}

/// Settles a point of the checklist, or settles it otherwise; what somebody has confirmed stands.
///
/// # Errors
/// `wrong_state`; `already_confirmed`; a note that is too long, or none where a point was not needed.
pub fn check(residency: &Residency, new: Checked, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Check)?;
    let mut exit = residency.exit()?;
    if !exit.confirmed.is_empty() {
        return Err(Refusal::state(Code::AlreadyConfirmed));
    }
    let note = new.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    if new.outcome == ExitOutcome::NotNeeded && note.is_none() {
        return Err(Refusal::field("note", Code::Required));
    }
    if let Some(note) = &note {
        reason("note", note).map_err(|fault| Refusal::fields(vec![fault]))?;
    }
    exit.checked.retain(|of| of.item != new.item);
    exit.checked.push(Checked { note, ..new });
    exit.checked.sort_by_key(|of| of.item);
    Ok(Residency { exit: Some(exit), ..residency.to(state, at) })
}

/// Why a side cannot confirm.
#[must_use]
pub fn cannot_confirm(exit: &Exit, party: AgreementSide) -> Option<Code> {
    if exit.has(party) { Some(Code::AlreadyConfirmed) } else { exit.open_items().next().map(|_| Code::ChecklistOpen) }
}

/// A side confirms that everything is handed back.
///
/// # Errors
/// `wrong_state`; `already_confirmed`; `checklist_open` with the points.
pub fn confirm(residency: &Residency, word: Confirmed, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Confirm)?;
    let mut exit = residency.exit()?;
    if let Some(code) = cannot_confirm(&exit, word.party) {
        let open: Vec<&str> = exit.open_items().map(ExitItem::as_str).collect();
        return Err(Refusal::state(code).with("items", open));
    }
    exit.confirmed.push(word);
    Ok(Residency { exit: Some(exit), ..residency.to(state, at) })
}

/// Why a residency that is leaving is not over yet.
#[must_use]
pub fn cannot_close(exit: &Exit) -> Option<Code> {
    AgreementSide::ALL.iter().any(|party| !exit.has(*party)).then_some(Code::NotConfirmed)
}

/// It is over. Who has handed everything back before the last day was there until today.
///
/// # Errors
/// `wrong_state`; `not_confirmed` with the sides that have not.
pub fn close(residency: &Residency, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Close)?;
    let mut exit = residency.exit()?;
    if let Some(code) = cannot_close(&exit) {
        let missing: Vec<&str> =
            AgreementSide::ALL.iter().filter(|party| !exit.has(**party)).map(|party| party.as_str()).collect();
        return Err(Refusal::state(code).with("parties", missing));
    }
    exit.last = exit.last.min(at.today());
    Ok(Residency { exit: Some(exit), ..residency.to(state, at) })
}
