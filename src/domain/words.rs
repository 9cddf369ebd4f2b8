//! Closed vocabularies: enums that travel as stable snake_case words.
//!
//! A word is part of the API, of the stored rows and of the message catalogues, so it is written
//! out beside its variant and never derived from the Rust name, which may then be renamed freely.

use std::fmt;

use crate::{code::Code, refusal::Refusal};

/// What every closed vocabulary offers to generic code such as the lifecycle kit.
pub trait Word: Copy + Eq + Ord + fmt::Debug + fmt::Display + Send + Sync + 'static {
    /// All words in the order of their declaration.
    const WORDS: &'static [Self];
    /// The stable word.
    fn word(self) -> &'static str;
}

/// The text is none of the words of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of: {}", allowed.join(", "))]
pub struct UnknownWord {
    /// The words that exist.
    pub allowed: &'static [&'static str],
}

impl UnknownWord {
    /// As a refusal of the field at `path`.
    #[must_use]
    pub fn at(self, path: &str) -> Refusal {
        let mut refusal = Refusal::field(path, Code::NotOneOf);
        for fault in &mut refusal.fields {
            fault.values.insert("allowed", self.allowed.into());
        }
        refusal
    }
}

/// Whether a text is a word as the house writes them; checked while compiling.
#[must_use]
pub const fn is_snake_case(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let edge = at == 0 || at + 1 == bytes.len() || bytes[at - 1] == b'_';
        let fits = match bytes[at] {
            b'a'..=b'z' => true,
            b'0'..=b'9' => at > 0,
            b'_' => !edge,
            _ => false,
        };
        if !fits {
            return false;
        }
        at += 1;
    }
    !bytes.is_empty()
}

/// Declares a closed vocabulary: `words! { /// Doc. pub enum Roll { /// Doc. Back = "back", } }`.
///
/// The first paragraph of the doc comment is published with the enum in the API document.
macro_rules! words {
    ($(
        #[doc = $doc:literal] $(#[doc = $more:literal])*
        $vis:vis enum $name:ident { $($(#[doc = $word_doc:literal])+ $variant:ident = $word:literal),+ $(,)? }
    )+) => {$(
        #[doc = $doc] $(#[doc = $more])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[doc = $word_doc])+ $variant),+ }
        $(const _: () = assert!($crate::words::is_snake_case($word));)+
        impl $name {
            /// Every word, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The stable word.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
        }
        impl $crate::words::Word for $name {
            const WORDS: &'static [Self] = Self::ALL;
            fn word(self) -> &'static str { self.as_str() }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::words::UnknownWord { allowed: &[$($word),+] }),
                }
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
        #[cfg(feature = "openapi")]
        $crate::openapi::word_type!($name, $doc.trim_ascii());
    )+};
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    words! {
        /// Weather over the steppe.
        enum Sky {
            /// No cloud.
            Clear = "clear",
            /// Snow lies on the road.
            SnowOnRoad = "snow_on_road",
        }
    }

    #[test]
    fn a_word_survives_text_and_json() {
        for sky in Sky::ALL {
            assert_eq!(sky.as_str().parse(), Ok(*sky));
            let json = serde_json::to_value(sky).unwrap();
            assert_eq!(json, serde_json::Value::from(sky.as_str()));
            assert_eq!(serde_json::from_value::<Sky>(json).unwrap(), *sky);
        }
        assert_eq!(Sky::ALL, [Sky::Clear, Sky::SnowOnRoad]);
        assert_eq!(Sky::SnowOnRoad.to_string(), "snow_on_road");
    }

    #[test]
    fn an_unknown_word_names_the_allowed_ones() {
        let unknown = "Clear".parse::<Sky>().unwrap_err();
        assert_eq!(unknown, UnknownWord { allowed: &["clear", "snow_on_road"] });
        let refusal = unknown.at("sky");
        assert_eq!(refusal.fields[0].code, Code::NotOneOf);
        assert_eq!(refusal.fields[0].values["allowed"], serde_json::json!(["clear", "snow_on_road"]));
        assert!(serde_json::from_str::<Sky>("\"fog\"").is_err());
    }

    #[test]
    fn only_snake_case_is_a_word() {
        let good = ["a", "made_up", "t2"];
        let bad = ["", "_a", "a_", "a__b", "A", "a-b", "2a", "a b", "日"];
        assert!(good.iter().all(|text| is_snake_case(text)));
        assert!(!bad.iter().any(|text| is_snake_case(text)));
    }
}
