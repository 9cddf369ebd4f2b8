//! A JSON body, read so that a bad one is answered with the path of the field and the reason.
//!
//! The framework's own JSON payload says only that something is wrong; this one reads with serde,
//! which knows where it was, and publishes the same schema.

use domain::{
    code::Code,
    refusal::{Refusal, Values},
};
use poem::{Request, RequestBody, Result, error::ReadBodyError, http::StatusCode};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions, Object,
    payload::{Json, Payload},
    registry::{MetaMediaType, MetaRequest, Registry},
    types::Type,
};
use serde::{Deserialize, de::DeserializeOwned};

use super::problem::Problem;

/// Bytes of a JSON body at most; attachments and spreadsheets come as multipart.
pub const MAX_JSON_BYTES: usize = 1 << 20;

/// Why something is done, where there is nothing else to say.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub struct ReasonBody {
    /// Why.
    pub reason: String,
}

/// A JSON body of type `T`.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<'a, T: DeserializeOwned + Type> ApiExtractor<'a> for Body<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        Some(MetaRequest {
            description: None,
            content: vec![MetaMediaType {
                content_type: "application/json",
                schema: <Json<T> as Payload>::schema_ref(),
            }],
            required: true,
        })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let kind = request.content_type().unwrap_or_default();
        if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
            return Err(status(Problem::of(Code::UnsupportedType), StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = limited(body.take()?).await?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize::<_, T>(&mut reader).map_err(explain)?;
        reader.end().map_err(|_| status(Problem::of(Code::Malformed), StatusCode::BAD_REQUEST))?;
        Ok(Self(value))
    }
}

/// The bytes of a JSON body, or how many there may be.
///
/// # Errors
/// `too_large`, or a broken connection.
pub async fn limited(body: poem::Body) -> Result<Vec<u8>> {
    match body.into_bytes_limit(MAX_JSON_BYTES).await {
        Ok(bytes) => Ok(bytes.into()),
        Err(ReadBodyError::PayloadTooLarge) => {
            let values = Values::from([("max", "1 MB".into())]);
            Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, Code::TooLarge, &values).into())
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) fn status(mut problem: Problem, status: StatusCode) -> poem::Error {
    problem.body.status = status.as_u16();
    problem.into()
}

/// From serde's words to ours. The words are serde's own and pinned by a test.
fn explain(error: serde_path_to_error::Error<serde_json::Error>) -> poem::Error {
    let mut path = error.path().to_string();
    let inner = error.into_inner();
    if !inner.is_data() {
        return status(Problem::of(Code::Malformed), StatusCode::BAD_REQUEST);
    }
    let text = inner.to_string();
    let quoted = || text.split('`').nth(1).unwrap_or_default().to_owned();
    if path == "." {
        path.clear();
    }
    let join = |path: &str, field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
    let mut refusal = if text.starts_with("missing field") {
        Refusal::field(join(&path, &quoted()), Code::Required)
    } else if text.starts_with("unknown field") {
        let field = quoted();
        let path = if path.is_empty() || path == field || path.ends_with(&format!(".{field}")) {
            if path.is_empty() { field } else { path }
        } else {
            join(&path, &field)
        };
        Refusal::field(path, Code::UnknownField)
    } else if text.starts_with("unknown variant") || text.contains("not a word of this list") {
        Refusal::field(path, Code::WrongType)
    } else if let Some(expected) = text.split("not an identifier of the form ").nth(1) {
        let mut refusal = Refusal::field(path, Code::BadId);
        refusal.fields[0].values.insert("expected", expected.split('_').next().unwrap_or_default().into());
        refusal
    } else if text.contains("not a period") {
        Refusal::field(path, Code::BadPeriod)
    } else if text.contains("day") {
        Refusal::field(path, Code::BadDay)
    } else {
        Refusal::field(path, Code::WrongType)
    };
    if refusal.fields[0].path.is_empty() {
        refusal.fields[0].path = "body".into();
    }
    status(Problem::from(refusal), StatusCode::BAD_REQUEST)
}
