//! Working days with moved rest days, local days off, pauses and deadlines.
//!
//! The State Council names each November the days off and the weekend days worked instead for the
//! next year, so the calendar is imported data with an end. Past that end Monday to Friday is
//! assumed and every answer that rests on it says so.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Weekday;

use crate::{
    code::Code,
    day::{Day, DaySpan},
    refusal::{FieldFault, Refusal},
    words::words,
};

words! {
    /// What a row of the calendar says about a day.
    pub enum DayMark {
        /// Nobody works, whatever the day of the week.
        Off = "off",
        /// Everybody works, usually on a weekend to make up for a day off.
        Work = "work",
    }
    /// Which days a period counts.
    pub enum DayKind {
        /// Working days only (Administrative Licensing Law art. 82).
        Working = "working",
        /// All days; Civil Code art. 201.
        Natural = "natural",
    }
    /// Where a period goes that would end on a rest day.
    pub enum Roll {
        /// It ends there.
        None = "none",
        /// To the next working day (Civil Code art. 203).
        Forward = "forward",
        /// To the working day before: for reminders, never for rights.
        Back = "back",
    }
    /// Why a day is or is not a working day.
    pub enum DayReason {
        /// Monday to Friday.
        Weekday = "weekday",
        /// Saturday or Sunday.
        Weekend = "weekend",
        /// Off by the national calendar.
        Holiday = "holiday",
        /// Worked by the national calendar to make up for a day off.
        MadeUp = "made_up",
        /// Off in this division only.
        LocalHoliday = "local_holiday",
        /// Worked in this division only.
        LocalWork = "local_work",
    }
    /// Why a deadline did not count a day.
    pub enum SkipReason {
        /// Saturday or Sunday.
        Weekend = "weekend",
        /// Off by the national calendar.
        Holiday = "holiday",
        /// Off in this division only.
        LocalHoliday = "local_holiday",
        /// The clock did not run on that day.
        Paused = "paused",
    }
}

/// An imported row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarRow {
    /// The day.
    pub day: Day,
    /// Off or worked.
    pub mark: DayMark,
    /// Name of the holiday that it belongs to.
    pub name: String,
    /// Code of the division where it holds, `None` for the whole country.
    pub division: Option<String>,
}

/// What is known of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStatus<'a> {
    /// Whether people work.
    pub works: bool,
    /// Why.
    pub reason: DayReason,
    /// Name of the holiday that the day belongs to.
    pub name: Option<&'a str>,
    /// The calendar of that year is not known, so the next import may change the answer.
    pub provisional: bool,
}

/// How long a period is and where it may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many days, at most [`Period::MAX_DAYS`].
    pub days: u32,
    /// Which days count.
    pub kind: DayKind,
    /// What happens when it would end on a rest day.
    pub roll: Roll,
}

impl Period {
    /// Ten years: longer than any period of the field, short enough to be counted day by day.
    pub const MAX_DAYS: u32 = 3_650;

    /// A period of working days.
    #[must_use]
    pub const fn working(days: u32) -> Self {
        Self { days, kind: DayKind::Working, roll: Roll::None }
    }
    /// A period of all days that ends on a working day (Civil Code art. 203).
    #[must_use]
    pub const fn natural(days: u32) -> Self {
        Self { days, kind: DayKind::Natural, roll: Roll::Forward }
    }
}

/// When a period ends and how that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day; the deadline ends with it.
    pub due: Day,
    /// The day on which the count ended, before it rolled.
    pub nominal: Day,
    /// Rests on a year whose calendar is not known; to be counted again after the next import.
    pub provisional: bool,
    /// Days after the first that did not count, in order.
    pub skipped: Vec<(Day, SkipReason)>,
    /// Rest days of the week that counted because they are worked.
    pub made_up: Vec<Day>,
}

/// How many working days lie between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkdayCount {
    /// Working days, negative when the second day is the earlier one.
    pub days: i64,
    /// Rests on a year whose calendar is not known.
    pub provisional: bool,
}

type Rows = BTreeMap<Day, (DayMark, String)>;

/// The imported working-day calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    national: Rows,
    local: BTreeMap<String, Rows>,
    known: Option<(Day, Day)>,
}

impl WorkCalendar {
    /// No count looks at more days than this, about 54 years: a full period of working days
    /// spans 15 of them, the rest is room for pauses.
    const MAX_SCAN: i64 = 20_000;

