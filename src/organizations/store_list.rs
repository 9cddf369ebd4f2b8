//! Lists of organizations: filters, search as one types, order, pages.
//!
//! One scan answers every combination of filters. Measured with 10,000 organizations on the embedded
//! engine (dev build, two busy cores), worst case each:
//!
//! | way | no hit | frequent fragment | order |
//! |---|---|---|---|
//! | `string::contains` over the index of the order | 225 ms | 26 ms | kept |
//! | full text, `ngram(1,2)` with bigram query | 1 ms | 61–109 ms | sorted after |
//! | scan of the table, `search CONTAINS`, top of the order | 24 ms | 24 ms | kept |
//!
//! A row that is found by an index is fetched one by one (22 µs); a scan decodes only what the filter
//! asks for (2.4 µs). The full-text index also doubles the time of an import (5 s for 10,000 more) and knows
//! neither one letter nor a prefix. So the lists scan, on purpose: `WITH NOINDEX` keeps the planner from
//! the slower way. Only comparisons by operators are decided before a row is decoded; a function in
//! the condition would make it ten times slower.
//!
//! The one list that nearly all of them are on, everything or everything live by name, is read in the
//! order of its index and stops at the end of the page: 50 rows of 10,000 in 1 to 2 ms.

use domain::{
    access::Reached,
    id::BaseId,
    organization::{Class, Kind},
};
use surrealdb::types::{SurrealValue, Value};

use super::store::OrganizationRow;
use crate::db::{Db, DbError, rid};

/// Words of a search that are looked at; people type one or two.
const MAX_TERMS: usize = 5;
/// Parameters of the words: what is looked for, and the same as the beginning of a code.
const TERMS: [(&str, &str); MAX_TERMS] = [("t0", "c0"), ("t1", "c1"), ("t2", "c2"), ("t3", "c3"), ("t4", "c4")];

/// Which organizations.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// As typed: fragments of the name, beginnings of a code, initials.
    pub q: Option<String>,
    /// Looked after by, or having a place at.
    pub base: Option<BaseId>,
    /// Kind.
    pub kind: Option<Kind>,
    /// Class.
    pub class: Option<Class>,
    /// Code of a banner, township or village.
    pub division: Option<String>,
    /// Having a place or not.
    pub resident: Option<bool>,
    /// Dissolved or not.
    pub live: Option<bool>,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By the pinyin of the name.
    #[default]
    Name,
    /// The same backwards.
    NameBack,
    /// Oldest record first.
    Created,
    /// Newest record first.
    CreatedBack,
}

impl Order {
    /// From the word of the API.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "name" => Self::Name,
            "-name" => Self::NameBack,
            "created" => Self::Created,
            "-created" => Self::CreatedBack,
            _ => return None,
        })
    }
    /// The words of the API.
    pub const WORDS: &'static str = "name, -name, created, -created";

    fn key(self) -> &'static str {
        match self {
            Self::Name | Self::NameBack => "sort_key",
            // An identifier begins with its moment of birth.
            Self::Created | Self::CreatedBack => "id",
        }
    }
    fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Name | Self::Created => (">", "ASC"),
            Self::NameBack | Self::CreatedBack => ("<", "DESC"),
        }
    }
    /// What the cursor carries of the last row of a page.
    #[must_use]
    pub fn mark(self, row: &OrganizationRow) -> String {
        match self {
            Self::Name | Self::NameBack => row.sort_key.clone(),
            Self::Created | Self::CreatedBack => row.id.0.to_string(),
        }
    }
}

/// One word of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What is looked for.
    pub word: String,
    /// In the name as it is written; otherwise in the text for searching.
    pub in_name: bool,
    /// The same as the beginning of a code, in the text for searching.
    pub code: String,
}

impl Filter {
    /// Whether nothing is asked but, perhaps, for the live or the dissolved ones.
    #[must_use]
    pub fn leaves_nothing_out(&self, reach: &Reached) -> bool {
        let Self { q, base, kind, class, division, resident, live: _ } = self;
        let typed = q.as_deref().is_some_and(|q| !q.trim().is_empty());
        let chosen = base.is_some() || kind.is_some() || class.is_some() || division.is_some() || resident.is_some();
        *reach == Reached::All && !typed && !chosen
    }

    /// The words of the search. Codes stand in capitals behind a sign, names and initials in small letters
    /// (`search_text`). Digits would also hit the middle of every code, so they are looked for in the
    /// name itself.
    #[must_use]
    pub fn terms(&self) -> Vec<Term> {
        let typed = self.q.as_deref().map(sheets::writing::half_width).unwrap_or_default();
        let term = |word: &str| {
            let in_name = word.chars().any(|c| c.is_ascii_digit());
            let code = format!("#{}", word.to_uppercase());
            Term { word: if in_name { word.to_owned() } else { word.to_lowercase() }, in_name, code }
        };
        typed.split_whitespace().take(MAX_TERMS).map(term).collect()
    }
}

