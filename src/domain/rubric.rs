//! Rubrics (评分标准) and score sheets: criteria with full marks, the points that one reviewer gives, and
//! what several sheets come to together.
//!
//! Points are kept in tenths, means in hundredths, so that a mean is the same on every machine.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{code::Code, refusal::FieldFault};

/// Full marks of a rubric (domain facts 3.7: schemes of one hundred points).
pub const FULL: u32 = 100;
/// Criteria of a rubric at most: more than a sheet of paper holds are not told apart by a reviewer.
const MAX_CRITERIA: usize = 20;
/// A criterion's name, and what it is about.
const MAX_NAME: usize = 40;
const MAX_HINT: usize = 200;
/// A comment on a criterion or on the whole.
pub const MAX_COMMENT: usize = 1_000;
/// Sheets that must be left over after the highest and the lowest are dropped (T54).
pub const MIN_TRIMMED: usize = 4;

/// Keys of the shipped criteria; their names are in the catalogues.
pub const SHIPPED: &[(&str, u32)] = &[("need", 20), ("plan", 25), ("team", 20), ("growth", 20), ("fit", 15)];

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its key: one of the shipped ones, whose name is in the catalogues, or its place such as `c3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub key: Option<String>,
    /// Its name, unless it is a shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub name: Option<String>,
    /// Full marks.
    pub points: u32,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub hint: Option<String>,
}

/// The shipped rubric.
#[must_use]
pub fn shipped() -> Vec<Criterion> {
    let criterion = |(key, points): &(&str, u32)| Criterion {
        key: Some((*key).to_owned()),
        name: None,
        points: *points,
        hint: None,
    };
    SHIPPED.iter().map(criterion).collect()
}

/// A rubric from the value of a setting; the shipped one when it holds something else.
#[must_use]
pub fn of(value: &Value) -> Vec<Criterion> {
    serde_json::from_value(value.clone()).map_or_else(|_| shipped(), keyed)
}

/// Gives each criterion its key: what is not a shipped one is called by its place.
#[must_use]
pub fn keyed(criteria: Vec<Criterion>) -> Vec<Criterion> {
    let key = |n: usize, of: Criterion| {
        let known = of.key.filter(|key| SHIPPED.iter().any(|(shipped, _)| shipped == key));
        let tidy = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Criterion {
            key: Some(known.unwrap_or_else(|| format!("c{}", n + 1))),
            name: tidy(of.name),
            hint: tidy(of.hint),
            points: of.points,
        }
    };
    criteria.into_iter().enumerate().map(|(n, of)| key(n, of)).collect()
}

/// All faults of a rubric; `at` is the field that holds it.
#[must_use]
pub fn check(criteria: &[Criterion], at: &str) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if criteria.is_empty() {
        return vec![FieldFault::new(at, Code::Required)];
    }
    if criteria.len() > MAX_CRITERIA {
        // Beyond that nothing is compared: it would be the more work the more there is.
        return vec![FieldFault::new(at, Code::TooMany).with("max", MAX_CRITERIA)];
    }
    for (n, of) in criteria.iter().enumerate() {
        let named = of.name.as_deref().map_or(0, |name| name.trim().chars().count());
        let shipped = of.key.as_deref().is_some_and(|key| SHIPPED.iter().any(|(known, _)| *known == key));
        let path = |field: &str| format!("{at}[{n}].{field}");
        if named == 0 && !shipped {
            faults.push(FieldFault::new(path("name"), Code::Required));
        }
        if named > MAX_NAME {
            faults.push(FieldFault::new(path("name"), Code::TooLong).with("max", MAX_NAME));
        }
        if of.hint.as_deref().is_some_and(|hint| hint.chars().count() > MAX_HINT) {
            faults.push(FieldFault::new(path("hint"), Code::TooLong).with("max", MAX_HINT));
        }
        if !(1..=FULL).contains(&of.points) {
            faults.push(FieldFault::new(path("points"), Code::OutOfRange).with("min", 1).with("max", FULL));
        }
        let same = |other: &Criterion| match (&of.name, &other.name) {
            (Some(name), Some(known)) => name.trim() == known.trim(),
            _ => shipped && of.key == other.key,
        };
        if criteria.iter().take(n).any(same) {
            faults.push(FieldFault::new(path("name"), Code::AlreadyUsed));
        }
    }
    let sum: u64 = criteria.iter().map(|of| u64::from(of.points)).sum();
    if sum != u64::from(FULL) {
        faults.push(FieldFault::new(at, Code::PointsSum).with("sum", sum).with("full", FULL));
    }
    faults
}

/// Points that a reviewer gives for one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// Key of the criterion.
    pub key: String,
    /// Points, with one decimal at most; none while it is not decided.
    #[serde(default)]
    pub points: Option<f64>,
    /// Why.
    #[serde(default)]
    pub comment: Option<String>,
}

/// Points in tenths; none when there is more than one decimal.
pub(crate) fn tenths(points: f64) -> Option<i64> {
    let tenths = points * 10.0;
    #[expect(clippy::cast_possible_truncation, reason = "the caller has checked that it is within full marks")]
    let whole = tenths.round() as i64;
    ((tenths - tenths.round()).abs() < 1e-6).then_some(whole)
}

/// What is wrong with points of which there are so many at most; `path` is their field.
pub(crate) fn points_fault(points: f64, full: u32, path: String) -> Option<FieldFault> {
    if !(0.0..=f64::from(full)).contains(&points) {
        Some(FieldFault::new(path, Code::OutOfRange).with("min", 0).with("max", full))
    } else {
        tenths(points).is_none().then(|| FieldFault::new(path, Code::TooFine))
    }
}

impl Score {
    /// In tenths; none when there is more than one decimal.
    fn tenths(&self) -> Option<i64> {
        tenths(self.points?)
    }
}

/// All faults of what a sheet holds. With `whole`, what is missing too.
#[must_use]
pub fn check_scores(criteria: &[Criterion], scores: &[Score], whole: bool) -> Vec<FieldFault> {
    if scores.len() > MAX_CRITERIA {
        return vec![FieldFault::new("scores", Code::TooMany).with("max", MAX_CRITERIA)];
    }
    let mut faults = Vec::new();
    for (n, score) in scores.iter().enumerate() {
        let path = |field: &str| format!("scores[{n}].{field}");
        let Some(of) = criteria.iter().find(|of| of.key.as_ref() == Some(&score.key)) else {
            faults.push(FieldFault::new(path("key"), Code::NotFound));
            continue;
        };
        if scores.iter().take(n).any(|before| before.key == score.key) {
            faults.push(FieldFault::new(path("key"), Code::AlreadyUsed));
        }
        if let Some(points) = score.points {
            faults.extend(points_fault(points, of.points, path("points")));
        }
        if score.comment.as_deref().is_some_and(|comment| comment.chars().count() > MAX_COMMENT) {
            faults.push(FieldFault::new(path("comment"), Code::TooLong).with("max", MAX_COMMENT));
        }
    }
    if whole {
        for of in criteria {
            let key = of.key.as_deref().unwrap_or_default();
            if !scores.iter().any(|score| score.key == key && score.points.is_some()) {
                faults.push(FieldFault::new(format!("scores.{key}"), Code::Required));
            }
        }
    }
    faults
}

/// What a sheet comes to, in tenths of a point.
#[must_use]
pub fn total(scores: &[Score]) -> i64 {
    scores.iter().filter_map(Score::tenths).sum()
}

/// What a sheet gives for one criterion, in tenths of a point.
#[must_use]
pub fn given(scores: &[Score], key: &str) -> Option<i64> {
    scores.iter().find(|score| score.key == key).and_then(Score::tenths)
}

/// What several sheets come to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Sheets that were counted.
    pub counted: usize,
    /// Whether the highest and the lowest were dropped.
    pub trimmed: bool,
    /// The mean of what was counted, in hundredths.
    pub mean: i64,
    /// The lowest of all sheets, in tenths.
    pub lowest: i64,
    /// The highest of all sheets, in tenths.
    pub highest: i64,
    /// Standard deviation over all sheets, in hundredths.
    pub deviation: i64,
}

/// The mean in hundredths, a half away from nothing upwards.
#[must_use]
pub fn mean(tenths: &[i64]) -> Option<i64> {
    let n = i64::try_from(tenths.len()).ok().filter(|n| *n > 0)?;
    // Hundredths are ten times the tenths; doubled, so that a half is whole.
    Some((tenths.iter().sum::<i64>() * 20 + n).div_euclid(2 * n))
}

/// What the totals of some sheets come to. From `drop_from` sheets on (0: never) the highest and the lowest
/// are dropped, as long as [`MIN_TRIMMED`] sheets stand against one that is off; none without a sheet.
#[must_use]
pub fn spread(totals: &[i64], drop_from: usize) -> Option<Spread> {
    let mut sorted = totals.to_vec();
    sorted.sort_unstable();
    let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
    let trimmed = drop_from > 0 && sorted.len() >= drop_from.max(MIN_TRIMMED);
    let counted = if trimmed { &sorted[1..sorted.len() - 1] } else { &sorted[..] };
    Some(Spread {
        counted: counted.len(),
        trimmed,
        mean: mean(counted)?,
        lowest,
        highest,
        deviation: deviation(&sorted),
    })
}

/// Standard deviation of the totals of a whole panel (not of a sample of it), in hundredths.
fn deviation(tenths: &[i64]) -> i64 {
    let n = i64::try_from(tenths.len()).unwrap_or(1).max(1);
    let sum: i64 = tenths.iter().sum();
    // n²·σ² is a whole number, so that equal totals come to nothing exactly.
    let scaled = n * tenths.iter().map(|x| x * x).sum::<i64>() - sum * sum;
    #[expect(clippy::cast_precision_loss, reason = "totals are below 1,001 and sheets few")]
    let sigma = (scaled.max(0) as f64).sqrt() / n as f64 * 10.0;
    #[expect(clippy::cast_possible_truncation, reason = "at most 50 points")]
    let hundredths = sigma.round() as i64;
    hundredths
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn faults(criteria: &[Criterion]) -> Vec<(String, Code)> {
        check(criteria, "rubric").into_iter().map(|fault| (fault.path, fault.code)).collect()
    }
    fn own(name: &str, points: u32) -> Criterion {
        Criterion { key: None, name: Some(name.into()), points, hint: None }
    }
    fn score(key: &str, points: f64) -> Score {
        Score { key: key.into(), points: Some(points), comment: None }
    }

    #[test]
    fn the_shipped_rubric_is_a_good_one() {
        assert_eq!(faults(&shipped()), []);
        assert_eq!(of(&json!("nonsense")), shipped());
        assert_eq!(
            of(&json!([{"name": " 需求 ", "points": 100}])),
            [Criterion { key: Some("c1".into()), ..own("需求", 100) }]
        );
    }

    #[test]
    fn each_fault_of_a_rubric_has_its_place() {
        let at = |path: &str, code| (path.to_owned(), code);
        assert_eq!(faults(&[]), [at("rubric", Code::Required)]);
        assert_eq!(faults(&[own("需求", 60), own("团队", 39)]), [at("rubric", Code::PointsSum)]);
        assert_eq!(
            faults(&[own("需求", 0), own(" 需求", 100), own("", 0)]),
            [
                at("rubric[0].points", Code::OutOfRange),
                at("rubric[1].name", Code::AlreadyUsed),
                at("rubric[2].name", Code::Required),
                at("rubric[2].points", Code::OutOfRange),
            ]
        );
        let twice = [shipped()[0].clone(), shipped()[0].clone(), own("其余", 60)];
        assert_eq!(faults(&twice), [at("rubric[1].name", Code::AlreadyUsed)]);
    }

    #[test]
    fn each_fault_of_a_sheet_has_its_place() {
        let at = |path: &str, code| (path.to_owned(), code);
        let rubric = shipped();
        let of = |scores: &[Score], whole| {
            check_scores(&rubric, scores, whole).into_iter().map(|f| (f.path, f.code)).collect::<Vec<_>>()
        };
        assert_eq!(of(&[], false), []);
        assert_eq!(of(&[score("need", 20.0), score("plan", 0.5)], false), []);
        assert_eq!(
            of(
                &[score("need", 20.1), score("plan", -1.0), score("team", 3.25), score("x", 1.0), score("team", 1.0)],
                false
            ),
            [
                at("scores[0].points", Code::OutOfRange),
                at("scores[1].points", Code::OutOfRange),
                at("scores[2].points", Code::TooFine),
                at("scores[3].key", Code::NotFound),
                at("scores[4].key", Code::AlreadyUsed),
            ]
        );
        assert_eq!(of(&[score("need", f64::NAN)], false), [at("scores[0].points", Code::OutOfRange)]);
        let missing = of(&[score("need", 1.0), score("plan", 1.0), score("team", 1.0), score("fit", 1.0)], true);
        assert_eq!(missing, [at("scores.growth", Code::Required)]);
        assert_eq!(total(&[score("need", 18.5), score("plan", 20.0)]), 385);
    }

    /// T54: golden sets.
    #[test]
    fn what_some_sheets_come_to() {
        let of = |totals: &[i64], drop| spread(totals, drop).map(|s| (s.counted, s.trimmed, s.mean, s.deviation));
        assert_eq!(of(&[], 5), None);
        // One reviewer only: his word, and nothing to differ from.
        assert_eq!(of(&[805], 5), Some((1, false, 8050, 0)));
        assert_eq!(of(&[800, 800, 800], 5), Some((3, false, 8000, 0)));
        // 80.0 and 70.0: 75.00, and each is five points away.
        assert_eq!(of(&[800, 700], 5), Some((2, false, 7500, 500)));
        // Five, of which one is off: the mean of the middle three.
        assert_eq!(of(&[800, 810, 820, 100, 830], 5), Some((3, true, 8100, 2862)));
        // Fewer than four are never trimmed, whatever the setting says; nor when it says never.
        assert_eq!(of(&[100, 800, 900], 3).map(|s| (s.0, s.1)), Some((3, false)));
        assert_eq!(of(&[100, 800, 810, 900], 3).map(|s| (s.0, s.1, s.2)), Some((2, true, 8050)));
        assert_eq!(of(&[100, 800, 810, 820, 900], 0).map(|s| (s.0, s.1)), Some((5, false)));
        // Thirds and halves.
        assert_eq!(mean(&[100, 100, 101]), Some(1003));
        assert_eq!(mean(&[1, 2, 2, 2]), Some(18));
    }

    proptest! {
        #[test]
        fn a_mean_lies_between_the_lowest_and_the_highest(mut totals in prop::collection::vec(0i64..=1000, 1..12), drop in 0usize..8) {
            let found = spread(&totals, drop).unwrap();
            prop_assert!(found.lowest * 10 <= found.mean && found.mean <= found.highest * 10);
            prop_assert!(found.deviation <= (found.highest - found.lowest) * 5 + 1);
            // The order in which sheets came in does not matter.
            totals.reverse();
            prop_assert_eq!(spread(&totals, drop).unwrap(), found);
        }
    }
}
