use super::{eligibility::*, form::*, *};
use crate::{
    id::Id,
    intake::{
        ResidencyMode,
        tests::{at, day, published},
    },
    organization::AnnualCheck,
    workday::{CalendarRow, DayMark},
};

const BY: Standard = Standard { look_back: 2, lists: true, penalties: true, annual: true };

pub(super) fn times(_: Day) -> Times {
    Times { accept: 5, correction: 10, check: 5, review: 15, objection: 10, sign: 10 }
}

/// The days of 2026 by which domain facts 7.3 counts.
pub(crate) fn calendar() -> WorkCalendar {
    let off = [
        ("2026-02-15", "2026-02-23"),
        ("2026-05-01", "2026-05-05"),
        ("2026-09-25", "2026-09-27"),
        ("2026-10-01", "2026-10-07"),
    ];
    let mut rows = Vec::new();
    for (from, to) in off {
        let mut on = day(from);
        while on <= day(to) {
            rows.push((on, DayMark::Off));
            on = on.plus(1);
        }
    }
    for on in ["2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"] {
        rows.push((day(on), DayMark::Work));
    }
    WorkCalendar::new(rows.into_iter().map(|(day, mark)| CalendarRow { day, mark, name: "x".into(), division: None }))
        .unwrap()
}

pub(super) fn begun(on: &str) -> Application {
    Application::begin(
        ApplicationId::from_key(1),
        (IntakeId::from_key(1), BaseId::from_key(1)),
        (OrganizationId::from_key(1), ApplicantKind::Registered),
        at(on),
    )
}
fn submitted(on: &str) -> Application {
    Application { ..submit(&begun(on), &open_on(on), vec![], at(on)).unwrap() }
}
fn open_on(on: &str) -> crate::intake::Intake {
    let mut intake = published();
    (intake.particulars.opens, intake.particulars.closes) = (day(on), None);
    intake
}
fn due(application: &Application) -> (ApplicationAction, Turn, Day) {
    let clock = application.clock(times, &calendar(), &[]).unwrap().unwrap();
    (clock.action, clock.owner, clock.deadline.due)
}
fn items(text: &str) -> Vec<CorrectionItem> {
    vec![CorrectionItem { about: Some("plan".into()), text: text.into() }]
}
fn faults<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, Code)> {
    result.unwrap_err().fields.into_iter().map(|fault| (fault.path, fault.code)).collect()
}
pub(super) fn whole() -> Form {
    Form {
        mode: Some(ResidencyMode::Physical),
        place: Some(PlaceWanted::Desk),
        persons: Some(2),
        stage: Some(Stage::StartUp),
        fields: vec!["为老".into()],
        introduction: Some("为社区老人助餐".into()),
        full_time: Some(3),
        needs: vec![NeedLevel { need: Need::Finance, level: 3 }],
        plan: vec![PlanLine {
            what: "办十场活动".into(), by: Some(day("2027-06-30")), target: "500人次".into()
        }],
        contact_name: Some("白雪".into()),
        contact_phone: Some("13904701234".into()),
        committed: true,
        ..Form::default()
    }
}

#[test]
fn the_table_has_no_flaws_and_each_clock_has_an_owner() {
    assert_eq!(LIFECYCLE.flaws(), []);
    for step in LIFECYCLE.steps.iter().filter(|step| step.deadline.is_some()) {
        assert!(crate::access::Action::ALL.iter().any(|action| action.as_str() == step.who), "{}", step.action);
        assert!(crate::setting::Setting::of(step.deadline.unwrap().setting).is_some(), "{}", step.action);
    }
}

/// T40 in part, domain facts 7.3: the first three golden rows, as the base's clock.
#[test]
fn the_base_has_five_working_days_from_the_day_it_was_handed_in() {
    for (on, by) in [("2026-02-11", "2026-02-25"), ("2026-04-30", "2026-05-11"), ("2026-09-18", "2026-09-25")] {
        let expected = if on == "2026-09-18" { "2026-09-24" } else { by };
        assert_eq!(due(&submitted(on)), (ApplicationAction::Accept, Turn::Base, day(expected)), "{on}");
    }
}

