//! What the routes of intakes and applications show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    application::{
        self, Application, ApplicationAction, ApplicationState, Clock, CorrectionItem,
        eligibility::{EligibilityRule, Finding, FindingResult},
        form::{Form, Stage},
    },
    day::{Day, Moment},
    id::{ApplicationId, BaseId, IntakeId, NoticeId, OrganizationId, ResidencyId, ReviewId},
    intake::{ApplicantKind, ResidencyMode},
    refusal::Code,
};
use poem_openapi::Object;
use serde_json::Value;

use super::{
    checks::{self, Ground},
    service::Matter,
    store::{self, ApplicationRow},
    views_clock::{ClockView, clock_view},
    views_dossier::{ApplicantView, DocumentView, applicant, documents},
    views_intakes::PublicBase,
    waiting,
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

/// A reason why not, as its word.
#[must_use]
pub fn word(code: Option<Code>) -> Option<String> {
    code.map(|code| code.as_str().to_owned())
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
    /// Its place on the waiting list, while it is on it; the first is 1.
    #[oai(skip_serializing_if_is_none)]
    pub place: Option<usize>,
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
    /// Its review, the last one, for those who see reviews.
    #[oai(skip_serializing_if_is_none)]
    pub review: Option<ReviewId>,
    /// The notice that shows it, while it is shown or when it was.
    #[oai(skip_serializing_if_is_none)]
    pub notice: Option<NoticeId>,
    /// The residency that its agreement is of.
    #[oai(skip_serializing_if_is_none)]
    pub residency: Option<ResidencyId>,
    /// Its place on the waiting list, while it is on it; the first is 1.
    #[oai(skip_serializing_if_is_none)]
    pub place: Option<usize>,
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

/// Steps that are taken with a whole review, notice or residency, or by time alone.
const ELSEWHERE: [ApplicationAction; 15] = [
    ApplicationAction::Publicise,
    ApplicationAction::Unpublish,
    ApplicationAction::Dispute,
    ApplicationAction::ClearObjection,
    ApplicationAction::Uphold,
    ApplicationAction::Approve,
    ApplicationAction::Convene,
    ApplicationAction::Dismiss,
    ApplicationAction::Conclude,
    ApplicationAction::SendBack,
    ApplicationAction::Defer,
    ApplicationAction::Lapse,
    ApplicationAction::Sign,
    ApplicationAction::Forfeit,
    ApplicationAction::Vacate,
];

/// Why each action is not possible now for a caller.
fn can(
    by: &Caller,
    matter: &Matter,
    clock: Option<&Clock>,
    findings: &[Finding],
    line: Option<&waiting::InLine>,
    at: Moment,
) -> Can {
    let of = &matter.application;
    let facts = matter.row.facts();
    let goes_on = [
        ApplicationAction::Submit,
        ApplicationAction::Resubmit,
        ApplicationAction::Accept,
        ApplicationAction::Pass,
        ApplicationAction::Propose,
        ApplicationAction::Offer,
    ];
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
            "place_free" => line.and_then(waiting::InLine::why_not),
            "checks_clear" => findings.iter().any(|found| !found.is_passed()).then_some(Code::ChecksOpen),
            _ => None,
        })
    };
    let mut can: Can = application::LIFECYCLE
        .steps
        .iter()
        .filter(|step| !ELSEWHERE.contains(&step.action))
        .map(|step| {
            let role = match step.who {
                "applications.write" => by.can(Action::ApplicationsWrite, &matter.row.writers()),
                "reviews.decide" => by.can(Action::ReviewsDecide, &facts),
                _ => by.can(Action::ApplicationsProcess, &facts),
            };
            // Before it is on the waiting list it is decided on with the whole review.
            let alone = [ApplicationState::Waiting, ApplicationState::Proposed].contains(&of.state);
            let decides = step.who == "reviews.decide" && !alone;
            let role = role.or(decides.then_some(Code::WrongState));
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
    let line = waiting::of(house, row, &matter.to).await?;
    // What the base has looked up is not for the applicant to read; the reason of a refusal is.
    let inside = by.principal.role_for(Action::IntakesRead, &row.facts()).is_some();
    let checked = !matches!(of.state, ApplicationState::Draft) || matter.course.findings.is_some();
    let to = matter.to.intake();
    let who = &matter.who;
    Ok(ApplicationView {
        id: of.id,
        number: row.number.clone(),
        organization: applicant(by, who),
        base: base.into(),
        intake: Called { id: to.id.to_string(), name: to.particulars.name.clone() },
        modes: to.particulars.modes.clone(),
        kind: of.kind,
        state: of.state,
        on_paper: row.on_paper,
        documents: documents(&to, of.kind, &filed),
        missing: missing
            .into_iter()
            .map(|fault| MissingView { path: fault.path, code: fault.code.as_str().to_owned() })
            .collect(),
        correction: of
            .correction
            .clone()
            .map(|correction| CorrectionView { items: correction.items, until: correction.until }),
        can: can(by, &matter, clock.as_ref(), &findings, line.as_ref(), at),
        clock: clock.map(|clock| clock_view(&ground, of.base, clock)).transpose()?,
        pauses: of.pauses().into_iter().map(|span| PauseView { from: span.from(), to: span.to() }).collect(),
        findings: (inside && checked).then(|| findings.into_iter().map(Into::into).collect()),
        reason: matter.course.reason.clone(),
        review: matter.course.review.filter(|_| inside),
        notice: matter.course.notice,
        residency: matter.course.residency,
        place: line.as_ref().map(|line| line.place),
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
    let places = waiting::places(house, rows).await?;
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
            place: places.get(&of.id).copied(),
            clock,
        })
    };
    rows.iter().map(item).collect()
}
