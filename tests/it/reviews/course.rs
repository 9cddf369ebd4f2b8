//! How reviews go on: who is bound later, who decides, time that runs out, what comes back and is called off.

use domain::access::{Role, Scope};
use serde_json::{Value, json};

use super::{FAIR, GOOD, account, announced, at, convened, convened_by, marks, passed, reviewer, score, sheet_of};
use crate::world::{World, day};

/// Who takes office with the applicant after he was asked does not score any more.
#[tokio::test]
async fn who_is_bound_later_does_not_score() {
    let w = World::new().await;
    let (one, two, admin) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await, w.admin().await);
    let to = announced(&w, "B03", Value::Null).await;
    let id = passed(&w, "B03", &to, "草原拾光筹备组").await;
    let view = convened(&w, "B03", &to, &[&id], &[&one, &two]).await;
    let sheet = sheet_of(&view, &one, &id).await;
    one.post(&format!("{sheet}/clear"), json!({})).await.ok();
    let own = w.operator("B03").await.get(&format!("/applications/{id}")).await.ok()["organization"]["id"].clone();
    let role = json!({"role": "initiator", "scope_id": own});
    let granted = admin.post(&format!("/accounts/{}/roles", account(&one)), role).await;
    assert!(granted.status < 300, "{granted}");
    let refused = one.post(&format!("{sheet}/lock"), marks(GOOD, "admit")).await.refused(409, "conflict_of_interest");
    assert_eq!(refused.json()["values"]["why"], "own_role");
    one.post(&format!("{sheet}/recuse"), json!({"reason": "已到该队任职"})).await.done();
}

