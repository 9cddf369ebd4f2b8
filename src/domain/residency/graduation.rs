//! Graduation (出壳): what has to be shown, what the base found, what the city decided (domain facts 2.2).

use serde::{Deserialize, Serialize};

use super::{
    AgreementSide, Exit, ExitKind, GraduationOutcome, Judgement, Residency, ResidencyAction, care::Said, room_for,
};
use crate::{
    application::reason,
    code::Code,
    criteria::Requirement,
    day::{Day, Moment},
    refusal::{FieldFault, Refusal},
};

/// What the base found of one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Judged {
    /// Key of the criterion.
    pub key: String,
    /// What was found.
    pub judgement: Judgement,
    /// By what that is seen (佐证); needed wherever something was found.
    pub evidence: String,
    /// Who examined it.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// How a request came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct GraduationEnd {
    /// How.
    pub outcome: GraduationOutcome,
    /// Why, where it did not lead to graduation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub reason: Option<String>,
    /// Who said so.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// The organization took it back on paper, and the base wrote it down.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_paper: bool,
}

/// A request to graduate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Graduation {
    /// What the organization says of itself.
    pub asked: Said,
    /// For which side it was written down.
    pub side: AgreementSide,
    /// What has to be shown, as it stood on that day.
    pub criteria: Vec<Requirement>,
    /// What the base found, in the order of the criteria.
    #[serde(default)]
    pub judged: Vec<Judged>,
    /// The base's word to the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub proposed: Option<Said>,
    /// How it came out; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub end: Option<GraduationEnd>,
}

impl Graduation {
    /// What was found of a criterion.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&Judged> {
        self.judged.iter().find(|of| of.key == key)
    }
}

/// The organization asks to graduate, with the criteria that hold on that day.
///
/// # Errors
/// `wrong_state`; no words.
pub fn ask(
    residency: &Residency,
    text: &str,
    criteria: Vec<Requirement>,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::AskGraduation)?;
    room_for(residency.proceedings.graduations.len())?;
    let text = reason("text", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    let mut after = residency.to(state, at);
    let asked = Said::new(text, by, at);
    after.proceedings.graduations.push(Graduation {
        asked,
        side,
        criteria,
        judged: Vec::new(),
        proposed: None,
        end: None,
    });
    Ok(after)
}

/// The open request; the table leads to where one is asked for no other way than through it.
fn open(after: &mut Residency) -> Result<&mut Graduation, Refusal> {
    let missing = Refusal::state(Code::WrongState).with("state", after.state.as_str());
    after.proceedings.graduations.last_mut().filter(|of| of.end.is_none()).ok_or(missing)
}

/// The base has examined a criterion, or examined it again.
///
/// # Errors
/// `wrong_state`; a criterion that is not there; nothing by which it is seen.
pub fn judge(
    residency: &Residency,
    (key, judgement, evidence): (&str, Judgement, &str),
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Judge)?;
    let mut after = residency.to(state, at);
    let of = open(&mut after)?;
    let mut faults = Vec::new();
    if !of.criteria.iter().any(|criterion| criterion.key() == key) {
        faults.push(FieldFault::new("criterion", Code::NotFound));
    }
    let evidence = reason("evidence", evidence).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    of.judged.retain(|known| known.key != key);
    of.judged.push(Judged { key: key.to_owned(), judgement, evidence, by: by.to_owned(), on: at.today() });
    let place = |of: &Judged, all: &[Requirement]| all.iter().position(|criterion| criterion.key() == of.key);
    let criteria = of.criteria.clone();
    of.judged.sort_by_key(|of| place(of, &criteria));
    Ok(after)
}

/// Why the base cannot propose graduation.
#[must_use]
pub fn cannot_propose(of: &Graduation) -> Option<Code> {
    if of.criteria.iter().any(|criterion| of.of(criterion.key()).is_none()) {
        Some(Code::CriteriaOpen)
    } else if of.judged.iter().any(|judged| judged.judgement == Judgement::Unmet) {
        Some(Code::CriteriaUnmet)
    } else {
        None
    }
}

/// The base proposes graduation to the city.
///
/// # Errors
/// `wrong_state`; `criteria_open`, `criteria_unmet` with their keys; words that are too long, or none.
pub fn propose(residency: &Residency, text: &str, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Propose)?;
    let mut after = residency.to(state, at);
    let of = open(&mut after)?;
    if let Some(code) = cannot_propose(of) {
        let open = |key: &str| match of.of(key) {
            None => code == Code::CriteriaOpen,
            Some(judged) => code == Code::CriteriaUnmet && judged.judgement == Judgement::Unmet,
        };
        let keys: Vec<&str> = of.criteria.iter().map(Requirement::key).filter(|key| open(key)).collect();
        return Err(Refusal::state(code).with("criteria", keys));
    }
    let text = reason("text", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    of.proposed = Some(Said::new(text, by, at));
    Ok(after)
}

/// The request comes to nothing: postponed by the base, refused by the city, taken back by the organization.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn turn_down(
    residency: &Residency,
    action: ResidencyAction,
    why: &str,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(action)?;
    let why = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    let mut after = residency.to(state, at);
    let on_paper = action == ResidencyAction::StayOn && side == AgreementSide::Base;
    let outcome = match action {
        ResidencyAction::Postpone => GraduationOutcome::Postponed,
        ResidencyAction::StayOn => GraduationOutcome::Withdrawn,
        _ => GraduationOutcome::Refused,
    };
    open(&mut after)?.end =
        Some(GraduationEnd { outcome, reason: Some(why), by: by.to_owned(), on: at.today(), on_paper });
    Ok(after)
}

/// The last days that a graduate may still have: from today to the agreed end, or today where that is over.
#[must_use]
pub fn last_days(residency: &Residency, at: Moment) -> (Day, Day) {
    (at.today(), residency.until().max(at.today()))
}

/// The city lets it graduate; its last day is one until which the agreement runs.
///
/// # Errors
/// `wrong_state`; a last day outside of these.
pub fn graduate(residency: &Residency, last: Day, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Graduate)?;
    let (min, max) = last_days(residency, at);
    if last < min {
        return Err(Refusal::fields(vec![FieldFault::new("last", Code::DayTooEarly).with("min", min.to_string())]));
    }
    if last > max {
        return Err(Refusal::fields(vec![FieldFault::new("last", Code::DayTooLate).with("max", max.to_string())]));
    }
    let mut after = residency.to(state, at);
    open(&mut after)?.end = Some(GraduationEnd {
        outcome: GraduationOutcome::Graduated,
        reason: None,
        by: by.to_owned(),
        on: at.today(),
        on_paper: false,
    });
    Ok(after.leaving(Exit::new(ExitKind::Graduated, last, None, (AgreementSide::Base, by), at)))
}
