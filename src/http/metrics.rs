//! Figures for Prometheus.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};
use std::time::Duration;

use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::Registry,
};

use crate::db::Db;

/// Labels of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct RequestLabels {
    /// Operation as named in the document, or `other`.
    pub operation: String,
    /// Status.
    pub status: u16,
}

/// Figures for Prometheus.
#[derive(Debug)]
pub struct Metrics {
    registry: Mutex<Registry>,
    requests: Family<RequestLabels, Counter>,
    duration: Histogram,
    queries: Gauge<u64, AtomicU64>,
    commits: Gauge<u64, AtomicU64>,
    conflicts: Gauge<u64, AtomicU64>,
    exhausted: Gauge<u64, AtomicU64>,
    hits: Gauge<u64, AtomicU64>,
    misses: Gauge<u64, AtomicU64>,
    last_tick: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("fuhua");
        let requests = Family::<RequestLabels, Counter>::default();
        let duration = Histogram::new(exponential_buckets(0.001, 2.0, 14));
        let (queries, commits, conflicts, exhausted) =
            (Gauge::default(), Gauge::default(), Gauge::default(), Gauge::default());
        let (hits, misses, last_tick) = (Gauge::default(), Gauge::default(), Gauge::default());
        registry.register("requests", "Requests answered", requests.clone());
        registry.register("request_seconds", "Time to answer", duration.clone());
        registry.register("db_queries", "Queries and transactions sent", queries.clone());
        registry.register("db_commits", "Transactions applied", commits.clone());
        registry.register("db_conflicts", "Conflicts with other writers, each decided again", conflicts.clone());
        registry.register("db_exhausted", "Requests that gave up after conflicts", exhausted.clone());
        registry.register("kept_hits", "Answers given from memory", hits.clone());
        registry.register("kept_misses", "Answers that had to be read", misses.clone());
        registry.register("last_tick_seconds", "Unix time of the scheduler's last tick", last_tick.clone());
        let registry = Mutex::new(registry);
        Self { registry, requests, duration, queries, commits, conflicts, exhausted, hits, misses, last_tick }
    }
}

impl Metrics {
    /// Counts an answered request.
    pub fn answered(&self, operation: &str, status: u16, took: Duration) {
        self.requests.get_or_create(&RequestLabels { operation: operation.to_owned(), status }).inc();
        self.duration.observe(took.as_secs_f64());
    }

    /// Notes a tick of the scheduler.
    pub fn ticked(&self, at: chrono::DateTime<chrono::Utc>) {
        self.last_tick.set(at.timestamp());
    }

    /// The text that Prometheus reads.
    #[must_use]
    pub fn text(&self, db: &Db) -> String {
        let counters = &db.counters;
        self.queries.set(counters.queries.load(Ordering::Relaxed));
        self.commits.set(counters.commits.load(Ordering::Relaxed));
        self.conflicts.set(counters.conflicts.load(Ordering::Relaxed));
        self.exhausted.set(counters.exhausted.load(Ordering::Relaxed));
        self.hits.set(db.kept.hits.load(Ordering::Relaxed));
        self.misses.set(db.kept.misses.load(Ordering::Relaxed));
        let mut out = String::new();
        let registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        if encode(&mut out, &registry).is_err() {
            tracing::error!("metrics cannot be written");
        }
        out
    }
}
