//! Routes of assessments.

use domain::{
    access::Action,
    assessment::{AssessmentState, Breach, IndicatorScore, Written},
    id::{AssessmentId, BaseId, FileId, OrganizationId},
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
    store::{self, AssessmentRow},
    views::{self, AssessmentItem, AssessmentView},
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

/// Routes of assessments.
#[derive(Debug)]
pub struct AssessmentsApi(pub SharedHouse);

/// A column of scores, as far as they are given.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct ColumnBody {
    /// The scores.
    scores: Vec<IndicatorScore>,
    /// A word on the whole.
    comment: Option<String>,
}

impl From<ColumnBody> for Written {
    fn from(of: ColumnBody) -> Self {
        Self { scores: of.scores, comment: of.comment }
    }
}

/// What the base gives.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct ScoreBody {
    /// The scores.
    scores: Vec<IndicatorScore>,
    /// A word on the whole.
    comment: Option<String>,
    /// What was broken and fails the whole.
    breaches: Vec<Breach>,
}

/// The base's word to the grade.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ConcludeBody {
    /// The word.
    comment: String,
}

/// What the organization says.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct AppealBody {
    /// The words.
    text: String,
}

/// What an expert was asked for.
#[derive(Debug, Object)]
struct AskedList {
    /// What is to be scored first, then the newest.
    items: Vec<AssessmentItem>,
}

impl AssessmentsApi {
    async fn step(
        &self,
        by: &Caller,
        id: AssessmentId,
        seen: Option<&str>,
        step: Step,
    ) -> Answer<Found<AssessmentView>> {
        let row = steps::step(&self.0, by, id, seen, &step).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl AssessmentsApi {
    /// Assessments, the newest first
    #[oai(path = "/assessments", method = "get", operation_id = "assessments_list", tag = Tag::Assessments)]
    async fn list(
        &self,
        by: By<act::AssessmentsRead>,
        /// Only this base.
        base: Query<Option<BaseId>>,
        /// Only this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only this state.
        state: Query<Option<AssessmentState>>,
        /// Where the page begins.
        cursor: Query<Option<String>>,
        /// Items of a page.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<AssessmentItem>>> {
        let narrow = Narrow { base: base.0, organization: organization.0, further: None };
        let fits = |row: &AssessmentRow| {
            base.0.is_none_or(|base| row.base.0 == base)
                && organization.0.is_none_or(|own| row.organization.0 == own)
                && state.0.is_none_or(|state| row.state.0 == state)
        };
        let asked = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::AssessmentsRead, (narrow, fits), asked).await?;
        Ok(Json(Page { items: views::items(&self.0, &rows).await?, next, total: None }))
    }

    /// What one was asked to score as an expert
    #[oai(path = "/assessments/asked", method = "get", operation_id = "assessments_asked", tag = Tag::Assessments)]
    async fn asked(&self, by: By<act::AssessmentsEvaluate>) -> Answer<Json<AskedList>> {
        let rows = self.0.db.read(store::of_expert(by.principal.account)).await?;
        let mut items = views::items(&self.0, &rows).await?;
        let waits = |of: &AssessmentItem| of.state == AssessmentState::Scoring && of.delivered == Some(false);
        items.sort_by_key(|of| !waits(of));
        Ok(Json(AskedList { items }))
    }

    /// An assessment
    #[oai(path = "/assessments/:id", method = "get", operation_id = "assessments_show", tag = Tag::Assessments)]
    async fn show(&self, by: By<act::AssessmentsSee>, id: Path<AssessmentId>) -> Answer<Found<AssessmentView>> {
        let row = matter::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Save the self score, unfinished as it may be
    #[oai(path = "/assessments/:id/draft", method = "put", operation_id = "assessments_draft", tag = Tag::Assessments)]
    async fn draft(
        &self,
        by: By<act::AssessmentsAnswer>,
        id: Path<AssessmentId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ColumnBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::Draft(body.0.into())).await
    }

    /// Hand the self score in
    ///
    /// Everything that is missing is told at once.
    #[oai(path = "/assessments/:id/hand-in", method = "post", operation_id = "assessments_hand_in", tag = Tag::Assessments)]
    async fn hand_in(
        &self,
        by: By<act::AssessmentsAnswer>,
        id: Path<AssessmentId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ColumnBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::HandIn(body.0.into())).await
    }

