//! The verbs on a residency that is there: signed or not, moved in, left. What it does with rooms and desks, with the
//! application and with the agreement is written in the same transaction.

use domain::{
    access::{Action, Facts},
    agreement::AgreementState,
    application::{ApplicationAction, ApplicationState},
    certificate::CertificateKind,
    code::Code,
    day::{Day, Moment},
    id::{AllocationId, ResidencyId},
    intake::ResidencyMode,
    refusal::Refusal,
    residency::{
        self, AgreementSide, Checked, Confirmed, ExitItem, ExitOutcome, LIFECYCLE, Residency, ResidencyAction, Signing,
    },
    space::handover::Record,
};

use super::{
    change,
    issue::agreement_moved,
    matter::{Matter, journal_view, lines, moment, times},
    proceed::{Proceeding, proceeded},
    renew::{self, Renewing},
    store::{self, AgreementRow, ResidencyRow},
};
use crate::{
    applications::{advance::advance, checks::Ground},
    certificates::service::{self as certificates, Certified, Prepared},
    claims::{self, service::deciding, store::ClaimRow},
    db::{Tx, rid},
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
    spaces::together::Together,
};

/// What is done with a residency.
#[derive(Debug, Clone)]
pub enum Step {
    /// Both have signed.
    Sign(Signing),
    /// The organization does not want it; why.
    Decline(String),
    /// It was not signed in time.
    Forfeit,
    /// The organization moves in; the record of what it gets.
    MoveIn(Option<Record>),
    /// It is signed, and nobody comes; why.
    CallOff(String),
    /// Leaving is announced: the last day, and why.
    GiveNotice(Day, String),
    /// The agreed time is over.
    Expire,
    /// The notice is taken back.
    Retract,
    /// A point of the checklist is settled.
    Check(ExitItem, ExitOutcome, Option<String>),
    /// A side confirms; on paper the base notes it for the organization.
    Confirm {
        /// It was signed on paper.
        on_paper: bool,
    },
    /// It is over; the record of what was given back.
    Close(Option<Record>),
    /// Something that is set going while it lasts.
    Proceed(Proceeding),
    /// A request to stay longer.
    Renew(Renewing),
}

impl Step {
    const fn action(&self) -> ResidencyAction {
        match self {
            Self::Sign(_) => ResidencyAction::Sign,
            Self::Decline(_) => ResidencyAction::Decline,
            Self::Forfeit => ResidencyAction::Forfeit,
            Self::MoveIn(_) => ResidencyAction::MoveIn,
            Self::CallOff(_) => ResidencyAction::CallOff,
            Self::GiveNotice(..) => ResidencyAction::GiveNotice,
            Self::Expire => ResidencyAction::Expire,
            Self::Retract => ResidencyAction::Retract,
            Self::Check(..) => ResidencyAction::Check,
            Self::Confirm { .. } => ResidencyAction::Confirm,
            Self::Close(_) => ResidencyAction::Close,
            Self::Proceed(of) => of.action(),
            Self::Renew(of) => of.action(),
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::Sign(_) => "residency.sign",
            Self::Decline(_) => "residency.decline",
            Self::Forfeit => "residency.forfeit",
            Self::MoveIn(_) => "residency.move_in",
            Self::CallOff(_) => "residency.call_off",
            Self::GiveNotice(..) => "residency.give_notice",
            Self::Expire => "residency.expire",
            Self::Retract => "residency.retract",
            Self::Check(..) => "residency.check",
            Self::Confirm { .. } => "residency.confirm",
            Self::Close(_) => "residency.close",
            Self::Proceed(of) => of.word(),
            Self::Renew(of) => of.word(),
        }
    }

    /// Whether the step stands in the organization's own story too: not each point of a checklist does.
    const fn is_told(&self) -> bool {
        match self {
            Self::Check(..) => false,
            Self::Proceed(of) => of.is_told(),
            _ => true,
        }
    }
}

/// The act by which an action is allowed: the table of the residency says it.
#[must_use]
pub fn act(action: ResidencyAction) -> Action {
    let who = LIFECYCLE.steps.iter().find(|step| step.action == action).map(|step| step.who);
    let acts = [Action::ResidenciesAnswer, Action::ResidenciesDecide];
    acts.into_iter().find(|act| who == Some(act.as_str())).unwrap_or(Action::ResidenciesManage)
}

/// What a step makes of a residency, and what is written beside it.
pub(super) struct Decided {
    pub(super) residency: Residency,
    pub(super) reason: Option<String>,
    /// The agreement, or the supplement, as it is from now on.
    pub(super) agreement: Option<AgreementRow>,
    /// What is certified by it, with the paper.
    pub(super) certificate: Option<Prepared>,
    pub(super) application: Option<ApplicationAction>,
    /// The place of the intake, where it becomes free.
    pub(super) place: Option<ClaimRow>,
    pub(super) places: Option<Together>,
}

