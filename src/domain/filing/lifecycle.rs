//! The lifecycle of help with a registration or a recording: asked for, prepared, looked at in the base, handed to the
//! authority, granted or not, and what is to be done afterwards.

use crate::{
    lifecycle::{DeadlineRule, Lifecycle, step},
    organization::Kind,
    setting,
    words::words,
    workday::{DayKind, Roll},
};

words! {
    /// Where a case stands.
    pub enum FilingState {
        /// 待受理: asked for, and not accepted yet.
        Asked = "asked",
        /// 筹备中: the organization puts the papers together.
        Preparing = "preparing",
        /// 初审中: the base looks at the papers.
        Reviewing = "reviewing",
        /// 已报送: handed to the authority.
        Filed = "filed",
        /// 待补正: the authority asks for more.
        Supplement = "supplement",
        /// 已准予: registered or recorded; what is to be done afterwards is under way.
        Granted = "granted",
        /// 未准予: the authority has refused.
        Refused = "refused",
        /// 已办结.
        Closed = "closed",
        /// 已撤回: the organization does not want it any more.
        Withdrawn = "withdrawn",
        /// 已终止: the base does not go on with it.
        Dropped = "dropped",
    }
    /// What is done with a case.
    pub enum FilingAction {
        /// 受理: the base takes it on; what it is to become is decided.
        Accept = "accept",
        /// The organization marks a paper as ready, or as missing again.
        Mark = "mark",
        /// The base finds a paper in order, not so, or not needed.
        Check = "check",
        /// 名称核查.
        CheckName = "check_name",
        /// 提交初审; after a supplement too, so that nothing goes to the authority that the base has not seen.
        Submit = "submit",
        /// 退回补充: everything that is missing at once.
        SendBack = "send_back",
        /// 报送: handed to the authority, once more after what it asked for was looked at.
        File = "file",
        /// 一次性告知补正: the authority asks for more.
        AskMore = "ask_more",
        /// 准予.
        Grant = "grant",
        /// 不予登记、备案.
        Refuse = "refuse",
        /// Prepared once more after a refusal.
        Resume = "resume",
        /// One of the things to be done afterwards is done, or is not after all.
        Care = "care",
        /// 办结.
        Close = "close",
        /// 撤回.
        Withdraw = "withdraw",
        /// 终止.
        Drop = "drop",
    }
    /// What an organization is to become.
    pub enum FilingType {
        /// 社会团体登记.
        Association = "association",
        /// 社会服务机构（民办非企业单位）登记.
        ServiceInstitution = "service_institution",
        /// 基金会登记.
        Foundation = "foundation",
        /// 社区社会组织备案.
        Recorded = "recorded",
    }
    /// How a paper stands.
    pub enum PaperState {
        /// 未备.
        Missing = "missing",
        /// 已备.
        Ready = "ready",
        /// 已核.
        Checked = "checked",
        /// 不需要.
        NotNeeded = "not_needed",
    }
    /// Whose days they are.
    pub enum FilingOwner {
        /// The organization.
        Organization = "organization",
        /// The base.
        Base = "base",
        /// The authority (登记管理机关 or 备案机关).
        Authority = "authority",
    }
}

impl FilingType {
    /// The kind of organization that comes of it.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Association => Kind::Association,
            Self::ServiceInstitution => Kind::ServiceInstitution,
            Self::Foundation => Kind::Foundation,
            Self::Recorded => Kind::Recorded,
        }
    }
    /// Whether it is a recording and no registration.
    #[must_use]
    pub const fn is_recording(self) -> bool {
        matches!(self, Self::Recorded)
    }
    /// The setting that lists its papers.
    #[must_use]
    pub const fn papers(self) -> &'static str {
        match self {
            Self::Association => setting::ASSOCIATION_PAPERS,
            Self::ServiceInstitution => setting::SERVICE_PAPERS,
            Self::Foundation => setting::FOUNDATION_PAPERS,
            Self::Recorded => setting::RECORD_PAPERS,
        }
    }
    /// The setting that lists what is to be done afterwards.
    #[must_use]
    pub const fn care(self) -> &'static str {
        if self.is_recording() { setting::RECORD_CARE } else { setting::REGISTER_CARE }
    }
}

