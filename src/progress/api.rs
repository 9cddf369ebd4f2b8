//! Routes of reports.

use domain::{
    access::Action,
    day::Day,
    id::{BaseId, FileId, OrganizationId, ProgressReportId},
    progress::{ReportAnswer, ReportGap, ReportPeriod, ReportState},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    matter,
    steps::{self, Step},
    store::ReportRow,
    views::{self, ReportItem, ReportView},
};
use crate::{
    files::api::Content,
    house::SharedHouse,
    http::{
        Answer, Body, By, Caller, Found, Page, ReasonBody, Tag, act,
        by_base::{self, Narrow},
        reply,
    },
};

/// Routes of reports.
#[derive(Debug)]
pub struct ProgressApi(pub SharedHouse);

/// What is answered, as far as it goes.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct ReportBody {
    /// The answers.
    answers: Vec<ReportAnswer>,
}

/// A word to what is accepted.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct AcceptBody {
    /// The word.
    comment: Option<String>,
}

/// What is missing.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ReturnBody {
    /// All of it.
    gaps: Vec<ReportGap>,
    /// By when it is to be handed in again; as many days as there are for a report, when left out. A day that was told
    /// is not moved nearer.
    #[serde(default)]
    due: Option<Day>,
}

/// Why it is wanted again.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct AgainBody {
    /// Why.
    reason: String,
    /// By when; as many days as there are for a report, when left out. A day that was told is not moved nearer.
    #[serde(default)]
    due: Option<Day>,
}

impl ProgressApi {
    async fn step(
        &self,
        by: &Caller,
        id: ProgressReportId,
        seen: Header<Option<String>>,
        step: Step,
    ) -> Answer<Found<ReportView>> {
        let row = steps::step(&self.0, by, id, seen.0.as_deref(), &step).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl ProgressApi {
    /// Reports, the newest first
    #[oai(path = "/progress-reports", method = "get", operation_id = "progress_list", tag = Tag::Progress)]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        by: By<act::ProgressRead>,
        /// Only this base.
        base: Query<Option<BaseId>>,
        /// Only this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only this month or quarter.
        period: Query<Option<ReportPeriod>>,
        /// Only this state.
        state: Query<Option<ReportState>>,
        /// Where the page begins.
        cursor: Query<Option<String>>,
        /// Items of a page.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<ReportItem>>> {
        let narrow = Narrow { base: base.0, organization: organization.0, further: None };
        let fits = |row: &ReportRow| {
            base.0.is_none_or(|base| row.base.0 == base)
                && organization.0.is_none_or(|own| row.organization.0 == own)
                && period.0.is_none_or(|period| row.period.0 == period)
                && state.0.is_none_or(|state| row.state.0 == state)
        };
        let asked = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::ProgressRead, (narrow, fits), asked).await?;
        Ok(Json(Page { items: views::items(&self.0, &rows).await?, next, total: None }))
    }

    /// A report
    #[oai(path = "/progress-reports/:id", method = "get", operation_id = "progress_show", tag = Tag::Progress)]
    async fn show(&self, by: By<act::ProgressRead>, id: Path<ProgressReportId>) -> Answer<Found<ReportView>> {
        let row = matter::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Save a report, unfinished as it may be
    #[oai(path = "/progress-reports/:id/draft", method = "put", operation_id = "progress_draft", tag = Tag::Progress)]
    async fn draft(
        &self,
        by: By<act::ProgressAnswer>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReportBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Draft(body.0.answers)).await
    }

    /// Hand a report in
    ///
    /// Everything that is missing is told at once. It is never too late for that, and it is noted how late it is.
    #[oai(path = "/progress-reports/:id/submit", method = "post", operation_id = "progress_submit", tag = Tag::Progress)]
    async fn submit(
        &self,
        by: By<act::ProgressAnswer>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReportBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Submit(body.0.answers)).await
    }

    /// Accept a report
    #[oai(path = "/progress-reports/:id/accept", method = "post", operation_id = "progress_accept", tag = Tag::Progress)]
    async fn accept(
        &self,
        by: By<act::ProgressManage>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<AcceptBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Accept(body.0.comment)).await
    }

    /// Give a report back, with all that is missing
    #[oai(path = "/progress-reports/:id/return", method = "post", operation_id = "progress_return", tag = Tag::Progress)]
    async fn give_back(
        &self,
        by: By<act::ProgressManage>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReturnBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Return(body.0.gaps, body.0.due)).await
    }

    /// Do without a report
    #[oai(path = "/progress-reports/:id/waive", method = "post", operation_id = "progress_waive", tag = Tag::Progress)]
    async fn waive(
        &self,
        by: By<act::ProgressManage>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Waive(body.0.reason)).await
    }

    /// Want a report after all that one did without
    #[oai(path = "/progress-reports/:id/require", method = "post", operation_id = "progress_require", tag = Tag::Progress)]
    async fn require(
        &self,
        by: By<act::ProgressManage>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<AgainBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Require(body.0.reason, body.0.due)).await
    }

    /// Have an accepted report put right
    ///
    /// The version that was accepted stays readable, and counts until another one is accepted.
    #[oai(path = "/progress-reports/:id/reopen", method = "post", operation_id = "progress_reopen", tag = Tag::Progress)]
    async fn reopen(
        &self,
        by: By<act::ProgressManage>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<AgainBody>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Reopen(body.0.reason, body.0.due)).await
    }

    /// Leave an accepted report as it was
    ///
    /// What was written since it was opened again is dropped.
    #[oai(path = "/progress-reports/:id/keep", method = "post", operation_id = "progress_keep", tag = Tag::Progress)]
    async fn keep(
        &self,
        by: By<act::ProgressManage>,
        id: Path<ProgressReportId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Answer<Found<ReportView>> {
        self.step(&by, id.0, if_match, Step::Keep).await
    }

    /// The bytes of an attachment, also of one that an accepted version had and that was taken off since
    #[oai(path = "/progress-reports/:id/files/:file/content", method = "get", operation_id = "progress_file", tag = Tag::Progress)]
    async fn file(&self, by: By<act::ProgressRead>, id: Path<ProgressReportId>, file: Path<FileId>) -> Answer<Content> {
        let row = steps::file(&self.0, &by, id.0, file.0).await?;
        Content::of(&self.0, row).await
    }
}
