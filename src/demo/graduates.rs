//! Two who graduate: they ask, their base examines every criterion, the city decides and certifies; one certificate
//! is lost and issued anew.

use domain::residency::{ContactWay, Judgement, ResidencyState};

use super::{
    crew::Crew,
    residencies::{Far, hand_back},
    words::WORDS,
};
use crate::{
    bases::store::BaseRow,
    certificates::{service as certificates, store as certified},
    db::rid,
    fault::Fault,
    house::House,
    residencies::{
        follow::{self, NewContact},
        proceed::Proceeding,
        steps::{self, Step},
        store,
    },
};

/// In which bases, and how far each has gone since.
pub const GRADUATES: &[(&str, Far)] = &[("B00", Far::Left), ("B01", Far::Begun)];
/// Which of the active residents of a base, the longest there first: behind those whose people have an account, and
/// those who leave without.
const WHICH: usize = 4;

/// They graduate.
///
/// # Errors
/// What the verbs say.
pub async fn graduate(house: &House, crew: &Crew, bases: &[BaseRow]) -> Result<(), Fault> {
    let (words, today) = (&WORDS.residencies, house.today());
    for (code, far) in GRADUATES {
        let Some(base) = bases.iter().find(|base| base.code == *code) else { continue };
        let mut rows = house.db.read(store::standing(ResidencyState::Active, Some(base.id.0))).await?;
        rows.sort_by_key(|row| (row.began, row.id));
        let Some(row) = rows.into_iter().filter(|row| row.application.is_none()).nth(WHICH) else { continue };
        let (id, by, city) = (row.id.0, crew.operator(house, base.id.0), crew.city(house));
        let base_does = async |of: Proceeding| steps::step(house, &by, id, &Step::Proceed(of)).await;
        let asked = base_does(Proceeding::AskGraduation(words.graduates.clone())).await?;
        let criteria = asked.residency()?.proceedings.graduations.pop().map(|of| of.criteria).unwrap_or_default();
        for criterion in &criteria {
            let key = criterion.key().to_owned();
            base_does(Proceeding::Judge(key, Judgement::Met, words.evidence.clone())).await?;
        }
        base_does(Proceeding::Propose(words.proposes.clone())).await?;
        let last = if *far == Far::Left { today } else { today.plus(12).min(row.last.0) };
        let row = steps::step(house, &city, id, &Step::Proceed(Proceeding::Graduate(last))).await?;
        hand_back(house, &by, &row, *far).await?;
        if *far == Far::Left {
            for row in house.db.read(certified::of_subject(&rid(id))).await? {
                certificates::replace(house, &city, row.id.0, &words.replaces).await?;
            }
            let (text, need) = (words.contact.clone(), Some(words.need.clone()));
            let contact = NewContact { on: today, way: ContactWay::Visit, active: true, text, need };
            follow::note(house, &by, id, &contact).await?;
        }
    }
    Ok(())
}
