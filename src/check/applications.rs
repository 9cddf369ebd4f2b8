//! Applications: each is in the state that its course ends in, and only one of an organization is open at an
//! intake.

use domain::application::{ApplicationState, LIFECYCLE};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    applications::store::{ApplicationRow, open_key},
    db::DbError,
    house::House,
};

/// What the rows keep twice agrees, and what was handed in has its number.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "application");
    while let Some(batch) = rows.next::<ApplicationRow>().await? {
        for row in batch {
            let row = match row {
                Ok(row) => row,
                Err((id, why)) => {
                    tell(Finding::new("applications", store::shown(&id), why));
                    continue;
                }
            };
            let mut wrong = |what: String| tell(Finding::new("applications", row.id.0, what));
            let of = match row.application() {
                Ok(of) => of,
                Err(error) => {
                    wrong(error.to_string());
                    continue;
                }
            };
            if of.passages.last().map(|passage| passage.state) != Some(of.state) {
                wrong(format!("is {}, but its course ends otherwise", of.state));
            }
            let fits = of.passages.windows(2).all(|two| {
                two.first().zip(two.last()).is_some_and(|(a, b)| {
                    a.day <= b.day
                        && LIFECYCLE.steps.iter().any(|step| step.from.contains(&a.state) && step.to == b.state)
                })
            });
            if !fits {
                wrong("went from state to state as nobody can".to_owned());
            }
            let key = of.is_open().then(|| open_key(of.intake, of.organization));
            if row.open_key != key {
                wrong(format!("is {}, but its key is {:?}", of.state, row.open_key));
            }
            let handed_in = of.passages.iter().any(|passage| passage.state == ApplicationState::Submitted);
            if handed_in != row.number.is_some() || handed_in != row.submitted_on.is_some() {
                wrong(format!("its number is {:?}", row.number));
            }
        }
    }
    Ok(())
}
