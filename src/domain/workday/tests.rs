use super::*;

/// The State Council's notices for 2024 to 2026 as they are imported.
const SHIPPED: &str = include_str!("../../../tests/data/workdays.csv");

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn row(date: &str, mark: DayMark, division: Option<&str>) -> CalendarRow {
    CalendarRow { day: day(date), mark, name: "name".into(), division: division.map(Into::into) }
}

pub(super) fn shipped_rows() -> Vec<CalendarRow> {
    let lines = SHIPPED.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    lines.map(|cells| CalendarRow { name: cells[2].into(), ..row(cells[0], cells[1].parse().unwrap(), None) }).collect()
}

pub(super) fn shipped() -> WorkCalendar {
    WorkCalendar::new(shipped_rows()).unwrap()
}

fn span(from: &str, to: Option<&str>) -> DaySpan {
    DaySpan::new(day(from), to.map(day)).unwrap()
}

fn due(from: &str, period: Period) -> (String, String) {
    let deadline = shipped().deadline(day(from), period, &[], &[]).unwrap();
    (deadline.nominal.to_string(), deadline.due.to_string())
}

fn pair(nominal: &str, due: &str) -> (String, String) {
    (nominal.into(), due.into())
}

#[test]
fn five_working_days_across_spring_festival() {
    assert_eq!(due("2026-02-11", Period::working(5)), pair("2026-02-25", "2026-02-25"));
}

#[test]
fn five_working_days_across_labour_day() {
    assert_eq!(due("2026-04-30", Period::working(5)), pair("2026-05-11", "2026-05-11"));
}

#[test]
fn fifteen_working_days_across_national_day() {
    assert_eq!(due("2026-09-24", Period::working(15)), pair("2026-10-22", "2026-10-22"));
}

#[test]
fn seven_working_days_across_mid_autumn() {
    assert_eq!(due("2026-09-18", Period::working(7)), pair("2026-09-29", "2026-09-29"));
}

#[test]
fn thirty_natural_days_into_national_day_roll_forward() {
    assert_eq!(due("2026-09-04", Period::natural(30)), pair("2026-10-04", "2026-10-08"));
}

#[test]
fn ten_natural_days_into_spring_festival_roll_forward() {
    assert_eq!(due("2026-02-10", Period::natural(10)), pair("2026-02-20", "2026-02-24"));
}

#[test]
fn the_annual_report_rolls_on_and_its_reminder_back() {
    let calendar = shipped();
    let rolled = |date, roll| calendar.roll(day(date), roll, &[]).unwrap().due.to_string();
    assert_eq!(rolled("2026-05-31", Roll::Forward), "2026-06-01");
    assert_eq!(rolled("2025-05-31", Roll::Forward), "2025-06-03");
    assert_eq!(rolled("2026-05-31", Roll::Back), "2026-05-29");
    assert_eq!(rolled("2025-05-31", Roll::Back), "2025-05-30");
    assert_eq!(rolled("2026-05-31", Roll::None), "2026-05-31");
}

#[test]
fn the_count_says_what_it_skipped_and_what_was_made_up() {
    let deadline = shipped().deadline(day("2026-02-11"), Period::working(5), &[], &[]).unwrap();
    let holiday = (15..=23).map(|d| (Day::new(2026, 2, d).unwrap(), SkipReason::Holiday)).collect::<Vec<_>>();
    let expected = Deadline {
        due: day("2026-02-25"),
        nominal: day("2026-02-25"),
        provisional: false,
        skipped: holiday,
        made_up: vec![day("2026-02-14")],
    };
    assert_eq!(deadline, expected);
    let rolled = shipped().deadline(day("2026-02-04"), Period::natural(10), &[], &[]).unwrap();
    assert_eq!((rolled.due, rolled.made_up), (day("2026-02-14"), vec![day("2026-02-14")]), "ends on a worked Saturday");
}

/// The months of 2026 are those of the notice of 2025-11-04; 2025 adds up to the notice's 248.
#[test]
fn working_days_per_month() {
    let years = [
        (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23], 248),
        (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23], 248),
    ];
    let calendar = shipped();
    for (year, months, total) in years {
        let before = |month| Day::new(year, 1, 1).unwrap().plus_months(month).plus(-1);
        let counts: Vec<i64> = (0..12)
            .map(|month| calendar.working_days_between(before(month), before(month + 1), &[]).unwrap().days)
            .collect();
        assert_eq!(counts, months, "{year}");
        assert_eq!(counts.iter().sum::<i64>(), total, "{year}");
    }
}

