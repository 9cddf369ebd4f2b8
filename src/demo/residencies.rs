//! Who is resident, and by what: those from before are entered from their papers, some leave, and those who were
//! approved get their agreement.

use std::collections::BTreeMap;

use domain::{
    agreement::Equipment,
    allocation::AllocationState,
    application::ApplicationState,
    code::Code,
    day::Day,
    id::{ApplicationId, BaseId, OrganizationId, ResidencyId},
    intake::ResidencyMode,
    residency::{ExitItem, ExitOutcome, ResidencyState, Signing},
    space::{
        Condition, SpaceKind,
        handover::{Item, Record},
    },
};

use super::{crew::Crew, graduates, schedule::Dice, words::WORDS};
use crate::{
    applications::store as applications,
    bases::store::BaseRow,
    fault::Fault,
    house::House,
    http::Caller,
    organizations::store_list::{Asked, Filter, Order, page},
    residencies::{
        enter::{self, Entered},
        issue::{self, Asked as Agreement},
        steps::{self, Step},
        store,
    },
    spaces::{store as spaces, store_terms, together::Held},
};

/// Organizations that are resident in the thirteen bases together, as the paper behind this project counts them.
pub const RESIDENTS: usize = 127;

/// Enters those who have a place and those who are resident without one, until there are as many as there should be;
/// then some leave.
///
/// # Errors
/// What the verbs say.
pub async fn settle(house: &House, crew: &Crew, bases: &[BaseRow]) -> Result<(), Fault> {
    let today = house.today();
    let mut dice = Dice::new(29);
    for base in bases {
        let by = crew.operator(house, base.id.0);
        for (organization, since) in placed(house, base.id.0, today).await? {
            let months = 12 * (1 + dice.below(2));
            entered(house, &by, base, organization, (ResidencyMode::Physical, since, months), today).await?;
        }
    }
    // One who has signed moves in tomorrow and is counted too; those who leave below are not any more.
    let gone = graduates::GRADUATES.iter().filter(|(_, far)| *far == Far::Left).count();
    let wanted = RESIDENTS + LEAVERS.len() + gone;
    let standing = |state| house.db.read(store::standing(state, None));
    let mut count =
        standing(ResidencyState::Active).await?.len() + standing(ResidencyState::Signed).await?.len().min(1);
    while count < wanted {
        let before = count;
        for base in bases {
            if count == wanted {
                break;
            }
            let by = crew.operator(house, base.id.0);
            let Some(organization) = without_place(house, base).await? else { continue };
            let since = today.plus(-dice.between(30, 530));
            entered(house, &by, base, organization, (ResidencyMode::Virtual, since, 24), today).await?;
            count += 1;
        }
        if count == before {
            break;
        }
    }
    for (n, (code, far)) in LEAVERS.iter().chain(LEAVING).enumerate() {
        let Some(base) = bases.iter().find(|base| base.code == *code) else { continue };
        leave(house, &crew.operator(house, base.id.0), base, n, *far).await?;
    }
    graduates::graduate(house, crew, bases).await
}

/// How far an exit has gone by today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// Some points of the checklist are settled.
    Begun,
    /// All are, and the base has confirmed.
    Confirmed,
    /// It is over.
    Left,
}

const LEAVERS: &[(&str, Far)] = &[("B00", Far::Left), ("B01", Far::Left), ("B05", Far::Left)];
/// Those who are about to leave are resident until their last day.
const LEAVING: &[(&str, Far)] = &[("B00", Far::Begun), ("B09", Far::Confirmed)];

