//! Intakes of the bases, and applications for a place in one: from the announcement to the first check.
//!
//! Owns the tables `intake`, `application` and `counter`, and the routes under the tags Intakes and
//! Applications. The clocks and the lifecycle are `domain::application`; what an application asks for is
//! kept as its form, how it went as its course.

pub mod advance;
pub mod api;
pub mod api_export;
pub mod api_intakes;
pub mod checks;
pub mod intakes;
pub mod lists;
pub mod service;
pub mod sign_up;
pub mod store;
pub mod ticks;
pub mod views;
pub mod views_clock;
pub mod views_dossier;
pub mod views_intakes;
pub mod waiting;
