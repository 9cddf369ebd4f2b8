//! Stories of lists as workbooks.

use std::io::Cursor;

use calamine::Reader as _;
use serde_json::json;

use crate::{
    imports::checked,
    organizations::code,
    world::{Caller, World},
};

/// The rows of the first sheet, the headers first.
pub async fn rows(by: &Caller, path: &str) -> Vec<Vec<String>> {
    let book = by.get(path).await.status(200);
    assert!(book.header("content-disposition").unwrap().starts_with("attachment"), "{path}");
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(book.bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

async fn taken_up(by: &Caller) -> String {
    let body = json!({"name": "青禾", "kind": "service_institution", "credit_code": code('2', 1), "division": "150702",
                      "liaison_name": "萨仁", "liaison_phone": "13904701234"});
    by.post("/organizations", body).await.status(201).id()
}

#[tokio::test]
async fn accounts_go_out_with_a_row_for_each_role() {
    let w = World::new().await;
    let admin = w.admin().await;
    w.operator("B03").await;
    let table = rows(&admin, "/accounts/export").await;
    assert_eq!(table[0], ["账号", "姓名", "已锁定", "最近登录", "角色", "范围", "开始日期", "结束日期"]);
    let operator = table.iter().find(|row| row[4] == "基地运营").expect("the operator's role");
    assert!(!operator[5].is_empty() && operator[2] == "否", "{operator:?}");
    let english = rows(&admin.in_english(), "/accounts/export").await;
    assert_eq!((english[0][4].as_str(), english.len()), ("role", table.len()));
    w.operator("B01").await.get("/accounts/export").await.refused(403, "not_allowed");
}

#[tokio::test]
async fn bases_go_out_with_their_particulars() {
    let w = World::new().await;
    let table = rows(&w.auditor().await, "/bases/export").await;
    assert_eq!(table.len(), 1 + 13);
    assert_eq!(&table[1][..2], ["B00", table[1][1].as_str()]);
    // Twelve of them are an assumption, and say so wherever they go.
    assert_eq!(table.iter().filter(|row| row[4] == "是").count(), 12);
}

#[tokio::test]
async fn rules_go_out_as_they_hold_for_the_city_and_for_a_base() {
    let w = World::new().await;
    let (city, base) = (w.supervisor().await, w.base("B01"));
    let rule = |value: i64, from: &str| json!({"key": "allocation.max_term_months", "value": value, "from": from, "basis": "=依据"});
    city.post("/settings", rule(36, "2026-11-23")).await.ok();
    city.post("/settings", rule(24, "2027-01-01")).await.ok();
    let table = rows(&city, "/settings/export").await;
    assert_eq!(table[0], ["规则", "取值", "范围", "生效日期", "依据", "下次取值", "下次生效日期"]);
    assert_eq!(table[1][..3], ["占用最长期限", "36 个月", "全市"].map(str::to_owned));
    assert_eq!((table[1][4].as_str(), table[1][5].as_str()), ("=依据", "24 个月"));
    assert_eq!(table[3][1..3], ["30 天", "出厂默认"].map(str::to_owned));
    assert_eq!(table.len(), 1 + domain::setting::SETTINGS.len());
    let own = json!({"key": "allocation.max_term_months", "base": base, "value": 12, "from": "2026-11-23"});
    w.operator("B01").await.post("/settings", own).await.ok();
    let of_base = rows(&w.operator("B01").await, &format!("/settings/export?base={base}")).await;
    assert_eq!(of_base[1][..3], ["占用最长期限", "12 个月", "本基地"].map(str::to_owned));
    assert_eq!(rows(&city.in_english(), "/settings/export").await[1][1], "36 months");
}

#[tokio::test]
async fn the_work_calendar_that_went_out_comes_in_again_as_known() {
    let w = World::new().await;
    let admin = w.admin().await;
    let book = admin.get("/workdays/export").await.status(200);
    let view = checked(&admin, "workdays", "calendar.xlsx", &book.bytes).await;
    let known = w.count("work_day").await;
    assert_eq!((&view["rows"], &view["counts"]["new"]), (&json!(known), &json!(0)), "{view}");
    assert_eq!(view["counts"]["errors"], 0, "{view}");
    let table = rows(&admin, "/workdays/export").await;
    let year = rows(&admin, "/workdays/export?year=2026").await;
    assert!(year.len() > 20 && year.len() < table.len(), "{}", year.len());
}

#[tokio::test]
async fn imports_people_and_history_go_out_to_who_may_see_them() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let other = w.operator("B02").await;
    let id = taken_up(&operator).await;
    let person =
        json!({"name": "=乌兰", "phone": "13904705678", "positions": [{"position": "理事长", "from": "2025-03-01"}]});
    operator.post(&format!("/organizations/{id}/persons"), person).await.status(201);
    let people = rows(&operator, &format!("/organizations/{id}/persons/export")).await;
    // A name that reads like a formula is text.
    let line = people.iter().find(|row| row[0] == "=乌兰").expect("the person");
    assert_eq!((line[1].as_str(), line[4].as_str()), ("理事长", "13904705678"));
    let history = rows(&operator, &format!("/history/{id}/export")).await;
    assert!(history.iter().any(|row| row[3] == "organizations.create" && row[2] == "基地运营"), "{history:?}");
    for path in [format!("/organizations/{id}/persons/export"), format!("/history/{id}/export")] {
        other.get(&path).await.refused(404, "not_found");
        w.trainer("B01").await.get(&path).await.refused(403, "not_allowed");
    }
    checked(&operator, "spaces", "rooms.csv", "门牌,基地编号\n1,B01\n".as_bytes()).await;
    let mine = rows(&operator, "/imports/export").await;
    assert_eq!((mine.len(), mine[1][1].as_str(), mine[1][2].as_str()), (2, "房间与工位", "rooms.csv"));
    assert_eq!(rows(&other, "/imports/export").await.len(), 1);
}
