//! Files of every kind: encodings, wrong ones, hostile ones, large ones.

use std::io::Write;

use calamine::Reader as _;
use serde_json::{Value, json};

use super::{HEADER, checked, codes, done, faults, recorded, settled};
use crate::world::{Caller, World};

async fn problem(by: &Caller, kind: &str, bytes: &[u8]) -> Value {
    let view = checked(by, kind, "file", bytes).await;
    assert_eq!(view["state"], "failed", "{view}");
    assert!(!view["problem"]["detail"].as_str().unwrap().contains('{'), "{view}");
    view["problem"]["code"].clone()
}

#[tokio::test]
async fn every_encoding_of_an_office_is_read() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let csv = format!("{HEADER}{}", recorded("鄂温克族文化协会", "备1", "海拉尔区"));
    let mut bom = b"\xef\xbb\xbf".to_vec();
    bom.extend(csv.as_bytes());
    let (gb, _, lossy) = encoding_rs::GB18030.encode(&csv);
    assert!(!lossy);
    let utf16: Vec<u8> = [0xfeffu16].into_iter().chain(csv.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [csv.clone().into_bytes(), bom, gb.into_owned(), utf16] {
        let view = checked(&supervisor, "organizations", "a.csv", &bytes).await;
        assert_eq!((&view["state"], &view["counts"]["corrected"]), (&json!("ready"), &json!(0)), "{view}");
        let id = view["id"].as_str().unwrap();
        let rows = supervisor.get(&format!("/imports/{id}/rows")).await.ok();
        assert_eq!(rows["items"][0]["draft"]["name"], "鄂温克族文化协会");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_says_why() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    assert_eq!(problem(&supervisor, "organizations", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").await, "sheet_old_format");
    assert_eq!(problem(&supervisor, "organizations", b"<html><table></table></html>").await, "sheet_unknown_format");
    assert_eq!(problem(&supervisor, "organizations", b"PK\x03\x04 and no more").await, "sheet_broken");
    assert_eq!(problem(&supervisor, "organizations", "a,b\n1,2\n".as_bytes()).await, "sheet_no_header");
    assert_eq!(problem(&supervisor, "organizations", HEADER.as_bytes()).await, "sheet_empty");
    assert_eq!(problem(&supervisor, "spaces", HEADER.as_bytes()).await, "sheet_no_header");
}

#[tokio::test]
async fn a_bad_form_names_its_fields() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let fields = |fields: &'static [(&'static str, &'static str)]| {
        let supervisor = supervisor.clone();
        async move { supervisor.upload("/imports", "a.csv", b"x", fields).await.status(400).fields() }
    };
    let one = |path: &str, code: &str| vec![(path.to_owned(), code.to_owned())];
    assert_eq!(fields(&[]).await, one("kind", "required"));
    assert_eq!(fields(&[("kind", "people")]).await, one("kind", "not_one_of"));
    assert_eq!(fields(&[("kind", "spaces"), ("base", "org_1")]).await, one("base", "bad_id"));
    assert_eq!(fields(&[("kind", "spaces"), ("mapping", "[1]")]).await, one("mapping", "malformed"));
    assert_eq!(fields(&[("kind", "spaces"), ("header_row", "0")]).await, one("header_row", "out_of_range"));
    assert_eq!(fields(&[("kind", "spaces"), ("colour", "red")]).await, one("colour", "unknown_field"));
    let empty = supervisor.upload("/imports", "a.csv", b"", &[("kind", "spaces")]).await;
    empty.status(400).field("file", "sheet_empty");
    let mapping = [("kind", "spaces"), ("mapping", "{\"房间\":\"colour\"}")];
    supervisor
        .upload("/imports", "a.csv", b"x", &mapping)
        .await
        .refused(422, "invalid_fields")
        .field("mapping.房间", "not_one_of");
    supervisor.post("/imports", json!({})).await.refused(415, "unsupported_type");
    let large = vec![b' '; (50 << 20) + 1];
    supervisor.upload("/imports", "a.csv", &large, &[("kind", "spaces")]).await.refused(413, "too_large");
    assert_eq!(w.count("import_batch").await, 0);
    supervisor.get("/imports/imp_01J00000000000000000000000").await.refused(404, "not_found");
    supervisor.get("/imports/x").await.refused(404, "not_found");
}

#[tokio::test]
async fn columns_of_another_name_are_assigned_by_hand() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    // Fewer than half of the usual headers: the first words are shown for what they may be.
    let few = "门牌,基地编号,楼层,类型\n101,B01,1,会议室\n";
    let view = checked(&supervisor, "spaces", "few.csv", few.as_bytes()).await;
    assert_eq!((&view["state"], &view["problem"]["code"]), (&json!("failed"), &json!("sheet_no_header")), "{view}");
    assert_eq!(view["mapping"][0], json!({"header": "门牌", "field": null}));
    let csv = "门牌,基地编号,楼层,类型,容纳人数,可预约\n101,B01,1,会议室,12,是\n";
    let view = checked(&supervisor, "spaces", "a.csv", csv.as_bytes()).await;
    let code = &view["problem"]["code"];
    assert_eq!((&view["state"], code), (&json!("failed"), &json!("sheet_headers_missing")), "{view}");
    assert_eq!(view["mapping"][0], json!({"header": "门牌", "field": null}));
    assert_eq!(view["mapping"][1], json!({"header": "基地编号", "field": "base"}));
    let id = view["id"].as_str().unwrap();
    let path = format!("/imports/{id}/remap");
    let bad = supervisor.post(&path, json!({"mapping": {"门牌": "colour"}})).await;
    bad.refused(422, "invalid_fields").field("mapping.门牌", "not_one_of");
    // A header that the file does not have is found when the file is read.
    supervisor.post(&path, json!({"mapping": {"没有": "number"}})).await.ok();
    assert_eq!(settled(&supervisor, id).await["problem"]["code"], "sheet_field_unknown");
    supervisor.post(&path, json!({"mapping": {"门牌": "number"}})).await.ok();
    let view = settled(&supervisor, id).await;
    assert_eq!((&view["state"], &view["problem"]), (&json!("ready"), &Value::Null));
    let view = done(&supervisor, &view, "commit").await;
    assert_eq!((view["state"].as_str(), w.count("space").await), (Some("committed"), 1));
    // What is written is not put aside; what is not, is.
    supervisor.delete(&format!("/imports/{id}")).await.refused(409, "wrong_state");
    let view = checked(&supervisor, "spaces", "b.csv", csv.as_bytes()).await;
    let id = view["id"].as_str().unwrap();
    supervisor.delete(&format!("/imports/{id}")).await.done();
    supervisor.get(&format!("/imports/{id}")).await.refused(404, "not_found");
}

