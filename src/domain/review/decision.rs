//! What the city decides on a review: a place, the waiting list, or none; and who comes next from the list.

use serde::{Deserialize, Serialize};

use super::standing::Standing;
use crate::{
    application::{ApplicationAction, MAX_TEXT},
    code::Code,
    day::Day,
    id::ApplicationId,
    refusal::{FieldFault, Refusal},
    words::words,
};

words! {
    /// What is decided on one application.
    pub enum Outcome {
        /// 拟入驻: it gets a place.
        Propose = "propose",
        /// 候补: it waits for one.
        Defer = "defer",
        /// 不予入驻: it gets none.
        Reject = "reject",
    }
}

impl Outcome {
    /// The step of the application.
    #[must_use]
    pub fn action(self) -> ApplicationAction {
        match self {
            Self::Propose => ApplicationAction::Propose,
            Self::Defer => ApplicationAction::Defer,
            Self::Reject => ApplicationAction::Reject,
        }
    }
}

/// A decision on one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Which.
    pub application: ApplicationId,
    /// What.
    pub outcome: Outcome,
    /// Why; the applicant reads it.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Decides on all applications of a review at once; `free` are the places of the intake, none where it has no
/// limit. One that gets no place owes a reason; so does one that is
/// passed over, that is, has a higher rank than another that gets a place, or is to wait while places are left. Below the pass mark nothing gets one.
///
/// # Errors
/// All bad fields.
pub fn decide(standings: &[Standing], decisions: Vec<Decision>, free: Option<usize>) -> Result<Vec<Decision>, Refusal> {
    if decisions.len() > super::MAX_APPLICATIONS {
        let fault = FieldFault::new("decisions", Code::TooMany).with("max", super::MAX_APPLICATIONS);
        return Err(Refusal::fields(vec![fault]));
    }
    let mut faults = Vec::new();
    let rank_of = |id: ApplicationId| standings.iter().find(|of| of.application == id).and_then(|of| of.rank);
    let last_proposed = decisions
        .iter()
        .filter(|decision| decision.outcome == Outcome::Propose)
        .filter_map(|decision| rank_of(decision.application))
        .max();
    let given = decisions.iter().filter(|decision| decision.outcome == Outcome::Propose).count();
    let left = free.is_none_or(|free| given < free);
    let mut decided: Vec<Decision> = Vec::with_capacity(decisions.len());
    for (n, decision) in decisions.into_iter().enumerate() {
        let path = |field: &str| format!("decisions[{n}].{field}");
        let of = standings.iter().find(|of| of.application == decision.application && !of.gone);
        let Some(of) = of else {
            faults.push(FieldFault::new(path("application"), Code::NotFound));
            continue;
        };
        if decided.iter().any(|before| before.application == decision.application) {
            faults.push(FieldFault::new(path("application"), Code::AlreadyUsed));
            continue;
        }
        if decision.outcome == Outcome::Propose && of.below_mark {
            faults.push(FieldFault::new(path("outcome"), Code::BelowMark));
        }
        let reason = decision.reason.map(|why| why.trim().to_owned()).filter(|why| !why.is_empty());
        if reason.as_deref().is_some_and(|why| why.chars().count() > MAX_TEXT) {
            faults.push(FieldFault::new(path("reason"), Code::TooLong).with("max", MAX_TEXT));
        }
        if reason.is_none() {
            let passed_over = of.rank.zip(last_proposed).is_some_and(|(rank, last)| rank < last);
            match decision.outcome {
                Outcome::Reject => faults.push(FieldFault::new(path("reason"), Code::Required)),
                Outcome::Defer if left && !of.below_mark => {
                    faults.push(FieldFault::new(path("reason"), Code::PlacesLeft));
                }
                Outcome::Defer if passed_over => faults.push(FieldFault::new(path("reason"), Code::PassedOver)),
                _ => {}
            }
        }
        decided.push(Decision { reason, ..decision });
    }
    for of in standings.iter().filter(|of| !of.gone) {
        if !decided.iter().any(|decision| decision.application == of.application) {
            faults.push(FieldFault::new("decisions", Code::Undecided).with("application", of.application.to_string()));
        }
    }
    if faults.is_empty() { Ok(decided) } else { Err(Refusal::fields(faults)) }
}

/// An application on the waiting list of an intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnList {
    /// Which.
    pub application: ApplicationId,
    /// The mean that it had, in hundredths.
    pub mean: i64,
    /// Handed in.
    pub submitted_on: Day,
}

/// The waiting list of an intake in its order: the highest mean first, then who came first; `list` is in the order
/// in which they came. Reviews of one intake share it. The places are dense by being counted, not kept (T21).
#[must_use]
pub fn waiting_list(mut list: Vec<OnList>) -> Vec<OnList> {
    list.sort_by_key(|of| (std::cmp::Reverse(of.mean), of.submitted_on));
    list
}

/// Whether an application is the next one of the list.
///
/// # Errors
/// `not_first` with its place.
pub fn next_in_line(list: &[OnList], application: ApplicationId) -> Result<(), Refusal> {
    match list.iter().position(|of| of.application == application) {
        None | Some(0) => Ok(()),
        Some(before) => Err(Refusal::state(Code::NotFirst).with("place", before + 1)),
    }
}
