//! Routes of buildings, floors, rooms and desks.

use domain::{
    access::{Action, Facts},
    day::Day,
    id::{BaseId, BuildingId, ClosureId, FloorId, SpaceId},
    space::{SpaceKind, layout::Rect},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    closures,
    edit::{self, Draftee, SpaceChange},
    export, lists, plan,
    plan_views::{BuildingView, Occupancy, Plan, Timeline},
    store::SpaceRow,
    views::{AllocationView, ClosureView, SpaceView, allocations},
};
use crate::{
    fault::Fault,
    house::SharedHouse,
    http::{Answer, Body, By, Created, Found, Page, Tag, Versioned, act, reply, xlsx::Xlsx},
};

/// Routes of buildings, floors, rooms and desks.
#[derive(Debug)]
pub struct SpacesApi(pub SharedHouse);

/// A building to be made.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct BuildingBody {
    /// Name, such as `主楼`.
    name: String,
}

impl Versioned for BuildingView {
    fn version(&self) -> i64 {
        1
    }
}

/// A floor to be made.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct FloorBody {
    /// Name, such as `2F`.
    name: String,
    /// 1 is the ground floor, -1 the first below it.
    level: i64,
}

/// A floor.
#[derive(Debug, Object)]
struct FloorMade {
    /// Identifier.
    id: FloorId,
    /// In which building.
    building: BuildingId,
    /// Name.
    name: String,
    /// 1 is the ground floor, -1 the first below it.
    level: i64,
}

impl Versioned for FloorMade {
    fn version(&self) -> i64 {
        1
    }
}

/// A room or a desk to be made.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SpaceBody {
    /// What is painted on the door; unique in the base.
    code: String,
    /// What it is.
    kind: SpaceKind,
    /// Name, where it has one besides the code.
    #[serde(default)]
    name: Option<String>,
    /// The room or area that it is part of.
    #[serde(default)]
    parent: Option<SpaceId>,
    /// How many people fit; 1 when left out.
    #[serde(default)]
    seats: Option<u32>,
    /// Area, m².
    #[serde(default)]
    area_m2: Option<f64>,
    /// Booked by the hour; as usual for the kind when left out.
    #[serde(default)]
    bookable: Option<bool>,
    /// Given to organizations for a term; as usual for the kind when left out.
    #[serde(default)]
    assignable: Option<bool>,
    /// What stands in it.
    #[serde(default)]
    equipment: Option<Vec<String>>,
}

/// What to change of a space; what is left out stays.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct SpacePatch {
    /// What is painted on the door.
    code: Option<String>,
    /// Name; empty for none.
    name: Option<String>,
    /// What it is.
    kind: Option<SpaceKind>,
    /// How many people fit.
    seats: Option<u32>,
    /// Area, m².
    area_m2: Option<f64>,
    /// Booked by the hour.
    bookable: Option<bool>,
    /// Given to organizations for a term.
    assignable: Option<bool>,
    /// What stands in it.
    equipment: Option<Vec<String>>,
    /// Where it is drawn.
    place: Option<PlaceBody>,
}

/// A rectangle on a floor, metres from its top left corner.
#[derive(Debug, Clone, Copy, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct PlaceBody {
    /// From the left.
    x: f64,
    /// From the top.
    y: f64,
    /// Width.
    w: f64,
    /// Height.
    h: f64,
}

/// Where a space is drawn.
#[derive(Debug, Clone, Copy, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct PlacedSpace {
    /// Which space of the floor.
    id: SpaceId,
    /// From the left.
    x: f64,
    /// From the top.
    y: f64,
    /// Width.
    w: f64,
    /// Height.
    h: f64,
}

/// A floor as drawn by hand.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct LayoutBody {
    /// Spaces and their places; those left out are laid out by the service.
    spaces: Vec<PlacedSpace>,
}

/// Days on which a space is closed.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ClosureBody {
    /// First closed day.
    from: Day,
    /// Last closed day; until further notice when left out.
    #[serde(default)]
    to: Option<Day>,
    /// Why.
    reason: String,
}

/// The last closed day.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ClosureEnd {
    /// Last closed day; before the first one, the closure is called off.
    last: Day,
}

