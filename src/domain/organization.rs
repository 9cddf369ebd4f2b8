//! Social organizations (社会组织): what kinds there are, what each needs, when one is dissolved.

use serde_json::Value;

use crate::{
    code::Code,
    contact::{is_email, is_phone},
    credit_code::{CreditCode, OrganizationClass},
    day::Day,
    lifecycle::{Lifecycle, step},
    money::Money,
    refusal::{FieldFault, Refusal},
    words::words,
};

words! {
    /// Kind of an organization (组织类型).
    pub enum Kind {
        /// 社会团体.
        Association = "association",
        /// 社会服务机构, formerly 民办非企业单位.
        ServiceInstitution = "service_institution",
        /// 基金会.
        Foundation = "foundation",
        /// 备案社区社会组织: recorded with its street or township, no legal person, no credit code.
        Recorded = "recorded",
        /// 拟登记团队: not yet registered or recorded.
        PreRegistration = "pre_registration",
    }
    /// What a community organization mainly does (类别).
    pub enum Class {
        /// 公益慈善.
        Charity = "charity",
        /// 生活服务.
        DailyLife = "daily_life",
        /// 社区事务.
        CommunityAffairs = "community_affairs",
        /// 文体活动.
        CultureSports = "culture_sports",
    }
    /// Result of an annual check (年检结论).
    pub enum AnnualCheck {
        /// 合格.
        Passed = "passed",
        /// 基本合格.
        Basic = "basic",
        /// 不合格.
        Failed = "failed",
        /// 未参检.
        Absent = "absent",
    }
    /// Form of the party organization (党组织形式).
    pub enum PartyForm {
        /// 单建党支部.
        SingleBranch = "single_branch",
        /// 联合党支部.
        JointBranch = "joint_branch",
        /// 功能型（临时）党支部.
        FunctionalBranch = "functional_branch",
        /// 党总支.
        GeneralBranch = "general_branch",
        /// 党委.
        Committee = "committee",
        /// 党建工作指导员.
        Instructor = "instructor",
        /// 无.
        None = "none",
    }
    /// Whether an organization is still there.
    pub enum OrganizationState {
        /// Registered, recorded or preparing.
        Live = "live",
        /// 注销: no longer there; its history stays.
        Dissolved = "dissolved",
    }
    /// What is done with an organization.
    pub enum OrganizationAction {
        /// Its particulars change.
        Edit = "edit",
        /// Its contacts change.
        EditContacts = "edit_contacts",
        /// It is dissolved.
        Dissolve = "dissolve",
        /// A dissolution that was noted wrongly is taken back.
        Restore = "restore",
    }
}

/// Evaluation grades (评估等级), the lowest first.
pub const GRADES: &[&str] = &["1A", "2A", "3A", "4A", "5A"];

/// The lifecycle of an organization.
pub const LIFECYCLE: Lifecycle<OrganizationState, OrganizationAction> = {
    use OrganizationAction::{Dissolve, Edit, EditContacts, Restore};
    use OrganizationState::{Dissolved, Live};
    Lifecycle {
        name: "organizations",
        initial: Live,
        steps: &[
            step(&[Live], Edit, Live, "organizations.edit", None),
            step(&[Live], EditContacts, Live, "organizations.edit_contacts", None),
            step(&[Live], Dissolve, Dissolved, "organizations.edit", Some("holds_no_place")),
            step(&[Dissolved], Restore, Live, "organizations.edit", Some("identity_is_free")),
        ],
    }
};

impl Kind {
    /// The class that its credit code must carry; `None` for kinds that have no code.
    #[must_use]
    pub const fn code_class(self) -> Option<OrganizationClass> {
        match self {
            Self::Association => Some(OrganizationClass::SocialGroup),
            Self::ServiceInstitution => Some(OrganizationClass::PrivateUnit),
            Self::Foundation => Some(OrganizationClass::Foundation),
            Self::Recorded | Self::PreRegistration => None,
        }
    }
}

/// What two live organizations never share: the credit code, else the record number. The marks
/// keep a record number that looks like a code apart from codes.
#[must_use]
pub fn identity_key(credit_code: Option<&str>, record_number: Option<&str>) -> Option<String> {
    match (credit_code, record_number) {
        (Some(code), _) => Some(format!("code:{code}")),
        (None, Some(number)) => Some(format!("record:{number}")),
        (None, None) => None,
    }
}

