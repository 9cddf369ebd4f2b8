//! What the routes of assessments show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    assessment::{
        self, AssessmentAction, AssessmentCycle, AssessmentGrade, AssessmentOwner, AssessmentPassage, AssessmentSheet,
        AssessmentState, Breach, Column, IndicatorScore, LIFECYCLE, Stamp, sheet,
    },
    day::{Day, Moment},
    id::{AssessmentId, AssessmentRoundId, OrganizationId, ResidencyId},
    refusal::Refusal,
    residency::care::Said,
    setting::SettingScope,
};
use poem_openapi::Object;

use super::{
    matter::{self, Matter},
    steps::act,
    store::{self, AssessmentRow, RoundRow},
};
use crate::{
    applications::{
        checks::Ground,
        views::{Can, word},
        views_clock::RunningClock,
        views_dossier::FiledView,
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    fault::Fault,
    files,
    house::House,
    http::{Caller, Versioned},
    organizations::store as organizations,
    residencies::views_list::Resident,
};

/// A round, as an assessment names it.
#[derive(Debug, Clone, Object)]
pub struct RoundName {
    /// Identifier.
    pub id: AssessmentRoundId,
    /// Its title.
    pub title: String,
    /// What it looks back on.
    pub cycle: AssessmentCycle,
    /// From when.
    pub first: Day,
    /// To when.
    pub last: Day,
}

impl From<&RoundRow> for RoundName {
    fn from(row: &RoundRow) -> Self {
        Self { id: row.id.0, title: row.title.clone(), cycle: row.cycle.0, first: row.first.0, last: row.last.0 }
    }
}

/// An assessment in a list.
#[derive(Debug, Clone, Object)]
pub struct AssessmentItem {
    /// Identifier.
    pub id: AssessmentId,
    /// Its round.
    pub round: RoundName,
    /// In which base.
    pub base: PublicBase,
    /// Whose.
    pub organization: Resident,
    /// Where it stands.
    pub state: AssessmentState,
    /// The last day for the self score, as it was told.
    pub self_by: Day,
    /// The grade, once it is given.
    pub grade: Option<AssessmentGrade>,
    /// The result in points, once it is there.
    pub total: Option<f64>,
    /// Something of it failed the whole, whatever the points.
    pub vetoed: bool,
    /// The expert has handed in, where one is asked.
    pub delivered: Option<bool>,
    /// The clock that runs.
    #[oai(skip_serializing_if_is_none)]
    pub clock: Option<RunningClock<AssessmentAction, AssessmentOwner>>,
}

/// One column of scores.
#[derive(Debug, Clone, Object)]
pub struct ColumnView {
    /// The scores.
    pub scores: Vec<IndicatorScore>,
    /// A word on the whole.
    pub comment: Option<String>,
    /// It is handed in.
    pub handed_in: Option<Stamp>,
    /// What it comes to, in points.
    pub total: f64,
}

/// What came out, or would come out now.
#[derive(Debug, Clone, Object)]
pub struct OutcomeView {
    /// The organization's own points; none when it did not hand in, which counts as nothing.
    pub own: Option<f64>,
    /// The base's.
    pub base: f64,
    /// The expert's; none when none was asked.
    pub expert: Option<f64>,
    /// All together by weight.
    pub total: f64,
    /// The grade.
    pub grade: AssessmentGrade,
    /// The base's word to it.
    pub comment: Option<String>,
    /// Who gave it.
    pub by: Option<String>,
    /// On which day.
    pub on: Option<Day>,
    /// The last day for an appeal, as it was told.
    pub appeal_by: Option<Day>,
}

/// An appeal.
#[derive(Debug, Clone, Object)]
pub struct AppealView {
    /// What the organization says.
    pub said: Said,
    /// The result that was appealed.
    pub against: OutcomeView,
    /// The grade stays as it is; otherwise it is scored again. None while there is no answer.
    pub upheld: Option<bool>,
    /// The answer.
    pub answer: Option<Said>,
}

/// An assessment.
#[derive(Debug, Clone, Object)]
pub struct AssessmentView {
    /// What a list shows of it.
    #[oai(flatten)]
    pub item: AssessmentItem,
    /// Of which residency.
    pub residency: ResidencyId,
    /// The sheet as it stood when the round began.
    pub sheet: AssessmentSheet,
    /// Whose sheet it is.
    pub sheet_scope: SettingScope,
    /// Name of the expert who is asked.
    pub expert_name: Option<String>,
    /// What the organization gives itself.
    pub own: Option<ColumnView>,
    /// What the base gives, once the caller may see it.
    pub given: Option<ColumnView>,
    /// What the expert gives, once the caller may see it.
    pub expert: Option<ColumnView>,
    /// What was broken, once the caller may see it.
    pub breaches: Vec<Breach>,
    /// Why the self score was given back, the last time.
    pub returned: Option<Said>,
    /// What would come out now, for whoever scores.
    pub outlook: Option<OutcomeView>,
    /// What came out.
    pub result: Option<OutcomeView>,
    /// The appeal.
    pub appeal: Option<AppealView>,
    /// Why the expert does not score after all.
    pub excused: Option<Said>,
    /// Why it was not carried through.
    pub cancelled: Option<Said>,
    /// Evidence that is filed with it.
    pub files: Vec<FiledView>,
    /// The states that it has been in.
    pub passages: Vec<AssessmentPassage>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Made.
    pub created_at: DateTime<Utc>,
}

impl Versioned for AssessmentView {
    fn version(&self) -> i64 {
        self.version
    }
}

#[expect(clippy::cast_precision_loss, reason = "points of one sheet are far below what a double holds exactly")]
fn points(parts: i64, of: f64) -> f64 {
    parts as f64 / of
}

/// Points of hundredths.
#[must_use]
pub fn hundredths(of: i64) -> f64 {
    points(of, 100.0)
}

fn tenths(of: i64) -> f64 {
    points(of, 10.0)
}

fn item(
    row: &AssessmentRow,
    (round, base, name): (&RoundRow, &BaseRow, &str),
    ground: &Ground,
) -> Result<AssessmentItem, Fault> {
    let of = row.assessment()?;
    let clock = matter::clock(&of, ground)?;
    Ok(AssessmentItem {
        id: row.id.0,
        round: round.into(),
        base: base.into(),
        organization: Resident { id: row.organization.0, name: name.to_owned() },
        state: row.state.0,
        self_by: row.self_by.0,
        grade: row.grade.map(|grade| grade.0),
        total: row.total.map(hundredths),
        vetoed: row.grade.is_some() && !of.course.breaches.is_empty(),
        delivered: row.expert.map(|_| of.course.expert.handed_in.is_some()),
        clock: clock.map(|clock| RunningClock::of(ground, row.base.0, clock)).transpose()?,
    })
}

/// Assessments of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[AssessmentRow]) -> Result<Vec<AssessmentItem>, Fault> {
    let mut rounds: Vec<AssessmentRoundId> = rows.iter().map(|row| row.round.0).collect();
    rounds.sort_unstable();
    rounds.dedup();
    let (bases, rounds) = house.db.read((crate::bases::store::every(), store::rounds_named(&rounds))).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    let whose = organizations::named(&house.db, &ids).await?;
    let names: BTreeMap<OrganizationId, &str> = whose.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let view = |row: &AssessmentRow| {
        let base = bases.iter().find(|base| base.id == row.base).ok_or_else(Refusal::missing)?;
        let round = rounds.iter().find(|round| round.id == row.round).ok_or_else(Refusal::missing)?;
        item(row, (round, base, names.get(&row.organization.0).copied().unwrap_or_default()), &ground)
    };
    rows.iter().map(view).collect()
}

