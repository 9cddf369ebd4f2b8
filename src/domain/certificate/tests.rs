use super::*;

fn at() -> Moment {
    Moment { now: "2026-11-23T01:00:00Z".parse().unwrap(), zone: chrono::FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn valid() -> Certificate {
    Certificate { state: CertificateState::Valid, revocation: None }
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
}

#[test]
fn what_is_valid_is_revoked_once_with_a_reason() {
    let by = ("城管", at());
    let refused = valid().revoke(" ", by).unwrap_err();
    assert_eq!((refused.fields[0].path.as_str(), refused.fields[0].code), ("reason", Code::Required));
    let after = valid().revoke(" 材料不实 ", by).unwrap();
    let kept = Revocation { reason: "材料不实".into(), by: "城管".into(), on: "2026-11-23".parse().unwrap() };
    assert_eq!(after, Certificate { state: CertificateState::Revoked, revocation: Some(kept) });
    assert_eq!(after.revoke("again", by).unwrap_err().code, Code::WrongState);
}

#[test]
fn one_stands_in_the_place_of_another_and_not_two() {
    let by = ("城管", at());
    let after = valid().replace(false, "名称有误", by).unwrap();
    assert_eq!(after.state, CertificateState::Revoked);
    // Revoked by mistake, it is replaced too, and was revoked when it was.
    let later = Moment { now: at().now + chrono::Duration::days(3), ..at() };
    assert_eq!(after.replace(false, "误撤销", ("市局", later)).unwrap(), after);
    assert_eq!(after.replace(true, "x", by).unwrap_err().code, Code::CertificateValid);
    assert_eq!(valid().replace(false, "", by).unwrap_err().fields[0].code, Code::Required);
}

#[test]
fn the_shipped_text_has_known_places_only() {
    assert_eq!(template::unknown_place(GRADUATION_TEXT, GRADUATION_PLACES), None);
    assert!(["{from}", "{to}", "{base}", "{months}"].iter().all(|place| GRADUATION_TEXT.contains(place)));
}

#[test]
fn a_code_is_typed_however_it_is_typed() {
    let code = new_code(|| std::array::from_fn(|n| u8::try_from(n * 7).unwrap()));
    assert_eq!(code.len(), LENGTH);
    let shown = shown_code(&code);
    assert_eq!(shown.len(), LENGTH + 1);
    let wide: String = code.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
    for typed in [code.clone(), shown.to_lowercase(), format!(" {} ", shown.replace('-', "　— ")), wide] {
        assert_eq!(read_code(&typed), Some(code.clone()), "{typed}");
    }
    for wrong in ["", "7Q4M2XKD9", "7Q4M2XKD9PP", "7Q4M2XKD90", "７Ｑ4m2-xkd9l", &"2".repeat(5_000)] {
        assert_eq!(read_code(wrong), None, "{wrong}");
    }
}

#[test]
fn codes_use_every_letter_and_throw_away_what_would_lean() {
    let mut seen = std::collections::BTreeSet::new();
    let mut seed = 0u8;
    for _ in 0..64 {
        let code = new_code(|| {
            std::array::from_fn(|_| {
                seed = seed.wrapping_mul(5).wrapping_add(17);
                seed
            })
        });
        seen.extend(code.into_bytes());
    }
    assert_eq!(seen.len(), LETTERS.len());
    // Only what lies beyond the last whole turn: the second draw is taken.
    let mut draws = [[255u8; 32], [0; 32]].into_iter();
    assert_eq!(new_code(|| draws.next().unwrap()), "2222222222");
}
