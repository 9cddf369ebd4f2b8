//! T61: every fault of every row at once, in the reader's language, and nothing else.

use std::io::Cursor;

use calamine::Reader as _;
use serde_json::{Value, json};

use super::{HEADER, checked, codes, done, faults, file, recorded, settled};
use crate::world::World;

#[tokio::test]
async fn the_dirty_ledger_reports_each_fault_of_its_notes_and_nothing_else() {
    let w = World::with_divisions().await;
    let supervisor = w.supervisor().await;
    let before = w.totals().await;
    let view = checked(&supervisor, "organizations", "dirty.csv", &file("organizations-dirty.csv")).await;
    assert_eq!((&view["state"], &view["can"]["commit"]), (&json!("faulty"), &json!("wrong_state")));
    let errors = faults(&supervisor, &view, "error").await;
    let repairs = faults(&supervisor, &view, "corrected").await;
    let wanted = |note: &str| -> &[&str] {
        match note {
            "check" => &["credit_code_check"],
            "badtype" => &["not_one_of"],
            "nocode" => &["sheet_code_missing"],
            "formula" => &["sheet_formula"],
            "iosvz" => &["credit_code_character"],
            "phone_short" => &["sheet_phone"],
            "badarea" => &["sheet_unknown_county"],
            "longname" => &["too_long"],
            "dup" => &["sheet_duplicate"],
            "full" => &["sheet_full_width"],
            "space" => &["sheet_spaces"],
            "lower" => &["sheet_lower_case"],
            "newline" => &["sheet_line_break"],
            "date_serial" => &["sheet_day_serial"],
            "date_cn" => &["sheet_day_text"],
            other => panic!("a note of another kind: {other}"),
        }
    };
    let mut noted: Vec<(i64, String)> = Vec::new();
    for record in csv::Reader::from_reader(file("organizations-dirty.notes.csv").as_slice()).records() {
        let record = record.unwrap();
        noted.extend(wanted(&record[1]).iter().map(|code| (record[0].parse().unwrap(), (*code).to_owned())));
    }
    let mut found: Vec<(i64, String)> = Vec::new();
    for fault in errors.iter().chain(&repairs) {
        found.push((fault["row"].as_i64().unwrap(), fault["code"].as_str().unwrap().to_owned()));
    }
    noted.sort();
    found.sort();
    assert_eq!(found, noted);
    // Nothing is written, and a commit is refused.
    let id = view["id"].as_str().unwrap();
    supervisor.post(&format!("/imports/{id}/commit"), json!({})).await.refused(409, "wrong_state");
    assert_eq!(w.count("organization").await, before["organization"]);
}

#[tokio::test]
async fn one_bad_row_in_five_hundred_and_nothing_is_written() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let mut csv = HEADER.to_owned();
    for n in 0..500 {
        let county = if n == 250 { "没有的旗" } else { "海拉尔区" };
        csv.push_str(&recorded(&format!("协会{n}"), &format!("备{n}"), county));
    }
    let view = checked(&supervisor, "organizations", "500.csv", csv.as_bytes()).await;
    assert_eq!((&view["state"], &view["counts"]["errors"]), (&json!("faulty"), &json!(1)));
    assert_eq!(codes(&faults(&supervisor, &view, "error").await), [(252, "sheet_unknown_county")]);
    assert_eq!(w.count("organization").await, 0);
}

