//! Rows of imports, and who is at work on which.

use chrono::{DateTime, Duration, Utc};
use domain::{
    id::{AccountId, BaseId, Id, ImportId},
    import::{ImportKind, ImportState},
};
use serde_json::{Value as Json, json};
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::report::Report;
use crate::{
    db::{At, Db, DbError, Rec, Text, Tx, rid},
    journal::Acting,
};

/// How long a run may be silent before another one takes the work over. A run speaks every second.
pub const LEASE: Duration = Duration::seconds(60);

/// An import as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ImportRow {
    /// Identifier.
    pub id: Rec<ImportId>,
    /// What the file holds.
    pub kind: Text<ImportKind>,
    /// The base for which it was brought in; none for the whole city.
    pub base: Option<Rec<BaseId>>,
    /// Name of the file.
    pub file_name: String,
    /// Where its bytes are.
    pub sha256: String,
    /// How many bytes.
    pub size: Option<i64>,
    /// Where it stands.
    pub state: Text<ImportState>,
    /// Rows looked at or written.
    pub done: i64,
    /// Rows; 0 while that is not known.
    pub total: i64,
    /// What was found and made, see [`Report`].
    pub report: Json,
    /// Assignment of headers by a person.
    pub mapping: Option<String>,
    /// Row of the headers, where a person says it.
    pub header_row: Option<i64>,
    /// The file is the whole calendar of the years that it names.
    pub replaces: Option<bool>,
    /// Who asked for the work that goes on.
    pub acting: Option<String>,
    /// The run that is at work.
    pub worker: Option<String>,
    /// Until when it may be taken to live.
    pub lease_until: Option<At>,
    /// How often a run of the present work was begun.
    pub attempts: Option<i64>,
    /// Who brought it in.
    pub account: Option<Rec<AccountId>>,
    /// Name of who brought it in.
    pub name: String,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl ImportRow {
    /// What was found and made.
    #[must_use]
    pub fn report(&self) -> Report {
        serde_json::from_value(self.report.clone()).unwrap_or_default()
    }

    /// The row with another report.
    #[must_use]
    pub fn reporting(self, report: &Report) -> Self {
        Self { report: serde_json::to_value(report).unwrap_or_else(|_| json!({})), ..self }
    }

    /// The assignment of headers by a person.
    #[must_use]
    pub fn overrides(&self) -> sheets::map::Overrides {
        self.mapping.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The row after a step of its life; nobody is at work on it.
    #[must_use]
    pub fn moved(self, state: ImportState, now: DateTime<Utc>) -> Self {
        Self {
            state: Text(state),
            worker: None,
            lease_until: None,
            attempts: None,
            version: self.version + 1,
            updated_at: now.into(),
            ..self
        }
    }

    /// Who asked for the work that goes on, at this moment.
    #[must_use]
    pub fn acting(&self, now: DateTime<Utc>) -> Acting {
        let kept: Json = self.acting.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let text = |key: &str| kept[key].as_str().unwrap_or_default().to_owned();
        Acting {
            account: text("account").parse().ok(),
            name: text("name"),
            role: text("role").parse().ok(),
            at: now,
            since: std::time::Instant::now(),
            request: text("request"),
        }
    }
}

/// Who asks, as kept in a row.
#[must_use]
pub fn kept(by: &Acting) -> String {
    json!({
        "account": by.account, "name": by.name, "role": by.role.map(domain::access::Role::as_str), "request": by.request
    })
    .to_string()
}

/// An import.
pub async fn find(db: &Db, id: ImportId) -> Result<Option<ImportRow>, DbError> {
    db.find_record("import", rid(id)).await
}

/// Imports, newest first: those of some bases, or all.
pub async fn page(
    db: &Db,
    bases: Option<&[BaseId]>,
    before: Option<ImportId>,
    limit: usize,
) -> Result<Vec<ImportRow>, DbError> {
    let last = Value::RecordId(rid(before.unwrap_or_else(|| ImportId::from_key(u128::MAX))));
    let count = Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX));
    let Some(bases) = bases else {
        let sql = "SELECT * FROM import_batch WHERE id < $last ORDER BY id DESC LIMIT $limit";
        return db.select("imports", sql, [("last", last), ("limit", count)]).await;
    };
    let mut rows: Vec<ImportRow> = Vec::new();
    for base in bases {
        let sql = "SELECT * FROM import_batch WHERE base = $base";
        rows.extend(db.select::<ImportRow>("imports_of_base", sql, [("base", Rec(*base).into_value())]).await?);
    }
    rows.retain(|row| before.is_none_or(|before| row.id.0 < before));
    rows.sort_by_key(|row| std::cmp::Reverse(row.id.0));
    rows.truncate(limit);
    Ok(rows)
}

