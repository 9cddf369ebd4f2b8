use chrono::{FixedOffset, TimeZone};

use super::*;
use crate::id::Id;

fn at() -> Moment {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    Moment { now: zone.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap().to_utc(), zone }
}
fn day(text: &str) -> Day {
    text.parse().unwrap()
}
fn facts() -> Facts {
    let space = SpaceId::from_key(1);
    Facts {
        base: BaseId::from_key(1),
        space,
        family: vec![Resource::whole(space.into(), 1)],
        claims: Vec::new(),
        max_days_back: 60,
        policy: Policy::default(),
    }
}
fn request(from: &str, to: Option<&str>) -> SetRequest {
    SetRequest {
        closure: ClosureId::from_key(1),
        claim: ClaimId::from_key(1),
        from: day(from),
        to: to.map(day),
        reason: " 粉刷 ".into(),
    }
}
fn closed(from: &str, to: Option<&str>) -> Closure {
    set(&facts(), &request(from, to), at()).unwrap().0
}

#[test]
fn the_lifecycle_has_no_flaw() {
    assert_eq!(LIFECYCLE.flaws(), vec![]);
}

#[test]
fn closing_keeps_the_space_for_its_days() {
    let (closure, claim, root) = set(&facts(), &request("2026-11-25", Some("2026-11-27")), at()).unwrap();
    assert_eq!((closure.reason.as_str(), closure.state), ("粉刷", ClosureState::Set));
    assert_eq!(claim.interval.length(), chrono::TimeDelta::days(3));
    assert_eq!((claim.purpose, root), (Purpose::Closure, ResourceId::from(SpaceId::from_key(1))));
}

#[test]
fn nothing_is_closed_over_somebodys_head() {
    let (_, claim, _) = set(&facts(), &request("2026-11-25", None), at()).unwrap();
    let taken = Facts { claims: vec![claim], ..facts() };
    assert_eq!(set(&taken, &request("2026-12-01", None), at()).unwrap_err().code, Code::Taken);
    assert!(set(&taken, &request("2026-11-23", Some("2026-11-24")), at()).is_ok());
}

#[test]
fn every_bad_field_is_named() {
    let mut bad = request("2026-09-01", Some("2026-08-01"));
    bad.reason = "  ".into();
    let refusal = set(&facts(), &bad, at()).unwrap_err();
    let fields: Vec<_> = refusal.fields.iter().map(|f| (f.path.as_str(), f.code)).collect();
    assert_eq!(fields, [("from", Code::DayTooEarly), ("to", Code::EmptyInterval), ("reason", Code::Required)]);
}

#[test]
fn an_end_shortens_and_an_end_before_the_first_day_calls_off() {
    let closure = closed("2026-11-25", None);
    let (ended, claim) = end(&closure, day("2026-11-26"), 60, at()).unwrap();
    assert_eq!(ended.days.to(), Some(day("2026-11-26")));
    assert_eq!(claim, ClaimAfter::Resized(ended.days.to_interval(at().zone)));
    let late = end(&ended, day("2026-11-27"), 60, at()).unwrap_err();
    assert_eq!(late.fields[0].code, Code::DayTooLate, "an end never lengthens");
    let (off, claim) = end(&closure, day("2026-11-24"), 60, at()).unwrap();
    assert_eq!((off.state, claim), (ClosureState::CalledOff, ClaimAfter::Released));
    assert_eq!(end(&off, day("2026-11-26"), 60, at()).unwrap_err().code, Code::WrongState);
    assert_eq!(end(&closure, day("2026-01-01"), 60, at()).unwrap_err().fields[0].code, Code::DayTooEarly);
}
