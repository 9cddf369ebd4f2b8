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
    7 "0007_ties",
    8 "0008_parts",
    9 "0009_applications",
    10 "0010_reviews",
    11 "0011_notices",
    12 "0012_residencies",
    13 "0013_proceedings",
    14 "0014_assessments",
    15 "0015_certificates",
    16 "0016_renewals",
    17 "0017_progress",
    18 "0018_story",
    19 "0019_supplements",
    20 "0020_filings",
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

/// What has been applied, after refusing a database that is not one of ours.
async fn applied(db: &Db, steps: &[Step]) -> Result<Vec<i64>, MigrateError> {
    let done: Vec<Applied> =
        db.select("migrations", "SELECT number, name, checksum, at FROM schema_migration", []).await?;
    for row in &done {
        match steps.iter().find(|step| step.number == row.number) {
            None => return Err(MigrateError::Newer { number: row.number }),
            Some(step) if row.checksum != checksum(step.sql) => {
                return Err(MigrateError::Changed { number: step.number, name: step.name.to_owned() });
            }
            Some(_) => {}
        }
    }
    Ok(done.into_iter().map(|row| row.number).collect())
}

/// How many steps are missing; for those who only look.
pub async fn missing(db: &Db, steps: &[Step]) -> Result<usize, MigrateError> {
    let done = match applied(db, steps).await {
        // A database that nothing has been applied to has not even the table.
        Err(MigrateError::Db(DbError::Engine(text))) if text.contains("does not exist") => Vec::new(),
        other => other?,
    };
    Ok(steps.len() - done.len())
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
    let done = applied(db, steps).await?;
    let mut count = 0;
    for step in steps.iter().filter(|step| !done.contains(&step.number)) {
        let sum = checksum(step.sql);
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
        count += 1;
    }
    Ok(count)
}
