//! What the routes of certificates show: to those inside, and to everybody.

use std::collections::BTreeMap;

use domain::{
    access::Action,
    certificate::{self, CertificateAction, CertificateKind, CertificateState},
    code::Code,
    day::Day,
    id::{BaseId, CertificateId, OrganizationId, ResidencyId},
    refusal::Refusal,
};
use poem_openapi::Object;

use super::{
    service::other_valid,
    store::{self, CertificateRow},
};
use crate::{
    applications::{
        views::{Can, word},
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
};

/// Whose it is.
#[derive(Debug, Clone, Object)]
pub struct Holder {
    /// Identifier.
    pub id: OrganizationId,
    /// Name, as it is printed.
    pub name: String,
}

/// A certificate in a list.
#[derive(Debug, Clone, Object)]
pub struct CertificateItem {
    /// Identifier.
    pub id: CertificateId,
    /// What is certified.
    pub kind: CertificateKind,
    /// The number that people read.
    pub number: String,
    /// The code by which anybody looks it up.
    pub code: String,
    /// Of which base.
    pub base: PublicBase,
    /// Whose.
    pub organization: Holder,
    /// Of which residency.
    #[oai(skip_serializing_if_is_none)]
    pub residency: Option<ResidencyId>,
    /// Issued.
    pub issued_on: Day,
    /// Where it stands.
    pub state: CertificateState,
    /// Since which day it is revoked.
    #[oai(skip_serializing_if_is_none)]
    pub revoked_on: Option<Day>,
}

/// That a certificate is valid no more.
#[derive(Debug, Clone, Object)]
pub struct RevocationView {
    /// Why.
    pub reason: String,
    /// Who revoked it.
    pub by: String,
    /// Since which day.
    pub on: Day,
}

/// Another certificate of the same thing.
#[derive(Debug, Clone, Object)]
pub struct OtherCertificate {
    /// Identifier.
    pub id: CertificateId,
    /// The number that people read.
    pub number: String,
}

/// A certificate, for those inside.
#[derive(Debug, Clone, Object)]
pub struct CertificateView {
    /// Identifier.
    pub id: CertificateId,
    /// What is certified.
    pub kind: CertificateKind,
    /// The number that people read.
    pub number: String,
    /// The code by which anybody looks it up.
    pub code: String,
    /// Of which base.
    pub base: PublicBase,
    /// Whose.
    pub organization: Holder,
    /// Of which residency.
    #[oai(skip_serializing_if_is_none)]
    pub residency: Option<ResidencyId>,
    /// Title.
    pub title: String,
    /// The text.
    pub body: String,
    /// Who certifies.
    pub issuer: String,
    /// The first day of what is certified.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Issued.
    pub issued_on: Day,
    /// By whom.
    pub issued_by: String,
    /// SHA-256 of all that is printed.
    pub hash: String,
    /// Where it stands.
    pub state: CertificateState,
    /// That it is revoked.
    #[oai(skip_serializing_if_is_none)]
    pub revocation: Option<RevocationView>,
    /// The one in whose place it stands.
    #[oai(skip_serializing_if_is_none)]
    pub replaces: Option<OtherCertificate>,
    /// The one that stands in its place.
    #[oai(skip_serializing_if_is_none)]
    pub replaced_by: Option<OtherCertificate>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
}

impl Versioned for CertificateView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A certificate, for everybody who has its code.
#[derive(Debug, Clone, PartialEq, Eq, Object)]
pub struct PublicCertificate {
    /// What is certified.
    pub kind: CertificateKind,
    /// The number that stands on the paper.
    pub number: String,
    /// The organization's name, as it is printed.
    pub organization: String,
    /// The base's name, as it is printed.
    pub base: String,
    /// Issued.
    pub issued_on: Day,
    /// Where it stands.
    pub state: CertificateState,
    /// Since which day it is revoked.
    #[oai(skip_serializing_if_is_none)]
    pub revoked_on: Option<Day>,
    /// SHA-256 of all that is printed; it stands on the paper too.
    pub hash: String,
}

fn item(base: &BaseRow, row: &CertificateRow) -> Result<CertificateItem, Fault> {
    Ok(CertificateItem {
        id: row.id.0,
        kind: row.kind.0,
        number: row.number.clone(),
        code: row.code.clone(),
        base: base.into(),
        organization: Holder { id: row.organization.0, name: row.shown()?.organization },
        residency: row.residency(),
        issued_on: row.issued_on.0,
        state: row.state.0,
        revoked_on: row.certificate()?.revocation.map(|of| of.on),
    })
}

/// Certificates of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[CertificateRow]) -> Result<Vec<CertificateItem>, Fault> {
    let bases = house.db.read(crate::bases::store::every()).await?;
    let by_id: BTreeMap<BaseId, &BaseRow> = bases.iter().map(|row| (row.id.0, row)).collect();
    rows.iter().map(|row| item(by_id.get(&row.base.0).ok_or_else(Refusal::missing)?, row)).collect()
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, row: &CertificateRow, other: bool) -> Can {
    let role = by.can(Action::CertificatesDecide, &row.facts());
    let step = |action: CertificateAction| -> (String, Option<String>) {
        let fits = || certificate::LIFECYCLE.can(row.state.0, action, |_| certificate::cannot_replace(other));
        let reason: Option<Code> = role.or_else(fits);
        (action.as_str().to_owned(), word(reason))
    };
    CertificateAction::ALL.iter().map(|action| step(*action)).collect()
}

/// A certificate as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: CertificateRow) -> Result<CertificateView, Fault> {
    let reads = (crate::bases::store::one(row.base.0), store::of_subject(&row.subject));
    let (bases, all) = house.db.read(reads).await?;
    let base = bases.first().ok_or_else(Refusal::missing)?;
    let shown = row.shown()?;
    let revocation = row.certificate()?.revocation;
    let named = |of: &CertificateRow| OtherCertificate { id: of.id.0, number: of.number.clone() };
    Ok(CertificateView {
        id: row.id.0,
        kind: row.kind.0,
        base: base.into(),
        organization: Holder { id: row.organization.0, name: shown.organization },
        residency: row.residency(),
        title: shown.title,
        body: shown.body,
        issuer: shown.issuer,
        from: shown.from,
        to: shown.to,
        issued_on: row.issued_on.0,
        issued_by: row.issued_by.clone(),
        hash: row.hash.clone(),
        state: row.state.0,
        revocation: revocation.map(|of| RevocationView { reason: of.reason, by: of.by, on: of.on }),
        replaces: all.iter().find(|of| Some(of.id) == row.replaces).map(named),
        replaced_by: all.iter().find(|of| of.replaces == Some(row.id)).map(named),
        version: row.version,
        can: can(by, &row, other_valid(&row, &all)),
        number: row.number,
        code: row.code,
    })
}

/// A certificate as everybody sees it.
///
/// # Errors
/// When the row holds something else.
pub fn public(row: &CertificateRow) -> Result<PublicCertificate, Fault> {
    let shown = row.shown()?;
    Ok(PublicCertificate {
        kind: row.kind.0,
        number: row.number.clone(),
        organization: shown.organization,
        base: shown.base,
        issued_on: row.issued_on.0,
        state: row.state.0,
        revoked_on: row.certificate()?.revocation.map(|of| of.on),
        hash: row.hash.clone(),
    })
}
