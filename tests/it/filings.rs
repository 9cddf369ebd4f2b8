//! Stories of help with registrations and recordings.

use std::sync::Arc;

use domain::access::{Role, Scope};
use serde_json::{Value, json};
use tokio::sync::Barrier;

use crate::{
    organizations::code,
    world::{Caller, World},
};

/// A team of a base that is neither registered nor recorded; its id.
pub async fn team(w: &World, base: &str, name: &str) -> String {
    let body = json!({"name": name, "kind": "pre_registration", "home_base": w.base(base), "division": "150702"});
    w.operator(base).await.post("/organizations", body).await.id()
}

/// Whoever starts the team.
pub async fn initiator(w: &World, organization: &str) -> Caller {
    w.holding(Role::Initiator, Scope::Organization(organization.parse().expect("an id"))).await
}

/// A case that was asked for; its address.
pub async fn asked(by: &Caller, organization: &str, wanted: &str) -> String {
    let body = json!({"organization": organization, "wanted": wanted, "text": "想办成正式登记的机构"});
    let view = by.post("/filings", body).await.created();
    format!("/filings/{}", view["id"].as_str().expect("an id"))
}

pub async fn accept(operator: &Caller, path: &str, wanted: &str) -> Value {
    let body = json!({"wanted": wanted, "authority": "海拉尔区民政局"});
    operator.post(&format!("{path}/accept"), body).await.ok()
}

/// Keys of the papers.
pub fn papers(view: &Value) -> Vec<String> {
    let all = view["checklist"].as_array().expect("a list");
    all.iter().map(|paper| paper["key"].as_str().expect("a key").to_owned()).collect()
}

/// Every paper is found in order, and the name may be used.
pub async fn ready(own: &Caller, operator: &Caller, path: &str, name: &str) {
    let keys = papers(&own.get(path).await.ok());
    for paper in &keys {
        own.post(&format!("{path}/mark"), json!({"paper": paper, "ready": true})).await.ok();
    }
    own.post(&format!("{path}/submit"), json!({})).await.ok();
    for paper in &keys {
        operator.post(&format!("{path}/check"), json!({"paper": paper, "found": "checked"})).await.ok();
    }
    operator.post(&format!("{path}/check-name"), json!({"name": name, "passed": true})).await.ok();
}

/// A case that is with the authority.
pub async fn filed(w: &World, base: &str, name: &str, wanted: &str) -> (String, String) {
    let organization = team(w, base, name).await;
    let (own, operator) = (initiator(w, &organization).await, w.operator(base).await);
    let path = asked(&own, &organization, wanted).await;
    accept(&operator, &path, wanted).await;
    ready(&own, &operator, &path, name).await;
    operator.post(&format!("{path}/file"), json!({})).await.ok();
    (organization, path)
}

