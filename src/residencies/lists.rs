//! Lists and counts of residencies within the caller's reach; those who are resident on a day.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{
    access::{Action, Facts, Reached},
    day::Day,
    id::{BaseId, OrganizationId},
    intake::ResidencyMode,
    residency::ResidencyState,
};

use super::{
    store::{self, ResidencyRow},
    views_list::{self, ResidencyItem},
};
use crate::{
    db::{Keep, tables},
    fault::Fault,
    house::House,
    http::{
        Caller,
        by_base::{self, Narrow},
    },
};

/// What a list of residencies is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In this base.
    pub base: Option<BaseId>,
    /// Of this organization.
    pub organization: Option<OrganizationId>,
    /// In this state.
    pub state: Option<ResidencyState>,
    /// Only those that are not over.
    pub live: bool,
    /// Only those by which somebody is resident on this day.
    pub on: Option<Day>,
}

impl Wanted {
    fn fits(&self, row: &ResidencyRow) -> bool {
        self.base.is_none_or(|base| row.base.0 == base)
            && self.organization.is_none_or(|organization| row.organization.0 == organization)
            && self.state.is_none_or(|state| row.state.0 == state)
            && (!self.live || row.live_key.is_some())
            && self.on.is_none_or(|day| row.holds_on(day))
    }
}

/// A page of residencies, the newest first, and where the next one begins.
///
/// # Errors
/// A bad cursor; `not_allowed` for who sees none at all.
pub async fn page(
    house: &House,
    by: &Caller,
    wanted: &Wanted,
    cursor: Option<&str>,
    limit: usize,
) -> Result<(Vec<ResidencyRow>, Option<String>), Fault> {
    let narrow = Narrow { base: wanted.base, organization: wanted.organization, further: None };
    let fits = |row: &ResidencyRow| wanted.fits(row);
    by_base::page(&house.db, by, Action::ResidenciesRead, (narrow, fits), (cursor, limit)).await
}

/// A page of residencies as it was found for somebody, with names and clocks.
#[derive(Debug)]
pub struct Listed {
    /// The items.
    pub items: Vec<ResidencyItem>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Keep for Listed {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.items.len()).unwrap_or(u64::MAX) + 1
    }
}

/// What lists and counts are read of.
const READ_OF: &[&str] = &["residency", "agreement", "organization", "base", "setting", "work_day"];

/// As [`page`], kept for whoever holds the same roles while nothing of it is written.
///
/// # Errors
/// As [`page`].
pub async fn kept_page(
    house: &House,
    by: &Caller,
    wanted: &Wanted,
    cursor: Option<&str>,
    limit: usize,
) -> Result<Arc<Listed>, Fault> {
    let key = format!("{:?} {wanted:?} {cursor:?} {limit} {}", by.principal.held, house.today());
    let read = || async {
        let (rows, next) = page(house, by, wanted, cursor, limit).await?;
        Ok(Listed { items: views_list::items(house, &rows).await?, next })
    };
    house.db.keep("residencies", key, tables(READ_OF), read).await
}

/// Counts of each base, and of all of them together.
#[derive(Debug, Default)]
pub struct Counts {
    /// Of each base that has any.
    pub bases: BTreeMap<BaseId, Count>,
    /// Together; who came to two bases counts once among the organizations.
    pub all: Count,
}

impl Keep for Counts {}

/// As [`counts`], kept for whoever holds the same roles while no residency is written.
///
/// # Errors
/// As [`counts`].
pub async fn kept_counts(house: &House, by: &Caller, base: Option<BaseId>, day: Day) -> Result<Arc<Counts>, Fault> {
    let key = format!("{:?} {base:?} {day}", by.principal.held);
    house.db.keep("residencies_counts", key, tables(&["residency"]), || counts(house, by, base, day)).await
}

