use super::{
    decision::{Decision, OnList, Outcome, decide, next_in_line, waiting_list},
    sheet::{Advice, Marks, Sheet, SheetState},
    standing::{Counted, Entry, Standing, TieBreak, complete, standings},
    *,
};
use crate::{
    id::Id,
    intake::tests::{at, day},
    rubric::{self, Score},
};

pub(super) const TERMS: Terms = Terms { min_sheets: 2, drop_from: 5, pass_mark: 60, disagreement: 20 };

pub(super) fn app(n: u128) -> ApplicationId {
    ApplicationId::from_key(n)
}
pub(super) fn acc(n: u128) -> AccountId {
    AccountId::from_key(n)
}

pub(super) fn open() -> Review {
    Review {
        state: ReviewState::Open,
        due: day("2026-03-20"),
        terms: TERMS,
        applications: vec![app(1), app(2), app(3)],
        reviewers: vec![acc(1), acc(2)],
        prepared_by: vec![acc(9)],
    }
}

/// Marks of the shipped rubric: need 20, plan 25, team 20, growth 20, fit 15.
pub(super) fn marks(points: [f64; 5], advice: Advice) -> Marks {
    let score =
        |(of, points): (rubric::Criterion, f64)| Score { key: of.key.unwrap(), points: Some(points), comment: None };
    Marks {
        scores: rubric::shipped().into_iter().zip(points).map(score).collect(),
        advice: Some(advice),
        comment: Some("理由".into()),
    }
}

fn paths(refusal: Refusal) -> Vec<(String, Code)> {
    refusal.fields.into_iter().map(|fault| (fault.path, fault.code)).collect()
}
fn at_path(path: &str, code: Code) -> (String, Code) {
    (path.to_owned(), code)
}

#[test]
fn who_is_bound_to_the_applicant_does_not_review() {
    let who = Person { name: "王芳", phone: Some("139 0470 1234") };
    let person = |name, phone| Person { name, phone };
    assert_eq!(conflict(&who, true, &[]), Some(Conflict::OwnRole));
    assert_eq!(conflict(&who, false, &[person("李明", Some("13904701234"))]), Some(Conflict::SamePhone));
    assert_eq!(conflict(&who, false, &[person("王芳", Some("13900000000"))]), Some(Conflict::SameName));
    assert_eq!(conflict(&who, false, &[person("李明", None)]), None);
    // Nobody's phone is nobody else's.
    assert_eq!(conflict(&Person { name: "王芳", phone: None }, false, &[person("李明", None)]), None);
    assert!(Conflict::OwnRole.blocks() && Conflict::SamePhone.blocks() && !Conflict::SameName.blocks());
}

#[test]
fn what_a_review_is_convened_with() {
    let faults = |of: &Review| check(of, at("2026-03-02")).into_iter().map(|f| (f.path, f.code)).collect::<Vec<_>>();
    assert_eq!(faults(&open()), []);
    let bad = Review { due: day("2026-03-01"), applications: vec![app(1), app(1)], reviewers: vec![acc(1)], ..open() };
    assert_eq!(
        faults(&bad),
        [
            at_path("applications[1]", Code::AlreadyUsed),
            at_path("reviewers", Code::ReviewersFew),
            at_path("due", Code::DayTooEarly),
        ]
    );
    let none = Review { due: day("2026-07-01"), applications: vec![], reviewers: vec![], ..open() };
    assert_eq!(
        faults(&none),
        [
            at_path("applications", Code::Required),
            at_path("reviewers", Code::Required),
            at_path("due", Code::DayTooLate),
        ]
    );
}

