//! Seals over the journal, and the verification of everything.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{sha256, store::Entry};
use crate::db::{At, Db, DbError, Tx};

/// A transaction ends within a minute; entries older than this can no longer appear late.
const SETTLED: i64 = 120;
/// Entries read at a time.
const BATCH: usize = 2_000;

#[derive(Debug, Clone, SurrealValue)]
struct Seal {
    number: i64,
    from: At,
    until: At,
    count: i64,
    root: String,
    prev: String,
    hash: String,
    at: At,
}

impl Seal {
    fn expected_hash(&self) -> String {
        sha256(&format!(
            "{}|{}|{}|{}|{}|{}",
            self.number,
            self.from.0.timestamp_millis(),
            self.until.0.timestamp_millis(),
            self.count,
            self.root,
            self.prev
        ))
    }
}

/// What is wrong with the journal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// An entry's content does not give its hash.
    #[error("journal {0} #{1}: the content does not match its hash")]
    Content(String, i64),
    /// An entry does not follow on the one before.
    #[error("journal {0} #{1}: does not follow on the entry before it")]
    Link(String, i64),
    /// A seal does not match the entries that it covers.
    #[error("seal {0}: the entries that it covers have changed or are missing")]
    Sealed(i64),
    /// A seal does not follow on the one before.
    #[error("seal {0}: does not follow on the seal before it")]
    SealLink(i64),
}

async fn seals(db: &Db) -> Result<Vec<Seal>, DbError> {
    let mut all: Vec<Seal> = db.select("journal_seals", "SELECT * FROM journal_seal", []).await?;
    all.sort_by_key(|seal| seal.number);
    Ok(all)
}

async fn entries_between(db: &Db, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Entry>, DbError> {
    let (mut all, mut start) = (Vec::new(), 0);
    loop {
        let batch: Vec<Entry> = db
            .select(
                "journal_between",
                "SELECT * FROM journal WHERE at >= $from AND at < $until ORDER BY at LIMIT $limit START $start",
                [
                    ("from", At(from).into_value()),
                    ("until", At(until).into_value()),
                    ("limit", Value::from_int(BATCH as i64)),
                    ("start", Value::from_int(start)),
                ],
            )
            .await?;
        let full = batch.len() == BATCH;
        all.extend(batch);
        if !full {
            return Ok(all);
        }
        start += BATCH as i64;
    }
}

fn root(entries: &[Entry]) -> String {
    let mut hashes: Vec<&str> = entries.iter().map(|entry| entry.hash.as_str()).collect();
    hashes.sort_unstable();
    sha256(&hashes.join("\n"))
}

/// Seals what has settled since the last seal. Returns how many entries were sealed; another
/// instance that seals at the same time wins by the seal's number, and this one does nothing.
pub async fn seal(db: &Db, now: DateTime<Utc>) -> Result<usize, DbError> {
    let last: Option<Seal> =
        db.find("journal_last_seal", "SELECT * FROM journal_seal ORDER BY id DESC LIMIT 1", []).await?;
    let from = last.as_ref().map_or(DateTime::<Utc>::UNIX_EPOCH, |seal| seal.until.0);
    let until = now - Duration::seconds(SETTLED);
    if until <= from {
        return Ok(0);
    }
    let entries = entries_between(db, from, until).await?;
    if entries.is_empty() {
        return Ok(0);
    }
    let mut new = Seal {
        number: last.as_ref().map_or(1, |seal| seal.number + 1),
        from: from.into(),
        until: until.into(),
        count: i64::try_from(entries.len()).unwrap_or(i64::MAX),
        root: root(&entries),
        prev: last.map(|seal| seal.hash).unwrap_or_default(),
        hash: String::new(),
        at: now.into(),
    };
    new.hash = new.expected_hash();
    let mut tx = Tx::new();
    tx.create(RecordId::new("journal_seal", new.number), new);
    match db.commit(tx).await {
        Err(DbError::Duplicate { .. } | DbError::Conflict) => Ok(0),
        Err(error) => Err(error),
        Ok(()) => Ok(entries.len()),
    }
}

/// Reads the whole journal and names everything that does not hold.
pub async fn verify(db: &Db) -> Result<Vec<Broken>, DbError> {
    let mut broken = Vec::new();
    let everything = entries_between(db, DateTime::<Utc>::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC).await?;
    let mut streams: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &everything {
        streams.entry(&entry.stream).or_default().push(entry);
    }
    for (stream, mut entries) in streams {
        entries.sort_by_key(|entry| entry.seq);
        let (mut seq, mut prev) = (0, "");
        for entry in entries {
            if entry.hash != entry.expected_hash() {
                broken.push(Broken::Content(stream.to_owned(), entry.seq));
            }
            if entry.seq != seq + 1 || entry.prev != prev {
                broken.push(Broken::Link(stream.to_owned(), entry.seq));
            }
            (seq, prev) = (entry.seq, &entry.hash);
        }
    }
    let (mut number, mut prev, mut from) = (0, String::new(), DateTime::<Utc>::UNIX_EPOCH);
    for seal in seals(db).await? {
        if seal.number != number + 1 || seal.prev != prev || seal.from.0 != from || seal.hash != seal.expected_hash() {
            broken.push(Broken::SealLink(seal.number));
        }
        let covered: Vec<Entry> =
            everything.iter().filter(|e| e.at.0 >= seal.from.0 && e.at.0 < seal.until.0).cloned().collect();
        if root(&covered) != seal.root || covered.len() as i64 != seal.count {
            broken.push(Broken::Sealed(seal.number));
        }
        (number, prev, from) = (seal.number, seal.hash.clone(), seal.until.0);
    }
    Ok(broken)
}