/// Imports of one kind, newest first. There are few, and few who may see only one kind.
pub async fn of_kind(
    db: &Db,
    kind: ImportKind,
    before: Option<ImportId>,
    limit: usize,
) -> Result<Vec<ImportRow>, DbError> {
    let sql = "SELECT * FROM import_batch WHERE id < $last AND kind = $kind ORDER BY id DESC LIMIT $limit";
    let last = Value::RecordId(rid(before.unwrap_or_else(|| ImportId::from_key(u128::MAX))));
    let count = Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX));
    db.select("imports_of_kind", sql, [("last", last), ("kind", Text(kind).into_value()), ("limit", count)]).await
}

/// Imports of the very same bytes.
pub async fn of_file(db: &Db, sha256: &str) -> Result<Vec<ImportRow>, DbError> {
    let mut rows: Vec<ImportRow> = db
        .select(
            "imports_of_file",
            "SELECT * FROM import_batch WHERE sha256 = $sha256",
            [("sha256", Value::String(sha256.to_owned()))],
        )
        .await?;
    rows.sort_by_key(|row| row.id);
    Ok(rows)
}

/// Imports on which the program should be at work.
pub async fn at_work(db: &Db) -> Result<Vec<ImportRow>, DbError> {
    let mut rows = Vec::new();
    for state in ImportState::ALL.iter().filter(|state| state.is_at_work()) {
        let sql = "SELECT * FROM import_batch WHERE state = $state";
        rows.extend(db.select::<ImportRow>("imports_at_work", sql, [("state", Text(*state).into_value())]).await?);
    }
    rows.sort_by_key(|row| row.id);
    Ok(rows)
}

/// Takes the work on an import, unless it is done or somebody else is at it.
pub async fn claim(db: &Db, id: ImportId, worker: &str, now: DateTime<Utc>) -> Result<Option<ImportRow>, DbError> {
    let Some(row) = find(db, id).await? else { return Ok(None) };
    let taken = row.worker.is_some() && row.lease_until.is_some_and(|until| until.0 > now);
    if !row.state.0.is_at_work() || taken {
        return Ok(None);
    }
    let seen = row.version;
    let mine = ImportRow {
        worker: Some(worker.to_owned()),
        lease_until: Some(At(now + LEASE)),
        attempts: Some(row.attempts.unwrap_or(0) + 1),
        version: seen + 1,
        ..row
    };
    let mut tx = Tx::new();
    tx.replace(id, seen, mine.clone());
    match db.commit(tx).await {
        Ok(()) => Ok(Some(mine)),
        Err(DbError::Conflict) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Says how far the work is and that its run lives. The version stays: nobody decides by it.
pub async fn speak(
    db: &Db,
    id: ImportId,
    worker: &str,
    (done, total): (i64, i64),
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    let mut tx = Tx::new();
    let (id, worker) = (tx.bind(rid(id)), tx.bind(worker.to_owned()));
    let (done, total, until) = (tx.bind(done), tx.bind(total), tx.bind(At(now + LEASE)));
    tx.run(&format!(
        "UPDATE {id} SET done = {done}, total = {total}, lease_until = {until} WHERE worker = {worker} RETURN NONE"
    ));
    db.commit(tx).await
}

/// Lets the work go, so that the next beat takes it up again.
pub async fn let_go(db: &Db, id: ImportId, worker: &str) -> Result<(), DbError> {
    let mut tx = Tx::new();
    let (id, worker) = (tx.bind(rid(id)), tx.bind(worker.to_owned()));
    tx.run(&format!("UPDATE {id} SET worker = NONE, lease_until = NONE WHERE worker = {worker} RETURN NONE"));
    db.commit(tx).await
}

/// Requires that rows are as they were made: a change in the meantime makes the transaction
/// conflict, so that the decision is made again.
pub fn require_unchanged(tx: &mut Tx, records: &[RecordId]) {
    let (ids, count) = (tx.bind(records.to_vec()), tx.bind(i64::try_from(records.len()).unwrap_or(i64::MAX)));
    tx.run(&format!(
        "IF array::len((SELECT VALUE version FROM {ids} WHERE version = 1)) != {count} {{ THROW '{}' }}",
        crate::db::error::STALE
    ));
}

/// Requires that no row of a table names one of these in a field that an index begins with.
pub fn require_none(tx: &mut Tx, table: &'static str, field: &'static str, values: Vec<Value>) {
    let values = tx.bind(values);
    tx.run(&format!(
        "IF array::len((SELECT VALUE id FROM {table} WHERE {field} IN {values} LIMIT 1)) > 0 {{ THROW '{}' }}",
        crate::db::error::STALE
    ));
}

/// Moves the guards of claims on, so that a claim that is being made on a part conflicts.
pub fn touch_guards(tx: &mut Tx, roots: Vec<RecordId>) {
    if roots.is_empty() {
        return;
    }
    let roots = tx.bind(roots);
    tx.run(&format!("UPDATE {roots} SET version += 1 RETURN NONE"));
}
