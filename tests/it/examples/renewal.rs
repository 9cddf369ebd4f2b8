//! Examples of staying longer.

use serde_json::{Value, json};

use crate::{
    residencies::{at, signing},
    world::World,
};

/// Changes of what was agreed on; a request that is denied, one that is refused, one that is taken back, one that is signed, and one that lapses.
pub async fn renewed(w: &World) -> Vec<(&'static str, Value)> {
    let operator = w.operator("B03").await;
    let today = w.house().today();
    let organization = w.organization("B03", "夕阳红健身队").await;
    let body = json!({
        "base": w.base("B03"), "organization": organization, "mode": "virtual", "first": "2026-03-01",
        "last": today.plus(100), "number": "呼孵协〔2026〕9号",
    });
    let path = at(&operator.post("/residencies/enter", body).await.created());
    let took = async |step: &str, body: Value| operator.post(&format!("{path}/{step}"), body).await.ok();
    let change = json!({"from": today, "text": "工位由 1-D01 调整为 1-D02，其他不变。"});
    let mut all = vec![("residencies_issue_change", took("issue-change", change.clone()).await)];
    let why = json!({"reason": "场地另有安排。"});
    all.push(("residencies_withdraw_change", took("withdraw-change", why.clone()).await));
    took("issue-change", change).await;
    all.push(("residencies_sign_change", took("sign-change", signing(&today.to_string())).await));
    let wish = json!({"last": today.plus(400), "text": "助老项目签到明年，仍需要基地的支持。"});
    let offer = json!({"last": today.plus(400), "extra": "半年后再评估一次。"});
    all.push(("residencies_ask_renewal", took("ask-renewal", wish.clone()).await));
    all.push(("residencies_deny_renewal", took("deny-renewal", why.clone()).await));
    took("ask-renewal", wish.clone()).await;
    let proposal = json!({"last": today.plus(400), "text": "在驻期间考核合格，建议同意续驻。"});
    all.push(("residencies_propose_renewal", took("propose-renewal", proposal.clone()).await));
    let city = w.supervisor().await;
    let decided = async |step: &str, body: Value| city.post(&format!("{path}/{step}"), body).await.ok();
    all.push(("residencies_refuse_renewal", decided("refuse-renewal", why.clone()).await));
    let agreed = async || {
        took("ask-renewal", wish.clone()).await;
        took("propose-renewal", proposal.clone()).await;
        decided("grant-renewal", json!({"last": today.plus(400)})).await
    };
    all.push(("residencies_grant_renewal", agreed().await));
    all.push(("residencies_offer_renewal", took("offer-renewal", offer.clone()).await));
    all.push(("residencies_withdraw_renewal", took("withdraw-renewal", why).await));
    agreed().await;
    took("offer-renewal", offer.clone()).await;
    w.advance(chrono::Duration::days(30));
    all.push(("residencies_lapse_renewal", took("lapse-renewal", json!({})).await));
    agreed().await;
    took("offer-renewal", offer.clone()).await;
    let day = w.house().today().to_string();
    all.push(("residencies_sign_renewal", took("sign-renewal", signing(&day)).await));
    // It graduates, and its base asks after it.
    took("ask-graduation", json!({"text": "机构已独立运作两年，申请出壳。"})).await;
    for key in domain::criteria::SHIPPED {
        took("judge", json!({"criterion": key, "judgement": "met", "evidence": "查阅档案"})).await;
    }
    took("propose", json!({"text": "建议准予出壳。"})).await;
    w.supervisor().await.post(&format!("{path}/graduate"), json!({"last": day})).await.ok();
    for item in ["space", "keys", "equipment", "address", "fees", "files"] {
        took("check", json!({"item": item, "outcome": "done"})).await;
    }
    took("confirm", json!({"on_paper": true})).await;
    took("confirm", json!({})).await;
    took("close", json!({})).await;
    let contact = json!({
        "on": day, "way": "visit", "active": true, "text": "已租用社区用房，三个项目正常推进。", "need": "希望继续得到财务辅导。",
    });
    all.push(("residencies_contact", took("contacts", contact).await));
    all
}
