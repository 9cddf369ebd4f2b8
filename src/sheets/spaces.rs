//! The ledger of spaces: rooms and desks of the bases.

mod words;

use std::collections::{BTreeMap, BTreeSet};

use domain::{code::Code, refusal::FieldFault};
use serde::Serialize;

pub use words::{KIND, KINDS, SpaceKind, YES_NO};

use crate::{
    fault::{Drafted, Outcome},
    line::{Line, duplicate, repeated},
    map::Mapping,
    read::Table,
    writing,
};

/// Room numbers are painted on doors.
const MAX_NUMBER: usize = 40;
/// A hall for more people is a slip.
const MAX_CAPACITY: u32 = 10_000;
/// A room of more square metres is a slip.
const MAX_AREA: u32 = 100_000;
/// Equipment as one cell.
const MAX_EQUIPMENT: usize = 500;

/// Number of a base → its name.
pub type Bases = BTreeMap<String, String>;

/// Where a desk stands, as its number says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// In the room of this number (`201-3` where the file has a room 201).
    Room(String),
    /// In an open area: desks `1-D01`, `1-D02`… of floor 1 stand in the area `1-D`.
    OpenArea(String),
}

/// A room or a desk as the ledger says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpaceDraft {
    /// 基地编号.
    pub base: String,
    /// 楼层; below ground negative.
    pub floor: i32,
    /// 房间/工位号.
    pub number: String,
    /// 类型.
    pub kind: SpaceKind,
    /// For desks only: where it stands.
    pub within: Option<Within>,
    /// 容纳人数.
    pub capacity: Option<u32>,
    /// 面积 in hundredths of a square metre.
    pub area: Option<u32>,
    /// 可预约; desks and offices are given for a term when the ledger is silent.
    pub bookable: bool,
    /// 设备, each once.
    pub equipment: Vec<String>,
}

/// Takes all rows of a table.
#[must_use]
pub fn spaces(table: &Table, mapping: &Mapping, bases: &Bases) -> Outcome<SpaceDraft> {
    let mut drafts = Vec::new();
    let mut lines = Vec::new();
    for row in &table.rows {
        let mut line = Line::new(&KIND, table, mapping, row);
        let base = base(&mut line, bases);
        let number = line.required_text("number", MAX_NUMBER);
        let key = base.clone().zip(number.clone());
        if let Some(draft) = draft(&mut line, base, number) {
            drafts.push(Drafted { row: row.number, draft });
        }
        lines.push((line, key));
    }
    place_desks(&mut drafts);
    let keys = lines.iter().enumerate().filter_map(|(i, (line, key))| Some((i, line.number(), key.clone()?)));
    let mut faults: Vec<_> = repeated(keys)
        .into_iter()
        .filter_map(|(i, others, (_, number))| Some(duplicate(&lines.get(i)?.0, "number", &number, others)))
        .collect();
    faults.extend(lines.into_iter().flat_map(|(line, _)| line.faults()));
    Outcome::close(drafts, faults, table.rows.len())
}

/// The base, known and of the name that the row gives: a shifted row is found by it.
fn base(line: &mut Line<'_>, bases: &Bases) -> Option<String> {
    let code = line.required_text("base", MAX_NUMBER)?;
    let Some(expected) = bases.get(&code) else {
        line.error("base", Code::SheetUnknownBase);
        return None;
    };
    if line.raw("base_name").is_some_and(|name| writing::join_lines(&name) != *expected) {
        let fault = FieldFault::new("base_name", Code::SheetBaseName).with("expected", expected.clone());
        line.error_with("base_name", fault);
    }
    Some(code)
}

