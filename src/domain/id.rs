//! Typed identifiers: a prefix that says what it names, over a ULID that sorts by time of birth.
//!
//! `org_01J…` outside, so that a person who reads a log or an address sees what is meant, and an
//! identifier of the wrong kind is a clear error instead of a lookup that finds nothing.

use std::{fmt, str::FromStr};

use crate::{code::Code, refusal::Refusal};

/// What every typed identifier offers to generic code.
pub trait Id: Copy + Eq + Ord + fmt::Display + FromStr<Err = BadId> + Send + Sync + 'static {
    /// The prefix before the underscore.
    const PREFIX: &'static str;
    /// The table that holds the rows of this kind.
    const TABLE: &'static str;
    /// From the bare key.
    fn from_key(key: u128) -> Self;
    /// The bare key.
    fn key(self) -> u128;
}

/// The text is not an identifier of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of the form {expected}_…")]
pub struct BadId {
    /// The prefix that was wanted.
    pub expected: &'static str,
}

impl BadId {
    /// As a refusal of the field at `path`.
    #[must_use]
    pub fn at(self, path: &str) -> Refusal {
        let mut refusal = Refusal::field(path, Code::BadId);
        for fault in &mut refusal.fields {
            fault.values.insert("expected", self.expected.into());
        }
        refusal
    }
}

/// Crockford's alphabet, as ULIDs use it: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The 26 characters of a ULID.
#[must_use]
pub fn encode(mut key: u128) -> String {
    let mut out = [b'0'; 26];
    for slot in out.iter_mut().rev() {
        *slot = ALPHABET[(key & 31) as usize];
        key >>= 5;
    }
    out.iter().map(|b| char::from(*b)).collect()
}

/// Reads the 26 characters of a ULID; upper case only, so that one thing has one name.
#[must_use]
pub fn decode(text: &str) -> Option<u128> {
    let bytes = text.as_bytes();
    if bytes.len() != 26 || bytes[0] > b'7' {
        return None;
    }
    bytes.iter().try_fold(0u128, |key, byte| {
        let value = ALPHABET.iter().position(|a| a == byte)?;
        Some((key << 5) | value as u128)
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal in $table:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);
        impl Id for $name {
            const PREFIX: &'static str = $prefix;
            const TABLE: &'static str = $table;
            fn from_key(key: u128) -> Self { Self(key) }
            fn key(self) -> u128 { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), encode(self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(self, f) }
        }
        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                text.strip_prefix(concat!($prefix, "_")).and_then(decode).map(Self)
                    .ok_or(BadId { expected: $prefix })
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.collect_str(self) }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
        #[cfg(feature = "openapi")]
        crate::openapi::text_type!($name, concat!($prefix, "-id"));
    )*
    /// Prefix and table of every kind, for the tests.
    pub const KINDS: &[(&str, &str)] = &[$(($prefix, $table)),*];
    };
}

ids! {
    /// A person's access to the service.
    AccountId = "acc" in "account",
    /// A role that an account holds over a scope for a time.
    GrantId = "grt" in "role_grant",
    /// A signed-in browser.
    SessionId = "ses" in "session",
    /// A personal API token.
    TokenId = "tok" in "api_token",
    /// An incubation base.
    BaseId = "bas" in "base",
    /// A social organization, registered, recorded or not yet either.
    OrganizationId = "org" in "organization",
    /// A person in an organization.
    PersonId = "per" in "person",
    /// A person's office in an organization over time.
    PositionId = "pos" in "position",
    /// A building of a base.
    BuildingId = "bld" in "building",
    /// A floor of a building.
    FloorId = "flr" in "floor",
    /// A room or a desk.
    SpaceId = "spc" in "space",
    /// A desk or an office given to an organization for a term.
    AllocationId = "alo" in "allocation",
    /// A time in which a space is closed.
    ClosureId = "cls" in "closure",
    /// A hand-over record, in or out.
    HandoverId = "hov" in "handover",
    /// A claim on a scarce resource.
    ClaimId = "clm" in "claim",
    /// An attachment.
    FileId = "fil" in "file",
    /// A spreadsheet brought in.
    ImportId = "imp" in "import_batch",
    /// A value of a setting from a day on.
    SettingId = "set" in "setting",
    /// A window in which a base takes applications.
    IntakeId = "itk" in "intake",
    /// An application for a place in a base.
    ApplicationId = "app" in "application",
    /// A review of applications.
    ReviewId = "rvw" in "review",
    /// A reviewer's score sheet for one application.
    ReviewSheetId = "rvs" in "review_sheet",
    /// A publicity notice.
    NoticeId = "ntc" in "notice",
    /// An objection to something that a notice shows.
    ObjectionId = "obj" in "objection",
    /// An organization in a base for a time.
    ResidencyId = "rsd" in "residency",
    /// An agreement between a base and an organization.
    AgreementId = "agr" in "agreement",
    /// A round of assessments in a base.
    AssessmentRoundId = "asr" in "assessment_round",
    /// The assessment of one resident organization in a round.
    AssessmentId = "ass" in "assessment",
    /// A certificate.
    CertificateId = "crt" in "certificate",
    /// A periodic report of a resident organization.
    ProgressReportId = "prg" in "progress_report",
    /// A registration or recording that a base helps with.
    FilingId = "flg" in "filing",
    /// A line of the journal.
    JournalId = "jnl" in "journal",
}
