//! Terms: assign, extend, give back, cancel, hand over, swap, close, run out.

use chrono::Duration;
use fuhua::spaces::ticks::expire_due;
use serde_json::{Value, json};

use super::{Floor, handover, id, standing};
use crate::world::World;

#[tokio::test]
async fn a_desk_is_given_handed_over_extended_and_given_back() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let base = f.w.base("B03").to_string();
    let made = f.assign(&f.desks[0], org, "2026-11-23", Some("2027-05-22")).await;
    assert_eq!(
        (
            &made["state"],
            &made["days_left"],
            &made["space"]["code"],
            &made["base"]["code"],
            &made["organization"]["name"]
        ),
        (&json!("reserved"), &json!(180), &json!("1-D01"), &json!("B03"), &json!("草原读书会"))
    );
    let can = json!({"hand_over_in": null, "extend": null, "give_back": "wrong_state", "swap": "wrong_state", "cancel": null});
    assert_eq!(made["can"], can);
    assert_eq!(standing(&f.w, org).await, (vec![base.clone()], false), "decided, and nobody there yet");

    let path = format!("/allocations/{}", id(&made));
    let settled = f.operator.post(&format!("{path}/hand-over"), json!({"handover": handover()})).await.ok();
    assert_eq!((&settled["state"], &settled["handovers"][0]["kind"]), (&json!("occupied"), &json!("in")));
    assert_eq!(standing(&f.w, org).await, (vec![base], true));
    let record = f.operator.get(&format!("/handovers/{}", id(&settled["handovers"][0]))).await.ok();
    assert_eq!(
        (
            &record["items"][1]["condition"],
            &record["keys"],
            &record["space"]["building_name"],
            &record["items"][0]["tag"]
        ),
        (&json!("worn"), &json!("钥匙 2 把"), &json!("主楼"), &json!("A-017"))
    );

    let longer = f.operator.post(&format!("{path}/extend"), json!({"to": "2027-11-22", "reason": "续签"})).await.ok();
    assert_eq!((&longer["to"], &longer["reason"]), (&json!("2027-11-22"), &json!("续签")));
    let open = f.operator.post(&format!("{path}/extend"), json!({})).await.ok();
    assert_eq!((&open["to"], &open["can"]["extend"]), (&Value::Null, &json!("open_ended")));
    f.operator.post(&format!("{path}/extend"), json!({"to": "2028-01-01"})).await.refused(409, "open_ended");

    f.w.advance(Duration::days(10));
    let back = json!({"last": "2026-12-02", "reason": "迁出", "handover": {
        "on_day": "2026-12-02", "items": [{"name": "办公桌", "quantity": 1, "condition": "good"}],
        "handed_by": "李伟", "received_by": "王芳"}});
    let ended = f.operator.post(&format!("{path}/give-back"), back).await.ok();
    assert_eq!(
        (&ended["state"], &ended["to"], &ended["handovers"][1]["kind"], &ended["days_left"]),
        (&json!("ended"), &json!("2026-12-02"), &json!("out"), &Value::Null)
    );
    assert_eq!(standing(&f.w, org).await, (vec![], false), "nothing is left of it");
    assert_eq!(
        f.w.deeds(id(&made)).await,
        [
            "allocation.assign",
            "allocation.hand_over_in",
            "allocation.extend",
            "allocation.extend",
            "allocation.give_back"
        ]
    );
    assert_eq!(f.w.deeds(org).await.len(), 5, "its organization's history shows them too");
    f.assign(&f.desks[0], org, "2026-12-03", None).await;
}

#[tokio::test]
async fn a_taken_desk_says_when_who_and_what_else() {
    let f = Floor::new().await;
    let (first, second) = (f.organization("先来者").await, f.organization("后来者").await);
    f.settled(&f.desks[0], first, "2026-11-23", Some("2026-12-31")).await;
    f.assign(&f.desks[1], first, "2026-12-15", None).await;
    let before = f.w.totals().await;
    let asked = json!({"space": f.desks[0], "organization": second, "from": "2026-12-01", "to": "2027-01-31"});
    let refused = f.operator.post("/allocations", asked).await.refused(409, "taken");
    let expected = json!({
        "resource": f.desks[0], "space_code": "1-D01",
        "from": "2026-12-01", "to": "2026-12-31", "free_from": "2027-01-01", "purposes": ["term"],
        "holders": [{"organization": first, "name": "先来者", "from": "2026-11-23", "to": "2026-12-31"}],
        "alternatives": [
            {"space": f.desks[2], "code": "1-D03", "floor": "1F", "availability": "whole_term",
             "from": "2026-12-01", "to": "2027-01-31", "likeness": ["same_floor", "same_kind"]},
            {"space": f.desks[1], "code": "1-D02", "floor": "1F", "availability": "until",
             "from": "2026-12-01", "to": "2026-12-14", "likeness": ["same_floor", "same_kind"]},
        ],
    });
    assert_eq!(refused.problem()["values"], expected);
    assert_eq!(f.w.totals().await, before, "nothing is written");
    f.assign(&f.desks[0], second, "2027-01-01", None).await;
}

