//! Rows of assessments and their rounds.

use domain::{
    access::Facts,
    assessment::{
        Assessment, AssessmentCourse, AssessmentCycle, AssessmentGrade, AssessmentSheet, AssessmentState, Planned,
    },
    day::DaySpan,
    id::{AccountId, AssessmentId, AssessmentRoundId, BaseId, OrganizationId, ResidencyId},
};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
    settings::store::Source,
};

/// A round as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct RoundRow {
    /// Identifier.
    pub id: Rec<AssessmentRoundId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Its title.
    pub title: String,
    /// What it looks back on.
    pub cycle: Text<AssessmentCycle>,
    /// From when.
    pub first: Civil,
    /// To when.
    pub last: Civil,
    /// The sheet as it stood when the round began, see [`AssessmentSheet`].
    pub sheet: Json,
    /// Where the sheet comes from, see [`Source`].
    pub source: Json,
    /// The expert who is asked.
    pub expert: Option<Rec<AccountId>>,
    /// Name of the expert at the time.
    pub expert_name: Option<String>,
    /// Who opened it.
    pub opened_by: String,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl RoundRow {
    /// The sheet.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn sheet(&self) -> Result<AssessmentSheet, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: sheet: {error}", self.id.0));
        serde_json::from_value(self.sheet.clone()).map_err(corrupt)
    }
    /// Where it comes from.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn source(&self) -> Result<Source, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: source: {error}", self.id.0));
        serde_json::from_value(self.source.clone()).map_err(corrupt)
    }
    /// What it is.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn planned(&self) -> Result<Planned, DbError> {
        let period = DaySpan::new(self.first.0, Some(self.last.0))
            .map_err(|_| DbError::Corrupt(format!("{}: period", self.id.0)))?;
        Ok(Planned { title: self.title.clone(), cycle: self.cycle.0, period })
    }
}

/// An assessment as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct AssessmentRow {
    /// Identifier.
    pub id: Rec<AssessmentId>,
    /// In which round.
    pub round: Rec<AssessmentRoundId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Of which residency.
    pub residency: Rec<ResidencyId>,
    /// The expert who is asked.
    pub expert: Option<Rec<AccountId>>,
    /// Round and organization: of those there is one.
    pub seat: String,
    /// Where it stands.
    pub state: Text<AssessmentState>,
    /// The last day for the self score, as it was told.
    pub self_by: Civil,
    /// The grade, once it is given.
    pub grade: Option<Text<AssessmentGrade>>,
    /// The result in hundredths of a point, once it is there.
    pub total: Option<i64>,
    /// How it went, see [`AssessmentCourse`].
    pub course: Json,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl AssessmentRow {
    /// A new row.
    #[must_use]
    pub fn born(of: &Assessment, now: At) -> Self {
        let result = of.course.result.as_ref();
        Self {
            id: Rec(of.id),
            round: Rec(of.round),
            base: Rec(of.base),
            organization: Rec(of.organization),
            residency: Rec(of.residency),
            expert: of.expert.map(Rec),
            seat: seat(of.round, of.organization),
            state: of.state.into(),
            self_by: of.self_by.into(),
            grade: result.map(|result| result.grade.into()),
            total: result.map(|result| result.total),
            course: serde_json::to_value(&of.course).unwrap_or_default(),
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }
    /// How it went.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn course(&self) -> Result<AssessmentCourse, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: course: {error}", self.id.0));
        serde_json::from_value(self.course.clone()).map_err(corrupt)
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn assessment(&self) -> Result<Assessment, DbError> {
        Ok(Assessment {
            id: self.id.0,
            round: self.round.0,
            base: self.base.0,
            organization: self.organization.0,
            residency: self.residency.0,
            expert: self.expert.map(|id| id.0),
            self_by: self.self_by.0,
            state: self.state.0,
            course: self.course()?,
        })
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Assessment, now: At) -> Self {
        Self { version: self.version + 1, created_at: self.created_at, ..Self::born(decided, now) }
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            organization: Some(self.organization.0),
            account: self.expert.map(|id| id.0),
            ..Facts::of_base(self.base.0)
        }
    }
}

