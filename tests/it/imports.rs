//! Spreadsheets in: every fault at once, all rows or none, and all of them back again.

mod faults;
mod files;
mod late;
mod undo;

use std::time::Duration;

use fuhua::{imports::setup, journal::Acting};
use serde_json::{Value, json};

use crate::world::{Caller, World};

/// A file of `tests/data`.
pub fn file(name: &str) -> Vec<u8> {
    let path = crate::world::root().join("tests/data").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl World {
    /// A world with all divisions down to the villages, on the shipped engine: the one in memory
    /// takes the square of the rows of a transaction in time.
    pub async fn with_divisions() -> Self {
        let w = Self::on_disk().await;
        let by = Acting::program("test", w.now());
        let outcome = setup::import_divisions(w.house(), &file("divisions.csv"), "divisions.csv", &by, false).await;
        assert_eq!(outcome.expect("the divisions").faults, Vec::new());
        w
    }
}

/// Uploads a file and waits for its check.
pub async fn checked(by: &Caller, kind: &str, name: &str, bytes: &[u8]) -> Value {
    let id = by.upload("/imports", name, bytes, &[("kind", kind)]).await.created();
    settled(by, id["id"].as_str().expect("an id")).await
}

/// Waits until nobody is at work on an import.
pub async fn settled(by: &Caller, id: &str) -> Value {
    for _ in 0..3_000 {
        let view = by.get(&format!("/imports/{id}")).await.ok();
        if !["checking", "committing", "undoing"].contains(&view["state"].as_str().expect("a state")) {
            return view;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{id} is still at work")
}

/// Orders something and waits for its end.
pub async fn done(by: &Caller, view: &Value, verb: &str) -> Value {
    let id = view["id"].as_str().expect("an id");
    by.post(&format!("/imports/{id}/{verb}"), json!({})).await.ok();
    settled(by, id).await
}

/// All faults, page by page.
pub async fn faults(by: &Caller, view: &Value, severity: &str) -> Vec<Value> {
    let id = view["id"].as_str().expect("an id");
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = by.get(&format!("/imports/{id}/faults?severity={severity}&limit=7{cursor}")).await.ok();
        all.extend(page["items"].as_array().expect("items").clone());
        assert_eq!(page["total"], view["counts"][if severity == "error" { "errors" } else { "corrected" }]);
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

/// Row and code of each.
pub fn codes(faults: &[Value]) -> Vec<(i64, &str)> {
    faults.iter().map(|f| (f["row"].as_i64().expect("a row"), f["code"].as_str().expect("a code"))).collect()
}

/// The header of the ledger of organizations.
pub const HEADER: &str = "组织名称,统一社会信用代码,备案号,组织类型,所属旗市区,联络员电话\n";

/// A recorded organization as a row.
pub fn recorded(name: &str, number: &str, county: &str) -> String {
    format!("{name},,{number},备案社区社会组织,{county},\n")
}

#[tokio::test]
async fn the_citys_ledger_comes_in_whole() {
    let w = World::with_divisions().await;
    let supervisor = w.supervisor().await;
    let before = w.totals().await;
    let view = checked(&supervisor, "organizations", "organizations.xlsx", &file("organizations.xlsx")).await;
    assert_eq!((&view["state"], &view["rows"], &view["counts"]["new"]), (&json!("ready"), &json!(869), &json!(869)));
    assert_eq!(view["counts"]["errors"], 0, "{view}");
    assert_eq!(view["can"], json!({"commit": null, "undo": "wrong_state", "remap": null, "delete": null}));
    assert_eq!(w.count("organization").await, 0, "a check writes nothing");
    let rows = supervisor.get(&format!("/imports/{}/rows?limit=2", view["id"].as_str().unwrap())).await.ok();
    assert_eq!(rows["items"].as_array().map(Vec::len), Some(2));
    assert!(rows["next"].is_string());

    let view = done(&supervisor, &view, "commit").await;
    assert_eq!((&view["state"], &view["done"], &view["total"]), (&json!("committed"), &json!(869), &json!(869)));
    assert_eq!(w.count("organization").await, 869);
    let kinds = |kind: &'static str| {
        let w = &w;
        async move {
            let sql = "SELECT VALUE id FROM organization WHERE kind = $kind";
            let binds = [("kind", surrealdb::types::Value::String(kind.to_owned()))];
            w.db().select::<surrealdb::types::RecordId>("test_kind", sql, binds).await.expect("rows").len()
        }
    };
    assert_eq!(kinds("recorded").await, 31);
    let deeds = w.deeds(view["id"].as_str().unwrap()).await;
    assert_eq!(deeds, ["imports.create", "imports.pass", "imports.commit", "imports.finish"]);

    let view = done(&supervisor, &view, "undo").await;
    assert_eq!(view["state"], "undone");
    let mut after = w.totals().await;
    for grown in ["journal", "journal_ref", "import_batch", "account", "role_grant"] {
        after.insert(grown.to_owned(), before[grown]);
    }
    assert_eq!(after, before, "an undo leaves nothing but its history");
}

#[tokio::test]
async fn rooms_and_desks_of_thirteen_bases_come_in_and_go() {
    let w = World::on_disk().await;
    let supervisor = w.supervisor().await;
    let before = w.totals().await;
    let view = checked(&supervisor, "spaces", "spaces.xlsx", &file("spaces.xlsx")).await;
    assert_eq!(view["state"], "ready", "{:?}", faults(&supervisor, &view, "error").await);
    let view = done(&supervisor, &view, "commit").await;
    assert_eq!(view["state"], "committed", "{view}");
    let rows = view["rows"].as_i64().unwrap();
    assert_eq!((w.count("space").await, w.count("resource").await), (rows, rows));
    assert_eq!(w.count("building").await, 13);

    // The same file again: every row is known, and the second one says which was the first.
    let again = checked(&supervisor, "spaces", "spaces.xlsx", &file("spaces.xlsx")).await;
    assert_eq!((&again["state"], &again["counts"]["errors"]), (&json!("faulty"), &json!(rows)));
    assert_eq!(again["same_as"]["id"], view["id"]);

    let view = done(&supervisor, &view, "undo").await;
    assert_eq!(view["state"], "undone", "{view}");
    for table in ["space", "resource", "floor", "building"] {
        assert_eq!(w.count(table).await, before[table], "{table}");
    }
}

#[tokio::test]
async fn an_operator_imports_for_her_own_base_only() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let csv = format!("{HEADER}{}{}", recorded("甲", "1", "海拉尔区"), recorded("乙", "2", "阿荣旗"));
    let view = checked(&operator, "organizations", "a.csv", csv.as_bytes()).await;
    assert_eq!(codes(&faults(&operator, &view, "error").await), [(3, "sheet_outside_base")]);

    let csv = format!("{HEADER}{}", recorded("甲", "1", "海拉尔区"));
    let view = checked(&operator, "organizations", "b.csv", csv.as_bytes()).await;
    let view = done(&operator, &view, "commit").await;
    assert_eq!(view["state"], "committed");
    assert_eq!(view["base"], w.base("B01").to_string());

    let spaces = "基地编号,楼层,房间/工位号,类型\nB01,1,101,会议室\nB02,1,101,会议室\n";
    let view = checked(&operator, "spaces", "s.csv", spaces.as_bytes()).await;
    assert_eq!(codes(&faults(&operator, &view, "error").await), [(3, "sheet_other_base")]);

    // Another base's operator sees none of it; a list holds her own only.
    let id = view["id"].as_str().unwrap();
    let other = w.operator("B02").await;
    other.get(&format!("/imports/{id}")).await.refused(404, "not_found");
    other.post(&format!("/imports/{id}/commit"), json!({})).await.refused(404, "not_found");
    assert_eq!(other.get("/imports").await.ok()["items"], json!([]));
    assert_eq!(operator.get("/imports").await.ok()["items"].as_array().map(Vec::len), Some(3));
    let base = w.base("B01").to_string();
    other.upload("/imports", "a.csv", b"x", &[("kind", "spaces"), ("base", &base)]).await.refused(404, "not_found");
    // The calendar is not hers, and a system administrator brings in nothing else.
    operator.upload("/imports", "w.csv", b"x", &[("kind", "workdays")]).await.refused(403, "not_allowed");
    w.admin().await.upload("/imports", "s.csv", b"x", &[("kind", "spaces")]).await.refused(403, "not_allowed");
    w.trainer("B01").await.get("/imports").await.refused(403, "not_allowed");
    w.nobody().get("/imports").await.refused(401, "not_signed_in");
}

#[tokio::test]
async fn a_further_year_comes_in_and_a_year_is_put_right() {
    let w = World::new().await;
    let admin = w.admin().await;
    let known = w.count("work_day").await;
    let view =
        checked(&admin, "workdays", "2027.csv", "日期,休/班,节日\n2027-01-01,休,元旦\n2027-01-02,休,元旦\n".as_bytes())
            .await;
    assert_eq!(view["state"], "ready", "{view}");
    let view = done(&admin, &view, "commit").await;
    assert_eq!(w.count("work_day").await, known + 2);
    assert_eq!(admin.get("/history/city").await.ok()["items"][0]["action"], "workdays.import");
    assert_eq!(admin.get("/imports").await.ok()["items"][0]["id"], view["id"]);

    // The same days again: nothing to write. Another word about one of them: a fault.
    let same = "日期,休/班,节日\n2027-01-02,休,元旦\n2027-01-01,休,元旦\n".as_bytes();
    let same = checked(&admin, "workdays", "same.csv", same).await;
    assert_eq!((&same["state"], &same["can"]["commit"]), (&json!("ready"), &json!("import_nothing_new")));
    let other = "日期,休/班,节日\n2027-01-02,班,元旦\n2027-01-03,休,元旦\n".as_bytes();
    let refused = checked(&admin, "workdays", "other.csv", other).await;
    assert_eq!(codes(&faults(&admin, &refused, "error").await), [(2, "sheet_day_known")]);

    // As the whole calendar of the year it puts the year right, and the undo brings the old year back.
    let fields = [("kind", "workdays"), ("replace", "true")];
    let id = admin.upload("/imports", "other.csv", other, &fields).await.id();
    let right = settled(&admin, &id).await;
    let shown = faults(&admin, &right, "corrected").await;
    assert_eq!(codes(&shown), [(2, "sheet_day_replaced"), (2, "sheet_day_removed")]);
    let before = admin.get("/workdays?year=2027").await.ok();
    let right = done(&admin, &right, "commit").await;
    let days = admin.get("/workdays?year=2027").await.ok();
    assert_eq!(days["days"].as_array().map(Vec::len), Some(2), "{days}");
    assert_eq!((&days["days"][0]["date"], &days["days"][0]["kind"]), (&json!("2027-01-02"), &json!("work")));
    // The first import no longer has all its days: the second one must be undone before it.
    let id = view["id"].as_str().unwrap();
    let refused = admin.post(&format!("/imports/{id}/undo"), json!({})).await.refused(409, "import_in_use");
    assert_eq!(refused.problem()["values"]["changed"], 2, "{refused}");
    assert_eq!(done(&admin, &right, "undo").await["state"], "undone");
    assert_eq!(admin.get("/workdays?year=2027").await.ok(), before);
    assert_eq!(done(&admin, &view, "undo").await["state"], "undone");
    assert_eq!(w.count("work_day").await, known);
}
