//! The places of a residency that goes on longer: their next days are kept while it is not certain, and become part of
//! the terms once it is.

use std::collections::BTreeMap;

use domain::{
    access::Facts as Policy,
    allocation::{self, AllocationState, Place},
    day::{Day, DaySpan, Moment},
    id::{AllocationId, BaseId, OrganizationId, SpaceId},
    refusal::{Code, Refusal},
};

use super::{Held, Together, families, rules_of};
use crate::{fault::Fault, house::House, http::Caller, spaces::store::AllocationRow};

/// From when to when a residency goes on: the agreed last day, and the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Longer {
    /// The agreed last day.
    pub until: Day,
    /// The new one.
    pub last: Day,
}

impl Longer {
    /// Of the live terms of an organization the last one in each space: what it has there in the end.
    fn last_ones<'a>(rows: impl Iterator<Item = &'a AllocationRow>) -> Vec<&'a AllocationRow> {
        let mut last: BTreeMap<SpaceId, &AllocationRow> = BTreeMap::new();
        for row in rows.filter(|row| row.is_live()) {
            let known = last.entry(row.space.0).or_insert(row);
            if known.ends < row.ends {
                *known = row;
            }
        }
        last.into_values().collect()
    }

    /// Whether a term runs to the agreed end, and no further than it can be made longer.
    fn takes(&self, row: &AllocationRow) -> bool {
        row.is_live() && row.last.is_some_and(|last| self.until <= last.0 && last.0 < self.last)
    }
    /// Whether a term holds on the new last day without that.
    fn has(&self, row: &AllocationRow) -> bool {
        row.is_live() && row.first.0 <= self.last && row.last.is_none_or(|last| self.last <= last.0)
    }
}

impl Held {
    /// The spaces whose terms would be made longer; those of some terms, about to be called off, do not count.
    #[must_use]
    pub fn goes_on(&self, longer: Longer, dropped: &[AllocationId]) -> Vec<SpaceId> {
        let all = Longer::last_ones(self.terms.iter().filter(|row| !dropped.contains(&row.id.0)));
        let kept = self.terms.iter().filter(|row| dropped.contains(&row.id.0)).map(|row| row.space.0);
        let mut spaces: Vec<SpaceId> = all.iter().filter(|row| longer.takes(row)).map(|row| row.space.0).collect();
        // What was kept before is kept again, also where the term that it follows is over by now.
        spaces.extend(kept.filter(|space| all.iter().all(|row| row.space.0 != *space)));
        spaces
    }
    /// The spaces that it would have on the new last day: these, and those whose terms run on anyway.
    #[must_use]
    pub fn covers(&self, longer: Longer, dropped: &[AllocationId]) -> Vec<SpaceId> {
        let all = Longer::last_ones(self.terms.iter().filter(|row| !dropped.contains(&row.id.0)));
        let mut spaces = self.goes_on(longer, dropped);
        spaces.extend(all.iter().filter(|row| longer.has(row)).map(|row| row.space.0));
        spaces
    }
}

impl Together {
    /// Keeps the days after the agreed end for an organization, in each place that it has until then; some terms, about
    /// to be called off, do not stand in the way.
    ///
    /// # Errors
    /// `no_place_to_extend` when it has none; `taken` with what else would do, for the first place that is.
    pub async fn keep_on(
        house: &House,
        by: &Caller,
        (base, organization): (BaseId, OrganizationId),
        longer: Longer,
        dropped: &[AllocationId],
        at: Moment,
    ) -> Result<Self, Fault> {
        let all = Self::call_off(house, organization, dropped).await?;
        let (kept, own): (Vec<_>, Vec<_>) = all.live_in(base).into_iter().partition(|row| dropped.contains(&row.id.0));
        let own = Longer::last_ones(own.iter());
        let next = |row: &&AllocationRow| {
            let last = row.last.filter(|_| longer.takes(row))?;
            Some((row.space.0, DaySpan::new(last.0.plus(1), Some(longer.last)).ok()?))
        };
        let mut wanted: Vec<(SpaceId, DaySpan)> = own.iter().filter_map(next).collect();
        // What was kept before is kept again, also where the term that it follows is over by now.
        let alone = kept.iter().filter(|row| own.iter().all(|other| other.space != row.space));
        wanted.extend(alone.filter_map(|row| Some((row.space.0, DaySpan::new(row.first.0, Some(longer.last)).ok()?))));
        if wanted.is_empty() && !own.iter().any(|row| longer.has(row)) {
            return Err(Refusal::state(Code::NoPlaceToExtend).into());
        }
        all.reserve_each(house, by, organization, &wanted, at).await
    }