#[tokio::test]
async fn faults_are_told_in_the_readers_language() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let view = checked(
        &supervisor,
        "organizations",
        "a.csv",
        format!("{HEADER}{}", recorded("甲", "1", "没有的旗")).as_bytes(),
    )
    .await;
    let detail = |fault: &[Value]| fault[0]["detail"].as_str().unwrap().to_owned();
    let chinese = detail(&faults(&supervisor, &view, "error").await);
    assert_eq!(chinese, "没有旗市区“没有的旗”。请填写全称，例如“海拉尔区”。");
    let english = detail(&faults(&supervisor.in_english(), &view, "error").await);
    assert_eq!(english, "There is no banner, city or district “没有的旗”. Enter its full name.");

    let id = view["id"].as_str().unwrap();
    let book = supervisor.get(&format!("/imports/{id}/faults/export")).await.status(200);
    assert!(book.header("content-disposition").unwrap().starts_with("attachment"));
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(book.bytes)).unwrap();
    let range = book.worksheet_range("问题清单").unwrap();
    let row: Vec<String> = range.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(row, ["2", "", "所属旗市区", "错误", "没有的旗", "", chinese.as_str()]);
    // A place that a caller made up is a bad cursor, not an error of ours.
    for cursor in ["eA", "Mw", "OTk5OTk5OTk"] {
        let reply = supervisor.get(&format!("/imports/{id}/faults?cursor={cursor}")).await;
        reply.refused(422, "invalid_fields").field("cursor", "malformed");
    }
    supervisor.get(&format!("/imports/{id}/faults?severity=x")).await.field("severity", "not_one_of");
}

#[tokio::test]
async fn what_the_house_has_already_is_told_for_all_rows_at_once() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let rows = |names: &[&str]| -> String {
        names.iter().map(|name| recorded(name, &format!("备-{name}"), "海拉尔区")).collect()
    };
    let first =
        checked(&supervisor, "organizations", "1.csv", format!("{HEADER}{}", rows(&["甲", "乙"])).as_bytes()).await;
    done(&supervisor, &first, "commit").await;
    let csv = format!("{HEADER}{}", rows(&["甲", "丙", "乙", "丙"]));
    let second = checked(&supervisor, "organizations", "2.csv", csv.as_bytes()).await;
    let found = faults(&supervisor, &second, "error").await;
    assert_eq!(codes(&found), [(2, "sheet_known"), (3, "sheet_duplicate"), (4, "sheet_known")]);
    assert_eq!((&found[0]["field"], &found[0]["raw"]), (&json!("record_number"), &json!("备-甲")));
    // A row that is there already is none that could be taken.
    let id = second["id"].as_str().unwrap();
    let good = supervisor.get(&format!("/imports/{id}/rows")).await.ok();
    assert_eq!((&second["counts"]["new"], &good["items"]), (&json!(0), &json!([])));
    assert_eq!(w.count("organization").await, 2);
}

#[tokio::test]
async fn what_became_known_after_the_check_is_found_when_it_is_written() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let csv = |more: &str| format!("{HEADER}{}{}", recorded("甲", "备1", "海拉尔区"), recorded(more, more, "海拉尔区"));
    let first = checked(&supervisor, "organizations", "1.csv", csv("乙").as_bytes()).await;
    let second = checked(&supervisor, "organizations", "2.csv", csv("丙").as_bytes()).await;
    assert_eq!((&first["state"], &second["state"]), (&json!("ready"), &json!("ready")));
    done(&supervisor, &first, "commit").await;
    let second = done(&supervisor, &second, "commit").await;
    assert_eq!((&second["state"], &second["counts"]["errors"]), (&json!("faulty"), &json!(1)));
    assert_eq!(codes(&faults(&supervisor, &second, "error").await), [(2, "sheet_known")]);
    assert_eq!(w.count("organization").await, 2, "nothing of the second is written");
}

#[tokio::test]
async fn two_files_with_the_same_row_are_written_at_once_and_only_one_is() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let csv = |more: &str| format!("{HEADER}{}{}", recorded("甲", "备1", "海拉尔区"), recorded(more, more, "海拉尔区"));
    let mut ids = Vec::new();
    for more in ["乙", "丙", "丁"] {
        let view = checked(&supervisor, "organizations", more, csv(more).as_bytes()).await;
        ids.push(view["id"].as_str().unwrap().to_owned());
    }
    for id in &ids {
        supervisor.post(&format!("/imports/{id}/commit"), json!({})).await.ok();
    }
    let mut states = Vec::new();
    for id in &ids {
        states.push(settled(&supervisor, id).await["state"].as_str().unwrap().to_owned());
    }
    states.sort();
    assert_eq!(states, ["committed", "faulty", "faulty"]);
    assert_eq!(w.count("organization").await, 2);
}
