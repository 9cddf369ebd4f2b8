use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::{Cell, Hints, Table, read};
use crate::{
    error::{MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, SheetError},
    organizations::KIND,
    samples, spaces,
};

fn take(bytes: &[u8]) -> Result<Table, SheetError> {
    read(bytes, "名单.csv", &KIND, &Hints::default())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

const HEADER: &str = "组织名称,统一社会信用代码,组织类型,所属旗市区";

/// A workbook whose second row below the headers is written by `fill`.
fn book(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in (0u16..).zip(HEADER.split(',')) {
        sheet.write_string(0, column, header).expect("a cell");
    }
    fill(sheet);
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_title_above_the_header_is_skipped_and_rows_are_numbered_as_seen() {
    let table = take(&samples::file("organizations.xlsx")).expect("readable");
    assert_eq!((table.header_row, table.headers.len(), table.rows.len()), (2, 21, 869));
    assert_eq!((table.rows[0].number, table.rows[868].number), (3, 871));
    assert_eq!(table.rows[0].cells[0], Cell::Number("1".into()));
    assert_eq!(table.rows[0].cells[2], text("51150782MJY1007901"));
    assert_eq!(table.rows[0].cells[8], Cell::Day("2016-04-24".parse().expect("a day")));
    assert_eq!(table.rows[0].cells[11], text("15731344958"));
}

#[test]
fn gb18030_is_recognized_and_a_cell_of_two_lines_is_one_record() {
    let table = take(&samples::file("organizations-dirty.csv")).expect("readable");
    assert_eq!((table.sheet_title.as_str(), table.header_row, table.rows.len()), ("名单", 1, 61));
    let broken = table.rows.iter().find(|row| row.number == 29).expect("the row");
    assert_eq!(broken.cells[1], text("牙克石市\n新风社区居民委员会志愿服务联合会"));
    assert_eq!(table.rows[60].number, 62);
}

#[test]
fn one_table_in_every_encoding() {
    let csv = format!("{HEADER}\r\n海拉尔区协会,51150700MJY1234581,社会团体,海拉尔区\r\n");
    let utf16 = |order: fn(u16) -> [u8; 2]| {
        std::iter::once(0xfeff).chain(csv.encode_utf16()).flat_map(order).collect::<Vec<u8>>()
    };
    let wanted = take(csv.as_bytes()).expect("UTF-8");
    assert_eq!(wanted.rows[0].cells[0], text("海拉尔区协会"));
    assert_eq!(take(format!("\u{feff}{csv}").as_bytes()), Ok(wanted.clone()));
    assert_eq!(take(&utf16(u16::to_le_bytes)), Ok(wanted.clone()));
    assert_eq!(take(&utf16(u16::to_be_bytes)), Ok(wanted.clone()));
    let (gb, _, unmappable) = encoding_rs::GB18030.encode(&csv);
    assert!(!unmappable && std::str::from_utf8(&gb).is_err());
    assert_eq!(take(&gb), Ok(wanted));
}

#[test]
fn delimiters_are_seen_by_the_headers_they_give() {
    let wanted = take(format!("{HEADER}\na,b,c,d\n").as_bytes()).expect("readable");
    for delimiter in [";", "\t"] {
        let csv = format!("标题,一,二,三,四,五\n{HEADER}\na,b,c,d\n");
        let (title, rest) = csv.split_once('\n').expect("lines");
        let table = take(format!("{title}\n{}", rest.replace(',', delimiter)).as_bytes()).expect("readable");
        assert_eq!((&table.headers, &table.rows[0].cells), (&wanted.headers, &wanted.rows[0].cells));
        assert_eq!(table.header_row, 2);
    }
}

#[test]
fn blank_lines_count_but_are_no_rows() {
    for end in ["\n", "\r\n", "\r"] {
        let csv = format!("\n{HEADER}\n\n\na,b,c,d\n , ,,\n\ne,f,g,h").replace('\n', end);
        let table = take(csv.as_bytes()).expect("readable");
        assert_eq!(table.header_row, 2, "{end:?}");
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [5, 8], "{end:?}");
    }
}

#[test]
fn cells_of_a_workbook_are_what_a_person_sees() {
    let bytes = book(|sheet| {
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_string(3, 0, "051150700123456789").expect("a cell");
        sheet.write_number(3, 1, 13_800_001_111.0).expect("a cell");
        sheet.write_number(3, 2, 12.5).expect("a cell");
        sheet.write_number(3, 3, 0.1 + 0.2).expect("a cell");
        sheet.write_number_with_format(3, 4, 43_831.0, &date).expect("a cell");
        sheet.write_number(3, 5, 43_831.0).expect("a cell");
        sheet.write_formula(3, 6, Formula::new("=A1&\"x\"").set_result("组织名称x")).expect("a cell");
        sheet.write_boolean(3, 7, true).expect("a cell");
        sheet.write_formula(3, 9, Formula::new("=NA()").set_result("#N/A")).expect("a cell");
        sheet.write_number(3, 10, 511_507_001_234_567_890.0).expect("a cell");
    });
    let table = take(&bytes).expect("readable");
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].number, 4);
    let number = |digits: &str| Cell::Number(digits.to_owned());
    let expected = [
        text("051150700123456789"),
        number("13800001111"),
        number("12.5"),
        number("0.3"),
        Cell::Day("2020-01-01".parse().expect("a day")),
        number("43831"),
        text("组织名称x"),
        text("TRUE"),
        Cell::Empty,
        Cell::Failed("#N/A".into()),
        number("511507001234568000"),
    ];
    assert_eq!(table.rows[0].cells, expected);
}

