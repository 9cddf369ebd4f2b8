//! Random walks through the table against a simple model.

use proptest::prelude::*;

use super::{
    tests::{TIMES, issued},
    *,
};
use crate::{application::tests::calendar, intake::tests::day, words::Word};

/// What the model knows.
#[derive(Debug, Clone)]
struct Model {
    state: &'static str,
    told: Day,
    settled: usize,
    confirmed: [bool; 2],
    last: Option<Day>,
    expired: bool,
}

/// Where an action leads, told without the table.
fn expected(of: &Model, action: ResidencyAction, party: usize, today: Day) -> Option<&'static str> {
    use ResidencyAction as A;
    let (first, until) = (day("2026-09-01"), day("2027-08-31"));
    Some(match (of.state, action) {
        ("agreeing", A::Reissue) => "agreeing",
        ("agreeing", A::Sign) => "signed",
        ("agreeing", A::Decline) | ("signed", A::CallOff) => "forfeited",
        ("agreeing", A::Forfeit) if of.told < today => "forfeited",
        ("signed", A::MoveIn) if first <= today && today <= until => "active",
        ("active", A::GiveNotice) => "leaving",
        ("active", A::Expire) if until < today => "leaving",
        ("leaving", A::Retract) if !of.expired && of.settled == 0 && of.last.is_some_and(|last| today <= last) => {
            "active"
        }
        ("leaving", A::Check) if of.confirmed == [false; 2] => "leaving",
        ("leaving", A::Confirm) if of.settled == ExitItem::ALL.len() && !of.confirmed[party] => "leaving",
        ("leaving", A::Close) if of.confirmed == [true; 2] => "left",
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_walks_do_what_the_model_says(
        steps in prop::collection::vec((0usize..12, 0usize..2, 0i64..40), 1..60)
    ) {
        let calendar = calendar();
        let mut today = day("2026-08-20");
        let mut of = issued("2026-08-20");
        let told = day("2026-09-03");
        let mut model =
            Model { state: "agreeing", told, settled: 0, confirmed: [false; 2], last: None, expired: false };
        for (which, party, days) in steps {
            // Small steps of time mostly, so that walks go far before everything is over.
            today = today.plus(days / 4);
            let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
            let at = Moment { now: today.starts_at(zone), zone };
            let action = ResidencyAction::WORDS[which];
            let side = AgreementSide::ALL[party];
            let item = ExitItem::ALL[model.settled.min(ExitItem::ALL.len() - 1)];
            let settled =
                Checked { item, outcome: ExitOutcome::Done, note: None, by: "x".into(), on: today };
            let word = Confirmed { party: side, by: "x".into(), on: today, on_paper: false };
            let signing = Signing { on: today, base: "x".into(), organization: "y".into() };
            let done = match action {
                ResidencyAction::Reissue => reissue(&of, of.agreed, at),
                ResidencyAction::Sign => sign(&of, (day("2026-08-20"), None), &signing, at).map(|(after, _)| after),
                ResidencyAction::Decline | ResidencyAction::CallOff => {
                    give_up(&of, action, "不来", at).map(|(after, _)| after)
                }
                ResidencyAction::Forfeit => forfeit(&of, Some(told), at),
                ResidencyAction::MoveIn => move_in(&of, at),
                ResidencyAction::GiveNotice => give_notice(&of, of.until().max(today), "搬走", Some(30), (side, "x"), at),
                ResidencyAction::Expire => expire(&of, "x", at),
                ResidencyAction::Retract => retract(&of, at),
                ResidencyAction::Check => check(&of, settled, at),
                ResidencyAction::Confirm => confirm(&of, word, at),
                ResidencyAction::Close => close(&of, at),
            };
            let wanted = expected(&model, action, party, today);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), wanted, "{} in {:?}", action, model);
            if let Ok(after) = done {
                match action {
                    ResidencyAction::GiveNotice | ResidencyAction::Expire => {
                        model = Model {
                            settled: 0,
                            confirmed: [false; 2],
                            last: after.ended(),
                            expired: action == ResidencyAction::Expire,
                            ..model
                        };
                    }
                    ResidencyAction::Retract => model.last = None,
                    ResidencyAction::Check => model.settled = (model.settled + 1).min(ExitItem::ALL.len()),
                    ResidencyAction::Confirm => model.confirmed[party] = true,
                    _ => {}
                }
                of = after;
                model.state = of.state.as_str();
            }
            // A clock runs exactly where somebody has to act.
            let clock = clock(&of, Some((day("2026-08-20"), told)), |_| TIMES, &calendar, &[]).unwrap();
            prop_assert_eq!(clock.is_some(), matches!(model.state, "agreeing" | "signed" | "leaving"));
            if let Some(clock) = clock {
                let owner = if model.state == "agreeing" { AgreementSide::Organization } else { AgreementSide::Base };
                prop_assert_eq!(clock.owner, owner);
                prop_assert!(clock.deadline.due > clock.from);
            }
            // Passages are in order, the last one is the present state; who is over has no way on, others have.
            prop_assert!(of.passages.windows(2).all(|two| two[0].day <= two[1].day));
            prop_assert_eq!(of.passages.last().map(|passage| passage.state), Some(of.state));
            prop_assert_eq!(LIFECYCLE.is_final(of.state), !of.is_live());
            // It never ends before it began, and nobody is resident who has not moved in.
            if let (Some(began), Some(ended)) = (of.began, of.ended()) {
                prop_assert!(began <= ended);
            }
            prop_assert!(of.began.is_some() || !of.holds_on(today));
        }
    }
}
