//! The first administrator: made once, by whoever has the word, or from the command line.

use domain::{
    access::{Role, Scope},
    code::Code,
    id::AccountId,
    refusal::Refusal,
};
use surrealdb::types::SurrealValue;

use super::{
    service::{NewAccount, commit_unique, grant_in, prepare},
    signin::{FREE_FAILURES, note_failure, wait_of},
    store::{self, AccountRow},
};
use crate::{
    db::{At, DbError, Rec, Tx},
    fault::Fault,
    house::House,
    journal::Acting,
};

/// The first administrator. Two at once: the second finds the record taken.
///
/// # Errors
/// `setup_done`, `bad_setup_token`, bad fields.
pub async fn set_up(house: &House, word: &str, new: NewAccount) -> Result<AccountRow, Fault> {
    if setup_done(house).await? {
        return Err(Refusal::state(Code::SetupDone).into());
    }
    let now = house.now();
    let _turn = house.db.gates.hold(vec!["setup".to_owned()]).await;
    if let Some(after) = wait_of(house, "setup", now).await? {
        return Err(Fault::Later { code: Code::TooManyAttempts, after });
    }
    if word != house.setup_word {
        note_failure(house, "setup", FREE_FAILURES, now).await?;
        return Err(Refusal::field("token", Code::BadSetupToken).into());
    }
    create_first(house, new).await
}

/// Whether the first administrator exists.
pub async fn setup_done(house: &House) -> Result<bool, DbError> {
    #[derive(SurrealValue)]
    struct First {
        at: At,
    }
    Ok(house.db.find_record::<First>("setup", store::setup_record()).await?.is_some())
}

/// Creates the first administrator, without asking for the word (command line, demo).
///
/// # Errors
/// `setup_done`, bad fields.
pub async fn create_first(house: &House, new: NewAccount) -> Result<AccountRow, Fault> {
    #[derive(SurrealValue)]
    struct First {
        account: Rec<AccountId>,
        at: At,
    }
    let by = Acting::program("setup", house.now());
    let mut tx = Tx::new();
    let (row, _) = prepare(house, &mut tx, &by, new).await?;
    tx.create(store::setup_record(), First { account: row.id, at: by.at.into() });
    grant_in(house, &mut tx, &by, &row, Role::SystemAdministrator, Scope::City, house.today(), None);
    match commit_unique(house, tx, &row.login).await {
        // Somebody else was first: with the record, or with the same login too.
        Err(_) if setup_done(house).await? => Err(Refusal::state(Code::SetupDone).into()),
        other => other.map(|()| row),
    }
}
