//! The verbs of allocations: assign, extend, give back, cancel, hand over, swap, and the end of a
//! term that has run out.
//!
//! Each reads what the rule needs, decides, and writes rows, claims, guards, hand-over record, what
//! the terms make of the organizations, and the journal in one transaction.

use super::{
    handovers,
    refused::{Asked, explained},
    rules::{TermRules, rules_of},
    store::{self, AllocationRow, SpaceRow},
    store_terms,
    writing::{Holder, Writing},
};
use crate::{
    claims::{
        self,
        service::{Family, deciding, roots},
    },
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
};
use domain::{
    access::{Action, Facts},
    allocation::{self, AssignRequest},
    allocation::{NewIds, Place, Side, SwapRequest},
    claim::{Purpose, ResourceId},
    day::{Day, DaySpan, Moment},
    id::{AllocationId, OrganizationId, SpaceId},
    refusal::{Code, FieldFault, Refusal},
    space::{HandoverKind, handover::Record},
};

/// Notes and reasons.
const MAX_NOTE: usize = 500;

/// A space to be given, with all that the rules need of it.
#[derive(Debug)]
struct Ground {
    space: SpaceRow,
    family: Family,
    rules: TermRules,
}

impl Ground {
    async fn read(house: &House, space: SpaceId, root: &ResourceId, after: Day) -> Result<Self, Fault> {
        let claims = claims::store::claims(root, after.starts_at(house.zone));
        let reads = (store::spaces_of(&[space]), claims::store::family(root), claims);
        let (spaces, members, claims) = house.db.read(reads).await?;
        let space = spaces.into_iter().next().ok_or_else(Refusal::missing)?;
        let rules = rules_of(house, space.base.0).await?;
        Ok(Self { space, family: Family::of(root, members, claims)?, rules })
    }

    fn place(&self) -> Place {
        Place {
            space: self.space.id.0,
            assignable: self.space.assignable,
            family: self.family.resources.clone(),
            claims: self.family.claims.clone(),
        }
    }
}

fn moment(house: &House, by: &Acting) -> Moment {
    Moment { now: by.at, zone: house.zone }
}

fn facts(row: &AllocationRow) -> Facts {
    Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) }
}

/// An allocation within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: AllocationId) -> Result<AllocationRow, Fault> {
    let row = store_terms::find_allocation(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::AllocationsRead, Action::AllocationsRead, &facts(&row))?;
    Ok(row)
}

async fn managed(house: &House, by: &Caller, id: AllocationId, action: Action) -> Result<AllocationRow, Fault> {
    let row = store_terms::find_allocation(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(action, Action::AllocationsRead, &facts(&row))?;
    Ok(row)
}

async fn holder(house: &House, id: OrganizationId) -> Result<Holder, Fault> {
    let reads = (store_terms::holders(&[id]), store_terms::terms_of_organization(id));
    let (rows, terms) = house.db.read(reads).await?;
    Ok(Holder { row: rows.into_iter().next().ok_or_else(Refusal::missing)?, terms })
}

/// A note or a reason: trimmed; nothing when empty.
fn words(path: &str, text: Option<&str>) -> Result<Option<String>, Refusal> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) if text.chars().count() > MAX_NOTE => {
            Err(Refusal::fields(vec![FieldFault::new(path, Code::TooLong).with("max", MAX_NOTE)]))
        }
        text => Ok(text.map(str::to_owned)),
    }
}

/// What [`assign`] is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assign {
    /// Which space.
    pub space: SpaceId,
    /// To whom.
    pub organization: OrganizationId,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
    /// Note.
    pub note: Option<String>,
}

