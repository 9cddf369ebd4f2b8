//! Workbooks: the whole story of one organization (概况、历程、支持价值), and 支持价值台账 over organizations.

use domain::{
    day::Day,
    id::{BaseId, OrganizationId},
    value::{ValueKind, ValueUnit},
};
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use sheets::export::{Column, ColumnKind, Sheet, Value as Cell};

use super::{
    api::whose,
    api_value,
    chapters::{self, Asked, Chapter, Step},
    ledger,
    received::{self, Line},
};
use crate::{
    fault::Fault,
    house::{House, SharedHouse},
    http::{
        Answer, By, Caller, Tag, act,
        xlsx::{self, Xlsx},
    },
    messages,
    organizations::{store::OrganizationRow, views::Names},
};

/// Routes of the workbooks.
#[derive(Debug)]
pub struct StoryExportApi(pub SharedHouse);

/// Chapters read at a time, and how many a workbook has at most.
const PART: usize = 200;
const MOST: usize = 20_000;

/// How much there is, as people write it: months with two decimals, pieces without.
#[expect(clippy::cast_precision_loss, reason = "months of a place in hundredths stay far below 2^53")]
fn amount(kind: ValueKind, hundredths: i64) -> Cell {
    match kind.unit() {
        ValueUnit::Times => Cell::Integer(hundredths / 100),
        _ => Cell::Number(hundredths as f64 / 100.0),
    }
}

fn about(house: &House, of: &OrganizationRow, lines: &[Line], names: &Names) -> Sheet {
    let hosts: Vec<String> = of.hosts.iter().map(|host| names.base(host.0).short_name).collect();
    let state = if of.live { "story_is_live" } else { "story_is_dissolved" };
    let mut rows = vec![
        ("column_organization_name", xlsx::text(of.name.clone())),
        ("column_credit_code", xlsx::optional(of.credit_code.as_deref())),
        ("column_record_number", xlsx::optional(of.record_number.as_deref())),
        ("column_founded_on", of.founded_on.map_or(Cell::Empty, |day| xlsx::day(day.0))),
        ("column_home_base", xlsx::text(names.base(of.home_base.0).short_name)),
        ("column_hosts", xlsx::text(hosts.join("、"))),
        ("column_state", xlsx::text(messages::word(state))),
        ("story_first_contact", xlsx::day(Day::of(of.created_at.0, house.zone))),
    ];
    rows.retain(|(_, cell)| *cell != Cell::Empty);
    let mut rows: Vec<Vec<Cell>> =
        rows.into_iter().map(|(word, cell)| vec![xlsx::text(messages::word(word)), cell]).collect();
    let sums = received::totals(lines);
    rows.extend(sums.iter().map(|(kind, sum)| vec![xlsx::word("value_kind", kind.as_str()), amount(*kind, *sum)]));
    let columns = xlsx::columns(&[("column_story_item", ColumnKind::Text), ("column_story_content", ColumnKind::Text)]);
    Sheet { title: messages::word("sheet_title_about"), columns, rows }
}

const STEPS: &[(&str, ColumnKind)] = &[
    ("column_at", ColumnKind::Text),
    ("column_story_part", ColumnKind::Text),
    ("column_story_event", ColumnKind::Text),
    ("column_base", ColumnKind::Text),
    ("column_story_number", ColumnKind::Text),
    ("column_story_content", ColumnKind::Text),
    ("column_from", ColumnKind::Date),
    ("column_to", ColumnKind::Date),
];

/// The word of a step in the catalogue.
fn told(word: &str) -> String {
    messages::word(&format!("story_{}", word.replace('.', "_")))
}

fn step(house: &House, of: &Chapter, step: &Step, names: &Names) -> Vec<Cell> {
    let open = step.open.clone().unwrap_or_default();
    let grade = open.grade.map(|grade| messages::word(&format!("grade_{}", grade.as_str())));
    let content: Vec<String> = [open.title, open.space, open.name, grade].into_iter().flatten().collect();
    vec![
        xlsx::moment(of.at.0, house.zone),
        xlsx::word("story_part", step.told.part.as_str()),
        xlsx::text(told(step.told.word)),
        step.base.map_or(Cell::Empty, |base| xlsx::text(names.base(base).short_name)),
        xlsx::optional(open.number.as_deref()),
        if content.is_empty() { Cell::Empty } else { xlsx::text(content.join(" ")) },
        open.from.map_or(Cell::Empty, xlsx::day),
        open.to.map_or(Cell::Empty, xlsx::day),
    ]
}

async fn story(house: &House, by: &Caller, of: &OrganizationRow, names: &Names) -> Result<Sheet, Fault> {
    let (mut rows, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let (part, next) = chapters::page(house, by, of, Asked::default(), (cursor.as_deref(), PART)).await?;
        for chapter in &part {
            rows.extend(chapter.steps.iter().map(|of| step(house, chapter, of, names)));
        }
        cursor = next.filter(|_| rows.len() < MOST);
        if cursor.is_none() {
            break;
        }
    }
    Ok(Sheet { title: messages::word("sheet_title_story"), columns: xlsx::columns(STEPS), rows })
}

