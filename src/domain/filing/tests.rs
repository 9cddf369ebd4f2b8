use super::*;
use crate::{
    application::tests::calendar,
    criteria,
    id::Id,
    intake::tests::{at, day},
    setting,
};

pub(super) const TIMES: FilingTimes = FilingTimes { look: 5, register: 60, record: 10 };
const BY: &str = "斯琴";

fn papers(keys: &[&str]) -> Vec<Requirement> {
    criteria::named(keys)
}
pub(super) fn asked(wanted: FilingType, on: &str) -> Filing {
    let ids = (BaseId::from_key(1), OrganizationId::from_key(1));
    let what = ("想登记", Kind::PreRegistration, true);
    Filing::asked(FilingId::from_key(1), ids, wanted, what, (AgreementSide::Organization, "白雪", at(on))).unwrap()
}
pub(super) fn two() -> Vec<Requirement> {
    papers(&["filing_application", "filing_charter"])
}
fn accepted(wanted: FilingType) -> Filing {
    let papers = two();
    let of = asked(wanted, "2026-09-01");
    accept(&of, wanted, "东胜区民政局", (&papers, Kind::PreRegistration), at("2026-09-03")).unwrap()
}
fn ready(wanted: FilingType) -> Filing {
    let of = mark(&accepted(wanted), "filing_application", true, at("2026-09-05")).unwrap();
    submit(&mark(&of, "filing_charter", true, at("2026-09-08")).unwrap(), at("2026-09-08")).unwrap()
}
fn checked(wanted: FilingType) -> Filing {
    let who = (BY, at("2026-09-10"));
    let of = check(&ready(wanted), "filing_application", PaperState::Checked, None, who).unwrap();
    let of = check(&of, "filing_charter", PaperState::NotNeeded, Some("沿用"), who).unwrap();
    check_name(&of, "东胜区 乐龄社会工作服务中心", true, None, who).unwrap()
}
fn filed(wanted: FilingType) -> Filing {
    file(&checked(wanted), Some(day("2026-09-10")), at("2026-09-11")).unwrap()
}
fn faults<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, Code)> {
    result.unwrap_err().fields.into_iter().map(|fault| (fault.path, fault.code)).collect()
}
fn code<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Code {
    result.unwrap_err().code
}
fn fault(path: &str, code: Code) -> Vec<(String, Code)> {
    vec![(path.to_owned(), code)]
}
fn due(of: &Filing) -> Option<(FilingAction, FilingOwner, Day)> {
    let clock = clock(of, |_| TIMES, &calendar(), &[]).unwrap()?;
    Some((clock.action, clock.owner, clock.deadline.due))
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
    for state in FilingState::ALL {
        assert_eq!(LIFECYCLE.is_final(*state), !state.is_open(), "{state}");
    }
}

#[test]
fn who_is_registered_already_is_not_registered_again() {
    use FilingType::{Association, Recorded};
    let code = |kind, live, wanted| cannot_become(kind, live, wanted).map(|fault| (fault.path, fault.code));
    assert_eq!(code(Kind::PreRegistration, true, Association), None);
    assert_eq!(code(Kind::PreRegistration, true, Recorded), None);
    assert_eq!(code(Kind::Recorded, true, Association), None);
    assert_eq!(code(Kind::Recorded, true, Recorded), Some(("wanted".into(), Code::RegisteredAlready)));
    assert_eq!(code(Kind::Foundation, true, Association), Some(("organization".into(), Code::RegisteredAlready)));
    assert_eq!(code(Kind::PreRegistration, false, Association), Some(("organization".into(), Code::WrongState)));
}

#[test]
fn papers_are_the_law_s() {
    let count = |of: FilingType| {
        let setting = setting::Setting::of(of.papers()).unwrap();
        criteria::read(&setting.shipped()).len()
    };
    assert_eq!(FilingType::ALL.iter().map(|of| count(*of)).collect::<Vec<_>>(), [5, 6, 5, 5]);
    for of in FilingType::ALL {
        assert!(!criteria::read(&setting::Setting::of(of.care()).unwrap().shipped()).is_empty());
    }
}

