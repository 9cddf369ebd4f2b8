//! fuhua (孵化): the service by which a prefecture runs its social-organization incubation bases.
//!
//! One process: HTTP service, scheduler, embedded database, web page. ARCHITECTURE.md shows the
//! rooms and the way of a request through them.

pub mod accounts;
pub mod app;
pub mod applications;
pub mod assessments;
pub mod bases;
pub mod certificates;
pub mod check;
pub mod claims;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod divisions;
pub mod fault;
pub mod files;
pub mod filings;
pub mod house;
pub mod http;
pub mod imports;
pub mod journal;
pub mod messages;
pub mod notices;
pub mod organizations;
pub mod overview;
pub mod papers;
pub mod progress;
pub mod residencies;
pub mod reviews;
pub mod settings;
pub mod spaces;
pub mod story;
pub mod telemetry;
pub mod ticks;
pub mod workdays;
