//! Signing in and out, the delay after failures, one's own password.

use chrono::Duration;
use serde_json::{Value, json};

use super::{entered, made, sign_in};
use crate::world::{PASSWORD, World};

const OTHER: &str = "two cranes over the marsh";

#[tokio::test]
async fn a_session_begins_with_a_cookie_that_scripts_cannot_read() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let reply = sign_in(&w, &operator.login.to_uppercase(), PASSWORD).await;
    let set = reply.header("set-cookie").unwrap_or_default().to_owned();
    let (_, attributes) = set.split_once("; ").unwrap();
    assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600");
    let view = reply.clone().ok();
    assert_eq!(view["account"]["login"], operator.login.as_str());
    assert_eq!(view["today"], "2026-11-23");
    assert_eq!(view["roles"][0]["role"], "base_operator");
    assert_eq!(view["roles"][0]["scope_id"], w.base("B03").to_string());
    let codes: Vec<&Value> = view["bases"].as_array().unwrap().iter().map(|base| &base["code"]).collect();
    assert_eq!(codes, vec!["B03"]);
    let browser = entered(&w, &reply);
    assert_eq!(browser.get("/session").await.ok()["account"], view["account"]);
    let left = browser.delete("/session").await;
    assert_eq!(left.header("set-cookie"), Some("fuhua_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
    left.done();
    browser.get("/session").await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn a_wrong_password_an_unknown_login_and_a_locked_account_answer_alike() {
    let w = World::new().await;
    let (id, password) = made(&w, "tuya").await;
    w.admin().await.post(&format!("/accounts/{id}/lock"), json!({})).await.ok();
    let supervisor = w.supervisor().await.login;
    let mut bodies = Vec::new();
    for (login, password) in
        [("nobody", PASSWORD), (&supervisor, "wrong"), ("tuya", &password), ("", ""), ("\u{0}", "x")]
    {
        let mut problem = sign_in(&w, login, password).await.refused(422, "bad_credentials").problem();
        problem["request_id"] = Value::Null;
        bodies.push(problem);
    }
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]), "{bodies:?}");
    let long = "x".repeat(5_000);
    sign_in(&w, &supervisor, &long).await.refused(422, "bad_credentials");
}

#[tokio::test]
async fn from_the_fifth_failure_on_the_next_attempt_is_heard_after_a_growing_delay() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    for _ in 0..5 {
        sign_in(&w, &login, "wrong").await.refused(422, "bad_credentials");
    }
    for seconds in [2, 4, 8] {
        let refused = sign_in(&w, &login, PASSWORD).await.refused(429, "too_many_attempts");
        assert_eq!(refused.header("retry-after"), Some(seconds.to_string().as_str()));
        w.advance(Duration::seconds(seconds) - Duration::milliseconds(1));
        sign_in(&w, &login, PASSWORD).await.refused(429, "too_many_attempts");
        w.advance(Duration::milliseconds(1));
        sign_in(&w, &login, "wrong").await.refused(422, "bad_credentials");
    }
    w.advance(Duration::seconds(16));
    sign_in(&w, &login, PASSWORD).await.ok();
    // The count begins anew after a success.
    for _ in 0..4 {
        sign_in(&w, &login, "wrong").await.refused(422, "bad_credentials");
    }
    sign_in(&w, &login, PASSWORD).await.ok();
}

#[tokio::test]
async fn many_failures_over_many_logins_slow_down_their_address() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    for n in 0..31 {
        sign_in(&w, &format!("guess{n}"), "wrong").await.refused(422, "bad_credentials");
    }
    sign_in(&w, &login, PASSWORD).await.refused(429, "too_many_attempts");
    w.advance(Duration::seconds(2));
    sign_in(&w, &login, PASSWORD).await.ok();
}

#[tokio::test]
async fn a_cookie_alone_changes_nothing() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let path = format!("/bases/{}", w.base("B00"));
    let before = w.totals().await;
    for wrong in ["", "wrong"] {
        supervisor.with("x-csrf-token", wrong).patch(&path, json!({"name": "x"})).await.refused(403, "bad_csrf");
        supervisor.with("x-csrf-token", wrong).delete("/session").await.refused(403, "bad_csrf");
    }
    let elsewhere = supervisor.with("sec-fetch-site", "cross-site");
    elsewhere.patch(&path, json!({"name": "x"})).await.refused(403, "bad_csrf");
    elsewhere.get(&path).await.ok();
    // A sign-in form on another site cannot sign anybody in.
    let form = w.nobody().with("sec-fetch-site", "cross-site");
    let body = json!({"login": supervisor.login, "password": PASSWORD});
    form.post("/session", body).await.refused(403, "bad_csrf");
    assert_eq!(w.totals().await, before);
}

#[tokio::test]
async fn a_session_ends_three_days_after_its_last_use_and_fourteen_after_it_began() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    let idle = entered(&w, &sign_in(&w, &login, PASSWORD).await);
    let busy = entered(&w, &sign_in(&w, &login, PASSWORD).await);
    for _ in 0..13 {
        w.advance(Duration::days(1));
        busy.get("/session").await.ok();
    }
    idle.get("/session").await.refused(401, "not_signed_in");
    w.advance(Duration::days(1));
    busy.get("/session").await.refused(401, "not_signed_in");
    assert_eq!(fuhua::accounts::signin::sweep(w.house()).await.unwrap(), 2);
}

