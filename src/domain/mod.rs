//! The rules of incubation bases, pure: no HTTP, no database, no async, no clock of its own.
//!
//! Every decision is a function of facts, an actor and a moment that come in as values, so that
//! it can be tested without a world and gives the same answer on every instance.

pub mod access;
pub mod agreement;
pub mod allocation;
pub mod application;
pub mod assessment;
pub mod certificate;
pub mod claim;
pub mod closure;
pub mod code;
pub mod contact;
pub mod credit_code;
pub mod criteria;
pub mod day;
pub mod filing;
pub mod history;
pub mod id;
pub mod import;
pub mod intake;
pub mod interval;
pub mod lifecycle;
pub mod money;
pub mod notice;
#[cfg(feature = "openapi")]
pub(crate) mod openapi;
pub mod organization;
pub mod overview;
pub mod person;
pub mod progress;
pub mod refusal;
pub mod residency;
pub mod review;
pub mod rubric;
pub mod setting;
pub mod space;
pub mod story;
pub mod template;
pub mod value;
pub mod words;
pub mod workday;
