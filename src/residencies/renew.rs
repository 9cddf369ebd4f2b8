//! Staying longer (续驻): asked for, offered by a supplementary agreement, signed. While the supplement is with the
//! organization, its places are kept for the days that it adds; with the signatures they become part of its terms.

use domain::{
    access::Action,
    agreement::{self, AgreementState},
    day::Day,
    id::{AgreementId, AllocationId, ResidencyId, SpaceId},
    intake::ResidencyMode,
    refusal::{Code, FieldFault, Refusal},
    residency::{
        AgreementSide, Residency, ResidencyAction, Signing,
        renewal::{self, Limits},
    },
    setting::{MAX_RENEWALS, MAX_RESIDENCY_MONTHS, RENEWAL_AHEAD, RESIDENCY_MONTHS, SIGN_DAYS},
    workday::DayKind,
};

use super::{
    issue::{numbered, places, take_place, template, written},
    matter::{Matter, journal_view, lines, moment},
    paper::{self, Amends, Sides},
    steps::Decided,
    store::{self, AgreementRow, ResidencyRow, Terms},
};
use crate::{
    applications::checks::Ground,
    claims::service::deciding,
    db::Tx,
    fault::Fault,
    house::House,
    http::Caller,
    journal::Acting,
    spaces::{
        store as spaces,
        together::{self, Held, Longer, Together},
    },
};

/// What is done with a request to stay longer; that it is offered stands apart, see [`offer`].
#[derive(Debug, Clone)]
pub enum Renewing {
    /// The organization asks: the last day that it wishes, and why.
    Ask(Day, String),
    /// The base does not agree; why.
    Deny(String),
    /// The organization does not want it any more; why.
    Withdraw(String),
    /// Both have signed the supplement.
    Sign(Signing),
    /// It was not signed in time.
    Lapse,
}

impl Renewing {
    /// The action of the table.
    #[must_use]
    pub const fn action(&self) -> ResidencyAction {
        match self {
            Self::Ask(..) => ResidencyAction::AskRenewal,
            Self::Deny(_) => ResidencyAction::DenyRenewal,
            Self::Withdraw(_) => ResidencyAction::WithdrawRenewal,
            Self::Sign(_) => ResidencyAction::SignRenewal,
            Self::Lapse => ResidencyAction::LapseRenewal,
        }
    }
    /// Its word in the journal.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Ask(..) => "residency.ask_renewal",
            Self::Deny(_) => "residency.deny_renewal",
            Self::Withdraw(_) => "residency.withdraw_renewal",
            Self::Sign(_) => "residency.sign_renewal",
            Self::Lapse => "residency.lapse_renewal",
        }
    }
}

/// What the rules of a base say about staying longer on a day.
#[must_use]
pub fn limits(ground: &Ground, of: &Residency, on: Day) -> Limits {
    let number = |key| ground.number(of.base, key, on);
    Limits { ahead: number(RENEWAL_AHEAD), times: number(MAX_RENEWALS), max_months: number(MAX_RESIDENCY_MONTHS) }
}

/// The last day that a renewal would usually agree on.
#[must_use]
pub fn usual(ground: &Ground, of: &Residency, latest: Day, on: Day) -> Day {
    of.until().plus(1).plus_months(ground.number(of.base, RESIDENCY_MONTHS, on)).plus(-1).min(latest)
}

