//! What the routes of reviews show to those who hold them and decide on them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    application::ApplicationState,
    day::Day,
    id::{AccountId, ApplicationId, BaseId, IntakeId, ReviewId, ReviewSheetId},
    intake::{ApplicantKind, ResidencyMode},
    refusal::{Code, Refusal},
    review::{
        self, ReviewAction, ReviewState, Terms,
        decision::Outcome,
        sheet::{Advice, SheetState},
        standing::{Standing, TieBreak, complete},
    },
    rubric::{self, Criterion, Score},
};
use poem_openapi::Object;

use super::{
    matter::Matter,
    store::{ReviewRow, SheetRow},
};
use crate::{
    applications::{
        checks::Ground,
        store::{self as applications, ApplicationRow},
        views::{Called, Can, word},
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
};

/// A review in a list.
#[derive(Debug, Clone, Object)]
pub struct ReviewItem {
    /// Identifier.
    pub id: ReviewId,
    /// At which base.
    pub base: PublicBase,
    /// For which intake.
    pub intake: Called,
    /// Where it stands.
    pub state: ReviewState,
    /// The last day for reviewers.
    pub due: Day,
    /// That day is over, and it is still open.
    pub overdue: bool,
    /// Applications.
    pub applications: usize,
    /// Reviewers.
    pub reviewers: usize,
    /// Who convened it.
    pub convened_by: String,
    /// Closed on.
    pub closed_on: Option<Day>,
    /// Decided on.
    pub decided_on: Option<Day>,
    /// Convened.
    pub created_at: DateTime<Utc>,
}

/// A reviewer and how far he is.
#[derive(Debug, Clone, Object)]
pub struct ReviewerView {
    /// Account.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// Sheets that he was asked for.
    pub asked: usize,
    /// Of these, where he has not said yet whether he is free to review.
    pub undeclared: usize,
    /// Of these, handed in.
    pub locked: usize,
    /// Of these, where he stepped aside.
    pub recused: usize,
}

/// What the sheets of an application come to. Points are of a hundred.
#[derive(Debug, Clone, Object)]
pub struct StandingView {
    /// Place in the order of the means.
    pub rank: Option<usize>,
    /// By what it stands behind the one before it, when their means are the same.
    pub tie: Option<TieBreak>,
    /// The mean of what was counted.
    pub mean: Option<f64>,
    /// Sheets that were counted.
    pub counted: usize,
    /// The highest and the lowest were dropped.
    pub trimmed: bool,
    /// The lowest of all sheets.
    pub lowest: Option<f64>,
    /// The highest of all sheets.
    pub highest: Option<f64>,
    /// Standard deviation over all sheets.
    pub deviation: Option<f64>,
    /// Reviewers disagree.
    pub disagrees: bool,
    /// Below the pass mark.
    pub below_mark: bool,
    /// How many advise to admit.
    pub admit: usize,
    /// How many advise to let it wait.
    pub wait: usize,
    /// How many advise to reject.
    pub reject: usize,
    /// Means by criterion.
    pub criteria: Vec<MeanView>,
}

/// The mean of a criterion.
#[derive(Debug, Clone, Object)]
pub struct MeanView {
    /// Its key.
    pub key: String,
    /// Points.
    pub mean: f64,
}

/// An application of a review.
#[derive(Debug, Clone, Object)]
pub struct EntryView {
    /// Identifier.
    pub id: ApplicationId,
    /// Number.
    pub number: Option<String>,
    /// Who applies.
    pub organization: Called,
    /// What the applicant is.
    pub kind: ApplicantKind,
    /// Where it stands now.
    pub state: ApplicationState,
    /// With or without a place.
    pub mode: Option<ResidencyMode>,
    /// Handed in.
    pub submitted_on: Option<Day>,
    /// Sheets handed in.
    pub locked: usize,
    /// What came out, once the review is closed.
    #[oai(skip_serializing_if_is_none)]
    pub standing: Option<StandingView>,
    /// What was decided.
    #[oai(skip_serializing_if_is_none)]
    pub outcome: Option<Outcome>,
    /// Why.
    #[oai(skip_serializing_if_is_none)]
    pub reason: Option<String>,
}

/// A sheet, as those see it who hold the review.
#[derive(Debug, Clone, Object)]
pub struct SheetBrief {
    /// Identifier.
    pub id: ReviewSheetId,
    /// For which application.
    pub application: ApplicationId,
    /// Whose.
    pub reviewer: AccountId,
    /// Name.
    pub name: String,
    /// Where it stands.
    pub state: SheetState,
    /// Why the reviewer stepped aside or was taken out.
    pub reason: Option<String>,
    /// What might stand in the way: `same_name`.
    pub hint: Option<String>,
    /// What was written, once the review is not open any more.
    #[oai(skip_serializing_if_is_none)]
    pub marks: Option<MarksView>,
    /// It can be given back to its reviewer: null = yes, else why not.
    pub can: Can,
}

/// What a reviewer wrote.
#[derive(Debug, Clone, Object)]
pub struct MarksView {
    /// Points by criterion.
    pub scores: Vec<Score>,
    /// All of them.
    pub total: f64,
    /// What he advises.
    pub advice: Option<Advice>,
    /// Why.
    pub comment: Option<String>,
}

/// A review.
#[derive(Debug, Clone, Object)]
pub struct ReviewView {
    /// Identifier.
    pub id: ReviewId,
    /// At which base.
    pub base: PublicBase,
    /// For which intake.
    pub intake: Called,
    /// Places of the intake; without limit when null.
    pub quota: Option<u32>,
    /// Places that are taken, where there is a limit.
    #[oai(skip_serializing_if_is_none)]
    pub taken: Option<usize>,
    /// Where it stands.
    pub state: ReviewState,
    /// The last day for reviewers.
    pub due: Day,
    /// That day is over, and it is still open.
    pub overdue: bool,
    /// By when the city has to have decided on the first of them, until it has.
    #[oai(skip_serializing_if_is_none)]
    pub decide_by: Option<Day>,
    /// Numbers by which it is held.
    pub terms: Terms,
    /// Criteria by which it is held.
    pub rubric: Vec<Criterion>,
    /// Who reviews.
    pub reviewers: Vec<ReviewerView>,
    /// Applications, by rank once it is closed.
    pub entries: Vec<EntryView>,
    /// Sheets, those of reviewers who were taken out too.
    pub sheets: Vec<SheetBrief>,
    /// Who convened it.
    pub convened_by: String,
    /// Who closed it.
    pub closed_by: Option<String>,
    /// On which day.
    pub closed_on: Option<Day>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// On which day.
    pub decided_on: Option<Day>,
    /// Why it was called off or sent back.
    pub reason: Option<String>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Convened.
    pub created_at: DateTime<Utc>,
    /// Changed.
    pub updated_at: DateTime<Utc>,
}

impl Versioned for ReviewView {
    fn version(&self) -> i64 {
        self.version
    }
}

#[expect(clippy::cast_precision_loss, reason = "points of a hundred")]
fn points(of: i64, per: i64) -> f64 {
    of as f64 / per as f64
}

/// What was written, as it is shown.
#[must_use]
pub fn marks_view(of: review::sheet::Marks) -> MarksView {
    MarksView {
        total: points(rubric::total(&of.scores), 10),
        scores: of.scores,
        advice: of.advice,
        comment: of.comment,
    }
}

fn standing_view(of: &Standing) -> StandingView {
    let spread = of.spread.as_ref();
    let [admit, wait, reject] = of.advice;
    StandingView {
        rank: of.rank,
        tie: of.tie,
        mean: spread.map(|of| points(of.mean, 100)),
        counted: spread.map_or(0, |of| of.counted),
        trimmed: spread.is_some_and(|of| of.trimmed),
        lowest: spread.map(|of| points(of.lowest, 10)),
        highest: spread.map(|of| points(of.highest, 10)),
        deviation: spread.map(|of| points(of.deviation, 100)),
        disagrees: of.disagrees,
        below_mark: of.below_mark,
        admit,
        wait,
        reject,
        criteria: of.criteria.iter().map(|of| MeanView { key: of.key.clone(), mean: points(of.mean, 100) }).collect(),
    }
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, of: &Matter) -> Result<Can, Fault> {
    let facts = of.row.facts();
    let short = match of.review.state {
        ReviewState::Open => {
            complete(&of.held_by.terms, &of.standings(ApplicationState::Reviewing)?).err().map(|refusal| refusal.code)
        }
        _ => None,
    };
    let prepared = of.review.not_prepared_by(by.principal.account).err().map(|refusal| refusal.code);
    let steps = review::LIFECYCLE.steps.iter().map(|step| {
        let action =
            if step.who == Action::ReviewsDecide.as_str() { Action::ReviewsDecide } else { Action::ReviewsManage };
        let fits = || {
            review::LIFECYCLE.can(of.review.state, step.action, |guard| match guard {
                "sheets_in" => short,
                "not_prepared" => prepared,
                _ => None,
            })
        };
        (step.action.as_str().to_owned(), word(by.can(action, &facts).or_else(fits)))
    });
    Ok(steps.collect())
}

/// A review as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: ReviewRow) -> Result<ReviewView, Fault> {
    let of = Matter::read(house, row).await?;
    let intake = applications::intakes_named(&[of.row.intake.0]);
    let taken = crate::claims::store::claims(&of.row.intake.0.into(), by.now);
    let reads = (intake, crate::bases::store::one(of.row.base.0), taken);
    let (intakes, bases, taken) = house.db.read(reads).await?;
    let base = bases.first().ok_or_else(Refusal::missing)?;
    let intake = intakes.first().ok_or_else(Refusal::missing)?;
    let standings = of.kept_standings();
    let open = of.review.state == ReviewState::Open;
    let mut entries: Vec<EntryView> =
        of.applications.iter().map(|row| entry(&of, row, &standings)).collect::<Result<_, _>>()?;
    entries.sort_by_key(|of| of.standing.as_ref().map_or(usize::MAX, |of| of.rank.unwrap_or(usize::MAX - 1)));
    let ground = Ground::for_views(house, &bases).await?;
    let mut decide_by = None;
    for row in of.applications.iter().filter(|row| row.open_key.is_some()) {
        let due = ground.clock(&row.application()?)?.map(|clock| clock.deadline.due);
        decide_by = [decide_by, due].into_iter().flatten().min();
    }
    let can = can(by, &of)?;
    let unlock = can.get(ReviewAction::Unlock.as_str()).cloned().flatten();
    let brief = |row: &SheetRow| {
        let fits = (row.state.0 != SheetState::Locked).then(|| Code::WrongState.as_str().to_owned());
        Ok(SheetBrief {
            id: row.id.0,
            application: row.application.0,
            reviewer: row.reviewer.0,
            name: row.reviewer_name.clone(),
            state: row.state.0,
            reason: row.reason.clone(),
            hint: row.hint.clone(),
            // Who holds the review does not see the points before all of them are in.
            marks: if open { None } else { Some(marks_view(row.marks()?)) },
            can: BTreeMap::from([("unlock".to_owned(), unlock.clone().or(fits))]),
        })
    };
    Ok(ReviewView {
        id: of.row.id.0,
        base: base.into(),
        intake: Called { id: intake.id.0.to_string(), name: intake.name.clone() },
        quota: intake.quota.and_then(|quota| u32::try_from(quota).ok()),
        taken: intake.quota.map(|_| taken.len()),
        state: of.review.state,
        due: of.review.due,
        overdue: open && of.review.due < house.today(),
        decide_by,
        terms: of.held_by.terms,
        rubric: of.held_by.rubric.clone(),
        reviewers: reviewers(&of),
        entries,
        sheets: of.sheets.iter().map(brief).collect::<Result<_, Fault>>()?,
        convened_by: of.course.convened_by.clone(),
        closed_by: of.course.closed_by.clone(),
        closed_on: of.course.closed_on,
        decided_by: of.course.decided_by.clone(),
        decided_on: of.course.decided_on,
        reason: of.course.reason.clone(),
        version: of.row.version,
        can,
        created_at: of.row.created_at.0,
        updated_at: of.row.updated_at.0,
    })
}

