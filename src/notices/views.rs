//! What the routes of notices show: to those inside, and to everybody.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    application::ApplicationState,
    day::{Day, Moment},
    id::{BaseId, NoticeId, ObjectionId},
    notice::{self, NoticeAction, NoticeState, ObjectionState, SubjectOutcome},
    refusal::{Code, Refusal},
    setting::OBJECTION_DAYS,
    workday::DayKind,
};
use poem_openapi::Object;
use serde_json::Value;

use super::{
    objections,
    service::Matter,
    store::{self, NoticeRow, ObjectionRow},
};
use crate::{
    applications::{
        checks::Ground,
        views::{Can, word},
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
};

/// A notice in a list.
#[derive(Debug, Clone, Object)]
pub struct NoticeItem {
    /// Identifier.
    pub id: NoticeId,
    /// Of which base.
    pub base: PublicBase,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub state: NoticeState,
    /// Published.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// That day is over.
    pub over: bool,
    /// Things that are shown.
    pub subjects: usize,
    /// Things that have no outcome yet.
    pub left: usize,
    /// Open objections.
    pub objections: usize,
}

/// Something that is shown.
#[derive(Debug, Clone, Object)]
pub struct SubjectView {
    /// Identifier of the thing.
    pub id: String,
    /// What the public sees of it.
    pub fields: BTreeMap<String, String>,
    /// What became of it.
    pub outcome: Option<SubjectOutcome>,
    /// Somebody objects, and is not answered yet.
    pub disputed: bool,
    /// Where the application stands.
    #[oai(skip_serializing_if_is_none)]
    pub state: Option<ApplicationState>,
}

/// An objection, for those inside.
#[derive(Debug, Clone, Object)]
pub struct ObjectionView {
    /// Identifier.
    pub id: ObjectionId,
    /// The number that people read.
    pub number: String,
    /// To which thing.
    pub subject: String,
    /// Where it stands.
    pub state: ObjectionState,
    /// Received.
    pub received_on: Day,
    /// By when it has to be answered.
    pub due: Day,
    /// That day is over, and it is not answered.
    pub overdue: bool,
    /// It came on paper or by phone.
    pub on_paper: bool,
    /// Who objects; only for those who answer, and for the auditor.
    #[oai(skip_serializing_if_is_none)]
    pub name: Option<String>,
    /// How to reach whoever objects; as above.
    #[oai(skip_serializing_if_is_none)]
    pub contact: Option<String>,
    /// What is objected; as above, since it may tell who does.
    #[oai(skip_serializing_if_is_none)]
    pub text: Option<String>,
    /// What was found; as above.
    #[oai(skip_serializing_if_is_none)]
    pub investigation: Option<String>,
    /// What was replied; as above.
    #[oai(skip_serializing_if_is_none)]
    pub reply: Option<String>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// On which day.
    pub answered_on: Option<Day>,
    /// What the caller may do.
    pub can: Can,
}

/// A notice, for those inside.
#[derive(Debug, Clone, Object)]
pub struct NoticeView {
    /// Identifier.
    pub id: NoticeId,
    /// Of which base.
    pub base: PublicBase,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub state: NoticeState,
    /// The text above the list.
    pub text: String,
    /// Where else it is shown.
    pub place: Option<String>,
    /// Published; that day does not count.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// That day is over.
    pub over: bool,
    /// The last day rests on a calendar that is not known yet.
    pub provisional: bool,
    /// Days.
    pub days: u32,
    /// Which days count.
    pub kind: DayKind,
    /// What is shown.
    pub subjects: Vec<SubjectView>,
    /// Objections.
    pub objections: Vec<ObjectionView>,
    /// SHA-256 of what the public saw.
    pub hash: String,
    /// What the public saw, as the text of which the hash is.
    pub shown: String,
    /// Who published it.
    pub published_by: String,
    /// The day on which the last thing had its outcome.
    pub concluded_on: Option<Day>,
    /// Why it was taken down.
    pub reason: Option<String>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Published.
    pub created_at: DateTime<Utc>,
}

impl Versioned for NoticeView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A notice, for everybody.
#[derive(Debug, Clone, Object)]
pub struct PublicNotice {
    /// Identifier.
    pub id: NoticeId,
    /// The base.
    pub base: PublicBase,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub state: NoticeState,
    /// The text above the list.
    pub text: String,
    /// Where else it is shown.
    pub place: Option<String>,
    /// Published; that day does not count.
    pub starts: Day,
    /// The last day on which one may object.
    pub ends: Day,
    /// One may object today.
    pub open: bool,
    /// Days.
    pub days: u32,
    /// Which days count.
    pub kind: DayKind,
    /// What is shown.
    pub subjects: Vec<PublicSubject>,
    /// SHA-256 of what was published, by which anybody can prove later what it was.
    pub hash: String,
    /// The text of which the hash is; of one notice, not in the list.
    #[oai(skip_serializing_if_is_none)]
    pub shown: Option<String>,
}

/// Something that is shown, for everybody.
#[derive(Debug, Clone, Object)]
pub struct PublicSubject {
    /// Identifier.
    pub id: String,
    /// What is shown of it; persons by their family names.
    pub fields: BTreeMap<String, String>,
    /// What became of it.
    pub outcome: Option<SubjectOutcome>,
}

/// An objection, for whoever follows it.
#[derive(Debug, Clone, Object)]
pub struct PublicObjection {
    /// The number that people read.
    pub number: String,
    /// To which notice.
    pub notice: String,
    /// Where it stands.
    pub state: ObjectionState,
    /// Received.
    pub received_on: Day,
    /// By when it is answered.
    pub due: Day,
    /// What was replied.
    pub reply: Option<String>,
    /// On which day.
    pub answered_on: Option<Day>,
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn due(ground: &Ground, row: &ObjectionRow) -> Result<Day, Fault> {
    let days = ground.value_on(row.base.0, OBJECTION_DAYS, row.received_on.0).as_u64();
    let days = days.and_then(|days| u32::try_from(days).ok()).unwrap_or(1);
    Ok(ground.counted(row.base.0, row.received_on.0, (days, DayKind::Working))?.due)
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, of: &Matter, at: Moment) -> Can {
    let role = by.can(Action::NoticesManage, &of.row.facts());
    let open = of.open();
    let over = notice::is_over(&of.ends, at);
    let step = |action: NoticeAction| {
        let fits = notice::LIFECYCLE.can(of.notice.state, action, |guard| match guard {
            "running" => over.then_some(Code::NoticeOver),
            "over" if !over => Some(Code::NoticeRunning),
            "over" => of.notice.conclude(&of.ends, &open, at).err().map(|refusal| refusal.code),
            _ => (!open.is_empty()).then_some(Code::ObjectionsOpen),
        });
        (action.as_str().to_owned(), word(role.or(fits)))
    };
    NoticeAction::ALL.iter().map(|action| step(*action)).collect()
}

/// A notice as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: NoticeRow) -> Result<NoticeView, Fault> {
    let bases = house.db.read(crate::bases::store::one(row.base.0)).await?;
    let base = bases.first().ok_or_else(Refusal::missing)?;
    let ground = Ground::for_views(house, &bases).await?;
    let of = Matter::read(house, row, &ground).await?;
    let at = Moment { now: by.now, zone: house.zone };
    let (run, shown, open) = (of.row.run()?, of.row.shown()?, of.open());
    let inside = by.principal.role_for(Action::ObjectionsRead, &of.row.facts()).is_some();
    let manages = by.can(Action::NoticesManage, &of.row.facts());
    let objection = |row: &ObjectionRow| {
        let due = due(&ground, row)?;
        let answer = row.answer()?.filter(|_| inside);
        let may = word(manages.or_else(|| objections::cannot_answer(row)));
        Ok(ObjectionView {
            id: row.id.0,
            number: row.number.clone(),
            subject: row.thing.clone(),
            state: row.state.0,
            received_on: row.received_on.0,
            due,
            overdue: row.state.0 == ObjectionState::Open && due < at.today(),
            on_paper: row.on_paper,
            name: inside.then(|| row.name.clone()),
            contact: inside.then(|| row.contact.clone()),
            text: inside.then(|| row.text.clone()),
            investigation: answer.as_ref().map(|answer| answer.investigation.clone()),
            reply: answer.map(|answer| answer.reply),
            answered_by: row.answered_by.clone(),
            answered_on: row.answered_on.map(|day| day.0),
            can: BTreeMap::from([("answer".to_owned(), may)]),
        })
    };
    Ok(NoticeView {
        id: of.row.id.0,
        base: base.into(),
        title: of.row.title.clone(),
        state: of.row.state.0,
        text: text(&shown, "text").unwrap_or_default(),
        place: text(&shown, "place"),
        starts: run.starts,
        ends: of.ends.due,
        over: notice::is_over(&of.ends, at),
        provisional: of.ends.provisional,
        days: run.days,
        kind: run.kind,
        subjects: of
            .notice
            .subjects
            .iter()
            .map(|subject| SubjectView {
                id: subject.thing.clone(),
                fields: subject.fields.iter().cloned().collect(),
                outcome: subject.outcome,
                disputed: open.contains(&subject.thing),
                state: of.things.state(&subject.thing),
            })
            .collect(),
        objections: of.objections.iter().map(objection).collect::<Result<_, Fault>>()?,
        hash: of.row.hash.clone(),
        shown: of.row.shown.clone(),
        published_by: of.row.published_by.clone(),
        concluded_on: of.row.concluded_on.map(|day| day.0),
        reason: of.row.reason.clone(),
        version: of.row.version,
        can: can(by, &of, at),
        created_at: of.row.created_at.0,
    })
}

/// Notices of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[NoticeRow]) -> Result<Vec<NoticeItem>, Fault> {
    let bases = house.db.read(crate::bases::store::every()).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let by_id: BTreeMap<BaseId, &BaseRow> = bases.iter().map(|row| (row.id.0, row)).collect();
    let open = house.db.read(store::open_objections()).await?;
    let at = Moment { now: house.now(), zone: house.zone };
    let item = |row: &NoticeRow| {
        let run = row.run()?;
        let ends = ground.ends(row.base.0, &run)?;
        let subjects = row.subjects()?;
        let base = by_id.get(&row.base.0).ok_or_else(Refusal::missing)?;
        Ok(NoticeItem {
            id: row.id.0,
            base: (*base).into(),
            title: row.title.clone(),
            state: row.state.0,
            starts: run.starts,
            ends: ends.due,
            over: notice::is_over(&ends, at),
            subjects: subjects.len(),
            left: subjects.iter().filter(|of| of.outcome.is_none()).count(),
            objections: open.iter().filter(|objection| objection.notice == row.id).count(),
        })
    };
    rows.iter().map(item).collect()
}

