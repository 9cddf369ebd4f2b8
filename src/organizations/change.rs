//! What people send about an organization, and the row that comes of it.

use domain::{
    day::Day,
    id::BaseId,
    organization::{AnnualCheck, Class, Kind, PartyForm},
};
use poem_openapi::{Object, types::MaybeUndefined};
use serde::Deserialize;

use super::{
    details::{
        Certificate, Charity, Contact, Credit, Details, Finance, Governance, Party, Recording, Registration, Service,
    },
    store::OrganizationRow,
};
use crate::db::{Rec, Text};

/// Particulars of an organization. What is left out stays as it is (or unknown, for a new one); null or an
/// empty text clears.
#[derive(Debug, Clone, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
pub struct OrganizationBody {
    /// Name; needed for a new one.
    pub name: Option<String>,
    /// Name in Mongolian script.
    pub name_mn: MaybeUndefined<String>,
    /// Kind; needed for a new one.
    pub kind: Option<Kind>,
    /// What a community organization mainly does.
    pub class: MaybeUndefined<Class>,
    /// Unified social credit code; needed for registered kinds, refused for others.
    pub credit_code: MaybeUndefined<String>,
    /// Record number; needed for recorded ones.
    pub record_number: MaybeUndefined<String>,
    /// The base that looks after it; for a new one the caller's own base, or that of the division.
    pub home_base: Option<BaseId>,
    /// Code of its banner, city or district; needed for a new one.
    pub division: Option<String>,
    /// Code of its township or street.
    pub township: MaybeUndefined<String>,
    /// Code of its village or community.
    pub village: MaybeUndefined<String>,
    /// Founded on.
    pub founded_on: MaybeUndefined<Day>,
    /// Evaluation grade, `1A` to `5A`.
    pub grade: MaybeUndefined<String>,
    /// Result of the last annual check.
    pub annual_check: MaybeUndefined<AnnualCheck>,
    /// Form of its party organization.
    pub party_form: MaybeUndefined<PartyForm>,
    /// The responsible person.
    pub responsible_name: MaybeUndefined<String>,
    /// The liaison.
    pub liaison_name: MaybeUndefined<String>,
    /// The liaison's phone.
    pub liaison_phone: MaybeUndefined<String>,
    /// Full-time staff.
    pub full_time_staff: MaybeUndefined<i64>,
    /// Qualified social workers.
    pub social_workers: MaybeUndefined<i64>,
    /// Volunteers.
    pub volunteers: MaybeUndefined<i64>,
    /// Further particulars, part by part.
    pub details: Option<DetailsBody>,
}

/// Parts of the particulars; a part that is given replaces the stored one as a whole.
#[derive(Debug, Clone, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
pub struct DetailsBody {
    /// What the register says.
    pub registration: Option<Registration>,
    /// The certificate.
    pub certificate: Option<Certificate>,
    /// Charity status.
    pub charity: Option<Charity>,
    /// Charter and organs.
    pub governance: Option<Governance>,
    /// Money matters.
    pub finance: Option<Finance>,
    /// Party organization.
    pub party: Option<Party>,
    /// Credit record.
    pub credit: Option<Credit>,
    /// What it does, for whom and where.
    pub service: Option<Service>,
    /// How to reach it, and its introduction.
    pub contact: Option<Contact>,
    /// How it is recorded.
    pub recording: Option<Recording>,
}

/// Contacts of an organization, which its own people keep. What is left out stays; null or an empty text clears.
#[derive(Debug, Clone, Default, Deserialize, Object)]
#[serde(deny_unknown_fields, default)]
pub struct ContactsBody {
    /// The liaison.
    pub liaison_name: MaybeUndefined<String>,
    /// The liaison's phone.
    pub liaison_phone: MaybeUndefined<String>,
    /// Deputy of the liaison.
    pub deputy: MaybeUndefined<String>,
    /// The deputy's phone.
    pub deputy_phone: MaybeUndefined<String>,
    /// WeChat.
    pub wechat: MaybeUndefined<String>,
    /// E-mail.
    pub email: MaybeUndefined<String>,
    /// Introduction for everybody.
    pub intro: MaybeUndefined<String>,
}

