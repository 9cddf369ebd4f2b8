//! Callers: people of every role with a session, a token, or nothing.

use std::sync::{Arc, atomic::Ordering};

use domain::{
    access::{Role, Scope},
    id::{AccountId, GrantId, OrganizationId, SessionId},
};
use fuhua::{
    accounts::store::{AccountRow, GrantRow, SessionRow, session_record},
    db::{Rec, Text, Tx},
    house::House,
};
use poem::{Body, Endpoint, Request, http::Method};
use serde_json::Value;
use tokio::sync::Barrier;

use super::{Door, Reply, World};

/// The password of every account that a world makes.
pub const PASSWORD: &str = "seven grey herons wade";

/// How a caller shows who it is.
#[derive(Debug, Clone, Default)]
enum Key {
    /// Not at all.
    #[default]
    None,
    /// By a session's cookie, with the cross-site token.
    Session { secret: String, csrf: String },
    /// By a personal token.
    Token(String),
}

/// Somebody who asks. Cheap to clone.
#[derive(Clone)]
pub struct Caller {
    door: Arc<Door>,
    /// The account; none for nobody.
    pub account: Option<AccountId>,
    /// What is typed to sign in.
    pub login: String,
    key: Key,
    headers: Vec<(String, String)>,
}

impl World {
    /// Somebody without a session.
    #[must_use]
    pub fn nobody(&self) -> Caller {
        Caller {
            door: Arc::clone(&self.door),
            account: None,
            login: String::new(),
            key: Key::None,
            headers: Vec::new(),
        }
    }
    /// 市民政局.
    pub async fn supervisor(&self) -> Caller {
        self.holding(Role::CitySupervisor, Scope::City).await
    }
    /// 审计.
    pub async fn auditor(&self) -> Caller {
        self.holding(Role::Auditor, Scope::City).await
    }
    /// 系统管理员.
    pub async fn admin(&self) -> Caller {
        self.holding(Role::SystemAdministrator, Scope::City).await
    }
    /// 基地专管员 of a base, by its code.
    pub async fn operator(&self, base: &str) -> Caller {
        self.holding(Role::BaseOperator, Scope::Base(self.base(base))).await
    }
    /// 授课教师 of a base, by its code.
    pub async fn trainer(&self, base: &str) -> Caller {
        self.holding(Role::Trainer, Scope::Base(self.base(base))).await
    }
    /// 联络员 of an organization.
    pub async fn liaison(&self, organization: OrganizationId) -> Caller {
        self.holding(Role::Liaison, Scope::Organization(organization)).await
    }
    /// 导师: the least of roles.
    pub async fn mentor(&self) -> Caller {
        self.holding(Role::Mentor, Scope::Personal).await
    }
    /// An account without any role.
    pub async fn stranger(&self) -> Caller {
        self.person("stranger", &[]).await
    }

    /// The person who holds a role over a scope; asked for twice, it is the same one.
    pub async fn holding(&self, role: Role, scope: Scope) -> Caller {
        let login = match scope {
            Scope::City | Scope::Personal => role.as_str().to_owned(),
            Scope::Base(base) => format!("{}-{}", role.as_str(), &base.to_string()[20..]),
            Scope::Organization(own) => format!("{}-{}", role.as_str(), &own.to_string()[20..]),
        }
        .to_lowercase();
        let known = self.callers.lock().expect("callers").get(&login).cloned();
        match known {
            Some(caller) => caller,
            None => self.person(&login, &[(role, scope)]).await,
        }
    }

    /// A person with a login and roles, signed in without the way over HTTP.
    pub async fn person(&self, login: &str, roles: &[(Role, Scope)]) -> Caller {
        let house = self.house();
        let mut tx = Tx::new();
        let account = account_row(house, login).await;
        tx.insert(account.id.0, account.clone());
        for (role, scope) in roles {
            let grant = grant_row(house, account.id.0, *role, *scope);
            tx.insert(grant.id.0, grant);
        }
        let (secret, session) = session_row(house, account.id.0);
        tx.create(session.id.clone(), session.clone());
        self.commit(tx).await;
        self.made.0.fetch_add(1, Ordering::SeqCst);
        self.made.1.fetch_add(i64::try_from(roles.len()).expect("some"), Ordering::SeqCst);
        let caller = Caller {
            account: Some(account.id.0),
            login: login.to_owned(),
            key: Key::Session { secret, csrf: session.csrf },
            ..self.nobody()
        };
        self.callers.lock().expect("callers").insert(login.to_owned(), caller.clone());
        caller
    }
}

async fn account_row(house: &House, login: &str) -> AccountRow {
    let now = house.now();
    AccountRow {
        id: Rec(house.chance.id(now)),
        login: login.to_owned(),
        name: format!("name of {login}"),
        phone: None,
        email: None,
        locale: "zh-CN".into(),
        password: house.passwords.hash(PASSWORD.to_owned(), &house.chance).await,
        change_password: false,
        locked: false,
        last_signed_in_at: None,
        version: 1,
        created_at: now.into(),
        updated_at: now.into(),
    }
}