/// A notice as everybody sees it.
///
/// # Errors
/// What the database says.
pub fn public(ground: &Ground, base: &BaseRow, row: &NoticeRow, at: Moment) -> Result<PublicNotice, Fault> {
    let (run, shown) = (row.run()?, row.shown()?);
    let ends = ground.ends(row.base.0, &run)?;
    let subjects = row.subjects()?.into_iter().map(|of| PublicSubject {
        id: of.thing,
        fields: of.fields.into_iter().collect(),
        outcome: of.outcome,
    });
    Ok(PublicNotice {
        id: row.id.0,
        base: base.into(),
        title: row.title.clone(),
        state: row.state.0,
        text: text(&shown, "text").unwrap_or_default(),
        place: text(&shown, "place"),
        starts: run.starts,
        ends: ends.due,
        open: row.state.0 == NoticeState::Published && !notice::is_over(&ends, at),
        days: run.days,
        kind: run.kind,
        subjects: subjects.collect(),
        hash: row.hash.clone(),
        shown: None,
    })
}

/// An objection as whoever follows it sees it.
///
/// # Errors
/// What the database says.
pub async fn followed(house: &House, row: &ObjectionRow) -> Result<PublicObjection, Fault> {
    let bases = house.db.read(crate::bases::store::one(row.base.0)).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let notice = store::find(&house.db, row.notice.0).await?.ok_or_else(Refusal::missing)?;
    Ok(PublicObjection {
        number: row.number.clone(),
        notice: notice.title,
        state: row.state.0,
        received_on: row.received_on.0,
        due: due(&ground, row)?,
        reply: row.answer()?.map(|answer| answer.reply),
        answered_on: row.answered_on.map(|day| day.0),
    })
}
