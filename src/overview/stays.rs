//! Residencies that need their base: agreements to issue, to be signed, moving in, ends that come, exits.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    day::Day,
    id::BaseId,
    residency::{ClockOwner, ResidencyState},
    setting::EXPIRING_DAYS,
};

use super::{
    attention::Attention,
    labels::{self, Labels},
    waiting::Over,
};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    db::{Keep, tables},
    fault::Fault,
    house::House,
    residencies::{
        follow, issue, matter,
        store::{self, ResidencyRow},
    },
};

/// Kinds of what needs somebody, in the order in which a list names them.
const KINDS: [&str; 17] = [
    "agreement_to_issue",
    "agreement_overdue",
    "move_in_due",
    "residency_ending",
    "residency_over",
    "exit_to_settle",
    "rectification_to_check",
    "suspension_over",
    "graduation_to_examine",
    "graduation_to_decide",
    "hearing_to_hold",
    "removal_to_decide",
    "renewal_to_propose",
    "renewal_to_decide",
    "renewal_to_write",
    "renewal_overdue",
    "follow_up_due",
];

/// What needs somebody, by its kind.
#[derive(Debug, Default)]
pub struct Stays(BTreeMap<&'static str, Vec<Over>>);

impl Stays {
    fn push(&mut self, kind: &'static str, one: Over) {
        self.0.entry(kind).or_default().push(one);
    }
}

impl Keep for Stays {}

/// How far ahead the base is told of a contact.
const SOON_DAYS: i64 = 30;

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
    const OVER: [ResidencyState; 2] = [ResidencyState::Left, ResidencyState::Forfeited];
    let going = ResidencyState::ALL.iter().filter(|state| !OVER.contains(state));
    let reads: Vec<_> = going.map(|state| store::standing(*state, base)).collect();
    let (rows, (approved, left)) =
        house.db.read((reads, (issue::to_issue(base), follow::left(house.today(), base)))).await?;
    let rows: Vec<ResidencyRow> = rows.into_iter().flatten().collect();
    let graduates = follow::graduates(left)?;
    let owners = rows.iter().chain(graduates.iter().map(|(row, _)| row)).map(|row| row.organization.0);
    let owners = owners.chain(approved.iter().map(|row| row.organization.0));
    let labels = Labels::read(house, owners, (bases, base)).await?;
    let ground = Ground::for_views(house, bases).await?;
    let today = ground.today();
    let mut all = Stays::default();
    let clocks = matter::clocks(house, &ground, &rows).await?;
    for (row, clock) in rows.iter().zip(clocks) {
        let due = clock.as_ref().map(|clock| clock.deadline.due);
        let certain = clock.as_ref().is_some_and(|clock| !clock.deadline.provisional);
        let late = certain && due.is_some_and(|due| due < today);
        let entry =
            |day: Option<Day>| labels.numbered(row.id.0, row.number.as_deref(), (row.base.0, row.organization.0), day);
        let soon = today.plus(i64::from(ground.number(row.base.0, EXPIRING_DAYS, today)));
        // The base sees what it has to do; the city what is its own, and what is late.
        let own = |owner: ClockOwner| clock.as_ref().is_some_and(|clock| clock.owner == owner);
        let (mine, city) = (base.is_some(), own(ClockOwner::City));
        // Who waits for an answer past the agreed end is over it all the same.
        let waits = [ResidencyState::Renewing, ResidencyState::RenewalProposed, ResidencyState::RenewalGranted];
        if mine && row.last.0 < today && waits.contains(&row.state.0) {
            all.push("residency_over", entry(Some(row.last.0)));
        }
        match row.state.0 {
            ResidencyState::Agreeing if late => all.push("agreement_overdue", entry(due)),
            ResidencyState::Signed if mine && row.first.0 <= today => all.push("move_in_due", entry(due)),
            ResidencyState::Active | ResidencyState::Rectifying | ResidencyState::Suspended if row.last.0 < today => {
                all.push("residency_over", entry(Some(row.last.0)));
            }
            ResidencyState::Active if mine && row.last.0 <= soon => {
                all.push("residency_ending", entry(Some(row.last.0)))
            }
            ResidencyState::Rectifying | ResidencyState::Suspended if mine && row.last.0 <= soon => {
                all.push("residency_ending", entry(Some(row.last.0)));
            }
            ResidencyState::Leaving if late || mine => all.push("exit_to_settle", entry(due)),
            ResidencyState::Rectifying if late || (mine && own(ClockOwner::Base)) => {
                all.push("rectification_to_check", entry(due))
            }
            ResidencyState::Suspended => {
                let until = row.residency()?.proceedings.open_suspension().map(|of| of.until);
                if mine && until.is_some_and(|until| until < today) {
                    all.push("suspension_over", entry(until));
                }
            }
            ResidencyState::Graduating if late || mine => all.push("graduation_to_examine", entry(due)),
            ResidencyState::Renewing if late || mine => all.push("renewal_to_propose", entry(due)),
            ResidencyState::RenewalProposed if !mine => all.push("renewal_to_decide", entry(due)),
            ResidencyState::RenewalGranted if late || mine => all.push("renewal_to_write", entry(due)),
            ResidencyState::Extending if late => all.push("renewal_overdue", entry(due)),
            ResidencyState::Proposed if !mine => all.push("graduation_to_decide", entry(due)),
            ResidencyState::Removing if city && !mine => all.push("removal_to_decide", entry(due)),
            ResidencyState::Removing if own(ClockOwner::Base) && (late || mine) => {
                all.push("hearing_to_hold", entry(due))
            }
            _ => {}
        }
    }
    // The base sees what is due within a month, the city what is late.
    for (row, of) in &graduates {
        let next = follow::followed(&ground, of).and_then(|of| of.next);
        if next.is_some_and(|next| if base.is_some() { next <= today.plus(SOON_DAYS) } else { next < today }) {
            let whose = (row.base.0, row.organization.0);
            all.push("follow_up_due", labels.numbered(row.id.0, row.number.as_deref(), whose, next));
        }
    }
    for row in &approved {
        let due = ground.clock(&row.application()?)?.map(|clock| clock.deadline.due);
        if base.is_some() || due.is_some_and(|due| due < today) {
            let whose = (row.base.0, row.organization.0);
            all.push("agreement_to_issue", labels.numbered(row.id.0, row.number.as_deref(), whose, due));
        }
    }
    for list in all.0.values_mut() {
        labels::sort(list);
    }
    Ok(all)
}

/// A line a kind, for those that have something.
pub(super) fn lines(of: &Stays) -> Vec<Attention> {
    let all: Vec<(&str, &[Over])> = KINDS.iter().filter_map(|kind| Some((*kind, of.0.get(kind)?.as_slice()))).collect();
    labels::lines(&all)
}
