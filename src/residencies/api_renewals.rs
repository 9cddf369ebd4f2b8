//! Routes of staying longer.

use domain::{day::Day, id::ResidencyId};
use poem_openapi::{Object, OpenApi, param::Path};
use serde::Deserialize;

use super::{
    api::SignBody,
    renew::{self, Offer, Renewing},
    steps::{self, Step},
    views::{self, ResidencyView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Found, ReasonBody, Tag, act, pdf::Pdf},
    messages,
};

/// Routes of staying longer.
#[derive(Debug)]
pub struct RenewalsApi(pub SharedHouse);

/// A request to stay longer.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RenewalBody {
    /// The last day that the organization wishes.
    last: Day,
    /// What it has done so far, and why it wants to stay.
    text: String,
}

/// The word of a base to the city.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RenewalProposalBody {
    /// The last day that the base proposes.
    last: Day,
    /// What it says of the time so far, and why the organization may stay.
    text: String,
}

/// What the city agrees to.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RenewalGrantBody {
    /// The latest day that may be agreed on.
    last: Day,
}

/// What a supplementary agreement is to say.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct OfferBody {
    /// The last day.
    last: Day,
    /// What the two agree on beside the template.
    #[serde(default)]
    extra: Option<String>,
}

impl OfferBody {
    fn offer(self) -> Offer {
        Offer { last: self.last, extra: self.extra }
    }
}

impl RenewalsApi {
    async fn step(&self, by: &Caller, id: ResidencyId, of: Renewing) -> Answer<Found<ResidencyView>> {
        let row = steps::step(&self.0, by, id, &Step::Renew(of)).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl RenewalsApi {
    /// Ask to stay longer
    ///
    /// In time before the agreed end; what comes later the base may still note from paper.
    #[oai(path = "/residencies/:id/ask-renewal", method = "post", operation_id = "residencies_ask_renewal", tag = Tag::Residencies)]
    async fn ask(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<RenewalBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Ask(body.0.last, body.0.text)).await
    }

    /// Propose to the city that an organization stays longer
    #[oai(path = "/residencies/:id/propose-renewal", method = "post", operation_id = "residencies_propose_renewal", tag = Tag::Residencies)]
    async fn propose(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<RenewalProposalBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Propose(body.0.last, body.0.text)).await
    }

    /// Agree that an organization stays longer
    ///
    /// The base writes the supplementary agreement then, until that day at most.
    #[oai(path = "/residencies/:id/grant-renewal", method = "post", operation_id = "residencies_grant_renewal", tag = Tag::Residencies)]
    async fn grant(
        &self,
        by: By<act::ResidenciesDecide>,
        id: Path<ResidencyId>,
        body: Body<RenewalGrantBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Grant(body.0.last)).await
    }

    /// Do not agree that an organization stays longer
    #[oai(path = "/residencies/:id/refuse-renewal", method = "post", operation_id = "residencies_refuse_renewal", tag = Tag::Residencies)]
    async fn refuse(
        &self,
        by: By<act::ResidenciesDecide>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Refuse(body.0.reason)).await
    }

    /// The paper of a supplementary agreement as it would be, marked as a draft
    ///
    /// Nothing is kept.
    #[oai(path = "/residencies/:id/preview-renewal", method = "post", operation_id = "residencies_preview_renewal", tag = Tag::Residencies)]
    async fn preview(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<OfferBody>,
    ) -> Answer<Pdf> {
        let bytes = renew::preview(&self.0, &by, id.0, &body.0.offer()).await?;
        Ok(Pdf::named(format!("{}.pdf", messages::word("paper_draft_name")), bytes))
    }

    /// Offer a residency that goes on longer, by a supplementary agreement
    ///
    /// Its places are kept for the days that it adds. One that is not signed yet is written anew by another offer.
    #[oai(path = "/residencies/:id/offer-renewal", method = "post", operation_id = "residencies_offer_renewal", tag = Tag::Residencies)]
    async fn offer(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<OfferBody>,
    ) -> Answer<Found<ResidencyView>> {
        let row = renew::offer(&self.0, &by, id.0, &body.0.offer()).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Do not agree to a request to stay longer, or take the offer back
    #[oai(path = "/residencies/:id/deny-renewal", method = "post", operation_id = "residencies_deny_renewal", tag = Tag::Residencies)]
    async fn deny(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Deny(body.0.reason)).await
    }

    /// Take the request to stay longer back, or decline what is offered
    #[oai(path = "/residencies/:id/withdraw-renewal", method = "post", operation_id = "residencies_withdraw_renewal", tag = Tag::Residencies)]
    async fn withdraw(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Withdraw(body.0.reason)).await
    }

    /// Note that both have signed the supplementary agreement
    ///
    /// The residency and its places run to the new last day.
    #[oai(path = "/residencies/:id/sign-renewal", method = "post", operation_id = "residencies_sign_renewal", tag = Tag::Residencies)]
    async fn sign(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<SignBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Sign(body.0.signing())).await
    }

    /// Note that the supplementary agreement was not signed in time
    #[oai(path = "/residencies/:id/lapse-renewal", method = "post", operation_id = "residencies_lapse_renewal", tag = Tag::Residencies)]
    async fn lapse(&self, by: By<act::ResidenciesManage>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Renewing::Lapse).await
    }
}
