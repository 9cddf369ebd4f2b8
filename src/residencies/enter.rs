//! Residencies from before the house was there, entered from their papers.

use domain::{
    access::Action,
    day::Day,
    id::{BaseId, OrganizationId},
    intake::ResidencyMode,
    refusal::{Code, FieldFault, Refusal},
    residency::Residency,
    setting::MAX_RESIDENCY_MONTHS,
};

use super::{
    issue::once,
    matter::{journal_view, lines, moment},
    store::{self, Course, ResidencyRow},
};
use crate::{
    claims::service::deciding, fault::Fault, house::House, http::Caller, organizations::store as organizations,
    settings::service as settings, spaces::together::Together,
};

/// The number on a paper.
const MAX_NUMBER: usize = 60;
/// What there is to say of it.
const MAX_NOTE: usize = 500;

/// What its papers say.
#[derive(Debug, Clone)]
pub struct Entered {
    /// In which base.
    pub base: BaseId,
    /// Whose.
    pub organization: OrganizationId,
    /// With or without a place.
    pub mode: ResidencyMode,
    /// First day.
    pub first: Day,
    /// Last agreed day.
    pub last: Day,
    /// The number of the agreement.
    pub number: Option<String>,
    /// What there is to say.
    pub note: Option<String>,
}

fn text(path: &str, text: Option<&str>, max: usize, faults: &mut Vec<FieldFault>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    if text.chars().count() > max {
        faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
    }
    Some(text.to_owned())
}

/// Enters one that runs.
///
/// # Errors
/// All bad fields; `resident_already`, `organization_not_live`; `not_found` for what the caller may not see.
pub async fn enter(house: &House, by: &Caller, new: &Entered) -> Result<ResidencyRow, Fault> {
    let facts = domain::access::Facts::of_base(new.base);
    by.allow(Action::ResidenciesManage, Action::ResidenciesRead, &facts).map_err(|refusal| {
        if refusal == Refusal::missing() { Refusal::field("base", Code::NotFound) } else { refusal }
    })?;
    deciding(house, &[], [new.organization.to_string()], || async {
        let acting = by.allow(Action::ResidenciesManage, Action::ResidenciesRead, &facts)?;
        let missing = |path: &str| Refusal::field(path, Code::NotFound);
        crate::bases::store::find(&house.db, new.base).await?.ok_or_else(|| missing("base"))?;
        let who = organizations::find(&house.db, new.organization).await?.ok_or_else(|| missing("organization"))?;
        if by.principal.role_for(Action::OrganizationsRead, &who.facts()).is_none() {
            return Err(missing("organization").into());
        }
        let at = moment(house, &acting);
        let mut faults = Vec::new();
        let number = text("number", new.number.as_deref(), MAX_NUMBER, &mut faults);
        let note = text("note", new.note.as_deref(), MAX_NOTE, &mut faults);
        let days = (new.mode, new.first, new.last);
        let longest = settings::integer(house, Some(new.base), MAX_RESIDENCY_MONTHS, at.today()).await?;
        let longest = longest.and_then(|months| u32::try_from(months).ok()).unwrap_or_default();
        let of = Residency::entered(house.chance.id(at.now), (new.base, new.organization), days, longest, at);
        let of = match of {
            Ok(of) if faults.is_empty() => of,
            Ok(_) => return Err(Refusal::fields(faults).into()),
            Err(refusal) => return Err(Refusal::fields([refusal.fields, faults].concat()).into()),
        };
        let course = Course { entered_by: Some(acting.name.clone()), note, ..Course::default() };
        let row = ResidencyRow { number, ..ResidencyRow::born(&of, course, at.now.into()) };
        let mut all = Together::nothing(house, new.organization).await?;
        if !all.holder_live() {
            return Err(Refusal::state(Code::OrganizationNotLive).into());
        }
        // Read after the organization, whose version moves on with every one of them that begins or ends.
        let others = house.db.read(store::of_organization(new.organization)).await?;
        let ends = others.iter().filter(|row| row.base.0 == new.base).filter_map(|row| row.ended).max();
        if let Some(last) = ends.filter(|last| new.first <= last.0) {
            let min = last.0.plus(1).to_string();
            return Err(Refusal::fields(vec![FieldFault::new("first", Code::DayTooEarly).with("min", min)]).into());
        }
        all.stays(new.base, true);
        let also = |tx: &mut crate::db::Tx| {
            tx.insert(row.id.0, row.clone());
            let [own, story] = lines("residency.enter", &row, &who.name, &acting);
            tx.journal(own.change(None, Some(journal_view(&row))).first());
            tx.journal(story);
            Ok(())
        };
        all.commit(house, &acting, None, at, also).await.map_err(once)?;
        Ok(row)
    })
    .await
}
