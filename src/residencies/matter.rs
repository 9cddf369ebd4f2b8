//! A residency with all that a decision on it, or a view of it, needs.

use domain::{
    access::Action,
    day::{Day, Moment},
    id::{AgreementId, ResidencyId},
    refusal::Refusal,
    residency::{self, Clock, Residency, ResidencyState, Times, Told},
    setting::{
        DECISION_DAYS, EXIT_NOTICE_DAYS, GRADUATION_DAYS, HANDOVER_DAYS, HEARING_DAYS, MAX_RESIDENCY_MONTHS,
        MOVE_IN_DAYS, RECHECK_DAYS, RECTIFY_DAYS, RENEWAL_DAYS, SIGN_DAYS,
    },
    workday::Deadline,
};
use serde_json::{Value as Json, json};

use super::store::{self, AgreementRow, ResidencyRow};
use crate::{
    applications::{
        checks::Ground,
        store::{self as applications, ApplicationRow},
    },
    bases::store::BaseRow,
    db::DbError,
    fault::Fault,
    house::House,
    http::Caller,
    journal::{self, Acting, Draft},
    organizations::store::{self as organizations, OrganizationRow},
};

/// A residency and what hangs on it.
#[derive(Debug)]
pub struct Matter {
    /// The row.
    pub row: ResidencyRow,
    /// As the rules see it.
    pub residency: Residency,
    /// The agreement that holds.
    pub agreement: Option<AgreementRow>,
    /// The supplementary agreement that is to be signed.
    pub supplement: Option<AgreementRow>,
    /// The application that led to it.
    pub application: Option<ApplicationRow>,
    /// Whose it is.
    pub who: OrganizationRow,
    /// In which base.
    pub base: BaseRow,
}

/// A residency within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: ResidencyId) -> Result<ResidencyRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::ResidenciesRead, Action::ResidenciesRead, &row.facts())?;
    Ok(row)
}

impl Matter {
    /// Reads it.
    ///
    /// # Errors
    /// What the database says; a row that names something that is not there.
    pub async fn read(house: &House, row: ResidencyRow) -> Result<Self, Fault> {
        let named = |what: &str| DbError::Corrupt(format!("{}: {what} is not there", row.id.0));
        let agreement = match row.agreement {
            Some(id) => Some(store::find_agreement(&house.db, id.0).await?.ok_or_else(|| named("its agreement"))?),
            None => None,
        };
        let application = match row.application {
            Some(id) => Some(applications::find(&house.db, id.0).await?.ok_or_else(|| named("its application"))?),
            None => None,
        };
        let (who, base) = organizations::with_base(&house.db, row.id.0, (row.organization.0, row.base.0)).await?;
        let residency = row.residency()?;
        let supplement = match residency.proceedings.open_renewal().and_then(|of| of.offer.as_ref()) {
            Some(offer) => {
                let found = store::find_agreement(&house.db, offer.agreement).await?;
                Some(found.ok_or_else(|| named("its supplementary agreement"))?)
            }
            None => None,
        };
        Ok(Self { row, residency, agreement, supplement, application, who, base })
    }

    /// The clock that runs.
    ///
    /// # Errors
    /// A period that the calendar cannot count.
    pub fn clock(&self, ground: &Ground) -> Result<Option<Clock>, Fault> {
        let told = self.agreement.as_ref().map(|of| (of.issued_on.0, of.sign_by.0));
        clock(&self.residency, told, ground)
    }
}

/// The clocks of some residencies, in their order: one reading for all of their agreements.
///
/// # Errors
/// What the database says; a period that the calendar cannot count.
pub async fn clocks(house: &House, ground: &Ground, rows: &[ResidencyRow]) -> Result<Vec<Option<Clock>>, Fault> {
    // Only what is to be signed has a day that somebody was told.
    let to_sign = rows.iter().filter(|row| row.state.0 == ResidencyState::Agreeing);
    let papers: Vec<AgreementId> = to_sign.filter_map(|row| row.agreement.map(|id| id.0)).collect();
    let papers = house.db.read(store::agreements_named(&papers)).await?;
    let of = |row: &ResidencyRow| {
        let told = papers.iter().find(|paper| Some(paper.id) == row.agreement);
        clock(&row.residency()?, told.map(|paper| (paper.issued_on.0, paper.sign_by.0)), ground)
    };
    rows.iter().map(of).collect()
}

/// The clock of a residency; `told` is when its agreement was issued and until when it may be signed.
///
/// # Errors
/// A period that the calendar cannot count.
fn clock(of: &Residency, told: Told, ground: &Ground) -> Result<Option<Clock>, Fault> {
    let times = |on| times(ground, of, on);
    Ok(residency::clock(of, (told, ground.today()), times, ground.calendar(), &ground.path(of.base))?)
}

/// Until when who is to be removed may ask to be heard.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn hearing(of: &Residency, ground: &Ground) -> Result<Option<Deadline>, Fault> {
    let times = |on| times(ground, of, on);
    Ok(residency::hearing(of, times, ground.calendar(), &ground.path(of.base))?)
}

/// The days that the base gives on a day.
#[must_use]
pub fn times(ground: &Ground, of: &Residency, on: Day) -> Times {
    let number = |key| ground.number(of.base, key, on);
    Times {
        sign: number(SIGN_DAYS),
        move_in: number(MOVE_IN_DAYS),
        notice: number(EXIT_NOTICE_DAYS),
        handover: number(HANDOVER_DAYS),
        max_months: number(MAX_RESIDENCY_MONTHS),
        rectify: number(RECTIFY_DAYS),
        recheck: number(RECHECK_DAYS),
        graduation: number(GRADUATION_DAYS),
        decision: number(DECISION_DAYS),
        hearing: number(HEARING_DAYS),
        renewal: number(RENEWAL_DAYS),
    }
}

/// The moment of a decision.
#[must_use]
pub fn moment(house: &House, by: &Acting) -> Moment {
    Moment { now: by.at, zone: house.zone }
}

/// A line in the history of a residency, and in that of the organization.
#[must_use]
pub fn lines(word: &'static str, row: &ResidencyRow, name: &str, by: &Acting) -> [Draft; 2] {
    let values = json!({"name": name, "number": row.number, "from": row.first.0, "to": row.last.0});
    let [own, story] = journal::told_of(word, by, (row.id.0, row.organization.0, row.base.0), values);
    [own, story.about(row.base.0)]
}

/// What the journal keeps of a residency.
#[must_use]
pub fn journal_view(row: &ResidencyRow) -> Json {
    let mut view = json!({
        "state": row.state.0, "mode": row.mode.0, "first": row.first.0, "last": row.last.0,
        "began": row.began.map(|day| day.0), "ended": row.ended.map(|day| day.0), "number": row.number,
        "exit": row.course.get("exit"), "reason": row.course.get("reason"), "note": row.course.get("note"),
        "proceedings": row.course.get("proceedings"), "contacts": row.course.get("contacts"),
    });
    if let Json::Object(view) = &mut view {
        view.retain(|_, value| !value.is_null());
    }
    view
}
