//! The verbs of accounts, their roles and their passwords.

use domain::{
    access::{Action, Facts, Principal, Role, Scope, ScopeKind},
    code::Code,
    day::Day,
    id::{AccountId, BaseId, GrantId, OrganizationId},
    refusal::{FieldFault, Refusal},
};
use serde_json::json;
use surrealdb::types::SurrealValue;

use super::{
    password,
    signin::{FREE_FAILURES, note_failure, wait_of},
    store::{self, AccountRow, GrantRow},
};
use crate::{
    db::{DbError, Rec, Text, Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft},
};

/// The account, which must be there.
async fn get(house: &House, id: AccountId) -> Result<AccountRow, Fault> {
    store::find(&house.db, id).await?.ok_or_else(|| Refusal::missing().into())
}

/// Changes one's own password; every other browser is signed out.
///
/// # Errors
/// `bad_credentials` at `current`, a weak new one at `new`.
pub async fn change_password(house: &House, caller: &Caller, current: String, new: String) -> Result<(), Fault> {
    let account = get(house, caller.principal.account).await?;
    let what = format!("password {}", account.id.0);
    let _turn = house.db.gates.hold(vec![what.clone()]).await;
    if let Some(after) = wait_of(house, &what, caller.now).await? {
        return Err(Fault::Later { code: Code::TooManyAttempts, after });
    }
    if !house.passwords.fits(current, Some(account.password.clone())).await {
        note_failure(house, &what, FREE_FAILURES, caller.now).await?;
        return Err(Refusal::field("current", Code::BadCredentials).into());
    }
    password::check("new", &new, &account.login)?;
    let hash = house.passwords.hash(new, &house.chance).await;
    let checked = account.password;
    house
        .db
        .decide(|| async {
            let before = get(house, account.id.0).await?;
            if before.password != checked {
                return Err(Refusal::field("current", Code::BadCredentials).into());
            }
            let after = AccountRow { password: hash.clone(), change_password: false, ..before.clone() };
            let mut tx = Tx::new();
            store::end_sessions(&house.db, &mut tx, before.id.0, caller.session.as_deref()).await?;
            save(&mut tx, &before, after, &caller.acting(None), "accounts.change_password");
            Ok(house.db.commit(tx).await?)
        })
        .await
}

/// Replaces an account's row and writes its journal line; hashes never reach the journal.
fn save(tx: &mut Tx, before: &AccountRow, mut after: AccountRow, by: &Acting, action: &'static str) {
    after.version = before.version + 1;
    after.updated_at = by.at.into();
    tx.replace(after.id.0, before.version, after.clone());
    tx.journal(
        Draft::new(after.id.0, action, by)
            .values(json!({"name": after.name}))
            .change(Some(shown(before)), Some(shown(&after))),
    );
}

fn shown(row: &AccountRow) -> serde_json::Value {
    json!({"login": row.login, "name": row.name, "phone": row.phone, "email": row.email, "locale": row.locale, "locked": row.locked, "change_password": row.change_password})
}

/// What an account is made of.
#[derive(Debug, Clone, Default)]
pub struct NewAccount {
    /// What is typed to sign in.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Language.
    pub locale: String,
    /// A password that its owner has chosen; otherwise one is made that must be changed.
    pub password: Option<String>,
}

fn check_particulars(new: &NewAccount) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let bad_login = new.login.is_empty()
        || new.login.len() > 40
        || !new.login.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if bad_login {
        faults.push(FieldFault::new("login", Code::BadLogin));
    }
    if new.name.trim().is_empty() {
        faults.push(FieldFault::new("name", Code::Required));
    } else if new.name.chars().count() > 60 {
        faults.push(FieldFault::new("name", Code::TooLong).with("max", 60));
    }
    if new.phone.as_deref().is_some_and(|phone| !domain::contact::is_phone(phone)) {
        faults.push(FieldFault::new("phone", Code::BadPhone));
    }
    if new.email.as_deref().is_some_and(|email| !domain::contact::is_email(email)) {
        faults.push(FieldFault::new("email", Code::BadEmail));
    }
    if !matches!(new.locale.as_str(), "zh-CN" | "en") {
        faults.push(FieldFault::new("locale", Code::NotOneOf).with("allowed", "zh-CN, en"));
    }
    faults
}

