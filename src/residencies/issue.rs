//! Issuing an agreement: the places are reserved, the text is filled and kept, the paper is made, and the application
//! goes on, in one transaction.

use domain::{
    access::Action,
    agreement::{self, AgreementKind, AgreementState, Equipment, PlaceLine},
    application::{ApplicationAction, ApplicationState},
    day::Day,
    id::{AllocationId, ApplicationId, BaseId, OrganizationId, ResidencyId, SpaceId},
    intake::ResidencyMode,
    refusal::{Code, FieldFault, Refusal},
    residency::{self, Agreed, Residency},
    setting::{AGREEMENT, MAX_DAYS_BACK, MAX_RESIDENCY_MONTHS, RENEWAL_AGREEMENT, RESIDENCY_MONTHS, SIGN_DAYS},
    workday::DayKind,
};
use serde_json::json;

use super::{
    matter::{Matter, journal_view, lines, moment},
    paper::{self, Sides},
    store::{self, AgreementRow, Course, ResidencyRow, Terms},
};
use crate::{
    applications::{
        advance::advance,
        checks::Ground,
        store::{self as applications, ApplicationRow},
    },
    bases::store::BaseRow,
    claims::service::deciding,
    db::{DbError, Rec, Tx, series::Next},
    fault::Fault,
    house::House,
    http::Caller,
    journal::{Acting, Draft, canonical, sha256},
    organizations::store::{self as organizations, OrganizationRow},
    settings::store::Source,
    spaces::{store::SpaceRow, together, together::Together},
};

/// What an agreement is to say.
#[derive(Debug, Clone)]
pub struct Asked {
    /// With or without a place.
    pub mode: ResidencyMode,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Rooms and desks.
    pub spaces: Vec<SpaceId>,
    /// Equipment that goes with them.
    pub equipment: Vec<Equipment>,
    /// What the two agree on beside the template.
    pub extra: Option<String>,
}

/// What an agreement would say by the rules, to begin with.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// With or without a place, as applied for.
    pub mode: ResidencyMode,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The last day on which it could end.
    pub latest: Day,
    /// Until when it could be signed.
    pub sign_by: Day,
}

/// An application that the caller may make an agreement for, with what that needs.
struct Case {
    row: ApplicationRow,
    who: OrganizationRow,
    base: BaseRow,
    ground: Ground,
    acting: Acting,
}

impl Case {
    /// For who looks only: a token that reads may.
    async fn seen(house: &House, by: &Caller, id: ApplicationId) -> Result<Self, Fault> {
        Self::read_by(house, by, id, false).await
    }

    async fn read(house: &House, by: &Caller, id: ApplicationId) -> Result<Self, Fault> {
        Self::read_by(house, by, id, true).await
    }

    async fn read_by(house: &House, by: &Caller, id: ApplicationId, writes: bool) -> Result<Self, Fault> {
        let row =
            applications::find(&house.db, id).await?.ok_or_else(|| Refusal::field("application", Code::NotFound))?;
        if by.principal.role_for(Action::ApplicationsRead, &row.facts()).is_none() {
            return Err(Refusal::field("application", Code::NotFound).into());
        }
        let reads = if writes { Action::ApplicationsRead } else { Action::ResidenciesManage };
        let acting = by.allow(Action::ResidenciesManage, reads, &row.facts())?;
        let who = organizations::find(&house.db, row.organization.0).await?.ok_or_else(Refusal::missing)?;
        let base = crate::bases::store::find(&house.db, row.base.0).await?.ok_or_else(Refusal::missing)?;
        let ground = Ground::for_decision(house, row.base.0).await?;
        Ok(Self { row, who, base, ground, acting })
    }
}

/// What an agreement for an application would say by the rules.
///
/// # Errors
/// `not_found`, `not_allowed`.
pub async fn proposal(house: &House, by: &Caller, application: ApplicationId) -> Result<Proposal, Fault> {
    let case = Case::seen(house, by, application).await?;
    let (base, today) = (case.base.id.0, case.ground.today());
    let months = |key| case.ground.number(base, key, today);
    let mode = case.row.form()?.mode.unwrap_or(ResidencyMode::Physical);
    let last = |months: u32| today.plus_months(months).plus(-1);
    let sign_by = case.ground.counted(base, today, (months(SIGN_DAYS), DayKind::Working))?.due;
    let (usual, longest) = (months(RESIDENCY_MONTHS), months(MAX_RESIDENCY_MONTHS));
    Ok(Proposal { mode, first: today, last: last(usual.min(longest)), latest: last(longest), sign_by })
}