/// The longest name; the longest of the city has 25 characters.
pub const MAX_NAME: usize = 120;
/// Names of people, bodies and numbers.
pub const MAX_SHORT: usize = 100;
/// Addresses and other lines of a form.
const MAX_LINE: usize = 300;
/// Purposes, scopes, introductions: what the forms call 简介 ends at some hundred characters.
const MAX_LONG: usize = 2_000;
/// Entries of a list among the particulars.
pub(crate) const MAX_ENTRIES: usize = 50;
/// More staff or volunteers than the city has people is a slip.
const MAX_PEOPLE: i64 = 1_000_000;
/// The oldest annual check worth keeping: the regulations began in 1988.
const FIRST_CHECK: i64 = 1988;

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Particulars<'a> {
    /// Name.
    pub name: &'a str,
    /// Name in Mongolian script.
    pub name_mn: Option<&'a str>,
    /// Kind; none when it was left out.
    pub kind: Option<Kind>,
    /// Unified social credit code, as typed.
    pub credit_code: Option<&'a str>,
    /// Record number.
    pub record_number: Option<&'a str>,
    /// Founded on.
    pub founded_on: Option<Day>,
    /// Evaluation grade.
    pub grade: Option<&'a str>,
    /// The responsible person.
    pub responsible_name: Option<&'a str>,
    /// The liaison.
    pub liaison_name: Option<&'a str>,
    /// The liaison's phone.
    pub liaison_phone: Option<&'a str>,
    /// Full-time staff.
    pub full_time_staff: Option<i64>,
    /// Qualified social workers.
    pub social_workers: Option<i64>,
    /// Volunteers.
    pub volunteers: Option<i64>,
    /// Code of the banner, city or district.
    pub division: &'a str,
    /// Code of the township or street.
    pub township: Option<&'a str>,
    /// Code of the village or community.
    pub village: Option<&'a str>,
    /// All further particulars.
    pub details: &'a Value,
}

/// What was looked up for the rules.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// Today, where the institution is.
    pub today: Day,
    /// Positions 3 to 8 of the code are a registration authority.
    pub authority: bool,
    /// The division is a banner, city or district of the list.
    pub division: bool,
    /// The township is one of that division.
    pub township: bool,
    /// The village is one of that township.
    pub village: bool,
    /// Another live organization has the code or record number.
    pub identity_used: bool,
}

/// All faults of an organization's particulars at once.
#[must_use]
pub fn check(of: &Particulars<'_>, known: &Known) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if of.name.is_empty() {
        faults.push(FieldFault::new("name", Code::Required));
    }
    let texts = [
        ("name", Some(of.name), MAX_NAME),
        ("name_mn", of.name_mn, MAX_NAME),
        ("record_number", of.record_number, MAX_SHORT),
        ("responsible_name", of.responsible_name, MAX_SHORT),
        ("liaison_name", of.liaison_name, MAX_SHORT),
    ];
    faults.extend(texts.into_iter().filter_map(|(path, text, max)| too_long(path, text?, max)));
    faults.extend(check_identity(of, known));
    if of.founded_on.is_some_and(|day| day > known.today) {
        faults.push(FieldFault::new("founded_on", Code::DayTooLate).with("max", known.today.to_string()));
    }
    if of.grade.is_some_and(|grade| !GRADES.contains(&grade)) {
        faults.push(FieldFault::new("grade", Code::NotOneOf).with("allowed", GRADES.join(", ")));
    }
    if of.liaison_phone.is_some_and(|phone| !is_phone(phone)) {
        faults.push(FieldFault::new("liaison_phone", Code::BadPhone));
    }
    for (path, count) in
        [("full_time_staff", of.full_time_staff), ("social_workers", of.social_workers), ("volunteers", of.volunteers)]
    {
        if count.is_some_and(|count| !(0..=MAX_PEOPLE).contains(&count)) {
            faults.push(FieldFault::new(path, Code::OutOfRange).with("min", 0).with("max", MAX_PEOPLE));
        }
    }
    faults.extend(check_place(of, known));
    faults.extend(check_details(of.details, known.today));
    faults
}

/// Kind, code and record number, each by itself and with one another.
fn check_identity(of: &Particulars<'_>, known: &Known) -> Vec<FieldFault> {
    let Some(kind) = of.kind else { return vec![FieldFault::new("kind", Code::Required)] };
    let mut faults = Vec::new();
    match (kind.code_class(), of.credit_code) {
        (Some(_), None) => faults.push(FieldFault::new("credit_code", Code::CreditCodeNeeded)),
        (None, Some(_)) => faults.push(FieldFault::new("credit_code", Code::CreditCodeNotExpected)),
        (Some(class), Some(typed)) => match CreditCode::parse(typed) {
            Err(bad) => faults.extend(bad.at("credit_code")),
            Ok(code) => {
                faults.extend(code.check_for(class, known.authority).into_iter().map(|fault| fault.at("credit_code")));
            }
        },
        (None, None) => {}
    }
    if kind == Kind::Recorded && of.record_number.is_none() {
        faults.push(FieldFault::new("record_number", Code::RecordNumberNeeded));
    }
    if faults.is_empty() && known.identity_used {
        let (path, value) = match of.credit_code {
            Some(code) => ("credit_code", code),
            None => ("record_number", of.record_number.unwrap_or_default()),
        };
        faults.push(FieldFault::new(path, Code::AlreadyUsed).with("value", value));
    }
    faults
}

/// One slip, one fault: nothing is said of what lies below an unknown place.
fn check_place(of: &Particulars<'_>, known: &Known) -> Option<FieldFault> {
    if of.division.is_empty() {
        return Some(FieldFault::new("division", Code::Required));
    }
    let unknown = |path, code: &str| Some(FieldFault::new(path, Code::UnknownDivision).with("value", code));
    match (of.township, of.village) {
        _ if !known.division => unknown("division", of.division),
        (None, Some(_)) => Some(FieldFault::new("township", Code::Required)),
        (Some(township), _) if !known.township => unknown("township", township),
        (Some(_), Some(village)) if !known.village => unknown("village", village),
        _ => None,
    }
}

