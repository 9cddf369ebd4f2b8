//! Examples of help with registrations and recordings.

use serde_json::{Value, json};

use crate::{
    filings::{initiator, papers, team},
    organizations::code,
    world::World,
};

/// One case goes its whole way with a supplement, one is refused, tried once more and withdrawn, one is dropped.
pub async fn filed(w: &World) -> Vec<(&'static str, Value)> {
    let operator = w.operator("B03").await;
    let mut all = Vec::new();
    let mut paths = Vec::new();
    for name in ["北极光助学社", "松涛养老社", "鹿鸣环保社"] {
        let organization = team(w, "B03", name).await;
        let body =
            json!({"organization": organization, "wanted": "service_institution", "text": "想登记为社会服务机构。"});
        let view = initiator(w, &organization).await.post("/filings", body).await.created();
        paths.push(format!("/filings/{}", view["id"].as_str().expect("an id")));
        all.push(("filings_ask", view));
    }
    all.truncate(1);
    let accept = json!({"wanted": "service_institution", "authority": "海拉尔区民政局"});
    for (n, path) in paths.iter().take(2).enumerate() {
        let view = operator.post(&format!("{path}/accept"), accept.clone()).await.ok();
        let keys = papers(&view);
        let mut told = vec![("filings_accept", view)];
        for paper in &keys {
            let body = json!({"paper": paper, "ready": true});
            told.push(("filings_mark", operator.post(&format!("{path}/mark"), body).await.ok()));
        }
        told.push(("filings_submit", operator.post(&format!("{path}/submit"), json!({})).await.ok()));
        let back = json!({"reason": "验资报告过期。", "papers": ["filing_capital"]});
        told.push(("filings_send_back", operator.post(&format!("{path}/send-back"), back).await.ok()));
        let again = json!({"paper": "filing_capital", "ready": true});
        operator.post(&format!("{path}/mark"), again).await.ok();
        operator.post(&format!("{path}/submit"), json!({})).await.ok();
        for paper in &keys {
            let body = json!({"paper": paper, "found": "checked"});
            told.push(("filings_check", operator.post(&format!("{path}/check"), body).await.ok()));
        }
        let name = json!({"name": format!("海拉尔区第{}社会工作服务中心", n + 1), "passed": true});
        told.push(("filings_check_name", operator.post(&format!("{path}/check-name"), name).await.ok()));
        told.push(("filings_file", operator.post(&format!("{path}/file"), json!({})).await.ok()));
        if n == 0 {
            all.extend(told);
        }
    }
    let (one, two, three) = (&paths[0], &paths[1], &paths[2]);
    let more = json!({"text": "补充场所使用权证明。", "papers": ["filing_premises"]});
    all.push(("filings_ask_more", operator.post(&format!("{one}/ask-more"), more).await.ok()));
    operator.post(&format!("{one}/mark"), json!({"paper": "filing_premises", "ready": true})).await.ok();
    operator.post(&format!("{one}/submit"), json!({})).await.ok();
    operator.post(&format!("{one}/check"), json!({"paper": "filing_premises", "found": "checked"})).await.ok();
    operator.post(&format!("{one}/file"), json!({})).await.ok();
    let number = json!({"number": code('2', 7)});
    let granted = operator.post(&format!("{one}/grant"), number).await.ok();
    for care in granted["care"].as_array().expect("a list") {
        let body = json!({"key": care["key"], "done": true});
        all.push(("filings_care", operator.post(&format!("{one}/care"), body).await.ok()));
    }
    all.push(("filings_grant", granted));
    all.push(("filings_close", operator.post(&format!("{one}/close"), json!({})).await.ok()));
    let why = json!({"reason": "发起人不符合条件。"});
    all.push(("filings_refuse", operator.post(&format!("{two}/refuse"), why.clone()).await.ok()));
    all.push(("filings_resume", operator.post(&format!("{two}/resume"), json!({})).await.ok()));
    all.push(("filings_withdraw", operator.post(&format!("{two}/withdraw"), why.clone()).await.ok()));
    all.push(("filings_drop", operator.post(&format!("{three}/drop"), why).await.ok()));
    all.push(("filings_show", operator.get(one).await.ok()));
    all.push(("filings_list", operator.get("/filings").await.ok()));
    all.push(("filings_figures", operator.get("/filings/figures").await.ok()));
    all
}