impl Decided {
    pub(super) const fn only(residency: Residency) -> Self {
        Self {
            residency,
            reason: None,
            agreement: None,
            certificate: None,
            application: None,
            place: None,
            places: None,
        }
    }
}

/// The day after which an agreement counts as given up; none while a calendar may still move it.
fn last_day(of: &Matter, ground: &Ground) -> Result<Option<Day>, Fault> {
    let clock = of.clock(ground)?.map(|clock| clock.deadline);
    Ok(clock.filter(|deadline| !deadline.provisional).map(|deadline| deadline.due))
}

/// The place of the intake that it came by, where that has a limit.
async fn place_of(house: &House, of: &Matter) -> Result<Option<ClaimRow>, Fault> {
    let course = of.application.as_ref().map(|row| row.course()).transpose()?;
    Ok(match course.and_then(|course| course.place) {
        Some(claim) => Some(claims::service::get(&house.db, claim).await?),
        None => None,
    })
}

/// It comes to nothing: the agreement is void, places are called off, the place of the intake is free.
async fn given_up(
    house: &House,
    of: &Matter,
    residency: Residency,
    why: Option<String>,
    at: Moment,
) -> Result<Decided, Fault> {
    let agreement = of.agreement.as_ref();
    let reserved: Vec<AllocationId> =
        agreement.map(AgreementRow::terms).transpose()?.map_or_else(Vec::new, |of| of.allocations);
    let application = of.application.as_ref();
    let place = place_of(house, of).await?;
    let open = |state| matches!(state, ApplicationState::Offered | ApplicationState::Signed);
    Ok(Decided {
        residency,
        reason: why,
        agreement: agreement
            .map(|row| row.to(AgreementState::Void, row.signing().ok().flatten().as_ref(), at.now.into())),
        certificate: None,
        application: application.filter(|row| open(row.state.0)).map(|_| ApplicationAction::Forfeit),
        place,
        places: Some(Together::call_off(house, of.who.id.0, &reserved).await?),
    })
}

/// The certificate of who graduates.
async fn certified(house: &House, of: &Matter, last: Day, ground: &Ground, acting: &Acting) -> Result<Prepared, Fault> {
    let since = of.residency.began.unwrap_or(of.residency.agreed.term.from());
    let certified = Certified {
        kind: CertificateKind::Graduation,
        subject: rid(of.row.id.0),
        base: &of.base,
        who: &of.who,
        days: (since, last),
    };
    certificates::prepared(house, &certified, ground, None, acting).await
}

/// For which side somebody acts: who manages the residency, for the base, whatever else that person is.
#[must_use]
pub fn side(by: &Caller, facts: &Facts) -> AgreementSide {
    match by.principal.role_for(Action::ResidenciesManage, facts) {
        Some(_) => AgreementSide::Base,
        None => AgreementSide::Organization,
    }
}

async fn decided(
    house: &House,
    of: &Matter,
    step: &Step,
    (acting, side): (&Acting, AgreementSide),
    ground: &Ground,
) -> Result<Decided, Fault> {
    let at = moment(house, acting);
    let was = &of.residency;
    Ok(match step {
        Step::Sign(signing) => {
            let agreement = of.agreement.as_ref().ok_or_else(Refusal::missing)?;
            let days = (agreement.issued_on.0, last_day(of, ground)?);
            let (after, signing) = residency::sign(was, days, signing, at)?;
            let agreement = agreement.to(AgreementState::Signed, Some(&signing), at.now.into());
            let application = of.application.as_ref().map(|_| ApplicationAction::Sign);
            Decided { agreement: Some(agreement), application, ..Decided::only(after) }
        }
        Step::Forfeit => {
            let after = residency::forfeit(was, last_day(of, ground)?, at)?;
            given_up(house, of, after, None, at).await?
        }
        Step::Decline(why) | Step::CallOff(why) => {
            let (after, why) = residency::give_up(was, step.action(), why, at)?;
            given_up(house, of, after, Some(why), at).await?
        }
        Step::MoveIn(record) => {
            let after = residency::move_in(was, at)?;
            let whose = (was.base, was.organization);
            let mut places = match was.agreed.mode {
                ResidencyMode::Physical => Together::hand_over(house, whose, record.clone(), at).await?,
                ResidencyMode::Virtual if record.is_some() => {
                    return Err(Refusal::field("handover", Code::NothingToHandOver).into());
                }
                ResidencyMode::Virtual => Together::nothing(house, was.organization).await?,
            };
            if !places.holder_live() {
                return Err(Refusal::state(Code::OrganizationNotLive).into());
            }
            places.stays(was.base, true);
            Decided { places: Some(places), ..Decided::only(after) }
        }
        Step::GiveNotice(last, why) => {
            let days = times(ground, was, at.today()).notice;
            // What the base writes down, both have agreed on.
            let notice = (side == AgreementSide::Organization).then_some(days);
            Decided::only(residency::give_notice(was, *last, why, notice, (side, &acting.name), at)?)
        }
        Step::Proceed(proceeding) => {
            if let Proceeding::Warn(_, _, Some(assessment), _) = proceeding {
                let found = store::find_assessed(&house.db, *assessment).await?;
                if !found.is_some_and(|of| of.residency.0 == was.id && of.grade.is_some()) {
                    return Err(Refusal::field("assessment", Code::NotFound).into());
                }
            }
            let after = proceeded(house, was, proceeding, (acting, side), ground)?;
            // Only when all is in order: the paper takes its time.
            let certificate = match proceeding {
                Proceeding::Graduate(last) => Some(certified(house, of, *last, ground, acting).await?),
                _ => None,
            };
            Decided { certificate, ..Decided::only(after) }
        }
        Step::Renew(renewing) => renew::decided(house, of, renewing, (acting, side), ground).await?,
        Step::Expire => Decided::only(residency::expire(was, &acting.name, at)?),
        Step::Retract => Decided::only(residency::retract(was, at)?),
        Step::Check(item, outcome, note) => {
            let (item, outcome, note) = (*item, *outcome, note.clone());
            let new = Checked { item, outcome, note, by: acting.name.clone(), on: at.today() };
            Decided::only(residency::check(was, new, at)?)
        }
        Step::Confirm { on_paper } => {
            let on_paper = *on_paper && side == AgreementSide::Base;
            let party = if on_paper { AgreementSide::Organization } else { side };
            let word = Confirmed { party, by: acting.name.clone(), on: at.today(), on_paper };
            Decided::only(residency::confirm(was, word, at)?)
        }
        Step::Close(record) => {
            let after = residency::close(was, at)?;
            let last = after.ended().unwrap_or_else(|| at.today());
            let whose = (was.base, was.organization);
            let since = was.began.unwrap_or(last);
            let mut places = Together::give_back(house, whose, (since, last), record.clone(), at).await?;
            places.stays(was.base, false);
            // Its place of the intake is free for whoever waits for one.
            let place = place_of(house, of).await?;
            let application = place.as_ref().map(|_| ApplicationAction::Vacate);
            Decided { places: Some(places), place, application, ..Decided::only(after) }
        }
    })
}

