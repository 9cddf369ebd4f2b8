//! Residencies of a list, as they are shown.

use std::collections::BTreeMap;

use domain::{
    day::Day,
    id::{BaseId, OrganizationId, ResidencyId},
    intake::ResidencyMode,
    refusal::Refusal,
    residency::{Clock, ClockOwner, ExitKind, LIFECYCLE, ResidencyAction, ResidencyState},
};
use poem_openapi::Object;

use super::{matter, store::ResidencyRow};
use crate::{
    applications::{checks::Ground, views_clock::RunningClock, views_intakes::PublicBase},
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    organizations::store as organizations,
};

/// Whose it is.
#[derive(Debug, Clone, Object)]
pub struct Resident {
    /// Identifier.
    pub id: OrganizationId,
    /// Name.
    pub name: String,
}

/// A residency in a list.
#[derive(Debug, Clone, Object)]
pub struct ResidencyItem {
    /// Identifier.
    pub id: ResidencyId,
    /// In which base.
    pub base: PublicBase,
    /// Whose.
    pub organization: Resident,
    /// The number of its agreement.
    pub number: Option<String>,
    /// With or without a place.
    pub mode: ResidencyMode,
    /// Where it stands.
    pub state: ResidencyState,
    /// First agreed day.
    pub first: Day,
    /// Last agreed day.
    pub last: Day,
    /// The day of moving in.
    pub began: Option<Day>,
    /// Its last day, once that is known.
    pub ended: Option<Day>,
    /// Why it ended, or ends.
    #[oai(skip_serializing_if_is_none)]
    pub exit_kind: Option<ExitKind>,
    /// The agreed time is over, and it goes on.
    pub over: bool,
    /// The clock that runs.
    #[oai(skip_serializing_if_is_none)]
    pub clock: Option<RunningClock<ResidencyAction, ClockOwner>>,
}

fn over(row: &ResidencyRow, today: Day) -> bool {
    LIFECYCLE.step(row.state.0, ResidencyAction::Expire).is_some() && row.last.0 < today
}

/// What a list shows of a residency.
///
/// # Errors
/// More days than the calendar counts.
pub(super) fn item(
    row: &ResidencyRow,
    base: &BaseRow,
    name: &str,
    clock: Option<Clock>,
    ground: &Ground,
) -> Result<ResidencyItem, Fault> {
    Ok(ResidencyItem {
        id: row.id.0,
        base: base.into(),
        organization: Resident { id: row.organization.0, name: name.to_owned() },
        number: row.number.clone(),
        mode: row.mode.0,
        state: row.state.0,
        first: row.first.0,
        last: row.last.0,
        began: row.began.map(|day| day.0),
        ended: row.ended.map(|day| day.0),
        exit_kind: row.course()?.exit.map(|exit| exit.kind),
        over: over(row, ground.today()),
        clock: clock.map(|clock| RunningClock::of(ground, row.base.0, clock)).transpose()?,
    })
}

/// Residencies of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[ResidencyRow]) -> Result<Vec<ResidencyItem>, Fault> {
    let bases = house.db.read(crate::bases::store::every()).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let by_id: BTreeMap<BaseId, &BaseRow> = bases.iter().map(|row| (row.id.0, row)).collect();
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    let whose = organizations::named(&house.db, &ids).await?;
    let names: BTreeMap<OrganizationId, &str> = whose.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let clocks = matter::clocks(house, &ground, rows).await?;
    let view = |(row, clock): (&ResidencyRow, Option<Clock>)| {
        let base = by_id.get(&row.base.0).ok_or_else(Refusal::missing)?;
        item(row, base, names.get(&row.organization.0).copied().unwrap_or_default(), clock, &ground)
    };
    rows.iter().zip(clocks).map(view).collect()
}
