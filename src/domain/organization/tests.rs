use std::sync::LazyLock;

use serde_json::json;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

const NOTHING: Value = Value::Null;
static KNOWN: LazyLock<Known> = LazyLock::new(|| Known {
    today: day("2026-11-23"),
    authority: true,
    division: true,
    township: true,
    village: true,
    identity_used: false,
});
/// A code whose check character is right: authority 150702, class 2.
const CODE: &str = "52150702MJY000001H";

fn institution() -> Particulars<'static> {
    Particulars {
        name: "海拉尔区青禾社会工作服务中心",
        name_mn: None,
        kind: Some(Kind::ServiceInstitution),
        credit_code: Some(CODE),
        record_number: None,
        founded_on: None,
        grade: None,
        responsible_name: None,
        liaison_name: None,
        liaison_phone: None,
        full_time_staff: None,
        social_workers: None,
        volunteers: None,
        division: "150702",
        township: None,
        village: None,
        details: &NOTHING,
    }
}

fn faults(of: &Particulars<'_>, known: &Known) -> Vec<(String, Code)> {
    check(of, known).into_iter().map(|fault| (fault.path, fault.code)).collect()
}
fn fault(path: &str, code: Code) -> Vec<(String, Code)> {
    vec![(path.to_owned(), code)]
}

#[test]
fn a_registered_organization_with_its_code_is_right() {
    assert_eq!(faults(&institution(), &KNOWN), []);
}

#[test]
fn code_and_kind_agree() {
    let of = institution();
    let kind = |kind| Particulars { kind: Some(kind), ..of };
    assert_eq!(faults(&kind(Kind::Foundation), &KNOWN), fault("credit_code", Code::CreditCodeKind));
    assert_eq!(faults(&kind(Kind::PreRegistration), &KNOWN), fault("credit_code", Code::CreditCodeNotExpected));
    assert_eq!(faults(&Particulars { credit_code: None, ..of }, &KNOWN), fault("credit_code", Code::CreditCodeNeeded));
    assert_eq!(faults(&Particulars { kind: None, ..of }, &KNOWN), fault("kind", Code::Required));
    let team = Particulars { kind: Some(Kind::PreRegistration), credit_code: None, ..of };
    assert_eq!(faults(&team, &KNOWN), []);
}

#[test]
fn a_wrong_code_says_what_is_wrong() {
    let code = |code| Particulars { credit_code: Some(code), ..institution() };
    for (typed, expected) in [
        ("5215070", Code::CreditCodeLength),
        ("52150702MJY000001O", Code::CreditCodeCharacter),
        ("52150702MJY000001A", Code::CreditCodeCheck),
    ] {
        assert_eq!(faults(&code(typed), &KNOWN), fault("credit_code", expected), "{typed}");
    }
    let away = Known { authority: false, ..*KNOWN };
    assert_eq!(faults(&institution(), &away), fault("credit_code", Code::CreditCodeAuthority));
}

#[test]
fn a_recorded_organization_has_a_number_and_no_code() {
    let of = Particulars { kind: Some(Kind::Recorded), credit_code: None, ..institution() };
    assert_eq!(faults(&of, &KNOWN), fault("record_number", Code::RecordNumberNeeded));
    let of = Particulars { record_number: Some("海备2023-001"), ..of };
    assert_eq!(faults(&of, &KNOWN), []);
    assert_eq!(identity_key(None, of.record_number), Some("record:海备2023-001".to_owned()));
    let used = Known { identity_used: true, ..*KNOWN };
    assert_eq!(faults(&of, &used), fault("record_number", Code::AlreadyUsed));
}

#[test]
fn a_used_code_is_refused_only_when_it_is_right() {
    let used = Known { identity_used: true, ..*KNOWN };
    assert_eq!(faults(&institution(), &used), fault("credit_code", Code::AlreadyUsed));
    let wrong = Particulars { credit_code: Some("52"), ..institution() };
    assert_eq!(faults(&wrong, &used), fault("credit_code", Code::CreditCodeLength));
}

#[test]
fn below_an_unknown_place_nothing_is_said() {
    let of = Particulars { township: Some("150702001"), village: Some("150702001001"), ..institution() };
    assert_eq!(faults(&of, &KNOWN), []);
    let known = |division, township, village| Known { division, township, village, ..*KNOWN };
    assert_eq!(faults(&of, &known(false, false, false)), fault("division", Code::UnknownDivision));
    assert_eq!(faults(&of, &known(true, false, false)), fault("township", Code::UnknownDivision));
    assert_eq!(faults(&of, &known(true, true, false)), fault("village", Code::UnknownDivision));
    let gap = Particulars { township: None, ..of };
    assert_eq!(faults(&gap, &KNOWN), fault("township", Code::Required));
    assert_eq!(faults(&Particulars { division: "", ..of }, &KNOWN), fault("division", Code::Required));
}

