//! Buildings, floors, rooms and desks of the bases; who has a desk or an office for which term;
//! closures and hand-overs.
//!
//! Owns the tables `building`, `floor`, `space`, `allocation`, `closure` and `handover`, and the
//! routes under the tags Spaces and Allocations. That no two terms of a space meet is kept by the
//! reservation core, [`crate::claims`].

pub mod service;
pub mod store;
