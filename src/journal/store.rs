//! Entries as rows, and the place of a new entry in its chain.

use std::collections::BTreeMap;

use domain::id::AccountId;
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{Draft, TABLE, canonical, sha256};
use crate::db::{At, Db, DbError, Rec, Tx, rid_of};

/// One line of the journal as stored. `before`, `after` and `values` are canonical JSON text, so
/// that the hash never depends on how the database keeps numbers and maps.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Entry {
    /// The thing that changed.
    pub stream: String,
    /// Place in the stream, from 1.
    pub seq: i64,
    /// Hash of the entry before, empty for the first.
    pub prev: String,
    /// Hash of this entry.
    pub hash: String,
    /// When.
    pub at: At,
    /// Who; none for the program itself.
    pub account: Option<Rec<AccountId>>,
    /// Name at the time.
    pub name: String,
    /// The role that allowed it.
    pub role: Option<String>,
    /// What was done.
    pub action: String,
    /// Further things it is about.
    pub also: Vec<String>,
    /// Values of the sentence.
    pub values: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
    /// Request id.
    pub request: String,
}

impl Entry {
    /// The hash that an entry with this content must have.
    #[must_use]
    pub fn expected_hash(&self) -> String {
        let parts = [
            self.stream.clone(),
            self.seq.to_string(),
            self.prev.clone(),
            self.at.0.timestamp_millis().to_string(),
            self.account.map(|a| a.0.to_string()).unwrap_or_default(),
            self.name.clone(),
            self.role.clone().unwrap_or_default(),
            self.action.clone(),
            self.also.join("\u{1f}"),
            self.values.clone(),
            self.before.clone().unwrap_or_default(),
            self.after.clone().unwrap_or_default(),
            self.request.clone(),
        ];
        sha256(&parts.join("\u{1e}"))
    }
}

#[derive(Debug, SurrealValue)]
struct Head {
    seq: i64,
    hash: String,
}

/// The record of an entry.
#[must_use]
pub fn record(stream: &str, seq: i64) -> RecordId {
    rid_of(TABLE, vec![Value::String(stream.to_owned()), Value::from_int(seq)])
}

async fn head(db: &Db, stream: &str) -> Result<Option<Head>, DbError> {
    db.find(
        "journal_head",
        "SELECT seq, hash, id FROM journal:[$stream, 0]..[$stream, 9223372036854775807] ORDER BY id DESC LIMIT 1",
        [("stream", Value::String(stream.to_owned()))],
    )
    .await
}

/// Gives the drafts of a transaction their places and adds the statements that write them. If the
/// stream has grown by the time of the commit, the record exists and the whole decision is made
/// again.
pub async fn chain(db: &Db, tx: &mut Tx, drafts: Vec<Draft>) -> Result<(), DbError> {
    let mut heads: BTreeMap<String, (i64, String)> = BTreeMap::new();
    let (mut rows, mut refs) = (Vec::new(), Vec::new());
    for draft in drafts {
        if !heads.contains_key(&draft.stream) {
            let found = if draft.first { None } else { head(db, &draft.stream).await? };
            heads.insert(draft.stream.clone(), found.map_or((0, String::new()), |h| (h.seq, h.hash)));
        }
        let (seq, prev) = heads.get(&draft.stream).cloned().unwrap_or_default();
        let mut entry = Entry {
            stream: draft.stream,
            seq: seq + 1,
            prev,
            hash: String::new(),
            at: draft.by.dated().into(),
            account: draft.by.account.map(Rec),
            name: draft.by.name,
            role: draft.by.role.map(|role| role.as_str().to_owned()),
            action: draft.action.to_owned(),
            also: draft.also,
            values: canonical(&draft.values),
            before: draft.before.as_ref().map(canonical),
            after: draft.after.as_ref().map(canonical),
            request: draft.by.request,
        };
        entry.hash = entry.expected_hash();
        heads.insert(entry.stream.clone(), (entry.seq, entry.hash.clone()));
        for thing in std::iter::once(&entry.stream).chain(&entry.also) {
            let key = vec![
                Value::String(thing.clone()),
                Value::from_int(entry.at.0.timestamp_millis()),
                Value::String(entry.stream.clone()),
                Value::from_int(entry.seq),
            ];
            refs.push(Value::Object(
                [("id".to_owned(), Value::RecordId(rid_of("journal_ref", key)))].into_iter().collect(),
            ));
        }
        let mut row = entry.clone().into_value();
        if let Value::Object(object) = &mut row {
            object.insert("id".to_owned(), Value::RecordId(record(&entry.stream, entry.seq)));
        }
        rows.push(row);
    }
    tx.insert_all(TABLE, rows);
    tx.insert_all("journal_ref", refs);
    Ok(())
}

#[derive(Debug, SurrealValue)]
struct Reference {
    id: RecordId,
}

/// A place in the history of a thing: moment in milliseconds, stream and sequence of a line.
pub type Place = (i64, String, i64);

/// A thing's history, newest first: at most `limit` entries before a place.
pub async fn page(db: &Db, thing: &str, before: Option<Place>, limit: usize) -> Result<Vec<Entry>, DbError> {
    page_since(db, thing, 0, before, limit).await
}

/// As [`page`], of what was written at a moment in milliseconds or later.
pub async fn page_since(
    db: &Db,
    thing: &str,
    since: i64,
    before: Option<Place>,
    limit: usize,
) -> Result<Vec<Entry>, DbError> {
    let (at, stream, seq) = before.unwrap_or((i64::MAX, String::new(), 0));
    let refs: Vec<Reference> = db
        .select(
            "journal_refs",
            "SELECT id FROM journal_ref:[$thing, $since]..[$thing, $at, $stream, $seq] ORDER BY id DESC LIMIT $limit",
            [
                ("thing", Value::String(thing.to_owned())),
                ("since", Value::from_int(since)),
                ("at", Value::from_int(at)),
                ("stream", Value::String(stream)),
                ("seq", Value::from_int(seq)),
                ("limit", Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX))),
            ],
        )
        .await?;
    let ids: Vec<Value> = refs
        .into_iter()
        .filter_map(|reference| match reference.id.key {
            surrealdb::types::RecordIdKey::Array(parts) => {
                let parts: Vec<Value> = parts.into_iter().collect();
                let mut tail = parts.into_iter().skip(2);
                Some(Value::RecordId(rid_of(TABLE, vec![tail.next()?, tail.next()?])))
            }
            _ => None,
        })
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut entries: Vec<Entry> =
        db.select("journal_entries", "SELECT * FROM $ids", [("ids", Value::Array(ids.into()))]).await?;
    entries.sort_by(|a, b| (b.at, &b.stream, b.seq).cmp(&(a.at, &a.stream, a.seq)));
    Ok(entries)
}
