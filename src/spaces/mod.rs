//! Buildings, floors, rooms and desks of the bases; who has a desk or an office for which term;
//! closures and hand-overs.
//!
//! Owns the tables `building`, `floor`, `space`, `allocation`, `closure` and `handover`, and the
//! routes under the tags Spaces and Allocations. That no two terms of a space meet is kept by the
//! reservation core, [`crate::claims`].

pub mod api;
pub mod api_allocations;
mod around;
pub mod closures;
pub mod edit;
pub mod export;
pub mod handovers;
pub mod lists;
pub mod plan;
pub mod plan_views;
mod refused;
pub mod rules;
pub mod service;
pub mod store;
pub mod store_terms;
pub mod terms;
pub mod ticks;
pub mod together;
pub mod views;
mod writing;
