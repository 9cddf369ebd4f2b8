//! One account per role.

use domain::{
    access::{Role, Scope},
    day::Day,
    id::{AccountId, OrganizationId},
    organization::Kind,
};

use super::{DemoAccount, crew, terms::Chosen, words::WORDS};
use crate::{
    accounts::service::{self, NewAccount},
    bases::store::BaseRow,
    db::Tx,
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
    organizations::{
        people::{Held, PersonChange},
        service::NewOrganization,
    },
};

/// The password of every account of the demo; it is in the README.
pub const PASSWORD: &str = "caoyuan-mengya-13";

fn new(login: &str, name: &str) -> NewAccount {
    NewAccount {
        login: login.to_owned(),
        name: name.to_owned(),
        locale: "zh-CN".to_owned(),
        password: Some(PASSWORD.to_owned()),
        ..NewAccount::default()
    }
}

fn by(house: &House) -> Acting {
    Acting::program("demo", house.now())
}

/// The first administrator.
pub async fn first(house: &House) -> Result<AccountId, Fault> {
    Ok(crate::accounts::setup::create_first(house, new("admin", &WORDS.admin)).await?.id.0)
}

/// An account with a role.
///
/// # Errors
/// What the verbs say.
pub async fn person(
    house: &House,
    login: &str,
    name: &str,
    role: Role,
    scope: Scope,
    from: Day,
) -> Result<AccountId, Fault> {
    let (row, _) = service::create(house, &by(house), new(login, name)).await?;
    service::grant(house, &by(house), row.id.0, role, scope, from, None).await?;
    Ok(row.id.0)
}

/// The city's supervisor, who does everything in the demo.
pub async fn supervisor(house: &House) -> Result<AccountId, Fault> {
    person(house, "city", &WORDS.supervisor, Role::CitySupervisor, Scope::City, house.today()).await
}

/// Everybody else, and a team that is not registered yet; returns all accounts.
pub async fn others(house: &House, bases: &[BaseRow], chosen: &Chosen) -> Result<Vec<DemoAccount>, Fault> {
    let base = |code: &str| bases.iter().find(|base| base.code == code);
    let (Some(park), Some(hailar)) = (base("B00"), base("B01")) else { return Ok(Vec::new()) };
    let mut tx = Tx::new();
    let team = crate::organizations::service::prepare(house, &mut tx, team(park), &by(house), None);
    house.db.commit(tx).await?;
    let resident = chosen.resident.unwrap_or(team.id.0);
    let name_of = |id| async move {
        Ok::<_, Fault>(crate::organizations::store::find(&house.db, id).await?.map(|row| row.name).unwrap_or_default())
    };
    let mut all = vec![
        DemoAccount { login: "city", password: PASSWORD, role: Role::CitySupervisor, scope: String::new() },
        DemoAccount { login: "admin", password: PASSWORD, role: Role::SystemAdministrator, scope: String::new() },
    ];
    for (login, base) in [("park", park), ("hailar", hailar)] {
        let (role, scope) = (Role::BaseOperator, base.name.clone());
        all.push(DemoAccount { login, password: PASSWORD, role, scope });
    }
    let people = [
        ("legal", Role::LegalRepresentative, Scope::Organization(resident), name_of(resident).await?),
        ("liaison", Role::Liaison, Scope::Organization(resident), name_of(resident).await?),
        ("initiator", Role::Initiator, Scope::Organization(team.id.0), team.name.clone()),
        ("trainer", Role::Trainer, Scope::Base(park.id.0), park.name.clone()),
        ("mentor", Role::Mentor, Scope::Personal, String::new()),
        ("auditor", Role::Auditor, Scope::City, String::new()),
    ];
    for (login, role, scope, of) in people {
        let name = WORDS.people.get(login).map_or(login, String::as_str);
        person(house, login, name, role, scope, house.today()).await?;
        all.push(DemoAccount { login, password: PASSWORD, role, scope: of });
    }
    let (login, role) = (crew::EVALUATOR, Role::Evaluator);
    all.push(DemoAccount { login, password: PASSWORD, role, scope: String::new() });
    for login in crew::REVIEWERS {
        all.push(DemoAccount { login, password: PASSWORD, role: Role::Reviewer, scope: String::new() });
    }
    Ok(all)
}

/// The people of the organization whose liaison signs in.
pub async fn staff(house: &House, city: &Caller, resident: OrganizationId) -> Result<(), Fault> {
    for one in &WORDS.staff {
        let held = Held { position: one.position.clone(), first: Some(house.today().plus(-400)), last: None };
        let change = PersonChange {
            name: Some(one.name.clone()),
            phone: Some(Some(one.phone.clone())),
            social_worker_level: Some(one.level.clone()),
            positions: Some(vec![held]),
            ..PersonChange::default()
        };
        crate::organizations::people::create(house, city, resident, &change).await?;
    }
    Ok(())
}

fn team(park: &BaseRow) -> NewOrganization {
    NewOrganization {
        name: WORDS.team.clone(),
        kind: Kind::PreRegistration,
        class: None,
        credit_code: None,
        record_number: None,
        home_base: park.id.0,
        division: park.division.clone(),
        township: None,
        village: None,
        founded_on: None,
        grade: None,
        annual_check: None,
        party_form: None,
        responsible_name: Some(WORDS.team_liaison.clone()),
        liaison_name: Some(WORDS.team_liaison.clone()),
        liaison_phone: Some(WORDS.team_phone.clone()),
        full_time_staff: None,
        social_workers: None,
        volunteers: None,
        details: Default::default(),
    }
}
