//! Routes of sessions, one's own account, tokens, and the first administrator.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    code::Code,
    day::Day,
    id::{AccountId, SessionId, TokenId},
    refusal::Refusal,
};
use poem::{Request, http::header};
use poem_openapi::{ApiResponse, Object, OpenApi, param::Path, payload::Json};
use serde::Deserialize;

use super::{
    api::{AccountPatch, RoleView, role_view, scope_names},
    service::{self, NewAccount},
    setup, signin, store,
};
use crate::{
    db::{Keep, Of, rid},
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, Body, By, Caller, Page, Tag, act, address, reply::Done, shell::COOKIE},
};

/// Routes of whoever is signed in.
#[derive(Debug)]
pub struct SessionApi(pub SharedHouse);

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
impl SessionApi {
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
        let address = address::of(&self.0, request);
        let entered = signin::sign_in(&self.0, &body.0.login, body.0.password, agent, &address).await?;
        let view = session_view(&self.0, &entered.caller).await?;
        Ok(Entered::Ok(Json(view), cookie(&self.0, &entered.secret, 14 * 24 * 3600)))
    }

    /// Sign out of this browser
    #[oai(path = "/session", method = "delete", operation_id = "session_delete", tag = Tag::Session)]
    async fn sign_out(&self, by: By<act::AccountSelf>) -> Answer<Left> {
        signin::sign_out(&self.0, &by).await?;
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
        signin::sign_out_everywhere(&self.0, &by).await?;
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
        let (row, secret) = signin::create_token(&self.0, &by, &body.0.name, writes, body.0.expires_on).await?;
        Ok(Json(token_view(row, Some(secret))))
    }

    /// End a token
    #[oai(path = "/tokens/:id", method = "delete", operation_id = "tokens_delete", tag = Tag::Session)]
    async fn delete_token(&self, by: By<act::AccountSelf>, id: Path<TokenId>) -> Answer<Done> {
        signin::end_token(&self.0, &by, id.0).await?;
        Ok(Done::Done)
    }

    /// Is the first administrator still to be made?
    #[oai(path = "/setup", method = "get", operation_id = "setup_show", tag = Tag::Session)]
    async fn setup(&self) -> Answer<Json<SetupView>> {
        Ok(Json(SetupView { needed: !setup::setup_done(&self.0).await? }))
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
        setup::set_up(&self.0, &body.token, new).await?;
        Ok(Done::Done)
    }
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

/// What is said to somebody of themselves.
#[derive(Debug)]
struct Mine {
    account: store::AccountRow,
    grants: Vec<store::GrantRow>,
    bases: Vec<crate::bases::store::BaseRow>,
    /// Of what the roles are over.
    names: BTreeMap<String, String>,
}

impl Keep for Mine {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.bases.len()).unwrap_or(u64::MAX) + 3
    }
}

impl Mine {
    async fn of(house: &House, caller: &Caller) -> Result<Arc<Self>, Fault> {
        let (me, reach) = (caller.principal.account, caller.principal.reach(Action::OverviewBase));
        let read = || async {
            let reads = (store::one(me), store::held(me), crate::bases::store::reached(&reach));
            let (account, grants, bases) = house.db.read(reads).await?;
            let account = account.into_iter().next().ok_or_else(Refusal::missing)?;
            let names = scope_names(house, &grants).await?;
            Ok::<_, Fault>(Self { account, grants, bases, names })
        };
        let of = |mine: &Self| {
            let organizations = mine.grants.iter().filter_map(|grant| Some(Of::Row(rid(grant.organization?.0))));
            let tables = ["role_grant", "base"].map(Of::Table);
            organizations.chain(tables).chain([Of::Row(rid(me))]).collect()
        };
        house.db.keep("mine", format!("{me} {reach:?}"), of, read).await
    }
}

async fn session_view(house: &House, caller: &Caller) -> Result<SessionView, Fault> {
    let today = house.today();
    let mine = Mine::of(house, caller).await?;
    let Mine { account, grants, bases, names } = &*mine;
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
            login: account.login.clone(),
            name: account.name.clone(),
            locale: account.locale.clone(),
            phone: account.phone.clone(),
            email: account.email.clone(),
        },
        roles: grants.iter().filter(|grant| grant.on(today)).map(|grant| role_view(grant, names)).collect(),
        bases: bases
            .iter()
            .map(|base| BaseBrief {
                id: base.id.0.to_string(),
                code: base.code.clone(),
                name: base.name.clone(),
                short_name: base.short_name.clone(),
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
