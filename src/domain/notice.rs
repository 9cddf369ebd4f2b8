//! Publicity (公示): what is to be decided is shown to everybody for some days, and whoever objects is heard
//! before it is (domain facts 1.21 and 2.1).
//!
//! It knows nothing of what it shows: things come in as subjects with the fields that are shown of them, and
//! each gets its outcome. What the public saw is kept as it was, with its hash.

use serde::{Deserialize, Serialize};

use crate::{
    application::reason,
    code::Code,
    contact::{is_email, is_phone},
    day::{Day, Moment},
    lifecycle::{Lifecycle, step},
    refusal::{FieldFault, Refusal},
    review::told,
    words::words,
    workday::{DayKind, Deadline, Period, Roll, WorkCalendar},
};

words! {
    /// Where a notice stands.
    pub enum NoticeState {
        /// 公示中, or over and not concluded yet.
        Published = "published",
        /// 已办结: there is an outcome for each subject.
        Concluded = "concluded",
        /// 已撤下, with a reason.
        Revoked = "revoked",
    }
    /// What is done with a notice.
    pub enum NoticeAction {
        /// An objection is received.
        Object = "object",
        /// An objection is answered.
        Answer = "answer",
        /// What nobody objects to any more is approved.
        Conclude = "conclude",
        /// It is taken down.
        Revoke = "revoke",
    }
    /// Where an objection stands.
    pub enum ObjectionState {
        /// 核查中: to be looked into.
        Open = "open",
        /// 不成立.
        Dismissed = "dismissed",
        /// 成立: its subject is not approved.
        Upheld = "upheld",
    }
    /// What is done with an objection.
    pub enum ObjectionAction {
        /// It is found to be without ground.
        Dismiss = "dismiss",
        /// It is found to be right.
        Uphold = "uphold",
    }
    /// What became of a subject.
    pub enum SubjectOutcome {
        /// 通过.
        Approved = "approved",
        /// 不通过: an objection was upheld.
        Rejected = "rejected",
        /// 已撤回 by whose it is.
        Withdrawn = "withdrawn",
    }
}

/// The lifecycle of a notice.
pub const LIFECYCLE: Lifecycle<NoticeState, NoticeAction> = {
    use NoticeAction::{Answer, Conclude, Object, Revoke};
    use NoticeState::{Concluded, Published, Revoked};
    const MANAGES: &str = "notices.manage";
    Lifecycle {
        name: "notice",
        initial: Published,
        steps: &[
            step(&[Published], Object, Published, MANAGES, Some("running")),
            step(&[Published], Answer, Published, MANAGES, None),
            // What was taken back while somebody objected is over, and whoever objected is answered all the same.
            step(&[Concluded], Answer, Concluded, MANAGES, None),
            step(&[Published], Conclude, Concluded, MANAGES, Some("over")),
            step(&[Published], Revoke, Revoked, MANAGES, Some("no_objection")),
        ],
    }
};

/// The lifecycle of an objection.
pub const OBJECTION: Lifecycle<ObjectionState, ObjectionAction> = {
    use ObjectionAction::{Dismiss, Uphold};
    use ObjectionState::{Dismissed, Open, Upheld};
    Lifecycle {
        name: "objection",
        initial: Open,
        steps: &[
            step(&[Open], Dismiss, Dismissed, "notices.manage", None),
            step(&[Open], Uphold, Upheld, "notices.manage", None),
        ],
    }
};

/// Subjects of one notice at most.
pub const MAX_SUBJECTS: usize = 100;
/// Title, and where else it is shown.
const MAX_NAME: usize = 60;
/// The text above the list.
const MAX_BODY: usize = 2_000;
/// The longest publicity, in days.
const MAX_DAYS: u32 = 60;
/// An objection.
const MAX_OBJECTION: usize = 2_000;

/// One thing that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Identifier of the thing.
    pub thing: String,
    /// What the public sees of it: key of a column and text, in the order of the columns.
    pub fields: Vec<(String, String)>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<SubjectOutcome>,
}

/// How long, counted how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The day on which it was published; it does not count (Civil Code art. 201).
    pub starts: Day,
    /// Days.
    pub days: u32,
    /// Which days count.
    pub kind: DayKind,
    /// The last day that the public was told. A calendar that is known later moves it out at most.
    pub told: Day,
}

