//! Phone numbers and e-mail addresses as people in China write them.

/// A mobile number (11 digits, beginning with 13 to 19), or a land line with area code and
/// optional extension, such as `0470-8217000` or `0470-8217000-12`; also the 400 and 800 numbers.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ')) {
        return false;
    }
    let mobile = digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9');
    let parts: Vec<&str> = text.split(['-', ' ']).filter(|part| !part.is_empty()).collect();
    let line = match parts.as_slice() {
        [all] => all.starts_with('0') && (10..=12).contains(&all.len()),
        [area, number, rest @ ..] => {
            area.starts_with('0')
                && (3..=4).contains(&area.len())
                && (7..=8).contains(&number.len())
                && rest.len() <= 1
                && rest.iter().all(|extension| extension.len() <= 5)
        }
        [] => false,
    };
    let service = digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    mobile || line || service
}

/// Something before and after one `@`, with a dot after it: more is found out by sending a mail.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '@' | '<' | '>' | ',' | ';' | '"'))
    };
    text.len() <= 254
        && plain(local)
        && plain(host)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones() {
        for good in ["13904701234", "0470-8217000", "0470-8217000-12", "04708217000", "400-123-4567", "139 0470 1234"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["1380000", "12345678901", "1390470123a", "", "-", "0470-82", "+1 555"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn emails() {
        assert!(is_email("a.b@example.cn"));
        for bad in ["a", "a@b", "@b.cn", "a@", "a@b.cn, c@d.cn", "a b@c.cn", "a@.cn"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
