//! Random walks through the table against a simple model.

use proptest::prelude::*;

use super::{
    tests::{begun, calendar, times},
    *,
};
use crate::{
    intake::tests::{day, published},
    words::Word,
};

/// What the model knows: the state, the day, and how long the applicant had it.
#[derive(Debug, Clone)]
struct Model {
    state: &'static str,
    handed_in: Option<Day>,
    sent_back: Option<Day>,
}

/// Where an action leads, told without the table.
fn expected(model: &Model, action: ApplicationAction, today: Day, due: Option<Day>) -> Option<&'static str> {
    use ApplicationAction as A;
    Some(match (model.state, action) {
        ("draft", A::Save) => "draft",
        ("correction", A::Save) => "correction",
        ("draft", A::Submit) => "submitted",
        ("submitted", A::AskCorrection) => "correction",
        ("submitted", A::Accept) => "accepted",
        ("correction", A::Resubmit) if due.is_some_and(|due| today <= due) => "submitted",
        ("correction", A::Lapse) if due.is_some_and(|due| due < today) => "lapsed",
        ("accepted", A::Pass) => "passed",
        ("accepted" | "passed", A::Refuse) => "refused",
        ("passed", A::Convene) | ("reviewed", A::SendBack) => "reviewing",
        ("reviewing", A::Dismiss) => "passed",
        ("reviewing", A::Conclude) => "reviewed",
        ("reviewed" | "waiting", A::Propose) => "proposed",
        ("reviewed", A::Defer) => "waiting",
        ("reviewed" | "waiting" | "proposed", A::Reject) => "rejected",
        ("draft" | "submitted" | "correction" | "accepted" | "passed", A::Withdraw) => "withdrawn",
        ("reviewing" | "reviewed" | "proposed" | "waiting", A::Withdraw) => "withdrawn",
        ("publicity" | "disputed" | "approved", A::Withdraw) => "withdrawn",
        ("proposed", A::Publicise) | ("disputed", A::ClearObjection) => "publicity",
        ("publicity" | "disputed", A::Unpublish) => "proposed",
        ("publicity", A::Dispute) => "disputed",
        ("disputed", A::Uphold) => "rejected",
        ("publicity", A::Approve) => "approved",
        ("approved", A::Offer) => "offered",
        ("offered", A::Sign) | ("signed", A::Vacate) => "signed",
        ("offered" | "signed", A::Forfeit) => "forfeited",
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_walks_do_what_the_model_says(steps in prop::collection::vec((0usize..26, 0i64..9), 1..60)) {
        let calendar = calendar();
        let mut intake = published();
        (intake.particulars.opens, intake.particulars.closes) = (day("2026-01-01"), None);
        let mut today = day("2026-01-05");
        let mut application = begun("2026-01-05");
        let mut model = Model { state: "draft", handed_in: None, sent_back: None };
        for (which, days) in steps {
            today = today.plus(days);
            let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
            let at = Moment { now: today.starts_at(zone), zone };
            let action = ApplicationAction::WORDS[which];
            let clock = application.clock(times, &calendar, &[]).unwrap();
            let due = clock.as_ref().map(|clock| clock.deadline.due);
            let correction = || vec![CorrectionItem { about: None, text: "缺".into() }];
            let done = match action {
                ApplicationAction::Save => save(&application, at),
                ApplicationAction::Submit => submit(&application, &intake, vec![], at),
                ApplicationAction::AskCorrection => ask_correction(&application, correction(), at),
                ApplicationAction::Resubmit => resubmit(&application, due, vec![], at),
                ApplicationAction::Accept => accept(&application, at),
                ApplicationAction::Pass => pass(&application, &[], at),
                ApplicationAction::Refuse => refuse(&application, "不符合", at).map(|(after, _)| after),
                ApplicationAction::Withdraw => withdraw(&application, at),
                ApplicationAction::Convene
                | ApplicationAction::Dismiss
                | ApplicationAction::Conclude
                | ApplicationAction::SendBack
                | ApplicationAction::Propose
                | ApplicationAction::Defer
                | ApplicationAction::Reject
                | ApplicationAction::Publicise
                | ApplicationAction::Unpublish
                | ApplicationAction::Dispute
                | ApplicationAction::ClearObjection
                | ApplicationAction::Uphold
                | ApplicationAction::Approve
                | ApplicationAction::Offer
                | ApplicationAction::Sign
                | ApplicationAction::Vacate
                | ApplicationAction::Forfeit => advance(&application, action, at),
                ApplicationAction::Lapse => lapse(&application, due.filter(|_| model.state == "correction"), at),
            };
            let wanted = expected(&model, action, today, due);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), wanted, "{} in {:?}", action, model);
            if let Ok(after) = done {
                application = after;
                if application.state.as_str() != model.state {
                    match application.state {
                        ApplicationState::Submitted => {
                            model.handed_in.get_or_insert(today);
                        }
                        ApplicationState::Correction => model.sent_back = Some(today),
                        _ => {}
                    }
                }
                model.state = application.state.as_str();
            }
            // A clock runs exactly where somebody has to act, and never ends before the day it began.
            let clock = application.clock(times, &calendar, &[]).unwrap();
            let waits = matches!(
                model.state,
                "submitted" | "correction" | "accepted" | "passed" | "reviewing" | "reviewed" | "disputed" | "approved"
            );
            prop_assert_eq!(clock.is_some(), waits);
            if let Some(clock) = clock {
                let owner = match model.state {
                    "correction" => Turn::Applicant,
                    "reviewing" => Turn::Panel,
                    "reviewed" | "disputed" => Turn::City,
                    _ => Turn::Base,
                };
                prop_assert_eq!(clock.owner, owner);
                prop_assert!(clock.deadline.due > clock.from);
                let from = match model.state {
                    "submitted" => model.handed_in,
                    "correction" => model.sent_back,
                    _ => Some(clock.from),
                };
                prop_assert_eq!(Some(clock.from), from);
            }
            // Passages are in order of days, and the last one is the present state.
            prop_assert!(application.passages.windows(2).all(|two| two[0].day <= two[1].day));
            prop_assert_eq!(application.passages.last().map(|passage| passage.state), Some(application.state));
            // Whoever has not come to an end can always leave.
            prop_assert!(!(LIFECYCLE.is_final(application.state) && application.is_open()));
            let signed = application.state == ApplicationState::Signed;
            prop_assert!(LIFECYCLE.is_final(application.state) || application.is_open() || signed);
        }
    }
}