fn draft(line: &mut Line<'_>, base: Option<String>, number: Option<String>) -> Option<SpaceDraft> {
    let floor = floor(line);
    let kind = line.required_word("kind", KINDS);
    let capacity = line.count("capacity", MAX_CAPACITY);
    if capacity == Some(0) {
        // Nobody fits into no space; the sentence for 0 would be of no use, so the range is named.
        line.error_with(
            "capacity",
            FieldFault::new("capacity", Code::OutOfRange).with("min", 1).with("max", MAX_CAPACITY),
        );
    }
    let area = area(line);
    let bookable = line.word("bookable", YES_NO);
    let equipment = equipment(line);
    let kind = kind?;
    Some(SpaceDraft {
        base: base?,
        floor: floor?,
        number: number?,
        kind,
        within: None,
        capacity,
        area,
        bookable: bookable.unwrap_or_else(|| kind.is_bookable_by_default()),
        equipment,
    })
}

/// `2`, `2F`, `2层`, `2楼`; `-1`, `B1`, `地下1层` are below ground.
fn floor(line: &mut Line<'_>) -> Option<i32> {
    let raw = line.required_raw("floor")?;
    let plain = writing::half_width(&raw).to_uppercase();
    let bare = plain.trim().trim_end_matches(['F', '层', '楼']);
    let (below, digits) = ["地下", "B", "-"]
        .iter()
        .find_map(|mark| bare.strip_prefix(mark).map(|rest| (true, rest)))
        .unwrap_or((false, bare));
    let number = digits.trim().parse::<i32>().ok().filter(|n| (1..=100).contains(n));
    if number.is_none() {
        line.error("floor", Code::SheetFloor);
    }
    number.map(|n| if below { -n } else { n })
}

/// Square metres with at most two decimals, as hundredths.
fn area(line: &mut Line<'_>) -> Option<u32> {
    let raw = line.raw("area")?;
    let plain = writing::half_width(&raw);
    let bare = ["㎡", "平方米", "m2", "M2", "m²", "M²", "平米", "平"]
        .iter()
        .find_map(|unit| plain.trim().strip_suffix(unit))
        .unwrap_or(&plain)
        .trim();
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let readable = !whole.is_empty() && whole.len() <= 6 && part.len() <= 2 && digits(whole) && digits(part);
    let hundredths = readable.then(|| format!("{whole}{part:0<2}").parse::<u32>().ok()).flatten();
    let area = hundredths.filter(|area| (1..=MAX_AREA * 100).contains(area));
    match area {
        None => line.error_with("area", FieldFault::new("area", Code::SheetNumber).with("max", MAX_AREA)),
        Some(_) if bare.len() < plain.trim().len() => line.corrected("area", Code::SheetUnit, bare),
        Some(_) => {}
    }
    area
}

fn equipment(line: &mut Line<'_>) -> Vec<String> {
    let Some(text) = line.text("equipment", MAX_EQUIPMENT) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    text.split([';', '；', '、', ',', '，'])
        .map(str::trim)
        .filter(|item| !item.is_empty() && *item != "无" && seen.insert((*item).to_owned()))
        .map(str::to_owned)
        .collect()
}

/// Reads from each desk's number where it stands; all rooms must be known by then.
fn place_desks(drafts: &mut [Drafted<SpaceDraft>]) {
    let rooms: BTreeSet<(String, String)> = drafts
        .iter()
        .filter(|drafted| drafted.draft.kind != SpaceKind::Desk)
        .map(|drafted| (drafted.draft.base.clone(), drafted.draft.number.clone()))
        .collect();
    for Drafted { draft, .. } in drafts.iter_mut().filter(|drafted| drafted.draft.kind == SpaceKind::Desk) {
        let Some((before, last)) = draft.number.rsplit_once('-') else { continue };
        let letters = last.trim_end_matches(|c: char| c.is_ascii_digit());
        draft.within = Some(if rooms.contains(&(draft.base.clone(), before.to_owned())) {
            Within::Room(before.to_owned())
        } else if letters.is_empty() {
            Within::OpenArea(before.to_owned())
        } else {
            Within::OpenArea(format!("{before}-{letters}"))
        });
    }
}

#[cfg(test)]
mod tests;
