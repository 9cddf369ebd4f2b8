//! What the routes of intakes show: to those who run them, and to everybody.

use domain::{
    access::Action,
    day::{Day, Moment},
    id::{BaseId, IntakeId},
    intake::{self, ApplicantKind, IntakeAction, IntakeState, ResidencyMode, Wanted},
};
use poem_openapi::Object;

use super::{
    store::IntakeRow,
    views::{Can, word},
};
use crate::{
    bases::store::BaseRow,
    http::{Caller, Versioned},
};

/// An intake, for those who run it.
#[derive(Debug, Clone, Object)]
pub struct IntakeView {
    /// Identifier.
    pub id: IntakeId,
    /// Of which base.
    pub base: BaseId,
    /// Name.
    pub name: String,
    /// First day.
    pub opens: Day,
    /// Last day; rolling intake has none.
    pub closes: Option<Day>,
    /// Places; without limit when null.
    pub quota: Option<u32>,
    /// Who may apply.
    pub admits: Vec<ApplicantKind>,
    /// With or without a place.
    pub modes: Vec<ResidencyMode>,
    /// Conditions.
    pub conditions: String,
    /// Documents wanted.
    pub documents: Vec<Wanted>,
    /// Where it stands.
    pub state: IntakeState,
    /// It takes applications today.
    pub open: bool,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
}

impl Versioned for IntakeView {
    fn version(&self) -> i64 {
        self.version
    }
}

impl IntakeView {
    /// As a caller sees it at a moment.
    #[must_use]
    pub fn of(by: &Caller, row: &IntakeRow, at: Moment) -> Self {
        let of = row.intake();
        let role = by.can(Action::IntakesManage, &row.facts());
        let can = |action: IntakeAction| word(role.or_else(|| intake::can(&of, action, at)));
        let actions = IntakeAction::ALL.iter();
        Self {
            id: of.id,
            base: of.base,
            open: of.takes(at.today()).is_ok(),
            can: actions.map(|action| (action.as_str().to_owned(), can(*action))).collect(),
            name: of.particulars.name,
            opens: of.particulars.opens,
            closes: of.particulars.closes,
            quota: of.particulars.quota,
            admits: of.particulars.admits,
            modes: of.particulars.modes,
            conditions: of.particulars.conditions,
            documents: of.particulars.documents,
            state: of.state,
            version: row.version,
        }
    }
}

/// An announced intake, for everybody.
#[derive(Debug, Clone, Object)]
pub struct PublicIntake {
    /// Identifier.
    pub id: IntakeId,
    /// The base.
    pub base: PublicBase,
    /// Name.
    pub name: String,
    /// First day.
    pub opens: Day,
    /// Last day; rolling intake has none.
    pub closes: Option<Day>,
    /// Places; without limit when null.
    pub quota: Option<u32>,
    /// Who may apply.
    pub admits: Vec<ApplicantKind>,
    /// With or without a place.
    pub modes: Vec<ResidencyMode>,
    /// Conditions.
    pub conditions: String,
    /// Documents wanted.
    pub documents: Vec<Wanted>,
    /// It takes applications today; otherwise from its first day on.
    pub open: bool,
}

/// A base, for everybody.
#[derive(Debug, Clone, Object)]
pub struct PublicBase {
    /// Identifier.
    pub id: BaseId,
    /// Name.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Where it is.
    #[oai(skip_serializing_if_is_none)]
    pub address: Option<String>,
    /// When it is open.
    #[oai(skip_serializing_if_is_none)]
    pub opening_hours: Option<String>,
    /// Whom to call.
    #[oai(skip_serializing_if_is_none)]
    pub hotline: Option<String>,
}

impl From<&BaseRow> for PublicBase {
    fn from(row: &BaseRow) -> Self {
        let told = |key: &str| row.details.get(key).and_then(|value| value.as_str()).map(str::to_owned);
        Self {
            id: row.id.0,
            name: row.name.clone(),
            short_name: row.short_name.clone(),
            address: told("address"),
            opening_hours: told("opening_hours"),
            hotline: told("hotline"),
        }
    }
}

impl PublicIntake {
    /// On a day.
    #[must_use]
    pub fn of(row: &IntakeRow, base: &BaseRow, today: Day) -> Self {
        let of = row.intake();
        let open = of.takes(today).is_ok();
        let domain::intake::Particulars { name, opens, closes, quota, admits, modes, conditions, documents } =
            of.particulars;
        Self { id: of.id, base: base.into(), name, opens, closes, quota, admits, modes, conditions, documents, open }
    }
}
