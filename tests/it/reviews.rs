//! Stories of reviews: who may look, scores that nobody sees before their time, places and the waiting list.

mod course;
mod guards;

use domain::{
    access::{Role, Scope},
    id::BaseId,
};
use serde_json::{Value, json};

use crate::{
    applications::whole,
    crawl::things::intake,
    world::{Caller, World},
};

/// An announced intake of a base with a number of places.
pub async fn announced(w: &World, base: &str, quota: Value) -> String {
    let operator = w.operator(base).await;
    let mut of = intake("第一批");
    of["quota"] = quota;
    of["documents"] = json!([{"name": "计划书", "of": ["pre_registration"], "required": false}]);
    let id = operator.post("/intakes", json!({"base": w.base(base), "intake": of})).await.id();
    operator.post(&format!("/intakes/{id}/publish"), json!({})).await.ok();
    id
}

/// An application of a team that passed the first check: its id.
pub async fn passed(w: &World, base: &str, intake: &str, team: &str) -> String {
    passed_at(&w.operator(base).await, w.base(base), intake, team).await
}

/// As [`passed`], by an operator of the base; the team's name stands in all that it writes.
pub async fn passed_at(operator: &Caller, base: BaseId, intake: &str, team: &str) -> String {
    let of = json!({"name": team, "kind": "pre_registration", "home_base": base, "division": "150702"});
    let organization = operator.post("/organizations", of).await.id();
    let mut form = whole();
    form["introduction"] = json!(format!("{team}为社区老人助餐"));
    let body = json!({"intake": intake, "organization": organization, "form": form});
    let id = operator.post("/applications", body).await.id();
    let path = format!("/applications/{id}");
    let asks = operator.get(&path).await.ok();
    let mark = asks["documents"][0]["key"].as_str().expect("a mark");
    operator
        .upload(&format!("/files?owner={id}&document={mark}"), "计划书.txt", team.as_bytes(), &[])
        .await
        .status(201);
    operator.post(&format!("{path}/submit"), json!({})).await.ok();
    operator.post(&format!("{path}/accept"), json!({})).await.ok();
    for rule in ["name_checked", "true_papers", "no_scandal"] {
        let ruling = json!({"rule": rule, "passed": true, "evidence": "电话核实"});
        operator.post(&format!("{path}/rulings"), ruling).await.ok();
    }
    operator.post(&format!("{path}/pass"), json!({})).await.ok();
    id
}

/// A reviewer, by login.
pub async fn reviewer(w: &World, login: &str) -> Caller {
    w.person(login, &[(Role::Reviewer, Scope::Personal)]).await
}

fn account(who: &Caller) -> String {
    who.account.expect("an account").to_string()
}

/// A review of some applications by some reviewers.
pub async fn convened(w: &World, base: &str, intake: &str, applications: &[&str], by: &[&Caller]) -> Value {
    convened_by(&w.operator(base).await, intake, applications, by).await
}

/// As [`convened`], by an operator of the base.
pub async fn convened_by(operator: &Caller, intake: &str, applications: &[&str], by: &[&Caller]) -> Value {
    let reviewers: Vec<String> = by.iter().map(|who| account(who)).collect();
    let body = json!({"intake": intake, "applications": applications, "reviewers": reviewers});
    operator.post("/reviews", body).await.created()
}

fn at(view: &Value) -> String {
    format!("/reviews/{}", view["id"].as_str().expect("an id"))
}

/// The sheet of a reviewer for an application, as its address.
pub async fn sheet_of(review: &Value, who: &Caller, application: &str) -> String {
    let sheets = review["sheets"].as_array().expect("sheets");
    let own = |of: &&Value| of["application"] == application && of["reviewer"] == account(who).as_str();
    let found = sheets.iter().rfind(own).unwrap_or_else(|| panic!("no sheet: {review}"));
    format!("/review-sheets/{}", found["id"].as_str().expect("an id"))
}

/// Marks of the shipped rubric.
pub fn marks(points: [f64; 5], advice: &str) -> Value {
    let keys = ["need", "plan", "team", "growth", "fit"];
    let scores: Vec<Value> =
        keys.iter().zip(points).map(|(key, points)| json!({"key": key, "points": points})).collect();
    json!({"scores": scores, "advice": advice, "comment": "评语"})
}

