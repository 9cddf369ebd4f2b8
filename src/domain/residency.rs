//! A residency (入驻): an organization in a base for a time, by an agreement; with a room or a desk, or without
//! (domain facts 1.9 and 2.2).
//!
//! It is a period: it began on the day of moving in, and it ended on its last day, whenever that is asked. What was
//! agreed (from, to) and what came true (began, ended) are told apart.

use serde::{Deserialize, Serialize};

use crate::{
    application::reason,
    code::Code,
    day::{Day, DaySpan, Moment},
    id::{ApplicationId, BaseId, OrganizationId, ResidencyId},
    intake::ResidencyMode,
    refusal::{FieldFault, Refusal},
};

pub mod care;
pub mod change;
mod clock;
mod exit;
pub mod follow;
pub mod graduation;
mod lifecycle;
pub mod removal;
pub mod renewal;

pub use care::{Suspension, Warning};
pub use clock::{Clock, ClockOwner, Times, Told, clock, hearing};
pub use exit::{
    Checked, Confirmed, Exit, cannot_close, cannot_confirm, cannot_retract, check, close, confirm, expire, give_notice,
    retract,
};
pub use graduation::Graduation;
pub use lifecycle::{
    AgreementSide, ContactWay, ExitItem, ExitKind, ExitOutcome, GraduationOutcome, Judgement, LIFECYCLE, RemovalGround,
    RemovalOutcome, RenewalOutcome, ResidencyAction, ResidencyState, WarningGround, WarningOutcome,
};
pub use removal::Removal;
pub use renewal::Renewal;

/// Names of those who sign.
const MAX_NAME: usize = 60;
/// Rooms and desks of one residency; more is a slip.
pub const MAX_SPACES: usize = 20;
/// How far ahead a residency may begin: what is agreed for later is agreed later.
const MAX_DAYS_AHEAD: i64 = 366;

/// A state and the day on which it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The state.
    pub state: ResidencyState,
    /// Since when.
    pub day: Day,
}

/// What a base and an organization agree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    /// With or without a place.
    pub mode: ResidencyMode,
    /// First and last day.
    pub term: DaySpan,
}

/// Who has signed, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// The day of the later signature.
    pub on: Day,
    /// Who signed for the base.
    pub base: String,
    /// Who signed for the organization.
    pub organization: String,
}

impl Signing {
    /// The same, tidied, if it was signed on a day from the one on which the paper was issued to the last one that the
    /// organization was told, where that is certain, and not in the future.
    ///
    /// # Errors
    /// A day outside of these, names that are missing.
    pub fn within(&self, (issued_on, due): (Day, Option<Day>), at: Moment) -> Result<Self, Refusal> {
        let mut faults = Vec::new();
        if self.on < issued_on {
            faults.push(FieldFault::new("on", Code::DayTooEarly).with("min", issued_on.to_string()));
        }
        let latest = due.map_or(at.today(), |due| due.min(at.today()));
        if self.on > latest {
            faults.push(FieldFault::new("on", Code::DayTooLate).with("max", latest.to_string()));
        }
        let mut name = |path: &str, text: &str| {
            let text = text.trim();
            if text.is_empty() {
                faults.push(FieldFault::new(path, Code::Required));
            } else if text.chars().count() > MAX_NAME {
                faults.push(FieldFault::new(path, Code::TooLong).with("max", MAX_NAME));
            }
            text.to_owned()
        };
        let (base, organization) = (name("base", &self.base), name("organization", &self.organization));
        if !faults.is_empty() {
            return Err(Refusal::fields(faults));
        }
        Ok(Self { on: self.on, base, organization })
    }
}

/// A residency as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Residency {
    /// Which.
    pub id: ResidencyId,
    /// In which base.
    pub base: BaseId,
    /// Whose.
    pub organization: OrganizationId,
    /// The application that led to it; none for one from before the house was there.
    pub application: Option<ApplicationId>,
    /// What is agreed.
    pub agreed: Agreed,
    /// Where it stands.
    pub state: ResidencyState,
    /// The states that it has been in, the present one last.
    pub passages: Vec<Passage>,
    /// The day of moving in.
    pub began: Option<Day>,
    /// How it ends.
    pub exit: Option<Exit>,
    /// What was set going while it lasted.
    pub proceedings: Proceedings,
    /// Contacts after it has graduated.
    pub contacts: Vec<follow::FollowContact>,
}

/// What was set going while the organization was resident, each kind in the order in which it came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(default)]
pub struct Proceedings {
    /// Warnings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// Times in which it stayed away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suspensions: Vec<Suspension>,
    /// Requests to graduate.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub graduations: Vec<Graduation>,
    /// Removals that were announced.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removals: Vec<Removal>,
    /// Requests to stay longer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renewals: Vec<Renewal>,
}

/// Of each kind at most: a residency of ten years with one every other month has fewer.
const MAX_PROCEEDINGS: usize = 50;

