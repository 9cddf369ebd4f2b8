mod change;
mod follow;
mod proceedings;
pub(super) mod renewals;

use super::*;
use crate::{
    application::tests::calendar,
    id::Id,
    intake::tests::{at, day},
};

pub(super) const TIMES: Times = Times {
    sign: 10,
    move_in: 15,
    notice: 30,
    handover: 15,
    max_months: 36,
    rectify: 30,
    recheck: 5,
    graduation: 40,
    decision: 5,
    hearing: 5,
    renewal: 10,
};

pub(super) fn agreed(first: &str, last: &str) -> Agreed {
    Agreed { mode: ResidencyMode::Physical, term: DaySpan::new(day(first), Some(day(last))).unwrap() }
}
pub(super) fn issued(on: &str) -> Residency {
    Residency::issued(
        ResidencyId::from_key(1),
        (BaseId::from_key(1), OrganizationId::from_key(1)),
        ApplicationId::from_key(1),
        agreed("2026-09-01", "2027-08-31"),
        at(on),
    )
}
fn signing(on: &str) -> Signing {
    Signing { on: day(on), base: " 斯琴 ".into(), organization: "白雪".into() }
}
fn signed(on: &str) -> Residency {
    sign(&issued("2026-08-20"), (day("2026-08-20"), None), &signing(on), at(on)).unwrap().0
}
pub(super) fn active() -> Residency {
    move_in(&signed("2026-08-25"), at("2026-09-03")).unwrap()
}
pub(super) fn faults<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, Code)> {
    result.unwrap_err().fields.into_iter().map(|fault| (fault.path, fault.code)).collect()
}
pub(super) fn code<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Code {
    result.unwrap_err().code
}
fn due(of: &Residency, told: Option<(&str, &str)>) -> Option<(ResidencyAction, ClockOwner, Day)> {
    due_on(of, told, "2026-09-01")
}
pub(super) fn due_on(
    of: &Residency,
    told: Option<(&str, &str)>,
    today: &str,
) -> Option<(ResidencyAction, ClockOwner, Day)> {
    let told = told.map(|(issued, told)| (day(issued), day(told)));
    let clock = clock(of, (told, day(today)), |_| TIMES, &calendar(), &[]).unwrap()?;
    Some((clock.action, clock.owner, clock.deadline.due))
}
fn settled(item: ExitItem) -> Checked {
    Checked { item, outcome: ExitOutcome::Done, note: None, by: "斯琴".into(), on: day("2026-12-01") }
}
fn word(party: AgreementSide) -> Confirmed {
    Confirmed { party, by: "白雪".into(), on: day("2026-12-01"), on_paper: false }
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
}

#[test]
fn what_is_agreed_has_sensible_days_and_the_places_that_it_needs() {
    use ResidencyMode::{Physical, Virtual};
    let on = at("2026-09-01");
    let agree = |mode, first: &str, last: &str, spaces| {
        agree((mode, day(first), day(last)), spaces, 36, on, 60)
            .map_err(|faults| faults.into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>())
    };
    let fault = |path: &str, code| Err(vec![(path.to_owned(), code)]);
    assert!(agree(Physical, "2026-09-10", "2027-09-09", 1).is_ok());
    assert!(agree(Virtual, "2026-07-03", "2029-07-02", 0).is_ok());
    assert_eq!(agree(Physical, "2026-09-10", "2027-09-09", 0), fault("spaces", Code::Required));
    assert_eq!(agree(Virtual, "2026-09-10", "2027-09-09", 1), fault("spaces", Code::NoSpaceNeeded));
    assert_eq!(agree(Physical, "2026-09-10", "2027-09-09", 21), fault("spaces", Code::TooMany));
    assert_eq!(agree(Physical, "2026-07-02", "2027-07-01", 1), fault("first", Code::DayTooEarly));
    assert_eq!(agree(Physical, "2027-09-03", "2028-07-01", 1), fault("first", Code::DayTooLate));
    assert_eq!(agree(Physical, "2026-09-10", "2029-09-10", 1), fault("last", Code::DayTooLate));
    assert_eq!(agree(Physical, "2026-09-10", "2026-09-09", 1), fault("last", Code::DayTooEarly));
    assert_eq!(agree(Physical, "2026-08-01", "2026-08-31", 1), fault("last", Code::DayTooEarly));
}