    /// From the imported rows, in any order.
    ///
    /// A year is known when the whole country has rows for it; known years are the first one and
    /// those that follow it without a gap. Local rows alone make no year known.
    ///
    /// # Errors
    /// `day_twice` for each row that names a day already named for the same division.
    pub fn new(rows: impl IntoIterator<Item = CalendarRow>) -> Result<Self, Refusal> {
        let mut calendar = Self::default();
        let mut faults = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            let target = match row.division {
                None => &mut calendar.national,
                Some(code) => calendar.local.entry(code).or_default(),
            };
            if target.insert(row.day, (row.mark, row.name)).is_some() {
                let fault = FieldFault::new(format!("rows[{at}].date"), Code::DayTwice);
                faults.push(fault.with("day", row.day.to_string()));
            }
        }
        if !faults.is_empty() {
            return Err(Refusal::fields(faults));
        }
        let years: BTreeSet<i32> = calendar.national.keys().map(|day| day.year()).collect();
        calendar.known = years.first().and_then(|first| {
            let last = (*first..).take_while(|year| years.contains(year)).last()?;
            Some((Day::new(*first, 1, 1)?, Day::new(last, 12, 31)?))
        });
        Ok(calendar)
    }

    /// The last day of the last known year; `None` without rows.
    #[must_use]
    pub fn known_until(&self) -> Option<Day> {
        self.known.map(|(_, until)| until)
    }

    /// Whether people work on a day in a division, and why.
    ///
    /// `division_path` holds the codes from the widest division to the narrowest; the narrowest
    /// that says something about the day decides, since an autonomous banner fixes its own days
    /// off (national holiday order art. 4).
    #[must_use]
    pub fn is_workday(&self, day: Day, division_path: &[&str]) -> DayStatus<'_> {
        let provisional = !self.known.is_some_and(|(from, until)| (from..=until).contains(&day));
        let local = division_path.iter().rev().find_map(|code| self.local.get(*code)?.get(&day));
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let (works, reason, name) = match (local, self.national.get(&day)) {
            (Some((DayMark::Off, name)), _) => (false, DayReason::LocalHoliday, Some(name)),
            (Some((DayMark::Work, name)), _) => (true, DayReason::LocalWork, Some(name)),
            (None, Some((DayMark::Off, name))) => (false, DayReason::Holiday, Some(name)),
            (None, Some((DayMark::Work, name))) => (true, DayReason::MadeUp, Some(name)),
            (None, None) if weekend => (false, DayReason::Weekend, None),
            (None, None) => (true, DayReason::Weekday, None),
        };
        DayStatus { works, reason, name: name.map(String::as_str), provisional }
    }

    /// When a period ends that begins with an event on `from`; that day itself does not count
    /// (Civil Code art. 201). Days in `pauses` count for nothing and nothing ends on them.
    ///
    /// # Errors
    /// `out_of_range` for too long a period or too long pauses, `clock_paused` when the clock
    /// stands still without an end in sight.
    pub fn deadline(
        &self,
        from: Day,
        period: Period,
        division_path: &[&str],
        pauses: &[DaySpan],
    ) -> Result<Deadline, Refusal> {
        if period.days > Period::MAX_DAYS {
            return Err(out_of_range(i64::from(Period::MAX_DAYS)));
        }
        let mut walk = Walk::new(self, from, division_path, pauses);
        for _ in 0..period.days {
            match period.kind {
                DayKind::Natural => walk.next_running()?,
                DayKind::Working => walk.next_working()?,
            }
        }
        walk.finish(period.roll, from)
    }

    /// Where a fixed day goes that falls on a rest day, such as 31 May for the annual report.
    ///
    /// # Errors
    /// `out_of_range` at the limits of the calendar.
    pub fn roll(&self, nominal: Day, roll: Roll, division_path: &[&str]) -> Result<Deadline, Refusal> {
        Walk::new(self, nominal, division_path, &[]).finish(roll, Day::MIN)
    }

    /// Working days after `from` up to and including `to`, so that `deadline(from, n)` is due on
    /// a `to` with `n` of them; negative when `to` is earlier.
    ///
    /// # Errors
    /// `out_of_range` when the days are more than about 54 years apart.
    pub fn working_days_between(&self, from: Day, to: Day, division_path: &[&str]) -> Result<WorkdayCount, Refusal> {
        let (first, last) = (from.min(to), from.max(to));
        if first.days_until(last) > Self::MAX_SCAN {
            return Err(out_of_range(Self::MAX_SCAN));
        }
        let mut count = WorkdayCount { days: 0, provisional: false };
        for ahead in 1..=first.days_until(last) {
            let status = self.is_workday(first.plus(ahead), division_path);
            count.days += i64::from(status.works);
            count.provisional |= status.provisional;
        }
        if to < from {
            count.days = -count.days;
        }
        Ok(count)
    }
}

