//! Routes of organizations.

use domain::{
    access::Action,
    code::Code,
    day::Day,
    id::{BaseId, OrganizationId},
    organization::{Class, Kind},
    refusal::{FieldFault, Refusal},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    change::{ContactsBody, OrganizationBody},
    export, roll, service,
    store_list::{Asked, Filter, Order},
    views::{self, OrganizationItem, OrganizationView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Created, Found, Page, Tag, act, reply, xlsx::Xlsx},
};

/// Routes of organizations.
#[derive(Debug)]
pub struct OrganizationsApi(pub SharedHouse);

/// When and why an organization was dissolved.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct DissolveBody {
    /// The day; today at the latest.
    on: Day,
    /// Why.
    reason: String,
}

fn order(word: Option<&str>) -> Result<Order, Refusal> {
    match word {
        None => Ok(Order::default()),
        Some(word) => Order::of(word).ok_or_else(|| {
            Refusal::fields(vec![FieldFault::new("sort", Code::NotOneOf).with("allowed", Order::WORDS)])
        }),
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl OrganizationsApi {
    /// Organizations
    ///
    /// `q` answers as one types: fragments of the name, beginnings of the credit code or record number, and
    /// initials of the name's pinyin; several words must all be found.
    #[allow(clippy::too_many_arguments, reason = "one for each filter of the list")]
    #[oai(path = "/organizations", method = "get", operation_id = "organizations_list", tag = Tag::Organizations)]
    async fn list(
        &self,
        by: By<act::OrganizationsRead>,
        /// Search text.
        q: Query<Option<String>>,
        /// Base that looks after it, or where it has a place.
        base: Query<Option<BaseId>>,
        /// Kind.
        kind: Query<Option<Kind>>,
        /// Class.
        class: Query<Option<Class>>,
        /// Code of a banner, township or village.
        division: Query<Option<String>>,
        /// Has a place or not.
        resident: Query<Option<bool>>,
        /// Live or dissolved; both if left out.
        live: Query<Option<bool>>,
        /// `name` (default), `-name`, `created`, `-created`.
        sort: Query<Option<String>>,
        /// Where to go on.
        cursor: Query<Option<String>>,
        /// Items a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<OrganizationItem>>> {
        let (limit, order) = (reply::limit(limit.0)?, order(sort.0.as_deref())?);
        let after = cursor
            .0
            .as_deref()
            .filter(|cursor| !cursor.is_empty())
            .map(reply::read_cursor::<1>)
            .transpose()?
            .map(|[mark]| mark);
        let filter = Filter {
            q: service::query(q.0)?,
            base: base.0,
            kind: kind.0,
            class: class.0,
            division: division.0,
            resident: resident.0,
            live: live.0,
        };
        let reach = by.reach(Action::OrganizationsRead)?;
        let asked = Asked { order, after: after.as_deref(), ..Asked::first(&filter, &reach, limit + 1) };
        let (mut rows, total) = roll::page(&self.0.db, asked).await?;
        let next = (rows.len() > limit).then(|| {
            rows.truncate(limit);
            reply::cursor(&[&rows.last().map(|row| order.mark(row)).unwrap_or_default()])
        });
        Ok(Json(Page { items: views::items(&self.0, &by, &rows).await?, next, total: Some(total) }))
    }

    /// The list as a spreadsheet
    #[allow(clippy::too_many_arguments, reason = "one for each filter of the list")]
    #[oai(
        path = "/organizations/export",
        method = "get",
        operation_id = "organizations_export",
        tag = Tag::Organizations
    )]
    async fn export(
        &self,
        by: By<act::OrganizationsRead>,
        /// Search text.
        q: Query<Option<String>>,
        /// Base that looks after it, or where it has a place.
        base: Query<Option<BaseId>>,
        /// Kind.
        kind: Query<Option<Kind>>,
        /// Class.
        class: Query<Option<Class>>,
        /// Code of a banner, township or village.
        division: Query<Option<String>>,
        /// Has a place or not.
        resident: Query<Option<bool>>,
        /// Live or dissolved; both if left out.
        live: Query<Option<bool>>,
        /// `name` (default), `-name`, `created`, `-created`.
        sort: Query<Option<String>>,
    ) -> Answer<Xlsx> {
        let filter = Filter {
            q: service::query(q.0)?,
            base: base.0,
            kind: kind.0,
            class: class.0,
            division: division.0,
            resident: resident.0,
            live: live.0,
        };
        Ok(export::workbook(&self.0, &by, &filter, order(sort.0.as_deref())?).await?)
    }

    /// Take up an organization
    #[oai(path = "/organizations", method = "post", operation_id = "organizations_create", tag = Tag::Organizations)]
    async fn create(
        &self,
        by: By<act::OrganizationsCreate>,
        body: Body<OrganizationBody>,
    ) -> Answer<Created<OrganizationView>> {
        let row = service::create(&self.0, &by, body.0).await?;
        Ok(Created(views::view(&self.0, &by, &row).await?))
    }

    /// An organization
    #[oai(path = "/organizations/:id", method = "get", operation_id = "organizations_show", tag = Tag::Organizations)]
    async fn show(&self, by: By<act::OrganizationsRead>, id: Path<OrganizationId>) -> Answer<Found<OrganizationView>> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, &row).await?))
    }

    /// Change particulars of an organization
    #[oai(path = "/organizations/:id", method = "patch", operation_id = "organizations_edit", tag = Tag::Organizations)]
    async fn edit(
        &self,
        by: By<act::OrganizationsEdit>,
        id: Path<OrganizationId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<OrganizationBody>,
    ) -> Answer<Found<OrganizationView>> {
        let row = service::edit(&self.0, &by, id.0, if_match.0.as_deref(), body.0).await?;
        Ok(Found(views::view(&self.0, &by, &row).await?))
    }

    /// Change contacts of an organization
    ///
    /// Its own people may do this too.
    #[oai(
        path = "/organizations/:id/contacts",
        method = "patch",
        operation_id = "organizations_edit_contacts",
        tag = Tag::Organizations
    )]
    async fn edit_contacts(
        &self,
        by: By<act::ContactsEdit>,
        id: Path<OrganizationId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<ContactsBody>,
    ) -> Answer<Found<OrganizationView>> {
        let row = service::edit_contacts(&self.0, &by, id.0, if_match.0.as_deref(), body.0).await?;
        Ok(Found(views::view(&self.0, &by, &row).await?))
    }

    /// Note that an organization is dissolved
    ///
    /// One that still has a place cannot be; the refusal names the places.
    #[oai(
        path = "/organizations/:id/dissolve",
        method = "post",
        operation_id = "organizations_dissolve",
        tag = Tag::Organizations
    )]
    async fn dissolve(
        &self,
        by: By<act::OrganizationsEdit>,
        id: Path<OrganizationId>,
        body: Body<DissolveBody>,
    ) -> Answer<Found<OrganizationView>> {
        let row = service::dissolve(&self.0, &by, id.0, body.0.on, &body.0.reason).await?;
        Ok(Found(views::view(&self.0, &by, &row).await?))
    }

    /// Take a dissolution back
    #[oai(
        path = "/organizations/:id/restore",
        method = "post",
        operation_id = "organizations_restore",
        tag = Tag::Organizations
    )]
    async fn restore(
        &self,
        by: By<act::OrganizationsEdit>,
        id: Path<OrganizationId>,
    ) -> Answer<Found<OrganizationView>> {
        let row = service::restore(&self.0, &by, id.0).await?;
        Ok(Found(views::view(&self.0, &by, &row).await?))
    }
}
