//! The settings that there are.

use super::{Setting, SettingKind, Shipped};

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
    Setting {
        key: EXPIRING_DAYS,
        kind: SettingKind::Integer,
        unit: Some("days"),
        min: Some(1),
        max: Some(365),
        shipped: Shipped::Integer(30),
        source: "A month is what an agreement's renewal takes in published procedures.",
        by_base: true,
    },
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
    Setting {
        key: ACCEPT_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(5),
        source: "Domain facts 2.1, after the pattern of the Licence Law art. 32; base entry is no licence.",
        by_base: true,
    },
    Setting {
        key: CORRECTION_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(10),
        source: "Domain facts 3.17; no source names a number.",
        by_base: true,
    },
    Setting {
        key: CHECK_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(5),
        source: "Longhua: the outcome is told within five working days.",
        by_base: true,
    },
    Setting {
        key: LOOK_BACK_YEARS,
        kind: SettingKind::Integer,
        unit: Some("years"),
        min: Some(1),
        max: Some(10),
        shipped: Shipped::Integer(2),
        source: "Luzhou 2025: two years.",
        by_base: true,
    },
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
    Setting {
        key: REVIEW_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(120),
        shipped: Shipped::Integer(15),
        source: "Domain facts 2.1; no source names a number.",
        by_base: true,
    },
    Setting {
        key: MIN_SHEETS,
        kind: SettingKind::Integer,
        unit: Some("sheets"),
        min: Some(1),
        max: Some(15),
        shipped: Shipped::Integer(2),
        source: "Review by several (Hunan: civil affairs and experts); no source names a number.",
        by_base: true,
    },
    Setting {
        key: DROP_FROM,
        kind: SettingKind::Integer,
        unit: Some("sheets"),
        min: Some(0),
        max: Some(15),
        shipped: Shipped::Integer(5),
        source: "A college contest drops one highest and one lowest; below four sheets it is never done.",
        by_base: true,
    },
    Setting {
        key: PASS_MARK,
        kind: SettingKind::Integer,
        unit: Some("points"),
        min: Some(0),
        max: Some(100),
        shipped: Shipped::Integer(60),
        source: "Sixty is the pass in the evaluations of Shenzhen 2021 and others.",
        by_base: true,
    },
    Setting {
        key: DISAGREEMENT,
        kind: SettingKind::Integer,
        unit: Some("points"),
        min: Some(0),
        max: Some(100),
        shipped: Shipped::Integer(20),
        source: "A fifth of the scale; no source names a number.",
        by_base: true,
    },
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
    Setting {
        key: NOTICE_DAYS,
        kind: SettingKind::Integer,
        unit: Some("days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(5),
        source: "Domain facts 3.17: five working days for admission; seven are common too.",
        by_base: true,
    },
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
    Setting {
        key: OBJECTION_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(10),
        source: "Domain facts 2.1; no source names a number.",
        by_base: true,
    },
    Setting {
        key: SIGN_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(10),
        source: "Domain facts 2.1 and 3.17; no source names a number.",
        by_base: true,
    },
    Setting {
        key: MOVE_IN_DAYS,
        kind: SettingKind::Integer,
        unit: Some("days"),
        min: Some(1),
        max: Some(120),
        shipped: Shipped::Integer(15),
        source: "Domain facts 2.1; no source names a number.",
        by_base: true,
    },
    Setting {
        key: RESIDENCY_MONTHS,
        kind: SettingKind::Integer,
        unit: Some("months"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(12),
        source: "Domain facts 3.1 and 3.17: six to twenty-four months are seen.",
        by_base: true,
    },
    Setting {
        key: MAX_RESIDENCY_MONTHS,
        kind: SettingKind::Integer,
        unit: Some("months"),
        min: Some(1),
        max: Some(120),
        shipped: Shipped::Integer(36),
        source: "Domain facts 3.17: two renewals of a year each.",
        by_base: true,
    },
    Setting {
        key: EXIT_NOTICE_DAYS,
        kind: SettingKind::Integer,
        unit: Some("days"),
        min: Some(0),
        max: Some(180),
        shipped: Shipped::Integer(30),
        source: "Domain facts 2.2; no source names a number.",
        by_base: true,
    },
    Setting {
        key: HANDOVER_DAYS,
        kind: SettingKind::Integer,
        unit: Some("working_days"),
        min: Some(1),
        max: Some(60),
        shipped: Shipped::Integer(15),
        source: "Longhua: site and things are handed over within fifteen working days.",
        by_base: true,
    },
    Setting {
        key: AGREEMENT,
        kind: SettingKind::Agreement,
        unit: None,
        min: None,
        max: None,
        shipped: Shipped::Agreement,
        source: "Suggested by the house after published procedures; to be looked at by the city's lawyers before use.",
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
