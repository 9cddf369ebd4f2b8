//! What came out in a time: how many were registered and recorded, and how long it took where.

use domain::{
    day::Day,
    filing::{self, FilingDays},
    id::BaseId,
};
use poem_openapi::Object;

use super::store;
use crate::{fault::Fault, house::House};

/// What came out in a time.
#[derive(Debug, Clone, Object)]
pub struct FilingFigures {
    /// From when.
    pub from: Day,
    /// To when.
    pub to: Day,
    /// Newly registered, without those that were recorded before.
    pub registered: i64,
    /// Newly recorded.
    pub recorded: i64,
    /// Recorded before, registered now.
    pub upgraded: i64,
    /// The middle of the days at the organization; none when nothing was granted.
    pub organization_days: Option<i64>,
    /// The middle of the days at the base.
    pub base_days: Option<i64>,
    /// The middle of the days at the authority.
    pub authority_days: Option<i64>,
}

/// The figures of a time, of one base or of some.
///
/// # Errors
/// What the database says.
pub async fn of(house: &House, fits: impl Fn(BaseId) -> bool, (from, to): (Day, Day)) -> Result<FilingFigures, Fault> {
    let rows = house.db.read(store::granted(from, to)).await?;
    let (mut registered, mut recorded, mut upgraded) = (0, 0, 0);
    let mut days: Vec<FilingDays> = Vec::new();
    for row in rows.iter().filter(|row| fits(row.base.0)) {
        let of = row.filing()?;
        let Some(grant) = &of.course.grant else { continue };
        match (of.wanted.is_recording(), grant.was_recorded) {
            (true, _) => recorded += 1,
            (false, true) => upgraded += 1,
            (false, false) => registered += 1,
        }
        days.push(filing::days(&of.course.passages, grant.on));
    }
    let middle = |part: fn(&FilingDays) -> i64| filing::median(days.iter().map(part).collect());
    Ok(FilingFigures {
        from,
        to,
        registered,
        recorded,
        upgraded,
        organization_days: middle(|of| of.organization),
        base_days: middle(|of| of.base),
        authority_days: middle(|of| of.authority),
    })
}
