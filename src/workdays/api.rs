//! Routes of the work calendar and of deadlines.

use domain::{
    code::Code,
    day::Day,
    refusal::{FieldFault, Refusal},
    workday::{DayKind, DayMark, Period, Roll, SkipReason},
};
use poem_openapi::{Object, OpenApi, param::Query, payload::Json};
use sheets::export::ColumnKind;

use super::{service, store};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, Xlsx},
    },
    messages,
};

/// Routes of working days and deadlines.
#[derive(Debug)]
pub struct WorkdaysApi(pub SharedHouse);

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

#[OpenApi(prefix_path = "/api/v1")]
impl WorkdaysApi {
    /// A year of the work calendar
    #[oai(path = "/workdays", method = "get", operation_id = "workdays_list", tag = Tag::Workdays)]
    async fn workdays(
        &self,
        _by: By<act::ReferenceRead>,
        /// The year; this one if left out.
        year: Query<Option<i32>>,
    ) -> Answer<Json<WorkYear>> {
        let year = year.0.unwrap_or_else(|| self.0.today().year());
        let rows = store::all(&self.0.db).await?;
        let known_until = service::of(rows.clone())?.known_until();
        let days = rows
            .into_iter()
            .filter(|row| row.date.0.year() == year)
            .map(|row| WorkDayView { date: row.date.0, kind: row.kind.0, name: row.name, division: row.division })
            .collect();
        Ok(Json(WorkYear { year, known_until, days }))
    }

    /// The work calendar as a spreadsheet that can be brought in again
    #[oai(path = "/workdays/export", method = "get", operation_id = "workdays_export", tag = Tag::Workdays)]
    async fn export(
        &self,
        _by: By<act::ReferenceRead>,
        /// The year; all of them if left out.
        year: Query<Option<i32>>,
    ) -> Answer<Xlsx> {
        let days = store::all(&self.0.db).await?;
        let codes: Vec<String> = days.iter().filter_map(|row| row.division.clone()).collect();
        let names = crate::divisions::store::named(&self.0.db, &codes).await?;
        let rows = days.iter().filter(|row| year.0.is_none_or(|year| row.date.0.year() == year)).map(|row| {
            let division = names.iter().find(|name| Some(&name.code) == row.division.as_ref());
            vec![
                xlsx::day(row.date.0),
                xlsx::text(messages::word(match row.kind.0 {
                    DayMark::Off => "value_day_off",
                    DayMark::Work => "value_day_work",
                })),
                xlsx::text(row.name.as_str()),
                xlsx::optional(division.map(|division| division.name.as_str())),
            ]
        });
        let headers = &[
            ("column_day", ColumnKind::Date),
            ("column_day_kind", ColumnKind::Text),
            ("column_day_name", ColumnKind::Text),
            ("column_day_division", ColumnKind::Text),
        ];
        Ok(Xlsx::list("sheet_title_workdays", headers, rows, self.0.today()).await?)
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
        let days = u32::try_from(days.0).ok().filter(|days| *days <= Period::MAX_DAYS).ok_or_else(|| {
            Refusal::fields(vec![
                FieldFault::new("days", Code::OutOfRange).with("min", 0).with("max", Period::MAX_DAYS),
            ])
        })?;
        let path = service::path(&self.0, division.0.as_deref()).await?;
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let period = Period { days, kind: kind.0.unwrap_or(DayKind::Working), roll: roll.0.unwrap_or(Roll::Forward) };
        let calendar = service::calendar(&self.0).await?;
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
