//! Stories of people of organizations.

use serde_json::{Value, json};

use super::taken_up;
use crate::world::World;

#[tokio::test]
async fn people_hold_offices_over_time() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = taken_up(&operator, 1, "海拉尔区青禾社会工作服务中心").await;
    let people = format!("/organizations/{id}/persons");
    let body = json!({"name": "萨仁", "phone": "13904701111", "social_worker_level": "senior", "party_member": true,
        "positions": [{"position": "理事长", "from": "2020-01-01", "to": "2023-12-31"}, {"position": "监事", "from": "2024-01-01"},
                      {"position": "顾问", "from": "2027-01-01"}]});
    let view = operator.post(&people, body).await.created();
    let person = format!("/persons/{}", view["id"].as_str().unwrap());
    assert_eq!(view["positions"][1], json!({"position": "监事", "from": "2024-01-01", "to": null}));
    let liaison = w.liaison(id.parse().unwrap()).await;
    assert_eq!(liaison.get(&people).await.ok()["items"], json!([view]));
    let old = "\"1\"";
    let view = liaison.seen(old).patch(&person, json!({"phone": null, "email": "sr@example.cn"})).await.ok();
    assert_eq!(
        (&view["phone"], &view["email"], &view["name"]),
        (&Value::Null, &json!("sr@example.cn"), &json!("萨仁"))
    );
    liaison.seen(old).patch(&person, json!({"phone": "1"})).await.refused(412, "stale_version");
    let (other, trainer, auditor) = (w.operator("B02").await, w.trainer("B01").await, w.auditor().await);
    let before = w.totals().await;
    let twice = json!({"positions": [{"position": "监事"}, {"position": "监事", "from": "2025-01-01"}]});
    liaison.patch(&person, twice).await.refused(422, "invalid_fields").field("positions[1].from", "office_twice");
    operator
        .post(&people, json!({"phone": "13904701111"}))
        .await
        .refused(422, "invalid_fields")
        .field("name", "required");
    other.patch(&person, json!({"name": "x"})).await.refused(404, "not_found");
    other.delete(&person).await.refused(404, "not_found");
    trainer.patch(&person, json!({"name": "x"})).await.refused(403, "not_allowed");
    auditor.patch(&person, json!({"name": "x"})).await.refused(403, "not_allowed");
    operator.patch("/persons/per_00000000000000000000000001", json!({"name": "x"})).await.refused(404, "not_found");
    assert_eq!(w.totals().await, before);
    let view = operator.delete(&person).await.ok();
    assert_eq!(view["left_on"], "2026-11-23");
    assert_eq!(
        view["positions"],
        json!([{"position": "理事长", "from": "2020-01-01", "to": "2023-12-31"}, {"position": "监事", "from": "2024-01-01", "to": "2026-11-23"}])
    );
    assert_eq!(operator.get(&people).await.ok()["items"], json!([]));
    assert_eq!(operator.get(&format!("{people}?left=true")).await.ok()["total"], 1);
    operator.delete(&person).await.refused(409, "person_has_left");
    assert_eq!(w.deeds(&id).await, vec!["organizations.create", "persons.create", "persons.edit", "persons.leave"]);
}
