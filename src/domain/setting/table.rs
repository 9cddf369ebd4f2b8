//! The settings that there are.

use super::{Setting, SettingKind, Shipped};
use crate::{agreement::AgreementKind, certificate};

/// Longest term of an allocation in months.
pub const MAX_TERM_MONTHS: &str = "allocation.max_term_months";
/// How many days back an allocation may begin when it is entered.
pub const MAX_DAYS_BACK: &str = "allocation.max_days_back";
/// How many days before its end an allocation counts as expiring.
pub const EXPIRING_DAYS: &str = "allocation.expiring_days";
/// Days off of a division alone count for its deadlines.
pub const DIVISION_DAYS: &str = "calendar.division_days";

/// From which month of its stay on a resident counts as growing.
pub const GROWING_MONTHS: &str = "overview.growing_months";
/// From which month of its stay on a resident counts as mature.
pub const MATURE_MONTHS: &str = "overview.mature_months";

/// Working days for finding an application complete.
pub const ACCEPT_DAYS: &str = "applications.accept_days";
/// Working days for putting an application right.
pub const CORRECTION_DAYS: &str = "applications.correction_days";
/// Working days for the first check of an application.
pub const CHECK_DAYS: &str = "applications.check_days";
/// Years that the first check looks back on.
pub const LOOK_BACK_YEARS: &str = "applications.look_back_years";
/// Whether the first check asks for the official lists.
pub const CHECK_LISTS: &str = "applications.check_lists";
/// Whether the first check asks for penalties.
pub const CHECK_PENALTIES: &str = "applications.check_penalties";
/// Whether the first check asks for annual checks.
pub const CHECK_ANNUAL: &str = "applications.check_annual";

/// Working days from the first check to the decision on the review.
pub const REVIEW_DAYS: &str = "reviews.days";
/// Sheets that each application needs.
pub const MIN_SHEETS: &str = "reviews.min_sheets";
/// From how many sheets on the highest and the lowest are dropped.
pub const DROP_FROM: &str = "reviews.drop_from";
/// Below this mean there is no place.
pub const PASS_MARK: &str = "reviews.pass_mark";
/// From how many points apart on reviewers disagree.
pub const DISAGREEMENT: &str = "reviews.disagreement";
/// The criteria by which applications are reviewed.
pub const RUBRIC: &str = "reviews.rubric";

/// Days of publicity at least.
pub const NOTICE_DAYS: &str = "notices.days";
/// Whether they are working days; all days otherwise.
pub const NOTICE_WORKING: &str = "notices.working_days";
/// Working days for answering an objection.
pub const OBJECTION_DAYS: &str = "notices.objection_days";

/// Working days for signing an agreement, and for issuing it.
pub const SIGN_DAYS: &str = "residencies.sign_days";
/// Days for moving in after the signature.
pub const MOVE_IN_DAYS: &str = "residencies.move_in_days";
/// Days between the notice and the last day.
pub const EXIT_NOTICE_DAYS: &str = "residencies.notice_days";
/// Working days for handing everything back.
pub const HANDOVER_DAYS: &str = "residencies.handover_days";
/// Months that an agreement is usually for.
pub const RESIDENCY_MONTHS: &str = "residencies.months";
/// The longest residency in months, renewals included.
pub const MAX_RESIDENCY_MONTHS: &str = "residencies.max_months";
/// The text of agreements.
pub const AGREEMENT: &str = "residencies.agreement";

/// Working days for answering who asks to stay longer.
pub const RENEWAL_DAYS: &str = "residencies.renewal_days";
/// Days before the agreed end by which the organization asks to stay longer.
pub const RENEWAL_AHEAD: &str = "residencies.renewal_ahead";
/// How often a residency is renewed.
pub const MAX_RENEWALS: &str = "residencies.max_renewals";
/// The text of supplementary agreements.
pub const RENEWAL_AGREEMENT: &str = "residencies.renewal_agreement";

/// Months for which the base keeps in touch with who has graduated.
pub const FOLLOW_MONTHS: &str = "residencies.follow_months";
/// Months between two contacts at most.
pub const FOLLOW_EVERY: &str = "residencies.follow_every";

/// Days for putting right what a warning names.
pub const RECTIFY_DAYS: &str = "residencies.rectify_days";
/// Working days for looking at it again.
pub const RECHECK_DAYS: &str = "residencies.recheck_days";
/// Working days for examining who asks to graduate.
pub const GRADUATION_DAYS: &str = "residencies.graduation_days";
/// Working days for deciding on a graduation, and on a removal.
pub const DECISION_DAYS: &str = "residencies.decision_days";
/// What has to be shown for graduating.
pub const GRADUATION_CRITERIA: &str = "residencies.graduation_criteria";
/// Working days in which a hearing may be asked for before a removal.
pub const HEARING_DAYS: &str = "residencies.hearing_days";

