//! Random walks through the table against a simple model.

use proptest::prelude::*;

use super::{
    tests::{TIMES, issued, renewals::LIMITS},
    *,
};
use crate::{
    application::tests::calendar,
    id::{AgreementId, Id},
    intake::tests::day,
    words::Word,
};

/// What the model knows.
#[derive(Debug, Clone)]
struct Model {
    state: &'static str,
    told: Day,
    settled: usize,
    confirmed: [bool; 2],
    last: Option<Day>,
    /// It left by notice from its usual state.
    back: bool,
    /// Reported and passed items of the warning, of two.
    passed: [bool; 2],
    judged: bool,
    /// Asked for, held.
    hearing: [bool; 2],
    hear_by: Day,
    /// Until when the agreement runs.
    until: Day,
    /// How often that was made later.
    renewed: u32,
    sign_by: Day,
    /// The longest that it may run.
    longest: Day,
}

/// As [`LIMITS`], and short enough that a second renewal may be too long.
const SHORT: renewal::Limits = renewal::Limits { max_months: 14, ..LIMITS };

/// Where an action leads, told without the table. `n` is which item or side it is about.
fn expected(of: &Model, action: ResidencyAction, n: usize, today: Day) -> Option<&'static str> {
    use ResidencyAction as A;
    let (first, until) = (day("2026-09-01"), of.until);
    Some(match (of.state, action) {
        ("agreeing", A::Reissue) => "agreeing",
        ("agreeing", A::Sign) => "signed",
        ("agreeing", A::Decline) | ("signed", A::CallOff) => "forfeited",
        ("agreeing", A::Forfeit) if of.told < today => "forfeited",
        ("signed", A::MoveIn) if first <= today && today <= until => "active",
        ("active", A::Warn) => "rectifying",
        ("rectifying", A::Mend | A::Recheck) if !of.passed[n] => "rectifying",
        ("rectifying", A::Clear) if of.passed == [true; 2] => "active",
        ("active", A::Suspend) => "suspended",
        ("suspended", A::Resume) => "active",
        ("active", A::AskGraduation) => "graduating",
        ("graduating", A::Judge) => "graduating",
        ("graduating", A::Propose) if of.judged => "proposed",
        ("graduating", A::Postpone | A::StayOn) | ("proposed", A::Refuse) => "active",
        ("proposed", A::Graduate) => "leaving",
        // For forty days more each time; the organization itself thirty days before the end.
        ("active", A::AskRenewal)
            if today <= until.plus(if n == 0 { 0 } else { -30 }) && of.renewed < 2 && until.plus(40) <= of.longest =>
        {
            "renewing"
        }
        ("renewing", A::ProposeRenewal) if today <= until.plus(40) => "renewal_proposed",
        ("renewal_proposed", A::GrantRenewal) if today <= until.plus(40) => "renewal_granted",
        ("renewal_granted" | "extending", A::OfferRenewal) if today <= until.plus(40) => "extending",
        ("renewal_proposed", A::RefuseRenewal) | ("extending", A::SignRenewal) => "active",
        ("renewing" | "renewal_granted" | "extending", A::DenyRenewal) => "active",
        ("renewing" | "renewal_proposed" | "renewal_granted" | "extending", A::WithdrawRenewal) => "active",
        ("extending", A::LapseRenewal) if of.sign_by < today => "active",
        ("active" | "rectifying" | "suspended", A::ProposeRemoval) => "removing",
        ("removing", A::AskHearing) if !of.hearing[0] && today <= of.hear_by => "removing",
        ("removing", A::Hear) if of.hearing == [true, false] => "removing",
        ("removing", A::Remove) if of.hearing[1] || (!of.hearing[0] && of.hear_by < today) => "leaving",
        ("removing", A::Spare) => "active",
        ("active" | "rectifying" | "suspended", A::GiveNotice) => "leaving",
        ("active" | "rectifying" | "suspended", A::Expire) if until < today => "leaving",
        ("leaving", A::Retract) if of.back && of.settled == 0 && of.last.is_some_and(|last| today <= last) => "active",
        ("leaving", A::Check) if of.confirmed == [false; 2] => "leaving",
        ("leaving", A::Confirm) if of.settled == ExitItem::ALL.len() && !of.confirmed[n] => "leaving",
        ("leaving", A::Close) if of.confirmed == [true; 2] => "left",
        _ => return None,
    })
}