type Binds = Vec<(&'static str, Value)>;

fn condition(filter: &Filter, reach: &Reached) -> Option<(Vec<String>, Binds)> {
    let mut all: Vec<String> = Vec::new();
    let mut binds: Binds = Vec::new();
    match reach {
        Reached::Nothing => return None,
        Reached::All => {}
        Reached::Within { bases, organizations } => {
            let bases: Vec<Value> = bases.iter().map(|base| Value::RecordId(rid(*base))).collect();
            let own: Vec<Value> = organizations.iter().map(|own| Value::RecordId(rid(*own))).collect();
            all.push("(home_base IN $bases OR hosts CONTAINSANY $bases OR id IN $own)".to_owned());
            binds.extend([("bases", Value::Array(bases.into())), ("own", Value::Array(own.into()))]);
        }
    }
    for (term, (name, code)) in filter.terms().into_iter().zip(TERMS) {
        let field = if term.in_name { "name" } else { "search" };
        all.push(format!("({field} CONTAINS ${name} OR search CONTAINS ${code})"));
        binds.push((code, Value::String(term.code)));
        binds.push((name, Value::String(term.word)));
    }
    if let Some(base) = filter.base {
        all.push("(home_base = $base OR hosts CONTAINS $base)".to_owned());
        binds.push(("base", Value::RecordId(rid(base))));
    }
    if let Some(division) = &filter.division {
        all.push("(division = $division OR township = $division OR village = $division)".to_owned());
        binds.push(("division", Value::String(division.clone())));
    }
    let words = [
        ("kind", filter.kind.map(|kind| Value::String(kind.to_string()))),
        ("class", filter.class.map(|class| Value::String(class.to_string()))),
        ("resident", filter.resident.map(Value::Bool)),
        ("live", filter.live.map(Value::Bool)),
    ];
    for (field, value) in words.into_iter().filter_map(|(field, value)| Some((field, value?))) {
        all.push(format!("{field} = ${field}"));
        binds.push((field, value));
    }
    Some((all, binds))
}

/// Nothing is left out, or only the few that are dissolved.
fn is_nearly_everything(filter: &Filter, reach: &Reached) -> bool {
    filter.live != Some(false) && filter.leaves_nothing_out(reach)
}

fn clause(all: &[String]) -> String {
    if all.is_empty() { String::new() } else { format!("WHERE {}", all.join(" AND ")) }
}

/// A part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Which organizations.
    pub filter: &'a Filter,
    /// How far the asker sees.
    pub reach: &'a Reached,
    /// In which order.
    pub order: Order,
    /// After this mark, see [`Order::mark`].
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: usize,
}

impl<'a> Asked<'a> {
    /// From the beginning, by name.
    #[must_use]
    pub fn first(filter: &'a Filter, reach: &'a Reached, limit: usize) -> Self {
        Self { filter, reach, order: Order::Name, after: None, limit }
    }
}

/// At most `limit` organizations after a mark, in order.
pub async fn page(db: &Db, asked: Asked<'_>) -> Result<Vec<OrganizationRow>, DbError> {
    let Asked { filter, reach, order, after, limit } = asked;
    let Some((mut all, mut binds)) = condition(filter, reach) else { return Ok(Vec::new()) };
    let (past, direction) = order.sql();
    if let Some(after) = after {
        all.push(format!("{} {past} $after", order.key()));
        let mark = match order {
            Order::Name | Order::NameBack => Value::String(after.to_owned()),
            Order::Created | Order::CreatedBack => match after.parse::<domain::id::OrganizationId>() {
                Ok(id) => Value::RecordId(rid(id)),
                Err(_) => return Ok(Vec::new()),
            },
        };
        binds.push(("after", mark));
    }
    binds.push(("limit", Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX))));
    let by_name = matches!(order, Order::Name | Order::NameBack);
    let (name, with) = if by_name && is_nearly_everything(filter, reach) {
        ("organizations_page_all", "WITH INDEX organization_sort")
    } else {
        ("organizations_page", "WITH NOINDEX")
    };
    let sql = format!(
        "SELECT * FROM organization {with} {} ORDER BY {} {direction} LIMIT $limit",
        clause(&all),
        order.key(),
    );
    db.select(name, &sql, binds).await
}

/// How many organizations there are.
pub async fn count(db: &Db, filter: &Filter, reach: &Reached) -> Result<i64, DbError> {
    #[derive(SurrealValue)]
    struct Count {
        count: i64,
    }
    let Some((all, binds)) = condition(filter, reach) else { return Ok(0) };
    let sql = if all.is_empty() {
        "SELECT count() FROM organization GROUP ALL".to_owned()
    } else if is_nearly_everything(filter, reach) {
        format!("SELECT count() FROM organization WITH INDEX organization_kind {} GROUP ALL", clause(&all))
    } else {
        format!("SELECT count() FROM organization WITH NOINDEX {} GROUP ALL", clause(&all))
    };
    let found: Option<Count> = db.find("organizations_count", &sql, binds).await?;
    Ok(found.map_or(0, |row| row.count))
}
