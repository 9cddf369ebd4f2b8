//! Files of `tests/data` and small makers for the tests of this crate.

use crate::{
    divisions::DivisionIndex,
    map::{Kind, Mapping, Overrides, map},
    read::{Hints, Table, read},
};

/// The folder of this crate: where cargo starts the test, since a compiled one may have been built elsewhere.
pub fn root() -> std::path::PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()).into()
}

/// A file of `tests/data`.
pub fn file(name: &str) -> Vec<u8> {
    let path = crate::samples::root().join("../../tests/data").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The list of divisions.
pub fn divisions() -> DivisionIndex {
    DivisionIndex::from_csv(&String::from_utf8(file("divisions.csv")).expect("UTF-8")).expect("the list")
}

/// A table with its mapping, no overrides.
pub fn mapped(bytes: &[u8], name: &str, kind: &Kind) -> (Table, Mapping) {
    let table = read(bytes, name, kind, &Hints::default()).expect("readable");
    let mapping = map(&table.headers, kind, &Overrides::new()).expect("all headers");
    (table, mapping)
}

/// The checksum of zip files.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

/// A zip of unpacked files, so that tests can say any XML to the reader of workbooks.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let size = u32::try_from(bytes.len()).expect("small").to_le_bytes();
        let length = u16::try_from(name.len()).expect("short").to_le_bytes();
        let offset = u32::try_from(out.len()).expect("small").to_le_bytes();
        // Method, time and date are 0: stored, at no time.
        let common =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &crc32(bytes).to_le_bytes()[..], &size, &size, &length, &[0, 0]];
        let common = common.concat();
        out.extend([b"PK\x03\x04".as_slice(), &common, name.as_bytes(), bytes].concat());
        let rest = [[0; 10].as_slice(), &offset].concat();
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &common, &rest, name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).expect("few").to_le_bytes();
    let size = u32::try_from(directory.len()).expect("small").to_le_bytes();
    let offset = u32::try_from(out.len()).expect("small").to_le_bytes();
    out.extend(directory);
    out.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &offset, &[0, 0]].concat());
    out
}

/// A workbook of one sheet with this data and these shared strings.
pub fn raw_book(sheet_data: &[u8], strings: &[u8]) -> Vec<u8> {
    let sheet = [b"<worksheet><sheetData>".as_slice(), sheet_data, b"</sheetData></worksheet>"].concat();
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns:r=\"{rel}\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let styles = "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts>\
                  <cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    zip(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// The names in braces of a sentence of the catalogue of a language.
pub fn placeholders(language: &str, word: &str) -> std::collections::BTreeSet<String> {
    let path = crate::samples::root().join("../messages").join(format!("{language}.toml"));
    let catalogue = std::fs::read_to_string(path).expect("the catalogue");
    let sentence = catalogue
        .lines()
        .find_map(|line| line.strip_prefix(word)?.trim_start().strip_prefix('='))
        .unwrap_or_else(|| panic!("{language}: no sentence for {word}"));
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

/// Every sentence of these faults finds its values, in both languages.
pub fn assert_sentences(faults: &[crate::fault::Fault]) {
    for fault in faults.iter().filter(|fault| fault.code.as_str().starts_with("sheet_")) {
        for language in ["zh", "en"] {
            for name in placeholders(language, fault.code.as_str()) {
                assert!(fault.values.contains_key(name.as_str()), "{language}: {name} of {fault:?}");
            }
        }
    }
}
