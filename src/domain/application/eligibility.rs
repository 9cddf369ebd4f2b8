//! The first check (初审): each rule of domain facts 2.1 as passed, failed or not known, with what it
//! was seen by. What the record does not say, the base looks up and rules by hand, with its evidence;
//! what the record says is put right in the record, not ruled away.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    code::Code,
    day::Day,
    intake::ApplicantKind,
    organization::AnnualCheck,
    refusal::{FieldFault, Refusal},
    words::words,
};

words! {
    /// A rule of the first check (source: domain facts 2.1, after Luzhou 2025 and Hengyang 2023).
    pub enum EligibilityRule {
        /// It has a unified social credit code that checks.
        CreditCode = "credit_code",
        /// It is recorded, and the record is valid.
        RecordValid = "record_valid",
        /// Its name was checked with the authority, or no other has it.
        NameChecked = "name_checked",
        /// Not on the list of abnormal activity (活动异常名录).
        NotAbnormal = "not_abnormal",
        /// Not on the list of serious breaches (严重违法失信名单).
        NotBlacklisted = "not_blacklisted",
        /// No penalty in the years looked back on.
        NoPenalty = "no_penalty",
        /// No failed or missed annual check in the years looked back on.
        AnnualChecks = "annual_checks",
        /// An account of its own.
        OwnAccount = "own_account",
        /// Registered for tax.
        TaxRegistered = "tax_registered",
        /// Sound rules of its own, no illegal branches.
        SoundRules = "sound_rules",
        /// The papers are true.
        TruePapers = "true_papers",
        /// No serious scandal.
        NoScandal = "no_scandal",
        /// It has no place in a base already.
        NotResident = "not_resident",
    }
    /// What a rule comes to.
    pub enum FindingResult {
        /// Met.
        Passed = "passed",
        /// Not met.
        Failed = "failed",
        /// The record does not say; to be looked up.
        Unknown = "unknown",
    }
}

/// By what a base checks: its settings, as they were when the application was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// Years that are looked back on.
    pub look_back: u32,
    /// Whether the official lists count.
    pub lists: bool,
    /// Whether penalties count.
    pub penalties: bool,
    /// Whether annual checks count.
    pub annual: bool,
}

impl Standard {
    fn asks(&self, rule: EligibilityRule) -> bool {
        match rule {
            EligibilityRule::NotAbnormal | EligibilityRule::NotBlacklisted => self.lists,
            EligibilityRule::NoPenalty => self.penalties,
            EligibilityRule::AnnualChecks => self.annual,
            _ => true,
        }
    }
}

/// What the record says of an organization, as far as the rules ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Whether it has a credit code.
    pub credit_code: Option<String>,
    /// Whether it has a record number.
    pub record_number: Option<String>,
    /// The recording is valid up to and with.
    pub record_valid_to: Option<Day>,
    /// On the list of abnormal activity.
    pub abnormal: Option<bool>,
    /// On the list of serious breaches.
    pub blacklisted: Option<bool>,
    /// Penalties as people wrote them.
    pub penalties: Vec<String>,
    /// Results of annual checks by year.
    pub annual_checks: Vec<(i32, AnnualCheck)>,
    /// Founded on.
    pub founded_on: Option<Day>,
    /// Whether an account of its own is known.
    pub has_account: bool,
    /// It has a place in a base.
    pub resident: bool,
}

/// What a base found out and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Which rule.
    pub rule: EligibilityRule,
    /// Met or not.
    pub passed: bool,
    /// By what that was seen.
    pub evidence: String,
    /// Who looked.
    pub by: String,
    /// On which day.
    pub on: Day,
}

/// A rule and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which rule.
    pub rule: EligibilityRule,
    /// What the record says.
    pub result: FindingResult,
    /// What in the record says so.
    pub values: Value,
    /// What the base found where the record says nothing.
    pub ruling: Option<Ruling>,
}

impl Finding {
    /// Whether the rule is met, by the record or by what the base found.
    #[must_use]
    pub fn is_passed(&self) -> bool {
        self.outcome() == FindingResult::Passed
    }
    /// What it comes to, with what the base found.
    #[must_use]
    pub fn outcome(&self) -> FindingResult {
        match (&self.ruling, self.result) {
            (Some(ruling), FindingResult::Unknown) if ruling.passed => FindingResult::Passed,
            (Some(_), FindingResult::Unknown) => FindingResult::Failed,
            (_, result) => result,
        }
    }
}

/// The rules that a kind of applicant is checked by.
#[must_use]
pub fn rules_for(kind: ApplicantKind) -> &'static [EligibilityRule] {
    use EligibilityRule::{
        AnnualChecks, CreditCode, NameChecked, NoPenalty, NoScandal, NotAbnormal, NotBlacklisted, NotResident,
        OwnAccount, RecordValid, SoundRules, TaxRegistered, TruePapers,
    };
    match kind {
        ApplicantKind::Registered => &[
            CreditCode,
            NotAbnormal,
            NotBlacklisted,
            NoPenalty,
            AnnualChecks,
            OwnAccount,
            TaxRegistered,
            SoundRules,
            TruePapers,
            NoScandal,
            NotResident,
        ],
        ApplicantKind::Recorded => &[RecordValid, SoundRules, TruePapers, NoScandal, NotResident],
        ApplicantKind::PreRegistration => &[NameChecked, TruePapers, NoScandal, NotResident],
    }
}

