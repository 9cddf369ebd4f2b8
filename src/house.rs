//! What everything in the process shares.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Utc};
use domain::day::Day;

use crate::{
    clock::{Chance, Clock},
    db::Db,
    files::Blobs,
    http::metrics::Metrics,
};

/// What everything in the process shares.
#[derive(Debug)]
pub struct House {
    /// The database.
    pub db: Db,
    /// Time.
    pub clock: Clock,
    /// Chance.
    pub chance: Chance,
    /// The institution's zone.
    pub zone: FixedOffset,
    /// Attachments' bytes.
    pub blobs: Blobs,
    /// Figures for `/metrics`.
    pub metrics: Metrics,
    /// How passwords are hashed.
    pub passwords: crate::accounts::password::Hasher,
    /// Word that the first administrator must give; printed when the service starts on an empty database.
    pub setup_word: String,
    /// Whether cookies are marked `Secure`, that is, whether people reach the service by https.
    pub secure_cookies: bool,
    /// How people reach the service from outside, without a slash at the end; none when it was not told.
    pub public_url: Option<String>,
    /// Header with the address of the client, when a proxy stands in front.
    pub client_address_header: Option<String>,
    /// The word by which a collector of figures on another machine may read `/metrics`.
    pub metrics_token: Option<String>,
}

/// Asia/Shanghai.
const USUAL_ZONE: FixedOffset = FixedOffset::east_opt(8 * 3600).expect("eight hours are within a day");

/// The shared house.
pub type SharedHouse = Arc<House>;

impl House {
    /// Over a database and a folder, with the machine's clock and chance, the usual zone and strong passwords;
    /// whoever wants it otherwise says what.
    #[must_use]
    pub fn new(db: Db, blobs: Blobs) -> Self {
        let chance = Chance::system();
        Self {
            setup_word: chance.secret()[..12].to_owned(),
            db,
            clock: Clock::System,
            chance,
            zone: USUAL_ZONE,
            blobs,
            metrics: Metrics::default(),
            passwords: crate::accounts::password::Hasher::strong(),
            secure_cookies: false,
            public_url: None,
            client_address_header: None,
            metrics_token: None,
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Today in the institution's zone.
    #[must_use]
    pub fn today(&self) -> Day {
        Day::of(self.now(), self.zone)
    }
}
