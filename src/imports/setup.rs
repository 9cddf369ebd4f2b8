//! The lists that a house begins with, from the command line: divisions and bases. Bringing a list
//! in again changes nothing; a row that is there otherwise is a fault, never overwritten.

use std::collections::{BTreeMap, BTreeSet};

use domain::{code::Code, id::BaseId, refusal::Values};
use serde_json::json;
use sheets::{
    error::SheetError,
    fault::{Fault as Wrong, Severity},
    founding::{BASES, DIVISIONS},
    map::{Kind, Overrides, map},
    read::{Hints, read},
};

use crate::{
    bases::store::BaseRow,
    db::{Rec, Tx},
    divisions::store::{self as divisions, DivisionRow},
    fault::Fault,
    house::House,
    journal::{Acting, CITY, Draft},
};

/// Rows that one transaction writes at most.
const PART: usize = 1_000;
/// Names of divisions and bases.
const MAX_NAME: usize = 100;

/// What a list brought.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Rows of the file.
    pub rows: usize,
    /// Rows that are new.
    pub new: usize,
    /// What is wrong; nothing is written when there is anything.
    pub faults: Vec<Wrong>,
}

/// A row by its fields.
struct Line {
    number: u32,
    cells: BTreeMap<&'static str, String>,
}

impl Line {
    fn get(&self, field: &str) -> &str {
        self.cells.get(field).map_or("", String::as_str)
    }

    fn wrong(&self, kind: &Kind, field: &'static str, code: Code) -> Wrong {
        self.wrong_with(kind, field, code, Values::new())
    }

    fn wrong_with(&self, kind: &Kind, field: &'static str, code: Code, mut values: Values) -> Wrong {
        let raw = self.get(field).to_owned();
        values.entry("value").or_insert_with(|| raw.clone().into());
        Wrong {
            row: self.number,
            rows: Vec::new(),
            column: kind.header(field).to_owned(),
            field,
            code,
            severity: Severity::Error,
            raw,
            value: None,
            values,
        }
    }
}

fn lines(bytes: &[u8], file_name: &str, kind: &'static Kind) -> Result<Vec<Line>, SheetError> {
    let table = read(bytes, file_name, kind, &Hints::default())?;
    let mapping = map(&table.headers, kind, &Overrides::new())?;
    let line = |row: &sheets::read::Row| Line {
        number: row.number,
        cells: mapping
            .fields
            .iter()
            .filter_map(|(field, at)| Some((*field, row.cells.get(*at)?.text().trim().to_owned())))
            .collect(),
    };
    Ok(table.rows.iter().map(line).collect())
}

/// What every row of a kind must have: the required fields, and a code of its own.
fn common(lines: &[Line], kind: &'static Kind) -> Vec<Wrong> {
    let (mut faults, mut seen) = (Vec::new(), BTreeMap::new());
    for line in lines {
        for column in kind.columns.iter().filter(|column| column.required && line.get(column.field).is_empty()) {
            faults.push(line.wrong(kind, column.field, Code::Required));
        }
        if line.get("name").chars().count() > MAX_NAME {
            faults.push(line.wrong_with(kind, "name", Code::TooLong, Values::from([("max", MAX_NAME.into())])));
        }
        if let Some(first) = seen.insert(line.get("code").to_owned(), line.number) {
            let values = Values::from([("rows", vec![first].into())]);
            faults.push(line.wrong_with(kind, "code", Code::SheetDuplicate, values));
        }
    }
    faults
}

fn one_of(line: &Line, kind: &'static Kind, field: &'static str, words: &[&str]) -> Option<Wrong> {
    let known = words.contains(&line.get(field)) || line.get(field).is_empty();
    (!known).then(|| line.wrong_with(kind, field, Code::NotOneOf, Values::from([("allowed", words.into())])))
}

