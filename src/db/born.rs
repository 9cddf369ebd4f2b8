//! Pages of a table in the order of birth, the newest first, along an index that ends with that moment.

use domain::id::Id;
use surrealdb::types::{SurrealValue, Value};

use super::{
    Db, DbError,
    rows::{At, rid},
};

/// A way along a table.
#[derive(Debug, Clone)]
pub struct Born {
    /// Name of the statement, for the metrics and for the test of plans.
    pub name: &'static str,
    /// The index: of the field, if there is one, then of `created_at`.
    pub index: &'static str,
    /// A field that has one value on all of the way.
    pub of: Option<(&'static str, Value)>,
}

/// Rows of the table of `I`, born before what was seen last; at most so many.
///
/// # Errors
/// What the database says.
pub async fn page<R: SurrealValue, I: Id>(
    db: &Db,
    along: Born,
    before: Option<(At, I)>,
    limit: usize,
) -> Result<Vec<R>, DbError> {
    let Born { name, index, of } = along;
    let (field, key) = of.map_or((String::new(), Value::None), |(field, key)| (format!("{field} = $key AND "), key));
    let past = if before.is_some() { " AND (created_at < $at OR id < $id)" } else { "" };
    let sql = format!(
        "SELECT * FROM {} WITH INDEX {index} WHERE {field}created_at <= $at{past}
         ORDER BY created_at DESC, id DESC LIMIT $limit",
        I::TABLE
    );
    let (at, id) = before.map_or((At::FAR, Value::None), |(at, id)| (at, Value::RecordId(rid(id))));
    let limit = Value::from_int(i64::try_from(limit).unwrap_or(i64::MAX));
    db.select(name, &sql, [("key", key), ("at", at.into_value()), ("id", id), ("limit", limit)]).await
}
