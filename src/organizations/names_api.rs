//! The names of organizations, for who gives people their roles over them.

use domain::{access::Reached, id::OrganizationId};
use poem_openapi::{Object, OpenApi, param::Query, payload::Json};

use super::{
    roll, service,
    store_list::{Asked, Filter},
};
use crate::{
    house::SharedHouse,
    http::{Answer, By, Tag, act},
};

/// As many as a list that opens below a field shows.
const SHOWN: usize = 10;

/// Routes of names.
#[derive(Debug)]
pub struct NamesApi(pub SharedHouse);

/// An organization by its name, and nothing else of it.
#[derive(Debug, Object)]
struct OrganizationName {
    /// Identifier.
    id: OrganizationId,
    /// Name.
    name: String,
}

/// Names that were found.
#[derive(Debug, Object)]
struct OrganizationNames {
    /// At most ten, by the pinyin of the name.
    items: Vec<OrganizationName>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl NamesApi {
    /// Find an organization to give somebody a role over it
    ///
    /// Who keeps the accounts knows organizations by their names only.
    #[oai(
        path = "/accounts/organizations",
        method = "get",
        operation_id = "accounts_organizations",
        tag = Tag::Accounts
    )]
    async fn find(
        &self,
        _by: By<act::AccountsManage>,
        /// Name, credit code or initials, as one types.
        q: Query<Option<String>>,
    ) -> Answer<Json<OrganizationNames>> {
        let q = service::query(q.0)?;
        let filter = Filter { q, live: Some(true), ..Filter::default() };
        let (rows, _) = roll::page(&self.0.db, Asked::first(&filter, &Reached::All, SHOWN)).await?;
        let items = rows.iter().map(|row| OrganizationName { id: row.id.0, name: row.name.clone() }).collect();
        Ok(Json(OrganizationNames { items }))
    }
}
