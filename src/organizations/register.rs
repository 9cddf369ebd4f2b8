//! An organization becomes a registered or a recorded one: the same record goes on with another kind and a number.
//!
//! Whoever asks for this has decided that it was granted; it is written in his transaction.

use domain::{
    access::Action,
    code::Code,
    day::Day,
    organization::{Kind, LIFECYCLE, OrganizationAction, identity_key},
    refusal::{FieldFault, Refusal},
};
use serde_json::json;

use super::{
    change::line,
    intake::{self, journal_view},
    service,
    store::{self, OrganizationRow},
};
use crate::{
    db::{DbError, Text, Tx},
    fault::Fault,
    house::House,
    http::Caller,
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

/// The field of whoever notes a certificate.
fn field(path: &str) -> &str {
    match path {
        "credit_code" | "record_number" => "number",
        "founded_on" => "on",
        other => other,
    }
}

/// Puts it into the record; what is not of it stays as it is. A recording is kept apart from a registration: who is
/// recorded first and registered later has both.
fn apply(new: &Registered<'_>, row: &mut OrganizationRow) {
    row.kind = Text(new.kind);
    if let Some(name) = new.name {
        row.name = line(name);
    }
    row.founded_on = Some(Text(new.on));
    let number = Some(line(new.number)).filter(|number| !number.is_empty());
    let authority = new.authority.map(str::to_owned);
    let mut details = row.details();
    if new.kind.code_class().is_some() {
        row.credit_code = number.map(|number| domain::credit_code::normalize(&number).0);
        details.registration.authority = authority.or(details.registration.authority);
        details.certificate.issued_on = Some(new.on);
    } else {
        row.record_number = number;
        details.recording.body = authority.or(details.recording.body);
        details.recording.recorded_on = Some(new.on);
    }
    row.details = serde_json::to_value(details.tidied()).unwrap_or_default();
    intake::settle(row);
}

/// The refusal of a number that another organization has: whose it is, for who may see that one.
async fn held(house: &House, by: &Caller, row: &OrganizationRow) -> Result<Refusal, Fault> {
    let number = row.credit_code.clone().or_else(|| row.record_number.clone()).unwrap_or_default();
    let key = identity_key(row.credit_code.as_deref(), row.record_number.as_deref());
    let holders = store::holders(&house.db, key.as_slice()).await?;
    let holder = match holders.iter().find(|holder| holder.id != row.id) {
        Some(holder) => store::find(&house.db, holder.id.0).await?,
        None => None,
    };
    let seen = holder.filter(|of| by.principal.role_for(Action::OrganizationsRead, &of.facts()).is_some());
    let (code, fault) = match seen {
        Some(of) => {
            (Code::NumberHeld, FieldFault::new("number", Code::NumberHeld).with("who", of.name).with("value", number))
        }
        None => (Code::AlreadyUsed, FieldFault::new("number", Code::AlreadyUsed).with("value", number)),
    };
    let values = fault.values.clone();
    Ok(Refusal { values, fields: vec![fault], ..Refusal::state(code) })
}

/// The record as it is with the certificate.
///
/// # Errors
/// `wrong_state` of a dissolved one; at `number`, `name` or `on` what is wrong with them; `number_held`, or
/// `already_used` where its holder is not the caller's to see.
pub async fn registered(
    house: &House,
    by: &Caller,
    before: &OrganizationRow,
    new: &Registered<'_>,
) -> Result<OrganizationRow, Fault> {
    LIFECYCLE.next(before.state(), OrganizationAction::Edit)?;
    let mut after = before.clone();
    apply(new, &mut after);
    let inherited = service::faults(house, before, true).await?;
    let mut faults = service::faults(house, &after, true).await?;
    // Whoever notes a certificate does not put right here what else was wrong before.
    faults.retain(|fault| !inherited.contains(fault));
    if faults.is_empty() {
        return Ok(after);
    }
    if faults.iter().all(|fault| fault.code == Code::AlreadyUsed) {
        return Err(held(house, by, &after).await?.into());
    }
    let here = |fault: FieldFault| FieldFault { path: field(&fault.path).to_owned(), ..fault };
    Err(Refusal::fields(faults.into_iter().map(here).collect()).into())
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

/// Commits what registers an organization; somebody else may have taken the number between the check and now.
///
/// # Errors
/// As [`registered`]; what the database says.
pub async fn commit(house: &House, by: &Caller, tx: Tx, row: &OrganizationRow) -> Result<(), Fault> {
    match house.db.commit(tx).await {
        Err(DbError::Duplicate { what }) if what == "organization_identity" => Err(held(house, by, row).await?.into()),
        other => Ok(other?),
    }
}
