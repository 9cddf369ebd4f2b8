//! The verbs of structure: buildings, floors, rooms and desks.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    claim::{Resource, ResourceId},
    code::Code,
    id::{BaseId, BuildingId, FloorId, ImportId, SpaceId},
    refusal::{FieldFault, Refusal},
    space::SpaceKind,
};
use serde_json::json;

use super::store::{self, BuildingRow, FloorRow, SpaceRow};
use crate::{
    claims,
    db::{Rec, Tx, rid},
    fault::Fault,
    house::House,
    journal::{Acting, Draft},
};

/// The kind of resource that a space is.
pub const RESOURCE: &str = "space";
/// Codes are painted on doors.
pub(super) const MAX_CODE: usize = 40;
/// Names of buildings, floors and spaces.
pub(super) const MAX_NAME: usize = 60;
/// A hall for more people is a slip.
pub const MAX_SEATS: u32 = 10_000;
/// A room of more square metres is a slip.
pub const MAX_AREA: f64 = 100_000.0;
/// Pieces of equipment of one space.
const MAX_EQUIPMENT: usize = 50;
/// A base with more spaces is a slip, and its plan could not be drawn.
const MAX_SPACES: usize = 5_000;
/// A hall is parted, a part holds desks; deeper is a slip.
const MAX_DEPTH: usize = 4;

/// A building with its floors, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Structure {
    /// Buildings of the base.
    pub buildings: Vec<BuildingRow>,
    /// Floors of the base.
    pub floors: Vec<FloorRow>,
    /// Rooms and desks of the base.
    pub spaces: Vec<SpaceRow>,
}

/// What a space is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    /// A space that is there already.
    Space(SpaceId),
    /// The space of this code in the same base, there already or in the same list.
    Code(String),
}

/// A room or a desk to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSpace {
    /// On which floor, there already or added to the same transaction.
    pub floor: FloorId,
    /// In which building; that of the floor.
    pub building: BuildingId,
    /// What it is part of.
    pub whole: Option<Whole>,
    /// What is painted on the door; unique in the base.
    pub code: String,
    /// What it is.
    pub kind: SpaceKind,
    /// Name, where it has one besides the code.
    pub name: Option<String>,
    /// How many people fit; 1 when unknown.
    pub seats: Option<u32>,
    /// Area, m².
    pub area_m2: Option<f64>,
    /// Booked by the hour; as usual for the kind when unknown.
    pub bookable: Option<bool>,
    /// Given to organizations for a term; as usual for the kind when unknown.
    pub assignable: Option<bool>,
    /// What stands in it.
    pub equipment: Vec<String>,
}

/// All that stands in a base.
pub async fn structure(house: &House, base: BaseId) -> Result<Structure, Fault> {
    let reads = (store::buildings(base), store::floors(base), store::spaces(base));
    let (buildings, floors, spaces) = house.db.read(reads).await?;
    Ok(Structure { buildings, floors, spaces })
}

/// Adds a building to a transaction.
///
/// # Errors
/// A bad `name`.
pub fn prepare_building(
    house: &House,
    tx: &mut Tx,
    base: BaseId,
    name: &str,
    by: &Acting,
) -> Result<BuildingRow, Fault> {
    let name = named("name", name, MAX_NAME).map_err(|fault| Refusal::fields(vec![fault]))?;
    let row = BuildingRow { id: Rec(house.chance.id(by.at)), base: Rec(base), name, created_at: by.at.into() };
    tx.insert(row.id.0, row.clone());
    tx.journal(
        Draft::new(row.id.0, "spaces.create_building", by)
            .about(base)
            .values(json!({"name": row.name}))
            .change(None, Some(json!({"name": row.name}))),
    );
    Ok(row)
}

/// Adds a floor to a transaction.
///
/// # Errors
/// A bad `name` or `level`.
pub fn prepare_floor(
    house: &House,
    tx: &mut Tx,
    building: &BuildingRow,
    name: &str,
    level: i64,
    by: &Acting,
) -> Result<FloorRow, Fault> {
    let mut faults = Vec::new();
    let name = named("name", name, MAX_NAME).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if level == 0 || !(-20..=200).contains(&level) {
        faults.push(FieldFault::new("level", Code::OutOfRange).with("min", -20).with("max", 200));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults).into());
    }
    let row = FloorRow {
        id: Rec(house.chance.id(by.at)),
        base: building.base,
        building: building.id,
        name,
        level,
        created_at: by.at.into(),
    };
    tx.insert(row.id.0, row.clone());
    tx.journal(
        Draft::new(row.id.0, "spaces.create_floor", by)
            .about(row.base.0)
            .values(json!({"name": row.name, "level": level}))
            .change(None, Some(json!({"name": row.name, "level": level}))),
    );
    Ok(row)
}