/// What a step with a request makes of a residency.
pub(super) async fn decided(
    house: &House,
    of: &Matter,
    step: &Renewing,
    (acting, side): (&Acting, AgreementSide),
    ground: &Ground,
) -> Result<Decided, Fault> {
    let at = moment(house, acting);
    let by = acting.name.as_str();
    let was = &of.residency;
    // None while a calendar may still move it.
    let due = || -> Result<Option<Day>, Fault> {
        let clock = of.clock(ground)?.map(|clock| clock.deadline);
        Ok(clock.filter(|deadline| !deadline.provisional).map(|deadline| deadline.due))
    };
    match step {
        Renewing::Ask(wish, text) => {
            let limits = limits(ground, was, at.today());
            Ok(Decided::only(renewal::ask(was, (*wish, text), &limits, (side, by, at))?))
        }
        Renewing::Deny(why) | Renewing::Withdraw(why) => {
            let after = renewal::turn_down(was, step.action(), why, (side, by, at))?;
            called_off(house, of, after, acting).await
        }
        Renewing::Lapse => {
            let after = renewal::lapse(was, due()?, (by, at))?;
            called_off(house, of, after, acting).await
        }
        Renewing::Sign(signing) => {
            let (after, signing) = renewal::sign(was, due()?, signing, (by, at))?;
            let paper = of.supplement.as_ref().ok_or_else(Refusal::missing)?;
            let kept = paper.terms()?.allocations;
            let agreement = Some(paper.to(AgreementState::Signed, Some(&signing), at.now.into()));
            let places = match was.agreed.mode {
                ResidencyMode::Physical => Together::go_on(house, of.who.id.0, &kept, at).await?,
                ResidencyMode::Virtual => Together::nothing(house, of.who.id.0).await?,
            };
            if !places.holder_live() {
                return Err(Refusal::state(Code::OrganizationNotLive).into());
            }
            let places = Some(places);
            Ok(Decided { agreement, places, ..Decided::only(after) })
        }
    }
}

/// It comes to nothing: the supplement is void, and the days that were kept are free.
async fn called_off(house: &House, of: &Matter, after: Residency, acting: &Acting) -> Result<Decided, Fault> {
    let Some(paper) = &of.supplement else { return Ok(Decided::only(after)) };
    let kept = paper.terms()?.allocations;
    let agreement = Some(paper.to(AgreementState::Void, None, acting.at.into()));
    let places = Some(Together::call_off(house, of.who.id.0, &kept).await?);
    Ok(Decided { agreement, places, ..Decided::only(after) })
}

/// What the base offers.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The last day.
    pub last: Day,
    /// What the two agree on beside the template.
    pub extra: Option<String>,
}

impl Offer {
    /// The same, tidied.
    fn checked(&self, of: &Residency, limits: &Limits, acting: &Acting, house: &House) -> Result<Self, Refusal> {
        let extra = self.extra.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let mut faults = Vec::new();
        match renewal::check_offer(of, self.last, limits, moment(house, acting)) {
            Err(refusal) if refusal.fields.is_empty() => return Err(refusal),
            Err(refusal) => faults.extend(refusal.fields),
            Ok(()) => {}
        }
        if extra.as_ref().is_some_and(|text| text.chars().count() > agreement::MAX_EXTRA) {
            faults.push(FieldFault::new("extra", Code::TooLong).with("max", agreement::MAX_EXTRA));
        }
        if faults.is_empty() { Ok(Self { last: self.last, extra }) } else { Err(Refusal::fields(faults)) }
    }

    fn longer(&self, of: &Residency) -> Longer {
        Longer { until: of.until(), last: self.last }
    }

    fn terms(&self, of: &Residency, allocations: Vec<AllocationId>, places: Vec<agreement::PlaceLine>) -> Terms {
        Terms {
            mode: of.agreed.mode,
            first: of.until().plus(1),
            last: self.last,
            allocations,
            places,
            equipment: Vec::new(),
            extra: self.extra.clone(),
        }
    }
}

fn amends(of: &Matter) -> Option<Amends> {
    Some(Amends { number: of.row.number.clone(), until: of.residency.until() })
}

/// The terms that are kept for an offer that stands.
fn kept(of: &Matter) -> Result<Vec<AllocationId>, Fault> {
    Ok(of.supplement.as_ref().map(AgreementRow::terms).transpose()?.map_or_else(Vec::new, |of| of.allocations))
}

struct Case {
    of: Matter,
    ground: Ground,
    acting: Acting,
    offer: Offer,
}

impl Case {
    async fn read(house: &House, by: &Caller, id: ResidencyId, offer: &Offer, writes: bool) -> Result<Self, Fault> {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let reads = if writes { Action::ResidenciesRead } else { Action::ResidenciesManage };
        let acting = by.allow(Action::ResidenciesManage, reads, &row.facts())?;
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        let limits = limits(&ground, &of.residency, ground.today());
        let offer = offer.checked(&of.residency, &limits, &acting, house)?;
        Ok(Self { of, ground, acting, offer })
    }

