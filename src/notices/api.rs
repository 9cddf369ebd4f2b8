//! Routes of notices, for those inside.

use domain::{
    access::Action,
    day::Day,
    id::{ApplicationId, BaseId, NoticeId, ObjectionId},
    notice::{NewObjection, NoticeState, ObjectionAction},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    objections,
    service::{self, Publishing, Step},
    store::NoticeRow,
    views::{self, NoticeItem, NoticeView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Created, Found, Page, Tag, act, by_base, reply},
};

/// Routes of notices.
#[derive(Debug)]
pub struct NoticesApi(pub SharedHouse);

/// A notice to be published.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct PublishBody {
    /// Applications that are to get a place, all of one base.
    applications: Vec<ApplicationId>,
    /// Title.
    title: String,
    /// The text above the list.
    #[serde(default)]
    text: String,
    /// Where else it is shown, such as a board at the door.
    #[serde(default)]
    place: Option<String>,
    /// Days; by the rules when left out, and never fewer.
    #[serde(default)]
    days: Option<u32>,
}

/// Why it is taken down.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RevokeBody {
    /// Why.
    reason: String,
}

/// An objection.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub struct ObjectionBody {
    /// Identifier of the thing that is objected to.
    subject: String,
    /// Name of whoever objects.
    name: String,
    /// Phone number or e-mail address.
    contact: String,
    /// What is objected, and by what that is seen.
    text: String,
}

impl From<ObjectionBody> for NewObjection {
    fn from(of: ObjectionBody) -> Self {
        Self { thing: of.subject, name: of.name, contact: of.contact, text: of.text, received_on: None }
    }
}

/// An objection that came on paper or by phone.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct PaperObjectionBody {
    /// Identifier of the thing that is objected to.
    subject: String,
    /// Name of whoever objects.
    name: String,
    /// Phone number or e-mail address.
    contact: String,
    /// What is objected, and by what that is seen.
    text: String,
    /// The day on which it came; today when left out.
    #[serde(default)]
    received_on: Option<Day>,
}

/// An answer to an objection.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct AnswerBody {
    /// Without ground, or right.
    outcome: ObjectionAction,
    /// What was looked into, and what was found; inside only.
    investigation: String,
    /// What whoever objected is told; upheld, the applicant is told so too.
    reply: String,
}

impl NoticesApi {
    async fn step(&self, by: &Caller, id: NoticeId, step: Step) -> Answer<Found<NoticeView>> {
        let row = service::step(&self.0, by, id, &step).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl NoticesApi {
    /// Notices, the newest first
    #[oai(path = "/notices", method = "get", operation_id = "notices_list", tag = Tag::Notices)]
    async fn list(
        &self,
        by: By<act::NoticesRead>,
        /// Only at this base.
        base: Query<Option<BaseId>>,
        /// Only in this state.
        state: Query<Option<NoticeState>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<NoticeItem>>> {
        let fits = |row: &NoticeRow| state.0.is_none_or(|state| row.state.0 == state);
        let part = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (rows, next) = by_base::page(&self.0.db, &by, Action::NoticesRead, (base.0, fits), part).await?;
        Ok(Json(Page { items: views::items(&self.0, &rows).await?, next, total: None }))
    }

    /// Publish what is to be decided
    ///
    /// What the public sees is kept as it is now, with its hash.
    #[oai(path = "/notices", method = "post", operation_id = "notices_publish", tag = Tag::Notices)]
    async fn publish(&self, by: By<act::NoticesManage>, body: Body<PublishBody>) -> Answer<Created<NoticeView>> {
        let PublishBody { applications, title, text, place, days } = body.0;
        let row = service::publish(&self.0, &by, &Publishing { title, text, place, days, applications }).await?;
        Ok(Created(views::view(&self.0, &by, row).await?))
    }

    /// A notice
    #[oai(path = "/notices/:id", method = "get", operation_id = "notices_show", tag = Tag::Notices)]
    async fn show(&self, by: By<act::NoticesRead>, id: Path<NoticeId>) -> Answer<Found<NoticeView>> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Write down an objection that came on paper or by phone
    #[oai(path = "/notices/:id/objections", method = "post", operation_id = "notices_object", tag = Tag::Notices)]
    async fn object(
        &self,
        by: By<act::NoticesManage>,
        id: Path<NoticeId>,
        body: Body<PaperObjectionBody>,
    ) -> Answer<Found<NoticeView>> {
        let PaperObjectionBody { subject, name, contact, text, received_on } = body.0;
        let new = NewObjection { thing: subject, name, contact, text, received_on };
        objections::on_paper(&self.0, &by, id.0, &new).await?;
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Answer an objection
    ///
    /// Dismissed, what it is about may be approved; upheld, it is not, and its place is free.
    #[oai(path = "/notices/:id/objections/:objection/answer", method = "post", operation_id = "notices_answer", tag = Tag::Notices)]
    async fn answer(
        &self,
        by: By<act::NoticesManage>,
        id: Path<NoticeId>,
        objection: Path<ObjectionId>,
        body: Body<AnswerBody>,
    ) -> Answer<Found<NoticeView>> {
        let AnswerBody { outcome, investigation, reply } = body.0;
        let what = (id.0, objection.0);
        let row = objections::answer(&self.0, &by, what, outcome, (&investigation, &reply)).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Approve what nobody objects to, when the last day is over
    ///
    /// What somebody objects to waits for the answer.
    #[oai(path = "/notices/:id/conclude", method = "post", operation_id = "notices_conclude", tag = Tag::Notices)]
    async fn conclude(&self, by: By<act::NoticesManage>, id: Path<NoticeId>) -> Answer<Found<NoticeView>> {
        self.step(&by, id.0, Step::Conclude).await
    }

    /// Take a notice down
    ///
    /// What it showed waits for another one.
    #[oai(path = "/notices/:id/revoke", method = "post", operation_id = "notices_revoke", tag = Tag::Notices)]
    async fn revoke(
        &self,
        by: By<act::NoticesManage>,
        id: Path<NoticeId>,
        body: Body<RevokeBody>,
    ) -> Answer<Found<NoticeView>> {
        self.step(&by, id.0, Step::Revoke(body.0.reason)).await
    }
}
