//! The story of an organization, read from the journal: what was done together is one chapter, what is no part of a
//! story is passed over, and what is not the reader's to see is told without its particulars.

use std::collections::BTreeMap;

use domain::{
    access::Facts,
    assessment::{AssessmentCourse, AssessmentGrade},
    day::Day,
    id::{AllocationId, AssessmentId, BaseId, OrganizationId},
    refusal::{Code, FieldFault, Refusal},
    story::{StoryPart, Told, told},
};
use serde_json::Value as Json;

use super::store;
use crate::{
    assessments::store as assessments,
    db::At,
    fault::Fault,
    house::House,
    http::{Caller, reply},
    journal::{self, Entry, OF, OF_BASE, Place},
    organizations::store::OrganizationRow,
};

/// Lines of the journal read at a time.
const PART: usize = 250;
/// Parts read for one page, where most lines are no part of the story; then the reader goes on.
const READS: usize = 6;

/// What of the story is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// Only about this.
    pub part: Option<StoryPart>,
    /// Not before this day.
    pub from: Option<Day>,
    /// Not after this day.
    pub to: Option<Day>,
}

impl Asked {
    /// Checks the days.
    ///
    /// # Errors
    /// `to` before `from`.
    pub fn checked(self) -> Result<Self, Refusal> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => {
                let fault = FieldFault::new("to", Code::DayTooEarly).with("min", from.to_string());
                Err(Refusal::fields(vec![fault]))
            }
            _ => Ok(self),
        }
    }
}

/// A step, as far as the reader sees it.
#[derive(Debug, Clone)]
pub struct Step {
    /// What happened.
    pub told: Told,
    /// In which base.
    pub base: Option<BaseId>,
    /// The thing itself and what is known of the step; none when the thing is not the reader's to see.
    pub open: Option<Open>,
}

/// What is known of a step.
#[derive(Debug, Clone, Default)]
pub struct Open {
    /// The thing.
    pub thing: Option<String>,
    /// The number that people read.
    pub number: Option<String>,
    /// Title of a round of assessment.
    pub title: Option<String>,
    /// What is painted on the door.
    pub space: Option<String>,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
    /// The grade that was given.
    pub grade: Option<AssessmentGrade>,
    /// The new name.
    pub name: Option<String>,
}

/// Steps that were taken together, the one that stands for all first.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// When.
    pub at: At,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A line of the journal that is told.
struct Line {
    entry: Entry,
    told: Told,
}

impl Line {
    fn place(&self) -> Place {
        place(&self.entry)
    }
    /// Whether both were written by one request. What the program does by itself has none; then only steps of one kind
    /// that it took at once are told together.
    fn together(&self, other: &Self) -> bool {
        let (a, b) = (&self.entry, &other.entry);
        let one = if a.request.is_empty() { self.told.word == other.told.word } else { a.request == b.request };
        a.at == b.at && b.request.is_empty() == a.request.is_empty() && one
    }
}

fn place(entry: &Entry) -> Place {
    (entry.at.0.timestamp_millis(), entry.stream.clone(), entry.seq)
}

fn parsed(text: Option<&str>) -> Option<Json> {
    serde_json::from_str(text?).ok()
}

/// Where a page of the story ends, as a cursor.
fn mark(of: &Place) -> String {
    reply::cursor(&[&of.0.to_string(), &of.1, &of.2.to_string()])
}

/// # Errors
/// `malformed`.
fn read_mark(text: &str) -> Result<Place, Refusal> {
    let bad = || Refusal::field("cursor", Code::Malformed);
    let [at, stream, seq] = reply::read_cursor::<3>(text)?;
    Ok((at.parse().map_err(|_| bad())?, stream, seq.parse().map_err(|_| bad())?))
}

/// A page of the story of an organization that the caller sees, the newest first, and where the next one begins.
///
/// # Errors
/// A bad cursor; what the database says.
pub async fn page(
    house: &House,
    by: &Caller,
    of: &OrganizationRow,
    asked: Asked,
    (cursor, limit): (Option<&str>, usize),
) -> Result<(Vec<Chapter>, Option<String>), Fault> {
    let since = asked.from.map_or(0, |day| day.starts_at(house.zone).timestamp_millis());
    let last = asked.to.map(|day| (day.ends_at(house.zone).timestamp_millis(), String::new(), 0));
    // A cursor never leads past the days that are asked for.
    let mut before = match (cursor.map(read_mark).transpose()?, last) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let mut groups: Vec<Vec<Line>> = Vec::new();
    let mut more = true;
    for _ in 0..READS {
        let found = journal::page_since(&house.db, &of.id.0.to_string(), since, before.clone(), PART).await?;
        more = found.len() == PART;
        before = found.last().map(place).or(before);
        for entry in found {
            let change = (parsed(entry.before.as_deref()), parsed(entry.after.as_deref()));
            let Some(told) = told(&entry.action, change.0.as_ref(), change.1.as_ref()) else { continue };
            if asked.part.is_some_and(|part| part != told.part) {
                continue;
            }
            let line = Line { entry, told };
            match groups.last_mut() {
                Some(group) if group.first().is_some_and(|first| first.together(&line)) => group.push(line),
                _ => groups.push(vec![line]),
            }
        }
        if !more || groups.len() > limit {
            break;
        }
    }
    let next = if groups.len() > limit {
        groups.truncate(limit);
        groups.last().and_then(|group| group.last()).map(Line::place)
    } else {
        before.filter(|_| more)
    };
    let chapters = chapters(house, by, of, groups).await?;
    Ok((chapters, next.as_ref().map(mark)))
}

