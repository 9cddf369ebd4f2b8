//! Rows of persons.

use domain::id::{OrganizationId, PersonId};
use surrealdb::types::{SurrealValue, Value};

use super::store::PersonRow;
use crate::db::{Db, DbError, Read, Rec, rid};

/// A person.
pub async fn find(db: &Db, id: PersonId) -> Result<Option<PersonRow>, DbError> {
    db.find_record("person", rid(id)).await
}

/// The people of an organization, those who left too, in order of their coming.
pub async fn of(db: &Db, organization: OrganizationId) -> Result<Vec<PersonRow>, DbError> {
    let mut rows: Vec<PersonRow> = db
        .select(
            "persons_of",
            "SELECT * FROM person WHERE organization = $organization",
            [("organization", Value::RecordId(rid(organization)))],
        )
        .await?;
    rows.sort_by_key(|row| row.id);
    Ok(rows)
}

/// The people of some organizations, those who left too; none when there are none to read.
#[must_use]
pub fn among(organizations: &[OrganizationId]) -> Option<Read<PersonRow>> {
    let all: Vec<Value> = organizations.iter().map(|id| Rec(*id).into_value()).collect();
    (!all.is_empty()).then(|| {
        Read::new("persons_among", "SELECT * FROM person WHERE organization IN $organizations")
            .bind("organizations", Value::Array(all.into()))
    })
}
