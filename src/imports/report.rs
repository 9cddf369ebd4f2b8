//! What a check found: counts in the row, the faults and the drafts as lines of a file.
//!
//! A bad ledger of 50,000 rows has hundreds of thousands of faults. They are written once and read
//! in pages, so they are lines of a file beside the attachments, errors first, and a page begins at
//! a byte. Faults are codes with values; sentences are made when somebody reads them.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write},
};

use domain::{id::ImportId, import::Dependents};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value as Json;
use sheets::fault::{Fault, Severity};

use crate::{fault::Fault as Refused, files::Blobs, house::House};

/// A duplicate in thousands of rows names so many of them.
const ROWS_NAMED: usize = 50;

/// What was found and made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Rows of the file.
    pub rows: i64,
    /// Faults that block.
    pub errors: i64,
    /// Repairs.
    pub corrected: i64,
    /// Rows that would be, or were, written.
    pub new: i64,
    /// The headers of the file with the field that each was taken for.
    pub mapping: Vec<Mapped>,
    /// The row of the headers.
    pub header_row: Option<u32>,
    /// The faults, errors first.
    pub faults: Option<Lines>,
    /// The drafts.
    pub drafts: Option<Lines>,
    /// Why the file as a whole could not be taken, or why an undo did not happen.
    pub problem: Option<Problem>,
    /// Rows that an undo which could not be finished has taken back already.
    #[serde(default)]
    pub gone: i64,
    /// Days of the calendar as they were before.
    pub days: Vec<SavedDay>,
    /// Buildings that were made for the spaces.
    pub buildings: Vec<String>,
    /// Floors that were made for the spaces.
    pub floors: Vec<String>,
}

/// A header and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapped {
    /// As written in the file.
    pub header: String,
    /// The field.
    pub field: Option<String>,
}

/// A code with its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// The reason.
    pub code: String,
    /// Values for the sentence.
    pub values: BTreeMap<String, Json>,
}

impl From<&domain::refusal::Refusal> for Problem {
    fn from(refusal: &domain::refusal::Refusal) -> Self {
        let values = refusal.values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        Self { code: refusal.code.as_str().to_owned(), values }
    }
}

/// A day of the calendar that a batch changed, as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedDay {
    /// The day.
    pub date: String,
    /// `off` or `work`.
    pub kind: String,
    /// Why.
    pub name: String,
    /// Only in this division.
    pub division: Option<String>,
    /// The batch that had brought it.
    pub import: Option<String>,
}

/// Lines of a file among the attachments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// Its digest.
    pub sha256: String,
    /// Where the second part begins: the repairs after the errors.
    pub middle: u64,
    /// Where it ends.
    pub end: u64,
}

/// A fault as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FaultLine {
    /// The row as the clerk sees it.
    pub row: u32,
    /// Other rows that take part.
    pub rows: Vec<u32>,
    /// The header of the column.
    pub column: String,
    /// The field.
    pub field: String,
    /// The reason.
    pub code: String,
    /// `error` or `corrected`.
    pub severity: String,
    /// What stands in the cell.
    pub raw: String,
    /// What it was taken for.
    pub value: Option<String>,
    /// Values for the sentence.
    pub values: BTreeMap<String, Json>,
}

impl From<Fault> for FaultLine {
    fn from(fault: Fault) -> Self {
        let mut values: BTreeMap<String, Json> =
            fault.values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let mut rows = fault.rows;
        if rows.len() > ROWS_NAMED {
            rows.truncate(ROWS_NAMED);
            let mut shown: Vec<Json> = rows.iter().map(|row| (*row).into()).collect();
            shown.push("…".into());
            values.insert("rows".to_owned(), shown.into());
        }
        Self {
            row: fault.row,
            rows,
            column: fault.column,
            field: fault.field.to_owned(),
            code: fault.code.as_str().to_owned(),
            severity: severity(fault.severity).to_owned(),
            raw: fault.raw,
            value: fault.value,
            values,
        }
    }
}

/// The word of a severity.
#[must_use]
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Corrected => "corrected",
    }
}

/// A draft as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftLine {
    /// The row as the clerk sees it.
    pub row: u32,
    /// What would be made of it.
    pub draft: Json,
}

/// Writes two groups of lines, one after the other.
pub async fn write<T: Serialize + Send + 'static>(
    house: &House,
    id: ImportId,
    first: Vec<T>,
    second: Vec<T>,
) -> io::Result<Lines> {
    let part = house.blobs.part(&format!("{id}-{}", &house.chance.secret()[..8])).await?;
    let path = part.path().to_owned();
    let (middle, end) = tokio::task::spawn_blocking(move || {
        let mut out = BufWriter::new(std::fs::File::create(path)?);
        let mut at = 0;
        put(&mut out, &mut at, first)?;
        let middle = at;
        put(&mut out, &mut at, second)?;
        out.flush()?;
        Ok::<_, io::Error>((middle, at))
    })
    .await
    .map_err(io::Error::other)??;
    let stored = house.blobs.adopt(part).await?;
    Ok(Lines { sha256: stored.sha256, middle, end })
}

fn put<T: Serialize>(out: &mut impl Write, at: &mut u64, items: Vec<T>) -> io::Result<()> {
    for item in items {
        let mut line = serde_json::to_vec(&item)?;
        line.push(b'\n');
        out.write_all(&line)?;
        *at += line.len() as u64;
    }
    Ok(())
}

/// Reads at most `limit` lines of a range of bytes; where to go on, if there is more.
pub async fn read<T: DeserializeOwned + Send + 'static>(
    blobs: &Blobs,
    sha256: &str,
    range: std::ops::Range<u64>,
    limit: usize,
) -> Result<(Vec<T>, Option<u64>), Refused> {
    let (blobs, sha256) = (blobs.clone(), sha256.to_owned());
    let read = tokio::task::spawn_blocking(move || {
        let mut file = blobs.open(&sha256)?;
        if range.start > 0 {
            // A place that a caller made up is most often within a line.
            let mut before = [0];
            file.seek(SeekFrom::Start(range.start - 1))?;
            file.read_exact(&mut before)?;
            if before != *b"\n" {
                return Err(io::Error::from(io::ErrorKind::InvalidInput));
            }
        }
        let mut file = BufReader::new(file);
        let (mut items, mut at, mut line) = (Vec::new(), range.start, String::new());
        while at < range.end && items.len() < limit {
            line.clear();
            let read = file.read_line(&mut line)?;
            if read == 0 {
                break;
            }
            at += read as u64;
            items.push(serde_json::from_str(&line)?);
        }
        Ok::<_, io::Error>((items, (at < range.end).then_some(at)))
    });
    match read.await.map_err(io::Error::other)? {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
            Err(domain::refusal::Refusal::field("cursor", domain::code::Code::Malformed).into())
        }
        other => Ok(other?),
    }
}

/// Why an undo did not happen.
#[must_use]
pub fn in_use(dependents: &Dependents) -> Problem {
    let facts = domain::import::Facts {
        state: domain::import::ImportState::Committed,
        new: 0,
        repeated: None,
        dependents: dependents.clone(),
    };
    match domain::import::undo(&facts) {
        Err(refusal) => Problem::from(&refusal),
        Ok(_) => Problem { code: domain::code::Code::ImportInUse.as_str().to_owned(), values: BTreeMap::new() },
    }
}
