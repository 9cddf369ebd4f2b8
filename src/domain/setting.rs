//! Rules that can be set: which there are, what each may be, and which value holds on a day.
//!
//! A value holds from a day on until a later one of the same scope begins. A base's own value stands
//! before the city's, the city's before the one that the house ships with.

use serde_json::Value;

use crate::{
    agreement,
    agreement::AgreementKind,
    assessment::sheet,
    certificate,
    code::Code,
    criteria,
    day::Day,
    id::BaseId,
    progress::{ReportCycle, form},
    refusal::FieldFault,
    rubric, template,
    words::words,
};

words! {
    /// What the value of a setting is.
    pub enum SettingKind {
        /// A whole number; null where the setting may be without limit.
        Integer = "integer",
        /// Yes or no.
        Boolean = "boolean",
        /// A text.
        Text = "text",
        /// Criteria with full marks, a hundred together.
        Rubric = "rubric",
        /// The text of an agreement, with places to fill.
        Agreement = "agreement",
        /// What has to be shown, without points.
        Criteria = "criteria",
        /// A sheet of assessment: indicators with points, weights and grades.
        Indicators = "indicators",
        /// One of a few words.
        Choice = "choice",
        /// The form of a report: questions with words or numbers as answers.
        Questions = "questions",
    }
    /// Where the value that holds comes from.
    pub enum SettingScope {
        /// From the house itself.
        Shipped = "shipped",
        /// Set for the whole city.
        City = "city",
        /// Set for this base.
        Base = "base",
    }
}

/// The value that the house ships with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shipped {
    /// No limit.
    None,
    /// A number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// A text.
    Text(&'static str),
    /// The criteria of [`rubric::shipped`].
    Rubric,
    /// A text of [`agreement::shipped`].
    Agreement(AgreementKind),
    /// The criteria of [`criteria::shipped`].
    Criteria,
    /// The criteria with some of the keys that the catalogues name.
    Checklist(&'static [&'static str]),
    /// The sheet of [`sheet::shipped`].
    Indicators,
    /// The questions of [`form::shipped`].
    Questions,
}

/// A rule that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Its key.
    pub key: &'static str,
    /// What its value is.
    pub kind: SettingKind,
    /// What the number counts.
    pub unit: Option<&'static str>,
    /// The smallest number.
    pub min: Option<i64>,
    /// The largest number.
    pub max: Option<i64>,
    /// What holds when nothing is set.
    pub shipped: Shipped,
    /// Where the shipped value comes from.
    pub source: &'static str,
    /// A base may have a value of its own.
    pub by_base: bool,
}

mod table;
pub use table::*;

