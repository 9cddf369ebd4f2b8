//! Changing what was agreed on: a supplement is written with the places of its day, signed or taken back.

use serde_json::{Value, json};

use super::{
    at,
    races::got,
    renewals::{asked, on_disk, resident},
    signing,
};
use crate::{
    spaces::{Floor, id},
    world::Caller,
};

fn change(from: &str) -> Value {
    json!({"from": from, "text": "工位由 1-D01 调整为 1-D02，其他不变。"})
}

async fn papers(who: &Caller, path: &str) -> Vec<(Value, Value, Value)> {
    let all = who.get(path).await.ok()["supplements"].as_array().cloned().unwrap_or_default();
    all.iter().map(|one| (one["number"].clone(), one["kind"].clone(), one["state"].clone())).collect()
}

#[tokio::test]
async fn what_changes_is_agreed_on_by_a_supplement() {
    let f = Floor::new().await;
    let (path, own) = resident(&f).await;
    let (w, operator) = (&f.w, &f.operator);
    let before = w.totals().await;
    let bad = operator.post(&format!("{path}/issue-change"), json!({"from": "2027-01-01", "text": " "})).await;
    let bad = bad.refused(422, "invalid_fields");
    assert_eq!(bad.fields(), [("from".to_owned(), "day_too_late".to_owned()), ("text".into(), "required".into())]);
    for who in [&own, &w.supervisor().await] {
        who.post(&format!("{path}/issue-change"), change("2026-12-01")).await.refused(403, "not_allowed");
    }
    let other = w.operator("B05").await;
    other.post(&format!("{path}/issue-change"), change("2026-12-01")).await.refused(404, "not_found");
    operator.post(&format!("{path}/sign-change"), signing("2026-11-23")).await.refused(409, "wrong_state");
    let draft = operator.post(&format!("{path}/preview-change"), change("2026-12-01")).await.status(200);
    assert!(draft.bytes.starts_with(b"%PDF-"));
    assert_eq!(w.totals().await, before);
    assert_eq!(operator.get(&path).await.ok()["can"]["sign_change"], "wrong_state");

    // The places are those of the first day of the change.
    let whose = operator.get(&path).await.ok()["organization"]["id"].as_str().unwrap().parse().unwrap();
    f.assign(&f.desks[1], whose, "2026-12-01", Some("2026-12-31")).await;
    let issued = operator.post(&format!("{path}/issue-change"), change("2026-11-23")).await.ok();
    let paper = &issued["supplements"][0];
    assert_eq!(
        (&issued["state"], &issued["last"], &paper["kind"], &paper["state"], &paper["number"], &paper["sign_by"]),
        (
            &json!("active"),
            &json!("2026-12-31"),
            &json!("change"),
            &json!("issued"),
            &json!("B03-XY-2026-0001"),
            &json!("2026-12-07")
        )
    );
    assert_eq!(paper["places"].as_array().map(Vec::len), Some(1));
    assert_eq!(paper["extra"], "工位由 1-D01 调整为 1-D02，其他不变。");
    let anew = operator.post(&format!("{path}/issue-change"), change("2026-12-01")).await.ok();
    assert_eq!(anew["supplements"][0]["places"].as_array().map(Vec::len), Some(2));
    let kind = json!("change");
    let line = |number: &str, state: &str| (json!(number), kind.clone(), json!(state));
    assert_eq!(
        papers(operator, &path).await,
        [line("B03-XY-2026-0002", "issued"), line("B03-XY-2026-0001", "void")],
        "the one before is void"
    );
    own.get(&format!("/agreements/{}/paper", id(&anew["supplements"][0]))).await.status(200);
    own.post(&format!("{path}/sign-change"), signing("2026-11-23")).await.refused(403, "not_allowed");
    let early = operator.post(&format!("{path}/sign-change"), signing("2026-11-22")).await;
    early.refused(422, "invalid_fields").field("on", "day_too_early");
    let signed = operator.post(&format!("{path}/sign-change"), signing("2026-11-23")).await.ok();
    assert_eq!(signed["supplements"][0]["signing"]["organization"], "白雪");
    assert_eq!((&signed["last"], &signed["can"]["sign_change"]), (&json!("2026-12-31"), &json!("wrong_state")));

    // Another one comes to nothing, with its reason in the history.
    operator.post(&format!("{path}/issue-change"), change("2026-12-01")).await.ok();
    operator.post(&format!("{path}/withdraw-change"), json!({"reason": " "})).await.refused(422, "invalid_fields");
    operator.post(&format!("{path}/withdraw-change"), json!({"reason": "双方同意不换"})).await.ok();
    let story = own.get(&format!("/history/{}", path.rsplit('/').next().unwrap())).await.ok().to_string();
    for word in ["residency.issue_change", "residency.sign_change", "residency.withdraw_change", "双方同意不换"] {
        assert!(story.contains(word), "{word} in {story}");
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_supplement_that_a_renewal_has_overtaken_is_written_anew() {
    let f = Floor::new().await;
    let (path, own) = resident(&f).await;
    let operator = &f.operator;
    operator.post(&format!("{path}/issue-change"), change("2026-11-23")).await.ok();
    asked(&f.w, &own, &path).await;
    operator.post(&format!("{path}/offer-renewal"), json!({"last": "2027-12-31"})).await.ok();
    let renewed = operator.post(&format!("{path}/sign-renewal"), signing("2026-11-23")).await.ok();
    assert_eq!(renewed["can"]["sign_change"], "write_anew");
    let old = operator.post(&format!("{path}/sign-change"), signing("2026-11-23")).await;
    old.refused(409, "write_anew");
    operator.post(&format!("{path}/issue-change"), change("2026-11-23")).await.ok();
    operator.post(&format!("{path}/sign-change"), signing("2026-11-23")).await.ok();
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_is_over_leaves_nothing_to_sign() {
    let w = crate::world::World::new().await;
    let operator = w.operator("B03").await;
    let organization = w.organization("B03", "晨光助老社").await;
    let body = json!({
        "base": w.base("B03"), "organization": organization, "mode": "virtual", "first": "2025-03-01",
        "last": "2026-12-31",
    });
    let path = at(&operator.post("/residencies/enter", body).await.created());
    let issued = operator.post(&format!("{path}/issue-change"), change("2026-12-01")).await.ok();
    assert_eq!(issued["supplements"][0]["places"], json!([]));
    operator.post(&format!("{path}/give-notice"), json!({"last": "2026-11-23", "reason": "搬走"})).await.ok();
    operator.post(&format!("{path}/issue-change"), change("2026-12-01")).await.refused(409, "wrong_state");
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    operator.post(&format!("{path}/confirm"), json!({"on_paper": true})).await.ok();
    operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    let closed = operator.post(&format!("{path}/close"), json!({})).await.ok();
    assert_eq!((&closed["state"], &closed["supplements"][0]["state"]), (&json!("left"), &json!("void")));
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// Signed and written anew at the same moment: the one that is signed is not void, and nothing stands beside it unseen.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_is_signed_or_taken_back_but_never_both() {
    let (f, path, _) = on_disk().await;
    f.w.house().db.gates.unhinge(false);
    for round in 0..6 {
        f.operator.post(&format!("{path}/issue-change"), change("2026-12-01")).await.ok();
        let sign = (format!("{path}/sign-change"), signing("2026-11-23"));
        let back = (format!("{path}/withdraw-change"), json!({"reason": "不换了"}));
        assert_eq!(got(f.operator.at_once([sign, back]).await), 1, "round {round}");
        let all = papers(&f.operator, &path).await;
        assert!(all.iter().all(|(_, _, state)| state != "issued"), "round {round}: {all:?}");
    }
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}
