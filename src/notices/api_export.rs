//! A notice as a workbook: 公示名单.

use domain::id::NoticeId;
use poem_openapi::{OpenApi, param::Path};
use sheets::export::{ColumnKind, Value as Cell};

use super::{service, views};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, Xlsx},
    },
};

/// Routes of the workbook.
#[derive(Debug)]
pub struct NoticesExportApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl NoticesExportApi {
    /// A notice as a workbook, with what became of each thing
    #[oai(path = "/notices/:id/export", method = "get", operation_id = "notices_export", tag = Tag::Notices)]
    async fn export(&self, by: By<act::NoticesRead>, id: Path<NoticeId>) -> Answer<Xlsx> {
        let row = service::get(&self.0, &by, id.0).await?;
        let view = views::view(&self.0, &by, row).await?;
        let headers = &[
            ("column_application_number", ColumnKind::Text),
            ("column_organization", ColumnKind::Text),
            ("column_applicant_kind", ColumnKind::Text),
            ("column_responsible", ColumnKind::Text),
            ("column_published_on", ColumnKind::Date),
            ("column_ends_on", ColumnKind::Date),
            ("column_objections", ColumnKind::Number),
            ("column_outcome", ColumnKind::Text),
        ];
        let cells = view.subjects.iter().map(|of| {
            let field = |key: &str| xlsx::optional(of.fields.get(key).map(String::as_str));
            let kind = of.fields.get("kind").map_or(Cell::Empty, |kind| xlsx::word("applicant", kind));
            let objections = view.objections.iter().filter(|objection| objection.subject == of.id).count();
            let outcome = of.outcome.map_or(Cell::Empty, |outcome| xlsx::word("subject", outcome.as_str()));
            vec![
                field("number"),
                field("organization"),
                kind,
                field("responsible"),
                xlsx::day(view.starts),
                xlsx::day(view.ends),
                xlsx::count(objections),
                outcome,
            ]
        });
        Ok(Xlsx::list("sheet_title_notice", headers, cells, self.0.today()).await?)
    }
}
