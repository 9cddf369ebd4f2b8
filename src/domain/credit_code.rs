//! The unified social credit code (统一社会信用代码) of GB 32100-2015 with its amendment of 2016.
//!
//! Eighteen characters: registration department, class, division code of the authority (six),
//! subject code (nine, GB 11714) and a check character. Organizations that are only recorded with
//! their community have no such code and never get a made-up one.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{code::Code, refusal::FieldFault, words::words};

words! {
    /// What was changed in a typed code before it was read; never which character is meant.
    pub enum Correction {
        /// Full-width characters became half-width.
        FullWidth = "full_width",
        /// Lower case became upper case.
        LowerCase = "lower_case",
        /// Spaces and hyphens were left out.
        Separators = "separators",
    }
    /// Registration department, the first character.
    pub enum Department {
        /// 1 机构编制.
        Staffing = "staffing",
        /// 2 外交.
        ForeignAffairs = "foreign_affairs",
        /// 3 司法行政.
        Justice = "justice",
        /// 4 文化.
        Culture = "culture",
        /// 5 民政.
        CivilAffairs = "civil_affairs",
        /// 6 旅游.
        Tourism = "tourism",
        /// 7 宗教.
        Religion = "religion",
        /// 8 工会.
        TradeUnions = "trade_unions",
        /// 9 工商.
        Commerce = "commerce",
        /// A 军委编制.
        MilitaryStaffing = "military_staffing",
        /// N 农业.
        Agriculture = "agriculture",
        /// Y 其他.
        Other = "other",
    }
    /// Class of an organization registered with civil affairs, the second character after a 5.
    pub enum OrganizationClass {
        /// 1 社会团体.
        SocialGroup = "social_group",
        /// 2 民办非企业单位, now also 社会服务机构.
        PrivateUnit = "private_unit",
        /// 3 基金会.
        Foundation = "foundation",
        /// 9 其他.
        Other = "other",
    }
}

/// The 31 characters of the standard: digits and letters without I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Length of a code.
const LENGTH: usize = 18;
/// Weights of positions 1 to 17: 3^(i-1) mod 31.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// Weights of the eight characters of the subject code (GB 11714).
const SUBJECT_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// One thing that is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreditCodeFault {
    /// Not eighteen characters but `found`.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that the standard does not use.
    Character {
        /// Where, from 1.
        position: usize,
        /// Which.
        found: char,
    },
    /// The check character does not fit the seventeen before it.
    Check {
        /// What it is.
        found: char,
        /// What it should be if the others are right.
        expected: char,
    },
    /// Not issued by civil affairs.
    Department {
        /// The first character.
        found: char,
    },
    /// The class in the code is not the kind of organization given.
    Kind {
        /// The class in the code, `None` when the standard has none for the character.
        found: Option<OrganizationClass>,
        /// The kind given.
        expected: OrganizationClass,
    },
    /// Positions 3 to 8 are no known authority.
    Authority,
}

impl CreditCodeFault {
    /// The reason.
    #[must_use]
    pub const fn code(self) -> Code {
        match self {
            Self::Length { .. } => Code::CreditCodeLength,
            Self::Character { .. } => Code::CreditCodeCharacter,
            Self::Check { .. } => Code::CreditCodeCheck,
            Self::Department { .. } => Code::CreditCodeDepartment,
            Self::Kind { .. } => Code::CreditCodeKind,
            Self::Authority => Code::CreditCodeAuthority,
        }
    }
    /// As the fault of the field at `path`.
    #[must_use]
    pub fn at(self, path: &str) -> FieldFault {
        let fault = FieldFault::new(path, self.code());
        match self {
            Self::Length { found } => fault.with("found", found).with("expected", LENGTH),
            Self::Character { position, found } => fault.with("position", position).with("found", found.to_string()),
            Self::Check { found, expected } => {
                fault.with("found", found.to_string()).with("expected", expected.to_string())
            }
            Self::Department { found } => fault.with("found", found.to_string()).with("expected", "5"),
            Self::Kind { found, expected } => {
                fault.with("found", found.map(OrganizationClass::as_str)).with("expected", expected.as_str())
            }
            Self::Authority => fault,
        }
    }
}

/// All that is wrong with a code, never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a unified social credit code: {}", .0.iter().map(|fault| fault.code().as_str()).collect::<Vec<_>>().join(", "))]
pub struct BadCreditCode(pub Vec<CreditCodeFault>);

impl BadCreditCode {
    /// As faults of the field at `path`.
    #[must_use]
    pub fn at(&self, path: &str) -> Vec<FieldFault> {
        self.0.iter().map(|fault| fault.at(path)).collect()
    }
}

/// What was typed, in the form that the standard writes, and what had to be changed for it.
///
/// Never turns I, O, S, V or Z into the digit or letter that it looks like: which one is meant is
/// a question to the person, not to a table.
#[must_use]
pub fn normalize(raw: &str) -> (String, Vec<Correction>) {
    let mut corrections = Vec::new();
    let mut text = String::with_capacity(LENGTH);
    for typed in raw.chars() {
        let mut character = typed;
        // The full-width forms U+FF01 to U+FF5E mirror ASCII 0x21 to 0x7E.
        if let Some(half) = (u32::from(typed)).checked_sub(0xFEE0).filter(|half| (0x21..=0x7E).contains(half)) {
            character = char::from_u32(half).unwrap_or(typed);
            corrections.push(Correction::FullWidth);
        }
        if is_separator(character) {
            corrections.push(Correction::Separators);
            continue;
        }
        if character.is_ascii_lowercase() {
            character = character.to_ascii_uppercase();
            corrections.push(Correction::LowerCase);
        }
        text.push(character);
    }
    corrections.sort_unstable();
    corrections.dedup();
    (text, corrections)
}

