//! Renewal (续驻): the organization asks to stay longer, the base proposes it, the city decides, the base offers it by a
//! supplementary agreement, both sign (domain facts 2.2, 3.1 and 3.17).
//!
//! What was agreed first stays on its paper; the residency runs to the new last day from the signature on.

use serde::{Deserialize, Serialize};

use super::{AgreementSide, RenewalOutcome, Residency, ResidencyAction, Signing, care::Said, room_for, unsigned};
use crate::{
    application::reason,
    code::Code,
    day::{Day, DaySpan, Moment},
    id::AgreementId,
    refusal::{FieldFault, Refusal},
};

/// What the rules of a base say about staying longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Days before the agreed end by which the organization asks.
    pub ahead: u32,
    /// How often a residency is renewed.
    pub times: u32,
    /// The longest residency, in months, renewals included.
    pub max_months: u32,
}

/// The word of the base to the city: until when, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RenewalProposal {
    /// The last day that the base proposes.
    pub last: Day,
    /// What it says of the time so far, and why the organization may stay.
    pub text: String,
    /// Who said so.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// The city agrees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RenewalGrant {
    /// The latest day that may be agreed on.
    pub last: Day,
    /// Who decided.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// A supplementary agreement that is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RenewalOffer {
    /// The supplementary agreement.
    pub agreement: AgreementId,
    /// The last day that it agrees on.
    pub last: Day,
    /// Until when the organization was told that it may sign.
    pub sign_by: Day,
    /// Who offered it.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// How a request came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RenewalEnd {
    /// How.
    pub outcome: RenewalOutcome,
    /// Why, where it came to nothing.
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

/// A request to stay longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Renewal {
    /// What the organization says of its time so far, and why it wants to stay.
    pub asked: Said,
    /// The agreed last day on that day.
    pub until: Day,
    /// The last day that the organization wishes.
    pub wish: Day,
    /// What the base proposes to the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub proposed: Option<RenewalProposal>,
    /// That the city agrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub granted: Option<RenewalGrant>,
    /// What the base offers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub offer: Option<RenewalOffer>,
    /// How it came out; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub end: Option<RenewalEnd>,
}

/// How often a residency was renewed.
#[must_use]
pub fn renewed(residency: &Residency) -> usize {
    let done = |of: &&Renewal| of.end.as_ref().is_some_and(|end| end.outcome == RenewalOutcome::Renewed);
    residency.proceedings.renewals.iter().filter(done).count()
}

/// The last days that a renewal may agree on: from the day after the agreed end, or today where that is over, to the
/// longest residency, and no later than the city agrees to.
#[must_use]
pub fn last_days(residency: &Residency, limits: &Limits, at: Moment) -> (Day, Day) {
    let began = residency.began.unwrap_or(residency.agreed.term.from());
    let longest = began.plus_months(limits.max_months).plus(-1);
    let granted = residency.proceedings.open_renewal().and_then(|of| of.granted.as_ref());
    (residency.until().plus(1).max(at.today()), granted.map_or(longest, |granted| granted.last.min(longest)))
}

/// The last day on which the organization itself may ask.
#[must_use]
pub fn ask_by(residency: &Residency, limits: &Limits) -> Day {
    residency.until().plus(-i64::from(limits.ahead))
}

/// Why nobody can ask for it now. Who asks too late may still hand it in on paper, if the base takes it.
fn refused(residency: &Residency, limits: &Limits, side: AgreementSide, at: Moment) -> Option<Refusal> {
    let (min, max) = last_days(residency, limits, at);
    let by = ask_by(residency, limits);
    if residency.until() < at.today() {
        Some(Refusal::state(Code::AgreementOver))
    } else if renewed(residency) >= usize::try_from(limits.times).unwrap_or(usize::MAX) {
        Some(Refusal::state(Code::RenewalsUsed).with("max", limits.times))
    } else if max < min {
        Some(Refusal::state(Code::LongestReached).with("max", limits.max_months))
    } else if side == AgreementSide::Organization && by < at.today() {
        Some(Refusal::state(Code::AskedTooLate).with("due", by.to_string()))
    } else {
        None
    }
}

/// Why a side cannot ask for it now.
#[must_use]
pub fn cannot_ask(residency: &Residency, limits: &Limits, side: AgreementSide, at: Moment) -> Option<Code> {
    refused(residency, limits, side, at).map(|refusal| refusal.code)
}

/// A last day outside of what the rules allow.
fn outside(last: Day, residency: &Residency, limits: &Limits, at: Moment) -> Option<FieldFault> {
    let (min, max) = last_days(residency, limits, at);
    if last < min {
        Some(FieldFault::new("last", Code::DayTooEarly).with("min", min.to_string()))
    } else if last > max {
        Some(FieldFault::new("last", Code::DayTooLate).with("max", max.to_string()))
    } else {
        None
    }
}

/// The organization asks to stay longer.
///
/// # Errors
/// `wrong_state`; `agreement_over`, `renewals_used`, `longest_reached`, `asked_too_late`; a last day outside of the rules, no
/// words.
pub fn ask(
    residency: &Residency,
    (wish, text): (Day, &str),
    limits: &Limits,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::AskRenewal)?;
    room_for(residency.proceedings.renewals.len())?;
    if let Some(refusal) = refused(residency, limits, side, at) {
        return Err(refusal);
    }
    let mut faults: Vec<FieldFault> = outside(wish, residency, limits, at).into_iter().collect();
    let text = reason("text", text).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let mut after = residency.to(state, at);
    let asked = Said::new(text, by, at).noted_for(side);
    after.proceedings.renewals.push(Renewal {
        asked,
        until: residency.until(),
        wish,
        proposed: None,
        granted: None,
        offer: None,
        end: None,
    });
    Ok(after)
}

