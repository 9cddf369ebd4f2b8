//! A large house: the demo, and copies of its organizations and claims.

use std::{path::Path, process::Command};

use domain::id::{ClaimId, Id, OrganizationId};
use fuhua::{
    claims::store::ClaimRow,
    db::{At, Db, Place, Rec, Tx},
    organizations::store::OrganizationRow,
};

/// Fills a folder by the program itself; returns login, password and role of its accounts.
pub fn demo(program: &str, folder: &Path) -> Vec<(String, String, String)> {
    let made = Command::new(program).args(["demo", "--log", "warn", "--data"]).arg(folder).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let text = String::from_utf8_lossy(&made.stdout).into_owned();
    text.lines()
        .filter_map(|line| {
            let mut columns = line.split('\t').map(str::to_owned);
            Some((columns.next()?, columns.next()?, columns.next()?))
        })
        .collect()
}

/// Adds copies up to these numbers.
pub fn more(folder: &Path, organizations: usize, claims: usize) {
    // The engine's parser recurses deeply in a debug build.
    let runtime = tokio::runtime::Builder::new_multi_thread().thread_stack_size(16 << 20).enable_all().build().unwrap();
    let place = Place::at(format!("surrealkv://{}", folder.join("db").display()));
    runtime.block_on(async move {
        tokio::spawn(async move {
            let db = Db::open(&place).await.unwrap();
            copies_of_organizations(&db, organizations).await;
            copies_of_claims(&db, claims).await;
            db.close(&place).await;
        })
        .await
        .unwrap();
    });
    runtime.shutdown_timeout(std::time::Duration::from_secs(20));
}

async fn copies_of_organizations(db: &Db, wanted: usize) {
    let rows: Vec<OrganizationRow> = db.select("bench", "SELECT * FROM organization", []).await.unwrap();
    let mut key = 1u128;
    let missing = wanted.saturating_sub(rows.len());
    let copies: Vec<OrganizationRow> = rows.iter().cycle().take(missing).cloned().collect();
    for chunk in copies.chunks(500) {
        let mut tx = Tx::new();
        for row in chunk {
            key += 1;
            let copy = OrganizationRow {
                id: Rec(OrganizationId::from_key(key)),
                name: format!("{}{key}", row.name),
                sort_key: format!("{}{key}", row.sort_key),
                identity_key: None,
                hosts: Vec::new(),
                resident: false,
                ..row.clone()
            };
            tx.insert(copy.id.0, copy);
        }
        db.commit(tx).await.unwrap();
    }
}

/// Claims of the past, one day each, on the resources that have claims: what years of use leave.
async fn copies_of_claims(db: &Db, wanted: usize) {
    let rows: Vec<ClaimRow> = db.select("bench", "SELECT * FROM claim", []).await.unwrap();
    let (mut key, mut made) = (1u128, rows.len());
    let mut round = 0;
    while made < wanted {
        round += 1;
        let mut of: Vec<&str> = Vec::new();
        let mut tx = Tx::new();
        for row in &rows {
            if of.contains(&row.resource.as_str()) || made >= wanted {
                continue;
            }
            of.push(&row.resource);
            (key, made) = (key + 1, made + 1);
            let from = chrono::DateTime::UNIX_EPOCH + chrono::Duration::days(round);
            let copy = ClaimRow {
                id: Rec(ClaimId::from_key(key)),
                from: At(from),
                to: At(from + chrono::Duration::days(1)),
                ..row.clone()
            };
            tx.insert(copy.id.0, copy);
        }
        db.commit(tx).await.unwrap();
    }
}

/// Bytes of everything in a folder.
pub fn bytes(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(meta) if meta.is_dir() => bytes(&entry.path()),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        })
        .sum()
}
