//! What the figures are made of, in few indexed reads.

use std::collections::BTreeSet;

use domain::{
    allocation::AllocationState,
    day::{Day, DaySpan},
    id::{AllocationId, BaseId, ClosureId, ImportId, OrganizationId, SpaceId},
};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Civil, Read, Rec, Text};

/// A space as far as the figures need it.
#[derive(Debug, Clone, SurrealValue)]
pub struct SpaceRow {
    /// Identifier.
    pub id: Rec<SpaceId>,
    /// At which base.
    pub base: Rec<BaseId>,
    /// What is painted on its door.
    pub code: String,
    /// What it is part of.
    pub parent: Option<Rec<SpaceId>>,
    /// Given for terms.
    pub assignable: bool,
}

/// A term as far as the figures need it.
#[derive(Debug, Clone, SurrealValue)]
pub struct TermRow {
    /// Identifier.
    pub id: Rec<AllocationId>,
    /// At which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Of which space.
    pub space: Rec<SpaceId>,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
    /// Where it stands.
    pub state: Text<AllocationState>,
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
        matches!(self.state.0, AllocationState::Occupied | AllocationState::Ended)
    }
}

/// A closure in force.
#[derive(Debug, Clone, SurrealValue)]
pub struct ClosureRow {
    /// Identifier.
    pub id: Rec<ClosureId>,
    /// Of which space.
    pub space: Rec<SpaceId>,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
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
    /// Brought.
    pub created_at: At,
}

/// A number of rows.
#[derive(Debug, Clone, SurrealValue)]
pub struct Count {
    /// How many.
    pub n: i64,
}

/// The number of a count that may have found nothing.
#[must_use]
pub fn number(counted: &[Count]) -> i64 {
    counted.first().map_or(0, |count| count.n)
}

const SPACE: &str = "id, base, code, parent, assignable";
const TERM: &str = "id, base, organization, space, first, last, state";
const CLOSURE: &str = "id, space, first, last";
const IMPORT: &str = "id, file_name, base, created_at";

/// Spaces of a base.
#[must_use]
pub fn spaces_of_base(base: BaseId) -> Read<SpaceRow> {
    let sql = format!("SELECT {SPACE} FROM space WHERE base = $base");
    Read::new("overview_spaces_of_base", sql).bind("base", Rec(base))
}

/// All spaces: some hundred a base.
#[must_use]
pub fn spaces() -> Read<SpaceRow> {
    Read::new("overview_spaces", format!("SELECT {SPACE} FROM space"))
}

/// Terms of a base that had not ended before a day.
#[must_use]
pub fn terms_of_base(base: BaseId, since: Day) -> Read<TermRow> {
    let sql = format!("SELECT {TERM} FROM allocation WHERE base = $base AND ends >= $since AND state != 'cancelled'");
    Read::new("overview_terms_of_base", sql).bind("base", Rec(base)).bind("since", Civil::from(since))
}

/// Terms of all bases that had not ended before a day.
#[must_use]
pub fn terms(since: Day) -> Read<TermRow> {
    let sql = format!("SELECT {TERM} FROM allocation WHERE ends >= $since AND state != 'cancelled'");
    Read::new("overview_terms", sql).bind("since", Civil::from(since))
}

/// Closures that have not ended before a day.
#[must_use]
pub fn closures(today: Day) -> Read<ClosureRow> {
    let sql = format!("SELECT {CLOSURE} FROM closure WHERE ends >= $today AND live = true");
    Read::new("overview_closures", sql).bind("today", Civil::from(today))
}

/// Closures of a base that have not ended before a day.
#[must_use]
pub fn closures_of_base(base: BaseId, today: Day) -> Read<ClosureRow> {
    let sql = format!("SELECT {CLOSURE} FROM closure WHERE base = $base AND ends >= $today AND live = true");
    Read::new("overview_closures_of_base", sql).bind("base", Rec(base)).bind("today", Civil::from(today))
}

/// Live organizations of a kind.
#[must_use]
pub fn organizations_of_kind(kind: &str) -> Read<Count> {
    let sql = "SELECT count() AS n FROM organization WHERE live = true AND kind = $kind GROUP ALL";
    Read::new("overview_of_kind", sql).bind("kind", kind.to_owned())
}

/// Live organizations whose home is a base.
#[must_use]
pub fn organizations_of_base(base: BaseId) -> Read<Count> {
    let sql = "SELECT count() AS n FROM organization WHERE live = true AND home_base = $base GROUP ALL";
    Read::new("overview_of_base", sql).bind("base", Rec(base))
}

/// Organizations by their ids.
#[must_use]
pub fn organizations(ids: &BTreeSet<OrganizationId>) -> Option<Read<OrganizationRow>> {
    if ids.is_empty() {
        return None;
    }
    let ids: Vec<Value> = ids.iter().map(|id| Rec(*id).into_value()).collect();
    let sql = "SELECT id, name, liaison_name FROM $ids";
    Some(Read::new("overview_organizations", sql).bind("ids", Value::Array(ids.into())))
}

#[expect(clippy::ptr_arg, reason = "the form that `Read::tidied` takes")]
fn newest_first(rows: &mut Vec<ImportRow>) {
    rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id)));
}

/// Spreadsheets that were checked and wait for a decision, newest first.
#[must_use]
pub fn open_imports() -> Read<ImportRow> {
    let sql = format!("SELECT {IMPORT} FROM import_batch WHERE state = 'ready' OR state = 'faulty' LIMIT 1000");
    Read::new("overview_imports", sql).tidied(newest_first)
}

/// Those of a base.
#[must_use]
pub fn open_imports_of_base(base: BaseId) -> Read<ImportRow> {
    let sql = format!("SELECT {IMPORT} FROM import_batch WHERE base = $base");
    Read::new("overview_imports_of_base", sql + " AND state IN ['ready', 'faulty']")
        .bind("base", Rec(base))
        .tidied(newest_first)
}
