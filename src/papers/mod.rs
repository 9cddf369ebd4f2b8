//! What the capabilities that print papers share: their words, their days, making them in turn, keeping them.
//!
//! Papers are Chinese, whoever prints them.

use std::collections::BTreeMap;

use domain::day::Day;
use paper::Layout;
use serde_json::Value as Json;
use tokio::sync::Semaphore;

use crate::{fault::Fault, house::House, http::context::Language, messages};

/// Papers that are made at once: each keeps a processor busy for some tenths of a second.
static DESKS: Semaphore = Semaphore::const_new(1);

/// A word of the papers.
#[must_use]
pub fn word(key: &str) -> String {
    messages::template(Language::Zh, key).unwrap_or(key).to_owned()
}

/// A sentence of the papers with its values.
#[must_use]
pub fn say(key: &str, values: &[(&str, Json)]) -> String {
    let values: BTreeMap<&str, Json> = values.iter().cloned().collect();
    messages::say(Language::Zh, key, &values)
}

/// Year, month and day of a day.
fn parts(of: Day) -> [u32; 3] {
    let date = of.to_string();
    let mut parts = date.split('-').map(|part| part.parse().unwrap_or_default());
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// A day as people read it: 2026年12月3日.
#[must_use]
pub fn day(of: Day) -> String {
    let [year, month, day] = parts(of).map(Json::from);
    say("paper_day", &[("year", year), ("month", month), ("day", day)])
}

/// A day as papers with a seal have it: 二〇二六年十二月三日.
#[must_use]
pub fn day_in_words(of: Day) -> String {
    let digits: Vec<char> = word("paper_digits").chars().collect();
    let digit = |n: u32| usize::try_from(n).ok().and_then(|n| digits.get(n)).map(char::to_string).unwrap_or_default();
    let [year, month, day] = parts(of);
    let year: String = year.to_string().chars().filter_map(|c| c.to_digit(10)).map(digit).collect();
    let ten = word("paper_ten");
    let number = |n: u32| {
        let tens = if n >= 20 { digit(n / 10) } else { String::new() };
        let tens = if n >= 10 { tens + &ten } else { tens };
        if n.is_multiple_of(10) && n > 0 { tens } else { tens + &digit(n % 10) }
    };
    let (month, day) = (number(month), number(day));
    say("paper_day", &[("year", year.into()), ("month", month.into()), ("day", day.into())])
}

/// Makes a PDF of what a layout reads: in turn, and not on a thread that answers requests.
///
/// # Errors
/// When the layout does not take it, which is a fault of ours.
pub async fn made(layout: Layout, data: &Json) -> Result<Vec<u8>, Fault> {
    let data = data.to_string().into_bytes();
    let _turn = DESKS.acquire().await.map_err(std::io::Error::other)?;
    let made = tokio::task::spawn_blocking(move || paper::pdf(layout, &data));
    Ok(made.await.map_err(std::io::Error::other)?.map_err(std::io::Error::other)?)
}

/// The bytes of a paper that is kept.
///
/// # Errors
/// When the folder does not give them.
pub async fn kept(house: &House, sha256: &str) -> Result<Vec<u8>, Fault> {
    house.blobs.get(sha256).await.map_err(Fault::Files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_read_them() {
        let of = |text: &str| (day(text.parse().unwrap()), day_in_words(text.parse().unwrap()));
        let both = |plain: &str, words: &str| (plain.to_owned(), words.to_owned());
        assert_eq!(of("2026-12-03"), both("2026年12月3日", "二〇二六年十二月三日"));
        assert_eq!(of("2026-10-10"), both("2026年10月10日", "二〇二六年十月十日"));
        assert_eq!(of("2030-01-20"), both("2030年1月20日", "二〇三〇年一月二十日"));
        assert_eq!(of("2027-10-31"), both("2027年10月31日", "二〇二七年十月三十一日"));
    }
}
