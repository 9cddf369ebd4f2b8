//! The paper of an agreement: what is printed, and the PDF of it.
//!
//! All that is printed is put together once, when the agreement is issued, and kept as canonical text; the PDF is made
//! from that text and kept too, so that what both have signed can be shown as it was.

use std::collections::BTreeMap;

use domain::{
    agreement::{self, AgreementKind, AgreementText, Equipment, PlaceLine},
    day::Day,
    intake::ResidencyMode,
};
use serde_json::{Value as Json, json};

use super::store::Terms;
use crate::{
    bases::{api::BaseDetails, store::BaseRow},
    fault::Fault,
    organizations::store::OrganizationRow,
    papers::{self, day, say, word},
};

/// Who agrees with whom on what.
#[derive(Debug)]
pub struct Sides<'a> {
    /// The base.
    pub base: &'a BaseRow,
    /// The organization.
    pub who: &'a OrganizationRow,
    /// What they agree on.
    pub terms: &'a Terms,
    /// The agreement's number.
    pub number: &'a str,
    /// The agreement that this one amends.
    pub amends: Option<Amends>,
}

/// What a supplementary agreement amends.
#[derive(Debug, Clone)]
pub struct Amends {
    /// By which kind of supplement.
    pub kind: AgreementKind,
    /// The number of the agreement; one from before the house may have none.
    pub number: Option<String>,
    /// Until when it runs.
    pub until: Day,
}

impl Sides<'_> {
    /// What the agreement is about.
    #[must_use]
    pub fn kind(&self) -> AgreementKind {
        self.amends.as_ref().map_or(AgreementKind::Residency, |of| of.kind)
    }

    fn details(&self) -> BaseDetails {
        serde_json::from_value(self.base.details.clone()).unwrap_or_default()
    }

    fn spaces(&self) -> String {
        let codes: Vec<&str> = self.terms.places.iter().map(|place| place.code.as_str()).collect();
        if codes.is_empty() { word("paper_none") } else { codes.join(&word("paper_comma")) }
    }

    /// What fills the places of the template.
    fn values(&self) -> BTreeMap<&'static str, String> {
        let (base, who) = (self.details(), self.who.details());
        let terms = self.terms;
        let mode = match terms.mode {
            ResidencyMode::Physical => "paper_mode_physical",
            ResidencyMode::Virtual => "paper_mode_virtual",
        };
        let amends = self.amends.as_ref();
        let months = domain::overview::months_between(terms.first, terms.last.plus(1));
        let all = [
            ("number", Some(self.number.to_owned())),
            ("base", Some(self.base.name.clone())),
            ("base_address", base.address),
            ("base_leader", base.director),
            ("base_phone", base.hotline),
            ("organization", Some(self.who.name.clone())),
            ("organization_address", who.registration.address),
            ("code", self.who.credit_code.clone().or(self.who.record_number.clone())),
            ("responsible", self.who.responsible_name.clone()),
            ("liaison", self.who.liaison_name.clone()),
            ("phone", self.who.liaison_phone.clone()),
            ("mode", Some(word(mode))),
            ("first", Some(day(terms.first))),
            ("last", Some(day(terms.last))),
            ("months", Some(months.to_string())),
            ("spaces", Some(self.spaces())),
            ("amends", amends.map(|of| of.number.clone().unwrap_or_else(|| word("paper_no_number")))),
            ("until", amends.map(|of| day(of.until))),
        ];
        all.into_iter().filter_map(|(place, value)| Some((place, value?))).collect()
    }

    /// All that is printed, besides what depends on the day of printing.
    #[must_use]
    pub fn shown(&self, template: &AgreementText) -> Json {
        let values = self.values();
        let text = agreement::filled(template, &values);
        let of = |place: &str| values.get(place).cloned().unwrap_or_default();
        let base = self.details();
        let operator = base.operator.filter(|name| !name.trim().is_empty());
        json!({
            "number": self.number,
            "kind": self.kind(),
            "text": text,
            "base": {
                "name": operator.unwrap_or_else(|| self.base.name.clone()), "address": of("base_address"),
                "leader": of("base_leader"), "phone": of("base_phone"),
            },
            "organization": {
                "name": self.who.name, "code": of("code"), "address": of("organization_address"),
                "responsible": of("responsible"), "liaison": of("liaison"), "phone": of("phone"),
            },
            "places": self.terms.places,
            "equipment": self.terms.equipment,
            "extra": self.terms.extra,
        })
    }
}

