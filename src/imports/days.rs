//! What a list of days changes in the work calendar.
//!
//! A further year adds its days. A day that is there already exactly so is left alone, so that a
//! list may be brought in again; one that says otherwise is a fault, unless the person says that
//! the file is the whole calendar of its years: then it puts the years right, and each change is
//! shown before it is written.

use std::collections::{BTreeMap, BTreeSet};

use domain::{code::Code, day::Day, id::ImportId, refusal::Values, workday::DayMark};
use sheets::{
    fault::{Drafted, Severity},
    workdays::{DayKind, WorkdayDraft},
};

use super::report::SavedDay;
use crate::{db::Text, messages, workdays::store::WorkDayRow};

/// What will be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// New rows.
    pub insert: Vec<WorkDayRow>,
    /// Rows that go, as they are; those of changed days among them.
    pub remove: Vec<WorkDayRow>,
}

/// Something to say about a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The row.
    pub row: u32,
    /// Whether it blocks.
    pub severity: Severity,
    /// What.
    pub code: Code,
    /// The day.
    pub raw: String,
    /// Values for the sentence.
    pub values: Values,
}

type Key = (Day, Option<String>);

/// Compares a list with the calendar.
#[must_use]
pub fn plan(
    existing: &[WorkDayRow],
    drafts: &[Drafted<WorkdayDraft>],
    replaces: bool,
    import: ImportId,
) -> (Plan, Vec<Note>) {
    let known: BTreeMap<Key, &WorkDayRow> =
        existing.iter().map(|row| ((row.date.0, row.division.clone()), row)).collect();
    let (mut plan, mut notes) = (Plan::default(), Vec::new());
    let mut named: BTreeMap<(i32, Option<String>), u32> = BTreeMap::new();
    let mut kept: BTreeSet<Key> = BTreeSet::new();
    for Drafted { row, draft } in drafts {
        // The reader takes no day that the house cannot hold.
        let Some(date) = Day::from_date(draft.day) else { continue };
        named.entry((date.year(), draft.division.clone())).or_insert(*row);
        kept.insert((date, draft.division.clone()));
        let mark = match draft.kind {
            DayKind::Off => DayMark::Off,
            DayKind::Work => DayMark::Work,
        };
        let old = known.get(&(date, draft.division.clone())).copied();
        if let Some(old) = old {
            let same = old.kind.0 == mark && draft.name.as_ref().is_none_or(|name| *name == old.name);
            let (severity, code) = match (same, replaces) {
                (true, _) => (Severity::Corrected, Code::SheetDaySame),
                (false, true) => (Severity::Corrected, Code::SheetDayReplaced),
                (false, false) => (Severity::Error, Code::SheetDayKnown),
            };
            notes.push(note(*row, severity, code, old));
            if same || !replaces {
                continue;
            }
            plan.remove.push(old.clone());
        }
        plan.insert.push(WorkDayRow {
            date: Text(date),
            kind: Text(mark),
            name: draft.name.clone().unwrap_or_default(),
            division: draft.division.clone(),
            import: Some(import.to_string()),
        });
    }
    if replaces {
        let gone = existing.iter().filter(|row| !kept.contains(&(row.date.0, row.division.clone())));
        for old in gone {
            if let Some(row) = named.get(&(old.date.0.year(), old.division.clone())) {
                notes.push(note(*row, Severity::Corrected, Code::SheetDayRemoved, old));
                plan.remove.push(old.clone());
            }
        }
    }
    (plan, notes)
}

fn note(row: u32, severity: Severity, code: Code, old: &WorkDayRow) -> Note {
    let word = messages::word(if old.kind.0 == DayMark::Off { "value_day_off" } else { "value_day_work" });
    let expected = format!("{word} {}", old.name).trim_end().to_owned();
    let raw = old.date.0.to_string();
    let values = Values::from([("value", raw.clone().into()), ("expected", expected.into())]);
    Note { row, severity, code, raw, values }
}

