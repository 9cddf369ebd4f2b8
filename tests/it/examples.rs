//! The examples in the document: recorded here, and kept true here.
//!
//! `make golden` records them anew, from real calls; between, each has to fit the document's schemas:
//! no field that is not there, none missing, each of its kind.

use serde_json::{Map, Value, json};

use crate::{
    crawl::{self, Cast, Takes, bodies},
    world::{Caller, World},
};

mod assessed;
mod certificates;
mod filed;
mod proceeding;
mod renewal;
mod reported;

/// Operations whose call would end the caller's own session; their requests are shown all the same.
const NOT_CALLED: &[&str] = &["account_change_password", "session_delete", "sessions_delete", "setup_create"];
/// Items of a list that an example shows.
const SHOWN: usize = 2;

fn file() -> std::path::PathBuf {
    crate::golden::folder().join("../../src/http/examples.json")
}

/// Lists cut to a few items, and the word of the crawl made one that a reader understands.
fn readable(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().take(SHOWN).map(readable).collect()),
        Value::Object(fields) => Value::Object(fields.into_iter().map(|(key, value)| (key, readable(value))).collect()),
        Value::String(text) => Value::String(text.replace("own-5e1d", "示例").replace("canary-7f3a", "又例")),
        other => other,
    }
}

async fn recorded(w: &World) -> Map<String, Value> {
    let mut cast = Cast::of(w).await;
    let mut all = Map::new();
    for operation in crawl::operations(w) {
        // What a review, a notice, a residency or a certificate answers is told by the stories below; it takes whole stories to have one.
        let by_stories = ["Reviews", "Notices", "Residencies", "Assessments", "Progress", "Filings", "Certificates"]
            .iter()
            .any(|tag| operation.spec["tags"][0] == *tag);
        if !operation.reads() && !by_stories {
            cast.renew(w, Some(&operation)).await;
        }
        let mut example = Map::new();
        if operation.takes == Takes::Json {
            example.insert("request".to_owned(), readable(bodies::json(&operation.id, &cast.own)));
        }
        if !NOT_CALLED.contains(&operation.id.as_str()) {
            for role in ["city_supervisor", "system_administrator", "base_operator", "nobody"] {
                let reply = operation.call(cast.caller(role), &cast.own).await;
                let json = reply.header("content-type").is_some_and(|kind| kind.starts_with("application/json"));
                if (200..300).contains(&reply.status) {
                    if json {
                        let answer = serde_json::from_slice(&reply.bytes).expect("an answer in JSON");
                        example.insert("response".to_owned(), readable(answer));
                    }
                    break;
                }
            }
        }
        if !example.is_empty() {
            all.insert(operation.id.clone(), Value::Object(example));
        }
    }
    for (operation, answer) in told(w).await {
        if let Some(Value::Object(example)) = all.get_mut(operation) {
            example.insert("response".to_owned(), readable(answer));
        } else {
            all.insert(operation.to_owned(), json!({"response": readable(answer)}));
        }
    }
    all
}

