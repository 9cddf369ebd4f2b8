//! Bytes of a file to a table of cells: the same table whichever program wrote the file.
//!
//! What a file is, its bytes decide, never its name. Every limit is checked while reading, so that
//! no file makes the service hold more than the limits allow.

mod text;
mod xlsx;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    error::{HEADER_SEARCH, MAX_BYTES, MAX_ROWS, SheetError},
    map::{Kind, Overrides},
    writing,
};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, exactly as stored.
    Text(String),
    /// A number as a person sees it: integers as plain digits.
    Number(String),
    /// A date.
    Day(NaiveDate),
    /// An error value such as `#N/A`.
    Failed(String),
}

impl Cell {
    /// The cell as text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Number(text) | Self::Failed(text) => text.clone(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// Whether nothing can be read in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Day(_) | Self::Failed(_) => false,
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// As a person sees it in the spreadsheet; in a csv the number of the record.
    pub number: u32,
    /// Its cells; trailing empty ones may be left out.
    pub cells: Vec<Cell>,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The name of the sheet, or of the file for a csv.
    pub sheet_title: String,
    /// The row of the headers.
    pub header_row: u32,
    /// The headers as written.
    pub headers: Vec<String>,
    /// The rows below that are not blank and not the example of a template.
    pub rows: Vec<Row>,
}

/// What the user may say about the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// The row of the headers, when it is not found by itself.
    pub header_row: Option<u32>,
    /// Own assignments of headers; see [`crate::map::map`].
    pub overrides: Overrides,
}

/// One sheet before its header is known.
struct Grid {
    title: String,
    rows: Vec<Row>,
}

/// Marks the example row of a template in its first cell; such a row is never data.
pub const EXAMPLE_MARK: &str = "示例";

/// Reads a file.
///
/// # Errors
/// Every way in which the file cannot be taken; none of them depends on anything but the bytes and hints.
pub fn read(bytes: &[u8], file_name: &str, kind: &Kind, hints: &Hints) -> Result<Table, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    let grids = match bytes {
        [] => return Err(SheetError::Empty),
        [b'P', b'K', 3, 4, ..] => xlsx::grids(bytes)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(SheetError::OldFormat),
        _ => vec![text::grid(bytes, file_name, kind, hints)?],
    };
    if grids.iter().all(|grid| grid.rows.is_empty()) {
        return Err(SheetError::Empty);
    }
    for grid in grids {
        if let Some(at) = header_at(&grid.rows, kind, hints) {
            return table(grid, at);
        }
    }
    Err(SheetError::NoHeader(kind.usual()))
}

/// Where the header is among the rows.
fn header_at(rows: &[Row], kind: &Kind, hints: &Hints) -> Option<usize> {
    if let Some(number) = hints.header_row {
        return rows.iter().position(|row| row.number == number);
    }
    rows.iter().take(HEADER_SEARCH).position(|row| {
        let texts: Vec<String> = row.cells.iter().map(Cell::text).collect();
        kind.is_header(&kind.known_in(texts.iter().map(String::as_str), &hints.overrides))
    })
}

fn table(grid: Grid, at: usize) -> Result<Table, SheetError> {
    let mut rows = grid.rows.into_iter().skip(at);
    let Some(header) = rows.next() else { return Err(SheetError::Empty) };
    let rows: Vec<Row> = rows.filter(|row| !is_example(row)).collect();
    if rows.len() > MAX_ROWS {
        return Err(SheetError::TooManyRows);
    }
    Ok(Table {
        sheet_title: grid.title,
        header_row: header.number,
        headers: header.cells.iter().map(|cell| writing::join_lines(&cell.text())).collect(),
        rows,
    })
}

fn is_example(row: &Row) -> bool {
    matches!(row.cells.first(), Some(Cell::Text(text)) if text.trim_start().starts_with(EXAMPLE_MARK))
}

#[cfg(test)]
mod tests;
