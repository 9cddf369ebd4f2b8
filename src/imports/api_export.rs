//! What was brought in, as a workbook.

use poem_openapi::OpenApi;
use sheets::export::{ColumnKind, Value};

use super::api::listed;
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{MAX_ROWS, Xlsx, moment, optional, text},
    },
    messages,
};

/// The list of imports as a workbook.
#[derive(Debug)]
pub struct ImportsExportApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl ImportsExportApi {
    /// The imports as a spreadsheet
    #[oai(path = "/imports/export", method = "get", operation_id = "imports_export", tag = Tag::Imports)]
    async fn export(&self, by: By<act::ImportsSee>) -> Answer<Xlsx> {
        let house = &self.0;
        let imports = listed(house, &by, None, MAX_ROWS).await?;
        let bases = crate::bases::store::all(&house.db).await?;
        let base = |row: &super::store::ImportRow| bases.iter().find(|base| Some(base.id) == row.base);
        let rows = imports.iter().map(|row| {
            vec![
                moment(row.created_at.0, house.zone),
                text(messages::word(&format!("import_kind_{}", row.kind.0.as_str()))),
                text(row.file_name.as_str()),
                optional(base(row).map(|base| base.short_name.as_str())),
                Value::Integer(row.total),
                text(messages::word(&format!("import_state_{}", row.state.0.as_str()))),
                text(row.name.as_str()),
            ]
        });
        let headers = &[
            ("column_at", ColumnKind::Text),
            ("column_import_kind", ColumnKind::Text),
            ("column_file_name", ColumnKind::Text),
            ("column_base", ColumnKind::Text),
            ("column_rows", ColumnKind::Number),
            ("column_state", ColumnKind::Text),
            ("column_by", ColumnKind::Text),
        ];
        Ok(Xlsx::list("sheet_title_imports", headers, rows, house.today()).await?)
    }
}
