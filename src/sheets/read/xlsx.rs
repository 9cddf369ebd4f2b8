//! Workbooks of Excel and WPS.

use std::{
    collections::BTreeMap,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, DataType as _, Reader as _, SheetType, SheetVisible, Xlsx};

use super::{Cell, Grid, Row};
use crate::error::{HEADER_SEARCH, MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_UNFOLDED_BYTES, SheetError};

/// A ledger has one sheet, a template two; more than this are not looked at.
const MAX_SHEETS: usize = 12;
/// Cells that are held of all sheets of a file at most, empty ones between others included: some
/// 100 MB. The longest ledger, 50,000 rows of 60 columns, fits.
const MAX_SLOTS: usize = 3_000_000;
/// Spreadsheet programs keep 15 digits of a number; what is beyond is noise of the binary form.
const DIGITS_KEPT: usize = 15;

/// The day number after 31 December 9999, the last that spreadsheet programs show.
const DAYS_END: f64 = 2_958_466.0;

/// The visible sheets in their order.
pub(super) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, SheetError> {
    if unfolded_size(bytes) > MAX_UNFOLDED_BYTES {
        return Err(SheetError::Inflates);
    }
    // The library panics on some mangled files (a cell named `Ar999999999` overflows its row): such a
    // file is damaged and the service lives on. Nothing outside the closure is touched by it.
    catch_unwind(AssertUnwindSafe(|| visible_sheets(bytes))).unwrap_or(Err(SheetError::Broken))
}

/// What the packed files say they unfold to. The library stops a file that grows past its own word,
/// so this bounds what is held. Every directory entry anywhere in the bytes counts: which directory
/// the library would follow need not be known.
fn unfolded_size(bytes: &[u8]) -> u64 {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let mut total = 0u64;
    for (at, window) in bytes.windows(46).enumerate() {
        if !window.starts_with(ENTRY) {
            continue;
        }
        let short = |offset: usize| u16::from_le_bytes([window[offset], window[offset + 1]]);
        let name = bytes.get(at + 46..at + 46 + usize::from(short(28))).unwrap_or_default();
        // Packed data may hold the four bytes by chance, but not with a method and a readable name.
        let plausible = matches!(short(10), 0 | 8) && !name.is_empty() && name.iter().all(|b| (32..127).contains(b));
        if plausible {
            let size = u32::from_le_bytes([window[24], window[25], window[26], window[27]]);
            total = total.saturating_add(u64::from(size));
        }
    }
    total
}

fn visible_sheets(bytes: &[u8]) -> Result<Vec<Grid>, SheetError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Broken)?;
    let titles: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .take(MAX_SHEETS)
        .collect();
    let mut left = MAX_SLOTS;
    titles.into_iter().map(|title| Ok(Grid { rows: rows(&mut book, &title, &mut left)?, title })).collect()
}

/// The rows with something in them. Cells are taken one by one: a range of the library would be as
/// large as the farthest cell says.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, title: &str, left: &mut usize) -> Result<Vec<Row>, SheetError> {
    let mut cells = book.worksheet_cells_reader(title).map_err(|_| SheetError::Broken)?;
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    while let Some(found) = cells.next_cell().map_err(|_| SheetError::Broken)? {
        let value = cell(found.get_value());
        if value.is_blank() {
            continue;
        }
        let (row, column) = found.get_position();
        let number = row.saturating_add(1);
        let index = column as usize;
        if index >= MAX_COLUMNS {
            return Err(SheetError::TooManyColumns { row: number });
        }
        if let Cell::Text(text) = &value
            && text.len() > MAX_CELL
            && text.chars().count() > MAX_CELL
        {
            return Err(SheetError::CellTooLong { row: number, column: column + 1 });
        }
        let line = rows.entry(number).or_default();
        if line.len() <= index {
            // A cell far to the right makes its whole row.
            *left = left.checked_sub(index + 1 - line.len()).ok_or(SheetError::Inflates)?;
            line.resize(index + 1, Cell::Empty);
        }
        if let Some(slot) = line.get_mut(index) {
            *slot = value;
        }
        if rows.len() > MAX_ROWS + HEADER_SEARCH {
            return Err(SheetError::TooManyRows);
        }
    }
    Ok(rows.into_iter().map(|(number, cells)| Row { number, cells }).collect())
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => shown(*number),
        DataRef::Bool(yes) => Cell::Text(if *yes { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::Error(error) => Cell::Failed(error.to_string()),
        DataRef::DateTimeIso(text) => match (value.as_datetime(), value.as_date()) {
            (Some(moment), _) => day_or_moment(moment),
            (None, Some(day)) => Cell::Day(day),
            (None, None) => Cell::Text(text.clone()),
        },
        DataRef::DateTime(moment) => match moment.as_f64() {
            time if (0.0..1.0).contains(&time) || (moment.is_duration() && (0.0..DAYS_END).contains(&time)) => {
                moment.as_datetime().map_or_else(|| shown(time), |at| Cell::Text(at.time().to_string()))
            }
            // The library panics on days beyond the calendar.
            day if (1.0..DAYS_END).contains(&day) => moment.as_datetime().map_or_else(|| shown(day), day_or_moment),
            number => shown(number),
        },
    }
}

fn day_or_moment(moment: chrono::NaiveDateTime) -> Cell {
    if moment.time() == chrono::NaiveTime::MIN { Cell::Day(moment.date()) } else { Cell::Text(moment.to_string()) }
}

/// A number as the program shows it: 15 digits, no exponent, no `.0`.
fn shown(number: f64) -> Cell {
    let kept: f64 = format!("{number:.*e}", DIGITS_KEPT - 1).parse().unwrap_or(number);
    if kept.is_finite() { Cell::Number(format!("{kept}")) } else { Cell::Failed(format!("{kept}")) }
}
