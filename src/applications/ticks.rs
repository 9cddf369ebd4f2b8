//! What time alone does to applications.

use domain::application::ApplicationState;

use super::{service, store};
use crate::{fault::Fault, house::House, journal::Acting};

/// Ends drafts whose intake is over and applications that were not put right in time; returns how many. One
/// that cannot be read is told in the log and left, so that it is in nobody's way.
///
/// # Errors
/// When the database says no; what was ended until then stays ended.
pub async fn lapse_due(house: &House) -> Result<usize, Fault> {
    let mut ended = 0;
    for state in [ApplicationState::Draft, ApplicationState::Correction] {
        for id in store::in_state(&house.db, state).await? {
            let acting = Acting::program("system", house.now());
            match service::lapse(house, id, &acting).await {
                Ok(lapsed) => ended += usize::from(lapsed),
                Err(error) => tracing::error!(application = %id, %error, "cannot be looked at"),
            }
        }
    }
    Ok(ended)
}
