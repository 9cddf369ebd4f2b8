//! The readable page of the API: self-contained, no outside host.

use poem::{Endpoint, Response, endpoint::make_sync, http::header};

/// Its script and style are within the page, so this page alone has a policy that allows that.
const CSP: &str = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

/// Serves the page that the API crate makes of the document.
pub fn page(html: String) -> impl Endpoint<Output = Response> {
    make_sync(move |_| {
        Response::builder()
            .content_type("text/html; charset=utf-8")
            .header(header::CONTENT_SECURITY_POLICY, CSP)
            .header(header::CACHE_CONTROL, "no-cache")
            .body(html.clone())
    })
}
