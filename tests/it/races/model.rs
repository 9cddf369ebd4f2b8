//! T29: random verbs against a house and against a simple model that knows nothing of claims,
//! guards and rows: every answer and, after each step, everything that runs is compared.

use std::collections::BTreeSet;

use domain::{
    access::{Held, Principal, Role, Scope},
    allocation::AllocationState as State,
    day::Day,
    id::{AccountId, BaseId, Id, OrganizationId, SpaceId},
    space::{Condition, SpaceKind, handover},
};
use fuhua::{
    db::Tx,
    fault::Fault,
    http::Caller,
    journal::Acting,
    spaces::{
        closures, plan,
        service::{NewSpace, Whole, prepare_building, prepare_floor, prepare_spaces},
        store_terms,
        terms::{self, Assign, Step},
        ticks,
    },
};

use super::right::{Dice, Model, Shut, Term, meet};
use crate::world::{Options, World};

/// Steps of a run; ten thousand with `FUHUA_MODEL_STEPS=10000`.
const STEPS: usize = 1_200;

struct Run {
    w: World,
    base: BaseId,
    spaces: Vec<SpaceId>,
    organizations: Vec<OrganizationId>,
    zero: Day,
    model: Model,
    dice: Dice,
    accepted: usize,
    deeds: BTreeSet<&'static str>,
}

impl Run {
    async fn new(seed: u64, on_disk: bool) -> Self {
        let w = World::with(Options { on_disk, ..Options::default() }).await;
        let (base, zero) = (w.base("B03"), w.house().today());
        let by = Acting::program("test", w.now());
        let mut tx = Tx::new();
        let building = prepare_building(w.house(), &mut tx, base, "主楼", &by).unwrap();
        let floor = prepare_floor(w.house(), &mut tx, &building, "1F", 1, &by).unwrap();
        // Two offices; a room with two desks; an open area with three.
        let layout: [(&str, SpaceKind, Option<usize>); 9] = [
            ("101", SpaceKind::Office, None),
            ("102", SpaceKind::Office, None),
            ("103", SpaceKind::Office, None),
            ("103-1", SpaceKind::Desk, Some(2)),
            ("103-2", SpaceKind::Desk, Some(2)),
            ("1-D", SpaceKind::OpenArea, None),
            ("1-D01", SpaceKind::Desk, Some(5)),
            ("1-D02", SpaceKind::Desk, Some(5)),
            ("1-D03", SpaceKind::Desk, Some(5)),
        ];
        let draft = |(code, kind, whole): &(&str, SpaceKind, Option<usize>)| NewSpace {
            floor: floor.id.0,
            building: building.id.0,
            whole: whole.map(|at| Whole::Code(layout[at].0.to_owned())),
            code: (*code).to_owned(),
            kind: *kind,
            name: None,
            seats: None,
            area_m2: None,
            bookable: None,
            assignable: None,
            equipment: Vec::new(),
        };
        let drafts: Vec<NewSpace> = layout.iter().map(draft).collect();
        let spaces = prepare_spaces(w.house(), &mut tx, base, &drafts, &by, None).await.unwrap();
        w.commit(tx).await;
        let mut organizations = Vec::new();
        for name in ["甲", "乙", "丙", "丁"] {
            organizations.push(w.organization("B03", name).await);
        }
        let model = Model {
            wholes: layout.iter().map(|(_, _, whole)| *whole).collect(),
            assignable: layout.iter().map(|(_, kind, _)| *kind != SpaceKind::OpenArea).collect(),
            ..Model::default()
        };
        let (dice, deeds) = (Dice(seed * 2 + 1), BTreeSet::new());
        Self { w, base, spaces, organizations, zero, model, dice, accepted: 0, deeds }
    }

    fn by(&self) -> Caller {
        let held = vec![Held { role: Role::CitySupervisor, scope: Scope::City }];
        let principal = Principal { account: AccountId::from_key(1), name: "test".into(), held, writes: true };
        Caller {
            principal,
            session: None,
            csrf: None,
            must_change_password: false,
            now: self.w.now(),
            since: std::time::Instant::now(),
        }
    }