fn column(of: &Column) -> ColumnView {
    ColumnView {
        scores: of.scores.clone(),
        comment: of.comment.clone(),
        handed_in: of.handed_in.clone(),
        total: tenths(sheet::total(&of.scores)),
    }
}

fn outcome(of: &assessment::AssessmentResult) -> OutcomeView {
    OutcomeView {
        own: of.own.map(tenths),
        base: tenths(of.base),
        expert: of.expert.map(tenths),
        total: hundredths(of.total),
        grade: of.grade,
        comment: Some(of.comment.clone()),
        by: Some(of.by.clone()),
        on: Some(of.on),
        appeal_by: Some(of.appeal_by),
    }
}

fn outlook(of: &Matter) -> OutcomeView {
    let (own, base, expert, total, grade) = assessment::outcome(&of.of, &of.sheet);
    OutcomeView {
        own: own.map(tenths),
        base: tenths(base),
        expert: expert.map(tenths),
        total: hundredths(total),
        grade,
        comment: None,
        by: None,
        on: None,
        appeal_by: None,
    }
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, of: &Matter, ground: &Ground, at: Moment) -> Result<Can, Fault> {
    let facts = of.row.facts();
    let due = matter::due(&of.of, ground)?;
    let guard = |guard: &str| match guard {
        "time_over" => assessment::go_on(&of.of, due, at).err().map(|refusal| refusal.code),
        "expert_open" => assessment::cannot_evaluate(&of.of),
        "scored" => assessment::cannot_conclude(&of.of, &of.sheet),
        "not_reopened" => assessment::cannot_undo(&of.of),
        "appealable" => assessment::cannot_appeal(&of.of, due, at),
        _ => None,
    };
    let step = |action: &AssessmentAction| {
        let role = by.can(act(*action), &facts);
        (action.as_str().to_owned(), word(role.or(LIFECYCLE.can(of.of.state, *action, guard))))
    };
    Ok(AssessmentAction::ALL.iter().map(step).collect())
}

