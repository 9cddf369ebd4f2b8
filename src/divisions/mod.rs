//! Administrative divisions (GB/T 2260 and its statistical extension): four levels, kept with
//! their validity, never overwritten; and the work calendar's days.
//!
//! Owns the tables `division` and `work_day`; the routes under `/divisions`, `/workdays`,
//! `/deadlines`.

pub mod api;
pub mod store;
