//! Queues inside one process in front of hot rows.
//!
//! Guard records keep writers of *all* processes apart by conflict and retry; a queue in front of
//! them turns a storm of retries within one process into waiting in line (measured: from 1.4
//! retries per attempt to none).

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::sync::OwnedMutexGuard;

/// One queue per key; keys that nobody waits for take no memory.
#[derive(Debug, Default)]
pub struct Gates {
    queues: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
    open: AtomicBool,
    unguarded: AtomicBool,
}

/// The places held in the queues; dropped when the work is done.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "held for its drop")] Vec<OwnedMutexGuard<()>>);

impl Gates {
    /// Takes the queues away, so that a test can show that guards alone keep writers of several
    /// processes apart; and the guards too, so that it can show that its races would be found.
    /// Nothing in the program calls this.
    #[doc(hidden)]
    pub fn unhinge(&self, guards_too: bool) {
        self.open.store(true, Ordering::SeqCst);
        self.unguarded.store(guards_too, Ordering::SeqCst);
    }

    /// Whether guards are to be written: always, but in the negative control of the race tests.
    #[must_use]
    pub fn guarded(&self) -> bool {
        !self.unguarded.load(Ordering::Relaxed)
    }

    /// Waits for all keys, in one order for everybody so that two callers cannot wait for each other.
    pub async fn hold(&self, mut keys: Vec<String>) -> Held {
        if self.open.load(Ordering::Relaxed) {
            return Held(Vec::new());
        }
        keys.sort();
        keys.dedup();
        let mut held = Vec::with_capacity(keys.len());
        for key in keys {
            let gate = {
                let mut gates = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
                if gates.len() > 1024 {
                    gates.retain(|_, gate| Arc::strong_count(gate) > 1);
                }
                Arc::clone(gates.entry(key).or_default())
            };
            held.push(gate.lock_owned().await);
        }
        Held(held)
    }
}