#[test]
fn while_the_applicant_has_it_the_bases_clock_stands_still() {
    // Wednesday; Thursday is the first day that counts.
    let application = submitted("2026-03-04");
    assert_eq!(due(&application).2, day("2026-03-11"));
    // Sent back on Friday, the second day; handed in again on Wednesday of the next week.
    let back = ask_correction(&application, items("缺预算"), at("2026-03-06")).unwrap();
    assert_eq!(due(&back), (ApplicationAction::Resubmit, Turn::Applicant, day("2026-03-20")));
    let again = resubmit(&back, Some(day("2026-03-20")), vec![], at("2026-03-11")).unwrap();
    // Friday, Monday and Tuesday did not count: three working days later than it would have been.
    assert_eq!(due(&again), (ApplicationAction::Accept, Turn::Base, day("2026-03-16")));
    assert_eq!(again.pauses(), [DaySpan::new(day("2026-03-06"), Some(day("2026-03-10"))).unwrap()]);
}

#[test]
fn a_later_day_may_be_given_than_the_rule_says_and_no_earlier_one() {
    let now = at("2026-03-06");
    let asked = || ask_correction(&submitted("2026-03-04"), items("缺预算"), now).unwrap();
    let rule = day("2026-03-20");
    let later = tell(asked(), rule, Some(day("2026-04-30")), now).unwrap();
    let clock = later.clock(times, &calendar(), &[]).unwrap().unwrap();
    assert_eq!((clock.deadline.due, clock.given, clock.deadline.provisional), (day("2026-04-30"), true, false));
    assert_eq!(faults(tell(asked(), rule, Some(day("2026-03-19")), now)), [("until".into(), Code::DayTooEarly)]);
    assert_eq!(faults(tell(asked(), rule, Some(day("2027-03-06")), now)), [("until".into(), Code::DayTooLate)]);
}

#[test]
fn what_was_told_is_never_moved_in() {
    let now = at("2026-03-06");
    let told = tell(ask_correction(&submitted("2026-03-04"), items("缺"), now).unwrap(), day("2026-03-20"), None, now);
    let told = told.unwrap();
    let due = |days: u32| {
        let rule = |on| Times { correction: days, ..times(on) };
        told.clock(rule, &calendar(), &[]).unwrap().unwrap().deadline.due
    };
    // A rule that gives fewer days, or a calendar that does, changes nothing; one that gives more does.
    assert_eq!((due(5), due(10), due(12)), (day("2026-03-20"), day("2026-03-20"), day("2026-03-24")));
}

#[test]
fn a_rule_holds_for_what_was_begun_under_it() {
    let changed = |on: Day| Times { accept: if on < day("2026-03-05") { 5 } else { 2 }, ..times(on) };
    let due = |on: &str| submitted(on).clock(changed, &calendar(), &[]).unwrap().unwrap().deadline.due;
    assert_eq!((due("2026-03-04"), due("2026-03-05")), (day("2026-03-11"), day("2026-03-09")));
}

#[test]
fn only_the_first_time_that_it_is_sent_back_stops_the_bases_clock() {
    let once = ask_correction(&submitted("2026-03-04"), items("缺"), at("2026-03-06")).unwrap();
    let back = resubmit(&once, None, vec![], at("2026-03-09")).unwrap();
    let due_once = due(&back).2;
    let twice = ask_correction(&back, items("还缺"), at("2026-03-10")).unwrap();
    let again = resubmit(&twice, None, vec![], at("2026-03-12")).unwrap();
    assert_eq!((due(&again).2, again.pauses().len()), (due_once, 1));
}

#[test]
fn past_the_known_calendar_a_clock_is_provisional() {
    let clock = submitted("2026-12-28").clock(times, &calendar(), &[]).unwrap().unwrap();
    assert_eq!((clock.deadline.due, clock.deadline.provisional), (day("2027-01-04"), true));
}

