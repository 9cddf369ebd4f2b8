//! What comes upon rooms between the look at them and the taking back of the import that made them.

use domain::id::ImportId;
use fuhua::{
    db::{DbError, Tx},
    imports::{dependents, store, undo},
    journal::Acting,
};
use serde_json::{Value, json};

use super::{checked, done};
use crate::world::{Caller, World};

/// An office that an import made, with the floor that came with it.
struct Office {
    w: World,
    supervisor: Caller,
    import: ImportId,
    space: Value,
}

impl Office {
    async fn new() -> Self {
        let w = World::new().await;
        let supervisor = w.supervisor().await;
        let csv = "基地编号,楼层,房间/工位号,类型\nB01,1,101,办公室\n";
        let view = checked(&supervisor, "spaces", "a.csv", csv.as_bytes()).await;
        let view = done(&supervisor, &view, "commit").await;
        assert_eq!(view["state"], "committed", "{view}");
        let import = view["id"].as_str().unwrap().parse().unwrap();
        let list = supervisor.get(&format!("/spaces?base={}", w.base("B01"))).await.ok();
        Self { space: list["items"][0].clone(), w, supervisor, import }
    }

    fn id(&self) -> &str {
        self.space["id"].as_str().unwrap()
    }

    /// Looks, lets something come, and takes back by what was seen.
    async fn taken_back_over(&self, path: &str, body: Value) -> Result<(), DbError> {
        let house = self.w.house();
        let row = store::find(self.w.db(), self.import).await.unwrap().unwrap();
        let (made, _) = dependents::of(house, &row).await.unwrap();
        if !path.is_empty() {
            self.supervisor.post(path, body).await.created();
        }
        let mut tx = Tx::new();
        let by = Acting::program("test", self.w.now());
        undo::remove(house, &mut tx, &row, &row.report(), &made, &by).await.unwrap();
        self.w.db().commit(tx).await
    }

    async fn sound(&self) {
        let mut found = Vec::new();
        fuhua::check::everything(self.w.house(), &mut |finding| found.push(finding.to_string())).await.unwrap();
        assert_eq!(found, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_desk_that_was_put_into_the_room_keeps_it() {
    let office = Office::new().await;
    let path = format!("/floors/{}/spaces", office.space["floor"].as_str().unwrap());
    let desk = json!({"code": "101-1", "kind": "desk", "parent": office.id()});
    assert_eq!(office.taken_back_over(&path, desk).await, Err(DbError::Conflict));
    office.sound().await;
}

#[tokio::test]
async fn a_term_that_was_given_keeps_the_room() {
    let office = Office::new().await;
    let organization = office.w.organization("B01", "草原读书会").await;
    let term = json!({"space": office.id(), "organization": organization, "from": "2026-11-23"});
    assert_eq!(office.taken_back_over("/allocations", term).await, Err(DbError::Conflict));
    office.sound().await;
}

#[tokio::test]
async fn a_closure_keeps_the_room() {
    let office = Office::new().await;
    let path = format!("/spaces/{}/closures", office.id());
    let closure = json!({"from": "2026-11-24", "reason": "x"});
    assert_eq!(office.taken_back_over(&path, closure).await, Err(DbError::Conflict));
    office.sound().await;
}

#[tokio::test]
async fn a_room_that_nothing_came_upon_goes() {
    let office = Office::new().await;
    assert_eq!(office.taken_back_over("", Value::Null).await, Ok(()));
    assert_eq!(office.w.count("space").await, 0);
    office.sound().await;
}
