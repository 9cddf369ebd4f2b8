//! Routes of the figures.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{Action, Facts, Reached},
    day::Day,
    id::{BaseId, OrganizationId},
    overview::{Month, Stages, months},
    refusal::Refusal,
};
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};

use super::{
    assessed,
    attention::{Attention, AttentionItem, applied, count, due_view, listed, waiting_imports},
    figures::{self, Blade, Counts, Due},
    filed, reported, stays,
    store::{self, ImportRow, TermRow},
    waiting::{self, Waiting},
};
use crate::{
    bases::store::BaseRow,
    db::{Keep, tables},
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, By, Tag, act},
    settings::{service::Values, store::SettingRow},
};

/// Months that the movements go back.
const MONTHS: u32 = 12;

/// Routes of the figures.
#[derive(Debug)]
pub struct OverviewApi(pub SharedHouse);

/// How the spaces stand today.
#[derive(Debug, Clone, Object)]
struct SpaceCounts {
    /// Given for terms at all.
    assignable: i64,
    /// Handed over.
    occupied: i64,
    /// Decided, not yet handed over.
    reserved: i64,
    /// Neither taken nor closed.
    free: i64,
    /// Closed.
    closed: i64,
    /// Occupied ones whose term ends soon.
    expiring: i64,
}

impl From<Counts> for SpaceCounts {
    fn from(c: Counts) -> Self {
        Self {
            assignable: c.assignable,
            occupied: c.occupied,
            reserved: c.reserved,
            free: c.free,
            closed: c.closed,
            expiring: c.expiring,
        }
    }
}

/// A month's movements.
#[derive(Debug, Clone, Object)]
struct MonthView {
    /// The month, `YYYY-MM`.
    month: String,
    /// Organizations that moved in.
    moved_in: i64,
    /// Organizations that moved out.
    moved_out: i64,
    /// Residents at its end.
    residents: i64,
}

impl From<Month> for MonthView {
    fn from(month: Month) -> Self {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Self {
            month: month.first.to_string().chars().take(7).collect(),
            moved_in: count(month.moved_in),
            moved_out: count(month.moved_out),
            residents: count(month.residents),
        }
    }
}

/// A resident organization as a blade of the meadow.
#[derive(Debug, Clone, Object)]
struct BladeView {
    /// Identifier; absent in the figures of the city.
    #[oai(skip_serializing_if_is_none)]
    organization: Option<OrganizationId>,
    /// Name; absent in the figures of the city.
    #[oai(skip_serializing_if_is_none)]
    name: Option<String>,
    /// Whole months of its stay.
    months: u32,
    /// 0 just begun, 1 growing, 2 mature.
    stage: u8,
}

/// A base, in short.
#[derive(Debug, Clone, Object)]
struct OverviewBaseBrief {
    /// Identifier.
    id: BaseId,
    /// Code.
    code: String,
    /// Name.
    name: String,
    /// Short name.
    short_name: String,
}

impl From<&BaseRow> for OverviewBaseBrief {
    fn from(row: &BaseRow) -> Self {
        Self { id: row.id.0, code: row.code.clone(), name: row.name.clone(), short_name: row.short_name.clone() }
    }
}

/// The figures of a base.
#[derive(Debug, Clone, Object)]
struct BaseOverview {
    /// The base.
    base: OverviewBaseBrief,
    /// Today in the institution's zone.
    today: Day,
    /// How the spaces stand.
    spaces: SpaceCounts,
    /// Organizations that are resident, with a place or without.
    residents: i64,
    /// Organizations whose home the base is.
    organizations: i64,
    /// What needs somebody.
    attention: Vec<Attention>,
    /// Movements, oldest month first.
    months: Vec<MonthView>,
    /// The meadow.
    blades: Vec<BladeView>,
}

/// A base in the figures of the city.
#[derive(Debug, Clone, Object)]
struct CityBase {
    /// The base.
    #[oai(flatten)]
    base: OverviewBaseBrief,
    /// The record is an assumption of the demo data, not a fact.
    assumed: bool,
    /// Spaces given for terms.
    assignable: i64,
    /// Handed over.
    occupied: i64,
    /// Occupied ones whose term ends soon.
    expiring: i64,
    /// Organizations that have a place.
    residents: i64,
    /// Organizations whose home the base is.
    organizations: i64,
    /// Its part of the meadow.
    blades: Vec<BladeView>,
}

