//! Headers: which column of the file is which field.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{error::SheetError, writing};

/// A column that a kind of spreadsheet knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The field of the draft.
    pub field: &'static str,
    /// The usual header.
    pub header: &'static str,
    /// Other writings, Chinese and English.
    pub synonyms: &'static [&'static str],
    /// Whether a file without it is refused.
    pub required: bool,
}

/// A kind of spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its word.
    pub word: &'static str,
    /// Its columns, in the usual order.
    pub columns: &'static [Column],
}

/// The user's own assignment: header in the file → field, or → `""` to leave the column out.
pub type Overrides = BTreeMap<String, String>;

/// Which column holds which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// Field → index of the column.
    pub fields: BTreeMap<&'static str, usize>,
    /// Headers that mean nothing known; their columns are not read.
    pub unknown: Vec<String>,
    /// Usual headers of optional columns that the file does not have.
    pub absent: Vec<&'static str>,
}

/// The form in which headers are compared: width, case, spaces, required marks and colons do not count.
#[must_use]
pub fn normalise(header: &str) -> String {
    writing::half_width(header)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':' | '\u{feff}' | '_'))
        .map(|c| match c {
            '〔' | '[' | '【' => '(',
            '〕' | ']' | '】' => ')',
            _ => c,
        })
        .collect::<String>()
        .to_lowercase()
}

impl Kind {
    /// The column that a header means by itself.
    fn column_of(&self, normalised: &str) -> Option<&'static Column> {
        let fits = |text: &str| normalise(text) == normalised;
        self.columns.iter().find(|column| {
            normalised == normalise(column.field) || fits(column.header) || column.synonyms.iter().any(|s| fits(s))
        })
    }

    /// The field that a header means, the user's word first; `None` also for columns left out.
    fn field_of(&self, header: &str, overrides: &Overrides) -> Option<&'static str> {
        let normalised = normalise(header);
        if normalised.is_empty() {
            return None;
        }
        match overrides.iter().find(|(given, _)| normalise(given) == normalised) {
            Some((_, field)) => self.columns.iter().map(|c| c.field).find(|known| known == field),
            None => self.column_of(&normalised).map(|column| column.field),
        }
    }

    /// The fields that a row would give if it were the header.
    pub(crate) fn known_in<'a>(
        &self,
        cells: impl Iterator<Item = &'a str>,
        overrides: &Overrides,
    ) -> BTreeSet<&'static str> {
        cells.filter_map(|cell| self.field_of(cell, overrides)).collect()
    }

    /// Whether so many of the known headers make a row the header: half of them, or all that are required.
    pub(crate) fn is_header(&self, found: &BTreeSet<&'static str>) -> bool {
        let required = || self.columns.iter().filter(|c| c.required).all(|c| found.contains(c.field));
        !found.is_empty() && (found.len() * 2 >= self.columns.len() || required())
    }

    /// The usual headers.
    pub(crate) fn usual(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.header.to_owned()).collect()
    }

    /// The usual header of a field.
    #[must_use]
    pub fn header(&self, field: &str) -> &'static str {
        self.columns.iter().find(|column| column.field == field).map_or("", |column| column.header)
    }
}

/// Matches the headers of a file with the columns of a kind.
///
/// # Errors
/// When a required column is missing, when two headers mean the same, or when an override fits nothing.
pub fn map(headers: &[String], kind: &Kind, overrides: &Overrides) -> Result<Mapping, SheetError> {
    for (header, field) in overrides {
        let in_file = headers.iter().any(|present| normalise(present) == normalise(header));
        let known = field.is_empty() || kind.columns.iter().any(|column| column.field == field);
        if !in_file || !known {
            return Err(SheetError::FieldUnknown { header: header.clone(), field: field.clone() });
        }
    }
    let claimed: BTreeSet<&str> = overrides.values().map(String::as_str).collect();
    let mut columns: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (index, header) in headers.iter().enumerate() {
        let overridden = overrides.keys().any(|given| normalise(given) == normalise(header));
        match kind.field_of(header, overrides) {
            Some(field) if overridden || !claimed.contains(field) => columns.entry(field).or_default().push(index),
            _ if header.trim().is_empty() || overridden => {}
            _ => unknown.push(header.clone()),
        }
    }
    if let Some(indexes) = columns.values().find(|indexes| indexes.len() > 1) {
        return Err(SheetError::HeaderTwice(indexes.iter().filter_map(|i| headers.get(*i).cloned()).collect()));
    }
    let lacking = |required: bool| {
        let columns = &columns;
        kind.columns.iter().filter(move |c| c.required == required && !columns.contains_key(c.field)).map(|c| c.header)
    };
    let missing: Vec<String> = lacking(true).map(str::to_owned).collect();
    if !missing.is_empty() {
        return Err(SheetError::HeadersMissing(missing));
    }
    let absent = lacking(false).collect();
    let fields = columns.into_iter().filter_map(|(field, indexes)| Some((field, *indexes.first()?))).collect();
    Ok(Mapping { fields, unknown, absent })
}

#[cfg(test)]
mod tests;
