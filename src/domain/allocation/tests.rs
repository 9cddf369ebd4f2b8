use chrono::FixedOffset;

use super::*;
use crate::{id::Id, refusal::Nature};

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}
pub(super) fn span(from: &str, to: Option<&str>) -> DaySpan {
    DaySpan::new(day(from), to.map(day)).unwrap()
}
/// Ten in the morning of a day in Hulunbuir.
pub(super) fn morning(date: &str) -> Moment {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    Moment { now: day(date).starts_at(zone) + chrono::TimeDelta::hours(10), zone }
}
pub(super) fn today() -> Moment {
    morning("2026-11-23")
}
pub(super) fn place(key: u128) -> Place {
    let space = SpaceId::from_key(key);
    Place { space, assignable: true, family: vec![Resource::whole(space.into(), 1)], claims: vec![] }
}
pub(super) fn ids(key: u128) -> NewIds {
    NewIds { allocation: AllocationId::from_key(key), claim: ClaimId::from_key(key) }
}
pub(super) fn rules() -> Rules {
    Rules { max_term_months: Some(12), max_days_back: 7, policy: Policy::default() }
}
fn facts() -> Facts {
    Facts { place: place(1), organization_live: true, rules: rules() }
}
fn wanted(from: &str, to: Option<&str>) -> AssignRequest {
    AssignRequest { ids: ids(1), organization: OrganizationId::from_key(1), from: day(from), to: to.map(day) }
}
pub(super) fn row(key: u128, term: DaySpan, state: AllocationState) -> Allocation {
    let NewIds { allocation: id, claim } = ids(key);
    Allocation { id, space: SpaceId::from_key(key), organization: OrganizationId::from_key(key), term, state, claim }
}
/// The claim that keeps an allocation's space.
pub(super) fn claim_of(row: &Allocation) -> Claim {
    Claim {
        id: row.claim,
        resource: row.space.into(),
        interval: row.term.to_interval(today().zone),
        units: 1,
        holder: row.organization.to_string(),
        purpose: Purpose::Term,
        state: ClaimState::Active,
    }
}
fn occupied() -> Allocation {
    row(1, span("2026-06-01", Some("2027-02-28")), AllocationState::Occupied)
}
/// The only fault of a refusal about fields.
fn fault(refusal: Refusal) -> FieldFault {
    assert_eq!((refusal.code, refusal.fields.len()), (Code::InvalidFields, 1), "{refusal:?}");
    refusal.fields[0].clone()
}

#[test]
fn the_table_has_no_flaw_and_its_diagram() {
    assert_eq!(LIFECYCLE.flaws(), []);
    let expected = "stateDiagram-v2
    [*] --> reserved
    reserved --> occupied: hand_over_in
    reserved --> cancelled: cancel
    reserved --> reserved: extend
    occupied --> occupied: extend
    occupied --> ended: give_back
    occupied --> ended: swap
    occupied --> ended: expire
    ended --> [*]
    cancelled --> [*]
";
    assert_eq!(LIFECYCLE.mermaid(), expected);
    assert_eq!(LIFECYCLE.journal_code(AllocationAction::GiveBack), "allocation.give_back");
}

#[test]
fn assigning_reserves_the_space_with_a_claim() {
    let change = assign(&facts(), &wanted("2026-12-01", Some("2027-11-30")), today()).unwrap();
    let born = row(1, span("2026-12-01", Some("2027-11-30")), AllocationState::Reserved);
    let expected = Change {
        claims: vec![ClaimChange::Create(claim_of(&born))],
        created: vec![born],
        updated: vec![],
        guards: BTreeSet::from([SpaceId::from_key(1).into()]),
    };
    assert_eq!(change, expected);
}

#[test]
fn terms_meet_at_midnight_whatever_the_buffer() {
    let before = row(9, span("2026-06-01", Some("2026-11-30")), AllocationState::Occupied);
    let mut facts = facts();
    facts.rules.policy.buffer_after = chrono::TimeDelta::minutes(30);
    facts.place.claims = vec![Claim { resource: facts.place.space.into(), ..claim_of(&before) }];
    assert!(assign(&facts, &wanted("2026-12-01", Some("2027-11-30")), today()).is_ok());
    let refusal = assign(&facts, &wanted("2026-11-30", Some("2027-11-29")), today()).unwrap_err();
    assert_eq!((refusal.nature, refusal.code), (Nature::State, Code::Taken));
    assert_eq!(refusal.values["free_from"], "2026-11-30T16:00:00+00:00", "midnight of 1 December in Hulunbuir");
}

#[test]
fn a_term_that_began_too_long_ago_is_refused() {
    assert!(assign(&facts(), &wanted("2026-11-16", Some("2027-01-01")), today()).is_ok());
    let refusal = assign(&facts(), &wanted("2026-11-15", Some("2027-01-01")), today()).unwrap_err();
    assert_eq!(fault(refusal), too_early("from", day("2026-11-16")));
}

