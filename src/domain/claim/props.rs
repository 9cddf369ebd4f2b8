use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{
    tests::{at, claim, id, request, room, span},
    *,
};

/// All claims of the models lie within so many minutes.
const HORIZON: i64 = 120;

fn spans() -> impl Strategy<Value = Interval> {
    (0..HORIZON - 1, 1i64..40).prop_map(|(from, length)| span(from, (from + length).min(HORIZON)))
}

/// A hall with two parts and a corner in the first; capacities as given.
fn family(capacity: u32) -> [Resource; 4] {
    let hall = room("hall", capacity);
    let (east, west) = (hall.part(ResourceId::new("east"), capacity), hall.part(ResourceId::new("west"), capacity));
    let corner = east.part(ResourceId::new("corner"), capacity);
    [hall, east, west, corner]
}

/// What the minute array says: units in use of the resource, a related claim taking all of it.
fn used(wanted: &Resource, family: &[Resource], claims: &[&Claim], minute: i64) -> u32 {
    let of = |id: &ResourceId| family.iter().find(|member| member.id == *id).unwrap();
    let there = claims.iter().filter(|claim| claim.interval.from() <= at(minute) && at(minute) < claim.interval.to());
    let weights = there.map(|claim| {
        let taken = of(&claim.resource);
        match () {
            () if taken.id == wanted.id => claim.units,
            () if taken.ancestors.contains(&wanted.id) || wanted.ancestors.contains(&taken.id) => wanted.capacity,
            () => 0,
        }
    });
    weights.sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// The decision and `free_from` against one counter per minute.
    #[test]
    fn the_decision_is_that_of_the_minute_array(
        capacity in 1u32..4,
        taken in prop::collection::vec((0usize..4, spans(), 1u32..3, any::<bool>()), 0..9),
        (wanted, interval, units) in (0usize..4, spans(), 1u32..4),
    ) {
        prop_assume!(units <= capacity);
        let family = family(capacity);
        let state = |live| if live { ClaimState::Active } else { ClaimState::Released };
        let claims: Vec<Claim> = taken.iter().zip(1..).map(|((member, interval, units, live), key)| {
            Claim { state: state(*live), ..claim(key, &family[*member], *interval, *units) }
        }).collect();
        let live: Vec<&Claim> = claims.iter().filter(|claim| claim.state == ClaimState::Active).collect();
        let wanted = &family[wanted];
        let (from, to) = ((interval.from() - at(0)).num_minutes(), (interval.to() - at(0)).num_minutes());
        let used = |minute| used(wanted, &family, &live, minute);
        let fits = |start: i64| (start..start + to - from).all(|minute| used(minute) + units <= capacity);
        let answer = decide(&request(wanted, interval, units), &family, &claims, &Policy::default(), at(-1), &[]);
        match answer {
            Ok(grant) => {
                prop_assert!(fits(from));
                prop_assert_eq!(Some(grant.peak), (from..to).map(|minute| used(minute) + units).max());
            }
            Err(blocked) => {
                prop_assert!(!fits(from));
                let first = (from..to).find(|minute| used(*minute) + units > capacity).unwrap();
                let after = (first..to).find(|minute| used(*minute) + units <= capacity).unwrap_or(to);
                prop_assert_eq!(blocked.interval, Some(span(first, after)));
                prop_assert_eq!(blocked.free_from, (from..=HORIZON).find(|start| fits(*start)).map(at));
            }
        }
    }

    /// Buffers with several units against dealing out the units one by one.
    #[test]
    fn buffers_are_those_of_a_deal_to_single_units(
        capacity in 1u32..4,
        gap in 0i64..15,
        taken in prop::collection::vec(spans(), 0..6),
        interval in spans(),
    ) {
        let apart = |a: &Interval, b: &Interval| {
            a.to() + TimeDelta::minutes(gap) <= b.from() || b.to() + TimeDelta::minutes(gap) <= a.from()
        };
        // Every claim in every unit in turn: slow, and nothing like a sweep.
        fn deal(rest: &[Interval], units: &mut [Vec<Interval>], apart: &dyn Fn(&Interval, &Interval) -> bool) -> bool {
            let Some((first, rest)) = rest.split_first() else { return true };
            (0..units.len()).any(|unit| {
                let free = units[unit].iter().all(|other| apart(first, other));
                free && {
                    units[unit].push(*first);
                    let dealt = deal(rest, units, apart);
                    units[unit].pop();
                    dealt
                }
            })
        }
        let dealt = |all: &[Interval]| deal(all, &mut vec![Vec::new(); capacity as usize], &apart);
        prop_assume!(dealt(&taken));
        let desks = room("desks", capacity);
        let claims: Vec<Claim> = taken.iter().zip(1..).map(|(at, key)| claim(key, &desks, *at, 1)).collect();
        let policy = Policy { buffer_after: TimeDelta::minutes(gap), ..Policy::default() };
        let wanted = request(&desks, interval, 1);
        let answer = decide(&wanted, std::slice::from_ref(&desks), &claims, &policy, at(-1), &[]);
        let all: Vec<Interval> = taken.iter().chain([&interval]).copied().collect();
        prop_assert_eq!(answer.is_ok(), dealt(&all));
    }
}