impl SpacesApi {
    async fn view(&self, by: &crate::http::Caller, row: &SpaceRow) -> Result<SpaceView, Fault> {
        plan::space_today(&self.0, by, row).await
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl SpacesApi {
    /// The plan of a base on a day
    ///
    /// Buildings, floors with their drawing, rooms and desks with how they stand on the day, and
    /// the counts. Where nobody has drawn a floor, the service lays it out, always alike.
    #[oai(path = "/bases/:id/plan", method = "get", operation_id = "spaces_plan", tag = Tag::Spaces)]
    async fn plan(
        &self,
        by: By<act::SpacesRead>,
        id: Path<BaseId>,
        /// The day; today when left out.
        on: Query<Option<Day>>,
    ) -> Answer<Json<Plan>> {
        Ok(Json(plan::plan(&self.0, &by, id.0, on.0).await?))
    }

    /// Terms and closures of a base over time
    #[oai(path = "/bases/:id/terms", method = "get", operation_id = "spaces_terms", tag = Tag::Spaces)]
    async fn terms(
        &self,
        by: By<act::SpacesRead>,
        id: Path<BaseId>,
        /// First day of the window.
        from: Query<Day>,
        /// Last day of the window, at most 400 days.
        to: Query<Day>,
        /// Only this floor.
        floor: Query<Option<FloorId>>,
    ) -> Answer<Json<Timeline>> {
        Ok(Json(plan::timeline(&self.0, &by, id.0, (from.0, to.0), floor.0).await?))
    }

    /// Occupancy of a base day by day
    #[oai(path = "/bases/:id/occupancy", method = "get", operation_id = "spaces_occupancy", tag = Tag::Spaces)]
    async fn occupancy(
        &self,
        by: By<act::SpacesRead>,
        id: Path<BaseId>,
        /// First day.
        from: Query<Day>,
        /// Last day, at most 400 days.
        to: Query<Day>,
    ) -> Answer<Json<Occupancy>> {
        Ok(Json(plan::occupancy(&self.0, &by, id.0, (from.0, to.0)).await?))
    }

    /// Rooms and desks
    #[oai(path = "/spaces", method = "get", operation_id = "spaces_list", tag = Tag::Spaces)]
    async fn list(
        &self,
        by: By<act::SpacesRead>,
        /// Only in this base.
        base: Query<Option<BaseId>>,
        /// Only of this kind.
        kind: Query<Option<SpaceKind>>,
        /// The beginning of a code or a part of a name.
        q: Query<Option<String>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<SpaceView>>> {
        let limit = reply::limit(limit.0)?;
        let words = q.0.as_deref().unwrap_or_default().trim();
        let asked = (base.0, kind.0, words);
        let (rows, next) = lists::spaces(&self.0, &by, asked, cursor.0.as_deref(), limit).await?;
        Ok(Json(Page { items: plan::spaces_of(&self.0, &by, &rows).await?, next, total: None }))
    }

    /// Rooms and desks of a base as a workbook
    #[oai(path = "/spaces/export", method = "get", operation_id = "spaces_export", tag = Tag::Spaces)]
    async fn export(
        &self,
        by: By<act::SpacesRead>,
        /// Which base.
        base: Query<BaseId>,
    ) -> Answer<Xlsx> {
        Ok(Xlsx::of(export::spaces(&self.0, &by, base.0).await?, self.0.today()).await?)
    }

    /// A room or a desk as it stands today
    #[oai(path = "/spaces/:id", method = "get", operation_id = "spaces_show", tag = Tag::Spaces)]
    async fn show(&self, by: By<act::SpacesRead>, id: Path<SpaceId>) -> Answer<Found<SpaceView>> {
        let row = edit::get(&self.0, &by, id.0).await?;
        Ok(Found(self.view(&by, &row).await?))
    }

    /// Who sat where: the terms of a space, those that end last first
    #[oai(path = "/spaces/:id/terms", method = "get", operation_id = "spaces_history", tag = Tag::Spaces)]
    async fn history(
        &self,
        by: By<act::SpacesRead>,
        id: Path<SpaceId>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<AllocationView>>> {
        let row = edit::get(&self.0, &by, id.0).await?;
        by.allow(Action::AllocationsRead, Action::SpacesRead, &Facts::of_base(row.base.0))?;
        let limit = reply::limit(limit.0)?;
        let (rows, next) = lists::terms_of_space(&self.0, id.0, cursor.0.as_deref(), limit).await?;
        Ok(Json(Page { items: allocations(&self.0, &by, &rows).await?, next, total: None }))
    }

    /// Make a building
    #[oai(path = "/bases/:id/buildings", method = "post", operation_id = "spaces_create_building", tag = Tag::Spaces)]
    async fn create_building(
        &self,
        by: By<act::SpacesEdit>,
        id: Path<BaseId>,
        body: Body<BuildingBody>,
    ) -> Answer<Created<BuildingView>> {
        let row = edit::create_building(&self.0, &by, id.0, &body.0.name).await?;
        Ok(Created(BuildingView { id: row.id.0, name: row.name }))
    }

    /// Make a floor
    #[oai(path = "/buildings/:id/floors", method = "post", operation_id = "spaces_create_floor", tag = Tag::Spaces)]
    async fn create_floor(
        &self,
        by: By<act::SpacesEdit>,
        id: Path<BuildingId>,
        body: Body<FloorBody>,
    ) -> Answer<Created<FloorMade>> {
        let row = edit::create_floor(&self.0, &by, id.0, &body.0.name, body.0.level).await?;
        Ok(Created(FloorMade { id: row.id.0, building: row.building.0, name: row.name, level: row.level }))
    }

    /// Make a room or a desk
    #[oai(path = "/floors/:id/spaces", method = "post", operation_id = "spaces_create", tag = Tag::Spaces)]
    async fn create(
        &self,
        by: By<act::SpacesEdit>,
        id: Path<FloorId>,
        body: Body<SpaceBody>,
    ) -> Answer<Created<SpaceView>> {
        let SpaceBody { code, kind, name, parent, seats, area_m2, bookable, assignable, equipment } = body.0;
        let equipment = equipment.unwrap_or_default();
        let like = Draftee { code, kind, name, parent, seats, area_m2, bookable, assignable, equipment };
        let row = edit::create_space(&self.0, &by, id.0, like).await?;
        Ok(Created(self.view(&by, &row).await?))
    }

    /// Change a room or a desk
    #[oai(path = "/spaces/:id", method = "patch", operation_id = "spaces_edit", tag = Tag::Spaces)]
    async fn edit(
        &self,
        by: By<act::SpacesEdit>,
        id: Path<SpaceId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<SpacePatch>,
    ) -> Answer<Found<SpaceView>> {
        let SpacePatch { code, name, kind, seats, area_m2, bookable, assignable, equipment, place } = body.0;
        let place = place.map(|place| Rect { x: place.x, y: place.y, w: place.w, h: place.h });
        let change = SpaceChange { code, name, kind, seats, area_m2, bookable, assignable, equipment, place };
        let row = edit::change(&self.0, &by, id.0, &change, if_match.0.as_deref()).await?;
        Ok(Found(self.view(&by, &row).await?))
    }

    /// Draw a floor
    ///
    /// Replaces the whole drawing of the floor.
    #[oai(path = "/floors/:id/layout", method = "put", operation_id = "spaces_draw", tag = Tag::Spaces)]
    async fn draw(
        &self,
        by: By<act::SpacesEdit>,
        id: Path<FloorId>,
        body: Body<LayoutBody>,
    ) -> Answer<Json<Page<SpaceView>>> {
        let places = body.0.spaces.iter().map(|one| (one.id, Rect { x: one.x, y: one.y, w: one.w, h: one.h }));
        let floor = edit::draw(&self.0, &by, id.0, &places.collect::<Vec<_>>()).await?;
        let views = plan::spaces_today(&self.0, &by, floor.base.0).await?;
        let items = views.into_iter().filter(|view| view.floor == id.0).collect();
        Ok(Json(Page { items, next: None, total: None }))
    }

    /// Close a space for some days
    #[oai(path = "/spaces/:id/closures", method = "post", operation_id = "spaces_close", tag = Tag::Spaces)]
    async fn close(
        &self,
        by: By<act::SpacesClose>,
        id: Path<SpaceId>,
        body: Body<ClosureBody>,
    ) -> Answer<Created<ClosureView>> {
        let row = closures::close(&self.0, &by, id.0, (body.0.from, body.0.to), &body.0.reason).await?;
        Ok(Created(ClosureView::from(&row)))
    }

    /// Open a space again
    #[oai(path = "/closures/:id/end", method = "post", operation_id = "spaces_open", tag = Tag::Spaces)]
    async fn open(
        &self,
        by: By<act::SpacesClose>,
        id: Path<ClosureId>,
        body: Body<ClosureEnd>,
    ) -> Answer<Found<ClosureView>> {
        let row = closures::end(&self.0, &by, id.0, body.0.last).await?;
        Ok(Found(ClosureView::from(&row)))
    }
}
