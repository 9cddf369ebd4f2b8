use super::{Overrides, map, normalise};
use crate::{error::SheetError, organizations::KIND};

fn headers(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

const REQUIRED: [&str; 4] = ["组织名称", "统一社会信用代码", "组织类型", "所属旗市区"];

#[test]
fn headers_are_compared_without_width_spaces_marks_and_case() {
    assert_eq!(normalise(" 登记（备案）\n机关 * "), normalise("登记(备案)机关"));
    assert_eq!(normalise("ＵＳＣＣ："), "uscc");
}

#[test]
fn every_usual_header_and_synonym_means_one_column_only() {
    for column in KIND.columns {
        for text in std::iter::once(column.header).chain(column.synonyms.iter().copied()) {
            let fitting = KIND.columns.iter().filter(|other| {
                std::iter::once(&other.header).chain(other.synonyms).any(|known| normalise(known) == normalise(text))
            });
            assert_eq!(fitting.map(|c| c.field).collect::<Vec<_>>(), [column.field], "{text}");
        }
    }
}

#[test]
fn known_unknown_and_absent_columns() {
    let mapping =
        map(&headers(&["名 称", "信用代码", "", "类型", "旗市区", "备注"]), &KIND, &Overrides::new()).expect("mapped");
    let found: Vec<_> = mapping.fields.iter().map(|(field, index)| (*field, *index)).collect();
    assert_eq!(found, [("county", 4), ("credit_code", 1), ("kind", 3), ("name", 0)]);
    assert_eq!(mapping.unknown, ["备注"]);
    assert_eq!(mapping.absent.len(), KIND.columns.len() - 4);
    assert!(mapping.absent.contains(&"志愿者"));
}

#[test]
fn missing_required_headers_are_all_listed() {
    let refused = map(&headers(&["组织名称", "备注"]), &KIND, &Overrides::new());
    let missing = headers(&["统一社会信用代码", "组织类型", "所属旗市区"]);
    assert_eq!(refused, Err(SheetError::HeadersMissing(missing)));
}

#[test]
fn two_headers_of_one_meaning_are_refused() {
    let mut all = headers(&REQUIRED);
    all.extend(headers(&["负责人", "法定代表人"]));
    let refused = map(&all, &KIND, &Overrides::new());
    assert_eq!(refused, Err(SheetError::HeaderTwice(headers(&["负责人", "法定代表人"]))));
}

#[test]
fn the_user_decides_over_synonyms() {
    let mut all = headers(&REQUIRED);
    all.extend(headers(&["负责人", "法定代表人", "内部备注"]));
    let say = |pairs: &[(&str, &str)]| pairs.iter().map(|(h, f)| ((*h).to_owned(), (*f).to_owned())).collect();
    let chosen: Overrides = say(&[("法定代表人", "leader"), ("内部备注", "supervisor")]);
    let mapping = map(&all, &KIND, &chosen).expect("mapped");
    assert_eq!((mapping.fields["leader"], mapping.fields["supervisor"]), (5, 6));
    assert_eq!(mapping.unknown, ["负责人"]);
    let left_out = map(&all, &KIND, &say(&[("法定代表人", "")])).expect("mapped");
    assert_eq!(left_out.fields["leader"], 4);
    for (header, field) in [("没有这列", "leader"), ("负责人", "boss")] {
        let refused = map(&all, &KIND, &say(&[(header, field)]));
        assert_eq!(refused, Err(SheetError::FieldUnknown { header: header.into(), field: field.into() }));
    }
}
