use domain::code::Code;

use super::SheetError;
use crate::samples::placeholders;

#[test]
fn every_reason_has_a_sentence_with_the_same_values_in_both_languages() {
    let words: Vec<&str> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|word| word.starts_with("sheet_")).collect();
    assert!(words.len() > 30, "{words:?}");
    for word in words {
        assert_eq!(placeholders("zh", word), placeholders("en", word), "{word}");
    }
}

#[test]
fn every_refusal_brings_the_values_of_its_sentence() {
    let texts = || vec!["组织名称".to_owned()];
    let all = [
        SheetError::TooLarge,
        SheetError::Inflates,
        SheetError::OldFormat,
        SheetError::UnknownFormat,
        SheetError::Broken,
        SheetError::NotText,
        SheetError::Empty,
        SheetError::NoHeader(texts()),
        SheetError::HeadersMissing(texts()),
        SheetError::HeaderTwice(texts()),
        SheetError::FieldUnknown { header: "a".into(), field: "b".into() },
        SheetError::TooManyRows,
        SheetError::TooManyColumns { row: 1 },
        SheetError::CellTooLong { row: 1, column: 2 },
    ];
    for error in all {
        let refusal = error.refusal();
        let given: Vec<String> = refusal.values.keys().map(ToString::to_string).collect();
        let wanted: Vec<String> = placeholders("zh", refusal.code.as_str()).into_iter().collect();
        assert_eq!(given, wanted, "{error}");
    }
}
