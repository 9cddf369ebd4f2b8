//! Random walks through the table against a simple model.

use proptest::prelude::*;

use super::{
    tests::{TIMES, asked, two},
    *,
};
use crate::{application::tests::calendar, criteria, intake::tests::day, words::Word};

/// What the model knows.
#[derive(Debug, Clone)]
struct Model {
    state: &'static str,
    /// How the first and the second paper stand: 0 missing, 1 ready, 2 decided.
    papers: [u8; 2],
    named: bool,
    cared: bool,
    /// The authority waits for something, by a day.
    waited: bool,
}

/// Where an action leads, told without the table. `which` is the paper that it is about.
fn expected(of: &Model, action: FilingAction, which: usize) -> Option<&'static str> {
    use FilingAction as A;
    let open = !matches!(of.state, "closed" | "withdrawn" | "dropped");
    Some(match (of.state, action) {
        ("asked", A::Accept) => "preparing",
        ("preparing" | "supplement", A::Mark) if of.papers[which] < 2 => of.state,
        ("preparing" | "reviewing" | "supplement", A::Check | A::CheckName) => of.state,
        ("preparing" | "supplement", A::Submit) if of.papers.iter().all(|paper| *paper > 0) => "reviewing",
        ("reviewing", A::SendBack) => "preparing",
        ("reviewing", A::File) if of.papers == [2, 2] && of.named => "filed",
        ("filed", A::AskMore) => "supplement",
        ("filed", A::Grant) => "granted",
        ("filed" | "supplement", A::Refuse) => "refused",
        ("refused", A::Resume) => "preparing",
        ("granted", A::Care) => "granted",
        ("granted", A::Close) if of.cared => "closed",
        ("refused", A::Close) => "closed",
        (_, A::Withdraw) if open && of.state != "granted" => "withdrawn",
        (_, A::Drop) if open && !matches!(of.state, "granted" | "refused") => "dropped",
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_walks_do_what_the_model_says(
        steps in prop::collection::vec((0usize..15, 0i64..6, 0u8..8), 1..70)
    ) {
        let calendar = calendar();
        let mut today = day("2026-03-02");
        let mut of = asked(FilingType::Association, "2026-03-02");
        let mut model = Model { state: "asked", papers: [0, 0], named: false, cared: false, waited: false };
        for (n, days, rare) in steps {
            today = today.plus(days / 3);
            let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
            let at = Moment { now: today.starts_at(zone), zone };
            let who = ("x", at);
            let action = FilingAction::WORDS[n];
            // Walks would mostly be over at once.
            if matches!(action, FilingAction::Withdraw | FilingAction::Drop) && rare != 0 {
                continue;
            }
            let which = usize::from(rare % 2);
            let key = two()[which].key().to_owned();
            let one = [key.clone()];
            let side = (AgreementSide::Organization, "x", at);
            let done = match action {
                FilingAction::Accept => {
                    accept(&of, FilingType::Association, "民政局", (&two(), Kind::PreRegistration), at)
                },
                FilingAction::Mark => mark(&of, &key, true, at),
                FilingAction::Check => check(&of, &key, PaperState::Checked, None, who),
                FilingAction::CheckName => check_name(&of, "书画协会", true, None, who),
                FilingAction::Submit => submit(&of, at),
                FilingAction::SendBack => send_back(&of, "缺", &one, who),
                FilingAction::File => file(&of, None, at),
                FilingAction::AskMore => ask_more(&of, "补", &one, (None, Some(today)), who),
                FilingAction::Grant => grant(&of, ("5115", None), false, &criteria::named(&["care_seal"]), who),
                FilingAction::Refuse => refuse(&of, "不符", None, who),
                FilingAction::Resume => resume(&of, at),
                FilingAction::Care => care(&of, "care_seal", true, None, who),
                FilingAction::Close => close(&of, at),
                FilingAction::Withdraw => withdraw(&of, "不办", side),
                FilingAction::Drop => drop(&of, "不合条件", who),
            };
            let wanted = expected(&model, action, which);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), wanted, "{} in {:?}", action, model);
            if let Ok(after) = done {
                match action {
                    FilingAction::Accept => model.papers = [0, 0],
                    FilingAction::Mark => model.papers[which] = 1,
                    FilingAction::Check => model.papers[which] = 2,
                    FilingAction::SendBack | FilingAction::AskMore => model.papers[which] = 0,
                    FilingAction::CheckName => model.named = true,
                    FilingAction::Care => model.cared = true,
                    _ => {}
                }
                match action {
                    FilingAction::AskMore => model.waited = true,
                    FilingAction::File => model.waited = false,
                    _ => {}
                }
                of = after;
                model.state = of.state.as_str();
            }
            // A number stands exactly where it is granted.
            let numbered = of.course.grant.is_some();
            prop_assert_eq!(numbered, model.state == "granted" || (model.state == "closed" && model.cared));
            // Each day is somebody's, and nobody's once it is decided.
            let told = days_of(&of, today);
            let open: i64 = of.course.passages.windows(2)
                .filter(|two| two[0].state.owner().is_some())
                .map(|two| two[0].day.days_until(two[1].day)).sum();
            let last = of.course.passages.last().map_or(0, |last| {
                if last.state.owner().is_some() { last.day.days_until(today) } else { 0 }
            });
            prop_assert_eq!(told.total(), open + last);
            let clock = clock(&of, |_| TIMES, &calendar, &[]).unwrap();
            let runs = match model.state {
                "asked" | "filed" | "reviewing" => true,
                "preparing" | "supplement" => model.waited,
                _ => false,
            };
            prop_assert_eq!(clock.is_some(), runs, "{:?}", model);
            prop_assert!(of.course.passages.windows(2).all(|two| two[0].day <= two[1].day));
            prop_assert_eq!(of.course.passages.last().map(|passage| passage.state), Some(of.state));
        }
    }
}

fn days_of(of: &Filing, today: Day) -> FilingDays {
    days(&of.course.passages, today)
}