/// A packed file of zeros: small outside, large inside.
fn bomb() -> Vec<u8> {
    let mut zip = rust_xlsxwriter::Workbook::new();
    zip.add_worksheet().write_string(0, 0, "x").expect("a cell");
    let mut bytes = zip.save_to_buffer().expect("a workbook");
    // Each directory entry says how large its file unfolds: here, to far more than is taken.
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(4).position(|window| window == b"PK\x01\x02") {
        at += found + 4;
        bytes[at + 20..at + 24].copy_from_slice(&0xf000_0000u32.to_le_bytes());
    }
    bytes
}

#[tokio::test]
async fn a_bomb_is_not_unfolded() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    assert_eq!(problem(&supervisor, "organizations", &bomb()).await, "sheet_inflates");
}

#[tokio::test]
async fn templates_can_be_filled_in_and_brought_in() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    for (kind, sheet) in [("organizations", "社会组织"), ("spaces", "空间"), ("workdays", "节假日与调休")] {
        let reply = supervisor.get(&format!("/imports/templates/{kind}")).await.status(200);
        let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(reply.bytes.clone())).unwrap();
        assert!(book.worksheet_range(sheet).unwrap().rows().count() >= 1, "{kind}");
        // Only the example is in it, and that is no data.
        assert_eq!(problem(&supervisor, kind, &reply.bytes).await, "sheet_empty");
    }
    supervisor.get("/imports/templates/people").await.refused(404, "not_found");
}

#[tokio::test]
async fn fifty_thousand_rows_are_judged_with_progress() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let mut csv = Vec::new();
    csv.write_all(HEADER.as_bytes()).unwrap();
    for n in 0..50_000 {
        let county = if n % 10 == 0 { "没有的旗" } else { "海拉尔区" };
        csv.write_all(recorded(&format!("协会{n}"), &format!("备{n}"), county).as_bytes()).unwrap();
    }
    let view = supervisor.upload("/imports", "large.csv", &csv, &[("kind", "organizations")]).await.created();
    assert_eq!(view["state"], "checking");
    let view = settled(&supervisor, view["id"].as_str().unwrap()).await;
    assert_eq!((&view["state"], &view["rows"]), (&json!("faulty"), &json!(50_000)));
    assert_eq!(view["counts"], json!({"errors": 5_000, "corrected": 0, "new": 45_000}));
    let id = view["id"].as_str().unwrap();
    let page = supervisor.get(&format!("/imports/{id}/faults?limit=200")).await.ok();
    assert_eq!(page["items"][199]["row"], 2 + 1_990);
    let mut line = csv.clone();
    line.extend(recorded("多", "多", "海拉尔区").as_bytes());
    assert_eq!(problem(&supervisor, "organizations", &line).await, "sheet_too_many_rows");
    assert_eq!(codes(&faults(&supervisor, &view, "corrected").await), []);
}
