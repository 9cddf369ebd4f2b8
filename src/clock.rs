//! Time and chance as given things: read once at the edge, so that a test can hold them still.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, FixedOffset, Utc};
use domain::{day::Day, id::Id};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// Where "now" comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until it is moved; milliseconds since 1970.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.timestamp_millis())))
    }

    /// The present moment, to the millisecond.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    pub fn now(&self) -> DateTime<Utc> {
        let millis = match self {
            Self::System => Utc::now().timestamp_millis(),
            Self::Fixed(at) => at.load(Ordering::SeqCst),
        };
        DateTime::from_timestamp_millis(millis).unwrap_or_default()
    }

    /// Moves a standing clock; the machine's clock is not moved.
    pub fn advance(&self, by: chrono::Duration) {
        if let Self::Fixed(at) = self {
            at.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        }
    }
}

/// The civil day of a moment in the institution's zone.
#[must_use]
pub fn day_of(at: DateTime<Utc>, zone: FixedOffset) -> Day {
    Day::of(at, zone)
}

/// Where chance comes from.
#[derive(Debug)]
pub struct Chance(Mutex<ChaCha20Rng>);

impl Chance {
    /// Seeded by the operating system.
    #[must_use]
    pub fn system() -> Self {
        Self(Mutex::new(ChaCha20Rng::from_os_rng()))
    }

    /// The same sequence for the same seed; for tests and the demo.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }

    /// Random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// A new identifier that sorts by its time of birth.
    #[must_use]
    pub fn id<T: Id>(&self, now: DateTime<Utc>) -> T {
        let millis = u128::try_from(now.timestamp_millis()).unwrap_or(0) & 0xFFFF_FFFF_FFFF;
        let tail = self.bytes::<10>().iter().fold(0u128, |tail, byte| (tail << 8) | u128::from(*byte));
        T::from_key((millis << 80) | tail)
    }

    /// A secret of 256 bits as text without padding.
    #[must_use]
    pub fn secret(&self) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }
}
