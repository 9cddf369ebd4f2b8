//! Particulars of an organization that nothing is searched by (domain facts 1.3 to 1.5).

use domain::day::Day;
use poem_openapi::Object;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

macro_rules! part {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Object)]
        #[serde(deny_unknown_fields, default)]
        #[oai(skip_serializing_if_is_none)]
        pub struct $name { $(
            $(#[$field_doc])*
            #[serde(skip_serializing_if = "is_default")]
            pub $field: $kind
        ),* }
    };
}

/// Absent particulars take no room, in the row and in the journal.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

part! {
    /// All further particulars.
    Details {
        /// What the register says.
        registration: Registration,
        /// The certificate.
        certificate: Certificate,
        /// Charity status.
        charity: Charity,
        /// Charter and organs.
        governance: Governance,
        /// Money matters.
        finance: Finance,
        /// Party organization.
        party: Party,
        /// Credit record.
        credit: Credit,
        /// What it does, for whom and where.
        service: Service,
        /// How to reach it, and its introduction.
        contact: Contact,
        /// How it is recorded; for recorded and preparing organizations.
        recording: Recording,
    }
}
part! {
    /// What the register says.
    Registration {
        /// Registration number before the credit code.
        old_number: Option<String>,
        /// Address (住所).
        address: Option<String>,
        /// Purpose (宗旨).
        purpose: Option<String>,
        /// Scope of activities (业务范围).
        business_scope: Option<String>,
        /// Area of activities (活动地域).
        activity_area: Option<String>,
        /// Legal representative.
        legal_representative: Option<String>,
        /// Registered funds in yuan, at most two decimals.
        funds: Option<String>,
        /// Registration or recording authority (登记管理机关).
        authority: Option<String>,
        /// Its level: national, province, city, county.
        authority_level: Option<String>,
        /// Supervising unit (业务主管单位).
        supervising_unit: Option<String>,
        /// Registered without a supervising unit (直接登记).
        direct_registration: Option<bool>,
    }
}
part! {
    /// The certificate.
    Certificate {
        /// Number.
        number: Option<String>,
        /// Issued on.
        issued_on: Option<Day>,
        /// Valid up to and with.
        valid_to: Option<Day>,
        /// Seal specimen filed with the authority.
        seal_filed: Option<bool>,
        /// Bank account filed with the authority.
        account_filed: Option<bool>,
    }
}
part! {
    /// Charity status.
    Charity {
        /// Recognized as a charity (慈善组织).
        recognized: Option<bool>,
        /// Recognized on.
        recognized_on: Option<Day>,
        /// May raise funds in public (公开募捐资格).
        public_fundraising: Option<bool>,
        /// Exempt from tax (免税资格).
        tax_exempt: Option<bool>,
        /// Gifts to it are deductible (税前扣除资格).
        tax_deduction: Option<bool>,
        /// Both are valid up to and with.
        tax_valid_to: Option<Day>,
    }
}
part! {
    /// Charter and organs.
    Governance {
        /// The charter was approved on.
        charter_approved_on: Option<Day>,
        /// Term of the council, years.
        council_term_years: Option<u32>,
        /// Next election.
        next_election_on: Option<Day>,
        /// Supervisors, as people write them.
        supervisors: Option<String>,
    }
}
part! {
    /// Money matters.
    Finance {
        /// Name of the account (户名).
        account_name: Option<String>,
        /// Number of the account; only for who may see particulars of persons.
        account_number: Option<String>,
        /// Bank (开户行).
        bank: Option<String>,
        /// Accountant.
        accountant: Option<String>,
        /// Kind of invoice or receipt.
        invoice_type: Option<String>,
        /// Income of the last year, yuan.
        income: Option<String>,
        /// Expense of the last year, yuan.
        expense: Option<String>,
        /// Net assets, yuan.
        net_assets: Option<String>,
    }
}
part! {
    /// Party organization.
    Party {
        /// Superior party organization.
        superior: Option<String>,
        /// Secretary.
        secretary: Option<String>,
        /// Members.
        members: Option<u32>,
        /// Set up on.
        set_up_on: Option<Day>,
    }
}
part! {
    /// Credit record.
    Credit {
        /// On the list of abnormal activity (活动异常名录).
        abnormal_list: Option<bool>,
        /// Since.
        abnormal_since: Option<Day>,
        /// On the list of serious breaches (严重违法失信名单).
        blacklist: Option<bool>,
        /// Penalties, as people write them.
        penalties: Vec<String>,
        /// Results of annual checks by year.
        annual_checks: Vec<AnnualResult>,
        /// The evaluation grade is valid up to and with.
        grade_valid_to: Option<Day>,
    }
}
part! {
    /// The result of a year's check.
    AnnualResult {
        /// The year.
        year: u32,
        /// `passed`, `basic`, `failed`, `absent`.
        result: String,
    }
}
part! {
    /// What it does, for whom and where.
    Service {
        /// Fields of service.
        tags: Vec<String>,
        /// Whom it serves.
        target_groups: Vec<String>,
        /// Codes of the divisions where it serves.
        areas: Vec<String>,
    }
}
part! {
    /// How to reach it, and its introduction.
    Contact {
        /// Deputy of the liaison.
        deputy: Option<String>,
        /// The deputy's phone; only for who may see particulars of persons.
        deputy_phone: Option<String>,
        /// WeChat; only for who may see particulars of persons.
        wechat: Option<String>,
        /// E-mail; only for who may see particulars of persons.
        email: Option<String>,
        /// Introduction for everybody.
        intro: Option<String>,
    }
}
part! {
    /// How it is recorded.
    Recording {
        /// Recording body (备案机关).
        body: Option<String>,
        /// Recorded on.
        recorded_on: Option<Day>,
        /// Valid up to and with.
        valid_to: Option<Day>,
        /// Guarantor unit.
        guarantor: Option<String>,
        /// Registered organization that it leans on (挂靠).
        partner: Option<String>,
        /// Initiators.
        initiators: Vec<String>,
    }
}

impl Details {
    /// Trimmed, and without empty texts: a form sends each of its fields.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        tidy(&mut value);
        serde_json::from_value(value).unwrap_or_default()
    }
    /// Without what only those see who may see particulars of persons.
    #[must_use]
    pub fn without_private(mut self) -> Self {
        self.finance.account_number = None;
        self.contact.deputy_phone = None;
        self.contact.wechat = None;
        self.contact.email = None;
        self
    }
}

/// Trims texts in place and drops those that are empty then.
fn tidy(value: &mut Json) {
    match value {
        Json::String(text) => *text = text.trim().to_owned(),
        Json::Array(items) => {
            items.iter_mut().for_each(tidy);
            items.retain(|item| item != "");
        }
        Json::Object(map) => {
            map.values_mut().for_each(tidy);
            map.retain(|_, value| value != "");
        }
        _ => {}
    }
}
