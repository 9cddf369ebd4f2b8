//! All organizations in memory, for lists and for searching as one types.
//!
//! A list by any filter is a scan of the table (`store_list` says why), 24 ms and more for 10,000
//! organizations; with the rows in memory it is a fraction of one. Rows that were written since are
//! read anew, one by one, before a list is given out, so a list is never older than what its caller was
//! told. Only where the process sees each write, and only up to [`MOST`] organizations; beyond, and with a
//! database server, the table is scanned.

use std::{
    collections::{BTreeMap, HashSet},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use domain::{access::Reached, id::OrganizationId};
use memchr::memmem::Finder;
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{
    store::{self, OrganizationRow},
    store_list::{self, Asked, Filter, Order, Term},
};
use crate::db::{Db, DbError, Rec, kept::Changes};

/// More organizations than this are not kept: some 1.5 KB each.
const MOST: i64 = 30_000;
/// Rows read at a time.
const PART: usize = 2_000;

/// Texts of rows one after the other, so that a search runs through one piece of memory.
#[derive(Debug, Default)]
struct Texts {
    all: String,
    /// Where each row's text begins.
    starts: Vec<usize>,
}

/// Between two texts; no term contains it.
const BETWEEN: char = '\0';

impl Texts {
    fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut made = Self::default();
        for text in texts {
            made.starts.push(made.all.len());
            made.all.push_str(text);
            made.all.push(BETWEEN);
        }
        made
    }

    /// Rows whose text has a word, in order.
    fn with(&self, word: &str) -> Vec<usize> {
        if word.contains(BETWEEN) {
            return Vec::new();
        }
        let finder = Finder::new(word);
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(at) = self.all.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let row = self.starts.partition_point(|start| *start <= from + at) - 1;
            found.push(row);
            // One hit in a row is enough.
            let Some(next) = self.starts.get(row + 1) else { break };
            from = *next;
        }
        found
    }
}

/// All organizations as they were at one moment, without their further particulars.
#[derive(Debug)]
pub struct Roll {
    /// By name.
    rows: Vec<Arc<OrganizationRow>>,
    /// Places in `rows`, the oldest record first.
    by_age: Vec<usize>,
    names: Texts,
    search: Texts,
    live: usize,
}

impl Roll {
    fn of(mut rows: Vec<Arc<OrganizationRow>>) -> Self {
        rows.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
        let mut by_age: Vec<usize> = (0..rows.len()).collect();
        by_age.sort_by_key(|at| rows.get(*at).map(|row| row.id));
        Self {
            by_age,
            names: Texts::of(rows.iter().map(|row| row.name.as_str())),
            search: Texts::of(rows.iter().map(|row| row.search.as_str())),
            live: rows.iter().filter(|row| row.live).count(),
            rows,
        }
    }

