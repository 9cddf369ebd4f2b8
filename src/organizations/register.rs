//! An organization becomes a registered or a recorded one: the same record goes on with another kind and a number.

use domain::{
    day::Day,
    organization::{Kind, LIFECYCLE, OrganizationAction},
    refusal::Refusal,
};
use serde_json::json;

use super::{
    change::line,
    intake::{self, journal_view},
    service::{faults, used},
    store::OrganizationRow,
};
use crate::{
    db::{DbError, Text, Tx},
    fault::Fault,
    house::House,
    journal::{Acting, Draft},
};

/// What the certificate says.
#[derive(Debug, Clone, Copy)]
pub struct Registered<'a> {
    /// What it is now.
    pub kind: Kind,
    /// Unified social credit code, or the record number.
    pub number: &'a str,
    /// Its name, where it is another one.
    pub name: Option<&'a str>,
    /// On which day.
    pub on: Day,
    /// By which authority.
    pub authority: Option<&'a str>,
}

/// Paths of the record's fields, and how whoever notes a certificate knows them.
const KNOWN_AS: &[(&str, &str)] = &[("credit_code", "number"), ("record_number", "number"), ("founded_on", "on")];

fn renamed(refusal: Refusal) -> Refusal {
    let mut refusal = refusal;
    for fault in &mut refusal.fields {
        if let Some((_, known)) = KNOWN_AS.iter().find(|(path, _)| *path == fault.path) {
            fault.path = (*known).to_owned();
        }
    }
    refusal
}

/// The record as it is with the certificate.
///
/// # Errors
/// `wrong_state` of a dissolved one; at `number`, `name` or `on` what is wrong with them.
pub async fn registered(
    house: &House,
    before: &OrganizationRow,
    new: &Registered<'_>,
) -> Result<OrganizationRow, Fault> {
    LIFECYCLE.next(before.state(), OrganizationAction::Edit)?;
    let mut after = before.clone();
    after.kind = Text(new.kind);
    let number = Some(line(new.number)).filter(|number| !number.is_empty());
    if new.kind.code_class().is_some() {
        after.credit_code = number.map(|number| domain::credit_code::normalize(&number).0);
    } else {
        after.record_number = number;
    }
    if let Some(name) = new.name {
        after.name = line(name);
    }
    after.founded_on = Some(Text(new.on));
    let mut details = before.details();
    if let Some(authority) = new.authority {
        details.registration.authority = Some(authority.to_owned());
    }
    if new.kind.code_class().is_some() {
        details.certificate.issued_on = Some(new.on);
    }
    after.details = serde_json::to_value(details).unwrap_or_default();
    intake::settle(&mut after);
    let mut faults = faults(house, &after, true).await?;
    // Whoever notes a certificate does not put right here what else was wrong before.
    let inherited = super::service::faults(house, before, true).await?;
    faults.retain(|fault| !inherited.contains(fault));
    if faults.is_empty() { Ok(after) } else { Err(renamed(Refusal::fields(faults)).into()) }
}

/// Adds the record to a transaction, with its line in the journal.
pub fn write(tx: &mut Tx, before: &OrganizationRow, mut after: OrganizationRow, by: &Acting) -> OrganizationRow {
    after.version = before.version + 1;
    after.updated_at = by.at.into();
    tx.replace(after.id.0, before.version, after.clone());
    tx.journal(
        Draft::new(after.id.0, "organizations.register", by)
            .values(json!({"name": after.name}))
            .change(Some(journal_view(before)), Some(journal_view(&after))),
    );
    after
}

/// The refusal of a number that somebody else took between the check and the commit.
#[must_use]
pub fn taken(error: DbError, row: &OrganizationRow) -> Fault {
    match used(error, row) {
        Fault::Refused(refusal) => Fault::Refused(renamed(refusal)),
        other => other,
    }
}
