//! The verbs of applications: begin, save, hand in, ask for what is missing, accept, check, refuse, take
//! back, and the end of one whose time is over.

use std::collections::BTreeSet;

use domain::{
    access::{Action, Facts, Role},
    application::{
        self, Application, ApplicationAction, Clock, CorrectionItem, MAX_TEXT,
        eligibility::{self, EligibilityRule, Ruling},
        form::{self, Form},
    },
    day::{Day, Moment},
    id::{ApplicationId, IntakeId, OrganizationId},
    intake::{ApplicantKind, IntakeState},
    refusal::{Code, FieldFault, Refusal},
};
use serde_json::{Value as Json, json};

use super::{
    checks::{self, Ground},
    store::{self, ApplicationRow, Course, IntakeRow, open_key},
};
use crate::{
    claims,
    db::{DbError, Rec, Text, Tx, rid, series},
    fault::Fault,
    files::{self, store::FileRow},
    house::House,
    http::{Caller, reply},
    journal::{self, Acting, Draft},
    organizations::{self, store::OrganizationRow},
};

/// An application within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: ApplicationId) -> Result<ApplicationRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::ApplicationsRead, Action::ApplicationsRead, &row.facts())?;
    Ok(row)
}

/// Begins an application. A base does it for one that came on paper.
///
/// # Errors
/// `not_found`, `intake_not_open`, `kind_not_admitted`, `organization_not_live`, `applied_already`, a form
/// that is wrong.
pub async fn begin(
    house: &House,
    by: &Caller,
    intake: IntakeId,
    organization: OrganizationId,
    form: Option<Form>,
) -> Result<ApplicationRow, Fault> {
    let form = checked(form.unwrap_or_default())?;
    house
        .db
        .decide(|| async {
            let to = store::find_intake(&house.db, intake).await?;
            let to = to.ok_or_else(|| Refusal::field("intake", Code::NotFound))?;
            let who = organizations::store::find(&house.db, organization).await?;
            let who = who.ok_or_else(|| Refusal::field("organization", Code::NotFound))?;
            let facts = Facts { organization: Some(organization), ..to.facts() };
            // Whose organization it is not, does not learn that there is one.
            if by.principal.role_for(Action::OrganizationsRead, &who.facts()).is_none() {
                return Err(Refusal::field("organization", Code::NotFound).into());
            }
            let acting = by.allow(Action::ApplicationsWrite, Action::BasesRead, &facts)?;
            let row = born(house, &to, &who, form.clone(), &acting)?;
            let mut tx = Tx::new();
            prepare(&mut tx, &row, &to, &who, &acting);
            commit(house, tx).await?;
            Ok(row)
        })
        .await
}

/// A new application, if the intake takes it.
pub(super) fn born(
    house: &House,
    to: &IntakeRow,
    who: &OrganizationRow,
    form: Form,
    acting: &Acting,
) -> Result<ApplicationRow, Fault> {
    let at = Moment { now: acting.at, zone: house.zone };
    let (intake, kind) = (to.intake(), ApplicantKind::of(who.kind.0));
    intake.takes(at.today())?;
    if !who.live {
        return Err(Refusal::state(Code::OrganizationNotLive).into());
    }
    if !intake.particulars.admits.contains(&kind) {
        let admits: Vec<&str> = intake.particulars.admits.iter().map(|kind| kind.as_str()).collect();
        return Err(Refusal::state(Code::KindNotAdmitted).with("kind", kind.as_str()).with("admits", admits).into());
    }
    let new = Application::begin(house.chance.id(at.now), (intake.id, intake.base), (who.id.0, kind), at);
    let row = ApplicationRow {
        id: Rec(new.id),
        number: None,
        intake: to.id,
        base: to.base,
        organization: who.id,
        kind: kind.into(),
        state: new.state.into(),
        open_key: Some(open_key(new.intake, new.organization)),
        on_paper: acting.role == Some(Role::BaseOperator),
        form: serde_json::to_value(form).unwrap_or_default(),
        course: Json::Null,
        begun_by: acting.name.clone(),
        submitted_on: None,
        version: 1,
        created_at: at.now.into(),
        updated_at: at.now.into(),
    };
    Ok(row.going(Course { passages: new.passages, ..Course::default() }))
}

/// Adds a new application to a transaction, while intake and organization are what they were found to be.
pub(super) fn prepare(tx: &mut Tx, row: &ApplicationRow, to: &IntakeRow, who: &OrganizationRow, acting: &Acting) {
    tx.tie_while(rid(to.id.0), "version", to.version);
    tx.tie_while(rid(who.id.0), "live", true);
    tx.insert(row.id.0, row.clone());
    tx.journal(line("application.begin", row, who, acting).change(None, Some(journal_view(row))).first());
    tx.journal(story("application.begin", row, who, acting));
}

