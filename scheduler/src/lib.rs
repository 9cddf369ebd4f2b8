//! Ticks: the few regular heartbeats of the service.
//!
//! The cron crate says when; everything else is guarded here, since it neither keeps a job from
//! overlapping itself, nor survives a panic before the future exists, nor waits for what runs when
//! it is shut down. Whatever a tick does must be harmless when it is done twice or too late: what
//! is due is read from the database, never from the tick.

use std::{
    future::Future,
    panic::AssertUnwindSafe,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::FixedOffset;
use tokio::sync::Semaphore;
use tokio_cron_scheduler::{Job as CronJob, JobScheduler, JobSchedulerError};

/// What a tick does; the error is a sentence for the log.
pub type Work = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<(), String>> + Send>> + Send + Sync>;

/// A regular heartbeat.
#[derive(Clone)]
pub struct Job {
    /// Its name in the log.
    pub name: &'static str,
    /// When: seconds, minutes, hours, day of month, month, day of week, in the institution's zone.
    pub cron: &'static str,
    /// After this long a run is given up; the next one starts afresh.
    pub timeout: Duration,
    /// What it does.
    pub work: Work,
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("name", &self.name).field("cron", &self.cron).finish_non_exhaustive()
    }
}

impl Job {
    /// A heartbeat from an async function.
    pub fn new<F, Fut>(name: &'static str, cron: &'static str, timeout: Duration, work: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), String>> + Send + 'static,
    {
        Self { name, cron, timeout, work: Arc::new(move || Box::pin(work())) }
    }
}

/// More runs at once than there are jobs cannot be.
const SLOTS: u32 = 64;

/// The running heartbeats.
pub struct Ticker {
    scheduler: JobScheduler,
    slots: Arc<Semaphore>,
}

impl std::fmt::Debug for Ticker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ticker").finish_non_exhaustive()
    }
}

impl Ticker {
    /// Starts all jobs. Needs a runtime of several threads.
    ///
    /// # Errors
    /// A cron expression that cannot be read.
    pub async fn start(jobs: Vec<Job>, zone: FixedOffset) -> Result<Self, JobSchedulerError> {
        let scheduler = JobScheduler::new().await?;
        let slots = Arc::new(Semaphore::new(SLOTS as usize));
        for job in jobs {
            let (busy, slots) = (Arc::new(AtomicBool::new(false)), Arc::clone(&slots));
            let cron = job.cron;
            scheduler
                .add(CronJob::new_async_tz(cron, zone, move |_, _| {
                    let (job, busy, slots) = (job.clone(), Arc::clone(&busy), Arc::clone(&slots));
                    Box::pin(async move { once(&job, &busy, &slots).await })
                })?)
                .await?;
        }
        scheduler.start().await?;
        Ok(Self { scheduler, slots })
    }

    /// Starts no further run and waits for those that run, at most for `grace`.
    pub async fn stop(mut self, grace: Duration) {
        if let Err(error) = self.scheduler.shutdown().await {
            tracing::warn!(%error, "the scheduler did not shut down");
        }
        if tokio::time::timeout(grace, self.slots.acquire_many(SLOTS)).await.is_err() {
            tracing::warn!("a tick was still running at the end of the grace time");
        }
        self.slots.close();
    }
}

/// One run: never beside itself, never longer than its timeout, a panic is a line in the log.
async fn once(job: &Job, busy: &AtomicBool, slots: &Semaphore) {
    let Ok(_slot) = slots.try_acquire() else { return };
    if busy.swap(true, Ordering::AcqRel) {
        tracing::debug!(job = job.name, "still running, this tick is left out");
        return;
    }
    let work = guarded(|| (job.work)());
    match tokio::time::timeout(job.timeout, work).await {
        Err(_) => tracing::error!(job = job.name, timeout = ?job.timeout, "a tick took too long and was given up"),
        Ok(Err(reason)) => tracing::error!(job = job.name, reason, "a tick failed"),
        Ok(Ok(())) => {}
    }
    busy.store(false, Ordering::Release);
}

/// Runs the work as a task of its own, so that a panic ends that task and nothing else.
async fn guarded(
    make: impl FnOnce() -> Pin<Box<dyn Future<Output = Result<(), String>> + Send>>,
) -> Result<(), String> {
    let future = std::panic::catch_unwind(AssertUnwindSafe(make)).map_err(|_| "panicked".to_owned())?;
    let task = AbortOnDrop(tokio::spawn(future));
    task.await
}

struct AbortOnDrop(tokio::task::JoinHandle<Result<(), String>>);

impl Future for AbortOnDrop {
    type Output = Result<(), String>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut std::task::Context<'_>) -> std::task::Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map(|joined| joined.unwrap_or_else(|error| Err(error.to_string())))
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(test)]
mod tests;
