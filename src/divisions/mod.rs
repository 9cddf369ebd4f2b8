//! Administrative divisions (GB/T 2260 and its statistical extension): four levels, kept with
//! their validity, never overwritten.
//!
//! Owns the table `division`; the routes under `/divisions`.

pub mod api;
pub mod store;
