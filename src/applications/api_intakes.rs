//! Routes of intakes, for those who run them and for everybody.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts},
    day::{Day, Moment},
    id::{BaseId, IntakeId, OrganizationId},
    intake::{ApplicantKind, Particulars, ResidencyMode, Wanted},
};
use poem::Request;
use poem_openapi::{
    ApiResponse, Object, OpenApi,
    param::{Header, Path, Query},
    payload::Json,
};
use serde::Deserialize;

use super::{
    intakes::{self, Step},
    sign_up::{self, NewTeam},
    store,
    views_intakes::{IntakeView, PublicIntake},
};
use crate::{
    accounts::service::NewAccount,
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Created, Found, Page, Tag, act, address, context},
};

/// Routes of intakes.
#[derive(Debug)]
pub struct IntakesApi(pub SharedHouse);

/// An intake as it is written.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct IntakeBody {
    /// Name, such as 2026年第一批入驻招募.
    name: String,
    /// First day.
    opens: Day,
    /// Last day; rolling intake when left out.
    #[serde(default)]
    closes: Option<Day>,
    /// Places; without limit when left out.
    #[serde(default)]
    quota: Option<u32>,
    /// Who may apply.
    admits: Vec<ApplicantKind>,
    /// With or without a place.
    modes: Vec<ResidencyMode>,
    /// Conditions, as the notice states them.
    conditions: String,
    /// Documents wanted; their marks are given by the house.
    #[serde(default)]
    documents: Vec<Wanted>,
}

impl From<IntakeBody> for Particulars {
    fn from(body: IntakeBody) -> Self {
        let IntakeBody { name, opens, closes, quota, admits, modes, conditions, documents } = body;
        Self { name, opens, closes, quota, admits, modes, conditions, documents }
    }
}

/// A new intake.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct NewIntakeBody {
    /// At which base.
    base: BaseId,
    /// What it is.
    intake: IntakeBody,
}

/// What an announced intake becomes.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct ExtendIntakeBody {
    /// A later last day.
    closes: Option<Day>,
    /// More places.
    quota: Option<u32>,
}

/// How many applications an intake has.
#[derive(Debug, Object)]
struct IntakeTally {
    /// The intake.
    intake: IntakeView,
    /// How many stand where.
    applications: BTreeMap<String, i64>,
}

/// A person and the team that is not registered yet.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct TeamBody {
    /// What is typed to sign in: letters, digits, dot, dash, underscore.
    login: String,
    /// Password, at least 10 characters, not easy to guess.
    password: String,
    /// The person's name.
    name: String,
    /// The person's phone.
    phone: String,
    /// Working name of the team.
    team: String,
}

/// A team that has signed up.
#[derive(Debug, Object)]
struct TeamView {
    /// The organization that it is on record as.
    organization: OrganizationId,
}

/// The team is on record; its initiator signs in next.
#[derive(ApiResponse)]
enum SignedUp {
    /// On record.
    #[oai(status = 201)]
    Ok(Json<TeamView>),
}

#[OpenApi(prefix_path = "/api/v1")]
impl IntakesApi {
    fn at(&self, by: &Caller) -> Moment {
        Moment { now: by.now, zone: self.0.zone }
    }

    /// Intakes of a base, with how many applied
    ///
    /// Those that end last come first.
    #[oai(path = "/intakes", method = "get", operation_id = "intakes_list", tag = Tag::Intakes)]
    async fn list(
        &self,
        by: By<act::IntakesRead>,
        /// Of which base.
        base: Query<BaseId>,
    ) -> Answer<Json<Page<IntakeTally>>> {
        by.allow(Action::IntakesRead, Action::IntakesRead, &Facts::of_base(base.0))?;
        let rows = self.0.db.read(store::intakes_of(base.0)).await.map_err(crate::fault::Fault::from)?;
        let tallies: Vec<_> = rows.iter().map(|row| store::tally(row.id.0)).collect();
        let tallies = self.0.db.read(tallies).await.map_err(crate::fault::Fault::from)?;
        let at = self.at(&by);
        let items = rows.iter().zip(tallies).map(|(row, tally)| IntakeTally {
            intake: IntakeView::of(&by, row, at),
            applications: tally.into_iter().map(|one| (one.state.0.as_str().to_owned(), one.count)).collect(),
        });
        Ok(Json(Page { items: items.collect(), next: None, total: i64::try_from(rows.len()).ok() }))
    }

