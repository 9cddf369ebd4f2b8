//! The clock of a residency: who has to do what by when.

use super::{LIFECYCLE, Residency, ResidencyAction, ResidencyState};
use crate::{
    day::Day,
    lifecycle,
    refusal::Refusal,
    words::words,
    workday::{Deadline, WorkCalendar},
};

words! {
    /// Who has to act.
    pub enum ClockOwner {
        /// The base.
        Base = "base",
        /// The organization.
        Organization = "organization",
        /// The city.
        City = "city",
    }
}

/// What the rules of a base say about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// Working days for signing, from the day on which the agreement was issued.
    pub sign: u32,
    /// Days for moving in.
    pub move_in: u32,
    /// Days between the notice and the last day.
    pub notice: u32,
    /// Working days for handing everything back.
    pub handover: u32,
    /// The longest residency, in months, renewals included.
    pub max_months: u32,
    /// Days for putting something right.
    pub rectify: u32,
    /// Working days for looking at it again.
    pub recheck: u32,
    /// Working days for examining a request to graduate.
    pub graduation: u32,
    /// Working days for a decision of the city.
    pub decision: u32,
    /// Working days in which a hearing may be asked for.
    pub hearing: u32,
    /// Working days for answering a request to stay longer.
    pub renewal: u32,
}

/// When an agreement was issued, and until when the organization was told that it may sign.
pub type Told = Option<(Day, Day)>;

/// A clock that runs.
pub type Clock = lifecycle::Clock<ResidencyAction, ClockOwner>;

/// What runs: the action, who has to take it, from which day on, and the day that somebody was told, before which it
/// does not end.
struct Running {
    action: ResidencyAction,
    owner: ClockOwner,
    from: Option<Day>,
    told: Option<Day>,
}

/// What has to be done in a state.
fn running(of: &Residency, told: Told) -> Option<Running> {
    use ClockOwner::{Base, City, Organization};
    use ResidencyAction as A;
    let all = &of.proceedings;
    let plain = |action, owner, from| Some(Running { action, owner, from, told: None });
    match of.state {
        ResidencyState::Agreeing => {
            let from = told.map(|(issued, _)| issued);
            Some(Running { action: A::Sign, owner: Organization, from, told: told.map(|(_, told)| told) })
        }
        // From the signature, or from the first day where that is later.
        ResidencyState::Signed => {
            plain(A::MoveIn, Base, of.since(ResidencyState::Signed).map(|day| day.max(of.agreed.term.from())))
        }
        ResidencyState::Rectifying => {
            let warning = all.open_warning()?;
            // What was reported first is looked at first; where nothing is reported, what is due next; and when all
            // has passed, the warning is to be closed.
            let reported = warning.open_items().filter_map(|item| item.mended.as_ref()).map(|said| said.on).min();
            let next = warning.open_items().map(|item| item.due).min();
            match (reported, next) {
                (Some(on), _) => plain(A::Recheck, Base, Some(on)),
                (None, Some(due)) => {
                    Some(Running { action: A::Mend, owner: Organization, from: Some(warning.on), told: Some(due) })
                }
                (None, None) => {
                    let last = warning.items.iter().filter_map(|item| item.checks.last().map(|check| check.on)).max();
                    plain(A::Clear, Base, last.or(Some(warning.on)))
                }
            }
        }
        ResidencyState::Graduating => plain(A::Propose, Base, all.open_graduation().map(|of| of.asked.on)),
        ResidencyState::Proposed => {
            plain(A::Graduate, City, all.open_graduation()?.proposed.as_ref().map(|said| said.on))
        }
        ResidencyState::Renewing => plain(A::OfferRenewal, Base, all.open_renewal().map(|of| of.asked.on)),
        ResidencyState::Extending => {
            let offer = all.open_renewal()?.offer.as_ref();
            let (from, told) = (offer.map(|of| of.on), offer.map(|of| of.sign_by));
            Some(Running { action: A::SignRenewal, owner: Organization, from, told })
        }
        ResidencyState::Removing => {
            let removal = all.open_removal()?;
            match &removal.hearing {
                None => Some(Running {
                    action: A::AskHearing,
                    owner: Organization,
                    from: Some(removal.notice.on),
                    told: Some(removal.hear_by),
                }),
                Some(hearing) => match &hearing.held {
                    // Until it was heard the base has to see to that, in the time that a decision would take.
                    None => plain(A::Hear, Base, Some(hearing.asked.on)),
                    Some(held) => plain(A::Remove, City, Some(held.on)),
                },
            }
        }
        ResidencyState::Leaving => plain(A::Close, Base, of.exit.as_ref().map(|exit| exit.last.max(exit.told_on))),
        ResidencyState::Active | ResidencyState::Suspended | ResidencyState::Left | ResidencyState::Forfeited => None,
    }
}

