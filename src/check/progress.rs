//! Periodic reports: each counts with what was accepted of it, its answers fit its form, and each is of a residency of
//! its organization.

use domain::progress::form;

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    db::DbError,
    house::House,
    progress::store::{ReportRow, seat},
    residencies::store as residencies,
};

/// Each report holds together with its form and its residency.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "progress_report");
    while let Some(batch) = rows.next::<ReportRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    for what in wrong(house, &row).await? {
                        tell(Finding::new("progress", row.id.0, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("progress", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: &ReportRow) -> Result<Vec<String>, DbError> {
    let (of, figures) = match (row.report(), row.figures()) {
        (Ok(of), Ok(figures)) => (of, figures),
        (Err(error), _) | (_, Err(error)) => return Ok(vec![error.to_string()]),
    };
    let mut found = Vec::new();
    if figures != of.figures() || row.late != of.course.late {
        found.push("counts with other numbers than were accepted".to_owned());
    }
    if of.course.passages.last().map(|passage| passage.state) != Some(of.state) {
        found.push("is in another state than its course says".to_owned());
    }
    let handed_in = of.course.submitted.is_some();
    let accepted = of.course.editions.iter().flat_map(|edition| form::check_answers(&of.form, &edition.answers, true));
    if accepted.chain(form::check_answers(&of.form, &of.course.answers, handed_in)).next().is_some() {
        found.push("has answers that do not fit its form".to_owned());
    }
    if row.seat != seat(of.residency, of.period) {
        found.push("has the seat of another report".to_owned());
    }
    match residencies::find(&house.db, row.residency.0).await? {
        Some(stay) if stay.organization == row.organization && stay.base == row.base => {}
        _ => found.push("is of a residency that is not its organization's".to_owned()),
    }
    Ok(found)
}
