//! What the routes of spaces and allocations show.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts},
    allocation::{self, AllocationState},
    day::{Day, Moment},
    id::{AllocationId, BaseId, BuildingId, ClosureId, FloorId, HandoverId, OrganizationId, SpaceId},
    refusal::{Code, Refusal},
    space::{Condition, HandoverKind, SpaceKind, on_day::SpaceState},
};
use poem_openapi::Object;
use serde::{Deserialize, Serialize};

use super::{
    around::Around,
    rules::TermRules,
    store::{self, AllocationRow, ClosureRow, HandoverRow},
    store_terms,
};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
};

/// What may be done: null = yes, else why not.
pub type Can = BTreeMap<String, Option<String>>;

/// A base, briefly.
#[derive(Debug, Clone, Object)]
pub struct TermBase {
    /// Identifier.
    pub id: BaseId,
    /// Code, such as `B03`.
    pub code: String,
    /// Short name.
    pub short_name: String,
}

impl From<&BaseRow> for TermBase {
    fn from(row: &BaseRow) -> Self {
        Self { id: row.id.0, code: row.code.clone(), short_name: row.short_name.clone() }
    }
}

/// An organization, briefly.
#[derive(Debug, Clone, Object)]
pub struct TermHolder {
    /// Identifier.
    pub id: OrganizationId,
    /// Name.
    pub name: String,
}

/// A term, as the plan shows it.
#[derive(Debug, Clone, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct TermBrief {
    /// Identifier of the allocation.
    pub id: AllocationId,
    /// Who has the space.
    pub organization: TermHolder,
    /// First day.
    pub from: Day,
    /// Last day; none when open-ended.
    pub to: Option<Day>,
    /// Where the allocation stands.
    pub state: AllocationState,
    /// Version.
    pub version: i64,
}

/// A closure, as the plan shows it.
#[derive(Debug, Clone, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct ClosureBrief {
    /// Identifier.
    pub id: ClosureId,
    /// First closed day.
    pub from: Day,
    /// Last closed day; none until further notice.
    pub to: Option<Day>,
    /// Why.
    pub reason: String,
}

/// A closure.
#[derive(Debug, Clone, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct ClosureView {
    /// Identifier.
    pub id: ClosureId,
    /// Which space.
    pub space: SpaceId,
    /// First closed day.
    pub from: Day,
    /// Last closed day; none until further notice.
    pub to: Option<Day>,
    /// False when it was called off.
    pub live: bool,
    /// Why.
    pub reason: String,
    /// Version.
    pub version: i64,
}

impl Versioned for ClosureView {
    fn version(&self) -> i64 {
        self.version
    }
}

impl From<&ClosureRow> for ClosureView {
    fn from(row: &ClosureRow) -> Self {
        Self {
            id: row.id.0,
            space: row.space.0,
            from: row.first.0,
            to: row.last.map(|last| last.0),
            live: row.live,
            reason: row.reason.clone(),
            version: row.version,
        }
    }
}

impl From<&ClosureRow> for ClosureBrief {
    fn from(row: &ClosureRow) -> Self {
        Self { id: row.id.0, from: row.first.0, to: row.last.map(|last| last.0), reason: row.reason.clone() }
    }
}

