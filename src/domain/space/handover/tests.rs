use chrono::{FixedOffset, TimeZone};

use super::*;
use crate::{
    allocation::AllocationState,
    day::DaySpan,
    id::{AllocationId, ClaimId, Id, OrganizationId, SpaceId},
};

fn at() -> Moment {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    Moment { now: zone.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap().to_utc(), zone }
}

fn allocation() -> Allocation {
    Allocation {
        id: AllocationId::from_key(1),
        space: SpaceId::from_key(1),
        organization: OrganizationId::from_key(1),
        term: DaySpan::new("2026-11-20".parse().unwrap(), None).unwrap(),
        state: AllocationState::Reserved,
        claim: ClaimId::from_key(1),
    }
}

fn record() -> Record {
    Record {
        on_day: "2026-11-23".parse().unwrap(),
        items: vec![Item {
            name: " 办公桌 ".into(),
            tag: Some(" ".into()),
            quantity: 1,
            condition: Condition::Good,
            note: None,
        }],
        keys: Some("2".into()),
        note: None,
        handed_by: "王芳".into(),
        received_by: " 李伟".into(),
    }
}

#[test]
fn a_record_is_kept_without_loose_ends() {
    let kept = check(&record(), &allocation(), HandoverKind::In, "handover", at()).unwrap();
    assert_eq!((kept.items[0].name.as_str(), &kept.items[0].tag), ("办公桌", &None));
    assert_eq!(kept.received_by, "李伟");
}

#[test]
fn every_bad_field_is_named_at_once() {
    let mut bad = record();
    bad.on_day = "2026-11-24".parse().unwrap();
    bad.handed_by = " ".into();
    bad.items[0].quantity = 0;
    bad.items[0].name = "长".repeat(61);
    bad.keys = Some("x".repeat(501));
    let refusal = check(&bad, &allocation(), HandoverKind::In, "handover", at()).unwrap_err();
    let mut fields: Vec<_> = refusal.fields.iter().map(|f| (f.path.as_str(), f.code.as_str())).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            ("handover.handed_by", "required"),
            ("handover.items[0].name", "too_long"),
            ("handover.items[0].quantity", "out_of_range"),
            ("handover.keys", "too_long"),
            ("handover.on_day", "day_too_late"),
        ]
    );
    let early = Record { on_day: "2026-11-19".parse().unwrap(), ..record() };
    assert_eq!(
        check(&early, &allocation(), HandoverKind::In, "h", at()).unwrap_err().fields[0].code,
        Code::DayTooEarly
    );
}