#[test]
fn a_term_that_is_already_over_is_refused() {
    assert!(assign(&facts(), &wanted("2026-11-20", Some("2026-11-23")), today()).is_ok());
    let refusal = assign(&facts(), &wanted("2026-11-20", Some("2026-11-22")), today()).unwrap_err();
    assert_eq!(fault(refusal), too_early("to", day("2026-11-23")));
}

#[test]
fn a_term_longer_than_the_base_allows_is_refused() {
    let refusal = assign(&facts(), &wanted("2026-12-01", Some("2027-12-01")), today()).unwrap_err();
    assert_eq!(fault(refusal), too_late("to", day("2027-11-30")));
}

#[test]
fn an_open_ended_term_needs_a_base_without_a_longest_term() {
    let refusal = assign(&facts(), &wanted("2026-12-01", None), today()).unwrap_err();
    assert_eq!(fault(refusal), FieldFault::new("to", Code::Required));
    let mut free = facts();
    free.rules.max_term_months = None;
    let change = assign(&free, &wanted("2026-12-01", None), today()).unwrap();
    assert!(matches!(&change.claims[..], [ClaimChange::Create(claim)] if claim.interval.is_open()));
}

#[test]
fn a_term_that_ends_before_it_begins_is_refused() {
    let refusal = assign(&facts(), &wanted("2026-12-02", Some("2026-12-01")), today()).unwrap_err();
    assert_eq!(fault(refusal), FieldFault::new("to", Code::EmptyInterval));
}

#[test]
fn all_bad_days_are_told_at_once() {
    let refusal = assign(&facts(), &wanted("2026-01-01", Some("2027-01-01")), today()).unwrap_err();
    assert_eq!(refusal.fields, [too_early("from", day("2026-11-16")), too_late("to", day("2026-12-31"))]);
    let refusal = assign(&facts(), &wanted("9999-12-31", None), today()).unwrap_err();
    let beyond = FieldFault::new("from", Code::DayTooLate).with("max", "9999-12-30");
    assert_eq!(refusal.fields, [FieldFault::new("to", Code::Required), beyond]);
}

#[test]
fn a_space_that_is_not_given_to_organizations_is_refused() {
    let mut facts = facts();
    facts.place.assignable = false;
    let refusal = assign(&facts, &wanted("2026-12-01", Some("2027-01-01")), today()).unwrap_err();
    let expected = Refusal::state(Code::SpaceNotAssignable).with("space", facts.place.space.to_string());
    assert_eq!(refusal, expected);
    assert_eq!(extend(&facts, &occupied(), Some(day("2027-03-31")), today()).unwrap_err(), expected);
}

#[test]
fn an_organization_that_has_left_is_refused() {
    let gone = Facts { organization_live: false, ..facts() };
    let expected = Refusal::state(Code::OrganizationNotLive);
    assert_eq!(assign(&gone, &wanted("2026-12-01", Some("2027-01-01")), today()).unwrap_err(), expected);
    assert_eq!(extend(&gone, &occupied(), Some(day("2027-03-31")), today()).unwrap_err(), expected);
}

#[test]
fn extending_moves_the_last_day_and_keeps_the_state() {
    for state in [AllocationState::Reserved, AllocationState::Occupied] {
        let mut facts = facts();
        let row = Allocation { state, ..occupied() };
        facts.place.claims = vec![claim_of(&row)];
        let change = extend(&facts, &row, Some(day("2027-05-31")), today()).unwrap();
        let longer = Allocation { term: span("2026-06-01", Some("2027-05-31")), ..row.clone() };
        let resize = ClaimChange::Resize { claim: row.claim, interval: claim_of(&longer).interval };
        assert_eq!((change.updated, change.claims), (vec![longer], vec![resize]));
        assert_eq!(change.guards, BTreeSet::from([row.space.into()]));
    }
}

#[test]
fn an_extension_into_the_next_term_is_refused() {
    let next = row(2, span("2027-04-01", Some("2027-05-01")), AllocationState::Reserved);
    let mut facts = facts();
    facts.place.claims = vec![claim_of(&occupied()), Claim { resource: facts.place.space.into(), ..claim_of(&next) }];
    assert!(extend(&facts, &occupied(), Some(day("2027-03-31")), today()).is_ok());
    let refusal = extend(&facts, &occupied(), Some(day("2027-04-01")), today()).unwrap_err();
    assert_eq!(refusal.code, Code::Taken);
}

#[test]
fn an_extension_that_is_none_is_refused() {
    let refusal = extend(&facts(), &occupied(), Some(day("2027-02-28")), today()).unwrap_err();
    assert_eq!(fault(refusal), too_early("to", day("2027-03-01")));
    let run_out = row(1, span("2026-06-01", Some("2026-11-10")), AllocationState::Occupied);
    let refusal = extend(&facts(), &run_out, Some(day("2026-11-22")), today()).unwrap_err();
    assert_eq!(fault(refusal), too_early("to", day("2026-11-23")));
    let open = row(1, span("2026-06-01", None), AllocationState::Occupied);
    let refusal = extend(&facts(), &open, Some(day("2027-03-31")), today()).unwrap_err();
    assert_eq!(refusal, Refusal::state(Code::OpenEnded));
}

