//! Comma, semicolon or tab separated text in the encodings that offices use.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Cell, Grid, Hints, Row};
use crate::{
    error::{HEADER_SEARCH, MAX_CELL, MAX_COLUMNS, MAX_ROWS, SheetError},
    map::Kind,
};

/// The bytes as text: a byte order mark decides, else valid UTF-8, else GB18030.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let strict = |encoding: &'static Encoding, bytes| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(SheetError::NotText)
    };
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => strict(UTF_8, rest),
        [0xff, 0xfe, rest @ ..] => strict(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => strict(UTF_16BE, rest),
        _ => strict(UTF_8, bytes).or_else(|_| strict(GB18030, bytes)),
    }?;
    // Pictures and programs can pass for GB18030; text never holds these.
    let foreign = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}');
    if text.contains(foreign) { Err(SheetError::NotText) } else { Ok(text) }
}

/// The rows of a text file.
pub(super) fn grid(bytes: &[u8], file_name: &str, kind: &Kind, hints: &Hints) -> Result<Grid, SheetError> {
    let text = decode(bytes)?;
    let text = text.trim_end_matches('\u{1a}');
    if text.trim_start().starts_with(['<', '{']) || text.starts_with("%PDF") {
        // Many systems hand out web pages under the name `.xls`.
        return Err(SheetError::UnknownFormat);
    }
    let delimiter = delimiter(text, kind, hints);
    let mut rows = Vec::new();
    records(text, delimiter, |number, record| {
        let row = row(number, record)?;
        if row.cells.iter().any(|cell| !cell.is_blank()) {
            rows.push(row);
        }
        if rows.len() > MAX_ROWS + HEADER_SEARCH { Err(SheetError::TooManyRows) } else { Ok(true) }
    })?;
    let title = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let title = title.rsplit_once('.').map_or(title, |(stem, _)| stem).to_owned();
    Ok(Grid { title, rows })
}

/// The delimiter under which the first rows hold most known headers; then the most cells.
fn delimiter(text: &str, kind: &Kind, hints: &Hints) -> u8 {
    let mut best = (b',', (0, 0));
    for delimiter in *b",;\t" {
        let mut score = (0, 0);
        let mut seen = 0;
        let counted = records(text, delimiter, |_, record| {
            score.0 = score.0.max(kind.known_in(record.iter(), &hints.overrides).len());
            score.1 = score.1.max(record.len());
            seen += 1;
            Ok(seen < HEADER_SEARCH)
        });
        if counted.is_ok() && score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Hands each record with its number to `each` until it returns false. Blank lines count as records,
/// as a person counts them.
fn records(
    text: &str,
    delimiter: u8,
    mut each: impl FnMut(u32, &csv::StringRecord) -> Result<bool, SheetError>,
) -> Result<(), SheetError> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut number = 0u32;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The text is valid UTF-8 and lengths may differ, so nothing is left that could fail here.
        if !reader.read_record(&mut record).map_err(|_| SheetError::NotText)? {
            return Ok(());
        }
        number = number.saturating_add(blank_lines(text.as_bytes(), start)).saturating_add(1);
        if !each(number, &record)? {
            return Ok(());
        }
    }
}

/// How many blank lines begin at `start`, which may lie inside the end of the line before.
fn blank_lines(bytes: &[u8], start: usize) -> u32 {
    let mut rest = bytes.get(start..).unwrap_or_default();
    let ended_by_return = start.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\r');
    if ended_by_return {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut count = 0u32;
    while let Some(next) =
        rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"))
    {
        rest = next;
        count = count.saturating_add(1);
    }
    count
}

fn row(number: u32, record: &csv::StringRecord) -> Result<Row, SheetError> {
    let used = record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).last().map_or(0, |(last, _)| last + 1);
    if used > MAX_COLUMNS {
        return Err(SheetError::TooManyColumns { row: number });
    }
    let mut cells = Vec::with_capacity(used);
    for (column, cell) in (1u32..).zip(record.iter().take(used)) {
        if cell.len() > MAX_CELL && cell.chars().count() > MAX_CELL {
            return Err(SheetError::CellTooLong { row: number, column });
        }
        cells.push(if cell.is_empty() { Cell::Empty } else { Cell::Text(cell.to_owned()) });
    }
    Ok(Row { number, cells })
}