/// Answers of operations that need something to have happened before, by small stories.
async fn told(w: &World) -> Vec<(&'static str, Value)> {
    let (base, operator) = (w.base("B03"), w.operator("B03").await);
    let mut all = applied(w, &operator).await;
    all.extend(reviewed(w).await);
    all.extend(shown(w).await);
    all.extend(resident(w).await);
    all.extend(proceeding::proceeded(w).await);
    // In a world of its own, where the calendar of its days is known.
    all.extend(assessed::assessed(&World::new().await).await);
    all.extend(reported::reported(&World::new().await).await);
    all.extend(filed::filed(&World::new().await).await);
    all.extend(certificates::certified(w).await);
    all.extend(renewal::renewed(&World::new().await).await);
    let body = json!({"name": "草原读书会", "kind": "pre_registration", "home_base": base, "division": "150702"});
    let one = operator.post("/organizations", body.clone()).await.id();
    let path = format!("/organizations/{one}");
    let etag = operator.get(&path).await.etag();
    all.push(("organizations_edit", operator.seen(&etag).patch(&path, json!({"volunteers": 12})).await.ok()));
    let over = json!({"on": "2026-11-20", "reason": "并入他会"});
    all.push(("organizations_dissolve", operator.post(&format!("{path}/dissolve"), over).await.ok()));
    all.push(("organizations_restore", operator.post(&format!("{path}/restore"), json!({})).await.ok()));
    let mut body = body;
    body["name"] = json!("邻家互助会");
    let other = operator.post("/organizations", body).await.id();

    let building = operator.post(&format!("/bases/{base}/buildings"), json!({"name": "主楼"})).await.id();
    let floor = json!({"name": "2F", "level": 2});
    let floor = operator.post(&format!("/buildings/{building}/floors"), floor).await.id();
    let mut terms = Vec::new();
    for (code, organization) in [("201", &one), ("202", &other), ("203", &one)] {
        let space = json!({"code": code, "kind": "office", "seats": 4});
        let space = operator.post(&format!("/floors/{floor}/spaces"), space).await.id();
        let term = json!({"space": space, "organization": organization, "from": "2026-11-23", "to": "2027-11-22"});
        let term = operator.post("/allocations", term).await.id();
        let taken = json!({"handover": crate::crawl::things::handover("示例")});
        operator.post(&format!("/allocations/{term}/hand-over"), taken).await.ok();
        terms.push(term);
    }
    let path = format!("/allocations/{}", terms[0]);
    all.push(("allocations_extend", operator.post(&format!("{path}/extend"), json!({"to": "2027-12-31"})).await.ok()));
    let pair = json!({"first": terms[0], "second": terms[1], "day": "2026-12-01"});
    let swapped = operator.post("/allocations/swap", pair).await.ok();
    all.push(("allocations_swap", swapped));
    w.advance(chrono::Duration::days(9));
    let path = format!("/allocations/{}", terms[2]);
    let back = json!({"last": "2026-12-02", "reason": "迁出"});
    all.push(("allocations_give_back", operator.post(&format!("{path}/give-back"), back).await.ok()));

    let supervisor = w.supervisor().await;
    let brought = async |sheet: &str| {
        let kind = [("kind", "organizations")];
        let id = supervisor.upload("/imports", "名册.csv", sheet.as_bytes(), &kind).await.id();
        settled(&supervisor, &id, "checking").await;
        id
    };
    let faulty = brought("组织名称,统一社会信用代码,组织类型,所属旗市区\n新协会,,协会团,海拉尔区\n").await;
    all.push(("imports_faults", supervisor.get(&format!("/imports/{faulty}/faults")).await.ok()));
    let good = brought("组织名称,统一社会信用代码,组织类型,所属旗市区\n社区棋友会,,筹备团队,海拉尔区\n").await;
    let reply = supervisor.post(&format!("/imports/{good}/commit"), json!({})).await;
    assert!((200..300).contains(&reply.status), "{reply}");
    all.push(("imports_commit", reply.json()));
    settled(&supervisor, &good, "committing").await;
    let reply = supervisor.post(&format!("/imports/{good}/undo"), json!({})).await;
    assert!((200..300).contains(&reply.status), "{reply}");
    all.push(("imports_undo", reply.json()));
    let login = json!({"login": operator.login, "password": crate::world::PASSWORD});
    all.push(("session_create", w.nobody().post("/session", login).await.ok()));
    all
}

/// An intake that is widened and closed; an application that is sent back, put right and passes, and one that
/// is refused.
async fn applied(w: &World, operator: &Caller) -> Vec<(&'static str, Value)> {
    let base = w.base("B03");
    let mut of = crate::crawl::things::intake("2026年第一批入驻招募");
    of["documents"] = json!([]);
    let intake = operator.post("/intakes", json!({"base": base, "intake": of})).await.id();
    operator.post(&format!("/intakes/{intake}/publish"), json!({})).await.ok();
    let mut all = Vec::new();
    let mut paths = Vec::new();
    for name in ["草原拾光筹备组", "邻里茶话筹备组"] {
        let team = json!({"name": name, "kind": "pre_registration", "home_base": base, "division": "150702"});
        let team = operator.post("/organizations", team).await.id();
        let body = json!({"intake": intake, "organization": team, "form": crate::applications::whole()});
        let id = operator.post("/applications", body).await.id();
        let path = format!("/applications/{id}");
        all.push(("applications_submit", operator.post(&format!("{path}/submit"), json!({})).await.ok()));
        paths.push(path);
    }
    let path = &paths[0];
    let items = json!({"items": [{"about": "plan", "text": "请补充第二季度安排"}]});
    all.push(("applications_ask_correction", operator.post(&format!("{path}/correction"), items).await.ok()));
    all.push(("applications_resubmit", operator.post(&format!("{path}/resubmit"), json!({})).await.ok()));
    for path in &paths {
        all.push(("applications_accept", operator.post(&format!("{path}/accept"), json!({})).await.ok()));
    }
    for rule in ["name_checked", "true_papers", "no_scandal"] {
        let ruling = json!({"rule": rule, "passed": true, "evidence": "电话核实"});
        all.push(("applications_rule", operator.post(&format!("{path}/rulings"), ruling).await.ok()));
    }
    all.push(("applications_pass", operator.post(&format!("{path}/pass"), json!({})).await.ok()));
    let refused = json!({"reason": "服务计划没有明确的服务对象"});
    all.push(("applications_refuse", operator.post(&format!("{}/refuse", paths[1]), refused).await.ok()));
    let wider = json!({"closes": "2026-12-20", "quota": 10});
    all.push(("intakes_extend", operator.post(&format!("/intakes/{intake}/extend"), wider).await.ok()));
    all.push(("intakes_close", operator.post(&format!("/intakes/{intake}/close"), json!({})).await.ok()));
    all
}

