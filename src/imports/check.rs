//! A file to drafts and faults, on a thread that may block; everything it needs comes along.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::NaiveDate;
use domain::{code::Code, import::ImportKind, refusal::Values, workday::DayMark};
use sheets::{
    divisions::{DivisionIndex, DivisionRow},
    error::SheetError,
    fault::{Drafted, Fault, Outcome, Severity},
    map::{Kind, Mapping, map},
    organizations::{self, OrganizationDraft},
    progress,
    read::{Hints, Table, read},
    spaces::{self, SpaceDraft},
    workdays::{self, WorkdayDraft},
};

use super::report::Mapped;
use crate::{db::DbError, house::House};

/// What the rules of all kinds must know.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The divisions.
    pub divisions: DivisionIndex,
    /// Names of banners, cities and districts by their codes.
    pub counties: BTreeMap<String, String>,
    /// Numbers and names of the bases.
    pub bases: spaces::Bases,
    /// Today.
    pub today: NaiveDate,
    /// Days that are off for all.
    pub off: BTreeSet<NaiveDate>,
}

/// Reads what the rules must know.
pub async fn facts(house: &House) -> Result<Facts, DbError> {
    let divisions = crate::divisions::store::all(&house.db).await?;
    let row =
        |row: crate::divisions::store::DivisionRow| DivisionRow { code: row.code, name: row.name, parent: row.parent };
    let days = crate::workdays::store::all(&house.db).await?;
    let counties = divisions.iter().filter(|row| row.code.len() == 6);
    Ok(Facts {
        counties: counties.map(|row| (row.code.clone(), row.name.clone())).collect(),
        divisions: DivisionIndex::new(divisions.into_iter().map(row)),
        bases: crate::bases::store::all(&house.db).await?.into_iter().map(|base| (base.code, base.name)).collect(),
        today: house.today().date(),
        off: days
            .into_iter()
            .filter(|day| day.kind.0 == DayMark::Off && day.division.is_none())
            .map(|day| day.date.0.date())
            .collect(),
    })
}

/// The kind as the reader of spreadsheets names it.
#[must_use]
pub const fn sheet_kind(kind: ImportKind) -> &'static Kind {
    match kind {
        ImportKind::Organizations => &organizations::KIND,
        ImportKind::Spaces => &spaces::KIND,
        ImportKind::Workdays => &workdays::KIND,
    }
}

/// The drafts of a file.
#[derive(Debug)]
pub enum Drafts {
    /// Of organizations.
    Organizations(Vec<Drafted<OrganizationDraft>>),
    /// Of rooms and desks.
    Spaces(Vec<Drafted<SpaceDraft>>),
    /// Of days.
    Workdays(Vec<Drafted<WorkdayDraft>>),
}

impl Drafts {
    /// Keeps the rows that nothing is wrong with, also of what only the house knows; returns how many they are.
    pub fn keep_good(&mut self, errors: &[Fault]) -> usize {
        let bad: BTreeSet<u32> = errors.iter().map(|fault| fault.row).collect();
        fn good<T>(drafts: &mut Vec<Drafted<T>>, bad: &BTreeSet<u32>) -> usize {
            drafts.retain(|drafted| !bad.contains(&drafted.row));
            drafts.len()
        }
        match self {
            Self::Organizations(drafts) => good(drafts, &bad),
            Self::Spaces(drafts) => good(drafts, &bad),
            Self::Workdays(drafts) => good(drafts, &bad),
        }
    }
}

/// How the file names the columns.
#[derive(Debug, Clone)]
pub struct Columns {
    kind: &'static Kind,
    written: BTreeMap<&'static str, String>,
}

impl Columns {
    /// A fault that only the house can know.
    #[must_use]
    pub fn fault(
        &self,
        row: u32,
        field: &'static str,
        code: Code,
        severity: Severity,
        raw: &str,
        values: Values,
    ) -> Fault {
        let column = self.written.get(field).cloned().unwrap_or_else(|| self.kind.header(field).to_owned());
        let mut values = values;
        values.entry("value").or_insert_with(|| raw.into());
        Fault { row, rows: Vec::new(), column, field, code, severity, raw: raw.to_owned(), value: None, values }
    }
}

/// A file that could be read.
#[derive(Debug)]
pub struct Judged {
    /// Rows, good or bad.
    pub rows: usize,
    /// What the headers were taken for.
    pub mapping: Vec<Mapped>,
    /// The row of the headers.
    pub header_row: u32,
    /// How the file names the columns.
    pub columns: Columns,
    /// Faults of all rows.
    pub faults: Vec<Fault>,
    /// Drafts of the rows without an error.
    pub drafts: Drafts,
}

