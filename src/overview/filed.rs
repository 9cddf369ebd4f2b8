//! Registrations and recordings that need somebody: what the base has to accept and to look at, what the authority
//! asked for, what is late at the authority.

use std::sync::Arc;

use domain::{filing::FilingState, id::BaseId};

use super::{
    attention::Attention,
    labels::{self, Labels},
    waiting::Over,
};
use crate::{
    applications::checks::Ground,
    db::{Keep, tables},
    fault::Fault,
    filings::{
        matter,
        store::{self, FilingRow},
    },
    house::House,
};

/// What needs somebody, a list a kind.
#[derive(Debug, Default)]
pub struct Filed {
    /// To be accepted; of the city, what is late.
    pub accept: Vec<Over>,
    /// Papers to be looked at; of the city, what is late.
    pub review: Vec<Over>,
    /// What the authority asked for; of the city, what is late.
    pub supplement: Vec<Over>,
    /// Late at the authority.
    pub overdue: Vec<Over>,
}

impl Keep for Filed {}

const READ_OF: &[&str] = &["filing", "organization", "base", "setting", "work_day"];

/// What needs the base, or, over all bases, what is late; kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn kept(house: &House, base: Option<BaseId>) -> Result<Arc<Filed>, Fault> {
    let read = || found(house, base);
    house.db.keep("filings_waiting", format!("{base:?} {}", house.today()), tables(READ_OF), read).await
}

async fn found(house: &House, base: Option<BaseId>) -> Result<Filed, Fault> {
    const STATES: [FilingState; 5] = [
        FilingState::Asked,
        FilingState::Preparing,
        FilingState::Reviewing,
        FilingState::Supplement,
        FilingState::Filed,
    ];
    let reads: Vec<_> = STATES.iter().map(|state| store::standing(*state, base)).collect();
    let (rows, bases) = house.db.read((reads, crate::bases::store::every())).await?;
    let rows: Vec<FilingRow> = rows.into_iter().flatten().collect();
    let labels = Labels::read(house, rows.iter().map(|row| row.organization.0), (&bases, base)).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let mut all = Filed::default();
    for row in &rows {
        let clock = matter::clock(&row.filing()?, &ground)?;
        let late = clock.as_ref().is_some_and(|of| of.late(ground.today()).is_some());
        let due = clock.map(|of| of.deadline.due);
        let waits = due.is_some();
        let entry = labels.numbered(row.id.0, None, (row.base.0, row.organization.0), due);
        let list = match row.state.0 {
            FilingState::Filed if late => &mut all.overdue,
            FilingState::Asked if late || base.is_some() => &mut all.accept,
            FilingState::Reviewing if late || base.is_some() => &mut all.review,
            FilingState::Supplement if late || base.is_some() => &mut all.supplement,
            // Given back once more while the authority waits for it.
            FilingState::Preparing if waits && (late || base.is_some()) => &mut all.supplement,
            _ => continue,
        };
        list.push(entry);
    }
    for list in [&mut all.accept, &mut all.review, &mut all.supplement, &mut all.overdue] {
        labels::sort(list);
    }
    Ok(all)
}

/// A line a kind, for those that have something.
pub(super) fn lines(of: &Filed) -> Vec<Attention> {
    labels::lines(&[
        ("filing_to_accept", &of.accept),
        ("filing_to_review", &of.review),
        ("filing_supplement", &of.supplement),
        ("filing_overdue", &of.overdue),
    ])
}
