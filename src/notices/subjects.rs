//! What can be shown: applications for a place. Each kind of thing says what the public sees of it, and which
//! step is taken with it when.

use std::collections::BTreeMap;

use domain::{
    application::{ApplicationAction, ApplicationState},
    id::{ApplicationId, IntakeId, NoticeId, OrganizationId},
    notice::{Subject, SubjectOutcome, masked},
    refusal::Refusal,
};

use super::store::NoticeRow;
use crate::{
    applications::{
        advance::{advance, with_owners},
        store::{self as applications, ApplicationRow, Course},
    },
    claims,
    db::{DbError, Tx},
    fault::Fault,
    house::House,
    journal::Acting,
    organizations::store::OrganizationRow,
};

/// The things of a notice as they are now.
#[derive(Debug)]
pub struct Things {
    rows: Vec<ApplicationRow>,
    owners: BTreeMap<OrganizationId, OrganizationRow>,
}

impl Things {
    /// Some applications.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(house: &House, ids: &[ApplicationId]) -> Result<Self, Fault> {
        let found = house.db.read(applications::named(ids)).await?;
        let (rows, owners) = with_owners(house, found).await?;
        Ok(Self { rows, owners })
    }

    /// Those of a notice.
    ///
    /// # Errors
    /// What the database says; a subject of a kind that is not known.
    pub async fn shown(house: &House, row: &NoticeRow) -> Result<Self, Fault> {
        let unknown = |thing: &str| DbError::Corrupt(format!("{}: {thing} is of no kind that is shown", row.id.0));
        let ids = row
            .subjects()?
            .iter()
            .map(|of| of.thing.parse().map_err(|_| unknown(&of.thing)))
            .collect::<Result<Vec<_>, _>>()?;
        Self::of(house, &ids).await
    }

    /// An application of these, with whose it is.
    #[must_use]
    pub fn find(&self, thing: &str) -> Option<(&ApplicationRow, &OrganizationRow)> {
        let row = self.rows.iter().find(|row| row.id.0.to_string() == thing)?;
        Some((row, self.owners.get(&row.organization.0)?))
    }

    fn get(&self, thing: &str) -> Result<(&ApplicationRow, &OrganizationRow), Fault> {
        Ok(self.find(thing).ok_or_else(Refusal::missing)?)
    }

    /// Whether whose it is has not been dissolved.
    #[must_use]
    pub fn live(&self, thing: &str) -> bool {
        self.find(thing).is_some_and(|(_, who)| who.live)
    }

    /// The intakes of them.
    #[must_use]
    pub fn intakes(&self) -> Vec<IntakeId> {
        let mut all: Vec<IntakeId> = self.rows.iter().map(|row| row.intake.0).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether whose it is took it back.
    #[must_use]
    pub fn gone(&self, thing: &str) -> bool {
        self.find(thing).is_some_and(|(row, _)| row.state.0 == ApplicationState::Withdrawn)
    }

    /// Subjects with those as withdrawn that were taken back since.
    #[must_use]
    pub fn settled(&self, subjects: Vec<Subject>) -> Vec<Subject> {
        let settled = |of: Subject| {
            let gone = of.outcome.is_none() && self.gone(&of.thing);
            Subject { outcome: of.outcome.or(gone.then_some(SubjectOutcome::Withdrawn)), ..of }
        };
        subjects.into_iter().map(settled).collect()
    }

    /// What the public sees of an application.
    ///
    /// # Errors
    /// When its form holds something else.
    pub fn subject(&self, row: &ApplicationRow, intake: &str) -> Result<Subject, Fault> {
        let (_, who) = self.get(&row.id.0.to_string())?;
        let text = |key: &str, text: String| (key.to_owned(), text);
        let mut fields = vec![
            text("organization", who.name.clone()),
            text("number", row.number.clone().unwrap_or_default()),
            text("kind", row.kind.0.as_str().to_owned()),
            text("intake", intake.to_owned()),
        ];
        if let Some(mode) = row.form()?.mode {
            fields.push(text("mode", mode.as_str().to_owned()));
        }
        if let Some(name) = &who.responsible_name {
            fields.push(text("responsible", masked(name)));
        }
        Ok(Subject { thing: row.id.0.to_string(), fields, outcome: None })
    }

    /// Takes a step with a thing within a transaction. It is dissolved organizations that nothing is approved of.
    ///
    /// # Errors
    /// `wrong_state`, `organization_not_live`.
    pub async fn step(
        &self,
        house: &House,
        tx: &mut Tx,
        thing: &str,
        step: SubjectStep<'_>,
        acting: &Acting,
    ) -> Result<(), Fault> {
        let (row, who) = self.get(thing)?;
        let course = row.course()?;
        if matches!(step, SubjectStep::Approve) {
            if !who.live {
                return Err(Refusal::state(domain::code::Code::OrganizationNotLive).into());
            }
            tx.tie_while(crate::db::rid(who.id.0), "live", true);
        }
        if let (SubjectStep::Uphold(_), Some(place)) = (step, course.place) {
            claims::service::release(tx, &claims::service::get(&house.db, place).await?);
        }
        advance(house, tx, (row, who), step.action(), acting, |course: &mut Course| match step {
            SubjectStep::Publish(notice) => course.notice = Some(notice),
            SubjectStep::Uphold(reason) => {
                course.place = None;
                course.reason = Some(reason.to_owned());
            }
            SubjectStep::Revoke => course.notice = None,
            SubjectStep::Dispute | SubjectStep::Clear | SubjectStep::Approve => {}
        })?;
        Ok(())
    }

    /// Where an application stands.
    #[must_use]
    pub fn state(&self, thing: &str) -> Option<ApplicationState> {
        self.find(thing).map(|(row, _)| row.state.0)
    }
}

/// What is done with something that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectStep<'a> {
    /// It is shown.
    Publish(NoticeId),
    /// Somebody objects.
    Dispute,
    /// Nobody objects any more.
    Clear,
    /// An objection was right; the reply is the reason.
    Uphold(&'a str),
    /// It is approved.
    Approve,
    /// It is not shown any more.
    Revoke,
}

impl SubjectStep<'_> {
    fn action(self) -> ApplicationAction {
        match self {
            Self::Publish(_) => ApplicationAction::Publicise,
            Self::Dispute => ApplicationAction::Dispute,
            Self::Clear => ApplicationAction::ClearObjection,
            Self::Uphold(_) => ApplicationAction::Uphold,
            Self::Approve => ApplicationAction::Approve,
            Self::Revoke => ApplicationAction::Unpublish,
        }
    }
}
