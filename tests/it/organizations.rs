//! Stories of organizations and their people.

mod hosts;
mod ledger;
mod people;

use domain::id::OrganizationId;
use fuhua::db::Tx;
use serde_json::{Value, json};

use crate::world::{Caller, World};

/// A credit code of authority 150702 with the right check character.
pub fn code(class: char, number: u32) -> String {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("5{class}150702MJ{number:07}");
    let mut weight = 1;
    let mut sum = 0;
    for c in body.chars() {
        sum += ALPHABET.find(c).unwrap() * weight;
        weight = weight * 3 % 31;
    }
    let check = ALPHABET.chars().nth((31 - sum % 31) % 31).unwrap();
    format!("{body}{check}")
}

fn institution(number: u32, name: &str) -> Value {
    json!({"name": name, "kind": "service_institution", "credit_code": code('2', number), "division": "150702",
           "liaison_name": "萨仁", "liaison_phone": "13904701234"})
}

async fn taken_up(by: &Caller, number: u32, name: &str) -> String {
    by.post("/organizations", institution(number, name)).await.status(201).id()
}

fn names(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().filter_map(|item| item["name"].as_str()).collect()
}

/// Percent-encodes a query value.
fn q(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Gives an organization a desk, as raw rows.
pub async fn seat(w: &World, base: &str, organization: &str, desk: &str) -> String {
    let id: OrganizationId = organization.parse().unwrap();
    let key = format!("01J{desk:0>23}");
    w.run(
        &format!(
            "LET $b = ?; LET $o = ?;
             CREATE building:{key} SET base = $b, name = '主楼', created_at = time::now();
             CREATE floor:{key} SET base = $b, building = building:{key}, name = '1', level = 1, created_at = time::now();
             CREATE space:{key} SET base = $b, building = building:{key}, floor = floor:{key}, kind = 'desk',
               code = '{desk}', code_key = '{base}|{desk}', seats = 1, bookable = false, assignable = true, equipment = [],
               version = 1, created_at = time::now(), updated_at = time::now();
             CREATE allocation:{key} SET base = $b, space = space:{key}, organization = $o, first = '2026-11-01',
               ends = '9999-12-31', state = 'occupied', claim = claim:{key}, version = 1,
               created_at = time::now(), updated_at = time::now()"
        ),
        vec![
            surrealdb::types::Value::RecordId(fuhua::db::rid(w.base(base))),
            surrealdb::types::Value::RecordId(fuhua::db::rid(id)),
        ],
    )
    .await;
    let mut tx = Tx::new();
    let (record, hosts) = (tx.bind(fuhua::db::rid(id)), tx.bind(vec![fuhua::db::Rec(w.base(base))]));
    tx.run(&format!("UPDATE {record} SET hosts = {hosts}, resident = true, version += 1 RETURN NONE"));
    w.commit(tx).await;
    format!("alo_{key}")
}

#[tokio::test]
async fn an_operator_takes_up_an_organization_and_finds_it() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let reply = operator.post("/organizations", institution(1, "海拉尔区青禾社会工作服务中心")).await.status(201);
    let view = reply.json();
    assert_eq!(reply.etag(), "\"1\"");
    assert_eq!(view["home_base"]["code"], "B01");
    assert_eq!(view["division_name"], "海拉尔区");
    assert_eq!(view["liaison_phone"], "13904701234");
    assert_eq!((&view["live"], &view["resident"]), (&json!(true), &json!(false)));
    assert_eq!(view["can"]["edit"], Value::Null);
    assert_eq!(view["can"]["restore"], "wrong_state");
    let id = view["id"].as_str().unwrap();
    assert_eq!(operator.get(&format!("/organizations/{id}")).await.ok(), view);
    assert_eq!(w.deeds(id).await, vec!["organizations.create"]);
    let list = operator.get("/organizations").await.ok();
    assert_eq!((names(&list), &list["total"]), (vec!["海拉尔区青禾社会工作服务中心"], &json!(1)));
}

