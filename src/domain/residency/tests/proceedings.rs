//! Warnings, times away, graduation, removal.

use super::{active, code, due_on, faults};
use crate::{
    criteria::{self, Requirement},
    intake::tests::{at, day},
    residency::{
        care::{self, ToMend},
        graduation, removal, *,
    },
};

fn to_mend(what: &str, due: &str) -> ToMend {
    ToMend { what: what.into(), due: day(due) }
}
fn warned() -> Residency {
    let items = [to_mend("补齐会议纪要", "2026-10-20"), to_mend("清理通道", "2026-10-09")];
    care::warn(&active(), (WarningGround::Assessment, " 考核不合格 ", None), &items, 30, ("斯琴", at("2026-10-01")))
        .unwrap()
}
fn asked() -> Residency {
    let criteria = vec![criteria::shipped().remove(0), criteria::shipped().remove(2)];
    graduation::ask(&active(), " 已经具备条件 ", criteria, (AgreementSide::Organization, "白雪", at("2026-10-08")))
        .unwrap()
}
fn judged(of: &Residency, key: &str, judgement: Judgement) -> Residency {
    graduation::judge(of, (key, judgement, "查验登记证书"), ("斯琴", at("2026-10-09"))).unwrap()
}
fn announced() -> Residency {
    let grounds = [RemovalGround::Sublet, RemovalGround::Business, RemovalGround::Sublet];
    removal::propose(&active(), (&grounds, "转租工位"), day("2026-10-16"), ("斯琴", at("2026-10-09"))).unwrap()
}
fn fault(path: &str, code: Code) -> Vec<(String, Code)> {
    vec![(path.to_owned(), code)]
}

#[test]
fn a_warning_says_what_is_to_be_put_right_and_by_when() {
    let of = warned();
    let warning = of.proceedings.open_warning().unwrap();
    assert_eq!((of.state, warning.text.as_str(), warning.items.len()), (ResidencyState::Rectifying, "考核不合格", 2));
    let warn = |text: &str, items: &[ToMend]| {
        care::warn(&active(), (WarningGround::Safety, text, None), items, 30, ("斯琴", at("2026-10-01")))
    };
    assert_eq!(faults(warn("通道堵塞", &[])), fault("items", Code::Required));
    assert_eq!(
        faults(warn(" ", &[to_mend(" ", "2026-10-01"), to_mend("清理", "2026-11-01")])),
        [
            ("text".to_owned(), Code::Required),
            ("items[0].what".into(), Code::Required),
            ("items[0].due".into(), Code::DayTooEarly),
            ("items[1].due".into(), Code::DayTooLate),
        ]
    );
    assert!(warn("通道堵塞", &[to_mend("清理", "2026-10-31")]).is_ok(), "the thirtieth day is within thirty days");
    assert_eq!(faults(warn("x", &vec![to_mend("清理", "2026-10-20"); 21])), fault("items", Code::TooMany));
    assert_eq!(
        code(care::warn(&of, (WarningGround::Other, "x", None), &[], 30, ("x", at("2026-10-02")))),
        Code::WrongState
    );
}

#[test]
fn what_is_put_right_is_looked_at_again() {
    let of = warned();
    // The item that is due first; a rest day that was written down stays that day.
    assert_eq!(
        due_on(&of, None, "2026-10-01"),
        Some((ResidencyAction::Mend, ClockOwner::Organization, day("2026-10-09")))
    );
    let of = care::mend(&of, 1, " 已清理 ", (AgreementSide::Organization, "白雪", at("2026-10-08"))).unwrap();
    // Five working days after the first report the base has looked.
    let look = Some((ResidencyAction::Recheck, ClockOwner::Base, day("2026-10-14")));
    assert_eq!(due_on(&of, None, "2026-10-08"), look);
    let of = care::mend(&of, 0, "已补齐", (AgreementSide::Organization, "白雪", at("2026-10-12"))).unwrap();
    assert_eq!(due_on(&of, None, "2026-10-12"), look, "a later report gives no longer time");
    assert_eq!(code(care::clear(&of, ("斯琴", at("2026-10-13")))), Code::ItemsOpen);
    let bad =
        |note, due: Option<&str>| care::recheck(&of, 0, (false, note, due.map(day)), 30, ("斯琴", at("2026-10-13")));
    assert_eq!(faults(bad(None, None)), [("note".to_owned(), Code::Required), ("due".into(), Code::Required)]);
    assert_eq!(faults(bad(Some("仍缺"), Some("2026-10-19"))), fault("due", Code::DayTooEarly), "a told day stays");
    let of = bad(Some("仍缺两份"), Some("2026-10-26")).unwrap();
    let of = care::recheck(&of, 1, (true, None, None), 30, ("斯琴", at("2026-10-13"))).unwrap();
    // It is the organization's again.
    assert_eq!(
        due_on(&of, None, "2026-10-13"),
        Some((ResidencyAction::Mend, ClockOwner::Organization, day("2026-10-26")))
    );
    assert_eq!(
        faults(care::mend(&of, 1, "x", (AgreementSide::Organization, "白雪", at("2026-10-14")))),
        fault("item", Code::ItemPassed)
    );
    assert_eq!(
        faults(care::mend(&of, 2, "x", (AgreementSide::Organization, "白雪", at("2026-10-14")))),
        fault("item", Code::NotFound)
    );
    // What the base sees by itself needs no report.
    let of = care::recheck(&of, 0, (true, Some("齐了"), None), 30, ("斯琴", at("2026-10-20"))).unwrap();
    assert_eq!(care::cannot_clear(&of), None);
    assert_eq!(
        due_on(&of, None, "2026-10-20").map(|due| (due.0, due.1)),
        Some((ResidencyAction::Clear, ClockOwner::Base))
    );
    let of = care::clear(&of, ("斯琴", at("2026-10-20"))).unwrap();
    assert_eq!((of.state, of.proceedings.open_warning()), (ResidencyState::Active, None));
    assert_eq!(of.proceedings.warnings[0].items[0].checks.len(), 2, "what was found before stays readable");
    assert_eq!(due_on(&of, None, "2026-10-20"), None);
}