#[test]
fn an_extension_past_the_longest_term_is_refused() {
    let refusal = extend(&facts(), &occupied(), Some(day("2027-06-01")), today()).unwrap_err();
    assert_eq!(fault(refusal), too_late("to", day("2027-05-31")));
    let refusal = extend(&facts(), &occupied(), None, today()).unwrap_err();
    assert_eq!(fault(refusal), FieldFault::new("to", Code::Required));
}

#[test]
fn handing_over_needs_the_term_to_run() {
    let reserved = |from, to| row(1, span(from, to), AllocationState::Reserved);
    let change = hand_over_in(&reserved("2026-11-23", Some("2026-11-23")), today()).unwrap();
    assert_eq!(change.updated[0].state, AllocationState::Occupied);
    assert_eq!((change.claims, change.created), (vec![], vec![]));
    let early = hand_over_in(&reserved("2026-11-24", None), today()).unwrap_err();
    assert_eq!(early, Refusal::state(Code::DayTooEarly).with("min", "2026-11-24"));
    let late = hand_over_in(&reserved("2026-06-01", Some("2026-11-22")), today()).unwrap_err();
    assert_eq!(late, Refusal::state(Code::DayTooLate).with("max", "2026-11-22"));
}

#[test]
fn giving_back_shortens_term_and_claim() {
    let change = give_back(&occupied(), day("2026-11-20"), &rules(), today()).unwrap();
    let ended =
        Allocation { term: span("2026-06-01", Some("2026-11-20")), state: AllocationState::Ended, ..occupied() };
    let resize = ClaimChange::Resize { claim: occupied().claim, interval: claim_of(&ended).interval };
    assert_eq!(change, Change { updated: vec![ended], claims: vec![resize], ..Change::default() });
}

#[test]
fn giving_back_on_an_impossible_day_is_refused() {
    let last = |row: &Allocation, date| give_back(row, day(date), &rules(), today()).map(|_| ()).map_err(fault);
    assert_eq!(last(&occupied(), "2026-11-16"), Ok(()));
    assert_eq!(last(&occupied(), "2026-11-15"), Err(too_early("last", day("2026-11-16"))));
    assert_eq!(last(&occupied(), "2026-11-23"), Ok(()));
    assert_eq!(last(&occupied(), "2026-11-24"), Err(too_late("last", day("2026-11-23"))));
    let fresh = row(1, span("2026-11-20", Some("2026-11-21")), AllocationState::Occupied);
    assert_eq!(last(&fresh, "2026-11-19"), Err(too_early("last", day("2026-11-20"))));
    assert_eq!(last(&fresh, "2026-11-22"), Err(too_late("last", day("2026-11-21"))));
}

#[test]
fn cancelling_releases_the_claim() {
    let reserved = Allocation { state: AllocationState::Reserved, ..occupied() };
    let change = cancel(&reserved).unwrap();
    let cancelled = Allocation { state: AllocationState::Cancelled, ..occupied() };
    let claims = vec![ClaimChange::Release { claim: reserved.claim }];
    assert_eq!(change, Change { updated: vec![cancelled], claims, ..Change::default() });
}

#[test]
fn only_a_term_that_is_over_expires() {
    let ends = |date| row(1, span("2026-06-01", date), AllocationState::Occupied);
    assert_eq!(expire(&ends(Some("2026-11-22")), today()).unwrap().updated[0].state, AllocationState::Ended);
    let refusal = expire(&ends(Some("2026-11-23")), today()).unwrap_err();
    assert_eq!(refusal, Refusal::state(Code::DayTooEarly).with("min", "2026-11-24"));
    assert_eq!(expire(&ends(None), today()).unwrap_err(), Refusal::state(Code::OpenEnded));
}

#[test]
fn what_does_not_fit_the_state_is_refused() {
    use AllocationState::{Cancelled, Ended, Occupied, Reserved};
    let until = |state| row(1, span("2026-06-01", Some("2026-11-23")), state);
    let wrong = |answer: Result<Change, Refusal>| answer.is_err_and(|refusal| refusal.code == Code::WrongState);
    let of = |verb: fn(&Allocation) -> Result<Change, Refusal>| {
        let states = AllocationState::ALL.iter().filter(|state| wrong(verb(&until(**state))));
        states.copied().collect::<Vec<_>>()
    };
    assert_eq!(of(|row| hand_over_in(row, today())), [Occupied, Ended, Cancelled]);
    assert_eq!(of(cancel), [Occupied, Ended, Cancelled]);
    assert_eq!(of(|row| extend(&facts(), row, Some(day("2027-01-01")), today())), [Ended, Cancelled]);
    assert_eq!(of(|row| give_back(row, day("2026-11-23"), &rules(), today())), [Reserved, Ended, Cancelled]);
    assert_eq!(of(|row| expire(row, today())), [Reserved, Ended, Cancelled]);
}
