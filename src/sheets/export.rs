//! Rows to a workbook that opens the same everywhere: digits stay text, nothing is a formula.
//!
//! Text goes out as string cells. A string cell is never calculated, so `=1+1` or `+86…` needs no
//! apostrophe, which would end up in the next import.

mod template;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

pub use template::{Template, TemplateColumn, template};

/// The longest text of a cell that Excel opens.
pub const MAX_CELL: usize = 32_767;
/// Rows of a sheet of Excel, without the header.
const MAX_ROWS: usize = 1_048_575;
/// Columns of a sheet of Excel.
const MAX_COLUMNS: usize = 16_384;
/// Excel keeps 15 digits of a number; longer ones go out as text.
const EXACT: u64 = 1_000_000_000_000_000;
/// Narrower columns cut their header, wider ones push the next off the screen.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=50;
/// So many rows are measured for the width of a column.
const MEASURED: usize = 500;

/// How a column shows its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Names and words.
    Text,
    /// Codes, phones and other digits that are no numbers.
    Digits,
    /// Dates.
    Date,
    /// Numbers.
    Number,
    /// Yuan with two decimals.
    Money,
    /// Long text, wrapped.
    Wrap,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// How it shows its values.
    pub kind: ColumnKind,
    /// Its width in plain characters; measured when absent.
    pub width: Option<u16>,
}

impl Column {
    /// A column of measured width.
    #[must_use]
    pub fn new(header: impl Into<String>, kind: ColumnKind) -> Self {
        Self { header: header.into(), kind, width: None }
    }
}

/// A value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text or digits.
    Text(String),
    /// A date.
    Day(NaiveDate),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Number(f64),
    /// Money in fen.
    Fen(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A table to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its title; what Excel does not allow in it is replaced.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; missing values are empty.
    pub rows: Vec<Vec<Value>>,
}

/// The table cannot be a workbook.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A text that no cell can hold.
    #[error("row {row}, column {column}: more than {MAX_CELL} characters")]
    CellTooLong {
        /// Row of the data, counted from 1.
        row: usize,
        /// Column, counted from 1.
        column: usize,
    },
    /// More rows or columns than a sheet has.
    #[error("more than {MAX_ROWS} rows or {MAX_COLUMNS} columns")]
    TooLarge,
    /// The writer failed otherwise.
    #[error("the workbook cannot be written: {0}")]
    Writer(#[from] XlsxError),
}

/// Writes a table as the bytes of an xlsx file; the same table gives the same bytes.
///
/// # Errors
/// When a cell or the table is larger than Excel allows.
pub fn export(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    export_all(std::slice::from_ref(sheet))
}

/// Writes tables as the sheets of one xlsx file, in their order. Their titles are to differ.
///
/// # Errors
/// As [`export`]; titles that Excel cannot tell apart.
pub fn export_all(sheets: &[Sheet]) -> Result<Vec<u8>, ExportError> {
    let mut book = workbook()?;
    let formats = Formats::new();
    for sheet in sheets {
        add(&mut book, sheet, &formats)?;
    }
    Ok(book.save_to_buffer()?)
}

