//! Routes of notices for everybody, without a sign-in.

use std::sync::Arc;

use domain::{day::Moment, id::NoticeId, notice::NoticeState, refusal::Refusal};
use poem::Request;
use poem_openapi::{ApiResponse, Object, OpenApi, param::Path, payload::Json};

use super::{
    api::ObjectionBody,
    objections, service, store,
    subjects::Things,
    views::{self, PublicNotice, PublicObjection},
};
use crate::{
    applications::checks::Ground,
    db::{Keep, tables},
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, Body, Page, Tag, address},
};

/// Routes of notices for everybody.
#[derive(Debug)]
pub struct PublicNoticesApi(pub SharedHouse);

/// How long a notice that is concluded stays in the list.
const AFTER: i64 = 90;

/// What whoever objected is told.
#[derive(Debug, Object)]
struct ReceivedView {
    /// The number that people read.
    number: String,
    /// The word by which it is followed, at `/public/objections/{word}`. It is shown once.
    follow: String,
}

/// Received.
#[derive(ApiResponse)]
enum ReceivedAnswer {
    /// Received.
    #[oai(status = 201)]
    Received(Json<ReceivedView>),
}

/// All notices that are shown, as everybody sees them.
#[derive(Debug)]
struct Shown(Vec<PublicNotice>);

impl Keep for Shown {
    fn kilobytes(&self) -> u64 {
        let subjects: usize = self.0.iter().map(|of| of.subjects.len()).sum();
        u64::try_from(self.0.len() * 2 + subjects).unwrap_or(u64::MAX) + 1
    }
}

/// Notices that are shown: those on which one may object first. Kept, since anybody may ask as often as he likes.
async fn shown(house: &House) -> Result<Arc<Shown>, Fault> {
    let at = Moment { now: house.now(), zone: house.zone };
    let read = || async {
        let reads = (
            store::standing(NoticeState::Published),
            store::standing(NoticeState::Concluded),
            crate::bases::store::every(),
        );
        let (running, over, bases) = house.db.read(reads).await?;
        let ground = Ground::for_views(house, &bases).await?;
        let recent = |row: &store::NoticeRow| row.concluded_on.is_none_or(|day| day.0.plus(AFTER) >= at.today());
        let mut all = Vec::new();
        for row in running.iter().chain(over.iter().filter(|row| recent(row))) {
            let Some(base) = bases.iter().find(|base| base.id == row.base) else { continue };
            all.push(views::public(&ground, base, row, at)?);
        }
        all.sort_by_key(|of| (!of.open, std::cmp::Reverse(of.starts), of.id));
        Ok(Shown(all))
    };
    let of = tables(&["notice", "base", "setting", "work_day"]);
    house.db.keep("notices_shown", at.today().to_string(), of, read).await
}

#[OpenApi(prefix_path = "/api/v1")]
impl PublicNoticesApi {
    /// Notices, for everybody
    ///
    /// Those on which one may object come first; those that are concluded stay for some months.
    #[oai(path = "/public/notices", method = "get", operation_id = "public_notices", tag = Tag::Notices)]
    async fn list(&self) -> Answer<Json<Page<PublicNotice>>> {
        let shown = shown(&self.0).await?;
        let total = i64::try_from(shown.0.len()).ok();
        Ok(Json(Page { items: shown.0.clone(), next: None, total }))
    }

    /// A notice, for everybody
    #[oai(path = "/public/notices/:id", method = "get", operation_id = "public_notice", tag = Tag::Notices)]
    async fn show(&self, id: Path<NoticeId>) -> Answer<Json<PublicNotice>> {
        let house = &self.0;
        let row = store::find(&house.db, id.0).await.map_err(Fault::from)?;
        let row = row.filter(service::is_public).ok_or_else(Refusal::missing)?;
        let bases = house.db.read(crate::bases::store::one(row.base.0)).await.map_err(Fault::from)?;
        let ground = Ground::for_views(house, &bases).await?;
        let base = bases.first().ok_or_else(Refusal::missing)?;
        let at = Moment { now: house.now(), zone: house.zone };
        // What was taken back since is told at once.
        let things = Things::shown(house, &row).await?;
        let row =
            store::NoticeRow { subjects: store::kept(&things.settled(row.subjects().map_err(Fault::from)?)), ..row };
        let view = views::public(&ground, base, &row, at)?;
        Ok(Json(PublicNotice { shown: Some(row.shown), ..view }))
    }

    /// Object to something that is shown
    ///
    /// With a name and how to be reached; both are seen by those only who look into it.
    #[oai(path = "/public/notices/:id/objections", method = "post", operation_id = "public_object", tag = Tag::Notices)]
    async fn object(&self, request: &Request, id: Path<NoticeId>, body: Body<ObjectionBody>) -> Answer<ReceivedAnswer> {
        let address = address::of(&self.0, request);
        let received = objections::from_public(&self.0, &address, id.0, &body.0.into()).await?;
        let view = ReceivedView { number: received.row.number, follow: received.follow };
        Ok(ReceivedAnswer::Received(Json(view)))
    }

    /// What became of an objection, for whoever has its word
    #[oai(path = "/public/objections/:follow", method = "get", operation_id = "public_objection", tag = Tag::Notices)]
    async fn follow(&self, follow: Path<String>) -> Answer<Json<PublicObjection>> {
        let row = objections::followed(&self.0, &follow.0).await?;
        Ok(Json(views::followed(&self.0, &row).await?))
    }
}
