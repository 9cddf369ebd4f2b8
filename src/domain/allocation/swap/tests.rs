use super::{
    super::tests::{claim_of, day, ids, place, row, rules, span, today},
    *,
};
use crate::{
    claim::{Claim, Resource, ResourceId},
    refusal::FieldFault,
};

fn side(key: u128, from: &str, to: Option<&str>) -> Side {
    let allocation = row(key, span(from, to), AllocationState::Occupied);
    let place = super::Place { claims: vec![claim_of(&allocation)], ..place(key) };
    Side { allocation, place, organization_live: true }
}
fn sides() -> (Side, Side) {
    (side(1, "2026-06-01", Some("2027-05-31")), side(2, "2026-09-01", Some("2027-02-28")))
}
fn request(date: &str) -> SwapRequest {
    SwapRequest { day: day(date), first: ids(11), second: ids(12) }
}
fn on(date: &str) -> Result<Change, Refusal> {
    let (a, b) = sides();
    swap(&a, &b, &request(date), &rules(), today())
}
fn expected(date: &str, old: AllocationState, new: AllocationState) -> Change {
    let (a, b) = sides();
    let until = day(date).plus(-1).to_string();
    let (a, b) = (a.allocation, b.allocation);
    let updated = vec![
        Allocation { term: span("2026-06-01", Some(&until)), state: old, ..a.clone() },
        Allocation { term: span("2026-09-01", Some(&until)), state: old, ..b.clone() },
    ];
    let born = |key, mover: &Allocation, space| {
        let term = DaySpan::new(day(date), mover.term.to()).unwrap();
        Allocation { space, organization: mover.organization, ..row(key, term, new) }
    };
    let created = vec![born(11, &a, b.space), born(12, &b, a.space)];
    let resize = |row: &Allocation| ClaimChange::Resize { claim: row.claim, interval: claim_of(row).interval };
    let create = |row: &Allocation| ClaimChange::Create(claim_of(row));
    let claims = updated.iter().map(resize).chain(created.iter().map(create)).collect();
    Change { claims, created, updated, guards: BTreeSet::from([a.space.into(), b.space.into()]) }
}

#[test]
fn both_end_the_day_before_and_begin_in_the_others_space() {
    assert_eq!(on("2026-11-23").unwrap(), expected("2026-11-23", AllocationState::Ended, AllocationState::Occupied));
}

#[test]
fn a_swap_to_come_is_reserved_while_the_old_terms_run_out() {
    assert_eq!(on("2026-12-01").unwrap(), expected("2026-12-01", AllocationState::Occupied, AllocationState::Reserved));
}

#[test]
fn a_swap_day_outside_both_terms_is_refused() {
    let fault = |date| on(date).unwrap_err().fields;
    let early = |min| vec![FieldFault::new("day", Code::DayTooEarly).with("min", min)];
    assert!(on("2027-02-28").is_ok());
    assert_eq!(fault("2027-03-01"), [FieldFault::new("day", Code::DayTooLate).with("max", "2027-02-28")]);
    assert!(on("2026-11-16").is_ok());
    assert_eq!(fault("2026-11-15"), early("2026-11-16"));
    let (a, b) = (sides().0, side(2, "2026-11-20", None));
    let fresh = |date| swap(&a, &b, &request(date), &rules(), today());
    assert_eq!(fresh("2026-11-20").unwrap_err().fields, early("2026-11-21"), "the old term keeps a day");
    assert!(fresh("2026-11-21").is_ok());
}

#[test]
fn a_swap_of_what_is_not_occupied_is_refused() {
    for state in [AllocationState::Reserved, AllocationState::Ended, AllocationState::Cancelled] {
        let (a, mut b) = sides();
        b.allocation.state = state;
        for answer in [
            swap(&a, &b, &request("2026-11-23"), &rules(), today()),
            swap(&b, &a, &request("2026-12-01"), &rules(), today()),
        ] {
            let wrong = Refusal::state(Code::WrongState).with("state", state.as_str()).with("action", "swap");
            let may: Vec<&str> = LIFECYCLE.available(state).map(AllocationAction::as_str).collect();
            assert_eq!(answer.unwrap_err(), wrong.with("may", may));
        }
    }
}

#[test]
fn a_swap_within_one_space_is_refused() {
    let (a, _) = sides();
    assert_eq!(swap(&a, &a, &request("2026-11-23"), &rules(), today()), Err(Refusal::rule(Code::SameSpace)));
}

#[test]
fn a_swap_with_an_organization_that_has_left_is_refused() {
    let (a, b) = sides();
    let gone = Side { organization_live: false, ..b };
    let expected = Err(Refusal::state(Code::OrganizationNotLive));
    assert_eq!(swap(&a, &gone, &request("2026-11-23"), &rules(), today()), expected);
    assert_eq!(swap(&gone, &a, &request("2026-11-23"), &rules(), today()), expected);
}

#[test]
fn a_swap_into_a_space_that_is_no_longer_given_is_refused() {
    let (a, mut b) = sides();
    b.place.assignable = false;
    let expected = Err(Refusal::state(Code::SpaceNotAssignable).with("space", b.place.space.to_string()));
    assert_eq!(swap(&a, &b, &request("2026-11-23"), &rules(), today()), expected);
    assert_eq!(swap(&b, &a, &request("2026-11-23"), &rules(), today()), expected);
}

/// The longer term moves into the space of the shorter one, where someone may come next.
#[test]
fn a_remaining_term_that_runs_into_the_next_one_is_refused() {
    let (a, mut b) = sides();
    let next = row(9, span("2027-05-31", None), AllocationState::Reserved);
    b.place.claims.push(Claim { resource: b.place.space.into(), ..claim_of(&next) });
    assert_eq!(swap(&a, &b, &request("2026-11-23"), &rules(), today()).unwrap_err().code, Code::Taken);
    let after = row(9, span("2027-06-01", None), AllocationState::Reserved);
    b.place.claims[1].interval = claim_of(&after).interval;
    assert!(swap(&a, &b, &request("2026-11-23"), &rules(), today()).is_ok());
}

/// A whole and its part cannot both be taken, so the first new claim counts for the second.
#[test]
fn a_swap_of_a_whole_with_its_part_is_refused() {
    let (mut a, mut b) = sides();
    let whole = Resource::whole(ResourceId::from(a.place.space), 1);
    let family = vec![whole.clone(), whole.part(b.place.space.into(), 1)];
    (a.place.family, b.place.family) = (family.clone(), family);
    assert_eq!(swap(&a, &b, &request("2026-11-23"), &rules(), today()).unwrap_err().code, Code::Taken);
}
