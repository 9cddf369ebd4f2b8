//! A creating request that is sent twice (a slow network, a double tap) is carried out once.
//!
//! The key is claimed before the work begins; the work's own transaction marks it as applied; the
//! answer is kept for a day. A repetition gets the same answer; one that comes while the first is
//! still at work waits for it; one whose answer was lost in a crash is told that it was applied;
//! one that died before its commit is carried out by a later repetition.

use std::time::Duration;

use aes_gcm::{Aes256Gcm, KeyInit, aead::Aead};
use base64::Engine as _;
use domain::{
    code::Code,
    refusal::{FieldFault, Refusal},
};
use hmac::{Hmac, Mac};
use poem::{
    Endpoint, IntoResponse, Request, Response, Result,
    http::{HeaderValue, StatusCode, header},
};
use sha2::Sha256;
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{body::limited, caller::Caller, problem::Problem};
use crate::{
    db::{At, DbError, Tx, applied, error::STALE, rid_of},
    house::House,
    journal::sha256,
};

/// How long a repetition waits for the first request.
const PATIENCE: Duration = Duration::from_secs(10);
/// Longest key.
const MAX_KEY: usize = 128;
/// A request that has written nothing for this long is dead: a transaction ends within a minute.
/// If it lives after all, its transaction finds that the key is no longer its own.
const ABANDONED: chrono::Duration = chrono::Duration::minutes(2);

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
    check(key)?;
    if request.content_type().is_some_and(|kind| kind.starts_with("multipart/")) {
        // Spreadsheets and attachments are told apart by their content's own hash.
        return inner.call(request).await.map(IntoResponse::into_response);
    }
    let bytes = limited(request.take_body()).await?;
    let asked = format!("{} {}\n{}", request.method(), request.uri(), String::from_utf8_lossy(&bytes));
    // By a secret that is not stored: a body may hold a password.
    let fingerprint = base64::engine::general_purpose::STANDARD.encode(derived(key, asked.as_bytes())?);
    request.set_body(bytes);
    let id = record(caller, key);
    let mine =
        Row { fingerprint, status: 0, body: String::new(), etag: None, phase: "running".into(), at: caller.now.into() };
    if let Some(answer) = claim(house, &id, &mine, key).await? {
        return Ok(answer);
    }
    let outcome = applied::marking(id.clone(), mine.at, inner.call(request)).await.map(IntoResponse::into_response);
    let mut response = match outcome {
        Ok(response) => response,
        Err(error) => Problem::from_poem(error).into_response(),
    };
    let mut tx = Tx::new();
    let record = tx.bind(id);
    if response.status().is_success() {
        let body = response.take_body().into_bytes().await?;
        let answered = Row {
            status: i64::from(response.status().as_u16()),
            body: sealed(house, key, &body)?,
            etag: response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned),
            phase: "answered".into(),
            ..mine
        };
        response.set_body(body);
        let (at, row) = (tx.bind(answered.at), tx.bind(answered));
        tx.run(&format!("UPDATE ONLY {record} CONTENT {row} WHERE at = {at} RETURN NONE"));
    } else {
        // Nothing was applied: the same key may be used again after the fault is mended.
        let at = tx.bind(mine.at);
        tx.run(&format!("DELETE {record} WHERE phase = 'running' AND at = {at} RETURN NONE"));
    }
    if let Err(error) = house.db.commit(tx).await {
        tracing::warn!(%error, "the answer of a keyed request could not be kept");
    }
    Ok(response)
}

fn check(key: &str) -> Result<()> {
    let fault = |code| FieldFault::new("Idempotency-Key", code);
    let fault = match key.len() {
        0 => fault(Code::Required),
        1..=MAX_KEY => return Ok(()),
        _ => fault(Code::TooLong).with("max", MAX_KEY),
    };
    Err(Problem::from(Refusal::fields(vec![fault])).into())
}

