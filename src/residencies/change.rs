//! Changing what was agreed on while a residency lasts: a supplementary agreement (补充协议) is written, and signed or taken
//! back. One that is not signed yet is written anew by another one.

use domain::{
    access::Action,
    agreement::{AgreementKind, AgreementState},
    code::Code,
    id::ResidencyId,
    refusal::Refusal,
    residency::{
        Residency, Signing,
        change::{self, Change},
    },
};

use super::{
    issue::{agreement_moved, numbered, places, take_place, template, written},
    matter::{Matter, journal_view, lines, moment},
    paper::{self, Sides},
    renew::amended,
    store::{self, AgreementRow, ResidencyRow, Terms},
};
use crate::{
    applications::checks::Ground,
    claims::service::deciding,
    db::Tx,
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
    spaces::{
        store as spaces,
        together::{Held, Together},
    },
};

/// What is done with a supplement that is not signed yet.
#[derive(Debug, Clone)]
pub enum Changing {
    /// Both have signed it.
    Sign(Signing),
    /// It is taken back, or nobody signs it; why.
    Withdraw(String),
}

/// The supplement about a change that is to be signed, of all papers of a residency.
#[must_use]
pub fn open(papers: &[AgreementRow]) -> Option<&AgreementRow> {
    papers.iter().find(|row| row.kind.0 == AgreementKind::Change && row.state.0 == AgreementState::Issued)
}

/// Why one cannot be signed: it names an end that a renewal has moved since, or the organization leaves.
///
/// # Errors
/// A row that holds something else.
pub fn cannot_sign(residency: &Residency, paper: &AgreementRow) -> Result<Option<Code>, Fault> {
    let overtaken = (paper.terms()?.last != residency.until()).then_some(Code::WriteAnew);
    Ok(change::cannot_change(residency).or(overtaken))
}

struct Case {
    of: Matter,
    ground: Ground,
    acting: Acting,
    /// The one that is to be signed.
    open: Option<AgreementRow>,
}

impl Case {
    async fn read(house: &House, by: &Caller, id: ResidencyId, writes: bool) -> Result<Self, Fault> {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let reads = if writes { Action::ResidenciesRead } else { Action::ResidenciesManage };
        let acting = by.allow(Action::ResidenciesManage, reads, &row.facts())?;
        let papers = house.db.read(store::agreements(id)).await?;
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        Ok(Self { of, ground, acting, open: open(&papers).cloned() })
    }

    /// What the supplement says: the places are those of the day from which it holds.
    async fn terms(&self, house: &House, wanted: &Change) -> Result<Terms, Fault> {
        let Matter { residency, base, who, .. } = &self.of;
        let held = Held::read(house, base.id.0, who.id.0).await?;
        let rows = house.db.read(spaces::spaces_of(&held.spaces_on(wanted.from))).await?;
        Ok(Terms {
            mode: residency.agreed.mode,
            first: wanted.from,
            last: residency.until(),
            allocations: Vec::new(),
            places: places(rows.iter()),
            equipment: Vec::new(),
            extra: Some(wanted.text.clone()),
        })
    }
}

/// The PDF of what a supplement would be, marked as a draft; nothing is kept.
///
/// # Errors
/// As [`issue`].
pub async fn preview(house: &House, by: &Caller, id: ResidencyId, wanted: &Change) -> Result<Vec<u8>, Fault> {
    let case = Case::read(house, by, id, false).await?;
    let wanted = change::checked(&case.of.residency, wanted)?;
    let terms = case.terms(house, &wanted).await?;
    let Case { of, ground, .. } = &case;
    let amends = Some(amended(of, AgreementKind::Change));
    let sides = Sides { base: &of.base, who: &of.who, terms: &terms, number: "", amends };
    let (text, _) = template(ground, of.base.id.0, sides.kind());
    paper::pdf(&sides.shown(&text), None).await
}

