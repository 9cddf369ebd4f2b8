//! The verbs of objections: received from everybody, answered by the city.

use domain::{
    access::Action,
    application::ApplicationState,
    day::Moment,
    id::{NoticeId, ObjectionId},
    notice::{self, NewObjection, ObjectionAction, SubjectOutcome},
    refusal::{Code, Refusal},
};
use serde_json::{Value as Json, json};

use super::{
    service::{self, Matter, journal_view as notice_view, settled},
    store::{self, NoticeRow, ObjectionRow},
    subjects::SubjectStep,
};
use crate::{
    accounts::signin::throttle,
    applications::checks::Ground,
    db::{Rec, Text, Tx, rid, series},
    fault::Fault,
    house::House,
    http::{Caller, address::neighbourhood},
    journal::{Acting, Draft, sha256},
};

/// Attempts from one address before it has to wait, those with a slip too: each of them is work.
const FREE: i64 = 12;
/// Objections to one notice in a short time; more is no list that somebody reads.
const FREE_OF_NOTICE: i64 = 60;
/// As who the public stands in the history; the page has the word for it.
const PUBLIC: &str = "public";

/// What whoever objected is told.
#[derive(Debug, Clone)]
pub struct Received {
    /// The objection.
    pub row: ObjectionRow,
    /// The word by which it is followed.
    pub follow: String,
}

/// Receives an objection from the public, without a sign-in.
///
/// # Errors
/// As the rules say; `not_found` for a notice that is not shown; `too_many_attempts`.
pub async fn from_public(house: &House, address: &str, id: NoticeId, new: &NewObjection) -> Result<Received, Fault> {
    throttle(house, &format!("objection {}", neighbourhood(address)), FREE).await?;
    let acting = Acting { request: crate::http::context::current().request, ..Acting::program(PUBLIC, house.now()) };
    let row = store::find(&house.db, id).await?.filter(service::is_public).ok_or_else(Refusal::missing)?;
    // What is wrong with it is told before it counts against the others of this notice.
    heard(house, row, new, acting.at).await?;
    throttle(house, &format!("objection {id}"), FREE_OF_NOTICE).await?;
    receive(house, id, new, &acting, false).await
}

/// Writes down an objection that came on paper or by phone.
///
/// # Errors
/// As the rules say; `not_found`, `not_allowed`.
pub async fn on_paper(house: &House, by: &Caller, id: NoticeId, new: &NewObjection) -> Result<Received, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let acting = by.allow(Action::NoticesManage, Action::NoticesRead, &row.facts())?;
    receive(house, id, new, &acting, true).await
}

async fn heard(
    house: &House,
    row: NoticeRow,
    new: &NewObjection,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(Matter, NewObjection), Fault> {
    let ground = Ground::for_decision(house, row.base.0).await?;
    let of = Matter::read(house, row, &ground).await?;
    let at = Moment { now, zone: house.zone };
    let told = of.notice.object(&of.ends, new, at)?;
    Ok((of, told))
}

async fn receive(
    house: &House,
    id: NoticeId,
    new: &NewObjection,
    acting: &Acting,
    on_paper: bool,
) -> Result<Received, Fault> {
    let follow = house.chance.secret();
    let _turn = house.db.gates.hold(vec![format!("notice {id}"), "objection numbers".to_owned()]).await;
    let attempt = || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let (of, told) = heard(house, row, new, acting.at).await?;
        let today = Moment { now: acting.at, zone: house.zone }.today();
        let mut tx = Tx::new();
        let next = series::Next::of(&house.db, &format!("objection {}", today.year())).await?;
        next.take(&mut tx);
        let number = next.number();
        let row = ObjectionRow {
            id: Rec(house.chance.id(acting.at)),
            notice: of.row.id,
            base: of.row.base,
            thing: told.thing,
            number: format!("YY{}-{number:04}", today.year()),
            name: told.name,
            contact: told.contact,
            text: told.text,
            on_paper,
            state: notice::OBJECTION.initial.into(),
            received_on: Text(told.received_on.unwrap_or(today)),
            answer: None,
            answered_by: None,
            answered_on: None,
            follow: sha256(&follow),
            version: 1,
            created_at: acting.at.into(),
            updated_at: acting.at.into(),
        };
        tx.tie_while(rid(id), "version", of.row.version);
        tx.insert(row.id.0, row.clone());
        tx.journal(line("objection.receive", &row, acting).change(None, Some(journal_view(&row))).first());
        tx.journal(Draft::new(id, "notice.object", acting).values(json!({"number": row.number})));
        if of.things.state(&row.thing) == Some(ApplicationState::Publicity) {
            of.things.step(house, &mut tx, &row.thing, SubjectStep::Dispute, acting).await?;
        }
        house.db.commit(tx).await?;
        Ok(Received { row, follow: follow.clone() })
    };
    house.db.decide(attempt).await
}

