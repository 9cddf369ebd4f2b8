//! The plan, the timeline and the occupancy of a base as they are answered.

use domain::{
    day::Day,
    id::{BaseId, BuildingId, FloorId, SpaceId},
};
use poem_openapi::Object;

use super::views::{Can, SpaceView, TermHolder};

/// A base on the plan.
#[derive(Debug, Object)]
pub struct PlanBase {
    /// Identifier.
    pub id: BaseId,
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Short name.
    pub short_name: String,
}

/// A building.
#[derive(Debug, Object)]
pub struct BuildingView {
    /// Identifier.
    pub id: BuildingId,
    /// Name.
    pub name: String,
}

/// A floor as drawn.
#[derive(Debug, Object)]
pub struct FloorView {
    /// Identifier.
    pub id: FloorId,
    /// In which building.
    pub building: BuildingId,
    /// Name, such as `2F`.
    pub name: String,
    /// 1 is the ground floor, -1 the first below it.
    pub level: i64,
    /// Width in metres.
    pub width: f64,
    /// Height in metres.
    pub height: f64,
}

/// How the spaces that are given for terms stand.
#[derive(Debug, Object)]
pub struct PlanCounts {
    /// Given for terms at all.
    pub assignable: u32,
    /// An organization has it.
    pub occupied: u32,
    /// Decided, not yet handed over.
    pub reserved: u32,
    /// Can be given.
    pub free: u32,
    /// Closed.
    pub closed: u32,
    /// Occupied ones whose term is about to end.
    pub expiring: u32,
}

/// A base on a day.
#[derive(Debug, Object)]
pub struct Plan {
    /// The base.
    pub base: PlanBase,
    /// The day that is shown.
    pub on: Day,
    /// Today.
    pub today: Day,
    /// Its buildings.
    pub buildings: Vec<BuildingView>,
    /// Their floors, from the lowest up.
    pub floors: Vec<FloorView>,
    /// Rooms and desks with their place on the floor and how they stand.
    pub spaces: Vec<SpaceView>,
    /// How many stand how.
    pub counts: PlanCounts,
}

/// A term or a closure on the timeline.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct TimelineItem {
    /// Identifier of the allocation or the closure.
    pub id: String,
    /// Which space.
    pub space: SpaceId,
    /// What is painted on its door.
    pub space_code: String,
    /// Who has it; none for a closure.
    pub organization: Option<TermHolder>,
    /// First day.
    pub from: Day,
    /// Last day; none when open-ended.
    pub to: Option<Day>,
    /// `reserved`, `occupied`, `ended` or `closure`.
    pub state: String,
    /// Why it is closed, of a closure.
    pub reason: Option<String>,
    /// Version.
    pub version: i64,
    /// What the caller may do with it: null = yes, else why not.
    pub can: Can,
}

/// A timeline.
#[derive(Debug, Object)]
pub struct Timeline {
    /// Terms and closures that meet the window.
    pub items: Vec<TimelineItem>,
}

/// Occupancy on a day.
#[derive(Debug, Object)]
pub struct OccupancyDay {
    /// The day.
    pub day: Day,
    /// Given for terms at all.
    pub assignable: u32,
    /// An organization has it.
    pub occupied: u32,
    /// Decided, not yet handed over.
    pub reserved: u32,
    /// Closed.
    pub closed: u32,
}

/// Occupancy over days.
#[derive(Debug, Object)]
pub struct Occupancy {
    /// One entry a day.
    pub days: Vec<OccupancyDay>,
}
