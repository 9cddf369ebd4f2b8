//! Routes of what was received: by an organization, and by all of a base or of the city.

use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
    value,
};
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
    payload::Json,
};

use super::{
    api::whose,
    ledger,
    received::{self, Line},
    store::Of,
    views::{self, ValuePage, ValueView},
};
use crate::{
    fault::Fault,
    house::{House, SharedHouse},
    http::{Answer, By, Caller, Tag, act, reply},
    organizations::{store::OrganizationRow, views::Names},
};

/// Routes of what was received.
#[derive(Debug)]
pub struct ValueApi(pub SharedHouse);

/// The lines of an organization that the caller sees, and the last day that was counted.
///
/// # Errors
/// `to` before `from`; what the database says.
pub(super) async fn lines(
    house: &House,
    by: &Caller,
    of: &OrganizationRow,
    (from, to): (Option<Day>, Option<Day>),
) -> Result<(Vec<Line>, Day), Fault> {
    let days = value::asked(from, to, house.today())?;
    let counted = views::counted_to(days, house.today());
    let Some(days) = days else { return Ok((Vec::new(), counted)) };
    let mut lines = received::read(house, Of::Organization(of.id.0)).await?.lines(days);
    lines.retain(|line| line.is_seen_by(&by.principal));
    Ok((lines, counted))
}

#[OpenApi(prefix_path = "/api/v1")]
impl ValueApi {
    /// What an organization has received
    ///
    /// Desk-months, office-months, months of residency and what is counted piece by piece, of the bases whose matters the
    /// caller sees. Amounts are hundredths; a calendar month counts as the days of use in it by its days, rounded to the
    /// hundredth, and all else is a sum of months.
    #[oai(path = "/organizations/:id/value", method = "get", operation_id = "story_value", tag = Tag::Story)]
    async fn show(
        &self,
        by: By<act::StoryRead>,
        id: Path<OrganizationId>,
        /// From this day on; from the beginning unless said.
        from: Query<Option<Day>>,
        /// To this day; a day to come counts nothing.
        to: Query<Option<Day>>,
    ) -> Answer<Json<ValueView>> {
        let house = &self.0;
        let of = whose(house, &by, id.0).await?;
        let (lines, to) = lines(house, &by, &of, (from.0, to.0)).await?;
        let names = Names::of(house, std::slice::from_ref(&of)).await?;
        Ok(Json(views::value(&lines, (from.0, to), &names)))
    }

    /// What the organizations of a base, or of all bases that the caller sees, have received, by name
    #[oai(path = "/value", method = "get", operation_id = "story_ledger", tag = Tag::Story)]
    async fn list(
        &self,
        by: By<act::ValueRead>,
        /// Only of this base.
        base: Query<Option<BaseId>>,
        /// From this day on; from the beginning unless said.
        from: Query<Option<Day>>,
        /// To this day; a day to come counts nothing.
        to: Query<Option<Day>>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<ValuePage>> {
        let house = &self.0;
        let limit = reply::limit(limit.0)?;
        let after = cursor.0.as_deref().map(reply::read_cursor::<1>).transpose()?;
        let ledger = ledger::of(house, &by, base.0, (from.0, to.0)).await?;
        let names = Names::of::<OrganizationRow>(house, &[]).await?;
        let counted = views::counted_to(ledger.days, house.today());
        let after = after.as_ref().map(|[key]| key.as_str());
        Ok(Json(views::page(&ledger, (from.0, counted), &names, (after, limit))))
    }
}
