//! Stories of periodic reports: asked for, filled, given back, accepted, put right, added up.

use std::sync::Arc;

use domain::access::{Role, Scope};
use serde_json::{Value, json};
use tokio::sync::Barrier;

use crate::{
    assessments::residents,
    exports::rows,
    world::{Caller, Options, World},
};

/// Answers to the shipped form: what was done, and how often.
pub fn answers(sessions: f64) -> Value {
    json!({"answers": [
        {"question": "activities", "text": "助老义诊、防诈骗宣讲"},
        {"question": "sessions", "number": sessions},
        {"question": "funds", "number": 1200.5},
    ]})
}

/// The reports of B03 on a period are asked for; their addresses in the order of some names.
pub async fn opened(w: &World, names: &[&str], period: &str) -> Vec<String> {
    residents(w, names).await;
    let asked = w.operator("B03").await.post("/progress-reports/open", asking(w, period)).await.ok();
    assert_eq!(asked["asked"], names.len(), "{asked}");
    paths(&asked["reports"], names)
}

fn asking(w: &World, period: &str) -> Value {
    json!({"base": w.base("B03"), "period": period})
}

fn paths(reports: &Value, names: &[&str]) -> Vec<String> {
    let items = reports["items"].as_array().expect("a list");
    let path = |name: &&str| {
        let found = items.iter().find(|of| of["organization"]["name"].as_str() == Some(name));
        format!("/progress-reports/{}", found.and_then(|of| of["id"].as_str()).expect("a report"))
    };
    names.iter().map(path).collect()
}

fn period(w: &World, period: &str) -> String {
    format!("/progress-reports/period?base={}&period={period}", w.base("B03"))
}

async fn liaison(w: &World, path: &str) -> Caller {
    let view = w.supervisor().await.get(path).await.ok();
    w.liaison(view["organization"]["id"].as_str().unwrap().parse().unwrap()).await
}

