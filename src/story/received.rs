//! What was received, as facts: which days of which places, residencies, assessments that were passed, certificates; and
//! the lines of the ledger for the days that are asked for.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{
    access::{Facts, Principal},
    assessment::AssessmentGrade,
    day::Day,
    id::{BaseId, OrganizationId, SpaceId},
    intake::ResidencyMode,
    value::{self, Days, ValueKind},
};

use super::store::{self, Of, StayRow};
use crate::{
    db::{Keep, tables},
    fault::Fault,
    house::House,
};

/// Whose, and in which base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whose {
    /// The organization.
    pub organization: OrganizationId,
    /// The base.
    pub base: BaseId,
}

/// The use of a place.
#[derive(Debug, Clone)]
struct Use {
    whose: Whose,
    space: SpaceId,
    thing: String,
    code: String,
    kind: ValueKind,
    /// Hundredths of a square metre.
    area: Option<i64>,
    days: Days,
}

/// Something that is counted on a day.
#[derive(Debug, Clone)]
struct Piece {
    whose: Whose,
    thing: String,
    label: Option<String>,
    kind: ValueKind,
    on: Day,
}

/// What was received.
#[derive(Debug, Default)]
pub struct Received {
    uses: Vec<Use>,
    stays: Vec<StayRow>,
    pieces: Vec<Piece>,
}

impl Keep for Received {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.uses.len() + self.stays.len() + self.pieces.len()).unwrap_or(u64::MAX) / 4 + 1
    }
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose, and of which base.
    pub whose: Whose,
    /// What.
    pub kind: ValueKind,
    /// In hundredths.
    pub amount: i64,
    /// The days that were counted.
    pub days: Days,
    /// Of what.
    pub thing: String,
    /// What is painted on its door, or its number.
    pub label: Option<String>,
    /// What a month of it counts, in hundredths; none for what is counted piece by piece.
    pub each: Option<i64>,
}

impl Line {
    /// How much of it lies in which year.
    #[must_use]
    pub fn by_year(&self) -> Vec<(i32, i64)> {
        match self.each {
            Some(each) => value::by_year(self.days, each),
            None => vec![(self.days.from.year(), self.amount)],
        }
    }
    /// Whether somebody sees it.
    #[must_use]
    pub fn is_seen_by(&self, principal: &Principal) -> bool {
        let Whose { organization, base } = self.whose;
        let facts = Facts { organization: Some(organization), ..Facts::of_base(base) };
        principal.role_for(self.kind.reads(), &facts).is_some()
    }
}

/// Reads what an organization has received, or what all have of a base.
///
/// # Errors
/// What the database says.
pub async fn read(house: &House, of: Of) -> Result<Received, Fault> {
    let (terms, stays, assessed, certificates) =
        house.db.read((store::terms(of), store::stays(of), store::assessed(of), store::certificates(of))).await?;
    let (places, handed) = house.db.read((store::places(&terms), store::handed(of, &terms))).await?;
    let places: BTreeMap<SpaceId, _> = places.into_iter().map(|place| (place.id.0, place)).collect();
    let handed: BTreeMap<_, Day> = handed.into_iter().map(|row| (row.allocation.0, row.on_day.0)).collect();
    let mut all = Received { stays, ..Received::default() };
    for term in terms {
        // A space is never removed while a term hangs on it.
        let Some(place) = places.get(&term.space.0) else { continue };
        // It was kept for the organization from its first day on, and used from the day on which it was handed over.
        let from = handed.get(&term.id.0).map_or(term.first.0, |day| term.first.0.max(*day));
        let Some(days) = Days::new(from, term.last.map_or(Day::MAX, |day| day.0)) else { continue };
        all.uses.push(Use {
            whose: Whose { organization: term.organization.0, base: term.base.0 },
            space: term.space.0,
            thing: term.id.0.to_string(),
            code: place.code.clone(),
            kind: ValueKind::of_place(place.kind.0),
            area: place.area_m2.map(hundredths).filter(|area| *area > 0),
            days,
        });
    }
    let passed = assessed.into_iter().filter_map(|row| {
        let passed = row.grade.is_some_and(|grade| grade.0 != AssessmentGrade::Fail);
        let on = row.graded_on.filter(|_| passed)?.0;
        let whose = Whose { organization: row.organization.0, base: row.base.0 };
        Some(Piece { whose, thing: row.id.0.to_string(), label: None, kind: ValueKind::AssessmentsPassed, on })
    });
    let certified = certificates.into_iter().map(|row| Piece {
        whose: Whose { organization: row.organization.0, base: row.base.0 },
        thing: row.id.0.to_string(),
        label: Some(row.number),
        kind: ValueKind::Certificates,
        on: row.issued_on.0,
    });
    all.pieces.extend(passed.chain(certified));
    Ok(all)
}

