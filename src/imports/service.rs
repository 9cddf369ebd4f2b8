//! The verbs of imports: bring in, remap, commit, undo, discard. Each decides and hands the work to
//! a run in the background.

use domain::{
    access::{Action, Facts as Of, Reached},
    code::Code,
    id::{BaseId, ImportId},
    import::{self, Dependents, Facts, ImportAction, ImportKind, ImportState},
    refusal::{FieldFault, Refusal},
};
use serde_json::json;
use sheets::map::Overrides;

use super::{
    check, dependents, jobs,
    report::Report,
    store::{self, ImportRow},
};
use crate::{
    db::{DbError, Rec, Text, Tx, rid},
    fault::Fault,
    files::Stored,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
};

/// Longer names come from a path.
const MAX_FILE_NAME: usize = 200;

/// A file that was brought in.
#[derive(Debug, Clone)]
pub struct Brought {
    /// What it holds.
    pub kind: ImportKind,
    /// For which base; none for the whole city.
    pub base: Option<BaseId>,
    /// Its name.
    pub file_name: String,
    /// Its bytes.
    pub stored: Stored,
    /// Assignment of headers by a person.
    pub mapping: Overrides,
    /// Row of the headers, where a person says it.
    pub header_row: Option<u32>,
    /// It is the whole calendar of its years.
    pub replaces: bool,
}

/// The actions by which imports of a kind are made and seen.
#[must_use]
pub const fn actions(kind: ImportKind) -> (Action, Action) {
    match kind {
        ImportKind::Organizations | ImportKind::Spaces => (Action::ImportsManage, Action::ImportsRead),
        // Whoever comes to the routes at all may see the calendar.
        ImportKind::Workdays => (Action::WorkdaysImport, Action::ReferenceRead),
    }
}

/// What is known of an import for the decision who may do what with it.
#[must_use]
pub fn facts_of(base: Option<BaseId>) -> Of {
    base.map_or_else(Of::default, Of::of_base)
}

/// Whether the caller may do something to an import; as whom.
pub fn allow(by: &Caller, row: &ImportRow, writes: bool) -> Result<Acting, Refusal> {
    let (manages, reads) = actions(row.kind.0);
    by.allow(if writes { manages } else { reads }, reads, &facts_of(row.base.map(|base| base.0)))
}

/// For which base a file is brought in: the one that the caller names, or the only one that the
/// caller has; none for those who import for the whole city.
///
/// # Errors
/// `required` at `base` for an operator of several bases; otherwise as [`Caller::allow`].
pub fn scope(by: &Caller, kind: ImportKind, asked: Option<BaseId>) -> Result<(Option<BaseId>, Acting), Refusal> {
    let (manages, reads) = actions(kind);
    let base = match (by.reach(manages)?, asked) {
        // The work calendar is the whole city's.
        (Reached::All, _) if kind == ImportKind::Workdays => None,
        (Reached::All, asked) => asked,
        (_, Some(base)) => Some(base),
        (Reached::Within { bases, .. }, None) => match bases.as_slice() {
            [only] => Some(*only),
            _ => return Err(Refusal::field("base", Code::Required)),
        },
        (Reached::Nothing, None) => None,
    };
    Ok((base, by.allow(manages, reads, &facts_of(base))?))
}

/// What is wrong with an assignment of headers, before the file is looked at.
#[must_use]
pub fn check_mapping(kind: ImportKind, mapping: &Overrides) -> Vec<FieldFault> {
    let columns = check::sheet_kind(kind).columns;
    let wrong = mapping.iter().filter(|(_, field)| !field.is_empty() && columns.iter().all(|c| c.field != **field));
    let allowed: Vec<&str> = columns.iter().map(|column| column.field).collect();
    wrong
        .map(|(header, _)| {
            FieldFault::new(format!("mapping.{header}"), Code::NotOneOf).with("allowed", allowed.clone())
        })
        .collect()
}

