//! Residencies of a list, as they are shown.

use std::collections::BTreeMap;

use domain::{
    day::Day,
    id::{AgreementId, BaseId, OrganizationId, ResidencyId},
    intake::ResidencyMode,
    refusal::Refusal,
    residency::ResidencyState,
};
use poem_openapi::Object;

use super::{
    matter,
    store::{self, ResidencyRow},
    views::{ResidencyClock, Resident, clock_view, over},
};
use crate::{
    applications::{checks::Ground, views_intakes::PublicBase},
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    organizations::store as organizations,
};

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
    /// The agreed time is over, and it goes on.
    pub over: bool,
    /// The clock that runs.
    #[oai(skip_serializing_if_is_none)]
    pub clock: Option<ResidencyClock>,
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
    let names: BTreeMap<OrganizationId, &String> = whose.iter().map(|row| (row.id.0, &row.name)).collect();
    let papers: Vec<AgreementId> = rows
        .iter()
        .filter(|row| row.state.0 == ResidencyState::Agreeing)
        .filter_map(|row| row.agreement.map(|id| id.0))
        .collect();
    let papers = house.db.read(store::agreements_named(&papers)).await?;
    let today = ground.today();
    let item = |row: &ResidencyRow| {
        let told = papers.iter().find(|paper| Some(paper.id) == row.agreement);
        let told = told.map(|paper| (paper.issued_on.0, paper.sign_by.0));
        let clock = matter::clock(&row.residency()?, told, &ground)?;
        let base = by_id.get(&row.base.0).ok_or_else(Refusal::missing)?;
        Ok(ResidencyItem {
            id: row.id.0,
            base: (*base).into(),
            organization: Resident {
                id: row.organization.0,
                name: names.get(&row.organization.0).map_or_else(String::new, |name| (*name).clone()),
            },
            number: row.number.clone(),
            mode: row.mode.0,
            state: row.state.0,
            first: row.first.0,
            last: row.last.0,
            began: row.began.map(|day| day.0),
            ended: row.ended.map(|day| day.0),
            over: over(row, today),
            clock: clock.map(|clock| clock_view(&ground, row.base.0, clock)).transpose()?,
        })
    };
    rows.iter().map(item).collect()
}
