use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{
    tests::{day, ids, morning, place, rules},
    *,
};
use crate::id::Id;

/// Four spaces, what is allocated in them and the claims on them, as a store would hold them.
#[derive(Default)]
struct House {
    rows: BTreeMap<AllocationId, Allocation>,
    claims: BTreeMap<ClaimId, Claim>,
}

impl House {
    fn place(&self, space: u128) -> Place {
        let empty = place(space);
        let there = self.claims.values().filter(|claim| claim.resource == empty.family[0].id);
        Place { claims: there.cloned().collect(), ..empty }
    }
    fn apply(&mut self, change: Change) {
        for row in change.created.into_iter().chain(change.updated) {
            self.rows.insert(row.id, row);
        }
        for step in change.claims {
            match step {
                ClaimChange::Create(claim) => {
                    assert!(self.claims.insert(claim.id, claim).is_none(), "a claim is born once")
                }
                ClaimChange::Resize { claim, interval } => self.claims.get_mut(&claim).unwrap().interval = interval,
                ClaimChange::Release { claim } => self.claims.get_mut(&claim).unwrap().state = ClaimState::Released,
            }
        }
    }
    fn check(&self, at: Moment) -> Result<(), TestCaseError> {
        let live: Vec<_> = self.claims.values().filter(|claim| claim.blocks(&Policy::default(), at.now)).collect();
        for (index, one) in live.iter().enumerate() {
            for other in &live[index + 1..] {
                let clash = one.resource == other.resource && one.interval.overlaps(other.interval);
                prop_assert!(!clash, "{one:?} and {other:?}");
            }
        }
        for row in self.rows.values() {
            let claim = &self.claims[&row.claim];
            prop_assert_eq!(claim.interval, row.term.to_interval(at.zone));
            prop_assert_eq!(&claim.resource, &ResourceId::from(row.space));
            prop_assert_eq!(claim.state == ClaimState::Released, row.state == AllocationState::Cancelled);
        }
        Ok(())
    }
}

proptest! {
    /// Whatever is tried in whatever order, no space is given twice and each row has its claim.
    #[test]
    fn any_walk_leaves_terms_and_claims_in_step(
        steps in prop::collection::vec((0u8..7, 0u128..4, any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0i64..60, 0i64..120), 1..60),
    ) {
        let mut house = House::default();
        let mut today = day("2026-11-23");
        for (number, (what, space, one, other, start, length)) in (1u128..).zip(steps) {
            let at = morning(&today.to_string());
            let known: Vec<_> = house.rows.values().cloned().collect();
            let pick = |index: prop::sample::Index| (!known.is_empty()).then(|| known[index.index(known.len())].clone());
            let facts = |space| Facts { place: house.place(space), organization_live: true, rules: rules() };
            let side = |allocation: Allocation| Side {
                place: house.place(allocation.space.key()),
                allocation,
                organization_live: true,
            };
            let answer = match (what, pick(one), pick(other)) {
                (1, Some(row), _) => hand_over_in(&row, at),
                (2, Some(row), _) => extend(&facts(row.space.key()), &row, row.term.to().map(|to| to.plus(length)), at),
                (3, Some(row), _) => give_back(&row, today, &rules(), at),
                (4, Some(row), _) => cancel(&row),
                (5, Some(row), _) => expire(&row, at),
                (6, Some(one), Some(other)) => {
                    let request = SwapRequest { day: today.plus(start / 10), first: ids(number), second: ids(number + 1_000) };
                    swap(&side(one), &side(other), &request, &rules(), at)
                }
                _ => {
                    let from = today.plus(start - 7);
                    let (organization, to) = (OrganizationId::from_key(number), Some(from.plus(length)));
                    assign(&facts(space), &AssignRequest { ids: ids(number), organization, from, to }, at)
                }
            };
            if let Ok(change) = answer {
                house.apply(change);
            }
            house.check(at)?;
            today = today.plus(start / 8);
        }
    }
}
