//! What the routes of reports show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    assessment::Stamp,
    day::Day,
    id::{OrganizationId, ProgressReportId, ResidencyId},
    progress::{
        self, LIFECYCLE, ReportAction, ReportAnswer, ReportEdition, ReportOwner, ReportPassage, ReportPeriod,
        ReportQuestion, ReportReturn, ReportState,
    },
    refusal::Refusal,
    residency::care::Said,
    setting::SettingScope,
};
use poem_openapi::Object;

use super::{
    matter::{self, Matter},
    steps::act,
    store::ReportRow,
};
use crate::{
    applications::{
        checks::Ground,
        views::{Can, word},
        views_clock::RunningClock,
        views_dossier::FiledView,
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    fault::Fault,
    files,
    house::House,
    http::{Caller, Versioned},
    organizations::store as organizations,
    residencies::views_list::Resident,
};

/// A report in a list.
#[derive(Debug, Clone, Object)]
pub struct ReportItem {
    /// Identifier.
    pub id: ProgressReportId,
    /// In which base.
    pub base: PublicBase,
    /// Whose.
    pub organization: Resident,
    /// Of which residency.
    pub residency: ResidencyId,
    /// On what: a month such as `2026-09` or a quarter such as `2026-Q3`.
    pub period: ReportPeriod,
    /// From when.
    pub first: Day,
    /// To when.
    pub last: Day,
    /// Where it stands.
    pub state: ReportState,
    /// The last day for handing it in, as it was told.
    pub due: Day,
    /// The day on which it was handed in, where it is.
    pub submitted_on: Option<Day>,
    /// Days by which it came late before it was accepted.
    pub late: Option<i64>,
    /// How often a version of it was accepted.
    pub versions: i64,
    /// The clock that runs.
    #[oai(skip_serializing_if_is_none)]
    pub clock: Option<RunningClock<ReportAction, ReportOwner>>,
}

/// A report.
#[derive(Debug, Clone, Object)]
pub struct ReportView {
    /// What a list shows of it.
    #[oai(flatten)]
    pub item: ReportItem,
    /// The form as it stood when the report was asked for.
    pub form: Vec<ReportQuestion>,
    /// Whose form it is.
    pub form_scope: SettingScope,
    /// What is answered: what is not handed in, only for who fills it.
    pub answers: Vec<ReportAnswer>,
    /// It is handed in.
    pub submitted: Option<Stamp>,
    /// Why the base gave it back, the last time.
    pub returned: Option<ReportReturn>,
    /// Why the base does without it.
    pub waived: Option<Said>,
    /// Why the base wants it after all.
    pub required: Option<Said>,
    /// The versions that were accepted, the first one first.
    pub editions: Vec<ReportEdition>,
    /// What is attached.
    pub files: Vec<FiledView>,
    /// The states that it has been in.
    pub passages: Vec<ReportPassage>,
    /// The day by which it would be handed in again, were it given back or opened again today.
    pub due_again: Day,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Asked for.
    pub created_at: DateTime<Utc>,
}

impl Versioned for ReportView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A report in a list.
///
/// # Errors
/// What the row says; more days than the calendar counts.
pub fn item(row: &ReportRow, base: &BaseRow, name: &str, ground: &Ground) -> Result<ReportItem, Fault> {
    let of = row.report()?;
    let clock = matter::clock(&of, ground)?;
    Ok(ReportItem {
        id: row.id.0,
        base: base.into(),
        organization: Resident { id: row.organization.0, name: name.to_owned() },
        residency: row.residency.0,
        period: of.period,
        first: of.period.first(),
        last: of.period.last(),
        state: of.state,
        due: of.due,
        submitted_on: of.course.submitted.as_ref().map(|stamp| stamp.on),
        late: of.course.late,
        versions: i64::try_from(of.course.editions.len()).unwrap_or(i64::MAX),
        clock: clock.map(|clock| RunningClock::of(ground, of.base, clock)).transpose()?,
    })
}

/// Reports of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[ReportRow]) -> Result<Vec<ReportItem>, Fault> {
    let bases = house.db.read(crate::bases::store::every()).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    let whose = organizations::named(&house.db, &ids).await?;
    let names: BTreeMap<OrganizationId, &str> = whose.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let view = |row: &ReportRow| {
        let base = bases.iter().find(|base| base.id == row.base).ok_or_else(Refusal::missing)?;
        item(row, base, names.get(&row.organization.0).copied().unwrap_or_default(), &ground)
    };
    rows.iter().map(view).collect()
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, of: &Matter) -> Can {
    let facts = of.row.facts();
    let guard = |guard: &str| match guard {
        "never_accepted" => progress::cannot_waive(&of.of),
        "correctable" => progress::cannot_reopen(&of.of),
        "accepted_before" => progress::cannot_keep(&of.of),
        _ => None,
    };
    let step = |action: &ReportAction| {
        let role = by.can(act(*action), &facts);
        (action.as_str().to_owned(), word(role.or(LIFECYCLE.can(of.of.state, *action, guard))))
    };
    ReportAction::ALL.iter().map(step).collect()
}

/// A report as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: ReportRow) -> Result<ReportView, Fault> {
    let of = Matter::read(house, row).await?;
    let ground = Ground::for_views(house, std::slice::from_ref(&of.base)).await?;
    let course = &of.of.course;
    let writes = by.principal.role_for(Action::ProgressAnswer, &of.row.facts()).is_some();
    let filed = files::store::of(&house.db, &of.row.id.0.to_string()).await?;
    let unfinished = matches!(of.of.state, ReportState::Open | ReportState::Returned | ReportState::Correcting);
    let filed = filed.into_iter().filter(|_| writes || !unfinished);
    let files = filed.map(|file| FiledView { id: file.id.0, name: file.name, size: file.size }).collect();
    Ok(ReportView {
        item: item(&of.row, &of.base, &of.who.name, &ground)?,
        form: of.of.form.clone(),
        form_scope: of.row.source()?.scope,
        answers: if writes || course.submitted.is_some() { course.answers.clone() } else { Vec::new() },
        submitted: course.submitted.clone(),
        returned: course.returned.clone(),
        waived: course.waived.clone(),
        required: course.required.clone(),
        editions: course.editions.clone(),
        files,
        passages: course.passages.clone(),
        due_again: matter::due_from(&ground, of.of.base, ground.today())?.due.max(of.of.due),
        version: of.row.version,
        can: can(by, &of),
        created_at: of.row.created_at.0,
    })
}