#[tokio::test]
async fn search_answers_as_one_types() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    taken_up(&supervisor, 1, "海拉尔区青禾社会工作服务中心").await;
    taken_up(&supervisor, 20, "满洲里市草原志愿者协会2008").await;
    let recorded =
        json!({"name": "巴彦社区合唱队", "kind": "recorded", "record_number": "海备2023-001", "division": "150702"});
    supervisor.post("/organizations", recorded).await.created();
    let first = code('2', 1);
    for (typed, expected) in [
        ("青禾", vec!["海拉尔区青禾社会工作服务中心"]),
        ("禾社会", vec!["海拉尔区青禾社会工作服务中心"]),
        ("hlrq", vec!["海拉尔区青禾社会工作服务中心"]),
        ("HLEQQH", vec!["海拉尔区青禾社会工作服务中心"]),
        ("shgz", vec!["海拉尔区青禾社会工作服务中心"]),
        ("cyzy", vec!["满洲里市草原志愿者协会2008"]),
        ("2008", vec!["满洲里市草原志愿者协会2008"]),
        ("草原 协会", vec!["满洲里市草原志愿者协会2008"]),
        ("协会　草", vec!["满洲里市草原志愿者协会2008"]),
        (&first, vec!["海拉尔区青禾社会工作服务中心"]),
        (&first[..17], vec!["海拉尔区青禾社会工作服务中心"]),
        (&first.to_lowercase(), vec!["海拉尔区青禾社会工作服务中心"]),
        // The middle of a code says nothing.
        ("150702", vec![]),
        ("海备2023", vec!["巴彦社区合唱队"]),
        ("社", vec!["巴彦社区合唱队", "海拉尔区青禾社会工作服务中心"]),
        ("没有的", vec![]),
        ("青禾 草原", vec![]),
    ] {
        let list = supervisor.get(&format!("/organizations?limit=10&q={}", q(typed))).await.ok();
        assert_eq!(names(&list), expected, "{typed}");
        assert_eq!(list["total"], json!(expected.len()), "{typed}");
    }
    supervisor
        .get(&format!("/organizations?q={}", q(&"长".repeat(121))))
        .await
        .refused(422, "invalid_fields")
        .field("q", "too_long");
}

#[tokio::test]
async fn a_list_is_filtered_sorted_and_paged() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let wanted = ["张三协会", "阿荣旗互助会", "根河林业之家", "博爱中心", "西安路社区"];
    for (n, name) in wanted.iter().enumerate() {
        w.advance(chrono::Duration::seconds(1));
        let mut body = institution(n as u32 + 1, name);
        body["home_base"] = json!(w.base(if n % 2 == 0 { "B01" } else { "B02" }));
        if n == 3 {
            body["class"] = json!("charity");
        }
        supervisor.post("/organizations", body).await.created();
    }
    let by_name = ["阿荣旗互助会", "博爱中心", "根河林业之家", "西安路社区", "张三协会"];
    let list = |query: &str| {
        let (supervisor, query) = (supervisor.clone(), query.to_owned());
        async move { supervisor.get(&format!("/organizations?{query}")).await.ok() }
    };
    assert_eq!(names(&list("").await), by_name);
    assert_eq!(names(&list("sort=-name").await), by_name.iter().rev().copied().collect::<Vec<_>>());
    assert_eq!(names(&list("sort=created").await), wanted);
    assert_eq!(names(&list("sort=-created").await), wanted.iter().rev().copied().collect::<Vec<_>>());
    assert_eq!(names(&list("class=charity").await), ["博爱中心"]);
    assert_eq!(names(&list("kind=association").await), Vec::<&str>::new());
    assert_eq!(names(&list(&format!("base={}", w.base("B02"))).await), ["阿荣旗互助会", "博爱中心"]);
    assert_eq!(names(&list("division=150702&live=true&resident=false").await).len(), 5);
    assert_eq!(names(&list("resident=true").await).len(), 0);
    for sort in ["name", "-name", "created", "-created"] {
        let whole = list(&format!("sort={sort}")).await;
        let mut seen = Vec::new();
        let mut next = String::new();
        loop {
            let page = list(&format!("sort={sort}&limit=2&cursor={next}")).await;
            assert_eq!(page["total"], 5);
            seen.extend(page["items"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(cursor) => next = cursor.to_owned(),
                None => break,
            }
            if next.is_empty() {
                break;
            }
        }
        assert_eq!(Value::Array(seen), whole["items"], "{sort}");
    }
    supervisor.get("/organizations?sort=size").await.refused(422, "invalid_fields").field("sort", "not_one_of");
    supervisor.get("/organizations?cursor=%21").await.refused(422, "invalid_fields").field("cursor", "malformed");
    supervisor.get("/organizations?limit=201").await.refused(422, "invalid_fields").field("limit", "out_of_range");
    supervisor.get("/organizations?kind=club").await.status(400).field("kind", "wrong_type");
}

