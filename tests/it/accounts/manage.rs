//! Accounts and the roles that they hold.

use chrono::Duration;
use domain::{
    access::{Role, Scope},
    id::{BaseId, Id},
};
use serde_json::{Value, json};
use surrealdb::types::SurrealValue;

use super::{entered, made, sign_in};
use crate::world::{PASSWORD, World};

#[tokio::test]
async fn every_bad_field_of_a_new_account_is_named_at_once() {
    let w = World::new().await;
    let admin = w.admin().await;
    let before = w.totals().await;
    let bad = json!({"login": "a b", "name": "", "phone": "12345", "email": "no", "locale": "mn"});
    let refused = admin.post("/accounts", bad).await.refused(422, "invalid_fields");
    let expected = [
        ("login", "bad_login"),
        ("name", "required"),
        ("phone", "bad_phone"),
        ("email", "bad_email"),
        ("locale", "not_one_of"),
    ];
    assert_eq!(refused.fields(), expected.map(|(path, code)| (path.to_owned(), code.to_owned())));
    let long = json!({"login": "x".repeat(41), "name": "长".repeat(61)});
    let refused = admin.post("/accounts", long).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields(), vec![("login".into(), "bad_login".into()), ("name".into(), "too_long".into())]);
    assert_eq!(w.totals().await, before);
}

#[tokio::test]
async fn a_login_is_used_once_whatever_its_case() {
    let w = World::new().await;
    made(&w, "tuya").await;
    let before = w.totals().await;
    for login in ["tuya", "TuYa", " tuya "] {
        let refused = w.admin().await.post("/accounts", json!({"login": login, "name": "x"})).await;
        refused.refused(422, "invalid_fields").field("login", "already_used");
    }
    assert_eq!(w.totals().await, before);
}

#[tokio::test]
async fn a_role_needs_its_scope_and_a_time() {
    let w = World::new().await;
    let admin = w.admin().await;
    let (id, _) = made(&w, "tuya").await;
    let before = w.totals().await;
    let path = format!("/accounts/{id}/roles");
    let unknown = BaseId::from_key(1).to_string();
    let organization = w.organization("B03", "牧民合作社").await;
    let cases = [
        (json!({"role": "king"}), "role", "not_one_of"),
        (json!({"role": "base_operator"}), "scope_id", "scope_needed"),
        (json!({"role": "liaison"}), "scope_id", "scope_needed"),
        (json!({"role": "base_operator", "scope_id": "B03"}), "scope_id", "bad_id"),
        (json!({"role": "base_operator", "scope_id": organization.to_string()}), "scope_id", "bad_id"),
        (json!({"role": "base_operator", "scope_id": unknown}), "scope_id", "not_found"),
        (json!({"role": "city_supervisor", "from": "2026-12-02", "to": "2026-12-01"}), "to", "empty_interval"),
    ];
    for (body, field, code) in cases {
        admin.post(&path, body).await.refused(422, "invalid_fields").field(field, code);
    }
    let mut after = w.totals().await;
    after.insert("organization".into(), 0);
    assert_eq!(after, before);
    let held = json!({"role": "liaison", "scope_id": organization.to_string(), "to": "2026-12-01"});
    let view = admin.post(&path, held).await.ok();
    assert_eq!(view["roles"][0]["scope_name"], "牧民合作社");
    assert_eq!((&view["roles"][0]["from"], &view["roles"][0]["to"]), (&json!("2026-11-23"), &json!("2026-12-01")));
}

#[tokio::test]
async fn a_role_is_held_from_its_first_day_to_its_last() {
    let w = World::new().await;
    let admin = w.admin().await;
    let person = w.stranger().await;
    let path = format!("/accounts/{}/roles", person.account.unwrap());
    let body = json!({"role": "city_supervisor", "from": "2026-11-24", "to": "2026-11-25"});
    admin.post(&path, body).await.ok();
    person.get("/accounts").await.refused(403, "not_allowed");
    // Midnight in Hailar, not in Greenwich.
    w.advance(Duration::hours(15) - Duration::seconds(1));
    person.get("/accounts").await.refused(403, "not_allowed");
    w.advance(Duration::seconds(1));
    person.get("/accounts").await.ok();
    w.advance(Duration::hours(48) - Duration::seconds(1));
    person.get("/accounts").await.ok();
    w.advance(Duration::seconds(1));
    person.get("/accounts").await.refused(403, "not_allowed");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let w = World::new().await;
    let admin = w.admin().await;
    let me = admin.account.unwrap();
    let view = admin.get(&format!("/accounts/{me}")).await.ok();
    let grant = view["roles"][0]["id"].as_str().unwrap().to_owned();
    let before = w.totals().await;
    admin.post(&format!("/accounts/{me}/lock"), json!({})).await.refused(409, "last_administrator");
    admin.delete(&format!("/accounts/{me}/roles/{grant}")).await.refused(409, "last_administrator");
    assert_eq!(w.totals().await, before);
    let second = w.person("second", &[(Role::SystemAdministrator, Scope::City)]).await;
    second.delete(&format!("/accounts/{me}/roles/{grant}")).await.ok();
    admin.get("/accounts").await.refused(403, "not_allowed");
    second.delete(&format!("/accounts/{me}/roles/{grant}")).await.refused(404, "not_found");
}

