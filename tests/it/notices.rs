//! Stories of publicity: what everybody sees, who is heard, what is approved when.

use serde_json::{Value, json};

use crate::{
    reviews::{announced, convened, marks, passed, reviewer, sheet_of},
    world::{Reply, World, day},
};

/// Applications of an intake that are to get a place, of these teams: their ids.
pub async fn proposed(w: &World, base: &str, quota: Value, teams: &[&str]) -> Vec<String> {
    let to = announced(w, base, quota).await;
    let mut ids = Vec::new();
    for team in teams {
        ids.push(passed(w, base, &to, team).await);
    }
    let tag = &to[20..].to_lowercase();
    let people = [reviewer(w, &format!("a{tag}")).await, reviewer(w, &format!("b{tag}")).await];
    let all: Vec<&str> = ids.iter().map(String::as_str).collect();
    let view = convened(w, base, &to, &all, &[&people[0], &people[1]]).await;
    for id in &ids {
        for who in &people {
            let sheet = sheet_of(&view, who, id).await;
            who.post(&format!("{sheet}/clear"), json!({})).await.ok();
            who.post(&format!("{sheet}/lock"), marks([18.0, 22.0, 18.0, 17.0, 13.0], "admit")).await.ok();
        }
    }
    let path = format!("/reviews/{}", view["id"].as_str().expect("an id"));
    w.operator(base).await.post(&format!("{path}/close"), json!({})).await.ok();
    let decisions: Vec<Value> = ids.iter().map(|id| json!({"application": id, "outcome": "propose"})).collect();
    w.supervisor().await.post(&format!("{path}/decide"), json!({"decisions": decisions})).await.ok();
    ids
}

/// A notice that shows some applications.
pub async fn published(w: &World, ids: &[String]) -> Value {
    let body = json!({"applications": ids, "title": "2026年第一批拟入驻公示", "text": "现将名单予以公示。", "place": "基地一楼公告栏"});
    w.supervisor().await.post("/notices", body).await.created()
}

fn at(view: &Value) -> String {
    format!("/notices/{}", view["id"].as_str().expect("an id"))
}

fn objection(subject: &str) -> Value {
    json!({"subject": subject, "name": "赵青山", "contact": "13904705678", "text": "该组织负责人材料不实，请核查"})
}

async fn state(w: &World, id: &str) -> Value {
    w.supervisor().await.get(&format!("/applications/{id}")).await.ok()["state"].clone()
}

