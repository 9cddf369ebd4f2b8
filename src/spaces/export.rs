//! Spaces and allocations as workbooks.

use std::collections::BTreeMap;

use domain::{
    allocation::AllocationState,
    id::{BaseId, FloorId},
    space::{SpaceKind, on_day::SpaceState},
};
use sheets::export::{ColumnKind, Sheet, Value};

use super::{
    edit, lists, plan, store,
    views::{self, AllocationView, SpaceView},
};
use crate::{
    fault::Fault,
    house::House,
    http::{
        Caller,
        context::{self, Language},
        xlsx::{MAX_ROWS, columns, day, optional, text, yes},
    },
    messages,
};

fn kind(kind: SpaceKind) -> String {
    let word = kind.as_str();
    let writings = sheets::spaces::KINDS.iter().map(|(writings, _)| *writings);
    let zh = writings.filter(|writings| writings.contains(&word)).find_map(|writings| writings.first().copied());
    match context::current().language {
        Language::Zh => zh.unwrap_or(word).to_owned(),
        Language::En => word.to_owned(),
    }
}

fn state(state: SpaceState) -> String {
    match state {
        SpaceState::Free => messages::word("value_state_free"),
        SpaceState::Reserved => messages::word("value_state_reserved"),
        SpaceState::Occupied => messages::word("value_state_occupied"),
        SpaceState::Closed => messages::word("value_state_closed"),
        SpaceState::Shared => messages::word("value_state_shared"),
    }
}

fn stage(state: AllocationState) -> String {
    match state {
        AllocationState::Reserved => messages::word("value_term_reserved"),
        AllocationState::Occupied => messages::word("value_state_occupied"),
        AllocationState::Ended => messages::word("value_term_ended"),
        AllocationState::Cancelled => messages::word("value_term_cancelled"),
    }
}

/// The rooms and desks of a base as they stand today; the first columns are those of the ledger
/// that is imported.
///
/// # Errors
/// `not_found` for what the caller may not see.
pub async fn spaces(house: &House, by: &Caller, base: BaseId) -> Result<Sheet, Fault> {
    let structure = edit::structure(house, by, base).await?;
    let row = crate::bases::store::find(&house.db, base).await?.ok_or_else(domain::refusal::Refusal::missing)?;
    let views = plan::spaces_today(house, by, base).await?;
    let floors: BTreeMap<FloorId, &store::FloorRow> = structure.floors.iter().map(|row| (row.id.0, row)).collect();
    let line = |view: &SpaceView| {
        let floor = floors.get(&view.floor);
        let building = structure.buildings.iter().find(|row| row.id.0 == view.building);
        let term = view.allocation.as_ref();
        vec![
            text(row.code.clone()),
            text(row.name.clone()),
            floor.map_or(Value::Empty, |floor| Value::Integer(floor.level)),
            text(view.code.clone()),
            text(kind(view.kind)),
            Value::Integer(view.seats),
            view.area_m2.map_or(Value::Empty, Value::Number),
            yes(view.bookable),
            text(view.equipment.join(";")),
            optional(view.name.as_deref()),
            optional(building.map(|row| row.name.as_str())),
            text(state(view.state)),
            optional(term.map(|term| term.organization.name.as_str())),
            term.map_or(Value::Empty, |term| day(term.from)),
            term.and_then(|term| term.to).map_or(Value::Empty, day),
        ]
    };
    let title = format!("{}-{}", row.short_name, messages::word("sheet_title_spaces"));
    Ok(Sheet {
        title,
        columns: columns(&[
            ("column_base_code", ColumnKind::Digits),
            ("column_base_name", ColumnKind::Text),
            ("column_floor", ColumnKind::Number),
            ("column_space_code", ColumnKind::Digits),
            ("column_kind", ColumnKind::Text),
            ("column_seats", ColumnKind::Number),
            ("column_area", ColumnKind::Number),
            ("column_bookable", ColumnKind::Text),
            ("column_equipment", ColumnKind::Wrap),
            ("column_space_name", ColumnKind::Text),
            ("column_building", ColumnKind::Text),
            ("column_state", ColumnKind::Text),
            ("column_occupant", ColumnKind::Text),
            ("column_from", ColumnKind::Date),
            ("column_to", ColumnKind::Date),
        ]),
        rows: views.iter().map(line).collect(),
    })
}

/// Allocations within the caller's reach, those that end last first.
///
/// # Errors
/// When something cannot be read.
pub async fn allocations(house: &House, by: &Caller, base: Option<BaseId>) -> Result<Sheet, Fault> {
    let wanted = lists::Wanted { base, ..lists::Wanted::default() };
    let (rows, _) = lists::allocations(house, by, &wanted, None, MAX_ROWS).await?;
    let views = views::allocations(house, by, &rows).await?;
    let line = |view: &AllocationView| {
        vec![
            text(view.base.code.clone()),
            text(view.base.short_name.clone()),
            text(view.space.building_name.clone()),
            text(view.space.floor_name.clone()),
            text(view.space.code.clone()),
            text(kind(view.space.kind)),
            text(view.organization.name.clone()),
            day(view.from),
            view.to.map_or(Value::Empty, day),
            view.days_left.map_or(Value::Empty, Value::Integer),
            text(stage(view.state)),
            optional(view.note.as_deref()),
            optional(view.reason.as_deref()),
        ]
    };
    let title = messages::word("sheet_title_allocations");
    Ok(Sheet {
        title,
        columns: columns(&[
            ("column_base_code", ColumnKind::Digits),
            ("column_base", ColumnKind::Text),
            ("column_building", ColumnKind::Text),
            ("column_floor", ColumnKind::Text),
            ("column_space_code", ColumnKind::Digits),
            ("column_kind", ColumnKind::Text),
            ("column_organization", ColumnKind::Text),
            ("column_from", ColumnKind::Date),
            ("column_to", ColumnKind::Date),
            ("column_days_left", ColumnKind::Number),
            ("column_state", ColumnKind::Text),
            ("column_note", ColumnKind::Wrap),
            ("column_reason", ColumnKind::Wrap),
        ]),
        rows: views.iter().map(line).collect(),
    })
}
