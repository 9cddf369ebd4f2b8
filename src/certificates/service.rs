//! The verbs of certificates: prepared for whoever certifies, revoked, replaced, looked up.

use std::collections::BTreeMap;

use domain::{
    access::Action,
    certificate::{self, Certificate, CertificateKind, CertificateState},
    day::{Day, Moment},
    id::{BaseId, CertificateId},
    overview::months_between,
    refusal::{Code, Refusal},
    setting::GRADUATION_TEXT,
};
use serde_json::json;
use surrealdb::types::RecordId;

use super::{
    paper::{self, VERIFY},
    store::{self, CertificateRow, Shown, live_key},
};
use crate::{
    accounts::signin::guessed,
    applications::checks::Ground,
    bases::{api::BaseDetails, store::BaseRow},
    claims::service::deciding,
    db::{DbError, Rec, Tx, series::Next},
    fault::Fault,
    house::House,
    http::{Caller, address::neighbourhood},
    journal::{self, Acting, Draft, canonical, sha256},
    organizations::store::{self as organizations, OrganizationRow},
    papers,
};

/// Codes from one address that lead nowhere, before it has to wait: people mistype, and an office shares an address.
const FREE: i64 = 20;

/// What is to be certified.
#[derive(Debug, Clone)]
pub struct Certified<'a> {
    /// What of it.
    pub kind: CertificateKind,
    /// Of what.
    pub subject: RecordId,
    /// Where.
    pub base: &'a BaseRow,
    /// Whose.
    pub who: &'a OrganizationRow,
    /// From the first to the last day.
    pub days: (Day, Day),
}

/// In whose line a certificate of a base waits for its number: papers are made one at a time, so whoever has to wait
/// does before his own is made.
#[must_use]
pub fn turn(base: BaseId) -> String {
    format!("certificates of {base}")
}

/// A certificate with its paper, to be written with the decision that it tells of.
#[derive(Debug)]
pub struct Prepared {
    /// As it will be stored.
    pub row: CertificateRow,
    next: Next,
    name: String,
}

impl Prepared {
    /// Writes it.
    pub fn write(&self, tx: &mut Tx, by: &Acting) {
        let row = &self.row;
        self.next.take(tx);
        tx.insert(row.id.0, row.clone());
        let [own, story] = lines("certificate.issue", row, &self.name, by);
        let view =
            json!({"number": row.number, "hash": row.hash, "pdf": row.pdf, "replaces": row.replaces.map(|id| id.0)});
        tx.journal(own.about(row.thing()).change(None, Some(view)).first());
        tx.journal(story);
    }
}

/// A line in the history of a certificate, and in that of the organization.
fn lines(word: &'static str, row: &CertificateRow, name: &str, by: &Acting) -> [Draft; 2] {
    let values = json!({"name": name, "number": row.number});
    journal::told_of(word, by, (row.id.0, row.organization.0, row.base.0), values)
}

/// The history of one that is revoked or replaced.
fn moved(tx: &mut Tx, word: &'static str, (was, after): (&CertificateRow, &CertificateRow), name: &str, by: &Acting) {
    let view = |row: &CertificateRow| json!({"state": row.state.0, "revocation": row.revocation});
    let [own, story] = lines(word, after, name, by);
    tx.journal(own.about(after.thing()).change(Some(view(was)), Some(view(after))));
    tx.journal(story);
}

/// Who certifies: the authority that a base is under, else whoever runs it.
fn issuer(base: &BaseRow) -> String {
    let details: BaseDetails = serde_json::from_value(base.details.clone()).unwrap_or_default();
    let named = |name: Option<String>| name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    named(details.sponsor).or(named(details.operator)).unwrap_or_else(|| base.name.clone())
}

/// All that it says.
fn says(house: &House, of: &Certified<'_>, text: &str, number: String, on: Day) -> Shown {
    let (from, to) = of.days;
    let values = BTreeMap::from([
        ("organization", of.who.name.clone()),
        ("base", of.base.name.clone()),
        ("from", papers::day(from)),
        ("to", papers::day(to)),
        ("months", months_between(from, to.plus(1)).to_string()),
        ("number", number.clone()),
    ]);
    let code = certificate::new_code(|| house.chance.bytes());
    Shown {
        kind: of.kind,
        number,
        verify_url: house.public_url.as_ref().map(|url| format!("{url}{VERIFY}/{code}")),
        code,
        organization: of.who.name.clone(),
        credit_code: of.who.credit_code.clone(),
        record_number: of.who.record_number.clone().filter(|_| of.who.credit_code.is_none()),
        base: of.base.name.clone(),
        from,
        to,
        title: papers::word(match of.kind {
            CertificateKind::Graduation => "paper_certificate_graduation",
        }),
        body: certificate::text(text, &values),
        issuer: issuer(of.base),
        issued_on: on,
    }
}

