//! What is known of how a case went: papers, the name, what the authority said, what was done afterwards.

use serde::{Deserialize, Serialize};

use super::{FilingState, PaperState};
use crate::{criteria::Requirement, day::Day, residency::care::Said};

/// A state and the day on which it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FilingPassage {
    /// The state.
    pub state: FilingState,
    /// Since when.
    pub day: Day,
}

/// A paper of the checklist as it stood when the case was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FilingPaper {
    /// Its key in the case; attachments carry it as their mark.
    pub key: String,
    /// Its name, unless it is a shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub name: Option<String>,
    /// What is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub hint: Option<String>,
    /// How it stands.
    pub state: PaperState,
    /// Why it is missing again or not needed; who said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub note: Option<Said>,
}

impl FilingPaper {
    /// A paper of a list, not there yet.
    #[must_use]
    pub fn asked(of: &Requirement) -> Self {
        let (name, hint) = (of.name.clone(), of.hint.clone());
        Self { key: of.key().to_owned(), name, hint, state: PaperState::Missing, note: None }
    }
}

/// What came out of looking at the name (名称核查).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct NameCheck {
    /// The name.
    pub name: String,
    /// It may be used.
    pub passed: bool,
    /// Why not, or what else was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub note: Option<String>,
    /// Who looked.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// What the authority asks for besides (补正).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FilingSupplement {
    /// What, and who noted it.
    pub said: Said,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub due: Option<Day>,
}

/// That it is registered or recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FilingGrant {
    /// Unified social credit code, or the record number.
    pub number: String,
    /// On which day.
    pub on: Day,
    /// The organization was recorded before.
    pub was_recorded: bool,
    /// Who noted it.
    pub by: String,
}

/// One of the things to be done afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FilingCare {
    /// Its key.
    pub key: String,
    /// Its name, unless it is a shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub name: Option<String>,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub hint: Option<String>,
    /// That it is done; none while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub done: Option<Said>,
}

impl FilingCare {
    /// A thing of a list, not done yet.
    #[must_use]
    pub fn asked(of: &Requirement) -> Self {
        Self { key: of.key().to_owned(), name: of.name.clone(), hint: of.hint.clone(), done: None }
    }
}

/// How a case went.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilingCourse {
    /// What was asked for, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish: Option<Said>,
    /// The authority that it is handed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The checklist.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<FilingPaper>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_check: Option<NameCheck>,
    /// Why the base gave it back, the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<Said>,
    /// What the authority asked for besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<FilingSupplement>,
    /// That it is granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<FilingGrant>,
    /// Why it was refused, the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Said>,
    /// What is to be done afterwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub care: Vec<FilingCare>,
    /// Why it was withdrawn or dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Said>,
    /// The states that it has been in.
    pub passages: Vec<FilingPassage>,
}
