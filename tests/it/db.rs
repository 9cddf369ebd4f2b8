//! What the database really does, where our code relies on it.

use chrono::{DateTime, Duration, Utc};
use domain::id::{AccountId, Id};
use fuhua::db::{At, DbError, Rec, Tx, rid};
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::world::{World, morning};

#[derive(Debug, PartialEq, SurrealValue)]
struct Only {
    at: At,
}

/// The engine's index keys hold moments as text: a whole second must not sort after its fractions.
#[tokio::test]
async fn an_index_keeps_moments_in_their_order() {
    let w = World::bare().await;
    let moments: Vec<DateTime<Utc>> =
        [0, 1, 10, 100, 250, 500, 510, 999, 1000, 1001, 60_000].map(|ms| morning() + Duration::milliseconds(ms)).into();
    for (n, at) in moments.iter().enumerate() {
        let mut tx = Tx::new();
        let (id, at) = (tx.bind(RecordId::new("idempotency", n as i64)), tx.bind(At(*at)));
        tx.run(&format!("CREATE {id} SET fingerprint = '', status = 0, body = '', phase = 'running', at = {at}"));
        w.commit(tx).await;
    }
    for bound in &moments {
        for (sign, keep) in [("<", false), ("<=", true)] {
            let sql = format!("SELECT at FROM idempotency WHERE at {sign} $bound ORDER BY at");
            let rows: Vec<Only> = w.db().select("test", &sql, [("bound", At(*bound).into_value())]).await.unwrap();
            let found: Vec<_> = rows.into_iter().map(|row| row.at.0).collect();
            let expected: Vec<_> = moments.iter().copied().filter(|at| at < bound || keep && at == bound).collect();
            assert_eq!(found, expected, "{sign} {bound}");
        }
    }
}

fn account(tx: &mut Tx, key: u128, login: &str) {
    let (id, login, now) = (tx.bind(rid(AccountId::from_key(key))), tx.bind(login.to_owned()), tx.bind(At(morning())));
    tx.run(&format!(
        "CREATE ONLY {id} CONTENT {{ login: {login}, name: 'x', locale: 'en', password: '', change_password: false,
         locked: false, version: 1, created_at: {now}, updated_at: {now} }} RETURN NONE"
    ));
}

/// The wording of the engine that `db/error.rs` parses.
#[tokio::test]
async fn a_key_that_is_taken_is_told_by_its_index_or_its_table() {
    for w in [World::bare().await, World::on_disk().await] {
        let mut tx = Tx::new();
        account(&mut tx, 1, "tuya");
        w.commit(tx).await;
        let mut tx = Tx::new();
        account(&mut tx, 2, "tuya");
        assert_eq!(w.db().commit(tx).await, Err(DbError::Duplicate { what: "account_login".into() }));
        let mut tx = Tx::new();
        account(&mut tx, 1, "saran");
        assert_eq!(w.db().commit(tx).await, Err(DbError::Duplicate { what: "account".into() }));
    }
}

#[tokio::test]
async fn a_transaction_that_fails_in_its_middle_leaves_nothing() {
    let w = World::bare().await;
    let mut tx = Tx::new();
    account(&mut tx, 1, "tuya");
    tx.run("UPDATE account SET name = 1");
    account(&mut tx, 2, "saran");
    let failed = w.db().commit(tx).await;
    assert!(matches!(failed, Err(DbError::Engine(_))), "{failed:?}");
    assert_eq!(w.count("account").await, 0);
}

#[tokio::test]
async fn a_row_that_was_changed_since_is_a_conflict() {
    let w = World::bare().await;
    let mut tx = Tx::new();
    account(&mut tx, 1, "tuya");
    w.commit(tx).await;
    let id = AccountId::from_key(1);
    let mut tx = Tx::new();
    tx.touch(id, 1);
    w.commit(tx).await;
    let mut late = Tx::new();
    late.touch(id, 1);
    assert_eq!(w.db().commit(late).await, Err(DbError::Conflict));
    let mut gone = Tx::new();
    gone.touch(AccountId::from_key(9), 1);
    assert_eq!(w.db().commit(gone).await, Err(DbError::Conflict));
}

/// Statements without a single value of their own are sent too.
#[tokio::test]
async fn a_transaction_without_values_is_not_an_empty_one() {
    let w = World::bare().await;
    let mut tx = Tx::new();
    account(&mut tx, 1, "tuya");
    w.commit(tx).await;
    let mut tx = Tx::new();
    tx.run("DELETE account RETURN NONE");
    assert!(!tx.is_empty());
    w.commit(tx).await;
    assert_eq!(w.count("account").await, 0);
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_restart() {
    let mut w = World::on_disk().await;
    let supervisor = w.supervisor().await;
    let path = format!("/bases/{}", w.base("B03"));
    supervisor.patch(&path, serde_json::json!({"name": "新名"})).await.ok();
    let before = w.totals().await;
    w.reopen().await;
    assert_eq!(supervisor.get(&path).await.ok()["name"], "新名");
    assert_eq!(w.totals().await, before);
    assert_eq!(fuhua::journal::verify(w.db()).await.unwrap(), vec![]);
}

#[tokio::test]
async fn an_identifier_of_another_table_is_corrupt_and_not_a_panic() {
    #[derive(Debug, SurrealValue)]
    struct Wrong {
        id: Rec<AccountId>,
    }
    let w = World::new().await;
    let read = w.db().select::<Wrong>("test", "SELECT id FROM base LIMIT 1", []).await;
    assert!(matches!(read, Err(DbError::Corrupt(_))), "{read:?}");
    let read =
        w.db().select::<Only>("test", "SELECT $x AS at FROM base LIMIT 1", [("x", Value::String("soon".into()))]).await;
    assert!(matches!(read, Err(DbError::Corrupt(_))), "{read:?}");
}

/// A write that the line to a database server kept back is not done when nobody waits for it any more.
#[tokio::test]
async fn a_write_that_comes_late_is_not_done() {
    let w = World::bare().await;
    #[expect(clippy::disallowed_methods, reason = "the question is put to the engine's own clock")]
    let now = Utc::now();
    for (until, done) in [(now - Duration::seconds(1), false), (now + Duration::minutes(1), true)] {
        let mut tx = Tx::new();
        account(&mut tx, 1, "tuya");
        tx.not_after(until);
        let outcome = w.db().commit(tx).await;
        assert_eq!(outcome.is_ok(), done, "{outcome:?}");
        assert!(done || matches!(outcome, Err(DbError::Busy(_))), "{outcome:?}");
        assert_eq!(w.count("account").await, i64::from(done));
    }
}
