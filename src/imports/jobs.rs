//! The work behind the requests: check, commit, undo.
//!
//! One run takes an import by a lease and speaks while it works; a run that has fallen silent (its
//! process died) is followed by another one, in this process or in the next instance. Every step
//! is written together with the new state, so a run that starts again finds either all of it or
//! nothing. In one process files are worked on one after the other: that bounds the memory.

use std::{sync::Arc, time::Duration};

use domain::{
    code::Code,
    id::ImportId,
    import::{self, ImportAction, ImportState},
    refusal::Refusal,
};
use serde_json::json;
use sheets::{fault::Severity, read::Hints};

use super::{
    check::{self, Drafts, Judged, Progress, Unread},
    days, dependents,
    known::{self, Plan},
    report::{self, FaultLine, Problem, Report},
    store::{self, ImportRow},
    undo, write,
};
use crate::{
    db::{Conflicting, DbError, Tx},
    fault::Fault,
    house::{House, SharedHouse},
    journal::{Acting, CITY, Draft},
    organizations,
};

/// The queue of this process.
const QUEUE: &str = "imports.work";
/// How often a run says how far it is.
const SPEAKS: Duration = Duration::from_millis(400);
/// Before a work that failed is tried again: the database may be back by then.
const PAUSE: Duration = Duration::from_secs(1);
/// A work that fails so often is given up.
const ATTEMPTS: i64 = 3;
/// Rows that one transaction writes at most: a city's ledger fits into one, and it stays well below
/// what the engine takes at once. A larger file is written in several, and taken back if one of
/// them cannot be.
const PART: usize = 1_000;

/// Begins the work on an import in the background.
pub fn start(house: &SharedHouse, id: ImportId) {
    let house = Arc::clone(house);
    tokio::spawn(async move {
        if let Err(error) = run(&house, id).await {
            tracing::error!(%error, import = %id, "an import could not be worked on");
        }
    });
}

/// Takes up all work that no run is at: after a restart, or when another instance died. Returns how
/// many there were.
pub async fn resume(house: &SharedHouse) -> Result<usize, DbError> {
    let now = house.now();
    let idle = store::at_work(&house.db).await?.into_iter().filter(|row| {
        let taken = row.worker.is_some() && row.lease_until.is_some_and(|until| until.0 > now);
        !taken
    });
    let ids: Vec<ImportId> = idle.map(|row| row.id.0).collect();
    for id in &ids {
        start(house, *id);
    }
    Ok(ids.len())
}

