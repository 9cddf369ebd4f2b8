//! What an organization, or all of a base, has received, in few indexed reads.

use domain::{
    allocation::AllocationState,
    assessment::{AssessmentGrade, AssessmentState},
    certificate::CertificateState,
    day::Day,
    id::{AllocationId, AssessmentId, BaseId, CertificateId, Id, OrganizationId, ResidencyId, SpaceId},
    intake::ResidencyMode,
    space::SpaceKind,
};
use surrealdb::types::{SurrealValue, Value};

use crate::db::{At, Civil, Read, Rec, Text, rid};

/// Whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Of an organization, in all bases.
    Organization(OrganizationId),
    /// Of all organizations, in a base.
    Base(BaseId),
}

/// A term that was in use.
#[derive(Debug, Clone, SurrealValue)]
pub struct TermRow {
    /// Identifier.
    pub id: Rec<AllocationId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Of which space.
    pub space: Rec<SpaceId>,
    /// First day.
    pub first: Civil,
    /// Last day.
    pub last: Option<Civil>,
    /// Where it stands.
    pub state: Text<AllocationState>,
}

/// A space as far as it is counted.
#[derive(Debug, Clone, SurrealValue)]
pub struct PlaceRow {
    /// Identifier.
    pub id: Rec<SpaceId>,
    /// What it is.
    pub kind: Text<SpaceKind>,
    /// What is painted on its door.
    pub code: String,
    /// Its area.
    pub area_m2: Option<f64>,
}

/// That a space was handed over.
#[derive(Debug, Clone, SurrealValue)]
pub struct HandedRow {
    /// For which term.
    pub allocation: Rec<AllocationId>,
    /// On which day.
    pub on_day: Civil,
}

/// A residency that began.
#[derive(Debug, Clone, SurrealValue)]
pub struct StayRow {
    /// Identifier.
    pub id: Rec<ResidencyId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Its number.
    pub number: Option<String>,
    /// With or without a place.
    pub mode: Text<ResidencyMode>,
    /// The day of moving in.
    pub began: Option<Civil>,
    /// Its last day.
    pub ended: Option<Civil>,
}

/// An assessment that is over.
#[derive(Debug, Clone, SurrealValue)]
pub struct AssessedRow {
    /// Identifier.
    pub id: Rec<AssessmentId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Where it stands.
    pub state: Text<AssessmentState>,
    /// The grade.
    pub grade: Option<Text<AssessmentGrade>>,
    /// On which day it was given.
    pub graded_on: Option<Civil>,
}

/// A certificate.
#[derive(Debug, Clone, SurrealValue)]
pub struct CertificateRow {
    /// Identifier.
    pub id: Rec<CertificateId>,
    /// Of which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Its number.
    pub number: String,
    /// Whether it is valid.
    pub state: Text<CertificateState>,
    /// Issued.
    pub issued_on: Civil,
}

/// An index of a table, and the name of the statement that reads along it.
#[derive(Debug, Clone, Copy)]
struct Way {
    name: &'static str,
    index: &'static str,
    /// Its last field: the end of a term, or the birth of a row.
    last: &'static str,
}

const fn way(name: &'static str, index: &'static str, last: &'static str) -> Way {
    Way { name, index, last }
}

/// A statement along the index of an organization, or that of a base.
fn along<T: SurrealValue>(of: Of, fields: &str, table: &str, (organization, base): (Way, Way)) -> Read<T> {
    let (way, field, key) = match of {
        Of::Organization(id) => (organization, "organization", Rec(id).into_value()),
        Of::Base(id) => (base, "base", Rec(id).into_value()),
    };
    let since = match way.last {
        "ends" => Civil::from(Day::MIN).into_value(),
        _ => At(chrono::DateTime::UNIX_EPOCH).into_value(),
    };
    let Way { name, index, last } = way;
    let sql = format!("SELECT {fields} FROM {table} WITH INDEX {index} WHERE {field} = $key AND {last} >= $since");
    Read::new(name, sql).bind("key", key).bind("since", since)
}

/// Terms that are or were in use.
#[must_use]
pub fn terms(of: Of) -> Read<TermRow> {
    let ways = (
        way("received_terms", "allocation_organization", "ends"),
        way("received_terms_base", "allocation_base", "ends"),
    );
    along(of, "id, base, organization, space, first, last, state", "allocation", ways).tidied(
        |rows: &mut Vec<TermRow>| {
            rows.retain(|row| matches!(row.state.0, AllocationState::Occupied | AllocationState::Ended));
            rows.sort_by_key(|row| row.id);
        },
    )
}

