//! Structure and what is shown of it: plan, timeline, occupancy, lists, workbooks.

use serde_json::{Value, json};

use super::{Floor, id};
use crate::world::World;

#[tokio::test]
async fn the_plan_shows_each_space_with_its_place_and_state() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    f.settled(&f.desks[1], org, "2026-11-23", Some("2026-12-10")).await;
    let plan = f.plan("").await;
    assert_eq!(
        (&plan["on"], &plan["today"], &plan["base"]["code"]),
        (&json!("2026-11-23"), &json!("2026-11-23"), &json!("B03"))
    );
    let counts = json!({"assignable": 4, "occupied": 1, "reserved": 0, "free": 3, "closed": 0, "expiring": 1});
    assert_eq!(plan["counts"], counts);
    let spaces = plan["spaces"].as_array().unwrap();
    let codes: Vec<&str> = spaces.iter().map(|space| space["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["1-D", "1-D01", "1-D02", "1-D03", "101", "102"]);
    let states: Vec<&str> = spaces.iter().map(|space| space["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["shared", "free", "occupied", "free", "free", "shared"]);
    for space in spaces {
        assert!(["x", "y", "w", "h"].iter().all(|side| space[side].is_f64() || space[side].is_i64()), "{space}");
    }
    let taken = &spaces[2];
    assert_eq!(
        (&taken["expiring"], &taken["allocation"]["to"], &taken["can"]["assign"]),
        (&json!(true), &json!("2026-12-10"), &json!("taken"))
    );
    assert_eq!(spaces[1]["can"], json!({"assign": null, "edit": null, "close": null}));
    assert_eq!(spaces[5]["can"]["assign"], "space_not_assignable");
    assert!(plan["floors"][0]["width"].as_f64().unwrap() > 10.0);
    // A trainer sees it and may do nothing.
    let trainer = f.w.trainer("B03").await;
    let plan = trainer.get(&format!("/bases/{}/plan", f.w.base("B03"))).await.ok();
    assert_eq!(
        plan["spaces"][1]["can"],
        json!({"assign": "not_allowed", "edit": "not_allowed", "close": "not_allowed"})
    );
    let counts = f.plan("?on=2026-12-11").await["counts"].clone();
    assert_eq!((&counts["occupied"], &counts["free"]), (&json!(0), &json!(4)));
    f.operator
        .get(&format!("/bases/{}/plan?on=2026-13-01", f.w.base("B03")))
        .await
        .refused(400, "invalid_fields")
        .field("on", "bad_day");
}

#[tokio::test]
async fn an_empty_base_has_an_empty_plan() {
    let w = World::new().await;
    let plan = w.supervisor().await.get(&format!("/bases/{}/plan", w.base("B05"))).await.ok();
    assert_eq!((&plan["spaces"], &plan["floors"], &plan["counts"]["assignable"]), (&json!([]), &json!([]), &json!(0)));
}

#[tokio::test]
async fn the_timeline_has_terms_and_closures_of_the_window() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    f.settled(&f.desks[0], org, "2026-11-23", Some("2026-12-10")).await;
    f.assign(&f.office, org, "2027-02-01", None).await;
    let close = format!("/spaces/{}/closures", f.desks[1]);
    f.operator.post(&close, json!({"from": "2026-12-01", "to": "2026-12-02", "reason": "粉刷"})).await.created();
    let path = format!("/bases/{}/terms", f.w.base("B03"));
    let items = f.operator.get(&format!("{path}?from=2026-12-01&to=2026-12-31")).await.ok()["items"].clone();
    let brief: Vec<_> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["space_code"].as_str().unwrap(), item["state"].as_str().unwrap()))
        .collect();
    assert_eq!(brief, [("1-D01", "occupied"), ("1-D02", "closure")]);
    assert_eq!((&items[0]["organization"]["name"], &items[1]["can"]["end"]), (&json!("草原读书会"), &Value::Null));
    let items =
        f.operator.get(&format!("{path}?from=2026-12-11&to=2027-12-01&floor={}", f.floor)).await.ok()["items"].clone();
    assert_eq!((items.as_array().unwrap().len(), &items[0]["space_code"]), (1, &json!("101")));
    f.operator
        .get(&format!("{path}?from=2026-12-01&to=2026-11-30"))
        .await
        .refused(422, "invalid_fields")
        .field("to", "empty_interval");
    f.operator
        .get(&format!("{path}?from=2026-12-01&to=2036-11-30"))
        .await
        .refused(422, "invalid_fields")
        .field("to", "day_too_late");
    f.operator.get(&format!("{path}?from=2026-12-01")).await.refused(400, "invalid_fields").field("to", "required");
}

