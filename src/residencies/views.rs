//! What the routes of residencies show.

use chrono::{DateTime, Utc};
use domain::{
    access::Action,
    agreement::{AgreementKind, AgreementState, Equipment},
    allocation::AllocationState,
    day::{Day, Moment},
    id::{AgreementId, AllocationId, ApplicationId, SpaceId},
    intake::ResidencyMode,
    refusal::Code,
    residency::{
        self, AgreementSide, ExitItem, ExitKind, ExitOutcome, LIFECYCLE, Proceedings, ResidencyAction, ResidencyState,
        change::cannot_change, follow::FollowContact, renewal,
    },
    setting::SettingScope,
    space::SpaceKind,
};
use poem_openapi::Object;

use super::{
    change, follow,
    matter::{Matter, times},
    proceed::guards,
    renew,
    steps::{act, side},
    store::{self, AgreementRow, ResidencyRow},
    views_list::{ResidencyItem, item},
};
use crate::{
    applications::{
        checks::Ground,
        views::{Can, word},
    },
    fault::Fault,
    house::House,
    http::{Caller, Versioned},
    spaces::{store as spaces, together::Held},
};

/// Who has signed, and when.
#[derive(Debug, Clone, Object)]
pub struct SigningView {
    /// The day of the later signature.
    pub on: Day,
    /// Who signed for the base.
    pub base: String,
    /// Who signed for the organization.
    pub organization: String,
}

/// A place as the agreement names it.
#[derive(Debug, Clone, Object)]
pub struct AgreedPlace {
    /// What is painted on the door.
    pub code: String,
    /// What it is.
    pub kind: Option<SpaceKind>,
    /// Area, m².
    pub area_m2: Option<f64>,
    /// How many people fit.
    pub seats: i64,
}

/// An agreement.
#[derive(Debug, Clone, Object)]
pub struct AgreementView {
    /// Identifier.
    pub id: AgreementId,
    /// The number that people read.
    pub number: String,
    /// What it is about.
    pub kind: AgreementKind,
    /// Where it stands.
    pub state: AgreementState,
    /// With or without a place.
    pub mode: ResidencyMode,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Its rooms and desks.
    pub places: Vec<AgreedPlace>,
    /// Equipment that goes with them.
    pub equipment: Vec<Equipment>,
    /// What the two agree on beside the template.
    pub extra: Option<String>,
    /// Issued.
    pub issued_on: Day,
    /// By whom.
    pub issued_by: String,
    /// Until when it may be signed.
    pub sign_by: Day,
    /// Who has signed.
    pub signing: Option<SigningView>,
    /// Whose template its text is from.
    pub template: SettingScope,
    /// Since when that template holds.
    pub template_from: Option<Day>,
    /// SHA-256 of all that is printed; it stands at the foot of each page.
    pub hash: String,
}

/// A room or a desk that the organization has in the base, or will have.
#[derive(Debug, Clone, Object)]
pub struct HeldPlace {
    /// The term.
    pub allocation: AllocationId,
    /// The space.
    pub space: SpaceId,
    /// What is painted on the door.
    pub code: String,
    /// What it is.
    pub kind: SpaceKind,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Option<Day>,
    /// Where the term stands.
    pub state: AllocationState,
}

/// A point of the exit checklist.
#[derive(Debug, Clone, Object)]
pub struct ExitPoint {
    /// The point.
    pub item: ExitItem,
    /// How it was settled; none while it is open.
    pub outcome: Option<ExitOutcome>,
    /// What there is to say.
    pub note: Option<String>,
    /// Who settled it.
    pub by: Option<String>,
    /// On which day.
    pub on: Option<Day>,
}

/// A side's word that everything is handed back.
#[derive(Debug, Clone, Object)]
pub struct ExitWord {
    /// Whose word.
    pub party: AgreementSide,
    /// Who gave it; none while it is not given.
    pub by: Option<String>,
    /// On which day.
    pub on: Option<Day>,
    /// It was signed on paper, and the base noted it.
    pub on_paper: bool,
}

/// How a residency ends.
#[derive(Debug, Clone, Object)]
pub struct ExitView {
    /// Why.
    pub kind: ExitKind,
    /// The day on which leaving was announced, or the time found to be over.
    pub told_on: Day,
    /// By whom.
    pub told_by: String,
    /// For which side.
    pub side: AgreementSide,
    /// Its last day.
    pub last: Day,
    /// The reason that was given.
    pub reason: Option<String>,
    /// The checklist, open points too.
    pub points: Vec<ExitPoint>,
    /// The words of both sides.
    pub words: Vec<ExitWord>,
}

