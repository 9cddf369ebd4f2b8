//! Taking a batch back: what it made goes, what it replaced returns, in one transaction a part.

use std::collections::BTreeSet;

use domain::id::{BaseId, BuildingId, FloorId, SpaceId};
use serde_json::json;
use surrealdb::types::{RecordId, Value};

use super::{
    days,
    dependents::{self, Made},
    report::Report,
    store::{self, ImportRow},
};
use crate::{
    claims,
    db::{DbError, Tx, rid},
    house::House,
    journal::{Acting, CITY, Draft},
    organizations::{self, store::OrganizationRow},
    spaces::store::SpaceRow,
};

/// Rows that one transaction removes at most, so that it stays well below what the engine takes.
pub const PART: usize = 1_000;

/// Cuts what was made into parts, of which the last one ends the work.
#[must_use]
pub fn parts(made: Made) -> Vec<Made> {
    match made {
        Made::Organizations(rows) if rows.len() > PART => {
            rows.chunks(PART).map(|part| Made::Organizations(part.to_vec())).collect()
        }
        // Spaces hang together and a city has some thousand; days are few.
        other => vec![other],
    }
}

/// Adds the removal of a part to a transaction.
pub async fn remove(
    house: &House,
    tx: &mut Tx,
    row: &ImportRow,
    report: &Report,
    made: &Made,
    by: &Acting,
) -> Result<(), DbError> {
    match made {
        Made::Organizations(rows) => {
            remove_organizations(tx, rows, by);
            Ok(())
        }
        Made::Spaces { rows, guards } => remove_spaces(house, tx, rows, guards, report, by).await,
        Made::Workdays(rows) => {
            let gone = rows.iter().map(|row| crate::workdays::store::record(row.date.0, row.division.as_deref()));
            tx.delete_all(gone.collect());
            let back: Vec<_> = report.days.iter().filter_map(days::restored).collect();
            crate::workdays::store::insert(tx, back);
            tx.journal(
                Draft::new("work_calendar", "workdays.restore", by)
                    .about(row.id.0)
                    .about(CITY)
                    .values(json!({"days": rows.len(), "restored": report.days.len()})),
            );
            Ok(())
        }
    }
}

fn remove_organizations(tx: &mut Tx, rows: &[OrganizationRow], by: &Acting) {
    if rows.is_empty() {
        return;
    }
    let records = dependents::organization_records(rows);
    store::require_unchanged(tx, &records);
    let links: Vec<Value> = records.iter().cloned().map(Value::RecordId).collect();
    store::require_none(tx, "person", "organization", links.clone());
    store::require_none(tx, "allocation", "organization", links.clone());
    store::require_none(tx, "application", "organization", links.clone());
    store::require_none(tx, "filing", "organization", links.clone());
    store::require_none(tx, "role_grant", "organization", links);
    let owners = rows.iter().map(|row| Value::String(row.id.0.to_string())).collect();
    store::require_none(tx, "file", "owner", owners);
    organizations::service::remove_many(tx, rows, by);
}

async fn remove_spaces(
    house: &House,
    tx: &mut Tx,
    rows: &[SpaceRow],
    guards: &[RecordId],
    report: &Report,
    by: &Acting,
) -> Result<(), DbError> {
    if rows.is_empty() {
        return Ok(());
    }
    let gone: BTreeSet<SpaceId> = rows.iter().map(|row| row.id.0).collect();
    let bases: BTreeSet<BaseId> = rows.iter().map(|row| row.base.0).collect();
    store::require_unchanged(tx, &dependents::space_records(rows));
    store::touch_guards(tx, guards.to_vec());
    for row in rows {
        tx.journal(
            Draft::new(row.id.0, "spaces.remove", by)
                .about(row.base.0)
                .values(json!({"code": row.code, "kind": row.kind.0.as_str()}))
                .change(Some(crate::spaces::service::journal_view(row)), None),
        );
    }
    tx.delete_all(dependents::space_records(rows));
    // What came upon them since it was looked at.
    let links: Vec<Value> = gone.iter().map(|id| Value::RecordId(rid(*id))).collect();
    for (table, field) in [("space", "parent"), ("allocation", "space"), ("closure", "space")] {
        store::require_none(tx, table, field, links.clone());
    }
    tx.delete_all(rows.iter().map(|row| claims::store::resource_record(&row.id.0.into())).collect());
    // Floors and buildings that were made for these spaces go with them, unless others moved in.
    let (mut used_floors, mut used_buildings) = (BTreeSet::new(), BTreeSet::new());
    for base in &bases {
        for space in house.db.read(crate::spaces::store::spaces(*base)).await? {
            if !gone.contains(&space.id.0) {
                used_floors.insert(space.floor.0);
            }
        }
    }
    let made_floors: BTreeSet<FloorId> = report.floors.iter().filter_map(|id| id.parse().ok()).collect();
    let mut floors = Vec::new();
    for base in &bases {
        for floor in house.db.read(crate::spaces::store::floors(*base)).await? {
            if made_floors.contains(&floor.id.0) && !used_floors.contains(&floor.id.0) {
                tx.journal(
                    Draft::new(floor.id.0, "spaces.remove_floor", by)
                        .about(*base)
                        .values(json!({"name": floor.name, "level": floor.level})),
                );
                floors.push(rid(floor.id.0));
            } else {
                used_buildings.insert(floor.building.0);
            }
        }
    }
    // A room that was made there by hand since it was looked at keeps its floor.
    store::require_none(tx, "space", "floor", floors.iter().cloned().map(Value::RecordId).collect());
    tx.delete_all(floors);
    let made_buildings: Vec<BuildingId> = report.buildings.iter().filter_map(|id| id.parse().ok()).collect();
    let buildings: Vec<BuildingId> =
        made_buildings.into_iter().filter(|building| !used_buildings.contains(building)).collect();
    for building in &buildings {
        tx.journal(Draft::new(*building, "spaces.remove_building", by));
    }
    let buildings: Vec<RecordId> = buildings.into_iter().map(rid).collect();
    store::require_none(tx, "floor", "building", buildings.iter().cloned().map(Value::RecordId).collect());
    tx.delete_all(buildings);
    Ok(())
}
