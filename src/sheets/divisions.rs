//! Looking up places by the names that clerks write.

use std::collections::{BTreeMap, BTreeSet};

/// A division that a name was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code: 6, 9 or 12 digits.
    pub code: String,
    /// Its name in the list of divisions.
    pub name: String,
}

/// What the rules must know about divisions.
pub trait Divisions {
    /// A banner, city or district.
    fn find_county(&self, name: &str) -> Option<Place>;
    /// A township or street of a county.
    fn find_township(&self, county: &str, name: &str) -> Option<Place>;
    /// A village or community of a township.
    fn find_village(&self, township: &str, name: &str) -> Option<Place>;
    /// Whether six digits are a registration authority, past ones included.
    fn is_authority(&self, code: &str) -> bool;
}

/// One row of the list of divisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivisionRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The code above it.
    pub parent: String,
}

/// All divisions in memory.
#[derive(Debug, Clone, Default)]
pub struct DivisionIndex {
    children: BTreeMap<String, Vec<Place>>,
    cities: Vec<Place>,
    authorities: BTreeSet<String>,
}

/// Endings that say the same within a family: a village's, a community's, a gacha's, and so on.
const FAMILIES: &[&[&str]] = &[
    &["村村民委员会", "村民委员会", "村村委会", "村委会", "村"],
    &["社区居民委员会", "社区居委会", "社区委员会", "居民委员会", "居委会", "社区"],
    &["嘎查委员会", "嘎查村委会", "嘎查村", "嘎查"],
    &["街道办事处", "街道办", "街道", "办事处"],
    &["镇人民政府", "镇政府", "镇"],
    &["民族乡人民政府", "民族乡政府", "民族乡"],
    &["苏木人民政府", "苏木政府", "苏木"],
    &["乡人民政府", "乡政府", "乡"],
    &["族自治旗", "自治旗", "旗"],
    &["市"],
    &["区"],
];

/// A name without its ending, and the family of the ending.
fn stem(name: &str) -> (&str, Option<usize>) {
    let fit = FAMILIES
        .iter()
        .enumerate()
        .flat_map(|(family, endings)| endings.iter().map(move |ending| (family, *ending)))
        .filter(|(_, ending)| name.len() > ending.len() && name.ends_with(ending))
        .max_by_key(|(_, ending)| ending.len());
    match fit {
        Some((family, ending)) => {
            let rest = &name[..name.len() - ending.len()];
            // 大坝村村委会 and 大坝村委会 are the same village.
            let rest =
                if family == 0 { rest.strip_suffix('村').filter(|r| !r.is_empty()).unwrap_or(rest) } else { rest };
            (rest, Some(family))
        }
        None => (name, None),
    }
}

/// Without spaces, in plain width.
fn tidy(name: &str) -> String {
    crate::writing::half_width(name).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The one place that the name means: by exact name, else by stem and family if only one fits.
fn find<'a>(places: impl Iterator<Item = &'a Place> + Clone, name: &str) -> Option<Place> {
    let name = tidy(name);
    if let Some(exact) = places.clone().find(|place| place.name == name) {
        return Some(exact.clone());
    }
    let (wanted, family) = stem(&name);
    let mut fitting = places.filter(|place| {
        let (rest, own) = stem(&place.name);
        rest == wanted && (family.is_none() || family == own)
    });
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => None,
    }
}

impl DivisionIndex {
    /// From the rows of the list.
    pub fn new(rows: impl IntoIterator<Item = DivisionRow>) -> Self {
        let mut index = Self::default();
        // The ministry itself registers organizations under the code of the whole country.
        index.authorities.insert("100000".to_owned());
        for row in rows {
            if row.code.len() == 6 {
                index.authorities.insert(row.code.clone());
                index.authorities.extend((row.parent.len() == 6).then(|| row.parent.clone()));
                if row.code.ends_with("00") {
                    index.cities.push(Place { code: row.code.clone(), name: row.name.clone() });
                }
            }
            index.children.entry(row.parent).or_default().push(Place { code: row.code, name: row.name });
        }
        index
    }

    /// From the text of `divisions.csv` (`code,name,level,type,parent`); `None` when it is not one.
    #[must_use]
    pub fn from_csv(text: &str) -> Option<Self> {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headers = reader.headers().ok()?.clone();
        let at = |header: &str| headers.iter().position(|h| h == header);
        let (code, name, parent) = (at("code")?, at("name")?, at("parent")?);
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.ok()?;
            let cell = |index: usize| record.get(index).map(str::to_owned);
            rows.push(DivisionRow { code: cell(code)?, name: cell(name)?, parent: cell(parent)? });
        }
        Some(Self::new(rows))
    }

    /// Adds an authority's code that is no longer in use: a credit code keeps it for life.
    #[must_use]
    pub fn with_authority(mut self, code: &str) -> Self {
        self.authorities.insert(code.to_owned());
        self
    }

    fn below(&self, parent: &str) -> &[Place] {
        self.children.get(parent).map_or(&[], Vec::as_slice)
    }
}

impl Divisions for DivisionIndex {
    fn find_county(&self, name: &str) -> Option<Place> {
        let name = tidy(name);
        let counties = self.cities.iter().flat_map(|city| self.below(&city.code));
        find(counties.clone(), &name).or_else(|| {
            let local = self.cities.iter().find_map(|city| name.strip_prefix(city.name.as_str()))?;
            find(counties, local)
        })
    }

    fn find_township(&self, county: &str, name: &str) -> Option<Place> {
        find(self.below(county).iter(), name)
    }

    fn find_village(&self, township: &str, name: &str) -> Option<Place> {
        find(self.below(township).iter(), name)
    }

    fn is_authority(&self, code: &str) -> bool {
        self.authorities.contains(code)
    }
}

#[cfg(test)]
mod tests;