#[tokio::test]
async fn occupancy_is_counted_day_by_day() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    f.settled(&f.desks[0], org, "2026-11-23", Some("2026-11-24")).await;
    f.assign(&f.office, org, "2026-11-24", None).await;
    let path = format!("/bases/{}/occupancy?from=2026-11-22&to=2026-11-25", f.w.base("B03"));
    let days = f.operator.get(&path).await.ok()["days"].clone();
    let brief: Vec<_> = days
        .as_array()
        .unwrap()
        .iter()
        .map(|day| (day["occupied"].as_u64().unwrap(), day["reserved"].as_u64().unwrap()))
        .collect();
    assert_eq!(brief, [(0, 0), (1, 0), (1, 1), (0, 1)]);
    assert_eq!((&days[0]["day"], &days[0]["assignable"]), (&json!("2026-11-22"), &json!(4)));
}

#[tokio::test]
async fn who_sat_where_is_paged_from_the_latest_end_back() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    for (from, to) in [
        ("2026-10-01", Some("2026-11-25")),
        ("2026-11-26", Some("2026-11-30")),
        ("2026-12-01", Some("2026-12-31")),
        ("2027-01-01", None),
    ] {
        f.assign(&f.office, org, from, to).await;
    }
    let path = format!("/spaces/{}/terms?limit=3", f.office);
    let page = f.operator.get(&path).await.ok();
    let firsts = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|item| item["from"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(firsts(&page), ["2027-01-01", "2026-12-01", "2026-11-26"]);
    let next = page["next"].as_str().unwrap();
    let rest = f.operator.get(&format!("{path}&cursor={next}")).await.ok();
    assert_eq!((firsts(&rest), &rest["next"]), (vec!["2026-10-01".to_owned()], &Value::Null));
    f.operator
        .get(&format!("{path}&cursor=nonsense"))
        .await
        .refused(422, "invalid_fields")
        .field("cursor", "malformed");
}

