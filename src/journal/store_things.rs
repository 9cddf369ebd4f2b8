//! What a thing is, for the policy: by which act it is seen, and to which bases and organization it
//! belongs. Asked by history and by attachments, which hang on things of every room.

use domain::{
    access::{Action, Facts},
    agreement::AgreementState,
    application::ApplicationState,
    assessment::AssessmentState,
    filing::{FilingState, PaperState},
    id::{
        AccountId, AgreementId, AllocationId, ApplicationId, AssessmentId, AssessmentRoundId, BaseId, BuildingId,
        CertificateId, ClosureId, FileId, FilingId, FloorId, HandoverId, Id, ImportId, IntakeId, NoticeId, ObjectionId,
        OrganizationId, PersonId, ProgressReportId, ResidencyId, ReviewId, ReviewSheetId, SpaceId,
    },
    progress::ReportState,
};
use surrealdb::types::{RecordId, SurrealValue};

use crate::db::{Db, DbError, Rec, Text, rid};

/// The city itself as a thing of history: its own rules, its calendar of work, its divisions. It is no
/// record, so nothing hangs on it.
pub const CITY: &str = "city";

/// What the policy asks of a thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Its record.
    pub record: RecordId,
    /// The act by which it is seen.
    pub reads: Action,
    /// To whom it belongs.
    pub facts: Facts,
    /// What hanging something on it, or taking it off, takes besides seeing it; none for what is as usual.
    pub filing: Option<Filing>,
}

/// What it takes to file something with a thing that has rules of its own for that.
#[derive(Debug, Clone, PartialEq)]
pub struct Filing {
    /// The act.
    pub action: Action,
    /// Who may do it.
    pub facts: Facts,
    /// It is past the state in which something may be filed.
    pub settled: bool,
    /// The state that it is in; filing holds only while it is.
    pub state: String,
    /// Marks of the documents that it asks for.
    pub marks: Vec<String>,
    /// Those of them whose files stay as they are: somebody has looked at them.
    pub fixed: Vec<String>,
    /// It is not handed in: only who may file reads what is filed.
    pub unfinished: bool,
}

#[derive(Debug, SurrealValue)]
struct Placed {
    base: Option<Rec<BaseId>>,
    organization: Option<Rec<OrganizationId>>,
}
#[derive(Debug, SurrealValue)]
struct Housed {
    home_base: Rec<BaseId>,
    hosts: Vec<Rec<BaseId>>,
}
#[derive(Debug, SurrealValue)]
struct OfOrganization {
    organization: Rec<OrganizationId>,
}
#[derive(Debug, SurrealValue)]
struct Owned {
    owner: String,
}
#[derive(Debug, SurrealValue)]
struct Key {
    id: RecordId,
}

/// A thing by its identifier; none when there is no such thing, or it is of a kind that has no history.
pub async fn thing(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    // An attachment belongs to what it hangs on; nothing hangs on an attachment.
    let owner = match id.parse::<FileId>() {
        Ok(file) => match db.find_record::<Owned>("thing_file", rid(file)).await? {
            Some(owned) => owned.owner,
            None => return Ok(None),
        },
        Err(_) => id.to_owned(),
    };
    if owner == CITY {
        let record = RecordId::new("setting", CITY);
        return Ok(Some(Thing { record, reads: Action::SettingsRead, facts: Facts::default(), filing: None }));
    }
    let Some((prefix, _)) = owner.split_once('_') else { return Ok(None) };
    match prefix {
        OrganizationId::PREFIX => organization(db, &owner, Action::OrganizationsRead).await,
        PersonId::PREFIX => {
            let Ok(person) = owner.parse::<PersonId>() else { return Ok(None) };
            let Some(of) = db.find_record::<OfOrganization>("thing_person", rid(person)).await? else {
                return Ok(None);
            };
            let found = organization(db, &of.organization.0.to_string(), Action::PersonsRead).await?;
            Ok(found.map(|thing| Thing { record: rid(person), ..thing }))
        }
        BaseId::PREFIX => {
            let Ok(base) = owner.parse::<BaseId>() else { return Ok(None) };
            let found = db.find_record::<Key>("thing_base", rid(base)).await?;
            Ok(found.map(|_| Thing {
                record: rid(base),
                reads: Action::BasesRead,
                facts: Facts::of_base(base),
                filing: None,
            }))
        }
        AllocationId::PREFIX => placed::<AllocationId>(db, &owner, Action::AllocationsRead).await,
        HandoverId::PREFIX => placed::<HandoverId>(db, &owner, Action::AllocationsRead).await,
        SpaceId::PREFIX => placed::<SpaceId>(db, &owner, Action::SpacesRead).await,
        BuildingId::PREFIX => placed::<BuildingId>(db, &owner, Action::SpacesRead).await,
        FloorId::PREFIX => placed::<FloorId>(db, &owner, Action::SpacesRead).await,
        ClosureId::PREFIX => placed::<ClosureId>(db, &owner, Action::SpacesRead).await,
        IntakeId::PREFIX => placed::<IntakeId>(db, &owner, Action::IntakesRead).await,
        ApplicationId::PREFIX => application(db, &owner).await,
        ReviewId::PREFIX => placed::<ReviewId>(db, &owner, Action::ReviewsRead).await,
        NoticeId::PREFIX => placed::<NoticeId>(db, &owner, Action::NoticesRead).await,
        ObjectionId::PREFIX => placed::<ObjectionId>(db, &owner, Action::ObjectionsRead).await,
        ResidencyId::PREFIX => placed::<ResidencyId>(db, &owner, Action::ResidenciesRead).await,
        AgreementId::PREFIX => agreement(db, &owner).await,
        AssessmentRoundId::PREFIX => placed::<AssessmentRoundId>(db, &owner, Action::AssessmentsRead).await,
        AssessmentId::PREFIX => assessment(db, &owner).await,
        ProgressReportId::PREFIX => report(db, &owner).await,
        FilingId::PREFIX => case(db, &owner).await,
        CertificateId::PREFIX => placed::<CertificateId>(db, &owner, Action::CertificatesRead).await,
        ReviewSheetId::PREFIX => sheet(db, &owner).await,
        ImportId::PREFIX => placed::<ImportId>(db, &owner, Action::ImportsRead).await,
        AccountId::PREFIX => {
            let Ok(account) = owner.parse::<AccountId>() else { return Ok(None) };
            let found = db.find_record::<Key>("thing_account", rid(account)).await?;
            let facts = Facts { account: Some(account), ..Facts::default() };
            Ok(found.map(|_| Thing { record: rid(account), reads: Action::AccountsRead, facts, filing: None }))
        }
        _ => Ok(None),
    }
}

