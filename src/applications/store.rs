//! Rows of intakes and applications.

use domain::{
    access::Facts,
    application::{
        Application, ApplicationState, Correction, Passage,
        eligibility::{Finding, Ruling},
        form::Form,
    },
    day::Day,
    id::{ApplicationId, BaseId, ClaimId, IntakeId, NoticeId, OrganizationId, ResidencyId, ReviewId},
    intake::{ApplicantKind, Intake, IntakeState, Particulars, ResidencyMode, Wanted},
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, born::Born, rid},
    http::by_base::{OfBase, Way},
};

/// A document that applicants are asked for, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct WantedRow {
    /// Its mark.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Of whom.
    pub of: Vec<Text<ApplicantKind>>,
    /// Without it an application is not complete.
    pub required: bool,
}

/// An intake as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct IntakeRow {
    /// Identifier.
    pub id: Rec<IntakeId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Name.
    pub name: String,
    /// First day.
    pub opens: Civil,
    /// Last day; rolling intake has none.
    pub closes: Option<Civil>,
    /// Last day for the indexes: of rolling intake, the last of all.
    pub ends: Civil,
    /// Places.
    pub quota: Option<i64>,
    /// Who may apply.
    pub admits: Vec<Text<ApplicantKind>>,
    /// With or without a place.
    pub modes: Vec<Text<ResidencyMode>>,
    /// Conditions.
    pub conditions: String,
    /// Documents wanted.
    pub documents: Vec<WantedRow>,
    /// Where it stands.
    pub state: Text<IntakeState>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl IntakeRow {
    /// A new row, or the next version of one.
    #[must_use]
    pub fn of(intake: &Intake, version: i64, created_at: At, now: At) -> Self {
        let of = intake.particulars.clone();
        Self {
            id: Rec(intake.id),
            base: Rec(intake.base),
            name: of.name,
            opens: of.opens.into(),
            closes: of.closes.map(Text),
            ends: of.closes.unwrap_or(Day::MAX).into(),
            quota: of.quota.map(i64::from),
            admits: of.admits.into_iter().map(Text).collect(),
            modes: of.modes.into_iter().map(Text).collect(),
            conditions: of.conditions,
            documents: of
                .documents
                .into_iter()
                .map(|wanted| WantedRow {
                    key: wanted.key.unwrap_or_default(),
                    name: wanted.name,
                    of: wanted.of.into_iter().map(Text).collect(),
                    required: wanted.required,
                })
                .collect(),
            state: intake.state.into(),
            version,
            created_at,
            updated_at: now,
        }
    }
    /// As the rules see it.
    #[must_use]
    pub fn intake(&self) -> Intake {
        Intake {
            id: self.id.0,
            base: self.base.0,
            particulars: Particulars {
                name: self.name.clone(),
                opens: self.opens.0,
                closes: self.closes.map(|day| day.0),
                quota: self.quota.and_then(|quota| u32::try_from(quota).ok()),
                admits: self.admits.iter().map(|kind| kind.0).collect(),
                modes: self.modes.iter().map(|mode| mode.0).collect(),
                conditions: self.conditions.clone(),
                documents: self.documents.iter().map(WantedRow::wanted).collect(),
            },
            state: self.state.0,
        }
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::of_base(self.base.0)
    }
}

impl WantedRow {
    fn wanted(&self) -> Wanted {
        Wanted {
            key: Some(self.key.clone()),
            name: self.name.clone(),
            of: self.of.iter().map(|kind| kind.0).collect(),
            required: self.required,
        }
    }
}

/// How an application went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Course {
    /// The states that it has been in.
    pub passages: Vec<Passage>,
    /// The last request to put it right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// What the base looked up for the first check.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rulings: Vec<Ruling>,
    /// The first check as it stood when it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub findings: Option<Vec<Finding>>,
    /// Why it was refused or taken back, or what was decided after its review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Its review, the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewId>,
    /// The mean that it had there, in hundredths of a point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean: Option<i64>,
    /// Its place: a claim on the intake, where that has a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<ClaimId>,
    /// The notice that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeId>,
    /// The residency that its agreement is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residency: Option<ResidencyId>,
}

/// An application as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ApplicationRow {
    /// Identifier.
    pub id: Rec<ApplicationId>,
    /// The number that people read; given when it is handed in.
    pub number: Option<String>,
    /// To which intake.
    pub intake: Rec<IntakeId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// What the applicant was.
    pub kind: Text<ApplicantKind>,
    /// Where it stands.
    pub state: Text<ApplicationState>,
    /// Intake and organization, while it is not ended.
    pub open_key: Option<String>,
    /// It came on paper, and the base wrote it.
    pub on_paper: bool,
    /// What it asks for, see [`Form`].
    pub form: Json,
    /// How it went, see [`Course`].
    pub course: Json,
    /// Name of who began it.
    pub begun_by: String,
    /// Handed in.
    pub submitted_on: Option<Civil>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl ApplicationRow {
    /// How it went.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn course(&self) -> Result<Course, DbError> {
        serde_json::from_value(self.course.clone()).map_err(|error| self.corrupt("course", &error))
    }
    /// What it asks for.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn form(&self) -> Result<Form, DbError> {
        serde_json::from_value(self.form.clone()).map_err(|error| self.corrupt("form", &error))
    }
    fn corrupt(&self, part: &str, error: &serde_json::Error) -> DbError {
        DbError::Corrupt(format!("{}: {part}: {error}", self.id.0))
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn application(&self) -> Result<Application, DbError> {
        let course = self.course()?;
        Ok(Application {
            id: self.id.0,
            intake: self.intake.0,
            base: self.base.0,
            organization: self.organization.0,
            kind: self.kind.0,
            state: self.state.0,
            passages: course.passages,
            correction: course.correction,
        })
    }
    /// The next version, with what the rules have decided.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn with(&self, decided: &Application, now: At) -> Result<Self, DbError> {
        let course =
            Course { passages: decided.passages.clone(), correction: decided.correction.clone(), ..self.course()? };
        Ok(Self {
            state: decided.state.into(),
            open_key: decided.is_open().then(|| open_key(decided.intake, decided.organization)),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
        .going(course))
    }
    /// With another course.
    #[must_use]
    pub fn going(mut self, course: Course) -> Self {
        self.course = serde_json::to_value(course).unwrap_or_default();
        self
    }
    /// The order in which applications of a base came: by day, then by number.
    #[must_use]
    pub fn came(&self) -> (Option<Civil>, Option<&str>) {
        (self.submitted_on, self.number.as_deref())
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { organization: Some(self.organization.0), ..Facts::of_base(self.base.0) }
    }
    /// What the policy asks for writing its form: a base writes only what came on paper.
    #[must_use]
    pub fn writers(&self) -> Facts {
        let bases = if self.on_paper { vec![self.base.0] } else { Vec::new() };
        Facts { organization: Some(self.organization.0), bases, account: None }
    }
}