#[tokio::test]
async fn what_is_to_be_decided_is_shown_and_whoever_objects_is_heard() {
    let w = World::new().await;
    let (city, operator, nobody) = (w.supervisor().await, w.operator("B03").await, w.nobody());
    let ids = proposed(&w, "B03", json!(3), &["草原拾光筹备组", "邻里茶话筹备组", "银发课堂筹备组"]).await;
    let person = json!({"responsible_name": "白音图雅"});
    let shown = operator.get(&format!("/applications/{}", ids[0])).await.ok();
    let own = format!("/organizations/{}", shown["organization"]["id"].as_str().unwrap());
    let etag = operator.get(&own).await.etag();
    operator.seen(&etag).patch(&own, person).await.ok();

    // Bad ones first: nothing is written.
    let before = w.totals().await;
    operator.post("/notices", json!({"applications": ids, "title": "x"})).await.refused(403, "not_allowed");
    let bad = json!({"applications": [ids[0], ids[0]], "title": " ", "days": 4});
    let refused = city.post("/notices", bad).await.refused(422, "invalid_fields");
    let told = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(
        refused.fields(),
        [told("title", "required"), told("days", "out_of_range"), told("applications[1]", "already_used")]
    );
    city.post("/notices", json!({"applications": [], "title": "x"}))
        .await
        .refused(422, "invalid_fields")
        .field("applications", "required");
    assert_eq!(w.totals().await, before);

    // Five working days from Monday: until the next Monday.
    let view = published(&w, &ids).await;
    let path = at(&view);
    assert_eq!(
        (&view["starts"], &view["ends"], &view["kind"]),
        (&json!("2026-11-23"), &json!("2026-11-30"), &json!("working"))
    );
    assert_eq!(state(&w, &ids[0]).await, "publicity");
    let again = json!({"applications": [ids[0]], "title": "x"});
    city.post("/notices", again).await.refused(422, "invalid_fields").field("applications[0]", "wrong_state");

    // Everybody sees it, without a sign-in, and persons by their family names only.
    let listed = nobody.get("/public/notices").await.ok();
    let public = nobody.get(&format!("/public{path}")).await.ok();
    let mut brief = public.clone();
    let whole = brief.as_object_mut().unwrap().remove("shown").unwrap();
    assert_eq!(listed["items"][0], brief);
    // Anybody can reckon the hash of what was published.
    assert_eq!(fuhua::journal::sha256(whole.as_str().unwrap()), public["hash"].as_str().unwrap());
    assert_eq!((&public["open"], &public["hash"]), (&json!(true), &view["hash"]));
    assert_eq!(public["subjects"][0]["fields"]["responsible"], "白***");
    assert!(!public.to_string().contains("白音图雅") && !public.to_string().contains("13904701234"), "{public}");
    // The hash is of the very text that is kept.
    assert_eq!(fuhua::journal::sha256(view["shown"].as_str().unwrap()), view["hash"].as_str().unwrap());
    assert!(view["shown"].as_str().unwrap().contains("草原拾光筹备组"));

    // Whoever objects says who he is; what is wrong is told by field.
    let object = format!("/public{path}/objections");
    let bad = json!({"subject": "app_x", "name": "", "contact": "12", "text": " "});
    let refused = nobody.post(&object, bad).await.refused(422, "invalid_fields");
    assert_eq!(
        refused.fields(),
        [
            told("subject", "not_found"),
            told("name", "required"),
            told("text", "required"),
            told("contact", "bad_contact")
        ]
    );
    let received = nobody.post(&object, objection(&ids[1])).await.status(201).json();
    assert_eq!(received["number"], "YY2026-0001");
    let follow = format!("/public/objections/{}", received["follow"].as_str().unwrap());
    let followed = nobody.get(&follow).await.ok();
    assert_eq!(
        (&followed["state"], &followed["due"], &followed["reply"]),
        (&json!("open"), &json!("2026-12-07"), &Value::Null)
    );
    nobody.get("/public/objections/guessed").await.refused(404, "not_found");
    assert_eq!(state(&w, &ids[1]).await, "disputed");

    // Who objects is seen by those only who answer; the base and the applicant see that somebody does.
    let seen = operator.get(&path).await.ok();
    assert_eq!(seen["objections"][0]["number"], "YY2026-0001");
    for who in [&operator, &nobody] {
        for place in [path.clone(), format!("/public{path}"), format!("/history/{}", ids[1])] {
            let text = who.get(&place).await.text();
            assert!(
                !text.contains("赵青山") && !text.contains("13904705678") && !text.contains("材料不实"),
                "{place}: {text}"
            );
        }
    }
    let inside = city.get(&path).await.ok();
    let one = &inside["objections"][0];
    assert_eq!(
        (&one["name"], &one["contact"], &one["due"]),
        (&json!("赵青山"), &json!("13904705678"), &json!("2026-12-07"))
    );

    // Nothing is approved before the last day is over, nor against an open objection.
    city.post(&format!("{path}/conclude"), json!({})).await.refused(409, "notice_running");
    city.post(&format!("{path}/revoke"), json!({"reason": "x"})).await.refused(409, "objections_open");
    w.advance(day("2026-12-01").starts_at(crate::world::zone()) - w.now());
    nobody.post(&object, objection(&ids[0])).await.refused(409, "notice_over");
    operator.post(&format!("{path}/conclude"), json!({})).await.refused(403, "not_allowed");
    let overview = city.get("/overview").await.ok();
    let todo = |kind: &str| overview["attention"].as_array().unwrap().iter().find(|of| of["kind"] == kind).cloned();
    assert_eq!(todo("notice_to_conclude").map(|of| of["items"][0]["id"].clone()), Some(view["id"].clone()));
    assert_eq!(todo("application_to_decide").map(|of| of["count"].clone()), Some(json!(1)), "the one objected to");
    let half = city.post(&format!("{path}/conclude"), json!({})).await.ok();
    let outcomes = |view: &Value| -> Vec<Value> {
        view["subjects"].as_array().unwrap().iter().map(|of| of["outcome"].clone()).collect()
    };
    assert_eq!(
        (outcomes(&half), &half["state"]),
        (vec![json!("approved"), Value::Null, json!("approved")], &json!("published"))
    );
    assert_eq!(state(&w, &ids[0]).await, "approved");
    city.post(&format!("{path}/conclude"), json!({})).await.refused(409, "objections_open");

    // Answered, with what was found and what is told.
    let answer = format!("{path}/objections/{}/answer", one["id"].as_str().unwrap());
    let bare = json!({"outcome": "dismiss", "investigation": "", "reply": " "});
    city.post(&answer, bare).await.refused(422, "invalid_fields");
    let body = json!({"outcome": "dismiss", "investigation": "查阅原件并电话核实", "reply": "经核查，材料属实"});
    operator.post(&answer, body.clone()).await.refused(403, "not_allowed");
    city.post(&answer, body.clone()).await.ok();
    city.post(&answer, body).await.refused(409, "wrong_state");
    let followed = nobody.get(&follow).await.ok();
    assert_eq!((&followed["state"], &followed["reply"]), (&json!("dismissed"), &json!("经核查，材料属实")));
    assert!(!followed.to_string().contains("查阅原件"), "what was found is for those inside");
    assert_eq!(state(&w, &ids[1]).await, "publicity");
    let whole = city.post(&format!("{path}/conclude"), json!({})).await.ok();
    assert_eq!((&whole["state"], &whole["concluded_on"]), (&json!("concluded"), &json!("2026-12-01")));
    assert_eq!(state(&w, &ids[1]).await, "approved");
    assert_eq!(w.findings().await, Vec::<String>::new());
    let deeds = w.deeds(view["id"].as_str().unwrap()).await;
    assert_eq!(deeds, ["notice.publish", "notice.object", "notice.conclude", "notice.answer", "notice.conclude"]);
}

