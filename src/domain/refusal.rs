//! A rule's "no": a stable code with values, never a sentence.
//!
//! The sentence for each code lives in the message catalogues, one per language; a test says when
//! one is missing. What a person reads is made at the edge, in that person's language.

use std::collections::BTreeMap;

pub use crate::code::Code;
use serde_json::Value;

/// Values that the sentence of a code names, such as the day from which a desk is free.
pub type Values = BTreeMap<&'static str, Value>;

/// What kind of "no" it is; the HTTP layer turns it into a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// A field or a rule about the request itself says no (422).
    Rule,
    /// The present state of things says no; the same request may pass later (409).
    State,
    /// The caller may see the thing but not do this to it (403).
    Forbidden,
    /// The thing is not there, or not the caller's to know of; both answer alike (404).
    Missing,
}

/// One bad field: where it is and why.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldFault {
    /// Path in the request, such as `people[2].phone`.
    pub path: String,
    /// The reason.
    pub code: Code,
    /// Values for the sentence.
    pub values: Values,
}

/// A rule says no.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("refused: {code}", code = code.as_str())]
pub struct Refusal {
    /// What kind of "no".
    pub nature: Nature,
    /// The reason.
    pub code: Code,
    /// Values for the sentence.
    pub values: Values,
    /// Bad fields, all of them at once.
    pub fields: Vec<FieldFault>,
}

impl Refusal {
    fn of(nature: Nature, code: Code) -> Self {
        Self { nature, code, values: Values::new(), fields: Vec::new() }
    }
    /// A rule about the request says no.
    #[must_use]
    pub fn rule(code: Code) -> Self {
        Self::of(Nature::Rule, code)
    }
    /// The present state says no.
    #[must_use]
    pub fn state(code: Code) -> Self {
        Self::of(Nature::State, code)
    }
    /// The caller may not do this.
    #[must_use]
    pub fn forbidden(code: Code) -> Self {
        Self::of(Nature::Forbidden, code)
    }
    /// Not there, or not the caller's to know of.
    #[must_use]
    pub fn missing() -> Self {
        Self::of(Nature::Missing, Code::NotFound)
    }
    /// Several bad fields at once.
    #[must_use]
    pub fn fields(fields: Vec<FieldFault>) -> Self {
        Self { fields, ..Self::of(Nature::Rule, Code::InvalidFields) }
    }
    /// One bad field.
    #[must_use]
    pub fn field(path: impl Into<String>, code: Code) -> Self {
        Self::fields(vec![FieldFault::new(path, code)])
    }
    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        self.values.insert(key, value.into());
        self
    }
}

impl FieldFault {
    /// A bad field.
    #[must_use]
    pub fn new(path: impl Into<String>, code: Code) -> Self {
        Self { path: path.into(), code, values: Values::new() }
    }
    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        self.values.insert(key, value.into());
        self
    }
}
