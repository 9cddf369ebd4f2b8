//! The history of everything: who, as which role, when, what, before and after.
//!
//! Each entry is written in the transaction of its change and chained by hash to the entry before
//! it *in its own stream* (the thing that changed), so that writers of different things never wait
//! for one another. Seals, one chain for the whole house, tie the streams together: they cover all
//! entries of a span of time, so that a cut-off end of a stream is found as well.

pub mod api;
mod seal;
mod store;
mod store_things;

use std::time::Instant;

use chrono::{DateTime, Utc};
use domain::{access::Role, id::AccountId};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub use self::{
    seal::{Broken, seal, verify},
    store::{Entry, Place, chain, page, page_since},
    store_things::{CITY, Filing, Thing, thing},
};

/// Table of the entries.
pub const TABLE: &str = "journal";

/// Among the values of a line in the story of an organization, the thing that it tells of.
pub const OF: &str = "of";
/// Among those values, the base of that thing.
pub const OF_BASE: &str = "of_base";

/// Who acts, for the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Acting {
    /// The account; none for the program itself (demo, command line, ticks).
    pub account: Option<AccountId>,
    /// Name at the time.
    pub name: String,
    /// The role that allowed it.
    pub role: Option<Role>,
    /// When.
    pub at: DateTime<Utc>,
    /// The same moment on the machine's steady clock: how long the work has taken since.
    pub since: Instant,
    /// Request id.
    pub request: String,
}

/// A line that is written later than this after its request came is dated when it is written: what
/// has settled is sealed, and a line that arrives in a sealed span would look like tampering.
const LATE: std::time::Duration = std::time::Duration::from_secs(20);

impl Acting {
    /// The moment by which a line is dated that is written now.
    #[must_use]
    pub fn dated(&self) -> DateTime<Utc> {
        let passed = self.since.elapsed();
        if passed < LATE { self.at } else { self.at + chrono::Duration::from_std(passed).unwrap_or_default() }
    }

    /// The program itself.
    #[must_use]
    pub fn program(name: &str, at: DateTime<Utc>) -> Self {
        Self { account: None, name: name.to_owned(), role: None, at, since: Instant::now(), request: String::new() }
    }
}

/// A line to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The thing that changed; its entries form one chain.
    pub stream: String,
    /// Further things whose history shows this line.
    pub also: Vec<String>,
    /// What was done: `<capability>.<verb>`.
    pub action: &'static str,
    /// Values of the line's sentence.
    pub values: Value,
    /// The thing before, if it was there.
    pub before: Option<Value>,
    /// The thing after, if it is there.
    pub after: Option<Value>,
    /// Who.
    pub by: Acting,
    /// The thing is made in this very transaction, so that its chain begins here.
    pub first: bool,
}

impl Draft {
    /// A line about a thing.
    #[must_use]
    pub fn new(stream: impl ToString, action: &'static str, by: &Acting) -> Self {
        Self {
            stream: stream.to_string(),
            also: Vec::new(),
            action,
            values: Value::Object(serde_json::Map::new()),
            before: None,
            after: None,
            by: by.clone(),
            first: false,
        }
    }
    /// The thing is made in this very transaction: the end of its chain need not be looked up, which
    /// an import of thousands would feel. If the chain is there after all, the transaction conflicts.
    #[must_use]
    pub fn first(mut self) -> Self {
        self.first = true;
        self
    }
    /// Shows the line in another thing's history too.
    #[must_use]
    pub fn about(mut self, thing: impl ToString) -> Self {
        self.also.push(thing.to_string());
        self
    }
    /// Values of the sentence.
    #[must_use]
    pub fn values(mut self, values: Value) -> Self {
        self.values = values;
        self
    }
    /// What changed: only the fields that differ are kept, so that a history is readable and small.
    #[must_use]
    pub fn change(mut self, before: Option<Value>, after: Option<Value>) -> Self {
        (self.before, self.after) = match (before, after) {
            (Some(Value::Object(mut old)), Some(Value::Object(mut new))) => {
                let same: Vec<String> =
                    old.iter().filter(|(k, v)| new.get(*k) == Some(v)).map(|(k, _)| k.clone()).collect();
                for key in same {
                    old.remove(&key);
                    new.remove(&key);
                }
                (Some(Value::Object(old)), Some(Value::Object(new)))
            }
            other => other,
        };
        self
    }
}

/// Values of a line in the story of an organization, with the thing that the line tells of and the base that the thing
/// belongs to: whoever reads the story is told of the thing only as far as the thing is his to see.
#[must_use]
pub fn of_thing(mut values: Value, thing: impl ToString, base: impl ToString) -> Value {
    if let Value::Object(values) = &mut values {
        values.insert(OF.to_owned(), thing.to_string().into());
        values.insert(OF_BASE.to_owned(), base.to_string().into());
    }
    values
}

/// A line in the history of a thing, and one in the story of its organization. What stands in the thing is for those who
/// see it; that something was done, for those who see the organization.
#[must_use]
pub fn told_of(
    word: &'static str,
    by: &Acting,
    (thing, organization, base): (impl ToString, impl ToString, impl ToString),
    values: Value,
) -> [Draft; 2] {
    let story = of_thing(values.clone(), thing.to_string(), base);
    [Draft::new(thing, word, by).values(values), Draft::new(organization, word, by).values(story)]
}

/// JSON with sorted keys and no spaces: the same value always gives the same text, whatever the
/// order in which a map keeps its keys.
#[must_use]
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            let body: Vec<String> = keys
                .into_iter()
                .map(|key| format!("{}:{}", Value::String(key.clone()), canonical(&map[key])))
                .collect();
            format!("{{{}}}", body.join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

/// SHA-256 in hex.
#[must_use]
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