#[test]
fn the_sheet_with_the_headers_is_taken_and_hidden_ones_are_not() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "说明").expect("a cell");
    for (name, hidden) in [("旧", true), ("名单", false)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name").set_hidden(hidden);
        for (column, header) in (0u16..).zip(HEADER.split(',')) {
            sheet.write_string(0, column, header).expect("a cell");
        }
    }
    let table = take(&book.save_to_buffer().expect("a workbook")).expect("readable");
    assert_eq!(table.sheet_title, "名单");
}

#[test]
fn what_is_no_spreadsheet_says_so() {
    assert_eq!(take(b""), Err(SheetError::Empty));
    assert_eq!(take(b"\n\n , \n"), Err(SheetError::Empty));
    assert_eq!(take(b"<html><table>"), Err(SheetError::UnknownFormat));
    assert_eq!(take(b"%PDF-1.7\n"), Err(SheetError::UnknownFormat));
    assert_eq!(take(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Err(SheetError::OldFormat));
    assert_eq!(take(b"PK\x03\x04nothing"), Err(SheetError::Broken));
    assert_eq!(take(&[0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0]), Err(SheetError::NotText));
    assert_eq!(take(b"a,b\n1,2\n"), Err(SheetError::NoHeader(KIND.usual())));
    assert_eq!(take(&vec![b'a'; MAX_BYTES + 1]), Err(SheetError::TooLarge));
}

#[test]
fn the_header_must_be_near_the_top_unless_the_user_points_at_it() {
    let low = format!("{}{HEADER}\na,b,c,d\n", "x\n".repeat(10));
    assert_eq!(take(low.as_bytes()), Err(SheetError::NoHeader(KIND.usual())));
    let hints = Hints { header_row: Some(11), ..Hints::default() };
    assert_eq!(read(low.as_bytes(), "t", &KIND, &hints).expect("readable").rows.len(), 1);
    let nowhere = Hints { header_row: Some(99), ..Hints::default() };
    assert_eq!(read(low.as_bytes(), "t", &KIND, &nowhere), Err(SheetError::NoHeader(KIND.usual())));
}

#[test]
fn limits_hold_at_their_edges() {
    let rows = |count: usize| format!("{HEADER}\n{}", "a,b,c,d\n".repeat(count));
    assert_eq!(take(rows(MAX_ROWS).as_bytes()).expect("readable").rows.len(), MAX_ROWS);
    assert_eq!(take(rows(MAX_ROWS + 1).as_bytes()), Err(SheetError::TooManyRows));
    let cell = |length: usize| format!("{HEADER}\na,{}\n", "社".repeat(length));
    assert!(take(cell(MAX_CELL).as_bytes()).is_ok());
    assert_eq!(take(cell(MAX_CELL + 1).as_bytes()), Err(SheetError::CellTooLong { row: 2, column: 2 }));
    let columns = |count: usize| format!("{HEADER}\n{}z\n", "a,".repeat(count - 1));
    assert!(take(columns(MAX_COLUMNS).as_bytes()).is_ok());
    assert_eq!(take(columns(MAX_COLUMNS + 1).as_bytes()), Err(SheetError::TooManyColumns { row: 2 }));
}

#[test]
fn limits_hold_in_workbooks() {
    let far = book(|sheet| {
        sheet.write_string(1_048_575, 0, "x").expect("a cell");
    });
    assert_eq!(take(&far).expect("readable").rows[0].number, 1_048_576);
    let wide = book(|sheet| {
        sheet.write_string(1, 200, "x").expect("a cell");
    });
    assert_eq!(take(&wide), Err(SheetError::TooManyColumns { row: 2 }));
    let long = book(|sheet| {
        sheet.write_string(1, 3, "社".repeat(MAX_CELL + 1)).expect("a cell");
    });
    assert_eq!(take(&long), Err(SheetError::CellTooLong { row: 2, column: 4 }));
}

/// Sets the declared size of every packed file, in its own header (at 22) and in the directory (at 24).
fn declare(bytes: &mut [u8], size: u32) {
    for (mark, offset) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let places: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, window)| *window == mark).map(|(at, _)| at).collect();
        for at in places {
            bytes[at + offset..at + offset + 4].copy_from_slice(&size.to_le_bytes());
        }
    }
}