async fn organization(db: &Db, id: &str, reads: Action) -> Result<Option<Thing>, DbError> {
    let Ok(own) = id.parse::<OrganizationId>() else { return Ok(None) };
    let found: Option<Housed> = db.find_record("thing_organization", rid(own)).await?;
    Ok(found.map(|row| {
        let bases = std::iter::once(row.home_base.0).chain(row.hosts.iter().map(|host| host.0)).collect();
        Thing { record: rid(own), reads, facts: Facts { bases, organization: Some(own), account: None }, filing: None }
    }))
}

#[derive(Debug, SurrealValue)]
struct Applied {
    base: Rec<BaseId>,
    organization: Rec<OrganizationId>,
    intake: Rec<IntakeId>,
    state: Text<ApplicationState>,
    on_paper: bool,
}

#[derive(Debug, SurrealValue)]
struct Asks {
    documents: Vec<Mark>,
}

#[derive(Debug, SurrealValue)]
struct Mark {
    key: String,
}

/// What an application is filed with is changed while the applicant has it, and not after; a base does it only
/// for one that came on paper.
async fn application(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<ApplicationId>() else { return Ok(None) };
    let Some(row) = db.find_record::<Applied>("thing_application", rid(id)).await? else { return Ok(None) };
    let asks = db.find_record::<Asks>("thing_asks", rid(row.intake.0)).await?;
    let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
    let bases = if row.on_paper { facts.bases.clone() } else { Vec::new() };
    let filing = Filing {
        action: Action::ApplicationsWrite,
        facts: Facts { bases, ..facts.clone() },
        settled: !matches!(row.state.0, ApplicationState::Draft | ApplicationState::Correction),
        state: row.state.0.as_str().to_owned(),
        marks: asks.into_iter().flat_map(|asks| asks.documents).map(|mark| mark.key).collect(),
        fixed: Vec::new(),
        unfinished: false,
    };
    Ok(Some(Thing { record: rid(id), reads: Action::ApplicationsRead, facts, filing: Some(filing) }))
}

#[derive(Debug, SurrealValue)]
struct Agreed {
    base: Rec<BaseId>,
    organization: Rec<OrganizationId>,
    state: Text<AgreementState>,
}

#[derive(Debug, SurrealValue)]
struct Assessed {
    base: Rec<BaseId>,
    organization: Rec<OrganizationId>,
    state: Text<AssessmentState>,
}

#[derive(Debug, SurrealValue)]
struct Case {
    base: Rec<BaseId>,
    organization: Rec<OrganizationId>,
    state: Text<FilingState>,
    course: serde_json::Value,
}