#[test]
fn everything_missing_is_asked_for_at_once() {
    let nothing = ask_correction(&submitted("2026-03-04"), vec![], at("2026-03-06"));
    assert_eq!(faults(nothing), [("items".into(), Code::Required)]);
    let blank = ask_correction(&submitted("2026-03-04"), items("  "), at("2026-03-06"));
    assert_eq!(faults(blank), [("items[0].text".into(), Code::Required)]);
    let empty = missing(&Form::default(), ApplicantKind::Registered, &published(), &[], day("2026-11-24"));
    let paths: Vec<&str> = empty.iter().map(|fault| fault.path.as_str()).collect();
    let expected = [
        "mode",
        "stage",
        "fields",
        "introduction",
        "full_time",
        "needs",
        "plan",
        "contact_name",
        "contact_phone",
        "committed",
        "documents.d1",
    ];
    assert_eq!(paths, expected);
    assert!(missing(&whole(), ApplicantKind::Registered, &published(), &["d1"], day("2026-11-24")).is_empty());
    let team = missing(&whole(), ApplicantKind::PreRegistration, &published(), &["d1"], day("2026-11-24"));
    assert_eq!(team.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["documents.d2"]);
    // A place without kind and number of people is none.
    let form = Form { place: None, persons: None, ..whole() };
    let gone = missing(&form, ApplicantKind::Recorded, &published(), &[], day("2026-11-24"));
    assert_eq!(gone.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["place", "persons"]);
    let mut indoors = published();
    indoors.particulars.modes = vec![ResidencyMode::Physical];
    let outside = Form { mode: Some(ResidencyMode::Virtual), ..whole() }.tidied();
    let refused = missing(&outside, ApplicantKind::Recorded, &indoors, &[], day("2026-11-24"));
    assert_eq!(
        refused.iter().map(|fault| (fault.path.as_str(), fault.code)).collect::<Vec<_>>(),
        [("mode", Code::NotOneOf)]
    );
}

#[test]
fn a_draft_may_be_unfinished_but_not_wrong() {
    assert_eq!(check(&Form::default()), []);
    let form = Form {
        introduction: Some("长".repeat(1_001)),
        contact_phone: Some("12".into()),
        persons: Some(0),
        volunteers: Some(100_001),
        needs: vec![NeedLevel { need: Need::Policy, level: 4 }],
        fields: vec!["x".repeat(61); 21],
        ..Form::default()
    };
    let paths: Vec<String> = check(&form).into_iter().map(|fault| fault.path).collect();
    assert_eq!(paths[..3], ["introduction", "contact_phone", "fields"]);
    assert_eq!(paths[paths.len() - 3..], ["persons", "volunteers", "needs[0].level"]);
    let tidy = Form { equipment: vec![" 投影 ".into(), "投影".into(), " ".into()], ..form }.tidied();
    assert_eq!(tidy.equipment, ["投影"]);
}

#[test]
fn an_application_is_handed_in_while_the_intake_is_open() {
    let intake = published();
    assert_eq!(submit(&begun("2026-11-20"), &intake, vec![], at("2026-11-22")).unwrap_err().code, Code::IntakeNotOpen);
    assert_eq!(
        submit(&begun("2026-11-24"), &intake, vec![], at("2026-11-24")).unwrap().state,
        ApplicationState::Submitted
    );
    let gap = vec![FieldFault::new("plan", Code::Required)];
    assert_eq!(faults(submit(&begun("2026-11-24"), &intake, gap, at("2026-11-24"))), [("plan".into(), Code::Required)]);
}

#[test]
fn what_is_not_put_right_in_time_lapses() {
    let back = ask_correction(&submitted("2026-03-04"), items("缺预算"), at("2026-03-06")).unwrap();
    let last = Some(day("2026-03-20"));
    assert_eq!(lapse(&back, last, at("2026-03-20")).unwrap_err().code, Code::DayTooEarly);
    assert_eq!(resubmit(&back, last, vec![], at("2026-03-21")).unwrap_err().code, Code::TimeOver);
    assert_eq!(resubmit(&back, last, vec![], at("2026-03-20")).unwrap().state, ApplicationState::Submitted);
    assert_eq!(lapse(&back, last, at("2026-03-21")).unwrap().state, ApplicationState::Lapsed);
    assert_eq!(lapse(&begun("2026-03-01"), None, at("2036-03-21")).unwrap_err().code, Code::CalendarOpen);
    assert_eq!(lapse(&submitted("2026-03-04"), last, at("2026-03-21")).unwrap_err().code, Code::WrongState);
}