/// The open request; the table leads to where one is asked for no other way than through it.
fn open(after: &mut Residency) -> Result<&mut Renewal, Refusal> {
    let missing = Refusal::state(Code::WrongState).with("state", after.state.as_str());
    after.proceedings.renewals.last_mut().filter(|of| of.end.is_none()).ok_or(missing)
}

/// The base proposes it to the city.
///
/// # Errors
/// `wrong_state`; a last day outside of the rules, no words.
pub fn propose(
    residency: &Residency,
    (last, text): (Day, &str),
    limits: &Limits,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::ProposeRenewal)?;
    let mut faults: Vec<FieldFault> = outside(last, residency, limits, at).into_iter().collect();
    let text = reason("text", text).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let mut after = residency.to(state, at);
    open(&mut after)?.proposed = Some(RenewalProposal { last, text, by: by.to_owned(), on: at.today() });
    Ok(after)
}

/// The city agrees, until a last day at most.
///
/// # Errors
/// `wrong_state`; a last day outside of the rules.
pub fn grant(
    residency: &Residency,
    last: Day,
    limits: &Limits,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::GrantRenewal)?;
    if let Some(fault) = outside(last, residency, limits, at) {
        return Err(Refusal::fields(vec![fault]));
    }
    let mut after = residency.to(state, at);
    open(&mut after)?.granted = Some(RenewalGrant { last, by: by.to_owned(), on: at.today() });
    Ok(after)
}

/// Whether the base may offer a last day.
///
/// # Errors
/// `wrong_state`; a last day outside of the rules.
pub fn check_offer(residency: &Residency, last: Day, limits: &Limits, at: Moment) -> Result<(), Refusal> {
    residency.step(ResidencyAction::OfferRenewal)?;
    outside(last, residency, limits, at).map_or(Ok(()), |fault| Err(Refusal::fields(vec![fault])))
}

/// The base offers it, or offers it otherwise.
///
/// # Errors
/// As [`check_offer`].
pub fn offer(
    residency: &Residency,
    (agreement, last, sign_by): (AgreementId, Day, Day),
    limits: &Limits,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    check_offer(residency, last, limits, at)?;
    let state = residency.step(ResidencyAction::OfferRenewal)?;
    let mut after = residency.to(state, at);
    open(&mut after)?.offer = Some(RenewalOffer { agreement, last, sign_by, by: by.to_owned(), on: at.today() });
    Ok(after)
}

fn ended(
    after: &mut Residency,
    outcome: RenewalOutcome,
    reason: Option<String>,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<(), Refusal> {
    let on_paper = outcome == RenewalOutcome::Withdrawn && side == AgreementSide::Base;
    open(after)?.end = Some(RenewalEnd { outcome, reason, by: by.to_owned(), on: at.today(), on_paper });
    Ok(())
}

/// It comes to nothing: the base or the city does not agree, or the organization does not want it any more.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn turn_down(
    residency: &Residency,
    action: ResidencyAction,
    why: &str,
    who: (AgreementSide, &str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(action)?;
    let why = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    let outcome = match action {
        ResidencyAction::WithdrawRenewal => RenewalOutcome::Withdrawn,
        ResidencyAction::RefuseRenewal => RenewalOutcome::Refused,
        _ => RenewalOutcome::Denied,
    };
    let mut after = residency.to(state, who.2);
    ended(&mut after, outcome, Some(why), who)?;
    Ok(after)
}

/// Both have signed the supplementary agreement: the residency runs to its last day. `due` is the day until which it
/// could be signed, none while a calendar that is not known may move it out.
///
/// # Errors
/// `wrong_state`; as [`Signing::within`].
pub fn sign(
    residency: &Residency,
    due: Option<Day>,
    signing: &Signing,
    (by, at): (&str, Moment),
) -> Result<(Residency, Signing), Refusal> {
    let state = residency.step(ResidencyAction::SignRenewal)?;
    let mut after = residency.to(state, at);
    let offer = open(&mut after)?.offer.clone();
    let offer = offer.ok_or_else(|| Refusal::state(Code::WrongState).with("state", residency.state.as_str()))?;
    let signing = signing.within((offer.on, due), at)?;
    after.agreed.term = DaySpan::new(residency.agreed.term.from(), Some(offer.last))?;
    ended(&mut after, RenewalOutcome::Renewed, None, (AgreementSide::Base, by, at))?;
    Ok((after, signing))
}

/// The supplementary agreement was not signed in time.
///
/// # Errors
/// `wrong_state`; `day_too_early` while there is time, `calendar_open` while the day is not certain.
pub fn lapse(residency: &Residency, due: Option<Day>, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::LapseRenewal)?;
    unsigned(due, at)?;
    let mut after = residency.to(state, at);
    ended(&mut after, RenewalOutcome::Lapsed, None, (AgreementSide::Base, by, at))?;
    Ok(after)
}
