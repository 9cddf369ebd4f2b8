//! Rows of accounts and what is read of them.

use domain::{
    access::{Held, Role, Scope},
    day::Day,
    id::{AccountId, BaseId, GrantId, Id, OrganizationId, SessionId, TokenId},
};
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, Tx, error::STALE, rid},
    journal::sha256,
};

/// An account as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct AccountRow {
    /// Identifier.
    pub id: Rec<AccountId>,
    /// What is typed to sign in; lower case.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Language of mails and of the page.
    pub locale: String,
    /// Argon2id hash.
    pub password: String,
    /// The password must be changed at the next sign-in.
    pub change_password: bool,
    /// Locked accounts cannot sign in.
    pub locked: bool,
    /// Last sign-in.
    pub last_signed_in_at: Option<At>,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// A role held, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct GrantRow {
    /// Identifier.
    pub id: Rec<GrantId>,
    /// Of whom.
    pub account: Rec<AccountId>,
    /// The role.
    pub role: Text<Role>,
    /// Over which base.
    pub base: Option<Rec<BaseId>>,
    /// Over which organization.
    pub organization: Option<Rec<OrganizationId>>,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
    /// Made.
    pub created_at: At,
}

impl GrantRow {
    /// As the policy reads it.
    #[must_use]
    pub fn held(&self) -> Held {
        let scope = match (self.base, self.organization, self.role.0.scope()) {
            (Some(base), _, _) => Scope::Base(base.0),
            (None, Some(organization), _) => Scope::Organization(organization.0),
            (None, None, domain::access::ScopeKind::City) => Scope::City,
            (None, None, _) => Scope::Personal,
        };
        Held { role: self.role.0, scope }
    }

    /// Whether it is held on a day.
    #[must_use]
    pub fn on(&self, day: Day) -> bool {
        self.first.0 <= day && self.last.is_none_or(|last| day <= last.0)
    }
}

/// A session as stored; its record's key is the hash of the secret.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct SessionRow {
    /// Record.
    pub id: RecordId,
    /// Public identifier.
    pub public: Text<SessionId>,
    /// Whose.
    pub account: Rec<AccountId>,
    /// Cross-site token.
    pub csrf: String,
    /// The browser's own words about itself.
    pub agent: String,
    /// Made.
    pub created_at: At,
    /// Last used, to five minutes.
    pub last_seen_at: At,
    /// Ends.
    pub expires_at: At,
}

/// A token as stored; its record's key is the hash of the secret.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct TokenRow {
    /// Record.
    pub id: RecordId,
    /// Public identifier.
    pub public: Text<TokenId>,
    /// Whose.
    pub account: Rec<AccountId>,
    /// What its owner calls it.
    pub name: String,
    /// May change things.
    pub writes: bool,
    /// Last day.
    pub expires_on: Civil,
    /// Last used, to five minutes.
    pub last_used_at: Option<At>,
    /// Made.
    pub created_at: At,
}

/// Failed sign-ins in a row, as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct AttemptRow {
    /// How many.
    pub failures: i64,
    /// When the next attempt is heard.
    pub next_at: At,
    /// The last one.
    pub last_at: At,
}

/// Record of a secret's session.
#[must_use]
pub fn session_record(secret: &str) -> RecordId {
    RecordId::new("session", sha256(secret))
}

/// Record of a secret's token.
#[must_use]
pub fn token_record(secret: &str) -> RecordId {
    RecordId::new("api_token", sha256(secret))
}

/// Record of the failed attempts of a login or an address.
#[must_use]
pub fn attempt_record(what: &str) -> RecordId {
    RecordId::new("signin_attempt", sha256(what))
}

/// Record that exists when the first administrator does.
#[must_use]
pub fn setup_record() -> RecordId {
    RecordId::new("setup", "first")
}

/// An account, if it is there.
pub async fn find(db: &Db, id: AccountId) -> Result<Option<AccountRow>, DbError> {
    db.read_one(one(id)).await
}

