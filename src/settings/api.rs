//! Routes of settings.

use std::collections::BTreeMap;

use domain::{
    access::Action,
    code::Code,
    day::Day,
    id::BaseId,
    progress::{ReportQuestion, form},
    refusal::FieldFault,
    refusal::Refusal,
    rubric::{self, Criterion},
    setting::{SETTINGS, SetValue, Setting, SettingKind, SettingScope},
};
use poem_openapi::{Object, OpenApi, param::Query, payload::Json};
use serde::Deserialize;
use serde_json::Value;
use sheets::export::{ColumnKind, Value as Cell};

use super::service::{self, Values};
use crate::{
    house::SharedHouse,
    http::{
        Answer, Body, By, Caller, Tag, act,
        xlsx::{self, Xlsx},
    },
    messages,
};

/// Routes of settings.
#[derive(Debug)]
pub struct SettingsApi(pub SharedHouse);

/// A rule that can be set, with the value that holds today.
#[derive(Debug, Object)]
struct SettingView {
    /// Its key.
    key: String,
    /// What its value is.
    kind: SettingKind,
    /// The value that holds; null for a number without limit.
    value: Value,
    /// What the number counts: `months`, `days`.
    unit: Option<String>,
    /// The smallest number.
    min: Option<i64>,
    /// The largest number.
    max: Option<i64>,
    /// The words that it may be, where it is one of a few.
    choices: Vec<String>,
    /// The day from which the value holds; for a shipped one, today.
    from: Day,
    /// Where the value comes from.
    scope: SettingScope,
    /// What it rests on.
    basis: Option<String>,
    /// The next value that is set already, if there is one.
    next: Option<NextValue>,
    /// What the caller may do: null = yes, else why not.
    can: BTreeMap<String, Option<String>>,
}

/// A value that is set for a later day.
#[derive(Debug, Object)]
struct NextValue {
    /// The value.
    value: Value,
    /// The day from which it holds.
    from: Day,
}

/// The rules that can be set.
#[derive(Debug, Object)]
struct SettingList {
    /// In the order of the page.
    items: Vec<SettingView>,
}

/// A value to be set from a day on.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SettingBody {
    /// Which setting.
    key: String,
    /// For one base; for the city if left out.
    #[serde(default)]
    base: Option<BaseId>,
    /// The value; null for a number without limit.
    #[serde(default)]
    value: Value,
    /// The day from which it holds; today at the earliest.
    from: Day,
    /// What it rests on: name and number of a document.
    #[serde(default)]
    basis: Option<String>,
}

fn view(by: &Caller, setting: &Setting, values: &Values, base: Option<BaseId>, today: Day) -> SettingView {
    let holds = values.effective(setting, base, today);
    let why = by
        .can(Action::SettingsEdit, &service::facts(base))
        .or_else(|| (base.is_some() && !setting.by_base).then_some(Code::SettingOfCity));
    SettingView {
        key: setting.key.to_owned(),
        kind: setting.kind,
        value: holds.value,
        unit: setting.unit.map(str::to_owned),
        min: setting.min,
        max: setting.max,
        choices: setting.choices().iter().map(|word| (*word).to_owned()).collect(),
        from: holds.from.unwrap_or(today),
        scope: holds.scope,
        basis: holds.basis,
        next: values.next(setting, base, today).map(|(value, from)| NextValue { value, from }),
        can: BTreeMap::from([("set".to_owned(), why.map(|code| code.as_str().to_owned()))]),
    }
}

/// A value as people say it: yes or no, a number with its unit, or no limit.
fn spoken(setting: &Setting, value: &Value) -> String {
    match value {
        Value::String(text) if setting.kind == SettingKind::Choice => messages::word(&format!("choice_{text}")),
        Value::Array(_) if setting.kind == SettingKind::Questions => {
            form::of(value).iter().map(question).collect::<Vec<_>>().join("\n")
        }
        Value::Bool(yes) => messages::word(if *yes { "value_yes" } else { "value_no" }),
        Value::Null => messages::word("value_no_limit"),
        Value::String(text) => text.clone(),
        Value::Array(_) => rubric::of(value).iter().map(criterion).collect::<Vec<_>>().join("\n"),
        other => match setting.unit {
            Some(unit) => format!("{other} {}", messages::word(&format!("unit_{unit}"))),
            None => other.to_string(),
        },
    }
}

