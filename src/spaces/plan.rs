//! The plan of a base on a day, its timeline and its occupancy: few indexed reads each, the rest is
//! counted in memory.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{
    access::{Action, Facts},
    allocation::AllocationState,
    day::{Day, DaySpan, Moment},
    id::{AllocationId, BaseId, ClosureId, FloorId, OrganizationId, SpaceId},
    refusal::{Code, FieldFault, Refusal},
    space::{
        layout::{Drawing, Piece, Rect, draw, natural},
        on_day::{Closed, OnDay, SpaceState, Standing, Tally, Term, on_day, tallies, tally},
    },
};

use super::{
    plan_views::{
        BuildingView, FloorView, Occupancy, OccupancyDay, Plan, PlanBase, PlanCounts, Timeline, TimelineItem,
    },
    rules::{TermRules, rules_among},
    service::Structure,
    store::{self, AllocationRow, ClosureRow, SpaceRow},
    store_terms::{self, HolderRow},
    views::{self, Can, ClosureBrief, SpaceView, TermBrief, TermHolder},
};
use crate::{
    db::{Keep, tables},
    fault::Fault,
    house::House,
    http::Caller,
    settings::service::Values,
};

/// Days of an occupancy or a timeline at most: a year and its edges.
pub const MAX_DAYS: i64 = 400;

/// A base with everything that stands and happens in it from a day on.
#[derive(Debug)]
struct Scene {
    base: crate::bases::store::BaseRow,
    structure: Structure,
    terms: Vec<AllocationRow>,
    closures: Vec<ClosureRow>,
    /// The organizations that have the terms.
    holders: BTreeMap<OrganizationId, HolderRow>,
    rules: TermRules,
    /// The same as the rules of the domain see it.
    standings: Vec<Standing>,
    facts: (Vec<Term>, Vec<Closed>),
    drawings: BTreeMap<FloorId, Drawing>,
}

impl Keep for Scene {
    fn kilobytes(&self) -> u64 {
        let rows = self.structure.spaces.len() + self.terms.len() + self.closures.len() + self.holders.len();
        u64::try_from(rows).unwrap_or(u64::MAX) / 2 + 4
    }
}

/// What a scene is read of.
const SCENE: &[&str] = &["base", "building", "floor", "space", "allocation", "closure", "organization", "setting"];

impl Scene {
    async fn of(house: &House, base: BaseId, since: Day) -> Result<Arc<Self>, Fault> {
        let today = house.today();
        let read = || Self::read(house, base, since, today);
        house.db.keep("scene", format!("{base} {since} {today}"), tables(SCENE), read).await
    }

    async fn read(house: &House, base: BaseId, since: Day, today: Day) -> Result<Self, Fault> {
        let (row, buildings, floors, spaces, mut terms, closures, settings) = house
            .db
            .read((
                crate::bases::store::one(base),
                store::buildings(base),
                store::floors(base),
                store::spaces(base),
                store_terms::terms_of_base(base, since),
                store_terms::closures_of_base(base, since),
                crate::settings::store::all(),
            ))
            .await?;
        let row = row.into_iter().next().ok_or_else(Refusal::missing)?;
        terms.retain(|row| row.state.0 != AllocationState::Cancelled);
        let rules = rules_among(&Values::of(settings), base, today);
        let ids: BTreeSet<OrganizationId> = terms.iter().map(|row| row.organization.0).collect();
        let holders = house.db.read(store_terms::holders(&ids.into_iter().collect::<Vec<_>>())).await?;
        Ok(Self {
            base: row,
            holders: holders.into_iter().map(|row| (row.id.0, row)).collect(),
            rules,
            standings: spaces.iter().map(standing).collect(),
            facts: facts(&terms, &closures)?,
            drawings: drawings(&spaces),
            structure: Structure { buildings, floors, spaces },
            terms,
            closures,
        })
    }

    fn holder(&self, id: OrganizationId) -> TermHolder {
        TermHolder { id, name: self.holders.get(&id).map(|row| row.name.clone()).unwrap_or_default() }
    }

    fn brief(&self, row: &AllocationRow) -> TermBrief {
        TermBrief {
            id: row.id.0,
            organization: self.holder(row.organization.0),
            from: row.first.0,
            to: row.last.map(|last| last.0),
            state: row.state.0,
            version: row.version,
        }
    }

