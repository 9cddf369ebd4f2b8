//! Routes of accounts and the roles they hold.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Role, Scope, ScopeKind},
    code::Code,
    day::Day,
    id::{AccountId, GrantId},
    refusal::Refusal,
};
use poem_openapi::{
    Object, OpenApi,
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
    http::{Answer, Body, By, Caller, Created, Found, Page, Tag, Versioned, act, reply},
};

/// Routes of accounts.
#[derive(Debug)]
pub struct AccountsApi(pub SharedHouse);

/// A role that is held.
#[derive(Debug, Clone, Object)]
pub(super) struct RoleView {
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
pub(super) struct AccountPatch {
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

#[OpenApi(prefix_path = "/api/v1")]
impl AccountsApi {
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
        match service::change(&self.0, &acting, id.0, seen, body.0.into()).await {
            // Somebody was first after the look above.
            Err(Fault::Stale { .. }) => return Err(reply::stale(&full_view(&self.0, &by, id.0).await?).into()),
            other => other?,
        };
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

pub(super) fn role_view(grant: &GrantRow, names: &BTreeMap<String, String>) -> RoleView {
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
    names.extend(store::names(&house.db, &bases).await?);
    names.extend(store::names(&house.db, &organizations).await?);
    Ok(names)
}
