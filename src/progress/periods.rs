//! Periods: a base asks for the reports of a month or a quarter, and sees what came in.

use std::collections::BTreeSet;

use domain::{
    access::{Action, Facts},
    day::Moment,
    id::{BaseId, OrganizationId, ProgressReportId},
    progress::{self, ProgressReport, ReportCycle, ReportPeriod, form},
    refusal::{Code, FieldFault, Refusal},
    setting::{REPORT_CYCLE, REPORT_QUESTIONS},
};

use super::{
    matter::{self, journal_view, lines},
    store::{self, ReportRow, SEAT},
};
use crate::{
    applications::checks::Ground,
    claims::service::deciding,
    db::{DbError, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
    organizations::store as organizations,
    residencies::{
        matter::moment,
        store::{self as residencies, ResidencyRow},
    },
    settings::store::Source,
};

/// Reports that one transaction asks for: a large base takes some of them.
const AT_ONCE: usize = 50;

/// Fails unless the caller sees the reports of a base that is there.
///
/// # Errors
/// `not_found` at the field `base`.
pub async fn seen(house: &House, by: &Caller, base: BaseId) -> Result<(), Fault> {
    if by.principal.role_for(Action::ProgressRead, &Facts::of_base(base)).is_none()
        || crate::bases::store::find(&house.db, base).await?.is_none()
    {
        return Err(Refusal::field("base", Code::NotFound).into());
    }
    Ok(())
}

/// Over what a base has its residents report, as far as a period is concerned.
#[must_use]
pub fn cycle(ground: &Ground, base: BaseId, period: ReportPeriod) -> ReportCycle {
    let value = ground.value_on(base, REPORT_CYCLE, progress::ruled_on(period, ground.today()));
    value.as_str().and_then(|word| word.parse().ok()).unwrap_or(ReportCycle::Quarter)
}

/// Those of some residencies that have to report on a period.
#[must_use]
pub fn reporting(mut all: Vec<ResidencyRow>, period: ReportPeriod) -> Vec<ResidencyRow> {
    all.retain(|row| progress::is_due_from(period, row.began.map(|day| day.0), row.ends.0));
    all.sort_by_key(|row| row.id);
    all
}

/// Those of some residencies whose report on a period was not asked for.
#[must_use]
pub fn unasked(reporting: &[ResidencyRow], there: &[ReportRow], period: ReportPeriod) -> Vec<ResidencyRow> {
    let seats: BTreeSet<&str> = there.iter().map(|row| row.seat.as_str()).collect();
    let is_new = |row: &&ResidencyRow| !seats.contains(store::seat(row.id.0, period).as_str());
    reporting.iter().filter(is_new).cloned().collect()
}

/// What is wrong with asking for the reports of a period of a base.
#[must_use]
pub fn cannot_open(ground: &Ground, base: BaseId, period: ReportPeriod, residents: usize) -> Option<FieldFault> {
    let fault = progress::cannot_open(period, cycle(ground, base, period), ground.today());
    fault.or_else(|| (residents == 0).then(|| FieldFault::new("period", Code::NobodyResident)))
}

/// Asks everybody who was resident in a period for a report on it. Whoever was asked already is passed over, so that
/// asking again adds those who are missing; answers how many were asked now.
///
/// # Errors
/// `not_allowed`; a base that is not the caller's; a period that has not begun, of another cycle, without residents.
pub async fn open(house: &House, by: &Caller, base: BaseId, period: ReportPeriod) -> Result<usize, Fault> {
    seen(house, by, base).await?;
    let acting = by.allow(Action::ProgressManage, Action::ProgressRead, &Facts::of_base(base))?;
    let mut asked = 0;
    loop {
        let turns = [format!("progress {base} {period}")];
        let some = deciding(house, &[], turns, || ask_some(house, base, period, &acting)).await?;
        asked += some;
        if some < AT_ONCE {
            return Ok(asked);
        }
    }
}

async fn ask_some(house: &House, base: BaseId, period: ReportPeriod, acting: &Acting) -> Result<usize, Fault> {
    let ground = Ground::for_decision(house, base).await?;
    let reads = (residencies::not_ended(period.first(), Some(base)), store::of_period(base, period));
    let (all, there) = house.db.read(reads).await?;
    let residents = reporting(all, period);
    if let Some(fault) = cannot_open(&ground, base, period, residents.len()) {
        return Err(Refusal::fields(vec![fault]).into());
    }
    let mut missing = unasked(&residents, &there, period);
    missing.truncate(AT_ONCE);
    if missing.is_empty() {
        return Ok(0);
    }
    let ids: Vec<OrganizationId> = missing.iter().map(|row| row.organization.0).collect();
    let owners = organizations::named(&house.db, &ids).await?;
    let found = ground.effective(base, REPORT_QUESTIONS, ground.today());
    let (form, source) = (form::of(&found.value), Source::from(found));
    let at: Moment = moment(house, acting);
    let due = matter::due_from(&ground, base, progress::counts_from(period, at.today()))?.due;
    let mut tx = Tx::new();
    for stay in &missing {
        let id = house.chance.id::<ProgressReportId>(at.now);
        let whose = (stay.organization.0, stay.id.0);
        let of = ProgressReport::begun(id, base, whose, (period, due), form.clone(), at);
        let row = ReportRow::born(&of, &source, at.now.into());
        let name = owners.iter().find(|owner| owner.id == stay.organization);
        let name = name.map(|owner| owner.name.as_str()).unwrap_or_default();
        let [own, story] = lines("progress.open", &row, name, acting);
        tx.tie(rid(stay.id.0));
        tx.journal(own.change(None, Some(journal_view(&row))).first());
        tx.journal(story);
        tx.insert(id, row);
    }
    match house.db.commit(tx).await {
        Ok(()) => Ok(missing.len()),
        // Somebody else has asked at the same moment: who is missing is looked up again.
        Err(DbError::Duplicate { what }) if what == SEAT => Err(DbError::Conflict.into()),
        Err(error) => Err(error.into()),
    }
}