/// One line: no line breaks, no spaces around.
pub(super) fn line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn text(slot: &mut Option<String>, new: MaybeUndefined<String>) {
    match new {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *slot = None,
        MaybeUndefined::Value(typed) => *slot = Some(line(&typed)).filter(|typed| !typed.is_empty()),
    }
}

/// Several lines: an introduction keeps its paragraphs.
fn paragraphs(slot: &mut Option<String>, new: MaybeUndefined<String>) {
    match new {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *slot = None,
        MaybeUndefined::Value(typed) => {
            let kept: String = typed.chars().filter(|c| !c.is_control() || *c == '\n').collect();
            *slot = Some(kept.trim().to_owned()).filter(|typed| !typed.is_empty());
        }
    }
}

fn value<T, S>(slot: &mut Option<S>, new: MaybeUndefined<T>, stored: impl FnOnce(T) -> S) {
    match new {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *slot = None,
        MaybeUndefined::Value(new) => *slot = Some(stored(new)),
    }
}

impl OrganizationBody {
    /// Puts what was sent into a row. What follows from it (search text, keys) is the service's.
    pub fn apply(self, row: &mut OrganizationRow) {
        if let Some(name) = self.name {
            row.name = line(&name);
        }
        if let Some(kind) = self.kind {
            row.kind = Text(kind);
        }
        if let Some(base) = self.home_base {
            row.home_base = Rec(base);
        }
        if let Some(division) = self.division {
            row.division = line(&division);
        }
        text(&mut row.name_mn, self.name_mn);
        text(&mut row.credit_code, self.credit_code);
        if let Some(code) = &mut row.credit_code {
            *code = domain::credit_code::normalize(code).0;
        }
        text(&mut row.record_number, self.record_number);
        text(&mut row.township, self.township);
        text(&mut row.village, self.village);
        text(&mut row.grade, self.grade);
        text(&mut row.responsible_name, self.responsible_name);
        text(&mut row.liaison_name, self.liaison_name);
        text(&mut row.liaison_phone, self.liaison_phone);
        value(&mut row.class, self.class, Text);
        value(&mut row.founded_on, self.founded_on, Text);
        value(&mut row.annual_check, self.annual_check, Text);
        value(&mut row.party_form, self.party_form, Text);
        value(&mut row.full_time_staff, self.full_time_staff, |count| count);
        value(&mut row.social_workers, self.social_workers, |count| count);
        value(&mut row.volunteers, self.volunteers, |count| count);
        if let Some(parts) = self.details {
            let mut details = row.details();
            parts.apply(&mut details);
            row.details = serde_json::to_value(details.tidied()).unwrap_or_default();
        }
    }
}

impl DetailsBody {
    fn apply(self, to: &mut Details) {
        macro_rules! parts {
            ($($part:ident),*) => {$( if let Some(new) = self.$part { to.$part = new; } )*};
        }
        parts!(registration, certificate, charity, governance, finance, party, credit, service, contact, recording);
    }
}

impl ContactsBody {
    /// Puts what was sent into a row.
    pub fn apply(self, row: &mut OrganizationRow) {
        text(&mut row.liaison_name, self.liaison_name);
        text(&mut row.liaison_phone, self.liaison_phone);
        let mut details = row.details();
        let contact = &mut details.contact;
        text(&mut contact.deputy, self.deputy);
        text(&mut contact.deputy_phone, self.deputy_phone);
        text(&mut contact.wechat, self.wechat);
        text(&mut contact.email, self.email);
        paragraphs(&mut contact.intro, self.intro);
        row.details = serde_json::to_value(details).unwrap_or_default();
    }
}
