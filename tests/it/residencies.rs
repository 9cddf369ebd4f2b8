//! Stories of residencies: the agreement, moving in, leaving, and what each makes of rooms and applications.

use domain::id::OrganizationId;
use serde_json::{Value, json};

use crate::{
    notices::{proposed, published},
    spaces::{Floor, handover},
    world::{Caller, World, day},
};

mod changes;
mod ends;
mod faults;
mod proceedings;
pub mod races;
mod renewals;

/// Applications that are approved, of these teams: their ids.
pub async fn approved(w: &World, base: &str, teams: &[&str]) -> Vec<String> {
    let ids = proposed(w, base, json!(teams.len()), teams).await;
    let view = published(w, &ids).await;
    w.advance(chrono::Duration::days(10));
    let path = format!("/notices/{}/conclude", view["id"].as_str().unwrap());
    w.supervisor().await.post(&path, json!({})).await.ok();
    ids
}

/// What an agreement for an application is asked to say.
pub fn asked(application: &str, spaces: &[&str]) -> Value {
    let mode = if spaces.is_empty() { "virtual" } else { "physical" };
    json!({
        "application": application, "mode": mode, "first": "2026-12-03", "last": "2027-12-02", "spaces": spaces,
        "equipment": [{"name": "办公桌", "tag": "HB-0012", "quantity": 2, "condition": "good"}],
        "extra": "乙方每季度在基地举办一次公益活动。",
    })
}

pub fn at(view: &Value) -> String {
    format!("/residencies/{}", view["id"].as_str().expect("an id"))
}

/// The organization's own person.
pub async fn liaison_of(w: &World, view: &Value) -> Caller {
    let id: OrganizationId = view["organization"]["id"].as_str().unwrap().parse().unwrap();
    w.liaison(id).await
}

pub fn signing(on: &str) -> Value {
    json!({"on": on, "base": "斯琴", "organization": "白雪"})
}

async fn application(w: &World, id: &str) -> Value {
    w.supervisor().await.get(&format!("/applications/{id}")).await.ok()
}

