//! Routes of sessions, one's own account, tokens, accounts and the first administrator.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Role, Scope, ScopeKind},
    code::Code,
    day::Day,
    id::{AccountId, GrantId, Id, SessionId, TokenId},
    refusal::Refusal,
};
use poem::{Request, http::header};
use poem_openapi::{
    ApiResponse, Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    service::{self, AccountChange, NewAccount},
    store::{self, AccountRow, GrantRow},
};
use crate::{
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, Body, By, Caller, Created, Found, Page, Tag, Versioned, act, reply, shell::COOKIE},
};

pub use crate::http::reply::Done;

/// Routes of sessions and accounts.
#[derive(Debug)]
pub struct AccountsApi(pub SharedHouse);

/// Name and password.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SignIn {
    /// As given by the administrator; case does not matter.
    #[oai(validator(max_length = 200))]
    login: String,
    /// The password.
    password: String,
}

/// Who is signed in, and what the page needs to know of it.
#[derive(Debug, Object)]
struct SessionView {
    /// The account.
    account: Me,
    /// Roles held today.
    roles: Vec<RoleView>,
    /// Bases within reach of the roles, in order of their codes.
    bases: Vec<BaseBrief>,
    /// Organizations that the caller belongs to.
    organizations: Vec<Named>,
    /// Send as `X-CSRF-Token` with every unsafe request. Empty for tokens.
    csrf: String,
    /// Acts that some role of the caller does at all.
    abilities: BTreeMap<String, bool>,
    /// Today in the institution's zone.
    today: Day,
    /// Nothing else is answered before the password is changed.
    must_change_password: bool,
}

/// The signed-in account.
#[derive(Debug, Object)]
struct Me {
    /// Identifier.
    id: AccountId,
    /// Login.
    login: String,
    /// Name.
    name: String,
    /// Language.
    locale: String,
    /// Phone.
    phone: Option<String>,
    /// E-mail.
    email: Option<String>,
}

/// Something with a name.
#[derive(Debug, Clone, Object)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A base, in short.
#[derive(Debug, Clone, Object)]
struct BaseBrief {
    /// Identifier.
    id: String,
    /// Code, such as `B03`.
    code: String,
    /// Name.
    name: String,
    /// Short name.
    short_name: String,
}

/// A role that is held.
#[derive(Debug, Clone, Object)]
struct RoleView {
    /// Identifier of the holding.
    id: GrantId,
    /// The role.
    role: String,
    /// `city`, `base`, `organization` or `self`.
    scope_kind: String,
    /// Base or organization.
    scope_id: Option<String>,
    /// Its name.
    scope_name: Option<String>,
    /// First day.
    from: Day,
    /// Last day; none while open.
    to: Option<Day>,
}

/// A signed-in browser.
#[derive(Debug, Object)]
struct BrowserView {
    /// Identifier.
    id: SessionId,
    /// Began.
    created_at: DateTime<Utc>,
    /// Last used.
    last_seen_at: DateTime<Utc>,
    /// What the browser calls itself.
    agent: String,
    /// The one that asks.
    current: bool,
}

/// An account.
#[derive(Debug, Object)]
struct AccountView {
    /// Identifier.
    id: AccountId,
    /// Login.
    login: String,
    /// Name.
    name: String,
    /// Phone.
    phone: Option<String>,
    /// E-mail.
    email: Option<String>,
    /// Language.
    locale: String,
    /// `active` or `locked`.
    state: String,
    /// Roles, past and future ones too.
    roles: Vec<RoleView>,
    /// Last sign-in.
    last_signed_in_at: Option<DateTime<Utc>>,
    /// Version.
    version: i64,
    /// What the caller may do with it: null = yes, else why not.
    can: BTreeMap<String, Option<String>>,
}

impl Versioned for AccountView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A new account.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct NewAccountBody {
    /// Letters, digits, dots, dashes, underscores; at most 40.
    login: String,
    /// The person's name.
    name: String,
    /// Phone.
    phone: Option<String>,
    /// E-mail.
    email: Option<String>,
    /// `zh-CN` (default) or `en`.
    locale: Option<String>,
}

