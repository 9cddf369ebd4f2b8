//! Rows of residencies and agreements.

use domain::{
    access::Facts,
    agreement::{AgreementKind, AgreementState, AgreementText, Equipment, PlaceLine},
    day::{Day, DaySpan},
    id::{AgreementId, AllocationId, ApplicationId, AssessmentId, BaseId, OrganizationId, ResidencyId},
    intake::ResidencyMode,
    residency::{Agreed, Exit, Passage, Proceedings, Residency, ResidencyState, Signing, follow::FollowContact},
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
    settings::store::Source,
};

/// How a residency went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Course {
    /// The states that it has been in.
    pub passages: Vec<Passage>,
    /// How it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exit: Option<Exit>,
    /// Why it was given up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// It was entered from papers that are older than the house, and by whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<String>,
    /// What there is to say of those papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What was set going while it lasted.
    #[serde(skip_serializing_if = "Proceedings::is_empty")]
    pub proceedings: Proceedings,
    /// Contacts after it has graduated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<FollowContact>,
}

/// A residency as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ResidencyRow {
    /// Identifier.
    pub id: Rec<ResidencyId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// The application that led to it.
    pub application: Option<Rec<ApplicationId>>,
    /// The agreement that holds.
    pub agreement: Option<Rec<AgreementId>>,
    /// The agreement's number; of one from before the house, as its paper says.
    pub number: Option<String>,
    /// With or without a place.
    pub mode: Text<ResidencyMode>,
    /// First agreed day.
    pub first: Civil,
    /// Last agreed day.
    pub last: Civil,
    /// The day of moving in.
    pub began: Option<Civil>,
    /// Its last day.
    pub ended: Option<Civil>,
    /// That day, or the last of all, for the index.
    pub ends: Civil,
    /// Where it stands.
    pub state: Text<ResidencyState>,
    /// Base and organization, while it is not over.
    pub live_key: Option<String>,
    /// How it went, see [`Course`].
    pub course: Json,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl ResidencyRow {
    /// A new row.
    #[must_use]
    pub fn born(of: &Residency, course: Course, now: At) -> Self {
        let course = Course {
            passages: of.passages.clone(),
            exit: of.exit.clone(),
            proceedings: of.proceedings.clone(),
            contacts: of.contacts.clone(),
            ..course
        };
        Self {
            id: Rec(of.id),
            base: Rec(of.base),
            organization: Rec(of.organization),
            application: of.application.map(Rec),
            agreement: None,
            number: None,
            mode: of.agreed.mode.into(),
            first: of.agreed.term.from().into(),
            last: of.until().into(),
            began: of.began.map(Text),
            ended: of.ended().map(Text),
            ends: of.ended().unwrap_or(Day::MAX).into(),
            state: of.state.into(),
            live_key: of.is_live().then(|| live_key(of.base, of.organization)),
            course: serde_json::to_value(course).unwrap_or_default(),
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }
    /// How it went.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn course(&self) -> Result<Course, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: course: {error}", self.id.0));
        serde_json::from_value(self.course.clone()).map_err(corrupt)
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn residency(&self) -> Result<Residency, DbError> {
        let course = self.course()?;
        let term = DaySpan::new(self.first.0, Some(self.last.0))
            .map_err(|_| DbError::Corrupt(format!("{}: term", self.id.0)))?;
        Ok(Residency {
            id: self.id.0,
            base: self.base.0,
            organization: self.organization.0,
            application: self.application.map(|id| id.0),
            agreed: Agreed { mode: self.mode.0, term },
            state: self.state.0,
            passages: course.passages,
            began: self.began.map(|day| day.0),
            exit: course.exit,
            proceedings: course.proceedings,
            contacts: course.contacts,
        })
    }
    /// The next version, with what the rules have decided; `going` changes what else is known of its course.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn with(&self, decided: &Residency, going: impl FnOnce(&mut Course), now: At) -> Result<Self, DbError> {
        let mut course = self.course()?;
        going(&mut course);
        let next = Self::born(decided, course, now);
        Ok(Self {
            agreement: self.agreement,
            number: self.number.clone(),
            version: self.version + 1,
            created_at: self.created_at,
            ..next
        })
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { organization: Some(self.organization.0), ..Facts::of_base(self.base.0) }
    }
    /// Whether the organization is resident by it on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.began.is_some_and(|began| began.0 <= day) && day <= self.ends.0
    }
}

