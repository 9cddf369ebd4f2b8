//! Rounds: a base has those who are resident assessed, all of them or some, on the sheet that holds today.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Facts, Role},
    assessment::{self, Assessment, AssessmentCycle, AssessmentSheet, sheet},
    day::Day,
    id::{AccountId, AssessmentId, AssessmentRoundId, BaseId, OrganizationId},
    refusal::{Code, FieldFault, Refusal},
    residency::ResidencyState,
    setting::{ASSESSMENT, SELF_SCORE_DAYS},
    workday::DayKind,
};
use serde_json::json;

use super::{
    matter::{journal_view, lines},
    store::{self, AssessmentRow, RoundRow},
};
use crate::{
    applications::checks::Ground,
    bases::store::BaseRow,
    claims::service::deciding,
    db::{Rec, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::Draft,
    organizations::store::{self as organizations, OrganizationRow},
    residencies::{
        matter::moment,
        store::{self as residencies, ResidencyRow},
    },
    reviews::convene::{self, Candidate},
    settings::store::Source,
};

/// Organizations of one round; more than any base has.
const MAX_ASSESSED: usize = 200;

/// What a round is asked to be.
#[derive(Debug, Clone)]
pub struct Opening {
    /// In which base.
    pub base: BaseId,
    /// Its title.
    pub title: String,
    /// What it looks back on.
    pub cycle: AssessmentCycle,
    /// From when.
    pub first: Day,
    /// To when.
    pub last: Day,
    /// Whom; everybody who was resident in that time and still is, when left out.
    pub organizations: Option<Vec<OrganizationId>>,
    /// The expert who is asked.
    pub expert: Option<AccountId>,
}

/// What a round would be by the rules.
#[derive(Debug)]
pub struct Prospect {
    /// Who could be assessed.
    pub residents: Vec<OrganizationRow>,
    /// Who could be asked as an expert.
    pub experts: Vec<Candidate>,
    /// The sheet that holds.
    pub sheet: AssessmentSheet,
    /// Where it comes from.
    pub source: Source,
    /// Until when organizations would score themselves.
    pub self_by: Day,
}

/// A base that the caller may open a round in.
async fn of_base(house: &House, by: &Caller, base: BaseId) -> Result<crate::journal::Acting, Fault> {
    let facts = Facts::of_base(base);
    if by.principal.role_for(Action::AssessmentsRead, &facts).is_none()
        || crate::bases::store::find(&house.db, base).await?.is_none()
    {
        return Err(Refusal::field("base", Code::NotFound).into());
    }
    Ok(by.allow(Action::AssessmentsManage, Action::AssessmentsRead, &facts)?)
}

/// Those who were resident in a base in a time, and still are.
async fn residents(house: &House, base: BaseId, (first, last): (Day, Day)) -> Result<Vec<ResidencyRow>, Fault> {
    let mut rows = house.db.read(residencies::not_ended(first, Some(base))).await?;
    let stays = |state: ResidencyState| state.is_in() && state != ResidencyState::Leaving;
    rows.retain(|row| stays(row.state.0) && row.began.is_some_and(|began| began.0 <= last));
    rows.sort_by_key(|row| (row.organization, row.began));
    // Of two one after the other, the later one.
    rows.dedup_by(|later, earlier| {
        let same = later.organization == earlier.organization;
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    Ok(rows)
}

fn sheet_of(ground: &Ground, base: BaseId) -> (AssessmentSheet, Source) {
    let found = ground.effective(base, ASSESSMENT, ground.today());
    (sheet::of(&found.value), found.into())
}

fn self_by(ground: &Ground, base: BaseId) -> Result<Day, Fault> {
    let days = ground.number(base, SELF_SCORE_DAYS, ground.today());
    Ok(ground.counted(base, ground.today(), (days, DayKind::Working))?.due)
}

const EXPERTS: &[Role] = &[Role::Reviewer, Role::Evaluator];

/// What a round of a base over a time would be.
///
/// # Errors
/// `not_allowed`; a base that is not the caller's.
pub async fn prospect(house: &House, by: &Caller, base: BaseId, time: (Day, Day)) -> Result<Prospect, Fault> {
    let facts = Facts::of_base(base);
    if by.principal.role_for(Action::AssessmentsManage, &facts).is_none() {
        return Err(Refusal::field("base", Code::NotFound).into());
    }
    let ground = Ground::for_decision(house, base).await?;
    let rows = residents(house, base, time).await?;
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    let mut all = organizations::named(&house.db, &ids).await?;
    all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    let (sheet, source) = sheet_of(&ground, base);
    let experts = convene::candidates_for(house, EXPERTS).await?;
    Ok(Prospect { residents: all, experts, sheet, source, self_by: self_by(&ground, base)? })
}

/// Those of the asked organizations that are resident, and a fault for each that is not.
fn chosen(all: Vec<ResidencyRow>, asked: Option<&[OrganizationId]>) -> (Vec<ResidencyRow>, Vec<FieldFault>) {
    let Some(asked) = asked else {
        let faults =
            if all.is_empty() { vec![FieldFault::new("organizations", Code::NobodyResident)] } else { Vec::new() };
        return (all, faults);
    };
    if asked.is_empty() {
        return (Vec::new(), vec![FieldFault::new("organizations", Code::Required)]);
    }
    if asked.len() > MAX_ASSESSED {
        return (Vec::new(), vec![FieldFault::new("organizations", Code::TooMany).with("max", MAX_ASSESSED)]);
    }
    let by_id: BTreeMap<OrganizationId, ResidencyRow> = all.into_iter().map(|row| (row.organization.0, row)).collect();
    let mut faults = Vec::new();
    for (n, id) in asked.iter().enumerate() {
        if !by_id.contains_key(id) {
            faults.push(FieldFault::new(format!("organizations[{n}]"), Code::NotResident));
        } else if asked.iter().take(n).any(|before| before == id) {
            faults.push(FieldFault::new(format!("organizations[{n}]"), Code::TwiceInList));
        }
    }
    (asked.iter().filter_map(|id| by_id.get(id).cloned()).collect(), faults)
}

/// The expert who is asked, if he may be.
async fn expert(
    house: &House,
    base: &BaseRow,
    asked: Option<AccountId>,
    owners: &[OrganizationRow],
) -> Result<Result<Option<Candidate>, FieldFault>, Fault> {
    let Some(id) = asked else { return Ok(Ok(None)) };
    let all = convene::candidates_for(house, EXPERTS).await?;
    let Some(found) = all.into_iter().find(|one| one.account.id.0 == id) else {
        return Ok(Err(FieldFault::new("expert", Code::NotFound)));
    };
    if found.works_for(base.id.0, house.today()) {
        return Ok(Err(FieldFault::new("expert", Code::ExpertBound).with("names", base.name.clone())));
    }
    let bound: Vec<&str> =
        convene::bound_to(house, &found, owners).await?.into_iter().map(|row| row.name.as_str()).collect();
    if bound.is_empty() {
        return Ok(Ok(Some(found)));
    }
    Ok(Err(FieldFault::new("expert", Code::ExpertBound).with("names", bound.join("、"))))
}

/// Opens a round: everybody in it is asked to score himself.
///
/// # Errors
/// All bad fields; `not_allowed`.
pub async fn open(house: &House, by: &Caller, asked: &Opening) -> Result<RoundRow, Fault> {
    of_base(house, by, asked.base).await?;
    deciding(house, &[], [format!("assessments of {}", asked.base)], || async {
        let acting = of_base(house, by, asked.base).await?;
        let base = crate::bases::store::find(&house.db, asked.base).await?.ok_or_else(Refusal::missing)?;
        let at = moment(house, &acting);
        let ground = Ground::for_decision(house, asked.base).await?;
        let mut faults = Vec::new();
        let planned = assessment::plan(&asked.title, asked.cycle, asked.first, asked.last, at)
            .map_err(|refusal| faults.extend(refusal.fields))
            .ok();
        let all = residents(house, asked.base, (asked.first, asked.last)).await?;
        let (chosen, more) = chosen(all, asked.organizations.as_deref());
        faults.extend(more);
        let ids: Vec<OrganizationId> = chosen.iter().map(|row| row.organization.0).collect();
        let owners = organizations::named(&house.db, &ids).await?;
        let expert = expert(house, &base, asked.expert, &owners).await?.unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let planned = match planned {
            Some(planned) if faults.is_empty() => planned,
            _ => return Err(Refusal::fields(faults).into()),
        };
        let id: AssessmentRoundId = house.chance.id(at.now);
        let (sheet, source) = sheet_of(&ground, asked.base);
        let row = RoundRow {
            id: Rec(id),
            base: Rec(asked.base),
            title: planned.title,
            cycle: planned.cycle.into(),
            first: asked.first.into(),
            last: asked.last.into(),
            sheet: serde_json::to_value(&sheet).unwrap_or_default(),
            source: serde_json::to_value(source).unwrap_or_default(),
            expert: expert.as_ref().map(|one| one.account.id),
            expert_name: expert.as_ref().map(|one| one.account.name.clone()),
            opened_by: acting.name.clone(),
            version: 1,
            created_at: at.now.into(),
            updated_at: at.now.into(),
        };
        let until = self_by(&ground, asked.base)?;
        let mut tx = Tx::new();
        tx.insert(id, row.clone());
        let values = json!({"title": row.title, "count": chosen.len(), "expert": row.expert_name});
        let kept = json!({"cycle": row.cycle.0, "first": row.first.0, "last": row.last.0, "sheet": row.sheet});
        let line = Draft::new(id, "assessment_round.open", &acting).about(asked.base).values(values);
        tx.journal(line.change(None, Some(kept)).first());
        for one in &chosen {
            // Who leaves at the same moment is not asked.
            tx.tie_while(rid(one.id.0), "version", one.version);
            let of = Assessment::begun(
                house.chance.id::<AssessmentId>(at.now),
                (id, asked.base),
                (one.organization.0, one.id.0),
                row.expert.map(|id| id.0),
                until,
                at,
            );
            let new = AssessmentRow::born(&of, at.now.into());
            let name = owners.iter().find(|owner| owner.id == one.organization);
            let name = name.map(|owner| owner.name.as_str()).unwrap_or_default();
            let [own, story] = lines("assessment.begin", &new, (&row, name), &acting);
            tx.journal(own.change(None, Some(journal_view(&new))).first());
            tx.journal(story);
            tx.insert(new.id.0, new);
        }
        house.db.commit(tx).await?;
        Ok(row)
    })
    .await
}

/// A round within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: AssessmentRoundId) -> Result<RoundRow, Fault> {
    let row = store::find_round(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::AssessmentsRead, Action::AssessmentsRead, &Facts::of_base(row.base.0))?;
    Ok(row)
}