/// What a space is, as the sheets of the bases write it.
fn kind(word: &str) -> String {
    let mut writings = sheets::spaces::KINDS.iter().map(|(writings, _)| *writings);
    let found = writings.find(|writings| writings.contains(&word)).and_then(|writings| writings.first().copied());
    found.unwrap_or(word).to_owned()
}

fn part<T: serde::de::DeserializeOwned + Default>(of: &Json, key: &str) -> T {
    of.get(key).cloned().and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
}

/// The data of the layout. A draft has no hash, since nobody signs it.
fn layout(shown: &Json, hash: Option<&str>) -> Json {
    // What was issued before there were others has no word for it.
    let sort = part::<Option<AgreementKind>>(shown, "kind").unwrap_or(AgreementKind::Residency);
    let text: AgreementText = part::<Option<AgreementText>>(shown, "text").unwrap_or_else(|| agreement::shipped(sort));
    let places: Vec<PlaceLine> = part(shown, "places");
    let equipment: Vec<Equipment> = part(shown, "equipment");
    let (base, who): (BTreeMap<String, String>, BTreeMap<String, String>) =
        (part(shown, "base"), part(shown, "organization"));
    let number: String = part(shown, "number");
    let line = |label: &str, of: &BTreeMap<String, String>, key: &str| {
        let value = of.get(key).filter(|value| !value.is_empty())?;
        Some(json!([word(label), value]))
    };
    let lines = |of: &BTreeMap<String, String>, fields: &[(&str, &str)]| -> Vec<Json> {
        fields.iter().filter_map(|(label, key)| line(label, of, key)).collect()
    };
    let mut clauses: Vec<Json> =
        text.clauses.iter().map(|clause| json!({"heading": clause.heading, "text": clause.text})).collect();
    if let Some(extra) = part::<Option<String>>(shown, "extra") {
        clauses.push(json!({"heading": word("paper_extra"), "text": extra}));
    }
    // Always the same three in the same order, since the text speaks of them by their numbers.
    let annex = |title: &str, text: Option<String>, columns: &[&str], rows: Vec<Json>| {
        let nothing = text.is_none() && rows.is_empty();
        let columns: Vec<String> =
            if rows.is_empty() { Vec::new() } else { columns.iter().map(|key| word(key)).collect() };
        let text = if nothing { Some(word("paper_none")) } else { text };
        json!({"title": word(title), "text": text, "columns": columns, "rows": rows})
    };
    let place = |of: &PlaceLine| {
        let area = of.area_m2.map(|area| area.to_string()).unwrap_or_default();
        json!([of.code, kind(&of.kind), area, of.seats.to_string()])
    };
    let piece = |of: &Equipment| {
        let condition = word(&format!("paper_condition_{}", of.condition));
        json!([of.name, of.tag.clone().unwrap_or_default(), of.quantity.to_string(), condition])
    };
    let duties = Some(text.duties.trim().to_owned()).filter(|duties| !duties.is_empty());
    let mut annexes = vec![
        annex(
            "paper_annex_places",
            None,
            &["column_code", "column_space_kind", "column_area", "column_seats"],
            places.iter().map(place).collect(),
        ),
        annex(
            "paper_annex_equipment",
            None,
            &["column_item", "column_tag", "column_quantity", "column_condition"],
            equipment.iter().map(piece).collect(),
        ),
        annex("paper_annex_duties", duties, &[], Vec::new()),
    ];
    // Of a supplement only the places are agreed on anew.
    if sort != AgreementKind::Residency {
        annexes.truncate(1);
    }
    let signature = |role: &str| json!({"role": word(role), "lines": [word("paper_signature"), word("paper_date")]});
    let fields = [
        ("paper_code", "code"),
        ("paper_address", "address"),
        ("paper_responsible", "responsible"),
        ("paper_liaison", "liaison"),
        ("paper_phone", "phone"),
    ];
    json!({
        "lang": "zh", "title": text.title, "number_label": word("paper_number"), "number": number,
        "draft": hash.is_none().then(|| word("paper_draft")),
        "parties": [
            {
                "role": word("paper_party_base"), "name": base.get("name"),
                "lines": lines(&base, &[("paper_address", "address"), ("paper_leader", "leader"), ("paper_phone", "phone")]),
            },
            {"role": word("paper_party_organization"), "name": who.get("name"), "lines": lines(&who, &fields)},
        ],
        "preamble": text.preamble, "clauses": clauses,
        "signatures": [signature("paper_seal_base"), signature("paper_seal_organization")],
        "annexes": annexes,
        "foot_left": number,
        "foot_hash": hash.map_or_else(String::new, |hash| say("paper_hash", &[("hash", hash.into())])),
        "page_of": [word("paper_page"), word("paper_pages"), word("paper_pages_end")],
    })
}

