use std::io::{Cursor, Write as _};

use calamine::{Data, Reader as _, Xlsx};
use chrono::NaiveDate;

use super::{Column, ColumnKind, ExportError, Sheet, Value, export, export_all, template, title};
use crate::templates;

/// Texts that a spreadsheet program would calculate if they were typed.
const DANGEROUS: [&str; 11] = [
    "=1+1",
    "+8613800001111",
    "@SUM(A1)",
    "-x",
    "\t=1+1",
    "\r=1+1",
    "=HYPERLINK(\"http://x\")",
    "＝1+1",
    "{=1+1}",
    "'=1+1",
    "http://x.example/",
];

fn sheet() -> Sheet {
    let columns = [
        ("组织名称", ColumnKind::Text),
        ("代码", ColumnKind::Digits),
        ("日期", ColumnKind::Date),
        ("人数", ColumnKind::Number),
        ("金额", ColumnKind::Money),
        ("=说明", ColumnKind::Wrap),
    ];
    let mut rows: Vec<Vec<Value>> = DANGEROUS.iter().map(|text| vec![Value::from(*text), Value::from(*text)]).collect();
    rows.push(vec![
        "海拉尔区协会".into(),
        "051150700123456789".into(),
        Value::Day("2019-03-05".parse().expect("a day")),
        Value::Integer(42),
        Value::Fen(1_234_567),
        "第一行\r\n第二行\n_x000D_ <&> \u{1}".into(),
    ]);
    rows.push(vec![
        Value::Empty,
        Value::Integer(13_800_001_111),
        Value::Day("1899-12-31".parse().expect("a day")),
        Value::Integer(511_507_001_234_567_890),
        Value::Fen(-1),
        Value::Number(f64::NAN),
    ]);
    let columns = columns.map(|(header, kind)| Column::new(header, kind)).into();
    Sheet { title: "名单/2026".to_owned(), columns, rows }
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn no_text_becomes_a_formula_and_every_text_comes_back_as_it_was() {
    let bytes = export(&sheet()).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
    assert_eq!(book.sheet_names(), ["名单 2026"]);
    let formulas = book.worksheet_formula("名单 2026").expect("a sheet");
    assert_eq!(formulas.used_cells().collect::<Vec<_>>(), []);
    let range = book.worksheet_range("名单 2026").expect("a sheet");
    for (row, dangerous) in (1u32..).zip(DANGEROUS) {
        for column in [0, 1] {
            assert_eq!(range.get_value((row, column)), Some(&text(dangerous)), "{dangerous:?}");
        }
    }
}

#[test]
fn a_formula_would_be_seen_by_the_test_above() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_formula(0, 0, "=1+1").expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
    assert_eq!(book.worksheet_formula("Sheet1").expect("a sheet").used_cells().count(), 1);
}

#[test]
fn digits_stay_text_and_the_other_kinds_are_values() {
    let bytes = export(&sheet()).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
    let range = book.worksheet_range("名单 2026").expect("a sheet");
    let value = |row: u32, column: u32| range.get_value((row, column)).cloned().unwrap_or_default();
    let row = u32::try_from(DANGEROUS.len()).expect("few") + 1;
    assert_eq!(value(row, 1), text("051150700123456789"));
    let Data::DateTime(day) = value(row, 2) else { panic!("no date: {:?}", value(row, 2)) };
    assert_eq!(day.as_datetime().map(|moment| moment.date()), NaiveDate::from_ymd_opt(2019, 3, 5));
    assert_eq!(value(row, 3), Data::Float(42.0));
    assert_eq!(value(row, 4), Data::Float(12345.67));
    assert_eq!(value(row, 5), text("第一行\n第二行\n_x000D_ <&> \u{1}"));
    assert_eq!(value(row + 1, 1), text("13800001111"));
    assert_eq!(value(row + 1, 2), text("1899-12-31"));
    assert_eq!(value(row + 1, 3), text("511507001234567890"));
    assert_eq!(value(row + 1, 4), Data::Float(-0.01));
    assert_eq!(value(row + 1, 5), Data::Empty);
}

/// The golden file was written on another day: a clock or chance inside would show. When a new
/// version of the writer changes the bytes, run with `UPDATE_GOLDEN=1` and look at the file.
#[test]
fn the_same_table_gives_the_same_bytes() {
    let path = crate::samples::root().join("../../tests/golden/sheets-export.xlsx");
    let bytes = export(&sheet()).expect("a workbook");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &bytes).expect("the golden file");
    }
    assert!(std::fs::read(&path).expect("the golden file") == bytes, "{} differs", path.display());
}

#[test]
fn extreme_numbers_and_days_are_written() {
    let values = [i64::MIN, i64::MAX].map(|number| [Value::Integer(number), Value::Fen(number)]).concat();
    let days = [NaiveDate::MIN, NaiveDate::MAX].map(Value::Day).to_vec();
    let columns = vec![Column::new("a", ColumnKind::Number); 4];
    let sheet = Sheet { title: "t".into(), columns, rows: vec![values, days] };
    let bytes = export(&sheet).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
    let range = book.worksheet_range("t").expect("a sheet");
    assert_eq!(range.get_value((1, 0)), Some(&text("-9223372036854775808")));
    assert_eq!(range.get_value((2, 0)), Some(&text(&NaiveDate::MIN.to_string())));
}