#[test]
fn a_bomb_is_refused_whether_it_tells_its_size_or_not() {
    let honest = samples::file("organizations.xlsx");
    assert!(take(&honest).is_ok());
    let mut told = honest.clone();
    declare(&mut told, 0x4000_0000);
    assert_eq!(take(&told), Err(SheetError::Inflates));
    // The sheet unfolds to 970 kB; told to be 1 kB, it must not be unfolded to the end.
    let mut untold = honest;
    declare(&mut untold, 1000);
    assert_eq!(take(&untold), Err(SheetError::Broken));
}

#[test]
fn the_example_row_of_a_template_is_no_data() {
    let table = take(format!("{HEADER}\n示例：某协会,,社会团体,海拉尔区\na,b,c,d\n").as_bytes()).expect("readable");
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3]);
}

#[test]
fn overrides_help_to_find_the_header() {
    let csv = "甲,乙,丙,丁\na,b,c,d\n";
    let overrides = [("甲", "name"), ("乙", "credit_code"), ("丙", "kind"), ("丁", "county")];
    let overrides = overrides.map(|(header, field)| (header.to_owned(), field.to_owned())).into();
    assert_eq!(take(csv.as_bytes()), Err(SheetError::NoHeader(KIND.usual())));
    let hints = Hints { header_row: None, overrides };
    assert_eq!(read(csv.as_bytes(), "t", &KIND, &hints).expect("readable").header_row, 1);
}

const STRINGS: &str = "<sst><si><t>组织名称</t></si><si><r><t>统一社会</t></r><r><t>信用代码</t></r></si></sst>";
const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
    <c r=\"C1\" t=\"inlineStr\"><is><t>组织类型</t></is></c><c r=\"D1\" t=\"str\"><v>所属旗市区</v></c></row>\
    <row r=\"2\"><c r=\"A2\" t=\"str\"><f>A1&amp;\"&#10;x\"</f><v>a&amp;b</v></c><c r=\"B2\"><v>5.2E3</v></c>\
    <c r=\"C2\" s=\"1\"><v>43831.5</v></c><c r=\"D2\" s=\"1\"><v>0.25</v></c><c r=\"E2\" t=\"e\"><v>#REF!</v></c>\
    <c r=\"F2\" t=\"b\"><v>1</v></c><c r=\"G2\" t=\"d\"><v>2019-03-05</v></c></row>";

