//! The verbs of a person over structure: make a building, a floor, a space; change a space; draw a
//! floor.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts},
    code::Code,
    id::{BaseId, BuildingId, FloorId, SpaceId},
    refusal::{FieldFault, Refusal},
    space::{SpaceKind, layout::Rect},
};
use serde_json::json;

use super::{
    plan::space_today,
    service::{
        self, MAX_CODE, MAX_NAME, NewSpace, Whole, check_particulars, code_taken, journal_view, named,
        prepare_building, prepare_floor, prepare_spaces,
    },
    store::{self, BuildingRow, FloorRow, SpaceRow},
};
use crate::{
    claims::service::{Family, deciding, roots},
    db::{Tx, rid},
    fault::Fault,
    house::House,
    http::{Caller, reply},
    journal::{Acting, Draft},
};

/// A floor has no side longer than this, metres.
const FARTHEST: f64 = 500.0;
/// Nothing is drawn smaller than this, metres.
const SMALLEST: f64 = 0.2;

fn editing(by: &Caller, base: BaseId) -> Result<Acting, Refusal> {
    by.allow(Action::SpacesEdit, Action::SpacesRead, &Facts::of_base(base))
}

/// Makes a building.
///
/// # Errors
/// A bad `name`; `not_found` for what the caller may not see.
pub async fn create_building(house: &House, by: &Caller, base: BaseId, name: &str) -> Result<BuildingRow, Fault> {
    let acting = editing(by, base)?;
    crate::bases::store::find(&house.db, base).await?.ok_or_else(Refusal::missing)?;
    let mut tx = Tx::new();
    let row = prepare_building(house, &mut tx, base, name, &acting)?;
    house.db.commit(tx).await?;
    Ok(row)
}

/// Makes a floor.
///
/// # Errors
/// A bad `name` or `level`; `not_found` for what the caller may not see.
pub async fn create_floor(
    house: &House,
    by: &Caller,
    building: BuildingId,
    name: &str,
    level: i64,
) -> Result<FloorRow, Fault> {
    house
        .db
        .decide(|| async {
            let building = store::find_building(&house.db, building).await?.ok_or_else(Refusal::missing)?;
            let acting = editing(by, building.base.0)?;
            let mut tx = Tx::new();
            tx.tie(rid(building.id.0));
            let row = prepare_floor(house, &mut tx, &building, name, level, &acting)?;
            house.db.commit(tx).await?;
            Ok(row)
        })
        .await
}

/// What a new space is like.
#[derive(Debug, Clone, PartialEq)]
pub struct Draftee {
    /// What is painted on the door.
    pub code: String,
    /// What it is.
    pub kind: SpaceKind,
    /// Name, where it has one besides the code.
    pub name: Option<String>,
    /// What it is part of.
    pub parent: Option<SpaceId>,
    /// How many people fit.
    pub seats: Option<u32>,
    /// Area, m².
    pub area_m2: Option<f64>,
    /// Booked by the hour.
    pub bookable: Option<bool>,
    /// Given to organizations for a term.
    pub assignable: Option<bool>,
    /// What stands in it.
    pub equipment: Vec<String>,
}

/// Makes a space on a floor.
///
/// # Errors
/// Bad fields; `not_found` for what the caller may not see.
pub async fn create_space(house: &House, by: &Caller, floor: FloorId, like: Draftee) -> Result<SpaceRow, Fault> {
    house.db.decide(|| create_on(house, by, floor, like.clone())).await
}

async fn create_on(house: &House, by: &Caller, floor: FloorId, like: Draftee) -> Result<SpaceRow, Fault> {
    let floor = store::find_floor(&house.db, floor).await?.ok_or_else(Refusal::missing)?;
    let acting = editing(by, floor.base.0)?;
    let code = like.code.clone();
    let draft = NewSpace {
        floor: floor.id.0,
        building: floor.building.0,
        whole: like.parent.map(Whole::Space),
        code: like.code,
        kind: like.kind,
        name: like.name,
        seats: like.seats,
        area_m2: like.area_m2,
        bookable: like.bookable,
        assignable: like.assignable,
        equipment: like.equipment,
    };
    let mut tx = Tx::new();
    tx.tie(rid(floor.id.0));
    let made = prepare_spaces(house, &mut tx, floor.base.0, &[draft], &acting, None).await.map_err(alone)?;
    house.db.commit(tx).await.map_err(|error| code_taken(error, code.trim()))?;
    let id = made.first().copied().ok_or_else(Refusal::missing)?;
    Ok(store::find_space(&house.db, id).await?.ok_or_else(Refusal::missing)?)
}