impl FilingState {
    /// Whose days pass in a state; nobody's once it is decided.
    #[must_use]
    pub const fn owner(self) -> Option<FilingOwner> {
        match self {
            Self::Asked | Self::Reviewing => Some(FilingOwner::Base),
            Self::Preparing | Self::Supplement => Some(FilingOwner::Organization),
            Self::Filed => Some(FilingOwner::Authority),
            Self::Granted | Self::Refused | Self::Closed | Self::Withdrawn | Self::Dropped => None,
        }
    }
    /// Whether it is not decided. An organization has one such case at a time; who is recorded may ask to be registered
    /// while the list of what comes afterwards is still open.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        self.is_open() && !matches!(self, Self::Granted)
    }
    /// Whether there is still something to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Withdrawn | Self::Dropped)
    }
}

/// The lifecycle of a case. Sixty days are the regulation's (社会团体登记管理条例 art. 12); the others are settings of
/// the house.
pub const LIFECYCLE: Lifecycle<FilingState, FilingAction> = {
    use FilingAction as A;
    use FilingState::{Asked, Closed, Dropped, Filed, Granted, Preparing, Refused, Reviewing, Supplement, Withdrawn};
    const MANAGES: &str = "filings.manage";
    const ANSWERS: &str = "filings.answer";
    Lifecycle {
        name: "filing",
        initial: Asked,
        steps: &[
            step(&[Asked], A::Accept, Preparing, MANAGES, None).by(working(5, setting::LOOK_DAYS)),
            step(&[Preparing], A::Mark, Preparing, ANSWERS, None),
            step(&[Supplement], A::Mark, Supplement, ANSWERS, None),
            step(&[Preparing], A::Check, Preparing, MANAGES, None),
            step(&[Reviewing], A::Check, Reviewing, MANAGES, None),
            step(&[Supplement], A::Check, Supplement, MANAGES, None),
            step(&[Preparing], A::CheckName, Preparing, MANAGES, None),
            step(&[Reviewing], A::CheckName, Reviewing, MANAGES, None),
            step(&[Supplement], A::CheckName, Supplement, MANAGES, None),
            step(&[Preparing], A::Submit, Reviewing, ANSWERS, Some("papers_ready")),
            step(&[Supplement], A::Submit, Reviewing, ANSWERS, Some("papers_ready")),
            step(&[Reviewing], A::SendBack, Preparing, MANAGES, None),
            step(&[Reviewing], A::File, Filed, MANAGES, Some("papers_checked")).by(working(5, setting::LOOK_DAYS)),
            step(&[Filed], A::AskMore, Supplement, MANAGES, None),
            step(&[Filed], A::Grant, Granted, MANAGES, None).by(DeadlineRule {
                days: 60,
                kind: DayKind::Natural,
                roll: Roll::Forward,
                setting: setting::REGISTER_DAYS,
                pauses_in: &[],
            }),
            // Also when what it asked for was not brought by its day.
            step(&[Filed, Supplement], A::Refuse, Refused, MANAGES, None),
            step(&[Refused], A::Resume, Preparing, MANAGES, None),
            step(&[Granted], A::Care, Granted, ANSWERS, None),
            step(&[Granted], A::Close, Closed, MANAGES, Some("care_done")),
            step(&[Refused], A::Close, Closed, MANAGES, Some("care_done")),
            step(&[Asked, Preparing, Reviewing, Filed, Supplement, Refused], A::Withdraw, Withdrawn, ANSWERS, None),
            step(&[Asked, Preparing, Reviewing, Filed, Supplement], A::Drop, Dropped, MANAGES, None),
        ],
    }
};

pub(super) const fn working(days: u32, setting: &'static str) -> DeadlineRule<FilingState> {
    DeadlineRule { days, kind: DayKind::Working, roll: Roll::None, setting, pauses_in: &[] }
}
