//! Spaces and allocations as workbooks.

use std::collections::BTreeMap;

use domain::{
    allocation::AllocationState,
    day::Day,
    id::{BaseId, FloorId},
    space::{SpaceKind, on_day::SpaceState},
};
use sheets::export::{Column, ColumnKind, Sheet, Value};

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
    },
};

/// Rows of an exported list at most; a province has some ten thousand terms.
const MAX_ROWS: usize = 50_000;

fn pick(zh: &str, en: &str) -> String {
    match context::current().language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

fn columns(of: &[(&str, &str, ColumnKind)]) -> Vec<Column> {
    of.iter().map(|(zh, en, kind)| Column::new(pick(zh, en), *kind)).collect()
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn optional(value: Option<&str>) -> Value {
    value.map_or(Value::Empty, Value::from)
}

fn day(day: Day) -> Value {
    Value::Day(day.date())
}

fn kind(kind: SpaceKind) -> String {
    let word = kind.as_str();
    let writings = sheets::spaces::KINDS.iter().map(|(writings, _)| *writings);
    let zh = writings.filter(|writings| writings.contains(&word)).find_map(|writings| writings.first().copied());
    pick(zh.unwrap_or(word), word)
}

fn state(state: SpaceState) -> String {
    match state {
        SpaceState::Free => pick("空闲", "free"),
        SpaceState::Reserved => pick("已预定", "reserved"),
        SpaceState::Occupied => pick("使用中", "occupied"),
        SpaceState::Closed => pick("停用", "closed"),
        SpaceState::Shared => pick("共享", "shared"),
    }
}

fn stage(state: AllocationState) -> String {
    match state {
        AllocationState::Reserved => pick("待交付", "reserved"),
        AllocationState::Occupied => pick("使用中", "occupied"),
        AllocationState::Ended => pick("已结束", "ended"),
        AllocationState::Cancelled => pick("已取消", "cancelled"),
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
            text(if view.bookable { pick("是", "yes") } else { pick("否", "no") }),
            text(view.equipment.join(";")),
            optional(view.name.as_deref()),
            optional(building.map(|row| row.name.as_str())),
            text(state(view.state)),
            optional(term.map(|term| term.organization.name.as_str())),
            term.map_or(Value::Empty, |term| day(term.from)),
            term.and_then(|term| term.to).map_or(Value::Empty, day),
        ]
    };
    let title = format!("{}-{}", row.short_name, pick("空间", "Spaces"));
    Ok(Sheet {
        title,
        columns: columns(&[
            ("基地编号", "base code", ColumnKind::Digits),
            ("基地名称", "base name", ColumnKind::Text),
            ("楼层", "floor", ColumnKind::Number),
            ("房间/工位号", "room no.", ColumnKind::Digits),
            ("类型", "type", ColumnKind::Text),
            ("容纳人数", "seats", ColumnKind::Number),
            ("面积（㎡）", "area (m2)", ColumnKind::Number),
            ("可预约", "bookable", ColumnKind::Text),
            ("设备", "equipment", ColumnKind::Wrap),
            ("空间名称", "name", ColumnKind::Text),
            ("楼栋", "building", ColumnKind::Text),
            ("状态", "state", ColumnKind::Text),
            ("使用单位", "organization", ColumnKind::Text),
            ("开始日期", "from", ColumnKind::Date),
            ("结束日期", "to", ColumnKind::Date),
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
    let title = pick("空间分配", "Allocations");
    Ok(Sheet {
        title,
        columns: columns(&[
            ("基地编号", "base code", ColumnKind::Digits),
            ("基地", "base", ColumnKind::Text),
            ("楼栋", "building", ColumnKind::Text),
            ("楼层", "floor", ColumnKind::Text),
            ("房间/工位号", "room no.", ColumnKind::Digits),
            ("类型", "type", ColumnKind::Text),
            ("社会组织", "organization", ColumnKind::Text),
            ("开始日期", "from", ColumnKind::Date),
            ("结束日期", "to", ColumnKind::Date),
            ("剩余天数", "days left", ColumnKind::Number),
            ("状态", "state", ColumnKind::Text),
            ("备注", "note", ColumnKind::Wrap),
            ("原因", "reason", ColumnKind::Wrap),
        ]),
        rows: views.iter().map(line).collect(),
    })
}
