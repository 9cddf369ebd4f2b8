//! Routes of agreements.

use domain::{
    access::Action,
    agreement::Equipment,
    day::Day,
    id::{AgreementId, ApplicationId, ResidencyId, SpaceId},
    intake::ResidencyMode,
    refusal::Refusal,
    residency::change::Change,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    api::SignBody,
    change::{self, Changing},
    issue::{self, Asked},
    store,
    views::{self, ResidencyView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Found, ReasonBody, Tag, act, pdf::Pdf},
    messages, papers,
};

/// Routes of agreements.
#[derive(Debug)]
pub struct AgreementsApi(pub SharedHouse);

/// What an agreement is to say, for an application that is approved.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(super) struct IssueBody {
    /// The application.
    application: ApplicationId,
    /// With or without a place.
    mode: ResidencyMode,
    /// First day.
    first: Day,
    /// Last day.
    last: Day,
    /// Rooms and desks of the base; none without a place.
    #[serde(default)]
    spaces: Vec<SpaceId>,
    /// Equipment that goes with them.
    #[serde(default)]
    equipment: Vec<Equipment>,
    /// What the two agree on beside the template.
    #[serde(default)]
    extra: Option<String>,
}

/// What an agreement is to say instead.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ReissueBody {
    /// With or without a place.
    mode: ResidencyMode,
    /// First day.
    first: Day,
    /// Last day.
    last: Day,
    /// Rooms and desks of the base; none without a place.
    #[serde(default)]
    spaces: Vec<SpaceId>,
    /// Equipment that goes with them.
    #[serde(default)]
    equipment: Vec<Equipment>,
    /// What the two agree on beside the template.
    #[serde(default)]
    extra: Option<String>,
}

impl IssueBody {
    /// The application, and what is asked for it.
    pub(super) fn asked(self) -> (ApplicationId, Asked) {
        let Self { application, mode, first, last, spaces, equipment, extra } = self;
        (application, Asked { mode, first, last, spaces, equipment, extra })
    }
}

/// What a supplementary agreement is to change.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ChangeBody {
    /// The first day of the change.
    from: Day,
    /// What changes.
    text: String,
}

impl ChangeBody {
    fn change(self) -> Change {
        Change { from: self.from, text: self.text }
    }
}

/// What an agreement would say by the rules.
#[derive(Debug, Object)]
struct AgreementProposal {
    /// With or without a place, as applied for.
    mode: ResidencyMode,
    /// First day.
    first: Day,
    /// Last day.
    last: Day,
    /// The last day on which it could end.
    latest: Day,
    /// Until when it could be signed.
    sign_by: Day,
}

#[OpenApi(prefix_path = "/api/v1")]
impl AgreementsApi {
    /// What an agreement for an application would say by the rules
    #[oai(path = "/residencies/proposal", method = "get", operation_id = "residencies_proposal", tag = Tag::Residencies)]
    async fn proposal(
        &self,
        by: By<act::ResidenciesManage>,
        /// The application.
        application: Query<ApplicationId>,
    ) -> Answer<Json<AgreementProposal>> {
        let of = issue::proposal(&self.0, &by, application.0).await?;
        let issue::Proposal { mode, first, last, latest, sign_by } = of;
        Ok(Json(AgreementProposal { mode, first, last, latest, sign_by }))
    }

    /// The paper of an agreement as it would be, marked as a draft
    ///
    /// Nothing is reserved and nothing is kept.
    #[oai(path = "/residencies/preview", method = "post", operation_id = "residencies_preview", tag = Tag::Residencies)]
    async fn preview(&self, by: By<act::ResidenciesManage>, body: Body<IssueBody>) -> Answer<Pdf> {
        let (application, asked) = body.0.asked();
        let bytes = issue::preview(&self.0, &by, application, &asked).await?;
        Ok(Pdf::named(format!("{}.pdf", messages::word("paper_draft_name")), bytes))
    }

    /// Write an agreement anew that is not signed yet
    ///
    /// The old one is void, its places are called off, and the time for signing begins again.
    #[oai(path = "/residencies/:id/reissue", method = "post", operation_id = "residencies_reissue", tag = Tag::Residencies)]
    async fn reissue(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ReissueBody>,
    ) -> Answer<Found<ResidencyView>> {
        let ReissueBody { mode, first, last, spaces, equipment, extra } = body.0;
        let asked = Asked { mode, first, last, spaces, equipment, extra };
        let row = issue::reissue(&self.0, &by, id.0, &asked).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// The paper of a supplementary agreement about a change as it would be, marked as a draft
    ///
    /// Nothing is kept.
    #[oai(path = "/residencies/:id/preview-change", method = "post", operation_id = "residencies_preview_change", tag = Tag::Residencies)]
    async fn preview_change(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ChangeBody>,
    ) -> Answer<Pdf> {
        let bytes = change::preview(&self.0, &by, id.0, &body.0.change()).await?;
        Ok(Pdf::named(format!("{}.pdf", messages::word("paper_draft_name")), bytes))
    }

    /// Change what was agreed on, by a supplementary agreement
    ///
    /// Its places are those that the organization has on the first day of the change. One that is not signed yet is
    /// void.
    #[oai(path = "/residencies/:id/issue-change", method = "post", operation_id = "residencies_issue_change", tag = Tag::Residencies)]
    async fn issue_change(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ChangeBody>,
    ) -> Answer<Found<ResidencyView>> {
        let row = change::issue(&self.0, &by, id.0, &body.0.change()).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Note that both have signed the supplementary agreement about a change
    #[oai(path = "/residencies/:id/sign-change", method = "post", operation_id = "residencies_sign_change", tag = Tag::Residencies)]
    async fn sign_change(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<SignBody>,
    ) -> Answer<Found<ResidencyView>> {
        let row = change::settle(&self.0, &by, id.0, &Changing::Sign(body.0.signing())).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Take back a supplementary agreement about a change that is not signed
    #[oai(path = "/residencies/:id/withdraw-change", method = "post", operation_id = "residencies_withdraw_change", tag = Tag::Residencies)]
    async fn withdraw_change(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        let row = change::settle(&self.0, &by, id.0, &Changing::Withdraw(body.0.reason)).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// The paper of an agreement, as it was issued
    #[oai(path = "/agreements/:id/paper", method = "get", operation_id = "agreements_paper", tag = Tag::Residencies)]
    async fn paper(&self, by: By<act::ResidenciesRead>, id: Path<AgreementId>) -> Answer<Pdf> {
        let row = store::find_agreement(&self.0.db, id.0).await?.ok_or_else(Refusal::missing)?;
        by.allow(Action::ResidenciesRead, Action::ResidenciesRead, &row.facts())?;
        Ok(Pdf::named(format!("{}.pdf", row.number), papers::kept(&self.0, &row.pdf).await?))
    }
}
