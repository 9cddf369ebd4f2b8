//! The only room that talks to SurrealDB.
//!
//! It knows how to open each engine with capped memory, how to send one query or one transaction,
//! which errors mean "decide again", and how to wait in line for a hot row. What rows mean is the
//! stores' business.

pub mod applied;
pub mod born;
pub mod error;
pub mod gate;
pub mod kept;
mod link;
pub mod migrate;
pub mod read;
pub mod rows;
pub mod series;
pub mod tx;

use std::{
    collections::BTreeMap,
    future::Future,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use surrealdb::{
    IndexedResults, Surreal,
    engine::{any::Any, local},
    opt::{Config, capabilities::Capabilities},
    types::{QueryError, RecordId, SurrealValue, Value, Variables},
};

use self::kept::{Kept, Numbered, Wrote};
pub use self::{
    error::DbError,
    kept::{Keep, Of, tables},
    read::Read,
    rows::{At, Civil, Rec, Text, from_number, rid, rid_of, with_id},
    tx::Tx,
};

/// Bytes of the embedded engine's write buffer; also the largest single transaction. The engine's
/// own default is 1 GiB, which a small machine does not have.
const MEMTABLE_BYTES: u64 = 64 << 20;
/// Bytes of the embedded engine's block cache; its own default is half of the machine's memory.
const BLOCK_CACHE_BYTES: u64 = 96 << 20;
/// Bytes of a block on disk. Each point read copies a block: the engine's own 64 KiB are for scans of
/// large tables, ours reads rows one by one.
const BLOCK_BYTES: u64 = 4 << 10;
/// How often a decision is made again after a conflict before the caller is told to come later.
const ATTEMPTS: u32 = 12;

enum Handle {
    Any(Surreal<Any>),
    Local(Surreal<local::Db>),
}

/// Where the data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `surrealkv://path`, `mem://`, `ws://host:port` or `wss://host:port`.
    pub url: String,
    /// Name and password at a database server.
    pub credentials: Option<(String, String)>,
    /// Namespace and database within it.
    pub namespace: String,
    /// Database within the namespace.
    pub database: String,
}

impl Place {
    /// A place with the usual names inside.
    #[must_use]
    pub fn at(url: impl Into<String>) -> Self {
        Self { url: url.into(), credentials: None, namespace: "fuhua".into(), database: "fuhua".into() }
    }
}

/// Counters for `/metrics`.
#[derive(Debug, Default)]
pub struct Counters {
    /// Queries and transactions sent.
    pub queries: AtomicU64,
    /// Transactions that were applied.
    pub commits: AtomicU64,
    /// Conflicts with other writers, each of which led to another decision.
    pub conflicts: AtomicU64,
    /// Requests that gave up after the last conflict.
    pub exhausted: AtomicU64,
}

/// The open database, shared by everything in the process.
pub struct Db {
    handle: Arc<Handle>,
    /// The line to a database server, where there is one.
    link: Option<Arc<link::Link>>,
    /// What was read and is still true.
    pub kept: Arc<Kept>,
    /// Queues in front of hot rows.
    pub gates: gate::Gates,
    /// What was done, for `/metrics`.
    pub counters: Counters,
    /// Plans seen, by query name; kept only while a test asks for them.
    plans: Option<Mutex<BTreeMap<&'static str, String>>>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("counters", &self.counters).finish_non_exhaustive()
    }
}

impl Db {
    /// Opens the database and selects its namespace.
    pub async fn open(place: &Place) -> Result<Self, DbError> {
        let handle = match place.url.strip_prefix("surrealkv://") {
            Some(path) => Handle::Local(open_capped(Path::new(path), &place.url).await?),
            None => Handle::Any(open_any(place).await?),
        };
        let alone = !place.url.starts_with("ws://") && !place.url.starts_with("wss://");
        let handle = Arc::new(handle);
        let mut db = Self {
            link: None,
            handle,
            kept: Arc::new(Kept::new(alone)),
            gates: gate::Gates::default(),
            counters: Counters::default(),
            plans: None,
        };
        match &*db.handle {
            Handle::Any(db) => db.use_ns(&place.namespace).use_db(&place.database).await.map(drop)?,
            Handle::Local(db) => db.use_ns(&place.namespace).use_db(&place.database).await.map(drop)?,
        }
        // From here on the namespace is chosen, also for signs of life.
        db.link = (!alone).then(|| Arc::new(link::Link::of(&db.handle)));
        Ok(db)
    }

    /// From now on each named read is also explained; for the test that refuses table scans.
    pub fn watch_plans(&mut self) {
        self.plans = Some(Mutex::new(BTreeMap::new()));
    }