#[test]
fn all_missing_papers_are_told_at_once() {
    let of = accepted(FilingType::Association);
    let refused = submit(&of, at("2026-09-04")).unwrap_err();
    assert_eq!(refused.code, Code::PapersMissing);
    assert_eq!(missing(&of), ["filing_application", "filing_charter"]);
    let one = mark(&of, "filing_charter", true, at("2026-09-04")).unwrap();
    assert_eq!(missing(&one), ["filing_application"]);
    assert_eq!(missing(&mark(&one, "filing_charter", false, at("2026-09-04")).unwrap()).len(), 2);
    assert_eq!(faults(mark(&of, "x", true, at("2026-09-04"))), fault("paper", Code::NotFound));
    // What the base has decided on is not changed by the organization.
    let waived = check(&of, "filing_charter", PaperState::NotNeeded, Some("沿用"), (BY, at("2026-09-04"))).unwrap();
    assert_eq!(code(mark(&waived, "filing_charter", false, at("2026-09-04"))), Code::CheckedAlready);
}

#[test]
fn what_is_not_checked_is_not_handed_over() {
    let of = ready(FilingType::Association);
    let who = (BY, at("2026-09-10"));
    assert_eq!(code(file(&of, None, at("2026-09-10"))), Code::PapersUnchecked);
    let of = check(&of, "filing_application", PaperState::Checked, None, who).unwrap();
    let of = check(&of, "filing_charter", PaperState::Checked, None, who).unwrap();
    assert_eq!(code(file(&of, None, at("2026-09-10"))), Code::NameUnchecked);
    let bad = check_name(&of, "中国第一协会", false, Some("含“中国”字样"), who).unwrap();
    assert_eq!(code(file(&bad, None, at("2026-09-10"))), Code::NameUnchecked);
    assert!(file(&check_name(&of, "东胜区书画协会", true, None, who).unwrap(), None, at("2026-09-10")).is_ok());
    // A recording has no name check.
    assert_eq!(cannot_file(&Filing { wanted: FilingType::Recorded, ..of.clone() }), None);
    assert_eq!(faults(check(&of, "filing_charter", PaperState::Missing, None, who)), fault("note", Code::Required));
    assert_eq!(faults(check(&of, "x", PaperState::Ready, None, who)).len(), 2);
    assert_eq!(faults(check_name(&of, " ", false, None, who)).len(), 2);
}

#[test]
fn days_are_told_apart() {
    let of = filed(FilingType::ServiceInstitution);
    // Asked on the 1st, accepted on the 3rd, submitted on the 8th, handed over on the 10th.
    let so_far = days(&of.course.passages, day("2026-09-20"));
    assert_eq!(so_far, FilingDays { organization: 5, base: 4, authority: 10 });
    let more = (Some(day("2026-09-20")), Some(day("2026-09-30")));
    let of = ask_more(&of, "补验资报告", &["filing_charter".into()], more, (BY, at("2026-09-21"))).unwrap();
    assert_eq!(due(&of), Some((FilingAction::Submit, FilingOwner::Organization, day("2026-09-30"))));
    // What the organization has put right goes to the base, not past it; the authority's day runs on.
    assert_eq!(code(file(&of, None, at("2026-09-25"))), Code::WrongState);
    assert_eq!(code(submit(&of, at("2026-09-23"))), Code::PapersMissing);
    let of = mark(&of, "filing_charter", true, at("2026-09-22")).unwrap();
    let of = submit(&of, at("2026-09-23")).unwrap();
    assert_eq!(due(&of), Some((FilingAction::File, FilingOwner::Base, day("2026-09-30"))));
    let back = send_back(&of, "页码不对", &["filing_charter".into()], (BY, at("2026-09-24"))).unwrap();
    assert_eq!(due(&back), Some((FilingAction::Submit, FilingOwner::Organization, day("2026-09-30"))));
    let of = mark(&back, "filing_charter", true, at("2026-09-24")).unwrap();
    let of = submit(&of, at("2026-09-24")).unwrap();
    assert_eq!(code(file(&of, None, at("2026-09-25"))), Code::PapersUnchecked);
    let of = check(&of, "filing_charter", PaperState::Checked, None, (BY, at("2026-09-25"))).unwrap();
    let of = file(&of, None, at("2026-09-25")).unwrap();
    assert_eq!(due(&of).map(|(action, owner, _)| (action, owner)), Some((FilingAction::Grant, FilingOwner::Authority)));
    let of = grant(&of, ("52150602MJY1234567", None), false, &papers(&["care_seal"]), (BY, at("2026-10-15"))).unwrap();
    assert_eq!(
        days(&of.course.passages, day("2027-01-01")),
        FilingDays { organization: 8, base: 6, authority: 30 },
        "nothing is counted once it is granted"
    );
    assert_eq!(days(&of.course.passages, day("2027-01-01")).total(), day("2026-09-01").days_until(day("2026-10-15")));
    assert_eq!(code(close(&of, at("2026-10-16"))), Code::CareOpen);
    let done = care(&of, "care_seal", true, None, (BY, at("2026-10-16"))).unwrap();
    assert_eq!(faults(care(&of, "x", true, None, (BY, at("2026-10-16")))), fault("key", Code::NotFound));
    assert_eq!(close(&done, at("2026-10-16")).unwrap().state, FilingState::Closed);
    assert_eq!(median(vec![]), None);
    assert_eq!(median(vec![9, 1, 5]), Some(5));
    assert_eq!(median(vec![9, 1, 5, 7]), Some(5));
}