#[expect(clippy::cast_possible_truncation, reason = "the area of a room is checked to be a few thousand square metres")]
fn hundredths(area: f64) -> i64 {
    (area * 100.0).round() as i64
}

const READ_OF: &[&str] = &["allocation", "space", "handover", "residency", "assessment", "certificate"];

/// What all have received of a base, kept while nothing of it is written.
///
/// # Errors
/// What the database says.
pub async fn of_base(house: &House, base: BaseId) -> Result<Arc<Received>, Fault> {
    house.db.keep("received", base.to_string(), tables(READ_OF), || read(house, Of::Base(base))).await
}

impl Received {
    /// The lines for some days, by organization and base, kind and day.
    #[must_use]
    pub fn lines(&self, asked: Days) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut placed: BTreeMap<Whose, Vec<Days>> = BTreeMap::new();
        let mut spaces: BTreeMap<(Whose, SpaceId), Vec<&Use>> = BTreeMap::new();
        for of in &self.uses {
            spaces.entry((of.whose, of.space)).or_default().push(of);
            placed.entry(of.whose).or_default().push(of.days);
        }
        for ((whose, _), uses) in spaces {
            let days: Vec<Days> = uses.iter().map(|of| of.days).collect();
            for (at, days) in value::once(&days) {
                let (Some(of), Some(days)) = (uses.get(at), days.within(asked)) else { continue };
                let line = |kind: ValueKind, each: i64| Line {
                    whose,
                    kind,
                    amount: value::amount(days, each),
                    days,
                    thing: of.thing.clone(),
                    label: Some(of.code.clone()),
                    each: Some(each),
                };
                lines.push(line(of.kind, 100));
                let area = of.area.filter(|_| of.kind != ValueKind::DeskMonths);
                lines.extend(area.map(|area| line(ValueKind::AreaMonths, area)));
            }
        }
        let places = |whose| placed.get(&whose).map_or(&[][..], Vec::as_slice);
        lines.extend(self.stayed(asked, places));
        for of in self.pieces.iter().filter(|of| asked.contains(of.on)) {
            lines.push(Line {
                whose: of.whose,
                kind: of.kind,
                amount: 100,
                days: Days { from: of.on, to: of.on },
                thing: of.thing.clone(),
                label: of.label.clone(),
                each: None,
            });
        }
        // What is not a hundredth of a month is nothing that a line would tell of.
        lines.retain(|line| line.amount > 0);
        lines.sort_by(|a, b| (a.whose, a.kind, a.days, &a.thing).cmp(&(b.whose, b.kind, b.days, &b.thing)));
        lines
    }

    /// The lines of residencies: of those without a place, the days on which there was none after all.
    fn stayed<'a>(&'a self, asked: Days, places: impl Fn(Whose) -> &'a [Days]) -> Vec<Line> {
        let mut by: BTreeMap<Whose, Vec<(&StayRow, Days)>> = BTreeMap::new();
        for row in &self.stays {
            let whose = Whose { organization: row.organization.0, base: row.base.0 };
            let ended = row.ended.map_or(Day::MAX, |day| day.0);
            let days = row.began.and_then(|began| Days::new(began.0, ended));
            by.entry(whose).or_default().extend(days.map(|days| (row, days)));
        }
        let mut lines = Vec::new();
        for (whose, stays) in by {
            let days: Vec<Days> = stays.iter().map(|(_, days)| *days).collect();
            for (at, days) in value::once(&days) {
                let (Some((row, _)), Some(days)) = (stays.get(at), days.within(asked)) else { continue };
                let line = |kind: ValueKind, days: Days| Line {
                    whose,
                    kind,
                    amount: value::amount(days, 100),
                    days,
                    thing: row.id.0.to_string(),
                    label: row.number.clone(),
                    each: Some(100),
                };
                lines.push(line(ValueKind::ResidencyMonths, days));
                if row.mode.0 == ResidencyMode::Virtual {
                    let without = value::without(days, places(whose));
                    lines.extend(without.into_iter().map(|days| line(ValueKind::VirtualMonths, days)));
                }
            }
        }
        lines
    }
}

/// Sums of lines by kind, in the order of the kinds; no kind of which there is nothing.
#[must_use]
pub fn totals<'a>(lines: impl IntoIterator<Item = &'a Line>) -> BTreeMap<ValueKind, i64> {
    let mut sums = BTreeMap::new();
    for line in lines {
        *sums.entry(line.kind).or_insert(0) += line.amount;
    }
    sums
}

/// The bases of some lines.
#[must_use]
pub fn bases<'a>(lines: impl IntoIterator<Item = &'a Line>) -> BTreeSet<BaseId> {
    lines.into_iter().map(|line| line.whose.base).collect()
}
