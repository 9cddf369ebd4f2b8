//! `fuhua check`: green on a house in use, and each kind of damage is named.

use fuhua::{check::Finding, db::rid};
use serde_json::json;
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::{crawl::Cast, world::World};

async fn findings(w: &World) -> Vec<Finding> {
    let mut found = Vec::new();
    fuhua::check::everything(w.house(), &mut |finding| found.push(finding)).await.unwrap();
    found
}

async fn found(w: &World) -> Vec<(&'static str, String)> {
    findings(w).await.into_iter().map(|finding| (finding.invariant, finding.what)).collect()
}

#[tokio::test]
async fn a_house_in_use_holds_together() {
    let w = World::on_disk().await;
    let cast = Cast::of(&w).await;
    for operation in crate::crawl::operations(&w).into_iter().filter(|operation| !operation.reads()) {
        operation.call(cast.caller("city_supervisor"), &cast.own).await;
        operation.call(cast.caller("base_operator"), &cast.own).await;
    }
    assert_eq!(findings(&w).await, vec![]);
}

#[tokio::test]
async fn a_damaged_journal_is_found() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    for name in ["one", "two"] {
        supervisor.patch(&format!("/bases/{}", w.base("B03")), json!({"name": name})).await.ok();
    }
    w.run("DELETE journal WHERE seq = 1 RETURN NONE", vec![]).await;
    let base = w.base("B03");
    let what = format!("journal {base} #2: does not follow on the entry before it");
    assert_eq!(found(&w).await, vec![("journal", what)]);
}

#[tokio::test]
async fn a_role_over_a_base_that_is_gone_is_found() {
    let w = World::new().await;
    w.operator("B03").await;
    let base = w.base("B03");
    w.run("DELETE ? RETURN NONE", vec![Value::RecordId(rid(base))]).await;
    let key = base.to_string()[4..].to_owned();
    assert_eq!(found(&w).await, vec![("links", format!("leads to base:{key}, which is not there"))]);
}

#[tokio::test]
async fn a_code_that_two_have_is_found_without_the_index() {
    let w = World::new().await;
    w.run("REMOVE INDEX base_code ON base", vec![]).await;
    w.run("UPDATE base SET code = 'B00' WHERE code = 'B07' RETURN NONE", vec![]).await;
    assert_eq!(found(&w).await, vec![("codes", "code B00 is another's too".to_owned())]);
}

/// A claim as a raw row, of a resource of its own family.
async fn claim(w: &World, n: i64, resource: &str, from: i64, to: i64, units: i64) {
    let at = |days: i64| fuhua::db::At(w.now() + chrono::Duration::days(days)).into_value();
    let row = [
        ("root", Value::String("hall".into())),
        ("resource", Value::String(resource.into())),
        ("from", at(from)),
        ("to", at(to)),
        ("units", Value::from_int(units)),
        ("holder", Value::String("org_x".into())),
        ("purpose", Value::String("term".into())),
        ("state", Value::String("active".into())),
        ("live", Value::Bool(true)),
        ("source", Value::String(String::new())),
        ("created_at", at(0)),
        ("version", Value::from_int(1)),
    ];
    let row: surrealdb::types::Object = row.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let id: domain::id::ClaimId = domain::id::Id::from_key(n.unsigned_abs().into());
    w.run("CREATE ? CONTENT ? RETURN NONE", vec![Value::RecordId(rid(id)), Value::Object(row)]).await;
}

async fn hall(w: &World, capacity: i64) {
    for (id, ancestors) in [("hall", vec![]), ("east", vec!["hall"]), ("west", vec!["hall"])] {
        let ancestors: Vec<String> = ancestors.into_iter().map(str::to_owned).collect();
        w.run(
            "CREATE ? CONTENT { kind: 'space', root: 'hall', ancestors: ?, capacity: ?, version: 1 } RETURN NONE",
            vec![Value::RecordId(RecordId::new("resource", id)), ancestors.into_value(), Value::from_int(capacity)],
        )
        .await;
    }
}

