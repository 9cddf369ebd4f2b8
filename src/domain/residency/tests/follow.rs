//! Keeping in touch with who has graduated.

use super::{active, code, faults};
use crate::{
    criteria,
    intake::tests::{at, day},
    residency::{
        follow::{Follow, FollowRules, follow, note},
        *,
    },
};

const YEAR: FollowRules = FollowRules { months: 12, every: 3 };

/// Graduated with the last day of January, and closed.
fn graduated() -> Residency {
    let who = (AgreementSide::Organization, "白雪", at("2026-12-01"));
    let of = graduation::ask(&active(), "够条件", vec![criteria::shipped().remove(0)], who).unwrap();
    let of = graduation::judge(&of, ("registered", Judgement::Met, "证书"), ("斯琴", at("2026-12-02"))).unwrap();
    let of = graduation::propose(&of, "同意", ("斯琴", at("2026-12-02"))).unwrap();
    let of = graduation::graduate(&of, day("2027-01-31"), ("市级", at("2026-12-03"))).unwrap();
    let of = ExitItem::ALL.iter().fold(of, |of, item| check(&of, super::settled(*item), at("2027-02-01")).unwrap());
    let of = AgreementSide::ALL.iter().fold(of, |of, side| confirm(&of, super::word(*side), at("2027-02-01")).unwrap());
    close(&of, at("2027-02-02")).unwrap()
}
fn contact(of: &Residency, on: &str, today: &str) -> Result<Residency, Refusal> {
    note(of, (day(on), ContactWay::Call, true), (" 项目正常 ", Some(" ")), ("斯琴", at(today)))
}

#[test]
fn who_has_graduated_is_asked_after_for_a_year() {
    let of = graduated();
    let due = |of: &Residency| follow(of, YEAR).unwrap().next;
    assert_eq!(follow(&of, YEAR), Some(Follow { until: day("2028-01-31"), next: Some(day("2027-04-30")) }));
    let of = contact(&of, "2027-04-10", "2027-04-12").unwrap();
    assert_eq!((of.contacts[0].text.as_str(), &of.contacts[0].need), ("项目正常", &None));
    assert_eq!(due(&of), Some(day("2027-07-10")));
    // One that is noted later and was earlier moves nothing; the last one is due at the end of the year.
    let of = contact(&of, "2027-03-01", "2027-04-12").unwrap();
    assert_eq!((due(&of), of.contacts[0].on), (Some(day("2027-07-10")), day("2027-03-01")));
    let of = contact(&of, "2027-12-20", "2027-12-20").unwrap();
    assert_eq!(due(&of), Some(day("2028-01-31")));
    let last = contact(&of, "2028-01-03", "2028-01-03").unwrap();
    assert_eq!(due(&last), None, "one of the last month is the last one");
    let ceased =
        note(&of, (day("2027-12-28"), ContactWay::Visit, false), ("已停止活动", None), ("斯琴", at("2027-12-28")));
    assert_eq!(due(&ceased.unwrap()), None, "with who has ceased to work there is no further one");
    assert_eq!(follow(&of, FollowRules { months: 0, every: 3 }), None, "a base that follows nobody");
    assert_eq!(of.state, ResidencyState::Left);
}

#[test]
fn nobody_else_is_and_a_contact_has_its_day_and_words() {
    assert_eq!(follow(&active(), YEAR), None);
    assert_eq!(code(contact(&active(), "2026-12-01", "2026-12-01")), Code::NotGraduated);
    let of = graduated();
    let bad = |on: &str, text: &str, need: &str| {
        faults(note(&of, (day(on), ContactWay::Visit, false), (text, Some(need)), ("斯琴", at("2027-04-12"))))
    };
    assert_eq!(
        bad("2027-01-30", " ", &"长".repeat(3000)),
        [("on".to_owned(), Code::DayTooEarly), ("text".into(), Code::Required), ("need".into(), Code::TooLong)]
    );
    assert_eq!(bad("2027-04-13", "好", ""), [("on".to_owned(), Code::DayTooLate)]);
    assert!(contact(&of, "2027-01-31", "2027-04-12").is_ok(), "on its last day");
}
