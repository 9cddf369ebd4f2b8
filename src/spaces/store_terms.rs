//! Rows of terms, closures and hand-overs, read by what the verbs and views need.

use domain::{
    access::Facts,
    day::Day,
    id::{AllocationId, BaseId, ClosureId, HandoverId, OrganizationId, SpaceId},
};
use surrealdb::types::{SurrealValue, Value};

use super::store::{AllocationRow, ClosureRow, HandoverRow};
use crate::db::{At, Civil, Db, DbError, Read, Rec, Tx, rid};

/// An organization as far as a term needs it.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct HolderRow {
    /// Identifier.
    pub id: Rec<OrganizationId>,
    /// Name.
    pub name: String,
    /// Admitted, and has not left.
    pub live: bool,
    /// Its home base.
    pub home_base: Rec<BaseId>,
    /// Bases where it has a live term.
    pub hosts: Vec<Rec<BaseId>>,
    /// Bases where it is resident by an agreement.
    pub stays: Option<Vec<Rec<BaseId>>>,
    /// Version.
    pub version: i64,
}

impl HolderRow {
    /// For the policy.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let bases = std::iter::once(&self.home_base).chain(&self.hosts).map(|base| base.0).collect();
        Facts { bases, organization: Some(self.id.0), account: None }
    }
}

const HOLDER: &str = "SELECT id, name, live, home_base, hosts, stays, version FROM $ids";

fn records<T: domain::id::Id>(ids: impl IntoIterator<Item = T>) -> Value {
    Value::Array(ids.into_iter().map(|id| Value::RecordId(rid(id))).collect::<Vec<_>>().into())
}

fn number(n: usize) -> Value {
    Value::from_int(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Some organizations; none when there are none to read.
#[must_use]
pub fn holders(ids: &[OrganizationId]) -> Option<Read<HolderRow>> {
    (!ids.is_empty()).then(|| Read::new("holders_of_terms", HOLDER).bind("ids", records(ids.iter().copied())))
}

/// Writes what an organization's terms make of it, if it is as it was read.
pub fn write_holder(tx: &mut Tx, seen: &HolderRow, hosts: Vec<BaseId>, resident: bool) {
    let hosts: Vec<Rec<BaseId>> = hosts.into_iter().map(Rec).collect();
    let (id, hosts, resident) = (tx.bind(rid(seen.id.0)), tx.bind(hosts), tx.bind(resident));
    let stays = tx.bind(seen.stays.clone());
    let seen = tx.bind(seen.version);
    tx.run(&format!(
        "IF (UPDATE ONLY {id} SET hosts = {hosts}, stays = {stays}, resident = {resident}, version += 1 WHERE version = {seen} RETURN VALUE version) = NONE {{ THROW '{stale}' }}",
        stale = crate::db::error::STALE
    ));
}

/// An allocation.
pub async fn find_allocation(db: &Db, id: AllocationId) -> Result<Option<AllocationRow>, DbError> {
    db.find_record("allocation", rid(id)).await
}

/// Some allocations.
pub async fn allocations_of(db: &Db, ids: &[AllocationId]) -> Result<Vec<AllocationRow>, DbError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    db.select("allocations_of", "SELECT * FROM $ids", [("ids", records(ids.iter().copied()))]).await
}

/// All terms of an organization.
#[must_use]
pub fn terms_of_organization(organization: OrganizationId) -> Read<AllocationRow> {
    Read::new("terms_of_organization", "SELECT * FROM allocation WHERE organization = $organization")
        .bind("organization", Rec(organization))
}

/// All terms of some organizations; none when there are none to read.
#[must_use]
pub fn terms_of_organizations(ids: &[OrganizationId]) -> Option<Read<AllocationRow>> {
    let sql = "SELECT * FROM allocation WHERE organization IN $organizations";
    let read = || Read::new("terms_of_organizations", sql).bind("organizations", records(ids.iter().copied()));
    (!ids.is_empty()).then(read)
}

/// Terms in a base that had not ended before a day; cancelled ones may be among them.
#[must_use]
pub fn terms_of_base(base: BaseId, since: Day) -> Read<AllocationRow> {
    Read::new("terms_of_base", "SELECT * FROM allocation WHERE base = $base AND ends >= $since")
        .bind("base", Rec(base))
        .bind("since", Civil::from(since))
}

/// Terms in a space that had not ended before a day; cancelled ones may be among them.
pub async fn terms_of_space(db: &Db, space: SpaceId, since: Day) -> Result<Vec<AllocationRow>, DbError> {
    db.select(
        "terms_of_space",
        "SELECT * FROM allocation WHERE space = $space AND ends >= $since",
        [("space", Rec(space).into_value()), ("since", Civil::from(since).into_value())],
    )
    .await
}

/// By what a list of allocations is found; each has an index that ends with the end of the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// All of them.
    All,
    /// In a base.
    Base(BaseId),
    /// In a space.
    Space(SpaceId),
    /// Of an organization.
    Organization(OrganizationId),
}