impl Run {
    /// The last day by a calendar.
    ///
    /// # Errors
    /// A period that the calendar cannot count.
    pub fn ends(&self, calendar: &WorkCalendar, path: &[&str]) -> Result<Deadline, Refusal> {
        let counted = count(self.starts, self.days, self.kind, calendar, path)?;
        Ok(Deadline { due: counted.due.max(self.told), ..counted })
    }
}

/// The last day of so many days after a day. A period of all days that would end on a rest day ends on the next
/// working day, so that the last day is one on which somebody answers the phone (Civil Code art. 203).
///
/// # Errors
/// A period that the calendar cannot count.
pub fn count(from: Day, days: u32, kind: DayKind, calendar: &WorkCalendar, path: &[&str]) -> Result<Deadline, Refusal> {
    let roll = if kind == DayKind::Natural { Roll::Forward } else { Roll::None };
    calendar.deadline(from, Period { days, kind, roll }, path, &[])
}

/// What a notice is written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// Title.
    pub title: String,
    /// The text above the list.
    pub text: String,
    /// Where else it is shown, such as a board at the door.
    pub place: Option<String>,
    /// Days.
    pub days: u32,
}

/// All faults of what a notice is written with; `min_days` is what the rules ask at least.
#[must_use]
pub fn check(new: &NewNotice, subjects: usize, min_days: u32) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut text = |path: &str, text: &str, needed: bool, max: usize| {
        let length = text.trim().chars().count();
        if needed && length == 0 {
            faults.push(FieldFault::new(path, Code::Required));
        }
        if length > max {
            faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
        }
    };
    text("title", &new.title, true, MAX_NAME);
    text("text", &new.text, false, MAX_BODY);
    text("place", new.place.as_deref().unwrap_or_default(), false, MAX_NAME);
    if !(min_days..=MAX_DAYS).contains(&new.days) {
        faults.push(FieldFault::new("days", Code::OutOfRange).with("min", min_days).with("max", MAX_DAYS));
    }
    if subjects == 0 {
        faults.push(FieldFault::new("subjects", Code::Required));
    }
    if subjects > MAX_SUBJECTS {
        faults.push(FieldFault::new("subjects", Code::TooMany).with("max", MAX_SUBJECTS));
    }
    faults
}

/// A person's name as the public sees it: the family name, and stars for the rest.
#[must_use]
pub fn masked(name: &str) -> String {
    let name: Vec<char> = name.trim().chars().collect();
    name.iter().take(1).chain(std::iter::repeat_n(&'*', name.len().saturating_sub(1))).collect()
}

/// Whoever objects, and to what. Names are asked for, as an objection without one cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewObjection {
    /// Which subject.
    pub thing: String,
    /// Name of whoever objects.
    pub name: String,
    /// Phone number or e-mail address.
    pub contact: String,
    /// What is objected, and by what that is seen.
    pub text: String,
    /// The day on which it came, where that is not today.
    pub received_on: Option<Day>,
}

/// A notice as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Where it stands.
    pub state: NoticeState,
    /// The day on which it was published.
    pub starts: Day,
    /// What is shown.
    pub subjects: Vec<Subject>,
}

impl Notice {
    fn to(&self, action: NoticeAction) -> Result<NoticeState, Refusal> {
        LIFECYCLE.next(self.state, action)
    }

    /// Whether an objection may be received: until the end of the last day, and longer while that is not known.
    ///
    /// # Errors
    /// `notice_over` with the day; `wrong_state`; all bad fields.
    pub fn object(&self, ends: &Deadline, new: &NewObjection, at: Moment) -> Result<NewObjection, Refusal> {
        self.to(NoticeAction::Object)?;
        // What came on paper on the last day is written down on the next one.
        let on = new.received_on.unwrap_or_else(|| at.today());
        if !ends.provisional && ends.due < on {
            return Err(Refusal::state(Code::NoticeOver).with("ends", ends.due.to_string()));
        }
        let mut faults = Vec::new();
        if on > at.today() {
            let fault = FieldFault::new("received_on", Code::DayTooLate).with("max", at.today().to_string());
            faults.push(fault);
        }
        if on < self.starts {
            faults.push(FieldFault::new("received_on", Code::DayTooEarly).with("min", self.starts.to_string()));
        }
        let subject = self.subjects.iter().find(|subject| subject.thing == new.thing);
        match subject.map(|subject| subject.outcome) {
            None => faults.push(FieldFault::new("subject", Code::NotFound)),
            Some(Some(_)) => faults.push(FieldFault::new("subject", Code::SubjectSettled)),
            Some(None) => {}
        }
        let mut text = |path: &str, text: &str, max: usize| {
            let text = text.trim().to_owned();
            if text.is_empty() {
                faults.push(FieldFault::new(path, Code::Required));
            } else if text.chars().count() > max {
                faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
            }
            text
        };
        let told = NewObjection {
            thing: new.thing.clone(),
            received_on: Some(on),
            name: text("name", &new.name, MAX_NAME),
            contact: text("contact", &new.contact, MAX_NAME),
            text: text("text", &new.text, MAX_OBJECTION),
        };
        if !told.contact.is_empty() && !is_phone(&told.contact) && !is_email(&told.contact) {
            faults.push(FieldFault::new("contact", Code::BadContact));
        }
        if faults.is_empty() { Ok(told) } else { Err(Refusal::fields(faults)) }
    }

