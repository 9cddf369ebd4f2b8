//! What the routes of the story show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    assessment::AssessmentGrade,
    day::Day,
    id::{BaseId, OrganizationId},
    story::StoryPart,
    value::{Days, ValueKind, ValueUnit},
};
use poem_openapi::Object;

use super::{
    chapters::{Chapter, Step},
    ledger::{Ledger, Row},
    received::{self, Line},
};
use crate::{
    house::House,
    organizations::views::{BaseName, Names},
};

/// A step of a story.
#[derive(Debug, Clone, Object)]
pub struct StoryStep {
    /// What happened: `<room>.<verb>`, as in the history.
    pub kind: String,
    /// What it is about.
    pub part: StoryPart,
    /// In which base.
    #[oai(skip_serializing_if_is_none)]
    pub base: Option<BaseName>,
    /// False when it happened in a base whose matters the caller does not see: then no more is told than that.
    pub open: bool,
    /// The application, residency, term, assessment or certificate.
    #[oai(skip_serializing_if_is_none)]
    pub thing: Option<String>,
    /// The number that people read.
    #[oai(skip_serializing_if_is_none)]
    pub number: Option<String>,
    /// Title of a round of assessment.
    #[oai(skip_serializing_if_is_none)]
    pub title: Option<String>,
    /// What is painted on the door.
    #[oai(skip_serializing_if_is_none)]
    pub space: Option<String>,
    /// First day of a term.
    #[oai(skip_serializing_if_is_none)]
    pub from: Option<Day>,
    /// Last day of a term.
    #[oai(skip_serializing_if_is_none)]
    pub to: Option<Day>,
    /// The grade that was given.
    #[oai(skip_serializing_if_is_none)]
    pub grade: Option<AssessmentGrade>,
    /// The new name.
    #[oai(skip_serializing_if_is_none)]
    pub name: Option<String>,
}

/// A chapter of a story: what was done together.
#[derive(Debug, Clone, Object)]
pub struct StoryEntry {
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// The day of that.
    pub day: Day,
    /// The step that stands for all.
    pub lead: StoryStep,
    /// What was done with it.
    pub with: Vec<StoryStep>,
}

fn step(of: Step, names: &Names) -> StoryStep {
    let base = of.base.map(|base| names.base(base));
    let is_open = of.open.is_some();
    let open = of.open.unwrap_or_default();
    StoryStep {
        kind: of.told.word.to_owned(),
        part: of.told.part,
        base,
        open: is_open,
        thing: open.thing,
        number: open.number,
        title: open.title,
        space: open.space,
        from: open.from,
        to: open.to,
        grade: open.grade,
        name: open.name,
    }
}

/// A chapter as it is shown; none when it has no step, which does not happen.
pub fn entry(house: &House, of: Chapter, names: &Names) -> Option<StoryEntry> {
    let mut steps = of.steps.into_iter().map(|of| step(of, names));
    let lead = steps.next()?;
    Some(StoryEntry { at: of.at.0, day: Day::of(of.at.0, house.zone), lead, with: steps.collect() })
}

/// How much of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Object)]
pub struct ValueAmount {
    /// What.
    pub kind: ValueKind,
    /// In what it is told.
    pub unit: ValueUnit,
    /// How much, in hundredths.
    pub amount: i64,
}

/// What was received of a base.
#[derive(Debug, Clone, Object)]
pub struct ValueOfBase {
    /// The base.
    pub base: BaseName,
    /// By kind.
    pub amounts: Vec<ValueAmount>,
}

/// What was received in a year.
#[derive(Debug, Clone, Object)]
pub struct ValueOfYear {
    /// The year.
    pub year: i32,
    /// By kind.
    pub amounts: Vec<ValueAmount>,
}

/// A line of the ledger, and how it was reckoned.
#[derive(Debug, Clone, Object)]
pub struct ValueLine {
    /// What.
    pub kind: ValueKind,
    /// In what it is told.
    pub unit: ValueUnit,
    /// How much, in hundredths.
    pub amount: i64,
    /// Of which base.
    pub base: BaseName,
    /// The first day that was counted.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// How many they are.
    pub days: i64,
    /// Of which term, residency, assessment or certificate.
    pub of: String,
    /// What is painted on its door, or its number.
    #[oai(skip_serializing_if_is_none)]
    pub label: Option<String>,
    /// Its area in hundredths of a square metre, where that is what is counted.
    #[oai(skip_serializing_if_is_none)]
    pub area: Option<i64>,
}