/// A state and the day on which it began.
#[derive(Debug, Clone, Object)]
pub struct ResidencyPassage {
    /// The state.
    pub state: ResidencyState,
    /// Since when.
    pub day: Day,
}

/// How the base keeps in touch with who has graduated.
#[derive(Debug, Clone, Object)]
pub struct FollowView {
    /// The last day of it.
    pub until: Day,
    /// The day by which the next contact is due; none when there is no more.
    pub next: Option<Day>,
    /// That day is past.
    pub late: bool,
    /// Contacts, the earliest first.
    pub contacts: Vec<FollowContact>,
    /// Why the caller cannot note one; none where he can.
    pub can: Option<String>,
}

/// What the rules say about staying longer.
#[derive(Debug, Clone, Object)]
pub struct RenewalRules {
    /// The last day on which the organization may ask.
    pub ask_by: Day,
    /// The earliest last day that a renewal may agree on.
    pub first: Day,
    /// The latest one.
    pub latest: Day,
    /// The usual one.
    pub usual: Day,
    /// How often it may still be renewed.
    pub left: u32,
    /// Until when a supplement that is issued today may be signed.
    pub sign_by: Day,
}

/// A residency.
#[derive(Debug, Clone, Object)]
pub struct ResidencyView {
    /// What a list shows of it.
    #[oai(flatten)]
    pub item: ResidencyItem,
    /// The application that led to it.
    pub application: Option<ApplicationId>,
    /// The number of that application.
    pub application_number: Option<String>,
    /// The agreement that holds; one from before the house has none here.
    pub agreement: Option<AgreementView>,
    /// Agreements that are void.
    pub void: Vec<AgreementView>,
    /// Supplementary agreements, the last one first.
    pub supplements: Vec<AgreementView>,
    /// What the rules say about staying longer; none where there is nothing to renew.
    pub renewal: Option<RenewalRules>,
    /// Rooms and desks that the organization has in the base, or will have.
    pub places: Vec<HeldPlace>,
    /// How it ends.
    pub exit: Option<ExitView>,
    /// How the base keeps in touch after it has graduated.
    pub follow_up: Option<FollowView>,
    /// What was set going while it lasted.
    pub proceedings: Proceedings,
    /// Days for putting something right at most.
    pub rectify_days: u32,
    /// The earliest last day that a notice of the organization may name today.
    pub notice_until: Option<Day>,
    /// Moving in, or closing, takes a hand-over record.
    pub needs_record: bool,
    /// Why it was given up.
    pub reason: Option<String>,
    /// Who entered it from papers that are older than the house.
    pub entered_by: Option<String>,
    /// What there is to say of those papers.
    pub note: Option<String>,
    /// The states that it has been in.
    pub passages: Vec<ResidencyPassage>,
    /// Version.
    pub version: i64,
    /// What the caller may do.
    pub can: Can,
    /// Made.
    pub created_at: DateTime<Utc>,
}

impl Versioned for ResidencyView {
    fn version(&self) -> i64 {
        self.version
    }
}

/// An agreement as it is shown.
///
/// # Errors
/// When the row holds something else.
pub fn agreement(row: &AgreementRow) -> Result<AgreementView, Fault> {
    let (terms, source) = (row.terms()?, row.source()?);
    let place = |of: domain::agreement::PlaceLine| AgreedPlace {
        code: of.code,
        kind: of.kind.parse().ok(),
        area_m2: of.area_m2,
        seats: of.seats,
    };
    Ok(AgreementView {
        id: row.id.0,
        number: row.number.clone(),
        kind: row.kind.0,
        state: row.state.0,
        mode: terms.mode,
        first: terms.first,
        last: terms.last,
        places: terms.places.into_iter().map(place).collect(),
        equipment: terms.equipment,
        extra: terms.extra,
        issued_on: row.issued_on.0,
        issued_by: row.issued_by.clone(),
        sign_by: row.sign_by.0,
        signing: row.signing()?.map(|of| SigningView { on: of.on, base: of.base, organization: of.organization }),
        template: source.scope,
        template_from: source.from,
        hash: row.hash.clone(),
    })
}