/// How many days change.
#[must_use]
pub fn changes(plan: &Plan) -> usize {
    let inserted: BTreeSet<Key> = plan.insert.iter().map(|row| (row.date.0, row.division.clone())).collect();
    let only_removed = plan.remove.iter().filter(|row| !inserted.contains(&(row.date.0, row.division.clone())));
    plan.insert.len() + only_removed.count()
}

/// A row as it is kept for the undo.
#[must_use]
pub fn saved(row: &WorkDayRow) -> SavedDay {
    SavedDay {
        date: row.date.0.to_string(),
        kind: row.kind.0.to_string(),
        name: row.name.clone(),
        division: row.division.clone(),
        import: row.import.clone(),
    }
}

/// The row that was kept.
#[must_use]
pub fn restored(saved: &SavedDay) -> Option<WorkDayRow> {
    Some(WorkDayRow {
        date: Text(saved.date.parse().ok()?),
        kind: Text(saved.kind.parse().ok()?),
        name: saved.name.clone(),
        division: saved.division.clone(),
        import: saved.import.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::Id;

    fn row(date: &str, kind: DayMark, name: &str) -> WorkDayRow {
        WorkDayRow {
            date: Text(date.parse().unwrap()),
            kind: Text(kind),
            name: name.into(),
            division: None,
            import: None,
        }
    }

    fn draft(row: u32, day: &str, kind: DayKind, name: &str) -> Drafted<WorkdayDraft> {
        let day = day.parse().unwrap();
        Drafted { row, draft: WorkdayDraft { day, kind, name: Some(name.into()), division: None } }
    }

    fn codes(notes: &[Note]) -> Vec<(u32, Code)> {
        notes.iter().map(|note| (note.row, note.code)).collect()
    }

    #[test]
    fn a_further_year_adds_its_days() {
        let known = [row("2026-10-01", DayMark::Off, "国庆节")];
        let (plan, notes) = plan(&known, &[draft(2, "2027-01-01", DayKind::Off, "元旦")], false, ImportId::from_key(1));
        assert_eq!((plan.insert.len(), plan.remove.len(), notes.len()), (1, 0, 0));
    }

    #[test]
    fn the_same_again_changes_nothing_and_another_word_is_a_fault() {
        let known = [row("2026-10-01", DayMark::Off, "国庆节"), row("2026-10-02", DayMark::Off, "国庆节")];
        let drafts = [draft(2, "2026-10-01", DayKind::Off, "国庆节"), draft(3, "2026-10-02", DayKind::Work, "国庆节")];
        let (plan, notes) = plan(&known, &drafts, false, ImportId::from_key(1));
        assert_eq!(plan, Plan::default());
        assert_eq!(codes(&notes), [(2, Code::SheetDaySame), (3, Code::SheetDayKnown)]);
        assert_eq!(notes[1].values["expected"], "休 国庆节");
    }

    #[test]
    fn a_whole_year_is_put_right_and_every_change_is_shown() {
        let known = [
            row("2026-10-01", DayMark::Off, "国庆节"),
            row("2026-10-08", DayMark::Off, "国庆节"),
            row("2026-10-10", DayMark::Work, "国庆节"),
            row("2025-10-01", DayMark::Off, "国庆节"),
        ];
        let drafts = [draft(2, "2026-10-01", DayKind::Off, "国庆节"), draft(3, "2026-10-10", DayKind::Off, "国庆节")];
        let (plan, notes) = plan(&known, &drafts, true, ImportId::from_key(1));
        assert_eq!(codes(&notes), [(2, Code::SheetDaySame), (3, Code::SheetDayReplaced), (2, Code::SheetDayRemoved)]);
        assert_eq!(plan.insert.iter().map(|row| row.date.0.to_string()).collect::<Vec<_>>(), ["2026-10-10"]);
        assert_eq!(plan.remove, [known[2].clone(), known[1].clone()]);
        assert_eq!(changes(&plan), 2);
        assert_eq!(
            plan.remove.iter().map(|row| restored(&saved(row))).collect::<Vec<_>>(),
            [Some(known[2].clone()), Some(known[1].clone())]
        );
    }
}
