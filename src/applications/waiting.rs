//! The waiting list (候补名单) of an intake: who is on it in which order, and whether a place is free.

use std::collections::BTreeMap;

use domain::{
    application::ApplicationState,
    claim::ResourceId,
    id::ApplicationId,
    refusal::Code,
    review::decision::{OnList, waiting_list},
};

use super::store::{self, ApplicationRow, IntakeRow};
use crate::{claims, db::DbError, fault::Fault, house::House};

/// The waiting list of the intake of an application, in its order.
///
/// # Errors
/// What the database says.
pub async fn list(house: &House, of: &ApplicationRow) -> Result<Vec<OnList>, Fault> {
    let rows = house.db.read(store::standing(ApplicationState::Waiting, Some(of.base.0))).await?;
    let on_list = |row: &ApplicationRow| -> Result<OnList, DbError> {
        Ok(OnList {
            application: row.id.0,
            mean: row.course()?.mean.unwrap_or_default(),
            submitted_on: row.submitted_on.map_or(domain::day::Day::MAX, |day| day.0),
        })
    };
    let mut rows: Vec<&ApplicationRow> = rows.iter().filter(|row| row.intake == of.intake).collect();
    rows.sort_by(|a, b| a.came().cmp(&b.came()));
    Ok(waiting_list(rows.into_iter().map(on_list).collect::<Result<_, DbError>>()?))
}

/// Where an application stands on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InLine {
    /// Its place; the first is 1.
    pub place: usize,
    /// A place of the intake is free.
    pub free: bool,
}

impl InLine {
    /// Why it cannot have a place now.
    #[must_use]
    pub fn why_not(&self) -> Option<Code> {
        if self.place > 1 { Some(Code::NotFirst) } else { (!self.free).then_some(Code::QuotaFull) }
    }
}

/// Where an application stands on the list; none when it is not on it.
///
/// # Errors
/// What the database says.
pub async fn of(house: &House, row: &ApplicationRow, intake: &IntakeRow) -> Result<Option<InLine>, Fault> {
    if row.state.0 != ApplicationState::Waiting {
        return Ok(None);
    }
    let before = list(house, row).await?.iter().take_while(|one| one.application != row.id.0).count();
    let free = match intake.quota.and_then(|quota| usize::try_from(quota).ok()) {
        None => true,
        Some(quota) => {
            let taken = claims::store::claims(&ResourceId::from(intake.id.0), house.now());
            house.db.read(taken).await?.len() < quota
        }
    };
    Ok(Some(InLine { place: before + 1, free }))
}

/// The places on their waiting lists of those of some applications that are on one: one reading a list.
///
/// # Errors
/// What the database says.
pub async fn places(house: &House, rows: &[ApplicationRow]) -> Result<BTreeMap<ApplicationId, usize>, Fault> {
    let mut places = BTreeMap::new();
    for row in rows.iter().filter(|row| row.state.0 == ApplicationState::Waiting) {
        if !places.contains_key(&row.id.0) {
            let all = list(house, row).await?;
            places.extend(all.into_iter().zip(1..).map(|(one, place)| (one.application, place)));
        }
    }
    Ok(places)
}
