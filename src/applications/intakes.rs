//! The verbs of intakes: written, announced, widened, ended.

use std::sync::Arc;

use domain::{
    access::{Action, Facts},
    claim::{Resource, ResourceId},
    day::{Day, Moment},
    id::{BaseId, IntakeId},
    intake::{self, Intake, IntakeAction, IntakeState, Particulars},
    refusal::{Code, Refusal},
};
use serde_json::json;

use super::{
    store::{self, IntakeRow},
    views_intakes::{IntakeView, PublicIntake},
};
use crate::{
    claims,
    db::{Keep, Tx, tables},
    fault::Fault,
    house::House,
    http::{Caller, reply::check_version},
    journal::{Acting, Draft},
};

/// An intake within the caller's reach: those of the base, and announced ones for everybody.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: IntakeId) -> Result<IntakeRow, Fault> {
    let row = store::find_intake(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::IntakesRead, Action::IntakesRead, &row.facts())?;
    Ok(row)
}

/// An intake that everybody may see: announced, and its last day not over.
///
/// # Errors
/// `not_found`.
pub async fn public(house: &House, id: IntakeId) -> Result<IntakeRow, Fault> {
    let row = store::find_intake(&house.db, id).await?;
    let shown = row.filter(|row| row.state.0 == IntakeState::Published && house.today() <= row.ends.0);
    shown.ok_or_else(|| Refusal::missing().into())
}

/// All intakes that are announced, as everybody sees them.
#[derive(Debug)]
pub struct Announced(pub Vec<PublicIntake>);

impl Keep for Announced {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX) * 8 + 1
    }
}

/// Intakes that are announced: the open ones first, the soonest end first; then those that will open. Kept,
/// since anybody may ask as often as he likes.
///
/// # Errors
/// What the database says.
pub async fn announced(house: &House) -> Result<Arc<Announced>, Fault> {
    let today = house.today();
    let read = || async {
        let reads = (store::intakes_announced(today), crate::bases::store::every());
        let (mut rows, bases) = house.db.read(reads).await?;
        rows.sort_by_key(|row| (row.opens.0 > today, row.ends, row.id));
        let base = |row: &IntakeRow| bases.iter().find(|base| base.id == row.base);
        Ok(Announced(rows.iter().filter_map(|row| Some(PublicIntake::of(row, base(row)?, today))).collect()))
    };
    house.db.keep("intakes_announced", today.to_string(), tables(&["intake", "base"]), read).await
}

/// Writes a new draft.
///
/// # Errors
/// `not_found` for a base of others, all bad fields.
pub async fn create(house: &House, by: &Caller, base: BaseId, new: Particulars) -> Result<IntakeRow, Fault> {
    let acting = by.allow(Action::IntakesManage, Action::BasesRead, &Facts::of_base(base))?;
    if crate::bases::store::find(&house.db, base).await?.is_none() {
        return Err(Refusal::field("base", Code::NotFound).into());
    }
    let particulars = intake::check(new)?;
    let fresh = Intake { id: house.chance.id(acting.at), base, particulars, state: intake::LIFECYCLE.initial };
    let row = IntakeRow::of(&fresh, 1, acting.at.into(), acting.at.into());
    let mut tx = Tx::new();
    tx.insert(row.id.0, row.clone());
    tx.journal(draft("intake.create", &row, &acting).change(None, Some(journal_view(&row))).first());
    house.db.commit(tx).await?;
    Ok(row)
}

/// What is to be done with an intake.
#[derive(Debug, Clone)]
pub enum Step {
    /// Change a draft.
    Edit(Particulars),
    /// Announce it.
    Publish,
    /// Widen it.
    Extend(Option<Day>, Option<u32>),
    /// Take no more applications.
    Close,
    /// Give a draft up.
    Discard,
}

/// Takes a step with an intake. Whoever begins an application to it at the same moment conflicts.
///
/// # Errors
/// As the rules say; `not_found`, `not_allowed`, an old version.
pub async fn step(
    house: &House,
    by: &Caller,
    id: IntakeId,
    seen: Option<&str>,
    step: &Step,
) -> Result<IntakeRow, Fault> {
    house
        .db
        .decide(|| async {
            let before = store::find_intake(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            // An announced intake is no secret, so who may not change it is told so.
            let reads = if before.state.0 == IntakeState::Published { Action::BasesRead } else { Action::IntakesRead };
            let acting = by.allow(Action::IntakesManage, reads, &before.facts())?;
            let at = Moment { now: acting.at, zone: house.zone };
            check_version(seen, || IntakeView::of(by, &before, at), before.version)?;
            let was = before.intake();
            let (word, now) = match step {
                Step::Edit(new) => ("intake.edit", intake::edit(&was, new.clone())?),
                Step::Publish => ("intake.publish", intake::publish(&was, at)?),
                Step::Extend(closes, quota) => ("intake.extend", intake::extend(&was, *closes, *quota, at)?),
                Step::Close => ("intake.close", intake::end(&was, IntakeAction::Close)?),
                Step::Discard => ("intake.discard", intake::end(&was, IntakeAction::Discard)?),
            };
            let row = IntakeRow::of(&now, before.version + 1, before.created_at, acting.at.into());
            let mut tx = Tx::new();
            tx.replace(id, before.version, row.clone());
            places(&mut tx, step, &now);
            let change = (Some(journal_view(&before)), Some(journal_view(&row)));
            tx.journal(draft(word, &row, &acting).change(change.0, change.1));
            house.db.commit(tx).await?;
            Ok(row)
        })
        .await
}

/// The places of an intake that is announced are something that is claimed, one by each application that gets
/// one; without a limit there is nothing scarce.
fn places(tx: &mut Tx, step: &Step, of: &Intake) {
    let Some(quota) = of.particulars.quota else { return };
    let id = ResourceId::from(of.id);
    match step {
        Step::Publish => claims::store::add_resources(tx, &[Resource::whole(id, quota)], "intake"),
        Step::Extend(..) => claims::store::set_capacity(tx, &id, quota),
        Step::Edit(_) | Step::Close | Step::Discard => {}
    }
}

fn draft(word: &'static str, row: &IntakeRow, by: &Acting) -> Draft {
    Draft::new(row.id.0, word, by).about(row.base.0).values(json!({"name": row.name}))
}

fn journal_view(row: &IntakeRow) -> serde_json::Value {
    let of = row.intake();
    let Particulars { name, opens, closes, quota, admits, modes, conditions, documents } = of.particulars;
    json!({
        "name": name, "opens": opens, "closes": closes, "quota": quota, "admits": admits, "modes": modes,
        "conditions": conditions, "documents": documents, "state": of.state,
    })
}