    /// The places whose terms would be made longer, and all that it would have.
    async fn places(&self, house: &House) -> Result<[Vec<SpaceId>; 2], Fault> {
        if self.of.residency.agreed.mode == ResidencyMode::Virtual {
            return Ok([Vec::new(), Vec::new()]);
        }
        let held = Held::read(house, self.of.base.id.0, self.of.who.id.0).await?;
        let (longer, dropped) = (self.offer.longer(&self.of.residency), kept(&self.of)?);
        Ok([held.goes_on(longer, &dropped), held.covers(longer, &dropped)])
    }
}

/// The PDF of what a supplement would be, marked as a draft; nothing is kept.
///
/// # Errors
/// As [`offer`], but for the places.
pub async fn preview(house: &House, by: &Caller, id: ResidencyId, offer: &Offer) -> Result<Vec<u8>, Fault> {
    let case = Case::read(house, by, id, offer, false).await?;
    let [_, going] = case.places(house).await?;
    let rows = house.db.read(spaces::spaces_of(&going)).await?;
    let Case { of, ground, offer, .. } = &case;
    let terms = offer.terms(&of.residency, Vec::new(), places(rows.iter()));
    let sides = Sides { base: &of.base, who: &of.who, terms: &terms, number: "", amends: amends(of) };
    let (text, _) = template(ground, of.base.id.0, sides.kind());
    paper::pdf(&sides.shown(&text), None).await
}

/// Offers a residency that goes on longer, or offers it otherwise: the supplement is written, and its places are kept.
///
/// # Errors
/// All bad fields; `wrong_state`, `no_place_to_extend`, `taken` with what else would do, `organization_not_live`.
pub async fn offer(house: &House, by: &Caller, id: ResidencyId, offer: &Offer) -> Result<ResidencyRow, Fault> {
    let seen = Case::read(house, by, id, offer, true).await?;
    let [longer, _] = seen.places(house).await?;
    let roots = together::lines(house, &longer).await?;
    let (who, base) = (seen.of.who.id.0, seen.of.base.id.0);
    let turns = [who.to_string(), format!("residency {id}"), format!("agreements of {base}")];
    deciding(house, &roots, turns, || async {
        let case = Case::read(house, by, id, offer, true).await?;
        let [_, going] = case.places(house).await?;
        let Case { of, ground, acting, offer } = case;
        let at = moment(house, &acting);
        let whose = (of.base.id.0, of.who.id.0);
        let dropped = kept(&of)?;
        let all = match of.residency.agreed.mode {
            ResidencyMode::Physical => {
                Together::keep_on(house, by, whose, offer.longer(&of.residency), &dropped, at).await?
            }
            ResidencyMode::Virtual => Together::nothing(house, of.who.id.0).await?,
        };
        if !all.holder_live() {
            return Err(Refusal::state(Code::OrganizationNotLive).into());
        }
        let rows = house.db.read(spaces::spaces_of(&going)).await?;
        let terms = offer.terms(&of.residency, all.new_terms(), places(rows.iter()));
        let (next, number) = numbered(house, &of.base, at.today()).await?;
        let sides = Sides { base: &of.base, who: &of.who, terms: &terms, number: &number, amends: amends(&of) };
        let paper = written(house, (id, &sides), (&ground, &acting)).await?;
        let told: (AgreementId, Day, Day) = (paper.id.0, offer.last, paper.sign_by.0);
        let after =
            renewal::offer(&of.residency, told, &limits(&ground, &of.residency, at.today()), (&acting.name, at))?;
        let row = of.row.with(&after, |_| {}, at.now.into())?;
        let also = |tx: &mut Tx| {
            next.take(tx);
            tx.replace(id, of.row.version, row.clone());
            take_place(tx, of.supplement.as_ref(), &paper, &of.who.name, &acting);
            let [own, story] = lines("residency.offer_renewal", &row, &of.who.name, &acting);
            tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&row))));
            tx.journal(story);
            Ok(())
        };
        all.commit(house, &acting, None, at, also).await?;
        Ok(row)
    })
    .await
}

/// The day until which a supplement that is offered today could be signed.
///
/// # Errors
/// A period that the calendar cannot count.
pub fn sign_by(ground: &Ground, of: &Residency) -> Result<Day, Fault> {
    let days = ground.number(of.base, SIGN_DAYS, ground.today());
    Ok(ground.counted(of.base, ground.today(), (days, DayKind::Working))?.due)
}
