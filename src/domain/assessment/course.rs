//! What is known of how an assessment went: columns of scores, what came out, an appeal.

use serde::{Deserialize, Serialize};

use super::{AssessmentGrade, AssessmentState, IndicatorScore};
use crate::{day::Day, residency::care::Said};

/// A state and the day on which it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct AssessmentPassage {
    /// The state.
    pub state: AssessmentState,
    /// Since when.
    pub day: Day,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Stamp {
    /// Who.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// It came on paper, and the base wrote it down.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_paper: bool,
}

/// One column of scores.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    /// The scores.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<IndicatorScore>,
    /// A word on the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// It is handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_in: Option<Stamp>,
}

/// A point whose breach fails the whole, and that was broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Breach {
    /// Its place among the sheet's vetoes, from 0.
    pub veto: u32,
    /// What happened.
    pub reason: String,
}

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentResult {
    /// The organization's own points, in tenths; none when it did not hand in, which counts as nothing.
    pub own: Option<i64>,
    /// The base's, in tenths.
    pub base: i64,
    /// The expert's, in tenths; none when none was asked.
    pub expert: Option<i64>,
    /// All together by weight, in hundredths.
    pub total: i64,
    /// The grade.
    pub grade: AssessmentGrade,
    /// The base's word to it.
    pub comment: String,
    /// Who gave it.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// The last day for an appeal, as it was told.
    pub appeal_by: Day,
}

/// The city's answer to an appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealAnswer {
    /// The grade stays as it is; otherwise it is scored again.
    pub upheld: bool,
    /// Why.
    pub answer: Said,
}

/// An appeal (申诉).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// What the organization says.
    pub said: Said,
    /// The answer; none while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AppealAnswer>,
    /// The result that was appealed.
    pub against: AssessmentResult,
}

/// What is known of how it went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssessmentCourse {
    /// The states that it has been in.
    pub passages: Vec<AssessmentPassage>,
    /// What the organization gives itself.
    pub own: Column,
    /// What the base gives.
    pub base: Column,
    /// What the expert gives.
    pub expert: Column,
    /// What was broken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaches: Vec<Breach>,
    /// Why the self score was given back, the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<Said>,
    /// What came out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<AssessmentResult>,
    /// The appeal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal: Option<Appeal>,
    /// Why the expert does not score after all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excused: Option<Said>,
    /// Why it was not carried through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<Said>,
}
