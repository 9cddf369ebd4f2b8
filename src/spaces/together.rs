//! The places of a residency: several spaces of one organization reserved, called off, handed over or given back
//! within one transaction, together with what else is decided there.
//!
//! ```text
//! Together::reserve / call_off / hand_over / give_back   what is to be written of the terms, decided
//!   → writing()                                           the transaction, to which the caller adds its own rows
//!   → commit()
//! ```

use domain::{
    allocation::{self, AllocationState, AssignRequest, Change, NewIds, Place},
    claim::{Purpose, ResourceId},
    code::Code,
    day::{Day, DaySpan, Moment},
    id::{AllocationId, BaseId, OrganizationId, SpaceId},
    refusal::{FieldFault, Refusal},
    space::{HandoverKind, handover::Record},
};

use super::{
    handovers,
    refused::{Asked, explained},
    rules::rules_of,
    store::{self, AllocationRow, SpaceRow},
    store_terms,
    writing::{Holder, Writing},
};
use crate::{
    claims::{
        self,
        service::{Family, roots},
    },
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
};

mod longer;
pub use longer::Longer;

/// What is to be written of the terms of an organization in a base.
#[derive(Debug)]
pub struct Together {
    families: Vec<Family>,
    holder: Holder,
    spaces: Vec<SpaceRow>,
    before: Vec<AllocationRow>,
    change: Change,
    /// What is done with terms that go on or end; what is called off is told as such.
    word: &'static str,
    record: Option<(HandoverKind, Record)>,
    /// Terms that ended by themselves, whose hand-back is recorded now.
    ended: Vec<AllocationRow>,
}

/// The roots of some spaces, each once: in whose line the decision waits.
///
/// # Errors
/// `not_found` when one of them is not there.
pub async fn lines(house: &House, spaces: &[SpaceId]) -> Result<Vec<ResourceId>, Fault> {
    let resources: Vec<ResourceId> = spaces.iter().map(|id| (*id).into()).collect();
    let mut all = roots(&house.db, &resources).await?;
    all.sort();
    all.dedup();
    Ok(all)
}

/// The spaces among these that are not of a base, by their place in the list.
///
/// # Errors
/// What the database says.
pub async fn foreign(house: &House, base: BaseId, spaces: &[SpaceId]) -> Result<Vec<FieldFault>, Fault> {
    let known = house.db.read(store::spaces_of(spaces)).await?;
    let fault = |(n, id): (usize, &SpaceId)| {
        let path = format!("spaces[{n}]");
        let here = known.iter().any(|row| row.id.0 == *id && row.base.0 == base);
        if !here {
            Some(FieldFault::new(path, Code::NotFound))
        } else {
            spaces.iter().take(n).any(|other| other == id).then(|| FieldFault::new(path, Code::AlreadyUsed))
        }
    };
    Ok(spaces.iter().enumerate().filter_map(fault).collect())
}

/// Whether the days of a term hold a day.
fn runs(row: &AllocationRow, day: Day) -> bool {
    row.first.0 <= day && row.last.is_none_or(|last| day <= last.0)
}

/// The roots of some spaces with their claims since a day.
async fn families(house: &House, spaces: &[SpaceId], since: Day) -> Result<Vec<Family>, Fault> {
    let after = since.starts_at(house.zone);
    let mut all = Vec::new();
    for root in lines(house, spaces).await? {
        let (members, found) =
            house.db.read((claims::store::family(&root), claims::store::claims(&root, after))).await?;
        all.push(Family::of(&root, members, found)?);
    }
    Ok(all)
}

/// What an organization has in a base, read once for all that is asked of it.
#[derive(Debug)]
pub struct Held {
    terms: Vec<AllocationRow>,
    base: BaseId,
}

