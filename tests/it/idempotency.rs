//! A creating request that is sent twice is carried out once (T26).

use chrono::Duration;
use fuhua::{db::rid_of, journal::sha256};
use serde_json::json;
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::world::{Caller, World};

fn body(login: &str) -> serde_json::Value {
    json!({"login": login, "name": "图雅"})
}

fn record(caller: &Caller, key: &str) -> Value {
    let account = caller.account.unwrap().to_string();
    let id: RecordId = rid_of("idempotency", vec![Value::String(account), Value::String(sha256(key))]);
    Value::RecordId(id)
}

/// T26: the same key twice gives the same answer and one row.
#[tokio::test]
async fn the_same_key_twice_gives_the_same_answer_and_one_row() {
    let w = World::new().await;
    let admin = w.admin().await.keyed("key-1");
    let before = w.count("account").await;
    let first = admin.post("/accounts", body("tuya")).await;
    let second = admin.post("/accounts", body("tuya")).await;
    assert_eq!((second.status, second.json()), (201, first.json()));
    assert_eq!(second.etag(), first.etag());
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    assert_eq!(first.header("idempotency-replayed"), None);
    assert_eq!(w.count("account").await, before + 1);
}

/// T26, in parallel.
#[tokio::test]
async fn the_same_key_eight_times_at_once_gives_the_same_answer_and_one_row() {
    let w = World::new().await;
    let admin = w.admin().await.keyed("key-1");
    let before = w.count("account").await;
    let asked = (0..8).map(|_| {
        let admin = admin.clone();
        async move { admin.post("/accounts", body("tuya")).await.created() }
    });
    let answers = futures_util::future::join_all(asked).await;
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
    assert_eq!(w.count("account").await, before + 1);
}

/// T26: another body with the same key is refused.
#[tokio::test]
async fn the_same_key_with_another_body_is_refused() {
    let w = World::new().await;
    let admin = w.admin().await.keyed("key-1");
    admin.post("/accounts", body("tuya")).await.created();
    let before = w.totals().await;
    admin.post("/accounts", body("saran")).await.refused(422, "key_reused");
    assert_eq!(w.totals().await, before);
    // Another person's key of the same text is another key.
    let other = w.person("admin2", &[(domain::access::Role::SystemAdministrator, domain::access::Scope::City)]).await;
    other.keyed("key-1").post("/accounts", body("saran")).await.created();
}

#[tokio::test]
async fn a_refused_request_leaves_its_key_free() {
    let w = World::new().await;
    let admin = w.admin().await.keyed("key-1");
    admin.post("/accounts", json!({"login": "tuya", "name": ""})).await.refused(422, "invalid_fields");
    admin.post("/accounts", body("tuya")).await.created();
}

#[tokio::test]
async fn a_request_whose_answer_was_lost_after_its_commit_is_not_carried_out_again() {
    let w = World::new().await;
    let admin = w.admin().await;
    admin.keyed("key-1").post("/accounts", body("tuya")).await.created();
    // As the row stands when the process dies between the work's commit and keeping the answer.
    w.run("UPDATE ? SET phase = 'applied', status = 0, body = '' RETURN NONE", vec![record(&admin, "key-1")]).await;
    w.advance(Duration::seconds(11));
    let before = w.totals().await;
    admin.keyed("key-1").post("/accounts", body("tuya")).await.refused(409, "already_applied");
    assert_eq!(w.totals().await, before);
}

#[tokio::test]
async fn a_request_that_died_before_its_commit_is_carried_out_by_a_later_repetition() {
    let w = World::new().await;
    let admin = w.admin().await;
    admin.keyed("key-1").post("/accounts", body("tuya")).await.created();
    w.run("UPDATE ? SET phase = 'running', status = 0, body = '' RETURN NONE", vec![record(&admin, "key-1")]).await;
    w.run("DELETE account WHERE login = 'tuya' RETURN NONE", vec![]).await;
    // While it may still be at work, it is waited for.
    w.advance(Duration::seconds(11));
    admin.keyed("key-1").post("/accounts", body("tuya")).await.refused(409, "key_running");
    w.advance(Duration::minutes(2));
    let made = admin.keyed("key-1").post("/accounts", body("tuya")).await.created();
    assert_eq!(admin.keyed("key-1").post("/accounts", body("tuya")).await.created(), made);
}

#[tokio::test]
async fn keys_are_bounded_and_forgotten_after_a_day() {
    let w = World::new().await;
    let admin = w.admin().await;
    let long = "k".repeat(129);
    for (bad, code) in [("", "required"), (&long, "too_long")] {
        let refused = admin.keyed(bad).post("/accounts", body("tuya")).await.refused(422, "invalid_fields");
        refused.field("Idempotency-Key", code);
    }
    admin.keyed("key-1").post("/accounts", body("tuya")).await.created();
    w.advance(Duration::hours(24));
    assert_eq!(fuhua::http::idempotency::forget(w.house()).await.unwrap(), 0);
    w.advance(Duration::milliseconds(1));
    assert_eq!(fuhua::http::idempotency::forget(w.house()).await.unwrap(), 1);
    let refused = admin.keyed("key-1").post("/accounts", body("tuya")).await.refused(422, "invalid_fields");
    refused.field("login", "already_used");
}

/// What a browser takes packed is kept as it was written, and nobody reads it in the store.
#[tokio::test]
async fn a_repeated_answer_is_whole_for_a_browser_and_sealed_in_the_store() {
    let w = World::new().await;
    let admin = w.admin().await.keyed("key-1");
    let first = admin.with("accept-encoding", "gzip, br").post("/accounts", body("tuya")).await.status(201);
    assert_eq!(first.header("content-encoding"), Some("br"));
    let again = admin.post("/accounts", body("tuya")).await.status(201);
    assert_eq!((again.header("idempotency-replayed"), again.header("content-encoding")), (Some("true"), None));
    let password = again.json()["password"].as_str().unwrap().to_owned();
    let secret = w.nobody();
    secret.post("/session", json!({"login": "tuya", "password": password})).await.ok();
    #[derive(Debug, SurrealValue)]
    struct Kept {
        body: String,
        fingerprint: String,
    }
    let rows: Vec<Kept> = w.db().select("test_kept", "SELECT body, fingerprint FROM idempotency", []).await.unwrap();
    assert!(rows.iter().any(|row| !row.body.is_empty()), "an answer is kept");
    let told = format!("{rows:?}");
    assert!(!told.contains("tuya") && !told.contains(&password), "{told}");
}

#[tokio::test]
async fn text_is_packed_for_who_takes_it_and_nothing_else_is() {
    let w = World::new().await;
    let admin = w.admin().await;
    let list = admin.with("accept-encoding", "gzip").get("/accounts").await.status(200);
    assert_eq!((list.header("content-encoding"), list.header("vary")), (Some("gzip"), Some("accept-encoding")));
    let refused = admin.with("accept-encoding", "br;q=0, identity").get("/accounts").await.status(200);
    assert_eq!(refused.header("content-encoding"), None);
    let book = admin.with("accept-encoding", "br, gzip").get("/accounts/export").await.status(200);
    assert_eq!(book.header("content-encoding"), None);
    // What a request would unfold to is bounded nowhere.
    admin.with("content-encoding", "gzip").post("/accounts", body("x")).await.refused(415, "unsupported_type");
}
