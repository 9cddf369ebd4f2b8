//! A body and a query for each operation that needs one.

use serde_json::{Value, json};

use super::Things;
use crate::world::PASSWORD;

/// The query of an operation that does not answer without one; `{word}` stands for a thing.
pub fn query(operation: &str) -> Option<&'static str> {
    Some(match operation {
        "deadlines_show" => "from=2026-11-23&days=5",
        "files_list" | "files_add" => "owner={organization}",
        "spaces_terms" | "spaces_occupancy" => "from=2026-11-01&to=2026-12-31",
        "story_ledger" | "story_ledger_export" => "base={base}",
        "spaces_export" | "allocations_export" | "applications_export" | "intakes_list" => "base={base}",
        "residencies_proposal" => "application={application}",
        "progress_period" | "progress_export" => "base={base}&period=2026-Q3",
        "progress_summary" => "period=2026-Q3",
        "assessment_rounds_prospect" => "base={base}&first=2026-07-01&last=2026-09-30",
        _ => return None,
    })
}

/// A body that reads well, so that what decides is who asks.
pub fn json(operation: &str, things: &Things) -> Value {
    let thing = |key: &str| things.value(key, operation);
    match operation {
        "session_create" => json!({"login": "nobody", "password": PASSWORD}),
        "setup_create" => json!({"token": "x", "login": "first", "name": "x", "password": PASSWORD}),
        "account_edit" => json!({"name": "新名"}),
        "account_change_password" => json!({"current": PASSWORD, "new": "two cranes over the marsh"}),
        "tokens_create" => json!({"name": "x", "scopes": ["read"], "expires_on": "2026-12-31"}),
        "accounts_create" => json!({"login": "new", "name": "新人"}),
        "accounts_edit" => json!({"name": "新名"}),
        "accounts_grant" => json!({"role": "auditor"}),
        "bases_edit" => json!({"name": "新名"}),
        "organizations_create" => {
            json!({"name": "新协会", "kind": "pre_registration", "home_base": thing("base"), "division": "150702"})
        }
        "organizations_edit" => json!({"volunteers": 12}),
        "organizations_edit_contacts" => json!({"intro": "助残"}),
        "organizations_dissolve" => json!({"on": "2026-11-20", "reason": "x"}),
        "persons_create" => json!({"name": "图雅"}),
        "persons_edit" => json!({"name": "图雅"}),
        "settings_set" => {
            json!({"key": "allocation.expiring_days", "base": thing("base"), "value": 40, "from": "2026-12-01"})
        }
        "spaces_create_building" => json!({"name": "x"}),
        "spaces_create_floor" => json!({"name": "x", "level": 2}),
        "spaces_create" => json!({"code": "new", "kind": "desk"}),
        "spaces_edit" => json!({"seats": 3}),
        "spaces_draw" => json!({"spaces": [{"id": thing("space"), "x": 0.0, "y": 0.0, "w": 2.0, "h": 2.0}]}),
        "spaces_close" => json!({"from": "2026-12-01", "to": "2026-12-02", "reason": "x"}),
        "spaces_open" => json!({"last": "2026-11-23"}),
        "allocations_assign" => {
            json!({"space": thing("space"), "organization": thing("organization"), "from": "2026-12-01"})
        }
        "allocations_extend" => json!({"to": "2027-12-31"}),
        "allocations_give_back" => json!({"last": "2026-11-30"}),
        "allocations_cancel" => json!({}),
        "allocations_hand_over" => json!({"handover": super::things::handover("own")}),
        "allocations_swap" => json!({"first": thing("first"), "second": thing("second"), "day": "2026-12-01"}),
        "intakes_create" => json!({"base": thing("base"), "intake": super::things::intake("x")}),
        "intakes_edit" => super::things::intake("y"),
        "intakes_extend" => json!({"quota": 9}),
        "public_sign_up" => {
            json!({"login": "team", "password": PASSWORD, "name": "白音", "phone": "13847001234", "team": "草原拾光队"})
        }
        "applications_begin" => json!({"intake": thing("intake"), "organization": thing("organization")}),
        "applications_save" => {
            let form = json!({
                "stage": "start_up", "equipment": [], "fields": ["为老"], "needs": [], "plan": [], "committed": false,
            });
            json!({"form": form})
        }
        "applications_ask_correction" => json!({"items": [{"text": "缺章程"}]}),
        "applications_rule" => json!({"rule": "no_scandal", "passed": true, "evidence": "网上查询无记录"}),
        "applications_refuse" => json!({"reason": "年检不合格"}),
        "applications_withdraw" => json!({}),
        "reviews_convene" => {
            let reviewers = [thing("reviewer"), thing("second_reviewer")];
            json!({"intake": thing("reviewed_intake"), "applications": [thing("reviewed")], "reviewers": reviewers})
        }
        "reviews_add_reviewer" => json!({"reviewer": thing("reviewer")}),
        "reviews_extend" => json!({"due": "2026-12-31"}),
        "reviews_remove_reviewer" | "reviews_unlock" | "reviews_cancel" | "reviews_send_back" => {
            json!({"reason": "出差"})
        }
        "reviews_decide" => json!({"decisions": [{"application": thing("reviewed"), "outcome": "propose"}]}),
        "reviews_propose_waiting" => json!({}),
        "reviews_reject_waiting" => json!({"reason": "无空余场地"}),
        "notices_publish" => {
            json!({"applications": [thing("proposed")], "title": "拟入驻公示", "text": "现将名单予以公示。"})
        }
        "notices_object" | "public_object" => {
            json!({"subject": thing("shown"), "name": "赵青", "contact": "13904705678", "text": "材料不实，请核查"})
        }
        "notices_answer" => {
            json!({"outcome": "dismiss", "investigation": "查阅原件", "reply": "经核查，材料属实"})
        }
        "notices_revoke" => json!({"reason": "名单有误"}),
        "residencies_issue" | "residencies_preview" => json!({
            "application": thing("application"), "mode": "virtual", "first": "2026-12-01", "last": "2027-11-30",
            "spaces": [], "equipment": [],
        }),
        "residencies_reissue" => json!({
            "mode": "virtual", "first": "2026-12-01", "last": "2027-11-30", "spaces": [], "equipment": [],
        }),
        "residencies_enter" => json!({
            "base": thing("base"), "organization": thing("organization"), "mode": "virtual", "first": "2026-01-01",
            "last": "2027-12-31", "number": "呼孵协〔2026〕1号",
        }),
        "residencies_sign" => json!({"on": "2026-11-23", "base": "斯琴", "organization": "白雪"}),
        "residencies_decline" | "residencies_call_off" => json!({"reason": "另有场地"}),
        "residencies_forfeit" | "residencies_expire" | "residencies_retract" => json!({}),
        "residencies_move_in" | "residencies_close" => json!({"handover": super::things::handover("x")}),
        "residencies_give_notice" => json!({"last": "2027-01-31", "reason": "搬到自己的场地"}),
        "residencies_check" => json!({"item": "keys", "outcome": "done"}),
        "residencies_confirm" => json!({"on_paper": false}),
        "assessment_rounds_open" => json!({
            "base": thing("base"), "title": "三季度考核", "cycle": "quarter", "first": "2026-07-01",
            "last": "2026-09-30", "organizations": [thing("organization")],
        }),
        "assessments_draft" | "assessments_hand_in" | "assessments_evaluate" | "assessments_deliver" => json!({
            "scores": [{"indicator": 2, "points": 7.5, "note": "制度齐全"}], "comment": "尚可。",
        }),
        "assessments_score" => json!({
            "scores": [{"indicator": 2, "points": 7.5, "note": "缺一项制度"}], "comment": "尚可。",
            "breaches": [{"veto": 0, "reason": "虚报服务人次"}],
        }),
        "assessments_go_on" => json!({}),
        "assessments_conclude" => json!({"comment": "治理还要加强。"}),
        "assessments_appeal" => json!({"text": "人次有签到表为证。"}),
        "assessments_excuse"
        | "assessments_send_back"
        | "assessments_uphold"
        | "assessments_reopen"
        | "assessments_cancel" => {
            json!({"reason": "缺签到表。"})
        }
        "filings_ask" => json!({"organization": thing("filing_team"), "wanted": "recorded", "text": "想备案。"}),
        "filings_accept" => json!({"wanted": "service_institution", "authority": "海拉尔区民政局"}),
        "filings_mark" => json!({"paper": "filing_charter", "ready": true}),
        "filings_check" => json!({"paper": "filing_charter", "found": "not_needed", "note": "沿用。"}),
        "filings_check_name" => json!({"name": "海拉尔区乐龄中心", "passed": false, "note": "已有同名。"}),
        "filings_submit" | "filings_resume" | "filings_close" | "filings_file" => json!({}),
        "filings_send_back" => json!({"reason": "验资报告过期。", "papers": ["filing_capital"]}),
        "filings_ask_more" => json!({"text": "补充场所使用权证明。", "papers": ["filing_premises"]}),
        "filings_grant" => json!({"number": crate::organizations::code('2', 77)}),
        "filings_refuse" | "filings_withdraw" | "filings_drop" => json!({"reason": "不符合条件。"}),
        "filings_care" => json!({"key": "care_seal", "done": true}),
        "residencies_warn" => json!({
            "ground": "safety", "text": "消防通道堆物。", "items": [{"what": "清理通道", "due": "2026-12-10"}],
        }),
        "residencies_mend" => json!({"item": 0, "note": "已清理。"}),
        "residencies_recheck" => json!({"item": 0, "passed": true}),
        "residencies_clear" | "residencies_resume" => json!({}),
        "residencies_suspend" => json!({"reason": "负责人病休", "until": "2027-01-31"}),
        "residencies_ask_graduation" | "residencies_propose" | "residencies_ask_hearing" | "residencies_hear" => {
            json!({"text": "查阅档案后认为具备条件。"})
        }
        "residencies_judge" => json!({"criterion": "registered", "judgement": "met", "evidence": "登记证书"}),
        "residencies_postpone"
        | "residencies_stay_on"
        | "residencies_refuse"
        | "residencies_remove"
        | "residencies_spare" => json!({"reason": "再巩固半年。"}),
        "residencies_ask_renewal" => json!({"last": "2027-12-31", "text": "助老项目还有一年。"}),
        "residencies_propose_renewal" => json!({"last": "2027-12-31", "text": "建议同意续驻。"}),
        "residencies_preview_change" | "residencies_issue_change" => {
            json!({"from": "2026-12-01", "text": "换到 204。"})
        }
        "residencies_withdraw_change" => json!({"reason": "不换了。"}),
        "residencies_grant_renewal" => json!({"last": "2027-12-31"}),
        "residencies_offer_renewal" | "residencies_preview_renewal" => json!({"last": "2027-12-31", "extra": null}),
        "residencies_deny_renewal" | "residencies_refuse_renewal" | "residencies_withdraw_renewal" => {
            json!({"reason": "场地另有安排。"})
        }
        "residencies_sign_renewal" | "residencies_sign_change" => crate::residencies::signing("2026-11-23"),
        "residencies_contact" => json!({
            "on": "2026-11-23", "way": "call", "active": true, "text": "项目正常。", "need": null,
        }),
        "residencies_lapse_renewal" => json!({}),
        "residencies_graduate" => json!({"last": "2026-12-31"}),
        "residencies_propose_removal" => json!({"grounds": ["sublet"], "text": "将工位转租。"}),
        "progress_open" => json!({"base": thing("base"), "period": "2026-Q3"}),
        "progress_draft" | "progress_submit" => json!({"answers": [
            {"question": "activities", "text": "助老义诊两场。"}, {"question": "sessions", "number": 2.0},
        ]}),
        "progress_accept" => json!({"comment": "材料齐全。"}),
        "progress_return" => json!({
            "gaps": [{"question": "sessions", "text": "与签到表不符。"}, {"text": "缺活动照片。"}], "due": "2026-12-10",
        }),
        "progress_waive" => json!({"reason": "本季度暂停入驻。"}),
        "progress_require" | "progress_reopen" => json!({"reason": "场次需要更正。", "due": "2026-12-10"}),
        "progress_keep" => json!({}),
        "certificates_revoke" | "certificates_replace" => json!({"reason": "名称有误"}),
        "review_sheets_recuse" => json!({"reason": "曾任该机构理事"}),
        "review_sheets_save" | "review_sheets_lock" => crate::reviews::marks([18.0, 22.0, 18.0, 17.0, 13.0], "admit"),
        "imports_remap" => json!({"mapping": {}}),
        _ => panic!("tests/it/crawl/bodies.rs has no body for {operation}"),
    }
}

/// A file with its name and the further fields of its form.
pub fn file(operation: &str) -> (&'static str, Vec<u8>, &'static [(&'static str, &'static str)]) {
    match operation {
        "files_add" => ("x.txt", b"bytes".to_vec(), &[]),
        "imports_create" => ("x.csv", "组织名称,组织类型\n新协会,社会团体\n".into(), &[("kind", "organizations")]),
        _ => panic!("tests/it/crawl/bodies.rs has no file for {operation}"),
    }
}
