//! The layers around every request, outermost first: context and log, panics, security headers,
//! who asks, cross-site protection, repetition.

use std::{sync::Arc, time::Instant};

use domain::code::Code;
use poem::{
    Endpoint, IntoResponse, Middleware, Request, Response, Result,
    http::{HeaderValue, Method, StatusCode, header},
};

use super::{
    allow::Allow,
    context::{self, Context, Language},
    idempotency,
    problem::Problem,
};
use crate::house::SharedHouse;

/// Name of the session cookie.
pub const COOKIE: &str = "fuhua_session";

/// What pages of the service may load: nothing from elsewhere, no inline script.
pub const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

/// The layers, in one middleware.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The house.
    pub house: SharedHouse,
    /// Which methods each address has.
    pub allow: Arc<Allow>,
}

impl<E: Endpoint> Middleware<E> for Shell {
    type Output = ShellEndpoint<E>;
    fn transform(&self, inner: E) -> Self::Output {
        ShellEndpoint { shell: self.clone(), inner }
    }
}

/// An endpoint within the shell.
#[derive(Debug)]
pub struct ShellEndpoint<E> {
    shell: Shell,
    inner: E,
}

impl<E: Endpoint> Endpoint for ShellEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let started = Instant::now();
        let given = request.header("x-request-id").filter(|id| {
            (8..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        });
        let id = given.map_or_else(
            || domain::id::encode(u128::from_be_bytes(self.shell.house.chance.bytes::<16>()) >> 3),
            str::to_owned,
        );
        let context =
            Context { request: id.clone(), language: Language::accepted(request.header(header::ACCEPT_LANGUAGE)) };
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let work = async {
            match self.serve(request).await {
                Ok(response) => response,
                Err(error) => {
                    // A panic further in arrives as an error with status 500 and no cause of ours.
                    Problem::from_poem(error).into_response()
                }
            }
        };
        let mut response = context::within(context, work).await;
        let took = started.elapsed();
        let status = response.status().as_u16();
        let operation = response
            .data::<poem_openapi::OperationId>()
            .map_or_else(|| "other".to_owned(), |operation| operation.0.to_string());
        self.shell.house.metrics.answered(&operation, status, took);
        // A word that opens something is not for the log.
        let path_told = if operation == "public_objection" { "/api/v1/public/objections/…" } else { path.as_str() };
        tracing::info!(request = %id, %method, path = path_told, status, operation, ms = took.as_millis() as u64, "answered");
        if response.status() == StatusCode::METHOD_NOT_ALLOWED
            && let Ok(value) = HeaderValue::from_str(self.shell.allow.at(&path))
        {
            response.headers_mut().insert(header::ALLOW, value);
        }
        let headers = response.headers_mut();
        if path.starts_with("/api/v1/") {
            // What one caller may see is nobody else's, and is asked for anew.
            headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
        }
        if let Ok(value) = HeaderValue::from_str(&id) {
            headers.insert("x-request-id", value);
        }
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CSP));
        Ok(response)
    }
}

impl<E: Endpoint> ShellEndpoint<E> {
    async fn serve(&self, mut request: Request) -> Result<Response> {
        if !request.uri().path().starts_with("/api/") {
            return self.inner.get_response_checked(request).await;
        }
        if request.header(header::CONTENT_ENCODING).is_some_and(|coding| !coding.eq_ignore_ascii_case("identity")) {
            // What it would unfold to is bounded nowhere; no client of ours packs what it sends.
            let refused = Problem::of(Code::UnsupportedType);
            return Err(super::body::status(refused, StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let unsafe_method = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
        if unsafe_method && request.header("sec-fetch-site") == Some("cross-site") {
            return Err(Problem::of(Code::BadCsrf).into());
        }
        let bearer = request
            .header(header::AUTHORIZATION)
            .and_then(|value| value.strip_prefix("Bearer "))
            .map(|token| token.trim().to_owned());
        let cookie =
            request.headers().get_all(header::COOKIE).iter().find_map(|value| cookie_value(value.to_str().ok()?));
        let caller = match (bearer, cookie) {
            (Some(token), _) => Some(
                crate::accounts::signin::caller_of_token(&self.shell.house, &token)
                    .await
                    .map_err(Problem::from)?
                    .ok_or_else(|| Problem::unauthorized(Code::NotSignedIn))?,
            ),
            (None, Some(secret)) => {
                crate::accounts::signin::caller_of_session(&self.shell.house, &secret).await.map_err(Problem::from)?
            }
            (None, None) => None,
        };
        if let Some(caller) = caller {
            if unsafe_method
                && let Some(expected) = &caller.csrf
                && request.header("x-csrf-token") != Some(expected.as_str())
            {
                return Err(Problem::of(Code::BadCsrf).into());
            }
            if unsafe_method && !caller.principal.writes {
                return Err(Problem::of(Code::TokenReadsOnly).into());
            }
            request.set_data(caller.clone());
            request.extensions_mut().insert(caller.clone());
            if *request.method() == Method::POST
                && let Some(key) = request.header("idempotency-key").map(str::to_owned)
            {
                return idempotency::once(&self.shell.house, &caller, &key, request, &self.inner).await;
            }
        }
        self.inner.get_response_checked(request).await
    }
}

trait Checked {
    async fn get_response_checked(&self, request: Request) -> Result<Response>;
}
impl<E: Endpoint> Checked for E {
    async fn get_response_checked(&self, request: Request) -> Result<Response> {
        self.call(request).await.map(IntoResponse::into_response)
    }
}

fn cookie_value(header: &str) -> Option<String> {
    header.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE).then(|| value.to_owned())
    })
}