    /// Views of the spaces on a day, in order of their codes as people count.
    fn views(&self, by: &Caller, on: Day) -> (Vec<SpaceView>, PlanCounts) {
        let (terms, closures) = &self.facts;
        let states = on_day(&self.standings, terms, closures, on);
        let allocations: BTreeMap<AllocationId, &AllocationRow> =
            self.terms.iter().map(|row| (row.id.0, row)).collect();
        let shut: BTreeMap<ClosureId, &ClosureRow> = self.closures.iter().map(|row| (row.id.0, row)).collect();
        let mut views = Vec::with_capacity(states.len());
        for (row, state) in self.structure.spaces.iter().zip(&states) {
            let term = state.term.and_then(|id| allocations.get(&id)).copied();
            let place = self.drawings.get(&row.floor.0).and_then(|drawing| drawing.places.get(&row.id.0)).copied();
            let mut view = view(row, place, state, can_space(by, row, state));
            view.expiring = state.state == SpaceState::Occupied && term.is_some_and(|row| self.expires(row, on));
            view.allocation = term.map(|row| self.brief(row));
            view.next = state.next.and_then(|id| allocations.get(&id)).map(|row| self.brief(row));
            view.closure = state.closure.and_then(|id| shut.get(&id)).map(|row| ClosureBrief::from(*row));
            views.push(view);
        }
        views.sort_by_cached_key(|view| natural(&view.code));
        let expiring = views.iter().filter(|view| view.expiring && view.assignable).count();
        (views, counts(tally(&self.standings, &states), expiring))
    }

    fn expires(&self, row: &AllocationRow, on: Day) -> bool {
        row.last.is_some_and(|last| (0..=self.rules.expiring_days).contains(&on.days_until(last.0)))
    }
}

fn facts(terms: &[AllocationRow], closures: &[ClosureRow]) -> Result<(Vec<Term>, Vec<Closed>), Fault> {
    let term = |row: &AllocationRow| {
        let allocation = row.allocation()?;
        Ok::<_, Fault>(Term {
            allocation: row.id.0,
            space: row.space.0,
            days: allocation.term,
            state: allocation.state,
        })
    };
    let closed =
        |row: &ClosureRow| Ok::<_, Fault>(Closed { closure: row.id.0, space: row.space.0, days: row.closure()?.days });
    let terms = terms.iter().map(term).collect::<Result<_, _>>()?;
    Ok((terms, closures.iter().map(closed).collect::<Result<_, _>>()?))
}

fn drawings(spaces: &[SpaceRow]) -> BTreeMap<FloorId, Drawing> {
    let mut pieces: BTreeMap<FloorId, Vec<Piece>> = BTreeMap::new();
    for row in spaces {
        pieces.entry(row.floor.0).or_default().push(piece(row));
    }
    pieces.iter().map(|(floor, pieces)| (*floor, draw(pieces))).collect()
}

fn standing(row: &SpaceRow) -> Standing {
    Standing { space: row.id.0, whole: row.parent.map(|whole| whole.0), assignable: row.assignable }
}

fn piece(row: &SpaceRow) -> Piece {
    let drawn = match (row.x, row.y, row.w, row.h) {
        (Some(x), Some(y), Some(w), Some(h)) => Some(Rect { x, y, w, h }),
        _ => None,
    };
    Piece {
        space: row.id.0,
        code: row.code.clone(),
        kind: row.kind.0,
        whole: row.parent.map(|whole| whole.0),
        seats: u32::try_from(row.seats).unwrap_or(1),
        area_m2: row.area_m2,
        drawn,
    }
}

fn counts(tally: Tally, expiring: usize) -> PlanCounts {
    PlanCounts {
        assignable: tally.assignable,
        occupied: tally.occupied,
        reserved: tally.reserved,
        free: tally.free(),
        closed: tally.closed,
        expiring: u32::try_from(expiring).unwrap_or(u32::MAX),
    }
}

