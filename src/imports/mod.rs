//! Spreadsheets in: read, checked row by row, written as a whole, taken back as a whole.
//!
//! Owns the table `import_batch` and the routes under `/imports`. What a file means is decided by
//! the pure crate `sheets`; what is known already is asked here; the rows are made by the rooms that
//! own them. Reading and judging run on threads of their own, one file at a time, so that neither
//! a large file nor many of them take the service's memory or its breath.

pub mod api;
pub mod api_export;
pub mod check;
pub mod days;
pub mod dependents;
pub mod form;
pub mod jobs;
pub mod known;
pub mod report;
pub mod service;
pub mod setup;
pub mod store;
pub mod store_dependents;
pub mod undo;
pub mod views;
pub mod write;