/// Adds rooms and desks of a base to a transaction, each with the resource that claims are made on
/// and a line of the journal. The ids come back in the order of the drafts. A code that another
/// writer takes in the meantime makes the commit fail with `Duplicate` of `space_code`, which
/// [`code_taken`] puts into words.
///
/// # Errors
/// All bad fields of all drafts at once, as `spaces[i].field`.
pub async fn prepare_spaces(
    house: &House,
    tx: &mut Tx,
    base: BaseId,
    drafts: &[NewSpace],
    by: &Acting,
    import: Option<ImportId>,
) -> Result<Vec<SpaceId>, Fault> {
    let existing = house.db.read(store::spaces(base)).await?;
    let ids: Vec<SpaceId> = drafts.iter().map(|_| house.chance.id(by.at)).collect();
    let mut faults = Vec::new();
    let mut codes: BTreeMap<String, SpaceId> = existing.iter().map(|row| (row.code.clone(), row.id.0)).collect();
    if existing.len() + drafts.len() > MAX_SPACES {
        faults.push(FieldFault::new("spaces", Code::TooLong).with("max", MAX_SPACES));
    }
    let mut rows = Vec::with_capacity(drafts.len());
    for (at, (draft, id)) in drafts.iter().zip(&ids).enumerate() {
        let row = checked(base, draft, *id, by, import, |field| format!("spaces[{at}].{field}"), &mut faults);
        if let Some(row) = row {
            if codes.contains_key(&row.code) {
                let path = format!("spaces[{at}].code");
                faults.push(FieldFault::new(path, Code::AlreadyUsed).with("value", row.code.clone()));
            } else {
                codes.insert(row.code.clone(), *id);
            }
            rows.push((at, row));
        }
    }
    let mut wholes: BTreeMap<SpaceId, SpaceId> =
        existing.iter().filter_map(|row| Some((row.id.0, row.parent?.0))).collect();
    let known: BTreeSet<SpaceId> = codes.values().copied().collect();
    for (at, row) in &mut rows {
        let whole = match drafts.get(*at).and_then(|draft| draft.whole.as_ref()) {
            None => continue,
            Some(Whole::Space(id)) => known.get(id).copied(),
            Some(Whole::Code(code)) => codes.get(code.trim()).copied(),
        };
        match whole.filter(|whole| *whole != row.id.0) {
            Some(whole) => {
                // Who removes the whole at the same moment conflicts.
                if existing.iter().any(|there| there.id.0 == whole) {
                    tx.tie(rid(whole));
                }
                row.parent = Some(Rec(whole));
                wholes.insert(row.id.0, whole);
            }
            None => faults.push(FieldFault::new(format!("spaces[{at}].parent"), Code::NotFound)),
        }
    }
    let mut resources = Vec::with_capacity(rows.len());
    for (at, row) in &rows {
        match ancestors(row.id.0, &wholes) {
            Some(ancestors) => resources.push(resource(row.id.0, &ancestors)),
            None => {
                faults.push(FieldFault::new(format!("spaces[{at}].parent"), Code::OutOfRange).with("max", MAX_DEPTH))
            }
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults).into());
    }
    let rows: Vec<SpaceRow> = rows.into_iter().map(|(_, row)| row).collect();
    for row in &rows {
        let values = json!({"code": row.code, "kind": row.kind.0.as_str()});
        tx.journal(
            Draft::new(row.id.0, "spaces.create", by).about(base).values(values).change(None, Some(journal_view(row))),
        );
    }
    tx.insert_all("space", rows);
    claims::store::add_resources(tx, &resources, RESOURCE);
    Ok(ids)
}

/// A commit's error, where a space with the same code was made in the meantime.
#[must_use]
pub fn code_taken(error: crate::db::DbError, code: &str) -> Fault {
    match error {
        crate::db::DbError::Duplicate { what } if what == "space_code" => {
            let fault = FieldFault::new("code", Code::AlreadyUsed).with("value", code);
            Refusal::fields(vec![fault]).into()
        }
        other => other.into(),
    }
}

