//! Changes of what was agreed on (补充协议) while a residency lasts: another place, other equipment, other duties. How long
//! it lasts is changed by a renewal alone; what changes stands on paper, and the places themselves are changed on the plan.

use super::{Residency, ResidencyState};
use crate::{
    agreement::MAX_EXTRA,
    application::reason,
    code::Code,
    day::Day,
    refusal::{FieldFault, Refusal},
};

/// What is to change, and from which day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The first day of the change.
    pub from: Day,
    /// What changes.
    pub text: String,
}

/// Why nothing can be changed now: nobody is resident, or the organization leaves.
#[must_use]
pub fn cannot_change(residency: &Residency) -> Option<Code> {
    let stays = residency.state.is_in() && residency.state != ResidencyState::Leaving;
    (!stays).then_some(Code::WrongState)
}

/// The days from which something may change: since it is resident, until the agreed end.
#[must_use]
pub fn days(residency: &Residency) -> (Day, Day) {
    (residency.began.unwrap_or(residency.agreed.term.from()), residency.until())
}

/// A change, tidied, if it may be.
///
/// # Errors
/// `wrong_state`; a day outside of the residency, no words or too many.
pub fn checked(residency: &Residency, of: &Change) -> Result<Change, Refusal> {
    if let Some(code) = cannot_change(residency) {
        return Err(Refusal::state(code).with("state", residency.state.as_str()));
    }
    let (min, max) = days(residency);
    let text = of.text.trim();
    let mut faults = Vec::new();
    if of.from < min {
        faults.push(FieldFault::new("from", Code::DayTooEarly).with("min", min.to_string()));
    } else if of.from > max {
        faults.push(FieldFault::new("from", Code::DayTooLate).with("max", max.to_string()));
    }
    if text.is_empty() {
        faults.push(FieldFault::new("text", Code::Required));
    } else if text.chars().count() > MAX_EXTRA {
        faults.push(FieldFault::new("text", Code::TooLong).with("max", MAX_EXTRA));
    }
    if faults.is_empty() { Ok(Change { from: of.from, text: text.to_owned() }) } else { Err(Refusal::fields(faults)) }
}

/// Why a supplement comes to nothing.
///
/// # Errors
/// No words, or too many.
pub fn why(text: &str) -> Result<String, Refusal> {
    reason("reason", text).map_err(|fault| Refusal::fields(vec![fault]))
}
