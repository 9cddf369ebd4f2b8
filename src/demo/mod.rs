//! An invented prefecture: thirteen bases, their ledgers, two years of desks, one account per role.
//!
//! Nothing is written past the verbs: the ledgers come in as spreadsheets, the terms are assigned,
//! handed over, extended, swapped and ended on the days on which that happened, with a clock that is
//! moved from day to day. So the demo has the history that a real house has, and its invariants hold.
//! Divisions and work calendar are real; that these twelve banners have a base is an assumption, and
//! their records say so.

mod applications;
mod assessments;
mod crew;
mod filings;
mod graduates;
mod ledgers;
mod people;
mod proceedings;
mod progress;
mod renewals;
mod residencies;
mod reviews;
mod schedule;
mod terms;
mod words;

use chrono::{DateTime, Duration, Utc};
use domain::{
    access::{Held, Principal, Role, Scope},
    id::AccountId,
};

use crate::{bases::store::BaseRow, fault::Fault, house::House, http::Caller};

/// How far back the demo begins.
const DAYS: i64 = 800;

/// An account of the demo.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// What is typed to sign in.
    pub login: &'static str,
    /// The password.
    pub password: &'static str,
    /// The role.
    pub role: Role,
    /// Over what, in words.
    pub scope: String,
}

/// The moment at which the demo's clock begins, so that it ends now.
#[must_use]
pub fn beginning(now: DateTime<Utc>) -> DateTime<Utc> {
    now - Duration::days(DAYS)
}

/// Fills an empty house whose clock stands at [`beginning`]; afterwards it stands at `now`.
///
/// # Errors
/// What the verbs say; on a house that is not empty, `setup_done`.
pub async fn fill(house: &House, now: DateTime<Utc>) -> Result<Vec<DemoAccount>, Fault> {
    people::first(house).await?;
    ledgers::divisions(house).await?;
    ledgers::bases(house).await?;
    let city = people::supervisor(house).await?;
    let city = as_supervisor(city, &words::WORDS.supervisor, house);
    ledgers::spreadsheets(house, &city).await?;
    let bases = crate::bases::store::all(&house.db).await?;
    let crew = crew::Crew::hire(house, &city, &bases).await?;
    let chosen = terms::play(house, &city, &bases, crew.clone(), now).await?;
    let accounts = people::others(house, &bases, &chosen).await?;
    // As the clock stands now, not when the city began.
    let city = Caller { now: house.now(), since: std::time::Instant::now(), ..city };
    if let Some(resident) = chosen.resident {
        people::staff(house, &city, resident).await?;
    }
    initiate(house, &city, &bases, &crew).await?;
    crate::journal::seal(&house.db, house.now()).await?;
    Ok(accounts)
}

/// The initiator of the team has begun an application, and asked for help with a registration.
async fn initiate(house: &House, like: &Caller, bases: &[BaseRow], crew: &crew::Crew) -> Result<(), Fault> {
    let account = crate::accounts::store::find_by_login(&house.db, "initiator").await?;
    let (Some(account), Some(park)) = (account, bases.iter().find(|base| base.code == "B00")) else { return Ok(()) };
    let grants = crate::accounts::store::grants(&house.db, account.id.0).await?;
    let held: Vec<Held> = grants.iter().map(crate::accounts::store::GrantRow::held).collect();
    let team = held.iter().find_map(|held| match held.scope {
        Scope::Organization(team) => Some(team),
        _ => None,
    });
    let Some(team) = team else { return Ok(()) };
    let principal = Principal { account: account.id.0, name: account.name.clone(), held, writes: true };
    let by = Caller { principal, now: house.now(), since: std::time::Instant::now(), ..like.clone() };
    applications::team(house, &by, team, park).await?;
    filings::initiated(house, (&by, crew), team, park).await
}

/// The city's supervisor at the present moment of the demo's clock.
fn as_supervisor(account: AccountId, name: &str, house: &House) -> Caller {
    Caller {
        principal: Principal {
            account,
            name: name.to_owned(),
            held: vec![Held { role: Role::CitySupervisor, scope: Scope::City }],
            writes: true,
        },
        session: None,
        csrf: None,
        must_change_password: false,
        now: house.now(),
        since: std::time::Instant::now(),
    }
}
