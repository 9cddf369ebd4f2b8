//! The verbs of organizations.

use domain::{
    access::{Action, Facts, Reached},
    code::Code,
    credit_code::CreditCode,
    day::Day,
    id::{BaseId, OrganizationId},
    organization::{self, Known, LIFECYCLE, OrganizationAction, Particulars, identity_key},
    refusal::{FieldFault, Refusal},
};
use serde_json::json;

pub use super::intake::{
    Homes, NewOrganization, PART, homes, journal_view, prepare, prepare_many, remove_many, search_text, sort_key,
};
use super::{
    change::{ContactsBody, OrganizationBody, line},
    intake,
    store::{self, OrganizationRow},
    views,
};
use crate::{
    db::{DbError, Rec, Text, Tx},
    fault::Fault,
    house::House,
    http::{Caller, reply},
    journal::{Acting, Draft},
};

/// A search finds nothing longer than a name.
const MAX_QUERY: usize = 120;

/// What somebody looks for, as typed.
///
/// # Errors
/// `too_long` at `q`.
pub fn query(q: Option<String>) -> Result<Option<String>, Refusal> {
    match q {
        Some(q) if q.chars().count() > MAX_QUERY => {
            Err(Refusal::fields(vec![FieldFault::new("q", Code::TooLong).with("max", MAX_QUERY)]))
        }
        other => Ok(other),
    }
}

/// An organization that the caller may see.
///
/// # Errors
/// `not_found`.
pub async fn get(house: &House, by: &Caller, id: OrganizationId) -> Result<OrganizationRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::OrganizationsRead, Action::OrganizationsRead, &row.facts())?;
    Ok(row)
}

/// Takes up an organization.
///
/// # Errors
/// `not_allowed` at another base; bad fields.
pub async fn create(house: &House, by: &Caller, body: OrganizationBody) -> Result<OrganizationRow, Fault> {
    let home = home(house, by, &body).await?;
    let acting = by.allow(Action::OrganizationsCreate, Action::BasesRead, &Facts::of_base(home))?;
    let kind_given = body.kind.is_some();
    let mut row = intake::blank(house, home, &acting);
    body.apply(&mut row);
    intake::settle(&mut row);
    let faults = faults(house, &row, kind_given).await?;
    if !faults.is_empty() {
        return Err(Refusal::fields(faults).into());
    }
    let mut tx = Tx::new();
    tx.insert(row.id.0, row.clone());
    tx.journal(intake::born(&row, &acting));
    house.db.decide(|| async { house.db.commit(tx.clone()).await }).await.map_err(|error| used(error, &row))?;
    Ok(row)
}

/// The base that is to look after a new organization: the one that was named, else the caller's
/// own, else that of the division.
async fn home(house: &House, by: &Caller, body: &OrganizationBody) -> Result<BaseId, Fault> {
    let own = match by.principal.reach(Action::OrganizationsCreate) {
        Reached::Within { bases, .. } if bases.len() == 1 => bases.first().copied(),
        _ => None,
    };
    if let Some(base) = body.home_base.or(own) {
        return base_exists(house, base).await.map(|()| base);
    }
    let homes = homes(house, None).await?;
    homes
        .of(body.division.as_deref().unwrap_or_default())
        .ok_or_else(|| Refusal::field("home_base", Code::Required).into())
}

async fn base_exists(house: &House, base: BaseId) -> Result<(), Fault> {
    match crate::bases::store::find(&house.db, base).await? {
        Some(_) => Ok(()),
        None => Err(Refusal::field("home_base", Code::NotFound).into()),
    }
}

/// Changes particulars of an organization.
///
/// # Errors
/// `not_found`, `not_allowed`, `wrong_state` of a dissolved one, bad fields, an old version.
pub async fn edit(
    house: &House,
    by: &Caller,
    id: OrganizationId,
    seen: Option<&str>,
    body: OrganizationBody,
) -> Result<OrganizationRow, Fault> {
    let change = |row: &mut OrganizationRow| body.clone().apply(row);
    revise(house, by, id, seen, OrganizationAction::Edit, change).await
}

/// Changes contacts of an organization, which its own people may do.
///
/// # Errors
/// As [`edit`].
pub async fn edit_contacts(
    house: &House,
    by: &Caller,
    id: OrganizationId,
    seen: Option<&str>,
    body: ContactsBody,
) -> Result<OrganizationRow, Fault> {
    let change = |row: &mut OrganizationRow| body.clone().apply(row);
    revise(house, by, id, seen, OrganizationAction::EditContacts, change).await
}

