//! Personal tokens.

use chrono::Duration;
use serde_json::{Value, json};

use crate::world::{Caller, PASSWORD, World};

async fn token(caller: &Caller, scopes: &[&str], expires_on: &str) -> (Caller, String) {
    let body = json!({"name": "报表", "scopes": scopes, "expires_on": expires_on});
    let made = caller.post("/tokens", body).await.ok();
    let text = made["token"].as_str().expect("the token's text").to_owned();
    (caller.by_token(&text), made["id"].as_str().expect("an id").to_owned())
}

#[tokio::test]
async fn a_reading_token_reads_and_changes_nothing_at_all() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (reads, _) = token(&supervisor, &["read"], "2026-12-31").await;
    let base = format!("/bases/{}", w.base("B00"));
    assert_eq!(reads.get(&base).await.ok()["can"], json!({"edit": "token_reads_only", "read_history": null}));
    let before = w.totals().await;
    let sessions = w.count("session").await;
    reads.patch(&base, json!({"name": "x"})).await.refused(403, "token_reads_only");
    reads.patch("/account", json!({"name": "x"})).await.refused(403, "token_reads_only");
    reads.put("/account/password", json!({"current": PASSWORD, "new": "x"})).await.refused(403, "token_reads_only");
    let more = json!({"name": "x", "scopes": ["read", "write"], "expires_on": "2026-12-31"});
    reads.post("/tokens", more).await.refused(403, "token_reads_only");
    reads.delete("/sessions").await.refused(403, "token_reads_only");
    reads.delete("/session").await.refused(403, "token_reads_only");
    assert_eq!(w.totals().await, before);
    assert_eq!(w.count("session").await, sessions);
}

#[tokio::test]
async fn a_writing_token_needs_no_cross_site_token_and_acts_in_the_owners_name() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (writes, _) = token(&operator, &["read", "write"], "2026-12-31").await;
    let base = format!("/bases/{}", w.base("B03"));
    assert_eq!(writes.patch(&base, json!({"name": "新名"})).await.ok()["name"], "新名");
    writes.patch(&format!("/bases/{}", w.base("B04")), json!({"name": "x"})).await.refused(403, "not_allowed");
    let entry = &w.journal(w.base("B03")).await[0];
    assert_eq!(entry.account.map(|account| account.0), operator.account);
    assert_eq!(entry.role.as_deref(), Some("base_operator"));
}

#[tokio::test]
async fn a_token_ends_with_its_last_day_and_when_its_owner_ends_it() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (ended, id) = token(&supervisor, &["read"], "2026-12-31").await;
    let (short, _) = token(&supervisor, &["read"], "2026-11-24").await;
    supervisor.delete(&format!("/tokens/{id}")).await.done();
    ended.get("/session").await.refused(401, "not_signed_in");
    supervisor.delete(&format!("/tokens/{id}")).await.refused(404, "not_found");
    // 23:59:59 of its last day in Hailar, and the second after.
    w.advance(Duration::hours(38) + Duration::minutes(59) + Duration::seconds(59));
    short.get("/session").await.ok();
    w.advance(Duration::seconds(1));
    short.get("/session").await.refused(401, "not_signed_in");
    w.nobody().by_token("fht_never").get("/session").await.refused(401, "not_signed_in");
    w.nobody().by_token("").get("/session").await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn the_text_of_a_token_is_shown_once_and_its_use_to_five_minutes() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (reads, _) = token(&supervisor, &["read"], "2026-12-31").await;
    let listed = |list: Value| (list["items"][0]["token"].clone(), list["items"][0]["last_used_at"].clone());
    assert_eq!(listed(supervisor.get("/tokens").await.ok()), (Value::Null, Value::Null));
    reads.get("/bases").await.ok();
    w.advance(Duration::minutes(4));
    reads.get("/bases").await.ok();
    assert_eq!(listed(supervisor.get("/tokens").await.ok()).1, json!("2026-11-23T01:00:00+00:00"));
    w.advance(Duration::minutes(2));
    reads.get("/bases").await.ok();
    assert_eq!(listed(supervisor.get("/tokens").await.ok()).1, json!("2026-11-23T01:06:00+00:00"));
    // Nobody sees or ends another's token.
    let other = w.admin().await;
    assert_eq!(other.get("/tokens").await.ok()["items"], json!([]));
}

#[tokio::test]
async fn bad_tokens_are_refused_by_field() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let before = w.totals().await;
    let post = |body: Value| {
        let supervisor = supervisor.clone();
        async move { supervisor.post("/tokens", body).await.refused(422, "invalid_fields") }
    };
    let body = |name: &str, scopes: Value, day: &str| json!({"name": name, "scopes": scopes, "expires_on": day});
    post(body("x", json!([]), "2026-12-31")).await.field("scopes", "not_one_of");
    post(body("x", json!(["admin"]), "2026-12-31")).await.field("scopes", "not_one_of");
    post(body("x", json!(["read"]), "2026-11-22")).await.field("expires_on", "day_too_early");
    post(body("x", json!(["read"]), "2027-11-25")).await.field("expires_on", "day_too_late");
    post(body(" ", json!(["read"]), "2026-12-31")).await.field("name", "required");
    post(body(&"长".repeat(61), json!(["read"]), "2026-12-31")).await.field("name", "too_long");
    assert_eq!(w.totals().await, before);
    supervisor.post("/tokens", body(&"长".repeat(60), json!(["read"]), "2027-11-24")).await.ok();
}

#[tokio::test]
async fn a_token_of_a_locked_account_opens_nothing() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (reads, _) = token(&supervisor, &["read"], "2026-12-31").await;
    let account = supervisor.account.unwrap();
    w.admin().await.post(&format!("/accounts/{account}/lock"), json!({})).await.ok();
    reads.get("/bases").await.refused(401, "not_signed_in");
    supervisor.get("/bases").await.refused(401, "not_signed_in");
    w.admin().await.post(&format!("/accounts/{account}/unlock"), json!({})).await.ok();
    reads.get("/bases").await.ok();
    // The browsers had been signed out, not only shut out.
    supervisor.get("/bases").await.refused(401, "not_signed_in");
}
