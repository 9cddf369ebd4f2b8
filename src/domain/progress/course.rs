//! What is known of how a report went: what is answered, what was missing, what was accepted before.

use serde::{Deserialize, Serialize};

use super::{ReportAnswer, ReportState};
use crate::{assessment::Stamp, day::Day, id::FileId, residency::care::Said};

/// A state and the day on which it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReportPassage {
    /// The state.
    pub state: ReportState,
    /// Since when.
    pub day: Day,
}

/// Something that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct ReportGap {
    /// Key of the question that it is about; none for the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub question: Option<String>,
    /// What.
    pub text: String,
}

/// The base gave it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReportReturn {
    /// All that is missing.
    pub gaps: Vec<ReportGap>,
    /// Who.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// An attachment, as it stood when a report was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReportFile {
    /// Identifier.
    pub id: FileId,
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// A version that was accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReportEdition {
    /// What was answered.
    pub answers: Vec<ReportAnswer>,
    /// What was attached.
    pub files: Vec<ReportFile>,
    /// Who handed it in, and when.
    pub submitted: Stamp,
    /// Who accepted it, and when.
    pub accepted: Stamp,
    /// What the base said to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub comment: Option<String>,
    /// Why it had to be put right, the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub reopened: Option<Said>,
}

/// What is known of how it went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportCourse {
    /// The states that it has been in.
    pub passages: Vec<ReportPassage>,
    /// What is answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ReportAnswer>,
    /// It is handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Stamp>,
    /// Days by which it came late before it was accepted, the most of all times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late: Option<i64>,
    /// What was missing when the base gave it back, the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<ReportReturn>,
    /// Why the base does without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<Said>,
    /// Why the base wants it after all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<Said>,
    /// The versions that were accepted, the first one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<ReportEdition>,
}
