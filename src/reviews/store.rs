//! Rows of reviews and their sheets.

use domain::{
    access::Facts,
    day::Day,
    id::{AccountId, ApplicationId, BaseId, IntakeId, ReviewId, ReviewSheetId},
    review::{
        Review, ReviewState, Terms,
        decision::Decision,
        sheet::{Advice, Marks, Sheet, SheetState},
        standing::{Counted, Standing},
    },
    rubric::{Criterion, Score},
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
};

/// By what a review is held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldBy {
    /// Numbers.
    pub terms: Terms,
    /// Criteria.
    pub rubric: Vec<Criterion>,
}

/// How a review went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Course {
    /// Who convened it.
    pub convened_by: String,
    /// Who closed it, the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<String>,
    /// On which day, the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Day>,
    /// What came out, fixed when it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standings: Option<Vec<Standing>>,
    /// Who decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// On which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Day>,
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<Decision>>,
    /// Why it was called off or sent back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A review as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ReviewRow {
    /// Identifier.
    pub id: Rec<ReviewId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// For which intake.
    pub intake: Rec<IntakeId>,
    /// Where it stands.
    pub state: Text<ReviewState>,
    /// The last day for reviewers.
    pub due: Civil,
    /// What it is about.
    pub applications: Vec<Rec<ApplicationId>>,
    /// Who reviews.
    pub reviewers: Vec<Rec<AccountId>>,
    /// Who had a hand in preparing it.
    pub prepared_by: Vec<Rec<AccountId>>,
    /// By what it is held, see [`HeldBy`].
    pub held_by: Json,
    /// How it went, see [`Course`].
    pub course: Json,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl ReviewRow {
    fn corrupt(&self, part: &str, error: &serde_json::Error) -> DbError {
        DbError::Corrupt(format!("{}: {part}: {error}", self.id.0))
    }
    /// By what it is held.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn held_by(&self) -> Result<HeldBy, DbError> {
        serde_json::from_value(self.held_by.clone()).map_err(|error| self.corrupt("held_by", &error))
    }
    /// How it went.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn course(&self) -> Result<Course, DbError> {
        serde_json::from_value(self.course.clone()).map_err(|error| self.corrupt("course", &error))
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn review(&self) -> Result<Review, DbError> {
        Ok(Review {
            state: self.state.0,
            due: self.due.0,
            terms: self.held_by()?.terms,
            applications: self.applications.iter().map(|id| id.0).collect(),
            reviewers: self.reviewers.iter().map(|id| id.0).collect(),
            prepared_by: self.prepared_by.iter().map(|id| id.0).collect(),
        })
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Review, now: At) -> Self {
        Self {
            state: decided.state.into(),
            due: decided.due.into(),
            reviewers: decided.reviewers.iter().copied().map(Rec).collect(),
            prepared_by: decided.prepared_by.iter().copied().map(Rec).collect(),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }
    /// With another course.
    #[must_use]
    pub fn going(mut self, course: Course) -> Self {
        self.course = serde_json::to_value(course).unwrap_or_default();
        self
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::of_base(self.base.0)
    }
}

/// A sheet as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct SheetRow {
    /// Identifier.
    pub id: Rec<ReviewSheetId>,
    /// Of which review.
    pub review: Rec<ReviewId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// For which application.
    pub application: Rec<ApplicationId>,
    /// Whose.
    pub reviewer: Rec<AccountId>,
    /// Name at the time.
    pub reviewer_name: String,
    /// Where it stands.
    pub state: Text<SheetState>,
    /// Review, application and reviewer, until the reviewer is taken out.
    pub seat: Option<String>,
    /// What was written, see [`Written`].
    pub marks: Json,
    /// Why the reviewer stepped aside or was taken out.
    pub reason: Option<String>,
    /// What might stand in the way, as a word; the reviewer is asked about it.
    pub hint: Option<String>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// What a reviewer wrote, as stored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// Points by criterion.
    pub scores: Vec<Score>,
    /// What he advises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Advice>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl SheetRow {
    /// What was written.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn marks(&self) -> Result<Marks, DbError> {
        let written: Written = serde_json::from_value(self.marks.clone())
            .map_err(|error| DbError::Corrupt(format!("{}: marks: {error}", self.id.0)))?;
        Ok(Marks { scores: written.scores, advice: written.advice, comment: written.comment })
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn sheet(&self) -> Result<Sheet, DbError> {
        Ok(Sheet { state: self.state.0, marks: self.marks()?, reason: self.reason.clone() })
    }
    /// As it is counted.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn counted(&self) -> Result<Counted, DbError> {
        Ok(Counted {
            application: self.application.0,
            reviewer: self.reviewer.0,
            state: self.state.0,
            marks: self.marks()?,
        })
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Sheet, now: At) -> Self {
        let Marks { scores, advice, comment } = decided.marks.clone();
        let written = Written { scores, advice, comment };
        Self {
            state: decided.state.into(),
            seat: self.seat.clone().filter(|_| decided.state != SheetState::Removed),
            marks: serde_json::to_value(written).unwrap_or_default(),
            reason: decided.reason.clone(),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }
    /// What the policy asks of it: it is its reviewer's.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { account: Some(self.reviewer.0), ..Facts::default() }
    }
}

/// What two sheets that are in a review never share.
#[must_use]
pub fn seat(review: ReviewId, application: ApplicationId, reviewer: AccountId) -> String {
    format!("{review} {application} {reviewer}")
}

/// A review.
pub async fn find(db: &Db, id: ReviewId) -> Result<Option<ReviewRow>, DbError> {
    db.find_record("review", rid(id)).await
}

/// A sheet.
pub async fn find_sheet(db: &Db, id: ReviewSheetId) -> Result<Option<SheetRow>, DbError> {
    db.find_record("review_sheet", rid(id)).await
}

/// Some reviews; none when there are none to read.
#[must_use]
pub fn named(ids: &[ReviewId]) -> Option<Read<ReviewRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("reviews_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

/// All sheets of a review, in the order in which they were made.
#[must_use]
pub fn sheets(review: ReviewId) -> Read<SheetRow> {
    Read::new("review_sheets", "SELECT * FROM review_sheet WHERE review = $review")
        .bind("review", Rec(review))
        .tidied(|rows| rows.sort_by_key(|row| row.id))
}

/// Sheets that a reviewer was asked for, the newest first. Nobody reviews more in the years that matter.
#[must_use]
pub fn sheets_of(reviewer: AccountId) -> Read<SheetRow> {
    let sql = "SELECT * FROM review_sheet WITH INDEX review_sheet_reviewer WHERE reviewer = $reviewer
               ORDER BY created_at DESC LIMIT 1000";
    Read::new("review_sheets_of", sql)
        .bind("reviewer", Rec(reviewer))
        .tidied(|rows| rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id))))
}

/// Reviews in a state, of one base or of all.
#[must_use]
pub fn standing(state: ReviewState, base: Option<BaseId>) -> Read<ReviewRow> {
    let read = match base {
        Some(base) => {
            let sql = "SELECT * FROM review WITH INDEX review_state WHERE state = $state AND base = $base";
            Read::new("reviews_standing_base", sql).bind("base", Rec(base))
        }
        None => {
            let sql = "SELECT * FROM review WITH INDEX review_state WHERE state = $state";
            Read::new("reviews_standing", sql)
        }
    };
    read.bind("state", Text(state))
}

impl OfBase for ReviewRow {
    type Id = ReviewId;
    const WAYS: [Way; 2] = [("reviews_page", "review_created"), ("reviews_page_base", "review_base")];
    fn born(&self) -> (At, ReviewId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
}
