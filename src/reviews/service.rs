//! The verbs of a review that is convened: who reviews, until when, closed, called off, sent back.

use domain::{
    access::Action,
    application::{ApplicationAction, ApplicationState},
    day::{Day, Moment},
    id::{AccountId, ReviewId, ReviewSheetId},
    refusal::{Code, FieldFault, Refusal},
    review::{self, ReviewAction, sheet::SheetState, standing},
};
use serde_json::{Value as Json, json};

use super::{
    convene,
    matter::Matter,
    sheets,
    store::{self, Course, ReviewRow, SheetRow},
};
use crate::{
    applications::advance::advance,
    db::Tx,
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
};

/// A review within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: ReviewId) -> Result<ReviewRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::ReviewsRead, Action::ReviewsRead, &row.facts())?;
    Ok(row)
}

/// Days that reviewers have at least when the city sends a review back: a weekend is not all of it.
const SENT_BACK: i64 = 5;

/// A step with a review.
#[derive(Debug, Clone)]
pub enum Step {
    /// Add a reviewer.
    Add(AccountId),
    /// Take a reviewer out.
    Remove(AccountId, String),
    /// Give reviewers more time.
    Extend(Day),
    /// Give a sheet back to its reviewer.
    Unlock(ReviewSheetId, String),
    /// Scoring is over.
    Close,
    /// Call it off.
    Cancel(String),
    /// The city wants it looked at again.
    SendBack(String),
}

impl Step {
    fn act(&self) -> (Action, ReviewAction, &'static str) {
        use Action::{ReviewsDecide, ReviewsManage};
        match self {
            Self::Add(_) => (ReviewsManage, ReviewAction::AddReviewer, "review.add_reviewer"),
            Self::Remove(..) => (ReviewsManage, ReviewAction::RemoveReviewer, "review.remove_reviewer"),
            Self::Extend(_) => (ReviewsManage, ReviewAction::Extend, "review.extend"),
            Self::Unlock(..) => (ReviewsManage, ReviewAction::Unlock, "review.unlock"),
            Self::Close => (ReviewsManage, ReviewAction::Close, "review.close"),
            Self::Cancel(_) => (ReviewsManage, ReviewAction::Cancel, "review.cancel"),
            Self::SendBack(_) => (ReviewsDecide, ReviewAction::SendBack, "review.send_back"),
        }
    }
}

/// Takes a step with a review.
///
/// # Errors
/// As the rules say; `wrong_state` with the state and what may be done in it; `not_found`, `not_allowed`.
pub async fn step(house: &House, by: &Caller, id: ReviewId, step: &Step) -> Result<ReviewRow, Fault> {
    let (action, _, word) = step.act();
    // Who writes a sheet at the same moment is waited for, instead of deciding again and again.
    let _turn = house.db.gates.hold(vec![format!("review {id}")]).await;
    let attempt = || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(action, Action::ReviewsRead, &row.facts())?;
        let matter = Matter::read(house, row).await?;
        let mut tx = Tx::new();
        let (after, values) = decided(house, &mut tx, &matter, step, &acting).await?;
        tx.replace(id, matter.row.version, after.clone());
        let change = (Some(journal_view(&matter.row)), Some(journal_view(&after)));
        tx.journal(Draft::new(id, word, &acting).about(matter.row.intake.0).values(values).change(change.0, change.1));
        house.db.commit(tx).await?;
        Ok(after)
    };
    house.db.decide(attempt).await
}

