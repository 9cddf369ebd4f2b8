//! The lifecycle of a periodic report: filled, handed in, looked at, accepted, corrected.

use crate::{
    lifecycle::{DeadlineRule, Lifecycle, step},
    setting,
    words::words,
    workday::{DayKind, Roll},
};

words! {
    /// Where a periodic report stands.
    pub enum ReportState {
        /// 待填报: the organization fills it.
        Open = "open",
        /// 待审核: the base looks at it.
        Submitted = "submitted",
        /// 已退回: something is missing.
        Returned = "returned",
        /// 已通过.
        Accepted = "accepted",
        /// 更正中: it was accepted, and something of it has to be put right.
        Correcting = "correcting",
        /// 免报: the base does without it.
        Waived = "waived",
    }
    /// What is done with a periodic report.
    pub enum ReportAction {
        /// It is written down as far as it goes.
        Draft = "draft",
        /// It is handed in.
        Submit = "submit",
        /// The base accepts it.
        Accept = "accept",
        /// The base gives it back, with all that is missing.
        Return = "return",
        /// The base does without it.
        Waive = "waive",
        /// The base wants it after all.
        Require = "require",
        /// What was accepted has to be put right.
        Reopen = "reopen",
        /// What was accepted stays as it is.
        Keep = "keep",
    }
    /// Over what a base has its residents report.
    pub enum ReportCycle {
        /// Each calendar month.
        Month = "month",
        /// Each calendar quarter.
        Quarter = "quarter",
    }
    /// Who has to act.
    pub enum ReportOwner {
        /// The organization.
        Organization = "organization",
        /// The base.
        Base = "base",
    }
}

/// The lifecycle of a periodic report. The days for handing in count from the end of its period; domain facts 5.1
/// name ten working days after a quarter, and none for looking at it.
pub const LIFECYCLE: Lifecycle<ReportState, ReportAction> = {
    use ReportAction as A;
    use ReportState::{Accepted, Correcting, Open, Returned, Submitted, Waived};
    const MANAGES: &str = "progress.manage";
    const ANSWERS: &str = "progress.answer";
    Lifecycle {
        name: "progress",
        initial: Open,
        steps: &[
            step(&[Open], A::Draft, Open, ANSWERS, None),
            step(&[Returned], A::Draft, Returned, ANSWERS, None),
            step(&[Correcting], A::Draft, Correcting, ANSWERS, None),
            step(&[Open, Returned, Correcting], A::Submit, Submitted, ANSWERS, None)
                .by(working(10, setting::REPORT_DUE_DAYS)),
            step(&[Submitted], A::Accept, Accepted, MANAGES, None).by(working(5, setting::REPORT_CHECK_DAYS)),
            step(&[Submitted], A::Return, Returned, MANAGES, None),
            step(&[Open, Returned], A::Waive, Waived, MANAGES, Some("never_accepted")),
            step(&[Waived], A::Require, Open, MANAGES, None),
            step(&[Accepted], A::Reopen, Correcting, MANAGES, Some("correctable")),
            step(&[Correcting, Returned], A::Keep, Accepted, MANAGES, Some("accepted_before")),
        ],
    }
};

const fn working(days: u32, setting: &'static str) -> DeadlineRule<ReportState> {
    DeadlineRule { days, kind: DayKind::Working, roll: Roll::None, setting, pauses_in: &[] }
}