/// What is asked, if the rules allow it.
async fn checked(
    house: &House,
    base: BaseId,
    ground: &Ground,
    asked: &Asked,
    acting: &Acting,
) -> Result<(Agreed, Asked), Fault> {
    let at = moment(house, acting);
    let number = |key| ground.number(base, key, at.today());
    let few = asked.spaces.len() <= residency::MAX_SPACES;
    let mut faults = if few { together::foreign(house, base, &asked.spaces).await? } else { Vec::new() };
    faults.extend(agreement::check_equipment(&asked.equipment, "equipment"));
    let extra = asked.extra.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    if extra.as_ref().is_some_and(|text| text.chars().count() > agreement::MAX_EXTRA) {
        faults.push(FieldFault::new("extra", Code::TooLong).with("max", agreement::MAX_EXTRA));
    }
    let days = (asked.mode, asked.first, asked.last);
    let (longest, back) = (number(MAX_RESIDENCY_MONTHS), number(MAX_DAYS_BACK));
    let agreed = residency::agree(days, asked.spaces.len(), longest, at, back).map_err(|more| faults.extend(more));
    match agreed {
        Ok(agreed) if faults.is_empty() => Ok((agreed, Asked { extra, ..asked.clone() })),
        _ => Err(Refusal::fields(faults).into()),
    }
}

pub(super) fn places<'a>(spaces: impl Iterator<Item = &'a SpaceRow>) -> Vec<PlaceLine> {
    let line = |row: &SpaceRow| PlaceLine {
        code: row.code.clone(),
        kind: row.kind.0.as_str().to_owned(),
        area_m2: row.area_m2,
        seats: row.seats,
    };
    spaces.map(line).collect()
}

fn terms(asked: &Asked, allocations: Vec<AllocationId>, places: Vec<PlaceLine>) -> Terms {
    Terms {
        mode: asked.mode,
        first: asked.first,
        last: asked.last,
        allocations,
        places,
        equipment: asked.equipment.clone(),
        extra: asked.extra.clone(),
    }
}

/// The text that holds at a base today, and where it comes from.
pub(super) fn template(ground: &Ground, base: BaseId, kind: AgreementKind) -> (agreement::AgreementText, Source) {
    let key = match kind {
        AgreementKind::Residency => AGREEMENT,
        AgreementKind::Renewal => RENEWAL_AGREEMENT,
    };
    let found = ground.effective(base, key, ground.today());
    (agreement::of(kind, &found.value), found.into())
}

/// The PDF of what an agreement would be, marked as a draft; nothing is reserved.
///
/// # Errors
/// All bad fields; `not_allowed`.
pub async fn preview(house: &House, by: &Caller, application: ApplicationId, asked: &Asked) -> Result<Vec<u8>, Fault> {
    let case = Case::seen(house, by, application).await?;
    let (_, asked) = checked(house, case.base.id.0, &case.ground, asked, &case.acting).await?;
    let spaces = house.db.read(crate::spaces::store::spaces_of(&asked.spaces)).await?;
    let terms = terms(&asked, Vec::new(), places(spaces.iter()));
    let (text, _) = template(&case.ground, case.base.id.0, AgreementKind::Residency);
    let sides = Sides { base: &case.base, who: &case.who, terms: &terms, number: "", amends: None };
    paper::pdf(&sides.shown(&text), None).await
}

