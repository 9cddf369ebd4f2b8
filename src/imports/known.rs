//! What only the house can say about a file: what is there already, and whose it would be.
//!
//! Everything is asked for all rows at once. What comes out is the plan of what would be written;
//! it is made anew when the batch is committed.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    code::Code,
    id::{BaseId, OrganizationId},
    organization::identity_key,
    refusal::Values,
};
use sheets::{
    fault::{Drafted, Severity},
    organizations::OrganizationDraft,
    spaces::SpaceDraft,
};

use super::{
    check::{Drafts, Facts, Judged},
    days, dependents,
    store::ImportRow,
    write,
};
use crate::{
    bases::store::BaseRow,
    db::Tx,
    fault::Fault,
    house::House,
    journal::Acting,
    organizations::{self, service::NewOrganization},
};

/// What would be written.
#[derive(Debug)]
pub enum Plan {
    /// Organizations, in the order of the file.
    Organizations(Vec<NewOrganization>),
    /// Rooms and desks, with the bases by their numbers.
    Spaces(Vec<Drafted<SpaceDraft>>, BTreeMap<String, BaseId>),
    /// Days.
    Workdays(days::Plan),
}

impl Plan {
    /// How many things it makes or changes.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Organizations(new) => new.len(),
            Self::Spaces(drafts, _) => drafts.len(),
            Self::Workdays(plan) => days::changes(plan),
        }
    }
    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Adds the faults that only the house can know, and says what would be written.
pub async fn plan(house: &House, row: &ImportRow, judged: &mut Judged, facts: &Facts) -> Result<Plan, Fault> {
    let bases = crate::bases::store::all(&house.db).await?;
    let mine = row.base.and_then(|id| bases.iter().find(|base| base.id == id));
    match &judged.drafts {
        Drafts::Organizations(drafts) => {
            let mut faults = Vec::new();
            let homes = organizations::service::homes(house, row.base.map(|base| base.0)).await?;
            let mut new = Vec::with_capacity(drafts.len());
            for Drafted { row, draft } in drafts {
                let home = match mine {
                    Some(base) if looks_after(base, draft) => Some(base.id.0),
                    Some(_) => None,
                    None => homes.of(&draft.county),
                };
                match home {
                    Some(home) => new.push(NewOrganization::from_draft(draft, home)),
                    None => {
                        let code = if mine.is_some() { Code::SheetOutsideBase } else { Code::SheetNoBase };
                        let name = facts.counties.get(&draft.county).unwrap_or(&draft.county);
                        let values = Values::new();
                        faults.push(judged.columns.fault(*row, "county", code, Severity::Error, name, values));
                    }
                }
            }
            for (row, field, value) in taken(house, row, drafts).await? {
                let values = Values::new();
                faults.push(judged.columns.fault(row, field, Code::SheetKnown, Severity::Error, &value, values));
            }
            judged.faults.extend(faults);
            Ok(Plan::Organizations(new))
        }
        Drafts::Spaces(drafts) => {
            let numbers: BTreeMap<String, BaseId> = bases.iter().map(|base| (base.code.clone(), base.id.0)).collect();
            let (drafts, mut faults) = (drafts.clone(), Vec::new());
            let own: Vec<Drafted<SpaceDraft>> = drafts
                .into_iter()
                .filter(|drafted| {
                    let other = mine.is_some_and(|base| base.code != drafted.draft.base);
                    if other {
                        let (base, values) = (&drafted.draft.base, Values::new());
                        let code = Code::SheetOtherBase;
                        faults.push(judged.columns.fault(drafted.row, "base", code, Severity::Error, base, values));
                    }
                    !other
                })
                .collect();
            // Made for nothing and thrown away: whatever the room of spaces would refuse is told now.
            let by = Acting::program("check", house.now());
            if let Err(refused) = write::spaces(house, &mut Tx::new(), &own, &numbers, &by, row.id.0).await? {
                for refused in refused {
                    let write::Refused { row, field, code, raw, values } = refused;
                    faults.push(judged.columns.fault(row, field, code, Severity::Error, &raw, values));
                }
            }
            judged.faults.extend(faults);
            Ok(Plan::Spaces(own, numbers))
        }
        Drafts::Workdays(drafts) => {
            let existing = crate::workdays::store::all(&house.db).await?;
            let (plan, notes) = days::plan(&existing, drafts, row.replaces == Some(true), row.id.0);
            for note in notes {
                let days::Note { row, severity, code, raw, values } = note;
                judged.faults.push(judged.columns.fault(row, "day", code, severity, &raw, values));
            }
            Ok(Plan::Workdays(plan))
        }
    }
}

/// Whether the organization's place is within the base's division.
fn looks_after(base: &BaseRow, draft: &OrganizationDraft) -> bool {
    let division = base.division.as_str();
    match division.len() {
        // The code of a prefecture ends with 00 and begins as those of its banners.
        6 if division.ends_with("00") => draft.county.starts_with(&division[..4]),
        6 => draft.county == division,
        9 => draft.township.as_deref() == Some(division),
        _ => draft.village.as_deref() == Some(division),
    }
}

/// Rows whose code or record number a live organization has already. What this batch itself has
/// written, before it was interrupted, does not count.
async fn taken(
    house: &House,
    row: &ImportRow,
    drafts: &[Drafted<OrganizationDraft>],
) -> Result<Vec<(u32, &'static str, String)>, Fault> {
    let keys: BTreeMap<String, (u32, &'static str, String)> = drafts
        .iter()
        .filter_map(|Drafted { row, draft }| {
            let key = identity_key(draft.credit_code.as_deref(), draft.record_number.as_deref())?;
            let (field, value) = match (&draft.credit_code, &draft.record_number) {
                (Some(code), _) => ("credit_code", code),
                (None, number) => ("record_number", number.as_ref()?),
            };
            Some((key, (*row, field, value.clone())))
        })
        .collect();
    let asked: Vec<String> = keys.keys().cloned().collect();
    let holders = organizations::store::holders(&house.db, &asked).await?;
    if holders.is_empty() {
        return Ok(Vec::new());
    }
    let own: BTreeSet<OrganizationId> = dependents::written(house, row).await?;
    let others = holders.into_iter().filter(|holder| !own.contains(&holder.id.0));
    Ok(others.filter_map(|holder| keys.get(&holder.identity_key).cloned()).collect())
}
