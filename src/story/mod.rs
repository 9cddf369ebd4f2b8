//! One organization as one story (历程): what happened to it in all rooms of the house in order of time, and what it has
//! received of its bases (支持价值).
//!
//! Owns no table. The story is read from the journal, so that nothing is in it that was not done, and the ledger from
//! terms, residencies, assessments and certificates, so that its sums are those of the rooms themselves.

pub mod api;
pub mod api_export;
pub mod api_value;
mod chapters;
mod ledger;
mod received;
mod store;
mod views;