#[test]
fn time_moves_out_only_and_reviewers_come_and_go_while_it_is_open() {
    let moved = open().extend(day("2026-03-25"), at("2026-03-10")).unwrap();
    assert_eq!(moved.due, day("2026-03-25"));
    let early = open().extend(day("2026-03-20"), at("2026-03-10")).unwrap_err();
    assert_eq!(paths(early), [at_path("due", Code::DayTooEarly)]);
    // Past its last day it can still be given more time, from today on.
    let late = open().extend(day("2026-03-29"), at("2026-03-30")).unwrap_err();
    assert_eq!(paths(late), [at_path("due", Code::DayTooEarly)]);
    assert!(open().extend(day("2026-03-30"), at("2026-03-30")).is_ok());
    let more = open().add(acc(3)).unwrap();
    assert_eq!(more.reviewers, [acc(1), acc(2), acc(3)]);
    assert_eq!(paths(open().add(acc(2)).unwrap_err()), [at_path("reviewer", Code::AlreadyUsed)]);
    let (fewer, why) = more.remove(acc(1), " 出差 ").unwrap();
    assert_eq!((fewer.reviewers, why.as_str()), (vec![acc(2), acc(3)], "出差"));
    assert_eq!(open().remove(acc(7), "x").unwrap_err(), Refusal::missing());
    assert_eq!(paths(open().remove(acc(1), " ").unwrap_err()), [at_path("reason", Code::Required)]);
    let closed = open().step(ReviewAction::Close).unwrap();
    assert_eq!(closed.add(acc(3)).unwrap_err().code, Code::WrongState);
    assert_eq!(closed.not_prepared_by(acc(9)).unwrap_err().code, Code::PreparedByYou);
    assert_eq!(closed.not_prepared_by(acc(8)), Ok(()));
}

#[test]
fn a_sheet_is_seen_only_by_who_is_free_to_review() {
    let asked = Sheet::asked();
    assert!(!asked.sees());
    let rubric = rubric::shipped();
    let good = || marks([18.0, 20.0, 16.0, 15.5, 12.0], Advice::Admit);
    // Before the declaration there is no scoring.
    assert_eq!(asked.save(&rubric, good()).unwrap_err().code, Code::WrongState);
    let cleared = asked.clear(day("2026-03-20"), at("2026-03-20")).unwrap();
    assert!(cleared.sees());
    let aside = cleared.save(&rubric, good()).unwrap().recuse("曾任该机构理事").unwrap();
    assert_eq!((aside.state, aside.sees()), (SheetState::Recused, false));
    assert_eq!(paths(asked.recuse(" ").unwrap_err()), [at_path("reason", Code::Required)]);
    assert_eq!(aside.clear(day("2026-03-20"), at("2026-03-20")).unwrap_err().code, Code::WrongState);
    let locked = cleared.lock(&rubric, good(), day("2026-03-20"), at("2026-03-20")).unwrap();
    assert_eq!((locked.state, locked.sees()), (SheetState::Locked, true));
    // What is handed in is not changed, nor stepped aside from, unless it is given back.
    assert_eq!(locked.save(&rubric, good()).unwrap_err().code, Code::WrongState);
    assert_eq!(locked.recuse("x").unwrap_err().code, Code::WrongState);
    let back = locked.unlock("漏看附件").unwrap();
    assert_eq!((back.marks.clone(), back.reason.as_deref()), (good(), Some("漏看附件")));
    let anew = back.lock(&rubric, good(), day("2026-03-20"), at("2026-03-20")).unwrap();
    assert_eq!(anew.reason, None);
    // Taken out, what was written stays.
    let out = locked.remove("换人").unwrap();
    assert_eq!((out.sees(), out.marks), (false, good()));
}

#[test]
fn a_sheet_is_handed_in_whole_and_in_time() {
    let rubric = rubric::shipped();
    let cleared = Sheet::asked().clear(day("2026-03-20"), at("2026-03-20")).unwrap();
    let lock = |marks, on: &str| cleared.lock(&rubric, marks, day("2026-03-20"), at(on));
    let late = Sheet::asked().clear(day("2026-03-20"), at("2026-03-21")).unwrap_err();
    assert_eq!(late.code, Code::TimeOver);
    let late = lock(marks([1.0; 5], Advice::Admit), "2026-03-21").unwrap_err();
    assert_eq!((late.code, late.values["due"].as_str()), (Code::TimeOver, Some("2026-03-20")));
    let empty = lock(Marks::default(), "2026-03-20").unwrap_err();
    assert_eq!(
        paths(empty),
        ["scores.need", "scores.plan", "scores.team", "scores.growth", "scores.fit", "advice"]
            .map(|path| at_path(path, Code::Required))
    );
    let mute = Marks { comment: Some("  ".into()), ..marks([1.0; 5], Advice::Reject) };
    assert_eq!(paths(lock(mute.clone(), "2026-03-20").unwrap_err()), [at_path("comment", Code::Required)]);
    assert!(lock(Marks { advice: Some(Advice::Admit), ..mute }, "2026-03-20").is_ok());
    // A draft may lack anything, but holds nothing wrong.
    assert!(cleared.save(&rubric, Marks::default()).is_ok());
    let wrong = cleared.save(&rubric, marks([21.0, 1.0, 1.0, 1.0, 1.0], Advice::Admit)).unwrap_err();
    assert_eq!(paths(wrong), [at_path("scores[0].points", Code::OutOfRange)]);
}