/// Spaces of any width, the invisible ones that come with a copied cell, and all that looks like a hyphen.
fn is_separator(character: char) -> bool {
    let invisible = matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    let hyphen = matches!(character, '-' | '\u{00AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    character.is_whitespace() || invisible || hyphen
}

/// The value of a character in the check, its index in the alphabet.
fn value(character: char) -> Option<u32> {
    ALPHABET.chars().zip(0..).find_map(|(known, index)| (known == character).then_some(index))
}

/// The check character for the first seventeen values.
fn check_character(values: &[u32]) -> char {
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    // The outer remainder matters: without it a sum divisible by 31 asks for a 32nd character.
    let check = (31 - sum % 31) % 31;
    char::from(ALPHABET.as_bytes()[check as usize])
}

/// A well-formed code: right length, right characters, right check character.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; LENGTH]);

impl CreditCode {
    /// Reads a code as a person typed it, after [`normalize`].
    ///
    /// # Errors
    /// A wrong length and each wrong character, all at once; the check character only when the
    /// rest can be right.
    pub fn parse(raw: &str) -> Result<Self, BadCreditCode> {
        let (text, _) = normalize(raw);
        let found = text.chars().count();
        let length = (found != LENGTH).then_some(CreditCodeFault::Length { found });
        let characters = text.chars().zip(1..).filter(|(character, _)| value(*character).is_none());
        let characters = characters.map(|(found, position)| CreditCodeFault::Character { position, found });
        let faults: Vec<_> = length.into_iter().chain(characters).collect();
        if !faults.is_empty() {
            return Err(BadCreditCode(faults));
        }
        let bytes: [u8; LENGTH] =
            text.as_bytes().try_into().map_err(|_| BadCreditCode(vec![CreditCodeFault::Length { found }]))?;
        let code = Self(bytes);
        let values: Vec<u32> = text.chars().filter_map(value).collect();
        let (found, expected) = (code.character(LENGTH), check_character(&values[..LENGTH - 1]));
        if found == expected { Ok(code) } else { Err(BadCreditCode(vec![CreditCodeFault::Check { found, expected }])) }
    }
    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only characters of the alphabet, checked by `parse`")
    }
    /// The character at a position from 1 to 18.
    fn character(&self, position: usize) -> char {
        char::from(self.0[position - 1])
    }
    /// The registration department; `None` for a character that the standard leaves free.
    #[must_use]
    pub fn department(&self) -> Option<Department> {
        Some(match self.character(1) {
            '1' => Department::Staffing,
            '2' => Department::ForeignAffairs,
            '3' => Department::Justice,
            '4' => Department::Culture,
            '5' => Department::CivilAffairs,
            '6' => Department::Tourism,
            '7' => Department::Religion,
            '8' => Department::TradeUnions,
            '9' => Department::Commerce,
            'A' => Department::MilitaryStaffing,
            'N' => Department::Agriculture,
            'Y' => Department::Other,
            _ => return None,
        })
    }
    /// The class under civil affairs; `None` for other departments and undefined classes.
    #[must_use]
    pub fn class(&self) -> Option<OrganizationClass> {
        match (self.department()?, self.character(2)) {
            (Department::CivilAffairs, '1') => Some(OrganizationClass::SocialGroup),
            (Department::CivilAffairs, '2') => Some(OrganizationClass::PrivateUnit),
            (Department::CivilAffairs, '3') => Some(OrganizationClass::Foundation),
            (Department::CivilAffairs, '9') => Some(OrganizationClass::Other),
            _ => None,
        }
    }
    /// Division code (GB/T 2260) of the registration authority at the time; not the address.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.as_str()[2..8]
    }
    /// Whether the subject code carries its own check character (GB 11714). Legacy codes exist
    /// that do not, so this is a warning and never a refusal.
    #[must_use]
    pub fn subject_check_ok(&self) -> bool {
        // Here letters count as in the full alphabet (A=10 … Z=35), unlike in the outer check.
        let values = self.as_str()[8..16].chars().filter_map(|character| character.to_digit(36));
        let sum: u32 = values.zip(SUBJECT_WEIGHTS).map(|(value, weight)| value * weight).sum();
        let expected = match 11 - sum % 11 {
            10 => 'X',
            11 => '0',
            check => char::from_digit(check, 10).expect("one to nine"),
        };
        self.character(17) == expected
    }
    /// Whether the code can belong to an organization of this kind, and to a known authority:
    /// whether positions 3 to 8 are one, old codes included, is looked up by the caller.
    #[must_use]
    pub fn check_for(&self, kind: OrganizationClass, known_authority: bool) -> Vec<CreditCodeFault> {
        let mut faults = Vec::new();
        if self.department() != Some(Department::CivilAffairs) {
            // The class of another department means nothing here, so it is not reported as well.
            faults.push(CreditCodeFault::Department { found: self.character(1) });
        } else if self.class() != Some(kind) {
            faults.push(CreditCodeFault::Kind { found: self.class(), expected: kind });
        }
        if !known_authority {
            faults.push(CreditCodeFault::Authority);
        }
        faults
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for CreditCode {
    type Err = BadCreditCode;
    fn from_str(text: &str) -> Result<Self, BadCreditCode> {
        Self::parse(text)
    }
}

impl Serialize for CreditCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CreditCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
crate::openapi::text_type!(CreditCode, "credit-code");

#[cfg(test)]
mod tests;
