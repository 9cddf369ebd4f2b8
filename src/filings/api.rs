//! Routes of filings: asking, papers, the base's look at them.

use domain::{
    access::Action,
    day::Day,
    filing::{FilingState, FilingType, PaperState},
    id::{BaseId, FilingId, OrganizationId},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    ask::{self, Asking},
    figures::{self, FilingFigures},
    matter,
    steps::{self, Step},
    store::FilingRow,
    views::{self, FilingItem, FilingView},
};
use crate::{
    house::{House, SharedHouse},
    http::{
        Answer, Body, By, Caller, Created, Found, Page, ReasonBody, Tag, act,
        by_base::{self, Narrow},
        reply,
    },
};

/// Routes of filings.
#[derive(Debug)]
pub struct FilingsApi(pub SharedHouse);

/// What is asked for.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct AskFilingBody {
    /// For which organization.
    organization: OrganizationId,
    /// At which of its bases; the caller's own, or the one that looks after it.
    #[serde(default)]
    base: Option<BaseId>,
    /// What it is to become.
    wanted: FilingType,
    /// In words.
    text: String,
}

/// How the base takes a case on.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct AcceptFilingBody {
    /// What it is to become.
    wanted: FilingType,
    /// The authority that it will be handed to.
    authority: String,
}

/// Whether a paper is ready.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct MarkPaperBody {
    /// Key of the paper.
    paper: String,
    /// It is ready; otherwise it is missing again.
    ready: bool,
}

/// What the base finds of a paper.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct CheckPaperBody {
    /// Key of the paper.
    paper: String,
    /// `checked`, `missing` or `not_needed`.
    found: PaperState,
    /// Why it is missing or not needed.
    #[serde(default)]
    note: Option<String>,
}

/// What came out of looking at the name.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct CheckNameBody {
    /// The name.
    name: String,
    /// It may be used.
    passed: bool,
    /// Why not.
    #[serde(default)]
    note: Option<String>,
}

/// Why it is given back.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ReturnFilingBody {
    /// Why.
    reason: String,
    /// Keys of the papers that are wrong.
    #[serde(default)]
    papers: Vec<String>,
}

/// What is done afterwards.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct FilingCareBody {
    /// Its key.
    key: String,
    /// It is done.
    done: bool,
    /// A word to it.
    #[serde(default)]
    note: Option<String>,
}

/// A case after a step, as the caller sees it.
pub(super) async fn stepped(
    house: &House,
    by: &Caller,
    id: FilingId,
    seen: Header<Option<String>>,
    step: Step,
) -> Answer<Found<FilingView>> {
    let row = steps::step(house, by, id, seen.0.as_deref(), &step).await?;
    Ok(Found(views::view(house, by, row).await?))
}

