//! What came out in a time: how many were registered and recorded, and how long it took where.

use domain::{
    access::{Action, Reached},
    code::Code,
    day::Day,
    filing,
    id::BaseId,
    refusal::{FieldFault, Refusal},
};
use poem_openapi::Object;

use super::store::{self, GrantedRow};
use crate::{fault::Fault, house::House, http::Caller};

/// Days of a time at most: figures are asked by the year, and two of them are compared.
const MAX_DAYS: i64 = 2 * 366;

/// What came out in a time.
#[derive(Debug, Clone, Object)]
pub struct FilingFigures {
    /// From when.
    pub from: Day,
    /// To when, that day counted.
    pub to: Day,
    /// Newly registered, without those that were recorded before.
    pub registered: usize,
    /// Newly recorded.
    pub recorded: usize,
    /// Recorded before, registered now.
    pub upgraded: usize,
    /// The middle of the days at the organization; none when nothing was granted.
    pub organization_days: Option<i64>,
    /// The middle of the days at the base.
    pub base_days: Option<i64>,
    /// The middle of the days at the authority.
    pub authority_days: Option<i64>,
}

fn check(from: Day, to: Day) -> Result<(), Refusal> {
    let latest = from.plus(MAX_DAYS);
    let bad = |code, bound: &'static str, day: Day| {
        Refusal::fields(vec![FieldFault::new("to", code).with(bound, day.to_string())])
    };
    match to {
        to if to < from => Err(bad(Code::DayTooEarly, "min", from)),
        to if to > latest => Err(bad(Code::DayTooLate, "max", latest)),
        _ => Ok(()),
    }
}

/// What was granted in a time, of what a caller sees as a base or as the city; of one base, or of all that he sees.
///
/// # Errors
/// `not_allowed` for who sees only his own; days in the wrong order or too far apart.
pub async fn between(
    house: &House,
    by: &Caller,
    (from, to): (Day, Day),
    base: Option<BaseId>,
) -> Result<FilingFigures, Fault> {
    let sees: Option<Vec<BaseId>> = match by.reach(Action::FilingsRead)? {
        Reached::All => None,
        Reached::Within { bases, .. } if !bases.is_empty() => Some(bases),
        _ => return Err(Refusal::forbidden(Code::NotAllowed).with("action", Action::FilingsRead.as_str()).into()),
    };
    check(from, to)?;
    let rows = house.db.read(store::granted(from, to)).await?;
    let fits = |id: BaseId| base.is_none_or(|base| base == id) && sees.as_ref().is_none_or(|sees| sees.contains(&id));
    let rows: Vec<GrantedRow> = rows.into_iter().filter(|row| fits(row.base.0)).collect();
    let upgraded = |row: &GrantedRow| !row.wanted.0.is_recording() && row.was_recorded == Some(true);
    let count = |fits: &dyn Fn(&GrantedRow) -> bool| rows.iter().filter(|row| fits(row)).count();
    let middle = |days: fn(&GrantedRow) -> Option<i64>| filing::median(rows.iter().filter_map(days).collect());
    Ok(FilingFigures {
        from,
        to,
        registered: count(&|row| !row.wanted.0.is_recording() && !upgraded(row)),
        recorded: count(&|row| row.wanted.0.is_recording()),
        upgraded: count(&upgraded),
        organization_days: middle(|row| row.days_organization),
        base_days: middle(|row| row.days_base),
        authority_days: middle(|row| row.days_authority),
    })
}
