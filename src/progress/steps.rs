//! The verbs on a report: filling, handing in, accepting, giving back, doing without, putting right.

use domain::{
    access::Action,
    assessment::Stamp,
    day::Day,
    id::{FileId, ProgressReportId},
    progress::{self, LIFECYCLE, ProgressReport, ReportAction, ReportAnswer, ReportFile, ReportGap},
    refusal::Refusal,
};

use super::{
    matter::{self, Matter, journal_view, lines},
    store::{self, ReportRow},
    views,
};
use crate::{
    applications::checks::Ground,
    claims::service::deciding,
    db::{DbError, Tx},
    fault::Fault,
    files::{self, store::FileRow},
    house::House,
    http::{Caller, reply},
    journal::Acting,
    residencies::matter::moment,
};

/// What is done with a report.
#[derive(Debug, Clone)]
pub enum Step {
    /// It is written down as far as it goes.
    Draft(Vec<ReportAnswer>),
    /// It is handed in.
    Submit(Vec<ReportAnswer>),
    /// The base accepts it; a word to it.
    Accept(Option<String>),
    /// The base gives it back: all that is missing, by when.
    Return(Vec<ReportGap>, Option<Day>),
    /// The base does without it; why.
    Waive(String),
    /// The base wants it after all; why, by when.
    Require(String, Option<Day>),
    /// What was accepted has to be put right; why, by when.
    Reopen(String, Option<Day>),
    /// What was accepted stays as it is.
    Keep,
}

impl Step {
    const fn action(&self) -> ReportAction {
        match self {
            Self::Draft(_) => ReportAction::Draft,
            Self::Submit(_) => ReportAction::Submit,
            Self::Accept(_) => ReportAction::Accept,
            Self::Return(..) => ReportAction::Return,
            Self::Waive(_) => ReportAction::Waive,
            Self::Require(..) => ReportAction::Require,
            Self::Reopen(..) => ReportAction::Reopen,
            Self::Keep => ReportAction::Keep,
        }
    }
    const fn word(&self) -> &'static str {
        match self {
            Self::Draft(_) => "progress.draft",
            Self::Submit(_) => "progress.submit",
            Self::Accept(_) => "progress.accept",
            Self::Return(..) => "progress.return",
            Self::Waive(_) => "progress.waive",
            Self::Require(..) => "progress.require",
            Self::Reopen(..) => "progress.reopen",
            Self::Keep => "progress.keep",
        }
    }
}

/// The act by which an action is allowed: the table of the report says it.
#[must_use]
pub fn act(action: ReportAction) -> Action {
    let who = LIFECYCLE.steps.iter().find(|step| step.action == action).map(|step| step.who);
    if who == Some(Action::ProgressAnswer.as_str()) { Action::ProgressAnswer } else { Action::ProgressManage }
}

/// Whether somebody acts in the base's name: what he hands in for the organization came on paper.
fn is_base(by: &Caller, row: &ReportRow) -> bool {
    by.principal.role_for(Action::ProgressManage, &row.facts()).is_some()
}

fn decided(
    house: &House,
    of: &Matter,
    step: &Step,
    (acting, on_paper): (&Acting, bool),
    (ground, files): (&Ground, Vec<ReportFile>),
) -> Result<ProgressReport, Fault> {
    let at = moment(house, acting);
    let (was, by) = (&of.of, (acting.name.as_str(), at));
    let due = |asked: &Option<Day>| -> Result<(Option<Day>, Day), Fault> {
        Ok((*asked, matter::due_from(ground, was.base, at.today())?.due))
    };
    let after = match step {
        Step::Draft(answers) => progress::draft(was, answers, at),
        Step::Submit(answers) => {
            let late = matter::clock(was, ground)?.and_then(|clock| clock.late(at.today()));
            let stamp = Stamp { by: acting.name.clone(), on: at.today(), on_paper };
            progress::submit(was, answers, (stamp, late), at)
        }
        Step::Accept(comment) => progress::accept(was, comment.as_deref(), files, by),
        Step::Return(gaps, until) => progress::send_back(was, gaps, due(until)?, by),
        Step::Waive(why) => progress::waive(was, why, by),
        Step::Require(why, until) => progress::require(was, why, due(until)?, by),
        Step::Reopen(why, until) => progress::reopen(was, why, due(until)?, by),
        Step::Keep => progress::keep(was, at),
    };
    Ok(after?)
}

/// What is attached to a report now.
async fn attached(house: &House, id: ProgressReportId) -> Result<Vec<ReportFile>, DbError> {
    let filed = files::store::of(&house.db, &id.to_string()).await?;
    Ok(filed.into_iter().map(|file| ReportFile { id: file.id.0, name: file.name, size: file.size }).collect())
}

/// Takes a step with a report; `seen` is the version that the caller has seen, where that matters.
///
/// # Errors
/// As the rules say; `wrong_state` with the state and what may be done in it; `not_found`, `not_allowed`; an old
/// version.
pub async fn step(
    house: &House,
    by: &Caller,
    id: ProgressReportId,
    seen: Option<&str>,
    step: &Step,
) -> Result<ReportRow, Fault> {
    let action = act(step.action());
    let allowed = |row: &ReportRow| by.allow(action, Action::ProgressRead, &row.facts());
    let found = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    allowed(&found)?;
    deciding(house, &[], [format!("progress {id}")], || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = allowed(&row)?;
        if !reply::is_current(seen, row.version) {
            return Err(reply::stale(&views::view(house, by, row).await?));
        }
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        // While the base looks at it, nothing is attached or taken off.
        let files = if matches!(step, Step::Accept(_)) { attached(house, id).await? } else { Vec::new() };
        let after = decided(house, &of, step, (&acting, is_base(by, &of.row)), (&ground, files))?;
        let next = of.row.with(&after, acting.at.into());
        let mut tx = Tx::new();
        tx.replace(id, of.row.version, next.clone());
        let [own, story] = lines(step.word(), &next, &of.who.name, &acting);
        tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&next))));
        if !matches!(step, Step::Draft(_)) {
            tx.journal(story);
        }
        house.db.commit(tx).await?;
        Ok(next)
    })
    .await
}

/// An attachment of a report, for whoever sees the report: one of an accepted version too that was taken off since.
///
/// # Errors
/// `not_found` for what does not hang on this report.
pub async fn file(house: &House, by: &Caller, id: ProgressReportId, file: FileId) -> Result<FileRow, Fault> {
    let row = matter::get(house, by, id).await?;
    let course = row.course()?;
    let kept = course.editions.iter().any(|edition| edition.files.iter().any(|one| one.id == file));
    let found = files::store::find_ever(&house.db, file).await?;
    let found = found.filter(|found| found.owner == id.to_string() && (kept || !found.removed));
    found.ok_or_else(|| Refusal::missing().into())
}
