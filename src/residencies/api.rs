//! Routes of residencies.

use domain::{
    day::Day,
    id::{BaseId, OrganizationId, ResidencyId},
    intake::ResidencyMode,
    residency::{ExitItem, ExitOutcome, ResidencyState, Signing},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    api_agreements::IssueBody,
    enter::{self, Entered},
    issue,
    lists::{self, Count, Wanted},
    matter,
    steps::{self, Step},
    views::{self, ResidencyView},
    views_list::ResidencyItem,
};
use crate::{
    bases::store::BaseRow,
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Created, Found, Page, ReasonBody, Tag, act, reply},
    spaces::api_allocations::HandoverBody,
};

/// Routes of residencies.
#[derive(Debug)]
pub struct ResidenciesApi(pub SharedHouse);

/// A residency from before the house was there.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct EnterBody {
    /// In which base.
    base: BaseId,
    /// Whose.
    organization: OrganizationId,
    /// With or without a place.
    mode: ResidencyMode,
    /// First day.
    first: Day,
    /// Last agreed day.
    last: Day,
    /// The number of the agreement, as its paper says.
    #[serde(default)]
    number: Option<String>,
    /// What there is to say.
    #[serde(default)]
    note: Option<String>,
}

/// Who has signed.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(super) struct SignBody {
    /// The day of the later signature.
    on: Day,
    /// Who signed for the base.
    base: String,
    /// Who signed for the organization.
    organization: String,
}

impl SignBody {
    /// As the rules take it.
    pub(super) fn signing(self) -> Signing {
        let Self { on, base, organization } = self;
        Signing { on, base, organization }
    }
}

/// What is handed over, or back.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct RecordBody {
    /// The record; not needed without a place.
    handover: Option<HandoverBody>,
}

/// A last day.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct NoticeBody {
    /// The last day.
    last: Day,
    /// Why.
    reason: String,
}

/// A point of the exit checklist.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct CheckBody {
    /// The point.
    item: ExitItem,
    /// How it was settled.
    outcome: ExitOutcome,
    /// What there is to say; needed where a point was not needed.
    #[serde(default)]
    note: Option<String>,
}

/// A side's word.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct ConfirmBody {
    /// The organization signed on paper, and the base notes it.
    on_paper: bool,
}

/// Counts of a base.
#[derive(Debug, Clone, Object)]
struct ResidencyCount {
    /// The base; none for all of them together.
    base: Option<BaseId>,
    /// Its short name.
    name: Option<String>,
    /// Organizations that are resident with a place.
    physical: i64,
    /// Organizations that are resident without one.
    #[oai(rename = "virtual")]
    without: i64,
    /// Organizations that were ever resident by that day, each once.
    organizations: i64,
    /// Residencies that had begun by that day; who came twice counts twice.
    residencies: i64,
}

/// Counts on a day.
#[derive(Debug, Clone, Object)]
struct ResidencySummary {
    /// The day.
    on: Day,
    /// Each base that has any, in order of their codes.
    bases: Vec<ResidencyCount>,
    /// All of them together; who came to two bases counts once among the organizations.
    total: ResidencyCount,
}

fn count(base: Option<(BaseId, String)>, of: Count) -> ResidencyCount {
    let Count { physical, without, organizations, residencies } = of;
    let (base, name) = base.unzip();
    ResidencyCount { base, name, physical, without, organizations, residencies }
}