/// Sums over the city.
#[derive(Debug, Clone, Object)]
struct Totals {
    /// Bases.
    bases: i64,
    /// Live organizations.
    organizations: i64,
    /// Registered ones.
    registered: i64,
    /// Recorded ones (备案).
    recorded: i64,
    /// Organizations that are resident somewhere, with a place or without; one in two bases counts once.
    residents: i64,
    /// Spaces given for terms.
    assignable: i64,
    /// Handed over.
    occupied: i64,
}

/// The figures of the city.
#[derive(Debug, Clone, Object)]
struct CityOverview {
    /// Today in the institution's zone.
    today: Day,
    /// Bases in order of their codes.
    bases: Vec<CityBase>,
    /// Sums.
    totals: Totals,
    /// Movements, oldest month first.
    months: Vec<MonthView>,
    /// What needs somebody, over all bases.
    attention: Vec<Attention>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl OverviewApi {
    /// The figures of a base
    ///
    /// How its spaces stand, who is resident since when, the movements of a year and what needs
    /// somebody today.
    #[oai(path = "/bases/:id/overview", method = "get", operation_id = "overview_base", tag = Tag::Bases)]
    async fn base(&self, by: By<act::OverviewBase>, id: Path<BaseId>) -> Answer<Json<BaseOverview>> {
        by.allow(Action::OverviewBase, Action::OverviewBase, &Facts::of_base(id.0))?;
        let (house, today) = (&self.0, self.0.today());
        let imports = by.principal.role_for(Action::ImportsRead, &Facts::of_base(id.0)).is_some();
        let read = || base_figures(house, id.0, today, imports);
        let key = format!("{} {today} {imports}", id.0);
        let figures = house.db.keep("figures_of_base", key, tables(FIGURES), read).await?;
        let mut figures = BaseOverview::clone(&figures);
        if by.principal.role_for(Action::ApplicationsRead, &Facts::of_base(id.0)).is_some() {
            figures.attention.extend(applied(&waiting::kept(house, Some(id.0)).await?, today, |one| one.label.clone()));
        }
        if by.principal.role_for(Action::ResidenciesRead, &Facts::of_base(id.0)).is_some() {
            figures.attention.extend(stays::lines(&*stays::kept(house, Some(id.0)).await?));
        }
        if by.principal.role_for(Action::AssessmentsRead, &Facts::of_base(id.0)).is_some() {
            figures.attention.extend(assessed::lines(&*assessed::kept(house, Some(id.0)).await?));
        }
        if by.principal.role_for(Action::ProgressRead, &Facts::of_base(id.0)).is_some() {
            figures.attention.extend(reported::lines(&*reported::kept(house, Some(id.0)).await?));
        }
        if by.principal.role_for(Action::FilingsRead, &Facts::of_base(id.0)).is_some() {
            figures.attention.extend(filed::lines(&*filed::kept(house, Some(id.0)).await?));
        }
        Ok(Json(figures))
    }

    /// The figures of the city
    ///
    /// All bases side by side, with the sums that must agree with the lists.
    #[oai(path = "/overview", method = "get", operation_id = "overview_city", tag = Tag::Bases)]
    async fn city(&self, by: By<act::OverviewCity>) -> Answer<Json<CityOverview>> {
        let (house, today) = (&self.0, self.0.today());
        let imports = by.principal.reach(Action::ImportsRead) == Reached::All;
        let read = || city_figures(house, today, imports);
        let figures = house.db.keep("figures_of_city", format!("{today} {imports}"), tables(FIGURES), read).await?;
        let mut figures = CityOverview::clone(&figures);
        if by.principal.reach(Action::ApplicationsRead) == Reached::All {
            let waiting = waiting::kept(house, None).await?;
            let bases: BTreeMap<BaseId, String> =
                figures.bases.iter().map(|base| (base.base.id, base.base.short_name.clone())).collect();
            let named = |one: &Waiting| format!("{} {}", bases.get(&one.base).map_or("", String::as_str), one.label);
            figures.attention.extend(applied(&waiting, today, named));
        }
        if by.principal.reach(Action::ResidenciesRead) == Reached::All {
            figures.attention.extend(stays::lines(&*stays::kept(house, None).await?));
        }
        if by.principal.reach(Action::AssessmentsRead) == Reached::All {
            figures.attention.extend(assessed::lines(&*assessed::kept(house, None).await?));
        }
        if by.principal.reach(Action::ProgressRead) == Reached::All {
            figures.attention.extend(reported::lines(&*reported::kept(house, None).await?));
        }
        if by.principal.reach(Action::FilingsRead) == Reached::All {
            figures.attention.extend(filed::lines(&*filed::kept(house, None).await?));
        }
        Ok(Json(figures))
    }
}

/// What the figures depend on besides the rows.
struct Frame {
    today: Day,
    soon: Day,
    stages: Stages,
}

impl Frame {
    fn of(settings: Vec<SettingRow>, base: Option<BaseId>, today: Day) -> Self {
        let rules = crate::overview::rules(&Values::of(settings), base, today);
        Self { today, soon: today.plus(i64::from(rules.soon_days)), stages: rules.stages }
    }
}

/// A stay older than this shows as its oldest term that is still read: ten years are enough.
fn since(today: Day) -> Day {
    today.plus(-3_653)
}

/// What figures are read of.
const FIGURES: &[&str] = &[
    "base",
    "space",
    "allocation",
    "residency",
    "closure",
    "organization",
    "setting",
    "import_batch",
    "application",
    "work_day",
];

impl Keep for BaseOverview {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.blades.len()).unwrap_or(u64::MAX) / 8 + 4
    }
}