#[test]
fn who_stays_away_for_a_time_comes_back() {
    let suspend = |why: &str, until: &str| care::suspend(&active(), why, day(until), ("斯琴", at("2026-10-01")));
    assert_eq!(
        faults(suspend(" ", "2026-10-01")),
        [("reason".to_owned(), Code::Required), ("until".into(), Code::DayTooEarly)]
    );
    assert_eq!(faults(suspend("负责人病休", "2027-10-03")), fault("until", Code::DayTooLate));
    let of = suspend("负责人病休", "2026-12-31").unwrap();
    assert!(of.state.is_in() && of.holds_on(day("2026-11-01")), "it is resident all the same");
    let back = care::resume(&of, at("2026-12-01")).unwrap();
    assert_eq!(back.proceedings.suspensions[0].ended, Some(day("2026-12-01")));
    // Leaving ends it too.
    let left =
        give_notice(&of, day("2026-12-20"), "不再回来", None, (AgreementSide::Base, "斯琴"), at("2026-12-01")).unwrap();
    assert_eq!((left.proceedings.open_suspension(), left.state), (None, ResidencyState::Leaving));
    assert_eq!(code(retract(&left, at("2026-12-02"))), Code::LeftFromElsewhere);
}

#[test]
fn who_graduates_has_shown_everything_and_the_city_decides() {
    let of = asked();
    assert_eq!(of.state, ResidencyState::Graduating);
    assert_eq!(
        due_on(&of, None, "2026-10-08").map(|due| (due.0, due.1)),
        Some((ResidencyAction::Propose, ClockOwner::Base))
    );
    let open = graduation::propose(&of, "同意", ("斯琴", at("2026-10-09"))).unwrap_err();
    assert_eq!(
        (open.code, open.values["criteria"].clone()),
        (Code::CriteriaOpen, serde_json::json!(["registered", "governance"]))
    );
    let judge =
        |key: &str, evidence: &str| graduation::judge(&of, (key, Judgement::Met, evidence), ("斯琴", at("2026-10-09")));
    assert_eq!(
        faults(judge("staff", " ")),
        [("criterion".to_owned(), Code::NotFound), ("evidence".into(), Code::Required)]
    );
    let of = judged(&judged(&of, "governance", Judgement::Unmet), "registered", Judgement::Met);
    let unmet = graduation::propose(&of, "同意", ("斯琴", at("2026-10-09"))).unwrap_err();
    assert_eq!(
        (unmet.code, unmet.values["criteria"].clone()),
        (Code::CriteriaUnmet, serde_json::json!(["governance"]))
    );
    let of = judged(&of, "governance", Judgement::NotApplicable);
    let found: Vec<&str> = of.proceedings.graduations[0].judged.iter().map(|of| of.key.as_str()).collect();
    assert_eq!(found, ["registered", "governance"], "in the order of the criteria");
    let of = graduation::propose(&of, " 建议出壳 ", ("斯琴", at("2026-10-10"))).unwrap();
    assert_eq!(due_on(&of, None, "2026-10-10"), Some((ResidencyAction::Graduate, ClockOwner::City, day("2026-10-16"))));
    let graduate = |last: &str| graduation::graduate(&of, day(last), ("市局", at("2026-10-12")));
    assert_eq!(faults(graduate("2026-10-11")), fault("last", Code::DayTooEarly));
    assert_eq!(faults(graduate("2027-09-01")), fault("last", Code::DayTooLate));
    let done = graduate("2026-12-31").unwrap();
    let exit = done.exit.clone().unwrap();
    assert_eq!((done.state, exit.kind, exit.last), (ResidencyState::Leaving, ExitKind::Graduated, day("2026-12-31")));
    assert_eq!(code(retract(&done, at("2026-10-13"))), Code::CityDecided);
    assert_eq!(done.proceedings.graduations[0].end.as_ref().map(|end| end.outcome), Some(GraduationOutcome::Graduated));
}

