//! Routes of allocations and hand-over records.

use domain::{
    allocation::AllocationState,
    day::Day,
    id::{AllocationId, BaseId, HandoverId, OrganizationId, SpaceId},
    space::handover::{Item, Record},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    export, handovers, lists,
    terms::{self, Assign, Step},
    views::{self, AllocationView, HandoverPiece, HandoverView, allocation, allocations},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Created, Found, Page, Tag, act, reply, xlsx::Xlsx},
};

/// Routes of allocations and hand-over records.
#[derive(Debug)]
pub struct AllocationsApi(pub SharedHouse);

/// A space to be given.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct AssignBody {
    /// Which space.
    space: SpaceId,
    /// To whom.
    organization: OrganizationId,
    /// First day.
    from: Day,
    /// Last day; open-ended when left out.
    #[serde(default)]
    to: Option<Day>,
    /// Note of the operator.
    #[serde(default)]
    note: Option<String>,
}

/// A later last day.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct ExtendBody {
    /// New last day; open-ended when left out.
    to: Option<Day>,
    /// Why.
    reason: Option<String>,
}

/// The last day of use.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct GiveBackBody {
    /// Last day of use, not in the future.
    last: Day,
    /// Why.
    #[serde(default)]
    reason: Option<String>,
    /// The record of what was handed back.
    #[serde(default)]
    handover: Option<HandoverBody>,
}

/// Called off.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct CancelBody {
    /// Why.
    reason: Option<String>,
}

/// Handed over.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct HandOverBody {
    /// The record.
    handover: HandoverBody,
}

/// A hand-over record.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub struct HandoverBody {
    /// On which day.
    on_day: Day,
    /// What was handed over.
    items: Vec<HandoverPiece>,
    /// Keys, cards, codes.
    #[serde(default)]
    keys: Option<String>,
    /// Note.
    #[serde(default)]
    note: Option<String>,
    /// Who gave.
    handed_by: String,
    /// Who took.
    received_by: String,
}

impl From<HandoverBody> for Record {
    fn from(body: HandoverBody) -> Self {
        let item = |piece: HandoverPiece| Item {
            name: piece.name,
            tag: piece.tag,
            quantity: piece.quantity,
            condition: piece.condition,
            note: piece.note,
        };
        Self {
            on_day: body.on_day,
            items: body.items.into_iter().map(item).collect(),
            keys: body.keys,
            note: body.note,
            handed_by: body.handed_by,
            received_by: body.received_by,
        }
    }
}

/// Two allocations whose organizations change places.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SwapBody {
    /// One of the two.
    first: AllocationId,
    /// The other.
    second: AllocationId,
    /// First day in the other's space.
    day: Day,
    /// Why.
    #[serde(default)]
    reason: Option<String>,
}