async fn commit(house: &House, tx: Tx) -> Result<(), Fault> {
    match house.db.commit(tx).await {
        Err(DbError::Duplicate { what }) if what == "application_open" => {
            Err(Refusal::state(Code::AppliedAlready).into())
        }
        other => Ok(other?),
    }
}

fn checked(form: Form) -> Result<Form, Refusal> {
    let form = form.tidied();
    let faults = form::check(&form);
    if faults.is_empty() { Ok(form) } else { Err(Refusal::fields(faults)) }
}

/// An application with all that a decision on it needs.
pub(super) struct Matter {
    pub(super) row: ApplicationRow,
    pub(super) application: Application,
    pub(super) course: Course,
    pub(super) to: IntakeRow,
    pub(super) who: OrganizationRow,
}

impl Matter {
    pub(super) async fn read(house: &House, row: ApplicationRow) -> Result<Self, Fault> {
        let record = [rid(row.organization.0)];
        let reads = (store::intakes_named(&[row.intake.0]), organizations::store::of_records(&record));
        let (intakes, organizations) = house.db.read(reads).await?;
        let gone = |what: &str| DbError::Corrupt(format!("{}: {what} is gone", row.id.0));
        let to = intakes.into_iter().next().ok_or_else(|| gone("intake"))?;
        let who = organizations.into_iter().next().ok_or_else(|| gone("organization"))?;
        Ok(Self { application: row.application()?, course: row.course()?, row, to, who })
    }

    /// Everything that is missing for handing it in.
    pub(super) fn missing(&self, form: &Form, filed: &[FileRow], at: Moment) -> Vec<FieldFault> {
        let marks: BTreeSet<&str> = filed.iter().filter_map(|file| file.document.as_deref()).collect();
        let marks: Vec<&str> = marks.into_iter().collect();
        form::missing(form, self.row.kind.0, &self.to.intake(), &marks, at.today())
    }
}

/// A step of somebody with an application.
#[derive(Debug, Clone)]
pub enum Step {
    /// Save the form.
    Save(Box<Form>),
    /// Hand it in.
    Submit,
    /// Send it back for all that is missing.
    AskCorrection {
        /// Everything that is missing.
        items: Vec<CorrectionItem>,
        /// A later day than the rule gives.
        until: Option<Day>,
    },
    /// Hand in what was missing.
    Resubmit,
    /// Find it complete.
    Accept,
    /// Let it pass the first check.
    Pass,
    /// Refuse it, with reasons.
    Refuse(String),
    /// Take it back.
    Withdraw(Option<String>),
    /// Note what was looked up for a rule of the first check.
    Rule {
        /// Which rule.
        rule: EligibilityRule,
        /// Met or not.
        passed: bool,
        /// By what that was seen.
        evidence: String,
    },
}

impl Step {
    fn act(&self) -> (Action, &'static str) {
        match self {
            Self::Save(_) => (Action::ApplicationsWrite, "application.save"),
            Self::Submit => (Action::ApplicationsWrite, "application.submit"),
            Self::Resubmit => (Action::ApplicationsWrite, "application.resubmit"),
            Self::Withdraw(_) => (Action::ApplicationsWrite, "application.withdraw"),
            Self::AskCorrection { .. } => (Action::ApplicationsProcess, "application.ask_correction"),
            Self::Accept => (Action::ApplicationsProcess, "application.accept"),
            Self::Pass => (Action::ApplicationsProcess, "application.pass"),
            Self::Refuse(_) => (Action::ApplicationsProcess, "application.refuse"),
            Self::Rule { .. } => (Action::ApplicationsProcess, "application.rule"),
        }
    }
}