/// A review that two reviewers hold, that is sent back once and decided, and its waiting list.
async fn reviewed(w: &World) -> Vec<(&'static str, Value)> {
    use crate::reviews::{convened, marks, passed, reviewer, sheet_of};
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let people = [reviewer(w, "wang").await, reviewer(w, "zhao").await, reviewer(w, "qian").await];
    let to = crate::reviews::announced(w, "B03", json!(1)).await;
    let mut ids = Vec::new();
    for name in ["草原拾光筹备组", "邻里茶话筹备组", "银发课堂筹备组"] {
        ids.push(passed(w, "B03", &to, name).await);
    }
    let mut all = vec![("reviews_prepare", operator.get(&format!("/intakes/{to}/panel")).await.ok())];
    let view = convened(w, "B03", &to, &[&ids[0], &ids[1], &ids[2]], &[&people[0], &people[1]]).await;
    all.push(("reviews_convene", view.clone()));
    let path = format!("/reviews/{}", view["id"].as_str().expect("an id"));
    let add = json!({"reviewer": people[2].account.expect("an account").to_string()});
    all.push(("reviews_add_reviewer", operator.post(&format!("{path}/reviewers"), add).await.ok()));
    let out = format!("{path}/reviewers/{}/remove", people[2].account.expect("an account"));
    all.push(("reviews_remove_reviewer", operator.post(&out, json!({"reason": "出差"})).await.ok()));
    all.push(("reviews_extend", operator.post(&format!("{path}/extend"), json!({"due": "2026-12-31"})).await.ok()));
    for (n, id) in ids.iter().enumerate() {
        for who in &people[..2] {
            let sheet = sheet_of(&view, who, id).await;
            all.push(("review_sheets_clear", who.post(&format!("{sheet}/clear"), json!({})).await.ok()));
            all.push((
                "review_sheets_save",
                who.put(&sheet, marks([15.0, 20.0, 15.0, 15.0, 10.0], "admit")).await.ok(),
            ));
            all.push(("review_sheets_show", who.get(&sheet).await.ok()));
            let last = marks([18.0 - n as f64, 22.0, 18.0, 17.5, 12.0], "admit");
            all.push(("review_sheets_lock", who.post(&format!("{sheet}/lock"), last).await.ok()));
        }
    }
    let sheet = sheet_of(&view, &people[0], &ids[0]).await;
    let unlock = format!("{path}/sheets/{}/unlock", sheet.trim_start_matches("/review-sheets/"));
    all.push(("reviews_unlock", operator.post(&unlock, json!({"reason": "漏看附件"})).await.ok()));
    people[0].post(&format!("{sheet}/lock"), marks([18.0, 22.0, 18.0, 17.5, 12.0], "admit")).await.ok();
    all.push(("review_sheets_list", people[0].get("/review-sheets").await.ok()));
    operator.post(&format!("{path}/close"), json!({})).await.ok();
    all.push((
        "reviews_send_back",
        city.post(&format!("{path}/send-back"), json!({"reason": "请补充考察"})).await.ok(),
    ));
    for (n, id) in ids.iter().enumerate() {
        for who in &people[..2] {
            let last = marks([18.0 - n as f64, 22.0, 18.0, 17.5, 12.0], "admit");
            who.post(&format!("{}/lock", sheet_of(&view, who, id).await), last).await.ok();
        }
    }
    all.push(("reviews_close", operator.post(&format!("{path}/close"), json!({})).await.ok()));
    let decisions = json!({"decisions": [
        {"application": ids[0], "outcome": "propose"}, {"application": ids[1], "outcome": "defer"},
        {"application": ids[2], "outcome": "defer"},
    ]});
    all.push(("reviews_decide", city.post(&format!("{path}/decide"), decisions).await.ok()));
    all.push(("reviews_show", city.get(&path).await.ok()));
    let reject = json!({"reason": "无空余场地"});
    all.push(("reviews_reject_waiting", city.post(&format!("/applications/{}/reject", ids[2]), reject).await.ok()));
    operator.post(&format!("/applications/{}/withdraw", ids[0]), json!({})).await.ok();
    let next = format!("/applications/{}/propose", ids[1]);
    all.push(("reviews_propose_waiting", city.post(&next, json!({})).await.ok()));
    all
}

