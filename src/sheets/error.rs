//! Why a whole file cannot be taken; faults of single cells are in [`crate::fault`].

use domain::{
    code::Code,
    refusal::{Refusal, Values},
};

/// Larger files are refused unread; the city's largest ledger has 0.2 MB.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// What the parts of a workbook may unfold to: 50,000 rows of the ledger make about 60 MB of XML,
/// the rest is room for styles; beyond that it is a bomb or a mistake.
pub const MAX_UNFOLDED_BYTES: u64 = 256 * 1024 * 1024;
/// Five times the organizations of the province that the service is built for.
pub const MAX_ROWS: usize = 50_000;
/// Ten times the columns of the widest known ledger.
pub const MAX_COLUMNS: usize = 200;
/// Longer cells come from a quote that is never closed.
pub const MAX_CELL: usize = 10_000;
/// How far down the header is looked for, below titles and notes.
pub const HEADER_SEARCH: usize = 10;

/// The file cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More than [`MAX_BYTES`].
    #[error("larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// Unfolds to more than [`MAX_UNFOLDED_BYTES`].
    #[error("unfolds to more than {MAX_UNFOLDED_BYTES} bytes")]
    Inflates,
    /// An old `.xls`, or a workbook with a password: both are compound files.
    #[error("an old or locked workbook")]
    OldFormat,
    /// Something else, such as a web page saved as `.xls`.
    #[error("neither xlsx nor csv")]
    UnknownFormat,
    /// A workbook that cannot be read.
    #[error("damaged workbook")]
    Broken,
    /// Text in no known encoding.
    #[error("text in no known encoding")]
    NotText,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// No header row; these headers are looked for.
    #[error("no header row")]
    NoHeader(Vec<String>),
    /// Required headers that are missing.
    #[error("required headers are missing")]
    HeadersMissing(Vec<String>),
    /// Headers that mean the same column.
    #[error("two headers mean the same")]
    HeaderTwice(Vec<String>),
    /// An override that names a header or a field that is not there.
    #[error("an override that fits nothing")]
    FieldUnknown {
        /// The header that the user named.
        header: String,
        /// The field that the user named.
        field: String,
    },
    /// More than [`MAX_ROWS`].
    #[error("more than {MAX_ROWS} rows")]
    TooManyRows,
    /// More than [`MAX_COLUMNS`] in a row.
    #[error("more than {MAX_COLUMNS} columns")]
    TooManyColumns {
        /// The row as a person counts.
        row: u32,
    },
    /// A cell of more than [`MAX_CELL`] characters.
    #[error("a cell of more than {MAX_CELL} characters")]
    CellTooLong {
        /// The row as a person counts.
        row: u32,
        /// The column, counted from 1.
        column: u32,
    },
}

impl SheetError {
    /// The stable reason.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::TooLarge => Code::SheetTooLarge,
            Self::Inflates => Code::SheetInflates,
            Self::OldFormat => Code::SheetOldFormat,
            Self::UnknownFormat => Code::SheetUnknownFormat,
            Self::Broken => Code::SheetBroken,
            Self::NotText => Code::SheetNotText,
            Self::Empty => Code::SheetEmpty,
            Self::NoHeader(_) => Code::SheetNoHeader,
            Self::HeadersMissing(_) => Code::SheetHeadersMissing,
            Self::HeaderTwice(_) => Code::SheetHeaderTwice,
            Self::FieldUnknown { .. } => Code::SheetFieldUnknown,
            Self::TooManyRows => Code::SheetTooManyRows,
            Self::TooManyColumns { .. } => Code::SheetTooManyColumns,
            Self::CellTooLong { .. } => Code::SheetCellTooLong,
        }
    }

    /// Values for the sentence.
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = Values::new();
        match self {
            Self::TooLarge => {
                values.insert("max", (MAX_BYTES / 1024 / 1024).into());
            }
            Self::Inflates => {
                values.insert("max", (MAX_UNFOLDED_BYTES / 1024 / 1024).into());
            }
            Self::NoHeader(headers) => {
                values.insert("searched", HEADER_SEARCH.into());
                values.insert("headers", headers.clone().into());
            }
            Self::HeadersMissing(headers) | Self::HeaderTwice(headers) => {
                values.insert("headers", headers.clone().into());
            }
            Self::FieldUnknown { header, field } => {
                values.insert("header", header.clone().into());
                values.insert("field", field.clone().into());
            }
            Self::TooManyRows => {
                values.insert("max", MAX_ROWS.into());
            }
            Self::TooManyColumns { row } => {
                values.insert("max", MAX_COLUMNS.into());
                values.insert("row", (*row).into());
            }
            Self::CellTooLong { row, column } => {
                values.insert("max", MAX_CELL.into());
                values.insert("row", (*row).into());
                values.insert("column", (*column).into());
            }
            Self::OldFormat | Self::UnknownFormat | Self::Broken | Self::NotText | Self::Empty => {}
        }
        values
    }

    /// As the refusal of the request that brought the file.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        Refusal { values: self.values(), ..Refusal::rule(self.code()) }
    }
}

#[cfg(test)]
mod tests;
