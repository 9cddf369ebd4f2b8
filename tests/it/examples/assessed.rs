//! Examples of assessments.

use domain::access::{Role, Scope};
use serde_json::{Value, json};

use crate::world::World;

/// A round of four: one goes its whole way with an expert and an appeal that is upheld, one is scored again, one has
/// no self score, one is cancelled.
pub async fn assessed(w: &World) -> Vec<(&'static str, Value)> {
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let (base, today) = (w.base("B03"), w.house().today());
    let expert = w.holding(Role::Evaluator, Scope::Personal).await;
    let (first, last) = (today.plus(-100), today.plus(-10));
    let mut organizations = Vec::new();
    for name in ["北极光助学社", "松涛养老社", "阿木古郎文艺社", "鹿鸣环保社"] {
        let organization = w.organization("B03", name).await;
        let body = json!({
            "base": base, "organization": organization, "mode": "virtual", "first": today.plus(-300),
            "last": today.plus(300), "number": "呼孵协〔2026〕9号",
        });
        operator.post("/residencies/enter", body).await.created();
        organizations.push(organization);
    }
    let mut all = Vec::new();
    let prospect = format!("/assessment-rounds/prospect?base={base}&first={first}&last={last}");
    all.push(("assessment_rounds_prospect", operator.get(&prospect).await.ok()));
    let round = json!({
        "base": base, "title": "三季度考核", "cycle": "quarter", "first": first, "last": last,
        "organizations": organizations, "expert": expert.account,
    });
    let round = operator.post("/assessment-rounds", round).await.created();
    all.push(("assessment_rounds_open", round.clone()));
    let paths: Vec<String> = round["assessments"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|of| format!("/assessments/{}", of["id"].as_str().expect("an id")))
        .collect();
    let column = |share: f64| {
        let indicators = round["sheet"]["indicators"].as_array().expect("indicators");
        let scores: Vec<Value> = indicators
            .iter()
            .enumerate()
            .filter_map(|(n, of)| {
                let points = (of["points"].as_f64()? * share).floor();
                Some(json!({"indicator": n, "points": points, "note": "查阅台账与记录"}))
            })
            .collect();
        json!({"scores": scores, "comment": "材料齐全。"})
    };
    let why = json!({"reason": "缺签到表。"});
    let one = &paths[0];
    all.push(("assessments_draft", operator.put(&format!("{one}/draft"), column(0.9)).await.ok()));
    all.push(("assessments_hand_in", operator.post(&format!("{one}/hand-in"), column(1.0)).await.ok()));
    all.push(("assessments_send_back", operator.post(&format!("{one}/send-back"), why.clone()).await.ok()));
    operator.post(&format!("{one}/hand-in"), column(1.0)).await.ok();
    all.push(("assessments_score", operator.put(&format!("{one}/score"), column(0.8)).await.ok()));
    all.push(("assessments_evaluate", expert.put(&format!("{one}/evaluate"), column(0.9)).await.ok()));
    all.push(("assessments_asked", expert.get("/assessments/asked").await.ok()));
    all.push(("assessments_deliver", expert.post(&format!("{one}/deliver"), column(0.9)).await.ok()));
    let word = json!({"comment": "治理还要加强。"});
    all.push(("assessments_conclude", operator.post(&format!("{one}/conclude"), word.clone()).await.ok()));
    let text = json!({"text": "会议纪要漏看了一份。"});
    all.push(("assessments_appeal", operator.post(&format!("{one}/appeal"), text.clone()).await.ok()));
    all.push(("assessments_uphold", city.post(&format!("{one}/uphold"), json!({"reason": "评分有据。"})).await.ok()));
    let two = &paths[1];
    operator.post(&format!("{two}/hand-in"), column(1.0)).await.ok();
    operator.put(&format!("{two}/score"), column(0.5)).await.ok();
    expert.post(&format!("{two}/deliver"), column(0.6)).await.ok();
    operator.post(&format!("{two}/conclude"), word).await.ok();
    operator.post(&format!("{two}/appeal"), text).await.ok();
    all.push((
        "assessments_reopen",
        city.post(&format!("{two}/reopen"), json!({"reason": "补充材料属实。"})).await.ok(),
    ));
    all.push((
        "assessments_cancel",
        operator.post(&format!("{}/cancel", paths[2]), json!({"reason": "即将退驻。"})).await.ok(),
    ));
    w.advance(chrono::Duration::days(40));
    all.push(("assessments_go_on", operator.post(&format!("{}/go-on", paths[3]), json!({})).await.ok()));
    operator.put(&format!("{}/score", paths[3]), column(0.7)).await.ok();
    all.push((
        "assessments_excuse",
        operator.post(&format!("{}/excuse", paths[3]), json!({"reason": "专家出差。"})).await.ok(),
    ));
    all.push(("assessments_show", operator.get(one).await.ok()));
    all.push(("assessments_list", operator.get("/assessments").await.ok()));
    all.push(("assessment_rounds_list", operator.get("/assessment-rounds").await.ok()));
    let shown = format!("/assessment-rounds/{}", round["id"].as_str().expect("an id"));
    all.push(("assessment_rounds_show", operator.get(&shown).await.ok()));
    all
}