/// The places of some terms; none when there are none to read.
#[must_use]
pub fn places(of: &[TermRow]) -> Option<Read<PlaceRow>> {
    let mut ids: Vec<SpaceId> = of.iter().map(|term| term.space.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let read =
        || Read::new("received_places", "SELECT id, kind, code, area_m2 FROM $ids").bind("ids", records(ids.iter()));
    (!ids.is_empty()).then(read)
}

/// When the places of some terms were handed over; none when there are no terms.
#[must_use]
pub fn handed(of: Of, terms: &[TermRow]) -> Option<Read<HandedRow>> {
    let sql = "SELECT allocation, on_day FROM handover WITH INDEX";
    let read = || match of {
        Of::Organization(_) => {
            let sql = format!("{sql} handover_allocation WHERE allocation IN $key AND kind = 'in'");
            Read::new("received_handed", sql).bind("key", records(terms.iter().map(|term| &term.id.0)))
        }
        Of::Base(id) => {
            let sql = format!("{sql} handover_base WHERE base = $key AND kind = 'in'");
            Read::new("received_handed_base", sql).bind("key", Rec(id))
        }
    };
    (!terms.is_empty()).then(read)
}

fn records<'a, I: Id>(ids: impl Iterator<Item = &'a I>) -> Value {
    Value::Array(ids.map(|id| Value::RecordId(rid(*id))).collect::<Vec<_>>().into())
}

/// Residencies that began.
#[must_use]
pub fn stays(of: Of) -> Read<StayRow> {
    let ways = (
        way("received_stays", "residency_organization", "created_at"),
        way("received_stays_base", "residency_base_ends", "ends"),
    );
    let read = along(of, "id, base, organization, number, mode, began, ended", "residency", ways);
    read.tidied(|rows: &mut Vec<StayRow>| {
        rows.retain(|row| row.began.is_some());
        rows.sort_by_key(|row| row.id);
    })
}

/// Assessments whose grade stands.
#[must_use]
pub fn assessed(of: Of) -> Read<AssessedRow> {
    let ways = (
        way("received_assessed", "assessment_organization", "created_at"),
        way("received_assessed_base", "assessment_base", "created_at"),
    );
    let fields = "id, base, organization, state, grade, course.result.on AS graded_on";
    along(of, fields, "assessment", ways).tidied(|rows: &mut Vec<AssessedRow>| {
        rows.retain(|row| row.state.0 == AssessmentState::Concluded);
        rows.sort_by_key(|row| row.id);
    })
}

/// Certificates that are valid.
#[must_use]
pub fn certificates(of: Of) -> Read<CertificateRow> {
    let ways = (
        way("received_certificates", "certificate_organization", "created_at"),
        way("received_certificates_base", "certificate_base", "created_at"),
    );
    along(of, "id, base, organization, number, state, issued_on", "certificate", ways).tidied(
        |rows: &mut Vec<CertificateRow>| {
            rows.retain(|row| row.state.0 == CertificateState::Valid);
            rows.sort_by_key(|row| row.id);
        },
    )
}

/// In which bases some allocations are.
#[derive(Debug, Clone, SurrealValue)]
pub struct PlacedRow {
    /// Identifier.
    pub id: Rec<AllocationId>,
    /// In which base.
    pub base: Rec<BaseId>,
}

/// The bases of some allocations; none when there are none to read.
#[must_use]
pub fn placed(ids: &[AllocationId]) -> Option<Read<PlacedRow>> {
    let read = || Read::new("story_placed", "SELECT id, base FROM $ids").bind("ids", records(ids.iter()));
    (!ids.is_empty()).then(read)
}

/// An organization by its name and its place in lists.
#[derive(Debug, Clone, SurrealValue)]
pub struct NamedRow {
    /// Identifier.
    pub id: Rec<OrganizationId>,
    /// Name.
    pub name: String,
    /// Its place in lists by name.
    pub sort_key: String,
}

/// Some organizations; none when there are none to read.
#[must_use]
pub fn named(ids: &[OrganizationId]) -> Option<Read<NamedRow>> {
    let read = || Read::new("received_named", "SELECT id, name, sort_key FROM $ids").bind("ids", records(ids.iter()));
    (!ids.is_empty()).then(read)
}