/// The read of [`find`].
#[must_use]
pub fn one(id: AccountId) -> Read<AccountRow> {
    Read::new("account", "SELECT * FROM $id").bind("id", rid(id))
}

/// The account of a login, if it is there.
pub async fn find_by_login(db: &Db, login: &str) -> Result<Option<AccountRow>, DbError> {
    db.find(
        "account_by_login",
        "SELECT * FROM account WHERE login = $login",
        [("login", Value::String(login.to_owned()))],
    )
    .await
}

/// All roles of an account, past and future ones too.
pub async fn grants(db: &Db, account: AccountId) -> Result<Vec<GrantRow>, DbError> {
    db.read(held(account)).await
}

/// The read of [`grants`].
#[must_use]
pub fn held(account: AccountId) -> Read<GrantRow> {
    Read::new("grants", "SELECT * FROM role_grant WHERE account = $account")
        .bind("account", Rec(account))
        .tidied(|rows| rows.sort_by_key(|row| row.id))
}

/// Whose a session or a token is: the account, if there is one.
const OWNER: &str = "SELECT VALUE account FROM $id";

/// The account of a session or a token.
#[must_use]
pub fn owner(record: RecordId) -> Read<AccountRow> {
    Read::new("account_of", "SELECT * FROM $owner").bind("id", record).after("owner", OWNER)
}

/// The roles of the account of a session or a token.
#[must_use]
pub fn held_by_owner(record: RecordId) -> Read<GrantRow> {
    Read::new("grants_of_owner", "SELECT * FROM role_grant WHERE account IN $owner")
        .bind("id", record)
        .after("owner", OWNER)
}

/// A session or a token by its record.
#[must_use]
pub fn pass<T: SurrealValue>(record: RecordId) -> Read<T> {
    Read::new("pass", "SELECT * FROM $id").bind("id", record)
}

/// Some accounts; none when there are none to read.
#[must_use]
pub fn named(ids: &[AccountId]) -> Option<Read<AccountRow>> {
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    (!ids.is_empty())
        .then(|| Read::new("accounts_named", "SELECT * FROM $ids").bind("ids", Value::Array(records.into())))
}

/// Everybody who holds a role.
pub async fn holders(db: &Db, role: Role) -> Result<Vec<GrantRow>, DbError> {
    db.select("holders", "SELECT * FROM role_grant WHERE role = $role", [("role", Text(role).into_value())]).await
}

/// Accounts after `after` in order of login.
pub async fn page(db: &Db, after: &str, limit: usize) -> Result<Vec<AccountRow>, DbError> {
    db.select(
        "accounts_page",
        "SELECT * FROM account WHERE login > $after ORDER BY login LIMIT $limit",
        [
            ("after", Value::String(after.to_owned())),
            ("limit", Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX))),
        ],
    )
    .await
}

/// Roles of several accounts.
pub async fn grants_of(db: &Db, accounts: &[AccountId]) -> Result<Vec<GrantRow>, DbError> {
    let accounts: Vec<Value> = accounts.iter().map(|id| Rec(*id).into_value()).collect();
    db.select(
        "grants_of",
        "SELECT * FROM role_grant WHERE account IN $accounts",
        [("accounts", Value::Array(accounts.into()))],
    )
    .await
}

/// Sessions of an account.
pub async fn sessions(db: &Db, account: AccountId) -> Result<Vec<SessionRow>, DbError> {
    let mut rows: Vec<SessionRow> = db
        .select("sessions", "SELECT * FROM session WHERE account = $account", [("account", Rec(account).into_value())])
        .await?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.last_seen_at));
    Ok(rows)
}

/// Tokens of an account.
pub async fn tokens(db: &Db, account: AccountId) -> Result<Vec<TokenRow>, DbError> {
    let mut rows: Vec<TokenRow> = db
        .select("tokens", "SELECT * FROM api_token WHERE account = $account", [("account", Rec(account).into_value())])
        .await?;
    rows.sort_by_key(|row| row.created_at);
    Ok(rows)
}

