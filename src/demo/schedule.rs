//! Who sits where from when to when, invented; pure, and the same for the same day.

use domain::day::Day;

/// A small generator: the demo must be the same on every machine, and nobody's secret depends on it.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same throws for the same seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    /// From 0 up to, not including, `sides`.
    pub fn below(&mut self, sides: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::from(self.below(u32::try_from(high - low + 1).unwrap_or(1)))
    }
    /// True so many times of a hundred.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }
}

/// How a term goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// To its last day.
    Full,
    /// Given back on this day, before its last.
    GivenBack(Day),
    /// Its last day was moved out to this one, a month before it would have ended.
    Extended(Day),
    /// Decided, the keys are still to be handed over.
    Waiting,
}

/// A term of one space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Which space of the base, by its place in the list.
    pub space: usize,
    /// Which organization of the base, by its place in the list.
    pub organization: usize,
    /// First day.
    pub from: Day,
    /// Last day as assigned.
    pub to: Option<Day>,
    /// How it goes.
    pub course: Course,
}

impl Planned {
    /// The last day that the space is kept for it, at the most.
    #[must_use]
    pub fn last(&self) -> Option<Day> {
        match self.course {
            Course::GivenBack(day) | Course::Extended(day) => Some(day),
            Course::Full | Course::Waiting => self.to,
        }
    }
}

/// What happens when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// On which day.
    pub day: Day,
    /// Which term, by its place in the list.
    pub term: usize,
    /// What.
    pub deed: Deed,
}

/// What happens to a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Assigned.
    Assign,
    /// Handed over.
    HandOver,
    /// Extended.
    Extend(Day),
    /// Given back.
    GiveBack,
}

/// The terms of a base with `spaces` spaces of which `occupied` in a hundred are taken today.
#[must_use]
pub fn terms(
    dice: &mut Dice,
    spaces: usize,
    organizations: usize,
    occupied: u32,
    today: Day,
    first: Day,
) -> Vec<Planned> {
    let mut planned = Vec::new();
    let mut next = 0;
    let mut organization = || {
        next += 1;
        (next - 1) % organizations.max(1)
    };
    if organizations == 0 {
        return planned;
    }
    for space in 0..spaces {
        let mut free_from = first.plus(dice.between(5, 420));
        // An earlier tenant, whose term is over.
        if dice.percent(55) {
            let from = free_from;
            let to = from.plus(dice.between(150, 330));
            if to < today.plus(-40) {
                let early = dice.percent(25).then(|| to.plus(-dice.between(20, 90)));
                let course = early.map_or(Course::Full, Course::GivenBack);
                planned.push(Planned { space, organization: organization(), from, to: Some(to), course });
                free_from = early.unwrap_or(to).plus(dice.between(10, 60));
            }
        }
        if dice.percent(occupied) && free_from < today.plus(-3) {
            let since = free_from.days_until(today);
            let from = free_from.plus(dice.between(0, since.min(420) - 3));
            planned.push(present(dice, space, organization(), from, today));
        } else if dice.percent(22) {
            let from = free_from.max(today.plus(dice.between(4, 35)));
            let to = Some(from.plus(364));
            planned.push(Planned { space, organization: organization(), from, to, course: Course::Waiting });
        } else if dice.percent(8) && free_from < today {
            // Begun, but nobody came for the keys yet.
            let from = today.plus(-dice.between(0, 4)).max(free_from);
            let to = Some(from.plus(364));
            planned.push(Planned { space, organization: organization(), from, to, course: Course::Waiting });
        }
    }
    planned
}

/// A term that runs today.
fn present(dice: &mut Dice, space: usize, organization: usize, from: Day, today: Day) -> Planned {
    let age = from.days_until(today);
    let year = from.plus(364);
    let (to, course) = match dice.below(100) {
        // A few without an end.
        0..8 => (None, Course::Full),
        // Some that end soon.
        8..22 => (Some(today.plus(dice.between(2, 28))), Course::Full),
        _ if year > today.plus(31) => (Some(year), Course::Full),
        // The year is over, or nearly: it was extended by another one when it was old enough for that.
        _ if age > 40 => {
            let first_end = from.plus((age - 35).clamp(30, 364));
            (Some(first_end), Course::Extended(first_end.plus(365).max(today.plus(60))))
        }
        _ => (Some(from.plus(729)), Course::Full),
    };
    Planned { space, organization, from, to, course }
}

/// The events of the terms, in the order of their days.
#[must_use]
pub fn events(planned: &[Planned], today: Day) -> Vec<Event> {
    let mut events = Vec::new();
    for (term, plan) in planned.iter().enumerate() {
        let mut at = |day: Day, deed| {
            if day <= today {
                events.push(Event { day, term, deed });
            }
        };
        at(plan.from.plus(-7).min(today), Deed::Assign);
        if plan.course != Course::Waiting {
            at(plan.from, Deed::HandOver);
        }
        match (plan.course, plan.to) {
            (Course::GivenBack(day), _) => at(day, Deed::GiveBack),
            (Course::Extended(until), Some(to)) => at(to.plus(-20).max(plan.from.plus(1)), Deed::Extend(until)),
            _ => {}
        }
    }
    events.sort_by_key(|event| (event.day, event.term, event.deed));
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::day::DaySpan;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn span(plan: &Planned) -> DaySpan {
        DaySpan::new(plan.from, plan.last()).unwrap()
    }

    #[test]
    fn terms_of_a_space_never_overlap_and_fill_what_was_asked() {
        for seed in 0..60 {
            let (today, first) = (day("2026-11-25"), day("2024-09-16"));
            let planned = terms(&mut Dice::new(seed), 60, 40, 75, today, first);
            for (i, a) in planned.iter().enumerate() {
                assert!(a.from > first && a.organization < 40, "{a:?}");
                for b in planned.iter().skip(i + 1).filter(|b| b.space == a.space) {
                    assert!(!span(a).overlaps(span(b)), "{a:?} {b:?}");
                }
            }
            let taken = planned.iter().filter(|p| p.course != Course::Waiting && span(p).contains(today)).count();
            assert!((32..=56).contains(&taken), "{taken} of 60");
        }
    }

    #[test]
    fn the_same_day_gives_the_same_demo() {
        let make = || terms(&mut Dice::new(3), 20, 9, 70, day("2026-11-25"), day("2024-09-16"));
        assert_eq!(make(), make());
        let events = events(&make(), day("2026-11-25"));
        assert!(events.is_sorted_by_key(|event| event.day) && events.iter().all(|e| e.day <= day("2026-11-25")));
    }
}