/// Organizations with a place in a base today, each with the first day of its present stay.
async fn placed(house: &House, base: BaseId, today: Day) -> Result<Vec<(OrganizationId, Day)>, Fault> {
    let terms = house.db.read(store_terms::terms_of_base(base, today.plus(-900))).await?;
    let mut since: BTreeMap<OrganizationId, Day> = BTreeMap::new();
    let occupied = |organization| {
        let here = |row: &&spaces::AllocationRow| row.organization.0 == organization;
        terms.iter().filter(here).any(|row| row.state.0 == AllocationState::Occupied)
    };
    for row in terms.iter().filter(|row| matches!(row.state.0, AllocationState::Occupied | AllocationState::Ended)) {
        if occupied(row.organization.0) {
            let first = since.entry(row.organization.0).or_insert(row.first.0);
            *first = (*first).min(row.first.0);
        }
    }
    Ok(since.into_iter().filter(|(_, first)| *first <= today).collect())
}

/// An organization of a base that has no place anywhere, nor applies for one.
async fn without_place(house: &House, base: &BaseRow) -> Result<Option<OrganizationId>, Fault> {
    let filter = Filter { base: Some(base.id.0), live: Some(true), resident: Some(false), ..Filter::default() };
    let asked = Asked { order: Order::Created, ..Asked::first(&filter, &domain::access::Reached::All, 60) };
    for row in page(&house.db, asked).await? {
        let reads = (applications::of_organization(row.id.0), store::of_organization(row.id.0));
        let (applied, ever) = house.db.read(reads).await?;
        if applied.is_empty() && ever.is_empty() && row.home_base == base.id && row.hosts.is_empty() {
            return Ok(Some(row.id.0));
        }
    }
    Ok(None)
}

async fn entered(
    house: &House,
    by: &Caller,
    base: &BaseRow,
    organization: OrganizationId,
    (mode, first, months): (ResidencyMode, Day, u32),
    today: Day,
) -> Result<(), Fault> {
    // Who has been there for longer than a term has renewed it.
    let mut last = first.plus_months(months).plus(-1);
    while last < today.plus(3) {
        last = last.plus_months(12);
    }
    let number = format!("{}{}-{}", WORDS.residencies.number, base.code, first);
    let note = Some(WORDS.residencies.note.clone());
    let new = Entered { base: base.id.0, organization, mode, first, last, number: Some(number), note };
    match enter::enter(house, by, &new).await {
        // It is there by an agreement already.
        Err(Fault::Refused(_)) => Ok(()),
        other => other.map(|_| ()),
    }
}

/// One who has been there longest leaves.
async fn leave(house: &House, by: &Caller, base: &BaseRow, n: usize, far: Far) -> Result<(), Fault> {
    let mut rows = house.db.read(store::standing(ResidencyState::Active, Some(base.id.0))).await?;
    rows.sort_by_key(|row| (row.began, row.id));
    // Not one of those whose people have an account: they stay.
    let Some(row) = rows.iter().filter(|row| row.application.is_none()).nth(2 + n) else { return Ok(()) };
    let (id, today) = (row.id.0, house.today());
    let words = &WORDS.residencies;
    let last = if far == Far::Left { today } else { today.plus(12).min(row.last.0) };
    steps::step(house, by, id, &Step::GiveNotice(last, words.leaves.clone())).await?;
    hand_back(house, by, row, far).await
}

/// What is handed back by who leaves.
///
/// # Errors
/// What the verbs say.
pub async fn hand_back(house: &House, by: &Caller, row: &store::ResidencyRow, far: Far) -> Result<(), Fault> {
    let (id, today, words) = (row.id.0, house.today(), &WORDS.residencies);
    let do_it = |step: Step| async move { steps::step(house, by, id, &step).await };
    let points = if far == Far::Begun { 2 } else { ExitItem::ALL.len() };
    for item in ExitItem::ALL.iter().take(points) {
        let (outcome, note) = match item {
            ExitItem::Address => (ExitOutcome::NotNeeded, Some(words.no_address.clone())),
            _ => (ExitOutcome::Done, None),
        };
        do_it(Step::Check(*item, outcome, note)).await?;
    }
    if far == Far::Begun {
        return Ok(());
    }
    do_it(Step::Confirm { on_paper: false }).await?;
    if far == Far::Left {
        do_it(Step::Confirm { on_paper: true }).await?;
        let since = row.began.map_or(today, |day| day.0);
        let back = Held::read(house, row.base.0, row.organization.0).await?.hands_back(house, since).await?;
        do_it(Step::Close(back.then(|| record(today, by, true)))).await?;
    }
    Ok(())
}

