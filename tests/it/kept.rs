//! What was read is kept while it is true, and not a moment longer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use fuhua::db::{Db, DbError, Keep, Of, Place, Tx};
use serde_json::json;
use surrealdb::types::{RecordId, SurrealValue};

use crate::world::World;

#[derive(Debug, Clone, PartialEq, SurrealValue)]
struct Counter {
    n: i64,
}

#[derive(Debug, PartialEq)]
struct Count(i64);
impl Keep for Count {}

fn counter() -> RecordId {
    RecordId::new("counter", "one")
}

async fn read(db: &Db) -> Result<Count, DbError> {
    let row: Option<Counter> = db.find_record("counter", counter()).await?;
    Ok(Count(row.map_or(0, |row| row.n)))
}

async fn set(db: &Db, n: i64) {
    write(db, n).await.unwrap();
}

async fn write(db: &Db, n: i64) -> Result<(), DbError> {
    let mut tx = Tx::new();
    let (id, n) = (tx.bind(counter()), tx.bind(n));
    tx.run(&format!("UPSERT {id} SET n = {n} RETURN NONE"));
    db.commit(tx).await
}

async fn house() -> Arc<Db> {
    let db = Db::open(&Place::at("mem://")).await.unwrap();
    db.define("DEFINE TABLE counter SCHEMALESS; DEFINE TABLE other SCHEMALESS;").await.unwrap();
    Arc::new(db)
}

async fn ask(db: &Db, of: &'static str) -> Result<i64, DbError> {
    Ok(db.keep("count", "", |_| vec![Of::Table(of)], || read(db)).await?.0)
}

/// Readers ask without a pause while a writer counts on; none of them may ever be told less than what
/// had been acknowledged when it asked. Returns how often one was.
async fn told_too_little(db: &Arc<Db>, of: &'static str) -> usize {
    let acknowledged = Arc::new(AtomicI64::new(0));
    let readers = (0..4).map(|_| {
        let (db, acknowledged) = (Arc::clone(db), Arc::clone(&acknowledged));
        tokio::spawn(async move {
            let mut wrong = 0;
            loop {
                let known = acknowledged.load(Ordering::SeqCst);
                wrong += usize::from(ask(&db, of).await.unwrap() < known);
                if known == 200 {
                    return wrong;
                }
                tokio::task::yield_now().await;
            }
        })
    });
    let readers: Vec<_> = readers.collect();
    for n in 1..=200 {
        set(db, n).await;
        acknowledged.store(n, Ordering::SeqCst);
    }
    let mut wrong = 0;
    for reader in readers {
        wrong += reader.await.unwrap();
    }
    wrong
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_is_told_less_than_was_acknowledged() {
    let db = house().await;
    assert_eq!(told_too_little(&db, "counter").await, 0);
    let hits = db.kept.hits.load(Ordering::Relaxed);
    assert!(hits > 0, "nothing was ever given from memory, so nothing was shown");
}

/// The negative control: said to be read of another table, the same answers are old ones.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_answer_of_the_wrong_table_is_found_out() {
    let db = house().await;
    assert!(told_too_little(&db, "other").await > 0);
    db.kept.doubt();
    set(&db, 500).await;
    let error = ask(&db, "other").await.unwrap_err();
    assert!(error.to_string().contains("kept too long"), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_whose_caller_went_away_counts_all_the_same() {
    let db = house().await;
    for n in 1..=50 {
        assert!(ask(&db, "counter").await.unwrap() >= 0);
        // The caller goes away at some moment of the write; one that goes on may be in the way of the next.
        let writing = write(&db, n);
        let _ = tokio::time::timeout(Duration::from_micros(u64::try_from(n).unwrap_or(1) * 20), writing).await;
        let mut tries = 0;
        while ask(&db, "counter").await.unwrap() != read(&db).await.unwrap().0 {
            // Not written yet when it was asked, but by now.
            tries += 1;
            assert!(tries < 2_500, "the write stays unseen");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_that_is_not_touched_leaves_the_answer() {
    let db = house().await;
    let ask = || db.keep("row", "", |_| vec![Of::Row(counter())], || read(&db));
    set(&db, 1).await;
    assert_eq!(*ask().await.unwrap(), Count(1));
    let misses = db.kept.misses.load(Ordering::Relaxed);
    let mut tx = Tx::new();
    tx.create(RecordId::new("counter", "two"), Counter { n: 9 });
    db.commit(tx).await.unwrap();
    ask().await.unwrap();
    assert_eq!(db.kept.misses.load(Ordering::Relaxed), misses);
    set(&db, 2).await;
    assert_eq!(*ask().await.unwrap(), Count(2));
    assert_eq!(db.kept.misses.load(Ordering::Relaxed), misses + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_database_that_others_write_to_nothing_is_kept() {
    let db = house().await;
    db.kept.forget();
    set(&db, 1).await;
    assert_eq!(ask(&db, "other").await.unwrap(), 1);
    set(&db, 2).await;
    assert_eq!(ask(&db, "other").await.unwrap(), 2);
}

/// The list in memory and the table say the same after every kind of write; the world compares them at
/// each answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_roll_of_organizations_follows_each_write() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let names = async |query: &str| {
        let list = operator.get(&format!("/organizations?{query}")).await.ok();
        let items = list["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("q=kept").await, Vec::<String>::new());
    let body = |name: &str| json!({"name": name, "kind": "pre_registration", "division": "150702"});
    let first = operator.post("/organizations", body("Kept Two")).await.created();
    w.advance(chrono::Duration::seconds(1));
    operator.post("/organizations", body("Kept One")).await.created();
    assert_eq!(names("q=kept").await, ["Kept One", "Kept Two"]);
    assert_eq!(names("q=kept&sort=-name").await, ["Kept Two", "Kept One"]);
    assert_eq!(names("q=kept&sort=created").await, ["Kept Two", "Kept One"]);
    assert_eq!(names("q=kept&sort=-created").await, ["Kept One", "Kept Two"]);
    assert_eq!(names("q=kept%20two").await, ["Kept Two"]);
    let id = first["id"].as_str().unwrap();
    let path = format!("/organizations/{id}");
    let etag = operator.get(&path).await.etag();
    operator.seen(&etag).patch(&path, json!({"name": "Kept Zero"})).await.ok();
    assert_eq!(names("q=kept").await, ["Kept One", "Kept Zero"]);
    assert_eq!(names("q=two").await, Vec::<String>::new());
    let day = json!({"on": "2026-11-20", "reason": "merged"});
    operator.post(&format!("{path}/dissolve"), day).await.ok();
    assert_eq!(names("q=kept&live=true").await, ["Kept One"]);
    assert_eq!(names("q=kept&live=false").await, ["Kept Zero"]);
}
