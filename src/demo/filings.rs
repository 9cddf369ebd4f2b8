//! Recorded organizations that go over to registration: one in each state, and one that has its certificate.

use domain::{
    credit_code::CreditCode,
    filing::{FilingType, PaperState},
    id::FilingId,
    organization::Kind,
};

use super::{crew::Crew, words::WORDS};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    filings::{
        steps::{self, Asking, Granted, Step},
        store::FilingRow,
    },
    house::House,
    http::Caller,
    organizations::{
        store::OrganizationRow,
        store_list::{self, Asked, Filter},
    },
};

/// How far a case has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    Asked,
    Preparing,
    Reviewing,
    Filed,
    Supplement,
    Granted,
    Refused,
    Withdrawn,
    Dropped,
}

const COURSE: [Far; 9] = [
    Far::Granted,
    Far::Asked,
    Far::Reviewing,
    Far::Supplement,
    Far::Filed,
    Far::Preparing,
    Far::Refused,
    Far::Withdrawn,
    Far::Dropped,
];

/// A code that nobody has: its serial number is beyond those of the ledger.
fn free_code(division: &str) -> Option<String> {
    let body = format!("51{division}MJ7990017");
    let letters = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars();
    letters.map(|last| format!("{body}{last}")).find(|code| CreditCode::parse(code).is_ok())
}

struct Stage<'a> {
    house: &'a House,
    by: Caller,
}

impl Stage<'_> {
    async fn take(&self, id: FilingId, step: Step) -> Result<FilingRow, Fault> {
        steps::step(self.house, &self.by, id, None, &step).await
    }

    async fn play(&self, of: &OrganizationRow, far: Far) -> Result<(), Fault> {
        let words = &WORDS.filings;
        let asking = Asking {
            organization: of.id.0,
            base: Some(of.home_base.0),
            wanted: FilingType::Association,
            text: words.wish.clone(),
        };
        let id = steps::ask(self.house, &self.by, &asking).await?.id.0;
        match far {
            Far::Asked => return Ok(()),
            Far::Dropped => return self.take(id, Step::Drop(words.dropped.clone())).await.map(|_| ()),
            _ => {}
        }
        let row = self.take(id, Step::Accept(FilingType::Association, words.authority.clone())).await?;
        let papers: Vec<String> = row.course()?.papers.into_iter().map(|paper| paper.key).collect();
        if far == Far::Withdrawn {
            return self.take(id, Step::Withdraw(words.withdrawn.clone())).await.map(|_| ());
        }
        let ready = if far == Far::Preparing { 2 } else { papers.len() };
        for paper in papers.iter().take(ready) {
            self.take(id, Step::Mark(paper.clone(), true)).await?;
        }
        if far == Far::Preparing {
            return Ok(());
        }
        self.take(id, Step::Submit).await?;
        if far == Far::Reviewing {
            return Ok(());
        }
        for paper in &papers {
            self.take(id, Step::Check(paper.clone(), PaperState::Checked, None)).await?;
        }
        self.take(id, Step::CheckName(of.name.clone(), true, None)).await?;
        self.take(id, Step::File(None)).await?;
        match far {
            Far::Supplement => {
                let due = Some(self.house.today().plus(15));
                let last = papers.last().cloned().into_iter().collect();
                self.take(id, Step::AskMore(words.more.clone(), last, None, due)).await?;
            }
            Far::Refused => {
                self.take(id, Step::Refuse(words.refused.clone(), None)).await?;
            }
            Far::Granted => {
                let Some(number) = free_code(&of.division) else { return Ok(()) };
                let row = self.take(id, Step::Grant(Granted { number, name: None, on: None })).await?;
                for care in row.course()?.care.into_iter().take(2) {
                    self.take(id, Step::Care(care.key, true, None)).await?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Some of those that are recorded are helped, each by its own base.
///
/// # Errors
/// What the verbs say.
pub async fn play(house: &House, crew: &Crew, bases: &[BaseRow]) -> Result<(), Fault> {
    let filter = Filter { kind: Some(Kind::Recorded), live: Some(true), ..Filter::default() };
    let asked = Asked::first(&filter, &domain::access::Reached::All, COURSE.len());
    let rows = store_list::page(&house.db, asked).await?;
    for (of, far) in rows.iter().zip(COURSE) {
        if !bases.iter().any(|base| base.id == of.home_base) {
            continue;
        }
        Stage { house, by: crew.operator(house, of.home_base.0) }.play(of, far).await?;
    }
    Ok(())
}
