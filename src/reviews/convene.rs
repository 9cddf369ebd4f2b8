//! Convening a review: who could review which application, and who does.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{Action, Role, Scope},
    application::{ApplicationAction, ApplicationState},
    day::{Day, Moment},
    id::{AccountId, ApplicationId, BaseId, IntakeId, OrganizationId},
    refusal::{Code, FieldFault, Refusal},
    review::{self, Conflict, Person, Review, Terms, sheet::Sheet},
    rubric::{self, Criterion},
    setting::{DISAGREEMENT, DROP_FROM, MIN_SHEETS, PASS_MARK, RUBRIC},
};
use serde_json::json;

use super::store::{Course, HeldBy, ReviewRow, SheetRow, Written, seat};
use crate::{
    accounts::store::{self as accounts, AccountRow, GrantRow},
    applications::{
        advance::{advance, with_owners},
        checks::Ground,
        store::{self as applications, ApplicationRow, IntakeRow},
    },
    db::{Db, Rec, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
    organizations::{store::OrganizationRow, store_persons},
};

/// A review to be convened.
#[derive(Debug, Clone)]
pub struct NewReview {
    /// For which intake.
    pub intake: IntakeId,
    /// What is reviewed.
    pub applications: Vec<ApplicationId>,
    /// Who reviews.
    pub reviewers: Vec<AccountId>,
    /// The last day for reviewers; by the clocks of the applications when left out.
    pub due: Option<Day>,
    /// Criteria; those of the base when left out.
    pub rubric: Option<Vec<Criterion>>,
}

/// Somebody who holds the role of a reviewer.
#[derive(Debug)]
pub struct Candidate {
    /// The account.
    pub account: AccountRow,
    grants: Vec<GrantRow>,
}

impl Candidate {
    fn person(&self) -> Person<'_> {
        Person { name: &self.account.name, phone: self.account.phone.as_deref() }
    }
    /// Whether somebody works for a base or for the city today, and so has a hand in what it does.
    #[must_use]
    pub fn works_for(&self, base: BaseId, today: Day) -> bool {
        let held = self.grants.iter().filter(|grant| grant.on(today)).map(GrantRow::held);
        held.into_iter().any(|held| match (held.role, held.scope) {
            (Role::BaseOperator, Scope::Base(own)) => own == base,
            (Role::CitySupervisor, _) => true,
            _ => false,
        })
    }
    /// Why this one should not review an application of an organization.
    fn conflict(&self, of: &OrganizationRow, contact: Option<Person<'_>>, people: &People) -> Option<Conflict> {
        let there = self.grants.iter().any(|grant| grant.organization == Some(of.id));
        let all: Vec<Person<'_>> = people.of(of).into_iter().chain(contact).collect();
        review::conflict(&self.person(), there, &all)
    }
}

/// The people of some organizations.
#[derive(Debug, Default)]
pub struct People(BTreeMap<OrganizationId, Vec<(String, Option<String>)>>);

impl People {
    async fn read(db: &Db, of: &[OrganizationId]) -> Result<Self, Fault> {
        let mut all: BTreeMap<OrganizationId, Vec<_>> = BTreeMap::new();
        for person in db.read(store_persons::among(of)).await? {
            all.entry(person.organization.0).or_default().push((person.name, person.phone));
        }
        Ok(Self(all))
    }
    fn of<'a>(&'a self, row: &'a OrganizationRow) -> Vec<Person<'a>> {
        let known = self.0.get(&row.id.0).map_or(&[][..], Vec::as_slice);
        let named = [(&row.responsible_name, None), (&row.liaison_name, row.liaison_phone.as_deref())];
        // A number without a name binds too.
        let person = |(name, phone): (&'a Option<String>, Option<&'a str>)| {
            (name.is_some() || phone.is_some()).then(|| Person { name: name.as_deref().unwrap_or_default(), phone })
        };
        let named = named.into_iter().filter_map(person);
        known.iter().map(|(name, phone)| Person { name, phone: phone.as_deref() }).chain(named).collect()
    }
}

/// Everybody who may review now.
///
/// # Errors
/// What the database says.
pub async fn candidates(house: &House) -> Result<Vec<Candidate>, Fault> {
    candidates_for(house, &[Role::Reviewer]).await
}

