//! How many rows have been looked at, for whoever waits for a long file.

use std::{
    cell::RefCell,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

thread_local! {
    static WATCHED: RefCell<Option<Arc<AtomicUsize>>> = const { RefCell::new(None) };
}

/// Runs work that counts each row on this thread.
pub fn watching<T>(rows: &Arc<AtomicUsize>, work: impl FnOnce() -> T) -> T {
    let before = WATCHED.with(|watched| watched.replace(Some(Arc::clone(rows))));
    let done = work();
    WATCHED.with(|watched| watched.replace(before));
    done
}

/// One more row.
pub(crate) fn step() {
    WATCHED.with(|watched| {
        if let Some(rows) = watched.borrow().as_ref() {
            rows.fetch_add(1, Ordering::Relaxed);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_only_while_somebody_watches() {
        let rows = Arc::new(AtomicUsize::new(0));
        step();
        watching(&rows, || (0..3).for_each(|_| step()));
        step();
        assert_eq!(rows.load(Ordering::Relaxed), 3);
    }
}
