//! Assessments that need somebody: self scores that are late, what is to be scored, appeals.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    assessment::{AssessmentOwner, AssessmentState},
    id::{BaseId, OrganizationId},
};

use super::{
    attention::{Attention, AttentionItem, listed},
    waiting::Over,
};
use crate::{
    applications::checks::Ground,
    assessments::{
        matter,
        store::{self, AssessmentRow},
    },
    db::{Keep, rid, tables},
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
    let owners: Vec<_> = rows.iter().map(|row| rid(row.organization.0)).collect();
    let owners = house.db.read(crate::organizations::store::of_records(&owners)).await?;
    let names: BTreeMap<OrganizationId, &str> = owners.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let short: BTreeMap<BaseId, &str> = bases.iter().map(|row| (row.id.0, row.short_name.as_str())).collect();
    let ground = Ground::for_views(house, &bases).await?;
    let mut all = Assessed::default();
    for row in &rows {
        let Some(clock) = matter::clock(&row.assessment()?, &ground)? else { continue };
        let due = clock.deadline.due;
        let late = due < ground.today() && !clock.deadline.provisional;
        // Over the city, a line names its base.
        let at = if base.is_none() { short.get(&row.base.0).copied().unwrap_or_default() } else { "" };
        let name = names.get(&row.organization.0).copied().unwrap_or_default();
        let entry =
            || Over { id: row.id.0.to_string(), label: format!("{at} {name}").trim().to_owned(), due: Some(due) };
        match clock.owner {
            AssessmentOwner::Organization if late && base.is_some() => all.late.push(entry()),
            AssessmentOwner::Base if late || base.is_some() => all.score.push(entry()),
            AssessmentOwner::City if base.is_none() => all.appeal.push(entry()),
            _ => {}
        }
    }
    for list in [&mut all.late, &mut all.score, &mut all.appeal] {
        list.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    }
    Ok(all)
}

/// A line a kind, for those that have something.
pub(super) fn lines(of: &Assessed) -> Vec<Attention> {
    let kinds =
        [("self_score_overdue", &of.late), ("assessment_to_score", &of.score), ("appeal_to_answer", &of.appeal)];
    let item = |one: &Over| AttentionItem { id: one.id.clone(), label: one.label.clone(), day: one.due };
    let all = kinds.into_iter().map(|(kind, all)| listed(kind, all.iter().map(item).collect()));
    all.filter(|entry| entry.count > 0).collect()
}
