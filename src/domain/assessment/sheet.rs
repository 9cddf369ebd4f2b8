//! The sheet by which residents are assessed (考核表): indicators up to four levels, points at the lowest of each
//! branch, three columns of scores with weights, points whose breach fails the whole, grades (domain facts 1.11).
//!
//! Points are kept in tenths and results in hundredths, so that a result is the same on every machine.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::AssessmentGrade;
use crate::{code::Code, refusal::FieldFault, rubric};

/// Full marks.
pub const FULL: u32 = 100;
/// Levels of indicators, as Jiangsu's table has them.
pub const LEVELS: u32 = 4;
/// Indicators of all levels together.
pub const MAX_INDICATORS: usize = 120;
const MAX_VETOES: usize = 20;
const MAX_NAME: usize = 100;
const MAX_TEXT: usize = 300;
/// A reason, or what is seen as evidence.
pub const MAX_NOTE: usize = 1_000;

/// An indicator (指标). The list is the table from top to bottom; the level says how far it is set in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// From 1, the widest, to 4.
    pub level: u32,
    /// Its name.
    pub name: String,
    /// Full marks; only where no other indicator stands below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub points: Option<u32>,
    /// How it is scored (评分标准).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub rule: Option<String>,
    /// By what it is seen (佐证材料).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub evidence: Option<String>,
}

/// How much each column counts, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct SheetWeights {
    /// What the organization gives itself.
    pub own: u32,
    /// What the base gives.
    pub base: u32,
    /// What an expert gives; shared out among the others where none is asked.
    pub expert: u32,
}

/// From how many points on a grade is given; below the last one it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct GradeMarks {
    /// 优秀.
    pub excellent: u32,
    /// 良好.
    pub good: u32,
    /// 合格.
    pub pass: u32,
}

/// A sheet of assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct AssessmentSheet {
    /// Its title.
    pub title: String,
    /// The indicators, from top to bottom.
    pub indicators: Vec<Indicator>,
    /// What fails the whole, whatever the points (一票否决).
    #[serde(default)]
    pub vetoes: Vec<String>,
    /// How much each column counts.
    pub weights: SheetWeights,
    /// The grades.
    pub grades: GradeMarks,
}

/// The sheet that the house ships with.
///
/// # Panics
/// Never: a test reads the text, which is part of the program.
#[must_use]
pub fn shipped() -> AssessmentSheet {
    serde_json::from_str(include_str!("shipped.json")).expect("the shipped sheet is read by a test")
}

/// A sheet from the value of a setting; the shipped one when it holds something else.
#[must_use]
pub fn of(value: &Value) -> AssessmentSheet {
    serde_json::from_value(value.clone()).unwrap_or_else(|_| shipped())
}

