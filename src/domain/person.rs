//! People of an organization and the offices that they hold over time.

use crate::{
    code::Code,
    contact::{is_email, is_phone},
    day::{Day, DaySpan},
    organization::{MAX_ENTRIES, MAX_SHORT, too_long},
    refusal::FieldFault,
};

/// An office that a person holds for a time.
#[derive(Debug, Clone, Copy)]
pub struct Office<'a> {
    /// Its name.
    pub position: &'a str,
    /// First day, if known.
    pub first: Option<Day>,
    /// Last day; none while held.
    pub last: Option<Day>,
}

/// A person of an organization, as the rules see it.
#[derive(Debug, Clone, Copy)]
pub struct PersonFacts<'a> {
    /// Name.
    pub name: &'a str,
    /// Phone.
    pub phone: Option<&'a str>,
    /// E-mail.
    pub email: Option<&'a str>,
    /// Level of the social worker's qualification.
    pub social_worker_level: Option<&'a str>,
    /// Offices over time.
    pub offices: &'a [Office<'a>],
}

/// Levels of the social worker's qualification (助理社会工作师, 社会工作师, 高级社会工作师).
pub const SOCIAL_WORKER_LEVELS: &[&str] = &["assistant", "intermediate", "senior"];

/// All faults of a person at once. The same office is not held twice on a day.
#[must_use]
pub fn check(of: &PersonFacts<'_>) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if of.name.is_empty() {
        faults.push(FieldFault::new("name", Code::Required));
    }
    faults.extend(too_long("name", of.name, MAX_SHORT));
    if of.phone.is_some_and(|phone| !is_phone(phone)) {
        faults.push(FieldFault::new("phone", Code::BadPhone));
    }
    if of.email.is_some_and(|email| !is_email(email)) {
        faults.push(FieldFault::new("email", Code::BadEmail));
    }
    if of.social_worker_level.is_some_and(|level| !SOCIAL_WORKER_LEVELS.contains(&level)) {
        let allowed = SOCIAL_WORKER_LEVELS.join(", ");
        faults.push(FieldFault::new("social_worker_level", Code::NotOneOf).with("allowed", allowed));
    }
    if of.offices.len() > MAX_ENTRIES {
        faults.push(FieldFault::new("positions", Code::TooMany).with("max", MAX_ENTRIES));
        return faults;
    }
    let mut spans: Vec<(&str, DaySpan)> = Vec::new();
    for (index, office) in of.offices.iter().enumerate() {
        let at = |field: &str| format!("positions[{index}].{field}");
        if office.position.is_empty() {
            faults.push(FieldFault::new(at("position"), Code::Required));
        }
        faults.extend(too_long(at("position"), office.position, MAX_SHORT));
        // An unknown beginning lies before every known day.
        let Ok(span) = DaySpan::new(office.first.unwrap_or(Day::MIN), office.last) else {
            faults.push(FieldFault::new(at("to"), Code::EmptyInterval));
            continue;
        };
        if spans.iter().any(|(position, other)| *position == office.position && other.overlaps(span)) {
            faults.push(FieldFault::new(at("from"), Code::OfficeTwice).with("position", office.position));
        }
        spans.push((office.position, span));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }
    fn faults(of: PersonFacts<'_>) -> Vec<(String, Code)> {
        check(&of).into_iter().map(|fault| (fault.path, fault.code)).collect()
    }
    fn held<'a>(position: &'a str, first: Option<&str>, last: Option<&str>) -> Office<'a> {
        Office { position, first: first.map(day), last: last.map(day) }
    }
    const NOBODY: PersonFacts<'_> =
        PersonFacts { name: "萨仁", phone: None, email: None, social_worker_level: None, offices: &[] };

    #[test]
    fn a_name_is_enough() {
        assert_eq!(faults(NOBODY), []);
    }

    #[test]
    fn all_faults_come_at_once() {
        let bad = PersonFacts {
            name: "",
            phone: Some("12"),
            email: Some("a@b"),
            social_worker_level: Some("master"),
            offices: &[held("", None, None)],
        };
        let expected = [
            ("name", Code::Required),
            ("phone", Code::BadPhone),
            ("email", Code::BadEmail),
            ("social_worker_level", Code::NotOneOf),
            ("positions[0].position", Code::Required),
        ];
        assert_eq!(faults(bad), expected.map(|(path, code)| (path.to_owned(), code)));
    }

    #[test]
    fn an_office_is_held_once_at_a_time() {
        let again = [held("理事长", Some("2020-01-01"), Some("2022-12-31")), held("理事长", Some("2023-01-01"), None)];
        assert_eq!(faults(PersonFacts { offices: &again, ..NOBODY }), []);
        let twice = [held("理事长", None, Some("2023-01-01")), held("理事长", Some("2023-01-01"), None)];
        assert_eq!(
            faults(PersonFacts { offices: &twice, ..NOBODY }),
            [("positions[1].from".to_owned(), Code::OfficeTwice)]
        );
        let other = [held("理事长", None, None), held("法定代表人", None, None)];
        assert_eq!(faults(PersonFacts { offices: &other, ..NOBODY }), []);
        let reversed = [held("监事", Some("2023-01-02"), Some("2023-01-01"))];
        assert_eq!(
            faults(PersonFacts { offices: &reversed, ..NOBODY }),
            [("positions[0].to".to_owned(), Code::EmptyInterval)]
        );
    }
}
