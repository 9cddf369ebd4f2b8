//! What time alone does to terms.

use super::{store_terms, terms};
use crate::{fault::Fault, house::House, journal::Acting};

/// Terms read at once; each is ended in a transaction of its own.
const BATCH: usize = 200;

/// Ends the allocations whose last day is over, in the name of the program; returns how many.
///
/// Called at start and after midnight. What another instance, or a person, ends in between is left
/// as it is.
///
/// # Errors
/// When the database says no; what was ended until then stays ended.
pub async fn expire_due(house: &House) -> Result<usize, Fault> {
    let mut ended = 0;
    loop {
        let due = store_terms::run_out(&house.db, house.today(), BATCH).await?;
        let mut moved = 0;
        for row in &due {
            let acting = Acting::program("system", house.now());
            if terms::expire(house, row.id.0, &acting).await? {
                moved += 1;
            }
        }
        ended += moved;
        if due.len() < BATCH || moved == 0 {
            return Ok(ended);
        }
    }
}
