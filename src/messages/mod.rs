//! The sentences: one catalogue per language, code by code, with `{value}` places to fill.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use serde_json::Value;

use crate::http::context::{self, Language};

type Catalogue = HashMap<String, String>;

static ZH: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("zh.toml")));
static EN: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("en.toml")));

fn read(text: &str) -> Catalogue {
    toml::from_str(text).expect("the catalogues are part of the program; a test reads them")
}

/// The template of a word, if the catalogue has it.
#[must_use]
pub fn template(language: Language, word: &str) -> Option<&'static str> {
    let catalogue: &'static Catalogue = match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    };
    catalogue.get(word).map(String::as_str)
}

/// A word of the catalogue in the language of the request that is being answered.
#[must_use]
pub fn word(word: &str) -> String {
    template(context::current().language, word).unwrap_or(word).to_owned()
}

/// The sentence of a word with its values filled in; the word itself when there is none.
#[must_use]
pub fn say<K: AsRef<str>>(language: Language, word: &str, values: &BTreeMap<K, Value>) -> String {
    let Some(template) = template(language, word) else { return word.to_owned() };
    let mut out = template.to_owned();
    for (key, value) in values {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Array(items) => items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect::<Vec<_>>()
                .join(if language == Language::Zh { "、" } else { ", " }),
            other => other.to_string(),
        };
        out = out.replace(&format!("{{{}}}", key.as_ref()), &text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{code::Code, refusal::Values};

    fn places(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn every_code_has_a_sentence_in_both_languages_with_the_same_places() {
        for code in Code::ALL {
            let zh = template(Language::Zh, code.as_str());
            let en = template(Language::En, code.as_str());
            assert!(zh.is_some(), "zh.toml lacks {}", code.as_str());
            assert!(en.is_some(), "en.toml lacks {}", code.as_str());
            assert_eq!(places(zh.unwrap()), places(en.unwrap()), "{}", code.as_str());
        }
        assert_eq!(ZH.keys().filter(|key| !EN.contains_key(*key)).collect::<Vec<_>>(), Vec::<&String>::new());
        assert_eq!(EN.keys().filter(|key| !ZH.contains_key(*key)).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn every_step_of_a_story_and_every_kind_of_support_has_a_word() {
        let steps = domain::story::words_told().map(|told| format!("story_{}", told.word.replace('.', "_")));
        let kinds = domain::value::ValueKind::ALL.iter().map(|kind| format!("value_kind_{kind}"));
        let units = domain::value::ValueUnit::ALL.iter().map(|unit| format!("value_unit_{unit}"));
        let parts = domain::story::StoryPart::ALL.iter().map(|part| format!("story_part_{part}"));
        for word in steps.chain(kinds).chain(units).chain(parts) {
            assert!(ZH.contains_key(&word), "the catalogues lack {word}");
        }
    }

    #[test]
    fn values_are_filled_in() {
        let values = Values::from([("max", Value::from(12))]);
        assert_eq!(say(Language::En, "too_long", &values), "At most 12 characters.");
    }
}