/// T-leak: nothing of another base's organization is seen, found, counted or exported.
#[tokio::test]
async fn another_bases_organization_does_not_leak() {
    let w = World::new().await;
    let (mine, other) = (w.operator("B01").await, w.operator("B02").await);
    let secret = taken_up(&other, 7, "金丝雀促进会").await;
    taken_up(&mine, 8, "海拉尔区青禾社会工作服务中心").await;
    let list = mine.get("/organizations").await;
    assert!(!list.text().contains("金丝雀"), "{list}");
    assert_eq!(list.ok()["total"], 1);
    for path in [format!("/organizations?q={}", q("金丝雀")), format!("/organizations?base={}", w.base("B02"))] {
        let found = mine.get(&path).await.ok();
        assert_eq!((names(&found).len(), &found["total"]), (0, &json!(0)), "{path}");
    }
    let path = format!("/organizations/{secret}");
    let before = w.totals().await;
    mine.get(&path).await.refused(404, "not_found");
    mine.patch(&path, json!({"name": "x"})).await.refused(404, "not_found");
    mine.patch(&format!("{path}/contacts"), json!({"wechat": "x"})).await.refused(404, "not_found");
    mine.post(&format!("{path}/dissolve"), json!({"on": "2026-11-01", "reason": "x"})).await.refused(404, "not_found");
    mine.get(&format!("{path}/persons")).await.refused(404, "not_found");
    mine.post(&format!("{path}/persons"), json!({"name": "x"})).await.refused(404, "not_found");
    mine.get(&format!("/files?owner={secret}")).await.refused(404, "not_found");
    mine.get(&format!("/history/{secret}")).await.refused(404, "not_found");
    assert_eq!(w.totals().await, before);
    let book = mine.get("/organizations/export").await.status(200);
    assert!(!read(&book.bytes).contains("金丝雀"));
    // Once it has a place here, it is ours to see too.
    seat(&w, "B01", &secret, "A01").await;
    let seen = mine.get(&path).await.ok();
    assert_eq!(seen["hosts"][0]["code"], "B01");
    assert_eq!(seen["places"], json!([{"space_code": "A01", "base_short_name": "海拉尔区"}]));
    let list = mine.get("/organizations?resident=true").await.ok();
    assert_eq!((names(&list), &list["items"][0]["places"]), (vec!["金丝雀促进会"], &seen["places"]));
}

/// All cells of a workbook, joined.
fn read(bytes: &[u8]) -> String {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().flatten().map(ToString::to_string).collect::<Vec<_>>().join("|")
}

