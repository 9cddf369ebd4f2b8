//! The lifecycle of a residency: from the agreement over the stay to the day on which everything is handed back.

use crate::{
    lifecycle::{DeadlineRule, Lifecycle, step},
    setting,
    words::words,
    workday::{DayKind, Roll},
};

words! {
    /// Where a residency stands.
    pub enum ResidencyState {
        /// 待签约: the agreement is with the organization.
        Agreeing = "agreeing",
        /// 已签约: to move in.
        Signed = "signed",
        /// 在驻.
        Active = "active",
        /// 限期整改: it was warned, and something is to be put right.
        Rectifying = "rectifying",
        /// 暂停: it stays away for a time, with the base's leave or by its order.
        Suspended = "suspended",
        /// 出壳评估: it asked to graduate, and the base examines whether it may.
        Graduating = "graduating",
        /// 出壳待批: the base proposes it, the city decides.
        Proposed = "proposed",
        /// 续驻审核: it asked to stay longer, and the base looks at it.
        Renewing = "renewing",
        /// 续驻待批: the base proposes it, the city decides.
        RenewalProposed = "renewal_proposed",
        /// 续驻获批: the city agrees, the base writes the supplementary agreement.
        RenewalGranted = "renewal_granted",
        /// 待签补充协议: the supplementary agreement is with the organization.
        Extending = "extending",
        /// 拟清退: its removal is announced, and it may be heard.
        Removing = "removing",
        /// 办理退驻: its last day is known, things are to be handed back.
        Leaving = "leaving",
        /// 已退驻: handed back, and both have confirmed it.
        Left = "left",
        /// 视为放弃: not signed, or not moved in.
        Forfeited = "forfeited",
    }
    /// What is done with a residency.
    pub enum ResidencyAction {
        /// The agreement is written anew before it is signed.
        Reissue = "reissue",
        /// Both have signed.
        Sign = "sign",
        /// The organization does not want it.
        Decline = "decline",
        /// It was not signed in time.
        Forfeit = "forfeit",
        /// The organization moves in.
        MoveIn = "move_in",
        /// It is signed, and nobody moves in.
        CallOff = "call_off",
        /// The organization is warned: what it has to put right, and by when.
        Warn = "warn",
        /// The organization says that something is put right.
        Mend = "mend",
        /// The base has looked at it again.
        Recheck = "recheck",
        /// All is put right.
        Clear = "clear",
        /// It stays away for a time.
        Suspend = "suspend",
        /// It is back.
        Resume = "resume",
        /// The organization asks to graduate.
        AskGraduation = "ask_graduation",
        /// A criterion of graduation is examined.
        Judge = "judge",
        /// All criteria are met: the base proposes graduation.
        Propose = "propose",
        /// Not yet: the base sends it on with its residency.
        Postpone = "postpone",
        /// The organization takes its request back.
        StayOn = "stay_on",
        /// The city lets it graduate.
        Graduate = "graduate",
        /// The city does not.
        Refuse = "refuse",
        /// The organization asks to stay longer.
        AskRenewal = "ask_renewal",
        /// The base proposes it to the city.
        ProposeRenewal = "propose_renewal",
        /// The city agrees.
        GrantRenewal = "grant_renewal",
        /// The city does not.
        RefuseRenewal = "refuse_renewal",
        /// The base offers it, by a supplementary agreement; or writes that anew.
        OfferRenewal = "offer_renewal",
        /// The base does not, or takes its offer back.
        DenyRenewal = "deny_renewal",
        /// The organization does not want it any more.
        WithdrawRenewal = "withdraw_renewal",
        /// Both have signed the supplementary agreement.
        SignRenewal = "sign_renewal",
        /// It was not signed in time.
        LapseRenewal = "lapse_renewal",
        /// Removal is announced, with its grounds.
        ProposeRemoval = "propose_removal",
        /// The organization wants to be heard.
        AskHearing = "ask_hearing",
        /// It was heard.
        Hear = "hear",
        /// The city removes it.
        Remove = "remove",
        /// The city lets it stay.
        Spare = "spare",
        /// Leaving is announced.
        GiveNotice = "give_notice",
        /// The agreed time is over.
        Expire = "expire",
        /// The notice is taken back.
        Retract = "retract",
        /// A point of the exit checklist is settled.
        Check = "check",
        /// One side confirms that everything is handed back.
        Confirm = "confirm",
        /// It is over.
        Close = "close",
    }
    /// The two sides of an agreement.
    pub enum AgreementSide {
        /// 甲方: the base.
        Base = "base",
        /// 乙方: the organization.
        Organization = "organization",
    }
    /// Why a residency ends.
    pub enum ExitKind {
        /// 主动退驻.
        Withdrawn = "withdrawn",
        /// 到期退驻.
        Expired = "expired",
        /// 出壳.
        Graduated = "graduated",
        /// 清退.
        Removed = "removed",
    }
    /// Why an organization is warned (domain facts 2.2).
    pub enum WarningGround {
        /// 考核不合格.
        Assessment = "assessment",
        /// Reports are missing.
        Reports = "reports",
        /// The place is not used.
        Unused = "unused",
        /// A complaint was right.
        Complaint = "complaint",
        /// Safety.
        Safety = "safety",
        /// The rules of the base, or the agreement.
        Rules = "rules",
        /// Something else, as the text says.
        Other = "other",
    }
    /// Why an organization is removed (domain facts 2.2).
    pub enum RemovalGround {
        /// Its papers were false.
        FalsePapers = "false_papers",
        /// It is not registered any more.
        Deregistered = "deregistered",
        /// It was punished, or is on a list.
        Penalty = "penalty",
        /// What it was warned of is not put right.
        NotRectified = "not_rectified",
        /// It let or lent its place.
        Sublet = "sublet",
        /// It does business there.
        Business = "business",
        /// It has not used its place for long.
        Unused = "unused",
        /// It did not register in time.
        Unregistered = "unregistered",
        /// It broke the agreement or the rules otherwise.
        Breach = "breach",
    }
    /// What an examination of a criterion found.
    pub enum Judgement {
        /// It is met.
        Met = "met",
        /// It is not.
        Unmet = "unmet",
        /// It does not apply.
        NotApplicable = "not_applicable",
    }
    /// How a request to graduate came out.
    pub enum GraduationOutcome {
        /// 准予出壳.
        Graduated = "graduated",
        /// The base sent it on with its residency.
        Postponed = "postponed",
        /// The city did not let it go.
        Refused = "refused",
        /// The organization took it back.
        Withdrawn = "withdrawn",
    }
    /// How a request to stay longer came out.
    pub enum RenewalOutcome {
        /// 已续驻.
        Renewed = "renewed",
        /// The base did not agree.
        Denied = "denied",
        /// The city did not.
        Refused = "refused",
        /// The organization took it back.
        Withdrawn = "withdrawn",
        /// The supplementary agreement was not signed in time.
        Lapsed = "lapsed",
    }
    /// How the base keeps in touch with who has graduated.
    pub enum ContactWay {
        /// It went there.
        Visit = "visit",
        /// By telephone.
        Call = "call",
        /// The organization came.
        Meeting = "meeting",
        /// By message or mail.
        Online = "online",
    }
    /// How an announced removal came out.
    pub enum RemovalOutcome {
        /// It was removed.
        Removed = "removed",
        /// It stays.
        Spared = "spared",
    }
    /// How a warning ended.
    pub enum WarningOutcome {
        /// All is put right.
        Cleared = "cleared",
        /// The city let it stay after a removal was announced, and that was the end of it.
        Dropped = "dropped",
        /// The organization left.
        Left = "left",
    }
    /// A point of the exit checklist (退驻清单).
    pub enum ExitItem {
        /// The room or desk is cleared.
        Space = "space",
        /// Keys and cards are back.
        Keys = "keys",
        /// What was lent is back.
        Equipment = "equipment",
        /// The registered address is moved, where it was the base's.
        Address = "address",
        /// What had to be paid is paid.
        Fees = "fees",
        /// Files and letters are passed on.
        Files = "files",
    }
    /// How a point of the checklist is settled.
    pub enum ExitOutcome {
        /// Done.
        Done = "done",
        /// There was nothing to do.
        NotNeeded = "not_needed",
    }
}

