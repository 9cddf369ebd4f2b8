//! The ledger of organizations: rows to drafts, and all their faults at once.

mod columns;
mod words;

use chrono::NaiveDate;
use domain::{code::Code, refusal::FieldFault};
use serde::Serialize;

pub use columns::KIND;
pub use words::{
    ANNUAL_CHECKS, AnnualCheck, CLASSES, Class, GRADES, Grade, KINDS, OrganizationKind, PARTY_FORMS, PartyForm,
};

use crate::{
    credit::check_credit_code,
    divisions::Divisions,
    fault::{Drafted, Fault, Outcome},
    line::{Line, duplicate, repeated},
    map::Mapping,
    read::Table,
    writing,
};

/// The longest name; the longest of the city has 25 characters.
pub const MAX_NAME: usize = 120;
/// Names of people, bodies and record numbers.
const MAX_SHORT: usize = 100;
/// More staff or volunteers than the city has people is a slip.
const MAX_PEOPLE: u32 = 1_000_000;

/// What the rules must know.
pub struct Facts<'a> {
    /// The divisions.
    pub divisions: &'a dyn Divisions,
    /// Today, where the institution is: nothing was founded later.
    pub today: NaiveDate,
}

/// An organization as the ledger says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganizationDraft {
    /// 序号, kept as written.
    pub serial: Option<String>,
    /// 组织名称.
    pub name: String,
    /// 统一社会信用代码, in its normal form.
    pub credit_code: Option<String>,
    /// 备案号.
    pub record_number: Option<String>,
    /// 组织类型.
    pub kind: OrganizationKind,
    /// 类别.
    pub class: Option<Class>,
    /// 登记（备案）机关.
    pub authority: Option<String>,
    /// 业务主管单位.
    pub supervisor: Option<String>,
    /// 成立日期.
    pub founded_on: Option<NaiveDate>,
    /// 负责人.
    pub leader: Option<String>,
    /// 联络员.
    pub liaison: Option<String>,
    /// 联络员电话.
    pub liaison_phone: Option<String>,
    /// Code of the 旗市区.
    pub county: String,
    /// Code of the 苏木乡镇（街道）.
    pub township: Option<String>,
    /// Code of the 嘎查村（社区）.
    pub village: Option<String>,
    /// 评估等级.
    pub grade: Option<Grade>,
    /// 年检结论.
    pub annual_check: Option<AnnualCheck>,
    /// 党组织形式; `None` when the ledger is silent, which is not 无.
    pub party_form: Option<PartyForm>,
    /// 专职人员.
    pub full_time_staff: Option<u32>,
    /// 持证社工.
    pub social_workers: Option<u32>,
    /// 志愿者.
    pub volunteers: Option<u32>,
}

/// Takes all rows of a table.
#[must_use]
pub fn organizations(table: &Table, mapping: &Mapping, facts: &Facts<'_>) -> Outcome<OrganizationDraft> {
    let mut drafts = Vec::new();
    let mut lines = Vec::new();
    for row in &table.rows {
        let mut line = Line::new(&KIND, table, mapping, row);
        let seen = identifiers(&mut line);
        if let Some(draft) = draft(&mut line, &seen, facts) {
            drafts.push(Drafted { row: row.number, draft });
        }
        lines.push((line, seen));
    }
    let mut faults = duplicates(&lines, "credit_code", |seen| seen.credit_code.as_deref());
    faults.extend(duplicates(&lines, "record_number", |seen| seen.record_number.as_deref()));
    faults.extend(lines.into_iter().flat_map(|(line, _)| line.faults()));
    Outcome::close(drafts, faults, table.rows.len())
}

/// What names an organization.
struct Identifiers {
    credit_code: Option<String>,
    record_number: Option<String>,
}

fn identifiers(line: &mut Line<'_>) -> Identifiers {
    Identifiers { credit_code: credit_code(line), record_number: optional(line, "record_number") }
}

/// Free text in which 无, / and dashes mean nothing.
fn optional(line: &mut Line<'_>, field: &'static str) -> Option<String> {
    if line.raw(field).is_some_and(|raw| is_void(&raw)) {
        return None;
    }
    line.text(field, MAX_SHORT)
}

fn is_void(raw: &str) -> bool {
    raw.chars().all(|c| matches!(c, '/' | '-' | '—' | '–' | '－' | '、' | '.')) || matches!(raw, "无" | "暂无" | "空")
}

/// The code in its normal form, with a note for each kind of repair. Letters that the standard does
/// not use are never guessed at.
fn credit_code(line: &mut Line<'_>) -> Option<String> {
    const FIELD: &str = "credit_code";
    let raw = line.raw(FIELD)?;
    if is_void(&raw) || line.digits_lost(FIELD, &raw) {
        return None;
    }
    let plain: String = writing::half_width(&raw);
    let tight: String = plain.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{200b}')).collect();
    let code = tight.to_ascii_uppercase();
    // The ideographic space is a space, not a wide letter.
    if raw.chars().any(|c| ('\u{ff01}'..='\u{ff5e}').contains(&c)) {
        line.corrected(FIELD, Code::SheetFullWidth, &code);
    }
    if tight != plain {
        line.corrected(FIELD, Code::SheetSpaces, &code);
    }
    if code != tight {
        line.corrected(FIELD, Code::SheetLowerCase, &code);
    }
    Some(code)
}