impl Setting {
    /// The setting with a key.
    #[must_use]
    pub fn of(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }
    /// The value that the house ships with, as it travels.
    #[must_use]
    pub fn shipped(&self) -> Value {
        match self.shipped {
            Shipped::None => Value::Null,
            Shipped::Integer(number) => number.into(),
            Shipped::Boolean(yes) => yes.into(),
            Shipped::Text(text) => text.into(),
            Shipped::Rubric => serde_json::to_value(rubric::shipped()).unwrap_or_default(),
            Shipped::Agreement(kind) => serde_json::to_value(agreement::shipped(kind)).unwrap_or_default(),
            Shipped::Checklist(keys) => serde_json::to_value(criteria::named(keys)).unwrap_or_default(),
            Shipped::Criteria => serde_json::to_value(criteria::shipped()).unwrap_or_default(),
            Shipped::Indicators => serde_json::to_value(sheet::shipped()).unwrap_or_default(),
            Shipped::Questions => serde_json::to_value(form::shipped()).unwrap_or_default(),
        }
    }
    /// What is wrong with a value, at the field `value`.
    #[must_use]
    pub fn check(&self, value: &Value) -> Vec<FieldFault> {
        fn checked<T: serde::de::DeserializeOwned>(
            value: &Value,
            check: impl FnOnce(&T) -> Vec<FieldFault>,
        ) -> Vec<FieldFault> {
            match serde_json::from_value::<T>(value.clone()) {
                Ok(of) => check(&of),
                Err(_) => vec![FieldFault::new("value", Code::WrongType)],
            }
        }
        match self.kind {
            SettingKind::Rubric => checked(value, |of: &Vec<_>| rubric::check(of, "value")),
            SettingKind::Agreement => {
                let kind = match self.shipped {
                    Shipped::Agreement(kind) => kind,
                    _ => AgreementKind::Residency,
                };
                checked(value, |of| agreement::check(kind, of, "value"))
            }
            SettingKind::Criteria => checked(value, |of: &Vec<_>| criteria::check(of, "value")),
            SettingKind::Indicators => checked(value, |of| sheet::check(of, "value")),
            SettingKind::Questions => checked(value, |of: &Vec<_>| form::check(of, "value")),
            SettingKind::Integer | SettingKind::Boolean | SettingKind::Text | SettingKind::Choice => {
                self.check_plain(value).into_iter().collect()
            }
        }
    }
    fn check_plain(&self, value: &Value) -> Option<FieldFault> {
        let wrong = || Some(FieldFault::new("value", Code::WrongType));
        match (self.kind, value) {
            (SettingKind::Integer, Value::Null) if self.shipped == Shipped::None => None,
            (SettingKind::Integer, Value::Null) => Some(FieldFault::new("value", Code::Required)),
            (SettingKind::Integer, Value::Number(number)) => {
                let Some(number) = number.as_i64() else { return wrong() };
                let (min, max) = (self.min.unwrap_or(i64::MIN), self.max.unwrap_or(i64::MAX));
                (!(min..=max).contains(&number))
                    .then(|| FieldFault::new("value", Code::OutOfRange).with("min", min).with("max", max))
            }
            (SettingKind::Boolean, Value::Bool(_)) => None,
            (SettingKind::Text, Value::String(text)) => self.check_text(text),
            (SettingKind::Choice, Value::String(word)) => {
                let words = self.choices();
                let fault = || FieldFault::new("value", Code::NotOneOf).with("allowed", words);
                (!words.contains(&word.as_str())).then(fault)
            }
            _ => wrong(),
        }
    }
}

impl Setting {
    /// The places that its text may have; none where braces are braces.
    #[must_use]
    pub fn places(&self) -> Option<&'static [&'static str]> {
        (self.key == GRADUATION_TEXT).then_some(certificate::GRADUATION_PLACES)
    }
    /// The words that it may be, where it is one of a few.
    #[must_use]
    pub fn choices(&self) -> &'static [&'static str] {
        const CYCLES: &[&str] = &[ReportCycle::Month.as_str(), ReportCycle::Quarter.as_str()];
        if self.key == REPORT_CYCLE { CYCLES } else { &[] }
    }
    fn check_text(&self, text: &str) -> Option<FieldFault> {
        let fault = |code| FieldFault::new("value", code);
        let unknown = self.places().and_then(|places| template::unknown_place(text, places));
        // Where the house ships a text, something has to stand there.
        if text.trim().is_empty() && matches!(self.shipped, Shipped::Text(_)) {
            Some(fault(Code::Required))
        } else if text.chars().count() > MAX_TEXT {
            Some(fault(Code::TooLong).with("max", MAX_TEXT))
        } else {
            unknown.map(|place| fault(Code::UnknownPlace).with("place", place))
        }
    }
}

/// The longest text of a setting.
const MAX_TEXT: usize = 500;
/// The longest legal basis: a document's name and number.
const MAX_BASIS: usize = 200;

/// A value as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct SetValue {
    /// Its setting.
    pub key: String,
    /// For one base; none for the city.
    pub base: Option<BaseId>,
    /// The value.
    pub value: Value,
    /// The day from which it holds.
    pub from: Day,
    /// What it rests on.
    pub basis: Option<String>,
}

/// The value that holds, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Effective {
    /// The value.
    pub value: Value,
    /// Since when; none for a shipped one.
    pub from: Option<Day>,
    /// Where it comes from.
    pub scope: SettingScope,
    /// What it rests on.
    pub basis: Option<String>,
}

