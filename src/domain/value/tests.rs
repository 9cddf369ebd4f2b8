use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}
fn days(from: &str, to: &str) -> Days {
    Days::new(day(from), day(to)).unwrap()
}
fn months_of(from: &str, to: &str) -> i64 {
    amount(days(from, to), 100)
}

#[test]
fn a_month_is_its_days_by_its_days() {
    let cases = [
        (("2026-03-01", "2026-03-31"), 100),
        (("2026-01-01", "2026-12-31"), 1200),
        // A day of a short month is more of it than one of a long month.
        (("2026-02-01", "2026-02-14"), 50),
        (("2024-02-01", "2024-02-29"), 100),
        (("2024-02-29", "2024-02-29"), 3),
        (("2026-02-28", "2026-02-28"), 4),
        (("2024-02-01", "2024-02-14"), 48),
        // 10 of 31, and 10 of 30: each rounded to the hundredth.
        (("2026-03-01", "2026-03-10"), 32),
        (("2026-04-01", "2026-04-10"), 33),
        // Over the edge of a month, and of a year: one day each.
        (("2026-03-31", "2026-04-01"), 3 + 3),
        (("2025-12-31", "2026-01-01"), 3 + 3),
        (("2025-12-16", "2026-02-14"), 52 + 100 + 50),
    ];
    for ((from, to), is) in cases {
        assert_eq!(months_of(from, to), is, "{from} to {to}");
    }
}

#[test]
fn years_add_up_to_the_whole_and_spans_that_meet_too() {
    let whole = days("2023-05-17", "2026-11-23");
    let years = by_year(whole, 100);
    assert_eq!(years.iter().map(|(year, _)| *year).collect::<Vec<_>>(), [2023, 2024, 2025, 2026]);
    assert_eq!(years[1], (2024, 1200));
    assert_eq!(years.iter().map(|(_, sum)| sum).sum::<i64>(), amount(whole, 100));
    // Cut at the edge of a month, nothing is won or lost.
    let parts = [days("2023-05-17", "2024-02-29"), days("2024-03-01", "2026-11-23")];
    assert_eq!(parts.map(|part| amount(part, 100)).iter().sum::<i64>(), amount(whole, 100));
}

#[test]
fn an_area_is_counted_by_the_same_months() {
    // 18.5 m²: a whole month, then ten of thirty days.
    assert_eq!(amount(days("2026-03-01", "2026-04-10"), 1850), 1850 + 617);
    assert_eq!(amount(days("2026-03-01", "2026-03-31"), 0), 0);
}

#[test]
fn a_day_of_a_place_counts_once() {
    let terms = [
        days("2026-03-10", "2026-03-20"),
        days("2026-03-01", "2026-03-12"),
        days("2026-03-05", "2026-03-06"),
        days("2026-03-25", "2026-03-31"),
        days("2026-03-20", "2026-03-20"),
    ];
    let counted = [
        (1, days("2026-03-01", "2026-03-12")),
        (0, days("2026-03-13", "2026-03-20")),
        (3, days("2026-03-25", "2026-03-31")),
    ];
    assert_eq!(once(&terms), counted);
    assert_eq!(once(&[]), []);
}

#[test]
fn what_had_a_place_is_taken_out() {
    let year = days("2026-01-01", "2026-12-31");
    assert_eq!(without(year, &[]), [year]);
    let places = [days("2025-06-01", "2026-01-31"), days("2026-03-01", "2026-03-31"), days("2026-12-31", "2027-06-30")];
    assert_eq!(without(year, &places), [days("2026-02-01", "2026-02-28"), days("2026-04-01", "2026-12-30")]);
    assert_eq!(without(year, &[days("2025-01-01", "2027-01-01")]), []);
    assert_eq!(without(year, &[days("2027-01-01", "2027-02-01")]), [year]);
    assert_eq!(without(year, &[year]), []);
}

#[test]
fn what_is_to_come_is_not_asked_for() {
    let today = day("2026-11-23");
    assert_eq!(asked(None, None, today), Ok(Days::new(Day::MIN, today)));
    assert_eq!(asked(Some(day("2026-01-01")), Some(day("2026-12-31")), today), Ok(Days::new(day("2026-01-01"), today)));
    assert_eq!(asked(Some(day("2026-12-01")), None, today), Ok(None));
    let refused = asked(Some(day("2026-03-02")), Some(day("2026-03-01")), today).unwrap_err();
    assert_eq!((refused.fields[0].path.as_str(), refused.fields[0].code), ("to", Code::DayTooEarly));
}

#[test]
fn the_ends_of_the_calendar_are_no_trap() {
    assert_eq!(amount(Days { from: day("9999-12-01"), to: Day::MAX }, 100), 100);
    assert_eq!(amount(Days { from: Day::MIN, to: day("1900-01-31") }, 100), 100);
}