    async fn read(db: &Db) -> Result<Self, DbError> {
        let mut rows: Vec<Arc<OrganizationRow>> = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let (filter, order, after_mark) = (Filter::default(), Order::Created, after.as_deref());
            let asked = Asked { order, after: after_mark, ..Asked::first(&filter, &Reached::All, PART) };
            let part = store_list::page(db, asked).await?;
            let full = part.len() == PART;
            after = part.last().map(|row| Order::Created.mark(row));
            rows.extend(part.into_iter().map(slim));
            if !full {
                return Ok(Self::of(rows));
            }
        }
    }

    async fn renewed(&self, db: &Db, changed: Vec<RecordId>) -> Result<Self, DbError> {
        let fresh = db.read(store::of_records(&changed)).await?;
        let mut rows: BTreeMap<OrganizationId, Arc<OrganizationRow>> =
            self.rows.iter().map(|row| (row.id.0, Arc::clone(row))).collect();
        let gone = changed.into_iter().filter_map(|record| Rec::from_value(Value::RecordId(record)).ok());
        for Rec(id) in gone {
            rows.remove(&id);
        }
        rows.extend(fresh.into_iter().map(|row| (row.id.0, slim(row))));
        Ok(Self::of(rows.into_values().collect()))
    }

    /// A page and how many there are in all; the same as [`store_list::page`] and [`store_list::count`].
    #[must_use]
    pub fn page(&self, asked: Asked<'_>) -> (Vec<Arc<OrganizationRow>>, usize) {
        let Asked { filter, reach, .. } = asked;
        let fits = |at: &usize| self.fits(*at, filter, reach);
        if filter.leaves_nothing_out(reach) {
            let total = match filter.live {
                None => self.rows.len(),
                Some(true) => self.live,
                Some(false) => self.rows.len() - self.live,
            };
            return (self.part((0..self.rows.len()).filter(fits), asked), total);
        }
        let terms = filter.terms();
        let found = if terms.is_empty() { (0..self.rows.len()).collect() } else { self.search(&terms) };
        let found: Vec<usize> = found.into_iter().filter(fits).collect();
        let total = found.len();
        (self.part(found.into_iter(), asked), total)
    }

    fn search(&self, terms: &[Term]) -> Vec<usize> {
        let with = |term: &Term| {
            let mut found = if term.in_name { self.names.with(&term.word) } else { self.search.with(&term.word) };
            found.extend(self.search.with(&term.code));
            found.sort_unstable();
            found.dedup();
            found
        };
        let mut found: Option<Vec<usize>> = None;
        for term in terms {
            let here = with(term);
            found = Some(match found {
                None => here,
                Some(before) => before.into_iter().filter(|at| here.binary_search(at).is_ok()).collect(),
            });
        }
        found.unwrap_or_default()
    }

    fn fits(&self, at: usize, filter: &Filter, reach: &Reached) -> bool {
        let Some(row) = self.rows.get(at) else { return false };
        let here = |base: &domain::id::BaseId| row.home_base.0 == *base || row.hosts.iter().any(|host| host.0 == *base);
        let in_division = |code: &String| {
            row.division == *code || row.township.as_ref() == Some(code) || row.village.as_ref() == Some(code)
        };
        let reached = match reach {
            Reached::Nothing => false,
            Reached::All => true,
            Reached::Within { bases, organizations } => bases.iter().any(here) || organizations.contains(&row.id.0),
        };
        reached
            && filter.live.is_none_or(|live| row.live == live)
            && filter.resident.is_none_or(|resident| row.resident == resident)
            && filter.kind.is_none_or(|kind| row.kind.0 == kind)
            && filter.class.is_none_or(|class| row.class.is_some_and(|own| own.0 == class))
            && filter.base.as_ref().is_none_or(here)
            && filter.division.as_ref().is_none_or(in_division)
    }

    /// The part that is asked for of rows that fit; `found` are their places in the order of names.
    fn part(&self, found: impl DoubleEndedIterator<Item = usize>, asked: Asked<'_>) -> Vec<Arc<OrganizationRow>> {
        let Asked { order, after, limit, .. } = asked;
        let key = |at: &usize| self.rows.get(*at).map_or("", |row| row.sort_key.as_str());
        let id = |at: &usize| self.rows.get(*at).map(|row| row.id.0);
        let born = match order {
            Order::Name | Order::NameBack => None,
            Order::Created | Order::CreatedBack => match after.map(str::parse::<OrganizationId>).transpose() {
                Ok(mark) => mark,
                Err(_) => return Vec::new(),
            },
        };
        let by_age = |found: HashSet<usize>| self.by_age.iter().copied().filter(move |at| found.contains(at));
        let places: Vec<usize> = match order {
            Order::Name => found.filter(|at| after.is_none_or(|mark| key(at) > mark)).take(limit).collect(),
            Order::NameBack => found.rev().filter(|at| after.is_none_or(|mark| key(at) < mark)).take(limit).collect(),
            Order::Created => {
                by_age(found.collect()).filter(|at| born.is_none() || id(at) > born).take(limit).collect()
            }
            Order::CreatedBack => {
                by_age(found.collect()).rev().filter(|at| born.is_none() || id(at) < born).take(limit).collect()
            }
        };
        places.into_iter().filter_map(|at| self.rows.get(at).map(Arc::clone)).collect()
    }
}

/// What lists do not show is left out: it is most of a row.
fn slim(mut row: OrganizationRow) -> Arc<OrganizationRow> {
    row.details = serde_json::Value::Null;
    Arc::new(row)
}