pub(super) fn entry(n: u128, on: &str) -> Entry {
    Entry { application: app(n), submitted_on: day(on), live: true }
}
pub(super) fn counted(application: u128, reviewer: u128, points: [f64; 5], advice: Advice) -> Counted {
    Counted {
        application: app(application),
        reviewer: acc(reviewer),
        state: SheetState::Locked,
        marks: marks(points, advice),
    }
}

#[test]
fn the_rank_tells_why() {
    let entries = ["2026-02-01", "2026-02-02", "2026-02-03", "2026-02-04", "2026-02-05", "2026-02-06"];
    let mut entries: Vec<Entry> = (1u128..).zip(entries).map(|(n, on)| entry(n, on)).collect();
    entries[5].live = false;
    let sheets = [
        // The plan weighs most: 2 has more of it than 1, with the same mean.
        counted(1, 1, [20.0, 15.0, 15.0, 15.0, 15.0], Advice::Admit),
        counted(1, 2, [20.0, 15.0, 15.0, 15.0, 15.0], Advice::Admit),
        counted(2, 1, [10.0, 25.0, 15.0, 15.0, 15.0], Advice::Wait),
        counted(2, 2, [10.0, 25.0, 15.0, 15.0, 15.0], Advice::Wait),
        // As 1 in points, with less advice; 5 as 3, but later.
        counted(3, 1, [20.0, 15.0, 15.0, 15.0, 15.0], Advice::Wait),
        counted(3, 2, [20.0, 15.0, 15.0, 15.0, 15.0], Advice::Admit),
        counted(5, 1, [20.0, 15.0, 15.0, 15.0, 15.0], Advice::Admit),
        counted(5, 2, [20.0, 15.0, 15.0, 15.0, 15.0], Advice::Wait),
        // 45 and 70: they disagree, and the mean is below the mark.
        counted(4, 1, [9.0, 9.0, 9.0, 9.0, 9.0], Advice::Reject),
        counted(4, 2, [15.0, 20.0, 15.0, 10.0, 10.0], Advice::Admit),
        // Taken back: without a rank, whatever it has.
        counted(6, 1, [20.0, 25.0, 20.0, 20.0, 15.0], Advice::Admit),
    ];
    let found = standings(&rubric::shipped(), &TERMS, &entries, &sheets);
    let brief = |of: &Standing| (of.application, of.rank, of.tie, of.below_mark, of.disagrees);
    assert_eq!(
        found.iter().map(brief).collect::<Vec<_>>(),
        [
            (app(2), Some(1), None, false, false),
            (app(1), Some(2), Some(TieBreak::Criterion), false, false),
            (app(3), Some(3), Some(TieBreak::Advice), false, false),
            (app(5), Some(4), Some(TieBreak::HandedIn), false, false),
            (app(4), Some(5), None, true, true),
            (app(6), None, None, false, false),
        ]
    );
    let last = &found[4];
    let spread = last.spread.as_ref().unwrap();
    assert_eq!((spread.mean, spread.lowest, spread.highest, spread.deviation), (5750, 450, 700, 1250));
    assert_eq!((last.asked, last.recused, last.advice), (2, 0, [1, 0, 1]));
    assert_eq!(complete(&TERMS, &found), Ok(()));
}

