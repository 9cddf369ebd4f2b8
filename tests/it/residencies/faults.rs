//! What is refused, by field, and changes nothing.

use serde_json::{Value, json};

use super::{approved, asked, at, signing};
use crate::spaces::Floor;

#[tokio::test]
async fn what_is_wrong_is_told_by_field_and_writes_nothing() {
    let f = Floor::new().await;
    let w = &f.w;
    let ids = approved(w, "B03", &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let operator = &f.operator;
    let other = w.operator("B04").await;
    let before = w.totals().await;
    let bad = json!({
        "application": ids[0], "mode": "physical", "first": "2026-09-01", "last": "2030-01-01",
        "spaces": [f.desks[0], f.desks[0], "spc_01J00000000000000000000000"],
        "equipment": [{"name": " ", "quantity": 0, "condition": "good"}], "extra": "长".repeat(2_001),
    });
    let refused = operator.post("/residencies", bad).await.refused(422, "invalid_fields");
    let paths: Vec<String> = refused.fields().into_iter().map(|(path, code)| format!("{path} {code}")).collect();
    assert_eq!(
        paths,
        [
            "spaces[1] already_used",
            "spaces[2] not_found",
            "equipment[0].name required",
            "equipment[0].quantity out_of_range",
            "extra too_long",
            "first day_too_early",
            "last day_too_late",
        ]
    );
    // An application of another base is not there.
    other
        .post("/residencies", asked(&ids[0], &[]))
        .await
        .refused(422, "invalid_fields")
        .field("application", "not_found");
    w.supervisor().await.post("/residencies", asked(&ids[0], &[])).await.refused(403, "not_allowed");
    assert_eq!(w.totals().await, before);

    // One desk for two: the second hears who has it and what else would do.
    let first = operator.post("/residencies", asked(&ids[0], &[&f.desks[0]])).await.created();
    operator.post("/residencies", asked(&ids[0], &[&f.desks[1]])).await.refused(409, "wrong_state");
    let taken = operator
        .post("/residencies", asked(&ids[1], &[&f.desks[1], &f.desks[0]]))
        .await
        .refused(409, "taken")
        .problem();
    assert!(taken["values"]["alternatives"].as_array().is_some_and(|others| !others.is_empty()), "{taken}");
    assert_eq!(f.state("1-D02", "").await["state"], "free", "nothing of a refusal is kept");

    // Places that were called off by hand have to be given anew before anybody moves in.
    let path = at(&first);
    operator.post(&format!("{path}/sign"), signing("2026-12-03")).await.ok();
    let allocation = operator.get(&path).await.ok()["places"][0]["allocation"].as_str().unwrap().to_owned();
    operator.post(&format!("/allocations/{allocation}/cancel"), json!({})).await.ok();
    let record = json!({"handover": {"on_day": "2026-12-03", "items": [], "handed_by": "斯琴", "received_by": "白雪"}});
    operator.post(&format!("{path}/move-in"), record.clone()).await.refused(409, "places_called_off");
    let again =
        json!({"space": f.desks[2], "organization": first["organization"]["id"], "from": "2026-12-03", "to": null});
    operator.post("/allocations", again).await.created();
    let moved = operator.post(&format!("{path}/move-in"), record).await.ok();
    assert_eq!((&moved["state"], &moved["places"][0]["code"]), (&json!("active"), &json!("1-D03")));
    let refused = operator.post(&format!("{path}/move-in"), json!({})).await.refused(409, "wrong_state");
    let may = json!(["warn", "suspend", "ask_graduation", "ask_renewal", "propose_removal", "give_notice", "expire"]);
    assert_eq!(refused.json()["values"]["may"], may);
    assert_eq!(w.findings().await, Vec::<String>::new());
}

/// A base's own text, from a day on; what is issued keeps the text that it was issued with.
#[tokio::test]
async fn the_text_is_the_bases_own_and_never_changes_afterwards() {
    let f = Floor::new().await;
    let w = &f.w;
    let ids = approved(w, "B03", &["草原拾光筹备组", "邻里茶话筹备组"]).await;
    let operator = &f.operator;
    let old = operator.post("/residencies", asked(&ids[0], &[])).await.created();
    let own = json!({"title": "{base}入驻协议", "preamble": "", "clauses": [{"heading": "一、期限", "text": "{organization}自{first}入驻。"}], "duties": ""});
    let set = |value: Value| json!({"key": "residencies.agreement", "base": w.base("B03"), "value": value, "from": "2026-12-03", "basis": "鄂孵发〔2026〕3号"});
    let unknown = json!({"title": "x", "clauses": [{"heading": "一", "text": "{nobody}"}]});
    operator
        .post("/settings", set(unknown))
        .await
        .refused(422, "invalid_fields")
        .field("value.clauses[0].text", "unknown_place");
    operator.post("/settings", set(own)).await;
    let new = operator.post("/residencies", asked(&ids[1], &[])).await.created();
    assert_eq!(
        (&new["agreement"]["template"], &new["agreement"]["template_from"], &old["agreement"]["template"]),
        (&json!("base"), &json!("2026-12-03"), &json!("shipped"))
    );
    let again = operator.get(&at(&old)).await.ok();
    assert_eq!(again["agreement"]["hash"], old["agreement"]["hash"]);
    assert_eq!(w.findings().await, Vec::<String>::new());
}
