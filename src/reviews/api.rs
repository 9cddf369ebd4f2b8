//! Routes of reviews, for those who hold them and decide on them.

use domain::{
    access::Action,
    day::Day,
    id::{AccountId, ApplicationId, BaseId, IntakeId, ReviewId, ReviewSheetId},
    review::{
        ReviewState,
        decision::{Decision, Outcome},
    },
    rubric::Criterion,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    convene::{self, NewReview},
    decide,
    service::{self, Step},
    store::ReviewRow,
    views::{self, ReviewItem, ReviewView},
    views_prepare::{self, PrepareView},
};
use crate::{
    applications::views::{self as applications, ApplicationView},
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Created, Found, Page, Tag, act, by_base, reply},
};

/// Routes of reviews.
#[derive(Debug)]
pub struct ReviewsApi(pub SharedHouse);

/// A review to be convened.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ConveneBody {
    /// For which intake.
    intake: IntakeId,
    /// Applications that passed the first check.
    applications: Vec<ApplicationId>,
    /// Accounts that hold the role of a reviewer.
    reviewers: Vec<AccountId>,
    /// The last day for reviewers; by the clocks of the applications when left out.
    #[serde(default)]
    due: Option<Day>,
    /// Criteria, a hundred points together; those of the base when left out.
    #[serde(default)]
    rubric: Option<Vec<Criterion>>,
}

/// A reviewer to be added.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ReviewerBody {
    /// The account.
    reviewer: AccountId,
}

/// A reason.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ReviewReasonBody {
    /// Why.
    reason: String,
}

/// More time.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ReviewExtendBody {
    /// The new last day.
    due: Day,
}

/// What is decided.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct DecideBody {
    /// On each application that is still in the review.
    decisions: Vec<Decision>,
}

/// A decision on an application of the waiting list.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct FromListBody {
    /// Why; needed for none at all.
    reason: Option<String>,
}

