//! Files of `tests/data` and small makers for the tests of this crate.

use crate::{
    divisions::DivisionIndex,
    map::{Kind, Mapping, Overrides, map},
    read::{Hints, Table, read},
};

/// A file of `tests/data`.
pub fn file(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data").join(name);
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
