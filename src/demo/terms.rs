//! The schedule, played through the verbs with a clock that is moved from day to day.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use domain::{
    access::Reached,
    code::Code,
    day::Day,
    id::{AllocationId, OrganizationId, SpaceId},
    space::{
        Condition,
        handover::{Item, Record},
    },
};

use super::{
    applications, assessments,
    crew::Crew,
    filings, proceedings, progress, renewals, residencies,
    schedule::{self, Deed, Dice, Planned},
    words::WORDS,
};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
    organizations::store_list::{Asked, Filter, Order, page},
    spaces::{
        closures,
        store::SpaceRow,
        terms::{self, Assign, Step},
        ticks,
    },
};

/// Of a hundred spaces, how many are taken today, base by base.
const OCCUPIED: [u32; 13] = [47, 64, 50, 46, 46, 53, 41, 40, 56, 53, 54, 46, 46];
/// Hours between which the staff works, in the institution's zone.
const OPENS: u32 = 9;

/// Organizations that the demo's people belong to.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// One with a place in the city's park.
    pub resident: Option<OrganizationId>,
    /// Another one, in the district's base.
    pub other: Option<OrganizationId>,
}

struct Stage<'a> {
    house: &'a House,
    by: Caller,
    /// The present moment, at which the play stops.
    end: DateTime<Utc>,
    /// Space, organization and plan of each term of all bases.
    terms: Vec<Term<'a>>,
    /// Intakes and applications that go on beside the terms.
    applications: applications::Play<'a>,
    /// Those that are helped to be registered or recorded.
    filings: filings::Play,
    born: BTreeMap<usize, AllocationId>,
    /// Those whose people have an account: nothing is set going with them.
    apart: Vec<OrganizationId>,
}

struct Term<'a> {
    base: &'a BaseRow,
    space: SpaceRow,
    organization: OrganizationId,
    liaison: String,
    plan: Planned,
}

/// Plays two years and stops at `now`.
pub async fn play(
    house: &House,
    by: &Caller,
    bases: &[BaseRow],
    crew: Crew,
    now: DateTime<Utc>,
) -> Result<Chosen, Fault> {
    let (first, today) = (house.today(), Day::of(now, house.zone));
    let applications = applications::Play::plan(house, by, bases, crew, today).await?;
    let mut stage = Stage {
        house,
        by: by.clone(),
        end: now,
        terms: Vec::new(),
        applications,
        filings: filings::Play::plan(house, today).await?,
        born: BTreeMap::new(),
        apart: Vec::new(),
    };
    let mut chosen = Chosen::default();
    for (index, base) in bases.iter().enumerate() {
        let spaces: Vec<SpaceRow> = house
            .db
            .read(crate::spaces::store::spaces(base.id.0))
            .await?
            .into_iter()
            .filter(|space| space.assignable)
            .collect();
        let organizations = organizations(house, base, spaces.len()).await?;
        let mut dice = Dice::new(u64::try_from(index).unwrap_or(0) + 11);
        let occupied = OCCUPIED.get(index).copied().unwrap_or(65);
        let planned = schedule::terms(&mut dice, spaces.len(), organizations.len(), occupied, today, first);
        for plan in planned {
            let (Some(space), Some((organization, liaison))) =
                (spaces.get(plan.space), organizations.get(plan.organization))
            else {
                continue;
            };
            let (space, organization, liaison) = (space.clone(), *organization, liaison.clone());
            let lasts = plan.to.is_some_and(|to| to > today.plus(60)) && plan.from < today.plus(-60);
            if lasts && plan.course == schedule::Course::Full {
                match base.code.as_str() {
                    "B00" => chosen.resident = chosen.resident.or(Some(organization)),
                    "B01" => chosen.other = chosen.other.or(Some(organization)),
                    _ => {}
                }
            }
            stage.terms.push(Term { base, space, organization, liaison, plan });
        }
    }
    stage.apart = chosen.resident.into_iter().chain(chosen.other).collect();
    stage.run(bases, today).await?;
    stage.close_some(bases, today, now).await?;
    Ok(chosen)
}

/// Organizations of a base in the order in which they were taken up, with their liaison's name.
async fn organizations(house: &House, base: &BaseRow, wanted: usize) -> Result<Vec<(OrganizationId, String)>, Fault> {
    let filter = Filter { base: Some(base.id.0), live: Some(true), ..Filter::default() };
    let asked = Asked { order: Order::Created, ..Asked::first(&filter, &Reached::All, wanted * 2) };
    let rows = page(&house.db, asked).await?;
    Ok(rows.into_iter().map(|row| (row.id.0, row.liaison_name.unwrap_or_else(|| WORDS.nobody.clone()))).collect())
}

