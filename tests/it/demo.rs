//! The demo is a house like any other: its sums agree, its invariants hold, its accounts work.

use fuhua::demo;
use serde_json::json;

use crate::world::{Caller, World};

/// How many a list has, page by page.
async fn listed(caller: &Caller, path: &str) -> usize {
    let (mut count, mut cursor) = (0, String::new());
    loop {
        let page = caller.get(&format!("{path}&limit=200{cursor}")).await.ok();
        count += page["items"].as_array().map_or(0, Vec::len);
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return count,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_a_sound_house_whose_figures_agree() {
    let w = World::bare().await;
    // In the night, when no base is open: today's deeds are done by then, or not at all.
    let now = w.now() - chrono::Duration::hours(6);
    w.advance(demo::beginning(now) - w.now());
    let accounts = demo::fill(w.house(), now).await.expect("the demo");
    assert_eq!(w.now(), now, "nothing of it lies in the future");
    assert_eq!(accounts.len(), 14);
    let mut findings = Vec::new();
    fuhua::check::everything(w.house(), &mut |finding| findings.push(finding.to_string())).await.expect("readable");
    assert_eq!(findings, Vec::<String>::new());

    let body = json!({"login": "city", "password": accounts[0].password});
    let entered = w.nobody().post("/session", body).await;
    let caller = w.nobody().by_session(&entered.cookie(), entered.json()["csrf"].as_str().expect("a token"));
    let city = caller.get("/overview").await.ok();
    let totals = &city["totals"];
    assert_eq!(totals["registered"], 840, "one that was recorded and a team are registered since");
    assert_eq!(totals["recorded"], 31, "and another team is recorded");
    assert_eq!(totals["bases"], 13);
    let sum = |field: &str| -> i64 {
        city["bases"].as_array().into_iter().flatten().filter_map(|base| base[field].as_i64()).sum()
    };
    assert_eq!(json!(sum("occupied")), totals["occupied"]);
    assert_eq!(json!(sum("assignable")), totals["assignable"]);
    assert_eq!(json!(sum("organizations")), totals["organizations"]);
    for state in [
        "draft",
        "submitted",
        "correction",
        "accepted",
        "passed",
        "refused",
        "withdrawn",
        "lapsed",
        "reviewing",
        "reviewed",
        "proposed",
        "waiting",
        "rejected",
        "publicity",
        "disputed",
        "approved",
        "offered",
        "signed",
        "forfeited",
    ] {
        assert_ne!(listed(&caller, &format!("/applications?state={state}")).await, 0, "{state}");
    }
    for state in ["published", "concluded"] {
        assert_ne!(listed(&caller, &format!("/notices?state={state}")).await, 0, "{state}");
    }
    for state in ["open", "closed", "decided", "cancelled"] {
        assert_ne!(listed(&caller, &format!("/reviews?state={state}")).await, 0, "{state}");
    }
    for state in [
        "asked",
        "preparing",
        "reviewing",
        "filed",
        "supplement",
        "granted",
        "refused",
        "closed",
        "withdrawn",
        "dropped",
    ] {
        assert_ne!(listed(&caller, &format!("/filings?state={state}")).await, 0, "{state}");
    }
    let figures = caller.get("/filings/figures").await.ok();
    assert_eq!(
        [&figures["registered"], &figures["recorded"], &figures["upgraded"]].map(|of| of.as_i64()),
        [Some(1), Some(1), Some(1)],
        "{figures}"
    );
    assert_ne!(figures["authority_days"], 0, "they took their time");
    for state in ["self_scoring", "scoring", "concluded", "appealed"] {
        assert_ne!(listed(&caller, &format!("/assessments?state={state}")).await, 0, "{state}");
    }
    for state in ["open", "submitted", "returned", "accepted", "correcting", "waived"] {
        assert_ne!(listed(&caller, &format!("/progress-reports?state={state}")).await, 0, "{state}");
    }
    for state in [
        "agreeing",
        "signed",
        "active",
        "rectifying",
        "suspended",
        "graduating",
        "proposed",
        "renewing",
        "renewal_proposed",
        "renewal_granted",
        "extending",
        "removing",
        "leaving",
        "left",
        "forfeited",
    ] {
        assert_ne!(listed(&caller, &format!("/residencies?state={state}")).await, 0, "{state}");
    }
    // Two have graduated; one certificate was issued anew.
    for (state, count) in [("valid", 2), ("revoked", 1)] {
        assert_eq!(listed(&caller, &format!("/certificates?state={state}")).await, count, "{state}");
    }
    // As many as the paper behind the project counts, and all of them by a residency.
    assert_eq!(totals["residents"], 127);
    let today = city["today"].as_str().expect("a day");
    assert_eq!(listed(&caller, &format!("/residencies?on={today}")).await, 127);
    assert_eq!(json!(listed(&caller, "/allocations?state=occupied").await), totals["occupied"]);
    assert_eq!(json!(listed(&caller, "/organizations?resident=true").await), totals["residents"]);
    for base in city["bases"].as_array().into_iter().flatten() {
        let id = base["id"].as_str().expect("an id");
        let own = caller.get(&format!("/bases/{id}/overview")).await.ok();
        assert_eq!(own["spaces"]["occupied"], base["occupied"], "{base}");
        assert_eq!(own["residents"], base["residents"], "{base}");
        let plan = caller.get(&format!("/bases/{id}/plan")).await.ok();
        for field in ["assignable", "occupied", "reserved", "free", "closed", "expiring"] {
            assert_eq!(plan["counts"][field], own["spaces"][field], "{field} of {base}");
        }
    }
}

/// On a day after long holidays, and in a year whose calendar is not known yet, less of it is over; it is a sound
/// house all the same.
#[tokio::test(flavor = "multi_thread")]
async fn the_demo_can_be_made_on_any_day() {
    for days in [-45, 75] {
        let w = World::bare().await;
        let now = w.now() + chrono::Duration::days(days);
        w.advance(demo::beginning(now) - w.now());
        demo::fill(w.house(), now).await.expect("the demo");
        assert_eq!(w.findings().await, Vec::<String>::new(), "{now}");
    }
}
