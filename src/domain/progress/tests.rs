use super::*;
use crate::{
    application::tests::calendar,
    id::{FileId, Id},
    intake::tests::{at, day},
    workday::WorkCalendar,
};

pub(super) const TIMES: ReportTimes = ReportTimes { due: 10, check: 5 };

/// The third quarter of 2026, asked for on a day; due by the rules on 20 October: the first week is off, and the tenth
/// is worked.
pub(super) fn begun(on: &str) -> ProgressReport {
    ProgressReport::begun(
        ProgressReportId::from_key(1),
        BaseId::from_key(1),
        (OrganizationId::from_key(1), ResidencyId::from_key(1)),
        ("2026-Q3".parse().unwrap(), day("2026-10-20")),
        form::shipped(),
        at(on),
    )
}
pub(super) fn stamp(on: &str) -> Stamp {
    Stamp { by: "白雪".into(), on: day(on), on_paper: false }
}
fn words(question: &str, text: &str) -> ReportAnswer {
    ReportAnswer { question: question.into(), text: Some(text.into()), number: None }
}
fn count(question: &str, number: f64) -> ReportAnswer {
    ReportAnswer { question: question.into(), text: None, number: Some(number) }
}
pub(super) fn answers(sessions: f64) -> Vec<ReportAnswer> {
    vec![words("activities", " 助老义诊 "), count("sessions", sessions)]
}
fn handed_in() -> ProgressReport {
    submit(&begun("2026-09-30"), &answers(4.0), (stamp("2026-10-12"), None), at("2026-10-12")).unwrap()
}
fn accepted() -> ProgressReport {
    accept(&handed_in(), Some(" 好 "), Vec::new(), ("斯琴", at("2026-10-13"))).unwrap()
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
fn gap(question: Option<&str>, text: &str) -> ReportGap {
    ReportGap { question: question.map(str::to_owned), text: text.into() }
}
fn running(of: &ProgressReport, calendar: &WorkCalendar) -> Option<(ReportAction, ReportOwner, Day, bool)> {
    let clock = clock(of, |_| TIMES, calendar, &[]).unwrap()?;
    Some((clock.action, clock.owner, clock.deadline.due, clock.deadline.provisional))
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
}

#[test]
fn a_period_that_has_begun_is_reported_on_in_the_cycle_of_the_base() {
    let of = |period: &str, cycle| cannot_open(period.parse().unwrap(), cycle, day("2026-11-23")).map(|of| of.code);
    assert_eq!(of("2026-Q4", ReportCycle::Quarter), None);
    assert_eq!(of("2027-Q1", ReportCycle::Quarter), Some(Code::PeriodAhead));
    assert_eq!(of("2026-11", ReportCycle::Quarter), Some(Code::OtherCycle));
    assert_eq!(of("2026-12", ReportCycle::Month), Some(Code::PeriodAhead));
    assert_eq!(of("2023-Q3", ReportCycle::Quarter), Some(Code::DayTooEarly));
    assert_eq!(of("2023-Q4", ReportCycle::Quarter), Some(Code::DayTooEarly));
    assert_eq!(of("2024-Q1", ReportCycle::Quarter), None);
    // What is set while a period runs holds for it, and what is set afterwards does not.
    let on = |period: &str| ruled_on(period.parse().unwrap(), day("2026-11-23"));
    assert_eq!((on("2026-Q3"), on("2026-Q4")), (day("2026-09-30"), day("2026-11-23")));
}

#[test]
fn who_was_resident_on_any_day_of_the_period_reports() {
    let of = |began: Option<&str>, ends| is_due_from("2026-Q3".parse().unwrap(), began.map(day), ends);
    assert!(of(Some("2026-09-30"), Day::MAX));
    assert!(of(Some("2025-01-01"), day("2026-07-01")));
    assert!(!of(Some("2026-10-01"), Day::MAX));
    assert!(!of(Some("2025-01-01"), day("2026-06-30")));
    assert!(!of(None, Day::MAX));
}

#[test]
fn bit_by_bit_and_then_whole() {
    let of = begun("2026-09-30");
    let some = draft(&of, &[count("sessions", 3.5), words("plan", "  ")], at("2026-10-01")).unwrap();
    assert_eq!(some.course.answers, [count("sessions", 3.5)]);
    let missing = submit(&some, &some.course.answers, (stamp("2026-10-12"), None), at("2026-10-12"));
    assert_eq!(faults(missing), fault("answers.activities", Code::Required));
    let of = handed_in();
    assert_eq!(of.course.answers, [words("activities", "助老义诊"), count("sessions", 4.0)]);
    assert_eq!((of.state, of.course.late), (ReportState::Submitted, None));
    assert_eq!(code(draft(&of, &[], at("2026-10-13"))), Code::WrongState);
}

#[test]
fn each_bad_answer_has_its_place() {
    let of = |answers: &[ReportAnswer]| faults(draft(&begun("2026-09-30"), answers, at("2026-10-01")));
    assert_eq!(
        of(&[
            words("nothing", "x"),
            count("activities", 1.0),
            words("sessions", "three"),
            count("funds", -0.01),
            count("funds", 1.0),
            count("volunteers", 1.005),
            words("plan", &"长".repeat(2_001)),
            count("workdays", f64::NAN),
        ]),
        [
            ("answers[0].question".to_owned(), Code::NotFound),
            ("answers[1].number".into(), Code::WrongType),
            ("answers[2].text".into(), Code::WrongType),
            ("answers[3].number".into(), Code::OutOfRange),
            ("answers[4].question".into(), Code::TwiceInList),
            ("answers[5].number".into(), Code::NumberTooFine),
            ("answers[6].text".into(), Code::TooLong),
            ("answers[7].number".into(), Code::OutOfRange),
        ]
    );
    assert_eq!(of(&vec![words("plan", "x"); 41]), fault("answers", Code::TooMany));
}

#[test]
fn a_number_of_two_decimals_is_kept_exactly() {
    for (number, hundredths) in
        [(0.1, 10), (0.29, 29), (1.01, 101), (8.2, 820), (123_456_789.37, 12_345_678_937), (1e10, 1_000_000_000_000)]
    {
        let figures = form::figures(&form::shipped(), &[count("funds", number)]);
        assert_eq!(figures.iter().map(|of| of.hundredths).collect::<Vec<_>>(), [hundredths], "{number}");
    }
    assert_eq!(form::figures(&form::shipped(), &[words("plan", "x")]), []);
}

#[test]
fn the_same_question_is_one_in_forms_of_different_days() {
    let own = |key: &str, name: &str, kind| ReportQuestion {
        key: Some(key.into()),
        name: Some(name.into()),
        hint: None,
        kind,
        needed: false,
    };
    let number = ReportQuestionKind::Number;
    // What is called by its place moves when something is put before it.
    let (before, after) = (own("q1", "走访户数", number), own("q2", "走访户数", number));
    assert!(before.is_same(&after));
    assert!(!before.is_same(&own("q1", "走访次数", number)));
    assert!(!before.is_same(&own("q1", "走访户数", ReportQuestionKind::Text)));
    assert!(form::shipped()[1].is_same(&own("sessions", "活动", number)));
    let all = [form::shipped()[1].clone(), before.clone(), after, own("q1", "走访次数", number)];
    assert_eq!(
        form::merged(all.iter()).iter().map(|of| of.asks()).collect::<Vec<_>>(),
        ["sessions", "走访户数", "走访次数"]
    );
}

#[test]
fn each_bad_question_has_its_place() {
    let named = |name: &str| ReportQuestion { key: None, name: Some(name.into()), ..form::shipped().remove(0) };
    let of = |all: &[ReportQuestion]| {
        form::check(all, "value").into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>()
    };
    assert_eq!(of(&form::shipped()), []);
    assert_eq!(of(&[]), fault("value", Code::Required));
    assert_eq!(of(&vec![named("x"); 41]), fault("value", Code::TooMany));
    let long = ReportQuestion { hint: Some("长".repeat(301)), ..named(&"长".repeat(61)) };
    assert_eq!(
        of(&[named("甲"), named(" 甲 "), long, named(" ")]),
        [
            ("value[1].name".to_owned(), Code::TwiceInList),
            ("value[2].name".into(), Code::TooLong),
            ("value[2].hint".into(), Code::TooLong),
            ("value[3].name".into(), Code::Required),
        ]
    );
    let twice = [form::shipped().remove(0), form::shipped().remove(0)];
    assert_eq!(of(&twice), fault("value[1].name", Code::TwiceInList));
    let keyed = form::keyed(vec![form::shipped().remove(1), named(" 走访户数 ")]);
    assert_eq!(keyed.iter().map(ReportQuestion::key).collect::<Vec<_>>(), ["sessions", "q2"]);
    assert_eq!(keyed[1].name.as_deref(), Some("走访户数"));
    assert_eq!(form::of(&serde_json::json!("x")), form::shipped());
}

#[test]
fn the_clock_counts_from_the_end_of_the_period() {
    let calendar = calendar();
    let of = begun("2026-08-01");
    // 8 and 9 October, the tenth that is worked, 12 to 16, 19 and 20: the first week is off.
    let hand_in = (ReportAction::Submit, ReportOwner::Organization, day("2026-10-20"), false);
    assert_eq!(running(&of, &calendar), Some(hand_in));
    // A day that was told is not moved nearer, and further away when the calendar says so.
    let told = ProgressReport { due: day("2026-10-25"), ..of.clone() };
    assert_eq!(running(&told, &calendar).unwrap().2, day("2026-10-25"));
    let early = ProgressReport { due: day("2026-10-16"), ..of };
    assert_eq!(running(&early, &calendar).unwrap().2, day("2026-10-20"));
    // Who is asked late has as many days from then on.
    assert_eq!(running(&begun("2026-11-23"), &calendar).unwrap().2, day("2026-12-07"));
    let look = (ReportAction::Accept, ReportOwner::Base, day("2026-10-19"), false);
    assert_eq!(running(&handed_in(), &calendar), Some(look));
    assert_eq!(running(&accepted(), &calendar), None);
    // A calendar that is not known makes the day provisional, and nobody late.
    let unknown = WorkCalendar::default();
    let provisional = clock(&begun("2026-08-01"), |_| TIMES, &unknown, &[]).unwrap().unwrap();
    assert!(provisional.deadline.provisional);
    assert_eq!(provisional.late(day("2027-01-01")), None);
    let known = clock(&begun("2026-08-01"), |_| TIMES, &calendar, &[]).unwrap().unwrap();
    assert_eq!((known.late(day("2026-10-20")), known.late(day("2026-10-23"))), (None, Some(3)));
}

#[test]
fn what_is_missing_is_told_at_once_with_a_new_day() {
    let by = ("斯琴", at("2026-10-14"));
    let suggested = day("2026-10-28");
    let bad = [gap(Some("nothing"), "缺签到表"), gap(None, " ")];
    assert_eq!(
        faults(send_back(&handed_in(), &bad, (Some(day("2026-10-13")), suggested), by)),
        [
            ("gaps[0].question".to_owned(), Code::NotFound),
            ("gaps[1].text".into(), Code::Required),
            ("due".into(), Code::DayTooEarly),
        ]
    );
    assert_eq!(faults(send_back(&handed_in(), &[], (None, suggested), by)), fault("gaps", Code::Required));
    let far = send_back(&handed_in(), &[gap(None, "x")], (Some(day("2027-04-13")), suggested), by);
    assert_eq!(faults(far), fault("due", Code::DayTooLate));
    let of = send_back(&handed_in(), &[gap(Some("sessions"), " 与签到表不符 ")], (None, suggested), by).unwrap();
    assert_eq!((of.state, of.due, &of.course.submitted), (ReportState::Returned, suggested, &None));
    assert_eq!(of.course.returned.as_ref().unwrap().gaps, [gap(Some("sessions"), "与签到表不符")]);
    let near = send_back(&handed_in(), &[gap(None, "x")], (Some(day("2026-10-15")), suggested), by).unwrap();
    assert_eq!(near.due, day("2026-10-20"), "a day that was told is not moved nearer");
    // It comes late twice: the most of it is kept.
    let once = submit(&of, &answers(3.0), (stamp("2026-10-30"), Some(2)), at("2026-10-30")).unwrap();
    let again = send_back(&once, &[gap(None, "x")], (None, suggested), ("斯琴", at("2026-11-02"))).unwrap();
    let twice = submit(&again, &answers(3.0), (stamp("2026-11-03"), Some(1)), at("2026-11-03")).unwrap();
    assert_eq!(twice.course.late, Some(2));
    assert_eq!(accept(&twice, None, Vec::new(), ("斯琴", at("2026-11-04"))).unwrap().course.returned, None);
}

#[test]
fn what_was_accepted_stays_readable_while_it_is_put_right() {
    let file = ReportFile { id: FileId::from_key(1), name: "签到表.pdf".into(), size: 8 };
    let of = accept(&handed_in(), None, vec![file.clone()], ("斯琴", at("2026-10-13"))).unwrap();
    let by = ("斯琴", at("2026-11-02"));
    let due = (None, day("2026-11-16"));
    assert_eq!(faults(reopen(&of, " ", due, by)), fault("reason", Code::Required));
    let bad = reopen(&of, "", (Some(day("2026-11-01")), due.1), by);
    assert_eq!(faults(bad), [("reason".to_owned(), Code::Required), ("due".into(), Code::DayTooEarly)]);
    let open = reopen(&of, "场次多报", due, by).unwrap();
    assert_eq!((open.state, open.due), (ReportState::Correcting, due.1));
    assert_eq!(open.figures().iter().map(|of| of.hundredths).collect::<Vec<_>>(), [400], "what was accepted stands");
    assert_eq!(open.course.editions[0].files, [file]);
    assert_eq!(open.course.editions[0].reopened.as_ref().unwrap().text, "场次多报");
    let again = submit(&open, &answers(2.0), (stamp("2026-11-20"), Some(4)), at("2026-11-20")).unwrap();
    assert_eq!(again.course.late, None, "it came in time when it came first");
    let second = accept(&again, None, Vec::new(), ("斯琴", at("2026-11-21"))).unwrap();
    assert_eq!(second.figures()[0].hundredths, 200);
    assert_eq!(second.course.editions[0].answers[1].number, Some(4.0));
    // A correction that is dropped leaves what was accepted.
    let written = draft(&open, &answers(9.0), at("2026-11-03")).unwrap();
    let kept = keep(&written, at("2026-11-04")).unwrap();
    assert_eq!((kept.state, &kept.course.answers), (ReportState::Accepted, &of.course.answers));
    let mut often = of;
    for _ in 0..9 {
        let edition = often.course.editions[0].clone();
        often.course.editions.push(edition);
    }
    assert_eq!(code(reopen(&often, "场次多报", due, by)), Code::CorrectedOften);
}

#[test]
fn the_base_does_without_a_report_and_wants_it_after_all() {
    let by = ("斯琴", at("2026-10-14"));
    let of = waive(&begun("2026-09-30"), " 季末才入驻 ", by).unwrap();
    assert_eq!((of.state, of.course.waived.as_ref().unwrap().text.as_str()), (ReportState::Waived, "季末才入驻"));
    assert_eq!(running(&of, &calendar()), None);
    assert_eq!(faults(waive(&begun("2026-09-30"), "", by)), fault("reason", Code::Required));
    let back = require(&of, "7月已入驻", (None, day("2026-10-28")), by).unwrap();
    assert_eq!((back.state, back.due, &back.course.waived), (ReportState::Open, day("2026-10-28"), &None));
    assert_eq!(running(&back, &calendar()).unwrap().2, day("2026-10-28"));
    // What was accepted once is not dropped.
    let open = reopen(&accepted(), "x", (None, day("2026-11-16")), ("斯琴", at("2026-11-02"))).unwrap();
    let again = submit(&open, &answers(2.0), (stamp("2026-11-03"), None), at("2026-11-03")).unwrap();
    let back = send_back(&again, &[gap(None, "x")], (None, day("2026-11-20")), ("斯琴", at("2026-11-04"))).unwrap();
    assert_eq!(code(waive(&back, "x", by)), Code::AcceptedBefore);
    assert_eq!(keep(&back, at("2026-11-05")).unwrap().state, ReportState::Accepted);
    let first = send_back(&handed_in(), &[gap(None, "x")], (None, day("2026-10-28")), by).unwrap();
    assert_eq!(code(keep(&first, at("2026-10-15"))), Code::NotAcceptedBefore);
}