#[test]
fn it_is_signed_by_both_on_a_day_since_it_was_issued() {
    let of = issued("2026-08-20");
    let (after, kept) = sign(&of, (day("2026-08-20"), None), &signing("2026-08-21"), at("2026-08-25")).unwrap();
    assert_eq!(after.state, ResidencyState::Signed);
    assert_eq!((kept.on, kept.base.as_str()), (day("2026-08-21"), "斯琴"));
    let bad = Signing { on: day("2026-08-19"), base: " ".into(), organization: "长".repeat(61) };
    assert_eq!(
        faults(sign(&of, (day("2026-08-20"), None), &bad, at("2026-08-25"))),
        [("on".to_owned(), Code::DayTooEarly), ("base".into(), Code::Required), ("organization".into(), Code::TooLong)]
    );
    assert_eq!(
        faults(sign(&of, (day("2026-08-20"), None), &signing("2026-08-26"), at("2026-08-25"))),
        [("on".to_owned(), Code::DayTooLate)]
    );
    let late = sign(&of, (day("2026-08-20"), Some(day("2026-08-22"))), &signing("2026-08-23"), at("2026-08-25"));
    assert_eq!(faults(late), [("on".to_owned(), Code::DayTooLate)], "who needs longer gets a new agreement");
    assert_eq!(
        code(sign(&after, (day("2026-08-20"), None), &signing("2026-08-21"), at("2026-08-25"))),
        Code::WrongState
    );
}

#[test]
fn not_signed_in_time_counts_as_given_up() {
    let of = issued("2026-08-20");
    // Ten working days after 20 August 2026 are over on 3 September.
    assert_eq!(
        due(&of, Some(("2026-08-20", "2026-09-03"))),
        Some((ResidencyAction::Sign, ClockOwner::Organization, day("2026-09-03")))
    );
    assert_eq!(code(forfeit(&of, Some(day("2026-09-03")), at("2026-09-03"))), Code::DayTooEarly);
    assert_eq!(code(forfeit(&of, None, at("2027-09-03"))), Code::CalendarOpen);
    assert_eq!(forfeit(&of, Some(day("2026-09-03")), at("2026-09-04")).unwrap().state, ResidencyState::Forfeited);
    // A day that the organization was told is never moved nearer.
    assert_eq!(due(&of, Some(("2026-08-20", "2026-09-10"))).map(|found| found.2), Some(day("2026-09-10")));
    // Over the long holiday: from 24 September ten working days end on 15 October (20 September and 10 October count).
    assert_eq!(due(&of, Some(("2026-09-24", "2026-09-24"))).map(|found| found.2), Some(day("2026-10-15")));
}

#[test]
fn who_does_not_want_it_says_why() {
    let of = issued("2026-08-20");
    let (after, why) = give_up(&of, ResidencyAction::Decline, " 另有场地 ", at("2026-08-21")).unwrap();
    assert_eq!((after.state, why.as_str()), (ResidencyState::Forfeited, "另有场地"));
    assert_eq!(
        faults(give_up(&of, ResidencyAction::Decline, " ", at("2026-08-21"))),
        [("reason".to_owned(), Code::Required)]
    );
    assert_eq!(code(give_up(&of, ResidencyAction::CallOff, "没有来", at("2026-08-21"))), Code::WrongState);
    let (after, _) = give_up(&signed("2026-08-25"), ResidencyAction::CallOff, "没有来", at("2026-10-01")).unwrap();
    assert!(!after.is_live());
}

