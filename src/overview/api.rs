//! Routes of the figures.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{Action, Facts},
    day::Day,
    id::{BaseId, OrganizationId},
    overview::{Month, Stages, months},
    refusal::Refusal,
};
use futures_util::future::try_join_all;
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};

use super::{
    figures::{self, Blade, Counts, Due},
    store::{self, TermRow},
};
use crate::{
    bases::store::BaseRow,
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, By, Tag, act},
};

/// Routes of the figures.
#[derive(Debug)]
pub struct OverviewApi(pub SharedHouse);

/// Months that the movements go back.
const MONTHS: u32 = 12;
/// Items that an entry of the list of things to do names; the rest is a number.
const NAMED: usize = 5;

/// How the spaces stand today.
#[derive(Debug, Object)]
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

/// Something that needs somebody.
#[derive(Debug, Object)]
struct Attention {
    /// `expiring`, `to_hand_over`, `organization_without_liaison`, `import_open`.
    kind: String,
    /// How many.
    count: i64,
    /// The first day of them.
    first: Option<Day>,
    /// The first few.
    items: Vec<AttentionItem>,
}

/// One thing that needs somebody.
#[derive(Debug, Object)]
struct AttentionItem {
    /// Identifier of the thing.
    id: String,
    /// What people call it.
    label: String,
    /// Its day.
    day: Option<Day>,
}

/// A month's movements.
#[derive(Debug, Object)]
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
#[derive(Debug, Object)]
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
#[derive(Debug, Object)]
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
#[derive(Debug, Object)]
struct BaseOverview {
    /// The base.
    base: OverviewBaseBrief,
    /// Today in the institution's zone.
    today: Day,
    /// How the spaces stand.
    spaces: SpaceCounts,
    /// Organizations that have a place.
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
#[derive(Debug, Object)]
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
#[derive(Debug, Object)]
struct Totals {
    /// Bases.
    bases: i64,
    /// Live organizations.
    organizations: i64,
    /// Registered ones.
    registered: i64,
    /// Recorded ones (备案).
    recorded: i64,
    /// Organizations that have a place somewhere; one with two places counts once.
    residents: i64,
    /// Spaces given for terms.
    assignable: i64,
    /// Handed over.
    occupied: i64,
}

/// The figures of the city.
#[derive(Debug, Object)]
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

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
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
        Ok(Json(base_figures(&self.0, id.0).await?))
    }

    /// The figures of the city
    ///
    /// All bases side by side, with the sums that must agree with the lists.
    #[oai(path = "/overview", method = "get", operation_id = "overview_city", tag = Tag::Bases)]
    async fn city(&self, _by: By<act::OverviewCity>) -> Answer<Json<CityOverview>> {
        Ok(Json(city_figures(&self.0).await?))
    }
}

/// What the figures depend on besides the rows.
struct Frame {
    today: Day,
    since: Day,
    soon: Day,
    stages: Stages,
}

async fn frame(house: &House, base: Option<BaseId>) -> Result<Frame, Fault> {
    let today = house.today();
    let rules = crate::overview::rules(house, base, today).await?;
    // A stay older than this shows as its oldest term that is still read: ten years are enough.
    Ok(Frame { today, since: today.plus(-3_653), soon: today.plus(i64::from(rules.soon_days)), stages: rules.stages })
}