#[tokio::test]
async fn every_bad_field_of_an_assignment_is_named_and_nothing_is_written() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let before = f.w.totals().await;
    let ask = |body: Value| {
        let f = &f;
        async move { f.operator.post("/allocations", body).await }
    };
    let desk = &f.desks[0];
    ask(json!({"organization": org, "from": "2026-11-23"}))
        .await
        .refused(400, "invalid_fields")
        .field("space", "required");
    ask(json!({"space": org.to_string(), "organization": org, "from": "2026-11-23"}))
        .await
        .refused(400, "invalid_fields")
        .field("space", "bad_id");
    ask(json!({"space": desk, "organization": org, "from": "2026-02-30"}))
        .await
        .refused(400, "invalid_fields")
        .field("from", "bad_day");
    ask(json!({"space": desk, "organization": org, "from": "2026-11-23", "who": 1}))
        .await
        .refused(400, "invalid_fields")
        .field("who", "unknown_field");
    ask(json!({"space": desk, "organization": org, "from": "2026-01-01"}))
        .await
        .refused(422, "invalid_fields")
        .field("from", "day_too_early");
    ask(json!({"space": desk, "organization": org, "from": "2026-11-23", "to": "2026-11-22"}))
        .await
        .refused(422, "invalid_fields")
        .field("to", "empty_interval");
    let long = "长".repeat(501);
    ask(json!({"space": desk, "organization": org, "from": "2026-11-23", "note": long}))
        .await
        .refused(422, "invalid_fields")
        .field("note", "too_long");
    ask(json!({"space": f.meeting, "organization": org, "from": "2026-11-23"}))
        .await
        .refused(409, "space_not_assignable");
    f.w.run("UPDATE ? SET live = false", vec![surrealdb::types::Value::RecordId(fuhua::db::rid(org))]).await;
    ask(json!({"space": desk, "organization": org, "from": "2026-11-23"})).await.refused(409, "organization_not_live");
    assert_eq!(f.w.totals().await, before);
}

