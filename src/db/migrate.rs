//! Numbered steps that bring a database to today's schema: each once, in one transaction, in order.
//!
//! A step that was applied is closed: if its text changed since, the program refuses to start,
//! and so it does when the database knows steps that this program does not.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use surrealdb::types::{RecordId, SurrealValue};

use super::{Db, error::DbError, rows::At, tx::Tx};

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Its number, from 1 without gaps.
    pub number: i64,
    /// Its file's name without the number.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
}

macro_rules! steps {
    ($($number:literal $name:literal),* $(,)?) => {
        /// All steps, oldest first.
        pub const STEPS: &[Step] = &[$(Step {
            number: $number, name: $name,
            sql: include_str!(concat!("../../schema/migrations/", $name, ".surql")),
        }),*];
    };
}

steps! {
    1 "0001_house",
    2 "0002_organizations",
    3 "0003_spaces",
    4 "0004_imports",
    5 "0005_overview",
    6 "0006_settings",
}

/// Why the database cannot be brought to today's schema.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A closed step has another text now.
    #[error(
        "migration {number} ({name}) was changed after it had been applied; restore the file, and put the change into a new step"
    )]
    Changed {
        /// Number of the step.
        number: i64,
        /// Its name.
        name: String,
    },
    /// The database is ahead of this program.
    #[error(
        "the database has migration {number}, which this program does not know: it was written by a newer version of fuhua"
    )]
    Newer {
        /// The unknown step.
        number: i64,
    },
    /// The database refused.
    #[error(transparent)]
    Db(#[from] DbError),
}

#[derive(Debug, SurrealValue)]
struct Applied {
    number: i64,
    name: String,
    checksum: String,
    at: At,
}

/// SHA-256 of a step's text, in hex.
#[must_use]
pub fn checksum(sql: &str) -> String {
    Sha256::digest(sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Applies what is missing and returns how many steps that were.
pub async fn migrate(db: &Db, steps: &[Step], now: DateTime<Utc>) -> Result<usize, MigrateError> {
    // Instances that start together write the same definitions: whoever is second does it again.
    let table = "DEFINE TABLE IF NOT EXISTS schema_migration SCHEMAFULL TYPE NORMAL;
         DEFINE FIELD IF NOT EXISTS number ON schema_migration TYPE int;
         DEFINE FIELD IF NOT EXISTS name ON schema_migration TYPE string;
         DEFINE FIELD IF NOT EXISTS checksum ON schema_migration TYPE string;
         DEFINE FIELD IF NOT EXISTS at ON schema_migration TYPE datetime;";
    db.decide(|| db.define(table)).await?;
    let mut applied = 0;
    let done: Vec<Applied> =
        db.select("migrations", "SELECT number, name, checksum, at FROM schema_migration", []).await?;
    if let Some(newer) = done.iter().find(|row| !steps.iter().any(|step| step.number == row.number)) {
        return Err(MigrateError::Newer { number: newer.number });
    }
    for step in steps {
        let sum = checksum(step.sql);
        if let Some(row) = done.iter().find(|row| row.number == step.number) {
            if row.checksum != sum {
                return Err(MigrateError::Changed { number: step.number, name: step.name.to_owned() });
            }
            continue;
        }
        let mut tx = Tx::new();
        tx.create(
            RecordId::new("schema_migration", step.number),
            Applied { number: step.number, name: step.name.to_owned(), checksum: sum, at: now.into() },
        );
        tx.run(step.sql);
        match db.decide(|| db.commit(tx.clone())).await {
            // Another instance was first: the record is there, and so is the step's effect.
            Err(DbError::Duplicate { what }) if what == "schema_migration" => {}
            other => other?,
        }
        applied += 1;
    }
    Ok(applied)
}