    /// Write an intake
    #[oai(path = "/intakes", method = "post", operation_id = "intakes_create", tag = Tag::Intakes)]
    async fn create(&self, by: By<act::IntakesManage>, body: Body<NewIntakeBody>) -> Answer<Created<IntakeView>> {
        let row = intakes::create(&self.0, &by, body.0.base, body.0.intake.into()).await?;
        Ok(Created(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// An intake
    #[oai(path = "/intakes/:id", method = "get", operation_id = "intakes_show", tag = Tag::Intakes)]
    async fn show(&self, by: By<act::IntakesRead>, id: Path<IntakeId>) -> Answer<Found<IntakeView>> {
        let row = intakes::get(&self.0, &by, id.0).await?;
        Ok(Found(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// Change an intake that is not announced yet
    #[oai(path = "/intakes/:id", method = "put", operation_id = "intakes_edit", tag = Tag::Intakes)]
    async fn edit(
        &self,
        by: By<act::IntakesManage>,
        id: Path<IntakeId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<IntakeBody>,
    ) -> Answer<Found<IntakeView>> {
        let step = Step::Edit(body.0.into());
        let row = intakes::step(&self.0, &by, id.0, if_match.0.as_deref(), &step).await?;
        Ok(Found(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// Announce an intake
    #[oai(path = "/intakes/:id/publish", method = "post", operation_id = "intakes_publish", tag = Tag::Intakes)]
    async fn publish(&self, by: By<act::IntakesManage>, id: Path<IntakeId>) -> Answer<Found<IntakeView>> {
        let row = intakes::step(&self.0, &by, id.0, None, &Step::Publish).await?;
        Ok(Found(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// Move the last day of an announced intake out, or its quota up
    ///
    /// What was announced is not made narrower.
    #[oai(path = "/intakes/:id/extend", method = "post", operation_id = "intakes_extend", tag = Tag::Intakes)]
    async fn extend(
        &self,
        by: By<act::IntakesManage>,
        id: Path<IntakeId>,
        body: Body<ExtendIntakeBody>,
    ) -> Answer<Found<IntakeView>> {
        let step = Step::Extend(body.0.closes, body.0.quota);
        let row = intakes::step(&self.0, &by, id.0, None, &step).await?;
        Ok(Found(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// Take no more applications
    #[oai(path = "/intakes/:id/close", method = "post", operation_id = "intakes_close", tag = Tag::Intakes)]
    async fn close(&self, by: By<act::IntakesManage>, id: Path<IntakeId>) -> Answer<Found<IntakeView>> {
        let row = intakes::step(&self.0, &by, id.0, None, &Step::Close).await?;
        Ok(Found(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// Give up an intake that was not announced
    #[oai(path = "/intakes/:id/discard", method = "post", operation_id = "intakes_discard", tag = Tag::Intakes)]
    async fn discard(&self, by: By<act::IntakesManage>, id: Path<IntakeId>) -> Answer<Found<IntakeView>> {
        let row = intakes::step(&self.0, &by, id.0, None, &Step::Discard).await?;
        Ok(Found(IntakeView::of(&by, &row, self.at(&by))))
    }

    /// Intakes that are announced, for everybody
    ///
    /// Those that are open come first, the soonest end first; then those that will open.
    #[oai(path = "/public/intakes", method = "get", operation_id = "public_intakes", tag = Tag::Intakes)]
    async fn announced(&self) -> Answer<Json<Page<PublicIntake>>> {
        let announced = intakes::announced(&self.0).await?;
        let total = i64::try_from(announced.0.len()).ok();
        Ok(Json(Page { items: announced.0.clone(), next: None, total }))
    }

    /// An intake that is announced, for everybody
    #[oai(path = "/public/intakes/:id", method = "get", operation_id = "public_intake", tag = Tag::Intakes)]
    async fn notice(&self, id: Path<IntakeId>) -> Answer<Json<PublicIntake>> {
        let row = intakes::public(&self.0, id.0).await?;
        let base = crate::bases::store::find(&self.0.db, row.base.0).await.map_err(crate::fault::Fault::from)?;
        let base = base.ok_or_else(domain::refusal::Refusal::missing)?;
        Ok(Json(PublicIntake::of(&row, &base, self.0.today())))
    }

    /// Sign a team up that is neither registered nor recorded
    ///
    /// Through an open intake that admits it. The team is an organization on record from then on, and
    /// whoever signs it up is its initiator.
    #[oai(path = "/public/intakes/:id/teams", method = "post", operation_id = "public_sign_up", tag = Tag::Intakes)]
    async fn sign_up(&self, request: &Request, id: Path<IntakeId>, body: Body<TeamBody>) -> Answer<SignedUp> {
        let TeamBody { login, password, name, phone, team } = body.0;
        let account = NewAccount {
            login,
            name,
            phone: Some(phone.trim().to_owned()),
            email: None,
            locale: context::current().language.tag().to_owned(),
            password: Some(password),
        };
        let address = address::of(&self.0, request);
        let organization = sign_up::sign_up(&self.0, &address, id.0, NewTeam { account, team }).await?;
        Ok(SignedUp::Ok(Json(TeamView { organization })))
    }
}
