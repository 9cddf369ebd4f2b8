//! What belongs to one request wherever it goes: its id, the caller's language, its idempotency key.

use std::future::Future;

/// A language in which the house speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese, the first language.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The best of the two for an `Accept-Language` header; Chinese when nothing fits.
    #[must_use]
    pub fn accepted(header: Option<&str>) -> Self {
        let mut best = (Self::Zh, 0.0f32);
        for part in header.unwrap_or_default().split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight: f32 =
                pieces.find_map(|p| p.trim().strip_prefix("q=")).map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            let language = match tag.split('-').next() {
                Some("zh") => Self::Zh,
                Some("en") => Self::En,
                _ => continue,
            };
            if weight > best.1 {
                best = (language, weight);
            }
        }
        best.0
    }

    /// As a language tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// What belongs to one request.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Appears in the answer, the log and the journal.
    pub request: String,
    /// The caller's language.
    pub language: Language,
}

tokio::task_local! {
    static CURRENT: Context;
}

/// Runs a request within its context.
pub async fn within<F: Future>(context: Context, work: F) -> F::Output {
    CURRENT.scope(context, work).await
}

/// The present request's context; an empty one outside of any request (command line, ticks).
#[must_use]
pub fn current() -> Context {
    CURRENT.try_with(Clone::clone).unwrap_or_default()
}
