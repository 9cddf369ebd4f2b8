//! Nothing is taken twice: places of an intake under many decisions at once, and sheets against the closing of
//! their review.

use serde_json::{Value, json};

use super::{GOOD, announced, at, convened, marks, passed, reviewer, score, sheet_of};
use crate::world::{Reply, World};

/// Four reviews of one intake with two places are decided at once, each with one application: the answers.
async fn decided_at_once(w: &World, round: usize) -> Vec<u16> {
    let to = announced(w, "B03", json!(2)).await;
    let (one, two) = (reviewer(w, &format!("fang{round}")).await, reviewer(w, &format!("liu{round}")).await);
    let operator = w.operator("B03").await;
    let mut reviews = Vec::new();
    for n in 0..4 {
        let id = passed(w, "B03", &to, &format!("第{round}-{n}筹备组")).await;
        let view = convened(w, "B03", &to, &[&id], &[&one, &two]).await;
        for who in [&one, &two] {
            score(&view, who, &id, GOOD, "admit").await;
        }
        operator.post(&format!("{}/close", at(&view)), json!({})).await.ok();
        reviews.push((at(&view), id));
    }
    let city = w.supervisor().await;
    let tasks: Vec<_> = reviews
        .into_iter()
        .map(|(path, id)| {
            let body = json!({"decisions": [{"application": id, "outcome": "propose"}]});
            let city = city.clone();
            tokio::spawn(async move { city.post(&format!("{path}/decide"), body).await })
        })
        .collect();
    let mut states = Vec::new();
    for task in tasks {
        let reply: Reply = task.await.expect("a reply");
        states.push(reply.status);
    }
    states.sort_unstable();
    states
}

/// T22 in kind: with nobody waiting in line, the guard alone gives each place once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn places_are_given_once_each() {
    let w = World::on_disk().await;
    w.db().gates.unhinge(false);
    for round in 0..6 {
        assert_eq!(decided_at_once(&w, round).await, [200, 200, 409, 409], "round {round}");
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// T25: without the guard more are given than there are, and the check finds it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_the_guard_places_are_given_twice() {
    let w = World::on_disk().await;
    w.db().gates.unhinge(true);
    for round in 0..40 {
        if decided_at_once(&w, round).await.iter().filter(|status| **status == 200).count() > 2 {
            let findings = w.findings().await;
            assert!(findings.iter().any(|found| found.starts_with("claims")), "{findings:?}");
            return;
        }
    }
    panic!("forty rounds without the guard, and none gave a place twice: the race does not bite");
}

/// A sheet that is handed in while its review is closed is counted, or refused; never neither.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_handed_in_is_counted_or_refused() {
    let w = World::on_disk().await;
    w.db().gates.unhinge(false);
    let people = [reviewer(&w, "fang").await, reviewer(&w, "liu").await, reviewer(&w, "bao").await];
    let to = announced(&w, "B03", Value::Null).await;
    let operator = w.operator("B03").await;
    for n in 0..10 {
        let id = passed(&w, "B03", &to, &format!("第{n}筹备组")).await;
        let view = convened(&w, "B03", &to, &[&id], &[&people[0], &people[1], &people[2]]).await;
        score(&view, &people[0], &id, GOOD, "admit").await;
        score(&view, &people[1], &id, GOOD, "admit").await;
        let last = sheet_of(&view, &people[2], &id).await;
        people[2].post(&format!("{last}/clear"), json!({})).await.ok();
        let (close, lock) = (format!("{}/close", at(&view)), format!("{last}/lock"));
        let (closer, locker) = (operator.clone(), people[2].clone());
        let closing = tokio::spawn(async move { closer.post(&close, json!({})).await });
        let locking = tokio::spawn(async move { locker.post(&lock, marks(GOOD, "admit")).await });
        let (closed, locked) = (closing.await.expect("a reply").ok(), locking.await.expect("a reply"));
        let counted = closed["entries"][0]["standing"]["counted"].as_u64().expect("a number");
        assert_eq!(counted, if locked.status == 200 { 3 } else { 2 }, "{locked}");
    }
    assert_eq!(w.findings().await, Vec::<String>::new());
}
