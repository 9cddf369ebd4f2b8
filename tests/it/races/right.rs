//! What is right, in the plainest words: days as numbers, lists that are walked from end to end.

use domain::{
    allocation::AllocationState as State,
    id::{AllocationId, ClosureId},
};

/// How far back the rules of the house allow.
const BACK: i64 = 60;

/// Small numbers that look random and are the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as i64 % sides
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    pub id: AllocationId,
    pub space: usize,
    pub organization: usize,
    pub from: i64,
    pub to: Option<i64>,
    pub state: State,
}

#[derive(Debug, Clone, Copy)]
pub struct Shut {
    pub id: ClosureId,
    pub space: usize,
    pub from: i64,
    pub to: Option<i64>,
    pub live: bool,
}

/// What is right, in the plainest words.
#[derive(Debug, Default)]
pub struct Model {
    pub today: i64,
    pub wholes: Vec<Option<usize>>,
    pub assignable: Vec<bool>,
    pub terms: Vec<Term>,
    pub shut: Vec<Shut>,
}

pub fn meet(a: (i64, Option<i64>), b: (i64, Option<i64>)) -> bool {
    a.1.is_none_or(|to| b.0 <= to) && b.1.is_none_or(|to| a.0 <= to)
}

impl Model {
    pub fn within(&self, part: usize, whole: usize) -> bool {
        part == whole || self.wholes[part].is_some_and(|up| self.within(up, whole))
    }
    pub fn related(&self, a: usize, b: usize) -> bool {
        self.within(a, b) || self.within(b, a)
    }
    pub fn free(&self, space: usize, days: (i64, Option<i64>), but: &[usize]) -> bool {
        let term = |(n, term): (usize, &Term)| {
            !but.contains(&n)
                && term.state != State::Cancelled
                && self.related(term.space, space)
                && meet((term.from, term.to), days)
        };
        let shut = |shut: &Shut| shut.live && self.related(shut.space, space) && meet((shut.from, shut.to), days);
        !self.terms.iter().enumerate().any(term) && !self.shut.iter().any(shut)
    }
    pub fn assign(&self, space: usize, from: i64, to: Option<i64>) -> bool {
        from >= self.today - BACK
            && to.is_none_or(|to| to >= from && to >= self.today)
            && self.assignable[space]
            && self.free(space, (from, to), &[])
    }
    pub fn extend(&self, n: usize, to: Option<i64>) -> bool {
        let term = self.terms[n];
        let Some(last) = term.to else { return false };
        matches!(term.state, State::Reserved | State::Occupied)
            && to.is_none_or(|to| to > last && to >= self.today)
            && self.free(term.space, (last + 1, to), &[n])
    }
    pub fn hand_over(&self, n: usize) -> bool {
        let term = self.terms[n];
        term.state == State::Reserved && term.from <= self.today && term.to.is_none_or(|to| self.today <= to)
    }
    pub fn give_back(&self, n: usize, last: i64) -> bool {
        let term = self.terms[n];
        term.state == State::Occupied
            && last >= term.from
            && last >= self.today - BACK
            && last <= self.today
            && term.to.is_none_or(|to| last <= to)
    }
    pub fn swap(&self, a: usize, b: usize, day: i64) -> bool {
        let (one, other) = (self.terms[a], self.terms[b]);
        let fits = |term: Term| term.from < day && term.to.is_none_or(|to| day <= to);
        one.state == State::Occupied
            && other.state == State::Occupied
            && one.space != other.space
            && day >= self.today - BACK
            && fits(one)
            && fits(other)
            && self.free(other.space, (day, one.to), &[a, b])
            && self.free(one.space, (day, other.to), &[a, b])
            && !self.related(one.space, other.space)
    }
    pub fn close(&self, space: usize, from: i64, to: Option<i64>) -> bool {
        from >= self.today - BACK && to.is_none_or(|to| to >= from) && self.free(space, (from, to), &[])
    }
    pub fn open(&self, n: usize, last: i64) -> bool {
        let shut = self.shut[n];
        shut.live && last >= self.today - BACK - 1 && (last < shut.from || shut.to.is_none_or(|to| last <= to))
    }
    pub fn expire(&mut self) -> usize {
        let today = self.today;
        let due = |term: &&mut Term| term.state == State::Occupied && term.to.is_some_and(|to| to < today);
        self.terms.iter_mut().filter(due).map(|term| term.state = State::Ended).count()
    }
}