pub(super) const fn act_of(action: OrganizationAction) -> (Action, &'static str) {
    match action {
        OrganizationAction::EditContacts => (Action::ContactsEdit, "organizations.edit_contacts"),
        OrganizationAction::Edit => (Action::OrganizationsEdit, "organizations.edit"),
        OrganizationAction::Dissolve => (Action::OrganizationsEdit, "organizations.dissolve"),
        OrganizationAction::Restore => (Action::OrganizationsEdit, "organizations.restore"),
    }
}

async fn revise(
    house: &House,
    by: &Caller,
    id: OrganizationId,
    seen: Option<&str>,
    action: OrganizationAction,
    change: impl Fn(&mut OrganizationRow),
) -> Result<OrganizationRow, Fault> {
    house
        .db
        .decide(|| async {
            let (before, acting) = begin(house, by, id, seen, action).await?;
            LIFECYCLE.next(before.state(), action)?;
            let mut after = before.clone();
            change(&mut after);
            intake::settle(&mut after);
            if after.home_base != before.home_base {
                base_exists(house, after.home_base.0).await?;
                // Who hands an organization over to another base acts for both.
                by.allow(act_of(action).0, Action::BasesRead, &Facts::of_base(before.home_base.0))?;
                by.allow(act_of(action).0, Action::BasesRead, &Facts::of_base(after.home_base.0))?;
            }
            let mut faults = faults(house, &after, true).await?;
            if action == OrganizationAction::EditContacts {
                // Whoever may change a phone number only cannot put right what else was wrong before.
                let inherited = self::faults(house, &before, true).await?;
                faults.retain(|fault| !inherited.contains(fault));
            }
            if !faults.is_empty() {
                return Err(Refusal::fields(faults).into());
            }
            write(house, &before, &mut after, action, &acting).await?;
            Ok(after)
        })
        .await
}

/// Reads an organization for an act, and compares what the caller has seen of it.
async fn begin(
    house: &House,
    by: &Caller,
    id: OrganizationId,
    seen: Option<&str>,
    action: OrganizationAction,
) -> Result<(OrganizationRow, Acting), Fault> {
    let before = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let acting = by.allow(act_of(action).0, Action::OrganizationsRead, &before.facts())?;
    if seen.is_some() {
        let shown = views::view(house, by, &before).await?;
        reply::check_version(seen, || shown, before.version)?;
    }
    Ok((before, acting))
}

async fn write(
    house: &House,
    before: &OrganizationRow,
    after: &mut OrganizationRow,
    action: OrganizationAction,
    acting: &Acting,
) -> Result<(), Fault> {
    after.version = before.version + 1;
    after.updated_at = acting.at.into();
    let mut tx = Tx::new();
    tx.replace(after.id.0, before.version, after.clone());
    tx.journal(
        Draft::new(after.id.0, act_of(action).1, acting)
            .values(json!({"name": after.name}))
            .change(Some(journal_view(before)), Some(journal_view(after))),
    );
    house.db.commit(tx).await.map_err(|error| used(error, after))
}

/// Notes that an organization is dissolved.
///
/// # Errors
/// `wrong_state`, `organization_has_places`, a bad day or reason.
pub async fn dissolve(
    house: &House,
    by: &Caller,
    id: OrganizationId,
    on: Day,
    reason: &str,
) -> Result<OrganizationRow, Fault> {
    let action = OrganizationAction::Dissolve;
    let reason = line(reason);
    house
        .db
        .decide(|| async {
            let (before, acting) = begin(house, by, id, None, action).await?;
            let places = views::places(house, &before).await?;
            let mut places: Vec<String> = places.into_iter().map(|place| place.spoken()).collect();
            if places.is_empty() && before.is_stayed() {
                // Resident without a place: the bases are named where it is.
                let stays: Vec<_> = before.stays.iter().flatten().map(|base| base.0).collect();
                let bases = crate::bases::store::all(&house.db).await?;
                places.extend(bases.into_iter().filter(|row| stays.contains(&row.id.0)).map(|row| row.short_name));
            }
            let founded = before.founded_on.map(|day| day.0);
            organization::dissolve(before.state(), founded, on, &reason, &places, house.today())?;
            let mut after = before.clone();
            after.live = false;
            after.dissolved_on = Some(Text(on));
            after.dissolved_reason = Some(reason.clone());
            intake::settle(&mut after);
            // Whoever gives it a place meanwhile moves its version on, and this is decided again.
            write(house, &before, &mut after, action, &acting).await?;
            Ok(after)
        })
        .await
}

