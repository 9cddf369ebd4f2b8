//! What was read, kept in memory for as long as it is true.
//!
//! A process that has the database for itself (`surrealkv://`, `mem://`) sees each write pass through
//! [`Db::commit`], and so knows what of the things that it has read is still as it was. A statement
//! costs the engine 0.2 to 0.3 ms; a page of a base needs some ten of them, and most pages are read
//! far more often than anything on them is written. With a database server that others write to as
//! well, nothing is kept and each read asks.
//!
//! **Why an answer from here is never an old one.** Writes have numbers, in the order in which they
//! were done. A read notes the last number *before* it asks the database. What it found is given out
//! only as long as no later write touched the tables or rows that it was read of; a write gets its
//! number before its caller hears of it, on a task of its own, so that neither a caller who went away
//! nor an error on the way can leave one unnumbered. So whoever was told that a write is done, and
//! everybody who asks after that, sees it.

use std::{
    any::{Any, TypeId},
    collections::{BTreeMap, HashMap, VecDeque},
    fmt::Debug,
    future::Future,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use quick_cache::{Weighter, sync::Cache};
use surrealdb::types::{RecordId, RecordIdKey, Value};

use super::{Db, DbError, tx::Tx};

/// Kilobytes of answers kept at most, as their kinds estimate themselves; the ones that nobody asks for
/// any more go first.
const KILOBYTES: u64 = 32 << 10;
/// Writes remembered. An answer that was not asked for during so many is read anew.
const WRITES: usize = 4_000;
/// Rows of a table that a write names one by one; with more it counts as the whole table.
const ROWS: usize = 500;

/// Something that can be kept.
pub trait Keep: Any + Debug + Send + Sync {
    /// About how much memory it takes.
    fn kilobytes(&self) -> u64 {
        2
    }
}

/// What an answer was read of.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// Any row of a table.
    Table(&'static str),
    /// One row, whether it is there or not.
    Row(RecordId),
}

/// Which rows of a table a write touched.
#[derive(Debug, Clone, PartialEq)]
enum Which {
    Rows(Vec<RecordIdKey>),
    Whole,
}

/// What one transaction touched.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Wrote {
    tables: BTreeMap<String, Which>,
    /// A statement whose target could not be read: then anything may be touched.
    anything: bool,
}

impl Wrote {
    /// Reads it off the statements: what follows the writing verbs, and the rows bound there.
    pub(super) fn of(tx: &Tx) -> Self {
        let mut wrote = Self::default();
        let mut words = tx.sql.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';' | ',' | '{' | '}'));
        while let Some(word) = words.next() {
            if !matches!(word, "UPDATE" | "UPSERT" | "CREATE" | "DELETE" | "INTO" | "RELATE" | "REMOVE" | "DEFINE") {
                continue;
            }
            let target = words.find(|word| !word.is_empty() && *word != "ONLY").unwrap_or_default();
            match target.strip_prefix('$').map(|name| tx.binds.get(name)) {
                Some(Some(value)) => wrote.bound(value),
                None if !target.is_empty() && target.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') => {
                    match words.find(|word| !word.is_empty()).and_then(|next| tx.binds.get(next.strip_prefix('$')?)) {
                        Some(Value::Array(rows)) if word == "INTO" => wrote.inserted(target, rows.iter()),
                        _ => wrote.whole(target),
                    }
                }
                _ => wrote.anything = true,
            }
        }
        wrote
    }

    fn bound(&mut self, value: &Value) {
        match value {
            Value::RecordId(record) => self.row(record),
            Value::Array(records) => records.iter().for_each(|record| self.bound(record)),
            _ => self.anything = true,
        }
    }

    fn inserted<'a>(&mut self, table: &str, rows: impl Iterator<Item = &'a Value>) {
        for row in rows {
            match row {
                Value::Object(row) if matches!(row.get("id"), Some(Value::RecordId(_))) => {
                    if let Some(Value::RecordId(record)) = row.get("id") {
                        self.row(record);
                    }
                }
                _ => self.whole(table),
            }
        }
    }

    fn whole(&mut self, table: &str) {
        self.tables.insert(table.to_owned(), Which::Whole);
    }

    fn row(&mut self, record: &RecordId) {
        let table = record.table.as_str();
        if !self.tables.contains_key(table) {
            self.tables.insert(table.to_owned(), Which::Rows(Vec::new()));
        }
        let Some(which) = self.tables.get_mut(table) else { return };
        match which {
            Which::Rows(rows) if rows.len() < ROWS && !matches!(record.key, RecordIdKey::Range(_)) => {
                rows.push(record.key.clone());
            }
            _ => *which = Which::Whole,
        }
    }

    fn touches(&self, of: &Of) -> bool {
        self.anything
            || match of {
                Of::Table(table) => self.tables.contains_key(*table),
                Of::Row(record) => match self.tables.get(record.table.as_str()) {
                    None => false,
                    Some(Which::Whole) => true,
                    Some(Which::Rows(keys)) => keys.contains(&record.key),
                },
            }
    }
}

