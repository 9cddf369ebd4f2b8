//! The verbs of a reviewer: say whether one is free to review, score, hand in.

use domain::{
    access::Action,
    day::Moment,
    id::{AccountId, FileId, ReviewSheetId},
    refusal::{Code, Refusal},
    review::{ReviewState, sheet::Marks},
};
use serde_json::{Value as Json, json};

use super::{
    convene,
    store::{self, ReviewRow, SheetRow},
};
use crate::{
    applications::store::{self as applications, ApplicationRow},
    db::{Tx, rid},
    fault::Fault,
    files::{self, store::FileRow},
    house::House,
    http::{Caller, reply},
    journal::{Acting, Draft},
};

/// A sheet of the caller's own. One who stepped aside, or was taken out, has it no more: what he was to
/// review is as absent for him as for anybody (T53).
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: ReviewSheetId) -> Result<SheetRow, Fault> {
    let row = store::find_sheet(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::SheetsRead, Action::SheetsRead, &row.facts())?;
    let review = store::find(&house.db, row.review.0).await?;
    let cancelled = review.is_none_or(|review| review.state.0 == ReviewState::Cancelled);
    if is_absent(&row) || cancelled { Err(Refusal::missing().into()) } else { Ok(row) }
}

/// Whether its reviewer may look into the application now: he is free to, the review is not decided yet, and the
/// applicant has not taken it back.
pub(super) fn sees(row: &SheetRow, review: &ReviewRow, of: &ApplicationRow) -> Result<bool, Fault> {
    let running = matches!(review.state.0, ReviewState::Open | ReviewState::Closed);
    Ok(row.sheet()?.sees() && running && of.open_key.is_some())
}

/// Whether a sheet is none of its reviewer's business any more.
#[must_use]
pub fn is_absent(row: &SheetRow) -> bool {
    use domain::review::sheet::SheetState::{Recused, Removed};
    matches!(row.state.0, Recused | Removed)
}

/// A step of a reviewer with a sheet.
#[derive(Debug, Clone)]
pub enum Step {
    /// Nothing stands in the way.
    Clear,
    /// Step aside.
    Recuse(String),
    /// Note points.
    Save(Marks),
    /// Hand it in.
    Lock(Marks),
}

impl Step {
    fn word(&self) -> &'static str {
        match self {
            Self::Clear => "review_sheet.clear",
            Self::Recuse(_) => "review_sheet.recuse",
            Self::Save(_) => "review_sheet.save",
            Self::Lock(_) => "review_sheet.lock",
        }
    }
}

/// Takes a step with a sheet, while its review is open.
///
/// # Errors
/// As the rules say; `wrong_state`, also when the review is not open any more; `not_found`; an old version.
pub async fn step(
    house: &House,
    by: &Caller,
    id: ReviewSheetId,
    seen: Option<&str>,
    step: &Step,
) -> Result<SheetRow, Fault> {
    let found = store::find_sheet(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let _turn = house.db.gates.hold(vec![format!("review {}", found.review.0)]).await;
    let attempt = || async {
        let before = get(house, by, id).await?;
        let acting = by.allow(Action::SheetsWrite, Action::SheetsRead, &before.facts())?;
        if !reply::is_current(seen, before.version) {
            return Err(reply::stale(&super::views_sheets::view(house, by, before).await?));
        }
        let review = store::find(&house.db, before.review.0).await?.ok_or_else(Refusal::missing)?;
        if review.state.0 != ReviewState::Open {
            let refused = Refusal::state(Code::WrongState).with("state", review.state.0.as_str());
            return Err(refused.with("action", step.word().trim_start_matches("review_sheet.")).into());
        }
        // An application that was taken back is reviewed no more.
        let of = house.db.read(applications::named(&[before.application.0])).await?;
        let of = of.first().filter(|of| of.open_key.is_some());
        let Some(of) = of else {
            return Err(Refusal::state(Code::WrongState).with("state", "withdrawn").with("action", "review").into());
        };
        // Who took office with the applicant since he was asked does not review it any more.
        if matches!(step, Step::Clear | Step::Lock(_))
            && let Some(why) = convene::bound_now(house, before.reviewer.0, of).await?
        {
            let refused = Refusal::state(Code::ConflictOfInterest).with("why", why.as_str());
            return Err(refused.with("number", of.number.clone().unwrap_or_default()).into());
        }
        let after = decided(house, &review, &before, step, &acting)?;
        let mut tx = Tx::new();
        tx.tie_while(rid(review.id.0), "version", review.version);
        write(&mut tx, step.word(), &before, &after, &acting);
        house.db.commit(tx).await?;
        Ok(after)
    };
    house.db.decide(attempt).await
}

fn decided(house: &House, review: &ReviewRow, row: &SheetRow, step: &Step, acting: &Acting) -> Result<SheetRow, Fault> {
    let at = Moment { now: acting.at, zone: house.zone };
    let (held, sheet) = (review.held_by()?, row.sheet()?);
    let after = match step {
        Step::Clear => sheet.clear(review.due.0, at)?,
        Step::Recuse(why) => sheet.recuse(why)?,
        Step::Save(marks) => sheet.save(&held.rubric, marks.clone())?,
        Step::Lock(marks) => sheet.lock(&held.rubric, marks.clone(), review.due.0, at)?,
    };
    Ok(row.with(&after, acting.at.into()))
}

/// Replaces a sheet within a transaction, with its line in the history.
pub(super) fn write(tx: &mut Tx, word: &'static str, before: &SheetRow, after: &SheetRow, acting: &Acting) {
    tx.replace(before.id.0, before.version, after.clone());
    let line = Draft::new(before.id.0, word, acting).values(json!({"name": before.reviewer_name}));
    tx.journal(line.change(Some(journal_view(before)), Some(journal_view(after))));
}

/// A document of the application, for its reviewer.
///
/// # Errors
/// `not_found` for what is not of this application, and before the reviewer said that he is free to review.
pub async fn file(house: &House, by: &Caller, id: ReviewSheetId, file: FileId) -> Result<FileRow, Fault> {
    let row = get(house, by, id).await?;
    let review = store::find(&house.db, row.review.0).await?.ok_or_else(Refusal::missing)?;
    let of = house.db.read(applications::named(&[row.application.0])).await?;
    if !sees(&row, &review, of.first().ok_or_else(Refusal::missing)?)? {
        return Err(Refusal::missing().into());
    }
    let filed = files::store::of(&house.db, &row.application.0.to_string()).await?;
    let found = filed.into_iter().find(|one| one.id.0 == file && one.document.is_some());
    found.ok_or_else(|| Refusal::missing().into())
}

/// Sheets that the caller was asked for, with their reviews, the newest first.
///
/// # Errors
/// What the database says.
pub async fn mine(house: &House, account: AccountId) -> Result<Vec<(SheetRow, ReviewRow)>, Fault> {
    let mut rows = house.db.read(store::sheets_of(account)).await?;
    rows.retain(|row| !is_absent(row));
    let mut ids: Vec<_> = rows.iter().map(|row| row.review.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let reviews = house.db.read(store::named(&ids)).await?;
    let with = |row: SheetRow| {
        let review = reviews.iter().find(|review| review.id == row.review).cloned()?;
        (review.state.0 != ReviewState::Cancelled).then_some((row, review))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// What the journal keeps of a sheet.
pub(super) fn journal_view(row: &SheetRow) -> Json {
    json!({
        "state": row.state.0, "application": row.application.0, "reviewer": row.reviewer_name, "marks": row.marks,
        "reason": row.reason,
    })
}
