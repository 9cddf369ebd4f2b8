//! A report with all that a decision on it, or a view of it, needs.

use domain::{
    access::Action,
    day::Day,
    id::{BaseId, ProgressReportId},
    progress::{self, ProgressReport, ReportClock, ReportTimes},
    refusal::Refusal,
    setting::{REPORT_CHECK_DAYS, REPORT_DUE_DAYS},
    workday::{DayKind, Deadline},
};
use serde_json::{Value as Json, json};

use super::store::{self, ReportRow};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
    journal::{self, Acting, Draft},
    organizations::store::{self as organizations, OrganizationRow},
};

/// A report and what hangs on it.
#[derive(Debug)]
pub struct Matter {
    /// The row.
    pub row: ReportRow,
    /// As the rules see it.
    pub of: ProgressReport,
    /// Whose it is.
    pub who: OrganizationRow,
    /// In which base.
    pub base: BaseRow,
}

/// A report that the caller sees.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: ProgressReportId) -> Result<ReportRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::ProgressRead, Action::ProgressRead, &row.facts())?;
    Ok(row)
}

impl Matter {
    /// Reads it.
    ///
    /// # Errors
    /// What the database says; a row that names something that is not there.
    pub async fn read(house: &House, row: ReportRow) -> Result<Self, Fault> {
        let (who, base) = organizations::with_base(&house.db, row.id.0, (row.organization.0, row.base.0)).await?;
        let of = row.report()?;
        Ok(Self { row, of, who, base })
    }
}

/// The clock that runs.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(of: &ProgressReport, ground: &Ground) -> Result<Option<ReportClock>, Fault> {
    let times = |on| ReportTimes {
        due: ground.number(of.base, REPORT_DUE_DAYS, on),
        check: ground.number(of.base, REPORT_CHECK_DAYS, on),
    };
    Ok(progress::clock(of, times, ground.calendar(), &ground.path(of.base))?)
}

/// The last day for handing in what is asked for today, counted from a day.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn due_from(ground: &Ground, base: BaseId, from: Day) -> Result<Deadline, Fault> {
    let days = ground.number(base, REPORT_DUE_DAYS, ground.today());
    ground.counted(base, from, (days, DayKind::Working))
}

/// A line in the history of a report, and in that of the organization.
#[must_use]
pub fn lines(word: &'static str, row: &ReportRow, name: &str, by: &Acting) -> [Draft; 2] {
    let values = json!({"name": name, "period": row.period.0});
    let [own, story] = journal::told_of(word, by, (row.id.0, row.organization.0, row.base.0), values);
    [own, story.about(row.base.0)]
}

/// What the journal keeps of a report. The city reads this too, so that what is not handed in stands there as a number
/// of answers.
#[must_use]
pub fn journal_view(row: &ReportRow) -> Json {
    let mut view = json!({"state": row.state.0, "due": row.due.0});
    let handed_in = row.course.get("submitted").is_some();
    if let (Json::Object(view), Json::Object(course)) = (&mut view, &row.course) {
        for (key, value) in course.iter().filter(|(key, value)| *key != "passages" && !value.is_null()) {
            let count = || value.as_array().map_or(0, Vec::len);
            match key.as_str() {
                "answers" if !handed_in => view.insert("written".to_owned(), count().into()),
                // Each of them stood in the line by which it was accepted.
                "editions" => view.insert("editions".to_owned(), count().into()),
                _ => view.insert(key.clone(), value.clone()),
            };
        }
        if let Some(reopened) = course.get("editions").and_then(|all| all.as_array()?.last()?.get("reopened")) {
            view.insert("reopened".to_owned(), reopened.clone());
        }
    }
    view
}
