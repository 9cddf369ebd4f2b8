//! The verbs of notices: published, concluded, taken down.

use domain::{
    access::{Action, Facts},
    application::{ApplicationAction, ApplicationState},
    day::{Day, Moment},
    id::{ApplicationId, NoticeId},
    notice::{self, NewNotice, Notice, NoticeState, ObjectionState, Run, SubjectOutcome},
    refusal::{Code, FieldFault, Refusal},
    setting::{NOTICE_DAYS, NOTICE_WORKING},
    workday::{DayKind, Deadline},
};
use serde_json::{Value as Json, json};

use super::{
    store::{self, NoticeRow, ObjectionRow, kept},
    subjects::{SubjectStep, Things},
};
use crate::{
    applications::{checks::Ground, store as applications},
    bases::store::BaseRow,
    db::{Rec, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft, canonical, sha256},
};

/// A notice within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: NoticeId) -> Result<NoticeRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::NoticesRead, Action::NoticesRead, &row.facts())?;
    Ok(row)
}

/// A notice with all that a decision on it needs.
#[derive(Debug)]
pub(super) struct Matter {
    pub(super) row: NoticeRow,
    pub(super) notice: Notice,
    pub(super) ends: Deadline,
    pub(super) objections: Vec<ObjectionRow>,
    pub(super) things: Things,
    pub(super) ties: i64,
}

impl Matter {
    pub(super) async fn read(house: &House, row: NoticeRow, ground: &Ground) -> Result<Self, Fault> {
        // First the count, then what is counted: an objection that comes in between is noticed.
        let ties = house.db.ties(rid(row.id.0)).await?;
        let objections = house.db.read(store::objections(row.id.0)).await?;
        let things = Things::shown(house, &row).await?;
        let notice = row.notice()?;
        let notice = Notice { subjects: things.settled(notice.subjects), ..notice };
        let ends = ground.ends(row.base.0, &row.run()?)?;
        Ok(Self { row, notice, ends, objections, things, ties })
    }

    /// Things against which an objection is open.
    pub(super) fn open(&self) -> Vec<String> {
        let open = self.objections.iter().filter(|row| row.state.0 == ObjectionState::Open);
        open.map(|row| row.thing.clone()).collect()
    }
}

/// A notice to be published.
#[derive(Debug, Clone)]
pub struct Publishing {
    /// Title, text, place; days, where other than the rules give.
    pub title: String,
    /// The text above the list.
    pub text: String,
    /// Where else it is shown.
    pub place: Option<String>,
    /// Days; by the rules when left out, and never fewer.
    pub days: Option<u32>,
    /// Applications that are to get a place, all of one base.
    pub applications: Vec<ApplicationId>,
}

