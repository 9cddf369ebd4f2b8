//! What the sheets of a review come to: a mean and a spread per application, and a rank with its reason.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::{
    Terms,
    sheet::{Advice, Marks, SheetState},
};
use crate::{
    code::Code,
    day::Day,
    id::{AccountId, ApplicationId},
    refusal::Refusal,
    rubric::{self, Criterion, Spread},
    words::words,
};

words! {
    /// By what an application stands behind another with the same mean.
    pub enum TieBreak {
        /// The mean of the weightiest criterion.
        Criterion = "criterion",
        /// How many reviewers advise to admit it.
        Advice = "advice",
        /// Handed in later.
        HandedIn = "handed_in",
    }
}

/// A sheet as it is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// Of which application.
    pub application: ApplicationId,
    /// Whose.
    pub reviewer: AccountId,
    /// Where it stands.
    pub state: SheetState,
    /// What was written.
    pub marks: Marks,
}

/// An application of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub application: ApplicationId,
    /// Handed in.
    pub submitted_on: Day,
    /// Still in the review: the applicant has not taken it back.
    pub live: bool,
}

/// The mean of one criterion, in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionMean {
    /// Its key.
    pub key: String,
    /// The mean over the sheets handed in, in hundredths.
    pub mean: i64,
}

/// What the sheets of one application come to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Which.
    pub application: ApplicationId,
    /// The applicant took it back; it has no rank.
    pub gone: bool,
    /// Mean, lowest, highest, deviation.
    pub spread: Option<Spread>,
    /// Reviewers who were asked and not taken out.
    pub asked: usize,
    /// Reviewers who stepped aside.
    pub recused: usize,
    /// Means by criterion.
    pub criteria: Vec<CriterionMean>,
    /// Reviewers who advise to admit, to let wait, to reject.
    pub advice: [usize; 3],
    /// Place in the order of the means; the first is 1.
    pub rank: Option<usize>,
    /// By what it stands behind the one before it, when their means are the same.
    pub tie: Option<TieBreak>,
    /// The mean is below the pass mark.
    pub below_mark: bool,
    /// Highest and lowest are so far apart that the reviewers disagree.
    pub disagrees: bool,
}

/// What the sheets come to, by rank; what was taken back comes last. Two with the same mean are told apart by
/// the weightiest criterion, then by how many advise to admit, then by who came first; `entries` are in the order
/// in which they came.
#[must_use]
pub fn standings(rubric: &[Criterion], terms: &Terms, entries: &[Entry], sheets: &[Counted]) -> Vec<Standing> {
    let mut found: Vec<(Standing, Entry)> =
        entries.iter().map(|entry| (standing(rubric, terms, entry, sheets), *entry)).collect();
    // Of two equally weighty criteria the one that stands first.
    let most = rubric.iter().map(|of| of.points).max().unwrap_or_default();
    let weightiest = rubric.iter().position(|of| of.points == most).unwrap_or_default();
    let mean = |of: &Standing| of.spread.as_ref().map_or(-1, |spread| spread.mean);
    let first = |of: &Standing| of.criteria.get(weightiest).map_or(-1, |criterion| criterion.mean);
    found.sort_by_key(|(of, entry)| {
        // Of one day, as they are listed: by the numbers that they were given.
        (of.gone, Reverse(mean(of)), Reverse(first(of)), Reverse(of.advice[0]), entry.submitted_on)
    });
    let ties: Vec<Option<TieBreak>> = found
        .windows(2)
        .map(|two| {
            let (before, after) = (&two[0].0, &two[1].0);
            if mean(before) != mean(after) {
                None
            } else if first(before) != first(after) {
                Some(TieBreak::Criterion)
            } else if before.advice[0] != after.advice[0] {
                Some(TieBreak::Advice)
            } else {
                Some(TieBreak::HandedIn)
            }
        })
        .collect();
    let ranked = found.into_iter().enumerate().map(|(n, (of, _))| {
        let tie = n.checked_sub(1).and_then(|n| ties[n]).filter(|_| !of.gone);
        let rank = (!of.gone && of.spread.is_some()).then_some(n + 1);
        Standing { rank, tie: tie.filter(|_| rank.is_some()), ..of }
    });
    ranked.collect()
}

fn standing(rubric: &[Criterion], terms: &Terms, entry: &Entry, sheets: &[Counted]) -> Standing {
    let of: Vec<&Counted> = sheets
        .iter()
        .filter(|sheet| sheet.application == entry.application && sheet.state != SheetState::Removed)
        .collect();
    let locked: Vec<&Marks> =
        of.iter().filter(|sheet| sheet.state == SheetState::Locked).map(|sheet| &sheet.marks).collect();
    let totals: Vec<i64> = locked.iter().map(|marks| rubric::total(&marks.scores)).collect();
    let spread = rubric::spread(&totals, terms.drop_from as usize);
    let criteria = rubric.iter().filter_map(|criterion| {
        let key = criterion.key.clone().unwrap_or_default();
        let given: Vec<i64> = locked.iter().filter_map(|marks| rubric::given(&marks.scores, &key)).collect();
        Some(CriterionMean { mean: rubric::mean(&given)?, key })
    });
    let advised = |word: Advice| locked.iter().filter(|marks| marks.advice == Some(word)).count();
    let below_mark = spread.as_ref().is_some_and(|spread| spread.mean < i64::from(terms.pass_mark) * 100);
    let disagrees = spread.as_ref().is_some_and(|spread| {
        spread.highest > spread.lowest && spread.highest - spread.lowest >= i64::from(terms.disagreement) * 10
    });
    Standing {
        application: entry.application,
        gone: !entry.live,
        asked: of.len(),
        recused: of.iter().filter(|sheet| sheet.state == SheetState::Recused).count(),
        criteria: criteria.collect(),
        advice: [advised(Advice::Admit), advised(Advice::Wait), advised(Advice::Reject)],
        rank: None,
        tie: None,
        below_mark,
        disagrees,
        spread,
    }
}

/// Whether each application has the sheets that it needs (T57: an explicit report of what is short).
///
/// # Errors
/// `sheets_short` with what each one lacks; `review_empty` when every applicant took his back.
pub fn complete(terms: &Terms, standings: &[Standing]) -> Result<(), Refusal> {
    if standings.iter().all(|of| of.gone) {
        return Err(Refusal::state(Code::ReviewEmpty));
    }
    let has = |of: &Standing| of.advice.iter().sum::<usize>();
    let short: Vec<serde_json::Value> = standings
        .iter()
        .filter(|of| !of.gone && has(of) < terms.min_sheets as usize)
        .map(|of| serde_json::json!({"application": of.application, "has": has(of)}))
        .collect();
    if short.is_empty() {
        Ok(())
    } else {
        let count = short.len();
        Err(Refusal::state(Code::SheetsShort).with("min", terms.min_sheets).with("count", count).with("short", short))
    }
}
