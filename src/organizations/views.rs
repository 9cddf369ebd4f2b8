//! Organizations as they are shown.

use std::{
    borrow::Borrow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{
    access::Action,
    code::Code,
    day::Day,
    id::{BaseId, OrganizationId},
    organization::{self, AnnualCheck, Class, Kind, OrganizationAction, PartyForm},
};
use poem_openapi::Object;

use super::{details::Details, store::OrganizationRow, store_places};
use crate::{
    bases::store::BaseRow,
    db::{Keep, tables},
    divisions::store::DivisionRow,
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
};

/// A base, in short.
#[derive(Debug, Clone, Object)]
#[oai(rename = "BaseName")]
pub struct BaseName {
    /// Identifier.
    pub id: BaseId,
    /// Code, such as `B03`.
    pub code: String,
    /// Short name.
    pub short_name: String,
}

impl From<&BaseRow> for BaseName {
    fn from(row: &BaseRow) -> Self {
        Self { id: row.id.0, code: row.code.clone(), short_name: row.short_name.clone() }
    }
}

/// A place that an organization has or will have.
#[derive(Debug, Clone, Object)]
pub struct PlaceView {
    /// Code of the room or desk.
    pub space_code: String,
    /// Short name of the base.
    pub base_short_name: String,
}

impl PlaceView {
    /// As a sentence names it.
    #[must_use]
    pub fn spoken(&self) -> String {
        format!("{} {}", self.base_short_name, self.space_code)
    }
}

/// An organization in a list.
#[derive(Debug, Clone, Object)]
pub struct OrganizationItem {
    /// Identifier.
    pub id: OrganizationId,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// What a community organization mainly does.
    pub class: Option<Class>,
    /// Unified social credit code.
    pub credit_code: Option<String>,
    /// Record number.
    pub record_number: Option<String>,
    /// The base that looks after it.
    pub home_base: BaseName,
    /// Code of its banner, city or district.
    pub division: String,
    /// Its name.
    pub division_name: String,
    /// Not dissolved.
    pub live: bool,
    /// Has a place somewhere.
    pub resident: bool,
    /// Bases where it has a place.
    pub hosts: Vec<BaseName>,
    /// Evaluation grade.
    pub grade: Option<String>,
    /// The liaison.
    pub liaison_name: Option<String>,
    /// The liaison's phone; null for who may not see particulars of persons.
    pub liaison_phone: Option<String>,
    /// Places that it has or will have.
    pub places: Vec<PlaceView>,
    /// Version.
    pub version: i64,
}

/// An organization.
#[derive(Debug, Clone, Object)]
pub struct OrganizationView {
    /// What lists show.
    #[oai(flatten)]
    pub item: OrganizationItem,
    /// Name in Mongolian script.
    pub name_mn: Option<String>,
    /// Founded on.
    pub founded_on: Option<Day>,
    /// Code of its township or street.
    pub township: Option<String>,
    /// Its name.
    pub township_name: Option<String>,
    /// Code of its village or community.
    pub village: Option<String>,
    /// Its name.
    pub village_name: Option<String>,
    /// Result of the last annual check.
    pub annual_check: Option<AnnualCheck>,
    /// Form of its party organization; null when that is not known.
    pub party_form: Option<PartyForm>,
    /// The responsible person.
    pub responsible_name: Option<String>,
    /// Full-time staff.
    pub full_time_staff: Option<i64>,
    /// Qualified social workers.
    pub social_workers: Option<i64>,
    /// Volunteers.
    pub volunteers: Option<i64>,
    /// Dissolved on.
    pub dissolved_on: Option<Day>,
    /// Why it was dissolved.
    pub dissolved_reason: Option<String>,
    /// All further particulars.
    pub details: Details,
    /// What the caller may do with it: null = yes, else why not.
    pub can: BTreeMap<String, Option<String>>,
}

impl Versioned for OrganizationView {
    fn version(&self) -> i64 {
        self.item.version
    }
}

/// Names that rows refer to, read once for all rows of an answer.
#[derive(Debug)]
pub struct Names {
    bases: BTreeMap<BaseId, BaseRow>,
    divisions: BTreeMap<String, String>,
}

impl Keep for Names {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.bases.len() + self.divisions.len() / 8).unwrap_or(u64::MAX)
    }
}

impl Names {
    /// The names for some rows; all that there are, where they can be kept.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn of<R: Borrow<OrganizationRow>>(house: &House, rows: &[R]) -> Result<Arc<Self>, Fault> {
        let db = &house.db;
        if db.kept.is_on() {
            let read = || async {
                let (bases, divisions) =
                    db.read((crate::bases::store::every(), crate::divisions::store::every())).await?;
                Ok(Self::among(bases, divisions))
            };
            return db.keep("names", "", tables(&["base", "division"]), read).await;
        }
        let codes: BTreeSet<String> = rows
            .iter()
            .map(Borrow::borrow)
            .flat_map(|row| std::iter::once(&row.division).chain(&row.township).chain(&row.village).cloned())
            .collect();
        let codes: Vec<String> = codes.into_iter().collect();
        let reads = (crate::bases::store::every(), crate::divisions::store::of_codes(&codes));
        let (bases, divisions) = db.read(reads).await?;
        Ok(Arc::new(Self::among(bases, divisions)))
    }
    fn among(bases: Vec<BaseRow>, divisions: Vec<DivisionRow>) -> Self {
        let bases = bases.into_iter().map(|base| (base.id.0, base)).collect();
        Self { bases, divisions: divisions.into_iter().map(|d| (d.code, d.name)).collect() }
    }
    /// A base.
    #[must_use]
    pub fn base(&self, id: BaseId) -> BaseName {
        // Bases are never removed, so this one is only missing while another hand works on the database.
        self.bases.get(&id).map_or(BaseName { id, code: String::new(), short_name: String::new() }, BaseName::from)
    }
    /// A division's name.
    #[must_use]
    pub fn division(&self, code: &str) -> String {
        self.divisions.get(code).cloned().unwrap_or_default()
    }
}

