//! The line to a database server: whether anybody is at its other end.
//!
//! The client keeps what it is asked while the line is down, and sends it when the line is up again:
//! a caller would wait for ever, and a write that nobody waits for any more would be done late. So a
//! watcher asks the server for a sign of life all the time; when none comes, what is under way ends
//! with "unknown", and nothing is sent until one comes. What was sent before that was noticed carries the
//! moment, by the server's own clock, after which it is not to be done.

use std::{
    sync::{
        Arc, Weak,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use tokio::{sync::watch, task::JoinHandle};

use super::{DbError, Handle, sent, tx::Tx};

/// Between two signs of life.
const EVERY: Duration = Duration::from_millis(500);
/// A sign of life that takes longer does not come.
const PATIENCE: Duration = Duration::from_secs(2);
/// So many signs in a row do not come before the server is taken for gone: one may be late.
const MISSED: u32 = 2;
/// A write is done within this time after it was sent, or not at all.
const IN_TIME: Duration = Duration::from_secs(15);

/// The line to a server.
pub(super) struct Link {
    away: watch::Receiver<bool>,
    clock: Arc<Clock>,
    watcher: JoinHandle<()>,
}

/// The server's clock, as it was told with the last sign of life.
struct Clock {
    begun: Instant,
    /// The server's milliseconds since 1970 at `begun`.
    ahead: AtomicI64,
}

impl Clock {
    fn millis(&self) -> i64 {
        i64::try_from(self.begun.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
    fn told(&self, now: DateTime<Utc>) {
        self.ahead.store(now.timestamp_millis() - self.millis(), Ordering::Relaxed);
    }
    fn now(&self) -> Option<DateTime<Utc>> {
        let ahead = self.ahead.load(Ordering::Relaxed);
        (ahead > 0).then(|| DateTime::from_timestamp_millis(ahead + self.millis())).flatten()
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.watcher.abort();
    }
}

fn away() -> DbError {
    DbError::Unknown("the database server does not answer".into())
}

impl Link {
    /// Watches the line of a connection for as long as that is there.
    pub(super) fn of(handle: &Arc<Handle>) -> Self {
        let (tell, away) = watch::channel(false);
        let clock = Arc::new(Clock { begun: Instant::now(), ahead: AtomicI64::new(0) });
        let (handle, at) = (Arc::downgrade(handle), Arc::clone(&clock));
        Self { away, clock, watcher: tokio::spawn(async move { watch_over(handle, &tell, &at).await }) }
    }

    /// A write that comes late is not done.
    pub(super) fn in_time(&self, tx: &mut Tx) {
        if let Some(now) = self.clock.now() {
            tx.not_after(now + IN_TIME);
        }
    }

    /// Work over the line; an error when the server is away or goes away meanwhile.
    pub(super) async fn over<T>(&self, work: impl Future<Output = Result<T, DbError>>) -> Result<T, DbError> {
        let mut line = self.away.clone();
        if *line.borrow_and_update() {
            return Err(away());
        }
        tokio::select! {
            done = work => done,
            Ok(_) = line.wait_for(|gone| *gone) => Err(away()),
        }
    }
}

async fn watch_over(handle: Weak<Handle>, tell: &watch::Sender<bool>, clock: &Clock) {
    let mut missed = 0;
    while let Some(handle) = handle.upgrade() {
        let sign = async {
            let mut told = sent(&handle, "RETURN time::now()", Default::default()).await?;
            told.take::<Option<DateTime<Utc>>>(0).map_err(DbError::from)
        };
        if let Ok(Ok(now)) = tokio::time::timeout(PATIENCE, sign).await {
            missed = 0;
            if let Some(now) = now {
                clock.told(now);
            }
            if tell.send_replace(false) {
                tracing::info!("the database server answers again");
            }
        } else {
            missed += 1;
            if missed >= MISSED && !tell.send_replace(true) {
                tracing::error!("the database server does not answer");
            }
        }
        drop(handle);
        tokio::time::sleep(EVERY).await;
    }
}