/// The value of a setting that holds for a base (or the city) on a day. `rows` are in the order in
/// which they were set: of two from the same day, the later one corrected the earlier.
#[must_use]
pub fn effective(setting: &Setting, rows: &[SetValue], base: Option<BaseId>, on: Day) -> Effective {
    let latest = |scope: Option<BaseId>| {
        rows.iter()
            .filter(|row| row.key == setting.key && row.base == scope && row.from <= on)
            .max_by_key(|row| row.from)
    };
    let of_base = base.filter(|_| setting.by_base).and_then(|base| latest(Some(base)));
    match (of_base, latest(None)) {
        (Some(row), _) => Effective::of(row, SettingScope::Base),
        (None, Some(row)) => Effective::of(row, SettingScope::City),
        (None, None) => Effective { value: setting.shipped(), from: None, scope: SettingScope::Shipped, basis: None },
    }
}

/// The value that will follow for a base (or the city), set already for a later day. A city's value
/// changes nothing for a base that has its own by then.
#[must_use]
pub fn following(setting: &Setting, rows: &[SetValue], base: Option<BaseId>, after: Day) -> Option<(Value, Day)> {
    let mut days: Vec<Day> = rows.iter().filter(|row| row.key == setting.key).map(|row| row.from).collect();
    days.sort_unstable();
    let now = effective(setting, rows, base, after);
    days.into_iter().filter(|day| *day > after).find_map(|day| {
        let then = effective(setting, rows, base, day);
        (then.value != now.value).then_some((then.value, day))
    })
}

impl Effective {
    fn of(row: &SetValue, scope: SettingScope) -> Self {
        Self { value: row.value.clone(), from: Some(row.from), scope, basis: row.basis.clone() }
    }
}

