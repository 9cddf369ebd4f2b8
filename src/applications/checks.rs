//! What the rules of applications need besides the application: days from the settings, the calendar,
//! what the record says of the organization.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    application::{
        Application, ApplicationState, Clock, Times,
        eligibility::{self, Finding, Record, Standard},
    },
    day::Day,
    id::BaseId,
    notice,
    setting::{
        ACCEPT_DAYS, CHECK_ANNUAL, CHECK_DAYS, CHECK_LISTS, CHECK_PENALTIES, CORRECTION_DAYS, DIVISION_DAYS, Effective,
        LOOK_BACK_YEARS, OBJECTION_DAYS, REVIEW_DAYS, SIGN_DAYS,
    },
    workday::{DayKind, Deadline, WorkCalendar},
};

use super::store::Course;
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    organizations::store::OrganizationRow,
    settings::{self, service::Values},
    workdays,
};

/// What clocks are counted by.
#[derive(Debug)]
pub struct Ground {
    values: Arc<Values>,
    calendar: Arc<WorkCalendar>,
    divisions: BTreeMap<BaseId, String>,
    today: Day,
}

impl Ground {
    /// For views, from what is kept in memory while it is true.
    ///
    /// # Errors
    /// What the database says.
    pub async fn for_views(house: &House, bases: &[BaseRow]) -> Result<Self, Fault> {
        let (values, calendar) = (settings::service::values(house).await?, workdays::service::kept(house).await?);
        let divisions = bases.iter().map(|base| (base.id.0, base.division.clone())).collect();
        Ok(Self { values, calendar, divisions, today: house.today() })
    }

    /// For a decision, from the database.
    ///
    /// # Errors
    /// What the database says.
    pub async fn for_decision(house: &House, base: BaseId) -> Result<Self, Fault> {
        let reads = (settings::store::all(), workdays::store::every(), crate::bases::store::one(base));
        let (values, days, bases) = house.db.read(reads).await?;
        let calendar = Arc::new(workdays::service::of(days)?);
        let divisions = bases.into_iter().map(|base| (base.id.0, base.division)).collect();
        Ok(Self { values: Arc::new(Values::of(values)), calendar, divisions, today: house.today() })
    }

    /// The days that a base gave on a day.
    #[must_use]
    pub fn times(&self, base: BaseId, on: Day) -> Times {
        let days = |key| {
            let days = self.values.integer(Some(base), key, on);
            days.and_then(|days| u32::try_from(days).ok()).unwrap_or_default()
        };
        Times {
            accept: days(ACCEPT_DAYS),
            correction: days(CORRECTION_DAYS),
            check: days(CHECK_DAYS),
            review: days(REVIEW_DAYS),
            objection: days(OBJECTION_DAYS),
            sign: days(SIGN_DAYS),
        }
    }

    /// By what a base checks an application: by the rules of the day on which it was accepted.
    #[must_use]
    pub fn standard(&self, of: &Application) -> Standard {
        let accepted = of.passages.iter().rfind(|passage| passage.state == ApplicationState::Accepted);
        let on = accepted.map_or(self.today, |passage| passage.day);
        let years = self.values.integer(Some(of.base), LOOK_BACK_YEARS, on);
        let asks = |key| self.values.boolean(Some(of.base), key, on);
        Standard {
            look_back: years.and_then(|years| u32::try_from(years).ok()).unwrap_or_default(),
            lists: asks(CHECK_LISTS),
            penalties: asks(CHECK_PENALTIES),
            annual: asks(CHECK_ANNUAL),
        }
    }

    /// The calendar.
    #[must_use]
    pub fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// The value of a setting for a base on a day, and where it comes from.
    #[must_use]
    pub fn effective(&self, base: BaseId, key: &'static str, on: Day) -> Effective {
        self.values.found(Some(base), key, on)
    }

    /// The number of a setting for a base on a day.
    #[must_use]
    pub fn number(&self, base: BaseId, key: &'static str, on: Day) -> u32 {
        let number = self.values.integer(Some(base), key, on);
        number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
    }

    /// The divisions whose days off count for a base, the widest first.
    #[must_use]
    pub fn path(&self, base: BaseId) -> Vec<&str> {
        let own = self.values.boolean(None, DIVISION_DAYS, self.today);
        let code = self.divisions.get(&base).filter(|_| own).map_or("", String::as_str);
        workdays::service::path_of(code).collect()
    }

    /// The clock of an application that runs now.
    ///
    /// # Errors
    /// A period that the calendar cannot count.
    pub fn clock(&self, of: &Application) -> Result<Option<Clock>, Fault> {
        Ok(of.clock(|on| self.times(of.base, on), &self.calendar, &self.path(of.base))?)
    }

    /// Working days from today to a day, with it; negative when it is over.
    ///
    /// # Errors
    /// More days than the calendar counts.
    pub fn days_left(&self, base: BaseId, due: Day) -> Result<i64, Fault> {
        Ok(self.calendar.working_days_between(self.today, due, &self.path(base))?.days)
    }

    /// The value of a setting for a base today.
    #[must_use]
    pub fn value(&self, base: BaseId, key: &'static str) -> serde_json::Value {
        self.value_on(base, key, self.today)
    }

    /// The value of a setting for a base on a day.
    #[must_use]
    pub fn value_on(&self, base: BaseId, key: &'static str, on: Day) -> serde_json::Value {
        self.values.value(Some(base), key, on)
    }

    /// The last day of so many days after a day at a base.
    ///
    /// # Errors
    /// A period that the calendar cannot count.
    pub fn counted(&self, base: BaseId, from: Day, (days, kind): (u32, DayKind)) -> Result<Deadline, Fault> {
        Ok(notice::count(from, days, kind, &self.calendar, &self.path(base))?)
    }

    /// The last day of a notice of a base.
    ///
    /// # Errors
    /// A period that the calendar cannot count.
    pub fn ends(&self, base: BaseId, run: &notice::Run) -> Result<Deadline, Fault> {
        Ok(run.ends(&self.calendar, &self.path(base))?)
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Day {
        self.today
    }
}

/// What the record says of an organization.
#[must_use]
pub fn record(row: &OrganizationRow) -> Record {
    let details = row.details();
    let years = details.credit.annual_checks.iter();
    Record {
        credit_code: row.credit_code.clone(),
        record_number: row.record_number.clone(),
        record_valid_to: details.recording.valid_to,
        abnormal: details.credit.abnormal_list,
        blacklisted: details.credit.blacklist,
        penalties: details.credit.penalties.clone(),
        annual_checks: years.filter_map(|of| Some((i32::try_from(of.year).ok()?, of.result.parse().ok()?))).collect(),
        founded_on: row.founded_on.map(|day| day.0),
        has_account: details.finance.account_number.is_some(),
        resident: row.resident,
    }
}

/// The first check as it stands.
#[must_use]
pub fn findings(of: &Application, course: &Course, row: &OrganizationRow, by: &Standard, today: Day) -> Vec<Finding> {
    // What was decided stays as it was decided, whatever the record says later.
    course.findings.clone().unwrap_or_else(|| eligibility::assess(of.kind, &record(row), &course.rulings, by, today))
}
