//! What is set going while organizations are resident: a warning here, a time away there, requests to graduate, a
//! removal that is to be heard.

use domain::{
    criteria,
    day::Day,
    id::{AssessmentId, OrganizationId, ResidencyId},
    residency::{Judgement, RemovalGround, ResidencyState, WarningGround, care::ToMend},
};

use super::{crew::Crew, words::WORDS};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
    residencies::{
        proceed::Proceeding,
        steps::{self, Step},
        store::{self, ResidencyRow},
    },
};

async fn take(house: &House, by: &Caller, id: ResidencyId, of: Proceeding) -> Result<(), Fault> {
    steps::step(house, by, id, &Step::Proceed(of)).await.map(|_| ())
}

/// Those who are resident in a base by papers from before, the newest first; not those whose people have an account.
pub(super) async fn settled(
    house: &House,
    base: &BaseRow,
    apart: &[OrganizationId],
) -> Result<Vec<ResidencyRow>, Fault> {
    let mut rows = house.db.read(store::standing(ResidencyState::Active, Some(base.id.0))).await?;
    rows.retain(|row| row.application.is_none() && !apart.contains(&row.organization.0));
    rows.sort_by_key(|row| std::cmp::Reverse((row.began, row.id)));
    Ok(rows)
}

/// Warns who failed an assessment; one point is reported already.
///
/// # Errors
/// What the verbs say.
pub async fn warn(house: &House, by: &Caller, id: ResidencyId, assessment: Option<AssessmentId>) -> Result<(), Fault> {
    let words = &WORDS.proceedings;
    let today = house.today();
    let item = |(what, days): (&String, i64)| ToMend { what: what.clone(), due: today.plus(days) };
    let items = words.to_mend.iter().zip([12, 25]).map(item).collect();
    let ground = if assessment.is_some() { WarningGround::Assessment } else { WarningGround::Safety };
    take(house, by, id, Proceeding::Warn(ground, words.warning.clone(), assessment, items)).await?;
    take(house, by, id, Proceeding::Mend(0, words.mended.clone())).await
}

/// How far a request to graduate has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Some criteria are examined.
    Examined,
    /// The city decides.
    Proposed,
    /// The base sent it on.
    Postponed,
}

async fn asked(house: &House, by: &Caller, id: ResidencyId, far: Asked) -> Result<(), Fault> {
    let words = &WORDS.proceedings;
    take(house, by, id, Proceeding::AskGraduation(words.asks.clone())).await?;
    let judged = match far {
        Asked::Examined => 4,
        Asked::Proposed => criteria::SHIPPED.len(),
        Asked::Postponed => 2,
    };
    for key in criteria::SHIPPED.iter().take(judged) {
        let evidence = words.evidence.clone();
        take(house, by, id, Proceeding::Judge((*key).to_owned(), Judgement::Met, evidence)).await?;
    }
    match far {
        Asked::Examined => Ok(()),
        Asked::Proposed => take(house, by, id, Proceeding::Propose(words.proposes.clone())).await,
        Asked::Postponed => take(house, by, id, Proceeding::Postpone(words.postpones.clone())).await,
    }
}

/// Sets things going in some bases.
///
/// # Errors
/// What the verbs say.
pub async fn play(house: &House, crew: &Crew, bases: &[BaseRow], apart: &[OrganizationId]) -> Result<(), Fault> {
    let words = &WORDS.proceedings;
    let today: Day = house.today();
    for base in bases {
        let by = crew.operator(house, base.id.0);
        let rows = settled(house, base, apart).await?;
        let Some(id) = rows.first().map(|row| row.id.0) else { continue };
        match base.code.as_str() {
            "B01" => {
                let away = Proceeding::Suspend(words.away.clone(), today.plus(45));
                take(house, &by, id, away).await?;
            }
            "B02" => asked(house, &by, id, Asked::Examined).await?,
            "B03" => asked(house, &by, id, Asked::Proposed).await?,
            "B04" => {
                let grounds = vec![RemovalGround::Sublet];
                take(house, &by, id, Proceeding::ProposeRemoval(grounds, words.removal.clone())).await?;
                take(house, &by, id, Proceeding::AskHearing(words.hearing.clone())).await?;
            }
            "B06" => {
                warn(house, &by, id, None).await?;
                for item in 0..words.to_mend.len().min(2) {
                    let found = Proceeding::Recheck { item, passed: true, note: None, due: None };
                    take(house, &by, id, found).await?;
                }
                take(house, &by, id, Proceeding::Clear).await?;
            }
            "B07" => asked(house, &by, id, Asked::Postponed).await?,
            _ => {}
        }
    }
    Ok(())
}
