//! Rows of organizations and persons.

use domain::{
    access::Facts,
    id::{BaseId, ImportId, OrganizationId, PersonId},
    organization::{AnnualCheck, Class, Kind, OrganizationState, PartyForm},
};
use serde_json::Value as Json;
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::details::Details;
use crate::{
    bases::store::BaseRow,
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
};

/// An organization as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct OrganizationRow {
    /// Identifier.
    pub id: Rec<OrganizationId>,
    /// Name.
    pub name: String,
    /// Name in Mongolian script.
    pub name_mn: Option<String>,
    /// Kind.
    pub kind: Text<Kind>,
    /// What a community organization mainly does.
    pub class: Option<Text<Class>>,
    /// Unified social credit code.
    pub credit_code: Option<String>,
    /// Number under which a community organization is recorded.
    pub record_number: Option<String>,
    /// What no two live organizations share; none for dissolved ones.
    pub identity_key: Option<String>,
    /// The base that looks after it.
    pub home_base: Rec<BaseId>,
    /// Code of its banner, city or district.
    pub division: String,
    /// Code of its township or street.
    pub township: Option<String>,
    /// Code of its village or community.
    pub village: Option<String>,
    /// Founded on.
    pub founded_on: Option<Civil>,
    /// Registered, recorded or preparing; not dissolved.
    pub live: bool,
    /// Dissolved on.
    pub dissolved_on: Option<Civil>,
    /// Why it was dissolved.
    pub dissolved_reason: Option<String>,
    /// Evaluation grade, `1A` to `5A`.
    pub grade: Option<String>,
    /// Result of the last annual check.
    pub annual_check: Option<Text<AnnualCheck>>,
    /// Form of its party organization; none when that is not known.
    pub party_form: Option<Text<PartyForm>>,
    /// The responsible person.
    pub responsible_name: Option<String>,
    /// The liaison.
    pub liaison_name: Option<String>,
    /// The liaison's phone.
    pub liaison_phone: Option<String>,
    /// Full-time staff.
    pub full_time_staff: Option<i64>,
    /// Qualified social workers.
    pub social_workers: Option<i64>,
    /// Volunteers.
    pub volunteers: Option<i64>,
    /// What searching looks at, see `service::search_text`.
    pub search: String,
    /// Pinyin of the name, then the id: the order of lists.
    pub sort_key: String,
    /// Bases where it has a place now.
    pub hosts: Vec<Rec<BaseId>>,
    /// Has a place somewhere, or is resident without one.
    pub resident: bool,
    /// Bases where it is resident by an agreement.
    pub stays: Option<Vec<Rec<BaseId>>>,
    /// All further particulars, see [`Details`].
    pub details: Json,
    /// Import that brought it.
    pub import: Option<Text<ImportId>>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

impl OrganizationRow {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> OrganizationState {
        if self.live { OrganizationState::Live } else { OrganizationState::Dissolved }
    }
    /// Whether it is resident somewhere by an agreement.
    #[must_use]
    pub fn is_stayed(&self) -> bool {
        self.stays.as_ref().is_some_and(|stays| !stays.is_empty())
    }
    /// Reads the stored particulars; unknown ones of a later version are left aside.
    #[must_use]
    pub fn details(&self) -> Details {
        serde_json::from_value(self.details.clone()).unwrap_or_default()
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { bases: self.bases(), organization: Some(self.id.0), account: None }
    }
    /// Bases that it belongs to: the one that looks after it, and those where it has a place.
    #[must_use]
    pub fn bases(&self) -> Vec<BaseId> {
        let mut bases = vec![self.home_base.0];
        bases.extend(self.hosts.iter().map(|host| host.0).filter(|host| *host != self.home_base.0));
        bases
    }
}

/// A person of an organization as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct PersonRow {
    /// Identifier.
    pub id: Rec<PersonId>,
    /// The organization.
    pub organization: Rec<OrganizationId>,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Level of the social worker's qualification.
    pub social_worker_level: Option<String>,
    /// Party member.
    pub party_member: Option<bool>,
    /// Offices held over time.
    pub positions: Vec<PositionRow>,
    /// The day on which the person left; none while in the organization.
    pub left_on: Option<Civil>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// An office held for a time, both days inclusive.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct PositionRow {
    /// The office.
    pub position: String,
    /// First day, if known.
    pub first: Option<Civil>,
    /// Last day; none while held.
    pub last: Option<Civil>,
}

/// An organization.
pub async fn find(db: &Db, id: OrganizationId) -> Result<Option<OrganizationRow>, DbError> {
    db.find_record("organization", rid(id)).await
}

/// The organization and the base that something names; `thing` is what names them.
///
/// # Errors
/// What the database says; one of them is not there.
pub async fn with_base(
    db: &Db,
    thing: impl std::fmt::Display,
    (organization, base): (OrganizationId, BaseId),
) -> Result<(OrganizationRow, BaseRow), DbError> {
    let missing = |what: &str| DbError::Corrupt(format!("{thing}: {what} is not there"));
    let who = find(db, organization).await?.ok_or_else(|| missing("its organization"))?;
    let base = crate::bases::store::find(db, base).await?.ok_or_else(|| missing("its base"))?;
    Ok((who, base))
}

/// Several organizations by their ids, in no order.
pub async fn named(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationRow>, DbError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    db.select("organizations_named", "SELECT * FROM $ids", [("ids", Value::Array(ids.into()))]).await
}

/// Several organizations by their records.
#[must_use]
pub fn of_records(records: &[RecordId]) -> Option<Read<OrganizationRow>> {
    let records: Vec<Value> = records.iter().cloned().map(Value::RecordId).collect();
    let read = |records: Vec<Value>| {
        Read::new("organizations_of_records", "SELECT * FROM $ids").bind("ids", Value::Array(records.into()))
    };
    (!records.is_empty()).then(|| read(records))
}

/// A live organization and what it is known by.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Holder {
    /// Identifier.
    pub id: Rec<OrganizationId>,
    /// Name.
    pub name: String,
    /// The key, see `domain::organization::identity_key`.
    pub identity_key: String,
}

/// The live organizations that have any of these identity keys.
pub async fn holders(db: &Db, keys: &[String]) -> Result<Vec<Holder>, DbError> {
    // A union of point reads; in parts, so that the query of a large import stays small.
    const PART: usize = 500;
    let mut found = Vec::new();
    for part in keys.chunks(PART) {
        let part: Vec<Value> = part.iter().cloned().map(Value::String).collect();
        found.extend(
            db.select::<Holder>(
                "organizations_holders",
                "SELECT id, name, identity_key FROM organization WHERE identity_key IN $keys",
                [("keys", Value::Array(part.into()))],
            )
            .await?,
        );
    }
    Ok(found)
}

/// The organizations that an import brought.
pub async fn of_import(db: &Db, import: ImportId) -> Result<Vec<OrganizationRow>, DbError> {
    db.select(
        "organizations_of_import",
        "SELECT * FROM organization WHERE import = $import",
        [("import", Value::String(import.to_string()))],
    )
    .await
}
