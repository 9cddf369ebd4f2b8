//! Stories of stories: a whole life in order, what others see of it, and what was received, to the hundredth.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::id::OrganizationId;
use serde_json::{Value, json};

use crate::{
    organizations::seat,
    residencies::{approved, asked, at, liaison_of, signing},
    spaces::{Floor, id},
    world::{Caller, World},
};

fn path_of(organization: impl std::fmt::Display) -> String {
    format!("/organizations/{organization}")
}

/// The chapters of a story, oldest first: the step that stands for all, and those that were taken with it.
fn told(page: &Value) -> Vec<(String, Vec<String>)> {
    let kind = |step: &Value| step["kind"].as_str().expect("a kind").to_owned();
    let mut all: Vec<_> = page["items"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|of| (kind(&of["lead"]), of["with"].as_array().expect("steps").iter().map(kind).collect()))
        .collect();
    all.reverse();
    all
}

fn leads(page: &Value) -> Vec<String> {
    told(page).into_iter().map(|(lead, _)| lead).collect()
}

/// Amounts by kind.
fn amounts(of: &Value) -> BTreeMap<String, i64> {
    let all = of.as_array().expect("amounts").iter();
    all.map(|of| (of["kind"].as_str().unwrap().to_owned(), of["amount"].as_i64().unwrap())).collect()
}

fn sums<const N: usize>(of: [(&str, i64); N]) -> BTreeMap<String, i64> {
    of.into_iter().map(|(kind, amount)| (kind.to_owned(), amount)).collect()
}

/// An application that is approved, and its residency in an office and at a desk; the organization goes by its own name.
async fn moved_in(f: &Floor) -> Value {
    let ids = approved(&f.w, "B03", &["草原拾光筹备组"]).await;
    f.w.advance(Duration::seconds(1));
    let view = f.operator.post("/residencies", asked(&ids[0], &[&f.office, &f.desks[0]])).await.created();
    f.w.advance(Duration::seconds(1));
    f.operator.post(&format!("{}/sign", at(&view)), signing("2026-12-03")).await.ok();
    f.w.advance(Duration::seconds(1));
    let record =
        json!({"on_day": "2026-12-03", "items": [], "keys": "钥匙2把", "handed_by": "斯琴", "received_by": "白雪"});
    f.operator.post(&format!("{}/move-in", at(&view)), json!({"handover": record})).await.ok()
}

