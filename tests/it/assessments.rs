//! Stories of assessments: rounds, three columns of scores, grades, appeals.

use std::sync::Arc;

use domain::access::{Role, Scope};
use serde_json::{Value, json};
use tokio::sync::Barrier;

use crate::world::{Caller, Options, World};

/// Organizations that are resident in B03 without a place since the spring; their ids.
pub async fn residents(w: &World, names: &[&str]) -> Vec<String> {
    let operator = w.operator("B03").await;
    let mut ids = Vec::new();
    for name in names {
        let organization = w.organization("B03", name).await;
        let body = json!({
            "base": w.base("B03"), "organization": organization, "mode": "virtual", "first": "2026-03-01",
            "last": "2027-02-28", "number": "呼孵协〔2026〕3号",
        });
        operator.post("/residencies/enter", body).await.created();
        ids.push(organization.to_string());
    }
    ids
}

/// A sheet of two branches with three places for points.
pub fn sheet() -> Value {
    json!({
        "title": "阶段考核表",
        "indicators": [
            {"level": 1, "name": "组织建设"},
            {"level": 2, "name": "内部治理", "points": 30, "rule": "缺一次会议扣5分。", "evidence": "会议纪要"},
            {"level": 2, "name": "财务管理", "points": 20},
            {"level": 1, "name": "服务成效", "points": 50},
        ],
        "vetoes": ["提供虚假材料"],
        "weights": {"own": 20, "base": 50, "expert": 30},
        "grades": {"excellent": 90, "good": 80, "pass": 60},
    })
}

/// Points for the three places of [`sheet`].
pub fn scores(points: [f64; 3], note: Option<&str>) -> Value {
    let score = |(indicator, points): (u32, f64)| json!({"indicator": indicator, "points": points, "note": note});
    let all: Vec<Value> = [1, 2, 3].into_iter().zip(points).map(score).collect();
    json!({"scores": all})
}

pub fn round(w: &World) -> Value {
    json!({
        "base": w.base("B03"), "title": "2026年上半年考核", "cycle": "half_year", "first": "2026-01-01",
        "last": "2026-06-30",
    })
}

/// The base's own sheet is set, and a round of some residents is opened: the round, and their assessments' addresses.
pub async fn opened(w: &World, names: &[&str], more: Value) -> (Value, Vec<String>) {
    residents(w, names).await;
    let operator = w.operator("B03").await;
    let set = json!({"key": "assessments.sheet", "base": w.base("B03"), "value": sheet(), "from": "2026-11-23", "basis": "鄂孵发〔2026〕5号"});
    operator.post("/settings", set).await.ok();
    let mut body = round(w);
    if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
        body.extend(more);
    }
    let view = operator.post("/assessment-rounds", body).await.created();
    let mut all = view["assessments"].as_array().expect("a list").clone();
    let place = |of: &Value| names.iter().position(|name| of["organization"]["name"].as_str() == Some(name));
    all.sort_by_key(place);
    let paths = all.iter().map(|of| format!("/assessments/{}", of["id"].as_str().expect("an id"))).collect();
    (view, paths)
}

async fn liaison(w: &World, path: &str) -> Caller {
    let view = w.supervisor().await.get(path).await.ok();
    w.liaison(view["organization"]["id"].as_str().unwrap().parse().unwrap()).await
}

