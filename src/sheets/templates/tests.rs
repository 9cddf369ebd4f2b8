use std::io::Cursor;

use calamine::{Reader as _, SheetVisible, Xlsx};

use super::{organizations, spaces, workdays};
use crate::{
    export::{Template, template},
    map::{Kind, Overrides, map},
    organizations as ledger,
    read::{Cell, Hints, read},
    samples,
};

fn counties() -> Vec<String> {
    vec!["海拉尔区".to_owned(), "阿荣旗".to_owned()]
}

fn all() -> [(Template, &'static Kind); 3] {
    [
        (organizations(&counties()), &ledger::KIND),
        (spaces(&["B01".to_owned()]), &crate::spaces::KIND),
        (workdays(&counties()), &crate::workdays::KIND),
    ]
}

#[test]
fn every_column_is_explained() {
    for (made, kind) in all() {
        assert_eq!(made.columns.len(), kind.columns.len());
        for column in &made.columns {
            assert!(!column.note.is_empty(), "{}: {}", made.title, column.header);
            assert!(!column.required || !column.example.is_empty(), "{}: {}", made.title, column.header);
            let fits =
                column.choices.is_empty() || column.example.is_empty() || column.choices.contains(&column.example);
            assert!(fits, "{}: {}", made.title, column.header);
        }
    }
}

#[test]
fn a_template_comes_back_with_all_its_columns_and_without_its_example() {
    for (made, kind) in all() {
        let bytes = template(&made).expect("a template");
        let table = read(&bytes, "t.xlsx", kind, &Hints::default()).expect("readable");
        assert_eq!((table.sheet_title.as_str(), table.header_row), (made.title.as_str(), 1));
        assert_eq!(table.rows, []);
        let mapping = map(&table.headers, kind, &Overrides::new()).expect("all headers");
        assert_eq!((mapping.absent, mapping.unknown), (vec![], vec![]));
    }
}

#[test]
fn the_example_of_organizations_would_pass_as_a_row() {
    let made = organizations(&counties());
    let bytes = template(&made).expect("a template");
    let mut table = read(&bytes, "t.xlsx", &ledger::KIND, &Hints::default()).expect("readable");
    let cells = made.columns.iter().map(|column| Cell::Text(column.example.clone())).collect();
    table.rows.push(crate::read::Row { number: 2, cells });
    let mapping = map(&table.headers, &ledger::KIND, &Overrides::new()).expect("all headers");
    let facts = ledger::Facts { divisions: &samples::divisions(), today: "2026-11-24".parse().expect("a day") };
    let outcome = ledger::organizations(&table, &mapping, &facts);
    assert_eq!(outcome.faults, []);
    assert_eq!(outcome.drafts.len(), 1);
}

#[test]
fn sheets_are_the_form_the_notes_and_the_hidden_choices() {
    let bytes = template(&organizations(&counties())).expect("a template");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
    let sheets: Vec<_> = book.sheets_metadata().iter().map(|s| (s.name.clone(), s.visible)).collect();
    let wanted =
        [("社会组织", SheetVisible::Visible), ("填写说明", SheetVisible::Visible), ("lists", SheetVisible::Hidden)];
    assert_eq!(sheets, wanted.map(|(name, visible)| (name.to_owned(), visible)));
    let lists = book.worksheet_range("lists").expect("the choices");
    let column = |at: u32| {
        let cells = (0..20).filter_map(|row| lists.get_value((row, at)).map(ToString::to_string));
        cells.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(column(15), ["1A", "2A", "3A", "4A", "5A"]);
    assert_eq!(column(12), ["海拉尔区", "阿荣旗"]);
    let notes = book.worksheet_range("填写说明").expect("the notes");
    let note = |row: u32, at: u32| notes.get_value((row, at)).map(ToString::to_string);
    assert_eq!(note(2, 0).as_deref(), Some("组织名称"));
    assert_eq!(note(2, 1).as_deref(), Some("必填"));
}