#[test]
fn plain_fields_are_within_bounds() {
    let long = "长".repeat(MAX_NAME + 1);
    let of = Particulars {
        name: &long,
        founded_on: Some(day("2026-11-24")),
        grade: Some("6A"),
        liaison_phone: Some("123"),
        volunteers: Some(-1),
        ..institution()
    };
    let expected = [
        ("name", Code::TooLong),
        ("founded_on", Code::DayTooLate),
        ("grade", Code::NotOneOf),
        ("liaison_phone", Code::BadPhone),
        ("volunteers", Code::OutOfRange),
    ];
    assert_eq!(faults(&of, &KNOWN), expected.map(|(path, code)| (path.to_owned(), code)));
    assert_eq!(faults(&Particulars { name: "", ..institution() }, &KNOWN), fault("name", Code::Required));
}

#[test]
fn every_leaf_of_the_particulars_is_looked_at() {
    let details = json!({
        "registration": {"funds": "12.345", "address": "路".repeat(301), "purpose": "旨".repeat(301)},
        "finance": {"income": "-1.00", "net_assets": "-1.00"},
        "contact": {"email": "x", "deputy_phone": "1"},
        "credit": {"annual_checks": [{"year": 2027, "result": "good"}]},
        "service": {"tags": vec!["t"; 51]},
    });
    let of = Particulars { details: &details, ..institution() };
    let mut found = faults(&of, &KNOWN);
    found.sort();
    let expected = [
        ("details.contact.deputy_phone", Code::BadPhone),
        ("details.contact.email", Code::BadEmail),
        ("details.credit.annual_checks[0].result", Code::NotOneOf),
        ("details.credit.annual_checks[0].year", Code::OutOfRange),
        ("details.finance.income", Code::OutOfRange),
        ("details.registration.address", Code::TooLong),
        ("details.registration.funds", Code::BadAmount),
        ("details.service.tags", Code::TooMany),
    ];
    assert_eq!(found, expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn an_organization_that_has_a_place_is_not_dissolved() {
    use OrganizationState::{Dissolved, Live};
    let today = KNOWN.today;
    let at = |on: &str, reason: &str, places: &[String]| {
        dissolve(Live, Some(day("2020-05-01")), day(on), reason, places, today)
    };
    assert_eq!(at("2026-11-23", "章程期满", &[]), Ok(Dissolved));
    let refused = at("2026-11-23", "章程期满", &["海拉尔 A-101".into(), "海拉尔 A-102".into()]).unwrap_err();
    assert_eq!(refused.code, Code::OrganizationHasPlaces);
    assert_eq!(refused.values["places"], "海拉尔 A-101、海拉尔 A-102");
    let codes = |refusal: Refusal| refusal.fields.into_iter().map(|f| (f.path, f.code)).collect::<Vec<_>>();
    assert_eq!(codes(at("2026-11-24", "r", &[]).unwrap_err()), fault("on", Code::DayTooLate));
    assert_eq!(codes(at("2020-04-30", "r", &[]).unwrap_err()), fault("on", Code::DayTooEarly));
    assert_eq!(codes(at("2026-11-23", "", &[]).unwrap_err()), fault("reason", Code::Required));
    assert_eq!(dissolve(Dissolved, None, today, "r", &[], today).unwrap_err().code, Code::WrongState);
}

#[test]
fn a_dissolution_is_taken_back_while_its_code_is_free() {
    use OrganizationState::{Dissolved, Live};
    assert_eq!(restore(Dissolved, Some(CODE), false), Ok(Live));
    assert_eq!(restore(Dissolved, Some(CODE), true).unwrap_err().code, Code::AlreadyUsed);
    assert_eq!(restore(Live, None, false).unwrap_err().code, Code::WrongState);
}

#[test]
fn the_lifecycle_has_no_flaw_and_says_what_is_possible() {
    use OrganizationAction::{Dissolve, Edit, Restore};
    use OrganizationState::{Dissolved, Live};
    assert_eq!(LIFECYCLE.flaws(), []);
    assert_eq!(can(Live, Edit, true), None);
    assert_eq!(can(Live, Dissolve, false), None);
    assert_eq!(can(Live, Dissolve, true), Some(Code::OrganizationHasPlaces));
    assert_eq!(can(Live, Restore, false), Some(Code::WrongState));
    assert_eq!(can(Dissolved, Edit, false), Some(Code::WrongState));
    assert_eq!(can(Dissolved, Restore, false), None);
}