/// Back and forth, several times on one day too: each day is counted for one, and once.
#[test]
fn no_day_is_counted_twice() {
    use FilingState::{Asked, Filed, Granted, Preparing, Reviewing, Supplement};
    let path = |all: &[(FilingState, &str)]| -> Vec<FilingPassage> {
        all.iter().map(|(state, on)| FilingPassage { state: *state, day: day(on) }).collect()
    };
    let passages = path(&[
        (Asked, "2026-01-30"),
        (Preparing, "2026-02-02"),
        (Reviewing, "2026-02-10"),
        (Preparing, "2026-02-10"),
        (Reviewing, "2026-02-10"),
        (Preparing, "2026-02-13"),
        (Reviewing, "2026-02-20"),
        (Filed, "2026-02-24"),
        (Supplement, "2026-03-05"),
        (Reviewing, "2026-03-09"),
        (Preparing, "2026-03-10"),
        (Reviewing, "2026-03-12"),
        (Filed, "2026-03-12"),
        (Granted, "2026-04-01"),
    ]);
    let all = days(&passages, day("2026-12-31"));
    assert_eq!(all, FilingDays { organization: 8 + 7 + 4 + 2, base: 3 + 3 + 4 + 1, authority: 9 + 20 });
    assert_eq!(all.total(), day("2026-01-30").days_until(day("2026-04-01")), "not a day more than there were");
    // Day by day the sum grows by one at most, and by none once it is decided.
    let mut last = 0;
    let mut today = day("2026-01-30");
    while today < day("2026-05-01") {
        let known: Vec<FilingPassage> = passages.iter().copied().filter(|passage| passage.day <= today).collect();
        let told = days(&known, today).total();
        assert_eq!(told, day("2026-01-30").days_until(today.min(day("2026-04-01"))), "{today}");
        assert!((0..=1).contains(&(told - last)), "{today}");
        (last, today) = (told, today.plus(1));
    }
}

#[test]
fn what_the_organization_has_become_is_looked_at_again() {
    use FilingAction::{Accept, File, Grant, Mark, Resume};
    let of = filed(FilingType::Association);
    let code = |action, kind, live| cannot_go_on(&of, action, kind, live);
    for action in [Accept, File, Grant, Resume] {
        assert_eq!(code(action, Kind::PreRegistration, true), None, "{action}");
        assert_eq!(code(action, Kind::Recorded, true), None, "{action}");
        assert_eq!(code(action, Kind::Foundation, true), Some(Code::RegisteredMeanwhile), "{action}");
        assert_eq!(code(action, Kind::PreRegistration, false), Some(Code::DissolvedMeanwhile), "{action}");
    }
    // Who was entered as that already may still have it granted; nothing else leads on.
    assert_eq!(code(Grant, Kind::Association, true), None);
    assert_eq!(code(File, Kind::Association, true), Some(Code::RegisteredMeanwhile));
    assert_eq!(code(Mark, Kind::Association, false), None);
    let recording = filed(FilingType::Recorded);
    assert_eq!(cannot_go_on(&recording, File, Kind::Recorded, true), Some(Code::RegisteredMeanwhile));
    assert_eq!(cannot_go_on(&recording, Accept, Kind::Recorded, true), None, "it may be a registration instead");
    let why = |action, kind| goes_on(&of, action, cannot_go_on(&of, action, kind, true)).unwrap_err().code;
    assert_eq!(
        (why(Grant, Kind::Foundation), why(Accept, Kind::Foundation)),
        (Code::RegisteredMeanwhile, Code::WrongState)
    );
}

