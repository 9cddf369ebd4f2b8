//! The verbs on a case.

use domain::{
    access::Action,
    code::Code,
    criteria,
    day::Day,
    filing::{self, Filing, FilingAction, FilingType, LIFECYCLE, PaperState},
    id::{BaseId, FilingId},
    refusal::Refusal,
    residency::AgreementSide,
};

use super::{
    matter::{self, Matter, journal_view, lines},
    store::{self, FilingRow},
    views,
};
use crate::{
    applications::checks::Ground,
    claims::service::deciding,
    db::Tx,
    fault::Fault,
    house::House,
    http::{Caller, reply},
    journal::Acting,
    organizations::{
        register::{self, Registered},
        store::OrganizationRow,
    },
    residencies::matter::moment,
    settings::store::Source,
};

/// What the authority has decided.
#[derive(Debug, Clone)]
pub struct Granted {
    /// Unified social credit code, or the record number.
    pub number: String,
    /// The name under which it is registered, where it is another one.
    pub name: Option<String>,
    /// On which day.
    pub on: Option<Day>,
}

/// What is done with a case.
#[derive(Debug, Clone)]
pub enum Step {
    /// The base takes it on: what it is to become, where it is handed to.
    Accept(FilingType, String),
    /// A paper is ready, or is not.
    Mark(String, bool),
    /// The base finds a paper so; a word to it.
    Check(String, PaperState, Option<String>),
    /// The name; it may be used; a word to it.
    CheckName(String, bool, Option<String>),
    /// The base is to look at the papers.
    Submit,
    /// Why it is given back, and the papers that are wrong.
    SendBack(String, Vec<String>),
    /// It is handed to the authority; on which day.
    File(Option<Day>),
    /// What the authority asks for besides, which papers, on which day, by when.
    AskMore(String, Vec<String>, Option<Day>, Option<Day>),
    /// It is registered or recorded.
    Grant(Granted),
    /// Why the authority refuses, on which day.
    Refuse(String, Option<Day>),
    /// Once more after a refusal.
    Resume,
    /// Something that is done afterwards; that it is; a word to it.
    Care(String, bool, Option<String>),
    /// It is done.
    Close,
    /// The organization does not want it any more; why.
    Withdraw(String),
    /// The base does not go on with it; why.
    Drop(String),
}

impl Step {
    const fn action(&self) -> FilingAction {
        match self {
            Self::Accept(..) => FilingAction::Accept,
            Self::Mark(..) => FilingAction::Mark,
            Self::Check(..) => FilingAction::Check,
            Self::CheckName(..) => FilingAction::CheckName,
            Self::Submit => FilingAction::Submit,
            Self::SendBack(..) => FilingAction::SendBack,
            Self::File(_) => FilingAction::File,
            Self::AskMore(..) => FilingAction::AskMore,
            Self::Grant(_) => FilingAction::Grant,
            Self::Refuse(..) => FilingAction::Refuse,
            Self::Resume => FilingAction::Resume,
            Self::Care(..) => FilingAction::Care,
            Self::Close => FilingAction::Close,
            Self::Withdraw(_) => FilingAction::Withdraw,
            Self::Drop(_) => FilingAction::Drop,
        }
    }
    const fn word(&self) -> &'static str {
        match self {
            Self::Accept(..) => "filing.accept",
            Self::Mark(..) => "filing.mark",
            Self::Check(..) => "filing.check",
            Self::CheckName(..) => "filing.check_name",
            Self::Submit => "filing.submit",
            Self::SendBack(..) => "filing.send_back",
            Self::File(_) => "filing.file",
            Self::AskMore(..) => "filing.ask_more",
            Self::Grant(_) => "filing.grant",
            Self::Refuse(..) => "filing.refuse",
            Self::Resume => "filing.resume",
            Self::Care(..) => "filing.care",
            Self::Close => "filing.close",
            Self::Withdraw(_) => "filing.withdraw",
            Self::Drop(_) => "filing.drop",
        }
    }
    /// Whether it stands in the organization's own story too: each single paper does not.
    const fn is_told(&self) -> bool {
        !matches!(self, Self::Mark(..) | Self::Check(..) | Self::CheckName(..) | Self::Care(..))
    }
}

/// The act by which an action is allowed: the table of the case says it.
#[must_use]
pub fn act(action: FilingAction) -> Action {
    let who = LIFECYCLE.steps.iter().find(|step| step.action == action).map(|step| step.who);
    if who == Some(Action::FilingsAnswer.as_str()) { Action::FilingsAnswer } else { Action::FilingsManage }
}

/// Whether somebody acts in the base's name: what he says for the organization came on paper.
pub(super) fn side(by: &Caller, base: BaseId) -> AgreementSide {
    let base = by.principal.role_for(Action::FilingsManage, &domain::access::Facts::of_base(base)).is_some();
    if base { AgreementSide::Base } else { AgreementSide::Organization }
}