#[tokio::test]
async fn phones_are_for_those_who_may_see_persons() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let mut body = institution(1, "海拉尔区青禾社会工作服务中心");
    body["details"] = json!({"contact": {"deputy_phone": "13904709876", "email": "canary@example.cn", "wechat": "canary", "intro": "我们"},
                             "finance": {"account_number": "6222000011112222", "bank": "工行"}});
    let id = operator.post("/organizations", body).await.status(201).id();
    let own: OrganizationId = id.parse().unwrap();
    let trainer = w.trainer("B01").await;
    let path = format!("/organizations/{id}");
    let canaries = ["13904701234", "13904709876", "canary", "6222000011112222"];
    for reply in [trainer.get(&path).await, trainer.get("/organizations").await] {
        for canary in canaries {
            assert!(!reply.text().contains(canary), "{canary} {reply}");
        }
    }
    let shown = trainer.get(&path).await.ok();
    assert_eq!((&shown["liaison_phone"], &shown["details"]["finance"]["bank"]), (&Value::Null, &json!("工行")));
    assert_eq!(shown["can"]["read_persons"], "not_allowed");
    let book = read(&trainer.get("/organizations/export").await.status(200).bytes);
    assert!(book.contains("萨仁") && !book.contains("13904701234"), "{book}");
    assert!(read(&operator.get("/organizations/export").await.status(200).bytes).contains("13904701234"));
    trainer.get(&format!("{path}/persons")).await.refused(403, "not_allowed");
    for reader in [w.auditor().await, w.liaison(own).await, w.supervisor().await] {
        assert_eq!(reader.get(&path).await.ok()["details"]["contact"]["email"], "canary@example.cn");
    }
    w.admin().await.get(&path).await.refused(403, "not_allowed");
    w.nobody().get(&path).await.refused(401, "not_signed_in");
    w.stranger().await.get(&path).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn each_bad_field_is_named_and_nothing_is_written() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    taken_up(&operator, 1, "海拉尔区青禾社会工作服务中心").await;
    let (trainer, auditor) = (w.trainer("B01").await, w.auditor().await);
    let before = w.totals().await;
    let good = institution(2, "新组织");
    let case = |field: &str, value: Value| {
        let mut body = good.clone();
        body[field] = value;
        body
    };
    let wrong = code('2', 2).replace(&code('2', 2)[17..], if code('2', 2).ends_with('A') { "B" } else { "A" });
    for (body, path, reason) in [
        (case("name", json!("  ")), "name", "required"),
        (case("name", json!("长".repeat(121))), "name", "too_long"),
        (case("kind", Value::Null), "kind", "required"),
        (case("credit_code", Value::Null), "credit_code", "credit_code_needed"),
        (case("credit_code", json!("5215")), "credit_code", "credit_code_length"),
        (case("credit_code", json!("52150702MJ000000O2")), "credit_code", "credit_code_character"),
        (case("credit_code", json!(wrong)), "credit_code", "credit_code_check"),
        (case("credit_code", json!(code('1', 2))), "credit_code", "credit_code_kind"),
        (case("credit_code", json!(code('2', 1))), "credit_code", "already_used"),
        (case("division", json!("110101")), "division", "unknown_division"),
        (case("township", json!("150721001")), "township", "unknown_division"),
        (case("village", json!("150702001001")), "township", "required"),
        (case("founded_on", json!("2026-11-24")), "founded_on", "day_too_late"),
        (case("grade", json!("7A")), "grade", "not_one_of"),
        (case("liaison_phone", json!("12")), "liaison_phone", "bad_phone"),
        (case("volunteers", json!(-1)), "volunteers", "out_of_range"),
        (case("home_base", json!("bas_00000000000000000000000001")), "home_base", "not_found"),
        (case("details", json!({"registration": {"funds": "1.234"}})), "details.registration.funds", "bad_amount"),
        (json!({"name": "合唱队", "kind": "recorded", "division": "150702"}), "record_number", "record_number_needed"),
        (
            json!({"name": "筹备组", "kind": "pre_registration", "division": "150702", "credit_code": code('2', 3)}),
            "credit_code",
            "credit_code_not_expected",
        ),
    ] {
        operator.post("/organizations", body).await.refused(422, "invalid_fields").field(path, reason);
    }
    operator
        .post("/organizations", case("founded_on", json!("2026-2-30")))
        .await
        .status(400)
        .field("founded_on", "bad_day");
    let commerce = operator.post("/organizations", case("credit_code", json!("91110000600037341L"))).await;
    let told =
        ["credit_code_department", "credit_code_authority"].map(|code| ("credit_code".to_owned(), code.to_owned()));
    assert_eq!(commerce.refused(422, "invalid_fields").fields(), told);
    operator.post("/organizations", case("colour", json!("red"))).await.status(400).field("colour", "unknown_field");
    operator.post("/organizations", case("kind", json!("club"))).await.status(400).field("kind", "wrong_type");
    let elsewhere = case("home_base", json!(w.base("B02")));
    operator.post("/organizations", elsewhere).await.refused(403, "not_allowed");
    trainer.post("/organizations", good.clone()).await.refused(403, "not_allowed");
    auditor.post("/organizations", good.clone()).await.refused(403, "not_allowed");
    assert_eq!(w.totals().await, before);
    // A code outside the department: also no known authority, both are told.
    let sentence = operator.post("/organizations", case("credit_code", json!(wrong))).await.problem();
    assert!(sentence["fields"][0]["detail"].as_str().unwrap().contains("校验位"), "{sentence}");
}

#[tokio::test]
async fn codes_are_taken_as_people_type_them() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let typed: String = code('2', 9).to_lowercase().chars().flat_map(|c| [c, ' ']).collect();
    let body = json!({"name": " 青禾\n中心 ", "kind": "service_institution", "credit_code": typed, "division": "150702", "grade": ""});
    let view = operator.post("/organizations", body).await.created();
    assert_eq!(
        (&view["credit_code"], &view["name"], &view["grade"]),
        (&json!(code('2', 9)), &json!("青禾 中心"), &Value::Null)
    );
}

