//! What is set going while an organization is resident: warnings, times away, graduation, removal. Each is a step with
//! the residency alone; nothing of its places moves until it leaves.

use domain::{
    criteria,
    day::Day,
    id::AssessmentId,
    residency::{
        AgreementSide, Judgement, RemovalGround, Residency, ResidencyAction, WarningGround,
        care::{self, ToMend},
        graduation, removal,
    },
    setting::GRADUATION_CRITERIA,
    workday::DayKind,
};

use super::matter::{self, moment, times};
use crate::{applications::checks::Ground, fault::Fault, house::House, journal::Acting};

/// What is set going, or goes on.
#[derive(Debug, Clone)]
pub enum Proceeding {
    /// A warning: why, in words, the assessment it rests on, what is to be put right.
    Warn(WarningGround, String, Option<AssessmentId>, Vec<ToMend>),
    /// Something is put right: which, and how.
    Mend(usize, String),
    /// The base looked at it again.
    Recheck {
        /// Which.
        item: usize,
        /// It is put right.
        passed: bool,
        /// What was seen.
        note: Option<String>,
        /// By when else.
        due: Option<Day>,
    },
    /// All is put right.
    Clear,
    /// It stays away: why, until when.
    Suspend(String, Day),
    /// It is back.
    Resume,
    /// It asks to graduate.
    AskGraduation(String),
    /// A criterion is examined: which, what was found, by what that is seen.
    Judge(String, Judgement, String),
    /// The base proposes graduation.
    Propose(String),
    /// The base sends it on with its residency.
    Postpone(String),
    /// The organization takes its request back.
    StayOn(String),
    /// The city lets it graduate; its last day.
    Graduate(Day),
    /// The city does not.
    Refuse(String),
    /// Removal is announced: its grounds, the facts.
    ProposeRemoval(Vec<RemovalGround>, String),
    /// The organization wants to be heard.
    AskHearing(String),
    /// It was heard.
    Hear(String),
    /// The city removes it.
    Remove(String),
    /// The city lets it stay.
    Spare(String),
}

impl Proceeding {
    /// The action of the table.
    #[must_use]
    pub const fn action(&self) -> ResidencyAction {
        match self {
            Self::Warn(..) => ResidencyAction::Warn,
            Self::Mend(..) => ResidencyAction::Mend,
            Self::Recheck { .. } => ResidencyAction::Recheck,
            Self::Clear => ResidencyAction::Clear,
            Self::Suspend(..) => ResidencyAction::Suspend,
            Self::Resume => ResidencyAction::Resume,
            Self::AskGraduation(_) => ResidencyAction::AskGraduation,
            Self::Judge(..) => ResidencyAction::Judge,
            Self::Propose(_) => ResidencyAction::Propose,
            Self::Postpone(_) => ResidencyAction::Postpone,
            Self::StayOn(_) => ResidencyAction::StayOn,
            Self::Graduate(_) => ResidencyAction::Graduate,
            Self::Refuse(_) => ResidencyAction::Refuse,
            Self::ProposeRemoval(..) => ResidencyAction::ProposeRemoval,
            Self::AskHearing(_) => ResidencyAction::AskHearing,
            Self::Hear(_) => ResidencyAction::Hear,
            Self::Remove(_) => ResidencyAction::Remove,
            Self::Spare(_) => ResidencyAction::Spare,
        }
    }

    /// Its word in the journal.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Warn(..) => "residency.warn",
            Self::Mend(..) => "residency.mend",
            Self::Recheck { .. } => "residency.recheck",
            Self::Clear => "residency.clear",
            Self::Suspend(..) => "residency.suspend",
            Self::Resume => "residency.resume",
            Self::AskGraduation(_) => "residency.ask_graduation",
            Self::Judge(..) => "residency.judge",
            Self::Propose(_) => "residency.propose",
            Self::Postpone(_) => "residency.postpone",
            Self::StayOn(_) => "residency.stay_on",
            Self::Graduate(_) => "residency.graduate",
            Self::Refuse(_) => "residency.refuse",
            Self::ProposeRemoval(..) => "residency.propose_removal",
            Self::AskHearing(_) => "residency.ask_hearing",
            Self::Hear(_) => "residency.hear",
            Self::Remove(_) => "residency.remove",
            Self::Spare(_) => "residency.spare",
        }
    }

    /// Whether it stands in the organization's own story: not each point of a list does.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        !matches!(self, Self::Mend(..) | Self::Recheck { .. } | Self::Judge(..))
    }
}

