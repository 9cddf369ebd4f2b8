//! The figures of a base and of the city, and what needs somebody today.
//!
//! Owns no table; the routes `/overview` and `/bases/:id/overview`. All is computed from terms of
//! desks and offices, so that the figures, the plan and the timeline cannot disagree.

pub mod api;
mod figures;
mod store;

use domain::{day::Day, id::BaseId, overview::Stages};

use crate::{fault::Fault, house::House};

/// What the figures take from the settings.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Days before its end from which a term counts as ending soon.
    pub soon_days: u32,
    /// From which month on a resident is growing, and mature.
    pub stages: Stages,
}

/// The rules of a base, or of the city.
///
/// # Errors
/// What the database says.
pub async fn rules(_house: &House, _base: Option<BaseId>, _today: Day) -> Result<Rules, Fault> {
    Ok(Rules { soon_days: 30, stages: Stages { growing: 6, mature: 14 } })
}
