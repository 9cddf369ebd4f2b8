//! Certificates as a workbook: 证书台账.

use domain::{access::Action, certificate::shown_code, id::BaseId};
use poem_openapi::{OpenApi, param::Query};
use sheets::export::{ColumnKind, Value as Cell};

use super::store::CertificateRow;
use crate::{
    fault::Fault,
    house::SharedHouse,
    http::{
        Answer, By, Tag, act, by_base,
        xlsx::{self, MAX_ROWS, Xlsx},
    },
};

/// Routes of the workbook.
#[derive(Debug)]
pub struct CertificatesExportApi(pub SharedHouse);

/// Rows read at a time.
const PART: usize = 500;

const HEADERS: &[(&str, ColumnKind)] = &[
    ("column_certificate_number", ColumnKind::Text),
    ("column_certificate_kind", ColumnKind::Text),
    ("column_organization", ColumnKind::Text),
    ("column_base", ColumnKind::Text),
    ("column_from", ColumnKind::Date),
    ("column_to", ColumnKind::Date),
    ("column_issued_on", ColumnKind::Date),
    ("column_by", ColumnKind::Text),
    ("column_verify_code", ColumnKind::Text),
    ("column_state", ColumnKind::Text),
    ("column_revoked_on", ColumnKind::Date),
    ("column_reason", ColumnKind::Text),
];

fn cells(row: &CertificateRow) -> Result<Vec<Cell>, Fault> {
    let (shown, revocation) = (row.shown()?, row.certificate()?.revocation);
    Ok(vec![
        xlsx::text(row.number.clone()),
        xlsx::word("certificate_kind", row.kind.0.as_str()),
        xlsx::text(shown.organization),
        xlsx::text(shown.base),
        xlsx::day(shown.from),
        xlsx::day(shown.to),
        xlsx::day(row.issued_on.0),
        xlsx::text(row.issued_by.clone()),
        xlsx::text(shown_code(&row.code)),
        xlsx::word("certificate_state", row.state.0.as_str()),
        revocation.as_ref().map_or(Cell::Empty, |of| xlsx::day(of.on)),
        xlsx::optional(revocation.as_ref().map(|of| of.reason.as_str())),
    ])
}

#[OpenApi(prefix_path = "/api/v1")]
impl CertificatesExportApi {
    /// Certificates as a workbook, the newest first
    #[oai(path = "/certificates/export", method = "get", operation_id = "certificates_export", tag = Tag::Certificates)]
    async fn export(
        &self,
        by: By<act::CertificatesRead>,
        /// Only of this base.
        base: Query<Option<BaseId>>,
    ) -> Answer<Xlsx> {
        let house = &self.0;
        let (mut rows, mut cursor) = (Vec::new(), None::<String>);
        let fits = |row: &CertificateRow| base.0.is_none_or(|base| row.base.0 == base);
        loop {
            let part = (cursor.as_deref(), PART);
            let (more, next) = by_base::page(&house.db, &by, Action::CertificatesRead, (base.0, fits), part).await?;
            rows.extend(more);
            cursor = next.filter(|_| rows.len() < MAX_ROWS);
            if cursor.is_none() {
                break;
            }
        }
        let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect::<Result<_, Fault>>()?;
        Ok(Xlsx::list("sheet_title_certificates", HEADERS, cells.into_iter(), house.today()).await?)
    }
}
