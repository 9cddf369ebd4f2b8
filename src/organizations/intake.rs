//! New organizations: from a spreadsheet or a form into a transaction, with their journal lines.

use std::collections::BTreeMap;

use domain::{
    day::Day,
    id::{BaseId, ImportId, OrganizationId},
    organization::{AnnualCheck, Class, Kind, PartyForm, identity_key},
};
use serde_json::{Value as Json, json};
use sheets::organizations::OrganizationDraft;

use super::{details::Details, store::OrganizationRow};
use crate::{
    db::{DbError, Rec, Text, Tx, rid},
    house::House,
    journal::{Acting, Draft},
};

/// An organization to be taken up; the rules have been asked.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrganization {
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// What a community organization mainly does.
    pub class: Option<Class>,
    /// Unified social credit code in its normal form.
    pub credit_code: Option<String>,
    /// Record number.
    pub record_number: Option<String>,
    /// The base that looks after it.
    pub home_base: BaseId,
    /// Code of its banner, city or district.
    pub division: String,
    /// Code of its township or street.
    pub township: Option<String>,
    /// Code of its village or community.
    pub village: Option<String>,
    /// Founded on.
    pub founded_on: Option<Day>,
    /// Evaluation grade.
    pub grade: Option<String>,
    /// Result of the last annual check.
    pub annual_check: Option<AnnualCheck>,
    /// Form of its party organization.
    pub party_form: Option<PartyForm>,
    /// The responsible person.
    pub responsible_name: Option<String>,
    /// The liaison.
    pub liaison_name: Option<String>,
    /// The liaison's phone.
    pub liaison_phone: Option<String>,
    /// Full-time staff.
    pub full_time_staff: Option<u32>,
    /// Qualified social workers.
    pub social_workers: Option<u32>,
    /// Volunteers.
    pub volunteers: Option<u32>,
    /// All further particulars.
    pub details: Details,
}

impl NewOrganization {
    /// From a row of a spreadsheet, to be looked after by a base.
    #[must_use]
    pub fn from_draft(draft: &OrganizationDraft, home_base: BaseId) -> Self {
        let mut details = Details::default();
        if draft.kind.class_digit().is_some() {
            details.registration.authority.clone_from(&draft.authority);
        } else {
            details.recording.body.clone_from(&draft.authority);
        }
        details.registration.supervising_unit.clone_from(&draft.supervisor);
        Self {
            name: draft.name.clone(),
            // The words of the spreadsheets are those of the domain; a test says when they part.
            kind: draft.kind.as_str().parse().unwrap_or(Kind::PreRegistration),
            class: draft.class.and_then(|class| class.as_str().parse().ok()),
            credit_code: draft.credit_code.clone(),
            record_number: draft.record_number.clone(),
            home_base,
            division: draft.county.clone(),
            township: draft.township.clone(),
            village: draft.village.clone(),
            founded_on: draft.founded_on.and_then(Day::from_date),
            grade: draft.grade.map(|grade| grade.as_str().to_owned()),
            annual_check: draft.annual_check.and_then(|check| check.as_str().parse().ok()),
            party_form: draft.party_form.and_then(|form| form.as_str().parse().ok()),
            responsible_name: draft.leader.clone(),
            liaison_name: draft.liaison.clone(),
            liaison_phone: draft.liaison_phone.clone(),
            full_time_staff: draft.full_time_staff,
            social_workers: draft.social_workers,
            volunteers: draft.volunteers,
            details,
        }
    }

    /// What no two live organizations share.
    #[must_use]
    pub fn identity_key(&self) -> Option<String> {
        identity_key(self.credit_code.as_deref(), self.record_number.as_deref())
    }
}

/// Which base looks after an organization of a division.
#[derive(Debug, Clone)]
pub struct Homes {
    by_division: BTreeMap<String, BaseId>,
    fallback: Option<BaseId>,
}

