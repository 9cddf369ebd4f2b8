//! Applications as a workbook: 入驻申请台账.

use domain::{
    application::ApplicationState,
    id::{BaseId, IntakeId},
    intake::ResidencyMode,
};
use poem_openapi::{OpenApi, param::Query};
use sheets::export::{ColumnKind, Value as Cell};

use super::{
    lists::{self, Wanted},
    views,
};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{self, MAX_ROWS, Xlsx},
    },
};

/// Rows read at a time.
const PART: usize = 200;

/// Routes of the workbook.
#[derive(Debug)]
pub struct ApplicationsExportApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl ApplicationsExportApi {
    /// Applications as a workbook, the newest first
    #[oai(path = "/applications/export", method = "get", operation_id = "applications_export", tag = Tag::Applications)]
    async fn export(
        &self,
        by: By<act::ApplicationsRead>,
        /// Only at this base.
        base: Query<Option<BaseId>>,
        /// Only to this intake.
        intake: Query<Option<IntakeId>>,
        /// Only in this state.
        state: Query<Option<ApplicationState>>,
        /// Only those that are not ended.
        open: Query<Option<bool>>,
    ) -> Answer<Xlsx> {
        let wanted = Wanted {
            base: base.0,
            intake: intake.0,
            state: state.0,
            open: open.0.unwrap_or_default(),
            organization: None,
        };
        let (mut cells, mut cursor) = (Vec::new(), None);
        loop {
            let (rows, next) = lists::page(&self.0, &by, &wanted, cursor.as_deref(), PART).await?;
            for item in views::items(&self.0, &rows).await? {
                let day = |day: Option<domain::day::Day>| day.map_or(Cell::Empty, xlsx::day);
                cells.push(vec![
                    xlsx::optional(item.number.as_deref()),
                    xlsx::text(item.organization.name),
                    xlsx::word("applicant", item.kind.as_str()),
                    xlsx::text(item.base.short_name),
                    xlsx::text(item.intake.name),
                    item.mode.map_or(Cell::Empty, |mode: ResidencyMode| xlsx::word("mode", mode.as_str())),
                    item.stage.map_or(Cell::Empty, |stage| xlsx::word("stage", stage.as_str())),
                    xlsx::word("application", item.state.as_str()),
                    xlsx::day(item.since),
                    day(item.submitted_on),
                    day(item.clock.as_ref().map(|clock| clock.due)),
                    item.clock.map_or(Cell::Empty, |clock| xlsx::word("party", clock.owner.as_str())),
                ]);
            }
            cursor = next;
            if cursor.is_none() || cells.len() >= MAX_ROWS {
                break;
            }
        }
        let headers = &[
            ("column_application_number", ColumnKind::Text),
            ("column_organization", ColumnKind::Text),
            ("column_applicant_kind", ColumnKind::Text),
            ("column_base", ColumnKind::Text),
            ("column_intake", ColumnKind::Text),
            ("column_mode", ColumnKind::Text),
            ("column_stage", ColumnKind::Text),
            ("column_state", ColumnKind::Text),
            ("column_state_since", ColumnKind::Date),
            ("column_submitted_on", ColumnKind::Date),
            ("column_due", ColumnKind::Date),
            ("column_whose_turn", ColumnKind::Text),
        ];
        Ok(Xlsx::list("sheet_title_applications", headers, cells.into_iter(), self.0.today()).await?)
    }
}