pub(crate) fn too_long(path: impl Into<String>, text: &str, max: usize) -> Option<FieldFault> {
    (text.chars().count() > max).then(|| FieldFault::new(path, Code::TooLong).with("max", max))
}

/// Walks all particulars and asks of each leaf by its name.
fn check_details(details: &Value, today: Day) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    walk("details", "details", details, today, &mut faults);
    faults
}

fn walk(path: &str, leaf: &str, value: &Value, today: Day, faults: &mut Vec<FieldFault>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                walk(&format!("{path}.{key}"), key, value, today, faults);
            }
        }
        Value::Array(items) if items.len() > MAX_ENTRIES => {
            faults.push(FieldFault::new(path, Code::TooMany).with("max", MAX_ENTRIES));
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                walk(&format!("{path}[{index}]"), leaf, value, today, faults);
            }
        }
        Value::String(text) => faults.extend(check_leaf(path, leaf, text)),
        Value::Number(number) => faults.extend(check_number(path, leaf, number.as_i64(), today)),
        Value::Null | Value::Bool(_) => {}
    }
}

fn check_leaf(path: &str, leaf: &str, text: &str) -> Option<FieldFault> {
    match leaf {
        "funds" | "income" | "expense" | "net_assets" => match text.parse::<Money>() {
            Err(bad) => Some(bad.at(path)),
            Ok(amount) if leaf != "net_assets" && amount < Money::ZERO => {
                Some(FieldFault::new(path, Code::OutOfRange).with("min", 0).with("max", "100000000000.00"))
            }
            Ok(_) => None,
        },
        "deputy_phone" => (!is_phone(text)).then(|| FieldFault::new(path, Code::BadPhone)),
        "email" => (!is_email(text)).then(|| FieldFault::new(path, Code::BadEmail)),
        "result" => text.parse::<AnnualCheck>().is_err().then(|| {
            let allowed: Vec<&str> = AnnualCheck::ALL.iter().map(|word| word.as_str()).collect();
            FieldFault::new(path, Code::NotOneOf).with("allowed", allowed.join(", "))
        }),
        "purpose" | "business_scope" | "intro" => too_long(path, text, MAX_LONG),
        _ => too_long(path, text, MAX_LINE),
    }
}

fn check_number(path: &str, leaf: &str, number: Option<i64>, today: Day) -> Option<FieldFault> {
    let (min, max) = match leaf {
        "year" => (FIRST_CHECK, i64::from(today.year())),
        // A council sits five years at most by the model charters; ten leaves room for older ones.
        "council_term_years" => (1, 10),
        _ => (0, MAX_PEOPLE),
    };
    (!number.is_some_and(|number| (min..=max).contains(&number)))
        .then(|| FieldFault::new(path, Code::OutOfRange).with("min", min).with("max", max))
}

/// Dissolves an organization on a day.
///
/// # Errors
/// `wrong_state`; `organization_has_places` with the places that it still has; a bad day or reason.
pub fn dissolve(
    state: OrganizationState,
    founded_on: Option<Day>,
    on: Day,
    reason: &str,
    places: &[String],
    today: Day,
) -> Result<OrganizationState, Refusal> {
    let next = LIFECYCLE.next(state, OrganizationAction::Dissolve)?;
    let mut faults = Vec::new();
    if on > today {
        faults.push(FieldFault::new("on", Code::DayTooLate).with("max", today.to_string()));
    }
    if let Some(founded) = founded_on.filter(|founded| on < *founded) {
        faults.push(FieldFault::new("on", Code::DayTooEarly).with("min", founded.to_string()));
    }
    if reason.is_empty() {
        faults.push(FieldFault::new("reason", Code::Required));
    }
    faults.extend(too_long("reason", reason, MAX_LINE));
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    if !places.is_empty() {
        return Err(Refusal::state(Code::OrganizationHasPlaces).with("places", places.join("、")));
    }
    Ok(next)
}

/// Takes a dissolution back.
///
/// # Errors
/// `wrong_state`; `already_used` when another live organization has the code or number by now.
pub fn restore(state: OrganizationState, identity: Option<&str>, used: bool) -> Result<OrganizationState, Refusal> {
    let next = LIFECYCLE.next(state, OrganizationAction::Restore)?;
    if used {
        return Err(Refusal::state(Code::AlreadyUsed).with("value", identity.unwrap_or_default()));
    }
    Ok(next)
}

/// Why an action is not possible in a state; none when it is.
#[must_use]
pub fn can(state: OrganizationState, action: OrganizationAction, has_places: bool) -> Option<Code> {
    LIFECYCLE.can(state, action, |guard| match guard {
        "holds_no_place" if has_places => Some(Code::OrganizationHasPlaces),
        // Whether the identity is free is looked up when it is done.
        _ => None,
    })
}

#[cfg(test)]
mod tests;