impl Homes {
    /// The base of a banner's, city's or district's own division; else the fallback, else the
    /// city's base. None when there is no base at all.
    #[must_use]
    pub fn of(&self, division: &str) -> Option<BaseId> {
        self.by_division.get(division).copied().or(self.fallback)
    }
}

/// Reads which base looks after which division. `importing` is the base of the operator who
/// imports, for divisions that have no base of their own.
pub async fn homes(house: &House, importing: Option<BaseId>) -> Result<Homes, DbError> {
    let bases = crate::bases::store::all(&house.db).await?;
    let city = bases.iter().find(|base| base.level == "city").map(|base| base.id.0);
    let mut by_division = BTreeMap::new();
    for base in bases.iter().filter(|base| base.level != "city") {
        // Several bases of one division: the first by its code.
        by_division.entry(base.division.clone()).or_insert(base.id.0);
    }
    Ok(Homes { by_division, fallback: importing.or(city).or_else(|| bases.first().map(|base| base.id.0)) })
}

/// What searching looks at: the name in plain small letters with its initials, and each code in
/// capitals behind a `#`, so that a code is only found from its beginning.
#[must_use]
pub fn search_text(name: &str, codes: &[Option<&str>]) -> String {
    let mut text = sheets::writing::half_width(name).to_lowercase();
    text.push('\n');
    text.push_str(&sheets::pinyin::search_key(name));
    for code in codes.iter().flatten() {
        text.push_str("\n#");
        text.push_str(&code.to_uppercase());
    }
    text
}

/// Pinyin of the name, then the id.
#[must_use]
pub fn sort_key(name: &str, id: OrganizationId) -> String {
    format!("{} {id}", sheets::pinyin::sort_key(name))
}

/// An organization of which nothing is known yet but who looks after it.
#[must_use]
pub fn blank(house: &House, home_base: BaseId, by: &Acting) -> OrganizationRow {
    OrganizationRow {
        id: Rec(house.chance.id(by.at)),
        search: String::new(),
        sort_key: String::new(),
        identity_key: None,
        name: String::new(),
        name_mn: None,
        kind: Text(Kind::PreRegistration),
        class: None,
        credit_code: None,
        record_number: None,
        home_base: Rec(home_base),
        division: String::new(),
        township: None,
        village: None,
        founded_on: None,
        live: true,
        dissolved_on: None,
        dissolved_reason: None,
        grade: None,
        annual_check: None,
        party_form: None,
        responsible_name: None,
        liaison_name: None,
        liaison_phone: None,
        full_time_staff: None,
        social_workers: None,
        volunteers: None,
        hosts: Vec::new(),
        resident: false,
        stays: None,
        details: json!({}),
        import: None,
        version: 1,
        created_at: by.at.into(),
        updated_at: by.at.into(),
    }
}

/// Sets what follows from the other fields: search text, order, and what no two live ones share.
pub fn settle(row: &mut OrganizationRow) {
    let codes = [row.credit_code.as_deref(), row.record_number.as_deref()];
    row.search = search_text(&row.name, &codes);
    row.sort_key = sort_key(&row.name, row.id.0);
    row.identity_key = if row.live { identity_key(codes[0], codes[1]) } else { None };
}

fn row(house: &House, new: NewOrganization, by: &Acting, import: Option<ImportId>) -> OrganizationRow {
    let mut row = OrganizationRow {
        name: new.name,
        kind: Text(new.kind),
        class: new.class.map(Text),
        credit_code: new.credit_code,
        record_number: new.record_number,
        division: new.division,
        township: new.township,
        village: new.village,
        founded_on: new.founded_on.map(Text),
        grade: new.grade,
        annual_check: new.annual_check.map(Text),
        party_form: new.party_form.map(Text),
        responsible_name: new.responsible_name,
        liaison_name: new.liaison_name,
        liaison_phone: new.liaison_phone,
        full_time_staff: new.full_time_staff.map(i64::from),
        social_workers: new.social_workers.map(i64::from),
        volunteers: new.volunteers.map(i64::from),
        details: serde_json::to_value(new.details).unwrap_or_default(),
        import: import.map(Text),
        ..blank(house, new.home_base, by)
    };
    settle(&mut row);
    row
}