/// Whether there is room for one more.
fn room_for(known: usize) -> Result<(), Refusal> {
    if known < MAX_PROCEEDINGS { Ok(()) } else { Err(Refusal::state(Code::TooMany).with("max", MAX_PROCEEDINGS)) }
}

impl Proceedings {
    /// Nothing of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
    /// The warning that is open.
    #[must_use]
    pub fn open_warning(&self) -> Option<&Warning> {
        self.warnings.last().filter(|of| of.end.is_none())
    }
    /// The time of staying away that runs.
    #[must_use]
    pub fn open_suspension(&self) -> Option<&Suspension> {
        self.suspensions.last().filter(|of| of.ended.is_none())
    }
    /// The request to graduate that is open.
    #[must_use]
    pub fn open_graduation(&self) -> Option<&Graduation> {
        self.graduations.last().filter(|of| of.end.is_none())
    }
    /// The request to stay longer that is open.
    #[must_use]
    pub fn open_renewal(&self) -> Option<&Renewal> {
        self.renewals.last().filter(|of| of.end.is_none())
    }
    /// The removal that is announced.
    #[must_use]
    pub fn open_removal(&self) -> Option<&Removal> {
        self.removals.last().filter(|of| of.end.is_none())
    }
}

/// All faults of what is to be agreed on, with the first and the last day as a span where they are right.
///
/// # Errors
/// Bad days, a last day beyond the longest residency, a place that is missing or too much.
pub fn agree(
    (mode, first, last): (ResidencyMode, Day, Day),
    spaces: usize,
    max_months: u32,
    at: Moment,
    max_days_back: u32,
) -> Result<Agreed, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let earliest = at.today().plus(-i64::from(max_days_back));
    let latest = at.today().plus(MAX_DAYS_AHEAD);
    if first < earliest {
        faults.push(FieldFault::new("first", Code::DayTooEarly).with("min", earliest.to_string()));
    }
    if first > latest {
        faults.push(FieldFault::new("first", Code::DayTooLate).with("max", latest.to_string()));
    }
    let longest = first.plus_months(max_months).plus(-1);
    if last > longest {
        faults.push(FieldFault::new("last", Code::DayTooLate).with("max", longest.to_string()));
    }
    let soonest = first.max(at.today());
    if last < soonest {
        faults.push(FieldFault::new("last", Code::DayTooEarly).with("min", soonest.to_string()));
    }
    match mode {
        ResidencyMode::Physical if spaces == 0 => faults.push(FieldFault::new("spaces", Code::Required)),
        ResidencyMode::Virtual if spaces > 0 => faults.push(FieldFault::new("spaces", Code::NoSpaceNeeded)),
        _ => {}
    }
    if spaces > MAX_SPACES {
        faults.push(FieldFault::new("spaces", Code::TooMany).with("max", MAX_SPACES));
    }
    match DaySpan::new(first, Some(last)) {
        Ok(term) if faults.is_empty() => Ok(Agreed { mode, term }),
        _ => Err(faults),
    }
}

impl Residency {
    /// A new one, by an agreement that is issued today.
    #[must_use]
    pub fn issued(
        id: ResidencyId,
        (base, organization): (BaseId, OrganizationId),
        application: ApplicationId,
        agreed: Agreed,
        at: Moment,
    ) -> Self {
        let state = LIFECYCLE.initial;
        let passages = vec![Passage { state, day: at.today() }];
        let application = Some(application);
        Self {
            id,
            base,
            organization,
            application,
            agreed,
            state,
            passages,
            began: None,
            exit: None,
            proceedings: Proceedings::default(),
            contacts: Vec::new(),
        }
    }

    /// One that began before the house was there, entered from its papers.
    ///
    /// # Errors
    /// A first day in the future; a last day that is over, or further away than anything that is agreed on today.
    pub fn entered(
        id: ResidencyId,
        (base, organization): (BaseId, OrganizationId),
        (mode, first, last): (ResidencyMode, Day, Day),
        max_months: u32,
        at: Moment,
    ) -> Result<Self, Refusal> {
        let mut faults = Vec::new();
        if first > at.today() {
            faults.push(FieldFault::new("first", Code::DayTooLate).with("max", at.today().to_string()));
        }
        let min = first.max(at.today());
        if last < min {
            faults.push(FieldFault::new("last", Code::DayTooEarly).with("min", min.to_string()));
        }
        let max = at.today().plus_months(max_months);
        if last > max {
            faults.push(FieldFault::new("last", Code::DayTooLate).with("max", max.to_string()));
        }
        let term = match DaySpan::new(first, Some(last)) {
            Ok(term) if faults.is_empty() => term,
            _ => return Err(Refusal::fields(faults)),
        };
        let state = ResidencyState::Active;
        Ok(Self {
            id,
            base,
            organization,
            application: None,
            agreed: Agreed { mode, term },
            state,
            passages: vec![Passage { state, day: first }],
            began: Some(first),
            exit: None,
            proceedings: Proceedings::default(),
            contacts: Vec::new(),
        })
    }

