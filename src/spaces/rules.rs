//! The base's rules for terms, in one place so that settings have one door to come in by.

use domain::{allocation::Rules, claim::Policy, id::BaseId};

use crate::{fault::Fault, house::House};

/// A term that ends within so many days is about to.
const EXPIRING_DAYS: i64 = 30;
/// How many days in the past something may be entered afterwards.
const MAX_DAYS_BACK: u32 = 60;

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
pub async fn rules_of(_house: &House, _base: BaseId) -> Result<TermRules, Fault> {
    let policy = Policy { pending_blocks: true, ..Policy::default() };
    let rules = Rules { max_term_months: None, max_days_back: MAX_DAYS_BACK, policy };
    Ok(TermRules { rules, expiring_days: EXPIRING_DAYS })
}
