//! The one integration binary: stories over HTTP, races, and the guards that nothing drifts.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

/// The program's own: what is tested runs with what ships, and the stories end sooner for it.
#[global_allocator]
static ALLOCATOR: memory::MiMalloc = memory::MiMalloc;

#[allow(dead_code, reason = "a world offers a whole house, whichever doors today's stories use")]
mod world;

mod access;
mod accounts;
mod applications;
mod assessments;
mod bases;
mod certificates;
mod check;
mod crawl;
mod db;
mod demo;
mod divisions;
mod examples;
mod exports;
mod files;
mod filings;
mod golden;
mod history;
mod idempotency;
mod imports;
mod journal;
mod kept;
mod leaks;
mod lifecycles;
mod notices;
mod openapi;
mod organizations;
mod plans;
mod problems;
mod process;
mod progress;
mod races;
mod residencies;
mod reviews;
mod schema;
mod settings;
mod spaces;
mod story;
mod tidy;