    /// The plans seen since [`Db::watch_plans`].
    #[must_use]
    pub fn plans(&self) -> BTreeMap<&'static str, String> {
        self.plans
            .as_ref()
            .map(|plans| plans.lock().unwrap_or_else(PoisonError::into_inner).clone())
            .unwrap_or_default()
    }

    fn note_plan(&self, name: &'static str, plan: &Value) {
        if let Some(plans) = &self.plans {
            plans.lock().unwrap_or_else(PoisonError::into_inner).insert(name, format!("{plan:?}"));
        }
    }

    async fn send(&self, sql: &str, binds: Variables) -> Result<IndexedResults, DbError> {
        self.counters.queries.fetch_add(1, Ordering::Relaxed);
        over(self.link.as_deref(), sent(&self.handle, sql, binds)).await
    }

    /// Schema statements of the program itself, outside of any transaction.
    pub async fn define(&self, sql: &str) -> Result<(), DbError> {
        let _numbered = Numbered::new(&self.kept, kept::anything());
        self.send(sql, Variables::new()).await.map(drop)
    }

    /// Rows of one reading statement. `name` is for the metrics and for the test of plans.
    pub async fn select<T: SurrealValue>(
        &self,
        name: &'static str,
        sql: &str,
        binds: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<Vec<T>, DbError> {
        let mut variables = Variables::new();
        for (key, value) in binds {
            variables.insert(key, value);
        }
        if self.plans.is_some() {
            let mut explained = self.send(&format!("EXPLAIN {sql}"), variables.clone()).await?;
            let plan: Value = explained.take(0).map_err(DbError::from)?;
            self.note_plan(name, &plan);
        }
        let mut results = self.send(sql, variables).await?;
        results.take::<Vec<T>>(0).map_err(|error| DbError::Corrupt(format!("{name}: {error}")))
    }

    /// The only row of a reading statement, if there is one.
    pub async fn find<T: SurrealValue>(
        &self,
        name: &'static str,
        sql: &str,
        binds: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.select(name, sql, binds).await?.into_iter().next())
    }

    /// The row of one record, if it is there.
    pub async fn find_record<T: SurrealValue>(
        &self,
        name: &'static str,
        record: RecordId,
    ) -> Result<Option<T>, DbError> {
        self.find(name, "SELECT * FROM $id", [("id", Value::RecordId(record))]).await
    }

    /// How often something was tied to a row, see [`Tx::tie`].
    pub async fn ties(&self, record: RecordId) -> Result<i64, DbError> {
        #[derive(SurrealValue)]
        struct Ties {
            ties: Option<i64>,
        }
        let found: Option<Ties> = self.find_record("ties", record).await?;
        Ok(found.and_then(|row| row.ties).unwrap_or_default())
    }

    /// Sends a transaction once. Applied whole, or an error and nothing was applied.
    pub async fn commit(&self, mut tx: Tx) -> Result<(), DbError> {
        if tx.is_empty() && tx.entries.is_empty() {
            return Ok(());
        }
        let drafts = std::mem::take(&mut tx.entries);
        crate::journal::chain(self, &mut tx, drafts).await?;
        applied::mark(&mut tx);
        if let Some(link) = &self.link {
            link.in_time(&mut tx);
        }
        let numbered = Numbered::new(&self.kept, Wrote::of(&tx));
        let sql = format!("BEGIN;\n{}COMMIT;", tx.sql);
        self.counters.queries.fetch_add(1, Ordering::Relaxed);
        // On a task of its own: the engine goes on with what it was sent when the caller has gone away,
        // and the write gets its number when it is over.
        let (handle, link) = (Arc::clone(&self.handle), self.link.clone());
        let work = tokio::spawn(async move {
            let _numbered = numbered;
            over(link.as_deref(), sent(&handle, &sql, tx.binds)).await.map(drop)
        });
        match work.await.unwrap_or_else(|error| Err(DbError::Engine(error.to_string()))) {
            Ok(()) => {
                self.counters.commits.fetch_add(1, Ordering::Relaxed);
                Ok(())
            }
            // The chain grew between reading its head and writing: only the place was taken, decide again.
            Err(DbError::Duplicate { what }) if what == crate::journal::TABLE => Err(DbError::Conflict),
            Err(error) => Err(error),
        }
    }

    /// Makes a decision (read, decide, write) again while other writers are first, with growing
    /// random pauses; at most [`ATTEMPTS`] times, then the caller is told that it is busy.
    pub async fn decide<T, E, F, Fut>(&self, mut attempt: F) -> Result<T, E>
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: Conflicting + From<DbError>,
    {
        let mut tries = 0;
        loop {
            match attempt().await {
                Err(error) if error.is_conflict() => {
                    self.counters.conflicts.fetch_add(1, Ordering::Relaxed);
                    tries += 1;
                    if tries >= ATTEMPTS {
                        self.counters.exhausted.fetch_add(1, Ordering::Relaxed);
                        return Err(DbError::Busy("too many writers on the same thing".into()).into());
                    }
                    pause(tries).await;
                }
                other => return other,
            }
        }
    }

    /// Lets go of the database, and waits until the engine has let go of its folder: it closes in the
    /// background.
    pub async fn close(self, place: &Place) {
        drop(self);
        let Some(path) = place.url.strip_prefix("surrealkv://") else { return };
        let lock = Path::new(path).join("LOCK");
        for _ in 0..200 {
            tokio::time::sleep(Duration::from_millis(25)).await;
            let free = std::fs::OpenOptions::new().write(true).open(&lock).is_ok_and(|file| file.try_lock().is_ok());
            if free || !lock.exists() {
                return;
            }
        }
    }

    /// Writes a consistent copy of everything as SurrealQL, while the service goes on.
    pub async fn export(&self, to: &Path) -> Result<(), DbError> {
        match &*self.handle {
            Handle::Any(db) => db.export(to).await?,
            Handle::Local(db) => db.export(to).await?,
        }
        Ok(())
    }
}

