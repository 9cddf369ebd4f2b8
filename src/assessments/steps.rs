//! The verbs on an assessment: scoring in three columns, the grade, an appeal.

use domain::{
    access::Action,
    assessment::{self, Assessment, AssessmentAction, Breach, LIFECYCLE, Stamp, Written},
    id::{AssessmentId, FileId},
    refusal::Refusal,
    residency::AgreementSide,
    setting::{APPEAL_DAYS, SELF_SCORE_DAYS},
    workday::DayKind,
};

use super::{
    matter::{self, Matter, journal_view, lines},
    store::{self, AssessmentRow},
    views,
};
use crate::{
    applications::checks::Ground,
    claims::service::deciding,
    db::Tx,
    fault::Fault,
    files::{self, store::FileRow},
    house::House,
    http::{Caller, reply},
    journal::Acting,
    residencies::matter::moment,
};

/// What is done with an assessment.
#[derive(Debug, Clone)]
pub enum Step {
    /// The self score, as far as it goes.
    Draft(Written),
    /// The self score, whole.
    HandIn(Written),
    /// On without it.
    GoOn,
    /// The self score is given back; why.
    SendBack(String),
    /// The base scores; what was broken.
    Score(Written, Vec<Breach>),
    /// The expert scores, as far as it goes.
    Evaluate(Written),
    /// The expert scores, whole.
    Deliver(Written),
    /// The expert does not score after all; why.
    Excuse(String),
    /// The grade; a word to it.
    Conclude(String),
    /// The organization does not agree; why.
    Appeal(String),
    /// The city leaves it; why.
    Uphold(String),
    /// The city has it scored again; why.
    Reopen(String),
    /// It is not carried through; why.
    Cancel(String),
}

impl Step {
    const fn action(&self) -> AssessmentAction {
        match self {
            Self::Draft(_) => AssessmentAction::Draft,
            Self::HandIn(_) => AssessmentAction::HandIn,
            Self::GoOn => AssessmentAction::GoOn,
            Self::SendBack(_) => AssessmentAction::SendBack,
            Self::Score(..) => AssessmentAction::Score,
            Self::Evaluate(_) => AssessmentAction::Evaluate,
            Self::Deliver(_) => AssessmentAction::Deliver,
            Self::Excuse(_) => AssessmentAction::Excuse,
            Self::Conclude(_) => AssessmentAction::Conclude,
            Self::Appeal(_) => AssessmentAction::Appeal,
            Self::Uphold(_) => AssessmentAction::Uphold,
            Self::Reopen(_) => AssessmentAction::Reopen,
            Self::Cancel(_) => AssessmentAction::Cancel,
        }
    }
    const fn word(&self) -> &'static str {
        match self {
            Self::Draft(_) => "assessment.draft",
            Self::HandIn(_) => "assessment.hand_in",
            Self::GoOn => "assessment.go_on",
            Self::SendBack(_) => "assessment.send_back",
            Self::Score(..) => "assessment.score",
            Self::Evaluate(_) => "assessment.evaluate",
            Self::Deliver(_) => "assessment.deliver",
            Self::Excuse(_) => "assessment.excuse",
            Self::Conclude(_) => "assessment.conclude",
            Self::Appeal(_) => "assessment.appeal",
            Self::Uphold(_) => "assessment.uphold",
            Self::Reopen(_) => "assessment.reopen",
            Self::Cancel(_) => "assessment.cancel",
        }
    }
    /// Whether it stands in the organization's own story too: what is scored behind a closed door does not.
    const fn is_told(&self) -> bool {
        !matches!(self, Self::Draft(_) | Self::Score(..) | Self::Evaluate(_) | Self::Deliver(_) | Self::Excuse(_))
    }
}

/// The act by which an action is allowed: the table of the assessment says it.
#[must_use]
pub fn act(action: AssessmentAction) -> Action {
    let who = LIFECYCLE.steps.iter().find(|step| step.action == action).map(|step| step.who);
    let acts = [Action::AssessmentsAnswer, Action::AssessmentsEvaluate, Action::AssessmentsDecide];
    acts.into_iter().find(|act| who == Some(act.as_str())).unwrap_or(Action::AssessmentsManage)
}

/// Whether somebody acts in the base's name: what he hands in for the organization came on paper.
#[must_use]
pub fn is_base(by: &Caller, row: &AssessmentRow) -> bool {
    by.principal.role_for(Action::AssessmentsManage, &row.facts()).is_some()
}

