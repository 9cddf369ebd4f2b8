//! What nobody gets around: lists and numbers, who writes what, rules that change, races.

use serde_json::{Value, json};

use super::{announced, at, clock, handed_in, whole};
use crate::{crawl::things::intake, world::World};

#[tokio::test]
async fn lists_go_page_by_page_and_show_what_is_ones_own() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let to = announced(&w, "B03", intake("第一批")).await;
    let elsewhere = announced(&w, "B04", intake("别处")).await;
    let mut mine = None;
    for n in 0..5 {
        let organization = w.organization("B03", &format!("组织{n}")).await;
        let liaison = w.liaison(organization).await;
        liaison.post("/applications", json!({"intake": to, "organization": organization})).await.created();
        if n == 0 {
            liaison.post("/applications", json!({"intake": elsewhere, "organization": organization})).await.created();
            mine = Some(liaison);
        }
        w.advance(chrono::Duration::milliseconds(3));
    }
    let mut names = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = operator.get(&format!("/applications?limit=2&open=true{cursor}")).await.ok();
        names.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["organization"]["name"].as_str().unwrap().to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(names, ["组织4", "组织3", "组织2", "组织1", "组织0"]);
    let mine = mine.unwrap();
    let count = |page: Value| page["items"].as_array().unwrap().len();
    assert_eq!(count(mine.get("/applications").await.ok()), 2);
    assert_eq!(count(mine.get(&format!("/applications?base={}", w.base("B04"))).await.ok()), 1);
    assert_eq!(count(mine.get(&format!("/applications?intake={to}")).await.ok()), 1);
    assert_eq!(count(w.supervisor().await.get("/applications").await.ok()), 6);
    assert_eq!(count(operator.get(&format!("/applications?base={}", w.base("B04"))).await.ok()), 0);
    assert_eq!(count(operator.get("/applications?state=submitted").await.ok()), 0);
    operator.get("/applications?cursor=x").await.refused(422, "invalid_fields").field("cursor", "malformed");
}

/// Numbers are given once however many hand in at the same moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn numbers_are_given_once() {
    let w = World::on_disk().await;
    let to = announced(&w, "B03", intake("第一批")).await;
    let mut ready = Vec::new();
    for n in 0..8 {
        let organization = w.organization("B03", &format!("组织{n}")).await;
        let liaison = w.liaison(organization).await;
        let id = liaison
            .post("/applications", json!({"intake": to, "organization": organization, "form": whole()}))
            .await
            .id();
        liaison.upload(&format!("/files?owner={id}&document=d1"), "章程.txt", "章程".as_bytes(), &[]).await.status(201);
        ready.push((liaison, id));
    }
    let tasks: Vec<_> = ready
        .into_iter()
        .map(|(liaison, id)| {
            tokio::spawn(async move { liaison.post(&format!("/applications/{id}/submit"), json!({})).await })
        })
        .collect();
    let mut numbers = Vec::new();
    for task in tasks {
        numbers.push(task.await.unwrap().ok()["number"].as_str().unwrap().to_owned());
    }
    numbers.sort();
    assert_eq!(numbers, (1..=8).map(|n| format!("B03-2026-{n:04}")).collect::<Vec<_>>());
}

/// What a base does with what is another's: an application online is the applicant's to write.
#[tokio::test]
async fn a_base_writes_only_what_came_on_paper() {
    let w = World::new().await;
    let organization = w.organization("B03", "晨光").await;
    let (operator, liaison, city) = (w.operator("B03").await, w.liaison(organization).await, w.supervisor().await);
    let to = announced(&w, "B03", intake("第一批")).await;
    let body = json!({"intake": to, "organization": organization, "form": whole()});
    let view = liaison.post("/applications", body).await.created();
    let (path, id) = (at(&view), view["id"].as_str().unwrap().to_owned());
    let file = format!("/files?owner={id}&document=d1");
    let before = w.totals().await;
    for other in [&operator, &city] {
        other.put(&path, json!({"form": {}})).await.refused(403, "not_allowed");
        other.post(&format!("{path}/submit"), json!({})).await.refused(403, "not_allowed");
        other.post(&format!("{path}/withdraw"), json!({})).await.refused(403, "not_allowed");
        other.upload(&file, "x.txt", b"x", &[]).await.refused(403, "not_allowed");
    }
    assert_eq!(w.totals().await, before);
    let shown = operator.get(&path).await.ok();
    assert_eq!((&shown["can"]["save"], &shown["can"]["submit"]), (&json!("not_allowed"), &json!("not_allowed")));
    // Only what the intake asks for is filed.
    let refused = liaison.upload(&format!("/files?owner={id}&document=d9"), "x.txt", b"x", &[]).await;
    refused.refused(422, "invalid_fields").field("document", "not_found");
    liaison.upload(&file, "x.txt", b"x", &[]).await.status(201);
    // Who is dissolved meanwhile does not go on.
    operator
        .post(&format!("/organizations/{organization}/dissolve"), json!({"on": "2026-11-20", "reason": "注销"}))
        .await
        .ok();
    assert_eq!(liaison.get(&path).await.ok()["can"]["submit"], "organization_not_live");
    liaison.post(&format!("{path}/submit"), json!({})).await.refused(409, "organization_not_live");
    liaison.post(&format!("{path}/withdraw"), json!({})).await.ok();
}

