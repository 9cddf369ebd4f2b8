//! The web page, embedded in the program in every profile: one file to copy, and it runs anywhere.

use poem::{
    Body, IntoResponse, Request, Response, handler,
    http::{StatusCode, header as h},
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "web/dist"]
struct Dist;

/// Serves a file of the page, or the page itself for an address that is not a file's.
#[handler]
pub fn page(request: &Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let is_file = path.starts_with("assets/") || path.contains('.');
    let name = if is_file { path } else { "index.html" };
    if name.ends_with(".br") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some(plain) = Dist::get(name) else { return StatusCode::NOT_FOUND.into_response() };
    let mime = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8".to_owned(),
        Some("js" | "mjs") => "text/javascript; charset=utf-8".to_owned(),
        Some("css") => "text/css; charset=utf-8".to_owned(),
        _ => plain.metadata.mimetype().to_owned(),
    };
    let takes_brotli = request.header(h::ACCEPT_ENCODING).is_some_and(|value| value.contains("br"));
    let packed = if takes_brotli { Dist::get(&format!("{name}.br")) } else { None };
    let is_packed = packed.is_some();
    let file = packed.unwrap_or(plain);
    let tag: String = file.metadata.sha256_hash().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{tag}\"");
    let lifetime = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response =
        Response::builder().header(h::ETAG, &tag).header(h::VARY, "accept-encoding").header(h::CACHE_CONTROL, lifetime);
    if request.header(h::IF_NONE_MATCH) == Some(tag.as_str()) {
        return response.status(StatusCode::NOT_MODIFIED).finish();
    }
    if is_packed {
        response = response.header(h::CONTENT_ENCODING, "br");
    }
    response.content_type(mime).body(Body::from(file.data.into_owned()))
}