/// Answers an objection. Dismissed, its subject may be approved again when nobody else objects; upheld, it is not
/// approved, and its place is free.
///
/// # Errors
/// As the rules say; `not_found`, `not_allowed`.
pub async fn answer(
    house: &House,
    by: &Caller,
    (id, objection): (NoticeId, ObjectionId),
    action: ObjectionAction,
    (investigation, reply): (&str, &str),
) -> Result<NoticeRow, Fault> {
    let _turn = house.db.gates.hold(vec![format!("notice {id}")]).await;
    let attempt = || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(Action::NoticesManage, Action::NoticesRead, &row.facts())?;
        let at = Moment { now: acting.at, zone: house.zone };
        let ground = Ground::for_decision(house, row.base.0).await?;
        let of = Matter::read(house, row, &ground).await?;
        let before = of.objections.iter().find(|row| row.id.0 == objection).ok_or_else(Refusal::missing)?;
        of.notice.answers()?;
        let (state, answer) = notice::answer(before.state.0, action, investigation, reply)?;
        let after = ObjectionRow {
            state: state.into(),
            answered_by: Some(acting.name.clone()),
            answered_on: Some(Text(at.today())),
            answer: serde_json::to_value(&answer).ok(),
            version: before.version + 1,
            updated_at: acting.at.into(),
            ..before.clone()
        };
        let mut tx = Tx::new();
        tx.replace(objection, before.version, after.clone());
        let change = (Some(journal_view(before)), Some(journal_view(&after)));
        tx.journal(line("objection.answer", &after, &acting).change(change.0, change.1));
        let thing = before.thing.as_str();
        let others = of.open().iter().filter(|open| *open == thing).count() > 1;
        let disputed = of.things.state(thing) == Some(ApplicationState::Disputed);
        let mut notice = of.row.with(&of.notice.clone().finished(), at.today(), acting.at.into());
        if action == ObjectionAction::Uphold {
            if disputed {
                of.things.step(house, &mut tx, thing, SubjectStep::Uphold(&answer.reply), &acting).await?;
            }
            notice = settled(&of, thing, SubjectOutcome::Rejected, at.today(), &acting);
        } else if disputed && !others {
            of.things.step(house, &mut tx, thing, SubjectStep::Clear, &acting).await?;
        }
        // Whoever objects to the same thing at the same moment is counted.
        tx.untied_since(rid(id), of.ties);
        tx.replace(id, of.row.version, notice.clone());
        let line = Draft::new(id, "notice.answer", &acting).values(json!({"number": before.number}));
        tx.journal(line.change(Some(notice_view(&of.row)), Some(notice_view(&notice))));
        house.db.commit(tx).await?;
        Ok(notice)
    };
    house.db.decide(attempt).await
}

/// The objection that is followed by a word.
///
/// # Errors
/// `not_found` for a word that follows none.
pub async fn followed(house: &House, follow: &str) -> Result<ObjectionRow, Fault> {
    if follow.len() > 200 {
        return Err(Refusal::missing().into());
    }
    Ok(store::followed(&house.db, &sha256(follow)).await?.ok_or_else(Refusal::missing)?)
}

fn line(word: &'static str, row: &ObjectionRow, by: &Acting) -> Draft {
    Draft::new(row.id.0, word, by).values(json!({"number": row.number}))
}

/// What the journal keeps of an objection; who objects is for those only who answer.
fn journal_view(row: &ObjectionRow) -> Json {
    json!({
        "number": row.number, "subject": row.thing, "state": row.state.0, "name": row.name, "contact": row.contact,
        "text": row.text, "answer": row.answer,
    })
}

/// Why an answer is not possible now.
#[must_use]
pub fn cannot_answer(row: &ObjectionRow) -> Option<Code> {
    notice::OBJECTION.can(row.state.0, ObjectionAction::Dismiss, |_| None)
}