/// Takes a step with an application; `seen` is the version that the caller has seen, if it matters.
///
/// # Errors
/// As the rules say; `wrong_state` with the state that it is in and what may be done in it; `not_found`,
/// `not_allowed`; an old version.
pub async fn step(
    house: &House,
    by: &Caller,
    id: ApplicationId,
    seen: Option<&str>,
    step: &Step,
) -> Result<ApplicationRow, Fault> {
    let (action, word) = step.act();
    // Who hands in at the same moment waits for a number, instead of deciding again and again.
    let counter = match step {
        Step::Submit => store::find(&house.db, id).await?.map(|row| format!("application numbers {}", row.base.0)),
        _ => None,
    };
    let _turn = house.db.gates.hold(counter.into_iter().collect()).await;
    house
        .db
        .decide(|| async {
            let before = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            by.allow(Action::ApplicationsRead, Action::ApplicationsRead, &before.facts())?;
            let whose = if action == Action::ApplicationsWrite { before.writers() } else { before.facts() };
            let acting = by.allow(action, Action::BasesRead, &whose)?;
            if !reply::is_current(seen, before.version) {
                return Err(reply::stale(&super::views::view(house, by, before).await?));
            }
            let matter = Matter::read(house, before).await?;
            let mut tx = Tx::new();
            let after = decided(house, &mut tx, &matter, step, &acting).await?;
            let change = (Some(journal_view(&matter.row)), Some(journal_view(&after)));
            tx.replace(id, matter.row.version, after.clone());
            tx.journal(line(word, &after, &matter.who, &acting).change(change.0, change.1));
            if after.state != matter.row.state {
                tx.journal(story(word, &after, &matter.who, &acting));
            }
            commit(house, tx).await?;
            Ok(after)
        })
        .await
}

async fn decided(
    house: &House,
    tx: &mut Tx,
    of: &Matter,
    step: &Step,
    acting: &Acting,
) -> Result<ApplicationRow, Fault> {
    let at = Moment { now: acting.at, zone: house.zone };
    let now = at.now.into();
    let was = &of.application;
    if matches!(step, Step::Submit | Step::Resubmit | Step::Accept | Step::Pass) {
        if !of.who.live {
            return Err(Refusal::state(Code::OrganizationNotLive).into());
        }
        tx.tie_while(rid(of.who.id.0), "live", true);
    }
    let next = |after: &Application| of.row.with(after, now);
    Ok(match step {
        Step::Save(form) => {
            let form = checked((**form).clone())?;
            let after = next(&application::save(was, at)?)?;
            ApplicationRow { form: serde_json::to_value(form).unwrap_or_default(), ..after }
        }
        Step::Submit => {
            let missing = filed(house, tx, of, at).await?;
            tx.tie_while(rid(of.to.id.0), "version", of.to.version);
            let mut after = next(&application::submit(was, &of.to.intake(), missing, at)?)?;
            after.number = Some(numbered(house, tx, of, at).await?);
            after.submitted_on = Some(Text(at.today()));
            after
        }
        Step::Resubmit => {
            let clock = Ground::for_decision(house, was.base).await?.clock(was)?;
            let missing = filed(house, tx, of, at).await?;
            next(&application::resubmit(was, clock.and_then(last_day), missing, at)?)?
        }
        Step::AskCorrection { items, until } => {
            let asked = application::ask_correction(was, items.clone(), at)?;
            let clock = Ground::for_decision(house, was.base).await?.clock(&asked)?;
            let by_rule = clock.map_or(at.today(), |clock| clock.deadline.due);
            next(&application::tell(asked, by_rule, *until, at)?)?
        }
        Step::Accept => next(&application::accept(was, at)?)?,
        Step::Pass => {
            let findings = findings(house, of, at).await?;
            let after = next(&application::pass(was, &findings, at)?)?;
            let course = Course { findings: Some(findings), ..after.course()? };
            after.going(course)
        }
        Step::Refuse(why) => {
            let (after, reason) = application::refuse(was, why, at)?;
            let findings = findings(house, of, at).await?;
            let after = next(&after)?;
            let course = Course { findings: Some(findings), reason: Some(reason), ..after.course()? };
            after.going(course)
        }
        Step::Withdraw(why) => {
            let after = next(&application::withdraw(was, at)?)?;
            let why = why.as_deref().map(str::trim).filter(|why| !why.is_empty());
            if why.is_some_and(|why| why.chars().count() > MAX_TEXT) {
                return Err(
                    Refusal::fields(vec![FieldFault::new("reason", Code::TooLong).with("max", MAX_TEXT)]).into()
                );
            }
            let course = Course { reason: why.map(str::to_owned), place: None, ..after.course()? };
            // Its place is free again; who is next on the waiting list may have it.
            if let Some(place) = of.course.place {
                claims::service::release(tx, &claims::service::get(&house.db, place).await?);
            }
            after.going(course)
        }
        Step::Rule { rule, passed, evidence } => {
            // What is looked up belongs to the first check; before and after it there is none.
            application::LIFECYCLE.next(was.state, ApplicationAction::Pass)?;
            let findings = findings(house, of, at).await?;
            let new = Ruling {
                rule: *rule,
                passed: *passed,
                evidence: evidence.clone(),
                by: acting.name.clone(),
                on: at.today(),
            };
            let new = eligibility::rule_by_hand(&findings, new)?;
            let mut course = of.course.clone();
            course.rulings.retain(|ruling| ruling.rule != *rule);
            course.rulings.push(new);
            ApplicationRow { version: of.row.version + 1, updated_at: now, ..of.row.clone() }.going(course)
        }
    })
}