/// A criterion as people say it: its name and its full marks.
fn criterion(of: &Criterion) -> String {
    let key = of.key.as_deref().unwrap_or_default();
    let name = of.name.clone().unwrap_or_else(|| messages::word(&format!("criterion_{key}")));
    format!("{name} {} {}", of.points, messages::word("unit_points"))
}

/// A question of a report as people say it: its name.
fn question(of: &ReportQuestion) -> String {
    of.name.clone().unwrap_or_else(|| messages::word(&format!("question_{}", of.key())))
}

/// A rule as a row of the spreadsheet.
fn row(setting: &Setting, values: &Values, base: Option<BaseId>, today: Day) -> Vec<Cell> {
    let holds = values.effective(setting, base, today);
    let next = values.next(setting, base, today);
    vec![
        xlsx::text(messages::word(&format!("setting_{}", setting.key.replace('.', "_")))),
        xlsx::text(spoken(setting, &holds.value)),
        xlsx::text(messages::word(&format!("setting_scope_{}", holds.scope))),
        holds.from.map_or(Cell::Empty, xlsx::day),
        xlsx::optional(holds.basis.as_deref()),
        next.as_ref().map_or(Cell::Empty, |(value, _)| xlsx::text(spoken(setting, value))),
        next.map_or(Cell::Empty, |(_, from)| xlsx::day(from)),
    ]
}

#[OpenApi(prefix_path = "/api/v1")]
impl SettingsApi {
    /// Rules that can be set
    ///
    /// As they hold today for a base, or for the city.
    #[oai(path = "/settings", method = "get", operation_id = "settings_list", tag = Tag::Settings)]
    async fn list(
        &self,
        by: By<act::SettingsRead>,
        /// For which base; the city if left out.
        base: Query<Option<BaseId>>,
    ) -> Answer<Json<SettingList>> {
        service::base_exists(&self.0, base.0).await?;
        let (values, today) = (service::values(&self.0).await?, self.0.today());
        let items = SETTINGS.iter().map(|setting| view(&by, setting, &values, base.0, today)).collect();
        Ok(Json(SettingList { items }))
    }

    /// Rules that can be set as a spreadsheet, as they hold today for a base, or for the city
    #[oai(path = "/settings/export", method = "get", operation_id = "settings_export", tag = Tag::Settings)]
    async fn export(
        &self,
        _by: By<act::SettingsRead>,
        /// For which base; the city if left out.
        base: Query<Option<BaseId>>,
    ) -> Answer<Xlsx> {
        service::base_exists(&self.0, base.0).await?;
        let (values, today) = (service::values(&self.0).await?, self.0.today());
        let rows = SETTINGS.iter().map(|setting| row(setting, &values, base.0, today));
        let headers = &[
            ("column_rule", ColumnKind::Text),
            ("column_value", ColumnKind::Text),
            ("column_scope", ColumnKind::Text),
            ("column_since", ColumnKind::Date),
            ("column_basis", ColumnKind::Text),
            ("column_next_value", ColumnKind::Text),
            ("column_next_since", ColumnKind::Date),
        ];
        Ok(Xlsx::list("sheet_title_settings", headers, rows, today).await?)
    }

    /// Set a rule from a day on
    #[oai(path = "/settings", method = "post", operation_id = "settings_set", tag = Tag::Settings)]
    async fn set(&self, by: By<act::SettingsEdit>, body: Body<SettingBody>) -> Answer<Json<SettingView>> {
        let body = body.0;
        let setting = Setting::of(&body.key).ok_or_else(|| {
            let fault = FieldFault::new("key", Code::UnknownSetting).with("key", body.key.clone());
            Refusal::fields(vec![fault])
        })?;
        let basis = body.basis.map(|basis| basis.trim().to_owned()).filter(|basis| !basis.is_empty());
        let new = SetValue { key: body.key, base: body.base, value: body.value, from: body.from, basis };
        service::set(&self.0, &by, new).await?;
        let values = service::values(&self.0).await?;
        Ok(Json(view(&by, setting, &values, body.base, self.0.today())))
    }
}