fn grant_row(house: &House, account: AccountId, role: Role, scope: Scope) -> GrantRow {
    let (base, organization) = match scope {
        Scope::Base(base) => (Some(Rec(base)), None),
        Scope::Organization(own) => (None, Some(Rec(own))),
        Scope::City | Scope::Personal => (None, None),
    };
    GrantRow {
        id: Rec(house.chance.id::<GrantId>(house.now())),
        account: Rec(account),
        role: Text(role),
        base,
        organization,
        first: Text(house.today()),
        last: None,
        created_at: house.now().into(),
    }
}

/// A session that never ends, so that a test may move the clock by months: it was last seen in a
/// far future, after which nothing shortens it.
fn session_row(house: &House, account: AccountId) -> (String, SessionRow) {
    let (now, secret) = (house.now(), house.chance.secret());
    let far = now + chrono::Duration::days(3650);
    let row = SessionRow {
        id: session_record(&secret),
        public: Text(house.chance.id::<SessionId>(now)),
        account: Rec(account),
        csrf: house.chance.secret(),
        agent: "test".into(),
        created_at: now.into(),
        last_seen_at: far.into(),
        expires_at: far.into(),
    };
    (secret, row)
}

impl Caller {
    /// The same person by a session's secret and cross-site token.
    #[must_use]
    pub fn by_session(&self, secret: &str, csrf: &str) -> Self {
        Self { key: Key::Session { secret: secret.to_owned(), csrf: csrf.to_owned() }, ..self.clone() }
    }

    /// The same person by a token.
    #[must_use]
    pub fn by_token(&self, token: &str) -> Self {
        Self { key: Key::Token(token.to_owned()), ..self.clone() }
    }

    /// With a header on everything that is asked from now on.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.push((name.to_owned(), value.to_owned()));
        other
    }

    /// Having seen a version, as an ETag.
    #[must_use]
    pub fn seen(&self, etag: &str) -> Self {
        self.with("if-match", etag)
    }

    /// With an idempotency key.
    #[must_use]
    pub fn keyed(&self, key: &str) -> Self {
        self.with("idempotency-key", key)
    }

    /// In English.
    #[must_use]
    pub fn in_english(&self) -> Self {
        self.with("accept-language", "en")
    }

    /// Two posts that go through the door at once; how each was answered.
    pub async fn at_once(&self, asks: [(String, Value); 2]) -> [u16; 2] {
        let door = Arc::new(Barrier::new(2));
        let [one, two] = asks.map(|(path, body)| {
            let (by, door) = (self.clone(), door.clone());
            tokio::spawn(async move {
                door.wait().await;
                by.post(&path, body).await.status
            })
        });
        [one.await.expect("an answer"), two.await.expect("an answer")]
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, Body::empty()).await
    }
    /// Makes, or does.
    pub async fn post(&self, path: &str, json: Value) -> Reply {
        self.send(Method::POST, path, Some("application/json"), json.to_string().into()).await
    }
    /// Changes.
    pub async fn patch(&self, path: &str, json: Value) -> Reply {
        self.send(Method::PATCH, path, Some("application/json"), json.to_string().into()).await
    }
    /// Replaces.
    pub async fn put(&self, path: &str, json: Value) -> Reply {
        self.send(Method::PUT, path, Some("application/json"), json.to_string().into()).await
    }
    /// Removes.
    pub async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None, Body::empty()).await
    }

    /// Sends a file in the field `file`, and further fields.
    pub async fn upload(&self, path: &str, name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Reply {
        const EDGE: &str = "edge-7d1c0a";
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend(
                format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        body.extend(
            format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n").bytes(),
        );
        body.extend(bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
        self.send(Method::POST, path, Some(&format!("multipart/form-data; boundary={EDGE}")), body.into()).await
    }

    /// Sends anything. A path that does not begin with `/api` or `//` is one of the API; `//health/live`
    /// is one of the whole house.
    pub async fn send(&self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Reply {
        let path = match path.strip_prefix("//") {
            Some(rest) => format!("/{rest}"),
            None if path.starts_with("/api") => path.to_owned(),
            None => format!("/api/v1{path}"),
        };
        let asked = format!("{method} {path}");
        let uri: poem::http::Uri = path.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut request = Request::builder().method(method.clone()).uri(uri);
        if let Some(kind) = kind {
            request = request.content_type(kind);
        }
        match &self.key {
            Key::None => {}
            Key::Session { secret, csrf } => {
                request = request.header("cookie", format!("fuhua_session={secret}"));
                if !self.headers.iter().any(|(name, _)| name == "x-csrf-token") {
                    request = request.header("x-csrf-token", csrf);
                }
            }
            Key::Token(token) => request = request.header("authorization", format!("Bearer {token}")),
        }
        for (name, value) in &self.headers {
            request = request.header(name.as_str(), value);
        }
        let app = self.door.app();
        let response = match app.call(request.body(body)).await {
            Ok(response) => response,
            Err(error) => error.into_response(),
        };
        Reply::read(asked, response).await
    }
}
