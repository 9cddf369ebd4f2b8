//! What is refused, with every reason at once, and what `fuhua check` finds.

use domain::id::{FilingId, OrganizationId};
use fuhua::{
    db::{Rec, Tx, rid},
    filings::store,
};
use serde_json::{Value, json};
use surrealdb::types::Value as Bind;

use super::{asked, filed, initiator, team};
use crate::{organizations::code, world::World};

pub(super) fn at<const N: usize>(of: [(&str, &str); N]) -> Vec<(String, String)> {
    of.map(|(path, code)| (path.to_owned(), code.to_owned())).to_vec()
}

#[tokio::test]
async fn a_number_has_to_be_one_and_to_be_free() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (first, path) = filed(&w, "B03", "清泉环保社", "service_institution").await;
    let (second, other) = filed(&w, "B03", "书香社", "service_institution").await;
    let (_, away) = filed(&w, "B04", "牧歌社", "service_institution").await;
    let grant = |number: String| json!({"number": number});
    let bad = operator.post(&format!("{path}/grant"), grant("52150702MJY678904X".into())).await;
    bad.refused(422, "invalid_fields").field("number", "credit_code_check");
    let kind = operator.post(&format!("{path}/grant"), grant(code('1', 5))).await.refused(422, "invalid_fields");
    assert_eq!(kind.fields()[0].0, "number");
    let late = json!({"number": " ", "on": "2026-11-24"});
    let both = operator.post(&format!("{path}/grant"), late).await.refused(422, "invalid_fields");
    assert_eq!(both.fields(), at([("number", "required"), ("on", "day_too_late")]));
    assert_eq!(operator.get(&format!("/organizations/{first}")).await.ok()["kind"], "pre_registration");
    operator.post(&format!("{path}/grant"), grant(code('2', 5))).await.ok();
    // Whose the number is, is told to who sees that organization; of another base only that it is used.
    let held = operator.post(&format!("{other}/grant"), grant(code('2', 5))).await.refused(409, "number_held");
    assert_eq!(held.json()["values"]["who"], "清泉环保社", "{held}");
    held.field("number", "number_held");
    let hidden = w.operator("B04").await.post(&format!("{away}/grant"), grant(code('2', 5))).await;
    let hidden = hidden.refused(409, "already_used").field("number", "already_used");
    assert!(!hidden.text().contains("清泉"), "{hidden}");
    for (by, path) in [("B03", &other), ("B04", &away)] {
        assert_eq!(w.operator(by).await.get(path).await.ok()["state"], "filed");
    }
    assert_eq!(operator.get(&format!("/organizations/{second}")).await.ok()["credit_code"], Value::Null);
    // Record numbers the same.
    let number = "呼海备〔2026〕17号";
    let (_, one) = filed(&w, "B03", "邻里茶话会", "recorded").await;
    let (_, two) = filed(&w, "B03", "社区合唱团", "recorded").await;
    operator.post(&format!("{one}/grant"), grant(number.into())).await.ok();
    let held = operator.post(&format!("{two}/grant"), grant(format!(" {number} "))).await.refused(409, "number_held");
    assert_eq!(held.json()["values"]["who"], "邻里茶话会", "{held}");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn each_field_that_is_wrong_is_told_at_once() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let organization = w.organization("B03", "已登记的社").await;
    let ask = json!({"organization": organization, "wanted": "recorded", "text": " "});
    let refused = operator.post("/filings", ask).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields(), at([("organization", "registered_already"), ("text", "required")]));
    let (_, path) = filed(&w, "B03", "清泉环保社", "association").await;
    let more = json!({"text": "", "papers": ["x", "filing_charter"], "on": "2027-01-01", "due": "2026-01-01"});
    let refused = operator.post(&format!("{path}/ask-more"), more).await.refused(422, "invalid_fields");
    assert_eq!(
        refused.fields().into_iter().map(|(path, _)| path).collect::<Vec<_>>(),
        ["on", "due", "papers[0]", "text"]
    );
    let refuse = json!({"reason": " ", "on": "2027-01-01"});
    let refused = operator.post(&format!("{path}/refuse"), refuse).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields(), at([("reason", "required"), ("on", "day_too_late")]));
    assert_eq!(operator.get(&path).await.ok()["state"], "filed");
    let city = w.supervisor().await;
    for (query, code) in [("from=2026-02-01&to=2026-01-01", "day_too_early"), ("from=2020-01-01", "day_too_late")] {
        city.get(&format!("/filings/figures?{query}")).await.refused(422, "invalid_fields").field("to", code);
    }
    let team = team(&w, "B03", "书香社").await;
    initiator(&w, &team).await.get("/filings/figures").await.refused(403, "not_allowed");
}

