//! Rows of filings.

use domain::{
    access::Facts,
    day::Day,
    filing::{Filing, FilingCourse, FilingState, FilingType, days},
    id::{BaseId, FilingId, OrganizationId},
};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
    settings::store::Source,
};

/// A case as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct FilingRow {
    /// Identifier.
    pub id: Rec<FilingId>,
    /// Who helps.
    pub base: Rec<BaseId>,
    /// Who is helped.
    pub organization: Rec<OrganizationId>,
    /// What it is to become.
    pub wanted: Text<FilingType>,
    /// Where it stands.
    pub state: Text<FilingState>,
    /// The organization while the case is open: of those there is one.
    pub live: Option<String>,
    /// The day of the certificate.
    pub granted_on: Option<Civil>,
    /// Of a granted one: the organization was recorded before.
    pub was_recorded: Option<bool>,
    /// Of a granted one: the days at the organization, as `course` tells them.
    pub days_organization: Option<i64>,
    /// Of a granted one: the days at the base.
    pub days_base: Option<i64>,
    /// Of a granted one: the days at the authority.
    pub days_authority: Option<i64>,
    /// Where the checklist comes from, see [`Source`].
    pub source: Option<Json>,
    /// How it went, see [`FilingCourse`].
    pub course: Json,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl FilingRow {
    /// A new row.
    #[must_use]
    pub fn born(of: &Filing, now: At) -> Self {
        let granted = of.course.grant.as_ref();
        let spent = granted.map(|grant| days(&of.course.passages, grant.on));
        Self {
            id: Rec(of.id),
            base: Rec(of.base),
            organization: Rec(of.organization),
            wanted: of.wanted.into(),
            state: of.state.into(),
            live: of.state.is_undecided().then(|| of.organization.to_string()),
            granted_on: granted.map(|grant| grant.on.into()),
            was_recorded: granted.map(|grant| grant.was_recorded),
            days_organization: spent.map(|of| of.organization),
            days_base: spent.map(|of| of.base),
            days_authority: spent.map(|of| of.authority),
            source: None,
            course: serde_json::to_value(&of.course).unwrap_or_default(),
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }
    /// Whether what lists and figures read is what the rules see.
    #[must_use]
    pub fn copies(&self, of: &Filing) -> bool {
        let right = Self::born(of, self.created_at);
        let days = |row: &Self| [row.days_organization, row.days_base, row.days_authority];
        (&self.live, self.granted_on, self.was_recorded) == (&right.live, right.granted_on, right.was_recorded)
            && days(self) == days(&right)
    }
    /// How it went.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn course(&self) -> Result<FilingCourse, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: course: {error}", self.id.0));
        serde_json::from_value(self.course.clone()).map_err(corrupt)
    }
    /// Where the checklist comes from; none before it is accepted.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn source(&self) -> Result<Option<Source>, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: source: {error}", self.id.0));
        self.source.clone().map(serde_json::from_value).transpose().map_err(corrupt)
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn filing(&self) -> Result<Filing, DbError> {
        Ok(Filing {
            id: self.id.0,
            base: self.base.0,
            organization: self.organization.0,
            wanted: self.wanted.0,
            state: self.state.0,
            course: self.course()?,
        })
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Filing, now: At) -> Self {
        Self {
            version: self.version + 1,
            created_at: self.created_at,
            source: self.source.clone(),
            ..Self::born(decided, now)
        }
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { organization: Some(self.organization.0), ..Facts::of_base(self.base.0) }
    }
}

/// A case.
pub async fn find(db: &Db, id: FilingId) -> Result<Option<FilingRow>, DbError> {
    db.find_record("filing", rid(id)).await
}

/// The open case of an organization.
pub async fn find_open(db: &Db, organization: OrganizationId) -> Result<Option<FilingRow>, DbError> {
    let live = Value::String(organization.to_string());
    db.find("filing_open", "SELECT * FROM filing WHERE live = $live", [("live", live)]).await
}

/// Cases in a state, of one base or of all.
#[must_use]
pub fn standing(state: FilingState, base: Option<BaseId>) -> Read<FilingRow> {
    let sql = "SELECT * FROM filing WITH INDEX filing_state WHERE state = $state";
    let read = match base {
        Some(base) => Read::new("filings_standing_base", format!("{sql} AND base = $base")).bind("base", Rec(base)),
        None => Read::new("filings_standing", sql),
    };
    read.bind("state", Text(state))
}

/// What figures need of a case that was granted.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct GrantedRow {
    /// Who helped.
    pub base: Rec<BaseId>,
    /// What it became.
    pub wanted: Text<FilingType>,
    /// It was recorded before.
    pub was_recorded: Option<bool>,
    /// Days at the organization.
    pub days_organization: Option<i64>,
    /// Days at the base.
    pub days_base: Option<i64>,
    /// Days at the authority.
    pub days_authority: Option<i64>,
}

/// What was granted in a time, of all bases.
#[must_use]
pub fn granted(from: Day, to: Day) -> Read<GrantedRow> {
    let sql = "SELECT base, wanted, was_recorded, days_organization, days_base, days_authority \
               FROM filing WITH INDEX filing_granted WHERE granted_on >= $from AND granted_on <= $to";
    Read::new("filings_granted", sql).bind("from", Civil::from(from)).bind("to", Civil::from(to))
}

impl OfBase for FilingRow {
    type Id = FilingId;
    const WAYS: [Way; 2] = [("filings_page", "filing_created"), ("filings_page_base", "filing_base")];
    const OWN: Option<Way> = Some(("filings_page_organization", "filing_organization"));
    fn born(&self) -> (At, FilingId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
    fn asked(&self) -> Facts {
        self.facts()
    }
}
