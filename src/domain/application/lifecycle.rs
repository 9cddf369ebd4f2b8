//! The lifecycle of an application: from the draft over the first check and the review to a place, or none.

use crate::{
    lifecycle::{DeadlineRule, Lifecycle, step},
    setting,
    words::words,
    workday::{DayKind, Roll},
};

words! {
    /// Where an application stands.
    pub enum ApplicationState {
        /// 草稿: being written.
        Draft = "draft",
        /// 已提交: with the base.
        Submitted = "submitted",
        /// 待补正: back with the applicant.
        Correction = "correction",
        /// 已受理: complete, to be checked.
        Accepted = "accepted",
        /// 初审通过: waits for its review.
        Passed = "passed",
        /// 评审中: with the reviewers.
        Reviewing = "reviewing",
        /// 待审定: reviewed, to be decided by the city.
        Reviewed = "reviewed",
        /// 拟入驻: has a place, to be made public.
        Proposed = "proposed",
        /// 候补: waits for a place that becomes free.
        Waiting = "waiting",
        /// 公示中: shown to everybody.
        Publicity = "publicity",
        /// 异议核查: somebody objects.
        Disputed = "disputed",
        /// 同意入驻: an agreement is to be issued.
        Approved = "approved",
        /// 待签约: the agreement is with the applicant.
        Offered = "offered",
        /// 已签约: the residency says how it goes on.
        Signed = "signed",
        /// 视为放弃: declined, or not signed in time.
        Forfeited = "forfeited",
        /// 不予入驻 after the review, or after an objection.
        Rejected = "rejected",
        /// 初审不通过.
        Refused = "refused",
        /// 已撤回 by the applicant.
        Withdrawn = "withdrawn",
        /// 逾期失效: not handed in, or not put right, in time.
        Lapsed = "lapsed",
    }
    /// What is done with an application.
    pub enum ApplicationAction {
        /// Its form changes.
        Save = "save",
        /// It is handed in.
        Submit = "submit",
        /// It goes back for all that is missing.
        AskCorrection = "ask_correction",
        /// What was missing is handed in.
        Resubmit = "resubmit",
        /// It is found complete.
        Accept = "accept",
        /// It passes the first check.
        Pass = "pass",
        /// It does not.
        Refuse = "refuse",
        /// It is given to reviewers.
        Convene = "convene",
        /// Its review is called off.
        Dismiss = "dismiss",
        /// Its review is over.
        Conclude = "conclude",
        /// The city wants it looked at again.
        SendBack = "send_back",
        /// It gets a place.
        Propose = "propose",
        /// It is put on the waiting list.
        Defer = "defer",
        /// It gets none.
        Reject = "reject",
        /// It is shown to everybody.
        Publicise = "publicise",
        /// It is shown no more, and has to be again.
        Unpublish = "unpublish",
        /// Somebody objects.
        Dispute = "dispute",
        /// The objection was without ground.
        ClearObjection = "clear_objection",
        /// The objection was right.
        Uphold = "uphold",
        /// Nobody objects, or not rightly.
        Approve = "approve",
        /// The agreement is issued.
        Offer = "offer",
        /// The agreement is signed.
        Sign = "sign",
        /// It is not.
        Forfeit = "forfeit",
        /// The organization has left: its place is free.
        Vacate = "vacate",
        /// The applicant takes it back.
        Withdraw = "withdraw",
        /// Its time is over.
        Lapse = "lapse",
    }
    /// Who has to act.
    pub enum Turn {
        /// The organization that applies.
        Applicant = "applicant",
        /// The base.
        Base = "base",
        /// The reviewers.
        Panel = "panel",
        /// The city.
        City = "city",
    }
}