fn record(on: Day, by: &Caller, back: bool) -> Record {
    let (base, organization) = (by.principal.name.clone(), WORDS.nobody.clone());
    let (handed_by, received_by) = if back { (organization, base) } else { (base, organization) };
    let item =
        |name: &String| Item { name: name.clone(), tag: None, quantity: 1, condition: Condition::Good, note: None };
    Record {
        on_day: on,
        items: WORDS.residencies.equipment.iter().map(item).collect(),
        keys: Some(WORDS.keys.clone()),
        note: None,
        handed_by,
        received_by,
    }
}

/// Issues the agreement for the first application of a base that is approved.
///
/// # Errors
/// What the verbs say.
pub async fn agree(house: &House, by: &Caller, base: BaseId) -> Result<Option<ResidencyId>, Fault> {
    let approved = house.db.read(applications::standing(ApplicationState::Approved, Some(base))).await?;
    let Some(row) = approved.iter().min_by_key(|row| row.number.clone()) else { return Ok(None) };
    let id: ApplicationId = row.id.0;
    let proposal = issue::proposal(house, by, id).await?;
    let asked = |mode, spaces| Agreement {
        mode,
        first: proposal.first,
        last: proposal.last,
        spaces,
        equipment: WORDS.residencies.equipment.iter().map(piece).collect(),
        extra: Some(WORDS.residencies.extra.clone()),
    };
    if proposal.mode == ResidencyMode::Physical {
        let desks = house.db.read(spaces::spaces(base)).await?;
        for desk in desks.iter().rev().filter(|row| row.assignable && row.kind.0 == SpaceKind::Desk) {
            match issue::issue(house, by, id, &asked(ResidencyMode::Physical, vec![desk.id.0])).await {
                Ok(row) => return Ok(Some(row.id.0)),
                // Somebody has it; the next one may be free.
                Err(Fault::Refused(refusal)) if refusal.code == Code::Taken => {}
                Err(fault) => return Err(fault),
            }
        }
    }
    let bare = Agreement { equipment: Vec::new(), ..asked(ResidencyMode::Virtual, Vec::new()) };
    Ok(Some(issue::issue(house, by, id, &bare).await?.id.0))
}

fn piece(name: impl Into<String>) -> Equipment {
    Equipment { name: name.into(), tag: None, quantity: 1, condition: Condition::Good }
}

/// Both sign, on the present day.
///
/// # Errors
/// What the verb says.
pub async fn sign(house: &House, by: &Caller, id: ResidencyId) -> Result<(), Fault> {
    let signing = Signing { on: house.today(), base: by.principal.name.clone(), organization: WORDS.nobody.clone() };
    steps::step(house, by, id, &Step::Sign(signing)).await.map(|_| ())
}

/// The organization does not want it.
///
/// # Errors
/// What the verb says.
pub async fn decline(house: &House, by: &Caller, id: ResidencyId) -> Result<(), Fault> {
    steps::step(house, by, id, &Step::Decline(WORDS.residencies.declines.clone())).await.map(|_| ())
}

/// It moves in.
///
/// # Errors
/// What the verb says.
pub async fn move_in(house: &House, by: &Caller, id: ResidencyId) -> Result<(), Fault> {
    let row = store::find(&house.db, id).await?;
    let placed = row.is_some_and(|row| row.mode.0 == ResidencyMode::Physical);
    let record = placed.then(|| record(house.today(), by, false));
    steps::step(house, by, id, &Step::MoveIn(record)).await.map(|_| ())
}
