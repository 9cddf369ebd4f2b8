//! One body for everything that goes wrong (RFC 9457), with a stable code and a sentence in the
//! caller's language, and the one place where a fault becomes a status.

use domain::{
    code::Code,
    refusal::{Nature, Refusal, Values},
};
use poem::{
    IntoResponse, Response,
    error::{MethodNotAllowedError, NotFoundError, SizedLimitError},
    http::{HeaderValue, StatusCode, header},
};
use poem_openapi::{
    ApiResponse, Object,
    error::{ContentTypeError, ParseMultipartError, ParseParamError, ParsePathError, ParseRequestPayloadError},
    payload::{Json, Payload},
    registry::{MetaMediaType, MetaResponse, MetaResponses, Registry},
    types::ToJSON,
};
use serde_json::Value;

use super::context;
use crate::{db::DbError, fault::Fault, messages};

/// A bad field of a request.
#[derive(Debug, Clone, PartialEq, Object)]
pub struct FieldProblem {
    /// Path in the request, such as `people[2].phone`.
    pub path: String,
    /// Stable word.
    pub code: String,
    /// What is wrong and what would be right, in the caller's language.
    pub detail: String,
}

/// What went wrong, for a program and for a person (RFC 9457).
#[derive(Debug, Clone, PartialEq, Object)]
#[oai(rename = "Problem")]
pub struct ProblemBody {
    /// Address of the explanation of the code.
    #[oai(rename = "type")]
    pub kind: String,
    /// The status, as in the answer's head.
    pub status: u16,
    /// Stable word that never changes its meaning.
    pub code: String,
    /// What it is, in a sentence.
    pub title: String,
    /// What it is in this case.
    pub detail: String,
    /// Bad fields, all at once.
    pub fields: Vec<FieldProblem>,
    /// Finds the request in the log and the journal.
    pub request_id: String,
    /// Values named in the sentence, such as what blocks and since when.
    #[oai(skip_serializing_if_is_none)]
    pub values: Option<Value>,
    /// The thing as it is now, when the caller's copy was old.
    #[oai(skip_serializing_if_is_none)]
    pub current: Option<Value>,
}

/// An answer that is not what was asked for.
#[derive(Debug)]
pub struct Problem {
    /// The body.
    pub body: Box<ProblemBody>,
    /// Seconds after which it makes sense to ask again.
    pub retry_after: Option<u64>,
}

impl Problem {
    /// From a status, a code and values, with the sentence of the present request's language.
    #[must_use]
    pub fn new(status: StatusCode, code: Code, values: &Values) -> Self {
        let context = context::current();
        let title = messages::say(context.language, code.as_str(), values);
        let shown: serde_json::Map<_, _> = values.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
        Self {
            body: Box::new(ProblemBody {
                kind: format!("/api/problems#{}", code.as_str()),
                status: status.as_u16(),
                code: code.as_str().to_owned(),
                detail: title.clone(),
                title,
                fields: Vec::new(),
                request_id: context.request,
                values: (!shown.is_empty()).then_some(Value::Object(shown)),
                current: None,
            }),
            retry_after: None,
        }
    }

    fn plain(status: StatusCode, code: Code) -> Self {
        Self::new(status, code, &Values::new())
    }