/// What two residencies that are not over never share.
#[must_use]
pub fn live_key(base: BaseId, organization: OrganizationId) -> String {
    format!("{base} {organization}")
}

/// What is agreed on, as an agreement keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// With or without a place.
    pub mode: ResidencyMode,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The terms of its rooms and desks.
    #[serde(default)]
    pub allocations: Vec<AllocationId>,
    /// These, as the agreement names them.
    #[serde(default)]
    pub places: Vec<PlaceLine>,
    /// Equipment.
    #[serde(default)]
    pub equipment: Vec<Equipment>,
    /// What the two agree on beside the template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

/// An agreement as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct AgreementRow {
    /// Identifier.
    pub id: Rec<AgreementId>,
    /// Of which residency.
    pub residency: Rec<ResidencyId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// With whom.
    pub organization: Rec<OrganizationId>,
    /// The number that people read.
    pub number: String,
    /// What it is about.
    pub kind: Text<AgreementKind>,
    /// Where it stands.
    pub state: Text<AgreementState>,
    /// What is agreed on, see [`Terms`].
    pub terms: Json,
    /// Where its text comes from, see [`Source`].
    pub template: Json,
    /// All that is printed, as canonical text.
    pub shown: String,
    /// Its SHA-256.
    pub hash: String,
    /// SHA-256 of the PDF, under which its bytes are kept.
    pub pdf: String,
    /// Issued.
    pub issued_on: Civil,
    /// By whom.
    pub issued_by: String,
    /// The day until which the organization was told that it may sign.
    pub sign_by: Civil,
    /// Who has signed and when, see [`Signing`].
    pub signing: Option<Json>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl AgreementRow {
    fn corrupt(&self, part: &str, error: &serde_json::Error) -> DbError {
        DbError::Corrupt(format!("{}: {part}: {error}", self.id.0))
    }
    /// What is agreed on.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn terms(&self) -> Result<Terms, DbError> {
        serde_json::from_value(self.terms.clone()).map_err(|error| self.corrupt("terms", &error))
    }
    /// Where its text comes from.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn source(&self) -> Result<Source, DbError> {
        serde_json::from_value(self.template.clone()).map_err(|error| self.corrupt("template", &error))
    }
    /// Who has signed.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn signing(&self) -> Result<Option<Signing>, DbError> {
        self.signing.clone().map(serde_json::from_value).transpose().map_err(|error| self.corrupt("signing", &error))
    }
    /// Its text, the places filled.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn text(&self) -> Result<AgreementText, DbError> {
        #[derive(Deserialize)]
        struct Shown {
            text: AgreementText,
        }
        let shown: Shown = serde_json::from_str(&self.shown).map_err(|error| self.corrupt("shown", &error))?;
        Ok(shown.text)
    }
    /// The next version in another state.
    #[must_use]
    pub fn to(&self, state: AgreementState, signing: Option<&Signing>, now: At) -> Self {
        Self {
            state: state.into(),
            signing: signing.map(|signing| serde_json::to_value(signing).unwrap_or_default()),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { organization: Some(self.organization.0), ..Facts::of_base(self.base.0) }
    }
}

/// A residency.
pub async fn find(db: &Db, id: ResidencyId) -> Result<Option<ResidencyRow>, DbError> {
    db.find_record("residency", rid(id)).await
}

/// The residency of an organization in a base that is not over.
pub async fn find_live(db: &Db, base: BaseId, organization: OrganizationId) -> Result<Option<ResidencyRow>, DbError> {
    let key = Value::String(live_key(base, organization));
    db.find("residency_live", "SELECT * FROM residency WHERE live_key = $key", [("key", key)]).await
}

/// All residencies of an organization.
#[must_use]
pub fn of_organization(organization: OrganizationId) -> Read<ResidencyRow> {
    Read::new("residencies_of_organization", "SELECT * FROM residency WHERE organization = $organization")
        .bind("organization", Rec(organization))
}

