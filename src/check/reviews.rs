//! Reviews: what came out equals what the sheets come to (I9), and each place that was given is claimed.

use std::collections::BTreeSet;

use domain::{
    application::ApplicationState,
    id::{ClaimId, IntakeId},
    review::{ReviewState, sheet::SheetState, standing::standings},
};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    applications::store::{self as applications, ApplicationRow},
    claims::store as claims,
    db::DbError,
    house::House,
    reviews::{
        matter::Matter,
        store::{ReviewRow, SheetRow, seat},
    },
};

type Tell<'a> = &'a mut (dyn FnMut(Finding) + Send);

/// I9: what was kept when a review was closed equals what its sheets come to.
pub async fn standing(house: &House, tell: Tell<'_>) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "review");
    while let Some(batch) = rows.next::<ReviewRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    let id = row.id.0;
                    for what in wrong(house, row).await? {
                        tell(Finding::new("reviews", id, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("reviews", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: ReviewRow) -> Result<Vec<String>, DbError> {
    let mut found = Vec::new();
    let of = match Matter::read(house, row).await {
        Ok(of) => of,
        Err(error) => return Ok(vec![error.to_string()]),
    };
    let kept = of.course.standings.is_some();
    let closed = matches!(of.review.state, ReviewState::Closed | ReviewState::Decided);
    if kept != closed {
        found.push(format!("is {}, and what came out is {}kept", of.review.state, if kept { "" } else { "not " }));
    }
    if of.course.decisions.is_some() != (of.review.state == ReviewState::Decided) {
        found.push(format!("is {}, and its decisions say otherwise", of.review.state));
    }
    if let Some(kept) = of.course.standings.as_ref() {
        // An application was in it or not when it was closed; that is kept, and the rest is counted anew.
        let mut entries = of.entries(ApplicationState::Reviewed);
        for entry in &mut entries {
            entry.live = kept.iter().any(|one| one.application == entry.application && !one.gone);
        }
        let sheets = match of.sheets.iter().map(SheetRow::counted).collect::<Result<Vec<_>, _>>() {
            Ok(sheets) => sheets,
            Err(error) => return Ok(vec![error.to_string()]),
        };
        let now = standings(&of.held_by.rubric, &of.held_by.terms, &entries, &sheets);
        if now != *kept {
            found.push("what came out is not what its sheets come to".to_owned());
        }
    }
    for sheet in &of.sheets {
        let there = sheet.state.0 != SheetState::Removed;
        let own = seat(of.row.id.0, sheet.application.0, sheet.reviewer.0);
        if sheet.seat != there.then_some(own) {
            found.push(format!("{}: is {}, but its seat is {:?}", sheet.id.0, sheet.state.0, sheet.seat));
        }
        if !of.review.applications.contains(&sheet.application.0) {
            found.push(format!("{}: is of an application that is not in it", sheet.id.0));
        }
        if there && !of.review.reviewers.contains(&sheet.reviewer.0) {
            found.push(format!("{}: its reviewer is not who reviews", sheet.id.0));
        }
    }
    Ok(found)
}

/// Who has a place of an intake with a limit has claimed it, and nobody else has.
pub async fn places(house: &House, tell: Tell<'_>) -> Result<(), DbError> {
    let mut limited: BTreeSet<IntakeId> = BTreeSet::new();
    let mut rows = Rows::of(&house.db, "intake");
    while let Some(batch) = rows.next::<applications::IntakeRow>().await? {
        limited.extend(batch.into_iter().flatten().filter(|row| row.quota.is_some()).map(|row| row.id.0));
    }
    let mut claimed: BTreeSet<ClaimId> = BTreeSet::new();
    let mut rows = Rows::of(&house.db, "application");
    while let Some(batch) = rows.next::<ApplicationRow>().await? {
        let mut has: Vec<(ApplicationRow, Option<ClaimId>)> = Vec::new();
        for row in batch.into_iter().filter_map(Result::ok) {
            // One that cannot be read is told of with the applications.
            let Ok(course) = row.course() else { continue };
            has.push((row, course.place));
        }
        let ids: Vec<ClaimId> = has.iter().filter_map(|(_, place)| *place).collect();
        let found = claims::find_all(&house.db, &ids).await?;
        for (row, place) in has {
            claimed.extend(place);
            let holds = HOLDING.contains(&row.state.0) && limited.contains(&row.intake.0);
            let own = |claim: &claims::ClaimRow| {
                claim.live
                    && claim.source == row.id.0.to_string()
                    && claim.root == row.intake.0.to_string()
                    && claim.holder == row.organization.0.to_string()
            };
            let fits = match place {
                Some(place) => holds && found.get(&place).is_some_and(own),
                // Who has left has given its place back.
                None => !holds || row.state.0 == ApplicationState::Signed,
            };
            if !fits {
                tell(Finding::new("reviews", row.id.0, format!("is {}, and its place says otherwise", row.state.0)));
            }
        }
    }
    for intake in limited {
        let live = house.db.read(claims::claims(&intake.into(), chrono::DateTime::UNIX_EPOCH)).await?;
        for claim in live.into_iter().filter(|claim| !claimed.contains(&claim.id.0)) {
            tell(Finding::new("reviews", claim.id.0, format!("claims a place of {intake} for nobody")));
        }
    }
    Ok(())
}

/// States in which an application has a place, where there is a limit.
const HOLDING: [ApplicationState; 6] = [
    ApplicationState::Proposed,
    ApplicationState::Publicity,
    ApplicationState::Disputed,
    ApplicationState::Approved,
    ApplicationState::Offered,
    ApplicationState::Signed,
];