fn can_space(by: &Caller, row: &SpaceRow, state: &OnDay) -> Can {
    let facts = Facts::of_base(row.base.0);
    let unfit = (!row.assignable).then_some(Code::SpaceNotAssignable);
    let taken = (state.state != SpaceState::Free).then_some(Code::Taken);
    let words = [
        ("assign", by.can(Action::AllocationsManage, &facts).or(unfit).or(taken)),
        ("edit", by.can(Action::SpacesEdit, &facts)),
        ("close", by.can(Action::SpacesClose, &facts)),
    ];
    words.into_iter().map(|(verb, code)| (verb.to_owned(), code.map(|code| code.as_str().to_owned()))).collect()
}

fn view(row: &SpaceRow, place: Option<Rect>, state: &OnDay, can: Can) -> SpaceView {
    SpaceView {
        id: row.id.0,
        base: row.base.0,
        building: row.building.0,
        floor: row.floor.0,
        parent: row.parent.map(|whole| whole.0),
        code: row.code.clone(),
        name: row.name.clone(),
        kind: row.kind.0,
        seats: row.seats,
        area_m2: row.area_m2,
        bookable: row.bookable,
        assignable: row.assignable,
        equipment: row.equipment.clone(),
        x: place.map(|rect| rect.x),
        y: place.map(|rect| rect.y),
        w: place.map(|rect| rect.w),
        h: place.map(|rect| rect.h),
        state: state.state,
        expiring: false,
        allocation: None,
        closure: None,
        next: None,
        version: row.version,
        can,
    }
}

/// The plan of a base on a day; today when none is given.
///
/// # Errors
/// `not_found` for what the caller may not see.
pub async fn plan(house: &House, by: &Caller, base: BaseId, on: Option<Day>) -> Result<Plan, Fault> {
    readable(by, base)?;
    let today = house.today();
    let on = on.unwrap_or(today);
    let scene = Scene::of(house, base, on).await?;
    let (spaces, counts) = scene.views(by, on);
    let floor = |row: &super::store::FloorRow| {
        let drawing = scene.drawings.get(&row.id.0);
        FloorView {
            id: row.id.0,
            building: row.building.0,
            name: row.name.clone(),
            level: row.level,
            width: drawing.map_or(0.0, |drawing| drawing.width),
            height: drawing.map_or(0.0, |drawing| drawing.height),
        }
    };
    let row = &scene.base;
    let (code, name, short_name) = (row.code.clone(), row.name.clone(), row.short_name.clone());
    let base = PlanBase { id: base, code, name, short_name };
    let buildings = scene.structure.buildings.iter();
    Ok(Plan {
        base,
        on,
        today,
        buildings: buildings.map(|row| BuildingView { id: row.id.0, name: row.name.clone() }).collect(),
        floors: scene.structure.floors.iter().map(floor).collect(),
        spaces,
        counts,
    })
}

fn readable(by: &Caller, base: BaseId) -> Result<(), Refusal> {
    by.allow(Action::SpacesRead, Action::SpacesRead, &Facts::of_base(base)).map(drop)
}

/// Views of all spaces of a base as they stand today.
///
/// # Errors
/// When something cannot be read.
pub async fn spaces_today(house: &House, by: &Caller, base: BaseId) -> Result<Vec<SpaceView>, Fault> {
    let today = house.today();
    Ok(Scene::of(house, base, today).await?.views(by, today).0)
}

/// The view of one space as it stands today.
///
/// # Errors
/// `not_found` for what is not there.
pub async fn space_today(house: &House, by: &Caller, row: &SpaceRow) -> Result<SpaceView, Fault> {
    let views = spaces_today(house, by, row.base.0).await?;
    Ok(views.into_iter().find(|view| view.id == row.id.0).ok_or_else(Refusal::missing)?)
}

/// Views of some spaces as they stand today, in the order given.
///
/// # Errors
/// When something cannot be read.
pub async fn spaces_of(house: &House, by: &Caller, rows: &[SpaceRow]) -> Result<Vec<SpaceView>, Fault> {
    let mut views: BTreeMap<SpaceId, SpaceView> = BTreeMap::new();
    for base in rows.iter().map(|row| row.base.0).collect::<BTreeSet<_>>() {
        views.extend(spaces_today(house, by, base).await?.into_iter().map(|view| (view.id, view)));
    }
    Ok(rows.iter().filter_map(|row| views.remove(&row.id.0)).collect())
}