/// Takes a dissolution back that was noted wrongly.
///
/// # Errors
/// `wrong_state`; `already_used` when another live organization has its code by now.
pub async fn restore(house: &House, by: &Caller, id: OrganizationId) -> Result<OrganizationRow, Fault> {
    let action = OrganizationAction::Restore;
    house
        .db
        .decide(|| async {
            let (before, acting) = begin(house, by, id, None, action).await?;
            let mut after = before.clone();
            after.live = true;
            (after.dissolved_on, after.dissolved_reason) = (None, None);
            intake::settle(&mut after);
            let used = identity_used(house, &after).await?;
            let identity = after.credit_code.as_deref().or(after.record_number.as_deref());
            organization::restore(before.state(), identity, used)?;
            write(house, &before, &mut after, action, &acting).await?;
            Ok(after)
        })
        .await
}

/// The refusal of a code that somebody else took between the check and the commit.
fn used(error: DbError, row: &OrganizationRow) -> Fault {
    match error {
        DbError::Duplicate { what } if what == "organization_identity" => {
            let (path, value) = match &row.credit_code {
                Some(code) => ("credit_code", code.clone()),
                None => ("record_number", row.record_number.clone().unwrap_or_default()),
            };
            Refusal::fields(vec![FieldFault::new(path, Code::AlreadyUsed).with("value", value)]).into()
        }
        other => other.into(),
    }
}

async fn identity_used(house: &House, row: &OrganizationRow) -> Result<bool, DbError> {
    let key = identity_key(row.credit_code.as_deref(), row.record_number.as_deref());
    let holders = match key {
        Some(key) if row.live => store::holders(&house.db, &[key]).await?,
        _ => Vec::new(),
    };
    Ok(holders.iter().any(|holder| holder.id != Rec(row.id.0)))
}

/// What all rules find wrong with a row's particulars.
pub(super) async fn faults(house: &House, row: &OrganizationRow, kind_given: bool) -> Result<Vec<FieldFault>, Fault> {
    let known = known(house, row).await?;
    let particulars = Particulars {
        name: &row.name,
        name_mn: row.name_mn.as_deref(),
        kind: kind_given.then_some(row.kind.0),
        credit_code: row.credit_code.as_deref(),
        record_number: row.record_number.as_deref(),
        founded_on: row.founded_on.map(|day| day.0),
        grade: row.grade.as_deref(),
        responsible_name: row.responsible_name.as_deref(),
        liaison_name: row.liaison_name.as_deref(),
        liaison_phone: row.liaison_phone.as_deref(),
        full_time_staff: row.full_time_staff,
        social_workers: row.social_workers,
        volunteers: row.volunteers,
        division: &row.division,
        township: row.township.as_deref(),
        village: row.village.as_deref(),
        details: &row.details,
    };
    Ok(organization::check(&particulars, &known))
}

/// Looks up what the rules ask for.
async fn known(house: &House, row: &OrganizationRow) -> Result<Known, Fault> {
    let authority = match row.credit_code.as_deref().map(CreditCode::parse) {
        Some(Ok(code)) => crate::divisions::store::is_authority(&house.db, code.authority()).await?,
        _ => true,
    };
    let mut codes = vec![row.division.clone()];
    codes.extend(row.township.iter().chain(&row.village).cloned());
    let found = crate::divisions::store::named(&house.db, &codes).await?;
    let below = |code: &str, level: &str, parent: Option<&str>| {
        found.iter().any(|d| d.code == code && d.level == level && parent.is_none_or(|parent| d.parent == parent))
    };
    let township = row.township.as_deref().unwrap_or_default();
    Ok(Known {
        today: house.today(),
        authority,
        // An organization of the city itself stands under the city.
        division: below(&row.division, "county", None) || below(&row.division, "city", None),
        township: below(township, "township", Some(&row.division)),
        village: below(row.village.as_deref().unwrap_or_default(), "village", Some(township)),
        identity_used: identity_used(house, row).await?,
    })
}