async fn decided(
    house: &House,
    tx: &mut Tx,
    of: &Matter,
    step: &Step,
    acting: &Acting,
) -> Result<(ReviewRow, Json), Fault> {
    let at = Moment { now: acting.at, zone: house.zone };
    let now = acting.at.into();
    // Whoever prepares leaves his mark, so that he does not decide.
    let mut was = of.review.clone();
    if step.act().0 == Action::ReviewsManage
        && let Some(account) = acting.account.filter(|account| !was.prepared_by.contains(account))
    {
        was.prepared_by.push(account);
    }
    Ok(match step {
        Step::Add(account) => {
            let after = was.add(*account)?;
            let name = seated(house, tx, of, *account, acting).await?;
            (of.row.with(&after, now), json!({"name": name}))
        }
        Step::Remove(account, why) => {
            let (after, why) = was.remove(*account, why)?;
            let theirs = of.sheets.iter().filter(|row| row.reviewer.0 == *account && row.seat.is_some());
            let name = theirs.clone().next().map(|row| row.reviewer_name.clone());
            for row in theirs {
                let removed = row.with(&row.sheet()?.remove(&why)?, now);
                sheets::write(tx, "review_sheet.remove", row, &removed, acting);
            }
            (of.row.with(&after, now), json!({"name": name, "reason": why}))
        }
        Step::Extend(to) => {
            let after = was.extend(*to, at)?;
            (of.row.with(&after, now), json!({"due": after.due}))
        }
        Step::Unlock(sheet, why) => {
            let after = was.step(ReviewAction::Unlock)?;
            let row = of.sheets.iter().find(|row| row.id.0 == *sheet).ok_or_else(Refusal::missing)?;
            let unlocked = row.with(&row.sheet()?.unlock(why)?, now);
            sheets::write(tx, "review_sheet.unlock", row, &unlocked, acting);
            (of.row.with(&after, now), json!({"name": row.reviewer_name, "reason": unlocked.reason}))
        }
        Step::Close => {
            let after = was.step(ReviewAction::Close)?;
            let found = of.standings(ApplicationState::Reviewing)?;
            standing::complete(&of.held_by.terms, &found)?;
            tx.untied_since(domain_record(of), of.ties);
            carried(house, tx, of, (ApplicationState::Reviewing, ApplicationAction::Conclude), acting)?;
            let course = Course {
                standings: Some(found),
                closed_by: Some(acting.name.clone()),
                closed_on: Some(at.today()),
                reason: None,
                ..of.course.clone()
            };
            (of.row.with(&after, now).going(course), json!({}))
        }
        Step::Cancel(why) => {
            let (after, why) = was.end(ReviewAction::Cancel, why)?;
            carried(house, tx, of, (ApplicationState::Reviewing, ApplicationAction::Dismiss), acting)?;
            let course = Course { reason: Some(why.clone()), ..of.course.clone() };
            (of.row.with(&after, now).going(course), json!({"reason": why}))
        }
        Step::SendBack(why) => {
            let (after, why) = was.end(ReviewAction::SendBack, why)?;
            was.not_prepared_by_any(acting.account)?;
            carried(house, tx, of, (ApplicationState::Reviewed, ApplicationAction::SendBack), acting)?;
            // What came out before is in the history; what counts will be counted anew.
            let course = Course { standings: None, reason: Some(why.clone()), ..of.course.clone() };
            // Each sheet goes back with the reason, so that nobody hands the same in unseen.
            let live = |sheet: &&SheetRow| {
                let of = of.applications.iter().find(|of| of.id == sheet.application);
                sheet.state.0 == SheetState::Locked && of.is_some_and(|of| of.state.0 == ApplicationState::Reviewed)
            };
            for row in of.sheets.iter().filter(live) {
                let unlocked = row.with(&row.sheet()?.unlock(&why)?, now);
                sheets::write(tx, "review_sheet.unlock", row, &unlocked, acting);
            }
            tx.untied_since(crate::db::rid(of.row.id.0), of.ties);
            // Reviewers whose last day is over could do nothing.
            let after = review::Review { due: after.due.max(at.today().plus(SENT_BACK)), ..after };
            (of.row.with(&after, now).going(course), json!({"reason": why}))
        }
    })
}

fn domain_record(of: &Matter) -> surrealdb::types::RecordId {
    crate::db::rid(of.row.id.0)
}

/// Takes each application that is still in the review a step on.
pub(super) fn carried(
    house: &House,
    tx: &mut Tx,
    of: &Matter,
    (state, action): (ApplicationState, ApplicationAction),
    acting: &Acting,
) -> Result<(), Fault> {
    let means = of.standings(state)?;
    for row in of.applications.iter().filter(|row| row.state.0 == state) {
        let mean = means.iter().find(|one| one.application == row.id.0).and_then(|one| one.spread.as_ref());
        let mean = mean.map(|spread| spread.mean);
        advance(house, tx, (row, of.owner(row)?), action, acting, |course| match action {
            ApplicationAction::Conclude => course.mean = mean,
            ApplicationAction::Dismiss => course.review = None,
            _ => {}
        })?;
    }
    Ok(())
}

/// Gives a new reviewer his sheets.
async fn seated(house: &House, tx: &mut Tx, of: &Matter, who: AccountId, acting: &Acting) -> Result<String, Fault> {
    let all = convene::candidates(house).await?;
    let one = all.iter().find(|one| one.account.id.0 == who);
    let one = one.ok_or_else(|| Refusal::field("reviewer", Code::NotFound))?;
    let live: Vec<_> =
        of.applications.iter().filter(|row| row.state.0 == ApplicationState::Reviewing).cloned().collect();
    let (conflicts, rows, _) = convene::conflicts(house, std::slice::from_ref(one), live).await?;
    if let Some((number, why)) = convene::bound(who, &conflicts, &rows) {
        let fault = FieldFault::new("reviewer", Code::ConflictOfInterest).with("why", why.as_str());
        return Err(Refusal::fields(vec![fault.with("number", number)]).into());
    }
    convene::seats(house, tx, (&of.row, &rows), one, &conflicts, acting);
    Ok(one.account.name.clone())
}

/// How many sheets a review has of its applications, and how many are handed in.
#[must_use]
pub fn progress(of: &Matter) -> (usize, usize) {
    let counted = of.sheets.iter().filter(|row| {
        let live = of.applications.iter().any(|of| of.id == row.application && of.open_key.is_some());
        live && !matches!(row.state.0, SheetState::Removed | SheetState::Recused)
    });
    (counted.clone().count(), counted.filter(|row| row.state.0 == SheetState::Locked).count())
}

/// What the journal keeps of a review.
pub(super) fn journal_view(row: &ReviewRow) -> Json {
    let mut view = json!({
        "state": row.state.0, "due": row.due.0, "applications": row.applications.iter().map(|id| id.0).collect::<Vec<_>>(),
        "reviewers": row.reviewers.iter().map(|id| id.0).collect::<Vec<_>>(), "held_by": row.held_by,
    });
    if let (Json::Object(course), Json::Object(view)) = (&row.course, &mut view) {
        view.extend(course.iter().map(|(part, value)| (part.clone(), value.clone())));
    }
    view
}
