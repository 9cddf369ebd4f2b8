//! Races on the shipped engine and in memory: one winner, disjoint terms, and proof that the races
//! would be found if nobody kept the doors.
//!
//! What keeps writers apart is a queue inside the process and, for writers of other processes, a
//! guard record that both write. `unhinge(false)` leaves the guard alone, as between two instances
//! of the service; `unhinge(true)` takes both away.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    claim::{Claim, ClaimState, Policy, Purpose, Request, Resource, ResourceId},
    id::{Id, SpaceId},
    interval::Interval,
};
use fuhua::{
    claims::{
        self,
        service::{Taken, take},
    },
    db::Tx,
    house::House,
    journal::{Acting, Draft},
};
use serde_json::json;
use tokio::sync::Barrier;

use crate::{
    spaces::{Floor, id},
    world::{Options, World},
};

mod model;
mod right;

async fn bare_on_disk() -> World {
    World::with(Options { bare: true, on_disk: true, ..Options::default() }).await
}

/// A resource of its own for a test; `n` tells it from others.
async fn resource(house: &House, n: u128, capacity: u32) -> Resource {
    let resource = Resource::whole(SpaceId::from_key(n).into(), capacity);
    let mut tx = Tx::new();
    claims::store::add_resources(&mut tx, std::slice::from_ref(&resource), "space");
    house.db.commit(tx).await.unwrap();
    resource
}

fn minutes(from: i64, to: i64) -> Interval {
    let start: DateTime<Utc> = "2026-12-01T01:00:00Z".parse().unwrap();
    Interval::new(start + TimeDelta::minutes(from), start + TimeDelta::minutes(to)).unwrap()
}

fn request(resource: &Resource, interval: Interval, holder: usize) -> Request {
    let (resource, holder) = (resource.id.clone(), format!("holder-{holder}"));
    Request { resource, interval, units: 1, holder, purpose: Purpose::Booking, buffer_exempt: false }
}

/// A line in a history of its own: writers of one history would conflict there and not at the guard.
fn line(house: &House, n: usize) -> Draft {
    let stream = format!("race-{n}-{}", house.chance.secret());
    Draft::new(stream, "claims.take", &Acting::program("test", house.now()))
}

/// Sends all requests at once; the answers in the order of the requests.
async fn storm(house: &Arc<House>, requests: Vec<Request>, policy: Policy) -> Vec<Result<Taken, String>> {
    let barrier = Arc::new(Barrier::new(requests.len()));
    let mut tasks = Vec::new();
    for (n, request) in requests.into_iter().enumerate() {
        let (house, barrier) = (Arc::clone(house), Arc::clone(&barrier));
        tasks.push(tokio::spawn(async move {
            let draft = line(&house, n);
            barrier.wait().await;
            let answer = take(&house, &request, ClaimState::Active, &policy, "race", &draft).await;
            answer.map_err(|fault| fault.to_string())
        }));
    }
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.expect("a writer"));
    }
    answers
}

async fn stored(house: &House, root: &ResourceId) -> Vec<Claim> {
    let rows = house.db.read(claims::store::claims(root, DateTime::UNIX_EPOCH)).await.unwrap();
    rows.iter().map(|row| row.claim().unwrap()).collect()
}

fn won(answers: &[Result<Taken, String>]) -> usize {
    answers.iter().filter(|answer| matches!(answer, Ok(Taken::Yes(_)))).count()
}

