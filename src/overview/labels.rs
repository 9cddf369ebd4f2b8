//! What things of organizations are called in the list of what needs somebody.

use std::collections::BTreeMap;

use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
};

use super::{
    attention::{Attention, AttentionItem, listed},
    waiting::Over,
};
use crate::{bases::store::BaseRow, db::rid, fault::Fault, house::House};

/// Names of organizations, and of their bases where a line is of the whole city.
#[derive(Debug)]
pub struct Labels {
    names: BTreeMap<OrganizationId, String>,
    bases: BTreeMap<BaseId, String>,
}

impl Labels {
    /// Reads them; `base` is the base whose list it is, none for the city's.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(
        house: &House,
        owners: impl Iterator<Item = OrganizationId>,
        (bases, base): (&[BaseRow], Option<BaseId>),
    ) -> Result<Self, Fault> {
        let owners: Vec<_> = owners.map(rid).collect();
        let owners = house.db.read(crate::organizations::store::of_records(&owners)).await?;
        let names = owners.into_iter().map(|row| (row.id.0, row.name)).collect();
        // Over the city, a line names its base.
        let named = bases.iter().filter(|_| base.is_none());
        Ok(Self { names, bases: named.map(|row| (row.id.0, row.short_name.clone())).collect() })
    }

    /// An entry of a list.
    #[must_use]
    pub fn over(&self, id: impl ToString, whose: (BaseId, OrganizationId), due: Day) -> Over {
        self.numbered(id, None, whose, Some(due))
    }

    /// An entry of a list of things with numbers.
    #[must_use]
    pub fn numbered(
        &self,
        id: impl ToString,
        number: Option<&str>,
        (base, organization): (BaseId, OrganizationId),
        due: Option<Day>,
    ) -> Over {
        let at = self.bases.get(&base).map(String::as_str);
        let name = self.names.get(&organization).map(String::as_str);
        let parts: Vec<&str> = [at, number, name].into_iter().flatten().collect();
        Over { id: id.to_string(), label: parts.join(" "), due }
    }
}

/// A line a kind, for those that have something.
pub(super) fn lines(kinds: &[(&str, &[Over])]) -> Vec<Attention> {
    let item = |one: &Over| AttentionItem { id: one.id.clone(), label: one.label.clone(), day: one.due };
    let all = kinds.iter().map(|(kind, all)| listed(kind, all.iter().map(item).collect()));
    all.filter(|entry| entry.count > 0).collect()
}

/// Puts what is due first to the front.
pub(super) fn sort(all: &mut [Over]) {
    all.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
}
