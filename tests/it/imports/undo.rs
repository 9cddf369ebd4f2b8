//! T62 and around: back again exactly, refused while something depends on it, whole after a crash.

use domain::{
    access::{Role, Scope},
    id::{Id, ImportId, OrganizationId, PersonId},
    import::ImportState,
};
use fuhua::{
    db::{Rec, Text, Tx},
    imports::{jobs, store},
    organizations::store::PersonRow,
};
use serde_json::json;

use super::{HEADER, checked, done, recorded, settled};
use crate::world::{Caller, Options, World};

fn csv() -> String {
    format!("{HEADER}{}{}", recorded("甲协会", "备1", "海拉尔区"), recorded("乙协会", "备2", "海拉尔区"))
}

async fn committed(w: &World, by: &Caller) -> (serde_json::Value, Vec<OrganizationId>) {
    let view = checked(by, "organizations", "a.csv", csv().as_bytes()).await;
    let view = done(by, &view, "commit").await;
    assert_eq!(view["state"], "committed", "{view}");
    let id: ImportId = view["id"].as_str().unwrap().parse().unwrap();
    let rows = fuhua::organizations::store::of_import(w.db(), id).await.unwrap();
    let mut ids: Vec<_> = rows.into_iter().map(|row| (row.name, row.id.0)).collect();
    ids.sort_by_key(|(name, _)| name != "甲协会");
    (view, ids.into_iter().map(|(_, id)| id).collect())
}

fn person(w: &World, organization: OrganizationId) -> PersonRow {
    PersonRow {
        id: Rec(w.house().chance.id(w.now())),
        organization: Rec(organization),
        name: "罗明艳".into(),
        phone: None,
        email: None,
        social_worker_level: None,
        party_member: None,
        positions: Vec::new(),
        left_on: None,
        version: 1,
        created_at: w.now().into(),
        updated_at: w.now().into(),
    }
}

#[tokio::test]
async fn a_batch_with_something_that_depends_on_it_stays() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (view, ids) = committed(&w, &supervisor).await;
    let path = format!("/imports/{}", view["id"].as_str().unwrap());
    assert_eq!(supervisor.get(&path).await.ok()["can"]["undo"], serde_json::Value::Null);

    let row = person(&w, ids[0]);
    let who: PersonId = row.id.0;
    let mut tx = Tx::new();
    tx.insert(who, row);
    w.commit(tx).await;
    // Asking for help moves no version of the organization on.
    let home = supervisor.get(&format!("/organizations/{}", ids[1])).await.ok()["home_base"]["id"].clone();
    let base = home.as_str().expect("a base").parse().expect("an id");
    let operator = w.holding(Role::BaseOperator, Scope::Base(base)).await;
    let ask = json!({"organization": ids[1].to_string(), "wanted": "association", "text": "想登记。"});
    operator.post("/filings", ask).await.created();
    w.holding(Role::Liaison, Scope::Organization(ids[1])).await;
    w.run("UPDATE ? SET version = 2", vec![surrealdb::types::Value::RecordId(fuhua::db::rid(ids[1]))]).await;
    let refused = supervisor.post(&format!("{path}/undo"), json!({})).await.refused(409, "import_in_use");
    let values = refused.problem()["values"].clone();
    let count = |key: &str| values[key].as_i64().unwrap();
    assert_eq!((count("persons"), count("roles"), count("changed"), count("allocations")), (1, 1, 1, 0));
    assert_eq!(count("filings"), 1);
    assert_eq!(values["names"], json!(["甲协会", "乙协会"]));
    assert!(refused.problem()["title"].as_str().unwrap().contains("甲协会"));
    let view = supervisor.get(&path).await.ok();
    assert_eq!((&view["state"], &view["can"]["undo"]), (&json!("committed"), &json!("import_in_use")));
    assert_eq!(w.count("organization").await, 2);
}

#[tokio::test]
async fn what_is_undone_may_come_again_and_what_is_written_may_not() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (first, _) = committed(&w, &supervisor).await;
    // Without codes the rows themselves would not be known again; the file is.
    let again = checked(&supervisor, "organizations", "again.csv", csv().as_bytes()).await;
    assert_eq!((&again["same_as"]["id"], &again["same_as"]["state"]), (&first["id"], &json!("committed")));
    assert_eq!(done(&supervisor, &first, "undo").await["state"], "undone");
    let again = checked(&supervisor, "organizations", "again.csv", csv().as_bytes()).await;
    assert_eq!((&again["state"], &again["can"]["commit"]), (&json!("ready"), &serde_json::Value::Null));
    assert_eq!(done(&supervisor, &again, "commit").await["state"], "committed");
    assert_eq!(w.count("organization").await, 2);
}

#[tokio::test]
async fn teams_without_a_number_are_not_written_twice_from_one_file() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let csv = format!("{HEADER}筹备组,,,拟登记团队,海拉尔区,\n");
    let first = checked(&supervisor, "organizations", "a.csv", csv.as_bytes()).await;
    let second = checked(&supervisor, "organizations", "b.csv", csv.as_bytes()).await;
    done(&supervisor, &first, "commit").await;
    let id = second["id"].as_str().unwrap();
    let path = format!("/imports/{id}");
    assert_eq!(supervisor.get(&path).await.ok()["can"]["commit"], "import_repeated");
    supervisor.post(&format!("{path}/commit"), json!({})).await.refused(409, "import_repeated");
    assert_eq!(w.count("organization").await, 1);
}

