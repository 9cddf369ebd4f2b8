//! Lists of applications within the caller's reach, page by page.

use std::sync::Arc;

use domain::{
    access::Action,
    application::ApplicationState,
    id::{BaseId, IntakeId, OrganizationId},
};

use super::{
    store::{self, ApplicationRow},
    views::{self, ApplicationItem},
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
    let further = wanted.intake.map(store::of_intake);
    let narrow = Narrow { base: wanted.base, organization: wanted.organization, further };
    let fits = |row: &ApplicationRow| wanted.fits(row);
    by_base::page(&house.db, by, Action::ApplicationsRead, (narrow, fits), (cursor, limit)).await
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
