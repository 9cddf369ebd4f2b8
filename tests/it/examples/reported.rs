//! Examples of periodic reports.

use serde_json::{Value, json};

use crate::{progress::answers, world::World};

/// Two are asked: one is given back, accepted, opened again and left as it was; the other is not wanted, and then is.
pub async fn reported(w: &World) -> Vec<(&'static str, Value)> {
    let (operator, city, base) = (w.operator("B03").await, w.supervisor().await, w.base("B03"));
    let names = ["北极光助学社", "松涛养老社"];
    let paths = crate::progress::opened(w, &names, "2026-Q3").await;
    let (one, two) = (&paths[0], &paths[1]);
    let id = one.trim_start_matches("/progress-reports/");
    operator.upload(&format!("/files?owner={id}"), "签到表.pdf", b"%PDF-1.7 x", &[]).await.created();
    let mut all = vec![("progress_draft", operator.put(&format!("{one}/draft"), answers(2.0)).await.ok())];
    all.push(("progress_submit", operator.post(&format!("{one}/submit"), answers(3.0)).await.ok()));
    let gaps = json!({"gaps": [{"question": "sessions", "text": "与签到表不符。"}], "due": "2026-12-10"});
    all.push(("progress_return", operator.post(&format!("{one}/return"), gaps).await.ok()));
    operator.post(&format!("{one}/submit"), answers(2.0)).await.ok();
    all.push(("progress_accept", operator.post(&format!("{one}/accept"), json!({"comment": "材料齐全。"})).await.ok()));
    let why = json!({"reason": "场次需要更正。", "due": "2026-12-20"});
    all.push(("progress_reopen", operator.post(&format!("{one}/reopen"), why).await.ok()));
    all.push(("progress_keep", operator.post(&format!("{one}/keep"), json!({})).await.ok()));
    let why = json!({"reason": "本季度暂停入驻。"});
    all.push(("progress_waive", operator.post(&format!("{two}/waive"), why).await.ok()));
    let why = json!({"reason": "8月已恢复。"});
    all.push(("progress_require", operator.post(&format!("{two}/require"), why).await.ok()));
    let asked = json!({"base": base, "period": "2026-Q4"});
    all.push(("progress_open", operator.post("/progress-reports/open", asked).await.ok()));
    let period = format!("/progress-reports/period?base={base}&period=2026-Q3");
    all.push(("progress_period", operator.get(&period).await.ok()));
    all.push(("progress_periods", operator.get(&format!("/progress-reports/periods?base={base}")).await.ok()));
    all.push(("progress_summary", city.get("/progress-reports/summary?period=2026-Q3").await.ok()));
    all.push(("progress_list", operator.get("/progress-reports").await.ok()));
    all.push(("progress_show", operator.get(one).await.ok()));
    all
}
