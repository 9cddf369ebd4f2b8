//! Routes of rounds of assessments.

use domain::{
    access::Action,
    assessment::AssessmentCycle,
    day::Day,
    id::{AccountId, AssessmentRoundId, BaseId, OrganizationId},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    rounds::{self, Opening},
    store::RoundRow,
    views_rounds::{self, RoundItem, RoundProspect, RoundView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Created, Found, Page, Tag, act, by_base, reply},
};

/// Routes of rounds of assessments.
#[derive(Debug)]
pub struct RoundsApi(pub SharedHouse);

/// A round to be opened.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RoundBody {
    /// In which base.
    base: BaseId,
    /// Its title.
    title: String,
    /// What it looks back on.
    cycle: AssessmentCycle,
    /// From when.
    first: Day,
    /// To when.
    last: Day,
    /// Whom; everybody who was resident in that time and still is, when left out.
    #[serde(default)]
    organizations: Option<Vec<OrganizationId>>,
    /// The expert who is asked.
    #[serde(default)]
    expert: Option<AccountId>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl RoundsApi {
    /// Rounds of assessments, the newest first
    #[oai(path = "/assessment-rounds", method = "get", operation_id = "assessment_rounds_list", tag = Tag::Assessments)]
    async fn list(
        &self,
        by: By<act::AssessmentsRead>,
        /// Only this base.
        base: Query<Option<BaseId>>,
        /// Where the page begins.
        cursor: Query<Option<String>>,
        /// Items of a page.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<RoundItem>>> {
        let fits = |row: &RoundRow| base.0.is_none_or(|base| row.base.0 == base);
        let asked = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::AssessmentsRead, (base.0, fits), asked).await?;
        Ok(Json(Page { items: views_rounds::items(&self.0, &rows).await?, next, total: None }))
    }

    /// What a round would be: who could be assessed, on which sheet, by whom
    #[oai(path = "/assessment-rounds/prospect", method = "get", operation_id = "assessment_rounds_prospect", tag = Tag::Assessments)]
    async fn prospect(
        &self,
        by: By<act::AssessmentsManage>,
        /// In which base.
        base: Query<BaseId>,
        /// From when.
        first: Query<Day>,
        /// To when.
        last: Query<Day>,
    ) -> Answer<Json<RoundProspect>> {
        Ok(Json(rounds::prospect(&self.0, &by, base.0, (first.0, last.0)).await?.into()))
    }

    /// Open a round
    ///
    /// Everybody in it is asked to score himself, on the sheet that holds today.
    #[oai(path = "/assessment-rounds", method = "post", operation_id = "assessment_rounds_open", tag = Tag::Assessments)]
    async fn open(&self, by: By<act::AssessmentsManage>, body: Body<RoundBody>) -> Answer<Created<RoundView>> {
        let RoundBody { base, title, cycle, first, last, organizations, expert } = body.0;
        let asked = Opening { base, title, cycle, first, last, organizations, expert };
        let row = rounds::open(&self.0, &by, &asked).await?;
        Ok(Created(views_rounds::view(&self.0, row).await?))
    }

    /// A round
    #[oai(path = "/assessment-rounds/:id", method = "get", operation_id = "assessment_rounds_show", tag = Tag::Assessments)]
    async fn show(&self, by: By<act::AssessmentsRead>, id: Path<AssessmentRoundId>) -> Answer<Found<RoundView>> {
        let row = rounds::get(&self.0, &by, id.0).await?;
        Ok(Found(views_rounds::view(&self.0, row).await?))
    }
}
