use proptest::prelude::*;

use super::*;

/// Made-up organizations whose codes were computed by hand and by another implementation.
const EXAMPLES: [&str; 4] = ["51150700MJY1234581", "52150702MJY678904D", "53150000MJY246802D", "52150783MJY000124W"];
/// Codes that are public.
const PUBLIC: [&str; 5] =
    ["53100000500019795A", "53100000500021676K", "12100000400009127B", "91110000600037341L", "52440300MJL186084F"];

fn code(text: &str) -> CreditCode {
    CreditCode::parse(text).unwrap()
}
fn faults(text: &str) -> Vec<CreditCodeFault> {
    CreditCode::parse(text).unwrap_err().0
}

#[test]
fn the_worked_examples_hold() {
    for text in EXAMPLES.into_iter().chain(PUBLIC) {
        assert_eq!(code(text).as_str(), text);
        assert_eq!(text.parse::<CreditCode>().unwrap().to_string(), text);
        assert_eq!(
            serde_json::from_str::<CreditCode>(&serde_json::to_string(&code(text)).unwrap()).unwrap(),
            code(text)
        );
    }
    for text in EXAMPLES {
        assert!(code(text).subject_check_ok(), "{text}");
    }
}

#[test]
fn the_parts_are_read() {
    let parts = |text| (code(text).department(), code(text).class(), code(text).authority().to_owned());
    let civil = Some(Department::CivilAffairs);
    assert_eq!(parts(EXAMPLES[0]), (civil, Some(OrganizationClass::SocialGroup), "150700".into()));
    assert_eq!(parts(EXAMPLES[1]), (civil, Some(OrganizationClass::PrivateUnit), "150702".into()));
    assert_eq!(parts(EXAMPLES[2]), (civil, Some(OrganizationClass::Foundation), "150000".into()));
    assert_eq!(parts("12100000400009127B"), (Some(Department::Staffing), None, "100000".into()));
    assert_eq!(parts("91110000600037341L"), (Some(Department::Commerce), None, "110000".into()));
}

#[test]
fn every_department_and_class_is_read() {
    let of = |first: char, second: char| {
        let mut bytes = code(EXAMPLES[0]).0;
        (bytes[0], bytes[1]) = (first as u8, second as u8);
        CreditCode(bytes)
    };
    let departments: Vec<_> = ALPHABET.chars().filter_map(|first| of(first, '1').department()).collect();
    assert_eq!(departments, Department::ALL);
    assert_eq!(of('0', '1').department(), None);
    let classes: Vec<_> = ALPHABET.chars().filter_map(|second| of('5', second).class()).collect();
    assert_eq!(classes, OrganizationClass::ALL);
    assert_eq!(of('1', '1').class(), None, "a class of another department is none of ours");
}

/// The power of the check: every single substitution and every adjacent swap of the examples.
#[test]
fn no_slip_of_one_character_passes() {
    let (mut substitutions, mut swaps) = (0, 0);
    for text in EXAMPLES {
        let characters: Vec<char> = text.chars().collect();
        for at in 0..LENGTH {
            for other in ALPHABET.chars().filter(|other| *other != characters[at]) {
                let mut changed = characters.clone();
                changed[at] = other;
                substitutions += 1;
                assert!(matches!(faults(&changed.iter().collect::<String>())[..], [CreditCodeFault::Check { .. }]));
            }
            if at + 1 < LENGTH && characters[at] != characters[at + 1] {
                let mut changed = characters.clone();
                changed.swap(at, at + 1);
                swaps += 1;
                assert!(matches!(faults(&changed.iter().collect::<String>())[..], [CreditCodeFault::Check { .. }]));
            }
        }
    }
    assert_eq!((substitutions, swaps), (2_160, 61));
}

#[test]
fn a_wrong_check_character_says_what_it_should_be() {
    let check = |text: &str| match faults(text)[..] {
        [CreditCodeFault::Check { found, expected }] => (found, expected),
        _ => ('?', '?'),
    };
    assert_eq!(check("51150700MJY1234582"), ('2', '1'));
    assert_eq!(check("52150783MJY000124X"), ('X', 'W'));
    // Found in other people's sample data: invented codes are common.
    assert_eq!(check("53100000500020462H").0, 'H');
    assert_eq!(check("531000005000074012").0, '2');
}

/// A sum divisible by 31 asks for `0`, not for a 32nd character.
#[test]
fn a_sum_divisible_by_31_checks_with_zero() {
    assert_eq!(check_character(&[0; 17]), '0');
    let mut values = [0; 17];
    values[1] = 10;
    values[0] = 1;
    assert_eq!(check_character(&values), '0', "1·1 + 10·3 = 31");
    values[0] = 0;
    assert_eq!(check_character(&values), '1');
}

/// A pattern that lets the last position be a digit or X only would refuse most codes.
#[test]
fn the_check_character_can_be_any_of_the_alphabet() {
    let mut seen: Vec<char> = (0..31)
        .map(|value| {
            let mut values = [0; 17];
            values[0] = value;
            check_character(&values)
        })
        .collect();
    seen.sort_unstable();
    assert_eq!(seen.into_iter().collect::<String>(), ALPHABET);
}

#[test]
fn a_wrong_length_is_refused() {
    assert_eq!(faults(""), [CreditCodeFault::Length { found: 0 }]);
    assert_eq!(faults("51150700MJY123458"), [CreditCodeFault::Length { found: 17 }]);
    assert_eq!(faults("51150700MJY12345811"), [CreditCodeFault::Length { found: 19 }]);
}