/// The roll of now.
#[derive(Debug, Default)]
pub struct Rolls {
    now: RwLock<Option<Arc<Dated>>>,
    /// One reads, the others wait.
    turn: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Dated {
    roll: Arc<Roll>,
    /// Number of the last write that it is known to be newer than.
    mark: AtomicU64,
}

impl Rolls {
    fn mark(&self) -> u64 {
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner);
        now.as_ref().map_or(0, |dated| dated.mark.load(Ordering::Relaxed))
    }

    fn known(&self, db: &Db) -> (Option<Arc<Dated>>, Changes) {
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(dated) = now else { return (None, Changes::Unknown) };
        let (mark, changes) = db.kept.changes("organization", dated.mark.load(Ordering::Relaxed));
        if changes == Changes::Rows(Vec::new()) {
            dated.mark.fetch_max(mark, Ordering::Relaxed);
        }
        (Some(dated), changes)
    }

    /// The roll, where one can be kept.
    ///
    /// # Errors
    /// When rows cannot be read.
    pub async fn of(&self, db: &Db) -> Result<Option<Arc<Roll>>, DbError> {
        if !db.kept.is_on() {
            return Ok(None);
        }
        let unchanged = |(dated, changes): (Option<Arc<Dated>>, Changes)| {
            dated.filter(|_| changes == Changes::Rows(Vec::new())).map(|dated| Arc::clone(&dated.roll))
        };
        if let Some(roll) = unchanged(self.known(db)) {
            return Ok(Some(roll));
        }
        let _turn = self.turn.lock().await;
        // Noted before reading, so that what is written in the meantime is read again.
        let mark = db.kept.mark();
        let roll = match self.known(db) {
            (Some(dated), Changes::Rows(changed)) if changed.is_empty() => return Ok(Some(Arc::clone(&dated.roll))),
            (Some(dated), Changes::Rows(changed)) => dated.roll.renewed(db, changed).await?,
            _ if store_list::count(db, &Filter::default(), &Reached::All).await? > MOST => return Ok(None),
            _ => Roll::read(db).await?,
        };
        let roll = Arc::new(roll);
        let dated = Dated { roll: Arc::clone(&roll), mark: AtomicU64::new(mark) };
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(dated));
        Ok(Some(roll))
    }
}

/// A page of organizations and how many there are in all.
///
/// # Errors
/// When they cannot be read.
pub async fn page(db: &Db, asked: Asked<'_>) -> Result<(Vec<Arc<OrganizationRow>>, i64), DbError> {
    let rolls = db.kept.form::<Rolls>();
    let Some(roll) = rolls.of(db).await? else { return scanned(db, asked).await };
    let (rows, total) = roll.page(asked);
    let total = i64::try_from(total).unwrap_or(i64::MAX);
    if db.kept.is_doubted() {
        // As every answer from memory, see `Kept::doubt`.
        let (fresh, all) = scanned(db, asked).await?;
        let seen = |rows: &[Arc<OrganizationRow>]| rows.iter().map(|row| (row.id, row.version)).collect::<Vec<_>>();
        let same = all == total && seen(&fresh) == seen(&rows);
        if !same && db.kept.changes("organization", rolls.mark()).1 == Changes::Rows(Vec::new()) {
            return Err(DbError::Corrupt(format!("the roll has {total}, the table {all}, for {asked:?}")));
        }
    }
    Ok((rows, total))
}

async fn scanned(db: &Db, asked: Asked<'_>) -> Result<(Vec<Arc<OrganizationRow>>, i64), DbError> {
    let rows = store_list::page(db, asked).await?;
    let total = store_list::count(db, asked.filter, asked.reach).await?;
    Ok((rows.into_iter().map(Arc::new).collect(), total))
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn a_search_names_each_row_once_and_never_two_at_the_border() {
        let texts = Texts::of(["abab", "", "cab", "b"].into_iter());
        assert_eq!(texts.with("ab"), [0, 2]);
        assert_eq!(texts.with("b"), [0, 2, 3]);
        assert_eq!(texts.with("bc"), [] as [usize; 0]);
        assert_eq!(texts.with("b\0"), [] as [usize; 0]);
        assert_eq!(Texts::of(std::iter::empty()).with("a"), [] as [usize; 0]);
    }
}