/// Takes a step with a residency.
///
/// # Errors
/// As the rules say; `wrong_state` with the state and what may be done in it; `not_found`, `not_allowed`.
pub async fn step(house: &House, by: &Caller, id: ResidencyId, step: &Step) -> Result<ResidencyRow, Fault> {
    let action = act(step.action());
    let seen = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    by.allow(action, Action::ResidenciesRead, &seen.facts())?;
    let mut turns = vec![seen.organization.0.to_string(), format!("residency {id}")];
    if matches!(step, Step::Proceed(Proceeding::Graduate(_))) {
        turns.push(certificates::turn(seen.base.0));
    }
    deciding(house, &[], turns, || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(action, Action::ResidenciesRead, &row.facts())?;
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        let side = side(by, &of.row.facts());
        take(house, &of, step, (&acting, side), &ground).await
    })
    .await
}

async fn take(
    house: &House,
    of: &Matter,
    step: &Step,
    (acting, side): (&Acting, AgreementSide),
    ground: &Ground,
) -> Result<ResidencyRow, Fault> {
    let at = moment(house, acting);
    let all = decided(house, of, step, (acting, side), ground).await?;
    let (id, why) = (of.row.id.0, all.reason.clone());
    let row =
        of.row.with(&all.residency, |course| course.reason = why.clone().or(course.reason.take()), at.now.into())?;
    // Only who is over has something to drop.
    let papers = if all.residency.is_live() { Vec::new() } else { house.db.read(store::agreements(id)).await? };
    let also = |tx: &mut Tx| {
        tx.replace(id, of.row.version, row.clone());
        change::drop_open(tx, &papers, &all.residency, &of.who.name, acting);
        if let Some(after) = &all.agreement {
            let papers = [&of.agreement, &of.supplement];
            for was in papers.into_iter().flatten().filter(|was| was.id == after.id) {
                tx.replace(was.id.0, was.version, after.clone());
                tx.journal(agreement_moved(was, after, &of.who.name, acting));
            }
        }
        if let Some(certificate) = &all.certificate {
            certificate.write(tx, acting);
        }
        if let (Some(action), Some(application)) = (all.application, &of.application) {
            let freed = all.place.is_some();
            advance(house, tx, (application, &of.who), action, acting, |course| {
                if freed {
                    course.place = None;
                }
                course.reason = why.clone().or(course.reason.take());
            })?;
        }
        if let Some(place) = &all.place {
            claims::service::release(tx, place);
        }
        let [own, story] = lines(step.word(), &row, &of.who.name, acting);
        tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&row))));
        if step.is_told() {
            tx.journal(story);
        }
        Ok(())
    };
    match &all.places {
        Some(places) => places.commit(house, acting, all.reason.as_deref(), at, also).await?,
        None => {
            let mut tx = Tx::new();
            also(&mut tx)?;
            house.db.commit(tx).await?;
        }
    }
    Ok(row)
}