#[test]
fn titles_are_made_fit() {
    assert_eq!(title("a[b]:c*d?e/f\\g"), "a b  c d e f g");
    assert_eq!(title("'名单'"), "名单");
    assert_eq!(title(" "), "Sheet1");
    assert_eq!(title(&"长".repeat(40)).chars().count(), 31);
}

#[test]
fn tables_beyond_excel_are_refused() {
    let columns = vec![Column::new("a", ColumnKind::Text)];
    let long = |length: usize| Sheet {
        title: "t".into(),
        columns: columns.clone(),
        rows: vec![vec![], vec![Value::Text("社".repeat(length))]],
    };
    assert!(export(&long(32_767)).is_ok());
    assert!(matches!(export(&long(32_768)), Err(ExportError::CellTooLong { row: 2, column: 1 })));
    let wide = Sheet { title: "t".into(), columns: vec![Column::new("a", ColumnKind::Text); 16_385], rows: vec![] };
    assert!(matches!(export(&wide), Err(ExportError::TooLarge)));
    assert!(export(&Sheet { title: "t".into(), columns: vec![], rows: vec![] }).is_ok());
}

/// What another reader sees, as lines; needs python3 with openpyxl.
fn openpyxl(bytes: &[u8], script: &str) -> String {
    let mut child = std::process::Command::new("python3")
        .args(["-c", script])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("python3");
    child.stdin.take().expect("a pipe").write_all(bytes).expect("a pipe");
    let output = child.wait_with_output().expect("python3");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
#[ignore = "needs python3 with openpyxl; the first test of this file proves the same by calamine"]
fn openpyxl_sees_no_formula_either() {
    let script = "
import sys, io, openpyxl
ws = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read())).active
cells = [c for row in ws.iter_rows() for c in row]
print('formulas', sum(c.data_type == 'f' for c in cells))
print('names', ascii([c.value for c in ws['A'][1:12]]))
print('phone', ws['B14'].data_type, ws['B14'].value, ws['B14'].number_format)
print('date', ws['C13'].data_type, ws['C13'].value.date())
print('money', ws['E13'].value, ws['E13'].number_format)
print('wrap', ws['F13'].alignment.wrap_text, ws['A13'].alignment.wrap_text)
print('frozen', ws.freeze_panes, 'filter', ws.auto_filter.ref)
print('wide', ws.column_dimensions['A'].width > ws.column_dimensions['D'].width)
";
    let seen = openpyxl(&export(&sheet()).expect("a workbook"), script);
    let names = r#"['=1+1', '+8613800001111', '@SUM(A1)', '-x', '\t=1+1', '_x000D_=1+1', '=HYPERLINK("http://x")', '\uff1d1+1', '{=1+1}', "'=1+1", 'http://x.example/']"#;
    let wanted = format!(
        "formulas 0\nnames {names}\nphone s 13800001111 @\ndate d 2019-03-05\nmoney 12345.67 #,##0.00\n\
         wrap True None\nfrozen A2 filter A1:F14\nwide True\n"
    );
    assert_eq!(seen, wanted);
}

#[test]
#[ignore = "needs python3 with openpyxl"]
fn openpyxl_sees_the_choices_of_a_template() {
    let script = "
import sys, io, openpyxl
wb = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
ws = wb.worksheets[0]
for v in ws.data_validations.dataValidation:
    print(v.type, v.sqref, v.formula1)
print(ws['A2'].value, ws['C1'].value, ws.column_dimensions['C'].number_format if hasattr(ws.column_dimensions['C'], 'number_format') else '')
";
    let bytes = template(&templates::spaces(&["B01".to_owned()])).expect("a template");
    let seen = openpyxl(&bytes, script);
    assert_eq!(
        seen,
        "list A2:A5001 lists!$A$1:$A$1\nlist E2:E5001 lists!$E$1:$E$14\nlist H2:H5001 lists!$H$1:$H$2\n示例 B01 楼层 General\n"
    );
}

#[test]
fn several_tables_are_the_sheets_of_one_workbook() {
    let of = |title: &str, cell: &str| Sheet {
        title: title.to_owned(),
        columns: vec![Column::new("x", ColumnKind::Text)],
        rows: vec![vec![Value::from(cell)]],
    };
    let bytes = export_all(&[of("历程", "甲"), of("支持价值", "乙")]).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("opens");
    assert_eq!(book.sheet_names(), ["历程", "支持价值"]);
    for (sheet, cell) in [("历程", "甲"), ("支持价值", "乙")] {
        assert_eq!(book.worksheet_range(sheet).expect("a sheet").get_value((1, 0)), Some(&text(cell)));
    }
    assert!(export_all(&[of("历程", "甲"), of("历程", "乙")]).is_err(), "two sheets of one name");
}