fn entry(of: &Matter, row: &ApplicationRow, standings: &[Standing]) -> Result<EntryView, Fault> {
    let owner = of.owner(row)?;
    let theirs = of.sheets.iter().filter(|sheet| sheet.application == row.id);
    let decision = of.course.decisions.iter().flatten().find(|decision| decision.application == row.id.0);
    Ok(EntryView {
        id: row.id.0,
        number: row.number.clone(),
        organization: Called { id: owner.id.0.to_string(), name: owner.name.clone() },
        kind: row.kind.0,
        state: row.state.0,
        mode: row.form()?.mode,
        submitted_on: row.submitted_on.map(|day| day.0),
        locked: theirs.filter(|sheet| sheet.state.0 == SheetState::Locked).count(),
        standing: standings.iter().find(|one| one.application == row.id.0).map(standing_view),
        outcome: decision.map(|decision| decision.outcome),
        reason: decision.and_then(|decision| decision.reason.clone()),
    })
}

fn reviewers(of: &Matter) -> Vec<ReviewerView> {
    let one = |id: &AccountId| {
        let theirs: Vec<&SheetRow> =
            of.sheets.iter().filter(|row| row.reviewer.0 == *id && row.seat.is_some()).collect();
        let count = |state: SheetState| theirs.iter().filter(|row| row.state.0 == state).count();
        ReviewerView {
            id: *id,
            name: theirs.first().map(|row| row.reviewer_name.clone()).unwrap_or_default(),
            asked: theirs.len(),
            undeclared: count(SheetState::Asked),
            locked: count(SheetState::Locked),
            recused: count(SheetState::Recused),
        }
    };
    of.review.reviewers.iter().map(one).collect()
}

