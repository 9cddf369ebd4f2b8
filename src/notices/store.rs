//! Rows of notices and objections.

use domain::{
    access::Facts,
    day::Day,
    id::{BaseId, NoticeId, ObjectionId},
    notice::{Notice, NoticeState, ObjectionState, Run, Subject},
};
use serde_json::{Value as Json, json};
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
};

/// A notice as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct NoticeRow {
    /// Identifier.
    pub id: Rec<NoticeId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub state: Text<NoticeState>,
    /// How long, counted how, see [`Run`].
    pub run: Json,
    /// What the public saw, as canonical text.
    pub shown: String,
    /// Its SHA-256.
    pub hash: String,
    /// The things of it, see [`Subject`].
    pub subjects: Json,
    /// Who published it.
    pub published_by: String,
    /// The day on which the last subject had its outcome.
    pub concluded_on: Option<Civil>,
    /// Why it was taken down.
    pub reason: Option<String>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl NoticeRow {
    fn corrupt(&self, part: &str, error: &serde_json::Error) -> DbError {
        DbError::Corrupt(format!("{}: {part}: {error}", self.id.0))
    }
    /// How long, counted how.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn run(&self) -> Result<Run, DbError> {
        serde_json::from_value(self.run.clone()).map_err(|error| self.corrupt("run", &error))
    }
    /// The things of it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn subjects(&self) -> Result<Vec<Subject>, DbError> {
        let list = self.subjects.get("list").cloned().unwrap_or_default();
        serde_json::from_value(list).map_err(|error| self.corrupt("subjects", &error))
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn notice(&self) -> Result<Notice, DbError> {
        Ok(Notice { state: self.state.0, starts: self.run()?.starts, subjects: self.subjects()? })
    }
    /// What the public saw.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn shown(&self) -> Result<Json, DbError> {
        serde_json::from_str(&self.shown).map_err(|error| self.corrupt("shown", &error))
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &Notice, today: Day, now: At) -> Self {
        let concluded = decided.state == NoticeState::Concluded;
        Self {
            state: decided.state.into(),
            subjects: kept(&decided.subjects),
            concluded_on: self.concluded_on.or(concluded.then_some(Text(today))),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::of_base(self.base.0)
    }
}

/// Subjects as they are stored.
#[must_use]
pub fn kept(subjects: &[Subject]) -> Json {
    json!({"list": subjects})
}

/// An objection as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ObjectionRow {
    /// Identifier.
    pub id: Rec<ObjectionId>,
    /// To which notice.
    pub notice: Rec<NoticeId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// To which of its things.
    pub thing: String,
    /// The number that people read.
    pub number: String,
    /// Who objects.
    pub name: String,
    /// Phone number or e-mail address.
    pub contact: String,
    /// What is objected.
    pub text: String,
    /// It came on paper or by phone, and somebody of the city wrote it down.
    pub on_paper: bool,
    /// Where it stands.
    pub state: Text<ObjectionState>,
    /// Received.
    pub received_on: Civil,
    /// What was found and what was replied, see [`domain::notice::Answer`].
    pub answer: Option<Json>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// On which day.
    pub answered_on: Option<Civil>,
    /// SHA-256 of the word by which whoever objected follows it.
    pub follow: String,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl ObjectionRow {
    /// What was found and what was replied.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn answer(&self) -> Result<Option<domain::notice::Answer>, DbError> {
        let corrupt = |error| DbError::Corrupt(format!("{}: answer: {error}", self.id.0));
        self.answer.clone().map(serde_json::from_value).transpose().map_err(corrupt)
    }
}

/// A notice.
pub async fn find(db: &Db, id: NoticeId) -> Result<Option<NoticeRow>, DbError> {
    db.find_record("notice", rid(id)).await
}

/// An objection.
pub async fn find_objection(db: &Db, id: ObjectionId) -> Result<Option<ObjectionRow>, DbError> {
    db.find_record("objection", rid(id)).await
}

/// The objection that is followed by a word with this hash.
pub async fn followed(db: &Db, follow: &str) -> Result<Option<ObjectionRow>, DbError> {
    let sql = "SELECT * FROM objection WHERE follow = $follow";
    db.find("objection_followed", sql, [("follow", Value::String(follow.to_owned()))]).await
}

/// All objections to a notice, in the order in which they came.
#[must_use]
pub fn objections(notice: NoticeId) -> Read<ObjectionRow> {
    Read::new("notice_objections", "SELECT * FROM objection WHERE notice = $notice")
        .bind("notice", Rec(notice))
        .tidied(|rows| rows.sort_by(|a, b| (a.created_at, &a.number).cmp(&(b.created_at, &b.number))))
}

/// Open objections of all bases.
#[must_use]
pub fn open_objections() -> Read<ObjectionRow> {
    Read::new("objections_open", "SELECT * FROM objection WITH INDEX objection_state WHERE state = 'open'")
}

/// Notices in a state, the newest first: those that run are few, of those that are over the last ones are shown.
#[must_use]
pub fn standing(state: NoticeState) -> Read<NoticeRow> {
    let sql = "SELECT * FROM notice WITH INDEX notice_state WHERE state = $state ORDER BY created_at DESC LIMIT 200";
    Read::new("notices_standing", sql)
        .bind("state", Text(state))
        .tidied(|rows| rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id))))
}

impl OfBase for NoticeRow {
    type Id = NoticeId;
    const WAYS: [Way; 2] = [("notices_page", "notice_created"), ("notices_page_base", "notice_base")];
    fn born(&self) -> (At, NoticeId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
}
