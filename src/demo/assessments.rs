//! Assessments: in two bases the last quarter is assessed, in one of them by an expert too; all of it is under way.

use domain::{
    assessment::{AssessmentCycle, AssessmentSheet, Breach, IndicatorScore, Written},
    day::Day,
    id::{AssessmentId, OrganizationId},
};

use super::{crew::Crew, proceedings, words::WORDS};
use crate::{
    assessments::{
        rounds::{self, Opening},
        steps::{self, Step},
        store,
    },
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
};

/// The last whole quarter before a day.
fn quarter(today: Day) -> (Day, Day) {
    let month = today.to_string().get(5..7).and_then(|month| month.parse::<u32>().ok()).unwrap_or(1);
    let this = (month - 1) / 3;
    let begins = |year, quarter: u32| Day::new(year, quarter * 3 + 1, 1).unwrap_or(today);
    let first = if this == 0 { begins(today.year() - 1, 3) } else { begins(today.year(), this - 1) };
    (first, begins(today.year(), this).plus(-1))
}

/// How well one does, and how far its assessment has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    /// The organization has still to score itself.
    Asked,
    /// The base has still to score.
    HandedIn,
    /// The grade is still to be given.
    Scored,
    /// It has its grade, of so many percent.
    Graded(u32),
    /// It failed by a breach, and is warned.
    Failed,
    /// It does not agree with its grade.
    Appealed,
}

const COURSE: [Far; 8] = [
    Far::Graded(93),
    Far::HandedIn,
    Far::Graded(84),
    Far::Appealed,
    Far::Asked,
    Far::Failed,
    Far::Scored,
    Far::Graded(72),
];

/// Points of each indicator, so many percent of the full ones.
fn column(sheet: &AssessmentSheet, percent: u32, note: &str) -> Written {
    let score = |(n, of): (usize, &domain::assessment::sheet::Indicator)| {
        let full = of.points.unwrap_or_default();
        let points = f64::from(full * percent / 10) / 10.0;
        let note = (points < f64::from(full)).then(|| note.to_owned());
        IndicatorScore { indicator: u32::try_from(n).unwrap_or_default(), points: Some(points), note }
    };
    Written { scores: sheet.leaves().map(score).collect(), comment: None }
}

struct Stage<'a> {
    house: &'a House,
    base: Caller,
    expert: Option<Caller>,
    sheet: AssessmentSheet,
}

impl Stage<'_> {
    async fn take(&self, by: &Caller, id: AssessmentId, step: Step) -> Result<store::AssessmentRow, Fault> {
        steps::step(self.house, by, id, None, &step).await
    }

    async fn graded(&self, id: AssessmentId, percent: u32, breaches: Vec<Breach>) -> Result<(), Fault> {
        let words = &WORDS.assessments;
        self.take(&self.base, id, Step::Score(column(&self.sheet, percent, &words.deduction), breaches)).await?;
        if let Some(expert) = &self.expert {
            let given = column(&self.sheet, percent.saturating_add(2).min(100), &words.deduction);
            self.take(expert, id, Step::Deliver(given)).await?;
        }
        self.take(&self.base, id, Step::Conclude(words.comment.clone())).await.map(|_| ())
    }

    async fn play(&self, row: &store::AssessmentRow, far: Far) -> Result<(), Fault> {
        let (id, words) = (row.id.0, &WORDS.assessments);
        if far == Far::Asked {
            return Ok(());
        }
        self.take(&self.base, id, Step::HandIn(column(&self.sheet, 96, &words.own))).await?;
        match far {
            Far::Asked | Far::HandedIn => Ok(()),
            Far::Scored => {
                let given = column(&self.sheet, 88, &words.deduction);
                self.take(&self.base, id, Step::Score(given, Vec::new())).await.map(|_| ())
            }
            Far::Graded(percent) => self.graded(id, percent, Vec::new()).await,
            Far::Failed => {
                let breach = Breach { veto: 0, reason: words.breach.clone() };
                self.graded(id, 66, vec![breach]).await?;
                proceedings::warn(self.house, &self.base, row.residency.0, Some(id)).await
            }
            Far::Appealed => {
                self.graded(id, 58, Vec::new()).await?;
                self.take(&self.base, id, Step::Appeal(words.appeal.clone())).await.map(|_| ())
            }
        }
    }
}

/// Opens a round in two bases, and goes on with it, more or less far.
///
/// # Errors
/// What the verbs say.
pub async fn play(house: &House, crew: &Crew, bases: &[BaseRow], apart: &[OrganizationId]) -> Result<(), Fault> {
    let (first, last) = quarter(house.today());
    for (code, by_expert) in [("B00", true), ("B05", false)] {
        let Some(base) = bases.iter().find(|base| base.code == code) else { continue };
        let operator = crew.operator(house, base.id.0);
        let expert = by_expert.then(|| crew.evaluator(house));
        let asked = Opening {
            base: base.id.0,
            title: WORDS.assessments.title.clone(),
            cycle: AssessmentCycle::Quarter,
            first,
            last,
            organizations: None,
            expert: expert.as_ref().map(|one| one.principal.account),
        };
        let round = rounds::open(house, &operator, &asked).await?;
        let stage = Stage { house, base: operator, expert, sheet: round.sheet()? };
        // Whoever has an account scores himself; who is about to leave has other things to do.
        let settled = proceedings::settled(house, base, apart).await?;
        let mut rows = house.db.read(store::of_round(round.id.0)).await?;
        rows.retain(|row| settled.iter().any(|stay| stay.id == row.residency));
        rows.sort_by_key(|row| row.id);
        for (row, far) in rows.iter().zip(COURSE.iter().cycle()) {
            stage.play(row, *far).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_quarter_is_whole_and_over() {
        let of = |today: &str| {
            let (first, last) = quarter(today.parse().unwrap());
            (first.to_string(), last.to_string())
        };
        assert_eq!(of("2026-11-28"), ("2026-07-01".into(), "2026-09-30".into()));
        assert_eq!(of("2027-01-01"), ("2026-10-01".into(), "2026-12-31".into()));
        assert_eq!(of("2026-03-31"), ("2025-10-01".into(), "2025-12-31".into()));
    }
}