/// The last writes, the oldest first.
#[derive(Debug, Default)]
struct Log {
    /// Number of the last one.
    last: u64,
    writes: VecDeque<Wrote>,
}

impl Log {
    fn add(&mut self, wrote: Wrote) {
        self.last += 1;
        self.writes.push_back(wrote);
        if self.writes.len() > WRITES {
            self.writes.pop_front();
        }
    }

    /// The writes after a number; none when they are not remembered any more.
    fn since(&self, seen: u64) -> Option<impl Iterator<Item = &Wrote>> {
        let missed = usize::try_from(self.last - seen.min(self.last)).unwrap_or(usize::MAX);
        let skipped = self.writes.len().checked_sub(missed)?;
        Some(self.writes.iter().skip(skipped))
    }
}

/// What happened to a table since some moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Changes {
    /// These rows were touched; none when it is as it was.
    Rows(Vec<RecordId>),
    /// More than is remembered.
    Unknown,
}

struct Answer {
    value: Arc<dyn Any + Send + Sync>,
    kilobytes: u64,
    of: Vec<Of>,
    /// Number of the last write that it is known to be newer than.
    seen: AtomicU64,
}

#[derive(Clone)]
struct ByKilobytes;
impl Weighter<(&'static str, String), Arc<Answer>> for ByKilobytes {
    fn weight(&self, key: &(&'static str, String), answer: &Arc<Answer>) -> u64 {
        let key = u64::try_from(key.1.len() / 1024).unwrap_or(u64::MAX);
        answer.kilobytes.saturating_add(key).max(1)
    }
}

/// The memory of what was read.
pub struct Kept {
    on: AtomicBool,
    log: RwLock<Log>,
    answers: Cache<(&'static str, String), Arc<Answer>, ByKilobytes>,
    /// What a room keeps in a form of its own.
    forms: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
    /// Each answer given from here is also asked for and compared; for tests.
    doubted: AtomicBool,
    /// Answers given from here, for `/metrics`.
    pub hits: AtomicU64,
    /// Answers that had to be read, for `/metrics`.
    pub misses: AtomicU64,
}

impl Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kept").field("on", &self.on).field("answers", &self.answers.len()).finish_non_exhaustive()
    }
}

impl Kept {
    /// With a database that this process has for itself, or with one that others write to as well.
    pub(super) fn new(alone: bool) -> Self {
        Self {
            on: AtomicBool::new(alone),
            log: RwLock::default(),
            answers: Cache::with_weighter(1_000, KILOBYTES, ByKilobytes),
            forms: Mutex::default(),
            doubted: AtomicBool::new(false),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
        }
    }

    /// From now on each answer that is given from memory is read as well and compared, and an error
    /// when it is not the same: so that every test is a test of what answers are said to be read of.
    #[doc(hidden)]
    pub fn doubt(&self) {
        self.doubted.store(true, Ordering::Relaxed);
    }

    /// Whether [`Kept::doubt`] was called.
    #[must_use]
    pub fn is_doubted(&self) -> bool {
        self.doubted.load(Ordering::Relaxed)
    }

    /// Nothing is kept any more, as with a database server.
    #[doc(hidden)]
    pub fn forget(&self) {
        self.on.store(false, Ordering::Relaxed);
        self.answers.clear();
    }