#[test]
fn it_passes_when_each_rule_is_met() {
    let accepted = accept(&submitted("2026-03-04"), at("2026-03-06")).unwrap();
    assert_eq!(due(&accepted), (ApplicationAction::Pass, Turn::Base, day("2026-03-13")));
    let record = Record { has_account: true, credit_code: Some("x".into()), ..Record::default() };
    let today = day("2026-03-06");
    let findings = assess(ApplicantKind::Registered, &record, &[], &BY, today);
    let refused = pass(&accepted, &findings, at("2026-03-06")).unwrap_err();
    assert_eq!(refused.code, Code::ChecksOpen);
    let ruling =
        |rule, passed| Ruling { rule, passed, evidence: "信用中国查询".into(), by: "托娅".into(), on: today };
    let unknown: Vec<_> = findings.iter().filter(|found| !found.is_passed()).map(|found| found.rule).collect();
    let rulings: Vec<_> = unknown.iter().map(|rule| ruling(*rule, true)).collect();
    let clear = assess(ApplicantKind::Registered, &record, &rulings, &BY, today);
    assert_eq!(pass(&accepted, &clear, at("2026-03-06")).unwrap().state, ApplicationState::Passed);
    // The last word counts, and one rule that is not met is enough.
    let doubts = [rulings, vec![ruling(EligibilityRule::NoScandal, false)]].concat();
    let failed = assess(ApplicantKind::Registered, &record, &doubts, &BY, today);
    let refused = pass(&accepted, &failed, at("2026-03-06")).unwrap_err();
    assert_eq!(refused.values["rules"], serde_json::json!(["no_scandal"]));
    assert_eq!(refuse(&accepted, " ", at("2026-03-06")).map_err(|refusal| refusal.fields[0].code), Err(Code::Required));
    assert_eq!(refuse(&accepted, "不符合", at("2026-03-06")).unwrap().0.state, ApplicationState::Refused);
}

#[test]
fn what_the_record_says_is_not_ruled_away() {
    let today = day("2026-03-06");
    let record = Record { blacklisted: Some(true), ..Record::default() };
    let findings = assess(ApplicantKind::Registered, &record, &[], &BY, today);
    let ruling = |rule| Ruling { rule, passed: true, evidence: "看过".into(), by: "x".into(), on: today };
    let refused = rule_by_hand(&findings, ruling(EligibilityRule::NotBlacklisted)).unwrap_err();
    assert_eq!(refused.code, Code::CheckSettled);
    assert_eq!(
        faults(rule_by_hand(&findings, ruling(EligibilityRule::NameChecked))),
        [("rule".into(), Code::NotOneOf)]
    );
    let blank = Ruling { evidence: " ".into(), ..ruling(EligibilityRule::NoScandal) };
    assert_eq!(faults(rule_by_hand(&findings, blank)), [("evidence".into(), Code::Required)]);
    // A ruling from the time when the record said nothing no longer counts when it does.
    let old = [ruling(EligibilityRule::NotBlacklisted)];
    let found = assess(ApplicantKind::Registered, &record, &old, &BY, today);
    let listed = found.iter().find(|found| found.rule == EligibilityRule::NotBlacklisted).unwrap();
    assert_eq!((listed.outcome(), &listed.ruling), (FindingResult::Failed, &None));
}

#[test]
fn annual_checks_are_those_of_the_years_that_are_concluded() {
    // Until 31 May the check of last year runs.
    assert_eq!(years_looked_at(day("2026-05-31"), 2, None), [2023, 2024]);
    assert_eq!(years_looked_at(day("2026-06-01"), 2, None), [2024, 2025]);
    assert_eq!(years_looked_at(day("2026-06-01"), 2, Some(day("2025-06-30"))), [2025]);
    assert_eq!(years_looked_at(day("2026-06-01"), 2, Some(day("2025-07-01"))), Vec::<i32>::new());
    let of = |checks: &[(i32, AnnualCheck)]| {
        let record = Record { annual_checks: checks.to_vec(), ..Record::default() };
        let found = assess(ApplicantKind::Registered, &record, &[], &BY, day("2026-11-24"));
        let found = found.into_iter().find(|found| found.rule == EligibilityRule::AnnualChecks).unwrap();
        (found.result, found.values)
    };
    use AnnualCheck::{Absent, Basic, Failed, Passed};
    let years = serde_json::json!([2024, 2025]);
    let values = |bad: &[i32], missing: &[i32]| serde_json::json!({"years": years, "bad": bad, "missing": missing});
    assert_eq!(of(&[(2024, Passed), (2025, Basic)]), (FindingResult::Passed, values(&[], &[])));
    assert_eq!(of(&[(2023, Failed), (2025, Passed)]), (FindingResult::Unknown, values(&[], &[2024])));
    assert_eq!(of(&[(2025, Absent)]), (FindingResult::Failed, values(&[2025], &[2024])));
}

