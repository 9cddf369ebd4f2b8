//! An assessment with all that a decision on it, or a view of it, needs.

use domain::{
    access::Action,
    assessment::{self, Assessment, AssessmentClock, AssessmentSheet, AssessmentTimes},
    day::Day,
    id::AssessmentId,
    refusal::Refusal,
    setting::{APPEAL_ANSWER_DAYS, APPEAL_DAYS, CONCLUDE_DAYS, SELF_SCORE_DAYS},
};
use serde_json::{Value as Json, json};

use super::store::{self, AssessmentRow, RoundRow};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    db::DbError,
    fault::Fault,
    house::House,
    http::Caller,
    journal::{self, Acting, Draft},
    organizations::store::{self as organizations, OrganizationRow},
};

/// An assessment and what hangs on it.
#[derive(Debug)]
pub struct Matter {
    /// The row.
    pub row: AssessmentRow,
    /// As the rules see it.
    pub of: Assessment,
    /// Its round.
    pub round: RoundRow,
    /// The sheet of the round.
    pub sheet: AssessmentSheet,
    /// Whose it is.
    pub who: OrganizationRow,
    /// In which base.
    pub base: BaseRow,
}

/// An assessment that the caller sees: by reach, or as the expert who is asked.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: AssessmentId) -> Result<AssessmentRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    if sees(by, &row) { Ok(row) } else { Err(Refusal::missing().into()) }
}

/// Whether somebody sees an assessment.
#[must_use]
pub fn sees(by: &Caller, row: &AssessmentRow) -> bool {
    let facts = row.facts();
    let acts = [Action::AssessmentsRead, Action::AssessmentsEvaluate];
    acts.iter().any(|act| by.principal.role_for(*act, &facts).is_some())
}

impl Matter {
    /// Reads it.
    ///
    /// # Errors
    /// What the database says; a row that names something that is not there.
    pub async fn read(house: &House, row: AssessmentRow) -> Result<Self, Fault> {
        let named = |what: &str| DbError::Corrupt(format!("{}: {what} is not there", row.id.0));
        let round = store::find_round(&house.db, row.round.0).await?.ok_or_else(|| named("its round"))?;
        let (who, base) = organizations::with_base(&house.db, row.id.0, (row.organization.0, row.base.0)).await?;
        let (of, sheet) = (row.assessment()?, round.sheet()?);
        Ok(Self { row, of, round, sheet, who, base })
    }
}

/// The days that a base gives on a day.
#[must_use]
pub fn times(ground: &Ground, of: &Assessment, on: Day) -> AssessmentTimes {
    let number = |key| ground.number(of.base, key, on);
    AssessmentTimes {
        own: number(SELF_SCORE_DAYS),
        conclude: number(CONCLUDE_DAYS),
        appeal: number(APPEAL_DAYS),
        answer: number(APPEAL_ANSWER_DAYS),
    }
}

/// The clock that runs.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(of: &Assessment, ground: &Ground) -> Result<Option<AssessmentClock>, Fault> {
    let times = |on| times(ground, of, on);
    Ok(assessment::clock(of, ground.today(), times, ground.calendar(), &ground.path(of.base))?)
}

/// The last day of what runs, where a calendar does not move it any more.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn due(of: &Assessment, ground: &Ground) -> Result<Option<Day>, Fault> {
    let times = |on| times(ground, of, on);
    // Counted as of the first of all days, since an appeal that nobody may make any more has no clock.
    let clock = assessment::clock(of, Day::MIN, times, ground.calendar(), &ground.path(of.base))?;
    Ok(clock.map(|clock| clock.deadline).filter(|deadline| !deadline.provisional).map(|deadline| deadline.due))
}

/// A line in the history of an assessment, and in that of the organization.
#[must_use]
pub fn lines(word: &'static str, row: &AssessmentRow, (round, name): (&RoundRow, &str), by: &Acting) -> [Draft; 2] {
    let values = json!({"name": name, "title": round.title});
    let [own, story] = journal::told_of(word, by, (row.id.0, row.organization.0, row.base.0), values);
    [own, story.about(row.base.0)]
}

/// What the journal keeps of an assessment. Whoever sees the assessment reads this, the organization too, so that what
/// others give stands there as a number of scores until the grade is given.
#[must_use]
pub fn journal_view(row: &AssessmentRow) -> Json {
    let mut view = json!({"state": row.state.0, "self_by": row.self_by.0});
    let graded = row.course.get("result").is_some();
    if let (Json::Object(view), Json::Object(course)) = (&mut view, &row.course) {
        for (key, value) in course.iter().filter(|(key, value)| *key != "passages" && !value.is_null()) {
            let whole = match key.as_str() {
                "own" => value.get("handed_in").is_some(),
                "base" | "expert" | "breaches" => graded,
                _ => true,
            };
            let scores = || value.get("scores").and_then(Json::as_array).map_or(0, Vec::len);
            if whole {
                view.insert(key.clone(), value.clone());
            } else if key != "breaches" {
                view.insert(format!("{key}_scores"), scores().into());
            }
        }
    }
    view
}
