//! What a thing is, for the policy: by which act it is seen, and to which bases and organization it
//! belongs. Asked by history and by attachments, which hang on things of every room.

use domain::{
    access::{Action, Facts},
    id::{
        AccountId, AllocationId, BaseId, BuildingId, ClosureId, FileId, FloorId, HandoverId, Id, ImportId,
        OrganizationId, PersonId, SpaceId,
    },
};
use surrealdb::types::{RecordId, SurrealValue};

use crate::db::{Db, DbError, Rec, rid};

/// The city itself as a thing of history: its own rules, its calendar of work, its divisions. It is no
/// record, so nothing hangs on it.
pub const CITY: &str = "city";

/// What the policy asks of a thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Its record.
    pub record: RecordId,
    /// The act by which it is seen.
    pub reads: Action,
    /// To whom it belongs.
    pub facts: Facts,
}

#[derive(Debug, SurrealValue)]
struct Placed {
    base: Option<Rec<BaseId>>,
    organization: Option<Rec<OrganizationId>>,
}
#[derive(Debug, SurrealValue)]
struct Housed {
    home_base: Rec<BaseId>,
    hosts: Vec<Rec<BaseId>>,
}
#[derive(Debug, SurrealValue)]
struct OfOrganization {
    organization: Rec<OrganizationId>,
}
#[derive(Debug, SurrealValue)]
struct Owned {
    owner: String,
}
#[derive(Debug, SurrealValue)]
struct Key {
    id: RecordId,
}

/// A thing by its identifier; none when there is no such thing, or it is of a kind that has no history.
pub async fn thing(db: &Db, id: &str) -> Result<Option<Thing>, DbError> {
    // An attachment belongs to what it hangs on; nothing hangs on an attachment.
    let owner = match id.parse::<FileId>() {
        Ok(file) => match db.find_record::<Owned>("thing_file", rid(file)).await? {
            Some(owned) => owned.owner,
            None => return Ok(None),
        },
        Err(_) => id.to_owned(),
    };
    if owner == CITY {
        let record = RecordId::new("setting", CITY);
        return Ok(Some(Thing { record, reads: Action::SettingsRead, facts: Facts::default() }));
    }
    let Some((prefix, _)) = owner.split_once('_') else { return Ok(None) };
    match prefix {
        OrganizationId::PREFIX => organization(db, &owner, Action::OrganizationsRead).await,
        PersonId::PREFIX => {
            let Ok(person) = owner.parse::<PersonId>() else { return Ok(None) };
            let Some(of) = db.find_record::<OfOrganization>("thing_person", rid(person)).await? else {
                return Ok(None);
            };
            let found = organization(db, &of.organization.0.to_string(), Action::PersonsRead).await?;
            Ok(found.map(|thing| Thing { record: rid(person), ..thing }))
        }
        BaseId::PREFIX => {
            let Ok(base) = owner.parse::<BaseId>() else { return Ok(None) };
            let found = db.find_record::<Key>("thing_base", rid(base)).await?;
            Ok(found.map(|_| Thing { record: rid(base), reads: Action::BasesRead, facts: Facts::of_base(base) }))
        }
        AllocationId::PREFIX => placed::<AllocationId>(db, &owner, Action::AllocationsRead).await,
        HandoverId::PREFIX => placed::<HandoverId>(db, &owner, Action::AllocationsRead).await,
        SpaceId::PREFIX => placed::<SpaceId>(db, &owner, Action::SpacesRead).await,
        BuildingId::PREFIX => placed::<BuildingId>(db, &owner, Action::SpacesRead).await,
        FloorId::PREFIX => placed::<FloorId>(db, &owner, Action::SpacesRead).await,
        ClosureId::PREFIX => placed::<ClosureId>(db, &owner, Action::SpacesRead).await,
        ImportId::PREFIX => placed::<ImportId>(db, &owner, Action::ImportsRead).await,
        AccountId::PREFIX => {
            let Ok(account) = owner.parse::<AccountId>() else { return Ok(None) };
            let found = db.find_record::<Key>("thing_account", rid(account)).await?;
            let facts = Facts { account: Some(account), ..Facts::default() };
            Ok(found.map(|_| Thing { record: rid(account), reads: Action::AccountsRead, facts }))
        }
        _ => Ok(None),
    }
}

async fn organization(db: &Db, id: &str, reads: Action) -> Result<Option<Thing>, DbError> {
    let Ok(own) = id.parse::<OrganizationId>() else { return Ok(None) };
    let found: Option<Housed> = db.find_record("thing_organization", rid(own)).await?;
    Ok(found.map(|row| {
        let bases = std::iter::once(row.home_base.0).chain(row.hosts.iter().map(|host| host.0)).collect();
        Thing { record: rid(own), reads, facts: Facts { bases, organization: Some(own), account: None } }
    }))
}

async fn placed<I: Id>(db: &Db, id: &str, reads: Action) -> Result<Option<Thing>, DbError> {
    let Ok(id) = id.parse::<I>() else { return Ok(None) };
    let found: Option<Placed> = db.find_record("thing", rid(id)).await?;
    Ok(found.map(|row| {
        let organization = row.organization.map(|own| own.0);
        Thing {
            record: rid(id),
            reads,
            facts: Facts { bases: row.base.iter().map(|base| base.0).collect(), organization, account: None },
        }
    }))
}
