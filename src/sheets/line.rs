//! Reading the cells of one row as fields, noting every fault on the way.

use chrono::NaiveDate;
use domain::{
    code::Code,
    refusal::{FieldFault, Values},
};

use crate::{
    fault::{Fault, Severity},
    map::{Kind, Mapping},
    read::{Cell, Row, Table},
    writing::{self, DayForm},
};

/// Longer runs of digits lose their end when stored as a number.
const DIGITS_KEPT: usize = 15;

/// One row under its headers.
pub(crate) struct Line<'a> {
    kind: &'a Kind,
    table: &'a Table,
    mapping: &'a Mapping,
    row: &'a Row,
    faults: Vec<Fault>,
}

impl<'a> Line<'a> {
    pub(crate) fn new(kind: &'a Kind, table: &'a Table, mapping: &'a Mapping, row: &'a Row) -> Self {
        crate::progress::step();
        let mut line = Self { kind, table, mapping, row, faults: Vec::new() };
        for field in mapping.fields.keys() {
            if matches!(line.cell(field), Cell::Failed(_)) {
                line.error(field, Code::SheetCellError);
            }
        }
        line
    }

    /// The row as a person counts.
    pub(crate) const fn number(&self) -> u32 {
        self.row.number
    }

    /// The faults found.
    pub(crate) fn faults(self) -> Vec<Fault> {
        self.faults
    }

