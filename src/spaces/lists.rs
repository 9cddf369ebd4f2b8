//! Lists of allocations and spaces within the caller's reach, page by page.

use std::sync::Arc;

use domain::{
    access::{Action, Facts, Reached},
    allocation::AllocationState,
    day::Day,
    id::{AllocationId, BaseId, OrganizationId, SpaceId},
    refusal::{Code, Refusal},
    space::SpaceKind,
};

use super::{
    store::{self, AllocationRow, SpaceRow},
    store_terms::{self, Part, Path},
};
use crate::{
    db::{Keep, tables},
    fault::Fault,
    house::House,
    http::{
        Caller, reply,
        walk::{self, Step},
    },
};

/// What a list of allocations is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In this base.
    pub base: Option<BaseId>,
    /// Of this organization.
    pub organization: Option<OrganizationId>,
    /// In this space.
    pub space: Option<SpaceId>,
    /// In this state.
    pub state: Option<AllocationState>,
    /// Whose term holds this day.
    pub on: Option<Day>,
    /// Live ones whose term ends before this day, the soonest first.
    pub ending_before: Option<Day>,
}

impl Wanted {
    fn fits(&self, row: &AllocationRow) -> bool {
        self.base.is_none_or(|base| row.base.0 == base)
            && self.organization.is_none_or(|organization| row.organization.0 == organization)
            && self.space.is_none_or(|space| row.space.0 == space)
            && self.state.is_none_or(|state| row.state.0 == state)
            && self.on.is_none_or(|day| row.first.0 <= day && row.last.is_none_or(|last| day <= last.0))
            && (self.on.is_none() || row.state.0 != AllocationState::Cancelled || self.state.is_some())
            && (self.ending_before.is_none() || row.is_live())
    }

    /// The index to walk: the narrowest that the filters name.
    fn path(&self, by: &Caller) -> Result<Vec<Path>, Refusal> {
        let reach = by.reach(Action::AllocationsRead)?;
        if let Some(space) = self.space {
            return Ok(vec![Path::Space(space)]);
        }
        if let Some(organization) = self.organization {
            return Ok(vec![Path::Organization(organization)]);
        }
        Ok(match (reach, self.base) {
            (Reached::Nothing, _) => Vec::new(),
            (Reached::All, Some(base)) => vec![Path::Base(base)],
            (Reached::All, None) => vec![Path::All],
            (Reached::Within { bases, .. }, Some(base)) if bases.contains(&base) => vec![Path::Base(base)],
            // At a base of others one sees what is one's own.
            (Reached::Within { organizations, .. }, Some(_)) => {
                organizations.into_iter().map(Path::Organization).collect()
            }
            (Reached::Within { bases, organizations }, None) => {
                bases.into_iter().map(Path::Base).chain(organizations.into_iter().map(Path::Organization)).collect()
            }
        })
    }
}

fn seen_by(by: &Caller, row: &AllocationRow) -> bool {
    let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
    by.principal.role_for(Action::AllocationsRead, &facts).is_some()
}

/// A page: rows, and where the next one begins.
pub type Rows<T> = (Vec<T>, Option<String>);

/// Terms of a space for somebody who may see the space, those that end last first.
///
/// # Errors
/// A bad cursor.
pub async fn terms_of_space(
    house: &House,
    space: SpaceId,
    cursor: Option<&str>,
    limit: usize,
) -> Result<Rows<AllocationRow>, Fault> {
    let after = cursor.map(read_cursor).transpose()?;
    let part = Part { soonest_first: false, from: Day::MIN, to: Day::MAX, after, limit: limit + 1 };
    let mut rows = store_terms::page(&house.db, Path::Space(space), part).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| reply::cursor(&[&row.ends.0.to_string(), &row.id.0.to_string()]));
    Ok((rows, next))
}

/// A page of allocations as it was found for somebody.
#[derive(Debug)]
pub struct Listed {
    /// The rows.
    pub rows: Vec<AllocationRow>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Keep for Listed {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.rows.len()).unwrap_or(u64::MAX) / 2 + 1
    }
}

