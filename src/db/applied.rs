//! The mark that a keyed request leaves in its own transaction: "this was applied".
//!
//! Held per task, so that the stores need not know whether the request had a key.

use std::{cell::RefCell, future::Future};

use surrealdb::types::RecordId;

use super::tx::Tx;

tokio::task_local! {
    static APPLYING: RefCell<Option<RecordId>>;
}

/// Runs the work of a keyed request; each transaction within marks `record` as applied.
pub async fn marking<F: Future>(record: RecordId, work: F) -> F::Output {
    APPLYING.scope(RefCell::new(Some(record)), work).await
}

/// Adds the mark to a transaction, if the present request has a key.
pub(super) fn mark(tx: &mut Tx) {
    let record = APPLYING.try_with(|key| key.borrow().clone()).ok().flatten();
    if let Some(record) = record {
        let id = tx.bind(record);
        tx.run(&format!("UPDATE {id} SET phase = 'applied' WHERE phase = 'running' RETURN NONE"));
    }
}