/// A notice with two objections: one without ground, one that is right; another notice that is taken down.
async fn shown(w: &World) -> Vec<(&'static str, Value)> {
    let city = w.supervisor().await;
    let ids =
        crate::notices::proposed(w, "B03", Value::Null, &["草原拾光筹备组", "邻里茶话筹备组", "银发课堂筹备组"]).await;
    let view = crate::notices::published(w, &ids[..2]).await;
    let path = format!("/notices/{}", view["id"].as_str().expect("an id"));
    let mut all = vec![("notices_publish", view)];
    let mut last = Value::Null;
    for (subject, text) in [(&ids[0], "该组织负责人材料不实，请核查"), (&ids[1], "该组织仍在其他基地入驻")]
    {
        let body = json!({"subject": subject, "name": "赵青山", "contact": "13904705678", "text": text});
        last = city.post(&format!("{path}/objections"), body).await.ok();
    }
    all.push(("notices_object", last.clone()));
    for (n, outcome, reply) in [(0, "dismiss", "经核查，材料属实"), (1, "uphold", "反映的情况属实")] {
        let answer = format!("{path}/objections/{}/answer", last["objections"][n]["id"].as_str().expect("an id"));
        let body = json!({"outcome": outcome, "investigation": "查阅原件并电话核实", "reply": reply});
        all.push(("notices_answer", city.post(&answer, body).await.ok()));
    }
    let other = crate::notices::published(w, &ids[2..]).await;
    let down = format!("/notices/{}/revoke", other["id"].as_str().expect("an id"));
    all.push(("notices_revoke", city.post(&down, json!({"reason": "名单有误"})).await.ok()));
    w.advance(chrono::Duration::days(12));
    all.push(("notices_conclude", city.post(&format!("{path}/conclude"), json!({})).await.ok()));
    all
}

