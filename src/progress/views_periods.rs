//! Periods, as they are shown: what came in of a base, and of all of them.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts},
    day::Day,
    id::{BaseId, OrganizationId},
    progress::{
        ProgressReport, ReportCourse, ReportCycle, ReportFigure, ReportOwner, ReportPassage, ReportPeriod,
        ReportQuestion, ReportState, form,
    },
    refusal::{Code, Refusal},
    setting::REPORT_CYCLE,
};
use poem_openapi::Object;

use super::{
    matter, periods,
    store::{self, ReportRow, Standing},
    views::{self, ReportItem},
};
use crate::{
    applications::{
        checks::Ground,
        views::{Can, word},
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    db::{Keep, tables},
    fault::Fault,
    house::House,
    http::Caller,
    organizations::store as organizations,
    residencies::store as residencies,
    settings,
};

/// Periods that can be chosen, back from the one that runs to the same one of a year before, or of two.
const QUARTERS: usize = 9;
const MONTHS: usize = 13;

/// A period that can be chosen.
#[derive(Debug, Clone, Object)]
pub struct PeriodChoice {
    /// The period.
    pub period: ReportPeriod,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Reports that were asked for.
    pub count: i64,
}

/// The periods of a base.
#[derive(Debug, Clone, Object)]
pub struct PeriodList {
    /// Over what the base has its residents report.
    pub cycle: ReportCycle,
    /// The period that is looked at first: the newest one that was asked for, else the last one that is over.
    pub current: ReportPeriod,
    /// The periods, the newest first.
    pub items: Vec<PeriodChoice>,
}

/// What the accepted reports come to.
#[derive(Debug, Clone, Object)]
pub struct ReportTotal {
    /// To which question.
    pub question: ReportQuestion,
    /// The sum.
    pub total: f64,
    /// Over how many reports.
    pub count: i64,
}

/// The reports of a base on a period.
#[derive(Debug, Clone, Object)]
pub struct PeriodView {
    /// In which base.
    pub base: PublicBase,
    /// The period.
    pub period: ReportPeriod,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Reports that were asked for.
    pub count: i64,
    /// How many are in each state.
    pub states: BTreeMap<String, i64>,
    /// How many are not handed in, and out of time.
    pub overdue: i64,
    /// How many came late.
    pub late: i64,
    /// How many were resident and not asked.
    pub unasked: i64,
    /// The last day for who is asked today.
    pub due: Day,
    /// That day rests on an arrangement that is not published yet.
    pub provisional: bool,
    /// What the accepted reports come to.
    pub totals: Vec<ReportTotal>,
    /// The reports, by name.
    pub items: Vec<ReportItem>,
    /// What the caller may do.
    pub can: Can,
}

/// The reports of a base on a period, in figures.
#[derive(Debug, Clone, Object)]
pub struct BaseReports {
    /// The base.
    pub base: PublicBase,
    /// Reports that were asked for.
    pub count: i64,
    /// How many are in each state.
    pub states: BTreeMap<String, i64>,
    /// How many are not handed in, and out of time.
    pub overdue: i64,
    /// How many came late.
    pub late: i64,
}

/// The reports of all bases on a period.
#[derive(Debug, Clone, Object)]
pub struct PeriodSummary {
    /// The period.
    pub period: ReportPeriod,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// The bases, in the order of their codes; those too that have asked for nothing.
    pub bases: Vec<BaseReports>,
    /// What the accepted reports of all come to.
    pub totals: Vec<ReportTotal>,
}

impl Keep for PeriodView {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.items.len()).unwrap_or(u64::MAX) / 2 + 4
    }
}
impl Keep for PeriodSummary {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.bases.len()).unwrap_or(u64::MAX) / 2 + 4
    }
}

/// What the views are read of.
const READ_OF: &[&str] = &["progress_report", "residency", "organization", "base", "setting", "work_day"];

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A number of so many hundredths.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "sums of a period are far below what a double holds exactly")]
pub fn whole(hundredths: i64) -> f64 {
    hundredths as f64 / 100.0
}