async fn base_figures(house: &House, id: BaseId) -> Result<BaseOverview, Fault> {
    let base = crate::bases::store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let frame = frame(house, Some(id)).await?;
    let terms = store::terms_of_base(&house.db, id, frame.since).await?;
    let closures = store::closures_of_base(&house.db, id, frame.today).await?;
    let assignable = [(id, store::assignable_of_base(&house.db, id).await?)];
    let counts =
        figures::counts(&assignable, &terms, &closures, frame.today, frame.soon).remove(&id).unwrap_or_default();
    let stays = figures::stays_of(terms.iter());
    let blades = figures::blades(&stays, frame.today, frame.stages);
    let mut wanted: BTreeSet<OrganizationId> = blades.iter().map(|blade| blade.organization).collect();
    let (expiring, waiting) =
        (figures::expiring(&terms, frame.today, frame.soon), figures::to_hand_over(&terms, frame.today));
    wanted.extend(expiring.iter().chain(&waiting).map(|due| due.term.organization.0));
    let wanted: Vec<OrganizationId> = wanted.into_iter().collect();
    let known = store::organizations(&house.db, &wanted).await?;
    let names: BTreeMap<OrganizationId, &str> = known.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let mut attention = vec![
        due_view(house, "expiring", &expiring, &names).await?,
        due_view(house, "to_hand_over", &waiting, &names).await?,
    ];
    let residents: BTreeSet<OrganizationId> = blades.iter().map(|blade| blade.organization).collect();
    let silent: Vec<AttentionItem> = known
        .iter()
        .filter(|row| residents.contains(&row.id.0) && row.liaison_name.is_none())
        .map(|row| AttentionItem { id: row.id.0.to_string(), label: row.name.clone(), day: None })
        .collect();
    attention.push(listed("organization_without_liaison", silent));
    attention.push(imports(house, Some(id)).await?);
    attention.retain(|entry| entry.count > 0);
    Ok(BaseOverview {
        base: (&base).into(),
        today: frame.today,
        spaces: counts.into(),
        residents: count(residents.len()),
        organizations: store::organizations_of_base(&house.db, id).await?,
        attention,
        months: months(&stays, frame.today, MONTHS).into_iter().map(MonthView::from).collect(),
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

fn listed(kind: &str, mut items: Vec<AttentionItem>) -> Attention {
    let (n, first) = (count(items.len()), items.iter().filter_map(|item| item.day).min());
    items.truncate(NAMED);
    Attention { kind: kind.to_owned(), count: n, first, items }
}

async fn due_view(
    house: &House,
    kind: &str,
    due: &[Due<'_>],
    names: &BTreeMap<OrganizationId, &str>,
) -> Result<Attention, Fault> {
    let shown: Vec<&TermRow> = due.iter().take(NAMED).map(|due| due.term).collect();
    let codes = store::space_codes(&house.db, shown.iter().map(|term| term.space.clone()).collect()).await?;
    let items = due
        .iter()
        .take(NAMED)
        .map(|due| {
            let code = codes.iter().find(|(space, _)| *space == due.term.space).map_or("", |(_, code)| code.as_str());
            let name = names.get(&due.term.organization.0).copied().unwrap_or_default();
            AttentionItem {
                id: due.term.id.0.to_string(),
                label: format!("{code} {name}").trim().to_owned(),
                day: Some(due.day),
            }
        })
        .collect();
    Ok(Attention { kind: kind.to_owned(), count: count(due.len()), first: due.first().map(|due| due.day), items })
}

async fn imports(house: &House, base: Option<BaseId>) -> Result<Attention, Fault> {
    let rows = store::open_imports(&house.db).await?;
    let items = rows
        .into_iter()
        .filter(|row| base.is_none() || row.base.map(|at| at.0) == base)
        .map(|row| AttentionItem { id: row.id.0.to_string(), label: row.file_name, day: None })
        .collect();
    Ok(listed("import_open", items))
}

async fn city_figures(house: &House) -> Result<CityOverview, Fault> {
    let frame = frame(house, None).await?;
    let bases = crate::bases::store::all(&house.db).await?;
    let terms = store::terms(&house.db, frame.since).await?;
    let closures = store::closures(&house.db, frame.today).await?;
    let assignable = store::assignable(&house.db).await?;
    let counts = figures::counts(&assignable, &terms, &closures, frame.today, frame.soon);
    let homes = try_join_all(bases.iter().map(|base| store::organizations_of_base(&house.db, base.id.0))).await?;
    let mut views = Vec::with_capacity(bases.len());
    for (base, organizations) in bases.iter().zip(homes) {
        let here = figures::stays_of(terms.iter().filter(|term| term.base == base.id));
        let blades = figures::blades(&here, frame.today, frame.stages);
        let at = counts.get(&base.id.0).copied().unwrap_or_default();
        views.push(CityBase {
            base: base.into(),
            assumed: base.assumed,
            assignable: at.assignable,
            occupied: at.occupied,
            expiring: at.expiring,
            residents: count(blades.iter().map(|blade| blade.organization).collect::<BTreeSet<_>>().len()),
            organizations,
            blades: blades
                .iter()
                .map(|blade| BladeView { organization: None, name: None, months: blade.months, stage: blade.stage })
                .collect(),
        });
    }
    let everywhere = figures::stays_of(terms.iter());
    let residents: BTreeSet<OrganizationId> =
        figures::blades(&everywhere, frame.today, frame.stages).iter().map(|blade| blade.organization).collect();
    let kinds = ["association", "service_institution", "foundation", "recorded", "pre_registration"];
    let of_kind = try_join_all(kinds.iter().map(|kind| store::organizations_of_kind(&house.db, kind))).await?;
    Ok(CityOverview {
        today: frame.today,
        totals: Totals {
            bases: count(bases.len()),
            organizations: of_kind.iter().sum(),
            registered: of_kind.iter().take(3).sum(),
            recorded: of_kind.get(3).copied().unwrap_or_default(),
            residents: count(residents.len()),
            assignable: counts.values().map(|at| at.assignable).sum(),
            occupied: counts.values().map(|at| at.occupied).sum(),
        },
        months: months(&everywhere, frame.today, MONTHS).into_iter().map(MonthView::from).collect(),
        attention: city_attention(house, &frame, &bases, &terms).await?,
        bases: views,
    })
}

/// Over the city, an entry names bases: the base's own page names the desks.
async fn city_attention(
    house: &House,
    frame: &Frame,
    bases: &[BaseRow],
    terms: &[TermRow],
) -> Result<Vec<Attention>, Fault> {
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
        imports(house, None).await?,
    ];
    all.retain(|entry| entry.count > 0);
    Ok(all)
}
