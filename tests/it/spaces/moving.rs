//! Stories of a space that becomes part of another one.

use serde_json::{Value, json};

use super::{Floor, id};
use crate::world::Reply;

impl Floor {
    async fn put_within(&self, space: &str, whole: &str) -> Reply {
        let path = format!("/spaces/{space}");
        let etag = self.operator.get(&path).await.etag();
        self.operator.seen(&etag).patch(&path, json!({"parent": whole})).await
    }

    async fn asked(&self, space: &str, name: &str, from: &str) -> Reply {
        let org = self.organization(name).await;
        self.operator.post("/allocations", json!({"space": space, "organization": org, "from": from})).await
    }

    async fn sound(&self) {
        let mut found = Vec::new();
        fuhua::check::everything(self.w.house(), &mut |finding| found.push(finding.to_string())).await.unwrap();
        assert_eq!(found, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_desk_that_moves_takes_its_terms_along() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    f.settled(&f.desks[0], org, "2026-11-23", Some("2026-12-31")).await;
    let moved = f.put_within(&f.desks[0], &f.office).await.ok();
    assert_eq!((&moved["parent"], &moved["state"]), (&json!(f.office), &json!("occupied")));
    // The office is no longer free as a whole while the desk in it is taken; afterwards it is.
    let refused = f.asked(&f.office, "青禾", "2026-12-01").await.refused(409, "taken");
    assert_eq!(refused.problem()["values"]["space_code"], "1-D01");
    assert_eq!(f.state("101", "").await["state"], "occupied");
    f.asked(&f.office, "青禾", "2027-01-01").await.created();
    // The area that it came from has nothing to do with it any more.
    f.asked(&f.desks[1], "邻家", "2026-11-23").await.created();
    f.sound().await;
    let history = f.operator.get(&format!("/history/{}", f.desks[0])).await.ok();
    let edit =
        history["items"].as_array().unwrap().iter().find(|line| line["action"] == "spaces.edit").unwrap().clone();
    let side = |side: &str| edit[side]["parent"].clone();
    assert_eq!((side("before"), side("after")), (json!("1-D"), json!("101")));
    // And out again.
    let alone = f.put_within(&f.desks[0], "").await.ok();
    assert_eq!(alone.get("parent"), None);
    f.asked(&f.desks[0], "青禾", "2026-12-01").await.refused(409, "taken");
    f.sound().await;
}

#[tokio::test]
async fn a_space_moves_nowhere_where_something_would_be_taken_twice() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    f.settled(&f.desks[0], org, "2026-11-23", Some("2026-12-31")).await;
    f.asked(&f.office, "青禾", "2026-12-31").await.created();
    let refused = f.put_within(&f.desks[0], &f.office).await.refused(422, "invalid_fields");
    assert_eq!(refused.fields(), [("parent".to_owned(), "parts_meet".to_owned())]);
    assert!(refused.text().contains("1-D01"), "{refused}");
    f.sound().await;
    // What is free moves in; a closure of the whole closes it too.
    f.put_within(&f.desks[1], &f.office).await.ok();
    f.asked(&f.desks[1], "邻家", "2027-03-01").await.refused(409, "taken");
    f.sound().await;
}

#[tokio::test]
async fn a_whole_moves_with_its_parts_and_never_in_a_circle() {
    let f = Floor::new().await;
    let org = f.organization("草原读书会").await;
    let term = f.settled(&f.desks[0], org, "2026-11-23", Some("2026-12-31")).await;
    for (space, whole) in [(&f.area, &f.area), (&f.area, &f.desks[0])] {
        f.put_within(space, whole).await.refused(422, "invalid_fields").field("parent", "out_of_range");
    }
    let elsewhere = Floor::within_base(&f.w, "B04").await;
    f.put_within(&f.area, &elsewhere).await.refused(422, "invalid_fields").field("parent", "not_found");
    f.put_within(&f.area, "office").await.refused(422, "invalid_fields").field("parent", "bad_id");
    f.put_within(&f.area, &f.office).await.ok();
    f.asked(&f.office, "青禾", "2026-12-01").await.refused(409, "taken");
    f.operator.post(&format!("/allocations/{}/extend", id(&term)), json!({"to": "2027-01-31"})).await.ok();
    f.sound().await;
}

/// Some move a desk into an office while others give the two away: whoever wins, nothing is taken twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_moves_a_desk_and_who_gives_the_room_away_meet() {
    for round in 0..12 {
        let f = Floor::new().await;
        let (one, two) = (f.organization("草原读书会").await, f.organization("青禾").await);
        let term = |space: &str, org| json!({"space": space, "organization": org, "from": "2026-11-23"});
        let (desk, office) = (term(&f.desks[0], one), term(&f.office, two));
        let path = format!("/spaces/{}", f.desks[0]);
        let (moved, desk, office) = tokio::join!(
            f.operator.patch(&path, json!({"parent": f.office})),
            f.operator.post("/allocations", desk),
            f.operator.post("/allocations", office),
        );
        let won = [&moved, &desk, &office].iter().filter(|reply| reply.status < 300).count();
        assert!(won >= 2, "round {round}: {moved} {desk} {office}");
        let parent: Value = f.operator.get(&path).await.ok()["parent"].clone();
        if parent == json!(f.office) {
            assert!(desk.status != 201 || office.status != 201, "round {round}: taken twice");
        }
        f.sound().await;
    }
}
