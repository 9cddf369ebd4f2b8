//! Reviews of the last weeks, one in each state, played by the verbs: convened by the base, scored by its
//! reviewers, decided by the city; and what is shown to everybody after them.

use std::collections::BTreeMap;

use domain::{
    application::ApplicationState,
    day::Day,
    id::{ApplicationId, IntakeId, NoticeId, ResidencyId, ReviewId},
    notice::{NewObjection, ObjectionAction},
    review::{
        decision::{Decision, Outcome},
        sheet::{Advice, Marks, SheetState},
    },
    rubric::Score,
};

use super::{crew::Crew, residencies, words::WORDS};
use crate::{
    applications::store as applications,
    fault::Fault,
    house::House,
    http::Caller,
    notices::{objections, service as notices},
    reviews::{
        convene::{self, NewReview},
        decide,
        matter::Matter,
        service::{self, Step},
        sheets, store,
    },
};

/// What is done with the review of a base on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Convene,
    /// So many of the reviewers hand in what they have not yet.
    Score(usize),
    Close,
    Decide,
    Cancel,
    /// The first who was to get a place takes his application back, and the next of the list gets it.
    Promote,
    /// Those who are to get a place are shown.
    Publish,
    /// Somebody objects to the first of them.
    Object,
    /// The objection is without ground.
    Answer,
    /// What nobody objects to is approved.
    Conclude,
    /// So many of those who are approved get their agreement.
    Issue(usize),
    /// One of the agreements is signed.
    Sign(usize),
    /// One is declined.
    Decline(usize),
    /// Who has signed one moves in.
    MoveIn(usize),
}

/// How reviews go, base by base, as days before today: decided, to be decided, open, called off, open and late.
const COURSES: &[(&str, &[(i64, Deed)])] = &[
    (
        "B00",
        &[
            (21, Deed::Convene),
            (18, Deed::Score(3)),
            (17, Deed::Close),
            (16, Deed::Decide),
            (15, Deed::Promote),
            (14, Deed::Publish),
            (12, Deed::Object),
            (7, Deed::Answer),
            (3, Deed::Conclude),
            (2, Deed::Issue(4)),
            (1, Deed::Sign(0)),
            (1, Deed::Sign(1)),
            (1, Deed::Decline(2)),
            (0, Deed::MoveIn(0)),
        ],
    ),
    (
        "B05",
        &[
            (20, Deed::Convene),
            (16, Deed::Score(3)),
            (12, Deed::Close),
            (8, Deed::Decide),
            (3, Deed::Publish),
            (2, Deed::Object),
        ],
    ),
    ("B06", &[(20, Deed::Convene), (14, Deed::Score(3)), (10, Deed::Close), (4, Deed::Decide)]),
    ("B01", &[(16, Deed::Convene), (9, Deed::Score(3)), (6, Deed::Close)]),
    ("B02", &[(8, Deed::Convene), (4, Deed::Score(1))]),
    ("B03", &[(12, Deed::Convene), (8, Deed::Cancel)]),
    ("B04", &[(16, Deed::Convene), (13, Deed::Score(1))]),
];

/// Bases whose applications come early enough to be reviewed.
pub const BASES: [&str; 7] = ["B00", "B01", "B02", "B03", "B04", "B05", "B06"];

/// What is still to be played.
#[derive(Debug)]
pub struct Panels {
    held: BTreeMap<&'static str, ReviewId>,
    shown: BTreeMap<&'static str, NoticeId>,
    agreed: BTreeMap<&'static str, Vec<ResidencyId>>,
}

impl Panels {
    /// Nothing is played yet.
    #[must_use]
    pub fn new() -> Self {
        Self { held: BTreeMap::new(), shown: BTreeMap::new(), agreed: BTreeMap::new() }
    }

    /// Plays what happens after a day up to another one; `intakes` by the code of their base.
    ///
    /// # Errors
    /// What the verbs say.
    pub async fn until(
        &mut self,
        house: &House,
        crew: &Crew,
        intakes: &BTreeMap<String, IntakeId>,
        (after, day, today): (Day, Day, Day),
    ) -> Result<(), Fault> {
        for (code, course) in COURSES {
            let Some(intake) = intakes.get(*code) else { continue };
            for (before, deed) in *course {
                let on = today.plus(-before);
                if after < on && on <= day {
                    match self.deed(house, crew, code, *intake, *deed).await {
                        // With holidays in between, or a year whose calendar is not known, some of it is not over
                        // yet: then it is left at that.
                        Err(Fault::Refused(_)) => {}
                        other => other?,
                    }
                }
            }
        }
        Ok(())
    }

