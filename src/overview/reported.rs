//! Periodic reports that need somebody: what is to be looked at, what was not handed in in time.

use std::sync::Arc;

use domain::{
    id::BaseId,
    progress::{ReportOwner, ReportState},
};

use super::{
    attention::Attention,
    labels::{self, Labels},
    waiting::Over,
};
use crate::{
    applications::checks::Ground,
    db::{Keep, tables},
    fault::Fault,
    house::House,
    progress::{
        matter,
        store::{self, ReportRow},
    },
};

/// What needs somebody, a list a kind.
#[derive(Debug, Default)]
pub struct Reported {
    /// What the base has to look at; of the city, what is late.
    pub check: Vec<Over>,
    /// Reports that were not handed in in time; a base sees to those.
    pub late: Vec<Over>,
}

impl Keep for Reported {}

const READ_OF: &[&str] = &["progress_report", "organization", "base", "setting", "work_day"];

/// What needs the base, or, over all bases, what a base is late with; kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn kept(house: &House, base: Option<BaseId>) -> Result<Arc<Reported>, Fault> {
    let read = || found(house, base);
    house.db.keep("progress_waiting", format!("{base:?} {}", house.today()), tables(READ_OF), read).await
}

async fn found(house: &House, base: Option<BaseId>) -> Result<Reported, Fault> {
    const FILLED: [ReportState; 3] = [ReportState::Open, ReportState::Returned, ReportState::Correcting];
    let filled = FILLED.iter().filter(|_| base.is_some());
    let reads: Vec<_> = filled.chain(&[ReportState::Submitted]).map(|state| store::standing(*state, base)).collect();
    let (rows, bases) = house.db.read((reads, crate::bases::store::every())).await?;
    let rows: Vec<ReportRow> = rows.into_iter().flatten().collect();
    let labels = Labels::read(house, rows.iter().map(|row| row.organization.0), (&bases, base)).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let mut all = Reported::default();
    for row in &rows {
        let Some(clock) = matter::clock(&row.report()?, &ground)? else { continue };
        let late = clock.late(ground.today()).is_some();
        let entry = || labels.over(row.id.0, (row.base.0, row.organization.0), clock.deadline.due);
        match clock.owner {
            ReportOwner::Organization if late => all.late.push(entry()),
            ReportOwner::Base if late || base.is_some() => all.check.push(entry()),
            _ => {}
        }
    }
    for list in [&mut all.check, &mut all.late] {
        labels::sort(list);
    }
    Ok(all)
}

/// A line a kind, for those that have something.
pub(super) fn lines(of: &Reported) -> Vec<Attention> {
    labels::lines(&[("progress_to_check", &of.check), ("progress_overdue", &of.late)])
}
