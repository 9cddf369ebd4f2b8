//! Reviews (评审): several reviewers look at applications by one rubric, each for himself, and say before
//! the first look whether they are free to (domain facts 1.14, 2.1, 8).
//!
//! The base convenes and closes a review, the city decides on it: who prepares does not decide. What a
//! review is held by (rubric, numbers) is fixed when it is convened; what came out is fixed when it is closed.

use serde::{Deserialize, Serialize};

use crate::{
    application::{MAX_TEXT, reason},
    code::Code,
    day::{Day, Moment},
    id::{AccountId, ApplicationId},
    lifecycle::{Lifecycle, step},
    refusal::{FieldFault, Refusal},
    words::words,
};

pub mod decision;
pub mod sheet;
pub mod standing;

words! {
    /// Where a review stands.
    pub enum ReviewState {
        /// 评审中: reviewers score.
        Open = "open",
        /// 待审定: scores are in, the city decides.
        Closed = "closed",
        /// 已审定.
        Decided = "decided",
        /// 已取消: called off.
        Cancelled = "cancelled",
    }
    /// What is done with a review.
    pub enum ReviewAction {
        /// A reviewer is added.
        AddReviewer = "add_reviewer",
        /// A reviewer is taken out; what he wrote stays readable.
        RemoveReviewer = "remove_reviewer",
        /// Its last day moves out.
        Extend = "extend",
        /// A sheet that was handed in is given back.
        Unlock = "unlock",
        /// Scoring is over.
        Close = "close",
        /// It is called off.
        Cancel = "cancel",
        /// The city wants it looked at again.
        SendBack = "send_back",
        /// The city decides.
        Decide = "decide",
    }
    /// Why somebody may not, or should not, review an application.
    pub enum Conflict {
        /// Holds or held a role in the applicant's name.
        OwnRole = "own_role",
        /// Has the phone number of somebody in the organization.
        SamePhone = "same_phone",
        /// Has the name of somebody in the organization; may be somebody else.
        SameName = "same_name",
    }
}

/// The lifecycle of a review.
pub const LIFECYCLE: Lifecycle<ReviewState, ReviewAction> = {
    use ReviewAction::{AddReviewer, Cancel, Close, Decide, Extend, RemoveReviewer, SendBack, Unlock};
    use ReviewState::{Cancelled, Closed, Decided, Open};
    const MANAGES: &str = "reviews.manage";
    const DECIDES: &str = "reviews.decide";
    Lifecycle {
        name: "review",
        initial: Open,
        steps: &[
            step(&[Open], AddReviewer, Open, MANAGES, None),
            step(&[Open], RemoveReviewer, Open, MANAGES, None),
            step(&[Open], Extend, Open, MANAGES, None),
            step(&[Open], Unlock, Open, MANAGES, None),
            step(&[Open], Close, Closed, MANAGES, Some("sheets_in")),
            step(&[Open], Cancel, Cancelled, MANAGES, None),
            step(&[Closed], SendBack, Open, DECIDES, Some("not_prepared")),
            step(&[Closed], Decide, Decided, DECIDES, Some("not_prepared")),
        ],
    }
};

/// Applications of one review at most: a day's work of a panel, and one transaction.
pub const MAX_APPLICATIONS: usize = 40;
/// Reviewers of one review at most.
pub const MAX_REVIEWERS: usize = 15;
/// The longest time for reviewers, in days: a slip of the year otherwise.
const MAX_DAYS: i64 = 120;

impl Conflict {
    /// Whether it rules somebody out, instead of being a hint.
    #[must_use]
    pub fn blocks(self) -> bool {
        !matches!(self, Self::SameName)
    }
}

/// By what a review is held; fixed when it is convened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Terms {
    /// Sheets that each application needs.
    pub min_sheets: u32,
    /// From how many sheets on the highest and the lowest are dropped; 0: never.
    pub drop_from: u32,
    /// Below this mean an application gets no place.
    pub pass_mark: u32,
    /// From how many points between the highest and the lowest on reviewers disagree.
    pub disagreement: u32,
}

/// A review as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Where it stands.
    pub state: ReviewState,
    /// The last day for reviewers.
    pub due: Day,
    /// By what it is held.
    pub terms: Terms,
    /// What it is about.
    pub applications: Vec<ApplicationId>,
    /// Who reviews.
    pub reviewers: Vec<AccountId>,
    /// Who had a hand in preparing it.
    pub prepared_by: Vec<AccountId>,
}

/// Somebody who might review, as [`conflict`] needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person<'a> {
    /// Name.
    pub name: &'a str,
    /// Phone number.
    pub phone: Option<&'a str>,
}

/// Why somebody should not review an application of an organization; the strongest reason.
#[must_use]
pub fn conflict(who: &Person<'_>, role_there: bool, people: &[Person<'_>]) -> Option<Conflict> {
    let digits = |phone: &str| phone.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = who.phone.map(digits).filter(|phone| !phone.is_empty());
    if role_there {
        Some(Conflict::OwnRole)
    } else if phone.is_some() && people.iter().any(|person| person.phone.map(digits) == phone) {
        Some(Conflict::SamePhone)
    } else if people.iter().any(|person| person.name.trim() == who.name.trim()) {
        Some(Conflict::SameName)
    } else {
        None
    }
}

