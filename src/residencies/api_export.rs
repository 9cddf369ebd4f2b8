//! Who is resident on a day as a workbook: 入驻台账.

use domain::{day::Day, id::BaseId};
use poem_openapi::{OpenApi, param::Query};
use sheets::export::ColumnKind;

use super::{lists, views_list};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, Xlsx},
    },
};

/// Routes of the workbook.
#[derive(Debug)]
pub struct ResidenciesExportApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl ResidenciesExportApi {
    /// Who is resident on a day, as a workbook
    #[oai(path = "/residencies/export", method = "get", operation_id = "residencies_export", tag = Tag::Residencies)]
    async fn export(
        &self,
        by: By<act::ResidenciesRead>,
        /// The day; today when left out.
        on: Query<Option<Day>>,
        /// Only this base.
        base: Query<Option<BaseId>>,
    ) -> Answer<Xlsx> {
        let day = on.0.unwrap_or_else(|| self.0.today());
        let rows = lists::on_day(&self.0, &by, base.0, day).await?;
        let items = views_list::items(&self.0, &rows).await?;
        let headers = &[
            ("column_base", ColumnKind::Text),
            ("column_organization", ColumnKind::Text),
            ("column_agreement_number", ColumnKind::Text),
            ("column_mode", ColumnKind::Text),
            ("column_began_on", ColumnKind::Date),
            ("column_agreed_to", ColumnKind::Date),
            ("column_ended_on", ColumnKind::Date),
        ];
        let day_or_none = |day: Option<Day>| day.map_or(sheets::export::Value::Empty, xlsx::day);
        let cells = items.iter().map(|of| {
            vec![
                xlsx::text(of.base.short_name.clone()),
                xlsx::text(of.organization.name.clone()),
                xlsx::optional(of.number.as_deref()),
                xlsx::word("mode", of.mode.as_str()),
                day_or_none(of.began),
                xlsx::day(of.last),
                day_or_none(of.ended),
            ]
        });
        Ok(Xlsx::list("sheet_title_residencies", headers, cells, day).await?)
    }
}
