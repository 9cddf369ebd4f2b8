//! What a decision on a review, or a view of it, is made of.

use std::collections::BTreeMap;

use domain::{
    application::ApplicationState,
    id::{ApplicationId, OrganizationId},
    review::{
        Review,
        standing::{Entry, Standing, standings},
    },
};

use super::store::{self, Course, HeldBy, ReviewRow, SheetRow};
use crate::{
    applications::{
        advance::with_owners,
        store::{self as applications, ApplicationRow},
    },
    db::{DbError, rid},
    fault::Fault,
    house::House,
    organizations::store::OrganizationRow,
};

/// A review with its sheets, its applications and who applies.
#[derive(Debug)]
pub struct Matter {
    /// Its row.
    pub row: ReviewRow,
    /// As the rules see it.
    pub review: Review,
    /// By what it is held.
    pub held_by: HeldBy,
    /// How it went.
    pub course: Course,
    /// Its sheets, those of reviewers who were taken out too.
    pub sheets: Vec<SheetRow>,
    /// Its applications, in its order.
    pub applications: Vec<ApplicationRow>,
    owners: BTreeMap<OrganizationId, OrganizationRow>,
    /// How often a sheet of it had been written when it was read.
    pub ties: i64,
}

impl Matter {
    /// All of a review.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(house: &House, row: ReviewRow) -> Result<Self, Fault> {
        // First the count, then what is counted: a sheet that is written in between is noticed.
        let ties = house.db.ties(rid(row.id.0)).await?;
        let ids: Vec<ApplicationId> = row.applications.iter().map(|id| id.0).collect();
        let (sheets, found) = house.db.read((store::sheets(row.id.0), applications::named(&ids))).await?;
        let (mut applications, owners) = with_owners(house, found).await?;
        applications.sort_by_key(|of| ids.iter().position(|id| *id == of.id.0));
        if applications.len() != ids.len() {
            return Err(DbError::Corrupt(format!("{}: an application is gone", row.id.0)).into());
        }
        Ok(Self {
            review: row.review()?,
            held_by: row.held_by()?,
            course: row.course()?,
            row,
            sheets,
            applications,
            owners,
            ties,
        })
    }

    /// Whose an application is.
    ///
    /// # Errors
    /// When the organization is gone.
    pub fn owner(&self, of: &ApplicationRow) -> Result<&OrganizationRow, Fault> {
        let gone = || DbError::Corrupt(format!("{}: organization is gone", of.id.0));
        Ok(self.owners.get(&of.organization.0).ok_or_else(gone)?)
    }

    /// Its applications as they are ranked; `state` is the one in which they are in it still.
    #[must_use]
    pub fn entries(&self, state: ApplicationState) -> Vec<Entry> {
        let entry = |of: &ApplicationRow| Entry {
            application: of.id.0,
            submitted_on: of.submitted_on.map_or(domain::day::Day::MAX, |day| day.0),
            live: of.state.0 == state,
        };
        let mut rows: Vec<&ApplicationRow> = self.applications.iter().collect();
        rows.sort_by(|a, b| a.came().cmp(&b.came()));
        rows.into_iter().map(entry).collect()
    }

    /// What the sheets come to now.
    ///
    /// # Errors
    /// When a sheet holds something else.
    pub fn standings(&self, state: ApplicationState) -> Result<Vec<Standing>, Fault> {
        let sheets = self.sheets.iter().map(SheetRow::counted).collect::<Result<Vec<_>, _>>()?;
        Ok(standings(&self.held_by.rubric, &self.held_by.terms, &self.entries(state), &sheets))
    }

    /// What came out when it was closed; an application that was taken back since then has no part in it.
    #[must_use]
    pub fn kept_standings(&self) -> Vec<Standing> {
        let gone = |id: ApplicationId| {
            self.applications.iter().any(|of| of.id.0 == id && of.state.0 == ApplicationState::Withdrawn)
        };
        let kept = self.course.standings.clone().unwrap_or_default();
        kept.into_iter().map(|of| Standing { gone: of.gone || gone(of.application), ..of }).collect()
    }
}