    /// Makes the days that were kept part of the terms that they follow. Where such a term has run out meanwhile, the
    /// days that were kept have begun, and the place is in use as it was. What follows nothing, since the place was given
    /// back or changed, stays a term of its own, to be handed over.
    ///
    /// # Errors
    /// `kept_place_gone` when one was called off; as [`allocation::extend`].
    pub async fn go_on(
        house: &House,
        organization: OrganizationId,
        kept: &[AllocationId],
        at: Moment,
    ) -> Result<Self, Fault> {
        let all = Self::nothing(house, organization).await?;
        let terms = &all.holder.terms;
        let gone = |row: &AllocationRow| kept.contains(&row.id.0) && row.state.0 == AllocationState::Cancelled;
        if terms.iter().any(gone) {
            return Err(Refusal::state(Code::KeptPlaceGone).into());
        }
        let follows = |next: &AllocationRow, row: &AllocationRow| {
            row.space == next.space && row.last.is_some_and(|last| last.0.plus(1) == next.first.0)
        };
        let named = |row: &&AllocationRow| kept.contains(&row.id.0) && row.state.0 == AllocationState::Reserved;
        let (mut pairs, mut begun): (Vec<(AllocationRow, AllocationRow)>, Vec<AllocationRow>) = Default::default();
        for next in terms.iter().filter(named) {
            let mut before = terms.iter().filter(|row| follows(next, row));
            if let Some(row) = before.clone().find(|row| row.is_live()) {
                pairs.push((next.clone(), row.clone()));
            } else if next.first.0 <= at.today() && before.any(|row| row.state.0 == AllocationState::Ended) {
                // Used without a break: nobody handed it back, and nobody hands it over.
                begun.push(next.clone());
            }
        }
        let both = pairs.iter().flat_map(|(next, row)| [next.clone(), row.clone()]);
        let rows = both.chain(begun.iter().cloned()).collect();
        let mut all = all.over(house, rows).await?;
        all.word = "allocation.extend";
        let spaces: Vec<SpaceId> = pairs.iter().map(|(next, _)| next.space.0).collect();
        let since = pairs.iter().map(|(next, _)| next.first.0).min().unwrap_or(at.today());
        all.families = families(house, &spaces, since).await?;
        for (next, row) in &pairs {
            let family = all.family(next.space.0)?;
            let rules = rules_of(house, row.base.0).await?;
            let claims = family.claims.iter().filter(|claim| claim.id != next.claim.0).cloned().collect();
            let facts = allocation::Facts {
                place: Place {
                    space: next.space.0,
                    // These days were promised already.
                    assignable: true,
                    family: family.resources.clone(),
                    claims,
                },
                organization_live: all.holder.row.live,
                rules: allocation::Rules { max_term_months: None, ..rules.rules },
            };
            let off = allocation::cancel(&next.allocation()?)?;
            let longer = allocation::extend(&facts, &row.allocation()?, next.last.map(|last| last.0), at)?;
            for change in [off, longer] {
                all.change.updated.extend(change.updated);
                all.change.claims.extend(change.claims);
                all.change.guards.extend(change.guards);
            }
        }
        for row in &begun {
            all.change.updated.extend(allocation::hand_over_in(&row.allocation()?, at)?.updated);
        }
        Ok(all)
    }

    /// What the policy asks of the organization.
    #[must_use]
    pub fn holder_facts(&self) -> Policy {
        self.holder.row.facts()
    }
}