/// What is missing, of what is filed as long as nothing is added or removed meanwhile.
async fn filed(house: &House, tx: &mut Tx, of: &Matter, at: Moment) -> Result<Vec<FieldFault>, Fault> {
    let ties = house.db.ties(rid(of.row.id.0)).await?;
    tx.untied_since(rid(of.row.id.0), ties);
    let files = files::store::of(&house.db, &of.row.id.0.to_string()).await?;
    Ok(of.missing(&of.row.form()?, &files, at))
}

/// The day after which it is too late; nothing is too late by a calendar that is not known yet.
fn last_day(clock: Clock) -> Option<Day> {
    (!clock.deadline.provisional).then_some(clock.deadline.due)
}

async fn findings(house: &House, of: &Matter, at: Moment) -> Result<Vec<eligibility::Finding>, Fault> {
    let by = Ground::for_decision(house, of.row.base.0).await?.standard(&of.application);
    Ok(checks::findings(&of.application, &of.course, &of.who, &by, at.today()))
}

/// The number that people read: base, year, and how many there were before.
async fn numbered(house: &House, tx: &mut Tx, of: &Matter, at: Moment) -> Result<String, Fault> {
    let base = crate::bases::store::find(&house.db, of.row.base.0).await?.ok_or_else(Refusal::missing)?;
    let year = at.today().year();
    let next = series::Next::of(&house.db, &format!("application {} {year}", base.code)).await?;
    next.take(tx);
    let next = next.number();
    Ok(format!("{}-{year}-{next:04}", base.code))
}

/// Ends an application whose time is over, in the name of the program; false when there is time, or somebody
/// was faster.
///
/// # Errors
/// What the database says.
pub async fn lapse(house: &House, id: ApplicationId, acting: &Acting) -> Result<bool, Fault> {
    let done = house
        .db
        .decide(|| async {
            let before = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            let matter = Matter::read(house, before).await?;
            let at = Moment { now: acting.at, zone: house.zone };
            let was = &matter.application;
            let last = match was.state {
                // A draft ends with the intake that it is written for.
                application::ApplicationState::Draft => match matter.to.state.0 {
                    // The last thing that happens to an intake is that it is closed.
                    IntakeState::Closed => Some(Day::of(matter.to.updated_at.0, house.zone)),
                    _ => matter.to.closes.map(|day| day.0),
                },
                _ => Ground::for_decision(house, was.base).await?.clock(was)?.and_then(last_day),
            };
            let after = matter.row.with(&application::lapse(was, last, at)?, acting.at.into())?;
            let mut tx = Tx::new();
            tx.tie_while(rid(matter.to.id.0), "version", matter.to.version);
            tx.replace(id, matter.row.version, after.clone());
            let change = (Some(journal_view(&matter.row)), Some(journal_view(&after)));
            tx.journal(line("application.lapse", &after, &matter.who, acting).change(change.0, change.1));
            tx.journal(story("application.lapse", &after, &matter.who, acting));
            house.db.commit(tx).await?;
            Ok(())
        })
        .await;
    match done {
        Ok(()) => Ok(true),
        Err(Fault::Refused(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

pub(super) fn line(word: &'static str, row: &ApplicationRow, who: &OrganizationRow, by: &Acting) -> Draft {
    Draft::new(row.id.0, word, by).about(row.intake.0).values(json!({"name": who.name, "number": row.number}))
}

/// The line in the organization's own story: that it happened, and no more, since other bases that it
/// belongs to read that story too.
pub(super) fn story(word: &'static str, row: &ApplicationRow, who: &OrganizationRow, by: &Acting) -> Draft {
    let values = json!({"name": who.name, "number": row.number});
    Draft::new(row.organization.0, word, by).values(journal::of_thing(values, row.id.0, row.base.0))
}

/// What the journal keeps of an application: each field of the form by itself, so that a line shows what
/// changed.
pub(super) fn journal_view(row: &ApplicationRow) -> Json {
    let mut view = serde_json::Map::new();
    view.insert("state".into(), json!(row.state.0));
    view.insert("number".into(), json!(row.number));
    if let Json::Object(form) = &row.form {
        view.extend(form.iter().map(|(field, value)| (format!("form.{field}"), value.clone())));
    }
    if let Json::Object(course) = &row.course {
        let kept = ["correction", "rulings", "reason"];
        view.extend(
            course.iter().filter(|(part, _)| kept.contains(&part.as_str())).map(|(k, v)| (k.clone(), v.clone())),
        );
    }
    view.retain(|_, value| !value.is_null());
    Json::Object(view)
}