/// Who prepares does not decide, whatever roles are in one hand; the list is gone through from its first place.
#[tokio::test]
async fn who_prepares_does_not_decide() {
    let w = World::new().await;
    let both = [(Role::BaseOperator, Scope::Base(w.base("B03"))), (Role::CitySupervisor, Scope::City)];
    let both = w.person("both", &both).await;
    let (one, two) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await);
    let to = announced(&w, "B03", json!(1)).await;
    let mut ids = Vec::new();
    for team in ["草原拾光筹备组", "邻里茶话筹备组", "银发课堂筹备组"] {
        ids.push(passed(&w, "B03", &to, team).await);
    }
    let all: Vec<&str> = ids.iter().map(String::as_str).collect();
    let view = convened_by(&both, &to, &all, &[&one, &two]).await;
    for who in [&one, &two] {
        for (id, points) in ids.iter().zip([GOOD, FAIR, FAIR]) {
            score(&view, who, id, points, "admit").await;
        }
    }
    let path = at(&view);
    both.post(&format!("{path}/close"), json!({})).await.ok();
    let on = |id: &String, outcome: &str| json!({"application": id, "outcome": outcome});
    let decisions = json!({"decisions": [on(&ids[0], "propose"), on(&ids[1], "defer"), on(&ids[2], "defer")]});
    assert_eq!(both.get(&path).await.ok()["can"]["decide"], "prepared_by_you");
    both.post(&format!("{path}/decide"), decisions.clone()).await.refused(403, "prepared_by_you");
    both.post(&format!("{path}/send-back"), json!({"reason": "x"})).await.refused(403, "prepared_by_you");
    let city = w.supervisor().await;
    city.post(&format!("{path}/decide"), decisions).await.ok();
    w.operator("B03").await.post(&format!("/applications/{}/withdraw", ids[0]), json!({})).await.ok();
    both.post(&format!("/applications/{}/propose", ids[1]), json!({})).await.refused(403, "prepared_by_you");
    let refused = city.post(&format!("/applications/{}/propose", ids[2]), json!({})).await.refused(409, "not_first");
    assert_eq!(refused.json()["values"]["place"], 2);
    assert_eq!(city.get(&format!("/applications/{}", ids[2])).await.ok()["can"]["propose"], "not_first");
    // To pass one over, it is told so first.
    city.post(&format!("/applications/{}/reject", ids[1]), json!({"reason": "场地不合"})).await.ok();
    city.post(&format!("/applications/{}/propose", ids[2]), json!({})).await.ok();
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// T55 and T56: the last day is a day, and a rubric is fixed once somebody scores by it.
#[tokio::test]
async fn time_rubric_and_what_comes_back() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let (one, two) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await);
    let to = announced(&w, "B03", Value::Null).await;
    let id = passed(&w, "B03", &to, "草原拾光筹备组").await;
    let other = passed(&w, "B03", &to, "邻里茶话筹备组").await;
    let own = json!([{"name": "需求", "points": 60}, {"name": "团队", "points": 40, "hint": "看人"}]);
    let body = json!({"intake": to, "applications": [id, other], "reviewers": [account(&one), account(&two)],
        "due": "2026-11-25", "rubric": own});
    let mut bad = body.clone();
    bad["rubric"][1]["points"] = json!(39);
    operator.post("/reviews", bad).await.refused(422, "invalid_fields").field("rubric", "points_sum");
    let view = operator.post("/reviews", body).await.created();
    let path = at(&view);
    // The base sets another rubric for those to come.
    let setting = json!({"key": "reviews.rubric", "base": w.base("B03"), "value": [{"name": "只看需求", "points": 100}],
        "from": "2026-11-23", "basis": "呼民发〔2026〕1号"});
    operator.post("/settings", setting).await.ok();
    assert_eq!(operator.get(&format!("/intakes/{to}/panel")).await.ok()["rubric"][0]["name"], "只看需求");
    assert_eq!(
        operator.get(&path).await.ok()["rubric"][1],
        json!({"key": "c2", "name": "团队", "points": 40, "hint": "看人"})
    );
    let marks =
        |a: f64, b: f64| json!({"scores": [{"key": "c1", "points": a}, {"key": "c2", "points": b}], "advice": "admit"});
    for (who, of) in [(&one, &id), (&two, &id), (&one, &other), (&two, &other)] {
        who.post(&format!("{}/clear", sheet_of(&view, who, of).await), json!({})).await.ok();
    }
    one.post(&format!("{}/lock", sheet_of(&view, &one, &id).await), marks(50.0, 30.0)).await.ok();
    one.post(&format!("{}/lock", sheet_of(&view, &one, &other).await), marks(40.0, 30.0)).await.ok();
    // Until the last second of the day, and not one later.
    let over = day("2026-11-26").starts_at(crate::world::zone());
    w.advance(over - w.now() - chrono::Duration::seconds(1));
    two.post(&format!("{}/lock", sheet_of(&view, &two, &other).await), marks(40.0, 30.0)).await.ok();
    w.advance(chrono::Duration::seconds(1));
    let late = sheet_of(&view, &two, &id).await;
    let refused = two.post(&format!("{late}/lock"), marks(50.5, 30.0)).await.refused(409, "time_over");
    assert_eq!(refused.json()["values"]["due"], "2026-11-25");
    assert_eq!(two.get(&late).await.ok()["can"]["lock"], "time_over");
    let todo = operator.get(&format!("/bases/{}/overview", w.base("B03"))).await.ok();
    assert!(todo["attention"].as_array().unwrap().iter().any(|of| of["kind"] == "review_overdue"), "{todo}");
    operator
        .post(&format!("{path}/extend"), json!({"due": "2026-11-25"}))
        .await
        .refused(422, "invalid_fields")
        .field("due", "day_too_early");
    operator.post(&format!("{path}/extend"), json!({"due": "2026-11-27"})).await.ok();
    two.post(&format!("{late}/lock"), marks(50.5, 30.0)).await.ok();
    // A slip is given back, with a reason, and handed in anew.
    let sheet = late.trim_start_matches("/review-sheets/");
    operator.post(&format!("{path}/sheets/{sheet}/unlock"), json!({"reason": ""})).await.refused(422, "invalid_fields");
    operator.post(&format!("{path}/sheets/{sheet}/unlock"), json!({"reason": "漏看附件"})).await.ok();
    assert_eq!(two.get(&late).await.ok()["returned"], "漏看附件");
    two.post(&format!("{late}/lock"), marks(55.0, 35.0)).await.ok();
    // An application that is taken back has no part in what comes out.
    operator.post(&format!("/applications/{other}/withdraw"), json!({})).await.ok();
    let closed = operator.post(&format!("{path}/close"), json!({})).await.ok();
    let ranks: Vec<&Value> = closed["entries"].as_array().unwrap().iter().map(|of| &of["standing"]["rank"]).collect();
    assert_eq!((ranks, &closed["entries"][0]["standing"]["mean"]), (vec![&json!(1), &Value::Null], &json!(85.0)));
    // The city sends it back; reviewers have today at least, and it is counted anew.
    operator.post(&format!("{path}/send-back"), json!({"reason": "x"})).await.refused(403, "not_allowed");
    w.advance(chrono::Duration::days(3));
    let back = city.post(&format!("{path}/send-back"), json!({"reason": "请补充现场考察"})).await.ok();
    assert_eq!(
        (&back["state"], &back["due"], &back["reason"]),
        (&json!("open"), &json!("2026-12-04"), &json!("请补充现场考察"))
    );
    assert!(back["entries"][0].get("standing").is_none());
    // Each sheet is given back with the reason; the same is not handed in unseen.
    operator.post(&format!("{path}/close"), json!({})).await.refused(409, "sheets_short");
    let todo = operator.get(&format!("/bases/{}/overview", w.base("B03"))).await.ok();
    assert!(todo["attention"].as_array().unwrap().iter().any(|of| of["kind"] == "review_returned"), "{todo}");
    for (who, points) in [(&one, marks(50.0, 30.0)), (&two, marks(55.0, 35.0))] {
        let sheet = sheet_of(&view, who, &id).await;
        assert_eq!(who.get(&sheet).await.ok()["returned"], "请补充现场考察");
        who.post(&format!("{sheet}/lock"), points).await.ok();
    }
    let todo = operator.get(&format!("/bases/{}/overview", w.base("B03"))).await.ok();
    assert!(todo["attention"].as_array().unwrap().iter().any(|of| of["kind"] == "review_ready"), "{todo}");
    operator.post(&format!("{path}/close"), json!({})).await.ok();
    let on_gone = json!({"decisions": [{"application": id, "outcome": "propose"}, {"application": other, "outcome": "reject", "reason": "x"}]});
    city.post(&format!("{path}/decide"), on_gone)
        .await
        .refused(422, "invalid_fields")
        .field("decisions[1].application", "not_found");
    city.post(&format!("{path}/decide"), json!({"decisions": [{"application": id, "outcome": "propose"}]})).await.ok();
    assert_eq!(operator.get(&format!("/applications/{id}")).await.ok()["state"], "proposed");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_review_that_is_called_off_gives_its_applications_back() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (one, two) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await);
    let to = announced(&w, "B03", Value::Null).await;
    let id = passed(&w, "B03", &to, "草原拾光筹备组").await;
    let view = convened(&w, "B03", &to, &[&id], &[&one, &two]).await;
    let path = at(&view);
    score(&view, &one, &id, GOOD, "admit").await;
    operator
        .post(&format!("{path}/cancel"), json!({"reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    let over = operator.post(&format!("{path}/cancel"), json!({"reason": "评审人数不足"})).await.ok();
    assert_eq!((&over["state"], &over["reason"]), (&json!("cancelled"), &json!("评审人数不足")));
    let refused = operator.post(&format!("{path}/close"), json!({})).await.refused(409, "wrong_state");
    assert_eq!(
        (&refused.json()["values"]["state"], &refused.json()["values"]["may"]),
        (&json!("cancelled"), &json!([]))
    );
    assert_eq!(operator.get(&format!("/applications/{id}")).await.ok()["state"], "passed");
    assert_eq!(one.get("/review-sheets").await.ok()["items"], json!([]));
    let sheet = sheet_of(&view, &two, &id).await;
    two.post(&format!("{sheet}/clear"), json!({})).await.refused(404, "not_found");
    // Nobody reads on in a review that was called off, with whatever identifier.
    one.get(&sheet_of(&view, &one, &id).await).await.refused(404, "not_found");
    convened(&w, "B03", &to, &[&id], &[&one, &two]).await;
    assert_eq!(operator.get("/reviews").await.ok()["items"].as_array().unwrap().len(), 2);
    assert_eq!(operator.get("/reviews?state=open").await.ok()["items"].as_array().unwrap().len(), 1);
    assert_eq!(w.operator("B04").await.get("/reviews").await.ok()["items"], json!([]));
    w.operator("B04").await.get(&path).await.refused(404, "not_found");
    assert_eq!(w.findings().await, Vec::<String>::new());
}