#[tokio::test]
async fn an_edit_keeps_what_it_does_not_name_and_refuses_an_old_copy() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = taken_up(&operator, 1, "海拉尔区青禾社会工作服务中心").await;
    let path = format!("/organizations/{id}");
    let old = operator.get(&path).await.etag();
    let body = json!({"grade": "4A", "liaison_phone": null, "full_time_staff": 6, "name": "海拉尔区新禾社会工作服务中心",
                      "township": "150702001", "details": {"party": {"members": 3, "secretary": ""}, "service": {"tags": ["养老", " "]}}});
    let view = operator.seen(&old).patch(&path, body).await.ok();
    assert_eq!(
        (&view["grade"], &view["liaison_phone"], &view["liaison_name"]),
        (&json!("4A"), &Value::Null, &json!("萨仁"))
    );
    assert_eq!((&view["township_name"], &view["version"]), (&json!("正阳街道"), &json!(2)));
    assert_eq!(view["details"]["service"]["tags"], json!(["养老"]));
    assert_eq!(view["details"]["party"], json!({"members": 3}));
    let refused = operator.seen(&old).patch(&path, json!({"grade": "5A"})).await.refused(412, "stale_version");
    assert_eq!(refused.problem()["current"]["grade"], "4A");
    let view = operator.patch(&path, json!({"details": {"contact": {"intro": "一\n二"}}})).await.ok();
    assert_eq!(view["details"]["party"]["members"], 3);
    assert_eq!(names(&operator.get(&format!("/organizations?q={}", q("新禾"))).await.ok()).len(), 1);
    assert_eq!(names(&operator.get(&format!("/organizations?q={}", q("青禾"))).await.ok()).len(), 0);
    let journal = w.journal(&id).await;
    let (before, after) = (journal[1].before.clone().unwrap(), journal[1].after.clone().unwrap());
    assert!(before.contains("13904701234") && !after.contains("萨仁") && after.contains("\"grade\":\"4A\""), "{after}");
    // A base does not hand an organization to another one by itself; the city does.
    operator.patch(&path, json!({"home_base": w.base("B02")})).await.refused(403, "not_allowed");
    let moved = w.supervisor().await.patch(&path, json!({"home_base": w.base("B02")})).await.ok();
    assert_eq!(moved["home_base"]["code"], "B02");
    operator.get(&path).await.refused(404, "not_found");
}

#[tokio::test]
async fn its_own_people_keep_its_contacts_and_nothing_else() {
    let w = World::new().await;
    let id = taken_up(&w.operator("B01").await, 1, "海拉尔区青禾社会工作服务中心").await;
    let liaison = w.liaison(id.parse().unwrap()).await;
    let path = format!("/organizations/{id}");
    let body =
        json!({"liaison_phone": "0470-8217000", "deputy": "巴图", "intro": "第一段\n\n第二段", "wechat": "qinghe"});
    let view = liaison.patch(&format!("{path}/contacts"), body).await.ok();
    assert_eq!(view["details"]["contact"], json!({"deputy": "巴图", "wechat": "qinghe", "intro": "第一段\n\n第二段"}));
    assert_eq!((&view["can"]["edit"], &view["can"]["edit_contacts"]), (&json!("not_allowed"), &Value::Null));
    liaison.patch(&path, json!({"grade": "5A"})).await.refused(403, "not_allowed");
    liaison
        .patch(&format!("{path}/contacts"), json!({"grade": "5A"}))
        .await
        .status(400)
        .field("grade", "unknown_field");
    let bad = liaison.patch(&format!("{path}/contacts"), json!({"email": "x", "liaison_phone": "1"})).await;
    assert_eq!(
        bad.fields(),
        [
            ("liaison_phone".to_owned(), "bad_phone".to_owned()),
            ("details.contact.email".to_owned(), "bad_email".to_owned())
        ]
    );
    let list = liaison.get("/organizations").await.ok();
    assert_eq!(list["total"], 1);
    // One from an old ledger, without the code that its kind must have by now: its liaison can still
    // change the phone, and who edits the whole must put the code right.
    let old = w.organization("B01", "老账上的组织").await;
    let phone = json!({"liaison_phone": "13904709999"});
    w.liaison(old).await.patch(&format!("/organizations/{old}/contacts"), phone.clone()).await.ok();
    let whole = w.operator("B01").await.patch(&format!("/organizations/{old}"), phone).await;
    assert_eq!(whole.fields()[0], ("credit_code".to_owned(), "credit_code_needed".to_owned()));
    assert_eq!(w.deeds(&id).await, vec!["organizations.create", "organizations.edit_contacts"]);
}

