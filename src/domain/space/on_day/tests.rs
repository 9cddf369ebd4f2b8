use proptest::prelude::*;

use super::*;
use crate::id::Id;

fn space(n: u128) -> SpaceId {
    SpaceId::from_key(n)
}
fn day(n: i64) -> Day {
    Day::new(2026, 11, 1).unwrap().plus(n)
}
fn span(from: i64, to: Option<i64>) -> DaySpan {
    DaySpan::new(day(from), to.map(day)).unwrap()
}
fn term(n: u128, of: u128, from: i64, to: Option<i64>, state: AllocationState) -> Term {
    Term { allocation: AllocationId::from_key(n), space: space(of), days: span(from, to), state }
}
fn standing(n: u128, whole: Option<u128>, assignable: bool) -> Standing {
    Standing { space: space(n), whole: whole.map(space), assignable }
}

/// A room 1 with the desks 2 and 3, an office 4, a meeting room 5.
fn floor() -> Vec<Standing> {
    vec![
        standing(1, None, true),
        standing(2, Some(1), true),
        standing(3, Some(1), true),
        standing(4, None, true),
        standing(5, None, false),
    ]
}

fn states(terms: &[Term], closures: &[Closed], on: i64) -> Vec<SpaceState> {
    on_day(&floor(), terms, closures, day(on)).into_iter().map(|one| one.state).collect()
}

#[test]
fn a_term_makes_its_space_occupied_from_its_first_to_its_last_day() {
    use SpaceState::{Free, Occupied, Shared};
    let terms = [term(1, 4, 3, Some(5), AllocationState::Occupied)];
    for (on, office) in [(2, Free), (3, Occupied), (5, Occupied), (6, Free)] {
        assert_eq!(states(&terms, &[], on), [Free, Free, Free, office, Shared], "{on}");
    }
}

#[test]
fn a_desk_given_away_takes_its_room_and_a_room_given_away_its_desks() {
    use SpaceState::{Free, Occupied, Reserved, Shared};
    let desk = [term(1, 2, 0, None, AllocationState::Reserved)];
    assert_eq!(states(&desk, &[], 1), [Reserved, Reserved, Free, Free, Shared]);
    let room = [term(1, 1, 0, None, AllocationState::Occupied)];
    assert_eq!(states(&room, &[], 1), [Occupied, Occupied, Occupied, Free, Shared]);
    let on = on_day(&floor(), &room, &[], day(1));
    assert_eq!(on[1].term, Some(AllocationId::from_key(1)), "the desk shows whose the room is");
}

#[test]
fn a_closed_room_closes_its_desks_and_a_closed_desk_not_its_room() {
    use SpaceState::{Closed as Shut, Free, Shared};
    let closed = |of| [Closed { closure: ClosureId::from_key(9), space: space(of), days: span(0, Some(3)) }];
    assert_eq!(states(&[], &closed(1), 3), [Shut, Shut, Shut, Free, Shared]);
    assert_eq!(states(&[], &closed(2), 3), [Free, Shut, Free, Free, Shared]);
    assert_eq!(states(&[], &closed(5), 3), [Free, Free, Free, Free, Shut]);
    assert_eq!(states(&[], &closed(1), 4), [Free, Free, Free, Free, Shared]);
}

#[test]
fn what_was_cancelled_is_nothing_and_what_comes_next_is_the_earliest() {
    let terms = [
        term(1, 4, 0, None, AllocationState::Cancelled),
        term(2, 4, 9, None, AllocationState::Reserved),
        term(3, 4, 5, Some(8), AllocationState::Reserved),
    ];
    let office = on_day(&floor(), &terms, &[], day(1))[3];
    let next = Some(AllocationId::from_key(3));
    assert_eq!(office, OnDay { state: SpaceState::Free, term: None, closure: None, next });
}

fn any_state() -> impl Strategy<Value = AllocationState> {
    prop::sample::select(AllocationState::ALL)
}

proptest! {
    /// The count of many days at once is the count of each day alone.
    #[test]
    fn many_days_at_once_agree_with_each_day_alone(
        terms in prop::collection::vec((1..6u128, -5..25i64, prop::option::of(0..15i64), any_state()), 0..12),
        shut in prop::collection::vec((1..6u128, -5..25i64, prop::option::of(0..15i64)), 0..4),
    ) {
        let terms: Vec<Term> = terms.into_iter().zip(1..)
            .map(|((of, from, long, state), n)| term(n, of, from, long.map(|long| from + long), state)).collect();
        let closures: Vec<Closed> = shut.into_iter().zip(1..)
            .map(|((of, from, long), n)| Closed {
                closure: ClosureId::from_key(n), space: space(of), days: span(from, long.map(|long| from + long)),
            }).collect();
        let many = tallies(&floor(), &terms, &closures, day(0), 20);
        for (at, tallied) in (0..).zip(&many) {
            let states = on_day(&floor(), &terms, &closures, day(at));
            prop_assert_eq!(*tallied, tally(&floor(), &states), "day {}", at);
            prop_assert_eq!(tallied.free() + tallied.occupied + tallied.reserved + tallied.closed, tallied.assignable);
        }
    }
}