/// Everybody who may judge in one of some roles now: it is held today, the account not locked.
///
/// # Errors
/// What the database says.
pub async fn candidates_for(house: &House, roles: &[Role]) -> Result<Vec<Candidate>, Fault> {
    let today = house.today();
    let mut ids: BTreeSet<AccountId> = BTreeSet::new();
    for role in roles {
        let held = accounts::holders(&house.db, *role).await?;
        ids.extend(held.iter().filter(|grant| grant.on(today)).map(|grant| grant.account.0));
    }
    let ids: Vec<AccountId> = ids.into_iter().collect();
    let rows = house.db.read(accounts::named(&ids)).await?;
    // A role held once in an organization's name still binds.
    let grants = if ids.is_empty() { Vec::new() } else { accounts::grants_of(&house.db, &ids).await? };
    let of = |id: Rec<AccountId>| grants.iter().filter(|grant| grant.account == id).cloned().collect();
    let all = rows.into_iter().filter(|account| !account.locked);
    let mut all: Vec<_> = all.map(|account| Candidate { grants: of(account.id), account }).collect();
    all.sort_by(|a, b| (&a.account.name, a.account.id).cmp(&(&b.account.name, b.account.id)));
    Ok(all)
}

/// Which of some organizations somebody is bound to, so that he should not judge them.
///
/// # Errors
/// What the database says.
pub async fn bound_to<'a>(
    house: &House,
    candidate: &Candidate,
    all: &'a [OrganizationRow],
) -> Result<Vec<&'a OrganizationRow>, Fault> {
    let people = People::read(&house.db, &all.iter().map(|row| row.id.0).collect::<Vec<_>>()).await?;
    // A name alone may be somebody else's.
    let binds = |why: Conflict| why != Conflict::SameName;
    Ok(all.iter().filter(|row| candidate.conflict(row, None, &people).is_some_and(binds)).collect())
}

/// What binds each candidate to which of some applications.
pub type Conflicts = Vec<(AccountId, ApplicationId, Conflict)>;

/// What binds candidates to applications, and whose these are.
///
/// # Errors
/// What the database says.
pub async fn conflicts(
    house: &House,
    candidates: &[Candidate],
    rows: Vec<ApplicationRow>,
) -> Result<(Conflicts, Vec<ApplicationRow>, BTreeMap<OrganizationId, OrganizationRow>), Fault> {
    let (rows, owners) = with_owners(house, rows).await?;
    let people = People::read(&house.db, &owners.keys().copied().collect::<Vec<_>>()).await?;
    let mut found = Conflicts::new();
    for row in &rows {
        let Some(owner) = owners.get(&row.organization.0) else { continue };
        // Whom to call may be somebody whom the record does not know.
        let form = row.form()?;
        let phone = form.contact_phone.as_deref();
        let contact = || form.contact_name.as_deref().map(|name| Person { name, phone });
        for candidate in candidates {
            if let Some(why) = candidate.conflict(owner, contact(), &people) {
                found.push((candidate.account.id.0, row.id.0, why));
            }
        }
    }
    Ok((found, rows, owners))
}

/// What binds an account to an application now, so that it does not review it.
///
/// # Errors
/// What the database says.
pub async fn bound_now(house: &House, who: AccountId, of: &ApplicationRow) -> Result<Option<Conflict>, Fault> {
    let Some(account) = house.db.read(accounts::named(&[who])).await?.into_iter().next() else { return Ok(None) };
    let grants = accounts::grants_of(&house.db, &[who]).await?;
    let (found, _, _) = conflicts(house, &[Candidate { account, grants }], vec![of.clone()]).await?;
    Ok(found.into_iter().map(|(_, _, why)| why).find(|why| why.blocks()))
}

/// Applications of an intake that passed the first check and wait for a review, who came first before.
///
/// # Errors
/// What the database says.
pub async fn waiting_for_review(house: &House, intake: &IntakeRow) -> Result<Vec<ApplicationRow>, Fault> {
    let read = applications::standing(ApplicationState::Passed, Some(intake.base.0));
    let mut rows = house.db.read(read).await?;
    rows.retain(|row| row.intake == intake.id);
    rows.sort_by(|a, b| a.came().cmp(&b.came()));
    Ok(rows)
}