fn decided(
    house: &House,
    of: &Matter,
    step: &Step,
    (acting, on_paper): (&Acting, bool),
    ground: &Ground,
) -> Result<Assessment, Fault> {
    let at = moment(house, acting);
    let (was, sheet, by) = (&of.of, &of.sheet, (acting.name.as_str(), at));
    let stamp = |on_paper| Some(Stamp { by: acting.name.clone(), on: at.today(), on_paper });
    let after = match step {
        Step::Draft(written) => assessment::score_self(was, sheet, written, None, at),
        Step::HandIn(written) => assessment::score_self(was, sheet, written, stamp(on_paper), at),
        Step::GoOn => assessment::go_on(was, matter::due(was, ground)?, at),
        Step::SendBack(why) => {
            let days = ground.number(was.base, SELF_SCORE_DAYS, at.today());
            let until = ground.counted(was.base, at.today(), (days, DayKind::Working))?.due;
            assessment::send_back(was, why, until, by)
        }
        Step::Score(written, breaches) => assessment::score(was, sheet, written, breaches, at),
        Step::Evaluate(written) => assessment::evaluate(was, sheet, written, None, at),
        Step::Deliver(written) => assessment::evaluate(was, sheet, written, stamp(false), at),
        Step::Excuse(why) => assessment::excuse(was, why, by),
        Step::Conclude(text) => {
            let days = ground.number(was.base, APPEAL_DAYS, at.today());
            let until = ground.counted(was.base, at.today(), (days, DayKind::Working))?.due;
            assessment::conclude(was, sheet, text, until, by)
        }
        Step::Appeal(text) => {
            let side = if on_paper { AgreementSide::Base } else { AgreementSide::Organization };
            assessment::appeal(was, text, matter::due(was, ground)?, (side, by.0, at))
        }
        Step::Uphold(why) => assessment::answer(was, true, why, by),
        Step::Reopen(why) => assessment::answer(was, false, why, by),
        Step::Cancel(why) => assessment::cancel(was, why, by),
    };
    Ok(after?)
}

/// Takes a step with an assessment; `seen` is the version that the caller has seen, where that matters.
///
/// # Errors
/// As the rules say; `wrong_state` with the state and what may be done in it; `not_found`, `not_allowed`; an old
/// version.
pub async fn step(
    house: &House,
    by: &Caller,
    id: AssessmentId,
    seen: Option<&str>,
    step: &Step,
) -> Result<AssessmentRow, Fault> {
    let action = act(step.action());
    // Who may only read as an expert is told that he may not, and not that it is not there.
    let allowed = |row: &AssessmentRow| -> Result<Acting, Fault> {
        if !matter::sees(by, row) {
            return Err(Refusal::missing().into());
        }
        let reads = match by.principal.role_for(Action::AssessmentsRead, &row.facts()) {
            Some(_) => Action::AssessmentsRead,
            None => Action::AssessmentsEvaluate,
        };
        Ok(by.allow(action, reads, &row.facts())?)
    };
    let found = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    allowed(&found)?;
    deciding(house, &[], [format!("assessment {id}")], || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = allowed(&row)?;
        if !reply::is_current(seen, row.version) {
            return Err(reply::stale(&views::view(house, by, row).await?));
        }
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        let after = decided(house, &of, step, (&acting, is_base(by, &of.row)), &ground)?;
        let next = of.row.with(&after, acting.at.into());
        let mut tx = Tx::new();
        tx.replace(id, of.row.version, next.clone());
        let [own, story] = lines(step.word(), &next, (&of.round, &of.who.name), &acting);
        tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&next))));
        if step.is_told() {
            tx.journal(story);
        }
        house.db.commit(tx).await?;
        Ok(next)
    })
    .await
}

/// A piece of evidence, for whoever sees the assessment: the expert has no other way to it.
///
/// # Errors
/// `not_found` for what does not hang on this assessment.
pub async fn file(house: &House, by: &Caller, id: AssessmentId, file: FileId) -> Result<FileRow, Fault> {
    let row = matter::get(house, by, id).await?;
    let filed = files::store::of(&house.db, &row.id.0.to_string()).await?;
    filed.into_iter().find(|one| one.id.0 == file).ok_or_else(|| Refusal::missing().into())
}
