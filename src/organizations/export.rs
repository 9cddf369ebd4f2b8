//! The list of organizations as a workbook, in the columns of the ledger that it can be brought in
//! with again.

use domain::access::Action;
use sheets::{
    export::{Column, ColumnKind, Sheet, Value},
    organizations::{ANNUAL_CHECKS, CLASSES, KINDS, PARTY_FORMS},
    vocabulary::Words,
};

use super::{
    store::OrganizationRow,
    store_list::{self, Filter, Order},
    views::{self, Names},
};
use crate::{
    fault::Fault,
    house::House,
    http::{Caller, xlsx::Xlsx},
};

/// More rows than any province has organizations; a bound all the same.
const MAX_ROWS: usize = 50_000;

/// Columns, and how each shows its values.
const COLUMNS: &[(&str, ColumnKind)] = &[
    ("组织名称", ColumnKind::Text),
    ("统一社会信用代码", ColumnKind::Digits),
    ("备案号", ColumnKind::Digits),
    ("组织类型", ColumnKind::Text),
    ("类别", ColumnKind::Text),
    ("登记（备案）机关", ColumnKind::Text),
    ("业务主管单位", ColumnKind::Text),
    ("成立日期", ColumnKind::Date),
    ("负责人", ColumnKind::Text),
    ("联络员", ColumnKind::Text),
    ("联络员电话", ColumnKind::Digits),
    ("所属旗市区", ColumnKind::Text),
    ("苏木乡镇（街道）", ColumnKind::Text),
    ("嘎查村（社区）", ColumnKind::Text),
    ("评估等级", ColumnKind::Text),
    ("年检结论", ColumnKind::Text),
    ("党组织形式", ColumnKind::Text),
    ("专职人员", ColumnKind::Number),
    ("持证社工", ColumnKind::Number),
    ("志愿者", ColumnKind::Number),
    ("所属基地", ColumnKind::Text),
    ("入驻基地", ColumnKind::Text),
    ("状态", ColumnKind::Text),
];

/// The usual writing of a word of the spreadsheets.
fn usual<T: Copy + PartialEq>(words: Words<T>, is: impl Fn(T) -> bool) -> Value {
    words
        .iter()
        .find(|(_, value)| is(*value))
        .and_then(|(writings, _)| writings.first())
        .map_or(Value::Empty, |word| Value::Text((*word).to_owned()))
}

fn text(value: Option<&str>) -> Value {
    value.map_or(Value::Empty, Value::from)
}

/// The workbook of a list that the caller may see.
pub async fn workbook(house: &House, by: &Caller, filter: &Filter, order: Order) -> Result<Xlsx, Fault> {
    let reach = by.reach(Action::OrganizationsRead)?;
    let rows = store_list::page(&house.db, filter, &reach, order, None, MAX_ROWS).await?;
    let names = Names::of(house, &rows).await?;
    let sheet = Sheet {
        title: "社会组织".to_owned(),
        columns: COLUMNS.iter().map(|(header, kind)| Column::new(*header, *kind)).collect(),
        rows: rows.iter().map(|row| line(by, row, &names)).collect(),
    };
    Xlsx::of(&sheet, house.today())
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
        text(Some(if row.live { "正常" } else { "已注销" })),
    ]
}
