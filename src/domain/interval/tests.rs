use super::*;

fn at(minute: i64) -> Instant {
    DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).unwrap()
}
fn span(from: i64, to: i64) -> Interval {
    Interval::new(at(from), at(to)).unwrap()
}

/// T01: what ends at ten and what starts at ten do not meet; one second more does.
#[test]
fn neighbours_do_not_overlap_and_a_second_more_does() {
    let nine = span(540, 600);
    assert!(!nine.overlaps(span(600, 660)));
    let second_more = Interval::new(at(540), at(600) + TimeDelta::seconds(1)).unwrap();
    assert!(second_more.overlaps(span(600, 660)));
    let second_earlier = Interval::new(at(600) - TimeDelta::seconds(1), at(660)).unwrap();
    assert!(nine.overlaps(second_earlier));
    assert!(nine.contains(at(540)) && !nine.contains(at(600)));
}

/// T02: the table of relations, each with what is shared and what is left.
#[test]
fn the_table_of_relations() {
    let own = span(10, 20);
    let table = [
        ("before", span(1, 5), None, vec![own]),
        ("meets", span(5, 10), None, vec![own]),
        ("overlaps left", span(5, 15), Some(span(10, 15)), vec![span(15, 20)]),
        ("overlaps right", span(15, 25), Some(span(15, 20)), vec![span(10, 15)]),
        ("inside", span(12, 15), Some(span(12, 15)), vec![span(10, 12), span(15, 20)]),
        ("covers", span(5, 25), Some(own), vec![]),
        ("same start", span(10, 15), Some(span(10, 15)), vec![span(15, 20)]),
        ("same end", span(15, 20), Some(span(15, 20)), vec![span(10, 15)]),
        ("equal", own, Some(own), vec![]),
        ("met by", span(20, 30), None, vec![own]),
        ("after", span(21, 30), None, vec![own]),
    ];
    for (name, other, shared, left) in table {
        assert_eq!(own.overlaps(other), shared.is_some(), "{name}");
        assert_eq!(other.overlaps(own), shared.is_some(), "{name}");
        assert_eq!(own.intersection(other), shared, "{name}");
        assert_eq!(other.intersection(own), shared, "{name}");
        assert_eq!(own.subtract(other), left, "{name}");
        assert_eq!(own.covers(other), shared == Some(other), "{name}");
    }
}

#[test]
fn an_empty_interval_is_refused() {
    for (from, to) in [(10, 10), (11, 10)] {
        assert_eq!(Interval::new(at(from), at(to)).unwrap_err(), Refusal::rule(Code::EmptyInterval));
    }
    assert_eq!(Interval::open(Interval::OPEN_END).unwrap_err().code, Code::EmptyInterval);
}

#[test]
fn the_open_end_is_the_last_instant_of_all() {
    assert_eq!(Interval::OPEN_END.to_rfc3339(), "9999-12-31T00:00:00+00:00");
    let open = Interval::open(at(0)).unwrap();
    assert!(open.is_open() && !span(0, 1).is_open());
    let beyond = Interval::new(at(0), Interval::OPEN_END + TimeDelta::days(9)).unwrap();
    assert_eq!(beyond, open);
    assert_eq!(open.subtract(span(5, 6)), vec![span(0, 5), Interval::open(at(6)).unwrap()]);
    assert_eq!(span(10, 25).length(), TimeDelta::minutes(15));
}
