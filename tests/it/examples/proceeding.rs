//! Examples of what is set going while an organization is resident.

use serde_json::{Value, json};

use crate::{residencies::at, world::World};

/// A warning that is worked off, a time away, a graduation that is refused and one that is not, a removal that is
/// announced twice.
pub async fn proceeded(w: &World) -> Vec<(&'static str, Value)> {
    let (operator, city) = (w.operator("B03").await, w.supervisor().await);
    let today = w.house().today();
    let mut all = Vec::new();
    let mut paths = Vec::new();
    for name in ["晨光助老社", "清泉环保社", "蒲公英儿童社"] {
        let organization = w.organization("B03", name).await;
        let body = json!({
            "base": w.base("B03"), "organization": organization, "mode": "virtual", "first": "2026-03-01",
            "last": today.plus(400), "number": "呼孵协〔2026〕3号",
        });
        paths.push(at(&operator.post("/residencies/enter", body).await.created()));
    }
    let warning = json!({
        "ground": "assessment", "text": "上半年考核不合格。",
        "items": [
            {"what": "补齐理事会会议纪要", "due": today.plus(20)},
            {"what": "公开上半年财务收支", "due": today.plus(30)},
        ],
    });
    let took = async |who: &crate::world::Caller, path: &str, step: &str, body: Value| {
        who.post(&format!("{path}/{step}"), body).await.ok()
    };
    let one = &paths[0];
    all.push(("residencies_warn", took(&operator, one, "warn", warning).await));
    let mended = json!({"item": 0, "note": "纪要已补齐并上传。"});
    all.push(("residencies_mend", took(&operator, one, "mend", mended).await));
    let again = json!({"item": 0, "passed": false, "note": "第三次会议仍缺签到表。", "due": today.plus(25)});
    all.push(("residencies_recheck", took(&operator, one, "recheck", again).await));
    for item in [0, 1] {
        took(&operator, one, "recheck", json!({"item": item, "passed": true})).await;
    }
    all.push(("residencies_clear", took(&operator, one, "clear", json!({})).await));
    let away = json!({"reason": "负责人生育", "until": today.plus(90)});
    all.push(("residencies_suspend", took(&operator, one, "suspend", away).await));
    all.push(("residencies_resume", took(&operator, one, "resume", json!({})).await));

    let (two, words) = (&paths[1], json!({"text": "机构已独立运作两年，申请出壳。"}));
    let why = json!({"reason": "再巩固半年。"});
    all.push(("residencies_ask_graduation", took(&operator, two, "ask-graduation", words.clone()).await));
    all.push(("residencies_stay_on", took(&operator, two, "stay-on", why.clone()).await));
    took(&operator, two, "ask-graduation", words.clone()).await;
    all.push(("residencies_postpone", took(&operator, two, "postpone", why.clone()).await));
    for round in 0..2 {
        took(&operator, two, "ask-graduation", words.clone()).await;
        for key in domain::criteria::SHIPPED {
            let found = json!({"criterion": key, "judgement": "met", "evidence": "查阅档案"});
            let view = took(&operator, two, "judge", found).await;
            if round == 0 && *key == "registered" {
                all.push(("residencies_judge", view));
            }
        }
        let view = took(&operator, two, "propose", json!({"text": "建议准予出壳。"})).await;
        if round == 0 {
            all.push(("residencies_propose", view));
            all.push(("residencies_refuse", took(&city, two, "refuse", why.clone()).await));
        } else {
            all.push(("residencies_graduate", took(&city, two, "graduate", json!({"last": today.plus(30)})).await));
        }
    }

    let three = &paths[2];
    let removal = json!({"grounds": ["sublet", "business"], "text": "将工位转租给商户经营。"});
    all.push(("residencies_propose_removal", took(&operator, three, "propose-removal", removal.clone()).await));
    all.push(("residencies_spare", took(&city, three, "spare", json!({"reason": "已经停止转租。"})).await));
    took(&operator, three, "propose-removal", removal).await;
    let text = json!({"text": "没有收取租金，请求当面说明。"});
    all.push(("residencies_ask_hearing", took(&operator, three, "ask-hearing", text).await));
    let said = json!({"text": "双方陈述并核对了收款记录。"});
    all.push(("residencies_hear", took(&operator, three, "hear", said).await));
    all.push(("residencies_remove", took(&city, three, "remove", json!({"reason": "事实清楚。"})).await));
    all
}