#[test]
fn a_recording_that_has_run_out_is_none() {
    let of = |number: Option<&str>, last: Option<&str>| {
        let record =
            Record { record_number: number.map(Into::into), record_valid_to: last.map(day), ..Record::default() };
        assess(ApplicantKind::Recorded, &record, &[], &BY, day("2026-11-24"))[0].result
    };
    assert_eq!(of(Some("备1"), None), FindingResult::Passed);
    assert_eq!(of(Some("备1"), Some("2026-11-24")), FindingResult::Passed);
    assert_eq!(of(Some("备1"), Some("2026-11-23")), FindingResult::Failed);
    assert_eq!(of(None, None), FindingResult::Failed);
}

#[test]
fn a_base_may_leave_rules_out() {
    let rules = |by: Standard| {
        let found = assess(ApplicantKind::Registered, &Record::default(), &[], &by, day("2026-11-24"));
        found.into_iter().map(|found| found.rule).collect::<Vec<_>>()
    };
    let all = rules(BY);
    assert_eq!(all, rules_for(ApplicantKind::Registered));
    let fewer = rules(Standard { lists: false, penalties: false, annual: false, ..BY });
    use EligibilityRule::{AnnualChecks, NoPenalty, NotAbnormal, NotBlacklisted};
    let left_out = [NotAbnormal, NotBlacklisted, NoPenalty, AnnualChecks];
    assert_eq!(fewer, all.into_iter().filter(|rule| !left_out.contains(rule)).collect::<Vec<_>>());
}

#[test]
fn one_period_leads_from_the_first_check_to_the_decision() {
    use ApplicationAction::{Conclude, Convene, Defer, Dismiss, Propose, Reject, SendBack};
    let due = |of: &Application| {
        let clock = of.clock(times, &calendar(), &[]).unwrap();
        clock.map(|clock| (clock.action, clock.owner, clock.from.to_string(), clock.deadline.due.to_string()))
    };
    let by = |action, owner| Some((action, owner, "2026-03-02".to_owned(), "2026-03-23".to_owned()));
    let accepted = accept(&submitted("2026-02-27"), at("2026-02-28")).unwrap();
    let passed = pass(&accepted, &[], at("2026-03-02")).unwrap();
    // Fifteen working days after 2 March: the Mondays of three weeks.
    assert_eq!(due(&passed), by(Convene, Turn::Base));
    let reviewing = advance(&passed, Convene, at("2026-03-04")).unwrap();
    assert_eq!(due(&reviewing), by(Conclude, Turn::Panel));
    // Called off and held again: the period goes on.
    let again = advance(&reviewing, Dismiss, at("2026-03-05")).unwrap();
    assert_eq!(due(&again), by(Convene, Turn::Base));
    let reviewed = advance(&advance(&again, Convene, at("2026-03-06")).unwrap(), Conclude, at("2026-03-10")).unwrap();
    assert_eq!(due(&reviewed), by(Propose, Turn::City));
    assert_eq!(due(&advance(&reviewed, SendBack, at("2026-03-11")).unwrap()), by(Conclude, Turn::Panel));
    let waiting = advance(&reviewed, Defer, at("2026-03-12")).unwrap();
    assert_eq!((due(&waiting), waiting.is_open()), (None, true));
    let proposed = advance(&waiting, Propose, at("2026-06-12")).unwrap();
    assert_eq!((due(&proposed), proposed.is_open()), (None, true));
    let rejected = advance(&reviewed, Reject, at("2026-03-12")).unwrap();
    assert_eq!((due(&rejected), rejected.is_open()), (None, false));
    let refused = advance(&passed, Propose, at("2026-03-04")).unwrap_err();
    assert_eq!(refused.code, Code::WrongState);
}
