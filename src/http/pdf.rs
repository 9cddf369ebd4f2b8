//! Papers as answers.

use poem::{IntoResponse, Response};
use poem_openapi::{
    ApiResponse,
    registry::{MetaResponses, Registry},
};

use super::download::{answer, described};

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
        answer(MEDIA_TYPE, true, &self.name, self.bytes)
    }
}

impl ApiResponse for Pdf {
    fn meta() -> MetaResponses {
        described("A paper as PDF.", MEDIA_TYPE)
    }
    fn register(_: &mut Registry) {}
}
