//! `fuhua check`: reads a whole data folder and names everything that does not hold together.
//!
//! Changes nothing, brings nothing up to date, and reads some rows at a time, so that a large
//! database needs no more memory than a small one. Each check is an invariant that some
//! transaction keeps; a finding therefore means a bug, or a hand that was in the files.

mod applications;
mod assessments;
mod certificates;
mod claims;
mod copies;
mod filings;
mod links;
mod notices;
mod progress;
mod residencies;
mod reviews;
mod store;

use std::fmt;

use crate::{db::DbError, house::House, journal};

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What should hold.
    pub invariant: &'static str,
    /// The thing.
    pub thing: String,
    /// How it does not.
    pub what: String,
}

impl Finding {
    fn new(invariant: &'static str, thing: impl ToString, what: impl ToString) -> Self {
        Self { invariant, thing: thing.to_string(), what: what.to_string() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.invariant, self.thing, self.what)
    }
}

/// What is checked, in this order.
pub const INVARIANTS: &[&str] = &[
    "journal",
    "links",
    "codes",
    "claims",
    "terms",
    "closures",
    "organizations",
    "applications",
    "reviews",
    "notices",
    "residencies",
    "assessments",
    "progress",
    "filings",
    "certificates",
    "files",
];

/// Checks everything; `tell` is called with each finding as it is found.
///
/// # Errors
/// When the database cannot be read.
pub async fn everything(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    for broken in journal::verify(&house.db).await? {
        tell(Finding::new("journal", "journal", broken));
    }
    links::all(&house.db, tell).await?;
    links::codes(&house.db, tell).await?;
    claims::capacity(house, tell).await?;
    claims::terms(house, tell).await?;
    claims::closures(house, tell).await?;
    copies::organizations(house, tell).await?;
    applications::whole(house, tell).await?;
    reviews::standing(house, tell).await?;
    reviews::places(house, tell).await?;
    notices::whole(house, tell).await?;
    residencies::whole(house, tell).await?;
    assessments::whole(house, tell).await?;
    progress::whole(house, tell).await?;
    filings::whole(house, tell).await?;
    certificates::whole(house, tell).await?;
    copies::files(house, tell).await?;
    Ok(())
}
