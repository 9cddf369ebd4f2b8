//! Residencies that need their base: agreements to issue, to be signed, moving in, ends that come, exits.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
    residency::{ClockOwner, ResidencyState},
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
        follow, issue, matter,
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
    /// Warnings: something was reported and is to be looked at, or is late.
    pub rectify: Vec<Over>,
    /// Those who should be back.
    pub away: Vec<Over>,
    /// Requests to graduate that the base examines.
    pub graduation: Vec<Over>,
    /// Graduations that the city decides.
    pub graduate: Vec<Over>,
    /// Hearings that the base holds.
    pub hearing: Vec<Over>,
    /// Removals that the city decides.
    pub removal: Vec<Over>,
    /// Requests to stay longer that the base answers.
    pub renewal: Vec<Over>,
    /// Contacts with who has graduated.
    pub follow: Vec<Over>,
    /// Supplements that were not signed in time.
    pub unsigned_renewal: Vec<Over>,
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
    let owners: Vec<_> = rows
        .iter()
        .map(|row| rid(row.organization.0))
        .chain(approved.iter().map(|row| rid(row.organization.0)))
        .chain(graduates.iter().map(|(row, _)| rid(row.organization.0)))
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
        let certain = clock.as_ref().is_some_and(|clock| !clock.deadline.provisional);
        let late = certain && due.is_some_and(|due| due < today);
        let entry = |day: Option<Day>| Over {
            id: row.id.0.to_string(),
            label: label(row.base.0, row.organization.0, row.number.as_deref()),
            due: day,
        };
        let soon = today.plus(i64::from(ground.number(row.base.0, EXPIRING_DAYS, today)));
        // The base sees what it has to do; the city what is its own, and what is late.
        let own = |owner: ClockOwner| clock.as_ref().is_some_and(|clock| clock.owner == owner);
        let (mine, city) = (base.is_some(), own(ClockOwner::City));
        match row.state.0 {
            ResidencyState::Agreeing if late => all.unsigned.push(entry(due)),
            ResidencyState::Signed if mine && row.first.0 <= today => all.move_in.push(entry(due)),
            ResidencyState::Active | ResidencyState::Rectifying | ResidencyState::Suspended if row.last.0 < today => {
                all.over.push(entry(Some(row.last.0)));
            }
            ResidencyState::Active if mine && row.last.0 <= soon => all.ending.push(entry(Some(row.last.0))),
            ResidencyState::Rectifying | ResidencyState::Suspended if mine && row.last.0 <= soon => {
                all.ending.push(entry(Some(row.last.0)));
            }
            ResidencyState::Leaving if late || mine => all.exit.push(entry(due)),
            ResidencyState::Rectifying if late || (mine && own(ClockOwner::Base)) => all.rectify.push(entry(due)),
            ResidencyState::Suspended => {
                let until = row.residency()?.proceedings.open_suspension().map(|of| of.until);
                if mine && until.is_some_and(|until| until < today) {
                    all.away.push(entry(until));
                }
            }
            ResidencyState::Graduating if late || mine => all.graduation.push(entry(due)),
            ResidencyState::Renewing if late || mine => all.renewal.push(entry(due)),
            ResidencyState::Extending if late => all.unsigned_renewal.push(entry(due)),
            ResidencyState::Proposed if !mine => all.graduate.push(entry(due)),
            ResidencyState::Removing if city && !mine => all.removal.push(entry(due)),
            ResidencyState::Removing if own(ClockOwner::Base) && (late || mine) => all.hearing.push(entry(due)),
            _ => {}
        }
    }
    // The base sees what is due within a month, the city what is late.
    for (row, of) in &graduates {
        let next = follow::followed(&ground, of).and_then(|of| of.next);
        if next.is_some_and(|next| if base.is_some() { next <= today.plus(SOON_DAYS) } else { next < today }) {
            let label = label(row.base.0, row.organization.0, row.number.as_deref());
            all.follow.push(Over { id: row.id.0.to_string(), label, due: next });
        }
    }
    for row in &approved {
        let due = ground.clock(&row.application()?)?.map(|clock| clock.deadline.due);
        if base.is_some() || due.is_some_and(|due| due < today) {
            let label = label(row.base.0, row.organization.0, row.number.as_deref());
            all.issue.push(Over { id: row.id.0.to_string(), label, due });
        }
    }
    for list in all.lists() {
        list.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    }
    Ok(all)
}

impl Stays {
    fn lists(&mut self) -> [&mut Vec<Over>; 15] {
        let Self {
            issue,
            unsigned,
            move_in,
            ending,
            over,
            exit,
            rectify,
            away,
            graduation,
            graduate,
            hearing,
            removal,
            renewal,
            unsigned_renewal,
            follow,
        } = self;
        [
            issue,
            unsigned,
            move_in,
            ending,
            over,
            exit,
            rectify,
            away,
            graduation,
            graduate,
            hearing,
            removal,
            renewal,
            unsigned_renewal,
            follow,
        ]
    }
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
        ("rectification_to_check", &of.rectify),
        ("suspension_over", &of.away),
        ("graduation_to_examine", &of.graduation),
        ("graduation_to_decide", &of.graduate),
        ("hearing_to_hold", &of.hearing),
        ("removal_to_decide", &of.removal),
        ("renewal_to_decide", &of.renewal),
        ("renewal_overdue", &of.unsigned_renewal),
        ("follow_up_due", &of.follow),
    ];
    let item = |one: &Over| AttentionItem { id: one.id.clone(), label: one.label.clone(), day: one.due };
    let all = kinds.into_iter().map(|(kind, all)| listed(kind, all.iter().map(item).collect()));
    all.filter(|entry| entry.count > 0).collect()
}