/// Which part of a list, and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// From the earliest end on; otherwise from the latest back.
    pub soonest_first: bool,
    /// Ends not before this day.
    pub from: Day,
    /// Ends not after this day.
    pub to: Day,
    /// End and identifier of the last one seen.
    pub after: Option<(Day, AllocationId)>,
    /// How many at most.
    pub limit: usize,
}

/// Allocations in the order of their ends.
pub async fn page(db: &Db, path: Path, part: Part) -> Result<Vec<AllocationRow>, DbError> {
    let (name, index, of, key) = match path {
        Path::All => ("allocations_page", "allocation_ends", "", Value::None),
        Path::Base(id) => ("allocations_page_base", "allocation_base", "base = $key AND ", Rec(id).into_value()),
        Path::Space(id) => ("allocations_page_space", "allocation_space", "space = $key AND ", Rec(id).into_value()),
        Path::Organization(id) => {
            let of = "organization = $key AND ";
            ("allocations_page_organization", "allocation_organization", of, Rec(id).into_value())
        }
    };
    // One bound is read from the index, so the nearer one stands first; the other ends the walk.
    let (mut from, mut to) = (part.from, part.to);
    let (bounds, order, past) = if part.soonest_first {
        from = part.after.map_or(from, |(day, _)| day.max(from));
        ("ends >= $from AND ends <= $to", "ends, id", "(ends > $seen OR id > $id)")
    } else {
        to = part.after.map_or(to, |(day, _)| day.min(to));
        ("ends <= $to AND ends >= $from", "ends DESC, id DESC", "(ends < $seen OR id < $id)")
    };
    let past = if part.after.is_some() { format!(" AND {past}") } else { String::new() };
    let sql =
        format!("SELECT * FROM allocation WITH INDEX {index} WHERE {of}{bounds}{past} ORDER BY {order} LIMIT $limit");
    let mut binds = vec![
        ("key", key),
        ("from", Civil::from(from).into_value()),
        ("to", Civil::from(to).into_value()),
        ("limit", number(part.limit)),
    ];
    if let Some((day, id)) = part.after {
        binds.push(("seen", Civil::from(day).into_value()));
        binds.push(("id", Value::RecordId(rid(id))));
    }
    db.select(name, &sql, binds).await
}

/// Occupied terms whose last day is over, some at a time.
pub async fn run_out(db: &Db, today: Day, limit: usize) -> Result<Vec<AllocationRow>, DbError> {
    db.select(
        "allocations_run_out",
        "SELECT * FROM allocation WHERE state = 'occupied' AND ends < $today LIMIT $limit",
        [("today", Civil::from(today).into_value()), ("limit", number(limit))],
    )
    .await
}

/// A closure.
pub async fn find_closure(db: &Db, id: ClosureId) -> Result<Option<ClosureRow>, DbError> {
    db.find_record("closure", rid(id)).await
}

/// Closures in a base that had not ended before a day.
#[must_use]
pub fn closures_of_base(base: BaseId, since: Day) -> Read<ClosureRow> {
    Read::new("closures_of_base", "SELECT * FROM closure WHERE base = $base AND ends >= $since")
        .bind("base", Rec(base))
        .bind("since", Civil::from(since))
        .tidied(|rows| rows.retain(|row| row.live))
}

/// Closures of a space that had not ended before a day.
pub async fn closures_of_space(db: &Db, space: SpaceId, since: Day) -> Result<Vec<ClosureRow>, DbError> {
    let rows: Vec<ClosureRow> = db
        .select(
            "closures_of_space",
            "SELECT * FROM closure WHERE space = $space AND ends >= $since",
            [("space", Rec(space).into_value()), ("since", Civil::from(since).into_value())],
        )
        .await?;
    Ok(rows.into_iter().filter(|row| row.live).collect())
}

/// A hand-over record.
pub async fn find_handover(db: &Db, id: HandoverId) -> Result<Option<HandoverRow>, DbError> {
    db.find_record("handover", rid(id)).await
}

/// A hand-over record in a list.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct HandoverBrief {
    /// Identifier.
    pub id: Rec<HandoverId>,
    /// Of which allocation.
    pub allocation: Rec<AllocationId>,
    /// `in` or `out`.
    pub kind: String,
    /// On which day.
    pub on_day: Civil,
    /// Made.
    pub created_at: At,
}

/// Hand-over records of some allocations, oldest first; none when there are none to read.
#[must_use]
pub fn handovers(of: &[AllocationId]) -> Option<Read<HandoverBrief>> {
    let sql = "SELECT id, allocation, kind, on_day, created_at FROM handover WHERE allocation IN $allocations";
    let read = || Read::<HandoverBrief>::new("handovers_of", sql).bind("allocations", records(of.iter().copied()));
    (!of.is_empty()).then(|| read().tidied(|rows| rows.sort_by_key(|row| row.id)))
}
