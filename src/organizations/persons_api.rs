//! Routes of people of organizations.

use std::collections::BTreeMap;

use domain::{
    access::Action,
    code::Code,
    day::Day,
    id::{OrganizationId, PersonId},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
    types::MaybeUndefined,
};
use serde::Deserialize;
use sheets::export::{ColumnKind, Sheet, Value};

use super::{
    people::{self, Held, PersonChange},
    store::{OrganizationRow, PersonRow},
};
use crate::{
    house::SharedHouse,
    http::{
        Answer, Body, By, Caller, Created, Found, Page, Tag, Versioned, act, reply,
        xlsx::{self, Xlsx},
    },
    messages,
};

/// Routes of people of organizations.
#[derive(Debug)]
pub struct PersonsApi(pub SharedHouse);

/// An office held for a time.
#[derive(Debug, Clone, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct Position {
    /// The office, such as 理事长.
    position: String,
    /// First day, if known.
    #[serde(default)]
    from: Option<Day>,
    /// Last day; none while held.
    #[serde(default)]
    to: Option<Day>,
}

/// A person of an organization.
#[derive(Debug, Object)]
struct PersonView {
    /// Identifier.
    id: PersonId,
    /// The organization.
    organization: OrganizationId,
    /// Name.
    name: String,
    /// Phone.
    phone: Option<String>,
    /// E-mail.
    email: Option<String>,
    /// `assistant`, `intermediate`, `senior`.
    social_worker_level: Option<String>,
    /// Party member.
    party_member: Option<bool>,
    /// Offices over time.
    positions: Vec<Position>,
    /// The day on which the person left.
    left_on: Option<Day>,
    /// Version.
    version: i64,
    /// What the caller may do: null = yes, else why not.
    can: BTreeMap<String, Option<String>>,
}

impl Versioned for PersonView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A person. What is left out stays (or is unknown, for a new one); null or an empty text clears.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct PersonBody {
    /// Name; needed for a new one.
    name: Option<String>,
    /// Phone.
    phone: MaybeUndefined<String>,
    /// E-mail.
    email: MaybeUndefined<String>,
    /// `assistant`, `intermediate`, `senior`.
    social_worker_level: MaybeUndefined<String>,
    /// Party member.
    party_member: MaybeUndefined<bool>,
    /// Offices over time, as a whole.
    positions: Option<Vec<Position>>,
}

impl From<PersonBody> for PersonChange {
    fn from(body: PersonBody) -> Self {
        let held = |position: Position| Held { position: position.position, first: position.from, last: position.to };
        Self {
            name: body.name,
            phone: body.phone.into(),
            email: body.email.into(),
            social_worker_level: body.social_worker_level.into(),
            party_member: body.party_member.into(),
            positions: body.positions.map(|positions| positions.into_iter().map(held).collect()),
        }
    }
}

fn sheet(organization: &OrganizationRow, persons: &[PersonRow]) -> Sheet {
    let mut rows = Vec::new();
    for person in persons {
        let line = |position: Option<&super::store::PositionRow>| {
            let on = |day: Option<crate::db::Civil>| day.map_or(Value::Empty, |day| xlsx::day(day.0));
            vec![
                xlsx::text(person.name.as_str()),
                xlsx::optional(position.map(|held| held.position.as_str())),
                on(position.and_then(|held| held.first)),
                on(position.and_then(|held| held.last)),
                xlsx::optional(person.phone.as_deref()),
                xlsx::optional(person.email.as_deref()),
                on(person.left_on),
            ]
        };
        if person.positions.is_empty() {
            rows.push(line(None));
        }
        rows.extend(person.positions.iter().map(|held| line(Some(held))));
    }
    Sheet {
        title: format!("{}-{}", organization.name, messages::word("sheet_title_persons")),
        columns: xlsx::columns(&[
            ("column_name", ColumnKind::Text),
            ("column_position", ColumnKind::Text),
            ("column_from", ColumnKind::Date),
            ("column_to", ColumnKind::Date),
            ("column_phone", ColumnKind::Digits),
            ("column_email", ColumnKind::Text),
            ("column_left_on", ColumnKind::Date),
        ]),
        rows,
    }
}