/// All faults of what a review is convened with, besides the applications' states and conflicts.
#[must_use]
pub fn check(of: &Review, at: Moment) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    listed("applications", of.applications.as_slice(), MAX_APPLICATIONS, &mut faults);
    listed("reviewers", of.reviewers.as_slice(), MAX_REVIEWERS, &mut faults);
    let few = of.reviewers.len() < of.terms.min_sheets as usize;
    if few && !of.reviewers.is_empty() {
        faults.push(FieldFault::new("reviewers", Code::ReviewersFew).with("min", of.terms.min_sheets));
    }
    faults.extend(due(of.due, at.today(), at));
    faults
}

fn listed<T: PartialEq>(path: &str, items: &[T], max: usize, faults: &mut Vec<FieldFault>) {
    if items.is_empty() {
        faults.push(FieldFault::new(path, Code::Required));
    }
    if items.len() > max {
        // Beyond that nothing is compared: it would be the more work the more there is.
        faults.push(FieldFault::new(path, Code::TooMany).with("max", max));
        return;
    }
    for (n, item) in items.iter().enumerate() {
        if items.iter().take(n).any(|before| before == item) {
            faults.push(FieldFault::new(format!("{path}[{n}]"), Code::AlreadyUsed));
        }
    }
}

/// Days before the decision that reviewers are done, and that they have at least.
const TO_DECIDE: i64 = 5;

/// The usual last day: some days before the first of the applications has to be decided, so that the city has time
/// too; but never so soon that reviewers have none.
#[must_use]
pub fn usual_due(first: Option<Day>, today: Day) -> Day {
    let day = first.map_or(today, |day| day.plus(-TO_DECIDE));
    day.clamp(today.plus(TO_DECIDE), today.plus(MAX_DAYS))
}

fn due(day: Day, min: Day, at: Moment) -> Option<FieldFault> {
    let max = at.today().plus(MAX_DAYS);
    if day < min {
        Some(FieldFault::new("due", Code::DayTooEarly).with("min", min.to_string()))
    } else if day > max {
        Some(FieldFault::new("due", Code::DayTooLate).with("max", max.to_string()))
    } else {
        None
    }
}

impl Review {
    /// A step that keeps the rest as it is.
    ///
    /// # Errors
    /// `wrong_state`.
    pub fn step(&self, action: ReviewAction) -> Result<Self, Refusal> {
        Ok(Self { state: LIFECYCLE.next(self.state, action)?, ..self.clone() })
    }

    /// Gives reviewers more time.
    ///
    /// # Errors
    /// `wrong_state`; a day that is not later than the one they have.
    pub fn extend(&self, to: Day, at: Moment) -> Result<Self, Refusal> {
        let after = self.step(ReviewAction::Extend)?;
        match due(to, self.due.plus(1).max(at.today()), at) {
            None => Ok(Self { due: to, ..after }),
            Some(fault) => Err(Refusal::fields(vec![fault])),
        }
    }

    /// Adds a reviewer.
    ///
    /// # Errors
    /// `wrong_state`; one who is in it already, too many.
    pub fn add(&self, who: AccountId) -> Result<Self, Refusal> {
        let mut after = self.step(ReviewAction::AddReviewer)?;
        if after.reviewers.contains(&who) {
            return Err(Refusal::field("reviewer", Code::AlreadyUsed));
        }
        if after.reviewers.len() >= MAX_REVIEWERS {
            let fault = FieldFault::new("reviewer", Code::TooMany).with("max", MAX_REVIEWERS);
            return Err(Refusal::fields(vec![fault]));
        }
        after.reviewers.push(who);
        Ok(after)
    }

    /// Takes a reviewer out, with a reason.
    ///
    /// # Errors
    /// `wrong_state`, `not_found`; no reason.
    pub fn remove(&self, who: AccountId, why: &str) -> Result<(Self, String), Refusal> {
        let mut after = self.step(ReviewAction::RemoveReviewer)?;
        if !after.reviewers.contains(&who) {
            return Err(Refusal::missing());
        }
        after.reviewers.retain(|other| *other != who);
        Ok((after, told(why)?))
    }

    /// Calls it off, or sends it back, with a reason.
    ///
    /// # Errors
    /// `wrong_state`, no reason.
    pub fn end(&self, action: ReviewAction, why: &str) -> Result<(Self, String), Refusal> {
        let after = self.step(action)?;
        Ok((after, told(why)?))
    }

    /// Whether an account had a hand in preparing it, and so does not decide on it.
    ///
    /// # Errors
    /// `prepared_by_you`.
    pub fn not_prepared_by(&self, who: AccountId) -> Result<(), Refusal> {
        if self.prepared_by.contains(&who) { Err(Refusal::forbidden(Code::PreparedByYou)) } else { Ok(()) }
    }

    /// As [`Review::not_prepared_by`], for whoever acts; the program itself prepares nothing.
    ///
    /// # Errors
    /// `prepared_by_you`.
    pub fn not_prepared_by_any(&self, who: Option<AccountId>) -> Result<(), Refusal> {
        who.map_or(Ok(()), |who| self.not_prepared_by(who))
    }
}

/// A reason that has to be there, at the field `reason`.
///
/// # Errors
/// None, or one that is too long.
pub fn told(why: &str) -> Result<String, Refusal> {
    reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))
}

/// An optional text within bounds.
pub(crate) fn noted(path: &str, text: Option<&str>, faults: &mut Vec<FieldFault>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    if text.chars().count() > MAX_TEXT {
        faults.push(FieldFault::new(path, Code::TooLong).with("max", MAX_TEXT));
    }
    Some(text.to_owned())
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
