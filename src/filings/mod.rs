//! Filings (登记备案辅导): a base helps an organization to be registered or recorded.
//!
//! Owns the table `filing`, and the routes under the tag Filings. It stands above organizations, whose record becomes a
//! registered one with the certificate, and takes days and clocks as applications count them.

pub mod api;
pub mod api_authority;
pub mod api_export;
pub mod ask;
pub mod figures;
pub mod matter;
pub mod steps;
pub mod store;
pub mod views;