/// What two applications that are not ended never share.
#[must_use]
pub fn open_key(intake: IntakeId, organization: OrganizationId) -> String {
    format!("{intake} {organization}")
}

/// An intake.
pub async fn find_intake(db: &Db, id: IntakeId) -> Result<Option<IntakeRow>, DbError> {
    db.find_record("intake", rid(id)).await
}

/// Some intakes; none when there are none to read.
#[must_use]
pub fn intakes_named(ids: &[IntakeId]) -> Option<Read<IntakeRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("intakes_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

/// Intakes of a base, those that end last first: a base announces some a year.
#[must_use]
pub fn intakes_of(base: BaseId) -> Read<IntakeRow> {
    Read::new("intakes_of_base", "SELECT * FROM intake WHERE base = $base ORDER BY ends DESC LIMIT 500")
        .bind("base", Rec(base))
        .tidied(|rows| rows.sort_by_key(|row| std::cmp::Reverse((row.ends, row.id))))
}

/// Announced intakes whose last day is not over.
#[must_use]
pub fn intakes_announced(today: Day) -> Read<IntakeRow> {
    let sql = "SELECT * FROM intake WHERE state = 'published' AND ends >= $today LIMIT 2000";
    Read::new("intakes_announced", sql).bind("today", Civil::from(today))
}

/// An application.
pub async fn find(db: &Db, id: ApplicationId) -> Result<Option<ApplicationRow>, DbError> {
    db.find_record("application", rid(id)).await
}

/// Some applications; none when there are none to read.
#[must_use]
pub fn named(ids: &[ApplicationId]) -> Option<Read<ApplicationRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("applications_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

impl OfBase for ApplicationRow {
    type Id = ApplicationId;
    const WAYS: [Way; 2] =
        [("applications_page", "application_created"), ("applications_page_base", "application_base")];
    const OWN: Option<Way> = Some(("applications_page_organization", "application_organization"));
    fn born(&self) -> (At, ApplicationId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
    fn asked(&self) -> Facts {
        self.facts()
    }
}

/// The way along the applications to an intake.
#[must_use]
pub fn of_intake(intake: IntakeId) -> Born {
    let of = Some(("intake", Rec(intake).into_value()));
    Born { name: "applications_page_intake", index: "application_intake", of }
}

/// All applications of an organization, ended ones too.
#[must_use]
pub fn of_organization(organization: OrganizationId) -> Read<ApplicationRow> {
    Read::new("applications_of_organization", "SELECT * FROM application WHERE organization = $organization")
        .bind("organization", Rec(organization))
}

/// Applications in a state that time alone may end: their ids, for each is looked at by itself.
pub async fn in_state(db: &Db, state: ApplicationState) -> Result<Vec<ApplicationId>, DbError> {
    #[derive(SurrealValue)]
    struct Found {
        id: Rec<ApplicationId>,
    }
    let sql = "SELECT id FROM application WITH INDEX application_state WHERE state = $state";
    let found: Vec<Found> = db.select("applications_in_state", sql, [("state", Text(state).into_value())]).await?;
    Ok(found.into_iter().map(|row| row.id.0).collect())
}

/// Applications in a state, of one base or of all.
#[must_use]
pub fn standing(state: ApplicationState, base: Option<BaseId>) -> Read<ApplicationRow> {
    let read = match base {
        Some(base) => {
            let sql = "SELECT * FROM application WITH INDEX application_state WHERE state = $state AND base = $base";
            Read::new("applications_standing_base", sql).bind("base", Rec(base))
        }
        None => {
            let sql = "SELECT * FROM application WITH INDEX application_state WHERE state = $state";
            Read::new("applications_standing", sql)
        }
    };
    read.bind("state", Text(state))
}

/// How many applications an intake has in each state.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Tally {
    /// The state.
    pub state: Text<ApplicationState>,
    /// How many.
    pub count: i64,
}

/// How many applications of an intake stand where.
#[must_use]
pub fn tally(intake: IntakeId) -> Read<Tally> {
    let sql = "SELECT state, count() AS count FROM application WHERE intake = $intake GROUP BY state";
    Read::new("applications_tally", sql).bind("intake", Rec(intake))
}
