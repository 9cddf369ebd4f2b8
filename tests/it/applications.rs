//! Stories of intakes and applications, up to the first check.

mod guards;

use serde_json::{Value, json};

use crate::{
    crawl::things::intake,
    world::{Caller, World, day},
};

/// An announced intake of a base; its name has a word that tells it apart.
async fn announced(w: &World, base: &str, of: Value) -> String {
    let operator = w.operator(base).await;
    let id = operator.post("/intakes", json!({"base": w.base(base), "intake": of})).await.id();
    operator.post(&format!("/intakes/{id}/publish"), json!({})).await.ok();
    id
}

/// A form that is complete.
pub fn whole() -> Value {
    json!({
        "mode": "physical", "place": "desk", "persons": 2, "stage": "start_up", "fields": ["为老"],
        "introduction": "为社区老人助餐", "full_time": 3, "needs": [{"need": "finance", "level": 3}],
        "plan": [{"what": "办十场活动", "by": "2027-06-30", "target": "500人次"}],
        "contact_name": "白雪", "contact_phone": "13904701234", "committed": true,
    })
}

/// An application of an organization that is complete and handed in.
async fn handed_in(w: &World, who: &Caller, intake: &str, organization: impl ToString) -> Value {
    let body = json!({"intake": intake, "organization": organization.to_string(), "form": whole()});
    let id = who.post("/applications", body).await.id();
    who.upload(&format!("/files?owner={id}&document=d1"), "章程.txt", "章程".as_bytes(), &[]).await.status(201);
    let view = who.post(&format!("/applications/{id}/submit"), json!({})).await.ok();
    assert_eq!(view["state"], "submitted", "{view} in {}", w.now());
    view
}

/// One that is handed in, for whoever wants to see what that reads.
pub async fn one_handed_in(w: &World) {
    let organization = w.organization("B03", "晨光").await;
    let to = announced(w, "B03", intake("一批")).await;
    handed_in(w, &w.liaison(organization).await, &to, organization).await;
}

fn at(view: &Value) -> String {
    format!("/applications/{}", view["id"].as_str().expect("an id"))
}

fn clock(view: &Value) -> (&str, &str, &str) {
    let clock = &view["clock"];
    let text = |key: &str| clock[key].as_str().unwrap_or_default();
    (text("action"), text("owner"), text("due"))
}