#[OpenApi(prefix_path = "/api/v1")]
impl FilingsApi {
    /// Cases, the newest first
    #[oai(path = "/filings", method = "get", operation_id = "filings_list", tag = Tag::Filings)]
    async fn list(
        &self,
        by: By<act::FilingsRead>,
        /// Only this base.
        base: Query<Option<BaseId>>,
        /// Only this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only this state.
        state: Query<Option<FilingState>>,
        /// Where the page begins.
        cursor: Query<Option<String>>,
        /// Items of a page.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<FilingItem>>> {
        let narrow = Narrow { base: base.0, organization: organization.0, further: None };
        let fits = |row: &FilingRow| {
            base.0.is_none_or(|base| row.base.0 == base)
                && organization.0.is_none_or(|own| row.organization.0 == own)
                && state.0.is_none_or(|state| row.state.0 == state)
        };
        let asked = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::FilingsRead, (narrow, fits), asked).await?;
        Ok(Json(Page { items: views::items(&self.0, &rows).await?, next, total: None }))
    }

    /// What came out in a time
    ///
    /// How many were registered and recorded, and the middle of the days that it took at each.
    #[oai(path = "/filings/figures", method = "get", operation_id = "filings_figures", tag = Tag::Filings)]
    async fn figures(
        &self,
        by: By<act::FilingsRead>,
        /// Only this base.
        base: Query<Option<BaseId>>,
        /// From when; the first day of the year.
        from: Query<Option<Day>>,
        /// To when; today.
        to: Query<Option<Day>>,
    ) -> Answer<Json<FilingFigures>> {
        let to = to.0.unwrap_or_else(|| self.0.today());
        let from = from.0.or(Day::new(to.year(), 1, 1)).unwrap_or(to);
        Ok(Json(figures::between(&self.0, &by, (from, to), base.0).await?))
    }

    /// Ask for help with a registration or a recording
    #[oai(path = "/filings", method = "post", operation_id = "filings_ask", tag = Tag::Filings)]
    async fn ask(&self, by: By<act::FilingsAnswer>, body: Body<AskFilingBody>) -> Answer<Created<FilingView>> {
        let AskFilingBody { organization, base, wanted, text } = body.0;
        let row = ask::ask(&self.0, &by, &Asking { organization, base, wanted, text }).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }

    /// A case
    #[oai(path = "/filings/:id", method = "get", operation_id = "filings_show", tag = Tag::Filings)]
    async fn show(&self, by: By<act::FilingsRead>, id: Path<FilingId>) -> Answer<Found<FilingView>> {
        let row = matter::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Take a case on
    ///
    /// What it is to become is decided, and with it the checklist, which stays as it stands today.
    #[oai(path = "/filings/:id/accept", method = "post", operation_id = "filings_accept", tag = Tag::Filings)]
    async fn accept(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<AcceptFilingBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Accept(body.0.wanted, body.0.authority)).await
    }

    /// Mark a paper as ready, or as missing again
    #[oai(path = "/filings/:id/mark", method = "post", operation_id = "filings_mark", tag = Tag::Filings)]
    async fn mark(
        &self,
        by: By<act::FilingsAnswer>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<MarkPaperBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Mark(body.0.paper, body.0.ready)).await
    }

    /// Find a paper in order, missing or not needed
    #[oai(path = "/filings/:id/check", method = "post", operation_id = "filings_check", tag = Tag::Filings)]
    async fn check(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<CheckPaperBody>,
    ) -> Answer<Found<FilingView>> {
        let CheckPaperBody { paper, found, note } = body.0;
        stepped(&self.0, &by, id.0, if_match, Step::Check(paper, found, note)).await
    }

    /// Note what came out of looking at the name
    #[oai(path = "/filings/:id/check-name", method = "post", operation_id = "filings_check_name", tag = Tag::Filings)]
    async fn check_name(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<CheckNameBody>,
    ) -> Answer<Found<FilingView>> {
        let CheckNameBody { name, passed, note } = body.0;
        stepped(&self.0, &by, id.0, if_match, Step::CheckName(name, passed, note)).await
    }

    /// Give the papers to the base to look at
    ///
    /// All papers that are missing are told at once.
    #[oai(path = "/filings/:id/submit", method = "post", operation_id = "filings_submit", tag = Tag::Filings)]
    async fn submit(
        &self,
        by: By<act::FilingsAnswer>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Submit).await
    }

    /// Give the papers back, with everything that is wrong at once
    #[oai(path = "/filings/:id/send-back", method = "post", operation_id = "filings_send_back", tag = Tag::Filings)]
    async fn send_back(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReturnFilingBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::SendBack(body.0.reason, body.0.papers)).await
    }

    /// Note that something is done that follows the certificate
    #[oai(path = "/filings/:id/care", method = "post", operation_id = "filings_care", tag = Tag::Filings)]
    async fn care(
        &self,
        by: By<act::FilingsAnswer>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<FilingCareBody>,
    ) -> Answer<Found<FilingView>> {
        let FilingCareBody { key, done, note } = body.0;
        stepped(&self.0, &by, id.0, if_match, Step::Care(key, done, note)).await
    }

    /// Close a case
    #[oai(path = "/filings/:id/close", method = "post", operation_id = "filings_close", tag = Tag::Filings)]
    async fn close(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Close).await
    }

    /// Take a case back
    #[oai(path = "/filings/:id/withdraw", method = "post", operation_id = "filings_withdraw", tag = Tag::Filings)]
    async fn withdraw(
        &self,
        by: By<act::FilingsAnswer>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Withdraw(body.0.reason)).await
    }

    /// Do not go on with a case
    #[oai(path = "/filings/:id/drop", method = "post", operation_id = "filings_drop", tag = Tag::Filings)]
    async fn give_up(
        &self,
        by: By<act::FilingsManage>,
        id: Path<FilingId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<FilingView>> {
        stepped(&self.0, &by, id.0, if_match, Step::Drop(body.0.reason)).await
    }
}
