//! Drafts to rows: each kind by the room that owns it, all in the transaction of the batch.

use std::collections::BTreeMap;

use domain::{
    code::Code,
    id::{BaseId, ImportId},
    refusal::Values,
};
use sheets::{
    fault::Drafted,
    spaces::{SpaceDraft, Within},
};

use crate::{
    db::Tx,
    fault::Fault,
    house::House,
    journal::Acting,
    messages,
    spaces::{
        service::{self, NewSpace, Structure, Whole},
        store::{BuildingRow, FloorRow},
    },
};

/// The building that is made for a base that has none yet.
const BUILDING: &str = "first_building";

/// A row that the room of spaces refuses.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The row as the clerk sees it.
    pub row: u32,
    /// The field of the draft.
    pub field: &'static str,
    /// The reason.
    pub code: Code,
    /// What stands in the cell.
    pub raw: String,
    /// Values for the sentence.
    pub values: Values,
}

/// What was made besides the rows of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Buildings.
    pub buildings: Vec<String>,
    /// Floors.
    pub floors: Vec<String>,
}

/// Adds rooms and desks of any number of bases to a transaction, with the floors that they need.
/// Either all rows are right, or all that are not come back.
pub async fn spaces(
    house: &House,
    tx: &mut Tx,
    drafts: &[Drafted<SpaceDraft>],
    bases: &BTreeMap<String, BaseId>,
    by: &Acting,
    import: ImportId,
) -> Result<Result<Made, Vec<Refused>>, Fault> {
    let (mut made, mut refused) = (Made::default(), Vec::new());
    let mut by_base: BTreeMap<BaseId, Vec<&Drafted<SpaceDraft>>> = BTreeMap::new();
    for drafted in drafts {
        if let Some(base) = bases.get(&drafted.draft.base) {
            by_base.entry(*base).or_default().push(drafted);
        }
    }
    for (base, drafts) in by_base {
        let mut there = service::structure(house, base).await?;
        let mut new = Vec::with_capacity(drafts.len());
        for drafted in &drafts {
            let floor = floor(house, tx, base, &mut there, drafted.draft.floor, by, &mut made)?;
            new.push(space(&drafted.draft, &floor, &drafts, &there));
        }
        match service::prepare_spaces(house, tx, base, &new, by, Some(import)).await {
            Ok(_) => {}
            Err(Fault::Refused(refusal)) => {
                refused.extend(refusal.fields.into_iter().map(|fault| at_row(fault, &drafts)));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(if refused.is_empty() { Ok(made) } else { Err(refused) })
}

/// The floor of a level; made in the base's first building when it is not there.
fn floor(
    house: &House,
    tx: &mut Tx,
    base: BaseId,
    there: &mut Structure,
    level: i32,
    by: &Acting,
    made: &mut Made,
) -> Result<FloorRow, Fault> {
    let level = i64::from(level);
    if let Some(floor) = there.floors.iter().find(|floor| floor.level == level) {
        return Ok(floor.clone());
    }
    let building: BuildingRow = match there.buildings.first() {
        Some(building) => building.clone(),
        None => {
            let building = service::prepare_building(house, tx, base, &messages::word(BUILDING), by)?;
            made.buildings.push(building.id.0.to_string());
            there.buildings.push(building.clone());
            building
        }
    };
    let name = if level < 0 { format!("B{}", -level) } else { format!("{level}F") };
    let floor = service::prepare_floor(house, tx, &building, &name, level, by)?;
    made.floors.push(floor.id.0.to_string());
    there.floors.push(floor.clone());
    Ok(floor)
}

fn space(draft: &SpaceDraft, floor: &FloorRow, all: &[&Drafted<SpaceDraft>], there: &Structure) -> NewSpace {
    let whole = draft.within.as_ref().map(|within| match within {
        Within::Room(code) | Within::OpenArea(code) => code,
    });
    // An area that is neither in the file nor in the base is only a way of numbering desks.
    let known = |code: &&String| {
        all.iter().any(|other| other.draft.number == **code) || there.spaces.iter().any(|space| space.code == **code)
    };
    NewSpace {
        floor: floor.id.0,
        building: floor.building.0,
        whole: whole.filter(known).map(|code| Whole::Code(code.clone())),
        code: draft.number.clone(),
        // The words of the spreadsheets are those of the domain; a test says when they part.
        kind: draft.kind.as_str().parse().unwrap_or(domain::space::SpaceKind::Storage),
        name: None,
        seats: draft.capacity,
        area_m2: draft.area.map(|area| f64::from(area) / 100.0),
        bookable: Some(draft.bookable),
        assignable: None,
        equipment: draft.equipment.clone(),
    }
}

/// From `spaces[3].code` to the row and its cell.
fn at_row(fault: domain::refusal::FieldFault, drafts: &[&Drafted<SpaceDraft>]) -> Refused {
    let index = fault.path.strip_prefix("spaces[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
    let at = index.and_then(|index| drafts.get(index)).or_else(|| drafts.first());
    let field = match fault.path.rsplit("].").next().unwrap_or_default() {
        "seats" => "capacity",
        "area_m2" => "area",
        path if path.starts_with("equipment") => "equipment",
        _ => "number",
    };
    let code = if fault.code == Code::AlreadyUsed { Code::SheetKnown } else { fault.code };
    let raw = at.map(|drafted| drafted.draft.number.clone()).unwrap_or_default();
    Refused { row: at.map_or(0, |drafted| drafted.row), field, code, raw, values: fault.values }
}

#[cfg(test)]
mod tests {
    use domain::space::SpaceKind;

    #[test]
    fn the_words_of_the_spreadsheets_are_those_of_the_house() {
        for (writings, kind) in sheets::spaces::KINDS {
            let own: SpaceKind = kind.as_str().parse().unwrap();
            assert!(writings.contains(&own.as_str()) || own.as_str() == kind.as_str(), "{writings:?}");
            assert_eq!(own.is_bookable_by_default(), kind.is_bookable_by_default(), "{own}");
        }
    }
}
