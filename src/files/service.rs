//! The verbs of attachments. They hang on an organization, a base, an allocation or a hand-over, and
//! whoever may see those may see them.

use domain::{
    access::Action,
    code::Code,
    id::{AllocationId, BaseId, FileId, HandoverId, Id, OrganizationId},
    refusal::{FieldFault, Refusal},
};
use serde_json::{Value as Json, json};

use super::{
    form::{Arrived, FileForm},
    store::{self, FileRow},
};
use crate::{
    db::{Rec, Tx},
    fault::Fault,
    house::House,
    http::{Answer, Caller},
    journal::{self, Acting, Draft, Thing},
};

/// Attachments of a thing at most: an organization's whole file fits well.
const MOST: usize = 200;

/// Things that attachments hang on.
const OWNERS: &[&str] = &[OrganizationId::PREFIX, BaseId::PREFIX, AllocationId::PREFIX, HandoverId::PREFIX];

/// The thing that attachments hang on, if the caller may see it.
///
/// # Errors
/// `not_found`, also for things that have no attachments.
pub async fn owner(house: &House, by: &Caller, owner: &str) -> Result<Thing, Fault> {
    let fits = owner.split_once('_').is_some_and(|(prefix, _)| OWNERS.contains(&prefix));
    if !fits {
        return Err(Refusal::missing().into());
    }
    let thing = journal::thing(&house.db, owner).await?.ok_or_else(Refusal::missing)?;
    by.allow(thing.reads, thing.reads, &thing.facts)?;
    Ok(thing)
}

fn reads(by: &Caller, thing: &Thing) -> Result<(), Refusal> {
    match by.principal.role_for(Action::FilesRead, &thing.facts) {
        Some(_) => Ok(()),
        None => Err(Refusal::forbidden(Code::NotAllowed).with("action", Action::FilesRead.as_str())),
    }
}

/// The attachments of a thing.
///
/// # Errors
/// `not_found`, `not_allowed`.
pub async fn list(house: &House, by: &Caller, of: &str) -> Result<(Thing, Vec<FileRow>), Fault> {
    let thing = owner(house, by, of).await?;
    reads(by, &thing)?;
    Ok((thing, store::of(&house.db, of).await?))
}

/// An attachment that the caller may fetch.
///
/// # Errors
/// `not_found`, `not_allowed`.
pub async fn get(house: &House, by: &Caller, id: FileId) -> Result<(Thing, FileRow), Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let thing = owner(house, by, &row.owner).await?;
    reads(by, &thing)?;
    Ok((thing, row))
}

/// Adds an attachment to a thing. The same file under the same name is added once.
///
/// # Errors
/// `not_found`, `not_allowed`, what is wrong with the form.
pub async fn add(house: &House, by: &Caller, of: &str, form: FileForm) -> Answer<(Thing, FileRow)> {
    // Who may not add is told before the bytes are sent.
    let thing = owner(house, by, of).await?;
    by.allow(Action::FilesAdd, thing.reads, &thing.facts)?;
    let arrived = form.read(house).await?;
    let id = house.chance.id(by.now);
    // A double tap sends the file twice: the second waits, and finds it there.
    let _turn = house.db.gates.hold(vec![format!("files {of}")]).await;
    Ok(house.db.decide(|| keep(house, by, of, id, &arrived)).await?)
}

/// Notes what has arrived, by what is there now: the upload may have taken long.
async fn keep(house: &House, by: &Caller, of: &str, id: FileId, arrived: &Arrived) -> Result<(Thing, FileRow), Fault> {
    let thing = owner(house, by, of).await?;
    let acting = by.allow(Action::FilesAdd, thing.reads, &thing.facts)?;
    let there = store::of(&house.db, of).await?;
    if let Some(same) = there.iter().find(|row| row.sha256 == arrived.stored.sha256 && row.name == arrived.name) {
        return Ok((thing, same.clone()));
    }
    if there.len() >= MOST {
        return Err(Refusal::fields(vec![FieldFault::new("file", Code::TooMany).with("max", MOST)]).into());
    }
    let row = FileRow {
        id: Rec(id),
        owner: of.to_owned(),
        base: thing.facts.bases.iter().map(|base| Rec(*base)).collect(),
        organization: thing.facts.organization.map(Rec),
        name: arrived.name.clone(),
        size: i64::try_from(arrived.stored.size).unwrap_or(i64::MAX),
        media_type: arrived.media_type.to_owned(),
        sha256: arrived.stored.sha256.clone(),
        added_by: acting.name.clone(),
        removed: false,
        created_at: acting.at.into(),
    };
    let mut tx = Tx::new();
    tx.tie(thing.record.clone());
    tx.insert(row.id.0, row.clone());
    tx.journal(draft("files.add", &thing, &row, &acting).change(None, Some(journal_view(&row))).first());
    house.db.commit(tx).await?;
    Ok((thing, row))
}

/// Removes an attachment from the lists; its bytes stay, for the history that names them.
///
/// # Errors
/// `not_found`, `not_allowed`.
pub async fn remove(house: &House, by: &Caller, id: FileId) -> Result<(), Fault> {
    house
        .db
        .decide(|| async {
            let (thing, row) = get(house, by, id).await?;
            let acting = by.allow(Action::FilesAdd, Action::FilesRead, &thing.facts)?;
            let mut tx = Tx::new();
            store::remove(&mut tx, id);
            tx.journal(draft("files.remove", &thing, &row, &acting).change(Some(journal_view(&row)), None));
            Ok(house.db.commit(tx).await?)
        })
        .await
}

/// A file's line also stands in the history of what it hangs on, and of the organization.
fn draft(action: &'static str, thing: &Thing, row: &FileRow, by: &Acting) -> Draft {
    let draft = Draft::new(row.id.0, action, by).about(&row.owner).values(json!({"name": row.name}));
    match thing.facts.organization.map(|own| own.to_string()) {
        Some(own) if own != row.owner => draft.about(own),
        _ => draft,
    }
}

fn journal_view(row: &FileRow) -> Json {
    json!({"name": row.name, "size": row.size, "media_type": row.media_type, "sha256": row.sha256})
}