    fn day(&self, n: i64) -> Day {
        self.zero.plus(n)
    }

    /// A last day some days after `from`, before it now and then, or none.
    fn last(&mut self, from: i64) -> Option<i64> {
        match self.dice.roll(8) {
            0 => None,
            1 => Some(from - 1 - self.dice.roll(3)),
            _ => Some(from + self.dice.roll(40)),
        }
    }

    fn some_term(&mut self) -> Option<usize> {
        let terms = self.model.terms.len() as i64;
        // Mostly one of the last; the old ones are over.
        let near = self.dice.roll(terms.clamp(1, 25));
        (terms > 0).then(|| (terms - 1 - near) as usize)
    }

    /// One random verb; true when house and model agree on the answer.
    async fn step(&mut self) {
        let today = self.model.today;
        let deed = self.dice.roll(22);
        match deed {
            0..=6 => self.assign(today).await,
            7..=8 => self.extend(today).await,
            9..=12 => self.hand_over(today).await,
            13 => self.give_back(today).await,
            14 => self.cancel().await,
            15..=18 => self.swap(today).await,
            19 => self.close(today).await,
            20 => self.open(today).await,
            _ => self.sleep().await,
        }
    }

    /// Compares an answer with the model's; true when the verb happened.
    fn agree<T: std::fmt::Debug>(&mut self, deed: &'static str, right: bool, answer: &Result<T, Fault>) -> bool {
        match answer {
            Ok(_) => assert!(right, "{deed} happened against the model: {:#?}", self.model),
            Err(Fault::Refused(refusal)) => assert!(!right, "{deed} was refused with {refusal:?}: {:#?}", self.model),
            Err(fault) => panic!("{deed}: {fault}"),
        }
        if right {
            self.accepted += 1;
            self.deeds.insert(deed);
        }
        right
    }

    async fn assign(&mut self, today: i64) {
        let (space, organization) = (self.dice.roll(9) as usize, self.dice.roll(4) as usize);
        let from = today - 4 + self.dice.roll(30) - if self.dice.roll(30) == 0 { 70 } else { 0 };
        let to = self.last(from);
        let right = self.model.assign(space, from, to);
        let asked = Assign {
            space: self.spaces[space],
            organization: self.organizations[organization],
            from: self.day(from),
            to: to.map(|to| self.day(to)),
            note: None,
        };
        let answer = terms::assign(self.w.house(), &self.by(), &asked).await;
        if self.agree("assign", right, &answer) {
            let id = answer.unwrap().id.0;
            self.model.terms.push(Term { id, space, organization, from, to, state: State::Reserved });
        }
    }

    async fn extend(&mut self, today: i64) {
        let Some(n) = self.some_term() else { return };
        let to = match self.dice.roll(6) {
            0 => None,
            _ => Some(self.model.terms[n].to.unwrap_or(today) - 2 + self.dice.roll(30)),
        };
        let right = self.model.extend(n, to);
        let id = self.model.terms[n].id;
        let answer = terms::extend(self.w.house(), &self.by(), id, to.map(|to| self.day(to)), None).await;
        if self.agree("extend", right, &answer) {
            self.model.terms[n].to = to;
        }
    }

    async fn hand_over(&mut self, today: i64) {
        let Some(n) = self.some_term() else { return };
        let right = self.model.hand_over(n);
        let record = handover::Record {
            on_day: self.day(today),
            items: vec![handover::Item {
                name: "办公桌".into(),
                tag: None,
                quantity: 1,
                condition: Condition::Good,
                note: None,
            }],
            keys: None,
            note: None,
            handed_by: "王芳".into(),
            received_by: "李伟".into(),
        };
        let id = self.model.terms[n].id;
        let answer = terms::step(self.w.house(), &self.by(), id, &Step::HandOver(record), None).await;
        if self.agree("hand over", right, &answer) {
            self.model.terms[n].state = State::Occupied;
        }
    }

