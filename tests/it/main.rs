//! The one integration binary: stories over HTTP, races, and the guards that nothing drifts.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[allow(dead_code, reason = "a world offers a whole house, whichever doors today's stories use")]
mod world;

mod bases;
mod imports;
