//! Intake (招募): the window in which a base takes applications for a place, with its quota, whom it
//! admits, on what conditions and with which documents; or rolling intake, which has no last day.

use serde::{Deserialize, Serialize};

use crate::{
    code::Code,
    day::{Day, Moment},
    id::{BaseId, IntakeId},
    lifecycle::{Lifecycle, step},
    organization::Kind,
    refusal::{FieldFault, Refusal},
    words::words,
};

words! {
    /// Where an intake stands.
    pub enum IntakeState {
        /// Being written; nobody outside the base sees it.
        Draft = "draft",
        /// Announced; open from its first to its last day.
        Published = "published",
        /// Ended by the base before or after its last day.
        Closed = "closed",
        /// Given up before it was announced.
        Discarded = "discarded",
    }
    /// What is done with an intake.
    pub enum IntakeAction {
        /// Its particulars change.
        Edit = "edit",
        /// It is announced.
        Publish = "publish",
        /// Its last day moves out, or its quota grows.
        Extend = "extend",
        /// It takes no more applications.
        Close = "close",
        /// It is given up.
        Discard = "discard",
    }
    /// What the applicant is, as far as documents and conditions differ (domain facts 1.8).
    pub enum ApplicantKind {
        /// 已登记: has a credit code.
        Registered = "registered",
        /// 已备案: recorded with its street or township.
        Recorded = "recorded",
        /// 拟登记: a team that is neither yet.
        PreRegistration = "pre_registration",
    }
    /// With or without a place of its own in the base (实体孵化、虚拟孵化).
    pub enum ResidencyMode {
        /// With a desk or an office.
        Physical = "physical",
        /// With services only.
        Virtual = "virtual",
    }
}

/// The lifecycle of an intake. Whether it is open on a day follows from its days, not from a state.
pub const LIFECYCLE: Lifecycle<IntakeState, IntakeAction> = {
    use IntakeAction::{Close, Discard, Edit, Extend, Publish};
    use IntakeState::{Closed, Discarded, Draft, Published};
    const MANAGES: &str = "intakes.manage";
    Lifecycle {
        name: "intake",
        initial: Draft,
        steps: &[
            step(&[Draft], Edit, Draft, MANAGES, None),
            step(&[Draft], Publish, Published, MANAGES, Some("has_days_left")),
            step(&[Draft], Discard, Discarded, MANAGES, None),
            step(&[Published], Extend, Published, MANAGES, Some("not_over")),
            step(&[Published], Close, Closed, MANAGES, None),
        ],
    }
};

/// Names of intakes and of documents.
const MAX_NAME: usize = 60;
/// Conditions, as a notice states them.
const MAX_TEXT: usize = 4_000;
/// Documents asked of an applicant; more is a slip.
const MAX_DOCUMENTS: usize = 30;
/// Places of one intake; the largest base has fewer desks.
const MAX_QUOTA: u32 = 1_000;

impl ApplicantKind {
    /// What an organization of a kind applies as.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Association | Kind::ServiceInstitution | Kind::Foundation => Self::Registered,
            Kind::Recorded => Self::Recorded,
            Kind::PreRegistration => Self::PreRegistration,
        }
    }
}

/// A document that applicants are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(rename = "WantedDocument"))]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Its mark within the intake, under which an attachment is filed; given by the house.
    #[serde(default)]
    pub key: Option<String>,
    /// Its name, as the notice calls it.
    pub name: String,
    /// Of whom it is asked; one list for each kind of applicant comes from this.
    pub of: Vec<ApplicantKind>,
    /// Without it an application is not complete.
    pub required: bool,
}

/// What an intake is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// Name, such as 2026年第一批入驻招募.
    pub name: String,
    /// First day.
    pub opens: Day,
    /// Last day; rolling intake has none.
    pub closes: Option<Day>,
    /// Places; without limit when left out.
    pub quota: Option<u32>,
    /// Who may apply.
    pub admits: Vec<ApplicantKind>,
    /// With or without a place.
    pub modes: Vec<ResidencyMode>,
    /// Conditions, as the notice states them.
    pub conditions: String,
    /// Documents wanted.
    pub documents: Vec<Wanted>,
}

/// An intake as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// Which.
    pub id: IntakeId,
    /// Of which base.
    pub base: BaseId,
    /// Its particulars.
    pub particulars: Particulars,
    /// Where it stands.
    pub state: IntakeState,
}

impl Intake {
    /// Whether it takes applications on a day; else why not.
    ///
    /// # Errors
    /// `intake_not_open` with the days.
    pub fn takes(&self, today: Day) -> Result<(), Refusal> {
        let Particulars { opens, closes, .. } = &self.particulars;
        let open = self.state == IntakeState::Published && *opens <= today && closes.is_none_or(|last| today <= last);
        if open {
            return Ok(());
        }
        let mut refusal = Refusal::state(Code::IntakeNotOpen).with("opens", opens.to_string());
        if let Some(last) = closes {
            refusal = refusal.with("closes", last.to_string());
        }
        Err(refusal)
    }
    /// The documents that a kind of applicant is asked for.
    pub fn documents_of(&self, kind: ApplicantKind) -> impl Iterator<Item = &Wanted> {
        self.particulars.documents.iter().filter(move |wanted| wanted.of.contains(&kind))
    }
}