fn out_of_range(max: i64) -> Refusal {
    Refusal::rule(Code::OutOfRange).with("min", 0).with("max", max)
}

/// A count under way: where it is and what it passed.
struct Walk<'a> {
    calendar: &'a WorkCalendar,
    division_path: &'a [&'a str],
    pauses: &'a [DaySpan],
    start: Day,
    at: Day,
    provisional: bool,
    skipped: Vec<(Day, SkipReason)>,
    made_up: Vec<Day>,
}

impl<'a> Walk<'a> {
    fn new(calendar: &'a WorkCalendar, start: Day, division_path: &'a [&'a str], pauses: &'a [DaySpan]) -> Self {
        let (skipped, made_up) = (Vec::new(), Vec::new());
        Self { calendar, division_path, pauses, start, at: start, provisional: false, skipped, made_up }
    }

    /// One day on, or back.
    fn step(&mut self, days: i64) -> Result<(), Refusal> {
        let next = self.at.checked_plus(days).filter(|day| self.start.days_until(*day) <= WorkCalendar::MAX_SCAN);
        self.at = next.ok_or_else(|| out_of_range(WorkCalendar::MAX_SCAN))?;
        Ok(())
    }

    /// Why the day counts for nothing whatever the period counts.
    fn pause(&self) -> Result<Option<SkipReason>, Refusal> {
        match self.pauses.iter().find(|pause| pause.contains(self.at)) {
            None => Ok(None),
            Some(pause) if pause.to().is_none() => {
                Err(Refusal::state(Code::ClockPaused).with("since", pause.from().to_string()))
            }
            Some(_) => Ok(Some(SkipReason::Paused)),
        }
    }

    /// Why the day counts for nothing in a period of working days.
    fn rest(&mut self) -> Result<Option<SkipReason>, Refusal> {
        if let Some(paused) = self.pause()? {
            return Ok(Some(paused));
        }
        let status = self.calendar.is_workday(self.at, self.division_path);
        self.provisional |= status.provisional;
        Ok(match status.reason {
            DayReason::Weekday => None,
            DayReason::MadeUp | DayReason::LocalWork => {
                // A weekday may be marked as worked too; only a rest day of the week is made up.
                let weekend = matches!(self.at.weekday(), Weekday::Sat | Weekday::Sun);
                if weekend && self.made_up.last() != Some(&self.at) {
                    self.made_up.push(self.at);
                }
                None
            }
            DayReason::Weekend => Some(SkipReason::Weekend),
            DayReason::Holiday => Some(SkipReason::Holiday),
            DayReason::LocalHoliday => Some(SkipReason::LocalHoliday),
        })
    }

    /// To the next day on which the clock runs.
    fn next_running(&mut self) -> Result<(), Refusal> {
        self.step(1)?;
        while let Some(reason) = self.pause()? {
            self.skipped.push((self.at, reason));
            self.step(1)?;
        }
        Ok(())
    }

    /// To the next working day on which the clock runs.
    fn next_working(&mut self) -> Result<(), Refusal> {
        self.step(1)?;
        while let Some(reason) = self.rest()? {
            self.skipped.push((self.at, reason));
            self.step(1)?;
        }
        Ok(())
    }

    /// Rolls off a rest day, never to before `floor`.
    fn finish(mut self, roll: Roll, floor: Day) -> Result<Deadline, Refusal> {
        let nominal = self.at;
        let way = match roll {
            Roll::None => 0,
            Roll::Forward => 1,
            Roll::Back => -1,
        };
        while way != 0 && (way > 0 || self.at > floor) {
            let Some(reason) = self.rest()? else { break };
            self.skipped.push((self.at, reason));
            self.step(way)?;
        }
        self.skipped.sort_unstable();
        let Self { at: due, provisional, skipped, made_up, .. } = self;
        Ok(Deadline { due, nominal, provisional, skipped, made_up })
    }
}

#[cfg(test)]
mod props;
#[cfg(test)]
mod tests;