/// Gives a space to an organization for a term.
///
/// # Errors
/// As [`allocation::assign`]; `not_found` for what the caller may not see; `taken` with what else would do.
pub async fn assign(house: &House, by: &Caller, asked: &Assign) -> Result<AllocationRow, Fault> {
    let reads = (store::spaces_of(&[asked.space]), store_terms::holders(&[asked.organization]));
    let (spaces, holders) = house.db.read(reads).await?;
    let space = spaces.first().ok_or_else(Refusal::missing)?;
    let acting = by.allow(Action::AllocationsManage, Action::SpacesRead, &Facts::of_base(space.base.0))?;
    let seen = holders.first().ok_or_else(Refusal::missing)?;
    by.allow(Action::OrganizationsRead, Action::OrganizationsRead, &seen.facts())?;
    let note = words("note", asked.note.as_deref())?;
    let root = roots(&house.db, &[asked.space.into()]).await?;
    let Some(root_id) = root.first() else { return Err(Refusal::missing().into()) };
    let at = moment(house, &acting);
    deciding(house, &root, [asked.organization.to_string()], || async {
        let ground = Ground::read(house, asked.space, root_id, asked.from).await?;
        let organization = holder(house, asked.organization).await?;
        let known = allocation::Facts {
            place: ground.place(),
            organization_live: organization.row.live,
            rules: ground.rules.rules,
        };
        let ids = NewIds { allocation: house.chance.id(at.now), claim: house.chance.id(at.now) };
        let request = AssignRequest { ids, organization: asked.organization, from: asked.from, to: asked.to };
        let change = match allocation::assign(&known, &request, at) {
            Ok(change) => change,
            Err(refusal) => {
                let Ok(days) = DaySpan::new(asked.from, asked.to) else { return Err(refusal.into()) };
                let asked = taken(&ground, days, organization.row.id.0, None, true, at);
                return Err(explained(house, by, &asked, refusal).await?.into());
            }
        };
        let mut writing = Writing::new(house, &acting, vec![&ground.family], vec![organization]);
        let rows = writing.born(&change, &[&ground.space], |row| row.note.clone_from(&note));
        writing.journal(&rows, &[], "allocation.assign", &[&ground.space]);
        writing.commit(&change, rows.clone(), Vec::new()).await?;
        rows.into_iter().next().ok_or_else(|| Refusal::missing().into())
    })
    .await
}

fn taken<'a>(
    ground: &'a Ground,
    days: DaySpan,
    organization: OrganizationId,
    own: Option<domain::id::ClaimId>,
    offer: bool,
    at: Moment,
) -> Asked<'a> {
    Asked {
        space: &ground.space,
        family: &ground.family,
        days,
        holder: organization.to_string(),
        purpose: Purpose::Term,
        own,
        offer,
        rules: &ground.rules,
        at,
    }
}

/// Moves the last day of a term out, or takes it away.
///
/// # Errors
/// As [`allocation::extend`].
pub async fn extend(
    house: &House,
    by: &Caller,
    id: AllocationId,
    to: Option<Day>,
    reason: Option<&str>,
) -> Result<AllocationRow, Fault> {
    let seen = managed(house, by, id, Action::AllocationsManage).await?;
    let acting = by.allow(Action::AllocationsManage, Action::AllocationsRead, &facts(&seen))?;
    let reason = words("reason", reason)?;
    let root = roots(&house.db, &[seen.space.0.into()]).await?;
    let Some(root_id) = root.first() else { return Err(Refusal::missing().into()) };
    let at = moment(house, &acting);
    deciding(house, &root, [seen.organization.0.to_string()], || async {
        let before = managed(house, by, id, Action::AllocationsManage).await?;
        let ground = Ground::read(house, before.space.0, root_id, before.first.0).await?;
        let organization = holder(house, before.organization.0).await?;
        let known = allocation::Facts {
            place: ground.place(),
            organization_live: organization.row.live,
            rules: ground.rules.rules,
        };
        let change = match allocation::extend(&known, &before.allocation()?, to, at) {
            Ok(change) => change,
            Err(refusal) => {
                let added = before.last.map(|last| DaySpan::new(last.0.plus(1), to));
                let Some(Ok(days)) = added else { return Err(refusal.into()) };
                let asked = taken(&ground, days, organization.row.id.0, Some(before.claim.0), false, at);
                return Err(explained(house, by, &asked, refusal).await?.into());
            }
        };
        let mut writing = Writing::new(house, &acting, vec![&ground.family], vec![organization]);
        let rows = writing.changed(&change, &[&before], |row| row.reason = reason.clone().or(row.reason.take()));
        writing.journal(&rows, &[&before], "allocation.extend", &[&ground.space]);
        writing.commit(&change, Vec::new(), rows.clone()).await?;
        rows.into_iter().next().ok_or_else(|| Refusal::missing().into())
    })
    .await
}