impl ReviewsApi {
    async fn step(&self, by: &Caller, id: ReviewId, step: Step) -> Answer<Found<ReviewView>> {
        let row = service::step(&self.0, by, id, &step).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
    async fn decide_alone(
        &self,
        by: &Caller,
        id: ApplicationId,
        outcome: Outcome,
        reason: Option<&str>,
    ) -> Answer<Found<ApplicationView>> {
        let row = decide::from_list(&self.0, by, id, (outcome, reason)).await?;
        Ok(Found(applications::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl ReviewsApi {
    /// Reviews, the newest first
    #[oai(path = "/reviews", method = "get", operation_id = "reviews_list", tag = Tag::Reviews)]
    async fn list(
        &self,
        by: By<act::ReviewsRead>,
        /// Only at this base.
        base: Query<Option<BaseId>>,
        /// Only for this intake.
        intake: Query<Option<IntakeId>>,
        /// Only in this state.
        state: Query<Option<ReviewState>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<ReviewItem>>> {
        let fits = |row: &ReviewRow| {
            intake.0.is_none_or(|intake| row.intake.0 == intake) && state.0.is_none_or(|state| row.state.0 == state)
        };
        let part = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::ReviewsRead, (base.0, fits), part).await?;
        Ok(Json(Page { items: views::items(&self.0, &rows).await?, next, total: None }))
    }

    /// What a review of an intake can be convened with
    ///
    /// Applications that wait for one, everybody who could review with what binds him to whom, and by what the
    /// base reviews today.
    #[oai(path = "/intakes/:id/panel", method = "get", operation_id = "reviews_prepare", tag = Tag::Reviews)]
    async fn prepare(&self, by: By<act::ReviewsManage>, id: Path<IntakeId>) -> Answer<Json<PrepareView>> {
        Ok(Json(views_prepare::view(&self.0, &by, id.0).await?))
    }

    /// Convene a review
    ///
    /// Each reviewer gets a sheet for each application, and says before the first look whether he is free to
    /// review it.
    #[oai(path = "/reviews", method = "post", operation_id = "reviews_convene", tag = Tag::Reviews)]
    async fn convene(&self, by: By<act::ReviewsManage>, body: Body<ConveneBody>) -> Answer<Created<ReviewView>> {
        let ConveneBody { intake, applications, reviewers, due, rubric } = body.0;
        let new = NewReview { intake, applications, reviewers, due, rubric };
        let row = convene::convene(&self.0, &by, &new).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }

    /// A review
    ///
    /// Points are shown when it is not open any more, so that nobody scores by what others gave. What was given
    /// before it was sent back stays in its history.
    #[oai(path = "/reviews/:id", method = "get", operation_id = "reviews_show", tag = Tag::Reviews)]
    async fn show(&self, by: By<act::ReviewsRead>, id: Path<ReviewId>) -> Answer<Found<ReviewView>> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Add a reviewer
    #[oai(path = "/reviews/:id/reviewers", method = "post", operation_id = "reviews_add_reviewer", tag = Tag::Reviews)]
    async fn add(
        &self,
        by: By<act::ReviewsManage>,
        id: Path<ReviewId>,
        body: Body<ReviewerBody>,
    ) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::Add(body.0.reviewer)).await
    }

    /// Take a reviewer out
    ///
    /// What he wrote stays readable and does not count.
    #[oai(path = "/reviews/:id/reviewers/:account/remove", method = "post", operation_id = "reviews_remove_reviewer", tag = Tag::Reviews)]
    async fn remove(
        &self,
        by: By<act::ReviewsManage>,
        id: Path<ReviewId>,
        account: Path<AccountId>,
        body: Body<ReviewReasonBody>,
    ) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::Remove(account.0, body.0.reason)).await
    }

    /// Give reviewers more time
    #[oai(path = "/reviews/:id/extend", method = "post", operation_id = "reviews_extend", tag = Tag::Reviews)]
    async fn extend(
        &self,
        by: By<act::ReviewsManage>,
        id: Path<ReviewId>,
        body: Body<ReviewExtendBody>,
    ) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::Extend(body.0.due)).await
    }

    /// Give a sheet that was handed in back to its reviewer
    #[oai(path = "/reviews/:id/sheets/:sheet/unlock", method = "post", operation_id = "reviews_unlock", tag = Tag::Reviews)]
    async fn unlock(
        &self,
        by: By<act::ReviewsManage>,
        id: Path<ReviewId>,
        sheet: Path<ReviewSheetId>,
        body: Body<ReviewReasonBody>,
    ) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::Unlock(sheet.0, body.0.reason)).await
    }

    /// Close a review
    ///
    /// Each application needs its sheets. What came out is fixed now.
    #[oai(path = "/reviews/:id/close", method = "post", operation_id = "reviews_close", tag = Tag::Reviews)]
    async fn close(&self, by: By<act::ReviewsManage>, id: Path<ReviewId>) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::Close).await
    }

    /// Call a review off
    ///
    /// Its applications wait for another one.
    #[oai(path = "/reviews/:id/cancel", method = "post", operation_id = "reviews_cancel", tag = Tag::Reviews)]
    async fn cancel(
        &self,
        by: By<act::ReviewsManage>,
        id: Path<ReviewId>,
        body: Body<ReviewReasonBody>,
    ) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::Cancel(body.0.reason)).await
    }

    /// Send a closed review back to its reviewers
    #[oai(path = "/reviews/:id/send-back", method = "post", operation_id = "reviews_send_back", tag = Tag::Reviews)]
    async fn send_back(
        &self,
        by: By<act::ReviewsDecide>,
        id: Path<ReviewId>,
        body: Body<ReviewReasonBody>,
    ) -> Answer<Found<ReviewView>> {
        self.step(&by, id.0, Step::SendBack(body.0.reason)).await
    }

    /// Decide on all applications of a closed review at once
    ///
    /// Never more get a place than the intake has. Who is passed over is told why.
    #[oai(path = "/reviews/:id/decide", method = "post", operation_id = "reviews_decide", tag = Tag::Reviews)]
    async fn decide(
        &self,
        by: By<act::ReviewsDecide>,
        id: Path<ReviewId>,
        body: Body<DecideBody>,
    ) -> Answer<Found<ReviewView>> {
        let row = decide::decide(&self.0, &by, id.0, &body.0.decisions).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Give the next one of the waiting list a place that is free
    #[oai(path = "/applications/:id/propose", method = "post", operation_id = "reviews_propose_waiting", tag = Tag::Reviews)]
    async fn propose(
        &self,
        by: By<act::ReviewsDecide>,
        id: Path<ApplicationId>,
        body: Body<FromListBody>,
    ) -> Answer<Found<ApplicationView>> {
        self.decide_alone(&by, id.0, Outcome::Propose, body.0.reason.as_deref()).await
    }

    /// Take an application off the waiting list, with a reason
    #[oai(path = "/applications/:id/reject", method = "post", operation_id = "reviews_reject_waiting", tag = Tag::Reviews)]
    async fn reject(
        &self,
        by: By<act::ReviewsDecide>,
        id: Path<ApplicationId>,
        body: Body<FromListBody>,
    ) -> Answer<Found<ApplicationView>> {
        self.decide_alone(&by, id.0, Outcome::Reject, body.0.reason.as_deref()).await
    }
}
