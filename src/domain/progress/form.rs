//! The form of a report: questions that a base sets, and what is answered to them.
//!
//! Numbers are kept in hundredths wherever they are added up, so that a sum is the same on every machine.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{code::Code, refusal::FieldFault, words::words};

words! {
    /// What is answered to a question of a report.
    pub enum ReportQuestionKind {
        /// Words.
        Text = "text",
        /// A number, added up over the reports of a period.
        Number = "number",
    }
}

/// Questions of a form at most.
const MAX_QUESTIONS: usize = 40;
/// A question's name, and what is meant by it.
const MAX_NAME: usize = 60;
const MAX_HINT: usize = 300;
/// The longest text of an answer.
pub const MAX_ANSWER: usize = 2_000;
/// The largest number: ten billion, more than any organization's money.
const MAX_NUMBER: f64 = 10_000_000_000.0;

/// Keys of the shipped questions; their names are in the catalogues.
pub const SHIPPED: &[(&str, ReportQuestionKind, bool)] = &[
    ("activities", ReportQuestionKind::Text, true),
    ("sessions", ReportQuestionKind::Number, false),
    ("beneficiaries", ReportQuestionKind::Number, false),
    ("services", ReportQuestionKind::Number, false),
    ("funds", ReportQuestionKind::Number, false),
    ("volunteers", ReportQuestionKind::Number, false),
    ("workdays", ReportQuestionKind::Number, false),
    ("difficulties", ReportQuestionKind::Text, false),
    ("plan", ReportQuestionKind::Text, false),
];

/// A question of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct ReportQuestion {
    /// Its key: one of the shipped ones, whose name is in the catalogues, or its place such as `q3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub key: Option<String>,
    /// Its name, unless it is a shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub name: Option<String>,
    /// What is meant by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub hint: Option<String>,
    /// What is answered.
    pub kind: ReportQuestionKind,
    /// It has to be answered.
    #[serde(default)]
    pub needed: bool,
}

fn is_shipped(key: &str) -> bool {
    SHIPPED.iter().any(|(known, _, _)| *known == key)
}

impl ReportQuestion {
    /// Its key; what was keyed has one.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }
    /// What is the same question in forms of different days: a shipped one by its key, others by their name.
    #[must_use]
    pub fn asks(&self) -> &str {
        if is_shipped(self.key()) { self.key() } else { self.name.as_deref().unwrap_or_else(|| self.key()) }
    }
    /// Whether another question asks for the same in the same way.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind && is_shipped(self.key()) == is_shipped(other.key()) && self.asks() == other.asks()
    }
}

/// The shipped questions.
#[must_use]
pub fn shipped() -> Vec<ReportQuestion> {
    let question = |(key, kind, needed): &(&str, ReportQuestionKind, bool)| ReportQuestion {
        key: Some((*key).to_owned()),
        name: None,
        hint: None,
        kind: *kind,
        needed: *needed,
    };
    SHIPPED.iter().map(question).collect()
}

/// Questions from the value of a setting; the shipped ones when it holds something else.
#[must_use]
pub fn of(value: &Value) -> Vec<ReportQuestion> {
    serde_json::from_value(value.clone()).map_or_else(|_| shipped(), keyed)
}

/// Gives each question its key: what is not a shipped one is called by its place.
#[must_use]
pub fn keyed(questions: Vec<ReportQuestion>) -> Vec<ReportQuestion> {
    let tidy = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let key = |(n, of): (usize, ReportQuestion)| ReportQuestion {
        key: Some(of.key.filter(|key| is_shipped(key)).unwrap_or_else(|| format!("q{}", n + 1))),
        name: tidy(of.name),
        hint: tidy(of.hint),
        ..of
    };
    questions.into_iter().enumerate().map(key).collect()
}

/// All faults of a form; `at` is the field that holds it.
#[must_use]
pub fn check(questions: &[ReportQuestion], at: &str) -> Vec<FieldFault> {
    if questions.is_empty() {
        return vec![FieldFault::new(at, Code::Required)];
    }
    if questions.len() > MAX_QUESTIONS {
        return vec![FieldFault::new(at, Code::TooMany).with("max", MAX_QUESTIONS)];
    }
    let mut faults = Vec::new();
    for (n, of) in questions.iter().enumerate() {
        let path = |field: &str| format!("{at}[{n}].{field}");
        let named = of.name.as_deref().map_or(0, |name| name.trim().chars().count());
        let shipped = is_shipped(of.key());
        if named == 0 && !shipped {
            faults.push(FieldFault::new(path("name"), Code::Required));
        }
        if named > MAX_NAME {
            faults.push(FieldFault::new(path("name"), Code::TooLong).with("max", MAX_NAME));
        }
        if of.hint.as_deref().is_some_and(|hint| hint.trim().chars().count() > MAX_HINT) {
            faults.push(FieldFault::new(path("hint"), Code::TooLong).with("max", MAX_HINT));
        }
        // One answer is to one question, whatever both are called.
        let same = |other: &ReportQuestion| {
            let named_alike =
                matches!((&of.name, &other.name), (Some(name), Some(known)) if name.trim() == known.trim());
            (shipped && of.key == other.key) || named_alike
        };
        if questions.iter().take(n).any(same) {
            faults.push(FieldFault::new(path("name"), Code::TwiceInList));
        }
    }
    faults
}