/// Makes the PDF of what is shown; a draft when there is no hash.
///
/// # Errors
/// When the layout does not take it, which is a fault of ours.
pub async fn pdf(shown: &Json, hash: Option<&str>) -> Result<Vec<u8>, Fault> {
    papers::made(paper::Layout::Agreement, &layout(shown, hash)).await
}

#[cfg(test)]
mod tests {
    use domain::{agreement::Clause, space::Condition};

    use super::*;

    fn shown(organization: &str, extra: Option<&str>) -> Json {
        let clause =
            Clause { heading: "一、期限".into(), text: "自2026年12月3日起。\n可以续驻。".into() };
        let text = AgreementText {
            title: "入驻协议".into(),
            preamble: "协商一致。".into(),
            clauses: vec![clause],
            duties: "人离断电。".into(),
        };
        let place = PlaceLine { code: "101".into(), kind: "office".into(), area_m2: Some(30.5), seats: 4 };
        let desks =
            Equipment { name: "办公桌".into(), tag: Some("HB-1".into()), quantity: 2, condition: Condition::Good };
        json!({
            "number": "B03-XY-2026-0001", "text": text,
            "base": {"name": "北疆社工服务中心", "address": "胜利大街1号", "leader": "", "phone": "0470-8123456"},
            "organization": {
                "name": organization, "code": "51150700MJX0000000", "address": "", "responsible": "白音图雅",
                "liaison": "白雪", "phone": "13904701234",
            },
            "places": [place], "equipment": [desks], "extra": extra,
        })
    }

    #[test]
    fn all_that_is_agreed_is_printed_and_what_is_not_known_is_left_out() {
        let data = layout(&shown("草原拾光社", Some("每季度一次公益活动。")), Some("ab12"));
        assert_eq!((&data["draft"], &data["foot_hash"]), (&Json::Null, &json!("校验码 ab12")));
        assert_eq!(
            data["parties"],
            json!([
                {"role": "甲方（基地运营方）", "name": "北疆社工服务中心", "lines": [["地址", "胜利大街1号"], ["联系电话", "0470-8123456"]]},
                {"role": "乙方（入驻组织）", "name": "草原拾光社", "lines": [
                    ["统一社会信用代码（备案号）", "51150700MJX0000000"], ["负责人", "白音图雅"], ["联络员", "白雪"],
                    ["联系电话", "13904701234"],
                ]},
            ])
        );
        assert_eq!(data["clauses"][1], json!({"heading": "补充约定", "text": "每季度一次公益活动。"}));
        assert_eq!(
            data["annexes"],
            json!([
                {"title": "附件一　场地清单", "text": null, "columns": ["编号", "类型", "面积（㎡）", "容纳人数"],
                 "rows": [["101", "独立办公室", "30.5", "4"]]},
                {"title": "附件二　设施设备清单", "text": null, "columns": ["名称", "资产编号", "数量", "状况"],
                 "rows": [["办公桌", "HB-1", "2", "完好"]]},
                {"title": "附件三　入驻须知", "text": "人离断电。", "columns": [], "rows": []},
            ])
        );
        // Without a place the annexes keep their numbers, by which the text names them.
        let mut bare = shown("草原拾光社", None);
        (bare["places"], bare["equipment"]) = (json!([]), json!([]));
        let data = layout(&bare, None);
        assert_eq!((&data["draft"], &data["annexes"][1]["text"]), (&json!("草稿　不作签约之用"), &json!("无")));
        assert_eq!(data["annexes"][2]["title"], "附件三　入驻须知");
        assert_eq!(data["clauses"].as_array().map(Vec::len), Some(1));
    }

    /// A name is a name, whatever it looks like, and however long it is.
    #[tokio::test]
    async fn any_text_can_be_printed() {
        let names = [
            "#panic(\"x\")".to_owned(),
            "*强调* $x^2$ @ref <label> \\ \" // 注".to_owned(),
            "很长的名字".repeat(24),
            "\u{202e}反\u{0}向\u{7}".to_owned(),
            "ᠮᠣᠩᠭᠣᠯ 😀 䶮㛃".to_owned(),
        ];
        for name in names {
            let made = pdf(&shown(&name, Some(&name)), Some("ab12")).await;
            assert!(made.is_ok_and(|bytes| bytes.starts_with(b"%PDF-")), "{name}");
        }
    }
}