/// What an action makes of it.
fn take(of: &Residency, model: &Model, action: ResidencyAction, n: usize, at: Moment) -> Result<Residency, Refusal> {
    use ResidencyAction as A;
    let (today, by) = (at.today(), ("x", at));
    let side = AgreementSide::ALL[n];
    let item = ExitItem::ALL[model.settled.min(ExitItem::ALL.len() - 1)];
    let settled = Checked { item, outcome: ExitOutcome::Done, note: None, by: "x".into(), on: today };
    let word = Confirmed { party: side, by: "x".into(), on: today, on_paper: false };
    let signing = Signing { on: today, base: "x".into(), organization: "y".into() };
    match action {
        A::Reissue => reissue(of, of.agreed, at),
        A::Sign => sign(of, (day("2026-08-20"), None), &signing, at).map(|(after, _)| after),
        A::Decline | A::CallOff => give_up(of, action, "不来", at).map(|(after, _)| after),
        A::Forfeit => forfeit(of, Some(model.told), at),
        A::MoveIn => move_in(of, at),
        A::Warn => {
            let item = |what: &str| care::ToMend { what: what.into(), due: today.plus(7) };
            care::warn(of, (WarningGround::Rules, "违规", None), &[item("甲"), item("乙")], 30, by)
        }
        A::Mend => care::mend(of, n, "已改", (side, "x", at)),
        A::Recheck => care::recheck(of, n, (true, None, None), 30, by),
        A::Clear => care::clear(of, by),
        A::Suspend => care::suspend(of, "病休", today.plus(30), by),
        A::Resume => care::resume(of, at),
        A::AskGraduation => graduation::ask(of, "够条件", vec![crate::criteria::shipped().remove(0)], (side, "x", at)),
        A::Judge => graduation::judge(of, ("registered", Judgement::Met, "证书"), by),
        A::Propose => graduation::propose(of, "同意", by),
        A::Postpone | A::StayOn | A::Refuse => graduation::turn_down(of, action, "再等等", (side, "x", at)),
        A::Graduate => graduation::graduate(of, today, by),
        A::AskRenewal => renewal::ask(of, (of.until().plus(40), "还需要"), &SHORT, (side, "x", at)),
        A::OfferRenewal => {
            let last = of.until().plus(40);
            renewal::offer(of, (AgreementId::from_key(9), last, today.plus(5)), &SHORT, by)
        }
        A::ProposeRenewal => renewal::propose(of, (of.until().plus(40), "同意"), &SHORT, by),
        A::GrantRenewal => renewal::grant(of, of.until().plus(40), &SHORT, by),
        A::DenyRenewal | A::RefuseRenewal | A::WithdrawRenewal => {
            renewal::turn_down(of, action, "不续了", (side, "x", at))
        }
        A::SignRenewal => renewal::sign(of, None, &signing, by).map(|(after, _)| after),
        A::LapseRenewal => renewal::lapse(of, Some(model.sign_by), by),
        A::ProposeRemoval => removal::propose(of, (&[RemovalGround::Breach], "违约"), today.plus(7), by),
        A::AskHearing => removal::ask_hearing(of, "不服", model.hear_by, (side, "x", at)),
        A::Hear => removal::hear(of, "陈述", by),
        A::Remove => removal::remove(of, "属实", Some(model.hear_by), by),
        A::Spare => removal::spare(of, "已改", by),
        A::GiveNotice => give_notice(of, of.until().max(today), "搬走", Some(30), (side, "x"), at),
        A::Expire => expire(of, "x", at),
        A::Retract => retract(of, at),
        A::Check => check(of, settled, at),
        A::Confirm => confirm(of, word, at),
        A::Close => close(of, at),
    }
}