/// Declares that one is free to review, and hands in.
pub async fn score(review: &Value, who: &Caller, application: &str, points: [f64; 5], advice: &str) {
    let path = sheet_of(review, who, application).await;
    who.post(&format!("{path}/clear"), json!({})).await.ok();
    who.post(&format!("{path}/lock"), marks(points, advice)).await.ok();
}

const GOOD: [f64; 5] = [18.0, 22.0, 18.0, 17.0, 13.0];
const FAIR: [f64; 5] = [16.0, 18.5, 15.0, 15.0, 10.0];
const POOR: [f64; 5] = [8.0, 10.0, 8.0, 8.0, 6.0];

#[tokio::test]
async fn two_reviewers_score_and_the_city_decides() {
    let w = World::new().await;
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let (one, two) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await);
    let to = announced(&w, "B03", json!(1)).await;
    let first = passed(&w, "B03", &to, "草原拾光筹备组").await;
    let second = passed(&w, "B03", &to, "邻里茶话筹备组").await;
    let third = passed(&w, "B03", &to, "银发课堂筹备组").await;

    // Who could review, and what waits: fifteen working days from today.
    let panel = operator.get(&format!("/intakes/{to}/panel")).await.ok();
    let waits: Vec<&Value> = panel["applications"].as_array().unwrap().iter().map(|of| &of["id"]).collect();
    assert_eq!((waits, &panel["due"]), (vec![&json!(first), &json!(second), &json!(third)], &json!("2026-12-09")));
    assert_eq!(panel["rubric"].as_array().unwrap().len(), 5);
    let view = convened(&w, "B03", &to, &[&first, &second, &third], &[&one, &two]).await;
    let path = at(&view);
    assert_eq!(
        (&view["state"], &view["due"], &view["can"]["close"]),
        (&json!("open"), &json!("2026-12-09"), &json!("sheets_short"))
    );
    let shown = operator.get(&format!("/applications/{first}")).await.ok();
    assert_eq!((&shown["state"], &shown["clock"]["owner"]), (&json!("reviewing"), &json!("panel")));

    // Before the declaration a reviewer sees whose it is, and nothing of it.
    let sheet = sheet_of(&view, &one, &first).await;
    let asked = one.get(&sheet).await.ok();
    assert_eq!((&asked["organization"], asked.get("dossier")), (&json!("草原拾光筹备组"), None), "{asked}");
    assert!(!asked.to_string().contains("为社区老人助餐"));
    let file = operator.get(&format!("/applications/{first}")).await.ok()["documents"][0]["files"][0]["id"].clone();
    let content = format!("{sheet}/files/{}/content", file.as_str().unwrap());
    one.get(&content).await.refused(404, "not_found");
    one.put(&sheet, marks(GOOD, "admit")).await.refused(409, "wrong_state");
    let cleared = one.post(&format!("{sheet}/clear"), json!({})).await.ok();
    assert_eq!(cleared["dossier"]["form"]["introduction"], "草原拾光筹备组为社区老人助餐");
    // Whom to call is not for reviewers; the document is.
    assert_eq!(cleared["dossier"]["form"]["contact_phone"], Value::Null);
    assert_eq!(one.get(&content).await.status(200).text(), "草原拾光筹备组");
    // It is of this application only, and of this reviewer only.
    let other = sheet_of(&view, &one, &second).await;
    one.post(&format!("{other}/clear"), json!({})).await.ok();
    one.get(&format!("{other}/files/{}/content", file.as_str().unwrap())).await.refused(404, "not_found");
    two.get(&sheet).await.refused(404, "not_found");
    two.get(&content).await.refused(404, "not_found");
    one.get(&format!("/applications/{first}")).await.refused(403, "not_allowed");

    // Saved unfinished; handed in whole.
    let half = json!({"scores": [{"key": "need", "points": 18.0}]});
    assert_eq!(one.put(&sheet, half.clone()).await.ok()["total"], 18.0);
    let refused = one.post(&format!("{sheet}/lock"), half).await.refused(422, "invalid_fields");
    let missing: Vec<String> = refused.fields().into_iter().map(|(path, _)| path).collect();
    assert_eq!(missing, ["scores.plan", "scores.team", "scores.growth", "scores.fit", "advice"]);
    let locked = one.post(&format!("{sheet}/lock"), marks(GOOD, "admit")).await.ok();
    assert_eq!((&locked["state"], &locked["total"]), (&json!("locked"), &json!(88.0)));
    one.put(&sheet, marks(POOR, "reject")).await.refused(409, "wrong_state");
    one.post(&format!("{other}/lock"), marks(FAIR, "admit")).await.ok();

    // Nobody sees points before all are in: not who holds the review, not the other reviewer, not the city.
    for who in [&operator, &city] {
        let open = who.get(&path).await.ok();
        assert!(open["sheets"].as_array().unwrap().iter().all(|of| of.get("marks").is_none()), "{open}");
        assert!(open["entries"].as_array().unwrap().iter().all(|of| of.get("standing").is_none()), "{open}");
        assert!(!who.get(&format!("{path}/export")).await.status(200).bytes.is_empty());
    }
    let short = operator.post(&format!("{path}/close"), json!({})).await.refused(409, "sheets_short");
    assert_eq!((&short.json()["values"]["count"], &short.json()["values"]["min"]), (&json!(3), &json!(2)), "{short}");

    score(&view, &one, &third, POOR, "reject").await;
    score(&view, &two, &first, FAIR, "admit").await;
    score(&view, &two, &second, FAIR, "wait").await;
    score(&view, &two, &third, GOOD, "admit").await;
    let closed = operator.post(&format!("{path}/close"), json!({})).await.ok();
    let told: Vec<Value> = closed["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| {
            json!([
                of["organization"]["name"],
                of["standing"]["rank"],
                of["standing"]["mean"],
                of["standing"]["disagrees"]
            ])
        })
        .collect();
    // 88 and 74.5; 74.5 twice; 40 and 88, far apart.
    assert_eq!(
        told,
        [
            json!(["草原拾光筹备组", 1, 81.25, false]),
            json!(["邻里茶话筹备组", 2, 74.5, false]),
            json!(["银发课堂筹备组", 3, 64.0, true]),
        ]
    );
    assert_eq!(closed["sheets"][0]["marks"]["comment"], "评语");
    assert_eq!(operator.get(&format!("/applications/{first}")).await.ok()["clock"]["owner"], "city");
    let overview = city.get("/overview").await.ok();
    let todo = overview["attention"].as_array().unwrap().iter().find(|of| of["kind"] == "application_to_decide");
    assert_eq!(todo.map(|of| of["count"].clone()), Some(json!(3)), "{overview}");

    // One place; who prepares does not decide; all at once, with reasons.
    let decisions = |of: [(&str, &str, Option<&str>); 3]| {
        let one = |(id, outcome, reason): (&str, &str, Option<&str>)| json!({"application": id, "outcome": outcome, "reason": reason});
        json!({"decisions": of.map(one)})
    };
    let decide = format!("{path}/decide");
    let good =
        decisions([(&first, "propose", None), (&second, "defer", None), (&third, "reject", Some("评审意见分歧大"))]);
    operator.post(&decide, good.clone()).await.refused(403, "not_allowed");
    let two_places = decisions([(&first, "propose", None), (&second, "propose", None), (&third, "reject", Some("x"))]);
    let before = w.totals().await;
    let full = city.post(&decide, two_places).await.refused(409, "quota_full");
    assert_eq!(full.json()["values"]["quota"], 1, "{full}");
    let bare = decisions([(&first, "defer", None), (&second, "propose", None), (&third, "reject", None)]);
    let refused = city.post(&decide, bare).await.refused(422, "invalid_fields");
    let told = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(refused.fields(), [told("decisions[0].reason", "passed_over"), told("decisions[2].reason", "required")]);
    assert_eq!(w.totals().await, before, "nothing was written");
    let decided = city.post(&decide, good).await.ok();
    assert_eq!((&decided["state"], &decided["taken"]), (&json!("decided"), &json!(1)));
    let state = async |id: &str| operator.get(&format!("/applications/{id}")).await.ok();
    assert_eq!(state(&first).await["state"], "proposed");
    let waiting = state(&second).await;
    assert_eq!((&waiting["state"], &waiting["place"]), (&json!("waiting"), &json!(1)));
    assert_eq!(
        (&state(&third).await["state"], &state(&third).await["reason"]),
        (&json!("rejected"), &json!("评审意见分歧大"))
    );

    // The place that is given back goes to the first of the list.
    let listed = city.get(&format!("/applications/{second}")).await.ok();
    assert_eq!((&listed["can"]["propose"], &listed["can"]["reject"]), (&json!("quota_full"), &Value::Null));
    city.post(&format!("/applications/{second}/propose"), json!({})).await.refused(409, "quota_full");
    operator.post(&format!("/applications/{first}/withdraw"), json!({"reason": "另有场地"})).await.ok();
    assert_eq!(city.get(&format!("/applications/{second}")).await.ok()["can"]["propose"], Value::Null);
    operator.post(&format!("/applications/{second}/propose"), json!({})).await.refused(403, "not_allowed");
    let proposed = city.post(&format!("/applications/{second}/propose"), json!({})).await.ok();
    assert_eq!((&proposed["state"], proposed.get("place")), (&json!("proposed"), None));
    city.post(&format!("/applications/{second}/propose"), json!({})).await.refused(409, "wrong_state");
    assert_eq!(w.findings().await, Vec::<String>::new());

    let deeds = w.deeds(view["id"].as_str().unwrap()).await;
    assert_eq!(deeds, ["review.convene", "review.close", "review.decide"]);
    let own = w.deeds(sheet.trim_start_matches("/review-sheets/")).await;
    assert_eq!(own, ["review_sheet.ask", "review_sheet.clear", "review_sheet.save", "review_sheet.lock"]);
    let mut story = w.deeds(&second).await;
    story.retain(|deed| deed.starts_with("application."));
    assert_eq!(
        story[story.len() - 4..],
        ["application.convene", "application.conclude", "application.defer", "application.propose"]
    );
}

