use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::code::Code;

use super::{Class, Facts, Grade, KIND, OrganizationDraft, OrganizationKind, PartyForm, organizations};
use crate::{
    divisions::DivisionIndex,
    fault::{Fault, Outcome, Severity},
    samples,
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn take(bytes: &[u8], name: &str, divisions: &DivisionIndex) -> Outcome<OrganizationDraft> {
    let (table, mapping) = samples::mapped(bytes, name, &KIND);
    organizations(&table, &mapping, &Facts { divisions, today: day("2026-11-24") })
}

/// A good row of the city's ledger with some cells replaced.
fn with(changes: &[(&str, &str)]) -> Outcome<OrganizationDraft> {
    rows(&[changes])
}

fn rows(rows: &[&[(&str, &str)]]) -> Outcome<OrganizationDraft> {
    let good = [
        ("序号", "1"),
        ("组织名称", "海拉尔区仁德礼社区健康协会"),
        ("统一社会信用代码", "51150700MJY1234581"),
        ("备案号", ""),
        ("组织类型", "社会团体"),
        ("类别", "生活服务"),
        ("登记（备案）机关", "海拉尔区民政局"),
        ("业务主管单位", "海拉尔区民政局"),
        ("成立日期", "2019-03-05"),
        ("负责人", "罗明艳"),
        ("联络员", "李秀娟"),
        ("联络员电话", "15731344958"),
        ("所属旗市区", "海拉尔区"),
        ("苏木乡镇（街道）", "正阳街道"),
        ("嘎查村（社区）", ""),
        ("评估等级", "3A"),
        ("年检结论", "合格"),
        ("党组织形式", "无"),
        ("专职人员", "2"),
        ("持证社工", "1"),
        ("志愿者", "30"),
    ];
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(good.map(|(header, _)| header)).expect("in memory");
    for changes in rows {
        assert!(changes.iter().all(|(header, _)| good.iter().any(|(known, _)| known == header)), "{changes:?}");
        let changes: BTreeMap<&str, &str> = changes.iter().copied().collect();
        writer.write_record(good.map(|(header, value)| *changes.get(header).unwrap_or(&value))).expect("in memory");
    }
    take(&writer.into_inner().expect("in memory"), "t.csv", &samples::divisions())
}

fn short(fault: &Fault) -> (&'static str, Code, Severity) {
    (fault.field, fault.code, fault.severity)
}

fn only(changes: &[(&str, &str)]) -> (&'static str, Code, Severity) {
    let outcome = with(changes);
    samples::assert_sentences(&outcome.faults);
    assert_eq!(outcome.faults.len(), 1, "{:?}", outcome.faults);
    assert_eq!(outcome.drafts.len(), usize::from(!outcome.is_blocked()));
    short(&outcome.faults[0])
}

#[test]
fn the_city_ledger_gives_all_its_organizations_and_no_fault() {
    let outcome = take(&samples::file("organizations.xlsx"), "organizations.xlsx", &samples::divisions());
    assert_eq!(outcome.faults, []);
    assert_eq!((outcome.rows, outcome.drafts.len()), (869, 869));
    let recorded = outcome.drafts.iter().filter(|d| d.draft.kind == OrganizationKind::Recorded);
    assert!(recorded.clone().all(|d| d.draft.credit_code.is_none() && d.draft.record_number.is_some()));
    assert_eq!(recorded.count(), 31);
    let graded = outcome.drafts.iter().filter(|d| d.draft.grade == Some(Grade::A3)).count();
    assert_eq!(graded, 119);
    assert!(outcome.drafts.iter().all(|d| d.draft.village.as_ref().is_some_and(|v| v.len() == 12)));
    let first = &outcome.drafts[0];
    assert_eq!(first.row, 3);
    assert_eq!(
        first.draft,
        OrganizationDraft {
            serial: Some("1".into()),
            name: "牙克石市第六生产队助老协会".into(),
            credit_code: Some("51150782MJY1007901".into()),
            record_number: None,
            kind: OrganizationKind::Association,
            class: Some(Class::Charity),
            authority: Some("牙克石市民政局".into()),
            supervisor: Some("牙克石市民政局".into()),
            founded_on: Some(day("2016-04-24")),
            leader: Some("罗明艳".into()),
            liaison: Some("李秀娟".into()),
            liaison_phone: Some("15731344958".into()),
            county: "150782".into(),
            township: first.draft.township.clone(),
            village: first.draft.village.clone(),
            grade: None,
            annual_check: Some(super::AnnualCheck::Passed),
            party_form: Some(PartyForm::FunctionalBranch),
            full_time_staff: Some(2),
            social_workers: Some(4),
            volunteers: Some(9),
        }
    );
}

#[test]
fn the_dirty_ledger_gives_exactly_the_faults_of_its_notes() {
    let notes = samples::file("organizations-dirty.notes.csv");
    let mut expected = Vec::new();
    for record in csv::Reader::from_reader(notes.as_slice()).records() {
        let record = record.expect("the notes");
        let (field, code, severity) = match &record[1] {
            "check" => ("credit_code", Code::CreditCodeCheck, Severity::Error),
            "badtype" => ("kind", Code::NotOneOf, Severity::Error),
            "full" => ("credit_code", Code::SheetFullWidth, Severity::Corrected),
            "nocode" => ("credit_code", Code::SheetCodeMissing, Severity::Error),
            "date_serial" => ("founded_on", Code::SheetDaySerial, Severity::Corrected),
            "newline" => ("name", Code::SheetLineBreak, Severity::Corrected),
            "formula" => ("name", Code::SheetFormula, Severity::Error),
            "space" => ("credit_code", Code::SheetSpaces, Severity::Corrected),
            "iosvz" => ("credit_code", Code::CreditCodeCharacter, Severity::Error),
            "phone_short" => ("liaison_phone", Code::SheetPhone, Severity::Error),
            "lower" => ("credit_code", Code::SheetLowerCase, Severity::Corrected),
            "badarea" => ("county", Code::SheetUnknownCounty, Severity::Error),
            "longname" => ("name", Code::TooLong, Severity::Error),
            "dup" => ("credit_code", Code::SheetDuplicate, Severity::Error),
            "date_cn" => ("founded_on", Code::SheetDayText, Severity::Corrected),
            other => panic!("a fault without a code: {other}"),
        };
        expected.push((record[0].parse::<u32>().expect("a number"), field, code, severity));
    }
    assert_eq!(expected.len(), 15);
    let outcome = take(&samples::file("organizations-dirty.csv"), "organizations-dirty.csv", &samples::divisions());
    let found: Vec<_> = outcome.faults.iter().map(|f| (f.row, f.field, f.code, f.severity)).collect();
    samples::assert_sentences(&outcome.faults);
    assert_eq!(found, expected);
    let value = |row: u32| outcome.faults.iter().find(|f| f.row == row).and_then(|f| f.value.as_deref());
    assert_eq!(value(13), Some("51150703MJY332460A"));
    assert_eq!(value(23), Some("2020-01-01"));
    assert_eq!(value(29), Some("牙克石市新风社区居民委员会志愿服务联合会"));
    assert_eq!(value(42), Some("51150703MJY2953215"));
    assert_eq!(value(48), Some("51150783MJY2079939"));
    assert_eq!(value(58), Some("2019-03-05"));
    let twins = outcome.faults.iter().find(|f| f.code == Code::SheetDuplicate).expect("the twins");
    assert_eq!((twins.row, twins.rows.as_slice(), twins.raw.as_str()), (57, [62].as_slice(), "51150782MJY246343B"));
    // Nine rows have an error, and the twin of the last of them is out with it.
    assert_eq!((outcome.rows, outcome.drafts.len()), (61, 61 - 9 - 1));
    assert!(outcome.is_blocked());
}

#[test]
fn a_good_row_has_no_fault() {
    let outcome = with(&[]);
    assert_eq!(outcome.faults, []);
    assert_eq!(outcome.drafts.len(), 1);
}

#[test]
fn corrections_alone_do_not_block() {
    let outcome = with(&[("统一社会信用代码", "５１１５０７００ mjy1234581")]);
    let faults: Vec<_> = outcome.faults.iter().map(|f| f.code).collect();
    assert_eq!(faults, [Code::SheetFullWidth, Code::SheetSpaces, Code::SheetLowerCase]);
    assert!(!outcome.is_blocked());
    assert_eq!(outcome.drafts[0].draft.credit_code.as_deref(), Some("51150700MJY1234581"));
}

#[test]
fn the_code_agrees_with_kind_and_authority() {
    let code = |reason| ("credit_code", reason, Severity::Error);
    assert_eq!(only(&[("组织类型", "基金会")]), code(Code::CreditCodeKind));
    assert_eq!(only(&[("组织类型", "民办非企业单位")]), code(Code::CreditCodeKind));
    assert_eq!(only(&[("组织类型", "筹备团队")]), code(Code::SheetCodeNotExpected));
    assert_eq!(only(&[("统一社会信用代码", "91110000600037341L")]), code(Code::CreditCodeDepartment));
    assert_eq!(
        only(&[("统一社会信用代码", "52440300MJL186084F"), ("组织类型", "社会服务机构")]),
        code(Code::CreditCodeAuthority)
    );
    assert_eq!(only(&[("统一社会信用代码", "51150700MJY12345")]), code(Code::CreditCodeLength));
    assert_eq!(only(&[("统一社会信用代码", "")]), code(Code::SheetCodeMissing));
}

#[test]
fn recorded_organizations_need_a_record_number_and_teams_need_nothing() {
    let recorded = [("组织类型", "备案社区社会组织"), ("统一社会信用代码", "无")];
    assert_eq!(only(&recorded), ("record_number", Code::SheetRecordNumberMissing, Severity::Error));
    assert_eq!(with(&[("组织类型", "筹备团队"), ("统一社会信用代码", "/")]).faults, []);
    let numbered = [recorded[0], recorded[1], ("备案号", "海拉社备〔2023〕056号")];
    let twins = rows(&[&numbered, &[], &numbered]);
    assert_eq!(twins.faults.len(), 1);
    assert_eq!(short(&twins.faults[0]), ("record_number", Code::SheetDuplicate, Severity::Error));
    assert_eq!((twins.faults[0].row, twins.faults[0].rows.as_slice()), (2, [4].as_slice()));
    assert_eq!(twins.drafts.len(), 1);
}

#[test]
fn phones_are_tidied_or_refused() {
    for (written, kept) in [
        ("+86 157 3134 4958", "15731344958"),
        ("157-3134-4958", "15731344958"),
        ("１５７３１３４４９５８", "15731344958"),
        ("(0470)8223344", "0470-8223344"),
    ] {
        let outcome = with(&[("联络员电话", written)]);
        assert_eq!(outcome.drafts[0].draft.liaison_phone.as_deref(), Some(kept), "{written}");
        assert!(outcome.faults.iter().all(|f| f.severity == Severity::Corrected && f.field == "liaison_phone"));
        assert!(!outcome.faults.is_empty(), "{written}");
    }
    for good in ["0470-8223344", "04708223344", "010-12345678-123", "4001234567"] {
        assert_eq!(with(&[("联络员电话", good)]).faults, [], "{good}");
    }
    for bad in ["1380000", "8223344", "12345678901", "157313449581", "电话", "00470-8223344", "=1+1"] {
        assert_eq!(only(&[("联络员电话", bad)]), ("liaison_phone", Code::SheetPhone, Severity::Error), "{bad}");
    }
}

#[test]
fn digits_that_excel_has_lost_are_named_as_such() {
    let error = |field| (field, Code::SheetDigitsLost, Severity::Error);
    assert_eq!(only(&[("统一社会信用代码", "5.11507E+17")]), error("credit_code"));
    assert_eq!(only(&[("联络员电话", "1.57313E+10")]), error("liaison_phone"));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (header, value)) in (0u16..).zip([("组织名称", "协会"), ("组织类型", "社团"), ("旗市区", "根河市")])
    {
        sheet.write_string(0, column, header).expect("a cell").write_string(1, column, value).expect("a cell");
    }
    sheet
        .write_string(0, 3, "信用代码")
        .expect("a cell")
        .write_number(1, 3, 511_507_001_234_567_890.0)
        .expect("a cell");
    let outcome = take(&book.save_to_buffer().expect("a workbook"), "t.xlsx", &samples::divisions());
    assert_eq!(outcome.faults.iter().map(short).collect::<Vec<_>>(), [error("credit_code")]);
}

