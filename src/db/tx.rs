//! One transaction: statements and their parameters gathered first, sent as one
//! `BEGIN … COMMIT` query, so that it is applied whole or not at all and costs one commit.
//!
//! Client-side transactions are not used: the engine would commit a failed statement's write.

use domain::id::Id;
use surrealdb::types::{RecordId, SurrealValue, Value, Variables};

use super::{
    error::{LATE, STALE},
    rows::{At, rid},
};

/// A transaction being gathered.
#[derive(Debug, Clone, Default)]
pub struct Tx {
    pub(super) sql: String,
    pub(super) binds: Variables,
    count: usize,
    /// Lines for the journal; their places in the chains are found when the transaction is sent.
    pub(super) entries: Vec<crate::journal::Draft>,
}

impl Tx {
    /// An empty transaction.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing gathered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sql.is_empty()
    }

    /// Gives a value a parameter name of its own and returns it with its dollar sign.
    pub fn bind(&mut self, value: impl SurrealValue) -> String {
        let name = format!("p{}", self.count);
        self.count += 1;
        self.binds.insert(name.clone(), value);
        format!("${name}")
    }

    /// Adds a statement that the caller has written; `;` is added.
    pub fn run(&mut self, sql: &str) -> &mut Self {
        self.sql.push_str(sql);
        self.sql.push_str(";\n");
        self
    }

    /// A new row; fails as a duplicate when the record exists.
    pub fn create(&mut self, record: RecordId, row: impl SurrealValue) -> &mut Self {
        let (id, content) = (self.bind(record), self.bind(without_id(row.into_value())));
        self.run(&format!("CREATE ONLY {id} CONTENT {content} RETURN NONE"))
    }

    /// A new row of a typed kind.
    pub fn insert<T: Id>(&mut self, id: T, row: impl SurrealValue) -> &mut Self {
        self.create(rid(id), row)
    }

    /// Many new rows of one table in one statement; each row carries its `id`.
    pub fn insert_all<R: SurrealValue>(&mut self, table: &str, rows: Vec<R>) -> &mut Self {
        if rows.is_empty() {
            return self;
        }
        let rows: Vec<Value> = rows.into_iter().map(SurrealValue::into_value).collect();
        let rows = self.bind(rows);
        self.run(&format!("INSERT INTO {table} {rows} RETURN NONE"))
    }

    /// Replaces a row when its version is still `seen`; otherwise the whole transaction conflicts.
    /// The row itself carries the next version.
    pub fn replace<T: Id>(&mut self, id: T, seen: i64, row: impl SurrealValue) -> &mut Self {
        self.replace_record(rid(id), seen, row)
    }

    /// As [`Tx::replace`], for a record with a key of its own form.
    pub fn replace_record(&mut self, record: RecordId, seen: i64, row: impl SurrealValue) -> &mut Self {
        let (id, content, seen) = (self.bind(record), self.bind(without_id(row.into_value())), self.bind(seen));
        self.run(&format!(
            "IF (UPDATE ONLY {id} CONTENT {content} WHERE version = {seen} RETURN VALUE version) = NONE {{ THROW '{STALE}' }}"
        ))
    }

    /// Requires a row to be unchanged since it was read, without changing it otherwise: its version
    /// moves on, so that a concurrent writer that relied on it conflicts.
    pub fn touch<T: Id>(&mut self, id: T, seen: i64) -> &mut Self {
        self.touch_record(rid(id), seen)
    }

    /// As [`Tx::touch`], for a record with a key of its own form.
    pub fn touch_record(&mut self, record: RecordId, seen: i64) -> &mut Self {
        let (id, seen) = (self.bind(record), self.bind(seen));
        self.run(&format!(
            "IF (UPDATE ONLY {id} SET version += 1 WHERE version = {seen} RETURN VALUE version) = NONE {{ THROW '{STALE}' }}"
        ))
    }

    /// Ties something to a row that it hangs on: the row must be there, and whoever removes it at the same
    /// moment conflicts. Its version stays, so nobody's edit of it becomes an old one.
    pub fn tie(&mut self, record: RecordId) -> &mut Self {
        let id = self.bind(record);
        self.run(&format!(
            "IF (UPDATE ONLY {id} SET ties = (ties ?? 0) + 1 RETURN VALUE ties) = NONE {{ THROW '{STALE}' }}"
        ))
    }

    /// As [`Tx::tie`], while a field of the row is still what was read of it: reading comes before the
    /// transaction, so a tie alone would not see what was written between the two.
    pub fn tie_while(&mut self, record: RecordId, field: &'static str, seen: impl SurrealValue) -> &mut Self {
        let (id, seen) = (self.bind(record), self.bind(seen));
        self.run(&format!(
            "IF (UPDATE ONLY {id} SET ties = (ties ?? 0) + 1 WHERE {field} = {seen} RETURN VALUE ties) = NONE {{ THROW '{STALE}' }}"
        ))
    }

    /// Requires that nothing was tied to a row since its ties were read.
    pub fn untied_since(&mut self, record: RecordId, ties: i64) -> &mut Self {
        let (id, ties) = (self.bind(record), self.bind(ties));
        self.run(&format!("IF ({id}.ties ?? 0) != {ties} {{ THROW '{STALE}' }}"))
    }

    /// Removes rows by their ids (never by a range or a condition: the engine misses rows there).
    pub fn delete_all(&mut self, records: Vec<RecordId>) -> &mut Self {
        if records.is_empty() {
            return self;
        }
        let records = self.bind(records);
        self.run(&format!("DELETE {records} RETURN NONE"))
    }

    /// Requires that the database does it until a moment, by its own clock: the only question that has to
    /// be put to that clock, since nobody else knows when a statement that was sent is done.
    pub fn not_after(&mut self, moment: chrono::DateTime<chrono::Utc>) -> &mut Self {
        let moment = self.bind(At(moment));
        self.run(&format!("IF time::now() > {moment} {{ THROW '{LATE}' }}"))
    }

    /// Adds a line to the journal, in this same transaction.
    pub fn journal(&mut self, draft: crate::journal::Draft) -> &mut Self {
        self.entries.push(draft);
        self
    }
}

/// A row's own `id` is given by the statement; in CONTENT it would be a second, perhaps other, word.
fn without_id(row: Value) -> Value {
    match row {
        Value::Object(mut object) => {
            object.remove("id");
            Value::Object(object)
        }
        other => other,
    }
}