/// One of the operations that people do all day, from a fixed sequence of numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // Knuth's constants; the upper bits, since the lower ones repeat early.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
    fn minutes(&mut self) -> (i64, i64) {
        let from = self.roll(HORIZON as u64 - 1) as i64;
        (from, (from + 1 + self.roll(30) as i64).min(HORIZON))
    }
}

/// The model: for each claim its resource, minutes, units and until when it is held.
type Model = BTreeMap<u128, (usize, (i64, i64), u32, Option<i64>)>;

/// T29: ten thousand operations against the model, every answer and every state compared.
#[test]
fn ten_thousand_operations_agree_with_the_model() {
    let family = family(3);
    let related =
        |a: usize, b: usize| family[a].ancestors.contains(&family[b].id) || family[b].ancestors.contains(&family[a].id);
    let (mut model, mut claims) = (Model::new(), BTreeMap::<u128, Claim>::new());
    let (mut dice, mut granted, mut refused) = (Dice(29), 0, 0);
    for step in 0..10_000u32 {
        let now = i64::from(step);
        let key = u128::from(step) + 1;
        let held = |until: Option<i64>| until.is_none_or(|until| now < until);
        let old = model.keys().nth(dice.roll(model.len().max(1) as u64) as usize).copied();
        let what = dice.roll(10);
        match (what, old) {
            (0..=2, Some(old)) => {
                model.remove(&old);
                claims.get_mut(&old).unwrap().state = ClaimState::Released;
            }
            (3, Some(old)) => {
                // Taking up what was held; too late when it has run out.
                let entry = model.get_mut(&old).unwrap();
                if held(entry.3) {
                    entry.3 = None;
                    claims.get_mut(&old).unwrap().state = ClaimState::Active;
                }
            }
            _ => {
                // A new claim, or in two of ten cases a new time for an old one.
                let edited = old.filter(|_| what < 6);
                let member = edited.map_or_else(|| dice.roll(4) as usize, |old| model[&old].0);
                let units = edited.map_or_else(|| 1 + dice.roll(3) as u32, |old| model[&old].2);
                let (from, to) = dice.minutes();
                let until = (edited.is_none() && dice.roll(4) == 0).then(|| now + 1 + dice.roll(50) as i64);
                let mut minutes = [0; HORIZON as usize];
                for (other, (owner, (from, to), units, until)) in &model {
                    if Some(*other) == edited || !held(*until) {
                        continue;
                    }
                    let weight = if *owner == member { *units } else { 3 * u32::from(related(*owner, member)) };
                    minutes[*from as usize..*to as usize].iter_mut().for_each(|minute| *minute += weight);
                }
                let expected = minutes[from as usize..to as usize].iter().all(|used| used + units <= 3);
                let wanted = request(&family[member], span(from, to), units);
                let existing: Vec<Claim> = claims.values().cloned().collect();
                let excluding: Vec<ClaimId> = edited.into_iter().map(id).collect();
                let answer = decide(&wanted, &family, &existing, &Policy::default(), at(now), &excluding);
                assert_eq!(answer.is_ok(), expected, "step {step}");
                if expected {
                    granted += 1;
                    let state = until.map_or(ClaimState::Active, |until| ClaimState::Held { until: at(until) });
                    let key = edited.unwrap_or(key);
                    model.insert(key, (member, (from, to), units, until));
                    claims.insert(key, wanted.claim(id(key), state));
                } else {
                    refused += 1;
                }
            }
        }
        model.retain(|_, (_, _, _, until)| held(*until));
        let live = claims.values().filter(|claim| claim.blocks(&Policy::default(), at(now))).map(|claim| claim.id);
        assert_eq!(live.collect::<Vec<_>>(), model.keys().map(|key| id(*key)).collect::<Vec<_>>(), "step {step}");
        if claims.len() > 200 {
            // Old history only slows the test down.
            claims.retain(|key, _| model.contains_key(key));
        }
    }
    assert!(granted > 1_000 && refused > 1_000, "both answers are tried: {granted} granted, {refused} refused");
}
