//! A score sheet (评分表): one reviewer, one application.

use super::noted;
use crate::{
    application::reason,
    code::Code,
    day::{Day, Moment},
    lifecycle::{Lifecycle, step},
    refusal::{FieldFault, Refusal},
    rubric::{self, Criterion, Score},
    words::words,
};

words! {
    /// Where a sheet stands.
    pub enum SheetState {
        /// 待声明: the reviewer has not said yet whether he is free to.
        Asked = "asked",
        /// 评分中: he is, and has seen the application.
        Cleared = "cleared",
        /// 已提交.
        Locked = "locked",
        /// 已回避: he is not.
        Recused = "recused",
        /// 已移出: taken out of the review.
        Removed = "removed",
    }
    /// What is done with a sheet.
    pub enum SheetAction {
        /// The reviewer declares that nothing stands in the way.
        Clear = "clear",
        /// The reviewer steps aside.
        Recuse = "recuse",
        /// Points are noted.
        Save = "save",
        /// The sheet is handed in.
        Lock = "lock",
        /// It is given back to its reviewer.
        Unlock = "unlock",
        /// Its reviewer is taken out.
        Remove = "remove",
    }
    /// What a reviewer advises.
    pub enum Advice {
        /// 同意入驻.
        Admit = "admit",
        /// 候补.
        Wait = "wait",
        /// 不予入驻.
        Reject = "reject",
    }
}

/// The lifecycle of a sheet; all of it while the review is open.
pub const LIFECYCLE: Lifecycle<SheetState, SheetAction> = {
    use SheetAction::{Clear, Lock, Recuse, Remove, Save, Unlock};
    use SheetState::{Asked, Cleared, Locked, Recused, Removed};
    const WRITES: &str = "sheets.write";
    const MANAGES: &str = "reviews.manage";
    Lifecycle {
        name: "review_sheet",
        initial: Asked,
        steps: &[
            step(&[Asked], Clear, Cleared, WRITES, Some("in_time")),
            step(&[Asked, Cleared], Recuse, Recused, WRITES, None),
            step(&[Cleared], Save, Cleared, WRITES, None),
            step(&[Cleared], Lock, Locked, WRITES, Some("in_time")),
            step(&[Locked], Unlock, Cleared, MANAGES, None),
            step(&[Asked, Cleared, Locked, Recused], Remove, Removed, MANAGES, None),
        ],
    }
};

/// What a reviewer wrote.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    /// Points by criterion.
    pub scores: Vec<Score>,
    /// What he advises.
    pub advice: Option<Advice>,
    /// Why.
    pub comment: Option<String>,
}

/// A sheet as the rules see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Where it stands.
    pub state: SheetState,
    /// What was written.
    pub marks: Marks,
    /// Why the reviewer stepped aside or was taken out, or why it was given back to him.
    pub reason: Option<String>,
}

impl Sheet {
    /// A new one.
    #[must_use]
    pub fn asked() -> Self {
        Self { state: LIFECYCLE.initial, marks: Marks::default(), reason: None }
    }

    /// Whether its reviewer may see the application: he said that he is free to, and was not taken out.
    #[must_use]
    pub fn sees(&self) -> bool {
        matches!(self.state, SheetState::Cleared | SheetState::Locked)
    }

    fn to(&self, action: SheetAction) -> Result<Self, Refusal> {
        Ok(Self { state: LIFECYCLE.next(self.state, action)?, ..self.clone() })
    }

    /// Declares that nothing stands in the way, while there is time to score.
    ///
    /// # Errors
    /// `wrong_state`; `time_over` with the day.
    pub fn clear(&self, due: Day, at: Moment) -> Result<Self, Refusal> {
        let after = self.to(SheetAction::Clear)?;
        in_time(due, at)?;
        Ok(after)
    }

    /// Steps aside, with a reason. What was written before is not counted and stays.
    ///
    /// # Errors
    /// `wrong_state`, no reason.
    pub fn recuse(&self, why: &str) -> Result<Self, Refusal> {
        self.ended(SheetAction::Recuse, why)
    }

    /// Takes its reviewer out, with a reason.
    ///
    /// # Errors
    /// `wrong_state`, no reason.
    pub fn remove(&self, why: &str) -> Result<Self, Refusal> {
        self.ended(SheetAction::Remove, why)
    }

    fn ended(&self, action: SheetAction, why: &str) -> Result<Self, Refusal> {
        let after = self.to(action)?;
        let why = reason("reason", why).map_err(|fault| Refusal::fields(vec![fault]))?;
        Ok(Self { reason: Some(why), ..after })
    }

    /// Notes points, unfinished as they may be.
    ///
    /// # Errors
    /// `wrong_state`; all bad fields.
    pub fn save(&self, rubric: &[Criterion], marks: Marks) -> Result<Self, Refusal> {
        let after = self.to(SheetAction::Save)?;
        let marks = written(rubric, marks, false)?;
        Ok(Self { marks, ..after })
    }

    /// Hands it in, until the review's last day is over.
    ///
    /// # Errors
    /// `wrong_state`; `time_over` with the day; everything that is missing.
    pub fn lock(&self, rubric: &[Criterion], marks: Marks, due: Day, at: Moment) -> Result<Self, Refusal> {
        let after = self.to(SheetAction::Lock)?;
        in_time(due, at)?;
        let marks = written(rubric, marks, true)?;
        Ok(Self { marks, reason: None, ..after })
    }

    /// Gives it back to its reviewer, with a reason; he hands it in anew.
    ///
    /// # Errors
    /// `wrong_state`, no reason.
    pub fn unlock(&self, why: &str) -> Result<Self, Refusal> {
        self.ended(SheetAction::Unlock, why)
    }
}

fn in_time(due: Day, at: Moment) -> Result<(), Refusal> {
    if due < at.today() { Err(Refusal::state(Code::TimeOver).with("due", due.to_string())) } else { Ok(()) }
}

/// What was written, tidied, or all that is wrong with it.
fn written(rubric: &[Criterion], marks: Marks, whole: bool) -> Result<Marks, Refusal> {
    let mut faults = rubric::check_scores(rubric, &marks.scores, whole);
    let comment = noted("comment", marks.comment.as_deref(), &mut faults);
    if whole {
        match marks.advice {
            None => faults.push(FieldFault::new("advice", Code::Required)),
            // Who advises against it owes the applicant a reason.
            Some(Advice::Wait | Advice::Reject) if comment.is_none() => {
                faults.push(FieldFault::new("comment", Code::Required));
            }
            Some(_) => {}
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let scores = marks.scores.into_iter().map(|score| {
        let comment = score.comment.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Score { comment, ..score }
    });
    Ok(Marks { scores: scores.collect(), advice: marks.advice, comment })
}
