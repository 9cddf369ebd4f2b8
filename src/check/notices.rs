//! Notices: what the public saw is what its hash says, and what is shown stands where the notice says.

use domain::{
    application::ApplicationState,
    notice::{NoticeState, ObjectionState, SubjectOutcome},
};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    db::DbError,
    house::House,
    journal::sha256,
    notices::{
        store::{NoticeRow, objections},
        subjects::Things,
    },
};

/// Each notice holds together with its objections and with what it shows.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "notice");
    while let Some(batch) = rows.next::<NoticeRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    for what in wrong(house, &row).await? {
                        tell(Finding::new("notices", row.id.0, what));
                    }
                }
                Err((id, why)) => tell(Finding::new("notices", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}

async fn wrong(house: &House, row: &NoticeRow) -> Result<Vec<String>, DbError> {
    let mut found = Vec::new();
    if sha256(&row.shown) != row.hash {
        found.push("what the public saw is not what its hash says".to_owned());
    }
    let things = match Things::shown(house, row).await {
        Ok(things) => things,
        Err(error) => return Ok(vec![error.to_string()]),
    };
    let objections = house.db.read(objections(row.id.0)).await?;
    let mut left = false;
    for subject in row.subjects()? {
        let open = objections.iter().any(|of| of.thing == subject.thing && of.state.0 == ObjectionState::Open);
        let upheld = objections.iter().any(|of| of.thing == subject.thing && of.state.0 == ObjectionState::Upheld);
        let state = things.state(&subject.thing);
        left |= subject.outcome.is_none();
        let fits = match (row.state.0, subject.outcome) {
            // What was taken down may be shown again, and what was approved goes its way.
            (NoticeState::Revoked, _) | (_, Some(SubjectOutcome::Approved | SubjectOutcome::Withdrawn)) => true,
            (_, Some(SubjectOutcome::Rejected)) => upheld && state == Some(ApplicationState::Rejected),
            (_, None) => match state {
                Some(ApplicationState::Publicity) => !open,
                Some(ApplicationState::Disputed) => open,
                other => other == Some(ApplicationState::Withdrawn),
            },
        };
        if !fits {
            found.push(format!("{} is {state:?}, and the notice says otherwise", subject.thing));
        }
    }
    let fits = match row.state.0 {
        NoticeState::Concluded => !left,
        NoticeState::Published => left,
        NoticeState::Revoked => true,
    };
    if !fits {
        found.push(format!("is {}, and its things say otherwise", row.state.0));
    }
    Ok(found)
}