/// Both sides after a swap.
#[derive(Debug, Object)]
struct Swapped {
    /// The two terms that end and the two that begin.
    items: Vec<AllocationView>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl AllocationsApi {
    /// Allocations
    ///
    /// Those that end last come first, so that what runs is before what is over; with
    /// `ending_before`, live ones only, the soonest end first.
    #[oai(path = "/allocations", method = "get", operation_id = "allocations_list", tag = Tag::Allocations)]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        by: By<act::AllocationsRead>,
        /// Only in this base.
        base: Query<Option<BaseId>>,
        /// Only of this organization.
        organization: Query<Option<OrganizationId>>,
        /// Only in this space.
        space: Query<Option<SpaceId>>,
        /// Only in this state.
        state: Query<Option<AllocationState>>,
        /// Only those whose term holds this day.
        on: Query<Option<Day>>,
        /// Only live ones whose term ends before this day.
        ending_before: Query<Option<Day>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<AllocationView>>> {
        let (organization, space) = (organization.0, space.0);
        let wanted = lists::Wanted {
            base: base.0,
            organization,
            space,
            state: state.0,
            on: on.0,
            ending_before: ending_before.0,
        };
        let limit = reply::limit(limit.0)?;
        let listed = lists::kept_allocations(&self.0, &by, &wanted, cursor.0.as_deref(), limit).await?;
        let items = allocations(&self.0, &by, &listed.rows).await?;
        Ok(Json(Page { items, next: listed.next.clone(), total: None }))
    }

    /// Allocations as a workbook
    #[oai(path = "/allocations/export", method = "get", operation_id = "allocations_export", tag = Tag::Allocations)]
    async fn export(
        &self,
        by: By<act::AllocationsRead>,
        /// Only in this base.
        base: Query<Option<BaseId>>,
    ) -> Answer<Xlsx> {
        Ok(Xlsx::of(export::allocations(&self.0, &by, base.0).await?, self.0.today()).await?)
    }

    /// An allocation
    #[oai(path = "/allocations/:id", method = "get", operation_id = "allocations_show", tag = Tag::Allocations)]
    async fn show(&self, by: By<act::AllocationsRead>, id: Path<AllocationId>) -> Answer<Found<AllocationView>> {
        let row = terms::get(&self.0, &by, id.0).await?;
        Ok(Found(allocation(&self.0, &by, row).await?))
    }

    /// Give a space to an organization for a term
    ///
    /// A taken space is answered with 409 `taken`: which days, from when it is free, what else
    /// would do, and, for those who may see it, who has it.
    #[oai(path = "/allocations", method = "post", operation_id = "allocations_assign", tag = Tag::Allocations)]
    async fn assign(&self, by: By<act::AllocationsManage>, body: Body<AssignBody>) -> Answer<Created<AllocationView>> {
        let AssignBody { space, organization, from, to, note } = body.0;
        let row = terms::assign(&self.0, &by, &Assign { space, organization, from, to, note }).await?;
        Ok(Created(allocation(&self.0, &by, row).await?))
    }

    /// Move the last day of a term out
    #[oai(path = "/allocations/:id/extend", method = "post", operation_id = "allocations_extend", tag = Tag::Allocations)]
    async fn extend(
        &self,
        by: By<act::AllocationsManage>,
        id: Path<AllocationId>,
        body: Body<ExtendBody>,
    ) -> Answer<Found<AllocationView>> {
        let row = terms::extend(&self.0, &by, id.0, body.0.to, body.0.reason.as_deref()).await?;
        Ok(Found(allocation(&self.0, &by, row).await?))
    }

    /// Give a space back
    #[oai(path = "/allocations/:id/give-back", method = "post", operation_id = "allocations_give_back", tag = Tag::Allocations)]
    async fn give_back(
        &self,
        by: By<act::AllocationsManage>,
        id: Path<AllocationId>,
        body: Body<GiveBackBody>,
    ) -> Answer<Found<AllocationView>> {
        let step = Step::GiveBack(body.0.last, body.0.handover.map(Into::into));
        let row = terms::step(&self.0, &by, id.0, &step, body.0.reason.as_deref()).await?;
        Ok(Found(allocation(&self.0, &by, row).await?))
    }

    /// Call an allocation off that was not handed over yet
    #[oai(path = "/allocations/:id/cancel", method = "post", operation_id = "allocations_cancel", tag = Tag::Allocations)]
    async fn cancel(
        &self,
        by: By<act::AllocationsManage>,
        id: Path<AllocationId>,
        body: Body<CancelBody>,
    ) -> Answer<Found<AllocationView>> {
        let row = terms::step(&self.0, &by, id.0, &Step::Cancel, body.0.reason.as_deref()).await?;
        Ok(Found(allocation(&self.0, &by, row).await?))
    }

    /// Hand a space over to its organization
    #[oai(path = "/allocations/:id/hand-over", method = "post", operation_id = "allocations_hand_over", tag = Tag::Allocations)]
    async fn hand_over(
        &self,
        by: By<act::HandoversRecord>,
        id: Path<AllocationId>,
        body: Body<HandOverBody>,
    ) -> Answer<Found<AllocationView>> {
        let step = Step::HandOver(body.0.handover.into());
        let row = terms::step(&self.0, &by, id.0, &step, None).await?;
        Ok(Found(allocation(&self.0, &by, row).await?))
    }

    /// Let two organizations change places
    #[oai(path = "/allocations/swap", method = "post", operation_id = "allocations_swap", tag = Tag::Allocations)]
    async fn swap(&self, by: By<act::AllocationsManage>, body: Body<SwapBody>) -> Answer<Json<Swapped>> {
        let SwapBody { first, second, day, reason } = body.0;
        let rows = terms::swap(&self.0, &by, [first, second], day, reason.as_deref()).await?;
        Ok(Json(Swapped { items: allocations(&self.0, &by, &rows).await? }))
    }

    /// A hand-over record, to be printed and signed
    #[oai(path = "/handovers/:id", method = "get", operation_id = "handovers_show", tag = Tag::Allocations)]
    async fn handover(&self, by: By<act::AllocationsRead>, id: Path<HandoverId>) -> Answer<Json<HandoverView>> {
        let row = handovers::get(&self.0, &by, id.0).await?;
        Ok(Json(views::handover(&self.0, row).await?))
    }
}
