//! What is set going while an organization is resident: warnings, times away, graduation, removal.

use serde_json::{Value, json};

use super::{at, liaison_of};
use crate::world::{Caller, Options, World};

/// An organization that is resident in B03 without a place since the spring.
async fn resident(w: &World, name: &str) -> Value {
    let organization = w.organization("B03", name).await;
    let body = json!({
        "base": w.base("B03"), "organization": organization, "mode": "virtual", "first": "2026-03-01",
        "last": "2027-02-28", "number": "呼孵协〔2026〕3号",
    });
    w.operator("B03").await.post("/residencies/enter", body).await.created()
}

fn warning(due: &str) -> Value {
    json!({
        "ground": "safety", "text": "消防通道堆物。",
        "items": [{"what": "清理通道", "due": due}, {"what": "补学消防知识", "due": due}],
    })
}

async fn kinds(of: &Caller, path: &str) -> Vec<String> {
    let todo = of.get(path).await.ok();
    let all = todo["attention"].as_array().or_else(|| todo["items"].as_array()).expect("a list").clone();
    all.iter().map(|one| one["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[tokio::test]
async fn what_is_warned_of_is_put_right_and_looked_at_again() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = resident(&w, "晨光助老社").await;
    let (path, own) = (at(&view), liaison_of(&w, &view).await);
    city.post(&format!("{path}/warn"), warning("2026-12-10")).await.refused(403, "not_allowed");
    own.post(&format!("{path}/warn"), warning("2026-12-10")).await.refused(403, "not_allowed");
    let late = operator.post(&format!("{path}/warn"), warning("2026-12-24")).await.refused(422, "invalid_fields");
    let late_due = |n: usize| (format!("items[{n}].due"), "day_too_late".to_owned());
    assert_eq!(late.fields(), [late_due(0), late_due(1)]);
    let before = w.totals().await;
    operator
        .post(&format!("{path}/warn"), json!({"ground": "rudeness", "text": "x", "items": []}))
        .await
        .refused(400, "invalid_fields")
        .field("ground", "wrong_type");
    assert_eq!(w.totals().await, before);
    let warned = operator.post(&format!("{path}/warn"), warning("2026-12-10")).await.ok();
    assert_eq!((&warned["state"], &warned["rectify_days"]), (&json!("rectifying"), &json!(30)));
    let clock = &warned["clock"];
    assert_eq!(
        (&clock["action"], &clock["owner"], &clock["due"], &clock["provisional"]),
        (&json!("mend"), &json!("organization"), &json!("2026-12-10"), &json!(false))
    );
    assert_eq!((&warned["can"]["mend"], &warned["can"]["clear"]), (&Value::Null, &json!("items_open")));
    operator.post(&format!("{path}/warn"), warning("2026-12-10")).await.refused(409, "wrong_state");

    // The organization reports, the base looks; who only reads neither.
    let seen = own.get(&path).await.ok();
    assert_eq!((&seen["can"]["mend"], &seen["can"]["recheck"]), (&Value::Null, &json!("not_allowed")));
    own.post(&format!("{path}/mend"), json!({"item": 0, "note": "已清理"})).await.ok();
    own.post(&format!("{path}/mend"), json!({"item": 2, "note": "x"}))
        .await
        .refused(422, "invalid_fields")
        .field("item", "not_found");
    let due = own.post(&format!("{path}/mend"), json!({"item": 1, "note": "已学习"})).await.ok()["clock"].clone();
    assert_eq!((&due["action"], &due["owner"], &due["due"]), (&json!("recheck"), &json!("base"), &json!("2026-11-30")));
    let found = json!({"item": 0, "passed": false, "note": "仍有一处", "due": "2026-12-15"});
    own.post(&format!("{path}/recheck"), found.clone()).await.refused(403, "not_allowed");
    let nearer = json!({"item": 0, "passed": false, "note": "仍有一处", "due": "2026-12-09"});
    let refused = operator.post(&format!("{path}/recheck"), nearer).await;
    refused.refused(422, "invalid_fields").field("due", "day_too_early");
    operator.post(&format!("{path}/recheck"), json!({"item": 1, "passed": true})).await.ok();
    let again = operator.post(&format!("{path}/recheck"), found).await.ok();
    assert_eq!((&again["clock"]["owner"], &again["clock"]["due"]), (&json!("organization"), &json!("2026-12-15")));
    operator.post(&format!("{path}/recheck"), json!({"item": 0, "passed": true})).await.ok();
    let done = operator.post(&format!("{path}/clear"), json!({})).await.ok();
    assert_eq!(
        (&done["state"], &done["proceedings"]["warnings"][0]["end"]["outcome"]),
        (&json!("active"), &json!("cleared"))
    );
    assert_eq!(done["proceedings"]["warnings"][0]["items"][0]["checks"].as_array().map(Vec::len), Some(2));
    // Each step stands in the history of the residency; the warning and its end in that of the organization.
    let id = view["id"].as_str().unwrap();
    let words = |items: &Value| -> Vec<String> {
        items["items"].as_array().unwrap().iter().map(|line| line["action"].as_str().unwrap().to_owned()).collect()
    };
    let own_lines = words(&operator.get(&format!("/history/{id}")).await.ok());
    assert_eq!(own_lines.iter().filter(|word| *word == "residency.recheck").count(), 3);
    let organization = view["organization"]["id"].as_str().unwrap();
    let story = words(&own.get(&format!("/history/{organization}")).await.ok());
    assert!(
        story.contains(&"residency.warn".to_owned()) && !story.contains(&"residency.recheck".to_owned()),
        "{story:?}"
    );
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_stays_away_stays_resident() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let view = resident(&w, "晨光助老社").await;
    let path = at(&view);
    let away = json!({"reason": "负责人病休", "until": "2027-01-10"});
    assert_eq!(operator.post(&format!("{path}/suspend"), away).await.ok()["state"], "suspended");
    let counted = operator.get("/residencies/summary").await.ok();
    assert_eq!(counted["total"]["virtual"], 1);
    let listed = operator.get("/residencies?on=2026-12-01").await.ok();
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(w.findings().await, Vec::<String>::new());
    w.advance(chrono::Duration::days(60));
    let base = w.base("B03");
    assert!(kinds(&operator, &format!("/bases/{base}/overview")).await.contains(&"suspension_over".to_owned()));
    let back = operator.post(&format!("{path}/resume"), json!({})).await.ok();
    assert_eq!(
        (&back["state"], &back["proceedings"]["suspensions"][0]["ended"]),
        (&json!("active"), &json!("2027-01-22"))
    );
}

#[tokio::test]
async fn the_base_examines_and_the_city_lets_it_graduate() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = resident(&w, "晨光助老社").await;
    let (path, own, base) = (at(&view), liaison_of(&w, &view).await, w.base("B03"));
    let asked = own.post(&format!("{path}/ask-graduation"), json!({"text": "已独立运作"})).await.ok();
    assert_eq!((&asked["state"], &asked["clock"]["owner"]), (&json!("graduating"), &json!("base")));
    assert_eq!(asked["proceedings"]["graduations"][0]["criteria"].as_array().map(Vec::len), Some(10));
    assert!(kinds(&operator, &format!("/bases/{base}/overview")).await.contains(&"graduation_to_examine".to_owned()));
    // What is set later changes nothing of it.
    let fewer =
        json!({"key": "residencies.graduation_criteria", "value": [{"key": "registered"}], "from": "2026-11-23"});
    city.post("/settings", fewer).await.ok();
    let judge = |key: &str, judgement: &str| json!({"criterion": key, "judgement": judgement, "evidence": "查阅档案"});
    operator.post(&format!("{path}/propose"), json!({"text": "建议出壳"})).await.refused(409, "criteria_open");
    own.post(&format!("{path}/judge"), judge("registered", "met")).await.refused(403, "not_allowed");
    operator
        .post(&format!("{path}/judge"), judge("c9", "met"))
        .await
        .refused(422, "invalid_fields")
        .field("criterion", "not_found");
    for key in domain::criteria::SHIPPED {
        operator.post(&format!("{path}/judge"), judge(key, "met")).await.ok();
    }
    operator.post(&format!("{path}/judge"), judge("party", "unmet")).await.ok();
    let refused = operator.post(&format!("{path}/propose"), json!({"text": "建议出壳"})).await;
    refused.refused(409, "criteria_unmet");
    operator.post(&format!("{path}/judge"), judge("party", "not_applicable")).await.ok();
    let proposed = operator.post(&format!("{path}/propose"), json!({"text": "建议出壳"})).await.ok();
    assert_eq!(
        (&proposed["state"], &proposed["clock"]["owner"], &proposed["clock"]["due"]),
        (&json!("proposed"), &json!("city"), &json!("2026-11-30"))
    );
    assert_eq!(proposed["can"]["graduate"], "not_allowed");
    assert!(kinds(&city, "/overview").await.contains(&"graduation_to_decide".to_owned()));
    // The base has prepared it and does not decide.
    operator.post(&format!("{path}/graduate"), json!({"last": "2026-12-31"})).await.refused(403, "not_allowed");
    city.post(&format!("{path}/graduate"), json!({"last": "2027-03-01"}))
        .await
        .refused(422, "invalid_fields")
        .field("last", "day_too_late");
    let done = city.post(&format!("{path}/graduate"), json!({"last": "2026-12-31"})).await.ok();
    assert_eq!(
        (&done["state"], &done["exit"]["kind"], &done["ended"]),
        (&json!("leaving"), &json!("graduated"), &json!("2026-12-31"))
    );
    own.post(&format!("{path}/retract"), json!({})).await.refused(409, "city_decided");
    // The hand-back is as with any other exit.
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    own.post(&format!("{path}/confirm"), json!({})).await.ok();
    operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    w.advance(chrono::Duration::days(39));
    let left = operator.post(&format!("{path}/close"), json!({})).await.ok();
    assert_eq!((&left["state"], &left["ended"]), (&json!("left"), &json!("2026-12-31")));
    assert_eq!(w.findings().await, Vec::<String>::new());
    // Asked anew, the new criteria hold.
    let other = resident(&w, "清泉环保社").await;
    let asked = operator.post(&format!("{}/ask-graduation", at(&other)), json!({"text": "申请出壳"})).await.ok();
    assert_eq!(asked["proceedings"]["graduations"][0]["criteria"], json!([{"key": "registered"}]));
    let back = operator.post(&format!("{}/postpone", at(&other)), json!({"reason": "再等半年"})).await.ok();
    assert_eq!(
        (&back["state"], &back["proceedings"]["graduations"][0]["end"]["outcome"]),
        (&json!("active"), &json!("postponed"))
    );
}

#[tokio::test]
async fn who_is_to_be_removed_is_heard_first() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = resident(&w, "晨光助老社").await;
    let (path, own, base) = (at(&view), liaison_of(&w, &view).await, w.base("B03"));
    let removal = json!({"grounds": ["sublet"], "text": "将工位转租。"});
    let bare = operator.post(&format!("{path}/propose-removal"), json!({"grounds": [], "text": " "})).await;
    let required = |path: &str| (path.to_owned(), "required".to_owned());
    assert_eq!(bare.refused(422, "invalid_fields").fields(), [required("grounds"), required("text")]);
    let announced = operator.post(&format!("{path}/propose-removal"), removal.clone()).await.ok();
    assert_eq!(announced["proceedings"]["removals"][0]["hear_by"], "2026-11-30");
    assert_eq!(
        (&announced["clock"]["owner"], &announced["can"]["ask_hearing"]),
        (&json!("organization"), &Value::Null)
    );
    city.post(&format!("{path}/remove"), json!({"reason": "属实"})).await.refused(409, "hearing_open");
    own.post(&format!("{path}/ask-hearing"), json!({"text": "没有收租"})).await.ok();
    own.post(&format!("{path}/ask-hearing"), json!({"text": "没有收租"})).await.refused(409, "hearing_asked");
    assert!(kinds(&operator, &format!("/bases/{base}/overview")).await.contains(&"hearing_to_hold".to_owned()));
    city.post(&format!("{path}/remove"), json!({"reason": "属实"})).await.refused(409, "hearing_awaited");
    operator.post(&format!("{path}/hear"), json!({"text": "双方陈述"})).await.ok();
    assert!(kinds(&city, "/overview").await.contains(&"removal_to_decide".to_owned()));
    operator.post(&format!("{path}/remove"), json!({"reason": "属实"})).await.refused(403, "not_allowed");
    let spared = city.post(&format!("{path}/spare"), json!({"reason": "没有收租"})).await.ok();
    assert_eq!(
        (&spared["state"], &spared["proceedings"]["removals"][0]["end"]["outcome"]),
        (&json!("active"), &json!("spared"))
    );
    // A second time nobody asks, and the time goes by.
    operator.post(&format!("{path}/propose-removal"), removal).await.ok();
    w.advance(chrono::Duration::days(8));
    let late = city.get(&path).await.ok();
    assert_eq!((&late["clock"]["owner"], &late["clock"]["action"]), (&json!("city"), &json!("remove")));
    own.post(&format!("{path}/ask-hearing"), json!({"text": "x"})).await.refused(409, "time_over");
    let removed = city.post(&format!("{path}/remove"), json!({"reason": "再次转租"})).await.ok();
    assert_eq!(
        (&removed["state"], &removed["exit"]["kind"], &removed["ended"]),
        (&json!("leaving"), &json!("removed"), &json!("2026-12-01"))
    );
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// Who may act on a year that nobody has published yet is never too late.
#[tokio::test]
async fn a_calendar_that_is_not_known_keeps_the_time_for_a_hearing_open() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    w.advance(chrono::Duration::days(36));
    let view = resident(&w, "晨光助老社").await;
    let path = at(&view);
    let removal = json!({"grounds": ["breach"], "text": "违反管理规定。"});
    let announced = operator.post(&format!("{path}/propose-removal"), removal).await.ok();
    assert_eq!(announced["clock"]["provisional"], true);
    w.advance(chrono::Duration::days(30));
    let late = city.get(&path).await.ok();
    assert_eq!((&late["clock"]["action"], &late["can"]["remove"]), (&json!("ask_hearing"), &json!("calendar_open")));
    city.post(&format!("{path}/remove"), json!({"reason": "属实"})).await.refused(409, "calendar_open");
}

