//! The people who work in the play: an operator at each base, and reviewers. They are accounts like any other,
//! so that what they do stands in the history under their own names.

use std::collections::BTreeMap;

use domain::{
    access::{Held, Principal, Role, Scope},
    id::{AccountId, BaseId},
};

use super::{people, words::WORDS};
use crate::{bases::store::BaseRow, fault::Fault, house::House, http::Caller};

/// Logins of the operators that are printed; those of the others are the codes of their bases.
pub const PRINTED: &[(&str, &str)] = &[("B00", "park"), ("B01", "hailar")];
/// Logins of the reviewers.
pub const REVIEWERS: [&str; 3] = ["reviewer", "reviewer2", "reviewer3"];

/// Login of the evaluator.
pub const EVALUATOR: &str = "evaluator";

/// Who works.
#[derive(Debug, Clone)]
pub struct Crew {
    operators: BTreeMap<BaseId, (AccountId, String)>,
    reviewers: Vec<(AccountId, String)>,
    evaluator: (AccountId, String),
    city: Caller,
}

impl Crew {
    /// Makes the accounts.
    ///
    /// # Errors
    /// What the verbs say.
    pub async fn hire(house: &House, city: &Caller, bases: &[BaseRow]) -> Result<Self, Fault> {
        let named = |login: &str| WORDS.people.get(login).cloned();
        let mut operators = BTreeMap::new();
        for base in bases {
            let printed = PRINTED.iter().find(|(code, _)| *code == base.code).map(|(_, login)| (*login).to_owned());
            let login = printed.unwrap_or_else(|| base.code.to_lowercase());
            let name = named(&login).unwrap_or_else(|| format!("{}{}", base.short_name, WORDS.clerk));
            let scope = Scope::Base(base.id.0);
            let id = people::person(house, &login, &name, Role::BaseOperator, scope, house.today()).await?;
            operators.insert(base.id.0, (id, name));
        }
        let mut reviewers = Vec::new();
        for login in REVIEWERS {
            let name = named(login).unwrap_or_else(|| login.to_owned());
            let id = people::person(house, login, &name, Role::Reviewer, Scope::Personal, house.today()).await?;
            reviewers.push((id, name));
        }
        let name = named(EVALUATOR).unwrap_or_else(|| EVALUATOR.to_owned());
        let id = people::person(house, EVALUATOR, &name, Role::Evaluator, Scope::Personal, house.today()).await?;
        Ok(Self { operators, reviewers, evaluator: (id, name), city: city.clone() })
    }

    fn caller(&self, house: &House, account: AccountId, name: &str, held: Held) -> Caller {
        let principal = Principal { account, name: name.to_owned(), held: vec![held], writes: true };
        Caller { principal, now: house.now(), since: std::time::Instant::now(), ..self.city.clone() }
    }

    /// The operator of a base, who does what a base does.
    #[must_use]
    pub fn operator(&self, house: &House, base: BaseId) -> Caller {
        let (account, name) =
            self.operators.get(&base).cloned().unwrap_or((self.city.principal.account, String::new()));
        self.caller(house, account, &name, Held { role: Role::BaseOperator, scope: Scope::Base(base) })
    }

    /// The reviewers.
    #[must_use]
    pub fn reviewers(&self, house: &House) -> Vec<Caller> {
        let held = Held { role: Role::Reviewer, scope: Scope::Personal };
        self.reviewers.iter().map(|(account, name)| self.caller(house, *account, name, held)).collect()
    }

    /// The third-party evaluator.
    #[must_use]
    pub fn evaluator(&self, house: &House) -> Caller {
        let (account, name) = &self.evaluator;
        self.caller(house, *account, name, Held { role: Role::Evaluator, scope: Scope::Personal })
    }

    /// The city's supervisor.
    #[must_use]
    pub fn city(&self, house: &House) -> Caller {
        Caller { now: house.now(), since: std::time::Instant::now(), ..self.city.clone() }
    }
}
