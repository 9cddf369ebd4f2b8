//! Applications that wait for a base, and by when.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    application::{ApplicationState, Turn},
    day::{Day, Moment},
    id::{ApplicationId, BaseId, OrganizationId},
    notice::NoticeState,
    review::{ReviewState, sheet::SheetState, standing::complete},
};

use crate::{
    applications::{
        checks::Ground,
        store,
        waiting::{list, of},
    },
    bases::store::BaseRow,
    db::{Keep, rid, tables},
    fault::Fault,
    house::House,
    notices,
    reviews::{self, matter::Matter},
};

/// An application that waits for its base, or for the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: ApplicationId,
    /// For which base.
    pub base: BaseId,
    /// Number and applicant.
    pub label: String,
    /// The last day.
    pub due: Day,
    /// Who has to act: the base or the city.
    pub owner: Turn,
}

/// States in which it is the base's turn, or the city's.
const STATES: [ApplicationState; 6] = [
    ApplicationState::Submitted,
    ApplicationState::Accepted,
    ApplicationState::Passed,
    ApplicationState::Disputed,
    ApplicationState::Reviewing,
    ApplicationState::Reviewed,
];

/// Something whose last day is over: a review whose reviewers are out of time, a notice to be concluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Its last day, if it has one.
    pub due: Option<Day>,
}

/// Applications that wait, the soonest due first.
#[derive(Debug)]
struct Waitings(Vec<Waiting>);

impl Keep for Waitings {}

/// Reviews and notices that are over.
#[derive(Debug)]
struct Overs {
    reviews: Reviews,
    notices: Vec<Over>,
    places: Vec<Over>,
}

/// Reviews that need their base.
#[derive(Debug, Default)]
pub struct Reviews {
    /// Whose reviewers are out of time.
    pub late: Vec<Over>,
    /// That the city has sent back.
    pub returned: Vec<Over>,
    /// Whose sheets are in.
    pub ready: Vec<Over>,
}

impl Keep for Overs {}

/// What waits for somebody.
#[derive(Debug)]
pub struct ToDo {
    waiting: Arc<Waitings>,
    over: Arc<Overs>,
}

impl ToDo {
    /// Applications that wait, the soonest due first.
    #[must_use]
    pub fn applications(&self) -> &[Waiting] {
        &self.waiting.0
    }
    /// Reviews that need their base.
    #[must_use]
    pub fn reviews(&self) -> &Reviews {
        &self.over.reviews
    }
    /// Notices that can be concluded; for the city, who does.
    #[must_use]
    pub fn notices(&self) -> &[Over] {
        &self.over.notices
    }
    /// Applications that are first on a waiting list with a free place; for the city, who gives it.
    #[must_use]
    pub fn places(&self) -> &[Over] {
        &self.over.places
    }
}

/// What they are read of: not what the figures are read of, so that a form that is being written does not
/// make the figures anew.
const READ_OF: &[&str] = &["application", "organization", "base", "setting", "work_day"];
/// What is over is kept by itself, since each score that is noted moves its review.
const OVER_OF: &[&str] = &[
    "base",
    "setting",
    "work_day",
    "review",
    "review_sheet",
    "intake",
    "notice",
    "objection",
    "application",
    "organization",
    "claim",
];

/// What waits for one base or for all of them, kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn kept(house: &House, base: Option<BaseId>) -> Result<ToDo, Fault> {
    let key = || format!("{base:?} {}", house.today());
    let bases = || async {
        match base {
            Some(base) => house.db.read(crate::bases::store::one(base)).await,
            None => house.db.read(crate::bases::store::every()).await,
        }
    };
    let waiting = || async { Ok::<_, Fault>(Waitings(applications(house, &bases().await?, base).await?)) };
    let over = || async {
        let (notices, places) = match base {
            None => (notices_over(house, &bases().await?).await?, places_free(house).await?),
            Some(_) => (Vec::new(), Vec::new()),
        };
        Ok::<_, Fault>(Overs { reviews: open_reviews(house, base).await?, notices, places })
    };
    Ok(ToDo {
        waiting: house.db.keep("applications_waiting", key(), tables(READ_OF), waiting).await?,
        over: house.db.keep("what_is_over", key(), tables(OVER_OF), over).await?,
    })
}

