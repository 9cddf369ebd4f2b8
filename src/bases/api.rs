//! Routes of bases.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts},
    code::Code,
    day::Day,
    id::BaseId,
    refusal::{FieldFault, Refusal},
};
use poem_openapi::{
    Object, OpenApi,
    param::{Header, Path},
    payload::Json,
    types::ToJSON,
};
use serde::{Deserialize, Serialize};

use super::store::{self, BaseRow};
use crate::{
    db::Tx,
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, Body, By, Caller, Found, Page, Tag, Versioned, act, reply},
    journal::Draft,
};

/// Routes of bases.
#[derive(Debug)]
pub struct BasesApi(pub SharedHouse);

/// Particulars of a base that nothing is searched by.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
#[oai(skip_serializing_if_is_none)]
pub struct BaseDetails {
    /// Sponsor (主管单位).
    pub sponsor: Option<String>,
    /// Operator (运营机构).
    pub operator: Option<String>,
    /// The operator's contract begins.
    pub operator_contract_from: Option<Day>,
    /// The operator's contract ends.
    pub operator_contract_to: Option<Day>,
    /// Where the money comes from: budget, welfare lottery fund, other.
    pub budget_source: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Gross area, m².
    pub gross_area_m2: Option<f64>,
    /// Office area, m².
    pub office_area_m2: Option<f64>,
    /// Shared area, m².
    pub shared_area_m2: Option<f64>,
    /// Owned or leased.
    pub tenure: Option<String>,
    /// End of the lease.
    pub lease_until: Option<Day>,
    /// Last fire-safety check.
    pub fire_check_on: Option<Day>,
    /// Function zones (功能区).
    pub zones: Vec<String>,
    /// Seats for virtual residents.
    pub virtual_seats: Option<u32>,
    /// Takes physical residents (实体孵化).
    pub mode_physical: Option<bool>,
    /// Takes virtual residents (虚拟孵化).
    pub mode_virtual: Option<bool>,
    /// Director.
    pub director: Option<String>,
    /// Full-time staff.
    pub full_time_staff: Option<u32>,
    /// Qualified social workers.
    pub social_workers: Option<u32>,
    /// Opening hours, as people read them.
    pub opening_hours: Option<String>,
    /// Hotline.
    pub hotline: Option<String>,
    /// Recognition (认定) by the upper bureau: level.
    pub recognition_level: Option<String>,
    /// Recognized on.
    pub recognized_on: Option<Day>,
    /// Subsidy that came with it, yuan.
    pub recognition_subsidy: Option<String>,
    /// Score of the last evaluation.
    pub last_evaluation_score: Option<f64>,
    /// Day of the last evaluation.
    pub last_evaluated_on: Option<Day>,
}

/// A base.
#[derive(Debug, Object)]
pub struct BaseView {
    /// Identifier.
    id: BaseId,
    /// Code, such as `B03`.
    code: String,
    /// Name.
    name: String,
    /// Short name.
    short_name: String,
    /// `city` or `banner`.
    level: String,
    /// Code of its division.
    division: String,
    /// Name of its division.
    division_name: String,
    /// The record is an assumption of the demo data, not a fact.
    assumed: bool,
    /// All further particulars.
    details: BaseDetails,
    /// Version.
    version: i64,
    /// What the caller may do with it: null = yes, else why not.
    can: BTreeMap<String, Option<String>>,
}

impl Versioned for BaseView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// What to change of a base; what is left out stays, details are replaced as a whole.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct BasePatch {
    /// Name.
    name: Option<String>,
    /// Short name.
    short_name: Option<String>,
    /// All further particulars.
    details: Option<BaseDetails>,
}

/// Reads the stored particulars; unknown ones of a later version are left aside.
#[must_use]
pub fn details(row: &BaseRow) -> BaseDetails {
    serde_json::from_value(row.details.clone()).unwrap_or_default()
}

async fn view(house: &House, by: &Caller, row: &BaseRow) -> Result<BaseView, Fault> {
    let division = crate::divisions::store::find(&house.db, &row.division).await?;
    Ok(view_with(by, row, division.map(|d| d.name).unwrap_or_default()))
}

