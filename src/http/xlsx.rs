//! A workbook as an answer.

use domain::day::Day;
use poem::{IntoResponse, Response, http::header};
use poem_openapi::{
    ApiResponse,
    payload::{Binary, Payload},
    registry::{MetaMediaType, MetaResponse, MetaResponses, Registry},
};
use sheets::export::{ExportError, Sheet, export};

use super::download::disposition;
use crate::fault::Fault;

/// The media type of an Excel workbook.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook that the browser saves.
#[derive(Debug)]
pub struct Xlsx {
    name: String,
    bytes: Vec<u8>,
}

impl Xlsx {
    /// Writes a table; its file is called by its title and the day.
    ///
    /// # Errors
    /// A table that Excel could not open, which is a fault of ours.
    pub fn of(sheet: &Sheet, on: Day) -> Result<Self, Fault> {
        let bytes = export(sheet).map_err(|error: ExportError| std::io::Error::other(error.to_string()))?;
        Ok(Self::named(format!("{}-{on}.xlsx", sheet.title), bytes))
    }
    /// A workbook that is written already.
    #[must_use]
    pub fn named(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }
}

impl IntoResponse for Xlsx {
    fn into_response(self) -> Response {
        Response::builder()
            .content_type(MEDIA_TYPE)
            .header(header::CONTENT_DISPOSITION, disposition(false, &self.name))
            .header(header::CACHE_CONTROL, "private, no-store")
            .body(self.bytes)
    }
}

impl ApiResponse for Xlsx {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "A workbook.",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: MEDIA_TYPE,
                    schema: <Binary<Vec<u8>> as Payload>::schema_ref(),
                }],
                headers: vec![],
            }],
        }
    }
    fn register(_: &mut Registry) {}
}