/// All faults of a value that is to be set. What held on a past day is not changed any more.
#[must_use]
pub fn check(new: &SetValue, today: Day) -> Vec<FieldFault> {
    let Some(setting) = Setting::of(&new.key) else {
        return vec![FieldFault::new("key", Code::UnknownSetting).with("key", new.key.clone())];
    };
    let mut faults = setting.check(&new.value);
    if new.base.is_some() && !setting.by_base {
        faults.push(FieldFault::new("base", Code::SettingOfCity));
    }
    if new.from < today {
        faults.push(FieldFault::new("from", Code::DayTooEarly).with("min", today.to_string()));
    }
    if new.basis.as_ref().is_some_and(|basis| basis.chars().count() > MAX_BASIS) {
        faults.push(FieldFault::new("basis", Code::TooLong).with("max", MAX_BASIS));
    }
    faults
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::Id;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }
    fn set(base: Option<BaseId>, value: Value, from: &str) -> SetValue {
        SetValue { key: EXPIRING_DAYS.into(), base, value, from: day(from), basis: None }
    }
    fn value(rows: &[SetValue], base: Option<BaseId>, on: &str) -> (Value, SettingScope) {
        let found = effective(Setting::of(EXPIRING_DAYS).unwrap(), rows, base, day(on));
        (found.value, found.scope)
    }

    #[test]
    fn the_base_stands_before_the_city_and_the_city_before_the_house() {
        let (mine, other) = (Some(BaseId::from_key(1)), Some(BaseId::from_key(2)));
        let rows = [
            set(None, json!(45), "2026-01-01"),
            set(None, json!(60), "2026-07-01"),
            set(mine, json!(14), "2026-03-01"),
        ];
        assert_eq!(value(&rows, mine, "2025-12-31"), (json!(30), SettingScope::Shipped));
        assert_eq!(value(&rows, mine, "2026-01-01"), (json!(45), SettingScope::City));
        assert_eq!(value(&rows, mine, "2026-03-01"), (json!(14), SettingScope::Base));
        assert_eq!(value(&rows, mine, "2026-08-01"), (json!(14), SettingScope::Base));
        assert_eq!(value(&rows, other, "2026-08-01"), (json!(60), SettingScope::City));
        assert_eq!(value(&rows, None, "2026-06-30"), (json!(45), SettingScope::City));
    }

    #[test]
    fn what_follows_is_the_next_other_value() {
        let mine = Some(BaseId::from_key(1));
        let rows = [
            set(None, json!(45), "2026-01-01"),
            set(None, json!(45), "2026-02-01"),
            set(None, json!(60), "2026-07-01"),
            set(mine, json!(14), "2026-03-01"),
        ];
        let setting = Setting::of(EXPIRING_DAYS).unwrap();
        let next = |base, on: &str| following(setting, &rows, base, day(on));
        assert_eq!(next(None, "2026-01-15"), Some((json!(60), day("2026-07-01"))));
        assert_eq!(next(mine, "2026-01-15"), Some((json!(14), day("2026-03-01"))));
        assert_eq!(next(mine, "2026-03-15"), None);
    }

    #[test]
    fn of_two_values_from_one_day_the_later_one_holds() {
        let rows = [set(None, json!(45), "2026-01-01"), set(None, json!(54), "2026-01-01")];
        assert_eq!(value(&rows, None, "2026-01-01"), (json!(54), SettingScope::City));
    }

    #[test]
    fn a_setting_of_the_city_has_no_value_of_a_base() {
        let base = Some(BaseId::from_key(1));
        let row = SetValue { key: DIVISION_DAYS.into(), ..set(base, json!(false), "2026-01-01") };
        let found = effective(Setting::of(DIVISION_DAYS).unwrap(), std::slice::from_ref(&row), base, day("2026-02-01"));
        assert_eq!(found.scope, SettingScope::Shipped);
        let faults = check(&row, day("2026-01-01"));
        assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::SettingOfCity]);
    }

    #[test]
    fn each_bad_value_has_its_reason() {
        let fault = |key: &str, value: Value| {
            let new = SetValue { key: key.into(), ..set(None, value, "2026-11-23") };
            check(&new, day("2026-11-23")).into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>()
        };
        let at = |path: &str, code| vec![(path.to_owned(), code)];
        assert_eq!(fault("nothing", json!(1)), at("key", Code::UnknownSetting));
        assert_eq!(fault(EXPIRING_DAYS, json!(30)), []);
        assert_eq!(fault(EXPIRING_DAYS, json!(0)), at("value", Code::OutOfRange));
        assert_eq!(fault(EXPIRING_DAYS, json!(1.5)), at("value", Code::WrongType));
        assert_eq!(fault(EXPIRING_DAYS, json!("30")), at("value", Code::WrongType));
        assert_eq!(fault(EXPIRING_DAYS, Value::Null), at("value", Code::Required));
        assert_eq!(fault(MAX_TERM_MONTHS, Value::Null), []);
        assert_eq!(fault(DIVISION_DAYS, json!(1)), at("value", Code::WrongType));
        assert_eq!(fault(REPORT_CYCLE, json!("month")), []);
        assert_eq!(fault(REPORT_CYCLE, json!("year")), at("value", Code::NotOneOf));
        assert_eq!(fault(REPORT_CYCLE, json!(1)), at("value", Code::WrongType));
        assert_eq!(fault(REPORT_QUESTIONS, json!([])), at("value", Code::Required));
        assert_eq!(fault(GRADUATION_TEXT, json!("{organization}准予出壳。")), []);
        assert_eq!(fault(GRADUATION_TEXT, json!(" ")), at("value", Code::Required));
        assert_eq!(fault(GRADUATION_TEXT, json!("{liaison}")), at("value", Code::UnknownPlace));
        assert_eq!(fault(GRADUATION_TEXT, json!("长".repeat(501))), at("value", Code::TooLong));
        let early = set(None, json!(30), "2026-11-22");
        assert_eq!(check(&early, day("2026-11-23"))[0].code, Code::DayTooEarly);
    }

    #[test]
    fn every_shipped_value_is_one_that_could_be_set() {
        for setting in SETTINGS {
            assert_eq!(setting.check(&setting.shipped()), [], "{}", setting.key);
        }
    }
}
