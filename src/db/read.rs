//! Reads as values: a store says what is to be read, and whoever needs several of them asks for all
//! at once, in one way to the database and back.
//!
//! ```ignore
//! let (floors, spaces) = db.read((store::floors(base), store::spaces(base))).await?;
//! ```

use std::marker::PhantomData;

use surrealdb::{
    IndexedResults,
    types::{SurrealValue, Value, Variables},
};

use super::{Db, DbError};

/// One reading statement, with what it is to be read as.
#[derive(Debug)]
pub struct Read<T> {
    name: &'static str,
    sql: String,
    before: Option<(&'static str, &'static str)>,
    binds: Vec<(&'static str, Value)>,
    tidy: Option<fn(&mut Vec<T>)>,
    at: usize,
    kind: PhantomData<fn() -> T>,
}

impl<T: SurrealValue> Read<T> {
    /// A statement; `name` is for the metrics and for the test of plans.
    pub fn new(name: &'static str, sql: impl Into<String>) -> Self {
        Self { name, sql: sql.into(), before: None, binds: Vec::new(), tidy: None, at: 0, kind: PhantomData }
    }

    /// A parameter of the statement.
    #[must_use]
    pub fn bind(mut self, name: &'static str, value: impl SurrealValue) -> Self {
        self.binds.push((name, value.into_value()));
        self
    }

    /// A parameter that another statement finds just before: where a subquery would be run for each row.
    #[must_use]
    pub fn after(mut self, name: &'static str, sql: &'static str) -> Self {
        self.before = Some((name, sql));
        self
    }

    /// What is done with the rows when they are there: an order that no index gives.
    #[must_use]
    pub fn tidied(mut self, tidy: fn(&mut Vec<T>)) -> Self {
        self.tidy = Some(tidy);
        self
    }
}

/// Statements gathered for one way to the database.
#[derive(Debug, Default)]
pub struct Batch {
    sql: String,
    explained: String,
    binds: Variables,
    names: Vec<(&'static str, usize)>,
    count: usize,
}

/// One read or a tuple of them.
pub trait Reads {
    /// What comes back.
    type Rows;
    /// Adds the statements.
    fn gather(&mut self, batch: &mut Batch);
    /// Takes the rows out of the answer.
    ///
    /// # Errors
    /// Rows that are not what they should be.
    fn take(self, results: &mut IndexedResults) -> Result<Self::Rows, DbError>;
}

impl<T: SurrealValue> Reads for Read<T> {
    type Rows = Vec<T>;

    fn gather(&mut self, batch: &mut Batch) {
        // Each statement has its parameters under names of its own.
        let part = batch.names.len();
        let own = |sql: &str, names: &[&'static str]| {
            names.iter().fold(sql.to_owned(), |sql, name| renamed(&sql, name, part))
        };
        let mut names: Vec<&'static str> = self.binds.iter().map(|(name, _)| *name).collect();
        for (name, value) in std::mem::take(&mut self.binds) {
            batch.binds.insert(format!("{name}_{part}"), value);
        }
        if let Some((name, sql)) = self.before {
            let before = format!("LET ${name}_{part} = ({});\n", own(sql, &names));
            batch.sql.push_str(&before);
            batch.explained.push_str(&before);
            batch.count += 1;
            names.push(name);
        }
        let sql = own(&self.sql, &names);
        batch.sql.push_str(&format!("{sql};\n"));
        batch.explained.push_str(&format!("EXPLAIN {sql};\n"));
        self.at = batch.count;
        batch.names.push((self.name, batch.count));
        batch.count += 1;
    }

    fn take(self, results: &mut IndexedResults) -> Result<Vec<T>, DbError> {
        let mut rows =
            results.take::<Vec<T>>(self.at).map_err(|error| DbError::Corrupt(format!("{}: {error}", self.name)))?;
        if let Some(tidy) = self.tidy {
            tidy(&mut rows);
        }
        Ok(rows)
    }
}

/// A read that may be left out, because there is nothing to ask.
impl<R: Reads> Reads for Option<R>
where
    R::Rows: Default,
{
    type Rows = R::Rows;
    fn gather(&mut self, batch: &mut Batch) {
        if let Some(read) = self {
            read.gather(batch);
        }
    }
    fn take(self, results: &mut IndexedResults) -> Result<R::Rows, DbError> {
        self.map_or_else(|| Ok(R::Rows::default()), |read| read.take(results))
    }
}

/// Several of one kind.
impl<R: Reads> Reads for Vec<R> {
    type Rows = Vec<R::Rows>;
    fn gather(&mut self, batch: &mut Batch) {
        self.iter_mut().for_each(|read| read.gather(batch));
    }
    fn take(self, results: &mut IndexedResults) -> Result<Self::Rows, DbError> {
        self.into_iter().map(|read| read.take(results)).collect()
    }
}

macro_rules! tuples {
    ($(($($part:ident . $at:tt),+))*) => {$(
        impl<$($part: Reads),+> Reads for ($($part,)+) {
            type Rows = ($($part::Rows,)+);
            fn gather(&mut self, batch: &mut Batch) { $(self.$at.gather(batch);)+ }
            fn take(self, results: &mut IndexedResults) -> Result<Self::Rows, DbError> {
                Ok(($(self.$at.take(results)?,)+))
            }
        }
    )*};
}
tuples! {
    (A.0, B.1)
    (A.0, B.1, C.2)
    (A.0, B.1, C.2, D.3)
    (A.0, B.1, C.2, D.3, E.4)
    (A.0, B.1, C.2, D.3, E.4, F.5)
    (A.0, B.1, C.2, D.3, E.4, F.5, G.6)
    (A.0, B.1, C.2, D.3, E.4, F.5, G.6, H.7)
}

/// A statement with one of its parameters renamed: `$base` to `$base_3`, and `$bases` left alone.
fn renamed(sql: &str, name: &str, part: usize) -> String {
    let sign = format!("${name}");
    let mut text = String::with_capacity(sql.len() + 16);
    let mut rest = sql;
    while let Some(at) = rest.find(&sign) {
        let (before, found) = rest.split_at(at + sign.len());
        text.push_str(before);
        if !found.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            text.push_str(&format!("_{part}"));
        }
        rest = found;
    }
    text.push_str(rest);
    text
}

impl Db {
    /// Answers one read or several at once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read<R: Reads>(&self, mut reads: R) -> Result<R::Rows, DbError> {
        let mut batch = Batch::default();
        reads.gather(&mut batch);
        if batch.names.is_empty() {
            // Nothing was asked; an empty query is an error of its own.
            batch.sql.push_str("RETURN NONE;");
        } else if self.plans.is_some() {
            let mut explained = self.send(&batch.explained, batch.binds.clone()).await?;
            for (name, at) in &batch.names {
                let plan: Value = explained.take(*at).map_err(DbError::from)?;
                self.note_plan(name, &plan);
            }
        }
        let mut results = self.send(&batch.sql, batch.binds).await?;
        reads.take(&mut results)
    }

    /// The only row of one read, if there is one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read_one<T: SurrealValue>(&self, read: Read<T>) -> Result<Option<T>, DbError> {
        Ok(self.read(read).await?.into_iter().next())
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn only_the_parameter_itself_is_renamed() {
        assert_eq!(
            renamed("a = $base AND b IN $bases AND $base", "base", 2),
            "a = $base_2 AND b IN $bases AND $base_2"
        );
        assert_eq!(renamed("nothing", "base", 0), "nothing");
    }
}
