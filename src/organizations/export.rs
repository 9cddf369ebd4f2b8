//! The list of organizations as a workbook, in the columns of the ledger that it can be brought in
//! with again.

use domain::access::Action;
use sheets::{
    export::{ColumnKind, Value},
    organizations::{ANNUAL_CHECKS, CLASSES, KINDS, PARTY_FORMS},
    vocabulary::Words,
};

use super::{
    store::OrganizationRow,
    store_list::{self, Asked, Filter, Order},
    views::{self, Names},
};
use crate::{
    fault::Fault,
    house::House,
    http::{
        Caller,
        xlsx::{MAX_ROWS, Xlsx, optional as text},
    },
    messages,
};

/// Columns, and how each shows its values.
const COLUMNS: &[(&str, ColumnKind)] = &[
    ("column_organization_name", ColumnKind::Text),
    ("column_credit_code", ColumnKind::Digits),
    ("column_record_number", ColumnKind::Digits),
    ("column_organization_kind", ColumnKind::Text),
    ("column_class", ColumnKind::Text),
    ("column_authority", ColumnKind::Text),
    ("column_supervising_unit", ColumnKind::Text),
    ("column_founded_on", ColumnKind::Date),
    ("column_responsible", ColumnKind::Text),
    ("column_liaison", ColumnKind::Text),
    ("column_liaison_phone", ColumnKind::Digits),
    ("column_division", ColumnKind::Text),
    ("column_township", ColumnKind::Text),
    ("column_village", ColumnKind::Text),
    ("column_grade", ColumnKind::Text),
    ("column_annual_check", ColumnKind::Text),
    ("column_party_form", ColumnKind::Text),
    ("column_full_time_staff", ColumnKind::Number),
    ("column_social_workers", ColumnKind::Number),
    ("column_volunteers", ColumnKind::Number),
    ("column_home_base", ColumnKind::Text),
    ("column_hosts", ColumnKind::Text),
    ("column_state", ColumnKind::Text),
];

/// The usual writing of a word of the spreadsheets.
fn usual<T: Copy + PartialEq>(words: Words<T>, is: impl Fn(T) -> bool) -> Value {
    words
        .iter()
        .find(|(_, value)| is(*value))
        .and_then(|(writings, _)| writings.first())
        .map_or(Value::Empty, |word| Value::Text((*word).to_owned()))
}

/// The workbook of a list that the caller may see.
pub async fn workbook(house: &House, by: &Caller, filter: &Filter, order: Order) -> Result<Xlsx, Fault> {
    let reach = by.reach(Action::OrganizationsRead)?;
    let rows = store_list::page(&house.db, Asked { order, ..Asked::first(filter, &reach, MAX_ROWS) }).await?;
    let names = Names::of(house, &rows).await?;
    Xlsx::list("sheet_title_organizations", COLUMNS, rows.iter().map(|row| line(by, row, &names)), house.today()).await
}

fn line(by: &Caller, row: &OrganizationRow, names: &Names) -> Vec<Value> {
    let details = row.details();
    let count = |count: Option<i64>| count.map_or(Value::Empty, Value::Integer);
    let place = |code: Option<&str>| code.map_or(Value::Empty, |code| Value::Text(names.division(code)));
    let phone = row.liaison_phone.as_deref().filter(|_| views::sees_persons(by, row));
    let hosts: Vec<String> = row.hosts.iter().map(|host| names.base(host.0).short_name).collect();
    vec![
        text(Some(&row.name)),
        text(row.credit_code.as_deref()),
        text(row.record_number.as_deref()),
        usual(KINDS, |kind| kind.as_str() == row.kind.0.as_str()),
        row.class.map_or(Value::Empty, |class| usual(CLASSES, |word| word.as_str() == class.0.as_str())),
        text(details.registration.authority.as_deref().or(details.recording.body.as_deref())),
        text(details.registration.supervising_unit.as_deref()),
        row.founded_on.map_or(Value::Empty, |day| Value::Day(day.0.date())),
        text(row.responsible_name.as_deref()),
        text(row.liaison_name.as_deref()),
        text(phone),
        place(Some(&row.division)),
        place(row.township.as_deref()),
        place(row.village.as_deref()),
        text(row.grade.as_deref()),
        row.annual_check.map_or(Value::Empty, |check| {
            usual(ANNUAL_CHECKS, |word| word.is_some_and(|word| word.as_str() == check.0.as_str()))
        }),
        row.party_form.map_or(Value::Empty, |form| usual(PARTY_FORMS, |word| word.as_str() == form.0.as_str())),
        count(row.full_time_staff),
        count(row.social_workers),
        count(row.volunteers),
        text(Some(&names.base(row.home_base.0).short_name)),
        text(Some(&hosts.join("、"))),
        Value::Text(messages::word(if row.live { "value_live" } else { "value_dissolved" })),
    ]
}
