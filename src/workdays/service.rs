//! The work calendar, read for whoever counts days.

use std::sync::Arc;

use domain::{
    setting::DIVISION_DAYS,
    workday::{CalendarRow, WorkCalendar},
};

use super::store::{self, WorkDayRow};
use crate::{
    db::{Keep, tables},
    fault::Fault,
    house::House,
    settings,
};

/// The work calendar as stored.
///
/// # Errors
/// A day that stands twice: the importer refuses that, so the table was changed by other hands.
pub async fn calendar(house: &House) -> Result<WorkCalendar, Fault> {
    of(store::all(&house.db).await?)
}

/// The work calendar of rows that are read already.
///
/// # Errors
/// As [`calendar`].
pub fn of(rows: Vec<WorkDayRow>) -> Result<WorkCalendar, Fault> {
    Ok(WorkCalendar::new(rows.into_iter().map(|row| CalendarRow {
        day: row.date.0,
        mark: row.kind.0,
        name: row.name,
        division: row.division,
    }))?)
}

/// The divisions whose own days off count for one of them, itself last: none unless the city lets
/// banners have days of their own.
///
/// # Errors
/// When the setting cannot be read.
pub async fn path(house: &House, division: Option<&str>) -> Result<Vec<String>, Fault> {
    let Some(code) = division else { return Ok(Vec::new()) };
    if !settings::boolean(house, None, DIVISION_DAYS, house.today()).await? {
        return Ok(Vec::new());
    }
    Ok(path_of(code).map(str::to_owned).collect())
}

/// The codes of a division and of those that it lies in: 6, 9 and 12 digits for banner, township, village.
pub fn path_of(code: &str) -> impl Iterator<Item = &str> {
    (6..=code.len()).step_by(3).filter_map(|n| code.get(..n))
}

impl Keep for WorkCalendar {
    fn kilobytes(&self) -> u64 {
        16
    }
}

/// The work calendar, kept in memory while it is true; for views, not for decisions.
///
/// # Errors
/// As [`calendar`].
pub async fn kept(house: &House) -> Result<Arc<WorkCalendar>, Fault> {
    house.db.keep("work_calendar", "", tables(&["work_day"]), || calendar(house)).await
}
