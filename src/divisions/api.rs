//! Routes of divisions, of the work calendar and of deadlines.

use domain::{
    code::Code,
    day::Day,
    refusal::{FieldFault, Refusal},
    setting::DIVISION_DAYS,
    workday::{CalendarRow, DayKind, DayMark, Period, Roll, SkipReason, WorkCalendar},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};

use super::store::{self, DivisionRow};
use crate::{
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, By, Page, Tag, act},
    settings,
};

/// Routes of divisions and working days.
#[derive(Debug)]
pub struct DivisionsApi(pub SharedHouse);

/// A division.
#[derive(Debug, Object)]
struct DivisionView {
    /// Code: 6, 9 or 12 digits.
    code: String,
    /// Name.
    name: String,
    /// `city`, `county`, `township`, `village`.
    level: String,
    /// Kind, such as 旗 or 苏木.
    #[oai(rename = "type")]
    kind: String,
    /// Code of the division above.
    parent: String,
    /// The divisions above it, uppermost first; only when one is shown.
    #[oai(skip_serializing_if_is_empty)]
    path: Vec<DivisionName>,
}

/// A division's code and name.
#[derive(Debug, Object)]
struct DivisionName {
    /// Code.
    code: String,
    /// Name.
    name: String,
}

impl From<DivisionRow> for DivisionView {
    fn from(row: DivisionRow) -> Self {
        Self {
            code: row.code,
            name: row.name,
            level: row.level,
            kind: row.r#type,
            parent: row.parent,
            path: Vec::new(),
        }
    }
}

/// A year of the work calendar.
#[derive(Debug, Object)]
struct WorkYear {
    /// The year.
    year: i32,
    /// Last day up to which the arrangement of days off is known; later deadlines are provisional.
    known_until: Option<Day>,
    /// Days that differ from Monday to Friday.
    days: Vec<WorkDayView>,
}

/// A day that differs from Monday to Friday.
#[derive(Debug, Object)]
struct WorkDayView {
    /// The day.
    date: Day,
    /// `off` or `work` (a weekend day on which people work).
    kind: DayMark,
    /// Why.
    name: String,
    /// Only in this division.
    division: Option<String>,
}

/// A deadline, and how it was counted.
#[derive(Debug, Object)]
struct DeadlineView {
    /// The day with whose end it ends.
    due: Day,
    /// Before it was moved off a rest day.
    nominal: Day,
    /// Counted partly over days whose arrangement is not published yet.
    provisional: bool,
    /// Days that did not count.
    skipped: Vec<SkippedView>,
    /// Weekend days that counted.
    made_up: Vec<Day>,
}

/// A day that did not count.
#[derive(Debug, Object)]
struct SkippedView {
    /// The day.
    date: Day,
    /// Why not.
    why: SkipReason,
    /// Name of the day off.
    name: Option<String>,
}

/// The work calendar as stored.
///
/// # Errors
/// A day that stands twice: the importer refuses that, so the table was changed by other hands.
pub async fn calendar(house: &House) -> Result<WorkCalendar, Fault> {
    let rows = store::work_days(&house.db).await?;
    Ok(WorkCalendar::new(rows.into_iter().map(|row| CalendarRow {
        day: row.date.0,
        mark: row.kind.0,
        name: row.name,
        division: row.division,
    }))?)
}

#[OpenApi(prefix_path = "/api/v1")]
impl DivisionsApi {
    /// Divisions below one
    #[oai(path = "/divisions", method = "get", operation_id = "divisions_list", tag = Tag::Divisions)]
    async fn list(
        &self,
        _by: By<act::ReferenceRead>,
        /// Code of the division above; Hulunbuir (150700) if left out.
        parent: Query<Option<String>>,
    ) -> Answer<Json<Page<DivisionView>>> {
        let parent = parent.0.unwrap_or_else(|| "150700".to_owned());
        let items = store::below(&self.0.db, &parent).await?.into_iter().map(DivisionView::from).collect();
        Ok(Json(Page { items, next: None, total: None }))
    }

    /// A division
    #[oai(path = "/divisions/:code", method = "get", operation_id = "divisions_show", tag = Tag::Divisions)]
    async fn show(&self, _by: By<act::ReferenceRead>, code: Path<String>) -> Answer<Json<DivisionView>> {
        let mut view: DivisionView = store::find(&self.0.db, &code.0).await?.ok_or_else(Refusal::missing)?.into();
        let mut above = view.parent.clone();
        // Four levels at most.
        for _ in 0..4 {
            let Some(row) = store::find(&self.0.db, &above).await? else { break };
            view.path.insert(0, DivisionName { code: row.code, name: row.name });
            above = row.parent;
        }
        Ok(Json(view))
    }

    /// A year of the work calendar
    #[oai(path = "/workdays", method = "get", operation_id = "workdays_list", tag = Tag::Workdays)]
    async fn workdays(
        &self,
        _by: By<act::ReferenceRead>,
        /// The year; this one if left out.
        year: Query<Option<i32>>,
    ) -> Answer<Json<WorkYear>> {
        let year = year.0.unwrap_or_else(|| self.0.today().year());
        let known_until = calendar(&self.0).await?.known_until();
        let days = store::work_days(&self.0.db)
            .await?
            .into_iter()
            .filter(|row| row.date.0.year() == year)
            .map(|row| WorkDayView { date: row.date.0, kind: row.kind.0, name: row.name, division: row.division })
            .collect();
        Ok(Json(WorkYear { year, known_until, days }))
    }

    /// Count a deadline
    ///
    /// The first day is not counted. Past the days whose arrangement is known, Monday to Friday are
    /// assumed and the answer says `provisional`.
    #[oai(path = "/deadlines", method = "get", operation_id = "deadlines_show", tag = Tag::Workdays)]
    async fn deadline(
        &self,
        _by: By<act::ReferenceRead>,
        /// The day from which is counted; it does not count itself.
        from: Query<Day>,
        /// How many days.
        days: Query<i64>,
        /// `working` (default) or `natural`.
        kind: Query<Option<DayKind>>,
        /// What happens when it falls on a rest day: `none`, `forward` (default) or `back`.
        roll: Query<Option<Roll>>,
        /// Division whose own days off count.
        division: Query<Option<String>>,
    ) -> Answer<Json<DeadlineView>> {
        let own_days = settings::service::boolean(&self.0, None, DIVISION_DAYS, self.0.today()).await?;
        let path: Vec<String> = match division.0.filter(|_| own_days) {
            Some(code) => (6..=code.len()).step_by(3).filter_map(|n| code.get(..n).map(str::to_owned)).collect(),
            None => Vec::new(),
        };
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let days = u32::try_from(days.0).ok().filter(|days| *days <= Period::MAX_DAYS).ok_or_else(|| {
            Refusal::fields(vec![
                FieldFault::new("days", Code::OutOfRange).with("min", 0).with("max", Period::MAX_DAYS),
            ])
        })?;
        let period = Period { days, kind: kind.0.unwrap_or(DayKind::Working), roll: roll.0.unwrap_or(Roll::Forward) };
        let calendar = calendar(&self.0).await?;
        let deadline = calendar.deadline(from.0, period, &path, &[])?;
        let name = |day: Day| calendar.is_workday(day, &path).name.map(str::to_owned);
        Ok(Json(DeadlineView {
            due: deadline.due,
            nominal: deadline.nominal,
            provisional: deadline.provisional,
            skipped: deadline
                .skipped
                .iter()
                .map(|(day, why)| SkippedView { date: *day, why: *why, name: name(*day) })
                .collect(),
            made_up: deadline.made_up,
        }))
    }
}
