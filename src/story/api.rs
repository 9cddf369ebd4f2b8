//! Routes of the story of an organization.

use domain::{access::Action, day::Day, id::OrganizationId, story::StoryPart};
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
    payload::Json,
};

use super::{
    chapters::{self, Asked},
    views::{self, StoryEntry},
};
use crate::{
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, By, Caller, Page, Tag, act, reply},
    organizations::{
        store::{self as organizations, OrganizationRow},
        views::Names,
    },
};

/// Routes of the story.
#[derive(Debug)]
pub struct StoryApi(pub SharedHouse);

/// An organization whose story the caller may read.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub(super) async fn whose(house: &House, by: &Caller, id: OrganizationId) -> Result<OrganizationRow, Fault> {
    let row = organizations::find(&house.db, id).await?.ok_or_else(domain::refusal::Refusal::missing)?;
    by.allow(Action::StoryRead, Action::StoryRead, &row.facts())?;
    Ok(row)
}

#[OpenApi(prefix_path = "/api/v1")]
impl StoryApi {
    /// The story of an organization, the newest first
    ///
    /// The steps that people remember, from the first contact on, in all bases; what was done together is one
    /// entry. Of what happened in a base whose matters the caller does not see, only that it happened is told.
    #[oai(path = "/organizations/:id/story", method = "get", operation_id = "story_show", tag = Tag::Story)]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn show(
        &self,
        by: By<act::StoryRead>,
        id: Path<OrganizationId>,
        /// Only what is about this.
        part: Query<Option<StoryPart>>,
        /// Not before this day.
        from: Query<Option<Day>>,
        /// Not after this day.
        to: Query<Option<Day>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Entries of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<StoryEntry>>> {
        let house = &self.0;
        let asked = Asked { part: part.0, from: from.0, to: to.0 }.checked()?;
        let of = whose(house, &by, id.0).await?;
        let (cursor, limit) = (cursor.0.as_deref(), reply::limit(limit.0)?);
        let (chapters, next) = chapters::page(house, &by, &of, asked, (cursor, limit)).await?;
        let names = Names::of(house, std::slice::from_ref(&of)).await?;
        let items = chapters.into_iter().filter_map(|chapter| views::entry(house, chapter, &names)).collect();
        Ok(Json(Page { items, next, total: None }))
    }
}
