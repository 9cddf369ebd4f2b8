//! A desk or an office given to an organization for a term: reserved, occupied, ended.
//!
//! Each verb is a decision over facts and returns the rows and claims to write. The terms are
//! days and both ends are included; the claims are instants in the institution's zone.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    claim::{Claim, ClaimState, Policy, Purpose, Request, Resource, ResourceId, decide},
    code::Code,
    day::{Day, DaySpan, Moment},
    id::{AllocationId, ClaimId, OrganizationId, SpaceId},
    interval::Interval,
    lifecycle::{Lifecycle, step},
    refusal::{FieldFault, Refusal},
    words::words,
};

words! {
    /// Where an allocation stands.
    pub enum AllocationState {
        /// Decided, not yet handed over.
        Reserved = "reserved",
        /// Handed over and in use.
        Occupied = "occupied",
        /// Given back, swapped away or run out.
        Ended = "ended",
        /// Called off before it was handed over.
        Cancelled = "cancelled",
    }
    /// What is done with an allocation.
    pub enum AllocationAction {
        /// The space is handed over to the organization.
        HandOverIn = "hand_over_in",
        /// The last day moves out.
        Extend = "extend",
        /// The organization gives the space back.
        GiveBack = "give_back",
        /// Two organizations change places.
        Swap = "swap",
        /// The term has run out.
        Expire = "expire",
        /// Called off.
        Cancel = "cancel",
    }
}

/// The lifecycle of an allocation; it is born by [`assign`].
pub const LIFECYCLE: Lifecycle<AllocationState, AllocationAction> = {
    use AllocationAction::{Cancel, Expire, Extend, GiveBack, HandOverIn, Swap};
    use AllocationState::{Cancelled, Ended, Occupied, Reserved};
    Lifecycle {
        name: "allocation",
        initial: Reserved,
        steps: &[
            step(&[Reserved], HandOverIn, Occupied, "handovers.record", Some("term_runs")),
            step(&[Reserved], Cancel, Cancelled, "allocations.manage", None),
            step(&[Reserved], Extend, Reserved, "allocations.manage", Some("extendable")),
            step(&[Occupied], Extend, Occupied, "allocations.manage", Some("extendable")),
            step(&[Occupied], GiveBack, Ended, "allocations.manage", None),
            step(&[Occupied], Swap, Ended, "allocations.manage", None),
            step(&[Occupied], Expire, Ended, "allocations.manage", Some("term_over")),
        ],
    }
};

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// Which allocation.
    pub id: AllocationId,
    /// Of which space.
    pub space: SpaceId,
    /// To whom.
    pub organization: OrganizationId,
    /// First and last day; open-ended without a last.
    pub term: DaySpan,
    /// Where it stands.
    pub state: AllocationState,
    /// The claim that keeps the space.
    pub claim: ClaimId,
}

/// What the rules need to know of a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which space.
    pub space: SpaceId,
    /// Whether it is one that is given to organizations, and not closed for good.
    pub assignable: bool,
    /// The space with its wholes and parts, as [`decide`] takes them.
    pub family: Vec<Resource>,
    /// The claims on them.
    pub claims: Vec<Claim>,
}

/// The base's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The longest term in months, extensions included; without one a term may be open-ended.
    pub max_term_months: Option<u32>,
    /// How many days in the past something may be entered afterwards.
    pub max_days_back: u32,
    /// How claims block each other. Its buffers do not matter: terms meet at midnight.
    pub policy: Policy,
}

impl Rules {
    fn earliest(&self, at: Moment) -> Day {
        at.today().plus(-i64::from(self.max_days_back))
    }
    /// The last day that a term may have, counted as Civil Code art. 202 counts months.
    fn latest(&self, from: Day) -> Option<Day> {
        self.max_term_months.map(|months| from.plus_months(months).plus(-1))
    }
}

/// The identifiers of an allocation that may be born.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewIds {
    /// Of the row.
    pub allocation: AllocationId,
    /// Of its claim.
    pub claim: ClaimId,
}

/// What is to be done with a claim; in the order given, so that room is made before it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimChange {
    /// Its time changes.
    Resize {
        /// Which claim.
        claim: ClaimId,
        /// Its new time.
        interval: Interval,
    },
    /// It is given up.
    Release {
        /// Which claim.
        claim: ClaimId,
    },
    /// It is new.
    Create(Claim),
}

/// What one transaction writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// New rows.
    pub created: Vec<Allocation>,
    /// Rows as they are from now on.
    pub updated: Vec<Allocation>,
    /// What is to be done with the claims.
    pub claims: Vec<ClaimChange>,
    /// The resources whose guards the transaction writes.
    pub guards: BTreeSet<ResourceId>,
}