fn draft(line: &mut Line<'_>, seen: &Identifiers, facts: &Facts<'_>) -> Option<OrganizationDraft> {
    let serial = line.raw("serial");
    let name = line.required_text("name", MAX_NAME);
    let kind = line.required_word("kind", KINDS);
    agree(line, seen, kind, facts.divisions);
    let class = line.word("class", CLASSES);
    let authority = optional(line, "authority");
    let supervisor = optional(line, "supervisor");
    let founded_on = line.day("founded_on");
    if founded_on.is_some_and(|day| day > facts.today) {
        let fault = FieldFault::new("founded_on", Code::DayTooLate).with("max", facts.today.to_string());
        line.error_with("founded_on", fault);
    }
    let leader = optional(line, "leader");
    let liaison = optional(line, "liaison");
    let liaison_phone = line.phone("liaison_phone");
    let (county, township, village) = places(line, facts.divisions);
    let grade = line.word("grade", GRADES).flatten();
    let annual_check = line.word("annual_check", ANNUAL_CHECKS).flatten();
    let party_form = line.word("party_form", PARTY_FORMS);
    let full_time_staff = line.count("full_time_staff", MAX_PEOPLE);
    let social_workers = line.count("social_workers", MAX_PEOPLE);
    let volunteers = line.count("volunteers", MAX_PEOPLE);
    Some(OrganizationDraft {
        serial,
        name: name?,
        credit_code: seen.credit_code.clone(),
        record_number: seen.record_number.clone(),
        kind: kind?,
        class,
        authority,
        supervisor,
        founded_on,
        leader,
        liaison,
        liaison_phone,
        county: county?,
        township,
        village,
        grade,
        annual_check,
        party_form,
        full_time_staff,
        social_workers,
        volunteers,
    })
}

/// The code by itself, and the identifiers with the kind; an unknown kind is a fault of its own and
/// says nothing about the identifiers.
fn agree(line: &mut Line<'_>, seen: &Identifiers, kind: Option<OrganizationKind>, divisions: &dyn Divisions) {
    const FIELD: &str = "credit_code";
    let class_digit = kind.map(OrganizationKind::class_digit);
    if let Some(code) = &seen.credit_code {
        if class_digit == Some(None) {
            line.error(FIELD, Code::SheetCodeNotExpected);
        } else if let Err(reason) = check_credit_code(code) {
            line.error(FIELD, reason);
        } else if !code.starts_with('5') {
            line.error(FIELD, Code::CreditCodeDepartment);
        } else if let Some(Some(digit)) = class_digit
            && code.chars().nth(1) != Some(digit)
        {
            line.error(FIELD, Code::CreditCodeKind);
        } else if !code.get(2..8).is_some_and(|authority| divisions.is_authority(authority)) {
            line.error(FIELD, Code::CreditCodeAuthority);
        }
        return;
    }
    let unread = line.raw(FIELD).is_some_and(|raw| !is_void(&raw));
    match kind {
        Some(kind) if kind.class_digit().is_some() && !unread => line.error(FIELD, Code::SheetCodeMissing),
        Some(OrganizationKind::Recorded) if seen.record_number.is_none() && line.raw("record_number").is_none() => {
            line.error("record_number", Code::SheetRecordNumberMissing);
        }
        _ => {}
    }
}

/// Codes of county, township and village. Below an unknown place nothing is looked up: one slip, one fault.
fn places(line: &mut Line<'_>, divisions: &dyn Divisions) -> (Option<String>, Option<String>, Option<String>) {
    let Some(written) = line.required_text("county", MAX_SHORT) else { return (None, None, None) };
    let Some(county) = divisions.find_county(&written) else {
        line.error("county", Code::SheetUnknownCounty);
        return (None, None, None);
    };
    renamed(line, "county", &written, &county.name);
    let Some(written) = optional(line, "township") else {
        if line.raw("township").is_none_or(|raw| is_void(&raw)) && optional(line, "village").is_some() {
            line.error("village", Code::SheetTownshipFirst);
        }
        return (Some(county.code), None, None);
    };
    let Some(township) = divisions.find_township(&county.code, &written) else {
        let fault = FieldFault::new("township", Code::SheetUnknownTownship).with("county", county.name.clone());
        line.error_with("township", fault);
        return (Some(county.code), None, None);
    };
    renamed(line, "township", &written, &township.name);
    let Some(written) = optional(line, "village") else { return (Some(county.code), Some(township.code), None) };
    let Some(village) = divisions.find_village(&township.code, &written) else {
        let fault = FieldFault::new("village", Code::SheetUnknownVillage).with("township", township.name.clone());
        line.error_with("village", fault);
        return (Some(county.code), Some(township.code), None);
    };
    renamed(line, "village", &written, &village.name);
    (Some(county.code), Some(township.code), Some(village.code))
}

fn renamed(line: &mut Line<'_>, field: &'static str, written: &str, name: &str) {
    if written != name {
        line.corrected(field, Code::SheetPlaceName, name);
    }
}

/// One fault for each value that several rows share.
fn duplicates(
    lines: &[(Line<'_>, Identifiers)],
    field: &'static str,
    key: impl Fn(&Identifiers) -> Option<&str>,
) -> Vec<Fault> {
    let keys = lines.iter().enumerate().filter_map(|(index, (line, seen))| Some((index, line.number(), key(seen)?)));
    repeated(keys)
        .into_iter()
        .filter_map(|(index, others, value)| Some(duplicate(&lines.get(index)?.0, field, value, others)))
        .collect()
}

#[cfg(test)]
mod tests;