impl Held {
    /// Reads it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(house: &House, base: BaseId, organization: OrganizationId) -> Result<Self, Fault> {
        let mut terms = house.db.read(store_terms::terms_of_organization(organization)).await?;
        terms.retain(|row| row.base.0 == base);
        Ok(Self { terms, base })
    }

    /// Terms that run, or will.
    pub fn live(&self) -> impl Iterator<Item = &AllocationRow> {
        self.terms.iter().filter(|row| row.is_live())
    }

    /// The rooms and desks that it has on a day, had, or will have.
    #[must_use]
    pub fn spaces_on(&self, day: Day) -> Vec<SpaceId> {
        let held = self.terms.iter().filter(|row| row.state.0 != AllocationState::Cancelled);
        held.filter(|row| runs(row, day)).map(|row| row.space.0).collect()
    }

    /// Whether it has a place on a day, or gets one by moving in on that day.
    #[must_use]
    pub fn has_place(&self, day: Day) -> bool {
        self.live().any(|row| runs(row, day))
    }

    /// Whether moving in on a day hands something over that a record is of.
    #[must_use]
    pub fn hands_over(&self, day: Day) -> bool {
        self.live().any(|row| row.state.0 == AllocationState::Reserved && runs(row, day))
    }

    /// Whether something comes back, of terms since a day, that a record is of.
    ///
    /// # Errors
    /// What the database says.
    pub async fn hands_back(&self, house: &House, since: Day) -> Result<bool, Fault> {
        let used = self.live().any(|row| row.state.0 == AllocationState::Occupied);
        Ok(used || !unrecorded(house, &self.terms, self.base, since).await?.is_empty())
    }
}

/// Terms in a base that ended since a day, and of which nobody has written that they came back.
async fn unrecorded(
    house: &House,
    terms: &[AllocationRow],
    base: BaseId,
    since: Day,
) -> Result<Vec<AllocationRow>, Fault> {
    let over = |row: &&AllocationRow| {
        row.base.0 == base && row.state.0 == AllocationState::Ended && row.last.is_some_and(|day| since <= day.0)
    };
    let ended: Vec<AllocationRow> = terms.iter().filter(over).cloned().collect();
    let ids: Vec<AllocationId> = ended.iter().map(|row| row.id.0).collect();
    let written = house.db.read(store_terms::handovers(&ids)).await?;
    let back =
        |row: &AllocationRow| written.iter().any(|of| of.allocation == row.id && of.kind == HandoverKind::Out.as_str());
    Ok(ended.into_iter().filter(|row| !back(row)).collect())
}

/// A record is there when there is something to hand over, and only then.
fn fits(record: Option<&Record>, something: bool) -> Result<(), Refusal> {
    match record {
        None if something => Err(Refusal::field("handover", Code::Required)),
        Some(_) if !something => Err(Refusal::field("handover", Code::NothingToHandOver)),
        _ => Ok(()),
    }
}

/// An organization as far as terms need it, with its terms.
///
/// # Errors
/// `not_found`.
async fn holder(house: &House, id: OrganizationId) -> Result<Holder, Fault> {
    let reads = (store_terms::holders(&[id]), store_terms::terms_of_organization(id));
    let (rows, terms) = house.db.read(reads).await?;
    Ok(Holder { row: rows.into_iter().next().ok_or_else(Refusal::missing)?, terms })
}

impl Together {
    /// Nothing is done with any space.
    ///
    /// # Errors
    /// `not_found` when there is no such organization.
    pub async fn nothing(house: &House, organization: OrganizationId) -> Result<Self, Fault> {
        Ok(Self::of(holder(house, organization).await?))
    }

    fn of(holder: Holder) -> Self {
        Self {
            families: Vec::new(),
            holder,
            spaces: Vec::new(),
            before: Vec::new(),
            change: Change::default(),
            word: "allocation.hand_over_in",
            record: None,
            ended: Vec::new(),
        }
    }

    /// Reserves spaces of one base for a term; some terms, about to be called off, do not stand in the way.
    ///
    /// # Errors
    /// As [`allocation::assign`]; `taken` with what else would do, for the first space that is.
    pub async fn reserve(
        house: &House,
        by: &Caller,
        (organization, spaces): (OrganizationId, &[SpaceId]),
        term: DaySpan,
        dropped: &[AllocationId],
        at: Moment,
    ) -> Result<Self, Fault> {
        let all = Self::call_off(house, organization, dropped).await?;
        let wanted: Vec<(SpaceId, DaySpan)> = spaces.iter().map(|id| (*id, term)).collect();
        all.reserve_each(house, by, organization, &wanted, at).await
    }