#[tokio::test]
async fn a_whole_life_is_told_in_order() {
    let f = Floor::new().await;
    let (w, city) = (&f.w, f.w.supervisor().await);
    let view = moved_in(&f).await;
    let organization = view["organization"]["id"].as_str().unwrap().to_owned();
    let (own, path, stay) = (liaison_of(w, &view).await, path_of(&organization), at(&view));
    // It is registered under a name of its own; who answers its phone is no part of the story.
    w.advance(Duration::days(1));
    let edit = async |body: Value| {
        let etag = f.operator.get(&path).await.etag();
        f.operator.seen(&etag).patch(&path, body).await.ok();
        w.advance(Duration::seconds(1));
    };
    edit(json!({"volunteers": 30})).await;
    edit(json!({"kind": "recorded", "name": "草原拾光社", "record_number": "2026-19"})).await;
    edit(json!({"name": "草原拾光助老社"})).await;
    // Warned, put right, and half a year later it graduates.
    let warning =
        json!({"ground": "rules", "text": "消防通道堆放杂物。", "items": [{"what": "清理通道", "due": "2026-12-31"}]});
    f.operator.post(&format!("{stay}/warn"), warning).await.ok();
    w.advance(Duration::days(180));
    let page = own.get(&format!("{path}/story?limit=200")).await.ok();
    let parts = |kinds: &[&str]| -> Vec<String> { kinds.iter().map(|kind| (*kind).to_owned()).collect() };
    let expected = [
        ("organizations.create", parts(&[])),
        ("application.begin", parts(&[])),
        ("application.submit", parts(&[])),
        ("application.accept", parts(&[])),
        ("application.pass", parts(&[])),
        ("application.convene", parts(&[])),
        ("application.propose", parts(&[])),
        ("application.publicise", parts(&[])),
        ("application.approve", parts(&[])),
        ("residency.issue", parts(&["application.offer", "allocation.assign", "allocation.assign"])),
        ("residency.sign", parts(&["application.sign"])),
        ("residency.move_in", parts(&["allocation.hand_over_in", "allocation.hand_over_in"])),
        ("organizations.register", parts(&[])),
        ("organizations.rename", parts(&[])),
        ("residency.warn", parts(&[])),
    ];
    assert_eq!(told(&page), expected.map(|(lead, with)| (lead.to_owned(), with)));
    let find = |kind: &str| {
        let all = page["items"].as_array().unwrap().iter();
        all.clone().find(|of| of["lead"]["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"))
    };
    let entered = find("residency.move_in");
    assert_eq!(
        (&entered["day"], &entered["lead"]["thing"], &entered["lead"]["number"], &entered["lead"]["base"]["code"]),
        (&json!("2026-12-03"), &view["id"], &json!("B03-XY-2026-0001"), &json!("B03"))
    );
    let mut codes: Vec<&str> =
        entered["with"].as_array().unwrap().iter().map(|of| of["space"].as_str().unwrap()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["1-D01", "101"]);
    assert_eq!(find("application.submit")["lead"]["number"], "B03-2026-0001");
    assert_eq!(find("organizations.rename")["lead"]["name"], "草原拾光助老社");

    // Only what is asked for.
    let only = async |query: &str| leads(&own.get(&format!("{path}/story?{query}")).await.ok());
    assert_eq!(
        only("part=organization").await,
        ["organizations.create", "organizations.register", "organizations.rename"]
    );
    assert_eq!(only("part=place").await, ["allocation.assign", "allocation.hand_over_in"]);
    assert_eq!(only("from=2026-12-03&to=2026-12-03&part=residency").await.last().unwrap(), "residency.move_in");
    assert_eq!(only("from=2026-12-04").await, ["organizations.register", "organizations.rename", "residency.warn"]);
    assert_eq!(only("to=2026-11-22").await, Vec::<String>::new());
    own.get(&format!("{path}/story?from=2026-12-04&to=2026-12-03"))
        .await
        .refused(422, "invalid_fields")
        .field("to", "day_too_early");
    own.get(&format!("{path}/story?part=weather")).await.refused(400, "invalid_fields");
    own.get(&format!("{path}/story?cursor=x")).await.refused(422, "invalid_fields").field("cursor", "malformed");
    // The base and the city read the same.
    for who in [&f.operator, &city, &w.auditor().await] {
        assert_eq!(who.get(&format!("{path}/story?limit=200")).await.ok(), page);
    }
    w.operator("B04").await.get(&format!("{path}/story")).await.refused(404, "not_found");
    w.mentor().await.get(&format!("{path}/story")).await.refused(403, "not_allowed");
    w.nobody().get(&format!("{path}/story")).await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn a_page_goes_on_where_it_ended_whatever_happens_meanwhile() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let path = path_of(org);
    for n in 0..5 {
        let made = f.assign(&f.desks[n % 3], org, "2026-11-23", Some("2026-12-31")).await;
        f.w.advance(Duration::seconds(1));
        f.operator.post(&format!("/allocations/{}/cancel", id(&made)), json!({})).await.ok();
        f.w.advance(Duration::seconds(1));
    }
    let all = f.operator.get(&format!("{path}/story")).await.ok();
    assert_eq!((all["items"].as_array().map(Vec::len), &all["next"]), (Some(10), &Value::Null));
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = f.operator.get(&format!("{path}/story?limit=3{cursor}")).await.ok();
        seen.extend(page["items"].as_array().unwrap().clone());
        // What is new stands before what was read already.
        let day = format!("2027-01-{:02}", seen.len());
        f.assign(&f.office, org, &day, Some(&day)).await;
        f.w.advance(Duration::seconds(1));
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
        if seen.len() > 20 {
            break;
        }
    }
    assert_eq!(Value::Array(seen), all["items"]);
}