/// The bases that somebody sees the residents of: all, or some; `not_allowed` for who sees none.
fn bases_of(by: &Caller, base: Option<BaseId>) -> Result<Option<Vec<BaseId>>, Fault> {
    Ok(match by.reach(Action::ResidenciesRead)? {
        Reached::All => base.map(|base| vec![base]),
        Reached::Nothing => Some(Vec::new()),
        Reached::Within { bases, .. } => {
            Some(bases.into_iter().filter(|own| base.is_none_or(|wanted| wanted == *own)).collect())
        }
    })
}

/// Everybody who is resident on a day, in order of base and first day.
///
/// # Errors
/// What the database says.
pub async fn on_day(house: &House, by: &Caller, base: Option<BaseId>, day: Day) -> Result<Vec<ResidencyRow>, Fault> {
    let mut rows = Vec::new();
    match bases_of(by, base)? {
        None => rows = house.db.read(store::not_ended(day, None)).await?,
        Some(bases) => {
            for base in bases {
                rows.extend(house.db.read(store::not_ended(day, Some(base))).await?);
            }
        }
    }
    rows.retain(|row| {
        row.holds_on(day) && by.principal.role_for(Action::ResidenciesRead, &Facts::of_base(row.base.0)).is_some()
    });
    rows.sort_by_key(|row| (row.base, row.began, row.id));
    Ok(rows)
}

/// Who left by a day, as far back as anybody keeps in touch with them, in order of base and last day.
///
/// # Errors
/// What the database says.
pub async fn left(house: &House, by: &Caller, base: Option<BaseId>, today: Day) -> Result<Vec<ResidencyRow>, Fault> {
    let mut rows = Vec::new();
    match bases_of(by, base)? {
        None => rows = house.db.read(super::follow::left(today, None)).await?,
        Some(bases) => {
            for base in bases {
                rows.extend(house.db.read(super::follow::left(today, Some(base))).await?);
            }
        }
    }
    rows.retain(|row| by.principal.role_for(Action::ResidenciesRead, &Facts::of_base(row.base.0)).is_some());
    rows.sort_by_key(|row| (row.base, row.ended, row.id));
    Ok(rows)
}

/// How many there are in a base on a day, and how many there ever were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Resident with a place.
    pub physical: i64,
    /// Resident without one.
    pub without: i64,
    /// Organizations that were ever resident by that day, each once (家).
    pub organizations: i64,
    /// Residencies that had begun by that day; who came twice counts twice (家次).
    pub residencies: i64,
}

/// Counts of each base on a day, and of all of them together, where who came to two bases counts once.
///
/// # Errors
/// What the database says.
pub async fn counts(house: &House, by: &Caller, base: Option<BaseId>, day: Day) -> Result<Counts, Fault> {
    let rows = on_day(house, by, base, day).await?;
    let begun = match bases_of(by, base)? {
        None => house.db.read(store::begun(None)).await?,
        Some(bases) => {
            let mut all = Vec::new();
            for base in bases {
                all.extend(house.db.read(store::begun(Some(base))).await?);
            }
            all
        }
    };
    let mut counts: BTreeMap<BaseId, Count> = BTreeMap::new();
    let mut all = Count::default();
    for row in &rows {
        let of = counts.entry(row.base.0).or_default();
        match row.mode.0 {
            ResidencyMode::Physical => (of.physical, all.physical) = (of.physical + 1, all.physical + 1),
            ResidencyMode::Virtual => (of.without, all.without) = (of.without + 1, all.without + 1),
        }
    }
    let mut here: BTreeSet<(BaseId, OrganizationId)> = BTreeSet::new();
    let mut ever: BTreeSet<OrganizationId> = BTreeSet::new();
    for row in begun.iter().filter(|row| row.began.is_some_and(|began| began.0 <= day)) {
        let of = counts.entry(row.base.0).or_default();
        of.residencies += 1;
        all.residencies += 1;
        of.organizations += i64::from(here.insert((row.base.0, row.organization.0)));
        all.organizations += i64::from(ever.insert(row.organization.0));
    }
    Ok(Counts { bases: counts, all })
}
