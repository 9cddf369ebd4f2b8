//! Two at the same moment, over the shipped engine, with nobody waiting in line: the guards alone keep it.

use serde_json::{Value, json};

use super::{filed, team};
use crate::{
    organizations::code,
    residencies::races::got,
    world::{Caller, Options, World},
};

async fn without_queues() -> (World, Caller) {
    let w = World::with(Options { on_disk: true, ..Options::default() }).await;
    w.house().db.gates.unhinge(false);
    let operator = w.operator("B03").await;
    (w, operator)
}

/// Two cases of one base are granted with one code at the same moment; how many were.
async fn granted_at_once(w: &World, operator: &Caller, n: u32) -> (usize, [String; 2]) {
    let one = filed(w, "B03", &format!("甲{n}社"), "service_institution").await.1;
    let two = filed(w, "B03", &format!("乙{n}社"), "service_institution").await.1;
    let ask = |path: &str| (format!("{path}/grant"), json!({"number": code('2', n)}));
    (got(operator.at_once([ask(&one), ask(&two)]).await), [one, two])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_with_one_code_one_is_registered() {
    let (w, operator) = without_queues().await;
    for n in 1..=4 {
        let (won, paths) = granted_at_once(&w, &operator, n).await;
        assert_eq!(won, 1, "round {n}");
        // The one that came too late is still with the authority.
        let mut states: Vec<Value> = Vec::new();
        for path in &paths {
            states.push(operator.get(path).await.ok()["state"].clone());
        }
        states.sort_by_key(ToString::to_string);
        assert_eq!(states, [json!("filed"), json!("granted")]);
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// The control: without the index both get it, and the check tells.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_the_index_two_have_one_code() {
    let (w, operator) = without_queues().await;
    w.run("REMOVE INDEX organization_identity ON organization", vec![]).await;
    for n in 1..=30 {
        if granted_at_once(&w, &operator, n).await.0 == 2 {
            let found = w.findings().await;
            assert!(found.iter().any(|found| found.starts_with("codes")), "{found:?}");
            return;
        }
    }
    panic!("nobody was let in twice: the race proves nothing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_case_is_decided_once() {
    let (w, operator) = without_queues().await;
    for n in 1..=4 {
        let (organization, path) = filed(&w, "B03", &format!("甲{n}社"), "service_institution").await;
        let grant = (format!("{path}/grant"), json!({"number": code('2', n)}));
        let both = operator.at_once([grant, (format!("{path}/refuse"), json!({"reason": "材料不符。"}))]).await;
        assert!(both == [200, 409] || both == [409, 200], "{both:?}");
        let (state, kind) =
            if both[0] == 200 { ("granted", "service_institution") } else { ("refused", "pre_registration") };
        assert_eq!(operator.get(&path).await.ok()["state"], state);
        assert_eq!(operator.get(&format!("/organizations/{organization}")).await.ok()["kind"], kind);
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_organization_has_one_open_case() {
    let (w, operator) = without_queues().await;
    for n in 1..=4 {
        let team = team(&w, "B03", &format!("甲{n}社")).await;
        let ask = || ("/filings".to_owned(), json!({"organization": team, "wanted": "recorded", "text": "备案"}));
        assert_eq!(got(operator.at_once([ask(), ask()]).await), 1, "round {n}");
    }
    assert_eq!((w.count("filing").await, w.findings().await), (4, Vec::<String>::new()));
}