/// Publishes what is to be decided.
///
/// # Errors
/// `not_allowed`; all bad fields: applications that are not to get a place, or of another base than the first.
pub async fn publish(house: &House, by: &Caller, new: &Publishing) -> Result<NoticeRow, Fault> {
    let attempt = || async {
        let few = new.applications.len() <= notice::MAX_SUBJECTS;
        let ids = if few { &new.applications[..] } else { &[] };
        let things = Things::of(house, ids).await?;
        let first = ids.first().and_then(|id| things.find(&id.to_string())).map(|(row, _)| row.base.0);
        // Of things that the caller may not see nothing is told; without any there is nothing to allow.
        let facts = first.map(Facts::of_base).unwrap_or_default();
        let acting = by.allow(Action::NoticesManage, Action::NoticesRead, &facts)?;
        let at = Moment { now: acting.at, zone: house.zone };
        let Some(base) = first else {
            let code = if ids.is_empty() && few { Code::Required } else { Code::NotFound };
            return Err(Refusal::field("applications", code).into());
        };
        let ground = Ground::for_decision(house, base).await?;
        let min = ground.value(base, NOTICE_DAYS).as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
        let working = ground.value(base, NOTICE_WORKING).as_bool().unwrap_or(true);
        let kind = if working { DayKind::Working } else { DayKind::Natural };
        let written = NewNotice {
            title: new.title.trim().to_owned(),
            text: new.text.trim().to_owned(),
            place: new.place.as_deref().map(str::trim).filter(|place| !place.is_empty()).map(str::to_owned),
            days: new.days.unwrap_or(min),
        };
        let mut faults = notice::check(&written, new.applications.len(), min);
        for fault in &mut faults {
            if fault.path == "subjects" {
                "applications".clone_into(&mut fault.path);
            }
        }
        let mut subjects = Vec::new();
        let intakes = house.db.read(applications::intakes_named(&things.intakes())).await?;
        for (n, id) in ids.iter().enumerate() {
            let path = format!("applications[{n}]");
            match things.find(&id.to_string()) {
                Some((row, _)) if row.base.0 == base => {
                    if ids.iter().take(n).any(|before| before == id) {
                        faults.push(FieldFault::new(path, Code::AlreadyUsed));
                    } else if !things.live(&id.to_string()) {
                        faults.push(FieldFault::new(path, Code::OrganizationNotLive));
                    } else if row.state.0 == ApplicationState::Proposed {
                        let name = intakes.iter().find(|intake| intake.id == row.intake);
                        subjects.push(things.subject(row, name.map_or("", |intake| intake.name.as_str()))?);
                    } else {
                        let fault = FieldFault::new(path, Code::WrongState).with("state", row.state.0.as_str());
                        faults.push(fault.with("action", ApplicationAction::Publicise.as_str()));
                    }
                }
                _ => faults.push(FieldFault::new(path, Code::NotFound)),
            }
        }
        if !faults.is_empty() {
            return Err(Refusal::fields(faults).into());
        }
        let told = ground.counted(base, at.today(), (written.days, kind))?;
        let run = Run { starts: at.today(), days: written.days, kind, told: told.due };
        let bases = house.db.read(crate::bases::store::one(base)).await?;
        let place_of = bases.first().ok_or_else(Refusal::missing)?;
        let shown = canonical(&snapshot(&written, &run, place_of, &subjects));
        let row = NoticeRow {
            id: Rec(house.chance.id(at.now)),
            base: Rec(base),
            title: written.title.clone(),
            state: notice::LIFECYCLE.initial.into(),
            run: serde_json::to_value(run).unwrap_or_default(),
            hash: sha256(&shown),
            shown,
            subjects: kept(&subjects),
            published_by: acting.name.clone(),
            concluded_on: None,
            reason: None,
            version: 1,
            created_at: at.now.into(),
            updated_at: at.now.into(),
        };
        let mut tx = Tx::new();
        tx.insert(row.id.0, row.clone());
        let line = Draft::new(row.id.0, "notice.publish", &acting).about(base);
        tx.journal(line.values(values(&row)).change(None, Some(journal_view(&row))).first());
        for subject in &subjects {
            things.step(house, &mut tx, &subject.thing, SubjectStep::Publish(row.id.0), &acting).await?;
        }
        house.db.commit(tx).await?;
        Ok(row)
    };
    house.db.decide(attempt).await
}

/// What the public sees, as it is kept.
fn snapshot(new: &NewNotice, run: &Run, base: &BaseRow, subjects: &[notice::Subject]) -> Json {
    let subject = |of: &notice::Subject| {
        let fields = of.fields.iter().map(|(key, text)| (key.clone(), json!(text)));
        json!({"id": of.thing, "fields": Json::Object(fields.collect())})
    };
    json!({
        "title": new.title, "text": new.text, "place": new.place, "base": base.name, "starts": run.starts,
        "ends": run.told, "days": run.days, "kind": run.kind, "subjects": subjects.iter().map(subject).collect::<Vec<_>>(),
    })
}

/// A step with a notice.
#[derive(Debug, Clone)]
pub enum Step {
    /// Approve what nobody objects to.
    Conclude,
    /// Take it down.
    Revoke(String),
}