/// Agreements: one that is written anew, signed, and whose organization moves in and leaves; others that come to
/// nothing; one without a place whose time runs out; one from before.
async fn resident(w: &World) -> Vec<(&'static str, Value)> {
    use crate::residencies::{approved, asked, at, signing};
    let operator = w.operator("B03").await;
    let base = w.base("B03");
    let start = w.now();
    let ids = approved(w, "B03", &["草原拾光社", "邻里茶话社", "银发课堂社", "云上助学社"]).await;
    let today = (w.now() - start).num_days();
    let first = crate::world::day("2026-12-02").plus(today);
    let building = operator.post(&format!("/bases/{base}/buildings"), json!({"name": "附楼"})).await.id();
    let floor = json!({"name": "1F", "level": 1});
    let floor = operator.post(&format!("/buildings/{building}/floors"), floor).await.id();
    let mut offices = Vec::new();
    for n in 1..=3 {
        let space = json!({"code": format!("B10{n}"), "kind": "office", "seats": 4, "area_m2": 24.5});
        offices.push(operator.post(&format!("/floors/{floor}/spaces"), space).await.id());
    }
    let body = |n: usize, spaces: &[&str]| {
        let mut body = asked(&ids[n], spaces);
        body["first"] = json!(first);
        body["last"] = json!(first.plus_months(12).plus(-1));
        body
    };
    let mut all = vec![(
        "residencies_proposal",
        operator.get(&format!("/residencies/proposal?application={}", ids[0])).await.ok(),
    )];
    let one = operator.post("/residencies", body(0, &[&offices[0]])).await.created();
    all.push(("residencies_issue", one.clone()));
    let path = at(&one);
    let mut anew = body(0, &[&offices[0], &offices[1]]);
    anew.as_object_mut().expect("an object").remove("application");
    all.push(("residencies_reissue", operator.post(&format!("{path}/reissue"), anew).await.ok()));
    let signed = json!(signing(&w.house().today().to_string()));
    all.push(("residencies_sign", operator.post(&format!("{path}/sign"), signed.clone()).await.ok()));
    let other = operator.post("/residencies", body(1, &[&offices[2]])).await.created();
    let why = json!({"reason": "另有场地"});
    all.push(("residencies_decline", operator.post(&format!("{}/decline", at(&other)), why.clone()).await.ok()));
    let third = operator.post("/residencies", body(2, &[&offices[2]])).await.created();
    operator.post(&format!("{}/sign", at(&third)), signed.clone()).await.ok();
    all.push(("residencies_call_off", operator.post(&format!("{}/call-off", at(&third)), why).await.ok()));
    w.advance(first.starts_at(crate::world::zone()) + chrono::Duration::hours(10) - w.now());
    let record = |from: &str, to: &str| {
        let items = json!([{"name": "办公桌", "tag": "HB-0012", "quantity": 2, "condition": "good"}]);
        let on = w.house().today();
        json!({"handover": {"on_day": on, "items": items, "keys": "钥匙2把", "handed_by": from, "received_by": to}})
    };
    all.push(("residencies_move_in", operator.post(&format!("{path}/move-in"), record("斯琴", "白雪")).await.ok()));
    all.push(("residencies_summary", operator.get("/residencies/summary").await.ok()));
    all.push(("residencies_list", operator.get("/residencies?live=true").await.ok()));
    let leave = json!({"last": w.house().today(), "reason": "搬到自己的场地"});
    all.push(("residencies_give_notice", operator.post(&format!("{path}/give-notice"), leave.clone()).await.ok()));
    all.push(("residencies_retract", operator.post(&format!("{path}/retract"), json!({})).await.ok()));
    operator.post(&format!("{path}/give-notice"), leave).await.ok();
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        let settled = json!({"item": item, "outcome": "done"});
        all.push(("residencies_check", operator.post(&format!("{path}/check"), settled).await.ok()));
    }
    all.push(("residencies_confirm", operator.post(&format!("{path}/confirm"), json!({})).await.ok()));
    operator.post(&format!("{path}/confirm"), json!({"on_paper": true})).await.ok();
    all.push(("residencies_show", operator.get(&path).await.ok()));
    all.push(("residencies_close", operator.post(&format!("{path}/close"), record("白雪", "斯琴")).await.ok()));
    let organization = w.organization("B03", "牧歌合唱团").await;
    let old = json!({
        "base": base, "organization": organization, "mode": "virtual", "first": "2025-03-01",
        "last": w.house().today().plus(20), "number": "呼孵协〔2025〕7号", "note": "纸质协议存档",
    });
    let old = operator.post("/residencies/enter", old).await.created();
    all.push(("residencies_enter", old.clone()));
    let last = operator.post("/residencies", {
        let mut body = body(3, &[]);
        body["first"] = json!(w.house().today());
        body
    });
    let last = last.await.created();
    w.advance(chrono::Duration::days(40));
    all.push(("residencies_expire", operator.post(&format!("{}/expire", at(&old)), json!({})).await.ok()));
    all.push(("residencies_forfeit", operator.post(&format!("{}/forfeit", at(&last)), json!({})).await.ok()));
    all
}

