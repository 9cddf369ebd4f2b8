//! The ledger over organizations: what each has received of a base, or of all that the caller sees.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts, Reached},
    day::Day,
    id::{BaseId, OrganizationId},
    value::{self, Days, ValueKind},
};

use super::{
    received::{self, Line},
    store::{self, NamedRow},
};
use crate::{fault::Fault, house::House, http::Caller};

/// What an organization has received.
#[derive(Debug)]
pub struct Row {
    /// Who.
    pub who: NamedRow,
    /// The bases, in order of their identifiers.
    pub bases: Vec<BaseId>,
    /// By kind.
    pub sums: BTreeMap<ValueKind, i64>,
}

/// The ledger.
#[derive(Debug)]
pub struct Ledger {
    /// The days that it is about; none when none of them is over yet.
    pub days: Option<Days>,
    /// By name.
    pub rows: Vec<Row>,
    /// All together.
    pub totals: BTreeMap<ValueKind, i64>,
}

/// The ledger for some days.
///
/// # Errors
/// `to` before `from`; `not_allowed` at another base.
pub async fn of(
    house: &House,
    by: &Caller,
    base: Option<BaseId>,
    (from, to): (Option<Day>, Option<Day>),
) -> Result<Ledger, Fault> {
    let bases = match (base, by.reach(Action::ValueRead)?) {
        (Some(base), _) => {
            by.allow(Action::ValueRead, Action::BasesRead, &Facts::of_base(base))?;
            vec![base]
        }
        (None, Reached::Within { bases, .. }) => bases,
        (None, _) => house.db.read(crate::bases::store::every()).await?.iter().map(|row| row.id.0).collect(),
    };
    let days = value::asked(from, to, house.today())?;
    let mut by_organization: BTreeMap<OrganizationId, Vec<Line>> = BTreeMap::new();
    if let Some(days) = days {
        for base in bases {
            for line in received::of_base(house, base).await?.lines(days) {
                if line.is_seen_by(&by.principal) {
                    by_organization.entry(line.whose.organization).or_default().push(line);
                }
            }
        }
    }
    let ids: Vec<OrganizationId> = by_organization.keys().copied().collect();
    let mut names = house.db.read(store::named(&ids)).await?;
    names.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
    let totals = received::totals(by_organization.values().flatten());
    let row = |who: NamedRow| {
        let lines = by_organization.get(&who.id.0).map_or(&[][..], Vec::as_slice);
        Row { bases: received::bases(lines).into_iter().collect(), sums: received::totals(lines), who }
    };
    Ok(Ledger { days, rows: names.into_iter().map(row).collect(), totals })
}
