//! What comes back and what does not: time that runs out, late hand-overs, what was changed by hand in between.

use serde_json::{Value, json};

use super::{approved, asked, at, liaison_of, signing};
use crate::spaces::{Floor, id};

fn record(on: &str) -> Value {
    json!({"handover": {"on_day": on, "items": [], "keys": "钥匙2把", "handed_by": "白雪", "received_by": "斯琴"}})
}

async fn settled(f: &Floor, path: &str) {
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        f.operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    f.operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    f.operator.post(&format!("{path}/confirm"), json!({"on_paper": true})).await.ok();
}

/// An organization that has moved into some spaces on 3 December 2026, by an agreement for a year.
async fn resident(f: &Floor, spaces: &[&str]) -> Value {
    let ids = approved(&f.w, "B03", &["草原拾光筹备组"]).await;
    let view = f.operator.post("/residencies", asked(&ids[0], spaces)).await.created();
    f.operator.post(&format!("{}/sign", at(&view)), signing("2026-12-03")).await.ok();
    f.operator.post(&format!("{}/move-in", at(&view)), record("2026-12-03")).await.ok()
}

/// The desk's term ends by itself the night after; what came back is recorded all the same, on the day on which it did.
#[tokio::test]
async fn what_has_run_out_is_handed_back_with_its_record() {
    let f = Floor::new().await;
    let view = resident(&f, &[&f.desks[0]]).await;
    let path = at(&view);
    let term = view["places"][0]["allocation"].as_str().unwrap().to_owned();
    f.w.advance(chrono::Duration::days(372));
    fuhua::spaces::ticks::expire_due(f.w.house()).await.unwrap();
    let over = f.operator.get(&path).await.ok();
    assert_eq!((&over["over"], &over["places"]), (&json!(true), &json!([])));
    f.operator.post(&format!("{path}/expire"), json!({})).await.ok();
    settled(&f, &path).await;
    f.operator
        .post(&format!("{path}/close"), json!({}))
        .await
        .refused(422, "invalid_fields")
        .field("handover", "required");
    let late = f.operator.post(&format!("{path}/close"), record("2027-12-11")).await;
    late.refused(422, "invalid_fields").field("handover.on_day", "day_too_late");
    let left = f.operator.post(&format!("{path}/close"), record("2027-12-09")).await.ok();
    assert_eq!((&left["state"], &left["ended"]), (&json!("left"), &json!("2027-12-02")));
    let shown = f.operator.get(&format!("/allocations/{term}")).await.ok();
    let kinds: Vec<&Value> = shown["handovers"].as_array().unwrap().iter().map(|of| &of["kind"]).collect();
    assert_eq!(kinds, ["in", "out"]);
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}

/// Keys may come back after the last day; a record of nothing is not swallowed.
#[tokio::test]
async fn a_record_is_of_something_and_has_its_true_day() {
    let f = Floor::new().await;
    let view = resident(&f, &[&f.office]).await;
    let path = at(&view);
    let notice = json!({"last": "2026-12-10", "reason": "搬到自己的场地"});
    let leaving = f.operator.post(&format!("{path}/give-notice"), notice).await.ok();
    assert_eq!((&leaving["exit"]["side"], &leaving["exit"]["told_by"].is_null()), (&json!("base"), &false));
    f.w.advance(chrono::Duration::days(14));
    settled(&f, &path).await;
    let left = f.operator.post(&format!("{path}/close"), record("2026-12-15")).await.ok();
    assert_eq!(left["ended"], "2026-12-10");
    assert_eq!(f.state("101", "?on=2026-12-11").await["state"], "free");

    // Without a place there is nothing that a record could be of.
    let organization = f.organization("云上助学会").await;
    let old = json!({
        "base": f.w.base("B03"), "organization": organization, "mode": "virtual", "first": "2026-01-01",
        "last": "2026-12-31",
    });
    let old = at(&f.operator.post("/residencies/enter", old).await.created());
    let notice = json!({"last": "2026-12-17", "reason": "双方同意"});
    f.operator.post(&format!("{old}/give-notice"), notice).await.ok();
    settled(&f, &old).await;
    let refused = f.operator.post(&format!("{old}/close"), record("2026-12-17")).await;
    refused.refused(422, "invalid_fields").field("handover", "nothing_to_hand_over");
    f.operator.post(&format!("{old}/close"), json!({})).await.ok();

    // Who was there until a day is entered again from the next one on, and counted once.
    let again = |first: &str| {
        json!({"base": f.w.base("B03"), "organization": organization, "mode": "virtual", "first": first,
               "last": "2027-12-31"})
    };
    let refused = f.operator.post("/residencies/enter", again("2026-12-17")).await;
    refused.refused(422, "invalid_fields").field("first", "day_too_early");
    f.w.advance(chrono::Duration::days(1));
    f.operator.post("/residencies/enter", again("2026-12-18")).await.created();
    let on = |day: &str| format!("/residencies/summary?on={day}");
    assert_eq!(f.operator.get(&on("2026-12-17")).await.ok()["total"]["virtual"], 1);
    let total = f.operator.get(&on("2026-12-18")).await.ok()["total"].clone();
    assert_eq!((&total["virtual"], &total["residencies"], &total["organizations"]), (&json!(1), &json!(3), &json!(2)));
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}