/// The places of an organization.
pub async fn places(house: &House, row: &OrganizationRow) -> Result<Vec<PlaceView>, Fault> {
    let Some(places) = store_places::of(&house.db, [row.id.0]).await?.remove(&row.id.0) else { return Ok(Vec::new()) };
    let names = Names::of::<OrganizationRow>(house, &[]).await?;
    Ok(shown_places(&places, &names))
}

fn shown_places(places: &[store_places::Place], names: &Names) -> Vec<PlaceView> {
    places
        .iter()
        .map(|place| PlaceView { base_short_name: names.base(place.base).short_name, space_code: place.code.clone() })
        .collect()
}

/// Whether the caller may see phones and the like of an organization's people.
#[must_use]
pub fn sees_persons(by: &Caller, row: &OrganizationRow) -> bool {
    by.principal.role_for(Action::PersonsRead, &row.facts()).is_some()
}

/// The places of some organizations, kept together since a page is asked for again and again.
#[derive(Debug)]
struct Places(BTreeMap<OrganizationId, Vec<store_places::Place>>);

impl Keep for Places {
    fn kilobytes(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX) / 8 + 1
    }
}

/// Rows of a page as items.
///
/// # Errors
/// When names or places cannot be read.
pub async fn items<R>(house: &House, by: &Caller, rows: &[R]) -> Result<Vec<OrganizationItem>, Fault>
where
    R: Borrow<OrganizationRow>,
{
    let names = Names::of(house, rows).await?;
    let residents: Vec<OrganizationId> =
        rows.iter().map(Borrow::borrow).filter(|row| row.resident).map(|row| row.id.0).collect();
    let read = || async { Ok::<_, Fault>(Places(store_places::of(&house.db, residents.iter().copied()).await?)) };
    let key = residents.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let places = house.db.keep("places", key, tables(&["allocation", "space"]), read).await?;
    let of = |row: &OrganizationRow| places.0.get(&row.id.0).map_or(&[][..], Vec::as_slice);
    Ok(rows.iter().map(Borrow::borrow).map(|row| item(by, row, &names, of(row))).collect())
}

fn item(by: &Caller, row: &OrganizationRow, names: &Names, places: &[store_places::Place]) -> OrganizationItem {
    OrganizationItem {
        id: row.id.0,
        name: row.name.clone(),
        kind: row.kind.0,
        class: row.class.map(|class| class.0),
        credit_code: row.credit_code.clone(),
        record_number: row.record_number.clone(),
        home_base: names.base(row.home_base.0),
        division: row.division.clone(),
        division_name: names.division(&row.division),
        live: row.live,
        resident: row.resident,
        hosts: row.hosts.iter().map(|host| names.base(host.0)).collect(),
        grade: row.grade.clone(),
        liaison_name: row.liaison_name.clone(),
        liaison_phone: row.liaison_phone.clone().filter(|_| sees_persons(by, row)),
        places: shown_places(places, names),
        version: row.version,
    }
}

/// An organization with all that the caller may see of it.
pub async fn view(house: &House, by: &Caller, row: &OrganizationRow) -> Result<OrganizationView, Fault> {
    let names = Names::of(house, std::slice::from_ref(row)).await?;
    let places = if row.resident { store_places::of(&house.db, [row.id.0]).await? } else { BTreeMap::new() };
    let item = item(by, row, &names, places.get(&row.id.0).map_or(&[], Vec::as_slice));
    let name_of = |code: &Option<String>| code.as_deref().map(|code| names.division(code));
    Ok(OrganizationView {
        can: can(by, row, !item.places.is_empty() || row.is_stayed()),
        item,
        name_mn: row.name_mn.clone(),
        founded_on: row.founded_on.map(|day| day.0),
        township_name: name_of(&row.township),
        township: row.township.clone(),
        village_name: name_of(&row.village),
        village: row.village.clone(),
        annual_check: row.annual_check.map(|check| check.0),
        party_form: row.party_form.map(|form| form.0),
        responsible_name: row.responsible_name.clone(),
        full_time_staff: row.full_time_staff,
        social_workers: row.social_workers,
        volunteers: row.volunteers,
        dissolved_on: row.dissolved_on.map(|day| day.0),
        dissolved_reason: row.dissolved_reason.clone(),
        details: if sees_persons(by, row) { row.details() } else { row.details().without_private() },
    })
}

fn can(by: &Caller, row: &OrganizationRow, has_places: bool) -> BTreeMap<String, Option<String>> {
    let facts = row.facts();
    let steps = OrganizationAction::ALL.iter().map(|action| {
        let act = super::service::act_of(*action).0;
        let why = by.can(act, &facts).or_else(|| organization::can(row.state(), *action, has_places));
        (action.as_str(), why)
    });
    let others = [
        ("read_persons", by.principal.role_for(Action::PersonsRead, &facts).is_none().then_some(Code::NotAllowed)),
        ("edit_persons", by.can(Action::PersonsEdit, &facts)),
        ("add_file", by.can(Action::FilesAdd, &facts)),
        ("read_history", by.principal.role_for(Action::HistoryRead, &facts).is_none().then_some(Code::NotAllowed)),
    ];
    steps.chain(others).map(|(what, why)| (what.to_owned(), why.map(|code| code.as_str().to_owned()))).collect()
}
