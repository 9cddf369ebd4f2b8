//! Incubation bases: their particulars (domain facts 1.2), and what is going on in them.
//!
//! Owns the table `base`; the routes under `/bases` and `/overview`.

pub mod api;
pub mod api_export;
pub mod store;