/// What figures come to, question by question; the same one is one in forms of different days.
#[must_use]
pub fn totals(all: &[Vec<ReportFigure>]) -> Vec<ReportTotal> {
    let each = || all.iter().flatten();
    let total = |question: &ReportQuestion| {
        let counted = || each().filter(|figure| figure.question.is_same(question)).map(|figure| figure.hundredths);
        ReportTotal {
            question: question.clone(),
            total: whole(counted().fold(0, i64::saturating_add)),
            count: number(counted().count()),
        }
    };
    form::merged(each().map(|figure| &figure.question)).into_iter().map(total).collect()
}

fn states<'a>(all: impl Iterator<Item = &'a ReportState> + Clone) -> BTreeMap<String, i64> {
    let count = |state: &ReportState| number(all.clone().filter(|one| *one == state).count());
    ReportState::ALL.iter().map(|state| (state.as_str().to_owned(), count(state))).collect()
}

/// The rows of a base on a period, by name of their organization, as the page and the workbook show them.
///
/// # Errors
/// What the database says.
pub async fn rows(house: &House, base: BaseId, period: ReportPeriod) -> Result<Vec<(ReportRow, String)>, Fault> {
    named(house, house.db.read(store::of_period(base, period)).await?).await
}

async fn named(house: &House, rows: Vec<ReportRow>) -> Result<Vec<(ReportRow, String)>, Fault> {
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    let whose = organizations::named(&house.db, &ids).await?;
    let names: BTreeMap<OrganizationId, &str> = whose.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let name = |row: &ReportRow| names.get(&row.organization.0).copied().unwrap_or_default().to_owned();
    let mut all: Vec<(ReportRow, String)> = rows.iter().map(|row| (row.clone(), name(row))).collect();
    all.sort_by(|a, b| (&a.1, a.0.id).cmp(&(&b.1, b.0.id)));
    Ok(all)
}

async fn read_period(house: &House, base: BaseId, period: ReportPeriod) -> Result<PeriodView, Fault> {
    let reads = (
        crate::bases::store::one(base),
        store::of_period(base, period),
        residencies::not_ended(period.first(), Some(base)),
    );
    let (bases, there, stays) = house.db.read(reads).await?;
    let row = bases.first().ok_or_else(Refusal::missing)?;
    let ground = Ground::for_views(house, &bases).await?;
    let residents = periods::reporting(stays, period);
    let unasked = periods::unasked(&residents, &there, period).len();
    let all = named(house, there).await?;
    let items = all.iter().map(|(of, name)| views::item(of, row, name, &ground)).collect::<Result<Vec<_>, _>>()?;
    let figures = all.iter().map(|(of, _)| of.figures()).collect::<Result<Vec<_>, _>>()?;
    let late_now = |of: &&ReportItem| {
        of.clock.as_ref().is_some_and(|clock| clock.overdue && clock.owner == ReportOwner::Organization)
    };
    let from = domain::progress::counts_from(period, ground.today());
    let due = matter::due_from(&ground, base, from)?;
    let refused = periods::cannot_open(&ground, base, period, residents.len()).map(|fault| fault.code);
    let open = refused.or_else(|| (unasked == 0).then_some(Code::AllAsked));
    Ok(PeriodView {
        base: row.into(),
        period,
        first: period.first(),
        last: period.last(),
        count: number(items.len()),
        states: states(items.iter().map(|of| &of.state)),
        overdue: number(items.iter().filter(late_now).count()),
        late: number(items.iter().filter(|of| of.late.is_some()).count()),
        unasked: number(unasked),
        due: due.due,
        provisional: due.provisional,
        totals: totals(&figures),
        items,
        can: Can::from([("open".to_owned(), word(open))]),
    })
}

/// The reports of a base on a period.
///
/// # Errors
/// A base that is not the caller's.
pub async fn period(house: &House, by: &Caller, base: BaseId, period: ReportPeriod) -> Result<PeriodView, Fault> {
    periods::seen(house, by, base).await?;
    let key = format!("{base} {period} {}", house.today());
    let read = || read_period(house, base, period);
    let kept = house.db.keep("progress_period", key, tables(READ_OF), read).await?;
    let mut view = PeriodView::clone(&kept);
    if let Some(code) = by.can(Action::ProgressManage, &Facts::of_base(base)) {
        view.can.insert("open".to_owned(), word(Some(code)));
    }
    Ok(view)
}