/// What the program does by itself has no request that it was done by.
#[tokio::test]
async fn what_runs_out_on_one_day_is_told_at_once() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    for desk in &f.desks[..2] {
        f.settled(desk, org, "2026-11-23", Some("2026-12-31")).await;
        f.w.advance(Duration::seconds(1));
    }
    f.w.advance(Duration::days(60));
    fuhua::spaces::ticks::expire_due(f.w.house()).await.unwrap();
    let page = f.operator.get(&format!("{}/story", path_of(org))).await.ok();
    let chapters = told(&page);
    assert_eq!(chapters.len(), 5, "{chapters:?}");
    assert_eq!(chapters[4], ("allocation.expire".to_owned(), vec!["allocation.expire".to_owned()]));
}

/// A resident of B03 that has been assessed there, and has a desk in B04; its assessment is titled by the canary.
async fn between_bases(w: &World) -> (OrganizationId, String) {
    let (view, paths) = crate::assessments::opened(w, &["晨光助老社"], json!({"title": CANARY})).await;
    let organization: OrganizationId = view["assessments"][0]["organization"]["id"].as_str().unwrap().parse().unwrap();
    let operator = w.operator("B03").await;
    w.advance(Duration::seconds(1));
    let own = w.liaison(organization).await;
    own.post(&format!("{}/hand-in", paths[0]), crate::assessments::scores([30.0, 20.0, 50.0], None)).await.ok();
    operator
        .put(&format!("{}/score", paths[0]), crate::assessments::scores([25.0, 20.0, 40.0], Some(CANARY)))
        .await
        .ok();
    w.advance(Duration::seconds(1));
    let done = operator.post(&format!("{}/conclude", paths[0]), json!({"comment": CANARY})).await.ok();
    assert_eq!(done["grade"], "good");
    seat(w, "B04", &organization.to_string(), "C01").await;
    (organization, done["residency"].as_str().unwrap().to_owned())
}

const CANARY: &str = "canary-story";

#[tokio::test]
async fn another_base_reads_that_something_was_done_and_not_what() {
    let w = World::new().await;
    let (organization, residency) = between_bases(&w).await;
    let path = path_of(organization);
    let (own, here, there) = (w.liaison(organization).await, w.operator("B03").await, w.operator("B04").await);
    let kinds = ["residency.enter", "assessment.begin", "assessment.hand_in", "assessment.conclude"];
    let page = here.get(&format!("{path}/story")).await.ok();
    assert_eq!(leads(&page), kinds);
    let graded = &page["items"][0]["lead"];
    assert_eq!((&graded["grade"], &graded["title"], &graded["open"]), (&json!("good"), &json!(CANARY), &json!(true)));
    assert_eq!(own.get(&format!("{path}/story")).await.ok(), page);

    // The other base, and who teaches in this one, are told the words alone.
    let hidden = [&residency, CANARY, "呼孵协", "good", "grade", "thing", "number"];
    for who in [&there, &w.trainer("B03").await] {
        let page = who.get(&format!("{path}/story")).await.ok();
        assert_eq!(leads(&page), kinds);
        assert!(page["items"].as_array().unwrap().iter().all(|of| of["lead"]["open"] == false), "{page}");
        assert_eq!(page["items"][0]["lead"]["base"]["code"], "B03");
        let found: Vec<_> = hidden.iter().filter(|word| page.to_string().contains(**word)).collect();
        assert!(found.is_empty(), "{found:?}: {page}");
        // Nor does the history of the organization name the thing.
        let history = who.get(&format!("/history{}", path.trim_start_matches("/organizations"))).await;
        assert!(!history.text().contains(&residency), "{history}");
    }
    // What it has received of this base is for those who see its matters.
    let totals = async |who: &Caller| amounts(&who.get(&format!("{path}/value")).await.ok()["totals"]);
    let stay = [("residency_months", 877), ("virtual_months", 877), ("assessments_passed", 100)];
    assert_eq!(totals(&here).await, sums(stay));
    // The whole month of November is not over: 23 of its 30 days.
    assert_eq!(totals(&there).await, sums([("desk_months", 77)]));
    assert_eq!(totals(&w.trainer("B03").await).await, BTreeMap::new());
    let both = [("desk_months", 77), ("residency_months", 877), ("virtual_months", 877), ("assessments_passed", 100)];
    for who in [&own, &w.supervisor().await] {
        assert_eq!(totals(who).await, sums(both));
    }
    for (who, sees) in [(&there, false), (&here, true)] {
        let text = sheets(&who.get(&format!("{path}/story/export")).await.status(200).bytes);
        assert_eq!(text.values().any(|rows| format!("{rows:?}").contains(CANARY)), sees);
        let ledger = who.get("/value").await.ok();
        assert_eq!(ledger["items"][0]["name"], "晨光助老社");
        assert_eq!(ledger.to_string().contains("desk_months"), !sees, "{ledger}");
    }
    here.get(&format!("/value?base={}", w.base("B04"))).await.refused(403, "not_allowed");
    own.get("/value").await.refused(403, "not_allowed");
    w.trainer("B03").await.get("/value").await.refused(403, "not_allowed");
}