#[test]
fn a_request_that_comes_to_nothing_says_why_and_can_be_made_again() {
    use ResidencyAction::{Postpone, Refuse, StayOn};
    let turn =
        |action| graduation::turn_down(&asked(), action, " 再巩固半年 ", (AgreementSide::Base, "x", at("2026-10-10")));
    for (action, outcome) in [(Postpone, GraduationOutcome::Postponed), (StayOn, GraduationOutcome::Withdrawn)] {
        let end = turn(action).unwrap().proceedings.graduations[0].end.clone().unwrap();
        assert_eq!((end.outcome, end.reason.as_deref()), (outcome, Some("再巩固半年")));
    }
    assert_eq!(code(turn(Refuse)), Code::WrongState, "the city decides on what the base has proposed");
    let again = graduation::ask(
        &turn(Postpone).unwrap(),
        "半年后",
        Vec::<Requirement>::new(),
        (AgreementSide::Base, "斯琴", at("2026-12-10")),
    );
    assert_eq!(again.unwrap().proceedings.graduations.len(), 2);
}

#[test]
fn who_is_to_be_removed_may_be_heard_before() {
    let of = announced();
    assert_eq!(of.proceedings.removals[0].grounds, [RemovalGround::Sublet, RemovalGround::Business]);
    let until = Some(day("2026-10-16"));
    assert_eq!(
        due_on(&of, None, "2026-10-16"),
        Some((ResidencyAction::AskHearing, ClockOwner::Organization, day("2026-10-16")))
    );
    // Nobody asked: five working days after that the city has decided.
    assert_eq!(due_on(&of, None, "2026-10-17"), Some((ResidencyAction::Remove, ClockOwner::City, day("2026-10-23"))));
    let remove = |of: &Residency, due, on: &str| removal::remove(of, "事实清楚", due, ("市局", at(on)));
    assert_eq!(code(remove(&of, until, "2026-10-16")), Code::HearingOpen);
    assert_eq!(code(remove(&of, None, "2026-10-30")), Code::CalendarOpen);
    let removed = remove(&of, until, "2026-10-17").unwrap();
    assert_eq!(removed.exit.as_ref().map(|exit| (exit.kind, exit.last)), Some((ExitKind::Removed, day("2026-10-17"))));
    assert_eq!(
        code(removal::ask_hearing(
            &of,
            "不属实",
            day("2026-10-16"),
            (AgreementSide::Organization, "白雪", at("2026-10-17"))
        )),
        Code::TimeOver
    );
    assert_eq!(code(removal::hear(&of, "x", ("斯琴", at("2026-10-12")))), Code::HearingNotAsked);
    let heard = removal::ask_hearing(
        &of,
        " 不属实 ",
        day("2026-10-16"),
        (AgreementSide::Organization, "白雪", at("2026-10-16")),
    )
    .unwrap();
    assert_eq!(
        code(removal::ask_hearing(
            &heard,
            "x",
            day("2026-10-16"),
            (AgreementSide::Organization, "白雪", at("2026-10-16"))
        )),
        Code::HearingAsked
    );
    assert_eq!(code(remove(&heard, until, "2026-11-30")), Code::HearingAwaited, "who asked is heard first");
    assert_eq!(
        due_on(&heard, None, "2026-10-17").map(|due| (due.0, due.1)),
        Some((ResidencyAction::Hear, ClockOwner::Base))
    );
    let heard = removal::hear(&heard, "双方陈述", ("斯琴", at("2026-10-20"))).unwrap();
    assert_eq!(code(removal::hear(&heard, "x", ("斯琴", at("2026-10-20")))), Code::HearingHeld);
    assert_eq!(
        due_on(&heard, None, "2026-10-20").map(|due| (due.0, due.1)),
        Some((ResidencyAction::Remove, ClockOwner::City))
    );
    assert!(remove(&heard, until, "2026-10-20").is_ok());
}

#[test]
fn who_is_spared_starts_afresh() {
    let of = removal::propose(
        &warned(),
        (&[RemovalGround::NotRectified], "逾期未改"),
        day("2026-10-28"),
        ("斯琴", at("2026-10-21")),
    )
    .unwrap();
    let of = removal::spare(&of, " 已经整改 ", ("市局", at("2026-10-22"))).unwrap();
    assert_eq!((of.state, of.proceedings.open_warning()), (ResidencyState::Active, None));
    assert_eq!(of.proceedings.warnings[0].end.as_ref().map(|end| end.outcome), Some(WarningOutcome::Dropped));
    assert_eq!(
        faults(removal::propose(&active(), (&[], " "), day("2026-10-28"), ("x", at("2026-10-21")))),
        [("grounds".to_owned(), Code::Required), ("text".into(), Code::Required)]
    );
}
