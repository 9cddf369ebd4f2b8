//! Asking for help: by an organization, or by a base for one that asked on paper.

use domain::{
    access::{Action, Facts},
    code::Code,
    filing::{Filing, FilingType},
    id::{BaseId, FilingId, OrganizationId},
    refusal::Refusal,
};

use super::{
    matter::{journal_view, lines},
    steps::side,
    store::{self, FilingRow},
};
use crate::{
    claims::service::deciding,
    db::{DbError, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
    organizations::store::{self as organizations, OrganizationRow},
    residencies::matter::moment,
};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asking {
    /// For which organization.
    pub organization: OrganizationId,
    /// At which base; the one that looks after it, unless it is another of its bases.
    pub base: Option<BaseId>,
    /// What it is to become.
    pub wanted: FilingType,
    /// In words.
    pub text: String,
}

fn facts(who: &OrganizationRow, base: BaseId) -> Facts {
    Facts { organization: Some(who.id.0), ..Facts::of_base(base) }
}

/// Where an organization asks: at one of its bases, and whoever asks for it answers for it there. The first is the one
/// that looks after it.
fn at_base(by: &Caller, who: &OrganizationRow, named: Option<BaseId>) -> Option<BaseId> {
    let may = |base: &BaseId| by.principal.role_for(Action::FilingsAnswer, &facts(who, *base)).is_some();
    who.bases().into_iter().filter(|base| named.is_none_or(|named| named == *base)).find(may)
}

/// Who asks, where, and as whom.
async fn asking(house: &House, by: &Caller, asked: &Asking) -> Result<(OrganizationRow, BaseId, Acting), Fault> {
    let who = organizations::find(&house.db, asked.organization).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::OrganizationsRead, Action::OrganizationsRead, &who.facts())?;
    let base = at_base(by, &who, asked.base).ok_or_else(|| Refusal::field("base", Code::NotFound))?;
    let acting = by.allow(Action::FilingsAnswer, Action::FilingsRead, &facts(&who, base))?;
    Ok((who, base, acting))
}

fn open_already(error: DbError) -> Fault {
    match error {
        DbError::Duplicate { what } if what == "filing_live" => Refusal::state(Code::FilingOpen).into(),
        other => other.into(),
    }
}

/// Asks for help.
///
/// # Errors
/// `not_found` of an organization that is not the caller's to see; a base that is none of its own, or for which the
/// caller does not answer; `filing_open`; bad fields.
pub async fn ask(house: &House, by: &Caller, asked: &Asking) -> Result<FilingRow, Fault> {
    asking(house, by, asked).await?;
    deciding(house, &[], [format!("filing of {}", asked.organization)], || async {
        let (who, base, acting) = asking(house, by, asked).await?;
        let at = moment(house, &acting);
        let id: FilingId = house.chance.id(at.now);
        let said = (side(by, base), acting.name.as_str(), at);
        let of = Filing::asked(id, (base, who.id.0), asked.wanted, (&asked.text, who.kind.0, who.live), said)?;
        if store::find_open(&house.db, who.id.0).await?.is_some() {
            return Err(Refusal::state(Code::FilingOpen).into());
        }
        let row = FilingRow::born(&of, at.now.into());
        let mut tx = Tx::new();
        // Who is dissolved at the same moment does not ask.
        tx.tie_while(rid(who.id.0), "live", true);
        tx.insert(id, row.clone());
        let [own, story] = lines("filing.ask", &row, &who.name, &acting);
        tx.journal(own.change(None, Some(journal_view(&row))).first());
        tx.journal(story);
        house.db.commit(tx).await.map_err(open_already)?;
        Ok(row)
    })
    .await
}
