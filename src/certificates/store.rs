//! Rows of certificates.

use domain::{
    access::Facts,
    certificate::{Certificate, CertificateKind, CertificateState, Revocation},
    day::Day,
    id::{BaseId, CertificateId, KINDS, OrganizationId, ResidencyId},
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
};

/// All that is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What is certified.
    pub kind: CertificateKind,
    /// The number that people read.
    pub number: String,
    /// The code by which it is looked up.
    pub code: String,
    /// Where it is looked up, when the house knows how it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify_url: Option<String>,
    /// The organization's name.
    pub organization: String,
    /// Its unified social credit code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// The number under which it is recorded, when it has no code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record_number: Option<String>,
    /// The base's name.
    pub base: String,
    /// The first day of what is certified.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Title.
    pub title: String,
    /// The text, its places filled.
    pub body: String,
    /// Who certifies.
    pub issuer: String,
    /// The day on it.
    pub issued_on: Day,
}

/// A certificate as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct CertificateRow {
    /// Identifier.
    pub id: Rec<CertificateId>,
    /// What is certified.
    pub kind: Text<CertificateKind>,
    /// Of what.
    pub subject: RecordId,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// The number that people read.
    pub number: String,
    /// The code by which anybody looks it up.
    pub code: String,
    /// All that is printed, as canonical text, see [`Shown`].
    pub shown: String,
    /// Its SHA-256.
    pub hash: String,
    /// SHA-256 of the PDF, under which its bytes are kept.
    pub pdf: String,
    /// Issued.
    pub issued_on: Civil,
    /// By whom.
    pub issued_by: String,
    /// The one in whose place it stands.
    pub replaces: Option<Rec<CertificateId>>,
    /// Where it stands.
    pub state: Text<CertificateState>,
    /// That it is revoked, see [`Revocation`].
    pub revocation: Option<Json>,
    /// Kind and subject, while it is valid.
    pub live_key: Option<String>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// The identifier of a record as it is written outside; its own words where it is none of ours.
fn written(record: &RecordId) -> String {
    let prefix = KINDS.iter().find(|(_, table)| *table == record.table.as_str()).map(|(prefix, _)| *prefix);
    match (prefix, &record.key) {
        (Some(prefix), surrealdb::types::RecordIdKey::String(key)) => format!("{prefix}_{key}"),
        _ => format!("{record:?}"),
    }
}

/// What two valid certificates never share.
#[must_use]
pub fn live_key(kind: CertificateKind, subject: &RecordId) -> String {
    format!("{kind} {}", written(subject))
}

impl CertificateRow {
    fn corrupt(&self, part: &str, error: &serde_json::Error) -> DbError {
        DbError::Corrupt(format!("{}: {part}: {error}", self.id.0))
    }
    /// What is printed.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn shown(&self) -> Result<Shown, DbError> {
        serde_json::from_str(&self.shown).map_err(|error| self.corrupt("shown", &error))
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn certificate(&self) -> Result<Certificate, DbError> {
        let revocation: Option<Revocation> = self
            .revocation
            .clone()
            .map(serde_json::from_value)
            .transpose()
            .map_err(|error| self.corrupt("revocation", &error))?;
        Ok(Certificate { state: self.state.0, revocation })
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Certificate, now: At) -> Self {
        Self {
            state: decided.state.into(),
            revocation: decided.revocation.as_ref().map(|of| serde_json::to_value(of).unwrap_or_default()),
            live_key: (decided.state == CertificateState::Valid).then(|| live_key(self.kind.0, &self.subject)),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }
    /// What it is of, as it is written outside.
    #[must_use]
    pub fn thing(&self) -> String {
        written(&self.subject)
    }
    /// The residency that it is of, if it is of one.
    #[must_use]
    pub fn residency(&self) -> Option<ResidencyId> {
        self.thing().parse().ok()
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { organization: Some(self.organization.0), ..Facts::of_base(self.base.0) }
    }
}

/// A certificate.
pub async fn find(db: &Db, id: CertificateId) -> Result<Option<CertificateRow>, DbError> {
    db.find_record("certificate", rid(id)).await
}

/// The certificate with a code.
pub async fn find_by_code(db: &Db, code: &str) -> Result<Option<CertificateRow>, DbError> {
    let code = Value::String(code.to_owned());
    db.find("certificate_by_code", "SELECT * FROM certificate WHERE code = $code", [("code", code)]).await
}

/// All certificates of a subject, the newest first.
#[must_use]
pub fn of_subject(subject: &RecordId) -> Read<CertificateRow> {
    Read::new("certificates_of_subject", "SELECT * FROM certificate WHERE subject = $subject")
        .bind("subject", subject.clone())
        .tidied(|rows| rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id))))
}

impl OfBase for CertificateRow {
    type Id = CertificateId;
    const WAYS: [Way; 2] =
        [("certificates_page", "certificate_created"), ("certificates_page_base", "certificate_base")];
    const OWN: Option<Way> = Some(("certificates_page_organization", "certificate_organization"));
    fn born(&self) -> (At, CertificateId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
    fn asked(&self) -> Facts {
        self.facts()
    }
}