/// As [`allocations`], kept for whoever holds the same roles while no allocation is written.
///
/// # Errors
/// A bad cursor.
pub async fn kept_allocations(
    house: &House,
    by: &Caller,
    wanted: &Wanted,
    cursor: Option<&str>,
    limit: usize,
) -> Result<Arc<Listed>, Fault> {
    let key = format!("{:?} {wanted:?} {cursor:?} {limit}", by.principal.held);
    let read = || async {
        let (rows, next) = allocations(house, by, wanted, cursor, limit).await?;
        Ok(Listed { rows, next })
    };
    house.db.keep("allocations", key, tables(&["allocation"]), read).await
}

/// Allocations within the caller's reach. Those that end last come first, so that what runs now is
/// before what is long over; asked for what ends soon, the soonest comes first.
///
/// # Errors
/// A bad cursor.
pub async fn allocations(
    house: &House,
    by: &Caller,
    wanted: &Wanted,
    cursor: Option<&str>,
    limit: usize,
) -> Result<Rows<AllocationRow>, Fault> {
    let after = cursor.map(read_cursor).transpose()?;
    let soonest_first = wanted.ending_before.is_some();
    let (from, to) = (wanted.on.unwrap_or(Day::MIN), wanted.ending_before.map_or(Day::MAX, |day| day.plus(-1)));
    let paths = wanted.path(by)?;
    let read = |path, after, limit| store_terms::page(&house.db, path, Part { soonest_first, from, to, after, limit });
    let step = |row: &AllocationRow| match (seen_by(by, row), wanted.fits(row)) {
        (false, _) => Step::Hidden,
        (true, false) => Step::Passed,
        (true, true) => Step::Shown,
    };
    type Key = (Day, AllocationId);
    let order = |a: &Key, b: &Key| if soonest_first { a.cmp(b) } else { b.cmp(a) };
    let key = |row: &AllocationRow| (row.ends.0, row.id.0);
    let (rows, next) = walk::page(&paths, after, limit, read, key, order, step).await?;
    Ok((rows, next.map(place)))
}

fn place((day, id): (Day, AllocationId)) -> String {
    reply::cursor(&[&day.to_string(), &id.to_string()])
}

fn read_cursor(text: &str) -> Result<(Day, AllocationId), Refusal> {
    let [day, id] = reply::read_cursor(text)?;
    let bad = || Refusal::field("cursor", Code::Malformed);
    Ok((day.parse().map_err(|_| bad())?, id.parse().map_err(|_| bad())?))
}

/// Spaces within the caller's reach, base by base in order of their codes.
///
/// # Errors
/// A bad cursor; `not_found` for a base that the caller may not see.
pub async fn spaces(
    house: &House,
    by: &Caller,
    (base, kind, words): (Option<BaseId>, Option<SpaceKind>, &str),
    cursor: Option<&str>,
    limit: usize,
) -> Result<Rows<SpaceRow>, Fault> {
    let mut bases: Vec<BaseId> = match (base, by.reach(Action::SpacesRead)?) {
        (Some(base), _) => {
            by.allow(Action::SpacesRead, Action::SpacesRead, &Facts::of_base(base))?;
            vec![base]
        }
        (None, reach) => crate::bases::store::within(&house.db, &reach).await?.iter().map(|row| row.id.0).collect(),
    };
    bases.sort_unstable();
    let after = cursor.map(reply::read_cursor::<2>).transpose()?;
    let after = match &after {
        None => None,
        Some([base, code]) => {
            let base: BaseId = base.parse().map_err(|_| Refusal::field("cursor", Code::Malformed))?;
            Some((base, code.as_str()))
        }
    };
    let mut found = Vec::new();
    for base in bases.into_iter().filter(|base| after.is_none_or(|(seen, _)| *base >= seen)) {
        let code = after.filter(|(seen, _)| *seen == base).map_or("", |(_, code)| code);
        let room = limit + 1 - found.len();
        found.extend(store::page_spaces(&house.db, base, code, kind, words, room).await?);
        if found.len() > limit {
            break;
        }
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| reply::cursor(&[&row.base.0.to_string(), &row.code]));
    Ok((found, next))
}
