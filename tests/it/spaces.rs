//! Stories of rooms, desks and terms.

use domain::id::OrganizationId;
use serde_json::{Value, json};
use surrealdb::types::SurrealValue;

use crate::world::{Caller, World};

mod terms;
mod views;

/// A base with an office, three desks in an open area, and a meeting room, on one floor.
pub struct Floor {
    pub w: World,
    pub operator: Caller,
    pub floor: String,
    pub office: String,
    pub area: String,
    pub desks: Vec<String>,
    pub meeting: String,
}

impl Floor {
    pub async fn new() -> Self {
        Self::within(World::new().await).await
    }

    pub async fn within(w: World) -> Self {
        let operator = w.operator("B03").await;
        let base = w.base("B03");
        let building = operator.post(&format!("/bases/{base}/buildings"), json!({"name": "主楼"})).await.id();
        let floor =
            operator.post(&format!("/buildings/{building}/floors"), json!({"name": "1F", "level": 1})).await.id();
        let path = format!("/floors/{floor}/spaces");
        let office = json!({"code": "101", "kind": "office", "seats": 4, "area_m2": 30.5, "equipment": ["办公桌"]});
        let office = operator.post(&path, office).await.id();
        let area = operator.post(&path, json!({"code": "1-D", "kind": "open_area"})).await.id();
        let mut desks = Vec::new();
        for n in 1..=3 {
            let desk = json!({"code": format!("1-D{n:02}"), "kind": "desk", "parent": area});
            desks.push(operator.post(&path, desk).await.id());
        }
        let meeting = operator.post(&path, json!({"code": "102", "kind": "meeting_room", "seats": 12})).await.id();
        Self { w, operator, floor, office, area, desks, meeting }
    }

    pub async fn organization(&self, name: &str) -> OrganizationId {
        self.w.organization("B03", name).await
    }

    pub async fn assign(&self, space: &str, organization: OrganizationId, from: &str, to: Option<&str>) -> Value {
        let body = json!({"space": space, "organization": organization, "from": from, "to": to});
        self.operator.post("/allocations", body).await.created()
    }

    /// Assigned and handed over.
    pub async fn settled(&self, space: &str, organization: OrganizationId, from: &str, to: Option<&str>) -> Value {
        let made = self.assign(space, organization, from, to).await;
        let path = format!("/allocations/{}/hand-over", id(&made));
        self.operator.post(&path, json!({"handover": handover()})).await.ok()
    }

    pub async fn plan(&self, query: &str) -> Value {
        self.operator.get(&format!("/bases/{}/plan{query}", self.w.base("B03"))).await.ok()
    }

    /// State of a space on the plan.
    pub async fn state(&self, code: &str, query: &str) -> Value {
        let plan = self.plan(query).await;
        let spaces = plan["spaces"].as_array().unwrap().clone();
        spaces.into_iter().find(|space| space["code"] == code).expect("the space")
    }
}

pub fn id(view: &Value) -> &str {
    view["id"].as_str().expect("an id")
}

pub fn handover() -> Value {
    json!({
        "on_day": "2026-11-23",
        "items": [
            {"name": "办公桌", "tag": "A-017", "quantity": 1, "condition": "good"},
            {"name": "座椅", "quantity": 2, "condition": "worn", "note": "一把扶手松动"},
        ],
        "keys": "钥匙 2 把",
        "handed_by": "王芳",
        "received_by": "李伟",
    })
}

/// Hosts and residence of an organization as stored.
pub async fn standing(w: &World, organization: OrganizationId) -> (Vec<String>, bool) {
    #[derive(SurrealValue)]
    struct Row {
        hosts: Vec<fuhua::db::Rec<domain::id::BaseId>>,
        resident: bool,
    }
    let row: Option<Row> = w
        .db()
        .find(
            "test_standing",
            "SELECT hosts, resident FROM $id",
            [("id", surrealdb::types::Value::RecordId(fuhua::db::rid(organization)))],
        )
        .await
        .expect("the row");
    let row = row.expect("the organization");
    (row.hosts.iter().map(|base| base.0.to_string()).collect(), row.resident)
}
