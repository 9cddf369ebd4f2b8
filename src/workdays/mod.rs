//! The work calendar: days that differ from Monday to Friday, and the deadlines that are counted by
//! it.
//!
//! Owns the table `work_day`; the routes under `/workdays` and `/deadlines`.

pub mod api;
pub mod service;
pub mod store;
