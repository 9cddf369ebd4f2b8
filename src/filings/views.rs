//! What the routes of filings show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    day::Day,
    filing::{
        self, FilingAction, FilingCare, FilingDays, FilingGrant, FilingOwner, FilingPaper, FilingPassage, FilingState,
        FilingSupplement, FilingType, LIFECYCLE, NameCheck,
    },
    id::{FileId, FilingId, OrganizationId},
    organization::Kind,
    refusal::Refusal,
    residency::care::Said,
    setting::SettingScope,
};
use poem_openapi::Object;

use super::{
    matter::{self, Matter},
    steps::act,
    store::FilingRow,
};
use crate::{
    applications::{
        checks::Ground,
        views::{Can, word},
        views_clock::RunningClock,
        views_intakes::PublicBase,
    },
    bases::store::BaseRow,
    fault::Fault,
    files,
    house::House,
    http::{Caller, Versioned},
    organizations::store as organizations,
    residencies::views_list::Resident,
};

/// Whose days have passed, in calendar days.
#[derive(Debug, Clone, Object)]
pub struct FilingDaysView {
    /// At the organization.
    pub organization: i64,
    /// At the base.
    pub base: i64,
    /// At the authority.
    pub authority: i64,
}

impl From<FilingDays> for FilingDaysView {
    fn from(of: FilingDays) -> Self {
        Self { organization: of.organization, base: of.base, authority: of.authority }
    }
}

/// A case in a list.
#[derive(Debug, Clone, Object)]
pub struct FilingItem {
    /// Identifier.
    pub id: FilingId,
    /// Who helps.
    pub base: PublicBase,
    /// Who is helped.
    pub organization: Resident,
    /// What it is to become; a wish until it is accepted.
    pub wanted: FilingType,
    /// Where it stands.
    pub state: FilingState,
    /// Since when.
    pub since: Option<Day>,
    /// Papers that are there, or not needed.
    pub papers_ready: i64,
    /// Papers in all.
    pub papers: i64,
    /// Whose days have passed.
    pub days: FilingDaysView,
    /// The day of the certificate.
    pub granted_on: Option<Day>,
    /// The clock that runs.
    #[oai(skip_serializing_if_is_none)]
    pub clock: Option<RunningClock<FilingAction, FilingOwner>>,
}

/// An attachment of a case.
#[derive(Debug, Clone, Object)]
pub struct FilingFile {
    /// Identifier.
    pub id: FileId,
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// The paper that it is.
    pub document: Option<String>,
}

/// A case.
#[derive(Debug, Clone, Object)]
pub struct FilingView {
    /// What a list shows of it.
    #[oai(flatten)]
    pub item: FilingItem,
    /// What the organization is now.
    pub kind: Kind,
    /// What was asked for, in words.
    pub wish: Option<Said>,
    /// The authority that it is handed to.
    pub authority: Option<String>,
    /// The checklist as it stood when the case was accepted.
    pub checklist: Vec<FilingPaper>,
    /// Whose checklist it is.
    pub source_scope: Option<SettingScope>,
    /// Since when it holds.
    pub source_from: Option<Day>,
    /// What it rests on.
    pub source_basis: Option<String>,
    /// The name.
    pub name_check: Option<NameCheck>,
    /// Why the base gave it back, the last time.
    pub returned: Option<Said>,
    /// What the authority asked for besides.
    pub supplements: Vec<FilingSupplement>,
    /// That it is granted.
    pub grant: Option<FilingGrant>,
    /// Why it was refused, the last time.
    pub refused: Option<Said>,
    /// What is to be done afterwards.
    pub care: Vec<FilingCare>,
    /// Why it was withdrawn or dropped.
    pub ended: Option<Said>,
    /// Attachments.
    pub files: Vec<FilingFile>,
    /// The states that it has been in.
    pub passages: Vec<FilingPassage>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Made.
    pub created_at: DateTime<Utc>,
}