/// What a warning asks of the assessment that it rests on. Assessments stand above residencies; this is all that is
/// read of them here.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct AssessedRow {
    /// Of which residency.
    pub residency: Rec<ResidencyId>,
    /// The grade, once it is given.
    pub grade: Option<String>,
}

/// The assessment that a warning rests on.
pub async fn find_assessed(db: &Db, id: AssessmentId) -> Result<Option<AssessedRow>, DbError> {
    db.find_record("assessed", rid(id)).await
}

/// An agreement.
pub async fn find_agreement(db: &Db, id: AgreementId) -> Result<Option<AgreementRow>, DbError> {
    db.find_record("agreement", rid(id)).await
}

/// The agreements of a residency, the last one first.
#[must_use]
pub fn agreements(of: ResidencyId) -> Read<AgreementRow> {
    Read::new("agreements_of_residency", "SELECT * FROM agreement WHERE residency = $residency")
        .bind("residency", Rec(of))
        .tidied(|rows| rows.sort_by(|a, b| (b.created_at, &b.number).cmp(&(a.created_at, &a.number))))
}

/// Some agreements; none when there are none to read.
#[must_use]
pub fn agreements_named(ids: &[AgreementId]) -> Option<Read<AgreementRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("agreements_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

/// Residencies in a state, of one base or of all.
#[must_use]
pub fn standing(state: ResidencyState, base: Option<BaseId>) -> Read<ResidencyRow> {
    let sql = "SELECT * FROM residency WITH INDEX residency_state WHERE state = $state";
    let read = match base {
        Some(base) => Read::new("residencies_standing_base", format!("{sql} AND base = $base")).bind("base", Rec(base)),
        None => Read::new("residencies_standing", sql),
    };
    read.bind("state", Text(state))
}

/// Residencies that had not ended before a day, of one base or of all; some of them have not begun by then.
#[must_use]
pub fn not_ended(since: Day, base: Option<BaseId>) -> Read<ResidencyRow> {
    let read = match base {
        Some(base) => {
            let sql = "SELECT * FROM residency WITH INDEX residency_base_ends WHERE base = $base AND ends >= $since";
            Read::new("residencies_not_ended_base", sql).bind("base", Rec(base))
        }
        None => {
            let sql = "SELECT * FROM residency WITH INDEX residency_ends WHERE ends >= $since";
            Read::new("residencies_not_ended", sql)
        }
    };
    read.bind("since", Civil::from(since))
}

/// Residencies that ended on a day from the first to the last of two, of one base or of all.
#[must_use]
pub fn ended((since, until): (Day, Day), base: Option<BaseId>) -> Read<ResidencyRow> {
    let read = match base {
        Some(base) => {
            let sql = "SELECT * FROM residency WITH INDEX residency_base_ends WHERE base = $base AND ends >= $since AND ends <= $until";
            Read::new("residencies_ended_base", sql).bind("base", Rec(base))
        }
        None => {
            let sql = "SELECT * FROM residency WITH INDEX residency_ends WHERE ends >= $since AND ends <= $until";
            Read::new("residencies_ended", sql)
        }
    };
    read.bind("since", Civil::from(since)).bind("until", Civil::from(until))
}

impl OfBase for ResidencyRow {
    type Id = ResidencyId;
    const WAYS: [Way; 2] = [("residencies_page", "residency_created"), ("residencies_page_base", "residency_base")];
    const OWN: Option<Way> = Some(("residencies_page_organization", "residency_organization"));
    fn born(&self) -> (At, ResidencyId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
    fn asked(&self) -> Facts {
        self.facts()
    }
}

/// Who ever had a residency, in a base or in all of them, and since when.
#[must_use]
pub fn begun(base: Option<BaseId>) -> Read<Begun> {
    match base {
        Some(base) => {
            let sql = "SELECT organization, base, began FROM residency WITH INDEX residency_base_ends WHERE base = $base AND ends >= $since";
            Read::new("residencies_begun_base", sql).bind("base", Rec(base))
        }
        None => {
            let sql = "SELECT organization, base, began FROM residency WITH INDEX residency_ends WHERE ends >= $since";
            Read::new("residencies_begun", sql)
        }
    }
    .bind("since", Civil::from(Day::MIN))
}

/// That a residency began.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Begun {
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// The day of moving in.
    pub began: Option<Civil>,
}