/// The particulars as they are kept: texts trimmed, lists in order and without repetition, each document
/// with its mark.
///
/// # Errors
/// All bad fields at once.
pub fn check(new: Particulars) -> Result<Particulars, Refusal> {
    let mut faults = Vec::new();
    let text = |path: String, text: &str, max: usize, faults: &mut Vec<FieldFault>| {
        let text = text.trim().to_owned();
        if text.is_empty() {
            faults.push(FieldFault::new(path, Code::Required));
        } else if text.chars().count() > max {
            faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
        }
        text
    };
    let name = text("name".into(), &new.name, MAX_NAME, &mut faults);
    let conditions = text("conditions".into(), &new.conditions, MAX_TEXT, &mut faults);
    if new.closes.is_some_and(|last| last < new.opens) {
        faults.push(FieldFault::new("closes", Code::EmptyInterval));
    }
    if new.quota.is_some_and(|quota| !(1..=MAX_QUOTA).contains(&quota)) {
        faults.push(FieldFault::new("quota", Code::OutOfRange).with("min", 1).with("max", MAX_QUOTA));
    }
    let (admits, modes) = (in_order(new.admits), in_order(new.modes));
    if admits.is_empty() {
        faults.push(FieldFault::new("admits", Code::Required));
    }
    if modes.is_empty() {
        faults.push(FieldFault::new("modes", Code::Required));
    }
    if new.documents.len() > MAX_DOCUMENTS {
        faults.push(FieldFault::new("documents", Code::TooMany).with("max", MAX_DOCUMENTS));
    }
    let mut documents: Vec<Wanted> = Vec::with_capacity(new.documents.len());
    for (at, wanted) in new.documents.into_iter().enumerate() {
        let name = text(format!("documents[{at}].name"), &wanted.name, MAX_NAME, &mut faults);
        let of = in_order(wanted.of);
        if of.is_empty() {
            faults.push(FieldFault::new(format!("documents[{at}].of"), Code::Required));
        }
        if documents.iter().any(|other| other.name == name) {
            let path = format!("documents[{at}].name");
            faults.push(FieldFault::new(path, Code::AlreadyUsed).with("value", name.clone()));
        }
        documents.push(Wanted { key: Some(format!("d{}", at + 1)), name, of, required: wanted.required });
    }
    if faults.is_empty() {
        Ok(Particulars { name, conditions, admits, modes, documents, ..new })
    } else {
        Err(Refusal::fields(faults))
    }
}

fn in_order<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

/// Changes a draft.
///
/// # Errors
/// `wrong_state`; all bad fields.
pub fn edit(intake: &Intake, new: Particulars) -> Result<Intake, Refusal> {
    let state = LIFECYCLE.next(intake.state, IntakeAction::Edit)?;
    Ok(Intake { particulars: check(new)?, state, ..intake.clone() })
}

/// Announces a draft.
///
/// # Errors
/// `wrong_state`; `day_too_early` at `closes` when its last day is over.
pub fn publish(intake: &Intake, at: Moment) -> Result<Intake, Refusal> {
    let state = LIFECYCLE.next(intake.state, IntakeAction::Publish)?;
    if intake.particulars.closes.is_some_and(|last| last < at.today()) {
        return Err(Refusal::fields(vec![
            FieldFault::new("closes", Code::DayTooEarly).with("min", at.today().to_string()),
        ]));
    }
    Ok(Intake { state, ..intake.clone() })
}

/// Moves the last day of an announced intake out, and its quota up. What was announced is not made
/// narrower: applicants have planned by it.
///
/// # Errors
/// `wrong_state`, `time_over`; nothing asked, `day_too_early` at `closes`, `out_of_range` at `quota`.
pub fn extend(intake: &Intake, closes: Option<Day>, quota: Option<u32>, at: Moment) -> Result<Intake, Refusal> {
    let state = LIFECYCLE.next(intake.state, IntakeAction::Extend)?;
    let now = &intake.particulars;
    let mut faults = Vec::new();
    // Who did not hand in by the last day was told that it was the last.
    if let Some(last) = now.closes.filter(|last| *last < at.today()) {
        return Err(Refusal::state(Code::TimeOver).with("due", last.to_string()));
    }
    if closes.is_none() && quota.is_none() {
        return Err(Refusal::field("closes", Code::Required));
    }
    let earliest = now.closes.map_or(at.today(), |last| last.max(at.today()));
    match closes {
        Some(_) if now.closes.is_none() => faults.push(FieldFault::new("closes", Code::IntakeIsRolling)),
        Some(day) if day < earliest => {
            faults.push(FieldFault::new("closes", Code::DayTooEarly).with("min", earliest.to_string()));
        }
        _ => {}
    }
    let least = now.quota.unwrap_or(1);
    if quota.is_some() && now.quota.is_none() {
        faults.push(FieldFault::new("quota", Code::QuotaUnlimited));
    } else if quota.is_some_and(|quota| !(least..=MAX_QUOTA).contains(&quota)) {
        faults.push(FieldFault::new("quota", Code::OutOfRange).with("min", least).with("max", MAX_QUOTA));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let particulars = Particulars { closes: closes.or(now.closes), quota: quota.or(now.quota), ..now.clone() };
    Ok(Intake { particulars, state, ..intake.clone() })
}

/// Ends an intake, or gives a draft up.
///
/// # Errors
/// `wrong_state`.
pub fn end(intake: &Intake, action: IntakeAction) -> Result<Intake, Refusal> {
    Ok(Intake { state: LIFECYCLE.next(intake.state, action)?, ..intake.clone() })
}

/// Why an action is not possible now.
#[must_use]
pub fn can(intake: &Intake, action: IntakeAction, at: Moment) -> Option<Code> {
    LIFECYCLE.can(intake.state, action, |guard| match guard {
        "has_days_left" => publish(intake, at).err().map(|_| Code::DayTooEarly),
        "not_over" => intake.particulars.closes.filter(|last| *last < at.today()).map(|_| Code::TimeOver),
        _ => None,
    })
}

#[cfg(test)]
pub(crate) mod tests;