/// Why each action is not possible now for a caller.
fn can(by: &Caller, of: &Matter, ground: &Ground, (at, has_place): (Moment, bool)) -> Result<Can, Fault> {
    let was = &of.residency;
    let clock = of.clock(ground)?;
    let due = clock.filter(|clock| !clock.deadline.provisional).map(|clock| clock.deadline.due);
    let facts = of.row.facts();
    let party = side(by, &facts);
    let manages = party == AgreementSide::Base;
    let proceeding = guards(was, ground, at)?;
    let guard = |guard: &str| match guard {
        "time_over" => residency::forfeit(was, due, at).err().map(|refusal| refusal.code),
        "term_runs" => match residency::move_in(was, at) {
            Err(refusal) => Some(refusal.code),
            Ok(_) if !of.who.live => Some(Code::OrganizationNotLive),
            Ok(_) => (was.agreed.mode == ResidencyMode::Physical && !has_place).then_some(Code::PlacesCalledOff),
        },
        "term_over" => residency::expire(was, "", at).err().map(|refusal| refusal.code),
        "retractable" => residency::cannot_retract(was, at),
        "checked" => was.exit.as_ref().and_then(|exit| {
            // The base may still note the word of the organization.
            let own = residency::cannot_confirm(exit, party);
            let other = manages.then(|| residency::cannot_confirm(exit, AgreementSide::Organization));
            own.filter(|_| other.is_none_or(|other| other.is_some()))
        }),
        "renewable" => renewal::cannot_ask(was, &renew::limits(ground, was, at.today()), party, at),
        "renewal_over" => renewal::lapse(was, due, ("", at)).err().map(|refusal| refusal.code),
        "confirmed" => was.exit.as_ref().and_then(residency::cannot_close),
        other => proceeding(other),
    };
    let step = |action: &ResidencyAction| {
        let role = by.can(act(*action), &facts);
        let mut fits = LIFECYCLE.can(was.state, *action, guard);
        if *action == ResidencyAction::Check && was.exit.as_ref().is_some_and(|exit| !exit.confirmed.is_empty()) {
            fits = fits.or(Some(Code::AlreadyConfirmed));
        }
        (action.as_str().to_owned(), word(role.or(fits)))
    };
    Ok(ResidencyAction::ALL.iter().map(step).collect())
}

/// Why what was agreed on cannot be changed now, or a supplement about that not be settled.
fn changes(by: &Caller, of: &Matter, papers: &[AgreementRow]) -> Result<[(String, Option<String>); 3], Fault> {
    let role = by.can(Action::ResidenciesManage, &of.row.facts());
    let open = change::open(papers);
    let none = open.is_none().then_some(Code::WrongState);
    let sign = open.map(|paper| change::cannot_sign(&of.residency, paper)).transpose()?.flatten();
    let all =
        [("issue_change", cannot_change(&of.residency)), ("sign_change", none.or(sign)), ("withdraw_change", none)];
    Ok(all.map(|(step, fits)| (step.to_owned(), word(role.or(fits)))))
}

async fn places(house: &House, of: &ResidencyRow, held: &Held) -> Result<Vec<HeldPlace>, Fault> {
    // What the organization has there after it left is another residency's.
    let terms: Vec<_> = held.live().filter(|_| of.live_key.is_some()).collect();
    let ids: Vec<SpaceId> = terms.iter().map(|row| row.space.0).collect();
    let known = house.db.read(spaces::spaces_of(&ids)).await?;
    let mut places: Vec<HeldPlace> = terms
        .iter()
        .filter_map(|row| {
            let space = known.iter().find(|space| space.id == row.space)?;
            Some(HeldPlace {
                allocation: row.id.0,
                space: row.space.0,
                code: space.code.clone(),
                kind: space.kind.0,
                first: row.first.0,
                last: row.last.map(|day| day.0),
                state: row.state.0,
            })
        })
        .collect();
    places.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(places)
}

