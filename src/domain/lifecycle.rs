//! The lifecycle kit: one table per thing says which action leads from where to where, who may do
//! it, under what guard and by when. Checks, `can`, the journal's words, clocks and the diagram
//! all come from that table, so they cannot disagree.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use crate::{
    code::Code,
    day::{Day, DaySpan},
    refusal::Refusal,
    words::Word,
    workday::{DayKind, Deadline, Period, Roll, WorkCalendar},
};

/// The lifecycle of one kind of thing.
#[derive(Debug, Clone, Copy)]
pub struct Lifecycle<S: 'static, A: 'static> {
    /// The capability's word, such as `allocation`.
    pub name: &'static str,
    /// The state in which the thing is born.
    pub initial: S,
    /// The steps, in the order in which a person would tell them.
    pub steps: &'static [Step<S, A>],
}

/// A clock that runs: what has to be done, by whom, by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock<A, O> {
    /// What has to be done.
    pub action: A,
    /// Who has to do it.
    pub owner: O,
    /// The day from which it counts; that day itself does not.
    pub from: Day,
    /// By when, and how that was counted.
    pub deadline: Deadline,
}

impl<A, O> Clock<A, O> {
    /// Natural days by which it is over; none while it is not, or while a calendar may still move its day.
    #[must_use]
    pub fn late(&self, today: Day) -> Option<i64> {
        let Deadline { due, provisional, .. } = self.deadline;
        (!provisional && due < today).then(|| due.days_until(today))
    }
}

/// One action and where it leads.
#[derive(Debug, Clone, Copy)]
pub struct Step<S: 'static, A: 'static> {
    /// The states in which it is possible.
    pub from: &'static [S],
    /// What is done.
    pub action: A,
    /// The state after it; one of `from` when it keeps the state.
    pub to: S,
    /// Name of the access action that the doer needs.
    pub who: &'static str,
    /// Name of the condition on the facts beyond the state, decided by the caller of [`Lifecycle::can`].
    pub guard: Option<&'static str>,
    /// By when it has to be done.
    pub deadline: Option<DeadlineRule<S>>,
}

/// A step of a table, without a deadline.
pub const fn step<S, A>(
    from: &'static [S],
    action: A,
    to: S,
    who: &'static str,
    guard: Option<&'static str>,
) -> Step<S, A> {
    Step { from, action, to, who, guard, deadline: None }
}

impl<S: Copy, A: Copy> Step<S, A> {
    /// The step with a deadline.
    #[must_use]
    pub const fn by(self, deadline: DeadlineRule<S>) -> Self {
        Self { deadline: Some(deadline), ..self }
    }
}

/// By when a step has to be done, counted from the day on which it became possible.
#[derive(Debug, Clone, Copy)]
pub struct DeadlineRule<S: 'static> {
    /// Days, as shipped.
    pub days: u32,
    /// Which days count.
    pub kind: DayKind,
    /// Where it goes when it would end on a rest day.
    pub roll: Roll,
    /// Key of the setting that overrides `days`.
    pub setting: &'static str,
    /// States in which the clock does not run.
    pub pauses_in: &'static [S],
}

impl<S: Word> DeadlineRule<S> {
    /// The period, with the days of the setting where one is set.
    #[must_use]
    pub fn period(&self, setting: Option<u32>) -> Period {
        Period { days: setting.unwrap_or(self.days), kind: self.kind, roll: self.roll }
    }
    /// The pauses in a history of states, each with the day on which it began, the last one still
    /// running. The day of a change belongs to the state that it led to.
    #[must_use]
    pub fn pauses(&self, history: &[(S, Day)]) -> Vec<DaySpan> {
        let ends = history.iter().skip(1).map(|(_, next)| Some(next.plus(-1))).chain([None]);
        let spans = history.iter().zip(ends).filter(|((state, _), _)| self.pauses_in.contains(state));
        // A state that was left on the day it began has no day of its own and pauses nothing.
        spans.filter_map(|((_, began), end)| DaySpan::new(*began, end).ok()).collect()
    }
    /// When the step is due.
    ///
    /// # Errors
    /// As [`WorkCalendar::deadline`].
    pub fn due(
        &self,
        calendar: &WorkCalendar,
        from: Day,
        setting: Option<u32>,
        division_path: &[&str],
        history: &[(S, Day)],
    ) -> Result<Deadline, Refusal> {
        calendar.deadline(from, self.period(setting), division_path, &self.pauses(history))
    }
}