/// A file that could not be taken, and as much of its headers as was seen.
#[derive(Debug)]
pub struct Unread {
    /// Why.
    pub error: SheetError,
    /// What the headers were taken for.
    pub mapping: Vec<Mapped>,
    /// The row of the headers.
    pub header_row: Option<u32>,
}

/// How far a judgement is.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Rows looked at.
    pub done: Arc<AtomicUsize>,
    /// Rows of the file; 0 while it is being read.
    pub total: Arc<AtomicUsize>,
}

impl Progress {
    /// Rows looked at, and rows of the file.
    #[must_use]
    pub fn counts(&self) -> (i64, i64) {
        let count = |at: &AtomicUsize| i64::try_from(at.load(Ordering::Relaxed)).unwrap_or(i64::MAX);
        (count(&self.done), count(&self.total))
    }
}

/// Reads and judges a file.
///
/// # Errors
/// When the file as a whole cannot be taken.
pub fn judge(
    bytes: &[u8],
    file_name: &str,
    kind: ImportKind,
    hints: &Hints,
    facts: &Facts,
    seen: &Progress,
) -> Result<Judged, Unread> {
    let sheet = sheet_kind(kind);
    let table = read(bytes, file_name, sheet, hints).map_err(|error| {
        let seen = if matches!(error, SheetError::NoHeader(_)) { first_words(bytes, file_name, sheet) } else { None };
        let (header_row, mapping) = seen.unzip();
        Unread { error, mapping: mapping.unwrap_or_default(), header_row }
    })?;
    seen.total.store(table.rows.len(), Ordering::Relaxed);
    let late = |error, mapping| Unread { error, mapping, header_row: Some(table.header_row) };
    let mapping = map(&table.headers, sheet, &hints.overrides)
        .map_err(|error| late(error, taken_alone(&table.headers, sheet)))?;
    if table.rows.is_empty() {
        return Err(late(SheetError::Empty, mapped(&table.headers, &mapping)));
    }
    let (drafts, faults) = progress::watching(&seen.done, || take(&table, &mapping, kind, facts));
    let written = mapping.fields.iter().filter_map(|(field, at)| Some((*field, table.headers.get(*at)?.clone())));
    Ok(Judged {
        rows: table.rows.len(),
        mapping: mapped(&table.headers, &mapping),
        header_row: table.header_row,
        columns: Columns { kind: sheet, written: written.collect() },
        faults,
        drafts,
    })
}

/// The first row that looks like headers, whatever they say: a person can assign them by hand.
fn first_words(bytes: &[u8], file_name: &str, kind: &'static Kind) -> Option<(u32, Vec<Mapped>)> {
    // Below a title and a note.
    (1..=3).find_map(|row| {
        let hints = Hints { header_row: Some(row), ..Hints::default() };
        let table = read(bytes, file_name, kind, &hints).ok()?;
        let mapping = taken_alone(&table.headers, kind);
        (mapping.len() > 2).then_some((row, mapping))
    })
}

fn take(table: &Table, mapping: &Mapping, kind: ImportKind, facts: &Facts) -> (Drafts, Vec<Fault>) {
    match kind {
        ImportKind::Organizations => {
            let facts = organizations::Facts { divisions: &facts.divisions, today: facts.today };
            let Outcome { drafts, faults, .. } = organizations::organizations(table, mapping, &facts);
            (Drafts::Organizations(drafts), faults)
        }
        ImportKind::Spaces => {
            let Outcome { drafts, faults, .. } = spaces::spaces(table, mapping, &facts.bases);
            (Drafts::Spaces(drafts), faults)
        }
        ImportKind::Workdays => {
            let Outcome { drafts, faults, .. } = workdays::workdays(table, mapping, &facts.divisions, &facts.off);
            (Drafts::Workdays(drafts), faults)
        }
    }
}

fn mapped(headers: &[String], mapping: &Mapping) -> Vec<Mapped> {
    let field =
        |at: usize| mapping.fields.iter().find(|(_, index)| **index == at).map(|(field, _)| (*field).to_owned());
    let all = headers.iter().enumerate().map(|(at, header)| Mapped { header: header.clone(), field: field(at) });
    all.filter(|mapped| !mapped.header.trim().is_empty()).collect()
}

/// What each header means by itself, for a person who is to put an unclear assignment right.
fn taken_alone(headers: &[String], kind: &'static Kind) -> Vec<Mapped> {
    let of = |header: &str| {
        let wanted = sheets::map::normalise(header);
        let fits = |text: &str| sheets::map::normalise(text) == wanted;
        let column = kind.columns.iter().find(|column| fits(column.header) || column.synonyms.iter().any(|s| fits(s)));
        column.map(|column| column.field.to_owned())
    };
    let all = headers.iter().filter(|header| !header.trim().is_empty());
    all.map(|header| Mapped { header: header.clone(), field: of(header) }).collect()
}