const LINES: &[(&str, ColumnKind)] = &[
    ("value_kind", ColumnKind::Text),
    ("value_amount", ColumnKind::Number),
    ("value_unit", ColumnKind::Text),
    ("column_base", ColumnKind::Text),
    ("value_label", ColumnKind::Text),
    ("column_from", ColumnKind::Date),
    ("column_to", ColumnKind::Date),
    ("value_days", ColumnKind::Number),
];

fn value(lines: &[Line], names: &Names) -> Sheet {
    let head = |kind: ValueKind, sum: i64| {
        vec![xlsx::word("value_kind", kind.as_str()), amount(kind, sum), xlsx::word("value_unit", kind.unit().as_str())]
    };
    let line = |of: &Line| {
        let mut cells = head(of.kind, of.amount);
        cells.extend([
            xlsx::text(names.base(of.whose.base).short_name),
            xlsx::optional(of.label.as_deref()),
            xlsx::day(of.days.from),
            xlsx::day(of.days.to),
            Cell::Integer(of.days.count()),
        ]);
        cells
    };
    let total = |(kind, sum): (&ValueKind, &i64)| {
        let mut cells = head(*kind, *sum);
        cells.push(xlsx::text(messages::word("value_total")));
        cells
    };
    let sums = received::totals(lines);
    let rows = lines.iter().map(line).chain(sums.iter().map(total)).collect();
    Sheet { title: messages::word("sheet_title_value"), columns: xlsx::columns(LINES), rows }
}

#[OpenApi(prefix_path = "/api/v1")]
impl StoryExportApi {
    /// The story of an organization as a workbook: what it is, what happened, what it has received
    #[oai(path = "/organizations/:id/story/export", method = "get", operation_id = "story_export", tag = Tag::Story)]
    async fn story(&self, by: By<act::StoryRead>, id: Path<OrganizationId>) -> Answer<Xlsx> {
        let house = &self.0;
        let of = whose(house, &by, id.0).await?;
        let names = Names::of(house, std::slice::from_ref(&of)).await?;
        let (lines, _) = api_value::lines(house, &by, &of, (None, None)).await?;
        let sheets =
            vec![about(house, &of, &lines, &names), story(house, &by, &of, &names).await?, value(&lines, &names)];
        let title = format!("{}-{}", messages::word("sheet_title_story"), of.name);
        Ok(Xlsx::book(&title, sheets, house.today()).await?)
    }

    /// What the organizations of a base, or of all, have received, as a workbook by name; the sums stand last
    #[oai(path = "/value/export", method = "get", operation_id = "story_ledger_export", tag = Tag::Story)]
    async fn value(
        &self,
        by: By<act::ValueRead>,
        /// Only of this base.
        base: Query<Option<BaseId>>,
        /// From this day on; from the beginning unless said.
        from: Query<Option<Day>>,
        /// To this day; a day to come counts nothing.
        to: Query<Option<Day>>,
    ) -> Answer<Xlsx> {
        let house = &self.0;
        let ledger = ledger::of(house, &by, base.0, (from.0, to.0)).await?;
        let names = Names::of::<OrganizationRow>(house, &[]).await?;
        let mut columns =
            xlsx::columns(&[("column_organization_name", ColumnKind::Text), ("column_base", ColumnKind::Text)]);
        // Kinds of which there is nothing have no column.
        let kinds: Vec<ValueKind> = ledger.totals.keys().copied().collect();
        let header = |kind: &ValueKind| messages::word(&format!("value_kind_{}", kind.as_str()));
        columns.extend(kinds.iter().map(|kind| Column::new(header(kind), ColumnKind::Number)));
        let sums = |sums: &std::collections::BTreeMap<ValueKind, i64>| -> Vec<Cell> {
            kinds.iter().map(|kind| sums.get(kind).map_or(Cell::Empty, |sum| amount(*kind, *sum))).collect()
        };
        let row = |row: &ledger::Row| {
            let bases: Vec<String> = row.bases.iter().map(|base| names.base(*base).short_name).collect();
            [vec![xlsx::text(row.who.name.clone()), xlsx::text(bases.join("、"))], sums(&row.sums)].concat()
        };
        let mut rows: Vec<Vec<Cell>> = ledger.rows.iter().map(row).collect();
        rows.push([vec![xlsx::text(messages::word("value_total")), Cell::Empty], sums(&ledger.totals)].concat());
        let title = messages::word("sheet_title_value_ledger");
        Ok(Xlsx::of(Sheet { title, columns, rows }, house.today()).await?)
    }
}
