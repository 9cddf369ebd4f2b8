//! The route by which anybody looks a certificate up, without a sign-in.

use poem::Request;
use poem_openapi::{OpenApi, param::Path, payload::Json};

use super::{
    service,
    views::{self, PublicCertificate},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Tag, address},
};

/// Routes of certificates for everybody.
#[derive(Debug)]
pub struct PublicCertificatesApi(pub SharedHouse);

#[OpenApi(prefix_path = "/api/v1")]
impl PublicCertificatesApi {
    /// Whether a certificate is genuine and valid, for everybody who has its code
    ///
    /// Small letters, blanks and dashes do not matter. Who tries many codes that lead nowhere has to wait.
    #[oai(path = "/public/certificates/:code", method = "get", operation_id = "public_certificate", tag = Tag::Certificates)]
    async fn show(
        &self,
        request: &Request,
        /// The code that stands on the paper.
        code: Path<String>,
    ) -> Answer<Json<PublicCertificate>> {
        let address = address::of(&self.0, request);
        let row = service::looked_up(&self.0, &address, &code.0).await?;
        Ok(Json(views::public(&row)?))
    }
}