/// The clock that runs today.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn clock(
    of: &Residency,
    (told, today): (Told, Day),
    times: impl Fn(Day) -> Times,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<Clock>, Refusal> {
    let Some(running) = running(of, told) else { return Ok(None) };
    let clock = counted(of, running, &times, calendar, path)?;
    // Who did not ask to be heard in time is not heard, and the city decides.
    let unheard = clock.as_ref().filter(|clock| {
        clock.action == ResidencyAction::AskHearing && !clock.deadline.provisional && clock.deadline.due < today
    });
    match unheard {
        Some(over) => {
            let from = Some(over.deadline.due);
            let next = Running { action: ResidencyAction::Remove, owner: ClockOwner::City, from, told: None };
            counted(of, next, &times, calendar, path)
        }
        None => Ok(clock),
    }
}

/// Until when who is to be removed may ask to be heard; none when nobody is.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn hearing(
    of: &Residency,
    times: impl Fn(Day) -> Times,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<Deadline>, Refusal> {
    let Some(removal) = of.proceedings.open_removal() else { return Ok(None) };
    let (from, told) = (Some(removal.notice.on), Some(removal.hear_by));
    let running = Running { action: ResidencyAction::AskHearing, owner: ClockOwner::Organization, from, told };
    Ok(counted(of, running, &times, calendar, path)?.map(|clock| clock.deadline))
}

fn counted(
    of: &Residency,
    Running { action, owner, from, told }: Running,
    times: &impl Fn(Day) -> Times,
    calendar: &WorkCalendar,
    path: &[&str],
) -> Result<Option<Clock>, Refusal> {
    // Hearing somebody, and closing a warning, have no days of their own.
    let ruled = match action {
        ResidencyAction::Hear => ResidencyAction::Remove,
        ResidencyAction::Clear => ResidencyAction::Recheck,
        other => other,
    };
    let (Some(from), Some(rule)) = (from, LIFECYCLE.step(of.state, ruled).and_then(|step| step.deadline)) else {
        return Ok(None);
    };
    let times = times(from);
    let days = match ruled {
        ResidencyAction::Sign | ResidencyAction::SignRenewal => times.sign,
        ResidencyAction::MoveIn => times.move_in,
        ResidencyAction::Mend => times.rectify,
        ResidencyAction::Recheck => times.recheck,
        ResidencyAction::Propose => times.graduation,
        ResidencyAction::OfferRenewal => times.renewal,
        ResidencyAction::Graduate | ResidencyAction::Remove => times.decision,
        ResidencyAction::AskHearing => times.hearing,
        _ => times.handover,
    };
    // A day that was written into a warning is that day, whatever the rule for it says.
    if let (ResidencyAction::Mend, Some(due)) = (action, told) {
        let deadline = Deadline { due, ..rule.due(calendar, from, Some(days), path, &[])? };
        return Ok(Some(Clock { action, owner, from, deadline: Deadline { provisional: false, ..deadline } }));
    }
    let counted = rule.due(calendar, from, Some(days), path, &[])?;
    // A day that somebody was told moves out at most.
    let due = told.map_or(counted.due, |told| told.max(counted.due));
    Ok(Some(Clock { action, owner, from, deadline: Deadline { due, ..counted } }))
}
