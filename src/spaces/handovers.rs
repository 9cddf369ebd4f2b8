//! Hand-over records: written with the step that they belong to, never changed.

use domain::{
    access::{Action, Facts},
    day::Moment,
    id::HandoverId,
    refusal::Refusal,
    space::{
        HandoverKind,
        handover::{Record, check},
    },
};

use super::{
    store::{AllocationRow, HandoverItem, HandoverRow},
    store_terms,
};
use crate::{
    db::{Rec, Tx},
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
};

/// Adds the record of a step to its transaction.
///
/// # Errors
/// Bad fields below `handover`.
pub fn prepare(
    house: &House,
    tx: &mut Tx,
    of: &AllocationRow,
    kind: HandoverKind,
    record: &Record,
    at: Moment,
    by: &Acting,
) -> Result<HandoverId, Fault> {
    let record = check(record, &of.allocation()?, kind, "handover", at)?;
    let id: HandoverId = house.chance.id(by.at);
    let items = record
        .items
        .into_iter()
        .map(|item| HandoverItem {
            name: item.name,
            tag: item.tag,
            quantity: item.quantity.into(),
            condition: item.condition.into(),
            note: item.note,
        })
        .collect();
    let row = HandoverRow {
        id: Rec(id),
        allocation: of.id,
        base: of.base,
        organization: of.organization,
        kind: kind.into(),
        first: Some(of.first),
        last: of.last,
        on_day: record.on_day.into(),
        items,
        keys: record.keys,
        note: record.note,
        handed_by: record.handed_by,
        received_by: record.received_by,
        created_at: by.at.into(),
    };
    tx.insert(id, row);
    Ok(id)
}

/// A record within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: HandoverId) -> Result<HandoverRow, Fault> {
    let row = store_terms::find_handover(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let facts = Facts { organization: Some(row.organization.0), ..Facts::of_base(row.base.0) };
    by.allow(Action::AllocationsRead, Action::AllocationsRead, &facts)?;
    Ok(row)
}
