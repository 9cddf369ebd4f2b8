use serde_json::json;

use super::*;
use crate::{id::Id, refusal::Nature};

/// A moment long before all claims of the tests, in minutes.
const NOW: i64 = -1_000;

pub(super) fn at(minute: i64) -> Instant {
    chrono::DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).unwrap()
}
pub(super) fn span(from: i64, to: i64) -> Interval {
    Interval::new(at(from), at(to)).unwrap()
}
pub(super) fn id(key: u128) -> ClaimId {
    ClaimId::from_key(key)
}
pub(super) fn room(name: &str, capacity: u32) -> Resource {
    Resource::whole(ResourceId::new(name), capacity)
}
pub(super) fn claim(key: u128, resource: &Resource, interval: Interval, units: u32) -> Claim {
    request(resource, interval, units).claim(id(key), ClaimState::Active)
}
pub(super) fn request(resource: &Resource, interval: Interval, units: u32) -> Request {
    let (holder, purpose) = ("org_1".to_owned(), Purpose::Booking);
    Request { resource: resource.id.clone(), interval, units, holder, purpose, buffer_exempt: false }
}
fn minutes(before: i64, after: i64, stack: bool) -> Policy {
    let (buffer_before, buffer_after) = (TimeDelta::minutes(before), TimeDelta::minutes(after));
    Policy { buffer_before, buffer_after, buffers_stack: stack, ..Policy::default() }
}
/// The decision on a thing that is part of nothing.
fn ask(room: &Resource, wanted: &Request, existing: &[Claim], policy: &Policy) -> Result<Grant, Blocked> {
    decide(wanted, std::slice::from_ref(room), existing, policy, at(NOW), &[])
}
fn fits(room: &Resource, interval: Interval, units: u32, existing: &[Claim]) -> bool {
    ask(room, &request(room, interval, units), existing, &Policy::default()).is_ok()
}

/// T01: nine to ten and ten to eleven both fit; one second more does not.
#[test]
fn neighbours_fit_and_one_second_more_does_not() {
    let hall = room("hall", 1);
    let taken = [claim(1, &hall, span(540, 600), 1)];
    assert!(fits(&hall, span(600, 660), 1, &taken));
    assert!(fits(&hall, span(480, 540), 1, &taken));
    let second = TimeDelta::seconds(1);
    let early = Interval::new(at(600) - second, at(660)).unwrap();
    let blocked = ask(&hall, &request(&hall, early, 1), &taken, &Policy::default()).unwrap_err();
    assert_eq!(blocked.interval, Interval::new(at(600) - second, at(600)).ok());
    assert!(!fits(&hall, Interval::new(at(480), at(540) + second).unwrap(), 1, &taken));
}

/// T02: the table of relations, for each thing that can be claimed.
#[test]
fn the_table_of_relations() {
    let table = [
        ("before", span(1, 5), true),
        ("meets", span(5, 10), true),
        ("overlaps left", span(5, 15), false),
        ("overlaps right", span(15, 25), false),
        ("inside", span(12, 15), false),
        ("covers", span(5, 25), false),
        ("same start", span(10, 15), false),
        ("same end", span(15, 20), false),
        ("equal", span(10, 20), false),
        ("met by", span(20, 30), true),
    ];
    for (thing, purpose) in [
        ("room", Purpose::Booking),
        ("desk", Purpose::Term),
        ("person", Purpose::Hours),
        ("equipment", Purpose::Booking),
        ("seat", Purpose::Seat),
    ] {
        let thing = room(thing, 1);
        let taken = Claim { purpose: Purpose::Closure, ..claim(1, &thing, span(10, 20), 1) };
        for (name, interval, free) in table {
            let wanted = Request { purpose, ..request(&thing, interval, 1) };
            let answer = ask(&thing, &wanted, std::slice::from_ref(&taken), &Policy::default());
            assert_eq!(answer.is_ok(), free, "{} {name}", thing.id);
        }
    }
}