/// Pairs of claims that overlap.
fn clashes(claims: &[Claim]) -> usize {
    let pairs = claims.iter().enumerate().flat_map(|(at, one)| claims[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|(one, other)| one.interval.overlaps(other.interval)).count()
}

/// T19: of writers of one slot exactly one wins, the others hear why, and one claim is stored.
async fn one_winner(w: &World, rounds: u128, writers: usize) {
    for round in 0..rounds {
        let resource = resource(w.house(), 1000 + round, 1).await;
        let requests = (0..writers).map(|n| request(&resource, minutes(0, 60), n)).collect();
        let answers = storm(w.house(), requests, Policy::default()).await;
        assert_eq!(won(&answers), 1, "round {round}: {answers:?}");
        let stored = stored(w.house(), &resource.root).await;
        assert_eq!(stored.len(), 1, "round {round}");
        for answer in answers {
            match answer.unwrap() {
                Taken::Yes(claim) => assert_eq!(vec![claim], stored),
                Taken::No(blocked) => {
                    assert_eq!((blocked.code.as_str(), blocked.interval), ("taken", Some(minutes(0, 60))));
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t19_one_winner_in_memory() {
    one_winner(&World::bare().await, 200, 8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t19_one_winner_on_disk() {
    one_winner(&bare_on_disk().await, 200, 8).await;
}

/// T19 by guards alone, as between instances of the service.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t19_one_winner_by_guards_alone() {
    for w in [World::bare().await, bare_on_disk().await] {
        w.db().gates.unhinge(false);
        one_winner(&w, 200, 8).await;
        assert!(w.db().counters.conflicts.load(Ordering::Relaxed) > 0, "they did meet at the guard");
    }
}

/// T20: of writers of slots a quarter of an hour apart, those who win are pairwise disjoint, and
/// nobody is refused without a winner in the way.
async fn disjoint(w: &World, rounds: u128, writers: i64) {
    for round in 0..rounds {
        let resource = resource(w.house(), 5000 + round, 1).await;
        let slot = |n: i64| minutes(n * 15, n * 15 + 60);
        let requests = (0..writers).map(|n| request(&resource, slot(n), n as usize)).collect();
        let answers = storm(w.house(), requests, Policy::default()).await;
        let stored = stored(w.house(), &resource.root).await;
        assert_eq!((clashes(&stored), won(&answers)), (0, stored.len()), "round {round}");
        for (n, answer) in (0..).zip(answers) {
            if let Taken::No(_) = answer.unwrap() {
                assert!(stored.iter().any(|claim| claim.interval.overlaps(slot(n))), "round {round}: {n} fits");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t20_winners_are_disjoint_in_memory() {
    disjoint(&World::bare().await, 200, 8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t20_winners_are_disjoint_on_disk() {
    disjoint(&bare_on_disk().await, 200, 8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t20_winners_are_disjoint_by_guards_alone() {
    let w = bare_on_disk().await;
    w.db().gates.unhinge(false);
    disjoint(&w, 100, 8).await;
}

/// T25: without queue and guard the same writers take the same slot twice, on both engines; so the
/// tests above would find it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t25_without_guards_slots_are_given_twice() {
    for w in [World::bare().await, bare_on_disk().await] {
        w.db().gates.unhinge(true);
        let mut twice = 0;
        for round in 0..200 {
            let resource = resource(w.house(), 1000 + round, 1).await;
            let requests = (0..8).map(|n| request(&resource, minutes(n * 15, n * 15 + 60), n as usize)).collect();
            storm(w.house(), requests, Policy::default()).await;
            twice += usize::from(clashes(&stored(w.house(), &resource.root).await) > 0);
            if twice == 3 {
                break;
            }
        }
        assert_eq!(twice, 3, "the negative control must fail, or the races are none");
    }
}

/// T05 under load: a room of five takes five at once and never six.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t05_capacity_is_kept_under_load() {
    let w = World::bare().await;
    for round in 0..50 {
        let resource = resource(w.house(), 1000 + round, 5).await;
        let requests = (0..12).map(|n| request(&resource, minutes(0, 60), n)).collect();
        let answers = storm(w.house(), requests, Policy::default()).await;
        assert_eq!((won(&answers), stored(w.house(), &resource.root).await.len()), (5, 5), "round {round}");
    }
}

/// T01 and T06 through the database: instants and buffers come back as they went in.
#[tokio::test]
async fn t01_t06_borders_and_buffers_are_kept_by_the_rows() {
    let w = World::bare().await;
    let resource = resource(w.house(), 1, 1).await;
    let buffer = Policy { buffer_after: TimeDelta::minutes(10), ..Policy::default() };
    let go = async |interval, policy: Policy, exempt| {
        let asked = Request { buffer_exempt: exempt, ..request(&resource, interval, 1) };
        take(w.house(), &asked, ClaimState::Active, &policy, "t", &line(w.house(), 1)).await.unwrap()
    };
    let plain = Policy::default();
    assert!(matches!(go(minutes(0, 60), plain, false).await, Taken::Yes(_)));
    assert!(matches!(go(minutes(59, 120), plain, false).await, Taken::No(_)), "a minute over");
    assert!(matches!(go(minutes(60, 120), buffer, false).await, Taken::No(_)), "no time to clear up");
    assert!(matches!(go(minutes(60, 69), buffer, true).await, Taken::Yes(_)), "who needs none gets in");
    assert!(matches!(go(minutes(120, 180), buffer, false).await, Taken::Yes(_)));
    let open = Interval::open(minutes(180, 181).from()).unwrap();
    assert!(matches!(go(open, plain, false).await, Taken::Yes(_)));
    let far: DateTime<Utc> = "2199-01-01T00:00:00Z".parse().unwrap();
    let far = Interval::new(far, far + TimeDelta::hours(1)).unwrap();
    assert!(matches!(go(far, plain, false).await, Taken::No(_)), "what has no end blocks for ever");
}

/// T04 through the database: a hold blocks until it runs out, a request by policy, a released claim never.
#[tokio::test]
async fn t04_holds_requests_and_released_claims() {
    let w = World::bare().await;
    let until = w.now() + TimeDelta::minutes(30);
    let asks = Policy { pending_blocks: true, ..Policy::default() };
    for (n, state, policy, blocks) in [
        (1, ClaimState::Held { until }, Policy::default(), true),
        (2, ClaimState::Held { until: w.now() }, Policy::default(), false),
        (3, ClaimState::Pending, Policy::default(), false),
        (4, ClaimState::Pending, asks, true),
        (5, ClaimState::Active, Policy::default(), true),
        (6, ClaimState::Released, asks, false),
    ] {
        let resource = resource(w.house(), n, 1).await;
        let first = request(&resource, minutes(0, 60), 1);
        let made = take(w.house(), &first, state, &policy, "t", &line(w.house(), 1)).await.unwrap();
        assert!(matches!(made, Taken::Yes(_)));
        let second = request(&resource, minutes(30, 90), 2);
        let answer = take(w.house(), &second, ClaimState::Active, &policy, "t", &line(w.house(), 2)).await.unwrap();
        assert_eq!(matches!(answer, Taken::No(_)), blocks, "{state:?}");
    }
}

/// T28: sixty-four writers of one resource all get an answer in bounded time.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t28_nobody_starves() {
    let w = bare_on_disk().await;
    let resource = resource(w.house(), 1, 1).await;
    let barrier = Arc::new(Barrier::new(64));
    let mut tasks = Vec::new();
    for n in 0..64usize {
        let (house, barrier) = (Arc::clone(w.house()), Arc::clone(&barrier));
        let request = request(&resource, minutes(n as i64 * 60, n as i64 * 60 + 60), n);
        tasks.push(tokio::spawn(async move {
            let draft = line(&house, n);
            barrier.wait().await;
            let begun = tokio::time::Instant::now();
            let taken = take(&house, &request, ClaimState::Active, &Policy::default(), "t", &draft).await.unwrap();
            (matches!(taken, Taken::Yes(_)), begun.elapsed())
        }));
    }
    let mut waits = Vec::new();
    for task in tasks {
        let (yes, wait) = task.await.unwrap();
        assert!(yes, "each has a slot of its own");
        waits.push(wait);
    }
    waits.sort_unstable();
    // All of them together, one after the other: a commit of the slowest disk takes some 20 ms.
    assert!(waits[63] < Duration::from_secs(20), "{:?}", waits[63]);
    let counters = &w.db().counters;
    assert_eq!(counters.exhausted.load(Ordering::Relaxed), 0);
    assert_eq!(counters.conflicts.load(Ordering::Relaxed), 0, "in one process they wait in line");
}

/// T19 by the verb: operators race for one desk over HTTP; one gets it, the others hear when it is
/// free and what else would do.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t19_operators_race_for_one_desk() {
    let f = Floor::new().await;
    for round in 0..20 {
        let mut tasks = Vec::new();
        let barrier = Arc::new(Barrier::new(8));
        for n in 0..8 {
            let organization = f.organization(&format!("组织 {round}-{n}")).await;
            let body = json!({"space": f.office, "organization": organization,
                "from": "2026-11-23", "to": "2026-12-22"});
            let (operator, barrier) = (f.operator.clone(), Arc::clone(&barrier));
            tasks.push(tokio::spawn(async move {
                barrier.wait().await;
                operator.post("/allocations", body).await
            }));
        }
        let mut made = Vec::new();
        for task in tasks {
            let reply = task.await.unwrap();
            if reply.status == 201 {
                made.push(reply.created());
            } else {
                let values = reply.refused(409, "taken").problem()["values"].clone();
                assert_eq!((&values["space_code"], &values["free_from"]), (&json!("101"), &json!("2026-12-23")));
            }
        }
        assert_eq!(made.len(), 1, "round {round}");
        f.operator.post(&format!("/allocations/{}/cancel", id(&made[0])), json!({})).await.ok();
    }
    assert_eq!(f.w.count("allocation").await, 20);
}

/// Verbs that race for one allocation and for one organization: each happens at most once, and what
/// the organization hosts is right whoever was first.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn verbs_race_for_one_allocation() {
    let f = Floor::new().await;
    for round in 0..25 {
        let organization = f.organization(&format!("组织 {round}")).await;
        let mut views = Vec::new();
        for n in 1..=2 {
            let desk = json!({"code": format!("R{round}-{n}"), "kind": "desk"});
            let desk = f.operator.post(&format!("/floors/{}/spaces", f.floor), desk).await.id();
            views.push(f.settled(&desk, organization, "2026-11-23", Some("2026-12-31")).await);
        }
        let mut tasks = Vec::new();
        for (view, verb, body) in [
            (&views[0], "give-back", json!({"last": "2026-11-23"})),
            (&views[0], "extend", json!({"to": "2027-01-31"})),
            (&views[0], "give-back", json!({"last": "2026-11-23"})),
            (&views[1], "give-back", json!({"last": "2026-11-23"})),
        ] {
            let (operator, path) = (f.operator.clone(), format!("/allocations/{}/{verb}", id(view)));
            tasks.push(tokio::spawn(async move { operator.post(&path, body).await.status }));
        }
        let mut statuses = Vec::new();
        for task in tasks {
            statuses.push(task.await.unwrap());
        }
        let mut twins = [statuses[0], statuses[2]];
        twins.sort_unstable();
        assert_eq!((twins, statuses[3]), ([200, 409], 200), "round {round}");
        assert!([200, 409].contains(&statuses[1]), "an extension before or after the end");
        assert_eq!(crate::spaces::standing(&f.w, organization).await, (vec![], false), "round {round}");
    }
    assert_eq!(fuhua::journal::verify(f.w.db()).await.unwrap(), vec![], "every history is one chain");
}

/// The last desk of an organization is given back while it is given another one: it hosts it still.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_an_organization_hosts_is_right_after_a_race() {
    let f = Floor::new().await;
    for round in 0..25 {
        let organization = f.organization(&format!("组织 {round}")).await;
        let mut desks = Vec::new();
        for n in 1..=2 {
            let desk = json!({"code": format!("R{round}-{n}"), "kind": "desk"});
            desks.push(f.operator.post(&format!("/floors/{}/spaces", f.floor), desk).await.id());
        }
        let one = f.assign(&desks[0], organization, "2026-12-01", None).await;
        let (a, b) = (f.operator.clone(), f.operator.clone());
        let (path, body) = (
            format!("/allocations/{}/cancel", id(&one)),
            json!({"space": desks[1], "organization": organization, "from": "2026-12-01"}),
        );
        let cancel = tokio::spawn(async move { a.post(&path, json!({})).await.status });
        let assign = tokio::spawn(async move { b.post("/allocations", body).await.status });
        assert_eq!((cancel.await.unwrap(), assign.await.unwrap()), (200, 201));
        let base = f.w.base("B03").to_string();
        assert_eq!(crate::spaces::standing(&f.w, organization).await, (vec![base], false), "round {round}");
    }
}

/// Not a test but a measure: `cargo test --test it claims_a_second -- --ignored --nocapture`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measure, to be read by a person"]
#[expect(clippy::print_stdout, reason = "the figure is what it is for")]
async fn claims_a_second() {
    const WRITERS: u128 = 32;
    const EACH: u128 = 60;
    let w = bare_on_disk().await;
    for n in 0..WRITERS * EACH {
        resource(w.house(), n, 1).await;
    }
    let begun = tokio::time::Instant::now();
    let mut tasks = Vec::new();
    for writer in 0..WRITERS {
        let house = Arc::clone(w.house());
        tasks.push(tokio::spawn(async move {
            for n in 0..EACH {
                let resource = Resource::whole(SpaceId::from_key(writer * EACH + n).into(), 1);
                let request = request(&resource, minutes(0, 60), 1);
                let draft = line(&house, 1);
                let taken = take(&house, &request, ClaimState::Active, &Policy::default(), "t", &draft).await;
                assert!(matches!(taken, Ok(Taken::Yes(_))));
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!("{:.0} durable claims a second by {WRITERS} writers", (WRITERS * EACH) as f64 / seconds);
}