/// A room or a desk.
#[derive(Debug, Clone, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct SpaceView {
    /// Identifier.
    pub id: SpaceId,
    /// In which base.
    pub base: BaseId,
    /// In which building.
    pub building: BuildingId,
    /// On which floor.
    pub floor: FloorId,
    /// The room or area that it is part of.
    pub parent: Option<SpaceId>,
    /// What is painted on the door; unique in the base.
    pub code: String,
    /// Name, where it has one besides the code.
    pub name: Option<String>,
    /// What it is.
    pub kind: SpaceKind,
    /// How many people fit.
    pub seats: i64,
    /// Area, m².
    pub area_m2: Option<f64>,
    /// Booked by the hour.
    pub bookable: bool,
    /// Given to organizations for a term.
    pub assignable: bool,
    /// What stands in it.
    pub equipment: Vec<String>,
    /// Metres from the left of the floor.
    pub x: Option<f64>,
    /// Metres from the top of the floor.
    pub y: Option<f64>,
    /// Width in metres.
    pub w: Option<f64>,
    /// Height in metres.
    pub h: Option<f64>,
    /// How it stands on the day.
    pub state: SpaceState,
    /// Occupied, and the term is about to end.
    pub expiring: bool,
    /// The term on the day, its own or that of its whole.
    pub allocation: Option<TermBrief>,
    /// The closure on the day, its own or that of its whole.
    pub closure: Option<ClosureBrief>,
    /// The next term to come.
    pub next: Option<TermBrief>,
    /// Version.
    pub version: i64,
    /// What the caller may do with it: null = yes, else why not.
    pub can: Can,
}

impl Versioned for SpaceView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// The space of an allocation.
#[derive(Debug, Clone, Object)]
pub struct TermSpace {
    /// Identifier.
    pub id: SpaceId,
    /// What is painted on the door.
    pub code: String,
    /// What it is.
    pub kind: SpaceKind,
    /// Name of its floor.
    pub floor_name: String,
    /// Name of its building.
    pub building_name: String,
    /// What stands in it.
    pub equipment: Vec<String>,
}

/// A hand-over record, briefly.
#[derive(Debug, Clone, Object)]
pub struct HandoverItemBrief {
    /// Identifier.
    pub id: HandoverId,
    /// Which way.
    pub kind: String,
    /// On which day.
    pub on_day: Day,
}

/// A desk or an office given to an organization for a term.
#[derive(Debug, Clone, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct AllocationView {
    /// Identifier.
    pub id: AllocationId,
    /// In which base.
    pub base: TermBase,
    /// Which space.
    pub space: TermSpace,
    /// To whom.
    pub organization: TermHolder,
    /// First day.
    pub from: Day,
    /// Last day; none when open-ended.
    pub to: Option<Day>,
    /// Days until the last one, negative when it is over; for live terms with an end.
    pub days_left: Option<i64>,
    /// Where it stands.
    pub state: AllocationState,
    /// Note of the operator.
    pub note: Option<String>,
    /// Why it was ended, cancelled, extended or swapped.
    pub reason: Option<String>,
    /// The allocation from which the organization came by a swap.
    pub follows: Option<AllocationId>,
    /// Hand-over records, oldest first.
    pub handovers: Vec<HandoverItemBrief>,
    /// Version.
    pub version: i64,
    /// What the caller may do with it: null = yes, else why not.
    pub can: Can,
}

impl Versioned for AllocationView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A piece of equipment in a hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Object)]
#[serde(deny_unknown_fields)]
#[oai(skip_serializing_if_is_none)]
pub struct HandoverPiece {
    /// What it is.
    pub name: String,
    /// The number of its asset tag.
    #[serde(default)]
    pub tag: Option<String>,
    /// How many.
    pub quantity: u32,
    /// How it is.
    pub condition: Condition,
    /// Note.
    #[serde(default)]
    pub note: Option<String>,
}

/// A hand-over record, to be printed and signed.
#[derive(Debug, Clone, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct HandoverView {
    /// Identifier.
    pub id: HandoverId,
    /// Which way.
    pub kind: HandoverKind,
    /// Of which allocation.
    pub allocation: AllocationId,
    /// In which base.
    pub base: TermBase,
    /// Which space.
    pub space: TermSpace,
    /// To or from whom.
    pub organization: TermHolder,
    /// First day of the term.
    pub from: Day,
    /// Last day of the term; none when open-ended.
    pub to: Option<Day>,
    /// On which day.
    pub on_day: Day,
    /// What was handed over.
    pub items: Vec<HandoverPiece>,
    /// Keys, cards, codes.
    pub keys: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// Who gave.
    pub handed_by: String,
    /// Who took.
    pub received_by: String,
    /// Recorded.
    pub created_at: chrono::DateTime<chrono::Utc>,
}

