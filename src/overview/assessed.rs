//! Assessments that need somebody: self scores that are late, what is to be scored, appeals.

use std::sync::Arc;

use domain::{
    assessment::{AssessmentOwner, AssessmentState},
    id::BaseId,
};

use super::{
    attention::Attention,
    labels::{self, Labels},
    waiting::Over,
};
use crate::{
    applications::checks::Ground,
    assessments::{
        matter,
        store::{self, AssessmentRow},
    },
    db::{Keep, tables},
    fault::Fault,
    house::House,
};

/// What needs somebody, a list a kind.
#[derive(Debug, Default)]
pub struct Assessed {
    /// Self scores that were not handed in in time.
    pub late: Vec<Over>,
    /// What the base has to score; of the city, what is late.
    pub score: Vec<Over>,
    /// Appeals that the city answers.
    pub appeal: Vec<Over>,
}

impl Keep for Assessed {}

const READ_OF: &[&str] = &["assessment", "organization", "base", "setting", "work_day"];

/// What needs the base, or, over all bases, what is late or the city's own; kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn kept(house: &House, base: Option<BaseId>) -> Result<Arc<Assessed>, Fault> {
    let read = || found(house, base);
    house.db.keep("assessments_waiting", format!("{base:?} {}", house.today()), tables(READ_OF), read).await
}

async fn found(house: &House, base: Option<BaseId>) -> Result<Assessed, Fault> {
    const STATES: [AssessmentState; 3] =
        [AssessmentState::SelfScoring, AssessmentState::Scoring, AssessmentState::Appealed];
    let reads: Vec<_> = STATES.iter().map(|state| store::standing(*state, base)).collect();
    let (rows, bases) = house.db.read((reads, crate::bases::store::every())).await?;
    let rows: Vec<AssessmentRow> = rows.into_iter().flatten().collect();
    let owners = rows.iter().map(|row| row.organization.0);
    let labels = Labels::read(house, owners, (&bases, base)).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let mut all = Assessed::default();
    for row in &rows {
        let Some(clock) = matter::clock(&row.assessment()?, &ground)? else { continue };
        let due = clock.deadline.due;
        let late = due < ground.today() && !clock.deadline.provisional;
        let entry = || labels.over(row.id.0, (row.base.0, row.organization.0), due);
        match clock.owner {
            AssessmentOwner::Organization if late && base.is_some() => all.late.push(entry()),
            AssessmentOwner::Base if late || base.is_some() => all.score.push(entry()),
            AssessmentOwner::City if base.is_none() => all.appeal.push(entry()),
            _ => {}
        }
    }
    for list in [&mut all.late, &mut all.score, &mut all.appeal] {
        labels::sort(list);
    }
    Ok(all)
}

/// A line a kind, for those that have something.
pub(super) fn lines(of: &Assessed) -> Vec<Attention> {
    labels::lines(&[
        ("self_score_overdue", &of.late),
        ("assessment_to_score", &of.score),
        ("appeal_to_answer", &of.appeal),
    ])
}