fn add(book: &mut Workbook, sheet: &Sheet, formats: &Formats) -> Result<(), ExportError> {
    if sheet.rows.len() > MAX_ROWS || sheet.columns.len() > MAX_COLUMNS {
        return Err(ExportError::TooLarge);
    }
    let page = book.add_worksheet();
    page.set_name(title(&sheet.title))?;
    for (at, column) in (0u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, at, &column.header, &formats.header)?;
        page.set_column_width(at, width(sheet, usize::from(at), column))?;
    }
    for (index, row) in sheet.rows.iter().enumerate() {
        // The check above keeps it within a sheet.
        let line = u32::try_from(index + 1).map_err(|_| ExportError::TooLarge)?;
        for ((at, column), value) in (0u16..).zip(&sheet.columns).zip(row) {
            let too_long =
                matches!(value, Value::Text(text) if text.len() > MAX_CELL && text.encode_utf16().count() > MAX_CELL);
            if too_long {
                return Err(ExportError::CellTooLong { row: index + 1, column: usize::from(at) + 1 });
            }
            write(page, line, at, column.kind, value, formats)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    let last = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).checked_sub(1);
    if let (Some(last), Ok(bottom)) = (last, u32::try_from(sheet.rows.len())) {
        page.autofilter(0, 0, bottom, last)?;
        // No green corners on codes and phones.
        page.ignore_error_range(0, 0, bottom, last, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// An empty workbook that says nothing of when and by whom it was made.
fn workbook() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

struct Formats {
    header: Format,
    text: Format,
    wrap: Format,
    date: Format,
    number: Format,
    money: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        Self {
            header: header_format(),
            text: plain().set_num_format("@"),
            wrap: plain().set_num_format("@").set_text_wrap(),
            date: plain().set_num_format("yyyy-mm-dd"),
            number: plain(),
            money: plain().set_num_format("#,##0.00"),
        }
    }
}

fn header_format() -> Format {
    Format::new().set_bold().set_background_color("#E8EEF7").set_border_bottom(FormatBorder::Thin).set_text_wrap()
}

fn write(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    kind: ColumnKind,
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => {}
        Value::Text(text) => {
            // Line feeds alone break a line in a cell.
            let text = text.replace("\r\n", "\n");
            let wraps = kind == ColumnKind::Wrap || text.contains('\n');
            page.write_string_with_format(row, column, text, if wraps { &formats.wrap } else { &formats.text })?;
        }
        // Excel's days begin in 1900; earlier ones go out as text.
        Value::Day(day) => match excel_day(*day) {
            Some(day) => page.write_datetime_with_format(row, column, day, &formats.date).map(drop)?,
            None => page.write_string_with_format(row, column, day.to_string(), &formats.text).map(drop)?,
        },
        Value::Integer(number) if kind == ColumnKind::Digits || number.unsigned_abs() >= EXACT => {
            page.write_string_with_format(row, column, number.to_string(), &formats.text)?;
        }
        Value::Integer(number) => {
            page.write_number_with_format(row, column, exact(*number), &formats.number)?;
        }
        Value::Number(number) if number.is_finite() => {
            page.write_number_with_format(row, column, *number, &formats.number)?;
        }
        Value::Number(_) => {}
        Value::Fen(fen) => {
            page.write_number_with_format(row, column, exact(*fen) / 100.0, &formats.money)?;
        }
    }
    Ok(())
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

/// Exact below 2^53: whole numbers are checked against [`EXACT`], and that much money is not there.
fn exact(number: i64) -> f64 {
    number as f64
}

/// A name that Excel allows for a sheet.
fn title(wanted: &str) -> String {
    let clean: String = wanted
        .chars()
        .map(|c| if c.is_control() || matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c })
        .take(31)
        .collect();
    let clean = clean.trim_matches(|c: char| c == '\'' || c.is_whitespace()).to_owned();
    if clean.is_empty() { "Sheet1".to_owned() } else { clean }
}

/// The width in plain characters: Chinese ones count twice.
fn shown_width(text: &str) -> usize {
    let line = |line: &str| line.chars().map(|c| if u32::from(c) < 0x1100 { 1 } else { 2 }).sum();
    text.lines().map(line).max().unwrap_or(0)
}

fn width(sheet: &Sheet, at: usize, column: &Column) -> f64 {
    if let Some(width) = column.width {
        return f64::from(width);
    }
    let cell = |row: &Vec<Value>| match row.get(at) {
        Some(Value::Text(text)) => shown_width(text),
        Some(Value::Day(_)) => 10,
        Some(Value::Integer(number)) => number.to_string().len(),
        Some(Value::Number(_)) => 8,
        // Two decimals, and a comma for each three digits.
        Some(Value::Fen(fen)) => fen.to_string().len() * 4 / 3 + 1,
        Some(Value::Empty) | None => 0,
    };
    let longest = sheet.rows.iter().take(MEASURED).map(cell).max().unwrap_or(0);
    // The arrow of the filter hides two characters of the header.
    let wanted = longest.max(shown_width(&column.header) + 2) + 2;
    f64::from(u32::try_from(wanted.clamp(*WIDTHS.start(), *WIDTHS.end())).unwrap_or(0))
}

#[cfg(test)]
mod tests;
