use std::collections::BTreeMap;

use domain::code::Code;

use super::{Bases, KIND, SpaceDraft, SpaceKind, Within, spaces};
use crate::{
    fault::{Outcome, Severity},
    samples,
};

fn bases() -> Bases {
    let file = samples::file("bases.csv");
    let mut reader = csv::Reader::from_reader(file.as_slice());
    reader.records().map(|record| record.expect("bases")).map(|r| (r[0].to_owned(), r[1].to_owned())).collect()
}

fn take(bytes: &[u8]) -> Outcome<SpaceDraft> {
    let (table, mapping) = samples::mapped(bytes, "spaces", &KIND);
    spaces(&table, &mapping, &bases())
}

fn csv(rows: &str) -> Outcome<SpaceDraft> {
    take(format!("基地编号,基地名称,楼层,房间/工位号,类型,容纳人数,面积（㎡）,可预约,设备\n{rows}").as_bytes())
}

#[test]
fn the_ledger_of_spaces_gives_all_its_rows_and_no_fault() {
    let outcome = take(&samples::file("spaces.xlsx"));
    assert_eq!(outcome.faults, []);
    assert_eq!((outcome.rows, outcome.drafts.len()), (363, 363));
    let mut per_base: BTreeMap<&str, usize> = BTreeMap::new();
    let mut per_kind: BTreeMap<&str, usize> = BTreeMap::new();
    for drafted in &outcome.drafts {
        *per_base.entry(&drafted.draft.base).or_default() += 1;
        *per_kind.entry(drafted.draft.kind.as_str()).or_default() += 1;
    }
    let expected_bases = [
        ("B00", 76),
        ("B01", 22),
        ("B02", 18),
        ("B03", 18),
        ("B04", 22),
        ("B05", 30),
        ("B06", 22),
        ("B07", 30),
        ("B08", 18),
        ("B09", 30),
        ("B10", 34),
        ("B11", 21),
        ("B12", 22),
    ];
    assert_eq!(per_base, BTreeMap::from(expected_bases));
    let expected_kinds = [
        ("desk", 232),
        ("office", 29),
        ("studio", 16),
        ("case_room", 16),
        ("party_room", 16),
        ("classroom", 15),
        ("roadshow", 14),
        ("meeting_room", 13),
        ("negotiation", 12),
    ];
    assert_eq!(per_kind, BTreeMap::from(expected_kinds));
    let mut areas: BTreeMap<String, usize> = BTreeMap::new();
    for drafted in outcome.drafts.iter().filter(|d| d.draft.base == "B00" && d.draft.kind == SpaceKind::Desk) {
        let Some(Within::OpenArea(area)) = &drafted.draft.within else { panic!("{drafted:?}") };
        *areas.entry(area.clone()).or_default() += 1;
    }
    assert_eq!(areas, ["1-D", "2-D", "3-D", "4-D"].map(|area| (area.to_owned(), 15)).into());
    assert_eq!(
        outcome.drafts[0].draft,
        SpaceDraft {
            base: "B00".into(),
            floor: 1,
            number: "101".into(),
            kind: SpaceKind::Classroom,
            within: None,
            capacity: Some(40),
            area: Some(20_000),
            bookable: true,
            equipment: vec!["投影仪".into(), "白板".into()],
        }
    );
}

#[test]
fn a_desk_numbered_after_a_room_stands_in_it() {
    let outcome =
        csv("B01,,2,201,办公室,4,20,,\nB01,,2,201-1,工位,1,,,\nB02,,2,201-1,工位,1,,,\nB01,,2,A7,工位,1,,,\n");
    assert_eq!(outcome.faults, []);
    let within: Vec<_> = outcome.drafts.iter().map(|d| d.draft.within.clone()).collect();
    let (room, area) = (Within::Room("201".into()), Within::OpenArea("201".into()));
    assert_eq!(within, [None, Some(room), Some(area), None]);
    assert!(outcome.drafts.iter().all(|d| !d.draft.bookable));
}

#[test]
fn faults_of_spaces() {
    let outcome = csv("B99,,1,101,会议室,1,1,是,\n\
                       B01,阿荣旗社会组织孵化中心,1,102,会议室,1,1,是,\n\
                       B01,,零,103,会议室,1,1,是,\n\
                       B01,,1,104,厨房,1,1,是,\n\
                       B01,,1,105,会议室,0,1,是,\n\
                       B01,,1,106,会议室,1,1.234,是,\n\
                       B01,,1,107,会议室,1,0,也许,\n\
                       B01,,1,108,会议室,1,1,是,\n\
                       B01,,2,108,会议室,1,1,是,\n\
                       B01,,,,会议室,1,1,是,\n");
    samples::assert_sentences(&outcome.faults);
    assert!(outcome.faults.iter().all(|f| f.severity == Severity::Error));
    let found: Vec<_> = outcome.faults.iter().map(|f| (f.row, f.field, f.code)).collect();
    assert_eq!(
        found,
        [
            (2, "base", Code::SheetUnknownBase),
            (3, "base_name", Code::SheetBaseName),
            (4, "floor", Code::SheetFloor),
            (5, "kind", Code::NotOneOf),
            (6, "capacity", Code::OutOfRange),
            (7, "area", Code::SheetNumber),
            (8, "area", Code::SheetNumber),
            (8, "bookable", Code::NotOneOf),
            (9, "number", Code::SheetDuplicate),
            (11, "number", Code::Required),
            (11, "floor", Code::Required),
        ]
    );
    assert_eq!(outcome.drafts, []);
}

#[test]
fn floors_areas_and_equipment_as_people_write_them() {
    let outcome =
        csv("B01,,B1,1,会议室,1,\"12.5㎡\",√,投影仪；白板、投影仪，无\nB01,,-2,2,展厅,,,,\nB01,,３层,3,工位,,4,,\n");
    let drafts: Vec<_> = outcome.drafts.iter().map(|d| &d.draft).collect();
    assert_eq!(drafts.iter().map(|d| d.floor).collect::<Vec<_>>(), [-1, -2, 3]);
    assert_eq!(drafts.iter().map(|d| d.area).collect::<Vec<_>>(), [Some(1250), None, Some(400)]);
    assert_eq!(drafts.iter().map(|d| d.bookable).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!(drafts[0].equipment, ["投影仪", "白板"]);
    let faults: Vec<_> = outcome.faults.iter().map(|f| (f.row, f.code, f.severity)).collect();
    assert_eq!(faults, [(2, Code::SheetUnit, Severity::Corrected)]);
}
