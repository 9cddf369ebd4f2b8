//! Rules that can be set, versioned by date: the city's value is the default, a base may have its own.
//!
//! Owns the table `setting`; the routes under `/settings`. What there is to be set stands in
//! `domain::setting`.

pub mod api;
pub mod service;
pub mod store;

pub use service::{Values, boolean, integer, values};
