//! How values of the domain are stored: thin wrappers that give our types the database's trait.

use std::{ops::Bound, str::FromStr};

use chrono::{DateTime, Duration, Utc};
use domain::{
    day::Day,
    id::{Id, decode, encode},
};
use surrealdb::types::{Array, Datetime, Error, Kind, RecordId, RecordIdKey, RecordIdKeyRange, SurrealValue, Value};

/// A link to, or the key of, a row of a typed kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rec<T>(pub T);

/// The record of a typed identifier.
#[must_use]
pub fn rid<T: Id>(id: T) -> RecordId {
    RecordId::new(T::TABLE, encode(id.key()))
}

/// All records of a table from a number on, in their order; for reading some at a time.
#[must_use]
pub fn from_number(table: &str, first: i64) -> Value {
    let range = RecordIdKeyRange { start: Bound::Included(RecordIdKey::Number(first)), end: Bound::Unbounded };
    Value::RecordId(RecordId::new(table, RecordIdKey::Range(Box::new(range))))
}

/// A record with a compound key, for range reads in key order.
#[must_use]
pub fn rid_of(table: &str, parts: Vec<Value>) -> RecordId {
    RecordId::new(table, RecordIdKey::Array(Array::from(parts)))
}

fn bad(what: &str, value: &Value) -> Error {
    Error::serialization(format!("expected {what}, found {value:?}"), None)
}

impl<T: Id> From<T> for Rec<T> {
    fn from(id: T) -> Self {
        Self(id)
    }
}

impl<T: Id> SurrealValue for Rec<T> {
    fn kind_of() -> Kind {
        Kind::Any
    }
    fn is_value(value: &Value) -> bool {
        matches!(value, Value::RecordId(_))
    }
    fn into_value(self) -> Value {
        Value::RecordId(rid(self.0))
    }
    fn from_value(value: Value) -> Result<Self, Error> {
        match &value {
            Value::RecordId(record) if record.table.as_str() == T::TABLE => match &record.key {
                RecordIdKey::String(key) => {
                    decode(key).map(|k| Self(T::from_key(k))).ok_or_else(|| bad(T::PREFIX, &value))
                }
                _ => Err(bad(T::PREFIX, &value)),
            },
            _ => Err(bad(T::PREFIX, &value)),
        }
    }
}

/// A moment as stored, to the millisecond.
///
/// The engine writes moments into the keys of its indexes as text with as many digits as they need,
/// and `01:00:00Z` sorts after `01:00:00.001Z`: a range over an index then misses rows. One
/// nanosecond more on every moment makes all of them nine digits long, and the order right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(pub DateTime<Utc>);

impl At {
    /// After all moments that there will be rows of: the end of the year 9998.
    pub const FAR: Self = Self(match DateTime::from_timestamp(253_370_764_800, 0) {
        Some(far) => far,
        None => DateTime::UNIX_EPOCH,
    });
}

impl From<DateTime<Utc>> for At {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at)
    }
}
impl SurrealValue for At {
    fn kind_of() -> Kind {
        Datetime::kind_of()
    }
    fn is_value(value: &Value) -> bool {
        matches!(value, Value::Datetime(_))
    }
    fn into_value(self) -> Value {
        let millis = DateTime::from_timestamp_millis(self.0.timestamp_millis()).unwrap_or(self.0);
        Value::Datetime(Datetime::from(millis + Duration::nanoseconds(1)))
    }
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Datetime(at) => {
                let at = DateTime::<Utc>::from(at);
                Ok(Self(DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)))
            }
            other => Err(bad("datetime", &other)),
        }
    }
}

/// A civil day, a closed vocabulary or another value that is stored as its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<T>(pub T);

impl<T> From<T> for Text<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}
impl<T: FromStr + std::fmt::Display> SurrealValue for Text<T> {
    fn kind_of() -> Kind {
        Kind::String
    }
    fn is_value(value: &Value) -> bool {
        matches!(value, Value::String(_))
    }
    fn into_value(self) -> Value {
        Value::String(self.0.to_string())
    }
    fn from_value(value: Value) -> Result<Self, Error> {
        match &value {
            Value::String(text) => text.parse().map(Self).map_err(|_| bad(std::any::type_name::<T>(), &value)),
            _ => Err(bad(std::any::type_name::<T>(), &value)),
        }
    }
}

/// A civil day as stored: `YYYY-MM-DD`, which sorts as time.
pub type Civil = Text<Day>;

/// A row as a value that carries the identifier of its record, for `INSERT`.
pub fn with_id(id: RecordId, row: impl SurrealValue) -> Value {
    let mut value = row.into_value();
    if let Value::Object(object) = &mut value {
        object.insert("id".to_owned(), Value::RecordId(id));
    }
    value
}
