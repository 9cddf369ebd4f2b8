use std::sync::atomic::AtomicU32;

use super::*;

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

type Behaviour = fn(u32) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// A counter, and a job that adds to it and then behaves as told.
fn counting(behaviour: Behaviour) -> (Arc<AtomicU32>, Job) {
    let runs = Arc::new(AtomicU32::new(0));
    let seen = Arc::clone(&runs);
    let job = Job::new("test", "* * * * * *", Duration::from_millis(200), move || {
        behaviour(seen.fetch_add(1, Ordering::SeqCst))
    });
    (runs, job)
}

async fn run(job: &Job, times: u32) {
    let (busy, slots) = (AtomicBool::new(false), Semaphore::new(4));
    for _ in 0..times {
        once(job, &busy, &slots).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_a_panic_and_a_stall_do_not_end_the_job() {
    let failing: Behaviour = |_| Box::pin(async { Err("no".to_owned()) });
    let panicking: Behaviour = |_| Box::pin(async { panic!("on purpose") });
    let panicking_early: Behaviour = |_| panic!("before the future is there");
    let stalling: Behaviour = |_| Box::pin(std::future::pending());
    for behaviour in [failing, panicking, panicking_early, stalling] {
        let (runs, job) = counting(behaviour);
        run(&job, 3).await;
        assert_eq!(runs.load(Ordering::SeqCst), 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_never_runs_beside_itself() {
    let (runs, job) = counting(|_| Box::pin(async { std::future::pending().await }));
    let (busy, slots) = (AtomicBool::new(false), Semaphore::new(4));
    tokio::join!(once(&job, &busy, &slots), once(&job, &busy, &slots), once(&job, &busy, &slots));
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_waits_for_what_runs() {
    let done = Arc::new(AtomicBool::new(false));
    let (started, mut begun) = tokio::sync::mpsc::unbounded_channel();
    let flag = Arc::clone(&done);
    let job = Job::new("slow", "* * * * * *", Duration::from_secs(5), move || {
        let (flag, started) = (Arc::clone(&flag), started.clone());
        async move {
            let _ = started.send(());
            tokio::time::sleep(Duration::from_millis(300)).await;
            flag.store(true, Ordering::SeqCst);
            Ok(())
        }
    });
    let ticker = Ticker::start(vec![job], zone()).await.unwrap();
    begun.recv().await.unwrap();
    ticker.stop(Duration::from_secs(5)).await;
    assert!(done.load(Ordering::SeqCst));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expression_that_cannot_be_read_is_refused() {
    let job = Job::new("bad", "every now and then", Duration::from_secs(1), || async { Ok(()) });
    assert!(Ticker::start(vec![job], zone()).await.is_err());
}
