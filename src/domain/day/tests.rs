use chrono::{TimeZone, Utc};

use super::*;
use crate::refusal::Nature;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}
fn east(hours: i32) -> FixedOffset {
    FixedOffset::east_opt(hours * 3600).unwrap()
}
fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn a_day_survives_text_and_json() {
    for text in ["1900-01-01", "2024-02-29", "2026-11-23", "9999-12-31"] {
        assert_eq!(day(text).to_string(), text);
        assert_eq!(serde_json::to_string(&day(text)).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Day>(&format!("\"{text}\"")).unwrap(), day(text));
    }
}

#[test]
fn what_is_not_a_day_is_refused() {
    let bad = [
        "",
        "2026",
        "2026-1-5",
        "2026-01-5 ",
        "2026/01/05",
        "+2026-01-05",
        "02026-01-05",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "1899-12-31",
        "20260105",
        "2026-01-05T00:00:00Z",
        "２０２６-01-05",
        "2026-01-0é",
        "-026-01-05",
    ];
    for text in bad {
        assert_eq!(text.parse::<Day>(), Err(BadDay), "{text}");
    }
    assert_eq!(BadDay.at("from"), FieldFault::new("from", Code::BadDay));
    assert_eq!(Refusal::from(BadDay).code, Code::BadDay);
    assert!(serde_json::from_str::<Day>("\"2026-02-30\"").is_err());
}

#[test]
fn arithmetic_stops_at_the_limits() {
    assert_eq!(day("2026-02-28").plus(1), day("2026-03-01"));
    assert_eq!(day("2026-03-01").plus(-1), day("2026-02-28"));
    assert_eq!(Day::MAX.plus(1), Day::MAX);
    assert_eq!(Day::MIN.plus(-1), Day::MIN);
    assert_eq!(Day::MIN.plus(i64::MAX), Day::MAX);
    assert_eq!(Day::MAX.plus(i64::MIN), Day::MIN);
    assert_eq!(Day::MAX.checked_plus(1), None);
    assert_eq!(day("2026-01-01").checked_plus(31), Some(day("2026-02-01")));
    assert_eq!(Day::new(1899, 12, 31), None);
    assert_eq!(NaiveDate::from_ymd_opt(10_000, 1, 1).and_then(Day::from_date), None);
}

/// Civil Code art. 202: the matching day, or the last day of a shorter month.
#[test]
fn months_end_on_the_matching_day_or_with_the_month() {
    assert_eq!(day("2026-03-15").plus_months(12), day("2027-03-15"));
    assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
    assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
    assert_eq!(Day::MAX.plus_months(1), Day::MAX);
    assert_eq!(Day::MIN.plus_months(u32::MAX), Day::MAX);
}

#[test]
fn days_until_counts_with_a_sign() {
    assert_eq!(day("2026-11-23").days_until(day("2026-11-24")), 1);
    assert_eq!(day("2026-11-23").days_until(day("2026-11-23")), 0);
    assert_eq!(day("2026-03-01").days_until(day("2026-02-27")), -2);
    assert_eq!(day("2026-11-23").weekday(), Weekday::Mon);
    assert_eq!(day("2026-11-23").year(), 2026);
}

#[test]
fn a_day_begins_and_ends_where_the_institution_is() {
    assert_eq!(day("2026-11-23").starts_at(east(8)), at("2026-11-22T16:00:00Z"));
    assert_eq!(day("2026-11-23").ends_at(east(8)), at("2026-11-23T16:00:00Z"));
    assert_eq!(day("2026-11-23").starts_at(east(-5)), at("2026-11-23T05:00:00Z"));
}

#[test]
fn the_day_of_an_instant_depends_on_the_zone() {
    assert_eq!(Day::of(at("2026-11-22T15:59:59Z"), east(8)), day("2026-11-22"));
    assert_eq!(Day::of(at("2026-11-22T16:00:00Z"), east(8)), day("2026-11-23"));
    let moment = Moment { now: at("2026-11-22T16:00:00Z"), zone: east(8) };
    assert_eq!(moment.today(), day("2026-11-23"));
    assert_eq!(Day::of(DateTime::<Utc>::MAX_UTC, east(14)), Day::MAX);
    assert_eq!(Day::of(DateTime::<Utc>::MIN_UTC, east(-12)), Day::MIN);
    assert_eq!(Day::of(Utc.with_ymd_and_hms(1899, 12, 31, 16, 0, 0).unwrap(), east(8)), Day::MIN);
    assert_eq!(Day::of(Day::MAX.starts_at(east(8)), east(8)), Day::MAX);
}

#[test]
fn a_span_includes_both_of_its_days() {
    let span = DaySpan::new(day("2026-03-02"), Some(day("2026-03-04"))).unwrap();
    let found: Vec<bool> = (1..=5).map(|d| span.contains(Day::new(2026, 3, d).unwrap())).collect();
    assert_eq!(found, [false, true, true, true, false]);
    let interval = span.to_interval(east(8));
    assert_eq!((interval.from(), interval.to()), (at("2026-03-01T16:00:00Z"), at("2026-03-04T16:00:00Z")));
    let one = DaySpan::new(day("2026-03-02"), Some(day("2026-03-02"))).unwrap();
    assert_eq!(one.to_interval(east(8)).length(), chrono::TimeDelta::days(1));
}

#[test]
fn an_open_span_never_ends() {
    let span = DaySpan::new(day("2026-03-02"), None).unwrap();
    assert!(span.contains(Day::MAX));
    assert!(span.to_interval(east(8)).is_open());
    for zone in [east(14), east(-12)] {
        let last = DaySpan::new(day("9999-12-30"), Some(Day::MAX)).unwrap();
        assert!(last.to_interval(zone).to() <= Interval::OPEN_END);
    }
}

#[test]
fn spans_overlap_when_they_share_a_day() {
    let span = |from: &str, to: Option<&str>| DaySpan::new(day(from), to.map(day)).unwrap();
    let march = span("2026-03-01", Some("2026-03-31"));
    assert!(march.overlaps(span("2026-03-31", Some("2026-04-02"))));
    assert!(!march.overlaps(span("2026-04-01", None)));
    assert!(march.overlaps(span("2026-01-01", None)));
    assert!(!span("2026-04-01", None).overlaps(march));
    assert!(span("2026-01-01", None).overlaps(span("2027-01-01", None)));
}

#[test]
fn a_span_that_ends_before_it_begins_is_refused() {
    let refusal = DaySpan::new(day("2026-03-02"), Some(day("2026-03-01"))).unwrap_err();
    assert_eq!((refusal.nature, refusal.code), (Nature::Rule, Code::EmptyInterval));
}

#[test]
fn a_span_that_begins_at_the_end_of_the_calendar_is_refused() {
    let refusal = DaySpan::new(Day::MAX, None).unwrap_err();
    assert_eq!(refusal, Refusal::rule(Code::DayTooLate).with("max", "9999-12-30"));
}