/// A new account, with the password that its owner changes at the first sign-in.
#[derive(Debug, Object)]
struct NewAccountView {
    /// The account.
    account: AccountView,
    /// Shown this once.
    password: String,
}

impl Versioned for NewAccountView {
    fn version(&self) -> i64 {
        self.account.version
    }
}

/// A password made by the service.
#[derive(Debug, Object)]
struct PasswordView {
    /// Shown this once.
    password: String,
}

/// What to change of an account; what is left out stays.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct AccountPatch {
    /// Name.
    name: Option<String>,
    /// Phone; empty clears.
    phone: Option<String>,
    /// E-mail; empty clears.
    email: Option<String>,
    /// `zh-CN` or `en`.
    locale: Option<String>,
}

impl From<AccountPatch> for AccountChange {
    fn from(patch: AccountPatch) -> Self {
        Self { name: patch.name, phone: patch.phone, email: patch.email, locale: patch.locale, locked: None }
    }
}

/// A role to give.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RoleBody {
    /// One of the roles of the house.
    role: String,
    /// Base or organization, for roles that are held over one.
    scope_id: Option<String>,
    /// First day; today if left out.
    from: Option<Day>,
    /// Last day; open if left out.
    to: Option<Day>,
}

/// The old password and the new one.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct PasswordBody {
    /// As it is.
    current: String,
    /// As it shall be: at least 10 characters, not easy to guess.
    new: String,
}

/// Whether the first administrator is still to be made.
#[derive(Debug, Object)]
struct SetupView {
    /// True on an empty database.
    needed: bool,
}

/// The first administrator.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SetupBody {
    /// The word that the service printed when it started.
    token: String,
    /// Login.
    login: String,
    /// Name.
    name: String,
    /// Password.
    password: String,
}

/// A personal token.
#[derive(Debug, Object)]
struct TokenView {
    /// Identifier.
    id: TokenId,
    /// What its owner calls it.
    name: String,
    /// `read`, and `write` if it may change things.
    scopes: Vec<String>,
    /// Last day.
    expires_on: Day,
    /// Last used, to five minutes.
    last_used_at: Option<DateTime<Utc>>,
    /// The text, shown once when it is made.
    token: Option<String>,
}

/// A token to make.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct TokenBody {
    /// What it is for.
    name: String,
    /// `read`, and `write` if it shall change things.
    scopes: Vec<String>,
    /// Last day, at most a year ahead.
    expires_on: Day,
}