/// What somebody has not seen he does not decide on; he is told how it stands.
#[tokio::test]
async fn a_step_of_an_old_version_is_refused_with_what_is_there() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let organization = team(&w, "B03", "清泉环保社").await;
    let own = initiator(&w, &organization).await;
    let path = asked(&own, &organization, "association").await;
    let old = operator.get(&path).await.etag();
    let authority = json!({"wanted": "association", "authority": "海拉尔区民政局"});
    operator.seen(&old).post(&format!("{path}/accept"), authority.clone()).await.ok();
    let why = json!({"reason": "不办了。"});
    let steps = [
        (&operator, "accept", authority),
        (&own, "mark", json!({"paper": "filing_charter", "ready": true})),
        (&operator, "check", json!({"paper": "filing_charter", "found": "checked"})),
        (&operator, "check-name", json!({"name": "书画协会", "passed": true})),
        (&own, "submit", json!({})),
        (&operator, "send-back", json!({"reason": "缺。"})),
        (&operator, "file", json!({})),
        (&operator, "ask-more", json!({"text": "补。"})),
        (&operator, "grant", json!({"number": code('1', 5)})),
        (&operator, "refuse", why.clone()),
        (&operator, "resume", json!({})),
        (&own, "care", json!({"key": "care_seal", "done": true})),
        (&operator, "close", json!({})),
        (&own, "withdraw", why.clone()),
        (&operator, "drop", why),
    ];
    for (by, verb, body) in steps {
        let stale = by.seen(&old).post(&format!("{path}/{verb}"), body).await.refused(412, "stale_version");
        let stale = stale.problem();
        assert_eq!(stale["current"]["state"], "preparing", "{verb}: {stale}");
    }
    assert_eq!(operator.get(&path).await.ok()["version"], 2, "nothing was done");
}

#[tokio::test]
async fn what_does_not_hold_together_is_found() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (organization, path) = filed(&w, "B03", "清泉环保社", "service_institution").await;
    operator.post(&format!("{path}/grant"), json!({"number": code('2', 5)})).await.ok();
    // A number that was put right in the record is no fault.
    let right = json!({"credit_code": code('2', 6)});
    operator.patch(&format!("/organizations/{organization}"), right).await.ok();
    assert_eq!(w.findings().await, Vec::<String>::new());
    let case = path.rsplit('/').next().expect("an id");
    let id: FilingId = case.parse().expect("an id");
    let of: OrganizationId = organization.parse().expect("an id");
    let found = async || {
        let all = w.findings().await;
        all.into_iter().filter(|found| found.starts_with("filings")).collect::<Vec<_>>()
    };
    let tells = |what: &str| vec![format!("filings: {case}: {what}")];
    let case_row = || vec![Bind::RecordId(rid(id))];
    w.run("UPDATE ? SET days_base = 99 RETURN NONE", case_row()).await;
    assert_eq!(found().await, tells("is listed otherwise than its course says"));
    w.run("UPDATE ? SET days_base = 0 RETURN NONE", case_row()).await;
    assert_eq!(found().await, Vec::<String>::new());
    w.run("UPDATE ? SET course.grant.number = '52150702MJ0000999X' RETURN NONE", case_row()).await;
    assert_eq!(found().await, tells("is granted, and its organization does not bear the number"));
    let number = code('2', 6);
    w.run(&format!("UPDATE ? SET course.grant.number = '{number}' RETURN NONE"), case_row()).await;
    assert_eq!(found().await, Vec::<String>::new());
    w.run("UPDATE ? SET credit_code = NONE, identity_key = NONE RETURN NONE", vec![Bind::RecordId(rid(of))]).await;
    assert_eq!(found().await, tells("is granted, and its organization does not bear the number"));
    w.run(&format!("UPDATE ? SET credit_code = '{number}' RETURN NONE"), vec![Bind::RecordId(rid(of))]).await;
    // A case that is not decided is the one that its organization has; one that is granted lets it ask for more.
    w.run(&format!("UPDATE ? SET state = 'filed', live = '{of}' RETURN NONE"), case_row()).await;
    assert_eq!(found().await, tells("stands in another state than its passages say"));
    w.run("UPDATE ? SET state = 'granted', live = NONE RETURN NONE", case_row()).await;
    // Open twice, where the index is gone that keeps it.
    w.run("REMOVE INDEX filing_live ON filing", vec![]).await;
    let (_, second) = filed(&w, "B03", "山水社", "service_institution").await;
    let second: FilingId = second.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let mut row = store::find(&w.house().db, second).await.expect("readable").expect("a case");
    let twin: FilingId = w.house().chance.id(w.now());
    row.id = Rec(twin);
    let mut tx = Tx::new();
    tx.insert(twin, row);
    w.commit(tx).await;
    let twice = found().await;
    let later = twin.max(second);
    assert_eq!(twice, [format!("filings: {later}: is open, and another case of its organization is too")]);
}
