//! Steps that the review of an application, its publicity and its agreement take with it; asked by those rooms.

use std::collections::BTreeMap;

use domain::{
    application::{self, ApplicationAction},
    day::Moment,
    id::OrganizationId,
};

use super::{
    service::{journal_view, line, story},
    store::{ApplicationRow, Course},
};
use crate::{
    db::{Tx, rid},
    fault::Fault,
    house::House,
    journal::Acting,
    organizations::store::{self as organizations, OrganizationRow},
};

/// The word of a step in the history.
fn word(action: ApplicationAction) -> Option<&'static str> {
    Some(match action {
        ApplicationAction::Convene => "application.convene",
        ApplicationAction::Dismiss => "application.dismiss",
        ApplicationAction::Conclude => "application.conclude",
        ApplicationAction::SendBack => "application.send_back",
        ApplicationAction::Propose => "application.propose",
        ApplicationAction::Defer => "application.defer",
        ApplicationAction::Reject => "application.reject",
        ApplicationAction::Publicise => "application.publicise",
        ApplicationAction::Unpublish => "application.unpublish",
        ApplicationAction::Dispute => "application.dispute",
        ApplicationAction::ClearObjection => "application.clear_objection",
        ApplicationAction::Uphold => "application.uphold",
        ApplicationAction::Approve => "application.approve",
        ApplicationAction::Offer => "application.offer",
        ApplicationAction::Sign => "application.sign",
        ApplicationAction::Forfeit => "application.forfeit",
        ApplicationAction::Vacate => "application.vacate",
        _ => return None,
    })
}

/// Takes a step of one of those rooms with an application, within a transaction; `going` changes its course.
///
/// # Errors
/// `wrong_state`, also for a step that is not one of a review.
pub fn advance(
    house: &House,
    tx: &mut Tx,
    (row, who): (&ApplicationRow, &OrganizationRow),
    action: ApplicationAction,
    acting: &Acting,
    going: impl FnOnce(&mut Course),
) -> Result<ApplicationRow, Fault> {
    let word = word(action).ok_or_else(|| {
        domain::refusal::Refusal::state(domain::code::Code::WrongState).with("action", action.as_str())
    })?;
    let at = Moment { now: acting.at, zone: house.zone };
    let moved = row.with(&application::advance(&row.application()?, action, at)?, acting.at.into())?;
    let mut course = moved.course()?;
    going(&mut course);
    let after = moved.going(course);
    tx.replace(row.id.0, row.version, after.clone());
    tx.journal(line(word, &after, who, acting).change(Some(journal_view(row)), Some(journal_view(&after))));
    tx.journal(story(word, &after, who, acting));
    Ok(after)
}

/// Applications with the organizations that they are of.
///
/// # Errors
/// What the database says.
pub async fn with_owners(
    house: &House,
    rows: Vec<ApplicationRow>,
) -> Result<(Vec<ApplicationRow>, BTreeMap<OrganizationId, OrganizationRow>), Fault> {
    let mut ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let records: Vec<_> = ids.iter().map(|id| rid(*id)).collect();
    let owners = house.db.read(organizations::of_records(&records)).await?;
    Ok((rows, owners.into_iter().map(|row| (row.id.0, row)).collect()))
}