/// Takes a step with a notice.
///
/// # Errors
/// As the rules say; `wrong_state` with the state and what may be done in it; `not_found`, `not_allowed`.
pub async fn step(house: &House, by: &Caller, id: NoticeId, step: &Step) -> Result<NoticeRow, Fault> {
    let _turn = house.db.gates.hold(vec![format!("notice {id}")]).await;
    let attempt = || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(Action::NoticesManage, Action::NoticesRead, &row.facts())?;
        let ground = Ground::for_decision(house, row.base.0).await?;
        let of = Matter::read(house, row, &ground).await?;
        let at = Moment { now: acting.at, zone: house.zone };
        let mut tx = Tx::new();
        let (word, after) = match step {
            Step::Conclude => ("notice.conclude", concluded(house, &mut tx, &of, &acting, at).await),
            Step::Revoke(why) => ("notice.revoke", revoked(house, &mut tx, &of, why, &acting, at).await),
        };
        let after = after?;
        // Who objects at the same moment is heard.
        tx.untied_since(rid(id), of.ties);
        tx.replace(id, of.row.version, after.clone());
        let change = (Some(journal_view(&of.row)), Some(journal_view(&after)));
        let line = Draft::new(id, word, &acting).about(of.row.base.0).values(values(&after));
        tx.journal(line.change(change.0, change.1));
        house.db.commit(tx).await?;
        Ok(after)
    };
    house.db.decide(attempt).await
}

async fn concluded(house: &House, tx: &mut Tx, of: &Matter, acting: &Acting, at: Moment) -> Result<NoticeRow, Fault> {
    let open = of.open();
    let mut notice = of.notice.clone();
    if notice::is_over(&of.ends, at) {
        // An organization that was dissolved meanwhile stops nobody else: what it asked for is decided anew.
        for subject in &mut notice.subjects {
            let unfit = subject.outcome.is_none() && !open.contains(&subject.thing) && !of.things.live(&subject.thing);
            if unfit {
                of.things.step(house, tx, &subject.thing, SubjectStep::Revoke, acting).await?;
                subject.outcome = Some(SubjectOutcome::Withdrawn);
            }
        }
    }
    let (after, approved) = notice.conclude(&of.ends, &open, at)?;
    for thing in approved {
        of.things.step(house, tx, &thing, SubjectStep::Approve, acting).await?;
    }
    Ok(of.row.with(&after, at.today(), acting.at.into()))
}

async fn revoked(
    house: &House,
    tx: &mut Tx,
    of: &Matter,
    why: &str,
    acting: &Acting,
    at: Moment,
) -> Result<NoticeRow, Fault> {
    let (after, why) = of.notice.revoke(&of.open(), why)?;
    for subject in of.notice.subjects.iter().filter(|subject| subject.outcome.is_none()) {
        of.things.step(house, tx, &subject.thing, SubjectStep::Revoke, acting).await?;
    }
    Ok(NoticeRow { reason: Some(why), ..of.row.with(&after, at.today(), acting.at.into()) })
}

/// The notice after an outcome of one of its things.
pub(super) fn settled(of: &Matter, thing: &str, outcome: SubjectOutcome, today: Day, acting: &Acting) -> NoticeRow {
    of.row.with(&of.notice.settled(thing, outcome), today, acting.at.into())
}

/// Whether everybody may see a notice: one that was taken down is shown no more.
#[must_use]
pub fn is_public(row: &NoticeRow) -> bool {
    row.state.0 != NoticeState::Revoked
}

pub(super) fn values(row: &NoticeRow) -> Json {
    json!({"title": row.title})
}

/// What the journal keeps of a notice.
pub(super) fn journal_view(row: &NoticeRow) -> Json {
    json!({
        "title": row.title, "state": row.state.0, "run": row.run, "hash": row.hash, "subjects": row.subjects["list"],
        "reason": row.reason,
    })
}
