//! What a reviewer sees: what was asked of him, and once he said that he is free to, the application.

use std::collections::BTreeMap;

use domain::{
    access::Action,
    application::ApplicationState,
    day::{Day, Moment},
    id::{BaseId, IntakeId, ReviewId, ReviewSheetId},
    intake::ApplicantKind,
    refusal::{Code, Refusal},
    review::{
        ReviewState,
        sheet::{Advice, LIFECYCLE, SheetAction, SheetState},
    },
    rubric::{self, Criterion, Score},
};
use poem_openapi::Object;

use super::{
    sheets,
    store::{self, ReviewRow, SheetRow},
};
use crate::{
    applications::{
        advance::with_owners,
        store::{self as applications, ApplicationRow},
        views::{Called, Can},
        views_dossier::{self, DossierView},
        views_intakes::PublicBase,
    },
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
    organizations::store::OrganizationRow,
};

/// A sheet in the list of its reviewer.
#[derive(Debug, Clone, Object)]
pub struct SheetItem {
    /// Identifier.
    pub id: ReviewSheetId,
    /// Of which review.
    pub review: ReviewId,
    /// Where the review stands.
    pub review_state: ReviewState,
    /// At which base.
    pub base: PublicBase,
    /// For which intake.
    pub intake: Called,
    /// Number of the application.
    pub number: Option<String>,
    /// Who applies.
    pub organization: String,
    /// The last day.
    pub due: Day,
    /// Where it stands.
    pub state: SheetState,
    /// Points given until now.
    pub total: f64,
    /// It was given back, and is to be handed in anew.
    pub returned: bool,
    /// Something is to be done with it, and there is time.
    pub open: bool,
}

/// What was asked of a reviewer.
#[derive(Debug, Clone, Object)]
pub struct SheetList {
    /// What is to be done first, then the newest.
    pub items: Vec<SheetItem>,
}

/// A sheet of its reviewer.
#[derive(Debug, Clone, Object)]
pub struct SheetView {
    /// Identifier.
    pub id: ReviewSheetId,
    /// Of which review.
    pub review: ReviewId,
    /// Where the review stands.
    pub review_state: ReviewState,
    /// At which base.
    pub base: PublicBase,
    /// For which intake.
    pub intake: Called,
    /// Number of the application.
    pub number: Option<String>,
    /// Who applies.
    pub organization: String,
    /// What the applicant is.
    pub kind: ApplicantKind,
    /// Who is responsible there and whom one talks to: by these one knows whether one is free to review.
    pub people: Vec<String>,
    /// The last day.
    pub due: Day,
    /// Where it stands.
    pub state: SheetState,
    /// What might stand in the way, as the record says: `same_name`.
    #[oai(skip_serializing_if_is_none)]
    pub hint: Option<String>,
    /// Criteria.
    pub rubric: Vec<Criterion>,
    /// Points by criterion.
    pub scores: Vec<Score>,
    /// All of them.
    pub total: f64,
    /// What is advised.
    pub advice: Option<Advice>,
    /// Why.
    pub comment: Option<String>,
    /// Why it was given back, until it is handed in anew.
    #[oai(skip_serializing_if_is_none)]
    pub returned: Option<String>,
    /// The application, once one said that one is free to review it.
    #[oai(skip_serializing_if_is_none)]
    pub dossier: Option<DossierView>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
}

impl Versioned for SheetView {
    fn version(&self) -> i64 {
        self.version
    }
}

#[expect(clippy::cast_precision_loss, reason = "points of a hundred")]
fn total(scores: &[Score]) -> f64 {
    rubric::total(scores) as f64 / 10.0
}

/// A sheet as its reviewer sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: SheetRow) -> Result<SheetView, Fault> {
    let reads = (store::named(&[row.review.0]), applications::named(&[row.application.0]));
    let (reviews, found) = house.db.read(reads).await?;
    let review = reviews.into_iter().next().ok_or_else(Refusal::missing)?;
    let (found, owners) = with_owners(house, found).await?;
    let application = found.into_iter().next().ok_or_else(Refusal::missing)?;
    let owner = owners.get(&application.organization.0).ok_or_else(Refusal::missing)?;
    let reads = (applications::intakes_named(&[review.intake.0]), crate::bases::store::one(review.base.0));
    let (intakes, bases) = house.db.read(reads).await?;
    let (intake, base) = (intakes.first().ok_or_else(Refusal::missing)?, bases.first().ok_or_else(Refusal::missing)?);
    let at = Moment { now: by.now, zone: house.zone };
    let sheet = row.sheet()?;
    let can = can(by, (&row, &review, &application), at);
    let (number, kind) = (application.number.clone(), application.kind.0);
    let contact = application.form()?.contact_name;
    let dossier = if sheets::sees(&row, &review, &application)? {
        Some(views_dossier::dossier(house, by, application).await?)
    } else {
        None
    };
    Ok(SheetView {
        id: row.id.0,
        review: review.id.0,
        review_state: review.state.0,
        base: base.into(),
        intake: Called { id: intake.id.0.to_string(), name: intake.name.clone() },
        number,
        organization: owner.name.clone(),
        kind,
        people: people(owner, contact),
        due: review.due.0,
        state: row.state.0,
        hint: row.hint.clone(),
        rubric: review.held_by()?.rubric,
        total: total(&sheet.marks.scores),
        scores: sheet.marks.scores,
        advice: sheet.marks.advice,
        comment: sheet.marks.comment,
        returned: row.reason.clone(),
        dossier,
        version: row.version,
        can,
    })
}