/// Terms that were moved, called off, never handed over: to the hundredth of a month.
#[tokio::test]
async fn what_was_received_is_reckoned_to_the_day() {
    let f = Floor::new().await;
    let (w, operator) = (&f.w, &f.operator);
    let (org, other) = (f.organization("草原读书会").await, f.organization("邻里茶话会").await);
    let hand_over = async |made: &Value, on: &str| {
        let mut record = crate::spaces::handover();
        record["on_day"] = json!(on);
        operator.post(&format!("/allocations/{}/hand-over", id(made)), json!({"handover": record})).await.ok()
    };
    // Kept from the first of October on, and used from the sixteenth.
    let desk = f.assign(&f.desks[0], org, "2026-10-01", Some("2026-12-31")).await;
    hand_over(&desk, "2026-10-16").await;
    operator.post(&format!("/allocations/{}/extend", id(&desk)), json!({"to": "2027-06-30"})).await.ok();
    let office = f.assign(&f.office, org, "2026-11-23", None).await;
    hand_over(&office, "2026-11-23").await;
    // Never handed over, and called off: nothing.
    let kept = f.assign(&f.desks[1], org, "2026-11-01", Some("2027-12-31")).await;
    let off = f.assign(&f.desks[2], org, "2026-11-01", Some("2026-12-31")).await;
    operator.post(&format!("/allocations/{}/cancel", id(&off)), json!({})).await.ok();
    let enter = json!({
        "base": w.base("B03"), "organization": other, "mode": "virtual", "first": "2026-03-01", "last": "2027-12-31",
    });
    operator.post("/residencies/enter", enter).await.created();
    w.advance(Duration::days(83));
    assert_eq!(w.house().today().to_string(), "2027-02-14");
    let back = json!({"last": "2027-01-10", "reason": "迁出"});
    operator.post(&format!("/allocations/{}/give-back", id(&desk)), back).await.ok();

    let path = path_of(org);
    let value = async |query: &str| operator.get(&format!("{path}/value?{query}")).await.ok();
    // The desk: 16 of 31, two months, 10 of 31. The office: 8 of 30, two months, 14 of 28; its 30.5 m² by the same.
    let whole =
        sums([("desk_months", 52 + 200 + 32), ("office_months", 27 + 200 + 50), ("area_months", 813 + 6100 + 1525)]);
    let view = value("").await;
    assert_eq!(amounts(&view["totals"]), whole);
    assert_eq!(amounts(&view["bases"][0]["amounts"]), whole);
    assert_eq!((&view["to"], &view["from"]), (&json!("2027-02-14"), &Value::Null));
    assert_eq!(amounts(&value("to=2030-01-01").await["totals"]), whole, "what is to come counts nothing");
    let line = view["lines"].as_array().unwrap().iter().find(|of| of["kind"] == "desk_months").unwrap();
    assert_eq!(
        line,
        &json!({
            "kind": "desk_months", "unit": "month", "amount": 284, "from": "2026-10-16", "to": "2027-01-10", "days": 87,
            "of": id(&desk), "label": "1-D01", "base": line["base"],
        })
    );
    let area = view["lines"].as_array().unwrap().iter().find(|of| of["kind"] == "area_months").unwrap();
    assert_eq!((&area["area"], &area["of"], &area["label"]), (&json!(3050), &json!(id(&office)), &json!("101")));
    let years: Vec<(i64, BTreeMap<String, i64>)> = view["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| (of["year"].as_i64().unwrap(), amounts(&of["amounts"])))
        .collect();
    assert_eq!(
        years,
        [
            (2026, sums([("desk_months", 252), ("office_months", 127), ("area_months", 813 + 3050)])),
            (2027, sums([("desk_months", 32), ("office_months", 150), ("area_months", 3050 + 1525)])),
        ]
    );
    let november = value("from=2026-11-01&to=2026-11-30").await;
    assert_eq!(amounts(&november["totals"]), sums([("desk_months", 100), ("office_months", 27), ("area_months", 813)]));
    assert_eq!(value("from=2027-03-01").await["totals"], json!([]), "not yet");
    operator
        .get(&format!("{path}/value?from=2026-12-01&to=2026-11-30"))
        .await
        .refused(422, "invalid_fields")
        .field("to", "day_too_early");

    // All organizations of the base, and of the city: their sums are those of each.
    let stay = sums([("residency_months", 1150), ("virtual_months", 1150)]);
    assert_eq!(amounts(&operator.get(&format!("{}/value", path_of(other))).await.ok()["totals"]), stay);
    let base = w.base("B03");
    for who in [operator.clone(), w.supervisor().await, w.auditor().await] {
        for query in ["".to_owned(), format!("?base={base}")] {
            let ledger = who.get(&format!("/value{query}")).await.ok();
            let mut both = whole.clone();
            both.extend(stay.clone());
            assert_eq!((amounts(&ledger["totals"]), &ledger["total"]), (both, &json!(2)));
            let rows = ledger["items"].as_array().unwrap();
            let of = |name: &str| amounts(&rows.iter().find(|row| row["name"] == name).unwrap()["amounts"]);
            assert_eq!((of("草原读书会"), of("邻里茶话会")), (whole.clone(), stay.clone()));
        }
    }
    assert_eq!(w.operator("B04").await.get("/value").await.ok()["items"], json!([]));
    let first = operator.get("/value?limit=1").await.ok();
    let next = first["next"].as_str().expect("there is another one");
    let second = operator.get(&format!("/value?limit=1&cursor={next}")).await.ok();
    assert_eq!((&second["next"], &second["total"], &second["totals"]), (&Value::Null, &json!(2), &first["totals"]));
    assert_ne!(first["items"][0]["organization"], second["items"][0]["organization"]);

    // A place that is handed over after all counts from that day on, and is taken out of what had no place.
    let term = json!({"space": f.desks[2], "organization": other, "from": "2027-02-01", "to": "2027-12-31"});
    let seat = operator.post("/allocations", term).await.created();
    hand_over(&seat, "2027-02-08").await;
    hand_over(&kept, "2027-02-08").await;
    assert_eq!(amounts(&value("from=2027-02-01").await["totals"])["desk_months"], 25);
    let placed = operator.get(&format!("{}/value", path_of(other))).await.ok();
    assert_eq!(
        amounts(&placed["totals"]),
        sums([("desk_months", 25), ("residency_months", 1150), ("virtual_months", 1125)])
    );
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// Each statement of the story and of the ledger reads along an index, or the very rows that it names.
#[tokio::test]
async fn nothing_is_scanned_for_a_story() {
    let f = Floor::within(World::watching_plans().await).await;
    between_bases(&f.w).await;
    let view = moved_in(&f).await;
    let path = path_of(view["organization"]["id"].as_str().unwrap());
    let city = f.w.supervisor().await;
    for path in [format!("{path}/story"), format!("{path}/value"), "/value".to_owned()] {
        city.get(&path).await.ok();
    }
    let plans = f.w.plans();
    let ours: Vec<_> =
        plans.iter().filter(|(name, _)| name.starts_with("received_") || **name == "story_placed").collect();
    assert_eq!(ours.len(), 13, "{:?}", ours.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for (name, plan) in ours {
        let along = ["IndexScan", "RecordIdScan", "UnionIndexScan"].iter().any(|way| plan.contains(way));
        let named = matches!(*name, "received_places" | "received_named" | "story_placed");
        assert!((along || named) && !plan.contains("TableScan"), "{name}: {plan}");
    }
}

/// Sheets of a workbook by their names.
fn sheets(bytes: &[u8]) -> BTreeMap<String, Vec<Vec<String>>> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let rows = |range: calamine::Range<calamine::Data>| {
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    names.into_iter().map(|name| (name.clone(), rows(book.worksheet_range(&name).expect("a sheet")))).collect()
}

#[tokio::test]
async fn the_whole_story_goes_out_as_one_workbook() {
    let f = Floor::new().await;
    let view = moved_in(&f).await;
    let path = path_of(view["organization"]["id"].as_str().unwrap());
    f.w.advance(Duration::days(28));
    let own = liaison_of(&f.w, &view).await;
    let book = own.get(&format!("{path}/story/export")).await.status(200);
    let all = sheets(&book.bytes);
    assert_eq!(all.keys().map(String::as_str).collect::<Vec<_>>(), ["历程", "支持价值", "概况"]);
    let about: BTreeMap<&str, &str> = all["概况"].iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!((about["组织名称"], about["工位（月）"]), ("草原拾光筹备组", "0.94"));
    let move_in = all["历程"].iter().find(|row| row[2] == "正式入驻").expect("moving in");
    assert_eq!((move_in[1].as_str(), move_in[4].as_str()), ("入驻", "B03-XY-2026-0001"));
    assert_eq!(all["历程"].last().unwrap()[2], "建立档案");
    let desk = all["支持价值"].iter().find(|row| row[4] == "1-D01").expect("the desk");
    assert_eq!((desk[1].as_str(), desk[2].as_str(), desk[7].as_str()), ("0.94", "月", "29"));
    let total = all["支持价值"].iter().filter(|row| row[3] == "合计").count();
    assert_eq!(total, 4, "desk, office, area, residency");
    let english = sheets(&own.in_english().get(&format!("{path}/story/export")).await.status(200).bytes);
    assert_eq!(english["Story"].last().unwrap()[2], "Taken up");

    let ledger = crate::exports::rows(&f.w.supervisor().await, "/value/export?from=2026-12-01").await;
    assert_eq!(ledger[0][..4], ["组织名称", "基地", "工位（月）", "办公室（月）"].map(str::to_owned));
    assert_eq!(ledger[1][..3], ["草原拾光筹备组", &ledger[1][1], "0.94"].map(str::to_owned));
    assert_eq!((ledger.len(), ledger[2][0].as_str(), ledger[2][2].as_str()), (3, "合计", "0.94"));
    own.get("/value/export").await.refused(403, "not_allowed");
}

/// What is done in the rooms that a story tells of is told, or left out on purpose.
#[test]
fn every_word_of_these_rooms_is_told_or_left_out() {
    let text = std::fs::read_to_string(crate::world::root().join("web/src/i18n/zh/history.ts")).expect("the words");
    let rooms = [
        "organizations.",
        "application.",
        "residency.",
        "allocation.",
        "assessment.",
        "certificate.",
        "progress.",
        "filing.",
    ];
    let words: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix('\'')?.split_once("':").map(|(word, _)| word))
        .filter(|word| rooms.iter().any(|room| word.starts_with(room)))
        .collect();
    assert!(words.len() > 80, "{}", words.len());
    let told: Vec<&str> = domain::story::words_told().map(|told| told.word).collect();
    let open: Vec<&&str> =
        words.iter().filter(|word| !told.contains(word) && !domain::story::LEFT_OUT.contains(word)).collect();
    assert!(open.is_empty(), "domain/story.rs neither tells nor leaves out {open:?}");
}
