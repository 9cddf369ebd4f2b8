//! Passwords: Argon2id, never more than two at once so that sign-ins cannot take the machine's
//! memory, and a strength that a list of leaked ones does not reach.

use std::sync::{Arc, OnceLock};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use domain::{
    code::Code,
    refusal::{FieldFault, Refusal},
};
use tokio::sync::Semaphore;

use crate::clock::Chance;

/// Shortest password (characters); after NIST SP 800-63B, which asks for at least 8.
pub const MIN_LENGTH: usize = 10;
/// Longest password (bytes), so that hashing is bounded.
pub const MAX_LENGTH: usize = 200;

/// Hashes and checks passwords.
#[derive(Debug, Clone)]
pub struct Hasher {
    params: Params,
    at_once: Arc<Semaphore>,
    /// Checked when the login is unknown, so that the answer takes as long as for a known one. Made with
    /// the first password that is checked, whoever's it is: most programs and tests check none.
    decoy: Arc<OnceLock<String>>,
}

impl Hasher {
    /// 19 MiB, 2 passes, 1 lane: the OWASP recommendation for Argon2id.
    #[must_use]
    pub fn strong() -> Self {
        Self::with(Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
    }

    /// As cheap as the algorithm allows; for tests and benchmarks of other things.
    #[must_use]
    pub fn cheap() -> Self {
        Self::with(Params::new(8, 1, 1, None).unwrap_or_default())
    }

    fn with(params: Params) -> Self {
        Self { params, at_once: Arc::new(Semaphore::new(2)), decoy: Arc::default() }
    }

    fn hash_now(&self, password: &str, salt: &[u8; 16]) -> String {
        SaltString::encode_b64(salt)
            .and_then(|salt| {
                Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
                    .hash_password(password.as_bytes(), &salt)
                    .map(|hash| hash.to_string())
            })
            .unwrap_or_default()
    }

    /// The hash to store, with its salt and parameters.
    pub async fn hash(&self, password: String, chance: &Chance) -> String {
        let _permit = self.at_once.acquire().await;
        let (salt, hasher) = (chance.bytes::<16>(), self.clone());
        tokio::task::spawn_blocking(move || hasher.hash_now(&password, &salt)).await.unwrap_or_default()
    }

    /// Whether a password fits a stored hash; without one, as slowly, no.
    pub async fn fits(&self, password: String, stored: Option<String>) -> bool {
        let _permit = self.at_once.acquire().await;
        let hasher = self.clone();
        tokio::task::spawn_blocking(move || {
            // Before it is known which is needed.
            let decoy = hasher.decoy.get_or_init(|| hasher.hash_now("decoy", &[7; 16]));
            let text = stored.as_ref().unwrap_or(decoy);
            let fits = PasswordHash::new(text)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            fits && stored.is_some()
        })
        .await
        .unwrap_or(false)
    }
}

/// Refuses a password that is short, or that a guesser would try early.
///
/// # Errors
/// `too_short`, `too_long` or `weak_password` at `path`.
pub fn check(path: &str, password: &str, login: &str) -> Result<(), Refusal> {
    if password.chars().count() < MIN_LENGTH {
        return Err(Refusal::fields(vec![FieldFault::new(path, Code::TooShort).with("min", MIN_LENGTH)]));
    }
    if password.len() > MAX_LENGTH {
        return Err(Refusal::fields(vec![FieldFault::new(path, Code::TooLong).with("max", MAX_LENGTH)]));
    }
    // What is written on the door is the first that is tried, whatever stands around it.
    let holds_login = login.chars().count() >= 3 && password.to_lowercase().contains(&login.to_lowercase());
    if holds_login || zxcvbn::zxcvbn(password, &[login, "fuhua", "孵化"]).score() < zxcvbn::Score::Three {
        return Err(Refusal::field(path, Code::WeakPassword));
    }
    Ok(())
}
