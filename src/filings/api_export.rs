//! Cases as a workbook: 登记备案辅导台账.

use domain::{access::Action, id::BaseId};
use poem_openapi::{OpenApi, param::Query};
use sheets::export::{ColumnKind, Value as Cell};

use super::{
    store::FilingRow,
    views::{self, FilingItem},
};
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
pub struct FilingsExportApi(pub SharedHouse);

/// Rows read at a time.
const PART: usize = 500;

const HEADERS: &[(&str, ColumnKind)] = &[
    ("column_organization", ColumnKind::Text),
    ("column_base", ColumnKind::Text),
    ("column_filing_wanted", ColumnKind::Text),
    ("column_state", ColumnKind::Text),
    ("column_filing_authority", ColumnKind::Text),
    ("column_filing_number", ColumnKind::Text),
    ("column_filing_granted_on", ColumnKind::Date),
    ("column_days_organization", ColumnKind::Number),
    ("column_days_base", ColumnKind::Number),
    ("column_days_authority", ColumnKind::Number),
    ("column_reason", ColumnKind::Text),
];

#[expect(clippy::cast_precision_loss, reason = "days of a case are few")]
fn days(of: i64) -> Cell {
    Cell::Number(of as f64)
}

fn cells((row, item): (&FilingRow, &FilingItem)) -> Result<Vec<Cell>, Fault> {
    let course = row.course()?;
    // What was refused once may have been granted since.
    let ended = course.ended.as_ref().or(course.refused.as_ref().filter(|_| course.grant.is_none()));
    Ok(vec![
        xlsx::text(item.organization.name.clone()),
        xlsx::text(item.base.short_name.clone()),
        xlsx::word("filing_wanted", item.wanted.as_str()),
        xlsx::word("filing", item.state.as_str()),
        xlsx::optional(course.authority.as_deref()),
        xlsx::optional(course.grant.as_ref().map(|of| of.number.as_str())),
        item.granted_on.map_or(Cell::Empty, xlsx::day),
        days(item.days.organization),
        days(item.days.base),
        days(item.days.authority),
        xlsx::optional(ended.map(|of| of.text.as_str())),
    ])
}

#[OpenApi(prefix_path = "/api/v1")]
impl FilingsExportApi {
    /// Cases as a workbook, the newest first
    #[oai(path = "/filings/export", method = "get", operation_id = "filings_export", tag = Tag::Filings)]
    async fn export(
        &self,
        by: By<act::FilingsRead>,
        /// Only of this base.
        base: Query<Option<BaseId>>,
    ) -> Answer<Xlsx> {
        let house = &self.0;
        let (mut rows, mut cursor) = (Vec::new(), None::<String>);
        let fits = |row: &FilingRow| base.0.is_none_or(|base| row.base.0 == base);
        loop {
            let part = (cursor.as_deref(), PART);
            let (more, next) = by_base::page(&house.db, &by, Action::FilingsRead, (base.0, fits), part).await?;
            rows.extend(more);
            cursor = next.filter(|_| rows.len() < MAX_ROWS);
            if cursor.is_none() {
                break;
            }
        }
        let items = views::items(house, &rows).await?;
        let cells: Vec<Vec<Cell>> = rows.iter().zip(&items).map(cells).collect::<Result<_, Fault>>()?;
        Ok(Xlsx::list("sheet_title_filings", HEADERS, cells.into_iter(), house.today()).await?)
    }
}
