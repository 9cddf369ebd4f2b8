//! A review as a workbook: 评审汇总表.

use domain::{id::ReviewId, review::sheet::SheetState};
use poem_openapi::{OpenApi, param::Path};
use sheets::export::{ColumnKind, Value as Cell};

use super::{
    service,
    views::{self, EntryView, ReviewView, SheetBrief},
};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, Xlsx},
    },
    messages,
};

/// Routes of the workbook.
#[derive(Debug)]
pub struct ReviewsExportApi(pub SharedHouse);

fn number(of: Option<f64>) -> Cell {
    of.map_or(Cell::Empty, Cell::Number)
}

#[OpenApi(prefix_path = "/api/v1")]
impl ReviewsExportApi {
    /// A review as a workbook, by rank
    ///
    /// Points stand in it when the review is not open any more.
    #[oai(path = "/reviews/:id/export", method = "get", operation_id = "reviews_export", tag = Tag::Reviews)]
    async fn export(&self, by: By<act::ReviewsRead>, id: Path<ReviewId>) -> Answer<Xlsx> {
        let row = service::get(&self.0, &by, id.0).await?;
        let view = views::view(&self.0, &by, row).await?;
        let headers = &[
            ("column_rank", ColumnKind::Number),
            ("column_application_number", ColumnKind::Text),
            ("column_organization", ColumnKind::Text),
            ("column_applicant_kind", ColumnKind::Text),
            ("column_sheets", ColumnKind::Number),
            ("column_mean", ColumnKind::Number),
            ("column_highest", ColumnKind::Number),
            ("column_lowest", ColumnKind::Number),
            ("column_deviation", ColumnKind::Number),
            ("column_scores", ColumnKind::Text),
            ("column_admit", ColumnKind::Number),
            ("column_wait", ColumnKind::Number),
            ("column_reject", ColumnKind::Number),
            ("column_outcome", ColumnKind::Text),
            ("column_reason", ColumnKind::Text),
            ("column_comments", ColumnKind::Text),
        ];
        let cells = view.entries.iter().map(|entry| line(&view, entry));
        Ok(Xlsx::list("sheet_title_review", headers, cells, self.0.today()).await?)
    }
}

fn line(view: &ReviewView, entry: &EntryView) -> Vec<Cell> {
    let of = entry.standing.as_ref();
    // By name, so that each reviewer stands in the same place of every row.
    let mut sheets: Vec<&SheetBrief> = view.sheets.iter().filter(|sheet| sheet.application == entry.id).collect();
    sheets.sort_by(|a, b| a.name.cmp(&b.name));
    let said = |sheet: &&SheetBrief| Some(format!("{}：{}", sheet.name, sheet.marks.as_ref()?.comment.as_ref()?));
    let gave = |sheet: &&SheetBrief| {
        let state = messages::word(&format!("sheet_{}", sheet.state));
        match (&sheet.marks, sheet.state) {
            (None, _) => None,
            (Some(marks), SheetState::Locked) => Some(format!("{} {}", sheet.name, marks.total)),
            _ => Some(format!("{} {state}", sheet.name)),
        }
    };
    let told = |lines: Vec<String>| Some(lines.join("\n")).filter(|text| !text.is_empty());
    let comments = told(sheets.iter().filter_map(said).collect());
    let scores = told(sheets.iter().filter_map(gave).collect());
    vec![
        of.and_then(|of| of.rank).map_or(Cell::Empty, xlsx::count),
        xlsx::optional(entry.number.as_deref()),
        xlsx::text(entry.organization.name.clone()),
        xlsx::word("applicant", entry.kind.as_str()),
        xlsx::count(entry.locked),
        number(of.and_then(|of| of.mean)),
        number(of.and_then(|of| of.highest)),
        number(of.and_then(|of| of.lowest)),
        number(of.and_then(|of| of.deviation)),
        xlsx::optional(scores.as_deref()),
        of.map_or(Cell::Empty, |of| xlsx::count(of.admit)),
        of.map_or(Cell::Empty, |of| xlsx::count(of.wait)),
        of.map_or(Cell::Empty, |of| xlsx::count(of.reject)),
        entry
            .outcome
            .map_or_else(|| xlsx::word("application", entry.state.as_str()), |of| xlsx::word("outcome", of.as_str())),
        xlsx::optional(entry.reason.as_deref()),
        xlsx::optional(comments.as_deref()),
    ]
}