    /// Go on without the self score, which was not handed in in time
    #[oai(path = "/assessments/:id/go-on", method = "post", operation_id = "assessments_go_on", tag = Tag::Assessments)]
    async fn go_on(&self, by: By<act::AssessmentsManage>, id: Path<AssessmentId>) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::GoOn).await
    }

    /// Give the self score back
    ///
    /// The time for it begins again.
    #[oai(path = "/assessments/:id/send-back", method = "post", operation_id = "assessments_send_back", tag = Tag::Assessments)]
    async fn send_back(
        &self,
        by: By<act::AssessmentsManage>,
        id: Path<AssessmentId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::SendBack(body.0.reason)).await
    }

    /// Save what the base gives, unfinished as it may be
    #[oai(path = "/assessments/:id/score", method = "put", operation_id = "assessments_score", tag = Tag::Assessments)]
    async fn score(
        &self,
        by: By<act::AssessmentsManage>,
        id: Path<AssessmentId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ScoreBody>,
    ) -> Answer<Found<AssessmentView>> {
        let ScoreBody { scores, comment, breaches } = body.0;
        self.step(&by, id.0, if_match.0.as_deref(), Step::Score(Written { scores, comment }, breaches)).await
    }

    /// Save what the expert gives, unfinished as it may be
    #[oai(path = "/assessments/:id/evaluate", method = "put", operation_id = "assessments_evaluate", tag = Tag::Assessments)]
    async fn evaluate(
        &self,
        by: By<act::AssessmentsEvaluate>,
        id: Path<AssessmentId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ColumnBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::Evaluate(body.0.into())).await
    }

    /// Hand in what the expert gives
    ///
    /// Everything that is missing is told at once, reasons for points taken off too.
    #[oai(path = "/assessments/:id/deliver", method = "post", operation_id = "assessments_deliver", tag = Tag::Assessments)]
    async fn deliver(
        &self,
        by: By<act::AssessmentsEvaluate>,
        id: Path<AssessmentId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ColumnBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::Deliver(body.0.into())).await
    }

    /// Go on without the expert
    ///
    /// His share goes to the others.
    #[oai(path = "/assessments/:id/excuse", method = "post", operation_id = "assessments_excuse", tag = Tag::Assessments)]
    async fn excuse(
        &self,
        by: By<act::AssessmentsManage>,
        id: Path<AssessmentId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::Excuse(body.0.reason)).await
    }

    /// Give the grade
    ///
    /// It follows from the scores, their weights and what was broken.
    #[oai(path = "/assessments/:id/conclude", method = "post", operation_id = "assessments_conclude", tag = Tag::Assessments)]
    async fn conclude(
        &self,
        by: By<act::AssessmentsManage>,
        id: Path<AssessmentId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ConcludeBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::Conclude(body.0.comment)).await
    }

    /// Appeal against the grade
    #[oai(path = "/assessments/:id/appeal", method = "post", operation_id = "assessments_appeal", tag = Tag::Assessments)]
    async fn appeal(
        &self,
        by: By<act::AssessmentsAnswer>,
        id: Path<AssessmentId>,
        body: Body<AppealBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::Appeal(body.0.text)).await
    }

    /// Leave the grade as it is
    #[oai(path = "/assessments/:id/uphold", method = "post", operation_id = "assessments_uphold", tag = Tag::Assessments)]
    async fn uphold(
        &self,
        by: By<act::AssessmentsDecide>,
        id: Path<AssessmentId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::Uphold(body.0.reason)).await
    }

    /// Have it scored again
    #[oai(path = "/assessments/:id/reopen", method = "post", operation_id = "assessments_reopen", tag = Tag::Assessments)]
    async fn reopen(
        &self,
        by: By<act::AssessmentsDecide>,
        id: Path<AssessmentId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::Reopen(body.0.reason)).await
    }

    /// Do not carry an assessment through
    #[oai(path = "/assessments/:id/cancel", method = "post", operation_id = "assessments_cancel", tag = Tag::Assessments)]
    async fn cancel(
        &self,
        by: By<act::AssessmentsManage>,
        id: Path<AssessmentId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<AssessmentView>> {
        self.step(&by, id.0, None, Step::Cancel(body.0.reason)).await
    }

    /// The bytes of a piece of evidence
    #[oai(path = "/assessments/:id/files/:file/content", method = "get", operation_id = "assessments_file", tag = Tag::Assessments)]
    async fn file(&self, by: By<act::AssessmentsSee>, id: Path<AssessmentId>, file: Path<FileId>) -> Answer<Content> {
        let row = steps::file(&self.0, &by, id.0, file.0).await?;
        Content::of(&self.0, row).await
    }
}
