//! Routes of history.

use chrono::{DateTime, Utc};
use domain::{access::Action, code::Code, history::mask, refusal::Refusal};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde_json::Value;

use super::{Entry, page, thing};
use crate::{
    house::SharedHouse,
    http::{Answer, By, Page, Tag, act, reply},
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
        values: read(&entry.values),
        before: entry.before.as_deref().map(read),
        after: entry.after.as_deref().map(read),
        name: entry.name,
        request: entry.request,
        stream: entry.stream,
        seq: entry.seq,
    }
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
        /// Identifier of an organization, a person, a base, an allocation, a space, an import, an account.
        thing: Path<String>,
        /// Where to go on.
        cursor: Query<Option<String>>,
        /// Lines a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<HistoryLine>>> {
        let limit = reply::limit(limit.0)?;
        let before = cursor.0.as_deref().map(place).transpose()?;
        let found = self::thing(&self.0.db, &thing.0).await?.ok_or_else(Refusal::missing)?;
        by.allow(found.reads, found.reads, &found.facts)?;
        if by.principal.role_for(Action::HistoryRead, &found.facts).is_none() {
            return Err(Refusal::forbidden(Code::NotAllowed).with("action", Action::HistoryRead.as_str()).into());
        }
        let unmasked =
            found.reads == Action::AccountsRead || by.principal.role_for(Action::PersonsRead, &found.facts).is_some();
        let mut entries = page(&self.0.db, &thing.0, before, limit + 1).await?;
        let next = (entries.len() > limit).then(|| {
            entries.truncate(limit);
            entries.last().map_or_else(String::new, mark)
        });
        Ok(Json(Page { items: entries.into_iter().map(|entry| line(entry, unmasked)).collect(), next, total: None }))
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