/// What is wrong with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw<S, A> {
    /// No sequence of actions leads to the state.
    Unreachable(S),
    /// The action leads to two places from one state.
    Ambiguous(S, A),
    /// No step has the action.
    Unused(A),
    /// The step of the action starts nowhere.
    Rootless(A),
}

impl<S: Word, A: Word> Lifecycle<S, A> {
    /// The step of an action from a state.
    #[must_use]
    pub fn step(&self, state: S, action: A) -> Option<&'static Step<S, A>> {
        self.steps.iter().find(|step| step.action == action && step.from.contains(&state))
    }
    /// The state after an action.
    ///
    /// # Errors
    /// `wrong_state` with `state`, `action`, and what `may` be done in that state.
    pub fn next(&self, state: S, action: A) -> Result<S, Refusal> {
        let step = self.step(state, action).ok_or_else(|| {
            let may: Vec<&str> = self.available(state).map(Word::word).collect();
            Refusal::state(Code::WrongState).with("state", state.word()).with("action", action.word()).with("may", may)
        })?;
        Ok(step.to)
    }
    /// The actions that fit a state, in the order of the table.
    pub fn available(&self, state: S) -> impl Iterator<Item = A> {
        self.steps.iter().filter(move |step| step.from.contains(&state)).map(|step| step.action)
    }
    /// Why an action is not possible now, `None` when it is. `guard` is asked for the guard of
    /// the step by name, when it has one and the state fits.
    #[must_use]
    pub fn can(&self, state: S, action: A, guard: impl FnOnce(&'static str) -> Option<Code>) -> Option<Code> {
        match self.step(state, action) {
            None => Some(Code::WrongState),
            Some(step) => step.guard.and_then(guard),
        }
    }
    /// The `can` of a view: each action with `None` for yes or the reason why not.
    #[must_use]
    pub fn can_all(
        &self,
        state: S,
        guard: impl Fn(&'static str) -> Option<Code>,
    ) -> BTreeMap<&'static str, Option<Code>> {
        A::WORDS.iter().map(|action| (action.word(), self.can(state, *action, &guard))).collect()
    }
    /// The word of an action in the journal, such as `allocation.cancel`.
    #[must_use]
    pub fn journal_code(&self, action: A) -> String {
        format!("{}.{}", self.name, action.word())
    }
    /// Whether nothing more can happen.
    #[must_use]
    pub fn is_final(&self, state: S) -> bool {
        self.available(state).next().is_none()
    }

    /// The diagram, for the documentation.
    #[must_use]
    pub fn mermaid(&self) -> String {
        let mut text = format!("stateDiagram-v2\n    [*] --> {}\n", self.initial);
        for step in self.steps {
            for from in step.from {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "    {from} --> {}: {}", step.to, step.action);
            }
        }
        for state in S::WORDS.iter().filter(|state| self.is_final(**state)) {
            let _ = writeln!(text, "    {state} --> [*]");
        }
        text
    }

    /// What is wrong with the table; each lifecycle has a test that nothing is.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw<S, A>> {
        let mut reached = BTreeSet::from([self.initial]);
        // One round per state is enough: each but the last round reaches one more.
        for _ in S::WORDS {
            let next = self.steps.iter().filter(|step| step.from.iter().any(|from| reached.contains(from)));
            reached.extend(next.map(|step| step.to).collect::<Vec<_>>());
        }
        let unreachable =
            S::WORDS.iter().filter(|state| !reached.contains(state)).map(|state| Flaw::Unreachable(*state));
        let mut seen = BTreeSet::new();
        let moves = self.steps.iter().flat_map(|step| step.from.iter().map(|from| (*from, step.action)));
        let ambiguous = moves.filter(|known| !seen.insert(*known)).map(|(from, action)| Flaw::Ambiguous(from, action));
        let unused = A::WORDS.iter().filter(|action| self.steps.iter().all(|step| step.action != **action));
        let rootless = self.steps.iter().filter(|step| step.from.is_empty()).map(|step| Flaw::Rootless(step.action));
        unreachable.chain(ambiguous).chain(unused.map(|action| Flaw::Unused(*action))).chain(rootless).collect()
    }
}

#[cfg(test)]
mod tests;
