//! Routes of history.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Facts},
    code::Code,
    history::mask,
    refusal::Refusal,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde_json::Value;
use sheets::export::{ColumnKind, Value as Cell};

use super::{Entry, OF, OF_BASE, page, thing};
use crate::{
    fault::Fault,
    house::SharedHouse,
    http::{
        Answer, By, Caller, Page, Tag, act, reply,
        xlsx::{self, MAX_ROWS, Xlsx},
    },
    messages,
};

/// Routes of history.
#[derive(Debug)]
pub struct HistoryApi(pub SharedHouse);

/// A line of the history of a thing.
#[derive(Debug, Object)]
struct HistoryLine {
    /// When.
    at: DateTime<Utc>,
    /// Who, by the name at the time.
    name: String,
    /// The role that allowed it.
    role: Option<String>,
    /// What was done: `<room>.<verb>`.
    action: String,
    /// Values of its sentence.
    values: Value,
    /// What was before, of the fields that changed.
    before: Option<Value>,
    /// What is after, of the fields that changed.
    after: Option<Value>,
    /// The request that did it.
    request: String,
    /// The thing whose chain the line stands in; another one when the line is also about this thing.
    stream: String,
    /// Its place in that chain.
    seq: i64,
}

/// Values of a sentence: which thing of which base a line of a story tells of is not among them, since the story is read
/// by whoever sees the organization, and the thing by fewer.
fn sentence(mut values: Value) -> Value {
    if let Value::Object(values) = &mut values {
        values.retain(|key, _| key != OF && key != OF_BASE);
    }
    values
}

fn line(entry: Entry, unmasked: bool) -> HistoryLine {
    let read = |text: &str| {
        let mut value: Value = serde_json::from_str(text).unwrap_or_default();
        if !unmasked {
            mask(&mut value);
        }
        value
    };
    HistoryLine {
        at: entry.at.0,
        role: entry.role,
        action: entry.action,
        values: sentence(read(&entry.values)),
        before: entry.before.as_deref().map(read),
        after: entry.after.as_deref().map(read),
        name: entry.name,
        request: entry.request,
        stream: entry.stream,
        seq: entry.seq,
    }
}

/// Lines that are not for everybody who sees the thing: what a base has looked up about an applicant is for
/// those who run intakes; who scores an assessment when, for those who see reviews.
const INSIDE: &[(&str, Action)] = &[
    ("application.rule", Action::IntakesRead),
    ("assessment.score", Action::ReviewsRead),
    ("assessment.evaluate", Action::ReviewsRead),
    ("assessment.deliver", Action::ReviewsRead),
    ("assessment.excuse", Action::ReviewsRead),
];

fn is_for(by: &Caller, facts: &Facts, entry: &Entry) -> bool {
    let needs = INSIDE.iter().find(|(action, _)| *action == entry.action).map(|(_, needs)| *needs);
    needs.is_none_or(|needs| by.principal.role_for(needs, facts).is_some())
}

/// Whether the caller sees particulars of persons in the history of a thing.
///
/// # Errors
/// When the thing, or its history, is not the caller's to see.
async fn seen(house: &SharedHouse, by: &Caller, thing: &str) -> Result<(bool, Facts), Fault> {
    let found = self::thing(&house.db, thing).await?.ok_or_else(Refusal::missing)?;
    by.allow(found.reads, found.reads, &found.facts)?;
    if by.principal.role_for(Action::HistoryRead, &found.facts).is_none() {
        return Err(Refusal::forbidden(Code::NotAllowed).with("action", Action::HistoryRead.as_str()).into());
    }
    let persons = by.principal.role_for(Action::PersonsRead, &found.facts).is_some();
    Ok((found.reads == Action::AccountsRead || persons, found.facts))
}

#[OpenApi(prefix_path = "/api/v1")]
impl HistoryApi {
    /// History of a thing
    ///
    /// Newest first. Only for who may see the thing itself; phone numbers and the like are masked for who
    /// may not see particulars of persons.
    #[oai(path = "/history/:thing", method = "get", operation_id = "history_list", tag = Tag::History)]
    async fn list(
        &self,
        by: By<act::HistoryRead>,
        /// Identifier of an organization, a person, a base, an allocation, a space, an import, an account; `city` for
        /// the city's own rules, work calendar and divisions.
        thing: Path<String>,
        /// Where to go on.
        cursor: Query<Option<String>>,
        /// Lines a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<HistoryLine>>> {
        let limit = reply::limit(limit.0)?;
        let before = cursor.0.as_deref().map(place).transpose()?;
        let (unmasked, facts) = seen(&self.0, &by, &thing.0).await?;
        let mut entries = page(&self.0.db, &thing.0, before, limit + 1).await?;
        let next = (entries.len() > limit).then(|| {
            entries.truncate(limit);
            entries.last().map_or_else(String::new, mark)
        });
        let entries = entries.into_iter();
        Ok(Json(Page {
            items: entries.filter(|entry| is_for(&by, &facts, entry)).map(|entry| line(entry, unmasked)).collect(),
            next,
            total: None,
        }))
    }

    /// History of a thing as a spreadsheet, newest first
    #[oai(path = "/history/:thing/export", method = "get", operation_id = "history_export", tag = Tag::History)]
    async fn export(
        &self,
        by: By<act::HistoryRead>,
        /// Identifier of the thing, or `city`.
        thing: Path<String>,
    ) -> Answer<Xlsx> {
        let (unmasked, facts) = seen(&self.0, &by, &thing.0).await?;
        let entries = page(&self.0.db, &thing.0, None, MAX_ROWS).await?;
        let json = |value: Option<Value>| value.map_or(Cell::Empty, |value| xlsx::text(value.to_string()));
        let entries = entries.into_iter().filter(|entry| is_for(&by, &facts, entry));
        let rows = entries.map(|entry| line(entry, unmasked)).map(|line| {
            vec![
                xlsx::moment(line.at, self.0.zone),
                xlsx::text(line.name),
                line.role.map_or(Cell::Empty, |role| xlsx::text(messages::word(&format!("role_{role}")))),
                xlsx::text(line.action),
                json(line.before),
                json(line.after),
                xlsx::text(line.request),
                xlsx::text(line.stream),
                Cell::Integer(line.seq),
            ]
        });
        let headers = &[
            ("column_at", ColumnKind::Text),
            ("column_by", ColumnKind::Text),
            ("column_role", ColumnKind::Text),
            ("column_action", ColumnKind::Text),
            ("column_before", ColumnKind::Wrap),
            ("column_after", ColumnKind::Wrap),
            ("column_request", ColumnKind::Text),
            ("column_stream", ColumnKind::Text),
            ("column_seq", ColumnKind::Number),
        ];
        Ok(Xlsx::list("sheet_title_history", headers, rows, self.0.today()).await?)
    }
}

fn mark(entry: &Entry) -> String {
    reply::cursor(&[&entry.at.0.timestamp_millis().to_string(), &entry.stream, &entry.seq.to_string()])
}

fn place(cursor: &str) -> Result<(i64, String, i64), Refusal> {
    let [at, stream, seq] = reply::read_cursor::<3>(cursor)?;
    let bad = || Refusal::field("cursor", Code::Malformed);
    Ok((at.parse().map_err(|_| bad())?, stream, seq.parse().map_err(|_| bad())?))
}