/// T03: a claim does not stand in its own way, another date of its series does.
#[test]
fn only_the_claim_being_edited_is_left_out() {
    let hall = room("hall", 1);
    let series = [claim(1, &hall, span(0, 60), 1), claim(2, &hall, span(60, 120), 1)];
    let edit = |to| {
        let wanted = request(&hall, span(0, to), 1);
        decide(&wanted, std::slice::from_ref(&hall), &series, &Policy::default(), at(NOW), &[id(1)])
    };
    assert!(edit(60).is_ok());
    assert_eq!(edit(61).unwrap_err().claims, BTreeSet::from([id(2)]));
    assert!(!fits(&hall, span(0, 60), 1, &series), "without the exclusion it would be");
}

/// T04: what is released or has run out never blocks; what waits blocks if the policy says so.
#[test]
fn only_live_claims_block() {
    let hall = room("hall", 1);
    let blocks = |state, pending_blocks, now| {
        let taken = Claim { state, ..claim(1, &hall, span(0, 60), 1) };
        let policy = Policy { pending_blocks, ..Policy::default() };
        decide(&request(&hall, span(0, 60), 1), std::slice::from_ref(&hall), &[taken], &policy, at(now), &[]).is_err()
    };
    for pending_blocks in [false, true] {
        assert!(blocks(ClaimState::Active, pending_blocks, NOW));
        assert!(!blocks(ClaimState::Released, pending_blocks, NOW));
        assert_eq!(blocks(ClaimState::Pending, pending_blocks, NOW), pending_blocks);
        let held = ClaimState::Held { until: at(-100) };
        assert!(blocks(held, pending_blocks, -101));
        assert!(!blocks(held, pending_blocks, -100), "free from the very instant it runs out");
    }
}

/// T05: a pair back to back and a long one over both use two at most, not three.
#[test]
fn capacity_counts_what_is_in_use_at_once() {
    let desks = room("desks", 3);
    let pair = [claim(1, &desks, span(0, 60), 1), claim(2, &desks, span(60, 120), 1)];
    let peak = |existing: &[Claim], units| {
        ask(&desks, &request(&desks, span(0, 120), units), existing, &Policy::default()).map(|grant| grant.peak)
    };
    assert_eq!(peak(&pair, 1), Ok(2));
    assert_eq!(peak(&pair, 2), Ok(3), "exactly the limit");
    assert_eq!(peak(&pair, 3).unwrap_err().code, Code::Taken);
    let gap = [claim(1, &desks, span(0, 50), 2), claim(2, &desks, span(70, 120), 2)];
    assert_eq!(peak(&gap, 1), Ok(3));
    assert_eq!(peak(&[], 3), Ok(3));
    assert!(fits(&desks, span(50, 70), 3, &gap), "all of it in the gap");
    assert!(!fits(&desks, span(49, 70), 2, &gap));
    let stacked = [claim(1, &desks, span(0, 60), 1), claim(2, &desks, span(30, 90), 1)];
    assert_eq!(peak(&stacked, 1), Ok(3));
    assert_eq!(peak(&stacked, 2).unwrap_err().interval, Some(span(30, 60)));
}

/// T06: ten minutes after and ten before are ten between neighbours, and twenty if they stack.
#[test]
fn buffers_do_not_stack_unless_set() {
    let hall = room("hall", 1);
    let taken = [claim(1, &hall, span(0, 60), 1)];
    let fits = |from, to, policy: Policy| ask(&hall, &request(&hall, span(from, to), 1), &taken, &policy).is_ok();
    for (policy, gap) in [
        (minutes(10, 10, false), 10),
        (minutes(10, 10, true), 20),
        (minutes(15, 5, false), 15),
        (minutes(5, 15, true), 20),
        (minutes(0, 10, false), 10),
        (minutes(0, 0, true), 0),
        (minutes(-10, 0, true), 0),
    ] {
        assert!(fits(60 + gap, 120, policy), "{policy:?}");
        assert!(!fits(60 + gap - 1, 120, policy), "{policy:?}");
        assert!(fits(-60, -gap, policy), "{policy:?}");
        assert!(!fits(-60, 1 - gap, policy), "{policy:?}");
    }
}