#[test]
fn the_weekend_days_worked_are_those_of_the_notices() {
    let calendar = shipped();
    let worked = |year: i32| {
        let days = (0..366).map(|ahead| Day::new(year, 1, 1).unwrap().plus(ahead)).filter(|day| day.year() == year);
        let made_up = days.filter(|day| calendar.is_workday(*day, &[]).reason == DayReason::MadeUp);
        made_up.map(|day| day.to_string()[5..].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(worked(2025), ["01-26", "02-08", "04-27", "09-28", "10-11"]);
    assert_eq!(worked(2026), ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]);
}

#[test]
fn each_day_has_its_reason() {
    let calendar = shipped();
    let status = |date| calendar.is_workday(day(date), &[]);
    let of = |works, reason, name| DayStatus { works, reason, name, provisional: false };
    assert_eq!(status("2026-11-23"), of(true, DayReason::Weekday, None));
    assert_eq!(status("2026-11-22"), of(false, DayReason::Weekend, None));
    assert_eq!(status("2026-10-01"), of(false, DayReason::Holiday, Some("National Day")));
    assert_eq!(status("2026-10-10"), of(true, DayReason::MadeUp, Some("National Day")));
}

#[test]
fn the_narrowest_division_decides() {
    let mut rows = shipped_rows();
    rows.push(row("2026-06-18", DayMark::Off, Some("150722")));
    rows.push(row("2026-06-18", DayMark::Work, Some("150722001")));
    rows.push(row("2026-10-10", DayMark::Off, Some("150722")));
    rows.push(row("2026-06-27", DayMark::Work, Some("150722")));
    let calendar = WorkCalendar::new(rows).unwrap();
    let reason = |date, path: &[&str]| calendar.is_workday(day(date), path).reason;
    let banner = ["150000", "150700", "150722"];
    let town = ["150000", "150700", "150722", "150722001"];
    assert_eq!(reason("2026-06-18", &banner), DayReason::LocalHoliday);
    assert_eq!(reason("2026-06-18", &town), DayReason::LocalWork);
    assert_eq!(reason("2026-06-18", &["150000", "150700", "150702"]), DayReason::Weekday);
    assert_eq!(reason("2026-10-10", &banner), DayReason::LocalHoliday);
    assert_eq!(reason("2026-06-27", &banner), DayReason::LocalWork);
    let deadline = calendar.deadline(day("2026-06-17"), Period::working(1), &banner, &[]).unwrap();
    assert_eq!(deadline.due, day("2026-06-22"));
    assert_eq!(deadline.skipped[0], (day("2026-06-18"), SkipReason::LocalHoliday));
    assert_eq!(deadline.skipped.len(), 4, "the local day and the three of Dragon Boat");
}

#[test]
fn known_until_ends_with_the_last_year_without_a_gap() {
    assert_eq!(shipped().known_until(), Some(day("2026-12-31")));
    assert_eq!(WorkCalendar::default().known_until(), None);
    let gap = [row("2024-01-01", DayMark::Off, None), row("2026-01-01", DayMark::Off, None)];
    assert_eq!(WorkCalendar::new(gap).unwrap().known_until(), Some(day("2024-12-31")));
    let local = [row("2024-01-01", DayMark::Off, None), row("2025-01-01", DayMark::Off, Some("150722"))];
    assert_eq!(WorkCalendar::new(local).unwrap().known_until(), Some(day("2024-12-31")));
}

#[test]
fn past_the_known_years_monday_to_friday_counts_and_is_provisional() {
    let calendar = shipped();
    let deadline = |from, days| calendar.deadline(day(from), Period::working(days), &[], &[]).unwrap();
    let crossing = deadline("2026-12-30", 5);
    assert_eq!((crossing.due, crossing.provisional), (day("2027-01-06"), true));
    assert!(!deadline("2026-12-30", 1).provisional);
    assert!(deadline("2023-12-29", 1).provisional, "the years before the first import are not known either");
    let plain = Period { roll: Roll::None, ..Period::natural(30) };
    assert!(!calendar.deadline(day("2026-12-30"), plain, &[], &[]).unwrap().provisional, "asks no calendar");
    assert!(calendar.deadline(day("2026-12-30"), Period::natural(30), &[], &[]).unwrap().provisional);
    assert!(calendar.working_days_between(day("2026-12-31"), day("2027-01-01"), &[]).unwrap().provisional);
    assert!(!calendar.working_days_between(day("2026-12-30"), day("2026-12-31"), &[]).unwrap().provisional);
}

#[test]
fn a_pause_stops_the_clock() {
    let calendar = shipped();
    let pause = [span("2026-11-25", Some("2026-11-26"))];
    let deadline = |period| calendar.deadline(day("2026-11-23"), period, &[], &pause).unwrap();
    let working = deadline(Period::working(3));
    assert_eq!(working.due, day("2026-11-30"));
    let skipped = [
        (day("2026-11-25"), SkipReason::Paused),
        (day("2026-11-26"), SkipReason::Paused),
        (day("2026-11-28"), SkipReason::Weekend),
        (day("2026-11-29"), SkipReason::Weekend),
    ];
    assert_eq!(working.skipped, skipped);
    let natural = deadline(Period::natural(2));
    assert_eq!((natural.nominal, natural.due), (day("2026-11-27"), day("2026-11-27")));
}

#[test]
fn nothing_ends_inside_a_pause() {
    let pause = [span("2026-11-30", Some("2026-12-01"))];
    let deadline = shipped().deadline(day("2026-11-26"), Period::natural(2), &[], &pause).unwrap();
    assert_eq!((deadline.nominal, deadline.due), (day("2026-11-28"), day("2026-12-02")));
}

#[test]
fn rolling_back_stops_at_the_day_it_began() {
    let back = Period { roll: Roll::Back, ..Period::natural(2) };
    assert_eq!(due("2026-10-01", back), pair("2026-10-03", "2026-10-01"));
    assert_eq!(due("2026-09-30", back), pair("2026-10-02", "2026-09-30"));
}

#[test]
fn no_days_at_all_end_where_they_begin_unless_they_roll() {
    assert_eq!(due("2026-10-04", Period::working(0)), pair("2026-10-04", "2026-10-04"));
    assert_eq!(due("2026-10-04", Period::natural(0)), pair("2026-10-04", "2026-10-08"));
}

#[test]
fn a_clock_that_stands_still_has_no_deadline() {
    let pause = [span("2026-11-25", None)];
    let deadline = |days| shipped().deadline(day("2026-11-23"), Period::working(days), &[], &pause);
    assert_eq!(deadline(1).unwrap().due, day("2026-11-24"));
    assert_eq!(deadline(2).unwrap_err(), Refusal::state(Code::ClockPaused).with("since", "2026-11-25"));
}

#[test]
fn too_long_a_period_is_refused() {
    let calendar = shipped();
    let deadline = |days| calendar.deadline(day("2026-11-23"), Period::working(days), &[], &[]);
    assert!(deadline(Period::MAX_DAYS).is_ok());
    assert_eq!(deadline(Period::MAX_DAYS + 1).unwrap_err(), out_of_range(3_650));
    let long = [span("2026-11-24", Some("9000-01-01"))];
    assert_eq!(calendar.deadline(day("2026-11-23"), Period::natural(1), &[], &long).unwrap_err(), out_of_range(20_000));
    assert_eq!(calendar.deadline(Day::MAX, Period::natural(1), &[], &[]).unwrap_err().code, Code::OutOfRange);
    assert_eq!(calendar.working_days_between(Day::MIN, Day::MAX, &[]).unwrap_err(), out_of_range(20_000));
}

#[test]
fn a_day_named_twice_is_refused_with_its_row() {
    let rows = [
        row("2026-10-01", DayMark::Off, None),
        row("2026-10-01", DayMark::Work, Some("150722")),
        row("2026-10-01", DayMark::Work, None),
        row("2026-10-01", DayMark::Work, Some("150722")),
    ];
    let fault = |at: usize| FieldFault::new(format!("rows[{at}].date"), Code::DayTwice).with("day", "2026-10-01");
    assert_eq!(WorkCalendar::new(rows).unwrap_err(), Refusal::fields(vec![fault(2), fault(3)]));
}

#[test]
fn counting_backwards_is_negative() {
    let count = |from, to| shipped().working_days_between(day(from), day(to), &[]).unwrap().days;
    assert_eq!(count("2026-02-11", "2026-02-25"), 5);
    assert_eq!(count("2026-02-25", "2026-02-11"), -5);
    assert_eq!(count("2026-02-25", "2026-02-25"), 0);
}
