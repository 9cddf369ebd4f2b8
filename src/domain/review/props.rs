//! Random walks of a review and its sheets against a simple model.

use proptest::prelude::*;

use super::{
    sheet::{Advice, Sheet, SheetAction, SheetState},
    standing::{Counted, Entry, standings},
    tests::{TERMS, acc, app, entry, marks, open},
    *,
};
use crate::{
    intake::tests::{at, day},
    rubric,
    words::Word,
};

/// Where an action leads a sheet, told without the table.
fn leads(state: &'static str, action: SheetAction) -> Option<&'static str> {
    use SheetAction as A;
    Some(match (state, action) {
        ("asked", A::Clear) | ("cleared", A::Save) | ("locked", A::Unlock) => "cleared",
        ("asked" | "cleared", A::Recuse) => "recused",
        ("cleared", A::Lock) => "locked",
        ("asked" | "cleared" | "locked" | "recused", A::Remove) => "removed",
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_sheets_do_what_the_model_says(steps in prop::collection::vec((0usize..6, 0u32..=100), 1..16)) {
        let rubric = rubric::shipped();
        let (mut sheet, mut state, mut last) = (Sheet::asked(), "asked", None);
        for (which, tenths) in steps {
            let points = f64::from(tenths) / 10.0;
            let written = || marks([points; 5], Advice::Admit);
            let action = SheetAction::WORDS[which];
            let done = match action {
                SheetAction::Clear => sheet.clear(day("2026-03-20"), at("2026-03-20")),
                SheetAction::Recuse => sheet.recuse("x"),
                SheetAction::Save => sheet.save(&rubric, written()),
                SheetAction::Lock => sheet.lock(&rubric, written(), day("2026-03-20"), at("2026-03-20")),
                SheetAction::Unlock => sheet.unlock("x"),
                SheetAction::Remove => sheet.remove("x"),
            };
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), leads(state, action));
            if let Ok(after) = done {
                if matches!(action, SheetAction::Save | SheetAction::Lock) {
                    last = Some(i64::from(tenths) * 5);
                }
                sheet = after;
                state = sheet.state.as_str();
            }
            // What was written last stays, whatever comes after it; the application is seen in two states only.
            prop_assert_eq!(rubric::total(&sheet.marks.scores), last.unwrap_or_default());
            prop_assert_eq!(sheet.sees(), matches!(state, "cleared" | "locked"));
        }
    }

    /// Whatever sheets come in whatever order: ranks are dense and unique, go by the means, and only what was
    /// handed in and not taken out counts.
    #[test]
    fn ranks_are_dense_and_go_by_the_means(
        sheets in prop::collection::vec((0u128..5, 0u128..4, 0usize..5, 0u32..=75), 0..20),
        gone in prop::collection::vec(any::<bool>(), 5),
        turn in 0usize..20,
    ) {
        let entries: Vec<Entry> = (0..5).map(|n| Entry { live: !gone[n as usize], ..entry(n, "2026-02-01") }).collect();
        let mut sheets: Vec<Counted> = sheets
            .into_iter()
            .map(|(of, who, state, tenths)| Counted {
                application: app(of),
                reviewer: acc(who),
                state: SheetState::WORDS[state],
                marks: marks([f64::from(tenths) / 5.0; 5], Advice::Admit),
            })
            .collect();
        let found = standings(&rubric::shipped(), &TERMS, &entries, &sheets);
        let ranks: Vec<usize> = found.iter().filter_map(|of| of.rank).collect();
        prop_assert_eq!(&ranks, &(1..=ranks.len()).collect::<Vec<_>>());
        let means: Vec<i64> = found.iter().filter(|of| of.rank.is_some()).map(|of| of.spread.as_ref().unwrap().mean).collect();
        prop_assert!(means.windows(2).all(|two| two[0] >= two[1]));
        for of in &found {
            let handed_in = sheets.iter().filter(|sheet| {
                sheet.application == of.application && sheet.state == SheetState::Locked
            });
            prop_assert_eq!(of.advice.iter().sum::<usize>(), handed_in.count());
        }
        if !sheets.is_empty() {
            let by = turn % sheets.len();
            sheets.rotate_left(by);
        }
        prop_assert_eq!(standings(&rubric::shipped(), &TERMS, &entries, &sheets), found);
    }

    #[test]
    fn a_review_comes_to_an_end(steps in prop::collection::vec(0usize..8, 1..30)) {
        let mut review = open();
        for which in steps {
            let action = ReviewAction::WORDS[which];
            let wanted = match (review.state, action) {
                (ReviewState::Open, ReviewAction::Close) => Some(ReviewState::Closed),
                (ReviewState::Open, ReviewAction::Cancel) => Some(ReviewState::Cancelled),
                (ReviewState::Open, ReviewAction::SendBack | ReviewAction::Decide) => None,
                (ReviewState::Open, _) | (ReviewState::Closed, ReviewAction::SendBack) => Some(ReviewState::Open),
                (ReviewState::Closed, ReviewAction::Decide) => Some(ReviewState::Decided),
                _ => None,
            };
            let done = review.step(action);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state), wanted);
            if let Ok(after) = done {
                review = after;
            }
        }
    }
}
