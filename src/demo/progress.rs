//! Periodic reports: in three bases the last quarter is reported on, more or less far.

use domain::{
    id::OrganizationId,
    progress::{ReportAnswer, ReportCycle, ReportGap, ReportPeriod},
};

use super::{crew::Crew, words::WORDS};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    files::service as files,
    house::House,
    http::Caller,
    progress::{
        periods,
        steps::{self, Step},
        store::ReportRow,
        views_periods,
    },
};

/// How far a report has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    /// Nothing is written.
    Asked,
    /// Some of it is.
    Begun,
    /// The base looks at it.
    HandedIn,
    /// Something is missing.
    Returned,
    /// It is accepted.
    Accepted,
    /// It was accepted, and is put right.
    Correcting,
    /// The base does without it.
    Waived,
}

const COURSE: [Far; 9] = [
    Far::Accepted,
    Far::HandedIn,
    Far::Accepted,
    Far::Returned,
    Far::Asked,
    Far::Correcting,
    Far::Accepted,
    Far::Begun,
    Far::Waived,
];

/// Numbers of the report that stands at a place in the list: no two alike, and the same on every day.
fn answers(at: u32, whole: bool) -> Vec<ReportAnswer> {
    let words = &WORDS.progress;
    let number = |question: &str, number: u32| ReportAnswer {
        question: question.to_owned(),
        text: None,
        number: Some(f64::from(number)),
    };
    let text = |question: &str, all: &[String]| ReportAnswer {
        question: question.to_owned(),
        text: usize::try_from(at).ok().and_then(|at| all.get(at % all.len().max(1))).cloned(),
        number: None,
    };
    let mut all = vec![
        text("activities", &words.activities),
        number("sessions", 3 + at * 5 % 8),
        number("beneficiaries", 60 + at * 37 % 190),
    ];
    if whole {
        all.extend([
            number("services", at % 3),
            number("funds", at * 13 % 7 * 2_500),
            number("volunteers", 6 + at * 11 % 25),
            number("workdays", 38 + at * 7 % 22),
            text("difficulties", &words.difficulties),
            text("plan", &words.plans),
        ]);
    }
    all
}

struct Stage<'a> {
    house: &'a House,
    by: Caller,
}

impl Stage<'_> {
    async fn take(&self, row: &ReportRow, step: Step) -> Result<(), Fault> {
        steps::step(self.house, &self.by, row.id.0, None, &step).await.map(|_| ())
    }

    async fn play(&self, row: &ReportRow, at: u32, far: Far) -> Result<(), Fault> {
        let words = &WORDS.progress;
        match far {
            Far::Asked => return Ok(()),
            Far::Begun => return self.take(row, Step::Draft(answers(at, false))).await,
            Far::Waived => return self.take(row, Step::Waive(words.waived.clone())).await,
            Far::HandedIn | Far::Returned | Far::Accepted | Far::Correcting => {}
        }
        if at.is_multiple_of(3) {
            let (name, bytes) = (&words.file, words.file_text.as_bytes());
            files::attach(self.house, &self.by, &row.id.0.to_string(), None, name, bytes).await?;
        }
        self.take(row, Step::Submit(answers(at, true))).await?;
        match far {
            Far::Returned => {
                let gap = |(question, text): (&str, &String)| ReportGap {
                    question: Some(question.to_owned()),
                    text: text.clone(),
                };
                let gaps = ["beneficiaries", "activities"].into_iter().zip(&words.gaps).map(gap).collect();
                self.take(row, Step::Return(gaps, None)).await
            }
            Far::Accepted => self.take(row, Step::Accept(None)).await,
            Far::Correcting => {
                self.take(row, Step::Accept(Some(words.comment.clone()))).await?;
                self.take(row, Step::Reopen(words.reopened.clone(), None)).await
            }
            _ => Ok(()),
        }
    }
}

/// Asks for the reports of the last quarter in three bases, and goes on with them. Whoever has an account fills his
/// own.
///
/// # Errors
/// What the verbs say.
pub async fn play(house: &House, crew: &Crew, bases: &[BaseRow], apart: &[OrganizationId]) -> Result<(), Fault> {
    let period = ReportPeriod::of(ReportCycle::Quarter, house.today()).before();
    for code in ["B00", "B01", "B05"] {
        let Some(base) = bases.iter().find(|base| base.code == code) else { continue };
        let stage = Stage { house, by: crew.operator(house, base.id.0) };
        periods::open(house, &stage.by, base.id.0, period).await?;
        let mut rows: Vec<ReportRow> =
            views_periods::rows(house, base.id.0, period).await?.into_iter().map(|(row, _)| row).collect();
        rows.retain(|row| !apart.contains(&row.organization.0));
        rows.sort_by_key(|row| row.id);
        for ((row, far), at) in rows.iter().zip(COURSE.iter().cycle()).zip(0..) {
            stage.play(row, at, *far).await?;
        }
    }
    Ok(())
}
