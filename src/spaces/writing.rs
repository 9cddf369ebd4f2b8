//! The one transaction of a verb over allocations: rows, claims, guards, what the terms make of the
//! organizations, and the journal.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    allocation::{Allocation, AllocationState, Change, ClaimChange},
    id::{AllocationId, BaseId, SpaceId},
    refusal::Refusal,
};
use serde_json::json;

use super::{
    store::{AllocationRow, SpaceRow, ends},
    store_terms::{self, HolderRow},
};
use crate::{
    claims::{self, service::Family},
    db::{Rec, Text, Tx},
    fault::Fault,
    house::House,
    journal::{Acting, Draft},
};

/// An organization with all its terms, as a decision has read them.
#[derive(Debug, Clone, PartialEq)]
pub struct Holder {
    /// The organization.
    pub row: HolderRow,
    /// Its terms.
    pub terms: Vec<AllocationRow>,
}

impl Holder {
    /// Notes that the organization is, or is no longer, resident in a base by an agreement.
    pub fn stays(&mut self, base: BaseId, is: bool) {
        let mut stays = self.row.stays.take().unwrap_or_default();
        stays.retain(|known| known.0 != base);
        if is {
            stays.push(Rec(base));
        }
        self.row.stays = Some(stays);
    }
}

/// A transaction over allocations while it is gathered.
pub struct Writing<'a> {
    house: &'a House,
    acting: &'a Acting,
    families: Vec<&'a Family>,
    holders: Vec<Holder>,
    /// What is gathered.
    pub tx: Tx,
}

impl<'a> Writing<'a> {
    /// An empty one over what was read.
    #[must_use]
    pub fn new(house: &'a House, acting: &'a Acting, families: Vec<&'a Family>, holders: Vec<Holder>) -> Self {
        Self { house, acting, families, holders, tx: Tx::new() }
    }

    /// Rows of the allocations that are new.
    #[must_use]
    pub fn born(
        &self,
        change: &Change,
        spaces: &[&SpaceRow],
        mut fill: impl FnMut(&mut AllocationRow),
    ) -> Vec<AllocationRow> {
        let now = self.acting.at.into();
        let base = |space: SpaceId| spaces.iter().find(|row| row.id.0 == space).map(|row| row.base);
        let row = |born: &Allocation| {
            let last = born.term.to();
            let mut row = AllocationRow {
                id: Rec(born.id),
                base: base(born.space)?,
                space: Rec(born.space),
                organization: Rec(born.organization),
                first: born.term.from().into(),
                last: last.map(Text),
                ends: ends(last).into(),
                state: born.state.into(),
                claim: Rec(born.claim),
                note: None,
                reason: None,
                follows: None,
                version: 1,
                created_at: now,
                updated_at: now,
            };
            fill(&mut row);
            Some(row)
        };
        change.created.iter().filter_map(row).collect()
    }

    /// Rows as they are from now on.
    #[must_use]
    pub fn changed(
        &self,
        change: &Change,
        before: &[&AllocationRow],
        mut fill: impl FnMut(&mut AllocationRow),
    ) -> Vec<AllocationRow> {
        let row = |after: &Allocation| {
            let before = before.iter().find(|row| row.id.0 == after.id)?;
            let mut row = before.with(after, self.acting.at.into());
            fill(&mut row);
            Some(row)
        };
        change.updated.iter().filter_map(row).collect()
    }

    /// A line for each of the rows, in the history of the organization and the space too.
    pub fn journal(
        &mut self,
        rows: &[AllocationRow],
        before: &[&AllocationRow],
        word: &'static str,
        spaces: &[&SpaceRow],
    ) {
        for row in rows {
            let old = before.iter().find(|old| old.id == row.id).map(|old| journal_view(old));
            let code = spaces.iter().find(|space| space.id == row.space).map(|space| &space.code);
            let holder = self.holders.iter().find(|holder| holder.row.id == row.organization);
            let name = holder.map(|holder| &holder.row.name);
            let values = json!({"space": code, "organization": name, "from": row.first.0, "to": row.last.map(|d| d.0)});
            let draft = Draft::new(row.id.0, word, self.acting)
                .about(row.space.0)
                .about(row.organization.0)
                .values(values)
                .change(old, Some(journal_view(row)));
            self.tx.journal(if row.version == 1 { draft.first() } else { draft });
        }
    }

    /// Adds claims, guards, rows and what they make of the organizations, and sends it all.
    ///
    /// # Errors
    /// A conflict when something is no longer as it was read.
    pub async fn commit(
        mut self,
        change: &Change,
        created: Vec<AllocationRow>,
        updated: Vec<AllocationRow>,
    ) -> Result<(), Fault> {
        for family in &self.families {
            family.guard(&self.house.db, &mut self.tx);
        }
        for change in &change.claims {
            self.claim(change, &created).await?;
        }
        for holder in std::mem::take(&mut self.holders) {
            let (hosts, resident) = standing(&holder, created.iter().chain(&updated));
            store_terms::write_holder(&mut self.tx, &holder.row, hosts, resident);
        }
        for row in updated {
            self.tx.replace(row.id.0, row.version - 1, row);
        }
        for row in created {
            self.tx.insert(row.id.0, row);
        }
        Ok(self.house.db.commit(self.tx).await?)
    }

    async fn claim(&mut self, change: &ClaimChange, created: &[AllocationRow]) -> Result<(), Fault> {
        match change {
            ClaimChange::Create(claim) => {
                let member = |family: &&&Family| family.resources.iter().any(|resource| resource.id == claim.resource);
                let family = self.families.iter().find(member).copied().ok_or_else(Refusal::missing)?;
                let source = created.iter().find(|row| row.claim.0 == claim.id).map(|row| row.id.0);
                let source = source.map(|id| id.to_string()).unwrap_or_default();
                family.create(&mut self.tx, claim, source, self.acting.at);
            }
            ClaimChange::Resize { claim, interval } => {
                let row = claims::service::get(&self.house.db, *claim).await?;
                claims::service::resize(&mut self.tx, &row, *interval);
            }
            ClaimChange::Release { claim } => {
                let row = claims::service::get(&self.house.db, *claim).await?;
                claims::service::release(&mut self.tx, &row);
            }
        }
        Ok(())
    }
}

/// Bases where the organization has a reserved or occupied term or is resident by an agreement, and whether it is
/// resident anywhere, once `after` is written.
fn standing<'a>(holder: &Holder, after: impl Iterator<Item = &'a AllocationRow>) -> (Vec<BaseId>, bool) {
    let mut rows: BTreeMap<AllocationId, &AllocationRow> = holder.terms.iter().map(|row| (row.id.0, row)).collect();
    rows.extend(after.filter(|row| row.organization == holder.row.id).map(|row| (row.id.0, row)));
    let live: Vec<&AllocationRow> = rows.into_values().filter(|row| row.is_live()).collect();
    let stays: Vec<BaseId> = holder.row.stays.iter().flatten().map(|base| base.0).collect();
    let hosts: BTreeSet<BaseId> = live.iter().map(|row| row.base.0).chain(stays.iter().copied()).collect();
    let resident = !stays.is_empty() || live.iter().any(|row| row.state.0 == AllocationState::Occupied);
    (hosts.into_iter().collect(), resident)
}

fn journal_view(row: &AllocationRow) -> serde_json::Value {
    json!({
        "from": row.first.0,
        "to": row.last.map(|last| last.0),
        "state": row.state.0.as_str(),
        "note": row.note,
        "reason": row.reason,
    })
}
