//! Rows of the reservation core.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    claim::{Claim, ClaimState, Purpose, Resource, ResourceId},
    id::ClaimId,
    interval::Interval,
};
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

use crate::db::{At, Db, DbError, Read, Rec, Text, Tx, rid};

/// Something scarce as stored; its record's key is the typed id of the thing.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ResourceRow {
    /// Record.
    pub id: RecordId,
    /// What kind of thing, such as `space`.
    pub kind: String,
    /// The outermost whole.
    pub root: String,
    /// The wholes that it is part of.
    pub ancestors: Vec<String>,
    /// Units.
    pub capacity: i64,
    /// Moves on with each claim on the family, if this is the root.
    pub version: i64,
}

impl ResourceRow {
    /// A new row.
    #[must_use]
    pub fn new(resource: &Resource, kind: &str) -> Self {
        Self {
            id: resource_record(&resource.id),
            kind: kind.to_owned(),
            root: resource.root.to_string(),
            ancestors: resource.ancestors.iter().map(ToString::to_string).collect(),
            capacity: resource.capacity.into(),
            version: 1,
        }
    }

    /// The key as the domain names the resource.
    #[must_use]
    pub fn key(&self) -> ResourceId {
        match &self.id.key {
            RecordIdKey::String(key) => ResourceId::new(key.clone()),
            other => ResourceId::new(format!("{other:?}")),
        }
    }

    /// As the domain sees it.
    #[must_use]
    pub fn resource(&self) -> Resource {
        Resource {
            id: self.key(),
            root: ResourceId::new(self.root.clone()),
            ancestors: self.ancestors.iter().cloned().map(ResourceId::new).collect(),
            capacity: u32::try_from(self.capacity).unwrap_or(0),
        }
    }
}

/// A claim as stored. `live` is false from the moment it is released; what has run out by itself
/// stays live and is passed over by the index on its end.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ClaimRow {
    /// Identifier.
    pub id: Rec<ClaimId>,
    /// Of what.
    pub resource: String,
    /// The family's root.
    pub root: String,
    /// First instant.
    pub from: At,
    /// First instant after it; [`Interval::OPEN_END`] without an end.
    pub to: At,
    /// Units.
    pub units: i64,
    /// Who, as the text of a typed identifier.
    pub holder: String,
    /// What for.
    pub purpose: Text<Purpose>,
    /// `held`, `pending`, `active` or `released`.
    pub state: String,
    /// For a held one: when it is free again.
    pub until: Option<At>,
    /// Not released.
    pub live: bool,
    /// The thing that the claim belongs to, as the text of its identifier.
    pub source: String,
    /// Made.
    pub created_at: At,
    /// Version.
    pub version: i64,
}

impl ClaimRow {
    /// A new row.
    #[must_use]
    pub fn new(claim: &Claim, root: &ResourceId, source: impl ToString, now: DateTime<Utc>) -> Self {
        let (state, until) = words(claim.state);
        Self {
            id: Rec(claim.id),
            resource: claim.resource.to_string(),
            root: root.to_string(),
            from: claim.interval.from().into(),
            to: claim.interval.to().into(),
            units: claim.units.into(),
            holder: claim.holder.clone(),
            purpose: Text(claim.purpose),
            state: state.to_owned(),
            until,
            live: state != "released",
            source: source.to_string(),
            created_at: now.into(),
            version: 1,
        }
    }

    /// As the domain sees it.
    ///
    /// # Errors
    /// When the row holds no claim: an empty time or an unknown state.
    pub fn claim(&self) -> Result<Claim, DbError> {
        let corrupt = |what: &str| DbError::Corrupt(format!("{}: {what}", self.id.0));
        let state = match (self.state.as_str(), self.until) {
            ("held", Some(until)) => ClaimState::Held { until: until.0 },
            ("pending", _) => ClaimState::Pending,
            ("active", _) => ClaimState::Active,
            ("released", _) => ClaimState::Released,
            _ => return Err(corrupt("state")),
        };
        Ok(Claim {
            id: self.id.0,
            resource: ResourceId::new(self.resource.clone()),
            interval: Interval::new(self.from.0, self.to.0).map_err(|_| corrupt("time"))?,
            units: u32::try_from(self.units).map_err(|_| corrupt("units"))?,
            holder: self.holder.clone(),
            purpose: self.purpose.0,
            state,
        })
    }

    /// The row after its time has changed.
    #[must_use]
    pub fn resized(&self, interval: Interval) -> Self {
        let (from, to) = (interval.from().into(), interval.to().into());
        Self { from, to, version: self.version + 1, ..self.clone() }
    }

    /// The row after it was given up.
    #[must_use]
    pub fn released(&self) -> Self {
        Self { state: "released".into(), until: None, live: false, version: self.version + 1, ..self.clone() }
    }
}

fn words(state: ClaimState) -> (&'static str, Option<At>) {
    match state {
        ClaimState::Held { until } => ("held", Some(until.into())),
        ClaimState::Pending => ("pending", None),
        ClaimState::Active => ("active", None),
        ClaimState::Released => ("released", None),
    }
}

/// The record of a resource.
#[must_use]
pub fn resource_record(id: &ResourceId) -> RecordId {
    RecordId::new("resource", id.as_str())
}

/// Some resources; none when there are none to read.
#[must_use]
pub fn resources(ids: &[ResourceId]) -> Option<Read<ResourceRow>> {
    if ids.is_empty() {
        return None;
    }
    let ids: Vec<Value> = ids.iter().map(|id| Value::RecordId(resource_record(id))).collect();
    Some(Read::new("resources", "SELECT * FROM $ids").bind("ids", Value::Array(ids.into())))
}

/// A root with all its parts.
#[must_use]
pub fn family(root: &ResourceId) -> Read<ResourceRow> {
    Read::new("resource_family", "SELECT * FROM resource WHERE root = $root").bind("root", root.to_string())
}

/// Claims on a family that are not released and end after an instant.
#[must_use]
pub fn claims(root: &ResourceId, after: DateTime<Utc>) -> Read<ClaimRow> {
    let sql = "SELECT * FROM claim WHERE root = $root AND live = true AND to > $after";
    Read::new("claims_of_family", sql).bind("root", root.to_string()).bind("after", At(after))
}

/// Some claims by their ids.
pub async fn find_all(db: &Db, ids: &[ClaimId]) -> Result<BTreeMap<ClaimId, ClaimRow>, DbError> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    let rows: Vec<ClaimRow> = db.select("claims", "SELECT * FROM $ids", [("ids", Value::Array(ids.into()))]).await?;
    Ok(rows.into_iter().map(|row| (row.id.0, row)).collect())
}

/// Adds new resources to a transaction.
pub fn add_resources(tx: &mut Tx, resources: &[Resource], kind: &str) {
    tx.insert_all("resource", resources.iter().map(|resource| ResourceRow::new(resource, kind)).collect());
}

/// Gives a resource another capacity within a transaction. Its version moves on, so that whoever takes some of
/// it at the same moment decides again.
pub fn set_capacity(tx: &mut Tx, id: &ResourceId, capacity: u32) {
    let (id, capacity) = (tx.bind(resource_record(id)), tx.bind(i64::from(capacity)));
    tx.run(&format!("UPDATE {id} SET capacity = {capacity}, version += 1 RETURN NONE"));
}
