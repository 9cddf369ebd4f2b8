//! Two of everything: one of the base `B03`, which is the callers' own, and one of `B04`.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{Role, Scope, ScopeKind},
    id::{BaseId, OrganizationId},
};
use serde_json::json;

use crate::world::{Caller, World};

/// A word that stands in everything of the other base that may be hidden, and nowhere else.
pub const CANARY: &str = "canary-7f3a";

/// Identifiers by the address that they complete.
#[derive(Debug, Clone, Default)]
pub struct Things(BTreeMap<&'static str, String>);

impl Things {
    /// Fills `{…}` in an address; the value is the one of the address up to it.
    pub fn fill(&self, path: &str, operation: &str) -> String {
        let (mut pattern, mut filled) = (String::new(), String::new());
        for segment in path.split('/').filter(|segment| !segment.is_empty()) {
            pattern = format!("{pattern}/{segment}");
            let value = if segment.starts_with('{') { self.value(&pattern, operation) } else { segment };
            filled = format!("{filled}/{value}");
        }
        filled
    }

    /// Fills `{word}` in a query.
    pub fn fill_words(&self, query: &str, operation: &str) -> String {
        let mut filled = query.to_owned();
        while let Some((start, end)) = filled.find('{').zip(filled.find('}')) {
            let value = self.value(&filled[start + 1..end].to_owned(), operation).to_owned();
            filled.replace_range(start..=end, &value);
        }
        filled
    }

    /// The value of an address or a word.
    pub fn value(&self, key: &str, operation: &str) -> &str {
        self.0.get(key).unwrap_or_else(|| panic!("{operation}: tests/it/crawl/things.rs has no thing for {key:?}"))
    }

    fn set(&mut self, key: &'static str, value: impl ToString) {
        self.0.insert(key, value.to_string());
    }
}

/// Callers of every role, and two of everything.
pub struct Cast {
    /// Things of the callers' own base and organization.
    pub own: Things,
    /// Things of another base and another organization.
    pub other: Things,
    /// By the word of their role; `stranger` has none, `nobody` has no session.
    pub callers: Vec<(String, Caller)>,
    organizations: [OrganizationId; 2],
}

impl Cast {
    /// Fills a world.
    pub async fn of(w: &World) -> Self {
        let mine = w.organization("B03", "海拉尔区助残协会").await;
        let theirs = w.organization("B04", CANARY).await;
        let mut callers = Vec::new();
        for role in Role::ALL {
            let scope = match role.scope() {
                ScopeKind::City => Scope::City,
                ScopeKind::Personal => Scope::Personal,
                ScopeKind::Base => Scope::Base(w.base("B03")),
                ScopeKind::Organization => Scope::Organization(mine),
            };
            callers.push((role.as_str().to_owned(), w.holding(*role, scope).await));
        }
        callers.push(("stranger".to_owned(), w.stranger().await));
        callers.push(("nobody".to_owned(), w.nobody()));
        let mut cast =
            Self { own: Things::default(), other: Things::default(), callers, organizations: [mine, theirs] };
        cast.renew(w).await;
        cast
    }

    /// New things of both sides, of the same bases and organizations.
    pub async fn renew(&mut self, w: &World) {
        let [mine, theirs] = self.organizations;
        self.own = things(w, w.base("B03"), mine).await;
        self.other = things(w, w.base("B04"), theirs).await;
    }

    /// The caller of a role.
    pub fn caller(&self, role: &str) -> &Caller {
        &self.callers.iter().find(|(word, _)| word == role).unwrap_or_else(|| panic!("no caller {role}")).1
    }
}

/// A login that nobody has.
fn login(w: &World) -> String {
    w.house().chance.id::<domain::id::AccountId>(w.now()).to_string().to_lowercase()
}

async fn things(w: &World, base: BaseId, organization: OrganizationId) -> Things {
    let mut things = Things::default();
    things.set("/bases/{id}", base);
    things.set("base", base);
    things.set("organization", organization);
    things.set("/divisions/{code}", "150702");
    things.set("/organizations/{id}", organization);
    // Rooms that are open; the rest of the things belongs to rooms.
    let open: BTreeSet<String> = super::operations(w).into_iter().map(|operation| operation.id).collect();
    let supervisor = w.supervisor().await;
    if open.contains("persons_create") {
        let body = json!({"name": CANARY, "phone": "13847001234"});
        let made = supervisor.post(&format!("/organizations/{organization}/persons"), body).await;
        things.set("/persons/{id}", made.id());
    }
    let admin = w.person(&login(w), &[(Role::SystemAdministrator, Scope::City)]).await;
    let person = w.person(&login(w), &[(Role::BaseOperator, Scope::Base(base))]).await;
    let account = person.account.expect("an account");
    things.set("/accounts/{id}", account);
    let view = admin.get(&format!("/accounts/{account}")).await.ok();
    things.set("/accounts/{id}/roles/{role}", view["roles"][0]["id"].as_str().expect("a role"));
    let token = json!({"name": "x", "scopes": ["read"], "expires_on": "2026-12-31"});
    things.set("/tokens/{id}", person.post("/tokens", token).await.id());
    things
}