    /// Whether this process sees each write.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.on.load(Ordering::Relaxed)
    }

    /// What a room keeps in a form of its own, made when it is first asked for; the room keeps it true by
    /// [`Kept::mark`] and [`Kept::changes`].
    #[must_use]
    pub fn form<T: Any + Default + Send + Sync>(&self) -> Arc<T> {
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        let form = forms.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        Arc::clone(form).downcast().unwrap_or_default()
    }

    /// Notes a write, done or perhaps done.
    pub(super) fn wrote(&self, wrote: Wrote) {
        self.log.write().unwrap_or_else(PoisonError::into_inner).add(wrote);
    }

    /// Number of the last write; to be noted before something is read.
    #[must_use]
    pub fn mark(&self) -> u64 {
        self.log.read().unwrap_or_else(PoisonError::into_inner).last
    }

    /// What happened to a table after a mark, with the mark of now.
    #[must_use]
    pub fn changes(&self, table: &'static str, mark: u64) -> (u64, Changes) {
        let log = self.log.read().unwrap_or_else(PoisonError::into_inner);
        let Some(writes) = log.since(mark) else { return (log.last, Changes::Unknown) };
        let mut rows = Vec::new();
        for wrote in writes {
            match wrote.tables.get(table) {
                _ if wrote.anything => return (log.last, Changes::Unknown),
                None => {}
                Some(Which::Whole) => return (log.last, Changes::Unknown),
                Some(Which::Rows(keys)) => {
                    rows.extend(keys.iter().map(|key| RecordId::new(table, key.clone())));
                }
            }
        }
        (log.last, Changes::Rows(rows))
    }

    fn holds(&self, answer: &Answer) -> bool {
        let log = self.log.read().unwrap_or_else(PoisonError::into_inner);
        let same = log
            .since(answer.seen.load(Ordering::Relaxed))
            .is_some_and(|mut writes| !writes.any(|wrote| answer.of.iter().any(|of| wrote.touches(of))));
        if same {
            // What was looked through once need not be looked through again.
            answer.seen.fetch_max(log.last, Ordering::Relaxed);
        }
        same
    }
}

/// Of whole tables, for [`Db::keep`].
pub fn tables<V>(names: &'static [&'static str]) -> impl Fn(&V) -> Vec<Of> {
    move |_| names.iter().copied().map(Of::Table).collect()
}

impl Db {
    /// An answer that is kept for as long as it is true: `key` says which of its kind, `of` what it was
    /// read of. It must depend on nothing else but the key: a day or a caller's reach belong into it.
    ///
    /// # Errors
    /// What reading says; an error is not kept.
    pub async fn keep<V, E, F>(
        &self,
        name: &'static str,
        key: impl Into<String>,
        of: impl Fn(&V) -> Vec<Of>,
        read: impl Fn() -> F,
    ) -> Result<Arc<V>, E>
    where
        V: Keep,
        E: From<DbError>,
        F: Future<Output = Result<V, E>>,
    {
        if !self.kept.is_on() {
            return read().await.map(Arc::new);
        }
        let key = (name, key.into());
        // Whoever finds an old answer, or none, reads; the others wait for that.
        for _ in 0..3 {
            match self.kept.answers.get_value_or_guard_async(&key).await {
                Ok(answer) if self.kept.holds(&answer) => {
                    let Ok(value) = Arc::clone(&answer.value).downcast::<V>() else { break };
                    self.kept.hits.fetch_add(1, Ordering::Relaxed);
                    if self.kept.is_doubted() {
                        self.compare(name, &answer, &*value, &read).await?;
                    }
                    return Ok(value);
                }
                Ok(old) => {
                    self.kept.answers.remove_if(&key, |answer| Arc::ptr_eq(answer, &old));
                }
                Err(guard) => {
                    self.kept.misses.fetch_add(1, Ordering::Relaxed);
                    let seen = AtomicU64::new(self.kept.mark());
                    let value = Arc::new(read().await?);
                    let answer = Answer { value: value.clone(), kilobytes: value.kilobytes(), of: of(&value), seen };
                    let _ = guard.insert(Arc::new(answer));
                    return Ok(value);
                }
            }
        }
        read().await.map(Arc::new)
    }

