//! Stories of certificates: issued with a graduation, looked up by anybody, revoked, replaced.

use serde_json::{Value, json};

use crate::{
    organizations::code,
    residencies::{at, liaison_of},
    world::{Caller, World},
};

mod races;

/// An organization that is resident in a base since the spring and about to graduate: proposed to the city.
pub async fn proposed(w: &World, base: &str, name: &str) -> Value {
    let (operator, organization) = (w.operator(base).await, w.organization(base, name).await);
    let body = json!({
        "base": w.base(base), "organization": organization, "mode": "virtual", "first": "2026-03-01",
        "last": w.house().today().plus(400), "number": "呼孵协〔2026〕3号",
    });
    let path = at(&operator.post("/residencies/enter", body).await.created());
    let view = operator.post(&format!("{path}/ask-graduation"), json!({"text": "申请出壳"})).await.ok();
    for criterion in view["proceedings"]["graduations"][0]["criteria"].as_array().expect("criteria") {
        let found = json!({"criterion": criterion["key"], "judgement": "met", "evidence": "查阅档案"});
        operator.post(&format!("{path}/judge"), found).await.ok();
    }
    operator.post(&format!("{path}/propose"), json!({"text": "建议准予出壳"})).await.ok()
}

/// One that the city lets graduate, a month from now.
pub async fn graduated(w: &World, base: &str, name: &str) -> Value {
    let view = proposed(w, base, name).await;
    let body = json!({"last": w.house().today().plus(30)});
    w.supervisor().await.post(&format!("{}/graduate", at(&view)), body).await.ok()
}

/// The certificate of a residency that is valid, as the city sees it.
pub async fn certificate_of(w: &World, residency: &Value) -> Value {
    let city = w.supervisor().await;
    let of = format!("/certificates?state=valid&residency={}", residency["id"].as_str().expect("an id"));
    let list = city.get(&of).await.ok();
    let id = list["items"][0]["id"].as_str().unwrap_or_else(|| panic!("no certificate: {list}"));
    city.get(&format!("/certificates/{id}")).await.ok()
}

fn path(of: &Value) -> String {
    format!("/certificates/{}", of["id"].as_str().expect("an id"))
}

/// What anybody is told who has the code.
async fn told(w: &World, of: &Value) -> Value {
    w.nobody().get(&format!("/public/certificates/{}", of["code"].as_str().expect("a code"))).await.ok()
}

async fn paper(by: &Caller, of: &Value) -> Vec<u8> {
    by.get(&format!("{}/paper", path(of))).await.status(200).bytes
}

const WHY: &str = "名称有误";