impl Stage<'_> {
    /// Moves the clock to a working hour of a day; never back, and never past the present moment: a demo that is
    /// made at night would else have lines of tomorrow noon under its last seal, and whoever works in it then
    /// writes into a sealed span.
    fn wake(&mut self, day: Day, minute: i64) {
        let at = day.starts_at(self.house.zone) + Duration::hours(i64::from(OPENS)) + Duration::minutes(minute % 480);
        let ahead = at.min(self.end) - self.house.now();
        if ahead > Duration::zero() {
            self.house.clock.advance(ahead);
        }
        self.by.now = self.house.now();
    }

    /// On the eve of the present day the bases enter who is there, and some leave.
    async fn settle(&mut self, bases: &[BaseRow], eve: Day) -> Result<(), Fault> {
        self.wake(eve, 479);
        self.applications.until(eve).await?;
        let crew = self.applications.crew();
        self.filings.until(self.house, crew, bases, eve).await?;
        residencies::settle(self.house, crew, bases).await?;
        assessments::play(self.house, crew, bases, &self.apart).await?;
        progress::play(self.house, crew, bases, &self.apart).await?;
        proceedings::play(self.house, crew, bases, &self.apart).await?;
        renewals::play(self.house, crew, bases, &self.apart).await
    }

    async fn run(&mut self, bases: &[BaseRow], today: Day) -> Result<(), Fault> {
        let eve = today.plus(-1);
        let mut settled = false;
        let plans: Vec<Planned> = self.terms.iter().map(|term| term.plan).collect();
        let mut events = schedule::events(&plans, today);
        events.sort_by_key(|event| (event.day, event.term, event.deed));
        let mut swept = self.house.today();
        for (minute, event) in (0..).zip(events) {
            if event.day > eve && !settled {
                self.settle(bases, eve).await?;
                settled = true;
            }
            if event.day > swept {
                self.wake(event.day, 0);
                ticks::expire_due(self.house).await?;
                crate::applications::ticks::lapse_due(self.house).await?;
                crate::journal::seal(&self.house.db, self.house.now()).await?;
                swept = event.day;
                self.applications.until(event.day).await?;
                self.filings.until(self.house, self.applications.crew(), bases, event.day).await?;
            }
            self.wake(event.day, minute % 97 * 5);
            self.deed(event.term, event.deed, event.day).await?;
        }
        if !settled {
            self.settle(bases, eve).await?;
        }
        Ok(())
    }

    async fn deed(&mut self, at: usize, deed: Deed, day: Day) -> Result<(), Fault> {
        let Some(term) = self.terms.get(at) else { return Ok(()) };
        let plan = term.plan;
        if deed == Deed::Assign {
            let asked = Assign {
                space: term.space.id.0,
                organization: term.organization,
                from: plan.from,
                to: plan.to,
                note: None,
            };
            match terms::assign(self.house, &self.by, &asked).await {
                Ok(row) => {
                    self.born.insert(at, row.id.0);
                }
                // An agreement of the last days has reserved the desk.
                Err(Fault::Refused(refusal)) if refusal.code == Code::Taken => {}
                Err(fault) => return Err(fault),
            }
            return Ok(());
        }
        let Some(id) = self.born.get(&at).copied() else { return Ok(()) };
        match deed {
            Deed::Assign => {}
            Deed::HandOver => {
                let step = Step::HandOver(record(term, day, false));
                terms::step(self.house, &self.by, id, &step, None).await?;
            }
            Deed::Extend(until) => {
                terms::extend(self.house, &self.by, id, Some(until), Some(&WORDS.extend_reason)).await?;
            }
            Deed::GiveBack => {
                let step = Step::GiveBack(day, Some(record(term, day, true)));
                terms::step(self.house, &self.by, id, &step, Some(&WORDS.give_back_reason)).await?;
            }
        }
        Ok(())
    }

    /// A desk here and there is being repaired.
    async fn close_some(&mut self, bases: &[BaseRow], today: Day, now: DateTime<Utc>) -> Result<(), Fault> {
        let ahead = now - self.house.now();
        if ahead > Duration::zero() {
            self.house.clock.advance(ahead);
        }
        self.by.now = self.house.now();
        self.applications.until(today).await?;
        crate::applications::ticks::lapse_due(self.house).await?;
        for base in bases.iter().step_by(2) {
            let taken: Vec<SpaceId> = self
                .terms
                .iter()
                .filter(|term| term.base.id == base.id && term.plan.last().is_none_or(|last| last >= today.plus(-2)))
                .map(|term| term.space.id.0)
                .collect();
            let spaces = self.house.db.read(crate::spaces::store::spaces(base.id.0)).await?;
            let Some(free) = spaces.iter().find(|space| space.assignable && !taken.contains(&space.id.0)) else {
                continue;
            };
            let days = (today, Some(today.plus(20)));
            match closures::close(self.house, &self.by, free.id.0, days, &WORDS.closure_reason).await {
                // An agreement has reserved it.
                Err(Fault::Refused(refusal)) if refusal.code == Code::Taken => {}
                other => other.map(|_| ())?,
            }
        }
        Ok(())
    }
}

/// What was handed over: what the ledger says stands there.
fn record(term: &Term<'_>, day: Day, back: bool) -> Record {
    let items = term
        .space
        .equipment
        .iter()
        .enumerate()
        .map(|(at, name)| Item {
            name: name.clone(),
            tag: Some(format!("{}-{}-{}", term.base.code, term.space.code, at + 1)),
            quantity: 1,
            condition: if back && at == 1 { Condition::Worn } else { Condition::Good },
            note: None,
        })
        .collect();
    let (base, organization) = (format!("{}{}", term.base.short_name, WORDS.clerk), term.liaison.clone());
    let (handed_by, received_by) = if back { (organization, base) } else { (base, organization) };
    Record { on_day: day, items, keys: Some(WORDS.keys.clone()), note: None, handed_by, received_by }
}