#[tokio::test]
async fn from_the_asking_over_a_supplement_to_the_certificate() {
    let w = World::new().await;
    let organization = team(&w, "B03", "乐龄社工筹备组").await;
    let (own, operator, city) = (initiator(&w, &organization).await, w.operator("B03").await, w.supervisor().await);
    let path = asked(&own, &organization, "service_institution").await;
    let view = own.get(&path).await.ok();
    assert_eq!(
        (&view["state"], &view["clock"]["owner"], &view["clock"]["due"], &view["wish"]["on_paper"]),
        (&json!("asked"), &json!("base"), &json!("2026-11-30"), &json!(false))
    );
    assert_eq!(view["can"]["accept"], "not_allowed");
    // One case at a time.
    let again = json!({"organization": organization, "wanted": "recorded", "text": "备案"});
    own.post("/filings", again).await.refused(409, "filing_open");

    w.advance(chrono::Duration::days(2));
    own.post(&format!("{path}/accept"), json!({"wanted": "service_institution", "authority": "x"}))
        .await
        .refused(403, "not_allowed");
    let view = accept(&operator, &path, "service_institution").await;
    assert_eq!(
        papers(&view),
        [
            "filing_application",
            "filing_consent",
            "filing_premises",
            "filing_capital",
            "filing_people",
            "filing_charter"
        ]
    );
    assert_eq!((&view["source_scope"], &view["papers_ready"]), (&json!("shipped"), &json!(0)));

    // Papers: the organization's, with files; all that is missing is told at once.
    let id = path.rsplit('/').next().expect("an id");
    let place = format!("/files?owner={id}");
    own.upload(&format!("{place}&document=filing_charter"), "章程.txt", b"one", &[]).await.status(201);
    own.upload(&format!("{place}&document=x"), "别的.txt", b"two", &[]).await.refused(422, "invalid_fields");
    own.post(&format!("{path}/mark"), json!({"paper": "filing_charter", "ready": true})).await.ok();
    let short = own.post(&format!("{path}/submit"), json!({})).await.refused(409, "papers_missing").json();
    assert_eq!(short["values"]["papers"].as_array().map(Vec::len), Some(5), "{short}");
    let waive = json!({"paper": "filing_consent", "found": "not_needed", "note": "直接登记"});
    operator.post(&format!("{path}/check"), waive).await.ok();
    for paper in ["filing_application", "filing_premises", "filing_capital", "filing_people"] {
        own.post(&format!("{path}/mark"), json!({"paper": paper, "ready": true})).await.ok();
    }
    let view = own.get(&path).await.ok();
    assert_eq!((&view["papers_ready"], &view["files"][0]["document"]), (&json!(6), &json!("filing_charter")));
    assert_eq!(view["can"]["submit"], Value::Null);
    w.advance(chrono::Duration::days(3));
    own.post(&format!("{path}/submit"), json!({})).await.ok();
    own.upload(&format!("/files?owner={id}"), "晚.txt", b"x", &[]).await.refused(403, "not_allowed");

    // The base gives it back once, with all that is wrong.
    let back = json!({"reason": "验资报告过期", "papers": ["filing_capital", "filing_people"]});
    let view = operator.post(&format!("{path}/send-back"), back).await.ok();
    assert_eq!((&view["state"], &view["papers_ready"]), (&json!("preparing"), &json!(4)));
    for paper in ["filing_capital", "filing_people"] {
        own.post(&format!("{path}/mark"), json!({"paper": paper, "ready": true})).await.ok();
    }
    own.post(&format!("{path}/submit"), json!({})).await.ok();
    operator.post(&format!("{path}/file"), json!({})).await.refused(409, "papers_unchecked");
    for paper in ["filing_application", "filing_premises", "filing_capital", "filing_people", "filing_charter"] {
        operator.post(&format!("{path}/check"), json!({"paper": paper, "found": "checked"})).await.ok();
    }
    operator.post(&format!("{path}/file"), json!({})).await.refused(409, "name_unchecked");
    let name = "海拉尔区乐龄社会工作服务中心";
    operator.post(&format!("{path}/check-name"), json!({"name": name, "passed": true})).await.ok();
    let view = operator.post(&format!("{path}/file"), json!({})).await.ok();
    // Sixty days, all of them.
    assert_eq!((&view["clock"]["owner"], &view["clock"]["due"]), (&json!("authority"), &json!("2027-01-27")));

    // The authority asks for more, by a day.
    w.advance(chrono::Duration::days(4));
    let more = json!({"text": "补充场所使用权证明", "papers": ["filing_premises"], "due": "2026-12-10"});
    let view = operator.post(&format!("{path}/ask-more"), more).await.ok();
    assert_eq!((&view["state"], &view["clock"]["due"]), (&json!("supplement"), &json!("2026-12-10")));
    w.advance(chrono::Duration::days(2));
    own.post(&format!("{path}/mark"), json!({"paper": "filing_premises", "ready": true})).await.ok();
    operator.post(&format!("{path}/check"), json!({"paper": "filing_premises", "found": "checked"})).await.ok();
    operator.post(&format!("{path}/file"), json!({})).await.ok();

    // The certificate: the record becomes a registered one in the same moment, with its history.
    w.advance(chrono::Duration::days(6));
    let before = w.supervisor().await.get(&format!("/organizations/{organization}")).await.ok();
    assert_eq!(before["kind"], "pre_registration");
    let number = code('2', 7);
    let view = operator.post(&format!("{path}/grant"), json!({"number": format!(" {number} ")})).await.ok();
    assert_eq!(
        (&view["state"], &view["kind"], &view["grant"]["number"], &view["grant"]["was_recorded"]),
        (&json!("granted"), &json!("service_institution"), &json!(number), &json!(false))
    );
    assert_eq!(view["days"], json!({"organization": 5, "base": 2, "authority": 10}), "told apart");
    let after = city.get(&format!("/organizations/{organization}")).await.ok();
    assert_eq!(
        (&after["name"], &after["kind"], &after["credit_code"], &after["founded_on"]),
        (&json!(name), &json!("service_institution"), &json!(number), &json!("2026-12-10"))
    );
    assert_eq!(after["details"]["registration"]["authority"], "海拉尔区民政局");
    let deeds = w.deeds(&organization).await;
    for deed in ["organizations.create", "filing.ask", "filing.grant", "organizations.register"] {
        assert!(deeds.iter().any(|of| of == deed), "{deed} in {deeds:?}");
    }

    // What follows, then it is closed; nothing else is counted any more.
    operator.post(&format!("{path}/close"), json!({})).await.refused(409, "care_open");
    for care in view["care"].as_array().expect("a list") {
        own.post(&format!("{path}/care"), json!({"key": care["key"], "done": true})).await.ok();
    }
    let view = operator.post(&format!("{path}/close"), json!({})).await.ok();
    assert_eq!((&view["state"], &view["days"]["authority"]), (&json!("closed"), &json!(10)));
    own.post("/filings", json!({"organization": organization, "wanted": "association", "text": "再来"}))
        .await
        .refused(422, "invalid_fields")
        .field("organization", "registered_already");
    let figures = city.get("/filings/figures").await.ok();
    assert_eq!(
        figures,
        json!({
            "from": "2026-01-01", "to": "2026-12-10", "registered": 1, "recorded": 0, "upgraded": 0,
            "organization_days": 5, "base_days": 2, "authority_days": 10,
        })
    );
    assert_eq!(w.operator("B04").await.get("/filings/figures").await.ok()["registered"], 0);
    city.get("/filings/export").await.status(200);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_is_recorded_goes_over_to_registration() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let (organization, path) = filed(&w, "B03", "晨光助老社", "recorded").await;
    let view = operator.get(&path).await.ok();
    // Ten working days of the house, and no name check needed.
    assert_eq!((&view["clock"]["due"], &view["days"]["authority"]), (&json!("2026-12-07"), &json!(0)));
    let number = "呼海备〔2026〕17号";
    operator.post(&format!("{path}/grant"), json!({"number": number})).await.ok();
    let shown = city.get(&format!("/organizations/{organization}")).await.ok();
    assert_eq!((&shown["kind"], &shown["record_number"]), (&json!("recorded"), &json!(number)));
    for key in ["care_book", "care_party", "care_yearly"] {
        operator.post(&format!("{path}/care"), json!({"key": key, "done": true})).await.ok();
    }
    operator.post(&format!("{path}/close"), json!({})).await.ok();

    let own = initiator(&w, &organization).await;
    own.post("/filings", json!({"organization": organization, "wanted": "recorded", "text": "再备"}))
        .await
        .refused(422, "invalid_fields")
        .field("wanted", "registered_already");
    let path = asked(&operator, &organization, "association").await;
    assert_eq!(own.get(&path).await.ok()["wish"]["on_paper"], true, "the base wrote it down");
    accept(&operator, &path, "association").await;
    ready(&own, &operator, &path, "海拉尔区晨光助老协会").await;
    operator.post(&format!("{path}/file"), json!({})).await.ok();
    operator.post(&format!("{path}/grant"), json!({"number": code('1', 4)})).await.ok();
    let figures = city.get("/filings/figures").await.ok();
    assert_eq!((&figures["recorded"], &figures["upgraded"], &figures["registered"]), (&json!(1), &json!(1), &json!(0)));
    let shown = city.get(&format!("/organizations/{organization}")).await.ok();
    assert_eq!((&shown["name"], &shown["record_number"]), (&json!("海拉尔区晨光助老协会"), &json!(number)));
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_number_has_to_be_one_and_to_be_free() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (first, path) = filed(&w, "B03", "清泉环保社", "service_institution").await;
    let (second, other) = filed(&w, "B03", "书香社", "service_institution").await;
    let grant = |number: String| json!({"number": number});
    let bad = operator.post(&format!("{path}/grant"), grant("52150702MJY678904X".into())).await;
    bad.refused(422, "invalid_fields").field("number", "credit_code_check_digit");
    let kind = operator.post(&format!("{path}/grant"), grant(code('1', 5))).await.refused(422, "invalid_fields");
    assert_eq!(kind.fields()[0].0, "number");
    let late = json!({"number": code('2', 5), "on": "2026-11-24"});
    operator.post(&format!("{path}/grant"), late).await.refused(422, "invalid_fields").field("on", "day_too_late");
    assert_eq!(operator.get(&format!("/organizations/{first}")).await.ok()["kind"], "pre_registration");
    operator.post(&format!("{path}/grant"), grant(code('2', 5))).await.ok();
    operator
        .post(&format!("{other}/grant"), grant(code('2', 5)))
        .await
        .refused(422, "invalid_fields")
        .field("number", "already_used");
    assert_eq!(operator.get(&other).await.ok()["state"], "filed");
    assert_eq!(operator.get(&format!("/organizations/{second}")).await.ok()["credit_code"], Value::Null);
}