#[tokio::test]
async fn an_organization_applies_is_corrected_and_passes() {
    let w = World::new().await;
    let organization = w.organization("B03", "晨光助老协会").await;
    let (operator, liaison) = (w.operator("B03").await, w.liaison(organization).await);
    let to = announced(&w, "B03", intake("第一批")).await;

    // A draft may be unfinished; what is missing is told all the time.
    let body = json!({"intake": to, "organization": organization});
    let draft = liaison.post("/applications", body.clone()).await.created();
    assert_eq!((&draft["state"], &draft["number"], &draft["on_paper"]), (&json!("draft"), &Value::Null, &json!(false)));
    let missing = |view: &Value| -> Vec<String> {
        view["missing"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(missing(&draft).len(), 11, "{draft}");
    liaison.post("/applications", body).await.refused(409, "applied_already");
    let path = at(&draft);
    let refused = liaison.post(&format!("{path}/submit"), json!({})).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields().into_iter().map(|(path, _)| path).collect::<Vec<_>>(), missing(&draft));
    let saved = liaison.put(&path, json!({"form": whole()})).await.ok();
    assert_eq!(missing(&saved), ["documents.d1"]);
    let id = draft["id"].as_str().unwrap();
    liaison.upload(&format!("/files?owner={id}&document=d1"), "章程.txt", "章程".as_bytes(), &[]).await.status(201);
    let view = liaison.get(&path).await.ok();
    assert_eq!((missing(&view).len(), &view["documents"][0]["files"][0]["name"]), (0, &json!("章程.txt")), "{view}");

    // Handed in on a Monday: five working days.
    let view = liaison.post(&format!("{path}/submit"), json!({})).await.ok();
    assert_eq!((&view["number"], clock(&view)), (&json!("B03-2026-0001"), ("accept", "base", "2026-11-30")));
    let todo = |page: Value, kind: &str| -> Value {
        let all = page["attention"].as_array().unwrap().iter().find(|one| one["kind"] == kind).cloned();
        all.map_or(Value::Null, |one| json!([one["count"], one["first"], one["items"][0]["label"]]))
    };
    let overview = format!("/bases/{}/overview", w.base("B03"));
    let waits = json!([1, "2026-11-30", "B03-2026-0001 晨光助老协会"]);
    assert_eq!(todo(operator.get(&overview).await.ok(), "application_waiting"), waits);
    assert_eq!(todo(w.supervisor().await.get("/overview").await.ok(), "application_waiting")[0], 1);
    assert_eq!((&view["can"]["save"], &view["can"]["accept"]), (&json!("wrong_state"), &json!("not_allowed")));
    assert_eq!(view.get("findings"), None, "what the base looks up is not for the applicant");
    // What was handed in is not exchanged behind the base's back.
    let file = view["documents"][0]["files"][0]["id"].as_str().unwrap().to_owned();
    liaison.delete(&format!("/files/{file}")).await.refused(409, "wrong_state");
    liaison.upload(&format!("/files?owner={id}&document=d1"), "b.txt", b"b", &[]).await.refused(409, "wrong_state");

    // Everything missing at once; the base's clock stands still.
    w.advance(chrono::Duration::days(2));
    let items = json!([{"about": "plan", "text": "请补充第二季度安排"}, {"about": "documents.d1", "text": "章程缺页"}]);
    let view = operator.post(&format!("{path}/correction"), json!({"items": items})).await.ok();
    assert_eq!((&view["state"], clock(&view)), (&json!("correction"), ("resubmit", "applicant", "2026-12-09")));
    w.advance(chrono::Duration::days(1));
    assert_eq!(todo(operator.get(&overview).await.ok(), "application_waiting"), Value::Null, "it is not its turn");
    let view = liaison.get(&path).await.ok();
    assert_eq!((&view["correction"]["items"], &view["can"]["save"]), (&items, &Value::Null));
    liaison.delete(&format!("/files/{file}")).await.done();
    let refused = liaison.post(&format!("{path}/resubmit"), json!({})).await;
    refused.refused(422, "invalid_fields").field("documents.d1", "required");
    liaison.upload(&format!("/files?owner={id}&document=d1"), "全.txt", "全".as_bytes(), &[]).await.status(201);
    let view = liaison.post(&format!("{path}/resubmit"), json!({})).await.ok();
    // Wednesday was the applicant's: one working day later than it would have been.
    assert_eq!((&view["number"], clock(&view)), (&json!("B03-2026-0001"), ("accept", "base", "2026-12-01")));
    assert_eq!(view["pauses"], json!([{"from": "2026-11-25", "to": "2026-11-25"}]));

    let view = operator.post(&format!("{path}/accept"), json!({})).await.ok();
    assert_eq!(clock(&view), ("pass", "base", "2026-12-03"));
    w.advance(chrono::Duration::days(8));
    let late = todo(operator.get(&overview).await.ok(), "application_overdue");
    assert_eq!(late, json!([1, "2026-12-03", "B03-2026-0001 晨光助老协会"]));
    let outcome = |view: &Value, rule: &str| {
        let all = view["findings"].as_array().unwrap();
        all.iter().find(|one| one["rule"] == rule).unwrap()["outcome"].as_str().unwrap().to_owned()
    };
    assert_eq!((outcome(&view, "credit_code"), outcome(&view, "no_scandal")), ("failed".into(), "unknown".into()));
    assert_eq!(view["can"]["pass"], "checks_open");
    operator.post(&format!("{path}/pass"), json!({})).await.refused(409, "checks_open");
    // What the record says is put right in the record.
    let ruling = |rule: &str| json!({"rule": rule, "passed": true, "evidence": "信用中国查询无记录"});
    operator.post(&format!("{path}/rulings"), ruling("credit_code")).await.refused(409, "check_settled");
    operator.patch(&format!("/organizations/{organization}"), json!({"credit_code": "51150700MJY1234581"})).await.ok();
    let unknown = [
        "not_abnormal",
        "not_blacklisted",
        "no_penalty",
        "annual_checks",
        "own_account",
        "tax_registered",
        "sound_rules",
        "true_papers",
        "no_scandal",
    ];
    for rule in unknown {
        operator.post(&format!("{path}/rulings"), ruling(rule)).await.ok();
    }
    let view = operator.post(&format!("{path}/pass"), json!({})).await.ok();
    assert_eq!((&view["state"], clock(&view)), (&json!("passed"), ("convene", "base", "2026-12-25")), "{view}");
    // What was decided stays as it was decided.
    operator
        .patch(&format!("/organizations/{organization}"), json!({"details": {"credit": {"blacklist": true}}}))
        .await
        .ok();
    assert_eq!(outcome(&operator.get(&path).await.ok(), "not_blacklisted"), "passed");
    operator.post(&format!("{path}/rulings"), ruling("no_scandal")).await.refused(409, "wrong_state");

    let mut deeds = w.deeds(id).await;
    let files = deeds.iter().filter(|deed| deed.starts_with("files.")).count();
    deeds.retain(|deed| deed.starts_with("application."));
    let mut expected = vec!["application.begin", "application.save", "application.submit"];
    expected.extend(["application.ask_correction", "application.resubmit", "application.accept"]);
    expected.extend(["application.rule"; 9]);
    expected.push("application.pass");
    assert_eq!(files, 3);
    assert_eq!(deeds, expected);
    // The applicant reads how it went, not what the base looked up.
    for thing in [id.to_owned(), organization.to_string()] {
        let told = liaison.get(&format!("/history/{thing}?limit=200")).await.status(200).text();
        assert!(told.contains("application.pass") && !told.contains("application.rule"), "{told}");
        assert!(!told.contains("信用中国") && !liaison.get(&path).await.text().contains("信用中国"), "{told}");
    }
    let inside = operator.get(&format!("/history/{id}?limit=200")).await.status(200).text();
    assert!(inside.contains("信用中国查询无记录"), "{inside}");
    assert!(w.deeds(organization).await.contains(&"application.pass".to_owned()), "one story an organization");
}

#[tokio::test]
async fn a_team_without_an_organization_signs_up_and_applies() {
    let w = World::new().await;
    let to = announced(&w, "B03", intake("第一批")).await;
    let nobody = w.nobody();
    let shown = nobody.get("/public/intakes").await.ok();
    assert_eq!((&shown["items"][0]["id"], &shown["items"][0]["open"]), (&json!(to), &json!(true)));
    assert_eq!(nobody.get(&format!("/public/intakes/{to}")).await.ok()["quota"], 8);
    let team = json!({"login": "baiyin", "password": "seven grey herons wade", "name": "白音", "phone": "13847001234", "team": "草原拾光队"});
    let path = format!("/public/intakes/{to}/teams");
    for (field, value, code) in [
        ("team", json!(" "), "required"),
        ("phone", json!(""), "required"),
        ("phone", json!("12"), "bad_phone"),
        ("name", json!(""), "required"),
        ("login", json!("白音"), "bad_login"),
        ("password", json!("password12"), "weak_password"),
    ] {
        let mut bad = team.clone();
        bad[field] = value;
        let before = w.totals().await;
        nobody.post(&path, bad).await.refused(422, "invalid_fields").field(field, code);
        assert_eq!(w.totals().await, before, "{field}");
    }
    let organization =
        nobody.post(&path, team.clone()).await.status(201).json()["organization"].as_str().unwrap().to_owned();
    // A double tap is the same sign-up; another team or another password is somebody else.
    assert_eq!(nobody.post(&path, team.clone()).await.status(201).json()["organization"], json!(organization));
    for (field, value) in [("team", "别的队"), ("password", "eight grey herons wade")] {
        let mut other = team.clone();
        other[field] = json!(value);
        nobody.post(&path, other).await.refused(422, "invalid_fields").field("login", "already_used");
    }
    w.advance(chrono::Duration::minutes(11));
    nobody.post(&path, team).await.refused(422, "invalid_fields").field("login", "already_used");

    let entered =
        nobody.post("/session", json!({"login": "baiyin", "password": "seven grey herons wade"})).await.status(200);
    let session = entered.json();
    assert_eq!(session["roles"][0]["role"], "initiator", "{session}");
    let csrf = session["csrf"].as_str().or(session["csrf_token"].as_str()).unwrap_or_default().to_owned();
    let initiator = nobody.by_session(&entered.cookie(), &csrf);
    let body = json!({"intake": to, "organization": organization, "form": whole()});
    let view = initiator.post("/applications", body).await.created();
    // The charter is asked of others only.
    assert_eq!(
        (&view["kind"], &view["documents"][0]["name"], &view["documents"][1], &view["missing"]),
        (&json!("pre_registration"), &json!("计划书"), &Value::Null, &json!([]))
    );
    let view = initiator.post(&format!("{}/submit", at(&view)), json!({})).await.ok();
    assert_eq!(view["number"], "B03-2026-0001");
    let rules: Vec<String> = w.operator("B03").await.get(&at(&view)).await.ok()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["rule"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(rules, ["name_checked", "true_papers", "no_scandal", "not_resident"]);

    // An intake that does not admit teams has no way in for them.
    let mut closed = intake("只收已登记");
    closed["admits"] = json!(["registered"]);
    let other = announced(&w, "B03", closed).await;
    let more = json!({"login": "other", "password": "seven grey herons wade", "name": "x", "phone": "13847001234", "team": "x"});
    nobody.post(&format!("/public/intakes/{other}/teams"), more).await.refused(409, "kind_not_admitted");
    let body = json!({"intake": other, "organization": organization});
    initiator.post("/applications", body).await.refused(409, "kind_not_admitted");
}

#[tokio::test]
async fn sign_ups_from_one_address_wait_longer_and_longer() {
    let w = World::new().await;
    let to = announced(&w, "B03", intake("第一批")).await;
    let from = |address: &str| w.nobody().with("x-forwarded-for", address);
    let team = |n: usize| json!({"login": format!("t{n}"), "password": "seven grey herons wade", "name": "x", "phone": "13847001234", "team": "x"});
    let path = format!("/public/intakes/{to}/teams");
    for n in 0..11 {
        from("10.0.0.1").post(&path, team(n)).await.status(201);
    }
    from("10.0.0.1").post(&path, team(11)).await.refused(429, "too_many_attempts");
    from("10.0.0.2").post(&path, team(12)).await.status(201);
}

#[tokio::test]
async fn an_intake_is_written_announced_widened_and_ended() {
    let w = World::new().await;
    let (operator, nobody) = (w.operator("B03").await, w.nobody());
    let mut bad = intake(" ");
    bad["closes"] = json!("2026-11-01");
    bad["admits"] = json!([]);
    let refused =
        operator.post("/intakes", json!({"base": w.base("B03"), "intake": bad})).await.refused(422, "invalid_fields");
    let expected = [("name", "required"), ("closes", "empty_interval"), ("admits", "required")];
    assert_eq!(refused.fields(), expected.map(|(path, code)| (path.to_owned(), code.to_owned())));
    let made = operator.post("/intakes", json!({"base": w.base("B03"), "intake": intake("第一批")})).await;
    let etag = made.etag();
    let id = made.id();
    let path = format!("/intakes/{id}");
    nobody.get(&format!("/public{path}")).await.refused(404, "not_found");
    let mut again = intake("第二批");
    again["opens"] = json!("2026-11-25");
    operator.seen(&etag).put(&path, again.clone()).await.ok();
    let stale = operator.seen(&etag).put(&path, again).await.status(412);
    assert_eq!(stale.problem()["current"]["name"], "第二批", "{stale}");
    let view = operator.post(&format!("{path}/publish"), json!({})).await.ok();
    assert_eq!(
        (&view["state"], &view["open"], &view["can"]["edit"]),
        (&json!("published"), &json!(false), &json!("wrong_state"))
    );
    // It is shown before it opens; nothing can be handed in, nor begun.
    assert_eq!(nobody.get(&format!("/public{path}")).await.ok()["open"], false);
    let organization = w.organization("B03", "晨光").await;
    let liaison = w.liaison(organization).await;
    let body = json!({"intake": id, "organization": organization});
    liaison.post("/applications", body.clone()).await.refused(409, "intake_not_open");
    w.advance(chrono::Duration::days(2));
    let draft = liaison.post("/applications", body).await.created();
    operator
        .post(&format!("{path}/extend"), json!({"closes": "2026-12-01"}))
        .await
        .refused(422, "invalid_fields")
        .field("closes", "day_too_early");
    let view = operator.post(&format!("{path}/extend"), json!({"closes": "2026-12-20", "quota": 10})).await.ok();
    assert_eq!((&view["closes"], &view["quota"]), (&json!("2026-12-20"), &json!(10)));
    let list = operator.get(&format!("/intakes?base={}", w.base("B03"))).await.ok();
    assert_eq!(list["items"][0]["applications"], json!({"draft": 1}));
    operator.post(&format!("{path}/close"), json!({})).await.ok();
    nobody.get(&format!("/public{path}")).await.refused(404, "not_found");
    assert_eq!(liaison.get(&at(&draft)).await.ok()["can"]["submit"], "intake_not_open");
    // The supervisor runs intakes of all bases; another base's operator does not learn of a draft.
    let draft = operator.post("/intakes", json!({"base": w.base("B03"), "intake": intake("第三批")})).await.id();
    w.operator("B02").await.post(&format!("/intakes/{draft}/publish"), json!({})).await.refused(404, "not_found");
    w.operator("B02")
        .await
        .post("/intakes", json!({"base": w.base("B03"), "intake": intake("x")}))
        .await
        .refused(403, "not_allowed");
    w.supervisor().await.post(&format!("/intakes/{draft}/discard"), json!({})).await.ok();
    assert_eq!(w.deeds(&draft).await, ["intake.create", "intake.discard"]);
}

#[tokio::test]
async fn what_is_not_handed_in_or_put_right_in_time_lapses() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let to = announced(&w, "B03", intake("第一批")).await;
    let mut views = Vec::new();
    for name in ["甲", "乙", "丙"] {
        let organization = w.organization("B03", name).await;
        let liaison = w.liaison(organization).await;
        views.push((handed_in(&w, &liaison, &to, organization).await, liaison));
    }
    let lazy = w.organization("B03", "丁").await;
    let liaison = w.liaison(lazy).await;
    let draft = liaison.post("/applications", json!({"intake": to, "organization": lazy})).await.created();
    // The second is given more time by hand, never less; the third is put right on its last day.
    for (n, (view, _)) in views.iter().enumerate() {
        let path = format!("{}/correction", at(view));
        let mut asked = json!({"items": [{"text": "缺页"}]});
        if n == 1 {
            asked["until"] = json!("2026-12-04");
            let refused = operator.post(&path, asked.clone()).await.refused(422, "invalid_fields");
            refused.field("until", "day_too_early");
            asked["until"] = json!("2026-12-09");
        }
        operator.post(&path, asked).await.ok();
    }
    let house = w.house();
    let lapsed = || async { fuhua::applications::ticks::lapse_due(house).await.unwrap() };
    w.advance(chrono::Duration::days(14));
    assert_eq!(house.today(), day("2026-12-07"));
    assert_eq!(lapsed().await, 1, "the draft, whose intake is over");
    assert_eq!(liaison.get(&at(&draft)).await.ok()["state"], "lapsed");
    let (third, who) = &views[2];
    assert_eq!(who.post(&format!("{}/resubmit", at(third)), json!({})).await.ok()["state"], "submitted");
    w.advance(chrono::Duration::days(1));
    let (first, who) = &views[0];
    who.post(&format!("{}/resubmit", at(first)), json!({})).await.refused(409, "time_over");
    assert_eq!(who.get(&at(first)).await.ok()["can"]["resubmit"], "time_over");
    assert_eq!((lapsed().await, lapsed().await), (1, 0));
    for (n, state) in ["lapsed", "correction", "submitted"].iter().enumerate() {
        assert_eq!(operator.get(&at(&views[n].0)).await.ok()["state"], *state);
    }
    w.advance(chrono::Duration::days(2));
    assert_eq!(lapsed().await, 1, "the day that was given is over");
    // Who lapsed may apply again, if an intake is open.
    let next = announced(&w, "B03", {
        let mut of = intake("第二批");
        of["closes"] = Value::Null;
        of
    })
    .await;
    let body = json!({"intake": next, "organization": lazy});
    liaison.post("/applications", body).await.created();
}

#[tokio::test]
async fn an_action_that_does_not_fit_says_what_does() {
    let w = World::new().await;
    let organization = w.organization("B03", "晨光").await;
    let (operator, liaison) = (w.operator("B03").await, w.liaison(organization).await);
    let to = announced(&w, "B03", intake("第一批")).await;
    let view = handed_in(&w, &liaison, &to, organization).await;
    let refused = operator.post(&format!("{}/pass", at(&view)), json!({})).await.refused(409, "wrong_state");
    let values = &refused.problem()["values"];
    assert_eq!(
        (&values["state"], &values["may"]),
        (&json!("submitted"), &json!(["ask_correction", "accept", "withdraw"]))
    );
    // Two at once: one accepts, the other is told what happened.
    let path = format!("{}/accept", at(&view));
    let correction = format!("{}/correction", at(&view));
    let (one, two) =
        tokio::join!(operator.post(&path, json!({})), operator.post(&correction, json!({"items": [{"text": "缺页"}]})));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{one} {two}");
    let left = liaison.post(&format!("{}/withdraw", at(&view)), json!({"reason": "暂缓"})).await.ok();
    assert_eq!((&left["state"], &left["reason"]), (&json!("withdrawn"), &json!("暂缓")));
    liaison.post(&format!("{}/withdraw", at(&view)), json!({})).await.refused(409, "wrong_state");
}

#[tokio::test]
async fn an_application_on_paper_is_written_by_the_base() {
    let w = World::new().await;
    let organization = w.organization("B03", "晨光").await;
    let to = announced(&w, "B03", intake("第一批")).await;
    let view = handed_in(&w, &w.operator("B03").await, &to, organization).await;
    assert_eq!(view["on_paper"], true);
    // Of an organization that is nobody's of this base, it does not learn whether there is one.
    let other = w.organization("B04", "别家").await;
    let body = json!({"intake": to, "organization": other});
    w.operator("B03")
        .await
        .post("/applications", body.clone())
        .await
        .refused(422, "invalid_fields")
        .field("organization", "not_found");
    // But its own people may apply anywhere.
    let liaison = w.liaison(other).await;
    let theirs = liaison.post("/applications", body).await.created();
    assert_eq!(w.operator("B03").await.get(&at(&theirs)).await.ok()["organization"]["opens"], false);
    w.operator("B04").await.get(&at(&theirs)).await.refused(404, "not_found");
    w.supervisor().await.post(&format!("{}/accept", at(&view)), json!({})).await.refused(403, "not_allowed");
    w.auditor().await.get(&at(&view)).await.ok();
    liaison.get(&at(&view)).await.refused(404, "not_found");
}
