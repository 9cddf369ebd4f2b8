//! How people write the same thing: widths, spaces, dates, phones, numbers.

use chrono::{Days, NaiveDate};

/// Full-width letters, digits and marks as their plain forms, the ideographic space as a space.
#[must_use]
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// Text that a spreadsheet program may take for a formula when it is typed or opened from a csv;
/// the full-width signs too, because Chinese and Japanese versions accept them.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
}

/// A long number as Excel shortens it in a csv, such as `5.11507E+17`: its digits are gone.
#[must_use]
pub fn is_shortened_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.split_once("E+").is_some_and(|(number, exponent)| {
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        whole.len() == 1 && digits(whole) && digits(part) && digits(exponent)
    })
}

/// Without line breaks: nothing between Chinese characters, one space between other words.
#[must_use]
pub fn join_lines(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(['\n', '\r', '\u{2028}', '\u{b}']).map(str::trim).filter(|part| !part.is_empty()) {
        let wordy = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if wordy(out.chars().last()) && wordy(part.chars().next()) {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

/// How a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayForm {
    /// Year, month, day with `-` or `/`.
    Plain,
    /// Another writing that leaves no doubt.
    Other,
    /// A day number of Excel.
    Serial,
}

/// First and last day number that is taken for a date: the years 1949 to 2099.
const SERIALS: std::ops::RangeInclusive<u64> = 17_899..=73_050;

/// Reads a date; `None` when it is none or could be two.
#[must_use]
pub fn day(text: &str) -> Option<(NaiveDate, DayForm)> {
    let plain = half_width(text);
    let plain = plain.trim();
    if !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit()) {
        return match plain.len() {
            5 => plain.parse().ok().and_then(serial).map(|day| (day, DayForm::Serial)),
            8 => NaiveDate::parse_from_str(plain, "%Y%m%d").ok().map(|day| (day, DayForm::Other)),
            _ => None,
        };
    }
    // A date of another program's export carries a midnight.
    let dated = plain
        .strip_suffix("00:00:00")
        .or_else(|| plain.strip_suffix("0:00"))
        .map_or(plain, |rest| rest.trim_end_matches(['T', ' ']));
    let year_first = |separators: [&str; 2], end: &str| {
        let (year, rest) = dated.split_once(separators[0])?;
        let (month, rest) = rest.split_once(separators[1])?;
        let day = rest.strip_suffix(end)?;
        let number = |text: &str, least: usize, most: usize| {
            let text = text.trim();
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            (digits && (least..=most).contains(&text.len())).then(|| text.parse::<u32>().ok()).flatten()
        };
        let year = i32::try_from(number(year, 4, 4)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(month, 1, 2)?, number(day, 1, 2)?)
    };
    let plain_form = year_first(["-", "-"], "").or_else(|| year_first(["/", "/"], ""));
    if let Some(day) = plain_form {
        let form = if half_width(text) == text { DayForm::Plain } else { DayForm::Other };
        return Some((day, form));
    }
    year_first(["年", "月"], "日")
        .or_else(|| year_first(["年", "月"], "号"))
        .or_else(|| year_first([".", "."], ""))
        .map(|day| (day, DayForm::Other))
}

/// The date of a day number of Excel.
#[must_use]
pub fn serial(number: u64) -> Option<NaiveDate> {
    if !SERIALS.contains(&number) {
        return None;
    }
    // Day 0 is 30 December 1899 for every day after the leap day of 1900 that never was.
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))
}

/// A phone number of mainland China: mobile, landline with area code, or a 400/800 line. Bare local
/// numbers are refused, since a mobile number cut short looks the same.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('-');
    let (first, rest): (&str, Vec<&str>) = (parts.next().unwrap_or_default(), parts.collect());
    if !digits(first) || !rest.iter().all(|part| digits(part)) {
        return false;
    }
    let second_of_mobile = first.as_bytes().get(1).is_some_and(|b| (b'3'..=b'9').contains(b));
    match rest.as_slice() {
        [] if first.starts_with('1') => first.len() == 11 && second_of_mobile,
        [] if first.starts_with('0') => (10..=12).contains(&first.len()) && !first.starts_with("00"),
        [] => first.len() == 10 && (first.starts_with("400") || first.starts_with("800")),
        [local, extension @ ..] => {
            let area = first.starts_with('0') && !first.starts_with("00") && (3..=4).contains(&first.len());
            area && (7..=8).contains(&local.len())
                && matches!(extension, [] | [_])
                && extension.iter().all(|part| part.len() <= 6)
        }
    }
}

#[cfg(test)]
mod tests;
