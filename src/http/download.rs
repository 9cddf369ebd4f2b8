//! Bytes that a browser is to keep or to show: the name under which, and nothing that it could run.

use poem::{
    Response,
    http::{HeaderValue, header},
};
use poem_openapi::{
    payload::{Binary, Payload},
    registry::{MetaMediaType, MetaResponse, MetaResponses},
};

/// What a browser may do with bytes that people uploaded: show them in a box of their own without
/// scripts, forms or requests of any kind.
pub const SANDBOX: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

/// The header that names a file (RFC 6266). The plain name is for old programs and has only what
/// every one of them reads; the other carries the name itself, in UTF-8 (RFC 5987).
#[must_use]
pub fn disposition(shown: bool, name: &str) -> HeaderValue {
    let kind = if shown { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        // The characters that RFC 5987 lets stand for themselves.
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    HeaderValue::from_str(&format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

/// Bytes of the program's own making, as an answer: shown in place, or saved under a name.
#[must_use]
pub fn answer(media_type: &str, shown: bool, name: &str, bytes: Vec<u8>) -> Response {
    Response::builder()
        .content_type(media_type)
        .header(header::CONTENT_DISPOSITION, disposition(shown, name))
        .header(header::CONTENT_SECURITY_POLICY, SANDBOX)
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(bytes)
}

/// What the document says of an answer that is bytes.
#[must_use]
pub fn described(description: &'static str, media_type: &'static str) -> MetaResponses {
    MetaResponses {
        responses: vec![MetaResponse {
            description,
            status: Some(200),
            status_range: None,
            content: vec![MetaMediaType {
                content_type: media_type,
                schema: <Binary<Vec<u8>> as Payload>::schema_ref(),
            }],
            headers: vec![],
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_arrives_whole() {
        let header = disposition(false, "章程 2026.pdf");
        assert_eq!(
            header.to_str().unwrap(),
            "attachment; filename=\"__ 2026.pdf\"; filename*=UTF-8''%E7%AB%A0%E7%A8%8B%202026.pdf"
        );
    }

    #[test]
    fn a_name_cannot_leave_its_header() {
        let header = disposition(true, "a\"; filename=b\r\nX: y'.txt");
        assert_eq!(
            header.to_str().unwrap(),
            "inline; filename=\"a__ filename_b__X_ y_.txt\"; filename*=UTF-8''a%22%3B%20filename%3Db%0D%0AX%3A%20y%27.txt"
        );
    }
}