/// T06: a role may be exempt from the buffer, and still not overlap.
#[test]
fn an_exempt_role_needs_no_buffer() {
    let hall = room("hall", 1);
    let taken = [claim(1, &hall, span(0, 60), 1)];
    let ask = |from| {
        let wanted = Request { buffer_exempt: true, ..request(&hall, span(from, 120), 1) };
        ask(&hall, &wanted, &taken, &minutes(10, 10, false))
    };
    assert!(ask(60).is_ok());
    assert!(ask(59).is_err());
}

/// T05 with T06: two neighbours on one unit, their buffer between them, do not count as two.
#[test]
fn buffers_between_neighbours_take_no_second_unit() {
    let desks = room("desks", 2);
    let pair = [claim(1, &desks, span(0, 60), 1), claim(2, &desks, span(70, 120), 1)];
    let wanted = request(&desks, span(0, 120), 1);
    assert_eq!(ask(&desks, &wanted, &pair, &minutes(10, 10, false)).unwrap().peak, 2);
    assert!(ask(&desks, &wanted, &pair, &minutes(10, 10, true)).is_err(), "ten minutes are too few when they stack");
}

/// T07: the whole blocks its parts and the parts the whole, at any depth; siblings are free.
#[test]
fn a_whole_and_its_parts_block_each_other() {
    let hall = room("hall", 1);
    let (east, west) = (hall.part(ResourceId::new("east"), 1), hall.part(ResourceId::new("west"), 1));
    let corner = east.part(ResourceId::new("corner"), 4);
    let family = [hall.clone(), east.clone(), west.clone(), corner.clone()];
    let blocked = |wanted: &Resource, taken: &Resource| {
        let existing = [claim(1, taken, span(0, 60), 1)];
        let answer = decide(&request(wanted, span(0, 60), 1), &family, &existing, &Policy::default(), at(NOW), &[]);
        answer.err().map(|blocked| blocked.resource)
    };
    let table = [
        (&east, &hall, true),
        (&hall, &east, true),
        (&corner, &hall, true),
        (&hall, &corner, true),
        (&corner, &east, true),
        (&east, &corner, true),
        (&east, &west, false),
        (&corner, &west, false),
        (&corner, &corner, false),
    ];
    for (wanted, taken, expected) in table {
        let named = expected.then(|| taken.id.clone());
        assert_eq!(blocked(wanted, taken), named, "{} while {} is taken", wanted.id, taken.id);
    }
    let existing = [claim(1, &east, span(0, 30), 1), claim(2, &west, span(20, 60), 1)];
    let answer = decide(&request(&hall, span(0, 60), 1), &family, &existing, &Policy::default(), at(NOW), &[]);
    let blocked = answer.unwrap_err();
    assert_eq!((blocked.claims, blocked.interval), (BTreeSet::from([id(1), id(2)]), Some(span(0, 60))));
    assert!([&hall, &east, &corner].iter().all(|member| member.root == hall.id));
}

#[test]
fn the_answer_says_what_is_in_the_way_and_when_it_is_free() {
    let hall = room("hall", 1);
    let existing = [
        claim(1, &hall, span(30, 60), 1),
        Claim { purpose: Purpose::Closure, ..claim(2, &hall, span(60, 90), 1) },
        claim(3, &hall, span(100, 130), 1),
        claim(4, &hall, span(200, 210), 1),
    ];
    let blocked = ask(&hall, &request(&hall, span(0, 120), 1), &existing, &Policy::default()).unwrap_err();
    let expected = Blocked {
        code: Code::Taken,
        resource: hall.id.clone(),
        claims: BTreeSet::from([id(1), id(2), id(3)]),
        purposes: BTreeSet::from([Purpose::Closure, Purpose::Booking]),
        interval: Some(span(30, 90)),
        free_from: Some(at(210)),
    };
    assert_eq!(blocked, expected);
    let short = ask(&hall, &request(&hall, span(50, 60), 1), &existing, &Policy::default()).unwrap_err();
    assert_eq!(short.free_from, Some(at(90)), "the gap of ten minutes is enough");
    let buffered = ask(&hall, &request(&hall, span(50, 60), 1), &existing, &minutes(5, 5, false)).unwrap_err();
    assert_eq!(buffered.free_from, Some(at(135)), "with five minutes around, it is not");
}