#[tokio::test]
async fn from_the_agreement_over_moving_in_to_the_hand_back() {
    let f = Floor::new().await;
    let w = &f.w;
    let ids = approved(w, "B03", &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let (operator, city) = (&f.operator, w.supervisor().await);
    let clock = application(w, &ids[0]).await["clock"].clone();
    assert_eq!(
        (&clock["action"], &clock["owner"], &clock["due"]),
        (&json!("offer"), &json!("base"), &json!("2026-12-17"))
    );

    // What it would say by the rules, and the paper as it would be; nothing is kept of either.
    let before = w.totals().await;
    let proposal = operator.get(&format!("/residencies/proposal?application={}", ids[0])).await.ok();
    assert_eq!(
        proposal,
        json!({"mode": "physical", "first": "2026-12-03", "last": "2027-12-02", "latest": "2029-12-02", "sign_by": "2026-12-17"})
    );
    let draft = operator.post("/residencies/preview", asked(&ids[0], &[&f.office])).await.status(200);
    assert_eq!(draft.header("content-type"), Some("application/pdf"));
    assert!(draft.bytes.starts_with(b"%PDF-"));
    assert_eq!(w.totals().await, before);

    // Issued: the places are kept, the text is filled, the application waits for the signature.
    let view = operator.post("/residencies", asked(&ids[0], &[&f.office, &f.desks[0]])).await.created();
    let path = at(&view);
    let paper = &view["agreement"];
    assert_eq!(
        (&view["state"], &view["number"], &paper["sign_by"], &paper["template"]),
        (&json!("agreeing"), &json!("B03-XY-2026-0001"), &json!("2026-12-17"), &json!("shipped"))
    );
    assert_eq!(
        paper["places"],
        json!([
            {"code": "101", "kind": "office", "area_m2": 30.5, "seats": 4},
            {"code": "1-D01", "kind": "desk", "area_m2": null, "seats": 1},
        ])
    );
    assert_eq!(
        (&view["clock"]["action"], &view["clock"]["owner"], &view["clock"]["due"]),
        (&json!("sign"), &json!("organization"), &json!("2026-12-17"))
    );
    assert_eq!(f.state("101", "").await["state"], "reserved");
    let offered = application(w, &ids[0]).await;
    assert_eq!((&offered["state"], &offered["can"]["withdraw"]), (&json!("offered"), &json!("not_allowed")));
    let pdf = format!("/agreements/{}/paper", paper["id"].as_str().unwrap());
    let own = liaison_of(w, &view).await;
    for who in [operator, &city, &own] {
        let sheet = who.get(&pdf).await.status(200);
        assert!(sheet.bytes.starts_with(b"%PDF-"));
    }
    w.operator("B04").await.get(&pdf).await.refused(404, "not_found");
    w.nobody().get(&pdf).await.refused(401, "not_signed_in");

    // Signed: the day is one since it was issued; the one who approves does not sign for the base.
    city.post(&format!("{path}/sign"), signing("2026-12-03")).await.refused(403, "not_allowed");
    operator
        .post(&format!("{path}/sign"), signing("2026-12-02"))
        .await
        .refused(422, "invalid_fields")
        .field("on", "day_too_early");
    let signed = operator.post(&format!("{path}/sign"), signing("2026-12-03")).await.ok();
    assert_eq!((&signed["state"], &signed["agreement"]["state"]), (&json!("signed"), &json!("signed")));
    assert_eq!(application(w, &ids[0]).await["state"], "signed");

    // Moving in takes the record of what is handed over; then it is resident, with both places.
    operator
        .post(&format!("{path}/move-in"), json!({}))
        .await
        .refused(422, "invalid_fields")
        .field("handover", "required");
    let record = json!({"handover": {"on_day": "2026-12-03", "items": [], "keys": "钥匙2把", "handed_by": "斯琴", "received_by": "白雪"}});
    let active = operator.post(&format!("{path}/move-in"), record.clone()).await.ok();
    assert_eq!((&active["state"], &active["began"]), (&json!("active"), &json!("2026-12-03")));
    assert_eq!(
        active["places"].as_array().unwrap().iter().map(|of| of["state"].clone()).collect::<Vec<_>>(),
        [json!("occupied"), json!("occupied")]
    );
    assert_eq!(f.state("1-D01", "").await["state"], "occupied");
    let summary = |on: &str| format!("/residencies/summary?on={on}");
    let total = city.get(&summary("2026-12-03")).await.ok()["total"].clone();
    assert_eq!((&total["physical"], &total["virtual"], &total["residencies"]), (&json!(1), &json!(0), &json!(1)));
    assert_eq!(city.get(&summary("2026-12-02")).await.ok()["total"]["physical"], 0);

    // The organization leaves: thirty days' notice, a checklist, a word of each side.
    w.advance(chrono::Duration::days(30));
    let notice = |last: &str| json!({"last": last, "reason": "搬到自己的场地"});
    own.post(&format!("{path}/give-notice"), notice("2027-01-31"))
        .await
        .refused(422, "invalid_fields")
        .field("last", "day_too_early");
    let leaving = own.post(&format!("{path}/give-notice"), notice("2027-02-01")).await.ok();
    assert_eq!(
        (&leaving["state"], &leaving["ended"], &leaving["exit"]["kind"]),
        (&json!("leaving"), &json!("2027-02-01"), &json!("withdrawn"))
    );
    own.post(&format!("{path}/confirm"), json!({})).await.refused(409, "checklist_open");
    for item in ["space", "keys", "equipment", "fees", "files"] {
        operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    let bare = json!({"item": "address", "outcome": "not_needed"});
    operator.post(&format!("{path}/check"), bare).await.refused(422, "invalid_fields").field("note", "required");
    let noted = json!({"item": "address", "outcome": "not_needed", "note": "住所不在基地"});
    own.post(&format!("{path}/check"), noted.clone()).await.refused(403, "not_allowed");
    operator.post(&format!("{path}/check"), noted).await.ok();
    operator.post(&format!("{path}/close"), json!({})).await.refused(409, "not_confirmed");
    operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    operator.post(&format!("{path}/confirm"), json!({})).await.refused(409, "already_confirmed");
    let both = own.post(&format!("{path}/confirm"), json!({})).await.ok();
    assert_eq!(
        both["exit"]["words"].as_array().unwrap().iter().map(|of| of["by"].is_null()).collect::<Vec<_>>(),
        [false, false]
    );
    operator
        .post(&format!("{path}/close"), json!({}))
        .await
        .refused(422, "invalid_fields")
        .field("handover", "required");
    let back = json!({"handover": {"on_day": "2027-01-02", "items": [], "keys": "钥匙2把", "handed_by": "白雪", "received_by": "斯琴"}});
    let left = operator.post(&format!("{path}/close"), back).await.ok();
    assert_eq!((&left["state"], &left["ended"], &left["places"]), (&json!("left"), &json!("2027-01-02"), &json!([])));
    assert_eq!(f.state("101", "?on=2027-01-03").await["state"], "free");
    let total = city.get(&summary("2027-01-03")).await.ok()["total"].clone();
    assert_eq!((&total["physical"], &total["organizations"]), (&json!(0), &json!(1)), "gone, and remembered");
    let review = city.get("/reviews").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(city.get(&format!("/reviews/{review}")).await.ok()["taken"], 1, "its place is for who waits");
    assert_eq!(w.findings().await, Vec::<String>::new());
    let deeds = w.deeds(view["id"].as_str().unwrap()).await;
    assert!(
        deeds.contains(&"residency.issue".to_owned()) && deeds.contains(&"agreement.issue".to_owned()),
        "{deeds:?}"
    );
    assert_eq!(deeds.last().map(String::as_str), Some("residency.close"));
}

#[tokio::test]
async fn what_is_not_signed_is_given_up_and_frees_all_that_was_kept() {
    let f = Floor::new().await;
    let w = &f.w;
    let ids = approved(w, "B03", &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let operator = &f.operator;
    let first = operator.post("/residencies", asked(&ids[0], &[&f.desks[0]])).await.created();
    let second = operator.post("/residencies", asked(&ids[1], &[&f.desks[1]])).await.created();
    let review = w.supervisor().await.get("/reviews").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    let taken = async || w.supervisor().await.get(&format!("/reviews/{review}")).await.ok()["taken"].clone();
    assert_eq!(taken().await, 2);

    // The organization does not want it, and says why.
    let own = liaison_of(w, &first).await;
    own.post(&format!("{}/decline", at(&second)), json!({"reason": "x"})).await.refused(404, "not_found");
    own.post(&format!("{}/decline", at(&first)), json!({"reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    let declined = own.post(&format!("{}/decline", at(&first)), json!({"reason": "另有场地"})).await.ok();
    assert_eq!(
        (&declined["state"], &declined["reason"], &declined["agreement"]["state"]),
        (&json!("forfeited"), &json!("另有场地"), &json!("void"))
    );
    assert_eq!(f.state("1-D01", "").await["state"], "free");
    let gone = application(w, &ids[0]).await;
    assert_eq!((&gone["state"], &gone["reason"]), (&json!("forfeited"), &json!("另有场地")));
    assert_eq!(taken().await, 1);

    // The other one lets the time pass.
    let path = at(&second);
    operator.post(&format!("{path}/forfeit"), json!({})).await.refused(409, "day_too_early");
    w.advance(chrono::Duration::days(14));
    assert_eq!(operator.get(&path).await.ok()["clock"]["overdue"], false, "until the end of the last day");
    w.advance(chrono::Duration::days(1));
    let over = operator.get(&path).await.ok();
    assert_eq!((&over["clock"]["overdue"], &over["can"]["forfeit"]), (&json!(true), &Value::Null));
    let given_up = operator.post(&format!("{path}/forfeit"), json!({})).await.ok();
    assert_eq!(given_up["state"], "forfeited");
    assert_eq!((f.state("1-D02", "").await["state"].clone(), taken().await), (json!("free"), json!(0)));
    operator.post(&format!("{path}/sign"), signing("2026-12-10")).await.refused(409, "wrong_state");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_agreement_is_written_anew_until_it_is_signed() {
    let f = Floor::new().await;
    let w = &f.w;
    let ids = approved(w, "B03", &["草原拾光筹备组"]).await;
    let operator = &f.operator;
    let view = operator.post("/residencies", asked(&ids[0], &[&f.desks[0]])).await.created();
    let path = at(&view);
    w.advance(chrono::Duration::days(5));
    // The same desk may stay, another one is added; the time for signing begins again.
    let mut body = asked(&ids[0], &[&f.desks[0], &f.office]);
    body.as_object_mut().unwrap().remove("application");
    let anew = operator.post(&format!("{path}/reissue"), body.clone()).await.ok();
    assert_eq!((&anew["number"], &anew["agreement"]["sign_by"]), (&json!("B03-XY-2026-0002"), &json!("2026-12-22")));
    assert_eq!((&anew["void"][0]["number"], &anew["void"][0]["state"]), (&json!("B03-XY-2026-0001"), &json!("void")));
    assert_eq!(anew["places"].as_array().unwrap().len(), 2);
    // Both papers can be read as they were, and they are not the same.
    let paper = async |of: &Value| {
        let path = format!("/agreements/{}/paper", of["id"].as_str().unwrap());
        operator.get(&path).await.status(200).bytes
    };
    assert_ne!(paper(&anew["agreement"]).await, paper(&anew["void"][0]).await);
    operator
        .post(&format!("{path}/sign"), signing("2026-12-07"))
        .await
        .refused(422, "invalid_fields")
        .field("on", "day_too_early");
    operator.post(&format!("{path}/sign"), signing("2026-12-08")).await.ok();
    operator.post(&format!("{path}/reissue"), body).await.refused(409, "wrong_state");
    // Nobody comes: what was kept is free again.
    let off = operator.post(&format!("{path}/call-off"), json!({"reason": "负责人离开本地"})).await.ok();
    assert_eq!((&off["state"], &off["places"]), (&json!("forfeited"), &json!([])));
    assert_eq!(application(w, &ids[0]).await["state"], "forfeited");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// Without a place: nothing is claimed, and yet it is resident, and its base sees it.
#[tokio::test]
async fn a_virtual_residency_takes_no_space_and_counts() {
    let f = Floor::new().await;
    let w = &f.w;
    let ids = approved(w, "B03", &["云上助学筹备组"]).await;
    let (operator, city) = (&f.operator, w.supervisor().await);
    let view = operator.post("/residencies", asked(&ids[0], &[])).await.created();
    let path = at(&view);
    operator.post(&format!("{path}/sign"), signing("2026-12-03")).await.ok();
    operator.post(&format!("{path}/move-in"), json!({})).await.ok();
    let own = format!("/organizations/{}", view["organization"]["id"].as_str().unwrap());
    let record = city.get(&own).await.ok();
    assert_eq!(record["resident"], true);
    let total = city.get("/residencies/summary").await.ok()["total"].clone();
    assert_eq!((&total["physical"], &total["virtual"]), (&json!(0), &json!(1)));
    // The time runs out, and that is noted late: it ended on its last day.
    w.advance(chrono::Duration::days(380));
    assert_eq!(operator.get(&path).await.ok()["over"], true);
    let expired = operator.post(&format!("{path}/expire"), json!({})).await.ok();
    assert_eq!((&expired["ended"], &expired["exit"]["kind"]), (&json!("2027-12-02"), &json!("expired")));
    for item in ["space", "keys", "equipment", "address"] {
        let note = json!({"item": item, "outcome": "not_needed", "note": "虚拟入驻"});
        operator.post(&format!("{path}/check"), note).await.ok();
    }
    for item in ["fees", "files"] {
        operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    let paper = operator.post(&format!("{path}/confirm"), json!({"on_paper": true})).await.ok();
    assert_eq!(paper["exit"]["words"][1]["on_paper"], true);
    operator.post(&format!("{path}/close"), json!({})).await.ok();
    assert_eq!(city.get(&own).await.ok()["resident"], false);
    assert_eq!(city.get("/residencies/summary?on=2027-06-30").await.ok()["total"]["virtual"], 1);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// Those who were there before the house: entered from their papers, with the days that these say.
#[tokio::test]
async fn one_from_before_is_entered_once() {
    let f = Floor::new().await;
    let w = &f.w;
    let operator = &f.operator;
    let organization = f.organization("牧歌合唱团").await;
    let body = |last: &str| {
        json!({"base": w.base("B03"), "organization": organization, "mode": "physical", "first": "2025-03-01", "last": last,
               "number": "呼孵协〔2025〕7号", "note": "纸质协议存档"})
    };
    operator
        .post("/residencies/enter", body("2026-10-01"))
        .await
        .refused(422, "invalid_fields")
        .field("last", "day_too_early");
    w.operator("B04")
        .await
        .post("/residencies/enter", body("2027-02-28"))
        .await
        .refused(422, "invalid_fields")
        .field("base", "not_found");
    let view = operator.post("/residencies/enter", body("2027-02-28")).await.created();
    assert_eq!(
        (&view["state"], &view["began"], &view["entered_by"].is_null()),
        (&json!("active"), &json!("2025-03-01"), &false)
    );
    operator.post("/residencies/enter", body("2027-02-28")).await.refused(409, "resident_already");
    let on =
        async |day: &str| operator.get(&format!("/residencies?on={day}")).await.ok()["items"].as_array().unwrap().len();
    assert_eq!((on("2025-02-28").await, on("2025-06-30").await, on("2026-11-23").await), (0, 1, 1));
    let listed = operator.get("/residencies?live=true").await.ok();
    assert_eq!(listed["items"][0]["organization"]["name"], "牧歌合唱团");
    assert_eq!(w.operator("B04").await.get("/residencies").await.ok()["items"], json!([]));
    let liaison = w.liaison(organization).await;
    assert_eq!(liaison.get("/residencies").await.ok()["items"].as_array().unwrap().len(), 1);
    // Its desk was given before; leaving gives it back.
    f.settled(&f.desks[2], organization, "2026-11-23", None).await;
    let path = at(&view);
    operator.post(&format!("{path}/give-notice"), json!({"last": "2026-11-23", "reason": "双方同意"})).await.ok();
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        operator.post(&format!("{path}/check"), json!({"item": item, "outcome": "done"})).await.ok();
    }
    operator.post(&format!("{path}/confirm"), json!({})).await.ok();
    operator.post(&format!("{path}/confirm"), json!({"on_paper": true})).await.ok();
    let back = json!({"handover": handover()});
    operator.post(&format!("{path}/close"), back).await.ok();
    assert_eq!(f.state("1-D03", "?on=2026-11-24").await["state"], "free");
    let _ = day("2026-11-24");
    assert_eq!(w.findings().await, Vec::<String>::new());
}
