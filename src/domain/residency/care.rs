//! What happens while an organization is resident and something is wrong: warnings with what is to be put right, and
//! times in which it stays away (domain facts 2.2).

use serde::{Deserialize, Serialize};

use super::{AgreementSide, Residency, ResidencyAction, ResidencyState, WarningGround, WarningOutcome, room_for};
use crate::{
    application::reason,
    code::Code,
    day::{Day, Moment},
    id::AssessmentId,
    refusal::{FieldFault, Refusal},
};

/// Things to be put right by one warning; more is a list that nobody works through.
pub const MAX_ITEMS: usize = 20;
/// The longest time in which an organization stays away.
const MAX_AWAY_DAYS: i64 = 366;

/// What somebody said on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Said {
    /// What.
    pub text: String,
    /// Who.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// The organization said it on paper, and the base wrote it down.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_paper: bool,
}

impl Said {
    /// What somebody says now.
    #[must_use]
    pub fn new(text: String, by: &str, at: Moment) -> Self {
        Self { text, by: by.to_owned(), on: at.today(), on_paper: false }
    }
    /// The same, where it came on paper and the base wrote it down for the organization.
    #[must_use]
    pub fn noted_for(self, side: AgreementSide) -> Self {
        Self { on_paper: side == AgreementSide::Base, ..self }
    }
}

/// The base has looked at it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Recheck {
    /// It is put right.
    pub passed: bool,
    /// What was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub note: Option<String>,
    /// Who looked.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// Something that is to be put right (整改事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct WarningItem {
    /// What.
    pub what: String,
    /// By when.
    pub due: Day,
    /// The organization says that it is done; none again when the base did not find it so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub mended: Option<Said>,
    /// What the base found, each time it looked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Recheck>,
}

impl WarningItem {
    /// Whether the base has found it put right.
    #[must_use]
    pub fn is_passed(&self) -> bool {
        self.checks.last().is_some_and(|check| check.passed)
    }
}

/// How and when a warning ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct WarningEnd {
    /// How.
    pub outcome: WarningOutcome,
    /// Who noted it.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// A written warning (预警) with what is to be put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Warning {
    /// Why.
    pub ground: WarningGround,
    /// In words.
    pub text: String,
    /// The assessment that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub assessment: Option<AssessmentId>,
    /// Who warned.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// What is to be put right.
    pub items: Vec<WarningItem>,
    /// How it ended; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub end: Option<WarningEnd>,
}

impl Warning {
    /// What is still open: not found put right.
    pub fn open_items(&self) -> impl Iterator<Item = &WarningItem> {
        self.items.iter().filter(|item| !item.is_passed())
    }
}

/// A time in which the organization stays away (暂停).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Suspension {
    /// Why.
    pub reason: String,
    /// Who noted it.
    pub by: String,
    /// Since when.
    pub on: Day,
    /// The day by which it is expected back.
    pub until: Day,
    /// The day on which it was back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub ended: Option<Day>,
}

/// What is to be put right, as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToMend {
    /// What.
    pub what: String,
    /// By when.
    pub due: Day,
}

fn due_faults(due: Day, max_days: u32, path: &str, at: Moment) -> Option<FieldFault> {
    let (min, max) = (at.today().plus(1), at.today().plus(i64::from(max_days)));
    if due < min {
        Some(FieldFault::new(path, Code::DayTooEarly).with("min", min.to_string()))
    } else if due > max {
        Some(FieldFault::new(path, Code::DayTooLate).with("max", max.to_string()))
    } else {
        None
    }
}

/// Warns an organization. `days` is how long it has at most for putting something right.
///
/// # Errors
/// `wrong_state`; no text, nothing to be put right, days that are not within `days`.
pub fn warn(
    residency: &Residency,
    (ground, text, assessment): (WarningGround, &str, Option<AssessmentId>),
    items: &[ToMend],
    days: u32,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Warn)?;
    room_for(residency.proceedings.warnings.len())?;
    let mut faults = Vec::new();
    let text = reason("text", text).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if items.is_empty() {
        faults.push(FieldFault::new("items", Code::Required));
    } else if items.len() > MAX_ITEMS {
        faults.push(FieldFault::new("items", Code::TooMany).with("max", MAX_ITEMS));
    }
    let mut all = Vec::new();
    for (n, item) in items.iter().enumerate().take(MAX_ITEMS) {
        match reason(&format!("items[{n}].what"), &item.what) {
            Ok(what) => all.push(WarningItem { what, due: item.due, mended: None, checks: Vec::new() }),
            Err(fault) => faults.push(fault),
        }
        faults.extend(due_faults(item.due, days, &format!("items[{n}].due"), at));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let mut after = residency.to(state, at);
    let warning = Warning { ground, text, assessment, by: by.to_owned(), on: at.today(), items: all, end: None };
    after.proceedings.warnings.push(warning);
    Ok(after)
}

