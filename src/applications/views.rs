//! What the routes of intakes and applications show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    application::{
        self, Application, ApplicationAction, ApplicationState, Clock, CorrectionItem, Turn,
        eligibility::{EligibilityRule, Finding, FindingResult},
        form::{Form, Stage},
    },
    day::{Day, Moment},
    id::{ApplicationId, BaseId, FileId, IntakeId, OrganizationId},
    intake::{ApplicantKind, ResidencyMode},
    organization::Kind,
    refusal::Code,
    workday::SkipReason,
};
use poem_openapi::Object;
use serde_json::Value;

use super::{
    checks::{self, Ground},
    service::Matter,
    store::{self, ApplicationRow},
    views_intakes::PublicBase,
};
use crate::{
    bases::store::BaseRow,
    db::rid,
    fault::Fault,
    files,
    house::House,
    http::{Caller, Versioned},
    organizations::store as organizations,
};

/// What may be done: null = yes, else why not.
pub type Can = BTreeMap<String, Option<String>>;

pub(super) fn word(code: Option<Code>) -> Option<String> {
    code.map(|code| code.as_str().to_owned())
}

/// A clock: what has to be done, by whom, by when, and how that was counted.
#[derive(Debug, Clone, Object)]
pub struct ClockView {
    /// What has to be done.
    pub action: String,
    /// Who has to do it.
    pub owner: Turn,
    /// From when it counts; that day itself does not.
    pub from: Day,
    /// The day with whose end it ends.
    pub due: Day,
    /// Working days that are left, today not counted; negative when it is over.
    pub days_left: i64,
    /// It is over.
    pub overdue: bool,
    /// Counted partly over days whose arrangement is not published yet.
    pub provisional: bool,
    /// A day that was given by hand instead of counted.
    pub given: bool,
    /// Days that did not count.
    pub skipped: Vec<SkippedDay>,
    /// Weekend days that counted.
    pub made_up: Vec<Day>,
}

/// A day that did not count.
#[derive(Debug, Clone, Object)]
pub struct SkippedDay {
    /// The day.
    pub date: Day,
    /// Why not: `weekend`, `holiday`, `local_holiday`, `paused`.
    pub why: SkipReason,
}

fn clock_view(ground: &Ground, base: BaseId, clock: Clock) -> Result<ClockView, Fault> {
    let due = clock.deadline.due;
    Ok(ClockView {
        action: clock.action.as_str().to_owned(),
        owner: clock.owner,
        from: clock.from,
        due,
        days_left: ground.days_left(base, due)?,
        overdue: due < ground.today(),
        provisional: clock.deadline.provisional,
        given: clock.given,
        skipped: clock.deadline.skipped.into_iter().map(|(date, why)| SkippedDay { date, why }).collect(),
        made_up: clock.deadline.made_up,
    })
}

/// The organization that applies, as far as a decision on it needs.
#[derive(Debug, Clone, Object)]
pub struct ApplicantView {
    /// Identifier.
    pub id: OrganizationId,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// Unified social credit code.
    #[oai(skip_serializing_if_is_none)]
    pub credit_code: Option<String>,
    /// Record number.
    #[oai(skip_serializing_if_is_none)]
    pub record_number: Option<String>,
    /// Founded on.
    #[oai(skip_serializing_if_is_none)]
    pub founded_on: Option<Day>,
    /// The caller may open its page.
    pub opens: bool,
}

/// An application in a list.
#[derive(Debug, Clone, Object)]
pub struct ApplicationItem {
    /// Identifier.
    pub id: ApplicationId,
    /// The number that people read; none before it is handed in.
    pub number: Option<String>,
    /// Who applies.
    pub organization: Called,
    /// At which base.
    pub base: PublicBase,
    /// To which intake.
    pub intake: Called,
    /// What the applicant is.
    pub kind: ApplicantKind,
    /// Where it stands.
    pub state: ApplicationState,
    /// Since when.
    pub since: Day,
    /// With or without a place.
    pub mode: Option<ResidencyMode>,
    /// Stage of growth.
    pub stage: Option<Stage>,
    /// Handed in.
    pub submitted_on: Option<Day>,
    /// The clock that runs now.
    pub clock: Option<ClockView>,
}

