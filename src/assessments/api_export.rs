//! A round as a workbook: 考核结果汇总表.

use domain::id::AssessmentRoundId;
use poem_openapi::{OpenApi, param::Path};
use sheets::export::{ColumnKind, Value as Cell};

use super::{rounds, store, views};
use crate::{
    fault::Fault,
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, Xlsx},
    },
};

/// Routes of the workbook.
#[derive(Debug)]
pub struct AssessmentsExportApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl AssessmentsExportApi {
    /// A round as a workbook, by result
    ///
    /// Points stand in it where the grade is given.
    #[oai(path = "/assessment-rounds/:id/export", method = "get", operation_id = "assessment_rounds_export", tag = Tag::Assessments)]
    async fn export(&self, by: By<act::AssessmentsRead>, id: Path<AssessmentRoundId>) -> Answer<Xlsx> {
        let row = rounds::get(&self.0, &by, id.0).await?;
        let mut all = self.0.db.read(store::of_round(row.id.0)).await?;
        all.sort_by_key(|of| (std::cmp::Reverse(of.total), of.id));
        let items = views::items(&self.0, &all).await?;
        let headers = &[
            ("column_organization", ColumnKind::Text),
            ("column_state", ColumnKind::Text),
            ("column_own_score", ColumnKind::Number),
            ("column_base_score", ColumnKind::Number),
            ("column_expert_score", ColumnKind::Number),
            ("column_result", ColumnKind::Number),
            ("column_result_grade", ColumnKind::Text),
            ("column_veto", ColumnKind::Text),
            ("column_result_comment", ColumnKind::Text),
        ];
        let sheet = row.sheet()?;
        let line = |(of, item): (&store::AssessmentRow, &views::AssessmentItem)| -> Result<Vec<Cell>, Fault> {
            let course = of.course()?;
            let result = course.result.as_ref();
            let number = |points: Option<f64>| points.map_or(Cell::Empty, Cell::Number);
            let tenths = |points: Option<i64>| number(points.map(|points| views::hundredths(points * 10)));
            let broken = |of: &domain::assessment::Breach| {
                let veto = usize::try_from(of.veto).ok().and_then(|n| sheet.vetoes.get(n));
                format!("{}：{}", veto.map(String::as_str).unwrap_or_default(), of.reason)
            };
            let breaches: Vec<String> = result.map_or_else(Vec::new, |_| course.breaches.iter().map(broken).collect());
            Ok(vec![
                xlsx::text(item.organization.name.clone()),
                xlsx::word("assessment", item.state.as_str()),
                tenths(result.and_then(|of| of.own)),
                tenths(result.map(|of| of.base)),
                tenths(result.and_then(|of| of.expert)),
                number(item.total),
                item.grade.map_or(Cell::Empty, |grade| xlsx::word("grade", grade.as_str())),
                xlsx::optional(Some(breaches.join("\n")).filter(|text| !text.is_empty()).as_deref()),
                xlsx::optional(result.map(|of| of.comment.as_str())),
            ])
        };
        let cells = all.iter().zip(&items).map(line).collect::<Result<Vec<_>, Fault>>()?;
        Ok(Xlsx::list("sheet_title_assessments", headers, cells.into_iter(), self.0.today()).await?)
    }
}
