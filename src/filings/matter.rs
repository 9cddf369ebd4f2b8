//! A case with all that a decision on it, or a view of it, needs.

use domain::{
    access::Action,
    code::Code,
    day::Day,
    filing::{self, Filing, FilingAction, FilingClock, FilingTimes},
    id::FilingId,
    refusal::Refusal,
    setting::{LOOK_DAYS, RECORD_DAYS, REGISTER_DAYS},
};
use serde_json::{Value as Json, json};

use super::store::{self, FilingRow};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
    journal::{self, Acting, Draft},
    organizations::store::{self as organizations, OrganizationRow},
};

/// A case and what hangs on it.
#[derive(Debug)]
pub struct Matter {
    /// The row.
    pub row: FilingRow,
    /// As the rules see it.
    pub of: Filing,
    /// Who is helped.
    pub who: OrganizationRow,
    /// Who helps.
    pub base: BaseRow,
}

/// A case that the caller sees.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: FilingId) -> Result<FilingRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::FilingsRead, Action::FilingsRead, &row.facts())?;
    Ok(row)
}

impl Matter {
    /// Why an action that leads on is not possible: as [`filing::cannot_go_on`], or the organization is with another base
    /// now, whose people are to say what becomes of it.
    #[must_use]
    pub fn cannot_go_on(&self, action: FilingAction) -> Option<Code> {
        let leads = [FilingAction::Accept, FilingAction::File, FilingAction::Grant, FilingAction::Resume];
        let elsewhere = leads.contains(&action) && !self.who.bases().contains(&self.base.id.0);
        let changed = filing::cannot_go_on(&self.of, action, self.who.kind.0, self.who.live);
        elsewhere.then_some(Code::OfAnotherBase).or(changed)
    }

    /// Reads it.
    ///
    /// # Errors
    /// What the database says; a row that names something that is not there.
    pub async fn read(house: &House, row: FilingRow) -> Result<Self, Fault> {
        let (who, base) = organizations::with_base(&house.db, row.id.0, (row.organization.0, row.base.0)).await?;
        let of = row.filing()?;
        Ok(Self { row, of, who, base })
    }
}

/// The days that a base gives on a day.
#[must_use]
pub fn times(ground: &Ground, of: &Filing, on: Day) -> FilingTimes {
    let number = |key| ground.number(of.base, key, on);
    FilingTimes { look: number(LOOK_DAYS), register: number(REGISTER_DAYS), record: number(RECORD_DAYS) }
}

/// The clock that runs.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(of: &Filing, ground: &Ground) -> Result<Option<FilingClock>, Fault> {
    Ok(filing::clock(of, |on| times(ground, of, on), ground.calendar(), &ground.path(of.base))?)
}

/// A line in the history of a case, and in that of the organization.
#[must_use]
pub fn lines(word: &'static str, row: &FilingRow, name: &str, by: &Acting) -> [Draft; 2] {
    let values = json!({"name": name, "wanted": row.wanted.0});
    let [own, story] = journal::told_of(word, by, (row.id.0, row.organization.0, row.base.0), values);
    [own, story.about(row.base.0)]
}

/// What the journal keeps of a case.
#[must_use]
pub fn journal_view(row: &FilingRow) -> Json {
    let mut view = json!({"state": row.state.0, "wanted": row.wanted.0});
    if let (Json::Object(view), Json::Object(course)) = (&mut view, &row.course) {
        for (key, value) in course.iter().filter(|(key, value)| *key != "passages" && !value.is_null()) {
            view.insert(key.clone(), value.clone());
        }
    }
    view
}