/// Brings the list of divisions in.
///
/// # Errors
/// When the file cannot be taken or the database refuses.
pub async fn import_divisions(
    house: &House,
    bytes: &[u8],
    file_name: &str,
    by: &Acting,
    dry_run: bool,
) -> Result<Outcome, Fault> {
    const KIND: &Kind = &DIVISIONS;
    let lines = lines(bytes, file_name, KIND).map_err(|error| error.refusal())?;
    let mut faults = common(&lines, KIND);
    let known: BTreeMap<String, DivisionRow> =
        divisions::all(&house.db).await?.into_iter().map(|row| (row.code.clone(), row)).collect();
    let in_file: BTreeSet<&str> = lines.iter().map(|line| line.get("code")).collect();
    let mut new = Vec::new();
    for line in &lines {
        let (code, parent, level) = (line.get("code"), line.get("parent"), line.get("level"));
        faults.extend(one_of(line, KIND, "level", &["city", "county", "township", "village"]));
        let digits = |text: &str| matches!(text.len(), 6 | 9 | 12) && text.bytes().all(|b| b.is_ascii_digit());
        if !code.is_empty() && !digits(code) {
            faults.push(line.wrong(KIND, "code", Code::NotFound));
        }
        // What stands above the highest level is outside of the house.
        if level != "city" && !parent.is_empty() && !known.contains_key(parent) && !in_file.contains(parent) {
            faults.push(line.wrong(KIND, "parent", Code::NotFound));
        }
        match known.get(code) {
            Some(old) if old.name == line.get("name") && old.parent == parent && old.level == level => {}
            Some(_) => faults.push(line.wrong(KIND, "code", Code::SheetKnown)),
            None => new.push(DivisionRow {
                code: code.to_owned(),
                name: line.get("name").to_owned(),
                level: level.to_owned(),
                r#type: line.get("type").to_owned(),
                parent: parent.to_owned(),
                first: None,
                last: None,
            }),
        }
    }
    let outcome = Outcome { rows: lines.len(), new: new.len(), faults };
    if outcome.faults.is_empty() && !dry_run {
        for part in new.chunks(PART) {
            house
                .db
                .decide(|| async {
                    let mut tx = Tx::new();
                    divisions::insert(&mut tx, part.to_vec());
                    let values = json!({"file": file_name, "new": part.len()});
                    tx.journal(Draft::new("divisions", "divisions.import", by).about(CITY).values(values));
                    house.db.commit(tx).await.map_err(Fault::from)
                })
                .await?;
        }
    }
    Ok(outcome)
}

/// Brings the list of bases in.
///
/// # Errors
/// When the file cannot be taken or the database refuses.
pub async fn import_bases(
    house: &House,
    bytes: &[u8],
    file_name: &str,
    by: &Acting,
    dry_run: bool,
) -> Result<Outcome, Fault> {
    const KIND: &Kind = &BASES;
    let lines = lines(bytes, file_name, KIND).map_err(|error| error.refusal())?;
    let mut faults = common(&lines, KIND);
    let known: BTreeMap<String, BaseRow> =
        crate::bases::store::all(&house.db).await?.into_iter().map(|row| (row.code.clone(), row)).collect();
    let codes: Vec<String> = lines.iter().map(|line| line.get("division").to_owned()).collect();
    let places: BTreeMap<String, String> =
        divisions::named(&house.db, &codes).await?.into_iter().map(|row| (row.code, row.name)).collect();
    let mut new = Vec::new();
    for line in &lines {
        faults.extend(one_of(line, KIND, "level", &["city", "county", "banner"]));
        let (code, division) = (line.get("code"), line.get("division"));
        let level = if line.get("level") == "city" { "city" } else { "banner" };
        let place = places.get(division);
        if place.is_none() && !division.is_empty() {
            faults.push(line.wrong(KIND, "division", Code::NotFound));
        }
        match known.get(code) {
            Some(old) if old.name == line.get("name") && old.division == division && old.level == level => {}
            Some(_) => faults.push(line.wrong(KIND, "code", Code::SheetKnown)),
            None => {
                let short = Some(line.get("short_name")).filter(|name| !name.is_empty());
                new.push(base(house, line, level, short.or(place.map(String::as_str)).unwrap_or(code), by));
            }
        }
    }
    let outcome = Outcome { rows: lines.len(), new: new.len(), faults };
    if outcome.faults.is_empty() && !dry_run && !new.is_empty() {
        house
            .db
            .decide(|| async {
                let mut tx = Tx::new();
                for row in &new {
                    tx.insert(row.id.0, row.clone());
                    tx.journal(
                        Draft::new(row.id.0, "bases.create", by)
                            .values(json!({"name": row.name}))
                            .change(None, Some(json!({"code": row.code, "name": row.name, "division": row.division})))
                            .first(),
                    );
                }
                house.db.commit(tx).await.map_err(Fault::from)
            })
            .await?;
    }
    Ok(outcome)
}

fn base(house: &House, line: &Line, level: &str, short_name: &str, by: &Acting) -> BaseRow {
    let id: BaseId = house.chance.id(by.at);
    BaseRow {
        id: Rec(id),
        code: line.get("code").to_owned(),
        name: line.get("name").to_owned(),
        short_name: short_name.to_owned(),
        level: level.to_owned(),
        division: line.get("division").to_owned(),
        assumed: false,
        details: json!({}),
        version: 1,
        created_at: by.at.into(),
        updated_at: by.at.into(),
    }
}
