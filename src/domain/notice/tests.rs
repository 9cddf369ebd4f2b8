use proptest::prelude::*;

use super::*;
use crate::{
    intake::tests::{at, day},
    workday::{CalendarRow, DayMark},
};

fn calendar() -> WorkCalendar {
    let row = |(on, mark)| CalendarRow { day: day(on), mark, name: "x".into(), division: None };
    let off = ["2026-05-01", "2026-05-04", "2026-05-05", "2026-12-31"].map(|on| (on, DayMark::Off));
    WorkCalendar::new(off.into_iter().chain([("2026-05-09", DayMark::Work)]).map(row)).unwrap()
}

fn subject(thing: &str) -> Subject {
    Subject { thing: thing.into(), fields: vec![("organization".into(), thing.into())], outcome: None }
}
fn shown() -> Notice {
    Notice { state: NoticeState::Published, starts: day("2026-03-02"), subjects: vec![subject("a"), subject("b")] }
}
fn ends(on: &str) -> Deadline {
    Deadline { due: day(on), nominal: day(on), provisional: false, skipped: vec![], made_up: vec![] }
}
fn objection(thing: &str) -> NewObjection {
    NewObjection {
        thing: thing.into(),
        name: " 赵青 ".into(),
        contact: "13904701234".into(),
        text: "材料不实".into(),
        received_on: None,
    }
}
fn paths(refusal: Refusal) -> Vec<(String, Code)> {
    refusal.fields.into_iter().map(|fault| (fault.path, fault.code)).collect()
}
fn at_path(path: &str, code: Code) -> (String, Code) {
    (path.to_owned(), code)
}
fn open(things: &[&str]) -> Vec<String> {
    things.iter().map(|thing| (*thing).to_owned()).collect()
}

#[test]
fn the_tables_have_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
    assert_eq!(OBJECTION.flaws(), []);
}

/// Domain facts 3.17: five working days; the day of publishing does not count, a made-up Saturday does.
#[test]
fn the_last_day_is_counted_and_never_moved_in() {
    let due = |from, days, kind| count(day(from), days, kind, &calendar(), &[]).unwrap().due.to_string();
    assert_eq!(due("2026-04-29", 5, DayKind::Working), "2026-05-09");
    // Seven days end on a Wednesday; six on a day off, and so on the next day that is worked.
    assert_eq!(due("2026-04-29", 7, DayKind::Natural), "2026-05-06");
    assert_eq!(due("2026-04-29", 6, DayKind::Natural), "2026-05-06");
    let run = Run { starts: day("2026-04-29"), days: 5, kind: DayKind::Working, told: day("2026-05-12") };
    assert_eq!(run.ends(&calendar(), &[]).unwrap().due, day("2026-05-12"));
    let told = Run { told: day("2026-05-06"), ..run };
    assert_eq!(told.ends(&calendar(), &[]).unwrap().due, day("2026-05-09"));
}

#[test]
fn names_are_masked() {
    for (name, public) in [("白音", "白*"), (" 欧阳娜娜 ", "欧***"), ("图", "图"), ("", "")] {
        assert_eq!(masked(name), public);
    }
}

#[test]
fn each_fault_of_a_notice_has_its_place() {
    let good = NewNotice { title: "拟入驻公示".into(), text: String::new(), place: None, days: 5 };
    assert_eq!(check(&good, 1, 5), []);
    let bad = NewNotice { title: " ".into(), text: "字".repeat(2_001), place: Some("字".repeat(61)), days: 4 };
    let found: Vec<_> = check(&bad, 101, 5).into_iter().map(|fault| (fault.path, fault.code)).collect();
    assert_eq!(
        found,
        [
            at_path("title", Code::Required),
            at_path("text", Code::TooLong),
            at_path("place", Code::TooLong),
            at_path("days", Code::OutOfRange),
            at_path("subjects", Code::TooMany),
        ]
    );
}

#[test]
fn whoever_objects_is_heard_until_the_last_day_is_over() {
    let told = shown().object(&ends("2026-03-09"), &objection("a"), at("2026-03-09")).unwrap();
    assert_eq!(told.name, "赵青");
    let late = shown().object(&ends("2026-03-09"), &objection("a"), at("2026-03-10")).unwrap_err();
    assert_eq!((late.code, late.values["ends"].as_str()), (Code::NoticeOver, Some("2026-03-09")));
    // On paper on the last day, written down on the next; not before there was something to object to.
    let paper = |on: &str| NewObjection { received_on: Some(day(on)), ..objection("a") };
    let told = shown().object(&ends("2026-03-09"), &paper("2026-03-09"), at("2026-03-10")).unwrap();
    assert_eq!(told.received_on, Some(day("2026-03-09")));
    let early = shown().object(&ends("2026-03-09"), &paper("2026-03-01"), at("2026-03-10")).unwrap_err();
    assert_eq!(paths(early), [at_path("received_on", Code::DayTooEarly)]);
    let later = shown().object(&ends("2026-03-19"), &paper("2026-03-11"), at("2026-03-10")).unwrap_err();
    assert_eq!(paths(later), [at_path("received_on", Code::DayTooLate)]);
    // A last day that rests on a calendar not known yet is not over.
    let provisional = Deadline { provisional: true, ..ends("2026-03-09") };
    assert!(shown().object(&provisional, &objection("a"), at("2026-03-10")).is_ok());
    let bad = NewObjection {
        thing: "z".into(),
        name: String::new(),
        contact: "12".into(),
        text: " ".into(),
        received_on: None,
    };
    assert_eq!(
        paths(shown().object(&ends("2026-03-09"), &bad, at("2026-03-09")).unwrap_err()),
        [
            at_path("subject", Code::NotFound),
            at_path("name", Code::Required),
            at_path("text", Code::Required),
            at_path("contact", Code::BadContact),
        ]
    );
    let gone = shown().settled("a", SubjectOutcome::Withdrawn);
    let refused = gone.object(&ends("2026-03-09"), &objection("a"), at("2026-03-09")).unwrap_err();
    assert_eq!(paths(refused), [at_path("subject", Code::SubjectSettled)]);
}

