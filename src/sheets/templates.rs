//! The templates that the house hands out: the known columns of each kind, explained.

use crate::{
    export::{ColumnKind, Template, TemplateColumn},
    map::Kind,
    organizations, spaces,
    vocabulary::Words,
    workdays,
};

/// What a column of a template says beyond its header.
struct Hint {
    field: &'static str,
    kind: ColumnKind,
    note: &'static str,
    example: &'static str,
}

const fn hint(field: &'static str, kind: ColumnKind, example: &'static str, note: &'static str) -> Hint {
    Hint { field, kind, note, example }
}

use ColumnKind::{Date, Digits, Number, Text, Wrap};

const ORGANIZATIONS: &[Hint] = &[
    hint("serial", Text, "", "可不填。"),
    hint("name", Text, "海拉尔区仁德礼社区健康协会", "登记证书或备案证明上的全称，不超过 120 字。"),
    hint(
        "credit_code",
        Digits,
        "51150700MJY1234581",
        "已登记的组织必填，18 位。没有字母 I、O、S、V、Z。备案组织和筹备团队留空。",
    ),
    hint("record_number", Text, "", "备案组织必填。"),
    hint("kind", Text, "社会团体", "从下拉列表中选择。民办非企业单位选“社会服务机构”。"),
    hint("class", Text, "生活服务", "从下拉列表中选择。"),
    hint("authority", Text, "海拉尔区民政局", "发证的民政局；备案组织填街道办事处或苏木乡镇人民政府。"),
    hint("supervisor", Text, "", "没有则留空。"),
    hint("founded_on", Date, "2019-03-05", "例如 2019-03-05，不能晚于今天。"),
    hint("leader", Text, "罗明艳", "法定代表人或负责人姓名。"),
    hint("liaison", Text, "李秀娟", "与基地联系的人。"),
    hint("liaison_phone", Digits, "15731344958", "手机 11 位；座机带区号，例如 0470-8223344。"),
    hint("county", Text, "海拉尔区", "全称，从下拉列表中选择。"),
    hint("township", Text, "正阳街道", "全称；不清楚可留空。"),
    hint("village", Text, "", "全称；不清楚可留空。填写时要同时填苏木乡镇（街道）。"),
    hint("grade", Text, "3A", "未评估留空。"),
    hint("annual_check", Text, "合格", "最近一次年检的结论。备案组织留空。"),
    hint("party_form", Text, "联合党支部", "没有党组织填“无”。"),
    hint("full_time_staff", Number, "2", "整数。"),
    hint("social_workers", Number, "1", "持有社会工作者职业资格证书的人数，整数。"),
    hint("volunteers", Number, "30", "整数。"),
];

const SPACES: &[Hint] = &[
    hint("base", Text, "B01", "基地的编号。"),
    hint("base_name", Text, "", "可不填；填写时必须与编号一致。"),
    hint("floor", Number, "1", "整数；地下填 -1。"),
    hint(
        "number",
        Digits,
        "101",
        "同一基地内不重复。房间内的工位写成“房间号-序号”，例如 201-3；开放区的工位写成 1-D01。",
    ),
    hint("kind", Text, "会议室", "从下拉列表中选择。"),
    hint("capacity", Number, "12", "整数；工位填 1。"),
    hint("area", Number, "24", "平方米，最多两位小数。"),
    hint("bookable", Text, "是", "可以按时段预约填“是”；按期分配的办公室和工位填“否”。"),
    hint("equipment", Wrap, "投影仪;白板", "多项用分号或顿号隔开。"),
];

const WORKDAYS: &[Hint] = &[
    hint("day", Date, "2026-10-01", "例如 2026-10-01。"),
    hint("kind", Text, "休", "放假填“休”，调休上班填“班”。"),
    hint("name", Text, "国庆节", "可不填。"),
    hint("division", Text, "", "只在某个旗市区适用时填写；全市适用留空。"),
];

fn usual<T>(words: Words<T>) -> Vec<String> {
    words.iter().filter_map(|(writings, _)| writings.first()).map(|word| (*word).to_owned()).collect()
}

fn columns(kind: &Kind, hints: &[Hint], choices: impl Fn(&str) -> Vec<String>) -> Vec<TemplateColumn> {
    kind.columns
        .iter()
        .map(|column| {
            let hint = hints.iter().find(|hint| hint.field == column.field);
            TemplateColumn {
                header: column.header.to_owned(),
                kind: hint.map_or(Text, |hint| hint.kind),
                required: column.required,
                note: hint.map_or("", |hint| hint.note).to_owned(),
                choices: choices(column.field),
                example: hint.map_or("", |hint| hint.example).to_owned(),
            }
        })
        .collect()
}

/// The ledger of organizations; `counties` are the names to choose from.
#[must_use]
pub fn organizations(counties: &[String]) -> Template {
    let choices = |field: &str| match field {
        "kind" => usual(organizations::KINDS),
        "class" => usual(organizations::CLASSES),
        // The last words say that there is none; an empty cell says it too.
        "grade" => usual(organizations::GRADES).into_iter().take(5).collect(),
        "annual_check" => usual(organizations::ANNUAL_CHECKS).into_iter().take(4).collect(),
        "party_form" => usual(organizations::PARTY_FORMS),
        "county" => counties.to_vec(),
        _ => Vec::new(),
    };
    Template { title: "社会组织".to_owned(), columns: columns(&organizations::KIND, ORGANIZATIONS, choices) }
}

/// The ledger of spaces; `bases` are the numbers to choose from.
#[must_use]
pub fn spaces(bases: &[String]) -> Template {
    let choices = |field: &str| match field {
        "kind" => usual(spaces::KINDS),
        "bookable" => usual(spaces::YES_NO),
        "base" => bases.to_vec(),
        _ => Vec::new(),
    };
    Template { title: "空间".to_owned(), columns: columns(&spaces::KIND, SPACES, choices) }
}

/// The list of workdays; `counties` are the names to choose from.
#[must_use]
pub fn workdays(counties: &[String]) -> Template {
    let choices = |field: &str| match field {
        "kind" => usual(workdays::DAY_KINDS),
        "division" => counties.to_vec(),
        _ => Vec::new(),
    };
    Template { title: "节假日与调休".to_owned(), columns: columns(&workdays::KIND, WORKDAYS, choices) }
}

#[cfg(test)]
mod tests;