#[tokio::test]
async fn an_objection_that_is_right_ends_it_and_frees_the_place() {
    let w = World::new().await;
    let (city, operator) = (w.supervisor().await, w.operator("B03").await);
    let ids = proposed(&w, "B03", json!(2), &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let view = published(&w, &ids).await;
    let path = at(&view);
    // By phone, written down by the city; two people object to the same one.
    city.post(&format!("{path}/objections"), objection(&ids[0])).await.ok();
    let two = city.post(&format!("{path}/objections"), objection(&ids[0])).await.ok();
    assert_eq!(
        (&two["objections"][1]["on_paper"], &two["objections"][1]["number"]),
        (&json!(true), &json!("YY2026-0002"))
    );
    let answer = |n: usize| format!("{path}/objections/{}/answer", two["objections"][n]["id"].as_str().unwrap());
    let body = |outcome: &str| json!({"outcome": outcome, "investigation": "现场核查", "reply": "反映的情况属实"});
    city.post(&answer(0), body("dismiss")).await.ok();
    assert_eq!(state(&w, &ids[0]).await, "disputed", "the other one is not answered");
    let upheld = city.post(&answer(1), body("uphold")).await.ok();
    assert_eq!(upheld["subjects"][0]["outcome"], "rejected");
    let gone = operator.get(&format!("/applications/{}", ids[0])).await.ok();
    assert_eq!((&gone["state"], &gone["reason"]), (&json!("rejected"), &json!("反映的情况属实")));
    let review = city.get("/reviews").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(city.get(&format!("/reviews/{review}")).await.ok()["taken"], 1);
    // The other one takes his application back: nothing is left, and the notice is over.
    operator.post(&format!("/applications/{}/withdraw", ids[1]), json!({})).await.ok();
    w.advance(chrono::Duration::days(9));
    let over = city.post(&format!("{path}/conclude"), json!({})).await.ok();
    assert_eq!((&over["state"], &over["subjects"][1]["outcome"]), (&json!("concluded"), &json!("withdrawn")));
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_notice_that_is_taken_down_is_shown_no_more() {
    let w = World::new().await;
    let (city, nobody) = (w.supervisor().await, w.nobody());
    let ids = proposed(&w, "B03", Value::Null, &["草原拾光筹备组"]).await;
    let path = at(&published(&w, &ids).await);
    let down = city.post(&format!("{path}/revoke"), json!({"reason": "名单有误"})).await.ok();
    assert_eq!((&down["state"], &down["reason"]), (&json!("revoked"), &json!("名单有误")));
    nobody.get(&format!("/public{path}")).await.refused(404, "not_found");
    assert_eq!(nobody.get("/public/notices").await.ok()["items"], json!([]));
    nobody.post(&format!("/public{path}/objections"), objection(&ids[0])).await.refused(404, "not_found");
    let refused = city.post(&format!("{path}/conclude"), json!({})).await.refused(409, "wrong_state");
    assert_eq!((&refused.json()["values"]["state"], &refused.json()["values"]["may"]), (&json!("revoked"), &json!([])));
    assert_eq!(state(&w, &ids[0]).await, "proposed");
    published(&w, &ids).await;
    assert_eq!(state(&w, &ids[0]).await, "publicity");
    w.operator("B04").await.get(&path).await.refused(404, "not_found");
    assert_eq!(w.operator("B04").await.get("/notices").await.ok()["items"], json!([]));
    assert_eq!(w.operator("B03").await.get("/notices").await.ok()["items"].as_array().unwrap().len(), 2);
    assert_eq!(w.operator("B03").await.get("/notices?state=revoked").await.ok()["items"].as_array().unwrap().len(), 1);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// A last day that rests on a year whose calendar is not known yet is provisional, and moves when it is.
#[tokio::test]
async fn the_last_day_moves_with_the_calendar_and_never_in() {
    let w = World::new().await;
    let city = w.supervisor().await;
    let ids = proposed(&w, "B03", Value::Null, &["草原拾光筹备组"]).await;
    w.advance(chrono::Duration::days(35));
    let view = published(&w, &ids).await;
    let path = at(&view);
    assert_eq!((&view["ends"], &view["provisional"]), (&json!("2027-01-04"), &json!(true)));
    w.advance(chrono::Duration::days(30));
    city.post(&format!("{path}/conclude"), json!({})).await.refused(409, "notice_running");
    // The year's calendar comes: the first days of January are off.
    let sheet = "日期,休/班,节日\n2027-01-01,休,元旦\n2027-01-04,休,元旦\n";
    let kind = [("kind", "workdays")];
    let import = city.upload("/imports", "2027.csv", sheet.as_bytes(), &kind).await.id();
    while city.get(&format!("/imports/{import}")).await.ok()["state"] == "checking" {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    let checked = city.get(&format!("/imports/{import}")).await.ok();
    city.post(&format!("/imports/{import}/commit"), json!({})).await;
    while city.get(&format!("/imports/{import}")).await.ok()["state"] == "committing" {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    let moved = city.get(&path).await.ok();
    assert_eq!((&moved["ends"], &moved["provisional"]), (&json!("2027-01-06"), &json!(false)), "{checked}");
    city.post(&format!("{path}/conclude"), json!({})).await.ok();
    // What everybody saw stays what it was.
    assert!(moved["shown"].as_str().unwrap().contains("2027-01-04"));
}

/// Two objections to one thing: the second comes while the first is answered. Whichever is first, nothing goes on
/// against the one that is open.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_objection_that_was_received_is_not_passed_over() {
    let w = World::on_disk().await;
    w.db().gates.unhinge(false);
    let city = w.supervisor().await;
    for round in 0..12 {
        let ids = proposed(&w, "B03", Value::Null, &[&format!("第{round}筹备组")]).await;
        let path = at(&published(&w, &ids).await);
        let first = city.post(&format!("{path}/objections"), objection(&ids[0])).await.ok();
        let object = format!("{path}/objections");
        let answer = format!("{path}/objections/{}/answer", first["objections"][0]["id"].as_str().unwrap());
        let (one, two, body) = (city.clone(), city.clone(), objection(&ids[0]));
        let told = json!({"outcome": "dismiss", "investigation": "查阅原件", "reply": "材料属实"});
        let objecting = tokio::spawn(async move { one.post(&object, body).await });
        let answering = tokio::spawn(async move { two.post(&answer, told).await });
        let (objected, answered): (Reply, Reply) =
            (objecting.await.expect("a reply"), answering.await.expect("a reply"));
        assert_eq!((objected.status, answered.status), (200, 200), "{objected}{answered}");
        assert_eq!(state(&w, &ids[0]).await, "disputed", "round {round}");
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// An organization that is dissolved while it is shown stops nobody else, and its place can be taken back.
#[tokio::test]
async fn who_is_dissolved_meanwhile_stops_nobody() {
    let w = World::new().await;
    let (city, operator) = (w.supervisor().await, w.operator("B03").await);
    let ids = proposed(&w, "B03", json!(2), &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let path = at(&published(&w, &ids).await);
    let shown = operator.get(&format!("/applications/{}", ids[0])).await.ok();
    let own = format!("/organizations/{}", shown["organization"]["id"].as_str().unwrap());
    let over = json!({"on": "2026-11-23", "reason": "团队解散"});
    operator.post(&format!("{own}/dissolve"), over).await.ok();
    w.advance(chrono::Duration::days(9));
    assert_eq!(city.get(&path).await.ok()["can"]["conclude"], Value::Null);
    let concluded = city.post(&format!("{path}/conclude"), json!({})).await.ok();
    assert_eq!(concluded["state"], "concluded");
    assert_eq!((state(&w, &ids[0]).await, state(&w, &ids[1]).await), (json!("proposed"), json!("approved")));
    let again = json!({"applications": [ids[0]], "title": "x"});
    city.post("/notices", again).await.refused(422, "invalid_fields").field("applications[0]", "organization_not_live");
    let reject = format!("/applications/{}/reject", ids[0]);
    city.post(&reject, json!({})).await.refused(422, "invalid_fields").field("reason", "required");
    city.post(&reject, json!({"reason": "团队已解散"})).await.ok();
    let review = city.get("/reviews").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(city.get(&format!("/reviews/{review}")).await.ok()["taken"], 1);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// What is taken back while somebody objects is over; whoever objected is answered all the same.
#[tokio::test]
async fn who_objected_to_what_was_taken_back_is_answered() {
    let w = World::new().await;
    let (city, operator, nobody) = (w.supervisor().await, w.operator("B03").await, w.nobody());
    let ids = proposed(&w, "B03", Value::Null, &["草原拾光筹备组"]).await;
    let path = at(&published(&w, &ids).await);
    let view = city.post(&format!("{path}/objections"), objection(&ids[0])).await.ok();
    // The applicant's own side sees that somebody objects, and not who.
    let shown = operator.get(&format!("/applications/{}", ids[0])).await.ok();
    let own = shown["organization"]["id"].as_str().unwrap().parse().unwrap();
    let initiator = w.holding(domain::access::Role::Initiator, domain::access::Scope::Organization(own)).await;
    for place in
        [format!("/applications/{}", ids[0]), format!("/history/{}?limit=200", ids[0]), format!("/history/{own}")]
    {
        let text = initiator.get(&place).await.status(200).text();
        assert!(
            !text.contains("赵青山") && !text.contains("13904705678") && !text.contains("材料不实"),
            "{place}: {text}"
        );
    }
    operator.post(&format!("/applications/{}/withdraw", ids[0]), json!({})).await.ok();
    assert_eq!(nobody.get(&format!("/public{path}")).await.ok()["subjects"][0]["outcome"], "withdrawn");
    city.post(&format!("{path}/objections"), objection(&ids[0]))
        .await
        .refused(422, "invalid_fields")
        .field("subject", "subject_settled");
    assert_eq!(w.findings().await, Vec::<String>::new());
    let answer = format!("{path}/objections/{}/answer", view["objections"][0]["id"].as_str().unwrap());
    let body = json!({"outcome": "dismiss", "investigation": "已撤回", "reply": "该申请已撤回"});
    let answered = city.post(&answer, body).await.ok();
    assert_eq!(answered["state"], "concluded");
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_objects_again_and_again_has_to_wait() {
    let w = World::new().await;
    let nobody = w.nobody();
    let ids = proposed(&w, "B03", Value::Null, &["草原拾光筹备组"]).await;
    let path = at(&published(&w, &ids).await);
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(nobody.post(&format!("/public{path}/objections"), objection(&ids[0])).await.status);
    }
    assert_eq!((statuses[0], statuses[19]), (201, 429), "{statuses:?}");
    // Paper comes in all the same, with the day on which it came.
    let mut paper = objection(&ids[0]);
    paper["received_on"] = json!("2026-11-24");
    w.supervisor()
        .await
        .post(&format!("{path}/objections"), paper.clone())
        .await
        .refused(422, "invalid_fields")
        .field("received_on", "day_too_late");
    w.advance(day("2026-12-01").starts_at(crate::world::zone()) - w.now());
    paper["received_on"] = json!("2026-11-30");
    let view = w.supervisor().await.post(&format!("{path}/objections"), paper).await.ok();
    let last = view["objections"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["received_on"], &last["due"]), (&json!("2026-11-30"), &json!("2026-12-14")));
}