/// Paths of the only space of a list, as the fields of the request.
fn alone(fault: Fault) -> Fault {
    match fault {
        Fault::Refused(mut refusal) => {
            for field in &mut refusal.fields {
                if let Some(rest) = field.path.strip_prefix("spaces[0].") {
                    field.path = rest.to_owned();
                }
            }
            Fault::Refused(refusal)
        }
        other => other,
    }
}

/// What to change of a space; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpaceChange {
    /// What is painted on the door.
    pub code: Option<String>,
    /// Name; empty for none.
    pub name: Option<String>,
    /// What it is.
    pub kind: Option<SpaceKind>,
    /// How many people fit.
    pub seats: Option<u32>,
    /// Area, m².
    pub area_m2: Option<f64>,
    /// Booked by the hour.
    pub bookable: Option<bool>,
    /// Given to organizations for a term.
    pub assignable: Option<bool>,
    /// What stands in it.
    pub equipment: Option<Vec<String>>,
    /// Where it is drawn.
    pub place: Option<Rect>,
}

/// A space within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: SpaceId) -> Result<SpaceRow, Fault> {
    let row = store::find_space(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::SpacesRead, Action::SpacesRead, &Facts::of_base(row.base.0))?;
    Ok(row)
}

/// Changes a space. `if_match` is the version that the caller has seen.
///
/// # Errors
/// Bad fields; a stale version; `not_found` for what the caller may not see.
pub async fn change(
    house: &House,
    by: &Caller,
    id: SpaceId,
    change: &SpaceChange,
    if_match: Option<&str>,
) -> Result<SpaceRow, Fault> {
    let before = get(house, by, id).await?;
    let acting = editing(by, before.base.0)?;
    let root = roots(&house.db, &[id.into()]).await?;
    deciding(house, &root, [], || async {
        let before = get(house, by, id).await?;
        if if_match.is_some() {
            let shown = space_today(house, by, &before).await?;
            reply::check_version(if_match, || shown, before.version)?;
        }
        let after = changed(&before, change, &acting)?;
        let mut tx = Tx::new();
        if after.assignable != before.assignable || after.bookable != before.bookable {
            // Whoever is giving the space away just now must see it.
            for root in &root {
                Family::read(&house.db, root, acting.at).await?.guard(&house.db, &mut tx);
            }
        }
        tx.replace(id, before.version, after.clone());
        tx.journal(
            Draft::new(id, "spaces.edit", &acting)
                .values(json!({"code": after.code}))
                .change(Some(journal_view(&before)), Some(journal_view(&after))),
        );
        house.db.commit(tx).await.map_err(|error| code_taken(error, &after.code))?;
        Ok(after)
    })
    .await
}