impl ResidenciesApi {
    async fn step(&self, by: &Caller, id: ResidencyId, step: Step) -> Answer<Found<ResidencyView>> {
        let row = steps::step(&self.0, by, id, &step).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl ResidenciesApi {
    /// Residencies, the newest first
    ///
    /// With `on`, those by which somebody is resident on that day.
    #[oai(path = "/residencies", method = "get", operation_id = "residencies_list", tag = Tag::Residencies)]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        by: By<act::ResidenciesRead>,
        /// Only in this base.
        base: Query<Option<BaseId>>,
        /// Only of this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only in this state.
        state: Query<Option<ResidencyState>>,
        /// Only those that are not over.
        live: Query<Option<bool>>,
        /// Only those by which somebody is resident on this day.
        on: Query<Option<Day>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<ResidencyItem>>> {
        let wanted = Wanted {
            base: base.0,
            organization: organization.0,
            state: state.0,
            live: live.0.unwrap_or_default(),
            on: on.0,
        };
        let limit = reply::limit(limit.0)?;
        let listed = lists::kept_page(&self.0, &by, &wanted, cursor.0.as_deref(), limit).await?;
        Ok(Json(Page { items: listed.items.clone(), next: listed.next.clone(), total: None }))
    }

    /// Issue the agreement for an application that is approved
    ///
    /// Its places are reserved, its text and its paper are kept as they are now.
    #[oai(path = "/residencies", method = "post", operation_id = "residencies_issue", tag = Tag::Residencies)]
    async fn issue(&self, by: By<act::ResidenciesManage>, body: Body<IssueBody>) -> Answer<Created<ResidencyView>> {
        let (application, asked) = body.0.asked();
        let row = issue::issue(&self.0, &by, application, &asked).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }

    /// How many are resident on a day, and how many ever were
    #[oai(path = "/residencies/summary", method = "get", operation_id = "residencies_summary", tag = Tag::Residencies)]
    async fn summary(
        &self,
        by: By<act::ResidenciesRead>,
        /// The day; today when left out.
        on: Query<Option<Day>>,
        /// Only this base.
        base: Query<Option<BaseId>>,
    ) -> Answer<Json<ResidencySummary>> {
        let day = on.0.unwrap_or_else(|| self.0.today());
        let counted = lists::kept_counts(&self.0, &by, base.0, day).await?;
        let all = self.0.db.read(crate::bases::store::every()).await?;
        let of = |row: BaseRow| Some(count(Some((row.id.0, row.short_name)), *counted.bases.get(&row.id.0)?));
        let bases = all.into_iter().filter_map(of).collect();
        Ok(Json(ResidencySummary { on: day, bases, total: count(None, counted.all) }))
    }

    /// Enter a residency that began before the house was there
    #[oai(path = "/residencies/enter", method = "post", operation_id = "residencies_enter", tag = Tag::Residencies)]
    async fn enter(&self, by: By<act::ResidenciesManage>, body: Body<EnterBody>) -> Answer<Created<ResidencyView>> {
        let EnterBody { base, organization, mode, first, last, number, note } = body.0;
        let new = Entered { base, organization, mode, first, last, number, note };
        let row = enter::enter(&self.0, &by, &new).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }

    /// A residency
    #[oai(path = "/residencies/:id", method = "get", operation_id = "residencies_show", tag = Tag::Residencies)]
    async fn show(&self, by: By<act::ResidenciesRead>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        let row = matter::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Note that both have signed the agreement
    #[oai(path = "/residencies/:id/sign", method = "post", operation_id = "residencies_sign", tag = Tag::Residencies)]
    async fn sign(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<SignBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Sign(body.0.signing())).await
    }

    /// Decline the agreement
    ///
    /// Its places and the place of the intake are free again.
    #[oai(path = "/residencies/:id/decline", method = "post", operation_id = "residencies_decline", tag = Tag::Residencies)]
    async fn decline(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Decline(body.0.reason)).await
    }

    /// Note that the agreement was not signed in time
    #[oai(path = "/residencies/:id/forfeit", method = "post", operation_id = "residencies_forfeit", tag = Tag::Residencies)]
    async fn forfeit(&self, by: By<act::ResidenciesManage>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Forfeit).await
    }

    /// Let the organization move in
    ///
    /// What is reserved for it is handed over by one record.
    #[oai(path = "/residencies/:id/move-in", method = "post", operation_id = "residencies_move_in", tag = Tag::Residencies)]
    async fn move_in(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<RecordBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::MoveIn(body.0.handover.map(Into::into))).await
    }

    /// Call off what is signed, and nobody comes
    #[oai(path = "/residencies/:id/call-off", method = "post", operation_id = "residencies_call_off", tag = Tag::Residencies)]
    async fn call_off(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::CallOff(body.0.reason)).await
    }

    /// Announce leaving
    ///
    /// The organization keeps to the days of notice; what the base writes down, both have agreed on.
    #[oai(path = "/residencies/:id/give-notice", method = "post", operation_id = "residencies_give_notice", tag = Tag::Residencies)]
    async fn give_notice(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<NoticeBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::GiveNotice(body.0.last, body.0.reason)).await
    }

    /// Begin the hand-back, as the agreed time is over
    #[oai(path = "/residencies/:id/expire", method = "post", operation_id = "residencies_expire", tag = Tag::Residencies)]
    async fn expire(&self, by: By<act::ResidenciesManage>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Expire).await
    }

    /// Take a notice back
    #[oai(path = "/residencies/:id/retract", method = "post", operation_id = "residencies_retract", tag = Tag::Residencies)]
    async fn retract(&self, by: By<act::ResidenciesAnswer>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Retract).await
    }

    /// Settle a point of the exit checklist
    #[oai(path = "/residencies/:id/check", method = "post", operation_id = "residencies_check", tag = Tag::Residencies)]
    async fn check(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<CheckBody>,
    ) -> Answer<Found<ResidencyView>> {
        let CheckBody { item, outcome, note } = body.0;
        self.step(&by, id.0, Step::Check(item, outcome, note)).await
    }

    /// Confirm that everything is handed back
    #[oai(path = "/residencies/:id/confirm", method = "post", operation_id = "residencies_confirm", tag = Tag::Residencies)]
    async fn confirm(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<ConfirmBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Confirm { on_paper: body.0.on_paper }).await
    }

    /// Close a residency when both sides have confirmed
    ///
    /// All its rooms and desks are given back; afterwards no claim of it lies in the future.
    #[oai(path = "/residencies/:id/close", method = "post", operation_id = "residencies_close", tag = Tag::Residencies)]
    async fn close(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<RecordBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Step::Close(body.0.handover.map(Into::into))).await
    }
}
