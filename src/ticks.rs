//! What the service does by itself, and how often.
//!
//! Each of these is harmless when it is done twice, too late, or by two instances at once: it reads
//! what is due and writes it under the same guards as a person's request.

use std::{fmt::Display, future::Future, sync::Arc, time::Duration};

use scheduler::Job;

use crate::house::{House, SharedHouse};

/// All heartbeats of a house.
#[must_use]
pub fn jobs(house: &SharedHouse) -> Vec<Job> {
    vec![
        // A seal covers what has settled for two minutes; five more are a small loss of proof.
        job(house, "seal the journal", "20 */5 * * * *", 120, |house| async move {
            crate::journal::seal(&house.db, house.now()).await
        }),
        // Terms end with a day; more often than once a day for a machine that slept over midnight.
        job(house, "end terms", "10 */10 * * * *", 120, |house| async move {
            crate::spaces::ticks::expire_due(&house).await
        }),
        // After midnight, and again in the hours after it: the machine may have slept.
        job(house, "end terms", "30 2 0-6 * * *", 600, |house| async move {
            crate::spaces::ticks::expire_due(&house).await
        }),
        job(house, "end applications", "40 3 0-6 * * *", 600, |house| async move {
            crate::applications::ticks::lapse_due(&house).await
        }),
        // Work whose instance died is free again when its lease has run out.
        job(
            house,
            "take up imports",
            "5 * * * * *",
            60,
            |house| async move { crate::imports::jobs::resume(&house).await },
        ),
        job(house, "forget sessions", "40 7 * * * *", 120, |house| async move {
            crate::accounts::signin::sweep(&house).await
        }),
        job(house, "forget repeated requests", "50 17 * * * *", 120, |house| async move {
            crate::http::idempotency::forget(&house).await
        }),
    ]
}

fn job<F, Fut, E>(house: &SharedHouse, name: &'static str, cron: &'static str, seconds: u64, work: F) -> Job
where
    F: Fn(Arc<House>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<usize, E>> + Send + 'static,
    E: Display,
{
    let house = Arc::downgrade(house);
    let work = Arc::new(work);
    Job::new(name, cron, Duration::from_secs(seconds), move || {
        let (house, work) = (house.upgrade(), Arc::clone(&work));
        async move {
            // The house is being left: the program ends.
            let Some(house) = house else { return Ok(()) };
            house.metrics.ticked(house.now());
            let done = work(house).await.map_err(|error| error.to_string())?;
            if done > 0 {
                tracing::info!(tick = name, done, "ticked");
            }
            Ok(())
        }
    })
}
