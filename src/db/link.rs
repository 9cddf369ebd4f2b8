//! The line to a database server: whether anybody is at its other end.
//!
//! The client keeps what it is asked while the line is down, and sends it when the line is up again:
//! a caller would wait for ever, and a write that nobody waits for any more would be done late. So a
//! watcher asks the server for a sign of life all the time; when none comes, what is under way ends
//! with "unknown", and nothing is sent until one comes.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use tokio::{sync::watch, task::JoinHandle};

use super::{DbError, Handle, sent};

/// Between two signs of life.
const EVERY: Duration = Duration::from_millis(500);
/// A sign of life that takes longer does not come.
const PATIENCE: Duration = Duration::from_secs(3);

/// The line to a server.
pub(super) struct Link {
    away: watch::Receiver<bool>,
    watcher: JoinHandle<()>,
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
        let handle = Arc::downgrade(handle);
        Self { away, watcher: tokio::spawn(async move { watch_over(handle, &tell).await }) }
    }

    /// Work over the line; an error when the server is away or goes away meanwhile.
    pub(super) async fn over<T>(&self, work: impl Future<Output = Result<T, DbError>>) -> Result<T, DbError> {
        let mut line = self.away.clone();
        if *line.borrow_and_update() {
            return Err(away());
        }
        tokio::select! {
            done = work => done,
            _ = line.wait_for(|gone| *gone) => Err(away()),
        }
    }
}

async fn watch_over(handle: Weak<Handle>, tell: &watch::Sender<bool>) {
    while let Some(handle) = handle.upgrade() {
        let sign = sent(&handle, "RETURN 1", Default::default());
        if tokio::time::timeout(PATIENCE, sign).await.is_ok_and(|sign| sign.is_ok()) {
            let was_away = tell.send_replace(false);
            if was_away {
                tracing::info!("the database server answers again");
            }
        } else if !tell.send_replace(true) {
            tracing::error!("the database server does not answer");
        }
        drop(handle);
        tokio::time::sleep(EVERY).await;
    }
}
