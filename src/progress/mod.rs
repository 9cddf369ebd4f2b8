//! Periodic reports: what residents did in a month or a quarter, on the form of their base.
//!
//! Owns the table `progress_report` and the routes under the tag Progress. It stands above residencies, of which it
//! reads who was resident.

pub mod api;
pub mod api_export;
pub mod api_periods;
pub mod matter;
pub mod periods;
pub mod steps;
pub mod store;
pub mod views;
pub mod views_periods;