/// The years whose annual checks are looked at: those that are concluded (the check of a year ends by
/// 31 May of the next, 社团登记管理条例 art. 28), from the year of the founding on.
#[must_use]
pub fn years_looked_at(today: Day, look_back: u32, founded_on: Option<Day>) -> Vec<i32> {
    let concluded = Day::new(today.year(), 5, 31).is_some_and(|last| today > last);
    let latest = today.year() - if concluded { 1 } else { 2 };
    let earliest = latest + 1 - i32::try_from(look_back).unwrap_or(i32::MAX).min(100);
    // Who was founded in the second half of a year is not checked for that year (民政部令第27号).
    let first = founded_on.map(|day| {
        let late = Day::new(day.year(), 6, 30).is_some_and(|half| day > half);
        day.year() + i32::from(late)
    });
    (earliest.max(first.unwrap_or(i32::MIN))..=latest).collect()
}

/// Puts a record and what the base found before the rules.
#[must_use]
pub fn assess(kind: ApplicantKind, record: &Record, rulings: &[Ruling], by: &Standard, today: Day) -> Vec<Finding> {
    rules_for(kind)
        .iter()
        .filter(|rule| by.asks(**rule))
        .map(|rule| {
            let (result, values) = look(*rule, record, by.look_back, today);
            let ruling = rulings.iter().rfind(|ruling| ruling.rule == *rule).cloned();
            Finding { rule: *rule, result, values, ruling: ruling.filter(|_| result == FindingResult::Unknown) }
        })
        .collect()
}

fn look(rule: EligibilityRule, record: &Record, look_back: u32, today: Day) -> (FindingResult, Value) {
    use EligibilityRule::{
        AnnualChecks, CreditCode, NoPenalty, NotAbnormal, NotBlacklisted, NotResident, OwnAccount, RecordValid,
    };
    use FindingResult::{Failed, Passed, Unknown};
    let listed = |on: Option<bool>| match on {
        Some(true) => (Failed, json!({"listed": true})),
        Some(false) => (Passed, json!({"listed": false})),
        None => (Unknown, json!({})),
    };
    match rule {
        CreditCode => match &record.credit_code {
            Some(code) => (Passed, json!({"code": code})),
            None => (Failed, json!({})),
        },
        RecordValid => match (&record.record_number, record.record_valid_to) {
            (Some(number), Some(last)) if last < today => (Failed, json!({"number": number, "valid_to": last})),
            (Some(number), last) => (Passed, json!({"number": number, "valid_to": last})),
            (None, _) => (Failed, json!({})),
        },
        NotAbnormal => listed(record.abnormal),
        NotBlacklisted => listed(record.blacklisted),
        // That none are noted does not say that there were none.
        NoPenalty => (Unknown, json!({"noted": record.penalties, "years": look_back})),
        AnnualChecks => annual(record, look_back, today),
        OwnAccount if record.has_account => (Passed, json!({})),
        NotResident if record.resident => (Failed, json!({})),
        NotResident => (Passed, json!({})),
        _ => (Unknown, json!({})),
    }
}

fn annual(record: &Record, look_back: u32, today: Day) -> (FindingResult, Value) {
    let years = years_looked_at(today, look_back, record.founded_on);
    let found = |year: &i32| record.annual_checks.iter().rfind(|(of, _)| of == year).map(|(_, result)| *result);
    let bad: Vec<i32> = years
        .iter()
        .filter(|year| matches!(found(year), Some(AnnualCheck::Failed | AnnualCheck::Absent)))
        .copied()
        .collect();
    let missing: Vec<i32> = years.iter().filter(|year| found(year).is_none()).copied().collect();
    let result = match (bad.is_empty(), missing.is_empty()) {
        (false, _) => FindingResult::Failed,
        (true, false) => FindingResult::Unknown,
        (true, true) => FindingResult::Passed,
    };
    (result, json!({"years": years, "bad": bad, "missing": missing}))
}

/// Notes what the base found for a rule.
///
/// # Errors
/// `not_one_of` at `rule` for one that this kind is not checked by; `check_settled` when the record
/// answers it; no evidence.
pub fn rule_by_hand(findings: &[Finding], new: Ruling) -> Result<Ruling, Refusal> {
    let Some(finding) = findings.iter().find(|finding| finding.rule == new.rule) else {
        let allowed: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
        return Err(Refusal::fields(vec![FieldFault::new("rule", Code::NotOneOf).with("allowed", allowed.join(", "))]));
    };
    if finding.result != FindingResult::Unknown {
        return Err(Refusal::state(Code::CheckSettled).with("rule", new.rule.as_str()));
    }
    let evidence = super::reason("evidence", &new.evidence).map_err(|fault| Refusal::fields(vec![fault]))?;
    Ok(Ruling { evidence, ..new })
}