/// The text of graduation certificates.
pub const GRADUATION_TEXT: &str = "certificates.graduation_text";

/// The sheet by which residents are assessed.
pub const ASSESSMENT: &str = "assessments.sheet";
/// Working days for the self score.
pub const SELF_SCORE_DAYS: &str = "assessments.self_days";
/// Working days for scoring and concluding.
pub const CONCLUDE_DAYS: &str = "assessments.conclude_days";
/// Working days for an appeal.
pub const APPEAL_DAYS: &str = "assessments.appeal_days";
/// Working days for answering an appeal.
pub const APPEAL_ANSWER_DAYS: &str = "assessments.appeal_answer_days";

/// Over what a base has its residents report.
pub const REPORT_CYCLE: &str = "progress.cycle";
/// Working days for handing in a periodic report, after the end of the period.
pub const REPORT_DUE_DAYS: &str = "progress.due_days";
/// Working days for looking at a periodic report.
pub const REPORT_CHECK_DAYS: &str = "progress.check_days";
/// The form of periodic reports.
pub const REPORT_QUESTIONS: &str = "progress.questions";
/// Papers for the registration of a social group.
pub const ASSOCIATION_PAPERS: &str = "filings.association_papers";
/// Papers for the registration of a social service institution.
pub const SERVICE_PAPERS: &str = "filings.service_papers";
/// Papers for the registration of a foundation.
pub const FOUNDATION_PAPERS: &str = "filings.foundation_papers";
/// Papers for a recording.
pub const RECORD_PAPERS: &str = "filings.record_papers";
/// What is done after a registration.
pub const REGISTER_CARE: &str = "filings.register_care";
/// What is done after a recording.
pub const RECORD_CARE: &str = "filings.record_care";
/// Working days in which a base looks at what is asked and at papers.
pub const LOOK_DAYS: &str = "filings.look_days";
/// Days that the authority has for a registration.
pub const REGISTER_DAYS: &str = "filings.register_days";
/// Working days that the authority has for a recording.
pub const RECORD_DAYS: &str = "filings.record_days";

