//! What is wrong, or was put right, in a cell.

use domain::{code::Code, refusal::Values};
use serde::{Serialize, Serializer};

/// Whether the batch may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Blocks the whole batch.
    Error,
    /// Repaired without doubt; shown, so that the clerk knows.
    Corrected,
}

/// A fault of one cell, or of one row together with others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fault {
    /// The row as the clerk sees it.
    pub row: u32,
    /// Other rows that take part, such as the duplicates.
    pub rows: Vec<u32>,
    /// The header of the column as written in the file, or the usual one when the column is absent.
    pub column: String,
    /// The field of the draft.
    pub field: &'static str,
    /// The reason.
    #[serde(serialize_with = "word")]
    pub code: Code,
    /// Whether it blocks.
    pub severity: Severity,
    /// What stands in the cell.
    pub raw: String,
    /// What it was taken for, when corrected.
    pub value: Option<String>,
    /// Values for the sentence; `value` is always among them.
    pub values: Values,
}

/// By reference, as serde asks.
fn word<S: Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.as_str())
}

/// A draft and the row from which it was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drafted<T> {
    /// The row as the clerk sees it.
    pub row: u32,
    /// The draft.
    pub draft: T,
}

/// Everything that a file gave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome<T> {
    /// Drafts of the rows without an error.
    pub drafts: Vec<Drafted<T>>,
    /// All faults of all rows, by row.
    pub faults: Vec<Fault>,
    /// How many rows the file has, good or bad.
    pub rows: usize,
}

impl<T> Outcome<T> {
    /// Whether an error blocks the batch.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Orders the faults and drops the drafts of rows with an error.
    pub(crate) fn close(drafts: Vec<Drafted<T>>, mut faults: Vec<Fault>, rows: usize) -> Self {
        faults.sort_by_key(|fault| fault.row);
        let bad: std::collections::BTreeSet<u32> = faults
            .iter()
            .filter(|fault| fault.severity == Severity::Error)
            .flat_map(|fault| std::iter::once(fault.row).chain(fault.rows.iter().copied()))
            .collect();
        let drafts = drafts.into_iter().filter(|drafted| !bad.contains(&drafted.row)).collect();
        Self { drafts, faults, rows }
    }
}