#[tokio::test]
async fn a_dissolved_organization_frees_its_code_and_comes_back_only_while_it_is_free() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = taken_up(&operator, 1, "海拉尔区青禾社会工作服务中心").await;
    let path = format!("/organizations/{id}");
    seat(&w, "B01", &id, "A07").await;
    assert_eq!(operator.get(&path).await.ok()["can"]["dissolve"], "organization_has_places");
    let before = w.totals().await;
    let end = json!({"on": "2026-11-20", "reason": "章程期满"});
    let refused = operator.post(&format!("{path}/dissolve"), end.clone()).await.refused(409, "organization_has_places");
    assert_eq!(refused.problem()["values"]["places"], "海拉尔区 A07");
    assert!(refused.problem()["detail"].as_str().unwrap().contains("海拉尔区 A07"));
    assert_eq!(w.totals().await, before);
    w.run(
        "UPDATE allocation SET state = 'ended' WHERE organization = ?",
        vec![surrealdb::types::Value::RecordId(fuhua::db::rid::<OrganizationId>(id.parse().unwrap()))],
    )
    .await;
    operator
        .post(&format!("{path}/dissolve"), json!({"on": "2026-11-24", "reason": "r"}))
        .await
        .status(422)
        .field("on", "day_too_late");
    operator
        .post(&format!("{path}/dissolve"), json!({"on": "2026-11-20", "reason": " "}))
        .await
        .status(422)
        .field("reason", "required");
    let view = operator.post(&format!("{path}/dissolve"), end.clone()).await.ok();
    assert_eq!(
        (&view["live"], &view["dissolved_on"], &view["dissolved_reason"]),
        (&json!(false), &json!("2026-11-20"), &json!("章程期满"))
    );
    assert_eq!((&view["can"]["edit"], &view["can"]["restore"]), (&json!("wrong_state"), &Value::Null));
    operator.post(&format!("{path}/dissolve"), end.clone()).await.refused(409, "wrong_state");
    operator.patch(&path, json!({"grade": "5A"})).await.refused(409, "wrong_state");
    operator.post(&format!("{path}/persons"), json!({"name": "x"})).await.refused(409, "organization_not_live");
    assert_eq!(names(&operator.get("/organizations?live=true").await.ok()).len(), 0);
    assert_eq!(names(&operator.get("/organizations?live=false").await.ok()).len(), 1);
    // Its code is free now.
    let second = taken_up(&operator, 1, "重新登记的青禾").await;
    operator.post(&format!("{path}/restore"), json!({})).await.refused(409, "already_used");
    operator.post(&format!("/organizations/{second}/dissolve"), end).await.ok();
    let view = operator.post(&format!("{path}/restore"), json!({})).await.ok();
    assert_eq!((&view["live"], &view["dissolved_on"]), (&json!(true), &Value::Null));
    operator.post(&format!("{path}/restore"), json!({})).await.refused(409, "wrong_state");
    w.trainer("B01").await.post(&format!("{path}/restore"), json!({})).await.refused(403, "not_allowed");
    assert_eq!(w.deeds(&id).await, vec!["organizations.create", "organizations.dissolve", "organizations.restore"]);
}

/// Many at once with one code: exactly one is taken up.
#[tokio::test(flavor = "multi_thread")]
async fn one_code_is_one_organization_also_when_many_come_at_once() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let tries = (0..8).map(|n| {
        let supervisor = supervisor.clone();
        tokio::spawn(async move { supervisor.post("/organizations", institution(5, &format!("组织{n}"))).await })
    });
    let mut taken = 0;
    for reply in tries.collect::<Vec<_>>() {
        let reply = reply.await.unwrap();
        match reply.status {
            201 => taken += 1,
            _ => drop(reply.refused(422, "invalid_fields").field("credit_code", "already_used")),
        }
    }
    assert_eq!((taken, w.count("organization").await), (1, 1));
}

#[tokio::test]
async fn the_workbook_can_be_brought_in_again() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let mut body = institution(1, "=HYPERLINK(\"x\")中心");
    body["founded_on"] = json!("2015-03-01");
    body["class"] = json!("charity");
    operator.post("/organizations", body).await.created();
    let book = operator.get("/organizations/export").await.status(200);
    assert_eq!(book.header("content-type"), Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    let disposition = book.header("content-disposition").unwrap();
    assert!(
        disposition.contains("filename*=UTF-8''%E7%A4%BE%E4%BC%9A%E7%BB%84%E7%BB%87-2026-11-23.xlsx"),
        "{disposition}"
    );
    let text = read(&book.bytes);
    for cell in ["组织名称", &code('2', 1), "社会服务机构", "公益慈善", "萨仁", "13904701234", "海拉尔区"]
    {
        assert!(text.contains(cell), "{cell}: {text}");
    }
}