/// A password that a person can read out over the phone.
fn made_password(house: &House) -> String {
    domain::id::encode(u128::from_be_bytes(house.chance.bytes::<16>())).as_bytes()[6..22]
        .chunks(4)
        .map(|chunk| String::from_utf8_lossy(chunk).to_lowercase())
        .collect::<Vec<_>>()
        .join("-")
}

/// Creates an account. Returns it, and its password when that was made here.
///
/// # Errors
/// Bad fields; `already_used` at `login`.
pub async fn create(house: &House, by: &Acting, new: NewAccount) -> Result<(AccountRow, Option<String>), Fault> {
    let mut tx = Tx::new();
    let (row, made) = prepare(house, &mut tx, by, new).await?;
    commit_unique(house, tx, &row.login).await?;
    Ok((row, made))
}

/// Commits a transaction that makes an account.
///
/// # Errors
/// `already_used` at `login`.
pub async fn commit_unique(house: &House, tx: Tx, login: &str) -> Result<(), Fault> {
    match house.db.commit(tx).await {
        Err(DbError::Duplicate { what }) if what == "account_login" => {
            Err(Refusal::fields(vec![FieldFault::new("login", Code::AlreadyUsed).with("value", login)]).into())
        }
        other => Ok(other?),
    }
}

/// What is wrong with a new account, before anything is done for it.
///
/// # Errors
/// Bad fields, a weak password.
pub fn check(new: &NewAccount) -> Result<(), Refusal> {
    let login = new.login.trim().to_lowercase();
    let faults = check_particulars(&NewAccount { login: login.clone(), ..new.clone() });
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    new.password.as_deref().map_or(Ok(()), |chosen| password::check("password", chosen, &login))
}

pub(super) async fn prepare(
    house: &House,
    tx: &mut Tx,
    by: &Acting,
    mut new: NewAccount,
) -> Result<(AccountRow, Option<String>), Fault> {
    check(&new)?;
    new.login = new.login.trim().to_lowercase();
    let made = new.password.is_none().then(|| made_password(house));
    let plain = new.password.clone().or_else(|| made.clone()).unwrap_or_default();
    let row = AccountRow {
        id: Rec(house.chance.id(by.at)),
        login: new.login,
        name: new.name.trim().to_owned(),
        phone: new.phone,
        email: new.email,
        locale: new.locale,
        password: house.passwords.hash(plain, &house.chance).await,
        change_password: made.is_some(),
        locked: false,
        last_signed_in_at: None,
        version: 1,
        created_at: by.at.into(),
        updated_at: by.at.into(),
    };
    tx.insert(row.id.0, row.clone());
    tx.journal(
        Draft::new(row.id.0, "accounts.create", by).values(json!({"name": row.name})).change(None, Some(shown(&row))),
    );
    Ok((row, made))
}

/// Adds an account that a person makes for himself, with a role over an organization, to a transaction.
///
/// # Errors
/// Bad fields; the login is asked for by [`commit_unique`].
pub async fn prepare_own(
    house: &House,
    tx: &mut Tx,
    new: NewAccount,
    role: Role,
    organization: OrganizationId,
    by: &Acting,
) -> Result<AccountRow, Fault> {
    let (row, _) = prepare(house, tx, by, new).await?;
    grant_in(house, tx, by, &row, role, Scope::Organization(organization), house.today(), None);
    Ok(row)
}

#[expect(clippy::too_many_arguments, reason = "a role is what, over what, from when until when, by whom")]
pub(super) fn grant_in(
    house: &House,
    tx: &mut Tx,
    by: &Acting,
    account: &AccountRow,
    role: Role,
    scope: Scope,
    first: Day,
    last: Option<Day>,
) -> GrantRow {
    let (base, organization) = match scope {
        Scope::Base(base) => (Some(Rec(base)), None),
        Scope::Organization(organization) => (None, Some(Rec(organization))),
        Scope::City | Scope::Personal => (None, None),
    };
    let row = GrantRow {
        id: Rec(house.chance.id(by.at)),
        account: account.id,
        role: Text(role),
        base,
        organization,
        first: Text(first),
        last: last.map(Text),
        created_at: by.at.into(),
    };
    tx.insert(row.id.0, row.clone());
    tx.journal(Draft::new(account.id.0, "accounts.grant", by).values(json!({"name": account.name, "role": role.as_str()})).change(
        None,
        Some(json!({"role": role.as_str(), "base": base.map(|b| b.0.to_string()), "organization": organization.map(|o| o.0.to_string()), "first": first.to_string(), "last": last.map(|d| d.to_string())})),
    ));
    row
}

