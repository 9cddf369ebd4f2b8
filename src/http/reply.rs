//! Answers with a version: a view, its `ETag`, and the status of a new thing.

use domain::{code::Code, id::Id, refusal::Refusal};
use poem::{
    IntoResponse, Response,
    http::{HeaderValue, StatusCode, header},
};
use poem_openapi::{
    ApiResponse, Object,
    payload::{Json, Payload},
    registry::{MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry},
    types::{ParseFromJSON, ToJSON, Type},
};

use crate::{db::At, fault::Fault};

/// A view that has a version.
pub trait Versioned {
    /// The version, which the `ETag` carries.
    fn version(&self) -> i64;
}

/// 200 with an `ETag`.
#[derive(Debug)]
pub struct Found<T>(pub T);

/// 201 with an `ETag`.
#[derive(Debug)]
pub struct Created<T>(pub T);

fn meta<T: Type>(status: u16, description: &'static str) -> MetaResponses {
    MetaResponses {
        responses: vec![MetaResponse {
            description,
            status: Some(status),
            status_range: None,
            content: vec![MetaMediaType {
                content_type: "application/json; charset=utf-8",
                schema: <Json<T> as Payload>::schema_ref(),
            }],
            headers: vec![MetaHeader {
                name: "ETag".into(),
                description: Some("Version of the thing; send it back as `If-Match`.".into()),
                required: true,
                deprecated: false,
                schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
            }],
        }],
    }
}

fn respond<T: ToJSON + Versioned>(status: StatusCode, view: &T) -> Response {
    let mut response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
        .header(header::CACHE_CONTROL, "private, no-cache")
        .body(view.to_json_string());
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", view.version())) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

impl<T: ToJSON + Versioned + Send> IntoResponse for Found<T> {
    fn into_response(self) -> Response {
        respond(StatusCode::OK, &self.0)
    }
}
impl<T: ToJSON + Versioned + Send> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        respond(StatusCode::CREATED, &self.0)
    }
}
impl<T: ToJSON + Versioned> ApiResponse for Found<T> {
    fn meta() -> MetaResponses {
        meta::<T>(200, "The thing as it is now.")
    }
    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}
impl<T: ToJSON + Versioned> ApiResponse for Created<T> {
    fn meta() -> MetaResponses {
        meta::<T>(201, "The new thing.")
    }
    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

/// Done; there is nothing to show.
#[derive(Debug, ApiResponse)]
pub enum Done {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// A page of a list.
#[derive(Debug, Clone, Object)]
pub struct Page<T: ParseFromJSON + ToJSON + Send + Sync> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// Send as `cursor` to get what follows; none at the end.
    pub next: Option<String>,
    /// How many there are in all, where that is known without counting them one by one.
    pub total: Option<i64>,
}

/// Items a page has unless asked otherwise.
pub const PAGE: usize = 50;
/// Items a page has at most, so that the work of a request is bounded.
pub const MAX_PAGE: usize = 200;

/// The number of items asked for, within bounds.
///
/// # Errors
/// `out_of_range` for less than 1 or more than [`MAX_PAGE`].
pub fn limit(asked: Option<i64>) -> Result<usize, Refusal> {
    match asked {
        None => Ok(PAGE),
        Some(n) => usize::try_from(n).ok().filter(|n| (1..=MAX_PAGE).contains(n)).ok_or_else(|| {
            let mut refusal = Refusal::field("limit", Code::OutOfRange);
            refusal.fields[0].values.extend([("min", 1.into()), ("max", MAX_PAGE.into())]);
            refusal
        }),
    }
}

/// A cursor carries the sort key and the id of the last item, so that a page goes on after it even
/// if it is gone.
#[must_use]
pub fn cursor(parts: &[&str]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(parts.join("\u{1f}"))
}

/// Reads a cursor of `N` parts.
///
/// # Errors
/// `malformed` at the field `cursor`.
pub fn read_cursor<const N: usize>(text: &str) -> Result<[String; N], Refusal> {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(text)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| <[String; N]>::try_from(text.split('\u{1f}').map(str::to_owned).collect::<Vec<_>>()).ok())
        .ok_or_else(|| Refusal::field("cursor", Code::Malformed))
}

/// The cursor of a list in the order of birth.
#[must_use]
pub fn born<T: Id>((at, id): (At, T)) -> String {
    cursor(&[&at.0.timestamp_millis().to_string(), &id.to_string()])
}

/// Reads a cursor of [`born`].
///
/// # Errors
/// `malformed` at the field `cursor`.
pub fn read_born<T: Id>(text: &str) -> Result<(At, T), Refusal> {
    let [at, id] = read_cursor::<2>(text)?;
    let bad = || Refusal::field("cursor", Code::Malformed);
    let at = at.parse().ok().and_then(chrono::DateTime::from_timestamp_millis).ok_or_else(bad)?;
    Ok((At(at), id.parse().map_err(|_| bad())?))
}

/// Compares the version that the caller has seen (`If-Match`) with the present one. Without the
/// header, the caller takes the present one as seen.
///
/// # Errors
/// [`Fault::Stale`] with the present view.
pub fn check_version<T: ToJSON + Versioned>(
    seen: Option<&str>,
    current: impl FnOnce() -> T,
    version: i64,
) -> Result<(), Fault> {
    if is_current(seen, version) { Ok(()) } else { Err(stale(&current())) }
}

/// Whether the version that the caller has seen (`If-Match`) is the present one, or was not said.
#[must_use]
pub fn is_current(seen: Option<&str>, version: i64) -> bool {
    seen.is_none_or(|seen| {
        seen.split(',').any(|tag| {
            let tag = tag.trim();
            tag == "*" || tag.trim_start_matches("W/").trim_matches('"') == version.to_string()
        })
    })
}

/// The refusal of a change of an older version, with the thing as it is now.
#[must_use]
pub fn stale<T: ToJSON>(current: &T) -> Fault {
    Fault::Stale { current: Box::new(current.to_json().unwrap_or_default()) }
}
