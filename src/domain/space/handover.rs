//! A hand-over: what was given from one to the other, and how it was.

use super::{Condition, HandoverKind};
use crate::{
    allocation::Allocation,
    code::Code,
    day::{Day, Moment},
    refusal::{FieldFault, Refusal},
};

/// Pieces in one record.
const MAX_ITEMS: usize = 200;
/// Names of things and people.
const MAX_NAME: usize = 60;
/// Notes.
const MAX_NOTE: usize = 500;
/// Of one thing in one room.
const MAX_QUANTITY: u32 = 10_000;

/// A piece of equipment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// The number of its asset tag.
    pub tag: Option<String>,
    /// How many.
    pub quantity: u32,
    /// How it is.
    pub condition: Condition,
    /// Note.
    pub note: Option<String>,
}

/// A hand-over record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// On which day.
    pub on_day: Day,
    /// What was handed over.
    pub items: Vec<Item>,
    /// Keys, cards, codes.
    pub keys: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// Who gave.
    pub handed_by: String,
    /// Who took.
    pub received_by: String,
}

/// The record as it is kept: texts trimmed, empty ones gone.
///
/// # Errors
/// All bad fields at once, below `path`; the day is not in the future, not before the term, and for what is given
/// within it: what comes back may come after the last day.
pub fn check(record: &Record, of: &Allocation, kind: HandoverKind, path: &str, at: Moment) -> Result<Record, Refusal> {
    let mut faults = Vec::new();
    let name = |field: String| format!("{path}.{field}");
    let today = at.today();
    let latest = match kind {
        HandoverKind::In => of.term.to().map_or(today, |last| last.min(today)),
        HandoverKind::Out => today,
    };
    if record.on_day < of.term.from() {
        let min = of.term.from().to_string();
        faults.push(FieldFault::new(name("on_day".into()), Code::DayTooEarly).with("min", min));
    } else if record.on_day > latest {
        faults.push(FieldFault::new(name("on_day".into()), Code::DayTooLate).with("max", latest.to_string()));
    }
    let mut required = |field: String, text: &str, max: usize| {
        let text = text.trim().to_owned();
        if text.is_empty() {
            faults.push(FieldFault::new(name(field), Code::Required));
        } else if text.chars().count() > max {
            faults.push(FieldFault::new(name(field), Code::TooLong).with("max", max));
        }
        text
    };
    let handed_by = required("handed_by".into(), &record.handed_by, MAX_NAME);
    let received_by = required("received_by".into(), &record.received_by, MAX_NAME);
    let names: Vec<String> = (0..)
        .zip(&record.items)
        .map(|(i, item): (usize, _)| required(format!("items[{i}].name"), &item.name, MAX_NAME))
        .collect();
    if record.items.len() > MAX_ITEMS {
        faults.push(FieldFault::new(name("items".into()), Code::TooLong).with("max", MAX_ITEMS));
    }
    let mut optional = |field: String, text: &Option<String>, max: usize| {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
        if text.chars().count() > max {
            faults.push(FieldFault::new(name(field), Code::TooLong).with("max", max));
        }
        Some(text.to_owned())
    };
    let keys = optional("keys".into(), &record.keys, MAX_NOTE);
    let note = optional("note".into(), &record.note, MAX_NOTE);
    let mut items = Vec::with_capacity(record.items.len());
    for (i, (item, name)) in record.items.iter().zip(names).enumerate() {
        items.push(Item {
            name,
            tag: optional(format!("items[{i}].tag"), &item.tag, MAX_NAME),
            note: optional(format!("items[{i}].note"), &item.note, MAX_NOTE),
            ..item.clone()
        });
    }
    for (i, _) in record.items.iter().enumerate().filter(|(_, item)| !(1..=MAX_QUANTITY).contains(&item.quantity)) {
        let path = name(format!("items[{i}].quantity"));
        faults.push(FieldFault::new(path, Code::OutOfRange).with("min", 1).with("max", MAX_QUANTITY));
    }
    if faults.is_empty() {
        Ok(Record { on_day: record.on_day, items, keys, note, handed_by, received_by })
    } else {
        Err(Refusal::fields(faults))
    }
}

#[cfg(test)]
mod tests;
