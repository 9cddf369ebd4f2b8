use super::*;
use crate::{
    application::tests::calendar,
    id::Id,
    intake::tests::{at, day},
};

pub(super) const TIMES: AssessmentTimes = AssessmentTimes { own: 10, conclude: 20, appeal: 5, answer: 10 };

/// Two branches of two levels, a hundred points at three leaves.
pub(super) fn small() -> AssessmentSheet {
    let one =
        |level, name: &str, points| sheet::Indicator { level, name: name.into(), points, rule: None, evidence: None };
    AssessmentSheet {
        title: "考核表".into(),
        indicators: vec![
            one(1, "组织", None),
            one(2, "治理", Some(30)),
            one(2, "财务", Some(20)),
            one(1, "服务", Some(50)),
        ],
        vetoes: vec!["弄虚作假".into()],
        weights: sheet::SheetWeights { own: 20, base: 50, expert: 30 },
        grades: sheet::GradeMarks { excellent: 90, good: 80, pass: 60 },
    }
}
pub(super) fn begun(expert: bool, on: &str) -> Assessment {
    Assessment::begun(
        AssessmentId::from_key(1),
        (AssessmentRoundId::from_key(1), BaseId::from_key(1)),
        (OrganizationId::from_key(1), ResidencyId::from_key(1)),
        expert.then(|| AccountId::from_key(1)),
        day("2026-09-14"),
        at(on),
    )
}
pub(super) fn all(points: [f64; 3], note: Option<&str>) -> Written {
    let score = |(indicator, points): (u32, f64)| IndicatorScore {
        indicator,
        points: Some(points),
        note: note.map(str::to_owned),
    };
    Written { scores: [1, 2, 3].into_iter().zip(points).map(score).collect(), comment: None }
}
pub(super) fn stamp(on: &str) -> Stamp {
    Stamp { by: "白雪".into(), on: day(on), on_paper: false }
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
fn handed_in(expert: bool) -> Assessment {
    let written = all([30.0, 20.0, 50.0], None);
    score_self(&begun(expert, "2026-09-01"), &small(), &written, Some(stamp("2026-09-02")), at("2026-09-02")).unwrap()
}
fn scored(points: [f64; 3]) -> Assessment {
    score(&handed_in(false), &small(), &all(points, Some("少一次会议")), &[], at("2026-09-05")).unwrap()
}
fn concluded(points: [f64; 3]) -> Assessment {
    conclude(&scored(points), &small(), "继续努力", day("2026-09-14"), ("斯琴", at("2026-09-07"))).unwrap()
}
fn due(of: &Assessment, today: &str) -> Option<(AssessmentAction, AssessmentOwner, Day)> {
    let clock = clock(of, day(today), |_| TIMES, &calendar(), &[]).unwrap()?;
    Some((clock.action, clock.owner, clock.deadline.due))
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
}

#[test]
fn the_shipped_sheet_is_one_that_could_be_set() {
    assert_eq!(sheet::check(&sheet::shipped(), "value"), []);
    assert_eq!(sheet::check(&small(), "value"), []);
}

#[test]
fn points_stand_at_the_lowest_of_each_branch() {
    let sheet = small();
    assert_eq!(sheet.leaves().map(|(n, _)| n).collect::<Vec<_>>(), [1, 2, 3]);
    let wrong = |change: fn(&mut AssessmentSheet)| {
        let mut sheet = small();
        change(&mut sheet);
        sheet::check(&sheet, "value").into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(|of| of.indicators[0].points = Some(1)), fault("value.indicators[0].points", Code::PointsAbove));
    assert_eq!(
        wrong(|of| of.indicators[3].points = None),
        [("value.indicators[3].points".to_owned(), Code::Required), ("value.indicators".into(), Code::PointsSum),]
    );
    assert_eq!(wrong(|of| of.indicators[3].points = Some(49)), fault("value.indicators", Code::PointsSum));
    assert_eq!(
        wrong(|of| of.indicators[2].level = 4),
        // It stands below the one before then, which has points.
        [
            ("value.indicators[1].points".to_owned(), Code::PointsAbove),
            ("value.indicators[2].level".into(), Code::LevelSkipped),
            ("value.indicators".into(), Code::PointsSum),
        ]
    );
    assert_eq!(wrong(|of| of.indicators[0].level = 2)[0], ("value.indicators[0].level".into(), Code::LevelSkipped));
    assert_eq!(wrong(|of| of.indicators[0].level = 9)[0], ("value.indicators[0].level".into(), Code::OutOfRange));
    assert_eq!(wrong(|of| of.indicators[1].name = " ".into()), fault("value.indicators[1].name", Code::Required));
    assert_eq!(wrong(|of| of.indicators.clear()), fault("value.indicators", Code::Required));
    assert_eq!(wrong(|of| of.weights.own = 30), fault("value.weights", Code::PointsSum));
    assert_eq!(
        wrong(|of| of.weights = sheet::SheetWeights { own: 100, base: 0, expert: 0 }),
        fault("value.weights.base", Code::OutOfRange)
    );
    assert_eq!(wrong(|of| of.grades.good = 90), fault("value.grades", Code::GradesOrder));
    assert_eq!(wrong(|of| of.grades.pass = 0), fault("value.grades", Code::GradesOrder));
    assert_eq!(wrong(|of| of.vetoes.push(String::new())), fault("value.vetoes[1]", Code::Required));
    let many = AssessmentSheet { indicators: vec![small().indicators[3].clone(); 121], ..small() };
    assert_eq!(sheet::check(&many, "value")[0].code, Code::TooMany);
}

#[test]
fn a_round_looks_back() {
    let plan = |title: &str, first: &str, last: &str| {
        plan(title, AssessmentCycle::Quarter, day(first), day(last), at("2026-09-01"))
            .map_err(|refusal| refusal.fields.into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>())
    };
    assert!(plan(" 二季度考核 ", "2026-04-01", "2026-06-30").is_ok_and(|of| of.title == "二季度考核"));
    assert!(plan("考核", "2026-09-01", "2026-09-01").is_ok());
    assert_eq!(plan("考核", "2026-09-01", "2026-08-31"), Err(fault("last", Code::DayTooEarly)));
    assert_eq!(plan("考核", "2026-09-01", "2026-09-02"), Err(fault("last", Code::DayTooLate)));
    assert_eq!(plan("考核", "2023-08-29", "2026-06-30"), Err(fault("first", Code::DayTooEarly)));
    assert_eq!(plan(" ", "2026-04-01", "2026-06-30"), Err(fault("title", Code::Required)));
    assert_eq!(plan(&"长".repeat(61), "2026-04-01", "2026-06-30"), Err(fault("title", Code::TooLong)));
}

#[test]
fn a_self_score_is_written_down_bit_by_bit_and_handed_in_whole() {
    let (of, sheet) = (begun(false, "2026-09-01"), small());
    let some =
        Written { scores: vec![all([30.0, 20.0, 50.0], None).scores.remove(1)], comment: Some(" 尚可 ".into()) };
    let draft = score_self(&of, &sheet, &some, None, at("2026-09-02")).unwrap();
    assert_eq!((draft.state, draft.course.own.comment.as_deref()), (AssessmentState::SelfScoring, Some("尚可")));
    let missing = score_self(&of, &sheet, &some, Some(stamp("2026-09-02")), at("2026-09-02"));
    assert_eq!(faults(missing), [("scores.1".to_owned(), Code::Required), ("scores.3".into(), Code::Required)]);
    let bad = |indicator, points: f64| {
        let score = IndicatorScore { indicator, points: Some(points), note: None };
        faults(score_self(&of, &sheet, &Written { scores: vec![score], comment: None }, None, at("2026-09-02")))
    };
    assert_eq!(bad(0, 1.0), fault("scores[0].indicator", Code::NotFound), "no points stand at the first level");
    assert_eq!(bad(4, 1.0), fault("scores[0].indicator", Code::NotFound));
    assert_eq!(bad(1, 30.5), fault("scores[0].points", Code::OutOfRange));
    assert_eq!(bad(1, -0.1), fault("scores[0].points", Code::OutOfRange));
    assert_eq!(bad(1, f64::NAN), fault("scores[0].points", Code::OutOfRange));
    assert_eq!(bad(1, 1.25), fault("scores[0].points", Code::TooFine));
    let twice = Written { scores: vec![all([1.0, 1.0, 1.0], None).scores.remove(0); 2], comment: None };
    assert_eq!(
        faults(score_self(&of, &sheet, &twice, None, at("2026-09-02"))),
        fault("scores[1].indicator", Code::TwiceInList)
    );
    let done = handed_in(false);
    assert_eq!(done.state, AssessmentState::Scoring);
    assert_eq!(code(score_self(&done, &sheet, &some, None, at("2026-09-03"))), Code::WrongState);
}

#[test]
fn who_does_not_score_itself_in_time_is_assessed_without() {
    let of = begun(false, "2026-09-01");
    assert_eq!(code(go_on(&of, Some(day("2026-09-14")), at("2026-09-14"))), Code::DayTooEarly);
    assert_eq!(code(go_on(&of, None, at("2026-12-14"))), Code::CalendarOpen);
    let after = go_on(&of, Some(day("2026-09-14")), at("2026-09-15")).unwrap();
    let after = score(&after, &small(), &all([30.0, 20.0, 50.0], None), &[], at("2026-09-16")).unwrap();
    let done = conclude(&after, &small(), "未自评", day("2026-09-14"), ("斯琴", at("2026-09-16")))
        .unwrap()
        .course
        .result
        .unwrap();
    // Twenty of seventy are lost: 50/70 of a hundred.
    assert_eq!((done.own, done.total, done.grade), (None, 7143, AssessmentGrade::Pass));
}

#[test]
fn points_that_are_taken_off_need_their_reason() {
    let sheet = small();
    let bare = score(&handed_in(false), &sheet, &all([25.0, 20.0, 50.0], None), &[], at("2026-09-05")).unwrap();
    assert_eq!(cannot_conclude(&bare, &sheet), Some(Code::BaseScoreOpen));
    let refused = conclude(&bare, &sheet, "好", day("2026-09-14"), ("斯琴", at("2026-09-07"))).unwrap_err();
    assert_eq!((refused.code, refused.values["left"].clone()), (Code::BaseScoreOpen, serde_json::json!(1)));
    let done = concluded([25.0, 20.0, 50.0]).course.result.unwrap();
    // (100 × 20 + 95 × 50) / 70
    assert_eq!((done.own, done.base, done.expert, done.total), (Some(1000), 950, None, 9643));
    assert_eq!((done.grade, done.comment.as_str()), (AssessmentGrade::Excellent, "继续努力"));
    assert_eq!(
        faults(conclude(&scored([25.0, 20.0, 50.0]), &sheet, " ", day("2026-09-14"), ("x", at("2026-09-07")))),
        fault("comment", Code::Required)
    );
}

#[test]
fn a_breach_fails_the_whole() {
    let sheet = small();
    let breach = |veto, reason: &str| Breach { veto, reason: reason.into() };
    let with = |breaches: &[Breach]| {
        score(&handed_in(false), &sheet, &all([30.0, 20.0, 50.0], None), breaches, at("2026-09-05"))
    };
    let done = conclude(
        &with(&[breach(0, " 虚报人次 ")]).unwrap(),
        &sheet,
        "一票否决",
        day("2026-09-14"),
        ("斯琴", at("2026-09-07")),
    )
    .unwrap();
    assert_eq!(done.course.breaches[0].reason, "虚报人次");
    assert_eq!(done.course.result.unwrap().grade, AssessmentGrade::Fail);
    assert_eq!(faults(with(&[breach(1, "x")])), fault("breaches[0].veto", Code::NotFound));
    assert_eq!(faults(with(&[breach(0, " ")])), fault("breaches[0].reason", Code::Required));
    assert_eq!(faults(with(&[breach(0, "x"), breach(0, "y")])), fault("breaches", Code::TooMany));
}

#[test]
fn an_expert_scores_in_a_column_of_his_own() {
    let sheet = small();
    let of = score(&handed_in(true), &sheet, &all([30.0, 20.0, 50.0], None), &[], at("2026-09-05")).unwrap();
    assert_eq!(cannot_conclude(&of, &sheet), Some(Code::ExpertScoreOpen));
    assert_eq!(cannot_evaluate(&handed_in(false)), Some(Code::NotFound));
    let written = all([15.0, 20.0, 25.0], Some("材料不全"));
    let draft = evaluate(&of, &sheet, &all([15.0, 20.0, 25.0], None), None, at("2026-09-06")).unwrap();
    assert_eq!(cannot_conclude(&draft, &sheet), Some(Code::ExpertScoreOpen), "a draft is no word");
    let bare = evaluate(&of, &sheet, &all([15.0, 20.0, 25.0], None), Some(stamp("2026-09-06")), at("2026-09-06"));
    assert_eq!(
        faults(bare),
        [("scores[0].note".to_owned(), Code::ReasonForDeduction), ("scores[2].note".into(), Code::ReasonForDeduction),]
    );
    let of = evaluate(&of, &sheet, &written, Some(stamp("2026-09-06")), at("2026-09-06")).unwrap();
    assert_eq!(code(evaluate(&of, &sheet, &written, None, at("2026-09-06"))), Code::DeliveredAlready);
    // 100 × 20 + 100 × 50 + 60 × 30
    let done =
        conclude(&of, &sheet, "好", day("2026-09-14"), ("斯琴", at("2026-09-07"))).unwrap().course.result.unwrap();
    assert_eq!((done.expert, done.total, done.grade), (Some(600), 8800, AssessmentGrade::Good));
}

#[test]
fn grades_begin_at_their_marks() {
    let sheet = small();
    let grade = |total| sheet.grade(total, false);
    assert_eq!((grade(9000), grade(8999)), (AssessmentGrade::Excellent, AssessmentGrade::Good));
    assert_eq!((grade(8000), grade(7999)), (AssessmentGrade::Good, AssessmentGrade::Pass));
    assert_eq!((grade(6000), grade(5999)), (AssessmentGrade::Pass, AssessmentGrade::Fail));
}

#[test]
fn what_is_given_back_is_handed_in_again() {
    let back = send_back(&handed_in(false), " 缺佐证 ", day("2026-09-30"), ("斯琴", at("2026-09-05"))).unwrap();
    assert_eq!((back.state, back.self_by), (AssessmentState::SelfScoring, day("2026-09-30")));
    assert!(back.course.own.handed_in.is_none() && !back.course.own.scores.is_empty(), "what was written stays");
    assert_eq!(back.course.returned.as_ref().map(|said| said.text.as_str()), Some("缺佐证"));
    assert_eq!(
        faults(send_back(&handed_in(false), "", day("2026-09-30"), ("x", at("2026-09-05")))),
        fault("reason", Code::Required)
    );
}

#[test]
fn an_appeal_is_made_once_and_in_time() {
    let of = concluded([10.0, 10.0, 20.0]);
    let until = Some(day("2026-09-14"));
    assert_eq!(
        due(&of, "2026-09-08"),
        Some((AssessmentAction::Appeal, AssessmentOwner::Organization, day("2026-09-14")))
    );
    assert_eq!(due(&of, "2026-09-15"), None, "nobody has to appeal");
    assert_eq!(
        code(appeal(&of, "不公", until, (AgreementSide::Organization, "白雪", at("2026-09-15")))),
        Code::TimeOver
    );
    let appealed = appeal(&of, " 漏看了材料 ", until, (AgreementSide::Organization, "白雪", at("2026-09-14"))).unwrap();
    assert_eq!(
        due(&appealed, "2026-09-14").map(|due| (due.0, due.1)),
        Some((AssessmentAction::Uphold, AssessmentOwner::City))
    );
    let kept = answer(&appealed, true, "评分有据", ("市局", at("2026-09-20"))).unwrap();
    assert_eq!((kept.state, kept.course.result == of.course.result), (AssessmentState::Concluded, true));
    assert_eq!(
        code(appeal(&kept, "不公", None, (AgreementSide::Organization, "白雪", at("2026-09-20")))),
        Code::AppealedAlready
    );
    assert_eq!(due(&kept, "2026-09-20"), None);
    let again = answer(&appealed, false, "补充材料属实", ("市局", at("2026-09-20"))).unwrap();
    assert_eq!((again.state, again.course.result.clone()), (AssessmentState::Scoring, None));
    assert_eq!(again.course.appeal.as_ref().map(|of| of.against.total), of.course.result.map(|of| of.total));
    assert_eq!(faults(answer(&appealed, true, " ", ("市局", at("2026-09-20")))), fault("reason", Code::Required));
}

#[test]
fn clocks_count_working_days_and_a_told_day_is_not_moved_nearer() {
    let of = begun(false, "2026-09-01");
    // Ten working days after 1 September 2026 end on the 15th.
    assert_eq!(
        due(&of, "2026-09-01"),
        Some((AssessmentAction::HandIn, AssessmentOwner::Organization, day("2026-09-15")))
    );
    let told = Assessment { self_by: day("2026-09-25"), ..of };
    assert_eq!(due(&told, "2026-09-01").map(|due| due.2), Some(day("2026-09-25")));
    // Twenty from 2 September, over the holidays of that autumn (20 September is worked, 25 to 27 and 1 to 7 are not).
    let scoring = due(&handed_in(false), "2026-09-02").unwrap();
    assert_eq!((scoring.0, scoring.1), (AssessmentAction::Conclude, AssessmentOwner::Base));
    assert_eq!(scoring.2, day("2026-09-30"));
}

#[test]
fn what_is_cancelled_says_why_and_is_over() {
    let of = cancel(&handed_in(false), "已退驻", ("斯琴", at("2026-09-05"))).unwrap();
    assert!(!of.is_open() && LIFECYCLE.is_final(of.state));
    assert_eq!(code(cancel(&concluded([30.0, 20.0, 50.0]), "x", ("x", at("2026-09-05")))), Code::WrongState);
}