#[tokio::test]
async fn two_administrators_who_remove_each_other_at_once_leave_one() {
    let w = World::new().await;
    for round in 0..20 {
        let mut people = Vec::new();
        for side in ["a", "b"] {
            people.push(w.person(&format!("{side}{round}"), &[(Role::SystemAdministrator, Scope::City)]).await);
        }
        let lock = |by: usize, whom: usize| {
            let (by, whom) = (people[by].clone(), people[whom].account.unwrap());
            async move { by.post(&format!("/accounts/{whom}/lock"), json!({})).await.status }
        };
        let statuses = tokio::join!(lock(0, 1), lock(1, 0));
        let left = w.db().select::<Held>("test_admins", ADMINS, []).await.unwrap();
        assert_eq!(left.len(), 1, "round {round}: {statuses:?}");
        // The one who is left makes room for the next round.
        w.run("UPDATE account SET locked = true WHERE login != 'none' RETURN NONE", vec![]).await;
    }
}

const ADMINS: &str = "SELECT login FROM account WHERE locked = false AND id IN (SELECT VALUE account FROM role_grant WHERE role = 'system_administrator')";

#[derive(SurrealValue)]
struct Held {
    login: String,
}

#[tokio::test]
async fn a_reset_password_signs_out_and_must_be_changed() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let id = supervisor.account.unwrap();
    let reset = w.admin().await.post(&format!("/accounts/{id}/password-reset"), json!({})).await.ok();
    supervisor.get("/session").await.refused(401, "not_signed_in");
    sign_in(&w, &supervisor.login, PASSWORD).await.refused(422, "bad_credentials");
    let reply = sign_in(&w, &supervisor.login, reset["password"].as_str().unwrap()).await;
    assert_eq!(reply.json()["must_change_password"], true);
    entered(&w, &reply).get("/accounts").await.refused(403, "password_expired");
    assert_eq!(w.deeds(id).await, vec!["accounts.reset_password"]);
}

#[tokio::test]
async fn an_old_copy_of_an_account_is_not_written_over_a_newer_one() {
    let w = World::new().await;
    let admin = w.admin().await;
    let (id, _) = made(&w, "tuya").await;
    let path = format!("/accounts/{id}");
    let old = admin.get(&path).await.etag();
    admin.seen(&old).patch(&path, json!({"phone": "13847001234"})).await.ok();
    let refused = admin.seen(&old).patch(&path, json!({"phone": "13847009999"})).await.refused(412, "stale_version");
    assert_eq!(refused.problem()["current"]["phone"], "13847001234");
    // An empty text clears, a field that is left out stays.
    let after = admin.patch(&path, json!({"phone": "", "name": "图雅2"})).await.ok();
    assert_eq!((&after["phone"], &after["name"], &after["login"]), (&Value::Null, &json!("图雅2"), &json!("tuya")));
}

#[tokio::test]
async fn accounts_are_listed_page_by_page_in_order_of_login() {
    let w = World::new().await;
    let admin = w.admin().await;
    for n in 0..7 {
        w.person(&format!("p{n}"), &[]).await;
    }
    let (mut logins, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("/accounts?limit=3{cursor}")).await.ok();
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 3);
        logins.extend(items.iter().map(|item| item["login"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(logins, ["p0", "p1", "p2", "p3", "p4", "p5", "p6", "system_administrator"]);
    for (query, field, code) in [
        ("limit=0", "limit", "out_of_range"),
        ("limit=201", "limit", "out_of_range"),
        ("cursor=%00", "cursor", "malformed"),
        ("cursor=A", "cursor", "malformed"),
    ] {
        admin.get(&format!("/accounts?{query}")).await.refused(422, "invalid_fields").field(field, code);
    }
    admin.get("/accounts?limit=x").await.refused(400, "invalid_fields").field("limit", "wrong_type");
}

#[tokio::test]
async fn one_changes_ones_own_name_and_language_and_nothing_else() {
    let w = World::new().await;
    let trainer = w.trainer("B01").await;
    let view = trainer.patch("/account", json!({"name": "白音", "locale": "en", "email": "b@example.org"})).await.ok();
    assert_eq!((&view["account"]["name"], &view["account"]["locale"]), (&json!("白音"), &json!("en")));
    let refused = trainer.patch("/account", json!({"locked": false})).await.refused(400, "invalid_fields");
    refused.field("locked", "unknown_field");
    trainer.patch("/account", json!({"phone": "1"})).await.refused(422, "invalid_fields").field("phone", "bad_phone");
    assert_eq!(w.deeds(trainer.account.unwrap()).await, vec!["accounts.change"]);
}

/// Who gives the roles finds organizations by name, and sees nothing else of them.
#[tokio::test]
async fn an_administrator_finds_an_organization_by_its_name() {
    let w = World::new().await;
    let id = w.organization("B01", "海拉尔区青禾社会工作服务中心").await;
    let admin = w.admin().await;
    let found = admin.get("/accounts/organizations?q=%E9%9D%92%E7%A6%BE").await.ok();
    assert_eq!(found, json!({"items": [{"id": id, "name": "海拉尔区青禾社会工作服务中心"}]}));
    admin.get("/organizations").await.refused(403, "not_allowed");
    w.operator("B02").await.get("/accounts/organizations?q=x").await.refused(403, "not_allowed");
    admin.get(&format!("/accounts/organizations?q={}", "x".repeat(500))).await.refused(422, "invalid_fields");
}
