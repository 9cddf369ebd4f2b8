//! Random walks through the table against a simple model.

use proptest::prelude::*;

use super::{
    tests::{TIMES, all, begun, small, stamp},
    *,
};
use crate::{application::tests::calendar, intake::tests::day, words::Word};

/// What the model knows.
#[derive(Debug, Clone)]
struct Model {
    state: &'static str,
    expert: bool,
    scored: bool,
    delivered: bool,
    appealed: bool,
}

/// Where an action leads, told without the table. `late`: the day of the self score is over.
fn expected(of: &Model, action: AssessmentAction, late: bool) -> Option<&'static str> {
    use AssessmentAction as A;
    Some(match (of.state, action) {
        ("self_scoring", A::Draft) => "self_scoring",
        ("self_scoring", A::HandIn) => "scoring",
        ("self_scoring", A::GoOn) if late => "scoring",
        ("scoring", A::SendBack) if !of.appealed => "self_scoring",
        ("scoring", A::Excuse) if of.expert && !of.delivered => "scoring",
        ("scoring", A::Score) => "scoring",
        ("scoring", A::Evaluate | A::Deliver) if of.expert && !of.delivered => "scoring",
        ("scoring", A::Conclude) if of.scored && (!of.expert || of.delivered) => "concluded",
        ("concluded", A::Appeal) if !of.appealed => "appealed",
        ("appealed", A::Uphold) => "concluded",
        ("appealed", A::Reopen) => "scoring",
        ("self_scoring" | "scoring", A::Cancel) if !of.appealed => "cancelled",
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_walks_do_what_the_model_says(
        expert: bool,
        steps in prop::collection::vec((0usize..13, 0i64..6, 0u8..8), 1..50)
    ) {
        let (calendar, sheet) = (calendar(), small());
        let mut today = day("2026-09-01");
        let mut of = begun(expert, "2026-09-01");
        let mut model =
            Model { state: "self_scoring", expert, scored: false, delivered: false, appealed: false };
        for (which, days, rare) in steps {
            today = today.plus(days / 3);
            let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
            let at = Moment { now: today.starts_at(zone), zone };
            let action = AssessmentAction::WORDS[which];
            // Walks would mostly be over at once.
            if matches!(action, AssessmentAction::Cancel | AssessmentAction::Excuse) && rare != 0 {
                continue;
            }
            let due = day("2026-09-14");
            let (written, stamp) = (all([20.0, 10.0, 50.0], Some("扣分")), Some(stamp("2026-09-02")));
            let done = match action {
                AssessmentAction::Draft => score_self(&of, &sheet, &written, None, at),
                AssessmentAction::HandIn => score_self(&of, &sheet, &written, stamp, at),
                AssessmentAction::GoOn => go_on(&of, Some(due), at),
                AssessmentAction::SendBack => send_back(&of, "缺材料", due, ("x", at)),
                AssessmentAction::Score => score(&of, &sheet, &written, &[], at),
                AssessmentAction::Evaluate => evaluate(&of, &sheet, &written, None, at),
                AssessmentAction::Deliver => evaluate(&of, &sheet, &written, stamp, at),
                AssessmentAction::Excuse => excuse(&of, "病休", ("x", at)),
                AssessmentAction::Conclude => conclude(&of, &sheet, "好", today, ("x", at)),
                AssessmentAction::Appeal => appeal(&of, "不服", None, (AgreementSide::Organization, "x", at)),
                AssessmentAction::Uphold => answer(&of, true, "有据", ("x", at)),
                AssessmentAction::Reopen => answer(&of, false, "属实", ("x", at)),
                AssessmentAction::Cancel => cancel(&of, "退驻", ("x", at)),
            };
            let wanted = expected(&model, action, due < today);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), wanted, "{} in {:?}", action, model);
            if let Ok(after) = done {
                match action {
                    AssessmentAction::Score => model.scored = true,
                    AssessmentAction::Deliver => model.delivered = true,
                    AssessmentAction::Reopen => model.delivered = false,
                    AssessmentAction::Excuse => model.expert = false,
                    AssessmentAction::Appeal => model.appealed = true,
                    _ => {}
                }
                of = after;
                model.state = of.state.as_str();
            }
            // A result stands exactly where it is concluded, or looked at again, and it is what the columns come to.
            prop_assert_eq!(of.course.result.is_some(), matches!(model.state, "concluded" | "appealed"));
            if let Some(result) = &of.course.result {
                let (own, base, expert, total, grade) = outcome(&of, &sheet);
                prop_assert_eq!((result.own, result.base, result.expert, result.total, result.grade), (own, base, expert, total, grade));
            }
            // Who has to act is known wherever something has to be done.
            let clock = clock(&of, today, |_| TIMES, &calendar, &[]).unwrap();
            if matches!(model.state, "self_scoring" | "scoring" | "appealed") {
                prop_assert!(clock.is_some());
            }
            if model.state == "cancelled" {
                prop_assert!(clock.is_none());
            }
            if let Some(clock) = clock {
                prop_assert!(clock.deadline.due > clock.from);
            }
            prop_assert!(of.course.passages.windows(2).all(|two| two[0].day <= two[1].day));
            prop_assert_eq!(of.course.passages.last().map(|passage| passage.state), Some(of.state));
        }
    }
}