/// The city lets it graduate and does not, at the same moment: one of them, whole.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_decision_is_taken() {
    let w = World::with(Options { on_disk: true, ..Options::default() }).await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let fewer =
        json!({"key": "residencies.graduation_criteria", "value": [{"key": "registered"}], "from": "2026-11-23"});
    city.post("/settings", fewer).await.ok();
    w.house().db.gates.unhinge(false);
    let view = resident(&w, "晨光助老社").await;
    let path = at(&view);
    for round in 0..8 {
        operator.post(&format!("{path}/ask-graduation"), json!({"text": "申请出壳"})).await.ok();
        let found = json!({"criterion": "registered", "judgement": "met", "evidence": "证书"});
        operator.post(&format!("{path}/judge"), found).await.ok();
        operator.post(&format!("{path}/propose"), json!({"text": "建议出壳"})).await.ok();
        let graduate = (format!("{path}/graduate"), json!({"last": "2026-11-30"}));
        let refuse = (format!("{path}/refuse"), json!({"reason": "再等半年"}));
        let statuses = city.at_once([graduate, refuse]).await;
        assert!(statuses == [200, 409] || statuses == [409, 200], "{statuses:?} in round {round}");
        assert_eq!(w.findings().await, Vec::<String>::new());
        if statuses[0] == 200 {
            break;
        }
    }
}

