//! What is around allocations, for their views: space, place, holder, hand-overs and the base's rules.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    access::Reached,
    day::Day,
    id::{BaseId, BuildingId, FloorId, OrganizationId, SpaceId},
    refusal::Refusal,
};

use super::{
    rules::{TermRules, rules_among},
    store::{self, AllocationRow, SpaceRow},
    store_terms::{self, HandoverBrief, HolderRow},
    views::{TermBase, TermHolder, TermSpace},
};
use crate::{
    db::{Keep, tables},
    fault::Fault,
    house::House,
};

/// What many views need, read at once.
#[derive(Debug, Default)]
pub(super) struct Around {
    bases: BTreeMap<BaseId, TermBase>,
    pub(super) rules: BTreeMap<BaseId, TermRules>,
    spaces: BTreeMap<SpaceId, SpaceRow>,
    floors: BTreeMap<FloorId, String>,
    buildings: BTreeMap<BuildingId, String>,
    pub(super) holders: BTreeMap<OrganizationId, HolderRow>,
    pub(super) handovers: Vec<HandoverBrief>,
}

/// What [`Around`] is read of.
const AROUND: &[&str] = &["base", "building", "floor", "space", "organization", "handover", "setting"];

impl Keep for Around {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.spaces.len() + self.holders.len()).unwrap_or(u64::MAX) / 2 + 2
    }
}

fn distinct<T: Ord>(ids: impl Iterator<Item = T>) -> Vec<T> {
    let set: std::collections::BTreeSet<T> = ids.collect();
    set.into_iter().collect()
}

impl Around {
    /// What is around some rows, which are asked for again and again as a page of a list.
    pub(super) async fn of(house: &House, rows: &[AllocationRow]) -> Result<Arc<Self>, Fault> {
        let today = house.today();
        let mut key = today.to_string();
        for row in rows {
            // The fields by which the rest is found.
            key.push_str(&format!(" {} {} {}", row.id.0, row.space.0, row.organization.0));
        }
        house.db.keep("around", key, tables(AROUND), || Self::read(house, rows, today)).await
    }

    async fn read(house: &House, rows: &[AllocationRow], today: Day) -> Result<Self, Fault> {
        let reach = Reached::Within { bases: distinct(rows.iter().map(|row| row.base.0)), organizations: Vec::new() };
        let (spaces, holders, handovers, found) = house
            .db
            .read((
                store::spaces_of(&distinct(rows.iter().map(|row| row.space.0))),
                store_terms::holders(&distinct(rows.iter().map(|row| row.organization.0))),
                store_terms::handovers(&distinct(rows.iter().map(|row| row.id.0))),
                crate::bases::store::reached(&reach),
            ))
            .await?;
        let (floors, buildings) = house
            .db
            .read((
                store::floors_of(&distinct(spaces.iter().map(|row| row.floor.0))),
                store::buildings_of(&distinct(spaces.iter().map(|row| row.building.0))),
            ))
            .await?;
        let values = crate::settings::service::values(house).await?;
        let rules = found.iter().map(|base| (base.id.0, rules_among(&values, base.id.0, today))).collect();
        Ok(Self {
            bases: found.iter().map(|base| (base.id.0, TermBase::from(base))).collect(),
            rules,
            floors: floors.into_iter().map(|row| (row.id.0, row.name)).collect(),
            buildings: buildings.into_iter().map(|row| (row.id.0, row.name)).collect(),
            spaces: spaces.into_iter().map(|row| (row.id.0, row)).collect(),
            holders: holders.into_iter().map(|row| (row.id.0, row)).collect(),
            handovers,
        })
    }

    pub(super) fn base(&self, id: BaseId) -> Result<TermBase, Refusal> {
        self.bases.get(&id).cloned().ok_or_else(Refusal::missing)
    }

    pub(super) fn space(&self, id: SpaceId) -> Result<TermSpace, Refusal> {
        let row = self.spaces.get(&id).ok_or_else(Refusal::missing)?;
        Ok(TermSpace {
            id,
            code: row.code.clone(),
            kind: row.kind.0,
            floor_name: self.floors.get(&row.floor.0).cloned().unwrap_or_default(),
            building_name: self.buildings.get(&row.building.0).cloned().unwrap_or_default(),
            equipment: row.equipment.clone(),
        })
    }

    pub(super) fn holder(&self, id: OrganizationId) -> TermHolder {
        TermHolder { id, name: self.holders.get(&id).map(|row| row.name.clone()).unwrap_or_default() }
    }
}
