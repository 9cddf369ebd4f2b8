//! What is kept twice for speed says the same, and attachments have their bytes.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    allocation::AllocationState,
    id::{BaseId, OrganizationId},
};
use surrealdb::types::{RecordId, SurrealValue};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    db::DbError,
    house::House,
    organizations::store::OrganizationRow,
    spaces::{store::AllocationRow, store_terms},
};

/// Where an organization sits stands in its own row too, for the lists: as its terms say.
pub async fn organizations(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "organization");
    while let Some(batch) = rows.next::<OrganizationRow>().await? {
        let ids: Vec<_> = batch.iter().flatten().map(|row| row.id.0).collect();
        let mut terms: BTreeMap<OrganizationId, Vec<AllocationRow>> = BTreeMap::new();
        for term in house.db.read(store_terms::terms_of_organizations(&ids)).await? {
            terms.entry(term.organization.0).or_default().push(term);
        }
        for row in batch {
            let row = match row {
                Ok(row) => row,
                Err((id, why)) => {
                    tell(Finding::new("organizations", store::shown(&id), why));
                    continue;
                }
            };
            let terms = terms.remove(&row.id.0).unwrap_or_default();
            let live: Vec<_> = terms.into_iter().filter(|term| term.is_live()).collect();
            let stays = row.stays.iter().flatten().map(|base| base.0);
            let hosts: BTreeSet<BaseId> = live.iter().map(|term| term.base.0).chain(stays).collect();
            let kept: BTreeSet<BaseId> = row.hosts.iter().map(|host| host.0).collect();
            if hosts != kept {
                tell(Finding::new("organizations", row.id.0, format!("hosts {kept:?}, by its terms {hosts:?}")));
            }
            let stays = row.stays.as_ref().is_some_and(|stays| !stays.is_empty());
            let resident = stays || live.iter().any(|term| term.state.0 == AllocationState::Occupied);
            if resident != row.resident {
                tell(Finding::new(
                    "organizations",
                    row.id.0,
                    format!("resident {}, by its terms {resident}", row.resident),
                ));
            }
        }
    }
    Ok(())
}

#[derive(SurrealValue)]
struct FileBytes {
    id: RecordId,
    sha256: String,
    size: i64,
    removed: bool,
}

/// Every attachment that is not removed has its bytes, all of them.
pub async fn files(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut rows = Rows::of(&house.db, "file");
    while let Some(batch) = rows.next::<FileBytes>().await? {
        for row in batch {
            match row {
                Ok(row) if row.removed => {}
                Ok(row) => {
                    let there = house.blobs.size(&row.sha256).await;
                    if there != Some(row.size.unsigned_abs()) {
                        let there = there.map_or("none".to_owned(), |size| size.to_string());
                        tell(Finding::new(
                            "files",
                            store::shown(&row.id),
                            format!("{} bytes, in the folder {there}", row.size),
                        ));
                    }
                }
                Err((id, why)) => tell(Finding::new("files", store::shown(&id), why)),
            }
        }
    }
    Ok(())
}