impl AssessmentSheet {
    /// Whether an indicator is the lowest of its branch: points are given there.
    #[must_use]
    pub fn is_leaf(&self, n: usize) -> bool {
        let level = |n: usize| self.indicators.get(n).map(|of| of.level);
        match (level(n), level(n + 1)) {
            (Some(own), Some(next)) => next <= own,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
    /// The indicators at which points are given, with their places.
    pub fn leaves(&self) -> impl Iterator<Item = (usize, &Indicator)> {
        self.indicators.iter().enumerate().filter(|(n, _)| self.is_leaf(*n))
    }
    /// The grade of a result in hundredths of a point.
    #[must_use]
    pub fn grade(&self, total: i64, vetoed: bool) -> AssessmentGrade {
        let reaches = |mark: u32| total >= i64::from(mark) * 100;
        if vetoed || !reaches(self.grades.pass) {
            AssessmentGrade::Fail
        } else if reaches(self.grades.excellent) {
            AssessmentGrade::Excellent
        } else if reaches(self.grades.good) {
            AssessmentGrade::Good
        } else {
            AssessmentGrade::Pass
        }
    }
    /// What three columns come to, in hundredths of a point, rounded half up. A column that is not asked for has no
    /// weight; its share goes to the others as they stand to each other.
    #[must_use]
    pub fn weighted(&self, own: i64, base: i64, expert: Option<i64>) -> i64 {
        let SheetWeights { own: w_own, base: w_base, expert: w_expert } = self.weights;
        let columns = [(Some(own), w_own), (Some(base), w_base), (expert, w_expert)];
        let asked = columns.into_iter().filter_map(|(tenths, weight)| Some((tenths?, i64::from(weight))));
        let (sum, weight) =
            asked.fold((0, 0), |(sum, all), (tenths, weight)| (sum + tenths * 10 * weight, all + weight));
        if weight == 0 { 0 } else { (sum * 2 + weight) / (weight * 2) }
    }
}

fn check_text(faults: &mut Vec<FieldFault>, path: String, text: &str, needed: bool, max: usize) {
    if needed && text.trim().is_empty() {
        faults.push(FieldFault::new(path, Code::Required));
    } else if text.chars().count() > max {
        faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
    }
}

/// All faults of a sheet; `at` is the field that holds it.
#[must_use]
pub fn check(of: &AssessmentSheet, at: &str) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    check_text(&mut faults, format!("{at}.title"), &of.title, true, MAX_NAME);
    if of.indicators.is_empty() {
        faults.push(FieldFault::new(format!("{at}.indicators"), Code::Required));
    }
    if of.indicators.len() > MAX_INDICATORS {
        faults.push(FieldFault::new(format!("{at}.indicators"), Code::TooMany).with("max", MAX_INDICATORS));
        return faults;
    }
    let mut before = 0;
    for (n, one) in of.indicators.iter().enumerate() {
        let path = |field: &str| format!("{at}.indicators[{n}].{field}");
        check_text(&mut faults, path("name"), &one.name, true, MAX_NAME);
        check_text(&mut faults, path("rule"), one.rule.as_deref().unwrap_or_default(), false, MAX_TEXT);
        check_text(&mut faults, path("evidence"), one.evidence.as_deref().unwrap_or_default(), false, MAX_TEXT);
        if !(1..=LEVELS).contains(&one.level) {
            faults.push(FieldFault::new(path("level"), Code::OutOfRange).with("min", 1).with("max", LEVELS));
        } else if one.level > before + 1 {
            faults.push(FieldFault::new(path("level"), Code::LevelSkipped).with("max", before + 1));
        }
        before = one.level;
        match (of.is_leaf(n), one.points) {
            (true, None) => faults.push(FieldFault::new(path("points"), Code::Required)),
            (true, Some(points)) if !(1..=FULL).contains(&points) => {
                faults.push(FieldFault::new(path("points"), Code::OutOfRange).with("min", 1).with("max", FULL));
            }
            (false, Some(_)) => faults.push(FieldFault::new(path("points"), Code::PointsAbove)),
            _ => {}
        }
    }
    let sum: u64 = of.leaves().filter_map(|(_, one)| one.points.map(u64::from)).sum();
    if sum != u64::from(FULL) && !of.indicators.is_empty() {
        let fault = FieldFault::new(format!("{at}.indicators"), Code::PointsSum);
        faults.push(fault.with("sum", sum).with("full", FULL));
    }
    if of.vetoes.len() > MAX_VETOES {
        faults.push(FieldFault::new(format!("{at}.vetoes"), Code::TooMany).with("max", MAX_VETOES));
    }
    for (n, veto) in of.vetoes.iter().enumerate().take(MAX_VETOES) {
        check_text(&mut faults, format!("{at}.vetoes[{n}]"), veto, true, MAX_TEXT);
    }
    let SheetWeights { own, base, expert } = of.weights;
    let sum = u64::from(own) + u64::from(base) + u64::from(expert);
    if sum != u64::from(FULL) {
        faults.push(FieldFault::new(format!("{at}.weights"), Code::PointsSum).with("sum", sum).with("full", FULL));
    }
    if base == 0 {
        // Without an expert the others share all of it, and a self score alone is no assessment.
        let fault = FieldFault::new(format!("{at}.weights.base"), Code::OutOfRange);
        faults.push(fault.with("min", 1).with("max", FULL));
    }
    let GradeMarks { excellent, good, pass } = of.grades;
    if !(excellent <= FULL && good < excellent && pass < good && pass > 0) {
        faults.push(FieldFault::new(format!("{at}.grades"), Code::GradesOrder).with("full", FULL));
    }
    faults
}

/// What somebody gives for an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct IndicatorScore {
    /// The indicator's place in the sheet, from 0.
    pub indicator: u32,
    /// Points, with one decimal at most; none while it is not decided.
    #[serde(default)]
    pub points: Option<f64>,
    /// What is seen, or why points are taken off.
    #[serde(default)]
    pub note: Option<String>,
}

impl IndicatorScore {
    /// In tenths; none when there is more than one decimal.
    fn tenths(&self) -> Option<i64> {
        rubric::tenths(self.points?)
    }
    fn is_noted(&self) -> bool {
        self.note.as_deref().is_some_and(|note| !note.trim().is_empty())
    }
}

/// All faults of a column of scores. `whole`: what is missing too; `reasons`: points that are taken off need their
/// reason.
#[must_use]
pub fn check_scores(
    sheet: &AssessmentSheet,
    scores: &[IndicatorScore],
    (whole, reasons): (bool, bool),
) -> Vec<FieldFault> {
    if scores.len() > MAX_INDICATORS {
        return vec![FieldFault::new("scores", Code::TooMany).with("max", MAX_INDICATORS)];
    }
    let mut faults = Vec::new();
    let place = |score: &IndicatorScore| usize::try_from(score.indicator).unwrap_or(usize::MAX);
    for (n, score) in scores.iter().enumerate() {
        let path = |field: &str| format!("scores[{n}].{field}");
        let leaf = sheet.is_leaf(place(score));
        let Some(full) = sheet.indicators.get(place(score)).filter(|_| leaf).and_then(|of| of.points) else {
            faults.push(FieldFault::new(path("indicator"), Code::NotFound));
            continue;
        };
        if scores.iter().take(n).any(|before| before.indicator == score.indicator) {
            faults.push(FieldFault::new(path("indicator"), Code::TwiceInList));
        }
        if let Some(points) = score.points {
            if let Some(fault) = rubric::points_fault(points, full, path("points")) {
                faults.push(fault);
            } else if reasons && points < f64::from(full) && !score.is_noted() {
                faults.push(FieldFault::new(path("note"), Code::ReasonForDeduction));
            }
        }
        if score.note.as_deref().is_some_and(|note| note.chars().count() > MAX_NOTE) {
            faults.push(FieldFault::new(path("note"), Code::TooLong).with("max", MAX_NOTE));
        }
    }
    if whole {
        for (n, _) in sheet.leaves() {
            if !scores.iter().any(|score| place(score) == n && score.points.is_some()) {
                faults.push(FieldFault::new(format!("scores.{n}"), Code::Required));
            }
        }
    }
    faults
}

/// What a column comes to, in tenths of a point.
#[must_use]
pub fn total(scores: &[IndicatorScore]) -> i64 {
    scores.iter().filter_map(IndicatorScore::tenths).sum()
}