#[tokio::test]
async fn allocations_are_found_by_each_of_their_sides() {
    let f = Floor::new().await;
    let (a, b) = (f.organization("甲").await, f.organization("乙").await);
    let one = f.settled(&f.desks[0], a, "2026-11-23", Some("2026-12-10")).await;
    let two = f.assign(&f.desks[1], b, "2026-12-01", Some("2026-12-05")).await;
    let three = f.assign(&f.office, b, "2026-12-01", None).await;
    let gone = f.assign(&f.desks[2], b, "2026-12-01", None).await;
    f.operator.post(&format!("/allocations/{}/cancel", id(&gone)), json!({})).await.ok();
    let base = f.w.base("B03");
    let ids = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|item| id(item).to_owned()).collect()
    };
    let (one, two, three, gone) = (id(&one), id(&two), id(&three), id(&gone));
    for (query, expected) in [
        (format!("?base={base}"), vec![three, one, two, gone]),
        (String::new(), vec![three, one, two, gone]),
        (format!("?organization={b}"), vec![three, two, gone]),
        (format!("?space={}", f.desks[0]), vec![one]),
        (format!("?base={base}&state=reserved"), vec![three, two]),
        (format!("?base={base}&on=2026-12-02"), vec![three, one, two]),
        (format!("?base={base}&ending_before=2026-12-11"), vec![two, one]),
        (format!("?base={base}&ending_before=2026-12-10"), vec![two]),
        (format!("?base={}", f.w.base("B04")), vec![]),
    ] {
        assert_eq!(ids(&f.operator.get(&format!("/allocations{query}")).await.ok()), expected, "{query}");
        // Page by page it is the same, for those who see one base and for those who see all.
        for caller in [&f.operator, &f.w.supervisor().await] {
            let mut cursor = String::new();
            let mut seen = Vec::new();
            loop {
                let join = if query.is_empty() { "?" } else { "&" };
                let page = caller.get(&format!("/allocations{query}{join}limit=1{cursor}")).await.ok();
                seen.extend(ids(&page));
                match page["next"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(seen, expected, "{query} one by one");
        }
    }
    f.operator.get("/allocations?state=sitting").await.refused(400, "invalid_fields");
    f.operator.get("/allocations?limit=0").await.refused(422, "invalid_fields").field("limit", "out_of_range");
}

#[tokio::test]
async fn a_space_is_made_changed_and_drawn() {
    let f = Floor::new().await;
    let path = format!("/floors/{}/spaces", f.floor);
    f.operator
        .post(&path, json!({"code": "101", "kind": "office"}))
        .await
        .refused(422, "invalid_fields")
        .field("code", "already_used");
    f.operator.post(&path, json!({"code": "103", "kind": "castle"})).await.refused(400, "invalid_fields");
    let bad = json!({"code": " ", "kind": "office", "seats": 0, "area_m2": -1.0, "equipment": [""]});
    let refused = f.operator.post(&path, bad).await.refused(422, "invalid_fields");
    let fields: Vec<String> = refused.fields().into_iter().map(|(path, code)| format!("{path} {code}")).collect();
    assert_eq!(fields, ["code required", "seats out_of_range", "area_m2 out_of_range", "equipment[0] required"]);
    let elsewhere = f.w.house().chance.id::<domain::id::SpaceId>(f.w.now());
    f.operator
        .post(&path, json!({"code": "104", "kind": "desk", "parent": elsewhere}))
        .await
        .refused(422, "invalid_fields")
        .field("parent", "not_found");

    let space = format!("/spaces/{}", f.office);
    let seen = f.operator.get(&space).await;
    let after = f.operator.seen(&seen.etag()).patch(&space, json!({"name": "朝阳间", "seats": 6})).await.ok();
    assert_eq!(
        (&after["name"], &after["seats"], &after["version"], &after["code"]),
        (&json!("朝阳间"), &json!(6), &json!(2), &json!("101"))
    );
    let stale = f.operator.seen(&seen.etag()).patch(&space, json!({"seats": 7})).await.refused(412, "stale_version");
    assert_eq!(stale.problem()["current"]["seats"], 6);
    f.operator.patch(&space, json!({"code": "102"})).await.refused(422, "invalid_fields").field("code", "already_used");
    f.operator.patch(&space, json!({"name": ""})).await.ok();

    let drawn = json!({"spaces": [{"id": f.office, "x": 1.0, "y": 2.5, "w": 6.0, "h": 5.0}]});
    let layout = format!("/floors/{}/layout", f.floor);
    let items = f.operator.put(&layout, drawn).await.ok()["items"].clone();
    let office = items.as_array().unwrap().iter().find(|space| space["code"] == "101").unwrap().clone();
    assert_eq!((&office["x"], &office["y"], &office["w"]), (&json!(1.0), &json!(2.5), &json!(6.0)));
    let bad = json!({"spaces": [{"id": elsewhere, "x": -1.0, "y": 2.5, "w": 6.0, "h": 0.0}]});
    let refused = f.operator.put(&layout, bad).await.refused(422, "invalid_fields");
    let fields: Vec<String> = refused.fields().into_iter().map(|(path, code)| format!("{path} {code}")).collect();
    assert_eq!(fields, ["spaces[0].id not_found", "spaces[0].x out_of_range", "spaces[0].h out_of_range"]);
    f.w.trainer("B03").await.put(&layout, json!({"spaces": []})).await.refused(403, "not_allowed");
    f.w.operator("B04").await.put(&layout, json!({"spaces": []})).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_space_that_is_no_longer_given_refuses_and_keeps_who_is_there() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let made = f.settled(&f.office, org, "2026-11-23", Some("2026-12-31")).await;
    f.operator.patch(&format!("/spaces/{}", f.office), json!({"assignable": false})).await.ok();
    let path = format!("/allocations/{}/extend", id(&made));
    f.operator.post(&path, json!({"to": "2027-01-31"})).await.refused(409, "space_not_assignable");
    assert_eq!(f.state("101", "").await["state"], "occupied");
    assert_eq!(f.plan("").await["counts"]["assignable"], 3);
}

#[tokio::test]
async fn spaces_are_listed_page_by_page_and_found_by_code_and_name() {
    let f = Floor::new().await;
    f.operator.patch(&format!("/spaces/{}", f.meeting), json!({"name": "额尔古纳"})).await.ok();
    let codes = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap().to_owned()).collect()
    };
    let base = f.w.base("B03");
    for (query, expected) in [
        (format!("?base={base}"), vec!["1-D", "1-D01", "1-D02", "1-D03", "101", "102"]),
        ("?q=1-d0".to_owned(), vec!["1-D01", "1-D02", "1-D03"]),
        ("?q=额尔".to_owned(), vec!["102"]),
        ("?kind=desk".to_owned(), vec!["1-D01", "1-D02", "1-D03"]),
    ] {
        assert_eq!(codes(&f.operator.get(&format!("/spaces{query}")).await.ok()), expected, "{query}");
    }
    let page = f.operator.get("/spaces?limit=4").await.ok();
    assert_eq!(codes(&page), ["1-D", "1-D01", "1-D02", "1-D03"]);
    let next = page["next"].as_str().unwrap();
    let page = f.operator.get(&format!("/spaces?limit=4&cursor={next}")).await.ok();
    assert_eq!((codes(&page), &page["next"]), (vec!["101".to_owned(), "102".to_owned()], &Value::Null));
    f.w.operator("B04").await.get(&format!("/spaces?base={base}")).await.refused(404, "not_found");
    assert_eq!(codes(&f.w.operator("B04").await.get("/spaces").await.ok()), Vec::<String>::new());
}