/// An agreement that is written down, with its paper kept.
pub(super) async fn written(
    house: &House,
    (residency, sides): (ResidencyId, &Sides<'_>),
    (ground, acting): (&Ground, &Acting),
) -> Result<AgreementRow, Fault> {
    let Sides { base, who, terms, number, .. } = sides;
    let today = ground.today();
    let days = ground.number(base.id.0, SIGN_DAYS, today);
    let sign_by = ground.counted(base.id.0, today, (days, DayKind::Working))?.due;
    let (text, source) = template(ground, base.id.0, sides.kind());
    let content = sides.shown(&text);
    let shown = canonical(&content);
    let hash = sha256(&shown);
    let bytes = paper::pdf(&content, Some(&hash)).await?;
    let stored = house.blobs.put(&bytes).await?;
    Ok(AgreementRow {
        id: Rec(house.chance.id(acting.at)),
        residency: Rec(residency),
        base: base.id,
        organization: who.id,
        number: (*number).to_owned(),
        kind: sides.kind().into(),
        state: AgreementState::Issued.into(),
        terms: serde_json::to_value(terms).unwrap_or_default(),
        template: serde_json::to_value(source).unwrap_or_default(),
        shown,
        hash,
        pdf: stored.sha256,
        issued_on: today.into(),
        issued_by: acting.name.clone(),
        sign_by: sign_by.into(),
        signing: None,
        version: 1,
        created_at: acting.at.into(),
        updated_at: acting.at.into(),
    })
}

fn agreement_line(word: &'static str, row: &AgreementRow, name: &str, by: &Acting) -> Draft {
    Draft::new(row.id.0, word, by)
        .about(row.residency.0)
        .values(json!({"name": name, "number": row.number}))
        .change(None, Some(json!({"number": row.number, "hash": row.hash, "pdf": row.pdf, "sign_by": row.sign_by.0})))
        .first()
}

/// A line in the history of an agreement that is signed or void now.
pub(super) fn agreement_moved(was: &AgreementRow, after: &AgreementRow, name: &str, by: &Acting) -> Draft {
    let word = if after.state.0 == AgreementState::Signed { "agreement.sign" } else { "agreement.void" };
    let view = |row: &AgreementRow| json!({"state": row.state.0, "signing": row.signing});
    Draft::new(after.id.0, word, by)
        .about(after.residency.0)
        .values(json!({"name": name, "number": after.number}))
        .change(Some(view(was)), Some(view(after)))
}

/// A paper takes the place of one that is not signed: that one is void.
pub(super) fn take_place(tx: &mut Tx, old: Option<&AgreementRow>, paper: &AgreementRow, name: &str, by: &Acting) {
    if let Some(old) = old {
        let void = old.to(AgreementState::Void, None, by.at.into());
        tx.journal(agreement_moved(old, &void, name, by));
        tx.replace(old.id.0, old.version, void);
    }
    tx.insert(paper.id.0, paper.clone());
    tx.journal(agreement_line("agreement.issue", paper, name, by));
}

/// The number that people read: base, year, and how many agreements there were before.
pub(super) async fn numbered(house: &House, base: &BaseRow, today: Day) -> Result<(Next, String), Fault> {
    let year = today.year();
    let next = Next::of(&house.db, &format!("agreement {} {year}", base.code)).await?;
    let number = format!("{}-XY-{year}-{:04}", base.code, next.number());
    Ok((next, number))
}

/// One residency of an organization in a base at a time.
pub(super) fn once(error: Fault) -> Fault {
    match error {
        Fault::Db(DbError::Duplicate { what }) if what == "residency_live" => {
            Refusal::state(Code::ResidentAlready).into()
        }
        other => other,
    }
}

async fn reserved(
    house: &House,
    by: &Caller,
    organization: OrganizationId,
    (asked, agreed): (&Asked, &Agreed),
    dropped: &[AllocationId],
    acting: &Acting,
) -> Result<Together, Fault> {
    let at = moment(house, acting);
    let all = Together::reserve(house, by, (organization, &asked.spaces), agreed.term, dropped, at).await?;
    if all.holder_live() { Ok(all) } else { Err(Refusal::state(Code::OrganizationNotLive).into()) }
}

/// Issues the agreement for an application that is approved.
///
/// # Errors
/// All bad fields; `taken` with what else would do; `wrong_state`, `resident_already`, `organization_not_live`.
pub async fn issue(
    house: &House,
    by: &Caller,
    application: ApplicationId,
    asked: &Asked,
) -> Result<ResidencyRow, Fault> {
    let seen = Case::read(house, by, application).await?;
    // Of what is not there, or of another base, nobody waits in line.
    checked(house, seen.base.id.0, &seen.ground, asked, &seen.acting).await?;
    let roots = together::lines(house, &asked.spaces).await?;
    // Papers are made one at a time; who waits for the number waits before his own is made.
    let turns = [seen.who.id.0.to_string(), format!("agreements of {}", seen.base.id.0)];
    deciding(house, &roots, turns, || async {
        let Case { row: app, who, base, ground, acting } = Case::read(house, by, application).await?;
        domain::application::LIFECYCLE.next(app.state.0, ApplicationAction::Offer)?;
        let (agreed, asked) = checked(house, base.id.0, &ground, asked, &acting).await?;
        let at = moment(house, &acting);
        // Found before the paper is made; who is faster is found by the index.
        if store::find_live(&house.db, base.id.0, who.id.0).await?.is_some() {
            return Err(Refusal::state(Code::ResidentAlready).into());
        }
        let all = reserved(house, by, who.id.0, (&asked, &agreed), &[], &acting).await?;
        let id: ResidencyId = house.chance.id(at.now);
        let terms = terms(&asked, all.new_terms(), places(all.new_spaces()));
        let (next, number) = numbered(house, &base, at.today()).await?;
        let sides = Sides { base: &base, who: &who, terms: &terms, number: &number, amends: None };
        let paper = written(house, (id, &sides), (&ground, &acting)).await?;
        let of = Residency::issued(id, (base.id.0, who.id.0), application, agreed, at);
        let mut row = ResidencyRow::born(&of, Course::default(), at.now.into());
        (row.agreement, row.number) = (Some(paper.id), Some(paper.number.clone()));
        let also = |tx: &mut Tx| {
            next.take(tx);
            advance(house, tx, (&app, &who), ApplicationAction::Offer, &acting, |course| course.residency = Some(id))?;
            tx.insert(row.id.0, row.clone());
            take_place(tx, None, &paper, &who.name, &acting);
            let [own, story] = lines("residency.issue", &row, &who.name, &acting);
            tx.journal(own.change(None, Some(journal_view(&row))).first());
            tx.journal(story);
            Ok(())
        };
        all.commit(house, &acting, None, at, also).await.map_err(once)?;
        Ok(row)
    })
    .await
}

/// Writes an agreement anew that is not signed yet: the old one is void, its places are called off, and the time for
/// signing begins again.
///
/// # Errors
/// As [`issue`].
pub async fn reissue(house: &House, by: &Caller, id: ResidencyId, asked: &Asked) -> Result<ResidencyRow, Fault> {
    let seen = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
    let acting = by.allow(Action::ResidenciesManage, Action::ResidenciesRead, &seen.facts())?;
    let ground = Ground::for_decision(house, seen.base.0).await?;
    checked(house, seen.base.0, &ground, asked, &acting).await?;
    let mut roots = together::lines(house, &asked.spaces).await?;
    roots.sort();
    let turns = [seen.organization.0.to_string(), format!("residency {id}"), format!("agreements of {}", seen.base.0)];
    deciding(house, &roots, turns, || async {
        let row = store::find(&house.db, id).await?.ok_or_else(Refusal::missing)?;
        let acting = by.allow(Action::ResidenciesManage, Action::ResidenciesRead, &row.facts())?;
        let of = Matter::read(house, row).await?;
        let ground = Ground::for_decision(house, of.base.id.0).await?;
        let (agreed, asked) = checked(house, of.base.id.0, &ground, asked, &acting).await?;
        let at = moment(house, &acting);
        let after = residency::reissue(&of.residency, agreed, at)?;
        let old = of.agreement.as_ref().ok_or_else(Refusal::missing)?;
        let dropped = old.terms()?.allocations;
        let all = reserved(house, by, of.who.id.0, (&asked, &agreed), &dropped, &acting).await?;
        let terms = terms(&asked, all.new_terms(), places(all.new_spaces()));
        let (next, number) = numbered(house, &of.base, at.today()).await?;
        let sides = Sides { base: &of.base, who: &of.who, terms: &terms, number: &number, amends: None };
        let paper = written(house, (id, &sides), (&ground, &acting)).await?;
        let mut row = of.row.with(&after, |_| {}, at.now.into())?;
        (row.agreement, row.number) = (Some(paper.id), Some(paper.number.clone()));
        let also = |tx: &mut Tx| {
            next.take(tx);
            tx.replace(id, of.row.version, row.clone());
            take_place(tx, Some(old), &paper, &of.who.name, &acting);
            let [own, story] = lines("residency.reissue", &row, &of.who.name, &acting);
            tx.journal(own.change(Some(journal_view(&of.row)), Some(journal_view(&row))));
            tx.journal(story);
            Ok(())
        };
        all.commit(house, &acting, None, at, also).await?;
        Ok(row)
    })
    .await
}

/// Applications of a base that wait for their agreement.
#[must_use]
pub fn to_issue(base: Option<BaseId>) -> crate::db::Read<ApplicationRow> {
    applications::standing(ApplicationState::Approved, base)
}