/// What [`assign`] and [`extend`] need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The space.
    pub place: Place,
    /// Whether the organization is admitted and has not left.
    pub organization_live: bool,
    /// The base's settings.
    pub rules: Rules,
}

/// Who gets the space of the facts and for which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssignRequest {
    /// The identifiers to be used.
    pub ids: NewIds,
    /// To whom.
    pub organization: OrganizationId,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
}

/// Gives a space to an organization for a term.
///
/// # Errors
/// Bad days as fields (`day_too_early`, `day_too_late`, `required`, `empty_interval`);
/// `organization_not_live`, `space_not_assignable`, `taken`.
pub fn assign(facts: &Facts, request: &AssignRequest, at: Moment) -> Result<Change, Refusal> {
    let (rules, from) = (&facts.rules, request.from);
    let mut faults = Vec::new();
    if from < rules.earliest(at) {
        faults.push(too_early("from", rules.earliest(at)));
    }
    if request.to.is_some_and(|to| from <= to && to < at.today()) {
        faults.push(too_early("to", at.today()));
    }
    faults.extend(too_long(rules, from, request.to));
    let term = DaySpan::new(from, request.to);
    if let Err(refusal) = &term {
        let path = if refusal.code == Code::EmptyInterval { "to" } else { "from" };
        faults.push(FieldFault { path: path.into(), code: refusal.code, values: refusal.values.clone() });
    }
    let (Ok(term), true) = (term, faults.is_empty()) else { return Err(Refusal::fields(faults)) };
    usable(&facts.place, facts.organization_live)?;
    let (space, organization) = (facts.place.space, request.organization);
    let NewIds { allocation: id, claim } = request.ids;
    let born = Allocation { id, space, organization, term, state: LIFECYCLE.initial, claim };
    let (kept, guard) = keep(&born, term, &facts.place, &facts.place.claims, rules, at, &[])?;
    Ok(Change {
        created: vec![born],
        claims: vec![ClaimChange::Create(kept)],
        guards: BTreeSet::from([guard]),
        ..Change::default()
    })
}

/// Moves the last day of a term out, or takes it away.
///
/// # Errors
/// `wrong_state`, `open_ended`, a bad `to` as field, `organization_not_live`,
/// `space_not_assignable`, `taken`.
pub fn extend(facts: &Facts, allocation: &Allocation, to: Option<Day>, at: Moment) -> Result<Change, Refusal> {
    let state = LIFECYCLE.next(allocation.state, AllocationAction::Extend)?;
    let from = allocation.term.from();
    let last = allocation.term.to().ok_or_else(|| Refusal::state(Code::OpenEnded))?;
    let earliest = last.plus(1).max(at.today());
    if to.is_some_and(|to| to < earliest) {
        return Err(Refusal::fields(vec![too_early("to", earliest)]));
    }
    if let Some(fault) = too_long(&facts.rules, from, to) {
        return Err(Refusal::fields(vec![fault]));
    }
    usable(&facts.place, facts.organization_live)?;
    let (term, added) = (DaySpan::new(from, to)?, DaySpan::new(last.plus(1), to)?);
    // Only the days that are added: what the term overlapped before is not this decision's.
    let (_, guard) = keep(allocation, added, &facts.place, &facts.place.claims, &facts.rules, at, &[allocation.claim])?;
    let resize = ClaimChange::Resize { claim: allocation.claim, interval: term.to_interval(at.zone) };
    let updated = Allocation { term, state, ..allocation.clone() };
    Ok(Change { updated: vec![updated], claims: vec![resize], guards: BTreeSet::from([guard]), ..Change::default() })
}

/// Hands the space over to the organization.
///
/// # Errors
/// `wrong_state`; `day_too_early` or `day_too_late` outside the term.
pub fn hand_over_in(allocation: &Allocation, at: Moment) -> Result<Change, Refusal> {
    let state = LIFECYCLE.next(allocation.state, AllocationAction::HandOverIn)?;
    let (term, today) = (allocation.term, at.today());
    if today < term.from() {
        return Err(Refusal::state(Code::DayTooEarly).with("min", term.from().to_string()));
    }
    if let Some(last) = term.to().filter(|last| *last < today) {
        return Err(Refusal::state(Code::DayTooLate).with("max", last.to_string()));
    }
    Ok(Change { updated: vec![Allocation { state, ..allocation.clone() }], ..Change::default() })
}