/// Makes a certificate and its paper. Takes some tenths of a second, so whoever asks is in the [`turn`] of the base and
/// has found everything else in order.
///
/// # Errors
/// What the database and the folder say.
pub async fn prepared(
    house: &House,
    of: &Certified<'_>,
    ground: &Ground,
    replaces: Option<CertificateId>,
    by: &Acting,
) -> Result<Prepared, Fault> {
    let (on, base) = (ground.today(), of.base);
    let key = match of.kind {
        CertificateKind::Graduation => GRADUATION_TEXT,
    };
    let text = ground.value(base.id.0, key);
    let (letters, year) = (of.kind.letters(), on.year());
    let next = Next::of(&house.db, &format!("certificate {letters} {} {year}", base.code)).await?;
    let number = format!("{}-{letters}-{year}-{:04}", base.code, next.number());
    let says = says(house, of, text.as_str().unwrap_or_default(), number, on);
    let shown = canonical(&serde_json::to_value(&says).unwrap_or_default());
    let hash = sha256(&shown);
    let stored = house.blobs.put(&paper::pdf(&says, &hash).await?).await?;
    let row = CertificateRow {
        id: Rec(house.chance.id(by.at)),
        kind: of.kind.into(),
        subject: of.subject.clone(),
        base: base.id,
        organization: of.who.id,
        number: says.number,
        code: says.code,
        shown,
        hash,
        pdf: stored.sha256,
        issued_on: on.into(),
        issued_by: by.name.clone(),
        replaces: replaces.map(Rec),
        state: certificate::LIFECYCLE.initial.into(),
        revocation: None,
        live_key: Some(live_key(of.kind, &of.subject)),
        version: 1,
        created_at: by.at.into(),
        updated_at: by.at.into(),
    };
    Ok(Prepared { row, next, name: says.organization })
}

/// A certificate within the caller's reach.
///
/// # Errors
/// `not_found` also for what the caller may not see.
pub async fn get(house: &House, by: &Caller, id: CertificateId) -> Result<CertificateRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(Action::CertificatesRead, Action::CertificatesRead, &row.facts())?;
    Ok(row)
}

/// As it is now, for who may decide on it.
async fn decided_on(
    house: &House,
    by: &Caller,
    id: CertificateId,
) -> Result<(CertificateRow, Certificate, Acting), Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let acting = by.allow(Action::CertificatesDecide, Action::CertificatesRead, &row.facts())?;
    let certificate = row.certificate()?;
    Ok((row, certificate, acting))
}

/// Revokes a certificate.
///
/// # Errors
/// As the rules say; `not_found`, `not_allowed`.
pub async fn revoke(house: &House, by: &Caller, id: CertificateId, why: &str) -> Result<CertificateRow, Fault> {
    let _turn = house.db.gates.hold(vec![format!("certificate {id}")]).await;
    let attempt = || async {
        let (row, certificate, acting) = decided_on(house, by, id).await?;
        let at = Moment { now: acting.at, zone: house.zone };
        let after = row.with(&certificate.revoke(why, (&acting.name, at))?, at.now.into());
        let mut tx = Tx::new();
        tx.replace(id, row.version, after.clone());
        moved(&mut tx, "certificate.revoke", (&row, &after), &row.shown()?.organization, &acting);
        house.db.commit(tx).await?;
        Ok(after)
    };
    house.db.decide(attempt).await
}

/// Whether another certificate of the same subject is valid.
#[must_use]
pub fn other_valid(of: &CertificateRow, all: &[CertificateRow]) -> bool {
    all.iter().any(|other| other.id != of.id && other.kind == of.kind && other.state.0 == CertificateState::Valid)
}

/// Issues a new certificate in the place of one: printed from the record as it is now, over the same days.
///
/// # Errors
/// As the rules say; `not_found`, `not_allowed`.
pub async fn replace(house: &House, by: &Caller, id: CertificateId, why: &str) -> Result<CertificateRow, Fault> {
    let (seen, ..) = decided_on(house, by, id).await?;
    deciding(house, &[], [turn(seen.base.0), format!("certificate {id}")], || async {
        let (row, certificate, acting) = decided_on(house, by, id).await?;
        let at = Moment { now: acting.at, zone: house.zone };
        let others = house.db.read(store::of_subject(&row.subject)).await?;
        let decided = certificate.replace(other_valid(&row, &others), why, (&acting.name, at))?;
        let named = |what: &str| DbError::Corrupt(format!("{id}: {what} is not there"));
        let base = crate::bases::store::find(&house.db, row.base.0).await?.ok_or_else(|| named("its base"))?;
        let who = organizations::find(&house.db, row.organization.0).await?;
        let who = who.ok_or_else(|| named("its organization"))?;
        let ground = Ground::for_decision(house, base.id.0).await?;
        let old = row.shown()?;
        let of = Certified {
            kind: row.kind.0,
            subject: row.subject.clone(),
            base: &base,
            who: &who,
            days: (old.from, old.to),
        };
        let new = prepared(house, &of, &ground, Some(id), &acting).await?;
        let after = row.with(&decided, at.now.into());
        let mut tx = Tx::new();
        tx.replace(id, row.version, after.clone());
        moved(&mut tx, "certificate.replace", (&row, &after), &old.organization, &acting);
        new.write(&mut tx, &acting);
        house.db.commit(tx).await.map_err(once)?;
        Ok(new.row)
    })
    .await
}

/// One valid certificate of a subject.
fn once(error: DbError) -> Fault {
    match error {
        DbError::Duplicate { what } if what == "certificate_live" => Refusal::state(Code::CertificateValid).into(),
        other => other.into(),
    }
}

/// The certificate with a code, for anybody.
///
/// # Errors
/// `not_found`; `too_many_attempts` for who guesses.
pub async fn looked_up(house: &House, address: &str, typed: &str) -> Result<CertificateRow, Fault> {
    // What cannot be a code is no guess either.
    let code = certificate::read_code(typed).ok_or_else(Refusal::missing)?;
    let look = store::find_by_code(&house.db, &code);
    let found = guessed(house, &format!("certificate {}", neighbourhood(address)), FREE, look).await?;
    Ok(found.ok_or_else(Refusal::missing)?)
}
