//! Stories of divisions, the work calendar and deadlines.

use serde_json::{Value, json};

use crate::world::World;

#[tokio::test]
async fn a_division_shows_the_way_to_it_and_what_is_below() {
    let w = World::new().await;
    let trainer = w.trainer("B01").await;
    let banners = trainer.get("/divisions").await.ok();
    assert_eq!(banners["items"].as_array().unwrap().len(), 14);
    let below = trainer.get("/divisions?parent=150702").await.ok();
    let first = below["items"][0]["code"].as_str().unwrap().to_owned();
    let view = trainer.get(&format!("/divisions/{first}")).await.ok();
    assert_eq!(view["level"], "township");
    assert_eq!(view["path"], json!([{"code": "150700", "name": "呼伦贝尔市"}, {"code": "150702", "name": "海拉尔区"}]));
    trainer.get("/divisions/000000").await.refused(404, "not_found");
    assert_eq!(trainer.get("/divisions?parent=999999").await.ok()["items"], json!([]));
    w.nobody().get("/divisions").await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn a_year_of_the_calendar_says_until_when_it_is_known() {
    let w = World::new().await;
    let year = w.mentor().await.get("/workdays?year=2026").await.ok();
    assert_eq!((&year["year"], &year["known_until"]), (&json!(2026), &json!("2026-12-31")));
    let days = year["days"].as_array().unwrap();
    let made_up: Vec<&str> = days.iter().filter(|d| d["kind"] == "work").filter_map(|d| d["date"].as_str()).collect();
    assert_eq!(made_up, ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]);
}

/// The golden cases of the field: counting over the arrangement of days off, not over the plain week.
#[tokio::test]
async fn deadlines_are_counted_over_the_arrangement_of_days_off() {
    let w = World::new().await;
    let caller = w.operator("B03").await;
    for (query, nominal, due) in [
        ("from=2026-02-11&days=5", "2026-02-25", "2026-02-25"),
        ("from=2026-04-30&days=5", "2026-05-11", "2026-05-11"),
        ("from=2026-09-24&days=15", "2026-10-22", "2026-10-22"),
        ("from=2026-09-18&days=7", "2026-09-29", "2026-09-29"),
        ("from=2026-09-04&days=30&kind=natural", "2026-10-04", "2026-10-08"),
        ("from=2026-02-10&days=10&kind=natural", "2026-02-20", "2026-02-24"),
        ("from=2026-05-30&days=1&kind=natural&roll=forward", "2026-05-31", "2026-06-01"),
        ("from=2026-05-30&days=1&kind=natural&roll=none", "2026-05-31", "2026-05-31"),
    ] {
        let deadline = caller.get(&format!("/deadlines?{query}")).await.ok();
        assert_eq!((&deadline["nominal"], &deadline["due"]), (&json!(nominal), &json!(due)), "{query}");
        assert_eq!(deadline["provisional"], false, "{query}");
    }
}

#[tokio::test]
async fn a_deadline_says_how_it_was_counted() {
    let w = World::new().await;
    let deadline = w.operator("B03").await.get("/deadlines?from=2026-04-30&days=5").await.ok();
    let days = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(
        days(&deadline["skipped"]),
        ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-10"]
    );
    assert_eq!(deadline["skipped"][0]["why"], "holiday");
    assert_eq!(deadline["skipped"][5]["why"], "weekend");
    assert_eq!(deadline["made_up"], json!(["2026-05-09"]));
}

#[tokio::test]
async fn a_deadline_past_the_known_days_is_provisional() {
    let w = World::new().await;
    let deadline = w.operator("B03").await.get("/deadlines?from=2026-12-30&days=5").await.ok();
    assert_eq!((&deadline["provisional"], &deadline["due"]), (&json!(true), &json!("2027-01-06")));
}

#[tokio::test]
async fn deadlines_out_of_bounds_are_refused_by_field() {
    let w = World::new().await;
    let caller = w.operator("B03").await;
    for days in ["-1", "100000000", "4294967296"] {
        let refused = caller.get(&format!("/deadlines?from=2026-01-01&days={days}")).await;
        refused.refused(422, "invalid_fields").field("days", "out_of_range");
    }
    for query in ["from=9999-12-31&days=30", "from=0001-01-01&days=1", "from=2026-01-01&days=1&division=%E6%B1%89"] {
        let reply = caller.get(&format!("/deadlines?{query}")).await;
        assert!(reply.status < 500, "{reply}");
    }
    caller.get("/workdays?year=99999999999").await.refused(400, "invalid_fields").field("year", "wrong_type");
    assert_eq!(caller.get("/workdays?year=-5").await.ok()["days"], json!([]));
}
