//! Packs answers for slow lines: text that is not packed yet, and nothing else.
//!
//! Outermost, so that whatever keeps an answer (a repeated request's) keeps it as it was written.
//! The page's files are packed when they are built; pictures, PDF and workbooks are packed by nature.

use poem::{
    Endpoint, IntoResponse, Middleware, Request, Response, Result,
    http::{HeaderValue, StatusCode, header},
    web::{Compress, CompressionAlgo, CompressionLevel},
};

/// Packs better than gzip at its best, and takes a millisecond for a page of a list.
const QUALITY: i32 = 4;

/// The layer.
#[derive(Debug, Clone, Copy)]
pub struct Pack;

impl<E: Endpoint> Middleware<E> for Pack {
    type Output = PackEndpoint<E>;
    fn transform(&self, inner: E) -> Self::Output {
        PackEndpoint(inner)
    }
}

/// An endpoint whose answers are packed.
#[derive(Debug)]
pub struct PackEndpoint<E>(E);

impl<E: Endpoint> Endpoint for PackEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let wanted = wanted(&request);
        let mut response = self.0.call(request).await?.into_response();
        if !worth_it(&response) {
            return Ok(response);
        }
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
        let Some(coding) = wanted else { return Ok(response) };
        Ok(Compress::new(response, coding).with_quality(CompressionLevel::Precise(QUALITY)).into_response())
    }
}

/// The better of the two codings that every browser reads, if the caller takes one.
fn wanted(request: &Request) -> Option<CompressionAlgo> {
    let takes = |coding: &str| {
        request.headers().get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).any(|value| {
            value.split(',').any(|part| {
                let (name, rest) = part.split_once(';').unwrap_or((part, ""));
                let refused = rest.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0_f32));
                name.trim().eq_ignore_ascii_case(coding) && !refused
            })
        })
    };
    if takes("br") { Some(CompressionAlgo::BR) } else { takes("gzip").then_some(CompressionAlgo::GZIP) }
}

fn worth_it(response: &Response) -> bool {
    let kind = response.content_type().unwrap_or_default();
    let text = kind.starts_with("text/")
        || ["application/json", "application/problem+json", "application/openmetrics-text", "image/svg+xml"]
            .iter()
            .any(|like| kind.starts_with(like));
    // A part of a file, or a stream of events, goes as it is.
    text && response.status() != StatusCode::PARTIAL_CONTENT
        && !kind.starts_with("text/event-stream")
        && !response.headers().contains_key(header::CONTENT_ENCODING)
        && response.status() != StatusCode::NO_CONTENT
        && response.status() != StatusCode::NOT_MODIFIED
}
