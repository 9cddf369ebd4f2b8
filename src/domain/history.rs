//! What of a line of the history is only for those who may see particulars of persons.

use serde_json::Value;

use crate::contact::{is_email, is_phone};

/// Fields whose texts lead to a person or to money.
const PRIVATE: &[&str] = &["phone", "liaison_phone", "deputy_phone", "hotline", "email", "wechat", "account_number"];

/// Masks phone numbers and the like in place, wherever they stand: by the name of the field, and any
/// text that is a phone number or an address by itself.
pub fn mask(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let named = PRIVATE.contains(&key.rsplit('.').next().unwrap_or_default());
                match value {
                    Value::String(text) if named => *text = masked(text),
                    other => mask(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask),
        Value::String(text) if is_phone(text) || is_email(text) => *text = masked(text),
        _ => {}
    }
}

/// Enough to tell two numbers apart, too little to call: `139****1234`; short ones vanish wholly.
fn masked(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    if all.len() < 10 {
        return "****".to_owned();
    }
    let end = all.len() - 4;
    all[..3].iter().chain(&['*'; 4]).chain(&all[end..]).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_masked_wherever_they_stand() {
        let mut value = json!({
            "name": "青禾", "liaison_phone": "13904701234", "volunteers": 13904701234i64,
            "details.contact": {"wechat": "qinghe", "email": "a.long.name@example.cn", "intro": "热线 13904701234"},
            "note": "0470-8217000", "list": [{"phone": "13904705678"}, "13904709999"],
        });
        mask(&mut value);
        assert_eq!(
            value,
            json!({
                "name": "青禾", "liaison_phone": "139****1234", "volunteers": 13904701234i64,
                "details.contact": {"wechat": "****", "email": "a.l****e.cn", "intro": "热线 13904701234"},
                "note": "047****7000", "list": [{"phone": "139****5678"}, "139****9999"],
            })
        );
    }
}
