//! Lists of applications within the caller's reach, page by page.

use std::sync::Arc;

use domain::{
    access::{Action, Reached},
    application::ApplicationState,
    id::{ApplicationId, BaseId, IntakeId, OrganizationId},
    refusal::{Code, Refusal},
};

use super::{
    store::{self, ApplicationRow, Path},
    views::{self, ApplicationItem},
};
use crate::{
    db::{At, Keep, tables},
    fault::Fault,
    house::House,
    http::{Caller, reply},
};

/// Pages read for one page shown, when a filter lets little through; then the caller goes on.
const READS: usize = 20;

/// What a list of applications is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In this base.
    pub base: Option<BaseId>,
    /// To this intake.
    pub intake: Option<IntakeId>,
    /// Of this organization.
    pub organization: Option<OrganizationId>,
    /// In this state.
    pub state: Option<ApplicationState>,
    /// Only those on which somebody has to act, or may.
    pub open: bool,
}

impl Wanted {
    fn fits(&self, row: &ApplicationRow) -> bool {
        self.base.is_none_or(|base| row.base.0 == base)
            && self.intake.is_none_or(|intake| row.intake.0 == intake)
            && self.organization.is_none_or(|organization| row.organization.0 == organization)
            && self.state.is_none_or(|state| row.state.0 == state)
            && (!self.open || row.open_key.is_some())
    }

    /// The indexes to walk: of who sees all, the narrowest that the filters name; of others, what is their own,
    /// so that nothing is told by what is passed over.
    fn paths(&self, reach: Reached) -> Vec<Path> {
        match reach {
            Reached::Nothing => Vec::new(),
            Reached::All => vec![match (self.organization, self.intake, self.base) {
                (Some(organization), _, _) => Path::Organization(organization),
                (_, Some(intake), _) => Path::Intake(intake),
                (_, _, Some(base)) => Path::Base(base),
                _ => Path::All,
            }],
            Reached::Within { bases, organizations } => {
                let bases = bases.into_iter().filter(|base| self.base.is_none_or(|wanted| wanted == *base));
                let wanted = |own: &OrganizationId| self.organization.is_none_or(|wanted| wanted == *own);
                let own = organizations.into_iter().filter(wanted).map(Path::Organization);
                bases.map(Path::Base).chain(own).collect()
            }
        }
    }
}

/// A page of applications, the newest first, and where the next one begins.
///
/// # Errors
/// A bad cursor; `not_allowed` for who sees none at all.
pub async fn page(
    house: &House,
    by: &Caller,
    wanted: &Wanted,
    cursor: Option<&str>,
    limit: usize,
) -> Result<(Vec<ApplicationRow>, Option<String>), Fault> {
    let paths = wanted.paths(by.reach(Action::ApplicationsRead)?);
    let mut before = cursor.map(read_cursor).transpose()?;
    let (mut found, mut more) = (Vec::new(), false);
    for _ in 0..READS {
        let mut rows = Vec::new();
        let mut full = false;
        for path in &paths {
            let part = store::page(&house.db, *path, before, limit + 1).await?;
            full |= part.len() > limit;
            rows.extend(part);
        }
        rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id)));
        rows.dedup_by_key(|row| row.id);
        // What is cut off here comes with the next page, whichever path it came from.
        full |= rows.len() > limit + 1;
        rows.truncate(limit + 1);
        let last = rows.last().map(|row| (row.created_at, row.id.0));
        let seen = |row: &ApplicationRow| by.principal.role_for(Action::ApplicationsRead, &row.facts()).is_some();
        found.extend(rows.into_iter().filter(|row| wanted.fits(row) && seen(row)));
        more = full;
        if found.len() > limit || !full {
            break;
        }
        before = last;
    }
    let next = if found.len() > limit {
        found.truncate(limit);
        found.last().map(|row| mark(row.created_at, row.id.0))
    } else {
        before.filter(|_| more).map(|(at, id)| mark(at, id))
    };
    Ok((found, next))
}

/// A page of applications as it was found for somebody, with names and clocks.
#[derive(Debug)]
pub struct Listed {
    /// The items.
    pub items: Vec<ApplicationItem>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Keep for Listed {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.items.len()).unwrap_or(u64::MAX) + 1
    }
}

/// What a list is read of.
const READ_OF: &[&str] = &["application", "intake", "organization", "base", "setting", "work_day"];

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
        Ok(Listed { items: views::items(house, &rows).await?, next })
    };
    house.db.keep("applications", key, tables(READ_OF), read).await
}

fn mark(at: At, id: ApplicationId) -> String {
    reply::cursor(&[&at.0.timestamp_millis().to_string(), &id.to_string()])
}

fn read_cursor(text: &str) -> Result<(At, ApplicationId), Refusal> {
    let [at, id] = reply::read_cursor::<2>(text)?;
    let bad = || Refusal::field("cursor", Code::Malformed);
    let at = at.parse().ok().and_then(chrono::DateTime::from_timestamp_millis).ok_or_else(bad)?;
    Ok((At(at), id.parse().map_err(|_| bad())?))
}