/// Applications that wait for one base or for all of them, the soonest due first.
async fn applications(house: &House, bases: &[BaseRow], base: Option<BaseId>) -> Result<Vec<Waiting>, Fault> {
    let reads: Vec<_> = STATES.iter().map(|state| store::standing(*state, base)).collect();
    let rows: Vec<store::ApplicationRow> = house.db.read(reads).await?.into_iter().flatten().collect();
    let owners: Vec<_> = rows.iter().map(|row| rid(row.organization.0)).collect();
    let owners = house.db.read(crate::organizations::store::of_records(&owners)).await?;
    let ground = Ground::for_views(house, bases).await?;
    let owners: BTreeMap<OrganizationId, &str> = owners.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(clock) = ground.clock(&row.application()?)? else { continue };
        let wanted = match clock.owner {
            Turn::Base => true,
            // What the city has to decide is on its own list, not on that of a base.
            Turn::City => base.is_none(),
            // Reviewers have their own list; that they are late is the base's business.
            Turn::Panel => clock.deadline.due < ground.today(),
            Turn::Applicant => false,
        };
        if !wanted {
            continue;
        }
        let name = owners.get(&row.organization.0).copied().unwrap_or_default();
        let label = format!("{} {name}", row.number.as_deref().unwrap_or_default()).trim().to_owned();
        waiting.push(Waiting { id: row.id.0, base: row.base.0, label, due: clock.deadline.due, owner: clock.owner });
    }
    waiting.sort_by_key(|one| (one.due, one.id));
    Ok(waiting)
}

/// Open reviews that need their base. The city sees only which are late.
async fn open_reviews(house: &House, base: Option<BaseId>) -> Result<Reviews, Fault> {
    let rows = house.db.read(reviews::store::standing(ReviewState::Open, base)).await?;
    let today = house.today();
    let mut ids: Vec<_> = rows.iter().map(|row| row.intake.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let intakes = house.db.read(store::intakes_named(&ids)).await?;
    let mut found = Reviews::default();
    for row in rows {
        let label = intakes.iter().find(|intake| intake.id == row.intake).map(|intake| intake.name.clone());
        let over = Over { id: row.id.0.to_string(), label: label.unwrap_or_default(), due: Some(row.due.0) };
        if base.is_none() {
            if row.due.0 < today {
                found.late.push(over);
            }
            continue;
        }
        let returned = row.course()?.reason.is_some();
        let of = Matter::read(house, row).await?;
        let ready = complete(&of.held_by.terms, &of.standings(ApplicationState::Reviewing)?).is_ok();
        let live = |id| of.applications.iter().any(|of| of.id == id && of.state.0 == ApplicationState::Reviewing);
        let waits = |state| matches!(state, SheetState::Asked | SheetState::Cleared);
        let left = of.sheets.iter().any(|sheet| waits(sheet.state.0) && live(sheet.application));
        if ready && !left {
            found.ready.push(over);
        } else if of.review.due < today {
            found.late.push(over);
        } else if returned {
            found.returned.push(over);
        }
    }
    for list in [&mut found.late, &mut found.returned, &mut found.ready] {
        list.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    }
    Ok(found)
}

/// Who is first on a waiting list of an intake that has a free place.
async fn places_free(house: &House) -> Result<Vec<Over>, Fault> {
    let mut rows = house.db.read(store::standing(ApplicationState::Waiting, None)).await?;
    rows.sort_by(|a, b| (a.intake, a.came()).cmp(&(b.intake, b.came())));
    rows.dedup_by_key(|row| row.intake);
    let ids: Vec<_> = rows.iter().map(|row| row.intake.0).collect();
    let intakes = house.db.read(store::intakes_named(&ids)).await?;
    let mut found = Vec::new();
    for row in rows {
        let Some(intake) = intakes.iter().find(|intake| intake.id == row.intake) else { continue };
        let Some(first) = list(house, &row).await?.into_iter().next() else { continue };
        let Some(first) = store::find(&house.db, first.application).await? else { continue };
        if of(house, &first, intake).await?.is_some_and(|line| line.why_not().is_none()) {
            let label = format!("{} {}", first.number.as_deref().unwrap_or_default(), intake.name);
            found.push(Over { id: first.id.0.to_string(), label: label.trim().to_owned(), due: None });
        }
    }
    Ok(found)
}

/// Notices whose last day is over, with something that nobody objects to.
async fn notices_over(house: &House, bases: &[BaseRow]) -> Result<Vec<Over>, Fault> {
    let running = house.db.read(notices::store::standing(NoticeState::Published)).await?;
    let against = house.db.read(notices::store::open_objections()).await?;
    let ground = Ground::for_views(house, bases).await?;
    let at = Moment { now: house.now(), zone: house.zone };
    let mut over = Vec::new();
    for row in running {
        let ends = ground.ends(row.base.0, &row.run()?)?;
        let free = row.subjects()?.iter().any(|of| {
            let open = against.iter().any(|objection| objection.notice == row.id && objection.thing == of.thing);
            of.outcome.is_none() && !open
        });
        if free && domain::notice::is_over(&ends, at) {
            over.push(Over { id: row.id.0.to_string(), label: row.title.clone(), due: Some(ends.due) });
        }
    }
    over.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    Ok(over)
}