/// The periods that can be chosen, of a base or of all: those of its cycle, and those of the other one that there are
/// reports on.
///
/// # Errors
/// A base that is not the caller's.
pub async fn choices(house: &House, base: Option<BaseId>) -> Result<PeriodList, Fault> {
    let today = house.today();
    let value = settings::service::values(house).await?.value(base, REPORT_CYCLE, today);
    let cycle = value.as_str().and_then(|word| word.parse().ok()).unwrap_or(ReportCycle::Quarter);
    let back = |cycle: &ReportCycle| {
        let many = if *cycle == ReportCycle::Month { MONTHS } else { QUARTERS };
        std::iter::successors(Some(ReportPeriod::of(*cycle, today)), |of| Some(of.before())).take(many)
    };
    let mut all: Vec<ReportPeriod> = ReportCycle::ALL.iter().flat_map(back).collect();
    all.sort_unstable_by_key(|of| std::cmp::Reverse((of.last(), of.first())));
    let counts = house.db.read(all.iter().map(|of| store::count_of(base, *of)).collect::<Vec<_>>()).await?;
    let choice = |(period, counted): (&ReportPeriod, Vec<store::Count>)| PeriodChoice {
        period: *period,
        first: period.first(),
        last: period.last(),
        count: counted.first().map_or(0, |one| one.count),
    };
    let mut items: Vec<PeriodChoice> = all.iter().zip(counts).map(choice).collect();
    items.retain(|of| of.count > 0 || of.period.cycle() == cycle);
    // What was asked for is looked at, and else what is to be asked for next.
    let current = items.iter().find(|of| of.count > 0).map(|of| of.period);
    let current = current.unwrap_or_else(|| ReportPeriod::of(cycle, today).before());
    Ok(PeriodList { cycle, current, items })
}

/// Whether a report is out of time that is not handed in.
fn is_overdue(of: &Standing, ground: &Ground, house: &House) -> Result<bool, Fault> {
    // The clock of what is handed in is the base's, whenever that began.
    let asked = Day::of(of.created_at.0, house.zone);
    let passages = vec![ReportPassage { state: of.state.0, day: asked }];
    let report = ProgressReport {
        id: of.id.0,
        base: of.base.0,
        organization: of.organization.0,
        residency: of.residency.0,
        period: of.period.0,
        due: of.due.0,
        form: Vec::new(),
        state: of.state.0,
        course: ReportCourse { passages, ..ReportCourse::default() },
    };
    let clock = matter::clock(&report, ground)?;
    Ok(clock.is_some_and(|clock| clock.owner == ReportOwner::Organization && clock.late(ground.today()).is_some()))
}

async fn read_summary(house: &House, period: ReportPeriod) -> Result<PeriodSummary, Fault> {
    let (bases, all) = house.db.read((crate::bases::store::every(), store::standing_of(period))).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let figures = all.iter().map(Standing::figures).collect::<Result<Vec<_>, _>>()?;
    let of_base = |base: &BaseRow| {
        let own: Vec<&Standing> = all.iter().filter(|of| of.base == base.id).collect();
        let overdue = own.iter().map(|of| is_overdue(of, &ground, house)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Fault>(BaseReports {
            base: base.into(),
            count: number(own.len()),
            states: states(own.iter().map(|of| &of.state.0)),
            overdue: number(overdue.into_iter().filter(|late| *late).count()),
            late: number(own.iter().filter(|of| of.late.is_some()).count()),
        })
    };
    Ok(PeriodSummary {
        period,
        first: period.first(),
        last: period.last(),
        bases: bases.iter().map(of_base).collect::<Result<Vec<_>, _>>()?,
        totals: totals(&figures),
    })
}

/// The reports of all bases on a period, for who sees all of them.
///
/// # Errors
/// What the database says.
pub async fn summary(house: &House, period: ReportPeriod) -> Result<PeriodSummary, Fault> {
    let read = || read_summary(house, period);
    let key = format!("{period} {}", house.today());
    Ok(PeriodSummary::clone(&*house.db.keep("progress_summary", key, tables(READ_OF), read).await?))
}
