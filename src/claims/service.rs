//! Taking some of a scarce thing: the way of every decision over claims.
//!
//! ```text
//! root of the resource → wait in line for the root → read the family and its claims
//!   → decide (pure) → guard + claims + rows + journal in one transaction
//! ```
//! The line is inside this process only; writers of other processes meet at the guard, where the
//! second one conflicts and decides again on what the first has written.

use std::{collections::BTreeMap, future::Future};

use chrono::{DateTime, Utc};
use domain::{
    claim::{self, Blocked, Claim, ClaimState, Policy, Request, Resource, ResourceId},
    id::ClaimId,
    interval::Interval,
    refusal::Refusal,
};

use super::store::{self, ClaimRow, ResourceRow};
use crate::{
    db::{Db, DbError, Tx},
    fault::Fault,
    house::House,
    journal::Draft,
};

/// A root with its parts and the claims on them, as a decision reads them.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The root as it was read; its version is the guard.
    root: ResourceRow,
    /// Root and parts.
    pub resources: Vec<Resource>,
    /// Claims that end after the moment from which the decision looks on.
    pub claims: Vec<Claim>,
    rows: BTreeMap<ClaimId, ClaimRow>,
}

impl Family {
    /// The family of a root, with the claims that end after an instant.
    ///
    /// # Errors
    /// `not_found` when there is no such root.
    pub async fn read(db: &Db, root: &ResourceId, after: DateTime<Utc>) -> Result<Self, Fault> {
        let (members, rows) = db.read((store::family(root), store::claims(root, after))).await?;
        Self::of(root, members, rows)
    }

    /// From rows that were read together.
    ///
    /// # Errors
    /// `not_found` when the root is not among them.
    pub fn of(root: &ResourceId, members: Vec<ResourceRow>, rows: Vec<ClaimRow>) -> Result<Self, Fault> {
        let found = members.iter().find(|member| member.key() == *root).cloned();
        Ok(Self {
            root: found.ok_or_else(Refusal::missing)?,
            resources: members.iter().map(ResourceRow::resource).collect(),
            claims: rows.iter().map(ClaimRow::claim).collect::<Result<_, _>>()?,
            rows: rows.into_iter().map(|row| (row.id.0, row)).collect(),
        })
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> ResourceId {
        self.root.key()
    }

    /// The row of one of the claims that were read.
    #[must_use]
    pub fn row(&self, claim: ClaimId) -> Option<&ClaimRow> {
        self.rows.get(&claim)
    }

    /// Writes the guard: whoever else decides on what this decision has read conflicts with it.
    pub fn guard(&self, db: &Db, tx: &mut Tx) {
        if db.gates.guarded() {
            tx.touch_record(self.root.id.clone(), self.root.version);
        }
    }

    /// Adds a new claim on a member to a transaction; `source` is the thing that it belongs to.
    pub fn create(&self, tx: &mut Tx, claim: &Claim, source: impl ToString, now: DateTime<Utc>) {
        tx.insert(claim.id, ClaimRow::new(claim, &self.root(), source, now));
    }
}

/// Roots of some resources.
///
/// # Errors
/// `not_found` when one of them is not there.
pub async fn roots(db: &Db, resources: &[ResourceId]) -> Result<Vec<ResourceId>, Fault> {
    let rows = db.read(store::resources(resources)).await?;
    let found: BTreeMap<ResourceId, String> = rows.iter().map(|row| (row.key(), row.root.clone())).collect();
    let root = |id: &ResourceId| Some(ResourceId::new(found.get(id)?.clone()));
    resources.iter().map(|id| root(id).ok_or_else(|| Refusal::missing().into())).collect()
}

/// Makes a decision over some families: waits in line for their roots and for `others`, things
/// beside the claims that are written too, and decides again while writers of other processes are
/// first.
pub async fn deciding<T, F, Fut>(
    house: &House,
    roots: &[ResourceId],
    others: impl IntoIterator<Item = String>,
    attempt: F,
) -> Result<T, Fault>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Fault>>,
{
    let keys = roots.iter().map(ToString::to_string).chain(others).collect();
    let _held = house.db.gates.hold(keys).await;
    house.db.decide(attempt).await
}

/// Gives a claim another time within a transaction; the caller has decided that it fits.
pub fn resize(tx: &mut Tx, row: &ClaimRow, interval: Interval) {
    tx.replace(row.id.0, row.version, row.resized(interval));
}

/// Gives a claim up within a transaction.
pub fn release(tx: &mut Tx, row: &ClaimRow) {
    tx.replace(row.id.0, row.version, row.released());
}

/// A claim that must be there.
///
/// # Errors
/// `Missing`: a row names a claim that does not exist.
pub async fn get(db: &Db, id: ClaimId) -> Result<ClaimRow, DbError> {
    store::find_all(db, &[id]).await?.remove(&id).ok_or_else(|| DbError::Missing(id.to_string()))
}

/// What [`take`] answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    /// The claim is written.
    Yes(Claim),
    /// It does not fit, and why.
    No(Blocked),
}

/// Takes some of a resource for a thing that is nothing but the claim, such as an hour of a room:
/// claim, guard and journal line in one transaction.
///
/// # Errors
/// `not_found` when there is no such resource.
pub async fn take(
    house: &House,
    request: &Request,
    state: ClaimState,
    policy: &Policy,
    source: &str,
    draft: &Draft,
) -> Result<Taken, Fault> {
    let roots = roots(&house.db, std::slice::from_ref(&request.resource)).await?;
    let Some(root) = roots.first() else { return Err(Refusal::missing().into()) };
    let now = draft.by.at;
    deciding(house, &roots, [], || async {
        let after = request.interval.from().checked_sub_signed(policy.gap()).unwrap_or(request.interval.from());
        let family = Family::read(&house.db, root, after).await?;
        if let Err(blocked) = claim::decide(request, &family.resources, &family.claims, policy, now, &[]) {
            return Ok(Taken::No(blocked));
        }
        let claim = request.claim(house.chance.id(now), state);
        let mut tx = Tx::new();
        family.guard(&house.db, &mut tx);
        family.create(&mut tx, &claim, source, now);
        tx.journal(draft.clone());
        house.db.commit(tx).await?;
        Ok(Taken::Yes(claim))
    })
    .await
}
