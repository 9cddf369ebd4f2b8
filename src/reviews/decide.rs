//! What the city decides: on a review as a whole, and on who comes next from the waiting list. A place of an
//! intake with a limit is a claim on it.

use domain::{
    access::{Action, Facts},
    application::ApplicationState,
    claim::{self, Claim, ClaimState, Policy, Purpose, Request, ResourceId},
    day::Moment,
    id::{ApplicationId, ClaimId, ReviewId},
    interval::Interval,
    refusal::{Code, FieldFault, Refusal},
    review::{
        ReviewAction,
        decision::{self, Decision, Outcome},
    },
};
use serde_json::json;

use super::{
    matter::Matter,
    service::journal_view,
    store::{self, Course, ReviewRow},
};
use crate::{
    applications::{
        advance::{advance, with_owners},
        store::{self as applications, ApplicationRow, IntakeRow},
        waiting,
    },
    claims::service::{self as claims, Family},
    db::{DbError, Tx},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
};

/// The places of an intake while a decision is made; none where it has no limit.
struct Places<'a> {
    house: &'a House,
    family: Option<Family>,
    taken: Vec<Claim>,
}

impl<'a> Places<'a> {
    async fn read(house: &'a House, intake: &IntakeRow, acting: &Acting) -> Result<Self, Fault> {
        let id = ResourceId::from(intake.id.0);
        let family = match intake.quota {
            Some(_) => Some(Family::read(&house.db, &id, acting.at).await?),
            None => None,
        };
        let taken = family.as_ref().map(|family| family.claims.clone()).unwrap_or_default();
        Ok(Self { house, family, taken })
    }

    /// How many are free; none where there is no limit.
    fn free(&self) -> Option<usize> {
        let capacity = self.family.as_ref()?.resources.first()?.capacity;
        Some(usize::try_from(capacity).unwrap_or(usize::MAX).saturating_sub(self.taken.len()))
    }

    /// Takes a place for an application, within a transaction.
    fn take(&mut self, tx: &mut Tx, of: &ApplicationRow, acting: &Acting) -> Result<Option<ClaimId>, Refusal> {
        let Some(family) = &self.family else { return Ok(None) };
        let request = Request {
            resource: family.root(),
            interval: Interval::new(acting.at, Interval::OPEN_END)?,
            units: 1,
            holder: of.organization.0.to_string(),
            purpose: Purpose::Place,
            buffer_exempt: true,
        };
        let policy = Policy::default();
        if claim::decide(&request, &family.resources, &self.taken, &policy, acting.at, &[]).is_err() {
            let quota: u32 = family.resources.first().map_or(0, |resource| resource.capacity);
            return Err(Refusal::state(Code::QuotaFull).with("quota", quota).with("taken", self.taken.len()));
        }
        let claim = request.claim(self.house.chance.id(acting.at), ClaimState::Active);
        family.create(tx, &claim, of.id.0, acting.at);
        let id = claim.id;
        self.taken.push(claim);
        Ok(Some(id))
    }

    /// Writes the guard, if anything was taken.
    fn guard(&self, tx: &mut Tx) {
        if let Some(family) = self.family.as_ref().filter(|family| family.claims.len() < self.taken.len()) {
            family.guard(&self.house.db, tx);
        }
    }
}

async fn intake_of(house: &House, row: &ReviewRow) -> Result<IntakeRow, Fault> {
    let found = applications::find_intake(&house.db, row.intake.0).await?;
    Ok(found.ok_or_else(|| DbError::Corrupt(format!("{}: intake is gone", row.id.0)))?)
}

/// Decides on all applications of a closed review at once.
///
/// # Errors
/// As the rules say; `quota_full` when more get a place than there are; `prepared_by_you`; `wrong_state`.
pub async fn decide(house: &House, by: &Caller, id: ReviewId, decisions: &[Decision]) -> Result<ReviewRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let places = ResourceId::from(row.intake.0);
    let attempt = || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(Action::ReviewsDecide, Action::ReviewsRead, &row.facts())?;
        let matter = Matter::read(house, row).await?;
        let after = matter.review.step(ReviewAction::Decide)?;
        matter.review.not_prepared_by_any(acting.account)?;
        let intake = intake_of(house, &matter.row).await?;
        let mut places = Places::read(house, &intake, &acting).await?;
        let decided = decision::decide(&matter.kept_standings(), decisions.to_vec(), places.free())?;
        let mut tx = Tx::new();
        for decision in &decided {
            let of = matter.applications.iter().find(|row| row.id.0 == decision.application);
            let of = of.ok_or_else(Refusal::missing)?;
            settle(house, &mut tx, &mut places, (of, matter.owner(of)?), decision, &acting)?;
        }
        places.guard(&mut tx);
        let today = Moment { now: acting.at, zone: house.zone }.today();
        let course = Course {
            decided_by: Some(acting.name.clone()),
            decided_on: Some(today),
            decisions: Some(decided),
            reason: None,
            ..matter.course.clone()
        };
        let after = matter.row.with(&after, acting.at.into()).going(course);
        tx.replace(id, matter.row.version, after.clone());
        let change = (Some(journal_view(&matter.row)), Some(journal_view(&after)));
        let line = Draft::new(id, "review.decide", &acting).about(intake.id.0);
        tx.journal(line.values(json!({"intake": intake.name})).change(change.0, change.1));
        house.db.commit(tx).await?;
        Ok(after)
    };
    claims::deciding(house, &[places], [format!("review {id}")], attempt).await
}

