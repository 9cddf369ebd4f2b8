//! Changes of what was agreed on.

use super::{active, code, faults, issued};
use crate::{
    agreement::MAX_EXTRA,
    intake::tests::{at, day},
    residency::{
        change::{Change, checked},
        *,
    },
};

fn change(from: &str, text: &str) -> Change {
    Change { from: day(from), text: text.into() }
}

#[test]
fn it_changes_from_a_day_of_the_residency_and_says_what() {
    let of = active();
    assert_eq!(checked(&of, &change("2026-09-03", " 换到 204 ")).unwrap().text, "换到 204");
    assert_eq!(checked(&of, &change("2027-08-31", "换到 204")).unwrap().from, day("2027-08-31"));
    let bad = checked(&of, &change("2026-08-31", " "));
    assert_eq!(faults(bad), [("from".to_owned(), Code::DayTooEarly), ("text".into(), Code::Required)]);
    let long = "长".repeat(MAX_EXTRA + 1);
    let bad = checked(&of, &change("2027-09-01", &long));
    assert_eq!(faults(bad), [("from".to_owned(), Code::DayTooLate), ("text".into(), Code::TooLong)]);
}

#[test]
fn only_who_stays_changes_anything() {
    let leaving = expire(&active(), "x", at("2027-09-01")).unwrap();
    assert_eq!(code(checked(&leaving, &change("2026-09-03", "换到 204"))), Code::WrongState);
    assert_eq!(code(checked(&issued("2026-08-20"), &change("2026-09-03", "换到 204"))), Code::WrongState);
}
