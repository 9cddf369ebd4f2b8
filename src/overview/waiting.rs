//! Applications that wait for a base, and by when.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    application::{ApplicationState, Turn},
    day::Day,
    id::{ApplicationId, BaseId, OrganizationId},
};

use crate::{
    applications::{checks::Ground, store},
    bases::store::BaseRow,
    db::{Keep, rid, tables},
    fault::Fault,
    house::House,
};

/// An application that waits for its base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: ApplicationId,
    /// For which base.
    pub base: BaseId,
    /// Number and applicant.
    pub label: String,
    /// The last day.
    pub due: Day,
}

/// States in which it is the base's turn.
const STATES: [ApplicationState; 2] = [ApplicationState::Submitted, ApplicationState::Accepted];

/// Applications that wait, the soonest due first.
#[derive(Debug)]
pub struct Waitings(pub Vec<Waiting>);

impl Keep for Waitings {}

/// What they are read of: not what the figures are read of, so that a form that is being written does not
/// make the figures anew.
const READ_OF: &[&str] = &["application", "organization", "base", "setting", "work_day"];

/// Applications that wait for one base or for all of them, kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn kept(house: &House, base: Option<BaseId>) -> Result<Arc<Waitings>, Fault> {
    let key = format!("{base:?} {}", house.today());
    let read = || async {
        let bases = match base {
            Some(base) => house.db.read(crate::bases::store::one(base)).await?,
            None => house.db.read(crate::bases::store::every()).await?,
        };
        Ok(Waitings(applications(house, &bases, base).await?))
    };
    house.db.keep("applications_waiting", key, tables(READ_OF), read).await
}

/// Applications that wait for one base or for all of them, the soonest due first.
async fn applications(house: &House, bases: &[BaseRow], base: Option<BaseId>) -> Result<Vec<Waiting>, Fault> {
    let reads: Vec<_> = STATES.iter().map(|state| store::standing(*state, base)).collect();
    let rows: Vec<store::ApplicationRow> = house.db.read(reads).await?.into_iter().flatten().collect();
    let owners: Vec<_> = rows.iter().map(|row| rid(row.organization.0)).collect();
    let owners = house.db.read(crate::organizations::store::of_records(&owners)).await?;
    let ground = Ground::for_views(house, bases).await?;
    let owners: BTreeMap<OrganizationId, &str> = owners.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(clock) = ground.clock(&row.application()?)?.filter(|clock| clock.owner == Turn::Base) else {
            continue;
        };
        let name = owners.get(&row.organization.0).copied().unwrap_or_default();
        let label = format!("{} {name}", row.number.as_deref().unwrap_or_default()).trim().to_owned();
        waiting.push(Waiting { id: row.id.0, base: row.base.0, label, due: clock.deadline.due });
    }
    waiting.sort_by_key(|one| (one.due, one.id));
    Ok(waiting)
}
