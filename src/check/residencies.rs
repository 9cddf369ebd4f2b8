//! Residencies: each stands where its agreement, its application and its organization say, its paper is kept, and
//! who has left has nothing left (I6).

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    agreement::{AgreementKind, AgreementState},
    application::ApplicationState,
    id::{BaseId, OrganizationId},
    residency::{Renewal, RenewalOutcome, Residency, ResidencyState},
};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    applications::store as applications,
    db::DbError,
    house::House,
    journal::sha256,
    organizations::store as organizations,
    residencies::store::{self as residencies, AgreementRow, ResidencyRow},
    spaces::store_terms,
};

/// Each residency holds together with what hangs on it.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "residency");
    let mut stays: BTreeMap<OrganizationId, BTreeSet<BaseId>> = BTreeMap::new();
    while let Some(batch) = rows.next::<ResidencyRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    if row.state.0.is_in() {
                        stays.entry(row.organization.0).or_default().insert(row.base.0);
                    }
                    for what in wrong(house, &row).await? {
                        tell(Finding::new("residencies", row.id.0, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("residencies", store::shown(&id), why)),
            }
        }
    }
    known(house, &mut stays, tell).await
}

/// Organizations know where they are resident.
async fn known(
    house: &House,
    stays: &mut BTreeMap<OrganizationId, BTreeSet<BaseId>>,
    tell: &mut (dyn FnMut(Finding) + Send),
) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "organization");
    while let Some(batch) = rows.next::<organizations::OrganizationRow>().await? {
        for row in batch.into_iter().flatten() {
            let kept: BTreeSet<BaseId> = row.stays.iter().flatten().map(|base| base.0).collect();
            let is = stays.remove(&row.id.0).unwrap_or_default();
            if kept != is {
                tell(Finding::new("residencies", row.id.0, format!("stays in {kept:?}, by its residencies in {is:?}")));
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: &ResidencyRow) -> Result<Vec<String>, DbError> {
    let mut found = Vec::new();
    let of = match row.residency() {
        Ok(of) => of,
        Err(error) => return Ok(vec![error.to_string()]),
    };
    let ended = of.ended();
    if row.ended.map(|day| day.0) != ended || row.ends.0 != ended.unwrap_or(domain::day::Day::MAX) {
        found.push("ended on another day than its course says".to_owned());
    }
    if row.live_key.is_some() != of.is_live() {
        found.push(format!("is {}, and its key says otherwise", row.state.0));
    }
    for paper in house.db.read(residencies::agreements(row.id.0)).await? {
        found.extend(paper_wrong(house, (row, &of), &paper).await);
    }
    if let Some(id) = row.application {
        let state = applications::find(&house.db, id.0).await?.map(|application| application.state.0);
        let wanted = match row.state.0 {
            ResidencyState::Agreeing => ApplicationState::Offered,
            ResidencyState::Forfeited => ApplicationState::Forfeited,
            _ => ApplicationState::Signed,
        };
        if state != Some(wanted) {
            found.push(format!("is {}, and its application is {state:?}", row.state.0));
        }
    }
    let beyond = |of: &&Renewal| match (&of.offer, &of.granted) {
        (Some(offer), Some(granted)) => offer.last > granted.last,
        _ => false,
    };
    if of.proceedings.renewals.iter().any(|of| beyond(&of)) {
        found.push("is offered more time than the city agreed to".to_owned());
    }
    if row.state.0 == ResidencyState::Left {
        let terms = house.db.read(store_terms::terms_of_organization(row.organization.0)).await?;
        // What it was given after it had left is another matter.
        let kept = |term: &&crate::spaces::store::AllocationRow| {
            term.base == row.base && term.is_live() && term.created_at < row.updated_at
        };
        found.extend(terms.iter().filter(kept).map(|term| format!("has left, and {} has not ended", term.id.0)));
    }
    Ok(found)
}

/// Where a supplement should stand by the request that it answers; one that was written anew is void.
fn supplement(of: &Residency, paper: &AgreementRow) -> AgreementState {
    let answers = |of: &&Renewal| of.offer.as_ref().is_some_and(|offer| offer.agreement == paper.id.0);
    match of.proceedings.renewals.iter().find(answers).map(|of| of.end.as_ref().map(|end| end.outcome)) {
        Some(None) => AgreementState::Issued,
        Some(Some(RenewalOutcome::Renewed)) => AgreementState::Signed,
        _ => AgreementState::Void,
    }
}

async fn paper_wrong(house: &House, (row, of): (&ResidencyRow, &Residency), paper: &AgreementRow) -> Vec<String> {
    let mut found = Vec::new();
    let holds = row.agreement == Some(paper.id);
    let wanted = match row.state.0 {
        _ if paper.kind.0 == AgreementKind::Renewal => supplement(of, paper),
        // Until it is over, nothing else says where one stands.
        _ if paper.kind.0 == AgreementKind::Change => match paper.state.0 {
            AgreementState::Issued if !of.is_live() => AgreementState::Void,
            other => other,
        },
        _ if !holds => AgreementState::Void,
        ResidencyState::Agreeing => AgreementState::Issued,
        ResidencyState::Forfeited => AgreementState::Void,
        _ => AgreementState::Signed,
    };
    if paper.state.0 != wanted {
        found.push(format!("is {}, and its agreement {} is {}", row.state.0, paper.number, paper.state.0));
    }
    if sha256(&paper.shown) != paper.hash {
        found.push(format!("what agreement {} says is not what its hash says", paper.number));
    }
    if house.blobs.size(&paper.pdf).await.is_none() {
        found.push(format!("the paper of agreement {} is not there", paper.number));
    }
    found
}
