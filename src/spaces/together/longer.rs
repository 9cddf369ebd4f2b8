//! The places of a residency that goes on longer: their next days are kept while it is not certain, and become part of
//! the terms once it is.

use domain::{
    access::Facts as Policy,
    allocation::{self, AllocationState, Place},
    claim::ResourceId,
    day::{Day, DaySpan, Moment},
    id::{AllocationId, BaseId, OrganizationId, SpaceId},
    refusal::{Code, Refusal},
};

use super::{Held, Together, lines, rules_of};
use crate::{
    claims::{self, service::Family},
    fault::Fault,
    house::House,
    http::Caller,
    spaces::store::AllocationRow,
};

/// From when to when a residency goes on: the agreed last day, and the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Longer {
    /// The agreed last day.
    pub until: Day,
    /// The new one.
    pub last: Day,
}

impl Longer {
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
        let all = self.terms.iter().filter(|row| longer.takes(row) && !dropped.contains(&row.id.0));
        all.map(|row| row.space.0).collect()
    }
    /// The spaces that it would have on the new last day: these, and those whose terms run on anyway.
    #[must_use]
    pub fn covers(&self, longer: Longer, dropped: &[AllocationId]) -> Vec<SpaceId> {
        let on = |row: &&AllocationRow| longer.takes(row) || longer.has(row);
        let all = self.terms.iter().filter(on).filter(|row| !dropped.contains(&row.id.0));
        all.map(|row| row.space.0).collect()
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
        let own = all.live_in(base);
        let own: Vec<_> = own.iter().filter(|row| !dropped.contains(&row.id.0)).collect();
        let next = |row: &&&AllocationRow| {
            let last = row.last.filter(|_| longer.takes(row))?;
            Some((row.space.0, DaySpan::new(last.0.plus(1), Some(longer.last)).ok()?))
        };
        let wanted: Vec<(SpaceId, DaySpan)> = own.iter().filter_map(|row| next(&row)).collect();
        if wanted.is_empty() && !own.iter().any(|row| longer.has(row)) {
            return Err(Refusal::state(Code::NoPlaceToExtend).into());
        }
        all.reserve_each(house, by, organization, &wanted, at).await
    }

    /// Makes the days that were kept part of the terms that they follow. What follows nothing any more, since the place
    /// was given back or changed meanwhile, stays a term of its own.
    ///
    /// # Errors
    /// As [`allocation::extend`].
    pub async fn go_on(
        house: &House,
        organization: OrganizationId,
        kept: &[AllocationId],
        at: Moment,
    ) -> Result<Self, Fault> {
        let all = Self::nothing(house, organization).await?;
        let terms = &all.holder.terms;
        let follows = |next: &AllocationRow, row: &AllocationRow| {
            row.is_live() && row.space == next.space && row.last.is_some_and(|last| last.0.plus(1) == next.first.0)
        };
        let named = |row: &&AllocationRow| kept.contains(&row.id.0) && row.state.0 == AllocationState::Reserved;
        let pairs: Vec<(AllocationRow, AllocationRow)> = terms
            .iter()
            .filter(named)
            .filter_map(|next| Some((next.clone(), terms.iter().find(|row| follows(next, row))?.clone())))
            .collect();
        let rows = pairs.iter().flat_map(|(next, row)| [next.clone(), row.clone()]).collect();
        let mut all = all.over(house, rows).await?;
        all.word = "allocation.extend";
        let spaces: Vec<SpaceId> = pairs.iter().map(|(next, _)| next.space.0).collect();
        let since = pairs.iter().map(|(next, _)| next.first.0).min().unwrap_or(at.today());
        for root in lines(house, &spaces).await? {
            let after = since.starts_at(house.zone);
            let (members, found) =
                house.db.read((claims::store::family(&root), claims::store::claims(&root, after))).await?;
            all.families.push(Family::of(&root, members, found)?);
        }
        for (next, row) in &pairs {
            let resource: ResourceId = next.space.0.into();
            let member = |family: &&Family| family.resources.iter().any(|known| known.id == resource);
            let family = all.families.iter().find(member).ok_or_else(Refusal::missing)?;
            let space = all.spaces.iter().find(|space| space.id == next.space).ok_or_else(Refusal::missing)?;
            let rules = rules_of(house, row.base.0).await?;
            let claims = family.claims.iter().filter(|claim| claim.id != next.claim.0).cloned().collect();
            let facts = allocation::Facts {
                place: Place {
                    space: space.id.0,
                    assignable: space.assignable,
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
        Ok(all)
    }

    /// What the policy asks of the organization.
    #[must_use]
    pub fn holder_facts(&self) -> Policy {
        self.holder.row.facts()
    }
}