/// One of the verbs that only free a space or leave it: no guard is needed.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The organization gives the space back; its last day, and the record.
    GiveBack(Day, Option<Record>),
    /// Called off before it was handed over.
    Cancel,
    /// Handed over to the organization.
    HandOver(Record),
}

/// Gives back, cancels or hands over.
///
/// # Errors
/// As [`allocation::give_back`], [`allocation::cancel`] and [`allocation::hand_over_in`].
pub async fn step(
    house: &House,
    by: &Caller,
    id: AllocationId,
    step: &Step,
    reason: Option<&str>,
) -> Result<AllocationRow, Fault> {
    let action = match step {
        Step::HandOver(_) => Action::HandoversRecord,
        Step::GiveBack(..) | Step::Cancel => Action::AllocationsManage,
    };
    let seen = managed(house, by, id, action).await?;
    let acting = by.allow(action, Action::AllocationsRead, &facts(&seen))?;
    let reason = words("reason", reason)?;
    let at = moment(house, &acting);
    deciding(house, &[], [seen.organization.0.to_string()], || async {
        let before = managed(house, by, id, action).await?;
        let allocation = before.allocation()?;
        let rules = rules_of(house, before.base.0).await?;
        let (change, record, word) = match step {
            Step::GiveBack(last, record) => {
                let change = allocation::give_back(&allocation, *last, &rules.rules, at)?;
                let record = record.as_ref().map(|record| (HandoverKind::Out, record));
                (change, record, "allocation.give_back")
            }
            Step::Cancel => (allocation::cancel(&allocation)?, None, "allocation.cancel"),
            Step::HandOver(record) => (
                allocation::hand_over_in(&allocation, at)?,
                Some((HandoverKind::In, record)),
                "allocation.hand_over_in",
            ),
        };
        let organization = holder(house, before.organization.0).await?;
        let space = store::find_space(&house.db, before.space.0).await?.ok_or_else(Refusal::missing)?;
        let mut writing = Writing::new(house, &acting, Vec::new(), vec![organization]);
        let rows = writing.changed(&change, &[&before], |row| row.reason = reason.clone().or(row.reason.take()));
        if let (Some((kind, record)), Some(row)) = (record, rows.first()) {
            handovers::prepare(house, &mut writing.tx, row, kind, record, at, &acting)?;
        }
        writing.journal(&rows, &[&before], word, &[&space]);
        writing.commit(&change, Vec::new(), rows.clone()).await?;
        rows.into_iter().next().ok_or_else(|| Refusal::missing().into())
    })
    .await
}

