//! Stories of bases.

use serde_json::json;

use crate::world::World;

#[tokio::test]
async fn the_thirteen_bases_are_listed_in_order_of_their_codes() {
    let w = World::new().await;
    let list = w.operator("B03").await.get("/bases").await.ok();
    let codes: Vec<&str> = list["items"].as_array().unwrap().iter().filter_map(|base| base["code"].as_str()).collect();
    let expected: Vec<String> = (0..13).map(|n| format!("B{n:02}")).collect();
    assert_eq!(codes, expected);
    assert_eq!(list["total"], 13);
}

#[tokio::test]
async fn an_operator_edits_her_own_base_and_sees_the_others() {
    let w = World::new().await;
    let (operator, other) = (w.operator("B03").await, w.operator("B04").await);
    let path = format!("/bases/{}", w.base("B03"));
    let seen = operator.get(&path).await;
    let after = operator.seen(&seen.etag()).patch(&path, json!({"short_name": "满洲里基地"})).await.ok();
    assert_eq!((&after["short_name"], &after["version"]), (&json!("满洲里基地"), &json!(2)));
    other.patch(&path, json!({"short_name": "x"})).await.refused(403, "not_allowed");
    w.trainer("B03").await.patch(&path, json!({"short_name": "x"})).await.refused(403, "not_allowed");
    w.nobody().patch(&path, json!({"short_name": "x"})).await.refused(401, "not_signed_in");
    assert_eq!(w.deeds(w.base("B03")).await, vec!["bases.edit"]);
}

#[tokio::test]
async fn an_old_copy_is_answered_with_the_newer_one() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let path = format!("/bases/{}", w.base("B00"));
    let old = supervisor.get(&path).await.etag();
    supervisor.seen(&old).patch(&path, json!({"name": "示范园"})).await.ok();
    let refused = supervisor.seen(&old).patch(&path, json!({"name": "other"})).await.refused(412, "stale_version");
    assert_eq!(refused.problem()["current"]["name"], "示范园");
    assert_eq!(supervisor.get(&path).await.ok()["name"], "示范园");
}
