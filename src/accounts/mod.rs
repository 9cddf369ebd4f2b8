//! Access of people: accounts, the roles they hold over a scope for a time, sessions of browsers,
//! personal tokens, and the first administrator.
//!
//! Owns the tables `account`, `role_grant`, `session`, `api_token`, `signin_attempt`, `setup`;
//! the routes under `/session`, `/sessions`, `/account`, `/accounts`, `/tokens`, `/setup`.

pub mod api;
pub mod api_export;
pub mod api_session;
pub mod password;
pub mod service;
pub mod setup;
pub mod signin;
pub mod store;
