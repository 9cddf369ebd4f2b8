//! Rows of settings.

use domain::{
    day::Day,
    id::{BaseId, SettingId},
    setting::{Effective, SetValue, SettingScope},
};
use serde::{Deserialize, Serialize};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Civil, Db, DbError, Read, Rec};

/// A value from a day on, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct SettingRow {
    /// Identifier.
    pub id: Rec<SettingId>,
    /// Its setting.
    pub key: String,
    /// For one base; none for the city.
    pub base: Option<Rec<BaseId>>,
    /// The value as JSON.
    pub value: String,
    /// The day from which it holds.
    pub from: Civil,
    /// What it rests on.
    pub basis: Option<String>,
    /// Who set it.
    pub name: String,
    /// When it was set.
    pub created_at: At,
}

impl From<SettingRow> for SetValue {
    fn from(row: SettingRow) -> Self {
        Self {
            key: row.key,
            base: row.base.map(|base| base.0),
            value: serde_json::from_str(&row.value).unwrap_or_default(),
            from: row.from.0,
            basis: row.basis,
        }
    }
}

/// Where a value comes from that was kept as it stood: the text of an agreement, a sheet of assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Whose it is.
    pub scope: SettingScope,
    /// Since when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

impl From<Effective> for Source {
    fn from(of: Effective) -> Self {
        Self { scope: of.scope, from: of.from, basis: of.basis }
    }
}

/// Values in the order in which they were set.
pub fn in_order(mut rows: Vec<SettingRow>) -> Vec<SetValue> {
    // An identifier begins with its moment of birth.
    rows.sort_by_key(|row| (row.created_at, row.id));
    rows.into_iter().map(SetValue::from).collect()
}

/// All values of a setting in the order in which they were set: a handful in the life of a house.
pub async fn of(db: &Db, key: &str) -> Result<Vec<SetValue>, DbError> {
    let rows = db
        .select("settings_of", "SELECT * FROM setting WHERE key = $key", [("key", Value::String(key.to_owned()))])
        .await?;
    Ok(in_order(rows))
}

/// All values of all settings.
#[must_use]
pub fn all() -> Read<SettingRow> {
    Read::new("settings_all", "SELECT * FROM setting")
}
