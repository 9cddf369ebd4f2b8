//! The history: what it says, and that a hand that changes it is found.

use chrono::Duration;
use fuhua::{
    db::Tx,
    journal::{self, Acting, Broken, Draft},
};
use serde_json::json;
use surrealdb::types::Value;

use crate::world::World;

/// Three changes of one base, a minute apart.
async fn three_changes(w: &World) -> String {
    let operator = w.operator("B03").await;
    let base = w.base("B03").to_string();
    for name in ["one", "two", "three"] {
        operator.patch(&format!("/bases/{base}"), json!({"name": name})).await.ok();
        w.advance(Duration::minutes(1));
    }
    base
}

async fn verified(w: &World) -> Vec<Broken> {
    journal::verify(w.db()).await.unwrap()
}

#[tokio::test]
async fn a_line_says_who_as_what_when_and_what_changed() {
    let w = World::new().await;
    let base = three_changes(&w).await;
    let entries = w.journal(&base).await;
    assert_eq!(entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(), vec![1, 2, 3]);
    let second = &entries[1];
    assert_eq!(second.account.map(|id| id.0), w.operator("B03").await.account);
    assert_eq!(second.role.as_deref(), Some("base_operator"));
    assert_eq!(second.at.0, crate::world::morning() + Duration::minutes(1));
    assert_eq!(second.action, "bases.edit");
    assert_eq!(second.before.as_deref(), Some(r#"{"name":"one"}"#));
    assert_eq!(second.after.as_deref(), Some(r#"{"name":"two"}"#));
    assert_eq!(second.prev, entries[0].hash);
    assert_eq!(verified(&w).await, vec![]);
}

/// Puts another line in the place of one, as somebody with the database's files could.
async fn forge(w: &World, base: &str, seq: i64, change: impl Fn(&mut journal::Entry)) {
    let mut entry = w.journal(base).await.into_iter().find(|entry| entry.seq == seq).unwrap();
    change(&mut entry);
    let record =
        Value::RecordId(fuhua::db::rid_of(journal::TABLE, vec![Value::String(base.into()), Value::from_int(seq)]));
    w.run("DELETE ? RETURN NONE", vec![record.clone()]).await;
    w.run("CREATE ? CONTENT ? RETURN NONE", vec![record, surrealdb::types::SurrealValue::into_value(entry)]).await;
}

#[tokio::test]
async fn a_changed_line_is_found() {
    let w = World::new().await;
    let base = three_changes(&w).await;
    forge(&w, &base, 2, |entry| entry.name = "somebody else".into()).await;
    assert_eq!(verified(&w).await, vec![Broken::Content(base.clone(), 2)]);
    // With a hash that fits the change, the line after it no longer follows.
    forge(&w, &base, 2, |entry| entry.hash = entry.expected_hash()).await;
    assert_eq!(verified(&w).await, vec![Broken::Link(base, 3)]);
}

#[tokio::test]
async fn a_line_cannot_be_changed_in_its_place() {
    let w = World::new().await;
    let base = three_changes(&w).await;
    let mut tx = fuhua::db::Tx::new();
    tx.run("UPDATE journal SET name = 'somebody else'");
    assert!(w.db().commit(tx).await.is_err());
    assert_eq!(verified(&w).await, vec![]);
    assert_eq!(w.journal(&base).await.len(), 3);
}

#[tokio::test]
async fn a_removed_line_is_found_and_a_cut_off_end_by_the_seal() {
    let w = World::new().await;
    let base = three_changes(&w).await;
    w.advance(Duration::minutes(5));
    assert_eq!(journal::seal(w.db(), w.now()).await.unwrap(), 3);
    assert_eq!(journal::seal(w.db(), w.now()).await.unwrap(), 0);
    assert_eq!(verified(&w).await, vec![]);
    w.run("DELETE journal WHERE seq = 3 RETURN NONE", vec![]).await;
    assert_eq!(verified(&w).await, vec![Broken::Sealed(1)]);
    w.run("DELETE journal WHERE seq = 1 RETURN NONE", vec![]).await;
    assert_eq!(verified(&w).await, vec![Broken::Link(base, 2), Broken::Sealed(1)]);
}

#[tokio::test]
async fn a_removed_or_changed_seal_is_found() {
    let w = World::new().await;
    for _ in 0..3 {
        three_changes(&w).await;
        w.advance(Duration::minutes(5));
        journal::seal(w.db(), w.now()).await.unwrap();
    }
    assert_eq!(w.count("journal_seal").await, 3);
    assert_eq!(verified(&w).await, vec![]);
    w.run("DELETE journal_seal:2 RETURN NONE", vec![]).await;
    assert_eq!(verified(&w).await, vec![Broken::SealLink(3)]);
}

#[tokio::test]
async fn writers_of_one_thing_at_once_make_one_unbroken_chain() {
    let w = World::on_disk().await;
    let operator = w.operator("B03").await;
    let path = format!("/bases/{}", w.base("B03"));
    let asked = (0..16).map(|n| {
        let (operator, path) = (operator.clone(), path.clone());
        async move { operator.patch(&path, json!({"name": format!("n{n}")})).await }
    });
    let replies = futures_util::future::join_all(asked).await;
    let written = replies.iter().filter(|reply| reply.status == 200).count();
    for reply in replies.into_iter().filter(|reply| reply.status != 200) {
        let refused = reply.refused(503, "busy");
        assert_eq!(refused.header("retry-after"), Some("2"));
    }
    assert_eq!(w.journal(w.base("B03")).await.len(), written);
    assert!(written >= 8, "{written}");
    assert_eq!(verified(&w).await, vec![]);
}

/// What is written long after its request came is dated when it is written: the span in which the
/// request came may be sealed already, and a line that appears there would read as tampering.
#[tokio::test]
async fn a_slow_request_writes_into_no_sealed_span() {
    let w = World::new().await;
    three_changes(&w).await;
    let came = w.now();
    let minutes = std::time::Duration::from_secs(4 * 60);
    let since = std::time::Instant::now().checked_sub(minutes).expect("a machine that runs for minutes");
    let slow = Acting { since, ..Acting::program("a slow upload", came) };
    w.advance(Duration::minutes(4));
    assert!(journal::seal(w.db(), w.now()).await.unwrap() > 0);
    let mut tx = Tx::new();
    tx.journal(Draft::new("thing", "files.add", &slow).first());
    w.commit(tx).await;
    assert_eq!(journal::verify(w.db()).await.unwrap(), Vec::<Broken>::new());
    assert!(w.journal("thing").await[0].at.0 >= came + Duration::minutes(4));
    let quick = Acting::program("a quick one", came);
    assert_eq!(quick.dated(), came);
}
