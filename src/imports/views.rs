//! Imports as people see them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    code::Code,
    id::{BaseId, ImportId},
    import::{self, Facts, ImportKind, ImportState},
};
use poem_openapi::Object;
use serde_json::Value as Json;
use sheets::export::{Column, ColumnKind, Sheet, Value};

use super::{
    check,
    report::{FaultLine, Problem},
    service,
    store::ImportRow,
};
use crate::{
    fault::Fault,
    house::House,
    http::{Caller, Versioned, context},
    messages::{self, word},
};

/// A spreadsheet that was brought in.
#[derive(Debug, Object)]
pub struct ImportView {
    /// Identifier.
    pub id: ImportId,
    /// What it holds.
    pub kind: ImportKind,
    /// For which base; none for the whole city.
    pub base: Option<BaseId>,
    /// Name of the file.
    pub file_name: String,
    /// Bytes.
    pub size: i64,
    /// Where it stands.
    pub state: ImportState,
    /// How far the present work is.
    pub done: i64,
    /// Out of how much; 0 while that is not known.
    pub total: i64,
    /// Rows of the file.
    pub rows: i64,
    /// The headers, and what each was taken for.
    pub mapping: Vec<MappingView>,
    /// The row of the headers.
    pub header_row: Option<u32>,
    /// The fields that a header may be assigned to.
    pub fields: Vec<FieldView>,
    /// What was found.
    pub counts: CountsView,
    /// Why the file as a whole could not be taken, or why the last undo did not happen.
    pub problem: Option<ProblemView>,
    /// An earlier import of the very same file.
    pub same_as: Option<EarlierView>,
    /// It is the whole calendar of the years that it names.
    pub replace: bool,
    /// Who brought it in.
    pub name: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Version.
    pub version: i64,
    /// What the caller may do with it: null = yes, else why not.
    pub can: BTreeMap<String, Option<String>>,
}

impl Versioned for ImportView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// A header of the file and the field that it was taken for.
#[derive(Debug, Object)]
pub struct MappingView {
    /// As written in the file.
    pub header: String,
    /// The field; none when the column is not read.
    pub field: Option<String>,
}

/// A field of a kind of spreadsheet.
#[derive(Debug, Object)]
pub struct FieldView {
    /// The field.
    pub field: String,
    /// Its usual header.
    pub header: String,
    /// Whether a file must have it.
    pub required: bool,
}

/// What was found.
#[derive(Debug, Object)]
pub struct CountsView {
    /// Faults that block.
    pub errors: i64,
    /// Repairs.
    pub corrected: i64,
    /// Things that would be, or were, made or changed.
    pub new: i64,
}

/// A reason.
#[derive(Debug, Object)]
pub struct ProblemView {
    /// Stable word.
    pub code: String,
    /// In a sentence.
    pub detail: String,
}

