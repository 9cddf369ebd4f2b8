//! Some who stay longer: one has asked, one waits for the city, one has its answer, one has its supplement to sign, two
//! have signed, one was denied, one was refused; and of two what was agreed on changes.

use domain::{
    id::OrganizationId,
    intake::ResidencyMode,
    residency::{AgreementSide, Signing, change::Change, renewal},
};

use super::{crew::Crew, proceedings::settled, words::WORDS};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
    residencies::{
        change::{self, Changing},
        renew::{self, Offer, Renewing},
        steps::{self, Step},
        store::ResidencyRow,
    },
    spaces::together::{Held, Longer},
};

/// How far a request has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    Asked,
    Proposed,
    Granted,
    Offered,
    Signed,
    Denied,
    Refused,
}

/// In which bases.
const RENEWALS: &[(&str, Far)] = &[
    ("B05", Far::Asked),
    ("B06", Far::Proposed),
    ("B07", Far::Granted),
    ("B08", Far::Offered),
    ("B09", Far::Signed),
    ("B10", Far::Denied),
    ("B11", Far::Signed),
    ("B12", Far::Refused),
];

/// Who may ask, and has a place that could go on, or needs none; with the last day that is usual.
async fn who(
    house: &House,
    base: &BaseRow,
    apart: &[OrganizationId],
) -> Result<Option<(ResidencyRow, domain::day::Day)>, Fault> {
    let ground = Ground::for_decision(house, base.id.0).await?;
    let at = domain::day::Moment { now: house.now(), zone: house.zone };
    let mut rows = settled(house, base, apart).await?;
    // Whose agreement ends first thinks of it first.
    rows.sort_by_key(|row| (row.last, row.id));
    for row in rows {
        let of = row.residency()?;
        let limits = renew::limits(&ground, &of, at.today());
        if renewal::cannot_ask(&of, &limits, AgreementSide::Base, at).is_some() {
            continue;
        }
        let (_, latest) = renewal::last_days(&of, &limits, at);
        let last = renew::usual(&ground, &of, latest, at.today());
        let longer = Longer { until: of.until(), last };
        let held = Held::read(house, of.base, of.organization).await?;
        if of.agreed.mode == ResidencyMode::Virtual || !held.covers(longer, &[]).is_empty() {
            return Ok(Some((row, last)));
        }
    }
    Ok(None)
}

async fn take(house: &House, by: &Caller, row: &ResidencyRow, of: Renewing) -> Result<(), Fault> {
    steps::step(house, by, row.id.0, &Step::Renew(of)).await.map(|_| ())
}

/// Of two residencies something changes: one supplement is signed, one is to be.
async fn change(house: &House, crew: &Crew, bases: &[BaseRow], apart: &[OrganizationId]) -> Result<(), Fault> {
    for (code, signed) in [("B01", true), ("B04", false)] {
        let Some(base) = bases.iter().find(|base| base.code == code) else { continue };
        let all = settled(house, base, apart).await?;
        let Some(row) = all.iter().rev().find(|row| row.mode.0 == ResidencyMode::Physical) else { continue };
        let by = crew.operator(house, base.id.0);
        let wanted = Change { from: house.today(), text: WORDS.renewals.changes.clone() };
        change::issue(house, &by, row.id.0, &wanted).await?;
        if signed {
            change::settle(house, &by, row.id.0, &Changing::Sign(signing(house))).await?;
        }
    }
    Ok(())
}

fn signing(house: &House) -> Signing {
    let words = &WORDS.renewals;
    Signing { on: house.today(), base: words.signs.clone(), organization: words.signs_own.clone() }
}

/// They ask, and some go on.
///
/// # Errors
/// What the verbs say.
pub async fn play(house: &House, crew: &Crew, bases: &[BaseRow], apart: &[OrganizationId]) -> Result<(), Fault> {
    let words = &WORDS.renewals;
    for (code, far) in RENEWALS {
        let Some(base) = bases.iter().find(|base| base.code == *code) else { continue };
        let Some((row, last)) = who(house, base, apart).await? else { continue };
        let by = crew.operator(house, base.id.0);
        take(house, &by, &row, Renewing::Ask(last, words.asks.clone())).await?;
        if !matches!(far, Far::Asked | Far::Denied) {
            take(house, &by, &row, Renewing::Propose(last, words.proposes.clone())).await?;
        }
        if matches!(far, Far::Granted | Far::Offered | Far::Signed) {
            take(house, &crew.city(house), &row, Renewing::Grant(last)).await?;
        }
        if matches!(far, Far::Offered | Far::Signed) {
            renew::offer(house, &by, row.id.0, &Offer { last, extra: None }).await?;
        }
        match far {
            Far::Asked | Far::Proposed | Far::Granted | Far::Offered => {}
            Far::Refused => take(house, &crew.city(house), &row, Renewing::Refuse(words.refuses.clone())).await?,
            Far::Denied => take(house, &by, &row, Renewing::Deny(words.denies.clone())).await?,
            Far::Signed => take(house, &by, &row, Renewing::Sign(signing(house))).await?,
        }
    }
    change(house, crew, bases, apart).await
}
