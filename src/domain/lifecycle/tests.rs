use super::*;
use crate::{words::words, workday::SkipReason};

words! {
    /// States of a letter.
    enum State {
        /// Being written.
        Draft = "draft",
        /// With the office.
        Sent = "sent",
        /// Back for correction.
        Returned = "returned",
        /// Answered.
        Done = "done",
    }
    /// What is done with a letter.
    enum Action {
        /// To the office.
        Send = "send",
        /// For correction.
        Return = "return",
        /// The end.
        Answer = "answer",
    }
}
use Action::*;
use State::*;

const ANSWER_BY: DeadlineRule<State> = DeadlineRule {
    days: 5,
    kind: DayKind::Working,
    roll: Roll::None,
    setting: "letter.answer_days",
    pauses_in: &[Returned],
};
const LETTER: Lifecycle<State, Action> = Lifecycle {
    name: "letter",
    initial: Draft,
    steps: &[
        Step {
            from: &[Draft, Returned],
            action: Send,
            to: Sent,
            who: "letter_write",
            guard: Some("complete"),
            deadline: None,
        },
        Step { from: &[Sent], action: Return, to: Returned, who: "letter_decide", guard: None, deadline: None },
        Step { from: &[Sent], action: Answer, to: Done, who: "letter_decide", guard: None, deadline: Some(ANSWER_BY) },
    ],
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn the_table_leads_from_state_to_state() {
    assert_eq!(LETTER.next(Draft, Send), Ok(Sent));
    assert_eq!(LETTER.next(Returned, Send), Ok(Sent));
    assert_eq!(LETTER.next(Sent, Return), Ok(Returned));
    assert_eq!(LETTER.available(Sent).collect::<Vec<_>>(), [Return, Answer]);
    assert_eq!(LETTER.available(Done).count(), 0);
    assert!(LETTER.is_final(Done) && !LETTER.is_final(Returned));
    assert_eq!(LETTER.step(Sent, Answer).unwrap().who, "letter_decide");
    assert_eq!(LETTER.journal_code(Answer), "letter.answer");
}

#[test]
fn an_action_that_does_not_fit_the_state_is_refused() {
    let refusal = LETTER.next(Draft, Answer).unwrap_err();
    let expected = Refusal::state(Code::WrongState).with("state", "draft").with("action", "answer");
    assert_eq!(refusal, expected.with("may", vec!["send"]));
}

#[test]
fn can_asks_the_state_first_and_then_the_guard() {
    let incomplete = |guard| (guard == "complete").then_some(Code::Required);
    assert_eq!(LETTER.can(Draft, Send, incomplete), Some(Code::Required));
    assert_eq!(LETTER.can(Draft, Send, |_| None), None);
    assert_eq!(LETTER.can(Sent, Send, incomplete), Some(Code::WrongState));
    assert_eq!(LETTER.can(Sent, Return, |_| Some(Code::Required)), None, "has no guard");
    let all = LETTER.can_all(Draft, incomplete);
    let expected =
        [("answer", Some(Code::WrongState)), ("return", Some(Code::WrongState)), ("send", Some(Code::Required))];
    assert_eq!(all, BTreeMap::from(expected));
}

#[test]
fn the_diagram_shows_every_step() {
    let expected = "stateDiagram-v2
    [*] --> draft
    draft --> sent: send
    returned --> sent: send
    sent --> returned: return
    sent --> done: answer
    done --> [*]
";
    assert_eq!(LETTER.mermaid(), expected);
}

#[test]
fn each_flaw_of_a_table_is_found() {
    assert_eq!(LETTER.flaws(), []);
    let step = |index: usize| LETTER.steps[index];
    let with = |steps: Vec<Step<State, Action>>| Lifecycle { steps: Box::leak(steps.into_boxed_slice()), ..LETTER };
    assert_eq!(with(vec![step(0), step(2)]).flaws(), [Flaw::Unreachable(Returned), Flaw::Unused(Return)]);
    let twice = Step { to: Done, from: &[Returned], ..step(0) };
    assert_eq!(with(vec![step(0), step(1), step(2), twice]).flaws(), [Flaw::Ambiguous(Returned, Send)]);
    let nowhere = Step { from: &[], ..step(2) };
    assert_eq!(with(vec![step(0), step(1), nowhere]).flaws(), [Flaw::Unreachable(Done), Flaw::Rootless(Answer)]);
    // Told from the end to the start, everything is still reachable.
    assert_eq!(with(vec![step(2), step(1), step(0)]).flaws(), []);
}

#[test]
fn the_clock_of_a_step_pauses_in_its_states() {
    let calendar = WorkCalendar::default();
    let history = [
        (Sent, "2026-11-23"),
        (Returned, "2026-11-25"),
        (Sent, "2026-11-27"),
        (Returned, "2026-12-01"),
        (Sent, "2026-12-01"),
    ];
    let history = history.map(|(state, began)| (state, day(began)));
    let rule = LETTER.step(Sent, Answer).unwrap().deadline.unwrap();
    let paused = DaySpan::new(day("2026-11-25"), Some(day("2026-11-26"))).unwrap();
    assert_eq!(rule.pauses(&history), [paused], "left on the day it began, a state pauses nothing");
    let deadline = rule.due(&calendar, day("2026-11-23"), None, &[], &history).unwrap();
    assert_eq!(deadline.due, day("2026-12-02"));
    assert_eq!(deadline.skipped.iter().filter(|(_, reason)| *reason == SkipReason::Paused).count(), 2);
    let shorter = rule.due(&calendar, day("2026-11-23"), Some(1), &[], &history).unwrap();
    assert_eq!(shorter.due, day("2026-11-24"), "the setting overrides the shipped days");
}

#[test]
fn the_clock_stands_still_while_the_state_pauses_it() {
    let history = [(Sent, day("2026-11-23")), (Returned, day("2026-11-25"))];
    let refusal = ANSWER_BY.due(&WorkCalendar::default(), day("2026-11-23"), None, &[], &history).unwrap_err();
    assert_eq!(refusal, Refusal::state(Code::ClockPaused).with("since", "2026-11-25"));
}