/// A base's numbers and criteria of today.
#[must_use]
pub fn held_by(ground: &Ground, intake: &IntakeRow, own: Option<Vec<Criterion>>) -> HeldBy {
    let number =
        |key| ground.value(intake.base.0, key).as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    let terms = Terms {
        min_sheets: number(MIN_SHEETS),
        drop_from: number(DROP_FROM),
        pass_mark: number(PASS_MARK),
        disagreement: number(DISAGREEMENT),
    };
    let rubric = own.unwrap_or_else(|| rubric::of(&ground.value(intake.base.0, RUBRIC)));
    HeldBy { terms, rubric: rubric::keyed(rubric) }
}

/// Convenes a review.
///
/// # Errors
/// `not_found` for an intake of others; all bad fields: applications that do not wait for a review, reviewers
/// who hold no such role or are bound to an applicant, too few of them, a bad day or rubric.
pub async fn convene(house: &House, by: &Caller, new: &NewReview) -> Result<ReviewRow, Fault> {
    let attempt = || async {
        let intake = applications::find_intake(&house.db, new.intake).await?;
        let intake = intake.ok_or_else(|| Refusal::field("intake", Code::NotFound))?;
        let facts = intake.facts();
        if by.principal.role_for(Action::IntakesRead, &facts).is_none() {
            return Err(Refusal::field("intake", Code::NotFound).into());
        }
        let acting = by.allow(Action::ReviewsManage, Action::IntakesRead, &facts)?;
        let at = Moment { now: acting.at, zone: house.zone };
        let ground = Ground::for_decision(house, intake.base.0).await?;
        let held = held_by(&ground, &intake, new.rubric.clone());
        let mut faults = new.rubric.as_ref().map_or_else(Vec::new, |of| rubric::check(of, "rubric"));
        // What lists too many is not looked up.
        let few = new.applications.len() <= review::MAX_APPLICATIONS && new.reviewers.len() <= review::MAX_REVIEWERS;
        let ids = if few { &new.applications[..] } else { &[] };
        let rows = house.db.read(applications::named(ids)).await?;
        let due = match new.due {
            Some(due) => due,
            None => usual_due(&ground, &rows, at)?,
        };
        let review = Review {
            state: review::LIFECYCLE.initial,
            due,
            terms: held.terms,
            applications: new.applications.clone(),
            reviewers: new.reviewers.clone(),
            prepared_by: acting.account.into_iter().collect(),
        };
        faults.extend(review::check(&review, at));
        let all = candidates(house).await?;
        let (conflicts, rows, owners) = conflicts(house, &all, rows).await?;
        if few {
            faults.extend(application_faults(&intake, new, &rows, &owners));
            faults.extend(reviewer_faults(new, &all, &conflicts, &rows));
        }
        if !faults.is_empty() {
            return Err(Refusal::fields(faults).into());
        }
        let mut tx = Tx::new();
        let row = born(house, &intake, &review, held, &acting);
        tx.insert(row.id.0, row.clone());
        let line = Draft::new(row.id.0, "review.convene", &acting).about(intake.id.0);
        let values = json!({"intake": intake.name, "count": rows.len(), "reviewers": new.reviewers.len()});
        tx.journal(line.values(values).change(None, Some(super::service::journal_view(&row))).first());
        for of in &rows {
            let who = owners.get(&of.organization.0).ok_or_else(Refusal::missing)?;
            tx.tie_while(rid(who.id.0), "live", true);
            advance(house, &mut tx, (of, who), ApplicationAction::Convene, &acting, |course| {
                course.review = Some(row.id.0);
            })?;
        }
        for reviewer in all.iter().filter(|one| new.reviewers.contains(&one.account.id.0)) {
            seats(house, &mut tx, (&row, &rows), reviewer, &conflicts, &acting);
        }
        house.db.commit(tx).await?;
        Ok(row)
    };
    house.db.decide(attempt).await
}

/// The day by which the first of the applications has to be decided; today when that is over.
fn usual_due(ground: &Ground, rows: &[ApplicationRow], at: Moment) -> Result<Day, Fault> {
    let mut first = None;
    for row in rows {
        let due = ground.clock(&row.application()?)?.map(|clock| clock.deadline.due);
        first = [first, due].into_iter().flatten().min();
    }
    Ok(review::usual_due(first, at.today()))
}