/// The scope that a role needs, from the identifier given.
///
/// # Errors
/// `scope_needed` or `bad_id` at `scope_id`.
pub fn scope_of(role: Role, scope_id: Option<&str>) -> Result<Scope, Refusal> {
    let needed =
        |kind: &'static str| Refusal::fields(vec![FieldFault::new("scope_id", Code::ScopeNeeded).with("kind", kind)]);
    match role.scope() {
        ScopeKind::City => Ok(Scope::City),
        ScopeKind::Personal => Ok(Scope::Personal),
        ScopeKind::Base => {
            let id = scope_id.ok_or_else(|| needed("base"))?;
            id.parse::<BaseId>().map(Scope::Base).map_err(|e| e.at("scope_id"))
        }
        ScopeKind::Organization => {
            let id = scope_id.ok_or_else(|| needed("organization"))?;
            id.parse::<OrganizationId>().map(Scope::Organization).map_err(|e| e.at("scope_id"))
        }
    }
}

/// Gives a role over a scope for a time.
///
/// # Errors
/// `not_found`, `not_allowed`, `empty_interval`.
pub async fn grant(
    house: &House,
    by: &Acting,
    account: AccountId,
    role: Role,
    scope: Scope,
    first: Day,
    last: Option<Day>,
) -> Result<GrantRow, Fault> {
    if last.is_some_and(|last| last < first) {
        return Err(Refusal::field("to", Code::EmptyInterval).into());
    }
    let exists = match scope {
        Scope::Base(base) => house.db.find_record::<Only>("scope", rid(base)).await?.is_some(),
        Scope::Organization(organization) => house.db.find_record::<Only>("scope", rid(organization)).await?.is_some(),
        Scope::City | Scope::Personal => true,
    };
    if !exists {
        return Err(Refusal::field("scope_id", Code::NotFound).into());
    }
    house
        .db
        .decide(|| async {
            let account = get(house, account).await?;
            let mut tx = Tx::new();
            tx.touch(account.id.0, account.version);
            if let Scope::Organization(organization) = scope {
                if house.db.find_record::<Only>("scope", rid(organization)).await?.is_none() {
                    return Err(Refusal::field("scope_id", Code::NotFound).into());
                }
                tx.tie(rid(organization));
            }
            let row = grant_in(house, &mut tx, by, &account, role, scope, first, last);
            house.db.commit(tx).await?;
            Ok(row)
        })
        .await
}

#[derive(Debug, SurrealValue)]
struct Only {
    id: surrealdb::types::RecordId,
}

/// Ends a role today. The last system administrator stays.
///
/// # Errors
/// `not_found`, `last_administrator`.
pub async fn end_grant(house: &House, by: &Acting, account: AccountId, grant: GrantId) -> Result<(), Fault> {
    house
        .db
        .decide(|| async {
            let account = get(house, account).await?;
            let grants = store::grants(&house.db, account.id.0).await?;
            let row = grants.into_iter().find(|row| row.id.0 == grant).ok_or_else(Refusal::missing)?;
            let mut tx = Tx::new();
            if row.role.0 == Role::SystemAdministrator {
                keep_another(house, &mut tx, account.id.0).await?;
            }
            tx.touch(account.id.0, account.version);
            tx.delete_all(vec![rid(grant)]);
            tx.journal(
                Draft::new(account.id.0, "accounts.end_grant", by)
                    .values(json!({"name": account.name, "role": row.role.0.as_str()}))
                    .change(Some(json!({"role": row.role.0.as_str(), "first": row.first.0.to_string()})), None),
            );
            Ok(house.db.commit(tx).await?)
        })
        .await
}

