//! `fuhua import`: the same check and the same commit as in the browser, for a terminal.

use std::{
    io::{IsTerminal, Write},
    path::PathBuf,
    time::Duration,
};

use clap::{Args, ValueEnum};
use domain::{
    id::BaseId,
    import::{ImportKind, ImportState},
    refusal::Refusal,
};
use sheets::{fault::Severity, map::Overrides};

use super::{Exit, explained, say};
use crate::{
    fault::Fault,
    files::{MAX_BYTES, Stored},
    house::House,
    http::context::{self, Context, Language},
    imports::{
        check::Progress,
        jobs,
        report::{self, FaultLine},
        service::{self, Brought},
        setup,
        store::{self, ImportRow},
    },
    journal::Acting,
    messages,
};

/// How often the progress is shown.
const SHOWN: Duration = Duration::from_millis(250);
/// Wider cells are cut in the table; the page and the workbook show them whole.
const CELL: usize = 36;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// The ledger of organizations
    Organizations,
    /// Rooms and desks
    Spaces,
    /// Days off and make-up days
    Workdays,
    /// Administrative divisions, for setting up
    Divisions,
    /// Incubation bases, for setting up
    Bases,
}

/// A spreadsheet to bring in.
#[derive(Debug, Args)]
pub struct Import {
    /// What it holds
    #[arg(value_enum)]
    kind: Kind,
    /// The file: .xlsx or .csv
    file: PathBuf,
    /// Only look: tell every fault and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Only for the base with this number, such as B03
    #[arg(long)]
    base: Option<String>,
    /// A column by its header: HEADER=FIELD, or HEADER= to leave it out; may be given several times
    #[arg(long = "map", value_name = "HEADER=FIELD")]
    mapping: Vec<String>,
    /// Row of the headers, when it is not found by itself
    #[arg(long)]
    header_row: Option<u32>,
    /// For workdays: the file is the whole calendar of the years that it names
    #[arg(long)]
    replace: bool,
}

impl Import {
    /// The bytes of the file.
    pub(super) fn read(&self) -> Result<Vec<u8>, Exit> {
        let wrong = |why: &dyn std::fmt::Display| Exit::Usage(format!("{}: {why}", self.file.display()));
        let size = std::fs::metadata(&self.file).map_err(|error| wrong(&error))?.len();
        if size > MAX_BYTES as u64 {
            return Err(wrong(&format!("larger than {} MB", MAX_BYTES >> 20)));
        }
        std::fs::read(&self.file).map_err(|error| wrong(&error))
    }

    fn name(&self) -> String {
        self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn overrides(&self) -> Result<Overrides, Exit> {
        let pair = |text: &String| {
            let (header, field) = text.split_once('=')?;
            Some((header.to_owned(), field.to_owned()))
        };
        self.mapping
            .iter()
            .map(|text| pair(text).ok_or_else(|| Exit::Usage(format!("--map {text}: write HEADER=FIELD"))))
            .collect()
    }
}

/// Brings a spreadsheet in.
pub(super) async fn run(house: &House, what: &Import, bytes: Vec<u8>) -> Result<(), Exit> {
    let context = Context { request: String::new(), language: language() };
    context::within(context, work(house, what, bytes)).await
}

/// The terminal's language; Chinese unless it says English.
fn language() -> Language {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|set| set.starts_with("en")) { Language::En } else { Language::Zh }
}

async fn work(house: &House, what: &Import, bytes: Vec<u8>) -> Result<(), Exit> {
    let by = Acting::program("command line", house.now());
    let name = what.name();
    let kind = match what.kind {
        Kind::Organizations => ImportKind::Organizations,
        Kind::Spaces => ImportKind::Spaces,
        Kind::Workdays => ImportKind::Workdays,
        Kind::Divisions | Kind::Bases => {
            let outcome = match what.kind {
                Kind::Divisions => setup::import_divisions(house, &bytes, &name, &by, what.dry_run).await,
                _ => setup::import_bases(house, &bytes, &name, &by, what.dry_run).await,
            };
            return set_up(outcome.map_err(explained)?, what.dry_run);
        }
    };
    let base = match &what.base {
        Some(code) => Some(find_base(house, code).await?),
        None => None,
    };
    let mapping = what.overrides()?;
    let brought = |stored| Brought {
        kind,
        base,
        file_name: name.clone(),
        stored,
        mapping: mapping.clone(),
        header_row: what.header_row,
        replaces: what.replace,
    };
    if what.dry_run {
        let stored = Stored { sha256: String::new(), size: bytes.len() };
        let row = service::begin(house, &by, brought(stored)).map_err(usage)?;
        return look(house, &row, bytes).await;
    }
    // What the person says about the file is looked at before the file is kept.
    service::begin(house, &by, brought(Stored { sha256: String::new(), size: bytes.len() })).map_err(usage)?;
    let stored = house.blobs.put(&bytes).await?;
    drop(bytes);
    let id = service::bring(house, &by, brought(stored)).await.map_err(explained)?.id.0;
    let row = watched(house, id, "check").await?;
    tell(house, &row).await?;
    if row.state.0 != ImportState::Ready {
        return Err(Exit::Failed(format!("{}: nothing was written", row.report().errors.max(1))));
    }
    if row.report().new == 0 {
        say("nothing new: everything in the file is there already");
        return Ok(());
    }
    service::commit_as(house, &by, id).await.map_err(explained)?;
    let row = watched(house, id, "write").await?;
    if row.state.0 != ImportState::Committed {
        tell(house, &row).await?;
        return Err(Exit::Failed("nothing was written".into()));
    }
    say(&format!("{} written, import {id}", row.report().new));
    Ok(())
}