/// An earlier import of the same file.
#[derive(Debug, Object)]
pub struct EarlierView {
    /// Identifier.
    pub id: ImportId,
    /// Where it stands.
    pub state: ImportState,
    /// Who brought it in.
    pub name: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A fault of a cell.
#[derive(Debug, Object)]
pub struct FaultView {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// Other rows that take part, such as the duplicates; the first fifty.
    pub rows: Vec<u32>,
    /// The header of the column.
    pub column: String,
    /// The field.
    pub field: String,
    /// Stable word.
    pub code: String,
    /// `error` blocks the whole batch; `corrected` is shown so that the clerk knows.
    pub severity: String,
    /// What stands in the cell.
    pub raw: String,
    /// What it was taken for.
    pub value: Option<String>,
    /// In a sentence.
    pub detail: String,
}

impl From<FaultLine> for FaultView {
    fn from(line: FaultLine) -> Self {
        Self {
            detail: messages::say(context::current().language, &line.code, &line.values),
            row: line.row,
            rows: line.rows,
            column: line.column,
            field: line.field,
            code: line.code,
            severity: line.severity,
            raw: line.raw,
            value: line.value,
        }
    }
}

/// What a row would make.
#[derive(Debug, Object)]
pub struct RowView {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// The fields of the thing.
    pub draft: Json,
}

fn told(problem: &Problem) -> ProblemView {
    let detail = messages::say(context::current().language, &problem.code, &problem.values);
    ProblemView { code: problem.code.clone(), detail }
}

/// An import by itself, with all that depends on it.
pub async fn view(house: &House, by: &Caller, row: &ImportRow) -> Result<ImportView, Fault> {
    let facts = service::facts(house, row).await?;
    let earlier = service::earlier(house, row).await?;
    Ok(shown(by, row, &facts, earlier.as_ref()))
}

/// An import in a list.
pub async fn item(house: &House, by: &Caller, row: &ImportRow) -> Result<ImportView, Fault> {
    let facts = service::quick_facts(house, row).await?;
    Ok(shown(by, row, &facts, None))
}

fn shown(by: &Caller, row: &ImportRow, facts: &Facts, earlier: Option<&ImportRow>) -> ImportView {
    let report = row.report();
    let (manages, _) = service::actions(row.kind.0);
    let forbidden = by.can(manages, &service::facts_of(row.base.map(|base| base.0)));
    let can = import::can(facts).into_iter();
    let can =
        can.map(|(action, code)| (action.to_owned(), forbidden.or(code).map(|code: Code| code.as_str().to_owned())));
    ImportView {
        id: row.id.0,
        kind: row.kind.0,
        base: row.base.map(|base| base.0),
        file_name: row.file_name.clone(),
        size: row.size.unwrap_or(0),
        state: row.state.0,
        done: row.done,
        total: row.total,
        rows: report.rows,
        header_row: report.header_row,
        fields: fields(row.kind.0),
        counts: CountsView { errors: report.errors, corrected: report.corrected, new: report.new },
        problem: report.problem.as_ref().map(told),
        mapping: report.mapping.into_iter().map(|m| MappingView { header: m.header, field: m.field }).collect(),
        same_as: earlier.map(|other| EarlierView {
            id: other.id.0,
            state: other.state.0,
            name: other.name.clone(),
            created_at: other.created_at.0,
        }),
        replace: row.replaces == Some(true),
        name: row.name.clone(),
        created_at: row.created_at.0,
        version: row.version,
        can: can.collect(),
    }
}

fn fields(kind: ImportKind) -> Vec<FieldView> {
    let columns = check::sheet_kind(kind).columns.iter();
    let field = |column: &sheets::map::Column| FieldView {
        field: column.field.to_owned(),
        header: column.header.to_owned(),
        required: column.required,
    };
    columns.map(field).collect()
}

/// The faults as a table.
#[must_use]
pub fn fault_sheet(faults: Vec<FaultLine>) -> Sheet {
    let columns = vec![
        Column::new(word("column_row"), ColumnKind::Number),
        Column::new(word("column_other_rows"), ColumnKind::Text),
        Column::new(word("column_column"), ColumnKind::Text),
        Column::new(word("column_severity"), ColumnKind::Text),
        Column::new(word("column_cell"), ColumnKind::Wrap),
        Column::new(word("column_taken_for"), ColumnKind::Text),
        Column::new(word("column_what_to_do"), ColumnKind::Wrap),
    ];
    let rows = faults.into_iter().map(FaultView::from).map(|fault| {
        let others: Vec<String> = fault.rows.iter().map(u32::to_string).collect();
        let severity = match fault.severity.as_str() {
            "error" => word("value_error"),
            _ => word("value_corrected"),
        };
        vec![
            Value::Integer(fault.row.into()),
            Value::Text(others.join(", ")),
            Value::Text(fault.column),
            Value::Text(severity),
            Value::Text(fault.raw),
            fault.value.map_or(Value::Empty, Value::Text),
            Value::Text(fault.detail),
        ]
    });
    Sheet { title: word("sheet_title_faults"), columns, rows: rows.collect() }
}
