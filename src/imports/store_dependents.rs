//! Rows of other rooms that hold on to what a batch made.

use domain::{
    access::Role,
    id::{ImportId, OrganizationId},
};
use surrealdb::types::{SurrealValue, Value};

use crate::{
    db::{Db, DbError, Rec, rid},
    spaces::store::SpaceRow,
};

/// A union of point reads; in parts, so that the query for a large batch stays small.
const PART: usize = 500;

#[derive(Debug, SurrealValue)]
struct Of {
    organization: Option<Rec<OrganizationId>>,
}

async fn of_organizations(
    db: &Db,
    name: &'static str,
    sql: &'static str,
    ids: &[OrganizationId],
) -> Result<Vec<OrganizationId>, DbError> {
    let mut found = Vec::new();
    for part in ids.chunks(PART) {
        let part: Vec<Value> = part.iter().map(|id| Value::RecordId(rid(*id))).collect();
        let rows: Vec<Of> = db.select(name, sql, [("ids", Value::Array(part.into()))]).await?;
        found.extend(rows.into_iter().filter_map(|row| row.organization).map(|id| id.0));
    }
    Ok(found)
}

/// The organization of each term, past ones too.
pub async fn allocated(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationId>, DbError> {
    let sql = "SELECT organization FROM allocation WHERE organization IN $ids";
    of_organizations(db, "allocations_of_many", sql, ids).await
}

/// The organization of each person.
pub async fn with_persons(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationId>, DbError> {
    let sql = "SELECT organization FROM person WHERE organization IN $ids";
    of_organizations(db, "persons_of_many", sql, ids).await
}

/// The organization of each application, ended ones too.
pub async fn with_applications(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationId>, DbError> {
    let sql = "SELECT organization FROM application WHERE organization IN $ids";
    of_organizations(db, "applications_of_many", sql, ids).await
}

/// The organization of each case of help with a registration or a recording, ended ones too.
pub async fn with_filings(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationId>, DbError> {
    let sql = "SELECT organization FROM filing WHERE organization IN $ids";
    of_organizations(db, "filings_of_many", sql, ids).await
}

/// The organization of each attachment that is still there.
pub async fn with_files(db: &Db, ids: &[OrganizationId]) -> Result<Vec<OrganizationId>, DbError> {
    #[derive(SurrealValue)]
    struct File {
        owner: String,
        removed: bool,
    }
    let mut found = Vec::new();
    for part in ids.chunks(PART) {
        let part: Vec<Value> = part.iter().map(|id| Value::String(id.to_string())).collect();
        let sql = "SELECT owner, removed FROM file WHERE owner IN $owners";
        let rows: Vec<File> = db.select("files_of_many", sql, [("owners", Value::Array(part.into()))]).await?;
        found.extend(
            rows.into_iter().filter(|row| !row.removed).filter_map(|row| row.owner.parse::<OrganizationId>().ok()),
        );
    }
    Ok(found)
}

/// The organization of each role of these that somebody holds over one.
pub async fn with_roles(db: &Db, roles: &[Role]) -> Result<Vec<OrganizationId>, DbError> {
    let mut found = Vec::new();
    for role in roles {
        let sql = "SELECT organization FROM role_grant WHERE role = $role";
        let rows: Vec<Of> =
            db.select("grants_of_role", sql, [("role", Value::String(role.as_str().to_owned()))]).await?;
        found.extend(rows.into_iter().filter_map(|row| row.organization).map(|id| id.0));
    }
    Ok(found)
}

/// The rooms and desks that an import brought.
pub async fn spaces_of_import(db: &Db, import: ImportId) -> Result<Vec<SpaceRow>, DbError> {
    let sql = "SELECT * FROM space WHERE import = $import";
    db.select("spaces_of_import", sql, [("import", Value::String(import.to_string()))]).await
}

/// Each claim on these families, past and released ones too: its resource and what it belongs to.
pub async fn claimed(db: &Db, roots: &[String]) -> Result<Vec<(String, String)>, DbError> {
    #[derive(SurrealValue)]
    struct Claim {
        resource: String,
        source: String,
    }
    let mut found = Vec::new();
    for part in roots.chunks(PART) {
        let part: Vec<Value> = part.iter().cloned().map(Value::String).collect();
        let sql = "SELECT resource, source FROM claim WHERE root IN $roots";
        let rows: Vec<Claim> = db.select("claims_of_many", sql, [("roots", Value::Array(part.into()))]).await?;
        found.extend(rows.into_iter().map(|row| (row.resource, row.source)));
    }
    Ok(found)
}
