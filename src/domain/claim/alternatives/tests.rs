use chrono::TimeDelta;

use super::{
    super::tests::{at, claim, request, room, span},
    *,
};

fn candidate(name: &str, floor: &str, kind: &str, seats: u32, taken: &[Interval]) -> Candidate {
    let resource = room(name, 1);
    let claims = taken.iter().zip(1..).map(|(interval, key)| claim(key, &resource, *interval, 1)).collect();
    let attributes = Attributes { floor: Some(floor.into()), kind: Some(kind.into()), seats: Some(seats) };
    Candidate { id: resource.id.clone(), family: vec![resource], claims, attributes }
}
fn wish() -> Attributes {
    Attributes { floor: Some("two".into()), kind: Some("meeting".into()), seats: Some(8) }
}
fn offers(wanted: Interval, candidates: &[Candidate], policy: &Policy, limit: usize) -> Vec<Alternative> {
    alternatives(&request(&room("asked", 1), wanted, 1), &wish(), candidates, policy, at(-1_000), limit)
}
fn names(offers: &[Alternative]) -> Vec<&str> {
    offers.iter().map(|offer| offer.resource.as_str()).collect()
}

#[test]
fn offers_say_how_and_for_when() {
    let candidates = [
        candidate("free", "two", "hall", 8, &[]),
        candidate("until", "one", "meeting", 8, &[span(90, 100)]),
        candidate("later", "two", "meeting", 8, &[span(30, 70), span(80, 90)]),
        candidate("never", "two", "meeting", 8, &[Interval::open(at(0)).unwrap()]),
    ];
    let offer = |name: &str, availability, interval, likeness: &[Likeness]| Alternative {
        resource: ResourceId::new(name),
        availability,
        interval,
        likeness: likeness.to_vec(),
    };
    let expected = [
        offer("free", Availability::WholeTerm, span(60, 120), &[Likeness::SameFloor]),
        offer("until", Availability::Until, span(60, 90), &[Likeness::SameKind]),
        offer("later", Availability::Later, span(90, 150), &[Likeness::SameFloor, Likeness::SameKind]),
    ];
    assert_eq!(offers(span(60, 120), &candidates, &Policy::default(), 9), expected);
}

#[test]
fn likeness_ranks_equal_availability() {
    let candidates = [
        candidate("d", "one", "hall", 8, &[]),
        candidate("c", "two", "hall", 8, &[]),
        candidate("b", "one", "meeting", 8, &[]),
        candidate("a2", "two", "meeting", 20, &[]),
        candidate("a1", "two", "meeting", 9, &[]),
        candidate("a0", "two", "meeting", 9, &[]),
    ];
    let offers = |limit| offers(span(60, 120), &candidates, &Policy::default(), limit);
    assert_eq!(names(&offers(9)), ["a0", "a1", "a2", "b", "c", "d"]);
    assert_eq!(names(&offers(2)), ["a0", "a1"]);
    assert_eq!(offers(0), []);
}

#[test]
fn longer_and_earlier_rank_first() {
    let candidates = [
        candidate("until 80", "two", "meeting", 8, &[span(80, 200)]),
        candidate("until 90", "two", "meeting", 8, &[span(90, 200)]),
        candidate("from 90", "two", "meeting", 8, &[span(0, 90)]),
        candidate("from 80", "two", "meeting", 8, &[span(0, 80)]),
    ];
    let offers = offers(span(60, 120), &candidates, &Policy::default(), 9);
    assert_eq!(names(&offers), ["until 90", "until 80", "from 80", "from 90"]);
}

#[test]
fn too_few_seats_and_the_asked_one_are_no_alternative() {
    let candidates = [
        candidate("asked", "two", "meeting", 8, &[]),
        candidate("small", "two", "meeting", 7, &[]),
        candidate("enough", "two", "meeting", 8, &[]),
    ];
    assert_eq!(names(&offers(span(60, 120), &candidates, &Policy::default(), 9)), ["enough"]);
    let unknown = Candidate { attributes: Attributes::default(), ..candidates[1].clone() };
    let found = offers(span(60, 120), &[unknown], &Policy::default(), 9);
    assert_eq!((names(&found), found[0].likeness.len()), (vec!["small"], 0));
}

#[test]
fn offers_keep_the_buffer() {
    let policy = Policy { buffer_after: TimeDelta::minutes(10), ..Policy::default() };
    let candidates = [
        candidate("until", "two", "meeting", 8, &[span(100, 300)]),
        candidate("later", "two", "meeting", 8, &[span(50, 70)]),
        candidate("tail", "two", "meeting", 8, &[span(125, 130)]),
    ];
    let offers = offers(span(60, 120), &candidates, &policy, 9);
    let times: Vec<_> = offers.iter().map(|offer| (offer.resource.as_str(), offer.interval)).collect();
    assert_eq!(times, [("tail", span(60, 115)), ("until", span(60, 90)), ("later", span(80, 140))]);
}

#[test]
fn an_open_request_finds_an_open_offer() {
    let candidates = [candidate("later", "two", "meeting", 8, &[span(0, 70)])];
    let open = |from| Interval::open(at(from)).unwrap();
    assert_eq!(offers(open(60), &candidates, &Policy::default(), 9)[0].interval, open(70));
}