#[test]
fn an_open_objection_stops_the_approval_of_its_subject() {
    let over = ends("2026-03-09");
    let early = shown().conclude(&over, &[], at("2026-03-09")).unwrap_err();
    assert_eq!((early.code, early.values["ends"].as_str()), (Code::NoticeRunning, Some("2026-03-09")));
    let (half, approved) = shown().conclude(&over, &open(&["b"]), at("2026-03-10")).unwrap();
    assert_eq!((approved, half.state), (open(&["a"]), NoticeState::Published));
    let waits = half.conclude(&over, &open(&["b"]), at("2026-03-10")).unwrap_err();
    assert_eq!(waits.code, Code::ObjectionsOpen);
    // Dismissed: it can be approved. Upheld: it has its outcome, and with it the notice.
    let (whole, approved) = half.conclude(&over, &[], at("2026-03-11")).unwrap();
    assert_eq!((approved, whole.state), (open(&["b"]), NoticeState::Concluded));
    let upheld = half.settled("b", SubjectOutcome::Rejected);
    assert_eq!((upheld.state, upheld.subjects[1].outcome), (NoticeState::Concluded, Some(SubjectOutcome::Rejected)));
    assert_eq!(whole.conclude(&over, &[], at("2026-03-11")).unwrap_err().code, Code::WrongState);
}

#[test]
fn a_notice_is_taken_down_when_who_objected_is_answered() {
    assert_eq!(shown().revoke(&open(&["a"]), "x").unwrap_err().code, Code::ObjectionsOpen);
    assert_eq!(paths(shown().revoke(&[], " ").unwrap_err()), [at_path("reason", Code::Required)]);
    let (down, why) = shown().revoke(&[], " 名单有误 ").unwrap();
    assert_eq!((down.state, why.as_str()), (NoticeState::Revoked, "名单有误"));
    assert_eq!(down.object(&ends("2026-03-09"), &objection("a"), at("2026-03-09")).unwrap_err().code, Code::WrongState);
}

#[test]
fn an_objection_is_answered_once_with_what_was_found() {
    let none = answer(ObjectionState::Open, ObjectionAction::Dismiss, " ", "").unwrap_err();
    assert_eq!(paths(none), [at_path("investigation", Code::Required), at_path("reply", Code::Required)]);
    let (state, told) = answer(ObjectionState::Open, ObjectionAction::Uphold, "现场核实", "您反映的情况属实").unwrap();
    assert_eq!((state, told.reply.as_str()), (ObjectionState::Upheld, "您反映的情况属实"));
    assert_eq!(answer(state, ObjectionAction::Dismiss, "x", "x").unwrap_err().code, Code::WrongState);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    /// Whatever happens in whatever order: nothing is approved against an open objection or before its time, an
    /// outcome is never changed, and a notice whose subjects all have one is over.
    #[test]
    fn an_outcome_is_for_good(steps in prop::collection::vec((0usize..5, 0usize..3, 0i64..3), 1..30)) {
        let mut notice = Notice { state: NoticeState::Published, starts: day("2026-03-02"), subjects: ["a", "b", "c"].map(subject).to_vec() };
        let (mut today, mut against) = (day("2026-03-02"), Vec::<String>::new());
        for (what, which, days) in steps {
            today = today.plus(days);
            let at = at(&today.to_string());
            let thing = ["a", "b", "c"][which].to_owned();
            let before = notice.clone();
            match what {
                0 => if notice.object(&ends("2026-03-09"), &objection(&thing), at).is_ok() {
                    prop_assert!(today <= day("2026-03-09"));
                    against.push(thing);
                },
                1 => against.retain(|other| *other != thing),
                2 => if against.contains(&thing) {
                    against.retain(|other| *other != thing);
                    notice = notice.settled(&thing, SubjectOutcome::Rejected);
                },
                3 => notice = notice.settled(&thing, SubjectOutcome::Withdrawn),
                _ => if let Ok((after, approved)) = notice.conclude(&ends("2026-03-09"), &against, at) {
                    prop_assert!(today > day("2026-03-09"));
                    prop_assert!(approved.iter().all(|thing| !against.contains(thing)));
                    notice = after;
                },
            }
            for (was, is) in before.subjects.iter().zip(&notice.subjects) {
                prop_assert!(was.outcome.is_none() || was.outcome == is.outcome);
            }
            let all = notice.subjects.iter().all(|subject| subject.outcome.is_some());
            prop_assert_eq!(notice.state == NoticeState::Concluded, all);
        }
    }
}