    /// Approves what is left and what nobody objects to; `open` are the subjects of open objections. It is
    /// concluded when each subject has its outcome.
    ///
    /// # Errors
    /// `wrong_state`; `notice_running` with the day; `objections_open` when nothing else is left.
    pub fn conclude(&self, ends: &Deadline, open: &[String], at: Moment) -> Result<(Self, Vec<String>), Refusal> {
        let concluded = self.to(NoticeAction::Conclude)?;
        if !is_over(ends, at) {
            return Err(Refusal::state(Code::NoticeRunning).with("ends", ends.due.to_string()));
        }
        let mut after = self.clone();
        let mut approved = Vec::new();
        for subject in &mut after.subjects {
            if subject.outcome.is_none() && !open.contains(&subject.thing) {
                subject.outcome = Some(SubjectOutcome::Approved);
                approved.push(subject.thing.clone());
            }
        }
        let left = after.subjects.iter().any(|subject| subject.outcome.is_none());
        if left && approved.is_empty() {
            return Err(Refusal::state(Code::ObjectionsOpen).with("count", open.len()));
        }
        if !left {
            after.state = concluded;
        }
        Ok((after, approved))
    }

    /// Whether an objection may be answered.
    ///
    /// # Errors
    /// `wrong_state`.
    pub fn answers(&self) -> Result<(), Refusal> {
        self.to(NoticeAction::Answer).map(|_| ())
    }

    /// Concluded, when each subject has its outcome.
    #[must_use]
    pub fn finished(mut self) -> Self {
        if self.state == NoticeState::Published && self.subjects.iter().all(|subject| subject.outcome.is_some()) {
            self.state = NoticeState::Concluded;
        }
        self
    }

    /// Takes it down, with a reason.
    ///
    /// # Errors
    /// `wrong_state`; `objections_open`: who objected is answered first; no reason.
    pub fn revoke(&self, open: &[String], why: &str) -> Result<(Self, String), Refusal> {
        let state = self.to(NoticeAction::Revoke)?;
        if !open.is_empty() {
            return Err(Refusal::state(Code::ObjectionsOpen).with("count", open.len()));
        }
        Ok((Self { state, ..self.clone() }, told(why)?))
    }

    /// Notes what became of a subject; one that has an outcome keeps it. When it was the last one, the notice is
    /// concluded.
    #[must_use]
    pub fn settled(&self, thing: &str, outcome: SubjectOutcome) -> Self {
        let mut after = self.clone();
        for subject in after.subjects.iter_mut().filter(|subject| subject.thing == thing) {
            subject.outcome = subject.outcome.or(Some(outcome));
        }
        after.finished()
    }
}

/// Whether the last day is over; a day that is not known yet never is.
#[must_use]
pub fn is_over(ends: &Deadline, at: Moment) -> bool {
    !ends.provisional && ends.due < at.today()
}

/// An answer to an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What was looked into, and what was found; inside only.
    pub investigation: String,
    /// What whoever objected is told.
    pub reply: String,
}

/// Answers an objection.
///
/// # Errors
/// `wrong_state`; nothing looked into, no reply.
pub fn answer(
    state: ObjectionState,
    action: ObjectionAction,
    investigation: &str,
    reply: &str,
) -> Result<(ObjectionState, Answer), Refusal> {
    let after = OBJECTION.next(state, action)?;
    let mut faults = Vec::new();
    let mut text = |path: &str, text: &str| reason(path, text).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let answer = Answer { investigation: text("investigation", investigation), reply: text("reply", reply) };
    if faults.is_empty() { Ok((after, answer)) } else { Err(Refusal::fields(faults)) }
}

#[cfg(test)]
mod tests;