/// What is answered to a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct ReportAnswer {
    /// Key of the question.
    pub question: String,
    /// The words, to a question that asks for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub text: Option<String>,
    /// The number, with two decimals at most, to a question that asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub number: Option<f64>,
}

impl ReportAnswer {
    fn is_given(&self) -> bool {
        self.number.is_some() || self.text.as_deref().is_some_and(|text| !text.trim().is_empty())
    }
}

/// A number in hundredths; none when it has more than two decimals.
fn hundredths(number: f64) -> Option<i64> {
    let whole = (number * 100.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "the caller has checked that it is within the largest number")]
    let kept = whole as i64;
    // What is written with two decimals is the number nearest to so many hundredths, and nothing else is.
    (whole / 100.0 == number).then_some(kept)
}

fn answer_faults(of: &ReportAnswer, question: &ReportQuestion, path: &dyn Fn(&str) -> String) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    match question.kind {
        ReportQuestionKind::Text if of.number.is_some() => {
            faults.push(FieldFault::new(path("number"), Code::WrongType))
        }
        ReportQuestionKind::Number if of.text.is_some() => faults.push(FieldFault::new(path("text"), Code::WrongType)),
        ReportQuestionKind::Text => {
            if of.text.as_deref().is_some_and(|text| text.trim().chars().count() > MAX_ANSWER) {
                faults.push(FieldFault::new(path("text"), Code::TooLong).with("max", MAX_ANSWER));
            }
        }
        ReportQuestionKind::Number => {
            if let Some(number) = of.number {
                if !(0.0..=MAX_NUMBER).contains(&number) {
                    let fault = FieldFault::new(path("number"), Code::OutOfRange);
                    faults.push(fault.with("min", 0).with("max", 10_000_000_000_i64));
                } else if hundredths(number).is_none() {
                    faults.push(FieldFault::new(path("number"), Code::NumberTooFine));
                }
            }
        }
    }
    faults
}

/// All faults of answers. `whole`: what is missing too, at `answers.KEY`.
#[must_use]
pub fn check_answers(form: &[ReportQuestion], answers: &[ReportAnswer], whole: bool) -> Vec<FieldFault> {
    if answers.len() > MAX_QUESTIONS {
        return vec![FieldFault::new("answers", Code::TooMany).with("max", MAX_QUESTIONS)];
    }
    let mut faults = Vec::new();
    for (n, of) in answers.iter().enumerate() {
        let path = |field: &str| format!("answers[{n}].{field}");
        let Some(question) = form.iter().find(|question| question.key() == of.question) else {
            faults.push(FieldFault::new(path("question"), Code::NotFound));
            continue;
        };
        if answers.iter().take(n).any(|before| before.question == of.question) {
            faults.push(FieldFault::new(path("question"), Code::TwiceInList));
        }
        faults.extend(answer_faults(of, question, &path));
    }
    if whole {
        let given = |key: &str| answers.iter().any(|of| of.question == key && of.is_given());
        for question in form.iter().filter(|question| question.needed && !given(question.key())) {
            faults.push(FieldFault::new(format!("answers.{}", question.key()), Code::Required));
        }
    }
    faults
}

/// Answers as they are kept: in the order of the form, trimmed, without those that say nothing.
#[must_use]
pub fn tidy(form: &[ReportQuestion], answers: &[ReportAnswer]) -> Vec<ReportAnswer> {
    let found = |question: &ReportQuestion| {
        let of = answers.iter().find(|of| of.question == question.key() && of.is_given())?;
        let text = of.text.as_deref().map(|text| text.trim().to_owned());
        Some(ReportAnswer { question: of.question.clone(), text, number: of.number })
    };
    form.iter().filter_map(found).collect()
}

/// A number that a report counts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFigure {
    /// To which question.
    pub question: ReportQuestion,
    /// In hundredths.
    pub hundredths: i64,
}

/// The numbers of answers, in the order of the form.
#[must_use]
pub fn figures(form: &[ReportQuestion], answers: &[ReportAnswer]) -> Vec<ReportFigure> {
    let figure = |question: &ReportQuestion| {
        let of = answers.iter().find(|of| of.question == question.key())?;
        // What a number is called does not depend on what is told about it.
        let question = ReportQuestion { hint: None, needed: false, ..question.clone() };
        Some(ReportFigure { question, hundredths: hundredths(of.number?)? })
    };
    form.iter().filter(|question| question.kind == ReportQuestionKind::Number).filter_map(figure).collect()
}

/// What is the same question in forms of different days, in the order in which it is first asked.
#[must_use]
pub fn merged<'a>(questions: impl Iterator<Item = &'a ReportQuestion>) -> Vec<&'a ReportQuestion> {
    let mut seen = BTreeSet::new();
    questions.filter(|of| seen.insert((of.kind, is_shipped(of.key()), of.asks()))).collect()
}
