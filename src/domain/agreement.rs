//! Agreements (入驻协议): the text by which a base and an organization agree, made from a template and kept as it
//! was issued (domain facts 1.9).
//!
//! A template is a setting: the city's, or a base's own, from a day on. Places in it such as `{organization}` are
//! filled once, so that a name that looks like a place stays a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{code::Code, refusal::FieldFault, space::Condition, template, words::words};

words! {
    /// Where an agreement stands.
    pub enum AgreementState {
        /// 待签署.
        Issued = "issued",
        /// 已签署.
        Signed = "signed",
        /// 已作废: written anew, declined, or not signed in time.
        Void = "void",
    }
    /// What an agreement is about.
    pub enum AgreementKind {
        /// 入驻协议: the residency itself.
        Residency = "residency",
        /// 补充协议: it goes on longer.
        Renewal = "renewal",
        /// 补充协议: something else of what was agreed on changes, such as the place.
        Change = "change",
    }
}

/// The longest title, also of a clause.
const MAX_HEADING: usize = 60;
/// The text of a clause.
const MAX_TEXT: usize = 3_000;
/// Preamble and annex of duties.
const MAX_LONG: usize = 6_000;
/// Clauses of an agreement.
const MAX_CLAUSES: usize = 40;
/// What two sides agree on beside the template.
pub const MAX_EXTRA: usize = 2_000;
/// Pieces of equipment that go with the places.
const MAX_EQUIPMENT: usize = 200;
/// Names and numbers of things.
const MAX_NAME: usize = 60;
/// Pieces of one thing.
const MAX_QUANTITY: u32 = 10_000;

/// The places of a template: what each is filled with is told in the catalogues.
const PLACES: &[&str] = &[
    "number",
    "base",
    "base_address",
    "base_leader",
    "base_phone",
    "organization",
    "organization_address",
    "code",
    "responsible",
    "liaison",
    "phone",
    "mode",
    "first",
    "last",
    "months",
    "spaces",
];
/// Those of a supplementary agreement: also the number of the agreement that it amends, and until when that runs.
const RENEWAL_PLACES: &[&str] = &{
    let mut all = [""; PLACES.len() + 2];
    let mut n = 0;
    while n < PLACES.len() {
        all[n] = PLACES[n];
        n += 1;
    }
    all[n] = "amends";
    all[n + 1] = "until";
    all
};

impl AgreementKind {
    /// The places that its template may have.
    #[must_use]
    pub const fn places(self) -> &'static [&'static str] {
        match self {
            Self::Residency => PLACES,
            Self::Renewal | Self::Change => RENEWAL_PLACES,
        }
    }
}

/// One clause (条款).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its heading.
    pub heading: String,
    /// Its text; each line a paragraph.
    pub text: String,
}

/// The text of an agreement, with places or with what fills them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct AgreementText {
    /// Title.
    pub title: String,
    /// What stands before the clauses.
    #[serde(default)]
    pub preamble: String,
    /// Clauses.
    pub clauses: Vec<Clause>,
    /// The annex of duties; none when empty.
    #[serde(default)]
    pub duties: String,
}

/// A piece of equipment that goes with the places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Equipment {
    /// What it is.
    pub name: String,
    /// The number of its asset tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub tag: Option<String>,
    /// How many.
    pub quantity: u32,
    /// How it is.
    pub condition: Condition,
}

/// A room or a desk as the agreement names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceLine {
    /// What is painted on the door.
    pub code: String,
    /// Word of its kind.
    pub kind: String,
    /// Area, m².
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_m2: Option<f64>,
    /// How many people fit.
    pub seats: i64,
}

/// The template that the house ships with.
///
/// # Panics
/// Never: a test reads the texts, which are part of the program.
#[must_use]
pub fn shipped(kind: AgreementKind) -> AgreementText {
    let text = match kind {
        AgreementKind::Residency => include_str!("agreement/shipped.json"),
        AgreementKind::Renewal => include_str!("agreement/renewal.json"),
        AgreementKind::Change => include_str!("agreement/change.json"),
    };
    serde_json::from_str(text).expect("the shipped templates are read by a test")
}

/// A template from the value of a setting; the shipped one when it holds something else.
#[must_use]
pub fn of(kind: AgreementKind, value: &Value) -> AgreementText {
    serde_json::from_value(value.clone()).unwrap_or_else(|_| shipped(kind))
}

/// All faults of a template; `at` is the field that holds it.
#[must_use]
pub fn check(kind: AgreementKind, of: &AgreementText, at: &str) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut text = |path: String, text: &str, needed: bool, max: usize| {
        if needed && text.trim().is_empty() {
            faults.push(FieldFault::new(path, Code::Required));
        } else if text.chars().count() > max {
            faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
        } else if let Some(unknown) = template::unknown_place(text, kind.places()) {
            faults.push(FieldFault::new(path, Code::UnknownPlace).with("place", unknown));
        }
    };
    text(format!("{at}.title"), &of.title, true, MAX_HEADING);
    text(format!("{at}.preamble"), &of.preamble, false, MAX_LONG);
    text(format!("{at}.duties"), &of.duties, false, MAX_LONG);
    for (n, clause) in of.clauses.iter().enumerate().take(MAX_CLAUSES) {
        text(format!("{at}.clauses[{n}].heading"), &clause.heading, true, MAX_HEADING);
        text(format!("{at}.clauses[{n}].text"), &clause.text, true, MAX_TEXT);
    }
    if of.clauses.is_empty() {
        faults.push(FieldFault::new(format!("{at}.clauses"), Code::Required));
    }
    if of.clauses.len() > MAX_CLAUSES {
        faults.push(FieldFault::new(format!("{at}.clauses"), Code::TooMany).with("max", MAX_CLAUSES));
    }
    faults
}

