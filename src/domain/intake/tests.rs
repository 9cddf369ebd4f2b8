use super::*;
use crate::id::Id;

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}
pub(crate) fn at(text: &str) -> Moment {
    let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    Moment { now: day(text).starts_at(zone) + chrono::Duration::hours(9), zone }
}
pub(crate) fn particulars() -> Particulars {
    Particulars {
        name: " 2026年第一批 ".into(),
        opens: day("2026-11-23"),
        closes: Some(day("2026-12-06")),
        quota: Some(8),
        admits: vec![ApplicantKind::PreRegistration, ApplicantKind::Registered, ApplicantKind::Registered],
        modes: vec![ResidencyMode::Physical, ResidencyMode::Virtual],
        conditions: "近两年无处罚".into(),
        documents: vec![
            Wanted {
                key: Some("anything".into()),
                name: "登记证书".into(),
                of: vec![ApplicantKind::Registered],
                required: true,
            },
            Wanted {
                key: None,
                name: "发起人身份证明".into(),
                of: vec![ApplicantKind::PreRegistration],
                required: true,
            },
            Wanted { key: None, name: "获奖证书".into(), of: ApplicantKind::ALL.to_vec(), required: false },
        ],
    }
}
pub(crate) fn published() -> Intake {
    Intake {
        id: IntakeId::from_key(1),
        base: BaseId::from_key(1),
        particulars: check(particulars()).unwrap(),
        state: IntakeState::Published,
    }
}
fn draft() -> Intake {
    Intake { state: IntakeState::Draft, ..published() }
}
fn faults<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, Code)> {
    result.unwrap_err().fields.into_iter().map(|fault| (fault.path, fault.code)).collect()
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), []);
}

#[test]
fn particulars_are_kept_tidy_and_documents_get_marks() {
    let kept = check(particulars()).unwrap();
    assert_eq!(kept.name, "2026年第一批");
    assert_eq!(kept.admits, [ApplicantKind::Registered, ApplicantKind::PreRegistration]);
    let marks: Vec<_> = kept.documents.iter().map(|wanted| wanted.key.as_deref().unwrap()).collect();
    assert_eq!(marks, ["d1", "d2", "d3"]);
    let intake = published();
    let of = |kind| intake.documents_of(kind).map(|wanted| wanted.name.as_str()).collect::<Vec<_>>();
    assert_eq!(of(ApplicantKind::Registered), ["登记证书", "获奖证书"]);
    assert_eq!(of(ApplicantKind::Recorded), ["获奖证书"]);
    assert_eq!(of(ApplicantKind::PreRegistration), ["发起人身份证明", "获奖证书"]);
}

#[test]
fn all_bad_fields_are_told_at_once() {
    let bad = Particulars {
        name: " ".into(),
        closes: Some(day("2026-11-22")),
        quota: Some(0),
        admits: vec![],
        modes: vec![],
        conditions: "长".repeat(MAX_TEXT + 1),
        documents: vec![
            Wanted { key: None, name: "章程".into(), of: vec![], required: true },
            Wanted { key: None, name: "章程 ".into(), of: vec![ApplicantKind::Recorded], required: true },
        ],
        ..particulars()
    };
    let expected = [
        ("name", Code::Required),
        ("conditions", Code::TooLong),
        ("closes", Code::EmptyInterval),
        ("quota", Code::OutOfRange),
        ("admits", Code::Required),
        ("modes", Code::Required),
        ("documents[0].of", Code::Required),
        ("documents[1].name", Code::AlreadyUsed),
    ];
    assert_eq!(faults(check(bad)), expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn it_takes_applications_on_its_days_alone() {
    let intake = published();
    for (on, takes) in [("2026-11-22", false), ("2026-11-23", true), ("2026-12-06", true), ("2026-12-07", false)] {
        assert_eq!(intake.takes(day(on)).is_ok(), takes, "{on}");
    }
    assert_eq!(draft().takes(day("2026-11-23")).unwrap_err().code, Code::IntakeNotOpen);
    let closed = end(&intake, IntakeAction::Close).unwrap();
    assert!(closed.takes(day("2026-11-23")).is_err());
    let rolling = Intake { particulars: Particulars { closes: None, ..particulars() }, ..published() };
    assert!(rolling.takes(day("2036-11-23")).is_ok());
}

#[test]
fn what_was_announced_is_only_made_wider() {
    let now = at("2026-12-01");
    assert_eq!(
        faults(extend(&published(), Some(day("2026-12-05")), None, now)),
        [("closes".into(), Code::DayTooEarly)]
    );
    assert_eq!(faults(extend(&published(), None, Some(7), now)), [("quota".into(), Code::OutOfRange)]);
    let wider = extend(&published(), Some(day("2026-12-20")), Some(10), now).unwrap();
    assert_eq!((wider.particulars.closes, wider.particulars.quota), (Some(day("2026-12-20")), Some(10)));
    // What has no limit gets none.
    let free = Intake { particulars: Particulars { quota: None, closes: None, ..particulars() }, ..published() };
    let narrower = extend(&free, Some(day("2026-12-20")), Some(10), now);
    assert_eq!(faults(narrower), [("closes".into(), Code::IntakeIsRolling), ("quota".into(), Code::QuotaUnlimited)]);
    // Who did not hand in by the last day was told that it was the last.
    let late = extend(&published(), Some(day("2027-01-20")), None, at("2027-01-10"));
    assert_eq!(late.unwrap_err().code, Code::TimeOver);
    assert_eq!(can(&published(), IntakeAction::Extend, at("2027-01-10")), Some(Code::TimeOver));
    assert_eq!(faults(extend(&published(), None, None, now)), [("closes".into(), Code::Required)]);
}

#[test]
fn each_state_takes_its_own_actions() {
    let now = at("2026-11-20");
    assert_eq!(publish(&draft(), now).unwrap().state, IntakeState::Published);
    assert_eq!(faults(publish(&draft(), at("2026-12-07"))), [("closes".into(), Code::DayTooEarly)]);
    assert_eq!(can(&draft(), IntakeAction::Publish, at("2026-12-07")), Some(Code::DayTooEarly));
    assert_eq!(edit(&published(), particulars()).unwrap_err().code, Code::WrongState);
    assert_eq!(publish(&published(), now).unwrap_err().code, Code::WrongState);
    assert_eq!(end(&draft(), IntakeAction::Discard).unwrap().state, IntakeState::Discarded);
    assert_eq!(end(&published(), IntakeAction::Discard).unwrap_err().code, Code::WrongState);
    assert_eq!(end(&draft(), IntakeAction::Close).unwrap_err().code, Code::WrongState);
}
