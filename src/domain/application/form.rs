//! The form of an application (domain facts 1.8): what it may hold, and what it must hold to be complete.

use serde::{Deserialize, Serialize};

use crate::{
    code::Code,
    contact::is_phone,
    day::Day,
    intake::{ApplicantKind, Intake, ResidencyMode},
    refusal::FieldFault,
    words::words,
};

words! {
    /// Stage of growth (发展阶段): 萌芽型, 初创型, 枢纽型.
    pub enum Stage {
        /// 萌芽型: not registered yet, or just.
        Budding = "budding",
        /// 初创型: registered within the last years.
        StartUp = "start_up",
        /// 枢纽型: helps others.
        Hub = "hub",
    }
    /// What a place is wanted for.
    pub enum PlaceWanted {
        /// 工位.
        Desk = "desk",
        /// 独立办公室.
        Office = "office",
    }
    /// What an organization may need help with (需求自评).
    pub enum Need {
        /// 政策法规.
        Policy = "policy",
        /// 登记备案.
        Registration = "registration",
        /// 财务.
        Finance = "finance",
        /// 筹资.
        FundRaising = "fund_raising",
        /// 项目设计.
        ProjectDesign = "project_design",
        /// 宣传.
        Publicity = "publicity",
        /// 党建.
        PartyBuilding = "party_building",
        /// 志愿者.
        Volunteers = "volunteers",
        /// 场地.
        Space = "space",
    }
}

/// A need and how urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[serde(deny_unknown_fields)]
pub struct NeedLevel {
    /// What with.
    pub need: Need,
    /// 1 would be good, 2 is needed, 3 is urgent.
    pub level: u32,
}

/// A line of the plan for the first twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
#[serde(deny_unknown_fields)]
pub struct PlanLine {
    /// What is to be done.
    pub what: String,
    /// By when.
    #[serde(default)]
    pub by: Option<Day>,
    /// By what it is seen to be done.
    pub target: String,
}

/// What an applicant fills in. Everything may be left out while it is a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none, rename = "ApplicationForm"))]
#[serde(deny_unknown_fields, default)]
pub struct Form {
    /// With or without a place.
    pub mode: Option<ResidencyMode>,
    /// What kind of place, for who wants one.
    pub place: Option<PlaceWanted>,
    /// For how many people, for who wants a place.
    pub persons: Option<u32>,
    /// Equipment wanted.
    pub equipment: Vec<String>,
    /// Stage of growth.
    pub stage: Option<Stage>,
    /// Fields of service.
    pub fields: Vec<String>,
    /// What the organization is and does.
    pub introduction: Option<String>,
    /// Present projects.
    pub projects: Option<String>,
    /// Where its money comes from.
    pub funding: Option<String>,
    /// Full-time staff.
    pub full_time: Option<u32>,
    /// Part-time staff.
    pub part_time: Option<u32>,
    /// Volunteers.
    pub volunteers: Option<u32>,
    /// Party members.
    pub party_members: Option<u32>,
    /// What it needs help with.
    pub needs: Vec<NeedLevel>,
    /// Plan for twelve months.
    pub plan: Vec<PlanLine>,
    /// Whom to call.
    pub contact_name: Option<String>,
    /// Phone.
    pub contact_phone: Option<String>,
    /// The commitment (入驻承诺) is made.
    pub committed: bool,
}

const MAX_PERSONS: u32 = 200;
const MAX_COUNT: u32 = 100_000;
const MAX_LINES: usize = 20;
const MAX_NAME: usize = 60;
const MAX_STORY: usize = 1_000;

impl Form {
    /// As it is kept: texts trimmed, empty ones gone, lists without repetition.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let texts = [
            &mut self.introduction,
            &mut self.projects,
            &mut self.funding,
            &mut self.contact_name,
            &mut self.contact_phone,
        ];
        for text in texts {
            *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        }
        for list in [&mut self.equipment, &mut self.fields] {
            let mut seen = Vec::new();
            for item in list.drain(..) {
                let item = item.trim().to_owned();
                if !item.is_empty() && !seen.contains(&item) {
                    seen.push(item);
                }
            }
            *list = seen;
        }
        for line in &mut self.plan {
            line.what = line.what.trim().to_owned();
            line.target = line.target.trim().to_owned();
        }
        self.needs.sort_by_key(|line| line.need);
        self.needs.dedup_by_key(|line| line.need);
        if self.mode == Some(ResidencyMode::Virtual) {
            (self.place, self.persons) = (None, None);
            self.equipment.clear();
        }
        self
    }
}