/// Takes the key for this request, or returns the answer of the request that has it.
async fn claim(house: &House, id: &RecordId, mine: &Row, key: &str) -> Result<Option<Response>> {
    let started = std::time::Instant::now();
    loop {
        let mut tx = Tx::new();
        tx.create(id.clone(), mine.clone());
        match house.db.commit(tx).await {
            Ok(()) => return Ok(None),
            Err(DbError::Duplicate { .. } | DbError::Conflict) => {}
            Err(error) => return Err(Problem::from(error).into()),
        }
        // Between the two the other request may have failed and set the key free: then it is claimed anew.
        let Some(row) = house.db.find_record::<Row>("idempotency", id.clone()).await.map_err(Problem::from)? else {
            continue;
        };
        let age = mine.at.0 - row.at.0;
        match row.phase.as_str() {
            _ if row.fingerprint != mine.fingerprint => {
                return Err(Problem::from(Refusal::rule(Code::KeyReused)).into());
            }
            "answered" => return Ok(Some(replay(row, key)?)),
            "running" if age > ABANDONED => {
                if take_over(house, id, &row, mine).await? {
                    return Ok(None);
                }
            }
            phase if started.elapsed() > PATIENCE || age.to_std().is_ok_and(|age| age > PATIENCE) => {
                let code = if phase == "applied" { Code::AlreadyApplied } else { Code::KeyRunning };
                return Err(Problem::from(Refusal::state(code)).into());
            }
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Takes a key whose request died; false when somebody else was first.
async fn take_over(house: &House, id: &RecordId, seen: &Row, mine: &Row) -> Result<bool> {
    let mut tx = Tx::new();
    let (id, row, at) = (tx.bind(id.clone()), tx.bind(mine.clone()), tx.bind(seen.at));
    tx.run(&format!(
        "IF (UPDATE ONLY {id} CONTENT {row} WHERE phase = 'running' AND at = {at} RETURN VALUE at) = NONE {{ THROW '{STALE}' }}"
    ));
    match house.db.commit(tx).await {
        Ok(()) => Ok(true),
        Err(error) if error.is_conflict() => Ok(false),
        Err(error) => Err(Problem::from(error).into()),
    }
}

/// A secret of a key for one purpose. The store knows the key's hash only, so what is sealed by it is
/// read by nobody but who sends the key again: an answer may hold a password that is shown once.
fn derived(key: &str, purpose: &[u8]) -> Result<[u8; 32], Problem> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key.as_bytes()).map_err(|_| Problem::of(Code::Internal))?;
    mac.update(purpose);
    Ok(mac.finalize().into_bytes().into())
}

const SEAL: &[u8] = b"fuhua: the answer of a repeated request";

fn sealed(house: &House, key: &str, body: &[u8]) -> Result<String, Problem> {
    let cipher = Aes256Gcm::new(&derived(key, SEAL)?.into());
    let nonce = house.chance.bytes::<12>();
    let packed = cipher.encrypt(&nonce.into(), body).map_err(|_| Problem::of(Code::Internal))?;
    Ok(base64::engine::general_purpose::STANDARD.encode([&nonce[..], &packed].concat()))
}

fn opened(key: &str, body: &str) -> Result<Vec<u8>, Problem> {
    let broken = || Problem::of(Code::Internal);
    let bytes = base64::engine::general_purpose::STANDARD.decode(body).map_err(|_| broken())?;
    let (nonce, packed) = bytes.split_first_chunk::<12>().ok_or_else(broken)?;
    Aes256Gcm::new(&derived(key, SEAL)?.into()).decrypt(&(*nonce).into(), packed).map_err(|_| broken())
}

fn replay(row: Row, key: &str) -> Result<Response, Problem> {
    let body = opened(key, &row.body)?;
    let status = u16::try_from(row.status).ok().and_then(|s| StatusCode::from_u16(s).ok()).unwrap_or(StatusCode::OK);
    let mut response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
        .header("idempotency-replayed", "true")
        .body(body);
    if let Some(tag) = row.etag.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
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