/// Something by its name.
#[derive(Debug, Clone, Object)]
pub struct Called {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A document that is asked for, with what is filed as it.
#[derive(Debug, Clone, Object)]
pub struct DocumentView {
    /// Its mark.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Without it the application is not complete.
    pub required: bool,
    /// What is filed as it.
    pub files: Vec<FiledView>,
}

/// An attachment, briefly.
#[derive(Debug, Clone, Object)]
pub struct FiledView {
    /// Identifier.
    pub id: FileId,
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// What is missing for handing it in.
#[derive(Debug, Clone, Object)]
pub struct MissingView {
    /// The field of the form, or `documents.` and the mark.
    pub path: String,
    /// Why.
    pub code: String,
}

/// A request to put an application right.
#[derive(Debug, Clone, Object)]
pub struct CorrectionView {
    /// Everything that is missing.
    pub items: Vec<CorrectionItem>,
    /// A day that the base has given.
    pub until: Option<Day>,
}

/// A rule of the first check and what it comes to.
#[derive(Debug, Clone, Object)]
pub struct FindingView {
    /// Which rule.
    pub rule: EligibilityRule,
    /// What it comes to, by the record or by what the base found.
    pub outcome: FindingResult,
    /// What the record alone says.
    pub result: FindingResult,
    /// What in the record says so.
    pub values: Value,
    /// What the base found where the record says nothing.
    pub ruling: Option<RulingView>,
}

/// What the base found.
#[derive(Debug, Clone, Object)]
pub struct RulingView {
    /// Met or not.
    pub passed: bool,
    /// By what that was seen.
    pub evidence: String,
    /// Who looked.
    pub by: String,
    /// On which day.
    pub on: Day,
}

impl From<Finding> for FindingView {
    fn from(of: Finding) -> Self {
        Self {
            rule: of.rule,
            outcome: of.outcome(),
            result: of.result,
            values: of.values,
            ruling: of.ruling.map(|ruling| RulingView {
                passed: ruling.passed,
                evidence: ruling.evidence,
                by: ruling.by,
                on: ruling.on,
            }),
        }
    }
}

/// A state and the day on which it began.
#[derive(Debug, Clone, Object)]
pub struct PassageView {
    /// The state.
    pub state: ApplicationState,
    /// Since when.
    pub day: Day,
}

/// Days in which the base's clock stood still.
#[derive(Debug, Clone, Object)]
pub struct PauseView {
    /// The first of them.
    pub from: Day,
    /// The last of them; none while it stands.
    pub to: Option<Day>,
}

/// An application.
#[derive(Debug, Clone, Object)]
pub struct ApplicationView {
    /// Identifier.
    pub id: ApplicationId,
    /// The number that people read; none before it is handed in.
    pub number: Option<String>,
    /// Who applies.
    pub organization: ApplicantView,
    /// At which base.
    pub base: PublicBase,
    /// To which intake.
    pub intake: Called,
    /// With or without a place: what the intake offers.
    pub modes: Vec<ResidencyMode>,
    /// What the applicant is.
    pub kind: ApplicantKind,
    /// Where it stands.
    pub state: ApplicationState,
    /// It came on paper, and the base wrote it.
    pub on_paper: bool,
    /// What it asks for.
    pub form: Form,
    /// Documents wanted, and what is filed.
    pub documents: Vec<DocumentView>,
    /// What is missing for handing it in, while the applicant has it.
    pub missing: Vec<MissingView>,
    /// The last request to put it right.
    pub correction: Option<CorrectionView>,
    /// The clock that runs now.
    pub clock: Option<ClockView>,
    /// Days in which the base's clock stood still.
    pub pauses: Vec<PauseView>,
    /// The first check, for those who make it.
    #[oai(skip_serializing_if_is_none)]
    pub findings: Option<Vec<FindingView>>,
    /// Why it was refused or taken back.
    pub reason: Option<String>,
    /// The states that it has been in.
    pub passages: Vec<PassageView>,
    /// Handed in.
    pub submitted_on: Option<Day>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Begun.
    pub created_at: DateTime<Utc>,
    /// Changed.
    pub updated_at: DateTime<Utc>,
}

impl Versioned for ApplicationView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, matter: &Matter, clock: Option<&Clock>, findings: &[Finding], at: Moment) -> Can {
    let of = &matter.application;
    let facts = matter.row.facts();
    let goes_on =
        [ApplicationAction::Submit, ApplicationAction::Resubmit, ApplicationAction::Accept, ApplicationAction::Pass];
    let gone = |action: ApplicationAction| {
        (!matter.who.live && goes_on.contains(&action)).then_some(Code::OrganizationNotLive)
    };
    let guard = |action: ApplicationAction| {
        application::LIFECYCLE.can(of.state, action, |guard| match guard {
            "intake_open" => matter.to.intake().takes(at.today()).err().map(|refusal| refusal.code),
            "in_time" => {
                let late = |clock: &&Clock| clock.deadline.due < at.today() && !clock.deadline.provisional;
                clock.filter(late).map(|_| Code::TimeOver)
            }
            "checks_clear" => findings.iter().any(|found| !found.is_passed()).then_some(Code::ChecksOpen),
            _ => None,
        })
    };
    let mut can: Can = application::LIFECYCLE
        .steps
        .iter()
        .filter(|step| step.action != ApplicationAction::Lapse)
        .map(|step| {
            let role = if step.who == Action::ApplicationsWrite.as_str() {
                by.can(Action::ApplicationsWrite, &matter.row.writers())
            } else {
                by.can(Action::ApplicationsProcess, &facts)
            };
            let code = role.or_else(|| guard(step.action)).or_else(|| gone(step.action));
            (step.action.as_str().to_owned(), word(code))
        })
        .collect();
    let rule = by.can(Action::ApplicationsProcess, &facts);
    let fits = application::LIFECYCLE.step(of.state, ApplicationAction::Pass).is_none().then_some(Code::WrongState);
    can.insert("rule".into(), word(rule.or(fits)));
    can
}

/// An application as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: ApplicationRow) -> Result<ApplicationView, Fault> {
    let matter = Matter::read(house, row).await?;
    let (of, row) = (&matter.application, &matter.row);
    let at = Moment { now: by.now, zone: house.zone };
    let bases = house.db.read(crate::bases::store::one(row.base.0)).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let base = bases.first().ok_or_else(domain::refusal::Refusal::missing)?;
    let form = row.form()?;
    let with_applicant = matches!(of.state, ApplicationState::Draft | ApplicationState::Correction);
    let filed = files::store::of(&house.db, &row.id.0.to_string()).await?;
    let missing = if with_applicant { matter.missing(&form, &filed, at) } else { Vec::new() };
    let clock = ground.clock(of)?;
    let findings = checks::findings(of, &matter.course, &matter.who, &ground.standard(of), at.today());
    // What the base has looked up is not for the applicant to read; the reason of a refusal is.
    let inside = by.principal.role_for(Action::IntakesRead, &row.facts()).is_some();
    let checked = !matches!(of.state, ApplicationState::Draft) || matter.course.findings.is_some();
    let to = matter.to.intake();
    let documents = to.documents_of(of.kind).map(|wanted| {
        let key = wanted.key.clone().unwrap_or_default();
        let files = filed.iter().filter(|file| file.document.as_deref() == Some(key.as_str()));
        let files = files.map(|file| FiledView { id: file.id.0, name: file.name.clone(), size: file.size }).collect();
        DocumentView { key, name: wanted.name.clone(), required: wanted.required, files }
    });
    let who = &matter.who;
    Ok(ApplicationView {
        id: of.id,
        number: row.number.clone(),
        organization: ApplicantView {
            id: who.id.0,
            name: who.name.clone(),
            kind: who.kind.0,
            credit_code: who.credit_code.clone(),
            record_number: who.record_number.clone(),
            founded_on: who.founded_on.map(|day| day.0),
            opens: by.principal.role_for(Action::OrganizationsRead, &who.facts()).is_some(),
        },
        base: base.into(),
        intake: Called { id: to.id.to_string(), name: to.particulars.name.clone() },
        modes: to.particulars.modes.clone(),
        kind: of.kind,
        state: of.state,
        on_paper: row.on_paper,
        documents: documents.collect(),
        missing: missing
            .into_iter()
            .map(|fault| MissingView { path: fault.path, code: fault.code.as_str().to_owned() })
            .collect(),
        correction: of
            .correction
            .clone()
            .map(|correction| CorrectionView { items: correction.items, until: correction.until }),
        can: can(by, &matter, clock.as_ref(), &findings, at),
        clock: clock.map(|clock| clock_view(&ground, of.base, clock)).transpose()?,
        pauses: of.pauses().into_iter().map(|span| PauseView { from: span.from(), to: span.to() }).collect(),
        findings: (inside && checked).then(|| findings.into_iter().map(Into::into).collect()),
        reason: matter.course.reason.clone(),
        passages: of.passages.iter().map(|passage| PassageView { state: passage.state, day: passage.day }).collect(),
        submitted_on: row.submitted_on.map(|day| day.0),
        form,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}

/// Applications of a list, with names and clocks.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[ApplicationRow]) -> Result<Vec<ApplicationItem>, Fault> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut intakes: Vec<IntakeId> = rows.iter().map(|row| row.intake.0).collect();
    let mut owners: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    intakes.sort_unstable();
    intakes.dedup();
    owners.sort_unstable();
    owners.dedup();
    let records: Vec<_> = owners.iter().map(|id| rid(*id)).collect();
    let reads = (store::intakes_named(&intakes), organizations::of_records(&records), crate::bases::store::every());
    let (intakes, owners, bases) = house.db.read(reads).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let intakes: BTreeMap<IntakeId, &str> = intakes.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let owners: BTreeMap<OrganizationId, &str> = owners.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let bases: BTreeMap<BaseId, &BaseRow> = bases.iter().map(|row| (row.id.0, row)).collect();
    let item = |row: &ApplicationRow| {
        let of: Application = row.application()?;
        let form = row.form()?;
        let base = bases.get(&row.base.0).ok_or_else(domain::refusal::Refusal::missing)?;
        let clock = ground.clock(&of)?.map(|clock| clock_view(&ground, of.base, clock)).transpose()?;
        let name = |names: Option<&&str>| names.copied().unwrap_or_default().to_owned();
        Ok(ApplicationItem {
            id: of.id,
            number: row.number.clone(),
            organization: Called { id: of.organization.to_string(), name: name(owners.get(&of.organization)) },
            base: (*base).into(),
            intake: Called { id: of.intake.to_string(), name: name(intakes.get(&of.intake)) },
            kind: of.kind,
            state: of.state,
            since: of.passages.last().map_or_else(|| house.today(), |passage| passage.day),
            mode: form.mode,
            stage: form.stage,
            submitted_on: row.submitted_on.map(|day| day.0),
            clock,
        })
    };
    rows.iter().map(item).collect()
}
