//! Routes of filings: what goes to the authority and comes from it.

use domain::{day::Day, id::FilingId};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path},
};
use serde::Deserialize;

use super::{
    api::stepped,
    steps::{Granted, Step},
    views::FilingView,
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Found, Tag, act},
};

/// Routes of what goes to the authority.
#[derive(Debug)]
pub struct FilingsAuthorityApi(pub SharedHouse);

/// When it was handed over.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct FileFilingBody {
    /// On which day; today.
    #[serde(default)]
    on: Option<Day>,
}

/// What the authority asks for besides.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SupplementBody {
    /// What.
    text: String,
    /// Keys of the papers that are to come once more.
    #[serde(default)]
    papers: Vec<String>,
    /// On which day it was told; today.
    #[serde(default)]
    on: Option<Day>,
    /// By when.
    #[serde(default)]
    due: Option<Day>,
}

/// What the certificate says.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct GrantFilingBody {
    /// Unified social credit code, or the record number.
    number: String,
    /// The name, where it is another than the one that was looked at.
    #[serde(default)]
    name: Option<String>,
    /// On which day; today.
    #[serde(default)]
    on: Option<Day>,
}

/// Why the authority refuses.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RefuseFilingBody {
    /// Why.
    reason: String,
    /// On which day; today.
    #[serde(default)]
    on: Option<Day>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl FilingsAuthorityApi {
    /// Hand a case to the authority
    ///
    /// Once every paper is in order; for a registration, with a name that may be used.
    #[oai(path = "/filings/:id/file", method = "post", operation_id = "filings_file", tag = Tag::Filings)]
    async fn file(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<FileFilingBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::File(body.0.on)).await
    }

    /// Note that the authority asks for more
    #[oai(path = "/filings/:id/ask-more", method = "post", operation_id = "filings_ask_more", tag = Tag::Filings)]
    async fn ask_more(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<SupplementBody>,
    ) -> Answer<Found<FilingView>> {
        let SupplementBody { text, papers, on, due } = body.0;
        stepped(&self.0, &by, id.0, if_match, Step::AskMore(text, papers, on, due)).await
    }

    /// Note that it is registered or recorded
    ///
    /// In the same moment the organization's record becomes a registered or recorded one, with the number and the day.
    #[oai(path = "/filings/:id/grant", method = "post", operation_id = "filings_grant", tag = Tag::Filings)]
    async fn grant(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<GrantFilingBody>,
    ) -> Answer<Found<FilingView>> {
        let GrantFilingBody { number, name, on } = body.0;
        stepped(&self.0, &by, id.0, if_match, Step::Grant(Granted { number, name, on })).await
    }

    /// Note that the authority refuses
    #[oai(path = "/filings/:id/refuse", method = "post", operation_id = "filings_refuse", tag = Tag::Filings)]
    async fn refuse(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<RefuseFilingBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Refuse(body.0.reason, body.0.on)).await
    }

    /// Prepare it once more after a refusal
    #[oai(path = "/filings/:id/resume", method = "post", operation_id = "filings_resume", tag = Tag::Filings)]
    async fn resume(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Resume).await
    }
}