async fn settled(operator: &Caller, import: &str, state: &str) {
    while operator.get(&format!("/imports/{import}")).await.ok()["state"] == state {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
}

/// What in a value does not fit a schema of the document.
fn misfits(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.strip_prefix('#').expect("a schema of this document");
        return misfits(document, document.pointer(pointer).expect("the schema"), value, at, wrong);
    }
    if let Some(parts) = schema["allOf"].as_array() {
        // What is put together of parts has the fields of all of them.
        let mut whole = serde_json::json!({"type": "object", "properties": {}, "required": []});
        for part in parts {
            let part = match part["$ref"].as_str().and_then(|name| name.strip_prefix('#')) {
                Some(pointer) => document.pointer(pointer).expect("the schema"),
                None => part,
            };
            for (name, property) in part["properties"].as_object().into_iter().flatten() {
                whole["properties"][name] = property.clone();
            }
            whole["required"]
                .as_array_mut()
                .expect("a list")
                .extend(part["required"].as_array().cloned().unwrap_or_default());
            if part.get("enum").is_some() || part["type"] != "object" && part.get("type").is_some() {
                return misfits(document, part, value, at, wrong);
            }
        }
        return misfits(document, &whole, value, at, wrong);
    }
    match (schema["type"].as_str(), value) {
        (_, Value::Null) | (None, _) => {}
        (Some("object"), Value::Object(fields)) => {
            let known = schema["properties"].as_object();
            for (name, field) in fields {
                let at = format!("{at}.{name}");
                match known.and_then(|known| known.get(name)) {
                    Some(property) => misfits(document, property, field, &at, wrong),
                    None if schema["additionalProperties"].is_object() => {
                        misfits(document, &schema["additionalProperties"], field, &at, wrong);
                    }
                    None => wrong.push(format!("{at}: unknown")),
                }
            }
            for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                if !fields.contains_key(name) {
                    wrong.push(format!("{at}.{name}: missing"));
                }
            }
        }
        (Some("array"), Value::Array(items)) => {
            for item in items {
                misfits(document, &schema["items"], item, &format!("{at}[]"), wrong);
            }
        }
        (Some("string"), Value::String(_)) | (Some("boolean"), Value::Bool(_)) => {}
        (Some("number"), Value::Number(_)) => {}
        (Some("integer"), Value::Number(number)) if number.is_i64() => {}
        (Some(kind), _) => wrong.push(format!("{at}: {value} is no {kind}")),
    }
}

/// The schema of JSON within a body or an answer.
fn schema<'a>(document: &'a Value, content: &'a Value) -> Option<&'a Value> {
    let mut content = content;
    if let Some(pointer) = content["$ref"].as_str().and_then(|name| name.strip_prefix('#')) {
        content = document.pointer(pointer)?;
    }
    let kinds = content["content"].as_object()?;
    kinds.iter().find(|(kind, _)| kind.starts_with("application/json")).map(|(_, media)| &media["schema"])
}

#[tokio::test]
async fn the_examples_fit_the_document() {
    let w = World::on_disk().await;
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let text = serde_json::to_string_pretty(&recorded(&w).await).expect("JSON");
        std::fs::write(file(), format!("{text}\n")).expect("the examples are written");
        return;
    }
    let kept = std::fs::read_to_string(file()).expect("src/http/examples.json");
    let kept: Map<String, Value> = serde_json::from_str(&kept).expect("the examples are JSON");
    let document = crawl::document(&w);
    let mut wrong = Vec::new();
    let (mut told, mut silent) = (0, Vec::new());
    for operation in crawl::operations(&w) {
        let example = kept.get(&operation.id).cloned().unwrap_or_default();
        let answers = operation.spec["responses"].as_object().expect("answers");
        let good = answers.iter().find(|(status, _)| status.starts_with('2')).map(|(_, answer)| answer);
        let sides = [("request", Some(&operation.spec["requestBody"])), ("response", good)]
            .map(|(side, content)| (side, content.and_then(|content| schema(&document, content))));
        for (side, schema) in sides {
            match (schema, example.get(side)) {
                (Some(schema), Some(value)) => {
                    told += 1;
                    misfits(&document, schema, value, &format!("{}.{side}", operation.id), &mut wrong);
                }
                (Some(_), None) => silent.push(format!("{}.{side}", operation.id)),
                (None, Some(_)) => wrong.push(format!("{}.{side}: it has none", operation.id)),
                (None, None) => {}
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "run `make golden` and read the difference");
    // Files and empty answers have none; whatever else is told has one.
    assert_eq!(silent, Vec::<String>::new(), "run `make golden` and read the difference");
    assert!(told > 100, "{told}");
    let ids: Vec<String> = crawl::operations(&w).into_iter().map(|operation| operation.id).collect();
    let gone: Vec<&String> = kept.keys().filter(|id| !ids.contains(id)).collect();
    assert!(gone.is_empty(), "examples of what is not there: {gone:?}");
}
