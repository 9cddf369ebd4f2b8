//! The reservation core by itself, in this process: how many durable claims a second it takes over
//! distinct resources, without HTTP and without what a term writes besides.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::DateTime;
use domain::{
    claim::{ClaimState, Policy, Purpose, Request, Resource, ResourceId},
    interval::Interval,
};
use fuhua::{
    claims::{
        service::{Taken, take},
        store::add_resources,
    },
    db::{Db, Place, Tx},
    files::Blobs,
    house::House,
    journal::{Acting, Draft},
};

/// Claims taken by so many writers in a time, each with how long it waited.
pub fn claims(folder: &Path, writers: usize, lasts: Duration) -> Vec<Duration> {
    // The engine's parser recurses deeply in a debug build.
    let runtime = tokio::runtime::Builder::new_multi_thread().thread_stack_size(16 << 20).enable_all().build().unwrap();
    let place = Place::at(format!("surrealkv://{}", folder.join("db").display()));
    let waits = runtime.block_on(async move {
        let house = Arc::new(House::new(Db::open(&place).await.unwrap(), Blobs::at(folder.join("files"))));
        let roots = Arc::new(resources(&house).await);
        let turn = Arc::new(AtomicI64::new(0));
        let began = Instant::now();
        let work: Vec<_> = (0..writers)
            .map(|_| {
                let (house, roots, turn) = (Arc::clone(&house), Arc::clone(&roots), Arc::clone(&turn));
                tokio::spawn(async move {
                    let mut waits = Vec::new();
                    while began.elapsed() < lasts {
                        let n = turn.fetch_add(1, Ordering::SeqCst);
                        let began = Instant::now();
                        one(&house, &roots, n).await;
                        waits.push(began.elapsed());
                    }
                    waits
                })
            })
            .collect();
        let mut waits = Vec::new();
        for writer in work {
            waits.extend(writer.await.unwrap());
        }
        Arc::into_inner(house).unwrap().db.close(&place).await;
        waits
    });
    runtime.shutdown_timeout(Duration::from_secs(20));
    waits
}

/// As many things of their own as a prefecture has rooms and desks.
async fn resources(house: &House) -> Vec<ResourceId> {
    let ids: Vec<ResourceId> = (0..500).map(|n| ResourceId::new(format!("bench{n}"))).collect();
    let resource = |id: &ResourceId| Resource { id: id.clone(), root: id.clone(), ancestors: Vec::new(), capacity: 1 };
    let mut tx = Tx::new();
    add_resources(&mut tx, &ids.iter().map(resource).collect::<Vec<_>>(), "bench");
    house.db.commit(tx).await.unwrap();
    ids
}

async fn one(house: &House, roots: &[ResourceId], n: i64) {
    let count = i64::try_from(roots.len()).unwrap();
    let root = &roots[usize::try_from(n % count).unwrap()];
    // An hour each, in a time that nobody has.
    let from = DateTime::from_timestamp(4_102_444_800 + n / count * 3_600, 0).unwrap();
    let request = Request {
        resource: root.clone(),
        interval: Interval::new(from, from + chrono::Duration::hours(1)).unwrap(),
        units: 1,
        holder: "bench".to_owned(),
        purpose: Purpose::Term,
        buffer_exempt: true,
    };
    let draft = Draft::new(format!("bench {n}"), "bench.take", &Acting::program("bench", house.now())).first();
    let taken = take(house, &request, ClaimState::Active, &Policy::default(), "bench", &draft).await.unwrap();
    assert!(matches!(taken, Taken::Yes(_)), "{taken:?}");
}