#[test]
fn a_residency_begins_on_the_day_of_moving_in() {
    let of = signed("2026-08-25");
    // From the first day on, not from the signature before it; the fifteenth day is a working day.
    assert_eq!(due(&of, None), Some((ResidencyAction::MoveIn, ClockOwner::Base, day("2026-09-16"))));
    assert_eq!(code(move_in(&of, at("2026-08-31"))), Code::DayTooEarly);
    assert_eq!(code(move_in(&of, at("2027-09-01"))), Code::DayTooLate);
    let after = move_in(&of, at("2026-09-03")).unwrap();
    assert_eq!((after.state, after.began), (ResidencyState::Active, Some(day("2026-09-03"))));
    assert!(
        !after.holds_on(day("2026-09-02")) && after.holds_on(day("2026-09-03")) && after.holds_on(day("2028-01-01"))
    );
    assert_eq!(due(&after, None), None);
}

#[test]
fn leaving_takes_notice_unless_the_base_agrees() {
    let of = active();
    let notice = |last: &str, days| {
        give_notice(&of, day(last), "搬到自己的场地", days, (AgreementSide::Organization, "白雪"), at("2026-11-01"))
    };
    assert_eq!(faults(notice("2026-11-30", Some(30))), [("last".to_owned(), Code::DayTooEarly)]);
    assert_eq!(notice("2026-12-01", Some(30)).unwrap().ended(), Some(day("2026-12-01")));
    assert_eq!(notice("2026-11-01", None).unwrap().ended(), Some(day("2026-11-01")));
    assert_eq!(faults(notice("2026-10-31", None)), [("last".to_owned(), Code::DayTooEarly)]);
    assert_eq!(faults(notice("2027-09-01", Some(30))), [("last".to_owned(), Code::DayTooLate)]);
    // Shortly before the agreed end the end itself is near enough; after it, only today is left.
    let late = |last: &str, on: &str| {
        give_notice(&of, day(last), "期满", Some(30), (AgreementSide::Organization, "白雪"), at(on))
            .map(|after| after.ended())
    };
    assert_eq!(late("2027-08-31", "2027-08-20"), Ok(Some(day("2027-08-31"))));
    assert_eq!(late("2027-09-05", "2027-09-05"), Ok(Some(day("2027-09-05"))));
    assert_eq!(
        faults(give_notice(
            &of,
            day("2026-12-20"),
            " ",
            Some(30),
            (AgreementSide::Organization, "白雪"),
            at("2026-11-01")
        )),
        [("reason".to_owned(), Code::Required)]
    );
}

#[test]
fn what_has_run_out_ends_on_its_last_day_whenever_that_is_noted() {
    let of = active();
    assert_eq!(code(expire(&of, "斯琴", at("2027-08-31"))), Code::DayTooEarly);
    let after = expire(&of, "斯琴", at("2027-09-20")).unwrap();
    assert_eq!(after.exit.as_ref().map(|exit| (exit.kind, exit.last)), Some((ExitKind::Expired, day("2027-08-31"))));
    assert!(after.holds_on(day("2027-08-31")) && !after.holds_on(day("2027-09-01")));
    // The time for handing back runs from the day on which it was told, not from one that is long over.
    let due = due(&after, None).unwrap();
    assert_eq!((due.0, due.1), (ResidencyAction::Close, ClockOwner::Base));
    assert!(due.2 > day("2027-09-20"));
    assert_eq!(code(retract(&after, at("2027-09-20"))), Code::TermOver);
}

#[test]
fn a_notice_is_taken_back_until_handing_back_begins() {
    let of = give_notice(
        &active(),
        day("2026-12-01"),
        "搬走",
        Some(30),
        (AgreementSide::Organization, "白雪"),
        at("2026-11-01"),
    )
    .unwrap();
    let back = retract(&of, at("2026-12-01")).unwrap();
    assert_eq!((back.state, back.exit.clone(), back.ended()), (ResidencyState::Active, None, None));
    assert_eq!(code(retract(&of, at("2026-12-02"))), Code::TimeOver);
    let begun = check(&of, settled(ExitItem::Keys), at("2026-11-10")).unwrap();
    assert_eq!(code(retract(&begun, at("2026-11-10"))), Code::HandbackBegun);
}

