//! Certificates: each says what its hash says and has its paper, and who graduated has one, of which one at most is
//! valid.

use std::collections::BTreeSet;

use domain::{
    certificate::{CertificateKind, CertificateState},
    residency::ExitKind,
};

use super::{
    Finding,
    store::{self, Rows},
};
use crate::{
    certificates::store::{CertificateRow, live_key},
    db::{DbError, rid},
    house::House,
    journal::sha256,
    residencies::store::ResidencyRow,
};

/// Each certificate holds together, and with what it is of.
pub async fn whole(house: &House, tell: &mut (dyn FnMut(Finding) + Send)) -> Result<(), DbError> {
    let mut certified: BTreeSet<String> = BTreeSet::new();
    let mut rows = Rows::of(&house.db, "certificate");
    while let Some(batch) = rows.next::<CertificateRow>().await? {
        for row in batch {
            match row {
                Ok(row) => {
                    for what in wrong(house, &row).await {
                        tell(Finding::new("certificates", row.id.0, what));
                    }
                    certified.insert(live_key(row.kind.0, &row.subject));
                }
                Err((id, why)) => tell(Finding::new("certificates", store::shown(&id), why)),
            }
        }
    }
    let mut rows = Rows::of(&house.db, "residency");
    while let Some(batch) = rows.next::<ResidencyRow>().await? {
        for row in batch.into_iter().flatten() {
            let has = certified.remove(&live_key(CertificateKind::Graduation, &rid(row.id.0)));
            let exit = row.residency().ok().and_then(|of| of.exit).map(|exit| exit.kind);
            let graduated = exit == Some(ExitKind::Graduated);
            if graduated != has {
                let what = if has { "has not graduated, and a certificate says so" } else { "has no certificate" };
                tell(Finding::new("certificates", row.id.0, what));
            }
        }
    }
    for of in certified {
        tell(Finding::new("certificates", of, "is certified, and is not there"));
    }
    Ok(())
}

async fn wrong(house: &House, row: &CertificateRow) -> Vec<String> {
    let mut found = Vec::new();
    match row.shown() {
        Ok(shown) if (&shown.number, &shown.code) != (&row.number, &row.code) => {
            found.push("its paper has another number or code".to_owned());
        }
        Ok(_) => {}
        Err(error) => found.push(error.to_string()),
    }
    let valid = row.state.0 == CertificateState::Valid;
    let key = valid.then(|| live_key(row.kind.0, &row.subject));
    if row.live_key != key || row.revocation.is_none() != valid {
        found.push(format!("is {}, and its key or its revocation says otherwise", row.state.0));
    }
    if sha256(&row.shown) != row.hash {
        found.push("what it says is not what its hash says".to_owned());
    }
    if house.blobs.size(&row.pdf).await.is_none() {
        found.push("its paper is not there".to_owned());
    }
    found
}
