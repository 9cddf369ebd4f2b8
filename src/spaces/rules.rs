//! The base's rules for terms, in one place so that settings have one door to come in by.

use domain::{
    allocation::Rules,
    claim::Policy,
    day::Day,
    id::BaseId,
    setting::{EXPIRING_DAYS, MAX_DAYS_BACK, MAX_TERM_MONTHS},
};

use crate::{
    fault::Fault,
    house::House,
    settings::{self, service::Values},
};

/// The base's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermRules {
    /// What the verbs decide by.
    pub rules: Rules,
    /// A term that ends within so many days is about to.
    pub expiring_days: i64,
}

/// The rules of a base as they are today.
///
/// # Errors
/// When they cannot be read.
pub async fn rules_of(house: &House, base: BaseId) -> Result<TermRules, Fault> {
    let values = settings::service::values(house).await?;
    Ok(rules_among(&values, base, house.today()))
}

/// The rules of a base on a day, among all settings; for views of many bases, which read them once.
#[must_use]
pub fn rules_among(values: &Values, base: BaseId, on: Day) -> TermRules {
    let number = |key| values.integer(Some(base), key, on);
    let policy = Policy { pending_blocks: true, ..Policy::default() };
    let rules = Rules {
        max_term_months: number(MAX_TERM_MONTHS).and_then(|months| u32::try_from(months).ok()),
        max_days_back: number(MAX_DAYS_BACK).and_then(|days| u32::try_from(days).ok()).unwrap_or_default(),
        policy,
    };
    TermRules { rules, expiring_days: number(EXPIRING_DAYS).unwrap_or_default() }
}
