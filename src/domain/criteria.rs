//! What has to be shown for something, point by point, without points to score: a checklist that a base sets.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{code::Code, refusal::FieldFault};

/// Criteria of a list at most.
const MAX_CRITERIA: usize = 30;
/// A criterion's name, and what it is about.
const MAX_NAME: usize = 60;
const MAX_HINT: usize = 300;

/// Keys of the shipped criteria of graduation (domain facts 2.2); their names are in the catalogues.
pub const SHIPPED: &[&str] =
    &["registered", "annual_check", "governance", "account", "staff", "project", "funding", "party", "place", "grade"];

/// Keys of papers for a registration or a recording, and of what is done after it (domain facts 2.11).
pub const FILING: &[&str] = &[
    "filing_application",
    "filing_consent",
    "filing_capital_premises",
    "filing_capital",
    "filing_premises",
    "filing_people",
    "filing_charter",
    "filing_initiators",
    "filing_directors",
    "filing_form",
    "filing_committee",
    "filing_members",
    "filing_rules",
    "filing_place",
    "care_seal",
    "care_account",
    "care_tax",
    "care_insurance",
    "care_party",
    "care_annual",
    "care_book",
    "care_yearly",
];

/// Whether a key is a shipped one, whose name is in the catalogues.
fn is_shipped(key: &str) -> bool {
    SHIPPED.contains(&key) || FILING.contains(&key)
}

/// Something that has to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its key: one of the shipped ones, whose name is in the catalogues, or its place such as `c3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub key: Option<String>,
    /// Its name, unless it is a shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub name: Option<String>,
    /// What is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub hint: Option<String>,
}

impl Requirement {
    /// Its key; what was keyed has one.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }
}

/// The shipped criteria.
#[must_use]
pub fn shipped() -> Vec<Requirement> {
    named(SHIPPED)
}

/// The criteria with some shipped keys.
#[must_use]
pub fn named(keys: &[&str]) -> Vec<Requirement> {
    keys.iter().map(|key| Requirement { key: Some((*key).to_owned()), name: None, hint: None }).collect()
}

/// Criteria from the value of a setting; the shipped ones when it holds something else.
#[must_use]
pub fn of(value: &Value) -> Vec<Requirement> {
    serde_json::from_value(value.clone()).map_or_else(|_| shipped(), keyed)
}

/// A list from the value of a setting; nothing when it holds something else.
#[must_use]
pub fn read(value: &Value) -> Vec<Requirement> {
    serde_json::from_value(value.clone()).map_or_else(|_| Vec::new(), keyed)
}

/// Gives each criterion its key: what is not a shipped one is called by its place.
#[must_use]
pub fn keyed(criteria: Vec<Requirement>) -> Vec<Requirement> {
    let tidy = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let key = |(n, of): (usize, Requirement)| Requirement {
        key: Some(of.key.filter(|key| is_shipped(key)).unwrap_or_else(|| format!("c{}", n + 1))),
        name: tidy(of.name),
        hint: tidy(of.hint),
    };
    criteria.into_iter().enumerate().map(key).collect()
}

/// All faults of a list; `at` is the field that holds it.
#[must_use]
pub fn check(criteria: &[Requirement], at: &str) -> Vec<FieldFault> {
    if criteria.is_empty() {
        return vec![FieldFault::new(at, Code::Required)];
    }
    if criteria.len() > MAX_CRITERIA {
        return vec![FieldFault::new(at, Code::TooMany).with("max", MAX_CRITERIA)];
    }
    let mut faults = Vec::new();
    for (n, of) in criteria.iter().enumerate() {
        let path = |field: &str| format!("{at}[{n}].{field}");
        let named = of.name.as_deref().map_or(0, |name| name.trim().chars().count());
        let shipped = is_shipped(of.key());
        if named == 0 && !shipped {
            faults.push(FieldFault::new(path("name"), Code::Required));
        }
        if named > MAX_NAME {
            faults.push(FieldFault::new(path("name"), Code::TooLong).with("max", MAX_NAME));
        }
        if of.hint.as_deref().is_some_and(|hint| hint.chars().count() > MAX_HINT) {
            faults.push(FieldFault::new(path("hint"), Code::TooLong).with("max", MAX_HINT));
        }
        let named_alike = |other: &Requirement| matches!((&of.name, &other.name), (Some(name), Some(known)) if name.trim() == known.trim());
        // One judgement is of one criterion, whatever both are called.
        let same = |other: &Requirement| (shipped && of.key == other.key) || named_alike(other);
        if criteria.iter().take(n).any(same) {
            faults.push(FieldFault::new(path("name"), Code::TwiceInList));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn named(name: &str) -> Requirement {
        Requirement { key: None, name: Some(name.into()), hint: None }
    }

    #[test]
    fn what_is_not_shipped_is_called_by_its_place() {
        let all = keyed(vec![shipped().remove(2), named(" 有自己的场地 ")]);
        assert_eq!(all.iter().map(Requirement::key).collect::<Vec<_>>(), ["governance", "c2"]);
        assert_eq!(all[1].name.as_deref(), Some("有自己的场地"));
        assert_eq!(of(&json!("x")), shipped());
    }

    #[test]
    fn each_fault_is_named() {
        let paths = |all: &[Requirement]| {
            check(all, "value").into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>()
        };
        assert_eq!(check(&shipped(), "value"), []);
        assert_eq!(paths(&[]), [("value".to_owned(), Code::Required)]);
        assert_eq!(paths(&vec![named("x"); 31]), [("value".to_owned(), Code::TooMany)]);
        let long = Requirement { hint: Some("长".repeat(301)), ..named(&"长".repeat(61)) };
        assert_eq!(
            paths(&[named("甲"), named(" 甲 "), long, named(" ")]),
            [
                ("value[1].name".to_owned(), Code::TwiceInList),
                ("value[2].name".into(), Code::TooLong),
                ("value[2].hint".into(), Code::TooLong),
                ("value[3].name".into(), Code::Required),
            ]
        );
        assert_eq!(
            paths(&[shipped().remove(0), shipped().remove(0)]),
            [("value[1].name".to_owned(), Code::TwiceInList)]
        );
    }
}
