//! Seals over the journal, and the verification of everything.

use chrono::{DateTime, Duration, Utc};
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{sha256, store::Entry};
use crate::db::{At, Db, DbError, Tx, from_number};

/// A transaction ends within a minute; entries older than this can no longer appear late.
const SETTLED: i64 = 120;
/// Entries read at a time.
const BATCH: i64 = 2_000;

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

/// Hashes of the entries of a span, in one order whatever the order of the rows.
async fn hashes_between(db: &Db, from: At, until: At) -> Result<Vec<String>, DbError> {
    let mut hashes: Vec<String> = db
        .select(
            "journal_between",
            "SELECT VALUE hash FROM journal WHERE at >= $from AND at < $until",
            [("from", from.into_value()), ("until", until.into_value())],
        )
        .await?;
    hashes.sort_unstable();
    Ok(hashes)
}

fn root(hashes: &[String]) -> String {
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
    let hashes = hashes_between(db, from.into(), until.into()).await?;
    if hashes.is_empty() {
        return Ok(0);
    }
    let mut new = Seal {
        number: last.as_ref().map_or(1, |seal| seal.number + 1),
        from: from.into(),
        until: until.into(),
        count: i64::try_from(hashes.len()).unwrap_or(i64::MAX),
        root: root(&hashes),
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
        Ok(()) => Ok(hashes.len()),
    }
}

/// Reads the whole journal, some entries at a time in the order of their streams, and names
/// everything that does not hold.
pub async fn verify(db: &Db) -> Result<Vec<Broken>, DbError> {
    let mut broken = Vec::new();
    let (mut stream, mut seq, mut prev) = (String::new(), 0, String::new());
    loop {
        let batch: Vec<Entry> = db
            .select(
                "journal_from",
                "SELECT * FROM journal:[$stream, $next].. LIMIT $limit",
                [
                    ("stream", Value::String(stream.clone())),
                    ("next", Value::from_int(seq + 1)),
                    ("limit", Value::from_int(BATCH)),
                ],
            )
            .await?;
        let done = (batch.len() as i64) < BATCH;
        for entry in batch {
            if entry.stream != stream {
                (stream, seq, prev) = (entry.stream.clone(), 0, String::new());
            }
            if entry.hash != entry.expected_hash() {
                broken.push(Broken::Content(stream.clone(), entry.seq));
            }
            if entry.seq != seq + 1 || entry.prev != prev {
                broken.push(Broken::Link(stream.clone(), entry.seq));
            }
            (seq, prev) = (entry.seq, entry.hash);
        }
        if done {
            break;
        }
    }
    broken.extend(verify_seals(db).await?);
    Ok(broken)
}

async fn verify_seals(db: &Db) -> Result<Vec<Broken>, DbError> {
    let mut broken = Vec::new();
    let (mut number, mut prev, mut from) = (0, String::new(), At(DateTime::<Utc>::UNIX_EPOCH));
    loop {
        let batch: Vec<Seal> = db
            .select(
                "journal_seals",
                "SELECT * FROM $seals LIMIT $limit",
                [("seals", from_number("journal_seal", number + 1)), ("limit", Value::from_int(BATCH))],
            )
            .await?;
        let done = (batch.len() as i64) < BATCH;
        for seal in batch {
            if seal.number != number + 1 || seal.prev != prev || seal.from != from || seal.hash != seal.expected_hash()
            {
                broken.push(Broken::SealLink(seal.number));
            }
            let covered = hashes_between(db, seal.from, seal.until).await?;
            if root(&covered) != seal.root || covered.len() as i64 != seal.count {
                broken.push(Broken::Sealed(seal.number));
            }
            (number, prev, from) = (seal.number, seal.hash, seal.until);
        }
        if done {
            return Ok(broken);
        }
    }
}