/// Views of some allocations, with a number of reads that does not grow with them.
///
/// # Errors
/// When something cannot be read.
pub async fn allocations(house: &House, by: &Caller, rows: &[AllocationRow]) -> Result<Vec<AllocationView>, Fault> {
    let around = Around::of(house, rows).await?;
    let at = Moment { now: by.now, zone: house.zone };
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let live = around.holders.get(&row.organization.0).is_some_and(|holder| holder.live);
        let rules = around.rules.get(&row.base.0).copied();
        let handovers = around.handovers.iter().filter(|handover| handover.allocation == row.id);
        let last = row.last.map(|last| last.0);
        views.push(AllocationView {
            id: row.id.0,
            base: around.base(row.base.0)?,
            space: around.space(row.space.0)?,
            organization: around.holder(row.organization.0),
            from: row.first.0,
            to: last,
            days_left: last.filter(|_| row.is_live()).map(|last| at.today().days_until(last)),
            state: row.state.0,
            note: row.note.clone(),
            reason: row.reason.clone(),
            follows: row.follows.map(|follows| follows.0),
            handovers: handovers
                .map(|one| HandoverItemBrief { id: one.id.0, kind: one.kind.clone(), on_day: one.on_day.0 })
                .collect(),
            version: row.version,
            can: can(by, row, live, rules.as_ref(), at)?,
        });
    }
    Ok(views)
}

/// The view of one allocation.
///
/// # Errors
/// When something cannot be read.
pub async fn allocation(house: &House, by: &Caller, row: AllocationRow) -> Result<AllocationView, Fault> {
    Ok(allocations(house, by, &[row]).await?.pop().ok_or_else(Refusal::missing)?)
}

/// What the caller may do with an allocation now.
///
/// # Errors
/// When the row holds no term.
pub fn can(by: &Caller, row: &AllocationRow, live: bool, rules: Option<&TermRules>, at: Moment) -> Result<Can, Fault> {
    let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
    let Some(rules) = rules else { return Ok(Can::new()) };
    let verbs = allocation::can(&row.allocation()?, live, &rules.rules, at);
    let may = |verb: &str, reason: Option<Code>| {
        let action = if verb == "hand_over_in" { Action::HandoversRecord } else { Action::AllocationsManage };
        by.can(action, &facts).or(reason).map(|code| code.as_str().to_owned())
    };
    // Terms run out by themselves; nobody is offered to do it.
    let shown = verbs.into_iter().filter(|(verb, _)| *verb != "expire");
    Ok(shown.map(|(verb, reason)| (verb.to_owned(), may(verb, reason))).collect())
}

/// The view of a hand-over record.
///
/// # Errors
/// When something cannot be read.
pub async fn handover(house: &House, row: HandoverRow) -> Result<HandoverView, Fault> {
    let of = store_terms::find_allocation(&house.db, row.allocation.0).await?.ok_or_else(Refusal::missing)?;
    let around = Around::of(house, std::slice::from_ref(&of)).await?;
    let piece = |item: store::HandoverItem| HandoverPiece {
        name: item.name,
        tag: item.tag,
        quantity: u32::try_from(item.quantity).unwrap_or(0),
        condition: item.condition.0,
        note: item.note,
    };
    Ok(HandoverView {
        id: row.id.0,
        kind: row.kind.0,
        allocation: row.allocation.0,
        base: around.base(row.base.0)?,
        space: around.space(of.space.0)?,
        organization: around.holder(row.organization.0),
        // As signed: the term may have been extended or swapped since.
        from: row.first.unwrap_or(of.first).0,
        to: if row.first.is_some() { row.last } else { of.last }.map(|last| last.0),
        on_day: row.on_day.0,
        items: row.items.into_iter().map(piece).collect(),
        keys: row.keys,
        note: row.note,
        handed_by: row.handed_by,
        received_by: row.received_by,
        created_at: row.created_at.0,
    })
}
