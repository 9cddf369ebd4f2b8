//! Help with registrations and recordings: recorded organizations that go over to registration, and teams in some bases,
//! each as far as its days go.

use std::collections::BTreeMap;

use domain::{
    access::Reached,
    credit_code::CreditCode,
    day::Day,
    filing::{FilingType, PaperState},
    id::{FilingId, OrganizationId},
    organization::Kind,
    refusal::Refusal,
};
use poem_openapi::types::MaybeUndefined;

use super::{crew::Crew, words::WORDS};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    files::service as files,
    filings::{
        ask::{self, Asking},
        steps::{self, Granted, Step},
        store::{self, FilingRow},
    },
    house::House,
    http::Caller,
    organizations::{
        change::OrganizationBody,
        service as organizations,
        store::OrganizationRow,
        store_list::{self, Asked, Filter},
    },
};

/// What is done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Ask,
    Accept,
    /// Some papers are ready.
    Some,
    /// All that are missing are, and the base is to look.
    Submit,
    SendBack,
    /// All are found in order, and the name too; handed to the authority.
    File,
    AskMore,
    Grant,
    Refuse,
    /// Half of what follows is done.
    Care,
    Close,
    Withdraw,
    Drop,
}

/// Who is helped.
#[derive(Debug, Clone, Copy)]
enum Who {
    /// One of those that are recorded, at the base that looks after it.
    Recorded(usize),
    /// A team that comes to a base, by its code.
    Team(&'static str),
}

/// Who is helped, what it is to become, and how that goes: days before today.
type Case = (Who, FilingType, &'static [(i64, Deed)]);

const CASES: &[Case] = {
    use Deed::{Accept, Ask, AskMore, Care, Close, Drop, File, Grant, Refuse, SendBack, Some, Submit, Withdraw};
    use FilingType::{Association, Recorded, ServiceInstitution};
    &[
        (
            Who::Recorded(0),
            Association,
            &[
                (60, Ask),
                (58, Accept),
                (46, Submit),
                (43, SendBack),
                (40, Submit),
                (38, File),
                (24, AskMore),
                (20, Submit),
                (19, File),
                (6, Grant),
                (3, Care),
            ],
        ),
        (Who::Recorded(1), Association, &[(2, Ask)]),
        (Who::Recorded(2), Association, &[(26, Ask), (24, Accept), (3, Submit)]),
        (Who::Recorded(3), Association, &[(21, Ask), (19, Accept), (8, Some)]),
        (Who::Recorded(4), Association, &[(45, Ask), (43, Accept), (30, Submit), (27, File)]),
        (Who::Recorded(5), Association, &[(40, Ask), (38, Accept), (20, Withdraw)]),
        (
            Who::Team("B01"),
            ServiceInstitution,
            &[(58, Ask), (56, Accept), (44, Submit), (42, File), (9, Grant), (4, Care)],
        ),
        (
            Who::Team("B01"),
            Recorded,
            &[(50, Ask), (48, Accept), (43, Submit), (41, File), (33, Grant), (16, Care), (15, Close)],
        ),
        (Who::Team("B05"), ServiceInstitution, &[(45, Ask), (43, Accept), (30, Submit), (27, File), (6, AskMore)]),
        (Who::Team("B05"), Association, &[(55, Ask), (53, Accept), (40, Submit), (38, File), (12, Refuse)]),
        (Who::Team("B02"), Recorded, &[(52, Ask), (50, Accept), (7, Drop)]),
        (Who::Team("B02"), Recorded, &[(38, Ask), (36, Accept), (31, Submit), (29, File)]),
    ]
};

/// What is still to be played.
#[derive(Debug)]
pub struct Play {
    today: Day,
    done: Day,
    /// Those that are recorded, as they were before it began.
    recorded: Vec<OrganizationRow>,
    born: BTreeMap<usize, FilingId>,
}

/// A code that nobody has: its serial number is beyond those of the ledger.
fn free_code(wanted: FilingType, division: &str, at: usize) -> Option<String> {
    let class = match wanted {
        FilingType::Association => '1',
        FilingType::ServiceInstitution => '2',
        FilingType::Foundation => '3',
        FilingType::Recorded => return None,
    };
    let body = format!("5{class}{division}MJ79900{:02}", at + 17);
    let letters = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars();
    letters.map(|last| format!("{body}{last}")).find(|code| CreditCode::parse(code).is_ok())
}

async fn take(house: &House, by: &Caller, id: FilingId, step: Step) -> Result<FilingRow, Fault> {
    steps::step(house, by, id, None, &step).await
}

fn authority(wanted: FilingType, base: &BaseRow) -> String {
    let words = &WORDS.filings;
    let body = if wanted.is_recording() { &words.street } else { &words.bureau };
    format!("{}{body}", base.short_name)
}

impl Play {
    /// Nothing of it is played.
    ///
    /// # Errors
    /// What the database says.
    pub async fn plan(house: &House, today: Day) -> Result<Self, Fault> {
        let filter = Filter { kind: Some(Kind::Recorded), live: Some(true), ..Filter::default() };
        let recorded = store_list::page(&house.db, Asked::first(&filter, &Reached::All, CASES.len())).await?;
        Ok(Self { today, done: Day::MIN, recorded, born: BTreeMap::new() })
    }

    /// What is done up to a day, whose morning it is.
    ///
    /// # Errors
    /// What the verbs say.
    pub async fn until(&mut self, house: &House, crew: &Crew, bases: &[BaseRow], day: Day) -> Result<(), Fault> {
        if day <= self.done {
            return Ok(());
        }
        let after = std::mem::replace(&mut self.done, day);
        for (at, (who, wanted, course)) in CASES.iter().enumerate() {
            let fits = |base: &&BaseRow| match who {
                Who::Recorded(nth) => self.recorded.get(*nth).is_some_and(|of| of.home_base == base.id),
                Who::Team(code) => base.code == *code,
            };
            let Some(base) = bases.iter().find(fits) else { continue };
            let by = crew.operator(house, base.id.0);
            for (before, deed) in *course {
                let on = self.today.plus(-before);
                if after < on && on <= day {
                    self.deed((house, &by), (at, *who, *wanted, base), *deed).await?;
                }
            }
        }
        Ok(())
    }

    async fn deed(
        &mut self,
        (house, by): (&House, &Caller),
        (at, who, wanted, base): (usize, Who, FilingType, &BaseRow),
        deed: Deed,
    ) -> Result<(), Fault> {
        let words = &WORDS.filings;
        if deed == Deed::Ask {
            let (organization, text) = match who {
                Who::Recorded(nth) => {
                    let of = self.recorded.get(nth).ok_or_else(Refusal::missing)?;
                    (of.id.0, words.wish.clone())
                }
                Who::Team(_) => (team(house, by, at, base).await?, words.asks.clone()),
            };
            let asking = Asking { organization, base: Some(base.id.0), wanted, text };
            self.born.insert(at, ask::ask(house, by, &asking).await?.id.0);
            return Ok(());
        }
        let Some(id) = self.born.get(&at).copied() else { return Ok(()) };
        let Some(row) = store::find(&house.db, id).await? else { return Ok(()) };
        let course = row.course()?;
        let keys: Vec<String> = course.papers.iter().map(|paper| paper.key.clone()).collect();
        let last: Vec<String> = keys.last().cloned().into_iter().collect();
        let step = match deed {
            Deed::Ask => return Ok(()),
            Deed::Accept => Step::Accept(wanted, authority(wanted, base)),
            Deed::Some | Deed::Submit => {
                let missing = course.papers.iter().filter(|paper| paper.state == PaperState::Missing);
                let part = if deed == Deed::Some { 2 } else { keys.len() };
                for paper in missing.take(part) {
                    let (owner, text) = (id.to_string(), format!("{}\n{}\n", words.file, paper.key));
                    let name = format!("{}.txt", words.file);
                    files::attach(house, by, &owner, Some(&paper.key), &name, text.as_bytes()).await?;
                    take(house, by, id, Step::Mark(paper.key.clone(), true)).await?;
                }
                if deed == Deed::Some {
                    return Ok(());
                }
                Step::Submit
            }
            Deed::SendBack => Step::SendBack(words.back.clone(), last),
            Deed::File => {
                let ready = course.papers.iter().filter(|paper| paper.state == PaperState::Ready);
                for paper in ready {
                    take(house, by, id, Step::Check(paper.key.clone(), PaperState::Checked, None)).await?;
                }
                if !wanted.is_recording() && course.name_check.is_none() {
                    let name = self.name(at, who, wanted, base);
                    take(house, by, id, Step::CheckName(name, true, Some(words.looked_up.clone()))).await?;
                }
                Step::File(None)
            }
            Deed::AskMore => Step::AskMore(words.more.clone(), last, None, Some(house.today().plus(15))),
            Deed::Grant => {
                let number = free_code(wanted, division(self, who, base), at).unwrap_or_else(|| words.number.clone());
                let name = wanted.is_recording().then(|| self.name(at, who, wanted, base));
                Step::Grant(Granted { number, name, on: None })
            }
            Deed::Refuse => Step::Refuse(words.refused.clone(), None),
            Deed::Care => {
                // Of a recording, all of it.
                let part = if wanted.is_recording() { course.care.len() } else { course.care.len() / 2 };
                for care in course.care.iter().take(part) {
                    take(house, by, id, Step::Care(care.key.clone(), true, None)).await?;
                }
                return Ok(());
            }
            Deed::Close => Step::Close,
            Deed::Withdraw => Step::Withdraw(words.withdrawn.clone()),
            Deed::Drop => Step::Drop(words.dropped.clone()),
        };
        take(house, by, id, step).await.map(|_| ())
    }

    /// The name that it is to bear: a recorded one keeps its own.
    fn name(&self, at: usize, who: Who, wanted: FilingType, base: &BaseRow) -> String {
        let words = &WORDS.filings;
        let end = match wanted {
            FilingType::Association => &words.association,
            FilingType::Recorded => &words.recorded,
            FilingType::ServiceInstitution | FilingType::Foundation => &words.institution,
        };
        match who {
            Who::Recorded(nth) => self.recorded.get(nth).map(|of| of.name.clone()).unwrap_or_default(),
            Who::Team(_) => format!("{}{}{end}", base.short_name, called(at)),
        }
    }
}

fn division<'a>(play: &'a Play, who: Who, base: &'a BaseRow) -> &'a str {
    match who {
        Who::Recorded(nth) => play.recorded.get(nth).map_or("", |of| of.division.as_str()),
        Who::Team(_) => &base.division,
    }
}

fn called(at: usize) -> &'static str {
    let teams = &WORDS.filings.teams;
    teams.get(at % teams.len().max(1)).map_or("", String::as_str)
}

/// A team comes to its base, with somebody who can be called.
async fn team(house: &House, by: &Caller, at: usize, base: &BaseRow) -> Result<OrganizationId, Fault> {
    let text = |text: &str| MaybeUndefined::Value(text.to_owned());
    let initiators = &WORDS.filings.initiators;
    let who = initiators.get(at % initiators.len().max(1)).map_or("", String::as_str);
    let body = OrganizationBody {
        name: Some(format!("{}{}", called(at), WORDS.filings.team)),
        kind: Some(Kind::PreRegistration),
        home_base: Some(base.id.0),
        division: Some(base.division.clone()),
        responsible_name: text(who),
        liaison_name: text(who),
        liaison_phone: text(&WORDS.team_phone),
        ..OrganizationBody::default()
    };
    Ok(organizations::create(house, by, body).await?.id.0)
}

/// The team whose initiator signs in has asked by itself, and has its first paper ready.
///
/// # Errors
/// What the verbs say.
pub async fn initiated(
    house: &House,
    (own, crew): (&Caller, &Crew),
    team: OrganizationId,
    base: &BaseRow,
) -> Result<(), Fault> {
    let wanted = FilingType::ServiceInstitution;
    let asking = Asking { organization: team, base: None, wanted, text: WORDS.filings.asks.clone() };
    let id = ask::ask(house, own, &asking).await?.id.0;
    let by = crew.operator(house, base.id.0);
    let row = take(house, &by, id, Step::Accept(wanted, authority(wanted, base))).await?;
    match row.course()?.papers.into_iter().next() {
        Some(paper) => take(house, own, id, Step::Mark(paper.key, true)).await.map(|_| ()),
        None => Ok(()),
    }
}