    async fn give_back(&mut self, today: i64) {
        let Some(n) = self.some_term() else { return };
        let last = today + 1 - self.dice.roll(6);
        let right = self.model.give_back(n, last);
        let step = Step::GiveBack(self.day(last), None);
        let answer = terms::step(self.w.house(), &self.by(), self.model.terms[n].id, &step, None).await;
        if self.agree("give back", right, &answer) {
            (self.model.terms[n].to, self.model.terms[n].state) = (Some(last), State::Ended);
        }
    }

    async fn cancel(&mut self) {
        let Some(n) = self.some_term() else { return };
        let right = self.model.terms[n].state == State::Reserved;
        let answer = terms::step(self.w.house(), &self.by(), self.model.terms[n].id, &Step::Cancel, None).await;
        if self.agree("cancel", right, &answer) {
            self.model.terms[n].state = State::Cancelled;
        }
    }

    async fn swap(&mut self, today: i64) {
        let occupied: Vec<usize> =
            (0..self.model.terms.len()).filter(|n| self.model.terms[*n].state == State::Occupied).collect();
        if occupied.len() < 2 {
            return;
        }
        let a = occupied[self.dice.roll(occupied.len() as i64) as usize];
        let b = occupied[self.dice.roll(occupied.len() as i64) as usize];
        let day = today - 2 + self.dice.roll(8);
        let right = self.model.swap(a, b, day);
        let (one, other) = (self.model.terms[a], self.model.terms[b]);
        let answer = terms::swap(self.w.house(), &self.by(), [one.id, other.id], self.day(day), None).await;
        if self.agree("swap", right, &answer) {
            let rows = answer.unwrap();
            let over = if day <= today { State::Ended } else { State::Occupied };
            for n in [a, b] {
                (self.model.terms[n].to, self.model.terms[n].state) = (Some(day - 1), over);
            }
            let state = if day <= today { State::Occupied } else { State::Reserved };
            for (row, mover, space) in [(&rows[2], one, other.space), (&rows[3], other, one.space)] {
                self.model.terms.push(Term { id: row.id.0, space, from: day, state, ..mover });
            }
        }
    }

    async fn close(&mut self, today: i64) {
        let space = self.dice.roll(9) as usize;
        let from = today - 2 + self.dice.roll(60);
        let to = self.last(from).map(|to| to.min(from + 4));
        let right = self.model.close(space, from, to);
        let days = (self.day(from), to.map(|to| self.day(to)));
        let answer = closures::close(self.w.house(), &self.by(), self.spaces[space], days, "维修").await;
        if self.agree("close", right, &answer) {
            self.model.shut.push(Shut { id: answer.unwrap().id.0, space, from, to, live: true });
        }
    }

    async fn open(&mut self, today: i64) {
        let many = self.model.shut.len() as i64;
        if many == 0 {
            return;
        }
        let n = (many - 1 - self.dice.roll(many.min(6))) as usize;
        let last = today - 3 + self.dice.roll(20);
        let right = self.model.open(n, last);
        let shut = self.model.shut[n];
        let answer = closures::end(self.w.house(), &self.by(), shut.id, self.day(last)).await;
        if self.agree("open", right, &answer) {
            let shut = &mut self.model.shut[n];
            if last < shut.from { shut.live = false } else { shut.to = Some(last) }
        }
    }

    async fn sleep(&mut self) {
        let days = 1 + self.dice.roll(4);
        self.w.advance(chrono::TimeDelta::days(days));
        self.model.today += days;
        let right = self.model.expire();
        assert_eq!(ticks::expire_due(self.w.house()).await.unwrap(), right);
        self.deeds.insert("expire");
    }

