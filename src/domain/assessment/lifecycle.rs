//! The lifecycle of an assessment: the self score, the scores of base and expert, the grade, an appeal.

use crate::{
    lifecycle::{DeadlineRule, Lifecycle, step},
    setting,
    words::words,
    workday::{DayKind, Roll},
};

words! {
    /// Where an assessment stands.
    pub enum AssessmentState {
        /// 自评中: the organization scores itself.
        SelfScoring = "self_scoring",
        /// 评分中: the base scores, and the expert where one is asked.
        Scoring = "scoring",
        /// 已评定.
        Concluded = "concluded",
        /// 申诉中: the city looks at it.
        Appealed = "appealed",
        /// 已取消.
        Cancelled = "cancelled",
    }
    /// What is done with an assessment.
    pub enum AssessmentAction {
        /// The self score is written down as far as it goes.
        Draft = "draft",
        /// The self score is handed in.
        HandIn = "hand_in",
        /// The base goes on without it.
        GoOn = "go_on",
        /// The base gives the self score back.
        SendBack = "send_back",
        /// The base scores.
        Score = "score",
        /// The expert scores.
        Evaluate = "evaluate",
        /// The expert hands in.
        Deliver = "deliver",
        /// The expert does not score after all.
        Excuse = "excuse",
        /// The grade is given.
        Conclude = "conclude",
        /// The organization does not agree.
        Appeal = "appeal",
        /// The city leaves the grade as it is.
        Uphold = "uphold",
        /// The city has it scored again.
        Reopen = "reopen",
        /// It is not carried through.
        Cancel = "cancel",
    }
    /// Grades (等次).
    pub enum AssessmentGrade {
        /// 优秀.
        Excellent = "excellent",
        /// 良好.
        Good = "good",
        /// 合格.
        Pass = "pass",
        /// 不合格.
        Fail = "fail",
    }
    /// What an assessment looks back on.
    pub enum AssessmentCycle {
        /// 月度.
        Month = "month",
        /// 季度.
        Quarter = "quarter",
        /// 半年.
        HalfYear = "half_year",
        /// 年度.
        Year = "year",
        /// 中期.
        MidTerm = "mid_term",
        /// 出壳.
        Exit = "exit",
    }
    /// Who has to act.
    pub enum AssessmentOwner {
        /// The organization.
        Organization = "organization",
        /// The base.
        Base = "base",
        /// The city.
        City = "city",
    }
}

/// The lifecycle of an assessment. No source names its days; all are settings.
pub const LIFECYCLE: Lifecycle<AssessmentState, AssessmentAction> = {
    use AssessmentAction as A;
    use AssessmentState::{Appealed, Cancelled, Concluded, Scoring, SelfScoring};
    const MANAGES: &str = "assessments.manage";
    const ANSWERS: &str = "assessments.answer";
    const SCORES: &str = "assessments.evaluate";
    const DECIDES: &str = "assessments.decide";
    Lifecycle {
        name: "assessment",
        initial: SelfScoring,
        steps: &[
            step(&[SelfScoring], A::Draft, SelfScoring, ANSWERS, None),
            step(&[SelfScoring], A::HandIn, Scoring, ANSWERS, None).by(working(10, setting::SELF_SCORE_DAYS)),
            step(&[SelfScoring], A::GoOn, Scoring, MANAGES, Some("time_over")),
            step(&[Scoring], A::SendBack, SelfScoring, MANAGES, Some("not_reopened")),
            step(&[Scoring], A::Score, Scoring, MANAGES, None),
            step(&[Scoring], A::Evaluate, Scoring, SCORES, Some("expert_open")),
            step(&[Scoring], A::Deliver, Scoring, SCORES, Some("expert_open")),
            step(&[Scoring], A::Excuse, Scoring, MANAGES, Some("expert_open")),
            step(&[Scoring], A::Conclude, Concluded, MANAGES, Some("scored")).by(working(20, setting::CONCLUDE_DAYS)),
            step(&[Concluded], A::Appeal, Appealed, ANSWERS, Some("appealable")).by(working(5, setting::APPEAL_DAYS)),
            step(&[Appealed], A::Uphold, Concluded, DECIDES, None).by(working(10, setting::APPEAL_ANSWER_DAYS)),
            step(&[Appealed], A::Reopen, Scoring, DECIDES, None),
            step(&[SelfScoring, Scoring], A::Cancel, Cancelled, MANAGES, Some("not_reopened")),
        ],
    }
};

const fn working(days: u32, setting: &'static str) -> DeadlineRule<AssessmentState> {
    DeadlineRule { days, kind: DayKind::Working, roll: Roll::None, setting, pauses_in: &[] }
}
