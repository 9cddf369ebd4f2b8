//! A whole house for one test: the real routes over a database of its own, with a clock that
//! stands still, chance from a seed, and callers of every role.
//!
//! ```ignore
//! let w = World::new().await;
//! let operator = w.operator("B03").await;
//! operator.get("/bases").await.ok();
//! operator.post("/allocations", json!({})).await.refused(422, "invalid_fields");
//! ```

mod caller;
mod reply;
mod seed;

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use chrono::{DateTime, Duration, FixedOffset, TimeZone, Utc};
use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
};
use fuhua::{
    accounts::password::Hasher,
    clock::{Chance, Clock},
    db::{Db, Place, Tx, migrate},
    files::Blobs,
    house::{House, SharedHouse},
    journal,
};
use poem::{EndpointExt, Response, endpoint::BoxEndpoint};
use surrealdb::types::{SurrealValue, Value};
use tempfile::TempDir;

pub use self::{
    caller::{Caller, PASSWORD},
    reply::Reply,
};

/// The word that the first administrator must give.
pub const SETUP_WORD: &str = "word-of-setup";

type App = Arc<BoxEndpoint<'static, Response>>;

/// The routes as they are now; callers keep theirs over a reopening.
#[derive(Default)]
struct Door(RwLock<Option<App>>);

impl Door {
    fn app(&self) -> App {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone().expect("the house is open")
    }
    fn set(&self, app: Option<App>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = app;
    }
}

/// The folder of the project: where cargo starts the test, since a compiled one may have been built elsewhere.
pub fn root() -> std::path::PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()).into()
}

/// What a world is made with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// On the shipped engine in a temporary folder, not in memory.
    pub on_disk: bool,
    /// Neither bases nor divisions nor a first administrator.
    pub bare: bool,
    /// Each named read is explained too, see [`World::plans`].
    pub watch_plans: bool,
}

/// A whole house.
pub struct World {
    house: Option<SharedHouse>,
    door: Arc<Door>,
    folder: TempDir,
    options: Options,
    clock: Clock,
    /// Callers that were made, by role and scope: the same words give the same person.
    callers: Mutex<BTreeMap<String, Caller>>,
    bases: BTreeMap<String, BaseId>,
    /// Accounts and roles that the world itself made.
    made: (AtomicI64, AtomicI64),
}

/// Monday, 23 November 2026, 09:00 in Hailar.
#[must_use]
pub fn morning() -> DateTime<Utc> {
    zone().with_ymd_and_hms(2026, 11, 23, 9, 0, 0).single().expect("a moment").to_utc()
}

/// The institution's zone.
#[must_use]
pub fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("a zone")
}

/// A day from its text.
#[must_use]
pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

impl World {
    /// With the 13 bases, the divisions above townships, some townships, the work calendar and the first administrator.
    pub async fn new() -> Self {
        Self::with(Options::default()).await
    }

    /// Migrated, and nothing in it.
    pub async fn bare() -> Self {
        Self::with(Options { bare: true, ..Options::default() }).await
    }

    /// On the shipped engine in a temporary folder; [`World::reopen`] closes and opens it again.
    pub async fn on_disk() -> Self {
        Self::with(Options { on_disk: true, ..Options::default() }).await
    }

    /// Each named read is also explained.
    pub async fn watching_plans() -> Self {
        Self::with(Options { watch_plans: true, ..Options::default() }).await
    }

