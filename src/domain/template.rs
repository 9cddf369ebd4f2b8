//! Texts with places to fill, such as `{organization}`.
//!
//! Places are filled once, so that a name that looks like a place stays a name.

use std::collections::BTreeMap;

/// A text in pieces: what stands as it is, and the places.
fn pieces(text: &str) -> Vec<Result<&str, &str>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        let inside = &from[1..];
        // A place is a short word of small letters; other braces are braces.
        let end = inside.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(inside.len());
        if end > 0 && inside[end..].starts_with('}') {
            pieces.push(Ok(before));
            pieces.push(Err(&inside[..end]));
            rest = &inside[end + 1..];
        } else {
            pieces.push(Ok(&rest[..=open]));
            rest = inside;
        }
    }
    pieces.push(Ok(rest));
    pieces
}

/// What stands in braces and is none of the places: `{nobody}`, and `{基地}` or a lone brace, which would be printed as
/// it is.
#[must_use]
pub fn unknown_place(text: &str, places: &[&str]) -> Option<String> {
    const SHOWN: usize = 12;
    pieces(text).into_iter().find_map(|piece| match piece {
        Err(place) => (!places.contains(&place)).then(|| place.to_owned()),
        Ok(plain) => {
            let at = plain.find(['{', '}'])?;
            // The piece ends with the brace that opens nothing; what follows it tells which one it is.
            let from = text.find(plain).map_or(plain, |start| &text[start + at..]);
            Some(from.chars().take(SHOWN).collect())
        }
    })
}

/// A text with its places filled; a place that nothing is known of is left empty.
#[must_use]
pub fn filled(text: &str, values: &BTreeMap<&'static str, String>) -> String {
    let value = |piece| match piece {
        Ok(text) => text,
        Err(place) => values.get(place).map_or("", String::as_str),
    };
    pieces(text).into_iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_once_and_nothing_else_is() {
        let values = BTreeMap::from([("organization", "名{number}".to_owned()), ("number", "7".into())]);
        assert_eq!(filled("{organization}的协议", &values), "名{number}的协议");
        assert_eq!(filled("编号{number}，{ 空 }{}{Base}{phone}{base", &values), "编号7，{ 空 }{}{Base}{base");
    }

    #[test]
    fn what_is_no_place_is_told() {
        let places = ["base", "number"];
        assert_eq!(unknown_place("{base}第{number}号", &places), None);
        assert_eq!(unknown_place("致{nobody}", &places), Some("nobody".to_owned()));
        assert_eq!(unknown_place("{base}的{基地}", &places), Some("{基地}".to_owned()));
        assert_eq!(unknown_place("}", &places), Some("}".to_owned()));
    }
}
