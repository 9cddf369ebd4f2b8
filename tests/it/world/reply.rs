//! What came back, with assertions that show the whole answer when they fail.

use poem::{Response, http::HeaderMap};
use serde_json::Value;

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What was asked, for the message of a failed assertion.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The head.
    pub headers: HeaderMap,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Reply {
    pub(super) async fn read(asked: String, mut response: Response) -> Self {
        let bytes = response.take_body().into_vec().await.expect("a body");
        Self { asked, status: response.status().as_u16(), headers: response.headers().clone(), bytes }
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON; null when there is none.
    #[must_use]
    #[track_caller]
    pub fn json(&self) -> Value {
        if self.bytes.is_empty() {
            return Value::Null;
        }
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("not JSON ({error}): {self}"))
    }

    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The version of the thing, as `If-Match` wants it.
    #[must_use]
    #[track_caller]
    pub fn etag(&self) -> String {
        self.header("etag").unwrap_or_else(|| panic!("no ETag: {self}")).to_owned()
    }

    /// The secret of the session that the answer sets.
    #[must_use]
    #[track_caller]
    pub fn cookie(&self) -> String {
        let set = self.header("set-cookie").unwrap_or_else(|| panic!("no cookie: {self}"));
        set.split(';')
            .next()
            .and_then(|pair| pair.split_once('='))
            .map(|(_, value)| value.to_owned())
            .expect("a cookie")
    }

    /// Fails unless the status is this one.
    #[track_caller]
    pub fn status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }

    /// 200, and the JSON.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert_eq!(self.status, 200, "{self}");
        self.json()
    }

    /// 201, and the JSON.
    #[track_caller]
    pub fn created(self) -> Value {
        assert_eq!(self.status, 201, "{self}");
        self.json()
    }

    /// 204.
    #[track_caller]
    pub fn done(self) {
        assert_eq!(self.status, 204, "{self}");
    }

    /// The `id` of the thing in a 200 or 201.
    #[track_caller]
    pub fn id(self) -> String {
        assert!(self.status == 200 || self.status == 201, "{self}");
        self.json()["id"].as_str().unwrap_or_else(|| panic!("no id: {self}")).to_owned()
    }

    /// A problem with this status and code, well formed.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Self {
        let problem = self.problem();
        assert_eq!((self.status, problem["code"].as_str()), (status, Some(code)), "{self}");
        self
    }

    /// The problem body, well formed.
    #[must_use]
    #[track_caller]
    pub fn problem(&self) -> Value {
        let kind = self.header("content-type").unwrap_or_default();
        assert!(kind.starts_with("application/problem+json"), "{self}");
        let problem = self.json();
        assert_eq!(problem["status"], Value::from(self.status), "{self}");
        assert_eq!(problem["request_id"].as_str(), self.header("x-request-id"), "{self}");
        problem
    }

    /// The refused fields, as (path, code), in the order of the answer.
    #[must_use]
    #[track_caller]
    pub fn fields(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let problem = self.problem();
        let fields = problem["fields"].as_array().cloned().unwrap_or_default();
        fields.iter().map(|field| (text(&field["path"]), text(&field["code"]))).collect()
    }

    /// Exactly one bad field, with this path and code.
    #[track_caller]
    pub fn field(self, path: &str, code: &str) -> Self {
        assert_eq!(self.fields(), vec![(path.to_owned(), code.to_owned())], "{self}");
        self
    }
}

impl std::fmt::Display for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{} -> {}", self.asked, self.status)?;
        for (name, value) in &self.headers {
            writeln!(f, "  {name}: {}", value.to_str().unwrap_or("?"))?;
        }
        f.write_str(&self.text().chars().take(4_000).collect::<String>())
    }
}
