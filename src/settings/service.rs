//! The verbs of settings.

use std::sync::Arc;

use domain::{
    access::{Action, Facts},
    code::Code,
    day::Day,
    id::BaseId,
    refusal::Refusal,
    setting::{self, Effective, SetValue, Setting},
};
use serde_json::json;

use super::store::{self, SettingRow};
use crate::{
    db::{Keep, Rec, Text, Tx, tables},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{CITY, Draft, canonical},
};

/// All values as they are stored, for several questions with one reading.
#[derive(Debug, Clone, Default)]
pub struct Values(Vec<SetValue>);

impl Values {
    /// From the rows of all values.
    #[must_use]
    pub fn of(rows: Vec<SettingRow>) -> Self {
        Self(store::in_order(rows))
    }
    /// The value that holds for a base (or the city) on a day.
    #[must_use]
    pub fn effective(&self, setting: &Setting, base: Option<BaseId>, on: Day) -> Effective {
        setting::effective(setting, &self.0, base, on)
    }
    /// The value that is set already for a later day.
    #[must_use]
    pub fn next(&self, setting: &Setting, base: Option<BaseId>, after: Day) -> Option<(serde_json::Value, Day)> {
        setting::following(setting, &self.0, base, after)
    }
    /// The number of a setting; none where it is without limit.
    #[must_use]
    pub fn integer(&self, base: Option<BaseId>, key: &'static str, on: Day) -> Option<i64> {
        self.effective(known(key), base, on).value.as_i64()
    }
    /// The yes or no of a setting.
    #[must_use]
    pub fn boolean(&self, base: Option<BaseId>, key: &'static str, on: Day) -> bool {
        self.effective(known(key), base, on).value.as_bool().unwrap_or_default()
    }
    /// The value of a setting for a base (or the city) on a day, with where it comes from.
    #[must_use]
    pub fn found(&self, base: Option<BaseId>, key: &'static str, on: Day) -> Effective {
        self.effective(known(key), base, on)
    }
    /// The value of a setting as it travels.
    #[must_use]
    pub fn value(&self, base: Option<BaseId>, key: &'static str, on: Day) -> serde_json::Value {
        self.effective(known(key), base, on).value
    }
}

fn known(key: &'static str) -> &'static Setting {
    Setting::of(key).expect("asked by a constant of domain::setting, each of which is declared there")
}

impl Keep for Values {}

/// Reads all values at once.
///
/// # Errors
/// When they cannot be read.
pub async fn values(house: &House) -> Result<Arc<Values>, Fault> {
    let read = || async { Ok(Values::of(house.db.read(store::all()).await?)) };
    house.db.keep("settings", "", tables(&["setting"]), read).await
}

/// The number of one setting for a base (or the city) on a day; none where it is without limit.
pub async fn integer(house: &House, base: Option<BaseId>, key: &'static str, on: Day) -> Result<Option<i64>, Fault> {
    Ok(Values(store::of(&house.db, key).await?).integer(base, key, on))
}

/// The yes or no of one setting for a base (or the city) on a day.
pub async fn boolean(house: &House, base: Option<BaseId>, key: &'static str, on: Day) -> Result<bool, Fault> {
    Ok(Values(store::of(&house.db, key).await?).boolean(base, key, on))
}

/// What the policy asks of a value for a base, or for the city.
#[must_use]
pub fn facts(base: Option<BaseId>) -> Facts {
    base.map(Facts::of_base).unwrap_or_default()
}

/// Fails unless the base is there.
///
/// # Errors
/// `not_found` at the field `base`.
pub async fn base_exists(house: &House, base: Option<BaseId>) -> Result<(), Fault> {
    match base {
        Some(base) if crate::bases::store::find(&house.db, base).await?.is_none() => {
            Err(Refusal::field("base", Code::NotFound).into())
        }
        _ => Ok(()),
    }
}

/// Sets a value from a day on.
///
/// # Errors
/// `not_allowed` for the city or another base, bad fields.
pub async fn set(house: &House, by: &Caller, new: SetValue) -> Result<(), Fault> {
    let acting = by.allow(Action::SettingsEdit, Action::SettingsRead, &facts(new.base))?;
    base_exists(house, new.base).await?;
    let faults = setting::check(&new, house.today());
    if !faults.is_empty() {
        return Err(Refusal::fields(faults).into());
    }
    let setting = Setting::of(&new.key).ok_or_else(Refusal::missing)?;
    let row = SettingRow {
        id: Rec(house.chance.id(acting.at)),
        key: new.key.clone(),
        base: new.base.map(Rec),
        value: canonical(&new.value),
        from: Text(new.from),
        basis: new.basis.clone(),
        name: acting.name.clone(),
        created_at: acting.at.into(),
    };
    house
        .db
        .decide(|| async {
            let before = Values(store::of(&house.db, setting.key).await?).effective(setting, new.base, new.from);
            let mut draft = Draft::new(format!("setting {}", new.key), "settings.set", &acting)
                .values(json!({"key": new.key, "from": new.from}))
                .change(
                    Some(json!({"value": before.value, "scope": before.scope, "basis": before.basis})),
                    Some(json!({
                        "value": new.value,
                        "scope": if new.base.is_some() { "base" } else { "city" },
                        "basis": new.basis,
                        "from": new.from,
                    })),
                );
            draft = match new.base {
                Some(base) => draft.about(base),
                None => draft.about(CITY),
            };
            let mut tx = Tx::new();
            tx.insert(row.id.0, row.clone());
            tx.journal(draft);
            Ok::<_, Fault>(house.db.commit(tx).await?)
        })
        .await
}
