//! Routes of certificates, for those inside.

use domain::{
    access::Action,
    certificate::CertificateState,
    id::{BaseId, CertificateId, OrganizationId, ResidencyId},
};
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
    payload::Json,
};

use super::{
    service,
    store::CertificateRow,
    views::{self, CertificateItem, CertificateView},
};
use crate::{
    db::{Rec, born::Born, rid},
    house::SharedHouse,
    http::{
        Answer, Body, By, Created, Found, Page, ReasonBody, Tag, act,
        by_base::{self, Narrow},
        pdf::Pdf,
        reply,
    },
    papers,
};

/// Routes of certificates.
#[derive(Debug)]
pub struct CertificatesApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl CertificatesApi {
    /// Certificates, the newest first
    #[oai(path = "/certificates", method = "get", operation_id = "certificates_list", tag = Tag::Certificates)]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        by: By<act::CertificatesRead>,
        /// Only of this base.
        base: Query<Option<BaseId>>,
        /// Only of this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only of this residency.
        residency: Query<Option<ResidencyId>>,
        /// Only in this state.
        state: Query<Option<CertificateState>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<CertificateItem>>> {
        let subject = residency.0.map(rid);
        let further = subject.clone().map(|subject| Born {
            name: "certificates_page_subject",
            index: "certificate_subject",
            of: Some(("subject", surrealdb::types::Value::RecordId(subject))),
        });
        let fits = |row: &CertificateRow| {
            base.0.is_none_or(|base| row.base == Rec(base))
                && organization.0.is_none_or(|organization| row.organization == Rec(organization))
                && subject.as_ref().is_none_or(|subject| row.subject == *subject)
                && state.0.is_none_or(|state| row.state.0 == state)
        };
        let narrow = Narrow { base: base.0, organization: organization.0, further };
        let part = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::CertificatesRead, (narrow, fits), part).await?;
        Ok(Json(Page { items: views::items(&self.0, &rows).await?, next, total: None }))
    }

    /// A certificate
    #[oai(path = "/certificates/:id", method = "get", operation_id = "certificates_show", tag = Tag::Certificates)]
    async fn show(&self, by: By<act::CertificatesRead>, id: Path<CertificateId>) -> Answer<Found<CertificateView>> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// The paper of a certificate, as it was issued
    #[oai(path = "/certificates/:id/paper", method = "get", operation_id = "certificates_paper", tag = Tag::Certificates)]
    async fn paper(&self, by: By<act::CertificatesRead>, id: Path<CertificateId>) -> Answer<Pdf> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Pdf::named(format!("{}.pdf", row.number), papers::kept(&self.0, &row.pdf).await?))
    }

    /// Revoke a certificate
    ///
    /// Whoever looks it up is told so from then on.
    #[oai(path = "/certificates/:id/revoke", method = "post", operation_id = "certificates_revoke", tag = Tag::Certificates)]
    async fn revoke(
        &self,
        by: By<act::CertificatesDecide>,
        id: Path<CertificateId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<CertificateView>> {
        let row = service::revoke(&self.0, &by, id.0, &body.0.reason).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Issue a new certificate in the place of one
    ///
    /// The old one is revoked; the new one has a number and a code of its own, and says what the record says now.
    #[oai(path = "/certificates/:id/replace", method = "post", operation_id = "certificates_replace", tag = Tag::Certificates)]
    async fn replace(
        &self,
        by: By<act::CertificatesDecide>,
        id: Path<CertificateId>,
        body: Body<ReasonBody>,
    ) -> Answer<Created<CertificateView>> {
        let row = service::replace(&self.0, &by, id.0, &body.0.reason).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }
}