#[test]
fn a_workbook_written_by_hand_is_read() {
    let table = take(&samples::raw_book(ROWS.as_bytes(), STRINGS.as_bytes())).expect("readable");
    assert_eq!(table.headers, HEADER.split(',').collect::<Vec<_>>());
    let cells = [
        text("a&b"),
        Cell::Number("5200".into()),
        text("2020-01-01 12:00:00"),
        text("06:00:00"),
        Cell::Failed("#REF!".into()),
        text("TRUE"),
        Cell::Day("2019-03-05".parse().expect("a day")),
    ];
    assert_eq!(table.rows[0].cells, cells);
}

#[test]
fn hostile_cells_are_refused_or_read() {
    let broken = |cells: &str| {
        let rows = format!("{ROWS}<row r=\"3\">{cells}</row>");
        take(&samples::raw_book(rows.as_bytes(), STRINGS.as_bytes()))
    };
    assert_eq!(broken("<c r=\"A3\" t=\"s\"><v>99999999999999999999</v></c>").map(|t| t.rows.len()), Ok(2));
    for cells in ["<c r=\"A3\" t=\"s\"><v>7</v></c>", "<c r=\"A3\"><v>1</v>", "<c r=\"3\"><v>1</v></c>"] {
        assert_eq!(broken(cells), Err(SheetError::Broken), "{cells}");
    }
    for cells in ["<c r=\"XFD3\"><v>1</v></c>", "<c r=\"ZZZ3\"><v>1</v></c>"] {
        assert_eq!(broken(cells), Err(SheetError::TooManyColumns { row: 3 }), "{cells}");
    }
    for number in ["1e308", "-1e308", "1e999", "NaN", "-0", "2958466", "1e-320"] {
        let cells = format!("<c r=\"A3\" s=\"1\"><v>{number}</v></c><c r=\"B3\"><v>{number}</v></c>");
        let table = broken(&cells).expect(number);
        assert_eq!(table.rows[1].cells.len(), 2, "{number}: {:?}", table.rows[1]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), mark in 0usize..4) {
        let marks: [&[u8]; 4] = [b"", b"PK\x03\x04", &[0xff, 0xfe], &[0xef, 0xbb, 0xbf]];
        let mut file = marks[mark].to_vec();
        file.extend(bytes);
        let _ = take(&file);
    }

    #[test]
    fn no_mangled_file_makes_it_panic(
        which in 0usize..2,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let name = ["spaces.xlsx", "organizations-dirty.csv"][which];
        let mut file = samples::file(name);
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if let Some(cut) = cut {
            file.truncate(cut.index(file.len()));
        }
        let _ = take(&file);
        let _ = read(&file, name, &spaces::KIND, &Hints::default());
    }

    #[test]
    fn no_mangled_xml_makes_it_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&b"<>/\"&;=:-.0159AZacrstv \xff"[..])), 1..6),
        in_strings in any::<bool>(),
    ) {
        let (mut rows, mut strings) = (ROWS.as_bytes().to_vec(), STRINGS.as_bytes().to_vec());
        let target = if in_strings { &mut strings } else { &mut rows };
        for (at, byte) in changes {
            let at = at.index(target.len());
            target[at] = byte;
        }
        let _ = take(&samples::raw_book(&rows, &strings));
    }
}

#[test]
fn cells_far_to_the_right_do_not_fill_the_memory() {
    let wide = book(|sheet| {
        for row in 1..16_000 {
            sheet.write_string(row, 199, "x").expect("a cell");
        }
    });
    assert!(wide.len() < 1 << 20, "a small file: {}", wide.len());
    assert_eq!(take(&wide), Err(SheetError::Inflates));
}