/// What two assessments never share.
#[must_use]
pub fn seat(round: AssessmentRoundId, organization: OrganizationId) -> String {
    format!("{round} {organization}")
}

/// A round.
pub async fn find_round(db: &Db, id: AssessmentRoundId) -> Result<Option<RoundRow>, DbError> {
    db.find_record("assessment_round", rid(id)).await
}

/// An assessment.
pub async fn find(db: &Db, id: AssessmentId) -> Result<Option<AssessmentRow>, DbError> {
    db.find_record("assessment", rid(id)).await
}

/// Some assessments; none when there are none to read.
#[must_use]
pub fn named(ids: &[AssessmentId]) -> Option<Read<AssessmentRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("assessments_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

/// Some rounds; none when there are none to read.
#[must_use]
pub fn rounds_named(ids: &[AssessmentRoundId]) -> Option<Read<RoundRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("assessment_rounds_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

/// The assessments of a round.
#[must_use]
pub fn of_round(round: AssessmentRoundId) -> Read<AssessmentRow> {
    Read::new("assessments_of_round", "SELECT * FROM assessment WHERE round = $round").bind("round", Rec(round))
}

/// Where an assessment of a round stands, without its scores.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Standing {
    /// In which round.
    pub round: Rec<AssessmentRoundId>,
    /// Where it stands.
    pub state: Text<AssessmentState>,
    /// The grade, once it is given.
    pub grade: Option<Text<AssessmentGrade>>,
}

/// Where the assessments of some rounds stand; none when there are none to read.
#[must_use]
pub fn standings(rounds: &[AssessmentRoundId]) -> Option<Read<Standing>> {
    let records: Vec<Value> = rounds.iter().map(|id| Value::RecordId(rid(*id))).collect();
    let sql = "SELECT round, state, grade FROM assessment WITH INDEX assessment_round WHERE round IN $rounds";
    (!rounds.is_empty()).then(|| Read::new("assessments_standings", sql).bind("rounds", Value::Array(records.into())))
}

/// Assessments that an expert was asked for, the newest first. Nobody has more in the years that matter.
#[must_use]
pub fn of_expert(expert: AccountId) -> Read<AssessmentRow> {
    let sql = "SELECT * FROM assessment WITH INDEX assessment_expert WHERE expert = $expert
               ORDER BY created_at DESC LIMIT 1000";
    Read::new("assessments_of_expert", sql)
        .bind("expert", Rec(expert))
        .tidied(|rows| rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id))))
}

/// Assessments in a state, of one base or of all.
#[must_use]
pub fn standing(state: AssessmentState, base: Option<BaseId>) -> Read<AssessmentRow> {
    let sql = "SELECT * FROM assessment WITH INDEX assessment_state WHERE state = $state";
    let read = match base {
        Some(base) => Read::new("assessments_standing_base", format!("{sql} AND base = $base")).bind("base", Rec(base)),
        None => Read::new("assessments_standing", sql),
    };
    read.bind("state", Text(state))
}

impl OfBase for AssessmentRow {
    type Id = AssessmentId;
    const WAYS: [Way; 2] = [("assessments_page", "assessment_created"), ("assessments_page_base", "assessment_base")];
    const OWN: Option<Way> = Some(("assessments_page_organization", "assessment_organization"));
    fn born(&self) -> (At, AssessmentId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
    fn asked(&self) -> Facts {
        self.facts()
    }
}

impl OfBase for RoundRow {
    type Id = AssessmentRoundId;
    const WAYS: [Way; 2] = [
        ("assessment_rounds_page", "assessment_round_created"),
        ("assessment_rounds_page_base", "assessment_round_base"),
    ];
    fn born(&self) -> (At, AssessmentRoundId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
}
