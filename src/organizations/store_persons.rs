//! Rows of persons.

use domain::id::{OrganizationId, PersonId};
use surrealdb::types::Value;

use super::store::PersonRow;
use crate::db::{Db, DbError, rid};

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
