//! Two who act at once.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::Barrier;

use super::{approved, asked, at, signing};
use crate::{
    spaces::Floor,
    world::{Options, World},
};

/// Agreements for two applications over one desk, issued at the same moment; how many were.
async fn issued_at_once(f: &Floor, ids: &[String]) -> usize {
    let door = Arc::new(Barrier::new(ids.len()));
    let tasks: Vec<_> = ids
        .iter()
        .map(|id| {
            let (operator, door, body) = (f.operator.clone(), door.clone(), asked(id, &[&f.desks[0]]));
            tokio::spawn(async move {
                door.wait().await;
                operator.post("/residencies", body).await.status
            })
        })
        .collect();
    let mut won = 0;
    for task in tasks {
        let status = task.await.unwrap();
        assert!(status == 201 || status == 409, "{status}");
        won += usize::from(status == 201);
    }
    won
}

async fn floor_of_two() -> (Floor, Vec<String>) {
    let f = Floor::within(World::with(Options { on_disk: true, ..Options::default() }).await).await;
    let ids = approved(&f.w, "B03", &["甲筹备组", "乙筹备组", "丙筹备组", "丁筹备组"]).await;
    (f, ids)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_desk_is_agreed_on_once_by_guards_alone() {
    let (f, ids) = floor_of_two().await;
    f.w.house().db.gates.unhinge(false);
    assert_eq!(issued_at_once(&f, &ids).await, 1);
    let issued = f.operator.get("/residencies?live=true").await.ok()["items"].as_array().unwrap().len();
    assert_eq!((issued, f.w.findings().await), (1, Vec::new()));
    // Numbers go to what was issued alone.
    let view = f.operator.get("/residencies").await.ok()["items"][0].clone();
    assert_eq!(view["number"], "B03-XY-2026-0001");
}

/// How many of two got it; the others were told that it is taken.
pub fn got(statuses: [u16; 2]) -> usize {
    assert!(statuses.iter().all(|status| [200, 201, 409].contains(status)), "{statuses:?}");
    statuses.iter().filter(|status| **status != 409).count()
}

/// An agreement is written anew over a desk while the desk is given to somebody else on the plan; how many got it.
async fn agreed_and_given_at_once(f: &Floor, path: &str, desk: &str, other: &str) -> usize {
    // First neither has it.
    let bare = json!({"mode": "virtual", "first": "2026-12-03", "last": "2027-12-02"});
    f.operator.post(&format!("{path}/reissue"), bare.clone()).await.ok();
    let given = f.operator.get(&format!("/allocations?organization={other}&state=reserved")).await.ok();
    for term in given["items"].as_array().unwrap() {
        let cancel = format!("/allocations/{}/cancel", term["id"].as_str().unwrap());
        f.operator.post(&cancel, json!({})).await.ok();
    }
    let mut anew = bare;
    (anew["mode"], anew["spaces"]) = (json!("physical"), json!([desk]));
    let term = json!({"space": desk, "organization": other, "from": "2026-12-03", "to": null});
    got(f.operator.at_once([(format!("{path}/reissue"), anew), ("/allocations".to_owned(), term)]).await)
}

async fn agreed_on(f: &Floor, application: &str) -> String {
    at(&f.operator.post("/residencies", asked(application, &[])).await.created())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_desk_is_agreed_on_or_given_by_guards_alone() {
    let (f, ids) = floor_of_two().await;
    f.w.house().db.gates.unhinge(false);
    let other = f.organization("牧歌合唱团").await.to_string();
    let path = agreed_on(&f, &ids[0]).await;
    for round in 0..12 {
        assert_eq!(agreed_and_given_at_once(&f, &path, &f.desks[0], &other).await, 1, "round {round}");
    }
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}

/// The control: with nobody at the door both get it, and the check tells.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_the_guard_a_desk_is_agreed_on_and_given() {
    let (f, ids) = floor_of_two().await;
    f.w.house().db.gates.unhinge(true);
    let other = f.organization("牧歌合唱团").await.to_string();
    let path = agreed_on(&f, &ids[0]).await;
    for _ in 0..60 {
        if agreed_and_given_at_once(&f, &path, &f.desks[0], &other).await == 2 {
            let found = f.w.findings().await;
            assert!(found.iter().any(|found| found.starts_with("claims")), "{found:?}");
            return;
        }
    }
    panic!("nobody was let in twice: the race proves nothing");
}

/// Signing and declining at the same moment: one of them, whole.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn signed_or_declined_but_never_both() {
    let f = Floor::within(World::with(Options { on_disk: true, ..Options::default() }).await).await;
    let ids = approved(&f.w, "B03", &["甲筹备组", "乙筹备组", "丙筹备组"]).await;
    f.w.house().db.gates.unhinge(false);
    for (id, desk) in ids.iter().zip(&f.desks) {
        let view = f.operator.post("/residencies", asked(id, &[desk])).await.created();
        let path = at(&view);
        let sign = (format!("{path}/sign"), signing("2026-12-03"));
        let both = f.operator.at_once([sign, (format!("{path}/decline"), json!({"reason": "另有场地"}))]).await;
        assert!(both == [200, 409] || both == [409, 200], "{both:?}");
        let now = f.operator.get(&path).await.ok();
        let application = f.operator.get(&format!("/applications/{id}")).await.ok()["state"].clone();
        let whole = if both[0] == 200 { ("signed", "signed", 1) } else { ("forfeited", "void", 0) };
        assert_eq!(
            (
                now["state"].as_str().unwrap(),
                now["agreement"]["state"].as_str().unwrap(),
                now["places"].as_array().unwrap().len()
            ),
            whole
        );
        assert_eq!(application, now["state"]);
    }
    assert_eq!(f.w.findings().await, Vec::<String>::new());
}