/// Terms that somebody gave by hand meanwhile: one that begins later does not stop moving in, one that was handed
/// over stops giving up.
#[tokio::test]
async fn terms_that_were_given_by_hand_are_seen() {
    let f = Floor::new().await;
    let ids = approved(&f.w, "B03", &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let operator = &f.operator;
    let one = operator.post("/residencies", asked(&ids[0], &[&f.desks[0]])).await.created();
    let later = json!({"space": f.office, "organization": one["organization"]["id"], "from": "2027-01-01", "to": null});
    operator.post("/allocations", later).await.created();
    operator.post(&format!("{}/sign", at(&one)), signing("2026-12-03")).await.ok();
    let moved = operator.post(&format!("{}/move-in", at(&one)), record("2026-12-03")).await.ok();
    let states: Vec<(&Value, &Value)> =
        moved["places"].as_array().unwrap().iter().map(|of| (&of["code"], &of["state"])).collect();
    assert_eq!(states, [(&json!("1-D01"), &json!("occupied")), (&json!("101"), &json!("reserved"))]);

    let other = operator.post("/residencies", asked(&ids[1], &[&f.desks[1]])).await.created();
    let term = other["places"][0]["allocation"].as_str().unwrap();
    let handed = json!({"handover": crate::spaces::handover()});
    let on = json!("2026-12-03");
    let mut handed = handed;
    handed["handover"]["on_day"] = on;
    operator.post(&format!("/allocations/{term}/hand-over"), handed).await.ok();
    let own = liaison_of(&f.w, &other).await;
    let refused = own.post(&format!("{}/decline", at(&other)), json!({"reason": "另有场地"})).await;
    assert_eq!(refused.refused(409, "place_handed_over").json()["values"]["place"], "1-D02");
    operator.post(&format!("/allocations/{term}/give-back"), json!({"last": "2026-12-03"})).await.ok();
    own.post(&format!("{}/decline", at(&other)), json!({"reason": "另有场地"})).await.ok();
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_agreement_is_signed_in_time_and_its_scan_is_the_bases() {
    let f = Floor::new().await;
    let ids = approved(&f.w, "B03", &["草原拾光筹备组"]).await;
    let operator = &f.operator;
    let view = operator.post("/residencies", asked(&ids[0], &[])).await.created();
    let path = at(&view);
    f.w.advance(chrono::Duration::days(20));
    let refused = operator.post(&format!("{path}/sign"), signing("2026-12-18")).await;
    refused.refused(422, "invalid_fields").field("on", "day_too_late");
    // Signed on the last day, and noted later.
    operator.post(&format!("{path}/sign"), signing("2026-12-17")).await.ok();
    let agreement = view["agreement"]["id"].as_str().unwrap();
    assert_eq!(f.w.deeds(agreement).await, ["agreement.issue", "agreement.sign"]);
    let own = liaison_of(&f.w, &view).await;
    let files = format!("/files?owner={agreement}");
    own.upload(&files, "x.txt", b"bytes", &[]).await.refused(403, "not_allowed");
    let scan = operator.upload(&files, "签字扫描件.txt", b"scan", &[]).await.id();
    assert_eq!(own.get(&files).await.ok()["items"][0]["name"], "签字扫描件.txt");
    own.delete(&format!("/files/{scan}")).await.refused(403, "not_allowed");
    let city = f.w.supervisor().await;
    let dissolved = json!({"on": "2026-12-20", "reason": "并入他会"});
    let organization = format!("/organizations/{}", view["organization"]["id"].as_str().unwrap());
    operator.post(&format!("{path}/move-in"), json!({})).await.ok();
    let refused = city.post(&format!("{organization}/dissolve"), dissolved.clone()).await;
    refused.refused(409, "organization_has_places");
    let gone = f.organization("已注销的协会").await;
    city.post(&format!("/organizations/{gone}/dissolve"), dissolved).await.ok();
    let body = json!({"base": f.w.base("B03"), "organization": gone, "mode": "virtual", "first": "2026-01-01", "last": "2027-12-31"});
    operator.post("/residencies/enter", body).await.refused(409, "organization_not_live");
    let _ = id(&view);
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}

/// Who has left may apply again to an intake that is open all the time.
#[tokio::test]
async fn who_has_left_may_come_again() {
    let f = Floor::new().await;
    let view = resident(&f, &[&f.desks[0]]).await;
    let path = at(&view);
    let listed = f.operator.get("/applications?open=true").await.ok();
    assert_eq!(listed["items"], json!([]), "nobody has to act on it");
    f.operator.post(&format!("{path}/give-notice"), json!({"last": "2026-12-03", "reason": "双方同意"})).await.ok();
    settled(&f, &path).await;
    f.operator.post(&format!("{path}/close"), record("2026-12-03")).await.ok();
    let application = f.operator.get(&format!("/applications/{}", view["application"].as_str().unwrap())).await.ok();
    let again = json!({"intake": application["intake"]["id"], "organization": view["organization"]["id"]});
    f.operator.post("/applications", again).await.created();
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}