/// An import as a process leaves it that died at work: in the state, with a lease that ran out later.
async fn dead(w: &World, view: &serde_json::Value, state: ImportState) -> ImportId {
    let id: ImportId = view["id"].as_str().unwrap().parse().unwrap();
    let row = store::find(w.db(), id).await.unwrap().unwrap();
    let seen = row.version;
    let row = store::ImportRow {
        state: Text(state),
        worker: Some("a process that died".into()),
        lease_until: Some((w.now() + store::LEASE).into()),
        attempts: Some(1),
        version: seen + 1,
        ..row
    };
    let mut tx = Tx::new();
    tx.replace(id, seen, row);
    w.commit(tx).await;
    id
}

#[tokio::test]
async fn the_work_of_a_dead_process_is_taken_up_by_another() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let view = checked(&supervisor, "organizations", "a.csv", csv().as_bytes()).await;
    for (state, wanted, rows) in [
        (ImportState::Checking, "ready", 0),
        (ImportState::Committing, "committed", 2),
        (ImportState::Undoing, "undone", 0),
    ] {
        let id = dead(&w, &view, state).await;
        assert_eq!(jobs::resume(w.house()).await, Ok(0), "as long as its lease lasts, nobody else is at it");
        w.advance(store::LEASE * 2);
        assert_eq!(jobs::resume(w.house()).await, Ok(1));
        assert_eq!(settled(&supervisor, &id.to_string()).await["state"], wanted);
        assert_eq!(w.count("organization").await, rows);
    }
}

#[tokio::test]
async fn a_restart_between_the_commit_and_its_answer_loses_and_doubles_nothing() {
    let mut w = World::with(Options { on_disk: true, ..Options::default() }).await;
    let supervisor = w.supervisor().await;
    let view = checked(&supervisor, "organizations", "a.csv", csv().as_bytes()).await;
    let id = dead(&w, &view, ImportState::Committing).await;
    w.reopen().await;
    w.advance(store::LEASE * 2);
    assert_eq!(jobs::resume(w.house()).await, Ok(1));
    assert_eq!(settled(&supervisor, &id.to_string()).await["state"], "committed");
    w.reopen().await;
    assert_eq!(jobs::resume(w.house()).await, Ok(0));
    assert_eq!(w.count("organization").await, 2);
    assert_eq!(ImportId::PREFIX, "imp");
}

#[tokio::test]
async fn two_runs_never_work_on_one_import() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let view = checked(&supervisor, "organizations", "a.csv", csv().as_bytes()).await;
    let id = dead(&w, &view, ImportState::Committing).await;
    w.advance(store::LEASE * 2);
    let claims = futures_util::future::join_all((0..8).map(|n| {
        let w = &w;
        async move { store::claim(w.db(), id, &format!("run {n}"), w.now()).await.unwrap() }
    }));
    assert_eq!(claims.await.into_iter().flatten().count(), 1);
}

#[tokio::test]
async fn a_file_larger_than_one_transaction_is_written_whole_and_taken_back_whole() {
    let w = World::on_disk().await;
    let supervisor = w.supervisor().await;
    let mut csv = HEADER.to_owned();
    (0..4_500).for_each(|n| csv.push_str(&recorded(&format!("协会{n}"), &format!("备{n}"), "海拉尔区")));
    let view = checked(&supervisor, "organizations", "large.csv", csv.as_bytes()).await;
    let view = done(&supervisor, &view, "commit").await;
    assert_eq!((&view["state"], w.count("organization").await), (&json!("committed"), 4_500), "{view}");
    let view = done(&supervisor, &view, "undo").await;
    assert_eq!((&view["state"], w.count("organization").await), (&json!("undone"), 0), "{view}");
}

