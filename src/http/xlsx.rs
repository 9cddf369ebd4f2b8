//! A workbook as an answer.

use chrono::{DateTime, FixedOffset, Utc};
use domain::day::Day;
use poem::{IntoResponse, Response};
use poem_openapi::{
    ApiResponse,
    registry::{MetaResponses, Registry},
};
use sheets::export::{Column, ColumnKind, ExportError, Sheet, Value, export_all};

use super::download::{answer, described};
use crate::{fault::Fault, messages};

/// The media type of an Excel workbook.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Rows of an exported list at most; no list of a province is longer, and it is a bound all the same.
pub const MAX_ROWS: usize = 50_000;

/// Workbooks are written one after the other.
static TURN: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(1);

/// The longest text of a cell, in the units of UTF-16 in which Excel counts.
const MAX_TEXT: usize = sheets::export::MAX_CELL;

/// Columns by the words of their headers in the catalogue.
#[must_use]
pub fn columns(of: &[(&str, ColumnKind)]) -> Vec<Column> {
    of.iter().map(|(word, kind)| Column::new(messages::word(word), *kind)).collect()
}

/// A cell of text. What no cell holds, such as the whole plan of a floor in its history, ends with an
/// ellipsis: most of it is better than no workbook.
pub fn text(text: impl Into<String>) -> Value {
    let mut text = text.into();
    if text.len() > MAX_TEXT && text.encode_utf16().count() > MAX_TEXT {
        let mut units = 0;
        let fits = |(_, c): &(usize, char)| {
            units += c.len_utf16();
            units < MAX_TEXT
        };
        let end = text.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8());
        text.truncate(end);
        text.push('…');
    }
    Value::Text(text)
}

/// A cell of text, or an empty one.
#[must_use]
pub fn optional(cell: Option<&str>) -> Value {
    cell.map_or(Value::Empty, text)
}

/// A cell with a word of a vocabulary, in the language of whoever asks.
#[must_use]
pub fn word(kind: &str, word: &str) -> Value {
    text(messages::word(&format!("{kind}_{word}")))
}

/// A cell with how many there are.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "what is counted in a workbook is counted by people")]
pub fn count(of: usize) -> Value {
    Value::Number(of as f64)
}

/// A cell with a day.
#[must_use]
pub fn day(day: Day) -> Value {
    Value::Day(day.date())
}

/// A cell with a moment, to the minute, as the clocks of the institution show it.
#[must_use]
pub fn moment(at: DateTime<Utc>, zone: FixedOffset) -> Value {
    Value::Text(at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string())
}

/// A cell with a word of the catalogue: yes or no.
#[must_use]
pub fn yes(is: bool) -> Value {
    Value::Text(messages::word(if is { "value_yes" } else { "value_no" }))
}

/// A workbook that the browser saves.
#[derive(Debug)]
pub struct Xlsx {
    name: String,
    bytes: Vec<u8>,
}

impl Xlsx {
    /// Writes a table; its file is called by its title and the day.
    ///
    /// # Errors
    /// A table that Excel could not open, which is a fault of ours.
    pub async fn of(sheet: Sheet, on: Day) -> Result<Self, Fault> {
        let title = sheet.title.clone();
        Self::book(&title, vec![sheet], on).await
    }

    /// Writes tables as the sheets of one workbook, whose file is called by its own title and the day.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn book(title: &str, sheets: Vec<Sheet>, on: Day) -> Result<Self, Fault> {
        // One at a time, and not on a thread that answers requests: a large one takes seconds.
        let _turn = TURN.acquire().await.map_err(std::io::Error::other)?;
        let name = format!("{title}-{on}.xlsx");
        let written = tokio::task::spawn_blocking(move || export_all(&sheets)).await.map_err(std::io::Error::other)?;
        let bytes = written.map_err(|error: ExportError| std::io::Error::other(error.to_string()))?;
        Ok(Self::named(name, bytes))
    }

    /// A list of the house: its title and the headers by their words in the catalogue.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn list(
        title: &str,
        headers: &[(&str, ColumnKind)],
        rows: impl Iterator<Item = Vec<Value>>,
        on: Day,
    ) -> Result<Self, Fault> {
        Self::of(Sheet { title: messages::word(title), columns: columns(headers), rows: rows.collect() }, on).await
    }

    /// A workbook that is written already.
    #[must_use]
    pub fn named(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }
}

impl IntoResponse for Xlsx {
    fn into_response(self) -> Response {
        answer(MEDIA_TYPE, false, &self.name, self.bytes)
    }
}

impl ApiResponse for Xlsx {
    fn meta() -> MetaResponses {
        described("A workbook.", MEDIA_TYPE)
    }
    fn register(_: &mut Registry) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_holds_is_cut_and_the_rest_is_not() {
        let long = |c: &str, n: usize| match text(c.repeat(n)) {
            Value::Text(text) => text,
            other => panic!("{other:?}"),
        };
        for (letter, fit) in [("a", MAX_TEXT), ("草", MAX_TEXT), ("\u{20000}", MAX_TEXT / 2)] {
            assert_eq!(long(letter, fit), letter.repeat(fit));
            let cut = long(letter, fit + 10);
            assert!(cut.ends_with('…') && cut.encode_utf16().count() <= MAX_TEXT, "{letter}");
            let sheet = Sheet {
                title: "x".to_owned(),
                columns: vec![Column::new("x", ColumnKind::Wrap)],
                rows: vec![vec![Value::Text(cut)]],
            };
            assert!(export_all(&[sheet]).is_ok());
        }
    }
}