fn decided(
    house: &House,
    of: &Matter,
    step: &Step,
    (acting, side): (&Acting, AgreementSide),
    ground: &Ground,
) -> Result<Filing, Fault> {
    let at = moment(house, acting);
    let (was, by) = (&of.of, (acting.name.as_str(), at));
    let list = |key| criteria::read(&ground.value(was.base, key));
    // What the organization is may have changed since it asked.
    filing::goes_on(was, step.action(), of.cannot_go_on(step.action()))?;
    let after = match step {
        Step::Accept(wanted, authority) => {
            filing::accept(was, *wanted, authority, (&list(wanted.papers()), of.who.kind.0), at)
        }
        Step::Mark(paper, ready) => filing::mark(was, paper, *ready, at),
        Step::Check(paper, found, note) => filing::check(was, paper, *found, note.as_deref(), by),
        Step::CheckName(name, passed, note) => filing::check_name(was, name, *passed, note.as_deref(), by),
        Step::Submit => filing::submit(was, at),
        Step::SendBack(why, papers) => filing::send_back(was, why, papers, by),
        Step::File(on) => filing::file(was, *on, at),
        Step::AskMore(text, papers, on, due) => filing::ask_more(was, text, papers, (*on, *due), by),
        Step::Grant(granted) => {
            let was_recorded = of.who.kind.0 == domain::organization::Kind::Recorded;
            filing::grant(was, (&granted.number, granted.on), was_recorded, &list(was.wanted.care()), by)
        }
        Step::Refuse(why, on) => filing::refuse(was, why, *on, by),
        Step::Resume => filing::resume(was, at),
        Step::Care(key, done, note) => filing::care(was, key, *done, note.as_deref(), by),
        Step::Close => filing::close(was, at),
        Step::Withdraw(why) => filing::withdraw(was, why, (side, by.0, at)),
        Step::Drop(why) => filing::drop(was, why, by),
    };
    Ok(after?)
}

/// Whether an organization bears the number that a case was granted with.
fn bears(who: &OrganizationRow, of: &Filing) -> bool {
    let own = if of.wanted.is_recording() { &who.record_number } else { &who.credit_code };
    of.course.grant.as_ref().is_some_and(|grant| own.as_deref() == Some(grant.number.as_str()))
}

/// The organization's record as it is with the certificate.
async fn registered(
    house: &House,
    by: &Caller,
    of: &Matter,
    (after, granted): (&Filing, &Granted),
) -> Result<OrganizationRow, Fault> {
    let on = after.course.grant.as_ref().map_or_else(|| house.today(), |grant| grant.on);
    let checked = after.course.name_check.as_ref().filter(|check| check.passed).map(|check| check.name.as_str());
    // Who was entered as registered meanwhile bears the number of this case, or the case is another's.
    if of.who.kind.0 == after.wanted.kind() && !bears(&of.who, after) {
        return Err(Refusal::state(Code::RegisteredMeanwhile).into());
    }
    let new = Registered {
        kind: after.wanted.kind(),
        number: &granted.number,
        // Where none was looked at, the record keeps its name.
        name: granted.name.as_deref().or(checked),
        on,
        authority: after.course.authority.as_deref(),
    };
    register::registered(house, by, &of.who, &new).await
}

/// Takes a step with a case; `seen` is the version that the caller has seen, where he names one.
///
/// # Errors
/// As the rules say; `wrong_state` with the state and what may be done in it; `not_found`, `not_allowed`; an old
/// version; a number that is none or is used.
pub async fn step(
    house: &House,
    by: &Caller,
    id: FilingId,
    seen: Option<&str>,
    step: &Step,
) -> Result<FilingRow, Fault> {
    let action = act(step.action());
    let allowed = |row: &FilingRow| by.allow(action, Action::FilingsRead, &row.facts());
    allowed(&store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?)?;
    deciding(house, &[], [format!("filing {id}")], || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = allowed(&row)?;
        if !reply::is_current(seen, row.version) {
            return Err(reply::stale(&views::view(house, by, row).await?));
        }
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        let after = decided(house, &of, step, (&acting, side(by, of.base.id.0)), &ground)?;
        let mut next = of.row.with(&after, acting.at.into());
        if let Step::Accept(wanted, _) = step {
            // The checklist stays as it stood; so does what it rests on.
            let source = Source::from(ground.effective(of.base.id.0, wanted.papers(), ground.today()));
            next.source = serde_json::to_value(source).ok();
        }
        let mut tx = Tx::new();
        tx.replace(id, of.row.version, next.clone());
        let [own, story] = lines(step.word(), &next, &of.who.name, &acting);
        tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&next))));
        if step.is_told() {
            tx.journal(story);
        }
        if let Step::Grant(granted) = step {
            let new = registered(house, by, &of, (&after, granted)).await?;
            let new = register::write(&mut tx, &of.who, new, &acting);
            register::commit(house, by, tx, &new).await?;
        } else {
            house.db.commit(tx).await?;
        }
        Ok(next)
    })
    .await
}

/// The matter of a case that the caller sees.
///
/// # Errors
/// `not_found`.
pub async fn read(house: &House, by: &Caller, id: FilingId) -> Result<Matter, Fault> {
    Matter::read(house, matter::get(house, by, id).await?).await
}
