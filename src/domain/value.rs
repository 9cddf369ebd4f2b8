//! What an organization has received of its bases (支持价值): desk-months, office-months, months of residency, and what
//! is counted piece by piece.
//!
//! Amounts are hundredths. A calendar month counts as the days of use in it by its days, rounded to the hundredth, and
//! everything else is a sum of months: so years add up to the whole, terms to their kind, organizations to the city,
//! and what is printed can be added by hand.

use chrono::Datelike;

use crate::{
    access::Action,
    code::Code,
    day::Day,
    refusal::{FieldFault, Refusal},
    space::SpaceKind,
    words::words,
};

words! {
    /// What an organization has received.
    pub enum ValueKind {
        /// 工位·月.
        DeskMonths = "desk_months",
        /// 独立办公室·月.
        OfficeMonths = "office_months",
        /// 其他场地·月.
        RoomMonths = "room_months",
        /// 使用面积·月, of offices and other rooms whose area is known.
        AreaMonths = "area_months",
        /// 在驻月数, with a place or without.
        ResidencyMonths = "residency_months",
        /// 虚拟入驻月数: resident, and without a place in that base.
        VirtualMonths = "virtual_months",
        /// 考核合格次数.
        AssessmentsPassed = "assessments_passed",
        /// 证书.
        Certificates = "certificates",
    }
    /// In what an amount is told.
    pub enum ValueUnit {
        /// Months.
        Month = "month",
        /// Square metres times months.
        SquareMetreMonth = "square_metre_month",
        /// Times, or pieces.
        Times = "times",
    }
}

impl ValueKind {
    /// In what it is told.
    #[must_use]
    pub const fn unit(self) -> ValueUnit {
        match self {
            Self::AreaMonths => ValueUnit::SquareMetreMonth,
            Self::AssessmentsPassed | Self::Certificates => ValueUnit::Times,
            _ => ValueUnit::Month,
        }
    }
    /// By which act one sees it.
    #[must_use]
    pub const fn reads(self) -> Action {
        match self {
            Self::DeskMonths | Self::OfficeMonths | Self::RoomMonths | Self::AreaMonths => Action::AllocationsRead,
            Self::ResidencyMonths | Self::VirtualMonths => Action::ResidenciesRead,
            Self::AssessmentsPassed => Action::AssessmentsRead,
            Self::Certificates => Action::CertificatesRead,
        }
    }
    /// Of a term in a place.
    #[must_use]
    pub const fn of_place(kind: SpaceKind) -> Self {
        match kind {
            SpaceKind::Desk => Self::DeskMonths,
            SpaceKind::Office => Self::OfficeMonths,
            _ => Self::RoomMonths,
        }
    }
}

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
}

impl Days {
    /// From one day to another; none when there is no day in it.
    #[must_use]
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }
    /// What two have in common.
    #[must_use]
    pub fn within(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to))
    }
    /// How many.
    #[must_use]
    pub fn count(self) -> i64 {
        self.from.days_until(self.to) + 1
    }
    /// Whether a day is one of them.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The days that are asked for, as far as they are over: a future day has given nothing yet. None when there are none.
///
/// # Errors
/// `to` before `from`.
pub fn asked(from: Option<Day>, to: Option<Day>, today: Day) -> Result<Option<Days>, Refusal> {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let fault = FieldFault::new("to", Code::DayTooEarly).with("min", from.to_string());
        return Err(Refusal::fields(vec![fault]));
    }
    Ok(Days::new(from.unwrap_or(Day::MIN), to.map_or(today, |to| to.min(today))))
}

/// Days of use of one thing, each of them once: where terms overlap, the earlier one has the day. What comes back names
/// the term by its place in the list, in order of the days.
#[must_use]
pub fn once(terms: &[Days]) -> Vec<(usize, Days)> {
    let mut order: Vec<usize> = (0..terms.len()).collect();
    order.sort_by_key(|at| terms.get(*at).copied());
    let mut counted: Option<Day> = None;
    let mut all = Vec::new();
    for at in order {
        let Some(term) = terms.get(at) else { continue };
        // Terms come by their first days, so what was counted after this one's first day is without a gap.
        let from = counted.map_or(term.from, |last| term.from.max(last.plus(1)));
        all.extend(Days::new(from, term.to).map(|days| (at, days)));
        counted = Some(counted.map_or(term.to, |last| last.max(term.to)));
    }
    all
}

/// What is left of some days when others are taken out.
#[must_use]
pub fn without(days: Days, others: &[Days]) -> Vec<Days> {
    let mut left = vec![days];
    for other in others {
        let cut = |part: Days| {
            let before = (part.from < other.from).then(|| Days::new(part.from, part.to.min(other.from.plus(-1))));
            let after = (other.to < part.to).then(|| Days::new(part.from.max(other.to.plus(1)), part.to));
            [before.flatten(), after.flatten()].into_iter().flatten()
        };
        left = left.into_iter().flat_map(cut).collect();
    }
    left
}

/// The calendar months that some days lie in, each with how many of its days are among them and how many it has.
fn months(days: Days) -> impl Iterator<Item = (i32, i64, i64)> {
    let first = |day: Day| Day::new(day.year(), day.date().month(), 1).unwrap_or(day);
    let next = |first: Day| first.plus_months(1);
    // The last of all months has no next one: past it stands the last of all days, which begins none.
    std::iter::successors(Some(first(days.from)), move |day| Some(next(*day)).filter(|after| *after != Day::MAX))
        .take_while(move |day| *day <= days.to)
        .map(move |day| {
            let last = if next(day) == Day::MAX { Day::MAX } else { next(day).plus(-1) };
            let month = Days { from: day, to: last };
            (day.year(), days.within(month).map_or(0, Days::count), month.count())
        })
}

/// `times` a share of a month in whole numbers, rounded half up.
const fn share(times: i64, used: i64, of: i64) -> i64 {
    (2 * times * used + of) / (2 * of)
}

/// Months of `each` hundredths, year by year: 100 for months of one place, hundredths of a square metre for those of
/// an area.
#[must_use]
pub fn by_year(days: Days, each: i64) -> Vec<(i32, i64)> {
    let mut years: Vec<(i32, i64)> = Vec::new();
    for (year, used, of) in months(days) {
        let amount = share(each, used, of);
        match years.last_mut() {
            Some((last, sum)) if *last == year => *sum += amount,
            _ => years.push((year, amount)),
        }
    }
    years
}

/// Months of `each` hundredths over some days.
#[must_use]
pub fn amount(days: Days, each: i64) -> i64 {
    by_year(days, each).into_iter().map(|(_, amount)| amount).sum()
}

#[cfg(test)]
mod tests;