fn view_with(by: &Caller, row: &BaseRow, division_name: String) -> BaseView {
    let facts = Facts::of_base(row.id.0);
    let reads_history = by.principal.role_for(Action::HistoryRead, &facts).is_some();
    let words =
        [("edit", by.can(Action::BasesEdit, &facts)), ("read_history", (!reads_history).then_some(Code::NotAllowed))];
    BaseView {
        id: row.id.0,
        code: row.code.clone(),
        name: row.name.clone(),
        short_name: row.short_name.clone(),
        level: row.level.clone(),
        division: row.division.clone(),
        division_name,
        assumed: row.assumed,
        details: details(row),
        version: row.version,
        can: words.into_iter().map(|(what, why)| (what.to_owned(), why.map(|code| code.as_str().to_owned()))).collect(),
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl BasesApi {
    /// Bases
    #[oai(path = "/bases", method = "get", operation_id = "bases_list", tag = Tag::Bases)]
    async fn list(&self, by: By<act::BasesRead>) -> Answer<Json<Page<BaseView>>> {
        let rows = store::all(&self.0.db).await?;
        let codes: Vec<String> = rows.iter().map(|row| row.division.clone()).collect();
        let names: BTreeMap<String, String> = crate::divisions::store::named(&self.0.db, &codes)
            .await?
            .into_iter()
            .map(|division| (division.code, division.name))
            .collect();
        let items: Vec<BaseView> =
            rows.iter().map(|row| view_with(&by, row, names.get(&row.division).cloned().unwrap_or_default())).collect();
        let total = i64::try_from(items.len()).ok();
        Ok(Json(Page { items, next: None, total }))
    }

    /// A base
    #[oai(path = "/bases/:id", method = "get", operation_id = "bases_show", tag = Tag::Bases)]
    async fn show(&self, by: By<act::BasesRead>, id: Path<BaseId>) -> Answer<Found<BaseView>> {
        let row = store::find(&self.0.db, id.0).await?.ok_or_else(Refusal::missing)?;
        Ok(Found(view(&self.0, &by, &row).await?))
    }

    /// Change a base's particulars
    #[oai(path = "/bases/:id", method = "patch", operation_id = "bases_edit", tag = Tag::Bases)]
    async fn edit(
        &self,
        by: By<act::BasesEdit>,
        id: Path<BaseId>,
        /// Version that the caller has seen.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<BasePatch>,
    ) -> Answer<Found<BaseView>> {
        let acting = by.allow(Action::BasesEdit, Action::BasesRead, &Facts::of_base(id.0))?;
        let house = &self.0;
        let after = house
            .db
            .decide(|| async {
                let before = store::find(&house.db, id.0).await?.ok_or_else(Refusal::missing)?;
                let shown = view(house, &by, &before).await?;
                reply::check_version(if_match.0.as_deref(), || shown, before.version)?;
                let after = changed(&before, &body.0, acting.at)?;
                let mut tx = Tx::new();
                tx.replace(after.id.0, before.version, after.clone());
                tx.journal(
                    Draft::new(after.id.0, "bases.edit", &acting)
                        .values(serde_json::json!({"name": after.name}))
                        .change(journal_view(&before), journal_view(&after)),
                );
                house.db.commit(tx).await?;
                Ok::<_, Fault>(after)
            })
            .await?;
        Ok(Found(view(house, &by, &after).await?))
    }
}

fn journal_view(row: &BaseRow) -> Option<serde_json::Value> {
    let mut all = details(row).to_json()?;
    if let Some(map) = all.as_object_mut() {
        map.insert("name".into(), row.name.clone().into());
        map.insert("short_name".into(), row.short_name.clone().into());
    }
    Some(all)
}

/// The base after a change.
fn changed(before: &BaseRow, patch: &BasePatch, now: chrono::DateTime<chrono::Utc>) -> Result<BaseRow, Refusal> {
    let mut faults = Vec::new();
    let mut after = before.clone();
    for (path, max, new, slot) in
        [("name", 100, &patch.name, &mut after.name), ("short_name", 20, &patch.short_name, &mut after.short_name)]
    {
        if let Some(text) = new.as_ref().map(|text| text.trim()) {
            if text.is_empty() {
                faults.push(FieldFault::new(path, Code::Required));
            } else if text.chars().count() > max {
                faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
            } else {
                text.clone_into(slot);
            }
        }
    }
    if let Some(details) = &patch.details {
        check(details, &mut faults);
        after.details = serde_json::to_value(details).unwrap_or_default();
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    after.version += 1;
    after.updated_at = now.into();
    Ok(after)
}

fn check(details: &BaseDetails, faults: &mut Vec<FieldFault>) {
    for (path, from, to) in
        [("details.operator_contract_to", details.operator_contract_from, details.operator_contract_to)]
    {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            faults.push(FieldFault::new(path, Code::EmptyInterval));
        }
    }
    for (path, area) in [
        ("details.gross_area_m2", details.gross_area_m2),
        ("details.office_area_m2", details.office_area_m2),
        ("details.shared_area_m2", details.shared_area_m2),
    ] {
        if area.is_some_and(|area| !(0.0..=1_000_000.0).contains(&area)) {
            faults.push(FieldFault::new(path, Code::OutOfRange).with("min", 0).with("max", 1_000_000));
        }
    }
    if details.hotline.as_deref().is_some_and(|phone| !phone.is_empty() && !domain::contact::is_phone(phone)) {
        faults.push(FieldFault::new("details.hotline", Code::BadPhone));
    }
}
