use proptest::prelude::*;

use super::*;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

#[test]
fn amounts_read_and_write_as_decimals() {
    let table = [
        ("0", 0, "0.00"),
        ("1200", 120_000, "1200.00"),
        ("1200.5", 120_050, "1200.50"),
        ("1200.05", 120_005, "1200.05"),
        ("-0.01", -1, "-0.01"),
        ("-12.30", -1230, "-12.30"),
        ("-0.00", 0, "0.00"),
        ("007", 700, "7.00"),
        ("100000000000.00", 10_000_000_000_000, "100000000000.00"),
    ];
    for (text, fen, written) in table {
        assert_eq!(money(text).fen(), fen, "{text}");
        assert_eq!(money(text).to_string(), written, "{text}");
    }
    assert_eq!(serde_json::to_string(&money("3.1")).unwrap(), "\"3.10\"");
    assert_eq!(serde_json::from_str::<Money>("\"3.10\"").unwrap(), money("3.1"));
}

#[test]
fn what_is_not_an_amount_is_refused() {
    let bad = [
        "",
        "-",
        ".",
        "1.",
        ".5",
        "1.000",
        "1.234",
        "1,200",
        "+1",
        "1e3",
        " 1",
        "1 ",
        "--1",
        "1.-5",
        "1.2.3",
        "１２",
        "¥1",
        "NaN",
        "100000000000.01",
        "-100000000000.01",
        "9223372036854775807",
        "99999999999999999999",
    ];
    for text in bad {
        assert_eq!(text.parse::<Money>(), Err(BadAmount), "{text}");
    }
    assert_eq!(BadAmount.at("price"), FieldFault::new("price", Code::BadAmount));
    assert!(serde_json::from_str::<Money>("1.5").is_err(), "a JSON number is a float");
}

#[test]
fn arithmetic_stops_at_the_limit() {
    let fen = |fen| Money::from_fen(fen).unwrap();
    assert_eq!(fen(150).plus(fen(275)), Some(fen(425)));
    assert_eq!(fen(150).minus(fen(275)), Some(fen(-125)));
    assert_eq!(fen(333).times(3), Some(fen(999)));
    assert_eq!(Money::LIMIT.plus(fen(1)), None);
    assert_eq!(fen(-1).minus(Money::LIMIT), None);
    assert_eq!(Money::LIMIT.times(i64::MAX), None);
    assert_eq!(Money::from_fen(i64::MIN), None);
    assert_eq!([fen(1), fen(2)].into_iter().sum::<Option<Money>>(), Some(fen(3)));
    assert_eq!([Money::LIMIT, fen(1), fen(-1)].into_iter().sum::<Option<Money>>(), None);
}

proptest! {
    #[test]
    fn every_amount_survives_text(fen in -10_000_000_000_000i64..=10_000_000_000_000) {
        let amount = Money::from_fen(fen).unwrap();
        prop_assert_eq!(amount.to_string().parse(), Ok(amount));
    }
}