    async fn deed(
        &mut self,
        house: &House,
        crew: &Crew,
        code: &'static str,
        intake: IntakeId,
        deed: Deed,
    ) -> Result<(), Fault> {
        let Some(to) = applications::find_intake(&house.db, intake).await? else { return Ok(()) };
        let operator = crew.operator(house, to.base.0);
        if deed == Deed::Convene {
            let waiting = convene::waiting_for_review(house, &to).await?;
            let new = NewReview {
                intake,
                applications: waiting.iter().map(|row| row.id.0).collect(),
                reviewers: crew.reviewers(house).iter().map(|who| who.principal.account).collect(),
                due: Some(house.today().plus(if code == "B04" { 14 } else { 18 })),
                rubric: None,
            };
            if !new.applications.is_empty() {
                self.held.insert(code, convene::convene(house, &operator, &new).await?.id.0);
            }
            return Ok(());
        }
        let Some(id) = self.held.get(code).copied() else { return Ok(()) };
        let words = &WORDS.reviews;
        match deed {
            Deed::Convene => {}
            Deed::Score(reviewers) => {
                // The first one, who is printed first, has something left to do.
                for (n, who) in crew.reviewers(house).into_iter().enumerate().rev().take(reviewers) {
                    score(house, &who, id, n).await?;
                }
            }
            Deed::Close => close(house, &operator, id).await?,
            Deed::Cancel => {
                service::step(house, &operator, id, &Step::Cancel(words.cancelled.clone())).await?;
            }
            Deed::Decide => decide_on(house, &crew.city(house), id, if code == "B00" { 5 } else { 3 }).await?,
            Deed::Promote => promote(house, &operator, &crew.city(house), id).await?,
            Deed::Publish => {
                if let Some(notice) = publish(house, &crew.city(house), id).await? {
                    self.shown.insert(code, notice);
                }
            }
            Deed::Issue(some) => {
                for _ in 0..some {
                    let agreed = residencies::agree(house, &operator, to.base.0).await?;
                    self.agreed.entry(code).or_default().extend(agreed);
                }
            }
            Deed::Sign(n) | Deed::Decline(n) | Deed::MoveIn(n) => {
                if let Some(agreed) = self.agreed.get(code).and_then(|agreed| agreed.get(n)).copied() {
                    match deed {
                        Deed::Sign(_) => residencies::sign(house, &operator, agreed).await?,
                        Deed::Decline(_) => residencies::decline(house, &operator, agreed).await?,
                        _ => residencies::move_in(house, &operator, agreed).await?,
                    }
                }
            }
            Deed::Object | Deed::Answer | Deed::Conclude => {
                if let Some(notice) = self.shown.get(code).copied() {
                    heard(house, &crew.city(house), notice, deed).await?;
                }
            }
        }
        Ok(())
    }
}

/// A reviewer hands in what he has not yet; the first one steps aside from the last application of a long list.
async fn score(house: &House, who: &Caller, review: ReviewId, n: usize) -> Result<(), Fault> {
    let words = &WORDS.reviews;
    let rows = house.db.read(store::sheets(review)).await?;
    let mut mine: Vec<_> = rows.into_iter().filter(|row| row.reviewer.0 == who.principal.account).collect();
    mine.retain(|row| row.state.0 == SheetState::Asked);
    mine.sort_by_key(|row| row.application);
    let last = mine.len();
    for (at, row) in mine.into_iter().enumerate() {
        if n == 0 && last > 4 && at + 1 == last {
            sheets::step(house, who, row.id.0, None, &sheets::Step::Recuse(words.recused.clone())).await?;
            continue;
        }
        sheets::step(house, who, row.id.0, None, &sheets::Step::Clear).await?;
        // Better ones before worse ones, each reviewer a little otherwise than the others.
        let part = [0.9, 0.84, 0.78, 0.72, 0.55, 0.8, 0.68][at % 7] + [0.0, 0.035, -0.05][n % 3];
        // On one of them they do not agree.
        let part = if at == 2 && n == 2 { part - 0.25 } else { part };
        let score = |(key, points): (&str, u32)| Score {
            key: key.to_owned(),
            points: Some((f64::from(points) * part * 2.0).round() / 2.0),
            comment: None,
        };
        let advice = if part < 0.62 {
            Advice::Reject
        } else if part < 0.7 {
            Advice::Wait
        } else {
            Advice::Admit
        };
        let marks = Marks {
            scores: domain::rubric::SHIPPED.iter().copied().map(score).collect(),
            advice: Some(advice),
            comment: words.comments.get((at + n) % words.comments.len().max(1)).cloned(),
        };
        sheets::step(house, who, row.id.0, None, &sheets::Step::Lock(marks)).await?;
    }
    Ok(())
}

async fn close(house: &House, operator: &Caller, review: ReviewId) -> Result<(), Fault> {
    service::step(house, operator, review, &Step::Close).await.map(|_| ())
}

