//! Accounts as a workbook, for the yearly review of who may do what.

use domain::{access::Role, id::AccountId};
use poem_openapi::OpenApi;
use sheets::export::{ColumnKind, Value};

use super::{api::scope_names, store};
use crate::{
    house::SharedHouse,
    http::{
        Answer, By, Tag, act,
        xlsx::{MAX_ROWS, Xlsx, day, moment, text, yes},
    },
    messages,
};

/// The list of accounts as a workbook.
#[derive(Debug)]
pub struct AccountsExportApi(pub SharedHouse);

fn role(role: Role) -> String {
    messages::word(&format!("role_{}", role.as_str()))
}

#[OpenApi(prefix_path = "/api/v1")]
impl AccountsExportApi {
    /// The accounts as a spreadsheet, a row for each role that is held
    #[oai(path = "/accounts/export", method = "get", operation_id = "accounts_export", tag = Tag::Accounts)]
    async fn export(&self, _by: By<act::AccountsRead>) -> Answer<Xlsx> {
        let house = &self.0;
        let accounts = store::page(&house.db, "", MAX_ROWS).await?;
        let ids: Vec<AccountId> = accounts.iter().map(|row| row.id.0).collect();
        let mut grants = store::grants_of(&house.db, &ids).await?;
        grants.sort_by_key(|grant| grant.id);
        let names = scope_names(house, &grants).await?;
        let mut rows = Vec::with_capacity(accounts.len());
        for account in &accounts {
            let head = || {
                vec![
                    text(account.login.as_str()),
                    text(account.name.as_str()),
                    yes(account.locked),
                    account.last_signed_in_at.map_or(Value::Empty, |at| moment(at.0, house.zone)),
                ]
            };
            let held: Vec<_> = grants.iter().filter(|grant| grant.account == account.id).collect();
            for grant in &held {
                let over =
                    grant.base.map(|base| base.0.to_string()).or(grant.organization.map(|own| own.0.to_string()));
                let mut row = head();
                row.extend([
                    text(role(grant.role.0)),
                    over.and_then(|id| names.get(&id)).map_or(Value::Empty, |name| text(name.as_str())),
                    day(grant.first.0),
                    grant.last.map_or(Value::Empty, |last| day(last.0)),
                ]);
                rows.push(row);
            }
            if held.is_empty() {
                let mut row = head();
                row.resize(8, Value::Empty);
                rows.push(row);
            }
        }
        let headers = &[
            ("column_login", ColumnKind::Text),
            ("column_name", ColumnKind::Text),
            ("column_locked", ColumnKind::Text),
            ("column_last_signed_in", ColumnKind::Text),
            ("column_role", ColumnKind::Text),
            ("column_scope", ColumnKind::Text),
            ("column_from", ColumnKind::Date),
            ("column_to", ColumnKind::Date),
        ];
        Ok(Xlsx::list("sheet_title_accounts", headers, rows.into_iter(), house.today()).await?)
    }
}