#[tokio::test]
async fn from_the_self_score_over_the_base_to_the_grade() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let names = ["晨光助老社", "清泉环保社"];
    let (view, paths) = opened(&w, &names, json!({})).await;
    assert_eq!((&view["count"], &view["concluded"], &view["sheet_scope"]), (&json!(2), &json!(0), &json!("base")));
    assert_eq!(view["sheet_basis"], "鄂孵发〔2026〕5号");
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    let first = own.get(path).await.ok();
    assert_eq!(
        (&first["state"], &first["clock"]["owner"], &first["clock"]["due"]),
        (&json!("self_scoring"), &json!("organization"), &json!("2026-12-07"))
    );

    // Bit by bit: a draft may be unfinished, what is handed in may not.
    let some = json!({"scores": [{"indicator": 1, "points": 28.5, "note": "会议纪要齐全"}]});
    let drafted = own.put(&format!("{path}/draft"), some.clone()).await.ok();
    assert_eq!(drafted["own"]["total"], 28.5);
    assert_eq!(city.get(path).await.ok()["own"], Value::Null, "what is not handed in is nobody else's");
    let short = own.post(&format!("{path}/hand-in"), some).await.refused(422, "invalid_fields");
    let required = |n: u32| (format!("scores.{n}"), "required".to_owned());
    assert_eq!(short.fields(), [required(2), required(3)]);
    let bad = json!({"scores": [{"indicator": 0, "points": 1.0}]});
    own.put(&format!("{path}/draft"), bad)
        .await
        .refused(422, "invalid_fields")
        .field("scores[0].indicator", "not_found");
    own.post(&format!("{path}/go-on"), json!({})).await.refused(403, "not_allowed");
    let handed = own.post(&format!("{path}/hand-in"), scores([30.0, 20.0, 50.0], Some("见附件"))).await.ok();
    assert_eq!(
        (&handed["state"], &handed["own"]["total"], &handed["own"]["handed_in"]["on_paper"]),
        (&json!("scoring"), &json!(100.0), &json!(false))
    );

    // The base gives it back once, then scores; the organization does not see what it gives before the grade.
    operator.post(&format!("{path}/send-back"), json!({"reason": "缺签到表"})).await.ok();
    assert_eq!(own.get(path).await.ok()["returned"]["text"], "缺签到表");
    own.post(&format!("{path}/hand-in"), scores([29.0, 20.0, 50.0], None)).await.ok();
    let bare = operator.put(&format!("{path}/score"), scores([25.0, 20.0, 40.0], None)).await.ok();
    assert_eq!((&bare["given"]["total"], &bare["can"]["conclude"]), (&json!(85.0), &json!("base_score_open")));
    let left = operator
        .post(&format!("{path}/conclude"), json!({"comment": "好"}))
        .await
        .refused(409, "base_score_open")
        .json();
    assert_eq!(left["values"]["left"], 2, "two took points off without a reason");
    let scored = operator.put(&format!("{path}/score"), scores([25.0, 20.0, 40.0], Some("少一次会议"))).await.ok();
    assert_eq!((&scored["outlook"]["total"], &scored["outlook"]["grade"]), (&json!(89.0), &json!("good")));
    let hidden = own.get(path).await.ok();
    assert_eq!((&hidden["given"], &hidden["outlook"], &hidden["result"]), (&Value::Null, &Value::Null, &Value::Null));
    let id = path.trim_start_matches("/assessments/");
    let lines = own.get(&format!("/history/{id}")).await.ok().to_string();
    assert!(lines.contains("base_scores") && !lines.contains("少一次会议"), "{lines}");

    // (99 × 20 + 85 × 50) / 70 = 89.
    own.post(&format!("{path}/conclude"), json!({"comment": "好"})).await.refused(403, "not_allowed");
    let done = operator.post(&format!("{path}/conclude"), json!({"comment": " 治理还要加强 "})).await.ok();
    assert_eq!(
        (&done["state"], &done["grade"], &done["total"], &done["result"]["comment"]),
        (&json!("concluded"), &json!("good"), &json!(89.0), &json!("治理还要加强"))
    );
    let told = own.get(path).await.ok();
    assert_eq!((&told["given"]["scores"][0]["note"], &told["result"]["total"]), (&json!("少一次会议"), &json!(89.0)));
    let now = operator.get(&format!("/assessment-rounds/{}", view["id"].as_str().unwrap())).await.ok();
    assert_eq!((&now["concluded"], &now["grades"]["good"]), (&json!(1), &json!(1)));
    assert_eq!(now["assessments"][0]["organization"]["name"], names[0]);
    // Who sees the base and no assessments reads of none in the history.
    let base_history = w.admin().await.get(&format!("/history/{}", w.base("B03"))).await.ok().to_string();
    assert!(base_history.contains("assessment.conclude") && !base_history.contains("治理还要加强"), "{base_history}");
    let story = own.get(&format!("/history/{}", done["organization"]["id"].as_str().unwrap())).await.ok().to_string();
    assert!(!story.contains("good"), "{story}");
    // A warning rests on an assessment of that residency that has its grade.
    let warning = |assessment: &str| {
        json!({
            "ground": "assessment", "text": "得分偏低。", "assessment": assessment.trim_start_matches("/assessments/"),
            "items": [{"what": "补齐纪要", "due": "2026-12-10"}],
        })
    };
    let stay = format!("/residencies/{}/warn", done["residency"].as_str().unwrap());
    operator.post(&stay, warning(&paths[1])).await.refused(422, "invalid_fields").field("assessment", "not_found");
    operator.post(&stay, warning(path)).await.ok();
    // Others see nothing of it.
    let other = liaison(&w, &paths[1]).await;
    other.get(path).await.refused(404, "not_found");
    w.operator("B04").await.get(path).await.refused(404, "not_found");
    assert_eq!(other.get("/assessments").await.ok()["items"].as_array().map(Vec::len), Some(1));
    other.get(&format!("/assessment-rounds/{}", view["id"].as_str().unwrap())).await.refused(404, "not_found");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_expert_scores_apart_and_is_bound_to_nobody_he_judges() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let expert = w.holding(Role::Evaluator, Scope::Personal).await;
    let stranger = w.holding(Role::Reviewer, Scope::Personal).await;
    let account = json!(expert.account);
    let (view, paths) = opened(&w, &["晨光助老社"], json!({"expert": account})).await;
    let path = &paths[0];
    assert_eq!(view["assessments"][0]["delivered"], false);
    stranger.get(path).await.refused(404, "not_found");
    assert_eq!(stranger.get("/assessments/asked").await.ok()["items"], json!([]));
    let own = liaison(&w, path).await;
    own.get("/assessments/asked").await.refused(403, "not_allowed");
    let filing = format!("/files?owner={}", path.trim_start_matches("/assessments/"));
    let file = own.upload(&filing, "纪要.pdf", b"%PDF-1.7 x", &[]).await.created();
    own.post(&format!("{path}/hand-in"), scores([30.0, 20.0, 50.0], None)).await.ok();
    operator.put(&format!("{path}/score"), scores([30.0, 20.0, 40.0], Some("服务人次不足"))).await.ok();
    let seen = expert.get(path).await.ok();
    assert_eq!((&seen["own"]["total"], &seen["given"]), (&json!(100.0), &Value::Null), "he does not lean on the base");
    assert_eq!(seen["files"].as_array().map(Vec::len), Some(1));
    let content = format!("{path}/files/{}/content", file["id"].as_str().unwrap());
    assert_eq!(expert.get(&content).await.status(200).bytes, b"%PDF-1.7 x");
    stranger.get(&content).await.refused(404, "not_found");
    expert.put(&format!("{path}/score"), scores([30.0, 20.0, 50.0], None)).await.refused(403, "not_allowed");
    expert.put(&format!("{path}/evaluate"), scores([30.0, 10.0, 50.0], None)).await.ok();
    let unseen = operator.get(path).await.ok();
    assert_eq!((&unseen["expert"], &unseen["outlook"]["expert"]), (&Value::Null, &Value::Null), "nor the base on him");
    assert_eq!(unseen["outlook"]["total"], 92.86, "counted without what he has not handed in");
    let story = own.get(path).await.ok();
    assert_eq!(story["expert_name"], Value::Null, "the organization is not told who scores it");
    operator.post(&format!("{path}/conclude"), json!({"comment": "好"})).await.refused(409, "expert_score_open");
    let bare = expert.post(&format!("{path}/deliver"), scores([30.0, 10.0, 50.0], None)).await;
    bare.refused(422, "invalid_fields").field("scores[1].note", "reason_for_deduction");
    expert.post(&format!("{path}/deliver"), scores([30.0, 10.0, 50.0], Some("凭证不全"))).await.ok();
    expert.put(&format!("{path}/evaluate"), scores([30.0, 20.0, 50.0], None)).await.refused(409, "delivered_already");
    assert_eq!(expert.get(path).await.ok()["given"]["total"], 90.0);
    // 100 × 20 + 90 × 50 + 90 × 30
    let done = operator.post(&format!("{path}/conclude"), json!({"comment": "好"})).await.ok();
    assert_eq!((&done["total"], &done["grade"]), (&json!(92.0), &json!("excellent")));
    assert_eq!(own.get(path).await.ok()["expert"]["total"], 90.0);

    // Who has an office with one of those who are assessed is not asked.
    let id = done["organization"]["id"].as_str().unwrap().parse().unwrap();
    let kin = w.person("kin", &[(Role::Evaluator, Scope::Personal), (Role::Liaison, Scope::Organization(id))]).await;
    let mut body = round(&w);
    body["expert"] = json!(kin.account);
    let refused = operator.post("/assessment-rounds", body.clone()).await.refused(422, "invalid_fields");
    assert!(refused.text().contains("晨光助老社"), "{refused}");
    refused.field("expert", "expert_bound");
    body["expert"] = json!(operator.account);
    operator.post("/assessment-rounds", body).await.refused(422, "invalid_fields").field("expert", "not_found");
}