    fn cell(&self, field: &str) -> &'a Cell {
        self.mapping.fields.get(field).and_then(|index| self.row.cells.get(*index)).unwrap_or(&Cell::Empty)
    }

    /// The text of a cell without spaces around it; `None` when there is nothing to read.
    pub(crate) fn raw(&self, field: &str) -> Option<String> {
        match self.cell(field) {
            Cell::Failed(_) => None,
            cell => Some(cell.text().trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }

    /// The header under which the field stands.
    fn column(&self, field: &str) -> String {
        let written = self.mapping.fields.get(field).and_then(|index| self.table.headers.get(*index));
        written.map_or_else(|| self.kind.header(field).to_owned(), Clone::clone)
    }

    fn note(&mut self, field: &'static str, code: Code, severity: Severity, value: Option<String>, values: Values) {
        let raw = self.cell(field).text();
        let mut values = values;
        let shown = value.clone().unwrap_or_else(|| raw.trim().to_owned());
        values.entry("value").or_insert_with(|| shown.into());
        let (row, column) = (self.row.number, self.column(field));
        self.faults.push(Fault { row, rows: Vec::new(), column, field, code, severity, raw, value, values });
    }

    /// Notes what blocks.
    pub(crate) fn error(&mut self, field: &'static str, code: Code) {
        self.note(field, code, Severity::Error, None, Values::new());
    }

    /// Notes what blocks, with values for the sentence, as a fault of the field.
    pub(crate) fn error_with(&mut self, field: &'static str, fault: FieldFault) {
        self.note(field, fault.code, Severity::Error, None, fault.values);
    }

    /// Notes a repair.
    pub(crate) fn corrected(&mut self, field: &'static str, code: Code, value: &str) {
        self.note(field, code, Severity::Corrected, Some(value.to_owned()), Values::new());
    }

    /// Notes that a required field is empty, unless a fault of the field says more.
    fn need<T>(&mut self, field: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() && !self.faults.iter().any(|f| f.field == field && f.severity == Severity::Error) {
            self.error(field, Code::Required);
        }
        found
    }

    /// Free text: no formula, no line break, at most `max` characters.
    pub(crate) fn text(&mut self, field: &'static str, max: usize) -> Option<String> {
        if !matches!(self.cell(field), Cell::Failed(_)) {
            let whole = self.cell(field).text();
            let text = writing::join_lines(&whole);
            if text.is_empty() {
                return None;
            }
            if matches!(self.cell(field), Cell::Text(_)) && writing::looks_like_formula(&text) {
                self.error(field, Code::SheetFormula);
                return None;
            }
            if text.chars().count() > max {
                self.error_with(field, FieldFault::new(field, Code::TooLong).with("max", max));
                return None;
            }
            if self.digits_lost(field, &text) {
                return None;
            }
            if whole.trim().contains(['\n', '\r']) {
                self.corrected(field, Code::SheetLineBreak, &text);
            }
            return Some(text);
        }
        None
    }

    /// Free text that must be there.
    pub(crate) fn required_text(&mut self, field: &'static str, max: usize) -> Option<String> {
        let text = self.text(field, max);
        self.need(field, text)
    }

    /// A short value that must be there and may begin with a minus.
    pub(crate) fn required_raw(&mut self, field: &'static str) -> Option<String> {
        let raw = self.raw(field);
        self.need(field, raw)
    }

    /// Whether a long number was stored as a number, or shows as `1.57E+10` in a csv; notes it.
    pub(crate) fn digits_lost(&mut self, field: &'static str, text: &str) -> bool {
        let rounded = matches!(self.cell(field), Cell::Number(_))
            && text.bytes().filter(u8::is_ascii_digit).count() > DIGITS_KEPT;
        let lost = rounded || writing::is_shortened_number(text);
        if lost {
            self.error(field, Code::SheetDigitsLost);
        }
        lost
    }

    /// One of the words of a vocabulary; width, case, spaces and brackets do not count.
    pub(crate) fn word<T: Copy>(&mut self, field: &'static str, words: &[(&[&str], T)]) -> Option<T> {
        let raw = self.raw(field)?;
        // Nearly all rows hold the usual writing; only the others are worth normalising every word.
        let found = words.iter().find(|(writings, _)| writings.contains(&raw.as_str())).or_else(|| {
            let tidy = crate::map::normalise(&raw);
            words.iter().find(|(writings, _)| writings.iter().any(|word| crate::map::normalise(word) == tidy))
        });
        let found = found.map(|(_, word)| *word);
        if found.is_none() {
            let allowed: Vec<&str> = words.iter().filter_map(|(writings, _)| writings.first().copied()).collect();
            self.error_with(field, FieldFault::new(field, Code::NotOneOf).with("allowed", allowed));
        }
        found
    }

    /// A word that must be there.
    pub(crate) fn required_word<T: Copy>(&mut self, field: &'static str, words: &[(&[&str], T)]) -> Option<T> {
        let word = self.word(field, words);
        self.need(field, word)
    }

    /// A date.
    pub(crate) fn day(&mut self, field: &'static str) -> Option<NaiveDate> {
        if let Cell::Day(day) = self.cell(field) {
            return Some(*day);
        }
        let raw = self.raw(field)?;
        let Some((day, form)) = writing::day(&raw) else {
            self.error(field, Code::BadDay);
            return None;
        };
        match form {
            DayForm::Plain => {}
            DayForm::Other => self.corrected(field, Code::SheetDayText, &day.to_string()),
            DayForm::Serial => self.corrected(field, Code::SheetDaySerial, &day.to_string()),
        }
        Some(day)
    }

    /// A date that must be there.
    pub(crate) fn required_day(&mut self, field: &'static str) -> Option<NaiveDate> {
        let day = self.day(field);
        self.need(field, day)
    }

    /// A whole number from 0 to `max`, with or without a unit such as 人 behind it.
    pub(crate) fn count(&mut self, field: &'static str, max: u32) -> Option<u32> {
        let raw = self.raw(field)?;
        let plain = writing::half_width(&raw);
        let bare = plain.trim_end_matches(['人', '名', '个', '位']).trim();
        let digits = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
        match bare.parse::<u32>().ok().filter(|count| digits && *count <= max) {
            Some(count) => {
                if bare.len() < plain.len() {
                    self.corrected(field, Code::SheetUnit, &count.to_string());
                }
                Some(count)
            }
            None => {
                self.error_with(field, FieldFault::new(field, Code::SheetCount).with("max", max));
                None
            }
        }
    }

    /// A phone number, tidied.
    pub(crate) fn phone(&mut self, field: &'static str) -> Option<String> {
        let raw = self.raw(field)?;
        if self.digits_lost(field, &raw) {
            return None;
        }
        let plain = writing::half_width(&raw);
        let mut repairs = Vec::new();
        if plain != raw {
            repairs.push(Code::SheetFullWidth);
        }
        let mut number: String =
            plain.chars().filter(|c| !c.is_whitespace()).map(|c| if "()－–—".contains(c) { '-' } else { c }).collect();
        let unprefixed = number.strip_prefix("+86").or_else(|| number.strip_prefix("0086")).map(str::to_owned);
        if let Some(rest) = unprefixed {
            repairs.push(Code::SheetPhonePrefix);
            number = rest;
        }
        number = number.trim_matches('-').to_owned();
        // A mobile number is written in groups; the hyphen of a landline means something.
        if number.starts_with(['1', '4', '8']) {
            number.retain(|c| c != '-');
        }
        if !writing::is_phone(&number) {
            self.error(field, Code::SheetPhone);
            return None;
        }
        if repairs.is_empty() && number != raw {
            repairs.push(Code::SheetSpaces);
        }
        for code in repairs {
            self.corrected(field, code, &number);
        }
        Some(number)
    }
}

/// A fault of several rows that share a value: it stands on the first and lists the others.
pub(crate) fn duplicate(first: &Line<'_>, field: &'static str, value: &str, others: Vec<u32>) -> Fault {
    let mut values = Values::new();
    values.insert("value", value.into());
    values.insert("rows", others.clone().into());
    Fault {
        row: first.number(),
        rows: others,
        column: first.column(field),
        field,
        code: Code::SheetDuplicate,
        severity: Severity::Error,
        raw: first.cell(field).text(),
        value: None,
        values,
    }
}

/// For each value that stands in several rows: the index of its first line and the numbers of the others.
pub(crate) fn repeated<K: Ord>(keys: impl Iterator<Item = (usize, u32, K)>) -> Vec<(usize, Vec<u32>, K)> {
    let mut seen: std::collections::BTreeMap<K, (usize, Vec<u32>)> = std::collections::BTreeMap::new();
    for (index, number, key) in keys {
        match seen.entry(key) {
            std::collections::btree_map::Entry::Vacant(slot) => {
                slot.insert((index, Vec::new()));
            }
            std::collections::btree_map::Entry::Occupied(mut slot) => slot.get_mut().1.push(number),
        }
    }
    seen.into_iter().filter(|(_, (_, others))| !others.is_empty()).map(|(key, (i, others))| (i, others, key)).collect()
}