/// What it makes of a residency.
///
/// # Errors
/// As the rules say.
pub(super) fn proceeded(
    house: &House,
    was: &Residency,
    of: &Proceeding,
    (acting, side): (&Acting, AgreementSide),
    ground: &Ground,
) -> Result<Residency, Fault> {
    let at = moment(house, acting);
    let by = (acting.name.as_str(), at);
    let days = times(ground, was, at.today());
    // A day that a calendar may still move is certain as the last one for asking, and not as the day after which
    // nobody may ask any more.
    let hearing = |was: &Residency| -> Result<(Day, Option<Day>), Fault> {
        let deadline = matter::hearing(was, ground)?;
        let due = deadline.as_ref().map_or(at.today(), |deadline| deadline.due);
        Ok((due, deadline.filter(|deadline| !deadline.provisional).map(|deadline| deadline.due)))
    };
    let after = match of {
        Proceeding::Warn(why, text, assessment, items) => {
            care::warn(was, (*why, text, *assessment), items, days.rectify, by)
        }
        Proceeding::Mend(item, note) => care::mend(was, *item, note, (side, by.0, at)),
        Proceeding::Recheck { item, passed, note, due } => {
            care::recheck(was, *item, (*passed, note.as_deref(), *due), days.rectify, by)
        }
        Proceeding::Clear => care::clear(was, by),
        Proceeding::Suspend(why, until) => care::suspend(was, why, *until, by),
        Proceeding::Resume => care::resume(was, at),
        Proceeding::AskGraduation(text) => {
            let wanted = criteria::of(&ground.value(was.base, GRADUATION_CRITERIA));
            graduation::ask(was, text, wanted, (side, by.0, at))
        }
        Proceeding::Judge(key, found, evidence) => graduation::judge(was, (key, *found, evidence), by),
        Proceeding::Propose(text) => graduation::propose(was, text, by),
        Proceeding::Postpone(why) | Proceeding::StayOn(why) | Proceeding::Refuse(why) => {
            graduation::turn_down(was, of.action(), why, (side, by.0, at))
        }
        Proceeding::Graduate(last) => graduation::graduate(was, *last, by),
        Proceeding::ProposeRemoval(grounds, text) => {
            let until = ground.counted(was.base, at.today(), (days.hearing, DayKind::Working))?.due;
            removal::propose(was, (grounds, text), until, by)
        }
        Proceeding::AskHearing(text) => removal::ask_hearing(was, text, hearing(was)?.0, (side, by.0, at)),
        Proceeding::Hear(text) => removal::hear(was, text, by),
        Proceeding::Remove(why) => removal::remove(was, why, hearing(was)?.1, by),
        Proceeding::Spare(why) => removal::spare(was, why, by),
    };
    Ok(after?)
}

/// Why something is not possible now, by the guards of the table.
///
/// # Errors
/// A period that the calendar cannot count.
pub(super) fn guards(
    was: &Residency,
    ground: &Ground,
    at: domain::day::Moment,
) -> Result<impl Fn(&str) -> Option<domain::refusal::Code> + use<>, Fault> {
    use domain::refusal::Code;
    let deadline = matter::hearing(was, ground)?;
    let all = was.proceedings.clone();
    let passed = all.open_warning().is_some_and(|warning| warning.open_items().next().is_none());
    let clear = care::cannot_clear(was);
    Ok(move |guard: &str| match guard {
        "to_mend" | "to_recheck" => passed.then_some(Code::ItemPassed),
        "rectified" => clear,
        "criteria_met" => all.open_graduation().and_then(graduation::cannot_propose),
        "hearing_open" => all.open_removal().and_then(|removal| {
            let due = deadline.as_ref().map_or(removal.hear_by, |deadline| deadline.due);
            removal::cannot_ask(removal, due, at)
        }),
        "hearing_asked" => all.open_removal().and_then(removal::cannot_hear),
        "heard" => all.open_removal().and_then(|removal| {
            let due = deadline.as_ref().filter(|deadline| !deadline.provisional).map(|deadline| deadline.due);
            removal::cannot_remove(removal, due, at)
        }),
        _ => None,
    })
}