/// The lifecycle of an application. Days as domain facts 2.1 and 3.17 give them; all are settings.
pub const LIFECYCLE: Lifecycle<ApplicationState, ApplicationAction> = {
    use ApplicationAction::{
        Accept, Approve, AskCorrection, ClearObjection, Conclude, Convene, Defer, Dismiss, Dispute, Forfeit, Lapse,
        Offer, Pass, Propose, Publicise, Refuse, Reject, Resubmit, Save, SendBack, Sign, Submit, Unpublish, Uphold,
        Vacate, Withdraw,
    };
    use ApplicationState::{
        Accepted, Approved, Correction, Disputed, Draft, Forfeited, Lapsed, Offered, Passed, Proposed, Publicity,
        Refused, Rejected, Reviewed, Reviewing, Signed, Submitted, Waiting, Withdrawn,
    };
    const WRITES: &str = "applications.write";
    const PROCESSES: &str = "applications.process";
    const REVIEWS: &str = "reviews.manage";
    const DECIDES: &str = "reviews.decide";
    const SHOWS: &str = "notices.manage";
    const AGREES: &str = "residencies.manage";
    // From the first check on there is one period to the decision, whoever has it.
    const DECIDED: DeadlineRule<ApplicationState> = working(15, setting::REVIEW_DAYS, &[]);
    Lifecycle {
        name: "application",
        initial: Draft,
        steps: &[
            step(&[Draft], Save, Draft, WRITES, None),
            step(&[Draft], Submit, Submitted, WRITES, Some("intake_open")),
            step(&[Submitted], AskCorrection, Correction, PROCESSES, None),
            step(&[Correction], Save, Correction, WRITES, None),
            step(&[Correction], Resubmit, Submitted, WRITES, Some("in_time")).by(working(
                10,
                setting::CORRECTION_DAYS,
                &[],
            )),
            step(&[Submitted], Accept, Accepted, PROCESSES, None).by(working(5, setting::ACCEPT_DAYS, &[Correction])),
            step(&[Accepted], Pass, Passed, PROCESSES, Some("checks_clear")).by(working(5, setting::CHECK_DAYS, &[])),
            step(&[Accepted, Passed], Refuse, Refused, PROCESSES, None),
            step(&[Passed], Convene, Reviewing, REVIEWS, None).by(DECIDED),
            step(&[Reviewing], Dismiss, Passed, REVIEWS, None),
            step(&[Reviewing], Conclude, Reviewed, REVIEWS, Some("sheets_in")).by(DECIDED),
            step(&[Reviewed], SendBack, Reviewing, DECIDES, None),
            step(&[Reviewed, Waiting], Propose, Proposed, DECIDES, Some("place_free")).by(DECIDED),
            step(&[Reviewed], Defer, Waiting, DECIDES, None),
            step(&[Reviewed, Waiting, Proposed], Reject, Rejected, DECIDES, None),
            step(&[Proposed], Publicise, Publicity, SHOWS, None),
            step(&[Publicity, Disputed], Unpublish, Proposed, SHOWS, Some("no_objection")),
            step(&[Publicity], Dispute, Disputed, SHOWS, None),
            step(&[Disputed], ClearObjection, Publicity, SHOWS, None).by(working(10, setting::OBJECTION_DAYS, &[])),
            step(&[Disputed], Uphold, Rejected, SHOWS, None),
            step(&[Publicity], Approve, Approved, SHOWS, Some("publicity_over")),
            // The base has as long for issuing the agreement as the applicant has for signing it.
            step(&[Approved], Offer, Offered, AGREES, None).by(working(10, setting::SIGN_DAYS, &[])),
            step(&[Offered], Sign, Signed, AGREES, None),
            step(&[Offered, Signed], Forfeit, Forfeited, AGREES, None),
            step(&[Signed], Vacate, Signed, AGREES, None),
            step(
                &[
                    Draft, Submitted, Correction, Accepted, Passed, Reviewing, Reviewed, Proposed, Waiting, Publicity,
                    Disputed, Approved,
                ],
                Withdraw,
                Withdrawn,
                WRITES,
                None,
            ),
            step(&[Draft, Correction], Lapse, Lapsed, PROCESSES, Some("time_over")),
        ],
    }
};

const fn working(
    days: u32,
    setting: &'static str,
    pauses_in: &'static [ApplicationState],
) -> DeadlineRule<ApplicationState> {
    DeadlineRule { days, kind: DayKind::Working, roll: Roll::None, setting, pauses_in }
}
