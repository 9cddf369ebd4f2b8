//! Staying longer.

use super::{active, code, due_on, faults, signing};
use crate::{
    id::{AgreementId, Id},
    intake::tests::{at, day},
    residency::{renewal::Limits, *},
};

pub(crate) const LIMITS: Limits = Limits { ahead: 30, times: 2, max_months: 36 };

fn ask_on(of: &Residency, side: AgreementSide, last: &str, on: &str) -> Result<Residency, Refusal> {
    renewal::ask(of, (day(last), " 项目还有一年 "), &LIMITS, (side, "白雪", at(on)))
}
fn asked() -> Residency {
    ask_on(&active(), AgreementSide::Organization, "2028-08-31", "2027-07-20").unwrap()
}
fn proposed(of: &Residency, last: &str, on: &str) -> Residency {
    renewal::propose(of, (day(last), " 考核合格 "), &LIMITS, ("斯琴", at(on))).unwrap()
}
fn grant_on(of: &Residency, last: &str, on: &str) -> Result<Residency, Refusal> {
    renewal::grant(of, day(last), &LIMITS, ("高娃", at(on)))
}
/// Proposed and granted on a day, as long as the rules allow, and offered.
fn offered(of: &Residency, last: &str, on: &str) -> Residency {
    let of = match of.state {
        ResidencyState::Renewing => &grant_on(&proposed(of, last, on), "2029-09-02", on).unwrap(),
        _ => of,
    };
    renewal::offer(of, (AgreementId::from_key(2), day(last), day("2027-08-06")), &LIMITS, ("斯琴", at(on))).unwrap()
}
fn renewed(of: &Residency, on: &str) -> Residency {
    renewal::sign(of, None, &signing(on), ("斯琴", at(on))).unwrap().0
}

#[test]
fn who_asks_in_time_stays_longer_by_a_supplement() {
    let of = asked();
    let request = of.proceedings.open_renewal().unwrap();
    assert_eq!(
        (of.state, request.asked.text.as_str(), request.until),
        (ResidencyState::Renewing, "项目还有一年", day("2027-08-31"))
    );
    // Ten working days from the day after; what was agreed stands until both have signed.
    let look = Some((ResidencyAction::ProposeRenewal, ClockOwner::Base, day("2027-08-03")));
    assert_eq!(due_on(&of, None, "2027-07-20"), look);
    let of = offered(&of, "2028-05-31", "2027-07-23");
    assert_eq!((of.state, of.until()), (ResidencyState::Extending, day("2027-08-31")));
    let sign = Some((ResidencyAction::SignRenewal, ClockOwner::Organization, day("2027-08-06")));
    assert_eq!(due_on(&of, None, "2027-07-23"), sign);
    // Written anew it may agree on another day; the longest is thirty-six months from moving in.
    let again = offered(&of, "2029-09-02", "2027-07-26");
    assert_eq!(again.proceedings.open_renewal().unwrap().offer.as_ref().unwrap().last, day("2029-09-02"));
    let too_long = (AgreementId::from_key(3), day("2029-09-03"), day("2027-08-10"));
    assert_eq!(
        faults(renewal::offer(&of, too_long, &LIMITS, ("斯琴", at("2027-07-26")))),
        [("last".to_owned(), Code::DayTooLate)]
    );
    let (of, signing) = renewal::sign(&of, None, &signing("2027-07-28"), ("斯琴", at("2027-07-29"))).unwrap();
    assert_eq!(
        (of.state, of.until(), of.agreed.term.from()),
        (ResidencyState::Active, day("2028-05-31"), day("2026-09-01"))
    );
    assert_eq!((signing.base.as_str(), renewal::renewed(&of)), ("斯琴", 1));
    assert_eq!(due_on(&of, None, "2027-07-29"), None);
    assert_eq!(of.proceedings.renewals[0].end.as_ref().map(|end| end.outcome), Some(RenewalOutcome::Renewed));
}

