//! Residencies that need their base: agreements to issue, to be signed, moving in, ends that come, exits.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
    residency::ResidencyState,
    setting::EXPIRING_DAYS,
};

use super::{
    attention::{Attention, AttentionItem, listed},
    waiting::Over,
};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    db::{Keep, rid, tables},
    fault::Fault,
    house::House,
    residencies::{
        issue, matter,
        store::{self, ResidencyRow},
    },
};

/// What needs somebody, a list a kind.
#[derive(Debug, Default)]
pub struct Stays {
    /// Approved applications without an agreement.
    pub issue: Vec<Over>,
    /// Agreements that were not signed in time.
    pub unsigned: Vec<Over>,
    /// Signed ones whose first day has come.
    pub move_in: Vec<Over>,
    /// Residencies that end soon.
    pub ending: Vec<Over>,
    /// Residencies whose agreed time is over.
    pub over: Vec<Over>,
    /// Exits that are not over; of the city, those that are late.
    pub exit: Vec<Over>,
}

impl Keep for Stays {}

const READ_OF: &[&str] = &["residency", "agreement", "application", "organization", "base", "setting", "work_day"];

/// What needs the base, or, over all bases, what is late; kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn kept(house: &House, base: Option<BaseId>) -> Result<Arc<Stays>, Fault> {
    let read = || async {
        let bases = match base {
            Some(base) => house.db.read(crate::bases::store::one(base)).await?,
            None => house.db.read(crate::bases::store::every()).await?,
        };
        found(house, &bases, base).await
    };
    house.db.keep("residencies_waiting", format!("{base:?} {}", house.today()), tables(READ_OF), read).await
}

async fn found(house: &House, bases: &[BaseRow], base: Option<BaseId>) -> Result<Stays, Fault> {
    const STATES: [ResidencyState; 4] =
        [ResidencyState::Agreeing, ResidencyState::Signed, ResidencyState::Active, ResidencyState::Leaving];
    let reads: Vec<_> = STATES.iter().map(|state| store::standing(*state, base)).collect();
    let (rows, approved) = house.db.read((reads, issue::to_issue(base))).await?;
    let rows: Vec<ResidencyRow> = rows.into_iter().flatten().collect();
    let owners: Vec<_> = rows
        .iter()
        .map(|row| rid(row.organization.0))
        .chain(approved.iter().map(|row| rid(row.organization.0)))
        .collect();
    let owners = house.db.read(crate::organizations::store::of_records(&owners)).await?;
    let names: BTreeMap<OrganizationId, &str> = owners.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let short: BTreeMap<BaseId, &str> = bases.iter().map(|row| (row.id.0, row.short_name.as_str())).collect();
    // Over the city, a line names its base.
    let label = |of: BaseId, organization: OrganizationId, number: Option<&str>| {
        let at = if base.is_none() { short.get(&of).copied().unwrap_or_default() } else { "" };
        let name = names.get(&organization).copied().unwrap_or_default();
        [at, number.unwrap_or_default(), name].join(" ").trim().replace("  ", " ")
    };
    let ground = Ground::for_views(house, bases).await?;
    let today = ground.today();
    let mut all = Stays::default();
    let clocks = matter::clocks(house, &ground, &rows).await?;
    for (row, clock) in rows.iter().zip(clocks) {
        let due = clock.as_ref().map(|clock| clock.deadline.due);
        let late = due.is_some_and(|due| due < today);
        let entry = |day: Option<Day>| Over {
            id: row.id.0.to_string(),
            label: label(row.base.0, row.organization.0, row.number.as_deref()),
            due: day,
        };
        let soon = today.plus(i64::from(ground.number(row.base.0, EXPIRING_DAYS, today)));
        match row.state.0 {
            ResidencyState::Agreeing if late => all.unsigned.push(entry(due)),
            ResidencyState::Signed if base.is_some() && row.first.0 <= today => all.move_in.push(entry(due)),
            ResidencyState::Active if row.last.0 < today => all.over.push(entry(Some(row.last.0))),
            ResidencyState::Active if base.is_some() && row.last.0 <= soon => all.ending.push(entry(Some(row.last.0))),
            ResidencyState::Leaving if late || base.is_some() => all.exit.push(entry(due)),
            _ => {}
        }
    }
    for row in &approved {
        let due = ground.clock(&row.application()?)?.map(|clock| clock.deadline.due);
        if base.is_some() || due.is_some_and(|due| due < today) {
            let label = label(row.base.0, row.organization.0, row.number.as_deref());
            all.issue.push(Over { id: row.id.0.to_string(), label, due });
        }
    }
    for list in [&mut all.issue, &mut all.unsigned, &mut all.move_in, &mut all.ending, &mut all.over, &mut all.exit] {
        list.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    }
    Ok(all)
}

/// A line a kind, for those that have something.
pub(super) fn lines(of: &Stays) -> Vec<Attention> {
    let kinds = [
        ("agreement_to_issue", &of.issue),
        ("agreement_overdue", &of.unsigned),
        ("move_in_due", &of.move_in),
        ("residency_ending", &of.ending),
        ("residency_over", &of.over),
        ("exit_to_settle", &of.exit),
    ];
    let item = |one: &Over| AttentionItem { id: one.id.clone(), label: one.label.clone(), day: one.due };
    let all = kinds.into_iter().map(|(kind, all)| listed(kind, all.iter().map(item).collect()));
    all.filter(|entry| entry.count > 0).collect()
}