#[tokio::test]
async fn lists_go_out_as_workbooks() {
    let f = Floor::new().await;
    let org = f.organization("=1+1 读书会").await;
    f.settled(&f.office, org, "2026-11-23", None).await;
    let base = f.w.base("B03");
    for path in [
        format!("/spaces/export?base={base}"),
        format!("/allocations/export?base={base}"),
        "/allocations/export".to_owned(),
    ] {
        let reply = f.operator.get(&path).await.status(200);
        assert_eq!(
            reply.header("content-type"),
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        );
        assert!(reply.header("content-disposition").unwrap().starts_with("attachment"), "{path}");
        assert!(reply.bytes.starts_with(b"PK"), "{path}");
    }
    f.w.operator("B04").await.get(&format!("/spaces/export?base={base}")).await.refused(404, "not_found");
}

/// Pages of allocations say nothing of those that the caller may not see, not even where they end.
#[tokio::test]
async fn the_next_page_names_nothing_of_others() {
    let f = Floor::new().await;
    let org = f.organization("青禾").await;
    for desk in &f.desks {
        f.settled(desk, org, "2026-11-23", Some("2027-10-31")).await;
    }
    let other = f.w.operator("B01").await;
    let base = f.w.base("B03");
    for filter in [format!("base={base}"), format!("space={}", f.desks[0]), format!("organization={org}")] {
        let list = other.get(&format!("/allocations?limit=1&{filter}")).await.ok();
        assert_eq!((&list["items"], &list["next"]), (&json!([]), &serde_json::Value::Null), "{filter}");
    }
    let mine = f.operator.get(&format!("/allocations?limit=1&base={base}")).await.ok();
    assert!(mine["next"].is_string(), "{mine}");
    // Who may see the room and not who has it.
    let trainer = f.w.trainer("B03").await;
    trainer.get(&format!("/spaces/{}", f.desks[0])).await.status(200);
    trainer.get(&format!("/spaces/{}/terms", f.desks[0])).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn a_closed_meeting_room_takes_nothing_from_the_desks() {
    let f = Floor::new().await;
    let path = format!("/bases/{}/overview", f.w.base("B03"));
    let before = f.operator.get(&path).await.ok()["spaces"].clone();
    let body = json!({"from": "2026-11-23", "to": "2026-11-30", "reason": "粉刷"});
    f.operator.post(&format!("/spaces/{}/closures", f.meeting), body.clone()).await.status(201);
    assert_eq!(f.operator.get(&path).await.ok()["spaces"], before);
    f.operator.post(&format!("/spaces/{}/closures", f.desks[0]), body).await.status(201);
    let after = f.operator.get(&path).await.ok()["spaces"].clone();
    let plan = f.plan("").await["counts"].clone();
    for count in ["assignable", "occupied", "reserved", "free", "closed", "expiring"] {
        assert_eq!(after[count], plan[count], "{count}: the figures and the plan agree");
    }
    assert_eq!(after["closed"], 1);
}

#[tokio::test]
async fn a_code_is_one_line_without_signs_that_nobody_sees() {
    let f = Floor::new().await;
    let path = format!("/floors/{}/spaces", f.floor);
    let made = f.operator.post(&path, json!({"code": "A\u{1f}B\n C", "kind": "desk"})).await.created();
    assert_eq!(made["code"], "A B C");
    let list = f.operator.get(&format!("/spaces?base={}&limit=1", f.w.base("B03"))).await.ok();
    assert!(list["next"].is_string(), "{list}");
}