    /// Reserves each of some spaces for its own term.
    async fn reserve_each(
        mut self,
        house: &House,
        by: &Caller,
        organization: OrganizationId,
        wanted: &[(SpaceId, DaySpan)],
        at: Moment,
    ) -> Result<Self, Fault> {
        let spaces: Vec<SpaceId> = wanted.iter().map(|(id, _)| *id).collect();
        let since = wanted.iter().map(|(_, term)| term.from()).min().unwrap_or(at.today());
        self.families = families(house, &spaces, since).await?;
        // After the guards: who closes a space for terms moves its guard on.
        let rows = house.db.read(store::spaces_of(&spaces)).await?;
        let released: Vec<_> = self.before.iter().map(|row| row.claim.0).collect();
        let mut taken = Vec::new();
        for (id, term) in wanted {
            let space = rows.iter().find(|row| row.id.0 == *id).ok_or_else(Refusal::missing)?;
            let rules = rules_of(house, space.base.0).await?;
            let family = self.family(*id)?;
            let known = family.claims.iter().chain(&taken).filter(|claim| !released.contains(&claim.id));
            let facts = allocation::Facts {
                place: Place {
                    space: *id,
                    assignable: space.assignable,
                    family: family.resources.clone(),
                    claims: known.cloned().collect(),
                },
                organization_live: self.holder.row.live,
                // How long a residency may be has been decided; the limit of single terms is another rule.
                rules: allocation::Rules { max_term_months: None, ..rules.rules },
            };
            let ids = NewIds { allocation: house.chance.id(at.now), claim: house.chance.id(at.now) };
            let request = AssignRequest { ids, organization, from: term.from(), to: term.to() };
            match allocation::assign(&facts, &request, at) {
                Ok(change) => {
                    taken.extend(change.claims.iter().filter_map(|change| match change {
                        allocation::ClaimChange::Create(claim) => Some(claim.clone()),
                        _ => None,
                    }));
                    self.change.created.extend(change.created);
                    self.change.claims.extend(change.claims);
                    self.change.guards.extend(change.guards);
                }
                Err(refusal) => {
                    let asked = Asked {
                        space,
                        family,
                        days: *term,
                        holder: organization.to_string(),
                        purpose: Purpose::Term,
                        own: None,
                        offer: true,
                        rules: &rules,
                        at,
                    };
                    return Err(explained(house, by, &asked, refusal).await?.into());
                }
            }
        }
        self.spaces.extend(rows);
        Ok(self)
    }

    /// The family that a space belongs to, of those that were read.
    fn family(&self, space: SpaceId) -> Result<&Family, Refusal> {
        let resource: ResourceId = space.into();
        let member = |family: &&Family| family.resources.iter().any(|known| known.id == resource);
        self.families.iter().find(member).ok_or_else(Refusal::missing)
    }

    /// The live terms of the organization in a base.
    fn live_in(&self, base: BaseId) -> Vec<AllocationRow> {
        self.holder.terms.iter().filter(|row| row.base.0 == base && row.is_live()).cloned().collect()
    }

    /// Over some terms of those that the organization was read with: what is decided on them holds only while that
    /// reading does.
    async fn over(self, house: &House, rows: Vec<AllocationRow>) -> Result<Self, Fault> {
        let spaces: Vec<SpaceId> = rows.iter().chain(&self.ended).map(|row| row.space.0).collect();
        let spaces = house.db.read(store::spaces_of(&spaces)).await?;
        Ok(Self { spaces, before: rows, ..self })
    }

    /// Calls off those of some terms that are reserved still.
    ///
    /// # Errors
    /// `place_handed_over` when one of them is in use.
    pub async fn call_off(house: &House, organization: OrganizationId, terms: &[AllocationId]) -> Result<Self, Fault> {
        let all = Self::nothing(house, organization).await?;
        let of = |state| {
            let named = |row: &&AllocationRow| terms.contains(&row.id.0) && row.state.0 == state;
            all.holder.terms.iter().filter(named).cloned().collect::<Vec<_>>()
        };
        if let Some(used) = of(AllocationState::Occupied).first() {
            let space = store::find_space(&house.db, used.space.0).await?;
            let code = space.map_or_else(String::new, |space| space.code);
            return Err(Refusal::state(Code::PlaceHandedOver).with("place", code).into());
        }
        let rows = of(AllocationState::Reserved);
        let mut all = all.over(house, rows).await?;
        for row in &all.before {
            let change = allocation::cancel(&row.allocation()?)?;
            all.change.updated.extend(change.updated);
            all.change.claims.extend(change.claims);
        }
        Ok(all)
    }

    /// Hands over what the organization has in a base from today on and has not got yet, by one record.
    ///
    /// # Errors
    /// `places_called_off` when it has nothing there today; a record that is missing, or that is of nothing.
    pub async fn hand_over(
        house: &House,
        (base, organization): (BaseId, OrganizationId),
        record: Option<Record>,
        at: Moment,
    ) -> Result<Self, Fault> {
        let all = Self::nothing(house, organization).await?;
        // What begins later, or was reserved once and is over, is another matter.
        let live: Vec<AllocationRow> = all.live_in(base).into_iter().filter(|row| runs(row, at.today())).collect();
        if live.is_empty() {
            return Err(Refusal::state(Code::PlacesCalledOff).into());
        }
        let reserved: Vec<_> = live.into_iter().filter(|row| row.state.0 == AllocationState::Reserved).collect();
        fits(record.as_ref(), !reserved.is_empty())?;
        let mut all = all.over(house, reserved).await?;
        for row in &all.before {
            all.change.updated.extend(allocation::hand_over_in(&row.allocation()?, at)?.updated);
        }
        all.record = record.map(|record| (HandoverKind::In, record));
        Ok(all)
    }