#[test]
fn clocks_run_at_the_base_and_at_the_authority() {
    // 2026-09-01 is a Tuesday; the holidays of autumn are not working days.
    let of = asked(FilingType::Association, "2026-09-01");
    assert_eq!(due(&of), Some((FilingAction::Accept, FilingOwner::Base, day("2026-09-08"))));
    assert_eq!(due(&accepted(FilingType::Association)), None);
    assert_eq!(due(&ready(FilingType::Association)), Some((FilingAction::File, FilingOwner::Base, day("2026-09-15"))));
    assert_eq!(
        due(&filed(FilingType::Association)),
        Some((FilingAction::Grant, FilingOwner::Authority, day("2026-11-09")))
    );
    assert_eq!(
        due(&filed(FilingType::Recorded)),
        Some((FilingAction::Grant, FilingOwner::Authority, day("2026-09-23"))),
        "the Sunday before the holiday is a working day"
    );
}

/// Help was asked for on the first and taken on on the third; all else was typed in on the twentieth.
#[test]
fn what_is_typed_in_later_has_the_days_on_which_it_was() {
    let late = at("2026-09-20");
    let of = mark(&accepted(FilingType::Association), "filing_application", true, late).unwrap();
    let of = submit(&mark(&of, "filing_charter", true, late).unwrap(), late).unwrap();
    let who = (BY, late);
    let of = check(&of, "filing_application", PaperState::Checked, None, who).unwrap();
    let of = check(&of, "filing_charter", PaperState::Checked, None, who).unwrap();
    let of = file(&check_name(&of, "乐龄中心", true, None, who).unwrap(), Some(day("2026-09-08")), late).unwrap();
    let of = grant(&of, ("x", Some(day("2026-09-18"))), false, &[], who).unwrap();
    let seen: Vec<Day> = of.course.passages.iter().map(|passage| passage.day).collect();
    assert_eq!(seen, ["2026-09-01", "2026-09-03", "2026-09-08", "2026-09-08", "2026-09-18"].map(day));
    assert_eq!(of.course.grant.as_ref().map(|grant| grant.on), Some(day("2026-09-18")));
    let told = days(&of.course.passages, day("2026-09-20"));
    assert_eq!((told.base, told.organization, told.authority), (2, 5, 10));
}

#[test]
fn bad_input_is_told_field_by_field() {
    let of = filed(FilingType::Association);
    let who = (BY, at("2026-09-20"));
    let (early, late) = (Some(day("2026-08-31")), Some(day("2026-09-21")));
    assert_eq!(
        faults(grant(&of, (" ", late), false, &[], who)),
        [("number".to_owned(), Code::Required), ("on".into(), Code::DayTooLate)]
    );
    assert_eq!(faults(grant(&of, ("x", early), false, &[], who)), fault("on", Code::DayTooEarly));
    assert_eq!(
        faults(refuse(&of, "", late, who)),
        [("reason".to_owned(), Code::Required), ("on".into(), Code::DayTooLate)]
    );
    let bad = ask_more(&of, "", &["x".into()], (late, early), who);
    let paths: Vec<String> = faults(bad).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["on", "due", "papers[0]", "text"]);
    let of = asked(FilingType::Association, "2026-09-01");
    assert_eq!(
        faults(accept(&of, FilingType::Recorded, "", (&two(), Kind::Recorded), at("2026-09-02"))),
        [("wanted".to_owned(), Code::RegisteredAlready), ("authority".into(), Code::Required)]
    );
    assert_eq!(faults(drop(&of, " ", who)), fault("reason", Code::Required));
}

#[test]
fn after_a_refusal_it_may_begin_again() {
    let who = (BY, at("2026-09-20"));
    let refused = refuse(&filed(FilingType::Association), "发起人不足", Some(day("2026-09-18")), who).unwrap();
    assert_eq!(refused.course.refused.as_ref().map(|of| of.on), Some(day("2026-09-18")));
    assert_eq!(resume(&refused, at("2026-09-21")).unwrap().state, FilingState::Preparing);
    assert_eq!(close(&refused, at("2026-09-21")).unwrap().state, FilingState::Closed);
    let left = withdraw(&refused, "不办了", (AgreementSide::Base, BY, at("2026-09-21"))).unwrap();
    assert!(left.course.ended.is_some_and(|of| of.on_paper));
}
