//! Two of everything: one of the base `B03`, which is the callers' own, and one of `B04`.

use std::collections::BTreeMap;

use domain::{
    access::{Role, Scope, ScopeKind},
    id::{BaseId, OrganizationId},
};
use serde_json::json;

use super::Operation;
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
    /// Who reviews on the other side; the first one on both.
    reviewers: [Caller; 2],
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
        let reviewers = ["fang", "liu"].map(|login| w.person(login, &[(Role::Reviewer, Scope::Personal)]));
        let [one, two] = reviewers;
        let reviewers = [one.await, two.await];
        let (own, other) = (Things::default(), Things::default());
        let mut cast = Self { own, other, callers, organizations, maker, reviewers };
        cast.renew(w, None).await;
        cast
    }

    /// New things of both sides, of the same bases and organizations; reviews only for an operation on them, since
    /// it takes a whole story to have one.
    pub async fn renew(&mut self, w: &World, of: Option<&Operation>) {
        let [mine, theirs] = self.organizations;
        let old = [std::mem::take(&mut self.own), std::mem::take(&mut self.other)];
        self.own = things(w, &self.maker, w.base("B03"), mine, "own-5e1d").await;
        self.other = things(w, &self.maker, w.base("B04"), theirs, CANARY).await;
        let tagged = |word: &str| of.is_none_or(|of| of.spec["tags"][0] == word);
        if tagged("Notices") {
            for (things, base) in [(&mut self.own, "B03"), (&mut self.other, "B04")] {
                shown(things, w, base, of.is_none()).await;
            }
        }
        if tagged("Residencies") || tagged("Assessments") || tagged("Progress") {
            for (things, base, organization) in [(&mut self.own, "B03", mine), (&mut self.other, "B04", theirs)] {
                resident(things, w, base, organization).await;
            }
        }
        if tagged("Assessments") {
            // Of the callers' own side the caller who evaluates is asked; of the other side, another one.
            let own = self.caller("evaluator").clone();
            assessed(&mut self.own, w, "B03", mine, &own).await;
            assessed(&mut self.other, w, "B04", theirs, &self.reviewers[0]).await;
        }
        if tagged("Progress") {
            for (things, base, organization) in [(&mut self.own, "B03", mine), (&mut self.other, "B04", theirs)] {
                reported(things, w, base, organization).await;
            }
        }
        if tagged("Filings") {
            for (things, base) in [(&mut self.own, "B03"), (&mut self.other, "B04")] {
                helped(things, w, base).await;
            }
        }
        if tagged("Certificates") {
            for (things, base) in [(&mut self.own, "B03"), (&mut self.other, "B04")] {
                certified(things, w, base).await;
            }
        }
        if tagged("Reviews") {
            // Of the callers' own side the caller who reviews is asked to; of the other side, others.
            let own = [self.caller("reviewer").clone(), self.reviewers[0].clone()];
            reviewed(&mut self.own, &w.operator("B03").await, w.base("B03"), "own-5e1d", &own).await;
            reviewed(&mut self.other, &w.operator("B04").await, w.base("B04"), CANARY, &self.reviewers).await;
        }
        for (things, old) in [&mut self.own, &mut self.other].into_iter().zip(old) {
            for (key, value) in old.0 {
                things.0.entry(key).or_insert(value);
            }
        }
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

/// A notice that everybody sees, with an objection that few do; another application that is to be shown.
async fn shown(things: &mut Things, w: &World, base: &str, first: bool) {
    let word = if base == "B04" { CANARY } else { "own-5e1d" };
    let ids = crate::notices::proposed(w, base, json!(null), &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let view = crate::notices::published(w, &ids[..1]).await;
    let id = view["id"].as_str().expect("an id");
    let objection = json!({"subject": ids[0], "name": word, "contact": "13904705678", "text": word});
    let path = format!("/notices/{id}");
    let view = w.supervisor().await.post(&format!("{path}/objections"), objection.clone()).await.ok();
    // The public has to wait after some of them; one that is followed is enough.
    if first {
        let received = w.nobody().post(&format!("/public{path}/objections"), objection).await.status(201).json();
        things.set("/public/objections/{follow}", received["follow"].as_str().expect("a word"));
    }
    things.set("/notices/{id}", id);
    things.set("/public/notices/{id}", id);
    let objection = view["objections"][0]["id"].as_str().expect("an objection");
    things.set("/notices/{id}/objections/{objection}", objection);
    things.set("shown", &ids[0]);
    things.set("proposed", &ids[1]);
}

/// A residency with an agreement; the same again while it is not over, since there is one at a time.
async fn resident(things: &mut Things, w: &World, base: &str, organization: OrganizationId) {
    let word = if base == "B04" { CANARY } else { "own-5e1d" };
    let operator = w.operator(base).await;
    let live = operator.get(&format!("/residencies?organization={organization}&live=true")).await.ok();
    let id = match live["items"][0]["id"].as_str() {
        Some(id) => id.to_owned(),
        None => {
            let body = json!({
                "base": w.base(base), "organization": organization, "mode": "physical", "first": "2026-01-01",
                "last": "2027-12-31", "number": word, "note": word,
            });
            operator.post("/residencies/enter", body).await.created()["id"].as_str().expect("an id").to_owned()
        }
    };
    things.set("/agreements/{id}", agreement(w, &id, word).await);
    things.set("/residencies/{id}", id);
    let application = things.value("/applications/{id}", "resident").to_owned();
    things.set("application", application);
}

/// An assessment that is being scored, with evidence and what an expert gives.
async fn assessed(things: &mut Things, w: &World, base: &str, organization: OrganizationId, expert: &Caller) {
    let word = if base == "B04" { CANARY } else { "own-5e1d" };
    let operator = w.operator(base).await;
    let round = json!({
        "base": w.base(base), "title": word, "cycle": "quarter", "first": "2026-07-01", "last": "2026-09-30",
        "organizations": [organization], "expert": expert.account,
    });
    let round = operator.post("/assessment-rounds", round).await.created();
    let id = round["assessments"][0]["id"].as_str().expect("an id").to_owned();
    let file = operator.upload(&format!("/files?owner={id}"), &named(word, "txt"), b"bytes", &[]).await.id();
    let path = format!("/assessments/{id}");
    let leaves: Vec<u64> = {
        let all = round["sheet"]["indicators"].as_array().expect("indicators");
        (0..all.len() as u64).filter(|n| !all[usize::try_from(*n).expect("small")]["points"].is_null()).collect()
    };
    let scores: Vec<serde_json::Value> =
        leaves.iter().map(|n| json!({"indicator": n, "points": 5.0, "note": word})).collect();
    operator.post(&format!("{path}/hand-in"), json!({"scores": scores, "comment": word})).await.ok();
    operator.put(&format!("{path}/score"), json!({"scores": scores, "comment": word})).await.ok();
    expert.put(&format!("{path}/evaluate"), json!({"scores": scores, "comment": word})).await.ok();
    things.set("/assessment-rounds/{id}", round["id"].as_str().expect("an id"));
    things.set("/assessments/{id}", id);
    things.set("/assessments/{id}/files/{file}", file);
}

/// A report that was accepted once, is put right and lies with the base; the same again, since there is one of a period.
async fn reported(things: &mut Things, w: &World, base: &str, organization: OrganizationId) {
    let word = if base == "B04" { CANARY } else { "own-5e1d" };
    let operator = w.operator(base).await;
    let asked = json!({"base": w.base(base), "period": "2026-Q3"});
    operator.post("/progress-reports/open", asked).await.ok();
    let found = operator.get(&format!("/progress-reports?organization={organization}&period=2026-Q3")).await.ok();
    let id = found["items"][0]["id"].as_str().expect("a report").to_owned();
    let path = format!("/progress-reports/{id}");
    let why = json!({"reason": word});
    let answers = json!({"answers": [
        {"question": "activities", "text": word}, {"question": "sessions", "number": 2.0},
    ]});
    let mut view = operator.get(&path).await.ok();
    for _ in 0..5 {
        let accepted = view["versions"] != 0;
        let (verb, body) = match view["state"].as_str().expect("a state") {
            "waived" => ("require", why.clone()),
            "accepted" => ("reopen", why.clone()),
            "submitted" if accepted => break,
            "submitted" => ("accept", json!({"comment": word})),
            _ => {
                let file = operator.upload(&format!("/files?owner={id}"), &named(word, "txt"), b"bytes", &[]).await;
                things.set("/progress-reports/{id}/files/{file}", file.id());
                ("submit", answers.clone())
            }
        };
        view = operator.post(&format!("{path}/{verb}"), body).await.ok();
    }
    things.set("/progress-reports/{id}", id);
}

/// Help with a registration that the organization prepares, and a team that has asked for none yet.
async fn helped(things: &mut Things, w: &World, base: &str) {
    let word = if base == "B04" { CANARY } else { "own-5e1d" };
    let operator = w.operator(base).await;
    let mut teams = Vec::new();
    for _ in 0..2 {
        teams.push(crate::filings::team(w, base, word).await);
    }
    let body = json!({"organization": teams[0], "wanted": "service_institution", "text": word});
    let id = operator.post("/filings", body).await.id();
    let accept = json!({"wanted": "service_institution", "authority": word});
    operator.post(&format!("/filings/{id}/accept"), accept).await.ok();
    things.set("/filings/{id}", id);
    things.set("filing_team", &teams[1]);
}

/// A certificate of somebody who graduated: anybody with its code sees that it is revoked, and few see why.
async fn certified(things: &mut Things, w: &World, base: &str) {
    let word = if base == "B04" { CANARY } else { "own-5e1d" };
    let view = crate::certificates::graduated(w, base, "晨光助老社").await;
    let first = crate::certificates::certificate_of(w, &view).await;
    let id = first["id"].as_str().expect("an id");
    let path = format!("/certificates/{id}");
    w.supervisor().await.post(&format!("{path}/replace"), json!({"reason": word})).await.created();
    things.set("/certificates/{id}", id);
    things.set("/public/certificates/{code}", first["code"].as_str().expect("a code"));
}

/// An agreement of a residency: a row alone, since a whole story with its days takes more than a crawl has.
async fn agreement(w: &World, residency: &str, word: &str) -> String {
    use domain::{
        agreement::{AgreementKind, AgreementState},
        id::AgreementId,
    };
    use fuhua::{
        db::{Rec, Tx},
        residencies::store::{AgreementRow, find},
    };
    let house = w.house();
    let of = find(&house.db, residency.parse().expect("an id")).await.expect("a read").expect("a residency");
    let id: AgreementId = house.chance.id(w.now());
    let stored = house.blobs.put(word.as_bytes()).await.expect("a folder");
    let row = AgreementRow {
        id: Rec(id),
        residency: of.id,
        base: of.base,
        organization: of.organization,
        number: format!("{word} {id}"),
        kind: AgreementKind::Residency.into(),
        state: AgreementState::Void.into(),
        terms: json!({"mode": "physical", "first": "2026-01-01", "last": "2027-12-31", "extra": word}),
        template: json!({"scope": "shipped"}),
        shown: "{}".to_owned(),
        hash: fuhua::journal::sha256("{}"),
        pdf: stored.sha256,
        issued_on: house.today().into(),
        issued_by: word.to_owned(),
        sign_by: house.today().into(),
        signing: None,
        version: 1,
        created_at: w.now().into(),
        updated_at: w.now().into(),
    };
    let mut tx = Tx::new();
    tx.insert(id, row);
    house.db.commit(tx).await.expect("a write");
    id.to_string()
}

/// A review of an application; its first reviewer has declared and noted something, the second has declared.
async fn reviewed(things: &mut Things, operator: &Caller, base: BaseId, word: &str, reviewers: &[Caller; 2]) {
    let intake = things.value("intake", "reviewed").to_owned();
    let id = crate::reviews::passed_at(operator, base, &intake, word).await;
    let view = crate::reviews::convened_by(operator, &intake, &[&id], &[&reviewers[0], &reviewers[1]]).await;
    let account = |who: &Caller| who.account.expect("an account").to_string();
    let mut marks = crate::reviews::marks([1.0; 5], "admit");
    marks["comment"] = json!(word);
    for who in reviewers {
        let sheet = crate::reviews::sheet_of(&view, who, &id).await;
        who.post(&format!("{sheet}/clear"), json!({})).await.ok();
        who.put(&sheet, marks.clone()).await.ok();
        if account(who) == account(&reviewers[0]) {
            things.set("/review-sheets/{id}", sheet.trim_start_matches("/review-sheets/"));
            things.set("/reviews/{id}/sheets/{sheet}", sheet.trim_start_matches("/review-sheets/"));
            let dossier = who.get(&sheet).await.ok();
            let file = dossier["dossier"]["documents"][0]["files"][0]["id"].clone();
            things.set("/review-sheets/{id}/files/{file}", file.as_str().expect("a file"));
        }
    }
    things.set("/reviews/{id}", view["id"].as_str().expect("an id"));
    things.set("/reviews/{id}/reviewers/{account}", account(&reviewers[0]));
    things.set("reviewer", account(&reviewers[0]));
    things.set("second_reviewer", account(&reviewers[1]));
    things.set("reviewed", id);
    things.set("reviewed_intake", intake);
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
        "documents": [
            {"name": "章程", "of": ["registered", "recorded"], "required": true},
            {"name": "计划书", "of": ["pre_registration"], "required": false},
        ],
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