/// What somebody may see of the columns.
struct Seen {
    own: bool,
    /// Who the expert is: the organization is not told while he scores.
    who: bool,
    given: bool,
    expert: bool,
}

/// What the organization has not handed in is its own, and the base's that writes it down for it. It sees what
/// others gave once the grade is there. The expert sees what the base gave once he has handed in, and the base what he
/// gave, so that neither leans on the other.
fn seen(by: &Caller, of: &Matter) -> Seen {
    let facts = of.row.facts();
    let holds = |action| by.principal.role_for(action, &facts).is_some();
    let graded = of.of.course.result.is_some();
    let delivered = of.of.course.expert.handed_in.is_some();
    let (scores, evaluates) = (holds(Action::AssessmentsManage), holds(Action::AssessmentsEvaluate));
    let reads_all = holds(Action::AssessmentsRead) && !answers_only(by, &facts);
    Seen {
        own: of.of.course.own.handed_in.is_some() || holds(Action::AssessmentsAnswer),
        who: graded || scores || reads_all || evaluates,
        given: graded || scores || reads_all || (evaluates && delivered),
        expert: graded || evaluates || ((scores || reads_all) && delivered),
    }
}

/// Whether somebody sees it as the organization alone.
fn answers_only(by: &Caller, facts: &domain::access::Facts) -> bool {
    let without = domain::access::Facts { organization: None, ..facts.clone() };
    by.principal.role_for(Action::AssessmentsRead, &without).is_none()
}

/// An assessment as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: AssessmentRow) -> Result<AssessmentView, Fault> {
    let of = Matter::read(house, row).await?;
    let ground = Ground::for_views(house, std::slice::from_ref(&of.base)).await?;
    let at = Moment { now: by.now, zone: house.zone };
    let course = &of.of.course;
    let seen = seen(by, &of);
    let filed = files::store::of(&house.db, &of.row.id.0.to_string()).await?;
    let files = filed.into_iter().map(|file| FiledView { id: file.id.0, name: file.name, size: file.size }).collect();
    let scoring = of.of.state == AssessmentState::Scoring && seen.given;
    let appeal = |of: &assessment::Appeal| AppealView {
        said: of.said.clone(),
        against: outcome(&of.against),
        upheld: of.answer.as_ref().map(|answer| answer.upheld),
        answer: of.answer.as_ref().map(|answer| answer.answer.clone()),
    };
    let begun = |column: &Column| !column.scores.is_empty() || column.comment.is_some() || column.handed_in.is_some();
    Ok(AssessmentView {
        item: item(&of.row, (&of.round, &of.base, &of.who.name), &ground)?,
        residency: of.row.residency.0,
        sheet: of.sheet.clone(),
        sheet_scope: of.round.source()?.scope,
        expert_name: of.round.expert_name.clone().filter(|_| of.row.expert.is_some() && seen.who),
        own: (seen.own && begun(&course.own)).then(|| column(&course.own)),
        given: (seen.given && begun(&course.base)).then(|| column(&course.base)),
        expert: (seen.expert && begun(&course.expert)).then(|| column(&course.expert)),
        breaches: if seen.given { course.breaches.clone() } else { Vec::new() },
        returned: course.returned.clone(),
        outlook: scoring.then(|| outlook(&of)),
        result: course.result.as_ref().map(outcome),
        appeal: course.appeal.as_ref().map(appeal),
        excused: course.excused.clone().filter(|_| seen.who),
        cancelled: course.cancelled.clone(),
        files,
        passages: course.passages.clone(),
        version: of.row.version,
        can: can(by, &of, &ground, at)?,
        created_at: of.row.created_at.0,
    })
}
