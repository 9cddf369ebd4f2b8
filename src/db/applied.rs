//! The mark that a keyed request leaves in its own transaction: "this was applied".
//!
//! Held per task, so that the stores need not know whether the request had a key.

use std::{cell::RefCell, future::Future};

use surrealdb::types::RecordId;

use super::{error::STALE, rows::At, tx::Tx};

tokio::task_local! {
    static APPLYING: RefCell<Option<(RecordId, At)>>;
}

/// Runs the work of a keyed request that took its key `at` that moment; each transaction within
/// marks `record` as applied, and conflicts when another request has taken the key since.
pub async fn marking<F: Future>(record: RecordId, at: At, work: F) -> F::Output {
    APPLYING.scope(RefCell::new(Some((record, at))), work).await
}

/// Adds the mark to a transaction, if the present request has a key.
pub(super) fn mark(tx: &mut Tx) {
    let record = APPLYING.try_with(|key| key.borrow().clone()).ok().flatten();
    if let Some((record, at)) = record {
        let (id, at) = (tx.bind(record), tx.bind(at));
        tx.run(&format!(
            "IF (UPDATE ONLY {id} SET phase = 'applied' WHERE at = {at} RETURN VALUE at) = NONE {{ THROW '{STALE}' }}"
        ));
    }
}