#[tokio::test]
async fn what_is_of_another_base_is_as_good_as_not_there() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let made = f.assign(&f.desks[0], org, "2026-11-23", None).await;
    let stranger = f.w.operator("B04").await;
    let own = f.w.organization("B04", "邻家").await;
    let path = format!("/allocations/{}", id(&made));
    for (verb, body) in [
        ("extend", json!({})),
        ("cancel", json!({})),
        ("give-back", json!({"last": "2026-11-23"})),
        ("hand-over", json!({"handover": handover()})),
    ] {
        stranger.post(&format!("{path}/{verb}"), body).await.refused(404, "not_found");
    }
    stranger.get(&path).await.refused(404, "not_found");
    stranger.get(&format!("/spaces/{}", f.desks[0])).await.refused(404, "not_found");
    stranger.get(&format!("/bases/{}/plan", f.w.base("B03"))).await.refused(404, "not_found");
    let asked = json!({"space": f.desks[1], "organization": own, "from": "2026-11-23"});
    stranger.post("/allocations", asked).await.refused(404, "not_found");
    // Nor may the operator give her desk to an organization that she may not see.
    let asked = json!({"space": f.desks[1], "organization": own, "from": "2026-11-23"});
    f.operator.post("/allocations", asked).await.refused(404, "not_found");
    f.w.supervisor()
        .await
        .post("/allocations", json!({"space": f.desks[1], "organization": own, "from": "2026-11-23"}))
        .await
        .created();
    // Now it is at her base, and she sees it.
    let list = f.operator.get(&format!("/allocations?organization={own}")).await.ok();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_liaison_sees_the_own_place_and_may_do_nothing_to_it() {
    let f = Floor::new().await;
    let (own, other) = (f.organization("自己").await, f.organization("别人").await);
    let made = f.settled(&f.desks[0], own, "2026-11-23", None).await;
    let theirs = f.settled(&f.desks[1], other, "2026-11-23", None).await;
    let liaison = f.w.liaison(own).await;
    let list = liaison.get("/allocations").await.ok();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    assert_eq!((&list["items"][0]["id"], &list["items"][0]["can"]["extend"]), (&made["id"], &json!("not_allowed")));
    liaison.get(&format!("/allocations/{}", id(&theirs))).await.refused(404, "not_found");
    liaison.get(&format!("/handovers/{}", id(&theirs["handovers"][0]))).await.refused(404, "not_found");
    liaison.get(&format!("/handovers/{}", id(&made["handovers"][0]))).await.ok();
    liaison.post(&format!("/allocations/{}/extend", id(&made)), json!({})).await.refused(403, "not_allowed");
    liaison.get(&format!("/bases/{}/plan", f.w.base("B03"))).await.refused(403, "not_allowed");
    // The auditor sees all and changes nothing.
    let auditor = f.w.auditor().await;
    assert_eq!(auditor.get("/allocations").await.ok()["items"].as_array().map(Vec::len), Some(2));
    auditor.post(&format!("/allocations/{}/cancel", id(&made)), json!({})).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn two_organizations_change_places() {
    let f = Floor::new().await;
    let (a, b) = (f.organization("甲").await, f.organization("乙").await);
    let first = f.settled(&f.desks[0], a, "2026-11-01", Some("2027-10-31")).await;
    let second = f.settled(&f.office, b, "2026-11-01", None).await;
    let body = json!({"first": first["id"], "second": second["id"], "day": "2026-11-23", "reason": "互换"});
    let items = f.operator.post("/allocations/swap", body.clone()).await.ok()["items"].as_array().unwrap().clone();
    let brief: Vec<_> = items
        .iter()
        .map(|item| {
            (
                item["organization"]["name"].as_str().unwrap(),
                item["space"]["code"].as_str().unwrap(),
                item["state"].as_str().unwrap(),
                item["from"].as_str().unwrap(),
                item["to"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        brief,
        [
            ("甲", "1-D01", "ended", "2026-11-01", Some("2026-11-22")),
            ("乙", "101", "ended", "2026-11-01", Some("2026-11-22")),
            ("甲", "101", "occupied", "2026-11-23", Some("2027-10-31")),
            ("乙", "1-D01", "occupied", "2026-11-23", None),
        ]
    );
    assert_eq!(items[2]["follows"], first["id"]);
    assert_eq!(items[3]["follows"], second["id"]);
    f.operator.post("/allocations/swap", body).await.refused(409, "wrong_state");
    let same = json!({"first": items[2]["id"], "second": items[2]["id"], "day": "2026-11-24"});
    f.operator.post("/allocations/swap", same).await.refused(422, "same_space");
    assert_eq!(f.state("101", "").await["allocation"]["organization"]["name"], "甲");
    // A third one stands in the way of the longer term.
    let c = f.organization("丙").await;
    f.assign(&f.office, c, "2028-01-01", None).await;
    let body = json!({"first": items[2]["id"], "second": items[3]["id"], "day": "2026-11-24"});
    let refused = f.operator.post("/allocations/swap", body).await.refused(409, "taken");
    let values = refused.problem()["values"].clone();
    assert_eq!((&values["space_code"], &values["from"]), (&json!("101"), &json!("2028-01-01")));
}

#[tokio::test]
async fn a_closed_space_is_given_to_nobody_and_a_taken_one_is_not_closed() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let close = format!("/spaces/{}/closures", f.desks[0]);
    let body = json!({"from": "2026-11-25", "to": "2026-11-30", "reason": "粉刷"});
    let closure = f.operator.post(&close, body).await.created();
    let state = f.state("1-D01", "?on=2026-11-26").await;
    assert_eq!((&state["state"], &state["closure"]["reason"]), (&json!("closed"), &json!("粉刷")));
    let asked = json!({"space": f.desks[0], "organization": org, "from": "2026-11-24"});
    let refused = f.operator.post("/allocations", asked).await.refused(409, "taken");
    assert_eq!(refused.problem()["values"]["purposes"], json!(["closure"]));
    assert_eq!(refused.problem()["values"]["free_from"], "2026-12-01");
    // Done earlier than thought.
    let end = format!("/closures/{}/end", id(&closure));
    f.operator
        .post(&end, json!({"last": "2026-12-05"}))
        .await
        .refused(422, "invalid_fields")
        .field("last", "day_too_late");
    f.operator.post(&end, json!({"last": "2026-11-25"})).await.ok();
    f.assign(&f.desks[0], org, "2026-11-26", None).await;
    f.operator.post(&close, json!({"from": "2026-12-01", "reason": "x"})).await.refused(409, "taken");
    // Closing the area closes its desks: one is taken.
    let area = format!("/spaces/{}/closures", f.area);
    let refused = f.operator.post(&area, json!({"from": "2026-12-01", "reason": "x"})).await.refused(409, "taken");
    assert_eq!(refused.problem()["values"]["space_code"], "1-D01");
    f.operator.post(&area, json!({"from": "2026-11-24", "to": "2026-11-24", "reason": "停电"})).await.created();
    assert_eq!(f.state("1-D02", "?on=2026-11-24").await["state"], "closed");
    f.operator
        .post(&close, json!({"from": "2026-11-24", "reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    f.w.trainer("B03")
        .await
        .post(&close, json!({"from": "2026-11-24", "reason": "x"}))
        .await
        .refused(403, "not_allowed");
    // Called off before it begins.
    let later = format!("/spaces/{}/closures", f.desks[2]);
    let off = f.operator.post(&later, json!({"from": "2026-12-24", "reason": "x"})).await.created();
    let off = f.operator.post(&format!("/closures/{}/end", id(&off)), json!({"last": "2026-12-23"})).await.ok();
    assert_eq!(off["live"], false);
    assert_eq!(f.w.deeds(id(&closure)).await, ["closure.set", "closure.end"]);
}

#[tokio::test]
async fn a_cancelled_term_frees_the_space_and_is_not_on_the_plan() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let made = f.assign(&f.office, org, "2026-12-01", None).await;
    assert_eq!(f.state("101", "?on=2026-12-02").await["state"], "reserved");
    assert_eq!(f.state("101", "").await["next"]["id"], made["id"]);
    let path = format!("/allocations/{}", id(&made));
    let cancelled = f.operator.post(&format!("{path}/cancel"), json!({"reason": "改主意"})).await.ok();
    assert_eq!((&cancelled["state"], &cancelled["reason"]), (&json!("cancelled"), &json!("改主意")));
    assert_eq!(f.state("101", "?on=2026-12-02").await["state"], "free");
    assert_eq!(standing(&f.w, org).await, (vec![], false));
    f.operator.post(&format!("{path}/cancel"), json!({})).await.refused(409, "wrong_state");
    f.assign(&f.office, org, "2026-12-01", None).await;
}

#[tokio::test]
async fn a_term_that_has_run_out_ends_by_itself() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let made = f.settled(&f.office, org, "2026-11-23", Some("2026-11-30")).await;
    f.settled(&f.desks[0], org, "2026-11-23", None).await;
    f.w.advance(Duration::days(7));
    assert_eq!(expire_due(f.w.house()).await.unwrap(), 0, "the last day is a day of the term");
    f.w.advance(Duration::days(1));
    assert_eq!(expire_due(f.w.house()).await.unwrap(), 1);
    assert_eq!(expire_due(f.w.house()).await.unwrap(), 0);
    let ended = f.operator.get(&format!("/allocations/{}", id(&made))).await.ok();
    assert_eq!((&ended["state"], &ended["to"]), (&json!("ended"), &json!("2026-11-30")));
    assert_eq!(standing(&f.w, org).await, (vec![f.w.base("B03").to_string()], true), "the desk is left");
    let last = f.w.journal(id(&made)).await.pop().unwrap();
    assert_eq!((last.action.as_str(), last.account), ("allocation.expire", None));
}

#[tokio::test]
async fn hand_over_and_give_back_refuse_wrong_days() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let later = f.assign(&f.office, org, "2026-12-01", None).await;
    assert_eq!(later["can"]["hand_over_in"], "day_too_early");
    let path = format!("/allocations/{}", id(&later));
    f.operator.post(&format!("{path}/hand-over"), json!({"handover": handover()})).await.refused(409, "day_too_early");
    f.operator.post(&format!("{path}/give-back"), json!({"last": "2026-11-23"})).await.refused(409, "wrong_state");
    let now = f.assign(&f.desks[0], org, "2026-11-20", None).await;
    let path = format!("/allocations/{}", id(&now));
    let mut early = handover();
    early["on_day"] = json!("2026-11-19");
    early["items"][0]["quantity"] = json!(0);
    let refused =
        f.operator.post(&format!("{path}/hand-over"), json!({"handover": early})).await.refused(422, "invalid_fields");
    let expected = [("handover.on_day", "day_too_early"), ("handover.items[0].quantity", "out_of_range")];
    assert_eq!(refused.fields(), expected.map(|(path, code)| (path.to_owned(), code.to_owned())));
    f.operator.post(&format!("{path}/hand-over"), json!({"handover": handover()})).await.ok();
    f.operator.post(&format!("{path}/hand-over"), json!({"handover": handover()})).await.refused(409, "wrong_state");
    for (last, code) in [("2026-11-24", "day_too_late"), ("2026-11-19", "day_too_early")] {
        let reply = f.operator.post(&format!("{path}/give-back"), json!({"last": last})).await;
        reply.refused(422, "invalid_fields").field("last", code);
    }
}

#[tokio::test]
async fn an_extension_stops_at_the_next_term() {
    let f = Floor::new().await;
    let (org, next) = (f.organization("甲").await, f.organization("乙").await);
    let made = f.settled(&f.office, org, "2026-11-23", Some("2026-12-31")).await;
    f.assign(&f.office, next, "2027-03-01", None).await;
    let path = format!("/allocations/{}/extend", id(&made));
    let refused = f.operator.post(&path, json!({"to": null})).await.refused(409, "taken");
    let values = refused.problem()["values"].clone();
    assert_eq!(
        (&values["from"], &values["to"], &values["holders"][0]["name"]),
        (&json!("2027-03-01"), &Value::Null, &json!("乙"))
    );
    assert!(values.get("alternatives").is_none(), "an extension is of this space");
    f.operator.post(&path, json!({"to": "2027-03-01"})).await.refused(409, "taken");
    f.operator
        .post(&path, json!({"to": "2026-12-31"}))
        .await
        .refused(422, "invalid_fields")
        .field("to", "day_too_early");
    f.operator.post(&path, json!({"to": "2027-02-28"})).await.ok();
}

#[tokio::test]
async fn whole_and_parts_take_each_other() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let path = format!("/floors/{}/spaces", f.floor);
    let part = f.operator.post(&path, json!({"code": "101-1", "kind": "desk", "parent": f.office})).await.id();
    let desk = f.settled(&part, org, "2026-11-23", None).await;
    let asked = json!({"space": f.office, "organization": org, "from": "2026-11-23"});
    let refused = f.operator.post("/allocations", asked.clone()).await.refused(409, "taken");
    assert_eq!(refused.problem()["values"]["space_code"], "101-1");
    assert_eq!(f.state("101", "").await["state"], "occupied");
    f.operator.post(&format!("/allocations/{}/give-back", id(&desk)), json!({"last": "2026-11-23"})).await.ok();
    f.w.advance(Duration::days(1));
    let asked = json!({"space": f.office, "organization": org, "from": "2026-11-24"});
    f.operator.post("/allocations", asked).await.created();
    assert_eq!(f.state("101-1", "").await["state"], "reserved");
    let asked = json!({"space": part, "organization": org, "from": "2026-11-25"});
    let refused = f.operator.post("/allocations", asked).await.refused(409, "taken");
    assert_eq!(refused.problem()["values"]["space_code"], "101");
}

#[tokio::test]
async fn the_same_request_twice_makes_one_term() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let body = json!({"space": f.office, "organization": org, "from": "2026-11-23"});
    let keyed = f.operator.keyed("one-and-the-same");
    let first = keyed.post("/allocations", body.clone()).await.created();
    let again = keyed.post("/allocations", body).await.created();
    assert_eq!((&first["id"], f.w.count("allocation").await), (&again["id"], 1));
}

#[tokio::test]
async fn terms_survive_a_restart() {
    let mut f = Floor::within(World::on_disk().await).await;
    let org = f.organization("草原读书会").await;
    let made = f.settled(&f.office, org, "2026-11-23", None).await;
    f.w.reopen().await;
    let again = f.operator.get(&format!("/allocations/{}", id(&made))).await.ok();
    assert_eq!(again["state"], "occupied");
    let asked = json!({"space": f.office, "organization": org, "from": "2026-11-23"});
    f.operator.post("/allocations", asked).await.refused(409, "taken");
}

/// What was signed stays as it was signed, whatever becomes of the term.
#[tokio::test]
async fn a_hand_over_record_names_the_term_that_was_signed() {
    let f = Floor::new().await;
    let org = f.organization("青禾").await;
    let made = f.settled(&f.office, org, "2026-11-23", Some("2026-12-31")).await;
    let record = made["handovers"][0]["id"].as_str().unwrap().to_owned();
    let extend = format!("/allocations/{}/extend", id(&made));
    f.operator.post(&extend, json!({"to": "2027-06-30"})).await.ok();
    let shown = f.operator.get(&format!("/handovers/{record}")).await.ok();
    assert_eq!((&shown["from"], &shown["to"]), (&json!("2026-11-23"), &json!("2026-12-31")));
}
