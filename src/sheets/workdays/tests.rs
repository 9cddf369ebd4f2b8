use std::collections::{BTreeMap, BTreeSet};

use domain::code::Code;

use super::{DayKind, KIND, WorkdayDraft, workdays};
use crate::{fault::Outcome, samples};

fn take(bytes: &[u8]) -> Outcome<WorkdayDraft> {
    let (table, mapping) = samples::mapped(bytes, "workdays.csv", &KIND);
    workdays(&table, &mapping, &samples::divisions(), &BTreeSet::new())
}

fn faults(csv: &str) -> Vec<(u32, Vec<u32>, &'static str, Code)> {
    let outcome = take(csv.as_bytes());
    samples::assert_sentences(&outcome.faults);
    assert_eq!(outcome.is_blocked(), !outcome.faults.is_empty());
    outcome.faults.into_iter().map(|f| (f.row, f.rows, f.field, f.code)).collect()
}

#[test]
fn the_list_of_three_years_has_no_fault() {
    let outcome = take(&samples::file("workdays.csv"));
    assert_eq!(outcome.faults, []);
    assert_eq!((outcome.rows, outcome.drafts.len()), (108, 108));
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for drafted in &outcome.drafts {
        let year = drafted.draft.day.format("%Y").to_string();
        *counts.entry((year, drafted.draft.kind.as_str())).or_default() += 1;
    }
    let count = |year: &str, kind: &'static str| counts[&(year.to_owned(), kind)];
    assert_eq!((count("2024", "off"), count("2024", "work")), (28, 8));
    assert_eq!((count("2025", "off"), count("2025", "work")), (28, 5));
    assert_eq!((count("2026", "off"), count("2026", "work")), (33, 6));
}

#[test]
fn a_day_may_hold_for_one_county() {
    let outcome =
        take("日期,休/班,节日,旗市区\n2026-07-10,休,那达慕,新巴尔虎左旗\n2026-07-10,放假,那达慕,150727\n".as_bytes());
    assert_eq!(outcome.faults, []);
    let divisions: Vec<_> = outcome.drafts.iter().map(|d| d.draft.division.as_deref()).collect();
    assert_eq!(divisions, [Some("150726"), Some("150727")]);
    assert!(outcome.drafts.iter().all(|d| d.draft.kind == DayKind::Off));
}

#[test]
fn a_day_stands_once_for_all_and_once_for_a_county() {
    let csv =
        "date,kind,name,division\n2026-10-01,off,a,\n2026-10-01,off,a,海拉尔区\n2026-10-01,work,b,\n2026-10-01,off,,\n";
    // The second row of a work day is a weekday too; both things are said.
    let found = faults(csv);
    assert_eq!(found, [(2, vec![4, 5], "day", Code::SheetDuplicate), (4, vec![], "day", Code::SheetWorkOnWeekday)]);
}

#[test]
fn a_make_up_day_falls_on_a_weekend_or_on_a_day_off_of_the_others() {
    assert_eq!(faults("date,kind\n2026-10-10,work\n2026-09-20,work\n"), []);
    assert_eq!(faults("date,kind\n2026-10-12,work\n"), [(2, vec![], "day", Code::SheetWorkOnWeekday)]);
    assert_eq!(faults("date,kind,division\n2026-10-01,off,\n2026-10-01,work,根河市\n"), []);
    let alone = "date,kind,division\n2026-10-12,work,根河市\n";
    assert_eq!(faults(alone), [(2, vec![], "day", Code::SheetWorkOnWeekday)]);
}

#[test]
fn unreadable_rows_name_their_cell() {
    let csv = "date,kind,name,division\n2026-13-01,off,,\n2026-10-01,holidays,,\n,off,,\n2026-10-03,off,,海拉尔市\n2026-10-04,,=1,\n";
    assert_eq!(
        faults(csv),
        [
            (2, vec![], "day", Code::BadDay),
            (3, vec![], "kind", Code::NotOneOf),
            (4, vec![], "day", Code::Required),
            (5, vec![], "division", Code::SheetUnknownCounty),
            (6, vec![], "kind", Code::Required),
            (6, vec![], "name", Code::SheetFormula),
        ]
    );
}