impl Model {
    /// What an action that was taken changes besides the state.
    fn note(&mut self, action: ResidencyAction, n: usize, after: &Residency, today: Day) {
        use ResidencyAction as A;
        match action {
            A::GiveNotice | A::Expire | A::Graduate | A::Remove => {
                self.settled = 0;
                self.confirmed = [false; 2];
                self.last = after.ended();
                self.back = action == A::GiveNotice && self.state == "active";
            }
            A::Warn => self.passed = [false; 2],
            A::Recheck => self.passed[n] = true,
            A::AskGraduation => self.judged = false,
            A::Judge => self.judged = true,
            A::ProposeRemoval => (self.hearing, self.hear_by) = ([false; 2], today.plus(7)),
            A::MoveIn => self.longest = today.plus_months(SHORT.max_months).plus(-1),
            A::OfferRenewal => self.sign_by = today.plus(5),
            A::SignRenewal => (self.renewed, self.until) = (self.renewed + 1, self.until.plus(40)),
            A::AskHearing => self.hearing[0] = true,
            A::Hear => self.hearing[1] = true,
            A::Retract => self.last = None,
            A::Check => self.settled = (self.settled + 1).min(ExitItem::ALL.len()),
            A::Confirm => self.confirmed[n] = true,
            _ => {}
        }
        self.state = after.state.as_str();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn ten_thousand_walks_do_what_the_model_says(
        steps in prop::collection::vec((0usize..1_000, 0usize..2, 0i64..40), 1..90)
    ) {
        let calendar = calendar();
        let mut today = day("2026-08-20");
        let mut of = issued("2026-08-20");
        let told = day("2026-09-03");
        let mut model = Model {
            state: "agreeing",
            told,
            settled: 0,
            confirmed: [false; 2],
            last: None,
            back: false,
            passed: [false; 2],
            judged: false,
            hearing: [false; 2],
            hear_by: told,
            until: day("2027-08-31"),
            renewed: 0,
            sign_by: told,
            longest: told,
        };
        for (which, n, days) in steps {
            // Small steps of time mostly, so that walks go far before everything is over.
            today = today.plus(days / 8);
            let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
            let at = Moment { now: today.starts_at(zone), zone };
            // Mostly what fits the state, so that walks get somewhere; sometimes anything.
            let fitting: Vec<ResidencyAction> = LIFECYCLE.available(of.state).collect();
            let action = match fitting.get(which % (fitting.len() + 1)) {
                Some(action) => *action,
                None => ResidencyAction::WORDS[which % ResidencyAction::WORDS.len()],
            };
            let done = take(&of, &model, action, n, at);
            let wanted = expected(&model, action, n, today);
            prop_assert_eq!(done.as_ref().ok().map(|after| after.state.as_str()), wanted, "{} in {:?}", action, model);
            if let Ok(after) = done {
                model.note(action, n, &after, today);
                of = after;
            }
            // A clock runs exactly where somebody has to act, and who it is belongs to the state.
            let clock = clock(&of, (Some((day("2026-08-20"), told)), today), |_| TIMES, &calendar, &[]).unwrap();
            let owners: &[ClockOwner] = match model.state {
                "agreeing" | "extending" => &[ClockOwner::Organization],
                "signed" | "leaving" | "graduating" | "renewing" | "renewal_granted" => &[ClockOwner::Base],
                "rectifying" => &[ClockOwner::Organization, ClockOwner::Base],
                "proposed" | "renewal_proposed" => &[ClockOwner::City],
                "removing" => &[ClockOwner::Organization, ClockOwner::Base, ClockOwner::City],
                _ => &[],
            };
            match clock {
                Some(clock) => {
                    prop_assert!(owners.contains(&clock.owner), "{:?} in {}", clock, model.state);
                    prop_assert!(clock.deadline.due > clock.from);
                    prop_assert!(LIFECYCLE.step(of.state, clock.action).is_some());
                }
                None => prop_assert!(owners.is_empty(), "nobody acts in {}", model.state),
            }
            // What is open belongs to the state that it began.
            let open = &of.proceedings;
            prop_assert_eq!(open.open_suspension().is_some(), model.state == "suspended");
            prop_assert_eq!(open.open_graduation().is_some(), matches!(model.state, "graduating" | "proposed"));
            let renewing = ["renewing", "renewal_proposed", "renewal_granted", "extending"].contains(&model.state);
            prop_assert_eq!(open.open_renewal().is_some(), renewing);
            prop_assert_eq!((of.until(), renewal::renewed(&of)), (model.until, model.renewed as usize));
            prop_assert_eq!(open.open_removal().is_some(), model.state == "removing");
            prop_assert!(model.state != "active" || open.open_warning().is_none());
            // Passages are in order, the last one is the present state; who is over has no way on, others have.
            prop_assert!(of.passages.windows(2).all(|two| two[0].day <= two[1].day));
            prop_assert_eq!(of.passages.last().map(|passage| passage.state), Some(of.state));
            prop_assert_eq!(LIFECYCLE.is_final(of.state), !of.is_live());
            // It never ends before it began, and nobody is resident who has not moved in.
            if let (Some(began), Some(ended)) = (of.began, of.ended()) {
                prop_assert!(began <= ended);
            }
            prop_assert!(of.began.is_some() || !of.holds_on(today));
            prop_assert_eq!(of.began.is_some(), of.state.is_in() || of.state == ResidencyState::Left);
        }
    }
}
