//! Routes of imports.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Reached},
    code::Code,
    id::ImportId,
    import::ImportKind,
    refusal::Refusal,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};
use serde::Deserialize;
use sheets::{export, templates};

use super::{
    form::SheetForm,
    jobs,
    report::{self, DraftLine, FaultLine, Lines},
    service::{self, Brought},
    store::{self, ImportRow},
    views::{FaultView, ImportView, RowView, fault_sheet, item, view},
};
use crate::{
    fault::Fault,
    house::SharedHouse,
    http::{
        Answer, Body, By, Caller, Created, Found, Page, Tag, act,
        reply::{self, Done},
        xlsx::Xlsx,
    },
};

/// Faults of a workbook; more are of no use to anybody, and a sheet ends at a million.
const EXPORTED: usize = 50_000;

/// Routes of imports.
#[derive(Debug)]
pub struct ImportsApi(pub SharedHouse);

/// How the columns are to be read.
#[derive(Debug, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
struct Remapping {
    /// Header in the file → field; an empty field leaves the column out.
    mapping: BTreeMap<String, String>,
    /// Row of the headers, when it is not found by itself.
    header_row: Option<u32>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl ImportsApi {
    /// Spreadsheets that were brought in, newest first
    #[oai(path = "/imports", method = "get", operation_id = "imports_list", tag = Tag::Imports)]
    async fn list(
        &self,
        by: By<act::ImportsSee>,
        /// From the page before.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<ImportView>>> {
        let limit = reply::limit(limit.0)?;
        let before = match cursor.0 {
            Some(text) => {
                let [id] = reply::read_cursor::<1>(&text)?;
                Some(id.parse::<ImportId>().map_err(|_| Refusal::field("cursor", Code::Malformed))?)
            }
            None => None,
        };
        let mut rows = listed(&self.0, &by, before, limit + 1).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| reply::cursor(&[&row.id.0.to_string()]));
        let mut items = Vec::with_capacity(rows.len());
        for row in &rows {
            items.push(item(&self.0, &by, row).await?);
        }
        Ok(Json(Page { items, next, total: None }))
    }

    /// Bring a spreadsheet in
    ///
    /// It is checked in the background: ask for it until its state is no longer `checking`. Nothing
    /// is written before it is committed.
    #[oai(path = "/imports", method = "post", operation_id = "imports_create", tag = Tag::Imports)]
    async fn create(&self, by: By<act::ImportsBring>, form: SheetForm) -> Answer<Created<ImportView>> {
        let (base, acting) = service::scope(&by, form.kind, form.base)?;
        let brought = Brought {
            kind: form.kind,
            base,
            file_name: form.file_name,
            stored: form.stored,
            mapping: form.mapping,
            header_row: form.header_row,
            replaces: form.replaces,
        };
        let row = service::bring(&self.0, &acting, brought).await?;
        jobs::start(&self.0, row.id.0);
        Ok(Created(view(&self.0, &by, &row).await?))
    }

    /// An import
    #[oai(path = "/imports/:id", method = "get", operation_id = "imports_show", tag = Tag::Imports)]
    async fn show(&self, by: By<act::ImportsSee>, id: Path<ImportId>) -> Answer<Found<ImportView>> {
        let row = service::get(&self.0, &by, id.0).await?;
        Ok(Found(view(&self.0, &by, &row).await?))
    }

    /// Put a spreadsheet aside that was not written
    #[oai(path = "/imports/:id", method = "delete", operation_id = "imports_delete", tag = Tag::Imports)]
    async fn delete(&self, by: By<act::ImportsBring>, id: Path<ImportId>) -> Answer<Done> {
        service::discard(&self.0, &by, id.0).await?;
        Ok(Done::Done)
    }

    /// What is wrong in it, errors first
    #[oai(path = "/imports/:id/faults", method = "get", operation_id = "imports_faults", tag = Tag::Imports)]
    async fn faults(
        &self,
        by: By<act::ImportsSee>,
        id: Path<ImportId>,
        /// `error` or `corrected`; both when left out.
        severity: Query<Option<String>>,
        /// From the page before.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<FaultView>>> {
        let limit = reply::limit(limit.0)?;
        let report = service::get(&self.0, &by, id.0).await?.report();
        let part = severity.0.as_deref();
        let total = match part {
            None => report.errors + report.corrected,
            Some("error") => report.errors,
            Some("corrected") => report.corrected,
            Some(_) => return Err(unknown_severity().into()),
        };
        let (lines, next) = lines::<FaultLine>(&self.0, report.faults, part, cursor.0, limit).await?;
        Ok(Json(Page { items: lines.into_iter().map(FaultView::from).collect(), next, total: Some(total) }))
    }

    /// What is wrong in it, as a workbook
    #[oai(path = "/imports/:id/faults/export", method = "get", operation_id = "imports_faults_export", tag = Tag::Imports)]
    async fn faults_export(&self, by: By<act::ImportsSee>, id: Path<ImportId>) -> Answer<Xlsx> {
        let row = service::get(&self.0, &by, id.0).await?;
        let (faults, _) = lines::<FaultLine>(&self.0, row.report().faults, None, None, EXPORTED).await?;
        let sheet = fault_sheet(faults);
        let name = format!("{}-{}.xlsx", row.file_name.rsplit_once('.').map_or("", |(stem, _)| stem), sheet.title);
        let bytes = written(move || export::export(&sheet)).await?;
        Ok(Xlsx::named(name, bytes))
    }

