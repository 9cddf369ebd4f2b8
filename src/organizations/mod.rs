//! Social organizations and their people (domain facts 1.3 to 1.7).
//!
//! Owns the tables `organization` and `person`; the routes under `/organizations` and `/persons`.
//! Which bases host an organization is decided, and written, by the room of spaces.

pub mod api;
pub mod change;
pub mod details;
pub mod export;
pub mod intake;
pub mod names_api;
pub mod people;
pub mod persons_api;
pub mod register;
pub mod roll;
pub mod service;
pub mod store;
pub mod store_list;
pub mod store_persons;
pub mod store_places;
pub mod views;