#[tokio::test]
async fn of_two_that_grant_one_code_at_once_one_wins() {
    let w = Arc::new(World::new().await);
    let mut paths = Vec::new();
    for (base, name) in [("B03", "清泉环保社"), ("B04", "书香社")] {
        paths.push((base, filed(&w, base, name, "service_institution").await.1));
    }
    let start = Arc::new(Barrier::new(2));
    let mut going = Vec::new();
    for (base, path) in paths.clone() {
        let (w, start) = (w.clone(), start.clone());
        going.push(tokio::spawn(async move {
            let operator = w.operator(base).await;
            start.wait().await;
            operator.post(&format!("{path}/grant"), json!({"number": code('2', 9)})).await.status
        }));
    }
    let mut answers = Vec::new();
    for one in going {
        answers.push(one.await.expect("an answer"));
    }
    answers.sort_unstable();
    assert_eq!(answers, [200, 422]);
    let city = w.supervisor().await;
    let mut states = Vec::new();
    for (_, path) in &paths {
        states.push(city.get(path).await.ok()["state"].as_str().expect("a state").to_owned());
    }
    states.sort();
    assert_eq!(states, ["filed", "granted"]);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn of_two_that_ask_at_once_one_case_comes() {
    let w = Arc::new(World::new().await);
    let organization = team(&w, "B03", "清泉环保社").await;
    let start = Arc::new(Barrier::new(2));
    let mut going = Vec::new();
    for at_base in [true, false] {
        let (w, start, organization) = (w.clone(), start.clone(), organization.clone());
        going.push(tokio::spawn(async move {
            let by = if at_base { w.operator("B03").await } else { initiator(&w, &organization).await };
            start.wait().await;
            let body = json!({"organization": organization, "wanted": "recorded", "text": "备案"});
            by.post("/filings", body).await.status
        }));
    }
    let mut answers = Vec::new();
    for one in going {
        answers.push(one.await.expect("an answer"));
    }
    answers.sort_unstable();
    assert_eq!(answers, [201, 409]);
    assert_eq!(w.count("filing").await, 1);
}

#[tokio::test]
async fn refused_once_more_and_withdrawn() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (organization, path) = filed(&w, "B03", "清泉环保社", "association").await;
    let own = initiator(&w, &organization).await;
    operator
        .post(&format!("{path}/refuse"), json!({"reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    let view = operator.post(&format!("{path}/refuse"), json!({"reason": "发起会员不足五十个"})).await.ok();
    assert_eq!((&view["state"], &view["refused"]["text"]), (&json!("refused"), &json!("发起会员不足五十个")));
    assert_eq!(operator.get(&format!("/organizations/{organization}")).await.ok()["kind"], "pre_registration");
    operator.post(&format!("{path}/resume"), json!({})).await.ok();
    let view = own.post(&format!("{path}/withdraw"), json!({"reason": "会员不够，先不办"})).await.ok();
    assert_eq!((&view["state"], &view["can"]["submit"]), (&json!("withdrawn"), &json!("wrong_state")));
    operator.post(&format!("{path}/resume"), json!({})).await.refused(409, "wrong_state");
    // It may be asked for once more.
    let path = asked(&own, &organization, "recorded").await;
    let view = operator.post(&format!("{path}/drop"), json!({"reason": "不在本街道"})).await.ok();
    assert_eq!((&view["state"], &view["ended"]["text"]), (&json!("dropped"), &json!("不在本街道")));
    assert_eq!(w.deeds(&organization).await.iter().filter(|deed| deed.starts_with("filing.")).count(), 9);
}

#[tokio::test]
async fn what_is_not_one_s_own_is_not_there() {
    let w = World::new().await;
    let (organization, path) = filed(&w, "B03", "清泉环保社", "association").await;
    let other = team(&w, "B04", "书香社").await;
    let (stranger, next) = (initiator(&w, &other).await, w.operator("B04").await);
    for by in [&stranger, &next] {
        by.get(&path).await.refused(404, "not_found");
        let ask = json!({"organization": organization, "wanted": "recorded", "text": "x"});
        by.post("/filings", ask).await.refused(404, "not_found");
        assert_eq!(by.get("/filings").await.ok()["items"], json!([]));
    }
    next.post(&format!("{path}/grant"), json!({"number": code('1', 2)})).await.refused(404, "not_found");
    let own = initiator(&w, &organization).await;
    own.post(&format!("{path}/grant"), json!({"number": code('1', 2)})).await.refused(403, "not_allowed");
    let city = w.supervisor().await;
    assert_eq!(city.get("/filings?state=filed").await.ok()["items"].as_array().map(Vec::len), Some(1));
    city.post(&format!("{path}/grant"), json!({"number": code('1', 2)})).await.refused(403, "not_allowed");
    w.auditor().await.get(&path).await.ok();
    let bad = json!({"organization": other, "base": w.base("B03"), "wanted": "recorded", "text": "x"});
    stranger.post("/filings", bad).await.refused(422, "invalid_fields").field("base", "not_found");
    city.get("/filings/figures?from=2026-02-01&to=2026-01-01")
        .await
        .refused(422, "invalid_fields")
        .field("to", "day_too_early");
}

#[tokio::test]
async fn what_waits_stands_in_the_overview() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let organization = team(&w, "B03", "清泉环保社").await;
    asked(&operator, &organization, "recorded").await;
    filed(&w, "B03", "书香社", "association").await;
    let kinds = |view: Value| {
        let all = view["attention"].as_array().expect("a list").clone();
        let all: Vec<String> = all
            .iter()
            .filter_map(|one| one["kind"].as_str())
            .filter(|kind| kind.starts_with("filing"))
            .map(str::to_owned)
            .collect();
        all
    };
    let base = format!("/bases/{}/overview", w.base("B03"));
    assert_eq!(kinds(operator.get(&base).await.ok()), ["filing_to_accept"]);
    assert_eq!(kinds(city.get("/overview").await.ok()), Vec::<String>::new());
    w.advance(chrono::Duration::days(70));
    assert_eq!(kinds(operator.get(&base).await.ok()), ["filing_to_accept", "filing_overdue"]);
    assert_eq!(kinds(city.get("/overview").await.ok()), ["filing_to_accept", "filing_overdue"]);
}