/// The first by rank get a place, one waits, what is below the mark gets none.
async fn decide_on(house: &House, city: &Caller, review: ReviewId, places: usize) -> Result<(), Fault> {
    let Some(row) = store::find(&house.db, review).await? else { return Ok(()) };
    let standings = Matter::read(house, row).await?.kept_standings();
    let fit = standings.iter().filter(|of| !of.gone && !of.below_mark).count();
    let decision = |(n, of): (usize, &domain::review::standing::Standing)| {
        let outcome = if of.below_mark {
            Outcome::Reject
        } else if n + 1 < fit && n < places {
            Outcome::Propose
        } else {
            Outcome::Defer
        };
        let reason = match outcome {
            Outcome::Propose => None,
            Outcome::Defer => Some(WORDS.reviews.deferred.clone()),
            Outcome::Reject => Some(WORDS.reviews.rejected.clone()),
        };
        Decision { application: of.application, outcome, reason }
    };
    let live = standings.iter().filter(|of| !of.gone);
    let decisions: Vec<Decision> = live.enumerate().map(decision).collect();
    decide::decide(house, city, review, &decisions).await.map(|_| ())
}

/// One who was to get a place takes his application back; the first of the list gets it.
async fn promote(house: &House, operator: &Caller, city: &Caller, review: ReviewId) -> Result<(), Fault> {
    let Some(row) = store::find(&house.db, review).await? else { return Ok(()) };
    let ids: Vec<ApplicationId> = row.applications.iter().map(|id| id.0).collect();
    let rows = house.db.read(applications::named(&ids)).await?;
    let at = |state: ApplicationState| rows.iter().filter(move |row| row.state.0 == state);
    let waiting = at(ApplicationState::Waiting).count();
    // One stays on the list, so that there is one to see.
    if waiting < 2 {
        return Ok(());
    }
    let (Some(gone), Some(first)) = (at(ApplicationState::Proposed).next_back(), at(ApplicationState::Waiting).next())
    else {
        return Ok(());
    };
    let who = crate::organizations::store::find(&house.db, gone.organization.0).await?;
    let Some(who) = who else { return Ok(()) };
    let by = super::applications::liaison(house, operator, &who);
    let why = Some(WORDS.applications.withdrawn.clone());
    crate::applications::service::step(house, &by, gone.id.0, None, &crate::applications::service::Step::Withdraw(why))
        .await?;
    let line = crate::applications::waiting::list(house, first).await?;
    let Some(next) = line.first() else { return Ok(()) };
    decide::from_list(house, city, next.application, (Outcome::Propose, None)).await.map(|_| ())
}

/// Shows those of a review who are to get a place; none when there are none.
async fn publish(house: &House, city: &Caller, review: ReviewId) -> Result<Option<NoticeId>, Fault> {
    let Some(row) = store::find(&house.db, review).await? else { return Ok(None) };
    let ids: Vec<ApplicationId> = row.applications.iter().map(|id| id.0).collect();
    let mut rows = house.db.read(applications::named(&ids)).await?;
    rows.retain(|row| row.state.0 == ApplicationState::Proposed);
    let Some(to) = applications::find_intake(&house.db, row.intake.0).await? else { return Ok(None) };
    let words = &WORDS.notices;
    let new = notices::Publishing {
        title: format!("{}{}", to.name, words.title),
        text: words.text.clone(),
        place: Some(words.place.clone()),
        days: None,
        applications: rows.iter().map(|row| row.id.0).collect(),
    };
    if new.applications.is_empty() {
        return Ok(None);
    }
    Ok(Some(notices::publish(house, city, &new).await?.id.0))
}

/// Somebody objects by phone, is answered, and what nobody objects to is approved.
async fn heard(house: &House, city: &Caller, notice: NoticeId, deed: Deed) -> Result<(), Fault> {
    let words = &WORDS.notices;
    match deed {
        Deed::Object => {
            let Some(row) = crate::notices::store::find(&house.db, notice).await? else { return Ok(()) };
            let Some(first) = row.subjects()?.into_iter().next() else { return Ok(()) };
            let new = NewObjection {
                thing: first.thing,
                name: words.objector.clone(),
                contact: WORDS.team_phone.clone(),
                text: words.objection.clone(),
                received_on: None,
            };
            objections::on_paper(house, city, notice, &new).await?;
        }
        Deed::Answer => {
            let open = house.db.read(crate::notices::store::objections(notice)).await?;
            let Some(open) = open.first() else { return Ok(()) };
            let answer = (words.investigation.as_str(), words.reply.as_str());
            objections::answer(house, city, (notice, open.id.0), ObjectionAction::Dismiss, answer).await?;
        }
        _ => {
            notices::step(house, city, notice, &notices::Step::Conclude).await?;
        }
    }
    Ok(())
}
