//! Who may do what with a case, and where.

use serde_json::{Value, json};

use super::{accept, asked, faults::at, filed, initiator, team};
use crate::{
    organizations::{code, seat},
    world::World,
};

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
    let auditor = w.auditor().await;
    auditor.get(&path).await.ok();
    for verb in ["grant", "withdraw", "close"] {
        auditor.post(&format!("{path}/{verb}"), json!({})).await.refused(403, "not_allowed");
    }
    let nobody = w.nobody();
    for path in [path.as_str(), "/filings", "/filings/figures", "/filings/export"] {
        nobody.get(path).await.status(401);
    }
    nobody.post(&format!("{path}/grant"), json!({"number": code('1', 2)})).await.status(401);
    assert_eq!(city.get(&path).await.ok()["state"], "filed");
}

/// Whoever asks answers for the organization at the base that he names; a base not his own is none.
#[tokio::test]
async fn help_is_asked_for_where_one_answers() {
    let w = World::new().await;
    let organization = team(&w, "B03", "清泉环保社").await;
    let (here, own) = (w.operator("B03").await, initiator(&w, &organization).await);
    let there = w.operator("B04").await;
    let ask = |base: Option<&str>| {
        let base = base.map(|base| w.base(base).to_string());
        json!({"organization": organization, "base": base, "wanted": "recorded", "text": "想备案。"})
    };
    // Only B03 looks after it.
    for by in [&here, &own] {
        by.post("/filings", ask(Some("B04"))).await.refused(422, "invalid_fields").field("base", "not_found");
    }
    // It has a desk in B04 as well: both bases see it, and each asks for itself alone.
    seat(&w, "B04", &organization, "C01").await;
    here.post("/filings", ask(Some("B04"))).await.refused(422, "invalid_fields").field("base", "not_found");
    there.post("/filings", ask(Some("B03"))).await.refused(422, "invalid_fields").field("base", "not_found");
    assert_eq!(w.count("filing").await, 0, "nothing was written");
    let case = there.post("/filings", ask(None)).await.created();
    assert_eq!((&case["base"]["id"], &case["wish"]["on_paper"]), (&json!(w.base("B04")), &json!(true)));
    let path = format!("/filings/{}", case["id"].as_str().expect("an id"));
    // The other base does not see it, but that there is one.
    here.get(&path).await.refused(404, "not_found");
    here.post("/filings", ask(None)).await.refused(409, "filing_open");
    own.post(&format!("{path}/withdraw"), json!({"reason": "改在原基地办。"})).await.ok();
    // The organization answers for itself at each of its bases; without a word, at the one that looks after it.
    for (named, found) in [(Some("B04"), "B04"), (None, "B03")] {
        let case = own.post("/filings", ask(named)).await.created();
        assert_eq!((&case["base"]["id"], &case["wish"]["on_paper"]), (&json!(w.base(found)), &json!(false)));
        let path = format!("/filings/{}", case["id"].as_str().expect("an id"));
        own.post(&format!("{path}/withdraw"), json!({"reason": "先不办。"})).await.ok();
    }
}

/// What the organization is may change while a case is open; what leads on looks again.
#[tokio::test]
async fn what_was_registered_or_dissolved_meanwhile_is_not_granted() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let (first, one) = filed(&w, "B03", "清泉环保社", "service_institution").await;
    let (second, two) = filed(&w, "B03", "书香社", "recorded").await;
    let body = json!({"kind": "association", "credit_code": code('1', 3)});
    operator.patch(&format!("/organizations/{first}"), body).await.ok();
    let over = json!({"on": "2026-11-20", "reason": "成员散了。"});
    operator.post(&format!("/organizations/{second}/dissolve"), over).await.ok();
    for (path, why, number) in
        [(&one, "registered_meanwhile", code('2', 4)), (&two, "dissolved_meanwhile", "呼海备〔2026〕9号".to_owned())]
    {
        let grant = json!({"number": number});
        let told = operator.post(&format!("{path}/grant"), grant).await.refused(409, why).json();
        assert!(told["detail"].as_str().is_some_and(|text| text.contains("终止")), "{told}");
        let view = operator.get(path).await.ok();
        assert_eq!((&view["state"], &view["can"]["grant"]), (&json!("filed"), &json!(why)));
        assert_eq!((&view["can"]["refuse"], &view["can"]["drop"]), (&Value::Null, &Value::Null));
        operator.post(&format!("{path}/drop"), json!({"reason": "不再需要。"})).await.ok();
    }
    let shown = city.get(&format!("/organizations/{first}")).await.ok();
    assert_eq!((&shown["kind"], &shown["credit_code"]), (&json!("association"), &json!(code('1', 3))), "as it was");
    // Nor is a case of such a one taken on.
    let third = team(&w, "B03", "晨光助老社").await;
    let path = asked(&operator, &third, "recorded").await;
    let body = json!({"kind": "recorded", "record_number": "呼海备〔2026〕10号"});
    operator.patch(&format!("/organizations/{third}"), body).await.ok();
    let recorded = json!({"wanted": "recorded", "authority": ""});
    let refused = operator.post(&format!("{path}/accept"), recorded).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields(), at([("wanted", "registered_already"), ("authority", "required")]));
    accept(&operator, &path, "association").await;
    assert_eq!(w.findings().await, Vec::<String>::new());
}
