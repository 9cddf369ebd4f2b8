//! Two of everything: one of the base `B03`, which is the callers' own, and one of `B04`.

use std::collections::BTreeMap;

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
            let value = self.value(&filled[start + 1..end], operation).to_owned();
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
    /// Who makes the things: none of the callers, for those may have ended their sessions.
    maker: Caller,
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
        let maker = w.person("maker", &[(Role::CitySupervisor, Scope::City)]).await;
        let organizations = [mine, theirs];
        let mut cast = Self { own: Things::default(), other: Things::default(), callers, organizations, maker };
        cast.renew(w).await;
        cast
    }

    /// New things of both sides, of the same bases and organizations.
    pub async fn renew(&mut self, w: &World) {
        let [mine, theirs] = self.organizations;
        self.own = things(w, &self.maker, w.base("B03"), mine, "own-5e1d").await;
        self.other = things(w, &self.maker, w.base("B04"), theirs, CANARY).await;
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

/// Things of one side; `word` stands in every text of them.
async fn things(w: &World, maker: &Caller, base: BaseId, organization: OrganizationId, word: &str) -> Things {
    let mut things = Things::default();
    things.set("/bases/{id}", base);
    things.set("base", base);
    things.set("organization", organization);
    things.set("/divisions/{code}", "150702");
    things.set("/organizations/{id}", organization);
    persons(&mut things, maker, organization, word).await;
    spaces(&mut things, w, maker, base, organization, word).await;
    let operator = accounts(&mut things, w, base).await;
    brought_in(&mut things, &operator, word).await;
    let file = maker.upload(&format!("/files?owner={organization}"), &named(word, "txt"), b"bytes", &[]).await;
    things.set("/files/{id}", file.id());
    let basis =
        json!({"key": "allocation.expiring_days", "base": base, "value": 31, "from": "2026-11-24", "basis": word});
    maker.post("/settings", basis).await.ok();
    things.set("/imports/templates/{kind}", "organizations");
    applied(&mut things, &operator, base, organization, word).await;
    things
}

/// A draft of an intake, an announced one with an application, and one without.
async fn applied(things: &mut Things, operator: &Caller, base: BaseId, organization: OrganizationId, word: &str) {
    let draft = operator.post("/intakes", json!({"base": base, "intake": intake(word)})).await.id();
    things.set("/intakes/{id}", draft);
    let mut announced = Vec::new();
    for _ in 0..2 {
        // What is announced is for everybody, so no canary is in it.
        let made = operator.post("/intakes", json!({"base": base, "intake": intake("第一批招募")})).await.id();
        operator.post(&format!("/intakes/{made}/publish"), json!({})).await.ok();
        announced.push(made);
    }
    let form = json!({"introduction": word, "contact_name": word, "mode": "virtual"});
    let body = json!({"intake": announced[0], "organization": organization, "form": form});
    things.set("/applications/{id}", operator.post("/applications", body).await.id());
    things.set("/public/intakes/{id}", &announced[0]);
    things.set("intake", &announced[1]);
}

/// An intake that is open from today on.
pub fn intake(name: &str) -> serde_json::Value {
    json!({
        "name": name, "opens": "2026-11-23", "closes": "2026-12-06", "quota": 8,
        "admits": ["registered", "recorded", "pre_registration"], "modes": ["physical", "virtual"],
        "conditions": "近两年无处罚",
        "documents": [{"name": "章程", "of": ["registered", "recorded"], "required": true}],
    })
}

/// An account with a role and a token.
async fn accounts(things: &mut Things, w: &World, base: BaseId) -> Caller {
    let admin = w.person(&login(w), &[(Role::SystemAdministrator, Scope::City)]).await;
    let person = w.person(&login(w), &[(Role::BaseOperator, Scope::Base(base))]).await;
    let account = person.account.expect("an account");
    things.set("/accounts/{id}", account);
    let view = admin.get(&format!("/accounts/{account}")).await.ok();
    things.set("/accounts/{id}/roles/{role}", view["roles"][0]["id"].as_str().expect("a role"));
    let token = json!({"name": "x", "scopes": ["read"], "expires_on": "2026-12-31"});
    things.set("/tokens/{id}", person.post("/tokens", token).await.id());
    person
}

fn named(word: &str, end: &str) -> String {
    format!("{word}.{end}")
}

async fn persons(things: &mut Things, supervisor: &Caller, organization: OrganizationId, word: &str) {
    let body = json!({"name": word, "phone": "13847001234"});
    let made = supervisor.post(&format!("/organizations/{organization}/persons"), body).await;
    things.set("/persons/{id}", made.id());
}

/// A building with an office, four desks, two terms that begin today, one that is handed over, and
/// a closure.
async fn spaces(
    things: &mut Things,
    w: &World,
    supervisor: &Caller,
    base: BaseId,
    organization: OrganizationId,
    word: &str,
) {
    let tag = login(w)[20..].to_owned();
    let building = supervisor.post(&format!("/bases/{base}/buildings"), json!({"name": word})).await.id();
    let floor = json!({"name": word, "level": 1});
    let floor = supervisor.post(&format!("/buildings/{building}/floors"), floor).await.id();
    let mut made = Vec::new();
    for n in 0..5 {
        let body = json!({"code": format!("{tag}-{n}"), "kind": "office", "name": word, "seats": 2});
        made.push(supervisor.post(&format!("/floors/{floor}/spaces"), body).await.id());
    }
    let mut terms = Vec::new();
    for space in &made[..3] {
        let body = json!({"space": space, "organization": organization, "from": "2026-11-23", "note": word});
        terms.push(supervisor.post("/allocations", body).await.id());
    }
    let handed = supervisor
        .post(&format!("/allocations/{}/hand-over", terms[2]), json!({"handover": handover(word)}))
        .await
        .ok();
    let closed = json!({"from": "2026-11-23", "to": "2026-11-30", "reason": word});
    let closed = supervisor.post(&format!("/spaces/{}/closures", made[3]), closed).await;
    things.set("/buildings/{id}", building);
    things.set("/floors/{id}", floor);
    things.set("/spaces/{id}", &made[4]);
    things.set("space", &made[4]);
    things.set("/allocations/{id}", &terms[0]);
    things.set("/history/{thing}", &terms[0]);
    things.set("first", &terms[0]);
    things.set("second", &terms[1]);
    things.set("/handovers/{id}", handed["handovers"][0]["id"].as_str().expect("a hand-over"));
    things.set("/closures/{id}", closed.id());
}

/// What is handed over.
pub fn handover(word: &str) -> serde_json::Value {
    json!({
        "on_day": "2026-11-23", "items": [{"name": "desk", "quantity": 1, "condition": "good"}],
        "note": word, "handed_by": "x", "received_by": "y",
    })
}

/// A spreadsheet that has been checked.
async fn brought_in(things: &mut Things, operator: &Caller, word: &str) {
    let sheet = format!("组织名称,组织类型,所属旗市区\n{word},社会团体,海拉尔区\n");
    let id =
        operator.upload("/imports", &named(word, "csv"), sheet.as_bytes(), &[("kind", "organizations")]).await.id();
    // It is checked in the background, on a thread of its own.
    while operator.get(&format!("/imports/{id}")).await.ok()["state"] == "checking" {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    things.set("/imports/{id}", id);
}
