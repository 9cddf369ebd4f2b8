//! The first administrator.

use serde_json::json;

use super::sign_in;
use crate::world::{PASSWORD, SETUP_WORD, World};

fn body(word: &str, login: &str) -> serde_json::Value {
    json!({"token": word, "login": login, "name": "第一", "password": PASSWORD})
}

#[tokio::test]
async fn the_first_administrator_needs_the_word_that_the_service_printed() {
    let w = World::bare().await;
    assert_eq!(w.nobody().get("/setup").await.ok(), json!({"needed": true}));
    for _ in 0..5 {
        let refused = w.nobody().post("/setup", body("guess", "first")).await.refused(422, "invalid_fields");
        refused.field("token", "bad_setup_token");
    }
    w.nobody().post("/setup", body(SETUP_WORD, "first")).await.refused(429, "too_many_attempts");
    assert_eq!(w.count("account").await, 0);
    w.advance(chrono::Duration::seconds(2));
    w.nobody().post("/setup", body(SETUP_WORD, "first")).await.done();
    assert_eq!(w.nobody().get("/setup").await.ok(), json!({"needed": false}));
    w.nobody().post("/setup", body(SETUP_WORD, "second")).await.refused(409, "setup_done");
    let view = sign_in(&w, "first", PASSWORD).await.ok();
    assert_eq!(view["roles"][0]["role"], "system_administrator");
    assert_eq!(view["must_change_password"], false);
}

#[tokio::test]
async fn bad_particulars_of_the_first_administrator_leave_the_house_without_one() {
    let w = World::bare().await;
    let bad = json!({"token": SETUP_WORD, "login": "no spaces", "name": " ", "password": PASSWORD});
    let refused = w.nobody().post("/setup", bad).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields(), vec![("login".into(), "bad_login".into()), ("name".into(), "required".into())]);
    let weak = json!({"token": SETUP_WORD, "login": "first", "name": "x", "password": "fuhua12345"});
    w.nobody().post("/setup", weak).await.refused(422, "invalid_fields").field("password", "weak_password");
    assert_eq!(w.nobody().get("/setup").await.ok(), json!({"needed": true}));
    assert_eq!(w.count("journal").await, 0);
}

#[tokio::test]
async fn sixteen_at_once_make_one_first_administrator() {
    let w = World::bare().await;
    let asked = (0..16).map(|n| {
        let nobody = w.nobody();
        async move { nobody.post("/setup", body(SETUP_WORD, &format!("first{n}"))).await }
    });
    let replies = futures_util::future::join_all(asked).await;
    let winners = replies.iter().filter(|reply| reply.status == 204).count();
    assert_eq!(winners, 1);
    for reply in replies.into_iter().filter(|reply| reply.status != 204) {
        reply.refused(409, "setup_done");
    }
    assert_eq!((w.count("account").await, w.count("role_grant").await, w.count("setup").await), (1, 1, 1));
}

#[tokio::test]
async fn two_with_the_same_login_at_once_make_one_administrator_too() {
    let w = World::bare().await;
    let asked = (0..4).map(|_| {
        let nobody = w.nobody();
        async move { nobody.post("/setup", body(SETUP_WORD, "first")).await.status }
    });
    let mut statuses = futures_util::future::join_all(asked).await;
    statuses.sort_unstable();
    assert_eq!(statuses, vec![204, 409, 409, 409]);
    assert_eq!(w.count("account").await, 1);
}
