//! Routes of agreements.

use domain::{
    access::Action,
    agreement::Equipment,
    day::Day,
    id::{AgreementId, ApplicationId, ResidencyId, SpaceId},
    intake::ResidencyMode,
    refusal::Refusal,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    issue::{self, Asked},
    store,
    views::{self, ResidencyView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Found, Tag, act, pdf::Pdf},
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

    /// The paper of an agreement, as it was issued
    #[oai(path = "/agreements/:id/paper", method = "get", operation_id = "agreements_paper", tag = Tag::Residencies)]
    async fn paper(&self, by: By<act::ResidenciesRead>, id: Path<AgreementId>) -> Answer<Pdf> {
        let row = store::find_agreement(&self.0.db, id.0).await?.ok_or_else(Refusal::missing)?;
        by.allow(Action::ResidenciesRead, Action::ResidenciesRead, &row.facts())?;
        Ok(Pdf::named(format!("{}.pdf", row.number), papers::kept(&self.0, &row.pdf).await?))
    }
}