/// Two organizations change places on a day: four rows, one transaction.
///
/// # Errors
/// As [`allocation::swap`].
pub async fn swap(
    house: &House,
    by: &Caller,
    pair: [AllocationId; 2],
    day: Day,
    reason: Option<&str>,
) -> Result<Vec<AllocationRow>, Fault> {
    let [first, second] = pair;
    let a = managed(house, by, first, Action::AllocationsManage).await?;
    let b = managed(house, by, second, Action::AllocationsManage).await?;
    let acting = by.allow(Action::AllocationsManage, Action::AllocationsRead, &facts(&a))?;
    let reason = words("reason", reason)?;
    let roots = roots(&house.db, &[a.space.0.into(), b.space.0.into()]).await?;
    let [root_a, root_b] = roots.as_slice() else { return Err(Refusal::missing().into()) };
    let at = moment(house, &acting);
    deciding(house, &roots, [a.organization.0.to_string(), b.organization.0.to_string()], || async {
        let a = managed(house, by, first, Action::AllocationsManage).await?;
        let b = managed(house, by, second, Action::AllocationsManage).await?;
        let ground_a = Ground::read(house, a.space.0, root_a, day).await?;
        let ground_b = Ground::read(house, b.space.0, root_b, day).await?;
        let (one, other) = (holder(house, a.organization.0).await?, holder(house, b.organization.0).await?);
        let side = |row: &AllocationRow, ground: &Ground, holder: &Holder| {
            Ok::<_, Fault>(Side {
                allocation: row.allocation()?,
                place: ground.place(),
                organization_live: holder.row.live,
            })
        };
        let ids = || NewIds { allocation: house.chance.id(at.now), claim: house.chance.id(at.now) };
        let request = SwapRequest { day, first: ids(), second: ids() };
        let (side_a, side_b) = (side(&a, &ground_a, &one)?, side(&b, &ground_b, &other)?);
        let change = match allocation::swap(&side_a, &side_b, &request, &ground_a.rules.rules, at) {
            Ok(change) => change,
            Err(refusal) => {
                return Err(refusal_of_swap(house, by, refusal, (&a, &ground_a), (&b, &ground_b), day, at).await);
            }
        };
        let families = if root_a == root_b { vec![&ground_a.family] } else { vec![&ground_a.family, &ground_b.family] };
        let holders = if one.row.id == other.row.id { vec![one] } else { vec![one, other] };
        let spaces = [&ground_a.space, &ground_b.space];
        let mut writing = Writing::new(house, &acting, families, holders);
        let updated = writing.changed(&change, &[&a, &b], |row| row.reason.clone_from(&reason));
        let created = writing.born(&change, &spaces, |row| {
            // The one that moves in follows from where it was.
            let from = if row.organization == a.organization && row.space == b.space { &a } else { &b };
            row.follows = Some(from.id);
            row.reason.clone_from(&reason);
            row.note.clone_from(&from.note);
        });
        writing.journal(&updated, &[&a, &b], "allocation.swap", &spaces);
        writing.journal(&created, &[], "allocation.swap_in", &spaces);
        writing.commit(&change, created.clone(), updated.clone()).await?;
        Ok(updated.into_iter().chain(created).collect())
    })
    .await
}

/// The side that is blocked, in days.
async fn refusal_of_swap(
    house: &House,
    by: &Caller,
    refusal: Refusal,
    a: (&AllocationRow, &Ground),
    b: (&AllocationRow, &Ground),
    day: Day,
    at: Moment,
) -> Fault {
    for ((mover, _), (there, ground)) in [(a, b), (b, a)] {
        let Ok(days) = DaySpan::new(day, mover.last.map(|last| last.0)) else { continue };
        let asked = taken(ground, days, mover.organization.0, Some(there.claim.0), false, at);
        match explained(house, by, &asked, refusal.clone()).await {
            Ok(words) if words.values.contains_key("space_code") => return words.into(),
            Ok(_) => {}
            Err(fault) => return fault,
        }
    }
    refusal.into()
}

/// Ends a term that has run out; nothing when somebody was first.
///
/// # Errors
/// When the database says no.
pub async fn expire(house: &House, id: AllocationId, acting: &Acting) -> Result<bool, Fault> {
    let Some(seen) = store_terms::find_allocation(&house.db, id).await? else { return Ok(false) };
    let at = moment(house, acting);
    deciding(house, &[], [seen.organization.0.to_string()], || async {
        let Some(before) = store_terms::find_allocation(&house.db, id).await? else { return Ok(false) };
        let Ok(change) = allocation::expire(&before.allocation()?, at) else { return Ok(false) };
        let organization = holder(house, before.organization.0).await?;
        let space = store::find_space(&house.db, before.space.0).await?.ok_or_else(Refusal::missing)?;
        let mut writing = Writing::new(house, acting, Vec::new(), vec![organization]);
        let rows = writing.changed(&change, &[&before], |_| {});
        writing.journal(&rows, &[&before], "allocation.expire", &[&space]);
        writing.commit(&change, Vec::new(), rows).await?;
        Ok(true)
    })
    .await
}