#[tokio::test]
async fn a_large_file_that_cannot_be_finished_is_taken_back() {
    let w = World::on_disk().await;
    let supervisor = w.supervisor().await;
    let mut csv = HEADER.to_owned();
    (0..4_500).for_each(|n| csv.push_str(&recorded(&format!("协会{n}"), &format!("备{n}"), "海拉尔区")));
    let large = checked(&supervisor, "organizations", "large.csv", csv.as_bytes()).await;
    let id = large["id"].as_str().unwrap();
    // The first part is written when the process dies; before the next one goes on, somebody takes
    // up an organization of the last part.
    supervisor.post(&format!("/imports/{id}/commit"), json!({})).await.ok();
    loop {
        let count = w.count("organization").await;
        if count > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let one = format!("{HEADER}{}", recorded("先到", "备4499", "海拉尔区"));
    let by = fuhua::journal::Acting::program("test", w.now());
    let home = w.base("B01");
    let mut tx = Tx::new();
    let draft = sheets_draft(&one);
    let new = fuhua::organizations::service::NewOrganization::from_draft(&draft, home);
    fuhua::organizations::service::prepare(w.house(), &mut tx, new, &by, None);
    w.commit(tx).await;
    let view = settled(&supervisor, id).await;
    assert_eq!((&view["state"], &view["counts"]["errors"]), (&json!("faulty"), &json!(1)), "{view}");
    assert_eq!(w.count("organization").await, 1, "only the one that was first");
}

/// The only draft of a ledger.
fn sheets_draft(csv: &str) -> sheets::organizations::OrganizationDraft {
    use sheets::{divisions, map, organizations, read};
    let table = read::read(csv.as_bytes(), "a.csv", &organizations::KIND, &read::Hints::default()).unwrap();
    let mapping = map::map(&table.headers, &organizations::KIND, &map::Overrides::new()).unwrap();
    let text = String::from_utf8(super::file("divisions.csv")).unwrap();
    let divisions = divisions::DivisionIndex::from_csv(&text).unwrap();
    let facts =
        organizations::Facts { divisions: &divisions, today: chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() };
    organizations::organizations(&table, &mapping, &facts).drafts.remove(0).draft
}

/// Whoever hangs something on a row, and whoever takes the row back, meet at the row: never both.
#[tokio::test]
async fn nothing_is_left_hanging_on_what_was_taken_back() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let (mut kept, mut undone) = (0, 0);
    for round in 0..12 {
        let csv = HEADER.to_owned() + &recorded(&format!("协会{round}"), &format!("轮{round}"), "海拉尔区");
        let view = checked(&supervisor, "organizations", &format!("{round}.csv"), csv.as_bytes()).await;
        let view = done(&supervisor, &view, "commit").await;
        let id: ImportId = view["id"].as_str().unwrap().parse().unwrap();
        let organization = fuhua::organizations::store::of_import(w.db(), id).await.unwrap()[0].id.0;
        let (path, undo) = (format!("/organizations/{organization}"), format!("/imports/{id}/undo"));
        let (persons, files) = (format!("{path}/persons"), format!("/files?owner={organization}"));
        let (_, person, file) = tokio::join!(
            supervisor.post(&undo, json!({})),
            supervisor.post(&persons, json!({"name": "罗明艳"})),
            supervisor.upload(&files, "a.txt", b"x", &[]),
        );
        settled(&supervisor, &id.to_string()).await;
        let there = supervisor.get(&path).await.status == 200;
        let hung = [person.status, file.status].iter().filter(|status| **status == 201).count();
        assert!(there || hung == 0, "round {round}: {hung} hang on nothing");
        *(if there { &mut kept } else { &mut undone }) += 1;
    }
    assert_eq!(kept + undone, 12);
}

/// A file that the process dies of is given up, not taken up for ever.
#[tokio::test]
async fn a_file_that_no_run_survives_is_given_up() {
    let w = World::new().await;
    let supervisor = w.supervisor().await;
    let view = checked(&supervisor, "organizations", "a.csv", csv().as_bytes()).await;
    let id = dead(&w, &view, ImportState::Committing).await;
    w.run("UPDATE ? SET attempts = 3", vec![surrealdb::types::Value::RecordId(fuhua::db::rid(id))]).await;
    w.advance(store::LEASE * 2);
    assert_eq!(jobs::resume(w.house()).await, Ok(1));
    assert_eq!(settled(&supervisor, &id.to_string()).await["state"], "failed");
    assert_eq!(w.count("organization").await, 0);
}

/// An undo that stops half way, because something was hung on the rest meanwhile, can be finished.
#[tokio::test]
async fn a_half_undone_batch_is_undone_when_the_rest_is_free() {
    let w = World::on_disk().await;
    let supervisor = w.supervisor().await;
    let mut csv = HEADER.to_owned();
    (0..1_200).for_each(|n| csv.push_str(&recorded(&format!("协会{n}"), &format!("备{n}"), "海拉尔区")));
    let view = checked(&supervisor, "organizations", "large.csv", csv.as_bytes()).await;
    let view = done(&supervisor, &view, "commit").await;
    let id: ImportId = view["id"].as_str().unwrap().parse().unwrap();
    // As a run leaves it that has taken 1,000 back and then finds a person.
    let rows = fuhua::organizations::store::of_import(w.db(), id).await.unwrap();
    let mut tx = Tx::new();
    tx.delete_all(rows.iter().take(1_000).map(|row| fuhua::db::rid(row.id.0)).collect());
    let row = store::find(w.db(), id).await.unwrap().unwrap();
    let seen = row.version;
    let report = fuhua::imports::report::Report { gone: 1_000, ..row.report() };
    tx.replace(id, seen, store::ImportRow { version: seen + 1, ..row.reporting(&report) });
    w.commit(tx).await;
    let path = format!("/imports/{id}");
    assert_eq!(supervisor.get(&path).await.ok()["can"]["undo"], serde_json::Value::Null);
    let view = done(&supervisor, &view, "undo").await;
    assert_eq!((&view["state"], w.count("organization").await), (&json!("undone"), 0), "{view}");
}
