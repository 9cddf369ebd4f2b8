//! Keeping in touch with who has graduated.

use domain::{
    access::Action,
    day::Day,
    id::{BaseId, ResidencyId},
    refusal::Refusal,
    residency::{
        ContactWay, ExitKind, Residency,
        follow::{self, Follow, FollowRules},
    },
    setting::{FOLLOW_EVERY, FOLLOW_MONTHS},
};

use super::{
    matter::{Matter, journal_view, lines, moment},
    store::{self, ResidencyRow},
};
use crate::{
    applications::checks::Ground, claims::service::deciding, db::Tx, fault::Fault, house::House, http::Caller,
};

/// A contact that is to be noted.
#[derive(Debug, Clone)]
pub struct NewContact {
    /// On which day.
    pub on: Day,
    /// In which way.
    pub way: ContactWay,
    /// The organization still works.
    pub active: bool,
    /// How it does.
    pub text: String,
    /// What it needs help with.
    pub need: Option<String>,
}

/// How the base keeps in touch; by the rules of the day on which the organization left.
#[must_use]
pub fn followed(ground: &Ground, of: &Residency) -> Option<Follow> {
    let left = of.ended()?;
    let number = |key| ground.number(of.base, key, left);
    follow::follow(of, FollowRules { months: number(FOLLOW_MONTHS), every: number(FOLLOW_EVERY) })
}

/// Notes a contact with who has graduated.
///
/// # Errors
/// `not_graduated`; bad fields; `not_found`, `not_allowed`.
pub async fn note(house: &House, by: &Caller, id: ResidencyId, new: &NewContact) -> Result<ResidencyRow, Fault> {
    let seen = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::ResidenciesManage, Action::ResidenciesRead, &seen.facts())?;
    deciding(house, &[], [format!("residency {id}")], || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(Action::ResidenciesManage, Action::ResidenciesRead, &row.facts())?;
        let of = Matter::read(house, row).await?;
        let at = moment(house, &acting);
        let words = (new.text.as_str(), new.need.as_deref());
        let after = follow::note(&of.residency, (new.on, new.way, new.active), words, (&acting.name, at))?;
        let row = of.row.with(&after, |_| {}, at.now.into())?;
        let mut tx = Tx::new();
        tx.replace(id, of.row.version, row.clone());
        let [own, story] = lines("residency.follow_up", &row, &of.who.name, &acting);
        tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&row))));
        tx.journal(story);
        house.db.commit(tx).await?;
        Ok(row)
    })
    .await
}

/// Who has graduated and left, of a base or of all.
///
/// # Errors
/// A row that holds something else.
pub fn graduates(rows: Vec<ResidencyRow>) -> Result<Vec<(ResidencyRow, Residency)>, Fault> {
    let mut all = Vec::new();
    for row in rows {
        let of = row.residency()?;
        if of.exit.as_ref().is_some_and(|exit| exit.kind == ExitKind::Graduated) {
            all.push((row, of));
        }
    }
    Ok(all)
}

/// Days for which anybody keeps in touch at most: the longest time that can be set, and a year for what is late.
const DAYS_BACK: i64 = 6 * 366;

/// Reads who has left a base, or any, by a day.
#[must_use]
pub fn left(today: Day, base: Option<BaseId>) -> crate::db::Read<ResidencyRow> {
    store::ended((today.plus(-DAYS_BACK), today), base)
}