impl Keep for CityOverview {
    fn kilobytes(&self) -> u64 {
        let blades: usize = self.bases.iter().map(|base| base.blades.len()).sum();
        u64::try_from(blades).unwrap_or(u64::MAX) / 8 + 8
    }
}

async fn base_figures(house: &House, id: BaseId, today: Day, reads_imports: bool) -> Result<BaseOverview, Fault> {
    let (base, settings, spaces, terms, residencies, closures, organizations, imports) = house
        .db
        .read((
            crate::bases::store::one(id),
            crate::settings::store::all(),
            store::spaces_of_base(id),
            store::terms_of_base(id, since(today)),
            crate::residencies::store::not_ended(since(today), Some(id)),
            store::closures_of_base(id, today),
            store::organizations_of_base(id),
            reads_imports.then(|| store::open_imports_of_base(id)),
        ))
        .await?;
    let base = base.into_iter().next().ok_or_else(Refusal::missing)?;
    let frame = Frame::of(settings, Some(id), today);
    let counts = figures::counts(&spaces, &terms, &closures, today, frame.soon).remove(&id).unwrap_or_default();
    let stays = figures::stays_of(terms.iter(), residencies.iter());
    let blades = figures::blades(&stays, today, frame.stages);
    let residents: BTreeSet<OrganizationId> = blades.iter().map(|blade| blade.organization).collect();
    let (expiring, waiting) = (figures::expiring(&terms, today, frame.soon), figures::to_hand_over(&terms, today));
    let mut wanted = residents.clone();
    wanted.extend(expiring.iter().chain(&waiting).map(|due| due.term.organization.0));
    let known = house.db.read(store::organizations(&wanted)).await?;
    let names: BTreeMap<OrganizationId, &str> = known.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let silent: Vec<AttentionItem> = known
        .iter()
        .filter(|row| residents.contains(&row.id.0) && row.liaison_name.is_none())
        .map(|row| AttentionItem { id: row.id.0.to_string(), label: row.name.clone(), day: None })
        .collect();
    let mut attention = vec![
        due_view("expiring", &expiring, &spaces, &names),
        due_view("to_hand_over", &waiting, &spaces, &names),
        listed("organization_without_liaison", silent),
        waiting_imports(imports),
    ];
    attention.retain(|entry| entry.count > 0);
    Ok(BaseOverview {
        base: (&base).into(),
        today,
        spaces: counts.into(),
        residents: count(residents.len()),
        organizations: store::number(&organizations),
        attention,
        months: months(&stays, today, MONTHS).into_iter().map(MonthView::from).collect(),
        blades: blades.iter().map(|blade| named_blade(blade, &names)).collect(),
    })
}