/// What an organization has received.
#[derive(Debug, Clone, Object)]
pub struct ValueView {
    /// The first day that was asked for.
    #[oai(skip_serializing_if_is_none)]
    pub from: Option<Day>,
    /// The last day that was counted: today at the latest.
    pub to: Day,
    /// All together, by kind.
    pub totals: Vec<ValueAmount>,
    /// By base.
    pub bases: Vec<ValueOfBase>,
    /// By year, the first one first.
    pub years: Vec<ValueOfYear>,
    /// Line by line.
    pub lines: Vec<ValueLine>,
}

/// What an organization has received, in the ledger over all.
#[derive(Debug, Clone, Object)]
pub struct ValueRow {
    /// Which organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Of which bases.
    pub bases: Vec<BaseName>,
    /// By kind.
    pub amounts: Vec<ValueAmount>,
}

/// A page of the ledger over organizations.
#[derive(Debug, Clone, Object)]
pub struct ValuePage {
    /// The first day that was asked for.
    #[oai(skip_serializing_if_is_none)]
    pub from: Option<Day>,
    /// The last day that was counted: today at the latest.
    pub to: Day,
    /// All organizations together, not only those of the page.
    pub totals: Vec<ValueAmount>,
    /// The organizations of the page, by name.
    pub items: Vec<ValueRow>,
    /// Send as `cursor` to get what follows; none at the end.
    pub next: Option<String>,
    /// How many organizations there are in all.
    pub total: i64,
}

/// Sums as they are shown.
#[must_use]
pub fn amounts(sums: &BTreeMap<ValueKind, i64>) -> Vec<ValueAmount> {
    sums.iter().map(|(kind, amount)| ValueAmount { kind: *kind, unit: kind.unit(), amount: *amount }).collect()
}

fn line(of: &Line, names: &Names) -> ValueLine {
    ValueLine {
        kind: of.kind,
        unit: of.kind.unit(),
        amount: of.amount,
        base: names.base(of.whose.base),
        from: of.days.from,
        to: of.days.to,
        days: of.days.count(),
        of: of.thing.clone(),
        label: of.label.clone(),
        area: of.each.filter(|_| of.kind == ValueKind::AreaMonths),
    }
}

fn years(lines: &[Line]) -> Vec<ValueOfYear> {
    let mut by: BTreeMap<i32, BTreeMap<ValueKind, i64>> = BTreeMap::new();
    for line in lines {
        for (year, amount) in line.by_year() {
            *by.entry(year).or_default().entry(line.kind).or_default() += amount;
        }
    }
    let all = by.into_iter().map(|(year, mut sums)| {
        sums.retain(|_, amount| *amount > 0);
        ValueOfYear { year, amounts: amounts(&sums) }
    });
    all.collect()
}

/// What an organization has received, as it is shown.
#[must_use]
pub fn value(lines: &[Line], (from, to): (Option<Day>, Day), names: &Names) -> ValueView {
    let of_base = |base: BaseId| ValueOfBase {
        base: names.base(base),
        amounts: amounts(&received::totals(lines.iter().filter(|line| line.whose.base == base))),
    };
    ValueView {
        from,
        to,
        totals: amounts(&received::totals(lines)),
        bases: received::bases(lines).into_iter().map(of_base).collect(),
        years: years(lines),
        lines: lines.iter().map(|of| self::line(of, names)).collect(),
    }
}

/// A row of the ledger over organizations, as it is shown.
#[must_use]
pub fn row(of: &Row, names: &Names) -> ValueRow {
    ValueRow {
        organization: of.who.id.0,
        name: of.who.name.clone(),
        bases: of.bases.iter().map(|base| names.base(*base)).collect(),
        amounts: amounts(&of.sums),
    }
}

/// The last day that was counted.
#[must_use]
pub fn counted_to(days: Option<Days>, today: Day) -> Day {
    days.map_or(today, |days| days.to)
}

/// A page of the ledger: the rows after one, at most so many.
#[must_use]
pub fn page(of: &Ledger, asked: (Option<Day>, Day), names: &Names, (after, limit): (Option<&str>, usize)) -> ValuePage {
    let start = after.map_or(0, |after| of.rows.partition_point(|row| row.who.sort_key.as_str() <= after));
    let rest = of.rows.get(start..).unwrap_or_default();
    let items: Vec<ValueRow> = rest.iter().take(limit).map(|of| row(of, names)).collect();
    let last = rest.get(limit).and_then(|_| rest.get(limit.checked_sub(1)?));
    ValuePage {
        from: asked.0,
        to: asked.1,
        totals: amounts(&of.totals),
        items,
        next: last.map(|row| crate::http::reply::cursor(&[&row.who.sort_key])),
        total: i64::try_from(of.rows.len()).unwrap_or(i64::MAX),
    }
}
