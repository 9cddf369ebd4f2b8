//! Assessments: a base has its residents assessed in rounds, on the sheet that holds then.
//!
//! Owns the tables `assessment_round` and `assessment`, and the routes under the tag Assessments. It stands above
//! residencies, of which it reads who is resident, and asks reviews who may be an expert.

pub mod api;
pub mod api_export;
pub mod api_rounds;
pub mod matter;
pub mod rounds;
pub mod steps;
pub mod store;
pub mod views;
pub mod views_rounds;
