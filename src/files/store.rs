//! Rows of attachments.

use domain::id::{BaseId, FileId, OrganizationId};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Db, DbError, Rec, Tx, error::STALE, rid};

/// An attachment as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct FileRow {
    /// Identifier.
    pub id: Rec<FileId>,
    /// Identifier of the thing that it hangs on.
    pub owner: String,
    /// Bases that the thing belonged to when it was added.
    pub base: Vec<Rec<BaseId>>,
    /// Organization that the thing is of.
    pub organization: Option<Rec<OrganizationId>>,
    /// The mark of the document that it is, where the thing asks for some.
    pub document: Option<String>,
    /// Name, as it was called when it came.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// What it is, by its first bytes.
    pub media_type: String,
    /// SHA-256 of the bytes, under which they are stored.
    pub sha256: String,
    /// Name of who added it.
    pub added_by: String,
    /// Removed from the lists; its bytes stay.
    pub removed: bool,
    /// Added.
    pub created_at: At,
}

/// An attachment that was not removed.
pub async fn find(db: &Db, id: FileId) -> Result<Option<FileRow>, DbError> {
    Ok(find_ever(db, id).await?.filter(|row| !row.removed))
}

/// An attachment, be it removed from the lists: for what kept it as it stood.
pub async fn find_ever(db: &Db, id: FileId) -> Result<Option<FileRow>, DbError> {
    db.find_record("file", rid(id)).await
}

/// The attachments of a thing, newest first.
pub async fn of(db: &Db, owner: &str) -> Result<Vec<FileRow>, DbError> {
    let mut rows: Vec<FileRow> = db
        .select("files_of", "SELECT * FROM file WHERE owner = $owner", [("owner", Value::String(owner.to_owned()))])
        .await?;
    rows.retain(|row| !row.removed);
    rows.sort_by_key(|row| std::cmp::Reverse(row.id));
    Ok(rows)
}

/// Removes an attachment from the lists; a second removal finds nothing to do and conflicts.
pub fn remove(tx: &mut Tx, id: FileId) {
    let id = tx.bind(rid(id));
    tx.run(&format!(
        "IF (UPDATE ONLY {id} SET removed = true WHERE removed = false RETURN VALUE removed) = NONE {{ THROW '{STALE}' }}"
    ));
}
