//! What depends on what a batch made: asked of every room that could hold on to it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::Role,
    claim::ResourceId,
    id::{Id, OrganizationId, SpaceId},
    import::{Dependents, ImportKind},
};
use surrealdb::types::RecordId;

use super::{report::Report, store::ImportRow, store_dependents as held};
use crate::{
    claims, db::rid, fault::Fault, house::House, organizations::store::OrganizationRow, spaces::store::SpaceRow,
    workdays::store::WorkDayRow,
};

/// What a batch made, as it is now.
#[derive(Debug)]
pub enum Made {
    /// Organizations.
    Organizations(Vec<OrganizationRow>),
    /// Rooms and desks, and the guards of claims on them.
    Spaces {
        /// The rooms and desks.
        rows: Vec<SpaceRow>,
        /// Guards outside of the batch: of rooms that its desks were put into.
        guards: Vec<RecordId>,
    },
    /// Days of the calendar.
    Workdays(Vec<WorkDayRow>),
}

impl Made {
    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Organizations(rows) => rows.len(),
            Self::Spaces { rows, .. } => rows.len(),
            Self::Workdays(rows) => rows.len(),
        }
    }

    /// Whether there is nothing of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The organizations that a batch has written so far.
pub async fn written(house: &House, row: &ImportRow) -> Result<BTreeSet<OrganizationId>, Fault> {
    let rows = crate::organizations::store::of_import(&house.db, row.id.0).await?;
    Ok(rows.into_iter().map(|row| row.id.0).collect())
}

/// What a batch made and what depends on it.
pub async fn of(house: &House, row: &ImportRow) -> Result<(Made, Dependents), Fault> {
    match row.kind.0 {
        ImportKind::Organizations => organizations(house, row).await,
        ImportKind::Spaces => spaces(house, row).await,
        ImportKind::Workdays => workdays(house, row, &row.report()).await,
    }
}

async fn organizations(house: &House, row: &ImportRow) -> Result<(Made, Dependents), Fault> {
    let rows = crate::organizations::store::of_import(&house.db, row.id.0).await?;
    let names: BTreeMap<OrganizationId, &str> = rows.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let ids: Vec<OrganizationId> = names.keys().copied().collect();
    let mut found = Dependents::default();
    let count = |found: &mut Dependents, held: Vec<OrganizationId>| {
        for id in held.iter().filter_map(|id| names.get(id)) {
            found.name(id);
        }
        held.len()
    };
    let placed = held::allocated(&house.db, &ids).await?;
    let with_place: BTreeSet<OrganizationId> = placed.iter().copied().collect();
    found.allocations = count(&mut found, placed);
    let persons = held::with_persons(&house.db, &ids).await?;
    found.persons = count(&mut found, persons);
    let applications = held::with_applications(&house.db, &ids).await?;
    found.applications = count(&mut found, applications);
    let filings = held::with_filings(&house.db, &ids).await?;
    found.filings = count(&mut found, filings);
    let files = held::with_files(&house.db, &ids).await?;
    found.files = count(&mut found, files);
    let roles = [Role::LegalRepresentative, Role::Liaison, Role::Initiator];
    let mut held = held::with_roles(&house.db, &roles).await?;
    held.retain(|id| names.contains_key(id));
    found.roles = count(&mut found, held);
    // A term moves the version too; it is counted as what it is.
    let changed = rows.iter().filter(|row| row.version > 1 && !with_place.contains(&row.id.0)).map(|row| row.id.0);
    found.changed = count(&mut found, changed.collect());
    let missing = usize::try_from(row.report().new - row.report().gone).unwrap_or(0).saturating_sub(rows.len());
    found.changed += if row.state.0 == domain::import::ImportState::Committed { missing } else { 0 };
    Ok((Made::Organizations(rows), found))
}

async fn spaces(house: &House, row: &ImportRow) -> Result<(Made, Dependents), Fault> {
    let rows = held::spaces_of_import(&house.db, row.id.0).await?;
    let codes: BTreeMap<SpaceId, &str> = rows.iter().map(|row| (row.id.0, row.code.as_str())).collect();
    let mut found = Dependents::default();
    let ids: Vec<ResourceId> = codes.keys().map(|id| ResourceId::from(*id)).collect();
    let own: BTreeSet<&str> = ids.iter().map(ResourceId::as_str).collect();
    let roots: BTreeSet<String> =
        house.db.read(claims::store::resources(&ids)).await?.into_iter().map(|resource| resource.root).collect();
    for (resource, source) in held::claimed(&house.db, &roots.iter().cloned().collect::<Vec<_>>()).await? {
        if let Some(code) = resource.parse().ok().and_then(|id: SpaceId| codes.get(&id)) {
            found.name(code);
            let term = source.starts_with(domain::id::AllocationId::PREFIX);
            *(if term { &mut found.allocations } else { &mut found.claims }) += 1;
        }
    }
    let bases: BTreeSet<_> = rows.iter().map(|row| row.base.0).collect();
    for base in bases {
        for other in house.db.read(crate::spaces::store::spaces(base)).await? {
            let within = other.parent.is_some_and(|parent| codes.contains_key(&parent.0));
            if within && !codes.contains_key(&other.id.0) {
                found.parts += 1;
                found.name(&other.code);
            }
        }
    }
    for row in rows.iter().filter(|row| row.version > 1) {
        found.changed += 1;
        found.name(&row.code);
    }
    let missing = usize::try_from(row.report().new - row.report().gone).unwrap_or(0).saturating_sub(rows.len());
    found.changed += if row.state.0 == domain::import::ImportState::Committed { missing } else { 0 };
    let guards = roots.iter().filter(|root| !own.contains(root.as_str()));
    let guards = guards.map(|root| claims::store::resource_record(&ResourceId::new(root.clone()))).collect();
    Ok((Made::Spaces { rows, guards }, found))
}

async fn workdays(house: &House, row: &ImportRow, report: &Report) -> Result<(Made, Dependents), Fault> {
    let all = crate::workdays::store::all(&house.db).await?;
    let (mine, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|day| day.import.as_deref() == Some(row.id.0.to_string().as_str()));
    let mut found = Dependents::default();
    let inserted: BTreeSet<_> = mine.iter().map(|day| (day.date.0.to_string(), day.division.clone())).collect();
    let only_removed =
        report.days.iter().filter(|day| !inserted.contains(&(day.date.clone(), day.division.clone()))).count();
    let wanted = usize::try_from(report.new).unwrap_or(0).saturating_sub(only_removed);
    // A later import put a day of this one right.
    found.changed = wanted.saturating_sub(mine.len());
    for day in &report.days {
        let key = (day.date.as_str(), day.division.as_deref());
        let later = others.iter().find(|row| (row.date.0.to_string().as_str(), row.division.as_deref()) == key);
        if later.is_some() {
            found.changed += 1;
            found.name(&day.date);
        }
    }
    Ok((Made::Workdays(mine), found))
}

/// The records of organizations.
#[must_use]
pub fn organization_records(rows: &[OrganizationRow]) -> Vec<RecordId> {
    rows.iter().map(|row| rid(row.id.0)).collect()
}

/// The records of spaces.
#[must_use]
pub fn space_records(rows: &[SpaceRow]) -> Vec<RecordId> {
    rows.iter().map(|row| rid(row.id.0)).collect()
}