fn application_faults(
    intake: &IntakeRow,
    new: &NewReview,
    rows: &[ApplicationRow],
    owners: &BTreeMap<OrganizationId, OrganizationRow>,
) -> Vec<FieldFault> {
    let fault = |(n, id): (usize, &ApplicationId)| {
        let path = format!("applications[{n}]");
        let Some(row) = rows.iter().find(|row| row.id.0 == *id && row.intake == intake.id) else {
            return Some(FieldFault::new(path, Code::NotFound));
        };
        if row.state.0 != ApplicationState::Passed {
            let fault = FieldFault::new(path, Code::WrongState).with("state", row.state.0.as_str());
            return Some(fault.with("action", ApplicationAction::Convene.as_str()));
        }
        let live = owners.get(&row.organization.0).is_some_and(|owner| owner.live);
        (!live).then(|| FieldFault::new(path, Code::OrganizationNotLive))
    };
    new.applications.iter().enumerate().filter_map(fault).collect()
}

fn reviewer_faults(
    new: &NewReview,
    all: &[Candidate],
    conflicts: &Conflicts,
    rows: &[ApplicationRow],
) -> Vec<FieldFault> {
    let fault = |(n, id): (usize, &AccountId)| {
        let path = format!("reviewers[{n}]");
        if !all.iter().any(|one| one.account.id.0 == *id) {
            return Some(FieldFault::new(path, Code::NotFound));
        }
        bound(*id, conflicts, rows).map(|(number, why)| {
            let fault = FieldFault::new(path, Code::ConflictOfInterest).with("why", why.as_str());
            fault.with("number", number)
        })
    };
    new.reviewers.iter().enumerate().filter_map(fault).collect()
}

/// The number of the first application that somebody may not review, and why.
pub(super) fn bound(who: AccountId, conflicts: &Conflicts, rows: &[ApplicationRow]) -> Option<(String, Conflict)> {
    let (_, of, why) = conflicts.iter().find(|(account, _, why)| *account == who && why.blocks())?;
    let row = rows.iter().find(|row| row.id.0 == *of)?;
    Some((row.number.clone().unwrap_or_default(), *why))
}

fn born(house: &House, intake: &IntakeRow, review: &Review, held: HeldBy, acting: &Acting) -> ReviewRow {
    let course = Course { convened_by: acting.name.clone(), ..Course::default() };
    ReviewRow {
        id: Rec(house.chance.id(acting.at)),
        base: intake.base,
        intake: intake.id,
        state: review.state.into(),
        due: review.due.into(),
        applications: review.applications.iter().copied().map(Rec).collect(),
        reviewers: review.reviewers.iter().copied().map(Rec).collect(),
        prepared_by: review.prepared_by.iter().copied().map(Rec).collect(),
        held_by: serde_json::to_value(held).unwrap_or_default(),
        course: serde_json::Value::Null,
        version: 1,
        created_at: acting.at.into(),
        updated_at: acting.at.into(),
    }
    .going(course)
}

/// Gives a reviewer a sheet for each application.
pub(super) fn seats(
    house: &House,
    tx: &mut Tx,
    (review, applications): (&ReviewRow, &[ApplicationRow]),
    reviewer: &Candidate,
    conflicts: &Conflicts,
    acting: &Acting,
) {
    for of in applications {
        let who = &reviewer.account;
        let hint = conflicts.iter().find(|(account, id, _)| *account == who.id.0 && *id == of.id.0);
        let row = SheetRow {
            id: Rec(house.chance.id(acting.at)),
            review: review.id,
            base: review.base,
            application: of.id,
            reviewer: who.id,
            reviewer_name: who.name.clone(),
            state: Sheet::asked().state.into(),
            seat: Some(seat(review.id.0, of.id.0, who.id.0)),
            marks: serde_json::to_value(Written::default()).unwrap_or_default(),
            reason: None,
            hint: hint.map(|(_, _, why)| why.as_str().to_owned()),
            version: 1,
            created_at: acting.at.into(),
            updated_at: acting.at.into(),
        };
        tx.insert(row.id.0, row.clone());
        let line = Draft::new(row.id.0, "review_sheet.ask", acting).values(json!({"number": of.number}));
        tx.journal(line.change(None, Some(super::sheets::journal_view(&row))).first());
    }
}
