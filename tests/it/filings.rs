//! Stories of help with registrations and recordings.

use domain::access::{Role, Scope};
use serde_json::{Value, json};

use crate::{
    organizations::code,
    world::{Caller, World},
};

mod faults;
mod races;
mod rights;

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
    // Not past the base: it looks again, and the authority's day runs on.
    operator.post(&format!("{path}/file"), json!({})).await.refused(409, "wrong_state");
    own.post(&format!("{path}/submit"), json!({})).await.refused(409, "papers_missing");
    own.upload(&format!("{place}&document=filing_premises"), "产权证.txt", b"new", &[]).await.status(201);
    own.post(&format!("{path}/mark"), json!({"paper": "filing_premises", "ready": true})).await.ok();
    let view = own.post(&format!("{path}/submit"), json!({})).await.ok();
    assert_eq!(
        (&view["state"], &view["clock"]["owner"], &view["clock"]["due"]),
        (&json!("reviewing"), &json!("base"), &json!("2026-12-10"))
    );
    w.advance(chrono::Duration::days(1));
    operator.post(&format!("{path}/file"), json!({})).await.refused(409, "papers_unchecked");
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
    assert_eq!(view["days"], json!({"organization": 5, "base": 3, "authority": 10}), "told apart");
    let after = city.get(&format!("/organizations/{organization}")).await.ok();
    assert_eq!(
        (&after["name"], &after["kind"], &after["credit_code"], &after["founded_on"]),
        (&json!(name), &json!("service_institution"), &json!(number), &json!("2026-12-11"))
    );
    assert_eq!(after["details"]["registration"]["authority"], "海拉尔区民政局");
    // In its story the certificate leads, and the case stands beside it.
    let story = own.get(&format!("/organizations/{organization}/story")).await.ok();
    assert_eq!(
        (&story["items"][0]["lead"]["kind"], &story["items"][0]["with"][0]["kind"]),
        (&json!("organizations.register"), &json!("filing.grant")),
        "{story}"
    );
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
            "from": "2026-01-01", "to": "2026-12-11", "registered": 1, "recorded": 0, "upgraded": 0,
            "organization_days": 5, "base_days": 3, "authority_days": 10,
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
    assert_eq!(
        shown["details"]["recording"],
        json!({"body": "海拉尔区民政局", "initiators": [], "recorded_on": "2026-11-23"}),
        "kept apart from a registration"
    );
    assert_eq!(shown["details"]["registration"]["authority"], Value::Null);
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
    assert_eq!(
        (&shown["details"]["registration"]["authority"], &shown["details"]["recording"]["recorded_on"]),
        (&json!("海拉尔区民政局"), &json!("2026-11-23"))
    );
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_looked_at_stays_as_it_was() {
    let w = World::new().await;
    let organization = team(&w, "B03", "乐龄服务队").await;
    let (own, operator) = (initiator(&w, &organization).await, w.operator("B03").await);
    let path = asked(&own, &organization, "association").await;
    let view = accept(&operator, &path, "association").await;
    let place = format!("/files?owner={}", view["id"].as_str().unwrap());
    let [first, second] = [papers(&view)[0].clone(), papers(&view)[1].clone()];
    let put = async |who: &Caller, key: &str, bytes: &[u8]| {
        who.upload(&format!("{place}&document={key}"), "材料.txt", bytes, &[]).await
    };
    let kept = put(&own, &first, b"one").await.status(201).json()["id"].as_str().unwrap().to_owned();
    put(&own, &second, b"two").await.status(201);
    operator.post(&format!("{path}/check"), json!({"paper": first, "found": "checked"})).await.ok();
    let before = w.totals().await;
    for who in [&own, &operator] {
        put(who, &first, b"other").await.refused(409, "checked_already");
        who.delete(&format!("/files/{kept}")).await.refused(409, "checked_already");
    }
    assert_eq!(w.totals().await, before);
    put(&own, &second, b"more").await.status(201);
    // Asked for once more, it may be another.
    let missing = json!({"paper": first, "found": "missing", "note": "缺章"});
    operator.post(&format!("{path}/check"), missing).await.ok();
    put(&own, &first, b"other").await.status(201);
}

#[tokio::test]
async fn who_bears_the_number_already_has_its_case_granted_and_may_ask_for_more() {
    let w = World::new().await;
    let (organization, path) = filed(&w, "B03", "海拉尔区晨光互助社", "recorded").await;
    let operator = w.operator("B03").await;
    // Somebody wrote the certificate into the record first.
    let at = format!("/organizations/{organization}");
    let number = "海街备〔2026〕第9号";
    let etag = operator.get(&at).await.etag();
    let edit = json!({"kind": "recorded", "record_number": number});
    operator.seen(&etag).patch(&at, edit).await.ok();
    let other = operator.post(&format!("{path}/grant"), json!({"number": "海街备〔2026〕第10号"})).await;
    other.refused(409, "registered_meanwhile");
    let granted = operator.post(&format!("{path}/grant"), json!({"number": number})).await.ok();
    assert_eq!(granted["state"], "granted");
    // What comes afterwards is still to do, and it may be registered all the same.
    let again = asked(&operator, &organization, "association").await;
    assert_ne!(again, path);
    assert_eq!(w.findings().await, Vec::<String>::new());
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
async fn what_waits_stands_in_the_overview() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let organization = team(&w, "B03", "清泉环保社").await;
    asked(&operator, &organization, "recorded").await;
    filed(&w, "B03", "书香社", "recorded").await;
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
    // What the authority waits for is named wherever it lies.
    let (organization, path) = filed(&w, "B03", "牧歌社", "association").await;
    let more = json!({"text": "补章程", "papers": ["filing_charter"], "due": "2026-12-01"});
    operator.post(&format!("{path}/ask-more"), more).await.ok();
    let own = initiator(&w, &organization).await;
    own.post(&format!("{path}/mark"), json!({"paper": "filing_charter", "ready": true})).await.ok();
    assert_eq!(kinds(operator.get(&base).await.ok()), ["filing_to_accept", "filing_supplement"]);
    own.post(&format!("{path}/submit"), json!({})).await.ok();
    assert_eq!(kinds(operator.get(&base).await.ok()), ["filing_to_accept", "filing_to_review"]);
    let back = json!({"reason": "页码不对", "papers": ["filing_charter"]});
    operator.post(&format!("{path}/send-back"), back).await.ok();
    assert_eq!(kinds(operator.get(&base).await.ok()), ["filing_to_accept", "filing_supplement"]);
    w.advance(chrono::Duration::days(30));
    assert_eq!(kinds(operator.get(&base).await.ok()), ["filing_to_accept", "filing_supplement", "filing_overdue"]);
    assert_eq!(kinds(city.get("/overview").await.ok()), ["filing_to_accept", "filing_supplement", "filing_overdue"]);
}
