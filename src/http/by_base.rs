//! Lists of things that are each of one base, the newest first, within what a caller reaches.

use domain::{
    access::{Action, Facts, Reached},
    id::{BaseId, Id},
};
use surrealdb::types::SurrealValue;

use super::{
    Caller, reply,
    walk::{self, Step},
};
use crate::{
    db::{
        At, Db, Rec,
        born::{self, Born},
    },
    fault::Fault,
};

/// A row that belongs to a base.
pub trait OfBase: SurrealValue {
    /// Its kind of identifier.
    type Id: Id;
    /// Names of the statements and indexes by which all of them are read, and those of one base.
    const WAYS: [(&'static str, &'static str); 2];
    /// When it was born, and which it is.
    fn born(&self) -> (At, Self::Id);
    /// Of which base.
    fn base(&self) -> BaseId;
}

/// A page of the rows that a caller may see by an action and that fit, and where the next one begins; `base` is the
/// one that the list is narrowed to.
///
/// # Errors
/// A bad cursor; `not_allowed` for who sees none at all.
pub async fn page<R: OfBase>(
    db: &Db,
    by: &Caller,
    action: Action,
    (base, fits): (Option<BaseId>, impl Fn(&R) -> bool),
    (cursor, limit): (Option<&str>, usize),
) -> Result<(Vec<R>, Option<String>), Fault> {
    let ways = match by.reach(action)? {
        Reached::Nothing => Vec::new(),
        Reached::All => vec![base],
        Reached::Within { bases, .. } => {
            bases.into_iter().filter(|own| base.is_none_or(|wanted| wanted == *own)).map(Some).collect()
        }
    };
    let before = cursor.map(reply::read_born).transpose()?;
    let read = |base: Option<BaseId>, before, limit| {
        let [all, one] = R::WAYS;
        let (name, index) = if base.is_some() { one } else { all };
        let along = Born { name, index, of: base.map(|base| ("base", Rec(base).into_value())) };
        born::page(db, along, before, limit)
    };
    let step = |row: &R| match by.principal.role_for(action, &Facts::of_base(row.base())) {
        None => Step::Hidden,
        Some(_) if fits(row) => Step::Shown,
        Some(_) => Step::Passed,
    };
    let (rows, next) = walk::page(&ways, before, limit, read, R::born, |a, b| b.cmp(a), step).await?;
    Ok((rows, next.map(reply::born)))
}
