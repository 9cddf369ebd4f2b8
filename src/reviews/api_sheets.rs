//! Routes of score sheets, for their reviewers.

use domain::{
    id::{FileId, ReviewSheetId},
    review::sheet::{Advice, Marks},
    rubric::Score,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path},
    payload::Json,
};
use serde::Deserialize;

use super::{
    sheets::{self, Step},
    views_sheets::{self, SheetList, SheetView},
};
use crate::{
    files::api::Content,
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Found, Tag, act, reply::Done},
};

/// Routes of score sheets.
#[derive(Debug)]
pub struct SheetsApi(pub SharedHouse);

/// Why one steps aside.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RecuseBody {
    /// Why.
    reason: String,
}

/// Points, as far as they are given.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct MarksBody {
    /// Points by criterion.
    scores: Vec<Score>,
    /// What is advised.
    advice: Option<Advice>,
    /// Why; needed for any advice but to admit.
    comment: Option<String>,
}

impl From<MarksBody> for Marks {
    fn from(of: MarksBody) -> Self {
        Self { scores: of.scores, advice: of.advice, comment: of.comment }
    }
}

impl SheetsApi {
    async fn step(&self, by: &Caller, id: ReviewSheetId, seen: Option<&str>, step: Step) -> Answer<Found<SheetView>> {
        let row = sheets::step(&self.0, by, id, seen, &step).await?;
        Ok(Found(views_sheets::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl SheetsApi {
    /// What one was asked to review
    ///
    /// What one stepped aside from is not there.
    #[oai(path = "/review-sheets", method = "get", operation_id = "review_sheets_list", tag = Tag::Reviews)]
    async fn list(&self, by: By<act::SheetsRead>) -> Answer<Json<SheetList>> {
        Ok(Json(views_sheets::list(&self.0, &by).await?))
    }

    /// A sheet of one's own
    ///
    /// With the application, once one said that one is free to review it.
    #[oai(path = "/review-sheets/:id", method = "get", operation_id = "review_sheets_show", tag = Tag::Reviews)]
    async fn show(&self, by: By<act::SheetsRead>, id: Path<ReviewSheetId>) -> Answer<Found<SheetView>> {
        let row = sheets::get(&self.0, &by, id.0).await?;
        Ok(Found(views_sheets::view(&self.0, &by, row).await?))
    }

    /// Declare that nothing stands in the way
    #[oai(path = "/review-sheets/:id/clear", method = "post", operation_id = "review_sheets_clear", tag = Tag::Reviews)]
    async fn clear(&self, by: By<act::SheetsWrite>, id: Path<ReviewSheetId>) -> Answer<Found<SheetView>> {
        self.step(&by, id.0, None, Step::Clear).await
    }

    /// Step aside
    ///
    /// The sheet is gone for its reviewer then; who convened the review sees the reason.
    #[oai(path = "/review-sheets/:id/recuse", method = "post", operation_id = "review_sheets_recuse", tag = Tag::Reviews)]
    async fn recuse(&self, by: By<act::SheetsWrite>, id: Path<ReviewSheetId>, body: Body<RecuseBody>) -> Answer<Done> {
        sheets::step(&self.0, &by, id.0, None, &Step::Recuse(body.0.reason)).await?;
        Ok(Done::Done)
    }

    /// Save points, unfinished as they may be
    #[oai(path = "/review-sheets/:id", method = "put", operation_id = "review_sheets_save", tag = Tag::Reviews)]
    async fn save(
        &self,
        by: By<act::SheetsWrite>,
        id: Path<ReviewSheetId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<MarksBody>,
    ) -> Answer<Found<SheetView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::Save(body.0.into())).await
    }

    /// Hand a sheet in
    ///
    /// Everything that is missing is told at once.
    #[oai(path = "/review-sheets/:id/lock", method = "post", operation_id = "review_sheets_lock", tag = Tag::Reviews)]
    async fn lock(
        &self,
        by: By<act::SheetsWrite>,
        id: Path<ReviewSheetId>,
        body: Body<MarksBody>,
    ) -> Answer<Found<SheetView>> {
        self.step(&by, id.0, None, Step::Lock(body.0.into())).await
    }

    /// The bytes of a document of the application
    #[oai(path = "/review-sheets/:id/files/:file/content", method = "get", operation_id = "review_sheets_file", tag = Tag::Reviews)]
    async fn file(&self, by: By<act::SheetsRead>, id: Path<ReviewSheetId>, file: Path<FileId>) -> Answer<Content> {
        let row = sheets::file(&self.0, &by, id.0, file.0).await?;
        Content::of(&self.0, row).await
    }
}