/// T53, as far as admission goes: who stepped aside has nothing of it any more.
#[tokio::test]
async fn who_steps_aside_has_nothing_of_it() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let (one, two, three) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await, reviewer(&w, "bao").await);
    let to = announced(&w, "B03", Value::Null).await;
    let id = passed(&w, "B03", &to, "草原拾光筹备组").await;
    let view = convened(&w, "B03", &to, &[&id], &[&one, &two]).await;
    let path = at(&view);
    let sheet = sheet_of(&view, &one, &id).await;
    one.post(&format!("{sheet}/clear"), json!({})).await.ok();
    one.put(&sheet, marks(POOR, "reject")).await.ok();
    one.post(&format!("{sheet}/recuse"), json!({"reason": " "}))
        .await
        .refused(422, "invalid_fields")
        .field("reason", "required");
    one.post(&format!("{sheet}/recuse"), json!({"reason": "曾任该队顾问"})).await.done();
    one.get(&sheet).await.refused(404, "not_found");
    one.put(&sheet, marks(POOR, "reject")).await.refused(404, "not_found");
    assert_eq!(one.get("/review-sheets").await.ok()["items"], json!([]));
    let shown = operator.get(&path).await.ok();
    let aside = &shown["sheets"].as_array().unwrap().iter().find(|of| of["state"] == "recused").cloned().unwrap();
    assert_eq!((&aside["reason"], aside.get("marks")), (&json!("曾任该队顾问"), None));
    // One sheet is not enough; another reviewer is added, and one taken out again: his sheet stays readable.
    score(&view, &two, &id, FAIR, "admit").await;
    operator.post(&format!("{path}/close"), json!({})).await.refused(409, "sheets_short");
    let add = |who: &Caller| json!({"reviewer": account(who)});
    operator
        .post(&format!("{path}/reviewers"), add(&two))
        .await
        .refused(422, "invalid_fields")
        .field("reviewer", "already_used");
    let more = operator.post(&format!("{path}/reviewers"), add(&three)).await.ok();
    score(&more, &three, &id, GOOD, "admit").await;
    let remove = format!("{path}/reviewers/{}/remove", account(&two));
    operator.post(&remove, json!({"reason": "出差"})).await.ok();
    two.get(&sheet_of(&view, &two, &id).await).await.refused(404, "not_found");
    operator.post(&format!("{path}/close"), json!({})).await.refused(409, "sheets_short");
    let again = operator.post(&format!("{path}/reviewers"), add(&two)).await.ok();
    score(&again, &two, &id, GOOD, "admit").await;
    let closed = operator.post(&format!("{path}/close"), json!({})).await.ok();
    let standing = &closed["entries"][0]["standing"];
    assert_eq!((&standing["mean"], &standing["counted"]), (&json!(88.0), &json!(2)), "{closed}");
    let removed = closed["sheets"].as_array().unwrap().iter().find(|of| of["state"] == "removed").unwrap();
    assert_eq!((&removed["reason"], &removed["marks"]["total"]), (&json!("出差"), &json!(74.5)));
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// Domain facts 8: a reviewer does not review the entry of his own employer.
#[tokio::test]
async fn who_is_bound_to_the_applicant_is_not_asked() {
    let w = World::new().await;
    let operator = w.operator("B03").await;
    let to = announced(&w, "B03", Value::Null).await;
    let id = passed(&w, "B03", &to, "草原拾光筹备组").await;
    let shown = operator.get(&format!("/applications/{id}")).await.ok();
    let own = shown["organization"]["id"].as_str().unwrap().parse().unwrap();
    let bound =
        w.person("bound", &[(Role::Reviewer, Scope::Personal), (Role::Initiator, Scope::Organization(own))]).await;
    let (one, namesake) = (reviewer(&w, "fang").await, reviewer(&w, "liu").await);
    let namesake_name = operator.get(&format!("/intakes/{to}/panel")).await.ok()["reviewers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|of| of["id"] == account(&namesake).as_str())
        .unwrap()["name"]
        .clone();
    operator.post(&format!("/organizations/{own}/persons"), json!({"name": namesake_name})).await.created();
    let panel = operator.get(&format!("/intakes/{to}/panel")).await.ok();
    let why = |who: &Caller| -> Value {
        let all = panel["reviewers"].as_array().unwrap();
        let found = all.iter().find(|of| of["id"] == account(who).as_str()).unwrap();
        json!([found["conflicts"][0]["why"], found["conflicts"][0]["blocks"]])
    };
    assert_eq!(why(&bound), json!(["own_role", true]));
    assert_eq!(why(&namesake), json!(["same_name", false]));
    assert_eq!(why(&one), json!([null, null]));
    let body = |who: &[&Caller]| {
        let reviewers: Vec<String> = who.iter().map(|who| account(who)).collect();
        json!({"intake": to, "applications": [id], "reviewers": reviewers})
    };
    let before = w.totals().await;
    let refused = operator.post("/reviews", body(&[&one, &bound])).await.refused(422, "invalid_fields");
    refused.field("reviewers[1]", "conflict_of_interest");
    operator.post("/reviews", body(&[&one])).await.refused(422, "invalid_fields").field("reviewers", "reviewers_few");
    let stranger = w.stranger().await;
    operator
        .post("/reviews", body(&[&one, &stranger]))
        .await
        .refused(422, "invalid_fields")
        .field("reviewers[1]", "not_found");
    assert_eq!(w.totals().await, before);
    // Of a base of others nothing is told, and who decides does not convene.
    w.operator("B04")
        .await
        .post("/reviews", body(&[&one, &namesake]))
        .await
        .refused(422, "invalid_fields")
        .field("intake", "not_found");
    w.operator("B04").await.get(&format!("/intakes/{to}/panel")).await.refused(404, "not_found");
    w.supervisor().await.post("/reviews", body(&[&one, &namesake])).await.refused(403, "not_allowed");
    // Who has the same name is asked about it.
    let view = operator.post("/reviews", body(&[&one, &namesake])).await.created();
    assert_eq!(namesake.get(&sheet_of(&view, &namesake, &id).await).await.ok()["hint"], "same_name");
    operator
        .post("/reviews", body(&[&one, &namesake]))
        .await
        .refused(422, "invalid_fields")
        .field("applications[0]", "wrong_state");
    let add = json!({"reviewer": account(&bound)});
    operator
        .post(&format!("{}/reviewers", at(&view)), add)
        .await
        .refused(422, "invalid_fields")
        .field("reviewer", "conflict_of_interest");
}
