//! Initials of names, so that a clerk finds 海拉尔区… by typing `hle`.
//!
//! A character with several readings gives the first one of the dictionary, its usual one: 重 is
//! `z` (zhong) in 重庆 too, 行 is `x`. Readings by context would need a dictionary of words, and
//! search also looks at the characters themselves.

use pinyin::ToPinyin as _;

use crate::writing;

/// The first letter of each character's reading; letters and digits of other scripts stay, in lower
/// case and plain width; signs and spaces go.
#[must_use]
pub fn initials(name: &str) -> String {
    letters(name, |reading| reading.chars().next())
}

/// The initials as people type them: one spelling, or two separated by a space when the name has a
/// syllable `er`. The dictionary says `e` for 尔, but names such as 海拉尔 (Hailar) are also
/// abbreviated by their sound, with `r`.
#[must_use]
pub fn search_key(name: &str) -> String {
    let usual = initials(name);
    let by_sound = letters(name, |reading| if reading == "er" { Some('r') } else { reading.chars().next() });
    if usual == by_sound { usual } else { format!("{usual} {by_sound}") }
}

fn letters(name: &str, initial: impl Fn(&str) -> Option<char>) -> String {
    writing::half_width(name)
        .chars()
        .filter_map(|c| match c.to_pinyin() {
            Some(reading) => initial(reading.plain()),
            None => Some(c).filter(|c| c.is_alphanumeric()),
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The whole readings in lower case, so that plain text order is the order of a Chinese name list.
/// Signs that are not read go.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() * 2);
    for c in writing::half_width(name).chars() {
        match c.to_pinyin() {
            Some(reading) => key.push_str(reading.plain()),
            None if c.is_alphanumeric() => key.extend(c.to_lowercase()),
            None => continue,
        }
        // Below every letter: 西安 (xi an) stands before 先 (xian).
        key.push(' ');
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests;