    /// What the rows without a fault would make
    #[oai(path = "/imports/:id/rows", method = "get", operation_id = "imports_rows", tag = Tag::Imports)]
    async fn rows(
        &self,
        by: By<act::ImportsSee>,
        id: Path<ImportId>,
        /// From the page before.
        cursor: Query<Option<String>>,
        /// Items of a page, at most 200.
        limit: Query<Option<i64>>,
    ) -> Answer<Json<Page<RowView>>> {
        let limit = reply::limit(limit.0)?;
        let report = service::get(&self.0, &by, id.0).await?.report();
        let (lines, next) = lines::<DraftLine>(&self.0, report.drafts, None, cursor.0, limit).await?;
        let items = lines.into_iter().map(|line| RowView { row: line.row, draft: line.draft }).collect();
        Ok(Json(Page { items, next, total: None }))
    }

    /// Assign the columns anew and check again
    #[oai(path = "/imports/:id/remap", method = "post", operation_id = "imports_remap", tag = Tag::Imports)]
    async fn remap(
        &self,
        by: By<act::ImportsBring>,
        id: Path<ImportId>,
        body: Body<Remapping>,
    ) -> Answer<Found<ImportView>> {
        let row = service::remap(&self.0, &by, id.0, &body.0.mapping, body.0.header_row).await?;
        jobs::start(&self.0, row.id.0);
        Ok(Found(view(&self.0, &by, &row).await?))
    }

    /// Write all rows, or none
    #[oai(path = "/imports/:id/commit", method = "post", operation_id = "imports_commit", tag = Tag::Imports)]
    async fn commit(&self, by: By<act::ImportsBring>, id: Path<ImportId>) -> Answer<Found<ImportView>> {
        let row = service::commit(&self.0, &by, id.0).await?;
        jobs::start(&self.0, row.id.0);
        Ok(Found(view(&self.0, &by, &row).await?))
    }

    /// Take back all that it made
    #[oai(path = "/imports/:id/undo", method = "post", operation_id = "imports_undo", tag = Tag::Imports)]
    async fn undo(&self, by: By<act::ImportsBring>, id: Path<ImportId>) -> Answer<Found<ImportView>> {
        let row = service::undo(&self.0, &by, id.0).await?;
        jobs::start(&self.0, row.id.0);
        Ok(Found(view(&self.0, &by, &row).await?))
    }

    /// An empty spreadsheet to fill in
    #[oai(path = "/imports/templates/:kind", method = "get", operation_id = "imports_template", tag = Tag::Imports)]
    async fn template(&self, _by: By<act::ImportsSee>, kind: Path<ImportKind>) -> Answer<Xlsx> {
        let template = match kind.0 {
            ImportKind::Organizations => templates::organizations(&self.counties().await?),
            ImportKind::Workdays => templates::workdays(&self.counties().await?),
            ImportKind::Spaces => {
                let bases = crate::bases::store::all(&self.0.db).await?;
                templates::spaces(&bases.into_iter().map(|base| base.code).collect::<Vec<_>>())
            }
        };
        let name = format!("{}.xlsx", template.title);
        let bytes = written(move || export::template(&template)).await?;
        Ok(Xlsx::named(name, bytes))
    }
}

impl ImportsApi {
    async fn counties(&self) -> Result<Vec<String>, Fault> {
        let divisions = crate::divisions::store::all(&self.0.db).await?;
        let mut counties: Vec<_> = divisions.into_iter().filter(|row| row.level == "county").collect();
        counties.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(counties.into_iter().map(|row| row.name).collect())
    }
}

/// The imports that the caller sees. Who only brings in the work calendar sees only its files.
pub(super) async fn listed(
    house: &SharedHouse,
    by: &Caller,
    before: Option<ImportId>,
    limit: usize,
) -> Result<Vec<ImportRow>, Fault> {
    Ok(match by.reach(Action::ImportsRead) {
        Ok(Reached::All) => store::page(&house.db, None, before, limit).await?,
        Ok(Reached::Within { bases, .. }) => store::page(&house.db, Some(&bases), before, limit).await?,
        Ok(Reached::Nothing) | Err(_) => store::of_kind(&house.db, ImportKind::Workdays, before, limit).await?,
    })
}

fn unknown_severity() -> Refusal {
    let mut refusal = Refusal::field("severity", Code::NotOneOf);
    refusal.fields[0].values.insert("allowed", vec!["error", "corrected"].into());
    refusal
}

/// A page of lines; the cursor is the byte at which it begins.
async fn lines<T: serde::de::DeserializeOwned + Send + 'static>(
    house: &SharedHouse,
    lines: Option<Lines>,
    part: Option<&str>,
    cursor: Option<String>,
    limit: usize,
) -> Result<(Vec<T>, Option<String>), Fault> {
    let Some(lines) = lines else { return Ok((Vec::new(), None)) };
    let range = match part {
        Some("error") => 0..lines.middle,
        Some(_) => lines.middle..lines.end,
        None => 0..lines.end,
    };
    let start = match cursor {
        Some(text) => {
            let [at] = reply::read_cursor::<1>(&text)?;
            let at = at.parse().ok().filter(|at| range.contains(at));
            at.ok_or_else(|| Refusal::field("cursor", Code::Malformed))?
        }
        None => range.start,
    };
    let (items, next) = report::read(&house.blobs, &lines.sha256, start..range.end, limit).await?;
    Ok((items, next.map(|at| reply::cursor(&[&at.to_string()]))))
}

/// Writes a workbook on a thread that may block.
async fn written(
    work: impl FnOnce() -> Result<Vec<u8>, export::ExportError> + Send + 'static,
) -> Result<Vec<u8>, Fault> {
    let written = tokio::task::spawn_blocking(work).await.map_err(std::io::Error::other)?;
    Ok(written.map_err(std::io::Error::other)?)
}