    async fn compare<V, E, F>(
        &self,
        name: &'static str,
        answer: &Answer,
        value: &V,
        read: &impl Fn() -> F,
    ) -> Result<(), E>
    where
        V: Keep,
        E: From<DbError>,
        F: Future<Output = Result<V, E>>,
    {
        let mut wait = 1;
        loop {
            let (kept, fresh) = (format!("{value:?}"), format!("{:?}", read().await?));
            if kept == fresh || !self.kept.holds(answer) {
                return Ok(());
            }
            if wait > 500 {
                return Err(DbError::Corrupt(format!("{name} was kept too long: {kept} is now {fresh}")).into());
            }
            // A write that is done and has no number yet.
            tokio::time::sleep(Duration::from_millis(wait)).await;
            wait *= 3;
        }
    }
}

/// Numbers a write when it is over, however it ends.
pub(super) struct Numbered {
    kept: Arc<Kept>,
    wrote: Option<Wrote>,
}

impl Numbered {
    pub(super) fn new(kept: &Arc<Kept>, wrote: Wrote) -> Self {
        Self { kept: Arc::clone(kept), wrote: Some(wrote) }
    }
}

impl Drop for Numbered {
    fn drop(&mut self) {
        if let Some(wrote) = self.wrote.take() {
            self.kept.wrote(wrote);
        }
    }
}

/// A write of which nothing is known.
pub(super) fn anything() -> Wrote {
    Wrote { tables: BTreeMap::new(), anything: true }
}

#[cfg(test)]
mod tests {
    use surrealdb::types::{RecordId, Value};

    use super::{Log, Of, Tx, WRITES, Wrote, anything};

    fn record(table: &str, key: &str) -> RecordId {
        RecordId::new(table, key)
    }

    #[test]
    fn what_a_transaction_touches_is_read_off_its_statements() {
        let mut tx = Tx::new();
        tx.create(record("space", "a"), Value::Object(Default::default()));
        tx.touch_record(record("organization", "b"), 3);
        tx.tie(record("floor", "c"));
        tx.delete_all(vec![record("session", "d"), record("session", "e")]);
        let wrote = Wrote::of(&tx);
        for touched in [("space", "a"), ("organization", "b"), ("floor", "c"), ("session", "d"), ("session", "e")] {
            assert!(wrote.touches(&Of::Row(record(touched.0, touched.1))), "{touched:?}");
        }
        for not in [("space", "b"), ("organization", "a"), ("account", "a")] {
            assert!(!wrote.touches(&Of::Row(record(not.0, not.1))), "{not:?}");
        }
        assert!(wrote.touches(&Of::Table("floor")) && !wrote.touches(&Of::Table("account")) && !wrote.anything);
    }

    #[test]
    fn rows_put_in_together_are_touched_one_by_one_and_many_as_a_whole() {
        let row = |n: usize| {
            let id = Value::RecordId(record("space", &n.to_string()));
            Value::Object([("id".to_owned(), id)].into_iter().collect())
        };
        let mut tx = Tx::new();
        tx.insert_all("space", (0..3).map(row).collect());
        assert!(!Wrote::of(&tx).touches(&Of::Row(record("space", "3"))));
        assert!(Wrote::of(&tx).touches(&Of::Row(record("space", "2"))));
        let mut tx = Tx::new();
        tx.insert_all("space", (0..600).map(row).collect());
        assert!(Wrote::of(&tx).touches(&Of::Row(record("space", "elsewhere"))));
    }

    #[test]
    fn a_statement_that_names_a_table_touches_all_of_it_and_one_that_cannot_be_read_everything() {
        let mut tx = Tx::new();
        tx.run("UPDATE space SET version += 1");
        let wrote = Wrote::of(&tx);
        assert!(wrote.touches(&Of::Row(record("space", "a"))) && !wrote.touches(&Of::Table("floor")));
        let mut tx = Tx::new();
        tx.run("LET $x = (SELECT * FROM space)").run("UPDATE $x SET version += 1");
        assert!(Wrote::of(&tx).touches(&Of::Table("floor")));
    }

    #[test]
    fn writes_that_are_not_remembered_are_not_taken_for_none() {
        let mut log = Log::default();
        for _ in 0..WRITES + 5 {
            log.add(anything());
        }
        assert!(log.since(4).is_none() && log.since(0).is_none());
        assert_eq!(log.since(log.last).map(Iterator::count), Some(0));
        assert_eq!(log.since(log.last - 2).map(Iterator::count), Some(2));
        assert_eq!(log.since(5).map(Iterator::count), Some(WRITES));
    }
}