/// Writes a supplement about a change; one that is not signed yet is void.
///
/// # Errors
/// `wrong_state`; all bad fields; `organization_not_live`.
pub async fn issue(house: &House, by: &Caller, id: ResidencyId, wanted: &Change) -> Result<ResidencyRow, Fault> {
    let seen = Case::read(house, by, id, true).await?;
    change::checked(&seen.of.residency, wanted)?;
    let turns =
        [seen.of.who.id.0.to_string(), format!("residency {id}"), format!("agreements of {}", seen.of.base.id.0)];
    deciding(house, &[], turns, || async {
        let case = Case::read(house, by, id, true).await?;
        let wanted = change::checked(&case.of.residency, wanted)?;
        // Read first: a place that is given or taken since then makes the writing fail.
        let all = Together::nothing(house, case.of.who.id.0).await?;
        let terms = case.terms(house, &wanted).await?;
        let Case { of, ground, acting, open } = &case;
        let at = moment(house, acting);
        if !all.holder_live() {
            return Err(Refusal::state(Code::OrganizationNotLive).into());
        }
        let (next, number) = numbered(house, &of.base, at.today()).await?;
        let amends = Some(amended(of, AgreementKind::Change));
        let sides = Sides { base: &of.base, who: &of.who, terms: &terms, number: &number, amends };
        let paper = written(house, (id, &sides), (ground, acting)).await?;
        let row = of.row.with(&of.residency, |_| {}, at.now.into())?;
        let also = |tx: &mut Tx| {
            next.take(tx);
            take_place(tx, open.as_ref(), &paper, &of.who.name, acting);
            told(tx, ("residency.issue_change", None), of, &row, acting);
            Ok(())
        };
        all.commit(house, acting, None, at, also).await?;
        Ok(row)
    })
    .await
}

/// The residency as it is written anew, with its lines; and why, where something comes to nothing.
fn told(tx: &mut Tx, (word, why): (&'static str, Option<String>), of: &Matter, row: &ResidencyRow, acting: &Acting) {
    tx.replace(row.id.0, of.row.version, row.clone());
    let [own, story] = lines(word, row, &of.who.name, acting);
    let mut after = journal_view(row);
    if let (Some(why), Some(after)) = (why, after.as_object_mut()) {
        after.insert("reason".to_owned(), why.into());
    }
    tx.journal(own.change(Some(journal_view(&of.row)), Some(after)));
    tx.journal(story);
}

/// Notes that both have signed the supplement, or that it comes to nothing.
///
/// # Errors
/// `wrong_state` when there is none to sign; a bad day, names or reason.
pub async fn settle(house: &House, by: &Caller, id: ResidencyId, step: &Changing) -> Result<ResidencyRow, Fault> {
    Case::read(house, by, id, true).await?;
    deciding(house, &[], [format!("residency {id}")], || async {
        let Case { of, acting, open, .. } = Case::read(house, by, id, true).await?;
        let at = moment(house, &acting);
        let was = open.ok_or_else(|| Refusal::state(Code::WrongState).with("state", of.residency.state.as_str()))?;
        let (after, word, why) = match step {
            Changing::Sign(signing) => {
                if let Some(code) = cannot_sign(&of.residency, &was)? {
                    return Err(Refusal::state(code).with("state", of.residency.state.as_str()).into());
                }
                let signing = signing.within((was.issued_on.0, None), at)?;
                (was.to(AgreementState::Signed, Some(&signing), at.now.into()), "residency.sign_change", None)
            }
            Changing::Withdraw(why) => {
                let why = change::why(why)?;
                (was.to(AgreementState::Void, None, at.now.into()), "residency.withdraw_change", Some(why))
            }
        };
        let row = of.row.with(&of.residency, |_| {}, at.now.into())?;
        let mut tx = Tx::new();
        tx.replace(was.id.0, was.version, after.clone());
        tx.journal(agreement_moved(&was, &after, &of.who.name, &acting));
        told(&mut tx, (word, why), &of, &row, &acting);
        house.db.commit(tx).await?;
        Ok(row)
    })
    .await
}

/// What a residency that is over leaves unsigned is void.
pub(super) fn drop_open(tx: &mut Tx, papers: &[AgreementRow], after: &Residency, name: &str, acting: &Acting) {
    if let Some(was) = open(papers).filter(|_| !after.is_live()) {
        let void = was.to(AgreementState::Void, None, acting.at.into());
        tx.journal(agreement_moved(was, &void, name, acting));
        tx.replace(was.id.0, was.version, void);
    }
}
