//! What is shown to who convenes a review: applications that wait for one, and who could review them.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    access::Action,
    day::{Day, Moment},
    id::{AccountId, ApplicationId, IntakeId},
    intake::{ApplicantKind, ResidencyMode},
    refusal::Refusal,
    review::{self, Conflict, ReviewState, Terms, sheet::SheetState},
    rubric::Criterion,
};
use poem_openapi::Object;

use super::{
    convene::{self, Candidate, Conflicts},
    store,
};
use crate::{
    applications::{
        checks::Ground,
        store::{self as applications, ApplicationRow},
        views::Called,
    },
    db::{Keep, tables},
    fault::Fault,
    house::House,
    http::Caller,
};

/// An application that waits for its review.
#[derive(Debug, Clone, Object)]
pub struct WaitsView {
    /// Identifier.
    pub id: ApplicationId,
    /// Number.
    pub number: Option<String>,
    /// Who applies.
    pub organization: Called,
    /// What the applicant is.
    pub kind: ApplicantKind,
    /// With or without a place.
    pub mode: Option<ResidencyMode>,
    /// Handed in.
    pub submitted_on: Option<Day>,
    /// By when it has to be decided.
    pub due: Option<Day>,
}

/// Somebody who could review.
#[derive(Debug, Clone, Object)]
pub struct CandidateView {
    /// Account.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// What is typed to sign in: by it two of one name are told apart.
    pub login: String,
    /// Sheets of open reviews that he has not handed in yet.
    pub load: usize,
    /// What binds him to applicants.
    pub conflicts: Vec<ConflictView>,
}

/// What binds a reviewer to an applicant.
#[derive(Debug, Clone, Object)]
pub struct ConflictView {
    /// Which application.
    pub application: ApplicationId,
    /// How.
    pub why: Conflict,
    /// It rules him out; otherwise he is asked about it.
    pub blocks: bool,
}

/// What a review of an intake can be convened with.
#[derive(Debug, Clone, Object)]
pub struct PrepareView {
    /// The intake.
    pub intake: Called,
    /// Applications that wait, who came first before.
    pub applications: Vec<WaitsView>,
    /// Everybody who could review, by name.
    pub reviewers: Vec<CandidateView>,
    /// Numbers of the base today.
    pub terms: Terms,
    /// Criteria of the base today.
    pub rubric: Vec<Criterion>,
    /// The usual last day: by when the first of them has to be decided.
    pub due: Option<Day>,
}

/// What a review of an intake can be convened with.
///
/// # Errors
/// `not_found` for an intake of others, `not_allowed` for who convenes none.
pub async fn view(house: &House, by: &Caller, id: IntakeId) -> Result<PrepareView, Fault> {
    let intake = applications::find_intake(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::ReviewsManage, Action::IntakesRead, &intake.facts())?;
    let ground = Ground::for_decision(house, intake.base.0).await?;
    let at = Moment { now: by.now, zone: house.zone };
    let held = convene::held_by(&ground, &intake, None);
    let rows = convene::waiting_for_review(house, &intake).await?;
    let all = convene::candidates(house).await?;
    let (conflicts, rows, owners) = convene::conflicts(house, &all, rows).await?;
    let load = load(house).await?;
    let waits = |row: &ApplicationRow| {
        let owner = owners.get(&row.organization.0).ok_or_else(Refusal::missing)?;
        Ok(WaitsView {
            id: row.id.0,
            number: row.number.clone(),
            organization: Called { id: owner.id.0.to_string(), name: owner.name.clone() },
            kind: row.kind.0,
            mode: row.form()?.mode,
            submitted_on: row.submitted_on.map(|day| day.0),
            due: ground.clock(&row.application()?)?.map(|clock| clock.deadline.due),
        })
    };
    let applications: Vec<WaitsView> = rows.iter().map(waits).collect::<Result<_, Fault>>()?;
    let first = applications.iter().filter_map(|of| of.due).min();
    let due = first.map(|day| review::usual_due(Some(day), at.today()));
    Ok(PrepareView {
        intake: Called { id: intake.id.0.to_string(), name: intake.name.clone() },
        reviewers: all.iter().map(|one| candidate(one, &conflicts, &load.0)).collect(),
        applications,
        terms: held.terms,
        rubric: held.rubric,
        due,
    })
}

fn candidate(one: &Candidate, conflicts: &Conflicts, load: &BTreeMap<AccountId, usize>) -> CandidateView {
    let id = one.account.id.0;
    let theirs = conflicts.iter().filter(|(account, _, _)| *account == id);
    let conflict = |(_, application, why): &(AccountId, ApplicationId, Conflict)| ConflictView {
        application: *application,
        why: *why,
        blocks: why.blocks(),
    };
    CandidateView {
        id,
        name: one.account.name.clone(),
        login: one.account.login.clone(),
        load: load.get(&id).copied().unwrap_or_default(),
        conflicts: theirs.map(conflict).collect(),
    }
}

/// How many sheets of open reviews each one has not handed in yet.
#[derive(Debug)]
struct Load(BTreeMap<AccountId, usize>);

impl Keep for Load {}

/// Counted over all bases, since a reviewer serves several; kept until a sheet is written.
async fn load(house: &House) -> Result<Arc<Load>, Fault> {
    let read = || async {
        let open = house.db.read(store::standing(ReviewState::Open, None)).await?;
        let reads: Vec<_> = open.iter().map(|review| store::sheets(review.id.0)).collect();
        let mut load = BTreeMap::new();
        for row in house.db.read(reads).await?.into_iter().flatten() {
            if matches!(row.state.0, SheetState::Asked | SheetState::Cleared) {
                *load.entry(row.reviewer.0).or_default() += 1;
            }
        }
        Ok::<_, Fault>(Load(load))
    };
    house.db.keep("review_load", "", tables(&["review", "review_sheet"]), read).await
}
