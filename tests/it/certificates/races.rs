//! Two at the same moment, over the shipped engine, with nobody waiting in line: guards alone keep one certificate.

use serde_json::{Value, json};

use super::{WHY, at, certificate_of, path, proposed};
use crate::world::{Options, World};

async fn house() -> World {
    let w = World::with(Options { on_disk: true, ..Options::default() }).await;
    let fewer =
        json!({"key": "residencies.graduation_criteria", "value": [{"key": "registered"}], "from": "2026-11-23"});
    w.supervisor().await.post("/settings", fewer).await.ok();
    w.house().db.gates.unhinge(false);
    w
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_let_it_graduate_issue_one_certificate() {
    let w = house().await;
    let city = w.supervisor().await;
    for n in 1..=4 {
        let view = proposed(&w, "B03", &format!("晨光助老社{n}")).await;
        let ask = || (format!("{}/graduate", at(&view)), json!({"last": "2026-12-31"}));
        let mut both = city.at_once([ask(), ask()]).await;
        both.sort_unstable();
        assert_eq!(both, [200, 409], "round {n}");
        // One number each, without a gap for the one that came too late.
        assert_eq!(certificate_of(&w, &view).await["number"], format!("B03-CK-2026-{n:04}"));
    }
    assert_eq!((w.count("certificate").await, w.findings().await), (4, Vec::<String>::new()));
}

/// Two organizations of one base want the same number: each gets its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_graduate_at_once_have_two_numbers() {
    let w = house().await;
    let city = w.supervisor().await;
    let (one, two) = (proposed(&w, "B03", "晨光助老社").await, proposed(&w, "B03", "清泉环保社").await);
    let ask = |view: &Value| (format!("{}/graduate", at(view)), json!({"last": "2026-12-31"}));
    assert_eq!(city.at_once([ask(&one), ask(&two)]).await, [200, 200]);
    let mut numbers =
        [certificate_of(&w, &one).await["number"].clone(), certificate_of(&w, &two).await["number"].clone()];
    numbers.sort_by_key(ToString::to_string);
    assert_eq!(numbers, [json!("B03-CK-2026-0001"), json!("B03-CK-2026-0002")]);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_replace_issue_one_new_certificate() {
    let w = house().await;
    let city = w.supervisor().await;
    let view = super::graduated(&w, "B03", "晨光助老社").await;
    for round in 0..4 {
        let of = certificate_of(&w, &view).await;
        let ask = |verb: &str| (format!("{}/{verb}", path(&of)), json!({"reason": WHY}));
        let mut both = city.at_once([ask("replace"), ask("replace")]).await;
        both.sort_unstable();
        assert_eq!(both, [201, 409], "round {round}");
        // Of two that are revoked already, one of them is issued anew.
        let new = certificate_of(&w, &view).await;
        city.post(&format!("{}/revoke", path(&new)), json!({"reason": WHY})).await.ok();
        let asks = [&of, &new].map(|of| (format!("{}/replace", path(of)), json!({"reason": WHY})));
        let mut both = city.at_once(asks).await;
        both.sort_unstable();
        assert_eq!(both, [201, 409], "round {round}, of two");
    }
    let valid = city.get("/certificates?state=valid").await.ok();
    assert_eq!(valid["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(w.findings().await, Vec::<String>::new());
}
