use proptest::prelude::*;

use super::{tests::shipped, *};

fn days() -> impl Strategy<Value = Day> {
    (0i64..1_500).prop_map(|ahead| Day::new(2023, 6, 1).unwrap().plus(ahead))
}

fn pauses() -> impl Strategy<Value = Vec<DaySpan>> {
    let pause = (days(), 0i64..20).prop_map(|(from, length)| DaySpan::new(from, Some(from.plus(length))).unwrap());
    prop::collection::vec(pause, 0..4)
}

proptest! {
    #[test]
    fn as_many_working_days_lie_before_the_deadline_as_were_asked(from in days(), n in 0u32..200) {
        let calendar = shipped();
        let due = calendar.deadline(from, Period::working(n), &[], &[]).unwrap().due;
        prop_assert_eq!(calendar.working_days_between(from, due, &[]).unwrap().days, i64::from(n));
        prop_assert!(n == 0 || calendar.is_workday(due, &[]).works);
    }

    #[test]
    fn every_day_was_either_counted_or_skipped(from in days(), n in 0u32..200, pauses in pauses()) {
        let deadline = shipped().deadline(from, Period::working(n), &[], &pauses).unwrap();
        prop_assert_eq!(from.days_until(deadline.due), i64::from(n) + deadline.skipped.len() as i64);
        prop_assert!(deadline.skipped.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (day, reason) in deadline.skipped {
            prop_assert_eq!(reason == SkipReason::Paused, pauses.iter().any(|pause| pause.contains(day)));
        }
        prop_assert!(n == 0 || !pauses.iter().any(|pause| pause.contains(deadline.due)));
    }

    #[test]
    fn a_natural_period_ends_on_the_first_working_day_from_its_nominal_end(from in days(), n in 0u32..200) {
        let calendar = shipped();
        let deadline = calendar.deadline(from, Period::natural(n), &[], &[]).unwrap();
        prop_assert_eq!(deadline.nominal, from.plus(i64::from(n)));
        let mut expected = deadline.nominal;
        while !calendar.is_workday(expected, &[]).works {
            expected = expected.plus(1);
        }
        prop_assert_eq!(deadline.due, expected);
    }

    #[test]
    fn more_days_are_never_due_earlier(from in days(), n in 0u32..100, more in 1u32..30, pauses in pauses()) {
        let calendar = shipped();
        for kind in [DayKind::Working, DayKind::Natural] {
            let due = |days| calendar.deadline(from, Period { days, kind, roll: Roll::Forward }, &[], &pauses).unwrap().due;
            prop_assert!(due(n) <= due(n + more));
        }
    }

    #[test]
    fn the_two_ways_between_two_days_are_opposite(from in days(), to in days()) {
        let calendar = shipped();
        let between = |from, to| calendar.working_days_between(from, to, &[]).unwrap().days;
        prop_assert_eq!(between(from, to), -between(to, from));
    }
}