/// Reviews of a list, with names.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[ReviewRow]) -> Result<Vec<ReviewItem>, Fault> {
    let mut ids: Vec<IntakeId> = rows.iter().map(|row| row.intake.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let reads = (applications::intakes_named(&ids), crate::bases::store::every());
    let (intakes, bases) = house.db.read(reads).await?;
    let intakes: BTreeMap<IntakeId, &str> = intakes.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let bases: BTreeMap<BaseId, &BaseRow> = bases.iter().map(|row| (row.id.0, row)).collect();
    let today = house.today();
    let item = |row: &ReviewRow| {
        let course = row.course()?;
        let base = bases.get(&row.base.0).ok_or_else(Refusal::missing)?;
        let name = intakes.get(&row.intake.0).copied().unwrap_or_default().to_owned();
        Ok(ReviewItem {
            id: row.id.0,
            base: (*base).into(),
            intake: Called { id: row.intake.0.to_string(), name },
            state: row.state.0,
            due: row.due.0,
            overdue: row.state.0 == ReviewState::Open && row.due.0 < today,
            applications: row.applications.len(),
            reviewers: row.reviewers.len(),
            convened_by: course.convened_by,
            closed_on: course.closed_on,
            decided_on: course.decided_on,
            created_at: row.created_at.0,
        })
    };
    rows.iter().map(item).collect()
}
