//! The paper of a certificate: the PDF of what it says.

use domain::certificate::shown_code;
use serde_json::{Value as Json, json};

use super::store::Shown;
use crate::{
    fault::Fault,
    papers::{self, day, day_in_words, say, word},
};

/// The page on which certificates are looked up.
pub const VERIFY: &str = "/verify";

/// The data of the layout.
fn layout(of: &Shown, hash: &str) -> Json {
    let code = of.credit_code.as_ref().map(|code| ("paper_credit_code", code));
    let code = code.or(of.record_number.as_ref().map(|number| ("paper_record_number", number)));
    let lines = code.map(|(label, value)| json!([word(label), value]));
    let time = json!([
        word("paper_in_residence"),
        say("paper_from_to", &[("from", day(of.from).into()), ("to", day(of.to).into())])
    ]);
    let typed = ("code", Json::from(shown_code(&of.code)));
    let text = match of.verify_url {
        Some(_) => say("paper_verify_scan", &[typed]),
        None => say("paper_verify_type", &[typed, ("page", VERIFY.into())]),
    };
    json!({
        "lang": "zh", "title": of.title, "number_label": word("paper_certificate_number"), "number": of.number,
        "name": of.organization, "body": of.body, "lines": lines.into_iter().chain([time]).collect::<Vec<_>>(),
        "issuer": of.issuer, "date": day_in_words(of.issued_on), "verify_text": text,
        "verify_url": of.verify_url, "qr": of.verify_url.as_deref().and_then(paper::qr),
        "foot_hash": say("paper_certificate_hash", &[("hash", hash.into())]), "draft": null,
    })
}

/// Makes the PDF.
///
/// # Errors
/// When the layout does not take it, which is a fault of ours.
pub async fn pdf(of: &Shown, hash: &str) -> Result<Vec<u8>, Fault> {
    papers::made(paper::Layout::Certificate, &layout(of, hash)).await
}

#[cfg(test)]
mod tests {
    use domain::certificate::CertificateKind;

    use super::*;

    fn shown(name: &str) -> Shown {
        Shown {
            kind: CertificateKind::Graduation,
            number: "B03-CK-2026-0001".into(),
            code: "7Q4M2XKD9P".into(),
            verify_url: Some("https://fuhua.example.org/verify/7Q4M2XKD9P".into()),
            organization: name.to_owned(),
            credit_code: Some("52150702MJY000000X".into()),
            record_number: Some("2026-7".into()),
            base: "海拉尔区社会组织孵化基地".into(),
            from: "2025-12-01".parse().unwrap(),
            to: "2026-11-30".parse().unwrap(),
            title: "孵化出壳证书".into(),
            body: "准予出壳。".into(),
            issuer: "海拉尔区民政局".into(),
            issued_on: "2026-11-23".parse().unwrap(),
        }
    }

    #[test]
    fn it_shows_how_it_is_looked_up_and_what_is_known_of_the_organization() {
        let data = layout(&shown("草原拾光社"), "ab12");
        assert_eq!(
            (&data["date"], &data["foot_hash"], &data["verify_url"]),
            (
                &json!("二〇二六年十一月二十三日"),
                &json!("内容摘要 ab12"),
                &json!("https://fuhua.example.org/verify/7Q4M2XKD9P")
            )
        );
        assert_eq!(data["lines"][0], json!(["统一社会信用代码", "52150702MJY000000X"]));
        assert_eq!(data["lines"][1], json!(["在驻时间", "2025年12月1日至2026年11月30日"]));
        assert!(data["verify_text"].as_str().unwrap().contains("7Q4M2-XKD9P"));
        assert_eq!(data["qr"], json!(paper::qr("https://fuhua.example.org/verify/7Q4M2XKD9P")));
        // A house that does not know how it is reached prints no address that leads nowhere.
        let bare = Shown { verify_url: None, credit_code: None, ..shown("x") };
        let data = layout(&bare, "ab12");
        assert_eq!((&data["qr"], &data["verify_url"]), (&Json::Null, &Json::Null));
        let text = data["verify_text"].as_str().unwrap();
        assert!(text.contains("7Q4M2-XKD9P") && text.contains("/verify"), "{text}");
        assert_eq!(data["lines"][0], json!(["备案号", "2026-7"]));
        let none = Shown { record_number: None, ..bare };
        assert_eq!(layout(&none, "ab12")["lines"].as_array().map(Vec::len), Some(1));
    }

    /// A name is a name, whatever it looks like, and however long it is.
    #[tokio::test]
    async fn any_name_can_be_printed() {
        let names =
            ["#panic(\"x\")", "*强调* $x^2$ @ref <label> \\ \" // 注", "\u{202e}反\u{0}向\u{7}", "ᠮᠣᠩᠭᠣᠯ 😀 䶮㛃"];
        for name in names.map(str::to_owned).into_iter().chain(["很长的名字".repeat(24)]) {
            let of = Shown { body: name.clone(), issuer: name.clone(), ..shown(&name) };
            let made = pdf(&of, "ab12").await;
            assert!(made.is_ok_and(|bytes| bytes.starts_with(b"%PDF-")), "{name}");
        }
    }
}
