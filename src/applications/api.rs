//! Routes of applications.

use domain::{
    application::{ApplicationState, CorrectionItem, eligibility::EligibilityRule, form::Form},
    day::Day,
    id::{ApplicationId, BaseId, IntakeId, OrganizationId},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    lists::{self, Wanted},
    service::{self, Step},
    views::{self, ApplicationItem, ApplicationView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Created, Found, Page, Tag, act, reply},
};

/// Routes of applications.
#[derive(Debug)]
pub struct ApplicationsApi(pub SharedHouse);

/// An application to be begun.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct BeginBody {
    /// To which intake.
    intake: IntakeId,
    /// Whose.
    organization: OrganizationId,
    /// What is known already.
    #[serde(default)]
    form: Option<Form>,
}

/// The form as it is now.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SaveBody {
    /// The whole form; what is left out is empty.
    form: Form,
}

/// Everything that is missing, at once.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct CorrectionBody {
    /// What is missing or wrong.
    items: Vec<CorrectionItem>,
    /// A later day than the one that the rule gives.
    #[serde(default)]
    until: Option<Day>,
}

/// Reasons that the applicant reads.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RefuseBody {
    /// Why.
    reason: String,
}

/// Why it is taken back.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct WithdrawBody {
    /// Why.
    reason: Option<String>,
}

/// What was looked up for a rule that the record does not answer.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RuleBody {
    /// Which rule.
    rule: EligibilityRule,
    /// Met or not.
    passed: bool,
    /// By what that was seen.
    evidence: String,
}

impl ApplicationsApi {
    async fn step(
        &self,
        by: &Caller,
        id: ApplicationId,
        seen: Option<&str>,
        step: Step,
    ) -> Answer<Found<ApplicationView>> {
        let row = service::step(&self.0, by, id, seen, &step).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl ApplicationsApi {
    /// Applications, the newest first
    #[oai(path = "/applications", method = "get", operation_id = "applications_list", tag = Tag::Applications)]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        by: By<act::ApplicationsRead>,
        /// Only at this base.
        base: Query<Option<BaseId>>,
        /// Only to this intake.
        intake: Query<Option<IntakeId>>,
        /// Only of this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only in this state.
        state: Query<Option<ApplicationState>>,
        /// Only those that are not ended.
        open: Query<Option<bool>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<ApplicationItem>>> {
        let wanted = Wanted {
            base: base.0,
            intake: intake.0,
            organization: organization.0,
            state: state.0,
            open: open.0.unwrap_or_default(),
        };
        let limit = reply::limit(limit.0)?;
        let listed = lists::kept_page(&self.0, &by, &wanted, cursor.0.as_deref(), limit).await?;
        Ok(Json(Page { items: listed.items.clone(), next: listed.next.clone(), total: None }))
    }

    /// Begin an application
    ///
    /// A base does it for one that came on paper.
    #[oai(path = "/applications", method = "post", operation_id = "applications_begin", tag = Tag::Applications)]
    async fn begin(&self, by: By<act::ApplicationsWrite>, body: Body<BeginBody>) -> Answer<Created<ApplicationView>> {
        let BeginBody { intake, organization, form } = body.0;
        let row = service::begin(&self.0, &by, intake, organization, form).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }

    /// An application
    #[oai(path = "/applications/:id", method = "get", operation_id = "applications_show", tag = Tag::Applications)]
    async fn show(&self, by: By<act::ApplicationsRead>, id: Path<ApplicationId>) -> Answer<Found<ApplicationView>> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Save the form of an application, unfinished as it may be
    #[oai(path = "/applications/:id", method = "put", operation_id = "applications_save", tag = Tag::Applications)]
    async fn save(
        &self,
        by: By<act::ApplicationsWrite>,
        id: Path<ApplicationId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<SaveBody>,
    ) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, if_match.0.as_deref(), Step::Save(Box::new(body.0.form))).await
    }

    /// Hand an application in
    ///
    /// Everything that is missing is told at once.
    #[oai(path = "/applications/:id/submit", method = "post", operation_id = "applications_submit", tag = Tag::Applications)]
    async fn submit(&self, by: By<act::ApplicationsWrite>, id: Path<ApplicationId>) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, None, Step::Submit).await
    }

    /// Send an application back for everything that is missing
    #[oai(path = "/applications/:id/correction", method = "post", operation_id = "applications_ask_correction", tag = Tag::Applications)]
    async fn ask_correction(
        &self,
        by: By<act::ApplicationsProcess>,
        id: Path<ApplicationId>,
        body: Body<CorrectionBody>,
    ) -> Answer<Found<ApplicationView>> {
        let CorrectionBody { items, until } = body.0;
        self.step(&by, id.0, None, Step::AskCorrection { items, until }).await
    }

    /// Hand in what was missing
    #[oai(path = "/applications/:id/resubmit", method = "post", operation_id = "applications_resubmit", tag = Tag::Applications)]
    async fn resubmit(
        &self,
        by: By<act::ApplicationsWrite>,
        id: Path<ApplicationId>,
    ) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, None, Step::Resubmit).await
    }

    /// Find an application complete
    #[oai(path = "/applications/:id/accept", method = "post", operation_id = "applications_accept", tag = Tag::Applications)]
    async fn accept(
        &self,
        by: By<act::ApplicationsProcess>,
        id: Path<ApplicationId>,
    ) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, None, Step::Accept).await
    }

    /// Note what was looked up for a rule of the first check
    ///
    /// Only for what the record does not answer.
    #[oai(path = "/applications/:id/rulings", method = "post", operation_id = "applications_rule", tag = Tag::Applications)]
    async fn rule(
        &self,
        by: By<act::ApplicationsProcess>,
        id: Path<ApplicationId>,
        body: Body<RuleBody>,
    ) -> Answer<Found<ApplicationView>> {
        let RuleBody { rule, passed, evidence } = body.0;
        self.step(&by, id.0, None, Step::Rule { rule, passed, evidence }).await
    }

    /// Let an application pass the first check
    #[oai(path = "/applications/:id/pass", method = "post", operation_id = "applications_pass", tag = Tag::Applications)]
    async fn pass(&self, by: By<act::ApplicationsProcess>, id: Path<ApplicationId>) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, None, Step::Pass).await
    }

    /// Refuse an application at the first check
    #[oai(path = "/applications/:id/refuse", method = "post", operation_id = "applications_refuse", tag = Tag::Applications)]
    async fn refuse(
        &self,
        by: By<act::ApplicationsProcess>,
        id: Path<ApplicationId>,
        body: Body<RefuseBody>,
    ) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, None, Step::Refuse(body.0.reason)).await
    }

    /// Take an application back
    #[oai(path = "/applications/:id/withdraw", method = "post", operation_id = "applications_withdraw", tag = Tag::Applications)]
    async fn withdraw(
        &self,
        by: By<act::ApplicationsWrite>,
        id: Path<ApplicationId>,
        body: Body<WithdrawBody>,
    ) -> Answer<Found<ApplicationView>> {
        self.step(&by, id.0, None, Step::Withdraw(body.0.reason)).await
    }
}