    /// Gives back all that the organization has in a base, with the last day of use, and calls off what it has not
    /// got yet: afterwards no claim of it lies there in the future. The record is of that too which has run out by
    /// itself since a day, and of which nobody has written yet that it came back.
    ///
    /// # Errors
    /// As [`allocation::give_back`]; a record that is missing, or that is of nothing.
    pub async fn give_back(
        house: &House,
        (base, organization): (BaseId, OrganizationId),
        (since, last): (Day, Day),
        record: Option<Record>,
        at: Moment,
    ) -> Result<Self, Fault> {
        let mut all = Self::nothing(house, organization).await?;
        let live = all.live_in(base);
        all.ended = unrecorded(house, &all.holder.terms, base, since).await?;
        let used = live.iter().any(|row| row.state.0 == AllocationState::Occupied) || !all.ended.is_empty();
        fits(record.as_ref(), used)?;
        let mut all = all.over(house, live).await?;
        all.word = "allocation.give_back";
        let rules = rules_of(house, base).await?.rules;
        for row in &all.before {
            let of = row.allocation()?;
            let change = if row.state.0 == AllocationState::Reserved {
                allocation::cancel(&of)?
            } else {
                // A residency that is closed late ended long ago; of the room's term only what the rules let be
                // entered afterwards is taken back.
                let earliest = at.today().plus(-i64::from(rules.max_days_back));
                let latest = of.term.to().map_or(at.today(), |to| to.min(at.today()));
                let last = last.max(of.term.from()).max(earliest).min(latest);
                allocation::give_back(&of, last, &rules, at)?
            };
            all.change.updated.extend(change.updated);
            all.change.claims.extend(change.claims);
        }
        all.record = record.map(|record| (HandoverKind::Out, record));
        Ok(all)
    }

    /// Notes that the organization is, or is no longer, resident in a base.
    pub fn stays(&mut self, base: BaseId, is: bool) {
        self.holder.stays(base, is);
    }

    /// The organization has not been dissolved.
    #[must_use]
    pub fn holder_live(&self) -> bool {
        self.holder.row.live
    }

    /// The spaces of what is new.
    pub fn new_spaces(&self) -> impl Iterator<Item = &SpaceRow> {
        self.change.created.iter().filter_map(|born| self.spaces.iter().find(|row| row.id.0 == born.space))
    }

    /// The terms that are new.
    #[must_use]
    pub fn new_terms(&self) -> Vec<AllocationId> {
        self.change.created.iter().map(|born| born.id).collect()
    }

    /// Sends it with what else is decided; `also` adds that to the transaction.
    ///
    /// # Errors
    /// A record that is wrong, below `handover`; a conflict when something is no longer as it was read.
    pub async fn commit(
        &self,
        house: &House,
        acting: &Acting,
        reason: Option<&str>,
        at: Moment,
        also: impl FnOnce(&mut crate::db::Tx) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let families = self.families.iter().collect();
        let mut writing = Writing::new(house, acting, families, vec![self.holder.clone()]);
        let (spaces, before): (Vec<_>, Vec<_>) = (self.spaces.iter().collect(), self.before.iter().collect());
        let created = writing.born(&self.change, &spaces, |_| {});
        let mut updated =
            writing.changed(&self.change, &before, |row| row.reason = reason.map(str::to_owned).or(row.reason.take()));
        if let Some((kind, record)) = &self.record {
            for row in updated.iter().chain(&self.ended).filter(|row| row.state.0 != AllocationState::Cancelled) {
                handovers::prepare(house, &mut writing.tx, row, *kind, record, at, acting)?;
            }
        }
        let off: Vec<_> = updated.extract_if(.., |row| row.state.0 == AllocationState::Cancelled).collect();
        writing.journal(&off, &before, "allocation.cancel", &spaces);
        writing.journal(&updated, &before, self.word, &spaces);
        writing.journal(&created, &[], "allocation.assign", &spaces);
        also(&mut writing.tx)?;
        updated.extend(off);
        writing.commit(&self.change, created, updated).await
    }
}