#[test]
fn the_city_decides_until_when() {
    let of = asked();
    assert_eq!(
        faults(renewal::propose(&of, (day("2029-09-03"), " "), &LIMITS, ("斯琴", at("2027-07-22")))),
        [("last".to_owned(), Code::DayTooLate), ("text".into(), Code::Required)]
    );
    assert_eq!(code(grant_on(&of, "2028-08-31", "2027-07-22")), Code::WrongState);
    let skipped = (AgreementId::from_key(2), day("2028-08-31"), day("2027-08-06"));
    assert_eq!(code(renewal::offer(&of, skipped, &LIMITS, ("斯琴", at("2027-07-22")))), Code::WrongState);
    let of = proposed(&of, "2028-08-31", "2027-07-22");
    let word = of.proceedings.open_renewal().unwrap().proposed.clone().unwrap();
    assert_eq!(
        (of.state, word.text.as_str(), word.last),
        (ResidencyState::RenewalProposed, "考核合格", day("2028-08-31"))
    );
    // Five working days from the day after.
    let decide = Some((ResidencyAction::GrantRenewal, ClockOwner::City, day("2027-07-29")));
    assert_eq!(due_on(&of, None, "2027-07-22"), decide);
    assert_eq!(faults(grant_on(&of, "2027-08-31", "2027-07-23")), [("last".to_owned(), Code::DayTooEarly)]);
    assert_eq!(faults(grant_on(&of, "2029-09-03", "2027-07-23")), [("last".to_owned(), Code::DayTooLate)]);
    // Shorter than proposed; then no supplement goes beyond it, and the base has ten working days to write one.
    let of = grant_on(&of, "2028-05-31", "2027-07-23").unwrap();
    assert_eq!(of.state, ResidencyState::RenewalGranted);
    let write = Some((ResidencyAction::OfferRenewal, ClockOwner::Base, day("2027-08-06")));
    assert_eq!(due_on(&of, None, "2027-07-23"), write);
    assert_eq!(renewal::last_days(&of, &LIMITS, at("2027-07-23")), (day("2027-09-01"), day("2028-05-31")));
    let offer = |last: &str| {
        renewal::offer(
            &of,
            (AgreementId::from_key(2), day(last), day("2027-08-06")),
            &LIMITS,
            ("斯琴", at("2027-07-26")),
        )
    };
    assert_eq!(faults(offer("2028-06-01")), [("last".to_owned(), Code::DayTooLate)]);
    let of = offer("2028-05-31").unwrap();
    let anew = (AgreementId::from_key(3), day("2028-06-01"), day("2027-08-10"));
    assert_eq!(
        faults(renewal::offer(&of, anew, &LIMITS, ("斯琴", at("2027-07-27")))),
        [("last".to_owned(), Code::DayTooLate)]
    );
}

#[test]
fn who_asks_late_needs_the_base_and_nobody_asks_for_ever() {
    use AgreementSide::{Base, Organization};
    let of = active();
    assert_eq!(renewal::ask_by(&of, &LIMITS), day("2027-08-01"));
    assert!(
        ask_on(&of, Organization, "2028-08-31", "2027-08-01").is_ok(),
        "the thirtieth day before the end is in time"
    );
    let late = ask_on(&of, Organization, "2028-08-31", "2027-08-02").unwrap_err();
    assert_eq!((late.code, late.values["due"].as_str()), (Code::AskedTooLate, Some("2027-08-01")));
    assert!(ask_on(&of, Base, "2028-08-31", "2027-08-31").unwrap().proceedings.renewals[0].asked.on_paper);
    assert_eq!(code(ask_on(&of, Base, "2028-08-31", "2027-09-01")), Code::AgreementOver);
    assert_eq!(
        faults(renewal::ask(&of, (day("2027-08-31"), " "), &LIMITS, (Organization, "x", at("2027-07-01")))),
        [("last".to_owned(), Code::DayTooEarly), ("text".into(), Code::Required)]
    );
    assert_eq!(faults(ask_on(&of, Organization, "2029-09-03", "2027-07-01")), [("last".to_owned(), Code::DayTooLate)]);
    // Twice, and not a third time.
    let once = renewed(&offered(&asked(), "2028-05-31", "2027-07-23"), "2027-07-28");
    let twice = ask_on(&once, Organization, "2028-12-31", "2028-04-01").unwrap();
    let twice = renewed(&offered(&twice, "2028-12-31", "2028-04-06"), "2028-04-07");
    assert_eq!(code(ask_on(&twice, Organization, "2029-03-31", "2028-10-01")), Code::RenewalsUsed);
    let full = renewed(&offered(&asked(), "2029-09-02", "2027-07-23"), "2027-07-28");
    assert_eq!(code(ask_on(&full, Organization, "2029-12-31", "2029-07-01")), Code::LongestReached);
    assert_eq!(code(ask_on(&asked(), Organization, "2028-08-31", "2027-07-21")), Code::WrongState);
}