#[test]
fn each_application_needs_its_sheets() {
    let entries = [entry(1, "2026-02-01"), entry(2, "2026-02-02")];
    let mut sheets = vec![
        counted(1, 1, [10.0; 5], Advice::Admit),
        counted(1, 2, [10.0; 5], Advice::Admit),
        counted(2, 1, [10.0; 5], Advice::Admit),
    ];
    // One stepped aside, one was taken out after he had scored: neither counts.
    sheets.push(Counted { state: SheetState::Recused, ..counted(2, 2, [10.0; 5], Advice::Admit) });
    sheets.push(Counted { state: SheetState::Removed, ..counted(2, 3, [0.0; 5], Advice::Reject) });
    let found = standings(&rubric::shipped(), &TERMS, &entries, &sheets);
    assert_eq!(found[1].asked, 2);
    assert_eq!((found[1].recused, found[1].advice), (1, [1, 0, 0]));
    let short = complete(&TERMS, &found).unwrap_err();
    assert_eq!((short.code, short.values["count"].as_i64()), (Code::SheetsShort, Some(1)));
    assert_eq!(short.values["short"], serde_json::json!([{"application": app(2).to_string(), "has": 1}]));
    let gone = [Entry { live: false, ..entries[0] }];
    let none = standings(&rubric::shipped(), &TERMS, &gone, &sheets);
    assert_eq!(complete(&TERMS, &none).unwrap_err().code, Code::ReviewEmpty);
}

fn three() -> Vec<Standing> {
    let entries = [entry(1, "2026-02-01"), entry(2, "2026-02-02"), entry(3, "2026-02-03")];
    let sheets = [
        counted(1, 1, [18.0, 20.0, 18.0, 18.0, 12.0], Advice::Admit),
        counted(2, 1, [16.0, 18.0, 16.0, 16.0, 10.0], Advice::Admit),
        counted(3, 1, [8.0, 10.0, 8.0, 8.0, 6.0], Advice::Reject),
    ];
    standings(&rubric::shipped(), &TERMS, &entries, &sheets)
}

#[test]
fn a_decision_is_on_all_and_gives_its_reasons() {
    let on =
        |n, outcome, reason: Option<&str>| Decision { application: app(n), outcome, reason: reason.map(str::to_owned) };
    use Outcome::{Defer, Propose, Reject};
    let good = vec![on(1, Propose, None), on(2, Defer, None), on(3, Reject, Some(" 得分偏低 "))];
    let decided = decide(&three(), good, Some(1)).unwrap();
    assert_eq!(decided[2].reason.as_deref(), Some("得分偏低"));
    let bad = vec![on(1, Defer, None), on(2, Propose, None), on(3, Propose, None), on(9, Reject, None)];
    assert_eq!(
        paths(decide(&three(), bad, Some(2)).unwrap_err()),
        [
            at_path("decisions[0].reason", Code::PassedOver),
            at_path("decisions[2].outcome", Code::BelowMark),
            at_path("decisions[3].application", Code::NotFound),
        ]
    );
    // What was passed over may be, with a reason.
    assert!(
        decide(&three(), vec![on(1, Defer, Some("面积不足")), on(2, Propose, None), on(3, Reject, Some("x"))], Some(1))
            .is_ok()
    );
    // Nobody waits while there is a place, but with a reason; without a limit there always is one.
    for (free, code) in [(Some(2), Some(Code::PlacesLeft)), (None, Some(Code::PlacesLeft)), (Some(1), None)] {
        let waits = vec![on(1, Propose, None), on(2, Defer, None), on(3, Reject, Some("x"))];
        let refused = decide(&three(), waits, free).err().map(paths);
        assert_eq!(refused, code.map(|code| vec![at_path("decisions[1].reason", code)]), "{free:?}");
    }
    let twice = vec![on(1, Propose, None), on(1, Propose, None), on(3, Reject, None)];
    assert_eq!(
        paths(decide(&three(), twice, Some(2)).unwrap_err()),
        [
            at_path("decisions[1].application", Code::AlreadyUsed),
            at_path("decisions[2].reason", Code::Required),
            at_path("decisions", Code::Undecided),
        ]
    );
}

#[test]
fn the_waiting_list_goes_by_score_then_by_time() {
    let on = |n, mean, day_: &str| OnList { application: app(n), mean, submitted_on: day(day_) };
    let list = waiting_list(vec![on(1, 7000, "2026-02-01"), on(2, 7500, "2026-02-03"), on(3, 7500, "2026-02-02")]);
    assert_eq!(list.iter().map(|of| of.application).collect::<Vec<_>>(), [app(3), app(2), app(1)]);
    assert_eq!(next_in_line(&list, app(3)), Ok(()));
    let refused = next_in_line(&list, app(1)).unwrap_err();
    assert_eq!((refused.code, refused.values["place"].as_u64()), (Code::NotFirst, Some(3)));
}
