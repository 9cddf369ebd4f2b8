//! Assessments: each result is what its columns come to, and each is of a residency of its organization (I9).

use domain::assessment;

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    assessments::store::{self as assessments, AssessmentRow},
    db::DbError,
    house::House,
    residencies::store as residencies,
};

/// Each assessment holds together with its round and its residency.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "assessment");
    while let Some(batch) = rows.next::<AssessmentRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    for what in wrong(house, &row).await? {
                        tell(Finding::new("assessments", row.id.0, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("assessments", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: &AssessmentRow) -> Result<Vec<String>, DbError> {
    let of = match row.assessment() {
        Ok(of) => of,
        Err(error) => return Ok(vec![error.to_string()]),
    };
    let mut found = Vec::new();
    let Some(round) = assessments::find_round(&house.db, row.round.0).await? else {
        return Ok(vec!["its round is not there".to_owned()]);
    };
    if round.base != row.base || (row.expert.is_some() && round.expert != row.expert) {
        found.push("is of another base or expert than its round".to_owned());
    }
    let sheet = match round.sheet() {
        Ok(sheet) => sheet,
        Err(error) => return Ok(vec![error.to_string()]),
    };
    let kept = of.course.result.as_ref();
    if row.grade.map(|grade| grade.0) != kept.map(|of| of.grade) || row.total != kept.map(|of| of.total) {
        found.push("has another grade than its course says".to_owned());
    }
    if let Some(kept) = kept {
        let again = assessment::outcome(&of, &sheet);
        if again != (kept.own, kept.base, kept.expert, kept.total, kept.grade) {
            found.push(format!("its columns come to {again:?}, and its result says {}", kept.total));
        }
    }
    match residencies::find(&house.db, row.residency.0).await? {
        Some(stay) if stay.organization == row.organization && stay.base == row.base => {}
        _ => found.push("is of a residency that is not its organization's".to_owned()),
    }
    Ok(found)
}