/// Ended sessions, some at a time.
pub async fn ended_sessions(db: &Db, now: At) -> Result<Vec<RecordId>, DbError> {
    #[derive(SurrealValue)]
    struct Key {
        id: RecordId,
    }
    let rows: Vec<Key> = db
        .select(
            "sessions_ended",
            "SELECT id FROM session WHERE expires_at <= $now LIMIT 1000",
            [("now", now.into_value())],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Failures older than a moment, some at a time.
pub async fn old_attempts(db: &Db, before: At) -> Result<Vec<RecordId>, DbError> {
    #[derive(SurrealValue)]
    struct Key {
        id: RecordId,
    }
    let sql = "SELECT id FROM signin_attempt WHERE last_at < $before LIMIT 1000";
    let rows: Vec<Key> = db.read(Read::new("attempts_old", sql).bind("before", before)).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Ends all tokens of an account within a transaction.
pub async fn end_tokens(db: &Db, tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    tx.delete_all(tokens(db, account).await?.into_iter().map(|row| row.id).collect());
    Ok(())
}

/// Ends all sessions of an account within a transaction.
pub async fn end_sessions(db: &Db, tx: &mut Tx, account: AccountId, except: Option<&str>) -> Result<(), DbError> {
    let rows = sessions(db, account).await?;
    let ids = rows.into_iter().map(|row| row.id).filter(|id| except.is_none_or(|key| !is_key(id, key))).collect();
    tx.delete_all(ids);
    Ok(())
}

/// Whether a record has a given text as its key.
#[must_use]
pub fn is_key(record: &RecordId, key: &str) -> bool {
    matches!(&record.key, surrealdb::types::RecordIdKey::String(text) if text == key)
}

/// Notes that a session was used.
pub fn see_session(tx: &mut Tx, session: RecordId, seen: At, expires: At) {
    let (id, seen, expires) = (tx.bind(session), tx.bind(seen), tx.bind(expires));
    tx.run(&format!("UPDATE {id} SET last_seen_at = {seen}, expires_at = {expires} RETURN NONE"));
}

/// Notes that a token was used.
pub fn use_token(tx: &mut Tx, token: RecordId, used: At) {
    let (id, used) = (tx.bind(token), tx.bind(used));
    tx.run(&format!("UPDATE {id} SET last_used_at = {used} RETURN NONE"));
}

/// Notes that an account signed in, if its password is the one that was checked and it is not locked.
pub fn note_sign_in(tx: &mut Tx, account: &AccountRow, at: At) {
    let (id, at, password) = (tx.bind(rid(account.id.0)), tx.bind(at), tx.bind(account.password.clone()));
    tx.run(&format!(
        "IF (UPDATE ONLY {id} SET last_signed_in_at = {at} WHERE password = {password} AND locked = false RETURN VALUE login) = NONE {{ THROW '{STALE}' }}"
    ));
}

/// Replaces what is known of failures, or begins it.
pub fn save_attempt(tx: &mut Tx, attempt: RecordId, row: AttemptRow) {
    let (id, row) = (tx.bind(attempt), tx.bind(row));
    tx.run(&format!("UPSERT {id} CONTENT {row} RETURN NONE"));
}

/// Names of things by their identifiers, in one read.
pub async fn names<T: Id>(db: &Db, ids: &[T]) -> Result<Vec<(String, String)>, DbError> {
    #[derive(SurrealValue)]
    struct Row<I: SurrealValue> {
        id: I,
        name: String,
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(rid(*id))).collect();
    let rows: Vec<Row<Rec<T>>> =
        db.select("names", "SELECT id, name FROM $ids", [("ids", Value::Array(records.into()))]).await?;
    Ok(rows.into_iter().map(|row| (row.id.0.to_string(), row.name)).collect())
}
