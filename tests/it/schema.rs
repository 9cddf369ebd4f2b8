//! The schema: what it is and how it got there agree; closed steps stay closed; rows fit.

use std::collections::BTreeMap;

use fuhua::db::{
    Db, Place,
    migrate::{self, MigrateError, STEPS, Step},
};
use surrealdb::types::{Kind, KindLiteral, SurrealValue, Value};

use crate::world::{World, morning};

fn files(folder: &str) -> BTreeMap<String, String> {
    let folder = crate::world::root().join("schema").join(folder);
    std::fs::read_dir(folder)
        .expect("a folder of the schema")
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "surql"))
        .map(|entry| {
            let name = entry.path().file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(entry.path()).expect("a file"))
        })
        .collect()
}

async fn empty() -> Db {
    Db::open(&Place::at("mem://")).await.expect("a database")
}

async fn info(db: &Db, sql: &str) -> Value {
    db.select::<Value>("test_info", sql, []).await.expect("the structure").into_iter().next().expect("an answer")
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    match value {
        Value::Object(object) => match object.get(key) {
            Some(Value::Array(items)) => items.iter().cloned().collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn text(value: &Value, key: &str) -> String {
    match value {
        Value::Object(object) => match object.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => format!("{other:?}"),
            None => String::new(),
        },
        _ => String::new(),
    }
}

/// The whole structure as lines, without what only says when it was made.
async fn structure(db: &Db) -> BTreeMap<String, String> {
    let mut lines = BTreeMap::new();
    for table in list(&info(db, "INFO FOR DB STRUCTURE").await, "tables") {
        let name = text(&table, "name");
        if name == "schema_migration" {
            continue;
        }
        lines.insert(name.clone(), format!("{} {}", text(&table, "kind"), text(&table, "schemafull")));
        let inner = info(db, &format!("INFO FOR TABLE {name} STRUCTURE")).await;
        for part in ["fields", "indexes", "events"] {
            for item in list(&inner, part) {
                lines.insert(format!("{name}.{part}.{}", text(&item, "name")), format!("{item:?}"));
            }
        }
    }
    lines
}

#[tokio::test]
async fn a_fresh_database_and_a_migrated_one_are_the_same() {
    let fresh = empty().await;
    for (name, sql) in files("tables") {
        fresh.define(&sql).await.unwrap_or_else(|error| panic!("schema/tables/{name}.surql: {error}"));
    }
    let migrated = empty().await;
    migrate::migrate(&migrated, STEPS, morning()).await.unwrap();
    let (fresh, migrated) = (structure(&fresh).await, structure(&migrated).await);
    assert!(fresh.len() > 100, "{}", fresh.len());
    let differ: Vec<String> = fresh
        .keys()
        .chain(migrated.keys())
        .filter(|key| fresh.get(*key) != migrated.get(*key))
        .map(|key| format!("{key}\n  tables:     {:?}\n  migrations: {:?}", fresh.get(key), migrated.get(key)))
        .collect();
    assert_eq!(differ, Vec::<String>::new(), "schema/tables and schema/migrations differ");
}

/// `schema/CHECKSUMS` closes the steps: a changed one is a new one.
#[test]
fn every_step_is_registered_closed_and_in_order() {
    let files = files("migrations");
    let registered: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
    assert_eq!(registered, files.keys().map(String::as_str).collect::<Vec<_>>(), "src/db/migrate.rs names every step");
    for step in STEPS {
        assert_eq!(step.name.split('_').next(), Some(format!("{:04}", step.number).as_str()), "{}", step.name);
    }
    let kept = std::fs::read_to_string(crate::world::root().join("schema/CHECKSUMS")).unwrap_or_default();
    let now: String = STEPS.iter().map(|step| format!("{}  {}\n", migrate::checksum(step.sql), step.name)).collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        // Only adds: what is closed is never written anew.
        for line in kept.lines() {
            assert!(now.contains(line), "a closed step was changed: {line}");
        }
        std::fs::write(crate::world::root().join("schema/CHECKSUMS"), now).unwrap();
        return;
    }
    assert_eq!(
        kept, now,
        "a closed step was changed, or a new one is missing from schema/CHECKSUMS (make golden adds it)"
    );
}

#[tokio::test]
async fn the_steps_applied_again_change_nothing() {
    let db = empty().await;
    assert_eq!(migrate::migrate(&db, STEPS, morning()).await.unwrap(), STEPS.len());
    let before = structure(&db).await;
    assert_eq!(migrate::migrate(&db, STEPS, morning()).await.unwrap(), 0);
    assert_eq!(structure(&db).await, before);
}

#[tokio::test]
async fn two_instances_that_start_at_once_apply_each_step_once() {
    let db = empty().await;
    let both = tokio::join!(migrate::migrate(&db, STEPS, morning()), migrate::migrate(&db, STEPS, morning()));
    both.0.unwrap();
    both.1.unwrap();
    assert_eq!(migrate::migrate(&db, STEPS, morning()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_changed_step_and_a_newer_database_are_refused() {
    let db = empty().await;
    migrate::migrate(&db, STEPS, morning()).await.unwrap();
    let mut changed = STEPS.to_vec();
    changed[0] = Step { sql: "DEFINE TABLE other", ..changed[0] };
    let refused = migrate::migrate(&db, &changed, morning()).await;
    assert!(matches!(&refused, Err(MigrateError::Changed { number: 1, .. })), "{refused:?}");
    let last = STEPS[STEPS.len() - 1].number;
    let refused = migrate::migrate(&db, &STEPS[..STEPS.len() - 1], morning()).await;
    assert!(matches!(&refused, Err(MigrateError::Newer { number }) if *number == last), "{refused:?}");
}

#[tokio::test]
async fn a_step_that_fails_leaves_nothing_of_itself() {
    let db = empty().await;
    let bad = Step { number: 1, name: "0001_bad", sql: "DEFINE TABLE half; DEFINE FIELD x ON half TYPE nonsense<>" };
    assert!(migrate::migrate(&db, &[bad], morning()).await.is_err());
    assert_eq!(structure(&db).await, BTreeMap::new());
    let late = Step { number: 1, name: "0001_bad", sql: "DEFINE TABLE half; THROW 'no'" };
    assert!(migrate::migrate(&db, &[late], morning()).await.is_err());
    assert_eq!(structure(&db).await, BTreeMap::new());
    assert_eq!(migrate::migrate(&db, STEPS, morning()).await.unwrap(), STEPS.len());
}

/// Fields of a row type: name, and whether it may be absent.
fn fields_of<T: SurrealValue>() -> BTreeMap<String, bool> {
    let Kind::Literal(KindLiteral::Object(fields)) = T::kind_of() else { panic!("not a row") };
    fields
        .into_iter()
        .map(|(name, kind)| (name, matches!(&kind, Kind::Either(kinds) if kinds.contains(&Kind::None))))
        .collect()
}

async fn fields_in(db: &Db, table: &str) -> BTreeMap<String, bool> {
    list(&info(db, &format!("INFO FOR TABLE {table} STRUCTURE")).await, "fields")
        .iter()
        .map(|field| (text(field, "name").trim_matches('`').to_owned(), text(field, "kind")))
        .filter(|(name, _)| !name.contains('.') && !name.contains('[') && name != "id")
        .map(|(name, kind)| (name, kind.starts_with("none |") || kind.starts_with("option")))
        .collect()
}

/// A row type and its table have the same fields, and the same of them may be absent.
#[tokio::test]
async fn rows_fit_their_tables() {
    use fuhua::{
        accounts::store as accounts, applications::store as applications, assessments::store as assessments,
        bases::store as bases, certificates::store as certificates, claims::store as claims, db::series,
        divisions::store as divisions, files::store as files, filings::store as filings, notices::store as notices,
        organizations::store as organizations, progress::store as progress, residencies::store as residencies,
        reviews::store as reviews, settings::store as settings, spaces::store as spaces, workdays::store as workdays,
    };
    let w = World::bare().await;
    let mut seen = Vec::new();
    macro_rules! fits {
        ($($row:ty => $table:literal),* $(,)?) => {$(
            let mut row = fields_of::<$row>();
            row.remove("id");
            let mut table = fields_in(w.db(), $table).await;
            // Only ever moved, by `Tx::tie`; no row reads it.
            table.remove("ties");
            assert_eq!(row, table, "{} and the table {}", stringify!($row), $table);
            seen.push($table);
        )*};
    }
    fits! {
        accounts::AccountRow => "account", accounts::GrantRow => "role_grant", accounts::SessionRow => "session",
        accounts::TokenRow => "api_token", accounts::AttemptRow => "signin_attempt",
        bases::BaseRow => "base", divisions::DivisionRow => "division", workdays::WorkDayRow => "work_day",
        fuhua::journal::Entry => "journal", files::FileRow => "file", settings::SettingRow => "setting",
        claims::ResourceRow => "resource", claims::ClaimRow => "claim",
        organizations::OrganizationRow => "organization", organizations::PersonRow => "person",
        applications::IntakeRow => "intake", applications::ApplicationRow => "application",
        series::CounterRow => "counter",
        reviews::ReviewRow => "review", reviews::SheetRow => "review_sheet",
        notices::NoticeRow => "notice", notices::ObjectionRow => "objection",
        residencies::ResidencyRow => "residency", residencies::AgreementRow => "agreement",
        assessments::RoundRow => "assessment_round", assessments::AssessmentRow => "assessment",
        progress::ReportRow => "progress_report", filings::FilingRow => "filing",
        certificates::CertificateRow => "certificate",
        spaces::BuildingRow => "building", spaces::FloorRow => "floor", spaces::SpaceRow => "space",
        spaces::AllocationRow => "allocation", spaces::ClosureRow => "closure", spaces::HandoverRow => "handover",
    }
    // Rows that only their own file knows; its stories write and read them.
    let private = ["setup", "idempotency", "journal_ref", "journal_seal", "import_batch"];
    let all: Vec<String> = structure(w.db()).await.into_keys().filter(|key| !key.contains('.')).collect();
    let missed: Vec<&String> =
        all.iter().filter(|table| !seen.contains(&table.as_str()) && !private.contains(&table.as_str())).collect();
    assert_eq!(missed, Vec::<&String>::new(), "tables that no row type is compared with");
}

/// Traps of the engine that a definition can walk into.
#[test]
fn definitions_avoid_what_the_engine_gets_wrong() {
    for (name, sql) in files("tables").into_iter().chain(files("migrations")) {
        for line in sql.lines().filter(|line| !line.trim_start().starts_with("--")) {
            let compound = line.split(" FIELDS ").nth(1).is_some_and(|fields| fields.contains(','));
            assert!(!(compound && line.contains("UNIQUE")), "{name}: no compound unique index: {line}");
            assert!(!line.contains("time::now()") && !line.contains("rand::"), "{name}: no clock, no chance: {line}");
            assert!(!line.contains("OVERWRITE") || !line.contains("INDEX"), "{name}: an index is rebuilt: {line}");
            if line.starts_with("DEFINE TABLE") {
                assert!(line.contains("SCHEMAFULL"), "{name}: {line}");
            }
        }
    }
}
