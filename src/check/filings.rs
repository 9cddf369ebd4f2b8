//! Filings: what is granted has its number in the organization's record, and what is open is held once.

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{db::DbError, filings::store::FilingRow, house::House, organizations::store as organizations};

/// Each case holds together with its course and its organization.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "filing");
    while let Some(batch) = rows.next::<FilingRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    for what in wrong(house, &row).await? {
                        tell(Finding::new("filings", row.id.0, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("filings", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: &FilingRow) -> Result<Vec<String>, DbError> {
    let of = match row.filing() {
        Ok(of) => of,
        Err(error) => return Ok(vec![error.to_string()]),
    };
    let mut found = Vec::new();
    if of.course.passages.last().map(|passage| passage.state) != Some(of.state) {
        found.push("stands in another state than its passages say".to_owned());
    }
    if row.live != of.state.is_open().then(|| row.organization.0.to_string()) {
        found.push("holds its organization though it is over, or the other way".to_owned());
    }
    if row.granted_on.map(|day| day.0) != of.course.grant.as_ref().map(|grant| grant.on) {
        found.push("has another day of the certificate than its course says".to_owned());
    }
    if of.course.grant.is_some() {
        let who = organizations::find(&house.db, row.organization.0).await?;
        // A wrong number is put right in the record; that there is one is certain.
        let numbered = who.is_some_and(|who| who.credit_code.is_some() || who.record_number.is_some());
        if !numbered {
            found.push("is granted, and its organization has no number".to_owned());
        }
    }
    Ok(found)
}
