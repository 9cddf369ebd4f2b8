//! Stories of settings.

use domain::setting::{EXPIRING_DAYS, MAX_TERM_MONTHS};
use fuhua::settings;
use serde_json::{Value, json};

use crate::world::{World, day};

fn item<'a>(list: &'a Value, key: &str) -> &'a Value {
    list["items"].as_array().unwrap().iter().find(|item| item["key"] == key).unwrap()
}

#[tokio::test]
async fn the_house_ships_with_values() {
    let w = World::new().await;
    let list = w.operator("B01").await.get("/settings").await.ok();
    let keys: Vec<&str> = list["items"].as_array().unwrap().iter().filter_map(|item| item["key"].as_str()).collect();
    assert_eq!(
        keys,
        [
            "allocation.max_term_months",
            "allocation.max_days_back",
            "allocation.expiring_days",
            "overview.growing_months",
            "overview.mature_months",
            "applications.accept_days",
            "applications.correction_days",
            "applications.check_days",
            "applications.look_back_years",
            "applications.check_lists",
            "applications.check_penalties",
            "applications.check_annual",
            "reviews.days",
            "reviews.min_sheets",
            "reviews.drop_from",
            "reviews.pass_mark",
            "reviews.disagreement",
            "reviews.rubric",
            "notices.days",
            "notices.working_days",
            "notices.objection_days",
            "residencies.sign_days",
            "residencies.move_in_days",
            "residencies.months",
            "residencies.max_months",
            "residencies.notice_days",
            "residencies.handover_days",
            "residencies.agreement",
            "residencies.renewal_ahead",
            "residencies.renewal_days",
            "residencies.max_renewals",
            "residencies.renewal_agreement",
            "residencies.follow_months",
            "residencies.follow_every",
            "residencies.rectify_days",
            "residencies.recheck_days",
            "residencies.graduation_days",
            "residencies.decision_days",
            "residencies.graduation_criteria",
            "residencies.hearing_days",
            "certificates.graduation_text",
            "assessments.sheet",
            "assessments.self_days",
            "assessments.conclude_days",
            "assessments.appeal_days",
            "assessments.appeal_answer_days",
            "filings.association_papers",
            "filings.service_papers",
            "filings.foundation_papers",
            "filings.record_papers",
            "filings.register_care",
            "filings.record_care",
            "filings.look_days",
            "filings.register_days",
            "filings.record_days",
            "progress.cycle",
            "progress.due_days",
            "progress.check_days",
            "progress.questions",
            "calendar.division_days"
        ]
    );
    let term = item(&list, MAX_TERM_MONTHS);
    assert_eq!(
        (&term["value"], &term["scope"], &term["kind"], &term["unit"], &term["can"]["set"]),
        (&Value::Null, &json!("shipped"), &json!("integer"), &json!("months"), &json!("not_allowed"))
    );
    assert_eq!(item(&list, EXPIRING_DAYS)["value"], 30);
    assert_eq!(settings::integer(w.house(), None, EXPIRING_DAYS, day("2026-11-23")).await.unwrap(), Some(30));
    assert_eq!(settings::integer(w.house(), None, MAX_TERM_MONTHS, day("2026-11-23")).await.unwrap(), None);
}

