//! Papers as answers.

use poem::{IntoResponse, Response, http::header};
use poem_openapi::{
    ApiResponse,
    payload::{Binary, Payload},
    registry::{MetaMediaType, MetaResponse, MetaResponses, Registry},
};

use super::download::{SANDBOX, disposition};

const MEDIA_TYPE: &str = "application/pdf";

/// A PDF; a browser shows it in place.
#[derive(Debug)]
pub struct Pdf {
    name: String,
    bytes: Vec<u8>,
}

impl Pdf {
    /// A paper under the name with which it is saved.
    #[must_use]
    pub fn named(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }
}

impl IntoResponse for Pdf {
    fn into_response(self) -> Response {
        Response::builder()
            .content_type(MEDIA_TYPE)
            .header(header::CONTENT_DISPOSITION, disposition(true, &self.name))
            .header(header::CONTENT_SECURITY_POLICY, SANDBOX)
            .header("cross-origin-resource-policy", "same-origin")
            .header(header::CACHE_CONTROL, "private, no-cache")
            .body(self.bytes)
    }
}

impl ApiResponse for Pdf {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "A paper as PDF.",
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