/// Who is signed in, with the cookie.
#[derive(ApiResponse)]
enum Entered {
    /// Signed in; the cookie is set.
    #[oai(status = 200)]
    Ok(Json<SessionView>, #[oai(header = "Set-Cookie")] String),
}

/// Signed out; the cookie is cleared.
#[derive(ApiResponse)]
enum Left {
    /// Signed out.
    #[oai(status = 204)]
    Done(#[oai(header = "Set-Cookie")] String),
}

fn cookie(house: &House, secret: &str, seconds: i64) -> String {
    let secure = if house.secure_cookies { "; Secure" } else { "" };
    format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

#[OpenApi(prefix_path = "/api/v1")]
impl AccountsApi {
    /// Who am I?
    ///
    /// The signed-in account, its roles, the bases and organizations within their reach, and the
    /// cross-site token.
    #[oai(path = "/session", method = "get", operation_id = "session_show", tag = Tag::Session)]
    async fn session(&self, by: By<act::AccountSelf>) -> Answer<Json<SessionView>> {
        Ok(Json(session_view(&self.0, &by).await?))
    }

    /// Sign in
    ///
    /// From the fifth failure in a row on, the next attempt is heard only after a growing delay.
    #[oai(path = "/session", method = "post", operation_id = "session_create", tag = Tag::Session)]
    async fn sign_in(&self, request: &Request, body: Body<SignIn>) -> Answer<Entered> {
        let agent = request.header(header::USER_AGENT).unwrap_or_default();
        let address = request.remote_addr().as_socket_addr().map_or_else(String::new, |addr| addr.ip().to_string());
        let entered = service::sign_in(&self.0, &body.0.login, body.0.password, agent, &address).await?;
        let view = session_view(&self.0, &entered.caller).await?;
        Ok(Entered::Ok(Json(view), cookie(&self.0, &entered.secret, 14 * 24 * 3600)))
    }

    /// Sign out of this browser
    #[oai(path = "/session", method = "delete", operation_id = "session_delete", tag = Tag::Session)]
    async fn sign_out(&self, by: By<act::AccountSelf>) -> Answer<Left> {
        service::sign_out(&self.0, &by).await?;
        Ok(Left::Done(cookie(&self.0, "", 0)))
    }

    /// Signed-in browsers
    #[oai(path = "/sessions", method = "get", operation_id = "sessions_list", tag = Tag::Session)]
    async fn sessions(&self, by: By<act::AccountSelf>) -> Answer<Json<Page<BrowserView>>> {
        let rows = store::sessions(&self.0.db, by.principal.account).await?;
        let now = by.now;
        let items = rows
            .into_iter()
            .filter(|row| row.expires_at.0 > now)
            .map(|row| BrowserView {
                id: row.public.0,
                created_at: row.created_at.0,
                last_seen_at: row.last_seen_at.0,
                current: by.session.as_deref().is_some_and(|key| store::is_key(&row.id, key)),
                agent: row.agent,
            })
            .collect();
        Ok(Json(Page { items, next: None, total: None }))
    }

    /// Sign out everywhere
    #[oai(path = "/sessions", method = "delete", operation_id = "sessions_delete", tag = Tag::Session)]
    async fn sign_out_everywhere(&self, by: By<act::AccountSelf>) -> Answer<Left> {
        service::sign_out_everywhere(&self.0, &by).await?;
        Ok(Left::Done(cookie(&self.0, "", 0)))
    }

    /// Change one's own name, phone, e-mail or language
    #[oai(path = "/account", method = "patch", operation_id = "account_edit", tag = Tag::Session)]
    async fn edit_self(&self, by: By<act::AccountSelf>, body: Body<AccountPatch>) -> Answer<Json<SessionView>> {
        service::change(&self.0, &by.acting(None), by.principal.account, None, body.0.into()).await?;
        Ok(Json(session_view(&self.0, &by).await?))
    }

    /// Change one's own password
    ///
    /// Every other browser is signed out.
    #[oai(path = "/account/password", method = "put", operation_id = "account_change_password", tag = Tag::Session)]
    async fn change_password(&self, by: By<act::AccountSelf>, body: Body<PasswordBody>) -> Answer<Done> {
        service::change_password(&self.0, &by, body.0.current, body.0.new).await?;
        Ok(Done::Done)
    }

    /// One's own tokens
    #[oai(path = "/tokens", method = "get", operation_id = "tokens_list", tag = Tag::Session)]
    async fn tokens(&self, by: By<act::AccountSelf>) -> Answer<Json<Page<TokenView>>> {
        let rows = store::tokens(&self.0.db, by.principal.account).await?;
        Ok(Json(Page { items: rows.into_iter().map(|row| token_view(row, None)).collect(), next: None, total: None }))
    }

    /// Make a token
    #[oai(path = "/tokens", method = "post", operation_id = "tokens_create", tag = Tag::Session)]
    async fn create_token(&self, by: By<act::AccountSelf>, body: Body<TokenBody>) -> Answer<Json<TokenView>> {
        if body.0.scopes.is_empty() || body.0.scopes.iter().any(|scope| !matches!(scope.as_str(), "read" | "write")) {
            return Err(Refusal::fields(vec![
                domain::refusal::FieldFault::new("scopes", Code::NotOneOf).with("allowed", "read, write"),
            ])
            .into());
        }
        let writes = body.0.scopes.iter().any(|scope| scope == "write");
        let (row, secret) = service::create_token(&self.0, &by, &body.0.name, writes, body.0.expires_on).await?;
        Ok(Json(token_view(row, Some(secret))))
    }

    /// End a token
    #[oai(path = "/tokens/:id", method = "delete", operation_id = "tokens_delete", tag = Tag::Session)]
    async fn delete_token(&self, by: By<act::AccountSelf>, id: Path<TokenId>) -> Answer<Done> {
        service::end_token(&self.0, &by, id.0).await?;
        Ok(Done::Done)
    }

    /// Is the first administrator still to be made?
    #[oai(path = "/setup", method = "get", operation_id = "setup_show", tag = Tag::Session)]
    async fn setup(&self) -> Answer<Json<SetupView>> {
        Ok(Json(SetupView { needed: !service::setup_done(&self.0).await? }))
    }

    /// Make the first administrator
    #[oai(path = "/setup", method = "post", operation_id = "setup_create", tag = Tag::Session)]
    async fn set_up(&self, body: Body<SetupBody>) -> Answer<Done> {
        let body = body.0;
        let new = NewAccount {
            login: body.login,
            name: body.name,
            locale: "zh-CN".into(),
            password: Some(body.password),
            ..NewAccount::default()
        };
        service::set_up(&self.0, &body.token, new).await?;
        Ok(Done::Done)
    }

    /// Accounts
    #[oai(path = "/accounts", method = "get", operation_id = "accounts_list", tag = Tag::Accounts)]
    async fn accounts(
        &self,
        by: By<act::AccountsRead>,
        /// Where to go on.
        cursor: Query<Option<String>>,
        /// Items a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<AccountView>>> {
        let limit = reply::limit(limit.0)?;
        let [after] = cursor.0.as_deref().map_or_else(|| Ok([String::new()]), reply::read_cursor::<1>)?;
        let mut rows = store::page(&self.0.db, &after, limit + 1).await?;
        let next = (rows.len() > limit).then(|| {
            rows.truncate(limit);
            reply::cursor(&[rows.last().map_or("", |row| row.login.as_str())])
        });
        let ids: Vec<AccountId> = rows.iter().map(|row| row.id.0).collect();
        let mut grants = store::grants_of(&self.0.db, &ids).await?;
        grants.sort_by_key(|grant| grant.id);
        let names = scope_names(&self.0, &grants).await?;
        let items = rows
            .into_iter()
            .map(|row| {
                let own: Vec<GrantRow> = grants.iter().filter(|grant| grant.account == row.id).cloned().collect();
                account_view(&by, row, &own, &names)
            })
            .collect();
        Ok(Json(Page { items, next, total: None }))
    }

    /// Create an account
    ///
    /// The answer carries a password that its owner changes at the first sign-in; it is shown once.
    #[oai(path = "/accounts", method = "post", operation_id = "accounts_create", tag = Tag::Accounts)]
    async fn create(&self, by: By<act::AccountsManage>, body: Body<NewAccountBody>) -> Answer<Created<NewAccountView>> {
        let acting = manage(&by)?;
        let new = NewAccount {
            login: body.0.login,
            name: body.0.name,
            phone: body.0.phone,
            email: body.0.email,
            locale: body.0.locale.unwrap_or_else(|| "zh-CN".into()),
            password: None,
        };
        let (row, password) = service::create(&self.0, &acting, new).await?;
        let account = account_view(&by, row, &[], &BTreeMap::new());
        Ok(Created(NewAccountView { account, password: password.unwrap_or_default() }))
    }

    /// An account
    #[oai(path = "/accounts/:id", method = "get", operation_id = "accounts_show", tag = Tag::Accounts)]
    async fn show(&self, by: By<act::AccountsRead>, id: Path<AccountId>) -> Answer<Found<AccountView>> {
        Ok(Found(full_view(&self.0, &by, id.0).await?))
    }

    /// Change an account
    #[oai(path = "/accounts/:id", method = "patch", operation_id = "accounts_edit", tag = Tag::Accounts)]
    async fn edit(
        &self,
        by: By<act::AccountsManage>,
        id: Path<AccountId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<AccountPatch>,
    ) -> Answer<Found<AccountView>> {
        let acting = manage(&by)?;
        let current = full_view(&self.0, &by, id.0).await?;
        let version = current.version;
        reply::check_version(if_match.0.as_deref(), || current, version)?;
        let seen = if_match.0.is_some().then_some(version);
        service::change(&self.0, &acting, id.0, seen, body.0.into()).await?;
        Ok(Found(full_view(&self.0, &by, id.0).await?))
    }

    /// Lock an account
    ///
    /// Its browsers are signed out at once.
    #[oai(path = "/accounts/:id/lock", method = "post", operation_id = "accounts_lock", tag = Tag::Accounts)]
    async fn lock(&self, by: By<act::AccountsManage>, id: Path<AccountId>) -> Answer<Found<AccountView>> {
        let change = AccountChange { locked: Some(true), ..AccountChange::default() };
        service::change(&self.0, &manage(&by)?, id.0, None, change).await?;
        Ok(Found(full_view(&self.0, &by, id.0).await?))
    }

    /// Unlock an account
    #[oai(path = "/accounts/:id/unlock", method = "post", operation_id = "accounts_unlock", tag = Tag::Accounts)]
    async fn unlock(&self, by: By<act::AccountsManage>, id: Path<AccountId>) -> Answer<Found<AccountView>> {
        let change = AccountChange { locked: Some(false), ..AccountChange::default() };
        service::change(&self.0, &manage(&by)?, id.0, None, change).await?;
        Ok(Found(full_view(&self.0, &by, id.0).await?))
    }

    /// Reset a password
    ///
    /// The new one is shown once, and must be changed at the next sign-in.
    #[oai(path = "/accounts/:id/password-reset", method = "post", operation_id = "accounts_reset_password", tag = Tag::Accounts)]
    async fn reset(&self, by: By<act::AccountsManage>, id: Path<AccountId>) -> Answer<Json<PasswordView>> {
        let password = service::reset_password(&self.0, &manage(&by)?, id.0).await?;
        Ok(Json(PasswordView { password }))
    }

    /// Give a role
    #[oai(path = "/accounts/:id/roles", method = "post", operation_id = "accounts_grant", tag = Tag::Accounts)]
    async fn grant(
        &self,
        by: By<act::AccountsManage>,
        id: Path<AccountId>,
        body: Body<RoleBody>,
    ) -> Answer<Found<AccountView>> {
        let role: Role = body.0.role.parse().map_err(|_| {
            let words: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
            Refusal::fields(vec![domain::refusal::FieldFault::new("role", Code::NotOneOf).with("allowed", words)])
        })?;
        let scope = service::scope_of(role, body.0.scope_id.as_deref())?;
        let first = body.0.from.unwrap_or_else(|| self.0.today());
        service::grant(&self.0, &manage(&by)?, id.0, role, scope, first, body.0.to).await?;
        Ok(Found(full_view(&self.0, &by, id.0).await?))
    }

    /// End a role
    #[oai(path = "/accounts/:id/roles/:role", method = "delete", operation_id = "accounts_end_grant", tag = Tag::Accounts)]
    async fn end_grant(
        &self,
        by: By<act::AccountsManage>,
        id: Path<AccountId>,
        role: Path<GrantId>,
    ) -> Answer<Found<AccountView>> {
        service::end_grant(&self.0, &manage(&by)?, id.0, role.0).await?;
        Ok(Found(full_view(&self.0, &by, id.0).await?))
    }
}

fn manage(by: &Caller) -> Result<crate::journal::Acting, Refusal> {
    by.allow(Action::AccountsManage, Action::AccountsRead, &domain::access::Facts::default())
}

async fn full_view(house: &House, by: &Caller, id: AccountId) -> Result<AccountView, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let grants = store::grants(&house.db, id).await?;
    let names = scope_names(house, &grants).await?;
    Ok(account_view(by, row, &grants, &names))
}

fn account_view(by: &Caller, row: AccountRow, grants: &[GrantRow], names: &BTreeMap<String, String>) -> AccountView {
    let facts = domain::access::Facts::default();
    let why = by.can(Action::AccountsManage, &facts).map(|code| code.as_str().to_owned());
    let wrong = || why.clone().or_else(|| Some(Code::WrongState.as_str().to_owned()));
    let can = BTreeMap::from([
        ("edit".to_owned(), why.clone()),
        ("grant".to_owned(), why.clone()),
        ("reset_password".to_owned(), why.clone()),
        ("lock".to_owned(), if row.locked { wrong() } else { why.clone() }),
        ("unlock".to_owned(), if row.locked { why.clone() } else { wrong() }),
    ]);
    AccountView {
        id: row.id.0,
        login: row.login,
        name: row.name,
        phone: row.phone,
        email: row.email,
        locale: row.locale,
        state: if row.locked { "locked" } else { "active" }.into(),
        roles: grants.iter().map(|grant| role_view(grant, names)).collect(),
        last_signed_in_at: row.last_signed_in_at.map(|at| at.0),
        version: row.version,
        can,
    }
}

fn role_view(grant: &GrantRow, names: &BTreeMap<String, String>) -> RoleView {
    let held = grant.held();
    let (kind, id) = match held.scope {
        Scope::City => (ScopeKind::City, None),
        Scope::Personal => (ScopeKind::Personal, None),
        Scope::Base(base) => (ScopeKind::Base, Some(base.to_string())),
        Scope::Organization(organization) => (ScopeKind::Organization, Some(organization.to_string())),
    };
    RoleView {
        id: grant.id.0,
        role: held.role.as_str().into(),
        scope_kind: kind.as_str().into(),
        scope_name: id.as_ref().and_then(|id| names.get(id).cloned()),
        scope_id: id,
        from: grant.first.0,
        to: grant.last.map(|last| last.0),
    }
}

/// Names of the bases and organizations that roles are held over, in two reads.
pub(super) async fn scope_names(house: &House, grants: &[GrantRow]) -> Result<BTreeMap<String, String>, Fault> {
    let bases: Vec<_> = grants.iter().filter_map(|grant| grant.base.map(|base| base.0)).collect();
    let organizations: Vec<_> = grants.iter().filter_map(|grant| grant.organization.map(|own| own.0)).collect();
    let mut names = BTreeMap::new();
    names.extend(named(house, &bases).await?);
    names.extend(named(house, &organizations).await?);
    Ok(names)
}

async fn named<T: Id>(house: &House, ids: &[T]) -> Result<Vec<(String, String)>, Fault> {
    use surrealdb::types::{SurrealValue, Value};
    #[derive(SurrealValue)]
    struct Row<I: SurrealValue> {
        id: I,
        name: String,
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let records: Vec<Value> = ids.iter().map(|id| Value::RecordId(crate::db::rid(*id))).collect();
    let rows: Vec<Row<crate::db::Rec<T>>> =
        house.db.select("names", "SELECT id, name FROM $ids", [("ids", Value::Array(records.into()))]).await?;
    Ok(rows.into_iter().map(|row| (row.id.0.to_string(), row.name)).collect())
}

fn token_view(row: store::TokenRow, token: Option<String>) -> TokenView {
    TokenView {
        id: row.public.0,
        name: row.name,
        scopes: if row.writes { vec!["read".into(), "write".into()] } else { vec!["read".into()] },
        expires_on: row.expires_on.0,
        last_used_at: row.last_used_at.map(|at| at.0),
        token,
    }
}

async fn session_view(house: &House, caller: &Caller) -> Result<SessionView, Fault> {
    let account = store::find(&house.db, caller.principal.account).await?.ok_or_else(Refusal::missing)?;
    let today = house.today();
    let grants: Vec<GrantRow> =
        store::grants(&house.db, account.id.0).await?.into_iter().filter(|grant| grant.on(today)).collect();
    let names = scope_names(house, &grants).await?;
    let reach = caller.principal.reach(Action::OverviewBase);
    let bases = crate::bases::store::within(&house.db, &reach).await?;
    let organizations = caller
        .principal
        .held
        .iter()
        .filter_map(|held| match held.scope {
            Scope::Organization(id) => {
                Some(Named { id: id.to_string(), name: names.get(&id.to_string()).cloned().unwrap_or_default() })
            }
            _ => None,
        })
        .collect();
    Ok(SessionView {
        account: Me {
            id: account.id.0,
            login: account.login,
            name: account.name,
            locale: account.locale,
            phone: account.phone,
            email: account.email,
        },
        roles: grants.iter().map(|grant| role_view(grant, &names)).collect(),
        bases: bases
            .into_iter()
            .map(|base| BaseBrief {
                id: base.id.0.to_string(),
                code: base.code,
                name: base.name,
                short_name: base.short_name,
            })
            .collect(),
        organizations,
        csrf: caller.csrf.clone().unwrap_or_default(),
        abilities: service::abilities(&caller.principal)
            .into_iter()
            .map(|(word, yes)| (word.to_owned(), yes))
            .collect(),
        today,
        must_change_password: account.change_password,
    })
}