/// Works on an import until it stands still; for the command line, which waits.
pub async fn run(house: &House, id: ImportId) -> Result<(), Fault> {
    let _turn = house.db.gates.hold(vec![QUEUE.to_owned()]).await;
    loop {
        let worker = house.chance.secret()[..16].to_owned();
        let Some(row) = store::claim(&house.db, id, &worker, house.now()).await? else { return Ok(()) };
        let run = Run { house, worker: &worker };
        let attempts = row.attempts.unwrap_or(0);
        if attempts > ATTEMPTS {
            // No run of it came to an end, not even to a bad one: it may be what the process died of.
            tracing::error!(import = %id, attempts, "an import is given up");
            return run.give_up(id).await;
        }
        let outcome = match row.state.0 {
            ImportState::Checking => run.check(row).await,
            ImportState::Committing => run.commit(row).await,
            _ => run.undo(row).await,
        };
        match outcome {
            Ok(()) => return Ok(()),
            Err(error) if attempts >= ATTEMPTS => {
                run.give_up(id).await?;
                return Err(error);
            }
            Err(error) => {
                store::let_go(&house.db, id, &worker).await?;
                // Another writer was first: look and decide again at once. If somebody else took the
                // work over or put the file aside, there is nothing to claim and it is done here.
                if !error.is_conflict() {
                    tracing::warn!(%error, import = %id, attempts, "an import is worked on once more");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }
}

/// Reads a file and judges its rows, on a thread that may block; writes nothing.
pub async fn look(
    house: &House,
    row: &ImportRow,
    bytes: Vec<u8>,
    seen: &Progress,
) -> Result<Result<(Judged, Plan), Unread>, Fault> {
    let facts = check::facts(house).await?;
    let header_row = row.header_row.and_then(|row| u32::try_from(row).ok());
    let hints = Hints { header_row, overrides: row.overrides() };
    let (name, kind, rules, watched) = (row.file_name.clone(), row.kind.0, facts.clone(), seen.clone());
    let work = tokio::task::spawn_blocking(move || check::judge(&bytes, &name, kind, &hints, &rules, &watched));
    match work.await.map_err(std::io::Error::other)? {
        Ok(mut judged) => {
            let plan = known::plan(house, row, &mut judged, &facts).await?;
            Ok(Ok((judged, plan)))
        }
        Err(unread) => Ok(Err(unread)),
    }
}

struct Run<'a> {
    house: &'a House,
    worker: &'a str,
}

impl Run<'_> {
    /// Writes the next state of an import, if this run still has it.
    async fn step(
        &self,
        mut tx: Tx,
        row: &ImportRow,
        action: ImportAction,
        report: &Report,
        by: &Acting,
    ) -> Result<ImportRow, Fault> {
        let next = import::LIFECYCLE.next(row.state.0, action)?;
        let seen = row.version;
        let after = row.clone().reporting(report).moved(next, self.house.now());
        tx.replace(row.id.0, seen, after.clone());
        tx.journal(
            Draft::new(row.id.0, deed(action), by)
                .values(json!({"file": row.file_name, "rows": report.rows, "new": report.new, "errors": report.errors}))
                .change(Some(json!({"state": row.state.0})), Some(json!({"state": next}))),
        );
        self.house.db.commit(tx).await?;
        Ok(after)
    }

    async fn check(&self, row: ImportRow) -> Result<(), Fault> {
        let by = row.acting(self.house.now());
        let judged = match self.judge(&row).await? {
            Ok(judged) => judged,
            Err(unread) => {
                let report = unread_report(&unread);
                return self.step(Tx::new(), &row, ImportAction::Fail, &report, &by).await.map(drop);
            }
        };
        let (report, blocked) = self.reported(&row, judged).await?;
        let action = if blocked { ImportAction::Fault } else { ImportAction::Pass };
        let total = report.rows;
        let row = ImportRow { done: total, total, ..row };
        self.step(Tx::new(), &row, action, &report, &by).await.map(drop)
    }

    /// Looks at the file, and says how far that is.
    async fn judge(&self, row: &ImportRow) -> Result<Result<(Judged, Plan), Unread>, Fault> {
        let bytes = self.house.blobs.get(&row.sha256).await?;
        let seen = Progress::default();
        let mut look = std::pin::pin!(look(self.house, row, bytes, &seen));
        loop {
            tokio::select! {
                done = &mut look => return done,
                () = tokio::time::sleep(SPEAKS) => {
                    let (done, total) = seen.counts();
                    self.speak(row, done, total).await?;
                }
            }
        }
    }

    async fn speak(&self, row: &ImportRow, done: i64, total: i64) -> Result<(), Fault> {
        // While a commit reads the file again, the rows that are written are what counts.
        let shown = if row.state.0 == ImportState::Checking { (done, total) } else { (row.done, row.total) };
        Ok(store::speak(&self.house.db, row.id.0, self.worker, shown, self.house.now()).await?)
    }

    /// Keeps what was found; whether it blocks.
    async fn reported(&self, row: &ImportRow, judged: (Judged, Plan)) -> Result<(Report, bool), Fault> {
        let (mut judged, plan) = judged;
        let planned = plan.len();
        drop(plan);
        let (mut errors, mut repairs): (Vec<_>, Vec<_>) =
            judged.faults.into_iter().partition(|fault| fault.severity == Severity::Error);
        errors.sort_by_key(|fault| fault.row);
        repairs.sort_by_key(|fault| fault.row);
        let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        let (blocked, first, second) = (!errors.is_empty(), count(errors.len()), count(repairs.len()));
        let good = judged.drafts.keep_good(&errors);
        let lines = |faults: Vec<sheets::fault::Fault>| faults.into_iter().map(FaultLine::from).collect::<Vec<_>>();
        let faults = report::write(self.house, row.id.0, lines(errors), lines(repairs)).await?;
        let id = row.id.0;
        let drafts = match judged.drafts {
            Drafts::Organizations(drafts) => report::write(self.house, id, drafts, Vec::new()).await?,
            Drafts::Spaces(drafts) => report::write(self.house, id, drafts, Vec::new()).await?,
            Drafts::Workdays(drafts) => report::write(self.house, id, drafts, Vec::new()).await?,
        };
        let report = Report {
            rows: count(judged.rows),
            errors: first,
            corrected: second,
            // Of a file that cannot be taken, what could be once the rest is put right.
            new: count(if blocked { good } else { planned }),
            mapping: judged.mapping,
            header_row: Some(judged.header_row),
            faults: Some(faults),
            drafts: Some(drafts),
            ..Report::default()
        };
        Ok((report, blocked))
    }

    async fn commit(&self, mut row: ImportRow) -> Result<(), Fault> {
        let by = row.acting(self.house.now());
        // A row may become known between the look and the writing; then the look is taken again
        // and tells which one it is.
        for _ in 0..3 {
            let (judged, plan) = match self.judge(&row).await? {
                Ok(judged) => judged,
                Err(unread) => {
                    self.take_back(&row, &by).await?;
                    let report = unread_report(&unread);
                    return self.step(Tx::new(), &row, ImportAction::Fail, &report, &by).await.map(drop);
                }
            };
            if judged.faults.iter().any(|fault| fault.severity == Severity::Error) {
                self.take_back(&row, &by).await?;
                let (report, _) = self.reported(&row, (judged, plan)).await?;
                let row = ImportRow { done: 0, ..row };
                return self.step(Tx::new(), &row, ImportAction::Refuse, &report, &by).await.map(drop);
            }
            drop(judged);
            match self.write(&mut row, plan, &by).await {
                Err(Fault::Db(DbError::Duplicate { what })) => {
                    tracing::info!(import = %row.id.0, what, "a row became known while it was written");
                }
                other => return other,
            }
        }
        Err(DbError::Busy("rows keep becoming known while they are written".into()).into())
    }

    /// Writes the rows that are not written yet, the last of them together with the new state.
    async fn write(&self, row: &mut ImportRow, plan: Plan, by: &Acting) -> Result<(), Fault> {
        let (house, id) = (self.house, row.id.0);
        let mut report = row.report();
        let new = i64::try_from(plan.len()).unwrap_or(i64::MAX);
        report.new = new;
        let mut tx = Tx::new();
        match plan {
            Plan::Organizations(new) => {
                // What an interrupted run has written is at the beginning of the file.
                let written = dependents::written(house, row).await?.len();
                let mut left = new.into_iter().skip(written).peekable();
                loop {
                    let part: Vec<_> = left.by_ref().take(PART).collect();
                    let count = i64::try_from(part.len()).unwrap_or(0);
                    organizations::service::prepare_many(house, &mut tx, part, by, Some(id));
                    if left.peek().is_none() {
                        break;
                    }
                    let after = ImportRow {
                        done: row.done + count,
                        version: row.version + 1,
                        lease_until: Some((house.now() + store::LEASE).into()),
                        ..row.clone()
                    };
                    tx.replace(id, row.version, after.clone());
                    house.db.commit(std::mem::take(&mut tx)).await?;
                    *row = after;
                }
            }
            Plan::Spaces(drafts, bases) => match write::spaces(house, &mut tx, &drafts, &bases, by, id).await? {
                Ok(made) => (report.buildings, report.floors) = (made.buildings, made.floors),
                Err(_) => return Err(DbError::Duplicate { what: "space_code".into() }.into()),
            },
            Plan::Workdays(plan) => {
                report.days = plan.remove.iter().map(days::saved).collect();
                let gone = plan.remove.iter();
                let gone = gone.map(|row| crate::workdays::store::record(row.date.0, row.division.as_deref()));
                tx.delete_all(gone.collect());
                let (added, removed) = (plan.insert.len(), plan.remove.len());
                crate::workdays::store::insert(&mut tx, plan.insert);
                let values = json!({"days": added, "replaced": removed});
                tx.journal(Draft::new("work_calendar", "workdays.import", by).about(id).about(CITY).values(values));
            }
        }
        let finished = ImportRow { done: row.total, ..row.clone() };
        self.step(tx, &finished, ImportAction::Finish, &report, by).await.map(drop)
    }

    /// Removes what an interrupted commit of a large file has written.
    async fn take_back(&self, row: &ImportRow, by: &Acting) -> Result<(), Fault> {
        let (made, _) = dependents::of(self.house, row).await?;
        if made.is_empty() {
            return Ok(());
        }
        for part in undo::parts(made) {
            let mut tx = Tx::new();
            undo::remove(self.house, &mut tx, row, &row.report(), &part, by).await?;
            self.house.db.commit(tx).await?;
        }
        Ok(())
    }

    async fn undo(&self, mut row: ImportRow) -> Result<(), Fault> {
        let (house, by, mut report) = (self.house, row.acting(self.house.now()), row.report());
        let (made, dependents) = dependents::of(house, &row).await?;
        if !dependents.is_none() {
            let report = Report { problem: Some(report::in_use(&dependents)), ..report };
            return self.step(Tx::new(), &row, ImportAction::Keep, &report, &by).await.map(drop);
        }
        let mut parts = undo::parts(made);
        let last = parts.pop();
        for part in &parts {
            let mut tx = Tx::new();
            undo::remove(house, &mut tx, &row, &report, part, &by).await?;
            // What is gone is noted with it: should somebody hang something on the rest meanwhile, the
            // rest can be taken back later.
            report.gone += i64::try_from(part.len()).unwrap_or(0);
            let after = ImportRow {
                version: row.version + 1,
                lease_until: Some((house.now() + store::LEASE).into()),
                ..row.clone().reporting(&report)
            };
            tx.replace(row.id.0, row.version, after.clone());
            house.db.commit(tx).await?;
            row = after;
        }
        let mut tx = Tx::new();
        if let Some(part) = &last {
            undo::remove(house, &mut tx, &row, &report, part, &by).await?;
        }
        let clean = Report { problem: None, days: Vec::new(), gone: 0, ..report };
        self.step(tx, &row, ImportAction::Restore, &clean, &by).await.map(drop)
    }

    /// Ends a work that failed again and again.
    async fn give_up(&self, id: ImportId) -> Result<(), Fault> {
        let Some(row) = store::find(&self.house.db, id).await? else { return Ok(()) };
        if row.worker.as_deref() != Some(self.worker) || !row.state.0.is_at_work() {
            return Ok(());
        }
        let by = row.acting(self.house.now());
        let action = if row.state.0 == ImportState::Undoing { ImportAction::Keep } else { ImportAction::Fail };
        if action == ImportAction::Fail {
            self.take_back(&row, &by).await?;
        }
        let problem = Some(Problem::from(&Refusal::rule(Code::Internal)));
        let report = Report { problem, ..row.report() };
        let row = ImportRow { done: 0, ..row };
        self.step(Tx::new(), &row, action, &report, &by).await.map(drop)
    }
}

fn unread_report(unread: &Unread) -> Report {
    Report {
        problem: Some(Problem::from(&unread.error.refusal())),
        mapping: unread.mapping.clone(),
        header_row: unread.header_row,
        ..Report::default()
    }
}

/// The word of a step in the journal.
#[must_use]
pub const fn deed(action: ImportAction) -> &'static str {
    match action {
        ImportAction::Pass => "imports.pass",
        ImportAction::Fault => "imports.fault",
        ImportAction::Fail => "imports.fail",
        ImportAction::Remap => "imports.remap",
        ImportAction::Commit => "imports.commit",
        ImportAction::Refuse => "imports.refuse",
        ImportAction::Finish => "imports.finish",
        ImportAction::Undo => "imports.undo",
        ImportAction::Keep => "imports.keep",
        ImportAction::Restore => "imports.restore",
        ImportAction::Discard => "imports.discard",
    }
}
