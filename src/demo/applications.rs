//! Intakes of the last weeks, and applications in every state, played by the verbs day by day.

use std::collections::BTreeMap;

use domain::{
    access::{Held, Principal, Reached, Role, Scope},
    application::{
        CorrectionItem,
        eligibility::rules_for,
        form::{Form, Need, NeedLevel, PlaceWanted, PlanLine, Stage},
    },
    day::Day,
    id::{ApplicationId, IntakeId, OrganizationId},
    intake::{ApplicantKind, Particulars, ResidencyMode, Wanted},
};

use super::{
    crew::Crew,
    reviews::{self, Panels},
    words::WORDS,
};
use crate::{
    applications::{
        intakes,
        service::{self, Step},
    },
    bases::store::BaseRow,
    fault::Fault,
    files,
    house::House,
    http::Caller,
    organizations::{
        store::OrganizationRow,
        store_list::{Asked, Filter, Order, page},
    },
};

/// Days before today on which an intake opens, and after it on which it closes.
const OPENED: i64 = 30;
const CLOSES: i64 = 12;

/// What is done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Begin,
    Submit,
    Ask,
    Resubmit,
    Accept,
    LookUp,
    Pass,
    Refuse,
    Withdraw,
}

/// How applications go, as days before today: from a draft to one that passed.
const COURSES: &[&[(i64, Deed)]] = &[
    &[(26, Deed::Begin), (25, Deed::Submit), (22, Deed::Accept), (17, Deed::LookUp), (16, Deed::Pass)],
    &[
        (24, Deed::Begin),
        (23, Deed::Submit),
        (20, Deed::Ask),
        (16, Deed::Resubmit),
        (13, Deed::Accept),
        (2, Deed::LookUp),
    ],
    &[(12, Deed::Begin), (9, Deed::Submit), (6, Deed::Ask)],
    &[(4, Deed::Begin), (2, Deed::Submit)],
    &[(28, Deed::Begin), (27, Deed::Submit), (22, Deed::Accept), (15, Deed::Refuse)],
    &[(3, Deed::Begin)],
    &[(21, Deed::Begin), (20, Deed::Submit), (18, Deed::Withdraw)],
    &[(29, Deed::Begin), (29, Deed::Submit), (27, Deed::Ask)],
    &[(11, Deed::Begin), (10, Deed::Submit)],
];

/// Those that come early enough to be reviewed by now.
const EARLY: &[(i64, Deed)] =
    &[(28, Deed::Begin), (28, Deed::Submit), (27, Deed::Accept), (25, Deed::LookUp), (24, Deed::Pass)];
/// How many of them, base by base.
const EARLY_ONES: [usize; 7] = [10, 4, 3, 2, 3, 4, 3];

struct Applicant<'a> {
    base: &'a BaseRow,
    who: OrganizationRow,
    number: usize,
    course: &'static [(i64, Deed)],
}

/// What is still to be played.
pub struct Play<'a> {
    house: &'a House,
    by: Caller,
    today: Day,
    bases: &'a [BaseRow],
    applicants: Vec<Applicant<'a>>,
    intakes: BTreeMap<usize, IntakeId>,
    born: BTreeMap<usize, ApplicationId>,
    done: Day,
    crew: Crew,
    panels: Panels,
}

impl<'a> Play<'a> {
    /// Chooses who applies where: organizations that came last into the ledger, so that none has a desk.
    pub async fn plan(
        house: &'a House,
        by: &Caller,
        bases: &'a [BaseRow],
        crew: Crew,
        today: Day,
    ) -> Result<Self, Fault> {
        let mut applicants = Vec::new();
        for (index, base) in bases.iter().enumerate() {
            let filter = Filter { base: Some(base.id.0), live: Some(true), ..Filter::default() };
            let asked = Asked { order: Order::Created, ..Asked::first(&filter, &Reached::All, 200) };
            let rows = page(&house.db, asked).await?;
            // The larger bases have one of each course, the others some.
            let wanted = if index < 2 { COURSES.len() } else { 3 + index % 3 };
            let early =
                if reviews::BASES.contains(&base.code.as_str()) { EARLY_ONES[index % EARLY_ONES.len()] } else { 0 };
            for (number, who) in rows.into_iter().rev().take(wanted + early).enumerate() {
                let late = COURSES.get((number + index) % COURSES.len()).copied().unwrap_or_default();
                let course = if number < wanted { late } else { EARLY };
                applicants.push(Applicant { base, who, number, course });
            }
        }
        let done = today.plus(-OPENED - 2);
        Ok(Self {
            house,
            by: by.clone(),
            today,
            bases,
            applicants,
            intakes: BTreeMap::new(),
            born: BTreeMap::new(),
            done,
            crew,
            panels: Panels::new(),
        })
    }

