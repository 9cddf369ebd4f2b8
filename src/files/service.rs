//! The verbs of attachments. They hang on an organization, a base, an allocation or a hand-over, and
//! whoever may see those may see them.

use domain::{
    access::Action,
    code::Code,
    id::{
        AgreementId, AllocationId, ApplicationId, AssessmentId, BaseId, FileId, FilingId, HandoverId, Id,
        OrganizationId, ProgressReportId, ResidencyId,
    },
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
const OWNERS: &[&str] = &[
    OrganizationId::PREFIX,
    BaseId::PREFIX,
    AllocationId::PREFIX,
    HandoverId::PREFIX,
    ApplicationId::PREFIX,
    AgreementId::PREFIX,
    ResidencyId::PREFIX,
    AssessmentId::PREFIX,
    ProgressReportId::PREFIX,
    FilingId::PREFIX,
];

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
    let reads = thing.filing.as_ref().filter(|filing| filing.unfinished).map_or(thing.reads, |filing| filing.action);
    by.allow(reads, thing.reads, &thing.facts)?;
    Ok(thing)
}

/// Whether the caller may file something with a thing now, and as whom.
///
/// # Errors
/// `not_allowed`; `wrong_state` when it is past the state for it.
pub fn files(by: &Caller, thing: &Thing) -> Result<Acting, Refusal> {
    let Some(filing) = &thing.filing else { return by.allow(Action::FilesAdd, thing.reads, &thing.facts) };
    // Who sees the thing and may not file is told so.
    let acting = by.allow(filing.action, Action::BasesRead, &filing.facts)?;
    if filing.settled { Err(Refusal::state(Code::WrongState).with("action", "files.add")) } else { Ok(acting) }
}

/// Ties a transaction to the thing, as long as something may be filed with it.
fn tie(tx: &mut Tx, thing: &Thing) {
    match &thing.filing {
        Some(filing) => tx.tie_while(thing.record.clone(), "state", filing.state.clone()),
        None => tx.tie(thing.record.clone()),
    };
}

/// Whether a thing asks for a document of this mark.
fn asked(thing: &Thing, document: Option<&str>) -> Result<(), Refusal> {
    let marks = thing.filing.as_ref().map_or(&[][..], |filing| &filing.marks);
    match document {
        Some(mark) if !marks.iter().any(|known| known == mark) => Err(Refusal::field("document", Code::NotFound)),
        _ => Ok(()),
    }
}

/// What was looked at of a thing stays as it was.
fn stays(thing: &Thing, document: Option<&str>) -> Result<(), Refusal> {
    let fixed = thing.filing.as_ref().map_or(&[][..], |filing| &filing.fixed);
    match document {
        Some(mark) if fixed.iter().any(|known| known == mark) => Err(Refusal::state(Code::CheckedAlready)),
        _ => Ok(()),
    }
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
pub async fn add(
    house: &House,
    by: &Caller,
    of: &str,
    document: Option<String>,
    form: FileForm,
) -> Answer<(Thing, FileRow)> {
    // Who may not add is told before the bytes are sent.
    let thing = owner(house, by, of).await?;
    files(by, &thing)?;
    asked(&thing, document.as_deref())?;
    let arrived = form.read(house).await?;
    let id = house.chance.id(by.now);
    // A double tap sends the file twice: the second waits, and finds it there.
    let _turn = house.db.gates.hold(vec![format!("files {of}")]).await;
    Ok(house.db.decide(|| keep(house, by, of, document.as_deref(), id, &arrived)).await?)
}

/// Adds bytes that are at hand to a thing, as [`add`] does with what is sent.
///
/// # Errors
/// As [`add`].
pub async fn attach(
    house: &House,
    by: &Caller,
    of: &str,
    document: Option<&str>,
    name: &str,
    bytes: &[u8],
) -> Result<(), Fault> {
    let stored = house.blobs.put(bytes).await?;
    let arrived = Arrived { name: name.to_owned(), media_type: super::sniff(bytes), stored };
    let id = house.chance.id(by.now);
    house.db.decide(|| keep(house, by, of, document, id, &arrived)).await.map(|_| ())
}

/// Notes what has arrived, by what is there now: the upload may have taken long.
async fn keep(
    house: &House,
    by: &Caller,
    of: &str,
    document: Option<&str>,
    id: FileId,
    arrived: &Arrived,
) -> Result<(Thing, FileRow), Fault> {
    let thing = owner(house, by, of).await?;
    let acting = files(by, &thing)?;
    asked(&thing, document)?;
    let there = store::of(&house.db, of).await?;
    let same = |row: &&FileRow| {
        row.sha256 == arrived.stored.sha256 && row.name == arrived.name && row.document.as_deref() == document
    };
    if let Some(same) = there.iter().find(same) {
        return Ok((thing, same.clone()));
    }
    stays(&thing, document)?;
    if there.len() >= MOST {
        return Err(Refusal::fields(vec![FieldFault::new("file", Code::TooMany).with("max", MOST)]).into());
    }
    let row = FileRow {
        id: Rec(id),
        owner: of.to_owned(),
        base: thing.facts.bases.iter().map(|base| Rec(*base)).collect(),
        organization: thing.facts.organization.map(Rec),
        document: document.map(str::to_owned),
        name: arrived.name.clone(),
        size: i64::try_from(arrived.stored.size).unwrap_or(i64::MAX),
        media_type: arrived.media_type.to_owned(),
        sha256: arrived.stored.sha256.clone(),
        added_by: acting.name.clone(),
        removed: false,
        created_at: acting.at.into(),
    };
    let mut tx = Tx::new();
    tie(&mut tx, &thing);
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
            let acting = files(by, &thing)?;
            stays(&thing, row.document.as_deref())?;
            let mut tx = Tx::new();
            tie(&mut tx, &thing);
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
        // What is filed with an application is not for the other bases of the organization.
        Some(own) if own != row.owner && thing.filing.is_none() => draft.about(own),
        _ => draft,
    }
}

fn journal_view(row: &FileRow) -> Json {
    let mut view = json!({"name": row.name, "size": row.size, "media_type": row.media_type, "sha256": row.sha256});
    if let (Some(mark), Json::Object(view)) = (&row.document, &mut view) {
        view.insert("document".into(), json!(mark));
    }
    view
}
