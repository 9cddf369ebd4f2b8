//! A workbook as an answer: fetched as a file with a name that people can read.

use poem::{
    IntoResponse, Response,
    http::{HeaderValue, StatusCode, header},
};
use poem_openapi::{
    ApiResponse,
    registry::{MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry},
};
use sheets::export::{ExportError, Sheet, export};

use super::problem::Problem;

/// Media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook to be kept by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    name: String,
    bytes: Vec<u8>,
}

impl Workbook {
    /// From the bytes of a workbook; `name` without its ending.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }

    /// Writes a table; away from the threads that answer requests, for a long one takes a while.
    ///
    /// # Errors
    /// When the table is larger than a sheet, which nothing in the house is.
    pub async fn of(name: impl Into<String>, sheet: Sheet) -> Result<Self, Problem> {
        let written = tokio::task::spawn_blocking(move || export(&sheet)).await;
        match written {
            Ok(Ok(bytes)) => Ok(Self::new(name, bytes)),
            Ok(Err(error)) => Err(failed(&error)),
            Err(error) => {
                tracing::error!(%error, "a workbook was not written");
                Err(Problem::of(domain::code::Code::Internal))
            }
        }
    }
}

fn failed(error: &ExportError) -> Problem {
    tracing::error!(%error, "a workbook was not written");
    Problem::of(domain::code::Code::Internal)
}

impl IntoResponse for Workbook {
    fn into_response(self) -> Response {
        let mut response = Response::builder()
            .status(StatusCode::OK)
            .header(header::CONTENT_TYPE, XLSX)
            .header(header::CACHE_CONTROL, "private, no-store")
            .body(self.bytes);
        // Chinese names travel percent-encoded (RFC 6266, RFC 8187); old programs get a plain one.
        let encoded: String = self.name.bytes().map(percent).collect();
        let disposition = format!("attachment; filename=\"export.xlsx\"; filename*=UTF-8''{encoded}.xlsx");
        if let Ok(value) = HeaderValue::from_str(&disposition) {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
        response
    }
}

fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

impl ApiResponse for Workbook {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "A workbook (.xlsx).",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: XLSX,
                    schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary"))),
                }],
                headers: vec![MetaHeader {
                    name: "Content-Disposition".into(),
                    description: Some("Name of the file.".into()),
                    required: true,
                    deprecated: false,
                    schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
                }],
            }],
        }
    }
    fn register(_registry: &mut Registry) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_survives_the_header() {
        let response = Workbook::new("空间 1", vec![1]).into_response();
        let name = response.headers().get(header::CONTENT_DISPOSITION).and_then(|value| value.to_str().ok());
        let expected = "attachment; filename=\"export.xlsx\"; filename*=UTF-8''%E7%A9%BA%E9%97%B4%201.xlsx";
        assert_eq!(name, Some(expected));
    }
}