    /// Everything that had not ended before a day, in the house and in the model.
    async fn compare(&self, since: i64, step: usize) {
        let rows = self.w.db().read(store_terms::terms_of_base(self.base, self.day(since))).await.unwrap();
        let number = |day: Day| self.zero.days_until(day);
        let space = |id: SpaceId| self.spaces.iter().position(|space| *space == id).unwrap();
        let organization = |id| self.organizations.iter().position(|organization| *organization == id).unwrap();
        let mut stored: Vec<Term> = rows
            .iter()
            .filter(|row| row.state.0 != State::Cancelled)
            .map(|row| Term {
                id: row.id.0,
                space: space(row.space.0),
                organization: organization(row.organization.0),
                from: number(row.first.0),
                to: row.last.map(|last| number(last.0)),
                state: row.state.0,
            })
            .collect();
        let mut right: Vec<Term> = self
            .model
            .terms
            .iter()
            .filter(|term| term.state != State::Cancelled && term.to.is_none_or(|to| to >= since))
            .copied()
            .collect();
        stored.sort_unstable();
        right.sort_unstable();
        assert_eq!(stored, right, "step {step}");
    }

    /// The plan of today, counted by the house and by the model.
    async fn compare_plan(&self, step: usize) {
        let today = self.model.today;
        let plan = plan::plan(self.w.house(), &self.by(), self.base, None).await.unwrap();
        let on = |from: i64, to: Option<i64>| meet((from, to), (today, Some(today)));
        let shut = |space: usize| {
            self.model
                .shut
                .iter()
                .any(|shut| shut.live && self.model.within(space, shut.space) && on(shut.from, shut.to))
        };
        let taken = |space: usize, states: &[State]| {
            let mut terms = self.model.terms.iter();
            terms.any(|term| {
                states.contains(&term.state) && self.model.related(term.space, space) && on(term.from, term.to)
            })
        };
        let given: Vec<usize> = (0..9).filter(|space| self.model.assignable[*space]).collect();
        let closed = given.iter().filter(|space| shut(**space)).count();
        let sat = [State::Occupied, State::Ended];
        let occupied = given.iter().filter(|space| !shut(**space) && taken(**space, &sat)).count();
        let reserved = given
            .iter()
            .filter(|space| !shut(**space) && !taken(**space, &sat) && taken(**space, &[State::Reserved]))
            .count();
        let counts = (plan.counts.closed as usize, plan.counts.occupied as usize, plan.counts.reserved as usize);
        assert_eq!(counts, (closed, occupied, reserved), "step {step} on day {today}");
    }

    /// What the organizations host, as stored and as the model says.
    async fn compare_standing(&self, step: usize) {
        for (n, organization) in self.organizations.iter().enumerate() {
            let own = |states: &[State]| {
                self.model.terms.iter().any(|term| term.organization == n && states.contains(&term.state))
            };
            let hosts: Vec<String> =
                own(&[State::Reserved, State::Occupied]).then(|| self.base.to_string()).into_iter().collect();
            let standing = crate::spaces::standing(&self.w, *organization).await;
            assert_eq!(standing, (hosts, own(&[State::Occupied])), "step {step}");
        }
    }
}

async fn run(seed: u64, on_disk: bool, steps: usize) {
    let mut run = Run::new(seed, on_disk).await;
    for step in 0..steps {
        run.step().await;
        run.compare(run.model.today, step).await;
        if step % 25 == 0 {
            run.compare_plan(step).await;
            run.compare_standing(step).await;
        }
    }
    run.compare(i64::from(i16::MIN), steps).await;
    assert_eq!(fuhua::journal::verify(run.w.db()).await.unwrap(), vec![]);
    // A short run may miss one.
    let deeds = ["assign", "cancel", "close", "expire", "extend", "give back", "hand over", "open", "swap"];
    assert!(steps < 1000 || run.deeds == BTreeSet::from(deeds), "every verb has happened: {:?}", run.deeds);
    assert!(run.accepted > steps / 8, "{} of {steps} happened", run.accepted);
}

fn steps() -> usize {
    std::env::var("FUHUA_MODEL_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS)
}

#[tokio::test]
async fn t29_a_house_in_memory_does_what_the_model_says() {
    run(1, false, steps()).await;
}

#[tokio::test]
async fn t29_a_house_on_disk_does_what_the_model_says() {
    run(2, true, steps() / 4).await;
}
