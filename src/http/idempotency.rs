//! A creating request that is sent twice (a slow network, a double tap) is carried out once.
//!
//! The key is claimed before the work begins; the work's own transaction marks it as applied; the
//! answer is kept for a day. A repetition gets the same answer; one that comes while the first is
//! still at work waits for it; one whose answer was lost in a crash is told that it was applied.

use std::time::Duration;

use domain::{code::Code, refusal::Refusal};
use poem::{
    Endpoint, IntoResponse, Request, Response, Result,
    http::{HeaderValue, StatusCode, header},
};
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{body::MAX_JSON_BYTES, caller::Caller, problem::Problem};
use crate::{
    db::{At, DbError, Tx, applied, rid_of},
    house::House,
    journal::sha256,
};

/// How long a repetition waits for the first request.
const PATIENCE: Duration = Duration::from_secs(10);
/// Longest key.
const MAX_KEY: usize = 128;

#[derive(Debug, Clone, SurrealValue)]
struct Row {
    fingerprint: String,
    status: i64,
    body: String,
    etag: Option<String>,
    phase: String,
    at: At,
}

fn record(caller: &Caller, key: &str) -> RecordId {
    rid_of("idempotency", vec![Value::String(caller.principal.account.to_string()), Value::String(sha256(key))])
}

/// Carries out a request with a key once.
pub async fn once<E: Endpoint>(
    house: &House,
    caller: &Caller,
    key: &str,
    mut request: Request,
    inner: &E,
) -> Result<Response> {
    if key.is_empty() || key.len() > MAX_KEY {
        return Err(Problem::from(Refusal::field("Idempotency-Key", Code::TooLong)).into());
    }
    if request.content_type().is_some_and(|kind| kind.starts_with("multipart/")) {
        // Spreadsheets and attachments are told apart by their content's own hash.
        return inner.call(request).await.map(IntoResponse::into_response);
    }
    let bytes = request.take_body().into_bytes_limit(MAX_JSON_BYTES).await?;
    let fingerprint = sha256(&format!("{} {}\n{}", request.method(), request.uri(), String::from_utf8_lossy(&bytes)));
    request.set_body(bytes);
    let id = record(caller, key);
    let fresh = Row {
        fingerprint: fingerprint.clone(),
        status: 0,
        body: String::new(),
        etag: None,
        phase: "running".into(),
        at: caller.now.into(),
    };
    let mut tx = Tx::new();
    tx.create(id.clone(), fresh.clone());
    match house.db.commit(tx).await {
        Ok(()) => {}
        Err(DbError::Duplicate { .. } | DbError::Conflict) => return repeated(house, id, &fingerprint).await,
        Err(error) => return Err(Problem::from(error).into()),
    }
    let outcome = applied::marking(id.clone(), inner.call(request)).await.map(IntoResponse::into_response);
    let mut response = match outcome {
        Ok(response) => response,
        Err(error) => Problem::from_poem(error).into_response(),
    };
    let mut tx = Tx::new();
    if response.status().is_success() {
        let body = response.take_body().into_bytes().await?;
        let answered = Row {
            status: i64::from(response.status().as_u16()),
            body: String::from_utf8_lossy(&body).into_owned(),
            etag: response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned),
            phase: "answered".into(),
            ..fresh
        };
        response.set_body(body);
        let (record, row) = (tx.bind(id), tx.bind(answered));
        tx.run(&format!("UPDATE ONLY {record} CONTENT {row} RETURN NONE"));
    } else {
        // Nothing was applied: the same key may be used again after the fault is mended.
        let record = tx.bind(id);
        tx.run(&format!("DELETE {record} WHERE phase = 'running' RETURN NONE"));
    }
    if let Err(error) = house.db.commit(tx).await {
        tracing::warn!(%error, "the answer of a keyed request could not be kept");
    }
    Ok(response)
}

async fn repeated(house: &House, id: RecordId, fingerprint: &str) -> Result<Response> {
    let started = std::time::Instant::now();
    loop {
        let row: Option<Row> = house.db.find_record("idempotency", id.clone()).await.map_err(Problem::from)?;
        match row {
            None => return Err(Problem::from(Refusal::state(Code::KeyRunning)).into()),
            Some(row) if row.fingerprint != fingerprint => {
                return Err(Problem::from(Refusal::rule(Code::KeyReused)).into());
            }
            Some(row) if row.phase == "answered" => {
                let status =
                    u16::try_from(row.status).ok().and_then(|s| StatusCode::from_u16(s).ok()).unwrap_or(StatusCode::OK);
                let mut response = Response::builder()
                    .status(status)
                    .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
                    .header("idempotency-replayed", "true")
                    .body(row.body);
                if let Some(tag) = row.etag.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
                    response.headers_mut().insert(header::ETAG, tag);
                }
                return Ok(response);
            }
            Some(row) if started.elapsed() > PATIENCE => {
                let code = if row.phase == "applied" { Code::AlreadyApplied } else { Code::KeyRunning };
                return Err(Problem::from(Refusal::state(code)).into());
            }
            Some(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Forgets keys older than a day. Returns how many.
pub async fn forget(house: &House) -> Result<usize, DbError> {
    #[derive(SurrealValue)]
    struct Old {
        id: RecordId,
    }
    let before = house.now() - chrono::Duration::days(1);
    let old: Vec<Old> = house
        .db
        .select(
            "idempotency_old",
            "SELECT id FROM idempotency WHERE at < $before LIMIT 1000",
            [("before", At(before).into_value())],
        )
        .await?;
    let count = old.len();
    let mut tx = Tx::new();
    tx.delete_all(old.into_iter().map(|row| row.id).collect());
    house.db.commit(tx).await?;
    Ok(count)
}