/// What is to be looked up for the steps of a page.
struct Known {
    placed: BTreeMap<AllocationId, BaseId>,
    courses: BTreeMap<AssessmentId, AssessmentCourse>,
}

async fn chapters(
    house: &House,
    by: &Caller,
    of: &OrganizationRow,
    groups: Vec<Vec<Line>>,
) -> Result<Vec<Chapter>, Fault> {
    let lines = || groups.iter().flatten();
    let mut terms: Vec<AllocationId> = lines().filter_map(|line| line.entry.stream.parse().ok()).collect();
    terms.sort_unstable();
    terms.dedup();
    let graded = lines()
        .filter(|line| line.told.word == GRADED)
        .filter_map(|line| parsed(Some(&line.entry.values))?.get(OF)?.as_str()?.parse::<AssessmentId>().ok());
    let mut graded: Vec<AssessmentId> = graded.collect();
    graded.sort_unstable();
    graded.dedup();
    let (placed, assessed) = house.db.read((store::placed(&terms), assessments::named(&graded))).await?;
    let mut courses = BTreeMap::new();
    for row in assessed {
        courses.insert(row.id.0, row.course()?);
    }
    let known = Known { placed: placed.into_iter().map(|row| (row.id.0, row.base.0)).collect(), courses };
    let chapter = |mut group: Vec<Line>| {
        group.sort_by(|a, b| {
            let rank = |line: &Line| (line.told.part.rank(), line.entry.stream.clone(), line.entry.seq);
            rank(a).cmp(&rank(b))
        });
        let at = group.first()?.entry.at;
        Some(Chapter { at, steps: group.iter().map(|line| step(house, by, of, line, &known)).collect() })
    };
    Ok(groups.into_iter().filter_map(chapter).collect())
}

/// The step with which a grade was given.
const GRADED: &str = "assessment.conclude";

fn step(house: &House, by: &Caller, of: &OrganizationRow, line: &Line, known: &Known) -> Step {
    let Line { entry, told } = line;
    let values = parsed(Some(&entry.values)).unwrap_or_default();
    let text = |key: &str| values.get(key).and_then(Json::as_str).map(str::to_owned);
    let base = text(OF_BASE)
        .and_then(|base| base.parse().ok())
        .or_else(|| known.placed.get(&entry.stream.parse().ok()?).copied())
        .or_else(|| entry.also.iter().find_map(|thing| thing.parse().ok()));
    let facts = match told.part {
        StoryPart::Organization => of.facts(),
        _ => facts(of.id.0, base),
    };
    let is_seen = by.principal.role_for(told.part.reads(), &facts).is_some();
    let day = |key: &str| text(key).and_then(|day| day.parse().ok());
    let grade = |thing: &str| {
        let course = known.courses.get(&thing.parse().ok()?).filter(|_| told.word == GRADED)?;
        grade(course, Day::of(entry.at.0, house.zone))
    };
    let open = || {
        let thing = match told.part {
            StoryPart::Organization => None,
            StoryPart::Place => Some(entry.stream.clone()),
            _ => text(OF),
        };
        let renamed = || parsed(entry.after.as_deref())?.get("name")?.as_str().map(str::to_owned);
        Open {
            number: text("number"),
            title: text("title"),
            space: text("space"),
            from: day("from"),
            to: day("to"),
            grade: thing.as_deref().and_then(grade),
            name: if told.word == "organizations.rename" { renamed() } else { None },
            thing,
        }
    };
    Step { told: *told, base, open: is_seen.then(open) }
}

fn facts(organization: OrganizationId, base: Option<BaseId>) -> Facts {
    Facts { bases: base.into_iter().collect(), organization: Some(organization), account: None }
}

/// The grade that was given on a day: the one that stands, or the one that was appealed and scored again.
fn grade(course: &AssessmentCourse, on: Day) -> Option<AssessmentGrade> {
    let results = course.result.iter().chain(course.appeal.iter().map(|appeal| &appeal.against));
    results.filter(|result| result.on == on).map(|result| result.grade).next()
}