#[test]
fn characters_outside_the_alphabet_are_refused_with_their_place() {
    let expected = "IOSVZ".chars().zip(9..).map(|(found, position)| CreditCodeFault::Character { position, found });
    assert_eq!(faults("51150700IOSVZ34581"), expected.collect::<Vec<_>>());
    assert_eq!(faults("51150700MJY12345呼1"), [CreditCodeFault::Character { position: 17, found: '呼' }]);
    let both = [CreditCodeFault::Length { found: 2 }, CreditCodeFault::Character { position: 2, found: 'O' }];
    assert_eq!(faults("5O"), both);
}

#[test]
fn typing_is_put_right_but_no_character_is_guessed() {
    let all = [Correction::FullWidth, Correction::LowerCase, Correction::Separators];
    let cases: [(&str, &str, &[Correction]); 7] = [
        ("51150700MJY1234581", "51150700MJY1234581", &[]),
        ("51150700mjy1234581", "51150700MJY1234581", &all[1..2]),
        ("５１150700MJY1234581", "51150700MJY1234581", &all[..1]),
        (" 511507-00MJY1\u{a0}234—581\u{feff}\u{3000}", "51150700MJY1234581", &all[2..]),
        ("５１－150700ｍｊｙ1234581", "51150700MJY1234581", &all),
        ("iosvzＩＯ", "IOSVZIO", &all[..2]),
        ("呼é", "呼é", &[]),
    ];
    for (raw, text, corrections) in cases {
        assert_eq!(normalize(raw), (text.to_owned(), corrections.to_vec()), "{raw}");
    }
    assert_eq!(code("5115 0700 mjy1 2345 81"), code(EXAMPLES[0]));
    assert!(CreditCode::parse("5115O700MJY1234581").is_err(), "O is not 0");
}

#[test]
fn the_kind_given_must_be_the_class_in_the_code() {
    let unit = code(EXAMPLES[1]);
    assert_eq!(unit.check_for(OrganizationClass::PrivateUnit, true), []);
    let (found, expected) = (Some(OrganizationClass::PrivateUnit), OrganizationClass::Foundation);
    assert_eq!(unit.check_for(expected, true), [CreditCodeFault::Kind { found, expected }]);
}

#[test]
fn a_code_of_another_department_is_refused() {
    let company = code("91110000600037341L");
    assert_eq!(company.check_for(OrganizationClass::SocialGroup, true), [CreditCodeFault::Department { found: '9' }]);
}

#[test]
fn an_unknown_authority_is_refused() {
    let group = code(EXAMPLES[0]);
    assert_eq!(group.check_for(OrganizationClass::SocialGroup, false), [CreditCodeFault::Authority]);
}

/// The subject check is a warning: a legacy code may fail it and still be a good code.
#[test]
fn the_subject_check_only_warns() {
    let with_subject = |subject: &str| {
        let head = format!("51150700{subject}");
        let values: Vec<u32> = head.chars().filter_map(value).collect();
        code(&format!("{head}{}", check_character(&values)))
    };
    assert!(with_subject("MJY123458").subject_check_ok());
    assert!(!with_subject("MJY123459").subject_check_ok());
    // Sums that leave 1 and 0: the check characters X and 0. The weight of the first digit is 3.
    assert!(with_subject("40000000X").subject_check_ok(), "3·4 = 12 leaves 1");
    assert!(with_subject("000000000").subject_check_ok(), "0 leaves 0");
}

#[test]
fn each_fault_has_its_code_and_values() {
    let values = |fault: CreditCodeFault| {
        let at = fault.at("credit_code");
        (at.path, at.code, serde_json::to_value(at.values).unwrap())
    };
    let of = |code, values| ("credit_code".to_owned(), code, values);
    let social = OrganizationClass::SocialGroup;
    let table = [
        (CreditCodeFault::Length { found: 3 }, Code::CreditCodeLength, serde_json::json!({"found": 3, "expected": 18})),
        (
            CreditCodeFault::Character { position: 9, found: 'O' },
            Code::CreditCodeCharacter,
            serde_json::json!({"position": 9, "found": "O"}),
        ),
        (
            CreditCodeFault::Check { found: '1', expected: 'W' },
            Code::CreditCodeCheck,
            serde_json::json!({"found": "1", "expected": "W"}),
        ),
        (
            CreditCodeFault::Department { found: '9' },
            Code::CreditCodeDepartment,
            serde_json::json!({"found": "9", "expected": "5"}),
        ),
        (
            CreditCodeFault::Kind { found: None, expected: social },
            Code::CreditCodeKind,
            serde_json::json!({"found": null, "expected": "social_group"}),
        ),
        (CreditCodeFault::Authority, Code::CreditCodeAuthority, serde_json::json!({})),
    ];
    for (fault, code, json) in table {
        assert_eq!(values(fault), of(code, json));
    }
    assert_eq!(CreditCode::parse("5O").unwrap_err().at("x").len(), 2);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_normalizing_is_final(raw in any::<String>()) {
        let (text, _) = normalize(&raw);
        prop_assert_eq!(normalize(&text), (text.clone(), vec![]));
        prop_assert_eq!(CreditCode::parse(&raw), CreditCode::parse(&text));
    }
}