/// A checklist that a base may have one of its own in place of.
const fn checklist(key: &'static str, keys: &'static [&'static str], source: &'static str) -> Setting {
    Setting {
        key,
        kind: SettingKind::Criteria,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Checklist(keys),
        source,
        by_base: true,
    }
}

/// A number that a base may have a value of its own for.
const fn number(
    key: &'static str,
    unit: &'static str,
    (min, max): (i64, i64),
    shipped: i64,
    source: &'static str,
) -> Setting {
    Setting {
        key,
        kind: SettingKind::Integer,
        unit: Some(unit),
        min: Some(min),
        max: Some(max),
        shipped: Shipped::Integer(shipped),
        source,
        by_base: true,
    }
}

/// Every setting, in the order in which the page shows them.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: MAX_TERM_MONTHS,
        kind: SettingKind::Integer,
        unit: Some("months"),
        min: Some(1),
        // Notices name one to three years; ten leave room for a showcase floor.
        max: Some(120),
        shipped: Shipped::None,
        source: "Published notices of bases differ (one to three years); none binds this prefecture.",
        by_base: true,
    },
    Setting {
        key: MAX_DAYS_BACK,
        kind: SettingKind::Integer,
        unit: Some("days"),
        min: Some(0),
        max: Some(3_650),
        shipped: Shipped::Integer(60),
        source: "Bases report monthly; two reports back can still be put right.",
        by_base: true,
    },
    number(
        EXPIRING_DAYS,
        "days",
        (1, 365),
        30,
        "A month is what an agreement's renewal takes in published procedures.",
    ),
    Setting {
        key: GROWING_MONTHS,
        kind: SettingKind::Integer,
        unit: Some("months"),
        min: Some(1),
        max: Some(120),
        shipped: Shipped::Integer(6),
        source: "Half a year: by then a resident has been assessed twice by the quarter.",
        by_base: false,
    },
    Setting {
        key: MATURE_MONTHS,
        kind: SettingKind::Integer,
        unit: Some("months"),
        min: Some(2),
        max: Some(240),
        shipped: Shipped::Integer(14),
        source: "A first term of a year is over and renewed.",
        by_base: false,
    },
    number(
        ACCEPT_DAYS,
        "working_days",
        (1, 60),
        5,
        "Domain facts 2.1, after the pattern of the Licence Law art. 32; base entry is no licence.",
    ),
    number(CORRECTION_DAYS, "working_days", (1, 60), 10, "Domain facts 3.17; no source names a number."),
    number(CHECK_DAYS, "working_days", (1, 60), 5, "Longhua: the outcome is told within five working days."),
    number(LOOK_BACK_YEARS, "years", (1, 10), 2, "Luzhou 2025: two years."),
    Setting {
        key: CHECK_LISTS,
        kind: SettingKind::Boolean,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Boolean(true),
        source: "Hengyang 2023: not on the list of abnormal activity, nor of serious breaches.",
        by_base: true,
    },
    Setting {
        key: CHECK_PENALTIES,
        kind: SettingKind::Boolean,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Boolean(true),
        source: "Luzhou 2025: no penalty in the last two years.",
        by_base: true,
    },
    Setting {
        key: CHECK_ANNUAL,
        kind: SettingKind::Boolean,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Boolean(true),
        source: "Luzhou 2025: no failed or missed annual check in the last two years.",
        by_base: true,
    },
    number(REVIEW_DAYS, "working_days", (1, 120), 15, "Domain facts 2.1; no source names a number."),
    number(
        MIN_SHEETS,
        "sheets",
        (1, 15),
        2,
        "Review by several (Hunan: civil affairs and experts); no source names a number.",
    ),
    number(
        DROP_FROM,
        "sheets",
        (0, 15),
        5,
        "A college contest drops one highest and one lowest; below four sheets it is never done.",
    ),
    number(PASS_MARK, "points", (0, 100), 60, "Sixty is the pass in the evaluations of Shenzhen 2021 and others."),
    number(DISAGREEMENT, "points", (0, 100), 20, "A fifth of the scale; no source names a number."),
    Setting {
        key: RUBRIC,
        kind: SettingKind::Rubric,
        unit: Some("points"),
        min: None,
        max: None,
        shipped: Shipped::Rubric,
        source: "Suggested by the house; published notices name criteria and no weights. To be replaced by the base's own.",
        by_base: true,
    },
    number(
        NOTICE_DAYS,
        "days",
        (1, 60),
        5,
        "Domain facts 3.17: five working days for admission; seven are common too.",
    ),
    Setting {
        key: NOTICE_WORKING,
        kind: SettingKind::Boolean,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Boolean(true),
        source: "Domain facts 2.1: working days.",
        by_base: true,
    },
    number(OBJECTION_DAYS, "working_days", (1, 60), 10, "Domain facts 2.1; no source names a number."),
    number(SIGN_DAYS, "working_days", (1, 60), 10, "Domain facts 2.1 and 3.17; no source names a number."),
    number(MOVE_IN_DAYS, "days", (1, 120), 15, "Domain facts 2.1; no source names a number."),
    number(RESIDENCY_MONTHS, "months", (1, 60), 12, "Domain facts 3.1 and 3.17: six to twenty-four months are seen."),
    number(MAX_RESIDENCY_MONTHS, "months", (1, 120), 36, "Domain facts 3.17: two renewals of a year each."),
    number(EXIT_NOTICE_DAYS, "days", (0, 180), 30, "Domain facts 2.2; no source names a number."),
    number(
        HANDOVER_DAYS,
        "working_days",
        (1, 60),
        15,
        "Longhua: site and things are handed over within fifteen working days.",
    ),
    Setting {
        key: AGREEMENT,
        kind: SettingKind::Agreement,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Agreement(AgreementKind::Residency),
        source: "Suggested by the house after published procedures; to be looked at by the city's lawyers before use.",
        by_base: true,
    },
    number(RENEWAL_AHEAD, "days", (0, 180), 30, "Domain facts 2.2 and 3.17; Longhua knows renewal by name."),
    number(RENEWAL_DAYS, "working_days", (1, 60), 10, "Suggested by the house, as for signing."),
    number(MAX_RENEWALS, "times", (0, 20), 2, "Domain facts 3.17: two renewals."),
    Setting {
        key: RENEWAL_AGREEMENT,
        kind: SettingKind::Agreement,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Agreement(AgreementKind::Renewal),
        source: "Suggested by the house after published procedures; to be looked at by the city's lawyers before use.",
        by_base: true,
    },
    number(FOLLOW_MONTHS, "months", (0, 60), 12, "Domain facts 3.17: Chengdu serves for a year after the exit."),
    number(FOLLOW_EVERY, "months", (1, 24), 3, "Suggested by the house: once a quarter."),
    number(RECTIFY_DAYS, "days", (1, 180), 30, "Domain facts 2.2 and 3.17; no source names a number."),
    number(RECHECK_DAYS, "working_days", (1, 60), 5, "Domain facts 2.2; no source names a number."),
    number(GRADUATION_DAYS, "working_days", (1, 120), 40, "Qingyuan examined 27 organizations in two months in 2018."),
    number(DECISION_DAYS, "working_days", (1, 60), 5, "Suggested by the house, as for a re-check."),
    Setting {
        key: GRADUATION_CRITERIA,
        kind: SettingKind::Criteria,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Criteria,
        source: "Domain facts 2.2: put together from published methods, Qingyuan's among them.",
        by_base: true,
    },
    number(
        HEARING_DAYS,
        "working_days",
        (1, 60),
        5,
        "The law on administrative penalties (art. 64) gives five days to ask for a hearing; bases follow it of their own will.",
    ),
    Setting {
        key: GRADUATION_TEXT,
        kind: SettingKind::Text,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Text(certificate::GRADUATION_TEXT),
        source: "Suggested by the house; no source gives a text.",
        // The city certifies.
        by_base: false,
    },
    Setting {
        key: ASSESSMENT,
        kind: SettingKind::Indicators,
        unit: Some("points"),
        min: None,
        max: None,
        shipped: Shipped::Indicators,
        source: "Laid out as Jiangsu's table with self score, expert score and reasons for deductions; its points are the house's suggestion.",
        by_base: true,
    },
    number(SELF_SCORE_DAYS, "working_days", (1, 60), 10, "Suggested by the house; no source names a number."),
    number(CONCLUDE_DAYS, "working_days", (1, 60), 20, "Suggested by the house; no source names a number."),
    number(APPEAL_DAYS, "working_days", (1, 60), 5, "Suggested by the house, as for publicity."),
    number(APPEAL_ANSWER_DAYS, "working_days", (1, 60), 10, "Suggested by the house, as for objections."),
    checklist(
        ASSOCIATION_PAPERS,
        &["filing_application", "filing_consent", "filing_capital_premises", "filing_initiators", "filing_charter"],
        "Regulation on the registration of social groups (1998, as amended in 2016), art. 11.",
    ),
    checklist(
        SERVICE_PAPERS,
        &[
            "filing_application",
            "filing_consent",
            "filing_premises",
            "filing_capital",
            "filing_people",
            "filing_charter",
        ],
        "Interim regulation on private non-enterprise units (1998), art. 9.",
    ),
    checklist(
        FOUNDATION_PAPERS,
        &["filing_application", "filing_charter", "filing_capital_premises", "filing_directors", "filing_consent"],
        "Regulation on foundations (2004), art. 9.",
    ),
    checklist(
        RECORD_PAPERS,
        &["filing_form", "filing_committee", "filing_members", "filing_rules", "filing_place"],
        "Suggested by the house after domain facts 2.11; papers differ by place.",
    ),
    checklist(
        REGISTER_CARE,
        &["care_seal", "care_account", "care_tax", "care_insurance", "care_party", "care_annual"],
        "Domain facts 2.11: seal, bank, tax, social insurance, party, annual report.",
    ),
    checklist(
        RECORD_CARE,
        &["care_book", "care_party", "care_yearly"],
        "Suggested by the house after domain facts 2.11.",
    ),
    number(LOOK_DAYS, "working_days", (1, 60), 5, "Suggested by the house, as for the acceptance of applications."),
    number(
        REGISTER_DAYS,
        "days",
        (1, 180),
        60,
        "Regulation on the registration of social groups, art. 12: 60 days from complete papers; the other regulations say the same.",
    ),
    number(
        RECORD_DAYS,
        "working_days",
        (1, 60),
        10,
        "Suggested by the house; no source that could be read names a number.",
    ),
    Setting {
        key: REPORT_CYCLE,
        kind: SettingKind::Choice,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Text("quarter"),
        source: "Domain facts 5.1: bases have their residents report by the month or by the quarter.",
        by_base: true,
    },
    number(
        REPORT_DUE_DAYS,
        "working_days",
        (1, 60),
        10,
        "Domain facts 5.1: quarterly by the tenth working day after the quarter, monthly by the fifth.",
    ),
    number(REPORT_CHECK_DAYS, "working_days", (1, 60), 5, "Suggested by the house, as for the first check."),
    Setting {
        key: REPORT_QUESTIONS,
        kind: SettingKind::Questions,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Questions,
        source: "Suggested by the house after domain facts 5.2; no form of this prefecture was found.",
        by_base: true,
    },
    Setting {
        key: DIVISION_DAYS,
        kind: SettingKind::Boolean,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Boolean(true),
        source: "Autonomous banners have days off of their own by regional law.",
        by_base: false,
    },
];