/// An expert who does not come holds nobody up.
#[tokio::test]
async fn the_base_goes_on_without_an_expert_who_does_not_score() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let expert = w.holding(Role::Evaluator, Scope::Personal).await;
    let (_, paths) = opened(&w, &["晨光助老社"], json!({"expert": expert.account})).await;
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    own.post(&format!("{path}/hand-in"), scores([30.0, 20.0, 50.0], None)).await.ok();
    operator.put(&format!("{path}/score"), scores([30.0, 20.0, 50.0], None)).await.ok();
    expert.put(&format!("{path}/evaluate"), scores([1.0, 1.0, 1.0], None)).await.ok();
    own.post(&format!("{path}/excuse"), json!({"reason": "x"})).await.refused(403, "not_allowed");
    operator
        .post(&format!("{path}/excuse"), json!({"reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    let on = operator.post(&format!("{path}/excuse"), json!({"reason": "专家出差"})).await.ok();
    assert_eq!((&on["delivered"], &on["excused"]["text"]), (&Value::Null, &json!("专家出差")));
    expert.get(path).await.refused(404, "not_found");
    let done = operator.post(&format!("{path}/conclude"), json!({"comment": "好"})).await.ok();
    assert_eq!((&done["total"], &done["result"]["expert"]), (&json!(100.0), &Value::Null));
    assert_eq!(w.findings().await, Vec::<String>::new());
    // Who works for the base, or for the city, has a hand in it already.
    let both = [(Role::Evaluator, Scope::Personal), (Role::BaseOperator, Scope::Base(w.base("B03")))];
    let mut body = round(&w);
    body["expert"] = json!(w.person("both", &both).await.account);
    operator.post("/assessment-rounds", body).await.refused(422, "invalid_fields").field("expert", "expert_bound");
}

#[tokio::test]
async fn an_appeal_is_answered_by_the_city() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let (_, paths) = opened(&w, &["晨光助老社"], json!({})).await;
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    own.post(&format!("{path}/hand-in"), scores([30.0, 20.0, 50.0], None)).await.ok();
    let mut low = scores([10.0, 5.0, 20.0], Some("材料不全"));
    low["breaches"] = json!([{"veto": 0, "reason": "虚报服务人次"}]);
    operator.put(&format!("{path}/score"), low).await.ok();
    let failed = operator.post(&format!("{path}/conclude"), json!({"comment": "一票否决"})).await.ok();
    assert_eq!((&failed["grade"], &failed["vetoed"]), (&json!("fail"), &json!(true)));
    assert_eq!(failed["clock"]["action"], "appeal");
    city.post(&format!("{path}/appeal"), json!({"text": "x"})).await.refused(403, "not_allowed");
    own.post(&format!("{path}/appeal"), json!({"text": "人次有签到表为证"})).await.ok();
    let todo = city.get("/overview").await.ok()["attention"].to_string();
    assert!(todo.contains("appeal_to_answer"), "{todo}");
    operator.post(&format!("{path}/reopen"), json!({"reason": "x"})).await.refused(403, "not_allowed");
    let again = city.post(&format!("{path}/reopen"), json!({"reason": "签到表属实"})).await.ok();
    assert_eq!(
        (&again["state"], &again["result"], &again["appeal"]["upheld"]),
        (&json!("scoring"), &Value::Null, &json!(false))
    );
    assert_eq!(again["appeal"]["against"]["grade"], "fail");
    // What the city has had opened, the base does not close without a grade.
    operator.post(&format!("{path}/cancel"), json!({"reason": "x"})).await.refused(409, "city_decided");
    operator.post(&format!("{path}/send-back"), json!({"reason": "x"})).await.refused(409, "city_decided");
    operator.put(&format!("{path}/score"), scores([28.0, 20.0, 45.0], Some("少一次会议"))).await.ok();
    let done = operator.post(&format!("{path}/conclude"), json!({"comment": "复核后评定"})).await.ok();
    assert_eq!((&done["grade"], &done["clock"]), (&json!("excellent"), &Value::Null));
    own.post(&format!("{path}/appeal"), json!({"text": "再来"})).await.refused(409, "appealed_already");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_does_not_score_itself_in_time_is_assessed_without() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (_, paths) = opened(&w, &["晨光助老社", "清泉环保社"], json!({})).await;
    operator.post(&format!("{}/go-on", paths[0]), json!({})).await.refused(409, "day_too_early");
    w.advance(chrono::Duration::days(15));
    let base = w.base("B03");
    let todo = operator.get(&format!("/bases/{base}/overview")).await.ok()["attention"].to_string();
    assert!(todo.contains("self_score_overdue"), "{todo}");
    let on = operator.post(&format!("{}/go-on", paths[0]), json!({})).await.ok();
    assert_eq!((&on["state"], &on["own"]), (&json!("scoring"), &Value::Null));
    // What came on paper is written down by the base, also late.
    let paper = operator.post(&format!("{}/hand-in", paths[1]), scores([30.0, 20.0, 50.0], None)).await.ok();
    assert_eq!(paper["own"]["handed_in"]["on_paper"], true);
    operator.put(&format!("{}/score", paths[0]), scores([30.0, 20.0, 50.0], None)).await.ok();
    let done = operator.post(&format!("{}/conclude", paths[0]), json!({"comment": "未自评"})).await.ok();
    assert_eq!((&done["total"], &done["grade"], &done["result"]["own"]), (&json!(71.43), &json!("pass"), &Value::Null));
    // One that is not carried through counts no more.
    let gone = operator.post(&format!("{}/cancel", paths[1]), json!({"reason": "即将退驻"})).await.ok();
    assert_eq!((&gone["state"], &gone["cancelled"]["text"]), (&json!("cancelled"), &json!("即将退驻")));
    let listed = operator.get(&format!("/assessment-rounds?base={base}")).await.ok();
    assert_eq!((&listed["items"][0]["count"], &listed["items"][0]["concluded"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn what_a_round_is_asked_to_be_is_looked_at() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let ids = residents(&w, &["晨光助老社", "清泉环保社"]).await;
    let base = w.base("B03");
    let prospect =
        operator.get(&format!("/assessment-rounds/prospect?base={base}&first=2026-01-01&last=2026-06-30")).await.ok();
    assert_eq!(
        (prospect["residents"].as_array().map(Vec::len), &prospect["sheet_scope"]),
        (Some(2), &json!("shipped"))
    );
    assert_eq!(prospect["self_by"], "2026-12-07");
    let before = w.totals().await;
    let with = |more: Value| {
        let mut body = round(&w);
        if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
            body.extend(more);
        }
        body
    };
    let bad = with(
        json!({"title": " ", "last": "2026-11-24", "organizations": [ids[0], ids[0], "org_00000000000000000000000001"]}),
    );
    let refused = operator.post("/assessment-rounds", bad).await.refused(422, "invalid_fields");
    let fault = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(
        refused.fields(),
        [
            fault("title", "required"),
            fault("last", "day_too_late"),
            fault("organizations[1]", "twice_in_list"),
            fault("organizations[2]", "not_resident"),
        ]
    );
    // In that time nobody was there yet.
    let early = with(json!({"first": "2025-01-01", "last": "2025-12-31"}));
    operator
        .post("/assessment-rounds", early)
        .await
        .refused(422, "invalid_fields")
        .field("organizations", "nobody_resident");
    let other = with(json!({"base": w.base("B04")}));
    operator.post("/assessment-rounds", other).await.refused(422, "invalid_fields").field("base", "not_found");
    w.supervisor().await.post("/assessment-rounds", round(&w)).await.refused(403, "not_allowed");
    assert_eq!(w.totals().await, before);
    // A sheet that is set later changes nothing of what runs.
    let view = operator.post("/assessment-rounds", with(json!({"organizations": [ids[1]]}))).await.created();
    assert_eq!(view["assessments"].as_array().map(Vec::len), Some(1));
    let set = |value: Value| json!({"key": "assessments.sheet", "base": base, "value": value, "from": "2026-11-23"});
    let mut wrong = sheet();
    wrong["indicators"][3]["points"] = json!(40);
    operator.post("/settings", set(wrong)).await.refused(422, "invalid_fields").field("value.indicators", "points_sum");
    operator.post("/settings", set(sheet())).await.ok();
    let path = format!("/assessments/{}", view["assessments"][0]["id"].as_str().unwrap());
    assert_eq!(operator.get(&path).await.ok()["sheet"]["title"], "入驻社会组织阶段考核表");
}

/// The same page open twice: who saves on what he has not seen is shown what is there.
#[tokio::test]
async fn a_stale_draft_is_refused_with_what_is_there() {
    let w = World::new().await;
    let (_, paths) = opened(&w, &["晨光助老社"], json!({})).await;
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    let tag = own.get(path).await.etag();
    let draft = |points: f64| json!({"scores": [{"indicator": 3, "points": points}]});
    own.seen(&tag).put(&format!("{path}/draft"), draft(40.0)).await.ok();
    let stale = own.seen(&tag).put(&format!("{path}/draft"), draft(30.0)).await.refused(412, "stale_version").problem();
    assert_eq!(stale["current"]["own"]["total"], 40.0);
    own.seen(&tag).post(&format!("{path}/hand-in"), scores([1.0, 1.0, 1.0], None)).await.refused(412, "stale_version");
}

/// The base gives the grade while the score is changed: the grade is always of what stands there.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_grade_is_of_the_scores_that_stand_there() {
    let w = World::with(Options { on_disk: true, ..Options::default() }).await;
    let operator = w.operator("B03").await;
    let names: Vec<String> = (0..8).map(|n| format!("第{n}服务社")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (_, paths) = opened(&w, &names, json!({})).await;
    w.house().db.gates.unhinge(false);
    for path in &paths {
        operator.post(&format!("{path}/hand-in"), scores([30.0, 20.0, 50.0], None)).await.ok();
        operator.put(&format!("{path}/score"), scores([30.0, 20.0, 50.0], None)).await.ok();
        let door = Arc::new(Barrier::new(2));
        let lower = {
            let (operator, path, door) = (operator.clone(), path.clone(), door.clone());
            tokio::spawn(async move {
                door.wait().await;
                operator.put(&format!("{path}/score"), scores([0.0, 0.0, 50.0], Some("扣分"))).await.status
            })
        };
        let grade = {
            let (operator, path, door) = (operator.clone(), path.clone(), door.clone());
            tokio::spawn(async move {
                door.wait().await;
                operator.post(&format!("{path}/conclude"), json!({"comment": "好"})).await.status
            })
        };
        let (lower, grade) = (lower.await.unwrap(), grade.await.unwrap());
        assert!(grade == 200 && (lower == 200 || lower == 409), "{grade} {lower}");
    }
    // The check counts each result again from its columns.
    assert_eq!(w.findings().await, Vec::<String>::new());
}
