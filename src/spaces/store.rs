//! Rows of buildings, floors, rooms and desks, and of what happens in them.

use domain::{
    allocation::{Allocation, AllocationState},
    day::{Day, DaySpan},
    id::{AllocationId, BaseId, BuildingId, ClaimId, ClosureId, FloorId, HandoverId, Id, OrganizationId, SpaceId},
    space::{Condition, HandoverKind, SpaceKind},
};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Civil, Db, DbError, Read, Rec, Text, rid};

/// A building as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct BuildingRow {
    /// Identifier.
    pub id: Rec<BuildingId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Name.
    pub name: String,
    /// Made.
    pub created_at: At,
}

/// A floor as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct FloorRow {
    /// Identifier.
    pub id: Rec<FloorId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Of which building.
    pub building: Rec<BuildingId>,
    /// Name, such as `2F`.
    pub name: String,
    /// Its place from the ground: 1 is the ground floor, -1 the first below it.
    pub level: i64,
    /// Made.
    pub created_at: At,
}

/// A room or a desk as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct SpaceRow {
    /// Identifier.
    pub id: Rec<SpaceId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Of which building.
    pub building: Rec<BuildingId>,
    /// On which floor.
    pub floor: Rec<FloorId>,
    /// The room or area that it is part of.
    pub parent: Option<Rec<SpaceId>>,
    /// What it is.
    pub kind: Text<SpaceKind>,
    /// What is painted on the door.
    pub code: String,
    /// Base and code, unique.
    pub code_key: String,
    /// Name, where it has one besides the code.
    pub name: Option<String>,
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
    /// Layout: metres from the left of the floor.
    pub x: Option<f64>,
    /// Layout: metres from the top of the floor.
    pub y: Option<f64>,
    /// Layout: width in metres.
    pub w: Option<f64>,
    /// Layout: height in metres.
    pub h: Option<f64>,
    /// The spreadsheet that made it, as the text of its identifier.
    pub import: Option<String>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// A term of an organization in a space as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct AllocationRow {
    /// Identifier.
    pub id: Rec<AllocationId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Of which space.
    pub space: Rec<SpaceId>,
    /// To whom.
    pub organization: Rec<OrganizationId>,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
    /// For the indexes: see [`ends`]; of a cancelled one the first day, so that what never was
    /// does not stand among the terms to come for ever.
    pub ends: Civil,
    /// Where it stands.
    pub state: Text<AllocationState>,
    /// The claim that keeps the space.
    pub claim: Rec<ClaimId>,
    /// Note of the operator.
    pub note: Option<String>,
    /// Why it was ended, cancelled, extended or swapped.
    pub reason: Option<String>,
    /// The allocation from which the organization came by a swap.
    pub follows: Option<Rec<AllocationId>>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// The day under which a term is found by its end: its last one, or the last of all.
#[must_use]
pub fn ends(last: Option<Day>) -> Day {
    last.unwrap_or(Day::MAX)
}

impl AllocationRow {
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds no term.
    pub fn allocation(&self) -> Result<Allocation, DbError> {
        Ok(Allocation {
            id: self.id.0,
            space: self.space.0,
            organization: self.organization.0,
            term: DaySpan::new(self.first.0, self.last.map(|last| last.0))
                .map_err(|_| DbError::Corrupt(format!("{}: term", self.id.0)))?,
            state: self.state.0,
            claim: self.claim.0,
        })
    }

    /// The row with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Allocation, now: At) -> Self {
        let last = decided.term.to();
        let ends = if decided.state == AllocationState::Cancelled { decided.term.from() } else { ends(last) };
        Self {
            first: decided.term.from().into(),
            last: last.map(Text),
            ends: ends.into(),
            state: decided.state.into(),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }

    /// Whether it keeps its space now: reserved or occupied.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state.0, AllocationState::Reserved | AllocationState::Occupied)
    }
}

/// A time in which a space is closed, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ClosureRow {
    /// Identifier.
    pub id: Rec<ClosureId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Of which space.
    pub space: Rec<SpaceId>,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
    /// Last day for the indexes, see [`ends`].
    pub ends: Civil,
    /// Not called off.
    pub live: bool,
    /// Why.
    pub reason: String,
    /// The claim that keeps the space.
    pub claim: Rec<ClaimId>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
}

/// A piece of equipment in a hand-over record, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct HandoverItem {
    /// What it is.
    pub name: String,
    /// The number of its asset tag.
    pub tag: Option<String>,
    /// How many.
    pub quantity: i64,
    /// How it is.
    pub condition: Text<Condition>,
    /// Note.
    pub note: Option<String>,
}