/// The organization gives the space back; `last` is the last day of its use.
///
/// # Errors
/// `wrong_state`; a bad `last` as field: before the term, too long ago, in the future or after
/// the term.
pub fn give_back(allocation: &Allocation, last: Day, rules: &Rules, at: Moment) -> Result<Change, Refusal> {
    let state = LIFECYCLE.next(allocation.state, AllocationAction::GiveBack)?;
    let from = allocation.term.from();
    let latest = allocation.term.to().map_or(at.today(), |to| to.min(at.today()));
    within("last", last, from.max(rules.earliest(at)), latest)?;
    let term = DaySpan::new(from, Some(last))?;
    let resize = ClaimChange::Resize { claim: allocation.claim, interval: term.to_interval(at.zone) };
    Ok(Change {
        updated: vec![Allocation { term, state, ..allocation.clone() }],
        claims: vec![resize],
        ..Change::default()
    })
}

/// Calls an allocation off that was not handed over yet.
///
/// # Errors
/// `wrong_state`.
pub fn cancel(allocation: &Allocation) -> Result<Change, Refusal> {
    let state = LIFECYCLE.next(allocation.state, AllocationAction::Cancel)?;
    let claims = vec![ClaimChange::Release { claim: allocation.claim }];
    Ok(Change { updated: vec![Allocation { state, ..allocation.clone() }], claims, ..Change::default() })
}

/// Ends an allocation whose term has run out; its claim has ended by itself.
///
/// # Errors
/// `wrong_state`, `open_ended`, `day_too_early` while the term runs.
pub fn expire(allocation: &Allocation, at: Moment) -> Result<Change, Refusal> {
    let state = LIFECYCLE.next(allocation.state, AllocationAction::Expire)?;
    let last = allocation.term.to().ok_or_else(|| Refusal::state(Code::OpenEnded))?;
    if at.today() <= last {
        return Err(Refusal::state(Code::DayTooEarly).with("min", last.plus(1).to_string()));
    }
    Ok(Change { updated: vec![Allocation { state, ..allocation.clone() }], ..Change::default() })
}

/// Why each action is not possible now, as the verbs would say; `None` where it is. What depends
/// on the request, such as the days asked for, is not in it.
#[must_use]
pub fn can(
    allocation: &Allocation,
    organization_live: bool,
    rules: &Rules,
    at: Moment,
) -> BTreeMap<&'static str, Option<Code>> {
    let (term, today) = (allocation.term, at.today());
    LIFECYCLE.can_all(allocation.state, |guard| match guard {
        "term_runs" => hand_over_in(allocation, at).err().map(|refusal| refusal.code),
        "extendable" => match term.to() {
            None => Some(Code::OpenEnded),
            Some(_) if !organization_live => Some(Code::OrganizationNotLive),
            Some(last) => {
                let earliest = last.plus(1).max(today);
                rules.latest(term.from()).filter(|latest| *latest < earliest).map(|_| Code::DayTooLate)
            }
        },
        "term_over" => expire(allocation, at).err().map(|refusal| refusal.code),
        _ => None,
    })
}

fn too_early(path: &str, min: Day) -> FieldFault {
    FieldFault::new(path, Code::DayTooEarly).with("min", min.to_string())
}

fn too_late(path: &str, max: Day) -> FieldFault {
    FieldFault::new(path, Code::DayTooLate).with("max", max.to_string())
}

fn within(path: &str, day: Day, min: Day, max: Day) -> Result<(), Refusal> {
    match day {
        _ if day < min => Err(Refusal::fields(vec![too_early(path, min)])),
        _ if day > max => Err(Refusal::fields(vec![too_late(path, max)])),
        _ => Ok(()),
    }
}

/// What is wrong with the last day of a term under the base's longest term.
fn too_long(rules: &Rules, from: Day, to: Option<Day>) -> Option<FieldFault> {
    let latest = rules.latest(from)?;
    match to {
        None => Some(FieldFault::new("to", Code::Required)),
        Some(to) => (to > latest).then(|| too_late("to", latest)),
    }
}

fn usable(place: &Place, organization_live: bool) -> Result<(), Refusal> {
    if !organization_live {
        return Err(Refusal::state(Code::OrganizationNotLive));
    }
    if !place.assignable {
        return Err(Refusal::state(Code::SpaceNotAssignable).with("space", place.space.to_string()));
    }
    Ok(())
}

/// The claim for an allocation over some days, and the guard that the transaction writes.
fn keep(
    allocation: &Allocation,
    days: DaySpan,
    place: &Place,
    claims: &[Claim],
    rules: &Rules,
    at: Moment,
    excluding: &[ClaimId],
) -> Result<(Claim, ResourceId), Refusal> {
    let request = Request {
        resource: place.space.into(),
        interval: days.to_interval(at.zone),
        units: 1,
        holder: allocation.organization.to_string(),
        purpose: Purpose::Term,
        buffer_exempt: true,
    };
    let grant = decide(&request, &place.family, claims, &rules.policy, at.now, excluding)?;
    Ok((request.claim(allocation.claim, ClaimState::Active), grant.root))
}

mod swap;

pub use swap::{Side, SwapRequest, swap};

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