async fn over<T>(link: Option<&link::Link>, work: impl Future<Output = Result<T, DbError>>) -> Result<T, DbError> {
    match link {
        Some(link) => link.over(work).await,
        None => work.await,
    }
}

async fn sent(handle: &Handle, sql: &str, binds: Variables) -> Result<IndexedResults, DbError> {
    let results = match handle {
        Handle::Any(db) => db.query(sql).bind(binds).await?,
        Handle::Local(db) => db.query(sql).bind(binds).await?,
    };
    checked(results)
}

/// An error that may be a conflict with another writer.
pub trait Conflicting {
    /// Whether the decision should be made again.
    fn is_conflict(&self) -> bool;
}
impl Conflicting for DbError {
    fn is_conflict(&self) -> bool {
        DbError::is_conflict(self)
    }
}

/// Full jitter up to 2, 4, … 128 ms. The nanoseconds of a fresh monotonic reading are random
/// enough to spread writers, and need no generator.
async fn pause(tries: u32) {
    let cap_micros = 1000u64 << tries.min(7);
    let seed =
        u64::from(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.subsec_nanos()));
    tokio::time::sleep(Duration::from_micros(seed % cap_micros)).await;
}

/// The error that caused a failed query, not its echo "not executed due to a failed transaction".
fn checked(mut results: IndexedResults) -> Result<IndexedResults, DbError> {
    let mut errors: Vec<_> = results.take_errors().into_iter().collect();
    if errors.is_empty() {
        return Ok(results);
    }
    errors.sort_by_key(|(index, _)| *index);
    // A transaction that fails at its commit (too large for the write buffer, say) fails its
    // statements first; the reason stands on the last.
    let cause = errors
        .iter()
        .position(|(_, e)| !matches!(e.query_details(), Some(QueryError::NotExecuted | QueryError::Cancelled)))
        .or_else(|| errors.iter().position(|(_, e)| e.message().starts_with("Cannot COMMIT")))
        .unwrap_or(0);
    Err(errors.swap_remove(cause).1.into())
}

async fn open_any(place: &Place) -> Result<Surreal<Any>, DbError> {
    let config = Config::new()
        .capabilities(Capabilities::all().with_all_net_targets_denied())
        .query_timeout(Duration::from_secs(30))
        .transaction_timeout(Duration::from_secs(60));
    let db = surrealdb::engine::any::connect((place.url.as_str(), config)).await?;
    if let Some((username, password)) = &place.credentials {
        db.signin(surrealdb::opt::auth::Root { username: username.clone(), password: password.clone() }).await?;
    }
    Ok(db)
}

/// The embedded engine with capped memory. Its settings do not reach it through a connection
/// string, only through the datastore's own builder.
async fn open_capped(path: &Path, url: &str) -> Result<Surreal<local::Db>, DbError> {
    let engine = |error: anyhow::Error| {
        let text = format!("{error:#}");
        if text.contains("already locked") {
            DbError::Busy(format!("{} is in use by another fuhua process; stop it first", path.display()))
        } else {
            DbError::Engine(text)
        }
    };
    let config = surrealdb_cnf::ConfigMap::from_env()
        .with_key_value("surrealkv_max_memtable_size", MEMTABLE_BYTES.to_string())
        .with_key_value("surrealkv_block_size", BLOCK_BYTES.to_string())
        .with_key_value("surrealkv_block_cache_capacity", BLOCK_CACHE_BYTES.to_string());
    let (sender, receiver) = async_channel::bounded(1024);
    let store = surrealdb_engine_local::Datastore::builder()
        .with_config(config)
        .with_auth(false)
        .with_notify(sender)
        .without_maintenance_tasks()
        .build_with_path(url)
        .await
        .map_err(engine)?;
    store.check_version().await.map_err(engine)?;
    store.bootstrap().await.map_err(engine)?;
    store.start_maintenance_tasks();
    Surreal::<local::Db>::unstable_from_datastore(store, Some(receiver)).await.map_err(DbError::from)
}
