//! What a request that is wrong gets: always a problem with a code, a sentence and a request id,
//! never a 500, and nothing is written.

use poem::{Body, http::Method};
use serde_json::{Value, json};

use crate::{
    golden,
    world::{Caller, Reply, World},
};

/// One wrong request of each kind.
struct Wrong {
    name: &'static str,
    method: Method,
    path: String,
    kind: Option<&'static str>,
    body: Vec<u8>,
}

fn wrong(name: &'static str, method: Method, path: impl Into<String>, body: impl Into<Vec<u8>>) -> Wrong {
    Wrong { name, method, path: path.into(), kind: Some("application/json"), body: body.into() }
}

fn wrongs(w: &World) -> Vec<Wrong> {
    let base = format!("/bases/{}", w.base("B03"));
    let accounts = "/accounts";
    let deep = format!("{{\"name\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let large = format!("{{\"name\":\"{}\"}}", "x".repeat(1 << 20));
    vec![
        wrong("no body", Method::POST, accounts, ""),
        wrong("not JSON", Method::POST, accounts, "login=x"),
        wrong("JSON that stops", Method::POST, accounts, "{\"login\": \"x\""),
        wrong("two documents", Method::POST, accounts, "{\"login\":\"x\",\"name\":\"x\"} {}"),
        wrong("not UTF-8", Method::POST, accounts, b"{\"login\":\"\xff\xfe\",\"name\":\"x\"}".to_vec()),
        wrong("half a surrogate", Method::POST, accounts, "{\"login\":\"\\ud800\",\"name\":\"x\"}"),
        wrong("a list for an object", Method::POST, accounts, "[1,2]"),
        wrong("null", Method::POST, accounts, "null"),
        wrong("a missing field", Method::POST, accounts, "{\"login\":\"x\"}"),
        wrong("an unknown field", Method::POST, accounts, "{\"login\":\"x\",\"name\":\"x\",\"admin\":true}"),
        wrong("a field twice", Method::POST, accounts, "{\"login\":\"x\",\"login\":\"y\",\"name\":\"x\"}"),
        wrong("a number for a text", Method::POST, accounts, "{\"login\":1,\"name\":\"x\"}"),
        wrong("a nested field of a wrong type", Method::PATCH, &base, "{\"details\":{\"gross_area_m2\":\"large\"}}"),
        wrong("an unknown nested field", Method::PATCH, &base, "{\"details\":{\"gros_area\":1}}"),
        wrong("a number out of its type", Method::PATCH, &base, "{\"details\":{\"virtual_seats\":-1}}"),
        wrong("a day that is none", Method::PATCH, &base, "{\"details\":{\"recognized_on\":\"2026-02-30\"}}"),
        wrong("several bad fields", Method::POST, accounts, "{\"login\":\"a b\",\"name\":\"\",\"phone\":\"1\"}"),
        wrong("a text with NUL", Method::POST, accounts, "{\"login\":\"x\\u0000\",\"name\":\"x\"}"),
        wrong("deep nesting", Method::PATCH, &base, deep),
        wrong("too large", Method::PATCH, &base, large),
        Wrong { kind: Some("text/plain"), ..wrong("another content type", Method::POST, accounts, "{}") },
        Wrong { kind: None, ..wrong("no content type", Method::POST, accounts, "{}") },
        Wrong { kind: None, ..wrong("a wrong query", Method::GET, "/accounts?limit=many", "") },
        Wrong { kind: None, ..wrong("a query out of range", Method::GET, "/accounts?limit=1000", "") },
        Wrong { kind: None, ..wrong("a required query is missing", Method::GET, "/deadlines?days=5", "") },
        Wrong { kind: None, ..wrong("a day in a query", Method::GET, "/deadlines?from=soon&days=5", "") },
        Wrong { kind: None, ..wrong("a word in a query", Method::GET, "/deadlines?from=2026-01-01&days=5&kind=x", "") },
        Wrong { kind: None, ..wrong("an identifier of another kind", Method::GET, "/bases/org_1", "") },
        Wrong {
            kind: None,
            ..wrong("a base that is not there", Method::GET, "/bases/bas_00000000000000000000000001", "")
        },
        Wrong { kind: None, ..wrong("an address of nothing", Method::GET, "/nothing", "") },
        Wrong { kind: None, ..wrong("an address beside the API", Method::GET, "//api/nothing", "") },
        Wrong { kind: None, ..wrong("a method that the address has not", Method::DELETE, "/bases", "") },
        Wrong { kind: None, ..wrong("an odd escape in the address", Method::GET, "/divisions/%ff%fe", "") },
    ]
}

async fn ask(caller: &Caller, wrong: &Wrong) -> Reply {
    caller.send(wrong.method.clone(), &wrong.path, wrong.kind, Body::from(wrong.body.clone())).await
}

/// Everybody who may do something at all, so that the content is what is refused.
async fn everybody(w: &World) -> Caller {
    use domain::access::{Role, Scope};
    w.person("all", &[(Role::SystemAdministrator, Scope::City), (Role::CitySupervisor, Scope::City)]).await
}

async fn golden_in(language: &str, file: &str) {
    let w = World::new().await;
    let caller = everybody(&w).await.with("accept-language", language).with("x-request-id", "golden-0001");
    let before = w.totals().await;
    let mut all = serde_json::Map::new();
    for wrong in wrongs(&w) {
        let reply = ask(&caller, &wrong).await;
        assert!((400..500).contains(&reply.status), "{}: {reply}", wrong.name);
        let mut problem = reply.problem();
        assert_eq!(problem["request_id"], "golden-0001");
        assert_eq!(reply.header("content-language"), Some(if language == "en" { "en" } else { "zh-CN" }));
        problem.as_object_mut().unwrap().remove("request_id");
        all.insert(wrong.name.to_owned(), problem);
    }
    assert_eq!(w.totals().await, before, "nothing was written");
    golden::same(file, &(serde_json::to_string_pretty(&Value::Object(all)).unwrap() + "\n"));
}

#[tokio::test]
async fn wrong_requests_are_explained_in_chinese_golden() {
    golden_in("zh-CN,zh;q=0.9", "problems.zh.json").await;
}

#[tokio::test]
async fn wrong_requests_are_explained_in_english_golden() {
    golden_in("en", "problems.en.json").await;
}

#[tokio::test]
async fn a_method_that_an_address_has_not_is_told_which_it_has() {
    let w = World::new().await;
    let caller = w.supervisor().await;
    let base = w.base("B03");
    for (method, path, allowed) in [
        (Method::DELETE, "/bases".to_owned(), "GET, HEAD"),
        (Method::PUT, format!("/bases/{base}"), "GET, HEAD, PATCH"),
        (Method::PATCH, "/session".to_owned(), "DELETE, GET, HEAD, POST"),
        (Method::GET, "/accounts/acc_1/lock".to_owned(), "POST"),
    ] {
        let refused = caller.send(method, &path, None, Body::empty()).await.refused(405, "wrong_method");
        assert_eq!(refused.header("allow"), Some(allowed), "{path}");
    }
    caller.send(Method::HEAD, "/bases", None, Body::empty()).await.status(200);
}

#[tokio::test]
async fn a_request_keeps_the_id_it_came_with_and_gets_one_otherwise() {
    let w = World::new().await;
    let caller = w.supervisor().await;
    let given = caller.with("x-request-id", "abc-DEF_123").get("/bases").await;
    assert_eq!(given.header("x-request-id"), Some("abc-DEF_123"));
    let path = format!("/bases/{}", w.base("B03"));
    caller.with("x-request-id", "abc-DEF_124").patch(&path, json!({"name": "x"})).await.ok();
    assert_eq!(w.journal(w.base("B03")).await[0].request, "abc-DEF_124");
    let long = "x".repeat(65);
    for bad in ["short", &long, "with space", "quote\"quote", "汉字汉字汉字"] {
        let made = caller.with("x-request-id", bad).get("/bases").await;
        let id = made.header("x-request-id").unwrap();
        assert!(id.len() == 26 && id != bad, "{id}");
    }
}

#[tokio::test]
async fn the_language_is_the_one_that_the_caller_prefers() {
    let w = World::new().await;
    for (header, language) in [
        ("", "zh-CN"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("zh-CN,en;q=0.9", "zh-CN"),
        ("zh;q=0.5,en;q=0.8", "en"),
        ("mn,fr;q=0.9", "zh-CN"),
        ("en;q=nonsense", "zh-CN"),
        ("*", "zh-CN"),
    ] {
        let reply = w.nobody().with("accept-language", header).get("/bases").await.refused(401, "not_signed_in");
        assert_eq!(reply.header("content-language"), Some(language), "{header:?}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_browsers_safe() {
    let w = World::new().await;
    let caller = w.supervisor().await;
    for path in ["/bases", "/nothing", "//", "//health/live", "//api/docs", "//api/openapi.json", "//metrics"] {
        let reply = caller.get(path).await;
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.header("referrer-policy"), Some("same-origin"), "{path}");
        assert!(reply.header("content-security-policy").is_some_and(|csp| csp.contains("frame-ancestors 'none'")));
        let cached = reply.header("cache-control").unwrap_or_default().to_owned();
        if path.starts_with("/bases") {
            assert_eq!(cached, "private, no-cache", "{path}");
        }
    }
}

#[tokio::test]
async fn no_text_that_a_person_can_type_is_lost_or_stops_the_house() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let path = format!("/bases/{}", w.base("B03"));
    for name in [
        "ᠪᠠᠭᠠ ᠰᠤᠷᠭᠠᠯᠢ",
        "𠀀𠮷野家",
        "👩‍👩‍👧‍👦 family",
        "e\u{301}é",
        "'; DELETE base; --",
        "$id <script>",
        "\u{202e}RTL",
        "a\\b\"c",
    ] {
        let after = supervisor.patch(&path, json!({"name": name})).await.ok();
        assert_eq!(after["name"], name);
        assert_eq!(supervisor.get(&path).await.ok()["name"], name);
    }
    let entries = w.journal(w.base("B03")).await;
    assert_eq!(entries.len(), 8);
    assert_eq!(fuhua::journal::verify(w.db()).await.unwrap(), vec![]);
}

#[tokio::test]
async fn figures_are_for_this_machine_and_for_who_has_the_word() {
    let w = World::new().await;
    w.supervisor().await.get("//metrics").await.refused(401, "not_signed_in");
    w.nobody().by_token("word-of-something").get("//metrics").await.refused(401, "not_signed_in");
    let text = w.nobody().by_token("word-of-metrics").get("//metrics").await.status(200).text();
    assert!(text.contains("fuhua_kept_hits") && text.contains("fuhua_db_commits"), "{text}");
}