    /// A code alone, at its status.
    #[must_use]
    pub fn of(code: Code) -> Self {
        Self::from(Fault::Refused(match code {
            Code::NotFound => Refusal::missing(),
            Code::NotAllowed | Code::BadCsrf | Code::PasswordExpired | Code::TokenReadsOnly => Refusal::forbidden(code),
            _ => Refusal::rule(code),
        }))
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn unauthorized(code: Code) -> Self {
        Self::plain(StatusCode::UNAUTHORIZED, code)
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.body.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// From an error of the framework: routing, parsing, limits, or one of our own on its way out.
    #[must_use]
    pub fn from_poem(error: poem::Error) -> Self {
        let error = match error.downcast::<Self>() {
            Ok(own) => return own,
            Err(error) => error,
        };
        let field = |path: &str, reason: &str| {
            let code = match reason {
                r if r.contains("not an identifier") => Code::BadId,
                r if r.contains("not a period") => Code::BadPeriod,
                r if r.contains("day") => Code::BadDay,
                r if r.contains("expect") && r.contains("input") || r.contains("Type \"") && r.contains("null") => {
                    Code::Required
                }
                _ => Code::WrongType,
            };
            let mut refusal = Refusal::field(path, code);
            if code == Code::BadId {
                let expected = reason.split("of the form ").nth(1).and_then(|r| r.split('_').next()).unwrap_or("");
                refusal.fields[0].values.insert("expected", expected.into());
            }
            let mut problem = Self::from(Fault::Refused(refusal));
            problem.body.status = 400;
            problem
        };
        if let Some(e) = error.downcast_ref::<ParseParamError>() {
            return field(e.name, &e.reason);
        }
        if let Some(e) = error.downcast_ref::<ParsePathError>() {
            // An address with an identifier that cannot exist is an address of nothing.
            let _ = e;
            return Self::from(Fault::Refused(Refusal::missing()));
        }
        if error.is::<ParseRequestPayloadError>() || error.is::<ParseMultipartError>() {
            return Self::plain(StatusCode::BAD_REQUEST, Code::Malformed);
        }
        if error.is::<ContentTypeError>() {
            return Self::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::UnsupportedType);
        }
        if error.is::<NotFoundError>() {
            return Self::plain(StatusCode::NOT_FOUND, Code::NotFound);
        }
        if error.is::<MethodNotAllowedError>() {
            return Self::plain(StatusCode::METHOD_NOT_ALLOWED, Code::WrongMethod);
        }
        if error.is::<SizedLimitError>() || error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Self::new(StatusCode::PAYLOAD_TOO_LARGE, Code::TooLarge, &Values::from([("max", "50 MB".into())]));
        }
        match error.status() {
            status if status.is_client_error() => Self::plain(status, Code::Malformed),
            _ => {
                tracing::error!(%error, "unexpected error");
                Self::plain(StatusCode::INTERNAL_SERVER_ERROR, Code::Internal)
            }
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::from(Fault::Refused(refusal))
    }
}
impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        Self::from(Fault::Db(error))
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Refused(refusal) => {
                let status = match refusal.nature {
                    Nature::Rule => StatusCode::UNPROCESSABLE_ENTITY,
                    Nature::State => StatusCode::CONFLICT,
                    Nature::Forbidden => StatusCode::FORBIDDEN,
                    Nature::Missing => StatusCode::NOT_FOUND,
                };
                let mut problem = Self::new(status, refusal.code, &refusal.values);
                let language = context::current().language;
                problem.body.fields = refusal
                    .fields
                    .into_iter()
                    .map(|fault| FieldProblem {
                        detail: messages::say(language, fault.code.as_str(), &fault.values),
                        path: fault.path,
                        code: fault.code.as_str().to_owned(),
                    })
                    .collect();
                problem
            }
            Fault::Stale { current } => {
                let mut problem = Self::plain(StatusCode::PRECONDITION_FAILED, Code::StaleVersion);
                problem.body.current = Some(*current);
                problem
            }
            Fault::Later { code, after } => {
                let seconds = after.as_secs().max(1);
                let mut problem =
                    Self::new(StatusCode::TOO_MANY_REQUESTS, code, &Values::from([("retry_after", seconds.into())]));
                problem.retry_after = Some(seconds);
                problem
            }
            Fault::Db(error) => {
                let (status, code) = match &error {
                    DbError::Conflict | DbError::Busy(_) => (StatusCode::SERVICE_UNAVAILABLE, Code::Busy),
                    DbError::Unknown(_) => (StatusCode::SERVICE_UNAVAILABLE, Code::DatabaseAway),
                    DbError::Storage(_) => (StatusCode::SERVICE_UNAVAILABLE, Code::StorageFailed),
                    DbError::Duplicate { .. } | DbError::Missing(_) | DbError::Corrupt(_) | DbError::Engine(_) => {
                        (StatusCode::INTERNAL_SERVER_ERROR, Code::Internal)
                    }
                };
                tracing::error!(%error, request = context::current().request, "database error");
                let mut problem = Self::plain(status, code);
                problem.retry_after = (status == StatusCode::SERVICE_UNAVAILABLE).then_some(2);
                problem
            }
            Fault::Files(error) => {
                tracing::error!(%error, "file store");
                Self::plain(StatusCode::SERVICE_UNAVAILABLE, Code::StorageFailed)
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Response::builder()
            .status(self.status())
            .header(header::CONTENT_TYPE, "application/problem+json; charset=utf-8")
            .header(header::CONTENT_LANGUAGE, context::current().language.tag())
            .header(header::CACHE_CONTROL, "no-store")
            .body(self.body.to_json_string());
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.body.status, self.body.code)
    }
}
impl std::error::Error for Problem {}
impl poem::error::ResponseError for Problem {
    fn status(&self) -> StatusCode {
        Self::status(self)
    }
    fn as_response(&self) -> Response {
        Problem { body: self.body.clone(), retry_after: self.retry_after }.into_response()
    }
}

/// Which errors every operation may answer, for the document.
const DOCUMENTED: &[(u16, &str)] = &[
    (400, "The request cannot be read: `fields` names what and where."),
    (401, "Nobody is signed in, or the session has ended."),
    (403, "The caller may see this, but not do it."),
    (404, "Not there, or not the caller's to know of; both answer alike."),
    (409, "The present state does not allow it; `values` says what blocks."),
    (412, "The caller's copy is old; `current` is the thing as it is now."),
    (422, "A rule refuses the content; `fields` lists every fault."),
    (429, "Too many attempts; see `Retry-After`."),
    (503, "Busy, or the storage does not answer; nothing was changed. See `Retry-After`."),
];

impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: DOCUMENTED
                .iter()
                .map(|(status, description)| MetaResponse {
                    description,
                    status: Some(*status),
                    status_range: None,
                    content: vec![MetaMediaType {
                        content_type: "application/problem+json",
                        schema: <Json<ProblemBody> as Payload>::schema_ref(),
                    }],
                    headers: vec![],
                })
                .collect(),
        }
    }
    fn register(registry: &mut Registry) {
        <Json<ProblemBody> as Payload>::register(registry);
    }
}
