//! Rounds of assessments, as they are shown.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    assessment::{AssessmentCycle, AssessmentGrade, AssessmentSheet, AssessmentState},
    day::Day,
    id::{AccountId, AssessmentRoundId, OrganizationId},
    refusal::Refusal,
    setting::SettingScope,
};
use poem_openapi::Object;

use super::{
    rounds::Prospect,
    store::{self, AssessmentRow, RoundRow, Standing},
    views::{self, AssessmentItem},
};
use crate::{
    applications::views_intakes::PublicBase, fault::Fault, house::House, http::Versioned,
    residencies::views_list::Resident,
};

/// A round in a list.
#[derive(Debug, Clone, Object)]
pub struct RoundItem {
    /// Identifier.
    pub id: AssessmentRoundId,
    /// In which base.
    pub base: PublicBase,
    /// Its title.
    pub title: String,
    /// What it looks back on.
    pub cycle: AssessmentCycle,
    /// From when.
    pub first: Day,
    /// To when.
    pub last: Day,
    /// Name of the expert who is asked.
    pub expert: Option<String>,
    /// How many are assessed, cancelled ones not counted.
    pub count: i64,
    /// How many have their grade.
    pub concluded: i64,
    /// How many have each grade.
    pub grades: BTreeMap<String, i64>,
    /// Opened.
    pub created_at: DateTime<Utc>,
}

/// A round.
#[derive(Debug, Clone, Object)]
pub struct RoundView {
    /// What a list shows of it.
    #[oai(flatten)]
    pub item: RoundItem,
    /// The sheet as it stood when the round began.
    pub sheet: AssessmentSheet,
    /// Whose sheet it is.
    pub sheet_scope: SettingScope,
    /// Since when it holds.
    pub sheet_from: Option<Day>,
    /// What it rests on.
    pub sheet_basis: Option<String>,
    /// Who opened it.
    pub opened_by: String,
    /// Version.
    pub version: i64,
    /// The assessments: who has a grade by result, then the others by name.
    pub assessments: Vec<AssessmentItem>,
}

impl Versioned for RoundView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// Somebody who may be asked as an expert.
#[derive(Debug, Clone, Object)]
pub struct ExpertChoice {
    /// The account.
    pub id: AccountId,
    /// Name.
    pub name: String,
}

/// What a round would be by the rules.
#[derive(Debug, Clone, Object)]
pub struct RoundProspect {
    /// Who could be assessed.
    pub residents: Vec<Resident>,
    /// Who could be asked as an expert.
    pub experts: Vec<ExpertChoice>,
    /// The sheet that holds.
    pub sheet: AssessmentSheet,
    /// Whose sheet it is.
    pub sheet_scope: SettingScope,
    /// Until when organizations would score themselves.
    pub self_by: Day,
}

impl From<Prospect> for RoundProspect {
    fn from(of: Prospect) -> Self {
        Self {
            residents: of.residents.into_iter().map(|row| Resident { id: row.id.0, name: row.name }).collect(),
            experts: of
                .experts
                .into_iter()
                .map(|one| ExpertChoice { id: one.account.id.0, name: one.account.name })
                .collect(),
            sheet: of.sheet,
            sheet_scope: of.source.scope,
            self_by: of.self_by,
        }
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn item(row: &RoundRow, base: PublicBase, all: &[Standing]) -> RoundItem {
    let counted = || all.iter().filter(|of| of.round == row.id && of.state.0 != AssessmentState::Cancelled);
    let graded = |grade: AssessmentGrade| counted().filter(|of| of.grade.map(|own| own.0) == Some(grade)).count();
    RoundItem {
        id: row.id.0,
        base,
        title: row.title.clone(),
        cycle: row.cycle.0,
        first: row.first.0,
        last: row.last.0,
        expert: row.expert_name.clone(),
        count: number(counted().count()),
        concluded: number(counted().filter(|of| of.state.0 == AssessmentState::Concluded).count()),
        grades: AssessmentGrade::ALL.iter().map(|grade| (grade.as_str().to_owned(), number(graded(*grade)))).collect(),
        created_at: row.created_at.0,
    }
}

/// Rounds of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[RoundRow]) -> Result<Vec<RoundItem>, Fault> {
    let ids: Vec<AssessmentRoundId> = rows.iter().map(|row| row.id.0).collect();
    let (bases, all) = house.db.read((crate::bases::store::every(), store::standings(&ids))).await?;
    let view = |row: &RoundRow| {
        let base = bases.iter().find(|base| base.id == row.base).ok_or_else(Refusal::missing)?;
        Ok(item(row, base.into(), &all))
    };
    rows.iter().map(view).collect()
}

/// A round.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, row: RoundRow) -> Result<RoundView, Fault> {
    let reads = (store::of_round(row.id.0), crate::bases::store::one(row.base.0));
    let (all, bases) = house.db.read(reads).await?;
    let base = bases.first().ok_or_else(Refusal::missing)?;
    let mut assessments = views::items(house, &all).await?;
    assessments.sort_by(|a, b| {
        let by_result = b.total.unwrap_or(-1.0).total_cmp(&a.total.unwrap_or(-1.0));
        by_result.then_with(|| key(a).cmp(&key(b)))
    });
    let standing = |of: &AssessmentRow| Standing { round: of.round, state: of.state, grade: of.grade };
    let standings: Vec<Standing> = all.iter().map(standing).collect();
    let source = row.source()?;
    Ok(RoundView {
        item: item(&row, base.into(), &standings),
        sheet: row.sheet()?,
        sheet_scope: source.scope,
        sheet_from: source.from,
        sheet_basis: source.basis,
        version: row.version,
        opened_by: row.opened_by,
        assessments,
    })
}

fn key(of: &AssessmentItem) -> (&str, OrganizationId) {
    (&of.organization.name, of.organization.id)
}