#[tokio::test]
async fn who_graduates_has_a_certificate_that_anybody_can_look_up() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = proposed(&w, "B03", "晨光助老社").await;
    let own = liaison_of(&w, &view).await;
    // What is refused certifies nothing.
    let before = w.totals().await;
    city.post(&format!("{}/graduate", at(&view)), json!({"last": "2029-01-01"})).await.refused(422, "invalid_fields");
    operator.post(&format!("{}/graduate", at(&view)), json!({"last": "2026-12-31"})).await.refused(403, "not_allowed");
    assert_eq!(w.totals().await, before);
    let view = city.post(&format!("{}/graduate", at(&view)), json!({"last": "2026-12-31"})).await.ok();
    let of = certificate_of(&w, &view).await;
    assert_eq!(
        (&of["number"], &of["kind"], &of["state"], &of["issued_on"], &of["residency"]),
        (&json!("B03-CK-2026-0001"), &json!("graduation"), &json!("valid"), &json!("2026-11-23"), &view["id"])
    );
    assert_eq!(
        (&of["from"], &of["to"], &of["can"]),
        (&json!("2026-03-01"), &json!("2026-12-31"), &json!({"revoke": null, "replace": null}))
    );
    let body = of["body"].as_str().unwrap();
    assert!(body.contains("自2026年3月1日起") && body.contains("至2026年12月31日止，历时10个月"), "{body}");

    // The organization, its base and those who see all have it; nobody else has.
    for who in [&operator, &city, &own, &w.auditor().await] {
        assert!(paper(who, &of).await.starts_with(b"%PDF-"));
        let list = who.get("/certificates").await.ok();
        assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    }
    assert_eq!(own.get(&path(&of)).await.ok()["can"], json!({"revoke": "not_allowed", "replace": "not_allowed"}));
    for end in ["", "/paper"] {
        let path = format!("{}{end}", path(&of));
        w.operator("B04").await.get(&path).await.refused(404, "not_found");
        w.trainer("B03").await.get(&path).await.refused(403, "not_allowed");
        w.nobody().get(&path).await.refused(401, "not_signed_in");
    }
    assert_eq!(w.operator("B04").await.get("/certificates").await.ok()["items"], json!([]));

    // Anybody who has the paper types its code however he likes, and is told what stands on it.
    let base = operator.get(&format!("/bases/{}", w.base("B03"))).await.ok()["name"].clone();
    let public = json!({
        "kind": "graduation", "number": "B03-CK-2026-0001", "organization": "晨光助老社", "base": base,
        "issued_on": "2026-11-23", "state": "valid", "hash": of["hash"],
    });
    assert_eq!(told(&w, &of).await, public);
    let code = of["code"].as_str().unwrap();
    for typed in
        [code.to_lowercase(), format!("{}-{}", &code[..5], &code[5..]), format!("%20{}%20{}", &code[..3], &code[3..])]
    {
        assert_eq!(w.nobody().get(&format!("/public/certificates/{typed}")).await.ok(), public, "{typed}");
    }
    w.nobody().get("/public/certificates/x").await.refused(404, "not_found");

    let id = of["id"].as_str().unwrap();
    assert_eq!(w.deeds(id).await, ["certificate.issue"]);
    let story = w.deeds(view["organization"]["id"].as_str().unwrap()).await;
    assert!(
        story.ends_with(&["residency.graduate".to_owned(), "certificate.issue".to_owned()])
            || story.ends_with(&["certificate.issue".to_owned(), "residency.graduate".to_owned()]),
        "{story:?}"
    );
    let seen = own.get(&format!("/history/{id}")).await.ok();
    assert_eq!(seen["items"][0]["action"], "certificate.issue");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_revoked_is_told_to_whoever_looks() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = graduated(&w, "B03", "晨光助老社").await;
    let of = certificate_of(&w, &view).await;
    let revoke = format!("{}/revoke", path(&of));
    operator.post(&revoke, json!({"reason": WHY})).await.refused(403, "not_allowed");
    liaison_of(&w, &view).await.post(&revoke, json!({"reason": WHY})).await.refused(403, "not_allowed");
    let before = w.totals().await;
    city.post(&revoke, json!({"reason": "  "})).await.refused(422, "invalid_fields").field("reason", "required");
    let long = json!({"reason": "长".repeat(5_000)});
    city.post(&revoke, long).await.refused(422, "invalid_fields").field("reason", "too_long");
    city.post(&revoke, json!({"why": WHY})).await.refused(400, "invalid_fields");
    assert_eq!(w.totals().await, before);
    w.advance(chrono::Duration::days(3));
    let done = city.post(&revoke, json!({"reason": "材料不实"})).await.ok();
    assert_eq!(done["revocation"]["reason"], "材料不实");
    assert_eq!(
        (&done["revocation"]["on"], &done["can"]),
        (&json!("2026-11-26"), &json!({"revoke": "wrong_state", "replace": null}))
    );
    let public = told(&w, &of).await;
    assert_eq!((&public["state"], &public["revoked_on"]), (&json!("revoked"), &json!("2026-11-26")));
    assert!(!public.to_string().contains("材料不实"), "why is not everybody's");
    city.post(&revoke, json!({"reason": WHY})).await.refused(409, "wrong_state");
    // The organization is told why; its graduation stands.
    let own = liaison_of(&w, &view).await;
    assert_eq!(own.get(&path(&of)).await.ok()["revocation"]["reason"], "材料不实");
    assert_eq!(own.get(&at(&view)).await.ok()["exit"]["kind"], "graduated");
    assert_eq!(w.deeds(of["id"].as_str().unwrap()).await, ["certificate.issue", "certificate.revoke"]);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_wrong_one_is_replaced_and_what_was_printed_stays() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let view = graduated(&w, "B03", "晨光助老杜").await;
    let old = certificate_of(&w, &view).await;
    let sheet = paper(&city, &old).await;
    // The name is put right: what was printed is as it was.
    let organization = format!("/organizations/{}", view["organization"]["id"].as_str().unwrap());
    let etag = operator.get(&organization).await.etag();
    operator.seen(&etag).patch(&organization, json!({"name": "晨光助老社", "credit_code": code('1', 7)})).await.ok();
    let same = city.get(&path(&old)).await.ok();
    assert_eq!((&same["organization"]["name"], &same["hash"]), (&json!("晨光助老杜"), &old["hash"]));
    assert_eq!(paper(&city, &old).await, sheet);
    assert_eq!(told(&w, &old).await["organization"], "晨光助老杜");

    w.advance(chrono::Duration::days(1));
    let replace = format!("{}/replace", path(&old));
    operator.post(&replace, json!({"reason": WHY})).await.refused(403, "not_allowed");
    city.post(&replace, json!({"reason": ""})).await.refused(422, "invalid_fields").field("reason", "required");
    let new = city.post(&replace, json!({"reason": WHY})).await.created();
    assert_eq!(
        (&new["number"], &new["organization"]["name"], &new["issued_on"], &new["replaces"]["number"]),
        (&json!("B03-CK-2026-0002"), &json!("晨光助老社"), &json!("2026-11-24"), &old["number"])
    );
    assert_eq!((&new["from"], &new["to"]), (&old["from"], &old["to"]));
    assert_ne!(new["code"], old["code"]);
    assert_ne!(paper(&city, &new).await, sheet);
    assert_eq!(paper(&city, &old).await, sheet, "the old paper can still be seen");
    let gone = city.get(&path(&old)).await.ok();
    assert_eq!(
        (&gone["state"], &gone["replaced_by"]["number"], &gone["can"]["replace"]),
        (&json!("revoked"), &json!("B03-CK-2026-0002"), &json!("certificate_valid"))
    );
    assert_eq!(
        (told(&w, &old).await["state"].clone(), told(&w, &new).await["state"].clone()),
        (json!("revoked"), json!("valid"))
    );
    city.post(&replace, json!({"reason": WHY})).await.refused(409, "certificate_valid");
    assert_eq!(w.deeds(old["id"].as_str().unwrap()).await, ["certificate.issue", "certificate.replace"]);
    // Revoked by mistake, it is issued once more.
    city.post(&format!("{}/revoke", path(&new)), json!({"reason": "误操作"})).await.ok();
    let third = city.post(&format!("{}/replace", path(&new)), json!({"reason": "撤销有误"})).await.created();
    assert_eq!(third["number"], "B03-CK-2026-0003");
    assert_eq!(city.get(&path(&new)).await.ok()["revocation"]["reason"], "误操作");
    let list = city.get("/certificates?state=valid").await.ok();
    assert_eq!((list["items"].as_array().map(Vec::len), &list["items"][0]["id"]), (Some(1), &third["id"]));
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_city_words_it_and_each_base_counts_for_itself() {
    let w = World::new().await;
    let city = w.supervisor().await;
    let set = |text: &str| json!({"key": "certificates.graduation_text", "value": text, "from": "2026-11-23"});
    city.post("/settings", set("{nobody}")).await.refused(422, "invalid_fields").field("value", "unknown_place");
    let mut own = set("x");
    own["base"] = json!(w.base("B03"));
    city.post("/settings", own).await.refused(422, "invalid_fields").field("base", "setting_of_city");
    city.post("/settings", set("{organization}（{number}）在{base}{months}个月，准予出壳。")).await.ok();
    let first = certificate_of(&w, &graduated(&w, "B03", "晨光助老社").await).await;
    let base = first["base"]["name"].as_str().unwrap();
    assert_eq!(first["body"], format!("晨光助老社（B03-CK-2026-0001）在{base}9个月，准予出壳。"));
    w.advance(chrono::Duration::seconds(1));
    let second = certificate_of(&w, &graduated(&w, "B03", "清泉环保社").await).await;
    let other = certificate_of(&w, &graduated(&w, "B04", "萤火公益社").await).await;
    assert_eq!((&second["number"], &other["number"]), (&json!("B03-CK-2026-0002"), &json!("B04-CK-2026-0001")));
    // Lists are within reach, and as narrow as they are asked for.
    let count = async |by: &Caller, query: &str| {
        by.get(&format!("/certificates?{query}")).await.ok()["items"].as_array().map(Vec::len)
    };
    let (b03, organization) = (w.base("B03"), second["organization"]["id"].as_str().unwrap().to_owned());
    assert_eq!(count(&city, "").await, Some(3));
    assert_eq!(count(&city, &format!("base={b03}")).await, Some(2));
    assert_eq!(count(&city, &format!("organization={organization}")).await, Some(1));
    let operator = w.operator("B04").await;
    assert_eq!(count(&operator, "").await, Some(1));
    assert_eq!(count(&operator, &format!("organization={organization}")).await, Some(0));
    assert_eq!(count(&city, "limit=2").await, Some(2));
    let rows = crate::exports::rows(&city, &format!("/certificates/export?base={b03}")).await;
    assert_eq!((rows.len(), rows[1][0].as_str(), rows[1][9].as_str()), (3, "B03-CK-2026-0002", "有效"));
    assert_eq!(crate::exports::rows(&operator, "/certificates/export").await.len(), 2);
    w.trainer("B03").await.get("/certificates/export").await.refused(403, "not_allowed");
}