/// What is wrong with a form however unfinished it is: too long, out of range.
#[must_use]
pub fn check(form: &Form) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let stories = [("introduction", &form.introduction), ("projects", &form.projects), ("funding", &form.funding)];
    for (path, text) in stories {
        too_long(path.to_owned(), text.as_deref().unwrap_or_default(), MAX_STORY, &mut faults);
    }
    too_long("contact_name".into(), form.contact_name.as_deref().unwrap_or_default(), MAX_NAME, &mut faults);
    if form.contact_phone.as_deref().is_some_and(|phone| !is_phone(phone)) {
        faults.push(FieldFault::new("contact_phone", Code::BadPhone));
    }
    for (path, list) in [("equipment", &form.equipment), ("fields", &form.fields)] {
        many(path, list.len(), &mut faults);
        for (at, item) in list.iter().enumerate() {
            too_long(format!("{path}[{at}]"), item, MAX_NAME, &mut faults);
        }
    }
    if form.persons.is_some_and(|persons| !(1..=MAX_PERSONS).contains(&persons)) {
        faults.push(FieldFault::new("persons", Code::OutOfRange).with("min", 1).with("max", MAX_PERSONS));
    }
    let counts = [
        ("full_time", form.full_time),
        ("part_time", form.part_time),
        ("volunteers", form.volunteers),
        ("party_members", form.party_members),
    ];
    for (path, _) in counts.iter().filter(|(_, count)| count.is_some_and(|count| count > MAX_COUNT)) {
        faults.push(FieldFault::new(*path, Code::OutOfRange).with("min", 0).with("max", MAX_COUNT));
    }
    for (at, _) in form.needs.iter().enumerate().filter(|(_, line)| !(1..=3).contains(&line.level)) {
        faults.push(FieldFault::new(format!("needs[{at}].level"), Code::OutOfRange).with("min", 1).with("max", 3));
    }
    many("plan", form.plan.len(), &mut faults);
    for (at, line) in form.plan.iter().enumerate() {
        too_long(format!("plan[{at}].what"), &line.what, 200, &mut faults);
        too_long(format!("plan[{at}].target"), &line.target, 200, &mut faults);
    }
    faults
}

fn too_long(path: String, text: &str, max: usize, faults: &mut Vec<FieldFault>) {
    if text.chars().count() > max {
        faults.push(FieldFault::new(path, Code::TooLong).with("max", max));
    }
}

fn many(path: &str, count: usize, faults: &mut Vec<FieldFault>) {
    if count > MAX_LINES {
        faults.push(FieldFault::new(path, Code::TooMany).with("max", MAX_LINES));
    }
}

/// Everything that is missing for handing it in, at once: fields, and documents as `documents.MARK`.
/// `filed` are the marks of the documents that attachments are filed under.
#[must_use]
pub fn missing(form: &Form, kind: ApplicantKind, intake: &Intake, filed: &[&str], today: Day) -> Vec<FieldFault> {
    let mut faults = check(form);
    let mut need = |path: String, there: bool| {
        if !there {
            faults.push(FieldFault::new(path, Code::Required));
        }
    };
    need("mode".into(), form.mode.is_some());
    if form.mode == Some(ResidencyMode::Physical) {
        need("place".into(), form.place.is_some());
        need("persons".into(), form.persons.is_some());
    }
    need("stage".into(), form.stage.is_some());
    need("fields".into(), !form.fields.is_empty());
    need("introduction".into(), form.introduction.is_some());
    need("full_time".into(), form.full_time.is_some());
    need("needs".into(), !form.needs.is_empty());
    need("plan".into(), !form.plan.is_empty());
    for (at, line) in form.plan.iter().enumerate() {
        need(format!("plan[{at}].what"), !line.what.is_empty());
        need(format!("plan[{at}].by"), line.by.is_some());
        need(format!("plan[{at}].target"), !line.target.is_empty());
    }
    need("contact_name".into(), form.contact_name.is_some());
    need("contact_phone".into(), form.contact_phone.is_some());
    need("committed".into(), form.committed);
    for wanted in intake.documents_of(kind).filter(|wanted| wanted.required) {
        let mark = wanted.key.as_deref().unwrap_or_default();
        need(format!("documents.{mark}"), filed.contains(&mark));
    }
    if let Some(mode) = form.mode.filter(|mode| !intake.particulars.modes.contains(mode)) {
        let allowed: Vec<&str> = intake.particulars.modes.iter().map(|mode| mode.as_str()).collect();
        let fault = FieldFault::new("mode", Code::NotOneOf).with("value", mode.as_str());
        faults.push(fault.with("allowed", allowed.join(", ")));
    }
    for (at, _) in form.plan.iter().enumerate().filter(|(_, line)| line.by.is_some_and(|by| by < today)) {
        faults.push(FieldFault::new(format!("plan[{at}].by"), Code::DayTooEarly).with("min", today.to_string()));
    }
    faults
}
