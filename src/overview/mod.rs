//! The figures of a base and of the city, and what needs somebody today.
//!
//! Owns no table; the routes `/overview` and `/bases/:id/overview`. All is computed from terms of
//! desks and offices and from residencies, so that the figures, the plan and the lists cannot disagree.

pub mod api;
mod assessed;
mod attention;
mod figures;
mod filed;
mod labels;
mod reported;
mod stays;
mod store;
mod waiting;

use domain::{
    day::Day,
    id::BaseId,
    overview::Stages,
    setting::{EXPIRING_DAYS, GROWING_MONTHS, MATURE_MONTHS},
};

use crate::settings::service::Values;

/// What the figures take from the settings.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Days before its end from which a term counts as ending soon.
    pub soon_days: u32,
    /// From which month on a resident is growing, and mature.
    pub stages: Stages,
}

/// The rules of a base, or of the city, among all settings.
#[must_use]
pub fn rules(values: &Values, base: Option<BaseId>, today: Day) -> Rules {
    // Bounds keep the numbers small, and each ships with a value.
    let number = |key| values.integer(base, key, today).and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    Rules {
        soon_days: number(EXPIRING_DAYS),
        stages: Stages { growing: number(GROWING_MONTHS), mature: number(MATURE_MONTHS) },
    }
}