fn changed(before: &SpaceRow, change: &SpaceChange, by: &Acting) -> Result<SpaceRow, Refusal> {
    let mut faults = Vec::new();
    let mut after = before.clone();
    if let Some(code) = &change.code {
        match named("code", code, MAX_CODE) {
            Ok(code) => {
                after.code_key = store::code_key(before.base.0, &code);
                after.code = code;
            }
            Err(fault) => faults.push(fault),
        }
    }
    if let Some(name) = change.name.as_deref().map(str::trim) {
        if name.chars().count() > MAX_NAME {
            faults.push(FieldFault::new("name", Code::TooLong).with("max", MAX_NAME));
        }
        after.name = (!name.is_empty()).then(|| name.to_owned());
    }
    after.kind = change.kind.map_or(after.kind, Into::into);
    after.bookable = change.bookable.unwrap_or(after.bookable);
    after.assignable = change.assignable.unwrap_or(after.assignable);
    after.area_m2 = change.area_m2.or(after.area_m2);
    if let Some(equipment) = &change.equipment {
        after.equipment = equipment.iter().map(|item| item.trim().to_owned()).collect();
    }
    let seats = change.seats.or(u32::try_from(after.seats).ok()).unwrap_or(1);
    after.seats = seats.into();
    faults.extend(check_particulars(seats, after.area_m2, &after.equipment, str::to_owned));
    if let Some(place) = change.place {
        faults.extend(check_place(&place, str::to_owned));
        put(&mut after, Some(place));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.version += 1;
    after.updated_at = by.at.into();
    Ok(after)
}

fn put(row: &mut SpaceRow, place: Option<Rect>) {
    (row.x, row.y) = (place.map(|place| place.x), place.map(|place| place.y));
    (row.w, row.h) = (place.map(|place| place.w), place.map(|place| place.h));
}

fn check_place(place: &Rect, path: impl Fn(&str) -> String) -> Vec<FieldFault> {
    let sides = [("x", place.x, 0.0), ("y", place.y, 0.0), ("w", place.w, SMALLEST), ("h", place.h, SMALLEST)];
    sides
        .into_iter()
        .filter(|(_, metres, min)| !(*min..=FARTHEST).contains(metres))
        .map(|(side, _, min)| FieldFault::new(path(side), Code::OutOfRange).with("min", min).with("max", FARTHEST))
        .collect()
}

/// Draws a floor: the spaces that are named get their places, the others lose theirs and are laid
/// out by the service again.
///
/// # Errors
/// Bad fields as `spaces[i].field`; `not_found` for what the caller may not see.
pub async fn draw(house: &House, by: &Caller, floor: FloorId, places: &[(SpaceId, Rect)]) -> Result<FloorRow, Fault> {
    let row = store::find_floor(&house.db, floor).await?.ok_or_else(Refusal::missing)?;
    let acting = editing(by, row.base.0)?;
    house
        .db
        .decide(|| async {
            let spaces = house.db.read(store::spaces(row.base.0)).await?;
            let on_floor: Vec<&SpaceRow> = spaces.iter().filter(|space| space.floor.0 == floor).collect();
            let wanted = drawn(&on_floor, places)?;
            let mut tx = Tx::new();
            let mut moved = 0;
            for before in on_floor {
                let mut after = before.clone();
                put(&mut after, wanted.get(&before.id.0).copied());
                if after != *before {
                    after.version += 1;
                    after.updated_at = acting.at.into();
                    moved += 1;
                    tx.replace(after.id.0, before.version, after);
                }
            }
            if moved > 0 {
                let values = json!({"floor": row.name, "spaces": moved});
                tx.journal(Draft::new(floor, "spaces.draw", &acting).about(row.base.0).values(values));
            }
            house.db.commit(tx).await?;
            Ok::<_, Fault>(row.clone())
        })
        .await
}

fn drawn(on_floor: &[&SpaceRow], places: &[(SpaceId, Rect)]) -> Result<BTreeMap<SpaceId, Rect>, Refusal> {
    let mut faults = Vec::new();
    let mut wanted = BTreeMap::new();
    for (at, (space, place)) in places.iter().enumerate() {
        let path = |field: &str| format!("spaces[{at}].{field}");
        if !on_floor.iter().any(|row| row.id.0 == *space) {
            faults.push(FieldFault::new(path("id"), Code::NotFound));
        }
        if wanted.insert(*space, *place).is_some() {
            faults.push(FieldFault::new(path("id"), Code::AlreadyUsed).with("value", space.to_string()));
        }
        faults.extend(check_place(place, path));
    }
    if faults.is_empty() { Ok(wanted) } else { Err(Refusal::fields(faults)) }
}

/// All that stands in a base, for those who may see it.
///
/// # Errors
/// `not_found` for what the caller may not see.
pub async fn structure(house: &House, by: &Caller, base: BaseId) -> Result<service::Structure, Fault> {
    by.allow(Action::SpacesRead, Action::SpacesRead, &Facts::of_base(base))?;
    crate::bases::store::find(&house.db, base).await?.ok_or_else(Refusal::missing)?;
    service::structure(house, base).await
}
