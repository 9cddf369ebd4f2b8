//! Certificates: what is certified, printed once and kept as it was printed; anybody looks one up by its code.
//!
//! Owns the table `certificate`, and the routes under the tag Certificates. It stands below what it certifies: whoever
//! does prepares one and writes it in the transaction of its own decision, as residencies do when somebody graduates.

pub mod api;
pub mod api_export;
pub mod api_public;
pub mod paper;
pub mod service;
pub mod store;
pub mod views;
