//! The verbs of people of organizations.

use domain::{
    access::Action,
    code::Code,
    day::Day,
    id::{OrganizationId, PersonId},
    person::{self, Office, PersonFacts},
    refusal::Refusal,
};
use serde_json::{Value as Json, json};

use super::{
    change::line,
    service,
    store::{self, OrganizationRow, PersonRow, PositionRow},
    store_persons,
};
use crate::{
    db::{Rec, Text, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
};

/// An office as sent.
#[derive(Debug, Clone)]
pub struct Held {
    /// Its name.
    pub position: String,
    /// First day, if known.
    pub first: Option<Day>,
    /// Last day; none while held.
    pub last: Option<Day>,
}

/// What to change of a person; what is `None` stays, an inner `None` clears.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    /// Name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<Option<String>>,
    /// E-mail.
    pub email: Option<Option<String>>,
    /// Level of the social worker's qualification.
    pub social_worker_level: Option<Option<String>>,
    /// Party member.
    pub party_member: Option<Option<bool>>,
    /// Offices over time, as a whole.
    pub positions: Option<Vec<Held>>,
}

impl PersonChange {
    fn apply(&self, row: &mut PersonRow) {
        let tidy = |new: &Option<String>| new.as_deref().map(line).filter(|text| !text.is_empty());
        if let Some(name) = &self.name {
            row.name = line(name);
        }
        for (new, slot) in [
            (&self.phone, &mut row.phone),
            (&self.email, &mut row.email),
            (&self.social_worker_level, &mut row.social_worker_level),
        ] {
            if let Some(new) = new {
                *slot = tidy(new);
            }
        }
        if let Some(member) = self.party_member {
            row.party_member = member;
        }
        if let Some(positions) = &self.positions {
            row.positions = positions
                .iter()
                .map(|held| PositionRow {
                    position: line(&held.position),
                    first: held.first.map(Text),
                    last: held.last.map(Text),
                })
                .collect();
        }
    }
}

/// The people of an organization that the caller may see.
///
/// # Errors
/// `not_found`, `not_allowed`.
pub async fn list(house: &House, by: &Caller, id: OrganizationId) -> Result<(OrganizationRow, Vec<PersonRow>), Fault> {
    let organization = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::PersonsRead, Action::OrganizationsRead, &organization.facts())?;
    Ok((organization, store_persons::of(&house.db, id).await?))
}

/// Adds a person to an organization.
///
/// # Errors
/// `organization_not_live`, bad fields.
pub async fn create(
    house: &House,
    by: &Caller,
    id: OrganizationId,
    change: &PersonChange,
) -> Result<(OrganizationRow, PersonRow), Fault> {
    let row = PersonRow {
        id: Rec(house.chance.id(by.now)),
        organization: Rec(id),
        name: String::new(),
        phone: None,
        email: None,
        social_worker_level: None,
        party_member: None,
        positions: Vec::new(),
        left_on: None,
        version: 1,
        created_at: by.now.into(),
        updated_at: by.now.into(),
    };
    house
        .db
        .decide(|| async {
            let organization = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            let acting = by.allow(Action::PersonsEdit, Action::OrganizationsRead, &organization.facts())?;
            if !organization.live {
                return Err(Refusal::state(Code::OrganizationNotLive).into());
            }
            let mut row = row.clone();
            change.apply(&mut row);
            check(&row)?;
            let mut tx = Tx::new();
            tx.tie(rid(id));
            tx.insert(row.id.0, row.clone());
            let line = draft("persons.create", &organization, &row, &acting);
            tx.journal(line.change(None, Some(journal_view(&row))).first());
            house.db.commit(tx).await?;
            Ok((organization, row))
        })
        .await
}

/// Changes a person.
///
/// # Errors
/// `not_found`, `person_has_left`, an old version, bad fields.
pub async fn edit(
    house: &House,
    by: &Caller,
    id: PersonId,
    seen: impl Fn(&OrganizationRow, &PersonRow) -> Result<(), Fault>,
    change: &PersonChange,
) -> Result<(OrganizationRow, PersonRow), Fault> {
    revise(house, by, id, seen, "persons.edit", |row| change.apply(row)).await
}

/// Notes that a person has left: every office still held ends today. The row stays for the history.
///
/// # Errors
/// As [`edit`].
pub async fn leave(house: &House, by: &Caller, id: PersonId) -> Result<(OrganizationRow, PersonRow), Fault> {
    let today = house.today();
    let change = |row: &mut PersonRow| {
        row.left_on = Some(Text(today));
        // An office that was to begin later is never held.
        row.positions.retain(|held| held.first.is_none_or(|first| first.0 <= today));
        for held in &mut row.positions {
            held.last = Some(held.last.map_or(Text(today), |last| Text(last.0.min(today))));
        }
    };
    revise(house, by, id, |_, _| Ok(()), "persons.leave", change).await
}

async fn revise(
    house: &House,
    by: &Caller,
    id: PersonId,
    seen: impl Fn(&OrganizationRow, &PersonRow) -> Result<(), Fault>,
    action: &'static str,
    change: impl Fn(&mut PersonRow),
) -> Result<(OrganizationRow, PersonRow), Fault> {
    house
        .db
        .decide(|| async {
            let before = store_persons::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            let organization = service::get(house, by, before.organization.0).await?;
            let acting = by.allow(Action::PersonsEdit, Action::PersonsRead, &organization.facts())?;
            seen(&organization, &before)?;
            if before.left_on.is_some() {
                return Err(Refusal::state(Code::PersonHasLeft).into());
            }
            let mut after = before.clone();
            change(&mut after);
            check(&after)?;
            after.version += 1;
            after.updated_at = acting.at.into();
            let mut tx = Tx::new();
            tx.replace(id, before.version, after.clone());
            let draft = draft(action, &organization, &after, &acting);
            tx.journal(draft.change(Some(journal_view(&before)), Some(journal_view(&after))));
            house.db.commit(tx).await?;
            Ok((organization, after))
        })
        .await
}

fn check(row: &PersonRow) -> Result<(), Refusal> {
    let offices: Vec<Office<'_>> = row
        .positions
        .iter()
        .map(|held| Office {
            position: &held.position,
            first: held.first.map(|day| day.0),
            last: held.last.map(|day| day.0),
        })
        .collect();
    let faults = person::check(&PersonFacts {
        name: &row.name,
        phone: row.phone.as_deref(),
        email: row.email.as_deref(),
        social_worker_level: row.social_worker_level.as_deref(),
        offices: &offices,
    });
    if faults.is_empty() { Ok(()) } else { Err(Refusal::fields(faults)) }
}

/// A person's line also stands in the history of the organization.
fn draft(action: &'static str, organization: &OrganizationRow, row: &PersonRow, by: &Acting) -> Draft {
    Draft::new(row.id.0, action, by)
        .about(organization.id.0)
        .values(json!({"name": row.name, "organization": organization.name}))
}

fn journal_view(row: &PersonRow) -> Json {
    let positions: Vec<Json> = row
        .positions
        .iter()
        .map(|held| {
            json!({
                "position": held.position,
                "from": held.first.map(|day| day.0),
                "to": held.last.map(|day| day.0),
            })
        })
        .collect();
    json!({
        "name": row.name, "phone": row.phone, "email": row.email,
        "social_worker_level": row.social_worker_level, "party_member": row.party_member,
        "positions": positions, "left_on": row.left_on.map(|day| day.0),
    })
}