/// Writes what was decided on one application.
fn settle(
    house: &House,
    tx: &mut Tx,
    places: &mut Places<'_>,
    (of, who): (&ApplicationRow, &crate::organizations::store::OrganizationRow),
    decision: &Decision,
    acting: &Acting,
) -> Result<(), Fault> {
    let place = match decision.outcome {
        Outcome::Propose => {
            if !who.live {
                return Err(Refusal::state(Code::OrganizationNotLive).into());
            }
            tx.tie_while(crate::db::rid(who.id.0), "live", true);
            places.take(tx, of, acting)?
        }
        Outcome::Defer | Outcome::Reject => None,
    };
    advance(house, tx, (of, who), decision.outcome.action(), acting, |course| {
        course.place = place;
        course.reason.clone_from(&decision.reason);
    })?;
    Ok(())
}

/// Decides on one application by itself: of the waiting list, that it gets a place that has become free, or none at
/// all; of one that was to get a place, that it does not.
///
/// # Errors
/// `wrong_state` for what is not on the list; `not_first`; `quota_full`; no reason; `not_found`, `not_allowed`.
pub async fn from_list(
    house: &House,
    by: &Caller,
    id: ApplicationId,
    (outcome, reason): (Outcome, Option<&str>),
) -> Result<ApplicationRow, Fault> {
    let found = applications::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let places = ResourceId::from(found.intake.0);
    let attempt = || async {
        let of = applications::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let facts = Facts { organization: Some(of.organization.0), ..Facts::of_base(of.base.0) };
        let acting = by.allow(Action::ReviewsDecide, Action::ApplicationsRead, &facts)?;
        let fits = match outcome {
            Outcome::Propose => of.state.0 == ApplicationState::Waiting,
            // What was to get a place and cannot have it any more is told so, and the place is free.
            Outcome::Reject => [ApplicationState::Waiting, ApplicationState::Proposed].contains(&of.state.0),
            Outcome::Defer => false,
        };
        if !fits {
            let action = outcome.action().as_str();
            return Err(Refusal::state(Code::WrongState)
                .with("state", of.state.0.as_str())
                .with("action", action)
                .into());
        }
        let course = of.course()?;
        if let Some(review) = course.review
            && let Some(row) = store::find(&house.db, review).await?
        {
            row.review()?.not_prepared_by_any(acting.account)?;
        }
        let reason = reason.map(str::trim).filter(|why| !why.is_empty()).map(str::to_owned);
        match outcome {
            Outcome::Propose => decision::next_in_line(&waiting::list(house, &of).await?, id)?,
            Outcome::Reject if reason.is_none() => return Err(Refusal::field("reason", Code::Required).into()),
            Outcome::Reject | Outcome::Defer => {}
        }
        if reason.as_deref().is_some_and(|why| why.chars().count() > domain::application::MAX_TEXT) {
            let fault = FieldFault::new("reason", Code::TooLong).with("max", domain::application::MAX_TEXT);
            return Err(Refusal::fields(vec![fault]).into());
        }
        let (rows, owners) = with_owners(house, vec![of]).await?;
        let of = rows.into_iter().next().ok_or_else(Refusal::missing)?;
        let who = owners.get(&of.organization.0).ok_or_else(Refusal::missing)?;
        let intake = applications::find_intake(&house.db, of.intake.0).await?.ok_or_else(Refusal::missing)?;
        let mut places = Places::read(house, &intake, &acting).await?;
        let mut tx = Tx::new();
        if let Some(place) = course.place {
            claims::release(&mut tx, &claims::get(&house.db, place).await?);
        }
        let decision = Decision { application: id, outcome, reason };
        settle(house, &mut tx, &mut places, (&of, who), &decision, &acting)?;
        places.guard(&mut tx);
        house.db.commit(tx).await?;
        Ok(applications::find(&house.db, id).await?.ok_or_else(Refusal::missing)?)
    };
    claims::deciding(house, &[places], [], attempt).await
}