/// The open warning; the table leads to where one is asked for no other way than through it.
fn open(after: &mut Residency) -> Result<&mut Warning, Refusal> {
    let missing = Refusal::state(Code::WrongState).with("state", after.state.as_str());
    after.proceedings.warnings.last_mut().filter(|warning| warning.end.is_none()).ok_or(missing)
}

fn open_item(warning: &mut Warning, n: usize) -> Result<&mut WarningItem, Refusal> {
    let item = warning.items.get_mut(n).ok_or_else(|| Refusal::field("item", Code::NotFound))?;
    if item.is_passed() { Err(Refusal::field("item", Code::ItemPassed)) } else { Ok(item) }
}

/// The organization says that something is put right; it may say so again with other words until the base has looked.
///
/// # Errors
/// `wrong_state`; an item that is not there or has passed; no words.
pub fn mend(
    residency: &Residency,
    n: usize,
    text: &str,
    (side, by, at): (AgreementSide, &str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Mend)?;
    let mut after = residency.to(state, at);
    let item = open_item(open(&mut after)?, n)?;
    let text = reason("note", text).map_err(|fault| Refusal::fields(vec![fault]))?;
    item.mended = Some(Said::new(text, by, at).noted_for(side));
    Ok(after)
}

/// The base has looked at it again. What is not put right gets a new day, within `days`.
///
/// # Errors
/// `wrong_state`; an item that is not there or has passed; what was not found right without a note and a new day.
pub fn recheck(
    residency: &Residency,
    n: usize,
    (passed, note, due): (bool, Option<&str>, Option<Day>),
    days: u32,
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Recheck)?;
    let mut after = residency.to(state, at);
    let item = open_item(open(&mut after)?, n)?;
    if !passed {
        room_for(item.checks.len())?;
    }
    let mut faults = Vec::new();
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    let note = match note {
        None if !passed => {
            faults.push(FieldFault::new("note", Code::Required));
            None
        }
        None => None,
        Some(text) => reason("note", text).map_err(|fault| faults.push(fault)).ok(),
    };
    match due {
        None if !passed => faults.push(FieldFault::new("due", Code::Required)),
        // A day that was told is not moved nearer.
        Some(due) if !passed && due < item.due => {
            faults.push(FieldFault::new("due", Code::DayTooEarly).with("min", item.due.to_string()));
        }
        Some(due) if !passed => faults.extend(due_faults(due, days, "due", at)),
        _ => {}
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    item.checks.push(Recheck { passed, note, by: by.to_owned(), on: at.today() });
    if !passed {
        item.mended = None;
        item.due = due.unwrap_or(item.due);
    }
    Ok(after)
}

/// Why a warning is not over yet.
#[must_use]
pub fn cannot_clear(residency: &Residency) -> Option<Code> {
    let open = residency.proceedings.open_warning()?;
    open.open_items().next().map(|_| Code::ItemsOpen)
}

/// All is put right.
///
/// # Errors
/// `wrong_state`; `items_open` with how many.
pub fn clear(residency: &Residency, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Clear)?;
    let mut after = residency.to(state, at);
    let warning = open(&mut after)?;
    let left = warning.open_items().count();
    if left > 0 {
        return Err(Refusal::state(Code::ItemsOpen).with("left", left));
    }
    warning.end = Some(WarningEnd { outcome: WarningOutcome::Cleared, by: by.to_owned(), on: at.today() });
    Ok(after)
}

/// The organization stays away for a time.
///
/// # Errors
/// `wrong_state`; no reason; a day that is not ahead, or further than a year.
pub fn suspend(residency: &Residency, why: &str, until: Day, (by, at): (&str, Moment)) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Suspend)?;
    room_for(residency.proceedings.suspensions.len())?;
    let mut faults = Vec::new();
    let why = reason("reason", why).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let (min, max) = (at.today().plus(1), at.today().plus(MAX_AWAY_DAYS));
    if until < min {
        faults.push(FieldFault::new("until", Code::DayTooEarly).with("min", min.to_string()));
    } else if until > max {
        faults.push(FieldFault::new("until", Code::DayTooLate).with("max", max.to_string()));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let mut after = residency.to(state, at);
    let suspension = Suspension { reason: why, by: by.to_owned(), on: at.today(), until, ended: None };
    after.proceedings.suspensions.push(suspension);
    Ok(after)
}

/// It is back.
///
/// # Errors
/// `wrong_state`.
pub fn resume(residency: &Residency, at: Moment) -> Result<Residency, Refusal> {
    let state = residency.step(ResidencyAction::Resume)?;
    Ok(residency.to(state, at))
}

/// Ends what a state began, when the residency goes on to another one.
pub(super) fn left(after: &mut Residency, was: ResidencyState, at: Moment) {
    if was == ResidencyState::Suspended
        && let Some(last) = after.proceedings.suspensions.last_mut()
    {
        last.ended.get_or_insert(at.today());
    }
}
