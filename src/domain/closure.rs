//! A space is closed for some days: works, damage, an event of the base itself.
//!
//! A closure keeps the space by a claim like everything else, so that nothing is given away in a
//! closed room and nothing is closed over somebody's head.

use crate::{
    claim::{Claim, ClaimState, Policy, Purpose, Request, Resource, ResourceId, decide},
    code::Code,
    day::{Day, DaySpan, Moment},
    id::{BaseId, ClaimId, ClosureId, SpaceId},
    interval::Interval,
    lifecycle::{Lifecycle, Step},
    refusal::{FieldFault, Refusal},
    words::words,
};

/// Reasons are read on the plan.
const MAX_REASON: usize = 200;

words! {
    /// Where a closure stands.
    pub enum ClosureState {
        /// In force on its days.
        Set = "set",
        /// Called off before its first day.
        CalledOff = "called_off",
    }
    /// What is done with a closure.
    pub enum ClosureAction {
        /// It gets another, earlier last day.
        End = "end",
        /// It never happens.
        CallOff = "call_off",
    }
}

/// The lifecycle of a closure; it is born by [`set`].
pub const LIFECYCLE: Lifecycle<ClosureState, ClosureAction> = Lifecycle {
    name: "closure",
    initial: ClosureState::Set,
    steps: &[step(ClosureAction::End, ClosureState::Set), step(ClosureAction::CallOff, ClosureState::CalledOff)],
};

const fn step(action: ClosureAction, to: ClosureState) -> Step<ClosureState, ClosureAction> {
    Step { from: &[ClosureState::Set], action, to, who: "spaces.close", guard: None, deadline: None }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Which closure.
    pub id: ClosureId,
    /// Of which space.
    pub space: SpaceId,
    /// First and last day; without a last, until further notice.
    pub days: DaySpan,
    /// Where it stands.
    pub state: ClosureState,
    /// Why.
    pub reason: String,
    /// The claim that keeps the space.
    pub claim: ClaimId,
}

/// What [`set`] needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The base, which holds the claim.
    pub base: BaseId,
    /// Which space.
    pub space: SpaceId,
    /// The space with its wholes and parts.
    pub family: Vec<Resource>,
    /// The claims on them.
    pub claims: Vec<Claim>,
    /// How many days in the past something may be entered afterwards.
    pub max_days_back: u32,
    /// How claims block each other.
    pub policy: Policy,
}

/// Which days and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRequest {
    /// Of the row.
    pub closure: ClosureId,
    /// Of its claim.
    pub claim: ClaimId,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
    /// Why.
    pub reason: String,
}

/// Closes a space; returns the row, its claim and the guard that the transaction writes.
///
/// # Errors
/// Bad days and reason as fields; `taken`.
pub fn set(facts: &Facts, request: &SetRequest, at: Moment) -> Result<(Closure, Claim, ResourceId), Refusal> {
    let mut faults = Vec::new();
    let earliest = at.today().plus(-i64::from(facts.max_days_back));
    if request.from < earliest {
        faults.push(FieldFault::new("from", Code::DayTooEarly).with("min", earliest.to_string()));
    }
    let days = DaySpan::new(request.from, request.to);
    if let Err(refusal) = &days {
        let path = if refusal.code == Code::EmptyInterval { "to" } else { "from" };
        faults.push(FieldFault { path: path.into(), code: refusal.code, values: refusal.values.clone() });
    }
    let reason = request.reason.trim();
    if reason.is_empty() {
        faults.push(FieldFault::new("reason", Code::Required));
    } else if reason.chars().count() > MAX_REASON {
        faults.push(FieldFault::new("reason", Code::TooLong).with("max", MAX_REASON));
    }
    let (Ok(days), true) = (days, faults.is_empty()) else { return Err(Refusal::fields(faults)) };
    let wanted = Request {
        resource: facts.space.into(),
        interval: days.to_interval(at.zone),
        units: 1,
        holder: facts.base.to_string(),
        purpose: Purpose::Closure,
        buffer_exempt: true,
    };
    let grant = decide(&wanted, &facts.family, &facts.claims, &facts.policy, at.now, &[])?;
    let born = Closure {
        id: request.closure,
        space: facts.space,
        days,
        state: LIFECYCLE.initial,
        reason: reason.to_owned(),
        claim: request.claim,
    };
    Ok((born, wanted.claim(request.claim, ClaimState::Active), grant.root))
}

/// What becomes of the claim when a closure ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimAfter {
    /// It has a shorter time.
    Resized(Interval),
    /// It is given up.
    Released,
}

/// Opens a space again: `last` is the last closed day. A `last` before the first day calls the
/// closure off.
///
/// # Errors
/// `wrong_state`; a bad `last` as field: past the present end, or long ago.
pub fn end(closure: &Closure, last: Day, max_days_back: u32, at: Moment) -> Result<(Closure, ClaimAfter), Refusal> {
    let called_off = last < closure.days.from();
    let action = if called_off { ClosureAction::CallOff } else { ClosureAction::End };
    let state = LIFECYCLE.next(closure.state, action)?;
    let earliest = at.today().plus(-i64::from(max_days_back) - 1);
    if last < earliest {
        let fault = FieldFault::new("last", Code::DayTooEarly).with("min", earliest.to_string());
        return Err(Refusal::fields(vec![fault]));
    }
    if let Some(to) = closure.days.to().filter(|to| *to < last) {
        return Err(Refusal::fields(vec![FieldFault::new("last", Code::DayTooLate).with("max", to.to_string())]));
    }
    if called_off {
        return Ok((Closure { state, ..closure.clone() }, ClaimAfter::Released));
    }
    let days = DaySpan::new(closure.days.from(), Some(last))?;
    Ok((Closure { days, state, ..closure.clone() }, ClaimAfter::Resized(days.to_interval(at.zone))))
}

#[cfg(test)]
mod tests;
