//! A team that is neither registered nor recorded signs up by itself, through an open intake that admits
//! it: from the first day it is an organization on record, so that all that happens later hangs on one thing.

use domain::{
    access::{Held, Role, Scope},
    id::{IntakeId, OrganizationId},
    intake::ApplicantKind,
    organization::Kind,
    refusal::{Code, FieldFault, Refusal},
};

use super::intakes;
use crate::{
    accounts::{
        service::{NewAccount, check, commit_unique, prepare_own},
        signin::throttle,
        store as accounts,
    },
    db::{Tx, rid},
    fault::Fault,
    house::House,
    http::address::neighbourhood,
    journal::Acting,
    organizations::intake::{blank, born, settle},
};

/// Sign-ups from one address before it has to wait: an office helps several teams a day.
const FREE: i64 = 10;
/// Sign-ups to one intake in a short time; more is not what a base of some dozen places is for.
const FREE_OF_INTAKE: i64 = 60;
/// Names of teams.
const MAX_NAME: usize = 60;

/// A person and the team.
#[derive(Debug, Clone)]
pub struct NewTeam {
    /// The account; its password is chosen.
    pub account: NewAccount,
    /// Working name of the team.
    pub team: String,
}

/// Makes an account, an organization that is not registered yet, and the person its initiator.
///
/// # Errors
/// `not_found` for an intake that is not announced, `intake_not_open`, `kind_not_admitted`, bad fields,
/// `too_many_attempts` from one address.
pub async fn sign_up(house: &House, address: &str, intake: IntakeId, new: NewTeam) -> Result<OrganizationId, Fault> {
    let to = intakes::public(house, intake).await?;
    let of = to.intake();
    of.takes(house.today())?;
    if !of.particulars.admits.contains(&ApplicantKind::PreRegistration) {
        let admits: Vec<&str> = of.particulars.admits.iter().map(|kind| kind.as_str()).collect();
        let kind = ApplicantKind::PreRegistration.as_str();
        return Err(Refusal::state(Code::KindNotAdmitted).with("kind", kind).with("admits", admits).into());
    }
    let team = new.team.trim();
    let mut faults = Vec::new();
    if team.is_empty() {
        faults.push(FieldFault::new("team", Code::Required));
    } else if team.chars().count() > MAX_NAME {
        faults.push(FieldFault::new("team", Code::TooLong).with("max", MAX_NAME));
    }
    if new.account.phone.as_deref().is_none_or(str::is_empty) {
        faults.push(FieldFault::new("phone", Code::Required));
    }
    if !faults.is_empty() {
        return Err(Refusal::fields(faults).into());
    }
    check(&new.account)?;
    throttle(house, &format!("sign-up {}", neighbourhood(address)), FREE).await?;
    throttle(house, &format!("sign-up {intake}"), FREE_OF_INTAKE).await?;
    let base = crate::bases::store::find(&house.db, of.base).await?.ok_or_else(Refusal::missing)?;
    let name = new.account.name.trim();
    let by = Acting {
        role: Some(Role::Initiator),
        request: crate::http::context::current().request,
        ..Acting::program(name, house.now())
    };
    let mut row = blank(house, of.base, &by);
    row.name = team.to_owned();
    row.kind = Kind::PreRegistration.into();
    row.division = base.division;
    row.responsible_name = Some(name.to_owned());
    settle(&mut row);
    let login = new.account.login.trim().to_lowercase();
    let mut tx = Tx::new();
    tx.insert(row.id.0, row.clone());
    tx.journal(born(&row, &by));
    prepare_own(house, &mut tx, new.account.clone(), Role::Initiator, row.id.0, &by).await?;
    tx.tie_while(rid(to.id.0), "state", to.state);
    // Everything in it is new but the tie: another team that signs up at the same moment is in the way for a
    // moment only.
    let password = new.account.password.clone().unwrap_or_default();
    match house.db.decide(|| commit_unique(house, tx.clone(), &login)).await {
        Ok(()) => Ok(row.id.0),
        Err(taken) => repeated(house, &login, password, team).await?.ok_or(taken),
    }
}

/// So long a sign-up that comes again is the same one: a double tap, or an answer that was lost on the way.
const AGAIN: chrono::Duration = chrono::Duration::minutes(10);

/// The team that this very person has just signed up, if it is a repetition.
async fn repeated(house: &House, login: &str, password: String, team: &str) -> Result<Option<OrganizationId>, Fault> {
    let Some(account) = accounts::find_by_login(&house.db, login).await? else { return Ok(None) };
    // Of an account that is no newborn nothing is said, so that this is no door to try passwords at.
    if house.now() - account.created_at.0 > AGAIN
        || !house.passwords.fits(password, Some(account.password.clone())).await
    {
        return Ok(None);
    }
    let grants = accounts::grants(&house.db, account.id.0).await?;
    let own = grants.iter().find_map(|grant| match grant.held() {
        Held { role: Role::Initiator, scope: Scope::Organization(own) } => Some(own),
        _ => None,
    });
    let Some(own) = own else { return Ok(None) };
    let row = crate::organizations::store::find(&house.db, own).await?;
    Ok(row.filter(|row| row.name == team).map(|row| row.id.0))
}
