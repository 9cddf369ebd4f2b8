//! Stories of the history of things.

use domain::{
    access::{Role, Scope},
    id::OrganizationId,
};
use serde_json::{Value, json};

use crate::{organizations::code, world::World};

async fn taken_up(w: &World) -> String {
    let body = json!({"name": "青禾", "kind": "service_institution", "credit_code": code('2', 1), "division": "150702",
                      "liaison_phone": "13904701234", "details": {"contact": {"wechat": "canary-wx"}}});
    w.operator("B01").await.post("/organizations", body).await.status(201).id()
}

#[tokio::test]
async fn a_thing_tells_who_changed_what_newest_first() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = taken_up(&w).await;
    w.advance(chrono::Duration::minutes(5));
    operator
        .with("x-request-id", "request-0001")
        .patch(&format!("/organizations/{id}"), json!({"grade": "3A"}))
        .await
        .ok();
    let list = operator.get(&format!("/history/{id}")).await.ok();
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    assert_eq!(list["next"], Value::Null);
    let line = &list["items"][0];
    assert_eq!(
        (&line["action"], &line["role"], &line["request"], &line["stream"], &line["seq"]),
        (&json!("organizations.edit"), &json!("base_operator"), &json!("request-0001"), &json!(id), &json!(2))
    );
    assert_eq!((&line["before"], &line["after"]), (&json!({}), &json!({"grade": "3A"})));
    assert_eq!(line["values"], json!({"name": "青禾"}));
    assert_eq!(list["items"][1]["after"]["credit_code"], code('2', 1));
}

#[tokio::test]
async fn a_history_is_paged() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = taken_up(&w).await;
    for n in 0..6 {
        // Some in the same millisecond, some later.
        w.advance(chrono::Duration::milliseconds(n % 2));
        operator.patch(&format!("/organizations/{id}"), json!({"volunteers": n})).await.ok();
    }
    let whole = operator.get(&format!("/history/{id}")).await.ok();
    let mut seen = Vec::new();
    let mut query = String::new();
    loop {
        let page = operator.get(&format!("/history/{id}?limit=2{query}")).await.ok();
        seen.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => query = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!((seen.len(), Value::Array(seen)), (7, whole["items"].clone()));
    operator
        .get(&format!("/history/{id}?cursor=abc"))
        .await
        .refused(422, "invalid_fields")
        .field("cursor", "malformed");
}

#[tokio::test]
async fn a_history_is_only_for_who_may_see_the_thing() {
    let w = World::new().await;
    let id = taken_up(&w).await;
    let own: OrganizationId = id.parse().unwrap();
    let path = format!("/history/{id}");
    w.operator("B02").await.get(&path).await.refused(404, "not_found");
    w.trainer("B01").await.get(&path).await.refused(403, "not_allowed");
    w.nobody().get(&path).await.refused(401, "not_signed_in");
    // The administrator of accounts sees no organization, hence no history of one.
    w.admin().await.get(&path).await.refused(404, "not_found");
    let other = w.organization("B01", "别家").await;
    w.liaison(other).await.get(&path).await.refused(404, "not_found");
    for reader in [w.liaison(own).await, w.auditor().await, w.supervisor().await] {
        assert_eq!(reader.get(&path).await.ok()["items"][0]["after"]["liaison_phone"], "13904701234");
    }
    let operator = w.operator("B01").await;
    for nothing in ["org_00000000000000000000000001", "jnl_1", "x", "setting%20a"] {
        operator.get(&format!("/history/{nothing}")).await.refused(404, "not_found");
    }
    // Bases are seen by all; their history is for those who run them.
    w.operator("B01").await.get(&format!("/history/{}", w.base("B02"))).await.refused(403, "not_allowed");
    let account = w.admin().await.account.unwrap();
    w.admin().await.get(&format!("/history/{account}")).await.ok();
    operator.get(&format!("/history/{account}")).await.refused(404, "not_found");
}

#[tokio::test]
async fn phones_are_masked_for_who_may_not_see_persons() {
    let w = World::new().await;
    let id = taken_up(&w).await;
    // No role of today sees a history without its persons, so the two are asked together here.
    let reader = w
        .person("reader", &[(Role::Trainer, Scope::Base(w.base("B01"))), (Role::SystemAdministrator, Scope::City)])
        .await;
    let reply = reader.get(&format!("/history/{id}")).await.status(200);
    let line = &reply.json()["items"][0];
    assert_eq!(line["after"]["liaison_phone"], "139****1234");
    for canary in ["13904701234", "canary-wx"] {
        assert!(!reply.text().contains(canary), "{reply}");
    }
}

/// Who may read imports may read what became of them.
#[tokio::test]
async fn an_auditor_reads_the_history_of_an_import() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let csv = crate::imports::HEADER.to_owned() + &crate::imports::recorded("甲协会", "甲1", "海拉尔区");
    let view = crate::imports::checked(&supervisor, "organizations", "a.csv", csv.as_bytes()).await;
    let path = format!("/history/{}", view["id"].as_str().unwrap());
    assert!(!w.auditor().await.get(&path).await.ok()["items"].as_array().unwrap().is_empty());
    w.trainer("B01").await.get(&path).await.refused(403, "not_allowed");
}
