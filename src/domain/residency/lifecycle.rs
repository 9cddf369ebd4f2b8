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

/// The lifecycle of a residency. Days as domain facts 2.1, 2.2 and 3.17 give them; all are settings.
pub const LIFECYCLE: Lifecycle<ResidencyState, ResidencyAction> = {
    use ResidencyAction::{
        CallOff, Check, Close, Confirm, Decline, Expire, Forfeit, GiveNotice, MoveIn, Reissue, Retract, Sign,
    };
    use ResidencyState::{Active, Agreeing, Forfeited, Leaving, Left, Signed};
    const MANAGES: &str = "residencies.manage";
    const ANSWERS: &str = "residencies.answer";
    Lifecycle {
        name: "residency",
        initial: Agreeing,
        steps: &[
            step(&[Agreeing], Reissue, Agreeing, MANAGES, None),
            step(&[Agreeing], Sign, Signed, MANAGES, None).by(working(10, setting::SIGN_DAYS)),
            step(&[Agreeing], Decline, Forfeited, ANSWERS, None),
            step(&[Agreeing], Forfeit, Forfeited, MANAGES, Some("time_over")),
            step(&[Signed], MoveIn, Active, MANAGES, Some("term_runs")).by(natural(15, setting::MOVE_IN_DAYS)),
            step(&[Signed], CallOff, Forfeited, MANAGES, None),
            step(&[Active], GiveNotice, Leaving, ANSWERS, None),
            step(&[Active], Expire, Leaving, MANAGES, Some("term_over")),
            step(&[Leaving], Retract, Active, ANSWERS, Some("retractable")),
            step(&[Leaving], Check, Leaving, MANAGES, None),
            step(&[Leaving], Confirm, Leaving, ANSWERS, Some("checked")),
            step(&[Leaving], Close, Left, MANAGES, Some("confirmed")).by(working(15, setting::HANDOVER_DAYS)),
        ],
    }
};

const fn working(days: u32, setting: &'static str) -> DeadlineRule<ResidencyState> {
    DeadlineRule { days, kind: DayKind::Working, roll: Roll::None, setting, pauses_in: &[] }
}

const fn natural(days: u32, setting: &'static str) -> DeadlineRule<ResidencyState> {
    DeadlineRule { days, kind: DayKind::Natural, roll: Roll::Forward, setting, pauses_in: &[] }
}
