//! Reviews of applications by several reviewers: convened by a base, held by its reviewers each for himself,
//! decided by the city; and the waiting list.
//!
//! Owns the tables `review` and `review_sheet`, and the routes under the tag Reviews. The rules are
//! `domain::review` and `domain::rubric`; a place is a claim on its intake.

pub mod api;
pub mod api_export;
pub mod api_sheets;
pub mod convene;
pub mod decide;
pub mod matter;
pub mod service;
pub mod sheets;
pub mod store;
pub mod views;
pub mod views_prepare;
pub mod views_sheets;
