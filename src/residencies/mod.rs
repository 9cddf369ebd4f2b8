//! Residencies: an organization in a base for a time, from the agreement over moving in to the hand-back.
//!
//! Owns the tables `residency` and `agreement`, and the routes under the tag Residencies. It stands above applications,
//! whose last steps it takes, and above spaces, which it reserves, hands over and gives back within its own
//! transactions.

pub mod api;
pub mod api_agreements;
pub mod api_export;
pub mod api_follow;
pub mod api_proceedings;
pub mod api_renewals;
pub mod change;
pub mod enter;
pub mod follow;
pub mod issue;
pub mod lists;
pub mod matter;
pub mod paper;
pub mod proceed;
pub mod renew;
pub mod steps;
pub mod store;
pub mod views;
pub mod views_list;
