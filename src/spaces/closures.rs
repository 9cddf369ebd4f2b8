//! The verbs of closures: close a space for some days, open it again.

use domain::{
    access::{Action, Facts},
    claim::Purpose,
    closure::{self, ClaimAfter, Closure, ClosureState, SetRequest},
    day::{Day, DaySpan, Moment},
    id::{ClosureId, SpaceId},
    refusal::Refusal,
};
use serde_json::json;

use super::{
    refused::{Asked, explained},
    rules::rules_of,
    store::{self, ClosureRow, SpaceRow, ends},
    store_terms,
};
use crate::{
    claims::{
        self,
        service::{Family, deciding, roots},
    },
    db::{DbError, Rec, Text, Tx},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
};

impl ClosureRow {
    fn new(space: &SpaceRow, closure: &Closure, by: &Acting) -> Self {
        let last = closure.days.to();
        Self {
            id: Rec(closure.id),
            base: space.base,
            space: Rec(closure.space),
            first: closure.days.from().into(),
            last: last.map(Text),
            ends: ends(last).into(),
            live: closure.state == ClosureState::Set,
            reason: closure.reason.clone(),
            claim: Rec(closure.claim),
            version: 1,
            created_at: by.at.into(),
        }
    }

    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds no days.
    pub fn closure(&self) -> Result<Closure, DbError> {
        Ok(Closure {
            id: self.id.0,
            space: self.space.0,
            days: DaySpan::new(self.first.0, self.last.map(|last| last.0))
                .map_err(|_| DbError::Corrupt(format!("{}: days", self.id.0)))?,
            state: if self.live { ClosureState::Set } else { ClosureState::CalledOff },
            reason: self.reason.clone(),
            claim: self.claim.0,
        })
    }
}

/// Closes a space.
///
/// # Errors
/// As [`closure::set`]; `not_found` for what the caller may not see.
pub async fn close(
    house: &House,
    by: &Caller,
    space: SpaceId,
    (from, to): (Day, Option<Day>),
    reason: &str,
) -> Result<ClosureRow, Fault> {
    let seen = store::find_space(&house.db, space).await?.ok_or_else(Refusal::missing)?;
    let acting = by.allow(Action::SpacesClose, Action::SpacesRead, &Facts::of_base(seen.base.0))?;
    let root = roots(&house.db, &[space.into()]).await?;
    let Some(root_id) = root.first() else { return Err(Refusal::missing().into()) };
    let at = Moment { now: acting.at, zone: house.zone };
    deciding(house, &root, [], || async {
        let rules = rules_of(house, seen.base.0).await?;
        let family = Family::read(&house.db, root_id, from.starts_at(house.zone)).await?;
        let facts = closure::Facts {
            base: seen.base.0,
            space,
            family: family.resources.clone(),
            claims: family.claims.clone(),
            max_days_back: rules.rules.max_days_back,
            policy: rules.rules.policy,
        };
        let (closure, claim) = (house.chance.id(at.now), house.chance.id(at.now));
        let request = SetRequest { closure, claim, from, to, reason: reason.to_owned() };
        let (closure, claim, _) = match closure::set(&facts, &request, at) {
            Ok(set) => set,
            Err(refusal) => {
                let Ok(days) = DaySpan::new(from, to) else { return Err(refusal.into()) };
                let (holder, purpose) = (seen.base.0.to_string(), Purpose::Closure);
                let (own, offer) = (None, false);
                let asked =
                    Asked { space: &seen, family: &family, days, holder, purpose, own, offer, rules: &rules, at };
                return Err(explained(house, by, &asked, refusal).await?.into());
            }
        };
        let row = ClosureRow::new(&seen, &closure, &acting);
        let mut tx = Tx::new();
        family.guard(&house.db, &mut tx);
        family.create(&mut tx, &claim, closure.id, at.now);
        tx.insert(row.id.0, row.clone());
        tx.journal(journal(&row, &seen, "closure.set", &acting).change(None, Some(journal_view(&row))));
        house.db.commit(tx).await?;
        Ok(row)
    })
    .await
}

/// Opens a space again: `last` is the last closed day; before the first, the closure is called off.
///
/// # Errors
/// As [`closure::end`]; `not_found` for what the caller may not see.
pub async fn end(house: &House, by: &Caller, id: ClosureId, last: Day) -> Result<ClosureRow, Fault> {
    house
        .db
        .decide(|| async {
            let before = store_terms::find_closure(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            let acting = by.allow(Action::SpacesClose, Action::SpacesRead, &Facts::of_base(before.base.0))?;
            let at = Moment { now: acting.at, zone: house.zone };
            let rules = rules_of(house, before.base.0).await?;
            let (closure, after) = closure::end(&before.closure()?, last, rules.rules.max_days_back, at)?;
            let space = store::find_space(&house.db, before.space.0).await?.ok_or_else(Refusal::missing)?;
            let row = ClosureRow {
                version: before.version + 1,
                created_at: before.created_at,
                ..ClosureRow::new(&space, &closure, &acting)
            };
            let claim = claims::service::get(&house.db, before.claim.0).await?;
            let mut tx = Tx::new();
            let word = match after {
                ClaimAfter::Resized(interval) => {
                    claims::service::resize(&mut tx, &claim, interval);
                    "closure.end"
                }
                ClaimAfter::Released => {
                    claims::service::release(&mut tx, &claim);
                    "closure.call_off"
                }
            };
            tx.replace(row.id.0, before.version, row.clone());
            let change = (Some(journal_view(&before)), Some(journal_view(&row)));
            tx.journal(journal(&row, &space, word, &acting).change(change.0, change.1));
            house.db.commit(tx).await?;
            Ok(row)
        })
        .await
}

fn journal(row: &ClosureRow, space: &SpaceRow, word: &'static str, by: &Acting) -> Draft {
    Draft::new(row.id.0, word, by).about(row.space.0).values(json!({
        "space": space.code,
        "from": row.first.0,
        "to": row.last.map(|last| last.0),
        "reason": row.reason,
    }))
}

fn journal_view(row: &ClosureRow) -> serde_json::Value {
    json!({"from": row.first.0, "to": row.last.map(|last| last.0), "reason": row.reason, "live": row.live})
}
