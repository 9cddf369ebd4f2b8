//! What needs somebody today, a line a kind, each with its first things.

use std::collections::BTreeMap;

use domain::{application::Turn, day::Day, id::OrganizationId};
use poem_openapi::Object;

use super::{
    figures::Due,
    store::{ImportRow, SpaceRow},
    waiting::{Over, ToDo, Waiting},
};

/// Items that an entry of the list of things to do names; the rest is a number.
const NAMED: usize = 5;

/// Something that needs somebody.
#[derive(Debug, Clone, Object)]
pub struct Attention {
    /// `expiring`, `to_hand_over`, `organization_without_liaison`, `import_open`, `application_overdue`,
    /// `application_to_decide`, `application_waiting`, `review_overdue`, `review_returned`, `review_ready`,
    /// `notice_to_conclude`, `place_to_give`, `agreement_to_issue`, `agreement_overdue`, `move_in_due`,
    /// `residency_ending`, `residency_over`, `exit_to_settle`, `rectification_to_check`, `suspension_over`,
    /// `graduation_to_examine`, `graduation_to_decide`, `hearing_to_hold`, `removal_to_decide`,
    /// `renewal_to_propose`, `renewal_to_decide`, `renewal_to_write`, `renewal_overdue`, `follow_up_due`, `self_score_overdue`, `assessment_to_score`, `appeal_to_answer`, `progress_to_check`, `progress_overdue`,
    /// `filing_to_accept`, `filing_to_review`, `filing_supplement`, `filing_overdue`.
    pub kind: String,
    /// How many.
    pub count: i64,
    /// The first day of them.
    pub first: Option<Day>,
    /// The first few.
    pub items: Vec<AttentionItem>,
}

/// One thing that needs somebody.
#[derive(Debug, Clone, Object)]
pub struct AttentionItem {
    /// Identifier of the thing.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// Its day.
    pub day: Option<Day>,
}

pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn listed(kind: &str, mut items: Vec<AttentionItem>) -> Attention {
    let (n, first) = (count(items.len()), items.iter().filter_map(|item| item.day).min());
    items.truncate(NAMED);
    Attention { kind: kind.to_owned(), count: n, first, items }
}

pub(super) fn due_view(
    kind: &str,
    due: &[Due<'_>],
    spaces: &[SpaceRow],
    names: &BTreeMap<OrganizationId, &str>,
) -> Attention {
    let item = |due: &Due<'_>| {
        let code = spaces.iter().find(|space| space.id == due.term.space).map_or("", |space| space.code.as_str());
        let name = names.get(&due.term.organization.0).copied().unwrap_or_default();
        let label = format!("{code} {name}").trim().to_owned();
        AttentionItem { id: due.term.id.0.to_string(), label, day: Some(due.day) }
    };
    let items = due.iter().take(NAMED).map(item).collect();
    Attention { kind: kind.to_owned(), count: count(due.len()), first: due.first().map(|due| due.day), items }
}

/// Applications that wait, those first whose time is over.
pub(super) fn applied(waiting: &ToDo, today: Day, named: impl Fn(&Waiting) -> String) -> Vec<Attention> {
    // What the city has to decide is on one list, the late ones first; the rest is the bases'.
    let (decide, rest): (Vec<&Waiting>, Vec<&Waiting>) =
        waiting.applications().iter().partition(|one| one.owner == Turn::City);
    let (late, due): (Vec<&Waiting>, Vec<&Waiting>) = rest.into_iter().partition(|one| one.due < today);
    let view = |kind: &str, all: Vec<&Waiting>| {
        let item = |one: &Waiting| AttentionItem { id: one.id.to_string(), label: named(one), day: Some(one.due) };
        listed(kind, all.into_iter().map(item).collect())
    };
    let mut all = vec![
        view("application_overdue", late),
        view("application_to_decide", decide),
        view("application_waiting", due),
    ];
    let over = |kind: &str, all: &[Over]| {
        let item = |one: &Over| AttentionItem { id: one.id.clone(), label: one.label.clone(), day: one.due };
        listed(kind, all.iter().map(item).collect())
    };
    all.push(over("review_overdue", &waiting.reviews().late));
    all.push(over("review_returned", &waiting.reviews().returned));
    all.push(over("review_ready", &waiting.reviews().ready));
    all.push(over("notice_to_conclude", waiting.notices()));
    all.push(over("place_to_give", waiting.places()));
    all.retain(|entry| entry.count > 0);
    all
}

pub(super) fn waiting_imports(rows: Vec<ImportRow>) -> Attention {
    let item = |row: ImportRow| AttentionItem { id: row.id.0.to_string(), label: row.file_name, day: None };
    listed("import_open", rows.into_iter().map(item).collect())
}