#[tokio::test]
async fn from_the_first_word_to_the_sum_of_all() {
    let w = World::new().await;
    let (operator, city, auditor) = (w.operator("B03").await, w.supervisor().await, w.auditor().await);
    let names = ["晨光助老社", "清泉环保社", "青禾助学社"];
    let before = operator.get(&format!("/progress-reports/periods?base={}", w.base("B03"))).await.ok();
    assert_eq!((&before["cycle"], &before["current"]), (&json!("quarter"), &json!("2026-Q3")));
    assert_eq!((&before["items"][0]["period"], &before["items"][0]["last"]), (&json!("2026-Q4"), &json!("2026-12-31")));
    let paths = opened(&w, &names, "2026-Q3").await;
    let board = operator.get(&period(&w, "2026-Q3")).await.ok();
    assert_eq!((&board["count"], &board["states"]["open"], &board["unasked"]), (&json!(3), &json!(3), &json!(0)));
    assert_eq!((&board["can"]["open"], &board["totals"]), (&json!("all_asked"), &json!([])));
    // Whoever is asked after the end of the period has his days from then on.
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    let first = own.get(path).await.ok();
    assert_eq!(
        (&first["state"], &first["clock"]["owner"], &first["clock"]["due"], &first["clock"]["overdue"]),
        (&json!("open"), &json!("organization"), &json!("2026-12-07"), &json!(false))
    );
    assert_eq!((&first["form"][0]["key"], &first["form_scope"]), (&json!("activities"), &json!("shipped")));
    assert_eq!((&first["can"]["submit"], &first["can"]["accept"]), (&Value::Null, &json!("not_allowed")));

    // Bit by bit: a draft may be unfinished, and is its writer's own.
    let some = json!({"answers": [{"question": "sessions", "number": 3.0}]});
    let drafted = own.put(&format!("{path}/draft"), some.clone()).await.ok();
    assert_eq!(drafted["answers"], some["answers"]);
    assert_eq!(operator.get(path).await.ok()["answers"], some["answers"], "the base writes down what comes on paper");
    let id = path.trim_start_matches("/progress-reports/");
    for other in [&city, &auditor] {
        assert_eq!(other.get(path).await.ok()["answers"], json!([]), "what is not handed in is nobody else's");
        assert!(!other.get(&format!("/history/{id}")).await.ok().to_string().contains("sessions"));
    }
    let short = own.post(&format!("{path}/submit"), some).await.refused(422, "invalid_fields");
    assert_eq!(short.fields(), [("answers.activities".to_owned(), "required".to_owned())]);
    own.upload(&format!("/files?owner={id}"), "签到表.pdf", b"%PDF-1.7 x", &[]).await.created();
    let handed = own.post(&format!("{path}/submit"), answers(4.0)).await.ok();
    assert_eq!(
        (&handed["state"], &handed["submitted"]["on"], &handed["submitted"]["on_paper"], &handed["late"]),
        (&json!("submitted"), &json!("2026-11-23"), &json!(false), &Value::Null)
    );
    // Once it is handed in it stands, and what is attached does.
    own.put(&format!("{path}/draft"), answers(5.0)).await.refused(409, "wrong_state");
    own.upload(&format!("/files?owner={id}"), "x.pdf", b"%PDF-1.7 y", &[]).await.refused(409, "wrong_state");
    assert_eq!(city.get(path).await.ok()["answers"][1]["number"], 4.0);
    let seen = operator.get(path).await.ok();
    assert_eq!(
        (&seen["clock"]["action"], &seen["clock"]["owner"], &seen["clock"]["due"]),
        (&json!("accept"), &json!("base"), &json!("2026-11-30"))
    );
    own.post(&format!("{path}/accept"), json!({})).await.refused(403, "not_allowed");
    assert_eq!(operator.get(&period(&w, "2026-Q3")).await.ok()["totals"], json!([]), "nothing is accepted yet");
    let done = operator.post(&format!("{path}/accept"), json!({"comment": " 做得好 "})).await.ok();
    assert_eq!(
        (&done["state"], &done["versions"], &done["editions"][0]["comment"], &done["editions"][0]["files"][0]["name"]),
        (&json!("accepted"), &json!(1), &json!("做得好"), &json!("签到表.pdf"))
    );
    // One is noted from paper; the sums are those of what was accepted.
    let paper = operator.post(&format!("{}/submit", paths[1]), answers(2.5)).await.ok();
    assert_eq!(paper["submitted"]["on_paper"], true);
    operator.post(&format!("{}/accept", paths[1]), json!({})).await.ok();
    let board = operator.get(&period(&w, "2026-Q3")).await.ok();
    let sums = |of: &Value| -> Vec<Value> {
        let all = of["totals"].as_array().unwrap().iter();
        all.map(|of| json!([of["question"]["key"], of["total"], of["count"]])).collect()
    };
    assert_eq!(sums(&board), [json!(["sessions", 6.5, 2]), json!(["funds", 2401.0, 2])]);
    let all = city.get("/progress-reports/summary?period=2026-Q3").await.ok();
    assert_eq!(all["bases"].as_array().map(Vec::len), Some(13));
    let base = all["bases"].as_array().unwrap().iter().find(|of| of["base"]["id"] == json!(w.base("B03"))).unwrap();
    assert_eq!(
        (&base["states"]["accepted"], &base["states"]["open"], &base["count"]),
        (&json!(2), &json!(1), &json!(3))
    );
    assert_eq!(sums(&all), sums(&board));
    let choices = city.get("/progress-reports/periods").await.ok();
    assert_eq!((&choices["current"], &choices["items"][1]["count"]), (&json!("2026-Q3"), &json!(3)));
    let table = rows(&auditor, &format!("/progress-reports/export?base={}&period=2026-Q3", w.base("B03"))).await;
    assert_eq!(
        table[0][..6],
        ["社会组织", "状态", "办理期限", "提交日期", "迟交天数", "本期开展的主要活动"].map(str::to_owned)
    );
    assert_eq!((table.len(), table[0].len()), (4, 5 + 9));
    let line = table.iter().find(|row| row[0] == names[0]).unwrap();
    assert_eq!((line[1].as_str(), line[6].as_str(), line[9].as_str()), ("已通过", "4", "1200.5"));
    // The history tells it, and the organization's own story does.
    let story = own.get(&format!("/history/{}", done["organization"]["id"].as_str().unwrap())).await.ok().to_string();
    assert!(story.contains("progress.accept") && !story.contains("progress.draft"), "{story}");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_comes_late_is_taken_and_marked() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let paths = opened(&w, &["晨光助老社", "清泉环保社", "青禾助学社"], "2026-Q3").await;
    let own = liaison(&w, &paths[0]).await;
    w.advance(chrono::Duration::days(17));
    let board = operator.get(&period(&w, "2026-Q3")).await.ok();
    assert_eq!((&board["overdue"], &board["late"]), (&json!(3), &json!(0)));
    let waiting = operator.get(&format!("/bases/{}/overview", w.base("B03"))).await.ok();
    let entry = waiting["attention"].as_array().unwrap().iter().find(|of| of["kind"] == "progress_overdue").unwrap();
    assert_eq!((&entry["count"], &entry["first"]), (&json!(3), &json!("2026-12-07")));
    let late = own.post(&format!("{}/submit", paths[0]), answers(1.0)).await.ok();
    assert_eq!(late["late"], 3);
    let board = operator.get(&period(&w, "2026-Q3")).await.ok();
    assert_eq!((&board["overdue"], &board["late"]), (&json!(2), &json!(1)));
    let city = w.supervisor().await.get("/progress-reports/summary?period=2026-Q3").await.ok();
    let base = city["bases"].as_array().unwrap().iter().find(|of| of["base"]["id"] == json!(w.base("B03"))).unwrap();
    assert_eq!((&base["overdue"], &base["late"]), (&json!(2), &json!(1)));
    let waiting = operator.get(&format!("/bases/{}/overview", w.base("B03"))).await.ok();
    let entry = waiting["attention"].as_array().unwrap().iter().find(|of| of["kind"] == "progress_to_check").unwrap();
    assert_eq!((&entry["count"], &entry["items"][0]["label"]), (&json!(1), &json!("晨光助老社")));
    // A year whose days off are not known makes nobody late, and its day is told as such.
    let asked = operator.post("/progress-reports/open", asking(&w, "2026-Q4")).await.ok();
    assert_eq!((&asked["asked"], &asked["reports"]["provisional"]), (&json!(3), &json!(true)));
    w.advance(chrono::Duration::days(60));
    let board = operator.get(&period(&w, "2026-Q4")).await.ok();
    assert_eq!((&board["overdue"], &board["items"][0]["clock"]["provisional"]), (&json!(0), &json!(true)));
    let path = format!("/progress-reports/{}", board["items"][0]["id"].as_str().unwrap());
    assert_eq!(operator.post(&format!("{path}/submit"), answers(1.0)).await.ok()["late"], Value::Null);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn given_back_with_all_that_is_missing_and_put_right_after_it_was_accepted() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let paths = opened(&w, &["晨光助老社"], "2026-Q3").await;
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    let id = path.trim_start_matches("/progress-reports/");
    let file = own.upload(&format!("/files?owner={id}"), "签到表.pdf", b"%PDF-1.7 x", &[]).await.id();
    own.post(&format!("{path}/submit"), answers(40.0)).await.ok();
    let bad = json!({"gaps": [{"question": "nothing", "text": "x"}, {"text": " "}], "due": "2026-11-22"});
    let refused = operator.post(&format!("{path}/return"), bad).await.refused(422, "invalid_fields");
    let at = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(
        refused.fields(),
        [at("gaps[0].question", "not_found"), at("gaps[1].text", "required"), at("due", "day_too_early")]
    );
    let gaps = json!([{"question": "sessions", "text": "与签到表不符"}, {"text": "缺活动照片"}]);
    own.post(&format!("{path}/return"), json!({"gaps": gaps})).await.refused(403, "not_allowed");
    let back = operator.post(&format!("{path}/return"), json!({"gaps": gaps, "due": "2026-12-10"})).await.ok();
    assert_eq!((&back["state"], &back["clock"]["due"]), (&json!("returned"), &json!("2026-12-10")));
    let told = own.get(path).await.ok();
    assert_eq!((&told["returned"]["gaps"], &told["answers"][1]["number"]), (&gaps, &json!(40.0)));
    own.post(&format!("{path}/submit"), answers(14.0)).await.ok();
    operator.post(&format!("{path}/accept"), json!({})).await.ok();

    // What was accepted stays readable and counts until something else is accepted.
    operator
        .post(&format!("{path}/reopen"), json!({"reason": ""}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    let open = operator.post(&format!("{path}/reopen"), json!({"reason": "场次仍多报"})).await.ok();
    assert_eq!(
        (&open["state"], &open["editions"][0]["reopened"]["text"]),
        (&json!("correcting"), &json!("场次仍多报"))
    );
    let total = async || operator.get(&period(&w, "2026-Q3")).await.ok()["totals"][0]["total"].clone();
    assert_eq!(total().await, 14.0);
    own.delete(&format!("/files/{file}")).await.status(204);
    let content = format!("{path}/files/{file}/content");
    assert_eq!(own.get(&content).await.status(200).bytes, b"%PDF-1.7 x", "an accepted version keeps what it had");
    own.post(&format!("{path}/submit"), answers(12.0)).await.ok();
    let done = operator.post(&format!("{path}/accept"), json!({})).await.ok();
    assert_eq!((total().await, &done["versions"]), (json!(12.0), &json!(2)));
    assert_eq!((&done["editions"][0]["answers"][1]["number"], &done["files"]), (&json!(14.0), &json!([])));
    // Opened again by mistake: what was written since is dropped.
    operator.post(&format!("{path}/reopen"), json!({"reason": "点错了"})).await.ok();
    own.put(&format!("{path}/draft"), answers(1.0)).await.ok();
    own.post(&format!("{path}/keep"), json!({})).await.refused(403, "not_allowed");
    let kept = operator.post(&format!("{path}/keep"), json!({})).await.ok();
    assert_eq!((&kept["state"], &kept["answers"][1]["number"]), (&json!("accepted"), &json!(12.0)));
    operator.post(&format!("{path}/waive"), json!({"reason": "x"})).await.refused(409, "wrong_state");
    let lines = own.get(&format!("/history/{id}")).await.ok().to_string();
    assert!(lines.contains("场次仍多报") && lines.contains("缺活动照片"), "{lines}");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// The base does without a report, wants it after all, and sees where a reason is missing.
#[tokio::test]
async fn the_base_does_without_a_report_and_wants_it_after_all() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let paths = opened(&w, &["晨光助老社"], "2026-Q3").await;
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    own.put(&format!("{path}/draft"), answers(2.0)).await.ok();
    operator
        .post(&format!("{path}/waive"), json!({"reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    let off = operator.post(&format!("{path}/waive"), json!({"reason": "本季度暂停入驻"})).await.ok();
    assert_eq!(
        (&off["state"], &off["clock"], &off["waived"]["text"]),
        (&json!("waived"), &Value::Null, &json!("本季度暂停入驻"))
    );
    own.post(&format!("{path}/submit"), answers(2.0)).await.refused(409, "wrong_state");
    assert_eq!(operator.get(&period(&w, "2026-Q3")).await.ok()["states"]["waived"], 1);
    let on = operator.post(&format!("{path}/require"), json!({"reason": "8月已恢复", "due": "2026-12-20"})).await.ok();
    assert_eq!(
        (&on["state"], &on["clock"]["due"], &on["required"]["text"]),
        (&json!("open"), &json!("2026-12-20"), &json!("8月已恢复"))
    );
    assert_eq!(own.get(path).await.ok()["answers"][1]["number"], 2.0, "what was written is still there");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// The form is the one that held when a report was asked for; the same question is added up over all forms.
#[tokio::test]
async fn a_form_that_is_changed_in_between_changes_nothing_of_what_was_asked() {
    let w = World::new().await;
    let (operator, base) = (w.operator("B03").await, w.base("B03"));
    let paths = opened(&w, &["晨光助老社"], "2026-Q3").await;
    let own = json!([
        {"name": "走访户数", "hint": "以走访记录为准", "kind": "number", "needed": true},
        {"key": "sessions", "kind": "number", "needed": true},
    ]);
    let set = |value: &Value| json!({"key": "progress.questions", "base": base, "value": value, "from": "2026-11-23", "basis": "鄂孵发〔2026〕7号"});
    operator
        .post("/settings", set(&json!([{"kind": "number"}])))
        .await
        .refused(422, "invalid_fields")
        .field("value[0].name", "required");
    operator
        .post("/settings", set(&json!([{"name": "x", "kind": "colour"}])))
        .await
        .refused(422, "invalid_fields")
        .field("value", "wrong_type");
    operator.post("/settings", set(&own)).await.ok();
    assert_eq!(operator.get(&paths[0]).await.ok()["form"].as_array().map(Vec::len), Some(9));
    // Who is missing is asked by opening again, on the form that holds now; who was asked is passed over.
    residents(&w, &["清泉环保社"]).await;
    let board = operator.get(&period(&w, "2026-Q3")).await.ok();
    assert_eq!((&board["unasked"], &board["can"]["open"]), (&json!(1), &Value::Null));
    let asked = operator.post("/progress-reports/open", asking(&w, "2026-Q3")).await.ok();
    assert_eq!((&asked["asked"], &asked["reports"]["count"]), (&json!(1), &json!(2)));
    assert_eq!(operator.post("/progress-reports/open", asking(&w, "2026-Q3")).await.ok()["asked"], 0);
    let new = &self::paths(&asked["reports"], &["清泉环保社"])[0];
    let view = operator.get(new).await.ok();
    assert_eq!((&view["form"][0]["key"], &view["form_scope"]), (&json!("q1"), &json!("base")));
    let missing = operator.post(&format!("{new}/submit"), json!({"answers": []})).await.refused(422, "invalid_fields");
    assert_eq!(missing.fields().len(), 2, "all that is missing at once");
    let both = json!({"answers": [{"question": "q1", "number": 31.0}, {"question": "sessions", "number": 2.0}]});
    operator.post(&format!("{new}/submit"), both).await.ok();
    operator.post(&format!("{}/submit", paths[0]), answers(4.0)).await.ok();
    for path in [new, &paths[0]] {
        operator.post(&format!("{path}/accept"), json!({})).await.ok();
    }
    let board = operator.get(&period(&w, "2026-Q3")).await.ok();
    let sums: Vec<(Value, Value)> = {
        let all = board["totals"].as_array().unwrap().iter();
        all.map(|of| (of["question"].get("name").unwrap_or(&of["question"]["key"]).clone(), of["total"].clone()))
            .collect()
    };
    assert!(
        sums.contains(&(json!("sessions"), json!(6.0))) && sums.contains(&(json!("走访户数"), json!(31.0))),
        "{sums:?}"
    );
    let table = rows(&operator, &format!("/progress-reports/export?base={base}&period=2026-Q3")).await;
    assert_eq!(table[0].len(), 5 + 10);
    let column = table[0].iter().position(|name| name == "活动场次").unwrap();
    assert_eq!([&table[1][column], &table[2][column]].map(String::as_str), ["4", "2"]);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_was_not_there_is_not_asked_and_nobody_sees_what_is_others() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let paths = opened(&w, &["晨光助老社", "清泉环保社"], "2026-Q3").await;
    // Resident since the spring: not in the winter before.
    let early = operator.post("/progress-reports/open", asking(&w, "2025-Q4")).await;
    early.refused(422, "invalid_fields").field("period", "nobody_resident");
    let (own, other) = (liaison(&w, &paths[0]).await, liaison(&w, &paths[1]).await);
    assert_eq!(own.get("/progress-reports").await.ok()["items"].as_array().map(Vec::len), Some(1));
    other.get(&paths[0]).await.refused(404, "not_found");
    other.put(&format!("{}/draft", paths[0]), answers(1.0)).await.refused(404, "not_found");
    let foreign = w.operator("B04").await;
    foreign.get(&paths[0]).await.refused(404, "not_found");
    foreign.post(&format!("{}/accept", paths[0]), json!({})).await.refused(404, "not_found");
    foreign.get(&period(&w, "2026-Q3")).await.refused(422, "invalid_fields").field("base", "not_found");
    foreign
        .post("/progress-reports/open", asking(&w, "2026-Q3"))
        .await
        .refused(422, "invalid_fields")
        .field("base", "not_found");
    foreign.get("/progress-reports/summary?period=2026-Q3").await.refused(403, "not_allowed");
    own.get(&period(&w, "2026-Q3")).await.refused(422, "invalid_fields").field("base", "not_found");
    own.post("/progress-reports/open", asking(&w, "2026-Q3")).await.refused(403, "not_allowed");
    let export = format!("/progress-reports/export?base={}&period=2026-Q3", w.base("B03"));
    own.get(&export).await.refused(422, "invalid_fields").field("base", "not_found");
    // The city and the auditor read all of it, and decide nothing.
    for reader in [w.supervisor().await, w.auditor().await] {
        assert_eq!(reader.get("/progress-reports").await.ok()["items"].as_array().map(Vec::len), Some(2));
        assert_eq!(reader.get(&period(&w, "2026-Q3")).await.ok()["can"]["open"], "not_allowed");
        reader.post("/progress-reports/open", asking(&w, "2026-Q3")).await.refused(403, "not_allowed");
        reader.post(&format!("{}/waive", paths[0]), json!({"reason": "x"})).await.refused(403, "not_allowed");
        reader.put(&format!("{}/draft", paths[0]), answers(1.0)).await.refused(403, "not_allowed");
    }
    w.holding(Role::Trainer, Scope::Base(w.base("B03"))).await.get(&paths[0]).await.refused(403, "not_allowed");
    w.nobody().get(&paths[0]).await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn bad_input_is_named_and_nothing_is_written() {
    let w = World::new().await;
    let (operator, base) = (w.operator("B03").await, w.base("B03"));
    let paths = opened(&w, &["晨光助老社"], "2026-Q3").await;
    let before = w.totals().await;
    for (period, reason) in [
        ("2026-12", "period_ahead"),
        ("2027-Q1", "period_ahead"),
        ("2026-11", "other_cycle"),
        ("2023-Q1", "day_too_early"),
    ] {
        let refused = operator.post("/progress-reports/open", asking(&w, period)).await;
        refused.refused(422, "invalid_fields").field("period", reason);
    }
    for period in ["2026-Q5", "2026", "三季度"] {
        operator.post("/progress-reports/open", asking(&w, period)).await.status(400).field("period", "bad_period");
    }
    operator
        .get(&format!("/progress-reports/period?base={base}&period=2026-13"))
        .await
        .status(400)
        .field("period", "bad_period");
    let bad = json!({"answers": [
        {"question": "nothing", "text": "x"}, {"question": "sessions", "text": "三"},
        {"question": "funds", "number": -1.0}, {"question": "volunteers", "number": 1.234},
        {"question": "plan", "text": "长".repeat(2001)}, {"question": "plan", "text": "x"},
    ]});
    let refused = operator.put(&format!("{}/draft", paths[0]), bad).await.refused(422, "invalid_fields");
    let at = |n: u32, field: &str, code: &str| (format!("answers[{n}].{field}"), code.to_owned());
    let mut fields = refused.fields();
    fields.sort();
    assert_eq!(
        fields,
        [
            at(0, "question", "not_found"),
            at(1, "text", "wrong_type"),
            at(2, "number", "out_of_range"),
            at(3, "number", "number_too_fine"),
            at(4, "text", "too_long"),
            at(5, "question", "twice_in_list"),
        ]
    );
    operator.get("/progress-reports/prg_00000000000000000000000001").await.refused(404, "not_found");
    assert_eq!(w.totals().await, before);
    // A base that goes over to months does so for what begins then.
    let set = json!({"key": "progress.cycle", "base": base, "value": "month", "from": "2026-11-23"});
    operator.post("/settings", set).await.ok();
    operator
        .post("/progress-reports/open", asking(&w, "2026-Q4"))
        .await
        .refused(422, "invalid_fields")
        .field("period", "other_cycle");
    assert_eq!(operator.post("/progress-reports/open", asking(&w, "2026-11")).await.ok()["asked"], 1);
    assert_eq!(operator.post("/progress-reports/open", asking(&w, "2026-Q3")).await.ok()["asked"], 0);
    let choices = operator.get(&format!("/progress-reports/periods?base={base}")).await.ok();
    assert_eq!((&choices["cycle"], &choices["current"]), (&json!("month"), &json!("2026-11")));
    let quarters = choices["items"].as_array().unwrap().iter().filter(|of| of["period"] == "2026-Q3").count();
    assert_eq!(quarters, 1, "what was asked for by the quarter can still be chosen");
}

/// The same page open twice: who saves on what he has not seen is shown what is there.
#[tokio::test]
async fn a_stale_draft_is_refused_with_what_is_there() {
    let w = World::new().await;
    let paths = opened(&w, &["晨光助老社"], "2026-Q3").await;
    let (path, own) = (&paths[0], liaison(&w, &paths[0]).await);
    let tag = own.get(path).await.etag();
    own.seen(&tag).put(&format!("{path}/draft"), answers(4.0)).await.ok();
    let stale =
        own.seen(&tag).put(&format!("{path}/draft"), answers(3.0)).await.refused(412, "stale_version").problem();
    assert_eq!(stale["current"]["answers"][1]["number"], 4.0);
    own.seen(&tag).post(&format!("{path}/submit"), answers(3.0)).await.refused(412, "stale_version");
}

/// Two ask for the same reports at once, with nothing but the guards of the database between them.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_ask_at_once_ask_each_of_them_once() {
    let w = World::with(Options { on_disk: true, ..Options::default() }).await;
    let operator = w.operator("B03").await;
    let names: Vec<String> = (0..12).map(|n| format!("第{n}服务社")).collect();
    residents(&w, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    w.house().db.gates.unhinge(false);
    for period in ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] {
        let door = Arc::new(Barrier::new(3));
        let asking = (0..3).map(|_| {
            let (operator, door, body) = (operator.clone(), door.clone(), asking(&w, period));
            tokio::spawn(async move {
                door.wait().await;
                operator.post("/progress-reports/open", body).await.ok()["asked"].as_u64().unwrap()
            })
        });
        let mut asked = 0;
        for one in asking.collect::<Vec<_>>() {
            asked += one.await.unwrap();
        }
        let board = operator.get(&self::period(&w, period)).await.ok();
        assert_eq!((asked, &board["count"]), (12, &json!(12)), "{period}");
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}