fn exit_view(of: &residency::Exit) -> ExitView {
    let point = |item: &ExitItem| {
        let found = of.checked.iter().find(|checked| checked.item == *item);
        ExitPoint {
            item: *item,
            outcome: found.map(|checked| checked.outcome),
            note: found.and_then(|checked| checked.note.clone()),
            by: found.map(|checked| checked.by.clone()),
            on: found.map(|checked| checked.on),
        }
    };
    let told = |party: &AgreementSide| {
        let found = of.confirmed.iter().find(|confirmed| confirmed.party == *party);
        ExitWord {
            party: *party,
            by: found.map(|confirmed| confirmed.by.clone()),
            on: found.map(|confirmed| confirmed.on),
            on_paper: found.is_some_and(|confirmed| confirmed.on_paper),
        }
    };
    ExitView {
        kind: of.kind,
        told_on: of.told_on,
        told_by: of.told_by.clone(),
        side: of.side,
        last: of.last,
        reason: of.reason.clone(),
        points: ExitItem::ALL.iter().map(point).collect(),
        words: AgreementSide::ALL.iter().map(told).collect(),
    }
}

/// What the rules say about staying longer, while that can be asked for or is.
fn renewal_rules(was: &residency::Residency, ground: &Ground, at: Moment) -> Result<Option<RenewalRules>, Fault> {
    use ResidencyState::{Active, Extending, RenewalGranted, RenewalProposed, Renewing};
    if !matches!(was.state, Active | Renewing | RenewalProposed | RenewalGranted | Extending) {
        return Ok(None);
    }
    let limits = renew::limits(ground, was, at.today());
    let (first, latest) = renewal::last_days(was, &limits, at);
    let done = u32::try_from(renewal::renewed(was)).unwrap_or(u32::MAX);
    Ok(Some(RenewalRules {
        ask_by: renewal::ask_by(was, &limits),
        first,
        latest,
        usual: renew::usual(ground, was, latest, at.today()),
        left: limits.times.saturating_sub(done),
        sign_by: renew::sign_by(ground, was)?,
    }))
}

/// A residency as a caller sees it.
///
/// # Errors
/// What the database says.
pub async fn view(house: &House, by: &Caller, row: ResidencyRow) -> Result<ResidencyView, Fault> {
    let of = Matter::read(house, row).await?;
    let ground = Ground::for_views(house, std::slice::from_ref(&of.base)).await?;
    let at = Moment { now: by.now, zone: house.zone };
    let agreements = house.db.read(store::agreements(of.row.id.0)).await?;
    let (supplements, own): (Vec<_>, Vec<_>) =
        agreements.iter().partition(|row| row.kind.0 != AgreementKind::Residency);
    let void = own.into_iter().filter(|row| of.row.agreement != Some(row.id)).map(agreement);
    let course = of.row.course()?;
    let was = &of.residency;
    let days = times(&ground, was, at.today());
    let notice = days.notice;
    let today = at.today();
    let held = Held::read(house, of.base.id.0, of.who.id.0).await?;
    let has_place = held.has_place(today);
    let needs_record = match of.row.state.0 {
        ResidencyState::Signed => held.hands_over(today),
        ResidencyState::Leaving => held.hands_back(house, was.began.unwrap_or(today)).await?,
        _ => false,
    };
    let notice_until = LIFECYCLE
        .step(was.state, ResidencyAction::GiveNotice)
        .map(|_| today.plus(i64::from(notice)).min(was.until().max(today)));
    Ok(ResidencyView {
        item: item(&of.row, &of.base, &of.who.name, of.clock(&ground)?, &ground)?,
        application: of.row.application.map(|id| id.0),
        application_number: of.application.as_ref().and_then(|row| row.number.clone()),
        agreement: of.agreement.as_ref().map(agreement).transpose()?,
        void: void.collect::<Result<_, Fault>>()?,
        supplements: supplements.into_iter().map(agreement).collect::<Result<_, Fault>>()?,
        renewal: renewal_rules(was, &ground, at)?,
        places: places(house, &of.row, &held).await?,
        exit: was.exit.as_ref().map(exit_view),
        follow_up: follow::followed(&ground, was).map(|of_it| FollowView {
            until: of_it.until,
            next: of_it.next,
            late: of_it.next.is_some_and(|next| next < today),
            contacts: course.contacts,
            can: word(by.can(Action::ResidenciesManage, &of.row.facts())),
        }),
        proceedings: course.proceedings,
        rectify_days: days.rectify,
        notice_until,
        needs_record,
        reason: course.reason,
        entered_by: course.entered_by,
        note: course.note,
        passages: course.passages.into_iter().map(|of| ResidencyPassage { state: of.state, day: of.day }).collect(),
        version: of.row.version,
        can: can(by, &of, &ground, (at, has_place))?.into_iter().chain(changes(by, &of, &agreements)?).collect(),
        created_at: of.row.created_at.0,
    })
}
