//! Random walks through the table against a simple model.

use proptest::prelude::*;

use super::{
    tests::{TIMES, answers, begun, stamp},
    *,
};
use crate::{application::tests::calendar, intake::tests::day, words::Word};

/// What the model knows.
#[derive(Debug, Clone)]
struct Model {
    state: &'static str,
    /// Sessions of each version that was accepted.
    accepted: Vec<u32>,
    /// Sessions as they are written.
    written: u32,
    due: Day,
    late: Option<i64>,
}

/// Where an action leads, told without the table.
fn expected(of: &Model, action: ReportAction) -> Option<&'static str> {
    use ReportAction as A;
    let once = !of.accepted.is_empty();
    Some(match (of.state, action) {
        ("open" | "returned" | "correcting", A::Draft) => of.state,
        ("open" | "returned" | "correcting", A::Submit) => "submitted",
        ("submitted", A::Accept) => "accepted",
        ("submitted", A::Return) => "returned",
        ("open" | "returned", A::Waive) if !once => "waived",
        ("waived", A::Require) => "open",
        ("accepted", A::Reopen) if of.accepted.len() < 10 => "correcting",
        ("correcting" | "returned", A::Keep) if once => "accepted",
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_walks_do_what_the_model_says(
        steps in prop::collection::vec((0usize..8, 0i64..9, 0u32..500, 0u8..6), 1..60)
    ) {
        let calendar = calendar();
        let mut today = day("2026-10-09");
        let mut of = begun("2026-09-30");
        let mut model = Model {
            state: "open", accepted: Vec::new(), written: 0, due: of.due, late: None,
        };
        for (which, days, sessions, rare) in steps {
            today = today.plus(days / 3);
            let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
            let at = Moment { now: today.starts_at(zone), zone };
            let action = ReportAction::WORDS[which];
            // Walks would mostly be in one corner.
            if action == ReportAction::Waive && rare != 0 {
                continue;
            }
            let before = clock(&of, |_| TIMES, &calendar, &[]).unwrap();
            let late = before.as_ref().and_then(|clock| clock.late(today));
            let suggested = today.plus(7);
            let gaps = [ReportGap { question: None, text: "缺签到表".into() }];
            let by = ("x", at);
            let done = match action {
                ReportAction::Draft => draft(&of, &answers(f64::from(sessions)), at),
                ReportAction::Submit => {
                    submit(&of, &answers(f64::from(sessions)), (stamp("2026-10-09"), late), at)
                }
                ReportAction::Accept => accept(&of, None, Vec::new(), by),
                ReportAction::Return => send_back(&of, &gaps, (None, suggested), by),
                ReportAction::Waive => waive(&of, "暂停", by),
                ReportAction::Require => require(&of, "已恢复", (None, suggested), by),
                ReportAction::Reopen => reopen(&of, "多报", (None, suggested), by),
                ReportAction::Keep => keep(&of, at),
            };
            let wanted = expected(&model, action);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), wanted, "{} in {:?}", action, model);
            if let Ok(after) = done {
                match action {
                    ReportAction::Draft => model.written = sessions,
                    ReportAction::Submit => {
                        model.written = sessions;
                        if model.accepted.is_empty() && model.due < today {
                            model.late = model.late.max(Some(model.due.days_until(today)));
                        }
                    }
                    ReportAction::Accept => model.accepted.push(model.written),
                    ReportAction::Return | ReportAction::Require | ReportAction::Reopen => {
                        model.due = model.due.max(suggested);
                    }
                    ReportAction::Keep => model.written = *model.accepted.last().unwrap(),
                    ReportAction::Waive => {}
                }
                of = after;
                model.state = of.state.as_str();
            }
            // The figures are those of what was accepted last, whatever is written meanwhile.
            let figure = of.figures().first().map(|figure| figure.hundredths);
            prop_assert_eq!(figure, model.accepted.last().map(|sessions| i64::from(*sessions) * 100));
            let all: Vec<Option<f64>> = of.course.editions.iter().map(|edition| edition.answers[1].number).collect();
            prop_assert_eq!(all, model.accepted.iter().map(|sessions| Some(f64::from(*sessions))).collect::<Vec<_>>());
            prop_assert_eq!(of.course.late, model.late);
            prop_assert_eq!(of.due, model.due);
            // It is handed in exactly where nobody writes it.
            prop_assert_eq!(of.course.submitted.is_some(), matches!(model.state, "submitted" | "accepted"));
            prop_assert_eq!(of.course.waived.is_some(), model.state == "waived");
            // Who has to act is known wherever something has to be done, and nowhere else.
            let clock = clock(&of, |_| TIMES, &calendar, &[]).unwrap();
            prop_assert_eq!(clock.is_none(), matches!(model.state, "accepted" | "waived"));
            if let Some(clock) = clock {
                let base = model.state == "submitted";
                prop_assert_eq!(clock.owner == ReportOwner::Base, base);
                prop_assert!(base || clock.deadline.due == model.due);
            }
            prop_assert!(of.course.passages.windows(2).all(|two| two[0].day <= two[1].day));
            prop_assert_eq!(of.course.passages.last().map(|passage| passage.state), Some(of.state));
        }
    }
}