#[tokio::test]
async fn who_guesses_waits_and_who_knows_does_not() {
    let w = World::new().await;
    let of = certificate_of(&w, &graduated(&w, "B03", "晨光助老社").await).await;
    let code = of["code"].as_str().unwrap();
    let from = |address: &str| w.nobody().with("x-forwarded-for", address);
    let guesser = from("203.0.113.7");
    // What cannot be a code is a slip and no guess.
    for _ in 0..40 {
        guesser.get("/public/certificates/7Q4M2").await.refused(404, "not_found");
    }
    let mut statuses = Vec::new();
    for n in 0..30 {
        let guess = format!("/public/certificates/22222222{}{}", n / 8 + 2, n % 8 + 2);
        statuses.push(guesser.get(&guess).await.status);
    }
    assert_eq!((statuses[0], statuses[19], statuses[29]), (404, 404, 429), "{statuses:?}");
    let right = format!("/public/certificates/{code}");
    guesser.get(&right).await.refused(429, "too_many_attempts");
    // Others are not kept waiting, however often they look.
    let many = from("203.0.113.8");
    for _ in 0..60 {
        many.get(&right).await.ok();
    }
}

#[tokio::test]
async fn what_was_tampered_with_is_found() {
    let w = World::new().await;
    let view = graduated(&w, "B03", "晨光助老社").await;
    let found = async |of: &str| -> Vec<String> {
        let all = w.findings().await;
        let ours = all.iter().filter_map(|found| found.strip_prefix(of)?.split_once(": "));
        ours.map(|(_, what)| what.to_owned()).collect()
    };
    let change = async |sql: &str| w.run(&format!("UPDATE certificate SET {sql} RETURN NONE"), vec![]).await;
    change("shown = string::replace(shown, '晨光', '星光')").await;
    assert_eq!(found("certificates: ").await, ["what it says is not what its hash says"]);
    change("shown = string::replace(shown, '星光', '晨光'), live_key = NONE").await;
    assert_eq!(found("certificates: ").await, ["is valid, and its key or its revocation says otherwise"]);
    let key = format!("graduation {}", view["id"].as_str().unwrap());
    change(&format!("live_key = '{key}'")).await;
    assert_eq!(found("certificates: ").await, Vec::<String>::new());
    // Two that are valid are found without the index that keeps them apart.
    let replace = format!("{}/replace", path(&certificate_of(&w, &view).await));
    w.supervisor().await.post(&replace, json!({"reason": WHY})).await.created();
    w.run("REMOVE INDEX certificate_live ON certificate", vec![]).await;
    change(&format!("state = 'valid', revocation = NONE, live_key = '{key}'")).await;
    assert_eq!(found("codes: ").await, [format!("live_key {key} is another's too")]);
    w.run("DELETE certificate RETURN NONE", vec![]).await;
    assert_eq!(found("certificates: ").await, ["has no certificate"]);
}