impl ResidencyState {
    /// Whether the organization is resident in this state: it has moved in, and is not over.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(
            self,
            Self::Active
                | Self::Rectifying
                | Self::Suspended
                | Self::Graduating
                | Self::Proposed
                | Self::Renewing
                | Self::RenewalProposed
                | Self::RenewalGranted
                | Self::Extending
                | Self::Removing
                | Self::Leaving
        )
    }
}

/// The lifecycle of a residency. Days as domain facts 2.1, 2.2 and 3.17 give them; all are settings. What the city
/// decides, the base does not: renewal, graduation and removal.
pub const LIFECYCLE: Lifecycle<ResidencyState, ResidencyAction> = {
    use ResidencyAction as A;
    use ResidencyState::{
        Active, Agreeing, Extending, Forfeited, Graduating, Leaving, Left, Proposed, Rectifying, Removing,
        RenewalGranted, RenewalProposed, Renewing, Signed, Suspended,
    };
    const MANAGES: &str = "residencies.manage";
    const ANSWERS: &str = "residencies.answer";
    const DECIDES: &str = "residencies.decide";
    Lifecycle {
        name: "residency",
        initial: Agreeing,
        steps: &[
            step(&[Agreeing], A::Reissue, Agreeing, MANAGES, None),
            step(&[Agreeing], A::Sign, Signed, MANAGES, None).by(working(10, setting::SIGN_DAYS)),
            step(&[Agreeing], A::Decline, Forfeited, ANSWERS, None),
            step(&[Agreeing], A::Forfeit, Forfeited, MANAGES, Some("time_over")),
            step(&[Signed], A::MoveIn, Active, MANAGES, Some("term_runs")).by(natural(15, setting::MOVE_IN_DAYS)),
            step(&[Signed], A::CallOff, Forfeited, MANAGES, None),
            step(&[Active], A::Warn, Rectifying, MANAGES, None),
            step(&[Rectifying], A::Mend, Rectifying, ANSWERS, Some("to_mend")).by(natural(30, setting::RECTIFY_DAYS)),
            step(&[Rectifying], A::Recheck, Rectifying, MANAGES, Some("to_recheck"))
                .by(working(5, setting::RECHECK_DAYS)),
            step(&[Rectifying], A::Clear, Active, MANAGES, Some("rectified")),
            step(&[Active], A::Suspend, Suspended, MANAGES, None),
            step(&[Suspended], A::Resume, Active, MANAGES, None),
            step(&[Active], A::AskGraduation, Graduating, ANSWERS, None),
            step(&[Graduating], A::Judge, Graduating, MANAGES, None),
            step(&[Graduating], A::Propose, Proposed, MANAGES, Some("criteria_met"))
                .by(working(40, setting::GRADUATION_DAYS)),
            step(&[Graduating], A::Postpone, Active, MANAGES, None),
            step(&[Graduating], A::StayOn, Active, ANSWERS, None),
            step(&[Proposed], A::Graduate, Leaving, DECIDES, None).by(working(5, setting::DECISION_DAYS)),
            step(&[Proposed], A::Refuse, Active, DECIDES, None),
            step(&[Active], A::AskRenewal, Renewing, ANSWERS, Some("renewable")),
            step(&[Renewing], A::ProposeRenewal, RenewalProposed, MANAGES, None).by(working(10, setting::RENEWAL_DAYS)),
            step(&[RenewalProposed], A::GrantRenewal, RenewalGranted, DECIDES, None)
                .by(working(5, setting::DECISION_DAYS)),
            step(&[RenewalProposed], A::RefuseRenewal, Active, DECIDES, None),
            step(&[RenewalGranted, Extending], A::OfferRenewal, Extending, MANAGES, None)
                .by(working(10, setting::SIGN_DAYS)),
            // What is with the city, the city answers.
            step(&[Renewing, RenewalGranted, Extending], A::DenyRenewal, Active, MANAGES, None),
            step(&[Renewing, RenewalProposed, RenewalGranted, Extending], A::WithdrawRenewal, Active, ANSWERS, None),
            step(&[Extending], A::SignRenewal, Active, MANAGES, None).by(working(10, setting::SIGN_DAYS)),
            step(&[Extending], A::LapseRenewal, Active, MANAGES, Some("renewal_over")),
            step(&[Active, Rectifying, Suspended], A::ProposeRemoval, Removing, MANAGES, None),
            step(&[Removing], A::AskHearing, Removing, ANSWERS, Some("hearing_open"))
                .by(working(5, setting::HEARING_DAYS)),
            step(&[Removing], A::Hear, Removing, MANAGES, Some("hearing_asked")),
            step(&[Removing], A::Remove, Leaving, DECIDES, Some("heard")).by(working(5, setting::DECISION_DAYS)),
            step(&[Removing], A::Spare, Active, DECIDES, None),
            step(&[Active, Rectifying, Suspended], A::GiveNotice, Leaving, ANSWERS, None),
            step(&[Active, Rectifying, Suspended], A::Expire, Leaving, MANAGES, Some("term_over")),
            step(&[Leaving], A::Retract, Active, ANSWERS, Some("retractable")),
            step(&[Leaving], A::Check, Leaving, MANAGES, None),
            step(&[Leaving], A::Confirm, Leaving, ANSWERS, Some("checked")),
            step(&[Leaving], A::Close, Left, MANAGES, Some("confirmed")).by(working(15, setting::HANDOVER_DAYS)),
        ],
    }
};

const fn working(days: u32, setting: &'static str) -> DeadlineRule<ResidencyState> {
    DeadlineRule { days, kind: DayKind::Working, roll: Roll::None, setting, pauses_in: &[] }
}

const fn natural(days: u32, setting: &'static str) -> DeadlineRule<ResidencyState> {
    DeadlineRule { days, kind: DayKind::Natural, roll: Roll::Forward, setting, pauses_in: &[] }
}