fn usage(refusal: Refusal) -> Exit {
    match explained(Fault::Refused(refusal)) {
        Exit::Failed(text) | Exit::Usage(text) => Exit::Usage(text),
    }
}

async fn find_base(house: &House, code: &str) -> Result<BaseId, Exit> {
    let base = crate::bases::store::find_by_code(&house.db, code).await?;
    base.map(|base| base.id.0).ok_or_else(|| Exit::Usage(format!("--base {code}: there is no such base")))
}

fn set_up(outcome: setup::Outcome, dry_run: bool) -> Result<(), Exit> {
    let faults: Vec<FaultLine> = outcome.faults.into_iter().map(FaultLine::from).collect();
    table(&faults);
    if !faults.is_empty() {
        return Err(Exit::Failed(format!("{} faults in {} rows: nothing was written", faults.len(), outcome.rows)));
    }
    say(&format!("{} rows, {} {}", outcome.rows, outcome.new, if dry_run { "would be written" } else { "written" }));
    Ok(())
}

/// Looks only.
async fn look(house: &House, row: &ImportRow, bytes: Vec<u8>) -> Result<(), Exit> {
    let seen = Progress::default();
    let mut look = std::pin::pin!(jobs::look(house, row, bytes, &seen));
    let looked = loop {
        tokio::select! {
            done = &mut look => break done.map_err(explained)?,
            () = tokio::time::sleep(SHOWN) => {
                let (done, total) = seen.counts();
                show("check", done, total);
            }
        }
    };
    clear();
    let (judged, plan) = looked.map_err(|unread| explained(Fault::Refused(unread.error.refusal())))?;
    let errors = judged.faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    let (rows, corrected) = (judged.rows, judged.faults.len() - errors);
    table(&judged.faults.into_iter().map(FaultLine::from).collect::<Vec<_>>());
    if errors > 0 {
        return Err(Exit::Failed(format!("{errors} faults in {rows} rows; nothing would be written")));
    }
    say(&format!("{rows} rows, {} would be written, {corrected} corrected", plan.len()));
    Ok(())
}

/// Works until the import stands still, and shows how far it is.
async fn watched(house: &House, id: domain::id::ImportId, what: &str) -> Result<ImportRow, Exit> {
    let mut work = std::pin::pin!(jobs::run(house, id));
    loop {
        tokio::select! {
            done = &mut work => {
                clear();
                done.map_err(explained)?;
                let row = store::find(&house.db, id).await?;
                return row.ok_or_else(|| Exit::Failed("the import is gone".into()));
            }
            () = tokio::time::sleep(SHOWN) => {
                if let Some(row) = store::find(&house.db, id).await? {
                    show(what, row.done, row.total);
                }
            }
        }
    }
}

fn show(what: &str, done: i64, total: i64) {
    let mut out = std::io::stderr();
    let total = if total == 0 { "…".to_owned() } else { total.to_string() };
    // One line that is written over on a terminal, a line each time in a log.
    let end = if out.is_terminal() { "\r" } else { "\n" };
    let _ = write!(out, "{what} {done}/{total}{end}");
    let _ = out.flush();
}

fn clear() {
    let mut out = std::io::stderr();
    if out.is_terminal() {
        let _ = write!(out, "\r\x1b[K");
        let _ = out.flush();
    }
}

/// Tells what the check found.
async fn tell(house: &House, row: &ImportRow) -> Result<(), Exit> {
    let report = row.report();
    if let Some(problem) = &report.problem {
        say(&messages::say(context::current().language, &problem.code, &problem.values));
    }
    if let Some(lines) = &report.faults {
        let read = report::read::<FaultLine>(&house.blobs, &lines.sha256, 0..lines.end, usize::MAX).await;
        table(&read.map_err(explained)?.0);
    }
    let (rows, errors, corrected, new) = (report.rows, report.errors, report.corrected, report.new);
    say(&format!("{rows} rows, {errors} errors, {corrected} corrected, {new} new"));
    Ok(())
}

fn table(faults: &[FaultLine]) {
    if faults.is_empty() {
        return;
    }
    let language = context::current().language;
    let mut rows = vec![[
        messages::word("column_row"),
        messages::word("column_column"),
        messages::word("column_severity"),
        messages::word("column_cell"),
        messages::word("column_what_to_do"),
    ]];
    for fault in faults {
        rows.push([
            fault.row.to_string(),
            cut(&fault.column),
            if fault.severity == "error" { messages::word("value_error") } else { messages::word("value_corrected") },
            cut(&fault.raw),
            messages::say(language, &fault.code, &fault.values),
        ]);
    }
    let widths: Vec<usize> = (0..4).map(|at| rows.iter().map(|row| width(&row[at])).max().unwrap_or(0)).collect();
    for row in rows {
        let mut line = String::new();
        for (cell, wide) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(wide + 2 - width(cell)));
        }
        say(&format!("{line}{}", row[4]));
    }
}

/// Columns of a terminal: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

fn wide(c: char) -> usize {
    if u32::from(c) < 0x1100 { 1 } else { 2 }
}

/// On one line, without what could move the cursor, and not too wide.
fn cut(text: &str) -> String {
    let (mut out, mut used) = (String::new(), 0);
    for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if used + wide(c) > CELL {
            out.push('…');
            break;
        }
        used += wide(c);
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_line_of_bounded_width() {
        assert_eq!(cut("甲\n乙\u{1b}[2J"), "甲 乙 [2J");
        assert_eq!(width(&cut(&"长".repeat(100))), CELL + 2);
    }
}