/// The row of a file that is brought in.
///
/// # Errors
/// All that is wrong with what the person says about the file.
pub fn begin(house: &House, by: &Acting, brought: Brought) -> Result<ImportRow, Refusal> {
    let mut faults = check_mapping(brought.kind, &brought.mapping);
    if brought.replaces && brought.kind != ImportKind::Workdays {
        faults.push(FieldFault::new("replace", Code::NotOneOf).with("allowed", vec![false]));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let id: ImportId = house.chance.id(by.at);
    let name = brought.file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    Ok(ImportRow {
        id: Rec(id),
        kind: Text(brought.kind),
        base: brought.base.map(Rec),
        file_name: name.chars().filter(|c| !c.is_control()).take(MAX_FILE_NAME).collect(),
        sha256: brought.stored.sha256,
        size: i64::try_from(brought.stored.size).ok(),
        state: Text(import::LIFECYCLE.initial),
        done: 0,
        total: 0,
        report: json!({}),
        mapping: written(&brought.mapping),
        header_row: brought.header_row.map(i64::from),
        replaces: brought.replaces.then_some(true),
        acting: Some(store::kept(by)),
        worker: None,
        lease_until: None,
        attempts: None,
        account: by.account.map(Rec),
        name: by.name.clone(),
        version: 1,
        created_at: by.at.into(),
        updated_at: by.at.into(),
    })
}

/// Takes a file that was brought in; the check is to be started by the caller.
pub async fn bring(house: &House, by: &Acting, brought: Brought) -> Result<ImportRow, Fault> {
    let row = begin(house, by, brought)?;
    let id = row.id.0;
    let mut tx = Tx::new();
    tx.insert(id, row.clone());
    let mut draft = Draft::new(id, "imports.create", by)
        .values(json!({"file": row.file_name, "kind": row.kind.0}))
        .change(None, Some(json!({"sha256": row.sha256, "state": row.state.0})))
        .first();
    if let Some(base) = row.base {
        draft = draft.about(base.0);
    }
    tx.journal(draft);
    house.db.commit(tx).await?;
    Ok(row)
}

fn written(mapping: &Overrides) -> Option<String> {
    (!mapping.is_empty()).then(|| serde_json::to_string(mapping).unwrap_or_default())
}

/// An import that the caller may see.
pub async fn get(house: &House, by: &Caller, id: ImportId) -> Result<ImportRow, Fault> {
    let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    allow(by, &row, false)?;
    Ok(row)
}

/// An earlier import of the same bytes and kind, as far as the caller of this one may know of it.
pub async fn earlier(house: &House, row: &ImportRow) -> Result<Option<ImportRow>, Fault> {
    let same = store::of_file(&house.db, &row.sha256).await?;
    let same = same
        .into_iter()
        .filter(|other| other.id != row.id && other.kind == row.kind && (row.base.is_none() || other.base == row.base));
    let written = |other: &ImportRow| {
        matches!(other.state.0, ImportState::Committing | ImportState::Committed | ImportState::Undoing)
    };
    let (written, others): (Vec<_>, Vec<_>) = same.partition(written);
    Ok(written.into_iter().next().or_else(|| others.into_iter().rfind(|other| other.id < row.id)))
}

/// What the rules need to know. What depends on the batch is asked for only where it matters.
pub async fn facts(house: &House, row: &ImportRow) -> Result<Facts, Fault> {
    let dependents = match row.state.0 {
        ImportState::Committed => dependents::of(house, row).await?.1,
        _ => Dependents::default(),
    };
    Ok(Facts { dependents, ..quick_facts(house, row).await? })
}

/// As [`facts`], for a list: an undo may still be refused.
pub async fn quick_facts(house: &House, row: &ImportRow) -> Result<Facts, Fault> {
    let earlier = match row.state.0 {
        ImportState::Ready => earlier(house, row).await?,
        _ => None,
    };
    let repeats = earlier.filter(|other| {
        matches!(other.state.0, ImportState::Committing | ImportState::Committed | ImportState::Undoing)
    });
    Ok(Facts {
        state: row.state.0,
        new: row.report().new,
        repeated: repeats.map(|other| other.id.0.to_string()),
        dependents: Dependents::default(),
    })
}

/// Orders the writing of all rows.
pub async fn commit(house: &House, by: &Caller, id: ImportId) -> Result<ImportRow, Fault> {
    change(house, id, ImportAction::Commit, |row| allow(by, row, true), committing).await
}

/// As [`commit`], by the program itself: from the command line, whose user may do everything.
pub async fn commit_as(house: &House, by: &Acting, id: ImportId) -> Result<ImportRow, Fault> {
    change(house, id, ImportAction::Commit, |_| Ok(by.clone()), committing).await
}

fn committing(row: ImportRow, facts: &Facts) -> Result<ImportRow, Refusal> {
    let state = import::commit(facts)?;
    Ok(ImportRow { done: 0, total: facts.new, state: Text(state), ..row })
}

/// Orders the removal of all that the batch made.
pub async fn undo(house: &House, by: &Caller, id: ImportId) -> Result<ImportRow, Fault> {
    change(
        house,
        id,
        ImportAction::Undo,
        |row| allow(by, row, true),
        |row, facts| {
            let state = import::undo(facts)?;
            Ok(ImportRow { state: Text(state), ..row })
        },
    )
    .await
}

/// Assigns the columns anew and orders another check.
pub async fn remap(
    house: &House,
    by: &Caller,
    id: ImportId,
    mapping: &Overrides,
    header_row: Option<u32>,
) -> Result<ImportRow, Fault> {
    change(
        house,
        id,
        ImportAction::Remap,
        |row| allow(by, row, true),
        |row, facts| {
            let faults = check_mapping(row.kind.0, mapping);
            if !faults.is_empty() {
                return Err(Refusal::fields(faults));
            }
            let state = import::LIFECYCLE.next(facts.state, ImportAction::Remap)?;
            Ok(ImportRow {
                state: Text(state),
                mapping: written(mapping),
                header_row: header_row.map(i64::from),
                done: 0,
                total: 0,
                report: json!({}),
                ..row
            })
        },
    )
    .await
}

async fn change(
    house: &House,
    id: ImportId,
    action: ImportAction,
    who: impl Fn(&ImportRow) -> Result<Acting, Refusal>,
    decide: impl Fn(ImportRow, &Facts) -> Result<ImportRow, Refusal>,
) -> Result<ImportRow, Fault> {
    house
        .db
        .decide(|| async {
            let before = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            let acting = who(&before)?;
            let facts = facts(house, &before).await?;
            let decided = decide(before.clone(), &facts)?;
            let report = Report { problem: None, ..decided.report() };
            let state = decided.state.0;
            let decided = if decided.report == before.report { decided.reporting(&report) } else { decided };
            let after = ImportRow { acting: Some(store::kept(&acting)), ..decided.moved(state, acting.at) };
            let mut tx = Tx::new();
            tx.replace(id, before.version, after.clone());
            tx.journal(
                Draft::new(id, jobs::deed(action), &acting)
                    .values(json!({"file": after.file_name}))
                    .change(Some(json!({"state": before.state.0})), Some(json!({"state": state}))),
            );
            house.db.commit(tx).await?;
            Ok::<_, Fault>(after)
        })
        .await
}

/// Puts a file aside that was not written; its history stays.
pub async fn discard(house: &House, by: &Caller, id: ImportId) -> Result<(), Fault> {
    house
        .db
        .decide(|| async {
            let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
            let acting = allow(by, &row, true)?;
            import::LIFECYCLE.next(row.state.0, ImportAction::Discard)?;
            let mut tx = Tx::new();
            tx.touch(id, row.version);
            tx.delete_all(vec![rid(id)]);
            tx.journal(
                Draft::new(id, jobs::deed(ImportAction::Discard), &acting)
                    .values(json!({"file": row.file_name}))
                    .change(Some(json!({"state": row.state.0})), None),
            );
            house.db.commit(tx).await.map_err(|error| match error {
                DbError::Missing(_) => DbError::Conflict,
                other => other,
            })?;
            Ok::<_, Fault>(())
        })
        .await
}
