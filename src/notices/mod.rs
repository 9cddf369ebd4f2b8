//! Publicity: what is to be decided is shown to everybody, whoever objects is heard, and what nobody objects to
//! is approved.
//!
//! Owns the tables `notice` and `objection`, and the routes under the tag Notices. It knows which kinds of things
//! can be shown, and takes their steps with them: applications for a place now.

pub mod api;
pub mod api_export;
pub mod api_public;
pub mod objections;
pub mod service;
pub mod store;
pub mod subjects;
pub mod views;
