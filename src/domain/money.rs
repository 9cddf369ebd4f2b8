//! Money as whole fen; a decimal string outside, never a float.

use std::{fmt, iter::Sum, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{code::Code, refusal::FieldFault};

/// An amount of renminbi in fen (0.01 yuan); negative amounts are corrections and refunds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

/// The text is not an amount such as `1200.50`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an amount in yuan with at most two decimals")]
pub struct BadAmount;

impl BadAmount {
    /// The reason.
    #[must_use]
    pub const fn code(self) -> Code {
        Code::BadAmount
    }
    /// As the fault of the field at `path`.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> FieldFault {
        FieldFault::new(path, self.code())
    }
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount either way: a hundred billion yuan. A thousand budgets of that size
    /// still add up within 64 bits, and twelve digits fit every column of a spreadsheet.
    pub const LIMIT: Self = Self(10_000_000_000_000);

    /// From fen; `None` past the limit.
    #[must_use]
    pub fn from_fen(fen: i64) -> Option<Self> {
        (-Self::LIMIT.0..=Self::LIMIT.0).contains(&fen).then_some(Self(fen))
    }
    /// In fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }
    /// The sum; `None` past the limit.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(Self::from_fen)
    }
    /// The difference; `None` past the limit.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(Self::from_fen)
    }
    /// So many times; `None` past the limit.
    #[must_use]
    pub fn times(self, count: i64) -> Option<Self> {
        self.0.checked_mul(count).and_then(Self::from_fen)
    }
}

/// A sum that left the limit is `None` as a whole.
impl Sum<Money> for Option<Money> {
    fn sum<I: Iterator<Item = Money>>(mut amounts: I) -> Self {
        amounts.try_fold(Money::ZERO, Money::plus)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

impl FromStr for Money {
    type Err = BadAmount;
    /// `1200`, `1200.5`, `1200.50`, `-0.01`; no separators, no plus sign, no exponent, no more
    /// than two decimals even if they are zero, because nobody means a tenth of a fen.
    fn from_str(text: &str) -> Result<Self, BadAmount> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (yuan, decimals) = digits.split_once('.').map_or((digits, None), |(yuan, rest)| (yuan, Some(rest)));
        let number = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse::<i64>().ok()).flatten().ok_or(BadAmount)
        };
        let fen = match decimals {
            None => 0,
            Some(text) if text.len() == 1 => number(text)? * 10,
            Some(text) if text.len() == 2 => number(text)?,
            Some(_) => return Err(BadAmount),
        };
        let total = number(yuan)?.checked_mul(100).and_then(|yuan| yuan.checked_add(fen)).ok_or(BadAmount)?;
        Self::from_fen(sign * total).ok_or(BadAmount)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
crate::openapi::text_type!(Money, "decimal");

#[cfg(test)]
mod tests;