#[tokio::test]
async fn the_city_sets_for_all_and_a_base_for_itself() {
    let w = World::new().await;
    let (city, operator, base) = (w.supervisor().await, w.operator("B01").await, w.base("B01"));
    let body = json!({"key": MAX_TERM_MONTHS, "value": 36, "from": "2026-11-23", "basis": "呼民发〔2026〕12号"});
    let set = city.post("/settings", body).await.ok();
    assert_eq!(
        (&set["value"], &set["scope"], &set["basis"]),
        (&json!(36), &json!("city"), &json!("呼民发〔2026〕12号"))
    );
    let body = json!({"key": MAX_TERM_MONTHS, "base": base, "value": 12, "from": "2027-01-01"});
    let set = operator.post("/settings", body).await.ok();
    assert_eq!((&set["value"], &set["scope"], &set["from"]), (&json!(36), &json!("city"), &json!("2026-11-23")));
    assert_eq!(set["next"], json!({"value": 12, "from": "2027-01-01"}));
    let on = |at: &'static str, base| {
        let house = w.house().clone();
        async move { settings::integer(&house, base, MAX_TERM_MONTHS, day(at)).await.unwrap() }
    };
    assert_eq!(on("2026-11-22", Some(base)).await, None);
    assert_eq!(on("2026-12-31", Some(base)).await, Some(36));
    assert_eq!(on("2027-01-01", Some(base)).await, Some(12));
    assert_eq!(on("2027-01-01", Some(w.base("B02"))).await, Some(36));
    assert_eq!(on("2027-01-01", None).await, Some(36));
    w.advance(chrono::Duration::days(60));
    let list = operator.get(&format!("/settings?base={base}")).await.ok();
    assert_eq!(
        (&item(&list, MAX_TERM_MONTHS)["value"], &item(&list, MAX_TERM_MONTHS)["scope"]),
        (&json!(12), &json!("base"))
    );
    // A correction from the same day stands before what it corrects, and both stay known.
    operator
        .post("/settings", json!({"key": MAX_TERM_MONTHS, "base": base, "value": 18, "from": "2027-02-01"}))
        .await
        .ok();
    operator
        .post("/settings", json!({"key": MAX_TERM_MONTHS, "base": base, "value": null, "from": "2027-02-01"}))
        .await
        .ok();
    assert_eq!(on("2027-01-15", Some(base)).await, Some(12));
    assert_eq!(on("2027-02-01", Some(base)).await, None);
    assert_eq!(w.deeds("setting allocation.max_term_months").await, vec!["settings.set"; 4]);
    assert_eq!(w.deeds(base).await, vec!["settings.set"; 3]);
    // The city's own rule has its history where the city looks; a base's operator is not told who set it.
    let past = city.get("/history/city").await.ok();
    let line = &past["items"][0];
    assert_eq!((past["items"].as_array().unwrap().len(), &line["action"]), (1, &json!("settings.set")), "{past}");
    assert_eq!((&line["values"]["key"], &line["after"]["scope"]), (&json!(MAX_TERM_MONTHS), &json!("city")), "{past}");
    operator.get("/history/city").await.refused(403, "not_allowed");
}

#[tokio::test]
async fn each_bad_setting_is_named_and_nothing_is_written() {
    let w = World::new().await;
    let (city, operator, auditor, admin) =
        (w.supervisor().await, w.operator("B01").await, w.auditor().await, w.admin().await);
    let own = w.organization("B01", "青禾").await;
    let liaison = w.liaison(own).await;
    let before = w.totals().await;
    let case = |field: &str, value: Value| {
        let mut body = json!({"key": EXPIRING_DAYS, "value": 20, "from": "2026-11-23"});
        body[field] = value;
        body
    };
    for (body, path, reason) in [
        (case("key", json!("colour")), "key", "unknown_setting"),
        (case("value", json!(0)), "value", "out_of_range"),
        (case("value", json!(366)), "value", "out_of_range"),
        (case("value", json!("20")), "value", "wrong_type"),
        (case("value", json!(true)), "value", "wrong_type"),
        (case("value", Value::Null), "value", "required"),
        (case("from", json!("2026-11-22")), "from", "day_too_early"),
        (case("basis", json!("长".repeat(201))), "basis", "too_long"),
        (case("base", json!("bas_00000000000000000000000001")), "base", "not_found"),
        (
            json!({"key": "calendar.division_days", "base": w.base("B01"), "value": false, "from": "2026-11-23"}),
            "base",
            "setting_of_city",
        ),
    ] {
        city.post("/settings", body).await.refused(422, "invalid_fields").field(path, reason);
    }
    city.post("/settings", json!({"key": EXPIRING_DAYS, "value": 20})).await.status(400).field("from", "required");
    operator.post("/settings", case("key", json!(EXPIRING_DAYS))).await.refused(403, "not_allowed");
    operator.post("/settings", case("base", json!(w.base("B02")))).await.refused(403, "not_allowed");
    auditor.post("/settings", case("value", json!(20))).await.refused(403, "not_allowed");
    admin.post("/settings", case("value", json!(20))).await.refused(403, "not_allowed");
    liaison.get("/settings").await.refused(403, "not_allowed");
    w.nobody().get("/settings").await.refused(401, "not_signed_in");
    city.get("/settings?base=bas_00000000000000000000000001").await.status(422).field("base", "not_found");
    assert_eq!(w.totals().await, before);
}