    /// Whether it is, or is about to be: of these a base and an organization have one at a time.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !matches!(self.state, ResidencyState::Left | ResidencyState::Forfeited)
    }

    /// Its last day, once that is known.
    #[must_use]
    pub fn ended(&self) -> Option<Day> {
        self.exit.as_ref().map(|exit| exit.last)
    }

    /// The agreed last day; what is agreed always has one.
    #[must_use]
    pub fn until(&self) -> Day {
        self.agreed.term.to().unwrap_or(Day::MAX)
    }

    /// Whether the organization is resident on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.began.is_some_and(|began| began <= day) && self.ended().is_none_or(|last| day <= last)
    }

    fn step(&self, action: ResidencyAction) -> Result<ResidencyState, Refusal> {
        LIFECYCLE.next(self.state, action)
    }

    fn to(&self, state: ResidencyState, at: Moment) -> Self {
        let mut after = Self { state, ..self.clone() };
        if state != self.state {
            after.passages.push(Passage { state, day: at.today() });
            care::left(&mut after, self.state, at);
        }
        after
    }

    /// On its way out; what it was warned of is over with that.
    fn leaving(mut self, exit: Exit) -> Self {
        if let Some(warning) = self.proceedings.warnings.last_mut() {
            let (by, on) = (exit.told_by.clone(), exit.told_on);
            warning.end.get_or_insert(care::WarningEnd { outcome: WarningOutcome::Left, by, on });
        }
        self.exit = Some(exit);
        self
    }

    fn since(&self, state: ResidencyState) -> Option<Day> {
        self.passages.iter().rfind(|passage| passage.state == state).map(|passage| passage.day)
    }

    fn exit(&self) -> Result<Exit, Refusal> {
        // A residency that is leaving has one; the table leads there no other way.
        self.exit.clone().ok_or_else(|| Refusal::state(Code::WrongState).with("state", self.state.as_str()))
    }
}

/// Writes the agreement anew.
///
/// # Errors
/// `wrong_state`.
pub fn reissue(residency: &Residency, agreed: Agreed, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Reissue)?;
    Ok(Residency { agreed, ..residency.to(state, at) })
}

/// Both have signed. What was signed in time may be noted later, so the day of the signature is looked at: from the day
/// on which the agreement was issued to the last one that the organization was told, where that is certain. Who needs
/// longer gets a new agreement.
///
/// # Errors
/// `wrong_state`; a day outside of these or in the future, names that are missing.
pub fn sign(
    residency: &Residency,
    (issued_on, due): (Day, Option<Day>),
    signing: &Signing,
    at: Moment,
) -> Result<(Residency, Signing), Refusal> {
    let state = residency.step(ResidencyAction::Sign)?;
    let signing = signing.within((issued_on, due), at)?;
    Ok((residency.to(state, at), signing))
}

/// Not signed in time: it counts as given up. `due` is the day that the organization was told, none while a
/// calendar that is not known yet may move it out.
///
/// # Errors
/// `wrong_state`; `day_too_early` while there is time, `calendar_open` while the day is not certain.
pub fn forfeit(residency: &Residency, due: Option<Day>, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Forfeit)?;
    unsigned(due, at)?;
    Ok(residency.to(state, at))
}

/// Whether the time for signing is over.
///
/// # Errors
/// `day_too_early` while there is time, `calendar_open` while the day is not certain.
fn unsigned(due: Option<Day>, at: Moment) -> Result<(), Refusal> {
    match due {
        Some(due) if due < at.today() => Ok(()),
        Some(due) => Err(Refusal::state(Code::DayTooEarly).with("min", due.plus(1).to_string())),
        None => Err(Refusal::state(Code::CalendarOpen)),
    }
}

/// The organization does not want it, or, once it is signed, does not come.
///
/// # Errors
/// `wrong_state`; no reason.
pub fn give_up(
    residency: &Residency,
    action: ResidencyAction,
    why: &str,
    at: Moment,
) -> Result<(Residency, String), Refusal> {
    let state = residency.step(action)?;
    let why = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
    Ok((residency.to(state, at), why))
}

/// The organization moves in; that day its residency begins.
///
/// # Errors
/// `wrong_state`; `day_too_early` or `day_too_late` outside of what was agreed.
pub fn move_in(residency: &Residency, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::MoveIn)?;
    let (today, term) = (at.today(), residency.agreed.term);
    if today < term.from() {
        return Err(Refusal::state(Code::DayTooEarly).with("min", term.from().to_string()));
    }
    if !term.contains(today) {
        return Err(Refusal::state(Code::DayTooLate).with("max", residency.until().to_string()));
    }
    Ok(Residency { began: Some(today), ..residency.to(state, at) })
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