impl Versioned for FilingView {
    fn version(&self) -> i64 {
        self.version
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn item(row: &FilingRow, (base, name): (&BaseRow, &str), ground: &Ground) -> Result<FilingItem, Fault> {
    let of = row.filing()?;
    let clock = matter::clock(&of, ground)?;
    let all = of.course.papers.len();
    Ok(FilingItem {
        id: row.id.0,
        base: base.into(),
        organization: Resident { id: row.organization.0, name: name.to_owned() },
        wanted: of.wanted,
        state: of.state,
        since: of.since(),
        papers_ready: count(all - filing::missing(&of).len()),
        papers: count(all),
        days: filing::days(&of.course.passages, ground.today()).into(),
        granted_on: row.granted_on.map(|day| day.0),
        clock: clock.map(|clock| RunningClock::of(ground, row.base.0, clock)).transpose()?,
    })
}

/// Cases of a list.
///
/// # Errors
/// What the database says.
pub async fn items(house: &House, rows: &[FilingRow]) -> Result<Vec<FilingItem>, Fault> {
    let bases = house.db.read(crate::bases::store::every()).await?;
    let ground = Ground::for_views(house, &bases).await?;
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization.0).collect();
    let whose = organizations::named(&house.db, &ids).await?;
    let names: BTreeMap<OrganizationId, &str> = whose.iter().map(|row| (row.id.0, row.name.as_str())).collect();
    let view = |row: &FilingRow| {
        let base = bases.iter().find(|base| base.id == row.base).ok_or_else(Refusal::missing)?;
        item(row, (base, names.get(&row.organization.0).copied().unwrap_or_default()), &ground)
    };
    rows.iter().map(view).collect()
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, of: &Matter) -> Can {
    let facts = of.row.facts();
    let guard = |guard: &str| match guard {
        "papers_ready" => filing::cannot_submit(&of.of),
        "papers_checked" => filing::cannot_file(&of.of),
        "care_done" => filing::cannot_close(&of.of),
        _ => None,
    };
    let step = |action: &FilingAction| {
        let role = by.can(act(*action), &facts);
        let state = LIFECYCLE.can(of.of.state, *action, guard);
        let changed = || of.cannot_go_on(*action);
        (action.as_str().to_owned(), word(role.or(state).or_else(changed)))
    };
    FilingAction::ALL.iter().map(step).collect()
}

/// A case as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: FilingRow) -> Result<FilingView, Fault> {
    let of = Matter::read(house, row).await?;
    let ground = Ground::for_views(house, std::slice::from_ref(&of.base)).await?;
    // Who may see a case may not see its attachments everywhere.
    let filed = match by.principal.role_for(Action::FilesRead, &of.row.facts()) {
        Some(_) => files::store::of(&house.db, &of.row.id.0.to_string()).await?,
        None => Vec::new(),
    };
    let file =
        |of: files::store::FileRow| FilingFile { id: of.id.0, name: of.name, size: of.size, document: of.document };
    let source = of.row.source()?;
    let course = &of.of.course;
    Ok(FilingView {
        item: item(&of.row, (&of.base, &of.who.name), &ground)?,
        kind: of.who.kind.0,
        wish: course.wish.clone(),
        authority: course.authority.clone(),
        checklist: course.papers.clone(),
        source_scope: source.as_ref().map(|of| of.scope),
        source_from: source.as_ref().and_then(|of| of.from),
        source_basis: source.and_then(|of| of.basis),
        name_check: course.name_check.clone(),
        returned: course.returned.clone(),
        supplements: course.supplements.clone(),
        grant: course.grant.clone(),
        refused: course.refused.clone(),
        care: course.care.clone(),
        ended: course.ended.clone(),
        files: filed.into_iter().map(file).collect(),
        passages: course.passages.clone(),
        version: of.row.version,
        can: can(by, &of),
        created_at: of.row.created_at.0,
    })
}