/// What the journal keeps of a space.
#[must_use]
pub fn journal_view(row: &SpaceRow) -> serde_json::Value {
    json!({
        "code": row.code,
        "kind": row.kind.0.as_str(),
        "name": row.name,
        "seats": row.seats,
        "area_m2": row.area_m2,
        "bookable": row.bookable,
        "assignable": row.assignable,
        "equipment": row.equipment,
    })
}

/// The wholes of a space from the nearest out; `None` when there are too many or they go in a circle.
fn ancestors(space: SpaceId, wholes: &BTreeMap<SpaceId, SpaceId>) -> Option<Vec<SpaceId>> {
    let chain: Vec<SpaceId> =
        std::iter::successors(wholes.get(&space), |whole| wholes.get(whole)).copied().take(MAX_DEPTH).collect();
    (chain.len() < MAX_DEPTH).then_some(chain)
}

fn resource(space: SpaceId, ancestors: &[SpaceId]) -> Resource {
    Resource {
        id: space.into(),
        root: ancestors.last().copied().unwrap_or(space).into(),
        ancestors: ancestors.iter().map(|id| ResourceId::from(*id)).collect(),
        capacity: 1,
    }
}

pub(super) fn named(path: &str, text: &str, max: usize) -> Result<String, FieldFault> {
    let pieces = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|piece| !piece.is_empty());
    let text = pieces.collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        Err(FieldFault::new(path, Code::Required))
    } else if text.chars().count() > max {
        Err(FieldFault::new(path, Code::TooLong).with("max", max))
    } else {
        Ok(text)
    }
}

/// The row of a draft when its fields are right.
fn checked(
    base: BaseId,
    draft: &NewSpace,
    id: SpaceId,
    by: &Acting,
    import: Option<ImportId>,
    path: impl Fn(&str) -> String,
    faults: &mut Vec<FieldFault>,
) -> Option<SpaceRow> {
    let before = faults.len();
    let code = named(&path("code"), &draft.code, MAX_CODE).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let name = draft.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if name.is_some_and(|name| name.chars().count() > MAX_NAME) {
        faults.push(FieldFault::new(path("name"), Code::TooLong).with("max", MAX_NAME));
    }
    let seats = draft.seats.unwrap_or(1);
    faults.extend(check_particulars(seats, draft.area_m2, &draft.equipment, &path));
    let bookable = draft.bookable.unwrap_or_else(|| draft.kind.is_bookable_by_default());
    (faults.len() == before).then(|| SpaceRow {
        id: Rec(id),
        base: Rec(base),
        building: Rec(draft.building),
        floor: Rec(draft.floor),
        parent: None,
        kind: draft.kind.into(),
        code_key: store::code_key(base, &code),
        code,
        name: name.map(str::to_owned),
        seats: seats.into(),
        area_m2: draft.area_m2,
        bookable,
        assignable: draft.assignable.unwrap_or_else(|| draft.kind.is_assignable_by_default(bookable)),
        equipment: draft.equipment.iter().map(|item| item.trim().to_owned()).collect(),
        x: None,
        y: None,
        w: None,
        h: None,
        import: import.map(|import| import.to_string()),
        version: 1,
        created_at: by.at.into(),
        updated_at: by.at.into(),
    })
}

/// What is wrong with seats, area and equipment of a space.
pub(super) fn check_particulars(
    seats: u32,
    area_m2: Option<f64>,
    equipment: &[String],
    path: impl Fn(&str) -> String,
) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if !(1..=MAX_SEATS).contains(&seats) {
        faults.push(FieldFault::new(path("seats"), Code::OutOfRange).with("min", 1).with("max", MAX_SEATS));
    }
    if area_m2.is_some_and(|area| !(0.01..=MAX_AREA).contains(&area)) {
        faults.push(FieldFault::new(path("area_m2"), Code::OutOfRange).with("min", 0.01).with("max", MAX_AREA));
    }
    if equipment.len() > MAX_EQUIPMENT {
        faults.push(FieldFault::new(path("equipment"), Code::TooLong).with("max", MAX_EQUIPMENT));
    }
    for (at, item) in equipment.iter().enumerate() {
        if let Err(fault) = named(&path(&format!("equipment[{at}]")), item, MAX_NAME) {
            faults.push(fault);
        }
    }
    faults
}