/// First and last day of a window, in order and not too long.
fn window(from: Day, to: Day) -> Result<i64, Refusal> {
    let days = from.days_until(to) + 1;
    if days < 1 {
        return Err(Refusal::field("to", Code::EmptyInterval));
    }
    if days > MAX_DAYS {
        let max = from.plus(MAX_DAYS - 1).to_string();
        return Err(Refusal::fields(vec![FieldFault::new("to", Code::DayTooLate).with("max", max)]));
    }
    Ok(days)
}

/// Terms and closures of a base that meet a window, by space and first day.
///
/// # Errors
/// A bad window as field; `not_found` for what the caller may not see.
pub async fn timeline(
    house: &House,
    by: &Caller,
    base: BaseId,
    (from, to): (Day, Day),
    floor: Option<FloorId>,
) -> Result<Timeline, Fault> {
    readable(by, base)?;
    window(from, to)?;
    let scene = Scene::of(house, base, from).await?;
    let spaces: BTreeMap<SpaceId, &SpaceRow> = scene
        .structure
        .spaces
        .iter()
        .filter(|row| floor.is_none_or(|floor| row.floor.0 == floor))
        .map(|row| (row.id.0, row))
        .collect();
    let span = DaySpan::new(from, Some(to))?;
    let at = Moment { now: by.now, zone: house.zone };
    let mut items = Vec::new();
    for row in &scene.terms {
        let Some(space) = spaces.get(&row.space.0).filter(|_| row.first.0 <= to) else { continue };
        let live = scene.holders.get(&row.organization.0).is_some_and(|holder| holder.live);
        items.push(TimelineItem {
            id: row.id.0.to_string(),
            space: space.id.0,
            space_code: space.code.clone(),
            organization: Some(scene.holder(row.organization.0)),
            from: row.first.0,
            to: row.last.map(|last| last.0),
            state: row.state.0.as_str().to_owned(),
            reason: None,
            version: row.version,
            can: views::can(by, row, live, Some(&scene.rules), at)?,
        });
    }
    let close = by.can(Action::SpacesClose, &Facts::of_base(base)).map(|code| code.as_str().to_owned());
    for row in &scene.closures {
        let Some(space) = spaces.get(&row.space.0) else { continue };
        if !row.closure()?.days.overlaps(span) {
            continue;
        }
        items.push(TimelineItem {
            id: row.id.0.to_string(),
            space: space.id.0,
            space_code: space.code.clone(),
            organization: None,
            from: row.first.0,
            to: row.last.map(|last| last.0),
            state: "closure".to_owned(),
            reason: Some(row.reason.clone()),
            version: row.version,
            can: Can::from([("end".to_owned(), close.clone())]),
        });
    }
    items.sort_by_cached_key(|item| (natural(&item.space_code), item.from, item.id.clone()));
    Ok(Timeline { items })
}

/// How a base is taken on each of some days.
#[derive(Debug)]
struct Tallies(Vec<Tally>);

impl Keep for Tallies {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX) / 40 + 1
    }
}

/// Occupancy of a base over some days.
///
/// # Errors
/// A bad window as field; `not_found` for what the caller may not see.
pub async fn occupancy(house: &House, by: &Caller, base: BaseId, (from, to): (Day, Day)) -> Result<Occupancy, Fault> {
    readable(by, base)?;
    let days = usize::try_from(window(from, to)?).unwrap_or(0);
    let count = || async {
        let scene = Scene::of(house, base, from).await?;
        let (terms, closures) = &scene.facts;
        Ok::<_, Fault>(Tallies(tallies(&scene.standings, terms, closures, from, days)))
    };
    let key = format!("{base} {from} {days} {}", house.today());
    let counted = house.db.keep("occupancy", key, tables(SCENE), count).await?;
    let day = |(at, tally): (i64, &Tally)| OccupancyDay {
        day: from.plus(at),
        assignable: tally.assignable,
        occupied: tally.occupied,
        reserved: tally.reserved,
        closed: tally.closed,
    };
    Ok(Occupancy { days: (0..).zip(&counted.0).map(day).collect() })
}