/// An organization as the journal shows it: what is known of it, without what is derived.
#[must_use]
pub fn journal_view(row: &OrganizationRow) -> Json {
    let all = json!({
        "name": row.name, "name_mn": row.name_mn, "kind": row.kind.0, "class": row.class.map(|class| class.0),
        "credit_code": row.credit_code, "record_number": row.record_number, "home_base": row.home_base.0,
        "division": row.division, "township": row.township, "village": row.village,
        "founded_on": row.founded_on.map(|day| day.0), "live": row.live,
        "dissolved_on": row.dissolved_on.map(|day| day.0), "dissolved_reason": row.dissolved_reason,
        "grade": row.grade, "annual_check": row.annual_check.map(|check| check.0),
        "party_form": row.party_form.map(|form| form.0), "responsible_name": row.responsible_name,
        "liaison_name": row.liaison_name, "liaison_phone": row.liaison_phone,
        "full_time_staff": row.full_time_staff, "social_workers": row.social_workers, "volunteers": row.volunteers,
    });
    let mut view: serde_json::Map<String, Json> = match all {
        Json::Object(map) => map.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => serde_json::Map::new(),
    };
    if let Json::Object(details) = &row.details {
        for (part, value) in details {
            view.insert(format!("details.{part}"), value.clone());
        }
    }
    Json::Object(view)
}

/// Rows that one transaction takes: the engine's write buffer holds some 8,000 organizations with their
/// index entries and journal lines (measured: 8,000 fit in 64 MiB, 9,000 do not), so this leaves room for
/// ledgers with longer texts. A prefecture's 870 are one transaction; of a longer ledger each part is one,
/// and whoever brings it in marks it as under way first: what an import brought is found by
/// `store::of_import` and taken back by [`remove_many`] when a later part fails or the process ends.
pub const PART: usize = 4_000;

/// The journal's line of a new organization.
#[must_use]
pub fn born(row: &OrganizationRow, by: &Acting) -> Draft {
    Draft::new(row.id.0, "organizations.create", by)
        .values(json!({"name": row.name}))
        .change(None, Some(journal_view(row)))
        .first()
}

/// Adds a new organization and its journal line to a transaction. A live organization with the same
/// code or record number makes the commit fail as a duplicate of `organization_identity`.
pub fn prepare(
    house: &House,
    tx: &mut Tx,
    new: NewOrganization,
    by: &Acting,
    import: Option<ImportId>,
) -> OrganizationRow {
    let row = row(house, new, by, import);
    tx.insert(row.id.0, row.clone());
    tx.journal(born(&row, by));
    row
}

/// As [`prepare`], for a spreadsheet of at most [`PART`] rows: one statement for the rows, one for the journal.
pub fn prepare_many(
    house: &House,
    tx: &mut Tx,
    new: Vec<NewOrganization>,
    by: &Acting,
    import: Option<ImportId>,
) -> Vec<OrganizationId> {
    let rows: Vec<OrganizationRow> = new.into_iter().map(|new| row(house, new, by, import)).collect();
    for row in &rows {
        tx.journal(born(row, by));
    }
    let ids = rows.iter().map(|row| row.id.0).collect();
    tx.insert_all("organization", rows);
    ids
}

/// Removes organizations that an import brought, with a journal line each. Whether anything
/// depends on them is asked before, by the caller.
pub fn remove_many(tx: &mut Tx, rows: &[OrganizationRow], by: &Acting) {
    for row in rows {
        tx.journal(
            Draft::new(row.id.0, "organizations.remove", by)
                .values(json!({"name": row.name}))
                .change(Some(journal_view(row)), None),
        );
    }
    tx.delete_all(rows.iter().map(|row| rid(row.id.0)).collect());
}
