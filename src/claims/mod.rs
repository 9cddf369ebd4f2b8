//! The reservation core: one place for every scarce thing.
//!
//! A thing that can be taken is a row of `resource`; who has it when is a row of `claim`. Whoever
//! wants to take some of it reads the family of the resource with the claims that meet the time,
//! decides with [`domain::claim::decide`], and writes the guard of the family's root in the same
//! transaction as the claim. Two writers of one family therefore conflict, and one decides again
//! on what the other has written.
//!
//! Owns the tables `resource` and `claim`; has no routes of its own.

pub mod service;
pub mod store;