/// A rule that changes holds for what is handed in from then on.
#[tokio::test]
async fn a_changed_rule_does_not_rewrite_a_running_clock() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let to = announced(&w, "B03", intake("第一批")).await;
    let first = w.organization("B03", "甲").await;
    let old = handed_in(&w, &w.liaison(first).await, &to, first).await;
    let rule = |key: &str, value: i64| json!({"key": key, "base": w.base("B03"), "value": value, "from": "2026-11-24"});
    operator.post("/settings", rule("applications.accept_days", 2)).await.ok();
    w.advance(chrono::Duration::days(1));
    let second = w.organization("B03", "乙").await;
    let new = handed_in(&w, &w.liaison(second).await, &to, second).await;
    assert_eq!((clock(&operator.get(&at(&old)).await.ok()).2, clock(&new).2), ("2026-11-30", "2026-11-26"));
    // Nor is what is checked: the rules of the day on which it was accepted.
    let accepted = operator.post(&format!("{}/accept", at(&old)), json!({})).await.ok();
    let rules = |view: &Value| view["findings"].as_array().unwrap().len();
    let left_out = |key: &str| json!({"key": key, "base": w.base("B03"), "value": false, "from": "2026-11-25"});
    for key in ["applications.check_lists", "applications.check_penalties", "applications.check_annual"] {
        operator.post("/settings", left_out(key)).await.ok();
    }
    assert_eq!(rules(&accepted), 11);
    w.advance(chrono::Duration::days(1));
    assert_eq!(rules(&operator.get(&at(&old)).await.ok()), 11);
    let third = w.organization("B03", "丙").await;
    let late = handed_in(&w, &w.liaison(third).await, &to, third).await;
    assert_eq!(rules(&operator.post(&format!("{}/accept", at(&late)), json!({})).await.ok()), 7);
    let asked = operator.post(&format!("{}/correction", at(&new)), json!({"items": [{"text": "缺"}]})).await.ok();
    assert_eq!(clock(&asked).2, "2026-12-09");
    // Nor does a rule of the same day that is set afterwards take back what was told.
    let body = json!({"key": "applications.correction_days", "value": 3, "from": "2026-11-25"});
    city.post("/settings", body).await.ok();
    assert_eq!(clock(&operator.get(&at(&new)).await.ok()).2, "2026-12-09");
}

/// T65 across bases: what an organization applies for elsewhere is not its own base's to read.
#[tokio::test]
async fn an_application_elsewhere_is_a_bare_line_at_home() {
    let w = World::new().await;
    let organization = w.organization("B03", "晨光").await;
    let (home, there) = (w.operator("B03").await, w.operator("B04").await);
    let liaison = w.liaison(organization).await;
    let to = announced(&w, "B04", intake("别处")).await;
    let view = handed_in(&w, &liaison, &to, organization).await;
    home.get(&at(&view)).await.refused(404, "not_found");
    home.get(&format!("/history/{}", view["id"].as_str().unwrap())).await.refused(404, "not_found");
    let told = home.get(&format!("/history/{organization}?limit=200")).await.status(200).text();
    assert!(told.contains("application.submit") && told.contains("B04-2026-0001"), "{told}");
    for canary in ["助餐", "13904701234", "白雪"] {
        assert!(!told.contains(canary), "{canary}: {told}");
        let inside = there.get(&format!("/history/{}", view["id"].as_str().unwrap())).await.status(200).text();
        assert!(inside.contains(canary) || canary == "13904701234", "{inside}");
    }
    // Who sees the figures of a base and no applications, is not told of them there.
    let path = format!("/bases/{}/overview", w.base("B04"));
    assert!(there.get(&path).await.status(200).text().contains("application_waiting"));
    assert!(!w.trainer("B04").await.get(&path).await.status(200).text().contains("application_waiting"));
}