    /// With the given options.
    pub async fn with(options: Options) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut world = Self {
            house: None,
            door: Arc::default(),
            folder,
            options,
            clock: Clock::fixed(morning()),
            callers: Mutex::default(),
            bases: BTreeMap::new(),
            made: Default::default(),
        };
        world.open(7).await;
        if !options.bare {
            world.bases = seed::fill(world.house()).await;
        }
        world
    }

    async fn open(&mut self, seed: u64) {
        let url = match self.options.on_disk {
            true => format!("surrealkv://{}", self.folder.path().join("db").display()),
            false => "mem://".to_owned(),
        };
        let mut db = Db::open(&Place::at(url)).await.expect("the database opens");
        migrate::migrate(&db, migrate::STEPS, self.clock.now()).await.expect("the steps apply");
        if self.options.watch_plans {
            db.watch_plans();
            // Every read is to reach the database.
            db.kept.forget();
        }
        db.kept.doubt();
        let house = Arc::new(House {
            clock: self.clock.clone(),
            chance: Chance::seeded(seed),
            zone: zone(),
            passwords: Hasher::cheap(),
            setup_word: SETUP_WORD.to_owned(),
            public_url: Some("https://fuhua.example.org".into()),
            client_address_header: Some("x-forwarded-for".into()),
            metrics_token: Some("word-of-metrics".into()),
            ..House::new(db, Blobs::at(self.folder.path().join("files")))
        });
        self.door.set(Some(Arc::new(fuhua::app::routes(&house).boxed())));
        self.house = Some(house);
    }

    /// Closes the database and opens it again, as after a restart. Callers stay.
    pub async fn reopen(&mut self) {
        assert!(self.options.on_disk, "a database in memory is gone when it is closed");
        self.door.set(None);
        let house = Arc::try_unwrap(self.house.take().expect("open")).expect("nothing else holds the house");
        drop(house);
        let lock = self.folder.path().join("db/LOCK");
        let free = || std::fs::File::options().write(true).open(&lock).is_ok_and(|file| file.try_lock().is_ok());
        // The engine lets go of its files in the background, and has no call that waits for it.
        while lock.exists() && !free() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        self.open(8).await;
    }

    /// The house itself, for verbs and rows that a test wants to see from within.
    #[must_use]
    pub fn house(&self) -> &SharedHouse {
        self.house.as_ref().expect("open")
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.house().db
    }

    /// Where the database and the attachments' bytes are.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The present moment of this world.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves the clock on.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// The base with a code, such as `B03`.
    #[must_use]
    pub fn base(&self, code: &str) -> BaseId {
        *self.bases.get(code).unwrap_or_else(|| panic!("no base {code}"))
    }

    /// Plans of the named reads so far, by name.
    #[must_use]
    pub fn plans(&self) -> BTreeMap<&'static str, String> {
        self.db().plans()
    }

    /// Rows of a table.
    pub async fn count(&self, table: &str) -> i64 {
        #[derive(SurrealValue)]
        struct Count {
            count: i64,
        }
        let found: Option<Count> = self
            .db()
            .find(
                "test_count",
                "SELECT count() FROM type::table($name) GROUP ALL",
                [("name", Value::String(table.to_owned()))],
            )
            .await
            .expect("a count");
        found.map_or(0, |row| row.count)
    }

    /// Rows of every table that keeps what people did: equal before and after means "nothing written".
    /// Callers that the world made meanwhile, and their roles, do not count.
    pub async fn totals(&self) -> BTreeMap<String, i64> {
        let mut totals = BTreeMap::new();
        for table in seed::tables() {
            if !matches!(table.as_str(), "session" | "signin_attempt" | "idempotency" | "schema_migration") {
                let made = match table.as_str() {
                    "account" => self.made.0.load(Ordering::SeqCst),
                    "role_grant" => self.made.1.load(Ordering::SeqCst),
                    _ => 0,
                };
                let count = self.count(&table).await - made;
                totals.insert(table, count);
            }
        }
        totals
    }

    /// The history of a thing, oldest first.
    pub async fn journal(&self, thing: impl ToString) -> Vec<journal::Entry> {
        let mut entries = journal::page(self.db(), &thing.to_string(), None, 10_000).await.expect("the journal");
        entries.reverse();
        entries
    }

    /// What was done to a thing, oldest first.
    pub async fn deeds(&self, thing: impl ToString) -> Vec<String> {
        self.journal(thing).await.into_iter().map(|entry| entry.action).collect()
    }

    /// What does not hold together in the whole house, as `fuhua check` tells it.
    pub async fn findings(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut tell = |finding: fuhua::check::Finding| found.push(finding.to_string());
        fuhua::check::everything(self.house(), &mut tell).await.expect("readable");
        found
    }

    /// A live organization with a home base and nothing else, as a raw row.
    pub async fn organization(&self, base: &str, name: &str) -> OrganizationId {
        let id: OrganizationId = self.house().chance.id(self.now());
        seed::organization(self.house(), id, self.base(base), name).await;
        id
    }

    /// Sends a transaction of the test's own.
    pub async fn commit(&self, tx: Tx) {
        self.db().commit(tx).await.expect("the test's own transaction");
    }

    /// Runs statements of the test's own, with parameters; for tampering and raw rows.
    pub async fn run(&self, sql: &str, binds: Vec<Value>) {
        let mut tx = Tx::new();
        let mut sql = sql.to_owned();
        for value in binds {
            let name = tx.bind(value);
            sql = sql.replacen('?', &name, 1);
        }
        tx.run(&sql);
        self.commit(tx).await;
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // A name in the folder of attachments always has all of its bytes: no half-written files stay.
        let parts = walk(&self.folder.path().join("files"))
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "part"));
        let parts: Vec<_> = parts.collect();
        if !std::thread::panicking() {
            assert_eq!(parts, Vec::<std::path::PathBuf>::new(), "half-written attachments are left");
        }
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] })
        .collect()
}