/// Papers are filed with a case while it is open; while the base or the authority looks at them, and once it is decided,
/// only by the base. What was found to be in order stays as it was looked at until it is asked for once more.
async fn case(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<FilingId>() else { return Ok(None) };
    let found: Option<Case> = db.find_record("thing_filing", rid(id)).await?;
    Ok(found.map(|row| {
        let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
        let settled = [FilingState::Reviewing, FilingState::Filed, FilingState::Granted, FilingState::Refused];
        let looked_at = settled.contains(&row.state.0);
        let decided = |paper: &&serde_json::Value| {
            let state = paper.get("state").and_then(serde_json::Value::as_str);
            state.is_some_and(|state| [PaperState::Checked.as_str(), PaperState::NotNeeded.as_str()].contains(&state))
        };
        let papers = row.course.get("papers").and_then(serde_json::Value::as_array);
        let key = |paper: &serde_json::Value| Some(paper.get("key")?.as_str()?.to_owned());
        let filing = Filing {
            action: Action::FilingsAnswer,
            facts: if looked_at { Facts::of_base(row.base.0) } else { facts.clone() },
            settled: !row.state.0.is_open(),
            state: row.state.0.as_str().to_owned(),
            marks: papers.into_iter().flatten().filter_map(key).collect(),
            fixed: papers.into_iter().flatten().filter(decided).filter_map(key).collect(),
            unfinished: false,
        };
        Thing { record: rid(id), reads: Action::FilingsRead, facts, filing: Some(filing) }
    }))
}

/// Evidence is filed with an assessment while the organization scores itself, and while the city looks at an appeal;
/// while others score, only by the base, so that what was scored on stays.
async fn assessment(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<AssessmentId>() else { return Ok(None) };
    let found: Option<Assessed> = db.find_record("thing_assessment", rid(id)).await?;
    Ok(found.map(|row| {
        let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
        let scoring = row.state.0 == AssessmentState::Scoring;
        let filing = Filing {
            action: Action::AssessmentsAnswer,
            facts: if scoring { Facts::of_base(row.base.0) } else { facts.clone() },
            settled: matches!(row.state.0, AssessmentState::Concluded | AssessmentState::Cancelled),
            state: row.state.0.as_str().to_owned(),
            marks: Vec::new(),
            fixed: Vec::new(),
            unfinished: false,
        };
        Thing { record: rid(id), reads: Action::AssessmentsRead, facts, filing: Some(filing) }
    }))
}

#[derive(Debug, SurrealValue)]
struct Reported {
    base: Rec<BaseId>,
    organization: Rec<OrganizationId>,
    state: Text<ReportState>,
}

/// What a report is filed with is changed while somebody fills it, and not while the base looks at it or after.
async fn report(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<ProgressReportId>() else { return Ok(None) };
    let found: Option<Reported> = db.find_record("thing_report", rid(id)).await?;
    Ok(found.map(|row| {
        let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
        let open = matches!(row.state.0, ReportState::Open | ReportState::Returned | ReportState::Correcting);
        let filing = Filing {
            action: Action::ProgressAnswer,
            facts: facts.clone(),
            settled: !open,
            state: row.state.0.as_str().to_owned(),
            marks: Vec::new(),
            fixed: Vec::new(),
            unfinished: open,
        };
        Thing { record: rid(id), reads: Action::ProgressRead, facts, filing: Some(filing) }
    }))
}

/// The signed paper of an agreement is filed by the base; the organization reads it.
async fn agreement(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<AgreementId>() else { return Ok(None) };
    let found: Option<Agreed> = db.find_record("thing_agreement", rid(id)).await?;
    Ok(found.map(|row| {
        let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
        let filing = Filing {
            action: Action::ResidenciesManage,
            facts: facts.clone(),
            settled: row.state.0 == AgreementState::Void,
            state: row.state.0.as_str().to_owned(),
            marks: Vec::new(),
            fixed: Vec::new(),
            unfinished: false,
        };
        Thing { record: rid(id), reads: Action::ResidenciesRead, facts, filing: Some(filing) }
    }))
}

#[derive(Debug, SurrealValue)]
struct OfReviewer {
    reviewer: Rec<AccountId>,
}

/// A score sheet is its reviewer's own; besides him only the auditor reads how it came about.
async fn sheet(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<ReviewSheetId>() else { return Ok(None) };
    let found: Option<OfReviewer> = db.find_record("thing_sheet", rid(id)).await?;
    Ok(found.map(|row| {
        let facts = Facts { account: Some(row.reviewer.0), ..Facts::default() };
        Thing { record: rid(id), reads: Action::SheetsRead, facts, filing: None }
    }))
}

async fn placed<I: Id>(db: &Db, id: &str, reads: Action) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<I>() else { return Ok(None) };
    let found: Option<Placed> = db.find_record("thing", rid(id)).await?;
    Ok(found.map(|row| {
        let organization = row.organization.map(|own| own.0);
        Thing {
            record: rid(id),
            reads,
            facts: Facts { bases: row.base.iter().map(|base| base.0).collect(), organization, account: None },
            filing: None,
        }
    }))
}
