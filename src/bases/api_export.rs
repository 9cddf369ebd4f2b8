//! Bases and their particulars as a workbook.

use std::collections::BTreeMap;

use poem_openapi::OpenApi;
use sheets::export::{ColumnKind, Value};

use super::{api::details, store};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{Xlsx, optional, text, yes},
    },
};

/// The list of bases as a workbook.
#[derive(Debug)]
pub struct BasesExportApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl BasesExportApi {
    /// The bases as a spreadsheet
    #[oai(path = "/bases/export", method = "get", operation_id = "bases_export", tag = Tag::Bases)]
    async fn export(&self, _by: By<act::BasesRead>) -> Answer<Xlsx> {
        let bases = store::all(&self.0.db).await?;
        let codes: Vec<String> = bases.iter().map(|row| row.division.clone()).collect();
        let divisions = crate::divisions::store::named(&self.0.db, &codes).await?;
        let names: BTreeMap<String, String> = divisions.into_iter().map(|row| (row.code, row.name)).collect();
        let number = |value: Option<f64>| value.map_or(Value::Empty, Value::Number);
        let count = |value: Option<u32>| value.map_or(Value::Empty, |value| Value::Integer(value.into()));
        let rows = bases.iter().map(|row| {
            let more = details(row);
            vec![
                text(row.code.as_str()),
                text(row.name.as_str()),
                text(row.short_name.as_str()),
                optional(names.get(&row.division).map(String::as_str)),
                yes(row.assumed),
                optional(more.sponsor.as_deref()),
                optional(more.operator.as_deref()),
                optional(more.address.as_deref()),
                number(more.gross_area_m2),
                number(more.office_area_m2),
                optional(more.director.as_deref()),
                count(more.full_time_staff),
                count(more.social_workers),
                optional(more.opening_hours.as_deref()),
                optional(more.hotline.as_deref()),
            ]
        });
        let headers = &[
            ("column_base_code", ColumnKind::Digits),
            ("column_base_name", ColumnKind::Text),
            ("column_short_name", ColumnKind::Text),
            ("column_division", ColumnKind::Text),
            ("column_assumed", ColumnKind::Text),
            ("column_sponsor", ColumnKind::Text),
            ("column_operator", ColumnKind::Text),
            ("column_address", ColumnKind::Text),
            ("column_gross_area", ColumnKind::Number),
            ("column_office_area", ColumnKind::Number),
            ("column_director", ColumnKind::Text),
            ("column_full_time_staff", ColumnKind::Number),
            ("column_social_workers", ColumnKind::Number),
            ("column_opening_hours", ColumnKind::Text),
            ("column_hotline", ColumnKind::Digits),
        ];
        Ok(Xlsx::list("sheet_title_bases", headers, rows, self.0.today()).await?)
    }
}
