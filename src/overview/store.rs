//! What the figures are made of, in few indexed reads.

use domain::{
    day::{Day, DaySpan},
    id::{AllocationId, BaseId, ImportId, OrganizationId},
};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{Civil, Db, DbError, Rec};

/// A term as far as the figures need it.
#[derive(Debug, Clone, SurrealValue)]
pub struct TermRow {
    /// Identifier.
    pub id: Rec<AllocationId>,
    /// At which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Of which space, as the text of its record.
    pub space: surrealdb::types::RecordId,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
    /// `reserved`, `occupied`, `ended`.
    pub state: String,
}

impl TermRow {
    /// First and last day.
    #[must_use]
    pub fn days(&self) -> Option<DaySpan> {
        DaySpan::new(self.first.0, self.last.map(|last| last.0)).ok()
    }
    /// Whether the organization had, or has, the keys.
    #[must_use]
    pub fn handed_over(&self) -> bool {
        matches!(self.state.as_str(), "occupied" | "ended")
    }
}

/// A closure in force.
#[derive(Debug, Clone, SurrealValue)]
pub struct ClosureRow {
    /// At which base.
    pub base: Rec<BaseId>,
    /// Of which space.
    pub space: surrealdb::types::RecordId,
    /// First day.
    pub first: Civil,
}

/// An organization as far as the figures need it.
#[derive(Debug, Clone, SurrealValue)]
pub struct OrganizationRow {
    /// Identifier.
    pub id: Rec<OrganizationId>,
    /// Name.
    pub name: String,
    /// Liaison person.
    pub liaison_name: Option<String>,
}

/// A spreadsheet that waits for somebody.
#[derive(Debug, Clone, SurrealValue)]
pub struct ImportRow {
    /// Identifier.
    pub id: Rec<ImportId>,
    /// Its file's name.
    pub file_name: String,
    /// Who brought it.
    pub base: Option<Rec<BaseId>>,
}

const TERM: &str = "id, base, organization, space, first, last, state";

/// Terms of a base that had not ended before a day.
pub async fn terms_of_base(db: &Db, base: BaseId, since: Day) -> Result<Vec<TermRow>, DbError> {
    db.select(
        "overview_terms_of_base",
        &format!("SELECT {TERM} FROM allocation WHERE base = $base AND ends >= $since AND state != 'cancelled'"),
        [("base", Rec(base).into_value()), ("since", Civil::from(since).into_value())],
    )
    .await
}

/// Terms of all bases that had not ended before a day.
pub async fn terms(db: &Db, since: Day) -> Result<Vec<TermRow>, DbError> {
    db.select(
        "overview_terms",
        &format!("SELECT {TERM} FROM allocation WHERE ends >= $since AND state != 'cancelled'"),
        [("since", Civil::from(since).into_value())],
    )
    .await
}

/// Closures that have not ended before a day.
pub async fn closures(db: &Db, today: Day) -> Result<Vec<ClosureRow>, DbError> {
    db.select(
        "overview_closures",
        "SELECT base, space, first FROM closure WHERE ends >= $today AND live = true",
        [("today", Civil::from(today).into_value())],
    )
    .await
}

/// Closures of a base that have not ended before a day.
pub async fn closures_of_base(db: &Db, base: BaseId, today: Day) -> Result<Vec<ClosureRow>, DbError> {
    db.select(
        "overview_closures_of_base",
        "SELECT base, space, first FROM closure WHERE base = $base AND ends >= $today AND live = true",
        [("base", Rec(base).into_value()), ("today", Civil::from(today).into_value())],
    )
    .await
}

#[derive(Debug, SurrealValue)]
struct Seats {
    base: Rec<BaseId>,
    n: i64,
}

/// Spaces that are given for terms, by base.
pub async fn assignable(db: &Db) -> Result<Vec<(BaseId, i64)>, DbError> {
    let rows: Vec<Seats> = db
        .select("overview_assignable", "SELECT base, count() AS n FROM space WHERE assignable = true GROUP BY base", [])
        .await?;
    Ok(rows.into_iter().map(|row| (row.base.0, row.n)).collect())
}

/// Spaces of a base that are given for terms.
pub async fn assignable_of_base(db: &Db, base: BaseId) -> Result<i64, DbError> {
    let row: Option<Count> = db
        .find(
            "overview_assignable_of_base",
            "SELECT count() AS n FROM space WHERE assignable = true AND base = $base GROUP ALL",
            [("base", Rec(base).into_value())],
        )
        .await?;
    Ok(row.map_or(0, |row| row.n))
}

#[derive(Debug, SurrealValue)]
struct Count {
    n: i64,
}

/// Live organizations of a kind.
pub async fn organizations_of_kind(db: &Db, kind: &str) -> Result<i64, DbError> {
    let row: Option<Count> = db
        .find(
            "overview_of_kind",
            "SELECT count() AS n FROM organization WHERE live = true AND kind = $kind GROUP ALL",
            [("kind", Value::String(kind.to_owned()))],
        )
        .await?;
    Ok(row.map_or(0, |row| row.n))
}

/// Organizations whose home is a base.
pub async fn organizations_of_base(db: &Db, base: BaseId) -> Result<i64, DbError> {
    let row: Option<Count> = db
        .find(
            "overview_of_base",
            "SELECT count() AS n FROM organization WHERE home_base = $base GROUP ALL",
            [("base", Rec(base).into_value())],
        )
        .await?;
    Ok(row.map_or(0, |row| row.n))
}

/// Organizations by their ids.
pub async fn organizations(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationRow>, DbError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Value> = ids.iter().map(|id| Rec(*id).into_value()).collect();
    db.select("overview_organizations", "SELECT id, name, liaison_name FROM $ids", [("ids", Value::Array(ids.into()))])
        .await
}

/// Spreadsheets that were checked and wait for a decision, newest first, some at most.
pub async fn open_imports(db: &Db) -> Result<Vec<ImportRow>, DbError> {
    db.select(
        "overview_imports",
        "SELECT id, file_name, base FROM import_batch WHERE state = 'ready' OR state = 'faulty' LIMIT 50",
        [],
    )
    .await
}

#[derive(Debug, SurrealValue)]
struct SpaceCode {
    id: surrealdb::types::RecordId,
    code: String,
}

/// Codes of spaces, for the labels.
pub async fn space_codes(
    db: &Db,
    spaces: Vec<surrealdb::types::RecordId>,
) -> Result<Vec<(surrealdb::types::RecordId, String)>, DbError> {
    if spaces.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Value> = spaces.into_iter().map(Value::RecordId).collect();
    let rows: Vec<SpaceCode> =
        db.select("overview_space_codes", "SELECT id, code FROM $ids", [("ids", Value::Array(ids.into()))]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.code)).collect())
}