    /// Plays what happens up to a day, whose morning it is.
    pub async fn until(&mut self, day: Day) -> Result<(), Fault> {
        if day <= self.done {
            return Ok(());
        }
        if self.intakes.is_empty() && day >= self.today.plus(-OPENED) {
            self.announce(day).await?;
        }
        let after = self.done;
        self.done = day;
        for at in 0..self.applicants.len() {
            let Some(course) = self.applicants.get(at).map(|one| one.course) else { continue };
            for (before, deed) in course {
                let on = self.today.plus(-before);
                if after < on && on <= day {
                    self.deed(at, *deed).await?;
                }
            }
        }
        let code = |at: &usize| self.bases.get(*at).map(|base| base.code.clone());
        let intakes = self.intakes.iter().filter_map(|(at, intake)| Some((code(at)?, *intake))).collect();
        self.panels.until(self.house, &self.crew, &intakes, (after, day, self.today)).await
    }

    /// Who works in the play.
    pub fn crew(&self) -> &Crew {
        &self.crew
    }

    /// The base's operator, who does what a base does.
    fn clerk(&self, base: &BaseRow) -> Caller {
        self.crew.operator(self.house, base.id.0)
    }

    async fn announce(&mut self, day: Day) -> Result<(), Fault> {
        let words = &WORDS.applications;
        let kinds = ApplicantKind::ALL.iter().zip(&words.documents);
        let documents: Vec<Wanted> = kinds
            .flat_map(|(kind, names)| {
                names.iter().map(|name| Wanted { key: None, name: name.clone(), of: vec![*kind], required: true })
            })
            .collect();
        for (at, base) in self.bases.iter().enumerate() {
            let by = self.clerk(base);
            let new = Particulars {
                name: format!("{}{}", day.year(), words.intake),
                opens: day,
                closes: Some(self.today.plus(CLOSES)),
                quota: Some(u32::try_from(5 + at % 5).unwrap_or(5)),
                admits: ApplicantKind::ALL.to_vec(),
                modes: ResidencyMode::ALL.to_vec(),
                conditions: words.conditions.trim().to_owned(),
                documents: documents.clone(),
            };
            let row = intakes::create(self.house, &by, base.id.0, new.clone()).await?;
            intakes::step(self.house, &by, row.id.0, None, &intakes::Step::Publish).await?;
            self.intakes.insert(at, row.id.0);
            if at == 0 {
                let (name, modes) = (words.rolling.clone(), vec![ResidencyMode::Virtual]);
                let rolling = Particulars { name, closes: None, quota: None, modes, documents: Vec::new(), ..new };
                let row = intakes::create(self.house, &by, base.id.0, rolling).await?;
                intakes::step(self.house, &by, row.id.0, None, &intakes::Step::Publish).await?;
            }
        }
        Ok(())
    }

    async fn deed(&mut self, at: usize, deed: Deed) -> Result<(), Fault> {
        let Some(one) = self.applicants.get(at) else { return Ok(()) };
        let (clerk, liaison) = (self.clerk(one.base), liaison(self.house, &self.by, &one.who));
        let place = self.bases.iter().position(|base| base.id == one.base.id).unwrap_or_default();
        let words = &WORDS.applications;
        if deed == Deed::Begin {
            let Some(intake) = self.intakes.get(&place).copied() else { return Ok(()) };
            let draft = one.course.len() == 1;
            let form = form(one, self.today, draft);
            let row = service::begin(self.house, &liaison, intake, one.who.id.0, Some(form)).await?;
            if !draft {
                papers(self.house, &liaison, &row.id.0.to_string(), intake, row.kind.0).await?;
            }
            self.born.insert(at, row.id.0);
            return Ok(());
        }
        let Some(id) = self.born.get(&at).copied() else { return Ok(()) };
        let items = || {
            let marks = ["documents.d2", "plan"];
            let items = words.missing.iter().zip(marks);
            items.map(|(text, about)| CorrectionItem { about: Some(about.to_owned()), text: text.clone() }).collect()
        };
        let (by, step) = match deed {
            Deed::Begin => return Ok(()),
            Deed::Submit => (liaison, Step::Submit),
            Deed::Ask => (clerk, Step::AskCorrection { items: items(), until: None }),
            Deed::Resubmit => (liaison, Step::Resubmit),
            Deed::Accept => (clerk, Step::Accept),
            Deed::LookUp => return self.look_up(&clerk, id).await,
            Deed::Pass => (clerk, Step::Pass),
            Deed::Refuse => (clerk, Step::Refuse(words.refused.clone())),
            Deed::Withdraw => (liaison, Step::Withdraw(Some(words.withdrawn.clone()))),
        };
        match service::step(self.house, &by, id, None, &step).await {
            // A record that does not fit stays where it is: there is always one that waits for a decision.
            Err(Fault::Refused(_)) if deed == Deed::Pass => Ok(()),
            other => other.map(|_| ()),
        }
    }