/// A hand-over record as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct HandoverRow {
    /// Identifier.
    pub id: Rec<HandoverId>,
    /// Of which allocation.
    pub allocation: Rec<AllocationId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// To or from whom.
    pub organization: Rec<OrganizationId>,
    /// Which way.
    pub kind: Text<HandoverKind>,
    /// First day of the term as it was when this was signed; none in records older than this field.
    pub first: Option<Civil>,
    /// Last day of the term then.
    pub last: Option<Civil>,
    /// On which day.
    pub on_day: Civil,
    /// What was handed over.
    pub items: Vec<HandoverItem>,
    /// Keys, cards, codes.
    pub keys: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// Who gave.
    pub handed_by: String,
    /// Who took.
    pub received_by: String,
    /// Made.
    pub created_at: At,
}

/// The unique key of a code within a base.
#[must_use]
pub fn code_key(base: BaseId, code: &str) -> String {
    format!("{base}|{code}")
}

/// Buildings of a base.
#[must_use]
pub fn buildings(base: BaseId) -> Read<BuildingRow> {
    Read::new("buildings", "SELECT * FROM building WHERE base = $base")
        .bind("base", Rec(base))
        .tidied(|rows| rows.sort_by_key(|row| row.id))
}

/// Floors of a base, from the lowest up.
#[must_use]
pub fn floors(base: BaseId) -> Read<FloorRow> {
    Read::new("floors", "SELECT * FROM floor WHERE base = $base")
        .bind("base", Rec(base))
        .tidied(|rows| rows.sort_by_key(|row| (row.building, row.level, row.id)))
}

/// Rooms and desks of a base in order of their codes.
#[must_use]
pub fn spaces(base: BaseId) -> Read<SpaceRow> {
    Read::new("spaces", "SELECT * FROM space WHERE base = $base")
        .bind("base", Rec(base))
        .tidied(|rows| rows.sort_by(|a, b| a.code.cmp(&b.code)))
}

/// Rows of some records; none when there are no records.
pub(super) fn some<T: SurrealValue, I: Id>(name: &'static str, ids: &[I]) -> Option<Read<T>> {
    if ids.is_empty() {
        return None;
    }
    let ids: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    Some(Read::new(name, "SELECT * FROM $ids").bind("ids", Value::Array(ids.into())))
}

/// A building.
pub async fn find_building(db: &Db, id: BuildingId) -> Result<Option<BuildingRow>, DbError> {
    db.find_record("building", rid(id)).await
}

/// A floor.
pub async fn find_floor(db: &Db, id: FloorId) -> Result<Option<FloorRow>, DbError> {
    db.find_record("floor", rid(id)).await
}

/// A space.
pub async fn find_space(db: &Db, id: SpaceId) -> Result<Option<SpaceRow>, DbError> {
    db.find_record("space", rid(id)).await
}

/// Some spaces.
#[must_use]
pub fn spaces_of(ids: &[SpaceId]) -> Option<Read<SpaceRow>> {
    some("spaces_of", ids)
}

/// Some floors.
#[must_use]
pub fn floors_of(ids: &[FloorId]) -> Option<Read<FloorRow>> {
    some("floors_of", ids)
}

/// Some buildings.
#[must_use]
pub fn buildings_of(ids: &[BuildingId]) -> Option<Read<BuildingRow>> {
    some("buildings_of", ids)
}

/// Spaces of a base with codes after one, in order of their codes as text.
pub async fn page_spaces(
    db: &Db,
    base: BaseId,
    after: &str,
    kind: Option<SpaceKind>,
    words: &str,
    limit: usize,
) -> Result<Vec<SpaceRow>, DbError> {
    db.select(
        "spaces_page",
        "SELECT * FROM space WHERE code_key > $after AND code_key < $end AND ($kind = NONE OR kind = $kind)
         AND ($words = '' OR string::starts_with(string::lowercase(code), $words)
              OR string::contains(string::lowercase(name ?? ''), $words))
         ORDER BY code_key LIMIT $limit",
        [
            ("after", Value::String(code_key(base, after))),
            // The bar is the last character of the prefix, the brace comes after it.
            ("end", Value::String(format!("{base}}}"))),
            ("kind", kind.map_or(Value::None, |kind| Text(kind).into_value())),
            ("words", Value::String(words.to_lowercase())),
            ("limit", Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX))),
        ],
    )
    .await
}