#[test]
fn it_is_over_when_all_is_settled_and_both_have_said_so() {
    let mut of = give_notice(
        &active(),
        day("2026-12-01"),
        "搬走",
        Some(30),
        (AgreementSide::Organization, "白雪"),
        at("2026-11-01"),
    )
    .unwrap();
    assert_eq!(code(confirm(&of, word(AgreementSide::Base), at("2026-11-20"))), Code::ChecklistOpen);
    let bare = Checked { outcome: ExitOutcome::NotNeeded, ..settled(ExitItem::Address) };
    assert_eq!(faults(check(&of, bare.clone(), at("2026-11-20"))), [("note".to_owned(), Code::Required)]);
    let noted = Checked { note: Some(" 住所不在基地 ".into()), ..bare };
    of = check(&of, noted, at("2026-11-20")).unwrap();
    for item in [ExitItem::Files, ExitItem::Space, ExitItem::Keys, ExitItem::Equipment, ExitItem::Fees] {
        of = check(&of, settled(item), at("2026-11-20")).unwrap();
    }
    // Settled once more, the later word stands, and the points are in their order.
    of = check(&of, Checked { note: Some("少一把".into()), ..settled(ExitItem::Keys) }, at("2026-11-20")).unwrap();
    let exit = of.exit.clone().unwrap();
    assert_eq!(exit.checked.iter().map(|of| of.item).collect::<Vec<_>>(), ExitItem::ALL);
    assert_eq!(exit.checked[1].note.as_deref(), Some("少一把"));
    assert_eq!(exit.checked[3].note.as_deref(), Some("住所不在基地"));
    of = confirm(&of, word(AgreementSide::Base), at("2026-11-20")).unwrap();
    assert_eq!(code(confirm(&of, word(AgreementSide::Base), at("2026-11-20"))), Code::AlreadyConfirmed);
    assert_eq!(code(check(&of, settled(ExitItem::Keys), at("2026-11-20"))), Code::AlreadyConfirmed);
    let open = close(&of, at("2026-11-20")).unwrap_err();
    assert_eq!((open.code, open.values["parties"].clone()), (Code::NotConfirmed, serde_json::json!(["organization"])));
    of = confirm(&of, word(AgreementSide::Organization), at("2026-11-20")).unwrap();
    let over = close(&of, at("2026-11-20")).unwrap();
    // Handed back before the announced day: that is the last one.
    assert_eq!((over.state, over.ended()), (ResidencyState::Left, Some(day("2026-11-20"))));
    assert_eq!(close(&of, at("2026-12-10")).unwrap().ended(), Some(day("2026-12-01")));
}

#[test]
fn one_from_before_is_entered_as_it_is() {
    let enter = |first: &str, last: &str| {
        Residency::entered(
            ResidencyId::from_key(1),
            (BaseId::from_key(1), OrganizationId::from_key(1)),
            (ResidencyMode::Virtual, day(first), day(last)),
            36,
            at("2026-11-01"),
        )
    };
    let of = enter("2024-03-01", "2027-02-28").unwrap();
    assert_eq!((of.state, of.began, of.application), (ResidencyState::Active, Some(day("2024-03-01")), None));
    assert!(of.holds_on(day("2025-06-30")));
    assert_eq!(faults(enter("2026-11-02", "2027-02-28")), [("first".to_owned(), Code::DayTooLate)]);
    assert_eq!(faults(enter("2024-03-01", "2026-10-31")), [("last".to_owned(), Code::DayTooEarly)]);
    assert_eq!(faults(enter("2024-03-01", "2029-11-02")), [("last".to_owned(), Code::DayTooLate)]);
}