fn named_blade(blade: &Blade, names: &BTreeMap<OrganizationId, &str>) -> BladeView {
    BladeView {
        organization: Some(blade.organization),
        name: names.get(&blade.organization).map(|name| (*name).to_owned()),
        months: blade.months,
        stage: blade.stage,
    }
}

/// Kinds of organizations in the sums: registered ones first.
const KINDS: [&str; 5] = ["association", "service_institution", "foundation", "recorded", "pre_registration"];

async fn city_figures(house: &House, today: Day, reads_imports: bool) -> Result<CityOverview, Fault> {
    let (bases, settings, spaces, terms, residencies, closures, of_kind, imports) = house
        .db
        .read((
            crate::bases::store::every(),
            crate::settings::store::all(),
            store::spaces(),
            store::terms(since(today)),
            crate::residencies::store::not_ended(since(today), None),
            store::closures(today),
            KINDS.map(store::organizations_of_kind).into_iter().collect::<Vec<_>>(),
            reads_imports.then(store::open_imports),
        ))
        .await?;
    let homes: Vec<_> = bases.iter().map(|base| store::organizations_of_base(base.id.0)).collect();
    let homes = house.db.read(homes).await?;
    let of_kind: Vec<i64> = of_kind.iter().map(|counted| store::number(counted)).collect();
    let frame = Frame::of(settings, None, today);
    let counts = figures::counts(&spaces, &terms, &closures, today, frame.soon);
    let mut views = Vec::with_capacity(bases.len());
    for (base, organizations) in bases.iter().zip(homes) {
        let here = figures::stays_of(
            terms.iter().filter(|term| term.base == base.id),
            residencies.iter().filter(|row| row.base == base.id),
        );
        let blades = figures::blades(&here, today, frame.stages);
        let at = counts.get(&base.id.0).copied().unwrap_or_default();
        views.push(CityBase {
            base: base.into(),
            assumed: base.assumed,
            assignable: at.assignable,
            occupied: at.occupied,
            expiring: at.expiring,
            residents: count(blades.iter().map(|blade| blade.organization).collect::<BTreeSet<_>>().len()),
            organizations: store::number(&organizations),
            blades: blades
                .iter()
                .map(|blade| BladeView { organization: None, name: None, months: blade.months, stage: blade.stage })
                .collect(),
        });
    }
    let everywhere = figures::stays_of(terms.iter(), residencies.iter());
    let residents: BTreeSet<OrganizationId> =
        figures::blades(&everywhere, today, frame.stages).iter().map(|blade| blade.organization).collect();
    Ok(CityOverview {
        today,
        totals: Totals {
            bases: count(bases.len()),
            organizations: of_kind.iter().sum(),
            registered: of_kind.iter().take(3).sum(),
            recorded: of_kind.get(3).copied().unwrap_or_default(),
            residents: count(residents.len()),
            assignable: counts.values().map(|at| at.assignable).sum(),
            occupied: counts.values().map(|at| at.occupied).sum(),
        },
        months: months(&everywhere, today, MONTHS).into_iter().map(MonthView::from).collect(),
        attention: city_attention(&frame, &bases, &terms, imports),
        bases: views,
    })
}

/// Over the city, an entry names bases: the base's own page names the desks.
fn city_attention(frame: &Frame, bases: &[BaseRow], terms: &[TermRow], open: Vec<ImportRow>) -> Vec<Attention> {
    let by_base = |kind: &str, due: &[Due<'_>]| {
        let items: Vec<AttentionItem> = bases
            .iter()
            .filter_map(|base| {
                let day = due.iter().filter(|due| due.term.base == base.id).map(|due| due.day).min()?;
                let n = due.iter().filter(|due| due.term.base == base.id).count();
                Some(AttentionItem {
                    id: base.id.0.to_string(),
                    label: format!("{} {n}", base.short_name),
                    day: Some(day),
                })
            })
            .collect();
        let mut entry = listed(kind, items);
        entry.count = count(due.len());
        entry
    };
    let mut all = vec![
        by_base("expiring", &figures::expiring(terms, frame.today, frame.soon)),
        by_base("to_hand_over", &figures::to_hand_over(terms, frame.today)),
        waiting_imports(open),
    ];
    all.retain(|entry| entry.count > 0);
    all
}
