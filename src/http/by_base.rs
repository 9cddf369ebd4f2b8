//! Lists of things that are each of one base, some of them of one organization too, the newest first, within what a
//! caller reaches.

use domain::{
    access::{Action, Facts, Reached},
    id::{BaseId, Id, OrganizationId},
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

/// Name of a statement, and the index along which it reads.
pub type Way = (&'static str, &'static str);

/// A row that belongs to a base.
pub trait OfBase: SurrealValue {
    /// Its kind of identifier.
    type Id: Id;
    /// The ways by which all of them are read, and those of one base.
    const WAYS: [Way; 2];
    /// The way by which those of one organization are read, where organizations see their own.
    const OWN: Option<Way> = None;
    /// When it was born, and which it is.
    fn born(&self) -> (At, Self::Id);
    /// Of which base.
    fn base(&self) -> BaseId;
    /// What the policy asks of it.
    fn asked(&self) -> Facts {
        Facts::of_base(self.base())
    }
}

/// What a list is narrowed to. Who sees all walks the narrowest way that it names; others walk what is their own, so
/// that nothing is told by what is passed over.
#[derive(Debug, Clone, Default)]
pub struct Narrow {
    /// To a base.
    pub base: Option<BaseId>,
    /// To an organization.
    pub organization: Option<OrganizationId>,
    /// To something else that has a way of its own.
    pub further: Option<Born>,
}

impl From<Option<BaseId>> for Narrow {
    fn from(base: Option<BaseId>) -> Self {
        Self { base, ..Self::default() }
    }
}

impl Narrow {
    /// The ways to walk.
    fn ways<R: OfBase>(self, reach: Reached) -> Vec<Born> {
        let [(all, all_index), (one, one_index)] = R::WAYS;
        let base = |id: BaseId| Born { name: one, index: one_index, of: Some(("base", Rec(id).into_value())) };
        let own = |id: OrganizationId| {
            let (name, index) = R::OWN?;
            Some(Born { name, index, of: Some(("organization", Rec(id).into_value())) })
        };
        match reach {
            Reached::Nothing => Vec::new(),
            Reached::All => {
                let narrowest = self.organization.and_then(own).or(self.further).or(self.base.map(base));
                vec![narrowest.unwrap_or(Born { name: all, index: all_index, of: None })]
            }
            Reached::Within { bases, organizations } => {
                let bases = bases.into_iter().filter(|id| self.base.is_none_or(|wanted| wanted == *id));
                let mine = organizations.into_iter().filter(|id| self.organization.is_none_or(|wanted| wanted == *id));
                bases.map(base).chain(mine.filter_map(own)).collect()
            }
        }
    }
}

/// A page of the rows that a caller may see by an action and that fit, and where the next one begins.
///
/// # Errors
/// A bad cursor; `not_allowed` for who sees none at all.
pub async fn page<R: OfBase>(
    db: &Db,
    by: &Caller,
    action: Action,
    (narrow, fits): (impl Into<Narrow>, impl Fn(&R) -> bool),
    (cursor, limit): (Option<&str>, usize),
) -> Result<(Vec<R>, Option<String>), Fault> {
    let ways = narrow.into().ways::<R>(by.reach(action)?);
    let ways: Vec<&Born> = ways.iter().collect();
    let before = cursor.map(reply::read_born).transpose()?;
    let read = |along: &Born, before, limit| born::page(db, along.clone(), before, limit);
    let step = |row: &R| match by.principal.role_for(action, &row.asked()) {
        None => Step::Hidden,
        Some(_) if fits(row) => Step::Shown,
        Some(_) => Step::Passed,
    };
    let (rows, next) = walk::page(&ways, before, limit, read, R::born, |a, b| b.cmp(a), step).await?;
    Ok((rows, next.map(reply::born)))
}