/// I1.
#[tokio::test]
async fn a_resource_that_is_given_twice_is_found_with_its_wholes_and_parts() {
    let w = World::new().await;
    hall(&w, 1).await;
    claim(&w, 1, "east", 0, 10, 1).await;
    claim(&w, 2, "east", 10, 20, 1).await;
    claim(&w, 3, "west", 0, 20, 1).await;
    claim(&w, 4, "hall", 20, 30, 1).await;
    assert_eq!(found(&w).await, vec![]);
    claim(&w, 5, "hall", 19, 20, 1).await;
    let mut things: Vec<String> = findings(&w).await.into_iter().map(|finding| finding.thing).collect();
    things.sort();
    let ids = [2u128, 3, 5].map(|n| <domain::id::ClaimId as domain::id::Id>::from_key(n).to_string());
    assert_eq!(things, ids);
}

#[tokio::test]
async fn capacity_counts_units() {
    let w = World::new().await;
    hall(&w, 3).await;
    claim(&w, 1, "east", 0, 10, 2).await;
    claim(&w, 2, "east", 5, 15, 1).await;
    claim(&w, 3, "east", 10, 15, 2).await;
    assert_eq!(found(&w).await, vec![]);
    claim(&w, 4, "east", 9, 11, 1).await;
    assert_eq!(findings(&w).await.len(), 4);
}

#[tokio::test]
async fn an_organization_that_says_it_sits_where_it_does_not_is_found() {
    let w = World::new().await;
    let id = w.organization("B03", "牧民合作社").await;
    w.run("UPDATE ? SET resident = true RETURN NONE", vec![Value::RecordId(rid(id))]).await;
    assert_eq!(found(&w).await, vec![("organizations", "resident true, by its terms false".to_owned())]);
}

#[tokio::test]
async fn an_attachment_without_its_bytes_is_found() {
    let w = World::new().await;
    let stored = w.house().blobs.put(b"bytes").await.unwrap();
    for (n, (sha256, size)) in
        [(stored.sha256.clone(), 5), (stored.sha256, 6), ("0".repeat(64), 5)].into_iter().enumerate()
    {
        w.run(
            "CREATE ? CONTENT { owner: 'bas_x', base: [], name: 'x', size: ?, media_type: 'text/plain', sha256: ?,
             added_by: 'x', removed: false, created_at: ? } RETURN NONE",
            vec![
                Value::RecordId(RecordId::new("file", n.to_string())),
                Value::from_int(size),
                Value::String(sha256),
                fuhua::db::At(w.now()).into_value(),
            ],
        )
        .await;
    }
    let expected = [("files", "6 bytes, in the folder 5"), ("files", "5 bytes, in the folder none")];
    assert_eq!(found(&w).await, expected.map(|(invariant, what)| (invariant, what.to_owned())));
}

/// More rows than are read at a time: the damage is in the last one.
#[tokio::test]
async fn a_large_table_is_read_to_its_end() {
    let w = World::new().await;
    let rows = "FOR $n IN 0..2500 { CREATE type::record('api_token', <string> (10000 + $n)) CONTENT { public: 'x',
                account: $account, name: 'x', writes: false, expires_on: '2026-01-01', created_at: $now } }";
    let rows = rows.replace("$account", "?").replace("$now", "?");
    let account = Value::RecordId(rid(w.supervisor().await.account.unwrap()));
    w.run(&rows, vec![account, fuhua::db::At(w.now()).into_value()]).await;
    assert_eq!(w.count("api_token").await, 2_500);
    assert_eq!(found(&w).await, vec![]);
    w.run("UPDATE api_token:`12499` SET account = account:gone RETURN NONE", vec![]).await;
    assert_eq!(found(&w).await, vec![("links", "leads to account:gone, which is not there".to_owned())]);
}
