//! Lists of reviews within the caller's reach, page by page.

use domain::{
    access::{Action, Reached},
    id::{BaseId, IntakeId},
    review::ReviewState,
};

use super::store::{self, Path, ReviewRow};
use crate::{
    fault::Fault,
    house::House,
    http::{
        Caller, reply,
        walk::{self, Step},
    },
};

/// What a list of reviews is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In this base.
    pub base: Option<BaseId>,
    /// For this intake.
    pub intake: Option<IntakeId>,
    /// In this state.
    pub state: Option<ReviewState>,
}

impl Wanted {
    fn fits(&self, row: &ReviewRow) -> bool {
        self.base.is_none_or(|base| row.base.0 == base)
            && self.intake.is_none_or(|intake| row.intake.0 == intake)
            && self.state.is_none_or(|state| row.state.0 == state)
    }
    fn paths(&self, reach: Reached) -> Vec<Path> {
        match reach {
            Reached::Nothing => Vec::new(),
            Reached::All => vec![self.base.map_or(Path::All, Path::Base)],
            Reached::Within { bases, .. } => bases
                .into_iter()
                .filter(|base| self.base.is_none_or(|wanted| wanted == *base))
                .map(Path::Base)
                .collect(),
        }
    }
}

/// A page of reviews, the newest first, and where the next one begins.
///
/// # Errors
/// A bad cursor; `not_allowed` for who sees none at all.
pub async fn page(
    house: &House,
    by: &Caller,
    wanted: &Wanted,
    cursor: Option<&str>,
    limit: usize,
) -> Result<(Vec<ReviewRow>, Option<String>), Fault> {
    let paths = wanted.paths(by.reach(Action::ReviewsRead)?);
    let before = cursor.map(reply::read_born).transpose()?;
    let step = |row: &ReviewRow| match by.principal.role_for(Action::ReviewsRead, &row.facts()) {
        None => Step::Hidden,
        Some(_) if wanted.fits(row) => Step::Shown,
        Some(_) => Step::Passed,
    };
    let read = |path, before, limit| store::page(&house.db, path, before, limit);
    let key = |row: &ReviewRow| (row.created_at, row.id.0);
    let (rows, next) = walk::page(&paths, before, limit, read, key, |a, b| b.cmp(a), step).await?;
    Ok((rows, next.map(reply::born)))
}