/// Refuses when no other unlocked account holds the role of system administrator today. The one
/// that is found must stay as it is until the commit: two who remove each other at once would
/// otherwise each rely on the other.
async fn keep_another(house: &House, tx: &mut Tx, leaving: AccountId) -> Result<(), Fault> {
    let today = house.today();
    for grant in store::holders(&house.db, Role::SystemAdministrator).await? {
        if grant.account.0 == leaving || !grant.on(today) {
            continue;
        }
        if let Some(other) = store::find(&house.db, grant.account.0).await?.filter(|other| !other.locked) {
            tx.touch(other.id.0, other.version);
            return Ok(());
        }
    }
    Err(Refusal::state(Code::LastAdministrator).into())
}

/// What may be changed of an account.
#[derive(Debug, Clone, Default)]
pub struct AccountChange {
    /// Name.
    pub name: Option<String>,
    /// Phone; empty clears.
    pub phone: Option<String>,
    /// E-mail; empty clears.
    pub email: Option<String>,
    /// Language.
    pub locale: Option<String>,
    /// Locked or not.
    pub locked: Option<bool>,
}

/// Changes an account.
///
/// # Errors
/// Bad fields, `last_administrator`, a conflict when it was changed meanwhile.
pub async fn change(
    house: &House,
    by: &Acting,
    id: AccountId,
    seen: Option<i64>,
    change: AccountChange,
) -> Result<AccountRow, Fault> {
    house
        .db
        .decide(|| async {
            let before = get(house, id).await?;
            if seen.is_some_and(|seen| seen != before.version) {
                return Err(Fault::Stale { current: Box::new(shown(&before)) });
            }
            let clear = |text: &String| if text.trim().is_empty() { None } else { Some(text.trim().to_owned()) };
            let mut after = before.clone();
            after.name = change.name.clone().unwrap_or(after.name);
            after.phone = change.phone.as_ref().map_or(after.phone, clear);
            after.email = change.email.as_ref().map_or(after.email, clear);
            after.locale = change.locale.clone().unwrap_or(after.locale);
            after.locked = change.locked.unwrap_or(after.locked);
            let faults = check_particulars(&NewAccount {
                login: after.login.clone(),
                name: after.name.clone(),
                phone: after.phone.clone(),
                email: after.email.clone(),
                locale: after.locale.clone(),
                password: None,
            });
            if !faults.is_empty() {
                return Err(Refusal::fields(faults).into());
            }
            let mut tx = Tx::new();
            let mut action = "accounts.change";
            if after.locked && !before.locked {
                let held = store::grants(&house.db, id).await?;
                if held.iter().any(|grant| grant.role.0 == Role::SystemAdministrator) {
                    keep_another(house, &mut tx, id).await?;
                }
                store::end_sessions(&house.db, &mut tx, id, None).await?;
                action = "accounts.lock";
            } else if before.locked && !after.locked {
                action = "accounts.unlock";
            }
            save(&mut tx, &before, after.clone(), by, action);
            after.version = before.version + 1;
            house.db.commit(tx).await?;
            Ok(after)
        })
        .await
}

/// Makes a new password that must be changed at the next sign-in; all browsers are signed out, and
/// personal tokens end.
pub async fn reset_password(house: &House, by: &Acting, id: AccountId) -> Result<String, Fault> {
    let made = made_password(house);
    let hash = house.passwords.hash(made.clone(), &house.chance).await;
    house
        .db
        .decide(|| async {
            let before = get(house, id).await?;
            let after = AccountRow { password: hash.clone(), change_password: true, ..before.clone() };
            let mut tx = Tx::new();
            store::end_sessions(&house.db, &mut tx, id, None).await?;
            // Whoever knew the old password may have made a token by it.
            store::end_tokens(&house.db, &mut tx, id).await?;
            tx.delete_all(vec![store::attempt_record(&format!("login {}", before.login))]);
            save(&mut tx, &before, after, by, "accounts.reset_password");
            Ok::<_, Fault>(house.db.commit(tx).await?)
        })
        .await?;
    Ok(made)
}

/// Facts of an account, for the policy.
#[must_use]
pub fn facts(account: AccountId) -> Facts {
    Facts { account: Some(account), ..Facts::default() }
}

/// Which acts the caller ever does, for the page's menus.
#[must_use]
pub fn abilities(principal: &Principal) -> Vec<(&'static str, bool)> {
    Action::ALL.iter().map(|action| (action.as_str(), principal.ever(*action))).collect()
}
