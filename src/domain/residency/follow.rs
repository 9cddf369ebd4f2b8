//! The time after graduation (跟踪服务): the base keeps in touch, and sees whether the organization stands on its own
//! (domain facts 2.2 and 3.17: a year in Chengdu).

use serde::{Deserialize, Serialize};

use super::{ContactWay, ExitKind, Residency, ResidencyState, room_for};
use crate::{
    application::reason,
    code::Code,
    day::{Day, Moment},
    refusal::{FieldFault, Refusal},
};

/// What the rules of a base say about keeping in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowRules {
    /// For how many months; none at all when 0.
    pub months: u32,
    /// Months between two contacts at most.
    pub every: u32,
}

/// Days before the end in which a contact is the last one.
const LAST_DAYS: i64 = 30;

/// A contact with who has graduated (回访).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FollowContact {
    /// On which day.
    pub on: Day,
    /// In which way.
    pub way: ContactWay,
    /// The organization still works.
    pub active: bool,
    /// How it does.
    pub text: String,
    /// What it needs help with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub need: Option<String>,
    /// Who noted it.
    pub by: String,
    /// When that was noted.
    pub noted_on: Day,
}

/// Until when the base keeps in touch, and when it does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follow {
    /// The last day.
    pub until: Day,
    /// The day by which the next contact is due; none when the last contact was at the end of the time, or
    /// found that the organization works no more.
    pub next: Option<Day>,
}

/// The last day of who has graduated and left.
fn graduated(of: &Residency) -> Option<Day> {
    let exit = of.exit.as_ref().filter(|exit| exit.kind == ExitKind::Graduated)?;
    (of.state == ResidencyState::Left).then_some(exit.last)
}

/// How the base keeps in touch with who has graduated; none with anybody else.
#[must_use]
pub fn follow(of: &Residency, rules: FollowRules) -> Option<Follow> {
    let left = graduated(of).filter(|_| rules.months > 0)?;
    let until = left.plus_months(rules.months);
    let last = of.contacts.iter().map(|contact| contact.on).max().unwrap_or(left);
    // The last contact is one of the last month; with who has ceased to work there is no further one.
    let ceased = of.contacts.last().is_some_and(|contact| !contact.active);
    let next = (last < until.plus(-LAST_DAYS) && !ceased).then(|| last.plus_months(rules.every).min(until));
    Some(Follow { until, next })
}

/// Why no contact can be noted.
#[must_use]
pub fn cannot_note(of: &Residency) -> Option<Code> {
    graduated(of).is_none().then_some(Code::NotGraduated)
}

/// Notes a contact.
///
/// # Errors
/// `not_graduated`; a day before it left or in the future, no words, a need that is too long.
pub fn note(
    of: &Residency,
    (on, way, active): (Day, ContactWay, bool),
    (text, need): (&str, Option<&str>),
    (by, at): (&str, Moment),
) -> Result<Residency, Refusal> {
    let left = graduated(of).ok_or_else(|| Refusal::state(Code::NotGraduated))?;
    room_for(of.contacts.len())?;
    let mut faults = Vec::new();
    if on < left {
        faults.push(FieldFault::new("on", Code::DayTooEarly).with("min", left.to_string()));
    }
    if on > at.today() {
        faults.push(FieldFault::new("on", Code::DayTooLate).with("max", at.today().to_string()));
    }
    let text = reason("text", text).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let need = need.map(str::trim).filter(|need| !need.is_empty());
    let need =
        need.map(|need| reason("need", need)).transpose().map_err(|fault| faults.push(fault)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let mut after = of.clone();
    after.contacts.push(FollowContact { on, way, active, text, need, by: by.to_owned(), noted_on: at.today() });
    after.contacts.sort_by_key(|contact| contact.on);
    Ok(after)
}
