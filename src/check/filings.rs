//! Help with registrations and recordings: the copies that lists and figures read are what the course says, what is
//! open is held once, and what was granted stands in the organization.

use std::collections::BTreeSet;

use domain::id::OrganizationId;

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    db::DbError,
    filings::store::FilingRow,
    house::House,
    journal,
    organizations::store::{self as organizations, OrganizationRow},
};

/// Lines of an organization's history in which a number is looked for that was put right.
const LINES: usize = 1_000;

/// Each case holds together with its course and its organization.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut open: BTreeSet<OrganizationId> = BTreeSet::new();
    let mut rows = Rows::of(&house.db, "filing");
    while let Some(batch) = rows.next::<FilingRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    let mut found = wrong(house, &row).await?;
                    if row.state.0.is_undecided() && !open.insert(row.organization.0) {
                        found.push("is open, and another case of its organization is too");
                    }
                    for what in found {
                        tell(Finding::new("filings", row.id.0, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("filings", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: &FilingRow) -> Result<Vec<&'static str>, DbError> {
    let Ok(of) = row.filing() else { return Ok(vec!["has a course that cannot be read"]) };
    let mut found = Vec::new();
    if !row.copies(&of) {
        found.push("is listed otherwise than its course says");
    }
    if of.course.passages.last().map(|passage| passage.state) != Some(of.state) {
        found.push("stands in another state than its passages say");
    }
    let who = organizations::find(&house.db, row.organization.0).await?;
    if let (Some(grant), Some(who)) = (&of.course.grant, who)
        && !bears(house, &who, of.wanted.is_recording(), &grant.number).await?
    {
        found.push("is granted, and its organization does not bear the number");
    }
    Ok(found)
}

/// Whether an organization bears a number, or bore it until it was put right in the record.
async fn bears(house: &House, who: &OrganizationRow, recording: bool, number: &str) -> Result<bool, DbError> {
    let borne = if recording { &who.record_number } else { &who.credit_code };
    if borne.as_deref() == Some(number) {
        return Ok(true);
    }
    let quoted = format!("\"{number}\"");
    let lines = journal::page(&house.db, &who.id.0.to_string(), None, LINES).await?;
    Ok(lines.iter().any(|line| line.before.as_ref().is_some_and(|before| before.contains(&quoted))))
}