/// All faults of what goes with the places, below `at`.
#[must_use]
pub fn check_equipment(equipment: &[Equipment], at: &str) -> Vec<FieldFault> {
    if equipment.len() > MAX_EQUIPMENT {
        return vec![FieldFault::new(at, Code::TooMany).with("max", MAX_EQUIPMENT)];
    }
    let mut faults = Vec::new();
    for (n, piece) in equipment.iter().enumerate() {
        if piece.name.trim().is_empty() {
            faults.push(FieldFault::new(format!("{at}[{n}].name"), Code::Required));
        }
        let tag = piece.tag.as_deref().unwrap_or_default();
        for (field, text) in [("name", piece.name.as_str()), ("tag", tag)] {
            if text.chars().count() > MAX_NAME {
                faults.push(FieldFault::new(format!("{at}[{n}].{field}"), Code::TooLong).with("max", MAX_NAME));
            }
        }
        if !(1..=MAX_QUANTITY).contains(&piece.quantity) {
            let fault = FieldFault::new(format!("{at}[{n}].quantity"), Code::OutOfRange);
            faults.push(fault.with("min", 1).with("max", MAX_QUANTITY));
        }
    }
    faults
}

/// A template with its places filled; a place that nothing is known of is left empty.
#[must_use]
pub fn filled(of: &AgreementText, values: &BTreeMap<&'static str, String>) -> AgreementText {
    let fill = |text: &str| template::filled(text, values);
    AgreementText {
        title: fill(&of.title),
        preamble: fill(&of.preamble),
        clauses: of
            .clauses
            .iter()
            .map(|clause| Clause { heading: fill(&clause.heading), text: fill(&clause.text) })
            .collect(),
        duties: fill(&of.duties),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_template_is_sound_and_uses_known_places() {
        let told = |kind, places: &[&str]| {
            assert_eq!(check(kind, &shipped(kind), "value"), []);
            let text = serde_json::to_string(&shipped(kind)).unwrap();
            for place in places {
                assert!(text.contains(place), "{place}");
            }
        };
        told(AgreementKind::Residency, &["{base}", "{first}", "{last}", "{months}", "{mode}", "{spaces}"]);
        told(AgreementKind::Renewal, &["{amends}", "{until}", "{first}", "{last}", "{months}", "{spaces}"]);
        told(AgreementKind::Change, &["{amends}", "{until}", "{first}", "{spaces}"]);
        // What only a supplement knows is no place of the agreement itself.
        assert_eq!(check(AgreementKind::Residency, &shipped(AgreementKind::Renewal), "value").len(), 1);
    }

    #[test]
    fn places_are_filled_once_and_nothing_else_is() {
        let text = AgreementText {
            title: "{organization}的协议".into(),
            preamble: "编号{number}，{ 空 }{}{Base}{base".into(),
            clauses: vec![Clause { heading: "一".into(), text: "{phone}".into() }],
            duties: "{liaison}".into(),
        };
        let values =
            BTreeMap::from([("organization", "名{number}".to_owned()), ("number", "7".into()), ("phone", "1".into())]);
        let filled = filled(&text, &values);
        assert_eq!(filled.title, "名{number}的协议");
        assert_eq!(filled.preamble, "编号7，{ 空 }{}{Base}{base");
        assert_eq!(filled.clauses[0].text, "1");
        assert_eq!(filled.duties, "");
    }

    #[test]
    fn a_template_is_refused_field_by_field() {
        let long = "长".repeat(MAX_HEADING + 1);
        let clause = |heading: &str, text: &str| Clause { heading: heading.into(), text: text.into() };
        let of = AgreementText {
            title: " ".into(),
            preamble: "{nobody}".into(),
            clauses: vec![clause(&long, ""), clause("一", "好")],
            duties: String::new(),
        };
        let faults: Vec<(String, Code)> =
            check(AgreementKind::Residency, &of, "value").into_iter().map(|fault| (fault.path, fault.code)).collect();
        assert_eq!(
            faults,
            [
                ("value.title".to_owned(), Code::Required),
                ("value.preamble".into(), Code::UnknownPlace),
                ("value.clauses[0].heading".into(), Code::TooLong),
                ("value.clauses[0].text".into(), Code::Required),
            ]
        );
        for odd in ["{基地}", "联系{base", "}", "{ base }"] {
            let of = AgreementText { preamble: odd.into(), ..shipped(AgreementKind::Residency) };
            assert_eq!(
                check(AgreementKind::Residency, &of, "value").first().map(|fault| fault.code),
                Some(Code::UnknownPlace),
                "{odd}"
            );
        }
        let none = AgreementText { clauses: Vec::new(), ..shipped(AgreementKind::Residency) };
        assert_eq!(check(AgreementKind::Residency, &none, "value")[0].path, "value.clauses");
        let many =
            AgreementText { clauses: vec![clause("一", "好"); MAX_CLAUSES + 1], ..shipped(AgreementKind::Residency) };
        assert_eq!(check(AgreementKind::Residency, &many, "value")[0].code, Code::TooMany);
    }

    #[test]
    fn equipment_has_names_and_sensible_numbers() {
        let piece =
            |name: &str, quantity| Equipment { name: name.into(), tag: None, quantity, condition: Condition::ALL[0] };
        assert_eq!(check_equipment(&[piece("桌", 1)], "equipment"), []);
        let paths: Vec<String> = check_equipment(&[piece(" ", 0), piece("椅", 10_001)], "equipment")
            .into_iter()
            .map(|fault| fault.path)
            .collect();
        assert_eq!(paths, ["equipment[0].name", "equipment[0].quantity", "equipment[1].quantity"]);
        assert_eq!(check_equipment(&vec![piece("桌", 1); 201], "equipment")[0].code, Code::TooMany);
    }
}