#[test]
fn it_comes_to_nothing_with_a_reason_or_with_time() {
    let (of, paper) = (asked(), offered(&asked(), "2028-08-31", "2027-07-23"));
    let with_city = proposed(&of, "2028-08-31", "2027-07-22");
    for (from, action, outcome) in [
        (&with_city, ResidencyAction::RefuseRenewal, RenewalOutcome::Refused),
        (&with_city, ResidencyAction::WithdrawRenewal, RenewalOutcome::Withdrawn),
        (&of, ResidencyAction::DenyRenewal, RenewalOutcome::Denied),
        (&of, ResidencyAction::WithdrawRenewal, RenewalOutcome::Withdrawn),
        (&paper, ResidencyAction::DenyRenewal, RenewalOutcome::Denied),
        (&paper, ResidencyAction::WithdrawRenewal, RenewalOutcome::Withdrawn),
    ] {
        let who = (AgreementSide::Base, "斯琴", at("2027-07-27"));
        assert_eq!(faults(renewal::turn_down(from, action, " ", who)), [("reason".to_owned(), Code::Required)]);
        let after = renewal::turn_down(from, action, "另有安排", who).unwrap();
        let end = after.proceedings.renewals[0].end.clone().unwrap();
        assert_eq!((after.state, end.outcome, after.until()), (ResidencyState::Active, outcome, day("2027-08-31")));
        assert_eq!(end.on_paper, outcome == RenewalOutcome::Withdrawn);
        assert!(
            ask_on(&after, AgreementSide::Organization, "2028-01-31", "2027-07-28").is_ok(),
            "and may be asked again"
        );
    }
    let denied = renewal::turn_down(
        &with_city,
        ResidencyAction::DenyRenewal,
        "再说",
        (AgreementSide::Base, "x", at("2027-07-27")),
    );
    assert_eq!(code(denied), Code::WrongState, "what is with the city, the city answers");
    let lapse = |due: Option<&str>, on: &str| renewal::lapse(&paper, due.map(day), ("斯琴", at(on)));
    assert_eq!(code(lapse(Some("2027-08-06"), "2027-08-06")), Code::DayTooEarly);
    assert_eq!(code(lapse(None, "2027-08-20")), Code::CalendarOpen);
    let after = lapse(Some("2027-08-06"), "2027-08-07").unwrap();
    assert_eq!(after.proceedings.renewals[0].end.as_ref().map(|end| end.outcome), Some(RenewalOutcome::Lapsed));
    // Signed before it was offered, or after the day that was told.
    let sign = |on: &str, due| renewal::sign(&paper, Some(day(due)), &signing(on), ("斯琴", at("2027-08-10")));
    assert_eq!(faults(sign("2027-07-22", "2027-08-06")), [("on".to_owned(), Code::DayTooEarly)]);
    assert_eq!(faults(sign("2027-08-09", "2027-08-06")), [("on".to_owned(), Code::DayTooLate)]);
    assert_eq!(code(renewal::sign(&of, None, &signing("2027-07-28"), ("斯琴", at("2027-07-28")))), Code::WrongState);
}