#[tokio::test]
async fn who_has_graduated_is_asked_after() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = resident(&w, "晨光助老社").await;
    let (path, own, base) = (at(&view), liaison_of(&w, &view).await, w.base("B03"));
    let contact =
        |on: &str| json!({"on": on, "way": "visit", "active": true, "text": "项目正常", "need": "想租办公室"});
    operator.post(&format!("{path}/contacts"), contact("2026-11-23")).await.refused(409, "not_graduated");
    own.post(&format!("{path}/ask-graduation"), json!({"text": "已独立运作"})).await.ok();
    for key in domain::criteria::SHIPPED {
        let found = json!({"criterion": key, "judgement": "met", "evidence": "查阅档案"});
        operator.post(&format!("{path}/judge"), found).await.ok();
    }
    operator.post(&format!("{path}/propose"), json!({"text": "建议准予"})).await.ok();
    city.post(&format!("{path}/graduate"), json!({"last": "2026-11-23"})).await.ok();
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    operator.post(&format!("{path}/confirm"), json!({"on_paper": true})).await.ok();
    operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    let left = operator.post(&format!("{path}/close"), json!({})).await.ok();
    assert_eq!(
        left["follow_up"],
        json!({"until": "2027-11-23", "next": "2027-02-23", "late": false, "contacts": [], "can": null})
    );
    assert_eq!(left["exit_kind"], "graduated");
    let due = async |of: &Caller, path: &str| kinds(of, path).await.contains(&"follow_up_due".to_owned());
    assert!(!due(&operator, &format!("/bases/{base}/overview")).await);
    w.advance(chrono::Duration::days(93));
    assert!(due(&operator, &format!("/bases/{base}/overview")).await);
    assert!(due(&city, "/overview").await, "late is the city's too");
    let seen = own.get(&path).await.ok();
    assert_eq!((&seen["follow_up"]["late"], &seen["follow_up"]["can"]), (&json!(true), &json!("not_allowed")));
    own.post(&format!("{path}/contacts"), contact("2027-02-20")).await.refused(403, "not_allowed");
    w.operator("B04").await.post(&format!("{path}/contacts"), contact("2027-02-20")).await.refused(404, "not_found");
    let before = w.totals().await;
    let bad = operator.post(&format!("{path}/contacts"), contact("2027-12-01")).await;
    bad.refused(422, "invalid_fields").field("on", "day_too_late");
    assert_eq!(w.totals().await, before);
    let noted = operator.post(&format!("{path}/contacts"), contact("2027-02-20")).await.ok();
    assert_eq!(
        (&noted["state"], &noted["follow_up"]["next"], &noted["follow_up"]["contacts"][0]["need"]),
        (&json!("left"), &json!("2027-05-20"), &json!("想租办公室"))
    );
    assert!(!due(&operator, &format!("/bases/{base}/overview")).await);
    let sheet = operator.get("/residencies/graduates/export").await.status(200);
    assert!(sheet.bytes.starts_with(b"PK"));
    w.nobody().get("/residencies/graduates/export").await.refused(401, "not_signed_in");
    assert_eq!(w.findings().await, Vec::<String>::new());
}
