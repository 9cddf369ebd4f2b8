//! Who comes in: signing in and out, sessions of browsers, personal tokens, and the growing wait after
//! failures.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use domain::{
    access::Principal,
    code::Code,
    day::Day,
    id::{SessionId, TokenId},
    refusal::{FieldFault, Refusal},
};
use serde_json::json;
use surrealdb::types::{RecordId, SurrealValue};

use super::{
    password,
    store::{self, AccountRow, AttemptRow, GrantRow, SessionRow, TokenRow},
};
use crate::{
    db::{DbError, Keep, Of, Rec, Text, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::Draft,
};

/// A session ends this long after its last use.
const IDLE: chrono::Duration = chrono::Duration::days(3);
/// A session ends this long after it began, used or not.
const LONGEST: chrono::Duration = chrono::Duration::days(14);
/// "Last seen" is kept to this precision, so that reading does not write each time.
const SEEN_EVERY: chrono::Duration = chrono::Duration::minutes(5);
/// Failures before a login has to wait: people mistype.
pub(super) const FREE_FAILURES: i64 = 4;
/// Failures from one address before it has to wait: an office shares one.
const FREE_FAILURES_OF_ADDRESS: i64 = 30;
/// Longest wait.
const LONGEST_WAIT_SECONDS: i64 = 15 * 60;
/// Days that a token may live at most.
const LONGEST_TOKEN_DAYS: i64 = 366;

fn principal(house: &House, account: &AccountRow, grants: &[GrantRow], writes: bool) -> Principal {
    let today = house.today();
    let held = grants.iter().filter(|grant| grant.on(today)).map(GrantRow::held).collect();
    Principal { account: account.id.0, name: account.name.clone(), held, writes }
}

/// A session or a token with its account, unless that is locked, and the account's roles.
#[derive(Debug)]
struct Shown<T> {
    pass: T,
    account: AccountRow,
    grants: Vec<GrantRow>,
}

/// Nobody, for what is no pass.
#[derive(Debug)]
struct Known<T>(Option<Shown<T>>);

impl<T: std::fmt::Debug + Send + Sync + 'static> Keep for Known<T> {}

/// Who shows a session or a token: one way to the database, and none while nothing of it was written.
async fn shown<T>(house: &House, pass: RecordId) -> Result<Arc<Known<T>>, DbError>
where
    T: SurrealValue + std::fmt::Debug + Send + Sync + 'static,
{
    let read = || async {
        let reads = (store::pass::<T>(pass.clone()), store::owner(pass.clone()), store::held_by_owner(pass.clone()));
        let (passes, accounts, grants) = house.db.read(reads).await?;
        let account = accounts.into_iter().next().filter(|account| !account.locked);
        let both = passes.into_iter().next().zip(account);
        Ok::<_, DbError>(Known(both.map(|(pass, account)| Shown { pass, account, grants })))
    };
    let of = |known: &Known<T>| {
        let account = known.0.as_ref().map_or(Of::Table("account"), |shown| Of::Row(rid(shown.account.id.0)));
        vec![Of::Row(pass.clone()), account, Of::Table("role_grant")]
    };
    house.db.keep("pass", format!("{pass:?}"), of, read).await
}

/// Who a cookie is; nobody when the session has ended or the account is locked.
pub async fn caller_of_session(house: &House, secret: &str) -> Result<Option<Caller>, Fault> {
    let now = house.now();
    let record = store::session_record(secret);
    let known = shown::<SessionRow>(house, record.clone()).await?;
    let Some(Shown { pass: session, account, grants }) = &known.0 else { return Ok(None) };
    if session.expires_at.0 <= now {
        return Ok(None);
    }
    if now - session.last_seen_at.0 > SEEN_EVERY {
        let mut tx = Tx::new();
        let expires = (now + IDLE).min(session.created_at.0 + LONGEST);
        store::see_session(&mut tx, record, now.into(), expires.into());
        // Two requests at once may both want to note it; once is enough.
        if let Err(error) = house.db.commit(tx).await
            && !error.is_conflict()
        {
            return Err(error.into());
        }
    }
    Ok(Some(Caller {
        principal: principal(house, account, grants, true),
        session: key_of(&session.id),
        csrf: Some(session.csrf.clone()),
        must_change_password: account.change_password,
        now,
        since: std::time::Instant::now(),
    }))
}

fn key_of(record: &surrealdb::types::RecordId) -> Option<String> {
    match &record.key {
        surrealdb::types::RecordIdKey::String(key) => Some(key.clone()),
        _ => None,
    }
}

/// Who a token is.
pub async fn caller_of_token(house: &House, secret: &str) -> Result<Option<Caller>, Fault> {
    let now = house.now();
    let record = store::token_record(secret);
    let known = shown::<TokenRow>(house, record.clone()).await?;
    let Some(Shown { pass: token, account, grants }) = &known.0 else { return Ok(None) };
    if token.expires_on.0 < house.today() {
        return Ok(None);
    }
    if token.last_used_at.is_none_or(|used| now - used.0 > SEEN_EVERY) {
        let mut tx = Tx::new();
        store::use_token(&mut tx, record, now.into());
        if let Err(error) = house.db.commit(tx).await
            && !error.is_conflict()
        {
            return Err(error.into());
        }
    }
    Ok(Some(Caller {
        principal: principal(house, account, grants, token.writes),
        session: None,
        csrf: None,
        must_change_password: account.change_password,
        now,
        since: std::time::Instant::now(),
    }))
}

/// How long the next attempt at something has to wait.
pub(super) async fn wait_of(house: &House, what: &str, now: DateTime<Utc>) -> Result<Option<Duration>, DbError> {
    let row: Option<AttemptRow> = house.db.find_record("attempts", store::attempt_record(what)).await?;
    Ok(row.and_then(|row| (row.next_at.0 - now).to_std().ok()).filter(|wait| !wait.is_zero()))
}

/// Failures are forgotten by half in this time: an office that mistypes all year is not an attack.
const HALVED_AFTER: i64 = 30 * 60;

/// What is left of earlier failures.
fn remembered(row: &AttemptRow, now: DateTime<Utc>) -> i64 {
    let halvings = (now - row.last_at.0).num_seconds().max(0) / HALVED_AFTER;
    row.failures.checked_shr(u32::try_from(halvings).unwrap_or(u32::MAX)).unwrap_or(0)
}

/// Notes a failure; from the fifth on, the next attempt is heard after 2, 4, 8 … seconds.
pub(super) async fn note_failure(house: &House, what: &str, free: i64, now: DateTime<Utc>) -> Result<(), DbError> {
    house
        .db
        .decide(|| async {
            let record = store::attempt_record(what);
            let row: Option<AttemptRow> = house.db.find_record("attempts", record.clone()).await?;
            let failures = row.map_or(0, |row| remembered(&row, now)) + 1;
            let wait = if failures <= free { 0 } else { (1i64 << (failures - free).min(20)).min(LONGEST_WAIT_SECONDS) };
            let row =
                AttemptRow { failures, next_at: (now + chrono::Duration::seconds(wait)).into(), last_at: now.into() };
            let mut tx = Tx::new();
            store::save_attempt(&mut tx, record, row);
            house.db.commit(tx).await
        })
        .await
}

/// Lets something through that nobody has to sign in for, and lets each further time from the same source
/// wait longer.
///
/// # Errors
/// `too_many_attempts`.
pub async fn throttle(house: &House, what: &str, free: i64) -> Result<(), Fault> {
    let now = house.now();
    let _turn = house.db.gates.hold(vec![format!("throttle {what}")]).await;
    if let Some(after) = wait_of(house, what, now).await? {
        return Err(Fault::Later { code: Code::TooManyAttempts, after });
    }
    Ok(note_failure(house, what, free, now).await?)
}

/// Looks for something that is found by nothing but a word: each word that leads nowhere lets the same source wait
/// longer, as a wrong password does. Who knows the word costs no write.
///
/// # Errors
/// `too_many_attempts`; what the look-up says.
pub async fn guessed<T>(
    house: &House,
    what: &str,
    free: i64,
    look: impl Future<Output = Result<Option<T>, DbError>>,
) -> Result<Option<T>, Fault> {
    let now = house.now();
    if let Some(after) = wait_of(house, what, now).await? {
        return Err(Fault::Later { code: Code::TooManyAttempts, after });
    }
    let found = look.await?;
    if found.is_none() {
        let _turn = house.db.gates.hold(vec![format!("throttle {what}")]).await;
        note_failure(house, what, free, now).await?;
    }
    Ok(found)
}

/// A new session: the secret for the cookie, and who it is.
#[derive(Debug)]
pub struct SignedIn {
    /// Goes into the cookie, and nowhere else.
    pub secret: String,
    /// Who.
    pub caller: Caller,
}

/// Signs in.
///
/// # Errors
/// `bad_credentials` (also for an unknown or locked login, as slowly), `too_many_attempts`.
pub async fn sign_in(
    house: &House,
    login: &str,
    password: String,
    agent: &str,
    address: &str,
) -> Result<SignedIn, Fault> {
    let now = house.now();
    let login = login.trim().to_lowercase();
    let (by_login, by_address) = (format!("login {login}"), format!("address {address}"));
    // One after the other for a login: attempts side by side would all be heard before the first is counted.
    let _turn = house.db.gates.hold(vec![format!("signin {login}")]).await;
    for what in [&by_login, &by_address] {
        if let Some(after) = wait_of(house, what, now).await? {
            return Err(Fault::Later { code: Code::TooManyAttempts, after });
        }
    }
    let account = if login.len() <= 100 && password.len() <= password::MAX_LENGTH {
        store::find_by_login(&house.db, &login).await?
    } else {
        None
    };
    let password: String = password.chars().take(password::MAX_LENGTH).collect();
    let fits = house.passwords.fits(password, account.as_ref().map(|account| account.password.clone())).await;
    let Some(account) = account.filter(|account| fits && !account.locked) else {
        note_failure(house, &by_login, FREE_FAILURES, now).await?;
        note_failure(house, &by_address, FREE_FAILURES_OF_ADDRESS, now).await?;
        return Err(Refusal::rule(Code::BadCredentials).into());
    };
    let secret = house.chance.secret();
    let session = SessionRow {
        id: store::session_record(&secret),
        public: Text(house.chance.id::<SessionId>(now)),
        account: account.id,
        csrf: house.chance.secret(),
        agent: agent.chars().take(200).collect(),
        created_at: now.into(),
        last_seen_at: now.into(),
        expires_at: (now + IDLE).into(),
    };
    house
        .db
        .decide(|| async {
            let mut tx = Tx::new();
            tx.create(session.id.clone(), session.clone());
            tx.delete_all(vec![store::attempt_record(&by_login)]);
            // Whoever changes the password or locks the account while this one is being checked is heard.
            store::note_sign_in(&mut tx, &account, now.into());
            match house.db.commit(tx).await {
                Err(error) if error.is_conflict() => {
                    let still = store::find(&house.db, account.id.0).await?;
                    let same = still.is_some_and(|still| !still.locked && still.password == account.password);
                    Err(if same { error.into() } else { Refusal::rule(Code::BadCredentials).into() })
                }
                other => other.map_err(Fault::from),
            }
        })
        .await?;
    Ok(SignedIn {
        caller: Caller {
            principal: principal(house, &account, &store::grants(&house.db, account.id.0).await?, true),
            session: key_of(&session.id),
            csrf: Some(session.csrf),
            must_change_password: account.change_password,
            now,
            since: std::time::Instant::now(),
        },
        secret,
    })
}

/// Signs out of this browser.
pub async fn sign_out(house: &House, caller: &Caller) -> Result<(), Fault> {
    if let Some(key) = &caller.session {
        let mut tx = Tx::new();
        tx.delete_all(vec![surrealdb::types::RecordId::new("session", key.as_str())]);
        house.db.commit(tx).await?;
    }
    Ok(())
}

/// Signs out of every browser.
pub async fn sign_out_everywhere(house: &House, caller: &Caller) -> Result<(), Fault> {
    let mut tx = Tx::new();
    store::end_sessions(&house.db, &mut tx, caller.principal.account, None).await?;
    Ok(house.db.commit(tx).await?)
}

/// A new personal token; its text is shown once.
///
/// # Errors
/// Bad name, an end beyond a year.
pub async fn create_token(
    house: &House,
    caller: &Caller,
    name: &str,
    writes: bool,
    expires_on: Day,
) -> Result<(TokenRow, String), Fault> {
    let today = house.today();
    let mut faults = Vec::new();
    if name.trim().is_empty() {
        faults.push(FieldFault::new("name", Code::Required));
    } else if name.chars().count() > 60 {
        faults.push(FieldFault::new("name", Code::TooLong).with("max", 60));
    }
    if expires_on < today {
        faults.push(FieldFault::new("expires_on", Code::DayTooEarly).with("min", today.to_string()));
    } else if today.days_until(expires_on) > LONGEST_TOKEN_DAYS {
        let max = today.plus(LONGEST_TOKEN_DAYS);
        faults.push(FieldFault::new("expires_on", Code::DayTooLate).with("max", max.to_string()));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults).into());
    }
    if caller.session.is_none() {
        // A token that makes tokens would never end.
        return Err(Refusal::forbidden(Code::NeedsSignIn).into());
    }
    let secret = format!("fht_{}", house.chance.secret());
    let row = TokenRow {
        id: store::token_record(&secret),
        public: Text(house.chance.id::<TokenId>(caller.now)),
        account: Rec(caller.principal.account),
        name: name.trim().to_owned(),
        writes,
        expires_on: Text(expires_on),
        last_used_at: None,
        created_at: caller.now.into(),
    };
    let mut tx = Tx::new();
    tx.create(row.id.clone(), row.clone());
    tx.journal(
        Draft::new(caller.principal.account, "accounts.create_token", &caller.acting(None))
            .values(json!({"name": row.name}))
            .change(None, Some(json!({"name": row.name, "writes": writes, "expires_on": expires_on.to_string()}))),
    );
    house.db.decide(|| house.db.commit(tx.clone())).await?;
    Ok((row, secret))
}

/// Ends one of the caller's tokens.
///
/// # Errors
/// `not_found`.
pub async fn end_token(house: &House, caller: &Caller, token: TokenId) -> Result<(), Fault> {
    let rows = store::tokens(&house.db, caller.principal.account).await?;
    let row = rows.into_iter().find(|row| row.public.0 == token).ok_or_else(Refusal::missing)?;
    let mut tx = Tx::new();
    tx.delete_all(vec![row.id]);
    tx.journal(
        Draft::new(caller.principal.account, "accounts.end_token", &caller.acting(None))
            .values(json!({"name": row.name}))
            .change(Some(json!({"name": row.name})), None),
    );
    Ok(house.db.decide(|| house.db.commit(tx.clone())).await?)
}

/// Removes ended sessions, and failures that nobody asks about any more. Returns how many.
pub async fn sweep(house: &House) -> Result<usize, DbError> {
    let now = house.now();
    let mut ended = store::ended_sessions(&house.db, now.into()).await?;
    ended.extend(store::old_attempts(&house.db, (now - chrono::Duration::days(1)).into()).await?);
    let count = ended.len();
    let mut tx = Tx::new();
    tx.delete_all(ended);
    house.db.commit(tx).await?;
    Ok(count)
}