fn view(by: &Caller, organization: &OrganizationRow, row: &PersonRow) -> PersonView {
    let left = row.left_on.map(|_| Code::PersonHasLeft);
    let can = by.can(Action::PersonsEdit, &organization.facts()).or(left).map(|code| code.as_str().to_owned());
    PersonView {
        id: row.id.0,
        organization: row.organization.0,
        name: row.name.clone(),
        phone: row.phone.clone(),
        email: row.email.clone(),
        social_worker_level: row.social_worker_level.clone(),
        party_member: row.party_member,
        positions: row
            .positions
            .iter()
            .map(|held| Position {
                position: held.position.clone(),
                from: held.first.map(|day| day.0),
                to: held.last.map(|day| day.0),
            })
            .collect(),
        left_on: row.left_on.map(|day| day.0),
        version: row.version,
        can: BTreeMap::from([("edit".to_owned(), can.clone()), ("delete".to_owned(), can)]),
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl PersonsApi {
    /// People of an organization
    #[oai(
        path = "/organizations/:id/persons",
        method = "get",
        operation_id = "persons_list",
        tag = Tag::Organizations
    )]
    async fn list(
        &self,
        by: By<act::PersonsRead>,
        id: Path<OrganizationId>,
        /// Those who have left too.
        left: Query<Option<bool>>,
    ) -> Answer<Json<Page<PersonView>>> {
        let (organization, rows) = people::list(&self.0, &by, id.0).await?;
        let all = left.0.unwrap_or(false);
        let items: Vec<PersonView> =
            rows.iter().filter(|row| all || row.left_on.is_none()).map(|row| view(&by, &organization, row)).collect();
        let total = i64::try_from(items.len()).ok();
        Ok(Json(Page { items, next: None, total }))
    }

    /// The people of an organization as a spreadsheet, a row for each office
    #[oai(
        path = "/organizations/:id/persons/export",
        method = "get",
        operation_id = "persons_export",
        tag = Tag::Organizations
    )]
    async fn export(&self, by: By<act::PersonsRead>, id: Path<OrganizationId>) -> Answer<Xlsx> {
        let (organization, rows) = people::list(&self.0, &by, id.0).await?;
        Ok(Xlsx::of(sheet(&organization, &rows), self.0.today()).await?)
    }

    /// Add a person to an organization
    #[oai(
        path = "/organizations/:id/persons",
        method = "post",
        operation_id = "persons_create",
        tag = Tag::Organizations
    )]
    async fn create(
        &self,
        by: By<act::PersonsEdit>,
        id: Path<OrganizationId>,
        body: Body<PersonBody>,
    ) -> Answer<Created<PersonView>> {
        let (organization, row) = people::create(&self.0, &by, id.0, &body.0.into()).await?;
        Ok(Created(view(&by, &organization, &row)))
    }

    /// Change a person
    #[oai(path = "/persons/:id", method = "patch", operation_id = "persons_edit", tag = Tag::Organizations)]
    async fn edit(
        &self,
        by: By<act::PersonsEdit>,
        id: Path<PersonId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<PersonBody>,
    ) -> Answer<Found<PersonView>> {
        let seen = |organization: &OrganizationRow, row: &PersonRow| {
            reply::check_version(if_match.0.as_deref(), || view(&by, organization, row), row.version)
        };
        let (organization, row) = people::edit(&self.0, &by, id.0, seen, &body.0.into()).await?;
        Ok(Found(view(&by, &organization, &row)))
    }

    /// Note that a person has left
    ///
    /// Offices still held end today; the person stays in the history.
    #[oai(path = "/persons/:id", method = "delete", operation_id = "persons_delete", tag = Tag::Organizations)]
    async fn leave(&self, by: By<act::PersonsEdit>, id: Path<PersonId>) -> Answer<Found<PersonView>> {
        let (organization, row) = people::leave(&self.0, &by, id.0).await?;
        Ok(Found(view(&by, &organization, &row)))
    }
}