#[tokio::test]
async fn a_new_password_signs_out_the_other_browsers_and_not_this_one() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    let here = entered(&w, &sign_in(&w, &login, PASSWORD).await);
    let there = entered(&w, &sign_in(&w, &login, PASSWORD).await);
    let list = here.get("/sessions").await.ok();
    let current: Vec<bool> = list["items"].as_array().unwrap().iter().filter_map(|b| b["current"].as_bool()).collect();
    assert_eq!(current.iter().filter(|current| **current).count(), 1);
    assert_eq!(current.len(), 3);
    here.put("/account/password", json!({"current": PASSWORD, "new": OTHER})).await.done();
    here.get("/session").await.ok();
    there.get("/session").await.refused(401, "not_signed_in");
    sign_in(&w, &login, PASSWORD).await.refused(422, "bad_credentials");
    sign_in(&w, &login, OTHER).await.ok();
    here.delete("/sessions").await.done();
    here.get("/session").await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn a_password_that_is_wrong_short_long_or_easy_is_refused_by_name() {
    let w = World::new().await;
    let caller = w.supervisor().await;
    let put = |current: &str, new: &str| {
        let body = json!({"current": current, "new": new});
        let caller = caller.clone();
        async move { caller.put("/account/password", body).await.refused(422, "invalid_fields") }
    };
    let before = w.totals().await;
    put(PASSWORD, "short-1").await.field("new", "too_short");
    put(PASSWORD, &"long ".repeat(41)).await.field("new", "too_long");
    put(PASSWORD, "aaaaaaaaaaaa").await.field("new", "weak_password");
    put(PASSWORD, "city_supervisor1").await.field("new", "weak_password");
    for _ in 0..5 {
        put("wrong", OTHER).await.field("current", "bad_credentials");
    }
    // Somebody at an open browser cannot try passwords without end either.
    let body = json!({"current": PASSWORD, "new": OTHER});
    caller.put("/account/password", body.clone()).await.refused(429, "too_many_attempts");
    assert_eq!(w.totals().await, before);
    w.advance(Duration::seconds(2));
    caller.put("/account/password", body).await.done();
}

#[tokio::test]
async fn a_made_password_must_be_changed_before_anything_else() {
    let w = World::new().await;
    let (id, password) = made(&w, "tuya").await;
    let admin = w.admin().await;
    admin.post(&format!("/accounts/{id}/roles"), json!({"role": "city_supervisor"})).await.ok();
    let reply = sign_in(&w, "tuya", &password).await;
    assert_eq!(reply.json()["must_change_password"], true);
    let tuya = entered(&w, &reply);
    tuya.get("/session").await.ok();
    tuya.get("/bases").await.refused(403, "password_expired");
    tuya.put("/account/password", json!({"current": password, "new": OTHER})).await.done();
    assert_eq!(tuya.get("/session").await.ok()["must_change_password"], false);
    tuya.get("/bases").await.ok();
    let entries = w.journal(&id).await;
    let deeds: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(deeds, vec!["accounts.create", "accounts.grant", "accounts.change_password"]);
    assert!(!format!("{entries:?}").contains("argon2"), "no hash in the journal");
}

/// Attempts side by side are counted like those one after the other.
#[tokio::test]
async fn many_guesses_at_once_are_heard_no_sooner() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    let guesses = futures_util::future::join_all((0..16).map(|_| sign_in(&w, &login, "wrong"))).await;
    let heard = guesses.iter().filter(|guess| guess.status == 422).count();
    let waiting = guesses.iter().filter(|guess| guess.status == 429).count();
    assert_eq!((heard, waiting), (5, 11));
}

/// A year of mistypes in an office is not an attack.
#[tokio::test]
async fn old_failures_are_forgotten() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    for n in 0..60 {
        sign_in(&w, &format!("guess{n}"), "wrong").await.refused(422, "bad_credentials");
        w.advance(Duration::minutes(20));
    }
    sign_in(&w, &login, PASSWORD).await.ok();
    w.advance(Duration::days(2));
    fuhua::accounts::signin::sweep(w.house()).await.unwrap();
    assert_eq!(w.count("signin_attempt").await, 0);
}

/// Tokens end when the password is made anew, and no token makes another.
#[tokio::test]
async fn a_token_outlives_neither_a_reset_nor_itself() {
    let w = World::new().await;
    let (admin, person) = (w.admin().await, w.operator("B01").await);
    let body = json!({"name": "脚本", "scopes": ["read", "write"], "expires_on": "2026-12-01"});
    let token = person.post("/tokens", body.clone()).await.ok()["token"].as_str().unwrap().to_owned();
    let script = person.by_token(&token);
    script.get("/session").await.ok();
    script.post("/tokens", body).await.refused(403, "needs_sign_in");
    let account = person.account.unwrap();
    admin.post(&format!("/accounts/{account}/password-reset"), json!({})).await.status(200);
    script.get("/session").await.refused(401, "not_signed_in");
}

/// Behind a proxy everybody has the proxy's address: the one that the proxy adds is counted, not what the
/// client claims before it.
#[tokio::test]
async fn failures_are_counted_by_the_address_that_the_proxy_has_seen() {
    let w = World::new().await;
    let login = w.supervisor().await.login;
    let from = |address: &str| w.nobody().with("x-forwarded-for", address);
    let body = |login: &str, password: &str| json!({"login": login, "password": password});
    for n in 0..31 {
        let guess = body(&format!("guess{n}"), "wrong");
        from(&format!("10.0.0.{n}, 203.0.113.9")).post("/session", guess).await.refused(422, "bad_credentials");
    }
    from("203.0.113.9").post("/session", body(&login, PASSWORD)).await.refused(429, "too_many_attempts");
    from("203.0.113.10").post("/session", body(&login, PASSWORD)).await.ok();
}
