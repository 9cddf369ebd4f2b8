//! Bases where an organization has a place, beside the one that looks after it.

use serde_json::json;

use super::{seat, taken_up};
use crate::world::World;

/// A base where an organization has a desk does not take it over by itself.
#[tokio::test]
async fn a_host_does_not_take_an_organization_from_its_home() {
    let w = World::new().await;
    let id = taken_up(&w.operator("B01").await, 3, "海拉尔区青禾社会工作服务中心").await;
    seat(&w, "B02", &id, "C01").await;
    let host = w.operator("B02").await;
    let path = format!("/organizations/{id}");
    host.get(&path).await.status(200);
    host.patch(&path, json!({"home_base": w.base("B02")})).await.refused(403, "not_allowed");
    assert_eq!(host.get(&path).await.ok()["home_base"]["code"], "B01");
}