#[test]
fn nothing_is_free_after_what_never_ends() {
    let hall = room("hall", 1);
    let existing = [claim(1, &hall, span(30, 60), 1), claim(2, &hall, Interval::open(at(100)).unwrap(), 1)];
    let free_from =
        |interval| ask(&hall, &request(&hall, interval, 1), &existing, &Policy::default()).unwrap_err().free_from;
    assert_eq!(free_from(span(0, 41)), None);
    assert_eq!(free_from(span(0, 40)), Some(at(60)));
    assert_eq!(free_from(Interval::open(at(0)).unwrap()), None);
}

#[test]
fn an_open_request_comes_after_everything() {
    let hall = room("hall", 1);
    let existing = [claim(1, &hall, span(30, 60), 1), claim(2, &hall, span(1_000, 1_010), 1)];
    let blocked = ask(&hall, &request(&hall, Interval::open(at(0)).unwrap(), 1), &existing, &Policy::default());
    assert_eq!(blocked.unwrap_err().free_from, Some(at(1_010)));
    let last = [claim(1, &hall, span(0, 60), 1)];
    let wanted = request(&hall, Interval::new(at(0), Interval::OPEN_END - TimeDelta::minutes(30)).unwrap(), 1);
    assert_eq!(ask(&hall, &wanted, &last, &Policy::default()).unwrap_err().free_from, None, "past the end of time");
}

#[test]
fn no_units_are_refused() {
    let hall = room("hall", 1);
    let blocked = ask(&hall, &request(&hall, span(0, 60), 0), &[], &Policy::default()).unwrap_err();
    assert_eq!(blocked, Blocked::outright(Code::NoUnits, &hall.id));
}

#[test]
fn more_than_the_resource_has_is_refused() {
    let desks = room("desks", 3);
    let blocked = ask(&desks, &request(&desks, span(0, 60), 4), &[], &Policy::default()).unwrap_err();
    assert_eq!(blocked, Blocked::outright(Code::OverCapacity, &desks.id));
    let closed = room("closed", 0);
    assert_eq!(
        ask(&closed, &request(&closed, span(0, 60), 1), &[], &Policy::default()).unwrap_err().code,
        Code::OverCapacity
    );
}

#[test]
fn a_resource_outside_the_family_is_refused() {
    let (hall, other) = (room("hall", 1), room("other", 1));
    let blocked = ask(&other, &request(&hall, span(0, 60), 1), &[], &Policy::default()).unwrap_err();
    assert_eq!(blocked, Blocked::outright(Code::NotFound, &hall.id));
    assert_eq!(Refusal::from(blocked).nature, Nature::Missing);
}

/// A capacity that was cut below what is taken refuses more and never counts below zero.
#[test]
fn an_overfull_resource_takes_no_more() {
    let desks = room("desks", 1);
    let existing = [claim(1, &desks, span(0, 60), 4)];
    assert!(!fits(&desks, span(0, 60), 1, &existing));
    assert!(fits(&desks, span(60, 61), 1, &existing));
}

/// The claims stay inside: a refusal tells times and purposes, never whose claims they are.
#[test]
fn a_refusal_tells_nothing_of_the_holders() {
    let hall = room("hall", 1);
    let existing = [claim(7, &hall, span(30, 60), 1)];
    let refusal =
        Refusal::from(ask(&hall, &request(&hall, span(0, 60), 1), &existing, &Policy::default()).unwrap_err());
    let expected = json!({
        "resource": "hall",
        "from": at(30).to_rfc3339(),
        "to": at(60).to_rfc3339(),
        "free_from": at(60).to_rfc3339(),
        "purposes": ["booking"],
    });
    assert_eq!((refusal.nature, refusal.code), (Nature::State, Code::Taken));
    assert_eq!(serde_json::to_value(&refusal.values).unwrap(), expected);
    assert_eq!(Refusal::from(Blocked::outright(Code::NoUnits, &hall.id)).nature, Nature::Rule);
}

#[test]
fn a_space_is_a_resource_by_its_identifier() {
    let space = SpaceId::from_key(5);
    assert_eq!(ResourceId::from(space).as_str(), space.to_string());
    assert_eq!(serde_json::to_value(ResourceId::from(space)).unwrap(), json!(space.to_string()));
}