    /// Looks up what the record does not say.
    async fn look_up(&self, clerk: &Caller, id: ApplicationId) -> Result<(), Fault> {
        let row = service::get(self.house, clerk, id).await?;
        for rule in rules_for(row.kind.0) {
            let evidence = WORDS.applications.evidence.clone();
            let step = Step::Rule { rule: *rule, passed: true, evidence };
            match service::step(self.house, clerk, id, None, &step).await {
                // The record answers it.
                Err(Fault::Refused(_)) => {}
                other => other.map(|_| ())?,
            }
        }
        Ok(())
    }
}

/// An organization's liaison; few of them have an account, so it is told under the one of whom it is like.
pub fn liaison(house: &House, like: &Caller, who: &OrganizationRow) -> Caller {
    let held = vec![Held { role: Role::Liaison, scope: Scope::Organization(who.id.0) }];
    let name = who.liaison_name.clone().unwrap_or_else(|| WORDS.nobody.clone());
    let principal = Principal { name, held, ..like.principal.clone() };
    Caller { principal, now: house.now(), since: std::time::Instant::now(), ..like.clone() }
}

/// A page for each document that is asked for.
async fn papers(house: &House, by: &Caller, of: &str, intake: IntakeId, kind: ApplicantKind) -> Result<(), Fault> {
    let Some(row) = crate::applications::store::find_intake(&house.db, intake).await? else { return Ok(()) };
    for wanted in row.intake().documents_of(kind) {
        let text = format!("{}\n{}\n", wanted.name, WORDS.applications.paper);
        let name = format!("{}.txt", wanted.name);
        files::service::attach(house, by, of, wanted.key.as_deref(), &name, text.as_bytes()).await?;
    }
    Ok(())
}

fn form(one: &Applicant<'_>, today: Day, draft: bool) -> Form {
    let words = &WORDS.applications;
    let pick = |list: &[String]| list.get(one.number % list.len().max(1)).cloned();
    let physical = one.number % 4 != 3;
    let begun = Form {
        mode: Some(if physical { ResidencyMode::Physical } else { ResidencyMode::Virtual }),
        place: physical.then_some(if one.number.is_multiple_of(3) { PlaceWanted::Office } else { PlaceWanted::Desk }),
        persons: physical.then_some(2 + u32::try_from(one.number % 4).unwrap_or(0)),
        introduction: pick(&words.introductions),
        ..Form::default()
    };
    if draft {
        return begun;
    }
    let levels =
        [(Need::Finance, 3), (Need::ProjectDesign, 2), (Need::Space, 1 + u32::try_from(one.number % 3).unwrap_or(0))];
    Form {
        stage: Some([Stage::Budding, Stage::StartUp, Stage::Hub][one.number % 3]),
        fields: pick(&words.fields).into_iter().collect(),
        full_time: Some(1 + u32::try_from(one.number % 5).unwrap_or(0)),
        volunteers: one.who.volunteers.and_then(|count| u32::try_from(count).ok()),
        needs: levels.into_iter().map(|(need, level)| NeedLevel { need, level }).collect(),
        plan: words
            .plan
            .iter()
            .zip([120, 210, 330])
            .map(|([what, target], days)| PlanLine {
                what: what.clone(),
                by: Some(today.plus(days)),
                target: target.clone(),
            })
            .collect(),
        contact_name: one.who.liaison_name.clone().or_else(|| Some(WORDS.nobody.clone())),
        contact_phone: one.who.liaison_phone.clone().or_else(|| Some(WORDS.team_phone.clone())),
        committed: true,
        ..begun
    }
}

/// The organization of the demo's initiator begins one too.
///
/// # Errors
/// What the verb says.
pub async fn team(house: &House, by: &Caller, team: OrganizationId, base: &BaseRow) -> Result<(), Fault> {
    let open = house.db.read(crate::applications::store::intakes_of(base.id.0)).await?;
    let Some(intake) = open.iter().find(|row| row.closes.is_some()) else { return Ok(()) };
    let introduction = WORDS.applications.introductions.get(1).cloned();
    let form = Form { introduction, stage: Some(Stage::Budding), ..Form::default() };
    service::begin(house, by, intake.id.0, team, Some(form)).await.map(|_| ())
}
