//! Certificates (证书): that somebody has achieved something, on a paper that anybody can look up (domain facts 1.13).
//!
//! It knows nothing of what it certifies: a kind and a subject. What is printed stays as it was printed; a wrong
//! certificate is revoked, and a new one with a number of its own stands in its place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    application::reason,
    code::Code,
    day::{Day, Moment},
    lifecycle::{Lifecycle, step},
    refusal::Refusal,
    template,
    words::words,
};

words! {
    /// What is certified.
    pub enum CertificateKind {
        /// 孵化出壳: an organization graduated from a base.
        Graduation = "graduation",
    }
    /// Where a certificate stands.
    pub enum CertificateState {
        /// 有效.
        Valid = "valid",
        /// 已撤销.
        Revoked = "revoked",
    }
    /// What is done with a certificate.
    pub enum CertificateAction {
        /// It is valid no more.
        Revoke = "revoke",
        /// A new one is issued in its place.
        Replace = "replace",
    }
}

impl CertificateKind {
    /// The letters of its numbers.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Graduation => "CK",
        }
    }
}

/// Who revokes and replaces.
const CITY: &str = "certificates.decide";

/// From the paper on.
pub const LIFECYCLE: Lifecycle<CertificateState, CertificateAction> = Lifecycle {
    name: "certificate",
    initial: CertificateState::Valid,
    steps: &[
        step(&[CertificateState::Valid], CertificateAction::Revoke, CertificateState::Revoked, CITY, None),
        step(
            &[CertificateState::Valid, CertificateState::Revoked],
            CertificateAction::Replace,
            CertificateState::Revoked,
            CITY,
            Some("none_in_its_place"),
        ),
    ],
};

/// That a certificate is valid no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// Why.
    pub reason: String,
    /// Who revoked it.
    pub by: String,
    /// Since which day.
    pub on: Day,
}

/// A certificate as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Where it stands.
    pub state: CertificateState,
    /// That it is revoked.
    pub revocation: Option<Revocation>,
}

impl Certificate {
    fn revoked(&self, state: CertificateState, why: &str, (by, at): (&str, Moment)) -> Result<Self, Refusal> {
        let reason = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
        let new = Revocation { reason, by: by.to_owned(), on: at.today() };
        // What was revoked earlier stays as it was.
        Ok(Self { state, revocation: Some(self.revocation.clone().unwrap_or(new)) })
    }

    /// It is valid no more.
    ///
    /// # Errors
    /// `wrong_state`; no reason.
    pub fn revoke(&self, why: &str, by: (&str, Moment)) -> Result<Self, Refusal> {
        self.revoked(LIFECYCLE.next(self.state, CertificateAction::Revoke)?, why, by)
    }

    /// What it is when a new one is issued in its place; `other` is whether another one of the same subject is valid.
    ///
    /// # Errors
    /// `certificate_valid`; no reason.
    pub fn replace(&self, other: bool, why: &str, by: (&str, Moment)) -> Result<Self, Refusal> {
        let state = LIFECYCLE.next(self.state, CertificateAction::Replace)?;
        match cannot_replace(other) {
            Some(code) => Err(Refusal::state(code)),
            None => self.revoked(state, why, by),
        }
    }
}

/// Why no new one is issued in the place of a certificate; `other` is whether another one of its subject is valid.
#[must_use]
pub fn cannot_replace(other: bool) -> Option<Code> {
    other.then_some(Code::CertificateValid)
}

/// The places of the text of a graduation certificate.
pub const GRADUATION_PLACES: &[&str] = &["organization", "base", "from", "to", "months", "number"];
/// The text that the house ships with.
pub const GRADUATION_TEXT: &str = include_str!("certificate/graduation.txt");

/// The text of a certificate with its places filled.
#[must_use]
pub fn text(of: &str, values: &BTreeMap<&'static str, String>) -> String {
    template::filled(of, values)
}

/// What a code is written with: no 0 and O, no 1, I and L, and no U that looks like a V.
const LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them: 30 to the tenth is six hundred trillion, and who guesses wrong has to wait.
const LENGTH: usize = 10;

/// A new code by which a certificate is looked up.
#[must_use]
pub fn new_code(mut chance: impl FnMut() -> [u8; 32]) -> String {
    let mut code = String::with_capacity(LENGTH);
    loop {
        // Each letter is as likely as any other: bytes beyond the last whole turn of the alphabet are thrown away.
        for byte in chance().into_iter().filter(|byte| usize::from(*byte) < 256 / LETTERS.len() * LETTERS.len()) {
            code.push(char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
            if code.len() == LENGTH {
                return code;
            }
        }
    }
}

/// A code as somebody typed it from a paper: small letters, letters of full width, blanks and dashes do not matter. None
/// when it cannot be one.
#[must_use]
pub fn read_code(typed: &str) -> Option<String> {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    let dash = |c: char| matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let plain: String = typed
        .chars()
        // Longer than any way of writing one: nothing of it is looked at further.
        .take(10 * LENGTH)
        .map(narrow)
        .filter(|c| !c.is_whitespace() && !dash(*c))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    (plain.len() == LENGTH && plain.bytes().all(|byte| LETTERS.contains(&byte))).then_some(plain)
}

/// A code as it is printed: in two halves.
#[must_use]
pub fn shown_code(code: &str) -> String {
    match code.split_at_checked(LENGTH / 2) {
        Some((first, second)) if !second.is_empty() => format!("{first}-{second}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests;
