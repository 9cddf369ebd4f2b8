//! The reports of a period as a workbook: one row an organization, one column a question.

use domain::{
    id::BaseId,
    progress::{ReportAnswer, ReportPeriod, ReportQuestion, ReportQuestionKind, form},
};
use poem_openapi::{OpenApi, param::Query};
use sheets::export::{Column, ColumnKind, Sheet, Value as Cell};

use super::{periods, store::ReportRow, views_periods};
use crate::{
    fault::Fault,
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, Xlsx},
    },
    messages,
};

/// Routes of the workbook.
#[derive(Debug)]
pub struct ProgressExportApi(pub SharedHouse);

/// What a question is called.
fn called(question: &ReportQuestion) -> String {
    question.name.clone().unwrap_or_else(|| messages::word(&format!("question_{}", question.key())))
}

/// What a report answers to a question, which may have another key in the form of another day.
fn answer(form: &[ReportQuestion], answers: &[ReportAnswer], question: &ReportQuestion) -> Cell {
    let own = form.iter().find(|own| own.is_same(question));
    let given = own.and_then(|own| answers.iter().find(|of| of.question == own.key()));
    match given {
        Some(ReportAnswer { number: Some(number), .. }) => Cell::Number(*number),
        Some(ReportAnswer { text: Some(text), .. }) => xlsx::text(text.clone()),
        _ => Cell::Empty,
    }
}

/// What stands in the workbook of a report: what is handed in, else what was accepted before.
fn standing(row: &ReportRow) -> Result<Vec<ReportAnswer>, Fault> {
    let mut course = row.course()?;
    Ok(match (&course.submitted, course.editions.pop()) {
        (None, Some(edition)) => edition.answers,
        (None, None) => Vec::new(),
        (Some(_), _) => course.answers,
    })
}

#[OpenApi(prefix_path = "/api/v1")]
impl ProgressExportApi {
    /// The reports of a base on a month or quarter as a workbook, by name
    ///
    /// Answers stand in it where they are handed in.
    #[oai(path = "/progress-reports/export", method = "get", operation_id = "progress_export", tag = Tag::Progress)]
    async fn export(
        &self,
        by: By<act::ProgressRead>,
        /// Of which base.
        base: Query<BaseId>,
        /// On what: a month such as `2026-09` or a quarter such as `2026-Q3`.
        period: Query<ReportPeriod>,
    ) -> Answer<Xlsx> {
        periods::seen(&self.0, &by, base.0).await?;
        let rows = views_periods::rows(&self.0, base.0, period.0).await?;
        let forms = rows.iter().map(|(row, _)| row.form().map_err(Fault::Db)).collect::<Result<Vec<_>, _>>()?;
        let questions = form::merged(forms.iter().flatten());
        let mut columns = xlsx::columns(&[
            ("column_organization", ColumnKind::Text),
            ("column_state", ColumnKind::Text),
            ("column_due", ColumnKind::Date),
            ("column_submitted_on", ColumnKind::Date),
            ("column_days_late", ColumnKind::Number),
        ]);
        let kind = |of: &ReportQuestion| match of.kind {
            ReportQuestionKind::Text => ColumnKind::Wrap,
            ReportQuestionKind::Number => ColumnKind::Number,
        };
        columns.extend(questions.iter().map(|of| Column::new(called(of), kind(of))));
        let line = |((row, name), form): (&(ReportRow, String), &Vec<ReportQuestion>)| -> Result<Vec<Cell>, Fault> {
            let answers = standing(row)?;
            let mut cells = vec![
                xlsx::text(name.clone()),
                xlsx::word("report", row.state.0.as_str()),
                xlsx::day(row.due.0),
                row.course()?.submitted.map_or(Cell::Empty, |stamp| xlsx::day(stamp.on)),
                row.late.map_or(Cell::Empty, Cell::Integer),
            ];
            cells.extend(questions.iter().map(|question| answer(form, &answers, question)));
            Ok(cells)
        };
        let cells = rows.iter().zip(&forms).map(line).collect::<Result<Vec<_>, Fault>>()?;
        let title = format!("{} {}", messages::word("sheet_title_progress"), period.0);
        Ok(Xlsx::of(Sheet { title, columns, rows: cells }, self.0.today()).await?)
    }
}