/// Lists over several bases with a filter lose nothing and tell nothing of what they pass over.
#[tokio::test]
async fn a_list_over_two_bases_is_whole() {
    use domain::access::{Role, Scope};
    let w = World::new().await;
    let both = [(Role::BaseOperator, Scope::Base(w.base("B03"))), (Role::BaseOperator, Scope::Base(w.base("B04")))];
    let operator = w.person("both", &both).await;
    let mut expected = Vec::new();
    for n in 0..4 {
        for base in ["B03", "B04"] {
            let to = announced(&w, base, intake("一批")).await;
            let organization = w.organization(base, &format!("{base}{n}")).await;
            let liaison = w.liaison(organization).await;
            if n % 2 == 0 {
                handed_in(&w, &liaison, &to, organization).await;
                expected.push(format!("{base}{n}"));
            } else {
                liaison.post("/applications", json!({"intake": to, "organization": organization})).await.created();
            }
            w.advance(chrono::Duration::milliseconds(2));
        }
    }
    expected.reverse();
    for limit in 1..5 {
        let (mut names, mut cursor) = (Vec::new(), String::new());
        for _ in 0..20 {
            let page = operator.get(&format!("/applications?state=submitted&limit={limit}{cursor}")).await.ok();
            let items = page["items"].as_array().unwrap();
            names.extend(items.iter().map(|one| one["organization"]["name"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(names, expected, "{limit} a page");
    }
    // Somebody of one organization asks for an intake in which others applied.
    let outside = w.organization("B03", "外人").await;
    let to = announced(&w, "B03", intake("二批")).await;
    let other = w.organization("B03", "别人").await;
    w.liaison(other).await.post("/applications", json!({"intake": to, "organization": other})).await.created();
    let nothing = w.liaison(outside).await.get(&format!("/applications?intake={to}&limit=1")).await.ok();
    assert_eq!((&nothing["items"], &nothing["next"]), (&json!([]), &Value::Null));
}

/// Handing in races with taking a document away, an intake being closed races with beginning: whoever wins,
/// nothing is handed in without what it needs.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_handed_in_has_what_it_needs_whoever_is_faster() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    for n in 0..40 {
        let to = announced(&w, "B03", intake("一批")).await;
        let organization = w.organization("B03", &format!("组织{n}")).await;
        let liaison = w.liaison(organization).await;
        let body = json!({"intake": to, "organization": organization, "form": whole()});
        let id = liaison.post("/applications", body).await.id();
        let file = liaison.upload(&format!("/files?owner={id}&document=d1"), "a.txt", b"a", &[]).await.id();
        let late = w.organization("B03", &format!("迟到{n}")).await;
        let latecomer = w.liaison(late).await;
        let path = format!("/applications/{id}/submit");
        let close = format!("/intakes/{to}/close");
        let (file, begun) = (format!("/files/{file}"), json!({"intake": to, "organization": late}));
        let (closer, remover) = (operator.clone(), liaison.clone());
        let tasks = (
            tokio::spawn(async move { liaison.post(&path, json!({})).await }),
            tokio::spawn(async move { remover.delete(&file).await }),
            tokio::spawn(async move { latecomer.post("/applications", begun).await }),
            tokio::spawn(async move { closer.post(&close, json!({})).await }),
        );
        let (handed, removed) = (tasks.0.await.unwrap(), tasks.1.await.unwrap());
        let (begun, closed) = (tasks.2.await.unwrap(), tasks.3.await.unwrap());
        assert!(handed.status < 500 && removed.status < 500 && begun.status < 500, "{handed} {removed} {begun}");
        closed.ok();
        let view = operator.get(&format!("/applications/{id}")).await.ok();
        let filed = view["documents"][0]["files"].as_array().unwrap().len();
        assert_eq!(view["state"] == "submitted", handed.status == 200, "{view}");
        assert!(handed.status != 200 || filed == 1, "handed in without its document: {view}");
        assert!(!(handed.status == 200 && removed.status == 204), "both: {handed} {removed}");
    }
    let mut findings = Vec::new();
    fuhua::check::everything(w.house(), &mut |finding| findings.push(finding.to_string())).await.unwrap();
    assert_eq!(findings, Vec::<String>::new());
}
