//! The list of days off and make-up working days, for the whole city or for one banner.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use domain::code::Code;
use serde::Serialize;

use crate::{
    divisions::Divisions,
    fault::{Drafted, Fault, Outcome},
    line::{Line, duplicate, repeated},
    map::{Column, Kind, Mapping},
    read::Table,
    vocabulary::{Words, words},
};

/// The name of a holiday.
const MAX_NAME: usize = 60;

words! {
    /// What the day is.
    DayKind {
        /// A day off; on a weekend it says so for the record.
        Off = "off",
        /// A make-up working day.
        Work = "work",
    }
}

/// Writings of [`DayKind`].
pub const DAY_KINDS: Words<DayKind> = &[
    (&["休", "休息", "放假", "假", "off", "holiday"], DayKind::Off),
    (&["班", "上班", "调休上班", "补班", "work", "workday"], DayKind::Work),
];

/// The list of days, in its usual order.
pub const KIND: Kind = Kind {
    word: "workdays",
    columns: &[
        Column { field: "day", header: "日期", synonyms: &["date"], required: true },
        Column { field: "kind", header: "休/班", synonyms: &["类型", "休班", "kind"], required: true },
        Column {
            field: "name",
            header: "节日",
            synonyms: &["名称", "节假日", "说明", "name", "holiday"],
            required: false,
        },
        Column {
            field: "division",
            header: "旗市区",
            synonyms: &["所属旗市区", "适用旗市区", "地区", "division"],
            required: false,
        },
    ],
};

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkdayDraft {
    /// The day.
    pub day: NaiveDate,
    /// Off or work.
    pub kind: DayKind,
    /// Of which holiday.
    pub name: Option<String>,
    /// Code of the only county for which it holds; `None` for all.
    pub division: Option<String>,
}

/// Takes all rows of a table. `known_off` are days that are off for all already.
#[must_use]
pub fn workdays(
    table: &Table,
    mapping: &Mapping,
    divisions: &dyn Divisions,
    known_off: &BTreeSet<NaiveDate>,
) -> Outcome<WorkdayDraft> {
    let mut taken: Vec<(Line<'_>, Option<WorkdayDraft>)> = Vec::new();
    for row in &table.rows {
        let mut line = Line::new(&KIND, table, mapping, row);
        let draft = draft(&mut line, divisions);
        taken.push((line, draft));
    }
    work_on_weekdays(&mut taken, known_off);
    let keys = taken.iter().enumerate().filter_map(|(i, (line, draft))| {
        let draft = draft.as_ref()?;
        Some((i, line.number(), (draft.day, draft.division.clone())))
    });
    let mut faults: Vec<Fault> = repeated(keys)
        .into_iter()
        .filter_map(|(i, others, (day, _))| Some(duplicate(&taken.get(i)?.0, "day", &day.to_string(), others)))
        .collect();
    let mut drafts = Vec::new();
    for (line, draft) in taken {
        drafts.extend(draft.map(|draft| Drafted { row: line.number(), draft }));
        faults.extend(line.faults());
    }
    Outcome::close(drafts, faults, table.rows.len())
}

fn draft(line: &mut Line<'_>, divisions: &dyn Divisions) -> Option<WorkdayDraft> {
    let day = line.required_day("day");
    let kind = line.required_word("kind", DAY_KINDS);
    let name = line.text("name", MAX_NAME);
    let written = line.text("division", MAX_NAME);
    let division = written.as_deref().and_then(|written| {
        let by_name = divisions.find_county(written).map(|place| place.code);
        by_name.or_else(|| divisions.is_authority(written).then(|| written.to_owned()))
    });
    if written.is_some() && division.is_none() {
        line.error("division", Code::SheetUnknownCounty);
        return None;
    }
    Some(WorkdayDraft { day: day?, kind: kind?, name, division })
}

/// A make-up day falls on a weekend, or in one county on a day that is off for all the others.
fn work_on_weekdays(taken: &mut [(Line<'_>, Option<WorkdayDraft>)], known_off: &BTreeSet<NaiveDate>) {
    let off_for_all: BTreeSet<NaiveDate> = taken
        .iter()
        .filter_map(|(_, draft)| draft.as_ref())
        .filter(|draft| draft.kind == DayKind::Off && draft.division.is_none())
        .map(|draft| draft.day)
        .chain(known_off.iter().copied())
        .collect();
    for (line, draft) in taken {
        let Some(draft) = draft else { continue };
        let weekend = matches!(draft.day.weekday(), Weekday::Sat | Weekday::Sun);
        let exception = draft.division.is_some() && off_for_all.contains(&draft.day);
        if draft.kind == DayKind::Work && !weekend && !exception {
            line.error("day", Code::SheetWorkOnWeekday);
        }
    }
}

#[cfg(test)]
mod tests;