#[test]
#[ignore = "a measurement: the largest file in a debug build"]
fn the_largest_file_is_taken_in_seconds() {
    let many: Vec<&[(&str, &str)]> =
        vec![&[("统一社会信用代码", "无"), ("组织类型", "筹备团队")]; 50_000];
    let started = std::time::Instant::now();
    let outcome = rows(&many);
    assert_eq!((outcome.drafts.len(), outcome.faults.len()), (50_000, 0));
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn places_are_found_one_below_the_other() {
    let found = with(&[("苏木乡镇（街道）", "正阳街道办事处")]);
    assert_eq!(short(&found.faults[0]), ("township", Code::SheetPlaceName, Severity::Corrected));
    assert_eq!(found.faults[0].value.as_deref(), Some("正阳街道"));
    assert_eq!(found.drafts[0].draft.township.as_deref(), Some("150702001"));
    let error = |field, code| (field, code, Severity::Error);
    assert_eq!(only(&[("所属旗市区", "海拉尔市")]), error("county", Code::SheetUnknownCounty));
    assert_eq!(only(&[("苏木乡镇（街道）", "大雁镇")]), error("township", Code::SheetUnknownTownship));
    assert_eq!(only(&[("嘎查村（社区）", "没有的社区")]), error("village", Code::SheetUnknownVillage));
    for empty in ["", "无"] {
        let orphan = [("苏木乡镇（街道）", empty), ("嘎查村（社区）", "某社区")];
        assert_eq!(only(&orphan), error("village", Code::SheetTownshipFirst));
    }
}

#[test]
fn every_other_field_has_its_own_reason() {
    let error = |field, code| (field, code, Severity::Error);
    assert_eq!(only(&[("组织名称", "")]), error("name", Code::Required));
    assert_eq!(only(&[("组织类型", "")]), error("kind", Code::Required));
    assert_eq!(only(&[("所属旗市区", "")]), error("county", Code::Required));
    assert_eq!(only(&[("负责人", "@SUM(A1)")]), error("leader", Code::SheetFormula));
    assert_eq!(only(&[("类别", "娱乐")]), error("class", Code::NotOneOf));
    assert_eq!(only(&[("评估等级", "6A")]), error("grade", Code::NotOneOf));
    assert_eq!(only(&[("年检结论", "良好")]), error("annual_check", Code::NotOneOf));
    assert_eq!(only(&[("党组织形式", "团支部")]), error("party_form", Code::NotOneOf));
    assert_eq!(only(&[("成立日期", "2019-02-30")]), error("founded_on", Code::BadDay));
    assert_eq!(only(&[("成立日期", "2026-11-25")]), error("founded_on", Code::DayTooLate));
    assert_eq!(only(&[("志愿者", "-3")]), error("volunteers", Code::SheetCount));
    assert_eq!(only(&[("志愿者", "2.5")]), error("volunteers", Code::SheetCount));
    assert_eq!(only(&[("志愿者", "30人")]), ("volunteers", Code::SheetUnit, Severity::Corrected));
}

#[test]
fn all_faults_of_all_rows_come_at_once() {
    let outcome = rows(&[
        &[("组织名称", "=1"), ("联络员电话", "1"), ("评估等级", "9A")],
        &[("统一社会信用代码", "52150702MJY678904D"), ("组织类型", "社会服务机构")],
        &[("统一社会信用代码", ""), ("所属旗市区", "无此旗")],
    ]);
    let rows: Vec<u32> = outcome.faults.iter().map(|f| f.row).collect();
    assert_eq!(rows, [2, 2, 2, 4, 4]);
    assert_eq!(outcome.drafts.iter().map(|d| d.row).collect::<Vec<_>>(), [3]);
}

#[test]
fn tolerated_writings_of_words() {
    let outcome = with(&[("类别", "生活服务类"), ("评估等级", "３ａ级"), ("组织类型", "社 团")]);
    assert_eq!(outcome.faults, []);
    let draft = &outcome.drafts[0].draft;
    assert_eq!((draft.class, draft.grade), (Some(Class::DailyLife), Some(Grade::A3)));
}

#[test]
fn a_fault_goes_out_with_words() {
    let outcome = with(&[("评估等级", "6A")]);
    let fault = &outcome.faults[0];
    assert_eq!((fault.column.as_str(), fault.raw.as_str()), ("评估等级", "6A"));
    assert_eq!(fault.code.as_str(), "not_one_of");
    assert_eq!(fault.values["allowed"][2], "3A");
    assert_eq!(fault.values["value"], "6A");
}
