//! Routes of attachments.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{code::Code, id::FileId};
use poem::{Body as Bytes, IntoResponse, Response, http::header};
use poem_openapi::{
    ApiResponse, Object, OpenApi,
    param::{Path, Query},
    payload::Json,
    registry::{MetaResponses, Registry},
};

use super::{form::FileForm, service, shows_inline, store::FileRow};
use crate::{
    fault::Fault,
    house::{House, SharedHouse},
    http::{
        Answer, By, Caller, Page, Tag, act,
        download::{SANDBOX, described, disposition},
        reply::Done,
    },
    journal::Thing,
};

/// Routes of attachments.
#[derive(Debug)]
pub struct FilesApi(pub SharedHouse);

/// An attachment.
#[derive(Debug, Object)]
struct FileView {
    /// Identifier.
    id: FileId,
    /// Identifier of the thing that it hangs on.
    owner: String,
    /// The mark of the document that it is, where the thing asks for some.
    #[oai(skip_serializing_if_is_none)]
    document: Option<String>,
    /// Name.
    name: String,
    /// Bytes.
    size: i64,
    /// What it is, by its first bytes.
    media_type: String,
    /// Who added it.
    added_by: String,
    /// Added.
    created_at: DateTime<Utc>,
    /// What the caller may do: null = yes, else why not.
    can: BTreeMap<String, Option<String>>,
}

fn view(by: &Caller, thing: &Thing, row: FileRow) -> FileView {
    let delete = by
        .principal
        .writes
        .then_some(())
        .map_or(Some(Code::TokenReadsOnly), |()| service::files(by, thing).err().map(|refusal| refusal.code));
    let delete = delete.map(|code| code.as_str().to_owned());
    FileView {
        id: row.id.0,
        owner: row.owner,
        document: row.document,
        name: row.name,
        size: row.size,
        media_type: row.media_type,
        added_by: row.added_by,
        created_at: row.created_at.0,
        can: BTreeMap::from([("delete".to_owned(), delete)]),
    }
}

/// A new attachment.
#[derive(ApiResponse)]
enum Added {
    /// Added, or there already.
    #[oai(status = 201)]
    Added(Json<FileView>),
}

/// The bytes of an attachment. Whatever they are, a browser that opens them runs nothing.
#[derive(Debug)]
pub struct Content {
    row: FileRow,
    file: tokio::fs::File,
}

impl Content {
    /// The bytes of a file that the caller may fetch; whoever asks has decided that.
    ///
    /// # Errors
    /// When the folder does not give them.
    pub async fn of(house: &House, row: FileRow) -> Answer<Self> {
        let (blobs, sha256) = (house.blobs.clone(), row.sha256.clone());
        let opened = tokio::task::spawn_blocking(move || blobs.open(&sha256)).await;
        let file = opened.map_err(std::io::Error::other).flatten().map_err(Fault::Files)?;
        Ok(Self { row, file: tokio::fs::File::from_std(file) })
    }
}

impl IntoResponse for Content {
    fn into_response(self) -> Response {
        let shown = shows_inline(&self.row.media_type);
        // Text is read as UTF-8 or not at all; a page or a script is only ever saved.
        let kind = match self.row.media_type.as_str() {
            "text/plain" => "text/plain; charset=utf-8",
            other if shown => other,
            other if other.starts_with("text/") || other.contains("xml") || other.contains("script") => {
                "application/octet-stream"
            }
            other => other,
        };
        let mut response = Response::builder()
            .content_type(kind)
            .header(header::CONTENT_DISPOSITION, disposition(shown, &self.row.name))
            .header(header::CONTENT_SECURITY_POLICY, SANDBOX)
            .header("cross-origin-resource-policy", "same-origin")
            .header(header::CACHE_CONTROL, "private, no-cache")
            .header(header::ETAG, format!("\"{}\"", self.row.sha256))
            .body(Bytes::from_async_read(self.file));
        response.headers_mut().insert(header::CONTENT_LENGTH, self.row.size.into());
        response
    }
}

impl ApiResponse for Content {
    fn meta() -> MetaResponses {
        described("The bytes, under the name with which they came.", "application/octet-stream")
    }
    fn register(_: &mut Registry) {}
}

#[OpenApi(prefix_path = "/api/v1")]
impl FilesApi {
    /// Attachments of a thing, newest first
    #[oai(path = "/files", method = "get", operation_id = "files_list", tag = Tag::Files)]
    async fn list(
        &self,
        by: By<act::FilesRead>,
        /// Identifier of an organization, a base, an allocation, a hand-over or an application.
        owner: Query<String>,
    ) -> Answer<Json<Page<FileView>>> {
        let (thing, rows) = service::list(&self.0, &by, &owner.0).await?;
        let total = i64::try_from(rows.len()).ok();
        Ok(Json(Page { items: rows.into_iter().map(|row| view(&by, &thing, row)).collect(), next: None, total }))
    }

    /// Add an attachment to a thing
    ///
    /// At most 50 MB. What it is, is found from its first bytes; programs are refused.
    #[oai(path = "/files", method = "post", operation_id = "files_add", tag = Tag::Files)]
    async fn add(
        &self,
        by: By<act::FilesAdd>,
        /// Identifier of an organization, a base, an allocation, a hand-over or an application.
        owner: Query<String>,
        /// The mark of the document that it is, where the thing asks for some.
        document: Query<Option<String>>,
        form: FileForm,
    ) -> Answer<Added> {
        let (thing, row) = service::add(&self.0, &by, &owner.0, document.0, form).await?;
        Ok(Added::Added(Json(view(&by, &thing, row))))
    }

    /// The bytes of an attachment
    #[oai(path = "/files/:id/content", method = "get", operation_id = "files_content", tag = Tag::Files)]
    async fn content(&self, by: By<act::FilesRead>, id: Path<FileId>) -> Answer<Content> {
        let (_, row) = service::get(&self.0, &by, id.0).await?;
        Content::of(&self.0, row).await
    }

    /// Remove an attachment
    ///
    /// It vanishes from the lists; the history keeps its name and digest.
    #[oai(path = "/files/:id", method = "delete", operation_id = "files_remove", tag = Tag::Files)]
    async fn remove(&self, by: By<act::FilesAdd>, id: Path<FileId>) -> Answer<Done> {
        service::remove(&self.0, &by, id.0).await?;
        Ok(Done::Done)
    }
}