fn people(of: &OrganizationRow, contact: Option<String>) -> Vec<String> {
    let known = [of.responsible_name.clone(), of.liaison_name.clone(), contact];
    let mut names: Vec<String> = Vec::new();
    for name in known.into_iter().flatten().filter(|name| !name.trim().is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Why each step of a reviewer is not possible now.
fn can(by: &Caller, (row, review, of): (&SheetRow, &ReviewRow, &ApplicationRow), at: Moment) -> Can {
    let may = by.can(Action::SheetsWrite, &row.facts());
    let open = review.state.0 == ReviewState::Open && of.state.0 == ApplicationState::Reviewing;
    let word = |action: SheetAction| {
        let over = (!open).then_some(Code::WrongState);
        let fits = LIFECYCLE.can(row.state.0, action, |_| (review.due.0 < at.today()).then_some(Code::TimeOver));
        may.or(over).or(fits).map(|code| code.as_str().to_owned())
    };
    let own = [SheetAction::Clear, SheetAction::Recuse, SheetAction::Save, SheetAction::Lock];
    own.into_iter().map(|action| (action.as_str().to_owned(), word(action))).collect()
}

/// What was asked of the caller: what is to be done first, the soonest due before; then the newest.
///
/// # Errors
/// What the database says.
pub async fn list(house: &House, by: &Caller) -> Result<SheetList, Fault> {
    let rows = sheets::mine(house, by.principal.account).await?;
    let ids: Vec<_> = rows.iter().map(|(row, _)| row.application.0).collect();
    let (found, owners) = with_owners(house, house.db.read(applications::named(&ids)).await?).await?;
    let found: BTreeMap<_, &ApplicationRow> = found.iter().map(|row| (row.id.0, row)).collect();
    let mut intakes: Vec<IntakeId> = rows.iter().map(|(_, review)| review.intake.0).collect();
    intakes.sort_unstable();
    intakes.dedup();
    let reads = (applications::intakes_named(&intakes), crate::bases::store::every());
    let (intakes, bases) = house.db.read(reads).await?;
    let bases: BTreeMap<BaseId, _> = bases.iter().map(|row| (row.id.0, row)).collect();
    let today = house.today();
    let item = |(row, review): &(SheetRow, ReviewRow)| {
        let of = found.get(&row.application.0).ok_or_else(Refusal::missing)?;
        let owner = owners.get(&of.organization.0).ok_or_else(Refusal::missing)?;
        let base = bases.get(&review.base.0).ok_or_else(Refusal::missing)?;
        let intake = intakes.iter().find(|intake| intake.id == review.intake);
        let waits = matches!(row.state.0, SheetState::Asked | SheetState::Cleared);
        let open = review.state.0 == ReviewState::Open && of.state.0 == ApplicationState::Reviewing;
        Ok(SheetItem {
            id: row.id.0,
            review: review.id.0,
            review_state: review.state.0,
            base: (*base).into(),
            intake: Called {
                id: review.intake.0.to_string(),
                name: intake.map(|intake| intake.name.clone()).unwrap_or_default(),
            },
            number: of.number.clone(),
            organization: owner.name.clone(),
            due: review.due.0,
            state: row.state.0,
            total: total(&row.marks()?.scores),
            returned: row.state.0 == SheetState::Cleared && row.reason.is_some(),
            open: waits && open && today <= review.due.0,
        })
    };
    let mut items: Vec<SheetItem> = rows.iter().map(item).collect::<Result<_, Fault>>()?;
    // The rest stays as it is: the newest first.
    items.sort_by_cached_key(|of| {
        let wanted = of.open.then(|| (of.due, of.number.clone()));
        (!of.open, wanted)
    });
    Ok(SheetList { items })
}
